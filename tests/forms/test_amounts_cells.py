"""Numbers in a table's cell, and the unit that a heading names."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.amounts import parse_number, unit_of
from pipeline.forms.amounts_numbers import WORDS, value_in_words

CELLS = {
    "1 055": "1055", "1\u00a0055": "1055", "−100": "-100", "–1 115": "-1115", "-280": "-280", "84.200": "84200",
    "1.250.000": "1250000", "12,5": "12.5", "0,25": "0.25", "(250)": "-250", "0": "0", "7": "7", "355": "355",
    "+5": "5", "- 100": "-100", "2 500:-": "2500", "1 115-": "-1115", "1055*": "1055", "1 234 567,89": "1234567.89",
    "2023": "2023", "18:50": "18.50", " 450 ": "450", "0.250": "0.250", "12.5": "12.5", "1 000¹": "1000",
    "-": None, "–": None, "": None, "=35": None, "18 420 17 305": None, "1 05": None, "l 055": None, "1O5": None,
    "007": None, "12:45:10": None, "2004-2006": None, "802440-7781": None, "3:14": None, "12 st": None, "5 kr": None,
    "25 %": None, "x": None, "1 2 3": None, "(250": None, "--5": None, "1..5": None, "2004-": None, "1,2,3": None,
}  # fmt: skip


@pytest.mark.parametrize(("cell", "value"), CELLS.items())
def test_cell(cell: str, value: str | None) -> None:
    assert parse_number(cell) == (None if value is None else Decimal(value))


@given(st.integers(-(10**11), 10**11), st.sampled_from([" ", "\u00a0", "."]))
def test_grouped_integers_come_back(number: int, space: str) -> None:
    assert parse_number(f"{number:,}".replace(",", space)) == number


@given(st.text(alphabet="0123456789 .,:-–−()*+¹", max_size=40))
def test_no_cell_makes_it_raise(text: str) -> None:
    value = parse_number(text)
    assert value is None or value.is_finite()


HEADINGS = {
    "Belopp, tkr": ("tkr", 1, None), "(tusen euro)": ("EUR", 1000, None), "allt i tkr": ("tkr", 1, None),
    "kr/mån": ("kr", 1, "månad"), "mnkr": ("mnkr", 1, None), "Kostnad (kr)": ("kr", 1, None), "%": ("procent", 1, None),
    "Mkr": ("mnkr", 1, None), "Tkr": ("tkr", 1, None), "belopp i miljoner kronor": ("mnkr", 1, None),
    "kkr": ("tkr", 1, None), "Msek": ("mnkr", 1, None), "SEK": ("kr", 1, None), "Belopp i 1 000 kr": ("tkr", 1, None),
    "1000-tal kronor": ("tkr", 1, None), "tusental kronor": ("tkr", 1, None), "Belopp i tusental": ("tkr", 1, None),
    "Belopp i miljoner": ("mnkr", 1, None), "Avgift, kr per månad": ("kr", 1, "månad"),
    "öre/kWh": ("kr", "0.01", "kWh"),
    "kr/m²": ("kr", 1, "m2"), "Andel (%)": ("procent", 1, None), "Andel i procent": ("procent", 1, None),
    "Budget 2024 (tkr)": ("tkr", 1, None), "Utfall, mnkr": ("mnkr", 1, None), "Kronor": ("kr", 1, None),
    "Procentenheter": ("procentenheter", 1, None), "Tabell 1. Förslag till årsstöd (tkr)": ("tkr", 1, None),
    "Tabellen visar kostnaden 2004 och skillnaden, allt i tkr. Minustecken betyder lägre": ("tkr", 1, None),
    "Finansiär (tusen euro)": ("EUR", 1000, None), "Kostnad i miljoner kronor": ("mnkr", 1, None),
    "Antal": None, "Krav": None, "Kostnad 500 kr": None, "År": None, "": None, "Kronofogden": None, "Sökt": None,
    "Kostnaden är 5 mnkr": None, "Elever": None, "Miljoner invånare": None,
}  # fmt: skip


@pytest.mark.parametrize(("heading", "meaning"), HEADINGS.items())
def test_unit_of_heading(heading: str, meaning: tuple[str, int | str, str | None] | None) -> None:
    scale = unit_of(heading)
    if meaning is None:
        assert scale is None
    else:
        assert scale is not None
        assert (scale.unit, scale.factor, scale.per) == (meaning[0], Decimal(meaning[1]), meaning[2])


@given(st.text(max_size=200))
def test_no_heading_makes_it_raise(text: str) -> None:
    scale = unit_of(text)
    assert scale is None or scale.factor > 0


WORDED = {
    "en": 1, "tio": 10, "tjugofem": 25, "hundra": 100, "etthundra": 100, "tvåhundrafemtio": 250, "ettusen": 1000,
    "femtontusen": 15000, "trehundratusen": 300000, "två hundra": 200, "niohundranittionio": 999, "fem två": None,
    "tio tio": None, "tusen": 1000, "tusen tusen": None, "hundra hundra": None, "femtonhundra": 1500,
    "tretusenfemhundra": 3500,
}  # fmt: skip


@pytest.mark.parametrize(("words", "value"), WORDED.items())
def test_number_in_words(words: str, value: int | None) -> None:
    match = WORDS.fullmatch(words)
    assert (value_in_words(words) if match else None) == value
