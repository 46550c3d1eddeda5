"""The face of `read`: what a file is, and its pages one by one.

`open_source` looks at a file once (kind, number of pages, what is wrong with it); `read_page` reads one page of it.
Both take a path and give values, so that pages can be spread over processes.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.errors import Kind, Problem
from pipeline.read import docx, images, ocr, odt, pdf, text
from pipeline.read.faults import ReadError, problem
from pipeline.read.kinds import DOCX, IMAGE, ODT, PDF, TEXT, kind_of
from pipeline.read.page import Box, Page, ReadAs, Source

COUNT: dict[str, Callable[[Path], int]] = {
    PDF: pdf.pdf_pages,
    IMAGE: images.image_pages,
    TEXT: text.text_pages,
    DOCX: docx.docx_pages,
    ODT: odt.odt_pages,
}
READ: dict[str, Callable[[Path, int], Page]] = {
    PDF: pdf.pdf_page,
    IMAGE: images.image_page,
    TEXT: text.text_page,
    DOCX: docx.docx_page,
    ODT: odt.odt_page,
}


def open_source(path: Path) -> Source:
    """The file's kind and number of pages. Never raises for what is wrong with the file."""
    kind, wrong = kind_of(path)
    if wrong:
        return Source(kind, 0, (wrong,))
    try:
        pages = COUNT[kind](path)
    except Exception as error:  # libraries raise what they like at damaged files
        return Source(kind, 0, (_file_problem(error),))
    return Source(kind, pages, () if pages else (problem(Kind.NO_PAGES),))


def read_page(path: Path, kind: str, number: int) -> Page:
    """Page `number` (1-based) of a file of this kind. Never raises for what is wrong with the page."""
    try:
        return READ[kind](path, number)
    except Exception as error:
        wrong = _file_problem(error)
        if wrong.kind == Kind.DAMAGED:  # the file could be opened: it is this page that fails
            wrong = problem(Kind.PAGE_FAILED, wrong.detail)
        read_as = {IMAGE: ReadAs.OCR, TEXT: ReadAs.TEXT}.get(kind, ReadAs.DIGITAL)
        return Page(number, 0.0, 0.0, (), read_as, problems=(problem(wrong.kind, wrong.detail, number),))


def read_more(path: Path, kind: str, page: Page, boxes: Sequence[Box]) -> Page:
    """The page with the words in some boxes, where its reader was unsure of them, read by the second one. Never raises.

    boxes: of what matters, in points of the page as the file shows it, as `Page.shown` gives them. Less doubt is enough
    there than elsewhere. A page that was not read from a picture, or whose words there are sure or have two readings,
    comes back as it is: its picture is not made again for nothing.
    """
    wanted = [
        index
        for index, word in enumerate(page.words)
        if word.second is None
        and word.confidence < ocr.UNSURE_WHERE_IT_MATTERS
        and not word.picture
        and _within(page.shown(word.box), boxes)
    ]
    if page.read_as is not ReadAs.OCR or kind not in (PDF, IMAGE) or not wanted:
        return page
    try:
        if kind == PDF:
            image, dpi, points = pdf.pdf_picture(path, page.number)
        else:
            shown, dpi, _ = images.picture(path, page.number)
            image, dpi = images.to_read(shown, dpi)
            points = 72 / dpi
        words = ocr.read_more(image, dpi, points, page, wanted)
    except Exception:  # what was read once stands
        return page
    return page if words is None else replace(page, words=words)


def _within(box: Box, boxes: Sequence[Box]) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return any(other.x0 <= x <= other.x1 and other.y0 <= y <= other.y1 for other in boxes)


def _file_problem(error: Exception) -> Problem:
    """What an exception of a library or the system says about the file."""
    if isinstance(error, ReadError):
        return error.problem
    if isinstance(error, FileNotFoundError):
        return problem(Kind.VANISHED)
    if isinstance(error, PermissionError):
        return problem(Kind.NO_PERMISSION)
    if isinstance(error, MemoryError):
        return problem(Kind.TOO_LARGE)
    return problem(Kind.DAMAGED, type(error).__name__)
