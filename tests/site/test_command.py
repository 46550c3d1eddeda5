"""`lupp site` from outside: what it says, what it answers, how it ends."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from pipeline.cli import main
from pipeline.errors import ExitCode
from tests.processes import gone, of_group
from tests.site.make import varied

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return varied(tmp_path_factory.mktemp("command"), 12)


@pytest.fixture
def started(output: Path) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """The command running, and the two addresses that it printed."""
    command = [sys.executable, "-m", "pipeline.cli", "site", str(output), "--port", "0", "--review"]
    environ = {**os.environ, "PYTHONUNBUFFERED": "1", "LUPP_LANG": "sv"}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environ,
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        first, second = running.stdout.readline(), running.stdout.readline()
        yield running, first.split()[1].rstrip("/"), second.split()[1]
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)


def sent(address: str, request: bytes) -> bytes:
    """What the site answers to these very bytes."""
    to = urlsplit(address)
    with socket.create_connection((to.hostname, to.port), timeout=10) as line:
        line.sendall(request)
        line.settimeout(10)
        answer = b""
        while b"\r\n" not in answer and (more := line.recv(4096)):
            answer += more
    return answer


@pytest.mark.slow
def test_it_runs_until_ctrl_c(started: tuple[subprocess.Popen[str], str, str]) -> None:
    running, address, review = started
    deadline = time.monotonic() + 30
    while True:
        try:
            answer = httpx.get(address + "/", timeout=10)
            break
        except httpx.TransportError:
            assert time.monotonic() < deadline
            time.sleep(0.1)
    assert answer.status_code == 200
    assert "content-security-policy" in answer.headers
    assert "server" not in answer.headers
    assert httpx.get(review, follow_redirects=True).status_code == 200
    assert httpx.get(f"{address}/granska").status_code == 403
    port = urlsplit(address).port
    host = f"Host: 127.0.0.1:{port}\r\n\r\n".encode()
    for request in (
        b"GET /\xff HTTP/1.1\r\n" + host,
        b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n" + host,
        b"GET /sok?q=\x00 HTTP/1.1\r\n" + host,
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ):
        assert sent(address, request).startswith(b"HTTP/1.1 4"), request[:60]
    busy = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "site", str(started[0].args[4]), "--port", str(port)],  # type: ignore[index]
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert busy.returncode == ExitCode.SETUP
    assert str(port) in busy.stderr
    os.killpg(running.pid, signal.SIGINT)  # as the terminal does: to the workers too
    assert running.wait(15) == ExitCode.OK
    assert running.stderr is not None
    assert running.stderr.read() == "Avslutat.\n"  # not a word of the requests above that are none
    assert gone(running.pid)


@pytest.mark.slow
@pytest.mark.parametrize("to", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_nothing_of_it_is_left_however_it_ends(
    started: tuple[subprocess.Popen[str], str, str], to: signal.Signals
) -> None:
    running, _, _ = started
    deadline = time.monotonic() + 30
    while len(of_group(running.pid)) < 4:  # itself, the resource tracker, the fork server, the worker
        assert time.monotonic() < deadline
        time.sleep(0.05)
    running.send_signal(to)
    code = running.wait(15)
    assert gone(running.pid)
    assert running.stderr is not None
    if to is not signal.SIGKILL:
        assert code == ExitCode.OK
        assert running.stderr.read() == "Avslutat.\n"


def test_what_is_missing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", str(tmp_path / "nowhere")]) == ExitCode.SETUP
    assert "finns inte" in capsys.readouterr().err
    assert main(["site", str(tmp_path)]) == ExitCode.SETUP
    assert f"lupp run MAPP -o {tmp_path}" in capsys.readouterr().err
    (tmp_path / "lupp.sqlite").write_bytes(b"no database at all")
    assert main(["site", str(tmp_path), "--port", "0"]) == ExitCode.SETUP
    assert "skadad" in capsys.readouterr().err


def test_nobody_is_told_to_write_tables_among_originals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "nämndens papper"
    folder.mkdir()
    (folder / "beslut.pdf").write_bytes(b"%PDF-1.4")
    assert main(["site", str(folder)]) == ExitCode.SETUP
    told = capsys.readouterr().err
    assert f"lupp run '{folder}' -o tabeller och sedan lupp site tabeller" in told
    assert f"-o '{folder}'" not in told
    folder = folder.rename(tmp_path / "tabeller")
    assert main(["--lang", "en", "site", "tabeller"]) == ExitCode.SETUP
    assert "lupp run tabeller -o tables," in capsys.readouterr().err
    assert main(["site", "tabeller"]) == ExitCode.SETUP
    assert "lupp run tabeller -o tabeller-2 " in capsys.readouterr().err


def test_ports_and_hosts_that_cannot_be(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", str(output), "--port", "70000"]) == ExitCode.USAGE
    assert main(["site", str(output), "--port", "0", "--host", "no such host"]) == ExitCode.SETUP
    assert "no such host" in capsys.readouterr().err


def test_the_default_folder_is_the_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["site"]) == ExitCode.SETUP
    assert "outputs finns inte" in capsys.readouterr().err


def test_a_folder_of_originals_that_is_not_there(
    output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site", str(output), "--originals", str(tmp_path / "moved")]) == ExitCode.USAGE
    assert "moved" in capsys.readouterr().err
