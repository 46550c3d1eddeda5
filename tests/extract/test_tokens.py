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
