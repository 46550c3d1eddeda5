"""Made-up memos in the styles of different decades and kinds of municipalities, digital and scanned."""

import pytest

from pipeline.memo.build import find_memos
from pipeline.memo.memo import Memo, SectionKind
from pipeline.read.page import Page
from tests.memo.typeset import Sheet, check, of

BODY = (
    "Förvaltningen har under våren gått igenom samtliga avtal och funnit att hälften av dem löper ut före årets slut. "
    "En ny upphandling behöver därför inledas, och kostnaden beräknas till 450 000 kronor."
)
MORE = (
    "Nämnden behandlade frågan senast den 4 mars 2015, § 27, och uppdrog då åt förvaltningen att återkomma med ett "
    "förslag. Kommunens revisorer har inte haft något att erinra mot upplägget."
)


def memo_of(*pages: Page) -> Memo:
    memos = find_memos(pages)
    assert len(memos) == 1
    check(memos[0])
    return memos[0]


def both(*sheets: Sheet) -> list[Memo]:
    """The memo digital and scanned."""
    return [memo_of(*(s.page() for s in sheets)), memo_of(*(s.scanned() for s in sheets))]


def body_of(sheet: Sheet, y: float, x: float = 72, size: float = 11, to: float = 525) -> float:
    """A usual body: proposal, summary, matter."""
    sheet.put(x, y, "Förslag till beslut", size + 2, True)
    y = sheet.text(x, y + 1.6 * size, "1. Nämnden godkänner avtalet med Lövsta Bygg AB.", to, size, hang=14)
    y = sheet.text(x, y, "2. Förvaltningschefen får i uppdrag att teckna avtalet senast den 1 juni.", to, size, hang=14)
    y += 1.2 * size
    sheet.put(x, y, "Sammanfattning", size + 2, True)
    y = sheet.text(x, y + 1.6 * size, BODY, to, size)
    y += 1.2 * size
    sheet.put(x, y, "Ärendet", size + 2, True)
    return sheet.text(x, y + 1.6 * size, MORE, to, size) + 1.2 * size


POINTS = [
    "Förslag till beslut",
    "1. Nämnden godkänner avtalet med Lövsta Bygg AB.",
    "2. Förvaltningschefen får i uppdrag att teckna avtalet senast den 1 juni.",
]


def assert_body(memo: Memo) -> None:
    assert of(memo, SectionKind.PROPOSAL) == POINTS
    assert of(memo, SectionKind.SUMMARY) == ["Sammanfattning", BODY]
    assert of(memo, SectionKind.BODY)[:2] == ["Ärendet", MORE]


# letterheads


def test_labels_over_values() -> None:
    s = Sheet()
    s.put(72, 60, "Ekby kommun", 16, True).put(72, 76, "Miljö- och byggförvaltningen", 9)
    for x, label, value in (
        (72, "Handläggare", "Pia Rosén"),
        (230, "Datum", "2017-05-09"),
        (380, "Diarienummer", "MBN 2017-33"),
    ):
        s.put(x, 110, label, 8).put(x, 122, value, 11)
    s.put(72, 160, "Till miljö- och byggnadsnämnden", 11)
    s.put(72, 200, "Taxa för tillsyn enligt alkohollagen", 16, True)
    body_of(s, 235)
    for memo in both(s):
        head = of(memo, SectionKind.LETTERHEAD)
        assert "Handläggare\nPia Rosén" in head
        assert "Datum\n2017-05-09" in head
        assert "Diarienummer\nMBN 2017-33" in head
        assert "Till miljö- och byggnadsnämnden" in head
        assert of(memo, SectionKind.TITLE) == ["Taxa för tillsyn enligt alkohollagen"]
        assert_body(memo)


