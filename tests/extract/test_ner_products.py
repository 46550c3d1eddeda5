"""Products of weights and words: quick, the same as thinc's, and a word's numbers rest on the word alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.ner_products import AT_ONCE, MOST, Weights, alike, in_columns

SHAPES = ((288, 672), (288, 288), (384, 96), (14, 64), (7, 5))  # (numbers given, taken); our model's, and another
RANDOM = np.random.default_rng(7)
LAYERS = {shape: Weights(RANDOM.standard_normal(shape).astype("f")) for shape in SHAPES}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SHAPES), st.integers(0, 2**32 - 1), st.integers(1, 90), st.data())
def test_a_words_numbers_rest_on_the_word_alone(
    shape: tuple[int, int], seed: int, words: int, data: st.DataObject
) -> None:
    layer, random = LAYERS[shape], np.random.default_rng(seed)
    rows = random.standard_normal((words, shape[1])).astype("f")
    beside = layer.times(in_columns(rows))
    place = data.draw(st.integers(0, words - 1))
    alone = layer.times(in_columns(rows[place : place + 1]))
    assert (beside[:, place] == alone[:, 0]).all()


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_as_the_slow_way(shape: tuple[int, int]) -> None:
    layer = LAYERS[shape]
    columns = in_columns(RANDOM.standard_normal((3 * AT_ONCE - 1, shape[1])).astype("f"))
    np.testing.assert_allclose(layer.times(columns), layer._slow(columns), atol=1e-4)
    layer.quick = False
    assert (layer.times(columns) == layer._slow(columns)).all()
    layer.quick = True


@pytest.mark.parametrize("shape", SHAPES)
def test_asks_no_other_thread(shape: tuple[int, int]) -> None:
    _, _, given, taken = LAYERS[shape].parts.shape
    assert given * taken * AT_ONCE <= MOST


def test_unlike_columns_are_seen() -> None:
    columns = np.ones((4, AT_ONCE), dtype="f")
    assert alike(columns)
    columns[3, 5] = np.nextafter(np.float32(1), np.float32(2))
    assert not alike(columns)


@pytest.mark.parametrize(("words", "columns"), [(1, AT_ONCE), (AT_ONCE, AT_ONCE), (AT_ONCE + 1, 2 * AT_ONCE)])
def test_columns_of_zeros_are_added(words: int, columns: int) -> None:
    found = in_columns(np.ones((words, 3), dtype="f"))
    assert found.shape == (3, columns)
    assert found[:, :words].all()
    assert not found[:, words:].any()
