"""Lists of recipients that lost their heading: told at the end of an old text, and nowhere else."""

from dataclasses import replace

import pytest

from pipeline.read.page import ReadAs
from tests.extract.marked import facts_of, memo_of

HEAD = (
    "== letterhead\nYdre kommun\nSocialförvaltningen\n\n1995-09-16\n\nSocialnämnden\n\n== title\nOm taxan\n\n"
    "== body: Bakgrund\nTaxan har inte ändrats sedan 1990. Den bör nu höjas för alla som har den hjälp som taxan "
    "gäller, och det har förvaltningen räknat på under våren. Hälften av landets kommuner har gjort detsamma.\n\n"
)
ENDS = [
    (
        "== signatures\nEva Ek\nKamrer\n\n== attachments: Bilagor\nRitning"
        "\n\nKommunstyrelsen, Länsarbetsnämnden i Norrbottens län,\n\nFastighetskontoret (2 ex),\n\nTekniska nämnden",
        {"Kommunstyrelsen", "Länsarbetsnämnden i Norrbottens län", "Fastighetskontoret", "Tekniska nämnden"},
    ),
    (
        "== attachments: Bilagor\nPlan\n\nYdre kommun; Kinda kommun; Eks Stadsnät AB; Eva Ek; internrevisionen\n\n"
        "== signatures\nNils Lund, kommundirektör, 2026-03-11",
        {"Kinda kommun", "Eks Stadsnät AB", "Eva Ek", "Internrevisionen", "Ydre kommun"},
    ),
    (
        "== signatures\nEva Ek\nKamrer\n\nPatientnämnden\n\nTekniska nämnden\nLindens Åkeri AB",
        {"Patientnämnden", "Tekniska nämnden", "Lindens Åkeri AB"},
    ),
    # the text goes on, a list that a sentence leads to, an office above who signs, the sender's own foot
    (
        "== proposal: Förslag\n\nTekniska nämnden, Kommunstyrelsen, Eks Stadsnät AB\n\n"
        "De som har hörts är alla ense om att taxan ska höjas så snart som det är möjligt att göra det.",
        set(),
    ),
    ("== body: Yttranden\nYttrat sig har:\n\nTekniska nämnden, Kommunstyrelsen, Eks Stadsnät AB", set()),
    ("== signatures\nSocialförvaltningen\n\nEva Ek\nKamrer", set()),
    ("== signatures\nEva Ek\nKamrer\n\nYdre kommun\nSocialförvaltningen", set()),
]


@pytest.mark.parametrize(("end", "expected"), ENDS)
def test_recipients_without_a_heading(end: str, expected: set[str]) -> None:
    memo = replace(memo_of(HEAD + end), read_as=frozenset({ReadAs.OCR}))
    parties = facts_of(memo, "lupp_head", "lupp_decisions", "lupp_parties").parties
    assert {p.name for p in parties if p.role == "recipient"} == expected


def test_a_digital_memo_has_its_headings() -> None:
    parties = facts_of(memo_of(HEAD + ENDS[0][0]), "lupp_head", "lupp_decisions", "lupp_parties").parties
    assert not [p for p in parties if p.role == "recipient"]


def test_a_list_of_which_each_line_stands_apart() -> None:
    end = "== body: Beslut\n\nExpedieras: Eks Snickeri AB\n\nTekniska nämnden\n\nEkonomikontoret\n\nEva Ek\n\nKamrer"
    memo = replace(memo_of(HEAD + end), read_as=frozenset({ReadAs.OCR}))
    parties = facts_of(memo, "lupp_head", "lupp_decisions", "lupp_parties").parties
    assert {p.name for p in parties if p.role == "recipient"} == {
        "Eks Snickeri AB",
        "Tekniska nämnden",
        "Ekonomikontoret",
    }
