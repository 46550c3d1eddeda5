"""What PDFium knows of each character on a page, asked for in bulk: codes, boxes, and how each is set.

Source of the calls: PDFium's public header fpdf_text.h. A call through ctypes costs more than what PDFium does in
it, and most of that goes to turning arguments: the functions that are called for every character or word are bound
again here with plain addresses as arguments, and write the boxes straight into one array for the page.
"""

import ctypes
import math
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

INVISIBLE_MODES = (3, 7)  # text rendering modes of PDF 32000, 9.3.6: neither filled nor stroked
STROKED_TOO = 2
BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi|[-,]bd\b", re.IGNORECASE)
# a weight is worked out from a stem's width, which for broad letters (Noto Sans, Avant Garde) says bold of plain ones
PLAIN_NAME = re.compile(r"regular|roman|book|light|thin", re.IGNORECASE)
BOLD_WEIGHT = 600

Corners = tuple[float, float, float, float]  # x0, y0, x1, y1 in the page's own coordinates, y upwards


@dataclass(frozen=True, slots=True)
class Style:
    """How a character is set: size in points, angle in the page's own coordinates in degrees, bold, invisible."""

    size: float
    angle: float
    bold: bool
    hidden: bool


def _bound(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


_POINTER, _INDEX = ctypes.c_void_p, ctypes.c_int
_char_code = _bound(raw.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INDEX)
_char_box = _bound(raw.FPDFText_GetCharBox, ctypes.c_int, _POINTER, _INDEX, _POINTER, _POINTER, _POINTER, _POINTER)
_char_object = _bound(raw.FPDFText_GetTextObject, ctypes.c_size_t, _POINTER, _INDEX)
_char_size = _bound(raw.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INDEX)
_char_matrix = _bound(raw.FPDFText_GetMatrix, ctypes.c_int, _POINTER, _INDEX, _POINTER)
_render_mode = _bound(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, _POINTER)
_fill_colour = _bound(raw.FPDFPageObj_GetFillColor, ctypes.c_int, *[_POINTER] * 5)
_font = _bound(raw.FPDFTextObj_GetFont, ctypes.c_size_t, _POINTER)
_DOUBLE = ctypes.sizeof(ctypes.c_double)


class Characters:
    """The characters of a text page, in PDFium's order. Lives no longer than its text page.

    codes: of Unicode, with PDFium's own for what is no character. corners: x0, y0, x1, y1 of each, (n, 4),
    in the page's own coordinates.
    """

    def __init__(self, handle: Any) -> None:
        """handle: of an open text page."""
        self._handle = handle
        self._address = address = ctypes.cast(handle, ctypes.c_void_p).value or 0
        count = max(0, raw.FPDFText_CountChars(handle))
        self.codes: list[int] = list(map(_char_code, repeat(address), range(count)))
        corners = np.zeros((count, 4), dtype=np.float64)
        start = corners.ctypes.data
        # in the header's order: left, right, bottom, top
        offsets = [start + k * _DOUBLE for k in (0, 2, 1, 3)]
        places = [range(offset, offset + 4 * _DOUBLE * count, 4 * _DOUBLE) for offset in offsets]
        deque(map(_char_box, repeat(address), range(count), *places), maxlen=0)
        self.corners: NDArray[np.float64] = corners
        self._bold: dict[int, bool] = {}  # by font

    def box(self, index: int) -> Corners:
        """One character's corners."""
        x0, y0, x1, y1 = self.corners[index].tolist()
        return x0, y0, x1, y1

    def drawn_apart(self, index: int) -> bool:
        """Whether a character was drawn by another operation (text object) than the one before it."""
        return bool(_char_object(self._address, index) != _char_object(self._address, index - 1))

    def loose_box(self, index: int) -> Corners | None:
        """The room that the font gives a character, None where there is none."""
        rectangle = raw.FS_RECTF()
        if not raw.FPDFText_GetLooseCharBox(self._handle, index, ctypes.byref(rectangle)):
            return None
        return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top

    def style(self, index: int) -> Style:
        """How a character is set. Characters that are set alike get the same object."""
        page = self._address
        size, angle = _size_and_angle(page, index)
        text_object = _char_object(page, index)
        if not text_object:
            return _alike(size, angle, _bold_font(self._handle, index), False)
        mode = _render_mode(text_object)
        hidden = mode in INVISIBLE_MODES or (mode == 0 and _transparent(text_object))
        font = _font(text_object)
        bold = self._bold.get(font)
        if bold is None:
            bold = self._bold[font] = _bold_font(self._handle, index)
        return _alike(size, angle, bold or mode == STROKED_TOO, hidden)


_alike = lru_cache(maxsize=1024)(Style)
_MATRIX = raw.FS_MATRIX()
_MATRIX_AT = ctypes.addressof(_MATRIX)
_COLOUR = (ctypes.c_uint * 4)()
_COLOUR_AT = [ctypes.addressof(_COLOUR) + k * ctypes.sizeof(ctypes.c_uint) for k in range(4)]
_FLAGS = ctypes.c_int()
_NAME = ctypes.create_string_buffer(256)


def _size_and_angle(page: int, index: int) -> tuple[float, float]:
    size = _char_size(page, index)
    if not _char_matrix(page, index, _MATRIX_AT):
        return abs(size), 0.0
    b, c, d = _MATRIX.b, _MATRIX.c, _MATRIX.d
    angle = math.degrees(math.atan2(b, _MATRIX.a)) if b or _MATRIX.a < 0 else 0.0
    return abs(size * (math.hypot(c, d) or 1.0)), angle


def _transparent(text_object: int) -> bool:
    _COLOUR[3] = 255
    return bool(_fill_colour(text_object, *_COLOUR_AT)) and _COLOUR[3] == 0


def _bold_font(handle: Any, index: int) -> bool:
    length = raw.FPDFText_GetFontInfo(handle, index, _NAME, len(_NAME), ctypes.byref(_FLAGS))
    told = _bold_name(_NAME.raw[: min(length, len(_NAME))]) if length else None
    return raw.FPDFText_GetFontWeight(handle, index) > BOLD_WEIGHT if told is None else told


@lru_cache(maxsize=256)
def _bold_name(name: bytes) -> bool | None:
    """Whether a font's name says that it is bold; None where it says neither that nor that it is plain."""
    said = name.rstrip(b"\0").decode("utf-8", errors="replace")
    if BOLD_NAME.search(said) is not None:
        return True
    return False if PLAIN_NAME.search(said) is not None else None
