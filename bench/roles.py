"""Fits what dates and sums are for: the weights of cues in models/roles/. Measures them on what they never saw.

    .venv/bin/python bench/roles.py [--fit] [--kind KIND] [--folds N] [--misses SOURCE] [--without SOURCES]
                            [--left-out FOLDER]

Learns from the labelled memos (gold, real and seeds beside the checkout; samples; bench/memos/b to q) and
from the sentences of tests/extract. Without --fit it leaves out senders (of the sentences: kinds of matters) in N
folds, with --folds 0 each set in turn, and prints the share of right roles by source and what is taken for what;
--misses prints the wrong ones of a source. --fit writes models/roles/dates.csv and amounts.csv, made from everything.
The amounts' rules count as in the program.
"""

import argparse
import csv
import json
import os
import pickle
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # the tests' sentences

import numpy as np  # noqa: E402
import roles_examples as examples  # noqa: E402
from roles_examples import Example  # noqa: E402

from pipeline.extract.amounts import RULES  # noqa: E402
from pipeline.memo.build import find_memos  # noqa: E402
from pipeline.memo.memo import Memo  # noqa: E402
from pipeline.run import read_pages  # noqa: E402

SHARED = ROOT.parent / "shared"
SETS = {
    "gold": (SHARED / "gold", SHARED / "gold/digital"),
    "real": (SHARED / "real/gold", SHARED / "real"),
    "seeds": (SHARED / "seeds/gold", SHARED / "seeds/legacy"),
    "samples": (ROOT / "samples/gold", ROOT / "samples/digital"),
    "b": (ROOT / "bench/memos/b", ROOT / "bench/memos/b/digital"),
    "c": (ROOT / "bench/memos/c", ROOT / "bench/memos/c/digital"),
    "e": (ROOT / "bench/memos/e", ROOT / "bench/memos/e/digital"),
    "d": (ROOT / "bench/memos/d", ROOT / "bench/memos/d/digital"),
    "g": (ROOT / "bench/memos/g", ROOT / "bench/memos/g/digital"),
    "f": (ROOT / "bench/memos/f", ROOT / "bench/memos/f/digital"),
    "h": (ROOT / "bench/memos/h", ROOT / "bench/memos/h/digital"),
    "j": (ROOT / "bench/memos/j", ROOT / "bench/memos/j/digital"),
    "i": (ROOT / "bench/memos/i", ROOT / "bench/memos/i/digital"),
    "k": (ROOT / "bench/memos/k", ROOT / "bench/memos/k/digital"),
    "l": (ROOT / "bench/memos/l", ROOT / "bench/memos/l/digital"),
    "m": (ROOT / "bench/memos/m", ROOT / "bench/memos/m/digital"),
    "n": (ROOT / "bench/memos/n", ROOT / "bench/memos/n/digital"),
    "o": (ROOT / "bench/memos/o", ROOT / "bench/memos/o/digital"),
    "p": (ROOT / "bench/memos/p", ROOT / "bench/memos/p/digital"),
    "q": (ROOT / "bench/memos/q", ROOT / "bench/memos/q/digital"),
    "r": (ROOT / "bench/memos/r", ROOT / "bench/memos/r/digital"),
    "s": (ROOT / "bench/memos/s", ROOT / "bench/memos/s/digital"),
}
LEAST = {"dates": 2, "amounts": 1}  # a cue that fewer examples have is not learnt
PULL = {"dates": 1.6, "amounts": 1.0}  # how strongly weights are drawn to 0
ROUNDS = 140
SMALL = 0.05  # a cue whose weights are all smaller is not written
Weights = np.ndarray[Any, np.dtype[np.float32]]


def memos_of(source: Path) -> list[Memo]:
    """The memos of a file; kept, for reading takes longer than all else."""
    kept = Path(tempfile.gettempdir()) / "lupp-roles" / (str(source.resolve()).replace("/", "_") + ".pickle")
    if not kept.is_file() or kept.stat().st_mtime < source.stat().st_mtime:
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(pickle.dumps(read_pages(source)))
    return find_memos(pickle.loads(kept.read_bytes()))


def gathered(kind: str) -> list[Example]:
    """All examples of dates or amounts."""
    of_memo: Callable[[str, dict[str, Any], Memo], Iterator[Example]]
    of_memo = examples.dates_of_memo if kind == "dates" else examples.amounts_of_memo
    found = list(examples.dates_of_sentences() if kind == "dates" else examples.amounts_of_sentences())
    for name, (labels, folder) in SETS.items():
        for path in sorted(labels.glob("*.gold.json")):
            stem = path.name.split(".")[0]
            sources = [p for p in folder.glob(f"{stem}.*") if p.suffix in (".pdf", ".txt")]
            for memo in memos_of(sources[0]) if sources else ():
                found += of_memo(name, examples.gold_of(path), memo)
    return found


def vocabulary(kind: str, cues: Iterable[Sequence[str]]) -> dict[str, int]:
    """A number for each cue that enough examples have."""
    count = Counter(cue for one in cues for cue in set(one))
    return {cue: i for i, cue in enumerate(["always", *(c for c, n in sorted(count.items()) if n >= LEAST[kind])])}


def places(cues: Sequence[str], known: dict[str, int]) -> list[int]:
    """The numbers of an example's known cues."""
    return [0, *(known[cue] for cue in cues if cue in known and cue != "always")]


