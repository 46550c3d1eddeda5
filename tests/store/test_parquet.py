import datetime
import io
from dataclasses import fields

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.store.parquet import as_parquet, parquet_schema
from pipeline.store.schema import to_text, value_type
from pipeline.tables import TABLES, columns


def cells(table: str, **given: str) -> pd.DataFrame:
    return pd.DataFrame([[given.get(name, "") for name in columns(table)]], columns=list(columns(table)), dtype=object)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_stands_in_its_place_also_in_a_table_without_rows(table: str) -> None:
    empty = pd.DataFrame([], columns=list(columns(table)), dtype=object)
    read = pq.read_table(io.BytesIO(as_parquet(table, empty)))
    assert tuple(read.column_names) == columns(table)
    assert read.num_rows == 0
    assert read.schema.equals(parquet_schema(table))


def test_cells_get_types() -> None:
    row = pq.read_table(
        io.BytesIO(
            as_parquet(
                "amounts",
                cells("amounts", value="-215.5", unit="tkr", amount_sek="-215500", approximate="false", page="3"),
            )
        )
    ).to_pylist()[0]
    assert (row["value"], row["amount_sek"], row["page"], row["unit"]) == (-215.5, -215500.0, 3, "tkr")
    assert row["approximate"] is False
    assert row["confirmed"] is None
    assert row["per"] is None


def test_days_are_dates_and_reduced_dates_are_text() -> None:
    date = as_parquet("dates", cells("dates", date_from="2024-02-29", date_to="2024-12-31", confirmed="true"))
    row = pq.read_table(io.BytesIO(date)).to_pylist()[0]
    assert row["date_from"] == datetime.datetime(2024, 2, 29)
    assert pd.read_parquet(io.BytesIO(date)).date_from.dt.year.tolist() == [2024]
    assert row["confirmed"] is True
    decision = as_parquet("decisions", cells("decisions", date="2014-12", number="07"))
    row = pq.read_table(io.BytesIO(decision)).to_pylist()[0]
    assert row["date"] == "2014-12"
    assert row["number"] == "07"


@given(st.data())
def test_what_goes_in_comes_out_as_in_the_csv_file(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(sorted(TABLES)))
    kinds = {
        str: st.text(st.characters(exclude_categories=["Cs"])),
        int: st.integers(0, 9999),
        float: st.floats(0, 1),
        bool: st.booleans(),
    }
    days = st.dates().map(str)
    given_ = {}
    for field in fields(TABLES[table]):
        kind = value_type(table, field.name)
        strategy = days if field.name in ("date_from", "date_to") else kinds.get(kind, st.floats(-1e12, 1e12))
        given_[field.name] = to_text(data.draw(st.none() | strategy), kind)
    written = as_parquet(table, cells(table, **given_))
    assert written == as_parquet(table, cells(table, **given_))
    row = pq.read_table(io.BytesIO(written)).to_pylist()[0]
    back = {
        name: to_text(v.date().isoformat() if isinstance(v, datetime.datetime) else v, value_type(table, name))
        for name, v in row.items()
    }
    assert back == given_
