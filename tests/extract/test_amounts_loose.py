"""Tables that lost their gaps, their headings, or a unit in their corner."""

from dataclasses import replace

import pytest

from pipeline.extract.facts import AmountFact
from pipeline.memo.memo import Memo
from pipeline.read.page import ReadAs
from tests.extract.amounts_memo import Part, amounts_in, memo_of


def _old(*parts: Part) -> Memo:
    """A memo whose words come from an OCR."""
    return replace(memo_of(*parts), read_as=frozenset({ReadAs.OCR}))


def _told(facts: list[AmountFact]) -> list[tuple[str, str]]:
    return [(f.text, f.unit) for f in facts]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ["Kostnaden fördelas enligt följande (tkr).", "Socialnämnden 640", "Skolnämnden 590", "Summa 2005 1610"],
            [("640", "tkr"), ("590", "tkr"), ("1610", "tkr")],
        ),
        (
            ["Tre anbud inkom (pris i Mkr exkl. moms):", "Nordbygg AB 19,40", "Telebyggarna AB 17,85", "Berg HB 21,25"],
            [("19,40", "mnkr"), ("17,85", "mnkr"), ("21,25", "mnkr")],
        ),
        (  # a column of words behind the sums
            ["Bidrag (kr) enligt följande:", "IF Väst 2 400 Ja, sedan 2021", "Sim Öst 24 500 Nej", "Ridklubben 900 Ja"],
            [("2 400", "kr"), ("24 500", "kr"), ("900", "kr")],
        ),
        (
            [
                "Förening Belopp kr Sökt tidigare",
                "IF Väst 2 400 Nej",
                "Sim Öst 24 500 Ja, 2018 och 2019",
                "Rid 900 Ej klart",
            ],
            [("2 400", "kr"), ("24 500", "kr"), ("900", "kr")],
        ),
        (
            [
                "Bidragsgivare Belopp (tkr) Beslut",
                "Länet 2 400 Bifall",
                "Verket 24 500 Ja, 2021-06-15",
                "EU 900 Avslag",
            ],
            [("2 400", "tkr"), ("24 500", "tkr"), ("900", "tkr")],
        ),
        (  # nothing says that they are sums
            ["Svar på frågan:", "Skola Väst 240 Ja, sedan 2021", "Skola Öst 245 Nej", "Skola Syd 900 Ja"],
            [],
        ),
        (
            ["Belopp i kronor:", "Föreningen Väst 12 000", "Föreningen Öst 8 500", "Föreningen Syd 900"],
            [("12 000", "kr"), ("8 500", "kr"), ("900", "kr")],
        ),
        (
            [
                "Kommun Andel, procent 2021, tkr 2023, tkr",
                "Byn 61 3 016 3 904",
                "Ort 22 1144 1408",
                "Stad 17 980 1 088",
            ],
            [
                ("61", "procent"),
                ("3 016", "tkr"),
                ("3 904", "tkr"),
                ("22", "procent"),
                ("1144", "tkr"),
                ("1408", "tkr"),
            ],
        ),
        (
            ["Belopp i tkr:", "Byn : 1 016 . 1 404", "Orten 1144 1408", "Summa 2 160 2 812"],
            [("1 016", "tkr"), ("1 404", "tkr"), ("1144", "tkr"), ("1408", "tkr"), ("2 160", "tkr"), ("2 812", "tkr")],
        ),
        (  # what stands in the last column adds up to 100, so the others are the line's other unit
            [
                "Fördelning på år, mnkr",
                "Del 2018 2019 summan, %",
                "Hall 21,4 14,1 60",
                "Rum 8,0 9,6 40",
                "Summa 29,4 23,7 100",
            ],
            [
                ("21,4", "mnkr"),
                ("14,1", "mnkr"),
                ("60", "procent"),
                ("8,0", "mnkr"),
                ("9,6", "mnkr"),
                ("40", "procent"),
                ("29,4", "mnkr"),
                ("23,7", "mnkr"),
                ("100", "procent"),
            ],
        ),
        (  # nothing adds up: any of the columns may be the percentages
            [
                "Fördelning på år, mnkr",
                "Del 2018 2019 summan, %",
                "Hall 21,4 14,1 60",
                "Rum 8,0 9,6 41",
                "Summa 29,4 23,7 7",
            ],
            [],
        ),
        (  # a row among them lost a number
            [
                "Anbudsgivare Org.nr (kr) (%) (tkr)",
                "Norrmåleri AB 556743-2210 365 8 2412",
                "Södermåleri AB 556688-1943 378 10 2505",
                "Östermåleri HB 969712-4481 SH a2 2 538",
                "Västermåleri AB 556812-0094 402 14 2 760",
            ],
            [
                ("365", "kr"),
                ("8", "procent"),
                ("2412", "tkr"),
                ("378", "kr"),
                ("10", "procent"),
                ("2505", "tkr"),
                ("402", "kr"),
                ("14", "procent"),
                ("2 760", "tkr"),
            ],
        ),
        (["Kostnaden är som följer (tkr):", "Socialnämnden 640", "Skolnämnden 590"], []),  # two lines may be anything
        (["Närvarande ledamöter enligt följande:", "Socialnämnden 9", "Skolnämnden 11", "Byggnadsnämnden 9"], []),
        (["Kronor Nu Förslag", "En eldstad 824 861", "Ytterligare 195 204", "Vardagar 516 540"], []),  # one sum or two?
        (["Antal och tkr framgår nedan:", "Byn 12 1 016", "Orten 9 1 144", "Staden 14 1 408"], []),
        (["Kontakt (kr):", "Tel 640", "Org nr 590", "Sida 12", "Box 140"], []),
    ],
)
def test_lines_of_names_and_sums(lines: list[str], told: list[tuple[str, str]]) -> None:
    assert _told(amounts_in(_old(*lines))) == told


