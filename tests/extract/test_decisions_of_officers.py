"""Points, earlier decisions and minutes in the words of officers of many houses; matters and names are made up."""

# ruff: noqa: E501 - a case is one line

from dataclasses import replace

import pytest

from pipeline.extract.actions import main_verb
from pipeline.extract.decisions_points import points_in
from pipeline.extract.pipeline import find_facts
from pipeline.memo.build import find_memos
from pipeline.memo.items import mark_of
from pipeline.read.page import ReadAs
from tests.extract.decisions_memo import make_memo
from tests.extract.test_decisions_classes import earlier
from tests.extract.test_decisions_minutes import rows as decided
from tests.extract.test_decisions_proposals import found as proposed
from tests.extract.test_references import found as referred
from tests.memo.typeset import plain

BOARD = """§§ LETTERHEAD
| Kommunstyrelsen
| Sammanträdesprotokoll
| 2024-05-20
"""


@pytest.mark.parametrize(
    ("points", "texts"),
    [
        # what is said of a point stands on its own line
        (
            "att anta taxan, daterad den 15 oktober 2018,\natt gälla fr.o.m. 2019-01-01,\natt upphäva den förra taxan.",
            [
                "att anta taxan, daterad den 15 oktober 2018, att gälla fr.o.m. 2019-01-01",
                "att upphäva den förra taxan.",
            ],
        ),
        (
            "- att anta taxan, daterad den 15 oktober 2018,\n\natt gälla fr.o.m. 2019-01-01,\n\n- att upphäva den förra.",
            ["att anta taxan, daterad den 15 oktober 2018, att gälla fr.o.m. 2019-01-01", "att upphäva den förra."],
        ),
        (
            "- att anta planen,\n\natt skolornas lokaler hyrs ut,\n\natt deras avgift tas bort.",
            ["att anta planen", "att skolornas lokaler hyrs ut", "att deras avgift tas bort."],
        ),
        (
            "att anslå 240 000 kronor till bryggan,\natt täckas av förfogandeanslaget, samt\natt uppdra åt hamnchefen att upphandla arbetet.",
            [
                "att anslå 240 000 kronor till bryggan, att täckas av förfogandeanslaget",
                "att uppdra åt hamnchefen att upphandla arbetet.",
            ],
        ),
        (
            "att anta taxan,\natt godkänna planen,\natt gällande regler upphör den 1 maj.",
            ["att anta taxan", "att godkänna planen", "att gällande regler upphör den 1 maj."],
        ),
    ],
)
def test_what_is_said_of_a_point_belongs_to_it(points: str, texts: list[str]) -> None:
    assert [f.text for f in proposed("§§ PROPOSAL Förslag till beslut\n" + points)] == texts


def test_no_number_begins_a_line_behind_a_broken_day() -> None:
    assert mark_of(["14,", "att", "gälla"], "1996-10-", True) is None
    assert mark_of(["14.", "Avtalet", "godkänns"], "1996-10-", True) is None
    assert mark_of(["2.", "Avtalet", "godkänns"], "planen.", True) is not None


@pytest.mark.parametrize(("first", "number"), [("-4)", 4), (".4)", 4), ("'2.", 2), ("_12)", 12), ("|3.", 3)])
def test_a_number_with_dirt_before_it(first: str, number: int) -> None:
    mark = mark_of([first, "överlämnar", "yttrandet"], "planen,", True)
    assert mark is not None
    assert mark.number == number
    assert mark_of([first, "överlämnar", "yttrandet"], "planen,", False) is None or first[0] not in "-._|'"


def test_a_dash_right_before_what_is_done_is_a_mark() -> None:
    assert mark_of(["-anta", "riktlinjerna"], "att", True) is not None
    assert mark_of(["-avsluta", "uppdraget"], "2016", True) is not None
    assert mark_of(["-anta", "riktlinjerna"], "att", False) is None
    assert mark_of(["-Anta", "riktlinjerna"], "att", True) is None
    assert mark_of(["-tiden", "riktlinjerna"], "att", True) is None


def test_a_proposal_that_stands_twice_is_one() -> None:
    memo = "§§ PROPOSAL Förslag till beslut\nPlanen antas.\n§§ BODY Bakgrund\nPlanen är ny.\n§§ PROPOSAL Förslag till beslut\nPlanen antas"
    assert [f.text for f in proposed(memo)] == ["Planen antas."]


