"""Names are found by the words that they begin and end with as by looking at each."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.parties_merge import _by_words

NAMES = st.lists(st.text(alphabet="ab -", min_size=1, max_size=7), unique=True, max_size=8)


@given(NAMES, st.text(alphabet="ab -", max_size=4))
def test_names_by_their_words(names: list[str], words: str) -> None:
    begin, end = _by_words(names)
    assert begin.get(words, []) == [name for name in names if name.startswith(words + " ")]
    assert end.get(words, []) == [name for name in names if name.endswith(" " + words)]
