"""Applicants and counterparties in running text. Each line: a text, then name: role, parted by semicolons."""

# ruff: noqa: E501 - a case is one line

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.facts import Facts
from tests.extract.marked import facts_of, memo_of

TOLD = """
Ek Bygg AB, med 74 anställda, inkom den 18 maj 2016 med en förfrågan om mark. -> Ek Bygg AB: applicant
Kvinnojouren Alma beviljas ett tillfälligt bidrag om 90 000 kronor. -> Kvinnojouren Alma: applicant
Hults Ridklubb beviljas utökat verksamhetsbidrag. -> Hults Ridklubb: applicant
Hults Ridklubb beviljades ett extra bidrag. -> Hults Ridklubb: applicant
Ek Bygg AB beviljas tidsbegränsat bygglov. -> Ek Bygg AB: applicant
Ek Bygg AB beviljas fortsatt dispens. -> Ek Bygg AB: applicant
Hults IF erhåller ett särskilt driftstöd om 10 000 kr. -> Hults IF: applicant
Hults IF erhåller ett särskilt vite. -> Hults IF: mentioned
Hults IF beviljas ett hederspris. -> Hults IF: mentioned
Lokalen hyrs av Hults pastorat för 6 250 kr i månaden. -> Hults pastorat: mentioned
Nuvarande station hyrs av Hults Industrifastigheter AB för 1 140 tkr per år. -> Hults Industrifastigheter AB: mentioned
Gästerna bor i moduler som hyrs av Modul Syd AB för 96 000 kr i månaden. -> Modul Syd AB: mentioned
Marken arrenderas av Hults Golfklubb. -> Hults Golfklubb: mentioned
Kommunen hyr lokalen av Hults pastorat. -> Hults pastorat: counterparty
Lokalerna inhyrs från Hults pastorat. -> Hults pastorat: counterparty
Ek Bygg AB inkom i maj 2016 med en ansökan om bidrag. -> Ek Bygg AB: applicant
Ek Bygg AB kom in 2016-05-18 till kommunen med en ansökan om dispens. -> Ek Bygg AB: applicant
Ek Bygg AB inkom 2016-05-18 med begäran om förlängning. -> Ek Bygg AB: applicant
Ek Bygg AB inkom den 18 maj med ett yttrande över förslaget. -> Ek Bygg AB: mentioned
Ek Bygg AB har i maj 2016 lämnat en faktura. -> Ek Bygg AB: mentioned
Hults Vind AB (556812-3349) sökte den 14 mars 2016 tillstånd till sex verk. -> Hults Vind AB: applicant
Hults Vind AB söker inte något nytt läge. -> Hults Vind AB: mentioned
Föreningen Lyktan inkom 1998-03-02 med en ansökan om bidrag. -> Föreningen Lyktan: applicant
Hults Ridklubb lämnade den 3 maj 2015 in en ansökan till nämnden. -> Hults Ridklubb: applicant
Hults Ridklubb lämnade den 3 maj 2015 över nycklarna. -> Hults Ridklubb: mentioned
I skrivelse den 5 maj 1997 hemställer Hults Fotbollsklubb att kommunen anlägger en plan. -> Hults Fotbollsklubb: applicant
I brev 2009-02-03 anhåller Hults Ridklubb om anstånd. -> Hults Ridklubb: applicant
I ansökan begär Hults Ridklubb ett nytt tak. -> Hults Ridklubb: applicant
Hults Bostäder AB begär i skrivelse 1996-02-02 att kommunen tecknar borgen. -> Hults Bostäder AB: applicant
Motionären, Nils Berg (S), föreslår att skogen säljs. -> Nils Berg: applicant
Mellan kommunen och Ekens vägförening har träffats avtal om skötsel. -> Ekens vägförening: counterparty
Mellan kommunen och Ekens vägförening går en väg. -> Ekens vägförening: mentioned
Hults Camping HB, som arrenderar marken, vill bygga. -> Hults Camping HB: counterparty
Hults Camping HB, som drivs av en familj, vill bygga. -> Hults Camping HB: mentioned
Tranås kommun har i brev meddelat att den ser över samverkansavtalet. -> Tranås kommun: counterparty
Tranås kommun har meddelat att man vill ersätta avtalet med ett nytt. -> Tranås kommun: counterparty
Tranås kommun har meddelat att man avvaktar. -> Tranås kommun: mentioned
Nämnden beslutar att återkalla Ek Krog AB:s serveringstillstånd. -> Ek Krog AB: applicant
Nämnden meddelar Ek Krog AB en varning enligt alkohollagen. -> Ek Krog AB: applicant
Salen är uthyrd till Hults byalag. -> Hults byalag: counterparty
Salen ligger intill Hults byalag. -> Hults byalag: mentioned
Köpeavtal mellan kommunen och Anna Ek godkänns. -> Anna Ek: counterparty
Kommunrevisionen har anlitat Ek Revision AB för en granskning. -> Kommunrevisionen: mentioned; Ek Revision AB: mentioned
Kommunen har anlitat Ek Revision AB för en granskning. -> Ek Revision AB: counterparty
Nämnden antar Norra Buss Oy:s anbud på en buss. -> Norra Buss Oy: counterparty
Ljungby hembygdsförening har ansökt om bidrag. -> Ljungby hembygdsförening: applicant
Bygdegårdsföreningen i Hult ansökte den 3 maj om lån. -> Bygdegårdsföreningen i Hult: applicant
Vara Bostäder AB, 556012-3456, ansökte den 14 januari 2019 om markanvisning. -> Vara Bostäder AB: applicant
Folketshusföreningen i Hult har i skrivelse, som inkom den 11 febr. 1994, anhållit om borgen. -> Folketshusföreningen i Hult: applicant
Stiftelsen Eken hemställer om ett bidrag på 20 000 kr. -> Stiftelsen Eken: applicant
Ansökan om bidrag från Hults IF har inkommit. -> Hults IF: applicant
att avslå ansökan från Scenföreningen Källan med hänvisning till riktlinjerna -> Scenföreningen Källan: applicant
att bevilja Kulturföreningen Lyktan 30 000 kr -> Kulturföreningen Lyktan: applicant
Nämnden beviljar Brf Solgården bygglov. -> Brf Solgården: applicant
Scenföreningen Källans ansökan visar att stöd redan ges. -> Scenföreningen Källan: applicant
Kommunstyrelsen har remitterat en motion av Karl Brännberg (V) och Jenny Lund (V). -> Kommunstyrelsen: mentioned; Karl Brännberg: applicant; Jenny Lund: applicant
Karl Brännberg (C) har lämnat in en motion om busskort. -> Karl Brännberg: applicant
Karin Lund (MP) har till kommunfullmäktige den 24 september 2025, § 204 lämnat en motion. -> Karin Lund: applicant; Kommunfullmäktige: mentioned
Karin Lund (S) föreslår i en motion att taxan sänks. -> Karin Lund: applicant
Ett medborgarförslag från Karin Lund har kommit in. -> Karin Lund: applicant
Centerpartiet har inkommit med en motion. -> Centerpartiet: applicant
Interpellation från Karl Brännberg till ordföranden. -> Karl Brännberg: applicant
En ansökan om överprövning från Taxi Holmen HB avslogs. -> Taxi Holmen HB: applicant
Överklagande av Karin Lund ska avvisas. -> Karin Lund: applicant
Sökande: Hults Ridklubb -> Hults Ridklubb: applicant
Karin Lund har överklagat beslutet. -> Karin Lund: applicant
Hults Fiber ekonomisk förening har begärt att kommunen går i borgen. -> Hults Fiber ekonomisk förening: applicant
Hults Skidklubb söker bidrag till en pistmaskin. -> Hults Skidklubb: applicant
att godkänna avtalet med Vara Bygg AB och Tekniska Verken i Hult AB, daterat 2019-08-26 -> Vara Bygg AB: counterparty; Tekniska Verken i Hult AB: counterparty
att teckna hyresavtal med Hults Fastigheter AB om lokalen -> Hults Fastigheter AB: counterparty
Genomförandeavtal med Gruvbolaget i Norr AB (GNAB) och Vatten i Norr AB -> Gruvbolaget i Norr AB: counterparty; Vatten i Norr AB: counterparty
Kommunen hyr lokalen av Brf Solgården. -> Brf Solgården: counterparty
Staden slöt avtal med staten, Region Skåne och Vara Bygg AB om spåret. -> Region Skåne: counterparty; Vara Bygg AB: counterparty
Samarbetsavtal med kommunen, Hults Ridklubb och Brf Solgården. -> Hults Ridklubb: counterparty; Brf Solgården: counterparty
Lägenheterna blockhyrs av bland andra Vara Bygg AB och Alm Hus AB. -> Vara Bygg AB: counterparty; Alm Hus AB: counterparty
Lokalerna inhyrs från främst Vara Bygg AB. -> Vara Bygg AB: counterparty
Tomträttshavaren, Vara Bygg AB, har godtagit förslaget. -> Vara Bygg AB: counterparty
Långivaren Alm Hus AB har sagt upp lånet. -> Alm Hus AB: counterparty
Fastigheten köps av Vara Bygg AB för 3 mnkr. -> Vara Bygg AB: counterparty
att sälja fastigheten Hult 1:3 till Vara Bygg AB -> Vara Bygg AB: counterparty
att upplåta marken till Hults Ridklubb -> Hults Ridklubb: counterparty
att markanvisa kvarteret till Vara Bygg AB -> Vara Bygg AB: counterparty
Nämnden antog Byberg & Holm Buss AB och Norra Buss ek. för. som entreprenörer. -> Byberg & Holm Buss AB: counterparty; Norra Buss ek. för.: counterparty
Leverantörer blir Mat i Norr AB och Mejeriet Källan AB. -> Mat i Norr AB: counterparty; Mejeriet Källan AB: counterparty
Kommunen inleder samverkan med Göteborgs Stad. -> Göteborgs Stad: counterparty
att anta anbud från Asfalt & Väg AB -> Asfalt & Väg AB: counterparty
att tilldela Städ i Väst AB kontraktet -> Städ i Väst AB: counterparty
partnerskapsavtalet med Københavns Kommune -> Københavns Kommune: counterparty
Överenskommelse med Region Skåne om hemsjukvård -> Region Skåne: counterparty
Hyresvärd är Hults Fastigheter AB. -> Hults Fastigheter AB: counterparty
Entreprenör: Asfalt & Väg AB -> Asfalt & Väg AB: counterparty
Samarbetsavtal mellan kommunen och Hults Ridklubb -> Hults Ridklubb: counterparty
"""

