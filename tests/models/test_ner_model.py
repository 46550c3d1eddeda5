"""The recogniser in `models/sv_memo_ner`: that it loads as it is, and finds names that stand in no list."""

import json
import random
from functools import cache
from typing import get_args

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from bench import ner_noise
from bench.ner_model import Counts, f1, measure
from bench.ner_pack import fingerprint
from pipeline.extract.tokens import WordTokenizer
from pipeline.forms.persons_registers import surnames
from pipeline.resources import model_path
from pipeline.tables import PartyType
from tests.models.ner_cases import sentences

FOLDER = model_path("sv_memo_ner")
MOST_BYTES = 40_000_000


@cache
def model() -> Language:
    return spacy.load(FOLDER)


def test_it_is_a_plain_spacy_pipeline() -> None:
    assert model().pipe_names == ["ner"]
    assert set(model().get_pipe("ner").labels) == {"PER", "ORG", "LOC"}  # type: ignore[attr-defined]
    assert model().lang == "sv"


def test_size() -> None:
    assert sum(p.stat().st_size for p in FOLDER.rglob("*") if p.is_file()) <= MOST_BYTES


def test_labels_are_told_as_types_of_parties() -> None:
    types = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))["types"]
    assert set(types) == {"PER", "ORG", "LOC"}
    assert {kind for kinds in types.values() for kind in kinds} <= set(get_args(PartyType))
    assert types["LOC"] == []  # a place is no party
    rows = (FOLDER / "types.csv").read_text(encoding="utf-8").splitlines()
    assert {row.split(",")[1] for row in rows if not row.startswith(("#", "form,"))} <= set(types["ORG"])


def test_the_fingerprint_is_that_of_the_files() -> None:
    assert (FOLDER / "fingerprint.txt").read_text(encoding="utf-8").strip() == fingerprint(FOLDER)


@pytest.mark.parametrize(
    "text",
    [
        "Åsa-Lena Öhr (KS 2019/123.4) skrev: ”Hej!”",
        "Avtal med AB Kvarn & Söner, bl.a. på www.kvarn.se/bygg",
        "rad ett\n\nrad två\t1 200 000:- kr",
        "((((----....",
        "",
    ],
)
def test_its_tokens_are_those_of_the_extraction(text: str) -> None:
    assert [t.text for t in model().tokenizer(text)] == [t.text for t in WordTokenizer(model().vocab)(text)]


def test_the_names_stand_in_no_list() -> None:
    told = model().vocab.lookups.get_table("lexeme_norm")
    for sentence in sentences():
        for start, end, label in sentence.spans:
            last = sentence.text[start:end].split()[-1]
            if label == "PER":
                assert last.lower() not in surnames(), last
                assert told.get(last, "§000").startswith("§000"), last


def counts_of(cases: list[ner_noise.Sentence]) -> Counts:
    return measure(model(), cases)


def test_clean_sentences() -> None:
    counts = counts_of(list(sentences()))
    assert f1(counts, "any") >= 0.92
    assert f1(counts, "PER") >= 0.80
    assert f1(counts, "ORG") >= 0.84
    assert f1(counts, "LOC") >= 0.82


def test_letters_lost() -> None:
    rng = random.Random(4)
    assert f1(counts_of([ner_noise.lost(s, rng) for s in sentences()]), "any") >= 0.87


def test_letters_lost_and_restored() -> None:
    assert f1(counts_of(ner_noise.restored(list(sentences()), random.Random(4))), "any") >= 0.90


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_it_raise(text: str) -> None:
    doc = model().get_pipe("ner")(WordTokenizer(model().vocab)(text))
    assert all(e.text.strip() for e in doc.ents)
    assert doc.text == text


def test_long_runs() -> None:
    for text in ("(" * 20_000, "A" * 20_000, "1 " * 10_000, "\n" * 5_000):
        assert model().get_pipe("ner")(WordTokenizer(model().vocab)(text)).text == text
