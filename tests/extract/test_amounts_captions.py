"""Scanned tables whose lines were not told apart."""

from dataclasses import replace

import pytest

from pipeline.read.page import ReadAs
from tests.extract.amounts_memo import amounts_in, memo_of

Rows = list[list[str]]


def _read(caption: str, rows: Rows, as_read: ReadAs = ReadAs.OCR) -> list[str]:
    memo = replace(memo_of(caption, rows), read_as=frozenset({as_read}))
    return [f"{fact.value.normalize():f} {fact.unit}" for fact in amounts_in(memo)]


HEADS = ["Verksamhet", "Budget 2016", "Prognos 2016"]
BODY = [["Nämnd", "14,2", "13,9"], ["Äldreomsorg", "168,5", "172,1"]]
SUMS = ["14.2", "13.9", "168.5", "172.1"]


@pytest.mark.parametrize(
    ("first", "unit"),
    [
        (["Tabell 1. Resultat och prognos", "(mnkr)", ""], "mnkr"),
        (["- Tabell 2. Resultat (mnkr)", "", ""], "mnkr"),
        (["Tabell 12: Utfall i tkr", "", ""], "tkr"),
        (["Tabell 3 Utfall,", "miljoner kronor", ""], "mnkr"),
        (["Tabell 1. Antal platser", "", ""], ""),  # names no unit
        (["Enligt Tabell1", "", ""], ""),
        (["Stapel 1", "", ""], ""),
    ],
)
def test_a_caption_that_was_taken_for_headings_names_the_unit(first: list[str], unit: str) -> None:
    expected = [f"{value} {unit}" for value in SUMS] if unit else []
    assert _read("Telefon", [first, HEADS, *BODY]) == expected


def test_a_caption_over_numbers_stays_a_heading() -> None:
    rows = [["Tabell 1. Bidrag (tkr)", "Belopp"], ["Larv", "250"], ["Önum", "310"]]
    assert _read("Telefon", rows) == ["250 tkr", "310 tkr"]


@pytest.mark.parametrize(
    ("above", "below", "sums"),
    [
        ("Lägenhetsavgift,", "kr/lgh", ["840 kr", "890 kr"]),
        ("Avgift för gata,", "öre/m²", ["8.4 kr", "8.9 kr"]),
        ("Fast avgift,", "kr per år", ["840 kr", "890 kr"]),
        ("Fast avgift,", "tkr/år", ["840 tkr", "890 tkr"]),
        ("Antal abonnenter", "Fagersta", []),
        ("Antal abonnenter", "i Fagersta kommun, där avgiften är i kr/år", []),
    ],
)
def test_a_rows_name_over_and_under_its_numbers(above: str, below: str, sums: list[str]) -> None:
    rows = [["", "2012", "2013"], [above, "", ""], ["", "840", "890"], [below, "", ""]]
    assert _read("Föreslagna avgifter", rows) == sums


NAMES = ["Villa, 190 l, varje vecka — 1 584", "Villa, stor 1 584", "Villa (hel) .. 1 584"]
NO_NAMES = ["Villa 190 1 584", "kvarteret Kvarnen 1 584", "Villa, 1 584 st", "Villa 15 840 000", "Tabell 1 584"]


@pytest.mark.parametrize(("name", "drawn"), [*((n, True) for n in NAMES), *((n, False) for n in NO_NAMES)])
def test_a_number_that_was_drawn_into_its_rows_name(name: str, drawn: bool) -> None:
    rows = [["Abonnemang", "2003", "2004"], [name, "", "1 742"], ["Halv", "1 020", "1 112"], ["Stor", "1 875", "2 060"]]
    found = _read("Avgifter per år, kronor:", rows)
    assert ("1584 kr" in found, len(found)) == (drawn, 6 if drawn else 5)


def test_printed_tables_stay() -> None:
    rows = [
        ["Abonnemang", "2003", "2004"],
        [NAMES[0], "", "1 742"],
        ["Halv", "1 020", "1 112"],
        ["Stor", "1 875", "1 9"],
    ]
    assert "1584 kr" not in _read("Avgifter per år, kronor:", rows, ReadAs.DIGITAL)
