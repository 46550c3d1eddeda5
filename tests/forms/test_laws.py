"""How statutes and earlier decisions' § are cited, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.laws import find_laws, law_names
from pipeline.forms.paragraphs import find_paragraphs

# The citation stands between « and » in a sentence of its own
LAWS = """
Rätt till skolskjuts regleras i «10 kap. 32 § skollagen (2010:800)». Nämndens regler antogs.
Enligt «kommunallagen 6 kap. 13 §» ska nämnden kontrollera.
Med stöd av «6 kap. 5 § KL» delegeras rätten.
SEKRETESS «23 kap. 2 § OSL»
Det följer av «SFS 2017:725» att så är.
Föreskrifterna («TSFS 2024:57») gäller.
Avgiften tas ut enligt «lagen (2010:1065) om kollektivtrafik» och taxan.
Med hänvisning till «2 kap. 8 § lagen (2010:1065) om kollektivtrafik» vill kommunen se ett förnyat samråd.
Stöd får inte lämnas enligt «artikel 107.1 i EUF-fördraget».
Planen handläggs enligt «5 kap. plan- och bygglagen (2010:900)».
Från den 1 mars gäller «Lag (2026:43)» som gör det möjligt.
Brott mot «lag (1999:42) om förbud mot vissa hälsofarliga varor», penningtvätt och rån.
Enligt «1 § lagen (2014:899) om riktlinjer för kommunala markanvisningar» ska kommunen ha riktlinjer.
Här finns «Lag (2010:479) om registerkontroll av personal som utför vissa insatser åt barn med funktionshinder».
Uppgifterna behandlas enligt «förordning (EU) 2016/679» av nämnden.
Europaparlamentets och rådets «förordning (EU) 2016/679» gäller.
Se «direktiv 2014/24/EU» om upphandling.
Avfallet sorteras enligt «EU-direktiv 2008/98/EG» numera.
Bidrag enligt «4 kap. 1 § SoL» beviljas.
Insatsen «9 § 2 LSS» beviljas.
Upphandlingen följer «LOU (2016:1145) 5 kap. 1 §» i allt.
Uppgiften omfattas av «21 kap 1 § OSL (2009:400)» här.
Styrelsen ansvarar enligt «kommunallagen 3:17» för detta.
Detta framgår av «skollagen 2010:800» sedan länge.
Tillstånd ges enligt «8 Kap. 12 § alkohollagen» om inget hindrar.
Avgift tas ut enligt «begravningslagen (1990:1144) 2 kap. 1 §» av alla.
Insatsen «9 § p. 2 LSS» beviljas.
Bygglov ges med stöd av «9 kap. 31 b § PBL».
Området skyddas enligt «8 kap. 2 § 1 st 3 p MB» sedan länge.
Se «6 kap. 36 § första stycket kommunallagen (2017:725)».
Ersättning enligt «förordningen (2017:819) om ersättning till kommuner och regioner för vissa utlänningar» har sökts.
Stödet ryms inom «lagen (2009:47) om vissa kommunala befogenheter».
Personkretsen i «lagen (1993:387) om stöd och service till vissa funktionshindrade» (LSS) omfattas.
Hamn enligt «1 § lagen (1983:293) om inrättande, utvidgning och avlysning av allmän farled och allmän hamn», nu.
Enligt «lagen (1999:12) om hantering», nämnden och kontoret har detta prövats.
Inköp görs enligt «lagen (2016:1145) om offentlig upphandling», LOU.
Inköp görs enligt «lagen om offentlig upphandling (2016:1145)» av enheten.
Se «kommunallagen (2017:725) 5 kap. 1 §» om detta.
Åtgärden uppfyller kraven i «2 och 8 kap. PBL» på anpassning.
Prövningen sker enligt «3, 4 och 7 kap. miljöbalken» i sin helhet.
Enligt «3 § förordningen (1984:891) om statligt stöd till provbruk m m» utbetalas stödet först i efterhand.
Enligt «2 § lagen (1984:892) om skydd för provbruk» betalas ersättningen av staten.
Ansvaret följer av «hälso- och sjukvårdslagen (2017:30)».
Bistånd enligt «4 kap. 1 § socialtjänstlagen (2001:453)» ges.
Anläggningen måste enligt «7 § förordningen (1984:893) om statligt stöd till solvärme» vara klar senast den 31 maj 2012.
Kommunen måste enligt «5 § förordningen (1984:894) om statsbidrag till gårdar» senast den 1 mars lämna uppgifter.
Den som enligt «lagen (1984:895) om tillsyn av provbruk» bli föremål för kontroll betalar avgift.
Ägaren ska enligt «lagen (1984:896) om skydd för provbruk» ha tillstånd från nämnden.
Prov kan enligt «4 § lagen (1984:897) om kontroll av prov» göra saken klar.
Svar ska enligt «2 § förordningen (1984:898) om remisser till kommuner» tidigast lämnas i maj.
Enligt «16 kap. 3 och 4 §§ socialtjänstlagen (2001:453)» rapporteras beslut.
Sekretess gäller enligt «OSL 26:1» för uppgifterna.
Förhandling enligt «11 § MBL» har hållits.
Förhandling enligt «MBL § 11» har hållits.
Information enligt «§ 19 MBL» har lämnats.
Ansvaret regleras i «12 kap. 3 § hälso- och sjukvårdslagen» för kommuner.
Med stöd av «2 kap 1 och 3 §§ lagen (2009:47) om vissa kommunala befogenheter» får kommunen.
Ärendet handläggs enligt «3 § förvaltningslagen» skyndsamt.
Enligt «AFS 2001:1» ska arbetsmiljön undersökas.
Enligt «HSLF-FS 2017:5» ska avvikelser rapporteras.
Enligt «SOSFS 2011:9» finns ledningssystem.
Enligt «BFS 2011:6» krävs tillgänglighet.
Gränser anges i allmänna råd («SSI FS 2002:3»).
Enligt «SSI FS 2005:5» krävs tillstånd.
Enligt «NV FS 2000:15» mäts utsläppen.
Enligt «SKOLFS 2010:37» gäller läroplanen.
Enligt «MSBFS 2015:5» görs en analys.
Det regleras i «skollagen 8 kap. 3 §» att plats erbjuds.
Jämför «artikel 6.1 e i dataskyddsförordningen» om rättslig grund.
Avtal enligt «artikel 28 i GDPR» har tecknats.
Taken måste enligt «7 § förordningen (2009:1) om stöd till solceller» vara färdigställda senast den 31 december.
Det ska enligt «lagen (2011:1) om stöd till mindre vattenverk» redovisas varje år.
Kostnaden kan enligt «förordningen (2011:12) om bidrag till idrottshallar» ha ersatts.
Stöd ges enligt «förordningen (2001:34) om stöd till lokala telenät» med högst 3 380 000 kronor.
Bidrag enligt «förordningen (2011:12) om bidrag till idrottshallar» med 400 tkr har sökts.
Stöd enligt «förordningen (2015:8) om stöd till bygdegårdar» med sammanlagt 2 mnkr betalas ut.
Ersättning enligt «lagen (2011:1) om stöd till mindre vattenverk» med cirka 90 000 kr har getts.
Avgift enligt «lagen (2011:7) om avgifter för torg» med minst 200 kronor tas ut.
Vård ges enligt «lagen (2011:9) om hjälp med barn i vissa fall».
Bidrag enligt «3 § lagen (2011:1) om kommunernas ansvar för elevernas resor» lämnas.
Ansökan ska enligt «3 § förordningen (2011:12) om bidrag till idrottshallar» senast den 1 mars sändas in.
Avgiften ska enligt «lagen (2011:7) om avgifter för torg» stå i taxan.
Planen bör enligt «4 § förordningen (2012:7) om vattenplaner» bli antagen i år.
Stödet får enligt «förordningen (2015:8) om stöd till bygdegårdar» användas till tak.
Det kan enligt «förordningen (2015:8) om stöd till bygdegårdar» medföra krav.
Arbetet bör enligt «lagen (2015:9) om skydd för barnens skolvägar» göras i sommar.
Enligt «dataskyddsförordningen, artikel 28», ska avtal tecknas.
Stöd i «EUF-fördraget artikel 107» saknas.
Tillsyn enligt «26 kap. 1 § miljöbalken» utövas.
Avgift enligt «27 kap. 1 § miljöbalken (1998:808)» tas ut.
Enligt «11 kap. 5 § plan- och bygglagen» ska nämnden pröva.
Serveringstillstånd enligt «8 kap. 2 § alkohollagen (2010:1622)» meddelas.
Val enligt «5 kap. 3 § vallagen (2005:837)» förrättas.
Ansvar enligt «3 kap. 8 § lagen (2003:778) om skydd mot olyckor» gäller.
Handlingsprogram enligt «lagen (2003:778) om skydd mot olyckor» antas.
Avgifter enligt «lagen (2006:412) om allmänna vattentjänster» fastställs.
Omhändertagande enligt «6 § LVU» har skett.
Vård enligt «lagen (1990:52) med särskilda bestämmelser om vård av unga» bereds.
Vård enligt «lagen (1988:870) om vård av missbrukare i vissa fall» upphör.
Prövning enligt «13 kap. 2 § kommunallagen (1991:900)» kan ske.
Grunden är «3 kap 9 § och 5 kap 1 § kommunallagen» i detta fall.
Se «5 kap 25-33 §§ kommunallagen» om initiativ.
Enligt «kommunallagens 6 kap 33 §» får nämnden delegera.
Enligt «2 kap. 2–3 §§ kommunallagen» ska medlemmar behandlas lika.
Jäv enligt «6 kap. 28 § KL» anmäldes.
Enligt «lagen (2018:597) om kommunal bokföring och redovisning» ska delårsrapport upprättas.
Enligt «lag (1997:614) om kommunal redovisning» ska delårsrapport upprättas.
Enligt «13 kap. 1 § lag (2018:597) om kommunal bokföring och redovisning» krävs det.
Mottagande enligt «lagen (1994:137) om mottagande av asylsökande m.fl.» fortsätter.
Boende enligt «lagen (2016:38) om mottagande av vissa nyanlända invandrare för bosättning» ordnas.
Planen krävs av «lagen (2000:1383) om kommunernas bostadsförsörjningsansvar».
Föreningen följer «lagen (1987:667) om ekonomiska föreningar» och stadgarna.
Arbetet styrs av «lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete».
Enligt «förordningen (1998:899) om miljöfarlig verksamhet och hälsoskydd» krävs anmälan.
Enligt «avfallsförordningen (2020:614)» ska avfall sorteras.
Enligt «trafikförordningen (1998:1276)» får kommunen besluta.
Enligt «10 kap. 1 § trafikförordningen (1998:1276)» får kommunen besluta.
Parkering enligt «lagen (1976:206) om felparkeringsavgift» beivras.
Flytt enligt «lagen (1982:129) om flyttning av fordon i vissa fall» utförs.
Färdtjänst enligt «7 § lagen (1997:736) om färdtjänst» beviljas.
Taxan grundas på «4 kap. 4 § strålskyddslagen (2018:396)».
Borgen prövas enligt «förordning (EU) nr 1407/2013» om stöd av mindre betydelse.
Stödet anmäls inte enligt «förordning (EG) nr 1370/2007».
Kommunen följer «kommunallagen (SFS 2017:725)» i allt.
Samråd enligt «5 kap. 11 § PBL» har hållits.
Lagrum: «7 kap. 11 § föräldrabalken»
Tillsynen sker med stöd av «26 kap. 9 § MB» och taxan.
Sekretess råder enligt «offentlighets- och sekretesslagen (2009:400) 26 kap. 1 §».
Enligt «2 kap. 18 § regeringsformen» får egendom tas i anspråk.
Enligt «2 kap. tryckfrihetsförordningen» är handlingar allmänna.
Enligt «lagen (2020:526) om tillfälliga smittskyddsåtgärder på serveringsställen» utövas tillsyn.
Enligt «lagen (2018:2088) om tobak och liknande produkter» krävs tillstånd.
Enligt «5 kap. 1 § lagen (2018:2088) om tobak och liknande produkter» krävs tillstånd.
Enligt «lagen (2029:17) om kommunal beredskap för vattenbrist» ska planer finnas.
Enligt «lagen (2029:18) om stöd till lokala medier» har bidrag lämnats.
Enligt «lagen (2029:19) om avgifter för parkering» (LAP) tas avgift ut.
""".strip().splitlines()

NO_LAWS = [
    "Enligt kommunallagen får nämnden delegera.", "Arbetsmiljölagen ska följas.",
    "Bolaget AB Lagen har fyra anställda.", "Förslagen till beslut 3 § är goda.", "enligt 5 § bolagsordningen",
    "KF 2018-11-27 § 190", "Samhällsbyggnadsnämnden § 112/2019", "prop. 2009/10:80 Kommunala kompetensfrågor",
    "Förslag (2010:12) till plan", "Dnr KS 2019:318", "KL 10 börjar mötet.", "AL 2019", "fastigheten Bjursås 14:3",
    "ett lag med 5 spelare", "lagen om alltings jävlighet", "FL Smidth levererar.", "Läs mer i SOU 2015:22.",
    "Mål 3.2 i EU:s strategi", "Artikel 3 i tidningen", "klockan 10:30", "2,5 kap verde", "",
    "Nämnden beslutade den 3 maj § 12 att godkänna.", "Anslagen ökade med 5 § procent", "Bolagen 2010:800",
    "RF betalar 12 kr.", "avtalet § 7", "enligt stadgarna § 5", "ML 320 köptes in", "10 kap. (se nedan)",
    "§ 45 i ordningsföreskrifterna",
]  # fmt: skip

PARAGRAPHS = [
    ("Fullmäktige beslutade 2019-11-25, § 9:4, att anslå medel.", ["§ 9:4"]),
    ("Nämnden gav (ÄON § 5:4) kontoret ett uppdrag; se även § 10:14.", ["§ 5:4", "§ 10:14"]),
    ("KF § 12:2018 och § 2018:12", ["§ 12:2018", "§ 2018:12"]),
    ("enligt §§ 9:4–9:6", ["§§ 9:4–9:6"]),
    ("§ 9:4:2 är inget ärende", []),
    ("41 893 13,0 % § 200", []),
    ("Kommunfullmäktige antog 1989-11-30, § 212, riktlinjer", ["§ 212"]),
    ("beslutade KF 2018-11-27 § 190 att anta", ["§ 190"]),
    ("i protokollsutdrag § 112/2019 tillstyrkt", ["§ 112/2019"]),
    ("(§ 112/2005) att bordlägga", ["§ 112/2005"]),
    ("den 6 november 2024, §149, styrmodell", ["§149"]),
    ("(KF 2022-06-15, §148).", ["§148"]),
    ("den 11 maj 2020 § 78 att", ["§ 78"]),
    ("KS §§ 12–14", ["§§ 12–14"]),
    ("KS 2019-03-04 §§ 12-14 och", ["§§ 12-14"]),
    ("KF §§ 12 och 14", ["§§ 12 och 14"]),
    ("KF § 12 och KS § 14", ["§ 12", "§ 14"]),
    ("§ 65 TEN - Svar på motion", ["§ 65"]),
    ("§204 KF Motion", ["§204"]),
    ("Ks au § 33, 2004-02-03", ["§ 33"]),
    ("nämnden den 15 december, § 65 att avstyrka", ["§ 65"]),
    ("den 24 januari 2017 § 6 om flerårsstrategi", ["§ 6"]),
    ("reviderades § 46.", ["§ 46"]),
    ("Kf § 101/09", ["§ 101/09"]),
    ("KS beslut 2012-05-02 $ 78 att", ["§ 78"]),
    ("BUN 2011-02-22 § 14 a", ["§ 14 a"]),
    ("enligt beslut §\u00a087", ["§ 87"]),
    ("(fullmäktige § 5)", ["§ 5"]),
    ("10 kap. 32 § skollagen (2010:800)", []),
    ("enligt 6 kap. 5 § KL", []),
    ("MBL § 11", []),
    ("§ 9 p 2 LSS", []),
    ("enligt § 5 i stadgarna", []),
    ("enligt stadgarnas § 5", []),
    ("reglementet § 7", []),
    ("§ 3 i ordningsföreskrifterna", []),
    ("avtalets § 12", []),
    ("6 kap. § 5 kommunallagen", []),
    ("priset är $ 78 per fat", []),
    ("§ 2 första stycket", []),
    ("AB 04 § 3", []),
    ("§", []),
    ("§ ", []),
    ("§ a", []),
    ("2 § och 3 §", []),
    ("", []),
]


@pytest.mark.parametrize("marked", LAWS)
def test_laws(marked: str) -> None:
    wanted = marked[marked.index("«") + 1 : marked.index("»")]
    text = marked.replace("«", "").replace("»", "")
    found = find_laws(text)
    assert [law.text for law in found] == [wanted]
    assert text[found[0].start : found[0].end] == wanted


@pytest.mark.parametrize("text", NO_LAWS)
def test_no_laws(text: str) -> None:
    assert find_laws(text) == []


@pytest.mark.parametrize(("text", "wanted"), PARAGRAPHS)
def test_paragraphs(text: str, wanted: list[str]) -> None:
    assert [p.text for p in find_paragraphs(text)] == wanted


def test_several_laws_in_one_sentence() -> None:
    text = (
        "strida mot 2 kap. 8 § kommunallagen och mot artikel 107.1 i EUF-fördraget. Enligt 4 kap. 1 § SoL och 9 § LSS."
    )
    assert [law.text for law in find_laws(text)] == [
        "2 kap. 8 § kommunallagen", "artikel 107.1 i EUF-fördraget", "4 kap. 1 § SoL", "9 § LSS",
    ]  # fmt: skip


@pytest.mark.parametrize("sfs", sorted(law_names())[::7])
def test_known_names_end_where_they_end(sfs: str) -> None:
    for name in law_names()[sfs]:
        text = f"Enligt lagen ({sfs}) {name} ska kommunen ha en plan."
        assert [law.text for law in find_laws(text)] == [f"lagen ({sfs}) {name}"]


@given(st.text(alphabet="§$ kap. lagen(2017:725)om0123456789KLOSU,åä–\n", max_size=150))
def test_no_text_makes_them_raise(text: str) -> None:
    for match in (*find_laws(text), *find_paragraphs(text)):
        assert 0 <= match.start < match.end <= len(text)
        assert match.text


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Ränta tas ut enligt 6 § räntelagen. (1975:635).", "6 § räntelagen (1975:635)"),
        ("Avgift enligt miljöbalken, (1998:808) tas ut.", "miljöbalken (1998:808)"),
        ("Enligt 3 § socialtjänstlagen. (2001:453) gäller", "3 § socialtjänstlagen (2001:453)"),
        ("enligt lagen. (2003:778) om skydd mot olyckor", "lagen (2003:778) om skydd mot olyckor"),
        ("Enligt 9 § LSS. (1993:387) prövas", "9 § LSS (1993:387)"),
        ("Enligt 11 kap. 5 § kommunallagen. (2017:725) ska", "11 kap. 5 § kommunallagen (2017:725)"),
        ("Enligt 8 kap. 2 § alkohollagen, (2010:1622) prövas", "8 kap. 2 § alkohollagen (2010:1622)"),
        ("Enligt kommunallagen-(2017:725) ska", "kommunallagen (2017:725)"),
        ("följer av 4 kap.1$ socialtjänstlagen (2001:453).", "4 kap.1§ socialtjänstlagen (2001:453)"),
        ("enligt 14 kap.1§ skolförordningen (2011:185) bestäms", "14 kap.1§ skolförordningen (2011:185)"),
        ("Enligt 2 kap.8 b § skollagen gäller", "2 kap.8 b § skollagen"),
        ("Av 3 kap.2 § plan- och bygglagen följer", "3 kap.2 § plan- och bygglagen"),
        ("Enligt 4 kap. 1 § och 5 kap.2 § SoL prövas", "4 kap. 1 § och 5 kap.2 § SoL"),
        (
            "Enligt 30 § lagen (2006:4 12) om allmänna vattentjänster får",
            "30 § lagen (2006:412) om allmänna vattentjänster",
        ),
        ("Enligt skollagen (2010:8 00) ska", "skollagen (2010:800)"),
        ("Enligt skollagen (2010:80 0) ska", "skollagen (2010:800)"),
        (
            "Enligt 4 § lagen (1976:580) om medbestämmande i.arbetslivet ägde samverkan rum.",
            "4 § lagen (1976:580) om medbestämmande i.arbetslivet",
        ),
        ("lagen (2016:1145) om offentlig.upphandling gäller", "lagen (2016:1145) om offentlig.upphandling"),
        ("Enligt 6 § räntelagen. (Se bilaga 3.)", "6 § räntelagen"),
        ("Enligt 6 § räntelagen. (12 ärenden.)", "6 § räntelagen"),
        ("Enligt 6 § räntelagen, (3 a) och", "6 § räntelagen"),
    ],
)
def test_a_scans_speck_before_a_laws_number(text: str, law: str) -> None:
    assert [found.text for found in find_laws(text)] == [law]
