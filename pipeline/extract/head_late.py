"""A letterhead that a reader put after the text: labels, each with its value beside or below it.

Where a column of facts stood beside the text of the first page, old OCR text has it further down, cut from the head.
"""

from pipeline.extract.head_lines import Line, labels_of, split
from pipeline.memo.memo import Memo, SectionKind

_FRONT = frozenset({SectionKind.LETTERHEAD, SectionKind.TITLE, SectionKind.FURNITURE, SectionKind.RECIPIENTS})
_TELLING = frozenset({"date", "diarienummer", "author", "addressee", "administration", "meeting"})
MOST = 60  # characters of a line in such a column
LONGEST = 40  # lines of such a column


def late_lines(memo: Memo) -> list[Line]:
    """The lines of the first run of short lines on the first page, outside the head, that is a column of facts."""
    runs: list[list[Line]] = [[]]
    for block in memo.blocks:
        if block.page > memo.page_first + 1:
            break
        section = memo.section_at(block.start)
        lines = split(memo, block, SectionKind.LETTERHEAD)
        short = all(len(line.text) <= MOST and not line.text.endswith(".") for line in lines)
        if section is None or section.kind in _FRONT or not short:
            if runs[-1]:
                runs.append([])
            continue
        runs[-1] += lines
    for run in runs:
        fields = {label.field for label in labels_of(run[:LONGEST])} & _TELLING
        if len(fields) > 2 and fields & {"date", "diarienummer"}:
            return run[:LONGEST]
    return []
