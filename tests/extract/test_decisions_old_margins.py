"""Minutes as an old OCR read them: a margin's headings all before the text that stood beside them."""

from pathlib import Path

import pytest

from pipeline.extract.pipeline import find_facts
from pipeline.memo.build import find_memos
from pipeline.memo.headings import heading_of
from pipeline.run import read_pages

MINUTES = """\
EKBY KOMMUN
SAMMANTRÄDESPROTOKOLL

Kommunfullmäktige

Sammanträdesdatum 2013-10-24

KF § 112 Motion om sommarkort på bussen för ungdomar

Ärendet

Två ledamöter har i en motion föreslagit att alla ungdomar ska få åka buss utan
avgift under sommarlovet. Kommunstyrelsen har avstyrkt motionen.

{margin}

Kommunfullmäktige beslutar

{points}

Jan Berg (SD) reserverar sig mot beslutet.

Motionärerna
Barn- och ungdomsnämnden

Anna Ek
Sekreterare
"""
ALL = "Beslut\n\nReservationer\n\nHandlingar\n\nExpedieras\n\nUnderskrifter\n\nAnslag"


@pytest.mark.parametrize(
    ("margin", "points", "found"),
    [
        (
            ALL,
            "att bifalla motionen,\n\natt anslå 120 000 kronor.",
            ["att bifalla motionen", "att anslå 120 000 kronor."],
        ),
        (
            ALL,
            "att ge kommunstyrelsen i uppdrag att teckna avtal med\n\nEkby Buss AB före den 1 mars 2014,\n\n"
            "att anse motionen besvarad.",
            [
                "att ge kommunstyrelsen i uppdrag att teckna avtal med Ekby Buss AB före den 1 mars 2014",
                "att anse motionen besvarad.",
            ],
        ),
        (
            ALL,
            "att bifalla motionen på så sätt att kort mot en avgift på 150 kronor\n\n"
            "erbjuds ungdomar under sommaren 2014,\n\natt anse motionen i övrigt besvarad.",
            [
                "att bifalla motionen på så sätt att kort mot en avgift på 150 kronor "
                "erbjuds ungdomar under sommaren 2014",
                "att anse motionen i övrigt besvarad.",
            ],
        ),
        (
            "Beslut",
            "att bifalla motionen,\n\natt anslå 120 000 kronor.",
            ["att bifalla motionen", "att anslå 120 000 kronor."],
        ),
        ("Underskrifter", "att bifalla motionen.", ["att bifalla motionen."]),
    ],
)
def test_a_margin_s_headings_before_their_text(tmp_path: Path, margin: str, points: str, found: list[str]) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text(MINUTES.format(margin=margin, points=points), encoding="utf-8")
    facts = find_facts(find_memos(read_pages(file))[0])
    assert [d.text for d in facts.decisions if d.kind == "decision"] == found


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("besluta :", False),
        ("besluta:", False),
        ("Besluta", False),
        ("BESLUTA", False),
        ("Beslutar", False),
        ("beslutat:", False),
        ("Hemställa:", False),
        ("hemställer:", False),
        ("Föreslå:", False),
        ("föreslår:", False),
        ("Beslut", True),
        ("beslut:", True),
        ("Hemställan", True),
        ("Förslag:", True),
    ],
)
def test_verbs_are_no_headings(line: str, known: bool) -> None:
    assert (heading_of(line) is not None) is known
