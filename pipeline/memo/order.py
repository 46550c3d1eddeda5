"""Segments become pieces in reading order: margin, front, body, and what is set apart."""

import itertools
import re
from collections import Counter

from pipeline.memo.front import front_end, front_pieces, is_side_heading
from pipeline.memo.front_labels import part_values
from pipeline.memo.grids import grid_pieces, is_number
from pipeline.memo.headings import heading_of
from pipeline.memo.labels import is_known_label
from pipeline.memo.layout import Piece, PieceKind, Segment, Token, Zone, merge
from pipeline.memo.lines import CELL_HEIGHT
from pipeline.memo.list_columns import LISTS, are_heads, columns_below
from pipeline.memo.rows import median
from pipeline.memo.side_headings import Group, one_line, row_beside, side_headings
from pipeline.memo.signatures import is_name, is_role
from pipeline.memo.stamps import is_stamp
from pipeline.read.page import Box, Page, ReadAs

Row = list[Segment]
LINE, BODY = PieceKind.LINE, Zone.BODY  # looked up once: Python 3.11 is slow to tell a member of an enum
BESIDE = (3, 6)  # points; what stands so far left or right of the running text is beside it
NOISE = frozenset("1Il|ij!:;.,'`´-_—~•=")


def body_column(pages: list[Page], segments: list[list[Segment]]) -> tuple[float, float]:
    """Left and right edge of the running text, told by the widest lines."""
    lefts: Counter[int] = Counter()
    wide: list[Segment] = []
    for page, here in zip(pages, segments, strict=True):
        for s in here:
            if s.box.width > 0.33 * page.width and len(s.text) > 25:
                lefts[round(s.box.x0 / 4)] += 1
                wide.append(s)
    if not wide:
        every = [s for here in segments for s in here]
        return (min((s.box.x0 for s in every), default=0.0), max((s.box.x1 for s in every), default=1.0))
    # neighbouring buckets count together: a scan may be slanted
    best = max(lefts, key=lambda k: (lefts[k] + lefts[k - 1] + lefts[k + 1], -k))
    near = [s for s in wide if abs(s.box.x0 - best * 4) < 12]
    rights = sorted(s.box.x1 for s in near)
    return (median([s.box.x0 for s in near]), rights[int(0.9 * (len(rights) - 1))])


def read_order(
    pages: list[Page],
    segments: list[list[Segment]],
    furniture: list[set[int]],
    body: tuple[float, float],
    tokens: list[Token],
) -> list[Piece]:
    """All pieces: letterhead, body of every page, stamps, furniture. body: see `body_column`."""
    tables = 0
    pieces: list[Piece] = []
    apart: list[Piece] = []
    segments, headings = side_headings(pages, segments, furniture, body, tokens)
    headed = any(headings) or any(_side_headed(here, body) for here in segments)
    for n, page in enumerate(pages):
        beside = {id(s) for group in headings[n] for s in group}
        flow: list[Segment] = []
        margin: list[Segment] = []
        edge: list[Segment] = []
        stamp: list[Segment] = []
        column = (body[0], min(body[1], _right_of(segments[n], page, body)))
        left, right = column[0] - BESIDE[0], column[1] + BESIDE[1]
        for i, s in enumerate(segments[n]):
            if id(s) in beside:
                continue
            if i in furniture[n]:
                edge.append(s)
            elif is_stamp(s, page):
                stamp.append(s)
            elif (s.box.x1 < left or s.box.x0 > right) and _in_margin(s, column, page, segments[n], headed):
                margin.append(s)
            else:
                flow.append(s)
        if margin:
            # a margin of later pages repeats the first one's or holds notes
            columns = front_pieces(_rows(margin), page)
            for piece in columns:
                piece.zone = Zone.MARGIN if n == 0 else Zone.FURNITURE
            (pieces if n == 0 else apart).extend(columns)
        if stamp:
            apart.append(_piece(PieceKind.CELL, Zone.STAMP, stamp))
        for piece in front_pieces(_rows(edge), page):
            piece.zone = Zone.FURNITURE
            apart.append(piece)
        rows = _rows(flow)
        start = front_end(rows, page, body) if n == 0 else 0
        if headings[n]:
            rows = [sorted(row, key=lambda s: s.box.x0) for row in rows]
            start = min(start, row_beside(rows, headings[n][0]))
        if start:
            front = part_values(rows[:start], tokens) if page.has_places else rows[:start]
            pieces += front_pieces(front, page)
        made, tables = _body(rows[start:], page, tokens, tables, headings[n])
        pieces += made
    return pieces + sorted(apart, key=lambda p: p.zone == Zone.FURNITURE)


