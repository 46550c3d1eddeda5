"""Sheets: the pages that a text without places was printed on, where the file itself tells no pages apart."""

import itertools
from dataclasses import replace

from pipeline.read.page import Page, ReadAs

CELL_WIDTH = 6.0


def sheets_of(page: Page) -> list[Page]:
    """The page's printed sheets, in order; the page itself where it is only one.

    Collections of old OCR text have the form feed between two pages turned into one blank before the next page's
    first line, while every other line begins at the margin.
    """
    if page.read_as is not ReadAs.TEXT or page.has_places or page.paragraphs:
        return [page]
    starts: dict[float, float] = {}
    for word in page.words:
        y, x = word.box.y0, word.box.x0
        starts[y] = min(x, starts.get(y, x))
    breaks = sorted(y for y, x in starts.items() if 0.9 * CELL_WIDTH < x < 1.1 * CELL_WIDTH)
    at_margin = sum(x < 0.5 * CELL_WIDTH for x in starts.values())
    if not breaks or len(breaks) > max(1, len(starts) / 10) or at_margin < 0.8 * (len(starts) - len(breaks)):
        return [page]
    edges = [float("-inf"), *breaks, float("inf")]
    parts = [tuple(w for w in page.words if low <= w.box.y0 < high) for low, high in itertools.pairwise(edges)]
    return [replace(page, words=words) for words in parts if words]
