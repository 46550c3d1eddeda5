"""Months without a year in memos that give an account of the year before: a table of titles and sentences."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.forms.dates import find_dates
from pipeline.forms.dates_account import account_year

LINES = (Path(__file__).parent / "dates_accounts.txt").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(part.strip() for part in line.split("|")) for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("own", "title", "sentence", "months"), ROWS)
def test_month(own: str, title: str, sentence: str, months: str) -> None:
    found = find_dates(sentence, date.fromisoformat(own), None, account_year(title))
    assert [match.date_from.strftime("%Y-%m") for match in found] == months.split()


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Årsredovisning 2020", 2020),
        ("Delårsrapport per 2021-08-31", 2021),
        ("Uppföljning av internkontrollplan 2019", 2019),
        ("Utfall 2018 för hemtjänsten", 2018),
        ("Bokslut 2021 och budget 2022", None),
        ("Budget 2022", None),
        ("Uppföljning av motion om lekplatser", None),
        ("Årsredovisning", None),
        ("Bokslut dnr 14/2020", None),
        ("", None),
    ],
)
def test_year_of_a_title(title: str, year: int | None) -> None:
    assert account_year(title) == year


def test_such_a_month_is_less_sure() -> None:
    own = date(2021, 3, 15)
    (told,) = find_dates("I januari gjordes en omorganisation.", own, None, 2020)
    (plain,) = find_dates("I januari gjordes en omorganisation.", own)
    assert told.confidence < plain.confidence
    assert told.inferred
