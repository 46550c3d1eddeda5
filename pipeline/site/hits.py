"""Units become hits as they are shown; the best of them are looked at once more, in their own words."""

import json
import math
import sqlite3
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import numpy as np

from pipeline.site.columns import Columns
from pipeline.site.index_units import is_certain
from pipeline.site.kinds import kind_of
from pipeline.site.match import Accepted, Ints
from pipeline.site.model import Hit, Piece, Query
from pipeline.site.pieces import marked, snippet
from pipeline.site.swedish import fold, stem

BLOCK = 200  # units that are ordered anew together
_IN_A_ROW = 3  # hits of one memo
_CHUNK = 400
Row = dict[str, Any]

_NAMES = "(SELECT group_concat(p.name, char(10)) FROM parties AS p WHERE p.document_id = m.document_id) AS names"
_POINT = """SELECT p."number" AS unit, p.amount_sek, d.document_id, d.decision_id, d.kind, d.number, d.body, d.action,
    d.assignee, d.text, d.date AS decided, d.page, d.confidence, d.confirmed, d.diarienummer AS own_number,
    d.title AS own_title, d.paragraph, d.proposed_to, m.title, m.municipality, m.administration, m.addressee, m.date,
    m.diarienummer, m.document_type, {names}, f.others, '' AS full
    FROM search_point_ids AS p JOIN decisions AS d USING (decision_id) JOIN documents AS m USING (document_id)
    LEFT JOIN search_forms AS f USING (document_id) WHERE p."number" IN ({marks})"""
# whose minutes they are, or else who sends them
_BODY = """COALESCE(m.addressee, (SELECT d.body FROM decisions AS d WHERE d.document_id = m.document_id
    AND d.kind = 'decision' AND d.body <> '' AND COALESCE(d.date, m.date, '') = COALESCE(m.date, '')
    ORDER BY d.rowid LIMIT 1),
    (SELECT p.name FROM parties AS p WHERE p.document_id = m.document_id AND p.role = 'sender' AND p.type = 'body'
    ORDER BY p.rowid LIMIT 1)) AS addressee"""
_MEMO = """SELECT i."number" AS unit, m.document_id, m.title, m.municipality, m.administration,
    {body}, m.date, m.diarienummer, m.document_type, {names},
    f.others, m.page_first AS page, m.status, t.text AS full
    FROM search_memo_ids AS i JOIN documents AS m USING (document_id) LEFT JOIN texts AS t USING (document_id)
    LEFT JOIN search_forms AS f USING (document_id) WHERE i."number" IN ({marks})"""


def rows(db: sqlite3.Connection, cols: Columns, units: Sequence[int]) -> dict[int, Row]:
    """What stands in the tables about some units, by unit."""
    found: dict[int, Row] = {}
    for query, first, chosen in (
        (_POINT, 0, [u for u in units if u < cols.points]),
        (_MEMO, cols.points, [u for u in units if u >= cols.points]),
    ):
        for at in range(0, len(chosen), _CHUNK):
            numbers = [u - first + 1 for u in chosen[at : at + _CHUNK]]
            cursor = db.execute(query.format(marks=",".join("?" * len(numbers)), names=_NAMES, body=_BODY), numbers)
            names = [column[0] for column in cursor.description]
            for values in cursor:
                row = dict(zip(names, values, strict=True))
                found[row["unit"] - 1 + first] = row
    return found


def reordered(
    cols: Columns, units: Sequence[int], worth: Sequence[float], its: dict[int, Row], query: Query
) -> list[int]:
    """A block of units by what their own words say: the words typed in a row, short texts, memos that dwell on it."""
    said = [[fold(w) for w in term.words] for term in query.terms if not term.negated]
    phrase = " ".join(word for words in said for word in words)
    roots = [fold(stem(term.words[0])) for term in query.terms if not term.negated and len(term.words) == 1]
    several = len(said) > 1
    keyed = []
    for place, (unit, value) in enumerate(zip(units, worth, strict=True)):
        row = its.get(unit)
        if row is None:
            continue
        title = fold(_title(row))
        text = fold(row["text"] if unit < cols.points else row["full"] or "")
        more = 0.0
        if several and phrase in title:
            more += 0.35
        if several and phrase in text:
            more += 0.25 if unit < cols.points else 0.15
        if unit < cols.points and any(root in text for root in roots):
            more += 0.10 / (1 + len(text) / 200)
        elif unit >= cols.points:
            more += 0.05 * sum(min(4.0, math.log2(1 + text.count(root))) for root in roots if root)
        keyed.append((-value * (1 + more), place, unit))
    keyed.sort()
    return [unit for _, _, unit in keyed]