def test_a_printed_list_s_inner_marks_go_with_their_point() -> None:
    points = "• anta planen med följande ändringar\n– avsnitt 3 utgår\n– avsnitt 4 kompletteras\n• ge chefen i uppdrag att verkställa beslutet"
    memo = make_memo("§§ PROPOSAL Förslag till beslut\nNämnden beslutar\n" + points)
    for read_as, count in ((ReadAs.DIGITAL, 2), (ReadAs.OCR, 4)):
        section = memo.sections[-1]
        assert len(points_in(replace(memo, read_as=frozenset({read_as})), section)) == count


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("En utvärdering ska ske innan budget antas för 2023.", None),
        ("Uppföljning ska göras när planen antas.", None),
        ("Motionen ska anses besvarad med vad som anförts.", "answer"),
        ("Avgiften är 14 250 kronor enligt taxan. Faktura skickas separat.", None),
        ("Avgiften är 14 250 kronor och fastställs av nämnden.", "adopt"),
        ("Motionen är besvarad.", "answer"),
        ("att kommunen inte har något att erinra mot förslaget", "approve"),
        ("Kommunen har inget att invända mot förslaget.", "approve"),
        ("att förrätta val av lekmannarevisorer för bolaget", "appoint"),
        ("att förrätta fyllnadsval till nämnden", "appoint"),
    ],
)
def test_action(text: str, action: str | None) -> None:
    verb = main_verb(text)
    assert (verb.action if verb else None) == action


@pytest.mark.parametrize(
    ("point", "begins"),
    [
        ("att ändra taxan så att den följer lagstiftningen som börjar gälla den 2 juli 2014", None),
        ("att anpassa avgiften till de bestämmelser som träder i kraft den 1 januari 2025", None),
        ("att anta taxan som börjar gälla den 1 januari 2025", "2025-01-01"),
        ("att de förslag som lämnats in till och med den 14 juni 2017 behandlas som förut", None),
        ("att lägga protokollet från den 24 september 2014 till handlingarna", None),
        ("att minnesanteckningarna från den 3 maj 2014 läggs till handlingarna", None),
        ("att stänga skolan efter vårterminen 2015", None),
        ("att avtalet ska gälla 2014-01-01 – 2018-12-31", "2014-01-01"),
        ("att försöket pågår under vårterminen 2015", "2015-01-01"),
        ("att avgiften höjs från den 1 januari 2025", "2025-01-01"),
        ("att lagen till trots låta avgiften gälla från den 1 januari 2025", "2025-01-01"),
    ],
)
def test_a_law_s_day_is_not_the_point_s(point: str, begins: str | None) -> None:
    fact = proposed("§§ PROPOSAL Förslag till beslut\n" + point)[0]
    assert (fact.effective_from.isoformat() if fact.effective_from else None) == begins


