"""Unsure words that are far too high: two lines beside a large letterhead, which yield to what is read there anew."""

from dataclasses import replace

import pytest

from pipeline.read.stacked import settled, tall
from pipeline.read.tesseract import Reading


def word(
    text: str, x: float, y: float, size: tuple[float, float] = (60, 30), sure: float = 0.95, agreed: bool | None = None
) -> Reading:
    return Reading(text, x, y, x + size[0], y + size[1], sure, 0, 0, agreed=agreed)


PAGE = [replace(word(f"ord{n}", 100.0 * (n % 6), 200 + 50.0 * (n // 6)), line=3) for n in range(24)]


@pytest.mark.parametrize(
    ("text", "size", "sure", "doubtful"),
    [
        ("NRILN", (480, 96), 0.19, True), ("2am", (180, 84), 0.22, True), ("ALN2013/84", (200, 76), 0.5, True),
        ("SRER", (280, 70), 0.19, True), ("”Diarienummer:", (260, 72), 0.53, True), ("1(2", (90, 48), 0.48, True),
        ("KOMMUN", (300, 80), 0.97, False),  # a letterhead
        ("KOMMUN", (300, 80), 0.72, False), ("att", (60, 30), 0.2, False), ("Dnr", (60, 44), 0.3, False),
        ("|", (8, 300), 0.2, False), ("F", (40, 60), 0.2, False),  # a table's rule, a letter
    ],
)  # fmt: skip
def test_what_is_too_high(text: str, size: tuple[float, float], sure: float, doubtful: bool) -> None:
    assert tall([*PAGE, word(text, 900, 40, size, sure)]) == [24] * doubtful


def test_no_page_is_needed() -> None:
    assert tall([]) == []
    assert tall([word("a", 0, 0, sure=0.1)]) == []


DOUBTFUL = word("NRILN", 900, 40, (480, 96), 0.19)
UPPER = word("TJÄNSTESKRIVELSE", 910, 45, (400, 30), agreed=True)
LOWER = word("2015-11-03", 910, 95, (200, 30), agreed=True)
ELSEWHERE = word("Sidan", 100, 700, agreed=True)


def test_it_yields_to_what_both_readers_see() -> None:
    kept, more = settled([*PAGE, DOUBTFUL], [24], [UPPER, LOWER, ELSEWHERE])
    assert (kept, more) == (PAGE, [UPPER, LOWER, ELSEWHERE])


@pytest.mark.parametrize("agreed", [False, None])
def test_it_stays_where_nobody_agrees(agreed: bool | None) -> None:
    other = word("TONSTE", 910, 45, (400, 30), agreed=agreed)
    kept, more = settled([*PAGE, DOUBTFUL], [24], [other, ELSEWHERE])
    assert (kept, more) == ([*PAGE, DOUBTFUL], [ELSEWHERE])


def on_line(reading: Reading, line: int, block: int = 0) -> Reading:
    return replace(reading, line=line, block=block)


def test_a_word_read_better_takes_the_place_on_the_line() -> None:
    old = on_line(word("PAgvätlen", 900, 40, (160, 70), 0.4), 7, 2)
    better = on_line(word("Dagvatten", 905, 60, (150, 30), agreed=True), 40, 30)
    kept, more = settled([*PAGE, on_line(word("i", 1100, 60), 7), old], [25], [better, on_line(ELSEWHERE, 41)])
    assert len(kept) == 25
    assert [(w.text, w.block, w.line) for w in more] == [("Dagvatten", 2, 7), ("Sidan", 0, 41)]


@pytest.mark.parametrize(
    ("height", "sure", "stays"), [(30, 0.95, True), (32, 0.9, True), (80, 0.97, False), (30, 0.4, False)]
)
def test_headings_of_two_lines_stay_one_row(height: float, sure: float, stays: bool) -> None:
    beside = on_line(word("Tkr", 100, 60, (90, height), sure), 7)
    kept, more = settled([*PAGE, beside, on_line(DOUBTFUL, 7)], [25], [UPPER, LOWER, ELSEWHERE])
    assert (len(kept), more) == ((26, [ELSEWHERE]) if stays else (25, [UPPER, LOWER, ELSEWHERE]))


def test_each_is_settled_by_itself() -> None:
    second = word("op", 900, 400, (200, 70), 0.09)
    kept, more = settled([DOUBTFUL, *PAGE, second], [0, 25], [UPPER])
    assert (kept, more) == ([*PAGE, second], [UPPER])
    assert settled([DOUBTFUL], [0], []) == ([DOUBTFUL], [])
