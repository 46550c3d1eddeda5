"""Specks and misread signs in a scan's running text, words read twice, and entries of lists that are set apart."""

from dataclasses import replace

import pytest

from pipeline.memo.layout import Token
from pipeline.memo.lines import tokens_of
from pipeline.memo.memo import SectionKind
from pipeline.memo.specks_scans import without_scan_specks
from pipeline.memo.twice import without_edges, without_twins
from pipeline.read.page import Box, Page, ReadAs, Word
from tests.memo.test_layouts import body_of, both
from tests.memo.typeset import Sheet, of

CASES = [
    # a slash between a unit and what it is counted per
    ("Utvärderat pris (tkrlår)", "Utvärderat pris (tkr/år)"),
    ("kostar 12 krIm2 per", "kostar 12 kr/m2 per"),
    ("Pris i kronorlmån.", "Pris i kronor/mån."),
    ("om 450 kr|dygn,", "om 450 kr/dygn,"),
    # specks between words
    ("Länsarbetsnämnden.i Kopparbergs län", "Länsarbetsnämnden i Kopparbergs län"),
    ("Mark- och miljödomstolen'i Vänersborg fann", "Mark- och miljödomstolen i Vänersborg fann"),
    ("Lövsta Städ i·Skåne AB", "Lövsta Städ i Skåne AB"),
    ("bör.ej komma i fråga", "bör ej komma i fråga"),
    ("hushåll med.en inkomst", "hushåll med en inkomst"),
    ("Nämnd för trafik, infrastruktur och. miljö", "Nämnd för trafik, infrastruktur och miljö"),
    ("direktiven av. den 30 mars", "direktiven av den 30 mars"),
    ("Sveriges Kommuner och Regioner. bedömer att", "Sveriges Kommuner och Regioner bedömer att"),
    ("HULTS. KOMMUN", "HULTS KOMMUN"),
    ("med Svenska .Kommunalarbetareförbundet om", "med Svenska Kommunalarbetareförbundet om"),
    # numbers of which a one stands apart
    ("Dnr 201 1/214-041", "Dnr 2011/214-041"),
    ("fastställd 201 1-02-28, § 24", "fastställd 2011-02-28, § 24"),
    ("beslut 2012-1 1-26 om taxa", "beslut 2012-11-26 om taxa"),
    ("i protokollsutdrag § 112 /2019 tillstyrkt", "i protokollsutdrag § 112/2019 tillstyrkt"),
    # a law's §
    ("Förhandling enligt 11 8 MBL har hållits", "Förhandling enligt 11 § MBL har hållits"),
    ("enligt 11 § -MBL har", "enligt 11 § MBL har"),
    ("enligt 11 S$ lagen (1976:580) om", "enligt 11 § lagen (1976:580) om"),
    ("enligt 11 S$ medbestämmandelagen den", "enligt 11 § medbestämmandelagen den"),
    ("Skollagen 4 kap 6 S kräver", "Skollagen 4 kap 6 § kräver"),
    ("och 19 b & tobakslagen (1993:581)", "och 19 b § tobakslagen (1993:581)"),
    ("Av 3-6 88 förordningen följer", "Av 3-6 §§ förordningen följer"),
    ("enligt 20 5 socialtjänstlagen skall", "enligt 20 § socialtjänstlagen skall"),
    # a decision's §
    ("beslut 2012-11-26, 8 104, om avgifter", "beslut 2012-11-26, § 104, om avgifter"),
    ("härefter 1994-02-08, S$S 31, åt", "härefter 1994-02-08, § 31, åt"),
    ("Protokollsutdrag Ksau S 58", "Protokollsutdrag Ksau § 58"),
    ("i protokollsutdrag $ 112 /2019 tillstyrkt", "i protokollsutdrag § 112/2019 tillstyrkt"),
    ("Handläggare — Datum", "Handläggare Datum"),
    # a name's first letter
    ("ulf Tornholm, 0418-555 06", "Ulf Tornholm, 0418-555 06"),
    ("Birger wadenholt, kanslichef", "Birger Wadenholt, kanslichef"),
    ("Rune wallgren", "Rune Wallgren"),
    ("Eva sjölander", "Eva Sjölander"),
    # one dash read as two
    ("avtal 2024—-2026 med", "avtal 2024–2026 med"),
    ("åren 2024–-2026,", "åren 2024–2026,"),
    ("10-—15 procent", "10–15 procent"),
    ("10--15 procent", "10--15 procent"),
    # a name torn, a title's last letter
    ("Jön köpings kommun", "Jönköpings kommun"),
    ("Anna Ek, Förbundschet", "Anna Ek, Förbundschef"),
    ("Kommunchet", "Kommunchef"),
    # letters read for others, where one word alone can be meant
    ("Kommuntullmäktige beslutade", "Kommunfullmäktige beslutade"),
    ("föreslå kommuntullmäktige, som", "föreslå kommunfullmäktige, som"),
    ("Samtiiga medlemskommuner", "Samtliga medlemskommuner"),
    ("Kommunstyrelseri", "Kommunstyrelsen"),
    ("Skoistyrelsen har", "Skolstyrelsen har"),
    ("SKOISTYRELSEN", "SKOLSTYRELSEN"),
    ("nämnden bes1öt att", "nämnden beslöt att"),
    ("Sammantattning", "Sammanfattning"),
    ("Kommuniedningsförvaltningen, ekonomienheten", "Kommunledningsförvaltningen, ekonomienheten"),
    # a list's marks, and a line's end
    ("4., att fastställa avgifterna", "4. att fastställa avgifterna"),
    ("1. - godkänner rapporten", "1. godkänner rapporten"),
    ("att — ge direktören i uppdrag", "att ge direktören i uppdrag"),
    ("Mats Lundgren—", "Mats Lundgren"),
]
LEFT = [
    "ett krlag om",
    "en mnkrist på",
    "i krlsta",
    "inkl.moms", "exkl. moms", "bl.a. att", "t.ex. skolan", "www.hult.se", "kommun@hult.se", "dvs. drygt", "kl. 13.30",
    "avtal nr. 3", "m.fl. som", "Just. sign.", "Vår ref. om", "etc. som", "Haga ek. för. har", "antas. Taxan gäller",
    "kostar 201 1 500 kr", "år 2012 1 maj",
    "sidan 20 1/2", "av 2019-1 kr", "112 /2", "rum 11 8 st", "av de 5 8 bolagen",
    "11 8 anslagen", "kap. 5 8 kr", "betyg 4 S kräver", "typ 6 & 7", "sid 3-6 88 kr", "lag 3 5 förslagen",
    "sten läggs på vägen", "Eva ser fram", "Ulla var med", "Anna cyklar", "Norra Köpings kommun", "Bo köpings torg",
    "O'Brien har", "4. att anta", "1. Taxan", "1 - 5", "a) – 3 kr", "Skolan – ny plan", "sachet", "trakt i.v.",
    "Ida Ljungdeil", "Bo Kartberg", "Tallbo", "Föreningen Tallbio", "filmen visas", "flera taxor",
    "1l0 kr", "KS1234", "bilden", "den 2012-11-26, 8 104 kr", "Grupp S 58", "kostar $ 112",
    "2012-11-26 8 104,", "rum 5 8,", "Kostnad — 100", "Ek — Lund",
]  # fmt: skip


