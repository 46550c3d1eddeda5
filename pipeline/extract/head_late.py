"""What a letterhead lacks, found below it: labels with their values after the text, the day in a later page's head.

Where a column of facts stood beside the text of the first page, old OCR text has it further down, cut from the head.
"""

import re

from pipeline.extract.facts import Field
from pipeline.extract.head_lines import Line, labels_of, split
from pipeline.extract.head_shapes import days_in
from pipeline.memo.fold import fold
from pipeline.memo.memo import Memo, SectionKind
from pipeline.read.page import ReadAs

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


_WORDS_OF_HEADS = re.compile(
    r"\b(?:datum|dat|dnr|diarienr|diarienummer|ärendenr|beteckning|sid(?:a|an|nr)?|blad|av|kommun|stad|region|förbund)\b"
    r"|[^\w\n]|\d",
    re.IGNORECASE,
)
TOP = 5  # blocks at a later page's top that may be its head
TOP_LINE = 48  # characters of a line of it
TOP_REST = 12  # letters that such a line may have beside: the sender's name, a registry's letters


def top_lines(memo: Memo) -> list[Line]:
    """The lines at the tops of later pages that hold a day or a number and little else: "Datum 2006-05-22"."""
    found: list[Line] = []
    if memo.read_as == {ReadAs.DIGITAL}:
        return found
    page, count = memo.page_first, 0
    for block in memo.blocks:
        if block.page != page:
            page, count = block.page, 0
        if page == memo.page_first or count >= TOP:
            continue
        count += 1
        for line in split(memo, block, SectionKind.LETTERHEAD):
            text = line.text
            if (
                len(text) > TOP_LINE
                or text[:1].islower()
                or text.endswith((".", ","))
                or not any(map(str.isdigit, text))
            ):
                continue
            if len(_WORDS_OF_HEADS.sub("", text)) <= TOP_REST:
                found.append(line)
    return found


def later_day(memo: Memo) -> Field | None:
    """The one day that the tops of later pages name alone on a line."""
    days = {day: (line, a, b) for line in top_lines(memo) for a, b, day in days_in(line.text)}
    if len(days) != 1:
        return None
    ((day, (line, start, end)),) = days.items()
    return Field(day.isoformat(), line.start + start, line.start + end, 0.6)


_LISTED = frozenset({SectionKind.DOCUMENTS, SectionKind.ATTACHMENTS, SectionKind.STAMP, SectionKind.RECIPIENTS})
_GOES_ON = re.compile(r"(?:[A-ZÅÄÖ]\w{0,5} ?)?[§$] ?\d+\S{0,6} \(?forts", re.IGNORECASE)
# what stands between the sender's name and the day, and behind the day, in the head of a page
_BETWEEN = re.compile(r"(?i:s|es)?(?: (?i:kommun|stad))?(?: [A-ZÅÄÖ][\w-]{1,24}){0,2}[ ,|:.]{1,4}")
_BEHIND = re.compile(
    r"\W{0,4}(?:(?:blad|sid(?:a|an|nr)?)\b.{0,12}|\d{1,2} ?(?:\(\d{1,2}\)|/ ?\d{1,2}|av \d{1,2})?)?\W{0,3}",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?:^|[.:|–—-]|\n)\s*$")
_HEAD = 70  # characters that a page's head has on a line


_SITTING = re.compile(
    r"\b(?:protokoll|utdrag)\w*\b[^.§]{0,60}?\b(?:fört|från|vid|hållet)\b[^.§]{0,120}?(?=\b\d{1,2}\s[a-z]{3,9}\s\d{4}|\b\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)


def sitting_day(memo: Memo) -> Field | None:
    """The day in the words that open an extract of minutes, also over a line's end: "Utdrag ur protokoll fört vid
    sammanträde med socialnämnden den 21 mars / 1996"."""
    text = memo.text[:900].replace("\n", " ")
    opening = _SITTING.search(text)
    days = days_in(text[opening.end() : opening.end() + 24]) if opening else []
    if opening is None or not days or days[0][0]:
        return None
    start, end, day = days[0]
    return Field(day.isoformat(), opening.end() + start, opening.end() + end, 0.8)


def running_day(memo: Memo, municipality: str) -> Field | None:
    """The day that a later page's head repeats, read into the text: "EKBY KOMMUN 1996-11-04 Blad 2", "Kommunstyrelsen"
    and "1999-05-11" over "§ 112 forts."."""
    if memo.read_as == {ReadAs.DIGITAL} or not municipality:
        return None
    name = fold(municipality.split()[0])
    name = name.removesuffix("s") if len(name) > 4 else name
    blocks = memo.blocks
    for number, block in enumerate(blocks):
        section = memo.section_at(block.start)
        if section is None or section.kind in _LISTED:
            continue
        start = max(block.start, block.end - _HEAD)
        text = memo.text[start : block.end]
        if not any(c.isdigit() for c in text) or (len(text) > 24 and name not in fold(text)):
            continue
        days = days_in(text)
        if len(days) != 1:
            continue
        first, last, day = days[0]
        before = fold(text[:first])
        at = before.rfind(name)
        beside = at >= 0 and _ENDED.search(text[:at]) and _BETWEEN.fullmatch(text, at + len(name), first)
        beside = beside and _BEHIND.fullmatch(text, last)
        below = memo.text[slice(blocks[number + 1].start, blocks[number + 1].end)] if number + 1 < len(blocks) else ""
        alone = last - first == block.end - block.start and _GOES_ON.match(below)
        if beside or alone:
            return Field(day.isoformat(), start + first, start + last, 0.6)
    return None
