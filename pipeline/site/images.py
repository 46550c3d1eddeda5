"""Pictures of pages, made from the originals in a process of their own.

PDFium is C++ and must not be called from two threads at once, and a damaged file may bring it down or keep it busy
for ever: so one worker process draws, is stopped when it takes too long, and is started anew when it has died.
"""

import asyncio
import io
import signal
import threading
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw
from pypdfium2 import raw

from pipeline.executor import Workers, local
from pipeline.read.faults import ReadError
from pipeline.read.frame import Frame
from pipeline.read.images import picture, picture_sizes
from pipeline.read.pdf_text import text_layer
from pipeline.read.prepare import to_grey
from pipeline.site.mask import masker

SCALES = (0.5, 1.0, 1.5, 2.0, 3.0)  # pixels for each point; no others, so that the cache can't be flooded
USUAL_SCALE = 1.5
SHOWN_KINDS = ("pdf", "image")  # of `ledger_files.kind`; the others have no pages to draw
MAX_PIXELS = 16_000_000
MARGIN = 1.5  # points that are painted round what is masked
SECONDS = 20
CACHE_BYTES = 64_000_000
COLOURS = 256
GREY_ENOUGH = 24  # of 255: how far apart a grey pixel's red, green and blue may be

Boxes = tuple[tuple[float, float, float, float], ...]
Private = tuple[tuple[tuple[str, str], ...], str]
Size = tuple[float, float]
Made = TypeVar("Made")


class NoPicture(Exception):  # noqa: N818
    """No picture can be made: the file is damaged, the page does not exist, or it took too long."""


def page_sizes(path: Path, kind: str, first: int, last: int) -> list[Size]:
    """Width and height in points of pages first to last (1-based) as the file shows them. Raises NoPicture."""
    return _guarded(_sized, path, kind, first, last)


def page_png(
    path: Path, kind: str, number: int, scale: float, black: Boxes = (), private: Private | None = None
) -> bytes:
    """Page `number` (1-based) as a PNG, `scale` pixels for each point, the boxes (in points) painted black.

    private: what the privacy table names in the file and the memo's text: its words in a PDF's text layer are painted
    over too, also where no row has a box for them. Raises NoPicture.
    """
    image, points, words = _guarded(_drawn, path, kind, number, scale, private)
    black = (*black, *words)
    painter = ImageDraw.Draw(image)
    fill = 0 if image.mode == "L" else (0, 0, 0)
    for x0, y0, x1, y1 in black:
        corners = [(x0 - MARGIN) / points, (y0 - MARGIN) / points, (x1 + MARGIN) / points, (y1 + MARGIN) / points]
        if corners[2] > corners[0] and corners[3] > corners[1]:
            painter.rectangle(corners, fill=fill)
    if image.mode == "RGB":
        image = image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    sink = io.BytesIO()
    image.save(sink, "PNG", optimize=False, compress_level=6)
    return sink.getvalue()


def _sized(path: Path, kind: str, first: int, last: int) -> list[Size]:
    if kind != "pdf":
        return picture_sizes(path, first, last)
    pdf = pdfium.PdfDocument(path)
    try:
        frames = [Frame.of(pdf[number - 1]) for number in range(first, last + 1)]
        return [(frame.width, frame.height) for frame in frames]
    finally:
        pdf.close()


def _drawn(
    path: Path, kind: str, number: int, scale: float, private: Private | None
) -> tuple[Image.Image, float, Boxes]:
    """The page in grey or RGB, points for each pixel, and the boxes of words to be masked."""
    if kind == "pdf":
        pdf = pdfium.PdfDocument(path)
        try:
            page = pdf[number - 1]
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)  # fields and stamps are part of what was read
            frame = Frame.of(page)
            scale = min(scale, (MAX_PIXELS / max(1.0, frame.width * frame.height)) ** 0.5)
            bitmap = page.render(scale=scale)
            words = _private_words(page, frame, private) if private else ()
            return _plain(bitmap.to_pil().copy()), 1 / scale, words
        finally:
            pdf.close()
    image, dpi, _ = picture(path, number)
    points = 72 / dpi
    scale = min(scale, (MAX_PIXELS / max(1.0, image.width * image.height * points**2)) ** 0.5)
    if scale * points < 1:
        size = max(1, round(image.width * scale * points)), max(1, round(image.height * scale * points))
        plain = _plain(image)
        points *= plain.width / size[0]
        return plain.resize(size, Image.Resampling.LANCZOS), points, ()
    return _plain(image), points, ()


