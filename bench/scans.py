"""Scans a second: this program, with its second reader, beside OCRmyPDF, which reads once. And where our time goes.

    .venv/bin/python bench/scans.py [FOLDER …] [--rounds N] [--cores N] [--joined] [--stages-only]

The folders hold scanned PDFs. Without any, two measurements are made: samples/scan, some pages, where starting weighs
most; and samples/scan with labelled scans of bench/memos (and shared/gold/scan where a checkout has it), some
hundred pages of many offices, as a registrar has them. Both programs are run as whole processes on the same files and
cores, in turn: `lupp run` on all the files, `ocrmypdf -l swe --output-type pdf --jobs N` on one after the other, since
it takes one at a time. With --joined it gets all pages in one PDF, which suits it best: it starts once and always has a
page for each core. Wall time is what people wait; processor time is nearly the same on a busy machine. Both are
printed, with how many programs waited for a processor before each measurement.

OCRmyPDF is no dependency of this program and is not installed by it: `apt-get install ocrmypdf` on Debian, or pip in
an environment of its own; its folder must be on PATH. Without it only our own time is told.
"""

import argparse
import ctypes
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from pipeline.read import ocr, pdf, second, second_alone, tables
from pipeline.read.files import open_source, read_page
from pipeline.settings import cores
from pipeline.work import memos_of

ROOT = Path(__file__).parent.parent
FEW = (ROOT / "samples/scan",)
SETS = "bcdefghij"  # of bench/memos: those that are seen
MANY = (
    *FEW,
    *(ROOT / "bench/memos" / name / "scan" for name in SETS),
    ROOT / "shared/gold/scan",
    ROOT.parent / "shared/gold/scan",
)
MISSING = "OCRmyPDF is not on PATH: install Debian's ocrmypdf, or pip install it in an environment of its own"


@dataclass(slots=True)
class Spent:
    """Seconds of one run: wall, and of the processors in all its processes."""

    wall: float
    processor: float


PR_SET_CHILD_SUBREAPER = 36  # of Linux's prctl


def adopt() -> None:
    """From now on what descends from this process and loses its parent is this one's child, and its time is counted."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def run(command: Sequence[str], count: int) -> Spent:
    """Run a command to its end on `count` cores. Raises CalledProcessError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    allowed = sorted(os.sched_getaffinity(0))[:count]
    with tempfile.TemporaryFile("w+") as said:
        pinned = ["taskset", "-c", ",".join(map(str, allowed)), *command]
        code = subprocess.call(pinned, stdout=said, stderr=said)
        wall = time.perf_counter() - start
        with suppress(ChildProcessError):
            while True:
                os.wait()  # servers of processes that end after their program
        if code not in (0, 1):  # of `lupp`: 1 says that some file failed
            said.seek(0)
            raise subprocess.CalledProcessError(code, command, said.read())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def joined(files: Sequence[Path], target: Path) -> int:
    """All the files' pages in one PDF; how many they are."""
    with pdfium.PdfDocument.new() as whole:
        for file in files:
            with pdfium.PdfDocument(file) as part:
                whole.import_pages(part)
        whole.save(target)
        return len(whole)


@dataclass(slots=True)
class Clock:
    """Processor seconds by stage; a stage's time is without that of the stages that it calls."""

    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    under_way: list[str] = field(default_factory=lambda: ["other"])
    last: float = 0.0  # of the processors

    def turn(self) -> None:
        """Give the time since the last turn to the stage under way."""
        own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        now = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
        self.seconds[self.under_way[-1]] += now - self.last
        self.last = now

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """What is done within belongs to this stage."""
        self.turn()
        self.under_way.append(name)
        try:
            yield
        finally:
            self.turn()
            self.under_way.pop()

    def watch(self, place: Any, name: str, stage: str) -> None:
        """Let a function of a module run as a stage from now on."""
        function: Callable[..., Any] = getattr(place, name)

        def watched(*arguments: Any, **named: Any) -> Any:
            with self.stage(stage):
                return function(*arguments, **named)

        setattr(place, name, watched)


