"""The types that travel between search, pages and review. Plain and frozen, like those of the other stages."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Sort = Literal["relevance", "newest", "oldest", "amount"]
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "amount")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a shown text; marked where it is what was searched for. Pages escape it."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One thing searched for: a word, or a phrase of several words in order."""

    words: tuple[str, ...]
    phrase: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit must be. Several values of one filter: any of them. Amounts in kronor. Years are those of the memo,
    of an earlier decision its own."""

    municipality: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    action: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    amount: tuple[str, ...] = ()  # keys of amount ranges
    amount_min: Decimal | None = None
    amount_max: Decimal | None = None
    certain: bool | None = None
    diarienummer: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What a person asked: the words as typed, understood. problems: keys of messages on what was not understood."""

    typed: str = ""
    terms: tuple[Term, ...] = ()
    filters: Filters = field(default_factory=Filters)
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A decision that was found, or (decision_id empty) a memo that was found by its title, text or parties.

    pieces: the decision's words, or the place in the text, with the match marked. where: the field that matched best
    (`decision`, `title`, `party`, `text`, `diarienummer`). amount_sek: the largest sum tied to the decision. kind: as
    people understand it (`kinds.kind_of`). memo: type, date and diarienummer of the document that it stands in; of an
    earlier decision date, body and diarienummer are its own, and empty where they are not stated.
    """

    document_id: str
    decision_id: str
    kind: str
    number: str
    pieces: tuple[Piece, ...]
    title: tuple[Piece, ...]
    where: str
    municipality: str
    administration: str
    body: str
    date: str
    diarienummer: str
    action: str
    assignee: str
    amount_sek: Decimal | None
    page: int | None
    confidence: float | None
    certain: bool
    paragraph: str = ""
    proposed_to: str = ""
    memo: tuple[str, str, str] = ("", "", "")
    forms: tuple[tuple[str, str, str, str], ...] = ()  # the same in others: document_id, PDF or so, text_source, file
    kind_of_row: str = ""  # as `decisions.kind` has it


@dataclass(frozen=True, slots=True)
class FacetValue:
    """value: what stands in the address. label: what is shown. count: hits with it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a search; name as in Filters. exact: whether the counts are of all hits."""

    name: str
    values: tuple[FacetValue, ...]
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits. total: number of hits; exact: whether it was counted to the end. page: 1-based."""

    hits: tuple[Hit, ...]
    total: int
    exact: bool
    page: int
    size: int
    facets: tuple[Facet, ...] = ()
    timeline: tuple[tuple[int, int], ...] = ()  # year, hits
    forgiven: tuple[tuple[str, str], ...] = ()  # a word as typed that nothing holds, and what was searched instead
    relaxed: bool = False  # nothing holds all words typed: these hits hold most of them
    parts: tuple[str, ...] = ()  # nothing holds the only word typed: these parts of it were searched instead
    typed: str = ""  # that word


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """How many memos of one body (addressee, or the body of minutes) of one municipality in one year."""

    municipality: str
    body: str
    year: int | None
    memos: int
    review: int
    failed: int
