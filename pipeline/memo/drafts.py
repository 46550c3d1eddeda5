"""Drafts of blocks: what blocks.py makes of pieces, before sections and text are known."""

from dataclasses import dataclass, field

from pipeline.memo.headings import Heading
from pipeline.memo.layout import Piece, Token, Zone
from pipeline.memo.memo import BlockKind, SectionKind


@dataclass(slots=True)
class Draft:
    """A block on its way. lines: printed lines as token indices; cells: a table row's cells.

    opens: the section that begins with this block; heading_words: how many of its words are that section's heading
    (all of them where the block is a heading, fewer where text runs on after the colon, 0 where there is none).
    """

    kind: BlockKind
    zone: Zone
    page: int
    lines: list[list[int]] = field(default_factory=list)
    cells: list[list[int]] = field(default_factory=list)
    marker: str = ""
    marker_words: int = 0
    table: int = 0
    x0: float = 0.0
    gap: float = 0.0
    size: float = 0.0
    bold: bool = False
    heading: Heading | None = None
    opens: SectionKind | None = None
    heading_words: int = 0

    def words(self) -> list[int]:
        """All token indices in order."""
        return [w for part in (self.cells or self.lines) for w in part]


def line_text(words: list[int], tokens: list[Token]) -> str:
    """The words with single spaces between them, as restored."""
    return " ".join([tokens[w].text for w in words])


def draft_of(kind: BlockKind, piece: Piece) -> Draft:
    """A draft with the piece's lines and looks."""
    segments = piece.segments()
    bold = [s.bold for s in segments]
    return Draft(
        kind,
        piece.zone,
        piece.page,
        lines=[list(s.words) for s in piece.lines],
        table=piece.table,
        x0=piece.x0,
        gap=piece.gap,
        size=max([s.size for s in segments], default=0.0),
        bold=bool(segments) and all(bold),
    )
