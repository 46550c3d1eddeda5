"""When two readings agree, and how a dispute is settled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.second_judge import agree, cut_off, digits, grouped, has_digits, possible, settle, sign_lost

AGREE = """
2018, | 2018.
(26-30 | (26–30
205-80 | 205 80
6,4 | 6.4
1400 | 1 400
12350000 | 12 350 000
2014:899) | 2014:899)
71% | 71 %
m2 | m²
maj-juni | maj–juni
"Avtal" | ”Avtal”
Sommarlovet | sommarlovet
2019-09-04 | 2019-09 04
kr/m3 | kr/m³
"""
DIFFER = """
883 | § 83
26 | %
18 | 1,8
112) | 1 (2)
212) | 2 (2)
10.00 | 10 00
2,590 | 2,5 %
1.483 | 1 483
14000 | 1 400
1400 | 14 00
lO | 10
till | til1
Avdelningschet | Avdelningschef
malmö | malmo
8 |
2013-09-04 | 2019-09-04
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [(a.strip(), b.strip()) for a, b in (line.split("|") for line in table.strip().splitlines())]


@pytest.mark.parametrize(("first", "second"), pairs(AGREE))
def test_the_same_said(first: str, second: str) -> None:
    assert agree(first, second)


@pytest.mark.parametrize(("first", "second"), pairs(DIFFER))
def test_not_the_same(first: str, second: str) -> None:
    assert not agree(first, second)


@pytest.mark.parametrize(
    ("ones", "twos", "settled"),
    [
        (["202)", "2 (2)"], ["2 (2)", "2 (2)"], "2 (2)"),
        (["6201", "620"], ["620", "620"], "620"),
        (["38,6", "8,6"], ["8,6", "8,6"], "8,6"),
        (["1.483", "1483"], ["1 483", "1 483"], "1 483"),
        (["26", "%"], ["%", "%"], "%"),
        (["878", "§78"], ["§78", "§78"], "§78"),
        (["1250", "1250"], ["1260", "1250"], "1250"),
        # each reader keeps to its own
        (["26", "20"], ["%", "%"], None),
        (["926", "960"], ["%", "%"], None),
        (["112)", "112)"], ["1 (2)", "1 (2)"], None),
        (["185.090:-", "185.090:-"], ["185.000:-", "185.000:-"], None),
        # two of four is no majority
        (["4", "p"], ["1", "4"], None),
        (["1250", "1260"], ["1260", "1250"], None),
        # a § that was seen is not settled away
        (["5", "5"], ["§", "5"], None),
        (["8", "8"], ["§", "8"], None),
        # no such month, no such day
        (["2019-19-04", "2019-19-04"], ["2019-19-04", "2019-10-04"], None),
        (["2019-09-34", "2019-09-34"], ["2019-09-34", "2019-09-04"], None),
        # nothing read is no reading
        (["8", ""], ["", ""], None),
        (["", ""], ["", ""], None),
        (["8"], [], None),
        ([], ["8"], None),
    ],
)
def test_disputes(ones: list[str], twos: list[str], settled: str | None) -> None:
    assert settle(ones, twos) == settled


@pytest.mark.parametrize(("first", "second"), [("8", "§"), ("26", "%"), ("246", "% i"), ("m?", "m²"), ("$", "§")])
def test_a_lost_sign(first: str, second: str) -> None:
    assert sign_lost(first, second)
    assert not sign_lost(second, first)
    assert not sign_lost(second, second)


def test_thousands_apart() -> None:
    assert grouped("1250000", "1 250 000")
    assert grouped("(1400", "(1 400")
    assert not grouped("1250", "12 50")
    assert not grouped("1250", "1250")
    assert not grouped("1 250", "1250")


READING = st.text("0123456789,.- §%abÅ²()", max_size=8)


@given(READING)
def test_a_reading_agrees_with_itself(text: str) -> None:
    assert agree(text, text)
    assert digits(digits(text)) == digits(text)
    assert possible("x" + text.replace("-", ""))


@given(READING, READING)
def test_whoever_agrees_has_the_same_digits(first: str, second: str) -> None:
    if agree(first, second) and (has_digits(first) or has_digits(second)):
        bare = [[c for c in text.translate({178: "2"}) if c.isdecimal()] for text in (first, second)]
        kept = [digits(text.translate({178: "2"})) for text in (first, second)]
        assert bare[0] == bare[1]
        assert kept[0].replace(" ", "") == kept[1].replace(" ", "")


@given(st.lists(READING, max_size=3), st.lists(READING, max_size=3))
def test_what_is_settled_was_read_by_both(ones: list[str], twos: list[str]) -> None:
    settled = settle(ones, twos)
    if settled is not None:
        assert settled in ones + twos
        assert any(agree(one, settled) or agree(settled, one) for one in ones)
        assert any(agree(settled, two) or agree(two, settled) for two in twos)


def test_long_readings_take_linear_time() -> None:
    for text in ("1 " * 50_000, "1" * 100_000, "2019-" * 20_000, "x" * 100_000, "§%" * 50_000):
        assert agree(text, text)
        assert settle([text, text], [text, text]) in (text, None)


@pytest.mark.parametrize(
    ("short", "whole", "expected"),
    [("21.", "-215", True), ("15", "215", True), ("21", "21", False), ("", "5", False), ("25", "215", False)],
)
def test_cut_off(short: str, whole: str, expected: bool) -> None:
    assert cut_off(short, whole) is expected
