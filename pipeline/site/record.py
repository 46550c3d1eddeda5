"""Everything that the ledger knows of one document, masked where it must be: what a memo's page shows."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pipeline.errors import Kind
from pipeline.site.corrections import Loaded, key_column
from pipeline.site.mask import Masker, masker
from pipeline.store.ledger import NAME
from pipeline.tables import columns

Box = tuple[float, float, float, float]
Row = dict[str, Any]

UNREAD = (Kind.PAGE_FAILED, Kind.OCR_FAILED, Kind.OCR_MISSING, Kind.NO_TEXT, Kind.NO_READER)
GROUPS = ("amounts", "dates", "parties", "references")


@dataclass(frozen=True, slots=True)
class Fact:
    """A row with its place. key: unique in the document and fit for an address: `b1` for a decision, `a3`, `d2`.

    box: in points of the page as the file shows it; None where the source has no places. reviewed: a person looked.
    was: what the program had read in the cells that a person corrected.
    """

    key: str
    group: str  # the table; "readings" for words that two readers read differently
    row: Row
    page: int
    box: Box | None
    reviewed: bool = False
    was: Row = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What stands on the page."""
        said: str = self.was.get("text") or self.row.get("text") or self.row.get("first") or ""
        return said


@dataclass(frozen=True, slots=True)
class Record:
    """A document. masked: whether anything in it was masked. hidden: places to paint over, by page.

    private: what the privacy rows of its file name, as kind and first characters. unread: whether part of it could not
    be read, so that nobody knows what is private there; file_unread: part of its file, which may hold other documents.
    unplaced: something private stands at a place that no row tells.
    """

    document: Row
    sha256: str
    kind: str  # of the file, as in `ledger_files`
    places: tuple[tuple[str, str], ...]
    text: str
    points: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    readings: tuple[Fact, ...]
    masked: bool
    hidden: dict[int, tuple[Box, ...]] = field(default_factory=dict)
    private: tuple[tuple[str, str], ...] = ()
    plain: str = ""  # the text before masking; never shown
    unread: bool = False
    file_unread: bool = False
    unplaced: bool = False

    @property
    def document_id(self) -> str:
        return str(self.document["document_id"])

    @property
    def pages(self) -> range:
        """The pages of the file that the document takes."""
        first = self.document["page_first"] or 1
        return range(first, (self.document["page_last"] or first) + 1)

    def group(self, name: str) -> list[Fact]:
        """The facts of one table, in the order of the document."""
        return [fact for fact in self.facts if fact.group == name]

    def everywhere(self) -> Iterator[Fact]:
        """All that has a place."""
        yield from self.points
        yield from self.facts
        yield from self.readings


@contextmanager
def opened(output: Path) -> Iterator[sqlite3.Connection]:
    """The ledger of an output folder, to read from. Raises sqlite3.Error where it cannot be used."""
    address = f"file:{quote(str((output / NAME).absolute()))}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=5)) as db:
        db.row_factory = sqlite3.Row
        yield db


def load(output: Path, document_id: str, unmasked: bool, corrected: Loaded | None = None) -> Record | None:
    """A document by its id; None where there is none. unmasked: show what is private. corrected: what people said of
    the rows, where that is to be shown."""
    with opened(output) as db:
        document = db.execute("SELECT * FROM documents WHERE document_id = ?", (document_id,)).fetchone()
        if document is None:
            return None
        sha256 = document["sha256"]
        tables = {name: _rows(db, name, document_id, sha256) for name in ("decisions", "privacy", *GROUPS)}
        asked = "SELECT * FROM readings WHERE sha256 = ? AND document_id = ?"
        readings = db.execute(asked, (sha256, document_id)).fetchall()
        plain = _one(db, "SELECT text FROM texts WHERE document_id = ?", document_id) or ""
        problems = _one(db, "SELECT problems FROM document_problems WHERE document_id = ?", document_id) or "[]"
        file = db.execute("SELECT kind, problems FROM ledger_files WHERE sha256 = ?", (sha256,)).fetchone()
        asked = "SELECT root, relative FROM ledger_places WHERE sha256 = ? ORDER BY root, relative"
        places = tuple((root, relative) for root, relative in db.execute(asked, (sha256,)))
        whole = db.execute("SELECT DISTINCT kind, text_masked FROM privacy WHERE sha256 = ?", (sha256,)).fetchall()
        asked = "SELECT d.status, COALESCE(p.problems, '[]') FROM documents AS d"
        asked += " LEFT JOIN document_problems AS p USING (document_id)"
        others = db.execute(f"{asked} WHERE d.sha256 = ?", (sha256,)).fetchall()
        boxes = db.execute("SELECT page, box FROM privacy WHERE sha256 = ?", (sha256,)).fetchall()
    private = tuple((kind, masked) for kind, masked in whole)
    mask = None if unmasked else masker([(r["kind"], r["text_masked"]) for r in tables["privacy"]], plain)
    head: Row = {name: document[name] for name in columns("documents")}
    if corrected is not None:
        head = corrected.apply("documents", head) or head
        for name in ("decisions", *GROUPS):
            said = [(row, corrected.apply(name, row)) for row in tables[name]]
            tables[name] = [
                {
                    **changed,
                    "_reviewed": corrected.of(name, str(row[key_column(name)])) is not None,
                    "_was": {column: row[column] for column in changed if changed[column] != row[column]},
                }
                for row, changed in said
                if changed is not None
            ]
    text = mask.mask(plain) if mask else plain
    hidden: dict[int, tuple[Box, ...]] = {}
    for page, box in [] if unmasked else boxes:
        if (place := place_of(box)) is not None:
            hidden[page] = (*hidden.get(page, ()), place)
    of_file = file["problems"] if file else "[]"
    return Record(
        document=_masked(head, mask),
        sha256=sha256,
        kind=file["kind"] if file else "",
        places=places,
        text=text,
        points=tuple(_facts("decisions", tables["decisions"], mask)),
        facts=tuple(fact for name in GROUPS for fact in _facts(name, tables[name], mask)),
        readings=tuple(_readings(readings, mask, hidden)),
        masked=text != plain or bool(hidden),
        hidden=hidden,
        private=() if unmasked else private,
        plain=plain,
        unread=_unread(document["status"], problems, of_file),
        file_unread=any(_unread(status, packed, of_file) for status, packed in others),
        unplaced=mask is not None and _unplaced(mask, plain, tables["privacy"]),
    )


