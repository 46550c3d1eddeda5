"""Search in `search.sqlite`: hits, facets, timeline, feed, exports. What is covered and what belongs together:
`overview` and `related`, whose functions are given here too."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from pipeline.site import hits, narrow
from pipeline.site.columns import Columns, columns
from pipeline.site.match import Accepted, Bools, Floats, Found, Ints, find
from pipeline.site.model import Filters, Hit, Query, Results, Sort
from pipeline.site.overview import Missing, coverage, missing
from pipeline.site.related import Related, RelatedMemo, related

__all__ = [
    "Missing", "Related", "RelatedMemo", "coverage", "everything", "feed", "missing", "related", "search",
]  # fmt: skip

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
    every = np.ones(len(found.units), bool)
    for mask in held.values():
        every &= mask
    units, worth = found.units[every], found.worth[every]
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
    )  # fmt: skip


def feed(db: sqlite3.Connection, query: Query, chosen: Filters, limit: int) -> tuple[Hit, ...]:
    """The newest hits."""
    return search(db, query, chosen, sort="newest", page=1, size=limit, facets=False).hits


def everything(db: sqlite3.Connection, query: Query, chosen: Filters, sort: Sort = "relevance") -> Iterator[Hit]:
    """All hits, for exports, made as they are asked for."""
    cols = columns(db)
    units, worth, accepted = _all(db, cols, query, chosen)
    for at in range(0, len(units), hits.BLOCK):
        block = _page(db, cols, units, worth, query, sort, at, at + hits.BLOCK)
        yield from hits.made(cols, block, hits.rows(db, cols, block), accepted)


def _all(
    db: sqlite3.Connection, cols: Columns, query: Query, chosen: Filters
) -> tuple[Ints, Floats, Sequence[Accepted]]:
    found, held = _within(db, cols, query, chosen)
    every = np.ones(len(found.units), bool)
    for mask in held.values():
        every &= mask
    return found.units[every], found.worth[every], found.accepted


def _within(db: sqlite3.Connection, cols: Columns, query: Query, chosen: Filters) -> tuple[Found, dict[str, Any]]:
    """What the query finds, its own filters held; and which of that each chosen filter lets through."""
    own = narrow.masks(db, cols, query.filters)

    def keep(units: Ints) -> Bools:
        kept = np.ones(len(units), bool)
        for mask in own.values():
            kept &= mask(units)
        return kept

    found = find(db, cols, query, keep)
    return found, {name: mask(found.units) for name, mask in narrow.masks(db, cols, chosen).items()}


def _page(
    db: sqlite3.Connection, cols: Columns, units: Ints, worth: Floats, query: Query, sort: Sort, first: int, last: int
) -> list[int]:
    """The units at some places of the order, the first from 0."""
    if first >= len(units):
        return []
    date = cols.of["date"][units].astype(np.float64)
    if sort == "relevance" and len(worth) and worth.any():
        years = np.clip((date - 1990_00_00) / 36_00_00, 0.0, 1.0)
        key = worth.astype(np.float64) + _RECENT * years
    elif sort == "amount":
        key = np.nan_to_num(cols.of["amount"][units], nan=-1.0)
    elif sort == "oldest":
        key = -np.where(date > 0, date, 1e9)
    else:
        key = date
    if sort != "relevance" or not worth.any():
        chosen = hits.top(units, key, last)[first:]
        return [int(unit) for unit in units[chosen]]
    low, high = first // hits.BLOCK, -(-last // hits.BLOCK)
    chosen = hits.top(units, key, high * hits.BLOCK)[low * hits.BLOCK :]
    ordered: list[int] = []
    for at in range(0, len(chosen), hits.BLOCK):
        block = chosen[at : at + hits.BLOCK]
        numbers = [int(unit) for unit in units[block]]
        its = hits.rows(db, cols, numbers)
        best = hits.reordered(cols, numbers, key[block].tolist(), its, query)
        ordered += hits.spread(best, cols.of["memo"])
    return ordered[first - low * hits.BLOCK : last - low * hits.BLOCK]