def test_labels_beside_values() -> None:
    s = Sheet(loose=True)
    for n, (label, value) in enumerate(
        (("Datum:", "2024-02-13"), ("Handläggare:", "Erik Sand"), ("Diarienr:", "KS 2024/88"))
    ):
        s.put(72, 60 + 14 * n, label, 10).put(150, 60 + 14 * n, value, 10)
    s.put(360, 60, "Kommunstyrelsen", 10)
    s.put(72, 140, "Svar på motion om gratis bussresor för", 16, True)
    s.put(72, 160, "pensionärer", 16, True)
    body_of(s, 200)
    memo = memo_of(s.page())
    head = of(memo, SectionKind.LETTERHEAD)
    assert head == ["Datum: 2024-02-13\nHandläggare: Erik Sand\nDiarienr: KS 2024/88", "Kommunstyrelsen"]
    assert of(memo, SectionKind.TITLE) == ["Svar på motion om gratis bussresor för pensionärer"]
    assert_body(memo)


def test_ruled_head() -> None:
    s = Sheet()
    for y in (50, 78, 106):
        s.rule(72, y, 525, y + 0.6)
    for x in (72, 260, 400, 525):
        s.rule(x, 50, x + 0.6, 106)
    s.put(76, 60, "Norrsunda kommun", 13, True).put(264, 58, "Dokument", 7).put(264, 71, "TJÄNSTESKRIVELSE", 10)
    s.put(404, 58, "Datum", 7).put(404, 71, "2009-11-30", 10)
    s.put(76, 96, "Tekniska kontoret", 10).put(264, 86, "Handläggare", 7).put(264, 99, "Bo Frid", 10)
    s.put(404, 86, "Diarienr", 7).put(404, 99, "TN 2009.114", 10)
    s.put(72, 150, "Upphandling av vinterväghållning 2010-2013", 14, True)
    body_of(s, 185)
    for memo in both(s):
        head = of(memo, SectionKind.LETTERHEAD)
        for cell in (
            "Dokument\nTJÄNSTESKRIVELSE",
            "Datum\n2009-11-30",
            "Handläggare\nBo Frid",
            "Diarienr\nTN 2009.114",
        ):
            assert cell in head
        assert of(memo, SectionKind.TITLE) == ["Upphandling av vinterväghållning 2010-2013"]
        assert_body(memo)


@pytest.mark.parametrize("left", [True, False])
def test_margin_column(left: bool) -> None:
    s = Sheet()
    x, margin, to = (190, 50, 540) if left else (60, 460, 430)
    s.lines(margin, 200, ["Handläggare", "Ulla Berg", "ulla.berg@sandvik.se"], 8)
    s.lines(margin, 300, ["Adress", "123 45 Sandvik", "Storgatan 1"], 8)
    s.put(x, 60, "TJÄNSTESKRIVELSE", 10).put(x, 74, "2012-10-01", 10)
    s.put(x, 150, "Ny förskola i kvarteret Linden", 16, True)
    body_of(s, 190, x, to=to)
    for memo in both(s):
        head = of(memo, SectionKind.LETTERHEAD)
        assert "Handläggare\nUlla Berg\nulla.berg@sandvik.se" in head
        assert "Adress\n123 45 Sandvik\nStorgatan 1" in head
        assert of(memo, SectionKind.TITLE) == ["Ny förskola i kvarteret Linden"]
        assert_body(memo)


def test_typewriter_1994() -> None:
    s = Sheet(mono=True)
    s.put(72, 60, "ÅBY KOMMUN", 11).put(330, 60, "TJÄNSTEUTLÅTANDE", 11).put(500, 60, "1(1)", 11)
    s.put(72, 74, "Fritidskontoret", 11).put(330, 74, "1994-09-22", 11)
    s.put(72, 88, "Rolf Ek", 11).put(330, 88, "Dnr 94/212", 11)
    s.put(72, 130, "Fritidsnämnden", 11)
    s.put(72, 170, "BIDRAG TILL ÅBY RIDKLUBB", 11)
    s.put(72, 200, "Bakgrund", 11)
    y = s.text(72, 214, MORE, 530, 11)
    s.put(72, y + 14, "Förslag till beslut", 11)
    s.put(72, y + 42, "Fritidskontoret föreslår fritidsnämnden besluta", 11)
    s.put(72, y + 70, "att", 11)
    y = s.text(
        122,
        y + 70,
        "bevilja Åby ridklubb ett bidrag om 25.000 kronor för 1995 mot att klubben svarar för skötseln, samt",
        530,
        11,
    )
    s.put(72, y + 14, "att", 11)
    s.text(122, y + 14, "finansiera bidraget inom nämndens ram.", 530, 11)
    for memo in both(s):
        assert of(memo, SectionKind.TITLE) == ["BIDRAG TILL ÅBY RIDKLUBB"]
        assert of(memo, SectionKind.PROPOSAL) == [
            "Förslag till beslut",
            "Fritidskontoret föreslår fritidsnämnden besluta",
            "att bevilja Åby ridklubb ett bidrag om 25.000 kronor för 1995 mot att klubben svarar för skötseln, samt",
            "att finansiera bidraget inom nämndens ram.",
        ]
        assert of(memo, SectionKind.BODY) == ["Bakgrund", MORE]


