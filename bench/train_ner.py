"""Train the recogniser of names (`models/sv_memo_ner/`) from labelled sets, corpus and gazetteers.

    python bench/train_ner.py [SHARED] [--cache FOLDER] [--out FOLDER]

SHARED (default ../shared) holds ner/, corpus/ and gazetteer/. Each step's result is kept in FOLDER (default a folder
`sv_memo_ner` in the system's temporary one), so a run that was stopped goes on where it was; empty it to begin anew.
Steps: subword vectors, classes of words, a first recogniser on the labelled sets, official prose labelled where it
and the rules agree, the recogniser from all that, its last epochs, and the folder that is kept. About forty minutes on
one core that is free, 3 GB, no GPU.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import ner_data, ner_foreign, ner_memos, ner_names, ner_noise, ner_vectors
from bench.ner_model import Trainer, blank, decay, f1, measure, set_classes
from bench.ner_noise import Sentence
from bench.ner_pack import pack
from bench.ner_silver import silver, swapped

ROOT = Path(__file__).parents[1]
SEED = 3
TEACHER_EPOCHS, EPOCHS, FINAL_EPOCHS = 4, 4, 3
RATE, LAST_RATE, FINAL_RATES = 0.0015, 0.0002, (0.0007, 0.00005)
DROPOUT = 0.3
FORGET = 0.15  # share of words whose class is hidden, so that names in no list are learned too
MEMOS, PROSE = 7000, 6000  # generated sentences and paragraphs of the corpus
FINAL_MEMOS, WORLD = 2500, 5000


def spoilt(sentences: list[Sentence], rng: random.Random) -> list[Sentence]:
    """The sentences, and some of them once more as OCR, headings and haste leave them."""

    def some(share: float) -> list[Sentence]:
        return [s for s in sentences if rng.random() < share]

    return [
        *sentences,
        *(ner_noise.lost(s, rng) for s in some(0.15)),
        *ner_noise.restored(some(0.15), rng),
        *(ner_noise.slips(s, rng) for s in some(0.1)),
        *(ner_noise.capitals(s) for s in some(0.04)),
        *(ner_noise.uncapitalised(s, rng, 0.5) for s in some(0.04)),
    ]


def learn(
    trainer: Trainer,
    draws: list[list[Example]],
    epochs: int,
    rates: tuple[float, float],
    dev: list[Sentence],
    out: Path,
) -> None:
    """So many epochs, the draws in turn, at a falling rate; says how good it is on what tells when to stop.

    What is learned is written to `out` with `.part` after its name at the end of each epoch, to be looked at.
    """
    began = time.monotonic()
    for k in range(epochs):
        loss = trainer.epoch(draws[k % len(draws)], DROPOUT, decay(*rates, k / epochs))
        with trainer.averaged():
            counts = measure(trainer.nlp, dev)
        shown = "  ".join(f"{label} {f1(counts, label):.3f}" for label in ("PER", "ORG", "LOC", "all", "any"))
        print(f"  {k + 1}/{epochs}  {time.monotonic() - began:5.0f} s  loss {loss:8.0f}  dev {shown}", flush=True)
        trainer.save(out.with_suffix(".part"))


def vectors(shared: Path, cache: Path, train: list[Sentence]) -> Path:
    path = cache / "vectors.npz"
    if not path.exists():
        ner_vectors.write_text(shared, [s.text for s in train], cache / "vectors.txt")
        ner_vectors.train(cache / "vectors.txt", path)
    return path


def classes(shared: Path, cache: Path) -> dict[str, str]:
    path = cache / "classes.json"
    if not path.exists():
        path.write_text(json.dumps(ner_names.word_classes(shared), ensure_ascii=False), encoding="utf-8")
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return found


def teacher(cache: Path, table: Path, known: dict[str, str], train: list[Sentence], dev: list[Sentence]) -> Path:
    """The first recogniser, from the labelled sets alone."""
    path = cache / "teacher"
    if not path.exists():
        rng = random.Random(SEED)
        nlp = blank(table, known)
        draws = [
            [ner_data.example(nlp.vocab, s, rng, FORGET) for s in spoilt(ner_data.gathered(train, rng), rng)]
            for _ in range(2)
        ]
        trainer = Trainer(nlp, draws[0])
        learn(trainer, draws, TEACHER_EPOCHS, (RATE, LAST_RATE), dev, path)
        trainer.save(path)
    return path


class Draws:
    """What is drawn to learn from, anew each time."""

    def __init__(self, shared: Path, train: list[Sentence], seed: int) -> None:
        self.shared, self.train = shared, train
        self.rng = random.Random(seed)

    def gold(self) -> list[Sentence]:
        """The labelled sets, half of what names somebody once more with other names."""
        names, world = ner_memos.Names(self.shared, self.rng), ner_foreign.World(self.shared, self.rng)
        other = [swapped(s, names, world, self.rng) for s in self.train if s.spans and self.rng.random() < 0.5]
        both = ner_data.gathered(self.train, self.rng) + ner_data.gathered(other, self.rng)
        return spoilt(both, self.rng)

    def made(self, memos: int, prose: int = 0) -> list[Sentence]:
        """Generated sentences."""
        sentences = ner_memos.memos(self.shared, memos, self.rng.randrange(1 << 30))
        sentences += ner_foreign.prose(self.shared, prose, self.rng.randrange(1 << 30))
        self.rng.shuffle(sentences)
        return spoilt(ner_data.gathered(sentences, self.rng), self.rng)

    def examples(self, nlp: Language, sentences: list[Sentence]) -> list[Example]:
        return [ner_data.example(nlp.vocab, s, self.rng, FORGET) for s in sentences]


def wide(shared: Path, cache: Path, table: Path, first: Path, train: list[Sentence], dev: list[Sentence]) -> Path:
    """The recogniser from all that there is."""
    path = cache / "wide"
    if not path.exists():
        official = silver(spacy.load(first), shared, SEED, PROSE)
        nlp = blank(table, classes(shared, cache))
        draw = Draws(shared, train, SEED + 1)
        draws = [draw.examples(nlp, draw.gold() + draw.made(MEMOS) + official) for _ in range(2)]
        trainer = Trainer(nlp, draws[0])
        learn(trainer, draws, EPOCHS, (RATE, LAST_RATE), dev, path)
        trainer.save(path)
    return path


def final(shared: Path, cache: Path, start: Path, train: list[Sentence], dev: list[Sentence]) -> Path:
    """The same, trained on with what is closest to how people label, and with names from all over the world."""
    path = cache / "final"
    if not path.exists():
        nlp = spacy.load(start)
        set_classes(nlp, classes(shared, cache))
        draw = Draws(shared, train, SEED + 2)
        draws = [draw.examples(nlp, draw.gold() + draw.made(FINAL_MEMOS, WORLD)) for _ in range(2)]
        trainer = Trainer(nlp, draws[0])
        learn(trainer, draws, FINAL_EPOCHS, FINAL_RATES, dev, path)
        trainer.save(path)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description="Train models/sv_memo_ner anew.")
    parser.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "sv_memo_ner")
    parser.add_argument("--out", type=Path, default=ROOT / "models/sv_memo_ner")
    options = parser.parse_args()
    shared, cache = options.shared, options.cache
    cache.mkdir(parents=True, exist_ok=True)
    train, dev = ner_data.gold(shared)
    print("vectors and classes of words", flush=True)
    table, known = vectors(shared, cache, train), classes(shared, cache)
    print("first recogniser, from the labelled sets", flush=True)
    first = teacher(cache, table, known, train, dev)
    print("from all", flush=True)
    start = wide(shared, cache, table, first, train, dev)
    print("last epochs", flush=True)
    pack(final(shared, cache, start, train, dev), options.out)


if __name__ == "__main__":
    main()
