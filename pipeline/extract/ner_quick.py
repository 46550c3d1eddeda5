"""Our recogniser's readings of a text's parts, computed with few calls.

A memo's parts that are read are so short that calling a network's many layers takes longer than what they compute. Here
the same is computed by the same routines in the same order, for all parts at once; and a word's vector before it has
met its neighbours, which rests on the word alone, is kept for the next time that the word is read.
"""

from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps

from pipeline.extract.ner_beam import Piece, Reading, Steps
from pipeline.extract.tokens import keep_looks

KEPT_WORDS = 20_000  # 0.4 kB each

Floats = np.ndarray[Any, np.dtype[np.float32]]
Layer = tuple[Floats, Floats, int, Floats, Floats]  # weights, bias, pieces, gain, shift


class Quick:
    """A recogniser whose layers are those of ours."""

    def __init__(self, nlp: Language) -> None:
        """Raises where a layer is missing or another than ours."""
        recogniser: Any = nlp.get_pipe("ner")
        self.words = Words(nlp, recogniser.model.layers[0])
        self.steps = Steps(recogniser, *self.words.out)
        keep_looks(nlp.vocab, *self.words.columns, self.words.attribute)

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
        self.ops, self.vocab = layer.ops, nlp.vocab
        self.vectors: Any = nlp.vocab.vectors
        self.attribute = getattr(self.vectors, "attr", "ORTH")  # what of a word its vector is looked up by
        self.columns: list[str | int] = extract.attrs["columns"]
        self.tables = [_table(column) for column in columns.layers]
        self.static = static.get_param("W")
        (mixing,) = mix.layers
        self.mix = _maxout(mixing)
        (blocks,) = encode.layers
        self.pad = int(encode.attrs["pad"])
        self.blocks = [_block(block) for block in blocks.layers]
        self.out: tuple[Floats, Floats] = out.get_param("W"), out.get_param("b")
        self.width = self.static.shape[0]
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
        found: Floats = np.array(rows)
        for block in self.blocks:
            found = found + self._settle(self.ops.seq2col(found, 1), block)
        return found[own]

    def _learn(self, pieces: list[Piece]) -> None:
        """Makes the vectors of words that are not known yet."""
        if len(self.known) > KEPT_WORDS:
            self.known.clear()
        new = list(dict.fromkeys(key for piece in pieces for key in piece if key not in self.known))
        if not new:
            return
        doc = Doc(self.vocab, words=[word for word, _ in new], spaces=[space for _, space in new])
        ids = doc.to_array([*self.columns, self.attribute])
        parts = []
        for column, seed, table in self.tables:
            hashes = self.ops.hash(np.ascontiguousarray(ids[:, column]), seed) % table.shape[0]
            parts.append(self.ops.gather_add(table, hashes))
        vectors = self.ops.as_contig(self.vectors.get_batch(ids[:, -1]))
        parts.append(self.ops.gemm(vectors, self.static, trans2=True))
        self.known.update(zip(new, self._settle(np.hstack(parts), self.mix), strict=True))

    def _settle(self, rows: Floats, layer: Layer) -> Floats:
        """Maxout and the normalising of each row."""
        weights, bias, pieces, gain, shift = layer
        raw = self.ops.gemm(rows, weights, trans2=True)
        raw += bias
        best: Floats = self.ops.maxout(raw.reshape(len(rows), len(bias) // pieces, pieces))[0]
        apart = best - np.add.reduce(best, axis=1, keepdims=True) / best.shape[1]  # from the row's mean
        spread = np.add.reduce(apart * apart, axis=1, keepdims=True) / best.shape[1] + 1e-08
        settled: Floats = apart * spread ** (-1.0 / 2.0) * gain
        settled += shift
        return settled


def _named(model: Any, *names: str | None) -> list[Any]:
    """A model's layers, which have these names."""
    if len(model.layers) != len(names) or any(n and n != m.name for n, m in zip(names, model.layers, strict=True)):
        raise ValueError(model.name)
    return list(model.layers)


def _table(model: Any) -> tuple[int, int, Floats]:
    """The column, the seed and the rows of a table of hashes."""
    _, table = _named(model, "ints-getitem", "hashembed")
    return int(table.attrs["column"]), int(table.attrs["seed"]), table.get_param("E")


def _maxout(model: Any) -> Layer:
    both, _ = _named(model, None, "dropout")
    maxout, norm = _named(both, "maxout", "layernorm")
    pieces = int(maxout.get_dim("nP"))
    rows = maxout.get_dim("nO") * pieces
    weights = maxout.get_param("W").reshape(rows, maxout.get_dim("nI"))
    return weights, maxout.get_param("b").reshape(rows), pieces, norm.get_param("G"), norm.get_param("b")


def _block(model: Any) -> Layer:
    """A layer that looks at a word's neighbours and is added to what it is given."""
    (inner,) = model.layers
    window, layer = _named(inner, "expand_window", None)
    if window.attrs["window_size"] != 1 or not model.name.startswith("residual("):
        raise ValueError(model.name)
    return _maxout(layer)
