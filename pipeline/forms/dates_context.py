"""What stands round a part and tells whether it is a date at all: amounts, diarienummer, laws, telephones, names and
counts are not. The words are data: `data/dates_context.csv`."""

import re
from datetime import date
from functools import lru_cache

from pipeline.forms.dates_fragments import LONG
from pipeline.forms.dates_parts import Kind, Part, full_year
from pipeline.forms.dates_shadow import Shadow
from pipeline.forms.guard import guarded
from pipeline.resources import table

_REACH = 48  # characters of the text before a part that are looked at
_ROWS = table("forms/data/dates_context.csv")


def _words(side: str, effect: str) -> str:
    return "|".join(row["words"] for row in _ROWS if row["side"] == side and effect in row["effect"].split())


class _Before:
    """Whether one of an effect's words stands straight before a part."""

    def __init__(self, effect: str, between: str = r"[ :.(]*\n?[ ]?") -> None:
        self._pattern = re.compile(rf"(?:{_words('before', effect)})(?![^\W_]){between}")

    def __call__(self, left: str) -> bool:
        fits = self._pattern.fullmatch
        return any(fits(left, start) for start in _starts(left))


_WORD_START = re.compile(r"(?<!\w)[\w§]")


@lru_cache(maxsize=64)
def _starts(left: str) -> list[int]:
    """Where the last words begin; kept, for all kinds of words are looked for at the same place."""
    return [m.start() for m in _WORD_START.finditer(left)][-5:]


_is_time = _Before("time", r"[ (]*\n?")
_is_quantity = _Before("quantity", r"[ (]*\n?")
_is_number = _Before("number", r"[ :.]*\n?")
_is_labelled = _Before(
    "label",
    r"[ .:]*(?:(?!(?:för|av|år|under|till|från|med|och|i|per|om)(?!\w))[a-zåäö]{1,5}[ /-])?(?:[\d/-]{1,8} ?){0,3}",
)
_is_name = _Before("name", r"(?:sdokument)?(?: \w+)?[ ]")
_is_dating = _Before("dating", r"[ :.,(]*\n?(?:den )?")
_is_slash = _Before("slash")
_is_sitting = _Before("sitting")
_is_pair = _Before("pair", r"[ ]")
_is_month = _Before("month", r"[ :]*")

