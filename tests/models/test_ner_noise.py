"""The noise that the recogniser is trained with: drawn by seed alone, and entities keep their places in it."""

import random
from collections.abc import Callable

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.vocab import Vocab

from bench import ner_noise
from bench.ner_data import DEV_SHARE, example, for_dev, gathered, joined
from bench.ner_memos import SLOT, WORDS, genitive, templates
from bench.ner_names import HELD_OUT, held_out
from bench.ner_noise import Sentence
from tests.models.ner_cases import parsed, sentences

CASES = list(sentences())
Noise = Callable[[Sentence, random.Random], Sentence]
NOISES: list[Noise] = [
    ner_noise.lost,
    ner_noise.slips,
    lambda s, rng: ner_noise.restored([s], rng)[0],
    lambda s, _: ner_noise.capitals(s),
    lambda s, rng: ner_noise.uncapitalised(s, rng, 0.5),
]


@pytest.mark.parametrize("noise", NOISES)
def test_the_seed_alone_decides(noise: Noise) -> None:
    first, second = ([noise(s, rng) for s in CASES[:30]] for rng in (random.Random(1), random.Random(1)))
    assert first == second


@pytest.mark.parametrize("noise", NOISES)
def test_entities_keep_their_places(noise: Noise) -> None:
    rng = random.Random(2)
    for sentence in CASES:
        after = noise(sentence, rng)
        assert len(after.spans) == len(sentence.spans)
        for (start, end, label), (new_start, new_end, new_label) in zip(sentence.spans, after.spans, strict=True):
            assert label == new_label
            old, new = sentence.text[start:end], after.text[new_start:new_end]
            assert len(old.split()) == len(new.split())
            assert abs(len(old) - len(new)) <= 3 + len(old) // 4
            assert sentence.text[:start].count(" ") == after.text[:new_start].count(" ")


@pytest.mark.parametrize("noise", [ner_noise.lost, ner_noise.capitals])
def test_it_is_noise(noise: Callable[..., Sentence]) -> None:
    rng = random.Random(3)
    changed = [noise(s, rng) if noise is ner_noise.lost else noise(s) for s in CASES]
    assert sum(a.text != b.text for a, b in zip(changed, CASES, strict=True)) > 0.9 * len(CASES)


def test_capitals_that_change_the_length_are_left() -> None:
    assert ner_noise.capitals(Sentence("Weiß")).text == "Weiß"
    assert ner_noise.capitals(Sentence("Åby")).text == "ÅBY"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abåäö -\n.ABÅ", max_size=40), st.integers(0, 40), st.integers(0, 40), st.integers())
def test_any_span_of_any_text(text: str, one: int, two: int, seed: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    if start == end:
        return
    for noise in NOISES:
        after = noise(Sentence(text, ((start, end, "PER"),)), random.Random(seed))
        assert all(0 <= s < e <= len(after.text) for s, e, _ in after.spans)


def test_bio_tags_become_spans() -> None:
    tags = [(0, 3, "B-PER"), (4, 8, "I-PER"), (9, 12, "O"), (13, 16, "B-OTH"), (17, 20, "I-LOC"), (21, 25, "B-LOC")]
    assert joined(tags) == ((0, 8, "PER"), (21, 25, "LOC"))


def test_sentences_are_put_together() -> None:
    pieces = [parsed("[PER Anna Berg] bor här."), parsed("Hon är från [LOC Lund].")] * 10
    for whole in gathered(pieces, random.Random(1)):
        assert all(whole.text[s:e] in ("Anna Berg", "Lund") for s, e, _ in whole.spans)


def test_an_example_has_the_entities_and_the_open_labels() -> None:
    sentence = Sentence("Anna Berg i Norrköpings IF", ((0, 9, "PER"),), ((12, 26),))
    reference = example(Vocab(), sentence, random.Random(1)).reference
    assert [(e.text, e.label_) for e in reference.ents] == [("Anna Berg", "PER")]
    assert [t.ent_iob_ for t in reference] == ["B", "I", "O", "", ""]


def test_hidden_classes() -> None:
    shown = example(spacy.blank("sv").vocab, Sentence("Anna såg Berg"), random.Random(1), forget=1.0).predicted
    assert [t.norm_ for t in shown] == ["anna", "såg", "berg"]


@pytest.mark.parametrize(("name", "held"), [("Madelene", True), ("Timmele", True), ("Anna", False), ("Lund", False)])
def test_what_is_held_out_stays_so(name: str, held: bool) -> None:
    assert held_out(name) is held
    assert held_out(name.upper()) is held


def test_shares_held_out() -> None:
    names = [f"{a}{b}" for a in "abcdefghij" for b in range(300)]
    assert 0.8 * HELD_OUT < sum(map(held_out, names)) / 30 < 1.2 * HELD_OUT
    assert 0.7 * DEV_SHARE < sum(map(for_dev, names)) / 30 < 1.3 * DEV_SHARE


def test_every_slot_can_be_filled() -> None:
    known = {"PER", "COMP", "ASSOC", "AUTH", "MUNI", "PLACE", "STREET", "ESTATE", "DATE", "DNR", "SUM", "ORGNR"}
    known |= {"PHONE", "ZIP", "YEAR", "NUMBER"} | {name.upper() for name in WORDS}
    assert {m[1] for t in templates() for m in SLOT.finditer(t)} <= known
    assert len(templates()) > 150


@pytest.mark.parametrize(("name", "owner"), [("Anna", "Annas"), ("Lars", "Lars"), ("Max", "Max"), ("AB", "ABs")])
def test_genitive(name: str, owner: str) -> None:
    assert genitive(name) == owner
