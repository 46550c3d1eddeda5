"""Tesseract as a library in this process, by tesserocr: the same table as the program prints, in less time.

The program is started anew for each picture and loads its model each time; the library does so once for a process,
and is built for newer processors. The model is that of the installed Tesseract. Where tesserocr is not installed, or
that model is not found, the program serves (`pipeline.read.tesseract`).
"""

import csv
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from pipeline.read.prepare import as_grey

try:
    import tesserocr
except ImportError:  # no wheel for this machine
    tesserocr = None

PLACE = ("level", "page_num", "block_num", "par_num", "line_num", "word_num", "left", "top", "width", "height")
FIELDS = (*PLACE, "conf", "text")  # of Tesseract's TSV
FOLDER = re.compile(r'"([^"]+)"')
LAST_OF_TEXT = 8  # of Tesseract's kinds of blocks; those after it are pictures, lines and specks
UPRIGHT = 120  # pixels; words that are higher, and three times as high as wide, run upwards
NOWHERE = "/dev/null"  # where Tesseract's remarks on odd pictures go; what it read tells enough


@cache
def installed() -> tuple[Path | None, frozenset[str]]:
    """The folder where the installed Tesseract has its models, and their languages; None and none without Tesseract."""
    try:
        run = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.SubprocessError):
        return None, frozenset()
    head, *languages = run.stdout.splitlines() or [""]
    named = FOLDER.search(head)
    return Path(named[1]) if named else None, frozenset(filter(None, map(str.strip, languages)))


def usable(language: str) -> bool:
    """Whether the library is here, and the installed Tesseract's model of this language lies where it says."""
    folder, _ = installed()
    return tesserocr is not None and folder is not None and (folder / f"{language}.traineddata").is_file()


@cache
def _reader(language: str) -> Any:
    """Raises RuntimeError where the model cannot be loaded."""
    folder, _ = installed()
    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    reader = tesserocr.PyTessBaseAPI(path=str(folder), lang=language)
    reader.SetVariable("debug_file", NOWHERE)
    return reader


@contextmanager
def _shown(image: Image.Image, language: str, mode: int, dpi: int) -> Iterator[Any]:
    """The reader with a picture before it, which it forgets afterwards."""
    reader = _reader(language)
    reader.SetPageSegMode(mode)
    image = as_grey(image)
    pixels = image.tobytes()  # the library reads them where they lie
    try:
        reader.SetImageBytes(pixels, image.width, image.height, 1, image.width)
        reader.SetSourceResolution(dpi)
        yield reader
    finally:
        reader.Clear()


def table(image: Image.Image, language: str, mode: int, dpi: int, timeout: float) -> list[dict[str, str]]:
    """The rows of Tesseract's TSV for a picture. mode: page segmentation. timeout: seconds.

    Raises RuntimeError where the picture cannot be read, or not in time.
    """
    with _shown(image, language, mode, dpi) as reader:
        if not reader.Recognize(round(timeout * 1000)):
            raise RuntimeError("no reading in time")
        said: str = reader.GetTSVText(0)
    return list(csv.DictReader(said.splitlines(), FIELDS, delimiter="\t", quoting=csv.QUOTE_NONE))


@dataclass(frozen=True, slots=True)
class Segment:
    """Words on one line, close together, as Tesseract's layout has them; in pixels from the top left.

    top, bottom: how far letters may reach on this line. block, paragraph, line: as in the TSV.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    top: float
    bottom: float
    block: int
    paragraph: int
    line: int


def segments(image: Image.Image, language: str, mode: int, dpi: int) -> list[Segment] | None:
    """The lines of a picture, not read yet; None where some do not stand upright. Raises RuntimeError."""
    with _shown(image, language, mode, dpi) as reader:
        reader.Recognize(1)  # millisecond: over when the lines are found, which is all that is wanted
        return _segments(reader.GetIterator(), image.size)


def _segments(found: Any, size: tuple[int, int]) -> list[Segment] | None:
    level = tesserocr.RIL
    parts: list[Segment] = []
    if found is None or found.Empty(level.BLOCK):
        return parts
    block = paragraph = line = 0
    while True:
        if found.IsAtBeginningOf(level.BLOCK):
            block, paragraph, line = block + 1, 0, 0
        if found.IsAtBeginningOf(level.PARA):
            paragraph, line = paragraph + 1, 0
        if found.IsAtBeginningOf(level.TEXTLINE):
            line += 1
        box = found.BoundingBox(level.WORD)
        empty = box == (0, 0, *size)  # words without any ink get the whole picture for a box
        if box and not empty and found.BlockType() <= LAST_OF_TEXT:
            x0, y0, x1, y1 = box
            if found.Orientation()[0] or y1 - y0 > max(UPRIGHT, 3 * (x1 - x0)):
                return None
            parts.append(Segment(x0, y0, x1, y1, *_reach(found, box), block, paragraph, line))
        if not found.Next(level.WORD):
            return parts


def _reach(found: Any, box: tuple[float, float, float, float]) -> tuple[float, float]:
    """How high and low letters may reach on the line, by its base line and the usual heights on it."""
    x0, y0, x1, y1 = box
    line = found.Baseline(tesserocr.RIL.WORD)
    if not line:
        return y0, y1
    (left, begins), (right, ends) = line
    base = begins + (ends - begins) * ((x0 + x1) / 2 - left) / ((right - left) or 1)
    usual = found.RowAttributes()
    return min(y0, base - usual["row_height"] - usual["descenders"]), max(y1, base - usual["descenders"])
