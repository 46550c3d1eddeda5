"""The run's ledger and rows in `lupp.sqlite`: one transaction a file, so that a run may stop at any moment."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from pipeline.errors import Kind, Level, Problem, Stage
from pipeline.store.schema import create, to_sql
from pipeline.tables import TABLES, MemoRows, Row

NAME = "lupp.sqlite"
_LEDGER_TABLES = ("ledger_files", "ledger_places", "texts", "document_problems", "readings")


class LedgerError(Exception):
    """The database cannot be used; args: what SQLite said."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file: its memos' rows with each memo's problems, and the problems of the file itself.

    readings: document_id, page, box, first and second reading of each word on which two readers differ.
    """

    sha256: str
    kind: str
    pages: int
    problems: tuple[Problem, ...]
    memos: tuple[tuple[MemoRows, tuple[Problem, ...]], ...]
    readings: tuple[tuple[str, int, str, str, str], ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the file is to be tried again at the next run."""
        every = [*self.problems, *(p for _, problems in self.memos for p in problems)]
        again = (Kind.PAGE_FAILED, Kind.OCR_FAILED, Kind.OCR_MISSING)
        return any(p.level is Level.FAILED or p.kind in again for p in every)


def pack(problems: Iterable[Problem]) -> str:
    """Problems as JSON."""
    return json.dumps([asdict(p) for p in sorted(set(problems), key=repr)], ensure_ascii=False, sort_keys=True)


def unpack(text: str) -> tuple[Problem, ...]:
    """Problems from JSON."""
    return tuple(Problem(Stage(p["stage"]), Kind(p["kind"]), p["page"], p["detail"]) for p in json.loads(text))


def _storable(value: object) -> object:
    """Half a surrogate pair cannot be stored."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


class Ledger:
    """`lupp.sqlite` in an output folder. Use it in one process only, and close it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        try:
            self.db = sqlite3.connect(self.path, isolation_level=None)
            self.db.execute("PRAGMA journal_mode = DELETE")
            self.db.execute("PRAGMA synchronous = FULL")
            self._forget_other_columns()
            self.db.executescript(create())
            self.db.execute("SELECT count(*) FROM documents").fetchone()
        except sqlite3.DatabaseError as error:
            raise LedgerError(str(error)) from error

    def _forget_other_columns(self) -> None:
        """Tables of a version with other columns are dropped; every file is then read again. Places are kept."""
        for table, row in TABLES.items():
            there = [name for _, name, *_ in self.db.execute(f'PRAGMA table_info("{table}")')]
            if there and there != [*(f.name for f in fields(row)), "sha256"]:
                for old in (*TABLES, "texts", "readings", "document_problems", "ledger_files"):
                    self.db.execute(f'DROP TABLE IF EXISTS "{old}"')
                return

    def close(self) -> None:
        self.db.close()

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All or nothing."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def done(self, version: str) -> set[str]:
        """SHA-256 of the files that this version of the program has read and that need not be tried again."""
        rows = self.db.execute(
            "SELECT sha256 FROM ledger_files WHERE version = ? AND status NOT IN ('failed', 'retry')", (version,)
        )
        return {row[0] for row in rows}

    def known(self) -> set[str]:
        """SHA-256 of every file in the ledger."""
        return {row[0] for row in self.db.execute("SELECT sha256 FROM ledger_files")}

    def put(self, result: FileResult, version: str) -> None:
        """Replace everything that is known of a file."""
        if any(p.level is Level.SKIPPED for p in result.problems):
            status = "skipped"
        elif any(p.level is Level.FAILED for p in result.problems):
            status = "failed"
        else:
            status = "retry" if result.failed else "ok"
        with self.atomic():
            self._drop(result.sha256)
            self.db.execute(
                "INSERT INTO ledger_files VALUES (?, ?, ?, ?, ?, ?)",
                (result.sha256, version, result.kind, result.pages, status, pack(result.problems)),
            )
            self.db.executemany(
                "INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?)",
                [(*map(_storable, reading), result.sha256) for reading in result.readings],
            )
            for memo, problems in result.memos:
                self._insert("documents", [memo.document], result.sha256)
                for table in TABLES:
                    if table != "documents":
                        self._insert(table, getattr(memo, table), result.sha256)
                document_id = memo.document.document_id
                text = memo.text.encode("utf-8", "replace").decode("utf-8")
                self.db.execute("INSERT INTO texts VALUES (?, ?, ?)", (document_id, result.sha256, text))
                self.db.execute("INSERT INTO document_problems VALUES (?, ?)", (document_id, pack(problems)))

    def _insert(self, table: str, rows: Iterable[Row], sha256: str) -> None:
        marks = ", ".join("?" * (len(fields(TABLES[table])) + 1))
        self.db.executemany(f'INSERT INTO "{table}" VALUES ({marks})', [[*to_sql(row), sha256] for row in rows])

    def _drop(self, sha256: str) -> None:
        self.db.execute(
            "DELETE FROM document_problems WHERE document_id IN (SELECT document_id FROM documents WHERE sha256 = ?)",
            (sha256,),
        )
        for table in (*TABLES, "texts", "readings", "ledger_files"):
            self.db.execute(f'DELETE FROM "{table}" WHERE sha256 = ?', (sha256,))

    def places(self) -> dict[tuple[str, str], str]:
        """Where the known bytes lie: (root, relative) → SHA-256."""
        return {(r, p): s for r, p, s in self.db.execute("SELECT root, relative, sha256 FROM ledger_places")}

    def set_places(self, places: dict[tuple[str, str], str]) -> None:
        """Replace all places, and forget files that lie nowhere any more."""
        with self.atomic():
            self.db.execute("DELETE FROM ledger_places")
            self.db.executemany(
                "INSERT INTO ledger_places VALUES (?, ?, ?)", [(r, p, s) for (r, p), s in places.items()]
            )
            for sha256 in self.known() - set(places.values()):
                self._drop(sha256)

    def rows(self, table: str, order: str) -> list[tuple[Any, ...]]:
        """All rows of a table of the contract, without `sha256`."""
        names = ", ".join(f'"{f.name}"' for f in fields(TABLES[table]))
        return self.db.execute(f'SELECT {names} FROM "{table}" ORDER BY {order}').fetchall()

    def rewrite(self) -> None:
        """Write the database anew in one fixed order, so that its bytes don't tell in which order files were read."""
        fresh = self.path.with_suffix(".sqlite.new")
        fresh.unlink(missing_ok=True)
        copy = sqlite3.connect(fresh, isolation_level=None)
        try:
            copy.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + create())
            copy.execute("BEGIN")
            for table in (*TABLES, *_LEDGER_TABLES):
                cursor = self.db.execute(f'SELECT * FROM "{table}"')
                marks = ", ".join("?" * len(cursor.description))
                copy.executemany(f'INSERT INTO "{table}" VALUES ({marks})', sorted(cursor.fetchall(), key=repr))
            copy.execute("COMMIT")
            copy.execute("VACUUM")
        finally:
            copy.close()
        self.close()
        with fresh.open("rb+") as handle:
            os.fsync(handle.fileno())
        os.replace(fresh, self.path)
        self.db = sqlite3.connect(self.path, isolation_level=None)
