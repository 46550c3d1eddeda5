"""The heading above a table in text: which lines it is, and which of its words stand over which column."""

import re
from itertools import pairwise

from pipeline.memo.headings import heading_of
from pipeline.memo.layout import Piece, PieceKind, Token, Zone

RULES = frozenset("|¦][!")
UPRIGHT = frozenset("|¦")
SPECK = re.compile(r"[^\w\s%+–—−-]{1,2}$|_$")  # what an OCR makes of dirt or a table's rule
YEAR = re.compile(r"(?:19|20)\d\d(?:[-–—/]\d{2,4})?$")
_UNIT = re.compile(r"(?<!\w)(?:tkr|mnkr|mkr|kkr|kr|kronor)\W*$", re.IGNORECASE)
_AFTER_YEAR = "/|]:,;"  # what may stand after a year of a heading: a rule, a comma before its unit
_CORNER = re.compile(r"(?:belopp|siffror) (?:i|anges i) ", re.IGNORECASE)  # of the whole table: over the labels
_TOTAL = re.compile(r"(?:totalt?|summa|s:a|sammanlagt|tot\.?)$", re.IGNORECASE)
_SUM = re.compile(r"[-–—−]?\d{1,3}(?:\.\d{3})+|\d[\d.]*:[-–—−]")
UNITS = re.compile(
    r"\(?(?:t|k|mn|m|md)?kr(?:onor)?(?:/[^\W\d]+\d?)?\)?[.,]?$|(?:%|procent|st|antal|ha|m2|m²|kvm|tim|timmar|år)$",
    re.IGNORECASE,
)
_MEASURE = re.compile(r"(?:t|k|mn|m|md)?kr$|%$|procent$")
_NOW = re.compile(r"(?:nu|nuvarande|idag|i|gällande|dagens|hittills|tidigare|gammal|gamla|före)$", re.IGNORECASE)
_THEN = re.compile(r"(?:nya?|nytt|förslag|föreslag\w+|efter|framtida|kommande|ändrad|ändrat)$", re.IGNORECASE)
_FIGURE = re.compile(r"\d{3,5}(?:,\d+)?$")  # stands in no heading, years apart

Cells = list[list[int]]  # word positions of each cell within its line


def leads(piece: Piece, tokens: list[Token]) -> bool:
    """True where the line points to what stands below, or names its unit: "… följande kalkyl (kronor):"."""
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY:
        return False
    text = " ".join(tokens[w].text for w in piece.lines[0].words).rstrip(" .;,")
    return text.endswith(":") or _UNIT.search(text) is not None


def names_unit(piece: Piece, tokens: list[Token]) -> bool:
    """True where the line is the unit of all that stands below and nothing else: `kkr`, `(tkr)`."""
    words = piece.lines[0].words if piece.kind == PieceKind.LINE and piece.zone == Zone.BODY else []
    return len(words) == 1 and UNITS.match(tokens[words[0]].text) is not None


def headings(made: list[Piece], first: Piece, tokens: list[Token]) -> list[list[str]]:
    """The words of the one or two lines above that may be the table's heading, from above."""
    found: list[list[str]] = []
    gap = first.gap
    for piece in reversed(made[-2:]):
        if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY or gap > 1.3:
            break
        words = [tokens[w].text for w in piece.lines[0].words]
        text = " ".join(words)
        years = all(YEAR.match(w) for w in words)
        units = of_units(words)
        if any(_SUM.match(w) for w in words) or any(_FIGURE.match(w) and not YEAR.match(w) for w in words):
            break
        if any(YEAR.match(a) and b.isdigit() and not YEAR.match(b) for a, b in pairwise(words)):
            break  # `Intäkt 2019 Prognos 2020 6 Kostnad 2020`: a heading was lost there, nobody knows whose
        if (len(words) < 2 and not years) or len(text) > 90 or text[-1] in ".:;":
            break
        if text[0].islower() and not units:
            break
        if heading_of(text) or (found and len(groups_of(words, False)) < 2):
            break
        found.insert(0, words)
        if not (years or units):
            break
        gap = piece.gap
    return found


