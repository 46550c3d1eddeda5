"""The search: its page, and the same hits as CSV, JSON and Atom."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from datasette.utils.asgi import AsgiStream, Response  # type: ignore[import-untyped, unused-ignore]

from pipeline.site import feed as feeds
from pipeline.site import search as searching
from pipeline.site.asked import NAMES, ORDERS, Asked, asked
from pipeline.site.export import CSV_TYPE, as_json, csv_lines, results_json
from pipeline.site.model import Facet, FacetValue, Filters, Hit, Query
from pipeline.site.pages import ask, page, render
from pipeline.site.query import parse
from pipeline.site.state import site_of
from pipeline.site.texts import Say, known, sayer

LATEST = 6
FEED = 50
SHOWN_VALUES = 7  # of a facet; the others are folded away
BLOCK = 200  # rows of an export that are fetched at a time
MOST_YEARS = 60  # bars; more are too narrow to be hit


@dataclass(frozen=True, slots=True)
class Bar:
    """A year of the timeline. height: of 100."""

    year: int
    hits: int
    height: float
    address: str
    chosen: bool


@page
async def front(datasette: Any, request: Any) -> Any:
    """`/`: the box, and what came last."""
    return await _page(datasette, request, asked(request.args))


@page
async def results(datasette: Any, request: Any) -> Any:
    """`/sok`: the hits, or the front where nothing is asked."""
    return await _page(datasette, request, asked(request.args))


async def _page(datasette: Any, request: Any, question: Asked) -> Any:
    query = parse(question.typed)
    if question.empty and request.path == "/":
        return await _front(datasette, request)
    found = await ask(
        datasette,
        lambda db: searching.search(
            db, query, question.chosen, sort=question.sort, page=question.page, size=question.size
        ),
    )
    say = sayer(site_of(datasette).lang)
    pages = max(1, -(-found.total // question.size))
    beyond = question.page if question.page > pages else 0
    if beyond:
        question = replace(question, page=pages)
        found = await ask(
            datasette,
            lambda db: searching.search(db, query, question.chosen, sort=question.sort, page=pages, size=question.size),
        )
    return await render(
        datasette,
        request,
        "search.html",
        asked=question,
        query=query,
        results=found,
        pages=pages,
        beyond=beyond,
        more=question.page < pages or (not found.exact and len(found.hits) == question.size),
        facets=_shown(found.facets),
        orders=[
            (sort, replace(question, order=key, page=1).address(), question.sort == sort)
            for key, sort in ORDERS.items()
        ],
        previous=replace(question, page=question.page - 1).address(),
        following=replace(question, page=question.page + 1).address(),
        problems=_understood(query.problems, say),
        label=lambda facet, value: _label(facet, value, say),
        shown_values=SHOWN_VALUES,
        chosen=_chosen(question, found.facets, say),
        bars=bars(found.timeline, question),
        place=feeds.place,
    )


def _understood(problems: tuple[str, ...], say: Say) -> list[str]:
    return [say(f"query.{key}") if known(f"query.{key}") else key for key in problems]


async def _front(datasette: Any, request: Any) -> Any:
    def gathered(db: sqlite3.Connection) -> tuple[int, int, int, tuple[Hit, ...]]:
        cells = searching.coverage(db)
        points = Filters(kind=("proposal", "decision"))
        everything = searching.search(db, Query(), points, sort="newest", page=1, size=1, facets=False)
        latest = searching.feed(db, Query(), points, LATEST)
        senders = len({cell.municipality for cell in cells if cell.municipality})
        return sum(cell.memos for cell in cells), everything.total, senders, latest

    made = datasette.get_database(site_of(datasette).database).path
    changed = Path(made).stat().st_mtime_ns  # the index is made anew as a whole
    if getattr(datasette, "_lupp_front", (0, None))[0] != changed:
        datasette._lupp_front = changed, await ask(datasette, gathered)
    memos, decisions, municipalities, latest = datasette._lupp_front[1]
    return await render(
        datasette,
        request,
        "front.html",
        asked=Asked(),
        memos=memos,
        decisions=decisions,
        municipalities=municipalities,
        latest=latest,
        place=feeds.place,
    )


def _shown(facets: tuple[Facet, ...]) -> list[Facet]:
    """The facets that tell hits apart, without values that lead nowhere."""
    kept = [replace(f, values=tuple(v for v in f.values if v.count or v.chosen)) for f in facets]
    return sorted((facet for facet in kept if facet.values), key=lambda facet: list(NAMES).index(facet.name))


def _label(facet: str, value: FacetValue, say: Say) -> str:
    """What a facet's value is called: our own words for the closed vocabularies."""
    if facet == "amount" and known(f"amount.{value.value}"):
        return say(f"amount.{value.value}")
    if facet == "certain":
        return say("facet.certain_true" if value.value in ("ja", "true", "1") else "facet.certain_false")
    if facet in ("kind", "action") and known(f"{facet}.{value.value}"):
        return say(f"{facet}.{value.value}")
    return value.label or value.value


