"""Diarienummer as the registries of municipalities, regions and landsting write them, and what only looks like one."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms import diarienummer
from pipeline.forms.diarienummer import find_diarienummer, find_in_head, same_number, value_of

# Found with a label before and by the shape alone
SHAPES = """
KS 94/118 045 | 2011/SN 0120 005 | KS/2019:318 | 0471/19 | 2023-POL000187 | BU 2015/392 | KN-2023-2961 | KS 2018-00871
512-2005 | 2026.007 BUN | SN-2021/123 | KSKF/2020:12 | 2019/KS0123 | RS 2018-1234 | VON 12/0045 730 | 97.0123.045
KLK 1999:12 | MSN/2020:33-2 | 2021/00123-1.3.5 | LS 1404-0442 | 13RS1234 | RS150123 | 2013/123-KS-049 | N160-0123/19
2014/0123 KS.063 | 1.6-123/2014 | KFKS 2016/123-040 | KS 2019-000123 001 | JLL/123/2012 | KS0123/18 | Ks 123/2019
LiÖ 2011-1234 | RJL2019/123 | LJ2012/1234 | LS-LED10-123 | NSV18-0034 | 2018-00123 1.1.3.1 | 2014/KS0123 008
KST 2013/123 | KS 2018/01234-1.3.1 | KS-2018/00123.1.4 | HSN 123-2015 | 2015/KS 0123 003 | SBN-2020-01234-5
106-1234/2010 | KS-2014/123.109 | ALN-2014-0123.30 | UBN-2019-12345 | KUN 2004:77 | TN 2001-0456 | BMN 2022/0119
FOR 2019/42 | ÖFN 2016-12 013 | 2012-000345 | 2020/1187 | KS2020/1187-2 | KS03/512 | 22RK118 | SON 2021/87
PBN-2021-001187 | 2009-KS-0412 106 | 2010/KS0231 042 | HSN 1404-0442 | 0188/12 | BUN 2019/12 | KFN-2006-00087-1
FN-2017/00045 | 2019KS412 214 | SBN/2023:118 | SBN 2016-1187 | RS 2017-01187 | 2026.031 ÖN | MB 2004-212 | KS 231/97
STK-2018-1123 | SLK-2023-00456 | KSN-2019-01234 | GNU 2015/33 | ON 2008/112 | 2016/412-214 | LKS 2012-298 | 88/22
2025/418 049 KS | 2014/55 106 BUN
ArN 2017/6 | Kst 2010/311 | Bun 2014/8 | SocN 2013/77 | VIN-2022-00017 | KS 2014.0145 | 2018/311
""".replace("\n", " | ").strip(" |").split(" | ")  # fmt: skip
SHAPES = [shape.strip() for shape in SHAPES if shape.strip()]

# Only a label tells these
LABELLED = [
    ("Dnr 1400123", "1400123"), ("Dnr: 94-118", "94-118"), ("Diarienr 2019-12", "2019-12"),
    ("Dnr Ks 2009-12", "Ks 2009-12"),
    ("Dnr 2023/BUN 0192 40\n", "2023/BUN 0192 40"), ("Dnr 2017/KS 0186 10, att minska", "2017/KS 0186 10"),
    ("Dnr 2017/KS 0186 10 platser", "2017/KS 0186"), ("Dnr 0015/13 - 200", "0015/13 - 200"),
    ("Dnr 0015/13 - 200 BYGGLOV", "0015/13 - 200"), ("Dnr 0015/13 - 200 kr", "0015/13"),
    ("Målet har nummer 4417-16.", "4417-16"), ("deras dnr 551-8842-2024", "551-8842-2024"),
    ("Dnr.KS 2019/12", "KS 2019/12"), ("DIARIENUMMER: KS21.118", "KS21.118"), ("Ärendenr SN 2020-3", "SN 2020-3"),
    ("Ärende nr: 2020:14", "2020:14"), ("Vår beteckning: KFN-2006-00087-1", "KFN-2006-00087-1"),
    ("Beteckning 421-3312-06", "421-3312-06"), ("Dnr: 01.0412.822", "01.0412.822"), ("dnr 118/94 och", "118/94"),
    ("Dossiernr 12345", "12345"), ("Ärendebeteckning SBN 2016-1187", "SBN 2016-1187"),
    ("Dnr KS 2011.0145.101", "KS 2011.0145.101"), ("Dnr   KS\u00a094/118\u00a0045", "KS 94/118 045"),
    ("Dnr\tKS 2019/12", "KS 2019/12"), ("Diarie nr: KS/2012:411", "KS/2012:411"),
    ("Dnr KS 94/118 045 1 (2)", "KS 94/118 045"), ("Dnr 512-2005 1(2)", "512-2005"),
    ("Dnr 2014-0312-BM", "2014-0312-BM"), ("Ärende-id: KS-2022-17", "KS-2022-17"), ("mål nr 3127-13", "3127-13"),
    ("Dnr .95/FN 231 255", "95/FN 231 255"), ("mål nr Va 118/01", "Va 118/01"), ("mål nr T 331/04", "T 331/04"),
    ("mål nr T 1234-15", "T 1234-15"), ("(mål nr 877-05)", "877-05"), ("Mål: UM 345-20", "UM 345-20"),
    ("Er beteckning: 551-2211-2010", "551-2211-2010"),
    ("rapporten, dnr REV 2021/0031, visar", "REV 2021/0031"), ("Dnr AD 2009/118", "AD 2009/118"),
    ("Ärendenr Bygg 2014-0311", "Bygg 2014-0311"),
]  # fmt: skip

NOT_FOUND = [
    "2019-09-02", "023-830 14", "1 (2)", "Org.nr 212000-2882", "Bankgiro 624-1061", "17 62 00-4",
    "KF 2018-11-27 § 190", "läsåret 2015/16", "SFS 2017:725", "TSFS 2024:57", "ISO 9001:2015", "Kiruna 1:1",
    "den 5/6 2019", "99-01-02", "19780101-2357", "780101-2357", "2023-09-01–2026-08-31", "2024–2026", "2016–2018",
    "(2010:800)", "EU 2016/679", "HSLF-FS 2017:5", "prop. 2009/10:80", "§ 112/2019", "§ 12/05", "KS 2019",
    "Kommunstyrelsen 2019-03-04", "Bg 178-2309", "Tel 0980-700 00", "5 000-6 000 kr", "läsåret 2023/24", "1/3 2020",
    "12/3-15/3", "KN 231213", "2 kap. 3 §", "981 85", "1.850.000 kr", "kl. 18.00-19.30", "Agenda 2030",
    "budget 2019-2021", "VP 2019-2021", "2019/2020", "EN 1090-2", "846001-2217", "0431-870 00", "08-530 610 00",
    "SOU 2015:22", "Ds 2019:3", "bet. 2016/17:KU30", "NJA 2010 s. 5", "HFD 2013 ref. 5", "MÖD 2010:12", "Mål 1",
    "Mål 2: Fler jobb", "målet 2030", "SS-EN 1838", "BBR 2011:6", "Sida 3 av 4", "2014/24/EU", "oktober 2019",
    "AB 04", "20 procent", "E20", "Rv 40", "linje 708", "2 (3)", "12,5/13,5", "18.50-19", "Hösten 2019/2020",
    "åk 7-9", "", "§", "3-5", "10:30", "24/7", "1:50", "2019", "0,1", "SFS 1991:900", "AFS 2001:1",
    "Rev 2021/12", "rev. 2021-12", "Dnr SFS 2017:725", "AB 2004/12",
]  # fmt: skip


LABELLED += [
    ("dnr 525-9981 -2025, avstyrkt", "525-9981-2025"),
    ("dnr 402-8850 -2007.", "402-8850-2007"),
    ("dnr 206- 15420-2021", "206-15420-2021"),
    ("dnr 525-9981 - 20 elever", "525-9981"),
    ("dnr 525-9981 -20 elever", "525-9981"),
]
# the plan's code behind year and running number is no day
LABELLED += [
    (f"Dnr {number}", number)
    for number in (
        "454-2013-1.2.1", "112-2012-1.10.2", "0454/2013-1.5.12", "17-2011-2.2.1", "1.2.1-454-2013", "88-2014-1.1.3",
        "231-2010-1.6.1", "12-2015-4.2.2", "540-2012-2.1.12", "9-2016-1.3.1",
    )
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("frame", ["Dnr {}", "Dnr: {} 1 (2)", "Diarienummer {}", "{}", "{}, och", "KOMMUN {}\n"])
def test_shapes(shape: str, frame: str) -> None:
    assert [n.value for n in find_diarienummer(frame.format(shape))] == [shape]


@pytest.mark.parametrize(("text", "number"), LABELLED)
def test_labelled(text: str, number: str) -> None:
    found = find_diarienummer(text)
    assert [n.value for n in found] == [number]
    assert found[0].labelled


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert find_diarienummer(text) == []


def test_another_s_number_is_foreign() -> None:
    assert [n.foreign for n in find_diarienummer("Er beteckning 551-2211-2010, vår beteckning KS 2010/12")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("KS 94/118 045", "KS 94/118", True), ("KS/2019:318", "KS 2019-318", True), ("KS 2019/12", "KS 2019/13", False),
        ("KS 2019/12", "SN 2019/12", False), ("2026.007 BUN", "2026.007 BUN", True), ("512-2005", "877-05", False),
    ],
)  # fmt: skip
def test_same_number(one: str, other: str, same: bool) -> None:
    assert same_number(one, other) is same


def test_value_of_what_stands_under_a_label() -> None:
    assert value_of("KS/2019:318 1 (2)") == "KS/2019:318"
    assert value_of("  2014-0312-BM") == "2014-0312-BM"
    assert value_of("Kommunstyrelsen") is None


@given(st.text(alphabet="KSdnr 0123456789/:-.§()åÄ\n\t", max_size=120))
def test_no_text_makes_it_raise(text: str) -> None:
    last = 0
    for number in find_diarienummer(text):
        assert last <= number.start < number.end <= len(text)
        assert number.value == " ".join(text[number.start : number.end].split())
        last = number.end


@given(
    st.sampled_from(sorted(diarienummer.LABELS)),
    st.sampled_from([str.lower, str.upper, str.capitalize]),
    st.sampled_from(["  ", " ", "\n"]),
    st.sampled_from(["Ek ", "", ": ", "år"]),
)
def test_no_number_of_others_is_passed_over(label: str, case: Callable[[str], str], space: str, before: str) -> None:
    text = f"{before}{case(label).replace(' ', space)} 3127-13"
    if any(number.foreign for number in find_diarienummer(text)):
        assert diarienummer.may_be_foreign(text)


@given(
    st.sampled_from(SHAPES),
    st.sampled_from(["", "Ek ", "KFKS", "(", "Karl-Erik "]),
    st.lists(
        st.tuples(st.integers(0, 30), st.sampled_from(["", *"ABKSÖaenr 0123/:.-–\n٣"]), st.booleans()), max_size=3
    ),
)
def test_no_form_is_passed_over(shape: str, before: str, changes: list[tuple[int, str, bool]]) -> None:
    text = before + shape
    for place, letter, instead in changes:
        text = text[:place] + letter + text[place + instead :]
    for at in range(len(text)):
        if diarienummer._STRONG.match(text, at):
            assert diarienummer._BEGINS.match(text, at)


@given(
    st.sampled_from(["KS", "BUN", "SBN", "ÖN"]), st.integers(1990, 2035), st.integers(1, 99999), st.sampled_from("/:")
)
def test_usual_form_is_found_in_running_text(body: str, year: int, number: int, sign: str) -> None:
    value = f"{body} {year}{sign}{number:05d}"
    assert [n.value for n in find_diarienummer(f"Ärendet ({value}) bereddes i maj.")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("§ 71 Dnr MK KS 2022/00163", "MK KS 2022/00163"),
        ("Dnr KS KF 2019/12", "KS KF 2019/12"),
        ("stödet (NV-02114-19) gäller", "NV-02114-19"),
        ("anmälan AA-412-12345/19 till polisen", "AA-412-12345/19"),
        ("yttrande A512.338/2017 från polisen", "A512.338/2017"),
        ("dnr A203.118/ 2019, avstyrkt", "A203.118/2019"),
        ("rapport, dnr 206- 15420-2021", "206-15420-2021"),
        ("mål nr 8210- 16 i kammarrätten", "8210-16"),
        ("remissen Fi2019/01234/K, som", "Fi2019/01234/K"),
        ("promemorian N2001/12214/TP", "N2001/12214/TP"),
        ("Tel 0472-151 70 NSP 2011-0182 206", "NSP 2011-0182 206"),
        ("DNR KS 2019/12", "KS 2019/12"),
        ("PM KS 2019/12", "KS 2019/12"),
    ],
)
def test_numbers_of_authorities_and_of_two_registries(text: str, value: str) -> None:
    assert [n.value for n in find_diarienummer(text)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("MK KS 2022/00163", ["MK KS 2022/00163"]),
        ("LK/130812", ["LK/130812"]),
        ("Nr\n2005/512.253", ["2005/512.253"]),
        ("70 NSP 2011-0182 206", ["NSP 2011-0182 206"]),
        ("BOLAGEN 1997", []),
        ("BUDGET 2014", []),
        ("Budget 2015 - 2017", []),
        ("SS-EN 13432-20", []),
        ("EN-12345-19", []),
        ("TEL 0470-12345", []),
    ],
)
def test_what_only_a_head_tells(text: str, values: list[str]) -> None:
    assert [n.value for n in find_in_head(text)] == values
