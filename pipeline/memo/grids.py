"""Rows with gaps in them: tables, signatures side by side, text in two columns, labels with values."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from pipeline.memo.labels import is_label
from pipeline.memo.layout import Piece, PieceKind, Segment, Token, Zone, merge, part
from pipeline.memo.signatures import is_name
from pipeline.read.page import Rule

NUMBER = re.compile(
    r"[(\[]?[-–−—+±=~]?(?:ca )?\d[\d ., \u00a0:/]*"
    r"(?:%|kr|tkr|mnkr|mkr|mdkr|msek|ksek|kkr|st|:-|,-|procent|€|eur|-)*[)\]*]?[-–]?$|"
    r"[-–—x]$|\d{4}[-–/]\d{2,4}$",
    re.IGNORECASE,
)


def is_number(text: str) -> bool:
    """A table cell that is a number: `1 250`, `-0,3 %`, `(45)`, `2025–2026`."""
    return len(text) < 30 and bool(NUMBER.match(text.strip()))


@dataclass(slots=True)
class Grid:
    """Rows by columns: cells[row][column] holds the printed lines of the cell."""

    cells: list[list[list[Segment]]]
    ruled: bool


Row = list[Segment]


def columns_of(rows: list[Row]) -> list[tuple[float, float]]:
    """The columns' left and right edges. Rows with most segments tell them; wider ones don't count."""
    counts = Counter(len(row) for row in rows)
    most = max((n for n, times in counts.items() if times > 1 or len(rows) < 4), default=max(counts))
    spans: list[list[float]] = []
    for x0, x1 in sorted((s.box.x0, s.box.x1) for row in rows if len(row) >= max(2, most) for s in row):
        if spans and x0 < spans[-1][1] - 1.0:
            spans[-1][1] = max(spans[-1][1], x1)
        else:
            spans.append([x0, x1])
    return [(a, b) for a, b in spans]


def recut(row: Row, columns: list[tuple[float, float]], tokens: list[Token]) -> Row:
    """The row with segments that run over several columns (their gap was narrow) cut between the words."""
    if len(row) < 2 or len(row) >= len(columns):
        return row
    made: Row = []
    for segment in row:
        over = [n for n, (x0, x1) in enumerate(columns) if min(segment.box.x1, x1) - max(segment.box.x0, x0) > 0]
        if len(over) < 2 or (0 in over and segment is row[0]):
            made.append(segment)
            continue
        groups: list[tuple[int, list[int]]] = []
        if wider := _at_gaps(segment, len(over), tokens):
            made += [part(segment, places, tokens) for places in wider]
            continue
        for i, w in enumerate(segment.words):
            middle = (tokens[w].box.x0 + tokens[w].box.x1) / 2
            n = min(over, key=lambda n: max(columns[n][0] - middle, middle - columns[n][1], 0.0))
            if groups and n <= groups[-1][0]:
                groups[-1][1].append(i)
            else:
                groups.append((n, [i]))
        made += [part(segment, places, tokens) for _, places in groups]
    return made


def _at_gaps(segment: Segment, parts: int, tokens: list[Token]) -> list[list[int]]:
    """The segment's words in so many parts, cut where its gaps are plainly wider than all others; [] where none are."""
    boxes = [tokens[w].box for w in segment.words]
    gaps = sorted((b.x0 - a.x1, i + 1) for i, (a, b) in enumerate(itertools.pairwise(boxes)))
    widest, others = gaps[len(gaps) - parts + 1 :], gaps[: len(gaps) - parts + 1]
    if len(widest) < parts - 1 or not others or widest[0][0] < 2 * max(others[-1][0], 1.0):
        return []
    cuts = [0, *sorted(i for _, i in widest), len(boxes)]
    return [list(range(a, b)) for a, b in itertools.pairwise(cuts)]


def place(segment: Segment, columns: list[tuple[float, float]]) -> int:
    """The column that the segment stands in: that it shares most with, or stands nearest to."""
    left, _, right, _ = segment.box
    shared = [(x1 if x1 < right else right) - (x0 if x0 > left else left) for x0, x1 in columns]
    return shared.index(max(shared))


