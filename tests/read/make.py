"""Inputs for the tests of `read`, made on the spot: tiny PDFs written by hand, pictures of text."""

import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

TEXT = "Kommunstyrelsen beslutar att bevilja föreningen ett bidrag om 125 000 kronor för år 2024"


def pdf(
    path: Path,
    contents: Sequence[bytes],
    *,
    media: str = "0 0 595 842",
    page_extra: str = "",
    resources: str = "",
    objects: Sequence[bytes] = (),
) -> Path:
    """A PDF with one page for each content stream. Helvetica is /F1, its bold /F2; `objects` are numbered from 10."""
    numbered: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    }
    numbered |= {10 + i: body for i, body in enumerate(objects)}
    kids = []
    for i, content in enumerate(contents):
        page, stream = 100 + 2 * i, 101 + 2 * i
        kids.append(f"{page} 0 R")
        numbered[page] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{media}] /Contents {stream} 0 R {page_extra} "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> {resources} >> >>"
        ).encode()
        numbered[stream] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    numbered[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number in sorted(numbered):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, numbered[number])
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, offset in offsets.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, offset)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(offsets) + 1, start)
    path.write_bytes(bytes(out))
    return path


def show(
    text: str, x: float = 72, y: float = 700, size: float = 11, font: str = "F1", matrix: str = "1 0 0 1"
) -> bytes:
    """A content stream that prints one line of text at a point of the page's own coordinates."""
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"BT /{font} {size} Tf {matrix} {x} {y} Tm (".encode() + escaped + b") Tj ET\n"


def image_object(image: Image.Image) -> bytes:
    """A grey picture as an image XObject."""
    grey = image.convert("L")
    data = zlib.compress(grey.tobytes())
    return (
        (
            f"<< /Type /XObject /Subtype /Image /Width {grey.width} /Height {grey.height} /ColorSpace /DeviceGray "
            f"/BitsPerComponent 8 /Filter /FlateDecode /Length {len(data)} >>\nstream\n"
        ).encode()
        + data
        + b"\nendstream"
    )


def draw_image(x: float, y: float, width: float, height: float, name: str = "Im1") -> bytes:
    """A content stream that shows an image XObject."""
    return f"q {width} 0 0 {height} {x} {y} cm /{name} Do Q\n".encode()


def sheet(lines: Sequence[str], dpi: int = 200, size: float = 12, height: float = 842) -> Image.Image:
    """A4 in grey with lines of text that begin an inch from left and top, as a scanner gives it.

    height: points of it from the top that are kept; a strip is read in a third of the time.
    """
    content = b"".join(show(line, 72, 842 - 72 - size - i * size * 1.6, size) for i, line in enumerate(lines))
    with tempfile.TemporaryDirectory() as folder:
        document = pdfium.PdfDocument(pdf(Path(folder) / "sheet.pdf", [content]))
        image: Image.Image = document[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        document.close()
    return image.crop((0, 0, image.width, round(height * dpi / 72)))
