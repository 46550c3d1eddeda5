"""What stands round a part and tells whether it is a date at all: amounts, diarienummer, laws, telephones, names and
counts are not. The words are data: `data/dates_context.csv`."""

import re
from datetime import date

from pipeline.forms.dates_parts import Kind, Part
from pipeline.forms.dates_shadow import Shadow
from pipeline.resources import table

_REACH = 48  # characters of the text before a part that are looked at


def _words(side: str, effect: str) -> str:
    return "|".join(
        row["words"]
        for row in table("forms/data/dates_context.csv")
        if row["side"] == side and effect in row["effect"].split()
    )


def _before(effect: str, between: str = r"[ :(\n]*") -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{_words('before', effect)})(?![^\W_]){between}$")


_TIME = _before("time", r"[ (\n]*")
_NUMBER = _before("number", r"[ :.\n]*")
_LABEL = re.compile(  # a number's label with something of the number already said: "Dnr KS ", "Tel 08-530 "
    rf"(?<!\w)(?:{'|'.join(r['words'] for r in table('forms/data/dates_context.csv') if r['effect'] == 'number' and r['words'].startswith(('tel|', 'dnr|')))})"
    r"[ .:]*(?:[\w/-]{1,8}[ /-]?){0,2}$"
)
_NAME = re.compile(rf"(?<!\w)(?:{_words('before', 'name')})(?:sdokument)?(?: \w+)?[ ]$")
_DATING = _before("dating", r"[ :(\n]*(?:den )?")
_AFTER = re.compile(rf"[ ]?(?:{_words('after', 'number')})(?!\w)")
_PERSON = re.compile(r"[ ]?[-+ ]?\d{4}(?!\d)")
_GLUED = re.compile(r"(?:\d[.,:]|[^\W_][/-]|\w|[§$#€£])$")
_YEAR_LIST = re.compile(r"(?:(?:1[6-9]|20|21)\d\d|[\t\n(])[ ,]*(?:och |samt |respektive |eller )?$")
_DIGIT_BEFORE = re.compile(r"\d[ ]$")
_NOUN_BEFORE = re.compile(r"[a-zåäöé]{3,}[ ]$")
_CAPITAL_BEFORE = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][\wåäöé]+ $")
_TALL = re.compile(r"[A-ZÅÄÖ][a-zåäöé]")
_SLASH_CUE = re.compile(
    r"(?<!\w)(?:den|senast|före|till|från|fr\.? ?o\.? ?m\.?|t\.? ?o\.? ?m\.?|from|tom|och|med|per|sedan|efter|datum|inkom|ink|kl"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)(?:dag|dagen)?\.?|mellan|ks|kf|ksau|au|sn|bun|tn|fsk|möte|mötet|sammanträde|sammanträdet|innan|beslut|daterad|daterat)[ :.(]*$"
)
_PAIR_CUE = re.compile(r"(?<!\w)(?:under|för|budget\w*|plan\w*|åren|året|perioden|säsong\w*|läs\w*|period|\w+året)[ ]$")
_MONTH_CUE = re.compile(
    r"(?<!\w)(?:per|t\.? ?o\.? ?m\.?|fr\.? ?o\.? ?m\.?|till och med|från och med|datum|månad|under|från|till|för|i|den)[ :]*$"
)


def is_date(text: str, shadow: Shadow, part: Part, anchor: date | None, after_date: bool) -> float:
    """How sure it is that the part is a date, 0.0 where it is none.

    after_date: whether the part is tied by "och" or a comma to a date just before it.
    """
    start, end = part.start, part.end
    left = shadow[max(0, start - _REACH) : start]
    if part.kind in (Kind.BARE_DAY,):
        return 0.0
    if _glued(left, part):
        return 0.0
    need = part.needs
    sure = part.confidence
    if any(i in shadow.misread for i in range(start, end)):
        sure *= 0.7
        if need:
            return 0.0
    if need == "year":
        return _bare_year(text, shadow, part, left, anchor) * sure
    if need in ("compact", "dating", "short"):
        return _digits(shadow, part, left) * sure
    if need == "dating slash":
        fits = after_date or _SLASH_CUE.search(left) or re.match(r",? ?(?:§|kl\.? ?\d)", shadow[end : end + 8])
        return sure if fits else 0.0
    if need in ("month", "short month"):
        return sure * _month(text, part)
    if need == "pair":
        return sure if _PAIR_CUE.search(left) and not _LABEL.search(left) else 0.0
    if need == "dating month":
        return sure if _MONTH_CUE.search(left) else 0.0
    if need == "week":
        return sure if text[start] == "v" or text[start + 1 : start + 2] in ".0123456789" else 0.0
    if part.kind is Kind.DAY and part.year is None and re.search(r"(?:§|§§|nr|kap\.?|punkt|sid\.?|sida) ?$", left):
        return 0.0
    return sure


def _glued(left: str, part: Part) -> bool:
    """Whether the part is the tail of something longer: KS/2019, 3.5, 08-530."""
    found = _GLUED.search(left)
    if found is None:
        return False
    sign = found.group()
    full = part.kind is Kind.DAY and part.year is not None and not part.short
    # a label without its space ("Datum:2019-08-19") or a word joined by a slash or dash to a word ("vår/sommar")
    if sign[0].isdigit() or sign[0] in "§$#€£":
        return True
    if sign[-1] in "/-":
        return not (part.kind not in (Kind.DAY, Kind.YEAR, Kind.YEARS) and len(sign) == 2)
    return not full


def _digits(shadow: Shadow, part: Part, left: str) -> float:
    after = shadow[part.end : part.end + 6]
    if _PERSON.match(after) or _AFTER.match(shadow, part.end) or _LABEL.search(left):
        return 0.0
    if part.needs == "short":
        return 0.0 if _NUMBER.search(left) or _DIGIT_BEFORE.search(left) else 1.0
    if part.needs == "compact":
        return 0.6 if _DIGIT_BEFORE.search(left) else 1.0
    alone = not left.strip() and not shadow[part.end : part.end + _REACH].strip()
    return 1.0 if alone or _DATING.search(left) else 0.0


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
    if part.until:
        year = part.until
    this = anchor.year if anchor else 2010
    timed = _TIME.search(left)
    if _LABEL.search(left) or _NUMBER.search(left):
        return 0.0
    counted = _AFTER.match(shadow, end)
    if counted and not re.search(r"(?<!\w)(?:år|året|under|sedan) $", left):
        return 0.0
    if timed is not None:
        return 1.0 if 1600 <= year <= this + 120 else 0.0
    if re.match(r"(?: ?-| )?års?(?!\w)", shadow[end : end + 7]):
        return 1.0
    if _NAME.search(left):
        return 0.0
    if _YEAR_LIST.search(left):
        return 0.9 if this - 60 <= year <= this + 30 else 0.0
    if _DIGIT_BEFORE.search(left):
        return 0.0
    before = text[max(0, part.start - _REACH) : part.start]
    near = year <= this + 4 if anchor else year <= 2029
    if not near and (_NOUN_BEFORE.search(left) or _CAPITAL_BEFORE.search(before)):
        return 0.0  # a year far ahead straight after a noun is a plan's or a vision's name: Det öppna Skåne 2030
    if year % 100 == 0 or not this - 60 <= year <= this + 30:
        return 0.0
    return 0.85
