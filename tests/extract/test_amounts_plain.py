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
En lägre taxa skulle kosta kommunen omkring 90 000 kronor om året i uteblivna intäkter. => revenue
Befrielsen innebär 340 tkr i minskade intäkter. => revenue
Stängningen motsvarar 1,2 mnkr i förlorade hyresintäkter. => revenue
Höjningen beräknas ge 480 tkr i ökade intäkter. => revenue
Den nya taxan ger 215 tkr i högre avgiftsintäkter. => revenue
Beslutet kostar 75 tkr i lägre biljettintäkter. => revenue
Förseningen kostade bolaget 600 000 kronor i uteblivna bokningar. => cost
Skolverket betalade i mars ut 1 850 000 kr. => grant
Socialstyrelsen har i juni betalat ut 920 000 kronor. => grant
Länsstyrelsen i Kronobergs län betalar 20 %, 310 000 kronor, och kommunen svarar för resten. => share grant
Boverket betalade ut 2,1 mnkr i oktober. => grant
Naturvårdsverket bidrar med högst 3,4 mnkr. => grant
Folkhälsomyndigheten lämnade kommunen 640 000 kronor. => grant
Därtill ger Region Halland 95 000 kronor. => grant
Dessutom bidrar Tillväxtverket med 1,3 mnkr. => grant
Därutöver skjuter Länsstyrelsen till 400 tkr. => grant
Arbetsförmedlingen är beredd att delfinansiera tjänsten med högst 17 400 kr per månad. => grant
Migrationsverket betalar 1 900 kr per dygn för varje plats. => revenue
Ekby kommun, som köper handläggning av nämnden, betalar 640 000 kronor för året. => revenue
Norby kommun, som hyr två platser av kommunen, betalar 1,1 mnkr. => revenue
Föreningen, som arrenderar marken av kommunen, betalar 12 000 kr. => revenue
Kommunen, som köper platser av bolaget, betalar 2,4 mnkr. => cost
Nämnden, som hyr lokalen av föreningen, betalar 310 000 kr. => cost
Norby kommun hyr två platser, och kommunen betalar 310 000 kr. => cost
Kommunen, som säljer platser till Norby, har betalat 1,2 mnkr. => cost
Staden står för 640 000 kronor. => cost
Ekby Energinät AB har förbundit sig att hyra kanalisation i nätet för 64 000 kr/år. => revenue
Norby Byggvaror AB hyr den gamla lagerlokalen för 96 000 kr per år. => revenue
Hembygdsföreningen hyr i dag stationshuset för 18 000 kr per år. => revenue
Kommunen hyr lokalen av Ekby Fastigheter AB för 96 000 kr per år. => cost
Lokalen hyrs av Ekby Fastigheter AB för 38 500 kr per månad. => cost
I förslaget till budget för 2024 har volymökningen beaktats med 4,5 mnkr. => budget
I budgeten för nästa år har projektet tagits upp med 750 tkr. => budget
I 2019 års budget har underhållet räknats in med 1,4 mnkr. => budget
Integrationsmedlen är 900 tkr för 2023. => budget
Utvecklingsmedlen uppgår till 2,5 mnkr. => budget
Förfogandemedlen är 1,2 mnkr, varav 310 tkr redan är bundna i ett avtal. => budget budget
Reserven är 3 mnkr, varav 1,1 mnkr är intecknade. => budget budget
Anslaget är 2 mnkr, varav 640 tkr redan är disponerade. => budget budget
Programmet kostar 120 000 kronor i engångsavgift. => fee
Hushållet betalar 22 000 kr i anslutningsavgift. => fee
Varje medlem betalar 500 kr i inträdesavgift. => fee
Eleverna betalade sammanlagt 1 012 000 kr i avgifter. => revenue
Hallen kostar 8,4 miljoner kronor, varav 2 miljoner kronor söks hos Allmänna arvsfonden. => cost grant
Av kostnaden har 350 tkr sökts från Leader. => grant
Ett bidrag om 180 000 kr har sökts hos Länsstyrelsen. => grant
Av beloppet behövs ca 60 000 kr för ett nytt datorprogram. => cost
Av intäkterna åtgår 110 tkr för underhåll. => cost
Kostnaden blev 310 tkr lägre än under 2021. => other
Kostnaden är 40 tkr högre än 2019. => other
Många föreningar har fått höja sina uttaxeringar till över 1 500 kronor per fastighet. => fee
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
        ("Kommunen har gått i borgen för klubben. Den har ett lån på ", "."),
        ("Avgiften, som ger ", " per år, höjs."),
        ("", ""),
    ],
)
def test_what_is_not_said_plainly(left: str, right: str) -> None:
    assert plain_role(left, right, "revenue") is None
