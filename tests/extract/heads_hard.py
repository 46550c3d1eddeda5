"""Heads that are hard to read: columns run together, labels far from their values, senders that are also bodies."""

HARD: list[tuple[str, dict[str, str]]] = [
    (
        """
Handläggare Datum Diarienummer
Karin Ekdahl 2018-03-12 KS 2018-00145
0171-52 50 00

Kommunstyrelsen
== title
Ny renhållningsordning
== furniture
Håbo kommun, 746 80 Bålsta
""",
        {
            "municipality": "Håbo kommun", "code": "0305", "addressee": "Kommunstyrelsen",
            "title": "Ny renhållningsordning", "number": "KS 2018-00145", "date": "2018-03-12",
            "author": "Karin Ekdahl",
        },
    ),
    (
        """
Kommunstyrelsen
Kommunledningskontoret
LEKEBERGS KOMMUN

Datum 2009-12-01 Sammanträde 2009-12-15
Dnr KS 09-412

Till Kommunfullmäktige
== title
Redovisning av partistöd
== signatures
Bo Ring
Kanslichef
""",
        {
            "municipality": "Lekebergs kommun", "code": "1814", "administration": "Kommunledningskontoret",
            "addressee": "Kommunfullmäktige", "title": "Redovisning av partistöd", "number": "KS 09-412",
            "date": "2009-12-01", "author": "Bo Ring",
        },
    ),
    (
        """
Tjänsteskrivelse till socialnämnden 2019-05-06
Bjuvs kommun
Dnr: SN 2019-00087
Handläggare
Enhetschef
Anna Svensson
== title
Kvalitetsberättelse 2018
""",
        {
            "municipality": "Bjuvs kommun", "code": "1260", "addressee": "Socialnämnden",
            "title": "Kvalitetsberättelse 2018", "number": "SN 2019-00087", "date": "2019-05-06",
            "author": "Anna Svensson",
        },
    ),
    (
        """
SVEDALA KOMMUN | 1(3)
STRATEGISK PLANERINGSENHET
Datum
Diarienummer
Handläggare
2012-02-15
2012-000112
Jan Berglund

Kommunstyrelsen
== title
Granskning av fördjupad översiktsplan
""",
        {
            "municipality": "Svedala kommun", "code": "1263", "administration": "Strategisk planeringsenhet",
            "addressee": "Kommunstyrelsen", "title": "Granskning av fördjupad översiktsplan", "number": "2012-000112",
            "date": "2012-02-15", "author": "Jan Berglund",
        },
    ),
    (
        """
Kommunförvaltningen
Dokumenttyp
TJÄNSTESKRIVELSE
Datum
2024-05-14
Sida
1 (2)
Adressat
Kommunstyrelsen
Diarienummer
KS/2024:88
Förvaltning, handläggare
Kommunförvaltningen, Eva Modig
== title
Ansökan om medlemskap i kommunalförbund
== furniture
Postadress: Storfors kommun, Box 1001, 688 29 STORFORS
""",
        {
            "municipality": "Storfors kommun", "code": "1760", "administration": "Kommunförvaltningen",
            "addressee": "Kommunstyrelsen", "title": "Ansökan om medlemskap i kommunalförbund", "number": "KS/2024:88",
            "date": "2024-05-14", "author": "Eva Modig",
        },
    ),
    (
        """
Vellinge kommun
Tjänsteskrivelse

Ärendenr Nämnd
Ks 2013/412 Kommunstyrelsen

2013-09-02
Henrik Lindh
Utredningschef
== title
Svar på medborgarförslag: gratis buss
""",
        {
            "municipality": "Vellinge kommun", "code": "1233", "addressee": "Kommunstyrelsen",
            "title": "Svar på medborgarförslag: gratis buss", "number": "Ks 2013/412", "date": "2013-09-02",
            "author": "Henrik Lindh",
        },
    ),
    (
        """
MULLSJÖ KOMMUN
Barn- och utbildningsförvaltningen
Lars-Göran Alm
Förvaltningschef | 96-11-04 | BU 96/87 612

Barn- och utbildningsnämnden
== title
Skolskjutsar vårterminen 1997
""",
        {
            "municipality": "Mullsjö kommun", "code": "0642", "administration": "Barn- och utbildningsförvaltningen",
            "addressee": "Barn- och utbildningsnämnden", "title": "Skolskjutsar vårterminen 1997",
            "number": "BU 96/87 612", "date": "1996-11-04", "author": "Lars-Göran Alm",
        },
    ),
    (
        """
Sollentuna kommun
Kommunledningskontoret
Tjänsteutlåtande
2016-05-23
Lotta Bergh
Sidan 1 av 2
Dnr 2016/0412 KS.063

Kommunstyrelsen
== title
Tertialrapport för AB Solom
""",
        {
            "municipality": "Sollentuna kommun", "code": "0163", "administration": "Kommunledningskontoret",
            "addressee": "Kommunstyrelsen", "title": "Tertialrapport för AB Solom", "number": "2016/0412 KS.063",
            "date": "2016-05-23", "author": "Lotta Bergh",
        },
    ),
    (
        """
Huddinge kommun
DATUM DIARIENR SIDA
2015-03-25 SBN 2014-3312 1 (4)

HANDLÄGGARE
Nils Sten
08-535 300 00
nils.sten@huddinge.se

Samhällsbyggnadsnämnden
== title
Planuppdrag för del av Sjödalen
""",
        {
            "municipality": "Huddinge kommun", "code": "0126", "addressee": "Samhällsbyggnadsnämnden",
            "title": "Planuppdrag för del av Sjödalen", "number": "SBN 2014-3312", "date": "2015-03-25",
            "author": "Nils Sten",
        },
    ),
    (
        """
Datum: 2021-11-09
Till: Kultur- och fritidsnämnden
Från: Kultur- och fritidsförvaltningen
Handläggare: Åsa Pettersson, tel. 0910-73 50 00
Ärende: KFN 2021/77
== title
Bidragsregler
== body: Bakgrund
Skellefteå kommun har 300 föreningar. Skellefteå kommuns bidrag har inte räknats upp.
""",
        {
            "municipality": "Skellefteå kommun", "code": "2482", "administration": "Kultur- och fritidsförvaltningen",
            "addressee": "Kultur- och fritidsnämnden", "title": "Bidragsregler", "number": "KFN 2021/77",
            "date": "2021-11-09", "author": "Åsa Pettersson",
        },
    ),
    (
        """
Region Värmland
Kollektivtrafiknämnden
Tjänsteskrivelse
Datum 2020-02-11
Diarienummer KTN/190412
Handläggare Olof Kvist
Beslutsinstans Kollektivtrafiknämnden
== title
Yttrande över Trafikverkets förslag
""",
        {
            "municipality": "Region Värmland", "code": "17", "addressee": "Kollektivtrafiknämnden",
            "title": "Yttrande över Trafikverkets förslag", "number": "KTN/190412", "date": "2020-02-11",
            "author": "Olof Kvist",
        },
    ),
    (
        """
ÖVERTORNEÅ KOMMUN | TJÄNSTESKRIVELSE
Övertorneån kunta
Utskriftsdatum 2017-10-30
Datum 2017-10-16
Dnr 2017/212
Vård- och omsorgsförvaltningen

Vård- och omsorgsnämnden
== title
Hyra av lokaler
== signatures
Ann-Louise Ylipää
Förvaltningschef
""",
        {
            "municipality": "Övertorneå kommun", "code": "2518", "administration": "Vård- och omsorgsförvaltningen",
            "addressee": "Vård- och omsorgsnämnden", "title": "Hyra av lokaler", "number": "2017/212",
            "date": "2017-10-16", "author": "Ann-Louise Ylipää",
        },
    ),
    (
        """
Danderyds kommun
Bildningsförvaltningen
Datum 2022-09-28
Handläggare Malin Dahl, controller
Diarienummer UN 2022/0087
Till Utbildningsnämnden
Kopia till Kommunstyrelsen
== title
Delårsrapport per augusti
""",
        {
            "municipality": "Danderyds kommun", "code": "0162", "administration": "Bildningsförvaltningen",
            "addressee": "Utbildningsnämnden", "title": "Delårsrapport per augusti", "number": "UN 2022/0087",
            "date": "2022-09-28", "author": "Malin Dahl",
        },
    ),
    (
        """
Tierps kommun
TJÄNSTEUTLÅTANDE
Handläggarens namn
Peter Sund
Datum
2011-08-22
Dnr
KS 2011/498
Sida
1 (1)
Till
Kommunstyrelsens arbetsutskott
== title
Remiss om regional cykelplan
""",
        {
            "municipality": "Tierps kommun", "code": "0360", "addressee": "Kommunstyrelsens arbetsutskott",
            "title": "Remiss om regional cykelplan", "number": "KS 2011/498", "date": "2011-08-22",
            "author": "Peter Sund",
        },
    ),
    (
        """
Södertörns Överförmyndarnämnd
Tjänsteskrivelse
Dnr 2019/44
2019-04-02
Handläggare: Lina Fält

Överförmyndarnämnden
== title
Tillsynsplan
""",
        {
            "addressee": "Överförmyndarnämnden", "title": "Tillsynsplan", "number": "2019/44", "date": "2019-04-02",
            "author": "Lina Fält",
        },
    ),
    (
        """
Ekerö kommun | Kommunstyrelsen
2013-01-28 | KS13/18
Teknik- och exploateringskontoret
== title
Upphandling av snöröjning
== signatures
Stefan Ås
Gatuchef

Ulf Hjort
Teknisk chef
""",
        {
            "municipality": "Ekerö kommun", "code": "0125", "administration": "Teknik- och exploateringskontoret",
            "addressee": "Kommunstyrelsen", "title": "Upphandling av snöröjning", "number": "KS13/18",
            "date": "2013-01-28",
        },
    ),
    (
        """
Kommunstyrelsen 2014-11-05
Protokoll 1 (2)
Arvika kommun

§ 212/2014
KS/2014:512
== title
Taxa för kopior
== decision: Kommunstyrelsens beslut
Taxan antas.
""",
        {
            "kind": "minutes", "municipality": "Arvika kommun", "code": "1784", "title": "Taxa för kopior",
            "number": "KS/2014:512", "date": "2014-11-05",
        },
    ),
    (
        """
Ansvarig tjänsteperson
Josefine Wik
Kommunsekreterare
Beslutande organ
Kommunfullmäktige
Ärendenummer
KS-2025-00412
Datum
2025-06-02
Timrå kommun
== title
Nya arvodesregler
""",
        {
            "municipality": "Timrå kommun", "code": "2262", "addressee": "Kommunfullmäktige",
            "title": "Nya arvodesregler", "number": "KS-2025-00412", "date": "2025-06-02", "author": "Josefine Wik",
        },
    ),
    (
        """
Norra Dalens

kommunalförbund

Datum
2020-04-20

Diarienummer
NDK 2020-0056

Handläggare
Tuve Granberg

Mottagare
Direktionen
== title
Avfallstaxa 2021
""",
        {
            "municipality": "Norra Dalens kommunalförbund", "addressee": "Direktionen",
            "title": "Avfallstaxa 2021", "number": "NDK 2020-0056", "date": "2020-04-20", "author": "Tuve Granberg",
        },
    ),
    (
        """
Höganäs

kommun

Datum 2020-04-20
Dnr KS 2020/56
Till Kommunstyrelsen
== title
Ny taxa
""",
        {
            "municipality": "Höganäs kommun", "code": "1284", "addressee": "Kommunstyrelsen",
            "title": "Ny taxa", "number": "KS 2020/56", "date": "2020-04-20",
        },
    ),
    (
        """
DALS-EDS KOMMUN
Dnr KS 96/112
1996-03-18
Till kommunstyrelsen
== body: ANG. BIDRAG TILL IK DALPOJKARNA
Föreningen har ansökt om bidrag till en pistmaskin.
""",
        {
            "municipality": "Dals-Eds kommun", "code": "1438", "addressee": "Kommunstyrelsen",
            "title": "ANG. BIDRAG TILL IK DALPOJKARNA", "number": "KS 96/112", "date": "1996-03-18",
        },
    ),
    (
        """
VARA KOMMUN
Kommunkansliet

Vårt diarienummer

KS 2014/0377 040

Ert diarienummer

SN 2014/12

Handl: Gunvor Ekdahl

2014-09-22

Kommunstyrelsen
== title
Ny taxa för kopior
""",
        {
            "municipality": "Vara kommun", "code": "1470", "administration": "Kommunkansliet",
            "addressee": "Kommunstyrelsen", "title": "Ny taxa för kopior", "number": "KS 2014/0377 040",
            "date": "2014-09-22", "author": "Gunvor Ekdahl",
        },
    ),
    (
        """
ALE KOMMUN
Handl: Bo Ekdahl
Tfn 0303-33 00 00

Ert dnr 2014/55
Vårt dnr 2014/77

2014-09-22

Till socialnämnden
== body: Angående ny taxa
Nämnden har bett om underlag.
""",
        {
            "municipality": "Ale kommun", "code": "1440", "addressee": "Socialnämnden",
            "title": "Angående ny taxa", "number": "2014/77", "date": "2014-09-22", "author": "Bo Ekdahl",
        },
    ),
]  # fmt: skip
