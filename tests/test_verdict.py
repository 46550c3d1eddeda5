import pytest

from pipeline.errors import Kind, Problem, Stage
from pipeline.verdict import PROPOSES, status


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


def test_the_worst_decides() -> None:
    def some(*kinds: Kind) -> list[Problem]:
        return [Problem(Stage.READ, kind) for kind in kinds]

    assert status([]) == "ok"
    assert status(some(Kind.LETTERS_RESTORED)) == "ok"
    assert status(some(Kind.LETTERS_RESTORED, Kind.NO_DATE)) == "review"
    assert status(some(Kind.UNSUPPORTED)) == "skipped"
    assert status(some(Kind.NO_DATE, Kind.DAMAGED)) == "failed"
