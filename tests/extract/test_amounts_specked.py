"""Cells of scanned tables with dirt in them or about them, and cells that hold two numbers."""

from dataclasses import replace

import pytest

from pipeline.read.page import ReadAs
from tests.extract.amounts_memo import amounts_in, memo_of

# the cell, the others of its column, and the value that is read (in tkr); None where none is
CELLS: list[tuple[str, list[str], float | None]] = [
    (":87.000", ["2.240.000", "4.385.000"], 87000),
    (".12 300", ["75 000", "60 000"], 12300),
    ("“57 800", ["61 400", "88 700"], 57800),
    ("1 .020", ["2 410", "1 875"], 1020),
    ("867 .000", ["1.204.300", "918.400"], 867000),
    ("2:250", ["1 800", "3 150"], 2250),
    ("1 930 .", ["1 640", "8 500"], 1930),
    ("5 200:", ["18 000", "3 200"], 5200),
    ("108 500 |.", ["112 000", "84 600"], 108500),
    ("38,8 I", ["15,6", "58,6"], 38.8),
    ("24, 5", ["84,7", "262,4"], 24.5),
    ("1.,7", ["3,2", "6,5"], 1.7),
    ("640..000", ["310.000", "875.000"], 640000),
    ("“-8 500", ["-550", "-7 800"], -8500),
    ('"-8 500', ["850", "-7 800"], -8500),
    (":-8.500", ["-5.500", "7.800"], -8500),
    # each of these could be read in several ways, or is no number
    (".5", ["12", "14"], None),
    ("620|", ["350", "265"], None),
    ("2:25", ["1 800", "3 150"], None),
    ("2:250", ["18", "31"], None),
    ("24, 5", ["84", "262"], None),
    ("1I 020", ["2 410", "1 875"], None),
    (".12 300", ["-75 000", "60 000"], None),
    ("“-100", ["500", "342"], None),
    ("5 319 -", ["5 729", "5 320"], None),
    ("38,81 I", ["15,6", "58,6"], None),
    ("34,0 SEN", ["27,5", "19,8"], None),
    ("17255,000:", ["620.000", "930.000"], None),
    (":870", ["84,7", "26,4"], None),
]


def _read(cell: str, others: list[str], as_read: ReadAs = ReadAs.OCR) -> list[tuple[float, bool]]:
    rows = [["Post", "Belopp"], *[[f"Post nr {chr(97 + i)}", text] for i, text in enumerate(others)], ["Hyran", cell]]
    memo = memo_of("Kalkyl (tkr)", rows)
    memo = replace(memo, read_as=frozenset({as_read}))
    return [(float(f.value), f.confidence <= 0.7) for f in amounts_in(memo)]


@pytest.mark.parametrize(("cell", "others", "value"), CELLS)
def test_a_cell_with_dirt_is_read_in_one_way_or_not_at_all(cell: str, others: list[str], value: float | None) -> None:
    told = _read(cell, others)[len(others) :]
    assert told == ([] if value is None else [(value, True)])


def test_a_printed_cell_is_read_as_it_stands() -> None:
    assert len(_read(":87.000", ["2.240.000", "4.385.000"], ReadAs.DIGITAL)) == 2


@pytest.mark.parametrize(
    ("total", "read"),
    [("2 701", [(144, True)]), ("2 413", [(-144, True)]), ("2 700", [(-144, True)]), ("", [(-144, True)])],
)
def test_a_dash_apart_is_a_minus_unless_the_sum_says_otherwise(total: str, read: list[tuple[float, bool]]) -> None:
    rows = [["Post", "2000"], ["Löner", "1 635"], ["Lokaler", "- 144"], ["Måltider", "202"], ["Resor", "720"]]
    memo = memo_of("Kalkyl (tkr)", [*rows, ["Summa", total]] if total else rows)
    facts = amounts_in(replace(memo, read_as=frozenset({ReadAs.OCR})))
    assert [(float(f.value), f.confidence <= 0.7) for f in facts if abs(f.value) == 144] == read


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["3,1", "- 29,0", "<—54,0", "86,1"], [3.1, 29, 54, 86.1]),
        (["3,1", "29,0", "<—54,0", "86,1"], [3.1, 29, 54, 86.1]),
        (["3,1", "29,0", "—-54,0", "86,1"], [3.1, 29, 54, 86.1]),
        (["3,1", "~-29,0", "54,0", "86,1"], [3.1, 29, 54, 86.1]),
        (["3,1", "»–29,0", "54,0", "86,1"], [3.1, 29, 54, 86.1]),
        (["3,1", "29,0", "<—54,0", "87,1"], [3.1, 29, 87.1]),
        (["3,1", "29,0", "<—54,0", "-21,9"], [3.1, 29]),
        (["3,1", "29,0", "<—54,0", ""], [3.1, 29]),
        (["3,1", "-29,0", "<—54,0", "28,1"], [3.1, -29, 28.1]),
    ],
)
def test_dashes_and_dirt_before_a_number_are_none_of_it_where_the_sum_proves_it(
    cells: list[str], read: list[float]
) -> None:
    rows = [["Utgift", "2022"], *map(list, zip(["Mark", "Ledning", "Verk", "Summa"], cells, strict=True))]
    memo = replace(memo_of("Kalkyl (mnkr)", rows), read_as=frozenset({ReadAs.OCR}))
    assert [float(f.value) for f in amounts_in(memo)] == read


