"""PDF files: each page is taken from its text layer, or rendered and read by OCR where that is what it is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from pipeline.errors import Kind
from pipeline.read.believe import believable
from pipeline.read.faults import ReadError
from pipeline.read.frame import Frame
from pipeline.read.logos import logo_words
from pipeline.read.ocr import read_scan
from pipeline.read.page import Box, Page, ReadAs, Word
from pipeline.read.pdf_objects import Drawn, drawn
from pipeline.read.pdf_text import Layer, text_layer

FEW = 200  # visible characters; fewer on a page that a picture covers are a stamp or a page number on a scan
COVERS = 0.6  # of the page: the picture is the page
DPI = 300
MAX_LONG = 6_500  # pixels; A3 at 300 dpi has 4961
USUAL_LONG = 3_508  # A4 at 300 dpi
SHEET = (400.0, 1_600.0)  # points; the long side of what is printed on paper, up to A3 and a half
KEEP = 64_000_000  # bytes; a larger file is not taken into memory
HIDDEN_CONFIDENCE = 0.5  # of another program's OCR layer, used only where this one cannot read
LINK, POPUP = raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP


def pdf_pages(path: Path) -> int:
    """The number of pages. Raises ReadError: PASSWORD, DAMAGED, NO_PAGES; OSError."""
    with _opened(path) as pdf:
        return len(pdf)


def pdf_page(path: Path, number: int) -> Page:
    """Page `number` (1-based). Raises ReadError and PdfiumError."""
    with _opened(path) as pdf:
        page = pdf[number - 1]
        try:
            _flatten(page)
            frame = Frame.of(page)
            layer = text_layer(page, frame)
            content = drawn(page, frame)
            if not _is_scan(layer, content, frame):
                return _digital(page, number, frame, layer, content)
            return _scanned(page, number, frame, layer, content)
        finally:
            page.close()


def pdf_picture(path: Path, number: int) -> tuple[Image.Image, float, float]:
    """Page `number` (1-based) as it is read by OCR; see `render`. Raises like `pdf_page`."""
    with _opened(path) as pdf:
        page = pdf[number - 1]
        try:
            _flatten(page)
            frame = Frame.of(page)
            return render(page, frame, drawn(page, frame))
        finally:
            page.close()


_kept: dict[tuple[str, int, int], pdfium.PdfDocument] = {}  # at most one: the file whose pages are being read


@contextmanager
def _opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    """The document. It stays in this process's memory until another is asked for, so that its fonts are loaded once
    for all its pages; the file itself is not held open, for it may be removed meanwhile."""
    known = path.stat()
    key = os.fspath(path), known.st_mtime_ns, known.st_size
    if key in _kept:
        yield _kept[key]
        return
    while _kept:
        _kept.popitem()[1].close()
    small = known.st_size <= KEEP
    try:
        pdf = pdfium.PdfDocument(path.read_bytes() if small else path)
    except pdfium.PdfiumError:
        raise _why_not(path) from None
    if small:
        _kept[key] = pdf
    try:
        yield pdf
    finally:
        if not small:
            pdf.close()


def _why_not(path: Path) -> ReadError:
    """Why PDFium does not open a file. Asked anew: a document without pages leaves an older error's code standing."""
    with path.open("rb") as handle:  # raises where the file may not be read
        handle.seek(max(0, path.stat().st_size - 2048))
        ends = b"%%EOF" in handle.read()
    document = raw.FPDF_LoadDocument(str(path).encode("utf-8", "surrogateescape") + b"\0", None)
    if document:
        raw.FPDF_CloseDocument(document)
        return ReadError(Kind.NO_PAGES) if ends else ReadError(Kind.DAMAGED, "truncated")
    match raw.FPDF_GetLastError():
        case raw.FPDF_ERR_PASSWORD:
            return ReadError(Kind.PASSWORD)
        case raw.FPDF_ERR_SECURITY:
            return ReadError(Kind.PASSWORD, "unknown security")
        case _:
            return ReadError(Kind.DAMAGED, "PDF")


def _flatten(page: pdfium.PdfPage) -> None:
    """Stamps and filled-in fields are annotations; they become part of the page, as they are seen on it."""
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind not in (LINK, POPUP):
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            return


