"""Boxes drawn round numbers, without the rules and specks that reach into them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.ink import Bools, columns_of_ink, ink_within, rows_of_ink

# a picture of 40 rows and 80 columns; each stroke: rows, columns. Digits are 20 high, from row 12 to 32
DIGITS = [((12, 32), (10, 22)), ((12, 32), (26, 38)), ((12, 32), (42, 54))]
WHOLE = (10, 12, 54, 32)
STROKES = [
    (DIGITS, WHOLE),
    ([*DIGITS, ((2, 4), (0, 80))], WHOLE),  # a rule over it
    ([*DIGITS, ((37, 39), (0, 80))], WHOLE),  # under it
    ([*DIGITS, ((0, 3), (0, 80)), ((38, 40), (0, 80))], WHOLE),
    ([*DIGITS, ((2, 4), (30, 80))], WHOLE),  # the end of a rule
    ([*DIGITS, ((28, 31), (70, 73))], WHOLE),  # a speck behind it
    ([*DIGITS, ((20, 23), (0, 3))], WHOLE),  # before it
    ([*DIGITS, ((1, 3), (70, 72))], WHOLE),  # above and behind
    ([*DIGITS, ((0, 9), (20, 26))], WHOLE),  # what hangs down from the line above
    ([*DIGITS, ((38, 40), (20, 26))], WHOLE),  # what stands up from the line below
    ([*DIGITS, ((30, 36), (39, 41))], (10, 12, 54, 36)),  # a comma
    ([*DIGITS, ((12, 32), (58, 61))], (10, 12, 61, 32)),  # a one
    ([((12, 32), (10, 13))], (10, 12, 13, 32)),  # a one alone
    ([*DIGITS, ((12, 32), (70, 73))], (10, 12, 73, 32)),  # a one that stands apart
    ([*DIGITS, ((9, 11), (14, 18))], (10, 9, 54, 32)),  # a dot right above
    ([], (0, 0, 80, 40)),
]


def drawn(strokes: list[tuple[tuple[int, int], tuple[int, int]]]) -> "np.ndarray[tuple[int, int], np.dtype[np.uint8]]":
    picture = np.full((40, 80), 240, dtype=np.uint8)
    for (top, bottom), (left, right) in strokes:
        picture[top:bottom, left:right] = 30
    return picture


@pytest.mark.parametrize(("strokes", "box"), STROKES)
def test_the_ink_of_a_number(
    strokes: list[tuple[tuple[int, int], tuple[int, int]]], box: tuple[int, int, int, int]
) -> None:
    assert ink_within(drawn(strokes), (0, 0, 80, 40)) == box


def test_a_black_speck_on_faint_digits() -> None:
    """The speck is the darkest of all, but it is not the word."""
    picture = drawn(DIGITS)
    picture[picture < 100] = 180
    picture[20:25, 44:49] = 0
    assert ink_within(picture, (0, 0, 80, 40), usual=20, letters=3) == WHOLE


def test_a_stroke_is_not_taken_for_the_word() -> None:
    """The lower half of a worn 2 stands apart from the upper."""
    worn = drawn([((0, 12), (0, 10)), ((18, 20), (0, 10))])
    assert ink_within(worn, (0, 0, 11, 20), usual=20) == (0, 0, 11, 20)
    near = drawn([((0, 17), (0, 10)), ((18, 20), (0, 10))])
    assert ink_within(near, (0, 0, 11, 20), usual=20) == (0, 0, 10, 20)


def test_more_letters_than_the_ink_has_room_for() -> None:
    assert ink_within(drawn([((12, 32), (10, 22))]), (0, 0, 80, 40), usual=20, letters=5) == (0, 0, 80, 40)


def test_a_box_outside_the_picture_stays() -> None:
    assert ink_within(drawn(DIGITS), (90, 50, 99, 60)) == (90, 50, 99, 60)


@given(st.lists(st.booleans(), min_size=4, max_size=400), st.integers(1, 20))
def test_it_never_leaves_the_picture(pixels: list[bool], width: int) -> None:
    rows = max(1, len(pixels) // width)
    dark: Bools = np.zeros((rows, width), dtype=bool)
    dark.flat[: len(pixels)] = pixels[: dark.size]
    top, bottom = rows_of_ink(dark)
    assert 0 <= top < bottom <= rows
    left, right = columns_of_ink(dark[int(top) : int(bottom)])
    assert 0 <= left < right <= width
    grey = np.where(dark, 0, 255).astype(np.uint8)
    x0, y0, x1, y1 = ink_within(grey, (0, 0, width, rows))
    assert 0 <= x0 < x1 <= width
    assert 0 <= y0 < y1 <= rows