ONLY_NAMED = """
Taxi kostar enligt kommunens avtal med Taxi Holmen AB 412 kr per resa. -> Taxi Holmen AB: mentioned
Boverket har beviljat bidrag. -> Boverket: mentioned
Projektet får stöd från Interreg Nord och bidrag från Boverket. -> Interreg Nord: mentioned; Boverket: mentioned
Två intressenter har återtagit sina ansökningar. Stöd kommer från Boverket. -> Boverket: mentioned
Länsstyrelsen i Kalmar län har inte haft någon erinran. -> Länsstyrelsen i Kalmar län: mentioned
Kommunstyrelsen beslutade om riktlinjer. -> Kommunstyrelsen: mentioned
Samrådet sker tillsammans med Hushållningssällskapet i Jämtland. -> Hushållningssällskapet i Jämtland: mentioned
Byggkostnaden är av Konsult i Tuna AB beräknad till 4 mnkr. -> Konsult i Tuna AB: mentioned
Motionen har remitterats till Vara Event AB för yttrande. -> Vara Event AB: mentioned
Förslaget stöds av Svenska Livräddningssällskapet. -> Svenska Livräddningssällskapet: mentioned
Krokoms kommun och Region Skåne deltar. -> Krokoms kommun: mentioned; Region Skåne: mentioned
Lånet tas i Sparbanken Dalarna. -> Sparbanken Dalarna: mentioned
Migrationsverkets prognos pekar nedåt. -> Migrationsverket: mentioned
Bostadsbolaget Hemgården AB ägs av kommunen. -> Hemgården AB: mentioned
SKR:s rekommendation antas. -> SKR: mentioned
Enligt Skatteverket är ersättningen skattefri. -> Skatteverket: mentioned
Frågan om matlådor från Samhall AB bordlades. -> Samhall AB: mentioned
Utbildningsnämndens ram ses över. -> Utbildningsnämnden: mentioned
Svar från Trafikverket har inte kommit. -> Trafikverket: mentioned
Statsbidrag från Skolverket uppgår till 3 mnkr. -> Skolverket: mentioned
"""