@pytest.mark.parametrize(
    ("points", "rows"),
    [
        # a chain of three bodies in one heading
        (
            "§§ PROPOSAL Byggutskottets förslag till kommunstyrelsen för förslag till kommunfullmäktige\n1. Avtalet godkänns.",
            ["Kommunfullmäktige | approve | Avtalet godkänns."],
        ),
        # Göteborg's way: who decides stands over its points
        (
            "§§ PROPOSAL Förslag till beslut\nI kommunstyrelsen och kommunfullmäktige:\nPolicyn antas och gäller tills vidare.\n"
            "I kommunstyrelsen:\n1. Uppdraget till kontoret förklaras fullgjort.",
            [
                "Kommunstyrelsen; Kommunfullmäktige | adopt | Policyn antas och gäller tills vidare.",
                "Kommunstyrelsen | other | Uppdraget till kontoret förklaras fullgjort.",
            ],
        ),
        # what a board only proposes, another decides: its points tell who
        (
            "§§ PROPOSAL Förslag till beslut\nTekniska nämnden föreslår att\n• kommunfullmäktige beviljar 2 mkr till skolan\n• anslaget finansieras genom upplåning",
            [
                "Kommunfullmäktige | grant | kommunfullmäktige beviljar 2 mkr till skolan",
                "Kommunfullmäktige | fund | anslaget finansieras genom upplåning",
            ],
        ),
        # a point that leads in points of its own; the next one is the list's again
        (
            "§§ PROPOSAL Förslag till beslut\n1. Kommunstyrelsen föreslår kommunfullmäktige att\na) inrätta en enhet,\nb) avsluta samarbetet.\n"
            "2. Kommunstyrelsen uppdrar till kanslichefen att rekrytera.\n3. Ärendet återrapporteras i juni.",
            [
                "Kommunfullmäktige | other | inrätta en enhet",
                "Kommunfullmäktige | other | avsluta samarbetet.",
                "Kommunstyrelsen | assign | Kommunstyrelsen uppdrar till kanslichefen att rekrytera.",
                "Kommunstyrelsen | other | Ärendet återrapporteras i juni.",
            ],
        ),
        (
            "§§ PROPOSAL Förslag till beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\natt fastställa bokslutet.\n"
            "Anmäls att kommunstyrelsen för egen del beslutat:\natt godkänna rapporten.",
            [
                "Kommunfullmäktige | adopt | att fastställa bokslutet.",
                "Kommunstyrelsen | approve | att godkänna rapporten.",
            ],
        ),
        # lists without a heading: dels … dels ock, whole sentences one of which only asks for something
        (
            "§§ BODY\nUndertecknad får härmed föreslå att kommunstyrelsen måtte hos kommunfullmäktige hemställa\ndels att fullmäktige beviljar föreningen borgen,\n"
            "dels ock att borgensavgift ej skall uttagas.\nFöreningen har ansökt om borgen.",
            [
                "Kommunfullmäktige | guarantee | att fullmäktige beviljar föreningen borgen",
                "Kommunfullmäktige | other | att borgensavgift ej skall uttagas.",
            ],
        ),
        (
            "§§ BODY\nNämnden föreslås fatta följande beslut:\nTekniska nämnden tillstyrker att stationen försäljs.\n"
            "Tekniska nämnden hemställer hos kommunstyrelsen om medel för rivningen.\nStationen har stått tom.",
            [
                "Tekniska nämnden | approve | Tekniska nämnden tillstyrker att stationen försäljs.",
                "Kommunstyrelsen | other | Tekniska nämnden hemställer hos kommunstyrelsen om medel för rivningen.",
            ],
        ),
        # what has nothing against a förslag leads in nothing, and reports nothing
        (
            "§§ PROPOSAL Förslag till beslut\natt kommunen inte har något att erinra mot förslaget",
            ["Socialnämnden | approve | att kommunen inte har något att erinra mot förslaget"],
        ),
        (
            "§§ PROPOSAL Förslag till beslut\nKommunen har inget att invända mot förslaget.",
            ["Socialnämnden | approve | Kommunen har inget att invända mot förslaget."],
        ),
        # a task that its sub-points tell; "den i maj" is no date
        (
            "§§ PROPOSAL Förslag till beslut\n1. att uppdra åt förvaltningen\n- att ta fram en plan,\n- att redovisa den i maj,\n2. att anslå 50 tkr.",
            [
                "Socialnämnden | assign | att uppdra åt förvaltningen att ta fram en plan, att redovisa den i maj",
                "Socialnämnden | fund | att anslå 50 tkr.",
            ],
        ),
        # a first point that holds the word förslag leads in nothing
        (
            "§§ PROPOSAL Förslag till beslut\nTekniska nämnden beslutar\natt presidiet får i uppdrag att komma med nytt namnförslag till nästa möte,\natt anta taxan.",
            [
                "Tekniska nämnden | assign | att presidiet får i uppdrag att komma med nytt namnförslag till nästa möte",
                "Tekniska nämnden | adopt | att anta taxan.",
            ],
        ),
    ],
)
def test_who_decides(points: str, rows: list[str]) -> None:
    assert [f"{f.body} | {f.action} | {f.text}" for f in proposed(points)] == rows


