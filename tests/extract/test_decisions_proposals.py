"""Proposals in all their forms: which stretches are points, and what their rows say."""

# ruff: noqa: E501
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.decisions_bodies import Context, context_of
from pipeline.extract.decisions_proposals import find_proposals
from pipeline.extract.facts import DecisionFact, Facts
from tests.extract.decisions_memo import make_facts, make_head, make_memo


def found(marked: str, addressee: str | None = "Socialnämnden", **head: str) -> list[DecisionFact]:
    memo = make_memo(marked)
    its_head = make_head(addressee, **head)
    return find_proposals(memo, make_facts(memo, its_head), context_of(its_head))


def rows(marked: str, addressee: str | None = "Socialnämnden", **head: str) -> list[str]:
    return [f"{f.number or '-'} | {f.body} | {f.action} | {f.text}" for f in found(marked, addressee, **head)]


# what stands under Förslag till beslut; the rows: number | body | action | text
FORMS = [
    # numbered
    (
        """1. Rapporten godkänns.
        2. Förvaltningschefen ges i uppdrag att teckna avtalet.""",
        [
            "1 | Socialnämnden | approve | Rapporten godkänns.",
            "2 | Socialnämnden | assign | Förvaltningschefen ges i uppdrag att teckna avtalet.",
        ],
    ),
    (
        """1) att godkänna rapporten,
        2) att lägga redovisningen till handlingarna.""",
        [
            "1 | Socialnämnden | approve | att godkänna rapporten",
            "2 | Socialnämnden | note | att lägga redovisningen till handlingarna.",
        ],
    ),
    (
        """Nämnden beslutar att
        1. godkänna rapporten, samt
        2. ge förvaltningen i uppdrag att återkomma.""",
        [
            "1 | Socialnämnden | approve | godkänna rapporten",
            "2 | Socialnämnden | assign | ge förvaltningen i uppdrag att återkomma.",
        ],
    ),
    (
        "1. Planen antas. 2. Planen gäller från och med den 1 januari 2025.",
        [
            "1 | Socialnämnden | adopt | Planen antas.",
            "2 | Socialnämnden | other | Planen gäller från och med den 1 januari 2025.",
        ],
    ),
    # lettered, beginning anew under another body
    (
        """Utskottet föreslår kommunstyrelsen besluta
        a) att ingå avtalet,
        b) att ge kommunchefen i uppdrag att verkställa det.
        Kommunstyrelsen föreslås vidare föreslå kommunfullmäktige besluta
        a) att godkänna avtalet.""",
        [
            "a | Kommunstyrelsen | agree | att ingå avtalet",
            "b | Kommunstyrelsen | assign | att ge kommunchefen i uppdrag att verkställa det.",
            "a | Kommunfullmäktige | approve | att godkänna avtalet.",
        ],
    ),
    # bulleted
    (
        """• Socialnämnden godkänner rapporten.
        • Paragrafen justeras omedelbart.""",
        [
            "- | Socialnämnden | approve | Socialnämnden godkänner rapporten.",
            "- | Socialnämnden | other | Paragrafen justeras omedelbart.",
        ],
    ),
    (
        """- att anta taxan
        - att taxan gäller från och med den 1 januari 2025""",
        [
            "- | Socialnämnden | adopt | att anta taxan",
            "- | Socialnämnden | other | att taxan gäller från och med den 1 januari 2025",
        ],
    ),
    # att-satser
    (
        """att bevilja årsstöd med sammanlagt 3 215 000 kr.
        att avslå ansökan från föreningen.
        att notera redovisningen.""",
        [
            "- | Socialnämnden | grant | att bevilja årsstöd med sammanlagt 3 215 000 kr.",
            "- | Socialnämnden | reject | att avslå ansökan från föreningen.",
            "- | Socialnämnden | note | att notera redovisningen.",
        ],
    ),
    (
        """dels att anta planen,
        dels att uppdra åt kontoret att följa upp den.""",
        [
            "- | Socialnämnden | adopt | att anta planen",
            "- | Socialnämnden | assign | att uppdra åt kontoret att följa upp den.",
        ],
    ),
    (
        """att anta planen; och
        att upphäva den tidigare planen;""",
        [
            "- | Socialnämnden | adopt | att anta planen",
            "- | Socialnämnden | repeal | att upphäva den tidigare planen",
        ],
    ),
    # run on in a paragraph
    (
        "Nämnden beslutar: att godkänna rapporten, och att överlämna den till kommunstyrelsen.",
        [
            "- | Socialnämnden | approve | att godkänna rapporten",
            "- | Socialnämnden | submit | att överlämna den till kommunstyrelsen.",
        ],
    ),
    (
        "Förvaltningen föreslår nämnden besluta att godkänna rapporten, att överlämna den till kommunstyrelsen samt att förklara "
        "paragrafen omedelbart justerad.",
        [
            "- | Socialnämnden | approve | att godkänna rapporten",
            "- | Socialnämnden | submit | att överlämna den till kommunstyrelsen",
            "- | Socialnämnden | other | att förklara paragrafen omedelbart justerad.",
        ],
    ),
    (
        "att uppdra åt förvaltningen att utreda frågan samt att anta planen",
        [
            "- | Socialnämnden | assign | att uppdra åt förvaltningen att utreda frågan",
            "- | Socialnämnden | adopt | att anta planen",
        ],
    ),
    # one paragraph that is a sentence
    (
        "Barn och utbildning föreslår att Familje- och utbildningsnämnden beviljar Emma ersättning, och avslår ansökan i övrigt.",
        [
            "- | Familje- och utbildningsnämnden | grant | Barn och utbildning föreslår att Familje- och utbildningsnämnden "
            "beviljar Emma ersättning, och avslår ansökan i övrigt."
        ],
    ),
    (
        "Socialnämnden beslutar att godkänna rapporten.",
        ["- | Socialnämnden | approve | Socialnämnden beslutar att godkänna rapporten."],
    ),
    (
        "Förvaltningen föreslår att socialnämnden godkänner rapporten.",
        ["- | Socialnämnden | approve | Förvaltningen föreslår att socialnämnden godkänner rapporten."],
    ),
    (
        "Socialnämnden föreslår kommunfullmäktige att anta taxan.",
        ["- | Kommunfullmäktige | adopt | Socialnämnden föreslår kommunfullmäktige att anta taxan."],
    ),
    (
        "Kommunstyrelsen godkänner rapporten.",
        ["- | Kommunstyrelsen | approve | Kommunstyrelsen godkänner rapporten."],
    ),
    # plain paragraphs, each a point
    (
        """Alingsås kommun byter stödcentrum från och med 1 februari 2024.
        Kommundirektör får i uppdrag att teckna samverkansavtal.""",
        [
            "- | Socialnämnden | change | Alingsås kommun byter stödcentrum från och med 1 februari 2024.",
            "- | Socialnämnden | assign | Kommundirektör får i uppdrag att teckna samverkansavtal.",
        ],
    ),
    (
        """| Räntepåslag för A AB fastställs till 0,46 procent.
        | Räntepåslag för B AB fastställs till 0,50 procent.
        | Räntepåslag för C lokaler AB fastställs till 0,49 procent för år
        | 2027.""",
        [
            "- | Socialnämnden | adopt | Räntepåslag för A AB fastställs till 0,46 procent.",
            "- | Socialnämnden | adopt | Räntepåslag för B AB fastställs till 0,50 procent.",
            "- | Socialnämnden | adopt | Räntepåslag för C lokaler AB fastställs till 0,49 procent för år 2027.",
        ],
    ),
    (
        """Nämnden beslutar att den som ska utses till god man ska ha genomgått utbildning.
        Om särskilda skäl föreligger, får utbildningen genomföras senare.""",
        [
            "- | Socialnämnden | other | Nämnden beslutar att den som ska utses till god man ska ha genomgått utbildning.",
            "- | Socialnämnden | other | Om särskilda skäl föreligger, får utbildningen genomföras senare.",
        ],
    ),
    (
        "Nämnden noterar informationen. Paragrafen justeras omedelbart.",
        [
            "- | Socialnämnden | note | Nämnden noterar informationen.",
            "- | Socialnämnden | other | Paragrafen justeras omedelbart.",
        ],
    ),
    ("Nämnden noterar informationen", ["- | Socialnämnden | note | Nämnden noterar informationen"]),
    (
        "Föreningen beviljas ett bidrag om 50 000 kr. Bidraget betalas ut i två delar.",
        ["- | Socialnämnden | grant | Föreningen beviljas ett bidrag om 50 000 kr. Bidraget betalas ut i två delar."],
    ),
    # several bodies
    (
        """# Förslag till beslut i tekniska nämnden:
        Inspelet godkänns.
        # Förslag till beslut i kommunstyrelsen:
        Inspelet antas.""",
        ["- | Tekniska nämnden | approve | Inspelet godkänns.", "- | Kommunstyrelsen | adopt | Inspelet antas."],
    ),
    (
        """Kommunstyrelsen föreslår kommunfullmäktige besluta
        1. Taxan antas.
        För egen del beslutar kommunstyrelsen
        1. Kontoret får i uppdrag att informera om taxan.""",
        [
            "1 | Kommunfullmäktige | adopt | Taxan antas.",
            "1 | Kommunstyrelsen | assign | Kontoret får i uppdrag att informera om taxan.",
        ],
    ),
    (
        """# Kommunfullmäktige
        Taxan antas.
        # Kommunstyrelsen
        Ärendet avslutas.""",
        ["- | Kommunfullmäktige | adopt | Taxan antas.", "- | Kommunstyrelsen | other | Ärendet avslutas."],
    ),
    # sub-points
    (
        """1. Följande avgifter fastställs:
        a) vuxen 75 kr
        b) barn 35 kr
        2. Avgifterna gäller från och med den 1 juli 2024.""",
        [
            "1 | Socialnämnden | adopt | Följande avgifter fastställs: a) vuxen 75 kr b) barn 35 kr",
            "2 | Socialnämnden | other | Avgifterna gäller från och med den 1 juli 2024.",
        ],
    ),
    (
        """Nämnden fastställer följande mål:
        • fler platser
        • kortare köer""",
        ["- | Socialnämnden | adopt | Nämnden fastställer följande mål: fler platser kortare köer"],
    ),
    # over a page break, marker alone in its block
    (
        """att anta planen för den
        fortsatta verksamheten, samt
        att uppdra åt kontoret att genomföra den.""",
        [
            "- | Socialnämnden | adopt | att anta planen för den fortsatta verksamheten",
            "- | Socialnämnden | assign | att uppdra åt kontoret att genomföra den.",
        ],
    ),
    (
        """Anslaget för 2027 om
        2 038 193 kr, varav kommunens andel är 505 551 kr, fastställs.""",
        [
            "- | Socialnämnden | adopt | Anslaget för 2027 om 2 038 193 kr, varav kommunens andel är 505 551 kr, fastställs."
        ],
    ),
    # what is no point
    (
        """Rapporten godkänns.
        | Socialförvaltningen
        | Anna Andersson
        | Förvaltningschef""",
        ["- | Socialnämnden | approve | Rapporten godkänns."],
    ),
    (
        """Rapporten godkänns.
        Beslutet skickas till
        Kommunstyrelsen""",
        ["- | Socialnämnden | approve | Rapporten godkänns."],
    ),
    (
        """1. Rapporten godkänns.
        # Skäl till beslut
        Förvaltningen bedömer att rapporten är bra. Nämnden godkänner sådana rapporter.""",
        ["1 | Socialnämnden | approve | Rapporten godkänns."],
    ),
    (
        """Förvaltningen har berett ärendet.
        1. Rapporten godkänns.
        Förvaltningen bedömer att kostnaden ryms inom ram.""",
        ["1 | Socialnämnden | approve | Rapporten godkänns."],
    ),
    ("Klicka här för att fylla i förslag till beslut.", []),
    ("", []),
    ("| Anna Andersson\n| Förvaltningschef", []),
    # old spelling
    (
        """Med hänvisning till ovanstående hemställes att kommunstyrelsen måtte besluta
        att bifalla framställningen,
        att avlåta yttrande enligt bilaga.""",
        [
            "- | Kommunstyrelsen | approve | att bifalla framställningen",
            "- | Kommunstyrelsen | submit | att avlåta yttrande enligt bilaga.",
        ],
    ),
    # the point's own chain
    (
        """Kommunstyrelsen beslutar
        att föreslå kommunfullmäktige besluta att anta taxan, och
        att uppdra åt kontoret att informera.""",
        [
            "- | Kommunfullmäktige | adopt | att föreslå kommunfullmäktige besluta att anta taxan",
            "- | Kommunstyrelsen | assign | att uppdra åt kontoret att informera.",
        ],
    ),
    # a body that gets a task does not decide
    (
        """# Förslag till beslut i kommunfullmäktige
        Tekniska nämnden får i uppdrag att bygga ut nätet.""",
        ["- | Kommunfullmäktige | assign | Tekniska nämnden får i uppdrag att bygga ut nätet."],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), FORMS)