def test_title_before_document_type() -> None:
    s = Sheet()
    s.put(72, 60, "Revidering av resepolicy", 20, True)
    s.put(72, 84, "Tjänsteskrivelse", 12)
    s.put(72, 110, "Dnr RS 2021-1044", 10).put(300, 110, "2021-06-03", 10)
    s.put(72, 130, "Regionstyrelsen", 10)
    body_of(s, 170)
    for memo in both(s):
        assert of(memo, SectionKind.TITLE) == ["Revidering av resepolicy"]
        assert any("Tjänsteskrivelse" in cell for cell in of(memo, SectionKind.LETTERHEAD))
        assert_body(memo)


def test_title_with_label() -> None:
    s = Sheet()
    s.put(72, 60, "Kommunalförbundet Vattenvägen", 14, True)
    s.put(72, 90, "Datum: 2003-04-11", 10).put(72, 104, "Till: Förbundsdirektionen", 10)
    s.put(72, 140, "Ärende: Årsredovisning för 2002", 10)
    body_of(s, 180)
    for memo in both(s):
        assert of(memo, SectionKind.TITLE) == ["Ärende: Årsredovisning för 2002"]
        assert_body(memo)


def test_no_letterhead() -> None:
    s = Sheet()
    s.put(72, 60, "Ändring av bolagsordning för Hamnbolaget", 16, True)
    body_of(s, 100)
    for memo in both(s):
        assert of(memo, SectionKind.LETTERHEAD) == []
        assert of(memo, SectionKind.TITLE) == ["Ändring av bolagsordning för Hamnbolaget"]


def test_beslutsforslag_as_document_type() -> None:
    s = Sheet()
    s.put(72, 60, "REGION NORRLAND", 14, True).put(400, 60, "BESLUTSFÖRSLAG", 12)
    s.put(72, 90, "Datum 2022-01-10", 10)
    s.put(72, 130, "Hälso- och sjukvårdsnämnden", 11)
    s.put(72, 160, "Utökning av vårdplatser vid kirurgkliniken", 15, True)
    body_of(s, 190)
    for memo in both(s):
        assert of(memo, SectionKind.TITLE) == ["Utökning av vårdplatser vid kirurgkliniken"]
        assert of(memo, SectionKind.PROPOSAL) == POINTS


# signatures


def test_two_signatures() -> None:
    s = Sheet()
    s.put(72, 60, "Antagande av detaljplan för Hamnen", 16, True)
    y = body_of(s, 90)
    s.put(72, y + 30, "Samhällsbyggnadsförvaltningen", 11)
    s.put(72, y + 80, "Karin af Ekenstam", 11).put(320, y + 80, "Lars-Olov Öst", 11)
    s.put(72, y + 94, "Förvaltningschef", 11).put(320, y + 94, "Planarkitekt", 11)
    s.put(72, y + 130, "Beslutet skickas till", 13, True)
    s.lines(72, y + 146, ["Lantmäteriet", "Länsstyrelsen"])
    for memo in both(s):
        assert of(memo, SectionKind.SIGNATURES) == [
            "Samhällsbyggnadsförvaltningen",
            "Karin af Ekenstam\nFörvaltningschef",
            "Lars-Olov Öst\nPlanarkitekt",
        ]
        assert of(memo, SectionKind.RECIPIENTS) == ["Beslutet skickas till", "Lantmäteriet\nLänsstyrelsen"]


