"""Numbers torn in two by the first reader, where the second reads one."""

import pytest

from pipeline.read.second_torn import whole
from pipeline.read.tesseract import Reading


def beside(left: str, right: str, gap: float) -> tuple[Reading, Reading]:
    """Two words on a line, their digits 20 high; gap: between them, of that height."""
    end = 10.0 * len(left)
    start = end + 20 * gap
    return (
        Reading(left, 0, 0, end, 20, 0.96, 0, 0, left, True),
        Reading(right, start, 0, start + 10 * len(right), 20, 0.9, 0, 0, right, True),
    )


TORN = [  # what the first reader gave, how far apart, the whole, whether both readers agree on it
    ("2,", "7", 0.0, "2,7", True),
    ("2,", "7", -0.1, "2,7", True),
    ("12,", "75", 0.1, "12,75", True),
    ("-3,", "5", 0.05, "-3,5", True),
    ("2,", "7).", 0.05, "2,7).", True),
    ("0,", "3%", 0.1, "0,3%", True),
    ("1.265.", "000", 0.1, "1.265.000", True),
    ("90.", "000:-", 0.1, "90.000:-", True),
    ("1", "10", 0.4, "110", False),
    ("1", "1", 0.4, "11", False),
    ("20", "14", 0.3, "2014", False),
    ("-1", "5", 0.2, "-15", False),
    ("1", "10,", 0.4, "110,", False),
    # two numbers, or one written in groups
    ("12", "000", 0.3, None, None),
    ("1", "250", 0.4, None, None),
    ("1", "250,", 0.4, None, None),
    ("1", "10", 0.9, None, None),  # another column
    ("2,", "7", 0.4, None, None),  # "alternativ 2, 7 platser"
    ("2023,", "2024", 0.1, None, None),
    ("§", "7", 0.1, None, None),
    ("kl", "10", 0.1, None, None),
    ("1994", "1995", 0.3, None, None),
    ("620", "1", 0.4, None, None),
    ("3", "maj", 0.3, None, None),
    ("12.", "5", 0.1, None, None),
    ("556677-", "8899", 0.1, None, None),
]


@pytest.mark.parametrize(("left", "right", "gap", "text", "agreed"), TORN)
def test_torn_numbers(left: str, right: str, gap: float, text: str | None, agreed: bool | None) -> None:
    found = whole(*beside(left, right, gap))
    assert (found and found.text, found and found.agreed) == (text, agreed)


def test_what_only_one_reader_read_is_let_be() -> None:
    left, right = beside("2,", "7", 0.0)
    assert whole(Reading("2,", 0, 0, 20, 20, 0.96, 0, 0), right) is None
    assert whole(left, Reading("7", 20, 0, 30, 20, 0.96, 0, 0)) is None


def test_the_whole_tells_what_both_read() -> None:
    found = whole(*beside("2,", "7", 0.0))
    assert found
    assert (found.second, found.first, found.confidence, found.x0, found.x1) == ("2,7", "2, 7", 0.9, 0, 30)
