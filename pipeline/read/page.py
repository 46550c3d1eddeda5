"""The types that leave `read`: a file is pages, a page is words."""

import math
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from pipeline.errors import Problem


class Box(NamedTuple):
    """A rectangle in points (1/72 inch) from the top left corner of the page as it is shown; y grows downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0


class ReadAs(StrEnum):
    """How a page's words came to be."""

    DIGITAL = "digital"  # the file's own text: a PDF's text layer, DOCX, ODT
    OCR = "ocr"  # read from a picture by this program
    TEXT = "text"  # a text file, most often what an older OCR left


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word (a run of characters without white space).

    confidence: 0 to 1, 1.0 for digital text. second: what the second reader read there, None where only one read it.
    agreed: True where two different readers agree on it, None where only one read it. line: number of the printed
    line within its block as the reader saw it, block: number of the reader's block; both only hints, unique together
    within the page. size: font size in points (0 where unknown). A word of a picture on a digital page (a logo) has
    picture=True and the OCR's confidence. angle: degrees that the word is turned on the page, counter-clockwise,
    above -180, at most 180; 0 for upright words. The words of one turned run (a stamp, margin text) have a block of
    their own. first: what the first reader read, where `text` is something else. Where a reading was parted into
    several words, first and second are those of the whole.
    """

    text: str
    box: Box
    confidence: float = 1.0
    second: str | None = None
    agreed: bool | None = None
    block: int = 0
    line: int = 0
    size: float = 0.0
    bold: bool = False
    picture: bool = False
    angle: float = 0.0
    first: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line or thin filled rectangle on a digital page; tables and heads are often drawn with them."""

    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a source file.

    number: 1-based. width, height in points. words in the reader's order. has_places: False for text files and for
    DOCX and ODT, whose boxes are made up (a grid of character cells, one line each 12 points) so that later stages
    can treat all pages alike; rows of such pages get no box. paragraphs: True where the source itself tells
    paragraphs apart (DOCX, ODT): each line is then a whole paragraph.

    Boxes, width and height are of the page as people read it, which is how the file shows it but for two cases: a
    scan or text that lies on its side or head was turned by `turn` degrees counter-clockwise (0, 90, 180, 270), and
    a crooked scan was levelled: its lines leaned `skew` degrees counter-clockwise. `shown` undoes both.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    read_as: ReadAs
    has_places: bool = True
    paragraphs: bool = False
    rules: tuple[Rule, ...] = ()
    problems: tuple[Problem, ...] = ()
    skew: float = 0.0
    turn: int = 0

    def shown(self, box: Box) -> Box:
        """The smallest upright rectangle round `box` on the page as the file shows it, in its points."""
        if not self.skew and not self.turn:
            return box
        x, y = (box.x0 + box.x1 - self.width) / 2, (box.y0 + box.y1 - self.height) / 2
        width, height = box.width, box.height
        if self.skew:
            cos, sin = math.cos(math.radians(self.skew)), math.sin(math.radians(self.skew))
            x, y = x * cos + y * sin, y * cos - x * sin
            width, height = width * cos + height * abs(sin), height * cos + width * abs(sin)
        wide, high = self.width, self.height
        for _ in range(self.turn // 90):
            x, y, width, height, wide, high = -y, x, height, width, high, wide
        x, y = x + wide / 2, y + high / 2
        return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that has been opened once and found readable, or what is wrong with it."""

    kind: str  # "pdf", "image", "text", "docx", "odt", "" where unknown
    pages: int
    problems: tuple[Problem, ...] = field(default=())
