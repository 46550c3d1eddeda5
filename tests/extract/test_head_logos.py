"""Senders told by logos that were taken apart, offices beside signatures, and numbers that look like telephones'."""

import pytest

from pipeline.extract.head import read_head
from tests.extract.marked import memo_of

BODY = "\n\n== body: Ärendet\nNågot har hänt som nämnden behöver ta ställning till.\n"
TITLE = "\n== title\nOmbyggnad av entrén\n"

SENDERS = [
    ("Ekbygdens\nräddningstjänstförbund\n\n2019-11-04\n\nTill direktionen", "Ekbygdens räddningstjänstförbund"),
    ("Norra Mälarens\nbrandförsvarsförbund\n\n2019-11-04", "Norra Mälarens brandförsvarsförbund"),
    ("Västdalens\nmiljöförbund\n\n2019-11-04", "Västdalens miljöförbund"),
    ("Björkådalens\ngymnasieförbund\n\n2009-11-04", "Björkådalens gymnasieförbund"),
    ("L y se k il s\nkommun\n\n2019-11-04\n\nKommunstyrelsen", "Lysekils kommun"),
    ("A r bo g a\n\n2019-11-04\n\nKommunstyrelsen", "Arboga kommun"),
    ("Kommunstyrelsen\n\n2019-11-04", None),
]


@pytest.mark.parametrize(("head", "name"), SENDERS)
def test_a_logo_in_pieces_names_the_sender(head: str, name: str | None) -> None:
    found = read_head(memo_of(head + TITLE + BODY)).municipality
    assert (found.value if found else None) == name


@pytest.mark.parametrize("stray", ["MS ", "3 ", "& i ", "€) "])
def test_a_picture_read_as_letters_is_no_part_of_the_name(stray: str) -> None:
    foot = "\n== furniture\nTolkförmedling Söderdal, Box 1, 123 45 Ekby\n"
    memo = memo_of(f"{stray}Tolkförmedling Söderdal\n\n2019-11-04\n\nDirektionen{TITLE}{BODY}{foot}")
    found = read_head(memo).municipality
    assert found is not None
    assert found.value == "Tolkförmedling Söderdal"
    assert memo.text[found.start : found.end] == found.value


def test_letters_that_the_memo_prints_everywhere_belong_to_the_name() -> None:
    foot = "\n== furniture\nÖMS Tolkförmedling Söderdal, Box 1, 123 45 Ekby\n"
    memo = memo_of(f"ÖMS Tolkförmedling Söderdal\n\n2019-11-04\n\nDirektionen{TITLE}{BODY}{foot}")
    found = read_head(memo).municipality
    assert found is not None
    assert found.value == "ÖMS Tolkförmedling Söderdal"


OTHERS = [
    ("Arboga Fastighets AB och Föreningen Arboga Båtar har yttrat sig.", "Arboga kommun", True),
    ("Arboga Fastighets AB har yttrat sig.", None, False),
    ("Arboga Fastighets AB, Arboga Taxi AB och Lysekils Taxi AB har yttrat sig.", None, False),
]


@pytest.mark.parametrize(("text", "name", "told"), OTHERS)
def test_where_nothing_else_tells_the_sender_its_companies_do_but_unsurely(
    text: str, name: str | None, told: bool
) -> None:
    found = read_head(memo_of(f"2019-11-04\n\nNämnden{TITLE}\n== body: Ärendet\n{text}\n")).municipality
    assert (found.value if found else None) == name
    assert (found is not None and found.confidence < 0.5) is told


OFFICES = [
    ("Arboga kommun\n\nAvdelning Verksamhetsstöd\n\n2019-11-04", "Avdelning Verksamhetsstöd"),
    ("Arboga kommun\n\nEnhet Mark och exploatering\n\n2019-11-04", "Enhet Mark och exploatering"),
    ("Arboga kommun\n\nOmråde Ekbacken 3\n\n2019-11-04", None),
]


@pytest.mark.parametrize(("head", "name"), OFFICES)
def test_an_office_whose_kind_stands_first(head: str, name: str | None) -> None:
    found = read_head(memo_of(head + TITLE + BODY)).administration
    assert (found.value if found else None) == name


def test_the_office_below_names_that_stand_side_by_side() -> None:
    end = (
        "\n== proposal: Förslag till beslut\nNämnden godkänner ombyggnaden.\n\nEva Ek Nils Alm\n\nStrateg Direktör\n\n"
    )
    memo = memo_of(f"Arboga kommun\n\n2019-11-04{TITLE}{BODY}{end}Enheten för strategisk planering\n")
    found = read_head(memo).administration
    assert found is not None
    assert found.value == "Enheten för strategisk planering"


@pytest.mark.parametrize("number", ["94-118 045", "97-318 130", "12-77 512", "1999-118"])
def test_a_number_under_its_label_that_looks_like_a_telephone_s(number: str) -> None:
    memo = memo_of(f"Arboga kommun\n\nDatum\n1996-10-07\n\nVår beteckning\n{number}\n\nTekniska nämnden{TITLE}{BODY}")
    found = read_head(memo).diarienummer
    assert found is not None
    assert found.value == number


def test_a_telephone_s_number_under_the_label_is_none() -> None:
    memo = memo_of(f"Arboga kommun\n\nVår beteckning\nTel 0589-871 20\n\nTekniska nämnden{TITLE}{BODY}")
    assert read_head(memo).diarienummer is None


TITLES = [
    ("Ombyggnad av entrén är klar", "Ombyggnad av entrén är klar"),
    ("Ärendet är en redovisning till mötet den 9 maj. Nämnden förväntas inte fatta något beslut i dag.", None),
    ("Svar på motion om att kommunen ska bygga ut. Remiss", "Svar på motion om att kommunen ska bygga ut. Remiss"),
]


@pytest.mark.parametrize(("line", "title"), TITLES)
def test_sentences_are_no_heading(line: str, title: str | None) -> None:
    head = "Arboga kommun\n\nDatum: 2020-11-23\n\nRedovisning av resandet i den\nallmänna trafiken"
    found = read_head(memo_of(f"{head}\n== title\n{line}{BODY}")).title
    assert found is not None
    assert found.value == (title or "Redovisning av resandet i den allmänna trafiken")
