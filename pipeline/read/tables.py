"""Ruled tables of a scanned page, read once more without their rules where that reads more."""

from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from pipeline.read.faults import ReadError
from pipeline.read.rules import Grid, grids, without_rules
from pipeline.read.tesseract import PAGE, Reading, read_picture

BETTER = 1.04  # how much more the second reading of a table must weigh
UNSURE = 0.80  # mean confidence in a table's words below which it is read again: good scans lose nothing by rules
DIGITS = 0.25  # share of the words with digits: tables of sums; a form in a letterhead is read well in its boxes


def with_tables(picture: Image.Image, dpi: float, readings: Sequence[Reading]) -> tuple[list[Reading], Image.Image]:
    """The readings, those in ruled tables exchanged where the page without rules gives more; and the picture so.

    picture: level, grey. readings: of it, in Tesseract's order.
    """
    found = [grid for grid in grids(picture) if _unsure([r for r in readings if _within(r, grid)])]
    if not found:
        return list(readings), picture
    bare = without_rules(picture, found)
    try:
        second = read_picture(bare, dpi, PAGE)
    except ReadError:
        return list(readings), picture
    done, shown = list(readings), picture.copy()
    for grid in found:
        inside, again = ([r for r in some if _within(r, grid)] for some in (done, second))
        figures = sum(any(map(str.isdigit, reading.text)) for reading in again)
        if figures < DIGITS * len(again) or weight(again) <= BETTER * weight(inside):
            continue
        done = _exchanged(done, inside, again, grid)
        shown.paste(bare.crop(grid.box), grid.box[:2])
    return done, shown


def weight(readings: Sequence[Reading]) -> float:
    """Letters and digits read, each with its word's confidence."""
    return sum(sum(map(str.isalnum, r.text)) * r.confidence**2 for r in readings)


def _unsure(readings: Sequence[Reading]) -> bool:
    return not readings or sum(r.confidence for r in readings) < UNSURE * len(readings)


def _within(reading: Reading, grid: Grid) -> bool:
    x, y = (reading.x0 + reading.x1) / 2, (reading.y0 + reading.y1) / 2
    left, top, right, bottom = grid.box
    return left <= x <= right and top <= y <= bottom


def _exchanged(
    done: Sequence[Reading], inside: Sequence[Reading], again: Sequence[Reading], grid: Grid
) -> list[Reading]:
    """The readings with those in a table exchanged, as a block of its own where the first of them stood."""
    block, line = 1 + max((r.block for r in done), default=0), 1 + max((r.line for r in done), default=0)
    new = [replace(reading, block=block, line=line + reading.line) for reading in again]
    place = done.index(inside[0]) if inside else sum(reading.y1 < grid.box[1] for reading in done)
    gone = set(map(id, inside))
    before, after = ([r for r in some if id(r) not in gone] for some in (done[:place], done[place:]))
    return [*before, *new, *after]
