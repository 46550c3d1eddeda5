"""The types that leave `memo`: a memo's text as people read it, and where each of its characters comes from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from pipeline.errors import Problem
from pipeline.read.page import Box, ReadAs


class SectionKind(StrEnum):
    """What a stretch of a memo is for."""

    LETTERHEAD = "letterhead"  # everything above the title: sender, date, dnr, author, addressee
    TITLE = "title"
    PROPOSAL = "proposal"  # Förslag till beslut
    DECISION = "decision"  # Beslut, in minutes
    SUMMARY = "summary"  # Sammanfattning
    BODY = "body"
    DOCUMENTS = "documents"  # Beslutsunderlag
    ATTACHMENTS = "attachments"  # Bilagor
    RECIPIENTS = "recipients"  # Beslutet skickas till
    SIGNATURES = "signatures"
    PLANNING = "planning"  # Beslutsplanering: coming meetings
    STAMP = "stamp"  # registry stamps, rotated or slanted text
    FURNITURE = "furniture"  # repeated page heads and feet, addresses; stands last


class PacketKind(StrEnum):
    """What a document is within its file."""

    WHOLE = "whole"  # the file is one document
    MEMO = "memo"
    MINUTES = "minutes"
    OTHER = "other"  # an appendix, an agenda


class BlockKind(StrEnum):
    """How a stretch of text is set."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list: numbered, lettered, bulleted, or an att-sats
    LINES = "lines"  # short lines that stand under each other and are not running text: heads, signatures, lists
    ROW = "row"  # of a table


class MemoWord(NamedTuple):
    """A word of the memo's text: `text` as it is meant (restored), `raw` as read."""

    text: str
    raw: str
    page: int  # 1-based, of the source file
    box: Box | None  # None where the source has no places (text files)
    confidence: float  # 0 to 1
    agreed: bool | None  # see read.page.Word
    size: float = 0.0  # font size in points, 0 where unknown
    bold: bool = False
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, group of short lines or table row: `memo.text[start:end]`.

    marker: what stands before a list item ("1.", "a)", "•", "att", "-"), empty elsewhere; the marker's characters are
    part of text[start:end]. content: where the item's own words begin (after number or bullet; "att" is content).
    """

    kind: BlockKind
    start: int
    end: int
    page: int
    marker: str = ""
    content: int = -1
    indent: float = 0.0  # points from the text's left edge


@dataclass(frozen=True, slots=True)
class Section:
    """`memo.text[start:end]`; the heading, if there is one, is `memo.text[start:body]`."""

    kind: SectionKind
    start: int
    end: int
    body: int  # where the text after the heading begins (== start where there is no heading)
    heading: str = ""  # as printed


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: `memo.text[start:end]`, with the headings it stands under and beside."""

    start: int
    end: int
    row: int
    column: int
    header: str  # the column's heading, "" where there is none
    label: str  # the row's first cell


@dataclass(frozen=True, slots=True)
class Table:
    """A table within the memo's text. caption: the line or sentence just before it, where units are often said."""

    start: int
    end: int
    caption: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Memo:
    """One memo (or set of minutes, or other document).

    text: lines joined, hyphens undone, letters restored. Blocks are parted by a blank line ("\\n\\n"); within a block
    of kind LINES the printed lines are parted by "\\n"; cells of a table's row by "\\t"; everything else by one space.
    owner[i] is the index in `words` of the word that text[i] belongs to, -1 for white space: len(owner) == len(text).
    blocks and sections are in text order, don't overlap, and sections cover the whole text.
    """

    page_first: int
    page_last: int
    text: str
    words: tuple[MemoWord, ...]
    owner: tuple[int, ...]
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...] = ()
    read_as: frozenset[ReadAs] = frozenset()
    ocr_confidence: float | None = None  # the worst OCRed page's mean word confidence
    has_places: bool = True
    problems: tuple[Problem, ...] = ()
    packet: PacketKind = PacketKind.WHOLE
    attached_to: int | None = None  # of an appendix: page_first of its memo in the same file

    def words_in(self, start: int, end: int) -> list[MemoWord]:
        """The words that text[start:end] touches, in order, each once."""
        words = self.words
        return [words[i] for i in dict.fromkeys(self.owner[start:end]) if i >= 0]

    def raw(self, start: int, end: int) -> str:
        """text[start:end] as it was read, before letters were restored."""
        return " ".join(word.raw for word in self.words_in(start, end))

    def section_at(self, offset: int) -> Section | None:
        """The section that holds the character at `offset`."""
        for section in self.sections:
            if section.start <= offset < section.end:
                return section
        return None

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`, None in the white space between blocks."""
        for block in self.blocks:
            if block.start <= offset < block.end:
                return block
        return None

    def sections_of(self, *kinds: SectionKind) -> list[Section]:
        """The sections of these kinds, in text order."""
        return [s for s in self.sections if s.kind in kinds]

    def blocks_in(self, start: int, end: int) -> list[Block]:
        """The blocks that lie within text[start:end], in order."""
        return [b for b in self.blocks if b.start >= start and b.end <= end]
