"""Old OCR text: no places, no letters with rings and dots, columns run together."""

import pytest

from pipeline.memo.build import find_memos
from pipeline.memo.memo import Memo, SectionKind
from tests.memo.typeset import check, of, plain


def memo_of(text: str) -> Memo:
    (memo,) = find_memos([plain(text)])
    check(memo)
    return memo


HEAD = """LILLABY KOMMUN TJÄNSTESKRIVELSE 1 (2)
Socialförvaltningen 1998-04-20
Dnr 98/112

Socialnämnden

Ändrade avgifter inom hemtjänsten

Bakgrund

"""
TEXT = """Avgifterna i hemtjänsten har inte ändrats sedan 1995. Kostnaderna har under
samma tid ökat med 12 procent, och nämnden uppdrog därför åt förvaltningen att
se över taxan.
"""


def test_parts() -> None:
    memo = memo_of(
        HEAD
        + TEXT
        + """
Förslag till beslut

Socialnämnden föreslår kommunfullmäktige besluta

att höja avgiften för trygghetslarm från 100 kronor till 125 kronor i må-
naden från den 1 juli 1998, samt

att i övrigt fastställa taxan enligt förvaltningens förslag.

Anna Lindberg Sven Holmgren
Socialchef Avdelningschef

Bilagor
1. Taxa
2. Jämförelse med andra kommuner

Delges
Ekonomikontoret
Akten
"""
    )
    assert of(memo, SectionKind.TITLE) == ["Ändrade avgifter inom hemtjänsten"]
    assert of(memo, SectionKind.BODY) == ["Bakgrund", " ".join(TEXT.split())]
    assert of(memo, SectionKind.PROPOSAL) == [
        "Förslag till beslut",
        "Socialnämnden föreslår kommunfullmäktige besluta",
        "att höja avgiften för trygghetslarm från 100 kronor till 125 kronor i månaden från den 1 juli 1998, samt",
        "att i övrigt fastställa taxan enligt förvaltningens förslag.",
    ]
    assert of(memo, SectionKind.SIGNATURES) == ["Anna Lindberg\nSocialchef", "Sven Holmgren\nAvdelningschef"]
    assert of(memo, SectionKind.ATTACHMENTS) == ["Bilagor", "1. Taxa", "2. Jämförelse med andra kommuner"]
    assert of(memo, SectionKind.RECIPIENTS) == ["Delges", "Ekonomikontoret\nAkten"]


def test_one_blank_marks_the_next_sheet() -> None:
    foot = "Postadress Besöksadress Telefon Postgiro\n123 45 LILLABY Torget 1 0123-450 00 12 34 56-7\n"
    memo = memo_of(
        HEAD
        + TEXT
        + "\nFörvaltningen har jämfört taxan med den i grannkommunerna. Lillaby ligger lågt i\n\n"
        + foot
        + " LILLABY KOMMUN 1998-04-20 2 (2)\nSocialförvaltningen Dnr 98/112\n\njämförelsen, särskilt för dem som har "
        + "lite hjälp.\n\nEkonomi\n\nHöjningen ger 200 000 kronor om året.\n\n"
        + foot
    )
    assert any(
        b
        == "Förvaltningen har jämfört taxan med den i grannkommunerna. Lillaby ligger lågt i jämförelsen, särskilt för "
        "dem som har lite hjälp."
        for b in of(memo, SectionKind.BODY)
    )
    furniture = "\n".join(of(memo, SectionKind.FURNITURE))
    assert furniture.count("Postgiro") == 1
    assert "LILLABY KOMMUN 1998-04-20 2 (2)" in furniture


def test_table_whose_gaps_are_lost() -> None:
    memo = memo_of(
        HEAD
        + TEXT
        + """
Tkr 1997 1998 Skillnad
Hemtjänst, städning 18 420 17 305 -1115
Trygghetslarm 9 760 9 480 -280
Summa 28 180 26 785 -1 395

Ökningen beror på fler larm.
"""
    )
    (table,) = memo.tables
    found = {(c.label, c.header): memo.text[c.start : c.end] for c in table.cells}
    assert found["Hemtjänst, städning", "1997"] == "18 420"
    assert found["Hemtjänst, städning", "Skillnad"] == "-1 115"
    assert found["Trygghetslarm", "1998"] == "9 480"
    assert found["Summa", "Skillnad"] == "-1 395"


