"""`lupp site`: makes the Datasette object that serves a run's output, and runs it until Ctrl-C."""

import asyncio
import errno
import importlib
import logging
import secrets
import socket
import sqlite3
import webbrowser
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn
from datasette.app import Datasette  # type: ignore[import-untyped, unused-ignore]
from datasette.plugins import pm  # type: ignore[import-untyped, unused-ignore]

from pipeline.ending import heard_by
from pipeline.messages import Lang
from pipeline.site import safety
from pipeline.site.index import Report, ensure_index
from pipeline.site.state import Site, remember
from pipeline.store import under_way

HERE = Path(__file__).parent
PLUGINS = ("pipeline.site.plugin", "pipeline.site.review")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was told. name: how the site is called from outside, behind a proxy."""

    output: Path
    host: str = "127.0.0.1"
    port: int = 8001
    name: str = ""
    review: bool = False
    unmasked: bool = False
    open: bool = False
    originals: tuple[Path, ...] = ()
    lang: Lang = "sv"

    @property
    def address(self) -> str:
        """Where the site is reached, without a slash at the end."""
        if self.name:
            return f"https://{self.name}"
        host = "127.0.0.1" if safety.is_everywhere(self.host) else self.host
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"


def make(asked: Asked, report: Report | None = None) -> tuple[Datasette, safety.Guard]:
    """The Datasette object that serves a run's output, and the application that guards it.

    The index is made first where it is not there. Raises index.SearchIndexError.
    """
    begun = under_way.state(asked.output)  # before the index is made: a run that ends meanwhile has more than that has
    database = ensure_index(asked.output, unmasked=asked.unmasked, report=report)
    _register()
    datasette = Datasette(
        [str(database)],
        settings=safety.SETTINGS,
        template_dir=str(HERE / "templates"),
        static_mounts=[("static", str(HERE / "static"))],
        metadata={
            "title": "Beslutslupp",
            "allow_sql": False,
            "databases": {database.stem: {"tables": {name: {"hidden": True} for name in _own_tables(database)}}},
        },
        cache_headers=True,
    )
    datasette.remove_database("_memory") if "_memory" in datasette.databases else None
    remember(
        datasette,
        Site(
            output=asked.output,
            database=database.stem,
            unmasked=asked.unmasked,
            lang=asked.lang,
            address=asked.address,
            review=asked.review,
            token=secrets.token_urlsafe(24) if asked.review else "",
            session=secrets.token_urlsafe(24) if asked.review else "",
            originals=asked.originals,
            begun=begun,
        ),
    )
    guard = safety.Guard(
        datasette.app(),
        names=safety.names_for(asked.host, asked.name),
        figures=safety.is_everywhere(asked.host),
        review=asked.review,
        nowhere=safety.NOWHERE,
        lang=asked.lang,
    )
    return datasette, guard


def _own_tables(database: Path) -> list[str]:
    """The tables that the search itself needs, which tell a reader of the JSON API nothing."""
    with closing(sqlite3.connect(f"file:{quote(str(database.absolute()))}?mode=ro", uri=True)) as db:
        return [
            name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE name LIKE 'search\\_%' ESCAPE '\\'")
        ]


def _register() -> None:
    """Make our pages known to Datasette, and silence its way of printing faults, which shows what variables hold."""
    for name in PLUGINS:
        if not pm.has_plugin(name):
            pm.register(importlib.import_module(name), name)
    if pm.has_plugin("datasette.handle_exception"):
        pm.unregister(name="datasette.handle_exception")


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0: any that is free. Raises OSError where the port or the address can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host.strip("[]"), port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def is_busy(error: OSError) -> bool:
    """Whether somebody else has the port."""
    return error.errno == errno.EADDRINUSE


class _Server(uvicorn.Server):
    """One that leaves it to `run` to hear requests to end."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def run(guard: Any, listener: socket.socket, open_address: str = "") -> None:
    """Serve until Ctrl-C, SIGTERM or SIGHUP. open_address: shown in the person's browser."""
    # what it warns of is told to whoever asked, and is nothing that the person at the terminal could mend
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    config = uvicorn.Config(
        guard,
        log_level="error",
        access_log=False,
        server_header=False,
        date_header=False,
        ws="none",
        lifespan="off",
        timeout_keep_alive=15,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=16 * 1024,
        limit_concurrency=200,
    )
    server = _Server(config)

    async def go() -> None:
        if open_address:
            asyncio.get_running_loop().run_in_executor(None, webbrowser.open, open_address)
        await server.serve([listener])

    with heard_by(server.handle_exit):  # raised in asyncio's midst, they would leave half an event loop behind
        asyncio.run(go())
