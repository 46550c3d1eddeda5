"""What the steps within this stage hand to each other: tokens, segments of lines, and pieces in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pipeline.read.page import Box


class Zone(StrEnum):
    """Where on the paper something stands."""

    FRONT = "front"  # above the first section of the first page: letterhead and title
    MARGIN = "margin"  # a narrow column beside the body
    BODY = "body"
    STAMP = "stamp"
    FURNITURE = "furniture"  # repeated heads and feet


class PieceKind(StrEnum):
    LINE = "line"  # a printed line of running text; blocks.py joins them to paragraphs
    CELL = "cell"  # lines that stand under each other: a cell of the letterhead, a signature
    ROW = "row"  # a table's row


@dataclass(slots=True)
class Token:
    """A word on its way to become a `MemoWord`. text is restored in place."""

    text: str
    raw: str
    page: int
    box: Box
    confidence: float
    agreed: bool | None
    size: float
    bold: bool
    picture: bool
    angle: float = 0.0
    block: int = 0
    line: int = 0


@dataclass(slots=True)
class Segment:
    """Words that stand close to each other on one printed row. words: indices of tokens, from left to right."""

    words: list[int]
    box: Box
    page: int  # number of the printed sheet, from 1 through the whole memo
    row: int  # number of the printed row on its page
    size: float  # points; what the font size is or seems to be
    bold: bool
    text: str  # as read
    askew: bool = False
    base: float = 0.0  # y of the line that the letters stand on
    said: str = ""  # the words as restored, kept by `state.said` once they are


@dataclass(slots=True)
class Piece:
    """A step in reading order. lines: printed lines; cells: a table row's cells, each with its lines."""

    kind: PieceKind
    zone: Zone
    page: int
    lines: list[Segment] = field(default_factory=list)
    cells: list[list[Segment]] = field(default_factory=list)
    table: int = 0  # number of the table a ROW belongs to, counted from 1
    gap: float = 0.0  # white space above it, as a share of the usual distance between lines
    x0: float = 0.0  # left and right edge of the column it stands in
    x1: float = 0.0
    beside: bool = False  # a heading in a column of its own, left of the text that it stands over

    def segments(self) -> list[Segment]:
        """All segments in reading order."""
        return self.lines if self.kind is not _ROW else [line for cell in self.cells for line in cell]


_ROW = PieceKind.ROW  # looked up once: Python 3.11 is slow to tell a member of an enum


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box round these."""
    if len(boxes) == 1:
        return boxes[0]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def merge(parts: list[Segment]) -> Segment:
    """One segment of several on the same row."""
    if len(parts) == 1:
        return parts[0]
    return Segment(
        [w for s in parts for w in s.words],
        around([s.box for s in parts]),
        parts[0].page,
        parts[0].row,
        max(s.size for s in parts),
        all(s.bold for s in parts),
        " ".join(s.text for s in parts),
        base=parts[0].base,
    )


def part(segment: Segment, places: list[int], tokens: list[Token]) -> Segment:
    """The segment with only its words at these places."""
    words = [segment.words[i] for i in places]
    return replace(
        segment,
        words=words,
        box=around([tokens[w].box for w in words]),
        text=" ".join(tokens[w].text for w in words),
    )
