"""What the sums of tables are for, and tables whose rows or headings stand otherwise than plainly."""

from dataclasses import replace

import pytest

from pipeline.extract.amounts_kinds import counts
from pipeline.memo.memo import Section, SectionKind
from pipeline.read.page import Box, ReadAs
from tests.extract.amounts_memo import amounts_in, left_out, memo_of


@pytest.mark.parametrize(
    ("caption", "rows", "expected"),
    [
        (
            "Tabell 2. Resultat (tkr)",
            [
                ["", "Bokslut 2022", "Budget 2023"],
                ["Intäkter", "38 610", "41 800"],
                ["Kostnader", "-39 905", "-41 750"],
            ],
            ["revenue", "budget", "cost", "budget"],
        ),
        (
            "Nedan visas nettokostnaden i mnkr:",
            [["", "2022", "2023"], ["Medlemsavgift", "1,0", "1,1"], ["Summa", "1,3", "0,3"]],
            ["cost", "cost", "cost", "cost"],
        ),
        (
            "Statsbidraget väntas täcka en del.",
            [["Förändring i tkr", "2025", "2026"], ["Egen regi", "5 650", "15 400"], ["Lokalhyra", "620", "1 488"]],
            ["cost"] * 4,
        ),
        (
            "Kalkyl för 1999 (kronor):",
            [
                ["Post", "Belopp"],
                ["Schablonersättning", "4.100.000"],
                ["Tolkar", "1.180.000"],
                ["Lokaler och bostäder", "965.000"],
                ["Summa kostnader", "2.145.000"],
                ["Överskott", "1.955.000"],
            ],
            ["grant", "cost", "cost", "cost", "other"],
        ),
        (
            "Tabell 1. Biljettintäkter och kostnader, mnkr",
            [["Linje", "Intäkt 2019", "Prognos 2020", "Kostnad 2020"], ["Buss", "98,4", "61,0", "271,5"]],
            ["revenue", "revenue", "cost"],
        ),
        (
            "Så här blev det:",
            [
                ["Projekt (mnkr)", "Budget 2023", "Utfall 2023", "Avvikelse", "Ombudgeteras"],
                ["Torget", "31,0", "33,6", "-2,6", "0"],
            ],
            ["budget", "cost", "other", "budget"],
        ),
        (
            "Följden blir:",
            [["Tkr", "2002"], ["Lägre avgiftsintäkter", "-14 900"], ["Statsbidrag", "12 100"], ["Netto", "-2 800"]],
            ["revenue", "grant", "other"],
        ),
        (
            "Läget i stort",
            [
                ["Tkr", "Budget helår", "Utfall 4 mån", "Prognos helår", "Avvikelse"],
                ["Barn- och utbildningsnämnden", "186 450", "64 118", "189 350", "-2 900"],
                ["Stöd enligt LSS", "71 800", "24 000", "72 300", "-500"],
                ["Ensamkommande barn", "6 100", "2 700", "7 600", "-1 500"],
            ],
            ["budget", "cost", "cost", "other"] * 3,
        ),
        (
            "Skatteintäkter och statsbidrag",
            [
                ["Mkr", "Budget", "Prognos", "Diff"],
                ["Allmän kommunalskatt", "264,8", "263,1", "-1,7"],
                ["Generella statsbidrag", "121,6", "120,9", "-0,7"],
            ],
            ["budget", "revenue", "other"] * 2,
        ),
        (
            "Tabell 1. Resultat och prognos (mnkr)",
            [["Verksamhet", "Budget 2016", "Prognos 2016"], ["Nämnd och ledning", "14,2", "13,9"]],
            ["budget", "cost"],
        ),
        (
            "Tabell 2. Beräknade effekter i tkr",
            [["Åtgärd", "2016", "Helår"], ["Avsluta inhyrning av socionomer", "1 150", "2 300"], ["Summa", "1", "2"]],
            ["other"] * 4,
        ),
        (
            "Åtgärder för budget i balans, tkr",
            [["Åtgärd", "Besparing", "Kostnad"], ["Vakanthållna tjänster", "640", "20"]],
            ["other", "cost"],
        ),
        (
            "Minus betecknar besparing i nettokostnaden (mnkr):",
            [["", "2022", "2023"], ["Avveckling av lagret", "0,3", "-0,7"]],
            ["cost", "cost"],
        ),
        (
            "Föreningen har lämnat följande finansieringsplan (tkr):",
            [["", "", "Andel"], ["Strukturstöd från verket", "3 425", "50 %"], ["Kommunen", "1 370", "20 %"]],
            ["budget", "share"] * 2,
        ),
        (
            "Arbetena fördelar sig så här:",
            [["Post", "Mnkr"], ["Kök", "7,2"], ["Ventilation", "5,5"], ["Gård", "4,0"], ["Reserv", "1,7"]],
            ["cost"] * 4,
        ),
        (
            "Utvärdering",
            [["Anbudsgivare", "Fast pris (kr/mån)", "Mervärde (kr)"], ["Firma A", "186 400", "-240 000"]],
            ["price", "other"],
        ),
        (
            "Driftbudget, tkr",
            [
                ["", "Bokslut 2019", "Budget 2020", "Plan 2021"],
                ["Taxor och avgifter", "900", "910", "920"],
                ["Övriga intäkter", "50", "40", "40"],
                ["Personalkostnader", "-800", "-820", "-830"],
                ["Nettokostnad", "-300", "-310", "-320"],
            ],
            ["revenue", "budget", "budget"] * 2 + ["cost", "budget", "budget"] * 2,
        ),
        ("Utfall:", [["År", "Beviljat (kr)", "Snitt per ärende (kr)"], ["2010", "1 204 500", "19 746"]], ["grant"] * 2),
    ],
)
def test_roles_in_a_table(caption: str, rows: list[list[str]], expected: list[str]) -> None:
    assert [f.role for f in amounts_in(memo_of(caption, rows))] == expected


