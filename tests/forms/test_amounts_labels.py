"""Numbers that stand straight before a sum and are none of its digits."""

import pytest

from pipeline.forms.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("enligt beslut 2012-12-17 § 112 810 kronor per timme", "810"),
        ("enligt beslut den 3 maj 2014 § 112 810 kronor", "810"),
        ("beslut § 12 500 000 kr", "500000"),
        ("enligt punkt 2 1 500 kr", "1500"),
        ("punkt 3 500 kr", "500"),
        ("bilaga 1 250 000 kronor", "250000"),
        ("§§ 12–14 500 kr", "500"),
        ("vecka 48 500 kr", "500"),
        ("nr 12 500 kr", "500"),
        ("2014-12-17 112 810 kr", "112810"),
        ("8 § 2 500 kr", "2500"),
        ("kvarteret Kvarnen 3 500 000 kr", "3500000"),
        ("hus 4 250 000 kr", "4250000"),
        ("den 1 500 kronor höga avgiften", "1500"),
        ("mål nr 3127-13 500 kr", "13500"),
    ],
)
def test_a_label_before_the_sum_makes_it_unsure(text: str, value: str) -> None:
    (amount,) = find_amounts(text)
    assert str(amount.value) == value
    assert amount.confidence <= (0.6 if "2014-12-17" not in text else 0.5)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Fullmäktige anvisade den 12 december 2005, § 140, 42 000 000 kr i budgeten", "42000000"),
        ("Nämnden anslog den 3 maj, § 45, 500 000 kr till föreningen", "500000"),
        ("enligt beslut § 7, 1,5 mnkr", "1.5"),
    ],
)
def test_one_paragraph_has_one_number(text: str, value: str) -> None:
    (amount,) = find_amounts(text)
    assert str(amount.value) == value
    assert amount.confidence > 0.8


@pytest.mark.parametrize("text", ["§ 5 000 kr", "§§ 45, 500 000 kr", "dnr 12/345 500 kr", "punkt 7 000 kr"])
def test_what_is_left_of_a_label_may_be_no_number(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("den 3 maj 2014 500 000 kr", "500000"),
        ("år 2014 112 810 kr", "112810"),
        ("12 st 500 kr", "500"),
        ("12 st à 1 500 kr", "1500"),
        ("5 elever 1 200 kr", "1200"),
        ("enligt 4 § 500 kr", "500"),
        ("summa 12 500 kr", "12500"),
        ("1. 500 kr", "500"),
    ],
)
def test_other_numbers_before_a_sum_leave_it_alone(text: str, value: str) -> None:
    assert [(str(a.value), a.confidence >= 0.9) for a in find_amounts(text)] == [(value, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Resultatet blev 1994-612 tkr.",
        "Avvikelsen är 2023 - 450 tkr.",
        "konto 4510 -612 tkr",
        "kvartal 3 -1,2 mnkr",
        "5 mnkr -10 mnkr",
        "2000 -2200 kr",
        "ett underskott på (612) tkr",
        "SEK 15,000",
        "12,500 kr",
        "12,500 EUR",
        "Bidraget uppgår till 1\n250 000 kronor.",
    ],
)
def test_a_sum_that_may_be_another_is_marked(text: str) -> None:
    assert find_amounts(text)[-1].confidence <= 0.4


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("4 350 000 kronor för Noret 27:14 och 400 kronor per m²", ["4 350 000 kronor", "400 kronor per m²"]),
        ("del av Ekebacken 3:14 och 25 kronor", ["25 kronor"]),
        ("priset för Väster-Noret 27:14 samt 300 kr", ["300 kr"]),
        ("fastigheten Sjö 2:15 eller 90 kronor", ["90 kronor"]),
        ("12:50 och 400 kronor", ["12:50", "400 kronor"]),
        ("för barn 27:50 och 40 kronor", ["27:50", "40 kronor"]),
        ("Avgiften 12:50 respektive 14:50 kronor", ["12:50", "14:50 kronor"]),
        ("som förr. Taxan 12:50 och 14:50 kr", ["12:50", "14:50 kr"]),
        ("kostar 12:50 respektive 14:50 kronor", ["12:50", "14:50 kronor"]),
    ],
)
def test_a_plot_shares_no_unit(text: str, sums: list[str]) -> None:
    assert [found.text for found in find_amounts(text)] == sums
