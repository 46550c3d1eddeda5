# ruff: noqa: E501 (the memos' sentences stand on one line)
"""A big city's tjänsteutlåtande, 2016: a motion, points for two bodies numbered through, prices per m² and per piece."""

from samples.layout import HEIGHT, WIDTH, Sheet, Style

BODY = Style("Serif", 11, 14)
HEAD = Style("Sans", 11, 14, bold=True, before=4, after=2, heads=True)
LABEL = Style("Sans", 7.5, 11)


def _head(s: Sheet, number: int) -> None:
    s.shield(62, 42, 40, 2)
    s.put(104, 64, "VÄSTERÅS STAD", Style("Sans", 13, 16, bold=True))
    s.put(WIDTH - 60, 50, f"{number} ({s.pages})", LABEL.but(size=9), "right")
    if number == 1:
        s.put(330, 64, "TJÄNSTEUTLÅTANDE", Style("Sans", 12, 15, bold=True))
        s.lines(
            62,
            112,
            [
                "Barn- och utbildningsförvaltningen",
                "Ebba Ryttarson",
                "Telefon 021-39 00 00",
                "E-post: ebba.ryttarson@vasteras.example",
            ],
            LABEL.but(size=8.5, leading=12),
        )
        s.put(330, 100, "Datum", LABEL)
        s.put(330, 112, "2016-08-29", BODY.but(family="Sans", size=10))
        s.put(430, 100, "Diarienr", LABEL)
        s.put(430, 112, "2016/00418-BUN-1.7.1", BODY.but(family="Sans", size=10))
        s.put(330, 128, "Er beteckning", LABEL)
        s.put(330, 140, "KS 2015/2211", BODY.but(family="Sans", size=10))
        s.lines(330, 172, ["Förskolenämnden"], BODY)
        s.y = 200
    s.put(
        WIDTH / 2,
        HEIGHT - 40,
        "Barn- och utbildningsförvaltningen · 721 87 Västerås · Besök: Port-Anders gata 3 · 021-39 00 00 · www.vasteras.example",
        LABEL.but(gray=0.3),
        "centre",
    )


def memo(s: Sheet) -> None:
    """Draw the memo."""
    s.left, s.right, s.top, s.bottom, s.style, s.furniture = 104, 80, 92, 76, BODY, _head
    s.page()
    s.para("Svar på remiss: Motion om giftfria förskolor", Style("Sans", 15, 19, bold=True, after=8))
    s.para("Förslag till beslut", HEAD)
    s.para("Förskolenämnden föreslår att kommunstyrelsen föreslår kommunfullmäktige besluta:", BODY.but(after=3))
    s.para(
        "Motionens första yrkande, om utbyte av madrasser, anses besvarat.", BODY.but(after=3), indent=22, label="1."
    )
    s.para(
        "Motionens andra yrkande, om utbyte av samtliga plastgolv före utgången av 2018, avslås.",
        BODY,
        indent=22,
        label="2.",
    )
    s.para("För egen del beslutar förskolenämnden:", BODY.but(after=3))
    s.para(
        "Barn- och utbildningsförvaltningen får i uppdrag att senast den 31 mars 2017 redovisa hur inköpen av leksaker följer stadens krav.",
        BODY.but(after=3),
        indent=22,
        label="3.",
    )
    s.para("Yttrandet översänds till kommunstyrelsen.", BODY, indent=22, label="4.")
    s.para("Ärendebeskrivning", HEAD)
    s.para(
        "Liv Törnsäter (MP) och Jonas Ekbladh (MP) väckte vid kommunfullmäktiges sammanträde den 3 december 2015 en motion om giftfria "
        "förskolor. De yrkar dels att alla madrasser av äldre slag byts ut, dels att alla plastgolv byts före utgången av 2018. Stadsledningskontoret har "
        "remitterat motionen till förskolenämnden och fastighetsnämnden. Svarstiden går ut den 14 oktober."
    )
    s.para(
        "Kommunfullmäktige antog 2012-10-04, § 232, en handlingsplan för en giftfri vardag. Planen reviderades av kommunfullmäktige "
        "2014-06-05, § 178. Förskolenämnden beslöt den 18 mars 2015 § 41 att avsätta 1,5 mnkr för utbyte av textilier, varav 1~120~000 kronor hade använts vid årsskiftet."
    )
    s.para("Förvaltningens kartläggning", HEAD)
    s.para(
        "Förvaltningen kartlade under perioden februari–april 2016 stadens 94 kommunala förskolor. I 17 av dem, motsvarande 18 procent, finns plastgolv "
        "från tiden före 1983. Kemikalieinspektionen bedömer att ftalater kan läcka från sådana golv. Örebro kommun och Eskilstuna kommun bytte "
        "golv under 2013 respektive 2014. Naturskyddsföreningen i Västerås har erbjudit sig att utan kostnad granska inventarierna."
    )
    s.para("Ekonomiska konsekvenser", HEAD)
    s.para(
        "En ny madrass kostar 1~240 kr. Det återstår omkring 900 madrasser att byta, en kostnad på drygt 1,1 mnkr som ryms inom nämndens "
        "ram. Att byta golv kostar 890 kr/m² i en lokal som är utrymd och upp till 1~300 kr/m² om verksamheten måste flytta under tiden. "
        "För 12~400 m² blir det mellan 11 och 16 miljoner kronor. Med en avskrivningstid på 20 år och en internränta på 2,4 % ökar hyran med 1~075 tkr om året."
    )
    s.para(
        "Nämndens budget för 2016 är 1~012,6 mnkr. Prognosen efter juli pekar mot ett underskott på –4,2 mnkr, och någon hyreshöjning är inte "
        "inräknad i ramen för 2017–2019."
    )
    s.para("Förvaltningens bedömning", HEAD)
    s.para(
        "Madrasserna är till största delen utbytta och resten byts före sommaren 2017. Första yrkandet kan därmed anses besvarat. Golven bör "
        "bytas när lokalerna ändå renoveras. Enligt 14 kap. 2 § miljöbalken och fastighetskontorets underhållsplan är fem förskolor "
        "aktuella under 2017. Det andra yrkandet bör därför avslås."
    )
    s.para("Barnkonsekvensanalys", HEAD)
    s.para("Små barn är extra känsliga för kemikalier. Förslaget bedöms vara förenligt med barnets bästa.")
    s.need(80)
    s.gap(36)
    s.lines(104, s.y, ["Torgny Sahlander", "Direktör"], BODY)
    s.lines(330, s.y, ["Ebba Ryttarson", "Utredare"], BODY)
    s.gap(28)
    s.para("Bilagor", HEAD)
    s.para("Bilaga 1: Motion om giftfria förskolor", BODY.but(after=0))
    s.para("Bilaga 2: Kartläggning av golv i förskolor, april 2016", BODY)
    s.para("Kopia till", HEAD, keep=3)
    s.para("Kommunstyrelsen, fastighetsnämnden, Liv Törnsäter, Jonas Ekbladh")
