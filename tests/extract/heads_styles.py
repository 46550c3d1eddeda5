"""Heads of further styles, 1994 to 2026: letters without labels, narrow columns, regions and federations."""

# ruff: noqa: E501 - a case is one line

STYLES: list[tuple[str, dict[str, str]]] = [
    ("""
BODENS KOMMUN
Socialförvaltningen
Karin Wikman
Utredare

1996-02-12 Dnr 96/112-730

Socialnämnden
== title
Taxa för hemtjänst
""", {"municipality": "Bodens kommun", "code": "2582", "administration": "Socialförvaltningen", "addressee": "Socialnämnden",
      "title": "Taxa för hemtjänst", "number": "96/112-730", "date": "1996-02-12", "author": "Karin Wikman"}),
    ("""
Hylte kommun
SKRIVELSE
Instans
Sociala
omsorgsnämnden
Datum
2016-09-13
Dnr
2016/SON0087 041
== title
Delårsrapport
""", {"municipality": "Hylte kommun", "code": "1315", "addressee": "Sociala omsorgsnämnden", "title": "Delårsrapport",
      "number": "2016/SON0087 041", "date": "2016-09-13"}),
    ("""
Region Halland
Regionkontoret
Datum: 2022-10-03
Diarienummer: RS220812
Handläggare: Elin Brandt, ekonom
Till: Regionstyrelsen
== title
Budget 2023
""", {"municipality": "Region Halland", "code": "13", "administration": "Regionkontoret", "addressee": "Regionstyrelsen",
      "title": "Budget 2023", "number": "RS220812", "date": "2022-10-03", "author": "Elin Brandt"}),
    ("""
Tjänsteskrivelse
2020-11-02
KS 2020/00412
Säffle kommun
Kommunledningskontoret
Handläggare: Per Lindh, tel. 0533-68 10 00
Kommunstyrelsens arbetsutskott
== title
Medborgarlöfte 2021
""", {"municipality": "Säffle kommun", "code": "1785", "administration": "Kommunledningskontoret",
      "addressee": "Kommunstyrelsens arbetsutskott", "title": "Medborgarlöfte 2021", "number": "KS 2020/00412",
      "date": "2020-11-02", "author": "Per Lindh"}),
    ("""
Vårt datum: 2005-05-11
Vår beteckning: BN 05/233
Ert datum: 2005-04-01
Er beteckning: 403-2211-05
Kalmar kommun
Stadsbyggnadskontoret
Byggnadsnämnden
== title
Yttrande över vattenplan
== signatures
Nils Hjort
Stadsarkitekt
""", {"municipality": "Kalmar kommun", "code": "0880", "administration": "Stadsbyggnadskontoret",
      "addressee": "Byggnadsnämnden", "title": "Yttrande över vattenplan", "number": "BN 05/233", "date": "2005-05-11",
      "author": "Nils Hjort"}),
    ("""
Ovanåkers kommun
Barn- och utbildningsförvaltningen
Upprättad 2013-10-14 av
förvaltningschef Maria Hed
Till barn- och utbildningsnämndens sammanträde 2013-10-23
BUN 2013/77
== title
Elevprognos 2014–2018
""", {"municipality": "Ovanåkers kommun", "code": "2121", "administration": "Barn- och utbildningsförvaltningen",
      "addressee": "Barn- och utbildningsnämnden", "title": "Elevprognos 2014–2018", "number": "BUN 2013/77",
      "date": "2013-10-14", "author": "Maria Hed"}),
    ("""
Sida 1 (3)
Tjänsteutlåtande
Utfärdat: 2019-02-18
Diarienummer: N138-0123/19
Handläggare: Sara Holm
Telefon: 031-365 00 00
E-post: sara.holm@lundby.goteborg.se
Göteborgs Stad
Fastighetskontoret
Till fastighetsnämnden
== title
Markanvisning vid Backaplan
""", {"municipality": "Göteborgs Stad", "code": "1480", "administration": "Fastighetskontoret",
      "addressee": "Fastighetsnämnden", "title": "Markanvisning vid Backaplan", "number": "N138-0123/19",
      "date": "2019-02-18", "author": "Sara Holm"}),
    ("""
Älmhults kommun
Kultur- och fritidsförvaltningen
Handläggare
Lisa Grahn
Kultursekreterare
Datum
17 mars 2011
Referens
KFN 2011-45
Mottagare
Kultur- och fritidsnämnden
== title
Stipendium 2011
""", {"municipality": "Älmhults kommun", "code": "0765", "administration": "Kultur- och fritidsförvaltningen",
      "addressee": "Kultur- och fritidsnämnden", "title": "Stipendium 2011", "number": "KFN 2011-45",
      "date": "2011-03-17", "author": "Lisa Grahn"}),
    ("""
Landstinget Dalarna
Centrala förvaltningen
Dnr LD 12/00345
2012-01-30
Landstingsstyrelsen
== title
Patientavgifter 2013
== signatures
Karin Ståhl
Ekonomidirektör
""", {"municipality": "Landstinget Dalarna", "code": "20", "administration": "Centrala förvaltningen",
      "addressee": "Landstingsstyrelsen", "title": "Patientavgifter 2013", "number": "LD 12/00345", "date": "2012-01-30",
      "author": "Karin Ståhl"}),
    ("""
Orust kommun
Sektor omsorg
PM
2015-06-04
Dnr SN/2015:31
Socialnämnden
Handläggare: Eva Lind och Bo Ek
== title
Ny organisation
""", {"municipality": "Orust kommun", "code": "1421", "administration": "Sektor omsorg", "addressee": "Socialnämnden",
      "title": "Ny organisation", "number": "SN/2015:31", "date": "2015-06-04", "author": "Eva Lind och Bo Ek"}),
    ("""
Mjölby kommun
Tekniska kontoret, gatuenheten
Joakim Rask
Gatuchef
tel 0142-850 00
2008-09-22
TEK 2008:118
Tekniska nämnden
== title
Ny belysning i Skänninge
""", {"municipality": "Mjölby kommun", "code": "0586", "administration": "Tekniska kontoret", "addressee": "Tekniska nämnden",
      "title": "Ny belysning i Skänninge", "number": "TEK 2008:118", "date": "2008-09-22", "author": "Joakim Rask"}),
    ("""
Täby kommun
Tjänsteutlåtande
2024-05-06
Dnr BGN 2024/211-61
Verksamhetsområde utbildning
Barn- och grundskolenämnden
Utredare Amina Noor
== title
Skolval 2024
""", {"municipality": "Täby kommun", "code": "0160", "addressee": "Barn- och grundskolenämnden", "title": "Skolval 2024",
      "administration": "Verksamhetsområde utbildning", "number": "BGN 2024/211-61", "date": "2024-05-06", "author": "Amina Noor"}),
]  # fmt: skip