def make_grid(rows: list[Row], rules: tuple[Rule, ...], tokens: list[Token]) -> Grid:
    """The rows by columns, printed rows that make up one table row joined."""
    columns = columns_of(rows)
    rows = [recut(row, columns, tokens) for row in rows]
    x0, x1 = columns[0][0], columns[-1][1]
    y0, y1 = min(s.box.y0 for s in rows[0]) - 12, max(s.box.y1 for s in rows[-1]) + 12
    here = [r.box for r in rules if r.box.y1 > y0 and r.box.y0 < y1 and r.box.x0 < x1 and r.box.x1 > x0]
    flat = sorted({round((b.y0 + b.y1) / 2) for b in here if b.width > 0.12 * (x1 - x0) and b.height < 4})
    upright = sum(b.height > 8 and b.width < 4 for b in here)
    ruled = len(flat) >= 3 or (upright >= 2 and len(flat) >= 1)
    cells: list[list[list[Segment]]] = []
    last: Row | None = None
    for row in rows:
        parts: list[list[Segment]] = [[] for _ in columns]
        for segment in row:
            parts[place(segment, columns)].append(segment)
        if last is not None and _goes_on(last, row, cells[-1], parts, flat if ruled else []):
            for have, more in zip(cells[-1], parts, strict=True):
                have.extend(more)
        else:
            cells.append(parts)
        last = row
    return Grid(cells, ruled)


def _goes_on(last: Row, row: Row, above: list[list[Segment]], parts: list[list[Segment]], flat: list[int]) -> bool:
    """True where the printed row belongs to the same table row as the one above it."""
    low, high = min(s.base for s in last), max(s.base for s in row)
    if flat:
        between = any(low - 1 < y < high - 2 for y in flat)
        enough = sum(any(abs(y - b) < 400 for b in [low]) for y in flat) >= 4
        if between:
            return False
        if _begins_numbers(above, parts) or _numbers_again(above, parts):
            return False  # a heading in a coloured field has no rule below it; rows may have none between them
        if enough:
            return True
    if high - low > 2.0 * max(s.size for s in row):
        return False
    numbers = [bool(p) and is_number(p[0].text) for p in parts[1:]]
    if any(numbers):
        # a label broken over two lines has its numbers beside the last of them
        first = parts[0][0].text if parts[0] else ""
        return bool(above[0]) and not any(above[1:]) and first[:1].islower()
    filled = [n for n, p in enumerate(parts) if p]
    if not parts[0]:
        return all(above[n] for n in filled)
    return len(filled) == 1 and parts[0][0].text[:1].islower() and bool(above[0])


def _begins_numbers(above: list[list[Segment]], parts: list[list[Segment]]) -> bool:
    """True where a label and numbers stand below words."""
    numeric = [n for n, p in enumerate(parts) if n and p and is_number(p[0].text)]
    return (
        len(numeric) > 1
        and bool(parts[0])
        and not parts[0][0].text[:1].islower()
        and all(above[n] and not any(is_number(s.text) for s in above[n]) for n in numeric)
    )


def _numbers_again(above: list[list[Segment]], parts: list[list[Segment]]) -> bool:
    """True where a row with a name of its own has a number right under another."""
    if not parts[0] or parts[0][0].text[:1].islower():
        return False
    return any(
        p and a and is_number(p[0].text) and is_number(a[-1].text) for a, p in zip(above[1:], parts[1:], strict=True)
    )


def is_table(grid: Grid) -> bool:
    """Numbers under each other, or ruled, or text set in three columns or more."""
    rows = grid.cells
    width = len(rows[0])
    if width < 2:
        return False
    filled = [sum(bool(cell) for cell in row) for row in rows]
    if grid.ruled and len(rows) >= 2:
        return True
    numeric = sum(
        sum(bool(row[c]) and is_number(row[c][0].text) for row in rows)
        >= max(1, 0.5 * sum(bool(row[c]) for row in rows[1:]))
        and sum(bool(row[c]) and is_number(row[c][0].text) for row in rows[1:] or rows)
        >= (2 if len(rows) > 2 or width < 3 else 1)
        for c in range(1, width)
    )
    if numeric:
        return True
    if _names(grid):
        return False
    if width == 2 and _timetable(rows):
        return True
    return width >= 3 and len(rows) >= 3 and sum(f >= width - 1 for f in filled) >= 0.7 * len(rows)


