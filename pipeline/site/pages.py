"""What every page has in common: its frame, how a fault is told, the words it uses."""

import asyncio
import hashlib
import sqlite3
from collections.abc import Awaitable, Callable
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from datasette.database import QueryInterrupted  # type: ignore[import-untyped, unused-ignore]
from datasette.utils import sqlite_timelimit  # type: ignore[import-untyped, unused-ignore]
from datasette.utils.asgi import (  # type: ignore[import-untyped, unused-ignore]
    BadRequest,
    Forbidden,
    NotFound,
    Response,
)

from pipeline.site import texts
from pipeline.site.asked import BadAsk
from pipeline.site.export import as_json
from pipeline.site.kinds import badge
from pipeline.site.state import Site, site_of
from pipeline.store import under_way

View = Callable[..., Awaitable[Any]]

HERE = Path(__file__).parent
TIME_LIMIT = 8_000  # milliseconds for what one page asks of the database
STATIC = ("site.css", "site.js", "memo.js", "icon.svg")
TOLD_OF_RUN = ("/", "/sok", "/tackning")  # pages that say so where a run has not ended
TOLD = (400, 403, 404, 405, 503)  # statuses with a text of their own


@cache
def static(name: str) -> str:
    """The address of a static file; it changes with the file, so that browsers fetch it when it is new."""
    digest = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?{digest}"


async def render(
    datasette: Any,
    request: Any,
    template: str,
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
    **context: Any,
) -> Any:
    """A page made from one of our templates, with what all templates use."""
    site = site_of(datasette)
    lang = site.lang
    here = request.path if request else ""
    unfinished = await asyncio.to_thread(_unfinished, site) if here in TOLD_OF_RUN else ""
    shared = {
        "t": texts.sayer(lang),
        "lang": lang,
        "site": site,
        "static": static,
        "number": texts.number,
        "kronor": lambda value: texts.kronor(value, lang),
        "decimal": lambda value: texts.decimal(value, lang),
        "day": lambda iso: texts.day(iso, lang),
        "period": lambda first, last: texts.period(first, last, lang),
        "sureness": texts.sureness,
        "how_often": lambda confidence: texts.how_often(confidence, texts.sayer(lang)),
        "known": texts.known,
        "called": lambda kind, proposed_to="": badge(kind or "", proposed_to or "", texts.sayer(lang)),
        "here": here,
        "unfinished": unfinished,
        "reviews": bool(site.review and request) and request.cookies.get(site.mark[0]) == site.mark[1],
        "asked": None,
    }
    html = await datasette.render_template([template], {**shared, **context}, request)
    return Response.html(html, status=status, headers={"Cache-Control": "no-cache", **(headers or {})})


def _unfinished(site: Site) -> str:
    """The key of what is to be told of a run that has not ended, or that had not when what is searched was read."""
    now = under_way.state(site.output)
    if now == "done":
        return "" if site.begun == "done" else "run.ended"
    return f"run.{now}"


async def problem(datasette: Any, request: Any, status: int, text: str = "") -> Any:
    """The page (for .json addresses the JSON) that tells of a fault. Nothing of this machine stands in it."""
    say = texts.sayer(site_of(datasette).lang)
    told = status if status in TOLD else 500
    said = text or say(f"error.text_{told}")
    if request is not None and request.path.endswith(".json"):
        body = as_json({"ok": False, "status": status, "error": said})
        return Response(body, status=status, headers={}, content_type="application/json; charset=utf-8")
    title = say(f"error.title_{told}")
    return await render(datasette, request, "problem.html", status=status, title=title, said=said, told=told)


async def told(datasette: Any, request: Any, fault: BaseException) -> Any:
    """The answer to what went wrong in a view."""
    if isinstance(fault, BadAsk):
        say = texts.sayer(site_of(datasette).lang)
        return await problem(datasette, request, HTTPStatus.BAD_REQUEST, say(fault.key, **fault.parts))
    if isinstance(fault, BadRequest):
        return await problem(datasette, request, HTTPStatus.BAD_REQUEST)
    if isinstance(fault, NotFound):
        return await problem(datasette, request, HTTPStatus.NOT_FOUND)
    if isinstance(fault, Forbidden):
        return await problem(datasette, request, HTTPStatus.FORBIDDEN)
    if isinstance(fault, QueryInterrupted) or (isinstance(fault, sqlite3.Error) and "interrupted" in str(fault)):
        return await problem(datasette, request, HTTPStatus.SERVICE_UNAVAILABLE)
    return None


def page(view: View) -> View:
    """A view whose faults are told on a page; what nobody foresaw goes on to whoever runs the site."""

    async def guarded(datasette: Any, request: Any) -> Any:
        try:
            return await view(datasette, request)
        except Exception as fault:
            answer = await told(datasette, request, fault)
            if answer is None:
                raise
            return answer

    return guarded


async def ask(datasette: Any, function: Callable[[sqlite3.Connection], Any]) -> Any:
    """What a function finds in the index, within the time limit. Raises sqlite3.OperationalError past it."""

    def limited(connection: sqlite3.Connection) -> Any:
        with sqlite_timelimit(connection, TIME_LIMIT):
            return function(connection)

    return await datasette.get_database(site_of(datasette).database).execute_fn(limited)
