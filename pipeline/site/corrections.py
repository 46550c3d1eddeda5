"""What people say of the program's rows, kept beside the extraction in `corrections.sqlite`, never in `lupp.sqlite`.

A correction names its row by table and key, and keeps what the row said then. Documents are named by their bytes, so a
correction outlives a new run; the running numbers of rows may move, so a row is found again by what it says too. One
that fits no row any more is stale: it is shown, and does nothing. What was said is never deleted, an undone one is
marked. Every value is text, as in the CSV tables.
"""

import csv
import hashlib
import io
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from pipeline.store.ledger import NAME as LEDGER
from pipeline.store.schema import to_text, value_type
from pipeline.tables import TABLES, columns

NAME = "corrections.sqlite"
Act = Literal["accept", "correct", "remove"]
Cells = dict[str, str]
RowKey = tuple[str, str]  # table and key

EDITABLE: dict[str, tuple[str, ...]] = {
    "documents": ("title", "municipality", "administration", "addressee", "diarienummer", "date", "author",
                  "document_type"),
    "decisions": ("text", "kind", "action", "body", "assignee", "number", "date", "paragraph", "effective_from",
                  "effective_to"),
    "dates": ("date_from", "date_to", "role"),
    "amounts": ("value", "unit", "per", "role"),
    "parties": ("name", "type", "role"),
    "references": ("text", "kind"),
}  # fmt: skip
IN_KRONOR = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000, "mdkr": 1_000_000_000}
CSV_HEADER = ("id", "at", "who", "act", "table", "row", "document_id", "column", "old", "new", "state")

_SCHEMA = """
CREATE TABLE IF NOT EXISTS corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL,
    "table" TEXT NOT NULL, row TEXT NOT NULL, document_id TEXT NOT NULL, "column" TEXT NOT NULL,
    old TEXT NOT NULL, new TEXT NOT NULL, said TEXT NOT NULL, undone_at TEXT, undone_by TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS corrections_row ON corrections ("table", row);
"""


def key_column(table: str) -> str:
    """The column that names a table's rows."""
    return {"documents": "document_id", "decisions": "decision_id"}.get(table, "id")


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a person said. said: the row's cells as they were then. column, old and new only for `correct`."""

    id: int
    at: str
    who: str
    act: Act
    table: str
    row: str
    document_id: str
    column: str
    old: str
    new: str
    undone_at: str | None
    said: Cells

    def fits(self, rows: Mapping[str, Cells]) -> str | None:
        """The key of the row of its document's table that it is about now, None where it is stale."""
        there = rows.get(self.row)
        if there is not None and self._is(there):
            return self.row
        alike = [key for key, cells in rows.items() if self._is(cells) and cells.get("page") == self.said.get("page")]
        return alike[0] if len(alike) == 1 else None

    def _is(self, cells: Cells) -> bool:
        if self.act == "correct":
            telling = tuple(name for name in ("text",) if name in cells)
            return cells[self.column] == self.old and all(cells[name] == self.said.get(name) for name in telling)
        telling = tuple(name for name in ("text", *EDITABLE[self.table]) if name in cells)
        return all(cells[name] == self.said.get(name, "") for name in telling)

    def agrees(self, rows: Mapping[str, Cells]) -> bool:
        """Whether the program reads by itself now what the person corrected."""
        return self.act == "correct" and self.row in rows and rows[self.row][self.column] == self.new


class CorrectionsError(Exception):
    """The file cannot be used; args: what SQLite said."""


