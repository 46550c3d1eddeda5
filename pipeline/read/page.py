"""The types that leave `read`: a file is pages, a page is words."""

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
    picture=True and the OCR's confidence.
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


@dataclass(frozen=True, slots=True)
class Source:
    """A file that has been opened once and found readable, or what is wrong with it."""

    kind: str  # "pdf", "image", "text", "docx", "odt", "" where unknown
    pages: int
    problems: tuple[Problem, ...] = field(default=())
