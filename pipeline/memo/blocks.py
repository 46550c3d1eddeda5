"""Pieces become drafts of blocks: headings, paragraphs, list items, groups of short lines, table rows."""

import re

from pipeline.forms.paragraphs import CONTINUED
from pipeline.memo.drafts import Draft, draft_of, line_text
from pipeline.memo.flow import full, goes_on, is_item, runs_over
from pipeline.memo.headings import Heading, heading_of, leading, run_in
from pipeline.memo.items import MOST_WORDS, Mark, does, mark_of
from pipeline.memo.labels import is_body_name
from pipeline.memo.layout import Piece, PieceKind, Segment, Zone
from pipeline.memo.memo import BlockKind, SectionKind
from pipeline.memo.openings import ENTRIES, known, signed, signs, stand_out, unknown_heading
from pipeline.memo.restoring import is_broken
from pipeline.memo.signatures import is_name, is_scribble, is_sender
from pipeline.memo.state import END, LISTS, POINTS, State

_PARAGRAPH = re.compile(r"§ ?\d{1,4}[a-z]?\b(?!.*(?<![Ff]orts)[.]$)")
_TITLE_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,}(?![\w/])")  # no "KFN 2018/77"
# older letters propose without a heading: `Kommunkansliet får härmed föreslå kommunstyrelsen besluta`
_GOES_ON = re.compile(r"\b[Ff]orts(?:\.|ätt)?")  # "§ 143 (forts.)": its title stood on the page before
_LEAD = re.compile(
    r"^[A-ZÅÄÖ](?:(?!\. ).)* (?:får|vill|fär|far) (?:\w+ ){0,2}(?:föreslå|hemställa|foresla|hemstalla)\b(?:(?!\. ).)*"
    r"(?:besluta|att|:)$"
)
_HEADING = BlockKind.HEADING  # looked up once: Python 3.11 is slow to tell a member of an enum
LINKS = frozenset({"och", "samt", "för", "av", "till", "om", "vid"})
# in minutes what another proposed is told, in a memo such a line leads to the points: "lämnat följande"
_TOLD = frozenset({"följande", "lämnat"})
# what no sentence ends with
_UNENDED = LINKS | {"sitt", "ett", "på", "enligt", "med", "i"}


