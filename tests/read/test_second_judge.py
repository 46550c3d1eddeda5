"""When two readings agree, and how a dispute is settled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.second_forms import Form, form
from pipeline.read.second_judge import (
    agree,
    cut_off,
    digits,
    grouped,
    has_digits,
    is_day,
    preferred,
    settle,
    sign_lost,
    without_dirt,
)

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
        # a well-formed reading of both goes before an odd one of most
        (["2019-02-29", "2019-02-20"], ["2019-02-29", "2019-02-20"], "2019-02-20"),
        (["1 2500", "1 2500", "1 250"], ["1 2500", "1 2500", "1 250"], "1 250"),
        (["1 2500", "1 2500"], ["1 2500", "1 250"], "1 2500"),
        # a minus is part of the number
        (["215", "-215"], ["-215", "-215"], "-215"),
        (["-215", "-215"], ["215", "215"], None),
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


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("-215", "215", False),
        ("215", "–215", False),
        ("-215", "−215", True),
        ("(-215)", "(215)", False),
        ("2019-2020", "2019–2020", True),
        ("KS-215", "KS215", True),
        ("-802440-7781", "802440-7781", True),
        ("-2023-09-01", "2023-09-01", True),
        ("-4,5", "4,5", False),
        ("-1 250", "1 250", False),
        ("-", "–", True),
        ("-1.265.000:-", ".1.265.000:-", False),
        (":-90.000.000", "90.000.000", False),
        ("-1.265.000:-", "–1.265.000:-", True),
        ("-90 kr", "90 kr", False),
        ("- 90", "90", False),
        ("0,3-", "0,3.", False),
        ("0,3-", "0,3", False),
        ("0,3-", "0,3–", True),
        ("500:-", "500:–", True),
        ("500,-", "500,-", True),
        ("500,-", "500,", True),
        ("12-", "12", False),
        ("10-talet", "10talet", True),
        ("25-procentig", "25procentig", True),
        ("KS-12", "KS12", True),
        ("12 -", "12", False),
    ],
)
def test_a_minus_must_be_seen_by_both(first: str, second: str, same: bool) -> None:
    assert agree(first, second) is same
    assert agree(second, first) is same


@pytest.mark.parametrize(
    ("ones", "twos", "text"),
    [
        (["2019-09-34", "2019-09-34"], ["2019-09-04"], "2019-09-04"),
        (["2019-09-34"], ["2019-09-04", "2019-09-24"], None),  # two that could be
        (["2019-09-04"], ["2019-09-04"], None),  # nothing to choose between
        (["2019-13-34"], ["2019-19-04"], None),
        ([], [], None),
    ],
)
def test_the_form_chooses_what_is_printed_unconfirmed(ones: list[str], twos: list[str], text: str | None) -> None:
    assert preferred(ones, twos, form) == text


@pytest.mark.parametrize(
    ("text", "before", "after", "expected"),
    [
        ("2024-02-29", "", "", Form.PLAIN),
        ("2023-02-29", "", "", Form.IMPOSSIBLE),
        ("2019-13-01", "", "", Form.IMPOSSIBLE),
        ("(2019-06-31)", "", "", Form.IMPOSSIBLE),
        ("31", "den", "mars", Form.PLAIN),
        ("31", "den", "juni", Form.IMPOSSIBLE),
        ("30", "den", "februari", Form.IMPOSSIBLE),
        ("29", "den", "feb.", Form.PLAIN),
        ("0", "", "maj", Form.IMPOSSIBLE),
        ("34", "", "personer", Form.PLAIN),
        ("45", "§", "Marsvinsgatan", Form.PLAIN),
        ("12-31", "den", "mars", Form.PLAIN),
        ("640823-3234", "", "", Form.PLAIN),
        ("640823-3235", "", "", Form.ODD),
        ("19640823-3234", "", "", Form.PLAIN),
        ("556016-0680", "Org.nr", "", Form.PLAIN),
        ("556016-0681", "Org.nr", "", Form.ODD),
        ("070-1234567", "", "", Form.PLAIN),
        ("947118", "Dnr KS", "045", Form.ODD),
        ("20191417", "Dnr", "", Form.ODD),
        ("94/118", "Dnr KS", "045", Form.PLAIN),
        ("2019-0417", "Dnr:", "", Form.PLAIN),
        ("947118", "summa", "kronor", Form.PLAIN),
        ("947118", "", "", Form.PLAIN),
        ("1 250 000", "", "kronor", Form.PLAIN),
        ("1 2500", "", "kronor", Form.ODD),
        ("1.250.000", "", "", Form.PLAIN),
        ("1.3.5", "", "", Form.PLAIN),
        ("", "", "", Form.PLAIN),
    ],
)
def test_what_the_form_says(text: str, before: str, after: str, expected: Form) -> None:
    assert form(text, before, after) is expected


def test_a_day_in_figures() -> None:
    assert is_day("2024-03-01")
    assert not is_day("2024-03-41")
    assert not is_day("17771")


@given(st.text("0123456789-. mars/", max_size=30), st.text("Dnr KS:", max_size=8), st.text("marsjuni.", max_size=6))
def test_any_text_has_a_form(text: str, before: str, after: str) -> None:
    assert form(text, before, after) in Form


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ('".388', "388", "388"),
        ("”388", "388", "388"),
        ("388*", "388", "388"),
        (".388", "388", "388"),
        ("640:", "640 ·", "640"),
        ("--6,0", "-6,0", "-6,0"),
        ("—-6,0", "-6,0", "-6,0"),
        ("--6,0", "6,0", "--6,0"),
        ("640", "640 ·", "640"),
        ("640:", "640", "640:"),
        ("388.", "388", "388."),
        ("388,", "388", "388,"),
        ("500:-", "500:-", "500:-"),
        ("(388)", "388", "(388)"),
        ("-388", "388", "-388"),
        ("388", "389", "388"),
        ("2019", "2019", "2019"),
        ("4.", "4.", "4."),
    ],
)
def test_dirt_beside_a_number(first: str, second: str, text: str) -> None:
    assert without_dirt(first, second) == text


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("1I", "1", False),
        ("I1", "1", False),
        ("1l,", "1,", False),
        ("2O", "2", False),
        ("(1|)", "(1)", False),
        ("1I", "1I", True),
        ("1a", "1", True),
        ("11kV", "11 kV", True),
        ("2Ol2", "2012", False),
        ("12:I", "12:1", False),
        ("5-150", "5 150", False),
        ("300–400", "300 400,", False),
        ("300–400", "300-400", True),
        ("08-123", "08 123", True),
        ("12-14", "12 14", True),
        ("I", "I", True),
    ],
)
def test_letters_like_digits_beside_digits_are_not_agreed_on(first: str, second: str, same: bool) -> None:
    assert agree(first, second) is same
    assert agree(second, first) is same
