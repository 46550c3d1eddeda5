# ruff: noqa: E501 (the memos' sentences stand on one line)
"""A small northern municipality, 1996, on a typewriter: att-satser, dot thousands, `:-`, dates as yymmdd and `27 febr`, hyphenation."""

from samples.layout import WIDTH, Sheet, Style

TYPE = Style("Mono", 10.4, 13, hyphenate=True, after=11)


def _head(s: Sheet, number: int) -> None:
    s.lines(64, 56, ["DOROTEA KOMMUN", "Kommunkansliet"], TYPE)
    s.put(300, 56, "TJÄNSTESKRIVELSE", TYPE)
    s.put(300, 69, "1996-03-18", TYPE)
    s.put(WIDTH - 64, 56, f"Blad {number} ({s.pages})", TYPE, "right")
    s.put(WIDTH - 64, 69, "Dnr 52/96-826", TYPE, "right")
    if number == 1:
        s.lines(64, 95, ["Handl: Gunvor Risfjäll", "Tfn 0942-140 35"], TYPE)


def memo(s: Sheet) -> None:
    """Draw the memo."""
    s.left, s.right, s.top, s.bottom, s.style, s.furniture = 64, 64, 100, 70, TYPE, _head
    s.page()
    s.stamp(318, 128, ["DOROTEA KOMMUN", "INK. 1996-03-20"], 3, Style("Sans", 10, 12, bold=True, gray=0.35))
    s.y = 140
    s.para("Till kommunstyrelsen", TYPE.but(after=20))
    s.para("ANG. BIDRAG TILL IK RISBÄCKSPOJKARNA FÖR INKÖP AV PISTMASKIN", TYPE.but(underline=True))
    s.para(
        "IK Risbäcks¬pojkarna har i skrivelse den 5 februari 1996 ansökt om ett kom¬munalt bidrag med kr~185.000:- för inköp av "
        "en begagnad pist¬maskin. Maskinen, som bjuds ut av Väster¬bottens Entreprenad¬maskiner AB i Lycksele, kostar "
        "320.000:- exkl. moms. Åter¬stoden, 135.000:-, svarar före¬ningen själv för genom lotterier, ideellt arbete och ett lån "
        "i Förenings¬banken."
    )
    s.para(
        "Nuvarande maskin är från 1979 och har under senare år varit en stän¬dig källa till kostnader. Under 1995 kostade "
        "driften 41.300 kr, varav repara¬tioner 23.850 kr. Reservdelar finns inte längre att få."
    )
    s.para(
        "Fritidsnämnden har den 27 febr 1996, § 14, tillstyrkt ansökan. Nämn¬den framhåller att spåren i Ris¬bäck och Borgafjäll "
        "används av skolorna, av turister och av ortsbefolk¬ningen."
    )
    s.para(
        "Kommunfullmäktige beslöt 1992-11-23, § 87, att bidrag till före¬ningars maskinköp får utgå med högst 50 % av inköpspriset. "
        "Länssty¬relsen i Västerbottens län har genom beslut 951206 anvisat kommunen 75 tkr i glesbygdsmedel, som får användas "
        "för ändamålet."
    )
    s.para("Ekonomi", TYPE.but(underline=True, after=2))
    s.para(
        "I 1996 års budget finns under anslaget Bidrag till föreningar upptaget 240.000:-, varav hittills 92.500 kr tagits i "
        "anspråk. Med tillämp¬ning av fullmäktiges norm kan bidraget bestämmas till högst 160.000 kronor. Anbudet gäller t~o~m "
        "den 15 april och maskinen skall kunna levereras senast den 1 november."
    )
    s.para(
        "Kommunkansliet, som delar fritidsnämndens uppfattning, vill erinra om att maskinen bör försäkras genom före¬ningens "
        "försorg hos Länsförsäk¬ringar Västerbotten."
    )
    s.para("Kommunkansliet får föreslå kommunstyrelsen besluta")
    for text in (
        "till IK Risbäckspojkarna bevilja ett bidrag om 160.000 kronor för inköp av pistmaskin,",
        "anvisa medlen ur anslaget Bidrag till föreningar med 85.000 kr och ur kommunens glesbygdsmedel med 75.000 kr, samt",
        "som villkor för bidraget föreskriva att maskinen under tio år hålls tillgänglig för skolornas friluftsdagar.",
    ):
        s.para(text, TYPE.but(after=6), indent=44, label="att")
    s.need(150)
    s.gap(8)
    s.lines(64, s.y + 10, ["DOROTEA KOMMUN", "Kommunkansliet"], TYPE)
    s.scrawl(66, s.y + 52, 110, "kultsjö")
    s.scrawl(312, s.y + 52, 100, "risfjäll")
    s.lines(64, s.y + 75, ["Assar Kultsjö", "kommunchef"], TYPE)
    s.lines(310, s.y + 75, ["Gunvor Risfjäll", "kanslisekreterare"], TYPE)
    s.gap(108)
    s.para("Bilagor", TYPE.but(underline=True, after=2))
    s.para("Ansökan 1996-02-05", TYPE.but(after=0), indent=24, label="1.")
    s.para("Offert från Västerbottens Entreprenadmaskiner AB", TYPE, indent=24, label="2.")
    s.para("Protokollsutdrag till", TYPE.but(underline=True, after=2), keep=5)
    for text in ("IK Risbäckspojkarna", "Fritidsnämnden", "Ekonomikontoret"):
        s.para(text, TYPE.but(after=0))
