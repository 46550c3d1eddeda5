"""Lists of recipients in all forms, and persons that what stands beside them gives away."""

import dataclasses

import pytest

from pipeline.read.page import ReadAs
from tests.extract.marked import facts_of, memo_of

HEAD = "== letterhead\nYdre kommun\nKommunledningskontoret\n2024-03-01\n\nKommunstyrelsen\n\n== title\nNy taxa\n\n"

LISTS = [
    ("Stadskansliet, Ekonomistyrning", ["Stadskansliet", "Ekonomistyrning"]),
    ("Kommunledningskontoret, kanslienheten", ["Kommunledningskontoret", "Kanslienheten"]),
    ("Arkivsamverkan Norr\nRiksarkivet\nValda", ["Arkivsamverkan Norr", "Riksarkivet"]),
    ("Kommunfullmäktige\nTekniska kontoret\n\nVid protokollet\nAnna Ek", ["Kommunfullmäktige", "Tekniska kontoret"]),
    ("Länsstyrelsen\nYdre kommun · Box 41, 573 21 Hult · 0381-66 12 00 · Org.nr 212000-0001", ["Länsstyrelsen"]),
    ("Sökanden, Byggnadsnämnden, akten", ["Byggnadsnämnden"]),
    ("Räddningstjänsten, för kännedom", ["Räddningstjänsten"]),
    ("Hults byalag, kassör Nils Ek", ["Hults byalag", "Nils Ek"]),
    ("Anna Ek\nBengt Lund", ["Anna Ek", "Bengt Lund"]),
    ("De valda\nLönekontoret", ["Lönekontoret"]),
    ("Leverantörer\nUpphandlingsenheten", ["Upphandlingsenheten"]),
    ("KF", ["KF"]),
    ("Kommunrevisionen\nRevisionsfirman Ek & Lund AB", ["Kommunrevisionen", "Revisionsfirman Ek & Lund AB"]),
    ("Länsstyrelsen i Kalmar län\nTrafikverket, Region Syd", ["Länsstyrelsen i Kalmar län", "Trafikverket"]),
    ("Förskolechefer och rektorer", []),
    ("Kommunchefen\nEkonomichefen", []),
    ("Författningssamlingen", []),
    ("Hemsidan", []),
    ("Samhällsbyggnadsförvaltningen; Ekonomikontoret", ["Samhällsbyggnadsförvaltningen", "Ekonomikontoret"]),
    ("1. Socialnämnden\n2. Kommunrevisionen", ["Socialnämnden", "Kommunrevisionen"]),
    ("- Hults Energi AB\n- Hults Bostäder AB", ["Hults Energi AB", "Hults Bostäder AB"]),
    ("Socialförvaltningen (verkställighet)\nRegion Skåne (kännedom)", ["Socialförvaltningen", "Region Skåne"]),
    ("Hyresgästen", []),
    ("Kommunal", ["Kommunal"]),
    ("Ekonomikontoret\nKommunal\nVision", ["Ekonomikontoret", "Kommunal", "Vision"]),
    ("Ekonomikontoret, Hults Bostäder AB, Kommunal", ["Ekonomikontoret", "Hults Bostäder AB", "Kommunal"]),
    ("Överförmyndarnämnden samt samtliga gode män", ["Överförmyndarnämnden"]),
    ("Kommunerna Eksjö, Aneby och Vetlanda", ["Eksjö kommun", "Aneby kommun", "Vetlanda kommun"]),
    ("Arbetsmarknadsenheten\nAF", ["Arbetsmarknadsenheten", "AF"]),
    ("Föreningen Norden i Hult\nHults IF", ["Föreningen Norden i Hult", "Hults IF"]),
    ("Personalavdelningen\nFackliga organisationer", ["Personalavdelningen"]),
    ("Kanslienheten, Anna Ek", ["Kanslienheten", "Anna Ek"]),
    ("Miljö- och byggenheten (Karin Öst)", ["Miljö- och byggenheten"]),
    ("Hults kommuns Fastighets AB", ["Hults kommuns Fastighets AB"]),
    ("De förtroendevalda revisorerna\nSocialnämnden", ["De förtroendevalda revisorerna", "Socialnämnden"]),
    ("Förtroendevalda revisorer", ["Förtroendevalda revisorer"]),
    ("Revisorerna", ["Revisorerna"]),
    ("Valnämnden\n\nParagrafen är omedelbart justerad", ["Valnämnden"]),
    ("Valnämnden\n\nParagrafen förklaras omedelbart justerad.\nAnna Ek", ["Valnämnden"]),
    ("Valnämnden\nBeslutet är fattat med stöd av delegation", ["Valnämnden"]),
    ("Valnämnden\nHandlingen har undertecknats elektroniskt", ["Valnämnden"]),
    ("Valnämnden\n\nPostadress Besöksadress Telefon E-post Webb Org.nummer", ["Valnämnden"]),
    ("Valnämnden\n\nPostadress\tTelefax\tBankgiro", ["Valnämnden"]),
    ("Valnämnden\n\nUnderlaget bifogas", ["Valnämnden"]),
    ("Valnämnden\n\nGodkänd digitalt av Anna Ek, kommunchef, 2024-03-02 16:42", ["Valnämnden"]),
    ("Socialförvaltningen, avdelningen Stöd och boende", ["Socialförvaltningen", "Avdelningen Stöd och boende"]),
    ("Stadsbyggnadskontoret/Planavdelningen", ["Stadsbyggnadskontoret", "Planavdelningen"]),
    ("Serviceförvaltningen/HR, Kommunkansliet/juridik",
     ["Serviceförvaltningen", "HR", "Kommunkansliet", "Juridik"]),
    ("Fastighetsägarna inom planområdet\nLantmäteriet", ["Lantmäteriet"]),
    ("Fastighetsägarna Hult\nLantmäteriet", ["Fastighetsägarna Hult", "Lantmäteriet"]),
    ("Avdelningen Stöd och boende\nEnheten Barn och unga", ["Avdelningen Stöd och boende", "Enheten Barn och unga"]),
    ("Barn- och\nutbildningsnämnden\nEkonomikontoret", ["Barn- och utbildningsnämnden", "Ekonomikontoret"]),
    ("Polisen\nLantmäterimyndigheten i Hylte kommun", ["Polisen", "Lantmäterimyndigheten i Hylte kommun"]),
    ("Anna Ek, fastighetschef\nNils Berg, upphandlare\n\nValnämnden", ["Anna Ek", "Nils Berg", "Valnämnden"]),
    ("Eva Lund, rektor\n\nAnna Ek, fastighetschef", ["Eva Lund", "Anna Ek"]),
    ("Valnämnden\n\nAnna Ek, chef\nNils Berg, jurist", ["Valnämnden"]),
    ("Valnämnden\n\nKommunledningskontoret\nEva Ek\nKommunchef", ["Valnämnden"]),
    ("Ydre kommun, Kinda kommun, Boxholms kommun, Ödeshögs kommun och Tranås kommun\nFörbundets revisorer",
     ["Ydre kommun", "Kinda kommun", "Boxholms kommun", "Ödeshögs kommun", "Tranås kommun", "Förbundets revisorer"]),
    ("Ydre kommun, Kinda kommun, Boxholms kommun samt Norra Industribyggen AB\nValnämnden",
     ["Ydre kommun", "Kinda kommun", "Boxholms kommun", "Norra Industribyggen AB", "Valnämnden"]),
    ("Besökscenter Hult\nWebbsamverkan Norr", ["Besökscenter Hult", "Webbsamverkan Norr"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), LISTS)
def test_recipients(lines: str, expected: list[str]) -> None:
    facts = facts_of(memo_of(f"{HEAD}== recipients: Beslutet skickas till\n{lines}"), "lupp_head", "lupp_parties")
    told = [p for p in facts.parties if p.role == "recipient"]
    assert [p.name for p in sorted(told, key=lambda p: p.start)] == expected


PERSONS = [
    ("Deshira Bergfält (M) yrkar avslag.", ["Deshira Bergfält"]),
    ("Ledamöterna Zanyar Hultin (V) och Oddvar Klint (C) reserverar sig.", ["Zanyar Hultin", "Oddvar Klint"]),
    ("Kommunjuristen Xenofon Hedqvist har granskat det.", ["Xenofon Hedqvist"]),
    ("Ordföranden Torgils Månström yrkar bifall.", ["Torgils Månström"]),
    ("Anna Modigs (410312-2380) överklagande avslogs.", ["Anna Modig"]),
    ("Civilminister Anna Ek (M) svarade.", ["Anna Ek"]),
    ("Agneta Gille har skrivit.", ["Agneta Gille"]),
    ("Norra Bergström (se bilaga) bebyggs.", []),
    ("Kvarteret Lindgren bebyggs.", []),
    ("Handläggare Tekniska kontoret", []),
    ("Stora Höga (M 4) planläggs.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons(text: str, expected: list[str]) -> None:
    facts = facts_of(memo_of(f"== body: Ärendet\n{text}"), "lupp_parties")
    assert [p.name for p in sorted(facts.parties, key=lambda p: p.start) if p.type == "person"] == expected


# (sentence in a memo of Ydre kommun, those who are applicant or counterparty)
ROLES = [
    ("Bolaget hyr för närvarande lokaler av Norra Industribyggen HB.", []),
    ("Föreningen köper mark av Ek Bygg AB.", []),
    ("Kommunen hyr lokaler av Norra Industribyggen HB.", ["Norra Industribyggen HB counterparty"]),
    ("Fastigheten säljs till Norra Industribyggen HB.", ["Norra Industribyggen HB counterparty"]),
    ("Bo Ek (S) yrkar att fastigheten i stället säljs till Norra Industribyggen HB.", []),
    ("Bo Ek (S) yrkade att avtal skulle tecknas med Norra Industribyggen HB.", []),
    ("Ett mål rör kommunens krav mot Bygghjälpen i Hult AB på återbetalning.", ["Bygghjälpen i Hult AB counterparty"]),
    ("Kammarrätten prövade Anna Modigs (410312-2380) överklagande av beslutet.", ["Anna Modig applicant"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text: str, expected: list[str]) -> None:
    facts = facts_of(memo_of(f"== body: Ärendet\n{text}"), "lupp_parties")
    assert [f"{p.name} {p.role}" for p in facts.parties if p.role in ("applicant", "counterparty")] == expected


def test_who_is_heard_late_in_a_memo_does_not_apply() -> None:
    told = "Hults Ridklubb har i brev begärt att taxan sänks."
    first = facts_of(memo_of(f"== body: Ärendet\n{told}"), "lupp_parties")
    late = facts_of(memo_of("== body: Ärendet\n" + "Nämnden sköter frågan. " * 40 + told), "lupp_parties")
    assert [p.role for p in first.parties] == ["applicant"]
    assert [p.role for p in late.parties] == ["mentioned"]


def test_the_boards_committee_and_the_federation_have_their_own_names() -> None:
    facts = facts_of(
        memo_of(
            HEAD
            + "== body: Ärendet\nStyrelsens arbetsutskott har behandlat frågan. Kommunalförbundet Arkiv Syd erbjuder "
            "drift.\n\n== recipients: Skickas till\nArkiv Syd"
        ),
        "lupp_head",
        "lupp_parties",
    )
    names = {p.name: p.type for p in facts.parties}
    assert names["Kommunstyrelsens arbetsutskott"] == "body"
    assert names["Arkiv Syd"] == "association"
    assert not any("Kommunalförbundet" in name for name in names)


def told(text: str, role: str) -> list[tuple[str, str | None]]:
    facts = facts_of(memo_of(HEAD + text), "lupp_head", "lupp_parties")
    return [(p.name, p.title) for p in facts.parties if p.role == role]


APPROVED = [
    ("Godkänd digitalt av Anna Ek, kommunchef, 2024-03-02 16:42", [("Anna Ek", "Kommunchef")]),
    ("Dokumentet är elektroniskt undertecknat av Anna Ek, enhetschef", [("Anna Ek", "Enhetschef")]),
    ("Digitalt signerad av Anna Ek 2024-03-02", [("Anna Ek", None)]),
    ("Signerat av: Anna Ek (2024-03-02)", [("Anna Ek", None)]),
    ("Attesterad av kommunchef Anna Ek", [("Anna Ek", "Kommunchef")]),
    ("Godkänd av nämnden vid mötet då Anna Ek var med", []),
]


@pytest.mark.parametrize(("line", "expected"), APPROVED)
def test_who_approves_on_a_screen_signs(line: str, expected: list[tuple[str, str | None]]) -> None:
    text = f"== body: Ärendet\nTaxan höjs.\n\n== recipients: Beslutet skickas till\nValnämnden\n\n{line}"
    assert told(text, "signatory") == expected
    assert [name for name, _ in told(text, "recipient")] == ["Valnämnden"]


MINUTED = [
    ("Justerat den 26 oktober 2017 av ordföranden Lars Ek och Eva Berg", ["Eva Berg", "Lars Ek"]),
    ("Justerat 2017-10-26 av Lars Ek och Eva Berg", ["Eva Berg", "Lars Ek"]),
    ("Protokollet justerades den 3 maj 2018 av Lars Ek", ["Lars Ek"]),
    ("Justerades digitalt 2021-05-04 av ordförande Lars Ek och justerare Eva Berg", ["Eva Berg", "Lars Ek"]),
    ("Justerat av Lars Ek och Eva Berg", ["Eva Berg", "Lars Ek"]),
    ("Justerat elektroniskt av ordföranden Lars Ek", ["Lars Ek"]),
    ("Justerad den 4 juni 1998 av vice ordföranden Lars Ek", ["Lars Ek"]),
    ("Justerats 2003-02-11 av Lars Ek och Eva Berg", ["Eva Berg", "Lars Ek"]),
    ("Justerade priser gäller enligt Lars Ek", []),
    ("Justeringen av taxan föredras av Lars Ek", []),
    ("Justerad taxa, framtagen av Lars Ek", []),
]


@pytest.mark.parametrize(("line", "expected"), MINUTED)
def test_who_approved_the_minutes_told_in_a_line_signs(line: str, expected: list[str]) -> None:
    text = f"== body: Ärendet\nTaxan höjs.\n\n== recipients: Beslutet skickas till\nValnämnden\n\n{line}"
    assert sorted(name for name, _ in told(text, "signatory")) == expected


def test_an_approval_within_a_sentence_signs_nothing() -> None:
    assert not told("== body: Ärendet\nAvtalet har godkänts av Anna Ek i mars.", "signatory")


SCRAPS = [("COP", []), ("Ekbyrgi: WKOnTUT", []), ("SKR", ["SKR"]), ("Biblioteket i Hult", ["Biblioteket i Hult"])]


@pytest.mark.parametrize(("line", "expected"), SCRAPS)
def test_stamps_and_letters_of_pictures_in_a_scan_are_no_recipients(line: str, expected: list[str]) -> None:
    marked = memo_of(f"{HEAD}== recipients: Beslutet skickas till\n{line}\n")
    memo = dataclasses.replace(marked, read_as=frozenset({ReadAs.OCR}))
    facts = facts_of(memo, "lupp_head", "lupp_parties")
    assert [p.name for p in facts.parties if p.role == "recipient"] == expected


TITLE = "== letterhead\nYdre kommun\n\n== title\nSvar på e-förslag om en lekplats\n\n== body: Ärendet\n"
MOVERS = [
    ("Ett e-förslag om lekplatser i alla byar publicerades på kommunens webbplats den 4 maj 2021 av Anna Ek.", True),
    ("Förslaget, som lades fram på kommunens sida om inflytande den 4 maj 2021 av Anna Ek, fick stöd.", True),
    ("Förslaget fick stöd. Lekplatsen ritades av Anna Ek.", False),
]


@pytest.mark.parametrize(("text", "moved"), MOVERS)
def test_whose_proposal_it_was_also_far_from_the_word(text: str, moved: bool) -> None:
    facts = facts_of(memo_of(TITLE + text), "lupp_head", "lupp_parties")
    assert ("Anna Ek" in [p.name for p in facts.parties if p.role == "applicant"]) is moved


@pytest.mark.parametrize("logo", ["LU LEÅ KOMMUN", "Eva Ek"])
def test_a_logo_in_pieces_is_no_person(logo: str) -> None:
    facts = facts_of(memo_of(f"== letterhead\n{logo}\n\n2024-03-01\n\n== title\nNy taxa"), "lupp_head", "lupp_parties")
    assert any(p.type == "person" for p in facts.parties) is (logo == "Eva Ek")


# (lines of a letterhead under the sender's, who is written to, who gets a copy)
HEADS = [
    ("Till Kommunstyrelsen\nKopia Miljökontoret, Hults Bostäder AB", ["Kommunstyrelsen"],
     ["Hults Bostäder AB", "Miljökontoret"]),
    ("Till: Kommunstyrelsen\nKopia: Socialnämnden", ["Kommunstyrelsen"], ["Socialnämnden"]),
    ("Mottagare\nSocialnämnden\nKommunstyrelsen för kännedom", ["Socialnämnden"], ["Kommunstyrelsen"]),
    ("Mottagare\nSocialnämnden\nKommunstyrelsen (f.k.)", ["Socialnämnden"], ["Kommunstyrelsen"]),
    ("Mottagare\nSocialnämnden\nKopia till\nEkonomiavdelningen", ["Socialnämnden"], ["Ekonomiavdelningen"]),
    ("Till\nFastighetsnämnden\nBeslutsgång\nFastighetsnämnden 2021-04-22\nKommunstyrelsen 2021-05-17",
     ["Fastighetsnämnden"], []),
    ("Beslutas i\nKommunstyrelsen\n2026-04-07\nGår vidare till\nKommunfullmäktige\n2026-04-23",
     ["Kommunstyrelsen"], []),
    ("Mottagare: Byggnadsnämnden, för vidare behandling i kommunstyrelsen", ["Byggnadsnämnden"], []),
    ("Till\nKommunstyrelsen\nKommunfullmäktige", ["Kommunfullmäktige", "Kommunstyrelsen"], []),
    ("Mottagare\nMiljönämnden\nByggnadsnämnden\n2024-03-02", ["Byggnadsnämnden", "Miljönämnden"], []),
    ("Till\nBarn- och\nungdomsnämnden", ["Barn- och ungdomsnämnden"], []),
    ("Miljö-, bygg- och\nräddningsnämnden", ["Miljö-, bygg- och räddningsnämnden"], []),
    ("Mottagare\nServicenämnden\nKultur- och fritidsnämnden", ["Kultur- och fritidsnämnden", "Servicenämnden"], []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "to", "copies"), HEADS)
def test_who_is_written_to_and_who_gets_a_copy(lines: str, to: list[str], copies: list[str]) -> None:
    text = f"== letterhead\nYdre kommun\nStadsbyggnadskontoret\n2024-03-01\n{lines}\n\n== title\nNy taxa"
    facts = facts_of(memo_of(text), "lupp_head", "lupp_parties")
    assert sorted(p.name for p in facts.parties if p.role == "addressee") == to
    assert sorted(p.name for p in facts.parties if p.role == "recipient") == copies


# (text of a memo of Ydre kommun, the bodies that it names)
OTHERS = [
    ("Tranås kommunstyrelse har beslutat likalydande.", ["Kommunstyrelsen", "Tranås kommunstyrelse"]),
    ("Kommunfullmäktige i Tranås antog planen.", ["Kommunfullmäktige i Tranås", "Kommunstyrelsen"]),
    ("Kommunfullmäktige i Ylitornio antog avtalet.", ["Kommunfullmäktige i Ylitornio", "Kommunstyrelsen"]),
    ("Revisorerna har granskat rapporten.", ["Kommunstyrelsen", "Revisorerna"]),
    ("Kommunens revisorer avstyrkte förslaget.", ["Kommunens revisorer", "Kommunstyrelsen"]),
    ("Kommunrevisionen skrev. Revisorerna anser att det räcker.", ["Kommunrevisionen", "Kommunstyrelsen"]),
    ("De revisorer som valts är två. Revisorernas rapport är klar.", ["Kommunstyrelsen"]),
    ("Kommunfullmäktige i Ydre antog planen.", ["Kommunfullmäktige", "Kommunstyrelsen"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_a_body_of_another_municipality_is_not_the_memos_own(text: str, expected: list[str]) -> None:
    facts = facts_of(memo_of(f"{HEAD}== body: Ärendet\n{text}"), "lupp_head", "lupp_parties")
    assert sorted(p.name for p in facts.parties if p.type == "body") == expected


# (lines of a letterhead under the municipality's, the offices that send)
OFFICES = [
    ("Kommunstyrelseförvaltningen, enheten för samhällsplanering",
     ["Enheten för samhällsplanering", "Kommunstyrelseförvaltningen"]),
    ("Barn- och utbildningsförvaltningen\nStab", ["Barn- och utbildningsförvaltningen", "Stab"]),
    ("Kommunledningskontoret\nEkonomi", ["Ekonomi", "Kommunledningskontoret"]),
    ("Kommunledningskontoret\nHR", ["HR", "Kommunledningskontoret"]),
    ("Kommunledningskontoret\nEva Ek\nEkonomi", ["Kommunledningskontoret"]),
    ("Kommunledningskontoret\nPM", ["Kommunledningskontoret"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), OFFICES)
def test_offices_of_a_head(lines: str, expected: list[str]) -> None:
    text = f"== letterhead\nYdre kommun\n{lines}\n\n== title\nNy taxa"
    facts = facts_of(memo_of(text), "lupp_head", "lupp_parties")
    assert sorted(p.name for p in facts.parties if p.role == "sender" and p.type == "administration") == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Kulturskolan", "administration"), ("Musikskolan", "administration"), ("Primärvården", "administration"),
        ("Ambulanssjukvården", "administration"), ("Vuxenutbildningen", "administration"),
        ("Överförmyndaren", "body"), ("Kommunal", "association"), ("Ekskolan", "other"), ("Hults skola", "other"),
        ("Stadsbiblioteket", "other"), ("Polisen", "authority"),
    ],
)  # fmt: skip
def test_kinds_of_lone_recipients(line: str, kind: str) -> None:
    facts = facts_of(memo_of(f"{HEAD}== recipients: Beslutet skickas till\n{line}"), "lupp_head", "lupp_parties")
    assert [(p.name, p.type) for p in facts.parties if p.role == "recipient"] == [(line, kind)]
