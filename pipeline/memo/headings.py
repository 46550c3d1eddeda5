"""Which section a line opens, told by the headings in `data/headings.csv`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.forms.guard import guarded
from pipeline.memo.fold import bare, near
from pipeline.memo.memo import SectionKind
from pipeline.resources import table

LONGEST = 75  # characters; no known heading is longer
_NUMBER = re.compile(
    r"^(?:§ ?)?(?:\d{1,2}(?:[. ]\d{1,2}){0,3}[.)]?|[ivx]{1,4}[.)]|[a-h][.)]) +(?=[a-zåäöA-ZÅÄÖ])", re.IGNORECASE
)
_SIGN_IN_WORD = guarded(r"(?<=[A-Za-z])[&4@](?=[a-z])")  # an ä that an OCR took for a sign
_COUNT = guarded(r"(?<=[A-Za-zåäö]),? ?(?:\(\d{1,2}(?: ?st\.?)?\)|\d{1,2} ?st\.?):?$")  # "Bilagor (3)", "Bilagor, 3 st"
# "BESLUT (enligt arbetsutskottets förslag)"
_ACCORDING = re.compile(r"\s*\((?:enligt|i enlighet med|efter) [^()\d]{3,50}\):?$")
_SPACED_OUT = re.compile(r"(?:[^\W\d_] +){4,}[^\W\d_] ?:?")  # F Ö R S L A G
_WORN_PROPOSAL = re.compile(r"\bf\wrslag")  # its ö read as another letter
_ONE_DIGIT, _FOUR_DIGITS = re.compile(r"[0-9]"), re.compile(r"[0-9]{4}")  # more than three are no heading's
_BULLET = re.compile(r"^[•·▪●■□➢*–—-]+ *")


@dataclass(frozen=True, slots=True)
class Heading:
    """A known heading. body_only: in the letterhead it is no heading. line_only: never run in before text."""

    kind: SectionKind
    body_only: bool = False
    line_only: bool = False


class Spelt(NamedTuple):
    """How a known heading is spelt."""

    plain: str
    pairs: frozenset[str]  # of letters
    heading: Heading


class Known(NamedTuple):
    """The known headings. wild: with the signs for any words, by one of their own words, each with its place in the
    list. spelt: the others, the shorter ones first."""

    exact: dict[str, Heading]
    wild: dict[str, list[tuple[int, re.Pattern[str], Heading]]]
    spelt: list[Spelt]


@cache
def _known() -> Known:
    exact: dict[str, Heading] = {}
    wild: dict[str, list[tuple[int, re.Pattern[str], Heading]]] = {}
    spelt: list[Spelt] = []
    for place, row in enumerate(table("memo/data/headings.csv")):
        heading = Heading(SectionKind(row["kind"]), row["place"] == "body", row["place"] == "line")
        pattern = row["pattern"]
        if "*" in pattern:
            own = max(bare(" ".join(word for word in pattern.split() if "*" not in word)).split(), key=len)
            wild.setdefault(own, []).append((place, _wild(pattern), heading))
            continue
        plain = bare(pattern)
        if plain not in exact or not heading.body_only:
            exact[plain] = heading
            if len(plain) >= 6:
                spelt.append(Spelt(plain, _pairs(plain), heading))
    return Known(exact, wild, sorted(spelt, key=lambda known: len(known.plain)))


@cache
def _close_set() -> dict[str, Heading]:
    """The known headings without the white space between their words, which letters set wide apart do not tell."""
    return {plain.replace(" ", ""): heading for plain, heading in _known().exact.items()}


def _wild(pattern: str) -> re.Pattern[str]:
    """* alone stands for one to six words, * before letters for the beginning of a word and up to four before it."""
    marked = re.sub(r"\*(?=\w)", "xglx", re.sub(r"(?<!\S)\*(?!\S)", "xwox", pattern))
    expression = re.escape(bare(marked)).replace("\\ ", " ")
    words = r"[\w/&()-]+(?: [\w/&()-]+){0,5}"
    return re.compile(expression.replace("xwox", words).replace("xglx", r"(?:[\w/&()-]+ ){0,4}[\w-]*"))


def _place(wild: tuple[int, re.Pattern[str], Heading]) -> int:
    return wild[0]


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map(str.__add__, text, text[1:]))


def bare_heading(text: str) -> str:
    """The text as it is compared with the list: without numbering, bullets, colons and å ä ö."""
    text = text.strip()
    if bullet := _BULLET.match(text):
        text = text[bullet.end() :]
    if number := _NUMBER.match(text):
        text = text[number.end() :]
    text = _ACCORDING.sub("", _COUNT.sub("", text))
    return bare(_SIGN_IN_WORD.sub("a", text))


_LINK = "s förslag till "
# "Stadsbyggnadsutskottets förslag till kommunstyrelsen för förslag till kommunfullmäktige"
_CHAIN = re.compile(
    rf"[A-ZÅÄÖ][\w, -]{{4,50}}{_LINK}[\w, -]{{3,50}}(?:styrelsen|nämnden|utskottet) "
    r"för (?:förslag|vidare|beslut)[\w ]{2,30}(?:fullmäktige|styrelsen)$"
)


# "Vad ska nämnden besluta?", "Vilket beslut föreslås kommunstyrelsen fatta?"
_ASKED = guarded(
    r"(?:vad|vilket beslut|vilka beslut) (?:ska|skall|bor|behover|foreslas|foreslar) "
    r"(?:[\w-]+ ){0,7}(?:besluta|beslutas|fatta|ta stallning till)(?: om| beslut om)?\??"
)
_DASHES = frozenset("—–-_=")


@lru_cache(maxsize=8192)
def heading_of(text: str) -> Heading | None:
    """What the line, taken as a whole, is the heading of. None where it is none that is known."""
    if not 2 < len(text) <= LONGEST and not (LONGEST < len(text) < 130 and _LINK in text and _CHAIN.match(text)):
        return None
    if text[1] == " " and _SPACED_OUT.fullmatch(text):
        return _close_set().get(bare(text.rstrip(" :")).replace(" ", ""))
    if text.count(" ") > 11 or _OF_OTHERS.match(text):
        return None
    stripped = text.strip()
    if stripped[-1:] in _DASHES and stripped[-2:-1] == " ":
        stripped = stripped[:-2].rstrip()  # a scan's speck, or a rule behind the heading
        if len(stripped) < 3:
            return None
    if stripped[-1:] in ".;,!?" and len(stripped) > 6:
        asked = stripped[-1] == "?" and _ASKED.fullmatch(bare_heading(stripped))
        return Heading(SectionKind.PROPOSAL) if asked else _with_speck(stripped)
    first = next(filter(str.isalpha, stripped), "")
    if not first or (first.islower() and stripped[-1] != ":") or _FOUR_DIGITS.search(stripped):
        return None
    plain = bare_heading(stripped)
    if not plain or len(_ONE_DIGIT.findall(plain)) > 3:
        return None
    known = _known()
    if plain in known.exact:
        return known.exact[plain]
    if "rslag" in plain and "forslag" not in plain:
        plain = _WORN_PROPOSAL.sub("forslag", plain)
    if " beslutar att " in plain or plain.startswith("att ") or plain.endswith(" foljande yttrande"):
        return None  # "att avge följande yttrande:"
    if like := known.wild.keys() & plain.split():
        for _, pattern, heading in sorted((one for word in like for one in known.wild[word]), key=_place):
            if pattern.fullmatch(plain):
                return heading
    found = _nearly(plain)
    if found is None and (scrap := _SCRAPS.fullmatch(stripped)):
        whole = heading_of(scrap[1])
        return whole if whole is not None and whole.kind is SectionKind.PROPOSAL else None
    if found is None and "é" in stripped:  # what an old OCR makes of ö
        return heading_of(stripped.replace("é", "ö"))
    return found


# what an old OCR made of another column, behind the heading: "Förslag till beslut BS 0"
_SCRAPS = re.compile(r"(.{5,60}\bbeslut)(?: (?:[A-ZÅÄÖ0-9]{1,2}|[^\w\s]{1,3})){1,3}")
# what revisors recommended, one by one: "Rekommendation 2: Utse ansvariga"
_OF_OTHERS = re.compile(r"\W*rekommendation (?:nr )?\d", re.IGNORECASE)
_ALONE = (SectionKind.PROPOSAL, SectionKind.SUMMARY, SectionKind.ATTACHMENTS, SectionKind.RECIPIENTS)


def _with_speck(stripped: str) -> Heading | None:
    """A long heading that nothing is wrong with but specks round it: `Förslag till beslut.`, `_ Bilagor i ärendet ;`"""
    whole = stripped[:-1].rstrip().lstrip("_'‘’`|~.,:;^ ")
    if len(whole) < 7 or not whole[0].isupper():
        return None
    known = _known()
    if " " not in whole and stripped[-1] == ".":
        alone = known.exact.get(bare_heading(whole))
        return alone if alone is not None and alone.kind in _ALONE else None  # `Förslag.`, `Bilagor.`
    if len(whole) < 12 or whole[-1] in ".;,!?" or " " not in whole:
        return None
    plain = bare_heading(whole)
    heading = known.exact.get(plain) or _nearly(plain)
    if heading is None or heading.body_only or heading.line_only or heading.kind is SectionKind.BODY:
        return None
    return heading


def _cuts(length: int, slips: int) -> list[tuple[int, int]]:
    """Where the parts of a heading begin and end, one more than there may be slips: one part at least has none."""
    edges = [length * n // (slips + 1) for n in range(slips + 2)]
    return list(pairwise(edges))


@cache
def _parts(slips: int) -> dict[str, list[int]]:
    """The known headings, by their places in the list, that have this part where it is cut for so many slips."""
    found: dict[str, list[int]] = {}
    for place, known in enumerate(_known().spelt):
        for start, end in _cuts(len(known.plain), slips):
            found.setdefault(known.plain[start:end], []).append(place)
    return found


@cache
def _stretches(length: int, slips: int) -> list[tuple[int, int]]:
    """Where in a text so long a part of a known heading may stand: as far as slips before it move it; those after it
    make up for the rest of what the text is longer or shorter than the heading."""
    return sorted(
        {
            (start + moved, end + moved)
            for whole in range(length - slips, length + slips + 1)
            for start, end in _cuts(whole, slips)
            for moved in range(-slips, slips + 1)
            if start + moved >= 0 and end + moved <= length and abs(moved) + abs(length - whole - moved) <= slips
        }
    )


# a letter from a heading, yet words of their own
_VERBS = frozenset(("besluta", "beslutar", "beslutat", "beslutas", "hemstalla", "hemstaller", "foresla", "foreslar"))


def _nearly(plain: str) -> Heading | None:
    """The first known heading that the text is but for a slip, or two of a longer text."""
    if plain in _VERBS:
        return None  # the last line of "Kontoret föreslår arbetsutskottet föreslå kommunstyrelsen / besluta:"
    most = 0 if len(plain) < 7 else 1 if len(plain) < 14 else 2
    if not most:
        return None
    parts = _parts(most)
    shared = [parts[part] for start, end in _stretches(len(plain), most) if (part := plain[start:end]) in parts]
    if not shared:
        return None
    spelt, pairs = _known().spelt, _pairs(plain)
    for place in sorted({place for places in shared for place in places}):
        known = spelt[place]
        if len(pairs ^ known.pairs) <= 4 * most and near(plain, known.plain, most):  # a slip changes four pairs at most
            return known.heading
    return None


_RUN_IN = re.compile(r"[^:]{3,60}:(?= |$)")
# `Förslag. Utskottet föreslår …`, `Förslag till beslut – Nämnden antar …`
_SET_BEFORE = re.compile(r"(?P<heading>[A-ZÅÄÖ][\w ,/-]{3,58}?)(?P<sign>\.| [–—=-])(?= [A-ZÅÄÖ0-9])")
# a margin's heading that an OCR read with the text beside it: `Förslag Kontoret föreslår att styrelsen …`
_PROPOSING = re.compile(
    r"(?P<heading>F\wrslag(?: till beslut)?|Beslutsf\wrslag|Hemst\wllan)(?= [A-ZÅÄÖ][\w-]+ (?:[\w-]+,? ){0,5}?"
    r"(?:f\wresl\w(?:r|s)?|hemst\wll(?:er|es|a)|beslutar?|rekommendera(?:r|s))\b)"
)


@lru_cache(maxsize=4096)
def run_in(text: str) -> tuple[Heading, int] | None:
    """A heading with a colon or point before text on the same line (`Kopia till: A, B`), and where the heading ends."""
    match = _RUN_IN.match(text) if ":" in text else None
    heading = heading_of(match.group()[:-1]) if match else None
    if match and heading is not None:
        return None if heading.line_only else (heading, match.end())
    match = _SET_BEFORE.match(text)
    heading = heading_of(match["heading"]) if match else None
    pointed = match is not None and match["sign"] in (".", " =")  # the latter an OCR's speck beside a margin's heading
    if match and heading is not None and not heading.line_only and (pointed or heading.kind is SectionKind.PROPOSAL):
        return heading, match.end()
    match = _PROPOSING.match(text)
    return (Heading(SectionKind.PROPOSAL), match.end()) if match else None


_AFTER_HEADING = re.compile(r"[A-ZÅÄÖ0-9(]|att$|[•·▪●–-]$")


def leading(text: str, count: int) -> Heading | None:
    """The known heading that a line's first words, `count` of them, are, if its text goes on after them without a
    colon: `Bakgrund  Nämnden har …`."""
    words = text.split()
    if not 0 < count < len(words) or words[count - 1][-1] in ".,;:" or not _AFTER_HEADING.match(words[count]):
        return None
    return heading_of(" ".join(words[:count]))
