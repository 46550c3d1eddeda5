"""Facts become rows: offsets become page, box, confidence and confirmation."""

import math
import re
from datetime import date
from decimal import Decimal

from pipeline.extract.calibration import calibrated
from pipeline.extract.facts import Facts, Field
from pipeline.extract.unsure import UNKNOWN, UNSURE_NAME, unsure_fields
from pipeline.memo.memo import Memo, MemoWord
from pipeline.read.page import Box, ReadAs
from pipeline.tables import (
    AmountRow,
    DateRow,
    DecisionRow,
    DocumentRow,
    MemoRows,
    PartyRow,
    PrivacyRow,
    ReferenceRow,
    TextSource,
    Unit,
)  # fmt: skip

KRONOR: dict[Unit, int] = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000, "mdkr": 1_000_000_000}
AGREED = 0.95  # what two engines read alike; of such words with digits 0.999 were right (bench/readers.py)
_DIGIT = re.compile(r"\d")
_DIGITAL = frozenset({ReadAs.DIGITAL})
_CORNERS = "%.1f %.1f %.1f %.1f"  # of a box: at two thirds of what an f-string of four numbers takes


class Place:
    """The words that a fact rests on, and what follows from them for its row.

    page: of the first word. box: `x0 y0 x1 y1` round the words on that page, None where the source has no places.
    """

    __slots__ = ("_digital", "_words", "box", "page", "raw")

    def __init__(self, memo: Memo, start: int, end: int) -> None:
        words = self._words = memo.words_in(start, end) if 0 <= start < end else []
        self._digital = memo.read_as == _DIGITAL
        page = self.page = words[0].page if words else memo.page_first
        boxes = [word.box for word in words if word.page == page and word.box is not None] if memo.has_places else []
        self.box = _around(boxes) if boxes else None
        self.raw = " ".join([word.raw for word in words])

    def raw_confidence(self, rule: float) -> float:
        """The rule's confidence times how sure its words are (the geometric middle of mean and worst word)."""
        scores = [_sure(word) if word.agreed else word.confidence for word in self._words] or [1.0]
        reading = math.sqrt(sum(scores) / len(scores) * min(scores))
        return max(0.0, min(1.0, rule * reading))

    def confidence(self, table: str, rule: float) -> float:
        """How likely the row is right: the raw confidence, brought to what was measured for such rows."""
        return round(calibrated(table, self._digital, self.raw_confidence(rule)), 3)

    @property
    def least(self) -> float:
        """How sure the least sure of its words is, 0 to 1."""
        return min([word.confidence for word in self._words], default=1.0)

    @property
    def confirmed(self) -> bool | None:
        """None where no digits; digital text is confirmed; OCR only where two readers agree on every digit."""
        if not _DIGIT.search(self.raw):
            return None
        digits = [word for word in self._words if _DIGIT.search(word.raw)]
        if self._digital:
            return True not in [word.picture for word in digits]
        return all(word.agreed is True for word in digits)


def _around(boxes: list[Box]) -> str:
    """The smallest box round these, in points."""
    if len(boxes) == 1:
        return _CORNERS % boxes[0]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return _CORNERS % (min(lefts), min(tops), max(rights), max(bottoms))


def _sure(word: MemoWord) -> float:
    """How sure a word's reading is: what two engines read alike stands, however unsure the first of them was of it."""
    return max(word.confidence, AGREED) if word.agreed and word.text == word.raw else word.confidence


def rows_of(memo: Memo, facts: Facts, document_id: str, source: str) -> MemoRows:
    """The memo's rows in every table. Status and message of the document are set by `run`."""
    head = facts.head

    def value(field: Field | None) -> str | None:
        return field.value if field else None

    document = DocumentRow(
        document_id=document_id,
        source=source,
        page_first=memo.page_first,
        page_last=memo.page_last,
        document_type=head.document_type,
        municipality=value(head.municipality),
        municipality_code=head.municipality_code,
        administration=value(head.administration),
        addressee=value(head.addressee),
        title=value(head.title),
        diarienummer=value(head.diarienummer),
        date=value(head.date),
        author=value(head.author),
        text_source=text_source(memo),
        ocr_confidence=None if memo.ocr_confidence is None else round(memo.ocr_confidence, 3),
        unsure_fields="; ".join(unsure_fields(memo, head)) or None,
    )
    return MemoRows(
        document=document,
        text=memo.text,
        decisions=tuple(_decisions(memo, facts, document_id)),
        dates=tuple(_dates(memo, facts, document_id)),
        amounts=tuple(_amounts(memo, facts, document_id)),
        parties=tuple(_parties(memo, facts, document_id)),
        references=tuple(_references(memo, facts, document_id)),
        privacy=tuple(_privacy(memo, facts, document_id)),
        left_out=facts.left_out,
    )


