"""Points of a body that is named short, by a part of the addressee's name, and ones that ask another body."""

import pytest

from pipeline.extract.decisions_askings import lead_at_end
from pipeline.extract.decisions_bodies import Context, full_name, is_short_for
from pipeline.extract.decisions_proposals import body_in_point
from pipeline.extract.decisions_units import Unit
from pipeline.memo.memo import BlockKind

NAMES = [
    ("Stadsdelsnämnden", "Södra Hamnens stadsdelsnämnd"),
    ("Stadsdelsnämnden", "Stadsdelsnämnden Centrum"),
    ("Kommundelsnämnden", "Kommundelsnämnden Öster"),
    ("Gemensamma nämnden", "Gemensamma nämnden för hjälpmedel"),
    ("Beredningen", "Trygghetsberedningen"),
    ("Kommittén", "Jämställdhetskommittén"),
    ("Direktionen", "Förbundsdirektionen"),
    ("Direktionen", "Direktionen för Mellansjö räddningstjänstförbund"),
    ("Delegationen", "Energidelegationen"),
    ("Presidiet", "Fullmäktiges presidium och Stadspresidiet"),
    ("Utskottet", "Utskottet för lärande"),
]
OTHERS = [
    ("Kommunstyrelsen", "Kommunstyrelsens arbetsutskott"),
    ("Kommunstyrelsen", "Kommunstyrelsen arbetsutskott"),
    ("Socialnämnden", "Socialnämnden arbetsutskott"),
    ("Socialnämnden", "Socialnämnden i Ekby"),
    ("Socialnämnden", "Socialnämnden och Skolnämnden"),
    ("Socialnämnden", "Socialnämnden, Skolnämnden"),
    ("Socialnämnden", "Arbetsmarknads- och socialnämnden"),
    ("Skolnämnden", "Grundskolnämnden"),
    ("Kommunfullmäktige", "Kommunfullmäktige Ekby"),
    ("Tekniska nämnden", "Fastighetsnämnden"),
    ("Kommunstyrelsen", "Stadsdelsnämnden Centrum"),
]


@pytest.mark.parametrize(("name", "addressee"), NAMES)
def test_a_short_name_is_the_addressees(name: str, addressee: str) -> None:
    assert full_name(name, Context(addressee)) == addressee


@pytest.mark.parametrize(("name", "addressee"), OTHERS)
def test_a_name_is_another_bodys(name: str, addressee: str) -> None:
    assert not is_short_for(name, addressee)


@pytest.mark.parametrize(
    ("point", "body"),
    [
        ("att hos medlemskommunernas fullmäktige hemställa om borgen enligt tabellen ovan", None),
        ("att hos medlemskommunernas fullmäktige hemställa om antagande av ny avfallstaxa", None),
        ("att hos kommunstyrelsen hemställa att engångskostnaderna får täckas ur fonden", None),
        ("att hos kommunfullmäktige hemställa om ett tilläggsanslag", None),
        ("att hos kommunfullmäktige i Ekby hemställa om borgen för lånet", None),
        ("att hos regionstyrelsen hemställa om medfinansiering med 2 mnkr", None),
        ("att hos kommunstyrelsen begära att en policy tas fram", None),
        ("att hos länsstyrelsen ansöka om bidrag", None),
        ("att hemställa hos kommunfullmäktige att bemyndiga chefen att teckna avtal", "Kommunfullmäktige"),
        ("att hos kommunfullmäktige hemställa att taxan antas", "Kommunfullmäktige"),
        ("att föreslå kommunfullmäktige att anta taxan", "Kommunfullmäktige"),
        ("Nämnden beslutar att av kommunfullmäktige äska 3,1 mnkr", "Socialnämnden"),
        ("Nämnden beslutar att hos kommunstyrelsen ansöka om 1,6 mnkr", "Socialnämnden"),
        ("Socialnämnden beslutar att hos kommunfullmäktige begära ett tilläggsanslag", "Socialnämnden"),
        ("Nämnden föreslår kommunfullmäktige att hos staten ansöka om bidrag", "Kommunfullmäktige"),
        ("Nämnden föreslår att kommunstyrelsen hos länsstyrelsen ansöker om medel", "Kommunstyrelsen"),
        ("Nämnden hemställer om att kommunfullmäktige anvisar 2 mnkr", "Kommunfullmäktige"),
    ],
)
def test_who_decides_what_another_is_asked_for(point: str, body: str | None) -> None:
    own = body_in_point(point, Context("Socialnämnden"))
    assert (own[0] if own else None) == body


@pytest.mark.parametrize(
    ("addressee", "municipality", "council"),
    [
        ("Förbundsstyrelsen", None, "Förbundsfullmäktige"),
        ("Förbundsfullmäktige", "Viby kommunalförbund", "Förbundsfullmäktige"),
        ("Förbundsdirektionen", None, "Kommunfullmäktige"),
        ("Direktionen", None, "Kommunfullmäktige"),
        ("Landstingsstyrelsen", None, "Landstingsfullmäktige"),
        ("Patientnämnden", "Landstinget Dalarna", "Landstingsfullmäktige"),
        ("Socialnämnden", "Ekby kommun", "Kommunfullmäktige"),
    ],
)
def test_whose_council(addressee: str, municipality: str | None, council: str) -> None:
    assert Context(addressee, municipality=municipality).council == council


def test_a_name_that_lost_a_letters_dots_is_the_addressees() -> None:
    assert full_name("Miljö- och byggnamnden", Context("Miljö- och byggnämnden")) == "Miljö- och byggnämnden"


@pytest.mark.parametrize(
    ("end", "lead"),
    [
        ("samt att socialnämnden föreslår att kommunfullmäktige", True),
        ("och att nämnden hemställer att kommunstyrelsen", True),
        ("samt att kommunstyrelsen föreslår kommunfullmäktige besluta att", True),
        ("och att kommunfullmäktige", False),
        ("i december 2018", False),
    ],
)
def test_the_next_points_lead_in_at_the_end_of_one(end: str, lead: bool) -> None:
    text = f"ger socialchefen i uppdrag att redovisa planens effekter för nämnden, {end}"
    unit = Unit(0, len(text), 0, BlockKind.ITEM, "3")
    assert (lead_at_end(text, unit) is not None) is lead


@pytest.mark.parametrize(
    ("name", "addressee"),
    [
        ("Tekniska nämnden", "Tekniska nämnden Handläggare"),  # the next field's words, in a torn head
        ("Socialnämnden", "Socialnämnden Datum"),
        ("Kultur- och fritidsnämnden", "Kultur- och fritidsnämnden Eva Ek"),
        ("Kommunstyrelsen", "Kommunstyrelsen för kännedom"),
    ],
)
def test_what_stands_behind_the_addressee_is_no_part_of_a_body(name: str, addressee: str) -> None:
    assert not is_short_for(name, addressee)