def line(text: str) -> list[Token]:
    return tokens_of(Sheet().put(72, 100, text).scanned(slant=0.0))


@pytest.mark.parametrize(("seen", "meant"), CASES)
def test_put_right(seen: str, meant: str) -> None:
    assert " ".join(t.text for t in without_scan_specks(line(seen))) == meant


@pytest.mark.parametrize("seen", LEFT)
def test_left_alone(seen: str) -> None:
    assert " ".join(t.text for t in without_scan_specks(line(seen))) == seen


def test_two_lines_are_not_put_together() -> None:
    page = Sheet().put(72, 100, "Dnr 201").put(72, 114, "1/214-041").scanned(slant=0.0)
    assert [t.text for t in without_scan_specks(tokens_of(page))] == ["Dnr", "201", "1/214-041"]


def page_of(*words: tuple[str, tuple[float, float, float, float], float]) -> Page:
    return Page(1, 595, 842, tuple(Word(w, Box(*box), confidence=sure) for w, box, sure in words), ReadAs.OCR)


TWICE = [
    ([("Amina", (199, 66, 222, 73), 0.8), ("Amina", (204, 67, 227, 74), 0.8)], ["Amina"]),
    ([("Löfbe", (226, 66, 249, 73), 0.8), ("Löfberg", (231, 67, 262, 74), 0.8)], ["Löfberg"]),
    ([("Diari", (375, 66, 394, 73), 0.9), ("iarienummer", (380, 67, 436, 73), 0.8)], ["Diarienummer"]),
    ([("Lena", (323, 679, 345, 687), 0.9), ("ena", (330, 681, 345, 687), 0.9)], ["Lena"]),
    ([("Ståhlgren", (349, 678, 418, 687), 0.9), ("Stahlgren-", (350, 679, 412, 689), 0.5)], ["Stahlgren-"]),
    ([("i", (322, 301, 324, 309), 0.9), ("i", (322, 301, 324, 313), 0.9)], ["i"]),
    ([("4", (322, 301, 330, 309), 0.9), ("4", (322, 301, 330, 310), 0.9)], ["4"]),
    # what lies over something else, numbers read otherwise, words that only touch
    ([("Ek", (199, 66, 222, 73), 0.8), ("INKOM", (190, 60, 230, 74), 0.8)], ["Ek", "INKOM"]),
    ([("450", (199, 66, 222, 73), 0.8), ("460", (200, 66, 222, 73), 0.8)], ["450", "460"]),
    ([("i", (199, 66, 222, 73), 0.8), ("in", (223, 66, 242, 73), 0.8)], ["i", "in"]),
    ([("anta", (199, 66, 222, 73), 0.8), ("anta", (199, 72, 222, 80), 0.8)], ["anta", "anta"]),
    ([("kommun", (199, 66, 232, 73), 0.8), ("kommun", (230, 66, 263, 73), 0.8)], ["kommun", "kommun"]),
]


