"""A scanned page becomes words: turned upright, levelled, read, and its boxes put back where they stand on the page."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median

from PIL import Image

from pipeline.errors import Kind, Problem
from pipeline.read.bullets import with_marks
from pipeline.read.faults import ReadError, problem
from pipeline.read.page import Box, Page, Word
from pipeline.read.prepare import Bools, ink_of, lies_sideways, prepare, skew_of
from pipeline.read.second import read_again, read_alone, read_some, usable
from pipeline.read.tables import weight, with_tables
from pipeline.read.tesseract import PAGE, Reading, read_picture, tesseract_languages, tight_again

__all__ = ["Scan", "read_scan", "tesseract_languages"]

GOOD = 0.75  # mean confidence below which the page may stand on its side or head
UPRIGHT_FIRST = (0, 180, 90, 270)
SIDEWAYS_FIRST = (90, 270, 0, 180)
FEW = 100  # letters and digits; fewer may be noise
MIN_SKEW = 0.2  # degrees
UNSURE_WHERE_IT_MATTERS = 0.90  # confidence in a word below which the second reader is asked, if the word matters


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read on a scanned page, in points of the page once it was turned and levelled (see `Page`)."""

    words: tuple[Word, ...]
    skew: float
    turn: int
    problems: tuple[Problem, ...] = ()  # without a page number


@dataclass(frozen=True, slots=True)
class Attempt:
    """One reading of the page, by Tesseract where it is installed."""

    turn: int  # degrees counter-clockwise that the picture was turned before it was read
    skew: float
    readings: list[Reading]
    picture: Image.Image  # that was read, without the rules of tables that were read again
    alone: str = ""  # what was missing, where the second reader read it

    @property
    def weight(self) -> float:
        """Letters and digits read, each with its word's confidence."""
        return weight(self.readings)

    @property
    def confidence(self) -> float:
        letters = sum(len(r.text) for r in self.readings)
        return sum(len(r.text) * r.confidence for r in self.readings) / letters if letters else 0.0

    @property
    def sideways(self) -> bool:
        """Whether most words are higher than wide: Tesseract reads lines that run upwards too, but not well."""
        long = [r for r in self.readings if len(r.text) >= 4]
        return 2 * sum(r.y1 - r.y0 > r.x1 - r.x0 for r in long) > len(long)

    @property
    def good(self) -> bool:
        """Whether the page surely stands upright."""
        return self.confidence >= GOOD and self.weight >= FEW and not self.sideways


def read_scan(image: Image.Image, dpi: float, points: float) -> Scan:
    """The words of a page's picture.

    image: the page as shown. dpi: resolution of the print. points: points of the page for each pixel.
    Raises ReadError: OCR_MISSING, OCR_FAILED.
    """
    first = first_reading(image, dpi)
    readings = first.readings
    problems: tuple[Problem, ...] = ()
    if first.alone:
        problems = (problem(Kind.ONE_READER, first.alone),)
    elif usable():
        readings = tight_again(first.picture, read_again(first.picture, dpi, first.readings))
    else:
        problems = (problem(Kind.ONE_READER, "rapidocr, onnxruntime"),)
    readings = with_marks(first.picture, readings)
    return Scan(tuple(points_of(readings, points)), first.skew, first.turn, problems)


def read_more(
    image: Image.Image, dpi: float, points: float, page: Page, wanted: Collection[int]
) -> tuple[Word, ...] | None:
    """The words of a page that was read by `read_scan`, some of them (by index) by the second reader too; None where
    there is none. image, dpi, points: as they were given to `read_scan`."""
    if not usable():
        return None
    grey = prepare(image)
    grey = grey.rotate(page.turn, expand=True) if page.turn else grey
    readings = [_reading(word, points) for word in page.words]
    return tuple(points_of(read_some(_turned_level(grey, page.skew), dpi, readings, wanted), points))


def _reading(word: Word, points: float) -> Reading:
    x0, y0, x1, y1 = (value / points for value in word.box)
    read = word.text, x0, y0, x1, y1, word.confidence, word.block, word.line
    return Reading(*read, word.second, word.agreed, word.first)


