"""The printed rows of a page, each parted where the gaps are wide: what its looks are told by."""

import math
from collections import Counter, defaultdict
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from pipeline.lazy import lazy
from pipeline.read.page import Page, ReadAs, Word

TOP, FRONT, FOOT = 0.17, 0.40, 0.88  # shares of the page's height
TOP_ROWS, FRONT_ROWS, FOOT_ROWS = 7, 18, 4  # the same in text without places
UPRIGHT = 5.0  # degrees
COLUMN = 1.8  # a gap of so many ems parts two columns
BLANKS = 2.5  # in text without places: so many character cells
CELL = 6.0  # points

_left = attrgetter("box.x0")


class Part(NamedTuple):
    """Words that stand close to each other on one printed row. Boxes in points."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float


class Row:
    """A printed row. Its words are set in order, joined and parted only where it is asked for that: of most rows the
    text is enough, and of many their place."""

    def __init__(self, words: list[Word], has_places: bool) -> None:
        """words: those whose middles lie within the height of the first."""
        self._found, self._has_places = words, has_places

    @lazy
    def words(self) -> list[Word]:
        """From left to right."""
        return sorted(self._found, key=_left) if len(self._found) > 1 else self._found

    @lazy
    def text(self) -> str:
        return " ".join([w.text for w in self.words])

    @property
    def x0(self) -> float:
        return self.words[0].box.x0

    @lazy
    def parts(self) -> list[Part]:
        """From left to right."""
        return _parts(self.words, self._has_places)

    # most rows stand above or below a line with all their words, and then mostly as the word does that told the row

    def above(self, y: float) -> bool:
        """Whether its first part ends above y."""
        if self._found[0].box.y0 >= y:
            return False
        ends = [w.box.y1 for w in self._found]
        return max(ends) < y or (min(ends) < y and self.parts[0].y1 < y)

    def below(self, y: float) -> bool:
        """Whether its first part begins below y."""
        if self._found[0].box.y1 <= y:
            return False
        tops = [w.box.y0 for w in self._found]
        return min(tops) > y or (max(tops) > y and self.parts[0].y0 > y)


Rows = list[Row]


def rows_of(page: Page) -> Rows:
    """The page's printed rows from above."""
    words = [w for w in page.words if (not w.angle or abs(w.angle) < UPRIGHT) and w.text.strip()]
    boxes = [w.box for w in words]
    if not math.isfinite(sum(chain.from_iterable(boxes))):
        words = [w for w in words if math.isfinite(sum(w.box))]
        boxes = [w.box for w in words]
    middles = [(y0 + y1) / 2 for _, y0, _, y1 in boxes]
    rows: list[list[Word]] = []
    y0 = y1 = 0.0  # of the row's first word
    for i in sorted(range(len(words)), key=middles.__getitem__):
        if y0 < middles[i] < y1:
            rows[-1].append(words[i])
        else:
            rows.append([words[i]])
            _, y0, _, y1 = boxes[i]
    return [Row(row, page.has_places) for row in rows]


def _parts(row: list[Word], has_places: bool) -> list[Part]:
    parts = [row[:1]]
    end = row[0].box.x1
    for word in row[1:]:
        x0, y0, x1, y1 = word.box
        gap = x0 - end
        if gap < (COLUMN * (word.size or y1 - y0) if has_places else BLANKS * CELL):
            parts[-1].append(word)
        else:
            parts.append([word])
        end = x1
    return [
        Part(
            " ".join([w.text for w in part]),
            part[0].box.x0,
            part[-1].box.x1,
            min([w.box.y0 for w in part]),
            max([w.box.y1 for w in part]),
            max([0.0 if w.picture else w.size for w in part]),
        )
        for part in parts
    ]


def zones(rows: Rows, height: float, has_places: bool) -> tuple[Rows, Rows, Rows]:
    """The rows at the top, those of the upper part, and those at the foot."""
    if not has_places:
        foot = rows[max(TOP_ROWS, len(rows) - FOOT_ROWS) :]
        return rows[:TOP_ROWS], rows[:FRONT_ROWS], foot
    upper = [r for r in rows if r.above(FRONT * height)]
    return [r for r in upper if r.above(TOP * height)], upper, [r for r in rows if r.below(FOOT * height)]


def usual_size(page: Page) -> float:
    """Of the running text, in points; 0 where unknown."""
    exact = defaultdict[float, int](int)
    for word in page.words:
        if word.size and not word.picture:
            exact[word.size] += len(word.text)
    sizes = Counter[float]()
    for size, letters in exact.items():
        sizes[round(2 * size) / 2] += letters
    if not sizes:
        return 0.0
    if page.read_as is ReadAs.DIGITAL:
        return sizes.most_common(1)[0][0]
    half, seen = sizes.total() / 2, 0
    for size in sorted(sizes):
        seen += sizes[size]
        if seen >= half:
            return size
    return 0.0


def strewn(rows: Rows) -> bool:
    """Whether the rows begin here and there, as on a map."""
    starts = Counter(round(r.x0 / 10) for r in rows)
    return len(rows) >= 5 and max(starts.values()) < 0.35 * len(rows)