def _right_of(here: list[Segment], page: Page, body: tuple[float, float]) -> float:
    """The right edge of one page's running text: a first page may leave room for a column that later ones don't."""
    rights = sorted(
        s.box.x1 for s in here if abs(s.box.x0 - body[0]) < 12 and s.box.width > 0.33 * page.width and len(s.text) > 25
    )
    return rights[int(0.9 * (len(rights) - 1))] if len(rights) > 5 else body[1]


def _rows(segments: list[Segment]) -> list[Row]:
    rows: dict[int, Row] = {}
    for s in segments:
        rows.setdefault(s.row, []).append(s)
    return [rows[k] for k in sorted(rows)]


def _side_headed(here: list[Segment], body: tuple[float, float]) -> bool:
    """True where the column left of the text holds headings, each on the line that its text begins on."""
    texts = {s.row for s in here if abs(s.box.x0 - body[0]) < 8 and len(s.text) > 25}
    beside = [s.text for s in here if s.row in texts and s.box.x1 < body[0] - 3 and len(s.text) < 32]
    known = sum(heading_of(text) is not None and not is_known_label(text) for text in beside)
    return known > 0 and known + sum(text.isupper() and heading_of(text) is None for text in beside) > 1


def _in_margin(s: Segment, body: tuple[float, float], page: Page, here: list[Segment], headed: bool) -> bool:
    """True for what stands wholly left or right of the running text, in a narrow column beside it."""
    if not page.has_places or body[1] - body[0] < 0.3 * page.width:
        return False
    left = not headed and s.box.x1 < body[0] - BESIDE[0] and body[0] - s.box.x0 > 45 and body[0] > 0.22 * page.width
    right = s.box.x0 > body[1] + BESIDE[1] and body[1] < 0.8 * page.width
    if not (left or right):
        return False
    heading = heading_of(s.text)
    return not (
        left and heading is not None and not heading.body_only and any(o.row == s.row and o is not s for o in here)
    )


def _piece(kind: PieceKind, zone: Zone, lines: list[Segment]) -> Piece:
    if len(lines) == 1:
        x0, _, x1, _ = lines[0].box
        return Piece(kind, zone, lines[0].page, lines, x0=x0, x1=x1)
    return Piece(kind, zone, lines[0].page, lines, x0=min(s.box.x0 for s in lines), x1=max(s.box.x1 for s in lines))


