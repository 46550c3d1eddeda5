"""Tesseract, one call a picture: words with boxes in pixels and confidences; as a library where that can be had."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.errors import Kind
from pipeline.read import tesseract_library, tesseract_network
from pipeline.read.faults import ReadError
from pipeline.read.ink import ink_within
from pipeline.read.prepare import as_grey
from pipeline.read.tesseract_lines import read_segments

SWEDISH = "swe"
PAGE, BLOCK, SPARSE = 3, 6, 11  # page segmentation modes: whole page, one block of text, text anywhere
TIMEOUT = 180  # seconds; a page takes 2 to 10
MARKS = frozenset("|_—–-~=.,:;'\"`´‘’“”°*^<>«»\\/¦[](){}!•·¨")  # what specks, lines and edges are read as
FLAT = frozenset("—–-−=~_….•·")  # signs that are low when all is well
SPECK = 0.35  # of the usual height of words
DOT_LIKE = frozenset(("e", "o", "O", "0", "eo", "oe", "ee", "s", "*", "«", "»", "¢", "©", "®", "°", "@", "·", "+", "."))
DOT_HEIGHT = 0.58  # of the usual height of words; an x is 0.62, a digit 0.9
DOT_GAP = 0.8
MIN_MARK = 0.6
STANDS_OUT = 1.3  # times the usual height of a line's words
MIN_WORD = 0.05

# One thread a process: pages are spread over processes, and Tesseract's own threads only get in each other's way.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")


@dataclass(frozen=True, slots=True)
class Reading:
    """A word as it was read: box in pixels from the top left, confidence 0 to 1.

    second, agreed, first: as in `Word`.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float
    block: int
    line: int  # unique within the picture
    second: str | None = None
    agreed: bool | None = None
    first: str | None = None


def tesseract_languages() -> frozenset[str]:
    """The languages that Tesseract has here; empty where it is not installed."""
    return tesseract_library.installed()[1]


def require_swedish() -> None:
    """Raises ReadError with OCR_MISSING where Tesseract or its Swedish is missing."""
    languages = tesseract_languages()
    if SWEDISH not in languages:
        raise ReadError(Kind.OCR_MISSING, f"tesseract-{SWEDISH}" if languages else "tesseract")


def read_picture(image: Image.Image, dpi: float, mode: int = PAGE) -> list[Reading]:
    """The words of a picture in Tesseract's order.

    dpi: true resolution of the print, for Tesseract's sense of size. Raises ReadError: OCR_MISSING, OCR_FAILED.
    """
    require_swedish()
    image = image if image.mode in ("L", "1") else image.convert("L")
    resolution = round(min(2400, max(70, dpi)))
    try:
        if tesseract_library.usable(SWEDISH):
            rows = _by_library(image, mode, resolution)
        else:
            rows = _table(image, mode, resolution)
    except Exception as error:
        raise ReadError(Kind.OCR_FAILED, str(error).splitlines()[0][:200] if str(error) else "") from None
    readings = []
    lines: dict[tuple[int, int, int], int] = {}
    blocks: dict[tuple[int, int], int] = {}
    for row in rows:
        text = (row["text"] or "").strip()
        confidence = float(row["conf"]) / 100
        if confidence < 0 or not text:
            continue
        paragraph = (int(row["block_num"]), int(row["par_num"]))
        block = blocks.setdefault(paragraph, len(blocks))
        line = lines.setdefault((*paragraph, int(row["line_num"])), len(lines))
        x, y, width, height = (float(row[key]) for key in ("left", "top", "width", "height"))
        readings.append(Reading(text, x, y, x + width, y + height, min(1.0, confidence), block, line))
    readings = _tight(image, readings)
    usual = usual_height(readings)
    kept = [reading for reading in readings if not _junk(reading, usual)]
    return bullets(kept, usual)


def _tight(image: Image.Image, readings: Sequence[Reading]) -> list[Reading]:
    """The readings without the rules and specks that reach into the boxes of numbers, and of words that stand out from
    their lines."""
    picture = np.asarray(as_grey(image))
    usual = _heights(readings)
    found = []
    for reading in readings:
        ends = reading.text[0].isalnum() and reading.text[-1].isalnum()
        number = ends and reading.text[0].isdigit() and reading.text[-1].isdigit()
        out = reading.y1 - reading.y0 > STANDS_OUT * usual[reading.line] and any(map(str.isalnum, reading.text))
        if number or out:
            inked = _inked(picture, reading, usual, sum(map(str.isalnum, reading.text)))
            reading = inked if ends else replace(reading, y0=inked.y0, y1=inked.y1)
        found.append(reading)
    return found


