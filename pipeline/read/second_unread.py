"""Where on a page there is ink that no word stands on: only there is it worth looking for lines that were missed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.read.page import Box
from pipeline.read.prepare import as_grey, threshold
from pipeline.read.tesseract import Reading

SMALL = 4  # pixels of the page for one of the small picture
CELL = 4  # pixels of the small picture for one cell: a sixth of the height of a line, at 300 dpi
ROUND = 0.35  # of a word's height: its accents, underlining and what its box cut off
RULE = 40  # pixels of the small picture; ink that runs on so far is a ruled line or an edge, no letter
INKED, FULL = 2, 15  # of a cell's 16 pixels; a full cell is a black border or a filled shape
CELLS = 2  # that stand beside each other, with at most one between; a single one is a speck
PAPER = 6  # cells of paper round what is looked at: the network needs to see the line as a line
MOST = 0.6  # of the page; where more is to be looked at the whole page is

Bools = NDArray[np.bool_]


def unread(image: Image.Image, readings: Sequence[Reading]) -> list[Box]:
    """Parts of a page's picture, in its pixels, that may hold lines beside those that were read; from the top.

    They do not overlap. No reading: the whole page, if there is anything on it.
    """
    small = np.asarray(as_grey(image).reduce(SMALL))
    ink: Bools = small < threshold(small)
    height, width = ink.shape
    for reading in readings:
        more = ROUND * (reading.y1 - reading.y0)
        y0, y1 = (reading.y0 - more) / SMALL, (reading.y1 + more) / SMALL + 1
        x0, x1 = (reading.x0 - more) / SMALL, (reading.x1 + more) / SMALL + 1
        ink[max(0, int(y0)) : max(0, int(y1)), max(0, int(x0)) : max(0, int(x1))] = False
    ink &= ~(_long(ink) | _long(ink.T).T)
    rows, columns = height // CELL, width // CELL
    if not rows or not columns:
        return []
    counts = ink[: rows * CELL, : columns * CELL].reshape(rows, CELL, columns, CELL).sum(axis=(1, 3))
    inked: Bools = np.asarray((counts >= INKED) & (counts < FULL))
    beside = np.pad(inked, ((0, 0), (CELLS, CELLS)))
    near = sum(beside[:, k : k + columns].astype(np.int8) for k in range(2 * CELLS + 1) if k != CELLS)
    inked &= near >= CELLS - 1
    step = SMALL * CELL
    found = []
    for y0, y1 in _bands(np.asarray(inked.any(axis=1)), PAPER):
        for x0, x1 in _bands(np.asarray(inked[y0:y1].any(axis=0)), 4 * PAPER):
            box = Box(x0 * step, y0 * step, min(image.width, x1 * step), min(image.height, y1 * step))
            found.append(box)
    if sum(box.width * box.height for box in found) > MOST * image.width * image.height:
        return [Box(0.0, 0.0, float(image.width), float(image.height))]
    return found


def _long(ink: Bools) -> Bools:
    """The ink that runs on for long in its row."""
    if ink.shape[1] < RULE:
        return np.zeros_like(ink)
    sums = np.cumsum(np.pad(ink, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    begins = (sums[:, RULE:] - sums[:, :-RULE]) == RULE
    ends = np.cumsum(np.pad(begins, ((0, 0), (RULE, RULE - 1))), axis=1, dtype=np.int32)
    return np.asarray((ends[:, RULE:] - ends[:, :-RULE]) > 0)[:, : ink.shape[1]]


def _bands(inked: Bools, paper: int) -> list[tuple[int, int]]:
    """Stretches that are inked, with some paper at both ends; those whose paper would meet are one."""
    found: list[tuple[int, int]] = []
    for place in np.flatnonzero(inked).tolist():
        start, end = max(0, place - paper), min(len(inked), place + paper + 1)
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found
