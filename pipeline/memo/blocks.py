"""Pieces become drafts of blocks: headings, paragraphs, list items, groups of short lines, table rows."""

import re
from dataclasses import dataclass
from statistics import median

from pipeline.memo.drafts import Draft, draft_of, line_text
from pipeline.memo.headings import Heading, heading_of, run_in
from pipeline.memo.items import Mark, mark_of
from pipeline.memo.labels import is_date, is_diarienummer
from pipeline.memo.layout import Piece, PieceKind, Segment, Token, Zone
from pipeline.memo.memo import BlockKind, SectionKind
from pipeline.memo.restoring import is_broken
from pipeline.memo.signatures import is_approval, is_name, is_named_role, is_role, is_scribble, is_sender
from pipeline.read.page import Page

LISTS = {SectionKind.RECIPIENTS, SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS, SectionKind.PLANNING}
POINTS = {SectionKind.PROPOSAL, SectionKind.DECISION}
_VERB = re.compile(
    r"\b(?:föreslår|föreslås|beslutar|besluta|beslutade|hemställer|rekommenderar|rekommenderas|tillstyrker|godkänner|"
    r"antar|uppdrar|ger|foreslar|foreslas|hemstaller|godkanner|är|ar|har|kan|ska|skall|bör|får)\b",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"§ ?\d{1,4}[a-z]?\b(?!.*[.]$)")
LINKS = frozenset({"och", "samt", "för", "av", "till", "om", "vid"})
_END = re.compile(r"[.:!?][\"”')\]]?$")


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
    lines = [p.lines[0] for p in pieces if p.kind == PieceKind.LINE and p.zone == Zone.BODY]
    long = [s for s in lines if len(s.text) > 30]
    size = median(s.size for s in long) if long else 10.0
    places = all(p.has_places for p in pages)
    lengths = sorted(s.box.x1 for s in long)
    right = lengths[int(0.92 * (len(lengths) - 1))] if lengths else body[1]
    heads = [s for s in lines if heading_of(line_text(s.words, tokens))]
    styled = bool(heads) and sum(s.bold or s.size > 1.1 * size for s in heads) >= 0.6 * len(heads)
    front = " ".join(s.text for p in pieces[:14] for s in p.segments()).lower()
    minutes = "protokoll" in front
    return Looks(size, body[0], right, styled, minutes, places, any(p.paragraphs for p in pages))


