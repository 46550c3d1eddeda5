"""Below the signatures: headings in a column of their own, each beside the first entry of its list."""

import pytest

from pipeline.memo.memo import SectionKind
from tests.memo.test_layouts import body_of, both
from tests.memo.typeset import Sheet, of

LEFT, RIGHT = 72, 220
LISTS = [
    [("Bilagor", ["Karta", "Hyresavtal"]), ("Sänds till", ["Ek Bygg AB", "Socialnämnden", "Akten"])],
    [("Bilaga", ["Karta"]), ("Expedieras till", ["Ek Bygg AB", "Socialnämnden"])],
    [("Sändlista", ["Ek Bygg AB", "Lunds Bygg HB"])],
    [("Delges", ["Ek Bygg AB"])],
    [("Beslutsunderlag", ["Tjänsteskrivelse", "Karta"]), ("Delges", ["Socialnämnden", "Akten"])],
    [("Bifogas", ["Anbudssammanställning", "Protokoll"]), ("Protokollsutdrag till", ["Socialnämnden"])],
    [("För expediering", ["Ek Bygg AB", "Socialnämnden"])],
    [("Handlingar i ärendet", ["Karta", "Hyresavtal"])],
    [("Beslutet skickas till", ["Ek Bygg AB", "Socialnämnden", "Hults kommun"])],
    [("Bilagor", ["Karta"]), ("Beslutsunderlag", ["Hyresavtal"]), ("Delges", ["Ek Bygg AB"])],
]


@pytest.mark.parametrize("lists", LISTS)
def test_headings_beside_their_lists(lists: list[tuple[str, list[str]]]) -> None:
    sheet = Sheet()
    sheet.put(LEFT, 60, "Nytt avtal om städning", 16, True)
    y = body_of(sheet, 90) + 20
    sheet.put(LEFT, y, "TEKNISKA KONTORET")
    sheet.put(LEFT, y + 34, "Eva Ek").put(RIGHT, y + 34, "Nils Lund")
    sheet.put(LEFT, y + 48, "Teknisk chef").put(RIGHT, y + 48, "Ekonom")
    y += 76
    for heading, entries in lists:
        sheet.put(LEFT, y, heading)
        y = sheet.lines(RIGHT, y, entries) + 3
    for memo in both(sheet):
        for heading, entries in lists:
            (section,) = [s for s in memo.sections if s.heading == heading]
            assert memo.text[section.body : section.end].strip() == "\n".join(entries)
        (names,) = memo.sections_of(SectionKind.SIGNATURES)
        assert "Eva Ek" in memo.text[names.start : names.end]
        assert "Nils Lund" in memo.text[names.start : names.end]


@pytest.mark.parametrize(
    "rows",
    [
        [("Underlag", "Belopp"), ("Karta", "12 000"), ("Avtal", "8 000")],
        [("Bilaga", "Sidor"), ("Karta", "12"), ("Avtal", "8")],
        [("Bilaga", "Antal"), ("Karta", "2"), ("Avtal", "3")],
    ],
)
def test_a_table_s_heading_is_none(rows: list[tuple[str, str]]) -> None:
    sheet = Sheet()
    sheet.put(LEFT, 60, "Nytt avtal om städning", 16, True)
    y = body_of(sheet, 90) + 20
    for left, right in rows:
        sheet.put(LEFT, y, left).put(RIGHT, y, right)
        y += 14
    for memo in both(sheet):
        assert not of(memo, SectionKind.RECIPIENTS)
        assert "\t".join(rows[1]) in memo.text
