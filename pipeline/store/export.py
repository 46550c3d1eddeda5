"""From the ledger to what people open: CSV and Parquet tables, texts, and a data package that describes them.

Every file is written beside its place and then moved there, so that nobody ever sees half a file.
"""

import json
import os
import tempfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.messages import Lang, describe
from pipeline.resources import toml
from pipeline.store.ledger import Ledger, unpack
from pipeline.store.parquet import as_parquet
from pipeline.store.schema import to_text, value_type
from pipeline.tables import TABLES, VOCABULARIES, columns

_ORDER = "document_id, cast(substr({key}, instr({key}, ':') + {skip}) AS INTEGER)"


def write_atomically(path: Path, data: bytes) -> None:
    """The file as a whole or not at all. A file that already holds these bytes is left alone."""
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def frame(ledger: Ledger, table: str) -> pd.DataFrame:
    """A table of the contract as text cells, rows in the order of source and place."""
    if table == "documents":
        # what is no kind of file that is read stands last, out of the way of what was
        order = "status = 'skipped', source, page_first, document_id"
    elif table == "decisions":
        order = _ORDER.format(key="decision_id", skip=1)
    else:
        order = _ORDER.format(key="id", skip=2)
    names = columns(table)
    kinds = [value_type(table, name) for name in names]
    rows = [[to_text(v, k) for v, k in zip(row, kinds, strict=True)] for row in ledger.rows(table, order)]
    return pd.DataFrame(rows, columns=list(names), dtype=object)


def settle_documents(ledger: Ledger, lang: Lang) -> None:
    """Fill what only the whole run can tell: `source`, `also_at` and `message`."""
    places: dict[str, list[tuple[str, str]]] = {}
    bytes_at: dict[str, set[str]] = {}
    for (root, relative), sha256 in ledger.places().items():
        places.setdefault(sha256, []).append((relative, root))
        bytes_at.setdefault(relative, set()).add(sha256)
    problems = dict(ledger.db.execute("SELECT document_id, problems FROM document_problems"))
    with ledger.atomic():
        for document_id, sha256 in ledger.db.execute("SELECT document_id, sha256 FROM documents").fetchall():
            names: dict[str, None] = {}
            for relative, root in sorted(places.get(sha256, [])):
                clash = len(bytes_at[relative]) > 1 or relative in names
                names[f"{root}/{relative}" if clash else relative] = None
            source, *others = list(names) or [""]
            message = describe(unpack(problems.get(document_id, "[]")), lang)
            ledger.db.execute(
                "UPDATE documents SET source = ?, also_at = ?, message = ? WHERE document_id = ?",
                (source, "; ".join(others) or None, message or None, document_id),
            )


def write_tables(ledger: Ledger, folder: Path) -> dict[str, int]:
    """Write every table as CSV and Parquet, the texts and datapackage.json. Returns the number of rows by table."""
    counts = {}
    for table in TABLES:
        data = frame(ledger, table)
        counts[table] = len(data)
        write_atomically(folder / f"{table}.csv", data.to_csv(index=False, lineterminator="\n").encode("utf-8"))
        write_atomically(folder / f"{table}.parquet", as_parquet(table, data))
    texts = folder / "text"
    texts.mkdir(exist_ok=True)
    wanted = set()
    for document_id, text in ledger.db.execute("SELECT document_id, text FROM texts WHERE text <> ''"):
        wanted.add(f"{document_id}.txt")
        write_atomically(texts / f"{document_id}.txt", (text.rstrip() + "\n").encode("utf-8"))
    for old in texts.glob("*.txt"):
        if old.name not in wanted:
            old.unlink()
    package = json.dumps(data_package(), ensure_ascii=False, indent=1) + "\n"
    write_atomically(folder / "datapackage.json", package.encode("utf-8"))
    return counts


def _keys(table: str) -> dict[str, Any]:
    """The table's own key and those that lead to other tables."""
    if table == "documents":
        return {"primaryKey": "document_id"}
    leads = [{"fields": "document_id", "reference": {"resource": "documents", "fields": "document_id"}}]
    if table == "amounts":
        leads.append({"fields": "decision_id", "reference": {"resource": "decisions", "fields": "decision_id"}})
    return {"primaryKey": "decision_id" if table == "decisions" else "id", "foreignKeys": leads}


_JSON_TYPES = {"str": "string", "int": "integer", "float": "number", "bool": "boolean", "Decimal": "number"}


def data_package() -> dict[str, Any]:
    """The tables described as a Frictionless data package: types, meanings, closed vocabularies."""
    meanings = toml("data/columns.toml")
    resources = []
    for table, row in TABLES.items():
        described = []
        for field in fields(row):
            name = field.name
            entry: dict[str, Any] = {
                "name": name,
                "type": _JSON_TYPES[value_type(table, name).__name__],
                "title": meanings[table][name]["sv"],
                "description": meanings[table][name]["en"],
            }
            if (table, name) in VOCABULARIES:
                entry["constraints"] = {"enum": list(VOCABULARIES[table, name])}
            described.append(entry)
        resources.append(
            {
                "name": table,
                "path": f"{table}.csv",
                "title": meanings[table]["_table"]["sv"],
                "description": meanings[table]["_table"]["en"],
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": described, "missingValues": [""], **_keys(table)},
            }
        )
    return {"name": "beslutslupp", "profile": "tabular-data-package", "resources": resources}
