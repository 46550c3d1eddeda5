"""Search in `search.sqlite`: hits, facets, timeline, feed, exports. What is covered and what belongs together:
`overview` and `related`, whose functions are given here too."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import numpy as np
import numpy.typing as npt

from pipeline.site import hits, narrow
from pipeline.site.columns import Columns, columns
from pipeline.site.compounds import known
from pipeline.site.match import EARLIER, Bools, Floats, Found, Ints, find
from pipeline.site.model import Filters, Hit, Query, Results, Sort
from pipeline.site.overview import Missing, coverage, missing
from pipeline.site.related import Related, RelatedMemo, related

__all__ = [
    "Missing", "Related", "RelatedMemo", "coverage", "everything", "feed", "missing", "related", "search", "warm",
]  # fmt: skip

Keys = npt.NDArray[np.float64]

_EARLIER = 0.8  # of the worth of a proposal or a decision with the same words
_RECENT = 0.3  # worth of a memo of today over one of 1990, all else equal


def search(
    db: sqlite3.Connection, query: Query, chosen: Filters, *, sort: Sort, page: int, size: int, facets: bool = True
) -> Results:
    """One page of hits. The filters of the query and those chosen both hold.

    A hit is a point that holds the words, or whose memo does in its heading, number or names; else a memo whose text
    does. Counts are of all hits. page: from 1. Of facets with a closed vocabulary (action, kind, amount, certain: `1`,
    `0`) label is the value itself: pages say it in the reader's language.
    """
    cols = columns(db)
    found, held = _within(db, cols, query, chosen)
    units, worth = _left(found, held)
    page, size = max(1, page), max(1, size)
    ordered = _page(db, cols, units, worth, query, sort, (page - 1) * size, page * size)
    its = hits.rows(db, cols, ordered)
    return Results(
        tuple(hits.made(cols, ordered, its, found.accepted)),
        len(units), True, page, size,
        narrow.facets(cols, found.units, held, chosen) if facets else (),
        narrow.timeline(cols, units) if facets else (),
        found.forgiven,
        found.relaxed,
        found.parts,
        _only(query),
    )  # fmt: skip


def _only(query: Query) -> str:
    """The word of a query with but one."""
    wanted = [term for term in query.terms if not term.negated]
    return " ".join(wanted[0].words) if len(wanted) == 1 else ""


def warm(path: Path) -> None:
    """Load what the first search would wait for (the arrays of all units, the lexicon): for a thread at the start."""
    with closing(sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)) as db:
        columns(db)
    known("")


def feed(db: sqlite3.Connection, query: Query, chosen: Filters, limit: int) -> tuple[Hit, ...]:
    """The newest hits."""
    return search(db, query, chosen, sort="newest", page=1, size=limit, facets=False).hits


def everything(db: sqlite3.Connection, query: Query, chosen: Filters, sort: Sort = "relevance") -> Iterator[Hit]:
    """All hits in the order of their pages, for exports, made as they are asked for."""
    cols = columns(db)
    found, held = _within(db, cols, query, chosen)
    units, worth = _left(found, held)
    key, looked_at = _key(cols, units, worth, sort)
    order = hits.top(units, key, len(units))
    for at in range(0, len(order), hits.BLOCK):
        block = order[at : at + hits.BLOCK]
        ordered = _block(db, cols, units[block], key[block], query) if looked_at else units[block].tolist()
        yield from hits.made(cols, ordered, hits.rows(db, cols, ordered), found.accepted)


def _left(found: Found, held: dict[str, Bools]) -> tuple[Ints, Floats]:
    """The units that all chosen filters let through."""
    every = np.ones(len(found.units), bool)
    for mask in held.values():
        every &= mask
    return found.units[every], found.worth[every]


def _within(db: sqlite3.Connection, cols: Columns, query: Query, chosen: Filters) -> tuple[Found, dict[str, Bools]]:
    """What the query finds, its own filters held; and which of that each chosen filter lets through."""
    own = narrow.masks(db, cols, query.filters)

    def keep(units: Ints) -> Bools:
        kept = np.ones(len(units), bool)
        for mask in own.values():
            kept &= mask(units)
        return kept

    found = _once(cols, find(db, cols, query, keep))
    return found, {name: mask(found.units) for name, mask in narrow.masks(db, cols, chosen).items()}


def _once(cols: Columns, found: Found) -> Found:
    """Without the other forms of memos that are found anyway."""
    memo = cols.of["memo"][found.units]
    first = cols.of["form"][memo]
    if (first == memo).all():
        return found
    shown = np.full(cols.memos, cols.memos)  # of each memo's forms the one that is shown: itself, else the first found
    np.minimum.at(shown, first, memo)
    shown[memo[first == memo]] = memo[first == memo]
    kept = shown[first] == memo
    return replace(found, units=found.units[kept], worth=found.worth[kept])


def _key(cols: Columns, units: Ints, worth: Floats, sort: Sort) -> tuple[Keys, bool]:
    """What units are ordered by, largest first; and whether their words are to be looked at, too."""
    date = cols.of["date"][units].astype(np.float64)
    if sort == "relevance" and worth.any():
        years = np.clip((date - 1990_00_00) / 36_00_00, 0.0, 1.0)
        share = np.where(cols.of["kind"][units] == EARLIER, _EARLIER, 1.0)
        return worth.astype(np.float64) * share + _RECENT * years, True
    if sort == "amount":
        return np.nan_to_num(cols.of["amount"][units], nan=-1.0), False
    if sort == "oldest":
        return -np.where(date > 0, date, 1e9), False
    return date, False


def _page(
    db: sqlite3.Connection, cols: Columns, units: Ints, worth: Floats, query: Query, sort: Sort, first: int, last: int
) -> list[int]:
    """The units at some places of the order, the first from 0."""
    if first >= len(units):
        return []
    key, looked_at = _key(cols, units, worth, sort)
    if not looked_at:
        return [int(unit) for unit in units[hits.top(units, key, last)[first:]]]
    low, high = first // hits.BLOCK, -(-last // hits.BLOCK)
    chosen = hits.top(units, key, high * hits.BLOCK)[low * hits.BLOCK :]
    ordered: list[int] = []
    for at in range(0, len(chosen), hits.BLOCK):
        block = chosen[at : at + hits.BLOCK]
        ordered += _block(db, cols, units[block], key[block], query)
    return ordered[first - low * hits.BLOCK : last - low * hits.BLOCK]


def _block(db: sqlite3.Connection, cols: Columns, units: Ints, key: Keys, query: Query) -> list[int]:
    """Units that are next to each other in the order, ordered by their own words."""
    numbers = [int(unit) for unit in units]
    its = hits.rows(db, cols, numbers)
    return hits.spread(hits.reordered(cols, numbers, key.tolist(), its, query), cols.of["memo"])