def test_signatures_under_each_other_and_approval() -> None:
    s = Sheet()
    s.put(72, 60, "Köp av fastigheten Lunden 1:4", 16, True)
    y = body_of(s, 90)
    s.put(72, y + 40, "Maria Öberg", 11).put(72, y + 54, "ekonomidirektör", 11)
    s.put(72, y + 100, "Ali Hassan", 11).put(72, y + 114, "controller", 11)
    s.put(72, y + 160, "Maria Öberg, Godkännare tjänsteskrivelse, 2024-05-14", 8)
    for memo in both(s):
        assert of(memo, SectionKind.SIGNATURES)[:2] == ["Maria Öberg\nekonomidirektör", "Ali Hassan\ncontroller"]
        assert "Godkännare" in of(memo, SectionKind.SIGNATURES)[-1]
        assert of(memo, SectionKind.BODY)[:2] == ["Ärendet", MORE]


def test_signature_within_proposal_ends_it() -> None:
    s = Sheet()
    s.put(72, 60, "Yttrande över remiss om trafikplan", 16, True)
    s.put(72, 90, "Förslag till beslut", 13, True)
    s.text(72, 108, "Nämnden antar yttrandet som sitt eget.")
    s.put(72, 150, "Socialförvaltningen", 11)
    s.put(72, 190, "Siv Hall", 11).put(300, 190, "Omar Diaz", 11)
    s.put(72, 204, "Socialchef", 11).put(300, 204, "Utredare", 11)
    s.put(72, 250, "Bakgrund", 13, True)
    s.text(72, 268, MORE)
    for memo in both(s):
        assert of(memo, SectionKind.PROPOSAL) == ["Förslag till beslut", "Nämnden antar yttrandet som sitt eget."]
        assert of(memo, SectionKind.SIGNATURES) == [
            "Socialförvaltningen",
            "Siv Hall\nSocialchef",
            "Omar Diaz\nUtredare",
        ]
        assert of(memo, SectionKind.BODY) == ["Bakgrund", MORE]


# lists


def test_bullets_with_hanging_lines() -> None:
    s = Sheet()
    s.put(72, 60, "Handlingsplan mot ensamhet", 16, True)
    s.put(72, 90, "Förslag till beslut", 13, True)
    points = [
        "Nämnden antar handlingsplanen mot ofrivillig ensamhet för åren 2024-2027 och upphäver samtidigt den tidigare.",
        "Förvaltningen får i uppdrag att följa upp planen varje år och att redovisa resultatet i årsredovisningen.",
    ]
    y = 110.0
    for point in points:
        s.put(80, y, "•")
        y = s.text(96, y, point)
    s.put(72, y + 12, "Ärendet", 13, True)
    s.text(72, y + 30, MORE)
    for memo in both(s):
        assert of(memo, SectionKind.PROPOSAL)[1:] == [f"• {point}" for point in points]
        block = memo.blocks_in(*next((p.start, p.end) for p in memo.sections_of(SectionKind.PROPOSAL)))[1]
        assert block.marker == "•"
        assert memo.text[block.content :].startswith("Nämnden")


def test_recipients_one_a_line_with_hanging_rest() -> None:
    s = Sheet()
    s.put(72, 60, "Samverkansavtal med Region Mitt", 16, True)
    y = body_of(s, 90)
    s.put(72, y, "Expedieras till", 13, True)
    s.lines(
        72, y + 18, ["Region Mitt, folktandvården och enheten för upphandling av tjänster samt", "varor för kännedom"]
    )
    s.lines(72, y + 46, ["Kommunledningskontoret", "Akten"])
    for memo in both(s):
        assert of(memo, SectionKind.RECIPIENTS) == [
            "Expedieras till",
            "Region Mitt, folktandvården och enheten för upphandling av tjänster samt varor för kännedom\n"
            "Kommunledningskontoret\nAkten",
        ]


def test_run_in_headings() -> None:
    s = Sheet()
    s.put(72, 60, "Firmatecknare för kommunen", 16, True)
    y = s.text(72, 100, "Förslag till beslut: Kommunstyrelsen utser Eva Ljung till firmatecknare.")
    y = s.text(72, y + 14, "Bilagor: 1. Fullmakt")
    s.text(72, y + 14, "Kopia till: Banken, Revisorerna")
    for memo in both(s):
        (section,) = memo.sections_of(SectionKind.PROPOSAL)
        assert memo.text[section.body :].startswith("Kommunstyrelsen utser")
        assert section.heading == "Förslag till beslut:"
        (section,) = memo.sections_of(SectionKind.RECIPIENTS)
        assert memo.text[section.body : section.end].strip() == "Banken, Revisorerna"
        assert len(memo.sections_of(SectionKind.ATTACHMENTS)) == 1


