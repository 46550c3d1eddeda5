"""Classes of proposals and earlier decisions that once went wrong, each in several dresses."""

# ruff: noqa: E501
import pytest

from pipeline.extract.decisions_bodies import context_of
from pipeline.extract.decisions_earlier import find_earlier
from pipeline.extract.decisions_proposals import find_proposals
from tests.extract.decisions_memo import make_facts, make_head, make_memo


def proposed(points: str, addressee: str = "Socialnämnden") -> list[str]:
    memo = make_memo("§§ PROPOSAL Förslag till beslut\n" + points)
    head = make_head(addressee)
    facts = find_proposals(memo, make_facts(memo, head), context_of(head))
    return [f"{f.body} | {f.action} | {f.assignee or '-'} | {f.effective_from or '-'}" for f in facts]


def earlier(text: str, addressee: str = "Socialnämnden", **head: str) -> list[str]:
    memo = make_memo("§§ BODY Bakgrund\n" + text)
    its_head = make_head(addressee, **head)
    facts = find_earlier(memo, make_facts(memo, its_head), context_of(its_head), [])
    return [f"{f.body} | {f.action} | {f.assignee or '-'} | {f.date or '-'} | {f.paragraph or '-'}" for f in facts]


@pytest.mark.parametrize(
    ("points", "rows"),
    [
        # a body's bare name above what it does, in lines without bullets
        (
            "Nämnden för kultur, fritid och unga\ngodkänner biblioteksplanen\nuppdrar åt bibliotekschefen att genomföra den\nnoterar informationen om lokalerna.",
            [
                "Nämnden för kultur, fritid och unga | approve | - | -",
                "Nämnden för kultur, fritid och unga | assign | Bibliotekschefen | -",
                "Nämnden för kultur, fritid och unga | note | - | -",
            ],
        ),
        (
            "Kommunstyrelsen\nantar riktlinjen\nupphäver riktlinjen från 2015.",
            ["Kommunstyrelsen | adopt | - | -", "Kommunstyrelsen | repeal | - | -"],
        ),
        (
            "Nämnd för arbetsmarknad\navslår ansökan.",
            ["Nämnd för arbetsmarknad | reject | - | -"],
        ),
        # who is named is the assignee, a title alone stands for itself
        ("att bemyndiga kommundirektören Eva Ek att teckna avtalet.", ["Socialnämnden | authorise | Eva Ek | -"]),
        ("att ge ekonomichefen Karin Berg i uppdrag att följa upp.", ["Socialnämnden | assign | Karin Berg | -"]),
        ("att delegera till nämndens ordförande Per Lind att besluta.", ["Socialnämnden | authorise | Per Lind | -"]),
        ("att uppdra åt förvaltningschefen att följa upp.", ["Socialnämnden | assign | Förvaltningschefen | -"]),
        ("att uppdra åt Tekniska chefen att följa upp.", ["Socialnämnden | assign | Tekniska chefen | -"]),
        # several who get the task together, before or behind the verb
        (
            "att ge kommundirektören, ekonomichefen och HR-chefen i uppdrag att se över avtalet.",
            ["Socialnämnden | assign | Kommundirektören, ekonomichefen och HR-chefen | -"],
        ),
        (
            "att bemyndiga ordföranden jämte ekonomichefen att teckna avtalet.",
            ["Socialnämnden | authorise | Ordföranden och ekonomichefen | -"],
        ),
        (
            "att bemyndiga ordföranden, i samråd med chefen och rektorn, att teckna avtalet.",
            ["Socialnämnden | authorise | Ordföranden | -"],
        ),
        ("att till chefen delegera rätten att besluta.", ["Socialnämnden | authorise | Chefen | -"]),
        (
            "att med bifall till motionen ge rektorn i uppdrag att utreda frågan.",
            ["Socialnämnden | assign | Rektorn | -"],
        ),
        ("att taxan träder i kraft den 1 mars 2020 och upphör 2022.", ["Socialnämnden | other | - | 2020-03-01"]),
        ("att taxan ska börja gälla 1 januari 2021.", ["Socialnämnden | other | - | 2021-01-01"]),
        # the minutes are approved by the body itself, not by the one that it asks
        (
            "Socialnämnden hemställer hos kommunfullmäktige om 2 mnkr för inventarier.\nParagrafen justeras omedelbart.",
            ["Kommunfullmäktige | other | - | -", "Socialnämnden | other | - | -"],
        ),
        (
            "Socialnämnden föreslår kommunfullmäktige att anta taxan.\nBeslutet justeras omedelbart.",
            ["Kommunfullmäktige | adopt | - | -", "Socialnämnden | other | - | -"],
        ),
        ("att omedelbart justera paragrafen.", ["Socialnämnden | other | - | -"]),
        ("att genast justera denna paragraf.", ["Socialnämnden | other | - | -"]),
        ("att justera taxan för 2024.", ["Socialnämnden | change | - | -"]),
        # the day of the decision that is repealed is no day from which anything holds
        ("att upphäva beslutet om avgifter från den 3 maj 2016, § 41.", ["Socialnämnden | repeal | - | -"]),
        ("att upphäva taxan från den 1 juli 2026.", ["Socialnämnden | repeal | - | 2026-07-01"]),
        ("att bifalla ansökan om tillstånd.", ["Socialnämnden | grant | - | -"]),
        ("att bifalla motionen.", ["Socialnämnden | approve | - | -"]),
        ("att bifalla motionens andra att-sats.", ["Socialnämnden | approve | - | -"]),
        ("att bifalla medborgarförslaget i den del som avser belysning.", ["Socialnämnden | approve | - | -"]),
        ("att medborgarförslaget bifalls.", ["Socialnämnden | approve | - | -"]),
        ("att motionens första yrkande bifalls.", ["Socialnämnden | approve | - | -"]),
        ("att bifalla föreningens ansökan.", ["Socialnämnden | grant | - | -"]),
        ("att ansökan bifalls.", ["Socialnämnden | grant | - | -"]),
        # what stands between the verb that decides and the one that says what
        (
            "Miljönämnden beslutar med stöd av 26 kap. 9 § miljöbalken att förelägga Bolaget AB, org.nr 556677-8899, att riva skylten.\nBeslutet förenas med ett vite om 50 000 kronor.",
            ["Miljönämnden | other | - | -", "Miljönämnden | other | - | -"],
        ),
        (
            "Kommunstyrelsen beslutar för egen del, under förutsättning av fullmäktiges beslut, att avsätta 3 mnkr.",
            ["Kommunstyrelsen | fund | - | -"],
        ),
        ("att tacka motionären för förslaget.", ["Socialnämnden | other | - | -"]),
        ("Nämnden har inget att erinra mot förslaget.", ["Socialnämnden | approve | - | -"]),
        ("Nämnden beslutar att inte lämna något yttrande i ärendet.", ["Socialnämnden | other | - | -"]),
        ("Nämnden lämnar inget yttrande.", ["Socialnämnden | other | - | -"]),
        ("att avge yttrande enligt förslaget.", ["Socialnämnden | submit | - | -"]),
        ("att policyn ersätter tidigare policy från 2014.", ["Socialnämnden | other | - | -"]),
        ("att taxan ska gälla från 2027.", ["Socialnämnden | other | - | 2027-01-01"]),
        ("att nuvarande ordning ska gälla t.o.m. utgången av 2019", ["Socialnämnden | other | - | -"]),
        ("Ramen om 12 mnkr frigörs för projektet.", ["Socialnämnden | fund | - | -"]),
        ("Startbesked ges för etapp 2.", ["Socialnämnden | grant | - | -"]),
        ("Förvaltningen ges startbesked för etapp 2.", ["Socialnämnden | grant | - | -"]),
        ("att ge avslag på motionen", ["Socialnämnden | reject | - | -"]),
        ("att bifall ges till motionen", ["Socialnämnden | approve | - | -"]),
        ("att motionen ska anses bifallen", ["Socialnämnden | approve | - | -"]),
        ("Motionen anses tillgodosedd.", ["Socialnämnden | answer | - | -"]),
        # "att gälla" says when the point holds, and is none itself
        (
            "Regionstyrelsen föreslår regionfullmäktige att fastställa avgifterna för 2026, att gälla från och med den 1 maj 2026.",
            ["Regionfullmäktige | adopt | - | 2026-05-01"],
        ),
        ("Sociala delegationen beslutar att öppna ärendet.", ["Sociala delegationen | other | - | -"]),
        # "så" is no past of "säga"
        ("att ändra taxan så att avgiften blir lika för alla.", ["Socialnämnden | change | - | -"]),
    ],
)
def test_points(points: str, rows: list[str]) -> None:
    assert proposed(points) == rows


