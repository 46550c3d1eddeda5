"""`search.sqlite` from `lupp.sqlite`: what is in it, when it is made anew, what is masked and corrected."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.site import corrections
from pipeline.site.columns import columns
from pipeline.site.index import SearchIndexError, ensure_index
from pipeline.store.schema import to_text, value_type
from pipeline.tables import TABLES
from pipeline.tables import columns as names_of
from tests.site import make


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = make.varied(tmp_path_factory.mktemp("made"), 30)
    ensure_index(output)
    return output


@pytest.fixture
def output(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "out")
    return tmp_path / "out"


@pytest.fixture
def db(made: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(made / "search.sqlite")
    yield connection
    connection.close()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_it_holds_the_tables_of_the_contract(db: sqlite3.Connection) -> None:
    for table in TABLES:
        there = tuple(name for _, name, *_ in db.execute(f'PRAGMA table_info("{table}")'))
        assert there == names_of(table)


@pytest.mark.parametrize("table", [t for t in TABLES if t != "documents"])
def test_every_row_is_there(made: Path, table: str) -> None:
    query = f'SELECT count(*) FROM "{table}"'
    assert rows(made / "search.sqlite", query) == rows(made / "lupp.sqlite", query)


def test_rows_without_anything_private_are_the_same(made: Path) -> None:
    query = "SELECT * FROM dates ORDER BY id"
    kinds = [value_type("dates", name) for name in names_of("dates")]
    for ours, theirs in zip(rows(made / "search.sqlite", query), rows(made / "lupp.sqlite", query), strict=True):
        pairs = zip(ours, theirs, kinds, strict=False)
        assert all(to_text(a, kind) == to_text(b, kind) for a, b, kind in pairs)


def test_nothing_of_the_ledger_or_the_disk_is_in_it(made: Path) -> None:
    content = (made / "search.sqlite").read_bytes()
    assert b"ledger_" not in content
    assert str(made.parent).encode() not in content
    assert rows(made / "search.sqlite", "SELECT name FROM sqlite_master WHERE name LIKE '%sha%'") == []


def test_what_is_private_is_masked(made: Path) -> None:
    content = (made / "search.sqlite").read_bytes()
    assert b"19811218" in (made / "lupp.sqlite").read_bytes()
    for private in (b"19811218", b"9876", b"kalle@exempel", b"Kalle Exempel", b"kalle"):
        assert private not in content
    (text,) = rows(made / "search.sqlite", "SELECT text FROM decisions WHERE text LIKE '%bistånd till%'")
    assert "•" in str(text[0])


def test_the_plain_flag_shows_it(output: Path) -> None:
    path = ensure_index(output, unmasked=True)
    assert path.name == "search-unmasked.sqlite"
    assert b"19811218-9876" in path.read_bytes()
    assert ensure_index(output).name == "search.sqlite"
    assert b"19811218" not in (output / "search.sqlite").read_bytes()


def test_it_is_made_once(output: Path) -> None:
    before = (output / "search.sqlite").stat()
    steps: list[str] = []
    ensure_index(output, report=lambda step, done, whole: steps.append(step))
    assert (output / "search.sqlite").stat().st_mtime_ns == before.st_mtime_ns
    assert steps == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ledger_files SET version = 'another'",
        "DELETE FROM ledger_files WHERE sha256 = (SELECT max(sha256) FROM ledger_files)",
        "UPDATE documents SET source = 'moved.txt' WHERE rowid = 1",
        "UPDATE documents SET message = 'in another language' WHERE rowid = 1",
    ],
)
def test_it_is_made_anew_when_the_ledger_changes(output: Path, change: str) -> None:
    connection = sqlite3.connect(output / "lupp.sqlite")
    with connection:
        connection.execute(change)
    connection.close()
    steps: list[tuple[str, int, int]] = []
    ensure_index(output, report=lambda *step: steps.append(step))
    assert steps[-1][0] == "finish"
    assert steps[0][1] <= steps[0][2]
    assert [path.name for path in output.glob("*.new")] == []


def test_a_damaged_index_is_made_anew(output: Path) -> None:
    (output / "search.sqlite").write_bytes(b"no database at all" * 1000)
    ensure_index(output)
    assert len(rows(output / "search.sqlite", "SELECT document_id FROM documents")) > 30


def test_corrections_are_in_it(output: Path) -> None:
    (key,) = rows(output / "search.sqlite", "SELECT decision_id FROM decisions WHERE action = 'guarantee' LIMIT 1")
    decision_id = str(key[0])
    cells = corrections.extracted(output, {("decisions", decision_id.split(":")[0])})
    said = cells["decisions", decision_id.split(":")[0]][decision_id]
    corrections.Corrections(output).add("correct", "decisions", decision_id, said, "A", "action", "fund")
    ensure_index(output)
    query = f"SELECT action, confidence FROM decisions WHERE decision_id = '{decision_id}'"
    assert rows(output / "search.sqlite", query) == [("fund", 1.0)]
    assert rows(output / "lupp.sqlite", query)[0][0] == "guarantee"


def test_a_row_that_people_removed_is_gone(output: Path) -> None:
    (key,) = rows(output / "search.sqlite", "SELECT decision_id FROM decisions WHERE action = 'guarantee' LIMIT 1")
    decision_id = str(key[0])
    document_id = decision_id.split(":")[0]
    said = corrections.extracted(output, {("decisions", document_id)})["decisions", document_id][decision_id]
    corrections.Corrections(output).add("remove", "decisions", decision_id, said, "A")
    ensure_index(output)
    assert rows(output / "search.sqlite", f"SELECT 1 FROM decisions WHERE decision_id = '{decision_id}'") == []
    assert rows(output / "search.sqlite", f"SELECT 1 FROM search_point_ids WHERE decision_id = '{decision_id}'") == []


@pytest.mark.parametrize(("per", "told"), [("m2", False), ("elev", False), ("år", True)])
def test_what_one_unit_costs_is_no_points_sum(output: Path, per: str, told: bool) -> None:
    ((decision,),) = rows(
        output / "lupp.sqlite", "SELECT decision_id FROM amounts WHERE decision_id IS NOT NULL LIMIT 1"
    )
    ledger = sqlite3.connect(output / "lupp.sqlite")
    with ledger:
        ledger.execute("UPDATE amounts SET per = ? WHERE decision_id = ?", (per, decision))
    ledger.close()
    (output / "search.sqlite").unlink()
    ensure_index(output)
    query = f"SELECT amount_sek IS NOT NULL FROM search_point_ids WHERE decision_id = '{decision}'"
    assert rows(output / "search.sqlite", query) == [(int(told),)]


def test_columns_tell_of_every_unit(db: sqlite3.Connection) -> None:
    cols = columns(db)
    points = db.execute("SELECT count(*) FROM decisions").fetchone()[0]
    memos = db.execute("SELECT count(*) FROM documents WHERE status IN ('ok', 'review')").fetchone()[0]
    assert (cols.points, cols.memos) == (points, memos)
    for name in ("municipality", "body", "year", "date", "action", "kind", "amount", "certain", "memo"):
        assert len(cols.of[name]) == points + memos
    for number, decision_id in db.execute('SELECT "number", decision_id FROM search_point_ids').fetchall():
        body, document_id = db.execute(
            "SELECT body, document_id FROM decisions WHERE decision_id = ?", (decision_id,)
        ).fetchone()
        assert cols.values["body"][cols.of["body"][number - 1]] == body
        (its,) = db.execute(
            'SELECT document_id FROM search_memo_ids WHERE "number" = ?', (int(cols.of["memo"][number - 1]) + 1,)
        ).fetchone()
        assert its == document_id


@pytest.mark.parametrize("broken", ["missing", "other_columns", "damaged"])
def test_it_says_what_is_wrong_with_the_ledger(output: Path, broken: str) -> None:
    ledger = output / "lupp.sqlite"
    if broken == "missing":
        ledger.unlink()
    elif broken == "damaged":
        ledger.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    else:
        connection = sqlite3.connect(ledger)
        connection.execute("ALTER TABLE decisions ADD COLUMN unheard_of TEXT")
        connection.close()
    with pytest.raises(SearchIndexError) as raised:
        ensure_index(output)
    assert raised.value.args[0] == {"missing": "no_ledger"}.get(broken, broken)


def test_an_empty_collection_has_an_index(tmp_path: Path) -> None:
    output = make.store(tmp_path, [])
    path = ensure_index(output)
    assert rows(path, "SELECT count(*) FROM documents") == [(2,)]
    assert rows(path, "SELECT value FROM search_meta WHERE key = 'points'") == [("0",)]


def test_two_indexes_of_one_ledger_hold_the_same(output: Path) -> None:
    query = "SELECT * FROM search_stems"
    before = rows(output / "search.sqlite", query)
    (output / "search.sqlite").unlink()
    ensure_index(output)
    assert rows(output / "search.sqlite", query) == before


@pytest.mark.parametrize("fault", [PermissionError(13, "no"), sqlite3.OperationalError("unable to open database file")])
def test_a_folder_that_may_not_be_written_in_is_not_called_damaged(
    output: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def refuse(*_: object) -> None:
        raise fault

    (output / "search.sqlite").unlink()
    monkeypatch.setattr("pipeline.site.index.build", refuse)
    monkeypatch.setattr("pipeline.site.index.os.access", lambda *_: False)
    with pytest.raises(SearchIndexError) as raised:
        ensure_index(output)
    assert raised.value.args == ("unwritable", str(output), "")
