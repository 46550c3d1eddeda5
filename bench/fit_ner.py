"""Fits the weights by which a name that only the recogniser sees is taken for a party or left out.

    .venv/bin/python bench/fit_ner.py [--model NAME] [--write] [--show]

Reads the labelled memos of samples/ and bench/memos/b (digital, scan, old OCR text), fold 0 of the made-up memos of
`bench/new_names.py`, clean and as old OCR text, and lines whose capitals name no party (ner_traps.txt); asks the
recogniser about the whole of each, and fits by logistic regression how often a candidate with given features is a
party of the labels. Prints how good the weights are on senders that were left out, and who is right where recogniser
and rules see different names at one place. --write writes models/calibration/ner.csv from all of them.
"""

import argparse
import csv
import json
import pickle
import random
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.new_names import memos_in, norm, read_by_ocr, texts  # noqa: E402
from pipeline.extract.facts import Facts  # noqa: E402
from pipeline.extract.ner_features import Candidate, candidates, features, probability, worn  # noqa: E402
from pipeline.extract.ner_settle import nominative, plausible  # noqa: E402
from pipeline.extract.parties_mentions import mentions_of, overlaps  # noqa: E402
from pipeline.extract.pipeline import build  # noqa: E402
from pipeline.memo.build import find_memos  # noqa: E402
from pipeline.memo.memo import Memo  # noqa: E402
from pipeline.run import read_pages  # noqa: E402
from pipeline.settings import Ner  # noqa: E402

SETS = ((ROOT / "samples/gold", ROOT / "samples"), (ROOT / "bench/memos/b", ROOT / "bench/memos/b"))
MADE = 0.2  # a made-up memo is full of new names: what one of them tells counts as a fifth of a real one
TRAP = 0.99  # the same for the traps: as much as a line of a real memo
PRIOR = 1.0  # strength of the pull of each weight towards nothing
OCR_ROUNDS = 2


@dataclass(slots=True)
class Row:
    """One candidate: its features, whether it is a party, and of what group of memos."""

    told: dict[str, float]
    right: bool
    weight: float
    group: str
    name: str


def labelled() -> list[tuple[str, list[Memo], set[str], float]]:
    """(group, memos, names of the parties, weight) of everything that there is to learn from."""
    found: list[tuple[str, list[Memo], set[str], float]] = []
    for folder, base in SETS:
        for gold_file in sorted(folder.glob("*.gold.json")):
            stem = gold_file.name.split(".")[0]
            gold = {norm()(p["name"]) for p in json.loads(gold_file.read_text(encoding="utf-8"))["parties"]}
            for flavour in ("digital", "scan", "legacy"):
                for source in sorted((base / flavour).glob(f"{stem}.*"))[:1]:
                    found.append((stem, find_memos(kept(source)), gold, 1.0))
    rng = random.Random(11)
    for number, text in enumerate(texts(fold=0, rounds=OCR_ROUNDS)):
        gold = {norm()(name) for name, _ in text.parties}
        group = f"made {number % (32)}"
        found.append((group, memos_in(text.text), gold, MADE))
        found.append((group, memos_in(read_by_ocr(text.text, rng)), gold, MADE))
    traps = (ROOT / "bench/ner_traps.txt").read_text(encoding="utf-8").splitlines()[1:]
    for number, line in enumerate(traps):
        around = f"Bakgrund\n\nÄrendet gäller följande.\n\n{line}\n\nDetta redovisas nedan.\n"
        found.append((f"trap {number % 16}", memos_in(around), set(), TRAP))
    return found


def kept(source: Path):  # type: ignore[no-untyped-def]
    """The pages of a file, read once."""
    place = Path(tempfile.gettempdir()) / "lupp-calibrate" / (str(source.resolve()).replace("/", "_") + ".pickle")
    if place.is_file() and place.stat().st_mtime > source.stat().st_mtime:
        return pickle.loads(place.read_bytes())
    pages = read_pages(source)
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(pickle.dumps(pages))
    return pages


