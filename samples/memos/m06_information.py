# ruff: noqa: E501 (the memos' sentences stand on one line)
"""An information memo without any proposal, 2021: quarters, school years, a list of measures, percentages, an implied year."""

from samples.layout import HEIGHT, WIDTH, Sheet, Style

BODY = Style("Serif", 12, 16, after=9)
HEAD = Style("Sans", 12, 15, bold=True, before=3, after=2, heads=True)
SANS = Style("Sans", 9, 12.5)


def _head(s: Sheet, number: int) -> None:
    if number == 1:
        s.put(76, 56, "Höganäs", Style("Sans", 17, 20, bold=True))
        s.put(76, 72, "kommun", Style("Sans", 12, 14))
        s.lines(
            WIDTH - 70, 52, ["Information", "Utbildningsförvaltningen", "2021-10-25", "Dnr UBN/2021/214"], SANS, "right"
        )
        s.put(76, 116, "Till: Utbildningsnämnden", SANS.but(size=10.5))
        s.put(76, 131, "För kännedom: Kommunstyrelsen", SANS.but(size=10.5))
        s.put(76, 146, "Från: Fredrika Brandell-Åkesson, kvalitetschef", SANS.but(size=10.5))
        s.rule(76, 156, WIDTH - 70, width=1.2)
        s.y = 172
    s.put(
        76,
        HEIGHT - 46,
        "HÖGANÄS KOMMUN  |  263 82 HÖGANÄS  |  042-33 71 00  |  WWW.HOGANAS.EXAMPLE",
        SANS.but(size=7.5, gray=0.4),
    )
    s.put(WIDTH - 70, HEIGHT - 46, f"Sida {number} av {s.pages}", SANS.but(size=7.5, gray=0.4), "right")


def memo(s: Sheet) -> None:
    """Draw the memo."""
    s.left, s.right, s.top, s.bottom, s.style, s.furniture = 76, 84, 76, 76, BODY, _head
    s.page()
    s.para("Lägesrapport om lovskola, frånvaro och skolmåltider hösten 2021", HEAD.but(size=15, leading=19, after=8))
    s.para(
        "Nämnden får härmed en lägesrapport. Rapporten är ett underlag för budgetdialogen och kräver inget ställningstagande."
    )
    s.para("Lovskolan", HEAD)
    s.para(
        "Lovskola anordnades under vecka 25 och 26 samt under höstlovet. I juni deltog 112 elever, varav 64 från årskurs 9. Kostnaden blev 486~000 kronor. "
        "Skolverket täckte 310 tkr med statsbidrag för läsåret 2020/21. Ansökan om bidrag för 2022 ska vara inne senast den 12 november."
    )
    s.para("Frånvaron", HEAD)
    s.para(
        "Den ogiltiga frånvaron var under vårterminen 2021 3,1 procent, en minskning med 0,4 procentenheter jämfört med vårterminen 2020. Andelen elever "
        "med mer än 20 % frånvaro ökade dock från 5,5 till 6,2 procent. Socialnämnden och utbildningsnämnden har sedan den 1 september 2020 ett gemensamt team. Teamet kostar 2,1 miljoner "
        "kronor per år och delas lika mellan nämnderna."
    )
    s.para(
        "Utbildningsnämnden antog den 17 februari 2021, § 9, en rutin för tidiga insatser. Den började tillämpas när höstterminen 2021 inleddes."
    )
    s.para("Måltiderna", HEAD)
    s.para(
        "Priset på livsmedel har stigit. Under tredje kvartalet 2021 kostade en portion i genomsnitt 12:85 kr, mot 11:90 kr samma kvartal i fjol. Till årets slut väntas kostnaden bli ca 900 tkr högre än budgeterat. Följande är på gång:"
    )
    for text in (
        "Svinnet mäts varje dag från och med vecka 46.",
        "Avtalet med Kullabygdens Grönt AB löper ut 2022-01-31 och förlängs inte.",
        "En gemensam upphandling med Ängsby-Kågeröds kommunalförbund prövas under första halvåret 2022.",
    ):
        s.para(text, BODY.but(after=3), indent=30, label="–")
    s.gap(6)
    s.para("Tidigare behandling", HEAD)
    s.para(
        "Nämnden tog del av den förra rapporten 2021-04-21 (§ 31) och lade den till handlingarna. Nästa rapport lämnas i april 2022. "
        "Kommunens revisorer, som anlitar Revisam Syd AB, granskar lovskolan under november–december."
    )
    s.need(70)
    s.gap(22)
    s.para("För utbildningsförvaltningen", BODY.but(after=24))
    s.scrawl(80, s.y - 8, 130, "brandell")
    s.lines(76, s.y + 12, ["Fredrika Brandell-Åkesson"], BODY)
