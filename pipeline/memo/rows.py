"""Words become printed rows, by overlap in height."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import sub

from pipeline.memo.layout import Token
from pipeline.read.page import Box

LEAST = 0.45  # of the larger height: what a word shares with its row
LOW = 0.6  # of the usual height, or of the other's: a word that much lower is no full one
APART = 3  # times the larger height: what a word may stand from a row that is much higher than it


def median(values: Sequence[float]) -> float:
    """What `statistics.median` gives, for a list that has something in it."""
    if values.count(values[0]) == len(values):  # as sizes mostly are
        return values[0]
    ranked = sorted(values)
    half = len(ranked) // 2
    return ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) / 2


def rows_of_words(tokens: list[Token]) -> list[list[int]]:
    """Rows of token indices, from above, each from left to right. tokens: at least one.

    Most rows share no height with others, and each of their words much with all the others: they are told as wholes.
    The words of all other rows are taken one by one (see `_one_by_one`), which would give the same rows for all.
    """
    boxes = [t.box for t in tokens]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    heights = list(map(sub, bottoms, tops))
    usual = median(heights)
    low, step = LOW * usual, max(2.0, 1.5 * usual)
    order = sorted(range(len(tokens)), key=tops.__getitem__)
    # dashes, full stops, bullets: placed once the rows are known
    small = [i for i in order if heights[i] < low and not any(map(str.isalnum, tokens[i].text))]
    if small:
        apart = set(small)
        order = [i for i in order if i not in apart]
    whole: list[list[int]] = []
    others: list[int] = []
    for band in _bands(order, tops, bottoms):
        if len(band) > 1:
            top, lowest = tops[band[0]], tops[band[-1]]
            ends = [bottoms[i] for i in band]
            band.sort(key=lefts.__getitem__)  # from left to right, of those that begin alike the upper first
            height, shared = max(ends) - top, min(ends) - lowest  # of them all; by them all
            if height > step or shared / height < LEAST:
                height = max([heights[i] for i in band])  # of the highest box
            if (
                height > step
                or shared / height < LEAST
                or (shared < LOW * height and _apart(band, shared, height, heights, lefts, rights))
            ):
                others += band
                continue
        whole.append(band)
    if not others and not small:
        return whole
    others.sort(key=lefts.__getitem__)
    buckets: Buckets = {}
    rows = _one_by_one(others, boxes, buckets, step)
    if small:
        small.sort(key=lefts.__getitem__)
        rows += _whole(whole, boxes, buckets, step)
        _add_small(small, rows, boxes, buckets, step)
        whole = []
    # any word tells where a whole row stands among the others
    made = [(tops[row[0]] + bottoms[row[0]], row) for row in whole]
    for row in rows:
        made.append((median([tops[i] + bottoms[i] for i in row.members]), row.members))
    made.sort(key=lambda r: r[0])
    return [sorted(row, key=lefts.__getitem__) for _, row in made] if small else [row for _, row in made]


def _bands(order: list[int], tops: Sequence[float], bottoms: Sequence[float]) -> Iterator[list[int]]:
    """Boxes that share height, each with some other of them, and none with another band's. order: by their tops."""
    band: list[int] = []
    end = -math.inf
    for i in order:
        if tops[i] >= end and band:
            yield band
            band = []
        band.append(i)
        if bottoms[i] > end:
            end = bottoms[i]
    if band:
        yield band


def _apart(
    band: list[int],
    shared: float,
    height: float,
    heights: Sequence[float],
    lefts: Sequence[float],
    rights: Sequence[float],
) -> bool:
    """Whether a low box of a band stands far from the box before it, so that it may be on another row. No box is lower
    than what all share."""
    far, low = APART * shared, LOW * height
    return True in [lefts[b] - rights[a] > far and heights[b] < low for a, b in pairwise(band)]


