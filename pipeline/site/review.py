"""Review: the queue of uncertain rows, accepted or corrected by a person who has the token.

`/granska` shows the queue, `/granska/bild/…` a row's line, `/granska/rattelser` what people have said so far. Every
answer is a form's POST, so that all of it works without JavaScript too; `review.js` adds the keys.
"""

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, unquote, urlencode

from datasette import hookimpl  # type: ignore[import-untyped, unused-ignore]
from datasette.utils.asgi import NotFound, Response  # type: ignore[import-untyped, unused-ignore]

from pipeline.site import record as records
from pipeline.site import review_pictures as pictures
from pipeline.site.corrections import EDITABLE, Act, Cells, Correction, Corrections, as_csv, extracted, load
from pipeline.site.images import NoPicture
from pipeline.site.mask import Masker, masker
from pipeline.site.pages import page, problem, render
from pipeline.site.pages_memo import Files, files_of
from pipeline.site.review_cards import Card, Field, card, cells_of, fields, sayer
from pipeline.site.review_queue import DOUBTS, Item, Queue, Queues
from pipeline.site.review_values import CellError, understood
from pipeline.site.safety import REVIEW
from pipeline.site.state import Site, is_site, site_of

SIZE = 10  # rows on a page of the queue
LISTED = 200  # answers shown in the list; the CSV has all
NAME_COOKIE = "lupp_granskare"
YEAR = 365 * 24 * 3600
LONGEST_NAME = 80
ACTS: tuple[Act, ...] = ("accept", "correct", "remove")


class Desk:
    """What the review of one site keeps between requests."""

    def __init__(self, site: Site, files: Files) -> None:
        self.site = site
        self.files = files
        self.queues = Queues(site.output)
        self.said = Corrections(site.output)

    def cards(self, items: list[Item]) -> list[Card]:
        """The rows as they are shown; those that are gone are left out."""
        kept: dict[str, records.Record | None] = {}
        made = []
        for item in items:
            if item.document_id not in kept:
                kept[item.document_id] = records.load(self.site.output, item.document_id, self.site.unmasked)
            record = kept[item.document_id]
            problems = self._problems(item.document_id) if item.table == "documents" else "[]"
            shown = card(item, record, problems, self.site.unmasked, self.site.lang) if record is not None else None
            if shown is not None:
                made.append(shown)
        return made

    def plain(self, said: list[Correction]) -> list[Correction]:
        """What people said, masked where the site masks."""
        if self.site.unmasked:
            return said
        masks = {document_id: self._mask(document_id) for document_id in {c.document_id for c in said}}
        return [replace(c, old=masks[c.document_id].mask(c.old), new=masks[c.document_id].mask(c.new)) for c in said]

    def csv(self) -> str:
        """Everything that people said."""
        return as_csv(self.plain(self.said.all()), load(self.site.output).states)

    def _mask(self, document_id: str) -> Masker:
        with records.opened(self.site.output) as db:
            asked = "SELECT kind, text_masked FROM privacy WHERE document_id = ?"
            private = [(row[0], row[1]) for row in db.execute(asked, (document_id,))]
            text = db.execute("SELECT text FROM texts WHERE document_id = ?", (document_id,)).fetchone()
        return masker(private, text[0] if text else "")

    def _problems(self, document_id: str) -> str:
        with records.opened(self.site.output) as db:
            row = db.execute("SELECT problems FROM document_problems WHERE document_id = ?", (document_id,)).fetchone()
        return str(row[0]) if row else "[]"


def desk_of(datasette: Any) -> Desk:
    """The desk of a site, made when it is first asked for."""
    if not hasattr(datasette, "_lupp_desk"):
        datasette._lupp_desk = Desk(site_of(datasette), files_of(datasette))
    desk: Desk = datasette._lupp_desk
    return desk


@hookimpl  # type: ignore[untyped-decorator, unused-ignore]
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """The review's addresses, only where it is on."""
    if not is_site(datasette) or not site_of(datasette).review:
        return []
    return [
        (rf"^{REVIEW}$", queue_page),
        (rf"^{REVIEW}/svar$", answer),
        (rf"^{REVIEW}/namn$", name),
        (rf"^{REVIEW}/rattelser$", said_page),
        (rf"^{REVIEW}/rattelser\.csv$", said_csv),
        (rf"^{REVIEW}/bild/(?P<document>[0-9a-f]{{16}}(?:-p[0-9]+)?)/(?P<row>[0-9a-z]+)\.png$", picture),
    ]


