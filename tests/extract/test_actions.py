"""What a point's words do: the action of hundreds of points as officers write them."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.actions import find_verbs, fold, main_verb, part_att
from pipeline.resources import table
from pipeline.tables import Action

CASES = """
other | att som villkor för lovet föreskriva att bolaget ställer en bankgaranti om 150 000 kronor
other | att som villkor för besluten under 3–5 föreskriva att säkerheten ställs senast den 31 januari 2008.
other | att föreskriva att sökanden ska anlita en kvalitetsansvarig
other | Nämnden föreskriver att arbetet utförs under vintern.
other | att förplikta bolaget att riva byggnaden
other | att villkora bidraget med att huset hålls öppet
other | att förena tillståndet med villkor om två ordningsvakter
guarantee | att ställa säkerhet för bolagets lån
guarantee | att kommunen ställer bankgaranti om 500 000 kronor
grant | att bevilja bygglov med de villkor som föreskrivs i bilagan
adopt | att anta de föreskrifter som nämnden har upprättat
other | att upphöra med verksamheten vid dagcentralen Linden den 1 juli 2010
repeal | att valfrihetssystemet upphör den 30 september 2025
approve | Socialnämnden står bakom remissvaret.
approve | Nämnden står helt bakom yttrandet.
assign | Socialchefen och ekonomichefen får gemensamt i uppdrag att verkställa beslutet.
assign | Därutöver får tekniska nämnden i uppdrag att sälja huset.
other | Uppdraget till förvaltningen från den 20 maj 2009, § 61, förklaras slutfört.
fund | Kostnaden belastar nämndens driftbudget.
repeal | att återkalla delegationen till enhetschefen.
other | Ärendet avskrivs från vidare handläggning.
adopt | att anta taxan för vatten och avlopp
adopt | att antaga förslaget till detaljplan
adopt | Delegationsordningen antas med föreslagna ändringar.
adopt | Detaljplanen antages.
adopt | att fastställa budget för 2024
adopt | Marknadsmässiga räntepåslag fastställs till 0,46 procent för år 2027.
adopt | Avgiften fastställes till 200 kronor.
adopt | Socialnämnden fastställer månadsuppföljningen per 2017-11-30.
adopt | att med stöd av 5 kap. 27 § plan- och bygglagen anta detaljplanen
adopt | Kommunfullmäktige beslutar att anta riktlinjerna.
adopt | Kommunstyrelsen föreslår kommunfullmäktige anta policyn.
adopt | att föreslå kommunfullmäktige besluta att fastställa taxan
adopt | Riktlinje för registerkontroll antas och gäller från och med den 1 juni 2026.
adopt | Nämnden antar föreslagen internkontrollplan.
adopt | att stadfästa överenskommelsen
adopt | Inspel till strategiska vägval antas.
adopt | Ny bolagsordning för Bostads AB fastställs.
adopt | att slå fast nivån på avgiften
approve | att godkänna årsredovisningen
approve | Barn- och ungdomsnämnden godkänner fördjupad månadsuppföljning.
approve | Årsredovisning 2025 godkänns.
approve | Slutredovisningen godkännes.
approve | att tillstyrka motionen
approve | att ställa sig bakom förslaget
approve | Nämnden ställer sig bakom förvaltningens yttrande.
approve | att ställa sig positiv till ansökan
approve | att bifalla framställningen
approve | Framställningen bifalles.
grant | Ansökan bifalls.
answer | att motionen om fri telefonrådgivning därmed ska anses besvarad.
reject | Motionen om att avgiften sänks avslås.
reject | att avslå motionen om att införa avgifter
adopt | Förslaget om nya taxor antas
assign | att, om bidrag beviljas, uppdra åt kontoret
approve | Motionens yrkande om att bygga en lekplats bifalls
postpone | Frågan om medlemskap bordläggs
approve | att bifalla motionen
approve | att bifalla medborgarförslaget på så sätt
approve | Motionen bifalls såvitt avser försök och anses i övrigt besvarad.
approve | att bifalla förvaltningens förslag
approve | att bifalla förslaget
approve | Motionen bifalls.
approve | att anse motionen bifallen
adopt | att tilldela Bolaget AB kontrakt på drift
adopt | Kontraktet tilldelas Bolaget AB
fund | att tilldela socialnämnden 2 mnkr i medel
grant | att tilldela föreningen ett bidrag om 5 000 kr
adopt | Avtalet tilldelas NCC Sverige AB
grant | att lämna positivt planbesked för fastigheten
reject | att meddela negativt planbesked
reject | att lämna negativt planbesked
grant | att ge negativt förhandsbesked
grant | att medge anstånd till den 1 maj
submit | att tillskriva regeringen om vägen
other | att planlägga området och uppdra åt kontoret att
reject | att säga nej till utbyggnaden
reject | att motsätta sig förslaget
grant | att stödja projektet med 50 000 kr
approve | att stödja ansökan
change | att sätta ned avgiften
adopt | att bestämma avgiften till 500 kr
guarantee | att ge borgen för lånet
guarantee | att lämna borgen för föreningens lån
other | att lämna ärendet utan åtgärd
other | att hyra ut lokalen
other | att Gafsele IF:s bidrag betalas ut sedan
grant | att bidrag betalas ut
other | att avbryta upphandlingen och uppdra åt
other | att kartlägga behovet
other | att bestrida kravet
reject | Nämnden lämnar förslaget utan bifall
approve | att ge bifall till motionen
fund | att delfinansiera projektet med 2 mnkr
change | att uppräkna avgiften
other | att fortsätta samarbetet
approve | att biträda förslaget
approve | att lämna remissen utan erinran
approve | Kommunstyrelsen har inget att erinra mot förslaget.
approve | att godta förslaget
approve | Förvaltningens förslag godkänns
approve | att acceptera budet
approve | att godkänna att kommunen ingår avtal med regionen
approve | att under förutsättning av fullmäktiges godkännande godkänna avtalet
approve | att instämma i förvaltningens bedömning
approve | att ansluta sig till förvaltningens yttrande
approve | Nämnden delar förvaltningens bedömning.
reject | att avslå motionen
reject | Motionen avslås i sin helhet.
reject | Medborgarförslaget avslås med hänvisning till förvaltningens yttrande.
reject | att avslå ansökan från föreningen eftersom årsstöd inte lämnas till aktiebolag
reject | att avstyrka förslaget
reject | Motionen avslås då frågan redan utreds.
reject | att inte bevilja bidrag
reject | Bidrag beviljas inte.
reject | att ej godkänna förslaget
reject | Framställningen lämnas utan bifall.
reject | att avvisa överklagandet såsom för sent inkommet
reject | Nämnden avslår ansökan.
reject | att avböja erbjudandet
grant | att bevilja årsstöd enligt tabell 1 med sammanlagt 3 215 000 kr
grant | Ansvarsfrihet för direktionen samt de enskilda ledamöterna i densamma beviljas.
grant | att bevilja styrelsen ansvarsfrihet
grant | Nämnden beviljar föreningen ett bidrag om 50 000 kronor.
grant | Barn och utbildning föreslår att nämnden beviljar Emma ersättning och avslår ansökan i övrigt.
grant | att lämna bidrag med 25 000 kr till bygdegården
grant | att utge ersättning med 4 000 kr
grant | att ge föreningen ett engångsbidrag på 10 000 kr
grant | Föreningen erhåller ett bidrag på 20 000 kronor.
grant | att medge undantag från reglerna
grant | Bygglov beviljas för nybyggnad av enbostadshus.
grant | att tilldela priset till Anna Ek
grant | Ersättning utgår med 300 kr per dag.
fund | att anslå 2 mnkr ur kommunstyrelsens förfogandeanslag
fund | Regionala utvecklingsnämnden anslår högst 4 650 000 kronor till projektet.
fund | att under förutsättning av fullmäktiges godkännande avsätta 2,75 mnkr ur investeringsbudgeten 2020
fund | att finansiera kostnaden ur resultatet
fund | Kostnaden finansieras inom ram.
fund | att tillföra socialnämnden 5 mnkr
fund | Nämnden tillförs 3 mkr i tilläggsanslag.
fund | att omfördela medel mellan projekten
fund | att anvisa medel ur kommunstyrelsens anslag för oförutsedda utgifter
fund | Medel anvisas ur resultatutjämningsreserven.
fund | att överföra 1,2 mnkr från 2019 till 2020 års budget
fund | att ta 500 000 kr i anspråk ur eget kapital
fund | Kostnaden belastar kommunstyrelsens konto.
fund | att ombudgetera ej förbrukade investeringsmedel
fund | att utöka nämndens budget med 2 mnkr
fund | att reservera 4 mkr för ändamålet
assign | att ge stadsbyggnadschefen i uppdrag att inleda detaljplaneändring
assign | Förvaltningschefen ges i uppdrag att underteckna avtalet.
assign | Kommundirektör får i uppdrag att teckna samverkansavtal
assign | att uppdra åt kommundirektören att återkomma
assign | att uppdraga åt kontoret att utreda frågan
assign | Förvaltningen uppdras att ta fram en plan.
assign | Det uppdras åt kommunchefen att verkställa beslutet.
assign | att ge i uppdrag åt förvaltningen att teckna avtal
assign | Nämnden ger förvaltningen i uppdrag att redovisa uppföljningen.
assign | att lämna i uppdrag till kommunstyrelsen att ta fram riktlinjer
assign | Kommunstyrelsen beslutar att ge kommundirektören i uppdrag att teckna avtal.
assign | att ålägga nämnden att vidta åtgärder
authorise | att bemyndiga ekonomichefen att underteckna borgensförbindelsen
authorise | Kommundirektören bemyndigas att underteckna avtalet.
authorise | att befullmäktiga ordföranden att företräda kommunen
authorise | att ge kommunalrådet fullmakt att underteckna handlingarna
authorise | att delegera beslutanderätten till socialchefen
authorise | Beslutanderätten delegeras till arbetsutskottet.
authorise | Ordföranden ges rätt att besluta i brådskande ärenden.
authorise | att ge förvaltningschefen rätt att teckna avtal
authorise | att kommunens firma tecknas av kommunstyrelsens ordförande
agree | att ingå markanvisningsavtal med Bygg AB
agree | Region Skåne ingår som partner i projektet.
agree | att teckna avtal med leverantören
agree | Samverkansavtal tecknas med regionen.
agree | att träffa överenskommelse med fackförbunden
agree | attingå avtal med regionen
agree | att säga upp avtalet med Taxi AB
agree | Avtalet sägs upp till upphörande den 31 december 2024.
agree | att ansluta kommunen till samarbetet
agree | Kommunen ansluter sig till den gemensamma nämnden.
agree | att kommunen inleder samverkan med Borås stad
agree | att gå med i föreningen
agree | att utträda ur kommunalförbundet
agree | att sluta avtal med staten
agree | att bli medlem i nätverket
agree | att underteckna avsiktsförklaringen
agree | att hyra lokalen från den 1 maj
guarantee | att för föreningen såsom för egen skuld ingå borgen för lån
guarantee | att gå i borgen för bolagets lån
guarantee | att teckna borgen såsom för egen skuld
guarantee | att såsom för egen skuld teckna proprieborgen
guarantee | Kommunen går i borgen för föreningens lån om 2 mkr.
guarantee | att ikläda sig borgensansvar
guarantee | att lämna kommunal borgen för lånet
guarantee | att bevilja kommunal borgen intill ett belopp av 5 mkr
appoint | att utse Anna Ek till ledamot
appoint | Till ombud vid stämman utses Bo Ek.
appoint | att välja revisorer för 2024
appoint | att entlediga Per Ek från uppdraget
appoint | Anna Ek entledigas från sitt uppdrag och Bo Ek väljs i hennes ställe.
appoint | att förordna tillförordnad chef
appoint | att anställa Karin Ek som förvaltningschef
refer_back | att återremittera ärendet
refer_back | Ärendet återremitteras för ytterligare beredning.
postpone | att bordlägga ärendet
postpone | att tills vidare bordlägga frågan
postpone | Ärendet bordläggs till nästa sammanträde.
postpone | Beslutet skjuts upp till hösten.
note | att notera informationen
note | Nämnden noterar informationen.
note | att lägga rapporten till handlingarna
note | Redovisningen läggs till handlingarna.
note | Uppföljningen lägges till handlingarna.
note | att ta del av informationen
note | Kommunstyrelsen tar del av rapporten.
note | Informationen tas till protokollet.
note | att anteckna redovisningen till protokollet
note | Informationen antecknas.
note | att konstatera att målen är uppfyllda
note | Nämnden tackar för informationen.
note | att med godkännande lägga rapporten till handlingarna
answer | att anse motionen besvarad
answer | Motionen anses besvarad.
answer | Motionen ska anses besvarad med hänvisning till kontorets yttrande.
answer | Medborgarförslaget förklaras besvarat.
answer | att med ovanstående anse motionen vara besvarad
answer | att besvara medborgarförslaget enligt förvaltningens skrivelse
answer | Interpellationen besvaras.
answer | Motionen är härmed besvarad.
answer | att förklara motionen besvarad
repeal | att upphäva kommunfullmäktiges beslut den 5 maj 2014 § 33
repeal | Riktlinjerna upphävs.
repeal | Taxan upphör att gälla den 1 januari 2025.
repeal | att policyn ska upphöra att gälla
repeal | att återkalla delegationen
submit | att avge yttrande enligt förvaltningens förslag
submit | att överlämna förvaltningens skrivelse som sitt yttrande
submit | Kommunstyrelsen överlämnar tjänsteskrivelsen till trafikförvaltningen som kommunens svar på remissen.
submit | Nämnden översänder förvaltningens tjänsteutlåtande som eget yttrande till kommunstyrelsen.
submit | att avlåta yttrande i enlighet med bilaga
submit | att som yttrande översända skrivelsen till länsstyrelsen
submit | att lämna yttrande över remissen
submit | Yttrande avges enligt bilaga.
submit | att yttra sig i enlighet med förslaget
submit | att överlämna ärendet till kommunfullmäktige
submit | att avgiva yttrande
change | att ändra 5 § i reglementet
change | Alingsås kommun byter regionalt stödcentrum från och med 1 februari 2024.
change | att förlänga avtalet till och med den 31 december 2025
change | Avtalet förlängs med två år.
change | att revidera delegationsordningen
change | att höja avgiften till 50 kronor
change | Avgiften sänks till 40 kronor.
change | Delegationsordningen ändras enligt bilaga.
change | att uppdatera riktlinjerna
change | att utöka antalet platser
other | Paragrafen justeras omedelbart.
other | Paragrafen förklaras omedelbart justerad.
other | att förklara paragrafen omedelbart justerad
other | Denna paragraf justeras omedelbart
other | att införa fri entré till stadens utomhusbad
other | att upphandlingen av livsmedel skall samordnas inom länet
other | att sälja fastigheten Berga 1:1 till Bygg AB
other | att den som ska utses till god man ska ha genomgått en godkänd utbildning
other | Om särskilda skäl föreligger får utbildningen genomföras senare.
other | att köpa fastigheten för 2 mkr
other | att genomföra en upphandling
other | att avsluta projektet
other | Nämnden beslutar om ny organisation.
other | Uppdraget förklaras slutfört.
other | att anse uppdraget fullgjort
other | att inrätta en tjänst som folkhälsostrateg
other | att begära anstånd med yttrandet
other | att uttala sitt stöd för bygden
other | att remittera förslaget till nämnderna
other | att sända planförslaget på samråd
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_action(case: str) -> None:
    action, text = case.split(" | ")
    verb = main_verb(text)
    assert (verb.action if verb else "other") == action


