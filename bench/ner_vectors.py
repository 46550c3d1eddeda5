"""Subword vectors of the recogniser: floret on the corpus, in small letters, and on a copy with letters lost.

A word's vector is the sum of rows that its parts of 3 to 5 letters are hashed to, so a word that is spoilt in one
place, or was never seen, still lies near the words that it looks like. One thread and fixed seeds: the same bytes.
"""

import random
import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.vectors import BaseVectors, Mode, Vectors
from spacy.vocab import Vocab

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.restore import channel, damage
from bench.restore_material import paragraphs

DIM, BUCKET, HASHES, SHORTEST, LONGEST = 96, 50_000, 2, 3, 5
EPOCHS = 3
NOISY = 0.4  # share of the paragraphs that stand there once more with letters lost
SEED = 7
TOKEN = re.compile(r"\w+|[^\w\s]")
SCALE = 0.2  # brings the words' vectors to lengths of 2 to 3, beside which the other features are not drowned
VARIANTS = 3  # spoilt forms of one word


def write_text(shared: Path, more: list[str], path: Path) -> None:
    """The training text: a paragraph a line, tokens parted by spaces, in small letters."""
    rng, shares = random.Random(SEED), channel()
    spoilt: dict[str, list[str]] = {}

    def spoil(word: str) -> str:
        if not word.isalpha():
            return word
        forms = spoilt.get(word)
        if forms is None:
            forms = spoilt[word] = [damage(word, shares, rng).lower() for _ in range(VARIANTS)]
        return rng.choice(forms)

    with path.open("w", encoding="utf-8") as out:
        for source in (paragraphs(shared, held=False), more * 3):
            for line in source:
                words = TOKEN.findall(line.lower())
                out.write(" ".join(words) + "\n")
                if rng.random() < NOISY:
                    out.write(" ".join(map(spoil, words)) + "\n")


def train(text: Path, out: Path) -> None:
    """Trains and writes `out` (.npz: data, seed)."""
    import floret

    model = floret.train_unsupervised(
        str(text), model="cbow", mode="floret", dim=DIM, bucket=BUCKET, hashCount=HASHES, minn=SHORTEST, maxn=LONGEST,
        minCount=8, epoch=EPOCHS, thread=1, lr=0.05, neg=5, ws=4, verbose=1,
    )  # fmt: skip
    table = out.with_suffix(".floret")
    model.save_floret_vectors(str(table))
    with table.open(encoding="utf-8") as handle:
        head = handle.readline().split()
        rows = np.array([line.split()[1:] for line in handle if line.strip()], dtype=np.float32)
    if rows.shape != (BUCKET, DIM):
        raise ValueError(f"{table}: {head}, {rows.shape}")
    np.savez(out, data=rows * SCALE, seed=int(head[5]))


def load(vocab: Vocab, path: Path) -> Vectors:
    """The vectors as spaCy's; looked up by a word in small letters, so headings in capitals have them too."""
    stored = np.load(path)
    return Vectors(
        strings=vocab.strings, data=stored["data"], mode=Mode.floret, minn=SHORTEST, maxn=LONGEST, hash_count=HASHES,
        hash_seed=int(stored["seed"]), attr="LOWER", name="sv_memo_ner.vectors",
    )  # fmt: skip


class Remembered(BaseVectors):  # type: ignore[misc]
    """The vectors with those that were asked for kept: training asks for the same words again and again."""

    def __init__(self, vectors: Vectors) -> None:
        self.inner = vectors
        self.strings = vectors.strings
        self.attr = vectors.attr
        self.name = vectors.name
        self.rows: dict[int, int] = {}
        self.data = np.zeros((1 << 12, vectors.shape[1]), dtype=np.float32)

    @property
    def shape(self) -> tuple[int, int]:
        rows, columns = self.inner.shape
        return int(rows), int(columns)

    def __len__(self) -> int:
        return int(self.inner.shape[0])

    def get_batch(self, keys: NDArray[np.uint64]) -> NDArray[np.float32]:
        asked = keys.tolist()
        new = [key for key in dict.fromkeys(asked) if key not in self.rows]
        if new:
            while len(self.rows) + len(new) > len(self.data):
                self.data = np.concatenate([self.data, np.zeros_like(self.data)])
            first = len(self.rows)
            self.data[first : first + len(new)] = self.inner.get_batch(new)
            self.rows.update(zip(new, range(first, first + len(new)), strict=True))
        return self.data[[self.rows[key] for key in asked]]
