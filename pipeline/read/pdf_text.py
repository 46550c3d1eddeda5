"""The text layer of a PDF page: PDFium's characters become words.

Source of the calls: PDFium's public header fpdf_text.h.
"""

import ctypes
import math
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pypdfium2 import PdfPage, raw

from pipeline.read.frame import Frame
from pipeline.read.page import Box, Word

GAP = 0.5  # of the font size: a wider gap between two characters parts words
BACK = 0.3  # of the font size: a character that begins further back than this begins a new word
SAME_SPOT = 0.12  # of the font size: the same character printed again this close is fake bold
UPRIGHT = 2.0  # degrees
INVISIBLE_MODES = (3, 7)  # text rendering modes of PDF 32000, 9.3.6: neither filled nor stroked
STROKED_TOO = 2
HYPHEN, NOT_A_CHARACTER, SOFT_HYPHEN = 0x2, 0xFFFE, 0xAD  # PDFium gives the first two for a hyphen that ends a line
BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi|[-,]bd\b", re.IGNORECASE)
BOLD_WEIGHT = 600
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
COMBINING = {"¨": "\u0308", "˚": "\u030a", "°": "\u030a", "´": "\u0301", "`": "\u0300"}
LETTER_AND_MARK = re.compile(r"([¨˚])([aouAOUeE])|([aouAOUeE])([¨˚])")
DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Layer:
    """A page's text layer. words: what is seen; hidden: words of invisible text (an OCR layer under a picture)."""

    words: tuple[Word, ...]
    hidden: tuple[Word, ...]


@dataclass(slots=True)
class _Run:
    """A word as it is put together: characters, box in the page's coordinates, and how its first character is set."""

    first: int
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    last: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    angle: float
    bold: bool
    hidden: bool


def text_layer(page: PdfPage, frame: Frame) -> Layer:
    """The words of the page's text layer in content order, boxes in points of the page as shown."""
    textpage = page.get_textpage()
    try:
        runs = _runs(textpage.raw)
        return _layer(textpage.raw, runs, frame)
    finally:
        textpage.close()


def _runs(handle: ctypes.c_void_p) -> list[tuple[_Run, _Style]]:
    """The page's words as runs of characters."""
    get_unicode, get_box = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharBox
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pointers = [ctypes.byref(value) for value in (left, right, bottom, top)]
    runs: list[tuple[_Run, _Style]] = []
    run: _Run | None = None
    style: _Style | None = None
    for i in range(max(0, raw.FPDFText_CountChars(handle))):
        code = get_unicode(handle, i)
        if code in (HYPHEN, NOT_A_CHARACTER):
            code = 0x2D
        elif code == SOFT_HYPHEN and run is None:
            continue
        character = chr(code) if code < 0x110000 else "\ufffd"
        if code < 0x20 or character.isspace():
            run = None
            continue
        get_box(handle, i, *pointers)
        box = (left.value, bottom.value, right.value, top.value)
        if box[2] <= box[0] and box[3] <= box[1]:
            box = _loose_box(handle, i) or (run.last if run else box)
        if run and style:
            if character == run.text[-1] and _same_spot(run.last, box, style.size) and _drawn_apart(handle, i):
                continue
            if _parted(run, box, style):
                run = None
        if run is None:
            style = _style(handle, i)
            run = _Run(i, character, *box, last=box)
            runs.append((run, style))
            continue
        run.text += character
        run.x0, run.y0 = min(run.x0, box[0]), min(run.y0, box[1])
        run.x1, run.y1 = max(run.x1, box[2]), max(run.y1, box[3])
        run.last = box
    return runs


def _same_spot(last: tuple[float, ...], box: tuple[float, ...], size: float) -> bool:
    return all(abs(a - b) < SAME_SPOT * size for a, b in zip(last, box, strict=True))


def _drawn_apart(handle: ctypes.c_void_p, index: int) -> bool:
    """Whether a character was drawn by another operation than the one before: the two t of a ligature were not."""
    here, before = (raw.FPDFText_GetTextObject(handle, i) for i in (index, index - 1))
    return bool(ctypes.cast(here, ctypes.c_void_p).value != ctypes.cast(before, ctypes.c_void_p).value)


def _parted(run: _Run, box: tuple[float, float, float, float], style: _Style) -> bool:
    """Whether a character with this box stands too far from the run to belong to its word."""
    size = style.size or 10.0
    if abs(style.angle) <= UPRIGHT:
        across = box[0] - run.last[2]
        back = run.last[0] - box[0] > BACK * size
        middle = (box[1] + box[3]) / 2
        return across > GAP * size or back or not run.y0 - 0.8 * size < middle < run.y1 + 0.8 * size
    distance_x = max(box[0] - run.last[2], run.last[0] - box[2], 0.0)
    distance_y = max(box[1] - run.last[3], run.last[1] - box[3], 0.0)
    return math.hypot(distance_x, distance_y) > 0.8 * size