@pytest.mark.parametrize("case", CASES[:60])
def test_lost_letters_make_no_difference(case: str) -> None:
    action, text = case.split(" | ")
    lost = text.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
    verb = main_verb(lost)
    assert (verb.action if verb else "other") == action


# past forms, as earlier decisions have them
PAST = """
antog adopt | antogs adopt | antagits adopt | antagen adopt | antagna adopt | fastställde adopt | fastställts adopt
godkände approve | godkänts approve | tillstyrkte approve | tillstyrkt approve | godtagit approve | avslog reject
avslogs reject | avstyrkte reject | beviljade grant | beviljades grant | beviljats grant | upphävde repeal
upphävts repeal | återremitterade refer_back | återremitterats refer_back | bordlade postpone | bordlades postpone
bordlagts postpone | reviderades change | ändrades change | utsåg appoint | valde appoint | valdes appoint
uppdrog assign | bemyndigade authorise | anslog fund | avsattes fund | ingick agree | tecknades agree
besvarades answer | noterade note | överlämnade submit | översände submit
"""


@pytest.mark.parametrize("pair", [p.strip() for line in PAST.strip().splitlines() for p in line.split("|")])
def test_past_forms(pair: str) -> None:
    word, action = pair.split()
    verbs = find_verbs(word)
    assert [v.action for v in verbs] == [action]
    assert verbs[0].tense in ("past", "sup", "part")


