"""Which lines are known headings."""

import pytest

from pipeline.memo.headings import heading_of, run_in
from pipeline.memo.memo import SectionKind as K

KNOWN = [
    ("Förslag till beslut", K.PROPOSAL), ("FÖRSLAG TILL BESLUT", K.PROPOSAL), ("Forslag till beslut", K.PROPOSAL),
    ("F6rslag till beslut", K.PROPOSAL), ("Fdrslag till beslut", K.PROPOSAL), ("Förslag till beslut:", K.PROPOSAL),
    ("3. Förslag till beslut", K.PROPOSAL), ("3.1 Förslag till beslut", K.PROPOSAL),
    ("Förslag till beslut i kommunstyrelsen", K.PROPOSAL),
    ("Kommunstyrelsens förslag till kommunfullmäktiges beslut", K.PROPOSAL),
    ("Kommunstyrelsens fdrslag till kommunfullmaktiges beslut", K.PROPOSAL),
    ("Kommunstyrelsens eget beslut", K.DECISION),
    ("F Ö R S L A G", K.PROPOSAL),
    ("F Ö R S L A G  T I L L  B E S L U T", K.PROPOSAL),
    ("B A K G R U N D :", K.BODY),
    ("Férslag till beslut i kultur- och fritidsnamnden fér egen del", K.PROPOSAL),
    ("Kommunstyrelsens förslag till kommunfullmäktige", K.PROPOSAL),
    ("Kommunledningskontorets förslag till beslut", K.PROPOSAL), ("Ordförandens förslag", K.PROPOSAL),
    ("Socialförvaltningens förslag till beslut", K.PROPOSAL), ("Förvaltningens hemställan", K.PROPOSAL),
    ("Beslutsförslag", K.PROPOSAL), ("Arbetsutskottets förslag till beslut:", K.PROPOSAL),
    ("Förslag till kommunfullmäktige", K.PROPOSAL),
    ("Beslut", K.DECISION), ("Nämndens beslut", K.DECISION), ("Socialnämndens beslut", K.DECISION),
    ("Sammanfattning", K.SUMMARY), ("Sammanfattning av ärendet", K.SUMMARY), ("Ärendet i korthet", K.SUMMARY),
    ("Ärendet", K.BODY), ("Arendet", K.BODY), ("1 Bakgrund", K.BODY), ("II. Bakgrund", K.BODY),
    ("Ekonomiska konsekvenser", K.BODY),
    ("Förvaltningens bedömning", K.BODY), ("Konsekvenser för barn och unga", K.BODY), ("Tidigare beslut", K.BODY),
    ("Beslutsunderlag", K.DOCUMENTS), ("Underlag för beslut", K.DOCUMENTS), ("Handlingar i ärendet", K.DOCUMENTS),
    ("Handlingar som ligger till grund för beslutet", K.DOCUMENTS), ("Till grund för beslutet ligger:", K.DOCUMENTS),
    ("Underlag som ligger till grund för bedömningen", K.DOCUMENTS),
    ("Följande handlingar ligger till grund för beslutet:", K.DOCUMENTS),
    ("Bilaga", K.ATTACHMENTS), ("Bilagor:", K.ATTACHMENTS), ("BILAGOR", K.ATTACHMENTS),
    ("Bilagda handlingar", K.ATTACHMENTS),
    ("Beslutet skickas till", K.RECIPIENTS), ("Beslutet ska skickas till:", K.RECIPIENTS),
    ("Expedieras till", K.RECIPIENTS),
    ("Delges", K.RECIPIENTS), ("Sändlista", K.RECIPIENTS), ("Protokollsutdrag till", K.RECIPIENTS),
    ("Kopia till", K.RECIPIENTS),
    ("Beslutsplanering", K.PLANNING), ("Ärendets gång", K.PLANNING), ("Ansvariga", K.SIGNATURES),
    ("Underskrifter", K.SIGNATURES),
    ("Underlag i ärendet", K.DOCUMENTS), ("UNDERLAG TILL ÄRENDET", K.DOCUMENTS),
    ("Handlingar till ärendet", K.DOCUMENTS),
    ("Beslutsunderlag och bilagor", K.DOCUMENTS), ("Följande underlag ligger till grund för beslutet:", K.DOCUMENTS),
    ("Beslutet baseras på följande handlingar", K.DOCUMENTS), ("Dokumentförteckning", K.DOCUMENTS),
    ("Bifogade dokument", K.ATTACHMENTS), ("Bilagor till denna skrivelse", K.ATTACHMENTS),
    ("Medföljande handlingar", K.ATTACHMENTS), ("Till ärendet hör följande bilagor", K.ATTACHMENTS),
    ("Beslutet sänds för kännedom till", K.RECIPIENTS),
]  # fmt: skip
UNKNOWN = [
    "Förslag till länsgemensamt resurscentrum mot hedersrelaterat våld", "Kommunstyrelsen", "att anta planen",
    "Beslut om bidrag",
    "Förslaget är", "2019-08-19", "Dnr KS/2019:318", "Anna Ek", "", "-", "Bilaga 1",
    "Förvaltningen föreslår att nämnden beslutar.",
    "beslut", "Kommunens beslut vann laga kraft.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KNOWN)
def test_known(text: str, kind: K) -> None:
    heading = heading_of(text)
    assert heading is not None
    assert heading.kind == kind


@pytest.mark.parametrize("text", UNKNOWN)
def test_unknown(text: str) -> None:
    assert heading_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "heading"),
    [
        ("Förslag. Arbetsutskottet föreslår att styrelsen beslutar följande.", K.PROPOSAL, "Förslag."),
        ("Bakgrund. Bolaget varslade i november samtliga anställda.", K.BODY, "Bakgrund."),
        ("Beslutsunderlag. Köpekontrakt, kalkyl", K.DOCUMENTS, "Beslutsunderlag."),
        ("Förslag till beslut – Nämnden antar planen.", K.PROPOSAL, "Förslag till beslut –"),
        ("Förslag Kontoret föreslår att styrelsen antar planen", K.PROPOSAL, "Förslag"),
        ("Förslag till beslut Socialnämnden föreslås besluta", K.PROPOSAL, "Förslag till beslut"),
        ("Férslag Kontoret féreslar att nämnden", K.PROPOSAL, "Férslag"),
    ],
)
def test_run_in_without_colon(text: str, kind: K, heading: str) -> None:
    found = run_in(text)
    assert found is not None
    assert (found[0].kind, text[: found[1]]) == (kind, heading)


@pytest.mark.parametrize(
    "text",
    [
        "Förslag att bifalla motionen innebär kostnader",
        "Förslag till detaljplan för kvarteret Eken har ställts ut",
        "Förslaget innebär att nämnden föreslår en ny taxa",
        "Ansökan – Om bidrag",
        "Planen antogs 2001. Kommunen har sedan ändrat den",
        "Bil. 1 Avtal",
    ],
)
def test_not_run_in(text: str) -> None:
    assert run_in(text) is None


def test_run_in() -> None:
    found = run_in("Kopia till: Banken, Revisorerna")
    assert found is not None
    assert found[0].kind == K.RECIPIENTS
    assert found[1] == len("Kopia till:")
    assert run_in("Observera: detta gäller inte") is None
