"""Guarded patterns: what they answer is what the bare pattern answers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.guard import guarded, signs_of

PATTERNS = [
    (r"§ ?\d+", 0, {"§"}),
    (r"\d{1,2}:\d{2}", 0, {":"}),
    (r"\b(?:motion|fråga)(?:en)?\b", 0, {"motion", "fråga"}),
    (r"(?:hyr|köp)(?:es|s)? av\s*$", 0, {"hyr av", "hyrs av", "hyres av", "köp av", "köps av", "köpes av"}),
    (r"Kommun(?:en)?", re.IGNORECASE, {"kommun"}),
    (r"(?<=sid )\d+(?= av)", 0, {"\\d"}),
    (r"[åä]rlig", 0, {"årlig", "ärlig"}),
    (r"(?:ett|två)? ?styck(?:en)?", 0, {"styck"}),
    (r"ab+c", 0, {"b"}),
    (r"(?:^|\s)[nN]r\.?", 0, {"nr", "Nr"}),
    (r"x(?i:AVTAL)", 0, {"xavtal"}),
    (r"(?P<a>\w+)-(?P=a)", 0, {"-"}),
    (r"(?!nej)ja(?!nus)", 0, {"ja"}),
]
OPEN = [r"a|\s", r"\w+", r"a?", r"(?:abc)?", r"(?=abc)", r"[^a]", r".*", r"a*b*", r"^$"]
TEXTS = st.text(alphabet="abckoymunrtåäö§:.- 12\nKNſıİ", max_size=40)


@pytest.mark.parametrize(("pattern", "flags", "signs"), PATTERNS)
def test_what_a_match_must_hold(pattern: str, flags: int, signs: set[str]) -> None:
    known = signs_of(pattern, flags)
    assert known is not None
    assert known.signs == signs


@pytest.mark.parametrize("pattern", OPEN)
def test_patterns_that_need_nothing_are_always_tried(pattern: str) -> None:
    assert signs_of(pattern) is None
    assert guarded(pattern).may_match("")


def test_letters_that_ignoring_case_takes_for_others() -> None:
    assert guarded("sida", re.IGNORECASE).search("ſıda") is not None
    assert guarded("İ", re.IGNORECASE).search("İ") is not None


@given(st.sampled_from([(p, f) for p, f, _ in PATTERNS] + [(p, 0) for p in OPEN]), TEXTS, st.integers(0, 9))
def test_a_guard_changes_no_answer(rule: tuple[str, int], text: str, start: int) -> None:
    pattern, flags = rule
    bare, ours = re.compile(pattern, flags), guarded(pattern, flags)

    def span(match: re.Match[str] | None) -> tuple[int, int] | None:
        return match.span() if match else None

    assert span(ours.search(text)) == span(bare.search(text))
    assert span(ours.search(text, start, start + 9)) == span(bare.search(text, start, start + 9))
    assert span(ours.match(text, start)) == span(bare.match(text, start))
    assert span(ours.fullmatch(text)) == span(bare.fullmatch(text))
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in bare.finditer(text)]
    assert ours.findall(text) == bare.findall(text)
    assert ours.sub("-", text) == bare.sub("-", text)


@pytest.mark.filterwarnings("ignore:Possible nested set")
@given(st.text(alphabet="abcåk|()?:[]\\ds+*", max_size=12), TEXTS)
def test_no_pattern_is_kept_from_a_match(pattern: str, text: str) -> None:
    try:
        bare = re.compile(pattern)
    except re.error:
        return
    assert (guarded(pattern).search(text) is None) == (bare.search(text) is None)
