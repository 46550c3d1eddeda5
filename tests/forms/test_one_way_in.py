"""Patterns that are written with one plain character in front, for speed, find what they would without it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.dates import _FROM, _UNTIL
from pipeline.extract.dates_features import _JOINED
from pipeline.extract.decisions_earlier import _MAY_MARK
from pipeline.extract.decisions_words import _ODD
from pipeline.forms.amounts_specks import _MAY_BE, _SPECK
from pipeline.forms.dates_direction import _SENTENCE
from pipeline.forms.dates_shadow import _NEXT
from pipeline.forms.sentences import _END

PLAIN = {
    _END: r"[.!?…](?:[\"”’»)\]]{1,3})?(?=\s)|\n[ \t]*\n",
    _MAY_MARK: r"[§$]|par(?:agraf|\.)|[85S&] \d{1,3} ?\/",
    _NEXT: r"[lIO|]\d|\d[lIO|]",
    _ODD: r"[_~|¦^°‘'’`\"“”•●▪◦‣·\n]|\s[-–.,:;]|[-–][-–]|\.\s+[a-zåäö\d]|:\s\d|\s[iIl!\]]\s(?<=den...)"
    r"|\s(?:19|20)\s\d\d",
    _SENTENCE: r"(?<=[\w)%])[.!?:](?=\s+[A-ZÅÄÖ§])|\n\n|\t|;",
    _FROM: r"(?<!\w)(?:f\.? ?r\.? ?o\.? ?m\.?|från och med|träder i kraft|träda i kraft) (?:den )?\Z",
    _UNTIL: r"(?<!\w)(?:t\.? ?o\.? ?m\.?|till och med|upphör att gälla|upphöra att gälla) (?:den )?\Z",
    _JOINED: r"(?<!\w)(?:f\.|fr|from|t\.|to|till och)",
}
# the others are only asked whether they match anywhere
PLACES = {_END, _MAY_MARK, _SENTENCE}
PIECES = (
    *".!?…,:;'’”)](-–—_|•§$%&85S12lIOo°imkt",
    *("..", "--", "19", "20", "2014", "250", ".000", "1 000"),
    *(" ", "  ", "\n", "\n \n", "\t", "den", "par", "par.", "paragraf", "kr", "mnkr", "procent", "/", " /", "ord", "Ö"),
    *("f", "fr", "r", "o", "om", "m", "från", "till", "och", "med", "träder", "träda", "kraft", "upphör", "upphöra"),
    *("att", "gälla", "t.o.m.", "fr.o.m.", "den "),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=16).flatmap(
    lambda pieces: st.sampled_from(["", "", " "]).map(lambda gap: gap.join(pieces))
)


@pytest.mark.parametrize("pattern", PLAIN)
@given(text=TEXTS)
def test_finds_the_same(pattern: re.Pattern[str], text: str) -> None:
    plain = re.compile(PLAIN[pattern])
    if pattern in PLACES:
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in plain.finditer(text)]
    else:
        assert (pattern.search(text) is None) == (plain.search(text) is None)


@given(TEXTS)
def test_no_speck_is_passed(text: str) -> None:
    assert _SPECK.search(text) is None or _MAY_BE.search(text) is not None