def _continued(between: str, kind: SectionKind) -> list[str]:
    """What is read of a table whose last row stands on the next page, below `between`."""
    memo = memo_of(
        [["Anbudsgivare", "Pris (tkr)"], ["Firma A", "186"], ["Firma B", "180"]], between, [["Firma C", "211"]]
    )
    first, second = memo.tables
    bare = replace(second, cells=tuple(replace(c, header="") for c in second.cells))
    foot = memo.blocks[3]
    sections = (
        replace(memo.sections[0], end=foot.start),
        Section(kind, foot.start, foot.end, 0),
        replace(memo.sections[0], start=foot.end),
    )
    return [f.text for f in amounts_in(replace(memo, tables=(first, bare), sections=sections))]


def test_a_table_goes_on_after_a_page_break() -> None:
    assert _continued("Sida 2 (3)", SectionKind.FURNITURE) == ["186", "180", "211"]
    assert _continued("Därutöver har dessa svarat.", SectionKind.BODY) == ["186", "180"]


def test_names_and_unit_in_the_second_column() -> None:
    rows = [["Föreningens", "Kronor", "2000"], ["kalkyl", "Intäkter", "1.204.300"], ["", "Löner", "1.031.500"]]
    found = amounts_in(memo_of(rows))
    assert [(f.text, f.role) for f in found] == [("1.204.300", "revenue"), ("1.031.500", "cost")]


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        ("I tabellen anges nettokostnaden i tkr. Minus betyder att kostnaden överstiger budgeten.", "tkr"),
        ("Beloppen är i mnkr. Avvikelsen räknas mot budget. Plus är överskott.", "mnkr"),
        ("Tabellen nedan visar utfallet i tusental kronor. Uppgifterna är hämtade ur systemet.", "tkr"),
        ("Samtliga siffror anges i kkr. Nettot är en skillnad.", "tkr"),
        ("Nettokostnaden, i tkr, framgår av tabellen. Minus betyder underskott.", "tkr"),
        ("Ramen är i tkr. Nämnden har haft många möten.", None),  # of something else
        ("Tabellen visar att kostnaden har ökat med 500 tkr. Nämnden har fem avdelningar.", None),
        ("Av tabellen framgår att 12 procent har svarat. Andelen är låg.", None),
    ],
)
def test_a_unit_told_before_the_last_sentence(above: str, unit: str | None) -> None:
    rows = [["Verksamhet", "Budget", "Utfall"], ["Skola", "214 300", "141 650"], ["Bad", "15 750", "9 925"]]
    found = [f for f in amounts_in(memo_of(above, rows)) if f.text in ("214 300", "141 650", "15 750", "9 925")]
    assert {f.unit for f in found} == ({unit} if unit else set())


