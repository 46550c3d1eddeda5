"""What the sums of whole tables are for where the rows name payers, members or pupils rather than kinds of sums."""

from dataclasses import replace

import pytest

from pipeline.extract.amounts_roles import Hint
from pipeline.extract.amounts_savings import of_savings
from pipeline.extract.amounts_table_payers import named_sources, of_compensation, of_financing, of_members
from pipeline.memo.memo import BlockKind
from tests.extract.amounts_memo import amounts_in, memo_of

# title, heading, the line before, rows (headings first), roles of the sums in order ("cost*4": four costs)
TABLES: list[tuple[str, str, str, list[list[str]], str]] = [
    (
        "Investeringsbudget 2026",
        "Ekonomi",
        "Projektet finansieras enligt följande (tkr):",
        [
            ["Finansiär", "2026", "2027"],
            ["Kommunen", "500", "700"],
            ["Boverket", "300", "200"],
            ["Egen insats", "100", "100"],
            ["Summa", "900", "1 000"],
        ],
        "budget*8",
    ),
    (
        "Ansökan om bidrag",
        "Kostnad och finansiering",
        "Kostnaderna finansieras på följande sätt:",
        [["Finansiär", "Kronor"], ["Länsstyrelsen", "400 000"], ["Föreningen", "250 000"], ["Kommunen", "150 000"]],
        "budget*3",
    ),
    (
        "Ombyggnad av Kyrkskolan",
        "Ekonomi",
        "Utgifterna fördelar sig så här (mnkr):",
        [
            ["Del", "2024", "2025"],
            ["Byggnad", "12,5", "8,0"],
            ["Reserv", "1,5", "1,0"],
            ["Byggherrekostnad", "2,0", "1,0"],
            ["Summa", "16,0", "10,0"],
        ],
        "cost*8",
    ),
    (
        "Interkommunal ersättning 2024",
        "Prislista",
        "Tabell 1. Interkommunal ersättning, kronor per elev och år",
        [
            ["Program", "2023", "2024"],
            ["Barn- och fritid", "98 000", "101 500"],
            ["Elprogrammet", "112 300", "115 900"],
        ],
        "price*4",
    ),
    (
        "Ersättning till fristående förskolor 2015",
        "Bidragsbelopp",
        "Grundbelopp 2015, kronor per barn och år",
        [
            ["Ålder", "Kommunens egen regi", "Fristående"],
            ["1–3 år", "118 200", "125 292"],
            ["4–5 år", "92 400", "97 944"],
        ],
        "grant*4",
    ),
    (
        "Taxa för barnomsorg 1998",
        "AVGIFTER",
        "Avgift i kronor per månad",
        [["Inkomstklass", "Barn 1", "Barn 2"], ["Inkomstklass 1", "590", "390"], ["Inkomstklass 2", "780", "480"]],
        "fee*4",
    ),
    (
        "Budget 2014",
        "Medlemsbidrag",
        "Tabell 1",
        [
            ["Tkr", "2013", "2014"],
            ["Avesta kommun", "23 920", "24 840"],
            ["Säters kommun", "10 660", "11 070"],
            ["Summa", "34 580", "35 910"],
        ],
        "revenue*6",
    ),
    (
        "Utökad ram för projektet",
        "Bedömning",
        "Nedan jämförs den beslutade ramen med den nya kalkylen.",
        [
            ["Mnkr", "Beslutad ram", "Ny kalkyl", "Skillnad"],
            ["Projektering", "2,0", "2,4", "0,4"],
            ["Byggnad", "20,0", "26,4", "6,4"],
            ["Summa", "22,0", "28,8", "6,8"],
        ],
        "budget cost cost budget cost cost budget cost cost",
    ),
    (
        "Delårsrapport augusti 2012",
        "Ekonomi",
        "Utfall och prognos (tkr)",
        [
            ["Verksamhet", "Budget", "Prognos", "Avvikelse"],
            ["Förskola", "10 000", "10 500", "-500"],
            ["Skola", "20 000", "19 800", "200"],
        ],
        "budget cost other budget cost other",
    ),
    (
        "Delårsrapport augusti 2012",
        "Ekonomi",
        "Resultaträkning, tkr",
        [
            ["Post", "Utfall", "Budget", "Avvikelse"],
            ["Intäkter", "5 000", "4 800", "200"],
            ["Personalkostnader", "-10 500", "-10 000", "-500"],
            ["Resultat", "-5 500", "-5 200", "-300"],
        ],
        "revenue budget other cost budget other other budget other",
    ),
    (
        "Sjukresor",
        "Jämförelse",
        "Tabellen visar avgifter och ersättningar",
        [
            ["Region", "Egenavgift, kr", "Milersättning, kr/mil"],
            ["Region Norrbotten", "100", "18,00"],
            ["Region Skåne", "120", "19,50"],
        ],
        "fee grant fee grant",
    ),
    (
        "Hyresavtal för förskola",
        "Ekonomi",
        "Kostnaden per år (tkr)",
        [
            ["Post", "2024", "2025"],
            ["Hyra", "1 200", "2 400"],
            ["Lokalvård", "150", "300"],
            ["Internränta", "20", "40"],
            ["Totalt", "1 370", "2 740"],
        ],
        "cost*8",
    ),
    (
        "Upphandling av skolskjuts",
        "Utvärdering",
        "Inkomna anbud",
        [
            ["Anbudsgivare", "Anbudssumma, kr", "Rang"],
            ["Nilssons Buss AB", "1 250 000", "1"],
            ["Taxi Väst", "1 310 000", "2"],
        ],
        "price*2",
    ),
    (
        "Upphandling av städ",
        "Utvärdering",
        "Anbuden utvärderas enligt tabellen.",
        [
            ["Leverantör", "Pris per månad (kr)", "Kvalitetspoäng", "Jämförelsepris (kr)"],
            ["Rent AB", "42 000", "8", "40 500"],
            ["Städbolaget", "45 500", "9", "41 000"],
        ],
        "price*4",
    ),
    (
        "Försäljning av tomter i Norra Backa",
        "Priser",
        "Tomtpriser",
        [["Tomt", "Areal, m²", "Pris, kr"], ["Backa 1:4", "900", "450 000"], ["Backa 1:5", "1 050", "520 000"]],
        "price*2",
    ),
    (
        "Årsredovisning för Stiftelsen",
        "Ekonomi",
        "Stiftelsens ekonomi i sammandrag (kr)",
        [
            ["Post", "2011", "2012"],
            ["Eget kapital", "1 250 000", "1 310 000"],
            ["Intäkter", "85 000", "92 000"],
            ["Utdelade stipendier", "60 000", "65 000"],
            ["Årets resultat", "25 000", "27 000"],
        ],
        "other other revenue revenue grant grant other other",
    ),
    (
        "Budget i balans",
        "Åtgärder",
        "Förslag till åtgärder (tkr)",
        [
            ["Åtgärd", "2021", "Helår"],
            ["Minskad bemanning", "1 200", "2 400"],
            ["Vakanshållning", "500", "500"],
            ["Summa", "1 700", "2 900"],
        ],
        "other*6",
    ),
    (
        "Arvodesbestämmelser 2019–2022",
        "Arvoden",
        "Förslag till årsarvoden, kronor",
        [["Uppdrag", "Nu", "Förslag"], ["Ordförande", "85 000", "92 000"], ["Vice ordförande", "42 500", "46 000"]],
        "cost*4",
    ),
    (
        "Statsbidrag för maxtaxa",
        "Ekonomi",
        "Statsbidrag 2002–2003, tkr",
        [["Bidrag", "2002", "2003"], ["Maxtaxa", "4 200", "4 300"], ["Kvalitetssäkring", "900", "900"]],
        "grant*4",
    ),
    (
        "Försörjningsstöd",
        "Utveckling",
        "Utbetalt försörjningsstöd, mnkr",
        [["År", "2018", "2019"], ["Jan–aug", "31,2", "33,9"], ["Helår", "47,0", "51,2"]],
        "cost*4",
    ),
    (
        "Resultat för VA",
        "VA",
        "VA-verksamhetens ekonomi 2008 (tkr)",
        [
            ["", "Budget", "Utfall"],
            ["Brukningsavgifter", "21 000", "20 700"],
            ["Anläggningsavgifter", "500", "900"],
            ["Driftkostnader", "-16 000", "-16 400"],
            ["Kapitalkostnader", "-5 500", "-5 400"],
        ],
        "budget revenue budget revenue budget cost budget cost",
    ),
    (
        "Låneskuld",
        "Finansrapport",
        "Låneportföljens förfallostruktur (mnkr)",
        [["År", "Belopp", "Andel, %"], ["2024", "150", "30"], ["2025", "350", "70"]],
        "other share other share",
    ),
]


