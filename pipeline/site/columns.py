"""What every search needs to know of every hit, as arrays in memory: facets of a million hits in milliseconds.

A *unit* is what may be a hit: first all points (rows of `decisions`), then all memos, in
the order of their numbers in `search_points` and `search_memos` (from 1). The arrays lie as blobs in `search_columns`
and are read once for each version of the index.
"""

import sqlite3
import threading
from array import array
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.resources import table

Ints = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.floating[Any]]
Bools = npt.NDArray[np.bool_]

# name → type code of array(); those of units have a value for each unit
UNIT_COLUMNS = {
    "municipality": "i", "body": "i", "year": "h", "date": "i", "action": "b", "kind": "b", "amount": "d",
    "certain": "b", "memo": "i",
}  # fmt: skip
MEMO_COLUMNS = {"minutes": "b", "pointed": "b", "form": "i"}
OTHER_COLUMNS = {"party_memo": "i", "party_value": "i"}
NUMPY = {"i": np.int32, "h": np.int16, "b": np.int8, "d": np.float64}


@dataclass(frozen=True, slots=True)
class AmountRange:
    """A range of sums in kronor, least included, most not."""

    key: str
    least: float
    most: float


@cache
def amount_ranges() -> tuple[AmountRange, ...]:
    """The ranges that are offered as a facet."""
    return tuple(
        AmountRange(row["key"], float(row["least"] or "-inf"), float(row["most"] or "inf"))
        for row in table("site/data/amount_ranges.csv")
    )


@dataclass(slots=True)
class Gathered:
    """The arrays while the index is built; `values` are numbered as they come, from 0 (which is none)."""

    points: dict[str, "array[Any]"] = field(default_factory=lambda: {n: array(c) for n, c in UNIT_COLUMNS.items()})
    memos: dict[str, "array[Any]"] = field(
        default_factory=lambda: {n: array(c) for n, c in {**UNIT_COLUMNS, **MEMO_COLUMNS}.items()}
    )
    other: dict[str, "array[Any]"] = field(default_factory=lambda: {n: array(c) for n, c in OTHER_COLUMNS.items()})
    values: dict[str, dict[str, int]] = field(default_factory=lambda: {"municipality": {}, "body": {}, "party": {}})

    def number(self, facet: str, value: str | None) -> int:
        """The number of a value, given out when it is first met; 0 for none."""
        if not value:
            return 0
        numbers = self.values[facet]
        return numbers.setdefault(value, len(numbers) + 1)

    def write(self, db: sqlite3.Connection) -> None:
        """Into `search_columns`."""
        blobs: dict[str, bytes] = {
            name: self.points[name].tobytes() + self.memos[name].tobytes() for name in UNIT_COLUMNS
        }
        blobs |= {name: self.memos[name].tobytes() for name in MEMO_COLUMNS}
        blobs |= {name: self.other[name].tobytes() for name in OTHER_COLUMNS}
        db.executemany("INSERT INTO search_columns VALUES (?, ?)", blobs.items())


@dataclass(frozen=True, slots=True)
class Columns:
    """The arrays of an index. points, memos: how many there are of each; a memo's unit is `points` + its number - 1.

    Of units: municipality, body (numbers of values), year (0: none), date (yyyymmdd, 0: none), action, kind (index in
    the vocabulary, -1: none), amount (kronor, nan: none), certain (0, 1), memo (index from 0). Of memos: minutes,
    pointed (0, 1), form (index of the memo that it is another form of, else its own). party_memo, party_value: pairs.
    """

    points: int
    memos: int
    values: dict[str, tuple[str, ...]]  # number → value
    of: dict[str, npt.NDArray[Any]]
    amount_range: Ints  # of units: index in amount_ranges(), -1: none

    def memo_units(self) -> slice:
        """The units that are memos."""
        return slice(self.points, self.points + self.memos)


_CACHE: "OrderedDict[tuple[str, str], Columns]" = OrderedDict()
_LOCK = threading.Lock()


def columns(db: sqlite3.Connection) -> Columns:
    """The arrays of the index that a connection is open on."""
    path = next(row[2] for row in db.execute("PRAGMA database_list") if row[1] == "main")
    built = db.execute("SELECT value FROM search_meta WHERE key = 'built'").fetchone()[0]
    key = (path, built)
    with _LOCK:
        found = _CACHE.get(key)
        if found is None:
            found = _load(db)
            if path:  # a database in memory has no name to know it by
                _CACHE[key] = found
                while len(_CACHE) > 2:
                    _CACHE.popitem(last=False)
        return found


def _load(db: sqlite3.Connection) -> Columns:
    codes = {**UNIT_COLUMNS, **MEMO_COLUMNS, **OTHER_COLUMNS}
    of = {
        name: np.frombuffer(data, dtype=NUMPY[codes[name]])
        for name, data in db.execute("SELECT name, data FROM search_columns")
    }
    values: dict[str, list[str]] = {"municipality": [""], "body": [""], "party": [""]}
    for facet, value in db.execute('SELECT facet, value FROM search_values ORDER BY facet, "number"'):
        values[facet].append(value)
    memos = len(of["minutes"])
    edges = [r.least for r in amount_ranges()][1:]
    ranges = np.searchsorted(edges, of["amount"], side="right").astype(np.int8)
    ranges[np.isnan(of["amount"])] = -1
    return Columns(len(of["memo"]) - memos, memos, {k: tuple(v) for k, v in values.items()}, of, ranges)
