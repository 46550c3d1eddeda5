"""Cues beside a name are tried by how the text ends: the same are found as if all were."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.roles_cues import ODD, _before, told_after, told_before
from pipeline.resources import table

WORDS = sorted(
    {
        word
        for row in table("extract/data/parties_cues.csv")
        if row["side"] == "before"
        for word in re.findall(r"[a-zåäö]{1,}", re.sub(r"\\w", "X", row["cue"]))
    }
)
OTHERS = ("X", "Ek AB", ",", "-", "–", ":", ".", "hyresavtal", "tecknar", *ODD, "VÄCKT AV", "Ansökan", "ſöker")


@settings(max_examples=500)
@given(
    st.lists(st.sampled_from((*WORDS, *OTHERS)), min_size=1, max_size=6),
    st.sampled_from((" ", "\n")),
    st.sampled_from(("", " ", "\n", " \t")),
)
def test_no_cue_before_a_name_is_lost(words: list[str], gap: str, after: str) -> None:
    text = gap.join(words) + after
    assert told_before(text) == {cue.told for cue in _before() if cue.pattern.search(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kommunen tecknar avtal med ", {"counterparty"}),
        ("Ansökan om bidrag från ", {"applicant"}),
        ("I en skrivelse från ", {"asking"}),
        ("ANSÖKAN FRÅN\n", {"applicant"}),
        ("Sökande: ", {"applicant"}),
        ("Vi möttes hos ", set()),
        ("", set()),
    ],
)
def test_what_stands_before_a_name_tells_its_part(text: str, told: set[str]) -> None:
    assert told_before(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (" har ansökt om bidrag", {"applicant"}),
        (" har vunnit upphandlingen", {"counterparty"}),
        (" ligger i Hult", set()),
    ],
)
def test_what_stands_after_a_name_tells_its_part(text: str, told: set[str]) -> None:
    assert told_after(text) == told
