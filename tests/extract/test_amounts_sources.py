"""What covers a part of a cost, what other sentences make likelier than the odds, and sentences that look like them."""

# ruff: noqa: E501 - a case is one line

import pytest

from pipeline.extract.amounts_likelier import likelier_role
from pipeline.tables import AmountRole
from tests.extract.amounts_memo import amounts_of

COVERED = """
Av investeringen täcks 2,4 mnkr av statsbidrag och 1,1 mnkr av egna medel. => grant budget
Av kostnaden täcks 310 000 kr av deltagaravgifter och resten, 90 000 kr, av nämndens budget. => revenue budget
Kostnaden beräknas till 4,8 mnkr, varav 3,1 mnkr täcks av avgifter från abonnenterna. => cost revenue
Utbyggnaden finansieras med 6 mnkr i anslutningsavgifter, 2 mnkr i statsbidrag och 4 mnkr ur investeringsbudgeten. => revenue grant budget
Projektet kostar 900 tkr. Av detta täcks 450 tkr genom stöd från Leader och 200 tkr genom försäljning av biljetter. => cost grant revenue
Av beloppet täcks 620 tkr av statsbidrag. => grant
Av underskottet täcks 1,2 mnkr genom upplåning. => other
Kostnaden, 740 tkr, bekostas till 300 tkr av kommunens egna medel. => cost budget
Anläggningen kostar 3,1 mnkr, varav 1,4 mnkr finansieras genom lån. => cost other
Ombyggnaden finansieras med 2 mnkr av hyror och 1 mnkr ur underhållsreserven. => revenue budget
Av kostnaden väntas 4 mnkr ur EU:s regionalfond. => grant
Av resterande kostnad väntas 4 Mkr ur EG:s strukturfonder. => grant
Projektet kostar 800 tkr, varav 500 tkr söks från EU. => cost grant
"""
OTHERS = """
Av köpeskillingen betalas 10 procent vid avtalet och 4,1 mnkr på tillträdesdagen. => share price
Köpeskillingen är 13,3 Mkr. Av den betalas 5,9 Mkr på tillträdesdagen och 7,4 Mkr senast den 30 juni. => price price price
Handpenningen är 300 000 kronor och resten, 2 700 000 kronor, erläggs på tillträdesdagen. => price price
Bidraget ryms inom anslaget för föreningsstöd, 310 000 kronor. => budget
Kostnaden ryms inom nämndens ram för året, 48,2 mnkr. => budget
Medlen tas från posten för oförutsedda behov, 1,2 mnkr. => budget
Åtgärderna beräknas frigöra 1,2 mnkr. => other
Kortare handläggningstid bedöms frigöra ca 60 000 kr per år. => other
Åtgärdsplanen ger 1,7 mnkr under återstoden av året och 6,2 mnkr nästa år. => other other
De föreslagna effektiviseringarna ger 900 tkr på helår. => other
En lunchportion kostar 62 kr. => price
Ett seniorkort kostar idag 450 kr per månad. => price
En enkelbiljett till länscentrum kostar 52 kronor. => price
För 2020 föreslås en omslutning på 231,6 mnkr. => budget
Skollokalerna hyrs av Norrby församling för 48.000:- per år. => cost
Kommunen säljer fjärrvärme till grannkommunen för 1,4 mnkr per år. => revenue
Nämnden säljer platser till Norby kommun för 2,2 mnkr. => revenue
Budgeten för vinterväghållning, 4,2 mnkr, överskreds med 1,1 mnkr. => budget other
Ombyggnaden av korsningen är kalkylerad till 2 350 tkr. => cost
Hyran för en tvårummare blir 7 850 kr per månad. => price
Grannkommunen har erbjudit 150 000 kronor till skyltning. => grant
Av de enskilda huvudmännen får Solskolan AB omkring 410 tkr mer än i dag. => grant
Migrationsverket ersätter kommunen med 1 600 kronor per dygn för varje plats och dessutom med 300 kronor per dygn för belagd plats. => revenue revenue
Sedan årsskiftet ersätter staten kommunen med 1 350 kr per dygn, mot tidigare 1 900 kr. => revenue revenue
Avgiften är 487 kronor per dygn för plats med helpension och 562 kronor per dygn för plats i enkelrum. => fee fee
Nämnden beslutar att omfördela 180 tkr från posten inköp. => budget
"""
ALIKE = """
Kostnaden finansieras inom ramen och beräknas till 4,1 mnkr. => cost
Taxan täcker kostnaden, som i år är 2,2 mnkr. => cost
Kommunen ska ersätta förbundet med 400 tkr. => cost
Åtgärderna kostar 1,2 mnkr. => cost
Åtgärden ger 300 tkr i ökade intäkter. => revenue
Skolkorten kostar kommunen 720 000 kronor per läsår. => cost
En plats i förskolan kostar kommunen 142 000 kr per år. => cost
Bolaget har i bud erbjudit 395 000 kronor för fastigheten. => price
Föreningen hyr lokalen av kommunen för 12 000 kr per år. => revenue
Budgeten är 4 mnkr, varav lokaler 1,2 mnkr. => budget budget
Kostnaden är 1 340 kr per dygn och egenavgiften 210 kr per dygn. => cost fee
Priset är 240 kr per ton och avgiften till förbundet 60 kr per ton. => price fee
"""
PERCENT = """
Egenavgiften fastställdes av kommunfullmäktige den 24 november 2003, § 151, till 22 procent av taxameterbeloppet. => fee
Nuvarande egenavgift är bestämd till 20 procent av taxan. => fee
Avgiften för det första barnet är 3 procent av hushållets inkomst. => fee
För det tredje barnet är avgiften 1 procent av inkomsten. => fee
Förvaltningen räknar med 0,25 % på utnyttjat belopp. => fee
Andelen överklaganden med framgång har sjunkit till 9 procent. => share
Andelen behöriga lärare i grundskolan är 78 procent. => share
Motsvarande siffra för länet är 79 procent. => share
Sjukfrånvaron har stigit från 7,4 procent till 8,9 procent. => share share
Sysselsättningen är låg, men täckningsgraden är i snitt 82 procent. => share
Avgiften täcker 60 procent av kostnaden. => share
Avgifterna motsvarar 80 procent av utgifterna. => share
Avgiften höjs med 4 procent. => other
Räntan har stigit från 4 till 6 procent. => other other
"""


