"""How many memos a second one core takes from words to rows, and where the time goes.

    .venv/bin/python bench/speed.py [FOLDER …]      (default: samples/digital and samples/legacy)

Pages are read first and not counted. Prints milliseconds a memo of each stage, the share of each component, memos a
second, and the same as a ratio to reading the text layers of the same PDF pages in the same run.
"""

import sys
import time
from pathlib import Path

from pipeline.extract.facts import Facts
from pipeline.extract.pipeline import build
from pipeline.extract.rows import rows_of
from pipeline.memo.build import find_memos
from pipeline.run import read_pages
from pipeline.warm import settle

ROUNDS = 5


def main() -> None:
    root = Path(__file__).parent.parent / "samples"
    folders = [Path(a) for a in sys.argv[1:]] or [root / "digital", root / "legacy"]
    files = sorted(f for folder in folders for f in folder.iterdir() if f.suffix in (".pdf", ".txt"))
    everything = [read_pages(f) for f in files]
    pdfs = [f for f in files if f.suffix == ".pdf"]
    start = time.process_time()
    for file in pdfs:
        read_pages(file)
    reading = (time.process_time() - start) / max(1, len(pdfs))
    spent: dict[str, float] = {}
    nlp = build()
    settle()  # as workers are
    for warm in (True, *[False] * ROUNDS):
        for pages in everything:
            before = time.process_time()
            memos = find_memos(pages)
            now = time.process_time()
            took = {"memo": now - before}
            for memo in memos:
                before = now
                doc = nlp.make_doc(memo.text)
                doc._.memo, doc._.facts = memo, Facts()
                now = time.process_time()
                took["tokens"] = took.get("tokens", 0.0) + now - before
                for name, component in nlp.pipeline:
                    before = now
                    doc = component(doc)
                    now = time.process_time()
                    took[name] = took.get(name, 0.0) + now - before
                before = now
                rows_of(memo, doc._.facts, "0" * 16, "")
                now = time.process_time()
                took["rows"] = took.get("rows", 0.0) + now - before
            if not warm:
                for name, seconds in took.items():
                    spent[name] = spent.get(name, 0.0) + seconds
    count = len(everything) * ROUNDS
    total = sum(spent.values()) / count
    for name, seconds in spent.items():
        print(f"{name:16} {seconds / count * 1000:7.2f} ms a memo  {seconds / count / total:6.1%}")
    print(f"{'all':16} {total * 1000:7.2f} ms a memo: {1 / total:.0f} memos a second on one core")
    if pdfs:
        print(f"ratio to reading the text layers of a memo's pages: {total / reading:.2f}")


if __name__ == "__main__":
    main()
