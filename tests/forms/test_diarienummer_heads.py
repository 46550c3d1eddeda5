"""Diarienummer that only a letterhead tells, and what in a letterhead is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.diarienummer import find_diarienummer, find_in_head, is_number
from pipeline.forms.diarienummer_heads import head_numbers

ALONE = [
    "BUN 96.0087 622",
    "Ks 2005.211-042",
    "KS 19-812",
    "SBN 2012 00490",
    "SON 24.1947 041",
    "BU 2013 01671",
    "VON 1998:1755",
    "2001.0154/739",
    "KFN 2008/0176-003",
    "MoB-04-112",
    "SN 01-1326",
    "ON 2003-101 048",
    "BUN.2018.45",
    "2013KS123 107",
    "STK-2019-123",
    "Ks 2009/0123-612",
    "RS 2020-0001",
    "KSF 2020/12",
    "96/0123-622",
    "KS/KF 04/123",
    "KF-KS 2011/123-040",
    "1-2/2019 KS",
    "TN 2003.187 / 452",
    "107/98 R",
    "KS 2019-12",
    "KSN-2019-01234",
    "KS/2019:318",
    "2019-000123",
    "22RGK1408",
    "01211/2017",
    "2012/118",
    "UKN/2025/1126",
    "Bygg 2012-0487",
    "19-0123 KS 045",
    "2026.007 BUN",
    "KS 94/118 045",
    "FN-0142/2021-3",
    "KS2025/1187-3",
    "2007/BUN0164",
    "97/KS 0214 142",
    "11KS214",
    "2019 KS 0123 045",
    "KS 277/96 - 292",
    "KS 94/118 - 045",
    "BUN 2014/392 - 614",
    "Ks 123/2003 – 106",
]


@pytest.mark.parametrize("value", ALONE)
def test_alone_on_a_line(value: str) -> None:
    assert [n.value for n in find_in_head(value)] == [value]


@pytest.mark.parametrize("value", ALONE)
@pytest.mark.parametrize("label", ["Dnr", "Diarienr:", "Vår beteckning"])
def test_after_a_label(label: str, value: str) -> None:
    (number,) = find_in_head(f"{label} {value}\nSida 1 (2)")
    assert (number.value, number.labelled) == (value, True)


@pytest.mark.parametrize("value", ALONE)
def test_after_a_day_and_below_an_officer(value: str) -> None:
    (number,) = find_in_head(f"Ida Ek\n1996-05-13 {value}\nSocialnämnden")
    assert number.value == value


BESIDE = [
    ("Nr KFN 2008/0176-003", "KFN 2008/0176-003"),
    ("Nr 1996-00047 622", "1996-00047 622"),
    ("Aröndenr 2007/KS164", "2007/KS164"),
    ("Karl-Erik Öhrvik 0690/24", "0690/24"),
    ("§ 61 KS 19-812", "KS 19-812"),
    ("Ks § 147 Dnr 2000/262-045", "2000/262-045"),
    ("Vår beteckning Blad\nKs 2005.211-042\n1 (2)", "Ks 2005.211-042"),
    ("2012-09-17 | Dnr 2012/118 | VA-avdelningen, Ida Ek", "2012/118"),
    ("Tel 0443-83 96 65 SON 24.1947 041", "SON 24.1947 041"),
    ("Dnr BU 220129", "BU 220129"),  # without a label it may be the day of a meeting
    ("Dnr LTV 040123", "LTV 040123"),
    ("ÅRE KOMMUN Dnr 123/2019-041 2019-03-04", "123/2019-041"),
    # a scan's dirt before the letters
    ("Ärende: -MBN 2008-0377", "MBN 2008-0377"),
    ("Diarienummer: .KS 2014/0123", "KS 2014/0123"),
    ("Dnr 'BUN 2012/45", "BUN 2012/45"),
    ("Dnr: –TN 2003/187", "TN 2003/187"),
    ("Beteckning ~SN 2010-0112", "SN 2010-0112"),
    ("Datum\n2008-09-03\nÄrendenr\n-KFN 2008/0176", "KFN 2008/0176"),
    ("Dnr: _MBN 2019-123", "MBN 2019-123"),
    ("Ärende ‘KSN 2019-0123", "KSN 2019-0123"),
]


@pytest.mark.parametrize(("text", "value"), BESIDE)
def test_beside_other_things(text: str, value: str) -> None:
    assert [n.value for n in find_in_head(text)] == [value]


NONE = [
    "13 MAJ 1996",
    "3 DEC 2001",
    "13 JUNI 1996",
    "MAJ 1996",
    "Tel 0297-555 00",
    "Box 1994 123",
    "SE-961 23 Boden",
    "212000-1999",
    "Org.nr 212000-1234",
    "Maj 2019",
    "Mars 2019.12",
    "08-508 29 000",
    "2019-03-04",
    "KS 2019-03-04",
    "14 maj 2019",
    "Datum: 13/4 2004",
    "Kommunstyrelsen 2019-03-04",
    "Sid 1/2",
    "SOU 2020:47",
    "prop. 2019/20:123",
    "Stadshuset 931 85",
    "Plusgiro 12 34 56-7",
    "Bankgiro 123-4567",
    "4.180:- 2.960",
    "kv Kvarnen 7",
    "Budget 2019-2021",
    "UPPHANDLING AV FÄRDTJÄNST 1997-2000 OCH NY TAXA",
    "AVTAL 2004-2006 MED EK BYGG AB",
    "BUDGET 2004-2006 FÖR SKOLAN",
    "BIDRAG 2011-2013 TILL HULTS IF",
    "PLAN 2011-2013 SAMT TAXA",
    "RAM 2011-2013 AV BUDGET",
    "TAXA 2011-2013 I HULT",
    "Läsåret 2019/20",
    "§ 61",
    "Storgatan 12 B",
    "Version 1.0",
    "ISO 14001:2015",
]


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert find_in_head(text) == []


RUNNING = ["enligt SS 12-345 ska", "linje KS 19-812 körs", "modell BN 2012 00490 köptes"]


@pytest.mark.parametrize("text", RUNNING)
def test_running_text_needs_more(text: str) -> None:
    assert find_diarienummer(text) == []


@pytest.mark.parametrize("value", ALONE)
def test_a_whole_text_is_a_number(value: str) -> None:
    assert is_number(value)


@pytest.mark.parametrize("text", [*NONE, "Dnr 2012/118", "Ärendenr: 2015.921", "Kommunstyrelsen"])
def test_a_whole_text_is_none(text: str) -> None:
    assert not is_number(text)


@given(st.text(alphabet="KSBUNks 0123456789/:.-–\n§dnr", max_size=80))
def test_any_text(text: str) -> None:
    for number in find_in_head(text):
        assert 0 <= number.start < number.end <= len(text)
        assert any(c.isdigit() for c in number.value)
    for start, end in head_numbers(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("text", ["1" * 100_000, "A" * 100_000, "KS 1" * 30_000, "19/" * 40_000, " " * 100_000])
def test_long_text(text: str) -> None:
    assert len(find_in_head(text)) <= len(text)


# a letterhead's line -> its number: a label stuck to its value, misread, or a year that a machine has split
WORN = """
Dor: 12-0048.042 -> 12-0048.042
Dar 2012/45 -> 2012/45
Onr 2012/45 042 -> 2012/45 042
Dur KS 2012/45 -> KS 2012/45
Dnt. SN 2016/112 -> SN 2016/112
0nr KS/2019:318 -> KS/2019:318
DnrSN 2016/112 -> SN 2016/112
§58 DnrSN 2016/112 -> SN 2016/112
DnrKS 12/45 -> KS 12/45
Dnr2012/45 -> 2012/45
DiarienrKS/2019:318 -> KS/2019:318
Dnr94/118 045 -> 94/118 045
KS 201 1.0482.371 -> KS 2011.0482.371
KS 201 1/0482 -> KS 2011/0482
Dnr KS 2011.0482.371 -> KS 2011.0482.371
2004-0317 M -> 2004-0317 M
2004-05-11 2004-0317 M | 1/2 -> 2004-0317 M
2004-0317 I -> 2004-0317
2004-0317 Miljö -> 2004-0317
Dir. 2012:45 ->
Don 2012/45 -> Don 2012/45
DN 2012/45 -> DN 2012/45
Rum 201 1. Tid 14.00 ->
""".strip().splitlines()


@pytest.mark.parametrize("case", WORN)
def test_worn_labels(case: str) -> None:
    line, _, number = case.partition(" ->")
    assert [found.value for found in find_in_head(line)] == [number.strip()] * bool(number.strip())