def test_a_number_whose_row_has_an_unreadable_minus_is_unsure() -> None:
    rows = [
        ["Mnkr", "2026", "2027"],
        ["Avgift", "6,85", "7,05"],
        ["Budget", "-0,99)", "5,95"],
        ["Rest", "3,05", "1,60"],
    ]
    memo = replace(memo_of("Kalkyl (mnkr)", rows), read_as=frozenset({ReadAs.TEXT}))
    assert [(float(f.value), f.confidence < 0.5) for f in amounts_in(memo)] == [
        (6.85, False), (7.05, False), (5.95, True), (3.05, False), (1.6, False),
    ]  # fmt: skip


def test_a_dash_before_a_nought_raises_nothing() -> None:
    rows = [["Post", "2000", "2001"], ["Löner", "5", "- 0"], ["Lokaler", "4", "0"], ["Summa", "9", "- 0"]]
    assert amounts_in(replace(memo_of("Kalkyl (tkr)", rows), read_as=frozenset({ReadAs.OCR})))


RUN_ON = [
    (["1.255.0001.880.000", "", "505.000"], [1255000, 1880000, 505000]),
    (["1 255 0001 880 000", "", "505 000"], [1255000, 1880000, 505000]),
    (["255.00088.000", "", "505.000"], [255000, 88000, 505000]),
    (["1.255.0001.880.000", "7.000", "505.000"], [7000, 505000]),  # nowhere for the second
    (["1.255.000 1.880.000", "", "505.000"], [505000]),
]


@pytest.mark.parametrize(("row", "values"), RUN_ON)
def test_two_numbers_that_run_together_are_parted(row: list[str], values: list[float]) -> None:
    rows = [["Kronor", "1997", "1998", "1999"], ["EU", "620.000", "930.000", "250.000"], ["Summa", *row]]
    memo = replace(memo_of("Kostnaden finansieras så (kronor):", rows), read_as=frozenset({ReadAs.OCR}))
    assert [float(f.value) for f in amounts_in(memo)][3:] == values


PLAN = [
    ["Objekt (tkr)", "2022", "2023", "2024", "Totalt"],
    ["Beläggning", "2 000", "2 000", "2 000", "6 000"],
    ["Belysning", "750", "790", "1 500", "3 000"],
    ["Broar", "500", "250", "750", "1 500"],
    ["Summa", "3 250", "3 000", "4 250", "10 500"],
]


@pytest.mark.parametrize(
    ("rows", "unsure"),
    [
        (PLAN, {"750", "790", "1 500", "3 000"}),  # a misread digit
        ([[*row[:4], row[4] if n != 2 else "3 040"] for n, row in enumerate(PLAN)], set()),  # all hold
        ([[*row[:4], "2025" if not n else row[4]] for n, row in enumerate(PLAN)], set()),  # no column of totals
        ([[*row[:4], row[4] if n < 2 else f"{n}9 000"] for n, row in enumerate(PLAN)], set()),  # of something else
        ([row[:3] for row in PLAN], set()),  # too few columns
    ],
)
def test_a_row_that_misses_its_total_is_unsure(rows: list[list[str]], unsure: set[str]) -> None:
    memo = replace(memo_of("Investeringar", rows), read_as=frozenset({ReadAs.TEXT}))
    doubted = [f.text for f in amounts_in(memo) if f.confidence < 0.5]
    assert unsure <= set(doubted)
    assert bool(unsure) == bool(doubted)


def test_a_printed_row_that_misses_its_total_is_told_as_it_stands() -> None:
    memo = replace(memo_of("Investeringar", PLAN), read_as=frozenset({ReadAs.DIGITAL}))
    assert not [f for f in amounts_in(memo) if f.confidence < 0.5]
