"""Measures the program on every labelled set at hand and writes docs/figures.md.

    .venv/bin/python bench/figures.py [SET …] [--out FOLDER] [--write]

The sets of `../shared` are left out where it is missing. For each set the program is run into a folder of its own
and measured by `score.py`, and by `score_text.py` where true texts are at hand. --write writes docs/figures.md anew
(only with all sets); without it the figures are printed.
"""

import argparse
import datetime
import json
import platform
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True)
class Set:
    """What is read, its labels, and its true texts where there are any."""

    source: Path
    gold: Path
    truth: Path | None = None


KINDS = ("digital", "scan", "legacy")


def made(letter: str, kind: str) -> Set:
    """A set of bench/memos."""
    folder = ROOT / "bench/memos" / letter
    return Set(folder / kind, folder, folder / "html")


SETS = {
    "gold digital": Set(SHARED / "gold/digital", SHARED / "gold", SHARED / "gold/html"),
    "gold scan": Set(SHARED / "gold/scan", SHARED / "gold", SHARED / "gold/html"),
    "gold legacy": Set(SHARED / "gold/legacy", SHARED / "gold", SHARED / "gold/html"),
    "seeds legacy": Set(SHARED / "seeds/legacy", SHARED / "seeds/gold", SHARED / "seeds/true"),
    "real": Set(SHARED / "real", SHARED / "real/gold"),
    **{f"unseen {kind} ({letter})": made(letter, kind) for letter in "t" for kind in KINDS},
    **{f"made apart {kind} ({letter})": made(letter, kind) for letter in "bcdefghijklmnopqrs" for kind in KINDS},
    "samples digital": Set(ROOT / "samples/digital", ROOT / "samples/gold", ROOT / "tests/samples/true"),
    "samples scan": Set(ROOT / "samples/scan", ROOT / "samples/gold", ROOT / "tests/samples/true"),
    "samples legacy": Set(ROOT / "samples/legacy", ROOT / "samples/gold", ROOT / "tests/samples/true"),
}
FACTS = ("proposals", "decided", "earlier", "dates", "amounts", "parties", "roles", "references")


def measure(name: str, out: Path) -> dict[str, Any]:
    """Run the program on a set and score what it wrote."""
    one = SETS[name]
    command = [sys.executable, "-m", "pipeline.cli", "run", str(one.source), "-o", str(out), "--redo", "--quiet"]
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{name}: lupp left with {done.returncode}")
    scorer = [sys.executable, str(SHARED / "score.py"), str(one.gold), str(out), "--json"]
    result: dict[str, Any] = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)
    if one.truth:
        scorer = [sys.executable, str(SHARED / "score_text.py"), str(one.truth), str(out)]
        said = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
        for kind, recall, precision in re.findall(
            r"^(words|digits)\s+recall ([\d.]+)\s+precision ([\d.]+)", said, re.M
        ):
            result[f"text {kind}"] = (float(recall), float(precision))
        if told := re.search(r"^confirmed share ([\d.]+)\s+right ([\d.]+)", said, re.M):
            result["confirmed"] = (float(told[1]), float(told[2]))
    if "digital" in name or name == "real":
        scorer = [sys.executable, str(SHARED / "score_boxes.py"), str(one.source), str(out)]
        said = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
        found = re.search(r"^all\s+boxes right ([\d.]+)", said, re.M)
        result["boxes"] = float(found[1]) if found else None
    return result


def table(results: dict[str, dict[str, Any]]) -> str:
    """The figures as Markdown: one column a set."""
    lines = ["| | " + " | ".join(results) + " |", "| --- |" + " --- |" * len(results)]

    def row(title: str, value: Any) -> None:
        cells = []
        for result in results.values():
            try:
                got = value(result)
            except (KeyError, TypeError):
                got = None
            cells.append("–" if got is None else f"{got:.3f}" if isinstance(got, float) else str(got))
        lines.append(f"| {title} | " + " | ".join(cells) + " |")

    row("memos", lambda r: r["memos"])
    row("**core F1**", lambda r: float(r["core_f1"]))
    row("**field accuracy**", lambda r: float(r["field_accuracy"]))
    first = next(iter(results.values()))
    for fact in FACTS:
        row(f"{fact} F1", lambda r, f=fact: float(r["facts"][f]["f1"]) if r["facts"][f]["gold"] else None)
    for field in first["fields"]:
        row(f"field {field}", lambda r, f=field: float(r["fields"][f]["accuracy"]))
    for name in first["attributes"]:
        row(name, lambda r, n=name: float(r["attributes"][n]["accuracy"]) if r["attributes"][n]["of"] else None)
    row("words found (recall)", lambda r: r["text words"][0])
    row("words right (precision)", lambda r: r["text words"][1])
    row("digits found (recall)", lambda r: r["text digits"][0])
    row("dates and amounts confirmed (share)", lambda r: r["confirmed"][0])
    row("of these with all digits right", lambda r: r["confirmed"][1] if r["confirmed"][0] else None)
    row("boxes right", lambda r: r["boxes"])
    return "\n".join(lines)


def tables(results: dict[str, dict[str, Any]]) -> str:
    """One table for each family of sets, those first that no rule writer has looked at."""
    families = ("unseen", "gold", "seeds", "real", "made apart", "samples")
    order = sorted(results, key=lambda name: next(i for i, f in enumerate(families) if name.startswith(f)))
    parts = (("Unseen", 0, 1), ("At hand while the rules were written", 1, 4), ("Made apart, looked at since", 4, 6))
    texts = []
    for title, first, last in parts:
        names = [n for n in order if n.startswith(families[first:last])]
        if names:
            texts.append(f"## {title}\n\n{table({n: results[n] for n in names})}")
    return "\n\n".join(texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--out", type=Path, help="folder for the outputs (default: one that is thrown away)")
    parser.add_argument("--write", action="store_true", help="write docs/figures.md")
    arguments = parser.parse_args()
    if not (SHARED / "score.py").exists():
        raise SystemExit("the scorers are in ../shared, which is not here")
    names = [n for n in arguments.sets or SETS if SETS[n].source.exists()]
    with tempfile.TemporaryDirectory() as folder:
        base = arguments.out or Path(folder)
        results = {name: measure(name, base / name.replace(" ", "-")) for name in names}
    print(tables(results))
    if arguments.write:
        head = (ROOT / "bench/figures_head.md").read_text(encoding="utf-8")
        stamp = f"Measured {datetime.date.today()} with Python {platform.python_version()}."
        tail = (ROOT / "bench/figures_tail.md").read_text(encoding="utf-8")  # what other commands measured
        text = f"{head}\n{stamp}\n\n{tables(results)}\n{tail}"
        (ROOT / "docs/figures.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
