"""Dirt at the ends of an old text's lines, words cut in two and run together."""

import pytest

from pipeline.memo.build import find_memos
from pipeline.memo.lines import tokens_of
from pipeline.memo.specks import without_specks
from pipeline.read.page import ReadAs
from tests.memo.typeset import Sheet, plain

CASES = [
    ("_ Förslag till beslut", "Förslag till beslut"),
    ("bevilja lokalavdelningen 12.500: -", "bevilja lokalavdelningen 12.500:-"),
    ("avgift 540: - for alla", "avgift 540:- for alla"),
    ("Skylt 1 075: - 1 200: -", "Skylt 1 075:- 1 200:-"),
    ("hyran 3 450: —.", "hyran 3 450:—."),
    ("ar 2012: - ny skola", "ar 2012: - ny skola"),
    ("punkt 12: - ny skola", "punkt 12: - ny skola"),
    ("konto 5310: - Ny skola", "konto 5310: - Ny skola"),
    ("matavgift 3 480 kriman", "matavgift 3 480 kr/man"),
    ("avgift 145 kridygn, 62 krlplats.", "avgift 145 kr/dygn, 62 kr/plats."),
    ("hyra 1 045 kr1m2 och 12 tkr|ar", "hyra 1 045 kr/m2 och 12 tkr/ar"),
    ("en krist fran kritar och krimin", "en krist fran kritar och krimin"),
    ("Förslag till beslut.", "Förslag till beslut"),
    ("den 31 december 2016. :", "den 31 december 2016."),
    ("antagit |", "antagit"),
    ("310.000 kr 1998 och 875.000.kr 1999", "310.000 kr 1998 och 875.000 kr 1999"),
    ("kostar 128 700-kronor per ar", "kostar 128 700 kronor per ar"),
    ("ca 45.tkr, samt 12-mkr.", "ca 45 tkr, samt 12 mkr."),
    ("konto 1.kr2 och 0.kr", "konto 1.kr2 och 0.kr"),
    ("en 50-kronorssedel, 2.000-kronors", "en 50-kronorssedel, 2.000-kronors"),
    ("Eva Ek (S)'och Bo Alm (V) foreslar", "Eva Ek (S) och Bo Alm (V) foreslar"),
    ("Eva Ek (kd)och Bo Alm", "Eva Ek (kd) och Bo Alm"),
    ("Eva Ek (MP)’yrkar bifall", "Eva Ek (MP) yrkar bifall"),
    ("for barn(en) och (bi)dragen", "for barn(en) och (bi)dragen"),
    ("‘Kopia till: Ekonomienheten", "Kopia till: Ekonomienheten"),
    ("Eva Ek (S) och Bo ‘Karlqvist (S) foreslar", "Eva Ek (S) och Bo Karlqvist (S) foreslar"),
    ("att ‘anse skrivelsen besvarad", "att anse skrivelsen besvarad"),
    ("kostnaden ´okar med 3 procent", "kostnaden okar med 3 procent"),
    ("avtal med `Ek Bygg AB om", "avtal med Ek Bygg AB om"),
    ("att galla fro m den 1 maj", "att galla fr o m den 1 maj"),
    ("galler to m 2005-06-30.", "galler t o m 2005-06-30."),
    ("Fro m. hostterminen", "Fr o m. hostterminen"),
    ("om borgen enligt.tabellen ovan", "om borgen enligt tabellen ovan"),
    ("medbestammande i.arbetslivet agde rum", "medbestammande i arbetslivet agde rum"),
    ("betalas genom.kommunen varje ar", "betalas genom kommunen varje ar"),
    ("uppfoljning per augusti 201 8", "uppfoljning per augusti 2018"),
    ("den 1 maj 201 9. Taxan galler", "den 1 maj 2019. Taxan galler"),
    ("* 2 att ansla medel", "2 att ansla medel"),
    ("° 3. att ansla medel", "3. att ansla medel"),
    ("5 © att bemyndiga chefen", "5 att bemyndiga chefen"),
    ("4. _ tillfora namnden 5 000 tkr", "4. tillfora namnden 5 000 tkr"),
    ("2) ° anta taxan", "2) anta taxan"),
    ("3 » att avsla motionen", "3 att avsla motionen"),
    ("och ‘Lund ‘Ek har", "och Lund Ek har"),
    ("“Ekonomikontoret (2 ex)", "Ekonomikontoret (2 ex)"),
    ("Inkomna_anbud", "Inkomna anbud"),
    ("Regler_ mm", "Regler mm"),
    ("Facklig_samverkan", "Facklig samverkan"),
    ("Bengt -Olof. Sjödin", "Bengt-Olof Sjödin"),
    ("med Lansarbet snamnden i Varmlands lan", "med Lansarbetsnamnden i Varmlands lan"),
    ("genomféra forséket.under 2012", "genomféra forséket under 2012"),
    ("27,5 mnkr for.utbyggnaden i 2013", "27,5 mnkr for utbyggnaden i 2013"),
    ("med.kommunstyrelsen, som", "med kommunstyrelsen, som"),
    ("—_anslé 350 000 kr", "— anslé 350 000 kr"),
    ("-_inratta en nimnd", "- inratta en nimnd"),
    ("i 2002 ars. budget", "i 2002 ars budget"),
    ("fore tidens utgangen. av april", "fore tidens utgangen av april"),
    ("karta 201 2-03-30,", "karta 2012-03-30,"),
    ("in 201 5-03-17 att", "in 2015-03-17 att"),
    ("for trafik, infrastruktur och. miljo", "for trafik, infrastruktur och miljo"),
    ("_b) att uppdra at chefen", "b) att uppdra at chefen"),
    ("‘2. att uppdra at chefen", "2. att uppdra at chefen"),
    ("hur tjansten:som barnchef skall avvecklas", "hur tjansten som barnchef skall avvecklas"),
    ("Sektor ~ Trygghet och stod", "Sektor Trygghet och stod"),
    ("hamtstalle, Haga.4:12", "hamtstalle, Haga 4:12"),
    ("inkop av begagnad ismaskin anvisas", "inkop av begagnad ismaskin anvisas"),
    ("Lansarbetsnadmnden. i Kopparbergs lan har", "Lansarbetsnadmnden i Kopparbergs lan har"),
    ("med Svenska .Kommunalarbetareférbundet om", "med Svenska Kommunalarbetareférbundet om"),
    ("Lansstyrelsen i Vastra Gotalands ln vill", "Lansstyrelsen i Vastra Gotalands län vill"),
    ("Haga Fiske ek fdr har sökt", "Haga Fiske ek för har sökt"),
    ("Avtal med Visit Haga ek. far.", "Avtal med Visit Haga ek. för."),
    ("i Jamtlands lin, liksom i Dalarnas Jan.", "i Jamtlands län, liksom i Dalarnas län."),
]
LEFT = [
    "S:t Olofs gata", "kl. 13:30", "fastigheten Haga 4:12", "KF:s beslut", "enligt foljande:",
    "Handläggare :", "- att bifalla", "| oktober startades", "”Ny skola” heter rapporten", "“Ny skola” heter rapporten",
    "anna_berg@kommun.se", "www.vaxjo.se", "protokoll_2012.pdf", "regionala utvecklingsnamnden",
    "godkanna genomforandeavtalet", "kommunens svar", "detaljplan som antagits", "lagrad megabyte",
    "barn- och ungdomsnamnden", "Per -ordförande", "fr.o.m. 1 maj", "den 4 maj.",
    "Nämnden beslutar om förslag till beslut.", "kostnad 201 2 500 kr", "den 20 2-05-06", "ny grusmaskin", "kl.fyra",
    "se avtalet.docx", "exkl. moms", "5 kap. skollagen", "dvs. drygt halften", "4 milj. kr", "antas. Taxan galler",
    "Lag.2010:900 galler", "kopt. Taxan galler", "for Karolins lin och ull", "i .NET och C",
    "fran maj 201 8 000 kr", "rum 201 8 ar", "to mot", "fro och m", "* 2 platser i lokalen", "i.e. sa",
    "vid 5 ° kallt", "5 * 12 kr", "12 • 4",
    "rapporten ‘Ny skola’ heter", "kallad ‘Linden', som", "om `Linden` i byn", "rapporten “Ny skola",
    "Stadsbyggn. i Lund", "Ida Ek far leda", "Ida Ek fdr leda", "med Norrlands in i",
]  # fmt: skip


