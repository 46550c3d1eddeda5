"""How a list item begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.items import Mark, mark_of


@pytest.mark.parametrize(
    ("text", "before", "mark"),
    [
        ("1. Anta planen", "", Mark("1.", 1)),
        ("att anta planen", "", Mark("att", 0, 0)),
        ("2 anta planen", "beslutar", Mark("2", 2)),
        ("Nämnden antar planen", "beslutar", None),
        ("konto 12", "", None),
        ("ATT anta planen", "", Mark("att", 0, 0)),
        ("ATT-satser skrivs så", "", None),
        ("= godkänna delårsbokslutet", "att", Mark("=")),
        ("~ stänga boendet", "att", Mark("~")),
        ("= 25 000 kronor", "", None),
        ("a = b", "", None),
    ],
)
def test_marks(text: str, before: str, mark: Mark | None) -> None:
    assert mark_of(text.split(), before, True) == mark


def test_a_raised_digit_is_no_number() -> None:
    assert mark_of(["²", "att", "mäta"], "beslutar", False) is None


@given(st.lists(st.text(min_size=1, max_size=6), max_size=3), st.text(max_size=4), st.booleans())
def test_no_text_makes_it_raise(words: list[str], before: str, listed: bool) -> None:
    assert mark_of(words, before, listed) is None or words