@pytest.mark.parametrize(("title", "heading", "before", "rows", "roles"), TABLES)
def test_roles(title: str, heading: str, before: str, rows: list[list[str]], roles: str) -> None:
    name, _, times = roles.partition("*")
    expected = [name] * int(times) if times else roles.split()
    assert [f.role for f in amounts_in(memo_of(before, rows, heading=heading), title=title)] == expected


@pytest.mark.parametrize(
    ("line", "rows", "expected"),
    [
        (
            "mnkr Budget 2020 Utfall jan-aug Prognos 2020 Avvikelse",
            [["Taxi", "61,0", "33,4", "52,5", "8,5"], ["Egen bil", "4,8", "2,6", "3,9", "0,9"]],
            ["budget", "cost", "cost", "other"] * 2,
        ),
        (
            "Nämnd (tkr) Eoeen eae oe Avvikelse",
            [["Skola", "812 400", "548 310", "818 900", "-6 500"], ["Bad", "50 000", "30 100", "49 000", "1 000"]],
            ["budget", "cost", "cost", "other"] * 2,
        ),
        (
            "tkr Bdgt Utfll Avvikelse",
            [["Skola", "8 400", "8 310", "90"], ["Bad", "5 000", "5 100", "-100"]],
            ["budget", "cost", "other"] * 2,
        ),
        (
            "Alternativ, tkr Investering Drift",
            [["A", "8 400", "310"], ["B", "5 000", "510"]],
            ["cost"] * 4,
        ),
    ],
)
def test_columns_whose_headings_ran_together(line: str, rows: list[list[str]], expected: list[str]) -> None:
    memo = memo_of(line, [["" for _ in rows[0]], *rows], heading="Delårsrapport augusti")
    cells = tuple(replace(cell, row=cell.row - 1, header="") for cell in memo.tables[0].cells if cell.row)
    first = cells[0].start
    table = replace(memo.tables[0], start=first, cells=cells)
    blocks = tuple(b for b in memo.blocks if b.kind is not BlockKind.ROW or b.start >= first)
    assert [f.role for f in amounts_in(replace(memo, tables=(table,), blocks=blocks), title="Uppföljning")] == expected