def _private_words(page: pdfium.PdfPage, frame: Frame, private: Private) -> Boxes:
    """The boxes of the text layer's words that the masker would mask."""
    rows, text = private
    mask = masker(rows, text)
    boxes: list[tuple[float, float, float, float]] = []
    layer = text_layer(page, frame)
    for words in (layer.words, layer.hidden):
        ends = list(accumulate(len(word.text) + 1 for word in words))
        for start, end in mask.spans(" ".join(word.text for word in words)):
            first, last = bisect_right(ends, start), bisect_left(ends, end)
            boxes += [(*word.box,) for word in words[first : last + 1]]
    return tuple(boxes)


def _plain(image: Image.Image) -> Image.Image:
    """The picture in grey where it has no colours to speak of, else in RGB."""
    if image.mode in ("1", "L", "LA", "I", "F") or image.mode.startswith("I;"):
        return to_grey(image)
    if image.mode in ("RGBA", "PA") or "transparency" in image.info:
        layered = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered)
    image = image.convert("RGB")
    small = image.reduce(4) if min(image.size) >= 8 else image
    red, green, blue = small.split()
    apart = [ImageChops.difference(red, green), ImageChops.difference(green, blue)]
    return image.convert("L") if max(map(_brightest, apart)) < GREY_ENOUGH else image


def _brightest(grey: Image.Image) -> int:
    """The largest value that more than a speck of a picture has."""
    left = grey.width * grey.height // 5_000  # a few dots of colour from the scanner's lamp say nothing
    counts = grey.histogram()
    for value in range(255, 0, -1):
        left -= counts[value]
        if left < 0:
            return value
    return 0


def _guarded(function: Callable[..., Made], *arguments: Any) -> Made:
    """What the function gives, whatever goes wrong with a file told as NoPicture."""
    try:
        return function(*arguments)
    except (ReadError, OSError, ValueError, LookupError, EOFError, SyntaxError, MemoryError, RuntimeError) as error:
        raise NoPicture(type(error).__name__) from None


def _in_time(function: Callable[..., Made], *arguments: Any) -> Made:
    """In the worker: the alarm's default is to end the process, which also ends a loop in C."""
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        return function(*arguments)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _nothing() -> None:
    """What a worker does to be there."""


class Painter:
    """Calls the functions above in the worker and keeps what they give, up to a bound. Safe to use from threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worker: Workers | None = None
        self._kept: OrderedDict[object, tuple[Any, int]] = OrderedDict()
        self._bytes = 0

    async def sizes(self, sha256: str, path: Path, kind: str, first: int, last: int) -> list[Size]:
        """See page_sizes; sha256 names the file's bytes in the cache."""
        key = (sha256, first, last)
        return await self._made(key, 64 * (last - first + 1), page_sizes, path, kind, first, last)

    async def png(
        self,
        sha256: str,
        path: Path,
        kind: str,
        number: int,
        scale: float,
        black: Boxes = (),
        private: Private | None = None,
    ) -> bytes:
        """See page_png."""
        key = (sha256, number, scale, black, private)
        return await self._made(key, 0, page_png, path, kind, number, scale, black, private)

    async def _made(self, key: object, weight: int, function: Callable[..., Made], *arguments: Any) -> Made:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                kept: Made = self._kept[key][0]
                return kept
        try:
            made = await asyncio.wrap_future(self._submit(function, *arguments))
        except BrokenProcessPool:
            with self._lock:
                self._worker = None
            raise NoPicture("worker") from None
        self._keep(key, made, weight or len(made) if isinstance(made, bytes) else weight)
        return made

    def _submit(self, function: Callable[..., Made], *arguments: Any) -> "Future[Made]":
        with self._lock:
            for _ in range(2):
                if self._worker is None:
                    self._worker = local(1, ("pipeline.site.images",))
                try:
                    return self._worker.submit(_in_time, function, *arguments)
                except BrokenProcessPool:  # it died while nobody waited
                    self._worker = None
        raise NoPicture("worker")

    def _keep(self, key: object, made: object, weight: int) -> None:
        with self._lock:
            if key in self._kept or weight > CACHE_BYTES:
                return
            self._kept[key] = made, weight
            self._bytes += weight
            while self._bytes > CACHE_BYTES:
                self._bytes -= self._kept.popitem(last=False)[1][1]

    def warm(self) -> None:
        """Start the worker, without waiting for it."""
        with suppress(NoPicture):
            self._submit(_nothing)

    def close(self) -> None:
        """End the worker, whatever it draws."""
        with self._lock:
            if self._worker is not None:
                self._worker.end()
                self._worker = None
