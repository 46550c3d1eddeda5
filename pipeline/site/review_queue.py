"""What a person should look at, worst first: rows that are probably wrong, digits that one reader alone saw, documents
that lack something."""

import sqlite3
import threading
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.errors import Kind, Level
from pipeline.site import corrections
from pipeline.site.corrections import EDITABLE, NAME, Loaded, key_column, read_only
from pipeline.store.ledger import NAME as LEDGER
from pipeline.store.ledger import unpack
from pipeline.verdict import UNSURE

Doubt = Literal["unsure", "unconfirmed", "document"]
DOUBTS: tuple[Doubt, ...] = ("document", "unsure", "unconfirmed")
_ROWS = tuple(table for table in EDITABLE if table != "documents")
# where a document stands among rows, by their confidence: one that lacks something, and one of which something was read
# that is unsure, after the rows that are more so
_LACKING, _DOUBTFUL = 0.3, UNSURE
_LACKS = frozenset(
    {
        *(Kind.NO_MUNICIPALITY, Kind.NO_DATE, Kind.NO_TITLE, Kind.NO_POINTS),
        *(Kind.PAGE_FAILED, Kind.OCR_FAILED, Kind.OCR_MISSING, Kind.UNREAD_NUMBERS),
        Kind.NUMBERS_LEFT_OUT,
    }
)
_TOLD_BY_ROWS = (Kind.UNSURE_ROWS, Kind.UNCONFIRMED, Kind.TEXT_ONLY, Kind.LETTERS_RESTORED)


@dataclass(frozen=True, slots=True)
class Item:
    """A row to look at. weight: the lower, the worse."""

    table: str
    key: str
    document_id: str
    doubt: Doubt
    weight: float


@dataclass(frozen=True, slots=True)
class Queue:
    """items: worst first, without those that a person has seen to. seen: how many were seen to."""

    items: tuple[Item, ...]
    seen: int
    loaded: Loaded

    def chosen(self, table: str = "", doubt: str = "") -> list[Item]:
        """The items of one table, or with one kind of doubt; all where nothing is chosen."""
        return [i for i in self.items if (not table or i.table == table) and (not doubt or i.doubt == doubt)]

    def counts(self) -> Counter[tuple[str, str]]:
        """How many items there are by table and doubt."""
        return Counter((item.table, item.doubt) for item in self.items)


class Queues:
    """The queue of an output folder, made anew when a run or a person has changed something. For any thread."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self._lock = threading.Lock()
        self._items: tuple[Item, ...] = ()
        self._items_at: object = None
        self._queue: Queue | None = None
        self._queue_at: object = None

    def now(self) -> Queue:
        """Raises sqlite3.Error or corrections.CorrectionsError."""
        with self._lock:
            ledger, said = _stamp(self.output / LEDGER), _stamp(self.output / NAME)
            if self._items_at != ledger:
                with closing(read_only(self.output)) as db:
                    self._items = tuple(sorted(uncertain(db), key=lambda i: (i.weight, i.document_id, i.table, i.key)))
                self._items_at = ledger
            if self._queue is None or self._queue_at != (ledger, said):
                loaded = corrections.load(self.output)
                left = tuple(item for item in self._items if loaded.of(item.table, item.key) is None)
                self._queue = Queue(left, len(self._items) - len(left), loaded)
                self._queue_at = (ledger, said)
            return self._queue


def _stamp(path: Path) -> object:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def uncertain(db: sqlite3.Connection) -> list[Item]:
    """Every row of `lupp.sqlite` that a person should look at.

    Digits of old OCR text without pictures can't be confirmed by looking, so that alone puts no row here.
    """
    items: list[Item] = []
    for table in _ROWS:
        key = key_column(table)
        for row, document_id, confidence, confirmed, source in db.execute(
            f'SELECT r."{key}", r.document_id, r.confidence, r.confirmed, d.text_source'
            f' FROM "{table}" r JOIN documents d USING (document_id) WHERE r.confidence < ? OR r.confirmed = 0',
            (UNSURE,),
        ):
            if confidence < UNSURE:
                items.append(Item(table, row, document_id, "unsure", confidence))
            elif not confirmed and source != "text":
                items.append(Item(table, row, document_id, "unconfirmed", confidence))
    for document_id, packed in db.execute(
        "SELECT document_id, problems FROM documents JOIN document_problems USING (document_id) WHERE status = 'review'"
    ):
        if doubts := doubts_of(packed):
            weight = _LACKING if _LACKS.intersection(doubts) else _DOUBTFUL
            items.append(Item("documents", document_id, document_id, "document", weight))
    return items


def doubts_of(packed: str) -> list[Kind]:
    """What a document as a whole should be looked at for, besides its rows. packed: its problems in the ledger."""
    return [p.kind for p in unpack(packed) if p.level is Level.REVIEW and p.kind not in _TOLD_BY_ROWS]
