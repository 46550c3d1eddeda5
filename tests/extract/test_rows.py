"""How sure a row is of the words that it rests on."""

from dataclasses import replace

import pytest

from pipeline.extract.rows import Place
from pipeline.memo.memo import MemoWord
from pipeline.read.page import Box, ReadAs
from tests.extract.decisions_memo import make_memo


def place(*words: MemoWord) -> Place:
    memo = make_memo(" ".join(word.text for word in words))
    return Place(replace(memo, words=words, read_as=frozenset({ReadAs.OCR})), 0, len(memo.text))


def word(text: str, confidence: float, agreed: bool | None, raw: str | None = None) -> MemoWord:
    return MemoWord(text, raw or text, 1, Box(0, 0, 10, 10), confidence, agreed)


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        # two engines read it alike: the first one's doubt counts no more
        ((word("-4,2", 0.0, True), word("mnkr", 0.95, None)), 0.9, 1.0),
        # only one read it
        ((word("4,2", 0.2, None), word("mnkr", 0.95, None)), 0.0, 0.5),
        # they differ
        ((word("4,2", 0.2, False), word("mnkr", 0.95, None)), 0.0, 0.5),
        # read alike, but then restored to something else: the restorer's doubt counts
        ((word("Sjögren", 0.3, True, raw="Sjogren"),), 0.0, 0.4),
        ((word("2024", 0.99, True),), 0.98, 1.0),
    ],
)
def test_what_two_read_alike_stands(words: tuple[MemoWord, ...], least: float, most: float) -> None:
    assert least <= place(*words).raw_confidence(1.0) <= most


@pytest.mark.parametrize(
    ("words", "confirmed"),
    [
        ((word("429,0", 0.4, True),), True),
        ((word("-", 0.5, False), word("429,0", 0.4, True)), False),  # only one reader saw a minus
        ((word("–", 0.5, True), word("429,0", 0.4, True)), True),
        ((word("-429,0", 0.9, True), word("mnkr", 0.9, False)), True),  # letters are no digits
        ((word("1", 0.9, True), word("–", 0.5, False), word("2", 0.4, True)), True),
        ((word("429,0", 0.4, False),), False),
        ((word("mnkr", 0.9, None),), None),
    ],
)
def test_two_must_agree_on_digits_and_minus(words: tuple[MemoWord, ...], confirmed: bool | None) -> None:
    assert place(*words).confirmed is confirmed
