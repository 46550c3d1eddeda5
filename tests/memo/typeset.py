"""A little typesetter: places words on made-up pages as printers, typewriters and scanners do."""

import random
import re

from pipeline.memo.memo import Block, Memo, SectionKind
from pipeline.read.page import Box, Page, ReadAs, Rule, Word

NARROW = set("iljtfrI1.,:;!'()[]|- ")
WIDE = set("mwMWÅÄÖ%—")


def width(text: str, size: float, mono: bool = False) -> float:
    """The text's width in points."""
    if mono:
        return 0.6 * size * len(text)
    return sum(0.3 if c in NARROW else 0.85 if c in WIDE else 0.66 if c.isupper() else 0.52 for c in text) * size


class Sheet:
    """A page to print on. loose: boxes of the font's height (as many readers give), else of the letters'."""

    def __init__(self, number: int = 1, mono: bool = False, loose: bool = False) -> None:
        self.number, self.mono, self.loose = number, mono, loose
        self.words: list[Word] = []
        self.rules: list[Rule] = []

    def put(self, x: float, y: float, text: str, size: float = 11, bold: bool = False, right: bool = False) -> "Sheet":
        """One line whose letters stand on y; right: x is its right end. Returns the sheet."""
        if right:
            x -= width(text, size, self.mono)
        for gap, part in re.findall(r"( *)(\S+)", text):
            x += width(gap, size, self.mono)
            end = x + width(part, size, self.mono)
            tall = bool(re.search(r"[A-ZÅÄÖ0-9bdfhkltåäö()/§]", part))
            deep = bool(re.search(r"[gjpqy,;()/]", part))
            top = y - (0.8 if self.loose else 0.72 if tall else 0.52) * size
            low = y + (0.21 if self.loose or deep else 0.0) * size
            if part in ("-", "–", "•"):
                top, low = y - 0.4 * size, y - 0.2 * size
            self.words.append(Word(part, Box(x, top, end, low), size=size, bold=bold))
            x = end
        return self

    def lines(
        self, x: float, y: float, texts: list[str], size: float = 11, bold: bool = False, step: float = 1.25
    ) -> float:
        """Lines under each other; returns y for what follows."""
        for text in texts:
            self.put(x, y, text, size, bold)
            y += step * size
        return y

    def text(
        self,
        x: float,
        y: float,
        text: str,
        to: float = 525,
        size: float = 11,
        hang: float = 0,
        step: float = 1.25,
        justified: bool = False,
    ) -> float:
        """Running text broken at `to`; hang: further lines begin so much further in. Returns y for what follows."""
        line: list[str] = []
        start = x
        words = text.split()
        for n, word in enumerate([*words, ""]):
            if n == len(words) or width(" ".join([*line, word]), size, self.mono) > to - start:
                if justified and n < len(words) and len(line) > 1:
                    spare = (to - start - sum(width(w, size, self.mono) for w in line)) / (len(line) - 1)
                    place = start
                    for w in line:
                        self.put(place, y, w, size)
                        place += width(w, size, self.mono) + spare
                else:
                    self.put(start, y, " ".join(line), size)
                y += step * size
                line, start = [], x + hang
            line.append(word)
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.rules.append(Rule(Box(x0, y0, x1, y1)))

    def page(self) -> Page:
        return Page(self.number, 595, 842, tuple(self.words), ReadAs.DIGITAL, rules=tuple(self.rules))

    def scanned(self, seed: int = 1, slant: float = 0.002) -> Page:
        """The page as a scanner's OCR sees it: no sizes, no rules, boxes that tremble, lines that climb."""
        r = random.Random(seed)
        words = tuple(
            Word(
                w.text,
                Box(
                    w.box.x0 + r.uniform(-0.6, 0.6),
                    w.box.y0 + r.uniform(-0.5, 0.5) - slant * w.box.x0,
                    w.box.x1 + r.uniform(-0.6, 0.6),
                    w.box.y1 + r.uniform(-0.5, 0.5) - slant * w.box.x0,
                ),
                confidence=0.95,
            )
            for w in self.words
        )
        return Page(self.number, 595, 842, words, ReadAs.OCR)


def plain(text: str, number: int = 1) -> Page:
    """A page of old OCR text on a grid of character cells."""
    words = [
        Word(m.group(), Box(6.0 * m.start(), 12.0 * row, 6.0 * m.end(), 12.0 * row + 12), line=row, size=10)
        for row, line in enumerate(text.split("\n"))
        for m in re.finditer(r"\S+", line)
    ]
    return Page(number, 595, 12.0 * (text.count("\n") + 1), tuple(words), ReadAs.TEXT, has_places=False)


def check(memo: Memo) -> None:
    """What holds for every memo, whatever it was made of."""
    assert len(memo.owner) == len(memo.text)
    assert all((owner == -1) == char.isspace() for char, owner in zip(memo.text, memo.owner, strict=True))
    assert all(-1 <= owner < len(memo.words) for owner in memo.owner)
    end = 0
    for number, block in enumerate(memo.blocks):
        assert memo.text[end : block.start] == ("\n\n" if number else "")
        assert block.start < block.end
        assert block.start <= block.content <= block.end
        assert memo.text[block.start : block.end].startswith(block.marker)
        end = block.end
    assert end == len(memo.text)
    end = 0
    for section in memo.sections:
        assert section.start == end
        assert section.start <= section.body <= section.end
        end = section.end
    assert end == len(memo.text)
    for table in memo.tables:
        assert 0 <= table.start <= table.end <= len(memo.text)
        for cell in table.cells:
            assert table.start <= cell.start < cell.end <= table.end


def of(memo: Memo, kind: SectionKind) -> list[str]:
    """The blocks of all sections of this kind."""
    return [memo.text[b.start : b.end] for s in memo.sections_of(kind) for b in memo.blocks_in(s.start, s.end)]


def blocks(memo: Memo) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    return [(b.kind.value, memo.text[b.start : b.end]) for b in memo.blocks]


def block(memo: Memo, part: str) -> Block:
    """The block that holds this text."""
    return next(b for b in memo.blocks if part in memo.text[b.start : b.end])
