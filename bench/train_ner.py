"""Train the recogniser of names (`models/sv_memo_ner/`) from labelled sets, corpus and gazetteers.

    python bench/train_ner.py [SHARED] [--cache FOLDER] [--out FOLDER]

SHARED (default ../shared) holds ner/, corpus/ and gazetteer/. Each step's result is kept in FOLDER (default a folder
`sv_memo_ner` in the system's temporary one), so a run that was stopped goes on where it was; empty it to begin anew.
Steps: subword vectors, classes of words, a first recogniser on the labelled sets, official prose labelled where it
and the rules agree, the recogniser, and the folder that is kept. About an hour on one core, 3 GB, no GPU.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.training import Example

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import ner_data, ner_memos, ner_names, ner_noise, ner_vectors
from bench.ner_model import Trainer, blank, decay, f1, measure
from bench.ner_noise import Sentence
from bench.ner_pack import pack
from bench.ner_silver import silver, swapped

ROOT = Path(__file__).parents[1]
SEED = 3
TEACHER_EPOCHS, EPOCHS, GOLD_EPOCHS = 4, 4, 2
RATE, LAST_RATE = 0.0015, 0.0002
DROPOUT = 0.3
FORGET = 0.15  # share of words whose class is hidden, so that names in no list are learned too
MEMOS, PROSE = 7000, 6000
Draw = Callable[[random.Random], list[Sentence]]


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


def main() -> None:
    parser = argparse.ArgumentParser(description="Train models/sv_memo_ner anew.")
    parser.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "sv_memo_ner")
    parser.add_argument("--out", type=Path, default=ROOT / "models/sv_memo_ner")
    options = parser.parse_args()
    shared, cache = options.shared, options.cache
    cache.mkdir(parents=True, exist_ok=True)
    train, dev = ner_data.gold(shared)
    print("vectors", flush=True)
    table, known = vectors(shared, cache, train), classes(shared, cache)
    print("first recogniser", flush=True)
    first = teacher(cache, table, known, train, dev)
    print("prose", flush=True)
    official = silver(spacy.load(first), shared, SEED, PROSE)
    if not (cache / "model").exists():
        nlp = blank(table, known)

        def gold_draw(rng: random.Random) -> list[Sentence]:
            names = ner_memos.Names(shared, rng)
            other = [swapped(s, names, rng) for s in train if s.spans and rng.random() < 0.5]
            return spoilt(ner_data.gathered(train, rng) + ner_data.gathered(other, rng), rng)

        def wide_draw(rng: random.Random) -> list[Sentence]:
            made = ner_data.gathered(ner_memos.memos(shared, MEMOS, rng.randrange(1 << 30)), rng)
            return gold_draw(rng) + spoilt(made, rng) + official

        rng = random.Random(SEED + 1)
        draws = [[ner_data.example(nlp.vocab, s, rng, FORGET) for s in wide_draw(rng)] for _ in range(2)]
        print(f"recogniser: {sum(len(e.predicted) for e in draws[0])} tokens an epoch", flush=True)
        trainer = Trainer(nlp, draws[0])
        learn(trainer, draws, EPOCHS, (RATE, LAST_RATE), dev, cache / "model")
        draws = [[ner_data.example(nlp.vocab, s, rng, FORGET) for s in gold_draw(rng)] for _ in range(2)]
        learn(trainer, draws, GOLD_EPOCHS, (LAST_RATE, LAST_RATE / 4), dev, cache / "model")
        trainer.save(cache / "model")
    pack(cache / "model", options.out)


if __name__ == "__main__":
    main()
