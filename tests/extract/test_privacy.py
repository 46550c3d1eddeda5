"""What must be masked before a memo is published, and what is an office's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import privacy
from tests.extract.marked import facts_of, memo_of

HEAD = """
Avesta kommun
Socialförvaltningen
Handläggare: Karin Berg
Telefon: 0226-64 50 00
karin.berg@avesta.se

Socialnämnden
== title
Ansökan om ersättning
== body: Ärendet
"""


def found(text: str) -> list[tuple[str, str]]:
    facts = facts_of(memo_of(HEAD + text), "lupp_head", "lupp_privacy")
    return [(fact.kind, fact.text) for fact in facts.privacy]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Emma Rosén, personnummer 19780101-2357, har ansökt om bidrag.",
            [("person", "Emma Rosén"), ("personnummer", "19780101-2357")],
        ),
        (
            "Emma Rosén (780101-2357) söker. Emma Roséns son bor hemma.",
            [("person", "Emma Rosén"), ("personnummer", "780101-2357"), ("person", "Emma Rosén")],
        ),
        ("Sökande: Emma Rosén", [("person", "Emma Rosén")]),
        ("Vårdnadshavare Emma Rosén har hörts.", [("person", "Emma Rosén")]),
        ("Emma Rosén har den 2 juni 2015 ansökt om ersättning.", [("person", "Emma Rosén")]),
        (
            "Emma Rosén ansöker om bygglov på Myrgatan 4, 774 30 Avesta.",
            [("person", "Emma Rosén"), ("address", "Myrgatan 4, 774 30 Avesta")],
        ),
        ("Klaganden Emma Rosén nås på 070-123 45 67.", [("person", "Emma Rosén"), ("phone", "070-123 45 67")]),
        ("Kontakta emma.rosen@gmail.com.", [("email", "emma.rosen@gmail.com")]),
        ("Samordningsnummer 701063-2391 är registrerat.", [("samordningsnummer", "701063-2391")]),
        ("Hon är bosatt på Myrgatan 4 i Avesta.", [("address", "Myrgatan 4")]),
        ("Pojken, 161114-XXXX, bor växelvis.", [("personnummer", "161114-XXXX")]),
        ("Numret är 19811212-****.", [("personnummer", "19811212-****")]),
        ("Bolaget ägs av Emma Rosén, 811212-1234.", [("person", "Emma Rosén"), ("personnummer", "811212-1234")]),
        ("Nämnden beviljar Emma Rosén färdtjänst.", [("person", "Emma Rosén")]),
        ("Förslagsställare: Emma Rosén, Myrgatan 4, 774 30 Avesta.", [("address", "Myrgatan 4, 774 30 Avesta")]),
        ("Roséns Rör, org.nr 780101-2357, har lämnat anbud.", [("personnummer", "780101-2357")]),
        ("Bostadsanpassning till Emma Rosén", [("person", "Emma Rosén")]),
        ("Ägaren till Hult 1:2, Emma Rosén, motsätter sig bygglov.", [("person", "Emma Rosén")]),
        ("Grannen Emma Rosén har erinrat.", [("person", "Emma Rosén")]),
        ("Nämnden beviljar Emma Rosén entledigande.", []),
        ("Numret är 2024-2025 och 556677-1234.", []),
    ],
)
def test_masked(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Socialchef Karin Berg har föredragit ärendet.",
        "Kommunalrådet Per Ek (S) yrkar bifall.",
        "Motion av Per Ek (S) om skolmat.",
        "Karin Berg bedömer att ansökan bör avslås.",
        "Frågor ställs till registrator@avesta.se.",
        "Ring kommunens växel 0226-64 50 00.",
        "824 80 Ekby Besöksadress: Trädgårdsgatan 4 Tel: 0226-64 50 00 vx Fax: 0226-64 50 01 Org.nr: 212000-2379",
        "Postadress Box 12, 824 80 Ekby Telefon 0226-64 50 00 Bankgiro 123-4567 www.ekby.se",
        "Besöksadress Storgatan 1 · Växel 0226-64 50 00 · Telefax 0226-64 50 01",
        "Nya lokaler på Myrgatan 4 hyrs.",
        "Byggkonsult AB, org.nr 556036-0793, har anlitats.",
        "Fastigheten Bjursås 14:3 köps.",
        "Kostnaden är 1 850 000 kr under 2015–2016.",
        "Verkställande direktören Mikael Sarri ansökte om markanvisning.",
        "Kommunen ansökte den 2 juni 2015 om bidrag.",
        "Dnr 2019-000412 avslutas.",
        "Avtalet gäller 2019-01-01–2020-12-31.",
    ],
)
def test_not_masked(text: str) -> None:
    assert found(text) == []


OFFICE = """Inget.
== signatures
Karin Berg
Socialchef
070-123 45 67
== furniture
Avesta kommun, Kungsgatan 18, 774 81 Avesta
Tel 0226-64 50 00
"""
RECIPIENT = """Inget.
== recipients: Beslutet ska skickas till
Emma Rosén (med besvärshänvisning)
Myrgatan 4
774 30 Avesta
"""


def test_offices_own_contacts_are_not_masked() -> None:
    assert found(OFFICE) == []


def test_a_private_recipient_with_the_right_to_appeal() -> None:
    kinds = dict(found(RECIPIENT))
    assert kinds["person"] == "Emma Rosén"
    assert kinds["address"].startswith("Myrgatan 4")


@given(
    st.lists(
        st.sampled_from(
            [
                *(word + "\n" for word in (*privacy._WORDS["roles"], *privacy._WORDS["acts"])),
                *(
                    "Granne",
                    "ägaren till",
                    "Beviljas",
                    "medge",
                    "SKOLſKJUTS TILL ",
                    "Färdtjänst för ",
                    "har den 3 maj sökt",
                ),
                *(
                    "Besvärshänvisning",
                    "(överklagandehänvısning",
                    "Ida Ek",
                    "–",
                    "İ",
                    " ",
                    ", ",
                    ":",
                    "\n\n",
                    "avslå ansökan från ",
                ),
            ]
        ),
        max_size=6,
    )
)
def test_no_cue_is_passed_over(parts: list[str]) -> None:
    text = "".join(parts)
    places = privacy._cue_places(text)
    for cue in privacy._CUES:
        for match in (m for at in range(len(text) + 1) for m in [cue.match(text, at)] if m):
            assert places is None or any(match.start() <= place < match.end() for place in places)
