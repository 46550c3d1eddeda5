"""Tables in old text that lost a column's heading, or all of one row's numbers but a few."""

import pytest

from tests.memo.test_text_tables import memo_of, rows_of


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (  # a year that was not read: every row has one number more than the heading tells
            "Förändring i tkr ete | 2026 2027\nErsättning till utförare —4 200 —17 900 —18 300\n"
            "Egen regi 5 650 15 400 15 100\nLokalhyra 620 1 488 1518\nNetto 2070 —1012 —1 682\n",
            [
                "Förändring i tkr ete||2026|2027",
                "Ersättning till utförare|—4 200|—17 900|—18 300",
                "Egen regi|5 650|15 400|15 100",
                "Lokalhyra|620|1 488|1 518",
                "Netto|2 070|—1 012|—1 682",
            ],
        ),
        (
            "Tkr 2011 2012\nPersonal 14 200 14 900 15 300\nHyror 2 100 2 150 2 200\nDrift 800 820 840\n"
            "Summa 17 100 17 870 18 340\n",
            [
                "Tkr||2011|2012",
                "Personal|14 200|14 900|15 300",
                "Hyror|2 100|2 150|2 200",
                "Drift|800|820|840",
                "Summa|17 100|17 870|18 340",
            ],
        ),
        (
            "Mnkr 2019 2020\nSkola 14,2 14,9 15,3\nVård 12,1 12,2 12,3\nKultur 3,4 3,5 3,6\n",
            ["Mnkr||2019|2020", "Skola|14,2|14,9|15,3", "Vård|12,1|12,2|12,3", "Kultur|3,4|3,5|3,6"],
        ),
        (  # two rows are too few to doubt the heading
            "Mnkr 2019 2020\nSkola 14,2 14,9 15,3\nVård 12,1 12,2 12,3\n",
            [],
        ),
        (  # as many as it tells
            "Mnkr 2019 2020\nSkola 14,2 14,9\nVård 12,1 12,2\nKultur 3,4 3,5\n",
            ["Mnkr|2019|2020", "Skola|14,2|14,9", "Vård|12,1|12,2", "Kultur|3,4|3,5"],
        ),
        (  # one row of four lost a number, and no heading is read: which columns it has nobody knows
            "kkr Försök Alla skolor\nLivsmedel 268 1140\nPersonal 295 1210\nUtrustning a? 190\nSumma 620 2 540\n",
            [],
        ),
        (  # of three rows one is too many
            "kkr Försök Alla skolor\nVuxen 268 310\nPensionär a? 190\nFamilj 620 740\n",
            [],
        ),
        (  # two rows that differ
            "kkr Försök Alla skolor\nVuxen 268 310\nPensionär a? 190\nBarn e 95\nFamilj 620 740\n",
            [],
        ),
        (  # the first line is a heading, and the last a line of text
            "Mnkr Bokslut 2018 Budget 2019 Budget 2020\nSkatter 1 058,3 1 083,9 1112,4\n"
            "Nettokostnader -1 066,1 -1 076,5 -1 099,8\nFinansnetto -1,9 -2,4 -1,5\nÅrets resultat -9,7 5,0 iia ak\n",
            [
                "Mnkr|Bokslut 2018|Budget 2019|Budget 2020",
                "Skatter|1 058,3|1 083,9|1 112,4",
                "Nettokostnader|-1 066,1|-1 076,5|-1 099,8",
                "Finansnetto|-1,9|-2,4|-1,5",
            ],
        ),
    ],
)
def test_torn_tables(table: str, rows: list[str]) -> None:
    assert rows_of(memo_of(table)) == rows


# rows of budget, outcome and difference: one that lost a number is not read as three by parting thousands
_SKOLA, _KULTUR, _FRITID = "Skola 14 200 14 900 -700\n", "Kultur 3 400 3 600 -200\n", "Fritid 2 100 2 000 100\n"


@pytest.mark.parametrize(
    "short",
    [
        "Vård 12 100 12 300\n",
        "Vård 12 300 -200\n",
        "Vård 12 100 200\n",
        "Vård 8 100 8 150\n",
        "Vård 120 100 120\n",
        "Vård 1 100 900\n",
    ],
)
def test_a_row_that_is_a_number_short_is_left_alone(short: str) -> None:
    rows = rows_of(memo_of("Tkr Budget Utfall Avvikelse\n" + _SKOLA + short + _KULTUR + _FRITID))
    assert rows[0] == "Tkr|Budget|Utfall|Avvikelse"
    assert [row for row in rows if row.startswith("Vård") and any(row.split("|")[1:])] == []
    assert "Skola|14 200|14 900|-700" in rows
    assert "Fritid|2 100|2 000|100" in rows


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("Vård - 12 300 -12 300\n", "Vård|-|12 300|-12 300"),
        ("Vård 12 100 12 300 -200\n", "Vård|12 100|12 300|-200"),
        ("Vård 900 1 100 -200\n", "Vård|900|1 100|-200"),
        ("Vård 300 200 100\n", "Vård|300|200|100"),
    ],
)
def test_a_row_that_has_them_all_is_read(row: str, read: str) -> None:
    assert read in rows_of(memo_of("Tkr Budget Utfall Avvikelse\n" + _SKOLA + row + _KULTUR + _FRITID))


