import re

import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.tokens import WordTokenizer

TOKENIZE = WordTokenizer(spacy.blank("sv").vocab)


@given(st.text())
def test_the_doc_gives_back_the_text(text: str) -> None:
    assert TOKENIZE(text).text == text


def test_words_and_marks() -> None:
    doc = TOKENIZE("Nämnden  (KF)\n\n67 430 kr.")
    assert [t.text for t in doc] == ["Nämnden", " ", "(", "KF", ")", "\n\n", "67", "430", "kr", "."]


def one_by_one(text: str) -> list[tuple[str, bool]]:
    """The tokens, each with whether a space follows it: the first space after a word is a mark on it."""
    found: list[tuple[str, bool]] = []
    for token in re.findall(r"\w+|[^\w\s]|\s+", text):
        if token[0] == " " and found:
            found[-1] = (found[-1][0], True)
            token = token[1:]
        if token:
            found.append((token, False))
    return found


@given(st.text(st.sampled_from("aä1_.,(- \n\t\u00a0")))
def test_spaces_are_marks_on_words(text: str) -> None:
    assert [(t.text, t.whitespace_ == " ") for t in TOKENIZE(text)] == one_by_one(text)