_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:s)?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
# what a cell of a timetable's column says: "2026-03-24", "Vecka 50", "den 15 oktober", "Våren 2028", "mars–april 2027"
_TIME = re.compile(
    r"(?:senast |den |från |till |ca |cirka |början av |slutet av |mitten av ){0,2}"
    rf"(?:\d{{4}}-\d\d(?:-\d\d)?|\d{{1,2}}(?:[-–]\d{{1,2}})?[ /.]{_MONTH}|\d{{1,2}}/\d{{1,2}}|v(?:ecka|\.)? ?\d{{1,2}}"
    rf"(?:[-–]\d{{1,2}})?|{_MONTH}(?: ?[-–/] ?{_MONTH})?|(?:vår|sommar|höst|vinter)(?:en)?|kvartal \d|q\d"
    r"|(?:vår|höst)terminen|(?:hel|halv)?årsskiftet|första halvåret|andra halvåret)(?:,? (?:år )?\d{4})?\Z",
    re.IGNORECASE,
)


def _said(cell: list[Segment]) -> str:
    return " ".join(s.text for s in sorted(cell, key=lambda s: (round(s.base / 6), s.box.x0)))


def _timetable(rows: list[list[list[Segment]]]) -> bool:
    """Whether one of two columns says when, and the other what is done then."""
    pairs = [(_said(a), _said(b)) for a, b in rows if a and b]
    if len(pairs) < len(rows) or len(pairs) < 3:
        return False
    for when, what in ((0, 1), (1, 0)):
        times = [_TIME.match(pair[when].strip(" .:")) is not None for pair in pairs]
        told = [re.search(r"[a-zåäö]{3}", pair[what]) is not None for pair in pairs]
        if all(times[1:]) and all(told[1:]) and not any(_TIME.match(pair[what].strip(" .:")) for pair in pairs):
            return True
    return False


def _names(grid: Grid) -> bool:
    return any(
        sum(bool(cell) for cell in row) >= 2 and all(is_name(cell[0].text) for cell in row if cell)
        for row in grid.cells
    )


def grid_pieces(
    rows: list[Row], rules: tuple[Rule, ...], zone: Zone, page: int, table: int, tokens: list[Token]
) -> tuple[list[Piece], bool]:
    """The rows as pieces in reading order, and whether they are a table."""
    grid = make_grid(rows, rules, tokens)
    if is_table(grid):
        made = []
        for cells in grid.cells:
            flat = [s for cell in cells for s in cell]
            box = flat[0]
            made.append(Piece(PieceKind.ROW, zone, page, cells=cells, table=table, x0=box.box.x0, x1=flat[-1].box.x1))
        return made, True
    width = len(grid.cells[0])
    if width == 2 and all(is_label(row[0].text) for row in rows if len(row) > 1):
        return [_line(merge(row), zone, page) for row in rows], False
    made = []
    for column in range(width):
        lines = [s for row in grid.cells for s in row[column]]
        if not lines:
            continue
        if len(lines) >= 4 and sum(len(s.text) for s in lines) / len(lines) > 32:
            made += [_line(s, zone, page) for s in lines]
            continue
        made += [Piece(PieceKind.CELL, zone, page, part) for part in _parts(lines)]
    for piece in made:
        piece.x0, piece.x1 = piece.lines[0].box.x0, max(s.box.x1 for s in piece.lines)
    return made, False


def _line(segment: Segment, zone: Zone, page: int) -> Piece:
    return Piece(PieceKind.LINE, zone, page, [segment], x0=segment.box.x0, x1=segment.box.x1)


def _parts(lines: list[Segment]) -> list[list[Segment]]:
    """Lines under each other, parted where the white space between them is large."""
    parts = [[lines[0]]]
    for above, line in itertools.pairwise(lines):
        if line.base - above.base > 2.0 * max(line.size, above.size):
            parts.append([])
        parts[-1].append(line)
    return parts
