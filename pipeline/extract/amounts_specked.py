"""Cells of scanned or old text whose number has dirt about it or in it: `:87.000`, `1 .020`, `2:250`, `-1.,7`,
`1 930 .`; and two numbers that run together into one cell.

They are read where they can be read in one way only and stand among numbers of their kind; else they stay unread.
"""

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.amounts_worn import ALIKE, DIFFERENCE, SUM, YEAR
from pipeline.forms.amounts import parse_number
from pipeline.forms.amounts_numbers import MINUS
from pipeline.memo.memo import Cell, Memo, Table
from pipeline.read.page import ReadAs

Place = tuple[int, int]  # row and column

SURE = 0.7  # of a number read without its dirt
_LEAD = re.compile(rf"(?P<dirt>[.:,;'’‘\"“”„*~_^°|]+ ?)(?P<rest>[{MINUS}]?\d.*)", re.DOTALL)
_TAIL = re.compile(r"(?P<rest>.*\d)(?P<dirt>(?: ?[.:;,|'’\"“”„*~_^°])+| ?[Il])", re.DOTALL)
_GROUPED = re.compile(rf"[{MINUS}]?\d{{1,3}}(?:[ .]\d{{3}})+")
_DECIMAL = re.compile(rf"[{MINUS}]?(?:\d{{1,3}}(?:[ .]\d{{3}})*|\d+),(?P<part>\d{{1,2}})")
_PLAIN = re.compile(rf"[{MINUS}]?\d{{1,6}}(?:\.\d{{1,2}})?")
_GAP = re.compile(r"(?<=\d)(?: \.|\. )(?=\d{3}(?!\d))")
_DOTS = re.compile(r"(?<=\d)\.\.(?=\d{3}(?!\d))")
_COLON = re.compile(rf"(?P<head>[{MINUS}]?\d{{1,3}}):(?P<tail>\d{{3}}(?: \d{{3}})?)")
_COMMA = re.compile(r"(?<=\d)(?:\.,|,\.|,,)(?=\d{1,2}\Z)")
_APART = re.compile(rf"(?P<head>[{MINUS}]?\d{{1,3}}(?: \d{{3}})*)(?: ,|, )(?P<tail>\d{{1,2}})")
_TWO_MINUS = re.compile(rf"[{MINUS}] ?(?=[{MINUS}]\d)")
_DASHED = re.compile(rf"[<>«»~_={MINUS}]{{2,3}} ?(?P<rest>\d.*)", re.DOTALL)  # "<—54,0"
_LOOSE_MINUS = re.compile(rf"[{MINUS}]\s+\d.*", re.DOTALL)
_RUN_ON = re.compile(r"(?P<one>\d{1,3}(?P<gap>[ .])\d{3}(?:(?P=gap)\d{3})*)(?P<two>\d{1,3}(?:(?P=gap)\d{3})+)")


class _Others(NamedTuple):
    """The numbers of a cell's column but itself: their texts, and the least and the most, signs apart."""

    texts: list[str]
    least: float
    most: float

    @property
    def negative(self) -> bool:
        return any(text[0] in MINUS for text in self.texts)


def specked(memo: Memo, grid: Table) -> dict[Place, str]:
    """The numbers, without dirt, of the cells that are no numbers with it."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return {}
    found: dict[Place, str] = {}
    texts = {(c.row, c.column): memo.text[c.start : c.end].strip() for c in grid.cells}
    columns: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in texts.items():
        if column and (value := parse_number(text)) is not None and value and not YEAR.fullmatch(text):
            columns.setdefault(column, []).append((row, text))
    loose = with_loose_minus(memo, grid)
    dashed = {
        place: match["rest"]
        for place, text in texts.items()
        if place[1] and (match := _DASHED.fullmatch(text)) and parse_number(match["rest"]) is not None
    }
    labels = {c.row: c.label for c in grid.cells} if loose or dashed else {}
    for (row, column), told in dashed.items():
        if parse_number(texts[row, column]) is None and _proved([*columns.get(column, []), (row, told)], row, labels):
            found[row, column] = told
            columns.setdefault(column, []).append((row, told))
    for cell in grid.cells:
        place, text = (cell.row, cell.column), texts[cell.row, cell.column]
        if place in loose and _proved(columns.get(cell.column, []), cell.row, labels):
            found[place] = text.lstrip(MINUS + " ")
        if not cell.column or len(text) > 24 or not any(map(str.isdigit, text)) or parse_number(text) is not None:
            continue
        others = _others([other for row, other in columns.get(cell.column, []) if row != cell.row])
        if others is None:
            continue
        signed = others.negative or bool(DIFFERENCE.search(cell.header) or DIFFERENCE.search(cell.label))
        number = _inside(text, others, signed) or _at_ends(text, others, signed)
        if number is not None and parse_number(number) is not None and _of_their_kind(number, others):
            found[place] = number
    return found


def _proved(column: list[tuple[int, str]], row: int, labels: dict[int, str]) -> bool:
    """Whether the column's last number is its sum, as its row's name says, if the number of this row has no minus: one
    of those that are summed, or the sum of several that have none."""
    values = {number: parse_number(text) or Decimal(0) for number, text in column}
    last = max(values, default=row)
    total = values.pop(last, Decimal(0))
    if row == last:
        if len(values) < 2 or min(values.values()) < 0:
            return False
        total = abs(total)
    return SUM.match(labels.get(last, "").strip()) is not None and total == sum(map(abs, values.values()))


def _others(texts: list[str]) -> _Others | None:
    sizes = [abs(float(parse_number(text) or Decimal(0))) for text in texts]
    return _Others(texts, min(sizes), max(sizes)) if sizes else None


def _at_ends(text: str, others: _Others, signed: bool) -> str | None:
    """The number without dirt before or behind it; None where it may have been a digit, a nought's comma or a minus."""
    rest = text
    lead = _LEAD.fullmatch(rest)
    if lead is not None:
        rest = lead["rest"]
        if (rest[0] in MINUS) != (signed and others.negative) and (signed or rest[0] in MINUS):
            return None  # the dirt may be what is left of a minus, or the minus be dirt
    if tail := _TAIL.fullmatch(rest):
        if tail["dirt"].strip(" .:;,'’\"“”„*~_^°") and not _whole(tail["rest"], others):
            return None  # "620|" may be 6201
        rest = tail["rest"]
    if lead is not None and lead["dirt"].strip(" :;'’‘\"“”„*~_^°|") and not _GROUPED.fullmatch(rest):
        return None  # ".5" may be 0,5
    return rest if rest != text else None


