# ruff: noqa: E501 (the memos' sentences stand on one line)
"""An extract of minutes, 2017: one §, points of the board's own and a proposal to the council, a reservation, justerare."""

from samples.layout import HEIGHT, WIDTH, Sheet, Style

BODY = Style("Serif", 11, 14.5)
HEAD = BODY.but(bold=True, before=4, after=1, heads=True)
SANS = Style("Sans", 8, 11)


def _head(s: Sheet, number: int) -> None:
    s.shield(60, 38, 32, 2)
    s.put(96, 56, "ARBOGA KOMMUN", Style("Sans", 12, 15, bold=True))
    s.put(96, 72, "Kommunstyrelsen", Style("Sans", 11, 14))
    s.put(320, 56, "SAMMANTRÄDESPROTOKOLL", Style("Sans", 11, 14, bold=True))
    s.put(320, 72, "Sammanträdesdatum", SANS)
    s.put(404, 72, "2017-09-12", SANS.but(size=10))
    s.put(WIDTH - 60, 56, f"{number + 13}", BODY, "right")
    s.rule(60, 82, WIDTH - 60)
    y = HEIGHT - 78
    s.rule(60, y, WIDTH - 60)
    for x, text in ((64, "Justerandes sign"), (230, "Exp. datum"), (320, "Utdragsbestyrkande")):
        s.put(x, y + 11, text, SANS.but(size=7))
    for x in (60, 226, 316, WIDTH - 60):
        s.rule(x, y, x, y + 40)
    s.rule(60, y + 40, WIDTH - 60)


def memo(s: Sheet) -> None:
    """Draw the extract."""
    s.left, s.right, s.top, s.bottom, s.style, s.furniture = 96, 74, 100, 96, BODY, _head
    s.page()
    s.put(96, s.y + 11, "Ks § 141", BODY.but(bold=True))
    s.put(WIDTH - 74, s.y + 11, "Dnr KS 214/2017-041", BODY, "right")
    s.gap(22)
    s.para(
        "Utökat driftbidrag till Arboga Medeltidsvecka och ny taxa för torgplatser",
        BODY.but(size=13, leading=16, bold=True),
    )
    s.para("Kommunstyrelsens beslut", HEAD)
    s.para(
        "Föreningen Arboga Medeltidsvecka beviljas ett driftbidrag på 175~000 kronor för 2018. Medlen tas från kommunstyrelsens konto för oförutsett.",
        BODY.but(after=3),
        indent=20,
        label="1.",
    )
    s.para(
        "Kommunchefen får i uppdrag att före årets slut teckna ett treårigt avtal med föreningen.",
        BODY.but(after=3),
        indent=20,
        label="2.",
    )
    s.para("Skrivelsen från Arboga Köpmannaförening anses besvarad.", BODY, indent=20, label="3.")
    s.para("Kommunstyrelsens förslag till kommunfullmäktige", HEAD)
    s.para(
        "Taxan för torgplatser antas att gälla från och med den 1 januari 2018.",
        BODY.but(after=3),
        indent=20,
        label="1.",
    )
    s.para(
        "Taxa för salutorg, antagen den 29 november 2012 § 139, upphör samtidigt att gälla.",
        BODY,
        indent=20,
        label="2.",
    )
    s.para("Reservation", HEAD)
    s.para("Kjell Sundevall (V) reserverar sig mot beslutet i punkt 1.")
    s.para("Sammanfattning", HEAD)
    s.para(
        "Föreningen har den 8 maj 2017 ansökt om ett höjt bidrag, från 120~000 kr till 200~000 kr per år. Medeltidsveckan hade i augusti 2016 omkring 23~000 besökare. Fritids- och "
        "kulturförvaltningen föreslår 175~000 kronor, en höjning med 46 procent. Arboga Köpmannaförening har i en skrivelse begärt att torgplatserna under veckan ska vara avgiftsfria."
    )
    s.para(
        "En torgplats kostar i dag 90 kr per dag eller 4~500 kr per år. I förslaget blir priset 110 kronor respektive 5~200 kronor. Intäkterna beräknas öka med 38 tkr. Tekniska "
        "nämnden tillstyrkte förslaget 2017-08-23, § 77. Jämförbara taxor finns i Köpings kommun och Kungsörs kommun."
    )
    s.para("Beslutsgång", HEAD)
    s.para(
        "Ordföranden ställer arbetsutskottets förslag mot Kjell Sundevalls (V) förslag om bidrag med 200~000 kronor och finner att kommunstyrelsen beslutar enligt arbetsutskottets förslag."
    )
    s.para("Beslutsunderlag", HEAD)
    for text in (
        "Arbetsutskottets protokoll 2017-08-29",
        "Tjänsteskrivelse från fritids- och kulturförvaltningen, 2017-08-14",
        "Ansökan från Föreningen Arboga Medeltidsvecka",
    ):
        s.para(text, BODY.but(after=1))
    s.gap(4)
    s.para("Skickas till", HEAD, keep=5)
    for text in (
        "Föreningen Arboga Medeltidsvecka",
        "Arboga Köpmannaförening",
        "Fritids- och kulturförvaltningen",
        "Ekonomienheten",
        "Akten",
    ):
        s.para(text, BODY.but(after=0))
