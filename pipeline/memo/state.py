"""How the memo's text is set, and where the builder of blocks stands."""

import re
from dataclasses import dataclass, field

from pipeline.memo.drafts import Draft, line_text
from pipeline.memo.headings import heading_of
from pipeline.memo.layout import Piece, PieceKind, Segment, Token, Zone
from pipeline.memo.memo import SectionKind
from pipeline.memo.rows import median
from pipeline.read.page import Page

LISTS = {SectionKind.RECIPIENTS, SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS, SectionKind.PLANNING}
POINTS = {SectionKind.PROPOSAL, SectionKind.DECISION}
END = re.compile(r"[.:!?][\"”')\]]?$")


def said(segment: Segment, tokens: list[Token]) -> str:
    """The segment's words with single spaces between them, as restored: to be asked for when they are."""
    if not segment.said:
        segment.said = line_text(segment.words, tokens)
    return segment.said


@dataclass(slots=True)
class Looks:
    """How the memo's running text is set."""

    size: float  # points
    left: float
    right: float
    styled: bool  # headings are bold or larger
    minutes: bool
    places: bool
    paragraphs: bool

    @property
    def sized(self) -> bool:
        """Whether sizes of fonts are known."""
        return self.places or self.paragraphs


def looks_of(pages: list[Page], pieces: list[Piece], body: tuple[float, float], tokens: list[Token]) -> Looks:
    """Measured on the lines of the body."""
    line, body_zone = PieceKind.LINE, Zone.BODY  # once: Python 3.11 is slow to tell a member of an enum
    lines = [p.lines[0] for p in pieces if p.kind == line and p.zone == body_zone]
    long = [s for s in lines if len(s.text) > 30]
    size = median([s.size for s in long]) if long else 10.0
    places = all(p.has_places for p in pages)
    lengths = sorted(s.box.x1 for s in long)
    right = lengths[int(0.92 * (len(lengths) - 1))] if lengths else body[1]
    heads = [s for s in lines if heading_of(said(s, tokens))]
    styled = bool(heads) and sum(s.bold or s.size > 1.1 * size for s in heads) >= 0.6 * len(heads)
    front = " ".join(s.text for p in pieces[:14] for s in p.segments()).lower()
    minutes = "protokoll" in front or "utses att justera" in front
    return Looks(size, body[0], right, styled, minutes, places, any(p.paragraphs for p in pages))


@dataclass(slots=True)
class State:
    """What has been built, and the section and printed line that the next line may go on."""

    tokens: list[Token]
    looks: Looks
    drafts: list[Draft] = field(default_factory=list)
    section: SectionKind = SectionKind.BODY
    last: Segment | None = None  # None where nothing goes on
    text_x0: float = 0.0  # where the open item's words stand
    number: int = 0  # of the last numbered item
    title_next: bool = False  # after a § of minutes
    text_next: bool = False  # after a matter's heading in minutes: its text begins

    def text(self, segment: Segment) -> str:
        """The segment's words, restored."""
        return segment.said or said(segment, self.tokens)