# tables


def test_ruled_table_with_two_line_heading() -> None:
    s = Sheet()
    s.put(72, 60, "Delårsrapport per augusti", 16, True)
    s.put(72, 90, "Ekonomi", 13, True)
    y = s.text(72, 108, BODY)
    y = s.text(72, y + 14, "Tabell 1. Nämndens utfall (tkr)")
    rows = [
        (("", "Budget", "Utfall", "Avvikelse"), 9), (("Verksamhet", "2023", "jan-aug", "helår"), 9),
        (("Grundskola", "118 420", "79 305", "-1 115"), 10), (("Förskola och", "", "", ""), 10),
        (("pedagogisk omsorg", "9 760", "6 480", "280"), 10), (("Summa", "128 180", "85 785", "-835"), 10),
    ]  # fmt: skip
    top = y
    for cells, size in rows:
        s.put(76, y, cells[0], size)
        for x, cell in zip((290, 380, 470), cells[1:], strict=True):
            s.put(x, y, cell, size, right=True)
        y += 14
    for line in (top - 10, top + 18, top + 32, top + 60, top + 74):
        s.rule(72, line, 480, line + 0.5)
    s.text(72, y + 20, MORE)
    memo = memo_of(s.page())
    (table,) = memo.tables
    found = {(c.label, c.header): memo.text[c.start : c.end] for c in table.cells}
    assert found["Grundskola", "Budget 2023"] == "118 420"
    assert found["Grundskola", "Avvikelse helår"] == "-1 115"
    assert found["Förskola och pedagogisk omsorg", "Utfall jan-aug"] == "6 480"
    assert found["Summa", "Avvikelse helår"] == "-835"
    assert table.caption == "Tabell 1. Nämndens utfall (tkr)"


def test_table_without_rules() -> None:
    s = Sheet()
    s.put(72, 60, "Fördelning av föreningsbidrag", 16, True)
    s.put(72, 90, "Bakgrund", 13, True)
    y = s.text(72, 108, MORE) + 14
    for cells in (
        ("Förening", "Sökt", "Förslag"), ("Åsens IF", "120 000", "85 000"), ("Byns teater", "1 040 000", "900 000"),
        ("Korpen", "5 500", "5 500"), ("Summa", "1 165 500", "990 500"),
    ):  # fmt: skip
        s.put(72, y, cells[0]).put(330, y, cells[1], right=True).put(430, y, cells[2], right=True)
        y += 15
    s.text(72, y + 15, BODY)
    for memo in both(s):
        (table,) = memo.tables
        found = {(c.label, c.header): memo.text[c.start : c.end] for c in table.cells}
        assert found["Byns teater", "Sökt"] == "1 040 000"
        assert found["Summa", "Förslag"] == "990 500"
        assert BODY in of(memo, SectionKind.BODY)


@pytest.mark.parametrize("rules", [(0, 1, 7), (0, 1), (1, 7), (0, 1, 6, 7), (1,)])  # over and under which rows
@pytest.mark.parametrize(
    "heads", [("Verksamhet", "Budget 2016", "Utfall jan–aug"), ("Verksamhet", "Budget", "Prognos")]
)
def test_table_ruled_round_its_heads_only(rules: tuple[int, ...], heads: tuple[str, str, str]) -> None:
    s = Sheet()
    s.put(72, 60, "Delårsrapport", 16, True)
    s.put(72, 90, "Utfall och prognos", 13, True)
    y = s.text(72, 108, MORE) + 16
    rows = [("Nationella program", "214 300", "141 650"), ("Vuxenutbildning", "38 650", "25 075")] * 3
    top = y
    for n, cells in enumerate((heads, *rows)):
        s.put(76, y, cells[0], 9, n == 0)
        s.put(300, y, cells[1], 9, n == 0, right=True).put(420, y, cells[2], 9, n == 0, right=True)
        y += 17
    for n in rules:
        s.rule(72, top - 11 + 17 * n, 425, top - 10.5 + 17 * n)
    s.text(72, y + 20, MORE)
    memo = memo_of(s.page())
    (table,) = memo.tables
    found = {(c.label, c.header): memo.text[c.start : c.end] for c in table.cells}
    assert found["Nationella program", heads[1]] == "214 300"
    assert found["Vuxenutbildning", heads[2]] == "25 075"


