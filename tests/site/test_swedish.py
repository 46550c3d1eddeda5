"""Which Swedish words find each other, and which do not."""

# ruff: noqa: E501 (tables of words read better in long lines)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.site.compounds import parts
from pipeline.site.swedish import compatible, fold, is_stopword, plain, skeleton, stem, words

# each line: forms of one word, that all have one stem
FORMS = """
beslut besluten beslutet beslutets beslutens besluta beslutar beslutade beslutat beslutas beslutades beslutats beslutad beslöt beslöts beslutande
förvaltning förvaltningen förvaltningens förvaltningar förvaltningarna förvaltningarnas förvaltnings
skola skolan skolans skolor skolorna skolornas skolors
nämnd nämnden nämndens nämnder nämnderna nämndernas
kommun kommunen kommunens kommuner kommunerna kommunernas kommuners kommuns
avtal avtalet avtalets avtalen avtalens avtalas avtalat
förslag förslaget förslagets förslagen förslagens förslags
avslag avslaget avslå avslår avslog avslogs avslagit avslagits avslås avslagen avslagna
föreslå föreslår föreslog föreslogs föreslagit föreslagits föreslås föreslagen föreslagna föreslaget
ge ger gav gavs gett getts givit givits ges given givna givet
avge avger avgav avgavs avgett avgivit avges avgiven avgivna
medge medger medgav medgett medgivit medges medgiven medgivna
anta antar antog antogs antagit antagits antas antagen antaget antagna
motta mottar mottog mottagit mottas mottagen
delta deltar deltog deltagit
vidta vidtar vidtog vidtagit vidtas vidtagna
uppta upptar upptog upptagits upptagen
uppdra uppdrar uppdrog uppdragit uppdras uppdragen uppdrag uppdraget uppdragets uppdragen uppdrags
bidrag bidraget bidragets bidragen bidragens bidrags
godkänna godkänner godkände godkändes godkänt godkänts godkänd godkända godkänns godkännande godkännandet
bevilja beviljar beviljade beviljades beviljat beviljats beviljad beviljas
tillstyrka tillstyrker tillstyrkte tillstyrktes tillstyrkt tillstyrkts tillstyrks
avstyrka avstyrker avstyrkte avstyrkt avstyrks
bordlägga bordlägger bordlade bordlades bordlagt bordlagts bordläggs bordlagd bordlagda
fastställa fastställer fastställde fastställdes fastställt fastställts fastställd fastställda fastställs fastställande
återremittera återremitterar återremitterade återremitterades återremitterat återremitteras
genomföra genomför genomförde genomfördes genomfört genomförts genomförs genomförd genomförda genomförande genomförandet
upphäva upphäver upphävde upphävdes upphävt upphävts upphävs upphävd upphävda
upphandla upphandlar upphandlade upphandlat upphandlas
upphandling upphandlingen upphandlingar upphandlingarna upphandlingens
utreda utreder utredde utreddes utrett utretts utreds utredd utredda
utredning utredningen utredningar utredningarna
tillåta tillåter tillät tillåtit tillåts tillåten tillåtna
överlåta överlåter överlät överlåtit överlåts överlåten
skriva skriver skrev skrevs skrivit skrivits skrivs skriven skrivet skrivna
bedriva bedriver bedrev bedrevs bedrivit bedrivs bedrivna
erbjuda erbjuder erbjöd erbjöds erbjudit erbjuds erbjuden
hålla håller höll hölls hållit hållits hålls hållen
innehålla innehåller innehöll innehållit innehåll innehållet
välja väljer valde valdes valt valts vald valda väljs
sälja säljer sålde såldes sålt sålts såld sålda säljs
tillsätta tillsätter tillsatte tillsattes tillsatt tillsatts tillsätts
fastsätta fastsätter fastsatte fastsatt
vinna vinner vann vunnit
stå står stod stått
bestå består bestod bestått
kvarstå kvarstår kvarstod kvarstått
gå går gick gått
ingå ingår ingick ingått ingås
få får fick fått
erhålla erhåller erhöll erhållit erhålls
komma kommer kom kommit
inkomma inkommer inkom inkommit inkommen inkomna
återkomma återkommer återkom återkommit
anse anser ansåg ansågs ansett anses ansedd
avse avser avsåg avsett avses
säga säger sade sagt sägs
uppsäga uppsäger uppsade uppsagt uppsagd uppsagda
göra gör gjorde gjordes gjort gjorts görs
redogöra redogör
köpa köper köpte köptes köpt köpts köps
köp köpet köpets köpen
söka söker sökte söktes sökt söks
ansöka ansöker ansökte ansökt ansökan
hyra hyr hyrde hyrt
bygga bygger byggde byggdes byggt byggts byggs byggd byggda byggande byggandet
höja höjer höjde höjdes höjt höjs
sänka sänker sänkte sänktes sänkt sänks
ändra ändrar ändrade ändrades ändrat ändras ändrad
ändring ändringen ändringar ändringarna
notera noterar noterade noterades noterat noteras
kostnad kostnaden kostnader kostnaderna kostnadernas kostnadens
månad månaden månader månaderna månaders
byggnad byggnaden byggnader byggnaderna
verksamhet verksamheten verksamheter verksamheterna verksamhetens
enhet enheten enheter enheterna enhetens
fastighet fastigheten fastigheter fastigheterna fastighetens fastighetsägare_ej
stad staden städer städerna stads stadens städernas
bostad bostaden bostäder bostäderna bostads bostadens
ledamot ledamoten ledamöter ledamöterna ledamots
land landet länder länderna
bok boken böcker böckerna
hand handen händer händerna
man mannen män männen
förälder föräldern föräldrar föräldrarna föräldrars
strand stranden stränder stränderna
centrum centrumet centret centra centrums
stödcentrum stödcentrumet stödcentret stödcentra stödcentrums
museum museet museer museerna
stipendium stipendiet stipendier stipendierna
nummer numret nummers
diarienummer diarienumret diarienumren
regel regeln regler reglerna
medel medlen medlet
vatten vattnet vattnets
handel handeln handelns
artikel artikeln artiklar artiklarna
cykel cykeln cyklar cyklarna
fönster fönstret fönstren
vinter vintern vintrar vintrarna
rum rummet rummen
program programmet programmen
hem hemmet hemmen
år året åren åretse_ej
område området områden områdena områdets
ärende ärendet ärenden ärendena ärendets
yttrande yttrandet yttranden yttrandena
möte mötet möten mötena
arbete arbetet arbeten arbetets
barn barnet barnen barnens barns
bolag bolaget bolagen bolagets bolagens
fråga frågan frågor frågorna
gata gatan gator gatorna
avgift avgiften avgifter avgifterna avgiftens
taxa taxan taxor taxorna
plan planen planer planerna
detaljplan detaljplanen detaljplaner detaljplanerna detaljplanens
väg vägen vägar vägarna
hus huset husen husens
lag lagen lagar lagarna
län länet länen länets
lån lånet lånen lånets
nivå nivån nivåer nivåerna
sjö sjön sjöar sjöarna
bro bron broar broarna
by byn byar byarna
region regionen regioner regionerna regionens
motion motionen motioner motionerna motionens
rapport rapporten rapporter rapporterna
projekt projektet projekten projektets
förskola förskolan förskolor förskolorna förskolornas
lärare läraren lärarna lärarnas
ordförande ordföranden ordförandens
sekreterare sekreteraren sekreterarna
elev eleven elever eleverna elevernas
styrelse styrelsen styrelser styrelserna styrelsens
delegation delegationen delegationer
budget budgeten budgetens budgetar
rektor rektorn rektorer rektorerna
kontor kontoret kontoren kontorets
sektor sektorn sektorer
kommunal kommunala kommunalt
ekonomisk ekonomiska ekonomiskt
offentlig offentliga offentligt
gemensam gemensamt
hållbar hållbara hållbart
stor stort stora större störst största
liten litet lilla små mindre minst
ny nytt nya nyare
god gott goda bättre bäst
gammal gammalt gamla äldre äldst
hög högt höga högre högst
låg lågt låga lägre lägst
särskild särskilt särskilda
enskild enskilt enskilda
remiss remissen remisser remisserna
dispens dispensen dispenser
skjuts skjutsen skjutsar skjutsarna
tomt tomten tomter tomterna
tjänst tjänsten tjänster tjänsterna
kommitté kommittén kommittéer
idé idén idéer
stöd stödet stöden stödja stödjer stödde
"""

