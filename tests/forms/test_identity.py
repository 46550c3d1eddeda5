"""Personal numbers in every form that they are written in, and what only looks like one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.identity import check_digit, find_identities, luhn

# (text, the number as printed, kind); all numbers are made up with right check digits unless said
FOUND = [
    ("Emma, personnummer 19780101-2399, har", "19780101-2399", "personnummer"),
    ("personnr 780101-2399", "780101-2399", "personnummer"),
    ("pnr: 7801012399", "7801012399", "personnummer"),
    ("pnr 780101 2399", "780101 2399", "personnummer"),
    ("(780101-2399)", "780101-2399", "personnummer"),
    ("197801012399", "197801012399", "personnummer"),
    ("19780101 2399", "19780101 2399", "personnummer"),
    ("19780101–2399", "19780101–2399", "personnummer"),
    ("780101 - 2399", "780101 - 2399", "personnummer"),
    ("Anna Ek, 640823-3234.", "640823-3234", "personnummer"),
    ("811218-9876", "811218-9876", "personnummer"),
    ("20121212-1212", "20121212-1212", "personnummer"),
    ("121212+1212", "121212+1212", "personnummer"),
    ("19121212-1212", "19121212-1212", "personnummer"),
    ("samordningsnummer 701063-2391", "701063-2391", "samordningsnummer"),
    ("19701063-2391", "19701063-2391", "samordningsnummer"),
    ("7010632391", "7010632391", "samordningsnummer"),
    ("197010632391", "197010632391", "samordningsnummer"),
    ("född 780101-2399", "780101-2399", "personnummer"),
    ("Eks Bygg, enskild firma, org.nr 780101-2399", "780101-2399", "personnummer"),
    ("Pers.nr 780101-2399", "780101-2399", "personnummer"),
    ("P.nr 780101-2399", "780101-2399", "personnummer"),
    ("PERSONNUMMER: 780101-2399", "780101-2399", "personnummer"),
    ("000229-1235", "000229-1235", "personnummer"),
    ("sonen (20000229-1235) går", "20000229-1235", "personnummer"),
    ("personnummer 19780l01-2399", "19780l01-2399", "personnummer"),  # OCR's l for 1
    ("personnummer 1978O101-2399", "1978O101-2399", "personnummer"),  # OCR's O for 0
    ("personnummer 78O1O1-2399", "78O1O1-2399", "personnummer"),
    ("personnummer 780101-2390", "780101-2390", "personnummer"),  # wrong check digit, but labelled
    ("19780101-2358", "19780101-2358", "personnummer"),  # wrong check digit, but twelve digits with a dash
    ("Namn: Per Ek\n780101-2399\nStorgatan 1", "780101-2399", "personnummer"),
    ("780101-2399, 811218-9876", "780101-2399", "personnummer"),
    # wrong check digits behind a home
    ("Anna Ek, Storgatan 4, 577 50 Silverdalen, 780101-2390", "780101-2390", "personnummer"),
    ("577 50 Silverdalen 780101-2390", "780101-2390", "personnummer"),
    ("Byvägen 12 B, 780101-2390, har sökt", "780101-2390", "personnummer"),
    ("Östra Lundbacken 3 (780101-2390)", "780101-2390", "personnummer"),
    ("1978-01-01-2399", "1978-01-01-2399", "personnummer"),
    ("1978.01.01-2399", "1978.01.01-2399", "personnummer"),
]  # fmt: skip

NOT_FOUND = [
    "Org.nr 212000-2882", "846001-2217", "556036-0793", "769632-5510", "802440-7781", "559008-4416", "212000-1124",
    "Bankgiro 981-1134", "Bankgiro 5402-9681", "Postgiro 17 62 00-4", "tel 0322-616668", "0431-870 00",
    "08-508 330 00", "070-123 45 67", "2019-08-19", "1994-03-14", "20190819", "KS 2018-00871", "2023-POL000187",
    "512-2005", "mål nr 3127-13", "1 850 000 kr", "1.850.000 kr", "2 500 000", "698 700 tkr",
    "2023-09-01–2026-08-31", "780132-2399", "781301-2399", "780101-23995", "1780101-2399", "780101-239",
    "790229-1234", "OCR 7801012390", "fakturanr 780101-2399", "org.nr 780101-2390", "Bjursås 14:3", "SFS 2017:725",
    "(2010:800)", "780101-2390", "7801012390", "12345678901234", "780101/2399", "ISBN 780101-2399",
    "konto 577 50 780101-2390", "Bilaga 4, 780101-2390", "ärende 12, 780101-2390", "Box 12, 780101-2390",
    "dnr 180312-0023", "1 2 3 4 5 6 7 8 9 0", "", "19780101-XXXX", "780101-XXXX", "kontonr 780101-2399",
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "kind"), FOUND)
def test_found(text: str, number: str, kind: str) -> None:
    first = find_identities(text)[0]
    assert (text[first.start : first.end], first.kind) == (number, kind)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert find_identities(text) == []


def test_wrong_check_digit_and_misread_digits_are_less_sure() -> None:
    right, wrong, misread = (
        find_identities(f"personnummer {n}")[0].confidence for n in ("780101-2399", "780101-2390", "78O101-2399")
    )
    assert right > 0.95
    assert wrong < 0.7
    assert misread < 0.8


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2025, 12, 31))
FORMS = [
    "{y8}-{n}",
    "{y8}{n}",
    "{y6}-{n}",
    "{y6}+{n}",
    "{y6}{n}",
    "{y8} {n}",
    "{y6} {n}",
    "{y6}–{n}",
    "{y6} - {n}",
    "{y8}−{n}",
]


@given(
    DAYS, st.integers(0, 999), st.sampled_from(FORMS), st.booleans(), st.sampled_from(["", "pnr ", "Anna Ek, ", "("])
)
def test_every_valid_number_is_found_in_every_form(
    day: dt.date, serial: int, form: str, coordination: bool, before: str
) -> None:
    birth = f"{day:%y%m}{day.day + 60 * coordination:02d}"
    nine = f"{birth}{serial:03d}"
    digits = nine + check_digit(nine)
    assert luhn(digits)
    written = form.format(y8=f"{day:%Y}"[:2] + birth, y6=birth, n=digits[6:])
    text = f"{before}{written} bor här"
    found = [(text[m.start : m.end], m.kind) for m in find_identities(text)]
    assert found == [(written, "samordningsnummer" if coordination else "personnummer")]


@given(st.text(alphabet="0123456789-+ Ol.pnr:ab\n", max_size=80))
def test_no_text_makes_it_raise(text: str) -> None:
    for match in find_identities(text):
        assert 0 <= match.start < match.end <= len(text)
        assert 0 < match.confidence <= 1
