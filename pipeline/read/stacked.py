"""Words that a reader took for larger ones than they are: beside a large letterhead two small lines become one."""

import math
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from pipeline.read.tesseract import Reading

UNSURE = 0.7  # less is the reader's confidence in what are two lines, or a line and a stripe
TALL = 1.5  # times the usual height of words, at least
LARGE = 1.25  # times the same, at which a word is no plain one
FEW = 2  # signs; what is shorter has not the usual height


def tall(readings: Sequence[Reading]) -> list[int]:
    """The readings, by index, that are unsure and far higher than the page's other words."""
    least = TALL * _usual(readings) or math.inf
    return [index for index, r in enumerate(readings) if r.confidence < UNSURE and least < r.y1 - r.y0 < r.x1 - r.x0]


def settled(
    readings: Sequence[Reading], doubtful: Sequence[int], found: Sequence[Reading]
) -> tuple[list[Reading], list[Reading]]:
    """The readings, and what was read besides when the doubtful ones (by index) were not thought of; each place once.

    A doubtful word yields to what two readers agree on in its place, else it stays: as it does for two lines beside
    plain words, which are a table's headings, kept in one row by it.
    """
    usual = LARGE * _usual(readings)
    plain = {r.line for r in readings if r.confidence >= UNSURE and r.y1 - r.y0 < usual}
    yielded: set[int] = set()
    more = list(found)
    for index in doubtful:
        old = readings[index]
        here = [w for w in more if _within(w, old)]
        level = bool(here) and max(w.y0 for w in here) < min(w.y1 for w in here)
        if any(w.agreed for w in here) and (level or old.line not in plain):
            yielded.add(index)
            if level:
                more = [replace(w, block=old.block, line=old.line) if _within(w, old) else w for w in more]
        else:
            more = [w for w in more if not _within(w, old)]
    return [r for i, r in enumerate(readings) if i not in yielded], more


def _usual(readings: Sequence[Reading]) -> float:
    """The usual height of words, 0.0 where there are none."""
    heights = [r.y1 - r.y0 for r in readings if len(r.text) > FEW]
    return median(heights) if heights else 0.0


def _within(word: Reading, other: Reading) -> bool:
    """Whether the word's middle lies in the other's box."""
    return other.x0 <= (word.x0 + word.x1) / 2 <= other.x1 and other.y0 <= (word.y0 + word.y1) / 2 <= other.y1