def _loose_box(handle: ctypes.c_void_p, index: int) -> tuple[float, float, float, float] | None:
    rectangle = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(rectangle)):
        return None
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top


def _style(handle: ctypes.c_void_p, index: int) -> _Style:
    """How a character is set: size in points, angle in the page's own coordinates, bold, invisible."""
    size = raw.FPDFText_GetFontSize(handle, index)
    matrix = raw.FS_MATRIX()
    angle = 0.0
    if raw.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix)):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        angle = math.degrees(math.atan2(matrix.b, matrix.a))
    bold, hidden = False, False
    text_object = raw.FPDFText_GetTextObject(handle, index)
    if text_object:
        mode = raw.FPDFTextObj_GetTextRenderMode(text_object)
        hidden = mode in INVISIBLE_MODES or (mode == 0 and _transparent(text_object))
        bold = mode == STROKED_TOO
    bold = bold or raw.FPDFText_GetFontWeight(handle, index) > BOLD_WEIGHT
    return _Style(abs(size), angle, bold or _bold_name(_font_name(handle, index)), hidden)


def _transparent(text_object: ctypes.c_void_p) -> bool:
    red, green, blue, alpha = (ctypes.c_uint(255) for _ in range(4))
    pointers = [ctypes.byref(value) for value in (red, green, blue, alpha)]
    return bool(raw.FPDFPageObj_GetFillColor(text_object, *pointers)) and alpha.value == 0


_NAME = ctypes.create_string_buffer(256)
_FLAGS = ctypes.c_int()


def _font_name(handle: ctypes.c_void_p, index: int) -> bytes:
    length = raw.FPDFText_GetFontInfo(handle, index, _NAME, len(_NAME), ctypes.byref(_FLAGS))
    return _NAME.raw[: min(length, len(_NAME))] if length else b""


@lru_cache(maxsize=256)
def _bold_name(name: bytes) -> bool:
    return BOLD_NAME.search(name.rstrip(b"\0").decode("utf-8", errors="replace")) is not None


def _layer(handle: ctypes.c_void_p, runs: list[tuple[_Run, _Style]], frame: Frame) -> Layer:
    seen: dict[str, list[Box]] = {}
    words: list[Word] = []
    hidden: list[Word] = []
    block, line, blocks = 0, 0, 0
    before: Word | None = None
    for run, style in runs:
        text = clean(run.text)
        box = frame.box(run.x0, run.y0, run.x1, run.y1)
        if not text or not frame.holds(box) or _again(seen, text, box, style.size):
            continue
        angle = frame.angle(style.angle)
        angle = 0.0 if abs(angle) <= UPRIGHT else round(angle, 1)
        if before and angle != before.angle:
            blocks += angle != 0.0
            block, line = (blocks if angle else 0), line + 1
        elif before is None and angle:
            block = blocks = 1
        elif before and (angle or _new_line(before.box, box)):
            line += not angle or not _beside(before.box, box, style.size)
        word = Word(text, box, block=block, line=line, size=round(style.size, 2), bold=style.bold, angle=angle)
        (hidden if style.hidden else words).append(word)
        before = word
    return Layer(tuple(words), tuple(hidden))


def clean(text: str) -> str:
    """A run's characters as people write them: composed letters, no ligatures, no invisible characters.

    A soft hyphen at the end is a hyphen that is seen; elsewhere it is none.
    """
    if text.isascii():
        return text
    if text.endswith("\u00ad"):
        text = text.rstrip("\u00ad") + "-"
    text = DROPPED.sub("", text).translate(LIGATURES)
    text = LETTER_AND_MARK.sub(_compose, text)
    return unicodedata.normalize("NFC", text)


def _compose(match: re.Match[str]) -> str:
    """Old typesetting prints ¨ and the letter as two characters on one spot."""
    mark, letter = (match[1], match[2]) if match[1] else (match[4], match[3])
    return letter + COMBINING[mark]


def _again(seen: dict[str, list[Box]], text: str, box: Box, size: float) -> bool:
    """Whether the same word was printed on this spot before (fake bold, shadow)."""
    boxes = seen.setdefault(text, [])
    near = max(0.5, 2 * SAME_SPOT * size)
    if any(all(abs(a - b) < near for a, b in zip(box, other, strict=True)) for other in boxes):
        return True
    boxes.append(box)
    return False


def _new_line(before: Box, box: Box) -> bool:
    middle = (box.y0 + box.y1) / 2
    return box.x0 < before.x0 or not before.y0 - before.height / 2 < middle < before.y1 + before.height / 2


def _beside(before: Box, box: Box, size: float) -> bool:
    """Whether a turned word follows closely on the one before."""
    distance_x = max(box.x0 - before.x1, before.x0 - box.x1, 0.0)
    distance_y = max(box.y0 - before.y1, before.y0 - box.y1, 0.0)
    return math.hypot(distance_x, distance_y) < size
