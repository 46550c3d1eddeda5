"""How our recogniser goes through a text's parts: word by word, several readings beside each other.

Each word is passed outside a name, begins one, goes on with it, ends it or is one by itself. What speaks for each of
these rests on three words alone: the word itself, the first of the name that is open, and the one before. So it is
computed at once for all places where a name may have begun; spaCy, which has no such knowledge of a model, asks the
network anew at every word. The readings that are kept and their weights are those of spaCy's beam.
"""

import math
from typing import Any

import numpy as np

from pipeline.extract.ner_products import Floats, Weights, in_columns

WIDTH = 8  # readings of a part that are weighed against each other
LEAST = math.log(1e-4)  # how much worse than the best a reading may be at any word, as spaCy's `beam_density`
LONGEST = 20  # words of a name

Piece = list[tuple[str, bool]]  # words, and whether a space follows
Entity = tuple[int, int, str]  # first word, the one after the last, label
Reading = dict[Entity, float]  # the share of the readings that have it


# A reading as far as it has come: its score; the label of the name that is open, or -1, and its first word; its names.
_Open = tuple[float, int, int, tuple[tuple[int, int, int], ...]]


class Steps:
    """The upper layers of a recogniser, which weigh each step."""

    def __init__(self, recogniser: Any, out: Floats, shift: Floats) -> None:
        """out, shift: the linear layer between the words' vectors and these. Raises where the layers are not ours."""
        model, moves = recogniser.model, recogniser.moves
        lower, upper = model.layers[1], model.layers[2]
        if not model.attrs["has_upper"] or model.attrs["unseen_classes"] or upper.name != "linear":
            raise ValueError(upper.name)
        if lower.get_dim("nF") != 3:  # the three words
            raise ValueError(lower.name)
        self.ops, self.pieces = model.ops, lower.get_dim("nP")
        rows = lower.get_param("W").reshape(-1, lower.get_dim("nI"))
        # both layers are linear: one does what they do after each other
        self.weights = Weights(rows @ out)
        self.shift = (rows @ shift).reshape(3, -1)
        pad = lower.get_param("pad").reshape(3, -1)
        self.bias = lower.get_param("b").reshape(-1)
        self.outside = self.bias + pad[1] + pad[2]  # where no name is open
        self.upper, self.upper_bias = upper.get_param("W"), upper.get_param("b")
        names = [moves.get_class_name(n) for n in range(moves.n_moves)]
        self.labels = sorted({name[2:] for name in names if name[2:]})
        self.pass_over = names.index("O")
        begin, go_on, end, alone = ([names.index(f"{move}-{label}") for label in self.labels] for move in "BILU")
        self.begin, self.go_on, self.end, self.alone = begin, go_on, end, alone
        self.free = [self.pass_over, *alone]  # where no name is open or begun

    def read(self, vectors: Floats, lengths: list[int]) -> list[Reading]:
        """Of each piece its entities. vectors: a row for each word of all pieces; lengths: each piece's words."""
        if not len(vectors):
            return [{} for _ in lengths]
        three = np.ascontiguousarray(self.weights.times(in_columns(vectors)).T[: len(vectors)])
        three = three.reshape(len(vectors), 3, -1) + self.shift
        outside = self._weigh(three[:, 0] + self.outside)
        # what is much worse than another step at its word is left again at once: it needs no look
        least = outside[:, self.free].max(axis=1) + LEAST
        begun = outside[:, self.begin].max(axis=1) >= least
        inside = self._inside(three, lengths, begun.nonzero()[0].tolist())
        weights = list(zip(outside.tolist(), least.tolist(), strict=True))
        read: list[Reading] = []
        first = 0
        for length in lengths:
            read.append(self._shares(self._beam(first, length, weights, inside)))
            first += length
        return read

    def _inside(self, three: Floats, lengths: list[int], begun: list[int]) -> dict[tuple[int, int], list[float]]:
        """What speaks for each step at a word, where a name is open: by the word and the first of the name."""
        ends = np.cumsum(lengths)
        places = [
            (word, start)
            for start, end in zip(begun, ends[ends.searchsorted(begun, "right")].tolist(), strict=True)
            for word in range(start + 1, min(start + LONGEST, end))
        ]
        if not places:
            return {}
        word, start = np.array(places).T
        scores = self._weigh(three[word, 0] + three[start, 1] + three[word - 1, 2] + self.bias)
        return dict(zip(places, scores.tolist(), strict=True))

    def _weigh(self, hidden: Floats) -> Floats:
        """A row for each state, a column for each move."""
        best = self.ops.maxout(hidden.reshape(len(hidden), -1, self.pieces))[0]
        scores: Floats = self.ops.gemm(best, self.upper, trans2=True) + self.upper_bias
        return scores

    def _beam(
        self,
        first: int,
        length: int,
        outside: list[tuple[list[float], float]],
        inside: dict[tuple[int, int], list[float]],
    ) -> list[_Open]:
        """The best readings of the words from `first` on. outside: with the least that a step must have."""
        beam: list[_Open] = [(0.0, -1, -1, ())]
        for word in range(first, first + length):
            last = word == first + length - 1
            coming: list[_Open] = []
            for score, label, start, names in beam:
                if label < 0:
                    weights, least = outside[word]
                    coming.append((score + weights[self.pass_over], -1, -1, names))
                    for kind, move in enumerate(self.alone):
                        if weights[move] >= least:
                            name = (word - first, word - first + 1, kind)
                            coming.append((score + weights[move], -1, -1, (*names, name)))
                    if not last:
                        for kind, move in enumerate(self.begin):
                            if weights[move] >= least:
                                coming.append((score + weights[move], kind, word, names))
                    continue
                weights = inside[word, start]
                name = (start - first, word - first + 1, label)
                coming.append((score + weights[self.end[label]], -1, -1, (*names, name)))
                if not last and word + 1 - start < LONGEST:
                    coming.append((score + weights[self.go_on[label]], label, start, names))
            if len(coming) > 1:
                coming.sort(reverse=True)
            least = coming[0][0] + LEAST
            beam = [reading for reading in coming[:WIDTH] if reading[0] >= least]
        return beam

    def _shares(self, beam: list[_Open]) -> Reading:
        best = beam[0][0]
        weights = [math.exp(score - best) for score, _, _, _ in beam]
        total = sum(weights)
        shares: Reading = {}
        for (_, _, _, names), weight in zip(beam, weights, strict=True):
            for start, end, label in names:
                entity = (start, end, self.labels[label])
                shares[entity] = shares.get(entity, 0.0) + weight / total
        return shares
