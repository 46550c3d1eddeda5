"""The rules that are tried at a place are all that can match there: the first that fits is found as if all were."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.dates import _LIST
from pipeline.forms.dates_fragments import LONG, SEASON_ANY, SHORT
from pipeline.forms.dates_grammar import _DAY_JOIN, START, part_at
from pipeline.forms.dates_numeric import NUMERIC
from pipeline.forms.dates_parts import Part
from pipeline.forms.dates_shadow import shadow_of
from pipeline.forms.dates_words import WORDS

PIECES = (
    "2012", "12", "3", "08", "94", "940314", "20120806", "1", "31", "0", "januari", "febr", "maj", "sept", "våren",
    "host", "vintern", "sensommaren", "första", "kvartalet", "kvartal", "q", "tertial", "t", "halvåret", "h", "vt",
    "ht", "läsåret", "lasar", "lå", "årsskiftet", "veckorna", "v", "vecka", "i år", "i fjol", "år", "månad", "samma",
    "talet", "den", "och", "till", "samt", "resp", "eller", "av", "under", "kr", "procent", "sista", "skolåret",
    "budgetåret", "månadsskiftet", "e", "a", "de", "dje",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(list(" -/.,:'()\n%§&–"))), max_size=14).map("".join)
SLOW_START = re.compile(
    rf"(?<![^\W_])(?:\d|(?=(?:{LONG}|{SHORT}|{SEASON_ANY}|(?:sen|för|tidig)(?:{SEASON_ANY})|sist|ultimo|först"
    r"|kvartal|kv|q ?[1-4]|forsta|andra|tredje|fj|förra|tertial|t ?[123]|halv|h ?[12]|v[åa]r|h[öo]st|vt|ht|l[äa]s[åa]r"
    r"|lå |skol|spel|s[äa]songen|budget|verksamhets|r[äa]kenskaps|[åa]rsskift|m[åa]nadsskift|veck"
    r"|v\.? ?\d))(?=[a-zåäöé]))"
)
ANY_NUMBER = re.compile(r"(?<!\d)\d\d?(?: ?:(?:a|e))?(?!\w|[.,:/]\d|%)")
BARE_DAY = NUMERIC[-1][0]


@given(TEXTS)
def test_the_rules_tried_are_all_that_can_match(text: str) -> None:
    shadow = shadow_of(text)
    for offset in range(len(shadow)):
        if offset and shadow[offset - 1].isdigit() and shadow[offset].isdigit():
            continue  # parts begin with a whole run of digits
        if shadow[offset].isalnum():
            assert part_at(shadow, offset) == _slowly(shadow, offset)


def _slowly(shadow: str, offset: int) -> Part | None:
    for pattern, build in NUMERIC if shadow[offset].isdigit() else WORDS:
        match = pattern.match(shadow, offset)
        if match is not None and (part := build(match)) is not None:
            return part
    return None


@given(TEXTS)
def test_no_number_that_is_left_out_begins_a_range_or_a_list(text: str) -> None:
    shadow = shadow_of(text)
    for number in ANY_NUMBER.finditer(shadow):
        if BARE_DAY.match(shadow, number.start()) is None:
            assert _DAY_JOIN.match(shadow, number.end()) is None
            assert _LIST.match(shadow, number.end()) is None


@given(TEXTS)
def test_parts_begin_where_one_of_their_words_does(text: str) -> None:
    shadow = shadow_of(text)
    assert [m.start() for m in START.finditer(shadow)] == [m.start() for m in SLOW_START.finditer(shadow)]
