"""Tables as their sums are read: rows that go on after a page break joined to the headings above, and each cell's label
taken from the words beside it, wherever they stand in its row."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.amounts_captions import set_right
from pipeline.extract.amounts_loose import UNIT, loose_tables
from pipeline.forms.amounts import parse_number, unit_of
from pipeline.memo.memo import Cell, Memo, SectionKind, Table
from pipeline.read.page import ReadAs

_BETWEEN = {SectionKind.FURNITURE, SectionKind.STAMP}
_LABELS = 3  # columns of words that may name a row
# "Tkr 2006": the corner's unit and the first column's heading that no gap parts
_CORNER = re.compile(
    r"(?P<unit>(?:belopp i |i )?\(?(?:tkr|mnkr|mkr|kkr|msek|ksek|kr|kronor|tusen kronor|miljoner kronor)\)?[.,:]?) "
    r"(?P<rest>(?:19|20)\d\d.*|(?:bokslut|budget|utfall|prognos|plan)\b.*)",
    re.IGNORECASE,
)
# "2 006": the year of a heading that an OCR set apart
_SPLIT_YEAR = re.compile(r"(?:1 ?9|2 ?0) ?\d ?\d")
_NAMED_SUM = re.compile(r"(?P<name>[^\W\d_][^\d]*[^\W\d_)]) +(?P<sum>\d[\d  .]*(?:,\d+)?)")


def grids(memo: Memo) -> Iterator[Table]:
    """The memo's tables in text order, those that a page break cuts joined again, and lines that lost their gaps."""
    yield from (_labelled(memo, _with_units(memo, _repaired(memo, set_right(memo, grid)))) for grid in _whole(memo))
    yield from loose_tables(memo)


def _whole(memo: Memo) -> Iterator[Table]:
    last: Table | None = None
    for grid in memo.tables:
        if not grid.cells:
            continue
        if last is not None and _goes_on(memo, last, grid):
            last = _joined(last, grid)
            continue
        if last is not None:
            yield last
        last = grid
    if last is not None:
        yield last


def _repaired(memo: Memo, grid: Table) -> Table:
    """The table with headings where none was seen, with the unit in its corner, and with a first row that was taken for
    a heading."""
    first = [c for c in grid.cells if c.row == 0]
    texts = {c.column: memo.text[c.start : c.end].strip() for c in first}
    if not any(c.header for c in grid.cells):
        if len(first) == 1 and 0 in texts and not any(map(str.isdigit, texts[0])):
            # a heading or caption that joined the table from above: what follows it may be the columns' headings
            below = replace(grid, cells=tuple(replace(c, row=c.row - 1) for c in grid.cells if c.row))
            mended = _repaired(memo, below) if below.cells else below
            return grid if mended is below else mended
        if _heads_with_years(memo, grid, texts):
            told = {column: text.replace(" ", "") if column else text for column, text in texts.items()}
            return replace(
                grid,
                cells=tuple(replace(c, header=told.get(c.column, "")) for c in grid.cells if c.row or not c.column),
            )
        if len(first) < 3 or 0 not in texts or not all(_is_heading(text) for text in texts.values()):
            return grid
        if not any(unit_of(text) for text in texts.values()):
            return grid
        return replace(
            grid, cells=tuple(replace(c, header=texts.get(c.column, "")) if c.row else c for c in grid.cells)
        )
    if 0 in texts or 1 not in texts:
        return grid
    lead = first[0]
    if len(first) == 1 and (row := _NAMED_SUM.fullmatch(texts[1])) is not None and parse_number(row["sum"]) is not None:
        begin = lead.start + row.start("sum")
        named = (
            Cell(lead.start, begin, 0, 0, "", row["name"]),
            Cell(begin, lead.start + row.end("sum"), 0, 1, "", row["name"]),
        )
        rest = tuple(replace(c, header="") for c in grid.cells if c.row)
        return replace(grid, cells=tuple(replace(c, row=c.row + 1) for c in (*named, *rest)))
    if (corner := _CORNER.fullmatch(texts[1])) is not None and not any(unit_of(t) for c, t in texts.items() if c > 1):
        made = [
            replace(c, header=corner["rest"]) if c.row and c.column == 1 else replace(c, header=corner["unit"])
            if c.row and not c.column else c
            for c in grid.cells
        ]  # fmt: skip
        return replace(grid, cells=tuple(made))
    return grid


