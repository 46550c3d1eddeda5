"""What is confirmed in scans that nobody has seen, and wrong: labelled memos scanned anew, with other dirt and slant.

    .venv/bin/python bench/rescans.py [--seed WORD] [--dpi N] [--sets LETTERS] [--each N] [--show]

The scans in bench/memos have been looked at, and what went wrong in them was mended. Here some memos of each set (those
with many sums, drawn by the seed) are printed and scanned once more by `samples.scanner`, with marks, noise and slant
that the seed makes, the program reads them, and its sums and dates are held against the labels. A sum is right where
the labels have the same number of kronor, or the same value and unit. --show prints the rows that are wrong though both
readers agreed on their digits: those are the gravest.
"""

import argparse
import csv
import json
import random
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.calibrate import scorer  # noqa: E402
from pipeline.run import run  # noqa: E402
from pipeline.settings import Settings  # noqa: E402
from samples import scanner  # noqa: E402

KINDS = ("clean", "worn", "fax", "faded")
RICH = 8  # memos of a set with most sums, of which some are drawn


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default="anew")
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--sets", default="bcdefghijklmnopqrs")
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scans, out = Path(folder) / "scans", Path(folder) / "out"
        scans.mkdir()
        labels = _scanned(scans, asked.sets, asked.each, asked.seed, asked.dpi)
        run([scans], Settings(output=out, redo=True))
        _told(labels, out, asked.show)


def _scanned(folder: Path, letters: str, each: int, seed: str, dpi: int) -> dict[str, dict[str, Any]]:
    """Scans some memos of each set into the folder; their labels by name."""
    dice = random.Random(seed)
    labels: dict[str, dict[str, Any]] = {}
    for number, letter in enumerate(letters):
        known = {
            path.name.split(".")[0]: json.loads(path.read_text(encoding="utf-8"))
            for path in (ROOT / "bench/memos" / letter).glob("*.gold.json")
        }
        rich = sorted(sorted(known), key=lambda name: len(known[name]["amounts"]), reverse=True)[:RICH]
        for rank, name in enumerate(dice.sample(rich, min(each, len(rich)))):
            kinds = KINDS if dpi == scanner.DPI else [kind for kind in KINDS if kind != "fax"]  # a fax has its own
            kind = kinds[(number + rank) % len(kinds)]
            pages = scanner.scan(ROOT / "bench/memos" / letter / "digital" / f"{name}.pdf", name + seed, kind, dpi)
            scanner.write_pdf(pages, kind, folder / f"{name}.pdf", dpi)
            labels[name] = known[name]
    return labels


def _told(labels: dict[str, dict[str, Any]], out: Path, show: bool) -> None:
    score = scorer()
    rows = score.load_output(out)
    keys = {
        "amounts": score.amount_key,
        "dates": lambda row: (score.norm(row.get("date_from")), score.norm(row.get("date_to"))),
    }
    print(f"{len(labels)} memos")
    for table, key in keys.items():
        tally: dict[str, int] = defaultdict(int)
        for name, gold in labels.items():
            true = {key(row) for row in gold[table]}
            found = {key(row): row for row in rows[table][name]}
            sure = {k: row for k, row in found.items() if score.truth(row["confirmed"])}
            tally["labelled"] += len(true)
            tally["missed"] += len(true - set(found))
            tally["confirmed"] += len(sure)
            tally["wrong"] += len(set(sure) - true)
            if show:
                for k in set(sure) - true:
                    print(f"  {name}: {sure[k]['text']!r} page {sure[k]['page']} box {sure[k]['box']} read as {k}")
        print(
            f"{table}: {tally['wrong']} of {tally['confirmed']} confirmed ones are wrong"
            f" ({tally['wrong'] / max(1, tally['confirmed']):.2%}); {tally['missed']} of {tally['labelled']} missed"
            f" ({tally['missed'] / max(1, tally['labelled']):.1%})"
        )
    with (out / "documents.csv").open(encoding="utf-8", newline="") as handle:
        states = [row["status"] for row in csv.DictReader(handle)]
    print("documents:", ", ".join(f"{states.count(state)} {state}" for state in sorted(set(states))))


if __name__ == "__main__":
    main()