def tight_again(image: Image.Image, readings: Sequence[Reading]) -> list[Reading]:
    """The readings without the rules over and under the boxes of numbers that the second reader set right: what had
    been read of them before were no numbers."""
    if not any(reading.first is not None for reading in readings):
        return list(readings)
    picture = np.asarray(as_grey(image))
    usual = _heights(readings)
    found = []
    for reading in readings:
        if reading.first is not None and any(map(str.isdigit, reading.text)):
            inked = _inked(picture, reading, usual)
            reading = replace(reading, y0=inked.y0, y1=inked.y1)
        found.append(reading)
    return found


def _inked(picture: NDArray[np.uint8], reading: Reading, usual: dict[int, float], letters: int = 1) -> Reading:
    """The reading with its box drawn round its ink. usual: of `_heights`. letters: of the word."""
    box = max(0, int(reading.x0)), max(0, int(reading.y0)), round(reading.x1), round(reading.y1)
    x0, y0, x1, y1 = map(float, ink_within(picture, box, usual[reading.line], letters))
    return replace(reading, x0=x0, y0=y0, x1=x1, y1=y1)


def _heights(readings: Sequence[Reading]) -> dict[int, float]:
    """The usual height of each line's words."""
    heights: dict[int, list[float]] = {}
    for reading in readings:
        heights.setdefault(reading.line, []).append(reading.y1 - reading.y0)
    return {line: median(each) for line, each in heights.items()}


def _by_library(image: Image.Image, mode: int, dpi: int) -> list[dict[str, Any]]:
    """The rows of Tesseract's TSV, by the library: a page's lines all at once, where that can be had."""
    if mode == PAGE and tesseract_network.usable():
        image = as_grey(image)
        found = tesseract_library.segments(image, SWEDISH, mode, dpi)
        if found is not None:
            return read_segments(image, found, TIMEOUT)
    return tesseract_library.table(image, SWEDISH, mode, dpi, TIMEOUT)


def _table(image: Image.Image, mode: int, dpi: int) -> list[dict[str, Any]]:
    """The rows of Tesseract's TSV, by the program."""
    import pytesseract  # takes half a second, with pandas, which the library need not

    image = image.copy()
    image.format = "PPM"  # how it is handed over; packing a PNG takes a tenth of the reading's time
    config = f"--psm {mode} --dpi {dpi}"
    table = pytesseract.image_to_data(
        image, lang=SWEDISH, config=config, timeout=TIMEOUT, output_type=pytesseract.Output.DICT
    )
    return [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)]


def bullets(readings: list[Reading], usual: float) -> list[Reading]:
    """The readings with the dots of lists, which Tesseract takes for e, o or 0, as bullets.

    A dot begins its line, is lower than any letter or digit, as wide as high, and stands well apart. usual: the usual
    height of words in pixels.
    """
    found = []
    line = -1
    for reading, following in zip(readings, [*readings, None][1:], strict=True):
        first, line = reading.line != line, reading.line
        height, width = reading.y1 - reading.y0, reading.x1 - reading.x0
        if (
            first
            and following
            and following.line == line
            and reading.text in DOT_LIKE
            and height < DOT_HEIGHT * usual
            and 0.7 * height < width < 1.4 * height
            and following.x0 - reading.x1 > DOT_GAP * usual
        ):
            reading = replace(reading, text="•")
        found.append(reading)
    return found


def usual_height(readings: Sequence[Reading]) -> float:
    """The usual height of words in pixels; 0.0 where none is longer than two characters."""
    return median([r.y1 - r.y0 for r in readings if len(r.text) > 2] or [0.0])


def _junk(reading: Reading, usual: float) -> bool:
    """Specks, ruled lines and edges that were read as characters. Digits and letters stay unless surely noise."""
    height = reading.y1 - reading.y0
    if reading.confidence < MIN_WORD and not any(map(str.isdigit, reading.text)):
        return True
    if usual and height < SPECK * usual and (not set(reading.text) <= FLAT or reading.text == "."):
        return True  # no letter is that low
    if set(reading.text) <= MARKS:
        if reading.confidence < MIN_MARK:
            return True
        return bool(usual) and (height > 2.5 * usual or reading.text in ("|", "_", "¦"))
    # one or two characters as high as a picture
    return bool(usual) and len(reading.text) <= 2 and height > 5 * usual and reading.confidence < 0.8
