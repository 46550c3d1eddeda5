"""One memo that lies in the collection in several forms (PDF, scan, DOCX): found once, with the others named."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from pipeline.site.index_units import normal_number
from pipeline.site.swedish import distinct_words, fold

ALIKE = 0.5  # of the words of two texts: an OCR of a bad copy misreads many, another memo of the matter has most others
_SHORTEST = 4  # letters of a word that is compared
_SOURCES = ("digital", "mixed", "ocr", "text")  # the best read first
_MOST = 40  # of one memo
Row = tuple[Any, ...]


def write(db: sqlite3.Connection) -> dict[int, int]:
    """Fill `search_forms`. Returns, for each memo that is another's form, that other's number, both from 1."""
    rows = db.execute(
        'SELECT m.municipality, m.date, m.diarienummer, m.title, m.document_type, i."number", m.document_id, m.source,'
        " m.text_source FROM documents AS m JOIN search_memo_ids AS i USING (document_id) WHERE m.municipality IS NOT"
        " NULL AND m.date IS NOT NULL AND m.diarienummer IS NOT NULL AND m.title IS NOT NULL"
        " ORDER BY m.municipality, m.date"
    )
    first_of: dict[int, int] = {}
    made = []
    for _, day in groupby(rows, key=lambda row: row[:2]):
        for group in _groups(db, list(day)):
            names = Counter(PurePosixPath(row[7] or "").name for row in group)
            told = [_told(row, names) for row in group]
            for one in told:
                others = [other for other in told if other != one]
                made.append((one[0], json.dumps(others, ensure_ascii=False), int(one is told[0])))
            first_of.update((row[5], group[0][5]) for row in group[1:])
    db.executemany("INSERT INTO search_forms VALUES (?, ?, ?)", made)
    return first_of


def _told(row: Row, names: Counter[str]) -> tuple[str, str, str, str]:
    """A form as others name it: document_id, PDF or so, text_source, the file's name, or its path where others have
    that name too."""
    path = PurePosixPath(row[7] or "")
    name = path.name if names[path.name] == 1 else str(path)
    return row[6], path.suffix.lstrip(".").upper(), row[8] or "", name


def _groups(db: sqlite3.Connection, rows: list[Row]) -> Iterator[list[Row]]:
    """Memos of one sender and day that are one memo, the best read first."""
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        title = "".join(c for c in fold(row[3]) if c.isalnum())
        alike.setdefault((normal_number(row[2]), title, row[4] or ""), []).append(row)
    for same in alike.values():
        waiting = sorted(same, key=_rank)[:_MOST]
        while len(waiting) > 1:
            first, *others = waiting
            own = _words(db, first)
            group = [first, *(row for row in others if _likeness(own, _words(db, row)) >= ALIKE)]
            waiting = [row for row in others if row not in group]
            if len(group) > 1:
                yield group


def _rank(row: Row) -> tuple[int, bool, str, str]:
    source = _SOURCES.index(row[8]) if row[8] in _SOURCES else len(_SOURCES)
    return source, not (row[7] or "").lower().endswith(".pdf"), row[7] or "", row[6]


def _words(db: sqlite3.Connection, row: Row) -> frozenset[str]:
    found = db.execute("SELECT text FROM texts WHERE document_id = ?", (row[6],)).fetchone()
    return frozenset(fold(word) for word in distinct_words(found[0] if found else "") if len(word) >= _SHORTEST)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
