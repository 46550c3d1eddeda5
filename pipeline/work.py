"""What is done with a file's pages in a worker: memos are found in them and become rows. Nothing here writes.

Apart from `run`, so that the processes which do it load nothing of what writes tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import Problem
from pipeline.extract.appendix import as_appendix
from pipeline.extract.pipeline import OURS, find_facts
from pipeline.extract.rows import rows_of
from pipeline.memo.build import find_memos
from pipeline.memo.matters import matters
from pipeline.memo.memo import Memo, PacketKind
from pipeline.read.files import read_more
from pipeline.read.page import Box, Page
from pipeline.settings import Ner
from pipeline.tables import MemoRows
from pipeline.verdict import judged, review


def memos_of(pages: Sequence[Page], sha256: str, recogniser: Ner = OURS) -> list[tuple[MemoRows, tuple[Problem, ...]]]:
    """Memo and extract stages for one file's pages: each memo's rows and problems. Pure; called in a worker."""
    return _rows_of(find_memos(pages), sha256, recogniser)


def _rows_of(memos: Sequence[Memo], sha256: str, recogniser: Ner) -> list[tuple[MemoRows, tuple[Problem, ...]]]:
    results = []
    for memo in memos:
        document_id = sha256[:16] + (f"-p{memo.page_first}" if len(memos) > 1 else "")
        rows = rows_of(memo, find_facts(memo, recogniser), document_id, "")
        if memo.packet is PacketKind.OTHER:
            rows = as_appendix(rows, f"{sha256[:16]}-p{memo.attached_to}" if memo.attached_to else None)
        problems = (*memo.problems, *review(memo, rows))
        results.append((judged(rows, problems), problems))
    return results


@dataclass(frozen=True, slots=True)
class Finished:
    """What a worker makes of a file's pages. reread: pages of which more was read because their memo asked for it."""

    memos: list[tuple[MemoRows, tuple[Problem, ...]]]
    reread: tuple[Page, ...] = ()


def finish(path: Path, kind: str, pages: Sequence[Page], sha256: str, recogniser: Ner = OURS) -> Finished:
    """As `memos_of`; but what the memos find to matter is first read by the second reader too. Called in a worker."""
    memos = find_memos(pages)
    wanted: dict[int, list[Box]] = {}
    for memo in memos:
        for number, box in matters(memo):
            wanted.setdefault(number, []).append(box)
    more = {page.number: read_more(path, kind, page, wanted[page.number]) for page in pages if page.number in wanted}
    reread = tuple(page for page in pages if more.get(page.number, page) is not page)
    if not reread:
        return Finished(_rows_of(memos, sha256, recogniser))
    pages = [more.get(page.number, page) for page in pages]
    return Finished(_rows_of(find_memos(pages), sha256, recogniser), tuple(more[page.number] for page in reread))