class _Row:
    __slots__ = ("members", "x1", "y0", "y1")

    def __init__(self, index: int, box: Box) -> None:
        self.members = [index]
        self.x1 = box.x1  # of the last word
        self.y0, self.y1 = box.y0, box.y1  # of the last full-height word: follows a skewed line

    def add(self, index: int, box: Box) -> None:
        self.members.append(index)
        _, y0, self.x1, y1 = box
        if y1 - y0 > LOW * (self.y1 - self.y0):
            self.y0, self.y1 = y0, y1


Buckets = dict[int, list[_Row]]  # rows by their height on the page, in steps


def _one_by_one(words: list[int], boxes: list[Box], buckets: Buckets, step: float) -> list[_Row]:
    """The rows that the words make, taken from left to right, so that a row may climb or fall slowly. step: points."""
    rows: list[_Row] = []
    for i in words:
        box = boxes[i]
        row = _best(box, buckets, step)
        if row is None:
            rows.append(row := _Row(i, box))
            _put(row, buckets, step)
            continue
        before = (row.y0 // step, row.y1 // step)
        row.add(i, box)
        if before != (row.y0 // step, row.y1 // step):
            _put(row, buckets, step)
    return rows


def _whole(bands: list[list[int]], boxes: list[Box], buckets: Buckets, step: float) -> list[_Row]:
    """The bands as rows that can be found."""
    rows = []
    for band in bands:
        rows.append(row := _Row(band[0], boxes[band[0]]))
        for i in band[1:]:
            row.add(i, boxes[i])
        _put(row, buckets, step)
    return rows


def _add_small(small: list[int], rows: list[_Row], boxes: list[Box], buckets: Buckets, step: float) -> None:
    """Puts each small sign into the row that is nearest, or in one of its own."""
    for i in small:
        row = _nearest(boxes[i], buckets, step)
        if row is None:
            rows.append(row := _Row(i, boxes[i]))
            _put(row, buckets, step)
        else:
            row.members.append(i)


def _put(row: _Row, buckets: Buckets, step: float) -> None:
    low, high = int(row.y0 // step), int(row.y1 // step)
    for bucket in {low, high, (low + high) // 2}:
        holder = buckets.setdefault(bucket, [])
        if row not in holder:
            holder.append(row)


def _best(box: Box, buckets: Buckets, step: float) -> _Row | None:
    """The row that shares most of its height with the box."""
    best, most = None, 0.0
    x0, y0, _, y1 = box
    height = y1 - y0
    low, high = int(y0 // step), int(y1 // step)
    for bucket in (low,) if low == high else {low, (low + high) // 2, high}:
        for row in buckets.get(bucket, ()):
            shared = (y1 if y1 < row.y1 else row.y1) - (y0 if y0 > row.y0 else row.y0)
            if shared <= 0:
                continue
            other = row.y1 - row.y0
            if height < LOW * other and x0 - row.x1 > APART * other:
                continue  # a logo in large type beside the lines of a letterhead: several of them may share its height
            share = shared / (height if height > other else other)
            # a superscript or a footnote mark overlaps little of the line but most of itself; a box that a speck made
            # too tall holds the whole height of its line
            if (share < LEAST and 0.3 < height / other < 0.75 and shared > 0.6 * height) or (
                share < LEAST and 0.32 < other / height < 0.6 and shared > 0.95 * other
            ):
                share = LEAST
            if share >= LEAST and share > most:
                best, most = row, share
    return best


def _nearest(box: Box, buckets: Buckets, step: float) -> _Row | None:
    """The row whose middle is nearest to the box's, and near enough."""
    middle = (box.y0 + box.y1) / 2
    best, least = None, math.inf
    for bucket in range(int((box.y0 - step) // step), int((box.y1 + step) // step) + 1):
        for row in buckets.get(bucket, ()):
            away = abs(middle - (row.y0 + row.y1) / 2)
            if away < 0.75 * (row.y1 - row.y0) and away < least:
                best, least = row, away
    return best
