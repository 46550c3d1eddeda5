"""Text files, most often what an older OCR program left: form feeds part the pages."""

from functools import lru_cache
from pathlib import Path

from pipeline.errors import Kind
from pipeline.read.encodings import Decoded, decode
from pipeline.read.faults import problem
from pipeline.read.grid import TAB_CELLS, Span, grid_page
from pipeline.read.page import Page, ReadAs

MAX_BYTES = 50_000_000


def text_pages(path: Path) -> int:
    """How many pages the file's form feeds make. Raises OSError; MemoryError where the file is too large."""
    return len(_pages(path)[0])


def text_page(path: Path, number: int) -> Page:
    """Page `number` (1-based) of a text file. Raises OSError; MemoryError where the file is too large."""
    pages, decoded = _pages(path)
    problems = []
    if decoded.guessed:
        problems.append(problem(Kind.ENCODING_GUESSED, decoded.encoding, number))
    if decoded.nuls:
        problems.append(problem(Kind.NUL_BYTES, str(decoded.nuls), number))
    text = pages[number - 1] if number <= len(pages) else ""
    lines = [[Span(line.expandtabs(TAB_CELLS))] for line in text.split("\n")]
    while lines and not lines[-1][0].text.strip():
        lines.pop()
    return grid_page(lines, number, ReadAs.TEXT, problems=tuple(problems))


def split_pages(text: str) -> tuple[str, ...]:
    """The pages that form feeds part; an empty last one does not count."""
    pages = text.split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    return tuple(pages)


def _pages(path: Path) -> tuple[tuple[str, ...], Decoded]:
    stat = path.stat()
    if stat.st_size > MAX_BYTES:
        raise MemoryError
    return _read(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path: Path, size: int, modified: int) -> tuple[tuple[str, ...], Decoded]:
    """Kept for the next page of the same file; size and time of change tell whether it still is the same."""
    decoded = decode(path.read_bytes())
    return split_pages(decoded.text), decoded
