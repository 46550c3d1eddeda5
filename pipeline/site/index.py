"""`search.sqlite`: the only database that the site serves, made from `lupp.sqlite`.

It holds the tables of the contract with what must be masked masked and what people corrected corrected, the texts, the
readings, and what the search needs. It is made anew when anything that it rests on has changed.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from urllib.parse import quote

from pipeline.resources import program_version
from pipeline.site import corrections
from pipeline.site.index_build import build
from pipeline.site.index_schema import INDEX_VERSION
from pipeline.store.ledger import NAME as LEDGER
from pipeline.tables import TABLES

NAME, UNMASKED_NAME = "search.sqlite", "search-unmasked.sqlite"
Report = Callable[[str, int, int], None]


class SearchIndexError(Exception):
    """The index cannot be made; args: key of a message (`no_ledger`, `other_columns`, `damaged`,
    `unwritable`), path, detail."""


def ensure_index(output: Path, *, unmasked: bool = False, report: Report | None = None) -> Path:
    """The path of `search.sqlite` (unmasked: `search-unmasked.sqlite`) in a run's output folder, made where needed.

    report: called with the step's name (`index`, `finish`), how many files are done, and how many there are. A new
    index takes the old one's place in one step, so that a page that is being served never sees half of one. Raises
    SearchIndexError, and OSError where the disk is full or fails.
    """
    ledger = output / LEDGER
    path = output / (UNMASKED_NAME if unmasked else NAME)
    if not ledger.is_file():
        raise SearchIndexError("no_ledger", str(ledger), "")
    try:
        with closing(_read_only(ledger)) as source:
            _check(source, ledger)
            built = fingerprint(source, output, unmasked)
            if _built(path) == built:
                return path
            fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
            try:
                build(source, fresh, corrections.load(output), built, unmasked, report or (lambda *_: None))
                os.replace(fresh, path)
            finally:
                fresh.unlink(missing_ok=True)
    except PermissionError as error:
        raise SearchIndexError("unwritable", str(output), "") from error
    except (sqlite3.DatabaseError, corrections.CorrectionsError) as error:
        if isinstance(error, sqlite3.OperationalError) and not os.access(output, os.W_OK):
            raise SearchIndexError("unwritable", str(output), "") from error  # it must lay its notes beside the ledger
        raise SearchIndexError("damaged", str(ledger), str(error)) from error
    return path


def fingerprint(source: sqlite3.Connection, output: Path, unmasked: bool) -> str:
    """Changes when the rows, the program, the index's form or what people corrected changes."""
    digest = hashlib.sha256()
    parts = [INDEX_VERSION, program_version(), corrections.fingerprint(output), unmasked]
    digest.update(json.dumps(parts).encode())
    for query in (
        "SELECT sha256, version, status FROM ledger_files ORDER BY sha256",
        "SELECT document_id, source, status, message, also_at, attached_to FROM documents ORDER BY document_id",
    ):
        for row in source.execute(query):
            digest.update(repr(row).encode("utf-8", "replace"))
    return digest.hexdigest()


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)


def _check(source: sqlite3.Connection, path: Path) -> None:
    """Raises SearchIndexError where the ledger is another version's."""
    for table, row in TABLES.items():
        there = [name for _, name, *_ in source.execute(f'PRAGMA table_info("{table}")')]
        if there != [*(f.name for f in fields(row)), "sha256"]:
            raise SearchIndexError("other_columns", str(path), table)


def _built(path: Path) -> str | None:
    """What an index was built from; None where there is none that can be used."""
    if not path.is_file():
        return None
    try:
        with closing(_read_only(path)) as db:
            row = db.execute("SELECT value FROM search_meta WHERE key = 'built'").fetchone()
            return row[0] if row else None
    except sqlite3.DatabaseError:
        return None