def fitted(kind: str, found: Sequence[Example], roles: Sequence[str], known: dict[str, int]) -> Weights:
    """Weights (cues, roles) of a multinomial logistic regression, drawn to 0, by Adam over all examples at once."""
    told = [places(example.cues, known) for example in found]
    cues = np.concatenate(told)
    begins = np.cumsum([0, *(len(one) for one in told[:-1])])
    order = np.argsort(cues, kind="stable")  # the examples of each cue, one cue after the other
    having = np.repeat(np.arange(len(found)), [len(one) for one in told])[order]
    first = np.searchsorted(cues[order], np.arange(len(known)))
    right = np.zeros((len(found), len(roles)), np.float32)
    right[np.arange(len(found)), [roles.index(e.role) for e in found]] = 1
    weights = np.zeros((len(known), len(roles)), np.float32)
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        scores = np.add.reduceat(weights[cues], begins, axis=0)
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        slope = np.add.reduceat((shares - right)[having], first, axis=0) + PULL[kind] * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope * slope
        rate = 0.1 if step < 0.6 * ROUNDS else 0.03 if step < 0.85 * ROUNDS else 0.01
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-6)
    return weights


def judged(kind: str, found: list[Example], folds: int) -> list[tuple[Example, str, float]]:
    """Each example with the likeliest role and its probability by weights that were fitted without its sender, or,
    where folds is 0, without its whole set; of the sentences then none is judged."""
    roles = sorted({e.role for e in found})
    senders = sorted({e.sender for e in found})
    random.Random(1).shuffle(senders)
    fold: dict[str, int] = {sender: i % folds for i, sender in enumerate(senders)} if folds else {}
    if not folds:
        numbers = {name: i for i, name in enumerate(SETS)}
        fold = {e.sender: numbers.get(e.source, len(SETS)) for e in found}
    result = []
    for number in range(folds or len(SETS)):
        seen = [e for e in found if fold[e.sender] != number]
        known = vocabulary(kind, (e.cues for e in seen))
        weights = fitted(kind, seen, roles, known)
        for example in (e for e in found if fold[e.sender] == number):
            scores = weights[places(example.cues, known)].sum(0)
            if example.ruled in roles:
                scores[roles.index(example.ruled)] += np.log(RULES)
            shares = np.exp(scores - scores.max())
            result.append((example, roles[int(shares.argmax())], float(shares.max() / shares.sum())))
    print(f"{kind}: {len(found)} examples, {len(senders)} senders and kinds of matters, {folds or 'sets as'} folds")
    return result


def shown(result: list[tuple[Example, str, float]], misses: str | None) -> None:
    """Prints shares by source, what is taken for what, how sure it was, and the misses of one source."""
    for source in dict.fromkeys(e.source for e, _, _ in result):
        of_source = [(e.role == role, e.ruled == e.role) for e, role, _ in result if e.source == source]
        ruled = sum(r for _, r in of_source) / len(of_source)
        print(f"  {source:8} {len(of_source):4}  {sum(ok for ok, _ in of_source) / len(of_source):.3f}", end="")
        print(f"  (rules alone, not left out: {ruled:.3f})" if any(e.ruled for e, _, _ in result) else "")
    taken = Counter((e.role, role) for e, role, _ in result if e.role != role)
    print("  taken for:", ", ".join(f"{a} → {b} {n}" for (a, b), n in taken.most_common(12)))
    for low in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        sure = [
            e.role == role for e, role, p in result if low <= p < (low + 0.1 if low else 0.3) or p == low + 0.1 == 1
        ]
        if sure:
            print(f"  likely {low:.1f}–: {len(sure):4} of which right {sum(sure) / len(sure):.3f}")
    for example, role, likely in result:
        if example.source == misses and role != example.role:
            print(f"    {example.role} ← {role} {likely:.2f}: {' '.join(example.text.split())}")


def written(kind: str, found: Sequence[Example], folder: Path) -> None:
    """Writes the weights that these examples give."""
    roles = sorted({e.role for e in found})
    known = vocabulary(kind, (e.cues for e in found))
    weights = fitted(kind, found, roles, known)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{kind}.csv").open("w", encoding="utf-8", newline="") as handle:
        rows = csv.writer(handle, lineterminator="\n")
        rows.writerow(["cue", *roles])
        for cue, i in known.items():
            if cue == "always" or abs(weights[i]).max() >= SMALL:
                rows.writerow([cue, *(f"{w:.2f}".replace("-0.00", "0.00") for w in weights[i])])
    print(f"{kind}: {len(found)} examples, written to {folder}")


def left_out(folder: Path, folds: int) -> None:
    """Writes models into folder/0 … that were each fitted without some senders, and senders.json, which of them for
    whom: what bench/calibrate.py needs, for on a memo that was learnt from every role looks sure."""
    every = {kind: gathered(kind) for kind in ("dates", "amounts")}
    senders = sorted({e.sender for found in every.values() for e in found if e.source in SETS})
    random.Random(1).shuffle(senders)
    for number in range(folds):
        out = set(senders[number::folds])
        for kind, found in every.items():
            written(kind, [e for e in found if e.sender not in out], folder / str(number))
    fold = {sender: i % folds for i, sender in enumerate(senders)}
    (folder / "senders.json").write_text(json.dumps(fold, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """See the module's docstring."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--kind", choices=("dates", "amounts"), help="only these")
    parser.add_argument("--folds", type=int, default=8, help="0: leave out each set as a whole")
    parser.add_argument("--misses", metavar="SOURCE")
    parser.add_argument("--without", metavar="SOURCES", help="leave these sources (a,b) out of the fit")
    parser.add_argument("--left-out", type=Path, metavar="FOLDER", help="write models fitted without some senders")
    options = parser.parse_args()
    if options.left_out:
        left_out(options.left_out, options.folds)
        return
    for kind in (options.kind,) if options.kind else ("dates", "amounts"):
        found = [e for e in gathered(kind) if e.source not in (options.without or "").split(",")]
        if options.fit:
            written(kind, found, ROOT / "models/roles")
        else:
            shown(judged(kind, found, options.folds), options.misses)


if __name__ == "__main__":
    main()
