"""The face of `read`: what a file is, and its pages one by one.

`open_source` looks at a file once (kind, number of pages, what is wrong with it); `read_page` reads one page of it.
Both take a path and give values, so that pages can be spread over processes.
"""

from pathlib import Path

import pypdfium2 as pdfium

from pipeline.read.page import Box, Page, ReadAs, Source, Word


def open_source(path: Path) -> Source:
    """The file's kind and number of pages. Never raises for what is wrong with the file."""
    if path.suffix.lower() == ".pdf":
        with pdfium.PdfDocument(path) as pdf:
            return Source("pdf", len(pdf))
    if path.suffix.lower() == ".txt":
        return Source("text", 1)
    return Source("", 0)


def read_page(path: Path, kind: str, number: int) -> Page:
    """Page `number` (1-based) of the file. Never raises for what is wrong with the page."""
    if kind == "text":
        return text_page(path.read_text(encoding="utf-8"))
    with pdfium.PdfDocument(path) as pdf:
        page = pdf[number - 1]
        height = page.get_height()
        text = page.get_textpage()
        words, current, box = [], "", None
        for i in range(text.count_chars()):
            c = text.get_text_range(i, 1)
            if c.isspace() or not c:
                if current and box:
                    words.append(Word(current, Box(*box)))
                current, box = "", None
                continue
            x0, y0, x1, y1 = text.get_charbox(i)
            b = (x0, height - y1, x1, height - y0)
            box = b if box is None else (min(box[0], b[0]), min(box[1], b[1]), max(box[2], b[2]), max(box[3], b[3]))
            current += c
        if current and box:
            words.append(Word(current, Box(*box)))
        return Page(number, page.get_width(), height, tuple(words), ReadAs.DIGITAL)


def text_page(text: str, number: int = 1) -> Page:
    """A page of text as made-up boxes: cells of 6 x 12 points."""
    words = []
    for row, line in enumerate(text.splitlines()):
        column = 0
        for part in line.split(" "):
            if part.strip():
                box = Box(column * 6.0, row * 12.0, (column + len(part)) * 6.0, row * 12.0 + 12.0)
                words.append(Word(part.strip(), box, 1.0, line=row))
            column += len(part) + 1
    return Page(number, 595.0, 12.0 * (text.count("\n") + 1), tuple(words), ReadAs.TEXT, has_places=False)
