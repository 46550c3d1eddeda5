"""Lists beside each other below the signatures, each under its own heading; and timetables of two columns."""

import pytest

from pipeline.memo.memo import SectionKind
from tests.memo.test_layouts import body_of, both
from tests.memo.typeset import Sheet, width

LEFT = 72
LISTS = [
    (270, [("Beslutsunderlag", ["Tjänsteskrivelse 2026-03-10", "Karta"]), ("Beslutet skickas till", ["Ek Bygg AB"])]),
    (270, [("Bilagor", ["Karta"]), ("Sänds till", ["Ek Bygg AB", "Socialnämnden", "Hults kommun", "Akten"])]),
    (
        290,
        [("Beslutsunderlag", ["Ansökan", "Jämförelse av gällande och föreslagen lydelse"]), ("Delges", ["Hults IF"])],
    ),
    (
        290,
        [
            ("Bilagor", ["Karta", "Jämförelse av gällande och ny lydelse i taxan"]),
            ("Delges", ["Ek AB", "Lunds Bygg HB"]),
        ],
    ),
    (
        250,
        [
            ("Beslutsunderlag", ["Motion 2025-02-11", "Kalkyl"]),
            ("Expedieras till", ["Tekniska nämnden", "Motionärerna"]),
        ],
    ),
    (250, [("Sändlista", ["Ek Bygg AB", "Lunds Bygg HB"]), ("Bilagor", ["Karta", "Hyresavtal", "Skiss"])]),
    (300, [("Handlingar i ärendet", ["Karta", "Hyresavtal"]), ("För kännedom", ["Socialnämnden"])]),
    (240, [("Underlag för beslut", ["Karta"]), ("Beslutet ska skickas till", ["Socialnämnden", "Ekonomienheten"])]),
    (220, [("Beslutsunderlag", ["Karta"]), ("Bilagor", ["Taxa"]), ("Delges", ["Ek AB", "Akten"])]),
    (
        260,
        [("Bilaga", ["Avtalsutkast Stiftelsen Hults Led"]), ("Delges", ["Ida Holm", "Stiftelsen Hults Led", "Akten"])],
    ),
]


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize(("apart", "lists"), LISTS)
def test_lists_beside_each_other(apart: float, lists: list[tuple[str, list[str]]], names: bool) -> None:
    step = apart if len(lists) == 2 else 150
    sheet = Sheet()
    sheet.put(LEFT, 60, "Nytt avtal om städning", 16, True)
    y = body_of(sheet, 90) + 34
    if names:
        sheet.put(LEFT, y, "Eva Ek").put(LEFT + step, y, "Nils Lund")
        sheet.put(LEFT, y + 14, "Teknisk chef").put(LEFT + step, y + 14, "Ekonom")
        y += 46
    for n, (heading, entries) in enumerate(lists):
        sheet.put(LEFT + n * step, y, heading, bold=True)
        sheet.lines(LEFT + n * step, y + 15, entries)
    for memo in both(sheet):
        for heading, entries in lists:
            (section,) = [s for s in memo.sections if s.heading == heading]
            assert memo.text[section.body : section.end].strip() == "\n".join(entries)
        if names:
            (signed,) = memo.sections_of(SectionKind.SIGNATURES)
            assert "Eva Ek" in memo.text[signed.start : signed.end]
            assert "Nils Lund" in memo.text[signed.start : signed.end]


def test_names_below_the_lists_sign() -> None:
    sheet = Sheet()
    sheet.put(LEFT, 60, "Nytt avtal om städning", 16, True)
    y = body_of(sheet, 90) + 34
    sheet.put(LEFT, y, "Bilagor").put(300, y, "Sänds till")
    sheet.put(LEFT, y + 15, "Karta").put(300, y + 15, "Ek Bygg AB")
    sheet.put(LEFT, y + 60, "Eva Ek").put(300, y + 60, "Nils Lund")
    sheet.put(LEFT, y + 74, "Teknisk chef").put(300, y + 74, "Ekonom")
    for memo in both(sheet):
        (recipients,) = memo.sections_of(SectionKind.RECIPIENTS)
        assert memo.text[recipients.body : recipients.end].strip() == "Ek Bygg AB"


TIMETABLES = [
    [("När", "Vad"), ("2026-03-24", "Beslut i nämnden"), ("Vecka 50 2026", "Mätning"), ("Våren 2028", "Utvärdering")],
    [("Tid", "Aktivitet"), ("15 oktober 2026", "Mätdag"), ("november 2026", "Samråd"), ("2027-01-01", "Taxan gäller")],
    [
        ("Aktivitet", "Tidpunkt"),
        ("Samråd", "mars–april 2027"),
        ("Granskning", "hösten 2027"),
        ("Antagande", "juli 2028"),
    ],
    [
        ("Datum", "Möte"),
        ("3 maj 2026", "Arbetsutskottet"),
        ("17 maj 2026", "Kommunstyrelsen"),
        ("7 juni 2026", "Fullmäktige"),
    ],
]


@pytest.mark.parametrize("rows", TIMETABLES)
def test_a_timetable_is_a_table(rows: list[tuple[str, str]]) -> None:
    sheet = Sheet()
    sheet.put(LEFT, 60, "Nytt avtal om städning", 16, True)
    y = body_of(sheet, 90) + 20
    for left, right in rows:
        sheet.put(LEFT, y, left).put(250, y, right)
        y += 16
    for memo in both(sheet):
        assert all("\t".join(row) in memo.text for row in rows[1:])


@pytest.mark.parametrize("heads", [("Beslutsunderlag", "Bilaga"), ("Handlingar i ärendet", "Bilagor")])
def test_a_tables_heads_are_no_lists(heads: tuple[str, str]) -> None:
    sheet = Sheet()
    sheet.put(LEFT, 60, "Nytt avtal om städning", 16, True)
    y = body_of(sheet, 90) + 20
    for left, right in (heads, ("Karta", "1"), ("Avtal", "2"), ("Kalkyl", "3")):
        sheet.put(LEFT, y, left).put(300, y, right)
        y += 16
    for memo in both(sheet):
        assert "Karta\t1" in memo.text


def test_two_columns_of_words_are_no_timetable() -> None:
    rows = [("Hults IF", "Ek AB"), ("Lunds Bygg HB", "Socialnämnden"), ("Akten", "Hults kommun")]
    sheet = Sheet()
    sheet.put(LEFT, 60, "Nytt avtal om städning", 16, True)
    y = body_of(sheet, 90) + 20
    for left, right in rows:
        sheet.put(LEFT, y, left).put(250, y, right)
        y += 16
    assert width(rows[0][0], 11) < 150
    for memo in both(sheet):
        assert "\t" not in memo.text
