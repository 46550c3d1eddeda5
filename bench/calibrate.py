"""Fits and measures the confidence of rows: of rows with 0.8, four in five should be right.

    .venv/bin/python bench/calibrate.py [--fit] [--sets NAME …] [--tables NAME …]

Reads the labelled memos of samples/ and bench/memos/ as digital, scan and old OCR text, takes each row's raw
confidence, and judges the row by the labels: right where its value and its role (for decisions: kind, text, body and
action) are. Prints the reliability table and the expected calibration error, each memo judged by curves that were
fitted without any memo of its municipality. --fit writes models/calibration/curves.csv from all of them, or only the
curves of some tables. The roles of dates and sums are told by weights that were fitted without the memo's sender.
"""

import argparse
import csv
import hashlib
import importlib.util
import json
import pickle
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.extract import calibration, role_model
from pipeline.run import memos_of, read_pages

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
# Only memos that were written apart from the rules: on those that the rules were made with, every row looks sure.
SETS = [
    (ROOT / "samples/gold", ("../digital", "../scan", "../legacy")),
    (ROOT / "bench/memos/b", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/c", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/e", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/d", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/g", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/f", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/h", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/j", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/i", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/k", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/l", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/m", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/n", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/o", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/p", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/q", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/r", ("digital", "scan", "legacy")),
    (ROOT / "bench/memos/s", ("digital", "scan", "legacy")),
]
KEPT = Path(tempfile.gettempdir()) / "lupp-calibrate"
ROLES = Path(tempfile.gettempdir()) / "lupp-roles-left-out"
TABLES = ("decisions", "dates", "amounts", "parties", "references")
BINS = 10
# A curve says no more than its memos can: this many rows of doubt at one half are added to each end.
DOUBT = 2.0


def scorer() -> Any:
    """The judge's own ways to compare facts."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labelled(names: list[str]) -> list[tuple[Path, Path]]:
    """(gold file, source file) of every labelled memo in every flavour; names: of the sets, none for all."""
    pairs = []
    for folder, flavours in SETS:
        if names and folder.name not in names:
            continue
        for gold in sorted(folder.glob("*.gold.json")):
            stem = gold.name.split(".")[0]
            for flavour in flavours:
                found = [p for p in (folder / flavour).glob(f"{stem}.*") if p.suffix in (".pdf", ".txt")]
                pairs += [(gold, source) for source in found[:1]]
    return pairs


@cache
def _reader() -> str:
    """Tells the program that reads pages from another: its code."""
    code = b"".join(path.read_bytes() for path in sorted((ROOT / "pipeline/read").glob("*.py")))
    return hashlib.sha256(code).hexdigest()[:16]


def raw_rows(pair: tuple[Path, Path]) -> tuple[str, str, list[dict[str, Any]]]:
    """Municipality, kind of text, and the rows of a memo with raw confidences. Pages are read once by each version of
    the reader, and kept."""
    gold_file, source = pair
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    fold = json.loads((ROLES / "senders.json").read_text(encoding="utf-8")).get(gold["documents"]["municipality"])
    roles = ROOT / "models/roles" if fold is None else ROLES / str(fold)
    role_model.role_model.cache_clear()
    role_model.model_path = lambda name: roles / Path(name).name  # type: ignore[attr-defined]
    calibration._curves.cache_clear()
    calibration.model_path = lambda name: Path("/nonexistent")  # type: ignore[attr-defined]
    kept = KEPT / _reader() / (str(source.resolve()).replace("/", "_") + ".pickle")
    if kept.is_file() and kept.stat().st_mtime > source.stat().st_mtime:
        pages = pickle.loads(kept.read_bytes())
    else:
        pages = read_pages(source)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(pages))
    rows = []
    kind = "read"
    for memo, _ in memos_of(pages, "0" * 64):
        kind = "digital" if memo.document.text_source == "digital" else "read"
        for table in TABLES:
            rows += [{**asdict(row), "_table": table} for row in getattr(memo, table)]
    return gold["documents"]["municipality"], kind, rows


def judged(pair: tuple[Path, Path], rows: Iterable[dict[str, Any]]) -> list[tuple[str, float, bool]]:
    """(table, raw confidence, right) of each row."""
    score = scorer()
    norm = score.norm
    gold = json.loads(pair[0].read_text(encoding="utf-8"))
    dates = {(d["date_from"], d["date_to"], d["role"]) for d in gold["dates"]}
    amounts = {(score.amount_key(a), a["role"]) for a in gold["amounts"]}
    parties = {(norm(p["name"]), p["role"]) for p in gold["parties"]}
    references = {(r["kind"], score.tight(r["text"])) for r in gold["references"]}
    result = []
    rows = list(rows)
    decisions = [r for r in rows if r["_table"] == "decisions"]
    matched: set[int] = set()
    for kind in ("proposal", "decision", "earlier"):
        wanted = [d for d in gold["decisions"] if d["kind"] == kind]
        found = [d for d in decisions if d["kind"] == kind]
        for i, j in score.match_decisions(wanted, found).items():
            same = all(norm(wanted[i].get(k)) == norm(found[j].get(k)) for k in ("body", "action"))
            if same:
                matched.add(id(found[j]))
    for row in rows:
        table = row["_table"]
        if table == "decisions":
            right = id(row) in matched
        elif table == "dates":
            right = (row["date_from"], row["date_to"], row["role"]) in dates
        elif table == "amounts":
            plain = {k: None if v is None else str(v) for k, v in row.items()}
            right = (score.amount_key(plain), row["role"]) in amounts
        elif table == "parties":
            right = (norm(row["name"]), row["role"]) in parties
        else:
            right = (row["kind"], score.tight(row["text"])) in references
        result.append((table, row["confidence"], right))
    return result


def fit(points: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """A rising curve through (raw, right) points: pool adjacent violators, drawn towards one half at the ends."""
    by_raw: dict[float, list[float]] = defaultdict(list)
    for raw, right in points:
        by_raw[round(raw, 2)].append(float(right))
    blocks: list[list[float]] = []  # sum of right, weight, sum of raw times weight
    for raw, rights in sorted(by_raw.items()):
        blocks.append([sum(rights), float(len(rights)), raw * len(rights)])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    return [(raw / n, (right + DOUBT / 2) / (n + DOUBT)) for right, n, raw in blocks]


def rising(curve: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The doubt at small blocks may bend a curve down: keep it rising."""
    kept: list[tuple[float, float]] = []
    for raw, right in curve:
        kept.append((raw, max(right, kept[-1][1] if kept else 0.0)))
    return kept