def test_a_heading_of_several_units_parts_the_cell() -> None:
    rows = [
        ["Anbudsgivare", "Tur 1-4 Tur 5-7 kr/dag kr/dag kr/km"],
        ["Åkeriet", "4.180:- - 11,50"],
        ["Bussen", "4 180"],
    ]
    assert [(float(f.value), f.per) for f in amounts_in(memo_of(rows))][:2] == [(4180, "dag"), (11.5, "km")]


def test_what_the_sums_of_a_table_are_counted_per() -> None:
    rows = [["Åkeri", "Tur 1-4 kr/dag", "Extra kr/km"], ["Bolaget", "4.180:-", "11,50"]]
    assert [f.per for f in amounts_in(memo_of("Inkomna anbud", rows))] == ["dag", "km"]
    rows = [["Abonnemang", "2003", "2004"], ["Villa", "1 584", "1 742"]]
    assert [f.per for f in amounts_in(memo_of("Avgifter per år inklusive moms, kronor:", rows))] == ["år", "år"]


def test_shares_in_the_names_of_rows() -> None:
    rows = [["Part", "Belopp"], ["Marinan AB, 60 procent", "504 tkr"], ["Kommunen, 40 procent", "336 tkr"]]
    found = amounts_in(memo_of("Planavgiften fördelas så:", rows))
    assert [(f.text, f.role) for f in found if f.unit == "procent"] == [
        ("60 procent", "share"),
        ("40 procent", "share"),
    ]
    assert not [f for f in amounts_in(memo_of("Kalkyl", [["Post", "Kr"], ["Moms 25 %", "504"]])) if f.role == "share"]


def _worn(caption: str, rows: list[list[str]]) -> list[tuple[str, bool]]:
    """What is read of a worn table, and whether it is marked."""
    memo = replace(memo_of(caption, rows), read_as=frozenset({ReadAs.OCR}))
    return [(f.text, f.confidence <= 0.4) for f in amounts_in(memo)]


def test_a_row_that_was_not_parted_is_parted_and_marked() -> None:
    rows = [
        ["Verksamhet", "Budget", "Utfall"],
        ["Nämnd", "14,2", "4,6"],
        ["Äldreomsorg 168,5 57,9"],
        ["LSS 52,4 20,3 5"],
    ]
    assert _worn("Utfall (mnkr)", rows) == [("14,2", False), ("4,6", False), ("168,5", True), ("57,9", True)]
    rows = [["Tkr", "2013", "2014"], ["Orten", "17 420", "18 090"], ["Summa 52 000 54 000 -"], ["Byn 110 640"]]
    told = [("17 420", False), ("18 090", False), ("52 000", True), ("54 000", True)]
    assert _worn("Bidrag", rows) == told


RUN_TOGETHER = [
    # the row's groups of digits, and the numbers that they can only be; none where they may be several
    ("Omsorg 574 250 391 075 583 150 ~~ -8 900", ["574 250", "391 075", "583 150", "-8 900"]),
    ("Omsorg 574 250 = 391 075 583 150 | -890", ["574 250", "391 075", "583 150", "-890"]),
    ("Gata 61 500 40 100 . 62 000 500", ["61 500", "40 100", "62 000", "500"]),
    ("Skola 2 61 500 40 100 62 000 500", ["61 500", "40 100", "62 000", "500"]),
    ("Omsorg 574 250 391 075 583 150", []),
    ("Omsorg 574 391 583 -8 900", []),
    ("Omsorg 574 250 391 075 583 150 öre -8 900", []),
    ("Omsorg 12 13 14 15 574 250 391 075", []),
    ("Omsorg", []),
]


@pytest.mark.parametrize(("row", "numbers"), RUN_TOGETHER)
def test_a_row_that_runs_together_is_parted_where_it_can_be_read_in_one_way(row: str, numbers: list[str]) -> None:
    rows = [
        ["", "", "", "", ""],
        ["Barn", "812 400", "548 310", "818 900", "-6 500"],
        [row],
        ["Fritid", "98 700", "63 480", "98 100", "600"],
        ["Bygg", "21 350", "13 905", "20 900", "450"],
    ]
    found = _worn("Nämnd (tkr) Budget Utfall Prognos Avvikelse", rows)
    others = {
        "812 400",
        "548 310",
        "818 900",
        "-6 500",
        "98 700",
        "63 480",
        "98 100",
        "600",
        "21 350",
        "13 905",
        "20 900",
        "450",
    }
    assert [text for text, _ in found if text not in others] == numbers
    assert all(doubtful for text, doubtful in found if text in numbers)


