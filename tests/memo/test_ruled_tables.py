"""Ruled tables as pdfplumber sees them by their lines, and as the memo has them: the same cells."""

import re

import pdfplumber

from pipeline.run import find_memos, read_pages
from tests.conftest import ROOT


def plain(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def test_cells_are_those_that_the_rules_draw() -> None:
    path = ROOT / "samples/digital/05-table.pdf"
    drawn: list[str] = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for table in page.extract_tables():
                if len(table) > 2 and len(table[0]) > 2:
                    drawn += [plain(cell) for row in table[1:] for cell in row if re.search(r"\d", plain(cell))]
    (memo,) = find_memos(read_pages(path))
    cells = [plain(memo.text[c.start : c.end]) for table in memo.tables for c in table.cells]
    assert drawn, "the sample has no ruled table any more"
    missing = [cell for cell in drawn if cell not in cells]
    assert not missing