def test_form(marked: str, expected: list[str]) -> None:
    assert rows("§§ PROPOSAL Förslag till beslut\n" + marked) == expected


# without a heading, at the end of the text
FINAL = [
    (
        "Mot bakgrund av ovanstående föreslår förvaltningen att socialnämnden beslutar att godkänna rapporten.",
        ["Mot bakgrund av ovanstående föreslår förvaltningen att socialnämnden beslutar att godkänna rapporten."],
    ),
    (
        """Socialförvaltningen föreslår socialnämnden besluta
        att anta planen, samt
        att ge kontoret i uppdrag att följa upp den.""",
        ["att anta planen", "att ge kontoret i uppdrag att följa upp den."],
    ),
    (
        """Undertecknad föreslår att nämnden beslutar:
        1. Planen antas.
        2. Planen gäller från den 1 maj 2024.""",
        ["Planen antas.", "Planen gäller från den 1 maj 2024."],
    ),
    (
        """Med hänvisning till ovanstående hemställes att nämnden måtte besluta
        att anta planen.""",
        ["att anta planen."],
    ),
    ("Socialnämnden föreslås besluta att anta planen.", ["Socialnämnden föreslås besluta att anta planen."]),
]


@pytest.mark.parametrize(("marked", "expected"), FINAL)
def test_final_proposal_without_heading(marked: str, expected: list[str]) -> None:
    facts = found("§§ BODY Ärendet\nFörvaltningen har utrett frågan.\n" + marked)
    assert [f.text for f in facts] == expected
    assert all(f.body == "Socialnämnden" and f.confidence <= 0.6 for f in facts)


