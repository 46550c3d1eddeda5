"""What stands between the site and whoever asks: which requests pass, and what every answer says to the browser.

The site is read-only and reached from this machine alone unless told otherwise. A web page elsewhere must not be able
to read it through the person's browser (names that are made to point at this machine: the Host header is checked), nor
may a memo's text do anything in the browser (a strict Content-Security-Policy). Datasette's pages that tell versions,
settings and paths are closed, and free SQL with them.
"""

import ipaddress
import re
import socket
import sys
import traceback
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote_to_bytes

from pipeline.messages import Lang
from pipeline.resources import toml

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

LONGEST_ADDRESS = 4096  # bytes of path and query
MOST_PARAMETERS = 200
LARGEST_BODY = 64 * 1024
REVIEW = "/granska"
NOWHERE = "/finns-inte"  # an address that the site will never have

SETTINGS: dict[str, Any] = {
    "default_allow_sql": False,
    "allow_download": False,
    "allow_facet": False,  # the site has its own, which are counted within a time limit
    "suggest_facets": False,
    "allow_csv_stream": False,
    "trace_debug": False,
    "template_debug": False,
    "sql_time_limit_ms": 1000,
    "max_returned_rows": 1000,
    "default_page_size": 50,
    "max_csv_mb": 20,
    "default_cache_ttl": 0,
    "cache_size_kb": 64_000,
}

HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        b"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-permitted-cross-domain-policies", b"none"),
    (b"x-robots-tag", b"noindex, nofollow"),
    (
        b"permissions-policy",
        b"accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), "
        b"payment=(), usb=(), browsing-topics=()",
    ),
)
_OURS = frozenset(name for name, _ in HEADERS) | {b"server", b"x-powered-by", b"access-control-allow-origin"}

# Datasette's own: its assets may be had, nothing else under /-/, no database file, none of its inner databases
_CLOSED = re.compile(rb"/+(?:-(?!/static(?:-plugins)?/)(?:/|$)|_internal|_memory|[^/]*\.(?:db|sqlite)$)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HOST = re.compile(r"(?P<name>\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+?)\.?(?::\d{1,5})?")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def names_for(host: str, public_name: str = "") -> frozenset[str]:
    """The names in a Host header that are answered where the site listens on `host`; public_name: a proxy's name."""
    names = {host.lower().strip("[]"), *LOOPBACK} | ({public_name.lower()} if public_name else set())
    if is_everywhere(host):
        names |= {socket.gethostname().lower(), socket.getfqdn().lower()}
    return frozenset(names)


def is_everywhere(host: str) -> bool:
    """Whether an address to listen on stands for all addresses of this machine; any in figures is then answered."""
    return host in ("0.0.0.0", "::", "[::]")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Guard:
    """Wraps an ASGI application. names: the hosts that are answered; figures: also any address in figures. nowhere: the
    address at which the application says that there is no such page; without it that is said in plain text."""

    def __init__(
        self,
        app: App,
        *,
        names: Iterable[str] = LOOPBACK,
        figures: bool = False,
        review: bool = False,
        nowhere: str = "",
        lang: Lang = "sv",
    ) -> None:
        self.app = app
        self.lang: Lang = lang
        self.names = frozenset(names)
        self.figures = figures
        self.review = review
        self.nowhere = nowhere

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        if scope["type"] != "http":
            return None  # no web sockets
        started = False

        async def safe_send(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                kept = [(name, value) for name, value in message.get("headers", []) if name.lower() not in _OURS]
                if not any(name.lower() == b"cache-control" for name, _ in kept):
                    kept.append((b"cache-control", b"no-cache"))
                message = {**message, "headers": [*kept, *HEADERS]}
            await send(message)

        if (
            (status := self.refused(scope)) is HTTPStatus.NOT_FOUND
            and self.nowhere
            and scope["method"] in ("GET", "HEAD")
        ):
            # nothing of what was asked for goes on to the application
            ending = ".json" if scope["path"].endswith(".json") else ""
            path = self.nowhere + ending
            scope = {**scope, "path": path, "raw_path": path.encode(), "query_string": b""}
        elif status is not None:
            return await self._answer(safe_send, status, scope["method"])
        try:
            await self.app(scope, _bounded(receive), safe_send)
        except _TooLargeError:
            if not started:
                await self._answer(safe_send, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, scope["method"])
        except Exception:
            traceback.print_exc(
                file=sys.stderr
            )  # for whoever runs the site; the visitor gets no more than that it failed
            if not started:
                await self._answer(safe_send, HTTPStatus.INTERNAL_SERVER_ERROR, scope["method"])
        return None

    def refused(self, scope: Message) -> HTTPStatus | None:
        """Why a request does not pass, None where it does."""
        path: bytes = scope.get("raw_path") or scope["path"].encode("utf-8", "replace")
        path, query = path.partition(b"?")[0], scope.get("query_string") or b""
        if not self._known_host(scope):
            return HTTPStatus.MISDIRECTED_REQUEST
        if len(path) + len(query) > LONGEST_ADDRESS or query.count(b"&") >= MOST_PARAMETERS:
            return HTTPStatus.REQUEST_URI_TOO_LONG
        try:
            said = unquote_to_bytes(path).decode() + unquote_to_bytes(query.replace(b"+", b" ")).decode()
        except UnicodeDecodeError:
            return HTTPStatus.BAD_REQUEST
        if _CONTROL.search(said):
            return HTTPStatus.BAD_REQUEST
        whole = unquote_to_bytes(path)
        if ".." in whole.decode().replace("\\", "/").split("/") or _CLOSED.match(whole):
            return HTTPStatus.NOT_FOUND
        allowed = ("GET", "HEAD", "POST") if self.review and whole.startswith(REVIEW.encode()) else ("GET", "HEAD")
        if scope["method"] not in allowed:
            return HTTPStatus.METHOD_NOT_ALLOWED
        if scope["method"] == "POST" and not self._own_page(scope):
            return HTTPStatus.FORBIDDEN
        return None

    def _known_host(self, scope: Message) -> bool:
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"host"]
        match = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
        if match is None:
            return False
        name = match["name"].strip("[]").lower()
        if name in self.names:
            return True
        if not self.figures:
            return False
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    async def _answer(self, send: Send, status: HTTPStatus, method: str) -> None:
        """A short answer in plain text, which tells nothing of this machine."""
        body = f"{status.value} {refusal(status, self.lang)}\n".encode()
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            headers.append((b"allow", b"GET, HEAD"))
        await send({"type": "http.response.start", "status": status.value, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if method == "HEAD" else body})

    def _own_page(self, scope: Message) -> bool:
        """Whether a post comes from a page of the site itself, as far as the browser tells."""
        said = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if said.get(b"sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = said.get(b"origin")
        return origin is None or re.sub(r"^https?://", "", origin) == said.get(b"host")


def refusal(status: HTTPStatus, lang: Lang) -> str:
    """What is said of a request that does not pass."""
    texts: dict[str, dict[str, str]] = toml("site/data/texts.toml")["refused"]
    return texts.get(str(status.value), texts["else"])[lang]


class _TooLargeError(Exception):
    """More was sent than any form holds."""


def _bounded(receive: Receive) -> Receive:
    size = 0

    async def bounded() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            raise _TooLargeError
        return message

    return bounded