# between rows of two numbers, one of which a number can't be read: the other is, the row ends no table
@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("Mer än 20 timmar 835 L.050\n", "Mer än 20 timmar L.050|835|"),
        ("Mer än 20 timmar 735 8S5\n", "Mer än 20 timmar 8S5|735|"),
        ("Mer än 20 timmar l20 840\n", "Mer än 20 timmar l20||840"),
        ("Trygghetslarm i hemmet 9O 125\n", "Trygghetslarm i hemmet 9O||125"),
        ("Ledsagning 240 3l0\n", "Ledsagning 3l0|240|"),
        ("Mer än 20 timmar 835 940\n", "Mer än 20 timmar|835|940"),
    ],
)
def test_a_row_with_a_torn_cell_ends_no_table(row: str, read: str) -> None:
    table = "Nu Förslag\n1-5 timmar i hemmet 210 260\nFlera timmar 480 590\n" + row + "Larm 90 125\nMiddag 32 38\n"
    rows = rows_of(memo_of(table.replace("1-5 timmar", "Få timmar")))
    assert read in rows
    assert "Larm|90|125" in rows
    assert "Flera timmar|480|590" in rows


@pytest.mark.parametrize(
    "line", ["Allt gäller från 2019 kv3\n", "Se vidare bilaga 3 sid4\n", "enligt taxan 835 L.050\n"]
)
def test_a_line_of_text_is_no_row_with_a_torn_cell(line: str) -> None:
    rows = rows_of(memo_of("Nu Förslag\nFå timmar 210 260\nFlera timmar 480 590\n" + line + "Larm 90 125\n"))
    assert not any(row.startswith(line[:6]) and any(row.split("|")[1:]) for row in rows)


# two headings that set what is beside what is to be stand over two columns, though their numbers may be read as one
@pytest.mark.parametrize(
    ("heading", "two"),
    [
        ("Nu Förslag", True),
        ("Nuvarande Föreslagen", True),
        ("Nuvarande avgift Föreslagen avgift", True),
        ("Gällande taxa Ny taxa", True),
        ("I dag Förslag", True),
        ("Före Efter", True),
        ("Tidigare Nytt", True),
        ("Gammal avgift Ny avgift", True),
        ("Grupp Förslag", False),
        ("Insats Avgift", False),
    ],
)
def test_headings_that_compare_stand_over_numbers(heading: str, two: bool) -> None:
    rows = rows_of(memo_of(heading + "\nFå timmar 210 260\nFlera timmar 480 590\nLarm 90 125\nMiddag 132 138\n"))
    assert ("Få timmar|210|260" in rows) == two
    assert not any(row.startswith("Få timmar|210 260") for row in rows) or not two


_AVGIFTER = "Extra kontroll 950 1 080\nRegistrering 1090 1 240\nGodkännande 2 180 2 480\nUtfärdande 1 180 1 480\n"


@pytest.mark.parametrize("sign", ["]", "|", "[", "!"])
def test_three_digits_behind_what_may_be_a_one_are_no_number(sign: str) -> None:
    rows = rows_of(memo_of(f"Avgift, kr 2008 2009\nPlanerad kontroll 1090 {sign} 240\n{_AVGIFTER}"))
    assert "Registrering|1 090|1 240" in rows
    assert not any(row.startswith("Planerad") and row.endswith("|240") for row in rows)


def test_among_smaller_numbers_three_digits_are_one() -> None:
    table = "Tkr 2008 2009\nPlanerad 1 090 | 240\nExtra 950 180\nNy 1 090 240\nUtökad 2 180 480\nAnnan 2 180 1 480\n"
    assert "Planerad|1 090|240" in rows_of(memo_of(table))


def test_dirt_before_three_digits_among_which_some_are_thousands() -> None:
    head, rest = "Tkr Budget Prognos Avvikelse\n", "Barn 68 900 77 400 -8 500\nLedning 7 700 7 300 400\n"
    table = head + "Äldre 198 300 197 450 ; 850\n" + rest + "Summa 274 900 282 150 -7 250\n"
    assert "Äldre|198 300|197 450|850" in rows_of(memo_of(table))


def test_a_printed_rule_is_none() -> None:
    table = "Avgift, kr 2008 2009\nPlanerad 1 090 | 240\nExtra 950 | 1 080\nNy 1 090 | 1 240\nUtökad 2 180 | 2 480\n"
    assert "Planerad|1 090|240" in rows_of(memo_of(table))


@pytest.mark.parametrize(
    ("number", "read"), [("15280", ""), ("12480", ""), ("1.280", "1.280"), ("1280", "1280"), ("890", "890")]
)
def test_a_long_number_among_those_set_with_points(number: str, read: str) -> None:
    table = f"Plats Nu Förslag\nLiten 1.060 {number}\nMellan 1.160 1.380\nStor 1.260 1.480\nVinter 1.360 1.580\n"
    rows = rows_of(memo_of(table))
    assert "Mellan|1.160|1.380" in rows
    assert any(row.startswith("Liten") and row.endswith(f"|1.060|{read}") for row in rows)
