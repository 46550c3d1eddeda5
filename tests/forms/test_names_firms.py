"""Companies, associations, courts and schools by unusual names. Each line: a text, then name | type, by semicolons."""

# ruff: noqa: E501 - a case is one line

import pytest

from pipeline.forms.names import find_names

COMPANIES = """
Enligt revisionsbolaget Ljungans Revision AB bör bokslutet ändras. -> Ljungans Revision AB|company
granskats av Ätrandalens Revision AB under våren -> Ätrandalens Revision AB|company
Gävle läns provningslaboratorium HB har höjt priset. -> Gävle läns provningslaboratorium HB|company
Ritningar av Bråviks Arkitektkontor KB kostade mer. -> Bråviks Arkitektkontor KB|company
Karlssons bygg AB lämnade lägst anbud. -> Karlssons bygg AB|company
Västerviks Miljö & Energi AB ansvarar. -> Västerviks Miljö & Energi AB|company
Den årliga licensen betalas till Axelsson-gruppen HB. -> Axelsson-gruppen HB|company
Ombud är Advokatfirman Skager HB. -> Advokatfirman Skager HB|company
Advokatbyrån Lind & Partners KB företräder sökanden. -> Advokatbyrån Lind & Partners KB|company
Sjöbergs Åkeri & Schakt i Hult AB kör. -> Sjöbergs Åkeri & Schakt i Hult AB|company
Bolaget har lån i Färs Sparbank. -> Färs Sparbank|company
Sparbanken Skåne har lämnat offert. -> Sparbanken Skåne|company
Westra Wermlands Sparbank -> Westra Wermlands Sparbank|company
Anbud från NCC Sverige AB, Peab Anläggning AB och Veidekke Entreprenad AB. -> NCC Sverige AB|company; Peab Anläggning AB|company; Veidekke Entreprenad AB|company
3D Mätteknik AB har mätt in området. -> 3D Mätteknik AB|company
Utredningen har gjorts av WSP. -> WSP|company
AB Stångåstaden äger huset. -> AB Stångåstaden|company
Fastighets AB Norrporten hyr ut lokalen. -> Fastighets AB Norrporten|company
Byggnadsfirman Viking Öst AB -> Byggnadsfirman Viking Öst AB|company
Konsultföretaget Norconsult AB har anlitats. -> Norconsult AB|company
Handelsbolaget Två Systrar har sökt tillstånd. -> Handelsbolaget Två Systrar|company
Hälsingeglas i Delsbo AB har utfört arbetet. -> Hälsingeglas i Delsbo AB|company
Kraftringen Energi AB (publ) är nätägare. -> Kraftringen Energi AB|company
Tillstånd söks av Restaurang Två Krögare i Vik AB. -> Restaurang Två Krögare i Vik AB|company
Eltel Networks Infranet AB begär upplåtelse. -> Eltel Networks Infranet AB|company
Hyresavtalet med Fastighetsbolaget Storgatan KB sägs upp. -> Fastighetsbolaget Storgatan KB|company
Näringslivsbolaget Hults Näringsliv AB räknar med fler gäster. -> Hults Näringsliv AB|company
Elnätsbolaget Ek Elnät AB bygger om. -> Ek Elnät AB|company
Fiberbolaget Lunds Stadsnät AB gräver. -> Lunds Stadsnät AB|company
Omsorgsbolaget Edsviken AB driver boendet. -> Omsorgsbolaget Edsviken AB|company
Biogasbolaget Söder AB bygger. -> Biogasbolaget Söder AB|company
Markägare Ek Skogar AB -> Ek Skogar AB|company
Sökande Hults Mobilnät AB -> Hults Mobilnät AB|company
Byggherre Lunds Fastighets AB -> Lunds Fastighets AB|company
Leverantör Norra Data AB -> Norra Data AB|company
Hyresvärd Bok Lokaler KB -> Bok Lokaler KB|company
Arrendator Ek Lantbruk HB -> Ek Lantbruk HB|company
Avtal med Konsult Ek AB löper. -> Konsult Ek AB|company
Anslutningsavgift Ek Elnät AB -> Ek Elnät AB|company
Årsavgift Hults Larm AB -> Hults Larm AB|company
Konsultarvode Norra Plan AB -> Norra Plan AB|company
Serviceavtal Lunds Hiss AB -> Lunds Hiss AB|company
Materialkostnad Bok Trä AB -> Bok Trä AB|company
Driftbidrag Hults Bygdegård AB -> Hults Bygdegård AB|company
Avgift AB löper. -> Avgift AB|company
Markunderhåll AB sköter parken. -> Markunderhåll AB|company
Bil & Buss i Hult ek för lämnade anbud. -> Bil & Buss i Hult ek för|association
Anbud från Sten & Grus i Hult ekonomisk förening -> Sten & Grus i Hult ekonomisk förening|association
Buss i Hult ek för -> Buss i Hult ek för|association
Åk & Fall i Hult ek för -> Åk & Fall i Hult ek för|association
Bilaga 3 Bil & Buss AB -> Bil & Buss AB|company
Fastighetsbolaget Eken AB har ansökt. -> Eken AB|company
Anbud kom från bolaget Eken AB. -> Eken AB|company
Avtal finns med Skogsboet Förvaltnings AB och Fastighets AB Norrsidan. -> Skogsboet Förvaltnings AB|company; Fastighets AB Norrsidan|company
Sociala kooperativet Regnbågen ekonomisk förening driver kaféet. -> Sociala kooperativet Regnbågen ekonomisk förening|association
från Dalbygdens biodling i samverkan ekonomisk förening -> Dalbygdens biodling i samverkan ekonomisk förening|association
Kommunerna bildar en ekonomisk förening. ->
Betalningen till Helse Nordfjord RHF görs i NOK. -> Helse Nordfjord RHF|company
Norsk Havkraft AS och Nordisk Fjärrvärme A/S -> Norsk Havkraft AS|company; Nordisk Fjärrvärme A/S|company
ägs av Europeiska Batterier SE till hälften -> Europeiska Batterier SE|company
Kraven i AS 4 och SE 2 gäller. ->
varav Bergs Mekaniska, enskild firma, svarar för 22 procent -> Bergs Mekaniska|company
Bergs El & Rör (enskild firma) -> Bergs El & Rör|company
Eva Ek, enskild firma ->
Handelsbolaget Ek och Son -> Handelsbolaget Ek och Son|company
"""