NOTHING = [
    "§§ BODY Ärendet\nMotionären föreslår att kommunfullmäktige beslutar att uppdra åt tekniska nämnden att bygga.",
    "§§ BODY Ärendet\nMotionären föreslår följande:\n• att kommunfullmäktige beslutar att uppdra åt nämnden att bygga\n• att bygga mer",
    "§§ BODY Information\nDetta ärende är ett informationsärende och föranleder inget beslut.\nFörvaltningen föreslår att nämnden beslutar att följa frågan.",
    "§§ BODY Ärendet\nNämnden får delegera följande:\n1. Beslut om bidrag\n2. Beslut om avgift",
    "§§ BODY Ärendet\nKommunfullmäktige beslutade 2019-05-06 § 44 att anta planen.",
    "§§ BODY Ärendet\nFörvaltningen har berett ärendet.",
    "§§ SUMMARY Sammanfattning\nArbetet fortgår enligt plan.",
    "§§ RECIPIENTS Beslutet skickas till\nKommunstyrelsen",
]


@pytest.mark.parametrize("marked", NOTHING)
def test_nothing_is_proposed(marked: str) -> None:
    assert rows(marked) == []


ASSIGNEES = [
    ("att ge stadsbyggnadschefen i uppdrag att inleda detaljplaneändring", "Stadsbyggnadschefen"),
    ("Förvaltningschefen ges i uppdrag att underteckna avtalet.", "Förvaltningschefen"),
    ("Förvaltningschef får i uppdrag att teckna avtal", "Förvaltningschef"),
    ("Kommundirektör får i uppdrag att teckna samverkansavtal från och med 1 februari 2024.", "Kommundirektör"),
    ("att uppdra åt kommundirektören att återkomma", "Kommundirektören"),
    ("att uppdraga åt kommunstyrelsen att utreda frågan", "Kommunstyrelsen"),
    (
        "att bemyndiga kommunalrådet och kommunchefen att gemensamt underteckna avtalet",
        "Kommunalrådet och kommunchefen",
    ),
    ("att bemyndiga ekonomichefen att underteckna borgensförbindelsen.", "Ekonomichefen"),
    ("att bemyndiga kulturdirektören att senast den 31 januari 2024 underteckna avtalet.", "Kulturdirektören"),
    ("Utvecklingsdirektören får i uppdrag att underteckna avtalet.", "Utvecklingsdirektören"),
    ("Socialnämnden ger förvaltningen i uppdrag att återkomma.", "Förvaltningen"),
    ("Socialnämnden uppdrar åt förvaltningschefen att återkomma.", "Förvaltningschefen"),
    ("att ge i uppdrag åt socialförvaltningen att utreda frågan", "Socialförvaltningen"),
    ("att lämna i uppdrag till kommunstyrelsen att utreda frågan", "Kommunstyrelsen"),
    ("att ge kommunstyrelsen i uppdrag att utreda frågan", "Kommunstyrelsen"),
    ("att ge tekniska nämnden i uppdrag att bygga ut nätet", "Tekniska nämnden"),
    ("Det uppdras åt kommunchefen att verkställa beslutet.", "Kommunchefen"),
    ("Kommunstyrelsens ordförande bemyndigas att underteckna avtalet.", "Kommunstyrelsens ordförande"),
    ("att ge ordföranden fullmakt att underteckna avtalet", "Ordföranden"),
    ("Ordföranden ges rätt att besluta i brådskande ärenden.", "Ordföranden"),
    ("att delegera beslutanderätten till socialchefen", "Socialchefen"),
    ("Nämnden beslutar att ge förvaltningschefen i uppdrag att återkomma.", "Förvaltningschefen"),
    ("Förvaltningen föreslår att nämnden ger förvaltningschefen i uppdrag att återkomma.", "Förvaltningschefen"),
    ("att ge kommundirektören i uppdrag att, tillsammans med socialchefen, ta fram en plan", "Kommundirektören"),
    ("Rektorn får i uppdrag att redovisa resultatet", "Rektorn"),
    ("Områdeschefen för akutvården ska före sommaren 2018 redovisa en plan.", "Områdeschefen för akutvården"),
    ("Socialförvaltningen ska återkomma till nämnden med en utvärdering.", "Socialförvaltningen"),
    ("att ekonomichefen skall rapportera utfallet varje månad", "Ekonomichefen"),
    ("Förvaltningschefen ska vara ordförande i styrgruppen.", None),
    ("Bidraget ska redovisas senast den 1 mars 2020.", None),
    ("att anta planen", None),
    ("Rapporten godkänns.", None),
    ("att utse Anna Ek till ledamot", None),
]


