"""Whole memos in the styles of different municipalities, and whom they name: name | type | role | title."""

import pytest

from tests.extract.marked import facts_of, memo_of

COMPONENTS = ("lupp_head", "lupp_references", "lupp_dates", "lupp_decisions", "lupp_parties")

BUILDING = (
    """
== letterhead
Vimmerby kommun
Miljö- och byggnadsförvaltningen
Datum 2004-03-02
Dnr MBN 2004/112
Handläggare: Byggnadsinspektör Per-Olof Stål
Tel 0492-76 90 00

Till
Miljö- och byggnadsnämnden

== title
Ansökan om bygglov för uthyrningsstugor, Storebro 3:12

== proposal: FÖRSLAG TILL BESLUT
Miljö- och byggnadsförvaltningen föreslår att nämnden beslutar

att bevilja Camping & Fritid i Storebro HB bygglov med stöd av 8 kap. 11 § PBL, samt

att ge byggnadsinspektören i uppdrag att utse kvalitetsansvarig.

== body: Ärendet
Camping & Fritid i Storebro HB, 969612-3345, har den 12 januari 2004 ansökt om bygglov. Räddningstjänsten och
Vägverket har inga erinringar. Grannen Lennart Fransson motsätter sig förslaget. Länsstyrelsen har tidigare gett
strandskyddsdispens. Kommunens jurist Malin Ek har granskat ärendet.

== signatures
Per-Olof Stål
Byggnadsinspektör

Göran Holmqvist
Förvaltningschef

== recipients: Delges
Sökanden
Räddningstjänsten
Lennart Fransson, Storebro 3:14
Länsstyrelsen i Kalmar län
Akten
""",
    """
Vimmerby kommun | municipality | sender
Miljö- och byggnadsförvaltningen | administration | sender
Miljö- och byggnadsnämnden | body | addressee
Per-Olof Stål | person | author | Byggnadsinspektör
Per-Olof Stål | person | signatory | Byggnadsinspektör
Göran Holmqvist | person | signatory | Förvaltningschef
Camping & Fritid i Storebro HB | company | applicant
Räddningstjänsten | administration | recipient
Lennart Fransson | person | recipient
Länsstyrelsen i Kalmar län | authority | recipient
Vägverket | authority | mentioned
Malin Ek | person | mentioned | Jurist
""",
)

REGION = (
    """
== letterhead
REGION VÄSTERNORRLAND
Regionledningsförvaltningen
Handläggare
Anna-Karin Sjödin, ekonomidirektör
2021-05-04
21RS3345

Regionstyrelsen

== title
Kapitaltillskott till Norrlandsoperan AB

== proposal: Förslag till beslut
Regionstyrelsen föreslår regionfullmäktige besluta

1. Region Västernorrland lämnar ett ovillkorat aktieägartillskott om 2 mnkr till Norrlandsoperan AB.

2. Regiondirektören får i uppdrag att teckna avtal med Umeå kommun och Region Västerbotten om fördelningen.

== body: Bakgrund
Styrelsen för Norrlandsoperan AB har i skrivelse den 3 mars 2021 hemställt om tillskott. Statens kulturråd har yttrat
sig. Socialdemokraterna och Moderaterna har enats om en gemensam linje. Enligt SKR är frågan aktuell i flera regioner.
Regeringen har i höständringsbudgeten tillfört medel.

== signatures
Åsa Bellander
Regiondirektör

== recipients: Beslutet skickas till
Norrlandsoperan AB (för kännedom)
Umeå kommun, kulturförvaltningen
Regionledningsförvaltningen, Ekonomi och finans
Ordförande i regionstyrelsen
Revisorerna
""",
    """
Region Västernorrland | region | sender
Regionledningsförvaltningen | administration | sender
Regionstyrelsen | body | addressee
Anna-Karin Sjödin | person | author | Ekonomidirektör
Åsa Bellander | person | signatory | Regiondirektör
Norrlandsoperan AB | company | applicant
Umeå kommun | municipality | counterparty
Region Västerbotten | region | counterparty
Norrlandsoperan AB | company | recipient
Umeå kommun | municipality | recipient
Kulturförvaltningen | administration | recipient
Regionledningsförvaltningen | administration | recipient
Ekonomi och finans | administration | recipient
Regionstyrelsen | body | recipient
Regionfullmäktige | body | mentioned
Statens kulturråd | authority | mentioned
Socialdemokraterna | association | mentioned
Moderaterna | association | mentioned
Revisorerna | body | recipient
SKR | association | mentioned
Regeringen | authority | mentioned
""",
)

