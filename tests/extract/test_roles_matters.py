"""Applicants, counterparties and assignees, by the words of all kinds of matters."""

from pathlib import Path

import pytest

from tests.extract.marked import facts_of, memo_of

HEAD = "== letterhead\nYdre kommun\nKommunledningskontoret\n\n2015-03-02\n\nKommunstyrelsen\n\n== title\n"
MATTERS = (Path(__file__).parent / "data/roles_matters.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("row", MATTERS)
def test_applicants_and_counterparties(row: str) -> None:
    title, text, told = row.split("|")
    memo = memo_of(f"{HEAD}{title}\n\n== body: Ärendet\n{text}")
    parties = facts_of(memo, "lupp_head", "lupp_decisions", "lupp_parties").parties
    found = {f"{p.name}:{p.role}" for p in parties if p.role in ("applicant", "counterparty")}
    assert found == set(filter(None, told.split(";")))


POINTS = """
att bifalla motionen och ge tekniska nämnden i uppdrag att bygga vägen|Tekniska nämnden
att uppdra åt socialnämnden och tekniska nämnden att utreda frågan|Socialnämnden;Tekniska nämnden
att delegera till nämndens ordförande Eva Ek att fördela medlen|Eva Ek
att ge kommunchefen Eva Ek fullmakt att underteckna avtalen|Eva Ek
att bemyndiga kommunstyrelsen att teckna avtal|Kommunstyrelsen
att uppdra åt kommunstyrelsens ordförande att underteckna avtalet|
Tekniska kontoret får i uppdrag att återkomma.|Tekniska kontoret
Ydre Bostäder AB ges i uppdrag att bygga.|Ydre Bostäder AB
att godkänna rapporten samt att överlåta till miljönämnden att besluta om detaljer|Miljönämnden
att utse Eva Ek till ledamot|
att bevilja Hults IF bidrag|
att delegera beslutanderätten till barn- och utbildningsnämnden|Barn- och utbildningsnämnden
att förvaltningen i samråd med tekniska nämnden utreder frågan|
att uppdra till socialförvaltningen att återkomma|Socialförvaltningen
att samtliga aktier i Hults Bostäder AB överlåts till Hults Stadshus AB för 9 mnkr|
att överlåta beslutanderätten till tekniska nämnden|
att till tekniska nämnden överlåta att besluta|
att fastigheten överlåts till Ek Bygg AB|
att överlåta åt tekniska nämnden att besluta om detaljer|Tekniska nämnden
Socialnämnden bemyndigas att omfördela medel.|Socialnämnden
"""


@pytest.mark.parametrize("row", POINTS.strip().split("\n"))
def test_assignees(row: str) -> None:
    text, told = row.split("|")
    memo = memo_of(f"{HEAD}Ärende\n\n== proposal: Förslag till beslut\n{text}")
    parties = facts_of(memo, "lupp_head", "lupp_decisions", "lupp_parties").parties
    assert {p.name for p in parties if p.role == "assignee"} == set(filter(None, told.split(";")))


def test_an_assignee_under_a_heading_that_is_not_understood() -> None:
    memo = memo_of(f"{HEAD}Ärende\n\n== body: Försl ag\natt uppdra åt Tekniska kontoret att utreda frågan")
    parties = facts_of(memo, "lupp_head", "lupp_decisions", "lupp_parties").parties
    assert [p.name for p in parties if p.role == "assignee"] == ["Tekniska kontoret"]


@pytest.mark.parametrize(("label", "role"), [("Sökande", "applicant"), ("Motpart", "counterparty")])
def test_labels_of_a_letterhead(label: str, role: str) -> None:
    memo = memo_of(f"== letterhead\nYdre kommun\n\n{label}: Hults Bygg AB\n\n== title\nBygglov\n")
    parties = facts_of(memo, "lupp_head", "lupp_parties").parties
    assert [p.role for p in parties if p.name == "Hults Bygg AB"] == [role]


ELSEWHERE = [
    ("Kommunfullmäktige i Kinda kommun avslog begäran.", "Kommunfullmäktige; Kinda kommun"),
    ("Kommunfullmäktige i Ydre kommun avslog begäran.", "Kommunfullmäktige"),
    ("Samråd har skett med vård- och omsorgsnämnden i Motala kommun.", "Vård- och omsorgsnämnden; Motala kommun"),
    ("Socialnämnden i Malmö stad har prövat modellen.", "Socialnämnden; Malmö stad"),
    ("Tekniska nämnden i Kinda kommun anvisade den 17 mars 2016, § 58, en tomt.", "Tekniska nämnden; Kinda kommun"),
    ("Enligt byggnadsnämnden i Åtvidabergs kommun krävs lov.", "Byggnadsnämnden; Åtvidabergs kommun"),
    (
        "Kommunfullmäktige i Kinda kommun och kommunfullmäktige i Motala kommun har godkänt avtalet.",
        "Kommunfullmäktige i Kinda kommun; Kommunfullmäktige i Motala kommun",
    ),
    ("Socialnämnden i Kinda avslog begäran.", "Socialnämnden i Kinda"),
    ("Socialnämnden i Ydre avslog begäran.", "Socialnämnden"),
]


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE)
def test_a_body_of_another_municipality_has_its_place(text: str, expected: str) -> None:
    memo = memo_of(f"{HEAD}Ärende\n\n== body: Bakgrund\n{text}")
    parties = facts_of(memo, "lupp_head", "lupp_parties").parties
    found = [p.name for p in parties if p.type in ("body", "municipality") and p.role == "mentioned"]
    assert sorted(found) == sorted(expected.split("; "))


TITLES = [
    ("Handläggare: Eva Ek", "Handläggare"),
    ("Handläggare Eva Ek, lokalstrateg", "Lokalstrateg"),
    ("Handläggare: Eva Ek, tfn 0380-12 34 56", "Handläggare"),
]


@pytest.mark.parametrize(("line", "title"), TITLES)
def test_an_officers_title(line: str, title: str) -> None:
    memo = memo_of(f"== letterhead\nYdre kommun\n{line}\n\n2015-03-02\n\n== title\nTaxa\n\n== body\nTaxan höjs.")
    authors = [p for p in facts_of(memo, "lupp_head", "lupp_parties").parties if p.role == "author"]
    assert [(p.name, p.title) for p in authors] == [("Eva Ek", title)]


@pytest.mark.parametrize(("heading", "roles"), [("Inkomna yttranden", set()), ("Ärendet", {"applicant"})])
def test_who_was_heard_did_not_apply(heading: str, roles: set[str]) -> None:
    text = "Hults vägförening hemställer att bidraget höjs."
    memo = memo_of(f"{HEAD}Vägbidrag\n\n== body: {heading}\n{text}")
    parties = facts_of(memo, "lupp_head", "lupp_decisions", "lupp_parties").parties
    assert {p.role for p in parties if p.name == "Hults vägförening"} - {"mentioned"} == roles
