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
