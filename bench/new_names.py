"""Recall of names that are in no list: rules alone, the recogniser alone, and both.

    .venv/bin/python bench/new_names.py [--model NAME] [--rounds N] [--misses] [--fold 0|1]

Puts new names (new_names_lists.toml) into short memos (new_names_memos.txt), each as clean text and as an English OCR
reads it, and runs the program on them. Prints, for clean and for OCR text: the share of the new names that are found
(by what is new about them), and precision and recall over all parties; once more the precision where a name that is
wrong by some letters only counts as right. A name that the program's lists or rules know
does not count as new. --fold takes only every second memo with every second name: `fit_ner.py` uses fold 0, so that
fold 1 is new to the weights as well.
"""

import argparse
import importlib.util
import random
import re
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.restore import channel, damage  # noqa: E402
from pipeline.extract.facts import Facts  # noqa: E402
from pipeline.extract.ner_model import load  # noqa: E402
from pipeline.extract.ner_parts import SPANS  # noqa: E402
from pipeline.extract.pipeline import build  # noqa: E402
from pipeline.forms.names import find_names  # noqa: E402
from pipeline.forms.persons import find_persons  # noqa: E402
from pipeline.forms.persons_registers import is_first_name, surnames  # noqa: E402
from pipeline.memo.build import find_memos  # noqa: E402
from pipeline.memo.memo import Memo  # noqa: E402
from pipeline.run import read_pages  # noqa: E402
from pipeline.settings import Ner  # noqa: E402

SLOT = re.compile(r"\{([pkcf])(\d)(:s)?\}")
MARK = re.compile(r"\[(?:([^\[\]|=]+)=)?([^\[\]|=]+)\|(\w+)\]")
KINDS = {"p": "person", "k": "person, first name known", "c": "company", "f": "association"}
TYPES = {"p": "person", "k": "person", "c": "company", "f": "association"}
# ordinary first names, so that only the surname is new
COMMON = ("Anna", "Lars", "Maria", "Karl", "Eva", "Per", "Karin", "Johan", "Lena", "Anders", "Ulla", "Mikael", "Jan")


@dataclass(slots=True)
class Text:
    """A memo's text, its parties as (name, type), and its new names by kind."""

    text: str
    parties: set[tuple[str, str]] = field(default_factory=set)
    new: dict[str, str] = field(default_factory=dict)


@cache
def lists() -> dict[str, list[str]]:
    """The names, those that the program knows left out; order fixed."""
    told = tomllib.loads((ROOT / "bench/new_names_lists.toml").read_text(encoding="utf-8"))
    found = {
        "first": [w for w in told["first"].split() if not is_first_name(w)],
        "last": [w for w in told["last"].split() if w.lower() not in surnames()],
    }
    for kind in ("company", "association"):
        lines = [line.strip() for line in told[kind].splitlines() if line.strip()]
        found[kind] = [n for n in lines if not find_names(n) and not find_persons(n)]
    return found


def genitive(name: str) -> str:
    return name if name[-1] in "sxz" else name + "s"


def texts(fold: int | None = None, rounds: int = 1) -> Iterator[Text]:
    """The memos with names put in; fold 0 or 1: half of the memos, with half of the names."""
    whole = (ROOT / "bench/new_names_memos.txt").read_text(encoding="utf-8")
    memos = [part.partition("\n")[2].strip() for part in re.split(r"^=== ", whole, flags=re.MULTILINE)[1:]]
    names = {kind: [n for i, n in enumerate(all_) if fold in (None, i % 2)] for kind, all_ in lists().items()}
    for round_ in range(rounds):
        rng = random.Random(round_)
        for number, memo in enumerate(memos):
            if fold in (None, number % 2):
                yield filled(memo, names, rng)


def filled(memo: str, names: dict[str, list[str]], rng: random.Random) -> Text:
    """One memo with its slots and marks undone."""
    made: dict[str, str] = {}
    found = Text("")

    def name_of(match: re.Match[str]) -> str:
        kind, number, owns = match.groups()
        while kind + number not in made:
            if kind in "pk":
                drawn = f"{rng.choice(COMMON if kind == 'k' else names['first'])} {rng.choice(names['last'])}"
            else:
                drawn = rng.choice(names["company" if kind == "c" else "association"])
            if drawn not in made.values():
                made[kind + number] = drawn
        name = made[kind + number]
        found.parties.add((name, TYPES[kind]))
        found.new[name] = KINDS[kind]
        return genitive(name) if owns else name

    def plain(match: re.Match[str]) -> str:
        shown, name, kind = match.groups()
        found.parties.add((name, kind))
        return shown or name

    found.text = MARK.sub(plain, SLOT.sub(name_of, memo))
    return found