def test_years_that_were_set_apart_head_their_columns() -> None:
    rows = [
        ["Finansiär", "2 006", "2 007"],
        ["Nämnden", "795", "820"],
        ["Länet", "180", "210"],
        ["Summa", "975", "1 030"],
    ]
    memo = memo_of("Beloppen anges i tkr.", rows)
    (grid,) = memo.tables
    bare = replace(grid, cells=tuple(replace(c, header="") for c in grid.cells))
    worn = replace(memo, tables=(bare,), read_as=frozenset({ReadAs.OCR}))
    assert [f.text for f in amounts_in(worn)] == ["795", "820", "180", "210", "975", "1 030"]


def test_a_percentage_among_run_together_headings_is_one_columns() -> None:
    rows = [
        ["", "", "", ""],
        ["Mark", "58", "4 930", "5 220"],
        ["Ljung", "22", "1 640", "1 800"],
        ["Tran", "20", "1 930", "1 980"],
    ]
    memo = memo_of("Beloppen i tabellen är tusental kronor.", "Kommun Andel, % Förändring", rows)
    found = amounts_in(replace(memo, read_as=frozenset({ReadAs.OCR})))
    assert {(f.text, f.unit) for f in found} == {
        ("58", "procent"), ("22", "procent"), ("20", "procent"), ("4 930", "tkr"), ("5 220", "tkr"), ("1 640", "tkr"),
        ("1 800", "tkr"), ("1 930", "tkr"), ("1 980", "tkr"),
    }  # fmt: skip


def test_costs_without_the_minus_of_the_others_are_marked() -> None:
    rows = [
        ["Belopp i mkr", "2013", "2014"],
        ["Medlemsbidrag", "52,0", "54,0"],
        ["Personal", "42,5", "43,9"],
        ["Fordon", "-6,7", "-6,45"],
        ["Kapitalkostnader", "-2,0", "-2,1"],
    ]
    marked = [text for text, doubtful in _worn("Driftbudget", rows) if doubtful]
    assert marked == ["42,5", "43,9"]


def test_a_sum_in_a_long_cell_counts() -> None:
    text = "Länsstyrelsen har beviljat föreningen 50.000 kr i glesbygdsstöd. " + "Därutöver har sju byalag svarat. " * 7
    assert [f.text for f in amounts_in(memo_of([["Tidigare", "Behandling"], ["", text]]))] == ["50.000 kr"]


OTHER_KINDS = (
    "Inv.;Kvalitetspoäng;Kvot;Faktor;Vikt;Viktning;Rangordning;Nöjdhet;NKI;Dagar;Vårddygn;Månader;Åa;Årsarb.;BRA;Volym"
    ";Sträcka;Omgång;Byggår;Not;Beläggning;Personer;Anmälningar;Placeringar;Hushåll;Klasser;Avdelningar;Rum;Kapacitet"
    ";Livslängd;Avskrivningstid, år;Löptid;Sysselsättningsgrad;Medarbetare;Träffar;Deltagartillfällen;Uppfylld kvalitet"
    ";Måluppfyllelse;Vikt (ton);Medelålder;Täckningsgrad;Frekvens;Hämtningar/år;Turer;Promille;Skattesats;Poäng;Index"
    ";Betyg;Platser;Antal barn;Elever;Invånare 31/12;Timmar;Andel kvinnor"
)
SUMS = (
    "Personal;Lokaler;Kostnad per plats;Drift;Ungdomsverksamhet;Summa;2021;Budget 2021;Vite;Timpris;Avgift per månad"
    ";Bidrag barn;Ersättning per dygn;Hyrestidens kostnad;Tidplan;Tilldelat;Nuvarande;Tomtpris;Rest;Mark"
)


@pytest.mark.parametrize("header", OTHER_KINDS.split(";"))
def test_a_column_of_another_kind_never_takes_the_tables_unit(header: str) -> None:
    rows = [["Enhet", "Kostnad 2020", header], ["Skola A", "385", "91"], ["Skola B", "398", "88"]]
    assert [a.text for a in amounts_in(memo_of("Kostnader, kronor:", rows))] == ["385", "398"]