def test_what_a_table_is_about() -> None:
    assert of_financing(["Kostnaden finansieras på följande sätt:"])
    assert of_financing(["Finansieringen fördelas så här:"])
    assert not of_financing(["Kostnader och finansiering"])
    assert named_sources(["Stöd från Boverket", "Köpeskilling", "Lomma kommun", "Summa"])
    assert not named_sources(["Länsstyrelsen", "Lomma kommun", "Egen insats"])
    assert of_compensation("Ersättning", ["kronor per elev och läsår."])
    assert not of_compensation("Ersättning", ["Belopp i tkr"])
    assert of_members(["Medlemsbidrag"], ["Lomma kommun", "Lunds kommun", "Summa"]) == Hint("revenue", 2.0)
    assert of_members(["Medlemsbidrag"], ["Medlemsbidrag", "Personal"]) is None


@pytest.mark.parametrize(
    ("above", "rows", "role"),
    [
        (["Medlemsavgift, tkr"], ["Lomma kommun", "Lunds kommun", "Summa"], "fee"),
        (["Tabell 2. Medlemsavgifter 2015"], ["Borås stad", "Marks kommun"], "fee"),
        (["Budget", "medlemsavgifterna för 2015"], ["Helsingborgs stad", "Ängelholms kommun", "Summa"], "fee"),
        (["MEDLEMSAVGIFT"], ["Bollebygds kommun", "Tranemo kommun"], "fee"),
        (["Medlemsbidrag, mnkr"], ["Borås stad", "Marks kommun"], "revenue"),
        (["Medlemsbidragen 2020"], ["Lomma kommun", "Lunds kommun"], "revenue"),
        (["Medlemsavgift"], ["Medlemsavgifter", "Personal", "Resultat"], None),
        (["Medlemsavgift"], ["Flygtid", "Basen i Gällivare"], None),
        (["Medlemsavgift"], ["Lomma kommun", "Summa"], None),
        (["Avgifter"], ["Lomma kommun", "Lunds kommun"], None),
    ],
)
def test_what_members_pay(above: list[str], rows: list[str], role: str | None) -> None:
    told = of_members(above, rows)
    assert (told.role if told else None) == role
    assert of_savings("Förslag till åtgärder (tkr)", "Budget i balans")
    assert not of_savings("Förslag till åtgärder (tkr)", "Trafiksäkerhet vid skolan")


