"""What is taken along holds the same as the page, and does nothing in a spreadsheet."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.site.export import COLUMNS, MARK, csv_lines
from pipeline.site.model import Piece
from pipeline.tables import columns
from tests.site.pages import documents, get, made_up, really_read
from tests.site.test_feed import hit

QUERY = "q=avtal&kommun=Marks+kommun"


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith(MARK)
    return list(csv.DictReader(io.StringIO(text.removeprefix(MARK), newline="")))


def test_csv_holds_every_hit() -> None:
    answer = get(made_up(), f"/sok.csv?{QUERY}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment")
    found = rows(answer.text)
    assert len(found) == get(made_up(), f"/sok.json?{QUERY}").json()["total"] > 0
    assert tuple(found[0]) == COLUMNS
    assert {row["municipality"] for row in found} == {"Marks kommun"}
    whole = rows(get(made_up(), "/sok.csv").text)
    assert len(whole) == get(made_up(), "/sok.json").json()["total"] > 60


def test_a_name_in_the_header_breaks_nothing() -> None:
    answer = get(made_up(), "/sok.csv?q=%22%0d%0aSet-Cookie:%20x=1%22")
    assert "set-cookie" not in answer.headers
    assert "\n" not in answer.headers["content-disposition"]


def test_json_pages_through_all_hits() -> None:
    path: str | None = "/sok.json?antal=50&ordning=nyast"
    seen: list[str] = []
    while path:
        page = get(made_up(), path).json()
        seen += [found["decision_id"] or found["document_id"] for found in page["hits"]]
        path = page["next"].removeprefix(made_up()._lupp_site.address) if page["next"] else None
    assert len(seen) == len(set(seen)) == page["total"]
    first = get(made_up(), "/sok.json?q=borgen").json()
    assert first["hits"][0]["amount_sek"] == 25_000_000
    assert first["facets"]["municipality"]["exact"] is True
    assert first["hits"][0]["address"].endswith("#beslut-1")


@pytest.mark.parametrize("said", ["=1+1", "@SUMMA(A1)", "+cmd|' /C calc'!A0", "-cmd|x", "\tx", "=cmd\n"])
def test_a_formula_becomes_text(said: str) -> None:
    row = rows("".join(csv_lines([hit(pieces=(Piece(said),), title=(Piece(said),))], "http://h")))[0]
    assert row["text"] == row["title"] == "'" + said


@pytest.mark.parametrize("said", ["-5 procent", "+46 8 123", "a=b", "– punkt", "5", '"x",\ny'])
def test_other_text_stays(said: str) -> None:
    assert rows("".join(csv_lines([hit(pieces=(Piece(said),))], "http://h")))[0]["text"] == said


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=40))
def test_any_text_comes_through(said: str) -> None:
    row = rows("".join(csv_lines([hit(pieces=(Piece(said),))], "http://h")))[0]
    assert row["text"].removeprefix("'") == said.removeprefix("'")


def test_a_document_as_json_has_all_its_rows() -> None:
    document_id = documents(really_read())["08-two-bodies.pdf"]
    record = get(really_read(), f"/handling/{document_id}.json").json()
    assert set(record["document"]) == set(columns("documents"))
    for table in ("decisions", "dates", "amounts", "parties", "references"):
        assert record[table], table
        assert set(record[table][0]) == set(columns(table))
    assert record["decisions"][0]["text"] in " ".join(record["text"].split())
    assert record["masked"] is False
