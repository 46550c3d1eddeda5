"""Letterheads in old OCR text whose columns ran together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.build import find_memos
from pipeline.memo.memo import Memo, SectionKind
from pipeline.memo.text_front import parts_of
from tests.memo.typeset import check, of, plain

TITLE = "Ändrade avgifter inom hemtjänsten"
BODY = """
Bakgrund

Avgifterna i hemtjänsten har inte ändrats sedan 1995. Kostnaderna har under
samma tid ökat med 12 procent, och nämnden uppdrog därför åt förvaltningen att
se över taxan.
"""
WORDS = [
    "Datum",
    "Till",
    "Dnr",
    "Ek",
    "Ida",
    "2019-09-02",
    "1",
    "(2)",
    "KS",
    "2018/12",
    "nämnden",
    "Tekniska",
    "av",
    ":",
]


def memo_of(head: str, title: str = f"\n\n{TITLE}\n") -> Memo:
    (memo,) = find_memos([plain(head + title + BODY)])
    check(memo)
    return memo


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "LILLABY KOMMUN TJÄNSTESKRIVELSE 2019-09-02 1 (2)",
            ["LILLABY KOMMUN", "TJÄNSTESKRIVELSE", "2019-09-02", "1 (2)"],
        ),
        ("Lillaby kommun Tjänsteskrivelse 1(2)", ["Lillaby kommun", "Tjänsteskrivelse", "1(2)"]),
        ("Region Storån Tjänsteutlåtande Datum 2021-09-28", ["Region Storån", "Tjänsteutlåtande", "Datum 2021-09-28"]),
        ("Regionstaben Dnr RS 2021/1187", ["Regionstaben", "Dnr RS 2021/1187"]),
        ("Kommunkansliet 1996-03-18 Dnr 52/96-826", ["Kommunkansliet", "1996-03-18", "Dnr 52/96-826"]),
        ("Miljöinspektör Ida Ek Lind 2014-11-03", ["Miljöinspektör Ida Ek Lind", "2014-11-03"]),
        ("Miljö- och byggnadsnämnden Ärende MB-2014-617", ["Miljö- och byggnadsnämnden", "Ärende MB-2014-617"]),
        ("Ekonomi och stab TN 2014/0377 040", ["Ekonomi och stab", "TN 2014/0377 040"]),
        ("Ida Ek, tel 0278-251 40 Socialnämnden", ["Ida Ek, tel 0278-251 40", "Socialnämnden"]),
        ("VA-ingenjör Ida Ek Lind Tekniska nämnden", ["VA-ingenjör Ida Ek Lind", "Tekniska nämnden"]),
        ("Ida Öberg Kaya, controller äldrenämnden", ["Ida Öberg Kaya, controller", "äldrenämnden"]),
        ("Ida Ek Berg, ekonom Kommunfullmäktige", ["Ida Ek Berg, ekonom", "Kommunfullmäktige"]),
        ("Ida Ek Kultur, fritids- och turismnämnden", ["Ida Ek", "Kultur, fritids- och turismnämnden"]),
        ("Ida Ek, sekreterare socialnämnden", ["Ida Ek, sekreterare socialnämnden"]),
        ("Ida Ek, chef tekniska nämnden", ["Ida Ek, chef tekniska nämnden"]),
        ("Ida Ek, ekonom i kommunstyrelsen", ["Ida Ek, ekonom i kommunstyrelsen"]),
        ("Utredare Ida Ek Barn- och utbildningsnämnden", ["Utredare Ida Ek", "Barn- och utbildningsnämnden"]),
        ("Ida Ek Barn- och Fritidsnämnden", ["Ida Ek", "Barn- och Fritidsnämnden"]),
        ("Handläggare Datum Diarienummer", ["Handläggare", "Datum", "Diarienummer"]),
        (
            "Handläggare: Utredare Tove Rask Diarienummer: BU 2015/392",
            ["Handläggare: Utredare Tove Rask", "Diarienummer: BU 2015/392"],
        ),
        ("Karlsby Datum 18 februari 2025", ["Karlsby", "Datum 18 februari 2025"]),
        ("Till kommunstyrelsen INK. 1996-03-20", ["Till kommunstyrelsen", "INK. 1996-03-20"]),
        (
            "SAMMANSLAGNING AV SKOLSTYRELSEN OCH BARNOMSORGSNÄMNDEN",
            ["SAMMANSLAGNING AV SKOLSTYRELSEN OCH BARNOMSORGSNÄMNDEN"],
        ),
        ("NY TAXA FÖR BARNOMSORGEN FR O M 1997-01-01", ["NY TAXA FÖR BARNOMSORGEN FR O M 1997-01-01"]),
        ("TAXA ATT GÄLLA FRÅN 1997-01-01", ["TAXA ATT GÄLLA FRÅN 1997-01-01"]),
        ("Delårsrapport per den 31 augusti 2016", ["Delårsrapport per den 31 augusti 2016"]),
        ("Delårsrapport 31 augusti 2016", ["Delårsrapport 31 augusti 2016"]),
        ("Till socialnämndens sammanträde 2013-10-23", ["Till socialnämndens sammanträde 2013-10-23"]),
        ("Budget för 2024-2026", ["Budget för 2024-2026"]),
        ("Information om överklagade beslut", ["Information om överklagade beslut"]),
        ("Svar på motion om nämndens möten", ["Svar på motion om nämndens möten"]),
        (
            "Postadress 123 45 Lillaby Tfn 0123-45 00 00 Org.nr 212000-0000",
            ["Postadress 123 45 Lillaby Tfn 0123-45 00 00 Org.nr 212000-0000"],
        ),
    ],
)
def test_parts(line: str, parts: list[str]) -> None:
    assert [p.text for p in parts_of(line.split())] == parts


def test_labels_over_their_values() -> None:
    memo = memo_of(
        "Lillaby kommun\n\nHandläggare Datum Diarienummer Sammanträdesdatum\n"
        "Anna Ek 2011-03-07 2011-0149/453 2011-03-24"
    )
    found = of(memo, SectionKind.LETTERHEAD)
    assert found[1:] == [
        "Handläggare\nAnna Ek",
        "Datum\n2011-03-07",
        "Diarienummer\n2011-0149/453",
        "Sammanträdesdatum\n2011-03-24",
    ]
    assert of(memo, SectionKind.TITLE) == [TITLE]


def test_labels_and_values_with_a_blank_line_between_them() -> None:
    memo = memo_of("Handläggare Mottagare\n\nVA-ingenjör Ida Ek Lind Tekniska nämnden")
    assert of(memo, SectionKind.LETTERHEAD) == ["Handläggare\nVA-ingenjör Ida Ek Lind", "Mottagare\nTekniska nämnden"]


def test_values_that_do_not_fit_leave_the_labels_in_their_line() -> None:
    memo = memo_of("Datum Diarienummer\nAnna Ek och Bo Alm")
    assert of(memo, SectionKind.LETTERHEAD) == ["Datum Diarienummer\nAnna Ek och Bo Alm"]


def test_names_of_offices_are_no_title() -> None:
    head = "Miljö- och byggkontoret INFORMATION\nMiljöinspektör Ida Ek Lind 2014-11-03\nMiljönämnden Ärende MB-2014-617"
    memo = memo_of("LILLABY KOMMUN\n\n" + head)
    assert of(memo, SectionKind.TITLE) == [TITLE]
    assert of(memo, SectionKind.LETTERHEAD) == [
        "LILLABY KOMMUN",
        "Miljö- och byggkontoret",
        "INFORMATION",
        "Miljöinspektör Ida Ek Lind",
        "2014-11-03",
        "Miljönämnden",
        "Ärende MB-2014-617",
    ]


def test_title_right_on_the_text() -> None:
    (memo,) = find_memos(
        [
            plain(
                "Lillaby kommun\nDatum 2014-11-03\n\nLägesrapport om tillsynen vid Storåns sågverk och samrådet med\n"
                "berörda byar\nNämnden behöver inte fatta något beslut i det här ärendet, som är till för kännedom.\n"
                + BODY
            )
        ]
    )
    check(memo)
    assert of(memo, SectionKind.TITLE) == [
        "Lägesrapport om tillsynen vid Storåns sågverk och samrådet med berörda byar"
    ]


@given(st.lists(st.sampled_from(WORDS)))
def test_no_word_is_lost(words: list[str]) -> None:
    assert [i for p in parts_of(words) for i in p.words] == list(range(len(words)))
    memo_of(" ".join(words) + "\n" + " ".join(reversed(words)))


@pytest.mark.parametrize(
    ("person", "beside", "upper", "lower"),
    [
        ("Ida Ek", "Telefon: 08-508 00 000", "Hägersten-Älvsjö", "stadsdelsnämnd"),
        ("Marie-Louise Ek", "Telefon: 08-508 00 000", "Hägersten-Liljeholmens", "stadsdelsnämnd"),
        ("Ida Ek Lund", "08-508 00 000", "Enskede-Årsta-Vantörs", "stadsdelsnämnd"),
        ("Nils Lund", "Tfn 0123-45 00", "Farsta", "stadsdelsnämnd"),
        ("Nils Lund", "Tfn 0123-45 00", "Kommunstyrelsens", "arbetsutskott"),
        ("Ida Ek", "Tel 0123-45 00", "Socialnämndens", "arbetsutskott"),
        ("Ida Ek", "0123-45 00", "Kommunstyrelsens", "planutskott"),
        ("Ida Ek", "Tfn 0123-45 00", "Barn- och", "ungdomsnämnden"),
        ("Bo Alm", "Tfn 0123-45 00", "Bygg- och", "miljönämnden"),
        ("Bo Alm", "Telefon 0123-45 00", "Hults", "kommundelsnämnd"),
    ],
)
def test_a_bodys_name_on_two_lines_under_its_label(person: str, beside: str, upper: str, lower: str) -> None:
    memo = memo_of(f"VÄNNÄS KOMMUN\nSocialkontoret\n\nHandläggare Till\n{person} {upper}\n{beside} {lower}\n2019-09-02")
    assert f"Till\n{upper}\n{lower}" in memo.text
    assert f"Handläggare\n{person}" in memo.text


@pytest.mark.parametrize("lower", ["Vännäs", "enheten", "stadshuset"])
def test_no_name_on_two_lines(lower: str) -> None:
    memo = memo_of(f"VÄNNÄS KOMMUN\nSocialkontoret\n\nHandläggare Till\nIda Ek Socialnämnden\nTfn 0123-45 00 {lower}")
    assert f"Till\nSocialnämnden\n{lower}" not in memo.text
