"""The face of `memo`: pages become memos."""

from collections.abc import Sequence

from pipeline.memo.memo import Block, BlockKind, Memo, MemoWord, Section, SectionKind
from pipeline.read.page import Page

HEADINGS = {
    "förslag till beslut": SectionKind.PROPOSAL, "sammanfattning": SectionKind.SUMMARY, "bilagor": SectionKind.ATTACHMENTS,
    "beslutsunderlag": SectionKind.DOCUMENTS, "beslutet skickas till": SectionKind.RECIPIENTS, "beslut": SectionKind.DECISION,
    "ärendet": SectionKind.BODY, "ärendebeskrivning": SectionKind.BODY, "beslutet ska skickas till": SectionKind.RECIPIENTS,
}  # fmt: skip


def find_memos(pages: Sequence[Page]) -> list[Memo]:
    """The memos in a file's pages, in order. (First version: one memo, lines as they come.)"""
    words: list[MemoWord] = []
    text, owner, blocks, sections = "", [], [], []
    for page in pages:
        lines: dict[int, list[int]] = {}
        for word in page.words:
            words.append(MemoWord(word.text, word.text, page.number, word.box, word.confidence, word.agreed))
            lines.setdefault(round(word.box.y1 / 3), []).append(len(words) - 1)
        for _, indices in sorted(lines.items()):
            start = len(text)
            for n, i in enumerate(indices):
                if n:
                    text += " "
                    owner.append(-1)
                text += words[i].text
                owner += [i] * len(words[i].text)
            heading = HEADINGS.get(text[start:].lower())
            if heading or not sections:
                sections.append((heading or SectionKind.LETTERHEAD, start, len(text)))
            blocks.append(
                Block(
                    BlockKind.HEADING if heading else BlockKind.PARAGRAPH, start, len(text), page.number, content=start
                )
            )
            text += "\n\n"
            owner += [-1, -1]
    ends = [s[1] for s in sections[1:]] + [len(text)]
    return [
        Memo(
            pages[0].number,
            pages[-1].number,
            text,
            tuple(words),
            tuple(owner),
            tuple(blocks),
            tuple(
                Section(k, a, end, b if k != SectionKind.LETTERHEAD else a, text[a:b])
                for (k, a, b), end in zip(sections, ends, strict=True)
            ),
            read_as=frozenset(p.read_as for p in pages),
            has_places=all(p.has_places for p in pages),
        )
    ]