def text_source(memo: Memo) -> TextSource:
    """How the memo's text came to be, in the words of the table."""
    if memo.read_as == {ReadAs.TEXT}:
        return "text"
    if memo.read_as == {ReadAs.OCR}:
        return "ocr"
    if memo.read_as == {ReadAs.DIGITAL}:
        return "digital"
    return "mixed" if memo.read_as else ""


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _decisions(memo: Memo, facts: Facts, document_id: str) -> list[DecisionRow]:
    rows = []
    for number, fact in enumerate(facts.decisions, 1):
        place = Place(memo, fact.start, fact.end)
        rows.append(
            DecisionRow(
                document_id=document_id,
                decision_id=f"{document_id}:{number}",
                kind=fact.kind,
                number=fact.number,
                body=fact.body,
                action=fact.action,
                assignee=fact.assignee,
                text=fact.text,
                text_raw=place.raw,
                date=fact.date,
                paragraph=fact.paragraph,
                effective_from=_iso(fact.effective_from),
                effective_to=_iso(fact.effective_to),
                page=place.page,
                box=place.box,
                confidence=place.confidence("decisions", fact.confidence),
                confirmed=place.confirmed,
                diarienummer=fact.diarienummer,
                title=fact.title,
                proposed_to=fact.proposed_to,
            )
        )
    return rows


def _dates(memo: Memo, facts: Facts, document_id: str) -> list[DateRow]:
    rows = []
    for number, fact in enumerate(facts.dates, 1):
        place = Place(memo, fact.start, fact.end)
        rows.append(
            DateRow(
                document_id=document_id,
                id=f"{document_id}:d{number}",
                text=fact.text,
                date_from=fact.date_from.isoformat(),
                date_to=fact.date_to.isoformat(),
                precision=fact.precision,
                role=fact.role,
                inferred=fact.inferred,
                page=place.page,
                box=place.box,
                confidence=place.confidence("dates", fact.confidence),
                confirmed=place.confirmed,
            )
        )
    return rows


def _amounts(memo: Memo, facts: Facts, document_id: str) -> list[AmountRow]:
    rows = []
    for number, fact in enumerate(facts.amounts, 1):
        place = Place(memo, fact.start, fact.end)
        scale = KRONOR.get(fact.unit)
        rows.append(
            AmountRow(
                document_id=document_id,
                id=f"{document_id}:a{number}",
                text=fact.text,
                value=fact.value,
                unit=fact.unit,
                amount_sek=None if scale is None else plain(fact.value * scale),
                per=fact.per,
                approximate=fact.approximate,
                role=fact.role,
                page=place.page,
                box=place.box,
                confidence=place.confidence("amounts", fact.confidence * fact.role_confidence),
                confirmed=place.confirmed,
                bound=fact.bound,
                is_total=fact.is_total,
                vat=fact.vat,
                decision_id=None if fact.decision is None else f"{document_id}:{fact.decision + 1}",
            )
        )
    return rows


def plain(value: Decimal) -> Decimal:
    """The number without exponent and without zeros after the point that say nothing."""
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _parties(memo: Memo, facts: Facts, document_id: str) -> list[PartyRow]:
    rows = []
    old = ReadAs.TEXT in memo.read_as
    for number, fact in enumerate(facts.parties, 1):
        place = Place(memo, fact.start, fact.end)
        sure = place.confidence("parties", fact.confidence)
        if old and fact.type == "person" and place.least < UNKNOWN:
            sure = min(sure, UNSURE_NAME)
        rows.append(
            PartyRow(
                document_id=document_id,
                id=f"{document_id}:p{number}",
                name=fact.name,
                text=fact.text,
                type=fact.type,
                role=fact.role,
                title=fact.title,
                identifier=fact.identifier,
                page=place.page,
                box=place.box,
                confidence=sure,
                confirmed=place.confirmed,
            )
        )
    return rows


def _references(memo: Memo, facts: Facts, document_id: str) -> list[ReferenceRow]:
    rows = []
    for number, fact in enumerate(facts.references, 1):
        place = Place(memo, fact.start, fact.end)
        rows.append(
            ReferenceRow(
                document_id=document_id,
                id=f"{document_id}:r{number}",
                kind=fact.kind,
                text=fact.text,
                page=place.page,
                box=place.box,
                confidence=place.confidence("references", fact.confidence),
                confirmed=place.confirmed,
            )
        )
    return rows


def _privacy(memo: Memo, facts: Facts, document_id: str) -> list[PrivacyRow]:
    rows = []
    for number, fact in enumerate(facts.privacy, 1):
        place = Place(memo, fact.start, fact.end)
        rows.append(
            PrivacyRow(
                document_id=document_id,
                id=f"{document_id}:v{number}",
                kind=fact.kind,
                text_masked=fact.text[:2] + "•" * max(0, len(fact.text) - 2),
                page=place.page,
                box=place.box,
                confidence=place.confidence("privacy", fact.confidence),
                confirmed=place.confirmed,
            )
        )
    return rows
