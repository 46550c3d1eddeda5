# ruff: noqa: E501 (the memos' sentences stand on one line)
"""A region, 2019: a grid of labels for a head, the proposal first with numbered att-satser, rates per visit, tertials."""

from samples.layout import HEIGHT, WIDTH, Sheet, Style

BODY = Style("DejaVu", 9.3, 13)
HEAD = BODY.but(size=10, bold=True, before=5, after=2, heads=True)
SMALL = BODY.but(size=7.2, leading=10)


def _head(s: Sheet, number: int) -> None:
    if number == 1:
        s.shield(70, 40, 34, 1)
        s.lines(106, 54, ["REGION", "VÄSTERNORRLAND"], BODY.but(size=11, bold=True))
        for x, label, value in (
            (330, "Datum", "2019-05-13"),
            (430, "Diarienummer", "19RS4127"),
            (520, "Sida", f"{number}({s.pages})"),
        ):
            s.put(x, 50, label, SMALL.but(gray=0.35))
            s.put(x, 62, value, BODY)
        s.lines(70, 104, ["Regionledningsförvaltningen", "Hälso- och sjukvårdsavdelningen"], BODY)
        s.put(330, 84, "Handläggare", SMALL.but(gray=0.35))
        s.lines(330, 96, ["Malin Åsander", "Verksamhetsutvecklare", "malin.asander@rvn.example"], BODY)
        s.put(70, 140, "TJÄNSTESKRIVELSE", BODY.but(bold=True))
        s.put(330, 140, "Regionstyrelsen", BODY)
        s.rule(70, 150, WIDTH - 60)
        s.y = 165
    else:
        s.put(70, 50, "Region Västernorrland", SMALL)
        s.put(330, 50, "2019-05-13", SMALL)
        s.put(430, 50, "19RS4127", SMALL)
        s.put(520, 50, f"{number}({s.pages})", SMALL)
    s.rule(70, HEIGHT - 62, WIDTH - 60, gray=0.6)
    s.put(
        70,
        HEIGHT - 50,
        "Postadress: Region Västernorrland, 871 85 Härnösand   Besöksadress: Storgatan 1",
        SMALL.but(gray=0.3),
    )
    s.put(70, HEIGHT - 40, "Telefon: 0611-800 00   Org.nr: 232100-0206   Bankgiro: 5990-5091", SMALL.but(gray=0.3))


def memo(s: Sheet) -> None:
    """Draw the memo."""
    s.left, s.right, s.top, s.bottom, s.style, s.furniture = 70, 70, 76, 84, BODY, _head
    s.page()
    s.para("Mobil närvård i Ådalen och på Höga kusten 2020–2021", BODY.but(size=14, leading=18, bold=True, after=8))
    s.para("Förslag till beslut", HEAD)
    s.para("Regionstyrelsen beslutar", BODY.but(after=3))
    for label, text in (
        (
            "1.",
            "att införa mobil närvård i Ådalen och på Höga kusten från och med den 1 januari 2020 till och med den 31 december 2021,",
        ),
        (
            "2.",
            "att finansiera verksamheten med 8,6 mnkr för år 2020 och 9,1 mnkr för år 2021 ur anslaget Omställning nära vård,",
        ),
        (
            "3.",
            "att uppdra åt regiondirektören att teckna samverkansavtal med Kramfors kommun och Sollefteå kommun, samt",
        ),
        ("4.", "att verksamheten ska utvärderas och resultatet redovisas för regionstyrelsen senast i juni 2021."),
    ):
        s.para(text, BODY.but(after=3), indent=22, label=label)
    s.para("Sammanfattning", HEAD)
    s.para(
        "Två mobila team, vart och ett bemannat med läkare, distriktssköterska och undersköterska, föreslås ge vård i hemmet åt "
        "personer som har svårt att ta sig till hälsocentralen. Teamen motsvarar 11,5 årsarbetare. Kommunerna bidrar med 15 % av kostnaden."
    )
    s.para("Bakgrund", HEAD)
    s.para(
        "Regionfullmäktige beslutade den 28 november 2018, § 211, att anta en målbild för nära vård. Ärendet om mobil närvård "
        "behandlades av hälso- och sjukvårdsnämnden 2019-02-13 (§ 24) och återremitterades för en fördjupad ekonomisk "
        "beräkning. Under tertial 3 2018 gjorde ett försöksteam i Kramfors 1~483 hembesök. Vid 62 procent av dem kunde ett besök på "
        "akutmottagningen undvikas."
    )
    s.para(
        "Region Jämtland Härjedalen har haft mobila team sedan hösten 2016. Pensionärsorganisationerna PRO Ångermanland och SPF "
        "Seniorerna Ådalen har i en gemensam skrivelse, som kom in den 4 mars, begärt att försöket görs permanent."
    )
    s.para("Ekonomiska konsekvenser", HEAD)
    s.para(
        "Ett hembesök kostar i genomsnitt 1~890 kr, att jämföra med 3~450 kr per besök på akutmottagningen i Sollefteå. Fordon leasas "
        "av AB Kommunbil Norr för 7~200 kronor/månad och bil. Kostnaden för läkemedel och material beräknas till cirka 0,4 miljoner "
        "kronor per år. Kommunernas andel uppgår till 1,29 mnkr 2020 och 1,365 mnkr 2021."
    )
    s.para(
        "Patientavgiften för hembesök är 250 kronor. Med ett högkostnadsskydd på 1~150 kr under tolv månader bedöms intäkterna bli "
        "högst 600~000 kr årligen. Socialstyrelsen har beviljat regionen ett stimulansbidrag på 2~350 tkr, som ska rekvireras senast "
        "den 30 september."
    )
    s.para("Rättsliga förutsättningar", HEAD)
    s.para(
        "Av 7 kap. 2 a § hälso- och sjukvårdslagen (2017:30) följer att öppen vård ska ges nära befolkningen. Samverkan med kommunerna "
        "regleras i 16 kap. 2 § hälso- och sjukvårdslagen. Avtalen ska följa lagen (2016:1145) om offentlig upphandling i den mån tjänster köps."
    )
    s.para("Tidplan", HEAD)
    s.para(
        "Hälso- och sjukvårdsnämnden behandlar ärendet den 23 maj och regionstyrelsen den 11 juni. Rekryteringen inleds i augusti 2019 "
        "och teamen börjar arbeta vid årsskiftet 2019/2020."
    )
    s.need(90)
    s.gap(34)
    s.lines(70, s.y, ["Ann-Kristin Holmvall", "Regiondirektör"], BODY)
    s.lines(330, s.y, ["Peder Forsling", "Hälso- och sjukvårdsdirektör"], BODY)
    s.gap(24)
    s.para("Beslutsunderlag", HEAD)
    for text in (
        "Utvärdering av försöksteamet i Kramfors, daterad 2019-01-22",
        "Ekonomisk kalkyl mobil närvård",
        "Skrivelse från PRO Ångermanland och SPF Seniorerna Ådalen",
    ):
        s.para(text, BODY.but(after=1), indent=18, label="•")
    s.para("Expediering", HEAD)
    for text in ("Hälso- och sjukvårdsnämnden", "Kramfors kommun", "Sollefteå kommun", "Ekonomiavdelningen"):
        s.para(text, BODY.but(after=0))