@pytest.mark.parametrize(
    ("point", "who"),
    [
        ("att driftbudgetramarna delegeras enligt bilaga 1", None),
        ("Beslutanderätten delegeras till förvaltningschefen.", "Förvaltningschefen"),
        (
            "Styrelsens ordförande och kommunchefen får i uppdrag att underteckna avtalet.",
            "Styrelsens ordförande och kommunchefen",
        ),
        ("att ekonomichefen ges i uppdrag att följa upp", "Ekonomichefen"),
    ],
)
def test_who_is_given_it(point: str, who: str | None) -> None:
    assert proposed("§§ PROPOSAL Förslag till beslut\n" + point)[0].assignee == who


def test_whole_sentences_in_a_numbered_list_without_heading() -> None:
    memo = """§§ TITLE Riktlinjer
    §§ BODY
    Borgarrådsberedningen föreslår kommunstyrelsen besluta följande
    1. Riktlinjerna godkänns med vad som anförs i promemorian.
    2. Riktlinjerna gäller fr.o.m. den 1 april 2003.
    Föredragande borgarrådet anför följande."""
    assert [f"{f.number} {f.body} {f.action}" for f in proposed(memo)] == [
        "1 Kommunstyrelsen approve",
        "2 Kommunstyrelsen other",
    ]


def test_what_the_outcome_is_reckoned_to_be_is_no_point() -> None:
    points = "Budgeten godkänns.\nResultatet för 2014 beräknas till 1 250 tkr efter ombudgetering."
    assert [f.text for f in proposed("§§ PROPOSAL Förslag till beslut\n" + points)] == ["Budgeten godkänns."]


MINUTES = [
    # the § of the body that prepared the matter is not the matter's
    (
        """§§ TITLE
        KS § 380
        Kommunal hyresgaranti
        | AU § 360
        | Arbetsutskottet 2007-10-01, § 274
        §§ DECISION Kommunstyrelsens beslut
        • Garantin införs på försök.""",
        ["decision | 380 | Kommunstyrelsen | other | None | Garantin införs på försök."],
    ),
    (
        """§§ TITLE
        § 64 Ny taxa
        KSAU § 22
        §§ DECISION Beslut
        att anta taxan""",
        ["decision | 64 | Kommunstyrelsen | adopt | None | att anta taxan"],
    ),
    # a matter goes on on its next page; what the board decides itself has no heading of its own
    (
        """§§ TITLE
        § 152 Dnr 2011/34
        Utbyggnad av hamnen
        §§ BODY Ekonomi
        Kostnaden är 3 mkr.
        § 152 forts
        Kommunstyrelsen beslutar att uppdra åt tekniska nämnden att påbörja arbetet,
        att omfördela 1 mkr från projektet, samt
        att utse Eva Ek till kommunens företrädare.
        §§ PROPOSAL Kommunstyrelsens förslag till kommunfullmäktige
        att anslå 2 mkr i budgeten.""",
        [
            "decision | 152 | Kommunstyrelsen | assign | None | att uppdra åt tekniska nämnden att påbörja arbetet",
            "decision | 152 | Kommunstyrelsen | fund | None | att omfördela 1 mkr från projektet",
            "decision | 152 | Kommunstyrelsen | appoint | None | att utse Eva Ek till kommunens företrädare.",
            "decision | 152 | Kommunstyrelsen | fund | Kommunfullmäktige | att anslå 2 mkr i budgeten.",
        ],
    ),
    # what it decides for its own part below its proposals is none of them
    (
        """§§ TITLE
        § 161 Budget 2014
        §§ PROPOSAL Kommunstyrelsens förslag till kommunfullmäktige
        1. Skattesatsen fastställs till 22 kronor.
        Kommunstyrelsens beslut för egen del under förutsättning av kommunfullmäktiges beslut
        Ekonomichefen får i uppdrag att verkställa upplåningen.""",
        [
            "decision | 161 | Kommunstyrelsen | adopt | Kommunfullmäktige | Skattesatsen fastställs till 22 kronor.",
            "decision | 161 | Kommunstyrelsen | assign | None | Ekonomichefen får i uppdrag att verkställa upplåningen.",
        ],
    ),
    # a summary that tells what the board proposes is no decision of its own
    (
        """§§ TITLE
        § 12 Dnr 2011/34
        Utbyggnad av hamnen
        §§ BODY Sammanfattning
        Kommunstyrelsen föreslår kommunfullmäktige att anslå medel till hamnen.
        §§ PROPOSAL Kommunstyrelsens förslag till kommunfullmäktige
        att anslå 2 mkr i budgeten.""",
        ["decision | 12 | Kommunstyrelsen | fund | Kommunfullmäktige | att anslå 2 mkr i budgeten."],
    ),
]


