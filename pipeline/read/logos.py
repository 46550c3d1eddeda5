"""Text in pictures on digital pages: often only the logo says which municipality the memo comes from."""

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image, ImageOps
from pypdfium2 import PdfPage

from pipeline.read.faults import ReadError
from pipeline.read.frame import Frame
from pipeline.read.page import Box, Word
from pipeline.read.pdf_objects import Drawn
from pipeline.read.tesseract import BLOCK, SPARSE, Reading, read_picture

MIN_WIDTH, MIN_HEIGHT = 40.0, 12.0  # points
MAX_SHARE = 0.2  # of the page
TOP, BOTTOM = 0.3, 0.85  # of the page's height: logos stand above the one or below the other
MOST = 3  # regions on a page
SHAPES = 8  # a drawn logo has at least so many paths; a frame or a line has fewer
NEAR = 12.0  # points; paths closer than this belong to one drawing
MAX_SHAPES = 1_000
DPI = 400  # letters of 6 points are then 20 pixels high
MAX_PIXELS = 3_000_000
MARGIN = 12  # pixels of paper round the picture: Tesseract misses letters that touch the edge
ENOUGH = 4.0  # letters read surely
MIN_CONFIDENCE = 0.6
KEPT = 256  # readings kept in this process: a logo comes back on every page

_kept: OrderedDict[bytes, tuple[Reading, ...]] = OrderedDict()


def logo_words(page: PdfPage, frame: Frame, content: Drawn, words: Sequence[Word]) -> list[Word]:
    """The words in the page's logo-like pictures and drawings; none where Tesseract is missing."""
    found: list[Word] = []
    block = max((word.block for word in words), default=0)
    line = max((word.line for word in words), default=0) + 1
    try:
        for region in _regions(frame, content, words):
            block += 1
            image, scale = _render(page, frame, region)
            readings = _read(image)
            for reading in readings:
                word = _word(reading, region, scale, block, line)
                if not any(_overlap(word.box, other.box) for other in words):
                    found.append(word)
            line += max((reading.line for reading in readings), default=0) + 1
    except ReadError:
        return found
    return found


def _regions(frame: Frame, content: Drawn, words: Sequence[Word]) -> list[Box]:
    """Where a logo may stand, from the top of the page."""
    pictures = [picture.box for picture in content.pictures]
    edges = [box for box in content.shapes if box.y1 < TOP * frame.height or box.y0 > BOTTOM * frame.height]
    drawings = [box for box, count in _groups(edges[:MAX_SHAPES]) if count >= SHAPES]
    found: list[Box] = []
    for box in sorted(pictures + drawings, key=lambda box: (box.y0, box.x0)):
        box = Box(max(0.0, box.x0), max(0.0, box.y0), min(frame.width, box.x1), min(frame.height, box.y1))
        middle = (box.y0 + box.y1) / 2 / max(1.0, frame.height)
        if box.width < MIN_WIDTH or box.height < MIN_HEIGHT or TOP < middle < BOTTOM:
            continue
        if box.width * box.height > MAX_SHARE * frame.width * frame.height:
            continue
        if box in pictures or not any(_overlap(word.box, box) for word in words):
            found.append(box)
    return found[:MOST]


def _groups(shapes: Sequence[Box]) -> list[tuple[Box, int]]:
    """Shapes that stand close together, as one box each with their number."""
    groups: list[tuple[Box, int]] = []
    for shape in sorted(shapes, key=lambda box: (box.y0, box.x0)):
        merged, count = shape, 1
        rest = []
        for box, number in groups:
            apart = max(box.x0 - merged.x1, merged.x0 - box.x1, box.y0 - merged.y1, merged.y0 - box.y1)
            if apart <= NEAR:
                merged = Box(
                    min(box.x0, merged.x0), min(box.y0, merged.y0), max(box.x1, merged.x1), max(box.y1, merged.y1)
                )
                count += number
            else:
                rest.append((box, number))
        groups = [*rest, (merged, count)]
    return groups


def _overlap(a: Box, b: Box) -> bool:
    """Whether more than a third of `a` lies in `b`."""
    wide = min(a.x1, b.x1) - max(a.x0, b.x0)
    high = min(a.y1, b.y1) - max(a.y0, b.y0)
    return wide > 0 and high > 0 and wide * high > 0.33 * a.width * a.height


def _render(page: PdfPage, frame: Frame, region: Box) -> tuple[Image.Image, float]:
    """The region in grey, and pixels for each point."""
    scale = min(DPI / 72, (MAX_PIXELS / max(1.0, region.width * region.height)) ** 0.5)
    crop = (region.x0, frame.height - region.y1, frame.width - region.x1, region.y0)
    bitmap = page.render(scale=scale, crop=crop)
    try:
        return bitmap.to_pil().convert("RGB"), scale
    finally:
        bitmap.close()


def _read(image: Image.Image) -> tuple[Reading, ...]:
    """The words of a logo, remembered by its pixels."""
    key = hashlib.blake2b(image.resize((64, 64)).tobytes(), digest_size=16).digest()
    if key in _kept:
        _kept.move_to_end(key)
        return _kept[key]
    best: tuple[Reading, ...] = ()
    candidates = _candidates(image)
    for mode, candidate in ((mode, candidate) for mode in (SPARSE, BLOCK) for candidate in candidates):
        readings = tuple(reading for reading in read_picture(candidate, DPI, mode) if _plausible(reading))
        best = max(best, readings, key=_weight)
        if _weight(best) >= ENOUGH:
            break
    _kept[key] = best
    if len(_kept) > KEPT:
        _kept.popitem(last=False)
    return best


def _candidates(image: Image.Image) -> list[Image.Image]:
    """The picture as Tesseract likes it: dark on light, then light on dark turned about."""
    grey = ImageOps.autocontrast(image.convert("L"), cutoff=1)
    edges = np.concatenate([np.asarray(grey)[[0, -1]].ravel(), np.asarray(grey)[:, [0, -1]].ravel()])
    dark = bool(np.median(edges) < 128)
    upright = [ImageOps.invert(grey), grey] if dark else [grey, ImageOps.invert(grey)]
    return [ImageOps.expand(candidate, MARGIN, fill=255 if i == 0 else 0) for i, candidate in enumerate(upright)]


def _plausible(reading: Reading) -> bool:
    letters = sum(map(str.isalnum, reading.text))
    return letters >= 2 and reading.confidence >= (MIN_CONFIDENCE if letters > 2 else 0.8)


def _weight(readings: Sequence[Reading]) -> float:
    return sum(sum(map(str.isalpha, reading.text)) * reading.confidence**2 for reading in readings)


def _word(reading: Reading, region: Box, scale: float, block: int, line: int) -> Word:
    x0, y0, x1, y1 = ((value - MARGIN) / scale for value in (reading.x0, reading.y0, reading.x1, reading.y1))
    box = Box(region.x0 + x0, region.y0 + y0, region.x0 + x1, region.y0 + y1)
    word = Word(reading.text, box, reading.confidence, block=block, line=line + reading.line, picture=True)
    return replace(word, size=round(box.height, 1))
