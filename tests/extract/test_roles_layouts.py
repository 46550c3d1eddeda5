"""How a memo ends in old plain text: whom the decision is sent to, and who signs, in the layouts of four decades."""

from pathlib import Path

import pytest

from pipeline.extract.pipeline import find_facts
from pipeline.run import find_memos, read_pages
from tests.extract.marked import facts_of, memo_of

HEAD, *CASES = (Path(__file__).parent / "data/memo_ends.txt").read_text(encoding="utf-8").split("====\n")
HEAD = HEAD.partition("\n")[2] + "\n"
ENDS = [(end, *told.split(" | ")) for told, _, end in (case.partition("\n") for case in CASES)]


@pytest.mark.parametrize(("end", "recipients", "signatories"), ENDS)
def test_recipients_and_signatories(tmp_path: Path, end: str, recipients: str, signatories: str) -> None:
    file = tmp_path / "memo.txt"
    file.write_text(HEAD + end, encoding="utf-8")
    parties = [p for memo in find_memos(read_pages(file)) for p in find_facts(memo).parties]
    found = {role: {p.name for p in parties if p.role == role} for role in ("recipient", "signatory")}
    assert found["recipient"] == set(filter(None, recipients.strip().split(";")))
    assert found["signatory"] == set(filter(None, signatories.strip().split(";")))


