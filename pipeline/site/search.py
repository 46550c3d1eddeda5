"""Search in `search.sqlite`: hits, facets, timeline, feed, exports, what is covered, what belongs together."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.site.model import CoverageCell, Filters, Hit, Query, Results, Sort


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not in a collection. files: municipality or "", source, status (`failed`, `skipped`), message.
    gaps: municipality, body, and years without memos between the body's first and last year."""

    files: tuple[tuple[str, str, str, str], ...] = ()
    gaps: tuple[tuple[str, str, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedMemo:
    """A memo that belongs with another. why: `diarienummer` (same matter), `earlier` (the memo whose decision this one
    refers back to), `later` (a memo that refers back to this one)."""

    document_id: str
    why: str
    document_type: str
    title: str
    municipality: str
    body: str
    date: str
    diarienummer: str
    decision_id: str = ""  # earlier, later: the decision that is referred to, where it is known
    reference_id: str = ""  # earlier, later: the decision row (kind earlier) that refers


@dataclass(frozen=True, slots=True)
class Related:
    """memos: newest first. pairs: proposal's and outcome's decision_id of the same matter, body and number."""

    memos: tuple[RelatedMemo, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


def search(
    db: sqlite3.Connection, query: Query, chosen: Filters, *, sort: Sort, page: int, size: int, facets: bool = True
) -> Results:
    """One page of hits. The filters of the query and those chosen both hold."""
    return Results((), 0, True, page, size)


def feed(db: sqlite3.Connection, query: Query, chosen: Filters, limit: int) -> tuple[Hit, ...]:
    """The newest hits."""
    return ()


def everything(db: sqlite3.Connection, query: Query, chosen: Filters) -> Iterator[Hit]:
    """All hits, best first, for exports."""
    return iter(())


def coverage(db: sqlite3.Connection) -> tuple[CoverageCell, ...]:
    """Memos by municipality, body and year."""
    return ()


def missing(db: sqlite3.Connection) -> Missing:
    """Files that failed or were skipped, and years without memos."""
    return Missing()


def related(db: sqlite3.Connection, document_id: str) -> Related:
    """What belongs with a memo."""
    return Related()
