"""How quick is the text layer: our reading of it beside pdfplumber's `extract_words`, page by page in the same run.

    .venv/bin/python bench/text_layer.py [FOLDER …]      (default: samples/digital)

Prints milliseconds a page of each and the ratio; the ratio is the figure, milliseconds belong to the machine.
"""

import sys
import time
from pathlib import Path

import pdfplumber

from pipeline.read.files import open_source, read_page

ROUNDS = 3


def ours(path: Path, pages: int) -> None:
    for number in range(1, pages + 1):
        read_page(path, "pdf", number)


def theirs(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()


def main() -> None:
    folders = [Path(a) for a in sys.argv[1:]] or [Path(__file__).parent.parent / "samples/digital"]
    files = sorted(f for folder in folders for f in folder.rglob("*.pdf"))
    counts = {path: open_source(path).pages for path in files}
    pages = sum(counts.values())
    spent = {"ours": 0.0, "pdfplumber": 0.0}
    for path in files:  # pictures in letterheads are read once and kept: that is no part of the text layer
        ours(path, counts[path])
    for _ in range(ROUNDS):
        for path in files:
            start = time.process_time()
            ours(path, counts[path])
            middle = time.process_time()
            theirs(path)
            spent["ours"] += middle - start
            spent["pdfplumber"] += time.process_time() - middle
    for name, seconds in spent.items():
        print(f"{name:11} {seconds / pages / ROUNDS * 1000:6.1f} ms a page")
    print(f"ratio       {spent['pdfplumber'] / spent['ours']:6.1f}  over {pages} pages, {ROUNDS} rounds")


if __name__ == "__main__":
    main()
