"""The rate of a table's sums: what a row says of itself goes before what is said of them all."""

import pytest

from pipeline.extract.pipeline import find_facts
from pipeline.memo.build import find_memos
from tests.memo.typeset import plain

HEAD = (
    "LILLABY KOMMUN TJÄNSTESKRIVELSE 1 (2)\nSocialförvaltningen 1998-04-20\n\nSocialnämnden\n\nÄndrade avgifter\n\n"
    "Bakgrund\nAvgifterna har inte ändrats sedan 1995. Kostnaderna har under samma tid ökat med 12 procent.\n\n"
    "Nuvarande och föreslagna avgifter\nAvgifterna avser kronor per månad om inte annat sägs.\n\nNu Förslag\n"
    "Hemtjänst 480 590\nTrygghetslarm 90 125\n{row} 35 45\nLedsagning 30 38\n"
)


@pytest.mark.parametrize(
    ("row", "rate"),
    [
        ("Dagvård, per dag", "dag"),
        ("Middag, per portion", "portion"),
        ("Tvätt per kg", "kg"),
        ("Avlösning, per timme", "timme"),
        ("Korttidsplats, per dygn", "dygn"),
        ("Matlåda per styck", "styck"),
        ("Resa, per km", "km"),
        ("Läkarbesök, per besök", "besök"),
        ("Medlemsavgift, per år", "år"),
        ("Hemtjänst, person", "månad"),
        ("Larm", "månad"),
    ],
)
def test_a_row_s_own_rate(row: str, rate: str) -> None:
    (memo,) = find_memos([plain(HEAD.format(row=row))])
    rates = {float(fact.value): fact.per for fact in find_facts(memo).amounts}
    assert [rates.get(value) for value in (35.0, 45.0)] == [rate, rate]
    assert [rates.get(value) for value in (480.0, 590.0, 38.0)] == ["månad"] * 3
