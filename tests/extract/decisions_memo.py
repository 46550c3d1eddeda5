"""A memo from marked-up text, for the tests of decisions.

One block a line; "§§ KIND Heading" begins a section ("§§ PROPOSAL Förslag till beslut"). A block that begins with
"# " is a heading, with "1. ", "a) " or "• " an item, with "att " an att-sats item, with "| " a line of a group of
short lines (set under each other), with "> " goes on the line before. Everything else is a paragraph.
"""

import re

from pipeline.extract.facts import DateFact, Facts, Field, Head
from pipeline.memo.memo import Block, BlockKind, Memo, MemoWord, Section, SectionKind

_ITEM = re.compile(r"(\d{1,2}(?:\.\d)?[.)]|\(?[a-zå-ö]\)|[•–*-])\s+")


def make_memo(marked: str) -> Memo:
    text = ""
    blocks: list[Block] = []
    marks: list[tuple[SectionKind, int, int, str]] = []

    def put(kind: BlockKind, content: str, marker: str = "", offset: int = 0) -> None:
        nonlocal text
        if text:
            text += "\n\n"
        start = len(text)
        text += content
        blocks.append(Block(kind, start, len(text), 1, marker, start + offset))

    for line in marked.strip("\n").split("\n"):
        line = line.strip()
        if not line:
            continue
        if line.startswith("§§ "):
            _, name, *heading = line.split(" ", 2)
            where = len(text) + 2 if text else 0
            if heading:
                put(BlockKind.HEADING, heading[0])
            marks.append((SectionKind[name], where, len(text) if heading else where, heading[0] if heading else ""))
        elif line.startswith("# "):
            put(BlockKind.HEADING, line[2:])
        elif line.startswith("| "):
            if blocks and blocks[-1].kind is BlockKind.LINES:
                text += "\n" + line[2:]
                blocks[-1] = Block(BlockKind.LINES, blocks[-1].start, len(text), 1)
            else:
                put(BlockKind.LINES, line[2:])
        elif match := _ITEM.match(line):
            put(BlockKind.ITEM, line, match.group(1), match.end())
        elif line.startswith("att "):
            put(BlockKind.ITEM, line, "att", 0)
        else:
            put(BlockKind.PARAGRAPH, line)
    if not marks or marks[0][1] > 0:
        marks.insert(0, (SectionKind.BODY, 0, 0, ""))
    ends = [m[1] for m in marks[1:]] + [len(text)]
    sections = tuple(Section(k, a, end, b, h) for (k, a, b, h), end in zip(marks, ends, strict=True))
    words, owner = [], [-1] * len(text)
    for number, match in enumerate(re.finditer(r"\S+", text)):
        for i in range(*match.span()):
            owner[i] = number
        words.append(MemoWord(match.group(), match.group(), 1, None, 1.0, None))
    return Memo(1, 1, text, tuple(words), tuple(owner), tuple(blocks), sections, has_places=False)


def make_head(
    addressee: str | None = "Socialnämnden",
    date: str | None = "2024-03-01",
    municipality: str = "Ydre kommun",
    document_type: str = "memo",
) -> Head:
    head = Head(municipality=Field(municipality))
    head.document_type = document_type  # type: ignore[assignment]
    head.addressee = Field(addressee) if addressee else None
    head.date = Field(date) if date else None
    return head


def make_facts(memo: Memo, head: Head) -> Facts:
    """Facts with the head and the dates that the text's own expressions give."""
    from pipeline.forms.dates import find_dates

    facts = Facts(head=head)
    for found in find_dates(memo.text, head.day):
        facts.dates.append(
            DateFact(
                found.start,
                found.end,
                memo.text[found.start : found.end],
                found.date_from,
                found.date_to,
                found.precision,
            )
        )
    return facts
