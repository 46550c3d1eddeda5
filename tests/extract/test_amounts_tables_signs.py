"""What the sums of a table are for where signs, headings without a corner or a list of works tell it."""

import pytest

from tests.extract.amounts_memo import amounts_in, memo_of

CASES: list[tuple[str, str, str, list[list[str]], str]] = [
    # title, heading, line above, rows, roles
    (
        "Försörjningsstöd",
        "Ekonomi",
        "Utfall och budget framgår nedan (mnkr).",
        [
            ["", "2007", "2008", "Budget 2009"],
            ["Försörjningsstöd", "43,8", "49,6", "47,0"],
            ["Övrigt bistånd", "6,1", "6,8", "6,5"],
            ["Återkrav", "-1,7", "-1,9", "-1,8"],
            ["Nettokostnad", "48,2", "54,5", "51,7"],
        ],
        "cost cost budget cost cost budget revenue revenue budget cost cost budget",
    ),
    (
        "Förlängning av avtal om drift",
        "Ekonomiska konsekvenser",
        "Av tabellen framgår kostnaderna i tkr.",
        [
            ["Tkr", "2012", "Prognos 2013"],
            ["Ersättning till entreprenören", "37 210", "38 045"],
            ["Hyra", "9 480", "9 620"],
            ["Avgifter från boende", "−5 115", "−5 240"],
            ["Netto", "41 575", "42 425"],
        ],
        "cost cost cost cost revenue revenue cost cost",
    ),
    (
        "Ny idrottshall",
        "Driftkostnader",
        "Tabellen visar hallens driftkostnader och intäkter per år i tkr.",
        [
            ["Post", "Belopp"],
            ["Kapitalkostnad", "3 120"],
            ["El och värme", "640"],
            ["Intäkter från uthyrning", "-280"],
            ["Netto", "3 480"],
        ],
        "cost cost revenue cost",
    ),
    (
        "Simhall",
        "Driftkalkyl",
        "Driftkalkyl per år (tkr)",
        [
            ["", "2024", "2025"],
            ["Personal", "4 100", "4 250"],
            ["Energi", "1 900", "2 010"],
            ["Statsbidrag", "-310", "-320"],
            ["Netto", "5 690", "5 940"],
        ],
        "cost cost cost cost grant grant cost cost",
    ),
    (
        "Ny förskola",
        "",
        "Kalkyl, tkr",
        [
            ["Post", "Belopp"],
            ["Entreprenad", "32 400"],
            ["Anslutningsavgifter va och el", "640"],
            ["Bygglovsavgift", "95"],
            ["Byggherrekostnader", "2 100"],
            ["Oförutsett", "1 500"],
            ["Statsbidrag", "-1 200"],
            ["Netto", "35 535"],
        ],
        "cost cost cost cost cost grant cost",
    ),
    (
        "Förvärv av mark",
        "Ekonomi",
        "",
        [
            ["Förvärvskostnad", "Kronor"],
            ["Stämpelskatt och lantmäteriförrättning", "330 000"],
            ["Rivning av ekonomibyggnader", "440 000"],
            ["Sanering", "210 000"],
        ],
        "cost cost cost",
    ),
    (
        "Budget 2021",
        "Förslag",
        "Driftbudget, tkr",
        [
            ["Nämnd", "Budget 2020", "Förslag 2021", "Förändring"],
            ["Socialnämnden", "212 000", "218 400", "6 400"],
            ["Kulturnämnden", "31 000", "30 500", "-500"],
        ],
        "budget budget budget budget budget budget",
    ),
    (
        "Resursfördelningsmodell för förskola och skola",
        "Förslag till nya grundbelopp",
        "Grundbelopp i kronor per barn och år",
        [
            ["Verksamhet", "2026", "Förslag 2027", "Förändring i %"],
            ["Förskola", "162 400", "165 900", "2,2"],
            ["Fritidshem", "34 150", "33 600", "-1,6"],
        ],
        "budget budget other budget budget other",
    ),
    (
        "Bidrag till fristående förskolor 2024",
        "Bidragsbelopp",
        "Bidragsbelopp per barn och år, kronor",
        [["", "Heltid", "Deltid"], ["1–2 år", "148 300", "118 700"], ["3–5 år", "121 500", "97 200"]],
        "grant grant grant grant",
    ),
    (
        "Borgensramar 2025",
        "Förslag",
        "Mnkr",
        [
            ["Bolag", "Nuvarande borgensram", "Ny borgensram", "Utnyttjat"],
            ["Ekby Bostäder AB", "450", "520", "431"],
            ["Ekby Energi AB", "300", "300", "212"],
        ],
        "guarantee guarantee guarantee guarantee guarantee guarantee",
    ),
    (
        "Elevresultat",
        "Resultat",
        "Resultaten blev följande, i procent av årskullen:",
        [["Skola", "2019", "2020"], ["Näs", "88,1", "89,2"], ["Ås", "76,4", "77,0"]],
        "share share share share",
    ),
    (
        "VA-taxa",
        "Förslag",
        "",
        [
            ["Avgift", "2009, kr", "2010, kr", "Ändring, %"],
            ["Fast avgift per år", "1 850", "2 000", "8,1"],
            ["Förbrukning per m3", "18,40", "19,90", "8,2"],
        ],
        "fee fee other fee fee other",
    ),
    (
        "Föreningens ekonomi",
        "Ekonomi",
        "Föreningens resultat, kronor",
        [
            ["", "2017", "2018"],
            ["Medlemsavgifter", "84 000", "86 500"],
            ["Hyra", "-42 000", "-43 400"],
            ["Övriga kostnader", "-35 000", "-40 100"],
            ["Resultat", "7 000", "3 000"],
        ],
        "revenue revenue cost cost cost cost other other",
    ),
    (
        "Markanvisning",
        "Ekonomi",
        "Kalkyl, tkr",
        [
            ["Intäkter och utgifter", "Belopp"],
            ["Försäljning av mark", "8 400"],
            ["Gatukostnader", "-3 100"],
            ["VA", "-900"],
            ["Lantmäteri", "-120"],
            ["Netto", "4 280"],
        ],
        "revenue cost cost cost other",
    ),
    # the signs are the other way round, or nothing is a cost
    (
        "Ändrade statsbidrag",
        "Ekonomiska konsekvenser",
        "Belopp i tkr",
        [
            ["", "2002", "2003"],
            ["Minskade avgiftsintäkter", "-14 900", "-15 200"],
            ["Statsbidrag maxtaxa", "12 100", "12 100"],
            ["Statsbidrag kvalitet", "2 750", "2 750"],
            ["Netto", "-50", "-350"],
        ],
        "revenue revenue grant grant grant grant other other",
    ),
    (
        "Taxa för renhållning",
        "Förslag",
        "Avgifter per år, kronor:",
        [
            ["Abonnemang", "2003", "2004"],
            ["Varje vecka", "1 640", "1 700"],
            ["Varannan vecka", "1 020", "1 060"],
            ["Avdrag, hemkompostering", "–180", "–216"],
        ],
        "fee fee fee fee fee fee",
    ),
    (
        "Upphandling av skola",
        "Utvärdering",
        "Anbuden framgår av tabellen (kr).",
        [
            ["Anbudsgivare", "Anbudssumma", "Kvalitetsavdrag", "Utvärderat pris"],
            ["Bygg AB", "38 450 000", "1 700 000", "36 750 000"],
            ["Hus AB", "37 980 000", "850 000", "37 130 000"],
        ],
        "price price price price price price",
    ),
]


