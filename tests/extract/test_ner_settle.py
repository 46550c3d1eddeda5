"""What `ner_settle` asks of a text without patterns, held to the patterns."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.ner_settle import _is_word

LETTERS = "abÅ1_ -.é\n²"


@given(st.text(LETTERS, max_size=30), st.text(LETTERS, min_size=1, max_size=3))
def test_a_word_by_itself(text: str, name: str) -> None:
    assert _is_word(text, name) == bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
