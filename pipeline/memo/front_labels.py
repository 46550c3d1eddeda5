"""Rows of values under rows of labels whose columns stand so close that the reader's gaps don't part them.

`Dokument  Datum  Diarienr` in small type over `Tjänsteskrivelse 2014-09-22 2014-000231`: a value begins under
its label.
"""

from itertools import pairwise

from pipeline.memo.labels import is_known_label, is_label
from pipeline.memo.layout import Segment, Token, part

ALIGNED = 3.5  # points between the left edges of a label and its value
REACH = 3.0  # lines, of the value's size, between a label and its value

Row = list[Segment]


def part_values(rows: list[Row], tokens: list[Token]) -> list[Row]:
    """The front's rows, each row of values cut where the labels above it begin. Needs places."""
    made = rows[:1]
    for above, row in pairwise(rows):
        known = sum(is_known_label(s.text) for s in above)
        near = 0 < row[0].base - above[0].base < REACH * row[0].size
        if near and known >= 2 and len(row) < len(above) and all(is_label(s.text) for s in above):
            lefts = [s.box.x0 for s in above]
            made.append([piece for s in row for piece in _cut(s, lefts, tokens)])
        else:
            made.append(row)
    return made


def _cut(segment: Segment, lefts: list[float], tokens: list[Token]) -> list[Segment]:
    """The segment in pieces, each beginning under a label."""
    cells: list[list[int]] = [[0]]
    for place in range(1, len(segment.words)):
        x0 = tokens[segment.words[place]].box.x0
        if any(abs(x0 - left) < ALIGNED for left in lefts):
            cells.append([place])
        else:
            cells[-1].append(place)
    return [part(segment, cell, tokens) for cell in cells] if len(cells) > 1 else [segment]