DISTRICT = (
    """
== letterhead
Stockholms stad
Södermalms stadsdelsförvaltning
Avdelningen för äldreomsorg
Tjänsteutlåtande
Dnr: SÖD 2016/455
2016-08-22
Handläggare
Maria Lindqvist
Telefon: 08-508 12 000

Till
Södermalms stadsdelsnämnd
2016-09-15

== title
Svar på remiss om stadens program för äldreomsorg

== proposal: Förslag till beslut
Stadsdelsnämnden överlämnar förvaltningens tjänsteutlåtande till äldrenämnden som svar på remissen.

== signatures
Gun Nordström | Per Wallin
stadsdelsdirektör | avdelningschef

== summary: Sammanfattning
Äldrenämnden har remitterat ett förslag till samtliga stadsdelsnämnder och Micasa Fastigheter AB. Magnus Åkesson (V)
har reserverat sig. Myndigheten för delaktighet (MFD) och PRO har hörts. MFD är positiv.

== body: Ärendets beredning
Ärendet har beretts inom avdelningen för äldreomsorg tillsammans med ekonomiavdelningen.
""",
    """
Stockholms stad | municipality | sender
Södermalms stadsdelsförvaltning | administration | sender
Avdelningen för äldreomsorg | administration | sender
Södermalms stadsdelsnämnd | body | addressee
Maria Lindqvist | person | author | Handläggare
Gun Nordström | person | signatory | Stadsdelsdirektör
Per Wallin | person | signatory | Avdelningschef
Äldrenämnden | body | mentioned
Micasa Fastigheter AB | company | mentioned
Magnus Åkesson | person | mentioned
Myndigheten för delaktighet | authority | mentioned
PRO | association | mentioned
Ekonomiavdelningen | administration | mentioned
""",
)

MINUTES = (
    """
== letterhead
Sammanträdesprotokoll
Svalövs kommun
Kommunstyrelsen
2010-10-11
§ 211
Dnr 334-2010

== title
Försäljning av fastigheten Kågeröd 4:12

== decision: Kommunstyrelsens beslut
att sälja fastigheten Kågeröd 4:12 till Nyåkers Byggkonsult AB för 450 000 kronor, samt

att uppdra åt planeringskontoret att upprätta köpekontrakt.

== body: Ärendebeskrivning
Nyåkers Byggkonsult AB har framfört önskemål om att få köpa fastigheten. Tekniska utskottet tillstyrkte 2010-09-20.
Planeringskontoret har värderat fastigheten tillsammans med Svefa AB.

== body: Yrkanden
Karl-Erik Kruse (S) yrkar bifall. Sverigedemokraterna deltar inte i beslutet.

== recipients: Beslutet expedieras till:
Nyåkers Byggkonsult AB
Planeringskontoret
Samtliga chefer i kulturförvaltningen
""",
    """
Svalövs kommun | municipality | sender
Kommunstyrelsen | body | sender
Nyåkers Byggkonsult AB | company | counterparty
Planeringskontoret | administration | assignee
Nyåkers Byggkonsult AB | company | recipient
Planeringskontoret | administration | recipient
Tekniska utskottet | body | mentioned
Svefa AB | company | mentioned
Karl-Erik Kruse | person | mentioned
Sverigedemokraterna | association | mentioned
""",
)


