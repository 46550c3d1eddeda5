"""What the privacy table names is masked everywhere; numbers that could be somebody's are masked without it."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.forms.identity import check_digit, find_possible
from pipeline.site.mask import MARK, Masker, masker
from pipeline.site.record import _unplaced


def row(kind: str, said: str) -> tuple[str, str]:
    """A row of the privacy table, as a run writes it."""
    return kind, said[:2] + MARK * max(0, len(said) - 2)


MEMO = """Ansökan om ersättning

Emma Rosén, personnummer 19780101-2357, har ansökt om ersättning. Emma Roséns adress är Myrgatan 4,
774 30 Avesta. Hon nås på 070-123 45 67 och emma.rosen@gmail.com. Handläggare är Karin Berg, 0226-64 50 00.
Kostnaden är 1 850 000 kr. Beslut fattades 2019-01-01, dnr SN 2019/412.
"""
PRIVACY = [
    row("person", "Emma Rosén"),
    row("personnummer", "19780101-2357"),
    row("address", "Myrgatan 4,\n774 30 Avesta"),
    row("phone", "070-123 45 67"),
    row("email", "emma.rosen@gmail.com"),
]


@pytest.fixture(scope="module")
def mask() -> Masker:
    return masker(PRIVACY, MEMO)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Emma Rosén", "•••• •••••"),
        ("EMMA ROSÉN", "•••• •••••"),
        ("Emma Roséns ansökan", "•••• •••••s ansökan"),
        ("Rosén, Emma", "•••••• ••••"),
        ("mål nr 8841-12, Emma Roséns", "mål nr 8841-12, •••• •••••s"),
        ("i Emma Rosin i Lund", "i •••• ••••• i Lund"),
        ("3 · 070-123 45 67", "3 · ••••••• •• ••"),
        ("0046 70-123 45 67", "•••• •••••• •• ••"),
        ("Emma\nRosén", "••••\n•••••"),
        ("Emma Ro-\nsén söker", "•••• •••\n••• söker"),
        ("Emma Ros n", "•••• ••• •"),
        ("Emma Ros6n", "•••• •••••"),
        ("Ernma Rosén", "••••• •••••"),
        ("E. Rosén", "•• •••••"),
        ("Rosén har överklagat", "••••• har överklagat"),
        ("Klaganden Rosén", "Klaganden •••••"),
        ("emma_rosén_ansökan.pdf", "••••••••••_ansökan.pdf"),
        ("Emma bor hemma", "•••• bor hemma"),
        ("Em\u200bma Ro\u00adsén", "••••• ••••••"),
        ("7801012357", "••••••••••"),
        ("780101 - 2357", "•••••• • ••••"),
        ("78 01 01 23 57", "•• •• •• •• ••"),
        ("1 9 7 8 0 1 0 1 2 3 5 7", "• • • • • • • • • • • •"),
        ("780101\u200b-2357", "••••••••••••"),
        ("pnr:780101-2357/SN", "pnr:•••••••••••/SN"),
        ("Myrgatan 4", "•••••••• •"),
        ("MYRGATAN 4, 2 tr", "•••••••• •, 2 tr"),
        ("774 30 Avesta", "••• •• ••••••"),
        ("0701234567", "••••••••••"),
        ("+46 70 123 45 67", "+•• •• ••• •• ••"),
        ("070/1234567", "•••••••••••"),
        ("Emma.Rosen@Gmail.com", "••••••••••••••••••••"),
        ("emma.rosen @ gmail.com", "•••••••••• • •••••••••"),
    ],
)
def test_masked_in_other_spellings(mask: Masker, text: str, wanted: str) -> None:
    assert mask.mask(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Handläggare är Karin Berg, 0226-64 50 00.",
        "Kostnaden är 1 850 000 kr. Beslut fattades 2019-01-01, dnr SN 2019/412.",
        "Byggkonsult AB, org.nr 556036-0793",
        "Avtalet gäller 2019-01-01–2020-12-31.",
        "Anna Rosén är rektor",
        "Emma Berg är rektor",
        "Emmaboda kommun",
        "rosen blommar",
        "Bankgiro 5050-1055",
        "",
        "• • •",
    ],
)
def test_not_masked(mask: Masker, text: str) -> None:
    assert mask.mask(text) == text


def test_the_memo_itself(mask: Masker) -> None:
    masked = mask.mask(MEMO)
    for secret in ("Emma", "Ros", "1978", "2357", "Myrgatan", "Avesta", "070", "gmail"):
        assert secret not in masked
    for shown in ("Karin Berg", "0226-64 50 00", "1 850 000 kr", "2019-01-01", "SN 2019/412", "Ansökan om ersättning"):
        assert shown in masked


def test_rows_are_found_in_a_text_without_the_memo() -> None:
    bare = masker(PRIVACY)
    for said in ("Emma Rosén", "19780101-2357", "070-123 45 67", "emma.rosen@gmail.com", "Myrgatan 4,\n774 30 Avesta"):
        assert not re.search(r"[\w@]", bare.mask(f"x {said} y")[2:-2])


def test_a_row_takes_nothing_else_of_its_length() -> None:
    known = masker([row("personnummer", "19380417-2397")], "Lag (1992:1574) om bostadsanpassningsbidrag 19380417-2397")
    assert known.mask("Lag (1992:1574) om bidrag") == "Lag (1992:1574) om bidrag"


def test_a_wrong_check_digit_that_a_row_names() -> None:
    named = masker([row("personnummer", "780101-2358")], "personnummer 780101-2358")
    assert named.mask("nr 780101-2358") == "nr •••••••••••"
    assert named.mask("7801012358") == MARK * 10


@pytest.mark.parametrize("masked", ["", "•", "••••", "E", "E•", " •", "Em", "Em••\n", "\ud800•••", "(•••", "\\d•••"])
@pytest.mark.parametrize("kind", ["person", "phone", "email", "address", "personnummer", "something new"])
def test_odd_rows_break_nothing(kind: str, masked: str) -> None:
    odd = masker([(kind, masked)], MEMO)
    assert len(odd.mask(MEMO)) == len(MEMO)


def numbers() -> st.SearchStrategy[str]:
    """Ten digits of a personal number with the right check digit."""

    def make(born: dt.date, add: int, three: int) -> str:
        nine = f"{born:%y%m}{born.day + add:02d}{three:03d}"
        return nine + check_digit(nine)

    days = st.dates(dt.date(1920, 1, 1), dt.date(2024, 12, 31))
    return st.builds(make, days, st.sampled_from((0, 60)), st.integers(0, 999))


SPELLINGS = ("{0}{1}{2}{3}", "{0}{1}{2}-{3}", "{0}{1}{2} {3}", "{0}{1}{2} - {3}", "{0}{1}{2}+{3}", "{0} {1} {2} {3}",
             "{0}-{1}-{2}-{3}", "{0}.{1}.{2}-{3}", "19{0}{1}{2}-{3}", "19{0}{1}{2}{3}", "{0}{1}{2}–{3}",
             "{0}{1}{2}\u00a0{3}", "{0}{1}{2}\u200b-{3}", "{0}{1}{2}-\n{3}")  # fmt: skip
AROUND = (("", ""), ("(", ")"), ("pnr:", ", född"), ("dnr ", ""), ("konto 3300-", ""), ("text", "text"), ("_", ".pdf"))


@settings(deadline=None)
@given(number=numbers(), spelling=st.sampled_from(SPELLINGS), around=st.sampled_from(AROUND))
def test_a_number_with_a_right_check_digit_is_masked_without_a_row(
    number: str, spelling: str, around: tuple[str, str]
) -> None:
    said = spelling.format(number[:2], number[2:4], number[4:6], number[6:])
    masked = masker([]).mask(around[0] + said + around[1])
    assert number[6:] not in masked
    assert masked.startswith(around[0])
    assert masked.endswith(around[1])


@settings(deadline=None)
@given(number=numbers(), wrong=st.integers(1, 9))
def test_a_wrong_check_digit_is_no_number_by_itself(number: str, wrong: int) -> None:
    slip = number[:9] + str((int(number[9]) + wrong) % 10)
    assert find_possible(slip) == []


NAMES = st.lists(
    st.from_regex(r"[A-ZÅÄÖ][a-zåäöé]{2,9}(?:-[A-ZÅÄÖ][a-zåäö]{2,6})?", fullmatch=True), min_size=2, max_size=3
).map(" ".join)


@settings(deadline=None)
@given(name=NAMES, before=st.sampled_from(("", "Sökande: ", "från ", "(")), after=st.sampled_from(("", "s", ", ", ")")))
def test_a_named_person_is_masked_wherever_the_name_stands(name: str, before: str, after: str) -> None:
    known = masker([row("person", name)], f"Sökande är {name}.")
    for said in (name, name.upper(), name.replace(" ", "\n"), name.replace(" ", "  ")):
        masked = known.mask(before + said + after)
        assert not any(c.isalnum() for c in masked[len(before) : len(masked) - len(after) or None])
        assert masked.startswith(before)


@pytest.mark.parametrize("beside", ["från ", "för ", "hos ", "med "])
def test_a_small_word_is_no_part_of_a_name(beside: str) -> None:
    known = masker([row("person", "Amandina Faa")], "Sökande är Amandina Faa.")
    assert known.mask(f"{beside}Amandina Faa") == beside + "•••••••• •••"
    assert known.mask(f"Faa Amandina {beside}oss").endswith(f"{beside}oss")


TEXTS = st.text(st.sampled_from("Emma Rosén\n.,-@ 0123456789•\u200b\u00adABCåäöxyz_/"), max_size=120)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_masking_keeps_length_and_white_space_and_is_done_once(text: str) -> None:
    known = masker(PRIVACY, MEMO)
    masked = known.mask(text)
    assert len(masked) == len(text)
    assert all(a == b or (b == MARK and not a.isspace()) for a, b in zip(text, masked, strict=True))
    assert known.mask(masked) == masked
    assert known.spans(text) == sorted(known.spans(text))


@settings(deadline=None)
@given(text=st.text(max_size=200), said=st.text(max_size=30), kind=st.sampled_from(("person", "phone", "email", "x")))
def test_any_text_and_any_row(text: str, said: str, kind: str) -> None:
    known = masker([row(kind, said)], text + said)
    assert len(known.mask(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "unplaced"),
    [
        ("Emma Rosén söker bidrag.", False),
        ("Emma Rosén söker bidrag. Rosén bor i Avesta.", True),
        ("Emma Rosén söker bidrag. Emma Rosén bor i Avesta.", True),
        ("Emma Rosén söker bidrag, 780101-2357.", True),
    ],
)
def test_a_page_is_not_drawn_where_something_private_has_no_known_place(text: str, unplaced: bool) -> None:
    rows = [{"text_masked": row("person", "Emma Rosén")[1], "box": "1 2 3 4"}]
    assert _unplaced(masker([row("person", "Emma Rosén")], text), text, rows) is unplaced
