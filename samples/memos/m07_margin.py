# ruff: noqa: E501 (the memos' sentences stand on one line)
"""A municipal association, 2020: a margin column with the letterhead's facts, points with dashes, fees per tonne and household."""

from samples.layout import Sheet, Style

BODY = Style("DejaVuSerif", 9.5, 13.5)
HEAD = Style("DejaVu", 10, 13, bold=True, before=5, after=3, heads=True)
SIDE = Style("DejaVu", 7.2, 10, gray=0.25)


def _head(s: Sheet, number: int) -> None:
    s.put(54, 58, "Sydnärkes", Style("DejaVu", 12, 14, bold=True))
    s.put(54, 72, "kommunalförbund", Style("DejaVu", 9, 12))
    s.put(196, 58, "TJÄNSTESKRIVELSE", Style("DejaVu", 10, 12, bold=True))
    s.put(500, 58, f"{number} [{s.pages}]", SIDE.but(size=9))
    if number == 1:
        side = [
            ("Datum", ["2020-04-20"]),
            ("Diarienummer", ["SKF 2020-0056"]),
            ("Handläggare", ["Tuve Granqvist", "renhållningschef", "0582-68 57 00"]),
            ("Mottagare", ["Direktionen"]),
            ("Postadress", ["694 80 Hallsberg"]),
            ("Besöksadress", ["Västra Storgatan 15"]),
            ("Org.nr", ["222000-1339"]),
            ("Bankgiro", ["5020-3215"]),
        ]
        y = 108.0
        for label, values in side:
            s.put(54, y, label, SIDE.but(bold=True))
            y = s.lines(54, y + 10, values, SIDE) + 7


def memo(s: Sheet) -> None:
    """Draw the memo."""
    s.left, s.right, s.top, s.bottom, s.style, s.furniture = 196, 62, 96, 64, BODY, _head
    s.page()
    s.para("Avfallstaxa 2021 och avtal om mottagning av matavfall", Style("DejaVu", 13, 17, bold=True, after=9))
    s.para("Förslag till beslut", HEAD)
    s.para("Direktionen beslutar", BODY.but(after=3))
    s.para(
        "föreslå medlemskommunernas fullmäktige att fastställa taxa för hushållsavfall att gälla från och med den 1 januari 2021",
        BODY.but(after=3),
        indent=18,
        label="–",
    )
    s.para(
        "teckna avtal med Biogasbolaget Närkeslätt AB om mottagning av matavfall för tiden 2020-10-01–2024-09-30",
        BODY.but(after=3),
        indent=18,
        label="–",
    )
    s.para("uppdra åt förbundschefen att informera hushållen under hösten 2020.", BODY, indent=18, label="–")
    s.para("Ärendet", HEAD)
    s.para(
        "Förbundet sköter renhållningen i Askersund, Hallsberg, Kumla, Laxå och Lekeberg. Nuvarande taxa antogs av direktionen 2017-09-29, § 38, och gäller sedan den 1 januari 2018. "
        "Sedan dess har skatten på förbränning av avfall införts, från 1 april i år, med 75 kr per ton. Skatten höjs till 100 kr/ton 2021 och 125 kr/ton 2022."
    )
    s.para(
        "Matavfallet körs i dag till Karlstad. Avtalet med Värmlands Återvinning AB löper ut sista september. Tre anbud har kommit in. Biogasbolaget Närkeslätt AB "
        "begär 615 kronor per ton, vilket är 85 kronor lägre än i dag. Bolagets anläggning ligger i Kumla kommun och fick tillstånd av "
        "Miljöprövningsdelegationen vid Länsstyrelsen i Örebro län den 14 november 2019 (dnr 551-3320-2018)."
    )
    s.para("Taxan", HEAD)
    s.para(
        "Grundavgiften för en villa föreslås bli 1~150 kr/år (i dag 1~090 kr). För en lägenhet blir den 620 kr. Rörlig avgift, inklusive moms:"
    )
    s.table(
        [
            ["Abonnemang", "2020", "2021"],
            ["Matavfall och restavfall", "1~240", "1~310"],
            ["Osorterat", "2~480", "2~930"],
            ["Hemkompost", "905", "940"],
        ],
        [150, 60, 60],
        BODY.but(size=8.5, leading=11.5),
        rules="head",
    )
    s.para(
        "Beloppen är kronor per år. I genomsnitt höjs avgiften med 5,4 %. Sorteringsgraden var 41 procent 2018 och 44 procent 2019; målet i avfallsplanen är minst 60 % år 2025."
    )
    s.para("Ekonomi", HEAD)
    s.para(
        "Taxan ger förbundet 2,3 mkr mer per år. Kostnaden för skatten beräknas till 1~420 tkr 2021. Förbundets egna kapital uppgick vid årsskiftet 2019/2020 till 11,7 mkr, vilket ger "
        "utrymme för ett underskott på högst 0,5 mkr under 2020. Investeringen i nya kärl, 3~600~000 kr, finansieras med lån i Kommuninvest."
    )
    s.para("Laglig grund", HEAD)
    s.para(
        "Avgifterna tas ut med stöd av 27 kap. 4 § miljöbalken. Kommunfullmäktige i varje medlemskommun fastställer taxan enligt 9 § i förbundsordningen. Upphandlingen har skett enligt lagen (2016:1145) om offentlig upphandling."
    )
    s.need(90)
    s.gap(40)
    s.scrawl(196, s.y - 14, 90, "ljungholm")
    s.lines(196, s.y, ["Pia Ljungholm", "Förbundschef"], BODY)
    s.lines(380, s.y, ["Tuve Granqvist", "Renhållningschef"], BODY)
    s.gap(26)
    s.para("Bilaga", HEAD)
    s.para("Förslag till taxa 2021")
    s.para("Beslutet skickas till", HEAD, keep=4)
    for text in (
        "Askersunds kommun",
        "Hallsbergs kommun",
        "Kumla kommun",
        "Laxå kommun",
        "Lekebergs kommun",
        "Biogasbolaget Närkeslätt AB",
    ):
        s.para(text, BODY.but(after=0))
