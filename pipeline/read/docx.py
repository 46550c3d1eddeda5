"""DOCX through python-docx: paragraphs, tables, headers, footers and text boxes in order, one page."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx as python_docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from pipeline.read.docx_numbering import Numbering
from pipeline.read.grid import BODY_SIZE, Line, Span
from pipeline.read.office import check_size, heading_size, logo_name, office_page, paragraph_lines, table_lines
from pipeline.read.page import Page

MAX_NESTING = 8
# The copy of a text box for old programs; python-docx does not know this namespace.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SKIPPED = {qn("w:delText"), qn("w:instrText"), FALLBACK, qn("w:del"), qn("w:moveFrom"), qn("w:rPr")}
BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:noBreakHyphen"): "-"}
TEXT, TEXT_BOX, PARAGRAPH, TABLE = qn("w:t"), qn("w:txbxContent"), qn("w:p"), qn("w:tbl")
ROW, CELL, CONTENT, CONTROL = qn("w:tr"), qn("w:tc"), qn("w:sdtContent"), qn("w:sdt")
RUN, PICTURE = qn("w:r"), qn("wp:docPr")
HIDDEN = (f"{qn('w:rPr')}/{qn('w:vanish')}", f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")


def docx_pages(path: Path) -> int:
    """Always 1, when it can be opened. Raises ReadError and what python-docx raises at damaged files."""
    _read(path, path.stat().st_mtime_ns)
    return 1


def docx_page(path: Path, number: int) -> Page:
    """The whole document. Raises ReadError and what python-docx raises at damaged files."""
    return office_page(_read(path, path.stat().st_mtime_ns), number)


@lru_cache(maxsize=1)
def _read(path: Path, modified: int) -> tuple[Line, ...]:
    check_size(path)
    document = python_docx.Document(str(path))
    reader = _Reader(document)
    lines: list[Line] = []
    heads: list[Any] = []
    feet: list[Any] = []
    for section in document.sections:
        if section.different_first_page_header_footer:
            heads.append(section.first_page_header)
            feet.append(section.first_page_footer)
        heads.append(section.header)
        feet.append(section.footer)
    lines += reader.once(heads)
    lines += reader.lines(document.element.body)
    lines += reader.once(feet)
    return tuple(lines)


class _Reader:
    """Walks a document's XML; python-docx names styles and numbering."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.numbering = Numbering(document)
        self.logos: set[str] = set()

    def once(self, parts: list[Any]) -> list[Line]:
        """Headers or footers, those with the same text once."""
        found: list[Line] = []
        seen: set[str] = set()
        for part in parts:
            lines = self.lines(part._element)
            key = " ".join(span.text for line in lines for span in line)
            if key.strip() and key not in seen:
                seen.add(key)
                found += lines
        return found

    def lines(self, parent: Any, nesting: int = 0) -> list[Line]:
        """The lines of a body, header, text box or table cell."""
        found: list[Line] = []
        if nesting > MAX_NESTING:
            return found
        for child in self._blocks(parent):
            if child.tag == PARAGRAPH:
                found += self._logos(child)
                text, size, bold = self._paragraph(child)
                boxes = self._boxes(child)
                if text.strip() or not boxes:
                    found += paragraph_lines(text, size, bold)
                for box in boxes:
                    found += self.lines(box, nesting + 1)
            else:
                found += self._table(child, nesting)
        return found

    def _blocks(self, parent: Any) -> Iterator[Any]:
        """Paragraphs and tables, those in content controls and marked insertions too."""
        for child in parent:
            if child.tag in (PARAGRAPH, TABLE):
                yield child
            elif child.tag == CONTROL and not _is_hidden(child):
                content = child.find(CONTENT)
                if content is not None:
                    yield from self._blocks(content)
            elif child.tag == qn("w:ins"):
                yield from self._blocks(child)

    def _paragraph(self, element: Any) -> tuple[str, float, bool]:
        """A paragraph's text with its list mark, size in points, and whether it is bold."""
        paragraph = Paragraph(element, self.document._body)
        text = "".join(_text(element))
        mark = self.numbering.mark(element) if text.strip() else ""
        level = _heading_level(element, self.document)
        bold = bool(level) or _all_bold(paragraph)
        size = heading_size(level) if level else _size(paragraph)
        return (f"{mark} {text}" if mark else text), size, bold

    def _logos(self, element: Any) -> list[Line]:
        """Whom the paragraph's pictures name, each once in the document."""
        found: list[Line] = []
        for picture in element.iter(PICTURE):
            name = logo_name(picture.get("descr") or "") or logo_name(picture.get("title") or "")
            if name and name not in self.logos:
                self.logos.add(name)
                found += paragraph_lines(name)
        return found

    def _boxes(self, element: Any) -> list[Any]:
        """The paragraph's text boxes; the copy for old programs (Fallback) is left out."""
        return [
            box
            for box in element.iter(TEXT_BOX)
            if not any(parent.tag == FALLBACK or parent.tag == TEXT_BOX for parent in box.iterancestors())
        ]

    def _table(self, element: Any, nesting: int) -> list[Line]:
        rows: list[list[list[Span]]] = []
        table = Table(element, self.document._body)
        if len(table._tbl.tr_lst) == 0:
            return []
        for row in element.iter(ROW):
            if next(row.iterancestors(TABLE)) is not element:
                continue
            cells: list[list[Span]] = []
            for cell in row.iter(CELL):
                if next(cell.iterancestors(ROW)) is not row:
                    continue
                cells.append([_joined(line) for line in self.lines(cell, nesting + 1) if line])
                wide = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                extra = int(wide.get(qn("w:val"), "1")) - 1 if wide is not None else 0
                cells += [[] for _ in range(min(extra, 60))]
            rows.append(cells)
        return table_lines(rows)


