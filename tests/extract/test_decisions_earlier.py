"""Earlier decisions that a text refers back to, and the many dates and § that are none."""

# ruff: noqa: E501
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.decisions_bodies import Context, context_of
from pipeline.extract.decisions_earlier import find_earlier
from pipeline.extract.decisions_proposals import find_proposals
from pipeline.extract.facts import DecisionFact, Facts
from tests.extract.decisions_memo import make_facts, make_head, make_memo


def found(marked: str, addressee: str | None = "Socialnämnden", date: str = "2024-03-01") -> list[DecisionFact]:
    memo = make_memo(marked)
    head = make_head(addressee, date)
    facts = make_facts(memo, head)
    context = context_of(head)
    return find_earlier(memo, facts, context, find_proposals(memo, facts, context))


def rows(marked: str, addressee: str | None = "Socialnämnden", date: str = "2024-03-01") -> list[str]:
    return [f"{f.date or '-'} {f.paragraph or '-'} {f.body} {f.action}" for f in found(marked, addressee, date)]


# a sentence in a memo to Socialnämnden of 2024-03-01; the rows: date § body action
FORMS = [
    (
        "Kommunstyrelsen beslutade den 11 maj 2020 § 78 att kommunen inleder samverkan med Borås stad.",
        ["2020-05-11 78 Kommunstyrelsen agree"],
    ),
    (
        "Kommunfullmäktige beslutade KF 2018-11-27 § 190 att anta en strategi.",
        ["2018-11-27 190 Kommunfullmäktige adopt"],
    ),
    (
        "Kommunfullmäktige antog 1989-11-30, § 212, riktlinjer för kommunal borgen.",
        ["1989-11-30 212 Kommunfullmäktige adopt"],
    ),
    ("Boverket har genom beslut 940118 beviljat föreningen statligt bidrag.", ["1994-01-18 - Boverket grant"]),
    (
        "Kultur- och fritidsnämnden har i yttrande 1994-03-02 tillstyrkt framställningen.",
        ["1994-03-02 - Kultur- och fritidsnämnden approve"],
    ),
    (
        "Samhällsbyggnadsnämnden har i protokollsutdrag § 112/2019 tillstyrkt nya hållplatser.",
        ["- 112/2019 Samhällsbyggnadsnämnden approve"],
    ),
    (
        "Kommunfullmäktige beslutade 2017-12-14, § 31, att införa fri entré till baden.",
        ["2017-12-14 31 Kommunfullmäktige other"],
    ),
    (
        "Kommunfullmäktige beslutade 2019-11-25, § 9:4, att anslå 14,0 mnkr till systemet (KS 2019/0177).",
        ["2019-11-25 9:4 Kommunfullmäktige fund"],
    ),
    (
        "Vid sammanträdet den 25 maj 2023 gav nämnden (SN § 5:4) kontoret i uppdrag att ta fram förslag.",
        ["2023-05-25 5:4 Socialnämnden assign"],
    ),
    ("Nämnden har därefter, § 112/2018, godkänt en utvärdering.", ["- 112/2018 Socialnämnden approve"]),
    ("Kommunfullmäktige antog den 16 juni 2020, § 44, den nya strategin.", ["2020-06-16 44 Kommunfullmäktige adopt"]),
    (
        "Nämndens regler antogs 2013-04-23, § 46, och reviderades senast i december 2014.",
        ["2013-04-23 46 Socialnämnden adopt", "2014-12 - Socialnämnden change"],
    ),
    (
        "Kammarrätten i Göteborg har i dom den 11 mars 2014 (mål nr 3127-13) godtagit en sådan begränsning.",
        ["2014-03-11 - Kammarrätten i Göteborg approve"],
    ),
    ("Kulturnämnden antog den 25 maj 2022, § 64, nya riktlinjer för stöd.", ["2022-05-25 64 Kulturnämnden adopt"]),
    (
        "Stiftelsen beviljades 1 350 000 kr vid nämndens sammanträde 2022-12-14, § 151.",
        ["2022-12-14 151 Socialnämnden grant"],
    ),
    ("Kommunfullmäktige godkände utvecklingsplanen 2014-09-01, § 107.", ["2014-09-01 107 Kommunfullmäktige approve"]),
    ("Avtalet undertecknades efter KF 2011-05-23 § 46.", ["2011-05-23 46 Kommunfullmäktige agree"]),
    (
        "Kommunstyrelsen beslöt 2018-12-10, § 268, att bordlägga fragan om kvarteret.",
        ["2018-12-10 268 Kommunstyrelsen postpone"],
    ),
    (
        "Miljö- och byggnämnden yttrade sig 2019-06-18 § 91 och tillstyrkte förslaget.",
        ["2019-06-18 91 Miljö- och byggnämnden approve"],
    ),
    ("Sådana riktlinjer antogs av fullmäktige 2015-11-30, § 152.", ["2015-11-30 152 Kommunfullmäktige adopt"]),
    (
        "Länsrätten i Jämtlands län avslog den 8 september 2005 en ansökan om överprövning.",
        ["2005-09-08 - Länsrätten i Jämtlands län reject"],
    ),
    (
        "Vård- och omsorgsnämnden beslöt 24 augusti 2005 (§ 112/2005) att tills vidare bordlägga frågan.",
        ["2005-08-24 112/2005 Vård- och omsorgsnämnden postpone"],
    ),
    (
        "Riktlinjerna, som antogs av kommunstyrelsen den 13 december 2021, § 208, anger nivån.",
        ["2021-12-13 208 Kommunstyrelsen adopt"],
    ),
    (
        "De påslag som gäller beslutades av kommunfullmäktige den 11 juni 2023 (KF 2023-06-11 § 123).",
        ["2023-06-11 123 Kommunfullmäktige other"],
    ),
    (
        "Tekniska nämnden beslutade den 15 december 2023, § 65 att avstyrka motionen.",
        ["2023-12-15 65 Tekniska nämnden reject"],
    ),
    (
        "I trafikplan för kommunen, beslutad i kommunfullmäktige 3 april 2012, § 132 finns ett mål.",
        ["2012-04-03 132 Kommunfullmäktige other"],
    ),
    (
        "Kommunfullmäktige i Ydre kommun beslutade den 6 september 2017, § 176 att godkänna samverkan.",
        ["2017-09-06 176 Kommunfullmäktige approve"],
    ),
    (
        "Socialnämnden beslutade vid sitt sammanträde den 24 januari 2017 § 6 om flerårsstrategi.",
        ["2017-01-24 6 Socialnämnden other"],
    ),
    (
        "Kommunfullmäktige beslutade den 14 juni 2017 § 142 om att anta en handlingsplan.",
        ["2017-06-14 142 Kommunfullmäktige adopt"],
    ),
    (
        "Vård- och omsorgsnämnden beslutade om en riktlinje, den 27 april 2023, § 43 VON utifrån ett uppdrag från kommunfullmäktige (KF 2022-06-15, §148).",
        ["2023-04-27 43 Vård- och omsorgsnämnden other", "2022-06-15 148 Kommunfullmäktige assign"],
    ),
    ("Planen är antagen av kommunfullmäktige 2012-06-18.", ["2012-06-18 - Kommunfullmäktige adopt"]),
    ("Kommunfullmäktige beslutade 2012-06-18 att anta planen.", ["2012-06-18 - Kommunfullmäktige adopt"]),
    ("Kommunfullmäktige fastställde taxan den 25 november 2019.", ["2019-11-25 - Kommunfullmäktige adopt"]),
    (
        "Enligt kommunfullmäktiges beslut 2015-04-27 § 55 ska avgiften ses över.",
        ["2015-04-27 55 Kommunfullmäktige other"],
    ),
    ("Enligt kommunstyrelsens beslut den 5 maj 2019 ska frågan utredas.", ["2019-05-05 - Kommunstyrelsen other"]),
    ("Enligt beslut i kommunstyrelsen 2019-05-05, § 12, ska frågan utredas.", ["2019-05-05 12 Kommunstyrelsen other"]),
    ("Besl. 97-10-15, § 44, kommunstyrelsen.", ["1997-10-15 44 Kommunstyrelsen other"]),
    (
        "Kommunstyrelsen har 1997-10-15, § 44, uppdragit åt kontoret att utreda frågan.",
        ["1997-10-15 44 Kommunstyrelsen assign"],
    ),
    (
        "Kommunstyrelsen gav den 3 februari 2020, § 15, kommundirektören i uppdrag att utreda frågan.",
        ["2020-02-03 15 Kommunstyrelsen assign"],
    ),
    ("Ärendet återremitterades av kommunstyrelsen den 5 maj 2023.", ["2023-05-05 - Kommunstyrelsen refer_back"]),
    ("Socialnämnden återremitterade ärendet 2023-05-05, § 33.", ["2023-05-05 33 Socialnämnden refer_back"]),
    ("Nämnden bordlade ärendet den 14 juni 2023.", ["2023-06-14 - Socialnämnden postpone"]),
    (
        "Socialnämndens arbetsutskott behandlade ärendet 2024-02-14, § 19.",
        ["2024-02-14 19 Socialnämndens arbetsutskott other"],
    ),
    ("Kommunstyrelsen beslutade i december 2014 att avslå ansökan.", ["2014-12 - Kommunstyrelsen reject"]),
    ("Kommunfullmäktige antog 2016 en ny översiktsplan.", ["2016 - Kommunfullmäktige adopt"]),
    ("Översiktsplanen antogs av kommunfullmäktige 2016.", ["2016 - Kommunfullmäktige adopt"]),
    ("I december 2019 beslutade kommunfullmäktige att anta planen.", ["2019-12 - Kommunfullmäktige adopt"]),
    ("Utbetalning sker i enlighet med direktionens beslut i november 2023.", ["2023-11 - Direktionen other"]),
    (
        "Länsstyrelsen i Östergötlands län beviljade den 4 april 2022 tillstånd till verksamheten.",
        ["2022-04-04 - Länsstyrelsen i Östergötlands län grant"],
    ),
    (
        "Förvaltningsrätten i Linköping avslog överklagandet den 12 mars 2021.",
        ["2021-03-12 - Förvaltningsrätten i Linköping reject"],
    ),
    (
        "Policyn antogs av KF 2018-02-26 § 14 och reviderades av KF 2020-06-15 § 88.",
        ["2018-02-26 14 Kommunfullmäktige adopt", "2020-06-15 88 Kommunfullmäktige change"],
    ),
    ("Kommunstyrelsen 2018-02-26 § 14 godkände förslaget.", ["2018-02-26 14 Kommunstyrelsen approve"]),
    ("Kommunfullmäktige har den 26 februari 2018, § 14, upphävt reglerna.", ["2018-02-26 14 Kommunfullmäktige repeal"]),
    (
        "Kommunfullmäktige utsåg den 5 december 2022 § 201 Anna Ek till ledamot.",
        ["2022-12-05 201 Kommunfullmäktige appoint"],
    ),
    ("Kommunfullmäktige anslog 2021-06-14 § 77 medel för ändamålet.", ["2021-06-14 77 Kommunfullmäktige fund"]),
    (
        "Kommunfullmäktige bemyndigade den 5 maj 2021, § 50, kommunstyrelsen att teckna avtal.",
        ["2021-05-05 50 Kommunfullmäktige authorise"],
    ),
    ("Nämnden beslutade § 87/2018 att förlänga avtalet.", ["- 87/2018 Socialnämnden change"]),
    (
        "Kommunfullmäktige lämnade motionen till kommunstyrelsen för beredning den 24 september 2023, § 204.",
        ["2023-09-24 204 Kommunfullmäktige other"],
    ),
    (
        "Arbetsutskottet har behandlat ärendet under sitt sammanträde 11 maj 2023, § 19.",
        ["2023-05-11 19 Arbetsutskottet other"],
    ),
    ("Motionen remitterades av kommunfullmäktige 2023-02-20 § 12.", ["2023-02-20 12 Kommunfullmäktige other"]),
    ("Beslutet fattades av kommunstyrelsen den 3 mars 2023, § 40.", ["2023-03-03 40 Kommunstyrelsen other"]),
    (
        "Kommunstyrelsen fattade den 3 mars 2023 beslut om att avsluta projektet.",
        ["2023-03-03 - Kommunstyrelsen other"],
    ),
    (
        "Kommunfullmäktige beslutade 2019-06-17 § 99 att uppdra åt nämnden att utreda frågan, vilket redovisades i nämnden 2020-02-12 § 8.",
        ["2019-06-17 99 Kommunfullmäktige assign", "2020-02-12 8 Socialnämnden other"],
    ),
    (
        "Enligt kommunfullmäktiges beslut (KF 2021-11-22 § 145) gäller nya taxor.",
        ["2021-11-22 145 Kommunfullmäktige other"],
    ),
    ("Kommunstyrelsen beslutade $ 78 den 11 maj 2020 att anta planen.", ["2020-05-11 78 Kommunstyrelsen adopt"]),
    ("Regeringen beslutade den 4 maj 2023 att avslå ansökan.", ["2023-05-04 - Regeringen reject"]),
    (
        "Samrådsgruppen för vården fattade den 21 juni 2023 inriktningsbeslut att anta ekonomiskt anslag.",
        ["2023-06-21 - Samrådsgruppen adopt"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), FORMS)
def test_earlier(sentence: str, expected: list[str]) -> None:
    marked = f"§§ BODY Ärendet\nFrågan är inte ny. {sentence} Ärendet har därefter beretts."
    assert rows(marked) == expected
    assert all(f.text == sentence for f in found(marked))


NONE = [
    "Nämnden sammanträder den 28 mars 2024.",
    "Kommunfullmäktige ska besluta om taxan den 28 april 2024.",
    "Kommunfullmäktige förväntas anta planen den 22 februari 2024.",
    "Föreningen ansökte den 14 januari 2024 om bidrag.",
    "Ansökan inkom den 2 juni 2023.",
    "Trafikförvaltningen har den 26 juni 2023 skickat ut ett förslag på remiss.",
    "Svar ska lämnas senast den 4 oktober 2024.",
    "Förvaltningens tjänsteskrivelse, daterad 2024-02-19, bifogas.",
    "Enligt 10 kap. 32 § skollagen (2010:800) har eleven rätt till skolskjuts.",
    "Enligt 2 kap. 8 § kommunallagen får kommunen ge bidrag.",
    "Enligt kommunallagen 6 kap. 5 § ansvarar nämnden.",
    "Skollagen 10 kap. § 32 gäller.",
    "Enligt § 5 i reglementet beslutar nämnden.",
    "Enligt plan- och bygglagen § 12 krävs lov.",
    "Avtalet gäller från och med den 1 januari 2023.",
    "Avtalet undertecknades den 3 mars 2023 av båda parter.",
    "Anna Andersson (MP) har till kommunfullmäktige den 24 september 2023, § 204 lämnat en motion om cyklar.",
    "Samverkan inleddes 2021.",
    "Socialchefen besvarade remissen och tillstyrkte förslaget (yttrande daterat 2011-09-13).",
    "Nämndens budgetram för 2023 om 412,7 mnkr har minskat.",
    "Kommunfullmäktige beslutar om taxan varje år.",
    "En förstudie genomfördes hösten 2022 med stöd av Tillväxtverket, som beviljade 480 tkr.",
    "Förvaltningen har i skrivelse den 13 februari 2024 lämnat följande yttrande:",
    "Resultatet per den 31 augusti 2023 är 2 mkr.",
    "I överenskommelsen från 2014 förband sig parterna att samråda.",
    "Beslut om fortsatt ersättning prövas på nytt senast 31 maj 2024.",
    "Kommunens budget för 2023 uppgår till 500 mkr.",
    "Nämnden har 2023 haft fem sammanträden.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_earlier_decision(sentence: str) -> None:
    assert rows(f"§§ BODY Ärendet\n{sentence}") == []


# § read as another sign by a machine
MISREAD = [
    ("Kommunfullmäktige beslutade 2017-12-14, 8 31, att anta planen.", ["2017-12-14 31 Kommunfullmäktige adopt"]),
    ("Kulturnämnden antog den 25 maj 2022, S 64, nya riktlinjer.", ["2022-05-25 64 Kulturnämnden adopt"]),
    ("Kommunfullmäktige godkände planen 2014-09-01, 8 107.", ["2014-09-01 107 Kommunfullmäktige approve"]),
    ("Nämnden yttrade sig 2019-06-18 8 91 och tillstyrkte förslaget.", ["2019-06-18 91 Socialnämnden approve"]),
    (
        "Kulturnämnden beslöt 24 augusti 2005 (8 112/2005) att bordlägga frågan.",
        ["2005-08-24 112/2005 Kulturnämnden postpone"],
    ),
    ("Nämnden har därefter, 8 112/2018, godkänt en utvärdering.", ["- 112/2018 Socialnämnden approve"]),
    ("Nämnden har i protokoll $ 112 /2019 tillstyrkt förslaget.", ["- 112/2019 Socialnämnden approve"]),
    ("Nämnden beviljade den 5 maj 2019 8 500 kronor till föreningen.", ["2019-05-05 - Socialnämnden grant"]),
    ("Nämnden beviljade den 5 maj 2019, 8 000 kr till föreningen.", ["2019-05-05 - Socialnämnden grant"]),
]


@pytest.mark.parametrize(("sentence", "expected"), MISREAD)
def test_a_misread_sign(sentence: str, expected: list[str]) -> None:
    marked = f"§§ BODY Ärendet\n{sentence}"
    assert rows(marked) == expected
    assert all(("§" in f.text) == (f.paragraph is not None and "$" not in sentence) for f in found(marked))


def test_each_decision_once() -> None:
    text = "Kommunfullmäktige antog 2018-02-26 § 14 policyn."
    assert len(rows(f"§§ BODY Ärendet\n{text}\nMer text.\n{text}")) == 1


def test_the_dates_role_is_set() -> None:
    memo = make_memo("§§ BODY Ärendet\nKommunfullmäktige antog 2018-02-26 § 14 policyn. Ansökan inkom 2019-03-04.")
    head = make_head()
    facts = make_facts(memo, head)
    find_earlier(memo, facts, context_of(head), [])
    assert [d.role for d in facts.dates] == ["decision", "other"]


def test_within_a_point() -> None:
    marked = "§§ PROPOSAL Förslag till beslut\n1. Kommunstyrelsens beslut 2019-05-06 § 88 upphävs.\n2. Planen antas."
    (fact,) = found(marked)
    assert (fact.date, fact.paragraph, fact.body) == ("2019-05-06", "88", "Kommunstyrelsen")
    assert fact.text == "Kommunstyrelsens beslut 2019-05-06 § 88 upphävs."


def test_lists_of_documents_and_meetings_to_come_are_none() -> None:
    assert not rows("§§ DOCUMENTS Beslutsunderlag\n• Kommunfullmäktiges beslut 2019-05-06 § 88")
    assert not rows("§§ PLANNING Beslutsplanering\nSocialnämnden 2023-12-13")
    assert not rows("§§ RECIPIENTS Skickas till\nKommunstyrelsen 2019-05-06 § 8")


def test_lines_of_a_list_of_earlier_decisions() -> None:
    marked = "§§ BODY Tidigare beslut\n| Kommunfullmäktige 2018-02-26 § 14\n| Kommunstyrelsen 2019-03-04 § 22"
    assert rows(marked) == ["2018-02-26 14 Kommunfullmäktige other", "2019-03-04 22 Kommunstyrelsen other"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "§ 5",
                "§",
                "2019-05-06",
                "den 5 maj",
                "2014",
                "nämnden",
                "beslutade",
                ":",
                ".",
                "\n",
                "antogs av",
                "KF",
                "(",
                ")",
                "kommunfullmäktige",
                "beviljades",
                "har",
                "i",
                "maj 2020",
                "§ 112/2005",
                "dom",
                "uppdrag",
                "Kammarrätten i",
                ";",
            ]
        ),
        max_size=50,
    )
)
def test_no_text_makes_it_raise(parts: list[str]) -> None:
    memo = make_memo("§§ BODY Ärendet\n" + " ".join(parts))
    head = make_head()
    for fact in find_earlier(memo, make_facts(memo, head), Context("Socialnämnden"), []):
        assert fact.date or fact.paragraph
        assert fact.text
    assert find_earlier(memo, Facts(), Context(None), []) is not None


