"""Picture files: PNG, JPEG, and TIFF with one or several pages."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from pipeline.errors import Kind, Problem
from pipeline.read.faults import ReadError, problem
from pipeline.read.ocr import read_scan
from pipeline.read.page import Page, ReadAs

FORMATS = ("PNG", "JPEG", "TIFF", "MPO")
MAX_PIXELS = 120_000_000  # A3 at 600 dpi is 70 million
MAX_PAGES = 5_000
READ_DPI = 300
ORIENTATION = 0x0112  # the EXIF tag; 5 to 8: turned by a quarter
A4_LONG = 11.69  # inches
PAPER = (5.0, 24.0)  # inches; the long side of what is scanned in an office


def image_pages(path: Path) -> int:
    """The number of pages (frames). Raises ReadError, OSError and what Pillow raises at damaged pictures."""
    with _opened(path) as image:
        return min(MAX_PAGES, getattr(image, "n_frames", 1))


def image_page(path: Path, number: int) -> Page:
    """Page `number` (1-based), read by OCR. Raises ReadError, OSError and what Pillow raises at damaged pictures."""
    image, dpi, problems = picture(path, number)
    return picture_page(image, dpi, number, problems)


def picture(path: Path, number: int) -> tuple[Image.Image, float, tuple[Problem, ...]]:
    """Page `number` (1-based) as a picture with square dots, upright as the file says; its resolution in dots per
    inch, and what is wrong with it. Raises like `image_page`."""
    with _opened(path) as image:
        if number > 1:
            image.seek(number - 1)
        if image.width * image.height > MAX_PIXELS:
            raise ReadError(Kind.TOO_LARGE, f"{image.width} x {image.height}")
        problems: tuple[Problem, ...] = ()
        try:
            image.load()
        except OSError:
            # the end is missing: what is there can still be read
            ImageFile.LOAD_TRUNCATED_IMAGES, problems = True, (problem(Kind.PAGE_FAILED, "truncated", number),)
            try:
                image.load()
            finally:
                ImageFile.LOAD_TRUNCATED_IMAGES = False
        dpi_x, dpi_y = _resolution(image)
        shown: Image.Image = image
        if abs(dpi_x / dpi_y - 1) > 0.02:  # a fax: lines are half as many as columns
            shown = _square(image, dpi_x, dpi_y)
            dpi_x = dpi_y = max(dpi_x, dpi_y)
        # a copy, because the file is closed here; what the picture says of its transparency goes with it
        return ImageOps.exif_transpose(shown) or shown.copy(), dpi_x, problems


def picture_sizes(path: Path, first: int, last: int) -> list[tuple[float, float]]:
    """Width and height in points of pages first to last (1-based), as `picture` gives them, without decoding them.
    Raises like `image_page`."""
    sizes = []
    with _opened(path) as image:
        for number in range(first, last + 1):
            image.seek(number - 1)
            dpi_x, dpi_y = _resolution(image)
            size = image.width * 72 / dpi_x, image.height * 72 / dpi_y
            lies = image.getexif().get(ORIENTATION, 1) in (5, 6, 7, 8)
            sizes.append((size[1], size[0]) if lies else size)
    return sizes


def picture_page(image: Image.Image, dpi: float, number: int, problems: tuple[Problem, ...] = ()) -> Page:
    """A page that is one picture, read. dpi: resolution of the print."""
    width, height = image.width * 72 / dpi, image.height * 72 / dpi
    image, dpi = to_read(image, dpi)
    try:
        scan = read_scan(image, dpi, 72 / dpi)
    except ReadError as error:
        return Page(number, width, height, (), ReadAs.OCR, problems=(*problems, replace(error.problem, page=number)))
    if scan.turn in (90, 270):
        width, height = height, width
    problems = (*problems, *(replace(found, page=number) for found in scan.problems))
    return Page(number, width, height, scan.words, ReadAs.OCR, problems=problems, skew=scan.skew, turn=scan.turn)


def to_read(image: Image.Image, dpi: float) -> tuple[Image.Image, float]:
    """The picture in a size that the readers like, and its resolution then."""
    factor = 1.0
    if dpi > 1.4 * READ_DPI:
        factor = READ_DPI / dpi
    elif dpi < 0.7 * READ_DPI:
        factor = min(3.0, READ_DPI / dpi)
    if factor == 1.0:
        return image, dpi
    image = image.convert("L") if image.mode in ("1", "P") and "transparency" not in image.info else image
    size = round(image.width * factor), round(image.height * factor)
    return image.resize(size, Image.Resampling.LANCZOS if factor < 1 else Image.Resampling.BICUBIC), dpi * factor


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # large pictures are asked about here, not warned of
        try:
            with Image.open(path, formats=FORMATS) as image:
                yield image
        except Image.DecompressionBombError as error:
            raise ReadError(Kind.TOO_LARGE, "picture") from error
        except (UnidentifiedImageError, SyntaxError, EOFError) as error:
            raise ReadError(Kind.DAMAGED, "picture") from error


def _resolution(image: Image.Image) -> tuple[float, float]:
    """Dots per inch across and down: the file's where a sheet of that size is likely, else as if it were A4."""
    try:
        x, y = (float(value) for value in image.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError):
        x, y = 0.0, 0.0
    if not (x > 0 and y > 0):
        x = y = 0.0
    if x and y and PAPER[0] <= max(image.width / x, image.height / y) <= PAPER[1] and 0.4 < x / y < 2.6:
        return x, y
    guess = max(image.width, image.height) / A4_LONG
    return guess, guess


def _square(image: Image.Image, dpi_x: float, dpi_y: float) -> Image.Image:
    dpi = max(dpi_x, dpi_y)
    size = round(image.width * dpi / dpi_x), round(image.height * dpi / dpi_y)
    return image.convert("L").resize(size, Image.Resampling.BICUBIC)
