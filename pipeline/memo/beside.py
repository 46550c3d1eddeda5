"""Headings printed in the margin that an old OCR read as the first words of the paragraph beside them.

`Bakgrund Kommunfullmäktige beslutade …`, or over two lines `Ekonomiska Åtgärden kostar …` / `konsekvenser budgeten …`.
They go on lines of their own where several paragraphs of the sheet begin so, or one with a heading of three words.
"""

from dataclasses import replace

from pipeline.forms.papers import begins_with_paper
from pipeline.memo.columns import Block, Row, blocks_of, row_text, set_again
from pipeline.memo.headings import Heading, heading_of
from pipeline.memo.layout import Token
from pipeline.memo.margins import one_row
from pipeline.memo.memo import SectionKind

WIDE = 40  # characters of a line of a paragraph with its heading, at least
LONGEST, LONGEST_SECOND = 5, 2  # words of a heading, and of them on its second line
RUNNING = 3  # words in small letters that show running text
SEVERAL = 2  # paragraphs that begin so
RUNNING_ON = 12  # characters of an entry beside its list's heading, at least
PROVEN = 3  # words of a heading that one paragraph is enough for

Found = tuple[Row, Block]  # the heading, and the paragraph without it


def set_apart(tokens: list[Token]) -> list[Token]:
    """The tokens of an old OCR text's sheet, each such heading on a line above its paragraph."""
    blocks = blocks_of(tokens)
    found = [_found(block) for block in blocks]
    heads = [head for head, _ in filter(None, found)]
    papers = any(parts is not None and _lists(parts[0], parts[1][0]) for parts in found)
    if len(heads) < SEVERAL and not papers and not any(len(head) >= PROVEN for head in heads):
        return tokens
    order: list[Block] = []
    for block, parts in zip(blocks, found, strict=True):
        order += [block] if parts is None else [[parts[0]], parts[1]]
    return set_again(order, tokens[0].box.y0)


def _lists(head: Row, row: Row) -> bool:
    """Whether a heading of a list stands before what names a paper: "Handlingar Planförslag daterat …"."""
    heading = heading_of(row_text(head))
    if heading is None or heading.kind not in (SectionKind.DOCUMENTS, SectionKind.ATTACHMENTS):
        return False
    rest = row_text(row)
    return len(rest) > RUNNING_ON and begins_with_paper(rest) and heading_of(rest) is None


def _found(block: Block) -> Found | None:
    first = block[0]
    if not first[0].text[:1].isupper():
        return None
    for count in range(1, min(LONGEST, len(first))):
        if first[count].text[0].isupper() and _lists(first[:count], first[count:]):
            return first[:count], [_moved(first, count), *block[1:]]
    if len(row_text(first)) < WIDE:
        return None
    for count in range(min(LONGEST, len(first) - RUNNING), 0, -1):
        if not _opens(first[count].text) or sum(t.text[0].islower() for t in first[count:]) < RUNNING:
            continue
        if _heads(" ".join(t.text for t in first[:count])):
            return first[:count], [_moved(first, count), *block[1:]]
        if len(block) > 1:
            for more in range(min(LONGEST_SECOND, len(block[1]) - 1), 0, -1):
                second = block[1][:more]
                if second[0].text[0].islower() and _heads(row_text(one_row([first[:count], second]))):
                    return one_row([first[:count], second]), [_moved(first, count), _moved(block[1], more), *block[2:]]
    return None


def _opens(word: str) -> bool:
    """Whether a word may open a paragraph: it has a capital, or is a point's number."""
    return word[0].isupper() or (word[:-1].isdigit() and word[-1] == "." and len(word) < 4)


def _heads(text: str) -> bool:
    heading: Heading | None = heading_of(text) if text[-1].isalpha() else None
    return heading is not None and not heading.line_only and heading.kind is not SectionKind.LETTERHEAD


def _moved(row: Row, count: int) -> Row:
    """The row without its first words, at its left end."""
    step = row[count].box.x0 - row[0].box.x0
    return [replace(t, box=t.box._replace(x0=t.box.x0 - step, x1=t.box.x1 - step)) for t in row[count:]]