# more than a page


def test_furniture_and_paragraph_over_the_page_break() -> None:
    one, two = Sheet(1), Sheet(2)
    for n, s in enumerate((one, two), 1):
        s.put(72, 40, "Strömby kommun", 10).put(300, 40, "2018-03-01", 10).put(500, 40, f"{n} (2)", 10)
        s.put(72, 800, "Postadress", 7).put(250, 800, "Telefon", 7).put(400, 800, "Org.nr", 7)
        s.put(72, 810, "123 45 Strömby", 8).put(250, 810, "0123-450 00", 8).put(400, 810, "212000-1234", 8)
    one.put(72, 100, "Skolskjutsreglemente", 16, True)
    y = body_of(one, 130)
    one.put(72, y, "Konsekvenser för barn", 13, True)
    y = one.text(
        72, y + 18, MORE + " Barn som bor växelvis hos två vårdnadshavare inom kommunen har rätt till skjuts från"
    )
    two.text(72, 90, "båda hemmen om avståndet är tillräckligt långt.")
    for memo in both(one, two):
        assert any(
            b.endswith("från båda hemmen om avståndet är tillräckligt långt.") for b in of(memo, SectionKind.BODY)
        )
        furniture = "\n".join(of(memo, SectionKind.FURNITURE))
        assert "2 (2)" in furniture
        assert "123 45 Strömby" in furniture
        assert furniture.count("123 45 Strömby") == 1
        assert "1 (2)" in "\n".join(of(memo, SectionKind.LETTERHEAD))
        assert memo.sections[-1].kind == SectionKind.FURNITURE


@pytest.mark.parametrize(
    "lead",
    [
        "Kultur- och fritidsnämnden beslutar",
        "Kultur- och fritidsnämnden beslutar att",
        "Kultur- och fritidsnämnden föreslår:",
        "Nämnden hemställer",
    ],
)
def test_a_page_that_begins_with_what_leads_in_points(lead: str) -> None:
    one, two = Sheet(1), Sheet(2)
    for s in (one, two):
        s.put(72, 50, "Kultur- och fritidsnämnden", 11).put(380, 50, "Protokoll", 11, True).put(470, 50, "2024-03-05")
    one.put(72, 140, "§ 31 Taxa för badet", 13, True)
    y = one.text(72, 160, MORE) + 12
    one.put(72, y, "Kultur- och fritidsnämnden beslutar")
    one.put(72, y + 18, "att höja taxan.")
    one.put(72, y + 50, "§ 32 Bidrag till spelmännen", 13, True)
    one.text(72, y + 70, MORE)
    two.put(72, 86, lead)
    two.put(72, 104, "att bevilja bidraget.")
    for memo in both(one, two):
        assert lead not in "\n".join(of(memo, SectionKind.FURNITURE))


