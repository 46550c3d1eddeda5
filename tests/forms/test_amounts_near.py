"""Numbers far from any unit are not read: the amounts of a text are the same as if they were."""

import re
from collections.abc import Sequence
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms import amounts
from pipeline.forms.amounts_near import near_units
from pipeline.forms.amounts_numbers import DIGITS

PIECES = (
    "2012", "500", "12 500", "1.250.000", "1,5", "§ 112 810", "12:40", "½", "4 000,500,600", "007", "kr", "kronor",
    "tkr", "mnkr", "SEK", "EUR", "€", "%", "procent", "-procentig", ":-", ",-", "öre", "miljoner", "tusen", "fem",
    "tre och en halv", "en miljon", "femhundratusen", "minus", "-", "–", "+", "(", ")", "och", "respektive", "till",
    "därav", "byggnader", "av totalt", "varav", "eller", "samt", "à", "mot",
    "mellan", "kr 500", "T SEK", "år", "Kr",
    "nr", "punkt", "avgiften höjs från", "per år", "exkl. moms", ",", ".", "\n", "\t",
    "kommunens kostnader för den",
    "verksamhet som bedrivs i egen regi enligt fullmäktiges beslut om taxor",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ", " ", " ", ""]).map(lambda gap: gap.join(pieces))
)


def _all(text: str, numbers: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    del text
    return list(numbers)


@given(TEXTS)
def test_no_amount_is_left_out(text: str) -> None:
    found = amounts.find_amounts(text)
    with patch.object(amounts, "near_units", _all):
        assert amounts.find_amounts(text) == found


def test_a_number_that_nothing_ties_to_the_next_is_left_out() -> None:
    text = "År 2012 beviljades 30 respektive 40 kronor, mot 5 av totalt 10 mnkr"
    assert [m[0] for m in near_units(text, list(DIGITS.finditer(text)))] == ["30", "40", "5", "10"]


def test_years_and_paragraphs_are_left_out() -> None:
    text = "Fullmäktige beslutade 2012 enligt § 7 i det antagna programmet för kommunens lokaler och anläggningar att "
    text += "därefter och tills vidare årligen anslå 500 kr."
    assert [m[0] for m in near_units(text, list(DIGITS.finditer(text)))] == ["500"]