NOTHING = """
Nämnden beslutar att godkänna förslaget.
Förvaltningen har ansökt om statsbidrag.
Kommunen har avtal med flera leverantörer.
Ansökan från föreningen avslås.
Sökanden har överklagat beslutet.
Bolaget ansökte om bygglov.
En motion om busskort har väckts.
Göteborg är en stad vid kusten.
Avtalet gäller till och med 2025.
Ordföranden har jäv.
"""


ENTRIES = """
Posten bör tas upp i budgeten för 2003.
Posten väntas minska med 20 procent.
Posten för vinterväghållning är låg.
Posten omfattar även städning.
"""


def rows(table: str) -> list[tuple[str, list[str]]]:
    return [(a, b.split("; ")) for a, _, b in (line.partition(" -> ") for line in table.strip().split("\n"))]


def parties(text: str) -> list[str]:
    facts = facts_of(memo_of(f"== body: Ärendet\n{text}"), "lupp_parties")
    return [f"{p.name}: {p.role}" for p in sorted(facts.parties, key=lambda p: p.start)]


@pytest.mark.parametrize(("text", "expected"), rows(TOLD) + rows(ONLY_NAMED))
def test_the_words_beside_a_name_give_its_role(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize("text", (NOTHING.strip() + ENTRIES).strip().split("\n"))
def test_no_party_where_none_is_named(text: str) -> None:
    assert parties(text) == []


def test_a_motion_in_the_title_has_its_mover_as_applicant() -> None:
    memo = memo_of("== title\nSvar på motion om cyklar - Karin Lund (MP)\n\n== body\nMotionen besvaras.")
    facts = facts_of(memo, "lupp_head", "lupp_parties")
    assert ("Karin Lund", "applicant") in {(p.name, p.role) for p in facts.parties}


@given(st.text(), st.sampled_from(["letterhead", "recipients", "signatures", "body", "stamp", "proposal"]))
def test_no_text_makes_it_raise(text: str, section: str) -> None:
    facts: Facts = facts_of(memo_of(f"== {section}\n{text.replace('== ', '')}"), "lupp_parties")
    assert all(p.name and p.text for p in facts.parties)


MORE = """
Kommunfullmäktige gav den 3 maj 2011, § 45, socialnämnden i uppdrag att utreda frågan. -> Socialnämnden: assignee
Kommunstyrelsen har den 4 juni gett Hults Bostäder AB i uppdrag att ta fram en plan. -> Hults Bostäder AB: assignee
Fullmäktige uppdrog den 26 april 2004, § 38, åt kommunstyrelsen att se över reglerna. -> Kommunstyrelsen: assignee
Socialnämnden fick i december 2019 i uppdrag att minska kostnaderna. -> Socialnämnden: assignee
Kommunstyrelsen lämnade i februari tekniska nämnden i uppdrag att återkomma. -> Tekniska nämnden: assignee
Tekniska nämnden har fått i uppdrag att bygga skolan. -> Tekniska nämnden: assignee
Jordbruksarrendet med Sven Ek sägs upp. -> Sven Ek: counterparty
Hyresavtalet med Anna Berg upphör den 30 juni. -> Anna Berg: counterparty
Köparen Nils Lund betalar handpenning. -> Nils Lund: counterparty
Anläggningsarrende med Hults Solkraft ekonomisk förening godkänns. -> Hults Solkraft ekonomisk förening: counterparty
Föreningens ordförande Malin Ek har i en skrivelse ansökt om borgen. -> Malin Ek: mentioned
Hults IF har genom sin ordförande Nils Lund ansökt om bidrag. -> Hults IF: applicant; Nils Lund: mentioned
Kommunen har tecknat avtal med Hults Åkeri AB om snöröjning. -> Hults Åkeri AB: counterparty
Avtalet med Hults Åkeri AB löper ut 2012. -> Hults Åkeri AB: counterparty
Hults Åkeri AB har sagt upp avtalet. -> Hults Åkeri AB: counterparty
Fastigheten Hult 3:4 säljs till Hults Bygg AB för 2 miljoner kronor. -> Hults Bygg AB: counterparty
Anbud har inkommit från Hults Bygg AB, Lunds Bygg AB och Eks Bygg AB. -> Hults Bygg AB: mentioned; Lunds Bygg AB: mentioned; Eks Bygg AB: mentioned
Anbudet från Hults Bygg AB antas. -> Hults Bygg AB: counterparty
Upphandlingen vanns av Hults Bygg AB. -> Hults Bygg AB: counterparty
Uppdraget tilldelas Hults Bygg AB. -> Hults Bygg AB: counterparty
Kontrakt tecknas med Hults Bygg AB. -> Hults Bygg AB: counterparty
Mark upplåts med tomträtt till Hults Bostäder AB. -> Hults Bostäder AB: counterparty
Hults IF ansöker om 40 000 kronor till nya mål. -> Hults IF: applicant
En ansökan har inkommit från Hults IF. -> Hults IF: applicant
Bidrag beviljas Hults IF med 30 000 kronor. -> Hults IF: applicant
Ansökan om bygglov har lämnats in av Eva Ek. -> Eva Ek: applicant
Eva Ek (M) har i en motion föreslagit att avgiften tas bort. -> Eva Ek: applicant
I en motion från Nils Lund och Eva Ek (C) föreslås fler cykelvägar. -> Nils Lund: applicant; Eva Ek: applicant
Medborgarförslag från Eva Ek om badplats. -> Eva Ek: applicant
Eva Ek har lämnat in ett medborgarförslag om badplats. -> Eva Ek: applicant
Eva Ek yrkar bifall till förslaget. -> Eva Ek: mentioned
Serveringstillstånd söks av Hults Krog AB. -> Hults Krog AB: applicant
Hults Krog AB söker stadigvarande serveringstillstånd. -> Hults Krog AB: applicant
Hults Friskola AB har hos Skolinspektionen ansökt om godkännande. -> Hults Friskola AB: applicant; Skolinspektionen: mentioned
Kommunen hyr lokalerna av Hults Fastigheter AB. -> Hults Fastigheter AB: counterparty
Lokalerna hyrs ut till Hults Ryttarförening. -> Hults Ryttarförening: counterparty
Kommunens bolag Hults Energi AB begär kommunal borgen om 10 mnkr. -> Hults Energi AB: applicant
Borgen tecknas för Hults Energi AB:s lån. -> Hults Energi AB: mentioned
Överklagandet från Hults Byalag avslås. -> Hults Byalag: applicant
Remissvar har kommit från Hults kommun och Hults IF. -> Hults IF: mentioned
Kommunen stäms av Hults Bygg AB på 2 mnkr. -> Hults Bygg AB: counterparty
Samarbetsavtalet mellan kommunen och Hults IF förlängs. -> Hults IF: counterparty
Driften läggs ut på entreprenad till Hults Omsorg AB. -> Hults Omsorg AB: counterparty
Entreprenör är Hults Mark AB. -> Hults Mark AB: counterparty
Ramavtal finns med Hults Konsult AB och Eks Teknik AB. -> Hults Konsult AB: counterparty; Eks Teknik AB: counterparty
Liv Ekdal (MP) och Jonas Lund (V) väckte vid fullmäktiges sammanträde den 3 december 2015 en motion om bussar. -> Liv Ekdal: applicant; Jonas Lund: applicant
Karin Lund (S) lämnade den 5 maj 2020 in en motion om skolmat. -> Karin Lund: applicant
Karin Lund (S), Jonas Ek (S) och Per Berg (V) har väckt en motion. -> Karin Lund: applicant; Jonas Ek: applicant; Per Berg: applicant
IK Dalpojkarna har i skrivelse den 5 februari 1996 ansökt om ett bidrag. -> IK Dalpojkarna: applicant
Markbyggarna i Norr AB har ramavtal med kommunen t.o.m. den 30 april. -> Markbyggarna i Norr AB: counterparty
Vara Bygg AB har sedan 2012 ett gällande avtal med kommunen. -> Vara Bygg AB: counterparty
Kommunens revisorer, som anlitar Revisam Syd AB, granskar skolan. -> Revisam Syd AB: mentioned
Kommunen anlitar Revisam Syd AB för granskningen. -> Revisam Syd AB: counterparty
Vara Bygg AB har avtal med Hults Skidklubb. -> Vara Bygg AB: mentioned
Karin Lund väckte frågan om bussarna. -> Karin Lund: mentioned
Hos Boverket har kontoret sökt bidrag med 25 procent. -> Boverket: mentioned
Genom Boverket har kommunen sökt bidrag. -> Boverket: mentioned
Kommunens partnerskap med Stiftelsen Kvinnohuset löper ut. -> Stiftelsen Kvinnohuset: counterparty
att förlänga det idéburna offentliga partnerskapet med Hults Stadsmission -> Hults Stadsmission: counterparty
att upphäva beslutet 2000-11-29, § 112, om samverkan med AB Hultsbostäder -> AB Hultsbostäder: counterparty
Avtalet om samarbete med Hults Ridklubb sägs upp. -> Hults Ridklubb: counterparty
Sydnorra Buss & Taxi AB, som har kommunens skolskjutsavtal, har lämnat ett pris. -> Sydnorra Buss & Taxi AB: counterparty
Vara Städ AB, som innehar regionens ramavtal, har sagt upp personal. -> Vara Städ AB: counterparty
Vara Städ AB, som har kommunens förtroende, söker personal. -> Vara Städ AB: mentioned
Region Skåne ersätter regionen enligt riksavtalet för utomlänsvård. -> Region Skåne: mentioned
Arbetet sker i samverkan med Hults Ridklubb. -> Hults Ridklubb: mentioned
Kommunens konsult, Per-Olov Sandqvist på Telekonsult Mitt HB, delar bedömningen. -> Per-Olov Sandqvist: mentioned; Telekonsult Mitt HB: mentioned
Eva Ek från Ek Konsult AB redogjorde. -> Eva Ek: mentioned; Ek Konsult AB: mentioned
Krogen på Torget AB är öppen. -> Krogen på Torget AB: mentioned
Kommunens revisorer granskar delårsbokslutet. -> Kommunens revisorer: mentioned
Kommunens revisorer påpekade bristen. -> Kommunens revisorer: mentioned
Stadens revisorer kritiserade rutinerna. -> Stadens revisorer: mentioned
Avtalet med Posten löper ut. -> Posten: counterparty
Avtalet med företagshälsovården, Hälsan i Hult AB, löper ut den 30 april. -> Hälsan i Hult AB: counterparty
Kontraktet med entreprenören, Ek Bygg AB, sägs upp. -> Ek Bygg AB: counterparty
Ramavtalet med konsulten, Ek Konsult AB, förlängs. -> Ek Konsult AB: counterparty
Överenskommelsen med föreningen, Hults IF, gäller till maj. -> Hults IF: counterparty
Upphandlad skolskjuts med Hults Taxi AB samordnas från hösten. -> Hults Taxi AB: counterparty
Avtalad snöröjning med Ek Schakt AB upphör i april. -> Ek Schakt AB: counterparty
Upphandlat städ med Vara Städ AB ses över. -> Vara Städ AB: counterparty
Samtal med chefen, Ek Bygg AB och grannarna hölls i maj. -> Ek Bygg AB: mentioned
Enligt samtalet med föreningen, Hults IF, räcker platsen. -> Hults IF: mentioned
Planerad träff med Hults IF ställdes in. -> Hults IF: mentioned
Ärendet bordlades 2017-09-21, § 108, på begäran av Nils Ek (M). -> Nils Ek: mentioned
Sammanträdet ajourneras på begäran av Eva Berg (S). -> Eva Berg: mentioned
Omröstning begärs och genomförs på begäran av Eva Berg (S). -> Eva Berg: mentioned
Ärendet återremitterades den 4 maj på begäran av Nils Ek. -> Nils Ek: mentioned
Ärendet utgår på begäran av Hults IF. -> Hults IF: mentioned
Begäran av Hults IF om nya mål avslås. -> Hults IF: applicant
Eva Berg (S)'och Nils Ek (V) föreslår i en motion att badet öppnas. -> Eva Berg: applicant; Nils Ek: applicant
Eva Berg (S) ’och Nils Ek (V) föreslår i en motion att badet öppnas. -> Eva Berg: applicant; Nils Ek: applicant
Eva Berg (S)´ och Nils Ek (V) föreslår i en motion att badet öppnas. -> Eva Berg: applicant; Nils Ek: applicant
Eva Berg (S). Och Nils Ek (V) föreslår i en motion att badet öppnas. -> Eva Berg: mentioned; Nils Ek: applicant
"""


@pytest.mark.parametrize(("text", "expected"), rows(MORE), ids=[t for t, _ in rows(MORE)])
def test_movers_of_motions_and_holders_of_contracts(text: str, expected: list[str]) -> None:
    got = parties(text)
    assert all(e in got for e in expected), got


@pytest.mark.parametrize(
    ("more", "role"),
    [
        ("== proposal: Förslag till beslut\natt säga upp avtalet med Hults Lokaler AB.\n", "counterparty"),
        ("== recipients: Beslutet skickas till\nHults Lokaler AB\nEkonomikontoret\n", "counterparty"),
        ("== recipients: Beslutet skickas till\nEkonomikontoret\n", "mentioned"),
        ("", "mentioned"),
    ],
)
def test_a_lease_told_in_passing_makes_a_party_where_the_matter_concerns_it(more: str, role: str) -> None:
    text = "Hult\n== title\nLokaler\n== body: Ärendet\nLokalerna hyrs av Hults Lokaler AB för 4 000 kr.\n" + more
    facts = facts_of(memo_of(text), "lupp_head", "lupp_decisions", "lupp_parties")
    roles = {p.role for p in facts.parties if p.name == "Hults Lokaler AB"}
    assert roles - {"recipient"} == {role}


def test_who_only_gets_a_copy_is_no_addressee() -> None:
    memo = memo_of("Vara kommun\nTill: Socialnämnden\nFör kännedom: Kommunstyrelsen\n== title\nRapport\n== body\nText.")
    facts = facts_of(memo, "lupp_head", "lupp_parties")
    got = {(p.name, p.role) for p in facts.parties}
    assert ("Socialnämnden", "addressee") in got
    assert ("Kommunstyrelsen", "recipient") in got
    assert ("Kommunstyrelsen", "addressee") not in got
