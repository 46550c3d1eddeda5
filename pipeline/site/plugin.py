"""The site's pages as a Datasette plugin: the addresses, and what is told when something goes wrong.

Datasette itself keeps the JSON of its tables. Its own pages of tables lead to the description of that JSON instead:
everything that is shown as a page is one of ours.
"""

import re
import sys
import traceback
from collections.abc import Callable
from typing import Any

import datasette as datasettes  # type: ignore[import-untyped, unused-ignore]
from datasette.utils.asgi import Response  # type: ignore[import-untyped, unused-ignore]
from datasette.views.base import DatasetteError  # type: ignore[import-untyped, unused-ignore]

from pipeline.site import pages_memo, pages_search
from pipeline.site.pages import HERE, problem, told
from pipeline.site.pages_about import coverage, listing, written
from pipeline.site.pages_files import original, page_picture
from pipeline.site.state import is_site, site_of

hook: Callable[[Callable[..., Any]], Any] = datasettes.hookimpl

ID = r"(?P<id>[0-9a-f]{16}(?:-p\d{1,6})?)"
MEMO = rf"^/handling/{ID}"


async def icon() -> Any:
    """`/favicon.ico`."""
    body = (HERE / "static" / "icon.svg").read_bytes()
    return Response(body, headers={"Cache-Control": "max-age=86400"}, content_type="image/svg+xml")


async def to_api() -> Any:
    """Datasette's own pages lead to the description of its JSON."""
    return Response.redirect("/api")


async def nowhere(datasette: Any, request: Any) -> Any:
    """Any other address. One with a slash too many leads to the page without it, on this site only."""
    path = request.path.rstrip("/")
    if path != request.path and re.fullmatch(r"/[a-z]+(/[0-9a-f]{16}(-p\d{1,6})?)?", path):
        return Response.redirect(path + (f"?{request.query_string}" if request.query_string else ""))
    return await problem(datasette, request, 404)


@hook
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """The site's addresses, before Datasette's own."""
    if not is_site(datasette):
        return []
    database = re.escape(site_of(datasette).database)
    return [
        (r"^/$", pages_search.front),
        (r"^/sok$", pages_search.results),
        (r"^/sok\.json$", pages_search.as_json_page),
        (r"^/sok\.csv$", pages_search.as_csv),
        (r"^/sok\.atom$", pages_search.as_atom),
        (rf"{MEMO}$", pages_memo.memo),
        (rf"{MEMO}\.json$", pages_memo.memo_json),
        (rf"{MEMO}\.bib$", pages_memo.citation("bibtex", "application/x-bibtex", "bib")),
        (rf"{MEMO}\.ris$", pages_memo.citation("ris", "application/x-research-info-systems", "ris")),
        (rf"{MEMO}/original$", original),
        (rf"{MEMO}/sida/(?P<page>[1-9]\d{{0,5}})\.png$", page_picture),
        (r"^/tackning$", coverage),
        (r"^/handlingar$", listing),
        (r"^/hjalp$", written("help")),
        (r"^/om$", written("about")),
        (r"^/api$", written("api")),
        (r"^/favicon\.ico$", icon),
        # Datasette's: the JSON of the tables and of their rows, and what lies in folders of its own
        (rf"^/{database}(?:/[^/.]+){{0,2}}$", to_api),
        (rf"^/(?!{database}(?:/[^/]+){{0,2}}\.json$|static/|-/static|granska(?:/|$)).+", nowhere),
    ]


@hook
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Callable[[], Any] | None:
    """What went wrong, told in our words; what nobody foresaw goes to the window where the program runs."""
    if not is_site(datasette):
        return None

    async def answer() -> Any:
        said = await told(datasette, request, exception)
        if said is not None:
            return said
        status = getattr(exception, "status", 500)
        if isinstance(exception, DatasetteError) and status == 500:
            status = 400  # Datasette's answer to a parameter that makes no sense, such as an order by no column
        if status >= 500:
            traceback.print_exception(exception, file=sys.stderr)
        return await problem(datasette, request, status if 400 <= status < 600 else 500)

    return answer


@hook
def forbidden(datasette: Any, request: Any, message: str) -> Callable[[], Any] | None:
    """A page of what is closed."""
    if not is_site(datasette):
        return None

    async def answer() -> Any:
        return await problem(datasette, request, 403)

    return answer


@hook
def permission_allowed(datasette: Any, action: str) -> bool | None:
    """Free SQL, the whole database file and the inner pages are closed, whatever the settings say."""
    closed = ("execute-sql", "view-database-download", "debug-menu", "permissions-debug", "view-instance-internals")
    return False if is_site(datasette) and action in closed else None
