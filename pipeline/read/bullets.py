"""Marks of lists that no reader saw: dots and dashes left of lines, found in the picture by their form and company.

Tesseract drops a bullet as often as it reads it, and a list without its marks is one long sentence. A mark alone may be
dirt; two that stand under one another and look alike are a list.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np
from PIL import Image

from pipeline.read.prepare import as_grey
from pipeline.read.tesseract import DOT_HEIGHT, DOT_LIKE, FLAT, Reading, usual_height

REACH = 2.6  # heights of a line: how far left of its first word a mark may stand
CLEAR = 0.22  # of the height: paper between a mark and the word
INK = 0.5  # of the way from paper to the line's ink
LEAST, MOST = 0.24, 0.62  # of the height: a dot's width and height
LONGEST, FLATTEST = 1.1, 0.25  # of the height: a dash's width, and its height at most
ROUND = 0.6  # a dot's shorter side to its longer
FULL = 0.55  # share of a mark's rectangle that is ink: a circle has 0.79
MIDDLE = 0.36  # of the height: how far a mark's middle may stand from the line's
ALIKE = 1.5  # how many times larger one mark of a list may be than another
FAR = 14  # heights of a line between two marks of one list
UNDER = 0.3  # of the height: how far the middles of a list's marks may stand apart sideways
CONFIDENCE = 0.8
DOT, DASH = "•", "–"
MISREAD = DOT_LIKE | {"›", "¤", "º", "●", "▪", "■", "□"}  # what low dots are read as


@dataclass(frozen=True, slots=True)
class _Mark:
    """Left, top, right, bottom in pixels; index: of the word that it stands before. text: a dot or a dash."""

    index: int
    box: tuple[float, float, float, float]
    text: str
    height: float  # of the line
    seen: bool = False  # a reader read it

    @property
    def middle(self) -> float:
        return (self.box[0] + self.box[2]) / 2

    def like(self, other: "_Mark") -> bool:
        """Whether both may be marks of one list."""
        height = max(self.height, other.height)
        if self.text != other.text or abs(self.middle - other.middle) > UNDER * height:
            return False
        if abs(self.box[1] - other.box[1]) > FAR * height:
            return False
        sizes = [(m.box[2] - m.box[0], m.box[3] - m.box[1]) for m in (self, other)]
        if self.seen or other.seen:  # the box of a mark that was read may be larger than its ink
            return True
        return all(max(pair) <= ALIKE * min(pair) + 1 for pair in zip(*sizes, strict=True))


def with_marks(image: Image.Image, readings: Sequence[Reading]) -> list[Reading]:
    """The readings with the marks of lists that were not read, each before its line.

    image: the picture that was read, grey. readings: in reading order, a line's words one after another.
    """
    if not readings:
        return []
    usual = usual_height(readings) or median(r.y1 - r.y0 for r in readings)
    pixels = np.asarray(as_grey(image))
    firsts = [0, *(b for a, b in pairwise(range(len(readings))) if readings[a].line != readings[b].line)]
    marks = [mark for index in firsts if (mark := _mark(pixels, readings, index, usual))]
    found = {m.index: m for m in marks if any(m.like(o) for o in marks if o is not m)}
    done: list[Reading] = []
    for index, reading in enumerate(readings):
        mark = found.get(index)
        if mark and mark.seen and reading.text in MISREAD:
            reading = replace(reading, text=mark.text)
        elif mark and not mark.seen:
            done.append(Reading(mark.text, *mark.box, CONFIDENCE, reading.block, reading.line))
        done.append(reading)
    return done


def _mark(
    pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", readings: Sequence[Reading], index: int, usual: float
) -> _Mark | None:
    """The mark that stands before a line's first word, or is it; None where there is none."""
    word = readings[index]
    low = word.y1 - word.y0 < DOT_HEIGHT * usual and word.x1 - word.x0 < usual
    if set(word.text) <= FLAT or (low and word.text in MISREAD):
        text = DASH if set(word.text) <= set("—–-−_") else DOT
        return _Mark(index, (word.x0, word.y0, word.x1, word.y1), text, usual, seen=True)
    if not any(map(str.isalpha, word.text)):
        return None
    height = usual if 0.6 * usual < word.y1 - word.y0 < 1.6 * usual else word.y1 - word.y0
    left, right = int(max(0, word.x0 - REACH * height)), int(word.x0 - 1)
    top, bottom = int(max(0, word.y0 - 0.1 * height)), int(min(len(pixels), word.y1 + 0.1 * height))
    if right - left < height or bottom - top < 4:
        return None
    across = int(min(pixels.shape[1], word.x1))
    darkest, paper = np.percentile(pixels[top:bottom, left:across], (2, 90))
    ink = pixels[top:bottom, left:right] < paper - INK * (paper - darkest)
    columns = np.flatnonzero(np.diff(np.pad(ink.any(axis=0), 1).astype(np.int8)))
    spans = [(int(a), int(b)) for a, b in zip(columns[::2], columns[1::2], strict=True)]
    solid = [span for span in spans if ink[:, span[0] : span[1]].sum() >= (LEAST * height) ** 2]
    if len(solid) != 1:
        return None
    x0, x1 = solid[0]
    rows = np.flatnonzero(ink[:, x0:x1].any(axis=1))
    y0, y1 = int(rows[0]), int(rows[-1]) + 1
    wide, high = x1 - x0, y1 - y0
    if (
        right - left - x1 < CLEAR * height
        or x0 == 0
        or abs(top + (y0 + y1) / 2 - (word.y0 + word.y1) / 2) > MIDDLE * height
    ):
        return None
    if ink[y0:y1, x0:x1].mean() < FULL:
        return None
    box = (float(left + x0), float(top + y0), float(left + x1), float(top + y1))
    if (
        LEAST * height <= min(wide, high)
        and max(wide, high) <= MOST * height
        and min(wide, high) >= ROUND * max(wide, high)
    ):
        return _Mark(index, box, DOT, height)
    if high <= FLATTEST * height and 2 * high <= wide <= LONGEST * height and wide >= 0.3 * height:
        return _Mark(index, box, DASH, height)
    return None
