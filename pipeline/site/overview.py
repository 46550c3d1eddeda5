"""What a collection covers, and what is missing from it, so that nobody takes silence for a fact."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from pipeline.site.model import CoverageCell

# the body of a memo is the one that it is written to; of minutes, the one that decides in them
_BODY = """COALESCE(d.addressee, CASE WHEN d.document_type = 'minutes' THEN
    (SELECT body FROM decisions AS p WHERE p.document_id = d.document_id AND p.kind = 'decision' LIMIT 1) END, '')"""
# a memo that lies there in several forms is one, as it is one hit
_ONCE = "d.document_id NOT IN (SELECT document_id FROM search_forms WHERE is_first = 0)"
_YEAR = "CASE WHEN d.date GLOB '[12][0-9][0-9][0-9]*' THEN CAST(substr(d.date, 1, 4) AS INTEGER) END"


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not in a collection. files: municipality or "", source, status (`failed`, `skipped`), message.
    gaps: municipality, body, and years without memos between the body's first and last year."""

    files: tuple[tuple[str, str, str, str], ...] = ()
    gaps: tuple[tuple[str, str, tuple[int, ...]], ...] = ()


def coverage(db: sqlite3.Connection) -> tuple[CoverageCell, ...]:
    """Memos and minutes by municipality, body and year, each once; year None where no date was found. Failed files
    that nothing is known of stand under municipality "" and body ""."""
    rows = db.execute(
        f"SELECT COALESCE(d.municipality, ''), {_BODY} AS body, {_YEAR} AS year, sum(d.status <> 'failed'),"
        " sum(d.status = 'review'), sum(d.status = 'failed') FROM documents AS d WHERE d.status <> 'skipped'"
        f" AND {_ONCE} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    )
    return tuple(CoverageCell(*row) for row in rows)


def missing(db: sqlite3.Connection) -> Missing:
    """Files that failed or were skipped, and years without memos."""
    files = tuple(
        db.execute(
            "SELECT COALESCE(municipality, ''), source, status, COALESCE(message, '') FROM documents"
            " WHERE status IN ('failed', 'skipped') ORDER BY status, source"
        ).fetchall()
    )
    years: dict[tuple[str, str], set[int]] = defaultdict(set)
    for cell in coverage(db):
        if cell.municipality and cell.body and cell.year is not None and cell.memos:
            years[cell.municipality, cell.body].add(cell.year)
    gaps = []
    for (municipality, body), there in sorted(years.items()):
        absent = tuple(year for year in range(min(there), max(there)) if year not in there)
        if absent:
            gaps.append((municipality, body, absent))
    return Missing(files, tuple(gaps))


@dataclass(frozen=True, slots=True)
class Listed:
    """A memo as it stands in a list of what is covered."""

    document_id: str
    document_type: str
    title: str
    municipality: str
    body: str
    date: str
    diarienummer: str
    status: str
    message: str


def memos(
    db: sqlite3.Connection, municipality: str | None, body: str | None, year: int | str | None, limit: int
) -> tuple[Listed, ...]:
    """The memos behind a cell of the coverage, newest first. None: any; "": those where it is not stated."""
    asked, values = [], []
    for said, value in (
        ("COALESCE(d.municipality, '')", municipality),
        (_BODY, body),
        (f"COALESCE({_YEAR}, '')", year),
    ):
        if value is not None:
            asked.append(f"{said} = ?")
            values.append(value)
    rows = db.execute(
        f"SELECT d.document_id, d.document_type, d.title, d.municipality, {_BODY}, d.date, d.diarienummer, d.status,"
        " d.message FROM documents AS d WHERE d.status <> 'skipped' AND d.status <> 'failed'"
        f" AND {_ONCE}{''.join(f' AND {one}' for one in asked)} ORDER BY d.date DESC, d.document_id LIMIT ?",
        (*values, limit),
    )
    return tuple(Listed(*(value or "" for value in row)) for row in rows)
