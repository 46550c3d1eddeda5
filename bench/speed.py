"""How many memos a second one core takes from words to rows, and where the time goes.

    .venv/bin/python bench/speed.py [FOLDER …]      (default: bench/memos/*/digital and bench/memos/*/legacy)

Pages are read first and not counted. The models are loaded and warmed by the memos in samples/; then each memo is read
once, as in a folder of memos that differ, so that no word is remembered from the same memo. Memos with a text layer and
old OCR texts are told apart: in the latter nearly every other word has lost a letter. Prints milliseconds a memo of
each stage and its share, memos a second, and the same as a ratio to reading the text layers of the same PDF pages in
the same run.
"""

import random
import sys
import time
from pathlib import Path

from spacy.language import Language

from pipeline.extract.facts import Facts
from pipeline.extract.pipeline import build
from pipeline.extract.rows import rows_of
from pipeline.memo.build import find_memos
from pipeline.read.page import Page
from pipeline.run import read_pages
from pipeline.warm import settle

ROOT = Path(__file__).parent.parent


def main() -> None:
    folders = [Path(a) for a in sys.argv[1:]] or sorted(ROOT.glob("bench/memos/*/digital")) + sorted(
        ROOT.glob("bench/memos/*/legacy")
    )
    warming = [read_pages(f) for f in files_of([ROOT / "samples/digital", ROOT / "samples/legacy"])]
    nlp = build()
    settle()  # as workers are
    for pages in warming:
        add_up(nlp, pages, {})
    files = files_of(folders)
    for suffix, name in ((".pdf", "memos with a text layer"), (".txt", "memos as old OCR text")):
        chosen = [f for f in files if f.suffix == suffix]
        if not chosen:
            continue
        random.Random(1).shuffle(chosen)
        start = time.process_time()
        everything = [read_pages(f) for f in chosen]
        reading = (time.process_time() - start) / len(chosen)
        spent: dict[str, float] = {}
        for pages in everything:
            add_up(nlp, pages, spent)
        print(f"{len(chosen)} {name}")
        total = told(spent, len(chosen))
        if suffix == ".pdf":
            print(f"ratio to reading the text layers of a memo's pages: {total / reading:.2f}")


def files_of(folders: list[Path]) -> list[Path]:
    """The memos in the folders, in order."""
    return sorted(f for folder in folders for f in folder.iterdir() if f.suffix in (".pdf", ".txt"))


def add_up(nlp: Language, pages: list[Page], spent: dict[str, float]) -> None:
    """Adds the processor seconds that a file's memos take, by stage."""
    before = time.process_time()

    def add(name: str) -> None:
        nonlocal before
        now = time.process_time()
        spent[name] = spent.get(name, 0.0) + now - before
        before = now

    memos = find_memos(pages)
    add("memo")
    for memo in memos:
        doc = nlp.make_doc(memo.text)
        doc._.memo, doc._.facts = memo, Facts()
        add("tokens")
        for name, component in nlp.pipeline:
            doc = component(doc)
            add(name)
        rows_of(memo, doc._.facts, "0" * 16, "")
        add("rows")


def told(spent: dict[str, float], count: int) -> float:
    """Prints what the stages take; seconds a memo."""
    total = sum(spent.values()) / count
    for name, seconds in spent.items():
        print(f"  {name:16} {seconds / count * 1000:7.2f} ms a memo  {seconds / count / total:6.1%}")
    print(f"  {'all':16} {total * 1000:7.2f} ms a memo: {1 / total:.0f} memos a second on one core")
    return total


if __name__ == "__main__":
    main()
