"""A point's words on one line: plain stretches take a shorter way, which leads to the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.actions import STATING, TOLD, find_verbs
from pipeline.extract.decisions_words import _ODD, _mended, _plain, words

PIECES = (
    *(
        "att",
        "Att",
        "t",
        "godkänna",
        "avtalet",
        "den",
        "i",
        "I",
        "l",
        "maj",
        "2014",
        "20",
        "14",
        "19",
        "av",
        "på",
        "om",
    ),
    *("-", "–", "--", "- -", "-och", "barn-", ".", ",", ":", ";", "'", "’", "”", "_", "|", "•", "to m", "t om", "3"),
    *("201 4-05-06", "2014 - 05-06", "POSTADRESS TELEFON", "åt.", "av:", "!", "]", "fr om", "januari.", "tillföra"),
)


@settings(max_examples=600)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from((" ", " ", " ", "", "\n", "\n\n"))), max_size=12))
def test_plain_stretches_are_as_the_long_way_has_them(pieces: list[tuple[str, str]]) -> None:
    said = "".join(piece + gap for piece, gap in pieces)
    if _ODD.search(said) is None:
        assert _plain(said) == _mended(said)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("att godkänna  avtalet", "att godkänna avtalet"),
        ("t tillföra bolaget medel", "tillföra bolaget medel"),
        ("att gälla to m 31 maj", "att gälla t o m 31 maj"),
        ("att redovisa fr o m den i maj", "att redovisa fr o m den 1 maj"),
        ("anta planen för 20 14", "anta planen för 20 14"),
        ("anta planen i maj 20 14", "anta planen i maj 2014"),
        ("att anta ”planen", "att anta planen"),
        ("om- -byggnad", "om--byggnad"),
        ("• anta planen", "anta planen"),
    ],
)
def test_a_points_words_stand_on_one_line(said: str, line: str) -> None:
    assert words(said, 0, len(said)) == line


VERBS = (
    "antog",
    "anta",
    "avslås",
    "tillstyrker",
    "att",
    "attanta",
    "Ändra",
    "avsatte",
    "inte",
    "medel",
    "gett",
    "i",
    ".",
)


@given(st.lists(st.sampled_from(VERBS), max_size=8).map(" ".join))
def test_what_was_done_is_found_among_all_verbs(text: str) -> None:
    told = [v for v in find_verbs(text, told=True) if v.tense in TOLD or v.infinitive in STATING]
    assert told == [v for v in find_verbs(text) if v.tense in TOLD or v.infinitive in STATING]
