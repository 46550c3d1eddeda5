"""Minutes as whole files: the points of a decision as they are typed, and the body that each is a proposal to."""

from pathlib import Path

import pytest

from pipeline.run import extract, read_pages
from tests.memo.typeset import Sheet

HEAD = """Storåns kommun
{body}                SAMMANTRÄDESPROTOKOLL
                               Sammanträdesdatum
                               2011-05-10          Blad 4

§ 16
Upplåning och lokaler

"""


def rows(tmp_path: Path, body: str, text: str) -> list[str]:
    file = tmp_path / "protokoll.txt"
    file.write_text(HEAD.format(body=body) + text.strip("\n") + "\n", encoding="utf-8")
    (found,) = extract(read_pages(file), "0" * 16)
    return [
        f"{d.kind} | {d.number} | {d.body} | {d.proposed_to} | {d.text}" for d in found.decisions if d.kind != "earlier"
    ]


LED = "Kommunstyrelsen beslutar\n\n"
THREE = [
    "anta riktlinjerna för upplåning",
    "ge ekonomichefen i uppdrag att verkställa den",
    "upphäva äldre riktlinjer.",
]

# what stands before each of the three points, and the number that it has
MARKS = [
    (("1. att   ", "2. att   ", "3. att   "), ("1", "2", "3")),
    (("1.  att\t", "2.  att\t", "3.  att\t"), ("1", "2", "3")),
    (("1.     att     ", "2.     att     ", "3.     att     "), ("1", "2", "3")),
    (("1) att            ", "2) att            ", "3) att            "), ("1", "2", "3")),
    (("(1) att    ", "(2) att    ", "(3) att    "), ("1", "2", "3")),
    (("1 att      ", "2 att      ", "3 att      "), ("1", "2", "3")),
    (("1. att   ", "2. att   ", "3. samt att   "), ("1", "2", "3")),
    (("a) att    ", "b) att    ", "c) att    "), ("a", "b", "c")),
    (("- att    ", "- att    ", "- att    "), (None, None, None)),
    (("att   ", "att   ", "att   "), (None, None, None)),
    (("att           ", "att           ", "att           "), (None, None, None)),
    (("att\t\t", "dels att\t", "samt att\t"), (None, None, None)),
]


@pytest.mark.parametrize(("marks", "numbers"), MARKS)
@pytest.mark.parametrize("between", [",\n", ", samt\n", ",\n\n"])
def test_att_in_a_column_of_its_own(
    tmp_path: Path, marks: tuple[str, ...], numbers: tuple[str | None, ...], between: str
) -> None:
    text = LED + between.join(mark + said for mark, said in zip(marks, THREE, strict=True))
    expected = zip(numbers, THREE, strict=True)
    assert rows(tmp_path, "Kommunstyrelsen", text) == [
        f"decision | {number} | Kommunstyrelsen | None | att {said}" for number, said in expected
    ]


@pytest.mark.parametrize("tab", [110, 130, 150, 190])
def test_att_before_a_tab_in_print(tab: float) -> None:
    sheet = Sheet()
    sheet.put(71, 60, "Storåns kommun").put(71, 74, "Kommunstyrelsen").put(320, 74, "SAMMANTRÄDESPROTOKOLL")
    sheet.put(320, 88, "2011-05-10").put(71, 130, "§ 16", bold=True).put(71, 146, "Upplåning 2012", bold=True)
    sheet.put(71, 180, "Beslut", bold=True).put(71, 200, "Kommunstyrelsen beslutar")
    y = 220.0
    for number, said in enumerate(THREE, 1):
        sheet.put(71, y, f"{number}. att")
        y = (
            sheet.text(
                tab, y, said.rstrip(".") + ", räknat från den dag då beslutet har vunnit laga kraft i alla delar"
            )
            + 6
        )
    (found,) = extract([sheet.page()], "0" * 16)
    points = [(d.number, d.text.split(",")[0]) for d in found.decisions]
    assert points == [(str(number), f"att {text.rstrip('.')}") for number, text in enumerate(THREE, 1)]


def test_points_for_two_bodies_count_on(tmp_path: Path) -> None:
    text = """
Beslut

Kommunstyrelsen beslutar föreslå kommunfullmäktige besluta

1. att   kommunen under 2012 har rätt att nyupplåna 40 mnkr.

Kommunstyrelsen beslutar för egen del

2. att   ekonomichefen får i uppdrag att verkställa upplåningen, samt
3. att   beslutet gäller under förutsättning att kommunfullmäktige fattar beslut
         enligt punkt 1.
"""
    assert rows(tmp_path, "Kommunstyrelsen", text) == [
        "decision | 1 | Kommunstyrelsen | Kommunfullmäktige | att kommunen under 2012 har rätt att nyupplåna 40 mnkr.",
        "decision | 2 | Kommunstyrelsen | None | att ekonomichefen får i uppdrag att verkställa upplåningen",
        "decision | 3 | Kommunstyrelsen | None | att beslutet gäller under förutsättning att kommunfullmäktige fattar "
        "beslut enligt punkt 1.",
    ]


