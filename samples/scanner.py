"""The scan model: what paper, time and machine do to a printed page; a named seed makes it come out the same again.

A page is a gray image, float32, height × width, 0 black to 1 white. Kinds: `clean` (a good office scanner), `worn`
(copied more than once, a dark border), `fax` (204 × 196 dpi, two tones), `faded` (weak ribbon on yellowed paper).
"""

import io
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Gray = NDArray[np.float32]
DPI = 200


@dataclass(frozen=True)
class Kind:
    """How much of each is done. angle: largest turn, degrees; lean: perspective, share of the width; blur: pixels."""

    angle: float
    lean: float
    blur: float
    noise: float
    light: float
    ink: float
    fade: float
    paper: float
    specks: int
    border: int
    quality: int
    two_tones: bool = False


KINDS = {
    "clean": Kind(0.3, 0.0, 0.45, 0.008, 0.02, 0.0, 0.0, 0.98, 6, 0, 55),
    "worn": Kind(1.1, 0.004, 0.7, 0.022, 0.10, 0.35, 0.05, 0.93, 160, 16, 40),
    "fax": Kind(0.5, 0.0, 0.5, 0.02, 0.03, 0.2, 0.0, 0.98, 60, 0, 0, two_tones=True),
    "faded": Kind(0.7, 0.002, 0.6, 0.02, 0.08, -0.15, 0.38, 0.9, 40, 6, 42),
}


def seed_of(name: str, page: int) -> int:
    """A seed from a name: the same on every machine, unlike `hash`."""
    return zlib.crc32(f"{name}:{page}".encode())


def _light(image: Image.Image) -> Gray:
    return (np.asarray(image, dtype=np.float32) / 255).astype(np.float32)


def _cloud(shape: tuple[int, int], cells: int, dice: np.random.Generator) -> Gray:
    """Slow unevenness, mean 0, about -1 to 1: a few random values drawn out smoothly over the page."""
    small = Image.fromarray(dice.standard_normal((cells, cells)).astype(np.float32))
    return np.asarray(small.resize((shape[1], shape[0]), Image.Resampling.BICUBIC), dtype=np.float32)


def _blur(page: Gray, radius: float) -> Gray:
    image = Image.fromarray((np.clip(page, 0, 1) * 255).astype(np.uint8))
    return _light(image.filter(ImageFilter.GaussianBlur(radius)))


def _place(page: Gray, kind: Kind, dice: np.random.Generator) -> Gray:
    """Turn and lean the sheet on the glass; outside of it is dark where the kind has a border, else white."""
    height, width = page.shape
    turn = np.radians(dice.uniform(0.35, 1) * kind.angle * dice.choice([-1, 1]))
    lean = dice.uniform(-1, 1) * kind.lean
    cx, cy = width / 2, height / 2
    cos, sin = float(np.cos(turn)), float(np.sin(turn))
    # Pillow asks where each pixel of the new picture was in the old
    coefficients = (
        cos,
        sin,
        cx - cos * cx - sin * cy,
        -sin,
        cos,
        cy + sin * cx - cos * cy,
        lean / width,
        lean / height,
    )
    image = Image.fromarray((page * 255).astype(np.uint8))
    outside = 40 if kind.border else 255
    moved = image.transform(
        (width, height),
        Image.Transform.PERSPECTIVE,
        coefficients,
        Image.Resampling.BICUBIC,
        fillcolor=outside,
    )
    out = _light(moved)
    if kind.border:
        edge = dice.integers(2, kind.border, size=2)
        out = out.copy()
        out[:, : int(edge[0])] = 0.1
        out[-int(edge[1]) :, :] = 0.12
    return out


def _specks(page: Gray, count: int, dice: np.random.Generator) -> None:
    height, width = page.shape
    for _ in range(count):
        y, x = int(dice.integers(0, height)), int(dice.integers(0, width))
        size, shade = int(dice.integers(1, 4)), float(dice.uniform(0.1, 0.7))
        page[y : y + size, x : x + int(dice.integers(1, 4))] *= shade


def age(page: Gray, kind: Kind, dice: np.random.Generator) -> Gray:
    """The page as it comes out of the scanner. Same page, kind and generator give the same picture."""
    ink = (1 - page).astype(np.float32)
    if kind.ink > 0:  # ink that has spread: what lies near it grows dark
        ink = np.clip(ink + kind.ink * (_blur(ink, 1.2) * 1.6 - 0.15).clip(0), 0, 1)
    elif kind.ink < 0:  # a weak ribbon: strokes thin out
        ink = np.clip(ink * (1 + kind.ink) - 0.05, 0, 1)
    if kind.fade:
        ink = ink * (1 - kind.fade * (1 + 0.35 * _cloud(ink.shape, 9, dice)).clip(0.3, 1.5)).astype(np.float32)
    sheet = _place((1 - ink).astype(np.float32), kind, dice)
    sheet = _blur(sheet, kind.blur)
    sheet = sheet * (kind.paper + kind.light * 0.5 * _cloud(sheet.shape, 3, dice)).astype(np.float32)
    sheet = sheet + kind.noise * dice.standard_normal(sheet.shape).astype(np.float32)
    _specks(sheet, kind.specks, dice)
    return np.clip(sheet, 0, 1).astype(np.float32)


def render(pdf: Path, dpi: float = DPI) -> list[Gray]:
    """The PDF's pages as gray images."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_light(page.render(scale=dpi / 72).to_pil().convert("L")) for page in document]
    finally:
        document.close()


def scan(pdf: Path, name: str, kind_name: str, dpi: int = DPI) -> list[Image.Image]:
    """The pages of a digital PDF as a scanner would give them: gray at `dpi`, a fax two-toned at 204 × 196."""
    kind = KINDS[kind_name]
    pages = []
    for number, page in enumerate(render(pdf, dpi), start=1):
        aged = age(page, kind, np.random.default_rng(seed_of(name, number)))
        image = Image.fromarray((aged * 255).astype(np.uint8))
        if kind.two_tones:
            size = (round(image.width * 204 / dpi), round(image.height * 196 / dpi))
            image = image.resize(size, Image.Resampling.BILINEAR).point(lambda v: 255 if v > 150 else 0).convert("1")
        pages.append(image)
    return pages


def write_pdf(pages: list[Image.Image], kind_name: str, path: Path, dpi: int = DPI) -> None:
    """Pictures as a PDF without a text layer: gray ones as JPEG, two-toned ones without loss."""
    rl_config.useA85 = 0  # pictures as bytes, not as text a quarter larger
    canvas: Any = Canvas(str(path), invariant=1, pageCompression=1)
    for image in pages:
        width, height = (
            (image.width * 72 / 204, image.height * 72 / 196)
            if image.mode == "1"
            else (image.width * 72 / dpi, image.height * 72 / dpi)
        )
        canvas.setPageSize((width, height))
        data = io.BytesIO()
        if image.mode == "1":
            image.save(data, "PNG", optimize=True)
        else:
            image.save(data, "JPEG", quality=KINDS[kind_name].quality, dpi=(dpi, dpi))
        data.seek(0)
        canvas.drawImage(ImageReader(data), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
