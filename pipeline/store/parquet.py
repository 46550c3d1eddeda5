"""The tables as Parquet: the same rows and columns as the CSV files, with types.

A date of the contract may be reduced (`2014-12`), so `date`, `effective_from` and `effective_to` stay text; only
`date_from` and `date_to` are always whole days and become timestamps, which pandas and others compare as dates.
"""

import datetime
import io
from dataclasses import fields
from decimal import Decimal
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.store.schema import value_type
from pipeline.tables import TABLES

_ARROW: dict[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    Decimal: pa.float64(),
    bool: pa.bool_(),
}
_DAYS = ("date_from", "date_to")


def parquet_schema(table: str) -> pa.Schema:
    """The Arrow types of a table's columns, in the order of the contract."""
    return pa.schema(
        [
            (field.name, pa.timestamp("ms") if field.name in _DAYS else _ARROW[value_type(table, field.name)])
            for field in fields(TABLES[table])
        ]
    )


def _typed(cell: str, kind: pa.DataType) -> Any:
    """A cell of text as its type; an empty one is null."""
    if cell == "":
        return None
    if pa.types.is_boolean(kind):
        return cell == "true"
    if pa.types.is_int64(kind):
        return int(cell)
    if pa.types.is_float64(kind):
        return float(cell)
    if pa.types.is_timestamp(kind):
        return datetime.datetime.fromisoformat(cell)
    return cell


def as_parquet(table: str, cells: pd.DataFrame) -> bytes:
    """A table of text cells (as in the CSV file) as the bytes of a Parquet file."""
    schema = parquet_schema(table)
    columns = [pa.array([_typed(cell, kind) for cell in cells[name]], kind) for name, kind in _kinds(schema)]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), out, compression="zstd")
    return out.getvalue()


def _kinds(schema: pa.Schema) -> list[tuple[str, pa.DataType]]:
    return [(field.name, field.type) for field in schema]
