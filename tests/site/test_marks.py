"""A fact is marked in the text where it stands, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.site.marks import stretches, telling
from pipeline.site.record import Fact


def fact(key: str, text: str, group: str = "dates") -> Fact:
    return Fact(key, group, {"text": text}, 1, None)


def shown(text: str, *facts: Fact) -> str:
    """The text with what is marked in brackets, the facts' keys before it."""
    made = stretches(text, facts)
    assert "".join(piece.text for piece in made) == text
    return "".join(f"[{'+'.join(piece.keys)}:{piece.text}]" if piece.keys else piece.text for piece in made)


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Dnr TN 2014/0377, år 2014.", "2014", "Dnr TN 2014/0377, år [d1:2014]."),
        ("den 31 augusti och 1 augusti", "1 augusti", "den 31 augusti och [d1:1 augusti]"),
        ("den 31 augusti", "1 augusti", "den 31 augusti"),
        ("2014-05-06 och 2014", "2014", "2014-05-06 och [d1:2014]"),
        ("KS-2014/12 2014", "2014", "KS-2014/12 [d1:2014]"),
        ("2014/TN 3, 2014", "2014", "2014/TN 3, [d1:2014]"),
        ("1.500 kr och 500 kr", "500 kr", "1.500 kr och [d1:500 kr]"),
        ("12,5 procent, 5 procent", "5 procent", "12,5 procent, [d1:5 procent]"),
        ("stadens stad", "stad", "stadens [d1:stad]"),
        ("förskolan skolan", "skolan", "förskolan [d1:skolan]"),
        ("(2014)", "2014", "([d1:2014])"),
        ("Det var 2014. Sedan", "2014", "Det var [d1:2014]. Sedan"),
        ("till 2014, 3 kap.", "2014", "till [d1:2014], 3 kap."),
        ("år 2014–2016", "2014–2016", "år [d1:2014–2016]"),
        ("den 1\naugusti", "1 augusti", "den [d1:1\naugusti]"),
        ("Avtalet.", "Avtalet", "[d1:Avtalet]."),
        ("§ 5 i § 55", "§ 5", "[d1:§ 5] i § 55"),
        ("lag (2010:110)", "2010", "lag (2010:110)"),
        ("inte här", "2014", "inte här"),
        ("", "2014", ""),
    ],
)
def test_where_it_stands(text: str, said: str, expected: str) -> None:
    assert shown(text, fact("d1", said)) == expected


def test_two_facts_with_the_same_words_have_two_places() -> None:
    assert shown("2014 och 2014", fact("d1", "2014"), fact("d2", "2014")) == "[d1:2014] och [d2:2014]"
    text = "1 maj 2014, 2014, 1 maj 2014"
    facts = (fact("d1", "1 maj 2014"), fact("d2", "2014"), fact("d3", "1 maj 2014"))
    assert shown(text, *facts) == "[d1:1 maj 2014], [d2:2014], [d3:1 maj 2014]"


def test_a_fact_is_looked_for_after_the_one_before() -> None:
    text = "100 kr i dag, 200 kr i fjol, 100 kr i år"
    assert shown(text, fact("a1", "200 kr", "amounts"), fact("a2", "100 kr", "amounts")) == (
        "100 kr i dag, [a1:200 kr] i fjol, [a2:100 kr] i år"
    )


def test_two_rows_of_one_place_are_both_there() -> None:
    assert shown("Bolaget AB", fact("p1", "Bolaget AB", "parties"), fact("p2", "Bolaget AB", "parties")) == (
        "[p1+p2:Bolaget AB]"
    )


def test_readings_that_matter_come_first() -> None:
    pairs = [("avtal", "avtai"), ("avtal.", "avtal"), ("–", "-"), ("• punkt", "punkt"), ("450", "480"), ("-5", "5"),
             ("2014–2016", "2014-2016"), ("", "12"), ("", "·"), ("ä", "å"), ("1,5", "15.")]  # fmt: skip
    facts = [Fact(f"l{n}", "readings", {"first": a, "second": b}, 1, None) for n, (a, b) in enumerate(pairs)]
    assert [pairs[int(fact.key[1:])] for fact in telling(facts)] == [
        ("450", "480"), ("-5", "5"), ("", "12"), ("1,5", "15."), ("avtal", "avtai"), ("ä", "å")
    ]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="12 /-.aå\n", max_size=40), st.lists(st.text(alphabet="12 /-.aå", max_size=5), max_size=5))
def test_no_text_is_lost(text: str, said: list[str]) -> None:
    shown(text, *(fact(f"d{n}", one) for n, one in enumerate(said)))
