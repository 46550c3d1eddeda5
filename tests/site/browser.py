"""A site that runs, and a headless Chromium that looks at it."""

import shutil
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import uvicorn

from pipeline.site import serve
from pipeline.site.pages_memo import files_of
from pipeline.site.state import site_of
from pipeline.store.ledger import NAME

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Where a Chromium that Playwright can drive lies; Ubuntu's snap can't be driven without one's own folders."""
    for name in BROWSERS:
        found = shutil.which(name)
        if found and "/snap/" not in str(Path(found).resolve()) and not _is_snap(Path(found)):
            return found
    return None


def driver_starts() -> bool:
    """Whether Playwright's own driver runs here: its node asks for a library (libatomic) that a bare system lacks."""
    try:
        from playwright._impl._driver import compute_driver_executable
    except ImportError:
        return False
    node = str(compute_driver_executable()[0])
    try:
        return subprocess.run([node, "--version"], capture_output=True, check=False, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _is_snap(path: Path) -> bool:
    """Ubuntu's `chromium-browser` is a script that starts, or asks for, the snap."""
    with path.open("rb") as handle:
        return b"snap" in handle.read(4096) and handle.seek(0) == 0 and handle.read(2) == b"#!"


@dataclass(frozen=True)
class Running:
    """A site that runs. address: without a slash at the end; token: of review."""

    address: str
    token: str
    output: Path
    datasette: Any


def make_doubtful(output: Path, rows: int = 6) -> None:
    """Let some amounts, decisions and dates that have a place on a page be uncertain."""
    with sqlite3.connect(output / NAME) as db:
        for table, key in (("amounts", "id"), ("decisions", "decision_id"), ("dates", "id")):
            db.execute(
                f'UPDATE "{table}" SET confidence = 0.3, confirmed = 0 WHERE "{key}" IN'
                f' (SELECT "{key}" FROM "{table}" WHERE box IS NOT NULL ORDER BY "{key}" LIMIT {rows // 3})'
            )


@contextmanager
def running(asked: serve.Asked) -> Iterator[Running]:
    """The site on a free port, for as long as the block lasts."""
    listener = serve.listen("127.0.0.1", 0)
    asked = replace(asked, port=listener.getsockname()[1])
    datasette, guard = serve.make(asked)
    files_of(datasette).painter.warm()
    server = uvicorn.Server(uvicorn.Config(guard, log_level="error", lifespan="off", ws="none", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    try:
        yield Running(asked.address, site_of(datasette).token, asked.output, datasette)
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()
        files_of(datasette).close()
