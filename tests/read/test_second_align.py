"""Which of the second reader's characters belong to which of Tesseract's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.second_align import Spot, align
from pipeline.read.second_model import Line


def spots_of(line: str) -> list[Spot]:
    """Words in a line of one character's width each; | stands for a space of no width."""
    width = len(line) or 1
    spots, x = [], 0
    for word in line.split(" "):
        if word:
            spots.append(Spot(word, x / width, (x + len(word)) / width))
        x += len(word) + 1
    return spots


def line_of(text: str, width: int | None = None) -> Line:
    width = width or len(text) or 1
    return Line(text, tuple((i + 0.5) / width for i in range(len(text))), (0.99,) * len(text))


CASES = [
    ("den 1 juni 2018", "den 1 juni 2018", ["den", "1", "juni", "2018"]),
    ("kunde 71 26 av eleverna", "kunde 71 %  av eleverna", ["kunde", "71", "%", "av", "eleverna"]),
    ("med 96 246 Centrum.", "med 96 % i Centrum.", ["med", "96", "% i", "Centrum."]),
    ("2017-12-14, 8 31, att", "2017-12-14, § 31, att", ["2017-12-14,", "§", "31,", "att"]),
    ("uppgick til 41,3 mnkr", "uppgicktil 41,3 mnkr", ["uppgick", "til", "41,3", "mnkr"]),
    ("om 1400 kr", "om 1 400 kr", ["om", "1 400", "kr"]),
    ("om 1 400 kr", "om 1400  kr", ["om", "1", "400", "kr"]),
    ("883 kommunallagen", "§83 kommunallagen", ["§83", "kommunallagen"]),
    ("cf om 2018", "   om 2018", ["", "om", "2018"]),
    ("6201", "620", ["620"]),
    ("6201", "", [""]),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "expected"), CASES)
def test_words_find_their_reading(first: str, second: str, expected: list[str]) -> None:
    heard = align(spots_of(first), line_of(second, max(len(first), len(second))))
    assert [h.text for h in heard] == expected


def test_a_word_that_the_first_reader_missed_joins_no_far_one() -> None:
    spots = [Spot("om", 0.0, 0.05), Spot("kr", 0.9, 0.95)]
    text = "om                  400                kr"
    assert [h.text for h in align(spots, line_of(text))] == ["om", "kr"]


def test_the_least_sure_character_counts() -> None:
    line = Line("18", (0.25, 0.75), (0.99, 0.4))
    assert align([Spot("18", 0.0, 1.0)], line)[0].sure == 0.4


def test_nothing_to_align() -> None:
    assert align([], line_of("2018")) == []
    assert [h.text for h in align(spots_of("den 1"), Line("", (), ()))] == ["", ""]


TEXT = st.text("0123456789 ,.§%abcå", max_size=25)


@given(TEXT, TEXT)
def test_every_character_goes_to_one_word_at_most(first: str, second: str) -> None:
    spots = spots_of(first)
    heard = align(spots, line_of(second, max(len(first), len(second), 1)))
    assert len(heard) == len(spots)
    given_out = "".join(h.text for h in heard).replace(" ", "")
    rest = iter(second)
    assert all(character in rest for character in given_out)  # in order, none twice
    assert all(len(h.places) == len(h.text) for h in heard)


@given(TEXT)
def test_what_is_read_alike_is_found_alike(text: str) -> None:
    spots = spots_of(text)
    assert [h.text for h in align(spots, line_of(text))] == [spot.text for spot in spots]


@given(st.lists(st.floats(-2, 3), min_size=1, max_size=6), st.floats(0, 1))
def test_odd_places_do_no_harm(edges: list[float], place: float) -> None:
    spots = [Spot("12", edge, edge + 0.1) for edge in edges]
    line = Line("12 34", (place,) * 5, (1.0,) * 5)
    assert len(align(spots, line)) == len(spots)
