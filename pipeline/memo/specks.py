"""What the reader of an old OCR text saw that is no print: dirt at a line's ends, words cut in two or run together."""

import re
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.forms.dates_fragments import LONG as LONG_MONTHS
from pipeline.memo.headings import heading_of
from pipeline.memo.labels import is_known_label
from pipeline.memo.layout import Token, around
from pipeline.memo.restore_candidates import candidates
from pipeline.memo.restore_channel import LOST
from pipeline.memo.restore_model import fold, model
from pipeline.memo.restore_pieces import RUNS_ON
from pipeline.resources import table

# dirt and rules; a colon or full stop counts only where a sentence has ended before it
_AT_START = re.compile(r"[_‘’'`´~“”„\"\\^.,:;]+$")
_AT_END = re.compile(r"[_‘’'`´~“”„\"\\^|¦{}©®«»•]+$")
# a bullet and the dirt beside it: "-e förlänga", "~¢ bevilja"
_BULLET = re.compile(r"(?:[-–—~.,‘’'`´_]{1,2}[e¢•*»«©°]|[e¢•*»«©][-–—~.,‘’'`´_])$")
_AFTER_END = re.compile(r"[.,:;]$")
CLUNG = re.compile(r"(?<=\d)[)\]|;:°'’]$|^[‘’'`´“”„\"•°](?=\d)")  # dirt or a table's rule after or before a number
_DASHES = frozenset("-–—−")
_CLUNG_SIGNS = frozenset(")]|;:°'’‘`´“”„\"•")
_LINES = "_‘’'`´~“”„\"\\^"
_LETTER = re.compile(rf"[{re.escape(_LINES)}]{{1,2}}(?:\d{{1,2}}[.)]|[a-h]\)|att)$")
_QUOTE = re.compile(r"[‘“„´`](?=\w)")
_ENTRY, _AFTER_MARK = re.compile(r"\d{1,2}[.)]?$"), frozenset("©®°«»_|~•¢*¥")
_OPENING, _CLOSING = frozenset("‘´`"), "‘’´`'”"
_UNDERLINED = re.compile(r"_?[^\W\d_]{2,}(?:_[^\W\d_]{2,})*_?$")
_DOTTED = re.compile(r"([^\W\d_]{2,}|i)\.([^\W\d_]{3,}[.,;:]?)$")
_PROPERTY = re.compile(r"([A-ZÅÄÖ][a-zåäöé]{2,})[.,](\d{1,3}:\d{1,4}[.,;:]?)$")  # Haga.4:12
_COLON = re.compile(r"([a-zåäöé]{4,}):([a-zåäöé]{3,}[.,;:]?)$")  # tjänsten:som
_DASHED = re.compile(r"([-–—])_+(?=[^\W\d_])")  # a list's dash with what lay below it
_YEAR_HALF, _DATE_HALF = re.compile(r"(?:19|20)\d$"), re.compile(r"\d-\d\d-\d\d[.,;:)]*$")
# little words, as read, that a full stop never ends
_LITTLE = frozenset("for fér fdr f6r av med till vid pa att och som den det har han mot i".split())  # noqa: SIM905
_LITTLE |= frozenset("enligt genom mellan under eller samt efter inom utan hos fran".split())  # noqa: SIM905
# "fro m den 1 maj", "to m 2005-06-30"
_ONWARD = {"fro": "fr o", "Fro": "Fr o", "fr0": "fr o", "to": "t o", "t0": "t o", "To": "T o"}
_MONTHS = frozenset(LONG_MONTHS.split("|"))
_YEARS_END = re.compile(r"\d[.,;:)]?$")
_BULLETS = frozenset("*•°+=~:")
_AND = re.compile(r"(?:och|för|av|till|med|samt|att)\.")
_ENDED = re.compile(r"(?:[a-zåäöé]{3,}|[^\W\d_][a-zåäöé]{8,})\.$")
_DOT_BEFORE = re.compile(r"\.(?=[A-ZÅÄÖ][a-zåäöé]{3})")  # Svenska .Kommunalarbetareförbundet
_COUNTY_READ = re.compile(r"(?!lan\b)(?:[l1I|][nä]|[l1I|J](?:an|in|dn|&n|én|4n|adn))(?=[.,;:]?$)")  # län
_COUNTY_BEGINS = frozenset("l1I|J")
_FOR = re.compile(r"f[öo]r\.")
_FOR_READ = re.compile(r"f(?:[déa6]|[od]6|oé|ad|dé)r(?=[.,;:]*$)")  # för
_COUNTIES = re.compile(  # the last words of their names, as folded
    r"(?:stockholm|kronoberg|kopparberg|skaraborg|alvsborg|gavleborg|jonkoping|dalarna|(?:vaster|norr)botten|"
    r"(?:soderman|ostergot|got|hal|gota|varm|vastman|vasternorr|jamt)land)s"
)
_ENDS_OF_FILES = frozenset("se nu com org net eu info pdf doc docx xls xlsx htm html txt dot".split())  # noqa: SIM905
# "12.500: -", "kriman": a price whose dash stands apart, and a rate whose stroke was read as a letter
_PRICE, _PRICE_DASH = re.compile(r"(?!(?:19|20)\d\d:)(?:\d{1,3}(?:\.\d{3})+|\d{3,6}):$"), re.compile(r"[-–—−][.,;]?$")
_RATE = re.compile(
    r"((?:t|mn)?kr)[il1|!](dygn|m[aåä]n|m[aåä]nad|[aåä]r|tim|timme|dag|vecka|elev|barn|plats|portion|km|kg|m2|person)"
    r"(?=[.,;:)]*$)"
)
# 875.000.kr, 128 700-kronor
_PRICE_CLUNG = re.compile(r"((?!0)\d{1,3}(?:[.,]\d{3})*)[.\-–—’']((?:kr|kronor|tkr|kkr|mkr|mnkr)[.,;:]?)$")
_PARTY_CLUNG = re.compile(r"(\([A-ZÅÄÖa-zåäö]{1,4}\))[‘’'`´*°~_]?((?:och|samt|yrkar|har|i|som|m)[,.]?)$")  # (S)'och
_SECOND_NAME = re.compile(r"-[A-ZÅÄÖ][a-zåäöéü]+[.,;]?$")
_NAME = re.compile(r"[A-ZÅÄÖ][a-zåäöéü]+$")
_HALF = re.compile(r"[^\W\d_]{3,}[.,;:]?$")
COMMON = 8.0  # ln count of a word of every text
JOINED, SLIP = 6.0, 1.5  # and of one that a joining s may stand before, and of that one with it
OWN, USUAL_END = 2.5, 20  # ln count of a word that stands for itself; log count, in a byte, of compounds that end so
SEEN = 3.0  # of a word that may stand alone on a line
LEAST_LINE = 5  # words of a line of running text
LONG = 9  # letters of a word of which two strange halves are