def spread(units: Sequence[int], memo_of: Any) -> list[int]:
    """At most a few hits of one memo in a row; those too many come after the next of another memo."""
    waiting = list(units)
    out: list[int] = []
    run, last = 0, -1
    while waiting:
        at = 0
        if run >= _IN_A_ROW:
            at = next((i for i, unit in enumerate(waiting) if int(memo_of[unit]) != last), 0)
        unit = waiting.pop(at)
        memo = int(memo_of[unit])
        run = run + 1 if memo == last else 1
        last = memo
        out.append(unit)
    return out


def made(cols: Columns, units: Sequence[int], its: dict[int, Row], accepted: Sequence[Accepted]) -> Iterator[Hit]:
    """The hits of some units, in order."""
    for unit in units:
        row = its.get(unit)
        if row is not None:
            yield _point(row, accepted) if unit < cols.points else _memo(row, accepted)


def _title(row: Row) -> str:
    return str(row.get("own_title") or row["title"] or "")


def _sum(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(repr(value)).normalize() + 0


def _point(row: Row, accepted: Sequence[Accepted]) -> Hit:
    earlier = row["kind"] == "earlier"
    date = row["decided"] if earlier else (row["decided"] if row["kind"] == "decision" else "") or row["date"]
    body = row["body"] if earlier else row["body"] or row["addressee"]
    number = row["own_number"] if earlier else row["own_number"] or row["diarienummer"]
    pieces = marked(row["text"] or "", accepted)
    title = marked(_title(row), accepted)
    return Hit(
        row["document_id"], row["decision_id"], kind_of(row), row["number"] or "", pieces, title,
        _where(pieces, title, row, accepted), row["municipality"] or "", row["administration"] or "",
        body or "", date or "", number or "", row["action"] or "", row["assignee"] or "",
        _sum(row["amount_sek"]), row["page"], row["confidence"], is_certain(row),
        row["paragraph"] or "" if row["kind"] in ("decision", "earlier") else "", row["proposed_to"] or "",
        (row["document_type"] or "other", row["date"] or "", row["diarienummer"] or ""),
        _forms(row), row["kind"] or "",
    )  # fmt: skip


def _memo(row: Row, accepted: Sequence[Accepted]) -> Hit:
    title = marked(_title(row), accepted)
    text = row["full"] or ""
    pieces = snippet(text, accepted, _after_title(text, row["title"] or ""))
    where = "title" if any(p.marked for p in title) else "text"
    if where == "text" and not any(p.marked for p in pieces):
        where = _where((), (), row, accepted)
    return Hit(
        row["document_id"], "", "", "", pieces, title, where, row["municipality"] or "", row["administration"] or "",
        row["addressee"] or "", row["date"] or "", row["diarienummer"] or "", "", "", None,
        row["page"], None, row["status"] == "ok", forms=_forms(row),
    )  # fmt: skip


def _forms(row: Row) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((one, ending, source, name) for one, ending, source, name in json.loads(row["others"] or "[]"))


def _after_title(text: str, title: str) -> int:
    at = text.find(title) if title else -1
    return at + len(title) if at >= 0 else 0


def _where(pieces: Sequence[Piece], title: Sequence[Piece], row: Row, accepted: Sequence[Accepted]) -> str:
    """The field that matched best."""
    if not accepted or any(p.marked for p in pieces):
        return "decision"
    if any(p.marked for p in title):
        return "title"
    number = row.get("own_number") or row["diarienummer"] or ""
    if any(p.marked for p in marked(number, accepted)):
        return "diarienummer"
    names = [row[name] for name in ("municipality", "administration", "addressee", "body", "assignee") if row.get(name)]
    if any(p.marked for p in marked("\n".join([*names, row["names"] or ""]), accepted)):
        return "party"
    return "text"


def top(units: Ints, key: Any, count: int) -> Ints:
    """The places of the `count` largest keys, largest first; of equal ones the earlier unit."""
    count = min(count, len(units))
    if count == 0:
        return units[:0]
    if count < len(units):
        # all that equal the last one are taken too, so that the order doesn't hang on how many were asked for
        edge = -np.partition(-key, count - 1)[count - 1]
        chosen = np.flatnonzero(key >= edge)
    else:
        chosen = np.arange(len(units))
    order = np.lexsort((units[chosen], -key[chosen]))
    found: Ints = chosen[order][:count]
    return found