@pytest.mark.parametrize(("text", "assignee"), ASSIGNEES)
def test_assignee(text: str, assignee: str | None) -> None:
    (fact,) = found(f"§§ PROPOSAL Förslag till beslut\n• {text}")
    assert fact.assignee == assignee


EFFECTS = [
    ("Planen gäller från och med den 1 juni 2026.", "2026-06-01", None),
    ("Taxan fastställs att gälla fr.o.m. 2025-01-01.", "2025-01-01", None),
    ("att fastställa avgiften, räknat från den 1 juli 1994", "1994-07-01", None),
    ("att avgiften ska gälla från 1 januari 2025", "2025-01-01", None),
    ("Kommunen ingår i projektet under perioden 2023-09-01–2026-08-31.", "2023-09-01", "2026-08-31"),
    ("att bevilja ersättning för självskjuts under läsåret 2015/16", "2015-08-01", "2016-06-30"),
    ("att avtalet gäller från och med 1 mars 2024 till och med 31 mars 2025", "2024-03-01", "2025-03-31"),
    ("att förlänga avtalet till och med den 31 december 2025", None, "2025-12-31"),
    ("att säga upp avtalet med verkan från den 1 juli 2024", "2024-07-01", None),
    ("att upphäva den tillfälliga avgiften den 1 januari 2005", "2005-01-01", None),
    ("att upphäva beslutet den 1 januari 2005", None, None),
    ("Räntepåslag fastställs till 0,46 procent för år 2027.", None, None),
    ("att bemyndiga chefen att senast den 31 januari 2024 underteckna avtalet", None, None),
    ("Nämnden fastställer uppföljningen per 2017-11-30.", None, None),
    ("att godkänna avtalet, daterat 2019-08-26", None, None),
    ("att överlämna skrivelsen, daterad 2019-08-19, som yttrande", None, None),
]


