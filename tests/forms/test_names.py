"""Names as memos print them. Each line: a text, then what is found: name | type, parted by semicolons."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.names import canonical_body, expand, find_names, municipality_of

BODIES = """
Kommunstyrelsen beslutar att -> Kommunstyrelsen|body
Gemensamma nämnden för hjälpmedel i Kalmar län beslutar -> Gemensamma nämnden för hjälpmedel i Kalmar län|body
Nämnden för hjälpmedel i Östergötlands län har -> Nämnden för hjälpmedel i Östergötlands län|body
Nämnden för folkhälsa i Västra Götalands län har -> Nämnden för folkhälsa i Västra Götalands län|body
Gemensam nämnd för hjälpmedel i Hallands län -> Gemensam nämnd för hjälpmedel i Hallands län|body
Nämnden för hjälpmedel i länet -> Nämnden för hjälpmedel|body
Nämnden för hjälpmedel i Kalmar har -> Nämnden för hjälpmedel|body
Nämnden för hjälpmedel i andra län -> Nämnden för hjälpmedel|body
kommunstyrelsens beslut den 3 maj -> Kommunstyrelsen|body
KOMMUNSTYRELSEN -> Kommunstyrelsen|body
Kommunfullmäktige antog planen -> Kommunfullmäktige|body
kommunfullmäktiges budget -> Kommunfullmäktige|body
Barn- och ungdomsnämndens yttrande -> Barn- och ungdomsnämnden|body
barn- och utbildningsnämnden -> Barn- och utbildningsnämnden|body
till Vård- och omsorgsnämnden för yttrande -> Vård- och omsorgsnämnden|body
Natur-, bygg- och miljönämnden -> Natur-, bygg- och miljönämnden|body
Vård och omsorgsnämnden -> Vård- och omsorgsnämnden|body
tekniska nämnden har -> Tekniska nämnden|body
Tekniska nämndens arbetsutskott -> Tekniska nämndens arbetsutskott|body
Kommunstyrelsens arbetsutskott -> Kommunstyrelsens arbetsutskott|body
kommunstyrelsens arbetsutskotts förslag -> Kommunstyrelsens arbetsutskott|body
Kommunstyrelsens tekniska utskott -> Kommunstyrelsens tekniska utskott|body
Kommunstyrelsens arbets- och personalutskott -> Kommunstyrelsens arbets- och personalutskott|body
Socialnämndens individ- och familjeutskott -> Socialnämndens individ- och familjeutskott|body
kommunfullmäktiges presidium -> Kommunfullmäktiges presidium|body
kulturnämndens arbetsutskott bereder -> Kulturnämndens arbetsutskott|body
Nämnden för arbete och välfärd beslutar -> Nämnden för arbete och välfärd|body
Nämnden för funktionsstöd -> Nämnden för funktionsstöd|body
Nämnden för kultur, fritid och idrott -> Nämnden för kultur, fritid och idrott|body
regionala utvecklingsnämnden -> Regionala utvecklingsnämnden|body
Hälso- och sjukvårdsnämnden Väst -> Hälso- och sjukvårdsnämnden Väst|body
Södermalms stadsdelsnämnd -> Södermalms stadsdelsnämnd|body
Stadsdelsnämnden Angered -> Stadsdelsnämnden Angered|body
Malmö stadsrevision -> Malmö stadsrevision|body
kommunrevisionen har granskat -> Kommunrevisionen|body
Stadsrevisionens rapport -> Stadsrevisionen|body
Regionfullmäktige -> Regionfullmäktige|body
Regionstyrelsens beslut -> Regionstyrelsen|body
Landstingsfullmäktige -> Landstingsfullmäktige|body
Landstingsstyrelsen -> Landstingsstyrelsen|body
kommunala pensionärsrådet -> Kommunala pensionärsrådet|body
Överförmyndarnämnden i samverkan -> Överförmyndarnämnden|body
valnämnden utser -> Valnämnden|body
Miljö- och hälsoskyddsnämnden -> Miljö- och hälsoskyddsnämnden|body
Samhällsbyggnadsnämnden och Socialnämnden -> Samhällsbyggnadsnämnden|body; Socialnämnden|body
Byggnadsnämndens delegationsordning -> Byggnadsnämnden|body
socialnämnden, kulturnämnden och fritidsnämnden -> Socialnämnden|body; Kulturnämnden|body; Fritidsnämnden|body
Gymnasie- och vuxenutbildningsnämnden -> Gymnasie- och vuxenutbildningsnämnden|body
Personalutskottet föreslår -> Personalutskottet|body
Trygghets- och säkerhetsrådet -> Trygghets- och säkerhetsrådet|body
förbundsdirektionen -> Förbundsdirektionen|body
Jävsnämnden -> Jävsnämnden|body
Barn- och
utbildningsnämnden -> Barn- och utbildningsnämnden|body
"""

OFFICES = """
Kommunledningskontoret -> Kommunledningskontoret|administration
kommunledningskontorets bedömning -> Kommunledningskontoret|administration
Socialförvaltningens förslag -> Socialförvaltningen|administration
barn- och utbildningsförvaltningen föreslår -> Barn- och utbildningsförvaltningen|administration
Idrotts- och föreningsförvaltningen -> Idrotts- och föreningsförvaltningen|administration
ekonomiavdelningen -> Ekonomiavdelningen|administration
Ekonomienheten -> Ekonomienheten|administration
Stadskontoret, ekonomiavdelningen -> Stadskontoret|administration; Ekonomiavdelningen|administration
Enheten för internationella relationer -> Enheten för internationella relationer|administration
Avdelningen för juridik och upphandling -> Avdelningen för juridik och upphandling|administration
Enheten för samhällsskydd och beredskap -> Enheten för samhällsskydd och beredskap|administration
Tekniska kontoret -> Tekniska kontoret|administration
tekniska kontorets utredning -> Tekniska kontoret|administration
Tekniska förvaltningen -> Tekniska förvaltningen|administration
Stadsledningskontoret -> Stadsledningskontoret|administration
Kommunkansliet -> Kommunkansliet|administration
kommunledningsstaben -> Kommunledningsstaben|administration
Räddningstjänsten -> Räddningstjänsten|administration
Sektor samhällsbyggnad -> Sektor samhällsbyggnad|administration
Sektor barn och utbildning -> Sektor barn och utbildning|administration
Miljö- och byggförvaltningen -> Miljö- och byggförvaltningen|administration
MILJÖ- OCH BYGGFÖRVALTNINGEN -> Miljö- och byggförvaltningen|administration
Hässelby-Vällingby stadsdelsförvaltning -> Hässelby-Vällingby stadsdelsförvaltning|administration
Fastighetskontoret -> Fastighetskontoret|administration
personalavdelningens -> Personalavdelningen|administration
Mark- och exploateringsenheten -> Mark- och exploateringsenheten|administration
HR-avdelningen -> HR-avdelningen|administration
Kvalitets- och utvecklingsenheten -> Kvalitets- och utvecklingsenheten|administration
Skånetrafikens biljetter -> Skånetrafiken|administration
kommunkontoret i centralorten -> Kommunkontoret|administration
"""

PLACES = """
Falu kommun -> Falu kommun|municipality
Ulricehamns kommuns yttrande -> Ulricehamns kommun|municipality
Borås stads budget -> Borås Stad|municipality
Marks kommuns ansökan -> Marks kommun|municipality
GÖTEBORGS STAD -> Göteborgs Stad|municipality
Göteborgs stad -> Göteborgs Stad|municipality
Stockholms stad -> Stockholms stad|municipality
Stockholms
stad kommer -> Stockholms stad|municipality
Upplands Väsby kommun -> Upplands Väsby kommun|municipality
Malmö stads avtal -> Malmö stad|municipality
kommunerna Lerum och Partille -> Lerums kommun|municipality; Partille kommun|municipality
kommunerna Lerum och Upplands Väsby -> Lerums kommun|municipality; Upplands Väsby kommun|municipality
Huddinge och Salems kommuner -> Huddinge kommun|municipality; Salems kommun|municipality
Ale och Lilla Edets kommuner -> Ale kommun|municipality; Lilla Edets kommun|municipality
Region Skåne -> Region Skåne|region
Region Skånes andel -> Region Skåne|region
Region Stockholm -> Region Stockholm|region
Västra Götalandsregionen -> Västra Götalandsregionen|region
Västra Götalandsregionens beslut -> Västra Götalandsregionen|region
Region Jönköpings län -> Region Jönköpings län|region
Stockholms läns landsting -> Stockholms läns landsting|region
Landstinget i Värmland -> Landstinget i Värmland|region
Jämtlands läns landstings andel -> Jämtlands läns landsting|region
Københavns Kommune -> Københavns Kommune|municipality
Region Hovedstaden -> Region Hovedstaden|region
Region Skåne Postadress -> Region Skåne|region
"""

AUTHORITIES = """
Trafikverket -> Trafikverket|authority
Trafikverkets utredning -> Trafikverket|authority
Skolverkets allmänna råd -> Skolverket|authority
Boverket har beviljat -> Boverket|authority
Länsstyrelsen i Norrbottens län -> Länsstyrelsen i Norrbottens län|authority
länsstyrelsen beslutade -> Länsstyrelsen|authority
Länsstyrelsen Skåne -> Länsstyrelsen Skåne|authority
Kammarrätten i Göteborg har -> Kammarrätten i Göteborg|authority
Länsrätten i Jämtlands län avslog -> Länsrätten i Jämtlands län|authority
Förvaltningsrätten i Malmö -> Förvaltningsrätten i Malmö|authority
Eksjö tingsrätt -> Eksjö tingsrätt|authority
Mark- och miljödomstolen -> Mark- och miljödomstolen|authority
Åklagarkammaren i Borås -> Åklagarkammaren i Borås|authority
Polismyndigheten i Borås -> Polismyndigheten|authority
Polismyndigheten i Uppsala län -> Polismyndigheten i Uppsala län|authority
Riksdagen har beslutat -> Riksdagen|authority
regeringen gav i uppdrag -> Regeringen|authority
Socialstyrelsens föreskrifter -> Socialstyrelsen|authority
Skatteverket -> Skatteverket|authority
Statens kulturråd -> Statens kulturråd|authority
Myndigheten för samhällsskydd och beredskap -> Myndigheten för samhällsskydd och beredskap|authority
MSB och IVO -> MSB|authority; IVO|authority
Arbetsmiljöverket -> Arbetsmiljöverket|authority
Riksgäldskontoret -> Riksgäldskontoret|authority
Vägverket -> Vägverket|authority
Lantmäteriet -> Lantmäteriet|authority
Sametinget -> Sametinget|authority
Tillväxtverket -> Tillväxtverket|authority
Inspektionen för vård och omsorg -> Inspektionen för vård och omsorg|authority
Migrationsverkets prognos -> Migrationsverket|authority
Högsta förvaltningsdomstolen -> Högsta förvaltningsdomstolen|authority
"""

COMPANIES = """
Tornedalens Bygg & Montage AB -> Tornedalens Bygg & Montage AB|company
Byberg & Nordin Busstrafik AB -> Byberg & Nordin Busstrafik AB|company
avtal med Tekniska Verken i Kiruna AB om -> Tekniska Verken i Kiruna AB|company
Inköpscentralen i Östersund AB -> Inköpscentralen i Östersund AB|company
AB Alingsåshem -> AB Alingsåshem|company
AB Svensk Bilprovning har -> AB Svensk Bilprovning|company
Taxi Kullen AB -> Taxi Kullen AB|company
Taxi Fjällkusten HB -> Taxi Fjällkusten HB|company
Servera Norr AB och Milko Mejerier AB -> Servera Norr AB|company; Milko Mejerier AB|company
Kommunen har avtal med Samhall AB. -> Samhall AB|company
Aktier i Got Event AB -> Got Event AB|company
Ägardirektiv för Vara Bostäder AB -> Vara Bostäder AB|company
Malmö stad och Trelleborgs Hamn AB -> Malmö stad|municipality; Trelleborgs Hamn AB|company
Fastighetskoncernen Hemgården AB -> Hemgården AB|company
Lindgren och Söner AB -> Lindgren och Söner AB|company
NCC Sverige AB (publ) -> NCC Sverige AB|company
2030 Konsult AB -> 2030 Konsult AB|company
Sparbanken Dalarna -> Sparbanken Dalarna|company
Kungsbacka Energi -> Kungsbacka Energi|company
Alingsåshem -> Alingsåshem|company
Nordbygg Aktiebolag -> Nordbygg Aktiebolag|company
Bygg-Ek AB -> Bygg-Ek AB|company
Vatten & Miljö i Väst AB -> Vatten & Miljö i Väst AB|company
El och Rör AB -> El och Rör AB|company
"""

ASSOCIATIONS = """
Härjedalens Buss ek. för. -> Härjedalens Buss ek. för.|association
Dansensemblen Sorgenfri ek.för. -> Dansensemblen Sorgenfri ek.för.|association
Milko Mejerier, ekonomisk förening -> Milko Mejerier, ekonomisk förening|association
Bostadsrättsföreningen Norrsken -> Bostadsrättsföreningen Norrsken|association
Brf Solgården -> Brf Solgården|association
Folketshusföreningen i Bjursås -> Folketshusföreningen i Bjursås|association
Folketshusföreningen i Bjursås u p a har -> Folketshusföreningen i Bjursås u p a|association
Kulturföreningen Phralipe -> Kulturföreningen Phralipe|association
Stiftelsen Öresunds Bildarkiv -> Stiftelsen Öresunds Bildarkiv|association
Föreningen Möllans Teaterverkstad -> Föreningen Möllans Teaterverkstad|association
Malmö Hiphopförbund -> Malmö Hiphopförbund|association
Dalarnas studieförbund -> Dalarnas studieförbund|association
Svenska Kommunförbundet -> Svenska Kommunförbundet|association
Göteborgsregionens kommunalförbund -> Göteborgsregionens kommunalförbund|association
Svenska Livräddningssällskapet -> Svenska Livräddningssällskapet|association
Hushållningssällskapet i Jämtland -> Hushållningssällskapet i Jämtland|association
Gabna sameby och Laevas sameby -> Gabna sameby|association; Laevas sameby|association
Kommunförbundet Stockholms län -> Kommunförbundet Stockholms län|association
Kommunförbundet Stockholms läns rekommendation -> Kommunförbundet Stockholms län|association
SKR:s rekommendation -> SKR|association
Sveriges Kommuner och Regioner -> Sveriges Kommuner och Regioner|association
Sveriges Kommuner och Landsting -> Sveriges Kommuner och Landsting|association
Vara IF -> Vara IF|association
Lundby Ridklubb -> Lundby Ridklubb|association
Rädda Barnen -> Rädda Barnen|association
Södertörns brandförsvarsförbund -> Södertörns brandförsvarsförbund|association
Torsby församling -> Torsby församling|association
Ljungby hembygdsförening -> Ljungby hembygdsförening|association
Centerpartiet yrkar -> Centerpartiet|association
Björklunda vägsamfällighetsförening -> Björklunda vägsamfällighetsförening|association
"""

OTHERS = """
Interreg Nord -> Interreg Nord|other
Interreg Öresund-Kattegat-Skagerrak -> Interreg Öresund-Kattegat-Skagerrak|other
Södra Älvsborgs sjukhus -> Södra Älvsborgs sjukhus|other
Dödsboet efter Karl Ek -> Dödsboet efter Karl Ek|other
Ängelholms sjukhus -> Ängelholms sjukhus|other
"""

NONE = """
nämnden beslutar
Nämnden för en dialog om saken
nämndens bedömning
styrelsen och förvaltningen
förvaltningens bedömning
Förvaltningens erfarenhet är god
fullmäktige beslutar
utskottet föreslår
kommunen och regionen
kommunens kostnader
lägenheten på första våningen
verksamheten och tillgängligheten
inom området för socialt stöd
tjänsten inom verksamhetsområdet
samrådet hölls i maj
kommunalrådet meddelade
huvudkontoret flyttar
en enhet för vård
enheten stängs
avdelningen har fullt
föreningen ansöker
Föreningen ansöker
föreningens lokal
stiftelsen är upplöst
förbundet har svarat
bolaget är helägt
AB
ab
aktiebolag i allmänhet
ett handelsbolag
Avtal om drift
Göteborg och Borås
i Lerum och Partille
Huddinge ligger söder om staden
Bilaga 1
kommunallagen (2017:725)
plan- och bygglagen
skollagen 10 kap.
regelverket och nätverket
elverket byggdes
reningsverket i tätorten
sektorn växer
den offentliga sektorn
beredningen av ärendet
ärendeberedningen är klar
revisionen av planen
förrådet är tomt
skolan och förskolan
tillsynsmyndigheten kan
en myndighet
domstolen fann
tingsrätten i allmänhet-
facknämnden
delegationen upphör
erfarenheten visar
angelägenheten är lokal
öppenheten
en förening som söker
om en stiftelse bildas
klubben spelar
kåren rycker ut
råd och stöd
goda råd
presidiet
internrevisionen
kapitalförvaltningen
vårdavdelningen
Summa 3 215
Tabell 2
2019-09-02
Dnr KS 2018-00871
att godkänna avtalet
§ 78
12 procent av kommunerna
alla kommuner i länet
övriga kommuner
kommunerna i länet
en regional strategi
regionen
landstinget
socialtjänsten
räddningsinsatser
hemtjänsten
stadens budget
Region Väst
If you
den tekniska nämndens-
e-post
"""


def cases(table: str) -> list[tuple[str, list[str]]]:
    found = []
    kept = ""
    for line in table.strip("\n").split("\n"):
        kept = f"{kept}\n{line}" if kept else line
        if " -> " in kept:
            text, _, expected = kept.partition(" -> ")
            found.append((text, expected.split("; ")))
            kept = ""
    return found


ALL = [
    case for table in (BODIES, OFFICES, PLACES, AUTHORITIES, COMPANIES, ASSOCIATIONS, OTHERS) for case in cases(table)
]


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[c[0] for c in ALL])
def test_names_are_found(text: str, expected: list[str]) -> None:
    assert [f"{m.name}|{m.type}" for m in find_names(text)] == expected


@pytest.mark.parametrize("text", [line for line in NONE.strip().split("\n") if not line.endswith("-")])
def test_common_nouns_are_no_names(text: str) -> None:
    assert find_names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("ALINGSAS KOMMUN", "Alingsås kommun", "1489"),
        ("ALINGSÅS KOMMUN", "Alingsås kommun", "1489"),
        ("Alingsås\nkommun", "Alingsås kommun", "1489"),
        ("kommun\nAlingsås", "Alingsås kommun", "1489"),
        ("Göteborgs Stad", "Göteborgs Stad", "1480"),
        ("GOTEBORGS STAD", "Göteborgs Stad", "1480"),
        ("REGION SKÅNE", "Region Skåne", "12"),
        ("Region Skane", "Region Skåne", "12"),
        ("Västra Götalandsregionen", "Västra Götalandsregionen", "14"),
        ("VASTRA GOTALANDSREGIONEN", "Västra Götalandsregionen", "14"),
        ("Landstinget i Värmland", "Landstinget i Värmland", None),
        ("Faiu kommun", "Falu kommun", "2080"),
        ("SKELLEFTEA KOMMUN", "Skellefteå kommun", "2482"),
        ("Örnsk6ldsviks kommun", "Örnsköldsviks kommun", "2284"),
        ("Upplands Vásby komrnun", "Upplands Väsby kommun", "0114"),
        ("Hässleholms kommunn", "Hässleholms kommun", "1293"),
        ("Linkoping", "Linköpings kommun", "0580"),
        ("Region Gotland", "Region Gotland", "0980"),
        ("Malmö stad a", "Malmö stad", "1280"),
        ("VÄSTERÅS STAD", "Västerås stad", "1980"),
    ],
)
def test_a_letterhead_or_logo_gives_the_municipality(text: str, name: str, code: str | None) -> None:
    match = municipality_of(text)
    assert match is not None
    assert (match.name, match.identifier) == (name, code)


@pytest.mark.parametrize(
    "text", ["Kommunstyrelsen", "kommun", "Stadsbyggnadskontoret", "", "2019-09-02", "kommun stad", "TJÄNSTESKRIVELSE"]
)
def test_what_names_no_municipality(text: str) -> None:
    assert municipality_of(text) is None


def test_a_bare_place_is_less_sure_than_a_full_name() -> None:
    bare, full = municipality_of("Kiruna"), municipality_of("Kiruna kommun")
    assert bare is not None
    assert full is not None
    assert bare.confidence < full.confidence


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("kommunstyrelsens", "Kommunstyrelsen"),
        (" Barn- och ungdomsnämnden.", "Barn- och ungdomsnämnden"),
        ("Kommunstyrelsen beslutar", None),
        ("nämnden", None),
        ("Falu kommun", None),
    ],
)
def test_a_string_that_is_a_body(text: str, body: str | None) -> None:
    assert canonical_body(text) == body


@pytest.mark.parametrize(("short", "name"), [("KF", "Kommunfullmäktige"), ("ks", "Kommunstyrelsen"), ("XYZ", None)])
def test_abbreviations_of_bodies(short: str, name: str | None) -> None:
    assert expand(short) == name


WORDS = st.sampled_from(
    re.findall(
        r"[^ ]+",
        "Kommunstyrelsens och barn- AB & ek. för. Föreningen i Kiruna kommun kommuner , . ( ) Nämnden arbete län S Ö - "
        "Sektor Region läns Länsstyrelsen u p a tekniska nämnden 559008-4416 utskott Malmö stad \n \t",
    )
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)))
def test_no_text_makes_it_raise_and_names_lie_in_the_text(text: str) -> None:
    matches = find_names(text)
    municipality_of(text)
    canonical_body(text)
    assert all(0 <= m.start < m.end <= len(text) and m.name for m in matches)
    assert all(a.end <= b.start for a, b in pairwise(matches))


BRANCHES = """
PRO Ångermanland och SPF Seniorerna Ådalen -> PRO Ångermanland|association; SPF Seniorerna Ådalen|association
PRO Hälsingland har lämnat synpunkter -> PRO Hälsingland|association
FUB Bergslagen -> FUB Bergslagen|association
PRO Karlsson anser -> PRO|association
Länsförsäkringar Västerbotten försäkrar -> Länsförsäkringar Västerbotten|company
hos Länsförsäkringar Kalmar län -> Länsförsäkringar Kalmar län|company
Länsförsäkringar har betalat -> Länsförsäkringar|company
Länsförsäkringar Anna Ek har betalat -> Länsförsäkringar|company
Almi Gotland -> Almi Gotland|company
IK Dalpojkarna har ansökt -> IK Dalpojkarna|association
IFK Tors ansökan -> IFK Tors|association
IK har ansökt ->
ett lån i Föreningsbanken -> Föreningsbanken|company
Värmlands museum ska gräva -> Värmlands museum|other
Fastighetsägaren Storbyggda Hus AB medgav -> Storbyggda Hus AB|company
Exploatören Mark i Norr AB betalar -> Mark i Norr AB|company
Konsultföretaget Ek AB -> Ek AB|company
avtal med Biogasbolaget Norrslätt AB -> Biogasbolaget Norrslätt AB|company
Fastighetsbolaget Ek AB -> Ek AB|company
Rädda Barnens Bodenkrets -> Rädda Barnens Bodenkrets|association
Röda Korsets Luleåkrets har samlat in -> Röda Korsets Luleåkrets|association
Hyresgästföreningen region Norrland anser -> Hyresgästföreningen region Norrland|association
Arbetsförmedlingen i Boden medverkar -> Arbetsförmedlingen i Boden|authority
Inskrivningsmyndigheten i Eksjö (efter laga kraft) -> Inskrivningsmyndigheten i Eksjö|authority
Växjö tingsrätt, fastighetsdomstolen, fastställde -> Växjö tingsrätt, fastighetsdomstolen|authority
Växjö tingsrätt, som fastställde -> Växjö tingsrätt|authority
Vattendelegationen vid Länsstyrelsen i Uppsala län -> Vattendelegationen vid Länsstyrelsen i Uppsala län|authority
Miljönämnden vid Länsstyrelsen i Uppsala län -> Miljönämnden|body; Länsstyrelsen i Uppsala län|authority
lånet i Danske Provbank Abp löper -> Danske Provbank Abp|company
avtal med Provnät2 AB om fiber -> Provnät2 AB|company
avtal med Ekbygg 2000 AB -> Ekbygg 2000 AB|company
Bilaga 3 AB Provhus -> AB Provhus|company
Bryggföreningen Norra Viken ek. för. avstyrker -> Bryggföreningen Norra Viken ek. för.|association
Vägföreningen Ekbacken ekonomisk förening -> Vägföreningen Ekbacken ekonomisk förening|association
medel ur Europeiska socialfonden -> Europeiska socialfonden|other
medel ur fonden och socialfonden ->
Göteborgs brandförsvar har yttrat sig -> Göteborgs brandförsvar|association
Piteåbuss kör linjen -> Piteåbuss|company
en skolbuss och en snabbuss ->
"""


@pytest.mark.parametrize(
    ("text", "expected"), [(t.rstrip(" ->"), e) for t, e in cases(BRANCHES.replace("->\n", "-> \n"))]
)
def test_branches_clubs_and_what_a_firm_is_in_the_matter(text: str, expected: list[str]) -> None:
    assert [f"{m.name}|{m.type}" for m in find_names(text)] == [e for e in expected if e]
