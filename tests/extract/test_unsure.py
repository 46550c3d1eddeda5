"""Fields of a head that a person should compare with the original."""

import pytest

from pipeline.extract.facts import Field, Head
from pipeline.extract.unsure import known_surnames, unsure_fields
from pipeline.memo.build import find_memos
from pipeline.memo.memo import Memo
from pipeline.read.page import Box, Page, ReadAs, Word


def memo(read_as: ReadAs) -> Memo:
    word = Word("Tjänsteskrivelse", Box(70, 70, 160, 82), 0.9, block=0, line=0, size=11)
    (found,) = find_memos([Page(1, 595, 842, (word,), read_as)])
    return found


@pytest.mark.parametrize(
    ("head", "read_as", "unsure"),
    [
        (Head(), ReadAs.OCR, []),
        (Head(title=Field("Taxa för vatten", confidence=0.95)), ReadAs.OCR, []),
        (Head(title=Field("Taxa för vatten", confidence=0.6)), ReadAs.DIGITAL, ["title"]),
        (Head(author=Field("Anna Lindqvist", confidence=0.97)), ReadAs.OCR, []),
        (Head(author=Field("Anna Lindqvlst", confidence=0.97)), ReadAs.OCR, ["author"]),
        (Head(author=Field("Anna Lindqvlst", confidence=0.97)), ReadAs.DIGITAL, []),
        (Head(author=Field("Anna Lindqvist och Bo Xyzqsson", confidence=0.97)), ReadAs.TEXT, ["author"]),
        (
            Head(municipality=Field("Orsa kommun", confidence=0.4), diarienummer=Field("KS 1", confidence=0.66)),
            ReadAs.DIGITAL,
            ["municipality", "diarienummer"],
        ),
    ],
)
def test_unsure_fields(head: Head, read_as: ReadAs, unsure: list[str]) -> None:
    assert unsure_fields(memo(read_as), head) == unsure


@pytest.mark.parametrize(
    ("title", "unsure"),
    [
        ("Nedläggning av skolan", []),
        ("Nedlaggning av Onums skola", ["title"]),  # Önum? Onum?
        ("Ombyggnad av Kvarnvdggsqdrden", ["title"]),
        ("Ansokan om bidrag 2004", []),
    ],
)
def test_a_title_with_a_word_that_nothing_tells(title: str, unsure: list[str]) -> None:
    words = [Word(w, Box(6.0 * n, 0, 6.0 * n + 5, 12), line=0) for n, w in enumerate(title.split())]
    (found,) = find_memos([Page(1, 595, 12, tuple(words), ReadAs.TEXT, has_places=False)])
    title_field = Field(found.text, 0, len(found.text), 0.95)
    assert unsure_fields(found, Head(title=title_field)) == unsure


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Anna Andersson", True),
        ("Sven-Erik Lund", True),
        ("Eva Berg-Nilsson", True),
        ("Carl af Ek", True),
        ("Anna", True),
        ("Anna Ardersscn", False),
        ("Eva Berg-Nllsson", False),
    ],
)
def test_known_surnames(name: str, known: bool) -> None:
    assert known_surnames(name) is known
