"""What is cut out of a page to be read again, and how lines are found on it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pipeline.read.second_alone import split
from pipeline.read.second_crops import after_speck, cut, gap_within, runs_of, stack
from pipeline.read.second_lines import cores
from pipeline.read.second_model import Line
from pipeline.read.tesseract import Reading


def word(text: str, x0: float, x1: float, y0: float = 100, y1: float = 130, line: int = 0) -> Reading:
    return Reading(text, x0, y0, x1, y1, 0.9, 0, line)


def texts(readings: list[Reading]) -> list[list[str]]:
    return [[readings[i].text for i in run] for run in runs_of(readings)]


def test_a_wide_gap_parts_columns() -> None:
    readings = [word("Datum", 0, 80), word("2018-04-05", 95, 260), word("Dnr", 700, 750), word("KS", 760, 800)]
    assert texts(readings) == [["Datum", "2018-04-05"], ["Dnr", "KS"]]


def test_lines_are_never_joined() -> None:
    assert texts([word("1", 0, 15), word("2", 20, 35, line=1)]) == [["1"], ["2"]]


def test_words_are_taken_from_left_to_right() -> None:
    assert texts([word("kr", 100, 130), word("400", 50, 90)]) == [["400", "kr"]]


def test_a_long_line_is_cut_between_words() -> None:
    runs = texts([word(f"ord{i}", i * 100, i * 100 + 90) for i in range(30)])
    assert len(runs) > 1
    assert [w for run in runs for w in run] == [f"ord{i}" for i in range(30)]


def test_words_of_one_line_that_do_not_share_a_height_are_apart() -> None:
    assert texts([word("1", 0, 15), word("2", 20, 35, 140, 170)]) == [["1"], ["2"]]


def test_the_cut_has_paper_round_it_and_knows_its_words() -> None:
    image = Image.new("L", (1000, 500), 255)
    picture, spots = cut(image, [word("400", 200, 260), word("kr", 270, 300)])
    assert picture.height > 30
    assert picture.width > 100
    assert [s.text for s in spots] == ["400", "kr"]
    assert 0 < spots[0].x0 < spots[0].x1 < spots[1].x0 < spots[1].x1 < 1
    assert abs((spots[0].x1 - spots[0].x0) * picture.width - 60) < 1


def test_a_high_bracket_does_not_raise_the_cut() -> None:
    image = Image.new("L", (1000, 500), 255)
    plain, _ = cut(image, [word("400", 200, 260), word("kr", 270, 300)])
    with_bracket, _ = cut(image, [word("400", 200, 260), word("kr", 270, 300), word("|", 305, 310, 20, 300)])
    assert with_bracket.height == plain.height


@given(st.lists(st.tuples(*[st.floats(-50, 400)] * 4), min_size=1, max_size=8))
def test_any_boxes_can_be_cut(boxes: list[tuple[float, float, float, float]]) -> None:
    image = Image.new("L", (300, 200), 255)
    readings = [word(str(i), x0, x1, y0, y1) for i, (x0, y0, x1, y1) in enumerate(boxes)]
    runs = runs_of(readings)
    assert sorted(i for run in runs for i in run) == list(range(len(readings)))
    for run in runs:
        picture, spots = cut(image, [readings[i] for i in run])
        assert picture.width > 0
        assert picture.height > 0
        assert len(spots) == len(run)


@pytest.mark.parametrize(
    ("text", "lefts", "gap"),
    [
        ("2150", (0, 33, 56, 79), True),
        ("2150", (0, 23, 46, 69), False),
        ("2150", (0, 23, 56, 79), False),  # not before the last three
        ("12150", (0, 23, 56, 79, 102), True),
        ("2150", (0, 38, 76, 114), False),  # all far apart: a typewriter
        ("150", (0, 33, 56), False),
    ],
)
def test_a_gap_within_a_number(text: str, lefts: tuple[int, ...], gap: bool) -> None:
    values = np.full((60, 200), 255, dtype=np.uint8)
    for left in lefts:
        values[15:45, 20 + left : 20 + left + 20] = 0
    number = word(text, 20, 20 + lefts[-1] + 20, 15, 45)
    assert gap_within(Image.fromarray(values), number) is gap


def test_stacked_pictures_stand_apart() -> None:
    sheet, places = stack([Image.new("L", (100, 30), 0), Image.new("L", (50, 20), 0)], 2.0, 40)
    assert sheet.size == (280, 60 + 40 + 3 * 40)
    assert places == [(40, 100), (140, 180)]
    inked = (np.asarray(sheet) < 128).any(axis=1)
    assert [bool(inked[y]) for y in (39, 40, 99, 100, 139, 140, 179, 180)] == [False, True, True, False] * 2


def test_cores_of_lines() -> None:
    scores = np.zeros((40, 100), dtype=np.float32)
    scores[5:10, 10:60] = 0.9  # a line
    scores[5:10, 70:95] = 0.9  # another beside it
    scores[20:25, 10:30] = 0.4  # too faint
    scores[30, 10:90] = 0.9  # too low
    scores[33:38, 10:20] = scores[35:38, 20:40] = 0.9  # steps hang together
    scores[33:38, 50:55] = scores[33:38, 60:65] = scores[36:38, 55:60] = 0.9  # open at the top
    assert sorted(cores(scores)) == [(10, 5, 60, 10), (10, 33, 40, 38), (50, 33, 65, 38), (70, 5, 95, 10)]


@given(st.integers(0, 2**32 - 1))
def test_cores_hold_every_sure_pixel(seed: int) -> None:
    dice = np.random.default_rng(seed)
    marks = dice.random((12, 16)) < 0.4
    found = cores(marks.astype(np.float32))
    assert len(set(found)) == len(found)
    solid = np.zeros_like(marks)
    solid[1:-1, 1:-1] = np.all([marks[a : 10 + a, b : 14 + b] for a in range(3) for b in range(3)], axis=0)
    for y, x in zip(*np.nonzero(solid), strict=True):  # the middle of three by three
        assert any(x0 <= x < x1 and y0 <= y < y1 for x0, y0, x1, y1 in found)


def test_a_line_is_split_into_words_round_their_ink() -> None:
    values = np.full((50, 200), 255, dtype=np.uint8)
    values[10:40, 20:80] = 0
    values[20:40, 120:180] = 0
    values[0:3, :] = 0  # the line above
    text = "400 kr"
    line = Line(text, (0.15, 0.25, 0.35, 0.5, 0.675, 0.825), (1.0, 0.8, 0.9, 1.0, 1.0, 1.0))
    words = split(line, Image.fromarray(values))
    assert [w.text for w in words] == ["400", "kr"]
    assert [(w.y0, w.y1) for w in words] == [(10, 40), (20, 40)]
    assert [(w.x0, w.x1) for w in words] == [(20, 80), (120, 180)]
    assert abs(words[0].confidence - 0.9) < 1e-6
    assert words[0].agreed is None


@pytest.mark.parametrize(
    ("rows", "columns", "ink"),
    [
        ([], [], (20, 40)),
        ([(14, 17)], [], (14, 40)),  # the dots of an ä
        ([(44, 47)], [], (20, 47)),  # a comma's tail
        ([(0, 12)], [], (20, 40)),  # the line above
        ([(52, 60)], [], (20, 40)),  # and below
        ([(6, 8), (54, 56)], [], (20, 40)),  # a table's rules
        ([], [(24, 26), (74, 76)], (20, 40)),  # its upright ones
        ([(6, 8)], [(24, 26)], (20, 40)),
    ],
)
def test_rules_are_no_part_of_a_word(
    rows: list[tuple[int, int]], columns: list[tuple[int, int]], ink: tuple[int, int]
) -> None:
    values = np.full((60, 100), 255, dtype=np.uint8)
    values[20:40, 30:70] = 0
    for top, bottom in rows:
        values[top:bottom] = 0
    for left, right in columns:
        values[:, left:right] = 0
    (word,) = split(Line("2009", (0.35, 0.45, 0.55, 0.65), (1.0,) * 4), Image.fromarray(values))
    assert (word.y0, word.y1) == ink


MINUSES = [  # what is drawn before digits 20 high, and where they begin if it is no minus
    ((28, 30, 2, 12), None),  # a minus
    ((28, 31, 6, 12), None),  # a hyphen
    ((28, 30, 9, 11), 20),  # a speck
    ((35, 38, 8, 11), 20),
    ((20, 40, 10, 13), None),  # a one: the minus is too faint
]


@pytest.mark.parametrize(("drawn", "begins"), MINUSES)
def test_a_speck_for_a_minus(drawn: tuple[int, int, int, int], begins: float | None) -> None:
    picture = np.full((60, 80), 240, dtype=np.uint8)
    top, bottom, left, right = drawn
    picture[top:bottom, left:right] = 30
    for x in (20, 34, 48):
        picture[20:40, x : x + 10] = 30
    found = after_speck(Image.fromarray(picture), Reading("-620", 0, 20, 60, 40, 0.9, 0, 0))
    assert found == begins


def test_a_minus_that_stands_far_off_is_none() -> None:
    picture = np.full((60, 120), 240, dtype=np.uint8)
    picture[28:30, 2:12] = 30
    for x in (60, 74, 88):
        picture[20:40, x : x + 10] = 30
    assert after_speck(Image.fromarray(picture), Reading("-620", 0, 20, 110, 40, 0.9, 0, 0)) == 60
    assert after_speck(Image.fromarray(picture), Reading("-620", 300, 20, 410, 40, 0.9, 0, 0)) is None