_AFTER = re.compile(rf"[ ]?(?:{_words('after', 'number')})(?!\w)")
_TIED = re.compile(r"\d (?:och|samt|resp\.?|respektive|eller) (?:den )?\Z")  # "i skrivelser 1996-06-10 resp 960814"
_LINE_BEFORE = re.compile(r"(?:^|\n)[ ]*\Z")
_LINE_AFTER = re.compile(r"[ ]*(?:\n|$)")
_HEAD_AFTER = re.compile(r"\s{1,3}(?:dnr|diarienr|ärendenr|diarienummer)(?!\w)")
_PERSON = re.compile(r"[ ]?[-+ ]?\d{4}(?!\d)")
_GLUED = re.compile(r"(?:\d[.,:]|[^\W_][/-]|\w|[§$#€£])\Z")
_YEAR_LIST = re.compile(r"(?:(?:1[6-9]|20|21)\d\d|[\t\n(])[ ,]*(?:och |samt |respektive |eller )?\Z")
# what a number of six figures says where it is none of a day: "kostar 950321", "fastighet 950321"
_AS_FIGURE = re.compile(
    r"(?:kostar|kostade|kosta|summan|summa|belopp|beloppet|[a-zåäö]{0,20}konto|kontot|objekt|objektet|artikel|nyckel"
    r"|nyckeln|fastighet|fastigheten|kod|koden|beställning|order|utgör|blir|blev|blivit|vara|var|motsvarar|plus|minus|är"
    r"|[a-zåäö]{0,20}(?:nummer|numret|antal|antalet)) \Z"
)
_CLOSES_FIGURES = re.compile(r"[.,;)](?!\d)|\Z|\n|[ ](?=[a-zåäö(])")
_DIGIT_BEFORE = re.compile(r"\d[ ]\Z")
_NOUN_BEFORE = re.compile(r"[a-zåäöé]{3,}[ ]\Z")
_CAPITAL_BEFORE = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][\wåäöé]+ \Z")
# "ska vara utbyggt 2029", "färdigställs tidigast 2031": what is ready, or happens, in a year far ahead
_READY = re.compile(
    r"(?<!\w)(?:(?:vara|är|bli|blir|stå|står) (?:helt |fullt |hel)?[a-zåäö]{3,}|först|senast|tidigast"
    r"|redan|omkring|kring|runt|[a-zåäö]{4,}(?:as|ts|lls|ggs|vs|ss|ås)) \Z"
)
# "kommunens mål 2025", "stadens klimatmål 2030"; "Mål 2030" is a name, "mål 2031" alone a court's case
_AIM = guarded(
    r"(?:(?<!\w)\w[a-zåäö]+s (?<!rättens )(?<!domstolens )(?:[a-zåäö]+a )?mål"
    r"|[a-zåäö]{3,}målet|[a-zåäö]{3,}mål|(?<!\w)målen)(?:en|sättning)? \Z"
)
_YEAR_WORD = re.compile(r"(?<!\w)(?:år|året|under|sedan) \Z")
_COUNTED_BEFORE = re.compile(r"(?:§|§§|(?<!\w)(?:nr|kap\.?|punkt|sid\.?|sida)) ?\Z")
# the rest of a number that an OCR may have set apart: 2019-112, 2019 - 0012, (2010: 1065)
_RUNS_ON = re.compile(r" (?:nr|nummer)\.? \d|-(?!års?(?!\w))[^\W_]| ?- ?0\d\d| ?[:/] ?\d+ ?\)| /\d")
_SLASH_BEFORE = guarded(r"(?<!(?:19|20)\d\d)(?<!(?:19|20)\d\d ) ?/ ?\Z")
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}[:.]?[a-z]{0,3} \Z")
_DAY_APART = re.compile(r"(?<!\w)den \d{1,2}\s{1,4}\Z")  # the day stands at another paragraph's end
# a day that comes every year, or whose year another event tells: "den 31 mars varje år", "1 juli det år de fyller 20"
_EACH_YEAR = re.compile(
    r",? (?:(?:det|de|varje|vart|vartdera|respektive|resp\.?|påföljande|efterföljande|nästföljande|följande)"
    r" (?:\w+)?år(?!\w)"
    r"|året (?:efter|därpå|därefter|före|innan|som följer)|årligen(?!\w)|varje (?:vår|höst|termin|läsår)(?!\w))"
)
_SAID_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)[^.\n]*\Z")
_FORM_VERSION = re.compile(r"(?<!\w)[a-zåäö]{2,6}[ -]?\d{2,5},? v\.? ?\d(?:\.\d)?,?\s{1,3}\Z")
_SHARE = re.compile(r"[1-4]/[2-5]")
_PAGE = re.compile(r"\d ?\(\Z")  # "1(Q2)" is a worn page number
_FEAST = re.compile(r"(?<!\w)(?:vid|till|före|efter|kring|runt|över|sedan|innan|inför|lagom till|i) \Z")
# a scan saw one 1 twice, or two: "1I januari"
_DOUBLED = re.compile(r"(?<![\w.,-])(?:1[I|]|[I|]1)(?!\w)")
# a day and its month before the year, and none of them read: "32 maj 2011"
_DAY_UNREAD = re.compile(rf"(?<![\w.,-])\d{{1,2}}[.:]? ?(?:{LONG}) \Z")
_THE = re.compile(r"(?<!\w)(?:den|datum|dat\.|daterad|daterat|per|till|från)[ :]{1,2}\Z")
_OF_A_YEAR = re.compile(r"(?: ?-| )?års?(?!\w)")
_PARAGRAPH_AFTER = re.compile(r",? ?(?:\(?§|kl\.? ?\d)")
# "pågår till omkring 2057", "fram till cirka 2050": no more of anything follows
_ROUGHLY = re.compile(
    r"(?<!\w)(?:till|intill|tills|från|år|kring|vid) (?:omkring|cirka|ca|kring|runt|ungefär|åtminstone) \Z"
)
# "var som högst 2003, då": the year in which something peaked, where no counted thing follows
_PEAK = re.compile(
    r"(?<!\w)(?:som (?:allra )?(?:högst|lägst|störst|minst|mest|flest|bäst|sämst|värst)"
    r"|sin (?:hittills )?(?:topp|kulmen|botten|högsta nivå|lägsta nivå))(?: i \w+)? \Z"
)
_CLOSES = re.compile(r"[ ]?(?:[.,;)]|\n|\Z| (?:och|men|då|när|innan|varefter)(?!\w))")


# "mellan 1900 och 2100 kvm": a number of something, as the one that it goes with
_OF_A_SPAN = re.compile(
    r"(?: och | ?- ?)\d{4}[ -](?:kvm|m2|m²|kvadratmeter|elever|barn|personer|besökare|platser|kr|kronor|tkr"
    r"|invånare|bostäder|lägenheter|timmar|hushåll|deltagare|abonnenter|ton|st|stycken|meter|km|liter|böcker|ärenden)(?!\w)"
)


