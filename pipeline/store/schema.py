"""The schema of `lupp.sqlite`, made from `pipeline.tables`, and how values go in and out of it.

Besides the tables of the contract it holds the run's ledger: `ledger_files` (what became of each file, by its bytes),
`ledger_places` (where those bytes lie), `texts` (each memo's text), `readings` (words that two readers read
differently: what each of them read, and where).
"""

import types
from dataclasses import fields
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints

from pipeline.tables import TABLES, Row

LEDGER = """
CREATE TABLE IF NOT EXISTS ledger_files (
    sha256 TEXT PRIMARY KEY, version TEXT NOT NULL, kind TEXT NOT NULL, pages INTEGER NOT NULL,
    status TEXT NOT NULL, problems TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS ledger_places (
    root TEXT NOT NULL, relative TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (root, relative)
) STRICT;
CREATE TABLE IF NOT EXISTS texts (document_id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, text TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS readings (
    document_id TEXT NOT NULL, page INTEGER NOT NULL, box TEXT NOT NULL, "first" TEXT NOT NULL, second TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS readings_file ON readings (sha256);
CREATE TABLE IF NOT EXISTS document_problems (document_id TEXT PRIMARY KEY, problems TEXT NOT NULL) STRICT;
"""


def value_type(table: str, column: str) -> type:
    """The Python type of a column's values: str, int, float, bool or Decimal."""
    return _TYPES[table][column]


def _bare(hint: Any) -> type:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if isinstance(hint, type):
        return hint
    return str  # a closed vocabulary


_TYPES: dict[str, dict[str, type]] = {
    name: {field: _bare(hint) for field, hint in get_type_hints(row).items()} for name, row in TABLES.items()
}

_SQL = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER", Decimal: "REAL"}


def create() -> str:
    """The SQL that makes every table. `sha256` says which file a row comes from; it stands in no CSV."""
    statements = [LEDGER]
    for name, row in TABLES.items():
        lines = [f'"{f.name}" {_SQL[value_type(name, f.name)]}' for f in fields(row)]
        key = next(f.name for f in fields(row) if f.name in ("id", "decision_id") or name == "documents")
        lines += ["sha256 TEXT NOT NULL", f'PRIMARY KEY ("{key}")']
        statements.append(f'CREATE TABLE IF NOT EXISTS "{name}" ({", ".join(lines)}) STRICT;')
        statements.append(f'CREATE INDEX IF NOT EXISTS "{name}_file" ON "{name}" (sha256);')
    return "\n".join(statements)


def to_sql(row: Row) -> list[Any]:
    """A row's values as SQLite takes them."""
    values: list[Any] = []
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, bool):
            value = int(value)
        elif isinstance(value, Decimal):
            value = float(value)
        elif isinstance(value, str):
            value = value.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair cannot be stored
        values.append(value)
    return values


def to_text(value: Any, kind: type) -> str:
    """A value from SQLite as it stands in a CSV cell: point as decimal sign, true and false, empty for none."""
    if value is None:
        return ""
    if kind is bool:
        return "true" if value else "false"
    if kind in (float, Decimal):
        number = Decimal(repr(value))
        if number == number.to_integral_value():
            return str(number.quantize(Decimal(1)) + 0)
        return format(number, "f")
    return str(value)
