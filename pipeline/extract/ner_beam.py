"""How our recogniser goes through a text's parts: word by word, several readings beside each other.

Each word is passed outside a name, begins one, goes on with it, ends it or is one by itself. What speaks for each of
these rests on three words alone: the word itself, the first of the name that is open, and the one before. So it is
computed at once for all places where a name may have begun; spaCy, which has no such knowledge of a model, asks the
network anew at every word. The readings that are kept and their weights are those of spaCy's beam.
"""

import math
from typing import Any

import numpy as np

from pipeline.extract.ner_products import AT_ONCE, Floats, Weights, in_columns

WIDTH = 8  # readings of a part that are weighed against each other
LEAST = math.log(1e-4)  # how much worse than the best a reading may be at any word, as spaCy's `beam_density`
LONGEST = 20  # words of a name

Piece = list[tuple[str, bool]]  # words, and whether a space follows
Entity = tuple[int, int, str]  # first word, the one after the last, label
Reading = dict[Entity, float]  # the share of the readings that have it


# A reading as far as it has come: its score; the label of the name that is open, or -1, and its first word; its names.
_Open = tuple[float, int, int, tuple[tuple[int, int, int], ...]]
# What may be done at a word where no name is open: the weight of passing it; those of its being a name, and beginning
# one, by label, as far as they are not much worse than another
_Outside = tuple[float, list[tuple[int, float]], list[tuple[int, float]]]


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
        self.pieces, inputs = lower.get_dim("nP"), lower.get_dim("nI")
        # (words, outputs, pieces, …): pieces first, so that the best of a number's pieces is found by whole rows
        rows = lower.get_param("W").transpose(0, 2, 1, 3).reshape(-1, inputs)
        pad = lower.get_param("pad").reshape(3, -1, self.pieces).transpose(0, 2, 1).reshape(3, -1, 1)
        self.bias = lower.get_param("b").T.reshape(-1, 1)
        # both layers are linear: one does what they do after each other
        self.weights = Weights(rows @ out)
        self.shift = (rows @ shift).reshape(-1, 1)
        self.outside = self.bias + pad[1] + pad[2]  # where no name is open
        names = [moves.get_class_name(n) for n in range(moves.n_moves)]
        self.labels = sorted({name[2:] for name in names if name[2:]})
        # passing a word, then for each label: the word is a name, begins one, goes on with it, ends it
        order = [names.index("O"), *(names.index(f"{move}-{label}") for move in "UBIL" for label in self.labels)]
        self.upper, self.upper_bias = Weights(upper.get_param("W")[order]), upper.get_param("b")[order].reshape(-1, 1)

    def read(self, vectors: Floats, lengths: list[int]) -> list[Reading]:
        """Of each piece its entities. vectors: a row for each word of all pieces; lengths: each piece's words."""
        if not len(vectors):
            return [{} for _ in lengths]
        three = self.weights.times(in_columns(vectors)) + self.shift
        three = three.reshape(3, -1, three.shape[1])
        scores = self._weigh(three[0] + self.outside)[:, : len(vectors)]
        kinds = len(self.labels)
        # what is much worse than another step at its word is left again at once: it needs no look
        may = scores[: 1 + 2 * kinds] >= scores[: 1 + kinds].max(axis=0) + LEAST
        outside: list[_Outside] = [(weight, [], []) for weight in scores[0].tolist()]
        for move, word in np.argwhere(may[1:]).tolist():
            begins, kind = divmod(move, kinds)
            _, alone, beginning = outside[word]
            (beginning if begins else alone).append((kind, float(scores[1 + move, word])))
        inside = self._inside(three, lengths, may[1 + kinds :].any(axis=0).nonzero()[0].tolist())
        read: list[Reading] = []
        first = 0
        for length in lengths:
            read.append(self._shares(self._beam(first, length, outside, inside)))
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
        lacking = -len(places) % AT_ONCE
        word = np.array([word for word, _ in places] + [0] * lacking)
        start = np.array([start for _, start in places] + [0] * lacking)
        scores = self._weigh(three[0][:, word] + three[1][:, start] + three[2][:, word - 1] + self.bias)
        return dict(zip(places, scores[:, : len(places)].T.tolist(), strict=True))

    def _weigh(self, hidden: Floats) -> Floats:
        """A column for each state, a row for each move."""
        best = np.maximum.reduce(hidden.reshape(self.pieces, -1, hidden.shape[1]), axis=0)
        scores: Floats = self.upper.times(best) + self.upper_bias
        return scores

    def _beam(
        self, first: int, length: int, outside: list[_Outside], inside: dict[tuple[int, int], list[float]]
    ) -> list[_Open]:
        """The best readings of the words from `first` on."""
        kinds = len(self.labels)
        beam: list[_Open] = [(0.0, -1, -1, ())]
        for word in range(first, first + length):
            last = word == first + length - 1
            coming: list[_Open] = []
            passing, alone, beginning = outside[word]
            for score, label, start, names in beam:
                if label < 0:
                    coming.append((score + passing, -1, -1, names))
                    for kind, weight in alone:
                        name = (word - first, word - first + 1, kind)
                        coming.append((score + weight, -1, -1, (*names, name)))
                    if not last:
                        for kind, weight in beginning:
                            coming.append((score + weight, kind, word, names))
                    continue
                weights = inside[word, start]
                name = (start - first, word - first + 1, label)
                coming.append((score + weights[1 + 3 * kinds + label], -1, -1, (*names, name)))
                if not last and word + 1 - start < LONGEST:
                    coming.append((score + weights[1 + 2 * kinds + label], label, start, names))
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
