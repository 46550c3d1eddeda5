"""Marks of lists that no reader saw are found in the picture, and dirt is not taken for one."""

import pytest
from PIL import Image, ImageDraw

from pipeline.read.bullets import with_marks
from pipeline.read.tesseract import Reading

HEIGHT, STEP, LEFT, WIDTH = 30, 60, 200, 900
WORDS = ("anta", "taxan", "för", "nästa", "år")


class Sheet:
    """A page with lines of black boxes for words, and their readings."""

    def __init__(self) -> None:
        self.image = Image.new("L", (WIDTH, 1400), 235)
        self.draw = ImageDraw.Draw(self.image)
        self.readings: list[Reading] = []

    def line(self, row: int, left: int = LEFT, first: str = "anta", words: int = 4) -> float:
        """The middle of the line, from the top."""
        y = 50 + row * STEP
        for k in range(words):
            x = left + k * 120
            for stroke in range(0, 90, 12):  # letters: ink and paper
                self.draw.rectangle((x + stroke, y, x + stroke + 5, y + HEIGHT), fill=30)
            text = first if k == 0 else WORDS[k]
            self.readings.append(Reading(text, x, y, x + 95, y + HEIGHT, 0.95, 0, row))
        return y + HEIGHT / 2

    def dot(self, middle: float, x: float = 160, size: float = 12, shade: int = 40) -> None:
        half = size / 2
        self.draw.ellipse((x - half, middle - half, x + half, middle + half), fill=shade)

    def dash(self, middle: float, x: float = 160, wide: float = 18, high: float = 4) -> None:
        self.draw.rectangle((x - wide / 2, middle - high / 2, x + wide / 2, middle + high / 2), fill=40)

    def texts(self) -> list[str]:
        return [r.text for r in with_marks(self.image, self.readings) if r.text in "•–"]


def test_nothing_read_nothing_found() -> None:
    assert with_marks(Image.new("L", (100, 100), 255), []) == []


@pytest.mark.parametrize("size", [8, 10, 12, 15, 17])
def test_two_dots_under_one_another(size: int) -> None:
    sheet = Sheet()
    for row in (1, 3):
        sheet.dot(sheet.line(row), size=size)
    sheet.line(2)
    found = with_marks(sheet.image, sheet.readings)
    assert [r.text for r in found if r.line in (1, 3)] == ["•", "anta", *WORDS[1:4]] * 2
    assert [r.text for r in found if r.line == 2] == ["anta", *WORDS[1:4]]
    mark = found[0]
    assert mark.x1 < LEFT
    assert mark.block == 0
    assert 0 < mark.confidence < 0.9


def test_one_that_was_read_vouches_for_one_that_was_not() -> None:
    sheet = Sheet()
    middle = sheet.line(1)
    sheet.dot(middle)
    sheet.readings.insert(0, Reading("•", 153, middle - 7, 167, middle + 7, 0.9, 0, 1))
    sheet.dot(sheet.line(2))
    assert [r.text for r in with_marks(sheet.image, sheet.readings)][:1] == ["•"]
    assert sheet.texts() == ["•", "•"]


@pytest.mark.parametrize("read", ["»", "e", "*", "°", "o", "¢"])
def test_a_dot_read_as_a_letter_is_a_dot_in_company(read: str) -> None:
    sheet = Sheet()
    middle = sheet.line(1)
    sheet.dot(middle)
    sheet.readings.insert(0, Reading(read, 153, middle - 7, 167, middle + 7, 0.6, 0, 1))
    sheet.dot(sheet.line(2))
    assert sheet.texts() == ["•", "•"]


def test_dashes() -> None:
    sheet = Sheet()
    for row in (1, 2, 3):
        sheet.dash(sheet.line(row))
    assert sheet.texts() == ["–"] * 3


@pytest.mark.parametrize(
    ("marks", "why"),
    [
        ([(160, 12)], "one alone may be dirt"),
        ([(160, 12), (120, 12)], "not under one another"),
        ([(160, 12), (160, 24)], "one is far larger: not of one list"),
        ([(160, 4), (160, 4)], "specks"),
        ([(160, 27), (160, 27)], "as high as a letter"),
        ([(194, 12), (194, 12)], "part of the word"),
        ([(60, 12), (60, 12)], "too far from the line"),
    ],
)
def test_what_is_no_mark(marks: list[tuple[int, int]], why: str) -> None:
    sheet = Sheet()
    for row, (x, size) in enumerate(marks, 1):
        sheet.dot(sheet.line(row), x=x, size=size)
    assert sheet.texts() == [], why


def test_a_dot_below_the_line_is_none() -> None:
    sheet = Sheet()
    for row in (1, 2):
        sheet.dot(sheet.line(row) + 14, size=9)
    assert sheet.texts() == []


def test_far_from_each_other_they_are_no_list() -> None:
    sheet = Sheet()
    for row in (0, 16):
        sheet.dot(sheet.line(row))
    assert sheet.texts() == []


def test_a_border_beside_the_text_is_no_row_of_dots() -> None:
    sheet = Sheet()
    for row in range(1, 9):
        sheet.line(row)
    sheet.draw.rectangle((156, 0, 166, 1399), fill=20)
    assert sheet.texts() == []


def test_numbers_of_points_get_none() -> None:
    sheet = Sheet()
    for row in (1, 2):
        sheet.dot(sheet.line(row, first="12"))
    assert sheet.texts() == []