@pytest.mark.parametrize("case", [line for line in (COVERED + OTHERS + ALIKE + PERCENT).splitlines() if line])
def test_what_a_sum_is_for(case: str) -> None:
    text, roles = case.split(" => ")
    assert [fact.role for fact in amounts_of(text)] == roles.split()


MORE = """
Danderyds församling, som hyr matsalen om söndagarna, betalar i dag 48 000 kronor om året. => revenue
Vuxenskolan, som hyr samlingsrummet till och med juni för 14,5 tkr per halvår, har inget att invända. => revenue
Bolaget betalar kommunen en hyra om 310.000 kr per år i 15 år. => revenue
Norby kommun betalar nämnden 120 000 kronor. => revenue
Kommunen får för sin del hyra av ledningsgatan med 85 tkr årligen. => revenue
Klubben räknar med att få in 90 000 kronor i banhyror. => revenue
Höjningen väntas ge 190 tkr på helår. => revenue
Försäljning av inventarier har hittills gett 38 tkr. => revenue
Kommunen köpte läsåret 2006/07 platser för 23,4 Mkr och sålde för 9,65 Mkr. => cost revenue
Av statsbidraget måste 1,9 mnkr återbetalas om det inte har använts. => grant
Statsbidraget är 2 mnkr, varav 640 000 kr inte hinner användas. => grant grant
Myndigheten för civilt försvar betalade för 2025 ut 1 236 000 kronor i ersättning. => grant
Föreningen har utfäst sig att skjuta till 250 000 kronor. => grant
Resterande 13,2 Mkr lånas. => other
Nedläggningen ger en årlig besparing på 320 tkr. => other
I ramen ligger en besparing på 2,2 mkr. => other
Handläggningen har kostat 164 tkr; resten, 68 tkr, belastar nämndens budget. => cost cost
Samordningen väntas ge 2,4 mkr i lägre kostnader. => cost
Nämnden har begärt 6,5 Mkr i tilläggsanslag. => budget
En halvtidstjänst, budgeterad till 365 000 kronor, tillkommer. => budget
Värdet på kommunens andel uppskattas till 410 000 kronor. => price
Marknadshyran i området är 275 kr per m². => price
Nämnden godkänner köp av fastigheten Skene 12:7 av Viby kommun för 1 850 000 kr. => price
Åtta platser kan anläggas för 412 000 kr. => cost
Avgiften skall enligt lagen om stöd bestämmas till lägst 10 000 kronor och högst 1 miljon kronor. => fee fee
Bolaget räknar med att investera 1,1 miljarder kronor. => cost
Föreningen redovisade en omsättning på 2,3 mnkr. => revenue
Budgeterat resultat är 12 mnkr. => other
Om antalet ändras med mer än 10 procent ska fördelningen omförhandlas. => other
Ingen enhet ska få en minskning på mer än 3,5 procent av sin tilldelning. => other
"""


@pytest.mark.parametrize("case", MORE.strip().splitlines())
def test_what_makes_another_role_likelier(case: str) -> None:
    text, roles = case.split(" => ")
    assert [fact.role for fact in amounts_of(text)] == roles.split()


@pytest.mark.parametrize(
    ("before", "after", "role"),
    [
        ("nämnden, som hyr lokalen, betalar i dag ", ".", "cost"),
        ("föreningen, som hyr lokalen av fastighets ab, betalar ", ".", "cost"),
        ("i dag betalar kommunen ", " i hyra.", "cost"),
        ("lagfarten betalas av kommunen. resten, ", ", betalas av bolaget.", "cost"),
        ("kravet på en omsättning av minst ", " är uppfyllt.", "other"),
        ("nämnden hyr fastigheten näs 2:1 för ", " per år.", "cost"),
        ("årets resultat i budgeten är ", ".", "budget"),
        ("bidraget är ", " högre än i fjol.", "grant"),
        ("höjningen väntas ge ", " i lägre kostnader.", "other"),
        ("hallen kostar ", ".", "cost"),
        ("kommunen köper fastigheten för ", ".", "cost"),
        ("intäkterna är budgeterade till ", ".", "revenue"),
    ],
)
def test_what_makes_no_other_role_likelier(before: str, after: str, role: AmountRole) -> None:
    assert likelier_role(before, after, role, None) in (None, "cost" if "lägre kostnader" in after else None)