def is_date(text: str, shadow: Shadow, part: Part, anchor: date | None, tied: bool, six_figures: bool = False) -> float:
    """How sure it is that the part is a date, 0.0 where it is none.

    tied: whether "och" or a comma ties the part to a date just before it. six_figures: whether the text has written
    another day with six figures before it.
    """
    start, end, need = part.start, part.end, part.needs
    left = shadow[max(0, start - _REACH) : start]
    sure = part.confidence
    if part.kind is Kind.BARE_DAY or _glued(left, part) or (part.kind is Kind.QUARTER and _PAGE.search(left)):
        return 0.0
    if part.kind is Kind.MONTH and shadow[start : start + 4] in ("jul ", "jul.", "jul") and _FEAST.search(left):
        return 0.0  # "vid jul 2010": Christmas, no July
    if part.kind is Kind.MONTH and not tied and (_DAY_BEFORE.search(left) or _DAY_APART.search(left)):
        return 0.0  # "32 maj" is no day, and no month either
    unsaid = part.year is None and part.relative is None and part.kind in (Kind.DAY, Kind.MONTH)
    each = _EACH_YEAR.match(shadow, end) if unsaid else None
    if each is not None and not (
        each[0].lstrip(", ").startswith("året där") and _SAID_YEAR.search(shadow, max(0, start - 100), start)
    ):
        return 0.0  # but "rapport för 2018 lämnas den 1 mars året därpå" says which
    if part.kind is Kind.DAY and " v" in left and _FORM_VERSION.search(left):
        return 0.0  # "KSM2005, v2.0, 2014-11-03": a form's, not the memo's
    if shadow.misread and any(i in shadow.misread for i in range(start, end)):
        doubled = part.day > 1 and _DOUBLED.search(text, start, end) is not None  # but see `from_the_first`
        sure *= 0.0 if need or doubled else 0.7
    if need == "range":
        return 0.0
    if not need:
        counted = part.kind is Kind.DAY and part.year is None and _COUNTED_BEFORE.search(left)
        return 0.0 if counted else sure
    if need == "year" and _OF_A_SPAN.match(shadow, end) and (shadow[end] != " " or left.endswith("mellan ")):
        return 0.0
    if need == "year":
        return sure * _bare_year(text, shadow, part, left, anchor)
    if need in ("compact", "dating", "short"):
        return sure * (
            _digits(shadow, part, left, anchor, tied) or (six_figures and _in_manner(shadow, part, left, anchor))
        )
    if need in ("month", "short month"):
        return sure * _month(text, part)
    fits = {
        "dating slash": lambda: (
            tied
            or _is_slash(left)
            or (_is_sitting(left) and not _SHARE.fullmatch(shadow, start, end))
            or _PARAGRAPH_AFTER.match(shadow, end) is not None
        ),
        "dotted": lambda: _is_dating(left) and not _is_labelled(left),
        "dotted day": lambda: _THE.search(left) is not None,
        "pair": lambda: _is_pair(left) and not _is_labelled(left),
        "dating month": lambda: _is_month(left),
        "week": lambda: text[start] == "v" or text[start + 1] == ".",
    }
    return sure if fits[need]() else 0.0


_FROM_THEN = re.compile(r"(?<!\w)(?:från och med|fr\.? ?o\.? ?m\.?|from|gälla från|gäller från)(?: den)? \Z")


def from_the_first(text: str, shadow: Shadow, part: Part) -> Part:
    """The part, its day 1 where a scan doubled it and something holds from then: "fr.o.m. den 1I juli"; else its month:
    the 1st or the 11th. Not sure."""
    if part.kind is not Kind.DAY or part.day != 11 or not _DOUBLED.match(text, part.start, part.start + 3):
        return part
    if _FROM_THEN.search(shadow, max(0, part.start - _REACH), part.start):
        return part._replace(day=1, confidence=0.5 * part.confidence)
    if part.needs or part.number == 0:
        return part
    return part._replace(kind=Kind.MONTH, day=0, confidence=0.3 * part.confidence)


def _glued(left: str, part: Part) -> bool:
    """Whether the part is the tail of something longer: KS/2019, 3.5, 08-530."""
    found = _GLUED.search(left, max(0, len(left) - 2))
    if found is None:
        return False
    sign = found.group()
    full = part.kind is Kind.DAY and part.year is not None and not part.short
    # a label without its space ("Datum:2019-08-19") or a word joined by a slash or dash to a word ("vår/sommar")
    if sign[-1] in "/-":
        return part.kind in (Kind.DAY, Kind.YEAR, Kind.YEARS)
    return not full or sign[0].isdigit() or sign[0] in "§$#€£"


