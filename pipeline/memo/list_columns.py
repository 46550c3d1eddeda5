"""Below the signatures: lists beside each other, each under its own heading: "Beslutsunderlag   Beslutet skickas till".

Their entries share no row but by chance, so that each column is read to its end. A column is where its heading begins;
an entry so long that hardly a space parts it from the next column's is cut there.
"""

from pipeline.memo.headings import heading_of
from pipeline.memo.labels import is_known_label
from pipeline.memo.layout import Segment, Token, part
from pipeline.memo.memo import SectionKind
from pipeline.memo.signatures import is_name, is_role

Row = list[Segment]
LISTS = frozenset({SectionKind.RECIPIENTS, SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS})
MOST = 3  # columns
FAR = 2.6  # times the usual distance of lines: what stands so far below is no entry
NEAR = 8.0  # points from a column's edge


def are_heads(row: Row) -> bool:
    """Whether the row is headings of lists, side by side."""
    return 1 < len(row) <= MOST and all(_opens_list(s.text) for s in row)


def _opens_list(text: str) -> bool:
    heading = heading_of(text)
    return heading is not None and heading.kind in LISTS and not is_known_label(text)


def columns_below(rows: list[Row], start: int, tokens: list[Token], pitch: float) -> tuple[list[Row], int]:
    """Each column's lines, its heading first, and the row that follows the lists. rows[start]: the headings."""
    heads = sorted(rows[start], key=lambda s: s.box.x0)
    edges = [s.box.x0 for s in heads]
    columns = [[s] for s in heads]
    end = start + 1
    while end < len(rows):
        row = rows[end]
        if row[0].base - rows[end - 1][0].base > FAR * pitch or are_heads(row) or _sign(rows, end):
            break
        cut = [piece for s in row for piece in _cut(s, edges, len(row) > 1, tokens)]
        if any(s.box.x0 < edges[0] - NEAR for s in cut):
            break
        for s in cut:
            columns[_column(s.box.x0, edges)].append(s)
        end += 1
    return columns, end


def _sign(rows: list[Row], n: int) -> bool:
    """Names over titles, side by side."""
    if len(rows[n]) < 2 or not all(is_name(s.text) for s in rows[n]):
        return False
    return n + 1 < len(rows) and all(is_role(s.text) for s in rows[n + 1])


def _column(x: float, edges: list[float]) -> int:
    return max((n for n, edge in enumerate(edges) if x >= edge - NEAR), default=0)


def _cut(segment: Segment, edges: list[float], shared: bool, tokens: list[Token]) -> Row:
    """The segment, parted where a word begins at the edge of a further column. shared: others stand on its row."""
    own = _column(segment.box.x0, edges)
    for edge in edges[own + 1 :]:
        if segment.box.x1 < edge + NEAR:
            break
        for k, word in enumerate(segment.words):
            if k and abs(tokens[word].box.x0 - edge) < (NEAR if shared else NEAR / 2):
                left = part(segment, list(range(k)), tokens)
                rest = part(segment, list(range(k, len(segment.words))), tokens)
                return [left, *_cut(rest, edges, shared, tokens)]
    return [segment]