@pytest.mark.parametrize(("words", "kept"), TWICE)
def test_words_read_twice(words: list[tuple[str, tuple[float, float, float, float], float]], kept: list[str]) -> None:
    assert [t.text for t in without_twins(tokens_of(page_of(*words)))] == kept


@pytest.mark.parametrize(
    ("box", "sure", "stays"),
    [
        ((186, 828, 316, 842), 0.1, False), ((22, 832, 595, 842), 0.23, False), ((0, 300, 8, 420), 0.2, False),
        ((300, 0, 420, 9), 0.3, False), ((186, 828, 316, 842), 0.9, True), ((186, 810, 316, 822), 0.1, True),
        ((20, 300, 80, 310), 0.1, True),
    ],
)  # fmt: skip
def test_letters_in_the_shadow(box: tuple[float, float, float, float], sure: float, stays: bool) -> None:
    page = page_of(("BRES", box, sure), ("Ek", (100, 100, 120, 110), 0.1))
    assert len(without_edges(tokens_of(page), page)) == 1 + stays


UNSEEN = [  # what the first reader saw and how sure it was, what the second saw, whether it stays
    ("TEC", 0.06, "", False), ("L", 0.16, "", False), ("Fr", 0.2, "", False), ("SEN", 0.21, "", False),
    ("|Ea", 0.13, "", False), ("I-", 0.22, "", False), ("(rnrna", 0.06, "", False), ("NRIE", 0.18, "", False),
    ("å", 0.15, "", False), ("r", 0.23, "", False), ("ERNES", 0.16, "", False), ("”T", 0.3, "", False),
    ("$", 0.07, "", True), ("§", 0.1, "", True), ("8", 0.2, "", True), ("1)-", 0.28, "", True), ("450", 0.1, "", True),
    ("5%", 0.2, "", True), ("att", 0.6, "", True), ("Ek", 0.36, "", True), ("att", 0.2, "ett", True),
    ("att", 0.2, None, True), ("Åsa", 0.1, "Åsa", True),
    ("slen", 0.12, ",.", False), ("ere", 0.2, "- -", False), ("slen", 0.5, ",.", True), ("214", 0.12, ",.", True),
]  # fmt: skip


DASHES = [  # the words of a line; a dash's width and height; what is left of them
    ("- Nils Ek yrkar", (0.7, 0.9), "Nils Ek yrkar"), ("- 2 (2)", (0.3, 0.6), "2 (2)"),
    ("2003-09-22 -", (0.7, 0.7), "2003-09-22"), ("— Justerare", (0.3, 0.5), "Justerare"),
    ("- att anta", (0.9, 0.2), "att anta"), ("medlen används -", (0.7, 1.0), "medlen används"),
    ("- - Nils", (0.7, 0.7), "Nils"), ("-", (0.7, 0.9), ""),
    ("- att anta", (3.1, 0.7), "- att anta"), ("- att anta", (0.3, 11.0), "- att anta"),
    ("– att anta", (5.0, 0.6), "– att anta"), ("• att anta", (1.0, 1.0), "• att anta"),
    ("Ek - Alm", (0.7, 0.7), "Ek - Alm"), ("Hyra -", (2.9, 0.7), "Hyra -"),
    ("1994 - 1995", (0.9, 0.6), "1994 - 1995"), ("- 450", (2.6, 0.6), "- 450"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "size", "left"), DASHES)
