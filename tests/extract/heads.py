"""Made-up heads of memos and minutes, in the styles of many municipalities, regions and associations, 1990s to now.

Each is (marked-up memo, expected fields). Fields that are left out of the expectation must be None; `kind` is `memo`
where it is left out. The marking is that of `tests.extract.marked`.
"""

BODY = "\n\n== body: Ärendet\nNågot har hänt som nämnden behöver ta ställning till.\n"

HEADS: list[tuple[str, dict[str, str]]] = [
    (
        """
ARBOGA KOMMUN
Tekniska förvaltningen
Sture Edholm
Tfn 0589-871 20

TJÄNSTESKRIVELSE
1995-02-27
Dnr TN 95/033 512
1 (2)

Tekniska nämnden
== title
OMLÄGGNING AV TRAFIKEN PÅ STORGATAN
""",
        {
            "municipality": "Arboga kommun", "code": "1984", "administration": "Tekniska förvaltningen",
            "addressee": "Tekniska nämnden", "title": "OMLÄGGNING AV TRAFIKEN PÅ STORGATAN",
            "number": "TN 95/033 512", "date": "1995-02-27", "author": "Sture Edholm",
        },
    ),
    (
        """
Lerums kommun

Datum: 2021-03-15
Handläggare: Maria Sandberg
Diarienr: KS21.118

Till kommunstyrelsen
== title
Svar på motion om solceller på kommunens tak
""",
        {
            "municipality": "Lerums kommun", "code": "1441", "addressee": "Kommunstyrelsen",
            "title": "Svar på motion om solceller på kommunens tak", "number": "KS21.118", "date": "2021-03-15",
            "author": "Maria Sandberg",
        },
    ),
    (
        """
Stockholms stad
Utbildningsförvaltningen
Avdelningen för grundskola

Tjänsteutlåtande
Dnr 1.6-4711/2014
Sida 1 (4)
2014-05-20

Handläggare
Elisabeth Forsell
Telefon: 08-508 33 000

Till
Utbildningsnämnden
2014-06-12
== title
Yttrande över remiss om läxhjälp
""",
        {
            "municipality": "Stockholms stad", "code": "0180", "administration": "Utbildningsförvaltningen",
            "addressee": "Utbildningsnämnden", "title": "Yttrande över remiss om läxhjälp", "number": "1.6-4711/2014",
            "date": "2014-05-20", "author": "Elisabeth Forsell",
        },
    ),
    (
        """
TJÄNSTESKRIVELSE | Datum | Vår beteckning
HUDIKSVALLS KOMMUN | 2009-11-03 | 2009-KS-0412 106
Kommunledningskontoret
Handläggare
Anders Hedlund

Kommunstyrelsens arbetsutskott
== title
Revidering av reglemente för krisledningsnämnd
""",
        {
            "municipality": "Hudiksvalls kommun", "code": "2184", "administration": "Kommunledningskontoret",
            "addressee": "Kommunstyrelsens arbetsutskott", "title": "Revidering av reglemente för krisledningsnämnd",
            "number": "2009-KS-0412 106", "date": "2009-11-03", "author": "Anders Hedlund",
        },
    ),
    (
        """
Region Kronoberg
Regionstaben
Karin Wallin
Ekonomichef
0470-58 80 00

Missiv
Datum 2022-01-24
Diarienummer 22RK118

Regionstyrelsen
== title
Finansrapport december 2021
""",
        {
            "municipality": "Region Kronoberg", "code": "07", "administration": "Regionstaben",
            "addressee": "Regionstyrelsen", "title": "Finansrapport december 2021", "number": "22RK118",
            "date": "2022-01-24", "author": "Karin Wallin",
        },
    ),
    (
        """
Landstinget i Östergötland
Hälso- och sjukvårdsnämndens tjänstemannaorganisation
Ärendenr LiÖ 2011-1234
2011-10-04

Hälso- och sjukvårdsnämnden
== title
Förslag till överenskommelse med närsjukvården
""",
        {
            "municipality": "Landstinget i Östergötland", "code": "05", "addressee": "Hälso- och sjukvårdsnämnden",
            "title": "Förslag till överenskommelse med närsjukvården", "number": "LiÖ 2011-1234", "date": "2011-10-04",
        },
    ),
    (
        """
Handläggare | Datum | Ärendebeteckning
Johan Ekström | 2016-09-06 | SBN 2016-1187
0480-45 00 00

Samhällsbyggnadsnämnden

Kalmar kommun
Samhällsbyggnadskontoret
== title
Detaljplan för kvarteret Gesällen, beslut om samråd
""",
        {
            "municipality": "Kalmar kommun", "code": "0880", "administration": "Samhällsbyggnadskontoret",
            "addressee": "Samhällsbyggnadsnämnden", "title": "Detaljplan för kvarteret Gesällen, beslut om samråd",
            "number": "SBN 2016-1187", "date": "2016-09-06", "author": "Johan Ekström",
        },
    ),
    (
        """
VÄSTERÅS STAD
Barn- och utbildningsförvaltningen
Ann-Marie Dahlqvist
Tel 021-39 00 00

TJÄNSTEUTLÅTANDE
Datum 2013-08-19
Diarienr 2013/412-BUN-043
Sida 1(3)

Till Barn- och ungdomsnämnden
== title
Ansökan om godkännande av fristående förskola
""",
        {
            "municipality": "Västerås stad", "code": "1980", "administration": "Barn- och utbildningsförvaltningen",
            "addressee": "Barn- och ungdomsnämnden", "title": "Ansökan om godkännande av fristående förskola",
            "number": "2013/412-BUN-043", "date": "2013-08-19", "author": "Ann-Marie Dahlqvist",
        },
    ),
    (
        """
Nacka kommun
Miljö- och stadsbyggnad

2018-02-07
1 (3)

TJÄNSTESKRIVELSE
KFKS 2016/412-214

Kommunstyrelsens stadsutvecklingsutskott
== title
Startpromemoria för stadsbyggnadsprojekt på västra Sicklaön
""",
        {
            "municipality": "Nacka kommun", "code": "0182", "administration": "Miljö- och stadsbyggnad",
            "addressee": "Kommunstyrelsens stadsutvecklingsutskott",
            "title": "Startpromemoria för stadsbyggnadsprojekt på västra Sicklaön", "number": "KFKS 2016/412-214",
            "date": "2018-02-07",
        },
    ),
    (
        """
Sida 1 av 2
Tjänsteskrivelse
2024-10-02
VON 2024/00087

Vård- och omsorgsförvaltningen
Fatima Yıldız Larsson, utredare

Vård- och omsorgsnämnden
== title
Rapportering av ej verkställda beslut, kvartal 3
== furniture
Kristinehamns kommun | 681 84 Kristinehamn | www.kristinehamn.se | 0550-880 00
""",
        {
            "municipality": "Kristinehamns kommun", "code": "1781",
            "administration": "Vård- och omsorgsförvaltningen",
            "addressee": "Vård- och omsorgsnämnden", "title": "Rapportering av ej verkställda beslut, kvartal 3",
            "number": "VON 2024/00087", "date": "2024-10-02", "author": "Fatima Yıldız Larsson",
        },
    ),
    (
        """
UMEÅ KOMMUN | Tjänsteskrivelse | 1 (2)
2017-04-25
Diarienr: FN-2017/00045

Fritidsnämnden
== title
Bidrag till allaktivitetshus
== signatures
Mikael Brändström
Fritidsdirektör
""",
        {
            "municipality": "Umeå kommun", "code": "2480", "addressee": "Fritidsnämnden",
            "title": "Bidrag till allaktivitetshus", "number": "FN-2017/00045", "date": "2017-04-25",
            "author": "Mikael Brändström",
        },
    ),
    (
        """
Kommunledningsförvaltningen
Ekonomiavdelningen

Dokumenttyp: Tjänsteskrivelse
Upprättad den: 12 maj 2010
Diarienummer: 2010/KS0231 042
Upprättad av: Börje Lundkvist

Mottagare:
Kommunstyrelsen
Kommunfullmäktige
== title
Tertialrapport 1 för 2010
== furniture
Köpings kommun, 731 85 Köping
Tfn 0221-250 00
Org.nr 212000-2114
""",
        {
            "municipality": "Köpings kommun", "code": "1983", "administration": "Kommunledningsförvaltningen",
            "addressee": "Kommunstyrelsen", "title": "Tertialrapport 1 för 2010", "number": "2010/KS0231 042",
            "date": "2010-05-12", "author": "Börje Lundkvist",
        },
    ),
    (
        """
TORSBY KOMMUN
SOCIALKONTORET
Gunilla Persson | 1999-03-08 | SN 1999:87

Socialnämnden
== title
Anhållan om utökning av hemtjänsten i Sysslebäck
""",
        {
            "municipality": "Torsby kommun", "code": "1737", "administration": "Socialkontoret",
            "addressee": "Socialnämnden", "title": "Anhållan om utökning av hemtjänsten i Sysslebäck",
            "number": "SN 1999:87", "date": "1999-03-08", "author": "Gunilla Persson",
        },
    ),
    (
        """
Räddningstjänstförbundet Mitt Bohuslän
Tjänsteskrivelse
Datum: 2020-11-30
Dnr: 2020-000412
Handläggare: Per-Olof Ek

Direktionen
== title
Budget 2021 och plan 2022–2023
""",
        {
            "municipality": "Räddningstjänstförbundet Mitt Bohuslän", "addressee": "Direktionen",
            "title": "Budget 2021 och plan 2022–2023", "number": "2020-000412", "date": "2020-11-30",
            "author": "Per-Olof Ek",
        },
    ),
    (
        """
Uppsala kommun
Stadsbyggnadsförvaltningen
Handläggare: | Datum: | Diarienummer:
Hanna Lööf | 2022-05-16 | PBN-2021-001187

Tjänsteskrivelse till plan- och byggnadsnämnden
== title
Detaljplan för kvarteret Vimpeln
""",
        {
            "municipality": "Uppsala kommun", "code": "0380", "administration": "Stadsbyggnadsförvaltningen",
            "addressee": "Plan- och byggnadsnämnden", "title": "Detaljplan för kvarteret Vimpeln",
            "number": "PBN-2021-001187", "date": "2022-05-16", "author": "Hanna Lööf",
        },
    ),
    (
        """
Trelleborgs kommun
Kommunledningsförvaltningen

TJÄNSTESKRIVELSE
Datum 2015-10-01
Dnr KS 2015/612
Kommunstyrelsen

Handläggare
Petra Möller
Kanslichef
0410-73 30 00
petra.moller@trelleborg.se
== title
Sammanträdestider 2016
""",
        {
            "municipality": "Trelleborgs kommun", "code": "1287", "administration": "Kommunledningsförvaltningen",
            "addressee": "Kommunstyrelsen", "title": "Sammanträdestider 2016", "number": "KS 2015/612",
            "date": "2015-10-01", "author": "Petra Möller",
        },
    ),
    (
        """
HÄRNÖSANDS KOMMUN
Kommunstyrelsekontoret | TJÄNSTESKRIVELSE
 | Datum 2003-12-04 | Dnr KS03/512

Stig Hammarlund
Näringslivschef

KOMMUNSTYRELSEN
== title
Försäljning av fastigheten Saltvik 3:12
""",
        {
            "municipality": "Härnösands kommun", "code": "2280", "administration": "Kommunstyrelsekontoret",
            "addressee": "Kommunstyrelsen", "title": "Försäljning av fastigheten Saltvik 3:12", "number": "KS03/512",
            "date": "2003-12-04", "author": "Stig Hammarlund",
        },
    ),
    (
        """
SUNDSVALLS KOMMUN
Kultur- och fritidsförvaltningen

Vår referens: Lisbeth Åkerlund
Vårt datum: 2006-09-21
Vår beteckning: KFN-2006-00087-1
Ert datum: 2006-08-30
Er beteckning: 421-3312-06

Kultur- och fritidsnämnden
== title
Yttrande över länsstyrelsens program för kulturmiljövård
""",
        {
            "municipality": "Sundsvalls kommun", "code": "2281", "administration": "Kultur- och fritidsförvaltningen",
            "addressee": "Kultur- och fritidsnämnden",
            "title": "Yttrande över länsstyrelsens program för kulturmiljövård", "number": "KFN-2006-00087-1",
            "date": "2006-09-21", "author": "Lisbeth Åkerlund",
        },
    ),
    (
        """
Malung-Sälens kommun
Barn- och utbildningsförvaltningen

Tjänsteskrivelse
Utfärdat datum: 2019-01-17
Sammanträdesdatum: 2019-02-06
Dnr: BUN 2019/12

Barn- och utbildningsnämnden
Handläggare Erik Hjelm
== title
Skolskjutsregler från och med läsåret 2019/20
""",
        {
            "municipality": "Malung-Sälens kommun", "code": "2023",
            "administration": "Barn- och utbildningsförvaltningen",
            "addressee": "Barn- och utbildningsnämnden", "title": "Skolskjutsregler från och med läsåret 2019/20",
            "number": "BUN 2019/12", "date": "2019-01-17", "author": "Erik Hjelm",
        },
    ),
    (
        """
Eskilstuna kommun
Stadsbyggnadsförvaltningen
Planavdelningen

Datum
2023-02-20

Diarienummer
KSKF/2023:61

Handläggare
Amina Warsame och Björn Tideman

Kommunstyrelsen
== title
Antagande av översiktsplan
""",
        {
            "municipality": "Eskilstuna kommun", "code": "0484", "administration": "Stadsbyggnadsförvaltningen",
            "addressee": "Kommunstyrelsen", "title": "Antagande av översiktsplan", "number": "KSKF/2023:61",
            "date": "2023-02-20", "author": "Amina Warsame och Björn Tideman",
        },
    ),
    (
        """
GÖTEBORGS STAD
Stadskansliet

Tjänsteutlåtande
Utfärdat 2012-03-14
Diarienummer 0188/12

Välfärd och utbildning
Lena Bohlin
Telefon 031-368 00 00
E-post: fornamn.efternamn@stadshuset.goteborg.se

Till Kommunstyrelsen
== title
Hemställan om ändring av reglemente
""",
        {
            "municipality": "Göteborgs Stad", "code": "1480", "administration": "Stadskansliet",
            "addressee": "Kommunstyrelsen", "title": "Hemställan om ändring av reglemente", "number": "0188/12",
            "date": "2012-03-14", "author": "Lena Bohlin",
        },
    ),
    (
        """
1 (2)
Emmaboda kommun
Bygg- och miljökontoret
2014-06-18
Dnr 2014-0312-BM

Bygg- och miljönämnden
== title
Tillsynsplan 2014
== signatures
Kjell Arvidsson
Miljöinspektör

Siv Bengtsson
Förvaltningschef
""",
        {
            "municipality": "Emmaboda kommun", "code": "0862", "administration": "Bygg- och miljökontoret",
            "addressee": "Bygg- och miljönämnden", "title": "Tillsynsplan 2014", "number": "2014-0312-BM",
            "date": "2014-06-18",
        },
    ),
    (
        """
Datum
2025-09-08
Handläggare
Sanna Rydell
Diarienummer
2025.0219 KS

Kommunstyrelsens
arbetsutskott
== title
Medborgarlöfte 2026
== body: Ärendet
Mölndals stad och polisen har enats om ett medborgarlöfte. Mölndals stads andel är hälften.
""",
        {
            "municipality": "Mölndals stad", "code": "1481", "addressee": "Kommunstyrelsens arbetsutskott",
            "title": "Medborgarlöfte 2026", "number": "2025.0219 KS", "date": "2025-09-08", "author": "Sanna Rydell",
        },
    ),
    (
        """
TJÄNSTESKRIVELSE
Kommunstyrelseförvaltningen
Datum 2011-04-11
Vår handläggare
Roger Blom
Planeringschef
Diarienr
KS 2011.0145.101

Kommunstyrelsens allmänna utskott
== title
Svar på medborgarförslag om gång- och cykelväg
== furniture
Sala kommun | Box 304 | 733 25 Sala | kommun.info@sala.se
""",
        {
            "municipality": "Sala kommun", "code": "1981", "administration": "Kommunstyrelseförvaltningen",
            "addressee": "Kommunstyrelsens allmänna utskott",
            "title": "Svar på medborgarförslag om gång- och cykelväg",
            "number": "KS 2011.0145.101", "date": "2011-04-11", "author": "Roger Blom",
        },
    ),
    (
        """
SJÖBO KOMMUN
Familjeförvaltningen
Utredare Kent Palm

Beslutsunderlag
2018-10-11
2018/311

Familjenämnden
== title
Internkontrollplan 2019
""",
        {
            "municipality": "Sjöbo kommun", "code": "1265", "administration": "Familjeförvaltningen",
            "addressee": "Familjenämnden", "title": "Internkontrollplan 2019", "number": "2018/311",
            "date": "2018-10-11", "author": "Kent Palm",
        },
    ),
    (
        """
Barn och utbildning
Handläggare: Rektor Monica Lantz
Datum: 2008-02-19
Diarienummer: BU 2008/44

Till: Barn- och utbildningsnämnden
== title
Lokaler för förskola i Östra Karup
== summary: Sammanfattning
Barn och utbildning föreslår att en ny förskola byggs. Båstads kommuns befolkning ökar. Båstads kommun har ont om plats.
""",
        {
            "municipality": "Båstads kommun", "code": "1278", "administration": "Barn och utbildning",
            "addressee": "Barn- och utbildningsnämnden", "title": "Lokaler för förskola i Östra Karup",
            "number": "BU 2008/44", "date": "2008-02-19", "author": "Monica Lantz",
        },
    ),
    (
        """
Kommunstyrelseförvaltningen
Tekniska avdelningen
PM
Örebro 1997-05-06
Ks 231/97
Gösta Rehn

Kommunstyrelsens tekniska utskott
== title
Prisjustering av vatten- och avloppstaxan
== furniture
Örebro kommun, Box 30000, 701 35 Örebro
""",
        {
            "municipality": "Örebro kommun", "code": "1880", "administration": "Kommunstyrelseförvaltningen",
            "addressee": "Kommunstyrelsens tekniska utskott", "title": "Prisjustering av vatten- och avloppstaxan",
            "number": "Ks 231/97", "date": "1997-05-06", "author": "Gösta Rehn",
        },
    ),
    (
        """
Kontaktperson: Ulrika Fransson, planeringssekreterare
Telefon: 0303-23 80 00
Kungälvs kommun
Sektor samhälle och utveckling
2020-08-24
KS2020/1187-2

Kommunstyrelsen
== title
Remissvar – regional transportinfrastrukturplan
""",
        {
            "municipality": "Kungälvs kommun", "code": "1482", "administration": "Sektor samhälle och utveckling",
            "addressee": "Kommunstyrelsen", "title": "Remissvar – regional transportinfrastrukturplan",
            "number": "KS2020/1187-2", "date": "2020-08-24", "author": "Ulrika Fransson",
        },
    ),
    (
        """
ÅMÅLS KOMMUN
Dokumentnamn: Tjänsteskrivelse
Diarienummer: KS 2017/118
Datum: 2017-06-13
Referens: Gun Holmqvist

Ledningsutskottet
Kommunstyrelsen
== title
Köp av del av fastigheten Åmål 6:2
== proposal: Förslag till beslut
Ledningsutskottet föreslår kommunstyrelsen att godkänna köpet.
== body: Ärendebeskrivning
Kommunledningskontoret har förhandlat med ägaren.
== body: Kommunledningskontorets bedömning
Köpet är angeläget.
""",
        {
            "municipality": "Åmåls kommun", "code": "1492", "administration": "Kommunledningskontoret",
            "addressee": "Ledningsutskottet", "title": "Köp av del av fastigheten Åmål 6:2", "number": "KS 2017/118",
            "date": "2017-06-13", "author": "Gun Holmqvist",
        },
    ),
    (
        """
Stockholms läns landsting
Hälso- och sjukvårdsförvaltningen
TJÄNSTEUTLÅTANDE
2014-06-12
HSN 1404-0442
Handläggare:
Britt Arwidson

Hälso- och sjukvårdsnämnden
2014-06-17, p 12
== title
Yttrande över motion om tandvård
""",
        {
            "municipality": "Stockholms läns landsting", "code": "01",
            "administration": "Hälso- och sjukvårdsförvaltningen",
            "addressee": "Hälso- och sjukvårdsnämnden", "title": "Yttrande över motion om tandvård",
            "number": "HSN 1404-0442", "date": "2014-06-12", "author": "Britt Arwidson",
        },
    ),
    (
        """
Region Gotland
Socialförvaltningen
Ärendenr SON 2021/87
Handlingstyp Tjänsteskrivelse
Datum 20 april 2021

Socialnämnden
== title
Avgifter inom äldreomsorgen 2022
== signatures
Socialförvaltningen

Marica Gardell
Socialdirektör
""",
        {
            "municipality": "Region Gotland", "code": "0980", "administration": "Socialförvaltningen",
            "addressee": "Socialnämnden", "title": "Avgifter inom äldreomsorgen 2022", "number": "SON 2021/87",
            "date": "2021-04-20", "author": "Marica Gardell",
        },
    ),
    (
        """
Avesta kommun
Datum: 5.11.2001
Ref: Hans-Erik Fors
Dnr: 01.0412.822

Kultur- och fritidsnämnden
== title
Upprustning av Karlfeldtsparken
""",
        {
            "municipality": "Avesta kommun", "code": "2084", "addressee": "Kultur- och fritidsnämnden",
            "title": "Upprustning av Karlfeldtsparken", "number": "01.0412.822", "date": "2001-11-05",
            "author": "Hans-Erik Fors",
        },
    ),
    (
        """
MIUN KOMMUNALFÖRBUND
== title
Yttrande över budget
""",
        {"municipality": "MIUN KOMMUNALFÖRBUND", "title": "Yttrande över budget"},
    ),
    (
        """
Kallelse
Kommunstyrelsen

Datum: 2019-02-01
== title
Kommunstyrelsens sammanträde i februari
""",
        {
            "kind": "other", "addressee": "Kommunstyrelsen", "title": "Kommunstyrelsens sammanträde i februari",
            "date": "2019-02-01",
        },
    ),
    (
        """
Gagnefs kommun

SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
Sammanträdesdatum 2012-10-09

§ 141 Dnr KS/2012:411
== title
Delårsrapport per den 31 augusti
== decision: Beslut
Delårsrapporten godkänns.
== furniture
Justerandes sign | Utdragsbestyrkande
""",
        {
            "kind": "minutes", "municipality": "Gagnefs kommun", "code": "2026",
            "title": "Delårsrapport per den 31 augusti", "number": "KS/2012:411", "date": "2012-10-09",
        },
    ),
    (
        """
PROTOKOLLSUTDRAG
Sammanträdesdatum
2004-03-22

Miljö- och byggnadsnämnden
Laholms kommun
== title
§ 38 Dnr MB 2004-212
Bygglov för transformatorstation
== decision: Miljö- och byggnadsnämndens beslut
Bygglov beviljas.
== furniture
Justerandes signatur | Utdragsbestyrkande
""",
        {
            "kind": "minutes", "municipality": "Laholms kommun", "code": "1381",
            "title": "Bygglov för transformatorstation",
            "number": "MB 2004-212", "date": "2004-03-22",
        },
    ),
    (
        """
Direktionen
Protokoll 2018-11-23
Kommunalförbundet Svalövs Räddning

§ 51 2018/112
== title
Taxa för tillsyn
== decision: Beslut
Taxan antas.
""",
        {
            "kind": "minutes", "municipality": "Kommunalförbundet Svalövs Räddning", "title": "Taxa för tillsyn",
            "number": "2018/112", "date": "2018-11-23",
        },
    ),
    (
        """
Härryda kommun
Datum | Diarienummer
2019-09-23 | 2019KS412 214

Sektorn för samhällsbyggnad
Plan- och bygglovsverksamheten
Annie Falk

Kommunstyrelsen
== title
Planbesked för Hindås 1:5
""",
        {
            "municipality": "Härryda kommun", "code": "1401", "administration": "Sektorn för samhällsbyggnad",
            "addressee": "Kommunstyrelsen", "title": "Planbesked för Hindås 1:5", "number": "2019KS412 214",
            "date": "2019-09-23", "author": "Annie Falk",
        },
    ),
    (
        """
Krokoms kommun
Krovgen tjielte
Sida 1(3)
Dnr SBN/2023:118
2023-11-02
Samhällsbyggnadsförvaltningen
Jon-Anders Nordfjell
Gatuingenjör
0640-161 00

Till samhällsbyggnadsnämnden
== title
Medel för belysning i Änge
""",
        {
            "municipality": "Krokoms kommun", "code": "2309", "administration": "Samhällsbyggnadsförvaltningen",
            "addressee": "Samhällsbyggnadsnämnden", "title": "Medel för belysning i Änge", "number": "SBN/2023:118",
            "date": "2023-11-02", "author": "Jon-Anders Nordfjell",
        },
    ),
    (
        """
Tjänsteskrivelse
Datum: 2026-02-03
Diarienr: 2026.031 ÖN
Handläggare: Lovisa Brunn

Överförmyndarnämnden
== stamp
SVENLJUNGA KOMMUN
INKOM 2026-02-05
Dnr 2026-117
== title
Arvoden till gode män 2026
== body: Ärendet
Svenljunga kommun betalar arvoden. Svenljunga kommuns arvoden har inte ändrats på länge.
""",
        {
            "municipality": "Svenljunga kommun", "code": "1465", "addressee": "Överförmyndarnämnden",
            "title": "Arvoden till gode män 2026", "number": "2026.031 ÖN", "date": "2026-02-03",
            "author": "Lovisa Brunn",
        },
    ),
    (
        """
Hallstahammars kommun
Kultur- och fritidsförvaltningen
Tjänsteskrivelse
2022-03-30
Dnr 88/22
Eva Storm

Barn- och
utbildningsnämnden
Kultur- och fritidsnämnden
== title
Kulturgaranti för barn och unga
""",
        {
            "municipality": "Hallstahammars kommun", "code": "1961",
            "administration": "Kultur- och fritidsförvaltningen",
            "addressee": "Barn- och utbildningsnämnden",
            "title": "Kulturgaranti för barn och unga", "number": "88/22",
            "date": "2022-03-30", "author": "Eva Storm",
        },
    ),
    (
        """
Västra Götalandsregionen
Koncernkontoret
Tjänsteutlåtande
Datum 2017-08-28
Diarienummer RS 2017-01187
Handläggare: Cecilia Strand
Telefon: 070-000 00 00

Till regionstyrelsen
== title
Avtal om interregional kollektivtrafik
""",
        {
            "municipality": "Västra Götalandsregionen", "code": "14", "administration": "Koncernkontoret",
            "addressee": "Regionstyrelsen",
            "title": "Avtal om interregional kollektivtrafik", "number": "RS 2017-01187",
            "date": "2017-08-28", "author": "Cecilia Strand",
        },
    ),
]  # fmt: skip
