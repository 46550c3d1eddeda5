"""The picture of the line that a row rests on, cut out of its page, what is private painted over."""

import io
from pathlib import Path

from PIL import Image, ImageDraw

from pipeline.site.images import SHOWN_KINDS, Painter
from pipeline.site.originals import Originals
from pipeline.site.record import Box, Record

SCALE = 2.0  # pixels for each point
ABOVE, ASIDE = 16.0, 24.0  # points shown round the words: a line above and below
NARROWEST = 340.0  # points: no less is shown of a line, and no more on a phone where the words need no more
TALLEST = 320.0  # points
TOP = 0.5  # of the first page, shown for a document as a whole
FRAME = (196, 61, 0)


def can_show(record: Record, unmasked: bool) -> bool:
    """Whether its pages may be drawn: not where something private could stand at a place that nobody knows."""
    return record.kind in SHOWN_KINDS and (unmasked or not (record.unread or record.unplaced))


def place(record: Record, key: str) -> tuple[int, Box | None] | None:
    """Page and box of a row by its key, the first page without a box for the document itself; None: no such row."""
    if key == record.document_id:
        return record.pages[0], None
    for fact in record.everywhere():
        if row_key(fact.row) == key:
            return (fact.page, fact.box) if fact.box is not None else None
    return None


def row_key(row: dict[str, object]) -> str:
    """The key of a row of any table."""
    return str(row.get("decision_id" if "text_raw" in row else "id", ""))


async def cut(painter: Painter, originals: Originals, record: Record, where: tuple[int, Box | None]) -> bytes | None:
    """A PNG of the place, None where the original is gone. Raises images.NoPicture."""
    page, box = where
    path: Path | None = originals.find(record.sha256, record.places)
    if path is None:
        return None
    sizes = await painter.sizes(record.sha256, path, record.kind, page, page)
    png = await painter.png(record.sha256, path, record.kind, page, SCALE, record.hidden.get(page, ()))
    return cropped(png, sizes[0], box)


def cropped(png: bytes, size: tuple[float, float], box: Box | None) -> bytes:
    """The part of a page's picture round a box, framed; the top of the page without one. size and box in points."""
    with Image.open(io.BytesIO(png)) as opened:
        image = opened.convert("RGB")
    pixels = image.width / max(1.0, size[0])
    if box is None:
        part = image.crop((0, 0, image.width, max(1, int(image.height * TOP))))
    else:
        x0, y0, x1, y1 = box
        pen = max(1, round(pixels))
        corners = [(x0 - 2) * pixels, (y0 - 2) * pixels, (x1 + 2) * pixels, (y1 + 2) * pixels]
        ImageDraw.Draw(image).rectangle(corners, outline=FRAME, width=pen)
        top = max(0, int((y0 - ABOVE) * pixels))
        bottom = min(image.height, int((min(y1, y0 + TALLEST) + ABOVE) * pixels))
        wide = max(x1 - x0 + 2 * ASIDE, NARROWEST)
        left = min(max(0.0, (x0 + x1 - wide) / 2), max(0.0, size[0] - wide))
        right = min(image.width, max(1, int((left + wide) * pixels)))
        part = image.crop((int(left * pixels), min(top, image.height - 1), right, max(bottom, top + 1)))
    sink = io.BytesIO()
    part.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(sink, "PNG")
    return sink.getvalue()