# a point in the middle of three, and the body that it is a proposal to
ASKED = [
    ("att  hos kommunstyrelsen hemställa om tilläggsanslag med 600 000 kronor", "Kommunstyrelsen"),
    ("att hos kommunstyrelsen hemställa om tilläggsanslag", "Kommunstyrelsen"),
    ("att hos kommunfullmäktige anhålla om 200 000 kronor i tilläggsanslag", "Kommunfullmäktige"),
    ("att hemställa hos kommunstyrelsen om utökad ram med 1,2 mnkr", "Kommunstyrelsen"),
    ("att begära hos kommunstyrelsen att få överskrida budgeten", "Kommunstyrelsen"),
    ("att hos kommunstyrelsen begära att frågan om lokaler prioriteras", "Kommunstyrelsen"),
    ("att för ändamålet äska 240 000 kronor hos kommunfullmäktige", "Kommunfullmäktige"),
    ("att föreslå kommunstyrelsen att anvisa 400 000 kronor", "Kommunstyrelsen"),
    ("att föreslå kommunfullmäktige besluta att höja taxan med 4 procent", "Kommunfullmäktige"),
    ("att ge chefen i uppdrag att hos kommunstyrelsen begära medel för flytten", None),
    ("att hos leverantören begära rättelse av fakturan", None),
    ("att anhålla om förlängd svarstid hos länsstyrelsen", None),
]


@pytest.mark.parametrize(("point", "whom"), ASKED)
def test_a_point_that_asks_another_body(tmp_path: Path, point: str, whom: str | None) -> None:
    points = ["att inrätta fyra platser", point, "att föreslå kommunfullmäktige att avgiften höjs"]
    said = " ".join(point.split())
    assert rows(tmp_path, "Socialnämnden", "Socialnämnden beslutar\n\n" + "\n\n".join(points)) == [
        "decision | None | Socialnämnden | None | att inrätta fyra platser",
        f"decision | None | Socialnämnden | {whom} | {said}",
        "decision | None | Socialnämnden | Kommunfullmäktige | att föreslå kommunfullmäktige att avgiften höjs",
    ]


# what stands below a decision: whose minutes, the heading, its text, and what its points are
BELOW = [
    ("Kommunfullmäktige", "Kommunstyrelsens förslag", "Planen antas.", "proposal"),
    ("Kommunfullmäktige", "Kommunstyrelsens förslag till kommunfullmäktige", "Planen antas.", "proposal"),
    ("Kommunfullmäktige", "Kommunstyrelsens hemställan", "Planen antas.", "proposal"),
    ("Kommunfullmäktige", "Kommunstyrelsens förslag till beslut", "Kommunfullmäktige antar planen.", "proposal"),
    ("Kommunfullmäktige", "Kommunstyrelsens förslag", "Kommunstyrelsen föreslår att planen antas.", "proposal"),
    ("Kommunfullmäktige", "Kommunstyrelsens förslag", "Kommunstyrelsen har 2011-04-12, § 60, föreslagit det.", None),
    ("Kommunstyrelsen", "Arbetsutskottets förslag", "1. Planen antas.", "proposal"),
    ("Kommunstyrelsen", "Arbetsutskottets förslag till kommunstyrelsen", "Planen antas.", "proposal"),
    ("Kommunstyrelsen", "Kommunstyrelsens förslag till kommunfullmäktige", "Planen antas.", "decision"),
    ("Kommunstyrelsen", "Förslag till kommunfullmäktige", "Planen antas.", "decision"),
    ("Kommunstyrelsens arbetsutskott", "Förslag till beslut i kommunstyrelsen", "Planen antas.", "decision"),
    ("Kommunstyrelsens arbetsutskott", "Arbetsutskottets förslag till kommunstyrelsen", "Planen antas.", "decision"),
    ("Socialnämnden", "Förvaltningens förslag till beslut", "Socialnämnden antar planen.", "proposal"),
    ("Socialnämnden", "Ordförandens förslag till beslut", "Planen antas.", "proposal"),
    ("Byggnadsnämnden", "Arbetsutskottets förslag till byggnadsnämnden", "Planen antas.", "proposal"),
    ("Byggnadsnämnden", "FÖRSLAG TILL BESLUT", "Planen antas.", "proposal"),
    ("Byggnadsnämnden", "Förslag till beslut", "Byggnadsnämnden beslutar\n\natt anta planen.", "proposal"),
    ("Miljönämnden", "Förslag till beslut i miljönämnden", "1. Miljönämnden antar planen.", "proposal"),
    ("Miljönämnden", "Beslutsförslag", "Planen antas med ändringar.", "proposal"),
    ("Miljönämnden", "Förslag till kommunfullmäktige", "Planen antas.", "decision"),
]


@pytest.mark.parametrize(("body", "heading", "text", "kind"), BELOW)
def test_below_the_decision(tmp_path: Path, body: str, heading: str, text: str, kind: str | None) -> None:
    first, *rest = rows(tmp_path, body, f"Beslut\n\nTaxan fastställs.\n\n{heading}\n\n{text}")
    assert first == f"decision | None | {body} | None | Taxan fastställs."
    assert [row.split(" | ")[0] for row in rest] == ([kind] if kind else [])