def test_minutes() -> None:
    one, two = Sheet(1), Sheet(2)
    for s in (one, two):
        s.put(380, 50, "Kommunstyrelsen", 11, True).put(380, 64, "Protokoll", 11, True).put(380, 90, "2024-03-05", 10)
        s.put(430, 790, "Utdragsbestyrkande", 8)
    one.put(72, 140, "§ 31 2024.118 KS", 10)
    one.put(72, 165, "Taxa för markuthyrning", 13, True)
    one.put(72, 185, "Ärendebeskrivning", 11, True)
    y = one.text(72, 200, MORE)
    one.put(72, y + 20, "Beslut", 11, True)
    one.put(72, y + 34, "Förslag till beslut i kommunfullmäktige", 11, True)
    one.text(72, y + 48, "Taxan antas att gälla från den 1 juli 2024.")
    two.put(72, 140, "§ 32 2024.201 KS", 10)
    two.put(72, 165, "Svar på revisionsrapport", 13, True)
    two.put(72, 185, "Ärendebeskrivning", 11, True)
    y = two.text(72, 200, BODY)
    two.put(72, y + 20, "Beslut", 11, True)
    y = two.text(72, y + 34, "Svaret överlämnas till revisorerna.")
    two.put(72, y + 14, "Expedieras till", 11, True)
    two.put(72, y + 28, "Kommunrevisionen", 11)
    for memo in both(one, two):
        assert [s.heading for s in memo.sections_of(SectionKind.DECISION)] == ["Beslut", "Beslut"]
        assert of(memo, SectionKind.DECISION) == [
            "Beslut", "Förslag till beslut i kommunfullmäktige", "Taxan antas att gälla från den 1 juli 2024.",
            "Beslut", "Svaret överlämnas till revisorerna.",
        ]  # fmt: skip
        assert of(memo, SectionKind.TITLE) == ["Taxa för markuthyrning", "Svar på revisionsrapport"]
        assert "§ 32 2024.201 KS" in of(memo, SectionKind.LETTERHEAD)
        assert of(memo, SectionKind.RECIPIENTS) == ["Expedieras till", "Kommunrevisionen"]
        assert not memo.sections_of(SectionKind.PROPOSAL)


def test_justified_text_is_not_cut() -> None:
    s = Sheet()
    s.put(72, 60, "Översiktsplan för kommunen", 16, True)
    s.put(72, 90, "Bakgrund", 13, True)
    s.text(72, 110, f"{MORE} {BODY}", 300, justified=True)
    for memo in both(s):
        assert of(memo, SectionKind.BODY) == ["Bakgrund", f"{MORE} {BODY}"]


def test_side_headings() -> None:
    s = Sheet()
    s.put(72, 60, "Lokalförsörjningsplan 1999", 14, True)
    y = 110.0
    for heading, text in (("Bakgrund", MORE), ("Sammanfattning", BODY), ("Förslag till beslut", "Planen antas.")):
        s.put(72, y, heading, 11, True)
        y = s.text(200, y, text) + 20
    for memo in both(s):
        assert of(memo, SectionKind.BODY) == ["Bakgrund", MORE]
        assert of(memo, SectionKind.SUMMARY) == ["Sammanfattning", BODY]
        assert of(memo, SectionKind.PROPOSAL) == ["Förslag till beslut", "Planen antas."]


def test_attachments_numbered_without_points() -> None:
    s = Sheet()
    s.put(72, 60, "Markanvisning i Norra staden", 16, True)
    y = body_of(s, 90)
    s.put(72, y, "Bilagor", 13, True)
    s.lines(72, y + 18, ["1   Karta över området", "2   Avtal, daterat 2016-02-01"])
    for memo in both(s):
        assert of(memo, SectionKind.ATTACHMENTS) == ["Bilagor", "1 Karta över området", "2 Avtal, daterat 2016-02-01"]


def test_stamp_is_set_apart() -> None:
    s = Sheet()
    s.put(72, 60, "Lillstads kommun", 14, True).put(72, 80, "2001-02-14", 10)
    s.put(400, 90, "INKOM 2001-02-20", 10)
    s.put(72, 120, "Ansökan om tillstånd för torghandel", 14, True)
    body_of(s, 150)
    for memo in both(s):
        assert of(memo, SectionKind.STAMP) == ["INKOM 2001-02-20"]
        assert of(memo, SectionKind.TITLE) == ["Ansökan om tillstånd för torghandel"]


def test_first_heading_that_no_list_knows() -> None:
    s = Sheet()
    s.put(72, 60, "Sjövik stad", 12).put(400, 60, "2011-05-02", 10)
    s.put(72, 100, "Försöksverksamhet med flexibel parkering", 16, True)
    s.put(72, 130, "Vad saken gäller", 12, True)
    y = s.text(72, 148, MORE)
    s.put(72, y + 12, "Så tänker vi oss fortsättningen", 12, True)
    s.text(72, y + 30, BODY)
    for memo in both(s):
        assert of(memo, SectionKind.TITLE) == ["Försöksverksamhet med flexibel parkering"]
        assert of(memo, SectionKind.BODY) == ["Vad saken gäller", MORE, "Så tänker vi oss fortsättningen", BODY]


