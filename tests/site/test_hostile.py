"""A memo whose words try to do something in the reader's browser, and requests that no browser makes."""

# ruff: noqa: E501 (tables of cases read better in long lines)

import asyncio
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from pipeline.site import serve
from pipeline.site.state import site_of
from pipeline.store.ledger import NAME
from tests.site.make import cases, store
from tests.site.test_review import Browser
from tests.site.test_safety import raw

SCRIPT = "<script>alert('x')</script>"
BREAKOUT = "\"'><img src=x onerror=alert(1)>"
TEMPLATE = "{{ 7*7 }}{% raw %}${7*7}"
ENDINGS = "</title></textarea></style></script><!-- ]]>"
BIDI = "\u202egnp.fdp\u2066"
LONG = "Långtordutanslut" * 60
CONTROL = "\x00\x1b[2J\x07\ufffe"
EVIL = (SCRIPT, BREAKOUT, TEMPLATE, ENDINGS, BIDI, LONG, CONTROL)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Browser, str, Path]:
    """A site of one memo that has it everywhere, with review open; the memo's id, and its folder."""
    said = " ".join(EVIL)
    case = replace(
        cases(1)[0], municipality=f"Elaka {BREAKOUT} kommun", body=f"Nämnden {SCRIPT}", administration=f"Kontor {ENDINGS}",
        title=f"Ärende {said}", diarienummer=f"2020/{BREAKOUT} 1", text=f"Text {said}", party=f"Bolaget {said} AB",
        points=((f"Nämnden godkänner {said}.", "approve", None), (f"Nämnden anslår 5 kronor {said}", "fund", 5)),
        confidence=0.2,
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("hostile")
    output = store(folder, [case])
    with sqlite3.connect(output / NAME) as db:
        db.execute(
            "UPDATE documents SET source = ?, author = ?, message = ? WHERE status <> 'failed'", (said, said, said)
        )
        (document_id,) = db.execute("SELECT document_id FROM decisions").fetchone()
        db.execute(
            'INSERT INTO "references" SELECT document_id, ? , ?, ?, 1, NULL, 0.2, 0, sha256 FROM documents'
            " WHERE document_id = ?",
            (f"{document_id}:r9", "attachment", f"Bilaga {said}.pdf", document_id),
        )
        db.execute("UPDATE decisions SET assignee = ?, number = ?, paragraph = ?", (said, BREAKOUT, SCRIPT))
        db.execute("UPDATE parties SET title = ?", (said,))
        db.execute('UPDATE readings SET "first" = ?, second = ?', (SCRIPT, BREAKOUT))
    datasette, guard = serve.make(serve.Asked(output, review=True))
    browser = Browser(guard)
    browser.get(f"/granska?token={site_of(datasette).token}")
    return browser, document_id, folder


class Tags(HTMLParser):
    """What a browser would do with a page."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given.get("src") or "inline")
        if tag in ("iframe", "object", "embed", "base", "style", "form") and not (given.get("action") or "").startswith(
            "/"
        ):
            self.wrong.append(tag)
        if tag == "img" and not (given.get("src") or "").startswith("/"):
            self.wrong.append(str(given))
        self.wrong.extend(name for name, _ in attrs if name.startswith("on") or name == "style")
        link = (given.get("href") or given.get("src") or "").strip().lower()
        if link.startswith(("javascript:", "data:", "//")):
            self.wrong.append(link)


PAGES = ("/", "/sok?q=n%C3%A4mnden", "/sok?q=bolaget", "/handling/{id}", "/tackning", "/granska", "/granska?tabell=parties",
         "/granska/rattelser", "/sok?q=%3Cscript%3Ealert(1)%3C/script%3E", "/sok?kommun=%22%3E%3Cscript%3E")  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_pages_do_nothing_that_a_memo_says(hostile: tuple[Browser, str, Path], address: str) -> None:
    browser, document_id, _ = hostile
    answer = browser.get(address.format(id=document_id))
    assert answer.status_code in (200, 400)
    tags = Tags()
    tags.feed(answer.text)
    assert tags.wrong == []
    assert all(re.fullmatch(r"/static/\w+\.js\?\w+", source) for source in tags.scripts)
    assert "49$" not in answer.text


def test_the_memo_is_shown_all_the_same(hostile: tuple[Browser, str, Path]) -> None:
    browser, document_id, _ = hostile
    text = browser.get(f"/handling/{document_id}").text
    assert "&lt;script&gt;alert(" in text
    assert "{{ 7*7 }}" in text


def test_what_is_taken_along_can_be_read(hostile: tuple[Browser, str, Path]) -> None:
    browser, document_id, _ = hostile
    json.loads(browser.get(f"/handling/{document_id}.json").text)
    json.loads(browser.get("/sok.json?q=n%C3%A4mnden").text)
    ET.fromstring(browser.get("/sok.atom?q=n%C3%A4mnden").content)
    for address in (
        "/sok.json?q=n%C3%A4mnden",
        f"/handling/{document_id}.json",
        "/sok.csv?q=x",
        "/search/documents.json",
    ):
        kind = browser.get(address).headers["content-type"]
        assert "html" not in kind, address
    for row in browser.get("/sok.csv?q=n%C3%A4mnden").text.splitlines():
        assert not row.startswith(("=", "+", "@"))


def test_citations_stay_in_their_fields(hostile: tuple[Browser, str, Path]) -> None:
    browser, document_id, _ = hostile
    bib = browser.get(f"/handling/{document_id}.bib")
    assert bib.status_code == 200
    assert bib.text.count("@") <= 2
    ris = browser.get(f"/handling/{document_id}.ris")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris.text.splitlines() if line.strip())


@pytest.mark.parametrize(
    ("path", "query"),
    [
        (b"/handling/..%2f..%2flupp.sqlite/original", b""), (b"/handling/%00/original", b""),
        (b"/handling/0000000000000000/sida/99999999999.png", b""), (b"/handling/0000000000000000/sida/-1.png", b""),
        (b"/handling/" + b"a" * 3000, b""), (b"/search/documents.json", b"_size=max"), (b"/search/documents.json", b"_size=-1"),
        (b"/search/documents.json", b"_sort=nothing"), (b"/search/nothing.json", b""), (b"/search/documents/x.json", b""),
        (b"/search/documents.json", b"_where=1;drop"), (b"/search/documents.json", b"_search=%22"),
        (b"/search/documents.json", b"_next=%27"), (b"/search.json", b"sql=attach+database"), (b"/granska/bild/../../x.png", b""),
        (b"/granska/bild/0000000000000000/1.png", b""), (b"/sok", b"q=" + b"%22" * 1000), (b"/sok", b"q=%F0%9F%98%80" * 30),
        (b"/sok.csv", b"q=%E2%80%AE"), (b"/sok", b"sida=1e9"), (b"/sok", b"=&&&=="), (b"/sok", b"q=a&q=b&q=c"),
        (b"/static/", b""), (b"/static/../serve.py", b""), (b"/static/%2e%2e/serve.py", b""), (b"/static//etc/passwd", b""),
        (b"/-/static/%2e%2e/app.py", b""), (b"//evil.example/", b""), (b"//evil.example//", b""), (b"/\\evil.example/", b""),
    ],
)  # fmt: skip
def test_requests_that_no_browser_makes(
    hostile: tuple[Browser, str, Path], path: bytes, query: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    browser, _, _ = hostile
    status = raw(browser.guard, path, query)
    assert status < 500
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "path", [b"//evil.example/", b"//evil.example//", b"/\\evil.example/", b"/%2f%2fevil.example/"]
)
def test_no_address_leads_to_another_host(hostile: tuple[Browser, str, Path], path: bytes) -> None:
    sent: list[dict[str, Any]] = []
    browser, _, _ = hostile

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path.decode(), "raw_path": path, "query_string": b"",
             "headers": [(b"host", b"127.0.0.1")], "scheme": "http"}  # fmt: skip
    asyncio.run(browser.guard(scope, receive, send))
    location = dict(sent[0]["headers"]).get(b"location", b"/")
    assert re.match(rb"/(?![/\\])", location)
