"""Stamps are looked for only where a few letters of them stand."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.fold import bare
from pipeline.memo.layout import Segment
from pipeline.memo.stamps import _STAMP, is_stamp
from pipeline.read.page import Box, Page, ReadAs

PAGE = Page(1, 595.0, 842.0, (), ReadAs.DIGITAL)
_PARTS = (
    "Inkom",
    "INK",
    "ankom ",
    "diarieförd",
    "Diariefo̊rt",
    "registrerad",
    "d1ariefort",
    " den ",
    "2019-09-04",
    "1 ",
)


@given(st.lists(st.sampled_from([*_PARTS, "ink0m", "I’NKOM", "inkommit", "in", "k", ":", "en bilaga"]), max_size=5))
def test_a_stamp_bears_one_of_the_letters_asked_for(parts: list[str]) -> None:
    text = "".join(parts)[:60]
    segment = Segment([0], Box(10, 10, 90, 20), 1, 0, 11.0, False, text)
    assert is_stamp(segment, PAGE) == (_STAMP.fullmatch(bare(text)) is not None)