def test_table_with_years_as_the_last_words_of_its_heading() -> None:
    memo = memo_of(HEAD + TEXT + "\nBidrag (tkr) 2001 2002 2003-2004\nStaten 210 655 1055\nKommunen 45 130 225\n")
    (table,) = memo.tables
    found = {(c.label, c.header): memo.text[c.start : c.end] for c in table.cells}
    assert found["Staten", "2003-2004"] == "1055"
    assert found["Kommunen", "2002"] == "130"


def test_numbers_that_can_be_read_in_two_ways_stay_a_line() -> None:
    memo = memo_of(HEAD + TEXT + "\nLokaler 12 340 560\nPersonal 10 200 300\n\nDet är allt.\n")
    assert memo.tables == ()
    assert "Lokaler 12 340 560" in memo.text


def test_blank_line_within_a_sentence_is_noise() -> None:
    memo = memo_of(
        HEAD + "Kommunens kostnad för avtalet om gemensam jour beräknas bli lägre än hittills och\n\nryms inom ramen.\n"
    )
    assert "lägre än hittills och ryms inom ramen." in memo.text


def test_misread_bullets() -> None:
    memo = memo_of(HEAD + TEXT + "\nFörslag till beslut\n\n¢ Taxan antas.\n\ne Paragrafen justeras omedelbart.\n")
    blocks = [b for b in memo.blocks if b.marker in ("¢", "e")]
    assert [memo.text[b.content : b.end] for b in blocks] == ["Taxan antas.", "Paragrafen justeras omedelbart."]


def test_head_whose_columns_kept_their_blanks() -> None:
    memo = memo_of(
        """Lillaby kommun                          Tjänsteskrivelse
Socialförvaltningen                     Sida 1 (1)

Handläggare         Datum               Diarienummer
Pia Rosén           2004-05-09          SN 2004/33

Socialnämnden

Riktlinjer för riksfärdtjänst

Sammanfattning

"""
        + TEXT
    )
    head = of(memo, SectionKind.LETTERHEAD)
    assert "Handläggare\nPia Rosén" in head
    assert "Datum\n2004-05-09" in head
    assert "Diarienummer\nSN 2004/33" in head
    assert of(memo, SectionKind.TITLE) == ["Riktlinjer för riksfärdtjänst"]
    assert of(memo, SectionKind.SUMMARY) == ["Sammanfattning", " ".join(TEXT.split())]


def test_signatures_with_noise_of_handwriting() -> None:
    memo = memo_of(
        HEAD
        + TEXT
        + "\nFörslag till beslut\n\n1. Taxan antas.\n\nSocialförvaltningen\n\nq 7/2~ W\n\nEva Lund\nSocialchef\n\n"
        + "Beredning\n\nFrågan har beretts med pensionärsrådet, som inte hade något att invända mot förslaget.\n"
    )
    assert of(memo, SectionKind.PROPOSAL) == ["Förslag till beslut", "1. Taxan antas."]
    assert of(memo, SectionKind.SIGNATURES)[0] == "Socialförvaltningen"
    assert "Eva Lund\nSocialchef" in of(memo, SectionKind.SIGNATURES)


def test_numbered_sections_and_caps() -> None:
    memo = memo_of(
        HEAD.replace("Bakgrund\n\n", "1. BAKGRUND\n\n")
        + TEXT
        + "\n2. FÖRVALTNINGENS SYNPUNKTER\n\nFörvaltningen delar uppfattningen att avgifterna behöver höjas.\n"
        + "\n3. FÖRSLAG TILL BESLUT\n\nSocialnämnden antar taxan.\n"
    )
    assert [s.heading for s in memo.sections_of(SectionKind.BODY)] == ["1. BAKGRUND", "2. FÖRVALTNINGENS SYNPUNKTER"]
    assert of(memo, SectionKind.PROPOSAL) == ["3. FÖRSLAG TILL BESLUT", "Socialnämnden antar taxan."]


