"""What workers need, loaded once in the process that they are forked from.

Models and tables are read when they are first asked for. Each worker would do that anew, and its collector of garbage
would then go through all of them again and again; so a made-up memo is read here, before the first worker is forked,
and what it has brought into memory is set aside (`gc.freeze`), to be shared and left alone.
"""

import contextlib
import gc

from pipeline.read.page import Box, Page, ReadAs, Word
from pipeline.work import memos_of

TEXT = """Sjoviks kommun
Tjansteskrivelse
2018-09-03  Dnr KS 2018/12
Kommunstyrelsen

Forslag till beslut
Kommunstyrelsen beslutar att bevilja foreningen Sjoviks Bygdegardar 25 000 kronor.

Bakgrund
Ake Ostersjo har ansokt om bidrag den 3 maj 2018."""


def _page() -> Page:
    lines = TEXT.split("\n")
    words = [
        Word(word, Box(6.0 * n, 12.0 * row, 6.0 * n + 5, 12.0 * row + 12), line=row)
        for row, line in enumerate(lines)
        for n, word in enumerate(line.split())
    ]
    return Page(1, 595, 12.0 * len(lines), tuple(words), ReadAs.TEXT, has_places=False)


def settle() -> None:
    """Reads a memo, so that all that memos need is in memory; what is there is then never looked for garbage again."""
    with contextlib.suppress(Exception):  # a damaged model is told of where a worker meets it
        memos_of([_page()], "0" * 64)
    gc.collect()
    gc.freeze()