def _rows(db: sqlite3.Connection, table: str, document_id: str, sha256: str) -> list[Row]:
    # by the file's bytes too, because the ledger has an index on them
    names = ", ".join(f'"{name}"' for name in columns(table))
    asked = f'SELECT {names} FROM "{table}" WHERE sha256 = ? AND document_id = ?'
    found = db.execute(asked, (sha256, document_id))
    return sorted((dict(row) for row in found), key=lambda row: _number(row[key_column(table)]))


def _number(key: str) -> int:
    digits = "".join(c for c in key.rpartition(":")[2] if c.isdecimal())
    return int(digits or 0)


def _one(db: sqlite3.Connection, asked: str, value: str) -> Any:
    row = db.execute(asked, (value,)).fetchone()
    return row[0] if row else None


def _unread(status: str, *packed: str) -> bool:
    wrong = {problem["kind"] for problems in packed for problem in _list(problems)}
    return status in ("failed", "skipped") or bool(wrong & {kind.value for kind in UNREAD})


def _list(packed: str) -> list[dict[str, Any]]:
    try:
        return list(json.loads(packed))
    except (ValueError, TypeError):
        return []


def place_of(box: str | None) -> Box | None:
    """A box cell as numbers; None where it is empty or no box."""
    try:
        x0, y0, x1, y1 = (float(part) for part in (box or "").split())
    except ValueError:
        return None
    return (x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None


def _masked(row: Row, mask: Masker | None) -> Row:
    if mask is None:
        return row
    kept = ("document_id", "id", "decision_id", "box", "date", "date_from", "date_to", "municipality_code")
    return {name: mask.mask(v) if isinstance(v, str) and name not in kept else v for name, v in row.items()}


def _facts(table: str, rows: Iterable[Row], mask: Masker | None) -> Iterator[Fact]:
    for row in rows:
        tail = str(row[key_column(table)]).rpartition(":")[2]
        name = f"b{tail}" if table == "decisions" else tail
        reviewed = bool(row.pop("_reviewed", False))
        was = _masked(row.pop("_was", {}), mask)
        yield Fact(name, table, _masked(row, mask), row["page"], place_of(row["box"]), reviewed, was)


def _readings(rows: Iterable[Any], mask: Masker | None, hidden: dict[int, tuple[Box, ...]]) -> Iterator[Fact]:
    """Words with two readings; not those of what is painted over."""
    placed = [(row, place_of(row["box"])) for row in rows]
    order = sorted(placed, key=lambda p: (p[0]["page"], (p[1] or (0, 0, 0, 0))[1], (p[1] or (0, 0, 0, 0))[0]))
    for number, (row, box) in enumerate(order, 1):
        if box is not None and any(_touch(box, other) for other in hidden.get(row["page"], ())):
            continue
        said = _masked({"first": row["first"], "second": row["second"]}, mask)
        yield Fact(f"l{number}", "readings", said, row["page"], box)


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _unplaced(mask: Masker, plain: str, rows: list[Row]) -> bool:
    """Whether the text holds something to mask that no row with a box tells the place of."""
    told = [row["text_masked"] for row in rows if place_of(row["box"]) is not None]
    placed = Counter((masked[:2], len(masked)) for masked in told)
    return bool(Counter((plain[start:end][:2], end - start) for start, end in mask.spans(plain)) - placed)
