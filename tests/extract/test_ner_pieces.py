"""The words that the recogniser gets are the memo's own tokens, and tell whether white space follows."""

import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.ner import _pieces
from pipeline.extract.tokens import WordTokenizer

TOKENIZE = WordTokenizer(spacy.blank("sv").vocab)


@given(st.text("aÅ1_ -.\n\t", max_size=40), st.lists(st.integers(0, 41), max_size=6))
def test_pieces_are_tokens(text: str, cuts: list[int]) -> None:
    bounds = sorted(cut for cut in cuts if cut <= len(text))
    chosen = list(zip(bounds[::2], bounds[1::2], strict=False))
    pieces, places = _pieces(text, chosen)
    doc = TOKENIZE(text)
    tokens = [token for token in doc if not token.is_space]
    expected = [inside for a, b in chosen if (inside := [token for token in tokens if a <= token.idx < b])]
    assert [[word for word, _ in piece] for piece in pieces] == [[t.text for t in inside] for inside in expected]
    assert places == [[(t.idx, t.idx + len(t)) for t in inside] for inside in expected]
    for piece, inside in zip(pieces, expected, strict=True):
        followed = [bool(t.whitespace_) or any(after.is_space for after in doc[t.i + 1 : t.i + 2]) for t in inside]
        assert [space for _, space in piece] == [*followed[:-1], True]
