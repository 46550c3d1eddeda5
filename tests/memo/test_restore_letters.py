"""Names that nothing is known of: how their letters may be spelt."""

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.restore_letters import (
    LEAST,
    MEANT,
    MOST_SPELLINGS,
    WIDEST,
    _told,
    broken,
    contexts,
    letter_counts,
    marks_p,
    spellings,
    weigh,
)
from pipeline.memo.restore_model import fold

NONE: frozenset[int] = frozenset()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("hemstrom", "hemström"), ("nordahl", "nordahl"), ("tunbjork", "tunbjörk"), ("kvarngard", "kvarngård"),
        ("ostlingby", "östlingby"), ("vintersjon", "vintersjön"), ("wallinder", "wallinder"), ("sandell", "sandell"),
    ],
)  # fmt: skip
def test_the_likeliest_spelling(name: str, meant: str) -> None:
    assert spellings(name, NONE)[0][0] == meant


def test_letters_that_stand_fast_stay() -> None:
    assert all(text[6] == "o" for text, _ in spellings("hemstrom", frozenset((6,))))


def test_contexts_are_of_the_letter() -> None:
    assert contexts("strom", 3)[:3] == ["O", "rOm", "trOm"]
    assert all(sum(c.isupper() for c in context) == 1 for context in contexts("strom", 3))


@given(st.text(alphabet="abcdeghijklmnoprstuvåäöé", min_size=1, max_size=20))
def test_spellings_keep_every_other_letter(name: str) -> None:
    found = spellings(name, NONE)
    assert 1 <= len(found) <= MOST_SPELLINGS + 1
    assert name in [text for text, _ in found]
    for text, p in found:
        assert len(text) == len(name)
        assert p <= 1e-9
        assert all(a == b or (b in MEANT.get(a, "")) for a, b in zip(name, text, strict=True))


@given(st.text(alphabet="abdeklnorst", min_size=1, max_size=12), st.integers(0, 11))
def test_probabilities_sum_to_one(key: str, place: int) -> None:
    if place < len(key) and key[place] in MEANT:
        assert sum(weigh(letter_counts(), key, place)) == pytest.approx(1.0)
    assert exp(marks_p(key)) <= 1.0 + 1e-9
    assert fold(key) == key


@pytest.mark.parametrize(
    ("read", "meant"), [("rdnnberg", "rönnberg"), ("odstrdm", "odström"), ("sjd", "sjö"), ("pdrsson", "pärsson")]
)
def test_a_d_that_can_be_none(read: str, meant: str) -> None:
    assert min(broken(read), key=lambda v: v.cost).text == meant


@pytest.mark.parametrize("name", ["lindström", "hjördis", "bernadotte", "ndlovu", "svärd", "ödman", "dahl", "edström"])
def test_a_d_that_may_be_one(name: str) -> None:
    assert broken(name) == ()


@given(st.text(alphabet="abdefginorstkl", min_size=7, max_size=7), st.sampled_from("ao"), st.booleans())
def test_what_is_told_by_near_letters_is_kept(around: str, letter: str, of_place: bool) -> None:
    around = around[:WIDEST] + letter + around[WIDEST + 1 :]
    slow = weigh(letter_counts(of_place), around, WIDEST)
    assert [p for _, p in _told(around, of_place)] == [log(max(p, LEAST)) for p in slow]
