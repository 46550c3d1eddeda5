"""Lead-ins: none is a point, and each says who decides what follows it."""

import pytest

from pipeline.extract.decisions_bodies import Context, context_of, decider, find_bodies
from pipeline.extract.decisions_leads import is_lead, is_rationale, is_signature, is_stop
from pipeline.extract.decisions_proposals import find_proposals
from tests.extract.decisions_memo import make_facts, make_head, make_memo

# lead-in; who decides, in a memo to Socialnämnden
LEADS = [
    ("Socialnämnden föreslås besluta", "Socialnämnden"),
    ("Socialnämnden föreslås besluta:", "Socialnämnden"),
    ("Socialnämnden föreslås besluta att", "Socialnämnden"),
    ("Socialnämnden föreslås besluta följande:", "Socialnämnden"),
    ("Socialnämnden beslutar", "Socialnämnden"),
    ("Socialnämnden beslutar:", "Socialnämnden"),
    ("Socialnämnden beslutar att", "Socialnämnden"),
    ("Socialnämnden beslutar följande:", "Socialnämnden"),
    ("Socialnämnden beslutar för egen del", "Socialnämnden"),
    ("Socialnämnden beslutar för egen del att", "Socialnämnden"),
    ("Nämnden föreslås besluta", "Socialnämnden"),
    ("Nämnden beslutar", "Socialnämnden"),
    ("Nämnden beslutar att:", "Socialnämnden"),
    ("Förvaltningen föreslår nämnden besluta", "Socialnämnden"),
    ("Förvaltningen föreslår nämnden besluta att", "Socialnämnden"),
    ("Förvaltningen föreslår nämnden att besluta", "Socialnämnden"),
    ("Förvaltningen föreslår att nämnden beslutar", "Socialnämnden"),
    ("Förvaltningen föreslår att nämnden beslutar att", "Socialnämnden"),
    ("Förvaltningen föreslår att nämnden fattar följande beslut:", "Socialnämnden"),
    ("Förvaltningen föreslår att nämnden fattar följande beslut", "Socialnämnden"),
    ("Förvaltningen föreslår att socialnämnden fattar beslut enligt följande:", "Socialnämnden"),
    ("Socialförvaltningen föreslår socialnämnden besluta", "Socialnämnden"),
    ("Socialförvaltningen föreslår Socialnämnden besluta", "Socialnämnden"),
    ("Socialförvaltningen föreslår att socialnämnden beslutar", "Socialnämnden"),
    ("Socialförvaltningen föreslår att socialnämnden beslutar följande:", "Socialnämnden"),
    ("Socialkontoret föreslår socialnämnden besluta att", "Socialnämnden"),
    ("Socialkontoret föreslår att socialnämnden för egen del beslutar", "Socialnämnden"),
    ("Undertecknad föreslår socialnämnden besluta", "Socialnämnden"),
    ("Undertecknad föreslår att nämnden beslutar", "Socialnämnden"),
    ("Jag föreslår att socialnämnden beslutar", "Socialnämnden"),
    ("Socialchefen föreslår socialnämnden besluta", "Socialnämnden"),
    ("Ordföranden föreslår att nämnden beslutar", "Socialnämnden"),
    ("Arbetsutskottet föreslår socialnämnden besluta", "Socialnämnden"),
    ("Socialnämndens arbetsutskott föreslår socialnämnden besluta", "Socialnämnden"),
    ("Socialnämndens arbetsutskott beslutar", "Socialnämndens arbetsutskott"),
    ("Socialnämndens arbetsutskott föreslås besluta", "Socialnämndens arbetsutskott"),
    ("Socialnämnden föreslår kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Socialnämnden föreslår kommunfullmäktige besluta att", "Kommunfullmäktige"),
    ("Socialnämnden föreslår att kommunfullmäktige beslutar", "Kommunfullmäktige"),
    ("Socialnämnden föreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Socialnämnden föreslår kommunstyrelsen föreslå kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Socialnämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige att besluta", "Kommunfullmäktige"),
    ("Förvaltningen föreslår nämnden föreslå kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Förvaltningen föreslår nämnden föreslå fullmäktige besluta", "Kommunfullmäktige"),
    ("Förvaltningen föreslår nämnden föreslå kommunstyrelsen föreslå kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Förvaltningen föreslår nämnden att hos kommunfullmäktige hemställa", "Kommunfullmäktige"),
    ("Kommunledningskontoret föreslår kommunstyrelsen föreslå kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Kommunledningskontoret föreslår att kommunstyrelsen föreslår kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Kommunledningskontoret föreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen föreslå kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Kommunstyrelsens arbets- och personalutskott föreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Kommunstyrelsen föreslår kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Kommunstyrelsen föreslår kommunfullmäktige besluta följande", "Kommunfullmäktige"),
    ("Kommunstyrelsen föreslås föreslå kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Kommunstyrelsen föreslås vidare föreslå kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Kommunstyrelsen föreslås för egen del besluta", "Kommunstyrelsen"),
    ("Kommunstyrelsen för egen del beslutar", "Kommunstyrelsen"),
    ("Kommunstyrelsen beslutar för egen del, under förutsättning av kommunfullmäktiges beslut,", "Kommunstyrelsen"),
    ("Under förutsättning av kommunfullmäktiges beslut föreslås kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Under förutsättning av kommunfullmäktiges godkännande beslutar kommunstyrelsen", "Kommunstyrelsen"),
    (
        "Under förutsättning att kommunfullmäktige beslutar enligt ovan beslutar kommunstyrelsen för egen del",
        "Kommunstyrelsen",
    ),
    ("Kommunfullmäktige föreslås besluta", "Kommunfullmäktige"),
    ("Kommunfullmäktige beslutar", "Kommunfullmäktige"),
    ("Kommunfullmäktige föreslås besluta att", "Kommunfullmäktige"),
    ("Fullmäktige föreslås besluta", "Kommunfullmäktige"),
    ("Kommunfullmäktige i Ydre kommun föreslås besluta", "Kommunfullmäktige"),
    ("Kommunstyrelsen och kommunfullmäktige föreslås besluta", "Kommunstyrelsen; Kommunfullmäktige"),
    ("Socialnämnden och vård- och omsorgsnämnden föreslås besluta", "Socialnämnden; Vård- och omsorgsnämnden"),
    ("Socialnämnden samt kulturnämnden beslutar", "Socialnämnden; Kulturnämnden"),
    ("Barn- och utbildningsnämnden beslutar", "Barn- och utbildningsnämnden"),
    ("Miljö- och byggnadsnämnden föreslås besluta att", "Miljö- och byggnadsnämnden"),
    ("Kultur- och fritidsnämnden föreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Regionala utvecklingsnämnden beslutar följande:", "Regionala utvecklingsnämnden"),
    ("Tekniska nämnden föreslås besluta", "Tekniska nämnden"),
    ("Gemensamma överförmyndarnämnden beslutar", "Gemensamma överförmyndarnämnden"),
    ("Direktionen föreslås besluta", "Direktionen"),
    ("Direktionen beslutar", "Direktionen"),
    ("Med hänvisning till ovanstående hemställes att kommunstyrelsen måtte besluta", "Kommunstyrelsen"),
    ("Med hänvisning till ovanstående föreslås socialnämnden besluta", "Socialnämnden"),
    ("Med hänvisning till vad som ovan anförts föreslår förvaltningen att nämnden beslutar", "Socialnämnden"),
    ("Med stöd av ovanstående föreslås att nämnden beslutar", "Socialnämnden"),
    ("Mot bakgrund av ovanstående föreslår förvaltningen att nämnden beslutar", "Socialnämnden"),
    ("Mot bakgrund av vad som redovisats föreslås socialnämnden besluta:", "Socialnämnden"),
    ("Under åberopande av det anförda hemställer socialförvaltningen att nämnden måtte besluta", "Socialnämnden"),
    ("Socialförvaltningen hemställer att nämnden beslutar", "Socialnämnden"),
    ("Socialförvaltningen hemställer att socialnämnden måtte besluta", "Socialnämnden"),
    ("Förvaltningen hemställer om att nämnden beslutar", "Socialnämnden"),
    ("Kontoret hemställer hos kommunstyrelsen att föreslå kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Det föreslås att nämnden beslutar", "Socialnämnden"),
    ("Härmed föreslås att socialnämnden beslutar", "Socialnämnden"),
    ("Förslag till beslut", "Socialnämnden"),
    ("Förslag till beslut:", "Socialnämnden"),
    ("Förslag till beslut i socialnämnden", "Socialnämnden"),
    ("Förslag till beslut i Socialnämnden:", "Socialnämnden"),
    ("Förslag till beslut i kommunstyrelsen", "Kommunstyrelsen"),
    ("Förslag till beslut i kommunfullmäktige", "Kommunfullmäktige"),
    ("Förslag till beslut i kommunfullmäktige:", "Kommunfullmäktige"),
    ("Förslag till beslut för kommunstyrelsen", "Kommunstyrelsen"),
    ("Förslag till kommunstyrelsen", "Kommunstyrelsen"),
    ("Förslag till kommunfullmäktige:", "Kommunfullmäktige"),
    ("Förslag till kommunstyrelsens beslut", "Kommunstyrelsen"),
    ("Förvaltningens förslag till beslut", "Socialnämnden"),
    ("Socialförvaltningens förslag till beslut:", "Socialnämnden"),
    ("Förvaltningens förslag till beslut i kommunstyrelsen", "Kommunstyrelsen"),
    ("Kommunstyrelsens förslag till kommunfullmäktige", "Kommunfullmäktige"),
    ("Kommunstyrelsens förslag till beslut i kommunfullmäktige", "Kommunfullmäktige"),
    ("Förslag till beslut i KS", "Kommunstyrelsen"),
    ("Förslag till beslut i KF", "Kommunfullmäktige"),
    ("Förslag till beslut KS:", "Kommunstyrelsen"),
    ("KS beslutar", "Kommunstyrelsen"),
    ("KSAU föreslår KS besluta", "Kommunstyrelsen"),
    ("KSAU föreslår KS föreslå KF besluta", "Kommunfullmäktige"),
    ("Beslutsförslag", "Socialnämnden"),
    ("Ordförandens förslag", "Socialnämnden"),
    ("Ordförandens förslag till beslut", "Socialnämnden"),
    ("För egen del", "Socialnämnden"),
    ("För egen del beslutar kommunstyrelsen", "Kommunstyrelsen"),
    ("För egen del föreslås kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("För egen del beslutar nämnden att", "Socialnämnden"),
    ("Socialnämnden beslutar för sin del", "Socialnämnden"),
    ("Socialnämnden beslutar enligt följande:", "Socialnämnden"),
    ("Socialnämnden föreslås fatta följande beslut:", "Socialnämnden"),
    ("Socialnämnden föreslås dels besluta", "Socialnämnden"),
    ("Därutöver föreslås socialnämnden besluta", "Socialnämnden"),
    ("Vidare föreslås kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Vidare föreslår förvaltningen att nämnden beslutar att", "Socialnämnden"),
    ("Samhällsbyggnadskontoret föreslår samhällsbyggnadsnämnden besluta", "Samhällsbyggnadsnämnden"),
    ("Stadsledningskontoret föreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Stadskontoret föreslår kommunstyrelsen föreslå kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Stadsbyggnadsnämnden föreslår att kommunfullmäktige beslutar", "Kommunfullmäktige"),
    ("Kommunchefen föreslår att kommunstyrelsen beslutar", "Kommunstyrelsen"),
    ("Kommundirektören föreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Presidiet föreslår kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Valberedningen föreslår kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Revisorerna föreslår kommunfullmäktige besluta", "Kommunfullmäktige"),
    ("Arbetsgruppen föreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Enheten för bidrag föreslår att kulturnämnden beslutar", "Kulturnämnden"),
    (
        "Kulturförvaltningen föreslår, i enlighet med kommunstyrelsens riktlinjer, kulturnämnden besluta",
        "Kulturnämnden",
    ),
    ("Enligt kommunstyrelsens remiss föreslås socialnämnden besluta", "Socialnämnden"),
    ("Förvaltningen föreslår i samråd med kommunstyrelsen att nämnden beslutar", "Socialnämnden"),
    ("Nämnden beslutar, på förslag av arbetsutskottet,", "Socialnämnden"),
    ("Forvaltningen foreslar namnden besluta", "Socialnämnden"),
    ("Socialforvaltningen foreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("FÖRSLAG TILL BESLUT", "Socialnämnden"),
    ("KOMMUNSTYRELSEN FÖRESLÅS BESLUTA", "Kommunstyrelsen"),
    ("Socialnämnden godkänner förvaltningens förslag och beslutar", "Socialnämnden"),
    ("Kommunstyrelsens ordförande föreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Kommunalrådet föreslår kommunstyrelsen besluta", "Kommunstyrelsen"),
    ("Förvaltningen föreslår socialnämnden:", "Socialnämnden"),
    ("Förvaltningen föreslår socialnämnden", "Socialnämnden"),
    ("Förvaltningen föreslår", "Socialnämnden"),
    ("Förvaltningen föreslår att", "Socialnämnden"),
    ("Socialnämnden föreslås", "Socialnämnden"),
    ("Kommunfullmäktige föreslås, under förutsättning av kommunstyrelsens tillstyrkan, besluta", "Kommunfullmäktige"),
]


@pytest.mark.parametrize(("lead", "body"), LEADS)
def test_lead_in(lead: str, body: str) -> None:
    memo = make_memo(
        f"§§ PROPOSAL Förslag till beslut\n{lead}\natt godkänna rapporten, samt\n"
        "att ge förvaltningschefen i uppdrag att återkomma."
    )
    head = make_head("Socialnämnden")
    found = find_proposals(memo, make_facts(memo, head), context_of(head))
    assert [(f.text, f.body, f.action) for f in found] == [
        ("att godkänna rapporten", body, "approve"),
        ("att ge förvaltningschefen i uppdrag att återkomma.", body, "assign"),
    ]


def test_a_region_has_a_regional_council() -> None:
    memo = make_memo("§§ PROPOSAL Förslag till beslut\nRegionstyrelsen föreslår fullmäktige besluta\natt anta planen.")
    head = make_head("Regionstyrelsen", municipality="Region Halland")
    found = find_proposals(memo, make_facts(memo, head), context_of(head))
    assert [f.body for f in found] == ["Regionfullmäktige"]


# heading of the section; who decides a point that names nobody
HEADINGS = [
    ("Förslag till beslut", "Socialnämnden"),
    ("Förslag till beslut i kommunstyrelsen", "Kommunstyrelsen"),
    ("Förslag till beslut i Socialnämnden", "Socialnämnden"),
    ("Förslag till kommunfullmäktige", "Kommunfullmäktige"),
    ("Kommunstyrelsens förslag till beslut i kommunfullmäktige", "Kommunfullmäktige"),
    ("Förvaltningens förslag till beslut", "Socialnämnden"),
    ("Beslutsförslag", "Socialnämnden"),
    ("Hemställan", "Socialnämnden"),
    ("Ordförandens förslag till beslut i kommunstyrelsen", "Kommunstyrelsen"),
]


@pytest.mark.parametrize(("heading", "body"), HEADINGS)
def test_heading_names_the_body(heading: str, body: str) -> None:
    memo = make_memo(f"§§ PROPOSAL {heading}\nRapporten godkänns.")
    head = make_head("Socialnämnden")
    found = find_proposals(memo, make_facts(memo, head), context_of(head))
    assert [(f.text, f.body) for f in found] == [("Rapporten godkänns.", body)]


NOT_LEADS = [
    "Kommunstyrelsen godkänner rapporten.",
    "Socialnämnden beslutar att godkänna rapporten.",
    "Förvaltningen föreslår att nämnden beviljar bidraget.",
    "Motionen avslås.",
    "Paragrafen justeras omedelbart.",
    "Förvaltningschef får i uppdrag att teckna förstudieavtal",
    "Taxan fastställs enligt förslaget.",
    "Kommunstyrelsen fastställer följande avgifter:",
    "Kommunfullmäktige beslutar att anta följande riktlinjer:",
    "",
]


@pytest.mark.parametrize("text", NOT_LEADS)
def test_no_lead_in(text: str) -> None:
    assert not is_lead(text, False, False)


SIGNATURES = [
    "Anna Andersson",
    "Anna Andersson\nFörvaltningschef",
    "Socialförvaltningen",
    "Karin Alvermalm Dahlgren",
    "Tf förvaltningschef",
    "Bo Ek, kommunchef",
    "anna.andersson@ydre.se",
    "Telefon 0381-66 12 00",
    "2024-03-01",
    "Kommunchef Utredare",
    "",
]


@pytest.mark.parametrize("text", SIGNATURES)
def test_signature(text: str) -> None:
    assert is_signature(text)


@pytest.mark.parametrize(
    "text",
    [
        "Planen antas.",
        "Motionen avslås",
        "Förvaltningschef får i uppdrag att teckna avtal",
        "Förvaltningens förslag godkänns",
        "Felparkeringsavgifter i Ydre kommun antas",
        "Kommunstyrelsen godkänner Årsredovisning 2023",
    ],
)
def test_a_point_is_no_signature(text: str) -> None:
    assert not is_signature(text)


@pytest.mark.parametrize(
    "text",
    ["Beslutet skickas till", "Expedieras till", "Kopia till:", "Delges", "Bilagor", "Beslutet ska skickas till:"],
)
def test_stop(text: str) -> None:
    assert is_stop(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Förvaltningen bedömer att kostnaden ryms.", True),
        ("Socialförvaltningen har berett ärendet.", True),
        ("Förvaltningen föreslår att nämnden godkänner rapporten.", False),
        ("Rapporten godkänns.", False),
        ("Kommunstyrelsen föreslog 2013-10-08, § 178, att motionen skall avslås. Kravet kvarstår.", True),
        ("Tekniska nämnden tillstyrkte förslaget den 4 maj 2012.", True),
        ("Arbetsutskottet beslutade § 44 att återremittera ärendet.", True),
        ("Kommunstyrelsen föreslår fullmäktige att motionen avslås 2013.", False),
        ("Nämnden tillstyrker ansökan av den 4 maj 2012.", False),
        ("Beslutet den 4 maj 2012 upphävs.", False),
        ("Nämnden beslutar enligt det förslag som styrelsen beslutade 2012.", False),
    ],
)
def test_rationale(text: str, expected: bool) -> None:
    assert is_rationale(text) is expected


def test_bodies_in_genitive_are_told() -> None:
    found = find_bodies("Nämndens beslut och kommunfullmäktiges budget, KF:s mål", Context("Socialnämnden"))
    assert [(b.name, b.genitive) for b in found] == [
        ("Socialnämnden", True),
        ("Kommunfullmäktige", True),
        ("Kommunfullmäktige", True),
    ]


def test_the_board_of_a_committee() -> None:
    assert Context("Socialnämndens arbetsutskott").board == "Socialnämnden"
    assert Context("Kommunstyrelsens arbets- och personalutskott").board == "Kommunstyrelsen"
    assert Context(None).board is None


def test_no_body_is_made_up() -> None:
    assert decider("Förvaltningen föreslår", Context(None)) == (None, False)
