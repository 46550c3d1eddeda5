"""Tables that an old OCR gave column by column go back into rows, where counts or sums prove which cells are one row's.

The labels stand first, one on a line, then each column's numbers likewise. They are rows again where every column has
as many lines as there are labels and either the last number of each is the sum of those above it, or two columns and
more, or one of four lines and more, agree in their count.
"""

import re
from dataclasses import replace

from pipeline.memo.fold import bare
from pipeline.memo.layout import Token
from pipeline.memo.lines import CELL_HEIGHT, CELL_WIDTH
from pipeline.memo.signs import SUM
from pipeline.memo.text_heads import UNITS, YEAR
from pipeline.memo.text_splits import value_of
from pipeline.read.page import Box

LEAST, SURE = 3, 4  # labels of a table, and of one whose only column need not sum up
WIDEST = 44  # characters of a label
APART = 5 * CELL_WIDTH  # between two columns
_NUMBER = re.compile(r"[-–—−+]?\d{1,3}(?:[ .]\d{3})*(?:,\d+)?%?$|[-–—−+]?\d+(?:[.,]\d+)?%?$|[-–—−]$")

Row = list[Token]
Block = list[Row]


def in_rows(tokens: list[Token]) -> list[Token]:
    """The tokens of an old OCR text's sheet, tables given column by column put in rows."""
    blocks = blocks_of(tokens)
    order: list[Block] = []
    n, changed = 0, False
    while n < len(blocks):
        columns = _columns(blocks, n)
        table = _table(blocks[n], columns) if columns else None
        if table is None:
            order.append(blocks[n])
            n += 1
            continue
        order.append(table)
        n += 1 + len(columns)
        changed = True
    return set_again(order, tokens[0].box.y0) if changed else tokens


def blocks_of(tokens: list[Token]) -> list[Block]:
    """The rows, in groups without a blank line between."""
    rows: dict[float, Row] = {}
    for token in tokens:
        rows.setdefault(token.box.y0, []).append(token)
    blocks: list[Block] = []
    last = None
    for y, row in rows.items():
        if last is None or y - last > 1.5 * CELL_HEIGHT:
            blocks.append([])
        blocks[-1].append(row)
        last = y
    return blocks


def row_text(row: Row) -> str:
    return " ".join(t.text for t in row)


def set_again(blocks: list[Block], y: float) -> list[Token]:
    """The tokens on lines from the top, a blank line between blocks."""
    tokens: list[Token] = []
    for block in blocks:
        for row in block:
            tokens += [replace(t, box=t.box._replace(y0=y, y1=y + t.box.height)) for t in row]
            y += CELL_HEIGHT
        y += CELL_HEIGHT
    return tokens


def _columns(blocks: list[Block], start: int) -> list[Block]:
    """The blocks of numbers below one of labels."""
    labels = blocks[start]
    if len(labels) < LEAST or not all(_is_label(row_text(row)) for row in labels):
        return []
    found: list[Block] = []
    for block in blocks[start + 1 :]:
        if len(block) < LEAST or not all(_is_number(row) for row in block[1:]):
            break
        if not (_is_number(block[0]) or _is_label(row_text(block[0]))):
            break
        found.append(block)
    return found


def _is_label(text: str) -> bool:
    return len(text) <= WIDEST and text[0].isupper() and text[-1] not in ".;" and not _NUMBER.match(text.split()[-1])


def _is_number(row: Row) -> bool:
    words = [t.text for t in row]
    if len(words) > 1 and UNITS.match(words[-1]):
        words.pop()
    return bool(_NUMBER.match(" ".join(words)))


def _headed(column: Block) -> bool:
    return not _is_number(column[0]) or (len(column[0]) == 1 and bool(YEAR.match(column[0][0].text)))


def _table(labels: Block, columns: list[Block]) -> Block | None:
    """The rows, each its label and its numbers; None where nothing proves them."""
    if any(len(column) != len(columns[0]) for column in columns):
        return None
    ways = []
    if all(_is_number(column[0]) for column in columns):
        ways.append(0)
    if all(_headed(column) for column in columns):
        ways.append(1)
    ways = [heads for heads in ways if len(labels) - len(columns[0]) + heads in (0, 1)]
    for heads in ways:
        if SUM.match(bare(row_text(labels[-1]))) and all(_adds_up(column[heads:]) for column in columns):
            return _rows(labels, columns, heads)
    counted = len(columns) > 1 or len(columns[0]) - ways[-1] >= SURE if ways else False
    return _rows(labels, columns, ways[-1]) if counted and len(labels) == len(columns[0]) else None


def _rows(labels: Block, columns: list[Block], heads: int) -> Block:
    """The cells of each row, the heading's first. heads: 1 where the columns' first lines are their headings."""
    lines = len(columns[0]) - heads
    names = labels[len(labels) - lines :]
    rows = [[name, *(column[heads + i] for column in columns)] for i, name in enumerate(names)]
    if heads or len(labels) > lines:
        rows.insert(0, [labels[0] if len(labels) > lines else [], *(column[0] if heads else [] for column in columns)])
    return _set_out(rows)


def _adds_up(column: Block) -> bool:
    values = [value_of([t.text for t in row if not UNITS.match(t.text)]) for row in column]
    known = [v for v in values if v is not None]
    return len(known) == len(values) and known[-1] == sum(known[:-1]) != 0


def _set_out(rows: list[list[Row]]) -> Block:
    """The cells side by side, far enough apart to be told as columns."""
    width = [max(sum(t.box.width + CELL_WIDTH for t in row[n]) for row in rows) for n in range(len(rows[0]))]
    block: Block = []
    for cells in rows:
        line: Row = []
        y = next(t for cell in cells for t in cell).box.y0
        for n, cell in enumerate(cells):
            x = sum(width[:n]) + n * APART
            for token in cell:
                line.append(replace(token, box=Box(x, y, x + token.box.width, y + token.box.height)))
                x += token.box.width + CELL_WIDTH
        block.append(line)
    return block