SOCIETIES = """
Ångermanlands Fältbiologer motsätter sig försäljningen. -> Ångermanlands Fältbiologer|association
Rottne Byalag frågade de boende. -> Rottne Byalag|association
Vuxenskolan i Kronoberg hyr samlingsrummet. -> Vuxenskolan i Kronoberg|association
Studieförbundet Vuxenskolan Väst har sökt bidrag. -> Studieförbundet Vuxenskolan Väst|association
FUB i Borås och Funktionsrätt Sjuhärad har yttrat sig. -> FUB i Borås|association; Funktionsrätt Sjuhärad|association
Brandmännens Riksförbund avdelning 41 har begärt högre ersättning. -> Brandmännens Riksförbund avdelning 41|association
Autism- och aspergerföreningen Kalmar län har lämnat synpunkter. -> Autism- och aspergerföreningen Kalmar län|association
Enligt Svenska Vatten- och Avloppsverksföreningens statistik är avgiften hög. -> Svenska Vatten- och Avloppsverksföreningen|association
Svenska Vatten- och avloppsverksföreningen har yttrat sig. -> Svenska Vatten- och avloppsverksföreningen|association
Nordiska Ensilage- och Foderföreningens rapport visar det. -> Nordiska Ensilage- och Foderföreningen|association
I Vatten- och avloppsverksföreningens rapport står det. -> Vatten- och avloppsverksföreningen|association
Hjärt- och lungsjukas förening har yttrat sig. -> Hjärt- och lungsjukas förening|association
PRO Tibro har fått bidrag. -> PRO Tibro|association
SPF Seniorerna i Kinnekulle deltog. -> SPF Seniorerna i Kinnekulle|association
Hyresgästföreningen Norra Skåne har inget att erinra. -> Hyresgästföreningen Norra Skåne|association
Naturskyddsföreningen i Tjust överklagade. -> Naturskyddsföreningen i Tjust|association
Rädda Barnens lokalförening i Arboga -> Rädda Barnens lokalförening i Arboga|association
Kvinnojouren Ellinor får årsstöd. -> Kvinnojouren Ellinor|association
Tjejjouren Meja och Mansjouren i Jönköping -> Tjejjouren Meja|association; Mansjouren i Jönköping|association
Svenska Hästavelsförbundet har yttrat sig. -> Svenska Hästavelsförbundet|association
Linköpings Roddarsällskap söker bidrag. -> Linköpings Roddarsällskap|association
Frivilliga Radioorganisationen har avtal. -> Frivilliga Radioorganisationen|association
Byggnads, Fastighetsanställdas förbund och Elektrikerna har informerats. -> Fastighetsanställdas förbund|association
De fackliga organisationerna Kommunal, Vision och Vårdförbundet har informerats. -> Kommunal|association; Vision|association; Vårdförbundet|association
DIK, fackförbundet för bibliotekarier, påpekar risken. -> DIK|association
Vårdförbundet och Vision avstod från förhandling. -> Vårdförbundet|association; Vision|association
Samverkan har skett med Kommunal och Vision enligt MBL. -> Kommunal|association; Vision|association
Akademikerförbundet SSR, Vision och Saco har yttrat sig. -> Akademikerförbundet SSR|association; Vision|association; Saco|association
SKTF och Lärarnas Riksförbund är oeniga. -> SKTF|association; Lärarnas Riksförbund|association
Missionsförsamlingen i Hult lånar ut lokalen. -> Missionsförsamlingen i Hult|association
Hults Bygdegårdsförening u.p.a. -> Hults Bygdegårdsförening u.p.a.|association
Rädda Barnen i Sverige anser -> Rädda Barnen|association
Sånga-Säby hembygdsgille -> Sånga-Säby hembygdsgille|association
Föräldrakooperativet Lyktan och Arbetskooperativet Gnistan -> Föräldrakooperativet Lyktan|association; Arbetskooperativet Gnistan|association
hos Stiftelsen Norra Hults ålderdomshem -> Stiftelsen Norra Hults ålderdomshem|association
ut till Stiftelsen Sjöbygdens framtid för 1 kr -> Stiftelsen Sjöbygdens framtid|association
Stiftelsen Eklundas vänner -> Stiftelsen Eklundas vänner|association
Föreningen Fritidsfolket i Tjusts skärgård har begärt -> Föreningen Fritidsfolket i Tjusts skärgård|association
Föreningen Källans verksamhet -> Föreningen Källan|association
samfällighetsföreningen Strandängen har klagat -> Samfällighetsföreningen Strandängen|association
vägföreningen Norrskog sköter vägen. -> Vägföreningen Norrskog|association
medlemmar i idrottsföreningen Hults IF -> Hults IF|association
"""

