"""The component `lupp_dates`: the memo's date expressions, and what each is for."""

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.dates_roles import Guess, When, guess_role
from pipeline.extract.facts import DateFact, Facts
from pipeline.forms import dates as grammar
from pipeline.forms.dates import DateMatch
from pipeline.forms.sentences import sentences
from pipeline.memo.memo import Block, BlockKind, Cell, Memo, Section, SectionKind
from pipeline.tables import DateRole, Precision

_LATER = {SectionKind.PROPOSAL, SectionKind.PLANNING}
_EARLIER = {SectionKind.DOCUMENTS, SectionKind.ATTACHMENTS, SectionKind.STAMP}
# what a whole day is for by the section that it stands in, and how strong a cue must be to say otherwise
_BY_SECTION: dict[SectionKind, tuple[DateRole, float]] = {
    SectionKind.STAMP: ("event", 20.0),
    SectionKind.SIGNATURES: ("event", 12.0),
    SectionKind.PLANNING: ("meeting", 14.5),
    SectionKind.DOCUMENTS: ("reference", 30.0),
    SectionKind.ATTACHMENTS: ("reference", 30.0),
    SectionKind.LETTERHEAD: ("event", 5.0),
}
_DEFAULT: dict[Precision, DateRole] = {"day": "event"}
_TIME_HEADER = re.compile(r"år|tid|datum|start|slut|klar|period|när|månad", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_COUNTED = re.compile(r"(?<!\w)(?:per|den|till|från|med|sammanträde|om) (?:den )?\Z", re.IGNORECASE)
_LABEL = re.compile(r"[a-zåäö]{0,16}(?:sammanträdes|mötes)(?:datum|dag|tid):?")
_TIE = re.compile(r"(?: och|,| samt| respektive| eller) (?:den |i )?")
_WEEKS = re.compile(r"\d.*(?:[-–—]| till ).*\w")
_REACH = 300  # characters on each side of a date that may tell its role


@Language.component("lupp_dates")
def find_dates(doc: Doc) -> Doc:
    """Fills facts.dates; needs facts.head and facts.references."""
    memo: Memo = doc._.memo
    facts: Facts = doc._.facts
    facts.dates = _Reader(memo, facts).facts()
    return doc


class _Reader:
    """One memo's dates."""

    def __init__(self, memo: Memo, facts: Facts) -> None:
        self.memo = memo
        self.known = facts
        self.lower = memo.text.lower()
        if len(self.lower) != len(memo.text):  # a few signs grow in lower case
            self.lower = memo.text
        self._section_starts = [s.start for s in memo.sections]
        self._block_starts = [b.start for b in memo.blocks]
        self._sentences: dict[int, list[tuple[int, int]]] = {}

    def facts(self) -> list[DateFact]:
        text, day = self.memo.text, self.anchor
        taken = {i for r in self.known.references if r.kind in ("diarienummer", "law") for i in range(r.start, r.end)}
        if (number := self.known.head.diarienummer) is not None:
            taken.update(range(number.start, number.end))
        found: list[DateFact] = []
        matches = [m for m in grammar.find_dates(text, day, self.direction) if self._stands(m, taken)]
        for i, match in enumerate(matches):
            before = matches[i - 1].end if i else -1
            after = matches[i + 1].start if i + 1 < len(matches) else -1
            if i and self._broken(matches[i - 1], match):
                continue
            role, sure = self.role(match, before, after)
            if found and self._listed(matches[i - 1], match):
                role = found[-1].role  # "den 3 maj, 5 juni och 7 juli": what governs the first governs all
            found.append(
                DateFact(
                    match.start,
                    match.end,
                    " ".join(match.text.split()),
                    match.date_from,
                    match.date_to,
                    match.precision,
                    role,
                    match.inferred,
                    round(match.confidence * sure, 3),
                )
            )
        return found

    @cached_property
    def anchor(self) -> date | None:
        """The memo's own date; where the head has none, the first whole day of letterhead or title."""
        head = self.known.head.day
        if head is not None:
            return head
        for kind in (SectionKind.LETTERHEAD, SectionKind.TITLE):
            for section in self.memo.sections_of(kind):
                text = self.memo.text[section.start : section.end]
                for match in grammar.find_dates(text):
                    counted = kind is SectionKind.TITLE and _COUNTED.search(text[: match.start])
                    if match.precision == "day" and not match.inferred and not counted:
                        return match.date_from
        return None

    def direction(self, start: int, end: int) -> str | None:
        """Points to decide look forward, lists of documents back."""
        del end
        section = self.section(start)
        if section is None:
            return None
        return "future" if section.kind in _LATER else "past" if section.kind in _EARLIER else None

    def role(self, match: DateMatch, before: int, after: int) -> tuple[DateRole, float]:
        """The role and how sure it is."""
        section = self.section(match.start)
        kind = section.kind if section else SectionKind.BODY
        head = self.known.head
        own = match.precision == "day" and match.date_from == self.anchor
        labelled = head.date is not None and head.date.start < match.end and match.start < head.date.end
        minutes = head.document_type == "minutes"
        if labelled or (own and kind is SectionKind.LETTERHEAD):
            return "meeting" if minutes else "document", 1.0
        if own and kind is SectionKind.TITLE and head.date is None:
            return "document", 0.8
        guess = self._guess(match, before, after)
        if guess.role == "decision" and self.anchor is not None and match.date_from > self.anchor:
            guess = replace(guess, role="meeting")  # nothing was decided yet on a day to come
        if guess.role in ("meeting", "deadline", "event") and _WEEKS.search(match.text) and _days(match) > 10:
            guess = replace(guess, role="period")  # a consultation that is open for some weeks
        if match.precision == "day":
            role, bar = _BY_SECTION.get(kind, (_DEFAULT["day"], 0.0))
            if guess.weight <= bar:
                return role, 1.0 if bar >= 10 else 0.85
            return guess.role, 1.0
        if kind is SectionKind.TITLE:
            return "period", 1.0
        if guess.weight > 0:
            return guess.role, 1.0
        point = "skifte" in match.text.lower() or (match.precision == "range" and _days(match) <= 2)
        return ("event", 0.9) if point else ("period", 0.95)

    def _listed(self, last: DateMatch, match: DateMatch) -> bool:
        """Whether nothing but "och" or a comma parts the date from the one before, and both are of one kind."""
        tie = self.lower[last.end : match.start]
        same = (last.precision == "day") == (match.precision == "day")
        return same and len(tie) < 20 and _TIE.fullmatch(tie) is not None

    def _broken(self, last: DateMatch, match: DateMatch) -> bool:
        """Whether a bare year stands on a line of its own below the season or month that it belongs to."""
        between = self.memo.text[last.end : match.start]
        return (
            match.precision == "year"
            and last.precision in ("month", "season", "quarter", "half")
            and last.date_from.year == match.date_from.year
            and not between.strip("\n ")
            and "\n" in between
        )

    def _guess(self, match: DateMatch, before: int, after: int) -> Guess:
        start, end = self.sentence(match)
        start, end = max(start, match.start - _REACH), min(end, match.end + _REACH)
        left, right = self.lower[start : match.start], self.lower[match.end : end]
        dates = (before - start if before > start else -1, after - match.end if 0 <= after < end else -1)
        when: When = "" if self.anchor is None else "ahead" if match.date_from > self.anchor else "over"
        return guess_role(left, right, match.precision, dates, when)

    def sentence(self, match: DateMatch) -> tuple[int, int]:
        """The sentence, list item, line or cell that the match stands in, as offsets."""
        block = self.block(match.start)
        if block is None:
            return match.start, match.end
        if block.kind in (BlockKind.LINES, BlockKind.ROW):
            stop = "\n" if block.kind is BlockKind.LINES else "\t"
            near, far = max(block.start, match.start - _REACH), min(block.end, match.end + _REACH)
            begin = self.memo.text.rfind(stop, near, match.start) + 1 or near
            if stop == "\n" and begin == match.start and begin > near + 3:  # a label stands on the line above
                above = self.memo.text.rfind("\n", near, begin - 1) + 1 or near
                if _LABEL.fullmatch(self.lower, above, begin - 1):
                    begin = above
            finish = self.memo.text.find(stop, match.end, far)
            return begin, finish if finish >= 0 else far
        spans = self._sentences.get(block.start)
        if spans is None:
            spans = [(block.start + a, block.start + b) for a, b in sentences(self.memo.text[block.start : block.end])]
            self._sentences[block.start] = spans
        i = bisect_right(spans, (match.start, len(self.lower))) - 1
        return (spans[i][0], max(spans[i][1], match.end)) if i >= 0 else (block.start, block.end)

    def section(self, offset: int) -> Section | None:
        i = bisect_right(self._section_starts, offset) - 1
        return self.memo.sections[i] if i >= 0 else None

    def block(self, offset: int) -> Block | None:
        i = bisect_right(self._block_starts, offset) - 1
        return self.memo.blocks[i] if i >= 0 and offset < self.memo.blocks[i].end else None

    def _stands(self, match: DateMatch, taken: set[int]) -> bool:
        """Whether the match is a fact: not in a page's head or foot, a number of another kind, or a table's figures."""
        section = self.section(match.start)
        if section is not None and section.kind is SectionKind.FURNITURE:
            return False
        block = self.block(match.start)
        if block is not None and match.end > block.end:
            return False
        if any(i in taken for i in range(match.start, match.end)):
            return False
        return match.precision != "year" or not self._is_figure(match)

    def _is_figure(self, match: DateMatch) -> bool:
        """Whether a bare number stands alone in a table's cell under a heading that isn't about time."""
        cell = self._cells.get(match.start)
        if cell is None or not cell.header or cell.column == 0:
            return False
        alone = _YEAR.fullmatch(self.memo.text[cell.start : cell.end].strip()) is not None
        return alone and not _TIME_HEADER.search(cell.header)

    @cached_property
    def _cells(self) -> dict[int, Cell]:
        return {cell.start: cell for table in self.memo.tables for cell in table.cells}


def _days(match: DateMatch) -> int:
    return (match.date_to - match.date_from).days