def _is_scan(layer: Layer, content: Drawn, frame: Frame) -> bool:
    """Whether the page is to be read by OCR."""
    letters = sum(len(word.text) for word in layer.words)
    covered = content.covered(frame)
    if not letters:
        return bool(content.pictures or len(content.shapes) > 20 or layer.hidden)
    if covered >= COVERS and (letters < FEW or all(p.after_text for p in content.pictures)):
        return True
    return not believable(layer.words)


def _digital(page: pdfium.PdfPage, number: int, frame: Frame, layer: Layer, content: Drawn) -> Page:
    words = (*layer.words, *logo_words(page, frame, content, layer.words))
    return upright(Page(number, frame.width, frame.height, words, ReadAs.DIGITAL, rules=tuple(content.rules)))


def _scanned(page: pdfium.PdfPage, number: int, frame: Frame, layer: Layer, content: Drawn) -> Page:
    image, dpi, points = render(page, frame, content)
    try:
        scan = read_scan(image, dpi, points)
    except ReadError as fault:
        if layer.words and not believable(layer.words):
            layer = Layer((), ())
        words = layer.words or tuple(replace(word, confidence=HIDDEN_CONFIDENCE) for word in layer.hidden)
        wrong = replace(fault.problem, page=number)
        return Page(number, frame.width, frame.height, words, ReadAs.OCR, problems=(wrong,))
    width, height = (frame.height, frame.width) if scan.turn in (90, 270) else (frame.width, frame.height)
    if layer.words and believable(layer.words) and _letters(scan.words) < 1.3 * _letters(layer.words):
        return _digital(page, number, frame, layer, content)  # the picture was only the sheet's ground
    problems = tuple(replace(found, page=number) for found in scan.problems)
    return Page(number, width, height, scan.words, ReadAs.OCR, problems=problems, skew=scan.skew, turn=scan.turn)


def _letters(words: tuple[Word, ...]) -> int:
    return sum(sum(map(str.isalnum, word.text)) for word in words)


def render(page: pdfium.PdfPage, frame: Frame, content: Drawn) -> tuple[Image.Image, float, float]:
    """The page as a grey picture; the resolution of its print in dots per inch; points of the page for each pixel.

    A page far larger or smaller than paper has a wrong resolution in its file: then as many pixels as its picture
    has, and it is taken to be A4.
    """
    long = max(frame.width, frame.height, 1.0)
    scale = DPI / 72
    dpi = float(DPI)
    if not SHEET[0] <= long <= SHEET[1]:
        native = max((max(picture.pixels) for picture in content.pictures), default=USUAL_LONG)
        pixels = min(MAX_LONG, max(native, 1_000)) if long > SHEET[1] else min(USUAL_LONG, max(native, 1_000))
        scale = pixels / long
        dpi = pixels / (USUAL_LONG / DPI)
    scale = min(scale, MAX_LONG / long)
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        return bitmap.to_pil().convert("L"), dpi, 1 / scale
    finally:
        bitmap.close()


def upright(page: Page) -> Page:
    """A digital page whose text lies on its side or head, turned."""
    letters: dict[int, int] = {}
    for word in page.words:
        side = round(word.angle / 90) % 4 * 90
        letters[side] = letters.get(side, 0) + len(word.text)
    side = max(letters, key=lambda s: letters[s], default=0)
    if not side or letters[side] < 0.7 * sum(letters.values()) or letters[side] < 40:
        return page
    turn = (360 - side) % 360
    words = []
    for word in page.words:
        angle = (word.angle + turn) % 360
        angle = angle - 360 if angle > 180 else angle
        words.append(replace(word, box=_turned(word.box, turn, page), angle=0.0 if abs(angle) < 2 else angle))
    rules = tuple(replace(rule, box=_turned(rule.box, turn, page)) for rule in page.rules)
    width, height = (page.height, page.width) if turn in (90, 270) else (page.width, page.height)
    return replace(page, width=width, height=height, words=tuple(words), rules=rules, turn=turn)


def _turned(box: Box, turn: int, page: Page) -> Box:
    """A box of the page as shown, once the page was turned counter-clockwise."""
    match turn:
        case 90:
            return Box(box.y0, page.width - box.x1, box.y1, page.width - box.x0)
        case 180:
            return Box(page.width - box.x1, page.height - box.y1, page.width - box.x0, page.height - box.y0)
        case _:
            return Box(page.height - box.y1, box.x0, page.height - box.y0, box.x1)