def rows_of(
    group: str, memos: list[Memo], gold: set[str], weight: float, model: Ner, clashes: Counter[str]
) -> list[Row]:
    """The candidates of one paper that the rules don't touch; clashes: who is right at the places that they do."""
    found: list[Row] = []
    nlp = build(model)
    for memo in memos:
        doc = nlp.make_doc(memo.text)
        doc._.memo, doc._.facts = memo, Facts()
        component = nlp.get_pipe("memo_ner")
        component.everywhere = True  # type: ignore[attr-defined]
        doc = component(doc)
        component.everywhere = False  # type: ignore[attr-defined]
        rules = sorted(mentions_of(doc), key=lambda m: m.start)
        seen = [c for c in candidates(doc) if plausible(c)]
        outside = [c for c in seen if not overlaps(rules, c.start, c.end)]
        counts, is_worn = Counter(c.name.casefold() for c in outside), worn(memo)
        rules_names = {norm()(m.name) for m in rules}
        for c in outside:
            again = max(counts[c.name.casefold()], memo.text.count(c.name))
            name = norm()(nominative(memo, c))
            if name not in rules_names:
                told = features(memo, c, again, is_worn)
                found.append(Row(told, name in gold, weight, group, f"{c.type}: {c.name}"))
        clash(memo, seen, rules, gold, clashes)
    return found


def clash(memo: Memo, seen: list[Candidate], rules: list, gold: set[str], clashes: Counter[str]) -> None:  # type: ignore[type-arg]
    """Counts who is right where a candidate and a rule's name share a place but not their ends."""
    for c in seen:
        for m in rules:
            if m.start < c.end and c.start < m.end and (m.start, m.end) != (c.start, c.end):
                how = (
                    "wider"
                    if c.start <= m.start and m.end <= c.end
                    else "narrower"
                    if m.start <= c.start and c.end <= m.end
                    else "crossing"
                )
                ours, theirs = norm()(m.name) in gold, norm()(nominative(memo, c)) in gold
                who = "both" if ours and theirs else "rules" if ours else "recogniser" if theirs else "neither"
                clashes[f"{c.type} {how}: {who}"] += 1


def fit(rows: list[Row], names: list[str]) -> NDArray[np.float64]:
    """Logistic regression by Newton's method; `always` is not pulled towards nothing."""
    x = np.array([[row.told.get(name, 0.0) for name in names] for row in rows])
    y = np.array([float(row.right) for row in rows])
    w = np.array([row.weight for row in rows])
    pull = np.array([0.01 if name == "always" else PRIOR for name in names])
    beta = np.zeros(len(names))
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (y - p)) - pull * beta
        hessian = (x.T * (w * p * (1 - p))) @ x + np.diag(pull)
        step = np.linalg.solve(hessian, gradient)
        beta = beta + step
        if np.abs(step).max() < 1e-8:
            break
    return beta


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="", help="folder or package (default: models/sv_memo_ner)")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true", help="print each candidate of the labelled memos")
    arguments = parser.parse_args()
    model, clashes = Ner(arguments.model), Counter[str]()
    rows: list[Row] = []
    for group, memos, gold, weight in labelled():
        rows += rows_of(group, memos, gold, weight, model, clashes if weight == 1.0 else Counter())
    names = sorted({name for row in rows for name in row.told})
    groups = sorted({row.group for row in rows})
    folds = {group: i % 8 for i, group in enumerate(groups)}
    judged: list[tuple[Row, float]] = []
    for fold in range(8):
        beta = fit([r for r in rows if folds[r.group] != fold], names)
        table = dict(zip(names, beta.tolist(), strict=True))
        judged += [(r, probability(r.told, table)) for r in rows if folds[r.group] == fold]
    for title, of in (("labelled memos", 1.0), ("made-up memos", MADE), ("traps", TRAP)):
        some = [(r, p) for r, p in judged if r.weight == of]
        print(f"\n{title}: {len(some)} candidates, {sum(r.right for r, _ in some)} parties")
        for least in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
            kept_ = [r.right for r, p in some if p >= least]
            print(f"  kept from {least}: {len(kept_)}, of these parties {sum(kept_)}")
        bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
        for r, p in some:
            bins[min(4, int(p * 5))].append((p, r.right))
        print("  reliability:", "; ".join(
            f"{sum(p for p, _ in b) / len(b):.2f} → {sum(r for _, r in b) / len(b):.2f} ({len(b)})"
            for _, b in sorted(bins.items())
        ))  # fmt: skip
    print("\nwhere both see a name, with other ends:", dict(sorted(clashes.items())))
    if arguments.show:
        for r, p in sorted(judged, key=lambda j: -j[1]):
            if r.weight > MADE:
                print(f"{p:.2f} {'party' if r.right else '-----'} {r.group} {r.name}")
    beta = fit(rows, names)
    for name, weight in sorted(zip(names, beta.tolist(), strict=True), key=lambda n: -abs(n[1])):
        print(f"  {weight:+.2f} {name}")
    if arguments.write:
        path = ROOT / "models/calibration/ner.csv"
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow(["feature", "weight"])
            writer.writerows([name, f"{weight:.4f}"] for name, weight in zip(names, beta.tolist(), strict=True))


if __name__ == "__main__":
    main()