@pytest.mark.parametrize(("text", "begins", "ends"), EFFECTS)
def test_effective(text: str, begins: str | None, ends: str | None) -> None:
    (fact,) = found(f"§§ PROPOSAL Förslag till beslut\n• {text}")
    assert (fact.effective_from and fact.effective_from.isoformat()) == begins
    assert (fact.effective_to and fact.effective_to.isoformat()) == ends


def test_the_same_day_is_the_day_of_the_point_before() -> None:
    first, second = found(
        "§§ PROPOSAL Förslag till beslut\n1. Taxan gäller från och med den 1 januari 1996.\n"
        "2. Ledningsnätet övertas från samma dag."
    )
    assert first.effective_from == second.effective_from is not None


def test_a_guessed_body_is_less_sure_than_a_named_one() -> None:
    (named,) = found("§§ PROPOSAL Förslag till beslut i socialnämnden\nRapporten godkänns.")
    (guessed,) = found("§§ PROPOSAL Förslag till beslut\nRapporten godkänns.")
    (unknown,) = found("§§ PROPOSAL Förslag till beslut\nRapporten godkänns.", None)
    assert named.confidence > guessed.confidence > unknown.confidence
    assert unknown.body is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "att",
                "samt",
                "1.",
                "a)",
                "§ 5",
                "2019-05-06",
                "nämnden",
                "beslutar",
                ":",
                ".",
                "\n",
                "föreslår",
                "godkänna",
                "\n• ",
                "\n| ",
                "kommunfullmäktige",
                "uppdra åt",
                "\n# Förslag till beslut",
                "ges i uppdrag",
                ",",
                "å",
                "\x00",
            ]
        ),
        max_size=60,
    )
)
def test_no_text_makes_it_raise(parts: list[str]) -> None:
    memo = make_memo("§§ PROPOSAL Förslag\n" + " ".join(parts))
    for fact in find_proposals(memo, Facts(), Context("Socialnämnden")):
        assert memo.text[fact.start : fact.end].strip()
        assert fact.text