def _whole(number: str, others: _Others) -> bool:
    """Whether no further digit can belong to the number: its groups are full, or it has the others' decimals."""
    if _GROUPED.fullmatch(number):
        return True
    decimal = _DECIMAL.fullmatch(number)
    parts = [d["part"] for text in others.texts if (d := _DECIMAL.fullmatch(text))]
    return decimal is not None and len(parts) > 1 and {len(part) for part in parts} == {len(decimal["part"])}


def _inside(text: str, others: _Others, signed: bool) -> str | None:
    """The number without dirt among its digits or at its minus; None where it has none, or is unlike the others."""
    number = _COMMA.sub(",", text)
    if signed:
        number = _TWO_MINUS.sub("", number, count=1)
    if (apart := _APART.fullmatch(number)) and all(_DECIMAL.fullmatch(other) for other in others.texts):
        number = f"{apart['head']},{apart['tail']}"
    dotted = any("." in other and _GROUPED.fullmatch(other) for other in others.texts)
    number = _DOTS.sub(".", number)
    number = _GAP.sub("." if dotted else " ", number)
    if (colon := _COLON.fullmatch(number)) and any(_GROUPED.fullmatch(other) for other in others.texts):
        number = f"{colon['head']} {colon['tail']}"
    if number == text or parse_number(number) is None:
        return None
    size = abs(float(parse_number(number) or 0))
    return number if others.least / ALIKE <= size <= others.most * ALIKE else None


def _of_their_kind(number: str, others: _Others) -> bool:
    """Whether a number has decimals where its column's numbers have some, and none where they have none."""
    if not (_GROUPED.fullmatch(number) or _PLAIN.fullmatch(number) or _DECIMAL.fullmatch(number)):
        return False  # "17255,000"
    decimals = [_DECIMAL.fullmatch(text) is not None for text in others.texts]
    return any(decimals) if _DECIMAL.fullmatch(number) else not all(decimals)


def with_loose_minus(memo: Memo, grid: Table) -> set[Place]:
    """Cells of scanned or old text with a dash apart from the number, "- 144", where no other number of the column has
    a minus, nor one of the table such a minus: it may be a rule or dirt."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return set()
    texts = {(c.row, c.column): memo.text[c.start : c.end].strip() for c in grid.cells if c.column}
    loose = {place for place, text in texts.items() if _LOOSE_MINUS.fullmatch(text)}
    if not loose:
        return set()
    others = {place: value for place, text in texts.items() if (value := parse_number(text)) is not None}
    negative = [column for (row, column), value in others.items() if value < 0 and (row, column) not in loose]
    if len(others.keys() - loose) < 3 or (negative and len(loose) > 1):
        return set()
    return {(row, column) for row, column in loose if column not in negative}


def unjoined(memo: Memo, grid: Table) -> tuple[Table, set[Place]]:
    """The table of scanned or old text with two numbers parted that ran together before an empty cell,
    "1.255.0001.880.000": groups of three digits can be cut in one way. And the places of both."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return grid, set()
    filled = {(c.row, c.column) for c in grid.cells if c.end > c.start}
    headers = {c.column: c.header for c in grid.cells if c.header}
    last = max((c.column for c in grid.cells), default=0)
    cells: list[Cell] = []
    places: set[Place] = set()
    for cell in grid.cells:
        text = memo.text[cell.start : cell.end]
        follows = (cell.row, cell.column + 1)
        two = None if not cell.column or follows in filled or cell.column >= last else _RUN_ON.fullmatch(text)
        if two is None:
            cells.append(cell)
            continue
        cut = cell.start + two.end("one")
        cells.append(replace(cell, end=cut))
        cells.append(replace(cell, start=cut, column=cell.column + 1, header=headers.get(cell.column + 1, "")))
        places |= {(cell.row, cell.column), follows}
    kept = [c for c in cells if c.end > c.start or (c.row, c.column) not in places]
    return replace(grid, cells=tuple(kept)), places
