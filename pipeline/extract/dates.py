"""The component `lupp_dates`: the memo's date expressions, and what each is for."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.dates_features import When, round_date
from pipeline.extract.facts import DateFact, Facts
from pipeline.extract.head_fields import APPROVAL
from pipeline.extract.role_cues import Around
from pipeline.extract.role_model import role_model
from pipeline.extract.role_words import evidence
from pipeline.forms import dates as grammar
from pipeline.forms.dates import DateMatch
from pipeline.forms.dates_account import account_year
from pipeline.forms.guard import guarded
from pipeline.forms.sentences import sentences
from pipeline.lazy import lazy
from pipeline.memo.memo import Block, BlockKind, Cell, Memo, Section, SectionKind
from pipeline.resources import table
from pipeline.tables import DateRole

_LATER = {SectionKind.PROPOSAL, SectionKind.PLANNING}
_EARLIER = {SectionKind.DOCUMENTS, SectionKind.ATTACHMENTS, SectionKind.STAMP}
# what a whole day is for by the section that it stands in
_BY_SECTION: dict[SectionKind, DateRole] = {
    SectionKind.STAMP: "event",
    SectionKind.DOCUMENTS: "reference",
    SectionKind.ATTACHMENTS: "reference",
}
# what a whole day is for by the heading of its table's column
_BY_HEADER: list[tuple[re.Pattern[str], DateRole]] = [
    (re.compile(rf"(?<!\w)(?:{row['words']})(?!\w)", re.IGNORECASE), cast(DateRole, row["role"]))
    for row in table("extract/data/dates_columns.csv")
]
# what is done on the day that stands alone beside it in a timetable's row of two cells
_TIMETABLE: list[tuple[re.Pattern[str], DateRole]] = [
    (re.compile(r"träder i kraft|börjar gälla|gäller från|ikraftträdande"), "effective_from"),
    (
        re.compile(r"senast|sista (?:dag|ansökn|anmäl|svar)|inlämn|lämnas in\b|anbud(?:en)? (?:ska|lämnas)|manusstopp"),
        "deadline",
    ),
    (
        re.compile(
            r"(?:nämnd(?:en)?|styrelsen?|fullmäktige|utskott(?:et)?|direktionen|presidiet|beredningen|samverkan|rådet)\b"
            r"|sammanträd|möte\b|mötet\b"
        ),
        "meeting",
    ),
]
_MEETINGS = re.compile(r"(?<!\w)(?:sammanträdes|mötes)(?:dagar|tider|datum|plan)", re.IGNORECASE)
_LISTED_DAYS = 20.0  # how much likelier a day is a meeting's under such a heading
_HARDLY = 0.02  # what is left of the odds of a role that such a date hardly has
_TIME_HEADER = re.compile(r"år|tid|datum|start|slut|klar|period|när|månad", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_COUNTED = re.compile(r"(?<!\w)(?:per|den|till|från|med|sammanträde|om) (?:den )?\Z", re.IGNORECASE)
_LABEL = re.compile(r"[a-zåäö]{0,16}(?:sammanträdes|mötes)(?:datum|dag|tid):?")
_TIE = re.compile(r"(?: och|,| samt| respektive| eller) (?:den |i )?")
_BETWEEN = re.compile(r"(?<!\w)mellan (?:den )?\Z")
# each way begins with a plain letter, and says after it that no word goes on there: `re` passes all others quickly
_FROM = re.compile(
    r"(?:f(?<!\w.)(?:\.? ?r\.? ?o\.? ?m\.?|rån och med)|t(?<!\w.)räd(?:er|a) i kraft|i(?<!\w.)kraftträdande)"
    r" (?:den )?\Z"
)
_DATED = re.compile(r"d(?<!\w.)atera(?:d|t|de) (?:den )?\Z")
_UNTIL = re.compile(r"(?:t(?<!\w.)(?:\.? ?o\.? ?m\.?|ill och med)|u(?<!\w.)pphöra? att gälla) (?:den )?\Z")
_REVISED = re.compile(r"(?<!\w)(?:rev(?:iderad|iderat|\.)?|uppdatera[dt]|justera[dt]|kompletterad)[:.]?(?: den)? \Z")
_UPTO = re.compile(r",? (?:och )?(?:t\.? ?o\.? ?m\.?|till och med) (?:den )?")
# "senast i december", of a time to come; "ändrades senast i december 1999" tells of the last time
_AT_LATEST = re.compile(
    r"s(?<!\w.)enast (?:(?:under|i|på|vid|till|år|den)\s){0,2}(?:(?:början|mitten|slutet|utgången) av\s)?\Z"
)
_TIME_OUT = re.compile(
    r"(?:anbuds|annons|svars|remiss|ansöknings|anmälnings|samråds|gransknings|yttrande)tiden,? (?:som )?"
    r"(?:gick|går|löpte|löper) ut,? (?:den )?\Z"
)
# the label above or before the day when minutes were approved or put up: "Justerat", "Anslaget"
_APPROVED = re.compile(
    r"(?:^|\n)\W{0,3}(?:protokollet (?:är |har )?)?(?:justera[dt]|justerats|anslaget|uppsatt|nedtaget|anslagits)"
    r"[\s.:]{0,4}(?:den )?\Z"
)
# "sedan den 4 maj gäller nya tider", not "har ökat sedan den 4 maj"
_SINCE = guarded(r"(?<!at )(?<!ats )(?<!it )(?<!its )(?<!lts )(?<!jts )(?<!kts )sedan (?:den )?\Z")
_TURN = ("årsskiftet", "halvårsskiftet")  # one night: told as a day is
_TERM = re.compile(r"(?:läsåret|(?:höst|vår)terminen|[hv]t)(?!\w)", re.IGNORECASE)
_TO_ANOTHER = re.compile(r",? (?:till|jämfört|mot) ")  # "ökade från läsåret 2012/13 till läsåret 2013/14"
_FIGURES = re.compile(r"(?:statistik|siffror|uppgifter|erfarenheter|resultat|betyg|data|utfall|enkät)\w* från \Z")
_YOURS = re.compile(r"(?<!\w)(?:er[ts]?|remissens) (?:datum|skrivelse|brev|remiss)(?: den)?:? ?\Z")
_DELEGATED = re.compile(
    r"delegations?\s?beslut|delegerade beslut|beslut (?:fattade )?(?:på|enligt) delegation", re.IGNORECASE
)
_PLAIN_DAY = re.compile(r"\W*(?:besluts?)?(?:datum|dag|dat)\W*", re.IGNORECASE)
_WEEKS = re.compile(r"\d.*(?:[-–—]| till ).*\w")
_REACH = 300  # characters on each side of a date that may tell its role


@Language.component("lupp_dates")
def find_dates(doc: Doc) -> Doc:
    """Fills facts.dates; needs facts.head and facts.references."""
    memo: Memo = doc._.memo
    facts: Facts = doc._.facts
    facts.dates = DateReader(memo, facts).facts()
    return doc


class DateReader:
    """One memo's dates. bench/roles.py reads labelled memos with it to fit the cues' weights."""

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
        found: list[DateFact] = []
        last: DateMatch | None = None
        for match, before, after in self.matches():
            role, sure = self.role(match, before, after)
            if found and last is not None and self._listed(last, match):
                role = found[-1].role  # "den 3 maj, 5 juni och 7 juli": what governs the first governs all
            last = match
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

    def matches(self) -> Iterator[tuple[DateMatch, int, int]]:
        """The dates that are facts, each with where the date before it ends and the one after it begins, -1 if none."""
        text = self.memo.text
        taken = {i for r in self.known.references if r.kind in ("diarienummer", "law") for i in range(r.start, r.end)}
        if (number := self.known.head.diarienummer) is not None:
            taken.update(range(number.start, number.end))
        said = grammar.find_dates(text, self.anchor, self.direction, self.account)
        matches = [m for m in said if self._stands(m, taken)]
        for i, match in enumerate(matches):
            if not i or not self._broken(matches[i - 1], match):
                before = matches[i - 1].end if i else -1
                yield match, before, matches[i + 1].start if i + 1 < len(matches) else -1

    @lazy
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

    @property
    def account(self) -> int | None:
        """The year that the memo gives an account of."""
        title = self.known.head.title
        return account_year(title.value) if title is not None else None

    def direction(self, start: int, end: int) -> str | None:
        """Points to decide look forward, lists of documents back."""
        del end
        section = self.section(start)
        if section is None:
            return None
        return "future" if section.kind in _LATER else "past" if section.kind in _EARLIER else None

    def role(self, match: DateMatch, before: int, after: int) -> tuple[DateRole, float]:
        """The role and how likely it is."""
        section = self.section(match.start)
        kind = section.kind if section else SectionKind.BODY
        head = self.known.head
        day = match.precision == "day"
        own = day and match.date_from == self.anchor
        labelled = head.date is not None and head.date.start < match.end and match.start < head.date.end
        if labelled or (own and kind is SectionKind.LETTERHEAD):
            return "meeting" if head.document_type == "minutes" else "document", 1.0
        if own and kind is SectionKind.TITLE and head.date is None:
            return "document", 0.8
        if day and head.document_type == "minutes" and self._approved(match.start):
            return "event", 0.9
        if day and kind in _BY_SECTION:
            return _BY_SECTION[kind], 0.95
        if 0 <= after < match.end + 12 and _BETWEEN.search(self.lower, max(0, match.start - 14), match.start):
            return "period", 0.95  # "mellan den 3 maj och den 14 juni"
        if day and 0 <= after < match.end + 30 and _UPTO.fullmatch(self.lower, match.end, after):
            return "effective_from", 0.9  # "på samråd 3 mars t.o.m. 24 mars"
        near = self.lower[max(0, match.start - 30) : match.start]
        if day and kind is SectionKind.LETTERHEAD and _YOURS.search(near.replace("\n", " ").replace("\t", " ")):
            return "reference", 0.9
        if day and not own and _DATED.search(near):
            return "reference", 0.95
        if day and kind is SectionKind.LETTERHEAD and _REVISED.search(near):
            return "event", 0.8
        if _FROM.search(near) or (day and _SINCE.search(near)):
            return "effective_from", 0.95
        term = not day and near.endswith("från ") and _TERM.match(match.text) is not None
        other = " till " in match.text or _TO_ANOTHER.match(self.lower, match.end) or _FIGURES.search(near)
        if term and not other:
            return "effective_from", 0.9  # "läggs ned från höstterminen 2007"
        if (day or match.text.lower().startswith(_TURN)) and _UNTIL.search(
            near
        ):  # "till och med september är utfallet …" is a period
            return "effective_to", 0.95
        if self.anchor is not None and match.date_to > self.anchor and _AT_LATEST.search(near):
            return "deadline", 0.95
        if day and "ut" in near and _TIME_OUT.search(self.lower, max(0, match.start - 44), match.start):
            return "deadline", 0.95
        if not day and kind is SectionKind.TITLE:
            return "period", 0.98
        cell = self._cells.get(match.start)
        if day and cell is not None:
            for pattern, headed in _BY_HEADER:
                if pattern.search(cell.header or ""):
                    return headed, 0.9
            if _PLAIN_DAY.fullmatch(cell.header) and _DELEGATED.search(self._lists.get(match.start, "")):
                return "decision", 0.9
            told = self._beside(cell)
            if told is not None:
                return told, 0.85
        model = role_model("dates", evidence)
        odds = dict(zip(model.roles, model.odds(self.around(match, before, after)), strict=True))
        if day and section is not None and _MEETINGS.search(section.heading):
            odds["meeting"] *= _LISTED_DAYS
        for impossible in self._impossible(match):
            odds[impossible] *= _HARDLY
        whole = sum(odds.values())
        role = max(odds, key=odds.__getitem__)
        return cast(DateRole, role), odds[role] / whole

    def _approved(self, start: int) -> bool:
        """Whether the day at an offset is told to be when the minutes are approved or posted."""
        if _APPROVED.search(self.lower, max(0, start - 40), start):
            return True
        return APPROVAL.search(self.memo.text, max(0, start - 110), start) is not None

    def _impossible(self, match: DateMatch) -> Iterator[DateRole]:
        """Roles that such a date hardly has: nothing was decided yet on a day to come, and a meeting takes no weeks."""
        if self.anchor is not None and match.date_from > self.anchor:
            yield "decision"
        if _days(match) > 10 and _WEEKS.search(match.text):
            yield from ("meeting", "deadline", "event", "decision", "document")

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

    def around(self, match: DateMatch, before: int, after: int) -> Around:
        """What stands round a date. before: where the date before it ends, after: where the next begins,
        -1 if none."""
        start, end = self.sentence(match)
        start, end = max(start, match.start - _REACH), min(end, match.end + _REACH)
        left, right = self.lower[start : match.start], self.lower[match.end : end]
        dates = (before - start if before > start else -1, after - match.end if 0 <= after < end else -1)
        when: When = "" if self.anchor is None else "ahead" if match.date_from > self.anchor else "over"
        section, block = self.section(match.start), self.block(match.start)
        place = f"{section.kind.value if section else 'body'}"
        if block is not None and block.kind in (BlockKind.ROW, BlockKind.LINES):
            place += f" {block.kind.value}"
        return round_date(left, right, match.precision, dates, when, place, match.inferred)

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
        if taken and not taken.isdisjoint(range(match.start, match.end)):
            return False
        return match.precision != "year" or not self._is_figure(match)

    def _is_figure(self, match: DateMatch) -> bool:
        """Whether a bare number stands alone in a table's cell under a heading that isn't about time."""
        cell = self._cells.get(match.start)
        if cell is None or not cell.header or cell.column == 0:
            return False
        alone = _YEAR.fullmatch(self.memo.text[cell.start : cell.end].strip()) is not None
        return alone and not _TIME_HEADER.search(cell.header)

    def _beside(self, cell: Cell) -> DateRole | None:
        """What a day is for that stands alone in a timetable's row of two cells, by the other one."""
        block = self.block(cell.start)
        if block is None or block.kind is not BlockKind.ROW:
            return None
        cells = self.lower[block.start : block.end].split("\t")
        other = next((c for c in cells if not self.lower.startswith(c, cell.start)), "") if len(cells) == 2 else ""
        if re.search(r"[a-zåäö]{3}", other) is None:
            return None
        told = next((role for pattern, role in _TIMETABLE if pattern.search(other)), None)
        return told if told is not None or cell.column or cell.row < 1 else "event"

    @lazy
    def _lists(self) -> dict[int, str]:
        """What stands above each table, by where its cells begin."""
        return {c.start: t.caption + self._heading(t.start) for t in self.memo.tables for c in t.cells}

    def _heading(self, offset: int) -> str:
        section = self.section(offset)
        return "\n" + section.heading if section else ""

    @lazy
    def _cells(self) -> dict[int, Cell]:
        return {cell.start: cell for table in self.memo.tables for cell in table.cells}


def _days(match: DateMatch) -> int:
    return (match.date_to - match.date_from).days
