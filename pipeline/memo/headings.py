"""Which section a line opens, told by the headings in `data/headings.csv`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.memo.fold import bare, near
from pipeline.memo.memo import SectionKind
from pipeline.resources import table

LONGEST = 75  # characters; no known heading is longer
_NUMBER = re.compile(
    r"^(?:§ ?)?(?:\d{1,2}(?:[. ]\d{1,2}){0,3}[.)]?|[ivx]{1,4}[.)]|[a-h][.)]) +(?=[a-zåäöA-ZÅÄÖ])", re.IGNORECASE
)
_SIGN_IN_WORD = re.compile(r"(?<=[A-Za-z])[&4@](?=[a-z])")  # an ä that an OCR took for a sign
_COUNT = re.compile(
    r"(?<=[A-Za-zåäö]),? ?(?:\(\d{1,2}(?: ?st\.?)?\)|\d{1,2} ?st\.?):?$"
)  # "Bilagor (3)", "Bilagor, 3 st"
_BULLET = re.compile(r"^[•·▪●■□➢*–—-]+ *")


@dataclass(frozen=True, slots=True)
class Heading:
    """A known heading. body_only: in the letterhead it is no heading. line_only: never run in before text."""

    kind: SectionKind
    body_only: bool = False
    line_only: bool = False


Lengths = dict[int, list[tuple[str, frozenset[str], Heading]]]


@cache
def _known() -> tuple[dict[str, Heading], list[tuple[re.Pattern[str], Heading]], Lengths]:
    exact: dict[str, Heading] = {}
    patterns: list[tuple[re.Pattern[str], Heading]] = []
    lengths: Lengths = {}
    for row in table("memo/data/headings.csv"):
        heading = Heading(SectionKind(row["kind"]), row["place"] == "body", row["place"] == "line")
        pattern = row["pattern"]
        if "*" in pattern:
            patterns.append((_wild(pattern), heading))
            continue
        plain = bare(pattern)
        if plain not in exact or not heading.body_only:
            exact[plain] = heading
            if len(plain) >= 6:
                lengths.setdefault(len(plain), []).append((plain, _pairs(plain), heading))
    return exact, patterns, lengths


def _wild(pattern: str) -> re.Pattern[str]:
    """* alone stands for one to six words, * before letters for the beginning of a word and up to four before it."""
    marked = re.sub(r"\*(?=\w)", "xglx", re.sub(r"(?<!\S)\*(?!\S)", "xwox", pattern))
    expression = re.escape(bare(marked)).replace("\\ ", " ")
    words = r"[\w/&()-]+(?: [\w/&()-]+){0,5}"
    return re.compile(expression.replace("xwox", words).replace("xglx", r"(?:[\w/&()-]+ ){0,4}[\w-]*"))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def bare_heading(text: str) -> str:
    """The text as it is compared with the list: without numbering, bullets, colons and å ä ö."""
    text = _BULLET.sub("", text.strip())
    text = _COUNT.sub("", _NUMBER.sub("", text))
    return bare(_SIGN_IN_WORD.sub("a", text))


@lru_cache(maxsize=8192)
def heading_of(text: str) -> Heading | None:
    """What the line, taken as a whole, is the heading of. None where it is none that is known."""
    if not 2 < len(text) <= LONGEST or text.count(" ") > 11:
        return None
    stripped = text.strip()
    if stripped[-1:] in ".;,!?" and len(stripped) > 6:
        return _with_speck(stripped)
    plain = bare_heading(stripped)
    if not plain or sum(c.isdigit() for c in plain) > 3:
        return None
    letters = [c for c in stripped if c.isalpha()]
    if not letters or (letters[0].islower() and not stripped.endswith(":")):
        return None
    exact, patterns, lengths = _known()
    if plain in exact:
        return exact[plain]
    for pattern, heading in patterns:
        if pattern.fullmatch(plain):
            return heading
    found = _nearly(plain, lengths)
    if found is None and "é" in stripped:  # what an old OCR makes of ö
        return heading_of(stripped.replace("é", "ö"))
    return found


_ALONE = (SectionKind.PROPOSAL, SectionKind.SUMMARY, SectionKind.ATTACHMENTS, SectionKind.RECIPIENTS)


def _with_speck(stripped: str) -> Heading | None:
    """A long heading that nothing is wrong with but specks round it: `Förslag till beslut.`, `_ Bilagor i ärendet ;`"""
    whole = stripped[:-1].rstrip().lstrip("_'‘’`|~.,:;^ ")
    exact, _, lengths = _known()
    plain = bare_heading(whole)
    if " " not in whole and len(whole) > 6 and whole[0].isupper() and stripped[-1] == ".":
        alone = exact.get(plain)
        return alone if alone is not None and alone.kind in _ALONE else None  # `Förslag.`, `Bilagor.`
    if len(whole) < 12 or whole[-1:] in ".;,!?" or not whole[:1].isupper() or " " not in whole:
        return None
    heading = exact.get(plain) or _nearly(plain, lengths)
    if heading is None or heading.body_only or heading.line_only or heading.kind is SectionKind.BODY:
        return None
    return heading


def _nearly(plain: str, lengths: Lengths) -> Heading | None:
    most = 0 if len(plain) < 7 else 1 if len(plain) < 14 else 2
    if not most:
        return None
    pairs = _pairs(plain)
    for length in range(len(plain) - most, len(plain) + most + 1):
        for other, theirs, heading in lengths.get(length, ()):
            if len(pairs ^ theirs) <= 4 * most and near(plain, other, most):
                return heading
    return None


_RUN_IN = re.compile(r"[^:]{3,60}:(?= |$)")
# `Förslag. Utskottet föreslår …`, `Förslag till beslut – Nämnden antar …`
_SET_BEFORE = re.compile(r"(?P<heading>[A-ZÅÄÖ][\w ,/-]{3,58}?)(?P<sign>\.| [–—-])(?= [A-ZÅÄÖ0-9])")
# a margin's heading that an OCR read with the text beside it: `Förslag Kontoret föreslår att styrelsen …`
_PROPOSING = re.compile(
    r"(?P<heading>F\wrslag(?: till beslut)?|Beslutsf\wrslag|Hemst\wllan)(?= [A-ZÅÄÖ][\w-]+ (?:[\w-]+,? ){0,5}?"
    r"(?:f\wresl\w(?:r|s)?|hemst\wll(?:er|es|a)|beslutar?|rekommendera(?:r|s))\b)"
)


@lru_cache(maxsize=4096)
def run_in(text: str) -> tuple[Heading, int] | None:
    """A heading with a colon or point before text on the same line (`Kopia till: A, B`), and where the heading ends."""
    match = _RUN_IN.match(text)
    heading = heading_of(match.group()[:-1]) if match else None
    if match and heading is not None:
        return None if heading.line_only else (heading, match.end())
    match = _SET_BEFORE.match(text)
    heading = heading_of(match["heading"]) if match else None
    pointed = match is not None and match["sign"] == "."
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
