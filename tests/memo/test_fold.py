"""Folding text quickly gives what folding it letter by letter gives."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.fold import _DIGIT_IN_WORD, _DIGITS_AS_LETTERS, _LETTERS, alike, bare, fold

TEXT = st.text(
    st.sampled_from("abzÅÄÖåäöÉéüçñß–—−-’´`”\"'$§º°\u00ad\u00a0 \t\n0169/&()[]{}\\^~_@.,:;½İΣſ"), max_size=40
)


@given(st.one_of(TEXT, st.text(max_size=40)))
def test_fold(text: str) -> None:
    assert fold(text) == text.lower().translate(_LETTERS)


@given(st.one_of(TEXT, st.text(max_size=40)))
def test_bare(text: str) -> None:
    plain = re.sub(r"[^a-z0-9/&()§ -]+", " ", text.lower().translate(_LETTERS))
    plain = _DIGIT_IN_WORD.sub(lambda m: _DIGITS_AS_LETTERS[m.group()], plain)
    assert bare(text) == " ".join(plain.split())


def test_alike() -> None:
    assert alike("sala kommun sida", "sala kommum sida")
    assert not alike("sala kommun sida", "adis nummok alas")  # the same letters in another order
    assert not alike("sala kommun", "box 12 34567")
