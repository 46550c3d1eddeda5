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