OTHERS = """
Hälso- och sjukvårdsnämnden i västra Hälsingland -> Hälso- och sjukvårdsnämnden i västra Hälsingland|body
Patientnämnden i Norra Jämtland yttrar sig. -> Patientnämnden i Norra Jämtland|body
Nämnden för hälsa, vård och omsorg i södra Småland -> Nämnden för hälsa, vård och omsorg i södra Småland|body
Kommunstyrelsen i södra delen av kommunen -> Kommunstyrelsen|body
prövas av Mark- och miljödomstolen vid Umeå tingsrätt -> Mark- och miljödomstolen vid Umeå tingsrätt|authority
Fastighetsdomstolen vid Vänersborgs tingsrätt dömde -> Fastighetsdomstolen vid Vänersborgs tingsrätt|authority
Mark- och miljööverdomstolen vid Svea hovrätt ändrade domen -> Mark- och miljööverdomstolen vid Svea hovrätt|authority
Maten lagas vid Marieborgs folkhögskola. -> Marieborgs folkhögskola|other
Linnéuniversitetet deltar. -> Linnéuniversitetet|authority
Högskolan i Borås har utvärderat projektet. -> Högskolan i Borås|authority
Umeå universitet har studerat saken. -> Umeå universitet|authority
Polismyndigheten, Polisområde Malmö, avstyrker. -> Polismyndigheten|authority
Sociala
omsorgsnämnden -> Sociala omsorgsnämnden|body
"""

NONE = """
Kommunens vision är att alla ska trivas.
Vision 2030 antogs av alla.
Kommunal verksamhet ska drivas effektivt.
Kommunal service erbjuds.
En vision om full sysselsättning
Kommunal borgen tecknas inte.
Valda
Vid protokollet
Många sjukhus har platsbrist.
Privata sjukhus får ersättning.
Ingen folkhögskola har sökt.
"""


def cases(table: str) -> list[tuple[str, list[str]]]:
    parts = [
        case.rpartition(" ->") for case in table.strip("\n").replace("Sociala\nomsorg", "Sociala\x00omsorg").split("\n")
    ]
    return [(text.replace("\x00", "\n"), [n for n in names.strip().split("; ") if n]) for text, _, names in parts]


ALL = cases(COMPANIES) + cases(SOCIETIES) + cases(OTHERS)


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[c[0] for c in ALL])
def test_names_are_found(text: str, expected: list[str]) -> None:
    assert [f"{m.name}|{m.type}" for m in find_names(text)] == expected


@pytest.mark.parametrize("text", NONE.strip().split("\n"))
def test_common_words_are_no_names(text: str) -> None:
    assert find_names(text) == []