# what one got from another, what was decided on delegation, and what was dealt out
GIVEN = [
    ("Anläggningen fick tillstånd av Länsstyrelsen den 14 november 2019.", ["2019-11-14 - Länsstyrelsen grant"]),
    ("Bolaget fick dispens av länsstyrelsen den 3 juni 2020.", ["2020-06-03 - Länsstyrelsen grant"]),
    (
        "Täkten fick tillstånd av Miljöprövningsdelegationen vid Länsstyrelsen i Kronobergs län den 5 maj 2021.",
        ["2021-05-05 - Miljöprövningsdelegationen vid Länsstyrelsen i Kronobergs län grant"],
    ),
    (
        "Förvaltningen fick i uppdrag av kommunstyrelsen den 5 maj 2020 att se över taxan.",
        ["2020-05-05 - Kommunstyrelsen assign"],
    ),
    ("Ett bidrag på 3 150 kronor beviljades i december 2008 på delegation.", ["2008-12 - Socialnämnden grant"]),
    ("Ansökan avslogs den 3 mars 2021 på delegation.", ["2021-03-03 - Socialnämnden reject"]),
    ("Nämnden fördelade ramen den 11 december 2013, § 190.", ["2013-12-11 190 Socialnämnden fund"]),
    ("Socialnämnden fördelade medlen den 4 februari 2019.", ["2019-02-04 - Socialnämnden fund"]),
    (
        "Kommunstyrelsen beslutade 2023-02-15 § 18 att ge stadsbyggnadskontoret planuppdrag.",
        ["2023-02-15 18 Kommunstyrelsen assign"],
    ),
    ("Eleverna fick betyg i december 2020.", []),
    ("Föreningen fick bidrag under 2020.", []),
    ("Platsen fick sitt namn den 3 juni 1962.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), GIVEN)
def test_what_was_given_or_dealt_out(sentence: str, expected: list[str]) -> None:
    assert rows(sentence) == expected


def test_who_was_given_a_task_by_its_kind() -> None:
    fact = found("Kommunstyrelsen beslutade 2023-02-15 § 18 att ge stadsbyggnadskontoret planuppdrag.")[0]
    assert fact.assignee == "Stadsbyggnadskontoret"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Kommunfullmäktige gav i budgetbeslutet 2023-02-15 § 18 socialnämnden i uppdrag att spara.", "Socialnämnden"),
        ("Kommunfullmäktige gav i budgetbeslutet socialnämnden i uppdrag 2023-02-15 § 18 att spara.", "Socialnämnden"),
        ("Nämnden gav vid sammanträdet 2023-02-15 § 18 förvaltningen i uppdrag att spara.", "Förvaltningen"),
    ],
)
def test_where_it_was_given_is_no_part_of_who(sentence: str, who: str) -> None:
    assert found(sentence)[0].assignee == who


