"""Which words are worth a second reading."""

import pytest

from pipeline.memo.matters import matters
from pipeline.memo.memo import Memo, MemoWord, Section, SectionKind
from pipeline.read.page import Box, ReadAs

BOX = Box(10, 10, 60, 22)
WORD = MemoWord("Föreningsbidrag", "Foreningsbidrag", 1, BOX, 0.9, None)


def memo(word: MemoWord, kind: SectionKind = SectionKind.TITLE, read_as: ReadAs = ReadAs.OCR) -> Memo:
    text = word.text + " medel"
    sure = MemoWord("medel", "medel", 1, Box(70, 10, 90, 22), 0.96, True)
    owner = (0,) * len(word.text) + (-1,) + (1,) * 5
    sections = (Section(kind, 0, len(text), 0),)
    return Memo(1, 1, text, (word, sure), owner, (), sections, read_as=frozenset((read_as,)))


@pytest.mark.parametrize(
    "kind",
    [
        SectionKind.LETTERHEAD,
        SectionKind.TITLE,
        SectionKind.PROPOSAL,
        SectionKind.DECISION,
        SectionKind.SIGNATURES,
    ],
)
def test_words_where_it_counts(kind: SectionKind) -> None:
    assert matters(memo(WORD, kind)) == [(1, BOX)]


@pytest.mark.parametrize(
    "kind", [SectionKind.BODY, SectionKind.SUMMARY, SectionKind.FURNITURE, SectionKind.DOCUMENTS, SectionKind.STAMP]
)
def test_not_elsewhere(kind: SectionKind) -> None:
    assert matters(memo(WORD, kind)) == []


@pytest.mark.parametrize(
    "word",
    [
        WORD._replace(raw="•"),
        WORD._replace(agreed=True),
        WORD._replace(agreed=False),
        WORD._replace(box=None),
        WORD._replace(picture=True),
    ],
)
def test_what_needs_or_can_have_no_second_reading(word: MemoWord) -> None:
    assert matters(memo(word)) == []


@pytest.mark.parametrize("read_as", [ReadAs.DIGITAL, ReadAs.TEXT])
def test_only_what_was_read_from_a_picture(read_as: ReadAs) -> None:
    assert matters(memo(WORD, read_as=read_as)) == []