def read(curve: list[tuple[float, float]], raw: float) -> float:
    """The curve's value, as the program takes it."""
    xs, ys = zip(*curve, strict=True)
    return calibration.value_at(list(xs), list(ys), raw)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="write models/calibration/curves.csv")
    parser.add_argument("--sets", nargs="*", default=[], help="folders of the sets: gold (samples), b to h, j")
    parser.add_argument("--tables", nargs="*", default=[], help="tables whose curves --fit writes; others stay")
    parser.add_argument("--workers", type=int)
    arguments = parser.parse_args()
    if not (ROLES / "senders.json").is_file():
        parser.error(f"first run bench/roles.py --left-out {ROLES}")
    pairs = labelled(arguments.sets)
    with ProcessPoolExecutor(arguments.workers) as pool:
        every = list(pool.map(raw_rows, pairs))
    data: list[tuple[str, str, str, float, bool]] = []
    for pair, (municipality, kind, rows) in zip(pairs, every, strict=True):
        data += [(municipality, kind, *judgement) for judgement in judged(pair, rows)]
    groups = sorted({(table, kind) for _, kind, table, _, _ in data})
    places = sorted({m for m, *_ in data})
    told: list[tuple[str, str, float, bool]] = []
    for left_out in places:
        curves = {
            g: rising(fit([(raw, right) for m, k, t, raw, right in data if m != left_out and (t, k) == g]))
            for g in groups
        }
        told += [(t, k, read(curves[t, k], raw), right) for m, k, t, raw, right in data if m == left_out]
    print(f"{len(pairs)} files of {len(places)} senders, {len(data)} rows.\n")
    print("| confidence | rows | mean confidence | right |\n| --- | --- | --- | --- |")
    error = 0.0
    for b in range(BINS):
        some = [(c, r) for _, _, c, r in told if b / BINS <= c < (b + 1) / BINS or (b == BINS - 1 and c == 1)]
        if some:
            mean, right = sum(c for c, _ in some) / len(some), sum(r for _, r in some) / len(some)
            error += abs(mean - right) * len(some) / len(told)
            print(f"| {b / BINS:.1f}–{(b + 1) / BINS:.1f} | {len(some)} | {mean:.3f} | {right:.3f} |")
    print(f"\nExpected calibration error: {error:.4f}")
    for table, kind in groups:
        rights = [r for t, k, _, r in told if (t, k) == (table, kind)]
        print(f"- {table}, {kind}: {sum(rights)} of {len(rights)} rows right")
    if arguments.fit:
        path = ROOT / "models/calibration/curves.csv"
        old = csv.reader(path.read_text(encoding="utf-8").splitlines()[1:])
        stay = [row for row in old if arguments.tables and row[0] not in arguments.tables]
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow(["table", "text", "raw", "right"])
            writer.writerows(stay)
            for table, kind in groups:
                if arguments.tables and table not in arguments.tables:
                    continue
                for raw, right in rising(fit([(c, r) for _, k, t, c, r in data if (t, k) == (table, kind)])):
                    writer.writerow([table, kind, f"{raw:.4f}", f"{right:.4f}"])


if __name__ == "__main__":
    main()
