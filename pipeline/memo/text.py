"""Drafts become the memo's text, with the owner of every character, its blocks, sections and tables."""

import re

from pipeline.memo.drafts import Draft
from pipeline.memo.layout import Token
from pipeline.memo.memo import Block, BlockKind, Cell, Section, SectionKind, Table
from pipeline.memo.restoring import is_broken, keeps_hyphen

_CAPTION = re.compile(
    r"\b(?:tabell|tkr|mnkr|mkr|kkr|ksek|msek|kronor|kr|tusental|tusen|miljoner|belopp|procent)\b", re.IGNORECASE
)
_NUMBER_BREAK = re.compile(r"\d[-–/:]$")
# looked up once: Python 3.11 is slow to tell a member of an enum
ITEM, LINES, PARAGRAPH, ROW = BlockKind.ITEM, BlockKind.LINES, BlockKind.PARAGRAPH, BlockKind.ROW


class Composer:
    """Writes the text block by block."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.parts: list[str] = []
        self.owner: list[int] = []
        self.blocks: list[Block] = []
        self.sections: list[Section] = []
        self.opened: list[tuple[SectionKind, int, int]] = []  # kind, start, body
        self.cells: list[tuple[int, list[tuple[int, int]]]] = []  # table, start and end of a row's cells

    def _put(self, text: str, owner: int) -> None:
        self.parts.append(text)
        self.owner += [owner] * len(text) if owner < 0 else _owners(text, owner)

    def compose(
        self, drafts: list[Draft]
    ) -> tuple[str, tuple[int, ...], tuple[Block, ...], tuple[Section, ...], tuple[Table, ...]]:
        left = min((d.x0 for d in drafts if d.kind == PARAGRAPH), default=0.0)
        for draft in drafts:
            if self.owner:
                self._put("\n\n", -1)
            self._block(draft, left)
        text = "".join(self.parts)
        ends = [*(start for _, start, _ in self.opened[1:]), len(text)][: len(self.opened)]
        sections = tuple(
            Section(kind, start, end, min(body, end), text[start:body].strip() if body > start else "")
            for (kind, start, body), end in zip(self.opened, ends, strict=True)
        )
        return text, tuple(self.owner), tuple(self.blocks), sections, self._tables(text)

    def _block(self, draft: Draft, left: float) -> None:
        start = len(self.owner)
        starts: list[int] = []  # where in the text the block's words begin, if that matters
        if draft.kind == ROW:
            self._row(draft)
        else:
            self._lines(draft, starts if draft.marker_words or draft.heading_words else None)
        end = len(self.owner)
        content = start
        if draft.marker and draft.marker_words:
            content = starts[draft.marker_words] if draft.marker_words < len(starts) else end
        elif draft.kind == ITEM and draft.marker and draft.marker.lower() != "att":
            content = start + len(draft.marker)
        first = next((word for part in draft.cells or draft.lines for word in part), None)
        page = draft.page if first is None else self.tokens[first].page
        self.blocks.append(Block(draft.kind, start, end, page, draft.marker, content, max(0.0, draft.x0 - left)))
        if draft.opens is not None:
            body = start
            if draft.heading_words:
                body = starts[draft.heading_words] if draft.heading_words < len(starts) else end
            self.opened.append((draft.opens, start, body))

    def _lines(self, draft: Draft, starts: list[int] | None) -> None:
        apart = "\n" if draft.kind == LINES else " "
        tokens, owner = self.tokens, self.owner
        for n, line in enumerate(draft.lines):
            texts = [tokens[word].text for word in line]
            if not texts:
                continue
            if n:
                self._break(draft.lines[n - 1][-1], texts[0], apart)
            joined = " ".join(texts)
            self.parts.append(joined)
            if starts is None and joined.count(" ") == len(texts) - 1:  # most lines
                for word, length in zip(line, map(len, texts), strict=True):
                    owner += [word] * (length + 1)
                    owner[-1] = -1
            else:
                for word, text in zip(line, texts, strict=True):
                    if starts is not None:
                        starts.append(len(owner))
                    owner += _owners(text, word)
                    owner.append(-1)
            del owner[-1:]  # no space ends a line

    def _break(self, last: int, text: str, apart: str) -> None:
        """Between two printed lines: nothing where a word or number goes on, else a space."""
        end = self.tokens[last].text
        if apart == "\n":
            self._put("\n", -1)
        elif is_broken(end, text):
            while self.owner and self.owner[-1] == last and self.parts[-1].endswith(("-", "‐", "¬")):
                self.parts[-1] = self.parts[-1][:-1]
                self.owner.pop()
        elif glued(end, text):
            return
        else:
            self._put(" ", -1)

    def _row(self, draft: Draft) -> None:
        spans = []
        for n, cell in enumerate(draft.cells):
            if n:
                self._put("\t", -1)
            start = len(self.owner)
            for m, word in enumerate(cell):
                text = self.tokens[word].text
                if m and not (is_broken(self.tokens[cell[m - 1]].text, text) and self._lower(cell[m - 1], word)):
                    self._put(" ", -1)
                elif m:
                    self.parts[-1] = self.parts[-1][:-1]
                    self.owner.pop()
                self._put(text, word)
            spans.append((start, len(self.owner)))
        self.cells.append((draft.table, spans))

    def _lower(self, first: int, second: int) -> bool:
        return self.tokens[second].box.y0 > self.tokens[first].box.y0 + 3

    def _tables(self, text: str) -> tuple[Table, ...]:
        tables: dict[int, list[list[tuple[int, int]]]] = {}
        for number, spans in self.cells:
            tables.setdefault(number, []).append(spans)
        return tuple(make_table(text, rows, self.blocks) for rows in tables.values())


def _owners(text: str, owner: int) -> list[int]:
    """Whom each character belongs to: white space that restoring set within a word belongs to none."""
    return [-1 if c == " " else owner for c in text] if " " in text else [owner] * len(text)


def glued(end: str, text: str) -> bool:
    """True where a number, date or compound goes on in the next line: `1994-03-` `02`, `kr/` `år`, `SL-` `trafiken`."""
    if len(end) < 2:
        return False
    if _NUMBER_BREAK.search(end) and text[:1].isdigit():
        return True
    if end[-1] == "/" and end[-2].isalnum() and text[:1].isalnum():
        return True
    if end[-1] in "-‐–" and end[-2].isalnum():
        if text[:1].isupper() or (text[:1].isdigit() and end[-1] == "-"):
            return True
        whole = end[:-1].isupper() or keeps_hyphen(end, text)
        return whole and text[:1].islower() and text.strip(",;") not in ("och", "eller", "samt", "respektive")
    return False


def make_table(text: str, rows: list[list[tuple[int, int]]], blocks: list[Block]) -> Table:
    """The table's cells with their headings and labels, and its caption."""
    from pipeline.memo.grids import is_number

    start, end = rows[0][0][0], rows[-1][-1][1]
    heads = 0
    for n, row in enumerate(rows[:-1]):
        filled = [text[a:b] for a, b in row[1:] if b > a]
        year = [c for c in filled if re.fullmatch(r"(?:19|20)\d\d(?:[-–/]\d{2,4})?", c)]
        numbers = [c for c in filled if is_number(c)]
        if numbers and len(year) < len(numbers):
            break
        if not filled and n:
            break
        if n and not numbers and any(is_number(text[a:b]) for a, b in rows[n - 1][1:]):
            break
        heads = n + 1
        if n >= 2:
            break
    if heads and not any(is_number(text[a:b]) for row in rows[heads:] for a, b in row[1:] if b > a):
        heads = 1
    headers = [" ".join(" ".join(text[slice(*row[c])] for row in rows[:heads]).split()) for c in range(len(rows[0]))]
    cells = [
        Cell(a, b, r, c, headers[c] if r >= heads else "", text[slice(*row[0])])
        for r, row in enumerate(rows)
        for c, (a, b) in enumerate(row)
        if b > a
    ]
    return Table(start, end, _caption(text, start, blocks), tuple(cells))


def _caption(text: str, start: int, blocks: list[Block]) -> str:
    above = [b for b in blocks if b.end <= start][-1:]
    if not above or above[0].kind == ROW:
        return ""
    last = text[above[0].start : above[0].end]
    if above[0].kind == BlockKind.HEADING or len(last) < 140:
        return last
    sentences = re.split(r"(?<=[.:]) +(?=[A-ZÅÄÖ])", last)
    return sentences[-1] if _CAPTION.search(sentences[-1]) or last.endswith(":") else ""