def test_a_committees_short_name_is_the_addressees() -> None:
    point = "Plan- och miljöutskottet godkänner planen."
    assert proposed(point, "Kommunstyrelsens plan- och miljöutskott") == [
        "Kommunstyrelsens plan- och miljöutskott | approve | - | -"
    ]
    assert proposed("Individutskottet beviljar bidraget.", "Socialnämndens individutskott") == [
        "Socialnämndens individutskott | grant | - | -"
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # the meeting stands between the verb and who got the task
        (
            "Nämnden gav vid sitt sammanträde den 4 mars 2016 förvaltningen i uppdrag att ta fram en taxa.",
            ["Socialnämnden | assign | Förvaltningen | 2016-03-04 | -"],
        ),
        (
            "Nämnden gav på mötet den 4 mars 2016 förvaltningen i uppdrag att ta fram en taxa.",
            ["Socialnämnden | assign | Förvaltningen | 2016-03-04 | -"],
        ),
        # an application that was turned down on a day, not one that came on it
        (
            "Bolaget har begärt överprövning; Förvaltningsrätten i Falun avslog ansökan den 9 juni 2020.",
            ["Förvaltningsrätten i Falun | reject | - | 2020-06-09 | -"],
        ),
        ("Nämnden beviljade ansökan den 9 juni 2020.", ["Socialnämnden | grant | - | 2020-06-09 | -"]),
        ("Ansökan den 9 juni 2020 gäller bidrag.", []),
        # to and with a day is no day of a decision
        (
            "Han beviljades stöd t o m 2018-12-31 genom nämndens beslut 2018-06-02, § 77.",
            ["Socialnämnden | grant | - | 2018-06-02 | 77"],
        ),
        # the court's own decision, and the one before it
        (
            "Ansökan avslogs av nämnden 2017-11-18, § 140, och Länsrätten i Skaraborgs län upphävde beslutet den 4 maj 2018.",
            [
                "Socialnämnden | reject | - | 2017-11-18 | 140",
                "Länsrätten i Skaraborgs län | repeal | - | 2018-05-04 | -",
            ],
        ),
        # what a changed decision said is not told
        (
            "Nämnden ändrar sitt beslut 2019-12-05, § 44, så att inköpet skjuts upp.",
            ["Socialnämnden | other | - | 2019-12-05 | 44"],
        ),
        # where a statement's body stands
        (
            "Tekniska nämnden har yttrat sig 2017-01-24, § 6, och tillstyrker försöket.",
            ["Tekniska nämnden | approve | - | 2017-01-24 | 6"],
        ),
        (
            "Tekniska nämnden yttrade sig 2017-01-24, § 6, och avstyrkte förslaget.",
            ["Tekniska nämnden | reject | - | 2017-01-24 | 6"],
        ),
        ("Tekniska nämnden yttrade sig 2017-01-24, § 6.", ["Tekniska nämnden | submit | - | 2017-01-24 | 6"]),
        # the noun says what was decided, or the sentence behind a colon
        (
            "Ärendet behandlades i kommunstyrelsen 2014-03-05, § 56, som beslöt om återremiss.",
            ["Kommunstyrelsen | refer_back | - | 2014-03-05 | 56"],
        ),
        (
            "Kommunstyrelsens arbetsutskott 2013-02-10, § 23: Ärendet bordläggs.",
            ["Kommunstyrelsens arbetsutskott | postpone | - | 2013-02-10 | 23"],
        ),
        # the subject behind its verb
        (
            "Vid sammanträde den 14 juni 2015 § 112 uppdrog kommunstyrelsen åt tekniska kontoret att utreda frågan.",
            ["Kommunstyrelsen | assign | Tekniska kontoret | 2015-06-14 | 112"],
        ),
        # a document's own days
        ("Planen, upprättad 2015-06-18 och reviderad 2015-12-03, ligger till grund för förslaget.", []),
    ],
)
def test_told_decisions(text: str, rows: list[str]) -> None:
    assert earlier(text) == rows