def first_reading(image: Image.Image, dpi: float) -> Attempt:
    """What Tesseract reads on a page's picture, prepared, turned and levelled; the second reader where it is missing.

    Raises ReadError: OCR_MISSING where there is no reader, OCR_FAILED.
    """
    grey = prepare(image)
    ink = ink_of(grey)
    tried: list[Attempt] = []
    for turn in SIDEWAYS_FIRST if lies_sideways(grey, ink) else UPRIGHT_FIRST:
        tried.append(_attempt(grey, dpi, turn, ink))
        if tried[-1].good:
            break
    return max(tried, key=lambda attempt: (not attempt.sideways, attempt.weight))


def _attempt(grey: Image.Image, dpi: float, turn: int, ink: Bools) -> Attempt:
    picture, skew = levelled(grey.rotate(turn, expand=True)) if turn else levelled(grey, ink)
    try:
        return Attempt(turn, skew, *with_tables(picture, dpi, read_picture(picture, dpi, PAGE)))
    except ReadError as fault:
        if fault.problem.kind is not Kind.OCR_MISSING or not usable():
            raise
        return Attempt(turn, skew, read_alone(picture), picture, fault.problem.detail)


def levelled(grey: Image.Image, ink: Bools | None = None) -> tuple[Image.Image, float]:
    """The picture with its lines level, and how many degrees they leaned counter-clockwise; 0.0 where it was let be.

    ink: as in `skew_of`.
    """
    skew = skew_of(grey, ink)
    if abs(skew) < MIN_SKEW:
        return grey, 0.0
    return _turned_level(grey, skew), skew


def _turned_level(grey: Image.Image, skew: float) -> Image.Image:
    # bicubic takes three times as long, and no reading gains by it
    return grey.rotate(-skew, resample=Image.Resampling.BILINEAR, fillcolor=255) if skew else grey


def points_of(readings: list[Reading], points: float) -> list[Word]:
    """The readings as words with boxes in points."""
    sizes = _sizes(readings, points)
    sideways = _sideways(readings)
    return [
        Word(
            reading.text,
            Box(reading.x0 * points, reading.y0 * points, reading.x1 * points, reading.y1 * points),
            reading.confidence,
            reading.second,
            reading.agreed,
            block=reading.block,
            line=reading.line,
            size=sizes[reading.line],
            first=reading.first,
            angle=90.0 if index in sideways else 0.0,
        )
        for index, reading in enumerate(readings)
    ]


def _sideways(readings: Sequence[Reading]) -> set[int]:
    """The words (by index) that are printed along the paper's edge, from below or from above: words of several letters
    that are far higher than wide, and what stands in their column on the same line."""
    tall = [
        i
        for i, r in enumerate(readings)
        if sum(map(str.isalnum, r.text)) >= LETTERS and r.y1 - r.y0 > UPENDED * (r.x1 - r.x0)
    ]
    if not tall:
        return set()
    columns: dict[int, tuple[float, float]] = {}
    for i in tall:
        r = readings[i]
        x0, x1 = columns.get(r.line, (r.x0, r.x1))
        columns[r.line] = min(x0, r.x0), max(x1, r.x1)
    found = set(tall)
    for i, r in enumerate(readings):
        x0, x1 = columns.get(r.line, (0.0, 0.0))
        if x0 <= (r.x0 + r.x1) / 2 <= x1:
            found.add(i)
    return found


LETTERS, UPENDED = 4, 1.6  # a word of so many letters that is so many times as high as wide is set sideways
HIGH = frozenset("bdfhijkltåäöéüßABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ0123456789§%&!?()[]/")
LOW = frozenset("gjpqyQ,;()[]§")


def _sizes(readings: list[Reading], points: float) -> dict[int, float]:
    """Each line's font size in points, from the heights of its words and the letters in them."""
    heights: dict[int, list[float]] = defaultdict(list)
    for reading in readings:
        letters = set(reading.text)
        if not any(map(str.isalnum, reading.text)):
            continue
        share = 0.5 + 0.22 * bool(letters & HIGH) + 0.21 * bool(letters & LOW)
        heights[reading.line].append((reading.y1 - reading.y0) * points / share)
    return defaultdict(float, {line: round(median(sizes), 1) for line, sizes in heights.items()})