def test_a_proposal_without_a_decision_above_is_what_was_decided(tmp_path: Path) -> None:
    found = rows(tmp_path, "Byggnadsnämnden", "BESLUT\nEnligt förslag.\n\nFÖRSLAG TILL BESLUT\n\nBygglov beviljas.")
    assert found == ["decision | None | Byggnadsnämnden | None | Bygglov beviljas."]


# the body of the head, who is said to decide, and whose decision it is
DECIDES = [
    ("Kommunstyrelsen", "Kommunstyrelsens arbetsutskott beslutar", "Kommunstyrelsens arbetsutskott"),
    ("Kommunstyrelsen", "Arbetsutskottet beslutar", "Kommunstyrelsens arbetsutskott"),
    ("Kommunstyrelsen", "Arbetsutskottet beslutar för egen del", "Kommunstyrelsens arbetsutskott"),
    ("Kommunstyrelsen", "Personalutskottet beslutar", "Personalutskottet"),
    ("Kommunstyrelsen", "Kommunstyrelsen beslutar", "Kommunstyrelsen"),
    ("Kommunstyrelsens arbetsutskott", "Arbetsutskottet beslutar", "Kommunstyrelsens arbetsutskott"),
    ("Kommunfullmäktige", "Kommunfullmäktiges presidium beslutar", "Kommunfullmäktiges presidium"),
    ("Socialnämnden", "Socialnämndens arbetsutskott beslutar", "Socialnämndens arbetsutskott"),
    ("Byggnadsnämnden", "Byggnadsnämndens arbetsutskott beslutar", "Byggnadsnämndens arbetsutskott"),
    ("Byggnadsnämnden", "Byggnadsnämnden beslutar", "Byggnadsnämnden"),
]


@pytest.mark.parametrize(("body", "lead", "decides"), DECIDES)
@pytest.mark.parametrize("heading", ["", "Beslut\n\n"])
def test_the_body_that_the_sentence_names_decides(
    tmp_path: Path, body: str, lead: str, decides: str, heading: str
) -> None:
    text = f"{heading}{lead}\n\natt bordlägga ärendet,\n\natt uppdra åt kanslichefen att utreda frågan."
    assert rows(tmp_path, body, text) == [
        f"decision | None | {decides} | None | att bordlägga ärendet",
        f"decision | None | {decides} | None | att uppdra åt kanslichefen att utreda frågan.",
    ]


def test_a_committees_own_decision_and_its_proposal(tmp_path: Path) -> None:
    text = """
Kommunstyrelsens arbetsutskott beslutar

att remittera medborgarförslaget till kultur- och fritidsnämnden.

Arbetsutskottet föreslår kommunstyrelsen besluta

att anslå 45 000 kronor till en utredning.
"""
    own = "Kommunstyrelsens arbetsutskott"
    assert rows(tmp_path, "Kommunstyrelsen", text) == [
        f"decision | None | {own} | None | att remittera medborgarförslaget till kultur- och fritidsnämnden.",
        f"decision | None | {own} | Kommunstyrelsen | att anslå 45 000 kronor till en utredning.",
    ]


def test_what_the_committee_proposed_stands_beside_the_decision(tmp_path: Path) -> None:
    text = """
Kommunstyrelsen beslutar

att avslå medborgarförslaget.

Kommunstyrelsens arbetsutskott beslutar föreslå kommunstyrelsen

att bifalla medborgarförslaget.
"""
    assert rows(tmp_path, "Kommunstyrelsen", text) == [
        "decision | None | Kommunstyrelsen | None | att avslå medborgarförslaget.",
        "proposal | None | Kommunstyrelsen | None | att bifalla medborgarförslaget.",
    ]


@pytest.mark.parametrize(
    "lead", ["Kommunfullmäktige beslutar", "Kommunfullmäktige beslutar:", "Kommunfullmäktige beslutar att"]
)
@pytest.mark.parametrize(
    "heading",
    ["Kommunstyrelsens förslag till kommunfullmäktige", "Kommunstyrelsens förslag till beslut i kommunfullmäktige"],
)
def test_a_councils_decision_in_a_boards_minutes_is_what_the_board_proposes(
    tmp_path: Path, heading: str, lead: str
) -> None:
    text = f"""
Kommunstyrelsens beslut

1. Förvaltningen får i uppdrag att redovisa ärendet i höst.

{heading}

{lead}

1. Köpekontraktet godkänns.
2. Lånet upptas.
"""
    assert [row.split(" | ")[0:1] + row.split(" | ")[2:] for row in rows(tmp_path, "Kommunstyrelsen", text)] == [
        ["decision", "Kommunstyrelsen", "None", "Förvaltningen får i uppdrag att redovisa ärendet i höst."],
        ["decision", "Kommunstyrelsen", "Kommunfullmäktige", "Köpekontraktet godkänns."],
        ["decision", "Kommunstyrelsen", "Kommunfullmäktige", "Lånet upptas."],
    ]
