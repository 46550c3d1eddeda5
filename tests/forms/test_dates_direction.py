"""Years left out: a table of sentences with the memo's own date."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.forms.dates import find_dates

LINES = (Path(__file__).parent / "dates_years.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(part.strip() for part in line.split("|")) for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("own", "sentence", "wanted"), ROWS)
def test_year(own: str, sentence: str, wanted: str) -> None:
    start = sentence.index("⟦")
    text = sentence.replace("⟦", "").replace("⟧", "")
    match = next(m for m in find_dates(text, date.fromisoformat(own)) if m.end > start)
    assert match.date_from == date.fromisoformat(wanted)
    assert match.inferred


def test_another_year_than_the_memos_is_less_sure_than_its_own() -> None:
    own = date(2019, 11, 25)
    (here,) = find_dates("Ansökan inkom den 12 mars.", own)
    (before,) = find_dates("Ansökan inkom den 12 december.", own)
    (mute,) = find_dates("Föreningen, 12 mars.", own)
    assert here.confidence > before.confidence
    assert here.confidence > mute.confidence