def cookie_name(site: Site) -> str:
    """The session cookie's name."""
    return f"lupp_granskning_{site.port}"


def _may(request: Any, site: Site) -> bool:
    given = request.cookies.get(cookie_name(site), "")
    return bool(site.session) and hmac.compare_digest(given.encode(), site.session.encode())


def _cookie(response: Any, key: str, value: str, site: Site, age: int | None, path: str = REVIEW) -> None:
    secure = site.address.startswith("https://")
    response.set_cookie(key, value, max_age=age, path=path, httponly=True, samesite="strict", secure=secure)


def _private(response: Any) -> Any:
    response.headers["Cache-Control"] = "private, no-store"
    return response


def locked(view: Callable[..., Any]) -> Callable[..., Any]:
    """A view only for those who have shown the token; for all others the page that says so."""

    @page
    async def guarded(datasette: Any, request: Any) -> Any:
        site = site_of(datasette)
        if _may(request, site):
            return _private(await view(datasette, request))
        say = sayer(site.lang)
        return await problem(datasette, request, HTTPStatus.FORBIDDEN, say("forbidden.text"))

    return guarded


async def queue_page(datasette: Any, request: Any) -> Any:
    """`/granska`: the queue. With `?token=` it is opened, and the token leaves the address."""
    site = site_of(datasette)
    token = request.args.get("token")
    if token is not None:
        if not hmac.compare_digest(token.encode(), site.token.encode()):
            return await problem(datasette, request, HTTPStatus.FORBIDDEN, sayer(site.lang)("forbidden.text"))
        response = Response.redirect(REVIEW, status=HTTPStatus.SEE_OTHER)
        _cookie(response, cookie_name(site), site.session, site, None)
        _cookie(response, *site.mark, site, None, "/")
        return _private(response)
    return await _queue(datasette, request)


@locked
async def _queue(datasette: Any, request: Any) -> Any:
    return await _shown(datasette, request, _Chosen(request.args))


class _Chosen:
    """Which part of the queue: kind of row, kind of doubt, page, and what was answered last."""

    def __init__(self, said: Any) -> None:
        table, doubt, number = said.get("tabell") or "", said.get("tvivel") or "", said.get("sida") or "1"
        self.table = table if table in EDITABLE else ""
        self.doubt = doubt if doubt in DOUBTS else ""
        self.page = int(number) if number.isascii() and number.isdecimal() and len(number) < 8 else 1
        last: list[str] = ((said.get("senast") or "") + "!!").split("!")
        self.last_act = last[0] if last[0] in (*ACTS, "undo", "name") else ""
        self.last_table, self.last_row = last[1], last[2]

    def address(self, page: int | None = None, last: str = "", at: int | None = None) -> str:
        """The address of this part of the queue."""
        number = page or self.page
        pairs = [("tabell", self.table), ("tvivel", self.doubt), ("sida", str(number) if number > 1 else "")]
        query = urlencode([(k, v) for k, v in [*pairs, ("senast", last)] if v])
        return REVIEW + (f"?{query}" if query else "") + (f"#rad-{at}" if at else "")


