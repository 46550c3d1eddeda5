"""Filters, facets and the timeline, told from the arrays of all units."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.resources import table
from pipeline.site.columns import Columns, amount_ranges
from pipeline.site.index_units import normal_number
from pipeline.site.match import Bools, Ints, matters
from pipeline.site.model import Facet, FacetValue, Filters
from pipeline.site.swedish import fold, words
from pipeline.tables import VOCABULARIES

FACETS = ("municipality", "body", "year", "action", "party", "amount", "kind", "certain")
_ACTIONS = VOCABULARIES["decisions", "action"]
_KINDS = VOCABULARIES["decisions", "kind"]
_SHOWN = 12  # values of a facet
Mask = Callable[[Ints], Bools]


def masks(db: sqlite3.Connection, cols: Columns, filters: Filters) -> dict[str, Mask]:
    """What each filter that is set lets through: by the facet's name (`number` and `sum` for those that are none)."""
    of = cols.of
    found: dict[str, Mask] = {}
    for facet, typed in (("municipality", filters.municipality), ("body", filters.body)):
        if typed:
            found[facet] = _one_of(of[facet], len(cols.values[facet]), resolve(cols, facet, typed))
    if filters.party:
        memos = np.zeros(cols.memos, bool)
        numbers = resolve(cols, "party", filters.party)
        memos[of["party_memo"][np.isin(of["party_value"], numbers)]] = True
        found["party"] = _through_memo(of["memo"], memos | _named(db, cols, filters.party, numbers))
    if filters.year:
        found["year"] = _among(of["year"], filters.year)
    if filters.action:
        found["action"] = _among(of["action"], [_ACTIONS.index(a) for a in filters.action if a in _ACTIONS])
    if filters.kind:
        found["kind"] = _among(of["kind"], [_KINDS.index(k) for k in filters.kind if k in _KINDS])
    if filters.amount:
        keys = [n for n, r in enumerate(amount_ranges()) if r.key in filters.amount]
        found["amount"] = _among(cols.amount_range, keys)
    if filters.amount_min is not None or filters.amount_max is not None:
        least = float(filters.amount_min) if filters.amount_min is not None else -np.inf
        most = float(filters.amount_max) if filters.amount_max is not None else np.inf
        found["sum"] = lambda units: (of["amount"][units] >= least) & (of["amount"][units] <= most)
    if filters.certain is not None:
        found["certain"] = _among(of["certain"], [int(filters.certain)])
    if filters.diarienummer:
        found["number"] = _numbered(db, cols, filters.diarienummer)
    return found


def resolve(cols: Columns, facet: str, typed: Sequence[str]) -> list[int]:
    """The numbers of the values that are meant: the value itself, else those with these words, else with these letters.

    `Mark` is Marks kommun, not Markaryds; `KS` is Kommunstyrelsen; `social` is Socialnämnden and others.
    """
    values = _folded_values(cols, facet)
    numbers: set[int] = set()
    for one in typed:
        wanted = fold(" ".join(one.split()))
        if facet == "body":
            wanted = _short_bodies().get(wanted, wanted)
        exact = [n for n, value in enumerate(values) if n and value == wanted]
        if not exact and wanted:
            tokens = [_bare(w.text) for w in words(wanted)]
            exact = [n for n, value in enumerate(values) if n and _holds([_bare(w.text) for w in words(value)], tokens)]
        if not exact and len(wanted) >= 3:
            exact = [n for n, value in enumerate(values) if n and wanted in value]
        numbers.update(exact)
    return sorted(numbers)


def facets(cols: Columns, units: Ints, held: dict[str, Bools], chosen: Filters) -> tuple[Facet, ...]:
    """Each facet's values with the number of hits that they would leave, all other filters holding.

    units: before the chosen filters; held: for each chosen filter, which of these units it lets through.
    """
    every = np.ones(len(units), bool)
    for mask in held.values():
        every &= mask
    made = []
    for facet in FACETS:
        if facet in held:
            rest = np.ones(len(units), bool)
            for name, mask in held.items():
                if name != facet:
                    rest &= mask
        else:
            rest = every
        made.append(_facet(cols, facet, units[rest], getattr(chosen, facet)))
    return tuple(made)


def timeline(cols: Columns, units: Ints) -> tuple[tuple[int, int], ...]:
    """Hits by year, from the first year with one to the last, years without any included."""
    years = cols.of["year"][units]
    years = years[years > 0]
    if not len(years):
        return ()
    counts = np.bincount(years)
    first = int(np.flatnonzero(counts)[0])
    return tuple((year, int(counts[year])) for year in range(first, len(counts)))


