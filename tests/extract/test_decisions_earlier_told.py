"""How officers tell of earlier decisions: a table of sentences, and of sentences that tell of none."""

from pathlib import Path

import pytest

from tests.extract.test_decisions_classes import earlier

TOLD = [
    line.partition(" => ")
    for line in (Path(__file__).parent / "decisions_told.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("sentence", "rows"), [(s, r) for s, _, r in TOLD])
def test_sentence(sentence: str, rows: str) -> None:
    """body | action | date | paragraph of each decision, parted by ";;"."""
    found = [row.split(" | ") for row in earlier(sentence)]
    told = [" | ".join([body, action, date, paragraph]) for body, action, _, date, paragraph in found]
    assert told == [row.strip() for row in rows.split(";;") if row.strip()]