def test_signature_on_one_line() -> None:
    s = Sheet()
    s.put(72, 60, "Utvärdering av trygghetsvandringar", 16, True)
    y = body_of(s, 90)
    s.put(72, y + 30, "Anna Ek, kommunchef")
    s.put(72, y + 80, "Kopia till", 13, True)
    s.put(72, y + 98, "Polisen")
    for memo in both(s):
        assert of(memo, SectionKind.SIGNATURES) == ["Anna Ek, kommunchef"]
        assert of(memo, SectionKind.RECIPIENTS) == ["Kopia till", "Polisen"]


def test_titles_over_names() -> None:
    s = Sheet()
    s.put(72, 60, "Avgift för bygglov", 16, True)
    y = body_of(s, 90)
    s.put(72, y + 40, "Stadsarkitekt").put(320, y + 40, "Handläggare")
    s.put(72, y + 54, "Ture Lind").put(320, y + 54, "Mia Falk")
    for memo in both(s):
        assert of(memo, SectionKind.SIGNATURES) == ["Stadsarkitekt\nTure Lind", "Handläggare\nMia Falk"]


def test_recipients_in_two_columns() -> None:
    s = Sheet()
    s.put(72, 60, "Regler för skolskjuts", 16, True)
    y = body_of(s, 90)
    s.put(72, y, "Beslutet skickas till", 13, True)
    s.put(72, y + 18, "Rektorerna").put(320, y + 18, "Ekonomienheten")
    s.put(72, y + 32, "Trafikverket").put(320, y + 32, "Kommunrevisionen")
    for memo in both(s):
        assert of(memo, SectionKind.RECIPIENTS) == [
            "Beslutet skickas till", "Rektorerna\nTrafikverket", "Ekonomienheten\nKommunrevisionen",
        ]  # fmt: skip


def test_matter_label_over_the_title() -> None:
    s = Sheet()
    s.put(72, 60, "Datum", 7).put(72, 72, "2016-09-30", 10).put(300, 60, "Dnr", 7).put(300, 72, "KS 2016/301", 10)
    s.put(72, 100, "Ärende", 7)
    s.put(72, 114, "Upphandling av skolmåltider", 11)
    s.put(72, 140, "Mottagare", 7)
    s.put(72, 152, "Kommunstyrelsen", 10)
    body_of(s, 190)
    for memo in both(s):
        assert of(memo, SectionKind.TITLE) == ["Upphandling av skolmåltider"]
        assert_body(memo)


def test_double_spaced_text() -> None:
    s = Sheet(mono=True)
    s.put(72, 60, "ANSÖKAN OM BIDRAG TILL BYGDEGÅRD", 11)
    s.put(72, 100, "Bakgrund", 11)
    y = s.text(72, 124, MORE, 530, 11, step=2.0)
    y = s.text(72, y + 22, BODY, 530, 11, step=2.0)
    for memo in both(s):
        assert of(memo, SectionKind.BODY) == ["Bakgrund", MORE, BODY]


def test_first_line_indents() -> None:
    s = Sheet()
    s.put(72, 60, "Utredning om kommunhusets framtid", 16, True)
    s.put(72, 100, "Bakgrund", 13, True)
    y = s.text(72, 118, MORE)
    y = s.text(90, y, BODY, hang=-18)
    s.text(90, y, MORE, hang=-18)
    for memo in both(s):
        assert of(memo, SectionKind.BODY) == ["Bakgrund", MORE, BODY, MORE]


def test_unknown_heading_of_two_lines() -> None:
    s = Sheet()
    s.put(72, 60, "Framtidens bibliotek", 16, True)
    s.put(72, 90, "Sammanfattning", 12, True)
    y = s.text(72, 106, MORE)
    s.put(72, y + 14, "Hur besökarna använder biblioteken i dag och vad de säger att de", 12, True)
    s.put(72, y + 29, "saknar mest", 12, True)
    s.text(72, y + 44, BODY)
    memo = memo_of(s.page())
    assert of(memo, SectionKind.BODY) == [
        "Hur besökarna använder biblioteken i dag och vad de säger att de saknar mest",
        BODY,
    ]
