"""The quick recogniser gives the same vectors, and the same readings, as spaCy's own."""

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline.extract import ner_quick
from pipeline.extract.ner import _weighed
from pipeline.extract.ner_beam import LONGEST, Piece
from pipeline.extract.ner_model import OURS
from pipeline.extract.ner_quick import Quick, Words, quick
from pipeline.resources import model_path

FOLDER = model_path(OURS)
NEEDS_OURS = pytest.mark.skipif(not (FOLDER / "config.cfg").is_file(), reason="models/sv_memo_ner is not here")
TEXTS = ("Anna Ek från Föreningen Kvisten skrev till nämnden .", "Hej", "", "Hej Zzqborg Ek ( KVISTEN ) 12-3 Anna Ek")
WORDS = (
    "Anna", "Ek", "Föreningen", "Kvisten", "skrev", "till", "nämnden", ".", "(", "AB", "Zzqborg", "i", "Nya", "12",
    "Karl-Erik", "av", "Borlänge", "Lunds", "universitet", "kommun", ",", "och", "BRF", "är", "Östra", "Skogen",
)  # fmt: skip


@pytest.fixture(scope="module")
def plain() -> spacy.language.Language:
    return spacy.load(FOLDER)


@pytest.fixture(scope="module")
def fast(plain: spacy.language.Language) -> Quick:
    made = quick(plain)
    assert made is not None
    return made


def pieces_of(texts: tuple[str, ...]) -> list[Piece]:
    return [[(word, n % 3 != 1) for n, word in enumerate(t.split())] for t in texts]


@NEEDS_OURS
@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1], TEXTS[::-1], TEXTS[3:] * 5, ("",), ()])
def test_same_vectors(plain: spacy.language.Language, texts: tuple[str, ...]) -> None:
    layer = plain.get_pipe("ner").model.layers[0]  # type: ignore[attr-defined]
    words, pieces = Words(plain, layer), pieces_of(texts)
    docs = [Doc(plain.vocab, words=[w for w, _ in p], spaces=[space for _, space in p]) for p in pieces]
    for _ in range(2):  # with words that are new, and known
        assert words.vectors_of(pieces).shape == (sum(map(len, pieces)), words.width)
        if any(map(len, pieces)):
            last = layer.layers[-1]
            ours = words.vectors_of(pieces) @ last.get_param("W").T + last.get_param("b")
            np.testing.assert_allclose(ours, layer.predict(docs), atol=1e-4)


@NEEDS_OURS
@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), max_size=LONGEST - 1), max_size=5))
def test_same_readings(plain: spacy.language.Language, fast: Quick, pieces: list[Piece]) -> None:
    filled = [piece for piece in pieces if piece]
    theirs = _weighed(plain, filled) if filled else []
    ours = fast.read(filled)
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        for entity in one.keys() | other.keys():
            assert one.get(entity, 0.0) == pytest.approx(other.get(entity, 0.0), abs=1e-3)


@NEEDS_OURS
def test_a_piece_without_words_has_no_names(fast: Quick) -> None:
    assert fast.read([]) == []
    assert fast.read([[]]) == [{}]
    empty, full = fast.read([[], pieces_of(TEXTS)[0]])
    assert empty == {}
    assert full == fast.read(pieces_of(TEXTS)[:1])[0]
    assert full


@NEEDS_OURS
def test_no_name_is_longer_than_the_longest(fast: Quick) -> None:
    (read,) = fast.read([[("Anna", True), *[("Ek", True)] * 60]])
    assert all(end - start <= LONGEST for start, end, _ in read)


@NEEDS_OURS
def test_forgets_rather_than_grow(plain: spacy.language.Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner_quick, "KEPT_WORDS", 3)
    words = Words(plain, plain.get_pipe("ner").model.layers[0])  # type: ignore[attr-defined]
    for text in TEXTS * 2:
        assert words.vectors_of(pieces_of((text,))).shape[0] == len(text.split())
        assert len(words.known) <= 3 + 10


def test_another_is_left_alone() -> None:
    nlp = spacy.blank("sv")
    ner = nlp.add_pipe("ner")
    ner.add_label("PER")  # type: ignore[attr-defined]
    nlp.initialize()
    assert quick(nlp) is None
