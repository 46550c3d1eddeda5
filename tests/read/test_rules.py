"""Ruled tables on scanned pages are found by their rules, which go, while letters stay."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.errors import Kind
from pipeline.read import tables
from pipeline.read.faults import ReadError
from pipeline.read.rules import Grid, grids, without_rules
from pipeline.read.tables import with_tables
from pipeline.read.tesseract import Reading

LEFT, TOP, WIDE, HIGH = 300, 600, 400, 75  # of the table and of its cells, pixels


def page() -> Image.Image:
    """A page of lines of text: strokes of 22 to 30 pixels with gaps between."""
    image = Image.new("L", (2480, 3508), 245)
    draw = ImageDraw.Draw(image)
    for y in [*range(150, 500, 50), *range(1400, 2600, 50)]:
        for x in range(300, 2200, 14):
            if x // 14 % 7:
                draw.rectangle((x, y + (x * y) % 9, x + 4, y + 27), fill=40)
                draw.rectangle((x, y + 24, x + 9, y + 27), fill=40)
    return image


def table(image: Image.Image, rows: int = 4, columns: int = 4, lean: float = 0.0, broken: int = 0) -> Image.Image:
    """The page with a ruled table. lean: pixels that rules fall on their way; broken: every how many pixels a gap."""
    draw = ImageDraw.Draw(image)
    right, bottom = LEFT + columns * WIDE, TOP + rows * HIGH
    for row in range(rows + 1):
        y = TOP + row * HIGH
        draw.line((LEFT, y, right, y + lean), fill=30, width=3)
    for column in range(columns + 1):
        x = LEFT + column * WIDE
        draw.line((x, TOP, x - lean / 4, bottom), fill=30, width=3)
    if broken:
        pixels = np.asarray(image).copy()
        pixels[TOP - 5 : bottom + 5, LEFT - 5 :: broken] = 245
        pixels[TOP - 5 : bottom + 5 : broken, LEFT - 5 : right + 5] = 245
        image = Image.fromarray(pixels)
    return image


def bare(image: Image.Image, grid: Grid) -> Image.Image:
    return without_rules(image, [grid]).crop(grid.box)


def ink(picture: Image.Image) -> int:
    return int((np.asarray(picture) < 128).sum())


def test_a_page_of_text_has_none() -> None:
    assert grids(page()) == []


@pytest.mark.parametrize("size", [(1, 1), (10, 400), (400, 10), (80, 80)])
def test_any_picture_will_do(size: tuple[int, int]) -> None:
    assert grids(Image.new("L", size, 200)) == []
    assert grids(Image.new("L", size, 0)) == []


@pytest.mark.parametrize(("lean", "broken"), [(0.0, 0), (6.0, 0), (-6.0, 0), (0.0, 7), (0.0, 11), (3.0, 9)], ids=str)
def test_a_table_is_found_and_its_rules_go(lean: float, broken: int) -> None:
    image = table(page(), lean=lean, broken=broken)
    (grid,) = grids(image)
    assert grid.box == pytest.approx((LEFT, TOP, LEFT + 4 * WIDE, TOP + 4 * HIGH), abs=12)
    assert ink(bare(image, grid)) < 0.1 * (5 * 4 * WIDE + 5 * 4 * HIGH) * 3


def test_two_tables() -> None:
    image = table(page())
    draw = ImageDraw.Draw(image)
    for y in (2800, 2880, 2960):
        draw.line((500, y, 1700, y), fill=20, width=4)
    for x in (500, 1100, 1700):
        draw.line((x, 2800, x, 2960), fill=20, width=4)
    assert [round(grid.box[1], -2) for grid in grids(image)] == [600, 2800]


def test_lines_that_cross_nothing_are_no_table() -> None:
    image = page()
    draw = ImageDraw.Draw(image)
    for y in (520, 700, 900, 1200):  # under a heading, above a foot
        draw.line((300, y, 2200, y), fill=20, width=4)
    draw.line((250, 100, 250, 3300), fill=20, width=4)  # in the margin
    assert grids(image) == []


def test_strokes_of_digits_beside_a_rule_stay() -> None:
    image = table(page())
    draw = ImageDraw.Draw(image)
    ones = []
    for row in range(4):
        y = TOP + row * HIGH + 22
        box = (LEFT + WIDE + 9, y, LEFT + WIDE + 13, y + 30)
        draw.rectangle(box, fill=30)  # 1, close to the rule, one under the other
        ones.append(box)
    (grid,) = grids(image)
    left, top, _, _ = grid.box
    for x0, y0, x1, y1 in ones:
        assert ink(bare(image, grid).crop((x0 - left, y0 - top, x1 - left + 1, y1 - top + 1))) == 5 * 31


def reading(text: str, x: int, y: int, confidence: float, line: int) -> Reading:
    return Reading(text, x, y, x + 90, y + 30, confidence, 0, line)


ABOVE, BELOW = reading("Ekonomi", 300, 450, 0.95, 0), reading("Bedömning", 300, 1400, 0.95, 9)


@pytest.mark.parametrize(
    ("first", "second", "taken"),
    [
        (("r1", 0.3), ("1 250", 0.9), True),
        (("1250", 0.95), ("1 250", 0.99), False),  # sure already: not even looked at
        (("12507", 0.7), ("125", 0.9), False),  # no gain
        (("r1", 0.3), ("Handläggare", 0.9), False),  # a form, no sums
    ],
)
def test_a_table_that_was_read_badly_is_exchanged(
    first: tuple[str, float], second: tuple[str, float], taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    x, y = LEFT + 50, TOP + 20
    again = [ABOVE, reading(second[0], x, y, second[1], 3), BELOW]
    monkeypatch.setattr(tables, "read_picture", lambda *_: again)
    image = table(page())
    old = [ABOVE, reading(first[0], x, y, first[1], 4), BELOW]
    done, shown = with_tables(image, 300, old)
    assert [r.text for r in done] == ["Ekonomi", second[0] if taken else first[0], "Bedömning"]
    assert (ink(shown) < ink(image)) is taken
    if taken:
        assert len({r.line for r in done}) == 3
        assert done[0] is ABOVE
        assert done[2] is BELOW


def test_where_tesseract_fails_the_first_reading_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> list[Reading]:
        raise ReadError(Kind.OCR_FAILED, "")

    monkeypatch.setattr(tables, "read_picture", fail)
    old = [ABOVE, BELOW]
    assert with_tables(table(page()), 300, old)[0] == old