def test_points_of_two_bodies_and_lettered_points_whose_first_line_ends_without_a_mark() -> None:
    memo = memo_of(
        HEAD
        + TEXT
        + """
Förslag till beslut

C) att tillskjuta 6,75 mnkr till socialnämnden för omställningskostnader 2025 och.
Socialnämnden beslutar för egen del under förutsättning av fullmäktiges beslut

D) att teckna hyresavtal med Storåns Fastighets AB för lokalen

Storgatan 14 för tiden 1 augusti 2025-31 juli 2030, och
"""
    )
    assert of(memo, SectionKind.PROPOSAL)[1:4] == [
        "C) att tillskjuta 6,75 mnkr till socialnämnden för omställningskostnader 2025 och.",
        "Socialnämnden beslutar för egen del under förutsättning av fullmäktiges beslut",
        "D) att teckna hyresavtal med Storåns Fastighets AB för lokalen",
    ]


def test_an_entry_that_stands_in_two_lists_is_no_running_foot() -> None:
    foot = "\nPostadress Besöksadress Org.nr\n123 45 LILLABY Torget 1 212000-0000\n"
    head = "LILLABY KOMMUN 1998-04-20 {} (3)\n\n"
    memo = memo_of(
        HEAD
        + TEXT
        + foot
        + " "
        + head.format(2)
        + "Nio kontrollmoment har gåtts igenom under det första halvåret, och sju av dem var\nutan anmärkning.\n\n"
        + "Stickprov på kassorna visade brister i tolv procent av fallen.\n\nAvtalen löper ut.\n"
        + "\nFörslag till beslut\n\nRapporten godkänns och översänds till de nämnder som har berörts av den och till\n"
        + "Kommunstyrelsen.\n\nFörvaltningen får i uppdrag att återkomma i ärendet senast i november samma år.\n\n"
        + "Taxan ses över.\n\nParagrafen justeras.\n"
        + foot
        + " "
        + head.format(3)
        + "Av inköpen gjordes de allra flesta från leverantörer med avtal, vilket är bättre än förra\nåret.\n\n"
        + "Samverkan har skett i september.\n\nRådet är hört.\n"
        + "\nBeslutet skickas till\n\nKommunstyrelsen\nStadskansliet\nRevisionen\nAkten\n"
        + foot
    )
    assert "Kommunstyrelsen" in "\n".join(of(memo, SectionKind.RECIPIENTS))
    assert any(b.endswith("till Kommunstyrelsen.") for b in of(memo, SectionKind.PROPOSAL))


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (
            "Anna Lindberg Sven Holmgren Ann-Britt Rosén\nSekreterare Ordförande Justerare",
            ["Anna Lindberg\nSekreterare", "Sven Holmgren\nOrdförande", "Ann-Britt Rosén\nJusterare"],
        ),
        (
            "Ordförande Justerare Sekreterare\nSven Holmgren Ann-Britt Rosén Anna Lindberg",
            ["Ordförande\nSven Holmgren", "Justerare\nAnn-Britt Rosén", "Sekreterare\nAnna Lindberg"],
        ),
        ("Anna Lindberg ~ Sven Holmgren\nDirektör Utredare", ["Anna Lindberg\nDirektör", "Sven Holmgren\nUtredare"]),
        (
            "Bengt -Olof. Sjödin Gösta Wik-Byström\nFastighetschef Markingenjör",
            ["Bengt-Olof Sjödin\nFastighetschef", "Gösta Wik-Byström\nMarkingenjör"],
        ),
        (
            "Avdelningschef Verksamhetsutvecklare\nLinda Hassel Gunér Malin Ohlander Kvist",
            ["Avdelningschef\nLinda Hassel Gunér", "Verksamhetsutvecklare\nMalin Ohlander Kvist"],
        ),
    ],
)
def test_signatures_side_by_side(lines: str, cells: list[str]) -> None:
    memo = memo_of(HEAD + TEXT + "\n" + lines + "\n")
    assert of(memo, SectionKind.SIGNATURES) == cells


def test_signatures_end_a_list() -> None:
    lists = "\nBeslutet skickas till\n\nEkonomikontoret\n\nFritidsförvaltningen\n\n"
    memo = memo_of(HEAD + TEXT + lists + "Socialchef Utredare\nAnna Lindberg Sven Holmgren\n")
    assert of(memo, SectionKind.RECIPIENTS) == ["Beslutet skickas till", "Ekonomikontoret", "Fritidsförvaltningen"]
    assert of(memo, SectionKind.SIGNATURES) == ["Socialchef\nAnna Lindberg", "Utredare\nSven Holmgren"]


