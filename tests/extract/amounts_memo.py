"""Small memos for the tests of amounts, built from a few lines of text."""

import re
from collections.abc import Sequence

from pipeline.extract.amounts import find_amount_facts
from pipeline.extract.facts import AmountFact, DecisionFact, Facts, Field
from pipeline.extract.links import link_facts
from pipeline.extract.pipeline import build
from pipeline.memo.memo import Block, BlockKind, Cell, Memo, MemoWord, Section, SectionKind, Table

Part = str | Sequence[Sequence[str]]  # a paragraph, or the rows of a table, headings first


def memo_of(*parts: Part, kind: SectionKind = SectionKind.BODY, heading: str = "") -> Memo:
    """A memo of one section whose blocks are `parts`."""
    text, blocks, tables, caption = "", [], [], ""
    if heading:
        text, caption = heading + "\n\n", heading
        blocks.append(Block(BlockKind.HEADING, 0, len(heading), 1, content=0))
    for part in parts:
        start = len(text)
        if isinstance(part, str):
            text += part
            blocks.append(Block(BlockKind.PARAGRAPH, start, len(text), 1, content=start))
            text, caption = text + "\n\n", part
            continue
        cells = []
        for r, row in enumerate(part):
            begun = len(text)
            for c, cell in enumerate(row):
                text += "\t" if c else ""
                header = part[0][c] if r and c < len(part[0]) else ""
                cells.append(Cell(len(text), len(text) + len(cell), r, c, header, row[0]))
                text += cell
            blocks.append(Block(BlockKind.ROW, begun, len(text), 1, content=begun))
            text += "\n\n"
        tables.append(Table(start, len(text) - 2, caption, tuple(cells)))
    words, owner = [], [-1] * len(text)
    for match in re.finditer(r"\S+", text):
        owner[match.start() : match.end()] = [len(words)] * len(match[0])
        words.append(MemoWord(match[0], match[0], 1, None, 1.0, None))
    section = Section(kind, 0, len(text), len(heading), heading)
    return Memo(1, 1, text, tuple(words), tuple(owner), tuple(blocks), (section,), tuple(tables), has_places=False)


def amounts_in(memo: Memo, decisions: Sequence[DecisionFact] = (), title: str = "") -> list[AmountFact]:
    """The amounts that the components find and link in a memo."""
    return _facts_of(memo, decisions, title).amounts


def left_out(memo: Memo) -> int:
    """How many numbers of its tables give no amounts, because they may be wrong."""
    return _facts_of(memo).left_out


def _facts_of(memo: Memo, decisions: Sequence[DecisionFact] = (), title: str = "") -> Facts:
    doc = build().make_doc(memo.text)
    doc._.memo, doc._.facts = memo, Facts(decisions=list(decisions))
    if title:
        doc._.facts.head.title = Field(title)
    facts: Facts = link_facts(find_amount_facts(doc))._.facts
    return facts


def amounts_of(text: str) -> list[AmountFact]:
    """The amounts of a paragraph."""
    return amounts_in(memo_of(text))