def test_digital_text_has_its_tables_already() -> None:
    assert amounts_in(memo_of("Kostnaden fördelas (tkr):", "Socialnämnden 640", "Skolnämnden 590", "Summa 1 230")) == []


def test_a_first_row_of_years_with_units_is_a_heading() -> None:
    rows = [["Kommun", "Andel, procent", "2021, tkr"], ["Byn", "61", "3 016"], ["Orten", "39", "1 144"]]
    memo = memo_of("Kostnaden fördelas efter antalet ärenden.", rows)
    bare = replace(
        memo, tables=tuple(replace(t, cells=tuple(replace(c, header="") for c in t.cells)) for t in memo.tables)
    )
    assert _told(amounts_in(bare)) == [("61", "procent"), ("3 016", "tkr"), ("39", "procent"), ("1 144", "tkr")]


def test_the_corners_unit_is_every_columns() -> None:
    rows = [
        ["", "Tkr 2006", "2007", "Prognos 2008"],
        ["Hyror", "29 870", "31 410", "30 250"],
        ["Soliditet, %", "18,2", "14", "11"],
    ]
    memo = memo_of("Ekonomin framgår här.", rows)
    cells = tuple(c for c in memo.tables[0].cells if c.row or c.column)
    facts = amounts_in(replace(memo, tables=(replace(memo.tables[0], cells=cells),)))
    assert _told(facts)[:3] == [("29 870", "tkr"), ("31 410", "tkr"), ("30 250", "tkr")]
    assert {f.unit for f in facts[3:]} == {"procent"}


def test_numbers_that_may_have_lost_their_comma_are_marked_or_left_out() -> None:
    rows = [["Post", "Belopp"], ["Ledning", "18,4"], ["Pump", "46"], ["Brunn", "3,1"], ["Oförutsett", "14"]]
    facts = amounts_in(_old("Kostnad (mnkr):", rows))
    assert [(f.text, f.confidence < 0.5) for f in facts] == [
        ("18,4", False),
        ("46", True),
        ("3,1", False),
        ("14", True),
    ]
    rows = [["Post", "Pris, kr", "Ökning, procent"], ["Plats", "1 150", "211"], ["Brygga", "76", "26,7"]]
    assert "211" not in [f.text for f in amounts_in(_old("Avgifter", rows))]


def test_a_line_that_names_both_tells_the_unit_where_a_percentage_is_one_columns() -> None:
    rows = [["", "", "", ""], ["190 liter", "1 380", "1 495", "8,3"], ["Delat kärl", "1 020", "1 095", "7,4"]]
    memo = _old("Avgifter, kronor per år inklusive moms, andel av", "Abonnemang i dag i förslaget ändring (%)", rows)
    found = amounts_in(memo)
    assert [(f.text, f.unit) for f in found] == [
        ("1 380", "kr"), ("1 495", "kr"), ("8,3", "procent"), ("1 020", "kr"), ("1 095", "kr"), ("7,4", "procent"),
    ]  # fmt: skip
    assert {f.per for f in found if f.unit == "kr"} == {"år"}
