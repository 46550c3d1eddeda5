"""Which characters of a PDF page make a word: those with no white space and no gap between them.

Most words are plain: characters side by side on one line. They are told by sums over the whole page at once; only where
something is out of the ordinary are a word's characters looked at one by one.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.read.pdf_characters import Characters, Corners, Style

GAP = 0.5  # of the font size: a wider gap between two characters parts words
BACK = 0.3  # of the font size: a character that begins further back than this begins a new word
OFF = 0.8  # of the font size: a character whose middle is further above or below begins a new word
SAME_SPOT = 0.12  # of the font size: the same character printed again this close is fake bold
UPRIGHT = 2.0  # degrees
USUAL_SIZE = 10.0  # points, where PDFium knows none
HYPHEN, NOT_A_CHARACTER, SOFT_HYPHEN = 0x2, 0xFFFE, 0xAD  # PDFium gives the first two for a hyphen that ends a line
_WORD = re.compile("[^ ]+")


@dataclass(slots=True)
class Run:
    """A word as it is put together: characters, box in the page's coordinates, and how its first character is set."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    style: Style


def runs_of(page: Characters) -> list[Run]:
    """The page's words as runs of characters, in PDFium's order."""
    text = "".join(map(_character, page.codes))
    bounds = [match.span() for match in _WORD.finditer(text)]
    if not bounds:
        return []
    styles = [page.style(start) for start, _ in bounds]
    odd, corners = _odd(page, text, bounds, styles)
    runs: list[Run] = []
    for (start, end), style, one_by_one, box in zip(bounds, styles, odd, corners, strict=True):
        if one_by_one:
            runs += _one_by_one(page, text, start, end)
        else:
            runs.append(Run(text[start:end], *box, style))
    return runs


@lru_cache(maxsize=4096)
def _character(code: int) -> str:
    """What is printed for one of PDFium's codes; a space for what parts words."""
    if code in (HYPHEN, NOT_A_CHARACTER):
        return "-"
    character = chr(code) if code < 0x110000 else "\ufffd"
    return " " if code < 0x20 or character.isspace() else character


def _odd(
    page: Characters, text: str, bounds: Sequence[tuple[int, int]], styles: Sequence[Style]
) -> tuple[list[bool], list[Corners]]:
    """For each stretch without white space whether it may be more or less than one plain word; and its box."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    inked = codes != ord(" ")
    codes = codes[inked]
    boxes = page.corners[inked]
    lengths = np.array([end - start for start, end in bounds])
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    sizes = np.array([style.size for style in styles])
    spots = np.repeat(sizes * SAME_SPOT, lengths)
    size = np.repeat(np.where(sizes > 0, sizes, USUAL_SIZE), lengths)
    x0, y0, x1, y1 = boxes.T
    middle = (y0 + y1) / 2
    odd = ((x1 <= x0) & (y1 <= y0)) | (codes == SOFT_HYPHEN)
    odd |= middle <= np.repeat(y0[starts], lengths) - OFF * size
    odd |= middle >= np.repeat(y1[starts], lengths) + OFF * size
    follows = np.ones(len(codes), dtype=bool)
    follows[starts] = False
    apart = (x0[1:] - x1[:-1] > GAP * size[1:]) | (x0[:-1] - x0[1:] > BACK * size[1:])
    again = np.flatnonzero(codes[1:] == codes[:-1])
    apart[again] |= (np.abs(boxes[again + 1] - boxes[again]) < spots[again + 1, None]).all(axis=1)
    odd[1:] |= apart & follows[1:]
    turned = np.array([not -UPRIGHT <= style.angle <= UPRIGHT for style in styles])
    kept: NDArray[np.bool_] = np.logical_or.reduceat(odd, starts) | turned
    low, high = np.minimum.reduceat(boxes[:, :2], starts), np.maximum.reduceat(boxes[:, 2:], starts)
    return kept.tolist(), np.concatenate((low, high), axis=1).tolist()


def _one_by_one(page: Characters, text: str, start: int, end: int) -> list[Run]:
    """The words of a stretch without white space."""
    runs: list[Run] = []
    run: Run | None = None
    last: Corners = (0.0, 0.0, 0.0, 0.0)  # box of the run's last character
    for i in range(start, end):
        character = text[i]
        if run is None and ord(character) == SOFT_HYPHEN:
            continue
        box = page.box(i)
        if box[2] <= box[0] and box[3] <= box[1]:
            box = page.loose_box(i) or (last if run else box)
        if run:
            # the two t of a ligature are drawn by one operation, those of fake bold are not
            if character == run.text[-1] and _same_spot(last, box, run.style.size) and page.drawn_apart(i):
                continue
            if _parted(run, last, box):
                run = None
        last = box
        if run is None:
            run = Run(character, *box, page.style(i))
            runs.append(run)
            continue
        run.text += character
        run.x0, run.y0 = min(run.x0, box[0]), min(run.y0, box[1])
        run.x1, run.y1 = max(run.x1, box[2]), max(run.y1, box[3])
    return runs


def _same_spot(last: Corners, box: Corners, size: float) -> bool:
    return all(abs(a - b) < SAME_SPOT * size for a, b in zip(last, box, strict=True))


def _parted(run: Run, last: Corners, box: Corners) -> bool:
    """Whether a character with this box stands too far from the run's last to belong to its word."""
    size = run.style.size or USUAL_SIZE
    if -UPRIGHT <= run.style.angle <= UPRIGHT:
        return (
            box[0] - last[2] > GAP * size
            or last[0] - box[0] > BACK * size
            or not run.y0 - OFF * size < (box[1] + box[3]) / 2 < run.y1 + OFF * size
        )
    distance_x = max(box[0] - last[2], last[0] - box[2], 0.0)
    distance_y = max(box[1] - last[3], last[1] - box[3], 0.0)
    return math.hypot(distance_x, distance_y) > OFF * size
