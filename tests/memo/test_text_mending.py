"""Rows of old text's tables that are partly unreadable: what is certain is told, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.memo.text_mending import columns_of, mended, totalled
from pipeline.memo.text_proofs import left_by_totals, lost_commas
from pipeline.memo.text_splits import value_of
from tests.memo.test_text_tables import memo_of, rows_of

DECIMALS = [["742,0", "486,3", "733,4", "8,6"], ["121,8", "87,9", "131,3", "-9,5"], ["601,4", "407,1", "609,9", "-8,5"]]
THOUSANDS = [
    ["512", "400", "338", "900", "505", "700", "6", "700"],
    ["287", "600", "201", "350", "301", "800", "-14", "200"],
]
WHOLE = [["912", "934", "610"], ["238", "245", "190"], ["301", "310", "215"]]
PRICES = [["1", "380", "1", "495", "8,3", "61"], ["2", "410", "2", "950", "22,4", "14"]]


def told(row: str, body: list[list[str]], picks: list[list[list[int]]]) -> list[str] | None:
    words = row.split()
    split = mended(words, columns_of(body, picks))
    return None if split is None else [" ".join(words[i] for i in cell) for cell in split]


FOUR = [[[0], [1], [2], [3]]] * 3
THREE = [[[0], [1], [2]]] * 3
PAIRS = [[[0, 1], [2, 3], [4, 5], [6, 7]]] * 2
MIXED = [[[0, 1], [2, 3], [4], [5]]] * 2


@pytest.mark.parametrize(
    ("row", "body", "picks", "cells"),
    [
        ("Hemtjänst 401,3 281,7 421,5 2 0;2", DECIMALS, FOUR, ["401,3", "281,7", "421,5", ""]),
        ("Hälsovård 118,9 84,1 124,6 =ahi/", DECIMALS, FOUR, ["118,9", "84,1", "124,6", ""]),
        ("Ledning 14,2 9,1 akc hy! 0:5)", DECIMALS, FOUR, ["14,2", "9,1", "", ""]),
        ("Kultur bo,2 31,4 52,7 0,8", DECIMALS, FOUR, ["", "31,4", "52,7", "0,8"]),
        ("Fritid 48 22,6 33,9 0,9", DECIMALS, FOUR, ["", "22,6", "33,9", "0,9"]),  # 48 lost its comma
        ("Park 61,0 33,4 5x,5 8,5", DECIMALS, FOUR, ["61,0", "33,4", "", "8,5"]),
        ("Park 61,0 . 33,4 — 55,5 8,5", DECIMALS, FOUR, ["61,0", "33,4", "55,5", "8,5"]),  # dirt between all four
        ("Park 61,0 33,4 55,5 i 8,5", DECIMALS, FOUR, ["61,0", "33,4", "55,5", "8,5"]),
        (
            "Korttidsboende ae 164 250 142900.) — 163 950 1 300",
            THOUSANDS,
            PAIRS,
            ["164 250", "142900.)", "163 950", "1 300"],
        ),
        ("Kansli 118 950 112 4S0 118 450 2 500", THOUSANDS, PAIRS, ["118 950", "", "118 450", "2 500"]),
        ("Kansli 189S0 112 450 118 450 2 500", THOUSANDS, PAIRS, ["", "112 450", "118 450", "2 500"]),
        ("Skola, undervisning bet0s5 SER AH 585", WHOLE, THREE, ["", "", "585"]),
        ("Skola, lokaler 301 31O 215", WHOLE, THREE, ["301", "", "215"]),
        ("Fritidshus, 15 hämtningar 790 835 Byy/ 16", PRICES, MIXED, ["790", "835", "", "16"]),
        ("Delat kärl 1 020 1 095 74 9", PRICES, MIXED, ["1 020", "1 095", "", "9"]),
        # the numbers could be read in two ways, or are like no column's: nothing is told
        ("Skola x 301 215", WHOLE, THREE, ["", "301", "215"]),
        ("Skola 301 215", WHOLE, THREE, None),
        ("Skola 301", WHOLE, THREE, None),
        ("Skola", WHOLE, THREE, None),
        ("Se sidan 14", DECIMALS, FOUR, None),
        ("Kansli a b c d", DECIMALS, FOUR, None),
        ("Kansli 7O 00O 1S", THOUSANDS, PAIRS, None),
        ("Kansli 2 O5O 3 l", THOUSANDS, PAIRS, None),
        ("301 215", WHOLE, THREE, None),
    ],
)
def test_rows(row: str, body: list[list[str]], picks: list[list[list[int]]], cells: list[str] | None) -> None:
    assert told(row, body, picks) == cells


@pytest.mark.parametrize(
    ("row", "others", "cells"),
    [
        ("Summa 1574 600 1 061 990", [["812400", "548310"], ["762200", "513680"]], ["1574 600", "1 061 990"]),
        ("Summa 1 574 600 1061 990", [["812400", "548310"], ["762200", "513680"]], ["1 574 600", "1061 990"]),
        ("Totalt : 53 900 720 000", [["15000", "180000"], ["38900", "540000"]], ["53 900", "720 000"]),
        ("Summa kostnad * 900 * 100,0", [["600", "60,0"], ["300", "40,0"]], ["900", "100,0"]),
        ("Summa 900 100", [["600", "60"], ["300", ""]], ["900", "100"]),  # one column proves how they part
        ("Summa 901 100", [["600", "60"], ["300", "40"]], None),
        ("Summa 9O0 100", [["600", "60"], ["300", "40"]], None),
        ("Summa 900 100", [["600", ""], ["300", ""]], None),
        ("Summa 900", [["600", "60"], ["300", "40"]], None),
    ],
)
def test_totals(row: str, others: list[list[str]], cells: list[str] | None) -> None:
    words = row.split()
    split = totalled(words, others, 2)
    # of the row with an empty cell above, one column of two is too little
    expected = None if others[1][1] == "" else cells
    assert (None if split is None else [" ".join(words[i] for i in cell) for cell in split]) == expected


ROWS = [["Införande", "4,9", "7,3", "2,4"], ["Integrationer", "2,6", "3,0", "0,4"]]
PICKS = [[[1], [2], [3]], [[1], [2], [3]]]


@pytest.mark.parametrize(
    ("row", "split", "commas"),
    [
        (["Reserv", "13", "15", "0,2"], [[], [], [3]], {(2, 0): (1, "1,3"), (2, 1): (2, "1,5")}),
        (["Reserv", "1,3", "15", "0,2"], [[1], [], [3]], {(2, 1): (2, "1,5")}),
        (["Reserv", "1,3", "1,5", "02"], [[1], [2], []], {(2, 2): (3, "0,2")}),
        (["Reserv", "13", "16", "0,2"], [[], [], [3]], {}),  # it doesn't add up
        (["Reserv", "1", "15", "0,2"], [[], [], [3]], {}),
        (["Reserv", "1", "3", "15", "0,2"], [[], [], [4]], {}),  # more words than columns
        (["Reserv", "13", "x", "0,2"], [[], [], [3]], {}),
        (["Reserv", "-13", "-15", "-0,2"], [[], [], [3]], {(2, 0): (1, "-1,3"), (2, 1): (2, "-1,5")}),
        (["Reserv", "-13", "15", "-0,2"], [[], [], [3]], {}),
    ],
)
def test_commas_that_a_difference_proves(
    row: list[str], split: list[list[int]], commas: dict[tuple[int, int], tuple[int, str]]
) -> None:
    assert lost_commas([*ROWS, row], [*PICKS, split], total=False) == commas


def test_commas_that_a_total_proves() -> None:
    rows = [["A", "4,9"], ["B", "26"], ["Summa", "7,5"]]
    assert lost_commas(rows, [[[1]], [[]], [[1]]], total=True) == {(1, 0): (1, "2,6")}
    assert lost_commas(rows, [[[1]], [[]], [[1]]], total=False) == {}
    rows[2][1] = "7,6"
    assert lost_commas(rows, [[[1]], [[]], [[1]]], total=True) == {}


def test_what_a_total_leaves() -> None:
    rows = [["Drift", "By", "6,4", "12"], ["Stöd", "4,9", "7,3", "2,4"], ["Summa", "14,0", "13,7", "4,5"]]
    picks: list[list[list[int]]] = [[[], [], []], [[1], [2], [3]], [[1], [2], [3]]]
    assert left_by_totals(rows, picks) == {(0, 1): 2}  # 13,7 less 7,3
    rows[0][2] = "6,5"
    assert left_by_totals(rows, picks) == {}


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (  # headings of groups of rows, and one that another table begins with
            "Avgift i kronor 2010 2011\nFast del 286 299\nRörlig del 87 91\nStörre hus:\nFast del 824 861\n"
            "Rörlig del 195 204\n",
            [
                "Avgift i kronor|2010|2011",
                "Fast del|286|299",
                "Rörlig del|87|91",
                "Större hus:||",
                "Fast del|824|861",
                "Rörlig del|195|204",
            ],
        ),
        (  # a percent sign that stands apart
            "Medlem Invånare Andel Borgen\nStora kommun 146 218 45,0 % 18 000\nLilla kommun 41 893 13,0% 5 200\n"
            "Mellersta kommun 25 557 8,0 % 3 200\n",
            [
                "Medlem|Invånare|Andel|Borgen",
                "Stora kommun|146 218|45,0 %|18 000",
                "Lilla kommun|41 893|13,0%|5 200",
                "Mellersta kommun|25 557|8,0 %|3 200",
            ],
        ),
        (  # commas that the differences prove, one after the other what the totals leave
            "Belopp i mnkr Beslutad ram Ny kalkyl Skillnad\nLicenser By 6,4 12\nInförande 4,9 7,3 2,4\n"
            "Integrationer 2,6 33 0,7\nReserv 13 15 0,2\nSumma 14,0 18,5 4,5\n",
            [
                "Belopp i mnkr|Beslutad ram|Ny kalkyl|Skillnad",
                "Licenser By||6,4|1,2",
                "Införande|4,9|7,3|2,4",
                "Integrationer|2,6|3,3|0,7",
                "Reserv|1,3|1,5|0,2",
                "Summa|14,0|18,5|4,5",
            ],
        ),
        (  # the last row is torn, and is the sum
            "Kronor Andel, %\nBidrag 4 300 000 50,0\nAnslutningar 2 940 000 34,2\nEget arbete 1 360 000 15,8\n"
            "Summa kostnad 8 600 000 * 100,0\n",
            [
                "|Kronor|Andel, %",
                "Bidrag|4 300 000|50,0",
                "Anslutningar|2 940 000|34,2",
                "Eget arbete|1 360 000|15,8",
                "Summa kostnad *|8 600 000|100,0",
            ],
        ),
    ],
)
def test_tables(table: str, rows: list[str]) -> None:
    assert rows_of(memo_of(table)) == rows


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_no_number_that_is_told_is_another_than_was_printed(data: st.DataObject) -> None:
    """A table with a total is printed, with or without decimals, and one cell is blotted out: what is read is right."""
    names = ["Förskola", "Grundskola", "Äldreomsorg", "Kultur"][: data.draw(st.integers(3, 4))]
    decimals = data.draw(st.booleans())
    table = [[data.draw(st.integers(100, 900)) for _ in range(3)] for _ in names]
    table.append([sum(column) for column in zip(*table, strict=True)])
    printed = [[f"{v // 10},{v % 10}" if decimals else f"{v:,}".replace(",", " ") for v in row] for row in table]
    row = data.draw(st.integers(0, len(names) - 1))
    column = data.draw(st.integers(0, 2))
    printed[row][column] = data.draw(st.sampled_from(["S:!o", "BsO", "=ahi/", "1O O0l", ";x", "2S0"]))
    lines = [" ".join((name, *cells)) for name, cells in zip([*names, "Summa"], printed, strict=True)]
    memo = memo_of("Belopp i tkr Budget Utfall Prognos\n" + "\n".join(lines) + "\n")
    for text in rows_of(memo)[1:]:
        name, *cells = text.split("|")
        values = table[next(i for i, n in enumerate([*names, "Summa"]) if name.startswith(n))]
        for cell, value in zip(cells, values, strict=True):
            assert not cell or value_of([cell.replace(" ", "")]) == (100 if decimals else 1000) * value
