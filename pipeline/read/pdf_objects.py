"""What is drawn on a PDF page besides text: ruled lines, pictures, drawings. Form XObjects are looked into."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdfium2 import PdfPage, raw

from pipeline.read.frame import Frame
from pipeline.read.page import Box, Rule

MAX_OBJECTS = 30_000
MAX_RULES = 2_000
MAX_DEPTH = 5
THIN = 3.0  # points
LONG = 12.0
BOX_SEGMENTS = 6  # a rectangle's path has at most so many

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's place on the page, its size in pixels, and whether text stood before it in the content."""

    box: Box
    pixels: tuple[int, int]
    after_text: bool


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page, all in points of the page as shown."""

    rules: list[Rule] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)  # paths that are no rules
    objects: int = 0

    def covered(self, frame: Frame) -> float:
        """The share of the page that pictures cover, 0 to 1 (strips are added up)."""
        area = 0.0
        for picture in self.pictures:
            box = picture.box
            wide = min(box.x1, frame.width) - max(box.x0, 0.0)
            high = min(box.y1, frame.height) - max(box.y0, 0.0)
            area += max(0.0, wide) * max(0.0, high)
        return min(1.0, area / max(1.0, frame.width * frame.height))


def drawn(page: PdfPage, frame: Frame) -> Drawn:
    """What is drawn on the page."""
    found = Drawn()
    texts = 0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    corners = [ctypes.byref(value) for value in (left, bottom, right, top)]
    for handle, kind, matrix in _objects(page):
        found.objects += 1
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts += 1
        elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            if not raw.FPDFPageObj_GetBounds(handle, *corners):
                continue
            box = frame.box(*_moved(matrix, left.value, bottom.value, right.value, top.value))
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                found.pictures.append(Picture(box, _pixels(handle), texts > 0))
            elif len(found.rules) < MAX_RULES:
                _path(found, handle, box)
    return found


def _objects(page: PdfPage) -> Iterator[tuple[ctypes.c_void_p, int, Matrix]]:
    """Every object that is no form, with the matrix of the forms around it, in content order."""
    left = MAX_OBJECTS
    count = raw.FPDFPage_CountObjects(page.raw)
    stack = [(None, IDENTITY, 0, count)]
    while stack and left > 0:
        form, matrix, index, count = stack.pop()
        while index < count and left > 0:
            handle = raw.FPDFFormObj_GetObject(form, index) if form else raw.FPDFPage_GetObject(page.raw, index)
            index += 1
            left -= 1
            kind = raw.FPDFPageObj_GetType(handle)
            if kind != raw.FPDF_PAGEOBJ_FORM:
                yield handle, kind, matrix
            elif len(stack) < MAX_DEPTH:
                stack.append((form, matrix, index, count))
                stack.append((handle, _within(handle, matrix), 0, raw.FPDFFormObj_CountObjects(handle)))
                break


def _within(form: ctypes.c_void_p, outer: Matrix) -> Matrix:
    own = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(form, ctypes.byref(own)):
        return outer
    a, b, c, d, e, f = outer
    return (
        own.a * a + own.b * c,
        own.a * b + own.b * d,
        own.c * a + own.d * c,
        own.c * b + own.d * d,
        own.e * a + own.f * c + e,
        own.e * b + own.f * d + f,
    )


def _moved(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
    if matrix == IDENTITY:
        return x0, y0, x1, y1
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
    ys = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
    return min(xs), min(ys), max(xs), max(ys)


def _pixels(image: ctypes.c_void_p) -> tuple[int, int]:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(image, ctypes.byref(width), ctypes.byref(height))
    return width.value, height.value


def _path(found: Drawn, path: ctypes.c_void_p, box: Box) -> None:
    """A path is a rule where it is long and thin; a drawn rectangle is four."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, ctypes.byref(mode), ctypes.byref(stroke))
    if not mode.value and not stroke.value:
        return
    if min(box.width, box.height) <= THIN:
        if max(box.width, box.height) >= LONG:
            found.rules.append(Rule(box))
    elif stroke.value and min(box.width, box.height) > LONG and raw.FPDFPath_CountSegments(path) <= BOX_SEGMENTS:
        found.rules += [
            Rule(Box(box.x0, box.y0, box.x1, box.y0 + 1)),
            Rule(Box(box.x0, box.y1 - 1, box.x1, box.y1)),
            Rule(Box(box.x0, box.y0, box.x0 + 1, box.y1)),
            Rule(Box(box.x1 - 1, box.y0, box.x1, box.y1)),
        ]
    else:
        found.shapes.append(box)
