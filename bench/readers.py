"""How well the two readers read scans of every quality, and what the second one costs.

    .venv/bin/python bench/readers.py [FOLDER …] [--pages N] [--kinds clean,fax,…]

The folders hold digital PDFs (default: samples/digital). Their pages are printed, spoilt as scanners, faxes and time
spoil paper, read, and compared by place with the PDFs' own words. Only shares and ratios are printed: they are the
same on every machine, times are not.
"""

import argparse
import datetime
import os
import re
import sys
import zlib
from collections import Counter
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).parent.parent))
from pipeline.read.ocr import first_reading, points_of
from pipeline.read.page import Page, ReadAs, Word
from pipeline.read.pdf import pdf_page, pdf_pages
from pipeline.read.second import read_again
from pipeline.read.second_judge import has_digits

KINDS = ("clean", "fax", "faint", "skew", "small", "copy")
DPI = 300


def spoil(image: Image.Image, kind: str, dice: np.random.Generator) -> Image.Image:
    """The page as its kind makes it. image: grey, 300 dpi. The same dice give the same picture."""
    if kind == "small":  # type of 7 to 8 points
        small = image.resize((round(image.width * 0.72), round(image.height * 0.72)), Image.Resampling.LANCZOS)
        sheet = Image.new("L", image.size, 255)
        sheet.paste(small, (0, 0))
        image = sheet
    dpi = {"clean": 300, "small": 300, "skew": 200, "fax": 200, "faint": 200, "copy": 150}[kind]
    size = round(image.width * dpi / DPI), round(image.height * dpi / DPI)
    image = image.resize(size, Image.Resampling.BOX)
    if kind == "skew":
        image = image.rotate(2.3, resample=Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur({"clean": 0.4, "fax": 0.6, "copy": 0.8}.get(kind, 0.5)))
    values = np.asarray(image, dtype=np.float32) / 255
    if kind == "copy":  # copied twice: ink runs, grey ground
        values = np.clip((values - 0.35) * 2.2, 0, 1) * 0.9
    noise = {"clean": 0.01, "small": 0.01, "skew": 0.03, "fax": 0.16, "faint": 0.05, "copy": 0.05}[kind]
    if kind == "faint":
        drift = np.cumsum(dice.standard_normal(values.shape[1])) / 30  # the ribbon wears unevenly
        values = 1 - (1 - values) * (0.32 + 0.12 * np.clip(drift, -1, 1).astype(np.float32))
    values = values + noise * dice.standard_normal(values.shape).astype(np.float32)
    if kind == "fax":
        values = (values > 0.55).astype(np.float32)
    spoilt = Image.fromarray((np.clip(values, 0, 1) * 255).astype(np.uint8))
    return spoilt.resize((round(spoilt.width * DPI / dpi), round(spoilt.height * DPI / dpi)), Image.Resampling.BICUBIC)


def printed(folder: Path, most: int) -> list[tuple[str, Image.Image, Page]]:
    """Pages that have words of their own, as pictures: name, picture at 300 dpi, the page."""
    found = []
    for path in sorted(folder.glob("*.pdf")):
        for number in range(1, pdf_pages(path) + 1):
            page = pdf_page(path, number)
            if page.read_as is ReadAs.DIGITAL and len(page.words) > 30 and not page.turn:
                with pdfium.PdfDocument(path) as document:
                    image = document[number - 1].render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
                found.append((f"{path.stem}:{number}", image, page))
    step = max(1, len(found) // most)
    return found[::step][:most]


def compare(truth: Page, words: list[Word], shrunk: float) -> tuple[Counter[str], list[str]]:
    """What is right, and lines that show what was confirmed and wrong. shrunk: size of the print against the page's."""
    there = [(w, _digits(w.text)) for w in truth.words if not w.picture and not w.angle]
    said = Counter(d for _, every in there for d in every)
    read = Counter(d for w in words for d in _digits(w.text))
    counts: Counter[str] = Counter(true=said.total(), found=(said & read).total(), read=read.total())
    wrong = []
    for word in words:
        digits = _digits(word.text)
        if not has_digits(word.text):
            continue
        counts["words"] += 1
        near = " ".join(t.text for t in truth.words if _touch(word, t, shrunk))
        right = all(d in _digits(near) for d in digits)
        counts["right"] += right
        if word.agreed:
            counts["agreed"] += 1
            counts["agreed right"] += right
            if not right:
                wrong.append(f"{word.text!r} where {near!r} is printed")
    return counts, wrong


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _touch(read: Word, true: Word, shrunk: float) -> bool:
    near = 4.0  # points: what a levelled page may have moved
    x0, y0, x1, y1 = (value * shrunk for value in true.box)
    return x0 < read.box.x1 + near and x1 > read.box.x0 - near and y0 < read.box.y1 - 2 and y1 > read.box.y0 + 2


def seconds() -> float:
    """Processor time of this process and those it waited for."""
    t = os.times()
    return t.user + t.system + t.children_user + t.children_system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[Path(__file__).parent.parent / "samples" / "digital"])
    parser.add_argument("--pages", type=int, default=10)
    parser.add_argument("--kinds", default=",".join(KINDS))
    options = parser.parse_args()
    pages = [page for folder in options.folders for page in printed(folder, options.pages)]
    print(f"{datetime.date.today()}: {len(pages)} pages, digits by place against the PDFs' own words")
    print("kind    found by one  by both   confirmed  of these right   time of the second against the first")
    for kind in options.kinds.split(","):
        one, both, spent, wrong = Counter[str](), Counter[str](), [0.0, 0.0], []
        for name, image, truth in pages:
            spoilt = spoil(image, kind, np.random.default_rng(zlib.crc32(f"{name} {kind}".encode())))
            start = seconds()
            first = first_reading(spoilt, DPI)
            middle = seconds()
            again = read_again(first.picture, DPI, first.readings)
            spent[0] += middle - start
            spent[1] += seconds() - middle
            shrunk = 0.72 if kind == "small" else 1.0
            one += compare(truth, points_of(first.readings, 72 / DPI), shrunk)[0]
            counts, lines = compare(truth, points_of(again, 72 / DPI), shrunk)
            both += counts
            wrong += [f"        {name}: {line}" for line in lines]
        shares = (
            one["found"] / max(1, one["true"]),
            both["found"] / max(1, both["true"]),
            both["agreed"] / max(1, both["words"]),
            both["agreed right"] / max(1, both["agreed"]),
            spent[1] / max(0.01, spent[0]),
        )
        print("{:8}{:12.4f}{:9.4f}{:12.4f}{:16.4f}{:20.2f}".format(kind, *shares))
        print("\n".join(wrong), end="\n" if wrong else "")


if __name__ == "__main__":
    main()
