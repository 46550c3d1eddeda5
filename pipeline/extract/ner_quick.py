"""Our recogniser's readings of a text's parts, computed with few calls.

A memo's parts that are read are so short that calling a network's many layers takes longer than what they compute. Here
the same is computed with few calls, for all parts at once; and a word's vector before it has met its neighbours, which
rests on the word alone, is kept for the next time that the word is read. Vectors are an array's columns, not its rows:
so a step is done for all words in one go, and each word's numbers are the same whatever else is read with it.
"""

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from spacy.attrs import IDS  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.strings import get_string_id
from thinc.api import NumpyOps

from pipeline.extract.ner_beam import Piece, Reading, Steps
from pipeline.extract.ner_products import Floats, Weights, in_columns

KEPT_WORDS = 20_000  # 0.4 kB each

# weights, bias, pieces, gain, shift: first the first piece of all numbers, then the second …; all but weights columns
Layer = tuple[Weights, Floats, int, Floats, Floats]


class Quick:
    """A recogniser whose layers are those of ours."""

    def __init__(self, nlp: Language) -> None:
        """Raises where a layer is missing or another than ours."""
        recogniser: Any = nlp.get_pipe("ner")
        self.words = Words(nlp, recogniser.model.layers[0])
        self.steps = Steps(recogniser, *self.words.out)

    def read(self, pieces: list[Piece]) -> list[Reading]:
        """Of each piece, the entities that it may hold."""
        return self.steps.read(self.words.vectors_of(pieces), [len(piece) for piece in pieces])


def quick(nlp: Language) -> Quick | None:
    """The pipeline's recogniser of names made quick, None where its layers are not those of ours."""
    try:
        return Quick(nlp)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return None


class Words:
    """The first layer of a recogniser, all but its last step: pieces of text become one array, a row for each word."""

    def __init__(self, nlp: Language, layer: Any) -> None:
        """Raises where a layer is missing or another than ours."""
        tok2vec, _, out = _named(layer, None, "list2array", "linear")
        embed, encode = _named(tok2vec, None, None)
        both, mix, _ = _named(embed, None, None, "ragged2list")
        looks, static = _named(both, None, "static_vectors")
        extract, _, hashed = _named(looks, "extract_features", "list2ragged", None)
        (columns,) = hashed.layers
        if not isinstance(layer.ops, NumpyOps) or "floret" not in str(nlp.vocab.vectors.mode):
            raise ValueError
        self.ops, self.vectors = layer.ops, cast(Any, nlp.vocab.vectors)
        tell = cast(Any, nlp.vocab).lex_attr_getters
        self.key: Callable[[str], str] = tell[self.vectors.attr]  # what of a word its vector is looked up by
        # what else is asked of a word; None for whether a space follows it, which the word itself does not tell
        self.looks = [None if look == "SPACY" else tell[IDS[look]] for look in extract.attrs["columns"]]
        tables = [_table(column) for column in columns.layers]
        sizes = [len(rows) for _, _, rows in tables]
        # of each table: the number of the look, the seed of its hashes, its first row in the table of all, its rows
        self.hashes = [(look, seed, sum(sizes[:n]), sizes[n]) for n, (look, seed, _) in enumerate(tables)]
        self.rows = np.concatenate([rows for _, _, rows in tables])
        (mixing,) = mix.layers
        self.mix = _maxout(mixing, static.get_param("W"))
        (blocks,) = encode.layers
        self.pad = int(encode.attrs["pad"])
        self.blocks = [_block(block) for block in blocks.layers]
        self.out: tuple[Floats, Floats] = out.get_param("W"), out.get_param("b")
        self.width = self.rows.shape[1]
        self.known: dict[tuple[str, bool], Floats] = {}

    def vectors_of(self, pieces: list[Piece]) -> Floats:
        """A row for each word of the pieces, which has met its neighbours."""
        self._learn(pieces)
        known, pad = self.known, [np.zeros(self.width, dtype="f")] * self.pad
        rows = list(pad)
        own: list[int] = []
        for piece in pieces:
            if piece:
                own.extend(range(len(rows), len(rows) + len(piece)))
                rows += [known[key] for key in piece]
                rows += pad
        if not own:
            return np.zeros((0, self.width), dtype="f")
        found = in_columns(np.array(rows))
        for block in self.blocks:
            found = found + _settle(_with_neighbours(found), block)
        return found.T[own]

    def _learn(self, pieces: list[Piece]) -> None:
        """Makes the vectors of words that are not known yet."""
        if len(self.known) > KEPT_WORDS:
            self.known.clear()
        new = list(dict.fromkeys(key for piece in pieces for key in piece if key not in self.known))
        if not new:
            return
        told = [[space if look is None else look(word) for look in self.looks] for word, space in new]
        looks = np.array([[get_string_id(value) for value in values] for values in told], dtype="uint64").T
        hashes = [
            self.ops.hash(np.ascontiguousarray(looks[look]), seed) % size + first
            for look, seed, first, size in self.hashes
        ]
        # four rows of each table, added up
        found = np.add.reduce(self.rows[np.stack(hashes, axis=1)], axis=2).reshape(len(new), -1)
        vectors = self.vectors.get_batch([self.key(word) for word, _ in new])
        settled = _settle(in_columns(np.hstack([found, vectors])), self.mix).T[: len(new)]
        self.known.update(zip(new, np.ascontiguousarray(settled), strict=True))