@pytest.mark.parametrize("header", SUMS.split(";"))
def test_a_column_of_sums_takes_the_tables_unit(header: str) -> None:
    rows = [["Enhet", "Kostnad 2020", header], ["Skola A", "385", "91"], ["Skola B", "398", "88"]]
    assert len(amounts_in(memo_of("Kostnader, kronor:", rows))) == 4


def test_small_numbers_beside_large_sums_are_marked_and_left_out_without_a_heading() -> None:
    rows = [["Anbud", "Område A", "Övrigt"], ["A AB", "385 000", "91"], ["B AB", "398 000", "88"]]
    assert [a.confidence > 0.4 for a in amounts_in(memo_of("Kronor:", rows))] == [True, False, True, False]
    rows[0][2] = ""
    assert [a.text for a in amounts_in(memo_of("Kronor:", rows))] == ["385 000", "398 000"]


def test_what_one_costs_is_marked_among_thousands_of_kronor() -> None:
    rows = [["", "2020"], ["Kostnader", "12 500"], ["Kostnad per elev", "85 400"], ["Soliditet", "45"]]
    assert [(a.text, a.confidence > 0.4) for a in amounts_in(memo_of("Resultat (tkr):", rows))] == [
        ("12 500", True),
        ("85 400", False),
    ]


def test_kronor_and_oere_in_cells() -> None:
    rows = [["", "1995", "1996"], ["Vatten, kr/m3", "6:20", "6:85"], ["Öppet", "6:20", "6:85"]]
    assert [str(a.value) for a in amounts_in(memo_of("Avgifter:", rows))] == ["6.20", "6.85"]
    rows = [["", "Tid", "Avgift"], ["Badet", "7:30", "8:50"], ["Hallen", "8:30", "9:50"]]
    assert [str(a.value) for a in amounts_in(memo_of("Avgifter i kronor:", rows))] == ["8.50", "9.50"]


WORN_TABLES = [
    (
        ["Medlem, kr", "Fast del", "Rörlig del", "Summa"],
        [
            ["A", "180 000", "217 500", "397 500"],
            ["B", "180 000", "316 100", "496 100"],
            ["Totalt", "360 000 533 600", "893", "600"],
        ],
        ["893", "600", "360 000 533 600"],
    ),
    (
        [],
        [["A AB", "11 840 000", "91"], ["B AB", "12 975 500", "88"], ["C AB", "13 100 000", "84"]],
        ["91", "88", "84"],
    ),
]


@pytest.mark.parametrize(("headers", "rows", "left_out"), WORN_TABLES)
def test_what_was_parted_wrongly_is_left_out(headers: list[str], rows: list[list[str]], left_out: list[str]) -> None:
    memo = memo_of("Anbud, kr Poäng", [headers, *rows] if headers else [["", "", ""], *rows])
    found = {a.text for a in amounts_in(replace(memo, read_as=frozenset({ReadAs.OCR})))}
    assert found
    assert not found & set(left_out)


def test_numbers_of_three_columns_in_one_cell_are_no_sum() -> None:
    rows = [["", "Bokslut, tkr"], ["Skolan", "912 934 610"], ["Lokaler", "238 245 190"], ["Summa", "1 150"]]
    assert [a.text for a in amounts_in(memo_of("Kostnader, tkr:", rows))] == ["1 150"]


TRAPS = [
    ("Resultat, tkr:", [["", "Utfall", ""], ["A", "1 250", "(1 180)"], ["B", "1 862", "(1 700)"]], ["1 250", "1 862"]),
    ("Plan, mnkr", [["", "Start", "2020"], ["Skola", "2020", "12,0"], ["Väg", "2019", "3,0"]], ["12,0", "3,0"]),
    ("Plan, mnkr", [["", "Färdig", "Utgift"], ["Skola", "2020", "12,0"], ["Väg", "2019", "3,0"]], ["12,0", "3,0"]),
    ("Avgift (kr):", [["", "Öppnar", "Avgift"], ["Badet", "7.00", "50"], ["Hallen", "6.30", "60"]], ["50", "60"]),
    (
        "Taxa, kr",
        [["", "HF", "OF", "Avgift"], ["A", "28", "8", "8 800"], ["B", "12", "3", "3 300"]],
        ["8 800", "3 300"],
    ),
    ("Kostnad, tkr:", [["", "Kostnad", "KPI"], ["2019", "1 250", "103,5"], ["2020", "860", "104"]], ["1 250", "860"]),
    (
        "Utfall, tkr:",
        [["", "2019"], ["Kostnad", "1 250"], ["Lärartäthet", "12,1"], ["Självkostnadsgrad", "88"]],
        ["1 250"],
    ),
    ("Utfall, tkr:", [["", "Belopp", "Per elev"], ["A", "12 500", "30"], ["B", "11 000", "28"]], ["12 500", "11 000"]),
]