@pytest.mark.parametrize(("title", "heading", "before", "rows", "roles"), CASES, ids=[c[0] for c in CASES])
def test_roles(title: str, heading: str, before: str, rows: list[list[str]], roles: str) -> None:
    memo = memo_of(*([before] if before else []), rows, heading=heading)
    assert [a.role for a in amounts_in(memo, title=title)] == roles.split()


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        (["2006", "2007", "Budget 2008"], {1: "2006", 2: "2007", 3: "Budget 2008"}),
        (["Bokslut 2019", "Budget 2020", "Budget 2021"], {1: "Bokslut 2019", 2: "Budget 2020", 3: "Budget 2021"}),
        (["Verksamhet", "2006", "2007", "Budget"], {1: "2006", 2: "2007", 3: "Budget"}),
        (["412", "430", "455"], {}),
        (["2006", "2007"], {}),
    ],
)
def test_a_row_of_headings_that_stands_apart(heads: list[str], columns: dict[int, str]) -> None:
    from pipeline.extract.amounts_table_heads import lost_heads

    rows = [["Stöd", "41,2", "43,8", "49,6"], ["Bistånd", "5,9", "6,1", "6,8"]]
    memo = memo_of(rows)
    cells = tuple(
        cell.__class__(c.start, c.end, c.row, c.column, "", c.label) for c in memo.tables[0].cells for cell in [c]
    )
    grid = memo.tables[0].__class__(memo.tables[0].start, memo.tables[0].end, "", cells)
    assert lost_heads(memo, grid, ("", "\t".join(heads)), ()) == columns
