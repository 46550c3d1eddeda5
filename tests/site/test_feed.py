"""A search as an Atom feed: well-formed, with what RFC 4287 asks for, and always the same ids."""

import re
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.site.feed import ATOM, UNDATED, atom, identity, moment
from pipeline.site.model import Hit, Piece
from pipeline.site.texts import sayer
from tests.site.pages import get, made_up

A = f"{{{ATOM}}}"


def hit(**changed: Any) -> Hit:
    """A hit, changed so."""
    known: dict[str, Any] = {
        "document_id": "0123456789abcdef", "decision_id": "0123456789abcdef:2", "kind": "proposal", "number": "2",
        "pieces": (Piece("Nämnden "), Piece("godkänner", True), Piece(" avtalet.")), "title": (Piece("Avtal"),),
        "where": "decision", "municipality": "Marks kommun", "administration": "", "body": "Socialnämnden",
        "date": "2021-03-04", "diarienummer": "SN 1", "action": "approve", "assignee": "", "amount_sek": Decimal(5),
        "page": 1, "confidence": 0.9, "certain": True,
    }  # fmt: skip
    return Hit(**{**known, **changed})


def feed(*hits: Hit) -> ElementTree.Element:
    body = atom(hits, title="Avtal", page="/sok?q=a", itself="/sok.atom?q=a", site="http://h", say=sayer("sv"))
    return ElementTree.fromstring(body)


def valid(root: ElementTree.Element) -> None:
    """What RFC 4287 asks of a feed and its entries."""
    assert root.tag == f"{A}feed"
    ids = [root.findtext(f"{A}id")]
    for element in (root, *root.findall(f"{A}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{A}{name}")) == 1
        updated = element.findtext(f"{A}updated") or ""
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", updated)
        assert datetime.fromisoformat(updated)
        assert any(link.get("rel") == "alternate" for link in element.findall(f"{A}link"))
        assert all((link.get("href") or "").startswith("http") for link in element.findall(f"{A}link"))
    entries = [entry.findtext(f"{A}id") for entry in root.findall(f"{A}entry")]
    assert len(entries) == len(set(entries))
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", i or "") for i in (*ids, *entries))
    assert any(link.get("rel") == "self" for link in root.findall(f"{A}link"))


def test_a_feed_of_the_site() -> None:
    answer = get(made_up(), "/sok.atom?q=" + quote("avtal & <stöd>"))
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    valid(ElementTree.fromstring(answer.content))
    root = ElementTree.fromstring(get(made_up(), "/sok.atom?q=avtal").content)
    valid(root)
    entries = root.findall(f"{A}entry")
    assert entries
    for entry in entries[:5]:
        address = next(link.get("href") or "" for link in entry.findall(f"{A}link"))
        path, _, place = re.sub(r"^https?://[^/]+", "", address).partition("#")
        assert f'id="{place}"' in get(made_up(), path).text
    updated = [entry.findtext(f"{A}updated") or "" for entry in entries]
    assert updated == sorted(updated, reverse=True)


def test_the_newest_of_everything_and_of_nothing() -> None:
    assert len(ElementTree.fromstring(get(made_up(), "/sok.atom").content).findall(f"{A}entry")) == 50
    valid(ElementTree.fromstring(get(made_up(), "/sok.atom?q=finnsintealls").content))


def test_what_an_entry_says() -> None:
    entry = feed(hit()).find(f"{A}entry")
    assert entry is not None
    assert entry.findtext(f"{A}title") == "Förslag: Socialnämnden, Marks kommun: Avtal"
    assert entry.findtext(f"{A}summary") == "Nämnden godkänner avtalet."
    assert entry.findtext(f"{A}id") == identity("0123456789abcdef:2")


def test_text_is_never_markup() -> None:
    said = "<script>&amp;]]>\x00\x0b\ufffe\ud800"
    root = feed(hit(pieces=(Piece(said),), title=(Piece(said),), body=said))
    valid(root)
    assert "<script>&amp;]]>" in (root.findtext(f"{A}entry/{A}summary") or "")


@pytest.mark.parametrize(
    ("date", "said"),
    [("2021-03-04", "2021-03-04T00:00:00Z"), ("2021-03", "2021-03-01T00:00:00Z"), ("2021", "2021-01-01T00:00:00Z"),
     ("", UNDATED), ("2021-13", UNDATED), ("igår", UNDATED),
     ("0009-01-01", "0009-01-01T00:00:00Z"), ("99999", UNDATED)],
)  # fmt: skip
def test_moments(date: str, said: str) -> None:
    assert moment(date) == said


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=12))
def test_any_texts_make_a_valid_feed(one: str, other: str, date: str) -> None:
    valid(feed(hit(pieces=(Piece(one), Piece(other, True)), municipality=other, date=date, kind="")))
