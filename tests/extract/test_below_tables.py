"""Tables among the points of an old text: what stands below them is no point; and sums that only their total names."""

import pytest

from pipeline.extract.facts import Facts
from pipeline.extract.pipeline import find_facts
from pipeline.memo.build import find_memos
from tests.memo.typeset import plain

FRAME = """\
Ekby kommun TJÄNSTESKRIVELSE
Socialkontoret 1998-03-09
Dnr SN 98/112

Socialnämnden

Bidrag till föreningar 1998

Förslag till beslut

Socialnämnden beslutar
{points}

{table}
{below}

Anna Lind
Förvaltningschef
"""
POINTS = "att bevilja Länkarna 35 000 kr i bidrag för 1998\natt avslå ansökan från Väst om 40 000 kr"
TABLE = "Belopp i tkr 1996 1997 1998\nIntäkter 312 318 325\nKostnader 298 301 310\nResultat 14 17 15\n"


def _facts(points: str, table: str, below: str) -> Facts:
    return find_facts(find_memos([plain(FRAME.format(points=points, table=table, below=below))])[0])


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("Årets resultat uppgår till 15 tkr, vilket motsvarar 4,6 procent av intäkterna.", 2),
        ("Nämnden har budgeterat 50 000 kronor för ändamålet. Kvar efter beslutet blir 15 000 kronor.", 2),
        ("Bidraget betalas ut med hälften i april och hälften i oktober 1998 till föreningarna.", 2),
        ("Kostnaden ökar med 12 tkr jämfört med 1997 och intäkterna med 7 tkr under samma tid.", 2),
        ("att bevilja Röda korset 12 500 kr i bidrag för 1998", 3),
        ("Bidragen för 1998 ska redovisas till nämnden senast den 31 januari 1999 av varje förening.", 3),
        ("Taxan enligt tabellen gäller från och med den 1 april 1998 för alla föreningar i kommunen.", 3),
        ("Paragrafen justeras omedelbart.", 3),
    ],
)
def test_what_tells_of_the_table_is_no_point(below: str, count: int) -> None:
    assert sum(d.kind == "proposal" for d in _facts(POINTS, TABLE, below).decisions) == count


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            "Post 1996 1997\nLön 30 000 32 000\nHyra 10 000 12 500\nSumma kr 40 000 44 500\n",
            ["30 000", "32 000", "10 000", "12 500", "40 000", "44 500"],
        ),
        (
            "Post 1996 1997\nLön 30.000 32.000\nHyra 10.000 12.500\nSumma kronor 40.000 44.500\n",
            ["30.000", "32.000", "10.000", "12.500", "40.000", "44.500"],
        ),
        ("Post 1996 1997\nLön 30 000 32 000\nHyra 10 000 12 500\nSumma 40 000 44 500\n", []),
        ("Post 1996 1997\nPlatser 30 000 32 000\nBesök 10 000 12 500\nSumma besök 40 000 44 500\n", []),
    ],
)
def test_the_total_names_the_unit(table: str, told: list[str]) -> None:
    facts = _facts("att godkänna redovisningen", table, "Det är allt som finns att säga om detta.")
    assert [a.text for a in facts.amounts] == told
    assert all(a.confidence < 0.8 for a in facts.amounts[: len(told) - 2])