@pytest.mark.parametrize(("caption", "rows", "sums"), TRAPS)
def test_what_would_look_right_and_be_wrong(caption: str, rows: list[list[str]], sums: list[str]) -> None:
    assert [a.text for a in amounts_in(memo_of(caption, rows)) if a.confidence > 0.4] == sums


def test_a_second_line_of_headings_tells_the_columns_units() -> None:
    rows = [["", "Utgift", "Andel"], ["Objekt (tkr) av summan (procent) -"], ["Verket", "9 400", "50"]]
    memo = memo_of("Priserna är i 2026 års nivå.", rows)
    assert [(str(a.value), a.unit) for a in amounts_in(memo)] == [("9400", "tkr"), ("50", "procent")]


@pytest.mark.parametrize(
    ("label", "counted"),
    [
        ("Båt under 10 meter, per dygn", False), ("Båt 10–15 meter", False), ("Väg, meter", True),
        ("Container 8 ton", False), ("Antal ton", True), ("Elever i årskurs 9", True),
    ],
)  # fmt: skip
def test_a_size_in_a_rows_name_is_not_what_its_numbers_count(label: str, counted: bool) -> None:
    assert counts(label) is counted


@pytest.mark.parametrize(("worn", "read"), [("1,020", False), ("1 020", True), ("-1,020", False)])
def test_a_comma_in_the_place_of_a_gap_makes_no_thousandth(worn: str, read: bool) -> None:
    rows = [["Belopp i tkr", "2009", "2010"], ["Snöröjning", "5 870", "7 215"], ["Personal", worn, "1 000"]]
    assert (worn in [text for text, _ in _worn("Kostnader", rows)]) is read


def test_decimals_of_three_digits_among_decimals_stay() -> None:
    rows = [["Belopp i mkr", "2009", "2010"], ["Snöröjning", "5,87", "7,21"], ["Personal", "1,020", "1,00"]]
    assert "1,020" in [text for text, _ in _worn("Kostnader", rows)]


@pytest.mark.parametrize("above", ["Inkomna anbud", "Inkomna ud", "Anbudssammanställning"])
def test_a_caption_that_joined_its_table_is_no_row_of_headings(above: str) -> None:
    rows = [
        [above, "", "", ""],
        ["Anbudsgivare", "Tur 1-4 kr/dag", "Tur 5-7 kr/dag", "Extratur kr/km"],
        ["Wij Buss AB", "4.180:-", "2.960:-", "11,50"],
        ["Ek Taxi", "4.620:-", "2.745:-", "12,00"],
        ["Linjetrafik AB", "3.990:-", "3.105:-", "13,40"],
    ]
    memo = memo_of(rows)
    (grid,) = memo.tables
    cells = tuple(replace(c, header="") for c in grid.cells if c.end > c.start)
    worn = replace(memo, tables=(replace(grid, cells=cells, caption=""),), read_as=frozenset({ReadAs.OCR}))
    found = amounts_in(worn)
    assert [f.text for f in found] == [
        "4.180:-",
        "2.960:-",
        "11,50",
        "4.620:-",
        "2.745:-",
        "12,00",
        "3.990:-",
        "3.105:-",
        "13,40",
    ]


def test_a_group_above_the_first_row_stays_one() -> None:
    rows = [["Intäkter", "", ""], ["Avgifter", "1 200", "1 300"], ["Bidrag", "400", "450"], ["Summa", "1 600", "1 750"]]
    memo = memo_of("Beloppen anges i tkr.", rows)
    (grid,) = memo.tables
    cells = tuple(replace(c, header="") for c in grid.cells if c.end > c.start)
    worn = replace(memo, tables=(replace(grid, cells=cells),), read_as=frozenset({ReadAs.OCR}))
    before = {f.text for f in amounts_in(worn)}
    assert before <= {"1 200", "1 300", "400", "450", "1 600", "1 750"}


