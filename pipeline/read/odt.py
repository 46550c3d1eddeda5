"""ODT through odfdo: paragraphs, tables, lists, headers, footers and text boxes in order, one page."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from odfdo import Document

from pipeline.read.docx_numbering import written
from pipeline.read.grid import BODY_SIZE, Line, Span
from pipeline.read.office import BULLET, check_size, heading_size, logo_name, office_page, paragraph_lines, table_lines
from pipeline.read.page import Page

MAX_NESTING = 12
MAX_REPEAT = 60  # of empty cells and spaces
SKIPPED = {"office:annotation", "text:tracked-changes", "text:note-citation", "draw:image", "office:forms"}
FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def odt_pages(path: Path) -> int:
    """Always 1, when it can be opened. Raises ReadError and what odfdo raises at damaged files."""
    _read(path, path.stat().st_mtime_ns)
    return 1


def odt_page(path: Path, number: int) -> Page:
    """The whole document. Raises ReadError and what odfdo raises at damaged files."""
    return office_page(_read(path, path.stat().st_mtime_ns), number)


@lru_cache(maxsize=1)
def _read(path: Path, modified: int) -> tuple[Line, ...]:
    check_size(path)
    document = Document(str(path))
    reader = _Reader(document)
    masters = document.styles.root.get_elements("//style:master-page")
    heads = [part for master in masters for part in master.children if part.tag.startswith("style:header")]
    feet = [part for master in masters for part in master.children if part.tag.startswith("style:footer")]
    return tuple(reader.once(heads) + reader.lines(document.body) + reader.once(feet))


class _Reader:
    """Walks a document's elements; styles tell what is bold and how lists count."""

    def __init__(self, document: Any) -> None:
        self.styles: dict[str, Any] = {}
        self.lists: dict[str, Any] = {}
        for part in (document.styles.root, document.content.root):
            for style in part.get_elements("//style:style"):
                self.styles[style.get_attribute("style:name") or ""] = style
            for style in part.get_elements("//text:list-style"):
                self.lists[style.get_attribute("style:name") or ""] = style
        self.counts: dict[tuple[str, int], int] = {}
        self.logos: set[str] = set()

    def once(self, parts: list[Any]) -> list[Line]:
        """Headers or footers, those with the same text once."""
        found: list[Line] = []
        seen: set[str] = set()
        for part in parts:
            lines = self.lines(part)
            key = " ".join(span.text for line in lines for span in line)
            if key.strip() and key not in seen:
                seen.add(key)
                found += lines
        return found

    def lines(self, parent: Any, nesting: int = 0) -> list[Line]:
        """The lines of a body, section, frame or cell."""
        found: list[Line] = []
        if nesting > MAX_NESTING:
            return found
        for child in parent.children:
            match child.tag:
                case "text:p" | "text:h":
                    found += self._paragraph(child, nesting)
                case "text:list":
                    found += self._list(child, nesting, 1, child.get_attribute("text:style-name") or "")
                case "table:table":
                    found += self._table(child, nesting)
                case tag if tag in SKIPPED:
                    pass
                case _:
                    found += self.lines(child, nesting + 1)
        return found

    def _paragraph(self, element: Any, nesting: int, mark: str = "") -> list[Line]:
        text = "".join(_text(element))
        frames = [frame for frame in element.children if frame.tag.startswith("draw:")]
        inner = [line for frame in frames for line in [*self._logo(frame), *self.lines(frame, nesting + 1)]]
        if not text.strip() and inner:
            return inner
        level = 0
        if element.tag == "text:h":
            level = _number(element.get_attribute("text:outline-level"), 1)
        bold, size = self._set(element)
        if level:
            bold, size = True, heading_size(level)
        return paragraph_lines(f"{mark} {text}" if mark else text, size, bold) + inner

    def _logo(self, frame: Any) -> list[Line]:
        """Whom the frame's picture names, once in the document."""
        texts = [child.text or "" for child in frame.children if child.tag in ("svg:desc", "svg:title")]
        name = next((name for name in map(logo_name, texts) if name), "")
        if not name or name in self.logos:
            return []
        self.logos.add(name)
        return paragraph_lines(name)

    def _set(self, element: Any) -> tuple[bool, float]:
        """Whether a paragraph is bold, by its style or all its spans, and its size in points."""
        bold, size = self._style(element.get_attribute("text:style-name") or "")
        if not bold and not (element.text or "").strip():
            inner = [child for child in element.children if child.tag == "text:span" and "".join(_text(child)).strip()]
            bold = bool(inner) and all(
                self._style(child.get_attribute("text:style-name") or "")[0] and not (child.tail or "").strip()
                for child in inner
            )
        return bold, size or BODY_SIZE

    def _style(self, name: str) -> tuple[bool, float]:
        bold: bool | None = None
        size = 0.0
        for _ in range(10):
            style = self.styles.get(name)
            if style is None:
                break
            for properties in style.children:
                if properties.tag == "style:text-properties":
                    weight = properties.get_attribute("fo:font-weight")
                    if bold is None and weight:
                        bold = str(weight) in ("bold", "600", "700", "800", "900")
                    size = size or _points(properties.get_attribute("fo:font-size"))
            name = style.get_attribute("style:parent-style-name") or ""
        return bool(bold), size

    def _list(self, element: Any, nesting: int, level: int, style: str) -> list[Line]:
        found: list[Line] = []
        if nesting > MAX_NESTING:
            return found
        if not element.get_attribute("text:continue-numbering") and not element.get_attribute("text:continue-list"):
            self.counts.pop((style, level), None)
        for item in element.children:
            if item.tag not in ("text:list-item", "text:list-header"):
                continue
            mark = ""
            if item.tag == "text:list-item":
                mark = self._mark(style, level, item.get_attribute("text:start-value"))
            for child in item.children:
                if child.tag in ("text:p", "text:h"):
                    found += self._paragraph(child, nesting, mark)
                    mark = ""
                elif child.tag == "text:list":
                    inner = child.get_attribute("text:style-name") or style
                    found += self._list(child, nesting + 1, level + 1, inner)
        return found

    def _mark(self, style: str, level: int, start: Any) -> str:
        """The number or bullet of the list's next item."""
        definition = self.lists.get(style)
        for form in definition.children if definition is not None else ():
            if _number(form.get_attribute("text:level"), 0) != level:
                continue
            if form.tag != "text:list-level-style-number":
                return BULLET
            first = _number(form.get_attribute("text:start-value"), 1)
            count = _number(start, self.counts.get((style, level), first - 1) + 1)
            self.counts[style, level] = count
            number_format = str(form.get_attribute("style:num-format") or "")
            if number_format not in FORMATS:
                return ""
            before = str(form.get_attribute("style:num-prefix") or "")
            after = str(form.get_attribute("style:num-suffix") or "")
            return f"{before}{written(count, FORMATS[number_format])}{after}".strip()
        return BULLET

    def _table(self, element: Any, nesting: int) -> list[Line]:
        rows: list[list[list[Span]]] = []
        for row in _rows(element):
            cells: list[list[Span]] = []
            for cell in row.children:
                if cell.tag not in ("table:table-cell", "table:covered-table-cell"):
                    continue
                content = [_joined(line) for line in self.lines(cell, nesting + 1) if line]
                repeated = _number(cell.get_attribute("table:number-columns-repeated"), 1)
                cells += [content] * max(1, min(repeated, MAX_REPEAT))
            rows.append(cells)
        return table_lines(rows)


def _rows(element: Any) -> Iterator[Any]:
    for child in element.children:
        if child.tag == "table:table-row":
            yield child
        elif child.tag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(child)


def _joined(line: Line) -> Span:
    text = ""
    for span in line:
        text = text.ljust(span.column) + span.text
    return Span(text, 0, line[0].size, line[0].bold)


def _text(element: Any) -> Iterator[str]:
    """The text of a paragraph without that of its frames."""
    yield (element.text or "").replace("\n", " ")
    for child in element.children:
        match child.tag:
            case "text:s":
                yield " " * min(MAX_REPEAT, _number(child.get_attribute("text:c"), 1))
            case "text:tab":
                yield "\t"
            case "text:line-break":
                yield "\n"
            case tag if tag in SKIPPED or tag.startswith("draw:"):
                pass
            case _:
                yield from _text(child)
        yield (child.tail or "").replace("\n", " ")


def _number(value: Any, default: int) -> int:
    try:
        return int(str(value))
    except ValueError:
        return default


def _points(value: Any) -> float:
    text = str(value or "")
    try:
        return float(text[:-2]) if text.endswith("pt") else 0.0
    except ValueError:
        return 0.0