# each line: words that must not find each other as forms
APART = """
budget bud
kostnad kosta
kostnad kost
lån län
plan planet
kommun kommunal
lag avlag
avtal tal
förslag lag
ansvar svar
hus huskur
barn barm
nämnd namn
beslut slut
bostad stad
stad stadga
avgift gift
mål måltid
region regering
bro bror
polis politik
vatten vätte
förening fören
motor mot
kontor konto
budgetera bud
enhet en
skatt skada
bygglov bygga
planering plats
vård värd
rätt rått
gård garden_ej
elev el
musik museum
sammanträde samman
tillsyn tillstånd
moderat modern
uppdrag uppsägning
fastighet fast
handling handel
kultur kula
process procent
polis pol
register regi
miljö mil
intresse intryck
yrkande yr
remiss remsa
parkering park
hälsa häl_ej
"""


def table(text: str) -> list[list[str]]:
    return [[w for w in line.split() if not w.endswith("_ej")] for line in text.strip().splitlines()]


@pytest.mark.parametrize("forms", table(FORMS), ids=lambda forms: forms[0])
def test_forms_have_one_stem(forms: list[str]) -> None:
    assert {form: stem(form) for form in forms} == {form: stem(forms[0]) for form in forms}


def test_most_forms_without_marks_meet_those_with() -> None:
    every = [form for forms in table(FORMS) for form in forms if fold(form) != form]
    alike = [form for form in every if fold(stem(fold(form))) == fold(stem(form))]
    assert len(every) > 200  # the others are met through the index's own words (test_search)
    assert len(alike) / len(every) >= 0.88, sorted(set(every) - set(alike))


