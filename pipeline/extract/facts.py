"""What the components of the spaCy pipeline find, before it becomes rows.

Each fact points into `memo.text` by character offsets (start, end); `extract.rows` looks up page, box, word
confidence and confirmation from there. Components read and fill `doc._.facts`; see `extract.pipeline`.
confidence is how sure the rule is (0 to 1) given that the words were read rightly.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.tables import (
    Action,
    AmountRole,
    Bound,
    DateRole,
    DecisionKind,
    DocumentType,
    PartyRole,
    PartyType,
    Precision,
    PrivacyKind,
    ReferenceKind,
    Unit,
    Vat,
)  # fmt: skip


@dataclass(slots=True)
class Field:
    """A value of the memo's head. start == end == -1 where it rests on no place in the text."""

    value: str
    start: int = -1
    end: int = -1
    confidence: float = 0.9


@dataclass(slots=True)
class Head:
    """The head of the memo: what becomes its row in `documents`."""

    document_type: DocumentType = "memo"
    municipality: Field | None = None
    municipality_code: str | None = None
    administration: Field | None = None
    addressee: Field | None = None
    title: Field | None = None
    diarienummer: Field | None = None
    date: Field | None = None  # value is ISO 8601
    author: Field | None = None

    @property
    def day(self) -> dt.date | None:
        """The memo's own date, None where none was found."""
        return dt.date.fromisoformat(self.date.value) if self.date else None


@dataclass(slots=True)
class DateFact:
    start: int
    end: int
    text: str
    date_from: dt.date
    date_to: dt.date
    precision: Precision
    role: DateRole = "other"
    inferred: bool = False
    confidence: float = 0.9


@dataclass(slots=True)
class AmountFact:
    start: int
    end: int
    text: str
    value: Decimal
    unit: Unit
    per: str | None = None
    approximate: bool = False
    bound: Bound | None = None
    role: AmountRole = "other"
    is_total: bool = False
    vat: Vat | None = None
    confidence: float = 0.9
    decision: int | None = None  # index in facts.decisions
    role_confidence: float = 1.0  # how likely the role is right, given that the value is


@dataclass(slots=True)
class DecisionFact:
    start: int
    end: int
    kind: DecisionKind
    text: str
    number: str | None = None
    body: str | None = None
    action: Action = "other"
    assignee: str | None = None
    date: str | None = None  # ISO 8601, may be reduced to YYYY-MM or YYYY
    paragraph: str | None = None
    effective_from: dt.date | None = None
    effective_to: dt.date | None = None
    diarienummer: str | None = None
    title: str | None = None
    proposed_to: str | None = None
    confidence: float = 0.9


@dataclass(slots=True)
class PartyFact:
    start: int
    end: int
    name: str
    text: str
    type: PartyType
    role: PartyRole = "mentioned"
    title: str | None = None
    identifier: str | None = None
    confidence: float = 0.9


@dataclass(slots=True)
class ReferenceFact:
    start: int
    end: int
    kind: ReferenceKind
    text: str
    confidence: float = 0.9


@dataclass(slots=True)
class PrivacyFact:
    start: int
    end: int
    kind: PrivacyKind
    text: str
    confidence: float = 0.9


@dataclass(slots=True)
class Facts:
    """All that was found in one memo."""

    head: Head = field(default_factory=Head)
    decisions: list[DecisionFact] = field(default_factory=list)
    dates: list[DateFact] = field(default_factory=list)
    amounts: list[AmountFact] = field(default_factory=list)
    parties: list[PartyFact] = field(default_factory=list)
    references: list[ReferenceFact] = field(default_factory=list)
    privacy: list[PrivacyFact] = field(default_factory=list)
    left_out: int = 0  # numbers in tables that would look right and may be wrong
