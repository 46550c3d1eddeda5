"""The quick layer gives the same vectors as spaCy's own."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from pipeline.extract import ner_quick
from pipeline.extract.ner_model import OURS
from pipeline.extract.ner_quick import Words, quicken
from pipeline.resources import model_path

FOLDER = model_path(OURS)
NEEDS_OURS = pytest.mark.skipif(not (FOLDER / "config.cfg").is_file(), reason="models/sv_memo_ner is not here")
TEXTS = ("Anna Ek från Föreningen Kvisten skrev till nämnden .", "Hej", "", "Hej Zzqborg Ek ( KVISTEN ) 12-3 Anna Ek")


@pytest.fixture(scope="module")
def plain() -> spacy.language.Language:
    return spacy.load(FOLDER)


def docs_of(nlp: spacy.language.Language, texts: tuple[str, ...]) -> list[Doc]:
    return [Doc(nlp.vocab, words=t.split(), spaces=[n % 3 != 1 for n in range(len(t.split()))]) for t in texts]


@NEEDS_OURS
@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1], TEXTS[::-1], TEXTS[3:] * 5, ("",), ()])
def test_same_vectors(plain: spacy.language.Language, texts: tuple[str, ...]) -> None:
    layer = plain.get_pipe("ner").model.layers[0]  # type: ignore[attr-defined]
    quick = Words(plain, layer)
    docs = docs_of(plain, texts)
    for _ in range(2):  # with words that are new, and known
        assert quick.vectors_of(docs).shape == (sum(map(len, docs)), quick.width)
        if any(map(len, docs)):
            np.testing.assert_allclose(quick.vectors_of(docs), layer.predict(docs), atol=1e-4)


@NEEDS_OURS
def test_forgets_rather_than_grow(plain: spacy.language.Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner_quick, "KEPT_WORDS", 3)
    quick = Words(plain, plain.get_pipe("ner").model.layers[0])  # type: ignore[attr-defined]
    for text in TEXTS * 2:
        assert quick.vectors_of(docs_of(plain, (text,))).shape[0] == len(text.split())
        assert len(quick.known) <= 3 + 10


@NEEDS_OURS
def test_ours_is_quickened_and_can_not_be_trained() -> None:
    nlp = spacy.load(FOLDER)
    assert quicken(nlp)
    layer = nlp.get_pipe("ner").model.layers[0]  # type: ignore[attr-defined]
    with pytest.raises(NotImplementedError):
        layer(docs_of(nlp, TEXTS), is_train=True)
    assert not quicken(nlp)  # it is no longer what spaCy made


def test_another_is_left_alone() -> None:
    nlp = spacy.blank("sv")
    ner = nlp.add_pipe("ner")
    ner.add_label("PER")  # type: ignore[attr-defined]
    nlp.initialize()
    before = ner.model.layers[0]  # type: ignore[attr-defined]
    assert not quicken(nlp)
    assert ner.model.layers[0] is before  # type: ignore[attr-defined]