def without_specks(tokens: list[Token]) -> list[Token]:
    """The tokens of an old OCR text's page, row by row, without dirt, and with the parts of words put together."""
    rows: dict[float, list[Token]] = {}
    for token in tokens:
        rows.setdefault(token.box.y0, []).append(token)
    kept = [row for row in rows.values() if len(row) > 1 or not _dirt(row[0].text)] or list(rows.values())
    for row, below in pairwise(kept):
        if len(row) > 1 and len(row[-1].text) == 1 and _AFTER_END.match(row[-1].text) and _runs_on(row, below):
            row.pop()
    return [token for row in kept for token in _joined([_plain(t) for t in _clean(row)])]


def _runs_on(row: list[Token], below: list[Token]) -> bool:
    """Whether a line whose end is a full stop or colon that stands apart goes on in the one below: "begäran om :" and
    "tilläggsbudget", "avtalet med AB Hultbostäder ." and "om ett nät"."""
    text, first = row[-2].text, below[0].text
    if not (first[0].islower() and len(first) > 1 and first.rstrip(",.").isalpha()) or text[-1] in ".:;!?":
        return False
    return text.lower() in RUNS_ON or (row[-1].text in ".;" and len(row) > LEAST_LINE)


def _dirt(text: str) -> bool:
    """Whether what stands alone on its line is a scrap of letters, neither word nor abbreviation: Gu."""
    return 1 < len(text) < 4 and text.isalpha() and not text.isupper() and not _common(text, SEEN)


