"""Check the labels in `gold/` against the true texts and the contract of the tables: `python -m samples.check_gold`.

Prints one line for each thing that is wrong and exits with 1 if there is any. What it cannot see is whether a fact was
forgotten.
"""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import tables

HERE = Path(__file__).parent
KEYS = {
    "documents": {
        "document_type",
        "municipality",
        "municipality_code",
        "administration",
        "addressee",
        "title",
        "diarienummer",
        "date",
        "author",
        "layout",
        "pii",
    },
    "decisions": {
        "kind",
        "number",
        "body",
        "action",
        "assignee",
        "text",
        "date",
        "paragraph",
        "effective_from",
        "effective_to",
    },
    "dates": {"text", "date_from", "date_to", "precision", "role", "inferred"},
    "amounts": {"text", "value", "unit", "amount_sek", "per", "approximate", "role"},
    "parties": {"name", "text", "type", "role", "title", "identifier"},
    "references": {"kind", "text"},
}
MINUTES_KEYS = {"diarienummer", "title", "proposed_to"}
FACTORS = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000, "mdkr": 1_000_000_000}


def flat(text: str) -> str:
    """The text on one line, hyphens at line ends undone, columns' spaces made single."""
    return re.sub(r"\s+", " ", re.sub(r"-\n(?=[a-zåäö])", "", text))


def personnummer_holds(number: str) -> bool:
    """Whether the check digit is right (Luhn, over the last ten digits)."""
    digits = [int(c) for c in re.sub(r"\D", "", number)[-10:]]
    return sum(sum(divmod(d * (2 - i % 2), 10)) for i, d in enumerate(digits)) % 10 == 0


def _is_date(value: Any, reduced: bool = False) -> bool:
    try:
        date.fromisoformat(value + {4: "-01-01", 7: "-01"}.get(len(value), "") if reduced else value)
    except (TypeError, ValueError):
        return False
    return True


def problems(gold: dict[str, Any], text: str) -> Iterator[str]:
    """What is wrong with one memo's labels, given its true text."""
    text = flat(text)
    if set(gold) != set(KEYS):
        yield f"tables {sorted(set(gold) ^ set(KEYS))}"
        return
    document = gold["documents"]
    for table, keys in KEYS.items():
        for row in [document] if table == "documents" else gold[table]:
            extra = MINUTES_KEYS if table == "decisions" and row.get("kind") == "decision" else set()
            if set(row) != keys | extra:
                yield f"{table}: keys {sorted(set(row) ^ (keys | extra))} in {row}"
                return
    for (table, column), words in tables.VOCABULARIES.items():
        for row in [document] if table == "documents" else gold.get(table, []):
            if column in row and row[column] not in words:
                yield f"{table}: {column} {row[column]!r} is not in the vocabulary"
    if not _is_date(document["date"]):
        yield f"documents: date {document['date']}"
    for field in ("title", "diarienummer", "author"):
        if document[field] and document[field] not in text:
            yield f"documents: {field} {document[field]!r} is not in the text"
    for number in document["pii"]:
        if number not in text or not personnummer_holds(number):
            yield f"documents: personnummer {number}"
    yield from _decisions(gold["decisions"], text)
    yield from _dates(gold["dates"], text)
    yield from _amounts(gold["amounts"], text)
    yield from _parties(gold["parties"], text)
    for row in gold["references"]:
        if row["text"] not in text:
            yield f"references: {row}"


def _decisions(rows: list[dict[str, Any]], text: str) -> Iterator[str]:
    for row in rows:
        # att may stand once before all points, or apart from its words in a column of its own
        if row["text"] not in text and row["text"].removeprefix("att ") not in text:
            yield f"decisions: not in the text: {row['text']!r}"
        if row["date"] and not _is_date(row["date"], reduced=True):
            yield f"decisions: date {row['date']}"
        if row["kind"] == "earlier" and not (row["date"] or row["paragraph"]):
            yield f"decisions: earlier without date and paragraph: {row['text']!r}"
        if row["kind"] == "proposal" and (row["date"] or row["paragraph"]):
            yield f"decisions: a proposal has no date: {row['text']!r}"
        if any(row[end] and not _is_date(row[end]) for end in ("effective_from", "effective_to")):
            yield f"decisions: effective dates of {row['text']!r}"


def _dates(rows: list[dict[str, Any]], text: str) -> Iterator[str]:
    for row in rows:
        if row["text"] not in text:
            yield f"dates: not in the text: {row['text']!r}"
        if not (_is_date(row["date_from"]) and _is_date(row["date_to"]) and row["date_from"] <= row["date_to"]):
            yield f"dates: {row}"
        if row["precision"] == "day" and row["date_from"] != row["date_to"]:
            yield f"dates: a day has one date: {row}"
        year = row["date_from"][:4]
        if (
            not row["inferred"]
            and row["precision"] in ("month", "season", "quarter", "half", "year")
            and year not in row["text"]
        ):
            yield f"dates: the year was inferred: {row}"


def _amounts(rows: list[dict[str, Any]], text: str) -> Iterator[str]:
    for row in rows:
        if row["text"] not in text:
            yield f"amounts: not in the text: {row['text']!r}"
        factor = FACTORS.get(row["unit"])
        if (row["amount_sek"] is None) != (factor is None) or (
            factor and abs(row["value"] * factor - row["amount_sek"]) > 1e-6
        ):
            yield f"amounts: amount_sek of {row}"
        said = re.sub(r"[^\d,:]", "", row["text"].split("per")[0].split("/")[0].replace(":-", ""))
        if abs(float(re.sub(r"[,:]", ".", said)) - abs(row["value"])) > 1e-9:
            yield f"amounts: value of {row}"


def _parties(rows: list[dict[str, Any]], text: str) -> Iterator[str]:
    roles: dict[str, set[str]] = {}
    for row in rows:
        if row["text"] and row["text"] not in text:
            yield f"parties: not in the text: {row['text']!r}"
        if row["role"] in roles.setdefault(row["name"], set()):
            yield f"parties: twice: {row}"
        roles[row["name"]].add(row["role"])
    for name, said in roles.items():
        if "mentioned" in said and len(said) > 1:
            yield f"parties: {name} is mentioned and more"


def main() -> int:
    """Check all; 0 where nothing is wrong."""
    wrong = 0
    for path in sorted((HERE / "gold").glob("*.gold.json")):
        name = path.name.split(".")[0]
        true = (HERE.parent / "tests/samples/true" / f"{name}.true.txt").read_text(encoding="utf-8")
        for problem in problems(json.loads(path.read_text(encoding="utf-8")), true):
            print(f"{name}: {problem}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