def _with_neighbours(columns: Floats) -> Floats:
    """Below each column's own numbers those of the next one, above them those of the one before."""
    width, many = columns.shape
    found: Floats = np.zeros((3 * width, many), dtype="f")
    found[:width, 1:] = columns[:, :-1]
    found[width : 2 * width] = columns
    found[2 * width :, :-1] = columns[:, 1:]
    return found


def _settle(columns: Floats, layer: Layer) -> Floats:
    """Maxout and the normalising of each column."""
    weights, bias, pieces, gain, shift = layer
    raw = weights.times(columns)
    raw += bias
    best: Floats = np.maximum.reduce(raw.reshape(pieces, -1, raw.shape[1]), axis=0)
    best -= np.add.reduce(best, axis=0) / len(best)  # the column's mean
    spread = np.add.reduce(best * best, axis=0) / len(best) + 1e-08
    best *= spread ** (-1.0 / 2.0)
    best *= gain
    best += shift
    return best


def _named(model: Any, *names: str | None) -> list[Any]:
    """A model's layers, which have these names."""
    if len(model.layers) != len(names) or any(n and n != m.name for n, m in zip(names, model.layers, strict=True)):
        raise ValueError(model.name)
    return list(model.layers)


def _table(model: Any) -> tuple[int, int, Floats]:
    """The column, the seed and the rows of a table of hashes."""
    _, table = _named(model, "ints-getitem", "hashembed")
    return int(table.attrs["column"]), int(table.attrs["seed"]), table.get_param("E")


def _maxout(model: Any, before: Floats | None = None) -> Layer:
    """before: the weights of a layer, linear as well, that gives the last of what this one is given."""
    both, _ = _named(model, None, "dropout")
    maxout, norm = _named(both, "maxout", "layernorm")
    pieces = int(maxout.get_dim("nP"))
    # (outputs, pieces, inputs): pieces first, so that the best of a number's pieces is found by whole rows
    weights = maxout.get_param("W").transpose(1, 0, 2).reshape(-1, maxout.get_dim("nI"))
    bias = maxout.get_param("b").T.reshape(-1, 1)
    if before is not None:
        weights = np.hstack([weights[:, : -len(before)], weights[:, -len(before) :] @ before])
    gain, shift = norm.get_param("G").reshape(-1, 1), norm.get_param("b").reshape(-1, 1)
    return Weights(weights), bias, pieces, gain, shift


def _block(model: Any) -> Layer:
    """A layer that looks at a word's neighbours and is added to what it is given."""
    (inner,) = model.layers
    window, layer = _named(inner, "expand_window", None)
    if window.attrs["window_size"] != 1 or not model.name.startswith("residual("):
        raise ValueError(model.name)
    return _maxout(layer)