def _digits(shadow: Shadow, part: Part, left: str, anchor: date | None, tied: bool) -> float:
    after = shadow[part.end : part.end + 6]
    if _PERSON.match(after) or _AFTER.match(shadow, part.end) or _is_labelled(left):
        return 0.0
    if part.needs == "short":
        return 0.0 if _is_number(left) or _DIGIT_BEFORE.search(left) else 1.0
    if part.needs == "compact":
        return 0.6 if _DIGIT_BEFORE.search(left) else 1.0
    if tied and _TIED.search(left):
        return 0.9 if anchor is None or -40 <= full_year(part.year or 0, anchor) - anchor.year <= 10 else 0.0
    alone = _LINE_BEFORE.search(left) and _LINE_AFTER.match(shadow, part.end)
    told = _is_dating(left) or _HEAD_AFTER.match(shadow, part.end) or _PARAGRAPH_AFTER.match(shadow, part.end)
    if not alone and not told:
        return 0.0
    return 1.0 if anchor is None or -40 <= full_year(part.year or 0, anchor) - anchor.year <= 10 else 0.0


def _in_manner(shadow: Shadow, part: Part, left: str, anchor: date | None) -> float:
    """Whether six figures in running text are a day of a memo that writes days so: "har uppvaktat nämnden 950321"."""
    if part.needs != "dating" or anchor is None or not _NOUN_BEFORE.search(left) or _AS_FIGURE.search(left):
        return 0.0
    if not _CLOSES_FIGURES.match(shadow, part.end) or _AFTER.match(shadow, part.end):
        return 0.0
    if _is_number(left) or _is_labelled(left) or _is_name(left):
        return 0.0
    return 0.8 if -3 <= full_year(part.year or 0, anchor) - anchor.year <= 1 else 0.0


def _month(text: str, part: Part) -> float:
    """Maj, April, Juni and Jan are also given names."""
    start, end = part.start, part.end
    after = text[end : end + 3]
    if after[:1] == "-" and after[1:2].isalpha():
        return 0.0
    if not text[start].isupper() or text[start : start + 2].isupper():
        return 1.0
    if part.year is not None or part.short or part.relative is not None:
        return 1.0
    before = text[max(0, start - 3) : start]
    opens = not before.strip() or before[-1:] in "\n\t" or before.rstrip()[-1:] in ".:;!?(/"
    if not opens and not before.endswith("- "):
        return 0.0
    return 0.0 if re.match(r" [A-ZÅÄÖ]", after) else 0.8


def _bare_year(text: str, shadow: Shadow, part: Part, left: str, anchor: date | None) -> float:
    year = part.year or 0
    end = part.end
    this = anchor.year if anchor else 2010
    if part.until == 0 and (_RUNS_ON.match(shadow, end) or _SLASH_BEFORE.search(left)):
        return 0.0
    if _DAY_UNREAD.search(left):
        return 0.3
    before = text[max(0, part.start - _REACH) : part.start]
    ahead = this - 20 <= year <= this + 40 and not _AFTER.match(shadow, end)
    if ahead and (_is_quantity(left) or _AIM.search(before)):
        return 0.85
    if _is_labelled(left) or (_AFTER.match(shadow, end) and not _YEAR_WORD.search(left)):
        return 0.0
    if _is_time(left):
        return 1.0 if year <= this + 120 else 0.0
    if _OF_A_YEAR.match(shadow, end):
        return 1.0
    if _ROUGHLY.search(left) and _CLOSES.match(shadow, end):
        return 0.7 if this - 30 <= year <= this + 60 else 0.0
    if _PEAK.search(left) and _CLOSES.match(shadow, end):
        return 0.8 if this - 60 <= year <= this else 0.0
    if _is_number(left):
        return 0.0
    if part.until:
        return 0.9 if this - 60 <= year <= this + 30 else 0.0
    if _is_name(left):
        return 0.0
    if _YEAR_LIST.search(left):
        return 0.9 if this - 60 <= year <= this + 30 else 0.0
    if _DIGIT_BEFORE.search(left):
        return 0.0
    near = year <= this + 4 if anchor else year <= 2029
    if not near and _READY.search(before):
        return 0.8 if year <= this + 60 else 0.0
    if not near and (_NOUN_BEFORE.search(left) or _CAPITAL_BEFORE.search(before)):
        return 0.0  # a year far ahead straight after a noun is a plan's or a vision's name: Det öppna Skåne 2030
    if year % 100 == 0 or not this - 130 <= year <= this + 30:
        return 0.0
    return 0.85 if year >= this - 60 else 0.7
