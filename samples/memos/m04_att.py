# ruff: noqa: E501 (the memos' sentences stand on one line)
"""Att-satser at the end, 2008: an agreement of lease, dates with fr.o.m. and t.o.m., hyphenated lines, a signed foot."""

from samples.layout import HEIGHT, WIDTH, Sheet, Style

BODY = Style("Serif", 11.5, 15, hyphenate=True, after=8)
HEAD = BODY.but(bold=True, before=3, after=1, heads=True)
SANS = Style("Sans", 9, 12)


def _head(s: Sheet, number: int) -> None:
    s.shield(70, 40, 30, 3)
    s.put(104, 58, "BOLLNÄS KOMMUN", Style("Sans", 12, 15, bold=True))
    s.put(104, 71, "Omsorgsförvaltningen", SANS)
    s.put(WIDTH - 70, 58, f"Sid {number} av {s.pages}", SANS, "right")
    if number == 1:
        s.put(330, 58, "Tjänsteskrivelse", Style("Sans", 12, 15))
        s.put(330, 84, "Datum", SANS.but(size=7.5))
        s.put(330, 95, "2008-10-06", SANS.but(size=10))
        s.put(430, 84, "Vår beteckning", SANS.but(size=7.5))
        s.put(430, 95, "Dnr 08-0174-261", SANS.but(size=10))
        s.put(70, 112, "Vår handläggare", SANS.but(size=7.5))
        s.put(70, 123, "Jan-Olov Kilbo, tel 0278-251 40", SANS.but(size=10))
        s.put(330, 123, "Socialnämnden", SANS.but(size=10))
        s.y = 152
    else:
        s.y = 100
    s.put(
        70,
        HEIGHT - 42,
        "Box 1082, 821 12 Bollnäs     Tfn 0278-250 00     Fax 0278-254 05     Postgiro 12 50 00-8     Org.nr 212000-2361",
        SANS.but(size=7.5),
    )


def memo(s: Sheet) -> None:
    """Draw the memo."""
    s.left, s.right, s.top, s.bottom, s.style, s.furniture = 104, 84, 100, 70, BODY, _head
    s.page()
    s.para("Hyresavtal för familjecentral i kvarteret Hästhoven", BODY.but(size=13.5, leading=17, bold=True, after=9))
    s.para("Bakgrund", HEAD)
    s.para(
        "Socialnämnden gav den 29 januari 2008, § 11, förvaltningen i uppdrag att söka lokal för en familje¬central på Ren. Avsikten är att "
        "barna¬vårds¬central, öppen förskola och social¬tjänstens råd¬givning ska samlas under samma tak. Landstinget Gävleborg har i brev "
        "2008-06-12 förklarat sig berett att delta och bekosta 40 procent av hyran. Svenska kyrkan i Bollnäs deltar med personal i den "
        "öppna för¬skolan en dag i veckan."
    )
    s.para("Lokalen", HEAD)
    s.para(
        "Fastighets AB Renhästen erbjuder 412 m² i kvarteret Häst¬hoven. Hyran är 1~085 kr per m² och år, vilket ger en års¬hyra på 447~020 "
        "kronor. Värme ingår men inte hushålls¬el, som uppskattnings¬vis kostar 28~000 kr/år. Ägaren bygger om lokalen för 1,9 Mkr och "
        "räknar med att vara klar i mitten av mars 2009. Hyran följer konsument¬pris¬index till 70~%."
    )
    s.para(
        "Avtalet löper fr.o.m. 2009-04-01 t.o.m. 2014-03-31 med nio månaders upp¬säg¬nings¬tid. Sägs det inte upp förlängs det med tre år i "
        "sänder. Nuvarande lokaler på Brotorget, där hyran är 196 tkr om året, ska lämnas senast den sista juni. Avtalet om dessa "
        "tecknades efter beslut i social¬nämn¬dens arbets¬utskott 2003-09-16 § 133."
    )
    s.para("Finansiering", HEAD)
    s.para(
        "Länsstyrelsen Gävleborg har beviljat kommunen 350~000 kr i utvecklings¬medel för 2008 och 2009. Sedan landstingets andel, 178~808 kr, har "
        "dragits av återstår för kommunen netto¬kostnader på 268~212 kr. Det ryms i ramen för individ- och familje¬omsorg, som i budget "
        "2009 uppgår till 61,4 Mkr. Under det första året till¬kommer inventarier för ca 225~000 kronor."
    )
    s.para(
        "Barn- och utbildningsnämnden behandlade samma fråga den 24 september och ställde sig bakom förslaget. Personalen fick "
        "information 1/10 och hade inget att invända. Facken, Kommunal och SKTF, har be¬gärt risk¬bedömning före in¬flyttningen."
    )
    s.para("Förslag till beslut", HEAD)
    s.para("Omsorgsförvaltningen föreslår att socialnämnden beslutar", BODY.but(after=3))
    for text in (
        "träffa hyresavtal med Fastighets AB Renhästen om lokal för familjecentral fr.o.m. 2009-04-01 t.o.m. 2014-03-31",
        "säga upp avtalet om lokaler på Brotorget till upphörande 2009-06-30",
        "godkänna att inventarier köps för högst 225~000 kronor",
        "ge förvaltningschefen fullmakt att underteckna avtalen, samt",
        "förklara paragrafen omedelbart justerad.",
    ):
        s.para("att " + text, BODY.but(after=2))
    s.need(100)
    s.gap(14)
    s.put(s.left, s.y + 8, "Omsorgsförvaltningen", BODY)
    s.scrawl(s.left, s.y + 38, 120, "tröst")
    s.lines(s.left, s.y + 60, ["Birgitta Tröst Hedman", "Förvaltningschef"], BODY)
    s.scrawl(330, s.y + 38, 90, "kilbo")
    s.lines(330, s.y + 60, ["Jan-Olov Kilbo", "Utredare"], BODY)
    s.gap(98)
    s.para("Beslutet sänds till", HEAD, keep=3)
    s.para("Fastighets AB Renhästen, Landstinget Gävleborg, barn- och utbildningsnämnden, ekonomikontoret")