def test_points_proposed_without_a_heading() -> None:
    memo = memo_of(
        HEAD
        + TEXT
        + "\nSocialkontoret får härmed föreslå socialnämnden besluta\n\natt höja avgiften till 125 kronor, samt\n\n"
        + "att i övrigt fastställa taxan.\n\nAnna Lindberg\nSocialchef\n"
    )
    assert of(memo, SectionKind.PROPOSAL) == [
        "Socialkontoret får härmed föreslå socialnämnden besluta",
        "att höja avgiften till 125 kronor, samt",
        "att i övrigt fastställa taxan.",
    ]
    assert of(memo, SectionKind.SIGNATURES) == ["Anna Lindberg\nSocialchef"]


@pytest.mark.parametrize(
    ("end", "following", "one"),
    [
        ("Nämnden får enligt 7 kap. 5", "§ kommunallagen uppdra åt en anställd att besluta på dess vägnar.", True),
        ("Bidrag kan sökas med stöd av 4 kap 1", "§ socialtjänstlagen av den som har sådana behov.", True),
        ("Kommunen ska betala tillbaka det enligt 6", "§ räntelagen när tiden har gått ut för detta.", True),
        ("Det följer för alla sådana avtal av 8 a", "§ lagen om offentlig upphandling att så är.", True),
        ("Det framgår för kommuner och regioner i 11", "§ skollagen hur många platser som behövs.", True),
        ("Avgiften höjdes i hela kommunen år 1996 till 450", "§ 12 gäller inte längre för den avgiften.", False),
        ("Antalet platser är i dag inte fler än de var 1995", "§ 5 i avtalet gäller hyran för lokalen.", False),
    ],
)
def test_a_section_below_a_blank_line(end: str, following: str, one: bool) -> None:
    memo = memo_of(HEAD + TEXT.rstrip() + " " + end + "\n\n" + following + "\n")
    assert (f"{end} {following}" in memo.text) == one


def test_names_below_the_signatures_are_no_heading() -> None:
    memo = memo_of(
        HEAD + TEXT + "\nVid protokollet Justerat 1998-05-04\n\nAnita Sköldh Rune Bengtsson\nSekreterare Ordförande\n\n"
        "Lars Ekbladh Kerstin Malmborg Ask\n\n"
        "Protokollet har anslagits på kommunens anslagstavla den 8 maj 1998. Anslaget tas ned den 30 maj 1998.\n"
    )
    (signed, *_) = memo.sections_of(SectionKind.SIGNATURES)
    assert "Kerstin Malmborg Ask" in memo.text[signed.start : signed.end]


@pytest.mark.parametrize(
    ("lead", "apart"),
    [
        ("samt att socialnämnden föreslår att kommunfullmäktige", True),
        ("samt att socialnämnden föreslår kommunfullmäktige besluta", True),
        ("samt att nämnden hemställer hos kommunstyrelsen att", True),
        ("Socialnämnden föreslår kommunfullmäktige besluta att", True),
        ("samt att socialnämnden beslutar för egen del", True),
        ("och att socialnämnden föreslår kommunstyrelsen att besluta", True),
        ("Socialnämnden rekommenderar kommunstyrelsen att besluta:", True),
        ("samt att socialnämnden föreslår bättre vägar", False),
        ("och att kommunstyrelsen beslutar om taxan", False),
        ("samt till kommunstyrelsen", False),
    ],
)
def test_another_bodys_points_behind_a_point_without_its_full_stop(lead: str, apart: bool) -> None:
    memo = memo_of(
        HEAD + TEXT + "\nFörslag till beslut\n\nSocialförvaltningen föreslår att socialnämnden\n\n"
        "1. godkänner uppföljningen av hemtjänsten per augusti 2018.\n\n"
        "2. ger socialchefen i uppdrag att redovisa effekterna av planen senast den 13 december 2018\n"
        f"{lead}\n\n3. tillför socialnämnden 5 000 tkr för 2018 ur resultatutjämningsreserven.\n"
    )
    assert (f"2018 {lead}" not in memo.text) == apart