ROWS = [
    ["Omsorgsnämnden", "574 250", "391 075"],
    ["Byggnadsnämnden", "21 350", "13 905"],
    ["Summa", "595 600", "404 980"],
]


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        (["Driftredovisning", "Budget", "Nämnd (tkr)", "utfall", "Prognos"], "tkr"),
        (["Nämnd (tkr)", "2003", "jan-aug"], "tkr"),
        (["Belopp i tkr", "Budget", "Utfall", "2003"], "tkr"),
        (["Mkr", "Budget", "Utfall", "2003"], "mnkr"),
        (["Verksamhet (kronor)", "Budget", "Utfall", "2003"], "kr"),
        (["Verksamhet (antal)", "Budget", "Utfall", "2003"], None),
        (["Andel (%)", "Budget", "Utfall", "2003"], None),
        (["Kr per elev", "Antal", "Utfall", "2003"], None),  # of one column
        (["Kostnaden (tkr) har ökat under året och väntas öka.", "Budget", "Utfall", "2003"], None),
    ],
)
def test_scraps_of_headings_above_a_scanned_table_tell_its_unit(above: list[str], unit: str | None) -> None:
    memo = replace(memo_of(*above, ROWS), read_as=frozenset({ReadAs.OCR}))
    assert {a.unit for a in amounts_in(memo)} == ({unit} if unit else set())


def _deviations(total: str, name: str = "Summa") -> list[tuple[str, bool]]:
    """The numbers of the last row of a scanned table with deviations, and whether each is sure."""
    rows = [
        ["Tkr", "Budget 2014", "Utfall jan-aug", "Avvikelse"],
        ["Förskola", "268 400", "176 950", "1 500"],
        ["Grundskola", "512 700", "348 120", "-8 900"],
        ["Gymnasieskola", "231 300", "157 480", "-4 100"],
        [name, "1 012 400", total, "-11 500"],
    ]
    found = amounts_in(replace(memo_of("Ekonomi", rows), read_as=frozenset({ReadAs.OCR})))
    return [(str(a.value), a.confidence > 0.5) for a in found][9:]


@pytest.mark.parametrize(
    ("total", "left"),
    [
        ("682 550", [("1012400", True), ("682550", True), ("-11500", True)]),
        ("- 682 550", [("1012400", True), ("682550", True), ("-11500", True)]),  # its column says that it has no minus
        ("-682 550", [("1012400", True), ("-682550", True), ("-11500", True)]),
        ("- 682 560", [("1012400", True), ("-11500", True)]),  # a sum it can't be: it is left out, what adds up stays
    ],
)
def test_a_dash_before_a_total(total: str, left: list[tuple[str, bool]]) -> None:
    assert _deviations(total) == left


@pytest.mark.parametrize(("total", "count"), [("682 550", 0), ("682 560", 0), ("176 950", 1), ("2 550", 2)])
def test_what_is_left_out_is_counted(total: str, count: int) -> None:
    rows = [
        ["Tkr", "Budget 2014", "Utfall", "Elever"],
        ["Förskola", "268 400", "176 950", "12"],
        ["Grundskola", "512 700", "348 120", "13"],
        ["Summa", "781 100" if count < 2 else "78 100", total, "25"],
    ]
    assert left_out(replace(memo_of("Ekonomi", rows), read_as=frozenset({ReadAs.OCR}))) == count
    assert left_out(memo_of("Ekonomi", rows)) == 0  # what is printed so is not doubted


def test_a_dash_before_what_nothing_proves_is_doubted() -> None:
    assert _deviations("- 82 550", "Netto")[1] == ("-82550", False)


@pytest.mark.parametrize(("gap", "read"), [(4.0, ["2400450"]), (9.0, ["2400450"]), (40.0, [])])
def test_numbers_of_two_columns_are_not_one(gap: float, read: list[str]) -> None:
    """A misread word that lay across both columns made one of them."""
    memo = memo_of("Kostnader i tkr", [["", "2022"], ["Införande", "2 400 450"]])
    x, words = 0.0, []
    for word in memo.words:
        x += gap if word.text == "450" else 3.0
        words.append(word._replace(box=Box(x, 100, x + 15, 107)))
        x += 15
    worn = replace(memo, words=tuple(words), read_as=frozenset({ReadAs.OCR}), has_places=True)
    assert [str(a.value) for a in amounts_in(worn)] == read
    assert left_out(worn) == 1 - len(read)
