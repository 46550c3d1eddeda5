"""Tables of scanned and old text whose lines were not told apart: a caption that was taken for the headings, a row's
name that stands over and under its numbers, a number that was drawn into the name before it."""

import re
from dataclasses import replace

from pipeline.extract.amounts_worn import ALIKE, YEAR
from pipeline.forms.amounts import parse_number, unit_of
from pipeline.forms.amounts_labels import LABEL, PROPERTY
from pipeline.forms.amounts_numbers import MINUS
from pipeline.memo.memo import Cell, Memo, Table
from pipeline.read.page import ReadAs

_TABLE = re.compile(r"(?:(?<=\s)|^)Tabell \d{1,2}[.:]? ")
_DRAWN = re.compile(
    rf"(?P<name>.*[^\W_][)]?,?) +(?P<rule>[.:|_~{MINUS}]+ +)?(?P<sum>\d{{1,3}}(?:[ .]\d{{3}})+|\d{{1,4}},\d{{1,2}})"
)
_RATE = re.compile(r"(?:t?kr|öre|kronor)\b ?(?:/|per )", re.IGNORECASE)


def set_right(memo: Memo, grid: Table) -> Table:
    """The table as its lines were meant. Printed tables stay as they are."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return grid
    rows: dict[int, dict[int, Cell]] = {}
    for cell in grid.cells:
        if cell.end > cell.start:
            rows.setdefault(cell.row, {})[cell.column] = cell
    return _drawn_in(memo, _named_twice(memo, _captioned(memo, grid, rows), rows))


def _text(memo: Memo, cell: Cell) -> str:
    return memo.text[cell.start : cell.end].strip()


def _captioned(memo: Memo, grid: Table, rows: dict[int, dict[int, Cell]]) -> Table:
    """The table with its caption off its headings, where the caption names the unit: "Tabell 1. Prognos | (mnkr)" over
    "Verksamhet | Budget | Utfall"."""
    first, second = rows.get(0, {}), rows.get(1, {})
    said = {column: _text(memo, cell) for column, cell in sorted(first.items())}
    line = " ".join(said.values())
    named = _TABLE.search(line)
    if named is None or unit_of(line[named.start() :]) is None or not len(second) > 1 or len(first) > 3:
        return grid
    if any(parse_number(_text(memo, c)) is not None and not YEAR.fullmatch(_text(memo, c)) for c in second.values()):
        return grid
    cells = tuple(replace(c, header=c.header.removeprefix(said.get(c.column, "")).strip()) for c in grid.cells if c.row)
    return replace(grid, caption=line[named.start() :], cells=cells)


def _named_twice(memo: Memo, grid: Table, rows: dict[int, dict[int, Cell]]) -> Table:
    """The table with the name of a row that has none of its own, where it begins a line above and ends, with what the
    numbers are counted per, a line below: "Lägenhetsavgift," over "840 | 890" over "kr/lgh"."""
    names: dict[int, str] = {}
    for number, row in rows.items():
        above, below = rows.get(number - 1, {}), rows.get(number + 1, {})
        if 0 in row or set(above) != {0} or set(below) != {0} or len(row) < 2:
            continue
        begins, ends = _text(memo, above[0]), _text(memo, below[0])
        if len(ends) < 20 and _RATE.match(ends) and unit_of(begins) is None:
            names[number] = f"{begins} {ends}"
    if not names:
        return grid
    return replace(grid, cells=tuple(replace(c, label=names.get(c.row, c.label)) for c in grid.cells))


def _drawn_in(memo: Memo, grid: Table) -> Table:
    """The table with the numbers of its first column that stand at a row's name's end, "Villa, 190 l — 1 584" before
    an empty cell, where the column's numbers are about as large."""
    filled = {(c.row, c.column) for c in grid.cells if c.end > c.start}
    numbers = {(c.row, c.column): v for c in grid.cells if (v := parse_number(_text(memo, c))) is not None}
    own = [abs(v) for (row, column), v in numbers.items() if column == 1 and row and v]
    below = {row for (row, column), v in numbers.items() if column != 1 and v < 0}
    # a dash is no minus where rows below nought are so in all columns
    alike = all(row in below for (row, column), v in numbers.items() if column == 1 and v < 0)
    others = {row for row, column in numbers if row and column > 1}
    header = next((c.header for c in grid.cells if c.column == 1 and c.header), "")
    if len(own) < 2 or not alike:
        return grid
    cells: list[Cell] = []
    for cell in grid.cells:
        text = memo.text[cell.start : cell.end]
        drawn = None
        if not cell.column and cell.row in others and (cell.row, 1) not in filled and cell.row not in below:
            drawn = _DRAWN.fullmatch(text)
        value = parse_number(drawn["sum"]) if drawn is not None else None
        fits = value is not None and min(own) / ALIKE <= value <= max(own) * ALIKE
        if drawn is None or not fits or drawn["name"][-1].isdigit() or (not drawn["rule"] and _is_label(drawn["name"])):
            cells.append(cell)
            continue
        begin = cell.start + drawn.start("sum")
        cells += [
            replace(cell, end=cell.start + drawn.end("name"), label=drawn["name"]),
            Cell(begin, cell.start + drawn.end("sum"), cell.row, 1, header, drawn["name"]),
        ]
    return replace(grid, cells=tuple(cells))


def _is_label(name: str) -> bool:
    """Whether a number behind the name is part of it: "kvarteret Kvarnen 3", "Tabell 1"."""
    return LABEL.search(name + " ") is not None or PROPERTY.search(name + " ") is not None