@pytest.mark.parametrize(
    "lead",
    [
        "Följande åtgärder föreslås för resten av 2022:", "Följande åtgärder föreslås:",
        "Nedanstående åtgärder planeras under hösten:", "Följande åtgärder har vidtagits",
        "Följande tre åtgärder genomförs under året:", "Dessa åtgärder föreslås:", "Åtgärderna är följande:",
        "Följande nya åtgärder beslutats:", "Åtgärderna som föreslås:", "Nedanstående åtgärder är beslutade:",
    ],
)  # fmt: skip
def test_measures_that_follow_save_in_a_follow_up(lead: str) -> None:
    assert of_savings(lead, "Budgetuppföljning per 31 mars")
    assert not of_savings(lead, "Trafiksäkerhet vid skolan")


@pytest.mark.parametrize(
    "lead",
    ["Följande investeringar föreslås:", "Åtgärder som kostar:", "Följande kostnader föreslås täckas:", "Nämnden", ""],
)
def test_other_leads_save_nothing(lead: str) -> None:
    assert not of_savings(lead, "Budgetuppföljning per 31 mars")


@pytest.mark.parametrize(
    ("before", "rows", "expected"),
    [
        (
            "Avgift i kronor per månad",
            [["Grupp", "Heltid", "Deltid"], ["Inkomstgrupp 1", "590", "390"], ["Inkomstgrupp 2", "780", "480"]],
            [590, 390, 780, 480],
        ),
        (
            "Tabell 1. Priser, kronor inklusive moms",
            [["Zoner", "Enkelbiljett vuxen", "Periodkort 30 dagar"], ["En zon", "27", "560"], ["Två", "52", "910"]],
            [27, 560, 52, 910],
        ),
        (
            "Hamnavgifter (kr)",
            [["Fartyg", "Per anlöp", "Per dygn"], ["Under 50 ton", "410", "120"], ["Över 50 ton", "690", "180"]],
            [410, 120, 690, 180],
        ),
        (
            "Egenavgift per resa, kr",
            [["Avstånd", "Nu", "Förslag"], ["0–10 km", "30", "35"], ["10–20 km", "50", "60"]],
            [30, 35, 50, 60],
        ),
        (
            "Fördelning av bidrag 2019",
            [["Studieförbund", "2018 kr", "2019 kr"], ["A", "310 000", "300 000"], ["B", "120 000", "125 000"]],
            [310000, 300000, 120000, 125000],
        ),
        (
            "Elever och kostnader, tkr",
            [["", "2018", "2019"], ["Elever i årskurs 9", "310", "300"], ["Kostnad", "12 000", "12 500"]],
            [12000, 12500],
        ),
        (
            "Avgifter, kronor per år",
            [["Brygga", "Avgift", "Antal båtar"], ["Norra", "1 900", "40"], ["Södra", "2 100", "35"]],
            [1900, 2100],
        ),
        (
            "Kostnad för tjänsterna, tkr",
            [["Enhet", "Heltid", "Kostnad"], ["Norr", "12", "6 200"], ["Syd", "9", "4 100"]],
            [6200, 4100],
        ),
    ],
)
def test_columns_headed_by_who_pays(before: str, rows: list[list[str]], expected: list[int]) -> None:
    assert [int(f.value) for f in amounts_in(memo_of(before, rows))] == expected


def test_a_rate_in_capitals() -> None:
    rows = [["", "Heltid", "Fritidshem"], ["Inkomstgrupp 1", "590", "240"]]
    assert [(f.role, f.per) for f in amounts_in(memo_of("AVGIFT I KRONOR PER MÅNAD", rows))] == [("fee", "månad")] * 2
