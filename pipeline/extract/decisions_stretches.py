"""Where a text may tell of earlier decisions: its sentences and its points, and which nämnd a short name stands for."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.extract.facts import DecisionFact
from pipeline.forms.guard import guarded
from pipeline.forms.sentences import sentences
from pipeline.memo.memo import BlockKind, Memo, SectionKind

_READ = (SectionKind.SUMMARY, SectionKind.BODY, SectionKind.PROPOSAL, SectionKind.DECISION, SectionKind.TITLE)


def stretches(
    memo: Memo, points: Sequence[DecisionFact], marked: Sequence[int]
) -> Iterator[tuple[int, int, DecisionFact | None]]:
    """Sentences of running text, and whole points, in order; left out where a block and its points hold no mark.

    marked: where dates and signs of § begin, in order.
    """
    own = [(p.start, p.end, p) for p in points]
    for section in memo.sections_of(*_READ):
        for block in memo.blocks_in(section.start, section.end):
            if block.kind in (BlockKind.HEADING, BlockKind.ROW) or block.end <= section.body:
                continue
            last = max((b for a, b, _ in own if block.start <= a < block.end), default=0)
            first = bisect_left(marked, block.start)
            if first == len(marked) or marked[first] >= max(block.end, last):
                continue
            opened = max(block.content, block.start, section.body)
            for start, end in _pieces(memo.text, block.kind, opened, block.end):
                inside = [p for a, b, p in own if a < end and start < b]
                if not inside:
                    yield start, end, None
                for point in inside:
                    if point.start >= block.start and start <= point.start + 6:
                        yield point.start, point.end, point


def _pieces(text: str, kind: BlockKind, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretches = [(start, end)]
    if kind is BlockKind.LINES:
        stretches, at = [], start
        for line in text[start:end].split("\n"):
            stretches.append((at, at + len(line)))
            at += len(line) + 1
    for a, b in stretches:
        for x, y in sentences(text[a:b]):
            yield a + x, a + y


_SHORT_BOARD = guarded(r"\b[Nn]ämndens?\b(?! för)")
_BOARD_NAME = re.compile(r"\b[\w-]+(?:- och [\w-]+|, [\w-]+ och [\w-]+)?nämnden(?=s?\b)|\b[Tt]ekniska nämnden(?=s?\b)")
_BACK = 1500  # characters


def board_before(text: str, start: int, end: int) -> str | None:
    """The last "…nämnden" by its full name before a stretch that only says "nämnden"; None where there is none."""
    if _SHORT_BOARD.search(text, start, end) is None:
        return None
    names = [m.group() for m in _BOARD_NAME.finditer(text, max(0, start - _BACK), start)]
    return names[-1][:1].upper() + names[-1][1:] if names else None