@pytest.mark.parametrize("pair", [line for line in table(APART) if len(line) == 2], ids="-".join)
def test_other_words_have_other_stems(pair: list[str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


@pytest.mark.parametrize(
    ("compound", "its"),
    [
        ("stödcentrum", "stöd centrum"), ("stodcentrum", "centrum"), ("förskola", "skola"), ("förskolorna", "skola"),
        ("skolskjuts", "skola skjuts"), ("skolskjutsarna", "skola skjutsar"), ("grundskolenämnden", "grundskola skola nämnd"),
        ("barnomsorg", "barn omsorg"), ("äldreomsorgen", "omsorg"), ("investeringsbudget", "investering budget"),
        ("strandskyddsdispens", "strandskydd dispens strand skydd"), ("fjärrvärmebolaget", "fjärrvärme bolag"),
        ("hyresavtal", "avtal hyra"), ("samhällsbyggnadsnämnden", "samhällsbyggnad nämnd byggnad"), ("vattenledning", "vatten ledning"),
        ("detaljplanen", "plan"), ("socialtjänst", "social tjänst"), ("byggnadsnämnd", "byggnad nämnd"), ("gymnasieskola", "skola"),
        ("friskolan", "skola"), ("hemtjänsten", "hem tjänst"), ("cykelbana", "cykel bana"), ("cykelvägar", "cykel väg"),
        ("lekplats", "lek plats"), ("arbetsmarknadsenheten", "arbetsmarknad arbete marknad enhet"), ("färdtjänst", "tjänst"),
        ("parkeringsplatser", "parkering plats"), ("brandstation", "brand station"), ("vindkraftverk", "vindkraft kraft verk"),
        ("kulturskolan", "kultur skola"), ("gruppbostad", "bostad"), ("kommunstyrelsen", "kommun styrelse"), ("bostadsområde", "bostad område"),
        ("avfallstaxan", "avfall taxa"), ("idrottshallen", "idrott hall"), ("skolbuss", "skola buss"), ("miljönämnden", "miljö nämnd"),
        ("trafiksäkerhet", "trafik säkerhet"), ("ungdomsgården", "ungdom gård"), ("tomträtt", "tomt"),
    ],
)  # fmt: skip
def test_parts_find_the_compound(compound: str, its: str) -> None:
    found = parts(compound)
    assert {fold(stem(part)) for part in its.split()} <= set(found)


@pytest.mark.parametrize(
    "word",
    [
        "avtal",
        "förslag",
        "avslag",
        "uppdrag",
        "bidrag",
        "beslut",
        "ansökan",
        "ordförande",
        "kostnad",
        "förvaltning",
        "verksamhet",
        "kommunal",
        "budget",
        "motion",
        "skola",
        "nämnd",
        "fastighet",
        "möjlighet",
        "särskild",
        "enligt",
        "plan",
        "2014",
        "ab",
    ],
)
def test_simple_words_have_no_parts(word: str) -> None:
    assert parts(word) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("stodcentrurn", "stödcentrum"), ("bes1ut", "beslut"), ("besIut", "beslut"), ("nämnd", "närnnd"), ("kornmunen", "kommunen"),
        ("förvaitning", "förvaltning"), ("förva1tning", "förvaltning"), ("f6rskola", "förskola"), ("bcslut", "beslut"), ("skoian", "skolan"),
        ("b0stad", "bostad"), ("5kola", "skola"), ("tillägg", "tilläg"), ("socia1nämnd", "socialnämnd"), ("cldre", "ddre"),
    ],
)  # fmt: skip
def test_what_an_ocr_mistakes_has_one_skeleton(one: str, other: str) -> None:
    assert skeleton(fold(one)) == skeleton(fold(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("skola", "skala"), ("beslut", "besikt"), ("hus", "mus"), ("vatten", "vetten"), ("avtal", "antal")],
)
def test_other_letters_have_other_skeletons(one: str, other: str) -> None:
    assert skeleton(fold(one)) != skeleton(fold(other))


@pytest.mark.parametrize(
    ("typed", "read", "may"),
    [("lån", "lan", True), ("lan", "län", True), ("lån", "län", False), ("ö", "å", False), ("får", "far", True), ("lån", "lån", True)],
)  # fmt: skip
def test_a_lost_mark_is_no_other_mark(typed: str, read: str, may: bool) -> None:
    assert compatible(typed, read) is may


def test_what_is_folded() -> None:
    assert fold("ÅÄÖ åäö ÉÈ Æø Ü ß İx") == "aao aao ee ao u ß ix"
    assert plain("ÅÉ") == "åe"
    assert is_stopword("Och")
    assert not is_stopword("nämnd")


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded or not text.isascii()
    for word in words(text):
        assert text[word.start : word.end] == word.text
        stem(word.text)
        skeleton(folded)
        parts(word.text)


@given(st.text(alphabet="abdeghiklmnoprstuvyåäö", min_size=1, max_size=25))
def test_a_stem_begins_as_its_word_or_stands_in_the_table(word: str) -> None:
    own = stem(word)
    assert own
    assert own[:1] == word[:1] or len(own) <= len(word) + 8
    assert stem(word.upper()) == own