def test_scraps_that_stand_alone_are_dropped() -> None:
    page = plain("1. anta taxan,\n\nGu\n\nEk\n\nKS\n\natt")
    assert [t.text for t in without_specks(tokens_of(page))] == ["1.", "anta", "taxan,", "Ek", "KS", "att"]


def cleaned(line: str) -> str:
    return " ".join(t.text for t in without_specks(tokens_of(plain(line))))


@pytest.mark.parametrize(("seen", "meant"), CASES)
def test_put_right(seen: str, meant: str) -> None:
    assert cleaned(seen) == meant


@pytest.mark.parametrize("line", LEFT)
def test_left_alone(line: str) -> None:
    assert plain(line).read_as is ReadAs.TEXT
    assert cleaned(line) == line


@pytest.mark.parametrize("stamp", ['"| LILLABY KOMMUN', "~| LILLABY KOMMUN", ".:' LILLABY KOMMUN"])
def test_a_senders_name_behind_dirt_is_no_title(stamp: str) -> None:
    sheet = Sheet(mono=True)
    sheet.lines(70, 60, ["LILLABY KOMMUN", "Kommunkansliet"])
    sheet.lines(330, 60, ["TJÄNSTESKRIVELSE", "1996-03-18", "Dnr 52/96-826"])
    sheet.put(330, 150, stamp, size=14)
    sheet.put(70, 190, "Till kommunstyrelsen")
    sheet.put(70, 230, "ANG. BIDRAG TILL BYGDEGÅRDEN FÖR NYTT TAK")
    sheet.text(70, 260, "Föreningen har i skrivelse den 5 februari 1996 ansökt om ett bidrag för att lägga om taket.")
    (memo,) = find_memos([sheet.page()])
    headings = [memo.text[b.start : b.end] for b in memo.blocks if b.kind == "heading"]
    assert stamp not in headings
