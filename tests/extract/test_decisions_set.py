"""Proposals as they are set on the page: run-in headings, bodies' names as headings, lists that count anew."""

# ruff: noqa: E501
import pytest

from pipeline.extract.pipeline import find_facts
from pipeline.extract.rows import rows_of
from pipeline.memo.build import find_memos
from pipeline.read.page import Page
from tests.memo.typeset import Sheet

BODY = (
    "Förvaltningen har under våren gått igenom samtliga avtal och funnit att hälften av dem löper ut före årets slut. "
    "En ny upphandling behöver därför inledas, och kostnaden beräknas till 450 000 kronor."
)


def sheet_of(lines: list[str]) -> Sheet:
    """A memo to the kommunstyrelse. A line that begins with "# " is a bold heading, with "~ " one whose words before
    the three spaces are a heading that shares its line; others are wrapped, with a hanging indent below a mark."""
    sheet = Sheet()
    sheet.put(72, 60, "EKBY KOMMUN", 11, True).put(320, 60, "Tjänsteskrivelse")
    sheet.put(72, 75, "Kommunledningskontoret").put(320, 75, "2019-03-04")
    sheet.put(72, 90, "Handläggare: Karin Holm").put(320, 90, "Dnr KS 2019/12")
    sheet.put(72, 120, "Kommunstyrelsen")
    sheet.put(72, 160, "Skötsel av allmänna ytor i centrum", 14, True)
    y = 190.0
    for line in lines:
        if line.startswith("# "):
            sheet.put(72, y + 8, line[2:], 12, True)
            y += 26
        elif line.startswith("~ "):
            sheet.put(72, y + 8, line[2:])
            y += 24
        else:
            marked = line[:2] in ("1.", "2.", "3.", "4.", "– ", "• ", "a)", "b)")
            y = sheet.text(72, y, line, hang=14 if marked else 0)
    sheet.put(72, y + 14, "Bakgrund", 12, True)
    y = sheet.text(72, y + 30, BODY)
    sheet.put(72, y + 30, "Karin Holm").put(72, y + 44, "Kommunchef")
    return sheet


def points(page: Page) -> list[str]:
    (memo,) = find_memos([page])
    rows = rows_of(memo, find_facts(memo), "x", "x").decisions
    return [f"{r.body} | {r.text}" for r in rows if r.kind == "proposal"]


TWO = [
    "1. Reglementet antas och gäller från och med den 1 januari 2026.",
    "2. Johan Ceder (M) väljs till ny ledamot i nämnden.",
]
OWN = ["1. Stadsdirektören får i uppdrag att senast den 30 april redovisa arbetet.", "2. Redovisningen noteras."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kommunstyrelsens förslag till kommunfullmäktige", "Kommunstyrelsens eget beslut"),
        ("Kommunstyrelsens förslag till kommunfullmäktige", "Kommunstyrelsens egna beslut"),
        ("Kommunfullmäktige", "Kommunstyrelsen"),
        ("Förslag till beslut i kommunfullmäktige", "Förslag till beslut i kommunstyrelsen"),
        ("Kommunstyrelsen föreslår kommunfullmäktige", "Kommunstyrelsen beslutar för egen del"),
        ("Till kommunfullmäktige", "För egen del"),
        ("Beslut i kommunfullmäktige", "Beslut i kommunstyrelsen"),
        ("Förslag till kommunfullmäktige", "Egna beslut"),
        ("Kommunfullmäktiges beslut", "Kommunstyrelsens beslut"),
    ],
)
def test_headings_that_name_the_body(first: str, second: str) -> None:
    sheet = sheet_of(["# Förslag till beslut", f"# {first}", *TWO, f"# {second}", *OWN])
    want = [f"Kommunfullmäktige | {p[3:]}" for p in TWO] + [f"Kommunstyrelsen | {p[3:]}" for p in OWN]
    assert points(sheet.page()) == want


@pytest.mark.parametrize("heading", ["Socialnämnden", "Kommunstyrelsen"])
def test_a_body_that_heads_an_account_proposes_nothing(heading: str) -> None:
    account = "Nämnden har yttrat sig över planen och anser att den är väl genomarbetad."
    assert len(points(sheet_of(["# Förslag till beslut", *TWO, f"# {heading}", account]).page())) == 2


@pytest.mark.parametrize("scanned", [False, True])
def test_headings_that_share_their_line(scanned: bool) -> None:
    sheet = sheet_of(
        [
            "~ Bakgrund   Kommunstyrelsen uppdrog den 4 mars 2018 åt kontoret att se över avtalet om skötsel.",
            "~ Förslag till beslut   Kontoret föreslår att kommunstyrelsen beslutar",
            "– att säga upp avtalet med Lövsta Park AB till upphörande den 31 december,",
            "– att uppdra åt tekniska chefen att senast den 1 juni upphandla en ny entreprenad för kommunens alla parker",
            "och att kommunstyrelsen föreslår kommunfullmäktige besluta",
            "– att anslå 612 500 kr ur årets medel för investeringar.",
        ]
    )
    assert points(sheet.scanned() if scanned else sheet.page()) == [
        "Kommunstyrelsen | att säga upp avtalet med Lövsta Park AB till upphörande den 31 december",
        "Kommunstyrelsen | att uppdra åt tekniska chefen att senast den 1 juni upphandla en ny entreprenad för kommunens alla parker",
        "Kommunfullmäktige | att anslå 612 500 kr ur årets medel för investeringar.",
    ]


@pytest.mark.parametrize("scanned", [False, True])
def test_each_body_counts_its_points_anew(scanned: bool) -> None:
    sheet = sheet_of(
        [
            "# Förslag till beslut",
            "Socialnämnden beslutar",
            "1. Att hos kommunstyrelsen begära medel för lokalerna senast den 31 mars.",
            "Kommunstyrelsen föreslår kommunfullmäktige besluta",
            "1. Att fastställa investeringsplanen för åren 2020 till 2022 med en total ram om 272,5 miljoner kronor.",
            "2. Att bemyndiga kommunstyrelsen att omfördela högst 5 procent av ramen.",
            "Kommunstyrelsen beslutar för egen del",
            "1. Att notera informationen om etapp 1.",
        ]
    )
    assert points(sheet.scanned() if scanned else sheet.page()) == [
        "Socialnämnden | Att hos kommunstyrelsen begära medel för lokalerna senast den 31 mars.",
        "Kommunfullmäktige | Att fastställa investeringsplanen för åren 2020 till 2022 med en total ram om 272,5 miljoner kronor.",
        "Kommunfullmäktige | Att bemyndiga kommunstyrelsen att omfördela högst 5 procent av ramen.",
        "Kommunstyrelsen | Att notera informationen om etapp 1.",
    ]