@pytest.mark.parametrize(("memo", "expected"), [BUILDING, REGION, DISTRICT, MINUTES])
def test_parties_of_whole_memos(memo: str, expected: str) -> None:
    facts = facts_of(memo_of(memo), *COMPONENTS)
    found = [" | ".join(filter(None, (p.name, p.type, p.role, p.title))) for p in facts.parties]
    assert sorted(found) == sorted(line for line in expected.strip().split("\n") if "samtliga" not in line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kommunledningskontoret, Kansli och hr-avdelningen", ["Kommunledningskontoret", "Kansli och hr-avdelningen"]),
        ("Region Stockholm, trafikförvaltningen", ["Region Stockholm", "Trafikförvaltningen"]),
        ("Ekonomiavdelningen (för verkställighet)", ["Ekonomiavdelningen"]),
        ("• Socialnämnden", ["Socialnämnden"]),
        ("Vara Bygg AB, att: Mikael Stål", ["Vara Bygg AB", "Mikael Stål"]),
        ("Rektor vid Norra skolan i Hult", ["Norra skolan i Hult"]),
        ("Kommunrevisionen för kännedom", ["Kommunrevisionen"]),
        ("Enheten för kultur och fritid", ["Enheten för kultur och fritid"]),
        ("Administrativ avdelning", ["Administrativ avdelning"]),
        ("Vård och omsorg", ["Vård och omsorg"]),
        ("Krokoms kommun; Åre kommun", ["Krokoms kommun", "Åre kommun"]),
        ("KS för beslut", ["KS"]),
        ("Regionalt stödcentrum för brottsutsatta", ["Regionalt stödcentrum för brottsutsatta"]),
        ("Kommunstyrelsen, Socialnämnden och Kulturnämnden", ["Kommunstyrelsen", "Socialnämnden", "Kulturnämnden"]),
        ("Anna Lindqvist, ekonomichef", ["Anna Lindqvist"]),
        ("Sökanden", []),
        ("Akten", []),
        ("Samtliga chefer i kulturförvaltningen", []),
        ("Samtliga nämnder", []),
        ("Administratörer", []),
        ("Ekonomichefen", []),
        ("Klaganden (med besvärshänvisning)", []),
        ("Diariet", []),
        ("Berörda", []),
        ("registrator@hult.se", []),
    ],
)
def test_recipients_line_by_line(line: str, expected: list[str]) -> None:
    facts = facts_of(memo_of(f"== recipients: Beslutet skickas till\n{line}"), "lupp_parties")
    assert [p.name for p in facts.parties if p.role == "recipient"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gruvan i Norr AB (GNAB) bygger. Avtalet binder GNAB.", ["Gruvan i Norr AB"]),
        ("Folketshusföreningen i Hult u p a söker lån. Folketshusföreningen i Hult äger huset.",
         ["Folketshusföreningen i Hult u p a"]),
        ("Länsstyrelsen i Kalmar län beslutade. Länsstyrelsen ansåg.", ["Länsstyrelsen i Kalmar län"]),
        ("Kommunstyrelsens arbetsutskott bereder. Arbetsutskottet möts.", ["Kommunstyrelsens arbetsutskott"]),
        ("Utbildningsnämnden och utbildningsnämndens ram", ["Utbildningsnämnden"]),
        ("Anna Lindbergs förslag stöds av Anna Lindberg.", ["Anna Lindberg"]),
        ("Sveriges Kommuner och Regioner (SKR) menar. Enligt SKR gäller det.", ["Sveriges Kommuner och Regioner"]),
        ("Vara Bostäder AB och AB Vara Bostäder", ["Vara Bostäder AB"]),
        ("Göteborgs Stad och Göteborgs stads stödcentrum", ["Göteborgs Stad"]),
        ("Arbetsutskottet möts den 3 maj.", ["Arbetsutskottet"]),
    ],
)  # fmt: skip
def test_short_and_inflected_forms_are_the_same_party(text: str, expected: list[str]) -> None:
    facts = facts_of(memo_of(f"== body: Ärendet\n{text}"), "lupp_parties")
    assert [p.name for p in facts.parties] == expected


def test_applicants_in_a_table_with_their_organisation_numbers() -> None:
    memo = memo_of(
        "== body: Tabell\nSökande Org.nr Sökt\n\nFöreningen Lyktan 846001-2217 980\n\nHults Ridklubb 802440-7781 450"
    )
    found = {(p.name, p.role, p.identifier) for p in facts_of(memo, "lupp_parties").parties}
    assert found == {
        ("Föreningen Lyktan", "applicant", "846001-2217"),
        ("Hults Ridklubb", "applicant", "802440-7781"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sveriges geologiska undersökning, SGU, har avrått. Enligt SGU räcker vattnet.",
         ["Sveriges geologiska undersökning"]),
        ("Myndigheten för samhällsskydd och beredskap, MSB, svarar.",
         ["Myndigheten för samhällsskydd och beredskap"]),
        ("Naturvårdsverket, SGU, Boverket svarar.", ["Boverket", "Naturvårdsverket", "SGU"]),
        ("Byaföreningen i Ekträsk yttrar sig. Byaföreningen avstyrker.", ["Byaföreningen i Ekträsk"]),
        ("Hembygdsföreningen i Åmål söker bidrag. Kassören i Hembygdsföreningen svarar.",
         ["Hembygdsföreningen i Åmål"]),
        ("Kommuninvest i Sverige AB lånar ut. Kommuninvest erbjuder en rörlig ränta.", ["Kommuninvest i Sverige AB"]),
        ("Hyresgästföreningen i Gävle och Hyresgästföreningen svarar.",
         ["Hyresgästföreningen", "Hyresgästföreningen i Gävle"]),
    ],
)  # fmt: skip
def test_short_forms_after_the_long_one(text: str, expected: list[str]) -> None:
    facts = facts_of(memo_of(f"== body: Ärendet\nI maj skrev man. {text}"), "lupp_parties")
    assert sorted(p.name.lower() for p in facts.parties) == sorted(name.lower() for name in expected)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("2018-05-28 Eva Ek, kommunsekreterare", "signatory"),
        ("den 28 maj 2018 Eva Ek, nämndsekreterare", "signatory"),
        ("Eva Ek, ekonomichef", "recipient"),
        ("Eva Ek", "recipient"),
    ],
)
def test_who_vouches_for_an_extract_is_no_recipient(line: str, role: str) -> None:
    words = "Nämnden har behandlat ärendet och godkänt rapporten. " * 8
    memo = memo_of(f"== body: Ärendet\n{words}\n\n== recipients: Beslutet skickas till\nSocialnämnden\n\n{line}")
    assert [p.role for p in facts_of(memo, "lupp_parties").parties if p.name == "Eva Ek"] == [role]
