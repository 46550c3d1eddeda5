"""Rows of old text that lost numbers: those that are whole as they stand are sums still, and uncertain."""

import pytest

from pipeline.extract.facts import AmountFact
from pipeline.extract.pipeline import find_facts
from pipeline.memo.build import find_memos
from tests.memo.test_text_tables import HEAD
from tests.memo.typeset import plain


def amounts_below(table: str) -> list[AmountFact]:
    """The amounts of a table in old text, those of the text round it left out."""
    text = HEAD + table + "\nDet är allt som finns att säga om den saken i detta ärende.\n"
    (memo,) = find_memos([plain(text)])
    return [fact for fact in find_facts(memo).amounts if fact.text != "12 procent"]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (
            "Mnkr 2025 2026 2027 Totalt\nEntreprenad 2 4,0 71,5 62,5 138,0\nByggherrekostnader 335 Os) 45 14,5\n"
            "Inventarier os - 2,0 9,5 o 115\nOförutsett E 4,0 4,0 8,0\n",
            "4,0 71,5 62,5 138,0 14,5 2,0 9,5 4,0 4,0 8,0",
        ),
        (
            "Kalkylen i tabellen är i mnkr.\n\nDel 2004 2005 2006\nMark 1,2 eo 31\nByggnader 12,4 3o5 8,8\n"
            "Inventarier 1,1 a 2,2\n",
            "1,2 12,4 8,8 1,1 2,2",
        ),
        (  # points at the thousands
            "Kronor 1996 1997 1998\nSkolan 1.204.000 98l 000 1.310.500\nFritid ee 240.000 3I5.000\n"
            "Kultur 88.000 — 9o.000\n",
            "1.204.000 1.310.500 240.000 88.000",
        ),
        (  # a comma that was lost, a digit that was cut off, dirt behind a number
            "Mkr 2010 2011 2012\nVatten 3,1 4,4. 5z\nAvlopp 2,6 i, 41\nRenhållning 1,9 7'2 2,2;\n",
            "3,1 4,4 2,6 1,9 2,2",
        ),
        (  # "1 204,5": what stands before belongs to it
            "Tkr 2010 2011 2012\nHemtjänst 1 204,5 88,4 x\nBoende 14,2 7,5 y1\nFärdtjänst 3,2 4,1 =6\n",
            "88,4 14,2 7,5 3,2 4,1",
        ),
        (  # whose minus may be lost: the result, and the last column
            "Mnkr Budget Prognos Avvikelse\nNämnden 14,2 oo 0,4\nSkola 99,1 98,0 -1,1\nResultat 2,2 xi 3,1\n",
            "14,2 99,1 98,0 -1,1",
        ),
        (  # a dash may be a minus where others have one
            "Mnkr 2019 2020 2021\nAvskrivning -2,4 -2,5 o6\nHyra -0,8 - 1,1 xx\nLeasing -0,4 oo -0,5\n",
            "-2,4 -2,5 -0,8 -0,4 -0,5",
        ),
        (
            "Sjukfrånvaron i procent framgår av tabellen.\n\n2007 2008 2009\nSkolan 561 5,4 5,0\nVården se 9,7 8,2\n"
            "Tekniska (fs 6,6 5,9\n",
            "5,4 5,0 9,7 8,2 6,6 5,9",
        ),
        # a line of headings that names several kinds of numbers
        ("Mnkr 2018 2019 Andel, %\nHangar 21,4 S0i5 52,0\nLokal 8,0 16,3 ee 35,0\nTak 1,1 o 2,0 9,1\n", ""),
        ("Antal platser 2018 2019 2020\nHangar 21,4 S0i5 52,0\nLokal 8,0 16,3 ee 35,0\nTak 1,1 o 2,0 9,1\n", ""),
        # no unit said
        ("Område 2018 2019 2020\nHangar 21,4 S0i5 52,0\nLokal 8,0 16,3 ee 35,0\nTak 1,1 o 2,0 9,1\n", ""),
        # too few
        ("Mnkr 2018 2019 2020\nHangar 21,4 S0i5 e2,0\nLokal 8o0 l6,3 ee 35,0\n", ""),
        # lines of something else
        ("Mnkr 2018\nTel 0480-45,0 12,5\nSid 1,2 3,4\nDnr 1,4 2,6\n", ""),
    ],
)
def test_numbers_of_torn_rows(table: str, found: str) -> None:
    amounts = amounts_below(table)
    assert " ".join(fact.text for fact in amounts) == found
    assert all(fact.confidence <= 0.4 for fact in amounts)


def test_the_unit_stands_above_torn_rows() -> None:
    table = (
        "Miljoner kronor 2024 2025 2026\nHyra 1,65 3,97\nMedia och städning 0,31 0,74\n"
        "Avvecklade paviljonger -0,40 =1.62 eae\nKapitalkostnad 0,15 0,55 0,60\nNetto -0,25 0,89 3,19\n"
    )
    units = {fact.text: fact.unit for fact in amounts_below(table)}
    assert {units[text] for text in ("1,65", "0,15", "0,60", "3,19")} == {"mnkr"}


@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("Resan kostar kommunen | 18 kr och resenären 32 kr.", False),
        ("Resan kostar kommunen | 80 kr och resenären 32 kr.", False),
        ("Prognosen för helåret är ~2,4 mnkr och budgeten noll.", False),
        ("Prognosen för helåret är ~240 tkr och budgeten noll.", False),
        ("Borgen tecknas för 295.000.0000 kronor jämte ränta.", False),
        ("Borgen tecknas för 1.295.00 kronor jämte ränta.", False),
        ("Resan kostar kommunen 118 kr och resenären 32 kr.", True),
        ("Prognosen för helåret är 2,4 mnkr och budgeten noll.", True),
        ("Borgen tecknas för 295.000.000 kronor jämte ränta.", True),
        ("Priset är 12.50 kr för en portion (18 kr med dryck).", True),
    ],
)
def test_a_sum_that_lost_its_beginning_is_uncertain(sentence: str, sure: bool) -> None:
    assert (amounts_below(sentence + "\n")[0].confidence > 0.5) is sure


@pytest.mark.parametrize(
    ("row", "sure"),
    [
        ("Behandling -19,8 -20,6 21,6", False),
        ("Behandling och skatt -19,8 20,6 -21,6", False),
        ("Insamling 23,3 -24,1 -25,2", False),
        ("Personal -102,0 -104,5 107,1", False),
        ("Lokaler -2,0 2,1 -2,2", False),
        ("Kostnader -19,8 -20,6 2,6", False),
        ("Behandling -19,8 -20,6 -21,6", True),
        ("Resultat -1,9 -1,8 1,2", False),  # of what is left a minus may be lost anyhow
        ("Behandling -19,8 -20,6 1,1", True),  # something else
        ("Behandling 19,8 -20,6 21,6", True),  # one of the others has none either
    ],
)
def test_a_minus_that_one_of_a_row_has_lost(row: str, sure: bool) -> None:
    table = f"Mnkr 2003 2004 2005\nAvgifter 43,9 46,0 48,0\n{row}\nRänteintäkter 1,1 1,2 1,3\n"
    lost = [fact for fact in amounts_below(table) if fact.text in row.split() and fact.value > 0]
    assert all(fact.confidence > 0.4 for fact in lost) is sure