@pytest.mark.parametrize(
    ("sentence", "begins", "ends"),
    [
        ("Nämnden beslöt 3/5 -94 (§ 61) att området hålls reserverat t o m 1995-12-31.", None, "1995-12-31"),
        ("Hon beviljades ledsagning t o m 1998-12-31 genom nämndens beslut 980602, § 77.", None, "1998-12-31"),
        ("Nämnden beslutade 2020-04-02, § 31, att minska turerna fr.o.m. den 6 april 2020.", "2020-04-06", None),
        (
            "Till överförmyndare valde fullmäktige 2002-11-28, § 96, Anna Ek för perioden 2003–2006.",
            "2003-01-01",
            "2006-12-31",
        ),
        ("Taxan fastställdes av nämnden 2003-12-09, § 97, och gäller sedan den 1 januari 2004.", "2004-01-01", None),
        ("Ramavtalet antogs av nämnden 2007-03-20, § 44, och löper ut den 30 april 2011.", None, "2011-04-30"),
        (
            "Nämnden gav den 4 maj 2015, § 4, kontoret i uppdrag att senast den 1 november 2015 redovisa utfallet.",
            None,
            None,
        ),
        ("Kommunfullmäktige antog den 4 maj 2015, § 12, en plan som bygger på uppgifter från 2012.", None, None),
        # which of two decisions holds from then is not told
        ("Nämnden höjde den 4 maj 2015, § 4, och den 6 juni 2016, § 8, avgiften från den 1 juli 2016.", None, None),
    ],
)
def test_when_an_earlier_decision_holds(sentence: str, begins: str | None, ends: str | None) -> None:
    told = found("§§ BODY Bakgrund\n" + sentence)
    assert told
    assert {(str(f.effective_from) if f.effective_from else None) for f in told} == {begins}
    assert {(str(f.effective_to) if f.effective_to else None) for f in told} == {ends}
