"""Readings that are not sought are none: what restoring passes over to be quick would have given nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.restore_built import ENDINGS, PARADIGMS, _endings, misspelt
from pipeline.memo.restore_channel import LOST, Channel
from pipeline.memo.restore_compounds import Joints, _heads, _is_first, compounds
from pipeline.memo.restore_model import COMMON, _loosen, fold, model
from pipeline.memo.restore_pairs import pairs
from pipeline.memo.restore_variants import MAX_VARIANTS, Variant, dropped, plainly, variants

WORDS = (
    "skolskjutsavgiftema", "hilsoskyddsniamnden", "bygdepengspolicyn", "vattenledningsfdrening", "avfallshimtning",
    "kommunrevisionsrappo1t", "fardtjanstresa", "bidragssdkarna", "gatubelysningsarbetama", "lokalvardsupphandling",
    "miljdtillstandsarenden", "grusvagsunderhallet", "trygghetsvandringar", "aldreomsorgsplancn", "cykelvigsutredning",
    "parkeringsintakterna", "samhdllsspridning", "ungdomsmottagriingen", "brandvattenforsdrjning", "spannmalsodlama",
    "vmterviighållning", "sommarlovsaktiviteter", "krisberedskapsovning", "fargsattningsforslag", "arendehanteringen",
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_a_variant_without_a_part_of_its_own_letters_is_no_compound(word: str) -> None:
    m, tried = model(), [*variants(word, LOST), *(pair.variant for pair in pairs(word, LOST))]
    joints = Joints(m, plainly(word))
    passed_over = [v for v in tried if not joints.may_be(v)]
    assert passed_over
    assert [v.text for v in passed_over if compounds(m, v, LOST)] == []


def _twice(word: str, channel: Channel = LOST) -> list[Variant]:
    """All that `pairs` chooses from, one after the other."""
    found = []
    for first in variants(word, channel)[:24]:
        for second in variants(first.text, channel):
            if first.fixed and second.fixed and first.fixed.isdisjoint(second.fixed):
                at, shift = min(second.fixed), len(second.text) - len(first.text)
                fixed = frozenset(i + shift if i > at else i for i in first.fixed)
                if fixed.isdisjoint(second.fixed):
                    found.append(Variant(second.text, fixed | second.fixed, first.cost + second.cost, second.key))
    return sorted(found, key=lambda v: v.cost)[:MAX_VARIANTS]


@pytest.mark.parametrize("word", [*WORDS, "Mértbergsgarden", "fiirdtjiinst", "Omsorgsforvaitninqen", "wiimnad"])
def test_the_cheapest_pairs_of_confusions(word: str) -> None:
    found = pairs(word, LOST)
    assert [pair.variant for pair in found] == _twice(word)
    assert [pair.key for pair in found] == [pair.variant.key for pair in found]
    assert pairs(word, LOST, variants(word, LOST)) == found


@pytest.mark.parametrize(
    "word", ["Férsaijning", "Miljédepartementet", "fastighetsavdelningen", "Sj6bo", "fiirdtjiinst"]
)
@pytest.mark.parametrize("channel", [LOST, LOST._replace(odd=4.0)])
def test_pairs_of_words_with_signs_that_no_word_has(word: str, channel: Channel) -> None:
    assert [pair.variant for pair in pairs(word, channel)] == _twice(word, channel)


@given(
    st.text(alphabet="abdeiklnorst", min_size=1, max_size=7), st.sampled_from(["", "skol", "kommuns", "vags", "bro"])
)
def test_first_parts_are_found_in_one_go(rest: str, begin: str) -> None:
    m, key = model(), begin + rest
    assert _heads(m, key, len(key)) == [cut for cut in range(3, len(key) + 1) if _is_first(m, key[:cut])]


@given(st.text(alphabet="adenorstu", max_size=5))
def test_endings_are_told_by_their_letters(tail: str) -> None:
    assert _endings(tail) == (
        [e for e in ENDINGS if tail.endswith(e)],
        [(e, other) for e, other in PARADIGMS if tail.endswith(e)],
    )


def test_a_roomy_dict_holds_what_it_held() -> None:
    table = {str(n): n for n in range(1000)}
    held = dict(table)
    _loosen(table)
    assert table == held


@pytest.mark.parametrize("word", ["kommunslyrelsen", "beshut", "forening", "nämden", "arendel", "sammantrade", "xqz"])
def test_slips_are_sought_where_words_may_meet(word: str) -> None:
    m, key = model(), fold(word)
    near = {key[:i] + c + key[i + k :] for i in range(len(key)) for c in "abcdefghijklmnopqrstuvxyz" for k in (0, 1)}
    near |= {key[:i] + key[i + 1 :] for i in range(1, len(key))}
    near.discard(key)
    assert {i for i, _ in misspelt(m, word)} == {i for k in near for i in m.alike(k) if m.log_count[i] > COMMON}


@pytest.mark.parametrize("word", ["fr", "hlso", "frening", "mjlkning", "qqq"])
def test_a_letter_left_out_stands_no_further_than_a_word_goes_on(word: str) -> None:
    m, plain = model(), plainly(word)
    near, far = dropped(plain, m.reach(plain.key), m.group), dropped(plain, len(word), m.group)
    assert [v for v in far if m.alike(v.key)] == [v for v in near if m.alike(v.key)]
