"""Two lists side by side in old OCR text, whose gap is lost; senders, papers and parties are made up."""

import pytest

from pipeline.memo.build import find_memos
from pipeline.memo.memo import SectionKind as K
from tests.memo.typeset import plain

BODY = (
    "Frågan har väckts av flera föreningar under det senaste året.\nNu gällande regler är från 1996 och bör ses över."
)
HEAD = "VÄNNÄS KOMMUN\nSocialkontoret\n\n1996-05-13\n\nSocialnämnden\n\nÄndrade avgifter inom hemtjänsten\n\nBakgrund\n"


def lists(tail: str) -> list[tuple[K, list[str]]]:
    memo = find_memos([plain(f"{HEAD}\n{BODY}\n\n{tail}\n")])[0]
    kinds = (K.ATTACHMENTS, K.DOCUMENTS, K.RECIPIENTS)
    return [
        (s.kind, [line for line in memo.text[s.body : s.end].split("\n") if line])
        for s in memo.sections
        if s.kind in kinds
    ]


@pytest.mark.parametrize(
    ("tail", "papers", "parties"),
    [
        (
            "Bilagor Expedieras till\n1. Avtalsförslag 1996-09-19 Kommunstyrelsen\n2. Driftskalkyl Tekniska kontoret\n"
            "\nUmeå Hockeyförening",
            ["1. Avtalsförslag 1996-09-19", "2. Driftskalkyl"],
            ["Kommunstyrelsen", "Tekniska kontoret", "Umeå Hockeyförening"],
        ),
        (
            "Bilagor: Delgives:\n\nSkrivelse från AB Umeåbostäder AB Umeåbostäder\n"
            "Skrivelse från Norrlands Industrihus AB, Umeå Energi AB\n“Ekonomikontoret (2 ex)",
            ["Skrivelse från AB Umeåbostäder", "Skrivelse från Norrlands Industrihus AB,"],
            ["AB Umeåbostäder", "Umeå Energi AB", "Ekonomikontoret (2 ex)"],
        ),
        (
            "Beslutsunderlag Beslutet skickas till\nTjänsteskrivelse 2020-04-03 Ekonomiavdelningen\n"
            "Reviderad taxa Miljönämnden\nRevisorerna",
            ["Tjänsteskrivelse 2020-04-03", "Reviderad taxa"],
            ["Ekonomiavdelningen", "Miljönämnden", "Revisorerna"],
        ),
        (
            "Bilagor Delges\n1. Ansökningar : Sökande föreningar\n2. Riktlinjer för bidrag Ekonomiavdelningen\n"
            "Kommunstyrelsen",
            ["1. Ansökningar", "2. Riktlinjer för bidrag"],
            ["Sökande föreningar", "Ekonomiavdelningen", "Kommunstyrelsen"],
        ),
        (
            "Bilagor: ; Expedieras till:\nBilaga 1 Nämndernas ramar Samtliga nämnder\nBilaga 2 Taxor Revisionen\n"
            "- Revisorerna",
            ["Bilaga 1 Nämndernas ramar", "Bilaga 2 Taxor"],
            ["Samtliga nämnder", "Revisionen", "Revisorerna"],
        ),
        (
            "Bilagor Delges\nDelårsrapport 2 2017 , Regionstyrelsen\nSjukfrånvaro per enhet Avdelningscheferna\n"
            "Ansökningar (3 st) Sökandena",
            ["Delårsrapport 2 2017", "Sjukfrånvaro per enhet", "Ansökningar (3 st)"],
            ["Regionstyrelsen", "Avdelningscheferna", "Sökandena"],
        ),
        (
            "Beslutsunderlag Skickas till\nAvgiftstabell 2015 Kommunfullmäktige\n"
            "Konsekvensanalys, daterad 2014-10-06 Avgiftshandläggarna\n"
            "Pensionärsrådets yttrande Enhetschefer hemtjänst",
            ["Avgiftstabell 2015", "Konsekvensanalys, daterad 2014-10-06", "Pensionärsrådets yttrande"],
            ["Kommunfullmäktige", "Avgiftshandläggarna", "Enhetschefer hemtjänst"],
        ),
        (  # a paper that is about such people stays whole
            "Bilagor Delges\nYttrande från revisorerna Kommunstyrelsen\nRevisionsrapport Rektorerna\n"
            "Förteckning över berörda fastighetsägare Byggnadsnämnden",
            ["Yttrande från revisorerna", "Revisionsrapport", "Förteckning över berörda fastighetsägare"],
            ["Kommunstyrelsen", "Rektorerna", "Byggnadsnämnden"],
        ),
        (
            "Bilaga Kopia till\nHyresavtal Socialnämnden\nKarta akten",
            ["Hyresavtal", "Karta"],
            ["Socialnämnden", "akten"],
        ),
        (
            "Bilagor Sändlista\nBilaga 1: Delårsrapport BUN Kommunstyrelsen\nBilaga 2: Åtgärdsplan ekonomiavdelningen",
            ["Bilaga 1: Delårsrapport BUN", "Bilaga 2: Åtgärdsplan"],
            ["Kommunstyrelsen", "ekonomiavdelningen"],
        ),
    ],
)
def test_papers_left_parties_right(tail: str, papers: list[str], parties: list[str]) -> None:
    (first, left), (second, right) = lists(tail)
    assert first in (K.ATTACHMENTS, K.DOCUMENTS)
    assert second is K.RECIPIENTS
    assert (left, right) == (papers, parties)


