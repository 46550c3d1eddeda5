"""Ruled lines of tables in a scanned page: found, and taken out, so that what stands between them can be read.

A table's rules lead readers astray: broken by fax or copier they are read as letters, and the words between them as
parts of other lines. Only lines that cross as those of a table do are taken out; a line under a heading stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.read.prepare import as_grey

CELL = 3  # pixels of the page for one of the small picture in which rules are looked for, at 300 dpi
PART = 25  # cells: how much of a rule is looked at together
DARK = 0.5  # of the way from paper to black
PAPER = 0.16  # share of ink in a row of cells that is paper and specks
INKED = 0.6  # share of ink, in the row or those next to it, where a rule runs; fax breaks it
STRONG = 5  # cells that a rule may be thick, double ones too; small print is 6 cells high without its long letters
LEANS = 2  # cells from one part to the next
HOLES = 2  # parts of a rule that may be missing: text touches it
LEAST_PARTS = 2
NEAR = 6  # cells: how far a rule may end from one that it meets
LEAST = 2  # rules that each rule of a table meets
ROW = 14  # cells between the outermost of them at least; a row of a table is as high
OVER = 4  # cells: how far a rule may go on beyond one at its end
BAND = 7  # pixels on each side of a rule's middle in which it is looked for to be taken out
THICK = 9  # pixels of one rule at the most
SOLID, FRINGE = 0.28, 0.22  # share of ink in a row of pixels of a rule, and in those beside it at most
BITS = 8  # of a part of a rule, all but one of which have ink

Grey = NDArray[np.uint8]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of a table. parts: number of the part along it, and where it lies across, in cells."""

    parts: tuple[tuple[int, int], ...]

    @property
    def at(self) -> int:
        return median_low(place for _, place in self.parts)

    @property
    def first(self) -> int:
        return self.parts[0][0] * PART

    @property
    def last(self) -> int:
        return (self.parts[-1][0] + 1) * PART

    def meets(self, other: "Rule") -> bool:
        """Whether a rule in the other direction crosses it or ends at it. A part may end anywhere within its length."""
        near = NEAR + PART
        return self.first - near <= other.at <= self.last + near and other.first - near <= self.at <= other.last + near


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its place in pixels of the page (left, top, right, bottom), and its rules."""

    box: tuple[int, int, int, int]
    level: tuple[Rule, ...]
    down: tuple[Rule, ...]


def grids(grey: Image.Image) -> list[Grid]:
    """The ruled tables of a level page, from the top."""
    level, down = rules_of_tables(np.asarray(as_grey(grey)))
    found = []
    while level:
        lying, standing = _together(level, down)
        level = [rule for rule in level if rule not in lying]
        box = (
            min(r.at for r in standing) * CELL,
            min(r.at for r in lying) * CELL,
            max(r.at for r in standing) * CELL,
            max(r.at for r in lying) * CELL,
        )
        found.append(Grid(box, tuple(lying), tuple(standing)))
    return sorted(found, key=lambda grid: grid.box[1])


def without_rules(grey: Image.Image, tables: Sequence[Grid]) -> Image.Image:
    """The page with the rules of these tables of it painted over."""
    pixels = np.array(as_grey(grey))
    paper = int(np.percentile(pixels[:: CELL * 4, :: CELL * 4], 75))
    for grid in tables:
        for rule in grid.level:
            _take_out(pixels, rule, grid.down, paper)
        for rule in grid.down:
            _take_out(pixels.T, rule, grid.level, paper)
    return Image.fromarray(pixels)


def _together(level: list[Rule], down: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """The rules of the first level rule's table."""
    lying, standing = level[:1], [rule for rule in down if rule.meets(level[0])]
    while True:
        more = [rule for rule in level if any(map(rule.meets, standing))]
        if len(more) == len(lying):
            return lying, standing
        lying = more
        standing = [rule for rule in down if any(map(rule.meets, lying))]


def rules_of_tables(pixels: Grey) -> tuple[list[Rule], list[Rule]]:
    """The level and the upright rules of tables in a level picture (rows, columns)."""
    small = _small(pixels)
    level, down = _rules(small), _rules(small.T)
    while True:  # what loses its company is none either
        kept = [rule for rule in level if _held(rule, down)]
        stay = [rule for rule in down if _held(rule, kept)]
        if len(kept) == len(level) and len(stay) == len(down):
            return kept, stay
        level, down = kept, stay


def _held(rule: Rule, others: list[Rule]) -> bool:
    """Whether a rule meets enough others, and not only ones close to each other."""
    places = [other.at for other in others if rule.meets(other)]
    return len(places) >= LEAST and max(places) - min(places) >= ROW