@pytest.mark.parametrize(
    "text",
    ["", "Motion om fri entré", "Ekonomisk konsekvens", "Förvaltningschef", "ett godkännande av planen", "beslutat"],
)
def test_no_verb(text: str) -> None:
    assert main_verb(text) is None


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("attingå avtal", "att ingå avtal"),
        ("attanta planen", "att anta planen"),
        ("att. för föreningen ingå borgen", "att för föreningen ingå borgen"),
        ("att . bemyndiga chefen", "att bemyndiga chefen"),
        ("attestera räkningen", "attestera räkningen"),
        ("att anta planen", "att anta planen"),
        ("Planen antas.", "Planen antas."),
    ],
)
def test_an_att_that_a_scan_has_joined_or_spotted(read: str, printed: str) -> None:
    assert part_att(read) == printed


def test_the_table_holds_only_actions_of_the_vocabulary() -> None:
    assert {row["action"] for row in table("extract/data/actions.csv")} <= set(get_args(Action))


@given(st.text(alphabet="aåäöÅBe gtsnr.,:§1ŉİ\n", max_size=300))
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.lists(st.sampled_from([w for c in CASES for w in c.split(" | ")[1].split()]), max_size=40))
def test_any_words_are_read(words: list[str]) -> None:
    text = " ".join(words)
    for verb in find_verbs(text):
        assert 0 <= verb.start < verb.end <= len(text)
    verb = main_verb(text)
    assert verb is None or verb.action in get_args(Action)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Motionens andra yrkande, om utbyte av golv, avslås.", "reject"),
        ("Motionens andra att-sats anses besvarad.", "answer"),
        ("att ändra taxan", "change"),
        ("att andra taxan", "change"),
        ("Bidraget ska betalas ut när arbetet är utfört.", "other"),
        ("Stödet betalas ut i två delar.", "other"),
        ("Medlen utbetalas efter rekvisition.", "other"),
        ("att betala ut 10 000 kronor till föreningen", "grant"),
        ("att ge kontoret planuppdrag", "assign"),
        ("att fördela medlen enligt bilaga", "fund"),
        ("Bygdemedlen fördelas med 60 procent till byarna och 40 procent till stiftelsen.", "fund"),
        ("Kostnaden för 2012 fördelas på nämnderna med 46 respektive 54 procent.", "fund"),
        ("Kostnaderna fördelas mellan kommunerna efter invånarantal.", "fund"),
        ("Utvecklingsmedlen fördelas enligt bilaga 2.", "fund"),
        ("Anslaget fördelas på fyra projekt.", "fund"),
        ("Överskottet fördelas mellan medlemmarna.", "fund"),
        ("Platserna fördelas senast den 12 maj.", "other"),
        ("Bidragen fördelas enligt förslaget.", "other"),
        ("att fördela platserna", "other"),
        ("Uppgifterna fördelas mellan nämnderna.", "other"),
        ("Kostnadsansvaret fördelas enligt avtalet.", "other"),
    ],
)
def test_a_word_that_only_looks_like_the_verb(text: str, action: str) -> None:
    verb = main_verb(text)
    assert verb is not None
    assert verb.action == action
