"""A memo's page: the page's picture beside its facts, or its text with the facts marked; what belongs with it."""

import asyncio
import sqlite3
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from datasette.utils.asgi import NotFound, Response  # type: ignore[import-untyped, unused-ignore]

from pipeline.site import corrections
from pipeline.site import search as searching
from pipeline.site.asked import Asked
from pipeline.site.cite import STYLES, anchor, cited, source_of
from pipeline.site.export import as_json, record_json
from pipeline.site.images import SHOWN_KINDS, USUAL_SCALE, NoPicture, Painter, Size
from pipeline.site.marks import Compared, compared, stretches, telling
from pipeline.site.originals import Originals
from pipeline.site.pages import ask, page, render
from pipeline.site.record import Fact, Record, load
from pipeline.site.state import Site, site_of
from pipeline.site.texts import day, decimal, period, sayer

POINT_KINDS = ("decision", "onward", "proposal", "earlier")  # as they stand in minutes; memos have no decisions
MOST_PAGES = 60  # that are shown with pictures at once


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is shown. width, height: points. spots: its facts with a place, large ones first."""

    number: int
    width: float
    height: float
    spots: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposal and its outcome. Either may stand in another document, whose id and anchor are then given."""

    compared: Compared
    proposal: tuple[str, str, str]  # address, what it is called, the body that it is a proposal to
    decision: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Party:
    """A party with all its roles; each role's fact tells its place."""

    name: str
    roles: tuple[Fact, ...]


class Files:
    """What a site needs to show originals: where they lie, and who draws them."""

    def __init__(self, site: Site) -> None:
        self.originals = Originals(site.output, site.originals)
        self.painter = Painter()
        self._output = site.output
        self._corrected: tuple[float, corrections.Loaded] | None = None

    def corrected(self) -> corrections.Loaded | None:
        """What people said of the rows; None where nobody said anything, or nobody can tell."""
        try:
            changed = (self._output / corrections.NAME).stat().st_mtime
            if self._corrected is None or self._corrected[0] != changed:
                self._corrected = changed, corrections.load(self._output)
        except (OSError, sqlite3.Error, corrections.CorrectionsError):
            return None
        return self._corrected[1]

    def close(self) -> None:
        """End the worker and remove what was unpacked."""
        self.painter.close()
        self.originals.close()


def files_of(datasette: Any) -> Files:
    """The one of a Datasette object, made when first asked for."""
    if not hasattr(datasette, "_lupp_files"):
        datasette._lupp_files = Files(site_of(datasette))
    files: Files = datasette._lupp_files
    return files


async def record_of(datasette: Any, request: Any) -> Record:
    """The document that an address names. Raises NotFound."""
    record = await asyncio.to_thread(_loaded, datasette, request.url_vars["id"])
    if record is None:
        raise NotFound("handling")
    return record


def _loaded(datasette: Any, document_id: str) -> Record | None:
    site = site_of(datasette)
    return load(site.output, document_id, site.unmasked, files_of(datasette).corrected())


async def original_of(datasette: Any, record: Record) -> Path | None:
    """The document's file where it still lies and has the bytes that were read."""
    return await asyncio.to_thread(files_of(datasette).originals.find, record.sha256, record.places)


async def picture_file(datasette: Any, record: Record) -> tuple[Path | None, str]:
    """The file to draw pages from, or None and the key of the text that says why there is none ("": nothing)."""
    if record.document["status"] in ("failed", "skipped"):
        return None, ""  # the page says so above
    if record.kind not in SHOWN_KINDS:
        return None, "memo.no_picture_kind"
    if record.unread and not site_of(datasette).unmasked:
        return None, "memo.no_picture_unread"
    if record.unplaced and not (record.kind == "pdf" and record.document["text_source"] == "digital"):
        return None, "memo.no_picture_unplaced"
    path = await original_of(datasette, record)
    return path, "" if path else "memo.no_picture_gone"


@page
async def memo(datasette: Any, request: Any) -> Any:
    """`/handling/<document_id>`."""
    site = site_of(datasette)
    whole = await record_of(datasette, request)
    record = replace(whole, readings=telling(whole.readings))
    related = await ask(datasette, lambda db: searching.related(db, record.document_id))
    path, why = await picture_file(datasette, record)
    sheets: list[Sheet] = []
    if path is not None:
        try:
            sheets = await _sheets(datasette, record, path)
        except NoPicture:
            why = "memo.no_picture_broken"
    pairs = await asyncio.to_thread(_pairs, datasette, record, related)
    today = datetime.now(UTC).date().isoformat()
    return await render(
        datasette,
        request,
        "memo.html",
        record=record,
        document=record.document,
        scanned=record.document["text_source"] in ("ocr", "mixed"),  # of old OCR text no digit is confirmed
        title=record.document["title"] or sayer(site.lang)("memo.untitled"),
        points=[(kind, [p for p in record.points if _group(p) == kind]) for kind in POINT_KINDS],
        parties=_parties(record),
        sheets=sheets,
        more_pages=len(record.pages) > MOST_PAGES,
        why=why,
        text=stretches(record.text, record.everywhere()),
        anchor=anchor,
        corrected=lambda fact: _corrected(fact, site),
        related=related,
        linked=_linked(related),
        pairs=pairs,
        citations=_citations(record, None, site, today),
        cite=lambda point: _citations(record, point, site, today)[0][1],
        same_matter=Asked(f'dnr:"{record.document["diarienummer"]}"').address(),
        original=await original_said(datasette, record),
        usual_scale=USUAL_SCALE,
    )