def _with_units(memo: Memo, grid: Table) -> Table:
    """The table with the columns' units, where a second line of headings says them and stands in one cell:
    "Objekt (tkr) bidrag (tkr) per år (tkr) (procent)"."""
    rows: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell)
    columns = sorted({cell.column for cell in grid.cells if cell.column})
    if len(columns) < 2 or any(unit_of(cell.header) for cell in grid.cells if cell.header):
        return grid
    for number, row in list(rows.items())[:3]:
        text = memo.text[row[0].start : row[0].end]
        units = UNIT.findall(text.lower()) if len(row) == 1 and row[0].column == 0 else []
        if len(units) == len(columns) and not any(c.isdigit() for c in text):
            said = dict(zip(columns, units, strict=True))
            return replace(
                grid,
                cells=tuple(
                    replace(c, header=f"{c.header} ({said[c.column]})".strip()) if c.row > number and c.column else c
                    for c in grid.cells
                ),
            )
    return grid


def _heads_with_years(memo: Memo, grid: Table, texts: dict[int, str]) -> bool:
    """Whether the first row of scanned or old text names nothing but years in order, one behind the other."""
    if memo.read_as <= {ReadAs.DIGITAL} or len({c.row for c in grid.cells}) < 3:
        return False
    said = [text for column, text in sorted(texts.items()) if column]
    if len(said) < 2 or not all(map(_SPLIT_YEAR.fullmatch, said)) or not any(" " in text for text in said):
        return False
    years = [int(text.replace(" ", "")) for text in said]
    return all(0 < b - a < 3 for a, b in itertools.pairwise(years))


def _is_heading(text: str) -> bool:
    """Whether a cell of the first row is a heading: words, also with a year or a unit."""
    return sum(c.isalpha() for c in text) > 1 and parse_number(text) is None


def _goes_on(memo: Memo, grid: Table, rest: Table) -> bool:
    """Whether the second table has the first one's columns but no headings, and only a page's foot and head between."""
    if any(cell.header for cell in rest.cells) or not any(cell.header for cell in grid.cells):
        return False
    if _width(grid) != _width(rest) or not _numbers_in_first_row(memo, rest):
        return False
    between = [block for block in memo.blocks if grid.end <= block.start < rest.start]
    kinds = [section.kind if (section := memo.section_at(block.start)) else None for block in between]
    return all(kind in _BETWEEN for kind in kinds)


def _width(grid: Table) -> int:
    return max(cell.column for cell in grid.cells)


def _numbers_in_first_row(memo: Memo, grid: Table) -> bool:
    first = min(cell.row for cell in grid.cells)
    return any(
        parse_number(memo.text[cell.start : cell.end]) is not None
        for cell in grid.cells
        if cell.row == first and cell.column
    )


def _joined(grid: Table, rest: Table) -> Table:
    headers = {cell.column: cell.header for cell in grid.cells if cell.header}
    shift = 1 + max(cell.row for cell in grid.cells) - min(cell.row for cell in rest.cells)
    more = tuple(
        replace(cell, row=cell.row + shift, header=cell.header or headers.get(cell.column, "")) for cell in rest.cells
    )
    return replace(grid, end=rest.end, cells=grid.cells + more)


def _labelled(memo: Memo, grid: Table) -> Table:
    """The table with each number's label: where words stand in several columns, the nearest comes first."""
    rows: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell)
    made = []
    for row in rows.values():
        words: list[str] = []
        for cell in sorted(row, key=lambda c: c.column):
            text = memo.text[cell.start : cell.end].strip()
            wordy = sum(c.isalpha() for c in text) > 2 and not any(c.isdigit() for c in text)
            if words[1:] and not wordy and cell.column:
                made.append(replace(cell, label=" ".join(reversed(words))))
            else:
                made.append(replace(cell, label=words[0]) if words and not cell.label else cell)
            if wordy and cell.column < _LABELS and len(text) < 80:
                words.append(text)
    return replace(grid, cells=tuple(made))


def corners(memo: Memo, grid: Table) -> list[str]:
    """The headings of the columns that hold the rows' names, where units are often said: "Kronor | 2000 | 2001"."""
    headers = {cell.column: cell.header for cell in grid.cells if cell.header}
    numbers = {
        cell.column
        for cell in grid.cells
        if cell.row and parse_number(memo.text[cell.start : cell.end].strip()) is not None
    }
    first = headers.get(0, "") or next(
        (memo.text[c.start : c.end] for c in grid.cells if c.row == 0 and c.column == 0), ""
    )
    others = [headers[c] for c in sorted(headers) if 0 < c < min(numbers, default=0)]
    return [first, *others]