# a proposal that no heading shows, at the end of the text: the lead-in, the points
ENDINGS = [
    ("Kommunkansliet får föreslå kommunstyrelsen besluta", "att bevilja bidraget,", "att anvisa medlen ur anslaget."),
    ("Kontoret får härmed föreslå nämnden besluta", "att godkänna avtalet", "att uppdra åt chefen att teckna det."),
    ("Undertecknad vill föreslå socialnämnden besluta", "att avslå ansökan,", "att meddela sökanden beslutet."),
    ("Med hänvisning till ovanstående får kansliet föreslå", "att planen antas", "att ärendet förklaras avslutat."),
    ("Förvaltningen får vördsamt hemställa", "att nämnden godkänner rapporten,", "att nämnden antar planen."),
    ("Mot bakgrund av detta hemställs att nämnden beslutar", "att anta taxan", "att upphäva den gamla taxan."),
    ("Direktionen beslutar", "– teckna avtal med bolaget", "– uppdra åt chefen att informera hushållen."),
    ("Nämnden beslutar", "– föreslå kommunfullmäktige att anta taxan", "– godkänna rapporten."),
    ("Socialnämnden beslutar att", "– bevilja bidraget", "– avslå ansökan i övrigt."),
    ("Kontoret föreslår att nämnden beslutar", "1. godkänna rapporten", "2. överlämna den till styrelsen."),
]


@pytest.mark.parametrize(("lead", "first", "second"), ENDINGS)
def test_a_proposal_without_heading_is_told_by_its_lead_in(lead: str, first: str, second: str) -> None:
    told = [f.text for f in found(f"# Ekonomi\nKostnaden ryms i budgeten.\n\n{lead}\n{first}\n{second}")]
    assert told == [text.lstrip("–12. ").rstrip(",") for text in (first, second)]


# what is set as a list but proposes nothing
NO_ENDINGS = [
    "Motionärerna föreslår\n– fler bänkar i parken\n– bättre belysning.",
    "Nämnden beslutar\n– lokaler för skolan\n– taxor och avgifter.",
    "Nämnden beslutade\n– teckna avtal med bolaget\n– godkänna rapporten.",
    "Utredningen beslutar\n– anta planen.",
]


