"""Heads, parties and lists as other houses set them: made-up memos, each for a class of layouts."""

import pytest

from pipeline.extract.head_lines import labels_of
from pipeline.extract.head_shapes import persons_in
from pipeline.extract.roles_lists import OWN_AUDITORS, STREET
from pipeline.extract.roles_signatures import CONTACT
from pipeline.forms.diarienummer import find_diarienummer
from pipeline.forms.names import find_names
from pipeline.memo.labels import is_organisation
from pipeline.memo.title import _unfinished

BODIES = [
    ("Nämnd för trafik, infrastruktur och miljö", "Nämnd för trafik, infrastruktur och miljö"),
    ("Nämnd för regional utveckling", "Nämnd för regional utveckling"),
    ("Hälso- och sjukvårdsnämnd Nord", "Hälso- och sjukvårdsnämnd Nord"),
    ("Stadsdelsnämnden Örgryte-Härlanda", "Stadsdelsnämnden Örgryte-Härlanda"),
    ("Kommundelsnämnden i Väse", "Kommundelsnämnden i Väse"),
    ("Tekniska nämnden", "Tekniska nämnden"),
    ("Vägverket Region Norr har", "Vägverket Region Norr"),
    ("yttrande från Trafikverket Region Syd.", "Trafikverket Region Syd"),
    ("avtal med Ek Taxi och Buss AB om", "Ek Taxi och Buss AB"),
    ("Bilaga 3 Offert Alm Väst AB", "Alm Väst AB"),
    ("BEDÖMNING Alm Schakt HB har lämnat", "Alm Schakt HB"),
    ("optionsavtal med Kemi Bygg Oy löpte", "Kemi Bygg Oy"),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_names(text: str, name: str) -> None:
    assert [n.name for n in find_names(text)] == [name]


NUMBERS = [
    ("Diarienr 99 SN 0442", "99 SN 0442"),
    ("Dnr: 1999 KS 0012", "1999 KS 0012"),
    ("Dnr 97 KS 112", "97 KS 112"),
    ("Dnr 94/SN 0123", "94/SN 0123"),
    ("Dnr 1400123", "1400123"),
    ("Dnr KS 94/118 045", "KS 94/118 045"),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers(text: str, value: str) -> None:
    assert [n.value for n in find_diarienummer(text)] == [value]


SENDERS = ["ÅRE KOMMUN", "Borås stad", "Region Skåne", "Region Jämtland Härjedalen", "Landstinget Dalarna"]
NO_SENDERS = ["Avtal med Vara kommun", "Kultur och fritid", "Stadsplan för Skövde", "Borgen åt Region Skånes bolag"]


@pytest.mark.parametrize("text", SENDERS)
def test_a_sender_is_no_title(text: str) -> None:
    assert is_organisation(text)


@pytest.mark.parametrize("text", NO_SENDERS)
def test_a_title_is_no_sender(text: str) -> None:
    assert not is_organisation(text)


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("UPPHANDLING AV VÄGHÅLLNING FÖR TIDEN OKTOBER", True),
        ("Ansökan om bidrag från föreningen i", True),
        ("Detaljplan för del av fastigheten", True),
        ("Ny organisation av skolledningen –", True),
        ("Svar på motion om laddstolpar", False),
        ("Till", False),
    ],
)
def test_titles_that_go_on(line: str, more: bool) -> None:
    assert _unfinished(line) is more


@pytest.mark.parametrize(
    ("text", "person"),
    [("Xhevat Bytyqi Datum", "Xhevat Bytyqi"), ("P-O Nisse Till", "P-O Nisse"), ("Ida Ek", "Ida Ek")],
)
def test_a_label_behind_a_name_is_no_surname(text: str, person: str) -> None:
    found = persons_in(text, labelled=True)
    assert [(p.value, text[p.start : p.end]) for p in found] == [(person, person)]


@pytest.mark.parametrize("text", ["Strandvägen 12 B", "Storgatan 3", "Box 12", "290 60 Mjällby", "Södra Torget 1"])
def test_where_a_recipient_lives_is_none(text: str) -> None:
    assert STREET.match(text)


@pytest.mark.parametrize("text", ["Strandvägens samfällighetsförening", "Torgskolan", "Ida Ek", "Gatukontoret"])
def test_a_recipient_is_no_street(text: str) -> None:
    assert not STREET.match(text)


def test_own_auditors_are_a_body() -> None:
    assert OWN_AUDITORS.fullmatch("Kommunens revisorer")
    assert OWN_AUDITORS.fullmatch("Förbundets förtroendevalda revisorer")
    assert not OWN_AUDITORS.fullmatch("Kommunens nämnder")


@pytest.mark.parametrize("text", ["ida.ek@vara.example", "0456-81 60 00", "Tel 08-508 31 900"])
def test_contact_lines(text: str) -> None:
    assert CONTACT.search(text)


def test_labels_of_two_fields() -> None:
    from types import SimpleNamespace

    line = SimpleNamespace(text="Handläggare, telefon", start=0)
    assert [(x.field, x.alone) for x in labels_of([line])] == [("author", True)]  # type: ignore[list-item]