class Builder(State):
    """Goes through the pieces once. `section` is what the block at hand belongs to."""

    def build(self, pieces: list[Piece]) -> list[Draft]:
        """The drafts of all pieces, in order."""
        number: list[int] = []  # a list's number that was read on a line of its own
        alone = not (self.looks.places or self.looks.paragraphs)  # it may be, in an old OCR text
        body, row, cell = Zone.BODY, PieceKind.ROW, PieceKind.CELL
        for n, piece in enumerate(pieces):
            if number:
                piece.lines[0].words[:0] = number
                piece.lines[0].said = ""
                number = []
            if piece.zone != body:
                self._apart(piece)
            elif piece.kind == row:
                self._row(piece)
            elif piece.kind == cell:
                self._cell(piece)
            elif alone and self._number_alone(piece, pieces[n + 1] if n + 1 < len(pieces) else None):
                number = list(piece.lines[0].words)
            else:
                self._line(piece, pieces[n + 1] if n + 1 < len(pieces) else None)
        return self.drafts

    def _number_alone(self, piece: Piece, after: Piece | None) -> bool:
        """Whether an old OCR text's line is the next number of a list, whose words begin on the line below."""
        if self.section not in POINTS or len(piece.lines[0].words) != 1:
            return False
        mark = self.tokens[piece.lines[0].words[0]].text.rstrip(".)")
        if not mark.isdecimal() or int(mark) != self.number + 1 or after is None or after.zone != Zone.BODY:
            return False
        return after.kind == PieceKind.LINE and does(self.tokens[after.lines[0].words[0]].text)

    def _apart(self, piece: Piece) -> None:
        self.drafts.append(draft_of(BlockKind.LINES, piece))
        self.last = None

    def _row(self, piece: Piece) -> None:
        draft = draft_of(BlockKind.ROW, piece)
        draft.cells = [[w for s in cell for w in s.words] for cell in piece.cells]
        self.drafts.append(draft)
        self.last = None

    def _cell(self, piece: Piece) -> None:
        texts = [self.text(s) for s in piece.lines]
        heading = heading_of(texts[0])
        if self.looks.minutes and _PARAGRAPH.match(texts[0]) and len(" ".join(texts)) < 160:
            self._matter(piece)  # its diarienummer stands beside it, at the right margin
            return
        if heading and (len(texts) > 1 or piece.lines[0].bold):
            self._heading(Piece(PieceKind.LINE, piece.zone, piece.page, piece.lines[:1], gap=piece.gap), heading)
            piece = Piece(PieceKind.CELL, piece.zone, piece.page, piece.lines[1:], x0=piece.x0, x1=piece.x1)
            if not piece.lines:
                return
        elif signed(texts) and self.section != SectionKind.SIGNATURES:
            self._sign(draft := draft_of(BlockKind.LINES, piece))
            self.drafts.append(draft)
            self.last = None
            return
        self.drafts.append(draft_of(BlockKind.LINES, piece))
        self.last = None

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
            if self.section in LISTS and self._listed(above):
                break  # an entry of the list
            if not any(is_sender(t) for t in texts):
                continue  # what the OCR made of the handwriting
            first.opens, first = None, above
            above.kind, above.heading_words = BlockKind.LINES, 0
        first.opens = SectionKind.SIGNATURES
        self.section = SectionKind.SIGNATURES

    def _listed(self, draft: Draft) -> bool:
        """True where no more white space parts the line from the list above it than parts the list's entries."""
        at = next((n for n, d in enumerate(self.drafts) if d is draft), 0)
        before = self.drafts[at - 1] if at else None
        return draft.gap < 1.0 or before is None or before.heading is not None or before.gap > draft.gap - 0.3

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

    def _within_sentence(self, text: str) -> bool:
        """Whether a line in small letters is the rest of a sentence: "… lämnat följande yttrande och" and below it
        "förslag till beslut:"."""
        if not text[:1].islower() or self.last is None or self.drafts[-1].kind != BlockKind.PARAGRAPH:
            return False
        last = self.tokens[self.last.words[-1]].text
        return last in _UNENDED or (self.looks.minutes and last in _TOLD)

    def _more_heading(self, piece: Piece, gap: float) -> bool:
        """Takes the line as the rest of a bold or larger heading that no list knows."""
        draft = self.drafts[-1] if self.drafts else None
        segment = piece.lines[0]
        if draft is None or draft.kind != _HEADING or draft.heading or draft.opens != SectionKind.BODY:
            return False
        alike = segment.bold == draft.bold and abs(segment.size - draft.size) < 0.06 * draft.size
        stands_out = segment.bold or segment.size > 1.12 * self.looks.size
        if not (self.looks.sized and alike and stands_out and gap < 0.35 and len(draft.lines) < 3):
            return False
        draft.lines.append(list(segment.words))
        draft.heading_words += len(segment.words)
        return True

    def _line(self, piece: Piece, after: Piece | None) -> None:
        segment = piece.lines[0]
        words = [self.tokens[w].text for w in segment.words[:MOST_WORDS]]
        text = self.text(segment)
        gap = piece.gap
        if self.last is not None and self.last.page != segment.page:
            gap = 0.0 if runs_over(self, self.last, segment, text) else 1.0
        far = 0.8 if self.looks.places else 1.3  # a blank line within a word is noise of an old OCR
        broken = self.last is not None and gap < far and is_broken(self.tokens[self.last.words[-1]].text, words[0])
        if piece.beside and not (self.section in POINTS and is_body_name(text)):
            self._heading(piece, heading_of(segment.text))
            return
        if self.looks.minutes and self.section in POINTS and "orts" in text and CONTINUED.match(text):
            self._matter(piece, after)
            return
        if not broken:
            heading = None if self._within_sentence(text) else known(self, text, segment, gap)
            if heading is not None:
                self._heading(piece, heading)
                return
            if self.looks.minutes and _PARAGRAPH.match(text) and len(text) < 90 and gap > 0.25:
                self._matter(piece, after)
                return
            if self.title_next:
                if self._titles(piece, text, gap):
                    return
                self.title_next, self.text_next = False, True
            opened = run_in(text) if gap > 0.2 or self.last is None or self.section in LISTS else None
            told = opened is not None and opened[0].kind in (SectionKind.BODY, SectionKind.SUMMARY)
            if told and self.section in ENTRIES and gap < 0.6:
                opened = None  # an entry of the list: "Yttrande: räddningstjänsten"
            if opened is not None:
                self._opened(piece, opened[0], len(text[: opened[1]].split()))
                return
            led = self._leading(segment, text, gap)
            if led is not None:
                self._opened(piece, *led)
                return
            if signs(self, piece, text, after):
                draft = draft_of(BlockKind.LINES, piece)
                self._sign(draft)
                self.drafts.append(draft)
                self.last = segment
                return
            if self._more_heading(piece, gap):
                return
            if unknown_heading(self, piece, text, gap, after):
                self._heading(piece, None)
                return
        before = self.tokens[self.last.words[-1]].text if self.last else ""
        listed = self.section in LISTS or self.section in POINTS
        above = self.drafts[-1] if self.drafts and self.last is not None else None
        if above is not None and above.kind == BlockKind.ITEM and words[0] == above.marker:
            before = ":"  # the next of a list: also "- 21 februari" below "- 24 januari"
        mark = None if broken else mark_of(words, before, listed)
        if mark is not None and is_item(self, mark, gap, text):
            self._item(piece, mark)
        elif self.last is not None and (broken or goes_on(self, segment, text, gap)):
            self.drafts[-1].lines.append(list(segment.words))
        elif self.section == SectionKind.SIGNATURES and len(text) < 130:
            self._signature_line(piece, gap)
        elif self.section in LISTS:
            self._entry(piece, gap)
        else:
            if self.section == SectionKind.SIGNATURES:
                piece_draft = draft_of(BlockKind.PARAGRAPH, piece)
                piece_draft.opens = self.section = SectionKind.BODY
                self.drafts.append(piece_draft)
            else:
                self.drafts.append(draft := draft_of(BlockKind.PARAGRAPH, piece))
                if self.text_next and self.section == SectionKind.BODY:
                    draft.opens = SectionKind.BODY
                self.text_next = False
            self.text_x0 = segment.box.x0
        self.last = segment

    def _leading(self, segment: Segment, text: str, gap: float) -> tuple[Heading, int] | None:
        """A heading that its paragraph goes on after on the same line, and how many words it has."""
        if not self.looks.places or self.section in LISTS or not (gap > 0.2 or self.last is None):
            return None
        count = stand_out([self.tokens[w] for w in segment.words])
        heading = leading(text, count)
        return (heading, count) if heading else None

    def _opened(self, piece: Piece, heading: Heading, words: int) -> None:
        segment = piece.lines[0]
        prose = self.tokens[segment.words[words - 1]].text.endswith(".")  # `Handlingar. Köpekontrakt, kalkyl …`
        listed = heading.kind in LISTS and not prose
        draft = draft_of(BlockKind.LINES if listed else BlockKind.PARAGRAPH, piece)
        draft.heading, draft.opens, draft.heading_words = heading, heading.kind, words
        self.section = heading.kind
        self.drafts.append(draft)
        self.last, self.number = segment, 0
        self.text_x0 = self.tokens[segment.words[min(words, len(segment.words) - 1)]].box.x0

    def _matter(self, piece: Piece, after: Piece | None = None) -> None:
        goes_on = _GOES_ON.search(self.text(piece.lines[0])) is not None
        draft = draft_of(BlockKind.HEADING, piece)
        if goes_on and self.section in POINTS and self._points_go_on(after):
            self.drafts.append(draft)  # the page that its points go on to says again whose they are
            self.last = None
            return
        draft.opens, draft.heading_words = (SectionKind.BODY if goes_on else SectionKind.LETTERHEAD), 0
        self.drafts.append(draft)
        self.section, self.last, self.title_next = SectionKind.BODY, None, not goes_on

    def _points_go_on(self, after: Piece | None) -> bool:
        """Whether the list of points is open, or the next line is its next point."""
        above = self.drafts[-1] if self.drafts else None
        if above is not None and above.lines and not END.search(line_text(above.lines[-1], self.tokens)):
            return above.kind == BlockKind.ITEM
        if after is None or after.kind != PieceKind.LINE or after.zone != Zone.BODY:
            return False
        mark = self.tokens[after.lines[0].words[0]].text.rstrip(".)")
        return mark.lower() == "att" or (mark.isdecimal() and int(mark) == self.number + 1)

    def _has_title(self, draft: Draft) -> bool:
        """Whether the title of a matter stands on the line of its §: "§ 42 Ansökan om bidrag"."""
        match = _PARAGRAPH.match(line_text(draft.lines[0], self.tokens))
        return match is not None and len(_TITLE_WORD.findall(match.string, match.end())) > 1

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
        matter = next((d for d in self.drafts[-2:] if d.opens == SectionKind.LETTERHEAD), None)
        if matter is not None and self._has_title(matter) and not (piece.lines[0].bold and gap < 0.6):
            return False
        if draft.opens != SectionKind.TITLE:
            self._title(piece)
            return True
        if gap > 0.35 or len(draft.lines) > 3:
            return False
        draft.lines.append(list(piece.lines[0].words))
        return True

    def _item(self, piece: Piece, mark: Mark) -> None:
        segment = piece.lines[0]
        above = self.drafts[-1] if self.drafts else None
        if mark.marker == "att" and self.section == SectionKind.BODY and above is not None and above.lines:
            lead = " ".join(line_text(line, self.tokens) for line in above.lines)
            if above.kind == BlockKind.PARAGRAPH and above.zone == Zone.BODY and len(lead) < 400 and _LEAD.search(lead):
                above.opens, self.section = SectionKind.PROPOSAL, SectionKind.PROPOSAL
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
        text = self.text(segment)
        if draft is None or self.last is None or draft.kind != BlockKind.LINES or gap > 0.6:
            self.drafts.append(draft_of(BlockKind.LINES, piece))
            return
        above = self.text(self.last)
        hangs = (
            self.looks.places
            and segment.box.x0 > self.tokens[draft.lines[0][0]].box.x0 + 5
            and segment.page == self.last.page
        )
        joins = (
            text[:1].islower()
            or (above.endswith("-") and not above.endswith(" -"))
            or above.endswith((",", " och", " samt", " för", " av", " till", " om", " i", "("))
            or above.count("(") > above.count(")")
        )
        if (
            (hangs and full(self, self.last, segment))
            or (joins and (full(self, self.last, segment) or (text[:1].islower() and above.split()[-1] in LINKS)))
            or (text[:1].islower() and hangs)
        ):
            draft.lines[-1].extend(segment.words)
        else:
            draft.lines.append(list(segment.words))

    def _signature_line(self, piece: Piece, gap: float) -> None:
        """A line below a name is its title; another name begins a group of its own."""
        segment = piece.lines[0]
        text = self.text(segment)
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