STAGES = (
    (pdf, "text_layer", "open and text layer"),
    (pdf, "render", "render"),
    (ocr, "prepare", "prepare and level"),
    (ocr, "ink_of", "prepare and level"),
    (ocr, "lies_sideways", "prepare and level"),
    (ocr, "levelled", "prepare and level"),
    (ocr, "read_picture", "Tesseract"),
    (second, "_missed", "lines missed"),
    (second_alone, "find_lines", "lines missed"),
    (second, "recognise", "recogniser"),
    (second_alone, "recognise", "recogniser"),
    (second, "_tesseract", "settling"),
    (second, "_look_again", "settling"),
    (ocr, "read_again", "second reader, rest"),
    (ocr, "with_tables", "tables and marks"),
    (ocr, "with_marks", "tables and marks"),
    (tables, "read_picture", "Tesseract"),
)


def stages(files: Sequence[Path]) -> None:
    """Read the files in this process and print where the time goes."""
    clock = Clock()
    for place, name, stage in STAGES:
        if hasattr(place, name):
            clock.watch(place, name, stage)
    first = files[0]
    memos_of([read_page(first, "pdf", 1)], "0" * 64)  # models are loaded
    clock.turn()
    clock.seconds.clear()
    count = 0
    for path in files:
        pages = [read_page(path, "pdf", number + 1) for number in range(open_source(path).pages)]
        count += len(pages)
        with clock.stage("memo and extract"):
            memos_of(pages, "0" * 64)
    whole = sum(clock.seconds.values())
    print(f"our time by stage, {count} pages, one process, {whole / count:.2f} s of processor a page")
    for stage, seconds in sorted(clock.seconds.items(), key=lambda item: -item[1]):
        print(f"  {stage:22}{seconds / count * 1000:7.0f} ms a page {seconds / whole:6.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3, help="of the named folders or samples/scan; the many have one")
    parser.add_argument("--cores", type=int, default=cores())
    parser.add_argument("--joined", action="store_true")
    parser.add_argument("--stages-only", action="store_true")
    options = parser.parse_args()
    measured = ((options.folders, options.rounds),) if options.folders else ((FEW, options.rounds), (MANY, 1))
    for folders, rounds in measured:
        if not options.stages_only:
            beside(pdfs(folders), options.cores, rounds, options.joined)
    stages(pdfs(options.folders or FEW))


def pdfs(folders: Sequence[Path]) -> list[Path]:
    """The PDFs of these folders; leaves where there are none."""
    return sorted({f.resolve() for folder in folders for f in folder.glob("*.pdf")}) or sys.exit("no PDFs there")


def beside(files: Sequence[Path], count: int, rounds: int, one_file: bool) -> None:
    """Time both programs in turn and print pages a second and ratios."""
    theirs = shutil.which("ocrmypdf")
    if theirs is None:
        print(MISSING)
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        adopt()
        one, target = Path(folder, "all.pdf"), Path(folder, "out")
        pages = joined(files, one)
        lupp = [sys.executable, "-m", "pipeline.cli", "run", *map(str, files), "-o", str(target), "--jobs", str(count)]
        other = [str(theirs), "-l", "swe", "--output-type", "pdf", "--jobs", str(count)]
        ours_spent, theirs_spent = [], []
        for _ in range(rounds):
            shutil.rmtree(target, ignore_errors=True)
            ours_spent.append(run([*lupp, "--quiet"], count))
            if theirs:
                each = [run([*other, str(file), f"{target}.pdf"], count) for file in ([one] if one_file else files)]
                theirs_spent.append(Spent(sum(s.wall for s in each), sum(s.processor for s in each)))
    print(
        f"{pages} pages in {len(files)} files, {count} cores, {rounds} rounds in turn; medians; load before {load:.1f}"
    )
    for name, spent in (("lupp run", ours_spent), ("OCRmyPDF", theirs_spent)):
        if spent:
            wall, processor = (statistics.median(getattr(s, kind) for s in spent) for kind in ("wall", "processor"))
            print(f"  {name:10}{pages / wall:6.3f} pages/s  {processor / pages:6.2f} s of processor a page")
    if theirs_spent:
        pairs = list(zip(ours_spent, theirs_spent, strict=True))
        for what, kind in (("pages a second", "wall"), ("processor time", "processor")):
            ratios = [getattr(b, kind) / getattr(a, kind) for a, b in pairs]
            print(f"  {what}, ours to theirs: {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main()
