"""Pages without places: lines of text on a made-up grid of cells, so that later stages can treat all pages alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import Problem
from pipeline.read.page import Box, Page, ReadAs, Word

CELL_WIDTH = 6.0  # points
CELL_HEIGHT = 12.0
BODY_SIZE = 10.0  # points; the font size that plain text is said to have
PAGE_WIDTH = 595.0
TAB_CELLS = 8


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line that begins at a cell of the grid; size and bold hold for all its words."""

    text: str
    column: int = 0
    size: float = BODY_SIZE
    bold: bool = False


Line = Sequence[Span]


def grid_page(
    lines: Sequence[Line],
    number: int,
    read_as: ReadAs,
    *,
    paragraphs: bool = False,
    problems: tuple[Problem, ...] = (),
    extra: tuple[Word, ...] = (),
) -> Page:
    """A page of one line each 12 points, one character each 6 points. extra: words that come first (of pictures)."""
    words = list(extra)
    right = PAGE_WIDTH
    for row, line in enumerate(lines):
        top = row * CELL_HEIGHT
        for span in line:
            for start, text in cells(span.text):
                x0 = (span.column + start) * CELL_WIDTH
                box = Box(x0, top, x0 + len(text) * CELL_WIDTH, top + CELL_HEIGHT)
                words.append(Word(text, box, line=row, size=span.size, bold=span.bold))
                right = max(right, box.x1)
    return Page(
        number,
        right,
        max(CELL_HEIGHT, len(lines) * CELL_HEIGHT),
        tuple(words),
        read_as,
        False,
        paragraphs,
        (),
        problems,
    )


def cells(text: str) -> list[tuple[int, str]]:
    """The words of a line with the cell that each begins at. Words are parted by any white space."""
    found: list[tuple[int, str]] = []
    start = -1
    for index, character in enumerate(text):
        if character.isspace():
            if start >= 0:
                found.append((start, text[start:index]))
            start = -1
        elif start < 0:
            start = index
    if start >= 0:
        found.append((start, text[start:]))
    return found