def read_by_ocr(text: str, rng: random.Random) -> str:
    """The text as an English OCR reads it."""
    shares = channel()
    return re.sub(r"\S+", lambda m: damage(m.group(), shares, rng), text)


def memos_in(text: str) -> list[Memo]:
    """The program's own reading of a text file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memo.txt"
        path.write_text(text, encoding="utf-8")
        return find_memos(read_pages(path))


def parties(memos: list[Memo], recogniser: Ner, alone: bool = False) -> set[tuple[str, str]]:
    """(name, type) of the parties that are found. alone: what the recogniser itself sees, without rules."""
    found: set[tuple[str, str]] = set()
    for memo in memos:
        nlp = build(recogniser)
        doc = nlp.make_doc(memo.text)
        doc._.memo, doc._.facts = memo, Facts()
        if alone:
            part: Any = nlp.get_pipe("memo_ner")
            part.everywhere = True
            doc = part(doc)
            part.everywhere = False
            found |= {(" ".join(e.text.split()), e.label_) for e in doc.spans.get(SPANS, ())}
        else:
            for _, component in nlp.pipeline:
                doc = component(doc)
            found |= {(party.name, party.type) for party in doc._.facts.parties}
    return found


def near(one: str, two: str) -> bool:
    """Whether two names differ by some letters only."""
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= 0.8


@cache
def norm() -> Any:
    """The judge's own way to compare names."""
    spec = importlib.util.spec_from_file_location("score", ROOT.parent / "shared/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.norm


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="", help="folder or package (default: models/sv_memo_ner)")
    parser.add_argument("--rounds", type=int, default=1, help="how often each memo is filled with other names")
    parser.add_argument("--fold", type=int, choices=(0, 1))
    parser.add_argument("--misses", action="store_true", help="print what is missed, and what is no party")
    arguments = parser.parse_args()
    model = Ner(arguments.model)
    print(f"recogniser: {load(model).state.value}")
    ways = {"rules": (Ner("off"), False), "recogniser alone": (model, True), "both": (model, False)}
    for flavour in ("clean", "old OCR"):
        rng = random.Random(7)
        hits: dict[str, dict[str, list[bool]]] = {way: defaultdict(list) for way in ways}
        counts = {way: [0, 0, 0, 0] for way in ways}  # right, found, in the gold, wrong by some letters
        for memo in texts(arguments.fold, arguments.rounds):
            read = memos_in(read_by_ocr(memo.text, rng) if flavour == "old OCR" else memo.text)
            gold = {norm()(name) for name, _ in memo.parties}
            for way, (recogniser, alone) in ways.items():
                got = {norm()(name) for name, _ in parties(read, recogniser, alone)}
                for name, kind in memo.new.items():
                    hits[way][kind].append(norm()(name) in got)
                misread = sum(any(near(g, name) for name in gold - got) for g in got - gold)
                now = (len(got & gold), len(got), len(gold), misread)
                counts[way] = [a + b for a, b in zip(counts[way], now, strict=True)]
                if arguments.misses and way == "both":
                    print("missed", sorted(gold - got), "| no party", sorted(got - gold))
        print(f"\n| {flavour} | " + " | ".join(ways) + " |\n| --- |" + " --- |" * len(ways))
        every = {way: [h for some in hits[way].values() for h in some] for way in ways}
        print(f"| new names found, all {len(every['both'])} |", end="")
        print("".join(f" {sum(every[w]) / len(every[w]):.3f} |" for w in ways))
        for kind in KINDS.values():
            some = {way: hits[way][kind] for way in ways}
            print(f"| {kind}, {len(some['both'])} |", end="")
            print("".join(f" {sum(some[w]) / len(some[w]):.3f} |" for w in ways))
        for title, k in (("precision, all parties", 1), ("recall, all parties", 2)):
            print(f"| {title} |" + "".join(f" {counts[w][0] / max(1, counts[w][k]):.3f} |" for w in ways))
        print("| precision but for misread letters |", end="")
        print("".join(f" {(c[0] + c[3]) / max(1, c[1]):.3f} |" for c in counts.values()))
        print("| F1, all parties |", end="")
        print("".join(f" {2 * c[0] / (c[1] + c[2]):.3f} |" for c in counts.values()))


if __name__ == "__main__":
    main()
