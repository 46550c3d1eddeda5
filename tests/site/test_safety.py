"""What the guard lets through, what every answer says to the browser, and what stays closed."""

import asyncio
import sqlite3
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

import httpx
import pytest

from pipeline.messages import Lang
from pipeline.site import safety, serve
from pipeline.site.safety import Guard, is_loopback, names_for
from tests.site.make import ran, varied

HOST = "http://127.0.0.1:8001"


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """An application that lets everything pass and says too much."""
    while (await receive()).get("more_body"):
        pass
    headers = [(b"server", b"x 1.2"), (b"access-control-allow-origin", b"*"), (b"x-frame-options", b"ALLOW")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"passed"})


async def failing(scope: Any, receive: Any, send: Any) -> None:
    raise RuntimeError("/home/someone/secret.py")


def call(app: Any, method: str, url: str, **rest: Any) -> httpx.Response:
    """One request to an application, as a browser on this machine would make it."""

    async def go() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOST) as client:
            return await client.request(method, url, **rest)

    return asyncio.run(go())


def raw(app: Any, path: bytes, query: bytes = b"", host: bytes | None = b"127.0.0.1", method: str = "GET") -> int:
    """The status of a request that no well-behaved client would make."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path.decode("utf-8", "replace"), "raw_path": path,
             "query_string": query, "headers": [(b"host", host)] if host is not None else []}  # fmt: skip
    asyncio.run(app(scope, receive, send))
    return int(sent[0]["status"])


@pytest.mark.parametrize("host", [b"127.0.0.1", b"127.0.0.1:8001", b"localhost:8001", b"LOCALHOST", b"[::1]:8001"])
def test_this_machine_is_answered(host: bytes) -> None:
    assert raw(Guard(echo), b"/", host=host) == 200


@pytest.mark.parametrize(
    "host",
    [b"evil.example", b"evil.example:8001", b"127.0.0.1.evil.example", b"localhost.evil.example", b"", None,
     b"127.0.0.1@x", b"192.168.0.4", b"127.0.0.1, evil.example", b"\xff\xfe", b"[::1", b"localhost:99999999"],
)  # fmt: skip
def test_other_names_are_not(host: bytes | None) -> None:
    assert raw(Guard(echo), b"/", host=host) == 421


def test_two_host_headers_are_none() -> None:
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"",
             "headers": [(b"host", b"127.0.0.1"), (b"host", b"evil.example")]}  # fmt: skip
    assert Guard(echo).refused(scope) == 421


def test_names_that_were_given() -> None:
    given = Guard(echo, names=names_for("10.0.0.5", "beslut.example.se"))
    assert raw(given, b"/", host=b"beslut.example.se") == 200
    assert raw(given, b"/", host=b"10.0.0.5:8001") == 200
    assert raw(given, b"/", host=b"10.0.0.6") == 421
    everywhere = Guard(echo, names=names_for("0.0.0.0"), figures=True)
    assert raw(everywhere, b"/", host=b"10.0.0.6:8001") == 200
    assert raw(everywhere, b"/", host=b"evil.example") == 421


@pytest.mark.parametrize(
    ("host", "only_here"),
    [("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False),
     ("192.168.1.2", False), ("example.se", False)],
)  # fmt: skip
def test_which_addresses_are_this_machine_alone(host: str, only_here: bool) -> None:
    assert is_loopback(host) is only_here


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        (b"/sok", b"q=%C3%A5tg%C3%A4rd", 200),
        (b"/sok", b"q=a+b%20c", 200),
        (b"/handling/../../etc/passwd", b"", 404),
        (b"/handling/%2e%2e/%2e%2e/etc/passwd", b"", 404),
        (b"/static/..%2f..%2fsettings.py", b"", 404),
        (b"/static/..\\..\\x", b"", 404),
        (b"/a%00b", b"", 400),
        (b"/sok", b"q=%00", 400),
        (b"/sok", b"q=%1b[2J", 400),
        (b"/sok", b"q=%ff%fe", 400),
        (b"/%c3%28", b"", 400),
        (b"/\xff", b"", 400),
        (b"/" + b"a" * 5000, b"", 414),
        (b"/sok", b"q=" + b"a" * 5000, 414),
        (b"/sok", b"&".join(b"kommun=x" for _ in range(300)), 414),
        (b"/-/metadata", b"", 404),
        (b"/-/settings.json", b"", 404),
        (b"/-/versions.json", b"", 404),
        (b"/-/plugins.json", b"", 404),
        (b"/-/threads", b"", 404),
        (b"/-/databases.json", b"", 404),
        (b"/-/permissions", b"", 404),
        (b"/-/messages", b"", 404),
        (b"/-/allow-debug", b"", 404),
        (b"/-/patterns", b"", 404),
        (b"/-/auth-token", b"token=x", 404),
        (b"//-/versions.json", b"", 404),
        (b"/%2D/versions.json", b"", 404),
        (b"/-", b"", 404),
        (b"/_internal", b"", 404),
        (b"/_internal/databases.json", b"", 404),
        (b"/_memory", b"", 404),
        (b"/_memory.json", b"sql=select+1", 404),
        (b"/search.db", b"", 404),
        (b"/search.DB", b"", 404),
        (b"/-/static/app.css", b"", 200),
    ],
)
def test_addresses(path: bytes, query: bytes, status: int) -> None:
    assert raw(Guard(echo), path, query) == status


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_only_reading(method: str) -> None:
    assert raw(Guard(echo), b"/sok", method=method) == 405
    assert raw(Guard(echo), b"/granska/svar", method=method) == 405
    assert raw(Guard(echo, review=True), b"/sok", method=method) == 405


@pytest.mark.parametrize(
    ("lang", "told"), [("sv", "405 Sidan kan bara läsas.\n"), ("en", "405 The page can only be read.\n")]
)
def test_a_refusal_is_said_in_the_language_of_the_site(lang: Lang, told: str) -> None:
    assert call(Guard(echo, lang=lang), "PUT", "/sok").text == told


@pytest.mark.parametrize("status", [s for s in HTTPStatus if s >= 400])
def test_every_refusal_has_words(status: HTTPStatus) -> None:
    assert safety.refusal(status, "sv") != safety.refusal(status, "en")


def test_a_post_to_review_must_come_from_its_own_page() -> None:
    guard = Guard(echo, review=True)
    assert call(guard, "POST", "/granska/svar", headers={"Origin": HOST}).status_code == 200
    assert call(guard, "POST", "/granska/svar").status_code == 200  # no browser
    assert call(guard, "POST", "/granska/svar", headers={"Origin": "http://evil.example"}).status_code == 403
    assert call(guard, "POST", "/granska/svar", headers={"Origin": "null"}).status_code == 403
    assert call(guard, "POST", "/granska/svar", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert call(guard, "POST", "/granska/svar", headers={"Sec-Fetch-Site": "same-site"}).status_code == 403


def test_more_than_a_form_holds_is_refused() -> None:
    assert call(Guard(echo, review=True), "POST", "/granska/svar", content=b"x" * 100_000).status_code == 413


def test_every_answer_has_the_headers() -> None:
    for app, url in ((echo, "/"), (echo, "/-/versions"), (failing, "/")):
        answer = call(Guard(app), "GET", url)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        for name, value in safety.HEADERS:
            assert answer.headers.get_list(name.decode()) == [value.decode()]
        assert "server" not in answer.headers
        assert "access-control-allow-origin" not in answer.headers


def test_a_fault_tells_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    answer = call(Guard(failing), "GET", "/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "secret.py" in capsys.readouterr().err


def test_head_has_no_body() -> None:
    assert call(Guard(echo), "HEAD", "/-/versions").text == ""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    folder = tmp_path_factory.mktemp("site")
    output = varied(folder, 12)
    _, guard = serve.make(serve.Asked(output))
    return guard, folder


@pytest.mark.parametrize("url", ["/lupp.sqlite", "/-/versions", "/_memory", "/search.db"])
def test_what_is_closed_has_the_sites_own_page(site: tuple[Any, Path], url: str) -> None:
    guard, _ = site
    answer = call(guard, "GET", url + "?token=x")
    assert answer.status_code == 404
    assert "<h1>Sidan finns inte</h1>" in answer.text
    told = call(guard, "GET", "/-/versions.json")
    assert told.status_code == told.json()["status"] == 404


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/", 200),
        ("/sok?q=avtal", 200),
        ("/search.json?sql=select+sqlite_version()", 403),
        ("/search.json?sql=select+*+from+documents", 403),
        ("/search/documents.json?_where=1=1", 403),
        ("/search.db", 404),
        ("/granska", 404),
        ("/granska?token=", 404),
        ("/nothing-like-it", 404),
        ("/handling/0000000000000000", 404),
        ("/handling/0000000000000000/original", 404),
    ],
)
def test_the_whole_site(site: tuple[Any, Path], url: str, status: int) -> None:
    guard, folder = site
    answer = call(guard, "GET", url)
    assert answer.status_code == status
    for told in (str(folder), "Traceback", "site-packages", "sqlite3.", 'File "/'):
        assert told not in answer.text


def test_no_answer_has_the_disks_paths(site: tuple[Any, Path]) -> None:
    guard, folder = site
    for url in ("/search.json", "/search/documents.json", "/search/documents.json?_labels=on&_shape=objects",
                "/search/documents.json?_facet=title", "/search/documents.json?_trace=1", "/sok?_context=1",
                "/sok.json?q=avtal", "/sok.csv?q=avtal", "/sok.atom?q=avtal", "/tackning", "/om"):  # fmt: skip
        answer = call(guard, "GET", url)
        assert answer.status_code < 500, url
        assert str(folder) not in answer.text
        assert "select " not in answer.text.lower() or url.startswith("/search"), url


HOSTILE = ("'", '"', "<script>alert(1)</script>", "' OR 1=1 --", "\"*", "NEAR(", "(((((", "a:b:c", "-", "--", "*", "^",
           "dnr:", "belopp:>", "belopp:>99999999999999999999mnkr", "kommun:<b>", "\u202eavtal", "a" * 390, "å" * 390,
           "ord " * 90, "\"" * 50, "{{7*7}}", "%s%n", "\\", "NULL", "\U0001f600", "a\tb", "AND OR NOT",
           "col:{a b}:x")  # fmt: skip


@pytest.mark.parametrize("page", ["/sok", "/sok.json", "/sok.csv", "/sok.atom"])
def test_hostile_questions(site: tuple[Any, Path], page: str) -> None:
    guard, _ = site
    for question in HOSTILE:
        answer = call(guard, "GET", page, params={"q": question})
        assert answer.status_code in (200, 400), question
        assert "<script>alert" not in answer.text or answer.headers["content-type"].startswith(
            ("application/json", "text/csv")
        )


@pytest.mark.parametrize(
    "params",
    [{"sida": "0"}, {"sida": "-1"}, {"sida": "99999999999999999999"}, {"sida": "x"}, {"ar": "x"}, {"ar": "-5"},
     {"ar": "99999"}, {"sort": "<script>"}, {"slag": "'"}, {"belopp": "x"}, {"saker": "kanske"}, {"kommun": "\u0000"},
     {"storlek": "1e9"}],
)  # fmt: skip
def test_parameters_that_make_no_sense(site: tuple[Any, Path], params: dict[str, str]) -> None:
    guard, _ = site
    answer = call(guard, "GET", "/sok", params={"q": "avtal", **params})
    assert answer.status_code in (200, 400)
    assert "<script>" not in answer.text.replace('<script src="', "")


SECRETS = ("Kalle", "19811218", "811218", "9876", "kalle@")


def test_nothing_private_reaches_the_index_or_an_answer(site: tuple[Any, Path]) -> None:
    guard, folder = site
    index = folder / "out" / "search.sqlite"
    with sqlite3.connect(f"file:{index}?mode=ro", uri=True) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = []
        for table in tables:
            with suppress(sqlite3.OperationalError):  # an index's own tables are in those beside it
                rows += db.execute(f'SELECT * FROM "{table}"').fetchall()
        held = "\n".join(
            cell if isinstance(cell, str) else cell.decode("utf-8", "replace")
            for row in rows
            for cell in row
            if isinstance(cell, str | bytes)
        )
        (document_id,) = db.execute("SELECT document_id FROM documents WHERE title LIKE 'Individ%'").fetchone()
    assert "Individärende" in held
    for secret in SECRETS:
        assert secret.lower() not in held.lower()
    memo = f"/handling/{document_id}"
    for url in (memo, f"{memo}.json", f"{memo}.bib", "/sok?q=individ%C3%A4rende", "/sok.json?q=individ%C3%A4rende",
                "/sok.csv?q=individ%C3%A4rende", "/sok.atom?q=individ%C3%A4rende", "/tackning"):  # fmt: skip
        answer = call(guard, "GET", url)
        assert answer.status_code == 200, url
        for secret in SECRETS:
            assert secret not in answer.text, url
    assert call(guard, "GET", "/sok.json?q=Kalle").json()["total"] == 0
    assert call(guard, "GET", f"{memo}/original").status_code in (403, 404)


@pytest.mark.slow
def test_originals_that_have_moved_are_given_from_the_folder_that_is_named(tmp_path: Path) -> None:
    output = ran(tmp_path, ("digital/10-minutes.pdf",))
    said = (tmp_path / "in" / "10-minutes.pdf").read_bytes()
    (tmp_path / "in").rename(tmp_path / "moved")
    with sqlite3.connect(output / "lupp.sqlite") as db:
        (document_id,) = db.execute("SELECT document_id FROM documents").fetchone()
    address = f"/handling/{document_id}/original"
    assert call(serve.make(serve.Asked(output))[1], "GET", address).status_code == 404
    there = serve.make(serve.Asked(output, originals=(tmp_path / "moved",)))[1]
    assert call(there, "GET", address).content == said
    (tmp_path / "moved" / "10-minutes.pdf").write_bytes(b"something else")
    changed = serve.make(serve.Asked(output, originals=(tmp_path / "moved",)))[1]
    assert call(changed, "GET", address).status_code == 404
