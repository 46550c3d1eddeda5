"""Tables that an old OCR gave column by column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memo.test_text_tables import memo_of, rows_of

PUT_BACK = [
    (  # every column sums up, and years head two of them
        "Post\nProjektering\nByggnation\nInventarier\nSumma\n\n2023\n350\n4 200\n150\n4 700\n\n"
        "2024\n120\n900\n80\n1 100\n",
        ["Post|2023|2024", "Projektering|350|120", "Byggnation|4 200|900", "Inventarier|150|80", "Summa|4 700|1 100"],
    ),
    (  # one column, whose sum proves it
        "Lokalhyra\nLöner\nTotalt\n\n168.000\n812.400\n980.400\n",
        ["Lokalhyra|168.000", "Löner|812.400", "Totalt|980.400"],
    ),
    (  # two columns with as many lines as there are labels
        "Grundskola\nFörskola\nGymnasium\n\n412\n388\n190\n\n398\n401\n205\n",
        ["Grundskola|412|398", "Förskola|388|401", "Gymnasium|190|205"],
    ),
    (  # four labels and four sums with their unit
        "Taxi Nord AB\nBuss i Väst\nLinjetrafik AB\nSkoltaxi\n\n4 395 kr\n4 620 kr\n3 990 kr\n4 180 kr\n",
        ["Taxi Nord AB|4 395 kr", "Buss i Väst|4 620 kr", "Linjetrafik AB|3 990 kr", "Skoltaxi|4 180 kr"],
    ),
]


@pytest.mark.parametrize(("table", "rows"), PUT_BACK)
def test_rows_are_put_together(table: str, rows: list[str]) -> None:
    assert rows_of(memo_of(table)) == rows


@pytest.mark.parametrize(
    "table",
    [
        "Ordförande\nErsättare\nRevisor\n\n12\n14\n15\n",  # three and three prove nothing
        "Projektering\nByggnation\nInventarier\nSumma\n\n350\n4 200\n150\n",  # one is missing
        "Grundskola\nFörskola\nGymnasium\n\n412\n388\n190\n\n398\n401\n",  # a column is shorter
        "Kommunstyrelsen\nSocialnämnden\nTekniska nämnden\n\nAnna Ek\nBo Ask\nEva Alm\n",  # no numbers
    ],
)
def test_what_nothing_proves_stays(table: str) -> None:
    assert rows_of(memo_of(table)) == []


@given(st.lists(st.tuples(st.integers(1, 9999), st.integers(1, 9999)), min_size=3, max_size=8))
def test_every_number_stands_in_its_row(pairs: list[tuple[int, int]]) -> None:
    sums = [*pairs, (sum(a for a, _ in pairs), sum(b for _, b in pairs))]
    labels = [f"Verksamhet {'ABCDEFGHIJ'[n]}x" for n in range(len(pairs))] + ["Summa"]
    table = "\n\n".join("\n".join(map(str, column)) for column in (labels, *zip(*sums, strict=True)))
    assert rows_of(memo_of(table + "\n")) == [f"{label}|{a}|{b}" for label, (a, b) in zip(labels, sums, strict=True)]
