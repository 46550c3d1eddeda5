"""Memos for tests from marked-up text: `== section` or `== section: Heading` begins a section, a blank line a block.

Letterhead, signatures, recipients, attachments, documents, stamps and furniture are blocks of LINES, other blocks
paragraphs (their lines are joined by a space). A line that begins with "- " or "• " is an ITEM, "| " a table's ROW.
"""

from pipeline.extract.facts import Facts
from pipeline.extract.pipeline import build
from pipeline.memo.memo import Block, BlockKind, Memo, MemoWord, Section, SectionKind
from pipeline.read.page import Box, ReadAs

LINED = {
    SectionKind.LETTERHEAD, SectionKind.SIGNATURES, SectionKind.RECIPIENTS, SectionKind.ATTACHMENTS,
    SectionKind.DOCUMENTS, SectionKind.STAMP, SectionKind.FURNITURE,
}  # fmt: skip


def memo_of(marked: str, pictures: str = "") -> Memo:
    """The memo that the marked-up text describes, all on page 1. pictures: words that a logo shows, put first."""
    text = ""
    blocks: list[Block] = []
    sections: list[Section] = []
    picture_end = 0

    def add(block_text: str, kind: BlockKind, marker: str = "") -> None:
        nonlocal text
        if text:
            text += "\n\n"
        content = len(text) + (len(marker) + 1 if marker else 0)
        blocks.append(Block(kind, len(text), len(text) + len(block_text), 1, marker, content))
        text += block_text

    parts = ("\n" + marked.strip("\n")).split("\n== ")
    if parts[0].strip():
        parts[0] = "letterhead\n" + parts[0].strip("\n")
    else:
        parts = parts[1:]
    for part in parts:
        name, _, rest = part.partition("\n")
        kind_name, _, heading = name.partition(":")
        kind, heading = SectionKind(kind_name.strip()), heading.strip()
        first = len(blocks)
        if pictures and not sections:
            add(pictures, BlockKind.LINES)
            picture_end = len(text)
        if heading:
            add(heading, BlockKind.HEADING)
        body_from = len(blocks)
        for chunk in rest.strip("\n").split("\n\n"):
            lines = [line.rstrip() for line in chunk.strip("\n").split("\n") if line.strip()]
            if not lines:
                continue
            marked_lines = [line for line in lines if line.startswith(("- ", "• ", "| "))]
            if len(marked_lines) == len(lines):
                for line in lines:
                    if line.startswith("| "):
                        add(line[2:].replace(" | ", "\t"), BlockKind.ROW)
                    else:
                        add(line, BlockKind.ITEM, line[0])
            elif kind in LINED:
                add("\n".join(line.replace(" | ", "\t") for line in lines), BlockKind.LINES)
            else:
                add(" ".join(lines), BlockKind.PARAGRAPH)
        if len(blocks) > first:
            body = blocks[body_from].start if body_from < len(blocks) else len(text)
            start = blocks[first].start if sections else 0
            sections.append(Section(kind, start, len(text), body if heading else start, heading))
    sections = [
        Section(s.kind, s.start, sections[k + 1].start if k + 1 < len(sections) else len(text), s.body, s.heading)
        for k, s in enumerate(sections)
    ]
    words: list[MemoWord] = []
    owner: list[int] = []
    previous = True
    for at, char in enumerate(text):
        if char.isspace():
            owner.append(-1)
            previous = True
            continue
        if previous:
            end = at
            while end < len(text) and not text[end].isspace():
                end += 1
            box = Box(50.0, 50.0 + len(words), 80.0, 60.0 + len(words))
            words.append(MemoWord(text[at:end], text[at:end], 1, box, 1.0, True, picture=at < picture_end))
            previous = False
        owner.append(len(words) - 1)
    return Memo(
        1, 1, text, tuple(words), tuple(owner), tuple(blocks), tuple(sections), read_as=frozenset({ReadAs.DIGITAL})
    )


def facts_of(memo: Memo, *components: str) -> Facts:
    """What these components of the pipeline, in this order, find in the memo."""
    nlp = build()
    doc = nlp.make_doc(memo.text)
    doc._.memo = memo
    doc._.facts = Facts()
    for name, component in nlp.pipeline:
        if name in components:
            doc = component(doc)
    facts: Facts = doc._.facts
    return facts
