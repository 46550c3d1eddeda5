"""Pictures of what is read again: words that stand close together on one line, cut out with some paper round them."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import numpy as np
from PIL import Image

from pipeline.read.second_align import Spot
from pipeline.read.tesseract import Reading

WIDE = 1.3  # of the words' height: a gap that parts columns; the network fails on pictures with white in the middle
LONG = 30.0  # times as wide as high; longer runs are cut at a gap between words
PAD = 0.15  # of the height; paper above and below
SIDE = 0.25  # of the height; paper left and right
HIGH = 1.9  # times the usual height: a bracket, a stamp or a line of a table, not a word
WHITE = 255
INK = 0.6  # of the way from the darkest to the brightest
SPACE = 0.25  # of the height of digits: the least space between thousands; digits stand closer
APART = 1.8  # times as wide as the other gaps within the number


def runs_of(readings: Sequence[Reading]) -> list[list[int]]:
    """Indices of words that are cut out together: on one line, no wide gap between, not too long."""
    lines: dict[int, list[int]] = {}
    for index, reading in enumerate(readings):
        lines.setdefault(reading.line, []).append(index)
    runs: list[list[int]] = []
    for members in lines.values():
        members.sort(key=lambda i: (readings[i].x0, i))
        height = _height([readings[i] for i in members])
        run = members[:1]
        for a, b in pairwise(members):
            one, other = readings[a], readings[b]
            apart = other.x0 - one.x1 > WIDE * height
            step = min(one.y1, other.y1) <= max(one.y0, other.y0)  # Tesseract joins lines that lean
            if apart or step or other.x1 - readings[run[0]].x0 > LONG * height:
                runs.append(run)
                run = []
            run.append(b)
        runs.append(run)
    return runs


def _height(words: Sequence[Reading]) -> float:
    return max(1.0, median([w.y1 - w.y0 for w in words if len(w.text) > 1] or [w.y1 - w.y0 for w in words]))


def cut(image: Image.Image, words: Sequence[Reading], pad: float = PAD) -> tuple[Image.Image, list[Spot]]:
    """The words' picture, and where in it they stand. pad: paper above and below, as a share of the height.

    Other ink within the picture's sides stays: a neighbour that is cut through is no character.
    """
    usual = _height(words)
    plain = [w for w in words if w.y1 - w.y0 <= HIGH * usual] or list(words)
    y0, y1 = min(w.y0 for w in plain), max(w.y1 for w in plain)
    height = max(1.0, y1 - y0)
    x0, x1 = min(w.x0 for w in words), max(w.x1 for w in words)
    left, right = int(max(0, x0 - SIDE * height)), int(min(image.width, x1 + SIDE * height + 1))
    top, bottom = int(max(0, y0 - pad * height)), int(min(image.height, y1 + pad * height + 1))
    left, top = min(left, image.width - 1), min(top, image.height - 1)
    crop = image.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    return crop, [Spot(w.text, (w.x0 - left) / crop.width, (w.x1 - left) / crop.width) for w in words]


def gap_within(image: Image.Image, word: Reading) -> bool:
    """Whether a number of four digits or more has a gap before its last three, as `2 150` has, wider than its others.

    Both readers may miss it: it may part thousands, or two columns of a table.
    """
    if not word.text.isdecimal() or len(word.text) < 4:
        return False
    values = np.asarray(image.crop((int(word.x0) - 2, int(word.y0), int(word.x1) + 3, int(word.y1) + 1)), np.float32)
    dark = values < values.min() + INK * (values.max() - values.min())
    edges = np.flatnonzero(np.diff(np.pad(dark.any(axis=0), 1).astype(np.int8)))
    gaps = (edges[2::2] - edges[1:-1:2])[-(len(word.text) - 1) :]
    if len(gaps) < 3:
        return False
    others = [int(gap) for i, gap in enumerate(gaps) if i != len(gaps) - 3]
    return bool(gaps[-3] >= SPACE * (word.y1 - word.y0) and gaps[-3] >= APART * max(others))


def stack(crops: Sequence[Image.Image], scale: float, margin: int) -> tuple[Image.Image, list[tuple[int, int]]]:
    """Pictures of lines under each other on white paper, enlarged; and the top and bottom of each."""
    larger = [
        crop.resize((max(1, round(crop.width * scale)), max(1, round(crop.height * scale))), Image.Resampling.BICUBIC)
        for crop in crops
    ]
    sheet = Image.new(
        "L", (max(c.width for c in larger) + 2 * margin, sum(c.height + margin for c in larger) + margin), WHITE
    )
    places, y = [], margin
    for crop in larger:
        sheet.paste(crop, (margin, y))
        places.append((y, y + crop.height))
        y += crop.height + margin
    return sheet, places