class Builder:
    """Goes through the pieces once. `section` is what the block at hand belongs to."""

    def __init__(self, pieces: list[Piece], tokens: list[Token], looks: Looks) -> None:
        self.pieces, self.tokens, self.looks = pieces, tokens, looks
        self.drafts: list[Draft] = []
        self.section: SectionKind = SectionKind.BODY
        self.last: Segment | None = None  # the printed line before, where the open block may go on
        self.text_x0 = 0.0  # where the open item's words stand
        self.number = 0
        self.title_next = False  # after a § of minutes

    def build(self) -> list[Draft]:
        for n, piece in enumerate(self.pieces):
            if piece.zone != Zone.BODY:
                self._apart(piece)
            elif piece.kind == PieceKind.ROW:
                self._row(piece)
            elif piece.kind == PieceKind.CELL:
                self._cell(piece)
            else:
                self._line(piece, self.pieces[n + 1] if n + 1 < len(self.pieces) else None)
        return self.drafts

    def _text(self, segment: Segment) -> str:
        return line_text(segment.words, self.tokens)

    def _apart(self, piece: Piece) -> None:
        self.drafts.append(draft_of(BlockKind.LINES, piece))
        self.last = None

    def _row(self, piece: Piece) -> None:
        draft = draft_of(BlockKind.ROW, piece)
        draft.cells = [[w for s in cell for w in s.words] for cell in piece.cells]
        self.drafts.append(draft)
        self.last = None

    def _cell(self, piece: Piece) -> None:
        texts = [self._text(s) for s in piece.lines]
        heading = heading_of(texts[0])
        if heading and (len(texts) > 1 or piece.lines[0].bold):
            self._heading(Piece(PieceKind.LINE, piece.zone, piece.page, piece.lines[:1], gap=piece.gap), heading)
            piece = Piece(PieceKind.CELL, piece.zone, piece.page, piece.lines[1:], x0=piece.x0, x1=piece.x1)
            if not piece.lines:
                return
        elif self._signed(texts) and self.section != SectionKind.SIGNATURES:
            self._sign(draft := draft_of(BlockKind.LINES, piece))
            self.drafts.append(draft)
            self.last = None
            return
        self.drafts.append(draft_of(BlockKind.LINES, piece))
        self.last = None

    @staticmethod
    def _signed(texts: list[str]) -> bool:
        if len(texts) > 6:
            return False
        if any(is_approval(t) for t in texts):
            return True
        if is_named_role(texts[0]) or (len(texts) > 1 and is_role(texts[0]) and is_name(texts[1])):
            return True
        return is_name(texts[0]) or (len(texts) > 1 and is_sender(texts[0]) and any(is_name(t) for t in texts[1:]))

    def _sign(self, draft: Draft) -> None:
        """Opens the section of signatures; the sender's line just above belongs to it."""
        first = draft
        for above in reversed(self.drafts[-4:]):
            texts = [line_text(line, self.tokens) for line in above.lines]
            sender = all(is_sender(t) or is_scribble(t) for t in texts)
            if (
                above.zone != Zone.BODY
                or above.heading
                or above.marker
                or not above.lines
                or len(above.lines) > 2
                or not sender
            ):
                break
            if self.section in LISTS and (above.gap < 1.0 or len(self.drafts) < 2 or self.drafts[-2].heading):
                break  # an entry of the list
            if not any(is_sender(t) for t in texts):
                continue  # what the OCR made of the handwriting
            first.opens, first = None, above
            above.kind, above.heading_words = BlockKind.LINES, 0
        first.opens = SectionKind.SIGNATURES
        self.section = SectionKind.SIGNATURES

    def _heading(self, piece: Piece, heading: Heading | None) -> None:
        draft = draft_of(BlockKind.HEADING, piece)
        draft.heading = heading
        kind = heading.kind if heading else SectionKind.BODY
        within = self.looks.minutes and self.section == SectionKind.DECISION and kind == SectionKind.PROPOSAL
        if not within:
            draft.opens, draft.heading_words = kind, len(piece.lines[0].words)
            self.section = kind
        self.drafts.append(draft)
        self.last, self.number, self.title_next = None, 0, False

    def _line(self, piece: Piece, after: Piece | None) -> None:
        segment = piece.lines[0]
        words = [self.tokens[w].text for w in segment.words]
        text = " ".join(words)
        gap = piece.gap
        if self.last is not None and self.last.page != segment.page:
            gap = 0.0 if self._runs_over(self.last, segment, text) else 1.0
        far = 0.8 if self.looks.places else 1.3  # a blank line within a word is noise of an old OCR
        broken = self.last is not None and gap < far and is_broken(self.tokens[self.last.words[-1]].text, words[0])
        if not broken:
            heading = self._known(text, segment, gap)
            if heading is not None:
                self._heading(piece, heading)
                return
            if self.looks.minutes and _PARAGRAPH.match(text) and len(text) < 90 and gap > 0.25:
                self._matter(piece)
                return
            if self.title_next and self._titles(piece, text, gap):
                return
            self.title_next = False
            opened = run_in(text) if gap > 0.2 or self.last is None or self.section in LISTS else None
            if opened is not None:
                self._opened(piece, opened[0], len(text[: opened[1]].split()))
                return
            if self._signs(piece, text, after):
                draft = draft_of(BlockKind.LINES, piece)
                self._sign(draft)
                self.drafts.append(draft)
                self.last = segment
                return
            if self._unknown_heading(piece, text, gap, after):
                self._heading(piece, None)
                return
        before = self.tokens[self.last.words[-1]].text if self.last else ""
        listed = self.section in LISTS or self.section in POINTS
        mark = None if broken else mark_of(words, before, listed)
        if mark is not None and self._is_item(mark, gap, text):
            self._item(piece, mark)
        elif self.last is not None and (broken or self._goes_on(segment, text, gap)):
            self.drafts[-1].lines.append(list(segment.words))
        elif self.section == SectionKind.SIGNATURES and self._short(segment, text):
            self._signature_line(piece, gap)
        elif self.section in LISTS and self._short(segment, text):
            self._entry(piece, gap)
        else:
            if self.section == SectionKind.SIGNATURES:
                piece_draft = draft_of(BlockKind.PARAGRAPH, piece)
                piece_draft.opens = self.section = SectionKind.BODY
                self.drafts.append(piece_draft)
            else:
                self.drafts.append(draft_of(BlockKind.PARAGRAPH, piece))
            self.text_x0 = segment.box.x0
        self.last = segment

    # what opens sections

    def _known(self, text: str, segment: Segment, gap: float) -> Heading | None:
        heading = heading_of(text)
        if heading is None:
            return None
        stands_out = segment.bold or segment.size > 1.1 * self.looks.size or text.isupper() or text.endswith(":")
        plain = not heading.body_only and not heading.line_only and text.count(" ") > 1
        if plain and heading.kind in LISTS | {SectionKind.PROPOSAL} and (self.section in LISTS or gap > 0.15):
            return heading  # no entry of a list reads so, and no line of a paragraph
        if self.looks.styled and not stands_out and self.looks.places:
            return heading if gap > 0.5 and not heading.body_only and not heading.line_only else None
        if self.section in LISTS and not stands_out and gap < 0.35 and self.last is not None:
            return None
        if heading.line_only and not stands_out and gap < 0.2 and self.last is not None:
            return None
        if self.last is not None and gap < 0.15 and not stands_out and not _END.search(self._text(self.last)):
            # the last words of a paragraph may look like a heading
            return None if self._full(self.last, segment) else heading
        return heading

    def _opened(self, piece: Piece, heading: Heading, words: int) -> None:
        segment = piece.lines[0]
        listed = heading.kind in LISTS
        draft = draft_of(BlockKind.LINES if listed else BlockKind.PARAGRAPH, piece)
        draft.heading, draft.opens, draft.heading_words = heading, heading.kind, words
        self.section = heading.kind
        self.drafts.append(draft)
        self.last, self.number = segment, 0
        self.text_x0 = self.tokens[segment.words[min(words, len(segment.words) - 1)]].box.x0

    def _matter(self, piece: Piece) -> None:
        draft = draft_of(BlockKind.HEADING, piece)
        draft.opens, draft.heading_words = SectionKind.LETTERHEAD, 0
        self.drafts.append(draft)
        self.section, self.last, self.title_next = SectionKind.BODY, None, True

    def _title(self, piece: Piece) -> None:
        draft = draft_of(BlockKind.HEADING, piece)
        draft.opens = SectionKind.TITLE
        self.drafts.append(draft)
        self.last = None

    def _titles(self, piece: Piece, text: str, gap: float) -> bool:
        """Takes the line as the matter's heading, or a further line of it, below its §."""
        draft = self.drafts[-1]
        if text.endswith(".") or len(text) > 160:
            return False
        if draft.opens != SectionKind.TITLE:
            self._title(piece)
            return True
        if gap > 0.35 or len(draft.lines) > 3:
            return False
        draft.lines.append(list(piece.lines[0].words))
        return True

    def _signs(self, piece: Piece, text: str, after: Piece | None) -> bool:
        """A name with a title under it, or an approval line."""
        if self.section == SectionKind.SIGNATURES:
            return False
        if is_approval(text):
            return True
        if piece.gap < 0.35 and self.last is not None:
            return False
        if is_named_role(text):
            return self.section not in LISTS
        if not is_name(text):
            return False
        if after is None or after.zone != Zone.BODY or after.kind != PieceKind.LINE:
            return self.section not in LISTS
        below = self._text(after.lines[0])
        return is_role(below) and len(below) < 60 and after.gap < 0.9

    def _unknown_heading(self, piece: Piece, text: str, gap: float, after: Piece | None) -> bool:
        segment = piece.lines[0]
        if not 3 < len(text) < 90 or text[-1] in ".,;:" or not (text[0].isupper() or text[0].isdigit()):
            return False
        if self.section in LISTS and mark_of(text.split(), "", True) is not None:
            return False
        if self.section in LISTS | {SectionKind.SIGNATURES} and (is_name(text) or is_sender(text) or is_role(text)):
            return False
        if is_date(text) or is_diarienummer(text) or text.count(" ") > 10 or not any(c.isalpha() for c in text):
            return False
        if self.section in POINTS and _VERB.search(text):
            return False
        if after is None or after.zone != Zone.BODY or after.kind == PieceKind.CELL:
            return False
        below = self._text(after.lines[0]) if after.lines else "Tabell"
        if self.looks.places and segment.box.width > 0.92 * (self.looks.right - self.looks.left):
            return False
        larger = segment.size > 1.12 * self.looks.size and self.looks.sized
        if self.looks.styled or segment.bold or larger:
            return (segment.bold or larger) and not (
                after.kind == PieceKind.LINE and after.lines[0].bold and after.gap < 0.3
            )
        if gap < 0.5 and self.last is not None:
            return False
        if text.isupper() and len(text) > 4:
            return True
        if (after.lines and self._full(segment, after.lines[0])) or ". " in text:
            return False
        if self.section in LISTS | {SectionKind.SIGNATURES}:
            first = bool(self.drafts) and self.drafts[-1].kind == BlockKind.HEADING
            if first or "," in text or not (below.endswith(".") or len(below) > 70):
                return False
        runs_on = len(below) > 45 and below[0].isupper() and not below.isupper()
        return runs_on and after.kind == PieceKind.LINE and not _VERB.search(text) and after.gap < 1.6

    # what goes on

    def _full(self, segment: Segment, following: Segment) -> bool:
        """True where the first word of the next line would not have fitted at the end of this one."""
        word = self.tokens[following.words[0]].box.width
        room = self.looks.right - segment.box.x1
        return room < word + (1.2 * segment.size if self.looks.places else 24)

    def _runs_over(self, last: Segment, segment: Segment, text: str) -> bool:
        """True where a block goes on over the page break."""
        end = self._text(last)
        if _END.search(end):
            return False
        return text[:1].islower() or text[:1].isdigit() or self._full(last, segment) or end.endswith("-")

    def _goes_on(self, segment: Segment, text: str, gap: float) -> bool:
        last, draft = self.last, self.drafts[-1]
        assert last is not None
        end = self._text(last)
        if self.looks.paragraphs or draft.kind == BlockKind.HEADING:
            return False
        ended = bool(_END.search(end))
        lower = text[:1].islower()
        if gap > 0.35:
            # a blank line within a sentence is noise of an old OCR
            noise = lower and not ended and gap < 1.3 and len(end) > 38
            return noise and not self.looks.places and draft.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        if self.section == SectionKind.SIGNATURES:
            return False
        entry = draft.kind == BlockKind.LINES
        if entry:
            return False
        if draft.kind == BlockKind.ITEM and self.looks.places and segment.page == last.page:
            if segment.box.x0 > draft.x0 + 4 or abs(segment.box.x0 - self.text_x0) < 4:
                return lower or self._full(last, segment) or not ended
            if (
                self.text_x0 > draft.x0 + 8
                and segment.box.x0 < self.text_x0 - 6
                and (ended or not self._full(last, segment))
            ):
                return lower and not ended and abs(segment.box.x0 - draft.x0) < 4
        if not ended and (lower or text[:1] in "(0123456789–-%" or self._reaches(last)):
            return True
        indent = segment.box.x0 - last.box.x0
        if (
            self.looks.places
            and segment.page == last.page
            and ended
            and 8 < indent < 60
            and draft.kind == BlockKind.PARAGRAPH
            and len(draft.lines) > 1
        ):
            return False
        return self._full(last, segment)

    def _reaches(self, segment: Segment) -> bool:
        """True where the line takes up most of its column's width."""
        return segment.box.x1 - self.looks.left > 0.66 * (self.looks.right - self.looks.left)

    def _short(self, segment: Segment, text: str) -> bool:
        return len(text) < 130 or self.section in LISTS

    # lists

    def _is_item(self, mark: Mark, gap: float, text: str) -> bool:
        if mark.marker == "Att" and self.section not in POINTS:
            above = self.drafts[-1] if self.drafts else None
            return above is not None and (
                above.marker == "Att" or line_text(above.lines[-1], self.tokens).endswith((":", "att"))
                if above.lines
                else False
            )
        if self.last is None or gap > 0.3 or self.section in LISTS:
            return True
        end = self._text(self.last)
        if mark.marker == "att":
            listed = self.section in POINTS or end.lower().endswith((":", "besluta", "beslutar", "att", "följande"))
            inside = self.drafts[-1].marker.lower() == "att"
            return (listed or inside) and (
                bool(re.search(r"[.,;:]$|\b(?:samt|och|besluta|beslutar|föreslås|föreslår|dels)$", end))
                or not self._full_here(end)
            )
        if mark.number:
            return mark.number == self.number + 1 or bool(_END.search(end))
        if mark.marker in ("-", "–", "—", "*", "+"):
            return (
                bool(re.search(r"[.:,;!?]$", end)) or self.drafts[-1].kind == BlockKind.ITEM or not self._full_here(end)
            )
        return True

    def _full_here(self, end: str) -> bool:
        last = self.last
        return last is not None and self.looks.right - last.box.x1 < 0.12 * (self.looks.right - self.looks.left)

    def _item(self, piece: Piece, mark: Mark) -> None:
        segment = piece.lines[0]
        draft = draft_of(BlockKind.ITEM, piece)
        draft.marker, draft.marker_words = mark.marker, mark.words
        first = segment.words[min(max(mark.words, 1 if mark.marker == "att" else 0), len(segment.words) - 1)]
        self.text_x0 = self.tokens[first].box.x0
        self.number = mark.number or self.number
        self.drafts.append(draft)

    def _entry(self, piece: Piece, gap: float) -> None:
        """A printed line of a list without marks: of its own, or the rest of the line above."""
        segment = piece.lines[0]
        draft = self.drafts[-1] if self.drafts else None
        text = self._text(segment)
        if draft is None or self.last is None or draft.kind != BlockKind.LINES or gap > 0.6:
            self.drafts.append(draft_of(BlockKind.LINES, piece))
            return
        above = self._text(self.last)
        hangs = (
            self.looks.places
            and segment.box.x0 > self.tokens[draft.lines[0][0]].box.x0 + 5
            and segment.page == self.last.page
        )
        joins = (
            text[:1].islower()
            or above.endswith((",", "-", " och", " samt", " för", " av", " till", " om", " i", "("))
            or above.count("(") > above.count(")")
        )
        if (
            (hangs and self._full(self.last, segment))
            or (joins and (self._full(self.last, segment) or (text[:1].islower() and above.split()[-1] in LINKS)))
            or (text[:1].islower() and hangs)
        ):
            draft.lines[-1].extend(segment.words)
        else:
            draft.lines.append(list(segment.words))

    def _signature_line(self, piece: Piece, gap: float) -> None:
        """A line below a name is its title; another name begins a group of its own."""
        segment = piece.lines[0]
        text = self._text(segment)
        draft = self.drafts[-1]
        have = [line_text(line, self.tokens) for line in draft.lines]
        named = any(is_name(t) for t in have)
        if (
            draft.kind == BlockKind.LINES
            and draft.zone == Zone.BODY
            and self.last is not None
            and gap < 0.9
            and not (named and is_name(text))
        ):
            draft.lines.append(list(segment.words))
        else:
            self.drafts.append(draft_of(BlockKind.LINES, piece))