def test_a_committee_s_own_proposal_to_its_board() -> None:
    memo = """§§ LETTERHEAD
    | Barn- och utbildningsnämndens arbetsutskott
    | Sammanträdesprotokoll
    §§ TITLE
    Bun au § 103
    Tillägg till resurserna
    §§ PROPOSAL Arbetsutskottets förslag till beslut
    Barn- och utbildningsnämnden beslutar
    - att tillägget gäller små enheter"""
    body = "Barn- och utbildningsnämndens arbetsutskott"
    assert decided(memo) == [
        f"decision | 103 | {body} | other | Barn- och utbildningsnämnden | att tillägget gäller små enheter"
    ]


@pytest.mark.parametrize(("memo", "wanted"), MINUTES)
def test_minutes(memo: str, wanted: list[str]) -> None:
    assert decided(BOARD + memo) == wanted


def test_attachments_count_on_below_a_short_heading() -> None:
    marked = """
Avesta kommun
Datum: 1999-03-04
== title
Köp av mark
== body
Kommunen köper marken.
== signatures
Eva Ek
kanslichef

BIL 1. Utredning om marken
2. Karta 1998-10-14
3. Protokoll från samrådet"""
    assert referred(marked, "attachment") == ["Utredning om marken", "Karta 1998-10-14", "Protokoll från samrådet"]


PACK = """
Ekby kommun
Kommunstyrelsen
Sammanträdesprotokoll
2014-09-09

KSKF/2014:1
§ 235
Val till uppdrag

Beslut
Avsägelsen godkänns.

KSKF/2014:310
§ 236
Motion om cykelväg

Beslut
Motionen bifalls.

KS § 237 Dnr KSKF/2014:311
Taxa för hamnen

Beslut
- Taxan antas

Ärendet
Länsstyrelsen har i dnr 551-1234-14 yttrat sig. Se även § 12.
"""


def test_each_matter_s_own_number_is_beside_its_paragraph_and_no_reference() -> None:
    facts = find_facts(find_memos([plain(PACK)])[0])
    assert [(f.paragraph, f.diarienummer, f.text) for f in facts.decisions] == [
        ("235", "KSKF/2014:1", "Avsägelsen godkänns."),
        ("236", "KSKF/2014:310", "Motionen bifalls."),
        ("237", "KSKF/2014:311", "Taxan antas"),
    ]
    assert [r.text for r in facts.references] == ["551-1234-14", "§ 12"]


def test_a_list_right_below_the_first_decision_s_heading() -> None:
    text = "EKBY KOMMUN\nKommunstyrelsen\nPROTOKOLL\n2006-01-24\n\n§ 1 Rapport\n\nDnr 06/KS 006 012\n\nKommunstyrelsens beslut\n\n- Informationen noteras\n\n_____\n\nÄrendebeskrivning\n\nI bilaga redovisas frågor av övergripande karaktär samt information om arbetet.\n"
    facts = find_facts(find_memos([plain(text)])[0])
    assert [(f.paragraph, f.action, f.text) for f in facts.decisions] == [("1", "note", "Informationen noteras")]


EXTRACT = """Utdrag ur protokoll fört vid sammanträde med socialnämnden i Tanums kommun den 21 mars
1996

§ 40  Dnr 96/S0112 750

Hyra av lokal för hemtjänsten

Socialnämnden beslöt

att hyra lokalen för tiden 1 juli 1996 - 30 juni 1999, samt

att uppdra åt socialchefen att underteckna avtalet.

Rätt utdraget intygar

Maj-Lis Ohlin
sekreterare
"""
COMMITTEE = """NORRTÄLJE KOMMUN
Kultur- och fritidsnämndens arbetsutskott
2008-02-05

KFN AU § 7                     Dnr 07-112.805

Bidrag till hembygdsföreningen

Arbetsutskottet beslutar föreslå kultur- och fritidsnämnden

att bevilja föreningen 40 000 kr i bidrag till ny brygga

KFN AU § 8                     Dnr 08-15.800

Öppettider i simhallen

Arbetsutskottet beslutar

att ge fritidschefen i uppdrag att pröva morgonöppet
"""