async def _sheets(datasette: Any, record: Record, path: Path) -> list[Sheet]:
    pages = record.pages[:MOST_PAGES]
    sizes: list[Size] = await files_of(datasette).painter.sizes(record.sha256, path, record.kind, pages[0], pages[-1])
    spots: dict[int, list[Fact]] = {}
    for fact in record.everywhere():
        if fact.box is not None:
            spots.setdefault(fact.page, []).append(fact)
    return [
        Sheet(number, round(width, 1), round(height, 1), tuple(sorted(spots.get(number, ()), key=_area, reverse=True)))
        for number, (width, height) in zip(pages, sizes, strict=True)
    ]


def _corrected(fact: Fact, site: Site) -> str:
    """What a person put in the place of a sum, a date or a reference, as it is shown; "" where nobody did."""
    row, was = fact.row, fact.was
    if fact.group == "amounts" and ("value" in was or "unit" in was) and row["value"] is not None:
        return f"{decimal(row['value'], site.lang)} {row['unit'] or ''}".strip()
    if fact.group == "dates" and ("date_from" in was or "date_to" in was):
        return period(row["date_from"], row["date_to"], site.lang)
    return str(row["text"]) if was.get("text") else ""


def _group(point: Fact) -> str:
    """The part of the page that a point stands in."""
    row = point.row
    return "onward" if row["kind"] == "decision" and row["proposed_to"] else str(row["kind"])


def _area(fact: Fact) -> float:
    x0, y0, x1, y1 = fact.box or (0, 0, 0, 0)
    return (x1 - x0) * (y1 - y0)


def _parties(record: Record) -> list[Party]:
    grouped: dict[str, list[Fact]] = {}
    for fact in record.group("parties"):
        grouped.setdefault(fact.row["name"], []).append(fact)
    return [Party(name, tuple(facts)) for name, facts in grouped.items()]


def _citations(record: Record, point: Fact | None, site: Site, today: str) -> list[tuple[str, str]]:
    source = source_of(record, point, site.address, today)
    return [(style, cited(source, style, site.lang)) for style in STYLES]


def _linked(related: searching.Related) -> dict[str, searching.RelatedMemo]:
    """Where an earlier decision that this memo names stands in the collection, by the row that names it."""
    return {memo.reference_id: memo for memo in related.memos if memo.why == "earlier" and memo.reference_id}


def _pairs(datasette: Any, record: Record, related: searching.Related) -> list[Pair]:
    """Proposals and outcomes of the matter that touch this memo, compared."""
    site = site_of(datasette)
    records: dict[str, Record | None] = {record.document_id: record}
    pairs = []
    for proposal_id, decision_id in related.pairs:
        sides = []
        for decision in (proposal_id, decision_id):
            document_id, _, number = decision.rpartition(":")
            if document_id not in records:
                records[document_id] = _loaded(datasette, document_id)
            found = records[document_id]
            sides.append((found, next((p for p in found.points if p.key == f"b{number}"), None) if found else None))
        (one, first), (other, second) = sides
        if one and first and other and second and record.document_id in (one.document_id, other.document_id):
            said = compared(first.row["text"], second.row["text"])
            pairs.append(Pair(said, _called(site, one, first), _called(site, other, second)))
    return pairs


def _called(site: Site, record: Record, point: Fact) -> tuple[str, str, str]:
    row, document = point.row, record.document
    when = day(row["date"] if row["kind"] == "decision" and row["date"] else document["date"], site.lang)
    paragraph = f"§ {row['paragraph']}" if row["paragraph"] and row["kind"] == "decision" else ""
    name = ", ".join(part for part in (row["body"] or document["addressee"], when, paragraph) if part)
    return f"/handling/{record.document_id}#{anchor(point)}", name, row["proposed_to"] or ""


async def original_said(datasette: Any, record: Record) -> str:
    """The key of the text that says why the original is not given out; "" where it is."""
    if record.private:
        return "memo.original_masked"
    if record.file_unread and not site_of(datasette).unmasked:
        return "memo.original_unread"
    return "" if await original_of(datasette, record) else "memo.original_gone"


@page
async def memo_json(datasette: Any, request: Any) -> Any:
    """`/handling/<document_id>.json`."""
    record = await record_of(datasette, request)
    related = await ask(datasette, lambda db: searching.related(db, record.document_id))
    body = as_json(record_json(record, site_of(datasette).address, map(asdict, related.memos)))
    return Response(body, headers={}, content_type="application/json; charset=utf-8")


def citation(style: str, content_type: str, suffix: str) -> Any:
    """The view that gives a document's citation (`?punkt=2`: that of its second decision) as a file."""

    @page
    async def view(datasette: Any, request: Any) -> Any:
        record = await record_of(datasette, request)
        site = site_of(datasette)
        number = request.args.get("punkt") or ""
        point = next((p for p in record.points if p.key == f"b{number}"), None)
        if number and point is None:
            raise NotFound("punkt")
        today = datetime.now(UTC).date().isoformat()
        body = cited(source_of(record, point, site.address, today), style, site.lang)
        name = f"lupp-{record.document_id}{f'-{number}' if point else ''}.{suffix}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(body, headers=headers, content_type=f"{content_type}; charset=utf-8")

    return view