def _clean(row: list[Token]) -> list[Token]:
    """The row without dirt at its ends."""
    start, end = 0, len(row)
    while start < end - 1 and _AT_START.match(row[start].text):
        start += 1
    while end - 1 > start and (
        _AT_END.match(row[end - 1].text) or (_AFTER_END.match(row[end - 1].text) and row[end - 2].text[-1:] in ".:;")
    ):
        end -= 1
    last = row[end - 1]
    if last.text.endswith(".") and end - start < 5 and heading_of(" ".join(t.text for t in row[start:end])[:-1]):
        row[end - 1] = replace(last, text=last.text[:-1]) if len(last.text) > 1 else last
    first = row[start]
    if len(first.text) < 4 and end - start > 1 and _BULLET.match(first.text) and row[start + 1].text[:1].isalpha():
        row[start] = first = replace(first, text="•")
    if _LETTER.match(first.text):  # "_b) att uppdra"
        row[start] = first = replace(first, text=first.text.lstrip(_LINES))
    if end > start and _QUOTE.match(first.text) and not any(c in t.text for t in row[start:end] for c in "’”"):
        row[start] = replace(first, text=first.text[1:])
    kept = row[start:end]
    for n, token in enumerate(kept):
        if (
            n
            and token.text[0] in _OPENING
            and _QUOTE.match(token.text)
            and not any(c in t.text[1:] for t in kept[n:] for c in _CLOSING)
        ):
            kept[n] = replace(token, text=token.text[1:])  # "och Tommy ‘Karlqvist (S) föreslår"
    if len(kept) > 2 and kept[1].text in _AFTER_MARK and _ENTRY.match(kept[0].text) and kept[2].text[:1].isalpha():
        del kept[1]  # "5 © att bemyndiga", "4. _ tillföra"
    if len(kept) > 2 and kept[1].text in "~|_—" and len(kept) < 9 and is_known_label(kept[0].text):
        del kept[1]  # "Sektor ~ Trygghet och stöd"
    if len(kept) > 3 and kept[0].text in _BULLETS and _ENTRY.match(kept[1].text) and kept[2].text == "att":
        del kept[0]  # "* 2 att anslå"
    for n, (token, after) in enumerate(pairwise(kept)):
        if token.text in _ONWARD and after.text.rstrip(".,") == "m":
            kept[n] = replace(token, text=_ONWARD[token.text])
            continue
        if token.text[0] in "fF" and n and kept[n - 1].text in ("ek", "ek.") and _FOR.fullmatch(token.text):
            continue  # "Kotten ek. för. beviljas"
        if (
            token.text.endswith(".")
            and _AND.fullmatch(token.text)
            and after.text[:1].isalpha()
            and not after.text.isupper()
        ):
            kept[n] = replace(token, text=token.text[:-1])  # "infrastruktur och. miljö"
        elif (
            token.text.endswith(".")
            and _ENDED.match(token.text)
            and after.text[:2].islower()
            and after.text.isalpha()
            and ends_none(token.text)
        ):
            kept[n] = replace(token, text=token.text[:-1])
        if after.text[:1] == "." and token.text[-1].isalpha() and _DOT_BEFORE.match(after.text):
            kept[n + 1] = replace(after, text=after.text[1:])
        elif (
            after.text[:1] in _COUNTY_BEGINS
            and _COUNTY_READ.match(after.text)
            and _COUNTIES.fullmatch(fold(token.text))
        ):
            kept[n + 1] = replace(after, text=_COUNTY_READ.sub("län", after.text))  # Västra Götalands ln
        elif token.text in ("ek", "ek.") and _FOR_READ.match(after.text):
            kept[n + 1] = replace(after, text=_FOR_READ.sub("för", after.text))  # Haga Fiske ek fdr
    return kept


@lru_cache(maxsize=10_000)
def ends_none(text: str) -> bool:
    """Whether a full stop before a small letter is dirt: after a word that is no abbreviation ("2002 års. budget")."""
    word = text[:-1]
    return fold(word) not in _shortened() and (_common(word, SEEN) if word.islower() else is_known(word))


@cache
def _shortened() -> frozenset[str]:
    return frozenset(fold(row["abbreviation"]) for row in table("forms/data/abbreviations.csv"))


def _plain(token: Token) -> Token:
    """The token with spaces for what an underline or a speck between two words was read as."""
    text = token.text
    if text[:1] in "ktm" and "kr" in text[:3] and (rate := _RATE.match(text)):
        return replace(token, text=f"{rate[1]}/{rate[2]}{text[rate.end() :]}")
    if "kr" in text and text[0].isdigit() and (price := _PRICE_CLUNG.match(text)):
        return replace(token, text=f"{price[1]} {price[2]}")
    if text[0] == "(" and (party := _PARTY_CLUNG.match(text)):
        return replace(token, text=f"{party[1]} {party[2]}")
    if "_" in text and (_UNDERLINED.match(text) or _DASHED.match(text)):
        return replace(token, text=_DASHED.sub(r"\1 ", text).replace("_", " ").strip())
    place = _PROPERTY.match(text) or _COLON.match(text) if ":" in text else None
    if place:
        return replace(token, text=f"{place.group(1)} {place.group(2)}")
    dotted = _DOTTED.match(text) if "." in text else None
    if dotted and text[0].islower() and dotted.group(2)[0].islower():
        first, second = dotted.groups()
        word = second.rstrip(".,;:")
        marked = first in _LITTLE or not (first.isascii() and second.isascii()) or min(len(first), len(word)) > 9
        if word not in _ENDS_OF_FILES and marked and is_known(first) and is_known(word):
            return replace(token, text=f"{first} {second}")
    return token