def test_dots_read_as_dashes(line: str, size: tuple[float, float], left: str) -> None:
    x, words = 72.0, []
    for word in line.split():
        wide, high = (6.0 * len(word), 9.0) if word.isalnum() or len(word) > 1 else size
        words.append(Word(word, Box(x, 105 - high / 2, x + wide, 105 + high / 2), confidence=0.9))
        x += wide + 4
    tokens = without_scan_specks(tokens_of(Page(1, 595, 842, tuple(words), ReadAs.OCR)))
    assert " ".join(t.text for t in tokens) == left


@pytest.mark.parametrize(("text", "sure", "second", "stays"), UNSEEN)
def test_what_the_second_reader_does_not_see(text: str, sure: float, second: str | None, stays: bool) -> None:
    word = Word(text, Box(100, 100, 120, 110), confidence=sure, second=second, agreed=None if second is None else False)
    page = Page(1, 595, 842, (word, Word("Ek", Box(130, 100, 150, 110), confidence=0.9)), ReadAs.OCR)
    assert [t.text for t in tokens_of(page)] == [text, "Ek"][not stays :]


@pytest.mark.parametrize(
    ("heading", "kind", "entries"),
    [
        ("Beslutet skickas till", SectionKind.RECIPIENTS, ["Kommunfullmäktige", "Socialnämnden", "Gata och park"]),
        ("Beslutet delges", SectionKind.RECIPIENTS, ["Kajutan i Hult AB", "Skatteverket", "Folkhälsomyndigheten"]),
        ("Protokollsutdrag till", SectionKind.RECIPIENTS, ["Trafikverket", "Hults kommun", "Ekonomiavdelningen"]),
        ("Sändlista", SectionKind.RECIPIENTS, ["Hults kommun", "Överförmyndarnämnden", "Vårdkontoret, ekonomienheten"]),
        ("Bilagor", SectionKind.ATTACHMENTS, ["Åtgärdsplan 2014-2015", "Nyckeltal per augusti 2014"]),
        ("Bilagor", SectionKind.ATTACHMENTS, ["Förslag till yttrande", "Länsstyrelsens ansökan 2016-08-22"]),
        ("Bilaga", SectionKind.ATTACHMENTS, ["Delårsbokslut 2007-08-31", "Karta"]),
    ],
)  # fmt: skip
def test_entries_that_look_larger(heading: str, kind: SectionKind, entries: list[str]) -> None:
    sheet = Sheet()
    sheet.put(72, 60, "Nytt avtal om städning", 16, True)
    y = body_of(sheet, 90) + 20
    sheet.put(72, y, "Eva Ek").put(72, y + 14, "Teknisk chef")
    sheet.put(72, y + 48, heading, 13, True)
    y += 68
    for entry in entries:
        sheet.put(72, y, entry, 13)
        y += 22
    scanned = both(sheet)[1]
    assert "\n".join(of(scanned, kind)).split() == f"{heading} {' '.join(entries)}".split()


PERCENT = [
    ("Andel, Yo", "Andel, %"), ("Andel, °/o", "Andel, %"), ("Andel, %o", "Andel, %"), ("4 Yo", "4 %"),
    ("4,5 Yo.", "4,5 %."),
    ("12 o/o,", "12 %,"), ("91 °/o av", "91 % av"), ("Yo Yo", "Yo Yo"), ("Sara Yo", "Sara Yo"), ("Yo 4", "Yo 4"),
    ("4 Ek", "4 Ek"), ("4 o/", "4 o/"), ("och/eller 4", "och/eller 4"), ("Nils, Yngve", "Nils, Yngve"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), PERCENT)
