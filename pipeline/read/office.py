"""DOCX and ODT: what both share. They are zip files of XML; their text becomes lines on a made-up grid."""

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import Kind
from pipeline.read.faults import ReadError
from pipeline.read.grid import BODY_SIZE, Line, Span, grid_page
from pipeline.read.page import Page, ReadAs

MAX_UNPACKED = 400_000_000  # bytes
MAX_RATIO = 200  # unpacked to packed, for parts above MIN_SUSPECT
MIN_SUSPECT = 50_000_000
CELL_GAP = 4  # cells of the grid between a table's columns
HEADING_SIZES = {1: 16.0, 2: 14.0, 3: 12.0}
BULLET = "•"
_LOGO = r"(?:logga|logo|logotype?|(?:kommun|stads)?vapen)"
_LOGO_FIRST = re.compile(rf"{_LOGO}(?:en)?(?: för| av| till|,|:| [-–])? (.+)", re.IGNORECASE)
_LOGO_LAST = re.compile(rf"(.+?)(?:s|,|:| [-–])? {_LOGO}(?:en)?", re.IGNORECASE)
_SENDER = re.compile(
    r"(?:[\wÅÄÖåäö-]+ ){1,3}(?:kommun|stad|landsting|kommunförbund|kommunalförbund)"
    r"|(?:region|landstinget) [\wåäö]+(?: [\wåäö]+){0,2}",
    re.IGNORECASE,
)

Row = Sequence[Sequence[Span]]  # a table's row: for each cell its paragraphs


def check_size(path: Path) -> None:
    """Raises ReadError: TOO_LARGE where the file would unpack beyond reason, DAMAGED where it is no whole zip file."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise ReadError(Kind.DAMAGED, "zip") from error
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError(Kind.PASSWORD)
    if sum(part.file_size for part in parts) > MAX_UNPACKED or any(
        part.file_size > max(MIN_SUSPECT, MAX_RATIO * part.compress_size) for part in parts
    ):
        raise ReadError(Kind.TOO_LARGE, "zip")


def logo_name(alternative: str) -> str:
    """Who a picture's alternative text says that it stands for ("Ydre kommuns logotyp": Ydre kommun), "" if nobody."""
    text = " ".join(alternative[:120].split()).strip(" .")
    for pattern in (_LOGO_FIRST, _LOGO_LAST):
        if named := pattern.fullmatch(text):
            text = named[1]
            break
    return text if _SENDER.fullmatch(text) else ""


def heading_size(level: int) -> float:
    """The size in points that a heading of this level (1 is the title) is said to have."""
    return HEADING_SIZES.get(level, 11.0)


def paragraph_lines(text: str, size: float = BODY_SIZE, bold: bool = False) -> list[Line]:
    """A paragraph's lines (forced line breaks part it); tabs move to the next column of eight cells."""
    return [spans(line, size, bold) for line in text.split("\n")]


def spans(text: str, size: float = BODY_SIZE, bold: bool = False) -> list[Span]:
    """A line's parts; each tab leaves a wide gap."""
    found: list[Span] = []
    column = 0
    for part in text.split("\t"):
        if part.strip():
            found.append(Span(part, column, size, bold))
        column = (column + len(part) + CELL_GAP) // 8 * 8 + 8
    return found


def table_lines(rows: Sequence[Row]) -> list[Line]:
    """A table's rows as lines. A cell's second paragraph goes on the line below, in the cell's column."""
    columns: list[int] = []
    for row in rows:
        for index, cell in enumerate(row):
            width = max((len(span.text) for span in cell), default=0)
            if index == len(columns):
                columns.append(0)
            columns[index] = max(columns[index], width)
    starts = [sum(columns[:i]) + CELL_GAP * i for i in range(len(columns))]
    lines: list[Line] = []
    for row in rows:
        for depth in range(max((len(cell) for cell in row), default=0)):
            lines.append(
                [
                    Span(cell[depth].text, starts[index], cell[depth].size, cell[depth].bold)
                    for index, cell in enumerate(row)
                    if depth < len(cell)
                ]
            )
    return lines


def office_page(lines: Sequence[Line], number: int) -> Page:
    """The document as one page of paragraphs."""
    return grid_page(lines, number, ReadAs.DIGITAL, paragraphs=True)