def _joined(row: list[Token]) -> list[Token]:
    """The row with `Bengt` `-Olof`, `Lansarbet` `snamnden` as one word each."""
    joined: list[Token] = []
    for n, token in enumerate(row):
        text = token.text
        if (
            joined and len(joined[-1].text) == 3 and _YEAR_HALF.match(joined[-1].text) and _DATE_HALF.match(text)
        ):  # 201 2-03-30
            joined[-1] = _one(joined[-1], token, joined[-1].text + text)
        elif (
            len(joined) > 1
            and len(joined[-1].text) == 3
            and _YEAR_HALF.match(joined[-1].text)
            and joined[-2].text.lower() in _MONTHS
            and _YEARS_END.match(text)
            and not (n + 1 < len(row) and row[n + 1].text[:3].isdecimal())  # "i maj 201 8 000 kr"
        ):  # augusti 201 8
            joined[-1] = _one(joined[-1], token, joined[-1].text + text)
        elif joined and text[0] in _DASHES and _price_goes_on(joined[-1].text, text, row[n + 1 : n + 2]):
            joined[-1] = _one(joined[-1], token, joined[-1].text + text)
        elif joined and (text[0].islower() or text[0] == "-") and _belongs(joined[-1].text, text):
            speck = text[0] == "-" and text[-1] == "." and n + 1 < len(row)
            joined[-1] = _one(joined[-1], token, joined[-1].text + text.rstrip("." if speck else ""))
        else:
            joined.append(token)
    return joined


def _price_goes_on(first: str, dash: str, after: list[Token]) -> bool:
    """Whether a dash that stands apart closes a sum: `12.500: -`; before a word with a capital it may begin an item."""
    if first[-1] != ":" or not _PRICE.match(first) or not _PRICE_DASH.match(dash):
        return False
    return not after or not after[0].text[:1].isupper() or dash[-1] not in _DASHES


def unclung(word: str) -> str:
    """A word without dirt or a table's rule after or before its digits."""
    return CLUNG.sub("", word) if not _CLUNG_SIGNS.isdisjoint(word) else word


def _one(first: Token, second: Token, text: str) -> Token:
    return replace(first, text=text, raw=f"{first.raw} {second.raw}", box=around([first.box, second.box]))


@lru_cache(maxsize=100_000)
def _belongs(first: str, second: str) -> bool:
    """Whether two words are halves of one."""
    if second[0] == "-":
        return bool(_SECOND_NAME.match(second) and _NAME.match(first))
    if not second[0].islower() or not first.isalpha() or len(first) < 3 or not _HALF.match(second):
        return False
    rest = second.rstrip(".,;:")
    if len(first) + len(rest) < LONG or _common(first):
        return False
    slip = rest[0] == "s" and _common(rest[1:], JOINED) and not _common(rest, SLIP)
    strange = not is_known(rest) or slip
    return strange and not (_common(first, OWN) and _ends_known(rest)) and is_known(first + rest)


def is_usual(word: str) -> bool:
    """Whether a word is a usual one, which may stand alone."""
    return _common(word, SEEN)


def _ends_known(word: str) -> bool:
    """Whether a word ends in one that compounds end in: ismaskin, which is no half of begagnadismaskin."""
    m, key = model(), fold(word)
    return any(m.last_part[i] > USUAL_END for cut in range(2, len(key) - 3) for i in m.alike(key[cut:]))


def _common(word: str, least: float = COMMON) -> bool:
    """Whether a word is one of every text, which seldom begins another."""
    m = model()
    return any(m.log_count[i] > least for i in m.alike(fold(word)))


def is_known(word: str) -> bool:
    """Whether a word as read is one of the lexicon, or put together of such."""
    return any(c.known and " " not in c.text for c in candidates(word, LOST)[:3])
