"""Any search as CSV or JSON, and a document as JSON."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.site.asked import Asked
from pipeline.site.feed import place
from pipeline.site.model import Hit, Results
from pipeline.site.record import Fact, Record

COLUMNS = (
    "document_id", "decision_id", "kind", "number", "municipality", "administration", "body", "date", "diarienummer",
    "paragraph", "proposed_to", "title", "action", "assignee", "text", "amount_sek", "page", "confidence", "certain",
    "found_in", "address",
)  # fmt: skip
CSV_TYPE = "text/csv; charset=utf-8"
MARK = "\ufeff"  # without it a spreadsheet takes å, ä and ö for something else
_FORMULA = re.compile(r"[=@\t\r]|[+-](?!\d)")


def hit_row(hit: Hit, site: str) -> dict[str, Any]:
    """A hit as it is exported; `kind` as the table has it. site: the site's address without a slash at the end."""
    return {
        "document_id": hit.document_id,
        "decision_id": hit.decision_id or None,
        "kind": hit.kind_of_row or hit.kind or None,
        "number": hit.number or None,
        "municipality": hit.municipality or None,
        "administration": hit.administration or None,
        "body": hit.body or None,
        "date": hit.date or None,
        "diarienummer": hit.diarienummer or None,
        "paragraph": hit.paragraph or None,
        "proposed_to": hit.proposed_to or None,
        "title": "".join(piece.text for piece in hit.title) or None,
        "action": hit.action or None,
        "assignee": hit.assignee or None,
        "text": "".join(piece.text for piece in hit.pieces),
        "amount_sek": None if hit.amount_sek is None else float(hit.amount_sek),
        "page": hit.page,
        "confidence": hit.confidence,
        "certain": hit.certain,
        "found_in": hit.where or None,
        "address": site + place(hit),
    }


def csv_lines(hits: Iterable[Hit], site: str) -> Iterator[str]:
    """The lines of a CSV file: UTF-8 with a mark that it is, commas, a header.

    A cell that a spreadsheet would take for a formula has a `'` before it: texts of memos are nobody's to trust.
    """
    yield MARK + ",".join(COLUMNS) + "\r\n"
    for hit in hits:
        sink = io.StringIO()
        csv.writer(sink).writerow([_cell(value) for value in hit_row(hit, site).values()])
        yield sink.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    text = str(value)
    return "'" + text if isinstance(value, str) and _FORMULA.match(text) else text


def results_json(results: Results, asked: Asked, site: str) -> dict[str, Any]:
    """A page of hits as JSON; `next` leads to the following one."""
    more = results.page * results.size < results.total or not results.exact
    following = Asked(asked.typed, asked.chosen, asked.order, asked.page + 1, asked.size).address("/sok.json")
    return {
        "query": asked.typed,
        "total": results.total,
        "exact": results.exact,
        "page": results.page,
        "size": results.size,
        "next": site + following if more and results.hits else None,
        "hits": [hit_row(hit, site) for hit in results.hits],
        "facets": {
            facet.name: {
                "exact": facet.exact,
                "values": [{"value": v.value, "label": v.label, "count": v.count} for v in facet.values],
            }
            for facet in results.facets
        },
        "years": [{"year": year, "count": count} for year, count in results.timeline],
        "forgiven": [{"typed": typed, "used": used} for typed, used in results.forgiven],
        "relaxed": results.relaxed,
        "parts": list(results.parts),
    }


def record_json(record: Record, site: str, related: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """A document with all that is known of it."""
    address = f"{site}/handling/{record.document_id}"

    def rows(facts: Iterable[Fact]) -> list[dict[str, Any]]:
        return [
            {**fact.row, "confirmed": None if (said := fact.row.get("confirmed")) is None else bool(said)}
            for fact in facts
        ]

    return {
        "address": address,
        "document": record.document,
        "masked": record.masked,
        "sha256": record.sha256,
        "decisions": rows(record.points),
        **{name: rows(record.group(name)) for name in ("dates", "amounts", "parties", "references")},
        "readings": [{"page": f.page, "box": f.box, **f.row} for f in record.readings],
        "related": list(related),
        "text": record.text,
    }


def as_json(value: Any) -> bytes:
    """JSON as people can read it too."""
    return (json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n").encode("utf-8", "replace")