def _facet(cols: Columns, name: str, units: Ints, chosen: Any) -> Facet:
    of = cols.of
    if name in ("municipality", "body"):
        texts = cols.values[name]
        counts = np.bincount(of[name][units], minlength=len(texts))
        wanted = set(resolve(cols, name, chosen)) if chosen else set()
        return _ranked(name, texts, counts, wanted)
    if name == "party":
        texts = cols.values["party"]
        hits = np.bincount(of["memo"][units], minlength=cols.memos)
        counts = np.bincount(of["party_value"], weights=hits[of["party_memo"]], minlength=len(texts)).astype(np.int64)
        wanted = set(resolve(cols, "party", chosen)) if chosen else set()
        return _ranked(name, texts, counts, wanted)
    if name == "year":
        counts = np.bincount(of["year"][units])
        years = [int(y) for y in np.flatnonzero(counts)[::-1] if y]
        years += [y for y in chosen if y not in years]
        return Facet(name, tuple(FacetValue(str(y), str(y), _at(counts, y), y in chosen) for y in years))
    if name == "certain":
        counts = np.bincount(of["certain"][units], minlength=2)
        pairs = [("1", True), ("0", False)]
        return Facet(name, tuple(FacetValue(v, v, int(counts[int(b)]), chosen is b) for v, b in pairs))
    column, keys = {
        "action": (of["action"], _ACTIONS),
        "kind": (of["kind"], _KINDS),
        "amount": (cols.amount_range, tuple(r.key for r in amount_ranges())),
    }[name]
    counts = np.bincount(column[units] + 1, minlength=len(keys) + 1)[1:]
    values = [FacetValue(key, key, int(counts[n]), key in chosen) for n, key in enumerate(keys)]
    values = [value for value in values if value.count or value.chosen]
    if name == "action":
        values.sort(key=lambda value: -value.count)
    return Facet(name, tuple(values))


def _ranked(name: str, texts: Sequence[str], counts: npt.NDArray[Any], wanted: set[int]) -> Facet:
    counts[0] = 0
    top = np.argsort(-counts, kind="stable")[:_SHOWN]
    numbers = [int(n) for n in top if counts[n]]
    numbers += [n for n in sorted(wanted) if n not in numbers][:_SHOWN]
    return Facet(name, tuple(FacetValue(texts[n], texts[n], int(counts[n]), n in wanted) for n in numbers))


def _at(counts: npt.NDArray[Any], year: int) -> int:
    return int(counts[year]) if 0 <= year < len(counts) else 0


def _one_of(column: npt.NDArray[Any], size: int, numbers: Sequence[int]) -> Mask:
    wanted = np.zeros(size, bool)
    wanted[list(numbers)] = True
    return lambda units: wanted[column[units]]


def _among(column: npt.NDArray[Any], values: Sequence[int]) -> Mask:
    if len(values) == 1:
        only = values[0]
        return lambda units: column[units] == only
    wanted = np.array(values, np.int64)
    return lambda units: np.isin(column[units], wanted)


def _through_memo(memo_of: npt.NDArray[Any], memos: Bools) -> Mask:
    return lambda units: memos[memo_of[units]]


def _named(db: sqlite3.Connection, cols: Columns, typed: Sequence[str], numbers: Sequence[int]) -> Bools:
    """Memos with parties that are no value of the facet: persons, offices, bodies."""
    memos = np.zeros(cols.memos, bool)
    if numbers:
        return memos
    for name in typed:
        said = " ".join(w.text for w in words(name))
        if said:
            rows = db.execute(
                "SELECT rowid FROM search_memo_words WHERE search_memo_words MATCH ?", (f'names : "{said}"',)
            ).fetchall()
            memos[[row[0] - 1 for row in rows]] = True
    return memos


def _numbered(db: sqlite3.Connection, cols: Columns, typed: str) -> Mask:
    wanted = np.zeros(cols.points + cols.memos, bool)
    memos = np.zeros(cols.memos, bool)
    number = normal_number(typed)
    for unit, memo in matters(db, number) if number else ():
        if unit:
            wanted[unit - 1] = True
        else:
            memos[memo - 1] = True
    wanted |= memos[cols.of["memo"]]
    return lambda units: wanted[units]


def _bare(word: str) -> str:
    return word.removesuffix("s")


def _holds(words_: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return size > 0 and any(list(words_[i : i + size]) == list(part) for i in range(len(words_) - size + 1))


_FOLDED: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}


def _folded_values(cols: Columns, facet: str) -> tuple[str, ...]:
    values = cols.values[facet]
    kept = _FOLDED.get(id(values))
    if kept is None or kept[0] is not values:
        kept = (values, tuple(" ".join(fold(value).split()) for value in values))
        if len(_FOLDED) > 12:
            _FOLDED.clear()
        _FOLDED[id(values)] = kept
    return kept[1]


def _short_bodies() -> dict[str, str]:
    return {fold(row["short"]): fold(row["body"]) for row in table("site/data/bodies.csv")}