def _joined(line: Line) -> Span:
    """A line's spans as one, their gaps as spaces."""
    text = ""
    for span in line:
        text = text.ljust(span.column) + span.text
    return Span(text, 0, line[0].size, line[0].bold)


def _text(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in SKIPPED or child.tag == TEXT_BOX or _is_hidden(child):
            continue
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in BREAKS:
            yield BREAKS[child.tag] if child.get(qn("w:type")) != "page" else "\n"
        elif child.tag != qn("w:pPr"):
            yield from _text(child)


def _is_hidden(element: Any) -> bool:
    """A run that is set as hidden, or a content control that nobody has filled in ("Klicka här för att ange text")."""
    for path in HIDDEN:
        flag = element.find(path) if element.tag in (RUN, CONTROL) else None
        if flag is not None and flag.get(qn("w:val"), "1") not in ("0", "false", "off"):
            return True
    return False


def _heading_level(element: Any, document: Any) -> int:
    """1 for a title or first heading, and so on; 0 for no heading. By the outline level of the style or its name."""
    style = Paragraph(element, document._body).style
    names = 0
    while style is not None and names < 10:
        name = (style.name or "").casefold()
        if name in ("title", "rubrik", "titel", "ärendemening", "ärenderubrik"):
            return 1
        outline = style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if outline is not None and outline.get(qn("w:val"), "9") in "012345678":
            return int(outline.get(qn("w:val"))) + 1
        if name.startswith(("heading ", "rubrik ")) and name.split()[1][:1].isdigit():
            return int(name.split()[1][0])
        style, names = getattr(style, "base_style", None), names + 1
    outline = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    if outline is not None and outline.get(qn("w:val"), "9") in "012345678":
        return int(outline.get(qn("w:val"))) + 1
    return 0


def _all_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    if not runs:
        return False
    by_style = paragraph.style.font.bold if paragraph.style is not None else None
    return all(run.bold if run.bold is not None else by_style for run in runs)


def _size(paragraph: Any) -> float:
    sizes = [run.font.size.pt for run in paragraph.runs if run.text.strip() and run.font.size is not None]
    if sizes:
        return float(max(sizes))
    style = paragraph.style
    if style is not None and style.font.size is not None:
        return float(style.font.size.pt)
    return BODY_SIZE
