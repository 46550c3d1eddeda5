"""One expression for many words finds what the words one by one would."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.alternation import longest_of

WORDS = st.lists(st.text("abå .?-", min_size=1, max_size=5), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["kr", "kronor", "krona"], "krona kronor kr krön", ["krona", "kronor", "kr", "kr"]),
        (["a.b", "a"], "axb a.b", ["a", "a.b"]),
        (["till följd av", "till"], "till följden, till följd av", ["till", "till följd av"]),
        (["ö"], "o", []),
    ],
)
def test_longest(words: list[str], text: str, found: list[str]) -> None:
    assert re.findall(longest_of(words), text) == found


@given(WORDS, st.text("abå .?-", max_size=40))
def test_as_one_by_one(words: list[str], text: str) -> None:
    plain = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
    quick = re.compile(longest_of(words))
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]
    ended = re.compile(f"(?:{longest_of(words)})(?!b)")
    slow = re.compile(f"(?:{plain.pattern})(?!b)")
    assert [m.span() for m in ended.finditer(text)] == [m.span() for m in slow.finditer(text)]
