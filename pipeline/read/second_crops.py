"""Pictures of what is read again: words that stand close together on one line, cut out with some paper round them."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import median

import numpy as np
from PIL import Image

from pipeline.read.ink import runs
from pipeline.read.second_align import Spot
from pipeline.read.tesseract import Reading

WIDE = 1.3  # of the words' height: a gap that parts columns; the network fails on pictures with white in the middle
LONG = 30.0  # times as wide as high; longer runs are cut at a gap between words
PAD = 0.15  # of the height; paper above and below
SIDE = 0.25  # of the height; paper left and right, where its end was not found
REACH = 1.2  # of the height; how far paper is looked for beyond a word
WORDS_APART = 0.2  # of the height; the gap between two words is as wide, that between two characters is not
THIN = 0.06  # of the height; a column with less ink is paper
FAINT = 30.0  # of 255; less between darkest and brightest is no ink
HIGH = 1.9  # times the usual height: a bracket, a stamp or a line of a table, not a word
WHITE = 255
INK = 0.6  # of the way from the darkest to the brightest
NUMBERS, CLEAR = 3, 0.90  # how many numbers nearby, read so surely, tell how wide digits are
SPACE = 0.25  # of the height of digits: the least space between thousands; digits stand closer
DASH, LOW = 0.25, 0.4  # of the height of digits: how wide a minus is at least, and how low
FAR = 1.2  # of the height of digits: how far from them a minus stands at most
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


def windows(run: Sequence[int], wanted: Collection[int]) -> list[list[int]]:
    """The parts of a run to cut out: the words that are wanted, each with its neighbours; what meets is one part."""
    near = [any(run[k] in wanted for k in range(max(0, rank - 1), min(len(run), rank + 2))) for rank in range(len(run))]
    parts: list[list[int]] = []
    for rank, index in enumerate(run):
        if not near[rank]:
            continue
        if rank and near[rank - 1]:
            parts[-1].append(index)
        else:
            parts.append([index])
    return parts


def cut(
    image: Image.Image,
    words: Sequence[Reading],
    pad: float = PAD,
    side: float | None = None,
    beside: Sequence[Reading] = (),
) -> tuple[Image.Image, list[Spot]]:
    """The words' picture, and where in it they stand. pad: paper above and below, as a share of the height.

    Its left and right sides stand on paper where there is some near: a box that is too narrow loses no character, and
    a neighbour is not cut through. side: how far from the boxes they stand instead, as a share of the height. beside:
    words that are to stay outside, if they stand on the same line.
    """
    y0, y1 = _rows(words)
    height = y1 - y0
    x0, x1 = min(w.x0 for w in words), max(w.x1 for w in words)
    if side is None:
        to_left, to_right = (found or SIDE * height for found in margins(image, words))
        to_left = min([to_left, *((x0 - w.x1) / 2 for w in beside if w.x1 <= x0)])
        to_right = min([to_right, *((w.x0 - x1) / 2 for w in beside if w.x0 >= x1)])
    else:
        to_left = to_right = side * height
    left, right = int(max(0, x0 - to_left)), int(min(image.width, x1 + to_right + 1))
    top, bottom = int(max(0, y0 - pad * height)), int(min(image.height, y1 + pad * height + 1))
    left, top = min(left, image.width - 1), min(top, image.height - 1)
    crop = image.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    return crop, [Spot(w.text, (w.x0 - left) / crop.width, (w.x1 - left) / crop.width) for w in words]


def _rows(words: Sequence[Reading]) -> tuple[float, float]:
    """Top and bottom of the words, without brackets and stamps among them."""
    usual = _height(words)
    plain = [w for w in words if w.y1 - w.y0 <= HIGH * usual] or list(words)
    y0 = min(w.y0 for w in plain)
    return y0, max(y0 + 1.0, *(w.y1 for w in plain))


def margins(image: Image.Image, words: Sequence[Reading]) -> tuple[float | None, float | None]:
    """How far from the words' left and right ends their picture ends on paper, in pixels; None where ink goes on.

    Paper is a gap as wide as that between words: the gap between two characters is no end.
    """
    y0, y1 = _rows(words)
    height = y1 - y0
    x0, x1 = min(w.x0 for w in words), max(w.x1 for w in words)
    left, right = int(max(0, x0 - REACH * height)), int(min(image.width, x1 + REACH * height + 1))
    top, bottom = int(max(0, y0)), int(min(image.height, y1 + 1))
    if right <= left or bottom <= top:
        return None, None
    values = np.asarray(image.crop((left, top, right, bottom)), dtype=np.float32)
    darkest, paper = np.percentile(values, (1, 90))
    inked = (values < darkest + INK * (paper - darkest)).sum(axis=0) >= max(2.0, THIN * height)
    if paper - darkest < FAINT:
        inked[:] = False
    ahead = inked[max(0, int(x1) + 1 - left) :]
    behind = inked[: max(0, int(x0) - left)][::-1]
    return _paper(behind, height, x0 - REACH * height < 0), _paper(ahead, height, x1 + REACH * height >= image.width)


def digit_width(word: Reading, readings: Sequence[Reading]) -> float | None:
    """The width of a digit by the numbers that stand nearest above or below a word, None where there are too few."""
    middle = (word.y0 + word.y1) / 2
    near = sorted(
        (abs((r.y0 + r.y1) / 2 - middle), (r.x1 - r.x0) / len(r.text))
        for r in readings
        if r is not word and r.text.isdecimal() and len(r.text) > 1 and r.confidence >= CLEAR
    )[:NUMBERS]
    return median(width for _, width in near) if len(near) == NUMBERS else None


def ink_beside(image: Image.Image, word: Reading, step: float, readings: Sequence[Reading]) -> bool:
    """Whether there is ink that nobody has read within a digit's width beside the word."""
    level = [r for r in readings if r is not word and min(r.y1, word.y1) - max(r.y0, word.y0) > 0]
    start = max([word.x0 - step, *(r.x1 for r in level if r.x1 <= word.x0)])
    end = min([word.x1 + step, *(r.x0 for r in level if r.x0 >= word.x1)])
    return _inked(image, word, start, word.x0) or _inked(image, word, word.x1, end)


