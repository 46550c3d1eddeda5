"""From a PDF page's own coordinates to points from the top left corner of the page as it is shown."""

import ctypes
from dataclasses import dataclass

from pypdfium2 import PdfPage, raw

from pipeline.read.page import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in its own coordinates, and how many degrees clockwise it is turned when shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int  # 0, 90, 180, 270

    @classmethod
    def of(cls, page: PdfPage) -> "Frame":
        """The frame of a page: its crop box within its media box, as PDFium shows it."""
        rectangle = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(rectangle))
        rotation = 90 * (raw.FPDFPage_GetRotation(page.raw) % 4)
        return cls(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top, rotation)

    @property
    def width(self) -> float:
        """Of the page as shown."""
        return self.right - self.left if self.rotation % 180 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Of the page as shown."""
        return self.top - self.bottom if self.rotation % 180 == 0 else self.right - self.left

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of the page's own coordinates (y upwards) as it is shown."""
        match self.rotation:
            case 90:
                return Box(y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left)
            case 180:
                return Box(self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom)
            case 270:
                return Box(self.top - y1, self.right - x1, self.top - y0, self.right - x0)
            case _:
                return Box(x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)

    def holds(self, box: Box) -> bool:
        """Whether the box's middle is on the page."""
        return 0 <= (box.x0 + box.x1) / 2 <= self.width and 0 <= (box.y0 + box.y1) / 2 <= self.height

    def angle(self, degrees: float) -> float:
        """An angle of the page's own coordinates as it is shown, counter-clockwise, above -180 and at most 180."""
        shown = (degrees - self.rotation) % 360
        return shown - 360 if shown > 180 else shown
