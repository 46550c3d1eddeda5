"""Tesseract as it comes against its network run by the program: words found, their boxes, and time, on the same pages.

    .venv/bin/python bench/first_reader.py [SET …]      (default: samples bench/memos/*)

A SET is a folder with `scan/` and `digital/`, the same memos as scans and with a text layer, which is the truth. Pages
that turn out to lie on their side are left out. Prints, for each way, how many of the truth's words were read in their
order, how many of those with digits, processor seconds a page, and how far the boxes of words that both read lie apart.
"""

import os
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # as in a run: pages are spread over processes

import numpy as np
from PIL import Image

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.read.files import read_page  # noqa: E402
from pipeline.read.ocr import first_reading  # noqa: E402
from pipeline.read.pdf import pdf_pages, pdf_picture  # noqa: E402
from pipeline.read.tesseract import PAGE, SWEDISH, TIMEOUT  # noqa: E402
from pipeline.read.tesseract_library import segments, table  # noqa: E402
from pipeline.read.tesseract_lines import read_segments  # noqa: E402
from pipeline.read.tesseract_network import usable  # noqa: E402

Row = dict[str, Any]
SIDES = ("left", "top", "width", "height")


def whole(picture: Image.Image, dpi: int) -> list[Row]:
    """Tesseract as it comes."""
    return [row for row in table(picture, SWEDISH, PAGE, dpi, TIMEOUT) if row["text"].strip()]


def network(picture: Image.Image, dpi: int) -> list[Row]:
    """Its lines, read by its network here."""
    return read_segments(picture, segments(picture, SWEDISH, PAGE, dpi) or [], TIMEOUT)


def matching(one: list[str], other: list[str]) -> list[tuple[int, int]]:
    """The places of words that are the same in both, in order."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [(block.a + k, block.b + k) for block in blocks for k in range(block.size)]


def main() -> None:
    if not usable():
        sys.exit("the network cannot be run here: see pipeline/read/tesseract_network.py")
    folders = [Path(a) for a in sys.argv[1:]] or [ROOT / "samples", *sorted((ROOT / "bench/memos").glob("?"))]
    ways: dict[str, Callable[[Image.Image, int], list[Row]]] = {"Tesseract": whole, "its network": network}
    found = {name: np.zeros(2, int) for name in ways}
    took = dict.fromkeys(ways, 0.0)
    truths, pages, apart = np.zeros(2, int), 0, []
    for scan in sorted(path for folder in folders for path in (folder / "scan").glob("*.pdf")):
        digital = scan.parent.parent / "digital" / scan.name
        if not digital.exists() or pdf_pages(digital) != pdf_pages(scan):
            continue
        for number in range(1, pdf_pages(scan) + 1):
            image, dpi, _ = pdf_picture(scan, number)
            picture = first_reading(image, dpi).picture.convert("L")
            if segments(picture, SWEDISH, PAGE, round(dpi)) is None:
                continue
            truth = [word.text for word in read_page(digital, "pdf", number).words]
            pages += 1
            truths += (len(truth), sum(any(map(str.isdigit, word)) for word in truth))
            read: dict[str, list[Row]] = {}
            for name, way in ways.items():
                start = time.process_time()
                read[name] = way(picture, round(dpi))
                took[name] += time.process_time() - start
                right = [truth[a] for a, _ in matching(truth, [row["text"] for row in read[name]])]
                found[name] += (len(right), sum(any(map(str.isdigit, word)) for word in right))
            one, other = read.values()
            for a, b in matching([row["text"] for row in one], [row["text"] for row in other]):
                apart.append(max(abs(float(one[a][side]) - other[b][side]) for side in SIDES))
    print(f"{pages} pages, {truths[0]} words, {truths[1]} of them with digits")
    for name in ways:
        words, digits = found[name] / np.maximum(1, truths)
        print(f"{name:12} words {words:.4f}  with digits {digits:.4f}  {took[name] / max(1, pages):.2f} s a page")
    print(f"boxes apart: mean {np.mean(apart):.1f} pixels, 99 in 100 within {np.percentile(apart, 99):.0f}")


if __name__ == "__main__":
    main()
