"""Measure the recogniser of names: F1 by label on labelled sets, clean and with OCR noise, words a second, size.

    python bench/ner.py [SHARED] [--model FOLDER] [--write]

SHARED (default ../shared) holds ner/, corpus/ and gazetteer/. The intervals are those within which 95 of 100
resamplings of the sentences fall. With --write the figures go to docs/ner_figures.md.
"""

import argparse
import random
import sys
import time
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import ner_data, ner_memos, ner_noise
from bench.ner_model import Counts, count, f1, found_in
from bench.ner_noise import Sentence
from bench.restore_material import paragraphs

ROOT = Path(__file__).parents[1]
SEED = 11
RESAMPLES = 1000
HELD_OUT_MEMOS = 2000
LABELS = ("PER", "ORG", "LOC", "all", "any")
KINDS = ("", "OCR", "OCR, restored")
BOTH = "UNER Talbanken test and PUD"
PUBLISHED = (
    ("KB-BERT, fine-tuned on SUC (KBLab/bert-base-swedish-cased-ner, eval_results.txt)", "SUC 3.0", "0.922"),
    ("KB-BERT, BIO (KBLab/bert-base-swedish-cased-neriob, eval_results.txt)", "SUC 3.0", "0.923"),
    ("spaCy sv_core_news_lg (model card: precision 0.861, recall 0.762)", "SUC 3.0", "0.808"),
    ("XLM-R Large, fine-tuned (Mayhew et al. 2024, Universal NER, arXiv 2311.09122)", "UNER Talbanken test", "0.883"),
    ("XLM-R Large, fine-tuned (the same paper)", "UNER PUD", "0.822"),
)
HEAD = """<!-- Written by `python bench/ner.py --write`; do not change by hand. -->
# The recogniser of names

`models/sv_memo_ner`, measured by `python bench/ner.py`. F1 of entities that have the right first and last character
and the right label; *all* is the three labels together, *any* counts the spans alone. In brackets: 95 of 100
resamplings of the sentences. *OCR*: damaged by the channel of the restorer (an English OCR model: å, ä, ö lost and
letters confused). *OCR, restored*: the same after `pipeline.memo.restore`, which is what the program gives the model.
The memo sentences are generated from the same turns of phrase as those trained on, with the held-out fifth of the names
(municipalities and regions apart, which are in both): they tell how unknown names fare, not unknown ways of writing.
"""


def bootstrap(counts: list[Counts], label: str) -> tuple[float, float]:
    """The interval that 95 of 100 resamplings of the sentences fall in."""
    labels = ner_data.LABELS if label == "all" else (label,)
    table = np.array([[sum(c[f"{n} {x}"] for x in labels) for n in ("right", "found", "true")] for c in counts])
    draws = np.random.default_rng(SEED).multinomial(len(counts), [1 / len(counts)] * len(counts), size=RESAMPLES)
    right, found, true = (draws @ table).T
    low, high = np.percentile(2 * right / np.maximum(found + true, 1), [2.5, 97.5])
    return float(low), float(high)


def per_sentence(nlp: Language, sentences: list[Sentence]) -> list[Counts]:
    return [count(s, found) for s, found in zip(sentences, found_in(nlp, sentences), strict=True)]


def row(name: str, counts: list[Counts]) -> str:
    total: Counts = Counts()
    for one in counts:
        total.update(one)
    cells = []
    for label in LABELS:
        low, high = bootstrap(counts, label)
        cells.append(f"{f1(total, label):.3f} ({low:.2f}–{high:.2f})")
    share = [total["right any"] / max(1, total[f"{n} any"]) for n in ("found", "true")]
    return f"| {name} | {' | '.join(cells)} | {share[0]:.3f} / {share[1]:.3f} |"


def noisy(sentences: list[Sentence], kind: str) -> list[Sentence]:
    rng = random.Random(SEED)
    match kind:
        case "OCR":
            return [ner_noise.lost(s, rng) for s in sentences]
        case "OCR, restored":
            return ner_noise.restored(sentences, rng)
    return sentences


def sets(shared: Path) -> dict[str, list[Sentence]]:
    held = ner_memos.memos(shared, HELD_OUT_MEMOS, SEED, held=True)
    return {**ner_data.tests(shared), "memo sentences, names held out": held}


def speed(nlp: Language, shared: Path) -> float:
    """Words a second on one core: held-out prose in documents of 600 words."""
    words = [w for line in paragraphs(shared, held=True) for w in line.split()][:60_000]
    texts = [Sentence(" ".join(words[i : i + 600])) for i in range(0, len(words), 600)]
    began = time.process_time()
    found_in(nlp, texts)
    return len(words) / (time.process_time() - began)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure models/sv_memo_ner.")
    parser.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--model", type=Path, default=ROOT / "models/sv_memo_ner")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    began = time.process_time()
    nlp = spacy.load(options.model)
    loading = time.process_time() - began
    size = sum(p.stat().st_size for p in options.model.rglob("*") if p.is_file()) / 1e6
    lines = [HEAD, "| set | PER | ORG | LOC | all | any | any: precision / recall |", "| --- |" + " --- |" * 6]
    measured = {
        (name, kind): per_sentence(nlp, noisy(sentences, kind))
        for name, sentences in sets(options.shared).items()
        for kind in KINDS
    }
    for kind in KINDS:
        measured[BOTH, kind] = [*measured["UNER Talbanken test", kind], *measured["UNER PUD", kind]]
    for (name, kind), counts in measured.items():
        lines.append(row(f"{name} ({kind})" if kind else name, counts))
        print(lines[-1], flush=True)
    lines += ["", "Published figures of others, each on its own test set and with its own labels (F1 of entities):", ""]
    lines += ["| model and source | measured on | F1 |", "| --- | --- | --- |"]
    lines += [f"| {model} | {where} | {figure} |" for model, where, figure in PUBLISHED]
    pace = speed(nlp, options.shared)
    lines += [
        "",
        f"Size {size:.1f} MB; loaded in {loading:.1f} s; {pace:,.0f} words a second (processor time of one core).",
        "",
    ]
    print(lines[-2])
    if options.write:
        (ROOT / "docs/ner_figures.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
