"""Sentences that say plainly what a sum is for, and ones that look like them."""

# ruff: noqa: E501 - a case is one line

import pytest

from pipeline.extract.amounts_plain import plain_role
from tests.extract.amounts_memo import amounts_of

PLAIN = """
att såsom för egen skuld ingå borgen för Åby Energi i Klippan AB:s, org.nr 556526-7718, låneförpliktelser upp till ett totalt högsta lånebelopp om 68 000 000 kronor jämte löpande ränta och kostnader, => guarantee
att såsom för egen skuld ingå borgen för Ekby Bostäder AB:s låneförpliktelser upp till ett totalt högsta lånebelopp om 350 000 000 kronor jämte därpå löpande ränta och kostnader => guarantee
att ingå borgen för Ekby Fastigheter AB:s (556012-3456) låneförpliktelser intill ett högsta lånebelopp om 25 mnkr => guarantee
Kommunen går i borgen för föreningens lån om 2,4 mnkr. => guarantee
Fullmäktige beslutar att såsom för egen skuld teckna borgen för Ekby Vatten AB:s låneförpliktelser till ett sammanlagt belopp av 40 mnkr. => guarantee
Kostnaden för återställningen uppgick till 1 347 000 kronor, varav försäkringen ersatte 860 tkr. => cost revenue
Försäkringsbolaget Ekskydd har hittills ersatt 410 000 kronor. => revenue
Skadan kostade 2,4 mnkr, varav försäkringsbolaget betalade 1,9 mnkr. => cost revenue
Försäkringen har ersatt 320 tkr av kostnaden. => revenue
Av saneringskostnaden har försäkringsbolaget ersatt 75 procent, 310 000 kr. => share revenue
Hittills har 410 000 kronor ersatts av försäkringsbolaget. => revenue
Kostnaden, som uppgick till 1.236.400:- brutto, överskred budgeten med 111.400:-. => cost other
Nettokostnaden överstiger budget med 2,1 mnkr. => other
Kostnaderna översteg anslaget med 340 tkr. => other
Utfallet underskrider budgeten med 1,2 mnkr. => other
Efter åtta månader uppgår nettokostnaden till 263,9 mnkr, vilket är 5,6 mnkr mer än periodens budget. => cost other
Kostnaden blev 4,1 mnkr, vilket är 300 tkr högre än budgeterat. => cost other
Intäkterna uppgick till 12,3 mnkr, 0,4 mnkr lägre än budget. => revenue other
Personalkostnaderna är 1,8 mnkr mindre än vad som budgeterats. => other
Resenärernas avgifter gav 214.000:-. => revenue
Föräldraavgifterna inbringade 1,2 mnkr under året. => revenue
Parkeringsavgifterna ger 600 tkr per år. => revenue
Besökarnas entréavgifter gav 85 000 kr. => revenue
Vid en användning på 55 procent kostar friskvårdsbidraget 3,63 mnkr. => share cost
Med dagens antal elever kostar skolkortsbidraget 450 000 kr per år. => cost
I dag kostar bidragen till studieförbunden 1,2 mnkr. => cost
Samfällighetens verk beräknades av Eklunds Rör AB till 4,1 mkr inklusive ledningar, det vill säga drygt 65 000 kronor per hushåll. => cost cost
Ombyggnaden beräknas av konsulten till 3,2 mnkr. => cost
Bron beräknades till 14 miljoner kronor inklusive anslutningar. => cost
"""
ALIKE = """
Försäkringen gäller inte här, och kommunen betalar 300 tkr. => cost
Försäkringen kostar 85 000 kr per år. => cost
Premien för försäkringen är 412 000 kr. => cost
Kommunen har betalat 320 tkr för försäkringen. => cost
Nämnden har en budget på 14 mnkr. => budget
Nämndens budgetram är 386,4 mnkr. => budget
Kostnaden för bron överstiger 4 mnkr. => cost
Avgiften är 250 kr per samtal. => fee
Avgifterna höjs till 45 kr per resa. => fee
Årsavgiften ger medlemmarna rätt till en plats för 1 200 kr per år. => fee
Biljettintäkterna väntas bli 46 mnkr lägre än budget för helåret. => revenue
Kommunen har gått i borgen för klubben. Klubben köpte en buss för 400 000 kr. => cost
Föreningen har ett lån på 2,4 mnkr. => other
Bidraget till studieförbunden är 1,2 mnkr. => grant
Föreningen beviljas ett bidrag om 45 000 kr. => grant
"""


@pytest.mark.parametrize("case", [line for line in (PLAIN + ALIKE).splitlines() if line])
def test_what_a_sentence_says_plainly(case: str) -> None:
    text, roles = case.split(" => ")
    assert [fact.role for fact in amounts_of(text)] == roles.split()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Förbundsordningen kräver att borgen för lån över ", " prövas av samtliga medlemmar."),
        ("Elevavgifterna ger ", " mer än beräknat."),
        ("Försäkringen gäller inte och kommunen betalar ", " själv."),
        ("Kommunen har gått i borgen för klubben. Den har ett lån på ", "."),
        ("Avgiften, som ger ", " per år, höjs."),
        ("", ""),
    ],
)
def test_what_is_not_said_plainly(left: str, right: str) -> None:
    assert plain_role(left, right, "revenue") is None
