"""Columns whose headings an OCR ran together into one line, or spoilt: "Budget 2020 Utfall jan–aug Avvikelse".

Where the line names as many columns as there are, each gets its own. Where it is spoilt but ends in the deviation, the
numbers tell: what the deviation is counted from is the budget.
"""

import re
from collections.abc import Sequence

from pipeline.forms.amounts import parse_number
from pipeline.memo.memo import Memo, Table

_NAME = re.compile(
    r"(?<!\w)(?:(?:års|helårs|period|drifts?|investerings|netto)?budget|ram|plan|utfall|\w*prognos|bokslut|redovisat|ack\w*"
    r"|avvikelse\w*|avvik|differens|diff|skillnad|förändring|ändring|kostnad(?:er)?|intäkt(?:er)?|utgift(?:er)?|sökt|förslag"
    r"|beviljat|nuvarande|begärt|andel|bidrag|investering|drift)(?!\w)",
    re.IGNORECASE,
)
_DEVIATION = re.compile(r"(?:avvik|diff)\w*\W*\Z", re.IGNORECASE)
_FOLLOWED = re.compile(r"uppföljning|bokslut|redovisning|delår|tertial|prognos|utfall", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHARE = 0.6  # of the rows


def lost_heads(memo: Memo, grid: Table, said: Sequence[str], above: Sequence[str]) -> dict[int, str]:
    """Column → heading, where no column of the table has one; empty where nothing tells."""
    columns = sorted({cell.column for cell in grid.cells if cell.column})
    if len(columns) < 2 or any(cell.header for cell in grid.cells if cell.column):
        return {}
    if (parted := _parted_row(said[1:], columns)) is not None:
        return parted
    lines = [line for line in said[1:] if len(line) < 110 and line.rstrip()[-1:] not in ".:"]
    for line in lines:
        named = list(_NAME.finditer(line))
        if len(named) == len(columns):
            ends = [*(m.start() for m in named[1:]), len(line)]
            return {c: line[m.start() : end].strip() for c, m, end in zip(columns, named, ends, strict=True)}
    ends_in_deviation = len(columns) > 2 and any(_DEVIATION.search(line) for line in lines)
    if ends_in_deviation and any(_FOLLOWED.search(text) for text in (*said, *above)):
        return _by_numbers(memo, grid, columns)
    return {}


def _parted_row(said: Sequence[str], columns: list[int]) -> dict[int, str] | None:
    """Column → heading of a row of headings that stands apart from its table, for it has no corner: "2006 | 2007 |
    Budget 2009" above "Försörjningsstöd | 41,2 | 43,8 | 47,0"."""
    for line in said:
        names = [name.strip() for name in line.split("\t")]
        if len(names) == len(columns) + 1:
            del names[0]
        heads = len(names) == len(columns) and all(names)
        if heads and all(_YEAR.fullmatch(name) or parse_number(name) is None for name in names):
            return dict(zip(columns, names, strict=True))
    return None


def _by_numbers(memo: Memo, grid: Table, columns: list[int]) -> dict[int, str]:
    """Budget, what came of it, deviation: where the last column is the first without the one before it."""
    told: dict[int, dict[int, float]] = {}
    for cell in grid.cells:
        value = parse_number(memo.text[cell.start : cell.end].strip()) if cell.column else None
        if value is not None:
            told.setdefault(cell.row, {})[cell.column] = float(value)
    rows = [row for row in told.values() if all(c in row for c in columns)]
    first, before, last = columns[0], columns[-2], columns[-1]
    fits = sum(abs(abs(row[first] - row[before]) - abs(row[last])) < 0.06 for row in rows)
    if len(rows) < 2 or fits < _SHARE * len(rows):
        return {}
    middle = dict.fromkeys(columns[1:-2], "Utfall")
    return {first: "Budget", **middle, before: "Prognos" if middle else "Utfall", last: "Avvikelse"}