class Corrections:
    """`corrections.sqlite` in an output folder. Each call opens it anew, so that any thread may use it."""

    def __init__(self, output: Path) -> None:
        self.path = output / NAME

    @contextmanager
    def _open(self, write: bool = False) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=10)) as db, db:
                if write:
                    db.execute("PRAGMA synchronous = FULL")
                db.executescript(_SCHEMA)
                yield db
        except sqlite3.DatabaseError as error:
            raise CorrectionsError(str(error)) from error

    def add(self, act: Act, table: str, row: str, said: Cells, who: str, column: str = "", new: str = "") -> int:
        """Note what a person says of a row; said: its cells as extracted. Returns the correction's number."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        old = said[column] if column else ""
        values = (now, who, act, table, row, said["document_id"], column, old, new)
        with self._open(write=True) as db:
            if act == "correct":  # the last word on a cell stands
                db.execute(
                    'UPDATE corrections SET undone_at = ?, undone_by = ? WHERE "table" = ? AND row = ? AND "column" = ?'
                    " AND act = 'correct' AND undone_at IS NULL",
                    (now, who, table, row, column),
                )
            made = db.execute(
                'INSERT INTO corrections (at, who, act, "table", row, document_id, "column", old, new, said)'
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, json.dumps(said, ensure_ascii=False, sort_keys=True)),
            )
        return int(made.lastrowid or 0)

    def undo(self, table: str, row: str, who: str) -> int:
        """Take back everything that was said of a row; returns how much that was."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open(write=True) as db:
            done = db.execute(
                'UPDATE corrections SET undone_at = ?, undone_by = ? WHERE "table" = ? AND row = ?'
                " AND undone_at IS NULL",
                (now, who, table, row),
            )
        return done.rowcount

    def all(self, undone: bool = False) -> list[Correction]:
        """Everything that was said, in order; undone: also what was taken back."""
        if not self.path.exists():
            return []
        with self._open() as db:
            rows = db.execute(
                'SELECT id, at, who, act, "table", row, document_id, "column", old, new, undone_at, said'
                " FROM corrections" + ("" if undone else " WHERE undone_at IS NULL") + " ORDER BY id"
            ).fetchall()
        made = (Correction(*cells) for cells in ((*row[:-1], json.loads(row[-1])) for row in rows))
        return [correction for correction in made if correction.table in EDITABLE]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What people said of one row. values: column and corrected cell. removed: there is no such fact."""

    values: Cells
    removed: bool
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """Corrections held against what is extracted now."""

    rows: dict[RowKey, Reviewed]
    stale: tuple[Correction, ...]
    states: dict[int, str]  # by the correction's number: `valid`, `stale`, or `agreed` where the program now agrees

    def of(self, table: str, key: str) -> Reviewed | None:
        """What people said of a row, None where nothing."""
        return self.rows.get((table, key))

    def apply(self, table: str, row: Mapping[str, Any]) -> dict[str, Any] | None:
        """A row of `lupp.sqlite` with what people corrected, confidence 1 where they looked; None where it is no fact.

        row: column and value, as SQLite gives them.
        """
        said = self.of(table, str(row[key_column(table)]))
        if said is None:
            return dict(row)
        if said.removed:
            return None
        changed = dict(row)
        for column, cell in said.values.items():
            changed[column] = _typed(table, column, cell)
        if table == "amounts" and {"value", "unit"} & said.values.keys():
            factor = IN_KRONOR.get(str(changed["unit"]))
            sum_ = None if factor is None else float(Decimal(repr(changed["value"])) * factor)
            changed["amount_sek"] = sum_
        if "confidence" in changed:
            changed["confidence"] = 1.0
            changed["confirmed"] = None if changed["confirmed"] is None else 1
        return changed


def _typed(table: str, column: str, cell: str) -> str | int | float | None:
    kind = value_type(table, column)
    if cell == "":
        return None
    if kind in (float, Decimal):
        return float(cell)
    return int(cell) if kind is int else cell


def load(output: Path) -> Loaded:
    """What people said of the rows in an output folder, as it fits what is extracted now. Raises CorrectionsError."""
    said = Corrections(output).all()
    rows: dict[RowKey, Reviewed] = {}
    states: dict[int, str] = {}
    now = extracted(output, {(c.table, c.document_id) for c in said})
    for correction in said:
        there = now.get((correction.table, correction.document_id), {})
        agreed = correction.agrees(there)
        key = correction.row if agreed else correction.fits(there)
        states[correction.id] = "agreed" if agreed else "valid" if key is not None else "stale"
        if key is None:
            continue
        before = rows.get((correction.table, key))
        values = dict(before.values) if before else {}
        if correction.act == "correct" and not agreed:
            values[correction.column] = correction.new
        removed = correction.act == "remove" or (before is not None and before.removed)
        rows[correction.table, key] = Reviewed(values, removed, correction.who, correction.at)
    return Loaded(rows, tuple(c for c in said if states[c.id] == "stale"), states)


def extracted(output: Path, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], dict[str, Cells]]:
    """The rows of (table, document) as text cells, by key, from `lupp.sqlite`, which is only read."""
    found: dict[tuple[str, str], dict[str, Cells]] = {}
    with closing(read_only(output)) as db:
        for table, document_id in wanted:
            found[table, document_id] = {cells[key_column(table)]: cells for cells in cells_of(db, table, document_id)}
    return found


def read_only(output: Path) -> sqlite3.Connection:
    """`lupp.sqlite`, only to read."""
    return sqlite3.connect(f"file:{quote(str((output / LEDGER).absolute()))}?mode=ro", uri=True)


def cells_of(db: sqlite3.Connection, table: str, document_id: str) -> list[Cells]:
    """The rows of one document in a table of `lupp.sqlite` as text cells."""
    names = columns(table)
    listed = ", ".join(f'"{name}"' for name in names)
    kinds = [value_type(table, name) for name in names]
    return [
        {name: to_text(value, kind) for name, value, kind in zip(names, row, kinds, strict=True)}
        for row in db.execute(
            f'SELECT {listed} FROM "{table}" WHERE document_id = ?'
            " AND sha256 = (SELECT sha256 FROM documents WHERE document_id = ?)",  # there is an index on it
            (document_id, document_id),
        )
    ]


def fingerprint(output: Path) -> str:
    """Changes when what people said changes: an index made before it is out of date."""
    said = [(c.id, c.table, c.row, c.column, c.new) for c in Corrections(output).all()]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16] if said else ""


def as_csv(said: Iterable[Correction], states: Mapping[int, str]) -> str:
    """What people said as a table; states as in `Loaded`."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(CSV_HEADER)
    for c in said:
        cells = (c.id, c.at, c.who, c.act, c.table, c.row, c.document_id, c.column, c.old, c.new, states.get(c.id, ""))
        writer.writerow([_safe_cell(str(cell)) for cell in cells])
    return sink.getvalue()


def _safe_cell(cell: str) -> str:
    """A cell that a spreadsheet takes for a formula gets a leading apostrophe; a plain negative number stays."""
    if cell[:1] in ("=", "@", "\t", "\r") or (cell[:1] in "+-" and not cell[1:].replace(".", "").isdigit()):
        return "'" + cell if cell else cell
    return cell


assert EDITABLE.keys() <= TABLES.keys()