def test_percent_read_as_letters(line: str, expected: str) -> None:
    x, words = 72.0, []
    for text in line.split():
        words.append((text, (x, 100.0, x + 6.0 * len(text), 109.0), 0.9))
        x += 6.0 * len(text) + 3.0
    assert " ".join(t.text for t in without_scan_specks(tokens_of(page_of(*words)))) == expected


@pytest.mark.parametrize(
    ("text", "width", "second", "stays"),
    [
        ("—", 0.3, "", False),
        ("-", 1.0, "", False),
        ("-", 4.0, "", True),
        ("—", 0.3, None, True),
        ("—", 0.3, "-1", True),
    ],
)
def test_a_speck_is_no_dash(text: str, width: float, second: str | None, stays: bool) -> None:
    word = Word(text, Box(294, 383, 294 + width, 384), 0.92, second, False, size=10.0)
    page = page_of(("6,1", (300, 379, 312, 387), 0.96))
    assert (len(tokens_of(replace(page, words=(word, *page.words)))) == 2) is stays
    assert len(tokens_of(replace(page, words=(word, Word("att", Box(300, 379, 312, 387)))))) == 2  # a list's mark


@pytest.mark.parametrize(
    ("text", "size", "agreed", "stays"),
    [
        ("4", (0.5, 1.0), False, False),
        ("4", (0.5, 1.0), True, True),
        ("e", (1.5, 1.2), False, False),
        ("e", (4.5, 4.8), False, True),
        ("=", (15.0, 0.7), None, False),
        ("=", (5.0, 2.6), None, True),
        ("a", (4.5, 4.8), None, True),
        (".", (1.0, 1.0), None, True),
    ],
)
def test_nothing_is_as_low_as_a_speck(text: str, size: tuple[float, float], agreed: bool | None, stays: bool) -> None:
    box = Box(300, 378, 300 + size[0], 378 + size[1])
    word = Word(text, box, 0.5, None if agreed is None else "4", agreed, size=9.7)
    page = replace(page_of(("6,1", (300, 379, 312, 387), 0.96)), words=(word,))
    assert bool(tokens_of(page)) is stays


@pytest.mark.parametrize(
    ("sign", "number", "agreed", "mended"),
    [
        ("8", "41", False, True), ("S", "41", False, True), ("$", "43", False, True), ("8", "43", False, True),
        ("8", "41", True, False), ("8", "41", None, False), ("8", "44", False, False), ("8", "4l", False, False),
        ("3", "41", False, False), ("Se", "41", False, False),
    ],
)  # fmt: skip
def test_a_heading_of_minutes_whose_sign_is_disputed(sign: str, number: str, agreed: bool | None, mended: bool) -> None:
    words = []
    for y, line in ((100.0, f"{sign} {number} Nya avgifter"), (300.0, "§ 42 Ansökan om bidrag")):
        x = 72.0
        for text in line.split():
            said = agreed if text == sign else None
            words.append(Word(text, Box(x, y, x + 6.0 * len(text), y + 9), 0.5, None, said, line=int(y)))
            x += 6.0 * len(text) + 3.0
    page = replace(page_of(), words=tuple(words))
    assert (without_scan_specks(tokens_of(page))[0].text == "§") is mended


@pytest.mark.parametrize(
    ("mark", "size", "second", "words", "agreed"),
    [
        ("—", (8, 8), "", ["271", "950"], False),  # a rule of the table, and perhaps a dash
        ("-", (6, 9), "", ["271", "950"], False),
        ("–", (7, 5), "", ["271", "950"], False),
        ("–", (7, 1), "", ["–", "271", "950"], True),  # a dash
        ("-", (5, 1.5), "", ["-", "271", "950"], True),
        ("—", (8, 8), "—", ["—", "271", "950"], True),
        ("=", (8, 12), "", ["271", "950"], True),
    ],
)
def test_a_rule_is_no_minus(mark: str, size: tuple[float, float], second: str, words: list[str], agreed: bool) -> None:
    wide, high = size
    page = Page(
        1, 595, 842,
        (
            Word(mark, Box(100, 105 - high / 2, 100 + wide, 105 + high / 2), 0.75, second, False, size=10),
            Word("271", Box(110, 100, 122, 108), 0.96, "271 950", True, size=10),
            Word("950", Box(126, 100, 138, 108), 0.96, "271 950", True, size=10),
        ),
        ReadAs.OCR,
    )  # fmt: skip
    tokens = tokens_of(page)
    assert [t.text for t in tokens] == words
    assert tokens[-2].agreed is agreed
