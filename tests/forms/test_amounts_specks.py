"""Sums of running text with what a scan put into them; what looks alike and means something else; and sums that share
another's unit across "av" or "respektive"."""

import pytest

from pipeline.forms.amounts import find_amounts
from tests.forms.test_amounts import shown

SPECKED = """
arvoden på 1 .085 000 kronor => 1085000 kr
arvoden på 1 .085.000 kronor => 1085000 kr
ett bidrag om 250 .000 kr => 250000 kr
ersättning med 3.,2 miljoner kronor => 3.2 mnkr
räntan 4,.5 procent => 4.5 procent
ersätter cirka _20 procent av det => ~20 procent
står för _35 % av det => 35 procent
beviljas _12 300 kr i stöd => 12300 kr
sparar _1,5 mnkr per år =>
tar ut 1 480 - kronor per dygn => 1480 kr /dygn
tar ut 1 480 – kronor per dygn => 1480 kr /dygn
kostar 12 500 — kr => 12500 kr
räntan 4,,5 % => 4.5 procent
ersätter föreningen med 640..000:- => 640000 kr
hyran blir 396 000. kronor om året => 396000 kr /år
bidrag med 1 200 000: kronor => 1200000 kr
drygt 4,9; mnkr => ~4.9 mnkr
sparar 875.000-kr => 875000 kr
bidrar med 2,4- miljoner kronor => 2.4 mnkr
bidrar med 2,4 –miljoner kronor => 2.4 mnkr
moms med 25 o % => 25 procent
moms med 25 o% => 25 procent
moms med 25 ° % => 25 procent
prognosen är —-6,8 mnkr => -6.8 mnkr
pekar mot –-900 tkr => -900 tkr
visar -—7,2 miljoner kronor => -7.2 mnkr
ökade med 12-—15 procent => 12 procent; 15 procent
kostar 3--5 mnkr => 3 mnkr; 5 mnkr
5. .150 tkr anslås => 150 tkr
beviljas .12 300 kr => 12300 kr
kostar 3.1 0 5:- per dag => 3105 kr /dag
"""
OTHERWISE = """
Tabell 3. tkr =>
Kostnad 2020, tkr =>
Se bilaga 2: kronor per elev =>
5 .150 tkr anslås =>
en 1 000-kronorssedel =>
10 mnkr-projekt =>
det blev 12,5 - kr =>
20 o 30 % => 30 procent
räntan 3..5 % =>
kostar .5 mnkr =>
kostar .500 mnkr =>
resten --500 kr => 500 kr
utgör 12 .5 % =>
avgiften 1 250:- per år => 1250 kr /år
ger 1 500 kr. Kronor räknas => 1500 kr
"""
SHARED = """
Under 2018 förbrukades 8,4 av totalt 10 mnkr. => 8.4 mnkr; 10 mnkr
Ekby stad tar ut 1 020 och Norby kommun 940 kronor per timme. => 1020 kr /timme; 940 kr /timme
Ekby tar ut 780 och Norby 755 kronor per timme. => 780 kr /timme; 755 kr /timme
Ekby betalar 90 och Storfors kommun 80 kronor. => 90 kr; 80 kr
Bolaget debiterar 1 150 medan Norby Städ 1 090 kr i timmen. => 1150 kr /timme; 1090 kr /timme
Ekby kommun tog ut 4,2 och Norby kommun 3,8 mnkr. => 4.2 mnkr; 3.8 mnkr
Sunne kommun tar ut cirka 540 respektive Arvika kommun 610 kr. => ~540 kr; 610 kr
Ekby betalade 12 samt Norby 9 tkr. => 12 tkr; 9 tkr
Avgiften är 120 i Ekby och 95 kronor i Norby. => 95 kr
Kommunen har 412 elever och Norby kommun 380 kronor per elev. => 380 kr /elev
Ekby har 14 och Norby kommun 12 kronor per timme. => 12 kr /timme
Under 2019 tog Ekby ut 2019 och Norby kommun 940 kronor. => 940 kr
Ekby tar ut 3 och Norby kommun 940 kronor. => 940 kr
Ekby tar ut vatten och Norby kommun 940 kronor. => 940 kr
Vi har använt 3,2 av 5,0 miljoner kronor. => 3.2 mnkr; 5 mnkr
Hittills har 450 av 800 tkr förbrukats. => 450 tkr; 800 tkr
Av dem har 4 av de 12 mnkr betalats. => 4 mnkr; 12 mnkr
Nämnden har använt ca 61,5 av budgeterade 80 mnkr. => ~61.5 mnkr; 80 mnkr
Kvar är 120 000 av beviljade 400 000 kronor. => 120000 kr; 400000 kr
7 av 10 mnkr-projekt är klara. =>
3 av 5 ledamöter deltog. =>
Medresenär betalar 20:-kr. => 20 kr
Avgiften är 1 250:-kr och 40,-kr. => 1250 kr; 40 kr
Avgiften är 20:-krona. =>
Tabell 3 - kronor per elev =>
År 2019 - kronor per invånare =>
Rad 12 – procent av alla =>
fil_20 procent =>
Staden köpte 2 av 5 hus för 10 mnkr. => 10 mnkr
Stöd ges i 3 av 4 kr-fall. =>
I 3 av 10 procent av fallen. => 10 procent
Etapp 2 av 10 mnkr är klar. => 10 mnkr
Han har 12 av 10 mnkr. => 10 mnkr
År 2018 av 10 mnkr. => 10 mnkr
Avvikelsen är +2,3 respektive -1,7 miljoner. => 2.3 mnkr; -1.7 mnkr
Avvikelsen är +2,3 respektive -1,7 miljoner kronor. => 2.3 mnkr; -1.7 mnkr
Nettot blir 12,4 miljoner. => 12.4 mnkr
Prognosen pekar på +4 miljoner. => 4 mnkr
Differensen är -3,4 miljoner jämfört med i fjol. => -3.4 mnkr
Folkmängden är 2,3 miljoner. =>
Landet har 10,2 respektive 5,4 miljoner. =>
"""


def _cases(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("=>")] for line in table.splitlines() if line]


@pytest.mark.parametrize(("text", "meaning"), _cases(SPECKED))
def test_specks_in_a_sum_are_left_out_and_told(text: str, meaning: str) -> None:
    found = find_amounts(f"Här {text}, säger de.")
    assert "; ".join(map(shown, found)) == meaning
    assert all(match.confidence <= 0.9 for match in found[:1])
    assert all(f"Här {text}, säger de."[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(("text", "meaning"), _cases(OTHERWISE + SHARED))
def test_what_looks_alike_and_what_shares_a_unit(text: str, meaning: str) -> None:
    assert "; ".join(map(shown, find_amounts(text))) == meaning


@pytest.mark.parametrize("text", ["1 .085 mnkr", "[1,2 Mkr", "beviljas .12 300 kr", "5. .150 tkr"])
def test_a_sum_that_may_have_lost_something_is_unsure(text: str) -> None:
    assert all(match.confidence <= 0.5 for match in find_amounts(f"Det blir {text}"))
