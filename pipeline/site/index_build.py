"""The rows of `lupp.sqlite` become `search.sqlite`, some files at a time."""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from pipeline.site import forms
from pipeline.site.columns import Gathered
from pipeline.site.corrections import Loaded
from pipeline.site.index_schema import INDEXES, create
from pipeline.site.index_units import Vocabulary, day, is_certain, normal_number, tokens
from pipeline.site.kinds import kind_of
from pipeline.site.mask import Masker, masker
from pipeline.site.swedish import fold
from pipeline.store.schema import value_type
from pipeline.tables import TABLES, VOCABULARIES, columns

_BATCH = 100  # files
_POINTS = ("proposal", "decision")  # where a memo has one, it is no hit of its own unless words are in its text
_PARTY_TYPES = ("company", "association", "authority", "other")  # that are offered as a facet: no persons
_ACTIONS = {action: n for n, action in enumerate(VOCABULARIES["decisions", "action"])}
_KINDS = {kind: n for n, kind in enumerate(VOCABULARIES["decisions", "kind"])}
_NUMBER_FACETS = ("municipality", "body", "party")
Row = dict[str, Any]

# Columns that hold what stands in the memo, so that something to be masked may stand in them.
_FREE = {
    table: tuple(
        name
        for name in columns(table)
        if value_type(table, name) is str
        and (table, name) not in VOCABULARIES
        and name not in ("document_id", "decision_id", "id", "box", "date", "date_from", "date_to", "text_masked")
        and name not in ("effective_from", "effective_to", "municipality_code", "attached_to", "number")
    )
    for table in TABLES
}