def test_another_municipalitys_council_keeps_its_place() -> None:
    text = "Kommunfullmäktige i Marks kommun avslog den 28 april 2014 begäran."
    assert earlier(text, municipality="Borås stad") == [
        "Kommunfullmäktige i Marks kommun | reject | - | 2014-04-28 | -"
    ]
    assert earlier(text, municipality="Marks kommun") == ["Kommunfullmäktige | reject | - | 2014-04-28 | -"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # by whom stands right before the month
        (
            "Föreningen Båten, som beviljades 40 000 kr av nämnden i februari 2018, har inte redovisat.",
            ["Socialnämnden | grant | - | 2018-02 | -"],
        ),
        ("Föreningen beviljades bidrag av nämnden i februari 2018.", ["Socialnämnden | grant | - | 2018-02 | -"]),
        (
            "Klubben beviljades ett lån på 90 000 kronor av kommunstyrelsen redan i maj 2019.",
            ["Kommunstyrelsen | grant | - | 2019-05 | -"],
        ),
        (
            "Motionen om bad vid Ekby avslogs med nio röster mot fyra av kommunfullmäktige i maj 2019.",
            ["Kommunfullmäktige | reject | - | 2019-05 | -"],
        ),
        ("Föreningen beviljades 40 000 kronor i februari 2018.", []),
        ("Föreningen beviljades 40 000 kronor för en resa som nämnden gjorde i februari 2018.", []),
        ("Föreningen fick besök av nämnden i februari 2018.", []),
        # what is only asked for is no deed of its own
        (
            "Kommunstyrelsen föreslog 2012-05-09, § 73, att motionen ska anses besvarad.",
            ["Kommunstyrelsen | other | - | 2012-05-09 | 73"],
        ),
        (
            "Kommunstyrelsen föreslog den 9 maj 2012, § 73, att motionen bör anses vara besvarad.",
            ["Kommunstyrelsen | other | - | 2012-05-09 | 73"],
        ),
        ("Kommunstyrelsen har 2012-05-09, § 73, antagit planen.", ["Kommunstyrelsen | adopt | - | 2012-05-09 | 73"]),
        (
            "Nämnden beslutade 2012-05-09, § 73, att motionen ska anses besvarad.",
            ["Socialnämnden | answer | - | 2012-05-09 | 73"],
        ),
        # what a council is against is no decision, where it supports or turns down a proposal it is
        ("Handikapprådet har vid överläggning 1997-09-17 motsatt sig en avgift.", []),
        ("Pensionärsrådet motsatte sig den 3 maj 2018 förslaget.", []),
        ("Pensionärsrådet avstyrkte förslaget den 3 maj 2018.", ["Pensionärsrådet | reject | - | 2018-05-03 | -"]),
        (
            "Kommunala pensionärsrådet tillstyrkte 2019-05-04, § 12, förslaget.",
            ["Kommunala pensionärsrådet | approve | - | 2019-05-04 | 12"],
        ),
        ("Kommunstyrelsen motsatte sig den 3 maj 2018 förslaget.", ["Kommunstyrelsen | reject | - | 2018-05-03 | -"]),
    ],
)
def test_earlier_by_whom_and_what_is_asked_for(text: str, rows: list[str]) -> None:
    assert earlier(text) == rows
