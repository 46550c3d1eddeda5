import json
from pathlib import Path

import pandas as pd
import pytest

from pipeline.store.export import data_package, write_atomically
from pipeline.store.schema import to_text
from pipeline.tables import TABLES, columns
from tests.conftest import ROOT


def test_the_data_package_describes_every_column() -> None:
    package = data_package()
    assert [r["name"] for r in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        assert tuple(f["name"] for f in resource["schema"]["fields"]) == columns(resource["name"])
        assert resource["schema"]["primaryKey"] in columns(resource["name"])
    json.dumps(package)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_data_dictionary_in_docs_is_the_one_that_is_made(lang: str) -> None:
    from pipeline.store.dictionary import as_markdown

    file = ROOT / "docs" / {"sv": "tabeller.md", "en": "tables.md"}[lang]
    assert file.read_text(encoding="utf-8") == as_markdown("sv" if lang == "sv" else "en")


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (None, str, ""),
        (1, bool, "true"),
        (0, bool, "false"),
        (0.25, float, "0.25"),
        (1350000.0, float, "1350000"),
        (-0.0, float, "0"),
        (1e15, float, "1000000000000000"),
        (1e-7, float, "0.0000001"),
        (3, int, "3"),
        ("0581", str, "0581"),
    ],
)
def test_cells(value: object, kind: type, text: str) -> None:
    assert to_text(value, kind) == text


def test_half_a_file_is_never_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.csv"
    write_atomically(path, b"old")

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_recipe_of_the_guide_for_researchers(tmp_path: Path) -> None:
    """The guide's types read a table as it is written: codes stay text, truth is truth."""
    (tmp_path / "t.csv").write_text(
        "identifier,confirmed,paragraph\n0581,true,7\n,,\n04,false,112/2019\n", encoding="utf-8"
    )
    types = {"municipality_code": str, "identifier": str, "number": str, "paragraph": str, "confirmed": "boolean"}
    read = pd.read_csv(tmp_path / "t.csv", dtype=types)
    assert read["identifier"].dropna().tolist() == ["0581", "04"]
    assert read["confirmed"].dropna().tolist() == [True, False]
