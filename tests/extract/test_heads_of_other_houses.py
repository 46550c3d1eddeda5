"""Heads, parties and lists as other houses set them: made-up memos, each for a class of layouts."""

import pytest

from pipeline.extract.head import _with_zero, read_head
from pipeline.extract.head_lines import labels_of
from pipeline.extract.head_shapes import persons_in
from pipeline.extract.roles_lists import OWN_AUDITORS, STREET
from pipeline.extract.roles_signatures import CONTACT
from pipeline.forms.diarienummer import find_diarienummer
from pipeline.forms.names import find_names
from pipeline.memo.labels import is_diarienummer, is_organisation
from pipeline.memo.title import _is_placed_date, _unfinished
from tests.extract.marked import memo_of

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


SIGNED = """
Alby kommun
2015-11-03
Dnr IF 2015/214

Till
Nämnden för Individ & Familjeomsorg
== title
Inhyrning av lokaler
== body: Bakgrund
Lokalerna behövs.
== signatures
Torgny Alvin
{}

Lovisa Ek
{}
"""


@pytest.mark.parametrize(
    ("one", "other", "author"),
    [
        ("Förvaltningschef", "Utredare", "Lovisa Ek"),
        ("Förvaltningschef", "Alkoholhandläggare", "Lovisa Ek"),
        ("Utredare", "Förvaltningschef", "Torgny Alvin"),
        ("Utredare", "Utredare", None),
        ("Förvaltningschef", "Planarkitekt", None),
        ("Förvaltningschef", "Enhetschef", None),
    ],
)
def test_the_officer_among_two_signatories(one: str, other: str, author: str | None) -> None:
    head = read_head(memo_of(SIGNED.format(one, other)))
    assert (head.author.value if head.author else None) == author
    assert head.addressee is not None
    assert head.addressee.value == "Nämnden för Individ & Familjeomsorg"


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ("Handläggare\nIda Ek\nBo Alm\nMottagare\nKommunstyrelsen", "Ida Ek och Bo Alm"),
        ("Handläggare\nIda Ek\n\nBo Alm\n\nKommunstyrelsen", "Ida Ek och Bo Alm"),
        ("Handläggare\nIda Ek, utredare\nBo Alm, ekonom\n\nKommunstyrelsen", "Ida Ek och Bo Alm"),
        ("Handläggare\nIda Ek\nUtredare\n0470-123 45\nBo Alm\n\nKommunstyrelsen", "Ida Ek och Bo Alm"),
        ("Handläggare\nIda Ek\nBo Alm, förvaltningschef\n\nKommunstyrelsen", "Ida Ek"),
        ("Handläggare\nIda Ek\nGodkänd av\nBo Alm\n\nKommunstyrelsen", "Ida Ek"),
        ("Handläggare\nIda Ek\nKommunstyrelsen", "Ida Ek"),
        ("Handläggare Ida Ek\nStorgatan 4\n\nKommunstyrelsen", "Ida Ek"),
    ],
)
def test_two_officers_under_one_label(lines: str, author: str) -> None:
    head = read_head(memo_of(f"Alby kommun\n2015-11-03\n\n{lines}\n== title\nInhyrning av lokaler\n"))
    assert head.author is not None
    assert head.author.value == author


@pytest.mark.parametrize(
    ("number", "text", "mended"),
    [
        ("2007/BUNO164", "Barn- och utbildningsnämnden", "2007/BUN0164"),
        ("2007/BUNO164", "Tekniska nämnden", "2007/BUNO164"),
        ("KSO/164", "Kommunstyrelsen", "KSO/164"),
        ("KS 2007/164", "Kommunstyrelsen", "KS 2007/164"),
    ],
)
def test_a_zero_read_as_a_letter(number: str, text: str, mended: str) -> None:
    assert _with_zero(number, text) == mended


@pytest.mark.parametrize("text", ["Budget 2014 med plan för 2015–2016", "Budget 2015 - 2017", "TAXOR 2015/16"])
def test_years_in_a_title_are_no_diarienummer(text: str) -> None:
    assert not is_diarienummer(text)


@pytest.mark.parametrize("text", ["KS 2015-2016", "Bygg 2012-123", "Dnr KFN 96/0117 822", "96/0117 822"])
def test_diarienummer(text: str) -> None:
    assert is_diarienummer(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2003-08-31", True),
        ("Avesta 2003-08-31", True),
        ("Avesta den 3 maj 2011", True),
        ("Delårsbokslut 2003-08-31", False),
        ("Månadsrapport 31 mars 2011", False),
    ],
)
def test_a_day_behind_a_place_is_no_title(text: str, date: bool) -> None:
    assert _is_placed_date(text) is date