def _chosen(question: Asked, facets: tuple[Facet, ...], say: Say) -> list[tuple[str, str, str, str]]:
    """What is chosen: filter, value, what it is called, and the address without it."""
    labels = {(facet.name, value.value): _label(facet.name, value, say) for facet in facets for value in facet.values}
    chosen = []
    for name in NAMES:
        for value in question.values(name):
            label = labels.get((name, value), "")
            if not label and name in ("kind", "action", "amount") and known(f"{name}.{value}"):
                label = say(f"{name}.{value}")
            elif not label and name == "certain":
                label = say("facet.certain_true" if value == "ja" else "facet.certain_false")
            chosen.append((name, value, label or value, question.toggled(name, value).address()))
    return chosen


def bars(timeline: tuple[tuple[int, int], ...], question: Asked) -> list[Bar]:
    """A bar for each year from the first to the last, also for those without hits."""
    counts = dict(timeline)
    if len(counts) < 2:
        return []
    first, last = min(counts), max(counts)
    most = max(counts.values())
    years = range(first, last + 1) if last - first < MOST_YEARS else sorted(counts)[-MOST_YEARS:]
    made = []
    for year in years:
        hits = counts.get(year, 0)
        height = max(4.0, round(100 * hits / most, 1)) if hits and most else 0.0
        chosen = year in question.chosen.year
        address = question.toggled("year", str(year)) if chosen else question.only("year", str(year))
        made.append(Bar(year, hits, height, address.address(), chosen))
    return made


@page
async def as_json_page(datasette: Any, request: Any) -> Any:
    """`/sok.json`: a page of hits."""
    question = asked(request.args)
    query = parse(question.typed)
    found = await ask(
        datasette,
        lambda db: searching.search(
            db, query, question.chosen, sort=question.sort, page=question.page, size=question.size
        ),
    )
    body = as_json(results_json(found, question, site_of(datasette).address))
    return Response(body, headers={}, content_type="application/json; charset=utf-8")


@page
async def as_atom(datasette: Any, request: Any) -> Any:
    """`/sok.atom`: the newest hits as a feed."""
    question = asked(request.args)
    query = parse(question.typed)
    hits = await ask(datasette, lambda db: searching.feed(db, query, question.chosen, FEED))
    site = site_of(datasette)
    say = sayer(site.lang)
    name = question.typed or say("search.latest")
    chosen = [label for _, _, label, _ in _chosen(question, (), say)]
    body = feeds.atom(
        hits,
        title=" – ".join([", ".join([name, *chosen]), say("site.name")]),
        page=question.address(paging=False),
        itself=question.address("/sok.atom", paging=False),
        site=site.address,
        say=say,
    )
    return Response(body, headers={}, content_type=feeds.TYPE)


@page
async def as_csv(datasette: Any, request: Any) -> Any:
    """`/sok.csv`: all hits, sent as they are found."""
    question = asked(request.args)
    query = parse(question.typed)
    site = site_of(datasette)
    path = datasette.get_database(site.database).path

    async def lines(writer: Any) -> None:
        with closing(_own_connection(path)) as db:
            found = csv_lines(searching.everything(db, query, question.chosen), site.address)
            while block := await asyncio.to_thread(_block, found):
                await writer.write(block)

    name = "beslut.csv" if not question.typed else f"beslut {question.typed[:60]}.csv"
    headers = {"Content-Disposition": f"attachment; filename=\"beslut.csv\"; filename*=UTF-8''{quote(name)}"}
    return AsgiStream(lines, headers=headers, content_type=CSV_TYPE)


def _block(lines: Iterator[str]) -> str:
    return "".join(islice(lines, BLOCK))


def _own_connection(path: Any) -> sqlite3.Connection:
    """A connection that may go from thread to thread: one uses it at a time."""
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, check_same_thread=False)
