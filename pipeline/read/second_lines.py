"""Where lines of text stand in a picture: PP-OCR's detection network, for what no other reader has found."""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.read.page import Box
from pipeline.read.second_model import DETECTION, installed, session

LONG = 832  # pixels of the page's longer side, as the network sees it; small print is lost in less
MULTIPLE = 32  # the network halves its picture five times
TEXT = 0.3  # the network's score above which a pixel belongs to a line's core
LINE = 0.5  # the mean score that a line's core must have
GROW = 0.75  # of the core's height, on every side: the network marks lines thinner than they are
SMALLEST = 3  # pixels of the network's picture


@cache
def _detector() -> Any:
    path = installed(DETECTION)
    try:
        return session(path) if path else None
    except Exception:  # not installed, not for this processor, damaged
        return None


def find_lines(grey: Image.Image, part: Box | None = None) -> list[Box]:
    """Boxes round lines of upright text in a level picture, in its pixels, from the top; none where the network fails.

    part: where to look, if not everywhere. What it takes goes by the size of that part.
    """
    detector = _detector()
    left, top, right, bottom = (int(value) for value in part or (0, 0, *grey.size))
    if detector is None or min(right - left, bottom - top) < MULTIPLE:
        return []
    scale = LONG / max(grey.size)
    sides = right - left, bottom - top
    width, height = (max(MULTIPLE, round(side * scale / MULTIPLE) * MULTIPLE) for side in sides)
    looked_at = grey.crop((left, top, right, bottom)) if part else grey
    small = np.asarray(looked_at.convert("L").resize((width, height), Image.Resampling.BOX), dtype=np.float32)
    values = np.broadcast_to(small / 127.5 - 1.0, (1, 3, height, width))
    try:
        (output,) = detector.run(None, {detector.get_inputs()[0].name: np.ascontiguousarray(values)})
    except Exception:  # out of memory, a fault in the library
        return []
    across, down = sides[0] / width, sides[1] / height
    found = []
    for x0, y0, x1, y1 in cores(output[0, 0]):
        grow = GROW * (y1 - y0)
        found.append(
            Box(
                left + max(0.0, (x0 - grow) * across),
                top + max(0.0, (y0 - grow) * down),
                left + min(float(sides[0]), (x1 + grow) * across),
                top + min(float(sides[1]), (y1 + grow) * down),
            )
        )
    return sorted(found, key=lambda box: (box.y0, box.x0))


def cores(scores: NDArray[np.float32]) -> list[tuple[int, int, int, int]]:
    """x0, y0, x1, y1 of what hangs together in a map of scores (height, width) and is sure enough; x1, y1 outside."""
    marks = scores > TEXT
    edges = np.diff(np.pad(marks, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    totals = np.pad(np.cumsum(np.where(marks, scores, 0.0), axis=1, dtype=np.float64), ((0, 0), (1, 0)))
    parent = list(range(len(rows)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    above: list[int] = []
    here: list[int] = []
    row = -2
    first = 0
    for i in range(len(rows)):
        if rows[i] != row:
            above = here if rows[i] == row + 1 else []
            here, row, first = [], int(rows[i]), 0
        while first < len(above) and ends[above[first]] <= starts[i]:
            first += 1
        for other in above[first:]:
            if starts[other] >= ends[i]:
                break
            parent[root(other)] = root(i)
        here.append(i)
    boxes: dict[int, list[float]] = {}
    for i in range(len(rows)):
        y, x0, x1 = int(rows[i]), int(starts[i]), int(ends[i])
        box = boxes.setdefault(root(i), [x0, y, x1, y + 1, 0.0, 0.0])
        box[0], box[2], box[3] = min(box[0], x0), max(box[2], x1), y + 1
        box[4] += float(totals[y, x1] - totals[y, x0])
        box[5] += x1 - x0
    return [
        (int(x0), int(y0), int(x1), int(y1))
        for x0, y0, x1, y1, total, count in boxes.values()
        if x1 - x0 >= SMALLEST and y1 - y0 >= SMALLEST and total >= LINE * count
    ]
