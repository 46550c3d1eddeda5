"""The vectors that our recogniser has of a text's words, computed with few calls.

A memo's parts that are read are so short that calling a network's many layers takes longer than what they compute. Here
the same is computed, by the same routines in the same order; and a word's vector before it has met its neighbours,
which rests on the word alone, is kept for the next time that the word is read.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from pipeline.extract.tokens import keep_looks

KEPT_WORDS = 20_000  # 0.4 kB each

Floats = np.ndarray[Any, np.dtype[np.float32]]
Key = tuple[int, bool]  # a word's id, and whether a space follows


def quicken(nlp: Language) -> bool:
    """Gives the recogniser of names a quick first layer where its layers are those of ours; False where they aren't."""
    recogniser: Any = nlp.get_pipe("ner")
    try:
        words = Words(nlp, recogniser.model.layers[0])
        if not recogniser.model.attrs["has_upper"] or recogniser.model.layers[-1].name != "linear":
            return False
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return False
    keep_looks(nlp.vocab, *words.columns, words.attribute)
    recogniser.model._layers[0] = Model("quick_words", words.forward, dims={"nO": words.width})
    recogniser.model._func = _quick_steps(recogniser.model._func, recogniser.model.layers[-1])
    return True


def _quick_steps(slow: Callable[..., Any], last: Any) -> Callable[..., Any]:
    """What makes the model that weighs each step through a text, with a quicker one. last: its last layer."""

    def step(model: Any, states: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
        scores = last.ops.gemm(model.state2vec.predict(model.get_token_ids(states)), weights, trans2=True)
        scores += bias
        return scores, _untrained

    def forward(model: Any, docs: Any, is_train: bool) -> Any:
        steps, finish = slow(model, docs, is_train)
        if not is_train and not model.attrs["unseen_classes"]:
            steps._func = step
        return steps, finish

    weights, bias = last.get_param("W"), last.get_param("b")
    return forward


class Words:
    """The first layer of a recogniser: documents become one array, a row for each of their words."""

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
        self.ops = layer.ops
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
        self.width = int(out.get_dim("nO"))
        self.known: dict[Key, Floats] = {}

    def forward(self, model: Any, docs: list[Doc], is_train: bool) -> tuple[Floats, Callable[[Any], Any]]:
        """As thinc calls a layer. It can't be trained."""
        if is_train:
            raise NotImplementedError
        return self.vectors_of(docs), _untrained

    def vectors_of(self, docs: list[Doc]) -> Floats:
        """A row for each word of the documents."""
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return np.zeros((0, self.width), dtype="f")
        keys = [[(token.orth, bool(token.whitespace_)) for token in doc] for doc in docs]
        self._learn(docs, keys)
        known, pad = self.known, [np.zeros(self.static.shape[0], dtype="f")] * self.pad
        rows = list(pad)
        own: list[int] = []
        for doc in keys:
            own.extend(range(len(rows), len(rows) + len(doc)))
            rows += [known[key] for key in doc]
            rows += pad
        found: Floats = np.array(rows)
        for block in self.blocks:
            found = found + self._settle(self.ops.seq2col(found, 1), block)
        result: Floats = self.ops.gemm(found[own], self.out[0], trans2=True)
        result += self.out[1]
        return result

    def _learn(self, docs: list[Doc], keys: list[list[Key]]) -> None:
        """Makes the vectors of words that are not known yet."""
        if len(self.known) > KEPT_WORDS:
            self.known.clear()
        new: dict[Key, tuple[int, int]] = {}
        for number, doc in enumerate(keys):
            for place, key in enumerate(doc):
                if key not in self.known and key not in new:
                    new[key] = (number, place)
        if not new:
            return
        looks = {number: docs[number].to_array([*self.columns, self.attribute]) for number, _ in new.values()}
        ids = np.array([looks[number][place] for number, place in new.values()], dtype="uint64")
        parts = []
        for column, seed, table in self.tables:
            hashes = self.ops.hash(np.ascontiguousarray(ids[:, column]), seed) % table.shape[0]
            parts.append(self.ops.gather_add(table, hashes))
        vectors = self.ops.as_contig(self.vectors.get_batch(ids[:, -1]))
        parts.append(self.ops.gemm(vectors, self.static, trans2=True))
        self.known.update(zip(new, self._settle(np.hstack(parts), self.mix), strict=True))

    def _settle(self, rows: Floats, layer: "Layer") -> Floats:
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


Layer = tuple[Floats, Floats, int, Floats, Floats]  # weights, bias, pieces, gain, shift


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


def _untrained(_: Any) -> Any:
    raise NotImplementedError