@dataclass(slots=True)
class _Builder:
    db: sqlite3.Connection
    corrected: Loaded
    unmasked: bool
    gathered: Gathered = field(default_factory=Gathered)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    points: int = 0
    memos: int = 0
    pending: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))

    def document(self, rows: dict[str, list[Row]], text: str, readings: list[tuple[Any, ...]]) -> None:
        """Everything of one memo."""
        document_id = rows["documents"][0]["document_id"]
        mask = None if self.unmasked else _masker(rows, text)
        kept = {table: list(self._corrected(table, rows[table])) for table in TABLES}
        if not kept["documents"]:
            return
        if mask is not None:
            text = mask.mask(text)
            readings = [(*r[:3], mask.mask(r[3]), mask.mask(r[4])) for r in readings]
            for table, its in kept.items():
                for row in its:
                    _mask_row(mask, table, row)
        for table, its in kept.items():
            self.pending[table].extend(tuple(row.values()) for row in its)
        self.pending["texts"].append((document_id, text))
        self.pending["readings"].extend(readings)
        self._units(kept, text)

    def _corrected(self, table: str, rows: list[Row]) -> Iterator[Row]:
        for row in rows:
            changed = self.corrected.apply(table, row)
            if changed is not None:
                yield changed

    def _units(self, rows: dict[str, list[Row]], text: str) -> None:
        document = rows["documents"][0]
        if document["status"] in ("failed", "skipped") and not text:
            return
        self.memos += 1
        minutes = document["document_type"] == "minutes"
        sums: dict[str | None, float] = {}
        for amount in rows["amounts"]:
            if amount["amount_sek"] is not None and amount["per"] in (None, "", "år"):  # 85 kr per m² is no sum
                key = amount["decision_id"]
                sums[key] = max(sums.get(key, 0.0), float(amount["amount_sek"]))
        shared = (
            self.gathered.number("municipality", document["municipality"]),
            int((document["date"] or "0")[:4]) if (document["date"] or "0")[:4].isdigit() else 0,
        )
        pointed = False
        for decision in rows["decisions"]:
            if decision["kind"] in _KINDS:
                pointed = pointed or decision["kind"] in _POINTS
                self._point(decision, document, minutes, sums.get(decision["decision_id"]), shared[0])
        names = [document[n] for n in ("municipality", "administration", "addressee", "author")]
        names += [party["name"] for party in rows["parties"]] + [party["text"] for party in rows["parties"]]
        named = "\n".join(dict.fromkeys(name for name in names if name))
        self.pending["search_memos"].append(
            (self.memos, tokens((("title", document["title"]), ("name", named), ("text", text)), self.vocabulary))
        )
        self.pending["search_memo_words"].append((self.memos, document["title"] or "", named, text))
        self.pending["search_memo_ids"].append((self.memos, document["document_id"]))
        self._append(
            self.gathered.memos, shared, document["addressee"], day(document["date"]), "", "", None,
            document["status"] == "ok",
        )  # fmt: skip
        self.gathered.memos["minutes"].append(int(minutes))
        self.gathered.memos["pointed"].append(int(pointed))
        self.gathered.memos["form"].append(self.memos - 1)
        if document["diarienummer"]:
            self.pending["search_numbers"].append((normal_number(document["diarienummer"]), 0, self.memos))
        parties = {p["name"] for p in rows["parties"] if p["type"] in _PARTY_TYPES and p["name"]}
        for number in sorted(self.gathered.number("party", name) for name in parties):
            self.gathered.other["party_memo"].append(self.memos - 1)
            self.gathered.other["party_value"].append(number)

    def _point(self, decision: Row, document: Row, minutes: bool, amount: float | None, municipality: int) -> None:
        self.points += 1
        own_title = decision["title"] if minutes or decision["title"] != document["title"] else None
        # in minutes only the place and the body are every point's, other names belong to other matters
        names = f"{document['municipality'] or ''}\n{decision['body'] or ''}" if minutes else None
        places = (("word", decision["text"]), ("word", decision["assignee"]), ("title", own_title), ("name", names))
        self.pending["search_points"].append((self.points, tokens(places, self.vocabulary)))
        self.pending["search_point_words"].append((self.points, decision["text"] or "", own_title or ""))
        self.pending["search_point_ids"].append((self.points, decision["decision_id"], amount))
        earlier = decision["kind"] == "earlier"  # has its own body and date, or none that is known
        stated = decision["date"] if earlier else document["date"]
        year = int(stated[:4]) if (stated or "")[:4].isdigit() else 0
        self._append(
            self.gathered.points, (municipality, year),
            decision["body"] if earlier else decision["body"] or document["addressee"],
            day(decision["date"] if earlier or (decision["kind"] == "decision" and decision["date"]) else stated),
            decision["action"], kind_of(decision), amount, is_certain(decision),
        )  # fmt: skip
        number = decision["diarienummer"] or document["diarienummer"]
        if number and (minutes or number != document["diarienummer"]):
            self.pending["search_numbers"].append((normal_number(number), self.points, self.memos))

    def _append(
        self, to: dict[str, Any], shared: tuple[int, int], body: str | None, date: int, action: str, kind: str,
        amount: float | None, certain: bool,
    ) -> None:  # fmt: skip
        to["municipality"].append(shared[0])
        to["year"].append(shared[1] or (date // 10_000))
        to["body"].append(self.gathered.number("body", body))
        to["date"].append(date)
        to["action"].append(_ACTIONS.get(action, -1))
        to["kind"].append(_KINDS.get(kind, -1))
        to["amount"].append(float("nan") if amount is None else amount)
        to["certain"].append(int(certain))
        to["memo"].append(self.memos - 1)

    def write(self) -> None:
        """What was gathered since the last time."""
        for table, rows in self.pending.items():
            if table in ("search_points", "search_memos"):
                self.db.executemany(f"INSERT INTO {table} (rowid, tokens) VALUES (?, ?)", rows)
            elif table == "search_point_words":
                self.db.executemany("INSERT INTO search_point_words (rowid, words, title) VALUES (?, ?, ?)", rows)
            elif table == "search_memo_words":
                self.db.executemany(
                    "INSERT INTO search_memo_words (rowid, title, names, text) VALUES (?, ?, ?, ?)", rows
                )
            elif rows:
                marks = ", ".join("?" * len(rows[0]))
                self.db.executemany(f'INSERT OR IGNORE INTO "{table}" VALUES ({marks})', rows)
        self.pending.clear()


def build(
    source: sqlite3.Connection, path: Path, corrected: Loaded, built: str, unmasked: bool,
    report: Callable[[str, int, int], None],
) -> None:  # fmt: skip
    """Write a new index to `path`. built: what it is made from, to know it by."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"
            + create()
        )
        builder = _Builder(db, corrected, unmasked)
        done, whole = 0, source.execute("SELECT count(*) FROM ledger_files").fetchone()[0]
        db.execute("BEGIN")
        for shas in _batches(source):
            for rows, text, readings in _documents(source, shas[0], shas[-1]):
                builder.document(rows, text, readings)
            builder.write()
            done += len(shas)
            report("index", done, whole)
        report("finish", 0, 0)
        for memo, first in forms.write(db).items():
            builder.gathered.memos["form"][memo - 1] = first - 1
        builder.gathered.write(db)
        for facet in _NUMBER_FACETS:
            values = builder.gathered.values[facet]
            db.executemany(
                "INSERT INTO search_values VALUES (?, ?, ?, ?)", [(facet, n, v, fold(v)) for v, n in values.items()]
            )
        db.executemany("INSERT INTO search_stems VALUES (?, ?, ?, ?, ?)", builder.vocabulary.stems())
        db.executemany("INSERT INTO search_words VALUES (?, ?, ?, ?, ?, ?)", builder.vocabulary.words())
        for table in ("search_points", "search_memos", "search_point_words", "search_memo_words"):
            db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        meta = {"built": built, "masked": str(not unmasked).lower(), "points": builder.points, "memos": builder.memos}
        db.executemany("INSERT INTO search_meta VALUES (?, ?)", [(k, str(v)) for k, v in meta.items()])
        db.execute("COMMIT")
        db.executescript(INDEXES + "ANALYZE;")
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())


def _batches(source: sqlite3.Connection) -> Iterator[list[str]]:
    """SHA-256 of the files, in order, some at a time."""
    last = ""
    while True:
        shas = [
            row[0]
            for row in source.execute(
                "SELECT sha256 FROM ledger_files WHERE sha256 > ? ORDER BY sha256 LIMIT ?", (last, _BATCH)
            )
        ]
        if not shas:
            return
        yield shas
        last = shas[-1]


def _documents(
    source: sqlite3.Connection, first: str, last: str
) -> Iterator[tuple[dict[str, list[Row]], str, list[tuple[Any, ...]]]]:
    """Each document of some files: its rows by table, its text, its readings."""
    by_document: dict[str, dict[str, list[Row]]] = {}
    for table, row_type in TABLES.items():
        names = [f.name for f in fields(row_type)]
        listed = ", ".join(f'"{name}"' for name in names)
        query = f'SELECT {listed} FROM "{table}" WHERE sha256 BETWEEN ? AND ? ORDER BY sha256, rowid'
        for values in source.execute(query, (first, last)):
            row = dict(zip(names, values, strict=True))
            if table == "documents":
                by_document[row["document_id"]] = {name: [] for name in TABLES}
            if row["document_id"] in by_document:
                by_document[row["document_id"]][table].append(row)
    readings: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    query = 'SELECT document_id, page, box, "first", second FROM readings WHERE sha256 BETWEEN ? AND ?'
    for reading in source.execute(query, (first, last)):
        readings[reading[0]].append(reading)
    for document_id, rows in sorted(by_document.items()):
        row = source.execute("SELECT text FROM texts WHERE document_id = ?", (document_id,)).fetchone()
        yield rows, row[0] if row else "", readings[document_id]


def _masker(rows: dict[str, list[Row]], text: str) -> Masker:
    return masker([(row["kind"], row["text_masked"]) for row in rows["privacy"]], text)


def _mask_row(mask: Masker, table: str, row: Row) -> None:
    for name in _FREE[table]:
        if row[name]:
            row[name] = mask.mask(row[name])
