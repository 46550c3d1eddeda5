"""Addressees that are a district's board, whose name a narrow column breaks, and whose short name decides."""

import pytest

from pipeline.extract.pipeline import find_facts
from pipeline.memo.build import find_memos
from tests.memo.typeset import plain

FRAME = """\
Ekby stad
Stadsdelsförvaltningen

Tjänsteutlåtande
Dnr 454-2013-1.2.1
2013-08-12

Handläggare
Maria Berg
Telefon: 0508-22 341

Till
{to}

Förlängning av avtal om drift av Vinterviksgårdens boende

Förvaltningens förslag till beslut

1. {short} förlänger avtalet.
2. Ärendet förklaras omedelbart justerat.

Bakgrund

Avtalet löper ut.

Anna Lind
Stadsdelsdirektör
"""


@pytest.mark.parametrize(
    ("to", "short", "name"),
    [
        (
            "Hägersten-Liljeholmens\nstadsdelsnämnd 2013-08-29",
            "Stadsdelsnämnden",
            "Hägersten-Liljeholmens stadsdelsnämnd",
        ),
        ("Hägersten-Liljeholmens\nstadsdelsnämnd", "Stadsdelsnämnden", "Hägersten-Liljeholmens stadsdelsnämnd"),
        ("Västra Innerstadens\nstadsdelsnämnd", "Stadsdelsnämnden", "Västra Innerstadens stadsdelsnämnd"),
        ("Farsta stadsdelsnämnd", "Stadsdelsnämnden", "Farsta stadsdelsnämnd"),
        ("Farsta\nstadsdelsnämnd", "Stadsdelsnämnden", "Farsta stadsdelsnämnd"),
        ("Spånga-Tensta stadsdelsnämnd 2013-08-29", "Stadsdelsnämnden", "Spånga-Tensta stadsdelsnämnd"),
        ("Bromma stadsdelsnämnd\n2013-08-29", "Stadsdelsnämnden", "Bromma stadsdelsnämnd"),
        ("Stadsdelsnämnden Centrum", "Stadsdelsnämnden", "Stadsdelsnämnden Centrum"),
        ("Kommunstyrelsens\narbetsutskott", "Arbetsutskottet", "Kommunstyrelsens arbetsutskott"),
        ("Kommunstyrelsens\narbetsutskott 2013-08-29", "Arbetsutskottet", "Kommunstyrelsens arbetsutskott"),
        ("Socialnämnden", "Nämnden", "Socialnämnden"),
        ("Socialnämnden\nÄldrenämnden", "Socialnämnden", "Socialnämnden"),
    ],
)
def test_who_is_written_to_decides(to: str, short: str, name: str) -> None:
    facts = find_facts(find_memos([plain(FRAME.format(to=to, short=short))])[0])
    assert facts.head.addressee is not None
    assert facts.head.addressee.value == name
    assert [d.body for d in facts.decisions if d.kind == "proposal"] == [name, name]
