"""Tesseract as a library in this process, by tesserocr: the same table as the program prints, in less time.

The program is started anew for each picture and loads its model each time; the library does so once for a process,
and is built for newer processors. The model is that of the installed Tesseract. Where tesserocr is not installed, or
that model is not found, the program serves (`pipeline.read.tesseract`).
"""

import csv
import re
import subprocess
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


def table(image: Image.Image, language: str, mode: int, dpi: int, timeout: float) -> list[dict[str, str]]:
    """The rows of Tesseract's TSV for a picture. mode: page segmentation. timeout: seconds.

    Raises RuntimeError where the picture cannot be read, or not in time.
    """
    reader = _reader(language)
    reader.SetPageSegMode(mode)
    image = as_grey(image)
    pixels = image.tobytes()  # the library reads them where they lie
    try:
        reader.SetImageBytes(pixels, image.width, image.height, 1, image.width)
        reader.SetSourceResolution(dpi)
        if not reader.Recognize(round(timeout * 1000)):
            raise RuntimeError("no reading in time")
        said: str = reader.GetTSVText(0)
    finally:
        reader.Clear()
    return list(csv.DictReader(said.splitlines(), FIELDS, delimiter="\t", quoting=csv.QUOTE_NONE))
