"""Make all samples anew: `python -m samples.make [NAME …]`, from the repository's root.

Each memo in `memos/` becomes a digital PDF, a scan, old OCR text and its true text; some become office files and
pictures too. What was written by hand, the labels in `gold/`, is left alone.
"""

import argparse
import importlib
import multiprocessing
import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from PIL import Image

from samples import office
from samples.layout import Sheet, draw
from samples.scanner import scan, write_pdf

HERE = Path(__file__).parent
# how each memo was scanned; the name is the seed
SCANS = {
    "01-typewriter": "faded",
    "02-region": "clean",
    "03-city": "worn",
    "04-att": "fax",
    "05-table": "clean",
    "06-information": "worn",
    "07-margin": "clean",
    "08-two-bodies": "clean",
    "09-individual": "worn",
    "10-minutes": "fax",
}


def memo_of(name: str) -> Callable[[Sheet], None]:
    """The function that draws a memo: `03-city` stands in memos/m03_city.py."""
    module = importlib.import_module("samples.memos.m" + name.replace("-", "_"))
    memo: Callable[[Sheet], None] = module.memo
    return memo


def old_ocr(pages: list[Image.Image]) -> str:
    """The pages as Tesseract reads them with the English model, which knows no å, ä and ö: what old archives hold."""
    out = []
    with tempfile.TemporaryDirectory() as folder:
        for number, image in enumerate(pages):
            picture = Path(folder) / f"{number}.png"
            image.save(picture, dpi=(204, 196) if image.mode == "1" else (200, 200))
            run = subprocess.run(
                ["tesseract", str(picture), "-", "-l", "eng"],
                capture_output=True,
                text=True,
                check=True,
                env={"OMP_THREAD_LIMIT": "1"},
            )
            out.append(run.stdout.strip("\f\n") + "\n")
    return "\f".join(out)


def make(name: str) -> None:
    """Make one memo in all its forms."""
    for folder in ("digital", "scan", "legacy", "other"):
        (HERE / folder).mkdir(exist_ok=True)
    digital = HERE / "digital" / f"{name}.pdf"
    true = draw(memo_of(name), digital)
    (HERE.parent / "tests/samples/true" / f"{name}.true.txt").write_text(true, encoding="utf-8")
    pages = scan(digital, name, SCANS[name])
    write_pdf(pages, SCANS[name], HERE / "scan" / f"{name}.pdf")
    (HERE / "legacy" / f"{name}.txt").write_text(old_ocr(pages), encoding="utf-8")
    office.make(name, memo_of(name), pages, HERE / "other")


def main() -> None:
    """Make the named memos, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="for example 03-city; all where none is given")
    names = parser.parse_args().names or list(SCANS)
    for name in names:
        if name not in SCANS:
            parser.error(f"no memo {name}; there are {', '.join(SCANS)}")
    # each in a process of its own: how reportlab names a font in a file depends on the files that it wrote before
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=2, mp_context=context, max_tasks_per_child=1) as executor:
        for name, _ in zip(names, executor.map(make, names), strict=True):
            print(name)


if __name__ == "__main__":
    main()