# marked-up memos whose sections came out otherwise than they were meant
LOOSE = [
    # the heading over the recipients stands beside that over the attachments
    (
        "== signatures\nEva Ek\nFörvaltningschef\n\nBilagor Sändlista\nBilaga 1: Rapport BUN Kommunstyrelsen\n"
        "Bilaga 2: Åtgärdsplan Kommunledningskontoret,\nBilaga 3: Brev från Hults IF\nRektor vid Hults skola\nAkten",
        {"Kommunstyrelsen", "Kommunledningskontoret", "Hults skola"},
        {"Eva Ek"},
    ),
    (
        "== attachments: Bilagor\nBeslutet delges:\n1. Förslag till avtal Länsarbetsnämnden\n"
        "2. Rapport Landstinget i Värmland Tekniska nämnden\nEkonomikontoret",
        {"Länsarbetsnämnden", "Landstinget i Värmland", "Tekniska nämnden", "Ekonomikontoret"},
        set(),
    ),
    # a heading of two lines in the margin of its list
    (
        "== signatures\nEva Ek\nFörvaltningschef\n\nProtokollsutdrag Samtliga avtalsparter\nsänds till "
        "Hults Energi AB\nEkonomikontoret",
        {"Hults Energi AB", "Ekonomikontoret"},
        {"Eva Ek"},
    ),
    # at the end of a paragraph, and ended by what ends an extract of minutes
    (
        "== body: Reservation\nEva Ek (m) till förmån för eget yrkande. Exp: Hults IF, ekonomikontoret Just. sign. "
        "Utdraget bestyrkes 2001-09-27\n\nNils Lund, sekreterare",
        {"Hults IF", "Ekonomikontoret"},
        {"Nils Lund"},
    ),
    # a heading that was read too early: what stands under it is the memo's text, the list stands last
    (
        "== recipients: Protokollsutdrag\nsänds till\n\nTekniska nämnden har begärt att resorna blir avgiftsfria, "
        "och nämnden har inget att erinra mot det.\n\n== signatures\nEva Ek\nFörvaltningschef\n\n"
        "Samtliga avtalsparter\n\nHults Energi AB\n\nEkonomikontoret",
        {"Hults Energi AB", "Ekonomikontoret"},
        {"Eva Ek"},
    ),
    # signatures after the list, and the sender's name above them
    (
        "== recipients: Beslutet skickas till\nHults Energi AB\nEkonomikontoret\n\nEva Ek\nFörvaltningschef",
        {"Hults Energi AB", "Ekonomikontoret"},
        {"Eva Ek"},
    ),
    (
        "== recipients: Beslutet skickas till\nHults Energi AB\n\nTekniska kontoret\n\n== signatures\nEva Ek\nchef",
        {"Hults Energi AB"},
        {"Eva Ek"},
    ),
    (
        "== recipients: Beslutet delges\nHults IF\n\nHandlingen är digitalt undertecknad av\n\n"
        "== furniture\nEva Ek, handläggare, 2026-02-20 09:14\nNils Lund, enhetschef, 2026-02-20 13:52",
        {"Hults IF"},
        {"Eva Ek", "Nils Lund"},
    ),
    # two names beside each other, with specks, and one title lost
    (
        "== body: TEKNISKA KONTORET\nGöran Wik-Lind _ s Maria Ek\n\nPlaneringschef :\n\n== recipients: Kopia\nHults IF",
        {"Hults IF"},
        {"Göran Wik-Lind", "Maria Ek"},
    ),
    # a row of recipients, broken within a name, with a description among them
    (
        "== recipients: Sändlista\nKinda kommun, Boxholms kommun, Räddningstjänsten Södra Bygden, SOS\n"
        "Alarm Sverige AB (efter uppsägningen), samtliga chefer, revisorerna",
        {"Kinda kommun", "Boxholms kommun", "Räddningstjänsten Södra Bygden"} | {"SOS Alarm Sverige AB", "Revisorerna"},
        set(),
    ),
    # who approved an extract, behind the word or under it and the day
    (
        "== recipients: Expedieras till\nHults IF\n\n== body: Justerat\n2009-09-21\n\n"
        "Eva Ek, ordförande Nils Lund, justerande\n\n== body: Anslaget\n2009-09-22\n\nRätt utdraget intygar\n\n"
        "Karin Ask kommunsekreterare",
        {"Hults IF"},
        {"Eva Ek", "Nils Lund", "Karin Ask"},
    ),
    ("== body: Justerat\n2009-09-21\n\nEva Ek\n\n== recipients: Kopia\nHults IF", {"Hults IF"}, {"Eva Ek"}),
    ("== body: Justerat\nEva Ek\n\n== recipients: Kopia\nHults IF", {"Hults IF"}, {"Eva Ek"}),
    # two names under their office, in a list of papers that an OCR read too early
    (
        "== attachments: Bilaga\nDelårsbokslut\n\nTEKNISKA KONTORET\nEva Ek Nils Lund\nFörvaltningschef : Ekonom",
        set(),
        {"Eva Ek", "Nils Lund"},
    ),
    ("== attachments: Bilaga\nDelårsbokslut\nBrev från\nEva Ek Nils Lund", set(), set()),
    # a heading of recipients that not all houses use
    ("== signatures\nEva Ek\nFörvaltningschef\n\nFÖR EXPEDIERING\nHults IF\nEkonomikontoret",
     {"Hults IF", "Ekonomikontoret"}, {"Eva Ek"}),
    (
        "== signatures\nEva Ek\nchef\n\nBifogas\nAvtal\n\nFöljande ska få del av beslutet\nHults IF",
        {"Hults IF"},
        {"Eva Ek"},
    ),
    # a table of how each is told, and papers from a column beside
    (
        "== recipients: Beslutet expedieras\nMottagare Sätt\nHults Krog AB, genom ombudet\tRek med mottagningsbevis\n"
        "Ekonomikontoret\tInternpost\nSamverkansavtal, förslag 2007-10-22\nBrev från Hults IF",
        {"Hults Krog AB", "Ekonomikontoret"},
        set(),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("end", "recipients", "signatories"), LOOSE)
def test_lists_in_other_places(end: str, recipients: set[str], signatories: set[str]) -> None:
    text = "SOS Alarm Sverige AB larmar. " + "Taxan höjs, vilket nämnden anser är rimligt. " * 12
    letterhead = "== letterhead\nYdre kommun\nTekniska kontoret\n\n2009-03-02\n\nTekniska nämnden\n\n"
    memo = memo_of(f"{letterhead}== title\nTaxa\n\n== body: Bakgrund\n{text}\n\n{end}")
    parties = facts_of(memo, "lupp_head", "lupp_parties").parties
    assert {p.name for p in parties if p.role == "recipient"} == recipients
    assert {p.name for p in parties if p.role == "signatory"} == signatories


_, *WHOLE = (Path(__file__).parent / "data/memos_parties.txt").read_text(encoding="utf-8").split("====\n")


@pytest.mark.parametrize("case", WHOLE)
def test_all_parties_of_a_memo(tmp_path: Path, case: str) -> None:
    told, _, text = case.partition("\n")
    file = tmp_path / "memo.txt"
    file.write_text(text, encoding="utf-8")
    parties = [p for memo in find_memos(read_pages(file)) for p in find_facts(memo).parties]
    assert {f"{p.name}:{p.role}" for p in parties} == set(told.split(";"))


BODY = "== body: Ärendet\n" + "Förvaltningen har sett över taxan och föreslår en höjning från nästa år.\n\n" * 12
THREE = {"Lisbeth Ek", "Anna Lund", "Nils Berg"}
SHEETS = [
    ("Sekreterare\nLisbeth Ek\n\nOrdförande\nAnna Lund\n\nJusterare\nNils Berg", THREE),
    ("Sekreterare\n\nLisbeth Ek\n\nOrdförande\n\nAnna Lund\n\nJusterande\n\nNils Berg", THREE),
    ("Sekreterare: Lisbeth Ek\nOrdförande: Anna Lund\nJusterare: Nils Berg", THREE),
    ("Sekreterare ....... Lisbeth Ek\nOrdförande ....... Anna Lund\nJusterare ...... Nils Berg", THREE),
    ("Ordförande\nAnna Lund\n\nJusterare\nNils Berg\n\nSekreterare\nLisbeth Ek", THREE),
    ("Justerare\nNils Berg\n\nJusteringens tid\n2021-05-31\n\nSekreterare\nLisbeth Ek\n\nOrdförande\nAnna Lund", THREE),
    ("Sekreterare\nLisbeth Ek\n\nOrdförande\nAnna Lund", set()),
    ("Ordförande Anna Lund (M)\nSekreterare Lisbeth Ek\nJusterare Nils Berg (S)", set()),
    ("Ordförande\nAnna Lund, §§ 3–4\n\nLedamöter\nNils Berg", set()),
    ("Övriga deltagande\nLisbeth Ek, sekreterare\nNils Berg, utredare", set()),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "signed"), SHEETS)
def test_who_signs_on_the_first_sheet_of_minutes(sheet: str, signed: set[str]) -> None:
    marked = (
        f"Skurups kommun\nSocialnämnden\n\nSammanträdesprotokoll\n2021-05-26\n\n{sheet}\n== title\n§ 41 Taxa\n{BODY}"
    )
    parties = find_facts(memo_of(marked)).parties
    assert {p.name for p in parties if p.role == "signatory"} == signed
