"""The tables that a run writes: columns, types, closed vocabularies.

A row of each table is a frozen dataclass whose fields, in order, are the table's columns. CSV headers, the SQLite
schema and the data dictionary (docs/tables.md) all come from here and from `data/columns.toml`, which holds each
column's title and meaning in Swedish and English.
"""

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Literal, get_args

DocumentType = Literal["memo", "minutes", "other"]
TextSource = Literal["digital", "ocr", "mixed", "text", ""]
Status = Literal["ok", "review", "failed", "skipped"]
DecisionKind = Literal["proposal", "decision", "earlier"]
Action = Literal[
    "adopt", "approve", "reject", "grant", "fund", "assign", "authorise", "agree", "guarantee", "appoint", "refer_back",
    "postpone", "note", "answer", "repeal", "submit", "change", "other",
]  # fmt: skip
Precision = Literal["day", "month", "quarter", "season", "half", "year", "range"]
DateRole = Literal[
    "document", "meeting", "decision", "effective_from", "effective_to", "deadline", "period", "reference", "event",
    "other",
]  # fmt: skip
Unit = Literal["kr", "tkr", "mnkr", "mdkr", "EUR", "USD", "NOK", "DKK", "procent", "procentenheter"]
AmountRole = Literal["cost", "revenue", "budget", "grant", "guarantee", "fee", "price", "share", "other"]
Bound = Literal["min", "max"]
Vat = Literal["excl", "incl"]
PartyType = Literal[
    "municipality", "region", "body", "administration", "authority", "company", "association", "person", "other"
]
PartyRole = Literal[
    "sender", "addressee", "author", "signatory", "recipient", "assignee", "applicant", "counterparty", "mentioned"
]
ReferenceKind = Literal["diarienummer", "paragraph", "law", "attachment", "document"]
PrivacyKind = Literal["personnummer", "samordningsnummer", "phone", "email", "address", "person"]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    document_id: str
    source: str
    page_first: int | None = None
    page_last: int | None = None
    document_type: DocumentType | None = None
    municipality: str | None = None
    municipality_code: str | None = None
    administration: str | None = None
    addressee: str | None = None
    title: str | None = None
    diarienummer: str | None = None
    date: str | None = None
    author: str | None = None
    text_source: TextSource | None = None
    ocr_confidence: float | None = None
    status: Status = "ok"
    message: str | None = None
    also_at: str | None = None
    attached_to: str | None = None
    unsure_fields: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    document_id: str
    decision_id: str
    kind: DecisionKind
    number: str | None
    body: str | None
    action: Action
    assignee: str | None
    text: str
    text_raw: str
    date: str | None
    paragraph: str | None
    effective_from: str | None
    effective_to: str | None
    page: int
    box: str | None
    confidence: float
    confirmed: bool | None
    diarienummer: str | None
    title: str | None
    proposed_to: str | None


@dataclass(frozen=True, slots=True)
class DateRow:
    document_id: str
    id: str
    text: str
    date_from: str
    date_to: str
    precision: Precision
    role: DateRole
    inferred: bool
    page: int
    box: str | None
    confidence: float
    confirmed: bool | None


@dataclass(frozen=True, slots=True)
class AmountRow:
    document_id: str
    id: str
    text: str
    value: Decimal
    unit: Unit
    amount_sek: Decimal | None
    per: str | None
    approximate: bool
    role: AmountRole
    page: int
    box: str | None
    confidence: float
    confirmed: bool | None
    bound: Bound | None
    is_total: bool
    vat: Vat | None
    decision_id: str | None


@dataclass(frozen=True, slots=True)
class PartyRow:
    document_id: str
    id: str
    name: str
    text: str
    type: PartyType
    role: PartyRole
    title: str | None
    identifier: str | None
    page: int
    box: str | None
    confidence: float
    confirmed: bool | None


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    document_id: str
    id: str
    kind: ReferenceKind
    text: str
    page: int
    box: str | None
    confidence: float
    confirmed: bool | None


@dataclass(frozen=True, slots=True)
class PrivacyRow:
    document_id: str
    id: str
    kind: PrivacyKind
    text_masked: str
    page: int
    box: str | None
    confidence: float
    confirmed: bool | None


Row = DocumentRow | DecisionRow | DateRow | AmountRow | PartyRow | ReferenceRow | PrivacyRow

TABLES: dict[str, type[Row]] = {
    "documents": DocumentRow,
    "decisions": DecisionRow,
    "dates": DateRow,
    "amounts": AmountRow,
    "parties": PartyRow,
    "references": ReferenceRow,
    "privacy": PrivacyRow,
}

VOCABULARIES: dict[tuple[str, str], tuple[str, ...]] = {
    ("documents", "document_type"): get_args(DocumentType),
    ("documents", "text_source"): tuple(v for v in get_args(TextSource) if v),
    ("documents", "status"): get_args(Status),
    ("decisions", "kind"): get_args(DecisionKind),
    ("decisions", "action"): get_args(Action),
    ("dates", "precision"): get_args(Precision),
    ("dates", "role"): get_args(DateRole),
    ("amounts", "unit"): get_args(Unit),
    ("amounts", "role"): get_args(AmountRole),
    ("amounts", "bound"): get_args(Bound),
    ("amounts", "vat"): get_args(Vat),
    ("parties", "type"): get_args(PartyType),
    ("parties", "role"): get_args(PartyRole),
    ("references", "kind"): get_args(ReferenceKind),
    ("privacy", "kind"): get_args(PrivacyKind),
}


def columns(table: str) -> tuple[str, ...]:
    """The column names of a table, in order."""
    return tuple(f.name for f in fields(TABLES[table]))


@dataclass(frozen=True, slots=True)
class MemoRows:
    """Everything that one memo gives: its row in `documents`, its facts, and its text for `text/<document_id>.txt`."""

    document: DocumentRow
    text: str = ""
    decisions: tuple[DecisionRow, ...] = ()
    dates: tuple[DateRow, ...] = ()
    amounts: tuple[AmountRow, ...] = ()
    parties: tuple[PartyRow, ...] = ()
    references: tuple[ReferenceRow, ...] = ()
    privacy: tuple[PrivacyRow, ...] = ()
    left_out: int = 0  # numbers in tables that gave no rows, because they may be wrong
