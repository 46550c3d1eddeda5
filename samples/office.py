"""Other kinds of files: two memos as office documents, a scan as a TIFF of several pages, a page as PNG.

An office document is made from the same memo function: an `Outline` takes its paragraphs and tables instead of drawing
them.
"""

import zipfile
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document as Docx
from odfdo import Cell, Document, Header, Paragraph, Row, Table
from PIL import Image

from samples.layout import HEIGHT, Sheet, Style

# which memo is made into what
KINDS = {"05-table": "docx", "04-att": "odt", "01-typewriter": "tif", "10-minutes": "png"}
FOOT = HEIGHT - 90


class Outline(Sheet):
    """A sheet that keeps what is printed as paragraphs and tables. heading: whether each paragraph is one."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, pages=1)
        self.parts: list[tuple[bool, str] | list[list[str]]] = []
        self.foot: list[str] = []
        self.waiting: list[tuple[float, float, str]] = []

    def page(self) -> None:
        """There is one endless page."""
        if not self.number:
            super().page()

    def need(self, height: float) -> None:
        """An endless page has room."""

    def put(self, x: float, y: float, text: str, style: Style | None = None, align: str = "left") -> float:
        """What stands on one line outside the running text becomes one paragraph, with tabs between."""
        if text.strip():
            if y > FOOT and not self.parts:
                self.foot.append(_plain(text))
            else:
                self.waiting.append((round(y), x, _plain(text)))
        return x

    def flush(self) -> None:
        """Make paragraphs of the lines that wait."""
        for _, line in groupby(sorted(self.waiting), key=lambda piece: piece[0]):
            self.parts.append((False, "\t".join(text for _, _, text in line)))
        self.waiting.clear()

    def para(self, text: str, style: Style | None = None, indent: float = 0, label: str = "", keep: int = 2) -> None:
        """A paragraph, with its label before it."""
        self.flush()
        heading = bool(style and (style.heads or style.bold))
        self.parts.append((heading, _plain(f"{label} {text}" if label else text)))

    def table(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        style: Style,
        rules: str = "grid",
        total: bool = False,
        numbers_from: int = 1,
    ) -> None:
        """A table's cells."""
        self.flush()
        self.parts.append([[_plain(cell) for cell in row] for row in rows])


def _plain(text: str) -> str:
    return text.replace("¬", "").replace("~", "\u00a0").replace("**", "")


def outline(memo: Callable[[Sheet], None]) -> Outline:
    """What a memo says, as paragraphs and tables in order."""
    sheet = Outline(Path("none.pdf"))
    memo(sheet)
    sheet.flush()
    return sheet


def write_docx(memo: Callable[[Sheet], None], path: Path) -> None:
    """The memo as a Word document."""
    sheet = outline(memo)
    document: Docx = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "   ".join(sheet.foot)
    for part in sheet.parts:
        if isinstance(part, list):
            table = document.add_table(rows=0, cols=len(part[0]))
            table.style = "Table Grid"
            for row in part:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif part[0]:
            document.add_heading(part[1], level=2)
        else:
            document.add_paragraph(part[1])
    document.save(str(path))
    _without_clock(path)


def write_odt(memo: Callable[[Sheet], None], path: Path) -> None:
    """The memo as an OpenDocument text."""
    sheet = outline(memo)
    document = Document("text")
    document.body.clear()
    for part in sheet.parts:
        if isinstance(part, list):
            table = Table("Tabell")
            for row in part:
                line = Row()
                for text in row:
                    line.append_cell(Cell(text=text))
                table.append_row(line)
            document.body.append(table)
        else:
            document.body.append(Header(2, part[1]) if part[0] else Paragraph(part[1]))
    document.save(str(path))
    _without_clock(path)


def _without_clock(path: Path) -> None:
    """Pack a zip file anew without the times at which its parts were written: the same memo, the same bytes."""
    with zipfile.ZipFile(path) as archive:
        parts = [(info.filename, info.compress_type, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for name, compression, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, compression)


def make(name: str, memo: Callable[[Sheet], None], pages: list[Image.Image], folder: Path) -> None:
    """Write the file that this memo is chosen for, if any. pages: its scan."""
    kind = KINDS.get(name)
    path = folder / f"{name}.{kind}"
    if kind == "docx":
        write_docx(memo, path)
    elif kind == "odt":
        write_odt(memo, path)
    elif kind == "tif":
        first, *rest = (page.resize((page.width * 3 // 4, page.height * 3 // 4)) for page in pages)
        first.save(path, save_all=True, append_images=rest, compression="jpeg", quality=60, dpi=(150, 150))
    elif kind == "png":
        pages[0].save(path, optimize=True, dpi=(204, 196))