@pytest.mark.parametrize("marked", NO_ENDINGS)
def test_a_list_that_proposes_nothing(marked: str) -> None:
    assert found(f"# Bakgrund\n{marked}") == []


# what an office tells at length under a heading of its own, where the memo has points too, and where it has not
TOLD = "Bidraget bör skilja mellan vägar. Följande belopp, i kronor per meter, föreslås."
END = "§§ PROPOSAL Förslag till beslut\n1. Nya regler antas."


@pytest.mark.parametrize(
    "marked",
    [
        f"§§ PROPOSAL Tekniska kontorets förslag\n{TOLD}\nA. Väg med bidrag 1,85 2,30\nB. Väg utan bidrag 2,40 2,75\n{END}",
        f"§§ PROPOSAL Kontorets förslag\n{TOLD}\nFör broar föreslås ett särskilt bidrag med högst 25 procent.\n{END}",
        f"§§ PROPOSAL Förvaltningens förslag\nAvgiften bör höjas. Barn under tolv år betalar ingenting.\n{END}",
        f"§§ PROPOSAL Nämndens förslag\nHuset rivs och tomten säljs när detaljplanen har ändrats.\n{END}",
        f"§§ PROPOSAL Arbetsgruppens förslag\n1. Öppettider vardagar 8–16\n2. Öppettider helger 10–14\n{END}",
        f"§§ PROPOSAL Socialkontorets förslag\nTaxan höjs med 3 procent från årsskiftet, vilket ger 400 tkr.\n{END}",
        f"§§ PROPOSAL Kulturkontorets förslag\nStödet delas upp på tre delar. Bidrag lämnas till lokaler.\n{END}",
    ],
)
def test_what_an_office_tells_of_its_proposal_is_no_point(marked: str) -> None:
    assert rows(marked) == ["1 | Socialnämnden | adopt | Nya regler antas."]


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        (f"§§ PROPOSAL Kontorets förslag\natt höja avgiften,\natt avslå motionen.\n{END}", 3),
        (f"§§ PROPOSAL Kontorets förslag\n1. Avgiften höjs.\n2. Motionen avslås.\n{END}", 3),
        (f"§§ PROPOSAL Nämndens förslag\nSocialnämnden föreslår kommunfullmäktige att anta planen.\n{END}", 2),
        (f"§§ PROPOSAL Kontorets förslag\nNämnden beslutar\n- anta taxan,\n- avslå motionen.\n{END}", 3),
        ("§§ PROPOSAL Kontorets förslag\nTaxan höjs från årsskiftet.", 1),
        ("§§ PROPOSAL Kontorets förslag\nNya regler antas.", 1),
    ],
)
def test_what_an_office_puts_as_points_stays(marked: str, count: int) -> None:
    assert len(found(marked)) == count


# who gets a task after a point that proposes to another body; what the list then says
AFTER_CHAIN = [
    (
        "Tekniska nämnden föreslår kommunfullmäktige att anslå 12 mnkr.",
        "Teknisk direktör får i uppdrag att upphandla.",
        "Tekniska nämnden",
    ),
    (
        "Socialnämnden föreslår kommunfullmäktige att anta planen.",
        "Förvaltningschefen ges i uppdrag att informera.",
        "Socialnämnden",
    ),
    (
        "Socialnämnden föreslår kommunfullmäktige att anta taxan.",
        "Taxan gäller från och med 1 januari 2020.",
        "Kommunfullmäktige",
    ),
    (
        "Socialnämnden föreslår kommunfullmäktige att anta taxan.",
        "Kommunstyrelsen får i uppdrag att följa upp den.",
        "Kommunfullmäktige",
    ),
    (
        "Förvaltningen föreslår kommunfullmäktige att anta taxan.",
        "Förvaltningschefen får i uppdrag att informera.",
        "Kommunfullmäktige",
    ),
]


@pytest.mark.parametrize(("chain", "point", "body"), AFTER_CHAIN)
def test_whose_point_it_is_after_one_that_proposes_to_another(chain: str, point: str, body: str) -> None:
    assert found(f"§§ PROPOSAL Förslag till beslut\n1. {chain}\n2. {point}")[1].body == body