def _small(pixels: Grey) -> Marks:
    """Where there is ink in each cell of CELL x CELL pixels."""
    high, wide = (side // CELL * CELL for side in pixels.shape)
    whole = pixels[:high, :wide]
    threshold = DARK * float(np.percentile(whole[::7, ::7], 75)) if whole.size else 0.0
    rows = np.minimum.reduce([whole[i::CELL] for i in range(CELL)])
    darkest = np.minimum.reduce([rows[:, i::CELL] for i in range(CELL)])
    small: Marks = darkest < threshold
    return small


def _rules(ink: Marks) -> list[Rule]:
    """Level rules in a picture of cells: thin dark parts that follow each other."""
    open_: list[list[tuple[int, int]]] = []
    done: list[list[tuple[int, int]]] = []
    for number, places in enumerate(_thin_parts(ink)):
        still: list[list[tuple[int, int]]] = []
        for line in open_:
            (still if number - line[-1][0] <= HOLES + 1 else done).append(line)
        open_ = still
        for place in places:
            fit = [line for line in open_ if line[-1][0] < number and _follows(line[-1], number, place)]
            if fit:
                max(fit, key=len).append((number, place))
            else:
                open_.append([(number, place)])
    return [Rule(tuple(line)) for line in (*done, *open_) if len(line) >= LEAST_PARTS]


def _follows(before: tuple[int, int], number: int, place: int) -> bool:
    return abs(place - before[1]) <= LEANS * (number - before[0])


def _thin_parts(ink: Marks) -> list[list[int]]:
    """Of each PART of the width the rows where something thin and dark runs all along it, paper above and below."""
    high, count = ink.shape[0], ink.shape[1] // PART
    if not count or high < 3:
        return []
    near = ink.copy()  # a rule that leans, or is broken, is one within a cell above and below
    near[1:] |= ink[:-1]
    near[:-1] |= ink[1:]
    shares, broad = (m[:, : count * PART].reshape(high, count, PART).mean(axis=2) for m in (ink, near))
    edges = np.diff(np.pad(shares > PAPER, ((1, 1), (0, 0))).astype(np.int8), axis=0)
    found = []
    for number in range(count):
        starts, ends = np.flatnonzero(edges[:, number] == 1), np.flatnonzero(edges[:, number] == -1)
        thin = [(a, b) for a, b in zip(starts.tolist(), ends.tolist(), strict=True) if b - a <= STRONG]
        strong = [(a + int(broad[a:b, number].argmax()), a, b) for a, b in thin]
        found.append([place for place, a, b in strong if broad[place, number] >= INKED])
    return found


def _take_out(pixels: Grey, rule: Rule, others: Sequence[Rule], paper: int) -> None:
    """Paint a level rule over with paper, part by part, save where letters stand on it.

    Its ends are where it meets other rules: what goes on beyond them is something else.
    """
    ends = sorted(other.at for other in others if rule.meets(other))
    least = max((end for end in ends if end <= rule.first + NEAR), default=ends[0]) - OVER
    most = min((end for end in ends if end >= rule.last - NEAR), default=ends[-1]) + OVER + 1
    places = dict(rule.parts)
    at = rule.parts[0][1]
    for number in range(max(0, least) // PART, most // PART + 1):
        at = places.get(number, at)
        start, end = max(least, 0, number * PART) * CELL, min(most, (number + 1) * PART) * CELL
        middle = at * CELL + CELL // 2
        part = pixels[max(0, middle - BAND) : middle + BAND + 1, start:end]
        for _ in range(2):  # some rules are double
            if part.size:
                _paint(part, paper)


def _paint(part: Grey, paper: int) -> None:
    """Take the darkest rule out of a part, if there is one."""
    ink = part < DARK * paper
    rows = _rows_of_rule(ink)
    if rows is None:
        return
    first, last = rows
    above, below = ink[max(0, first - 4) : first], ink[last + 1 : last + 5]
    letters = (above.all(axis=0) & (len(above) > 0)) | (below.all(axis=0) & (len(below) > 0))
    letters |= np.roll(letters, 1) | np.roll(letters, -1)
    part[first : last + 1][:, ~letters] = paper


def _rows_of_rule(ink: Marks) -> tuple[int, int] | None:
    """First and last row of the rule in a part of it; None where what is dark there is not thin and straight."""
    broken = ink.copy()
    broken[1:] |= ink[:-1]
    broken[:-1] |= ink[1:]
    shares = broken.mean(axis=1)
    darkest = int(shares.argmax())
    bits = [bool(bit.any()) for bit in np.array_split(broken[darkest], BITS)]
    if shares[darkest] < SOLID or bits.count(False) > 1:  # strokes of digits under one another leave gaps
        return None
    own = ink.mean(axis=1)
    first = last = darkest
    while first > 0 and darkest - first < THICK and own[first - 1] > FRINGE:
        first -= 1
    while last < len(own) - 1 and last - darkest < THICK and own[last + 1] > FRINGE:
        last += 1
    sides = own[max(0, first - 4) : first], own[last + 1 : last + 5]
    if last - first > THICK or any(len(side) and side.mean() > FRINGE for side in sides):
        return None
    return max(0, first - 1), min(len(own) - 1, last + 1)
