"""Tables whose columns stand close, and tables beside headings in the margin."""

import pytest

from pipeline.memo.build import find_memos
from tests.memo.typeset import Sheet, width

MORE = "Nämnden behandlade frågan i mars och uppdrog då åt förvaltningen att återkomma med ett förslag i ärendet. " * 3


def _begun(mono: bool = False) -> tuple[Sheet, float]:
    """A page with a title and a paragraph, and where it goes on."""
    sheet = Sheet(mono=mono)
    sheet.put(72, 60, "Taxa för hushållsavfall", 16, True)
    sheet.put(72, 90, "Bakgrund", 13, True)
    return sheet, sheet.text(72, 108, MORE, size=10) + 14


def _close_columns(mono: bool) -> Sheet:
    """A narrow table: its columns stand no further apart than words at a stop."""
    sheet, y = _begun(mono)
    label = 74 + max(
        width(t, 10, mono) for t in ("Villa, varje vecka", "Fritidshus, tio hämtningar", "Avdrag för kompost")
    )
    ends = [label + 48, label + 90]
    for name, cells in [
        ("Abonnemang", ("2003", "2004")),
        ("Villa, varje vecka", ("1 584", "1 742")),
        ("Fritidshus, tio hämtningar", ("510", "592")),
        ("Avdrag för kompost", ("-180", "-216")),
    ]:
        sheet.put(74, y, name, 10)
        for x, cell in zip(ends, cells, strict=True):
            sheet.put(x, y, cell, 10, right=True)
        y += 15
    sheet.text(74, y + 10, "Avgifterna räknas upp årligen med det index som gäller för verksamheten i fråga.", size=10)
    return sheet


@pytest.mark.parametrize("mono", [False, True])
def test_columns_of_numbers_that_stand_close(mono: bool) -> None:
    (memo,) = find_memos([_close_columns(mono).page()])
    (table,) = memo.tables
    found = {(c.label, c.column): memo.text[c.start : c.end] for c in table.cells if c.row}
    assert found["Villa, varje vecka", 1] == "1 584"
    assert found["Fritidshus, tio hämtningar", 2] == "592"
    assert found["Avdrag för kompost", 1] == "-180"


def test_headings_of_columns_that_stand_close_are_cut_between_them() -> None:
    sheet, top = _begun()
    for y, row in [
        (top, ((68, "Alternativ"), (258, "Kronor per skoldag"), (360, "Kronor för terminen"))),
        (top + 20, ((68, "Taxi enligt avtal med bolaget"), (333, "386"), (420, "20 458"))),
        (top + 40, ((68, "Skolkort hos trafikbolaget"), (338, "22"), (426, "1 166"))),
    ]:
        for x, text in row:
            sheet.put(x, y, text, 10)
    (memo,) = find_memos([sheet.page()])
    (table,) = memo.tables
    assert {c.header for c in table.cells if c.row and c.column} == {"Kronor per skoldag", "Kronor för terminen"}


def test_a_table_beside_side_headings_is_a_table() -> None:
    sheet = Sheet()
    sheet.put(57, 100, "Ekonomi", 11, bold=True)
    y = sheet.text(173, 100, "Kommunen köpte platser för 23,4 Mkr under det gångna läsåret. " * 3, size=11)
    for name, cells in [
        ("Program", ("2007", "2008")),
        ("Fordon", ("98 200", "103 900")),
        ("Omvårdnad", ("84 600", "87 100")),
    ]:
        sheet.put(178, y, name, 11)
        for x, cell in zip((400, 460), cells, strict=True):
            sheet.put(x, y, cell, 11, right=True)
        y += 15
    sheet.text(173, y + 5, "Tillägg för den som behöver stöd debiteras särskilt. " * 3, size=11)
    (memo,) = find_memos([sheet.page()])
    (table,) = memo.tables
    assert {memo.text[c.start : c.end] for c in table.cells if c.column and c.row} == {
        "98 200",
        "103 900",
        "84 600",
        "87 100",
    }


@pytest.mark.parametrize("dash", ["–", "-"])
@pytest.mark.parametrize("away", [34, 46])
def test_a_dash_in_a_table_is_a_cell_of_its_own(dash: str, away: float) -> None:
    sheet, y = _begun()
    ends = [260 + away * n for n in range(4)]
    for name, cells in [
        ("Utgift, mnkr", ("2022", "2023", "2024", "Totalt")),
        ("Mark och hus", ("0,3", dash, dash, "0,3")),
        ("Ledning", (dash, "3,5", "-1,5", "2,0")),
        ("Verk", (dash, "1,2", dash, "1,2")),
        ("Summa", ("0,3", "4,7", "-1,5", "3,5")),
    ]:
        sheet.put(74, y, name, 9)
        for x, cell in zip(ends, cells, strict=True):
            sheet.put(x, y, cell, 9, right=True)
        y += 15
    sheet.text(74, y + 10, "Avgifterna räknas upp årligen med det index som gäller för verksamheten i fråga.", size=10)
    (memo,) = find_memos([sheet.page()])
    (table,) = memo.tables
    found = {(c.label, c.column): memo.text[c.start : c.end] for c in table.cells if c.row}
    assert found["Mark och hus", 2] == found["Mark och hus", 3] == found["Ledning", 1] == found["Verk", 3] == dash
    assert (found["Ledning", 2], found["Ledning", 3], found["Verk", 2]) == ("3,5", "-1,5", "1,2")


@pytest.mark.parametrize("mark", ["–", "-", "•"])
def test_a_dash_before_a_list_s_number_is_its_mark(mark: str) -> None:
    sheet, y = _begun()
    for text in ("4 000 kronor till båtklubben för bryggan,", "2 500 kronor till skidklubben för spåret."):
        sheet.put(74, y, mark, 10)
        sheet.put(96, y, text, 10)
        y += 14
    sheet.text(74, y + 10, MORE, size=10)
    (memo,) = find_memos([sheet.page()])
    assert not memo.tables
    assert f"{mark} 4 000 kronor till båtklubben" in memo.text
