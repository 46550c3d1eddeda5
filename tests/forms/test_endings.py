"""How the matches of a pattern end, read from the pattern."""

import re

import pytest

from pipeline.forms.endings import endings_of


@pytest.mark.parametrize(
    ("pattern", "endings"),
    [
        ("avtal med", {"avtal med"}),
        ("Avtal (?:med|mellan)", {"avtal med", "avtal mellan"}),
        (r"\w*avtal med", {"avtal med"}),
        (r"(?:köp|hyr)(?:es)?", {"köp", "köpes", "hyr", "hyres"}),
        (r"anbud(?: från)+", {" från"}),
        (r"anbud(?: från)*", {"anbud", " från"}),
        (r"söks[ \n]av", {"söks av", "söks\nav"}),
        (r"(?<!\w)av(?!\w)", {"av"}),
        (r"av\w+", {""}),
        (r"av(?: \w+)?", {""}),
        ("", {""}),
        ("till ", {"till"}),
    ],
)
def test_endings_are_read_from_the_pattern(pattern: str, endings: set[str]) -> None:
    assert endings_of(pattern) == endings


def test_each_match_ends_so() -> None:
    pattern = r"(?:ansökan|begäran)(?: om \w+)? (?:från|av)(?: en)?"
    for text in ("ansökan av", "Begäran om bidrag FRÅN", "ansökan om lov från en"):
        assert re.fullmatch(pattern, text, re.IGNORECASE)
        assert text.lower().endswith(tuple(endings_of(pattern)))
