"""Any search as an Atom feed (RFC 4287), so that a newsroom is told of new decisions."""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from xml.etree import ElementTree

from pipeline.site.kinds import badge
from pipeline.site.model import Hit
from pipeline.site.texts import Say, known

ATOM = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml; charset=utf-8"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.w3.org/2005/Atom#beslutslupp")
UNDATED = "1970-01-01T00:00:00Z"  # always the same, so that a reader does not show an undated memo as new each time
# What XML 1.0 cannot hold at all
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def moment(iso: str) -> str:
    """A day, month or year as an instant as Atom writes it: its beginning, UTC."""
    parts = [*iso.split("-"), "01", "01"][:3] if iso else []
    try:
        year, month, day = (int(part) for part in parts)
        return datetime(year, month, day, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except (ValueError, OverflowError):
        return UNDATED


def identity(name: str) -> str:
    """An id that is always the same for the same thing, wherever the site runs."""
    return uuid.uuid5(NAMESPACE, name).urn


def atom(hits: Iterable[Hit], *, title: str, page: str, itself: str, site: str, say: Say) -> bytes:
    """The feed. title: of the search. page, itself: addresses of the search's page and of the feed, from the site's
    root; site: the site's address without a slash at the end."""
    hits = list(hits)
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "sv"})
    _add(feed, "id", identity(page))
    _add(feed, "title", title)
    _add(feed, "updated", max((moment(hit.date) for hit in hits), default=UNDATED))
    _add(_add(feed, "author"), "name", say("site.name"))
    _add(feed, "generator", say("site.name"))
    _add(feed, "link", rel="self", type="application/atom+xml", href=site + itself)
    _add(feed, "link", rel="alternate", type="text/html", href=site + page)
    for hit in hits:
        entry = _add(feed, "entry")
        kind = badge(hit.kind, hit.proposed_to, say)
        who = ", ".join(part for part in (hit.body or hit.administration, hit.municipality) if part)
        matter = "".join(piece.text for piece in hit.title)
        _add(entry, "id", identity(hit.decision_id or hit.document_id))
        _add(entry, "title", ": ".join(part for part in (kind, who, matter) if part))
        _add(entry, "updated", moment(hit.date))
        _add(entry, "link", rel="alternate", type="text/html", href=site + place(hit))
        _add(_add(entry, "author"), "name", hit.municipality or say("site.name"))
        _add(entry, "summary", "".join(piece.text for piece in hit.pieces))
        for term in (hit.kind, hit.action):
            if term:
                section = "kind" if known(f"kind.{term}") else "action"
                label = say(f"{section}.{term}") if known(f"{section}.{term}") else term
                label = kind if section == "kind" else label
                _add(entry, "category", term=term, label=label)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def place(hit: Hit) -> str:
    """A hit's address from the site's root."""
    number = hit.decision_id.rpartition(":")[2]
    return f"/handling/{hit.document_id}" + (f"#beslut-{number}" if number else "")


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    clean = {key: _UNWRITABLE.sub("\ufffd", value) for key, value in attributes.items()}
    element = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", clean)
    if text or not attributes:
        element.text = _UNWRITABLE.sub("\ufffd", text) or None
    return element