async def _shown(
    datasette: Any, request: Any, chosen: _Chosen, status: int = HTTPStatus.OK, changed: Card | None = None
) -> Any:
    """The queue's page. changed: the card of an answer that made no sense, shown in place of the row's own."""
    desk = desk_of(datasette)
    queue: Queue = await asyncio.to_thread(desk.queues.now)
    items = queue.chosen(chosen.table, chosen.doubt)
    pages = max(1, -(-len(items) // SIZE))
    chosen.page = min(max(1, chosen.page), pages)
    cards = await asyncio.to_thread(desk.cards, items[(chosen.page - 1) * SIZE : chosen.page * SIZE])
    if changed is not None:
        cards = [changed if c.item.key == changed.item.key else c for c in cards]
        cards = cards if changed in cards else [changed, *cards]
    counts = queue.counts()
    undoable = chosen.last_act in ACTS and queue.loaded.of(chosen.last_table, chosen.last_row) is not None
    return await render(
        datasette,
        request,
        "review.html",
        status=status,
        r=sayer(desk.site.lang),
        cards=cards,
        chosen=chosen,
        pages=pages,
        left=len(queue.items),
        here_count=len(items),
        seen=queue.seen,
        tables=[(t, sum(n for (table, _), n in counts.items() if table == t)) for t in EDITABLE],
        doubts=[(d, sum(n for (_, doubt), n in counts.items() if doubt == d)) for d in DOUBTS],
        who=_who(request),
        undoable=undoable,
        open_key=changed.item.key if changed is not None else "",
        review=REVIEW,
    )


def _cleaned(said: str) -> str:
    """A name as it is kept: on one line, of no more than its length."""
    return "".join(c for c in " ".join(said.split()) if c.isprintable())[:LONGEST_NAME].strip()


def _who(request: Any) -> str:
    """Who reviews, empty where the person has not said so. Never the system's user: that is seldom a person's name."""
    return _cleaned(unquote(request.cookies.get(NAME_COOKIE, "")))


def _remember(response: Any, who: str, site: Site) -> None:
    _cookie(response, NAME_COOKIE, quote(who), site, YEAR)


@locked
async def name(datasette: Any, request: Any) -> Any:
    """`/granska/namn`: who reviews."""
    if request.method != "POST":
        raise NotFound("")
    posted = await request.post_vars()
    response = Response.redirect(_Chosen(posted).address(last="name"), status=HTTPStatus.SEE_OTHER)
    _remember(response, _cleaned(posted.get("namn") or ""), site_of(datasette))
    return response


@locked
async def answer(datasette: Any, request: Any) -> Any:
    """`/granska/svar`: what a person says of a row. With the first answer, who says it; a name given is remembered."""
    if request.method != "POST":
        raise NotFound("")
    posted = await request.post_vars()
    response = await _answered(datasette, request, posted)
    if given := _cleaned(posted.get("namn") or ""):
        _remember(response, given, site_of(datasette))
    return response


async def _answered(datasette: Any, request: Any, posted: Any) -> Any:
    desk = desk_of(datasette)
    chosen = _Chosen(posted)
    table, row, document_id = (posted.get(k) or "" for k in ("rad_tabell", "rad", "handling"))
    act = posted.get("svar") or ""
    who = _cleaned(posted.get("namn") or "") or _who(request)
    gone = sayer(desk.site.lang)("forbidden.gone")
    if table not in EDITABLE or act not in (*ACTS, "undo"):
        return await problem(datasette, request, HTTPStatus.BAD_REQUEST)
    if not who:
        said = [(key, value) for key, value in posted.items() if key not in ("namn", "csrftoken")]
        return await render(datasette, request, "review_name.html", r=sayer(desk.site.lang), said=said, review=REVIEW)
    if act == "undo":
        await asyncio.to_thread(desk.said.undo, table, row, who)
        back = posted.get("till") == "lista"
        address = f"{REVIEW}/rattelser" if back else chosen.address(last="undo", at=1)
        return Response.redirect(address, status=HTTPStatus.SEE_OTHER)
    read = await asyncio.to_thread(extracted, desk.site.output, [(table, document_id)])
    cells = read[table, document_id].get(row)
    if cells is None:
        return await problem(datasette, request, HTTPStatus.NOT_FOUND, gone)
    if act == "remove" and table == "documents":
        return await problem(datasette, request, HTTPStatus.BAD_REQUEST)
    if act == "correct":
        changes, wrong = _changes(table, cells, posted, desk.site)
        if wrong:
            queue = await asyncio.to_thread(desk.queues.now)
            known = (item for item in queue.items if (item.table, item.key) == (table, row))
            item = next(known, Item(table, row, document_id, "unsure", 0.0))
            shown = await asyncio.to_thread(_again, desk, item, posted, wrong)
            if shown is None:
                return await problem(datasette, request, HTTPStatus.NOT_FOUND, gone)
            return await _shown(datasette, request, chosen, HTTPStatus.BAD_REQUEST, shown)
        for column, new in changes.items():
            await asyncio.to_thread(desk.said.add, "correct", table, row, cells, who, column, new)
        act = "correct" if changes else "accept"
    for plain in ACTS:
        if act == plain != "correct":
            await asyncio.to_thread(desk.said.add, plain, table, row, cells, who)
    at = posted.get("plats") or ""
    place = int(at) if at.isascii() and at.isdecimal() and len(at) < 4 else 1
    return Response.redirect(chosen.address(last=f"{act}!{table}!{row}", at=place), status=HTTPStatus.SEE_OTHER)


def _changes(table: str, cells: Cells, posted: Any, site: Site) -> tuple[Cells, Cells]:
    """The cells that were changed, and why some of them make no sense."""
    say = sayer(site.lang)
    changes: Cells = {}
    wrong: Cells = {}
    for column in EDITABLE[table]:
        typed = posted.get(f"falt_{column}")
        if typed is None or " ".join(typed.split()) == " ".join(cells[column].split()):
            continue
        try:
            changes[column] = understood(table, column, typed)
        except CellError as error:
            wrong[column] = say(f"wrong.{error.args[0]}")
    for first, last in (("date_from", "date_to"), ("effective_from", "effective_to")):
        if first in cells and not wrong:
            days = (changes.get(first, cells[first]), changes.get(last, cells[last]))
            if all(days) and days[0] > days[1]:
                wrong[last if last in changes else first] = say("wrong.backwards")
    return {c: new for c, new in changes.items() if new != cells[c]}, wrong


def _again(desk: Desk, item: Item, posted: Any, wrong: Cells) -> Card | None:
    """The row's card with what was typed and why it makes no sense."""
    record = records.load(desk.site.output, item.document_id, desk.site.unmasked)
    cells = cells_of(record, item.table, item.key) if record is not None else None
    shown = card(item, record, "[]", desk.site.unmasked, desk.site.lang) if record is not None else None
    if cells is None or shown is None:
        return None
    typed = {c: posted.get(f"falt_{c}") for c in EDITABLE[item.table] if posted.get(f"falt_{c}") is not None}
    made: tuple[Field, ...] = fields(item.table, cells, desk.site.lang, typed, wrong)
    return replace(shown, fields=made)


@locked
async def picture(datasette: Any, request: Any) -> Any:
    """`/granska/bild/<document_id>/<row>.png`: the row's line; `dokument` for the top of the first page."""
    desk = desk_of(datasette)
    document_id, tail = request.url_vars["document"], request.url_vars["row"]
    key = document_id if tail == "dokument" else f"{document_id}:{tail}"
    record = await asyncio.to_thread(records.load, desk.site.output, document_id, desk.site.unmasked)
    where = pictures.place(record, key) if record is not None else None
    if record is None or where is None or not pictures.can_show(record, desk.site.unmasked):
        raise NotFound("")
    try:
        png = await pictures.cut(desk.files.painter, desk.files.originals, record, where)
    except NoPicture as error:
        raise NotFound("") from error
    if png is None:
        raise NotFound("")
    return Response(png, headers={}, content_type="image/png")


@locked
async def said_page(datasette: Any, request: Any) -> Any:
    """`/granska/rattelser`: what people have said."""
    desk = desk_of(datasette)
    loaded = await asyncio.to_thread(load, desk.site.output)
    said = await asyncio.to_thread(desk.said.all)
    newest = await asyncio.to_thread(desk.plain, said[::-1][:LISTED])
    return await render(
        datasette,
        request,
        "review_list.html",
        r=sayer(desk.site.lang),
        said=newest,
        count=len(said),
        listed=LISTED,
        states=loaded.states,
        review=REVIEW,
    )


@locked
async def said_csv(datasette: Any, request: Any) -> Any:
    """`/granska/rattelser.csv`: the same as a table."""
    body = await asyncio.to_thread(desk_of(datasette).csv)
    headers = {"Content-Disposition": 'attachment; filename="rattelser.csv"'}
    return Response(body, headers=headers, content_type="text/csv; charset=utf-8")
