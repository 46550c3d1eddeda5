"""Real ways of writing sums and percentages, each with what it means; and what only looks like one."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms import amounts_units
from pipeline.forms.amounts import AmountMatch, find_amounts
from pipeline.forms.amounts_units import may_hold_unit


def shown(match: AmountMatch) -> str:
    """An amount in short: value unit, /per, ~ (approximate), < or > (bound), vat."""
    value = f"{match.value:f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    bound = {"max": "<", "min": ">", None: ""}[match.bound]
    rate = f" /{match.per}" if match.per else ""
    return f"{'~' if match.approximate else ''}{bound}{value} {match.unit}{rate}{' ' + match.vat if match.vat else ''}"


# text => its amounts, parted by ";"
EXPRESSIONS = """
67 430 kr => 67430 kr
SEK 4,5m => 4.5 mnkr
SEK 4,5 m => 4.5 kr
SEK 350k => 350 tkr
T SEK 450 => 450 tkr
TSEK 450 => 450 tkr
M SEK 4,5 => 4.5 mnkr
MSEK 4,5 => 4.5 mnkr
Vattentaxan höjs från 6:35 till 6:85. => 6.35 kr; 6.85 kr
Avloppsavgiften sänks från 19:40 till 18:95 per m3. => 19.4 kr /m3; 18.95 kr /m3
Elpriset har stigit från 0:45 till 0:62. => 0.45 kr; 0.62 kr
Portionspriset justeras upp från 48:50 till 52:00. => 48.5 kr; 52 kr
Renhållningsavgiften är 1.245:60 per år. => 1245.6 kr /år
Taxan är i dag hög och föreslås bli 19:25 per m3. => 19.25 kr /m3
Timpriset, 465:50 per timme, är fast. => 465.5 kr /timme
SEK 4,5M => 4.5 mnkr
1 miljon 250 tusen kronor => 1250000 kr
två miljoner femhundratusen kronor => 2500000 kr
två miljoner och femhundratusen kronor => 2500000 kr
tre miljoner fyrahundra tusen kr => 3400000 kr
2 miljoner 350 000 kronor => 2350000 kr
1 miljard 200 miljoner kronor => 1200 mnkr
en miljard femtiotusen kronor => 1000050000 kr
en miljard 200 miljoner 500 tusen kronor => 1200500000 kr
fem miljoner kronor och 200 tusen kronor => 5 mnkr; 200 tkr
tre miljoner, 500 000 kronor => 3 mnkr; 500000 kr
från två miljoner till femhundratusen kronor => 2 mnkr; 500000 kr
två miljoner invånare och femhundra kronor => 500 kr
investeringen om 48 miljoner ska täcka kostnaderna => 48 mnkr
kostnaden beräknas till 4,5 miljoner exkl. moms => 4.5 mnkr excl
2 miljoner och 400 tusen kronor => 2400000 kr
3 miljoner 250 000 kronor => 3250000 kr
>4 mnkr => 4 mnkr
< 700 tkr => 700 tkr
0,75 % enheter => 0.75 procentenheter
1,5 procent enheter => 1.5 procentenheter
67\u00a0430\u00a0kr => 67430 kr
67\u2009430\u2009kr => 67430 kr
67\u202f430 kr => 67430 kr
67430 kr => 67430 kr
67.430 kr => 67430 kr
67430kr => 67430 kr
67 430:- => 67430 kr
67 430 kr. => 67430 kr
67 430 Kr => 67430 kr
67 430 KR => 67430 kr
2.500.000 kronor => 2500000 kr
2 500 000:- => 2500000 kr
2.500.000:- => 2500000 kr
2 500 000:– => 2500000 kr
2 500 000,- => 2500000 kr
4.620.000:-, exklusive mervärdesskatt => 4620000 kr excl
1 250:- styck => 1250 kr
1 250:-/st => 1250 kr /styck
500:- kr => 500 kr
1,250,000 kr => 1250000 kr
1'250'000 kr => 1250000 kr
12 345 678 kr => 12345678 kr
1 234 567 890 kr => 1234567890 kr
18:50 kr => 18.5 kr
8:90 kr per liter => 8.9 kr /liter
12:50 kronor => 12.5 kr
1 250:50 kr => 1250.5 kr
13 968,60 kr => 13968.6 kr
0,50 kr => 0.5 kr
12.50 kr => 12.5 kr
1 krona => 1 kr
1 000 kronor => 1000 kr
1000 kr => 1000 kr
25 öre => 0.25 kr
25 öre/kWh => 0.25 kr /kWh
5 kronor och 25 öre => 5.25 kr
5 kr 50 öre => 5.5 kr
1,2 mnkr => 1.2 mnkr
1,2 Mnkr => 1.2 mnkr
1,2 MNKR => 1.2 mnkr
0,1mnkr => 0.1 mnkr
450 tkr => 450 tkr
450 Tkr => 450 tkr
450 TKR => 450 tkr
450tkr => 450 tkr
450 kkr => 450 tkr
450 KSEK => 450 tkr
450 tsek => 450 tkr
1,5 mkr => 1.5 mnkr
0,3 Mkr => 0.3 mnkr
3 MSEK => 3 mnkr
3,5 Msek => 3.5 mnkr
3 milj kr => 3 mnkr
3 milj. kr => 3 mnkr
3 milj.kr => 3 mnkr
3 milj kronor => 3 mnkr
3 miljoner kr => 3 mnkr
1 miljon kronor => 1 mnkr
4 miljoner kronor => 4 mnkr
2 mdkr => 2 mdkr
2,3 mdr kr => 2.3 mdkr
2,3 mdr => 2.3 mdkr
1,2 miljarder kronor => 1.2 mdkr
1 miljard kronor => 1 mdkr
500 tusen kronor => 500 tkr
500 tusen kr => 500 tkr
2.5 mnkr => 2.5 mnkr
2 500 tkr => 2500 tkr
2.500 tkr => 2500 tkr
698 700 tkr => 698700 tkr
14 200 tkr => 14200 tkr
69 994tkr => 69994 tkr
fyra miljoner kronor => 4 mnkr
en miljon kronor => 1 mnkr
en halv miljon kronor => 0.5 mnkr
en kvarts miljon kronor => 0.25 mnkr
halvannan miljon kronor => 1.5 mnkr
tre och en halv miljoner kronor => 3.5 mnkr
två och en halv miljon kronor => 2.5 mnkr
kostnaden blir tre och en halv miljoner => 3.5 mnkr
tjugofem tusen kronor => 25 tkr
tjugofemtusen kronor => 25000 kr
etthundratusen kronor => 100000 kr
hundra tusen kronor => 100 tkr
tvåhundra kronor => 200 kr
tvåhundrafemtio kronor => 250 kr
två hundra femtio kronor => 250 kr
femtio kronor => 50 kr
en krona => 1 kr
femhundra kronor per barn => 500 kr /barn
femton miljoner kronor => 15 mnkr
tolv miljarder kronor => 12 mdkr
tre miljoner euro => 3000000 EUR
tio procent => 10 procent
hundra procent => 100 procent
en procent => 1 procent
två och en halv procent => 2.5 procent
en halv procentenhet => 0.5 procentenheter
tjugofem procent => 25 procent
noll procent => 0 procent
minus tre miljoner kronor => -3 mnkr
1½ miljon kronor => 1.5 mnkr
1,5–2 mnkr => 1.5 mnkr; 2 mnkr
1,5-2 mnkr => 1.5 mnkr; 2 mnkr
1,5 – 2 mnkr => 1.5 mnkr; 2 mnkr
5−10 mnkr => 5 mnkr; 10 mnkr
2 000–3 000 kr => 2000 kr; 3000 kr
12 000-13 000 kr => 12000 kr; 13000 kr
2 000 kr–3 000 kr => 2000 kr; 3000 kr
2 000 kr – 3 000 kr per månad => 2000 kr /månad; 3000 kr /månad
30 respektive 40 kronor => 30 kr; 40 kr
30 resp. 40 kr => 30 kr; 40 kr
30 kr respektive 40 kr => 30 kr; 40 kr
30 respektive 40 procent => 30 procent; 40 procent
0,01 respektive 0,06 procentenheter => 0.01 procentenheter; 0.06 procentenheter
10, 20 och 30 procent => 10 procent; 20 procent; 30 procent
10, 20 respektive 30 kronor => 10 kr; 20 kr; 30 kr
mellan 3 och 5 mnkr => 3 mnkr; 5 mnkr
mellan 3 mnkr och 5 mnkr => 3 mnkr; 5 mnkr
mellan 25 och 30 procent => 25 procent; 30 procent
från 46 kronor till 58 kronor => 46 kr; 58 kr
från 46 till 58 kronor => 46 kr; 58 kr
från 8:90 kr till 11:15 kr per liter => 8.9 kr /liter; 11.15 kr /liter
från 8:90 till 11:15 kr per liter => 8.9 kr /liter; 11.15 kr /liter
3 till 4 mnkr => 3 mnkr; 4 mnkr
3 à 4 mnkr => 3 mnkr; 4 mnkr
3 eller 4 procent => 3 procent; 4 procent
tio till femton procent => 10 procent; 15 procent
tio till tjugo tusen kronor => 10 tkr; 20 tkr
ca 2–3 mnkr => ~2 mnkr; ~3 mnkr
1,1–1,3 miljoner euro => 1100000 EUR; 1300000 EUR
25–30 öre per kWh => 0.25 kr /kWh; 0.3 kr /kWh
25 procent => 25 procent
80 % => 80 procent
80% => 80 procent
2,5% => 2.5 procent
2,5 % => 2.5 procent
0,46% => 0.46 procent
9,25 procent => 9.25 procent
12 proc. => 12 procent
0,3 procentenheter => 0.3 procentenheter
1 procentenhet => 1 procentenheter
5 %-enheter => 5 procentenheter
5 procent-enheter => 5 procentenheter
+3 % => 3 procent
-3 % => -3 procent
−3,7 mnkr => -3.7 mnkr
–3,7 mnkr => -3.7 mnkr
-76,9mnkr => -76.9 mnkr
(-47,5mnkr) => -47.5 mnkr
minus 3 mnkr => -3 mnkr
+2 mnkr => 2 mnkr
resultatet blev 1994 -612 tkr => -612 tkr
Avvikelsen 2019 –1,2 mnkr och 2020 +0,4 mnkr => -1.2 mnkr; 0.4 mnkr
bokslut 2023 -1 250 tkr => -1250 tkr
den 31 dec 1994 -612 tkr => -612 tkr
1994-12-31 -612 tkr => -612 tkr
94-12-31 -612 tkr => -612 tkr
resultatet per den 31/8 -612 tkr => -612 tkr
2020–2021 -500 tkr => -500 tkr
2024 -2,5 % => -2.5 procent
resultatet går från 500 tkr till -1 200 tkr => 500 tkr; -1200 tkr
"-500 tkr" => -500 tkr
( - 1,2 mnkr) => -1.2 mnkr
resultatet blev 1,2 (1,1) mnkr => 1.2 mnkr; 1.1 mnkr
resultatet blev -1,2 (-1,1) mnkr => -1.2 mnkr; -1.1 mnkr
omsättningen var 1 250 (1 180) tkr => 1250 tkr; 1180 tkr
98 (97) procent => 98 procent; 97 procent
1,2 (–1,1) mnkr => 1.2 mnkr; -1.1 mnkr
en 20-procentig höjning => 20 procent
ett 50-procentigt bidrag => 50 procent
kostnaden är 500 kr¹ per år => 500 kr
100 – 200 kr => 100 kr; 200 kr
1 900 - 2 000 kr => 1900 kr; 2000 kr
6.840.000 kr, därav hus 5.975.000, möbler 610.000 och plan 255.000 kr => 6840000 kr; 5975000 kr; 610000 kr; 255000 kr
60 procent till föreningen och 40 till kommunen => 60 procent; 40 procent
avgiften höjs från 48:50 till 52 kronor => 48.5 kr; 52 kr
60 procent till föreningen och 50 till kommunen => 60 procent
resultatet blev -4,5 mnkr => -4.5 mnkr
en avvikelse på - 4,5 mnkr => -4.5 mnkr
-12 295 tkr (-14 080 tkr) => -12295 tkr; -14080 tkr
Avvikelse: -45,7 mnkr => -45.7 mnkr
från -3 till -5 mnkr => -3 mnkr; -5 mnkr
350 kr per m² BTA => 350 kr /m2
350 kr per m² och år => 350 kr /m2
350 kr/m² => 350 kr /m2
350 kr/m2 => 350 kr /m2
350 kr/kvm => 350 kr /m2
350 kr/kvm/år => 350 kr /m2
350 kr per kvadratmeter => 350 kr /m2
1 350 kr per m² bruttoarea => 1350 kr /m2
15 kr/m³ => 15 kr /m3
1 875 kronor per månad => 1875 kr /månad
9 900 kr/mån => 9900 kr /månad
9 900 kr/mån. => 9900 kr /månad
595 kr/månad => 595 kr /månad
62 149 kr/år => 62149 kr /år
62 149 kr / år => 62149 kr /år
62 149 kr per år => 62149 kr /år
62 149 kr årligen => 62149 kr /år
62 149 kr om året => 62149 kr /år
62 149 kr varje år => 62149 kr /år
85 000 kr/\når => 85000 kr /år
85 000 kr/ år => 85000 kr /år
350 kr i månaden => 350 kr /månad
350 kronor i timmen => 350 kr /timme
350 kr/tim => 350 kr /timme
350 kr/h => 350 kr /timme
350 kr per påbörjad timme => 350 kr /timme
120 kronor per enkel resa => 120 kr /resa
300 kr per halv dag => 300 kr /dag
350 kr per dygn => 350 kr /dygn
350 kr/dag => 350 kr /dag
350 kronor om dagen => 350 kr /dag
350 kr per vecka => 350 kr /vecka
65.000 kr per halvår => 65000 kr /halvår
146 000 kronor per läsår => 146000 kr /läsår
2,4 mnkr/år => 2.4 mnkr /år
10,5 mnkr per år => 10.5 mnkr /år
2,85 kr/kWh => 2.85 kr /kWh
1,40 DKK per kWh => 1.4 DKK /kWh
18,50 kr per mil => 18.5 kr /mil
412 kr per enkelresa => 412 kr /enkelresa
15 kr per elev och dag => 15 kr /elev
1 200 kr per barn och månad => 1200 kr /barn
25 kr/inv => 25 kr /invånare
25 kr/invånare => 25 kr /invånare
25 kronor per invånare => 25 kr /invånare
25 kronor per innevånare => 25 kr /invånare
850 kr/st => 850 kr /styck
850 kr per styck => 850 kr /styck
1 200 kr per plats => 1200 kr /plats
300 kr/person => 300 kr /person
300 kr per deltagare => 300 kr /deltagare
45 kr per portion => 45 kr /portion
11,625 kronor per euro => 11.625 kr /EUR
1 500 kr/lgh => 1500 kr /lägenhet
2 000 kr per hektar => 2000 kr /hektar
700 kr/ton => 700 kr /ton
15 500:- per termin => 15500 kr /termin
0,25 procent av restskulden per år => 0.25 procent /år
2 procent per år => 2 procent /år
ca 55 000 kr => ~55000 kr
ca. 55 000 kr => ~55000 kr
ca 270.000:- => ~270000 kr
c:a 55 000 kr => ~55000 kr
cirka 55 000 kr => ~55000 kr
Cirka 55 000 kr => ~55000 kr
omkring 350 tkr => ~350 tkr
drygt 3 miljoner kronor => ~3 mnkr
knappt 5 % => ~5 procent
nästan 5 % => ~5 procent
närmare 2 mnkr => ~2 mnkr
runt 2 mnkr => ~2 mnkr
ungefär 1,8 mnkr => ~1.8 mnkr
uppskattningsvis 2 mnkr => ~2 mnkr
uppskattningsvis till 2 mnkr => ~2 mnkr
ca en halv miljon kronor => ~0.5 mnkr
högst 6,2 mnkr => ~<6.2 mnkr
dock högst 1 875 kronor per månad => ~<1875 kr /månad
maximalt 2 mnkr => ~<2 mnkr
max 2 mnkr => ~<2 mnkr
max. 2 mnkr => ~<2 mnkr
upp till 40 procent => ~<40 procent
som mest 2 mnkr => ~<2 mnkr
högst ett belopp om 2 mnkr => ~<2 mnkr
minst 3 mkr => ~>3 mnkr
lägst 500 kr => ~>500 kr
minst 40 procent => ~>40 procent
mer än 50 procent => 50 procent
över 50 procent => 50 procent
intill ett belopp av 2.500.000 kronor => 2500000 kr
(ca 300 tkr) => ~300 tkr
5 mnkr exkl. moms => 5 mnkr excl
5 mnkr exkl moms => 5 mnkr excl
5 mnkr (exkl. moms) => 5 mnkr excl
5 mnkr, exkl. moms => 5 mnkr excl
5 mnkr exklusive moms => 5 mnkr excl
5 mnkr ex moms => 5 mnkr excl
5 mnkr utan moms => 5 mnkr excl
5 mnkr inkl. moms => 5 mnkr incl
5 mnkr inklusive mervärdesskatt => 5 mnkr incl
1 250 kr per timme exkl. moms => 1250 kr /timme excl
1 250 kr exkl. moms per timme => 1250 kr /timme excl
priset exkl. moms 450 000 kr => 450000 kr excl
420 000 EUR => 420000 EUR
420 000 euro => 420000 EUR
1,2 miljoner euro => 1200000 EUR
3,2 MEUR => 3200000 EUR
€ 500 => 500 EUR
EUR 1 500 => 1500 EUR
200 tusen euro => 200000 EUR
500 dollar => 500 USD
2 miljoner dollar => 2000000 USD
USD 500 => 500 USD
500 NOK => 500 NOK
500 norska kronor => 500 NOK
1 200 DKK => 1200 DKK
500 danska kronor => 500 DKK
2 miljoner danska kronor => 2000000 DKK
500 000 SEK => 500000 kr
SEK 500 000 => 500000 kr
kr 500 => 500 kr
500 svenska kronor => 500 kr
kostnaden var 2023 67 430 kr => 67430 kr
Hyresintäkterna var 1993 214.500 kronor => 214500 kr
kom 2018 24 procent från barn => 24 procent
under 2020 1 200 000 kr => 1200000 kr
den 1 maj 2023 150 000 kr => 150000 kr
år 1995 298.000 kronor => 298000 kr
februari -30 september ca 55 000 kr => ~55000 kr
enligt § 64 5 000 kr => 5000 kr
2 april 2024: 5 000 kr => 5000 kr
av 3 800 tkr avser 25 % löner => 3800 tkr; 25 procent
600 kronor på en plats, 400 kronor på en annan => 600 kr; 400 kr
2,75 mnkr under 2020 och 400 tkr under 2021 => 2.75 mnkr; 400 tkr
40% mark och bygg, 8% VVS => 40 procent; 8 procent
12,5 procent eller 400 000 euro => 12.5 procent; 400000 EUR
12 331 kr (2,5%) => 12331 kr; 2.5 procent
0,0 mnkr => 0 mnkr
0 kr => 0 kr
0.250 mnkr => 0.25 mnkr
summan:500 kr => 500 kr
”500 kr” => 500 kr
„500 kr" => 500 kr
[500 kr] => 500 kr
bidrag/500 kr => 500 kr
1994 bidrag 2.000:- => 2000 kr
20 000 kr + moms => 20000 kr excl
tjugotusen kronor => 20000 kr
3 000 000 SEK per år => 3000000 kr /år
12 kr per capita => 12 kr /invånare
500 kr per person och gång => 500 kr /person
utgår med 3 prisbasbelopp, 150 000 kr => 150000 kr
Totalt 5 mnkr => 5 mnkr
5 mnkr totalt => 5 mnkr
femtiotusen kronor => 50000 kr
åttahundrafemtio kronor => 850 kr
ettusen kronor => 1000 kr
500 000 (femhundratusen) kronor => 500000 kr
femhundratusen (500.000) kronor => 500000 kr
50 (femtio) procent => 50 procent
8–10 000 kr => 10000 kr
300-500 000 kr => 500000 kr
500–1 000 kr => 500 kr; 1000 kr
12 à 500 kr => 500 kr
500 kr plus moms => 500 kr excl
500 kr + moms => 500 kr excl
3.450.000,00 kr => 3450000 kr
1 234 567,00 kr => 1234567 kr
2,5 procents ökning => 2.5 procent
1 350 kr per m? bruttoarea => 1350 kr /m2
1 350 kr/m? => 1350 kr /m2
1 350 kr per m bruttoarea => 1350 kr /m2
30 kr per meter => 30 kr /meter
1 250 000 :- => 1250000 kr
10-15% => 10 procent; 15 procent
1–2 procentenheter => 1 procentenheter; 2 procentenheter
två till tre miljoner kronor => 2 mnkr; 3 mnkr
100 tkr (50 tkr/år) => 100 tkr; 50 tkr /år
två procent => 2 procent
fem kronor per liter => 5 kr /liter
"""

NOT_AMOUNTS = """
tel 0320-21 71 00
08-530 610 00
Tfn 023-830 14
070-123 45 67
791 83 FALUN
262 80 Ängelholm
Postgiro 17 62 00-4
Bankgiro 624-1061
Bg 178-2309
Org.nr 212000-2882
802440-7781
personnummer 19780101-2357
780101-2357
Ekebacken 3:14
fastigheten Norrgården 1:1
Åsen 2:145 och 2:146
SFS 2017:725
lag (2010:800)
10 kap. 32 § skollagen
artikel 107.1 i fördraget
§ 112/2019
dnr KS 2018-00871
KS/2019:318
2020-05-11
den 11 maj 2020
940118
1989-11-30
13/9
2023/24
48 bostadsrätter
400 Wh
150 km
11,4 km
1 200 m²
1 200 kvm
3 500 ton
24 månader
30 dagar
200 meter
sid 2 (4)
1 (3)
2020
1994–2026
kl. 12:50
kl 12.30–16.00
klockan 18:50
Avgiften tas ut från 8:00 till 18:00 per dag.
Parkeringsavgift gäller kl. 9:00 till 18:00 per dag.
Kvällsturen ändras från 18:15 till 18:45.
Avgiften ändras. Turen går från 18:15 till 18:45.
Öppettiden ändras från 8:00 till 9:30 och avgiften höjs.
Måltidstaxan höjs enligt 4 kap 2:11 per dag.
Taxan gäller från 18:30 per dag.
Fastighetsavgiften för Ekeby 2:14 per år är känd.
Taxan enligt bilaga 2:14
resultatet blev 3–1
linje 708
årskurs 6
2 prisbasbelopp
0,5 basbelopp
1,5 promille
5 miljoner invånare
två miljoner människor
3 miljarder ton
en 25-procentig tjänst
hundraprocentig säkerhet
10 procentig lösning
en 50-procentig sjukskrivning
kronor per invånare
Belopp i tkr
(tkr)
i miljoner kronor
Budget 2024 tkr
utfall 2023 mnkr
några miljoner kronor
ett par tusen kronor
flera hundra kronor
hundratals kronor
1O0 kr
l00 kr
2O 500 kr
l 250 kr
12 5OO kr
I 500 000 kr
=35 kr
1.25O.000 kr
500.OOO kr
procent
kronofogden
5 kronoparker
8 krav
100 krukor
3 euroklasser
Euro 6
EUR-pall
3 mil
12 milstolpar
7 %-iga
500 krediter
1 tk
C2-500
A4
tusen tack
miljoner
en miljon
rum 12
2 a kap.
007 kr
00 kr
en halv kronor
50 kr-sedlar
två tredjedelar
9 av 10
6 00 000 kr
12 0000 kr
m2 kr
1:a
24/7
2,5 gånger
100 W
Covid-19
ISO 9001
Agenda 2030
12 st
3 poäng
"""


def _cases() -> list[tuple[str, str]]:
    cases = []
    for line in EXPRESSIONS.replace("/\når", "/¶år").strip().splitlines():
        text, meaning = line.replace("¶", "\n").split(" => ")
        cases.append((text, "" if meaning == "none" else meaning))
    return cases


@pytest.mark.parametrize(("text", "meaning"), _cases())
def test_expression(text: str, meaning: str) -> None:
    assert "; ".join(map(shown, find_amounts(text))) == meaning


@pytest.mark.parametrize(("text", "meaning"), _cases())
def test_expression_in_a_sentence(text: str, meaning: str) -> None:
    sentence = f"Nämnden anger {text} som grund för beslutet om kostnaden."
    found = find_amounts(sentence)
    assert "; ".join(map(shown, found)) == meaning
    assert all(m.text == sentence[m.start : m.end] for m in found)


@pytest.mark.parametrize("text", NOT_AMOUNTS.strip().splitlines())
def test_not_an_amount(text: str) -> None:
    assert find_amounts(text) == []
    assert find_amounts(f"Enligt uppgift {text} i ärendet") == []


TEXTS = """
ca 55 000 kr per år => 55 000 kr per år
högst 1 875 kronor per månad, exkl. moms => 1 875 kronor per månad
350 kr per m² och år => 350 kr per m²
på –3,7 mnkr mot budget => –3,7 mnkr
minus 3 mnkr => minus 3 mnkr
2 500 000:- exklusive moms => 2 500 000:-
drygt en halv miljon kronor => en halv miljon kronor
0,25 procent av restskulden per år => 0,25 procent
50 kr per påbörjad timme => 50 kr per påbörjad timme
SEK 500 000 => SEK 500 000
"""


@pytest.mark.parametrize("line", TEXTS.strip().splitlines())
def test_text_keeps_sign_and_rate_only(line: str) -> None:
    text, kept = line.split(" => ")
    assert [m.text for m in find_amounts(text)] == [kept]


@pytest.mark.parametrize(
    "text",
    ["51 330 51 685 355 tkr", "1 2 500 kr", "5 0 0 0 kr", "tabell 1 500 kr", "17 62 00-4 kr", "12, 500 kr"],
)
def test_digits_that_may_be_lost_are_marked(text: str) -> None:
    assert all(m.confidence <= 0.4 for m in find_amounts(text))


@pytest.mark.parametrize("text", ["1,250 kr", "1.250 mnkr", "kr 500", "kostnad: 3 miljoner."])
def test_unsure_readings_are_less_sure(text: str) -> None:
    assert [m.confidence < 0.9 for m in find_amounts(text)] == [True]


def grouped(number: int, space: str) -> str:
    return f"{number:,}".replace(",", space)


UNITS = [
    ("kr", "kr", 1),
    ("kronor", "kr", 1),
    ("tkr", "tkr", 1),
    ("mnkr", "mnkr", 1),
    ("Mkr", "mnkr", 1),
    ("%", "procent", 1),
]
UNITS += [
    ("miljoner kronor", "mnkr", 1),
    ("euro", "EUR", 1),
    ("miljoner euro", "EUR", 1_000_000),
    ("procentenheter", "procentenheter", 1),
]


@given(
    st.integers(0, 10**9 - 1),
    st.sampled_from([" ", "\u00a0", "\u202f", "."]),
    st.sampled_from(UNITS),
    st.sampled_from(["", " per år", "/månad"]),
    st.sampled_from(["", "−", "-"]),
    st.sampled_from(["", "ca ", "högst "]),
)
def test_what_is_written_is_read(
    number: int, space: str, unit: tuple[str, str, int], rate: str, sign: str, qualifier: str
) -> None:
    own = f"{sign}{grouped(number, space)} {unit[0]}{rate}"
    text = f"Beloppet är {qualifier}{own} enligt avtalet."
    (match,) = find_amounts(text)
    assert match.text == own
    assert match.value == Decimal(-number if sign else number) * unit[2]
    assert (match.unit, match.approximate) == (unit[1], qualifier != "")
    assert match.per == {"": None, " per år": "år", "/månad": "månad"}[rate]


@given(st.decimals(0, 9999, places=2), st.sampled_from(["mnkr", "procent", "kr"]))
def test_decimals_are_read(number: Decimal, unit: str) -> None:
    (match,) = find_amounts(f"{number}".replace(".", ",") + " " + unit)
    assert match.value == number


@given(st.text(alphabet="0123456789 .,:-–−kronmj%tpe/¶\n(", max_size=120))
def test_no_text_makes_it_raise(text: str) -> None:
    found = find_amounts(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(m.text == text[m.start : m.end] and 0 < m.confidence <= 0.95 for m in found)


@given(st.text(max_size=200))
def test_no_character_makes_it_raise(text: str) -> None:
    for match in find_amounts(text):
        assert match.text == text[match.start : match.end]


@pytest.mark.parametrize(
    "text",
    [
        "5 kr",
        "5 KR",
        "5 :-",
        "5:-",
        "12,-",
        "SEK 5 000",
        "€ 5",
        "5 mnkr",
        "5 mdr kr",
        "5 %",
        "5 procent",
        "25 öre",
        "5 MSEK",
    ],
)
def test_no_unit_is_passed_over_by_the_quick_test(text: str) -> None:
    assert may_hold_unit(text)


def test_every_unit_passes_the_quick_test() -> None:
    assert [form for form in amounts_units.UNITS if not may_hold_unit(f"5 {form.upper()}")] == []


@pytest.mark.parametrize("text", ["", "den 3 maj 2019", "§ 45", "Barn och unga", "0123-45 67 89"])
def test_what_holds_no_unit_is_passed_over(text: str) -> None:
    assert not may_hold_unit(text)
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "gäller 2004-01-01--2023-12-31,- med rätt till förlängning",
        "till och med 2023-12-31,-",
        "(2019-06-30:-)",
        "perioden 1998-07-01:- och framåt",
        "senast 2011-03-15,- enligt avtalet",
    ],
)
def test_a_dates_month_and_day_are_no_amounts(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(("text", "value"), [("1994-612 tkr", 612), ("2011-03-15: 31,- per dygn", 31)])
def test_an_amount_behind_a_date_is_one(text: str, value: int) -> None:
    assert [abs(found.value) for found in find_amounts(text)] == [value]