def pitch_of(rows: list[Row], printed: bool = False) -> float:
    """The usual distance in points between lines of running text. printed: whether places and sizes are exact."""
    steps = [
        b[0].base - a[0].base
        for a, b in itertools.pairwise(rows)
        if len(a) == len(b) == 1 and abs(a[0].box.x0 - b[0].box.x0) < 4 and len(a[0].text) > 25
    ]
    steps = [step for step in steps if step > 2]
    size = median([s.size for row in rows for s in row]) if rows else 10.0
    if not steps:
        return 1.2 * size
    steps.sort()
    usual = min(steps[len(steps) // 3], (1.5 if len(steps) < 5 else 2.2) * size)
    return min(usual, 1.3 * size) if printed and usual > 1.45 * size and not _wrapped(rows, size) else usual


_GOES_ON = re.compile(r"(?!(?:att|samt|dels|och)\b)[a-zåäö(]")


def _wrapped(rows: list[Row], size: float) -> bool:
    """Whether a sentence goes on from one line to another that stands far below: the text is set with space between
    its lines. Where none does, each paragraph of a short extract is one line, and the space is that between those."""
    return any(
        1.4 * size < b[0].base - a[0].base < 2.6 * size and _runs_on(a[0], b[0], size)
        for a, b in itertools.pairwise(rows)
        if len(a) == len(b) == 1
    )


_WIDE = 33  # times the letters' size: the least width of a line that has no room for another word
_ITEM = re.compile(r"(?:att|samt|dels|och att|Att)\b|\(?\w{1,2}[.)]\s|[•●▪–*-]\s|§")


def _runs_on(above: Segment, line: Segment, size: float) -> bool:
    """Whether a line goes on from the one above: it begins small, or that one was filled to the margin."""
    if above.text[-1:] in ".;:":
        return False
    if above.text[-1:] != "," and _GOES_ON.match(line.text) is not None:
        return True
    wide = above.box.x1 - above.box.x0 > _WIDE * size and abs(above.box.x0 - line.box.x0) < 4
    return wide and not line.text[:1].islower() and _ITEM.match(line.text) is None


def _body(
    rows: list[Row], page: Page, tokens: list[Token], tables: int, headings: list[Group]
) -> tuple[list[Piece], int]:
    """The body's rows: lines one by one, runs of rows with gaps as tables or columns; before them their headings that
    stand in a column of their own."""
    pieces: list[Piece] = []
    pitch = pitch_of(rows, page.read_as is ReadAs.DIGITAL) if page.has_places else CELL_HEIGHT
    flat = _flat(page) if any(len(row) > 1 for row in rows) else []
    begun = 0
    for group in headings:
        end = max(begun, row_beside(rows, group))
        made, tables = _stretch(rows[begun:end], page, flat, tokens, tables, pitch)
        heading = _piece(LINE, BODY, [one_line(group)])
        heading.gap, heading.beside = 1.0, True
        pieces += [*made, heading]
        begun = end
    made, tables = _stretch(rows[begun:], page, flat, tokens, tables, pitch)
    return pieces + made, tables


def _flat(page: Page) -> list[Box]:
    """The page's ruled lines from side to side."""
    boxes = [r.box for r in page.rules]
    return [box for box in boxes if box[3] - box[1] < 4 and box[2] - box[0] > 20]


def _stretch(
    rows: list[Row], page: Page, flat: list[Box], tokens: list[Token], tables: int, pitch: float
) -> tuple[list[Piece], int]:
    """Pieces of rows with no heading beside them. flat: the page's ruled lines from side to side."""
    pieces: list[Piece] = []
    last_base: float | None = None
    n = 0
    while n < len(rows):
        row = rows[n]
        gap = (row[0].base - last_base) / pitch - 1 if last_base is not None else 0.0
        if len(row) == 1:
            line = _piece(LINE, BODY, row)
            line.gap, last_base = gap, row[0].base
            pieces.append(line)
            n += 1
            continue
        if _heads_of_lists(rows, n):
            columns, n = columns_below(rows, n, tokens, pitch)
            for column in columns:
                pieces += _column(column, pitch)
            last_base = max(column[-1].base for column in columns)
            continue
        end = _run(rows, n, pitch, flat)
        made, is_table = _grid(rows[n:end], rows, n, end, page, tokens, pitch, tables + 1)
        tables += is_table
        made[0].gap = max(gap, made[0].gap)
        for above, piece in itertools.pairwise(made):
            if piece.kind == LINE and above.kind == LINE:
                piece.gap = (piece.lines[0].base - above.lines[0].base) / pitch - 1
        pieces += made
        last_base = max([s.base for s in rows[end - 1]])
        n = end
    return pieces, tables


def _heads_of_lists(rows: list[Row], n: int) -> bool:
    """Whether a row is the headings of lists beside each other, not a table's: "Underlag   Bilaga" over "Karta   2"."""
    if not are_heads(rows[n]):
        return False
    below = rows[n + 1] if n + 1 < len(rows) else []
    return len(below) < 2 or not any(is_number(s.text) for s in below[1:])


def _column(lines: Row, pitch: float) -> list[Piece]:
    """The pieces of one of several lists that stand beside each other. lines: its heading and its entries."""
    pieces = [_piece(LINE, BODY, [line]) for line in lines]
    pieces[0].gap, pieces[0].beside = 1.0, True
    for above, piece in itertools.pairwise(pieces):
        piece.gap = (piece.lines[0].base - above.lines[0].base) / pitch - 1
    return pieces


def _run(rows: list[Row], start: int, pitch: float, flat: list[Box]) -> int:
    """The end of the run of rows with gaps that begins here; single lines within it are wrapped cells or row labels."""
    end = start + 1
    lefts = [s.box.x0 for s in rows[start]]
    side = _side_heading(rows, start)
    while end < len(rows):
        row, above = rows[end], rows[end - 1]
        step = row[0].base - above[0].base
        if step > 3.2 * pitch or _leaves_frame(above, row, pitch, flat):
            break
        if _heads_of_lists(rows, end):
            break
        if len(row) > 1 and all(is_name(s.text) for s in row) and not all(_person(s.text) for s in above):
            break
        if len(row) > 1:
            if is_side_heading(row) or _list_heading(rows, end) or (side and (len(row) > 2 or is_number(row[-1].text))):
                break
            lefts += [s.box.x0 for s in row]
            end += 1
            continue
        s = row[0]
        if len(s.text) < 3 and _noise(s, rows, end, pitch):
            end += 1
            continue
        if heading_of(s.text) or step > 1.9 * pitch:
            break
        others = [x for x in lefts if x > min(lefts) + 20]
        aligned = any(abs(s.box.x0 - x) < 5 for x in lefts)
        narrow = not others or s.box.x1 < max(others) or s.box.x0 > min(others) - 5
        more = end + 1 < len(rows) and len(rows[end + 1]) > 1 and rows[end + 1][0].base - s.base < 1.9 * pitch
        beside = aligned and s.box.x0 > min(lefts) + 20
        if (
            aligned
            and narrow
            and (
                beside
                or more
                or (step < 1.25 * pitch and s.box.x1 < min(others, default=0) - 4 and s.text[:1].islower())
            )
        ):
            end += 1
            continue
        break
    return end


def _side_heading(rows: list[Row], n: int) -> bool:
    """A heading in a column of its own, not a table's: "Alternativ | Kronor per dag" over numbers."""
    if _list_heading(rows, n):
        return True
    if not is_side_heading(rows[n]):
        return False
    below = rows[n + 1] if n + 1 < len(rows) else []
    return not (len(below) > 1 and abs(below[0].box.x0 - rows[n][0].box.x0) < 5 and is_number(below[-1].text))


def _list_heading(rows: list[Row], n: int) -> bool:
    """A heading beside the first entry of its list, below the signatures: "Sänds till   Ek Bygg AB", "Bilagor   Karta".

    Below it stand further entries, nothing, or the next such heading; a table's row stands below a table's heading.
    """
    row = rows[n]
    if len(row) != 2 or not row[1].text[:1].isalnum() or row[1].text[:1].islower() or is_number(row[1].text):
        return False
    heading = heading_of(row[0].text)
    if heading is None or heading.kind not in LISTS or is_known_label(row[0].text) or heading_of(row[1].text):
        return False
    below = rows[n + 1] if n + 1 < len(rows) else []
    return len(below) < 2 or (len(below) == 2 and _list_heading(rows, n + 1))


def _person(text: str) -> bool:
    return is_name(text) or is_role(text)


def _noise(s: Segment, rows: list[Row], n: int, pitch: float) -> bool:
    """A speck or a piece of a rule that was read as a letter between two rows of a table."""
    after = rows[n + 1] if n + 1 < len(rows) else None
    return s.text in NOISE and after is not None and len(after) > 1 and after[0].base - s.base < 2 * pitch


def _leaves_frame(above: Row, row: Row, pitch: float, flat: list[Box]) -> bool:
    """True where the row above is the last one within ruled lines. flat: these."""
    if _under_heads(above, row):
        return False  # a table ruled only over and under its heads: the next rule is that of its sum
    left, right, top, low = above[0].box.x0, above[-1].box.x1, above[0].base, row[0].base
    before = between = False
    for x0, _, x1, y in flat:
        if x0 < right and x1 > left and top - 2.5 * pitch < y < low + 3 * pitch:
            if y >= low:
                return False
            before = before or y < top
            between = between or top <= y < low - 2
    return before and between


def _under_heads(above: Row, row: Row) -> bool:
    """True where a row of numbers stands under words, each number under one of them."""
    numbers = [s for s in row[1:] if is_number(s.text)]
    if not numbers or len(numbers) < len(row) - 1 or any(is_number(s.text) for s in above[1:]):
        return False
    return all(any(s.box.x0 < o.box.x1 and o.box.x0 < s.box.x1 for o in above[1:]) for s in numbers)


def _grid(
    run: list[Row],
    rows: list[Row],
    start: int,
    end: int,
    page: Page,
    tokens: list[Token],
    pitch: float,
    table: int,
) -> tuple[list[Piece], bool]:
    if _side_heading(run, 0):
        # a heading in a column of its own with its text beside it
        made = [_piece(LINE, BODY, [s]) for row in run for s in row]
        made[0].gap, made[0].beside = 1.0, _list_heading(run, 0)
        return made, False
    if len(run) == 1:
        row = run[0]
        near = [
            o
            for o in (rows[start - 1] if start else None, rows[end] if end < len(rows) else None)
            if o is not None and len(o) == 1 and abs(o[0].base - row[0].base) < 1.4 * pitch
        ]
        text = sum(len(o[0].text) > 45 for o in near)
        wide = sum(len(s.text) for s in row) > 45
        if text and (not any(is_number(s.text) for s in row[1:]) or (wide and text == len(near))):
            return [_piece(LINE, BODY, [merge(row)])], False
    specks = [row for row in run if len(row) == 1 and row[0].text in NOISE]
    made, found = grid_pieces([row for row in run if row not in specks], page.rules, BODY, page.number, table, tokens)
    return made + [_piece(LINE, BODY, row) for row in specks], found
