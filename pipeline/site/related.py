"""What belongs with a memo: the same matter, the decisions it builds on, proposal and outcome."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.forms.diarienummer import same_number
from pipeline.site.index_units import normal_number
from pipeline.site.swedish import fold

_MOST = 50
_MEMO = "document_id, document_type, title, municipality, addressee, date, diarienummer"


@dataclass(frozen=True, slots=True)
class RelatedMemo:
    """A memo that belongs with another. why: `diarienummer` (same matter), `earlier` (the memo or minutes with the
    decision that this one refers back to), `later` (one that refers back to a decision of this one)."""

    document_id: str
    why: str
    document_type: str
    title: str
    municipality: str
    body: str
    date: str
    diarienummer: str
    decision_id: str = ""  # earlier, later: the decision that is referred to
    reference_id: str = ""  # earlier, later: the row of kind earlier that refers to it


@dataclass(frozen=True, slots=True)
class Related:
    """memos: newest first. pairs: decision_id of a proposal and of its outcome, one of them in the memo asked about."""

    memos: tuple[RelatedMemo, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


def related(db: sqlite3.Connection, document_id: str) -> Related:
    """What belongs with a memo, within its municipality."""
    row = db.execute(f"SELECT {_MEMO} FROM documents WHERE document_id = ?", (document_id,)).fetchone()
    if row is None:
        return Related()
    municipality = row[3]
    found: dict[tuple[str, str], RelatedMemo] = {}
    matters = _matters(db, document_id)
    same = [other for other in _same_matter(db, matters, municipality) if other != document_id]
    for other in same[:_MOST]:
        _add(db, found, other, "diarienummer")
    for referring, decided, other in _earlier(db, document_id, municipality):
        _add(db, found, other, "earlier", decided, referring)
    for referring, decided, other in _later(db, document_id, municipality):
        _add(db, found, other, "later", decided, referring)
    memos = sorted(found.values(), key=lambda memo: (memo.date, memo.document_id), reverse=True)
    return Related(tuple(memos[:_MOST]), tuple(_pairs(db, document_id, same[:_MOST])))


def _add(
    db: sqlite3.Connection, found: dict[tuple[str, str], RelatedMemo], document_id: str, why: str, decided: str = "",
    referring: str = "",
) -> None:  # fmt: skip
    row = db.execute(f"SELECT {_MEMO} FROM documents WHERE document_id = ?", (document_id,)).fetchone()
    if row is not None:
        _, kind, title, municipality, body, date, number = (value or "" for value in row)
        found.setdefault(
            (document_id, why),
            RelatedMemo(document_id, why, kind, title, municipality, body, date, number, decided, referring),
        )


def _matters(db: sqlite3.Connection, document_id: str) -> list[str]:
    """The diarienummer of a memo, or of the matters in minutes, as they are compared."""
    rows = db.execute(
        "SELECT diarienummer FROM documents WHERE document_id = ? UNION SELECT diarienummer FROM decisions"
        " WHERE document_id = ? AND kind <> 'earlier'",
        (document_id, document_id),
    )
    numbers = {normal_number(row[0]) for row in rows if row[0]}
    return sorted(number for number in numbers if len(number) >= 4)


def _same_matter(db: sqlite3.Connection, matters: list[str], municipality: str | None) -> list[str]:
    """document_id of all memos and minutes of these matters: the number is the same, or one begins with the other and
    has only a plan code more."""
    found: dict[str, None] = {}
    for number in matters[:_MOST]:
        rows = db.execute(
            'SELECT DISTINCT i.document_id, n.normal FROM search_numbers AS n JOIN search_memo_ids AS i'
            ' ON i."number" = n.memo JOIN documents AS m USING (document_id)'
            " WHERE (n.normal = ? OR (n.normal > ? AND n.normal < ?)) AND m.municipality IS ? ORDER BY m.date DESC",
            (number, number, number + "\uffff", municipality),
        )  # fmt: skip
        for document_id, other in rows:
            more = other[len(number) :]
            if not more or (more.isdigit() and len(more) <= 4 and len(number) >= 7):
                found[document_id] = None
        for size in (3, 4):  # this one has the plan code
            if len(number) - size >= 7 and number[-size:].isdigit():
                rows = db.execute(
                    'SELECT DISTINCT i.document_id FROM search_numbers AS n JOIN search_memo_ids AS i'
                    ' ON i."number" = n.memo JOIN documents AS m USING (document_id)'
                    " WHERE n.normal = ? AND m.municipality IS ?",
                    (number[:-size], municipality),
                )  # fmt: skip
                found.update(dict.fromkeys(row[0] for row in rows))
    return list(found)


def _earlier(db: sqlite3.Connection, document_id: str, municipality: str | None) -> Iterator[tuple[str, str, str]]:
    """The row that refers back, the decision that it means, and the document with that decision."""
    for referring, body, date, paragraph in db.execute(
        "SELECT decision_id, body, date, paragraph FROM decisions WHERE document_id = ? AND kind = 'earlier'"
        " AND date IS NOT NULL AND body IS NOT NULL",
        (document_id,),
    ).fetchall():
        rows = db.execute(
            "SELECT d.decision_id, d.document_id, d.body, d.paragraph FROM decisions AS d JOIN documents AS m"
            " USING (document_id) WHERE d.kind = 'decision' AND d.date = ? AND d.document_id <> ?"
            " AND m.municipality IS ?",
            (date, document_id, municipality),
        )
        for decided, other, its_body, its_paragraph in rows:
            if _is_same(body, paragraph, its_body, its_paragraph):
                yield referring, decided, other
                break


def _later(db: sqlite3.Connection, document_id: str, municipality: str | None) -> Iterator[tuple[str, str, str]]:
    seen: set[str] = set()
    for decided, body, date, paragraph in db.execute(
        "SELECT decision_id, body, date, paragraph FROM decisions WHERE document_id = ? AND kind = 'decision'"
        " AND date IS NOT NULL AND body IS NOT NULL",
        (document_id,),
    ).fetchall():
        rows = db.execute(
            "SELECT d.decision_id, d.document_id, d.body, d.paragraph FROM decisions AS d JOIN documents AS m"
            " USING (document_id) WHERE d.kind = 'earlier' AND d.body = ? AND d.date = ? AND d.document_id <> ?"
            " AND m.municipality IS ?",
            (body, date, document_id, municipality),
        )
        for referring, other, its_body, its_paragraph in rows:
            if referring not in seen and _is_same(body, paragraph, its_body, its_paragraph):
                seen.add(referring)
                yield referring, decided, other


def _is_same(body: str, paragraph: str | None, other: str | None, its: str | None) -> bool:
    if fold(body) != fold(other or ""):
        return False
    return paragraph is None or its is None or paragraph.split("/")[0] == its.split("/")[0]


def _pairs(db: sqlite3.Connection, document_id: str, same: list[str]) -> Iterator[tuple[str, str]]:
    """Proposal and outcome in documents of the same matter: by body and the point's number, or where each has but one,
    or the same words."""
    own = _points(db, document_id)
    for other in same:
        its = _points(db, other)
        for mine, theirs in ((own, its), (its, own)):
            proposals = [p for p in mine if p["kind"] == "proposal"]
            outcomes = [p for p in theirs if p["kind"] == "decision"]
            used: set[str] = set()
            for proposal in proposals:
                outcome = _outcome(proposal, outcomes, used, len(proposals))
                if outcome is not None:
                    used.add(outcome)
                    yield proposal["decision_id"], outcome


def _outcome(proposal: dict[str, Any], outcomes: list[dict[str, Any]], used: set[str], count: int) -> str | None:
    free = [o for o in outcomes if o["decision_id"] not in used and same_number(o["matter"], proposal["matter"])]
    bodied = [o for o in free if fold(proposal["body"] or "") in (fold(o["body"] or ""), fold(o["proposed_to"] or ""))]
    for pool in (bodied, free):
        for o in pool:
            if fold(o["text"]) == fold(proposal["text"]):
                return str(o["decision_id"])
    for o in bodied:
        if o["number"] and o["number"] == proposal["number"]:
            return str(o["decision_id"])
    if count == 1 and len(bodied) == 1:
        return str(bodied[0]["decision_id"])
    return None


def _points(db: sqlite3.Connection, document_id: str) -> list[dict[str, Any]]:
    names = ("decision_id", "kind", "number", "body", "text", "proposed_to", "diarienummer")
    rows = db.execute(
        f"SELECT {', '.join('p.' + n for n in names)}, m.diarienummer FROM decisions AS p JOIN documents AS m"
        " USING (document_id) WHERE p.document_id = ? AND p.kind <> 'earlier' ORDER BY p.rowid",
        (document_id,),
    )
    points = []
    for *values, number in rows:
        point = dict(zip(names, values, strict=True))
        point["matter"] = point["diarienummer"] or number or ""
        points.append(point)
    return points
