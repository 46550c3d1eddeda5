"""Decisions by officers, chairs, companies and associations: told in a sentence, in a table, or line by line."""

import pytest

from pipeline.extract.decisions_bodies import context_of
from pipeline.extract.decisions_delegated import find_delegated
from pipeline.extract.decisions_earlier import find_earlier
from pipeline.memo.memo import Cell, Memo, Table
from tests.extract.decisions_memo import make_facts, make_head, make_memo


def told(sentence: str) -> list[str]:
    memo = make_memo("§§ BODY Bakgrund\n" + sentence)
    head = make_head("Kommunstyrelsen", date="2010-02-01")
    found = find_earlier(memo, make_facts(memo, head), context_of(head), [])
    return [f"{f.body} | {f.action} | {f.date}" for f in found]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Ekonomichefen beviljade den 30 september 2009 föreningen ett bidrag.", "Ekonomichefen | grant | 2009-09-30"),
        ("Förvaltningschefen fattade den 3 mars 2009 beslut om att stänga.", "Förvaltningschefen | other | 2009-03-03"),
        ("Den 4 mars 2009 beslutade rektorn att stänga av eleven.", "Rektorn | other | 2009-03-04"),
        ("Tf. kommunchefen godkände kalkylen den 6 mars 2009.", "Tf. kommunchefen | approve | 2009-03-06"),
        ("Miljöinspektören avslog den 8 mars 2009 ansökan.", "Miljöinspektören | reject | 2009-03-08"),
        (
            "Kommunstyrelsens ordförande beslutade den 9 juli 2009 att avge yttrande.",
            "Kommunstyrelsens ordförande | submit | 2009-07-09",
        ),
        (
            "Nämndens vice ordförande beslutade den 9 juli 2009 att avge yttrande.",
            "Kommunstyrelsens vice ordförande | submit | 2009-07-09",
        ),
        ("Den 14 december 2009 beslutade nämnden (§ 201) om ny taxa.", "Kommunstyrelsen | other | 2009-12-14"),
        ("Bolagets styrelse ställde sig den 1 juni 2009 bakom förslaget.", "Bolagets styrelse | approve | 2009-06-01"),
        ("Ekbyhus AB:s styrelse godkände den 6 mars 2009 kalkylen.", "Ekbyhus AB:s styrelse | approve | 2009-03-06"),
        ("Föreningens årsmöte antog den 7 mars 2009 nya stadgar.", "Föreningens årsmöte | adopt | 2009-03-07"),
        ("Leader Ekbygden har den 27 januari 2009 beviljat 45 000 EUR.", "Leader Ekbygden | grant | 2009-01-27"),
        ("Mora tingsrätt försatte det i konkurs den 3 maj 2007.", "Mora tingsrätt | other | 2007-05-03"),
        (
            "Stadsdirektören tecknade den 18 augusti 2009 på delegation avtal med Ekby IF.",
            "Stadsdirektören | agree | 2009-08-18",
        ),
        (
            "Kommunfullmäktige i Storuman godkände avtalet 2009-09-21, § 58.",
            "Kommunfullmäktige i Storuman | approve | 2009-09-21",
        ),
    ],
)
def test_who_decided(sentence: str, row: str) -> None:
    assert told(sentence) == [row]


@pytest.mark.parametrize(
    "sentence",
    [
        "Förvaltningschefen redovisade den 4 mars 2009 läget.",
        "Handläggaren besökte den 4 april 2009 platsen.",
        "Karin Holm antog den 3 mars 2009 utmaningen.",
        "Stadsdirektören tecknade den 18 augusti 2009 avtal med Ekby IF.",
        "Ordföranden öppnade mötet den 4 mars 2009.",
        "Kommunchefen träffade bolaget den 4 mars 2009.",
        "Föreningen Ekby Vänner har i skrivelse den 4 mars 2009 motsatt sig förslaget.",
    ],
)
def test_no_decision(sentence: str) -> None:
    assert told(sentence) == []


def delegated(memo: Memo) -> list[str]:
    found = find_delegated(memo, make_facts(memo, make_head("Tekniska nämnden", date="2010-02-01")))
    return [f"{f.body} | {f.action} | {f.date} | {f.text}" for f in found]


@pytest.mark.parametrize(
    "heading",
    [
        "Delegationsbeslut september–oktober 2009",
        "Redovisning av delegationsbeslut",
        "Anmälan av delegationsbeslut:",
        "Beslut som fattats på delegation",
        "Nr Datum Beslut Delegat",
    ],
)
def test_entries_on_lines(heading: str) -> None:
    memo = make_memo(
        f"§§ BODY Ärendet\n{heading}\nD 31 2009-09-03 Ramavtal för asfaltering\n"
        "D 32 2009-09-22 Avslag på ansökan, Haga 4:12 D 33 2009-10-06 Bidrag till Ekby Båtklubb\n"
        "2009-10-19 Yttrande över delegationsordningen\n"
        "Besluten har fattats med stöd av delegationsordningen av den 4 mars 2008."
    )
    assert delegated(memo) == [
        "None | agree | 2009-09-03 | Ramavtal för asfaltering",
        "None | reject | 2009-09-22 | Avslag på ansökan, Haga 4:12",
        "None | grant | 2009-10-06 | Bidrag till Ekby Båtklubb",
        "None | submit | 2009-10-19 | Yttrande över delegationsordningen",
    ]


def tabled(headers: list[str], rows: list[list[str]], caption: str) -> Memo:
    memo = make_memo("§§ BODY Delegation\n" + "\n".join(" ".join(row) for row in [headers, *rows]))
    cells, at = [], 0
    for number, row in enumerate([headers, *rows]):
        for column, said in enumerate(row):
            at = memo.text.index(said, at)
            cells.append(Cell(at, at + len(said), number, column, headers[column] if number else "", row[0]))
            at += len(said)
    object.__setattr__(memo, "tables", (Table(cells[0].start, at, caption, tuple(cells)),))
    return memo


ROWS = [["D 1", "2009-09-03", "Hyresavtal", "Teknisk chef"], ["D 2", "-", "Avslag", "Parkchef"]]


@pytest.mark.parametrize(
    ("headers", "caption", "want"),
    [
        (["Nr", "Datum", "Beslut", "Delegat"], "", "Teknisk chef | agree | 2009-09-03 | Hyresavtal"),
        (["Nr", "Beslutsdatum", "Ärende", "Beslutsfattare"], "", "Teknisk chef | agree | 2009-09-03 | Hyresavtal"),
        (["Nr", "Datum", "Ärende", "Plats"], "Delegationsbeslut 2009", "None | agree | 2009-09-03 | Hyresavtal"),
        (["Nr", "Datum", "Ärende", "Plats"], "Möten 2009", None),
        (["Nr", "Inkom", "Ärende", "Delegat"], "", None),
    ],
)  # fmt: skip
def test_entries_in_a_table(headers: list[str], caption: str, want: str | None) -> None:
    assert delegated(tabled(headers, ROWS, caption)) == ([want] if want else [])
