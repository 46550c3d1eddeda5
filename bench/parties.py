"""Parties on labelled memos: rules alone, the recogniser alone, and both.

    .venv/bin/python bench/parties.py [--model NAME] [--misses] [SET …]

Precision, recall and F1 of the parties' names, compared as `score.py` compares them, and what the recogniser adds.
Sets: samples, apart (bench/memos/b), gold and real (of ../shared, where it is). Pages are read once and kept.
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.fit_ner import kept  # noqa: E402
from bench.new_names import norm, parties  # noqa: E402
from pipeline.extract.ner_model import load  # noqa: E402
from pipeline.memo.build import find_memos  # noqa: E402
from pipeline.settings import Ner  # noqa: E402

SHARED = ROOT.parent / "shared"
SETS = {
    "samples": (ROOT / "samples/gold", ROOT / "samples", ("digital", "scan", "legacy")),
    "apart": (ROOT / "bench/memos/b", ROOT / "bench/memos/b", ("digital", "scan", "legacy")),
    "gold": (SHARED / "gold", SHARED / "gold", ("digital", "scan", "legacy")),
    "real": (SHARED / "real/gold", SHARED / "real", (".",)),
    "seeds": (SHARED / "seeds/gold", SHARED / "seeds", ("legacy",)),
}


@dataclass(slots=True)
class Tally:
    """Names that are right, found, and in the labels."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __str__(self) -> str:
        p, r = self.right / max(1, self.found), self.right / max(1, self.gold)
        return f"{p:.3f} / {r:.3f} / {2 * self.right / max(1, self.found + self.gold):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--model", default="", help="folder or package (default: models/sv_memo_ner)")
    parser.add_argument("--misses", action="store_true", help="print what is added, and what is still missed")
    arguments = parser.parse_args()
    model = Ner(arguments.model)
    print(f"recogniser: {load(model).state.value}; precision / recall / F1 of parties' names\n")
    ways = {"rules": (Ner("off"), False), "recogniser alone": (model, True), "both": (model, False)}
    print("| memos | " + " | ".join(ways) + " | added, of these right |\n| --- |" + " --- |" * (len(ways) + 1))
    for name in arguments.sets or SETS:
        folder, base, flavours = SETS[name]
        for flavour in flavours:
            tallies = {way: Tally() for way in ways}
            added = right = 0
            for gold_file in sorted(folder.glob("*.gold.json")):
                stem = gold_file.name.split(".")[0]
                sources = [p for p in sorted((base / flavour).glob(f"{stem}.*")) if p.suffix in (".pdf", ".txt")]
                if not sources:
                    continue
                gold = {norm()(p["name"]) for p in json.loads(gold_file.read_text(encoding="utf-8"))["parties"]}
                memos = find_memos(kept(sources[0]))
                got = {w: {norm()(n) for n, _ in parties(memos, *how)} for w, how in ways.items()}
                for way, tally in tallies.items():
                    tally.right += len(got[way] & gold)
                    tally.found += len(got[way])
                    tally.gold += len(gold)
                more = got["both"] - got["rules"]
                added, right = added + len(more), right + len(more & gold)
                if arguments.misses:
                    told = sorted(f"+{n}" for n in more & gold), sorted(f"!{n}" for n in more - gold)
                    print(stem, flavour, *told, "missed", sorted(gold - got["both"]))
            if tallies["rules"].gold:
                print(f"| {name} {flavour.strip('.')} | " + " | ".join(map(str, tallies.values())), end="")
                print(f" | {added}, {right} |", flush=True)


if __name__ == "__main__":
    main()