def test_parties_left_papers_right() -> None:
    found = lists("Expedieras till Bilagor\nKommunstyrelsen Hyresavtal\nSocialnämnden Karta över området\nAkten")
    assert found == [
        (K.RECIPIENTS, ["Kommunstyrelsen", "Socialnämnden", "Akten"]),
        (K.ATTACHMENTS, ["Hyresavtal", "Karta över området"]),
    ]


@pytest.mark.parametrize(
    "tail",
    [
        "Bilagor\nHyresavtal\nKarta\n\nExpedieras till\nSocialnämnden",
        "Bilagor\nYttrande från Socialnämnden\nKarta\n\nDelges\nSocialnämnden",
    ],
)
def test_lists_under_each_other_stay(tail: str) -> None:
    kinds = [kind for kind, _ in lists(tail)]
    assert kinds == [K.ATTACHMENTS, K.RECIPIENTS]
    assert lists(tail)[1][1] == ["Socialnämnden"]


def test_who_signs_stands_in_no_list() -> None:
    found = lists("Beslutsunderlag Delges\nYttrande Byggnadsnämnden\nKommunrevisionen\n\nEva Ek\nKommunchef")
    assert found == [(K.DOCUMENTS, ["Yttrande"]), (K.RECIPIENTS, ["Byggnadsnämnden", "Kommunrevisionen"])]


SIGNED = [
    ("Mattias Lind Hanna Berg", "Förvaltningschef Ekonomichef"),
    ("Eva Ek Nils Olof Lund", "Socialchef Controller"),
    ("Anna-Lena Holm Bo Ek", "Teknisk chef Ingenjör"),
    ("Lars Malmborg Ask Karin Ek", "Skolchef Rektor"),
    ("Sven-Erik Ek Per Al", "Kommunchef Utredare"),
]


@pytest.mark.parametrize(("names", "titles"), SIGNED)
def test_who_signs_below_the_lists(names: str, titles: str) -> None:
    tail = (
        "Beslutsunderlag Beslutet skickas till\nTjänsteskrivelse 1996-03-10 Kommunstyrelsen\n"
        f"Karta Ekonomikontoret\nSammanställning 1996-02-16 Umeå Hockeyförening\n{names}\n{titles}"
    )
    (papers, documents), (parties, sent) = lists(tail)
    assert (papers, documents) == (K.DOCUMENTS, ["Tjänsteskrivelse 1996-03-10", "Karta", "Sammanställning 1996-02-16"])
    assert (parties, sent) == (K.RECIPIENTS, ["Kommunstyrelsen", "Ekonomikontoret", "Umeå Hockeyförening"])
