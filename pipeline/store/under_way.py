"""Whether a run writes in an output folder, or was stopped before it could write the tables: asked from outside it."""

import fcntl
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from pipeline.store.ledger import NAME

LOCK = ".lock"
LAST_WRITTEN = "datapackage.json"  # of a run's tables
WAIT = 0.2  # seconds for the database

State = Literal["done", "running", "stopped"]


def state(folder: Path) -> State:
    """running: a run has the folder now. stopped: none has, and the last one has not put in order what it read.

    A run puts its files' places in the database when all have been read, and then writes the tables. A folder that
    cannot be asked is taken for done.
    """
    if _is_locked(folder / LOCK):
        return "running"
    if not (folder / LAST_WRITTEN).is_file():
        return "stopped"
    try:
        with closing(
            sqlite3.connect(f"file:{quote(str((folder / NAME).absolute()))}?mode=ro", uri=True, timeout=WAIT)
        ) as db:
            asked = "SELECT 1 FROM ledger_files WHERE sha256 NOT IN (SELECT sha256 FROM ledger_places) LIMIT 1"
            return "stopped" if db.execute(asked).fetchone() else "done"
    except sqlite3.Error:
        return "done"


def _is_locked(path: Path) -> bool:
    """Whether somebody else holds the lock. It is taken only for this moment, and shared with whoever else asks."""
    try:
        with path.open("rb") as handle:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
