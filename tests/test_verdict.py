import pytest

from pipeline.errors import Kind, Problem, Stage
from pipeline.read.page import Box, Page, ReadAs, Word
from pipeline.verdict import PROPOSES, status
from pipeline.work import memos_of


@pytest.mark.parametrize(
    "text",
    [
        "Förslag till beslut",
        "Kommunkansliet får föreslå kommunstyrelsen besluta",
        "Förvaltningen föreslår att nämnden beslutar",
        "hemställer kontoret att nämnden måtte",
        "FORSLAG TILL BESLUT",
    ],
)
def test_words_that_propose(text: str) -> None:
    assert PROPOSES.search(text)


@pytest.mark.parametrize(
    "text", ["Informationen föranleder inget beslut.", "Nämnden föreslog en resa. Beslut fattas sen."]
)
def test_words_that_do_not(text: str) -> None:
    assert not PROPOSES.search(text)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([("4S0", 0.5, False)] * 6, True),
        ([("4S0", 0.3, False)] * 9 + [("ord", 0.9, None)] * 300, True),
        ([("4S0", 0.5, False)] * 5, False),
        ([("450", 0.97, True)] * 40, False),
        ([("450", 0.5, None)] * 40, False),
        ([("R-ÄSÄ", 0.3, False)] * 40, False),
        ([("450", 0.8, False)] * 40, False),
    ],
)
def test_a_table_that_could_not_be_read_is_told_of(words: list[tuple[str, float, bool | None]], told: bool) -> None:
    places = [(50 + 20.0 * (n % 20), 50 + 20.0 * (n // 20)) for n in range(len(words))]
    placed = [
        Word(text, Box(x, y, x + 15, y + 10), sure, agreed=agreed)
        for (text, sure, agreed), (x, y) in zip(words, places, strict=True)
    ]
    page = Page(1, 595, 842, tuple(placed), ReadAs.OCR)
    ((rows, problems),) = memos_of([page], "0" * 64)
    assert (Kind.UNREAD_NUMBERS in {p.kind for p in problems}) is told
    assert not told or rows.document.status == "review"


def test_the_worst_decides() -> None:
    def some(*kinds: Kind) -> list[Problem]:
        return [Problem(Stage.READ, kind) for kind in kinds]

    assert status([]) == "ok"
    assert status(some(Kind.LETTERS_RESTORED)) == "ok"
    assert status(some(Kind.LETTERS_RESTORED, Kind.NO_DATE)) == "review"
    assert status(some(Kind.UNSUPPORTED)) == "skipped"
    assert status(some(Kind.NO_DATE, Kind.DAMAGED)) == "failed"
