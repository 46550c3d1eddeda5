"""The lines that Tesseract finds on a page, read by its network: words with boxes, as rows of Tesseract's TSV."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.read.tesseract_library import Segment
from pipeline.read.tesseract_network import Letter, read_line

AROUND = 4  # pixels of paper round a line, as when the network was trained
SUREST = 96.8  # Tesseract is never surer of a word
SPACES = 3  # on a line tell how wide its spaces are
SPACE, PERHAPS = 0.65, 0.003  # of a usual space; paper as wide is one, if the network at all thinks of one there
THIN, THIN_SPACE = frozenset("1lIijtfr.,:;'!|()-/"), 0.9  # beside these characters there is more paper in words, too
EMPTY = 1  # pixels of ink in a column; no more is paper

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Gap:
    """Between two characters: columns of paper. space: whether one was read; apart: how likely one is, if not."""

    start: int
    end: int
    space: bool
    apart: float

    @property
    def width(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class _Line:
    """letters: without spaces. gaps: between each and the next. inked: where the picture is ink; x0, y0: its top left
    on the page."""

    x0: int
    y0: int
    inked: Bools
    letters: list[Letter]
    gaps: list[_Gap]

    @property
    def height(self) -> int:
        return int(self.inked.shape[0])


def read_segments(image: Image.Image, segments: Sequence[Segment], timeout: float) -> list[dict[str, Any]]:
    """The words of the segments. image: grey. timeout: seconds.

    Raises RuntimeError where they cannot be read, or not in time.
    """
    until = time.monotonic() + timeout
    lines: list[_Line] = []
    for segment in segments:
        if time.monotonic() > until:
            raise RuntimeError("no reading in time")
        lines.append(_line(image, segment))
    return list(_rows(segments, lines))


def _line(image: Image.Image, segment: Segment) -> _Line:
    """What stands on a line: its characters without spaces, and what lies between them."""
    x0, y0 = max(0, int(segment.x0) - AROUND), max(0, int(segment.top) - AROUND)
    x1, y1 = min(image.width, int(segment.x1) + 1 + AROUND), min(image.height, int(segment.bottom) + 1 + AROUND)
    picture = image.crop((x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)))
    pixels = np.asarray(picture)
    dark, light = np.percentile(pixels, (1, 90))
    inked: Bools = np.asarray(pixels < (float(dark) + float(light)) / 2)
    columns = inked.sum(axis=0)
    found: list[Letter] = []
    gaps: list[_Gap] = []
    space = False
    for letter in read_line(picture):
        if letter.text == " ":
            space = bool(found)
            continue
        if found:
            gaps.append(_Gap(*_paper(columns, int(found[-1].place), int(letter.place)), space, letter.apart))
        found.append(letter)
        space = False
    return _Line(x0, y0, inked, found, gaps)


def _rows(segments: Sequence[Segment], lines: Sequence[_Line]) -> Iterator[dict[str, Any]]:
    """The words of all lines, parted at spaces that were read, and at paper as wide as those are."""
    widths = [[gap.width for gap in line.gaps if gap.space] for line in lines]
    usual = [median(each) / line.height for each, line in zip(widths, lines, strict=True) if len(each) >= SPACES]
    elsewhere = median(usual) if usual else 0.0
    for segment, line, each in zip(segments, lines, widths, strict=True):
        space = median(each) if len(each) >= SPACES else elsewhere * line.height
        yield from _words(segment, line, space or inf)


def _words(segment: Segment, line: _Line, space: float) -> Iterator[dict[str, Any]]:
    """space: usual width of one, in pixels."""
    word: list[Letter] = []
    start = 0
    for rank, letter in enumerate(line.letters):
        word.append(letter)
        gap = line.gaps[rank] if rank < len(line.gaps) else None  # None after the last
        if gap and not gap.space:
            thin = not THIN.isdisjoint(letter.text + line.letters[rank + 1].text)
            if gap.width < (THIN_SPACE if thin else SPACE) * space or gap.apart < PERHAPS:
                continue
        x0, y0, x1, y1 = _box(line, start, gap.start if gap else line.inked.shape[1], segment)
        yield {
            "block_num": segment.block,
            "par_num": segment.paragraph,
            "line_num": segment.line,
            "left": line.x0 + x0,
            "top": line.y0 + y0,
            "width": x1 - x0,
            "height": y1 - y0,
            "conf": SUREST * min(letter.sure for letter in word),
            "text": "".join(letter.text for letter in word),
        }
        word, start = [], gap.end if gap else 0


def _paper(columns: NDArray[np.int64], first: int, last: int) -> tuple[int, int]:
    """The widest paper between two columns: where it begins and ends; the middle where there is none."""
    paper = columns[first : last + 1] <= EMPTY
    edges = np.flatnonzero(np.diff(np.concatenate(([0], paper.astype(np.int8), [0])))).tolist()
    if not edges:
        return (first + last) // 2, (first + last) // 2
    start, end = max(zip(edges[::2], edges[1::2], strict=True), key=lambda edge: edge[1] - edge[0])
    return first + start, first + end


def _box(line: _Line, start: int, end: int, segment: Segment) -> tuple[int, int, int, int]:
    """The ink between two columns of the line's picture, within the line's own height."""
    top = max(0, int(segment.y0) - line.y0)
    bottom = min(line.inked.shape[0], int(segment.y1) + 1 - line.y0)
    part = line.inked[top:bottom, start:end]
    across, down = np.flatnonzero(part.any(axis=0)), np.flatnonzero(part.any(axis=1))
    if not len(across):
        return start, top, max(end, start + 1), max(bottom, top + 1)
    return start + int(across[0]), top + int(down[0]), start + int(across[-1]) + 1, top + int(down[-1]) + 1