def certain(words: list[str]) -> int | None:
    """How many columns of numbers a heading row that ends in two years or more tells for certain; None: it doesn't.

    So does one that begins with what all its numbers are: `Belopp i tkr Budget Utfall Prognos`.
    `Tkr 2021 2022 2023` and `Kostnad (tkr) 2021 2022 2023` stand over three, `Tkr Andel, % 2013 2014 2015` over four.
    """
    plain = [w for w in words if not SPECK.match(w)]
    if len(plain) > 2 and _TOTAL.match(plain[-1]) and YEAR.match(plain[-2].rstrip(_AFTER_YEAR)):
        years_only = certain(plain[:-1])  # `Objekt (tkr) 2022 2023 2024 Totalt`
        return years_only + 1 if years_only else None
    first = len(plain)
    while first and YEAR.match(plain[first - 1].rstrip(_AFTER_YEAR)):
        first -= 1
    years, before = len(plain) - first, plain[:first]
    if years < 2 or any(YEAR.match(w) for w in before):
        ways = {len(groups_of(plain, apart)) for apart in (True, False)}
        return min(ways) - 1 if len(ways) == 1 and min(ways) > 2 and _CORNER.match(" ".join(plain)) else None
    groups = groups_of(before, False) if before else []
    if len(groups) < 2:
        return years
    return years + len(groups) - 1 if UNITS.match(before[groups[0][-1]]) else None


def by_years(words: list[str], count: int) -> bool:
    """True where years head all of so many columns but one, a total's: their numbers are of one kind."""
    years = sum(YEAR.match(word.rstrip(_AFTER_YEAR)) is not None for word in words)
    return 1 < count <= years + 1


def of_units(words: list[str]) -> bool:
    """True where a heading row names the unit of each column: `kr/dag kr/dag kr/km`."""
    return len(words) > 1 and all(UNITS.match(w) for w in words)


def groups_of(words: list[str], apart: bool) -> Cells:
    """A heading row's words by cell: a capital or a year begins one. apart: also a year after a word."""
    if of_units(words):
        return [[i] for i in range(len(words))]
    cells: Cells = []
    for i, word in enumerate(words):
        if SPECK.match(word) and cells:
            cells[-1].append(i)
            continue
        plain = word.lstrip("_|[(~'\"")
        year = bool(YEAR.match(plain.rstrip(_AFTER_YEAR)))
        before = words[i - 1] if i else ""
        # `Andel, % 2018, tkr 2019, tkr`: a year after a unit begins its own
        own = before in RULES or bool(YEAR.match(before.rstrip(_AFTER_YEAR))) or _MEASURE.match(before)
        joins = not apart and cells and not own
        begins = not joins if year else plain[:1].isupper() and not word.startswith("(")
        if begins or not cells:
            cells.append([i])
        else:
            cells[-1].append(i)
    return cells


def wanted_columns(words: list[str]) -> set[int]:
    """How many columns a heading row may stand over."""
    found: set[int] = set()
    for groups in (groups_of(words, True), groups_of(words, False)):
        sure = YEAR.match(words[0]) or of_units(words) or repeats(words, groups) or _compares(words, groups)
        found |= {len(groups)} if sure else {len(groups) - 1, len(groups)}
    return found - {0}


def _compares(words: list[str], groups: Cells) -> bool:
    """True where two headings set what is beside what is to be: `Nu Förslag` stands over no labels."""
    return len(groups) == 2 and all(
        form.match(words[group[0]]) for form, group in zip((_NOW, _THEN), groups, strict=True)
    )


def repeats(words: list[str], groups: Cells) -> bool:
    """True where the first heading comes again: all stand over numbers, none over the labels."""
    names = ["".join(c for i in group for c in words[i].casefold() if c.isalpha()) for group in groups]
    return bool(names[0]) and names[0] in names[1:]


def head_cells(words: list[str], count: int) -> Cells | None:
    """The heading row's words by column; None where they can't be told apart: then it stays a line above."""
    ways = [groups_of(words, True), groups_of(words, False)]
    years = [i for i, word in enumerate(words) if YEAR.match(word)]
    if years[-1:] == [len(words) - 1] and certain(words) == len(years) == count - 1:
        return [[*range(years[0])], [], *([i] for i in years)]  # one column's year was lost: the first one's
    if of_units(words) and len(words) == count:
        return [[], *ways[0]]
    for groups in ways:
        if len(groups) == count + 1 and not YEAR.match(words[0]):
            return groups
    return next(([[], *groups] for groups in ways if len(groups) == count), None)
