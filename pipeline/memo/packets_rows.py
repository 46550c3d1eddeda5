"""The printed rows of a page, each parted where the gaps are wide: what its looks are told by."""

import math
from collections import Counter
from typing import NamedTuple

from pipeline.read.page import Page, ReadAs, Word

TOP, FRONT, FOOT = 0.17, 0.40, 0.88  # shares of the page's height
TOP_ROWS, FRONT_ROWS, FOOT_ROWS = 7, 18, 4  # the same in text without places
UPRIGHT = 5.0  # degrees
COLUMN = 1.8  # a gap of so many ems parts two columns
BLANKS = 2.5  # in text without places: so many character cells
CELL = 6.0  # points


class Part(NamedTuple):
    """Words that stand close to each other on one printed row. Boxes in points."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float


Rows = list[list[Part]]


def rows_of(page: Page) -> list[list[Part]]:
    """The page's printed rows from above, each as its parts from left to right."""
    words = [w for w in page.words if abs(w.angle) < UPRIGHT and w.text.strip() and math.isfinite(sum(w.box))]
    words.sort(key=lambda w: w.box.y0 + w.box.y1)
    rows: list[list[Word]] = []
    y0 = y1 = 0.0  # of the row's first word
    for word in words:
        box = word.box
        if rows and y0 < (box.y0 + box.y1) / 2 < y1:
            rows[-1].append(word)
        else:
            rows.append([word])
            y0, y1 = box.y0, box.y1
    return [_parts(sorted(row, key=lambda w: w.box.x0), page.has_places) for row in rows]


def _parts(row: list[Word], has_places: bool) -> list[Part]:
    parts: list[list[Word]] = []
    for word in row:
        em = word.size or word.box.height
        if parts and word.box.x0 - parts[-1][-1].box.x1 < (COLUMN * em if has_places else BLANKS * CELL):
            parts[-1].append(word)
        else:
            parts.append([word])
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


def text_of(row: list[Part]) -> str:
    """The row's words."""
    return row[0].text if len(row) == 1 else " ".join([p.text for p in row])


def zones(rows: Rows, height: float, has_places: bool) -> tuple[Rows, Rows, Rows]:
    """The rows at the top, those of the upper part, and those at the foot."""
    if not has_places:
        foot = rows[max(TOP_ROWS, len(rows) - FOOT_ROWS) :]
        return rows[:TOP_ROWS], rows[:FRONT_ROWS], foot
    return (
        [r for r in rows if r[0].y1 < TOP * height],
        [r for r in rows if r[0].y1 < FRONT * height],
        [r for r in rows if r[0].y0 > FOOT * height],
    )


def usual_size(page: Page) -> float:
    """Of the running text, in points; 0 where unknown."""
    exact: dict[float, int] = {}
    for word in page.words:
        if word.size and not word.picture:
            exact[word.size] = exact.get(word.size, 0) + len(word.text)
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
    starts = Counter(round(r[0].x0 / 10) for r in rows)
    return len(rows) >= 5 and max(starts.values()) < 0.35 * len(rows)