def _inked(image: Image.Image, word: Reading, x0: float, x1: float) -> bool:
    """Whether there is ink between x0 and x1 at the word's height, as dark as the word is."""
    rows = int(max(0, word.y0)), int(min(image.height, word.y1 + 1))
    own = np.asarray(image.crop((int(word.x0), rows[0], int(word.x1) + 1, rows[1])), dtype=np.float32)
    left, right = int(max(0, x0)) + 1, int(min(image.width, x1))
    if right <= left or not own.size:
        return False
    darkest, paper = np.percentile(own, (1, 90))
    beside = np.asarray(image.crop((left, rows[0], right, rows[1])), dtype=np.float32)
    columns = (beside < darkest + INK * (paper - darkest)).sum(axis=0)
    return bool((columns >= max(2.0, THIN * (word.y1 - word.y0))).sum() > 1)


def _paper(inked: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]", height: float, edge: bool) -> float | None:
    """Where the first gap ends, but not far in it; None where there is none before `inked` ends."""
    gap = 0
    wide = max(2, round(WORDS_APART * height))
    for x, ink in enumerate(inked.tolist()):
        gap = 0 if ink else gap + 1
        if gap >= wide:
            return x + 1.0
    return float(len(inked)) if edge and gap == len(inked) else None


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


def after_speck(image: Image.Image, word: Reading) -> float | None:
    """Where the digits begin of a word that seems to begin with a minus, if what stands there is a speck: too narrow
    for a dash, or too far from the digits. None where it may be a minus."""
    height = word.y1 - word.y0
    left, top = int(max(0, word.x0)), int(max(0, word.y0))
    values = np.asarray(image.crop((left, top, int(word.x1) + 1, int(word.y1) + 1)), dtype=np.float32)
    if not values.size:
        return None
    darkest, paper = np.percentile(values, (1, 90))
    dark = np.asarray(values < darkest + INK * (paper - darkest))
    parts = runs(np.asarray(dark.any(axis=0)))
    if len(parts) < 2:
        return None
    (start, end), (digits, _) = parts[:2]
    signs = sum(not c.isspace() for c in word.text) - 1
    if not signs - 1 <= len(parts) - 1 <= signs:  # more in the box than the word: what the minus is cannot be told
        return None
    low = np.count_nonzero(dark[:, start:end].any(axis=1)) < LOW * height  # else a digit: the minus is too faint
    if not low or (end - start >= DASH * height and digits - end <= FAR * height):
        return None
    return float(left + digits)


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
