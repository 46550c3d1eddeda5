"""Whatever words a page holds, the memo is sound and nothing raises."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.memo.build import find_memos
from pipeline.read.page import Box, Page, ReadAs, Rule, Word
from tests.memo.typeset import check, plain

PARTS = st.sampled_from(
    [
        "att",
        "Beslut",
        "Förslag",
        "till",
        "beslut",
        "1.",
        "2.",
        "•",
        "-",
        "Anna",
        "Ek",
        "chef",
        "18",
        "420",
        "2024-",
        "01",
        "Datum",
        "Datum:",
        "Dnr",
        "KS/2020:1",
        "Bilagor",
        "Sida",
        "av",
        "2",
        "(3)",
        "kr",
        "kommun-",
        "och",
        "nämn-",
        "den",
        "Kopia",
        "till:",
        "§",
        "68",
        "Protokoll",
        "INKOM",
        "2020-01-01",
        "x",
        "\xad",
        "Ärendet",
        "Sammanfattning",
        "Summa",
        "—",
    ]
) | st.text(max_size=6)
PLACE = st.floats(-50, 900) | st.sampled_from([50.0, 72.0, 300.0, float("nan"), float("inf")])
WORDS = st.builds(
    Word,
    text=PARTS,
    box=st.builds(Box, PLACE, PLACE, PLACE, PLACE),
    confidence=st.floats(0, 1),
    size=st.sampled_from([0.0, 8.0, 11.0, 16.0]),
    bold=st.booleans(),
    picture=st.booleans(),
    angle=st.sampled_from([0.0, 0.0, 0.0, -4.0, 90.0]),
)
PAGES = st.builds(
    Page,
    number=st.integers(1, 3),
    width=st.sampled_from([595.0, 0.0]),
    height=st.sampled_from([842.0, 0.0]),
    words=st.lists(WORDS, max_size=40).map(tuple),
    read_as=st.sampled_from(ReadAs),
    has_places=st.booleans(),
    paragraphs=st.booleans(),
    rules=st.lists(st.builds(Rule, st.builds(Box, *[st.floats(0, 800)] * 4)), max_size=6).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PAGES, max_size=3))
def test_any_pages(pages: list[Page]) -> None:
    memos = find_memos(pages)
    # pages that look like several papers are parted, so there may be more memos than one, but no more than pages
    assert bool(pages) <= len(memos) <= len(pages)
    for memo in memos:
        check(memo)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(PARTS, max_size=8).map(" ".join) | st.just(""), max_size=40).map("\n".join))
def test_any_text(text: str) -> None:
    (memo,) = find_memos([plain(text)])
    check(memo)


def test_nothing() -> None:
    assert find_memos([]) == []
    (memo,) = find_memos([Page(1, 595, 842, (), ReadAs.OCR)])
    check(memo)
    assert memo.text == ""
    (memo,) = find_memos([Page(1, 595, 842, (Word("Hej", Box(1, 1, 9, 9)),), ReadAs.DIGITAL)])
    check(memo)
    assert memo.text == "Hej"


def test_very_many_words() -> None:
    (memo,) = find_memos([plain("\n".join("1 000 " * 30 for _ in range(600)))])
    check(memo)