def test_an_extract_of_minutes_in_running_words() -> None:
    facts = find_facts(find_memos([plain(EXTRACT)])[0])
    assert facts.head.document_type == "minutes"
    assert [(f.body, f.date, f.paragraph, f.action) for f in facts.decisions] == [
        ("Socialnämnden", "1996-03-21", "40", "agree"),
        ("Socialnämnden", "1996-03-21", "40", "assign"),
    ]


def test_minutes_that_only_their_paragraphs_show() -> None:
    facts = find_facts(find_memos([plain(COMMITTEE)])[0])
    assert facts.head.document_type == "minutes"
    assert [(f.kind, f.paragraph, f.diarienummer, f.action, f.proposed_to) for f in facts.decisions] == [
        ("decision", "7", "07-112.805", "grant", "Kultur- och fritidsnämnden"),
        ("decision", "8", "08-15.800", "assign", None),
    ]


def test_what_somebody_moves_above_the_decision_is_none() -> None:
    memo = """§§ LETTERHEAD
    | Kommunstyrelsens ledningsutskott
    | Sammanträdesprotokoll
    §§ TITLE
    § 214 Svar på motion
    §§ BODY Yrkanden
    Carola Alm (S) yrkar
    att ledningsutskottet föreslår att kommunstyrelsen beslutar
    att avslå motionen.
    §§ DECISION Beslut
    Ledningsutskottet föreslår att kommunstyrelsen beslutar
    att avslå motionen."""
    body = "Kommunstyrelsens ledningsutskott"
    assert decided(memo) == [f"decision | 214 | {body} | reject | Kommunstyrelsen | att avslå motionen."]


def test_an_invoice_is_no_point() -> None:
    points = "Bygglov beviljas enligt 8 kap 11 § plan- och bygglagen.\nFaktura sänds separat."
    assert [f.action for f in proposed("§§ PROPOSAL Förslag till beslut\n" + points)] == ["grant"]


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("I november 2017 gav nämnden förvaltningen i uppdrag att ta fram en plan.", "Förvaltningen"),
        ("Den 3 maj 2021 gav nämnden (SN § 54) kontoret i uppdrag att ta fram ett förslag.", "Kontoret"),
        (
            "Den 5 maj 2014 gav kommunfullmäktige kommunstyrelsen och tekniska nämnden i uppdrag att samverka.",
            "Kommunstyrelsen och tekniska nämnden",
        ),
        ("Uppdraget gavs av kommunstyrelsens arbetsutskott den 3 maj 2016, § 88.", "-"),
        (
            "Kommunfullmäktige beslutade i april 2010 att en grupp skulle tillsättas och få i uppdrag att utreda detta.",
            "-",
        ),
        ("Kommunstyrelsen uppdrog 2003-10-07, § 288 p 3, åt nämnden att avyttra stationen.", "Socialnämnden"),
    ],
)
def test_who_was_given_it(told: str, who: str) -> None:
    assert [row.split(" | ")[2] for row in earlier(told)] == [who]


def test_a_paragraph_of_other_municipalities_is_not_the_own_board_s() -> None:
    told = "Såväl Ekby som Viby kommun har fattat motsvarande beslut (2015-02-23 § 12 respektive 2015-03-02 § 20)."
    assert [row.split(" | ")[0] for row in earlier(told)] == ["None", "None"]


def test_what_the_board_proposed_on_a_day_is_no_decision_of_the_council() -> None:
    memo = """§§ LETTERHEAD
    | Kommunfullmäktige
    | Protokoll
    §§ TITLE
    § 100 Detaljplan
    §§ BODY
    Kommunstyrelsen föreslår 1995-11-07, § 186, kommunfullmäktige att anta planen.
    Karl Berg (c) yttrar sig i ärendet.
    Kommunfullmäktige beslutar enligt kommunstyrelsens förslag
    att anta detaljplanen."""
    assert decided(memo) == ["decision | 100 | Kommunfullmäktige | adopt | None | att anta detaljplanen."]
