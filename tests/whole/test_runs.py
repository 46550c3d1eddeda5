"""A run is safe to start again, says what became of each file, and gives the same bytes for the same input."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from tests.conftest import MEMO
from tests.processes import HEEDING, gone, of_group
from tests.whole.conftest import Lupp


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of an output folder, hidden ones (the lock, where folders lay) left out."""
    files = [p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".")]
    return {str(p.relative_to(folder)): p.read_bytes() for p in files}


def some_memos(folder: Path, count: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"memo {number}.txt").write_text(MEMO.replace("123", str(500 + number)), encoding="utf-8")


def test_a_memo_becomes_rows(lupp: Lupp, memo_file: Path) -> None:
    result = lupp(memo_file.parent)
    assert result.code == 0, result.stderr
    document = result.documents()["memo.txt"]
    assert document["municipality"] == "" or "Exempelby" in document["municipality"]
    assert document["diarienummer"] == "SN 2021/123"
    assert document["date"] == "2021-03-04"
    assert document["addressee"] == "Socialnämnden"
    assert document["title"] == "Avtal om skuldrådgivning"
    assert document["text_source"] == "text"
    assert [d["action"] for d in result.rows("decisions")] == ["approve", "assign"]
    assert {a["amount_sek"] for a in result.rows("amounts")} == {"450000"}
    assert "2021-04-01" in {d["date_from"] for d in result.rows("dates")}
    text = (result.output / "text" / f"{document['document_id']}.txt").read_text(encoding="utf-8")
    assert "Socialnämnden godkänner avtalet om skuldrådgivning." in text
    amounts = pd.read_parquet(result.output / "amounts.parquet")
    assert list(amounts["amount_sek"]) == [450000.0]
    assert list(amounts["id"]) == [row["id"] for row in result.rows("amounts")]
    assert "memo.txt" in result.stderr
    assert result.stdout == ""


def test_only_what_is_new_or_changed_is_read(lupp: Lupp, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    some_memos(folder, 3)
    assert "3 files: 3 handled now, 0 already known" in lupp(folder, flags=["--lang", "en"]).stderr
    before = bytes_of(tmp_path / "out")
    again = lupp(folder, flags=["--lang", "en"])
    assert "3 files: 0 handled now, 3 already known" in again.stderr
    assert bytes_of(tmp_path / "out") == before
    (folder / "memo 1.txt").write_text(MEMO.replace("450 000", "460 000"), encoding="utf-8")
    (folder / "memo 9.txt").write_text(MEMO.replace("450 000", "470 000"), encoding="utf-8")
    changed = lupp(folder, flags=["--lang", "en"])
    assert "4 files: 2 handled now, 2 already known" in changed.stderr
    assert set(changed.documents()) == {f"memo {n}.txt" for n in (0, 1, 2, 9)}
    assert len(changed.rows("amounts")) == 4
    assert "4 files: 4 handled now" in lupp(folder, flags=["--lang", "en", "--redo"]).stderr


def test_same_input_same_bytes(lupp: Lupp, tmp_path: Path) -> None:
    some_memos(tmp_path / "in", 6)
    one = lupp(tmp_path / "in", output=tmp_path / "one", flags=["-j", "1"])
    shutil.copytree(tmp_path / "in", tmp_path / "elsewhere" / "in")
    many = lupp(tmp_path / "elsewhere" / "in", output=tmp_path / "many", flags=["-j", "3"])
    assert (one.code, many.code) == (0, 0)
    assert bytes_of(one.output) == bytes_of(many.output)
    in_two_steps = tmp_path / "steps"
    lupp(tmp_path / "in" / "memo 4.txt", output=in_two_steps)
    lupp(tmp_path / "in", output=in_two_steps)
    assert bytes_of(in_two_steps) == bytes_of(one.output)


def test_copies_are_one_row(lupp: Lupp, memo_file: Path) -> None:
    (memo_file.parent / "sub").mkdir()
    shutil.copy(memo_file, memo_file.parent / "sub" / "copy.txt")
    shutil.copy(memo_file, memo_file.parent / "another copy.txt")
    result = lupp(memo_file.parent)
    assert len(result.rows("documents")) == 1
    document = result.documents()["another copy.txt"]
    assert document["also_at"] == "memo.txt; sub/copy.txt"


def test_folders_that_collide(lupp: Lupp, tmp_path: Path) -> None:
    for name, sum_ in (("1998", "450 000"), ("1999", "480 000")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(MEMO.replace("450 000", sum_), encoding="utf-8")
    (tmp_path / "1999" / "y.txt").write_text(MEMO.replace("450 000", "490 000"), encoding="utf-8")
    result = lupp(tmp_path / "1998", tmp_path / "1999")
    assert set(result.documents()) == {"1998/x.txt", "1999/x.txt", "y.txt"}


def test_two_runs_over_folders_of_the_same_name_lose_nothing(lupp: Lupp, tmp_path: Path) -> None:
    for name, sum_ in (("p", "450 000"), ("q", "480 000")):
        (tmp_path / name / "in").mkdir(parents=True)
        (tmp_path / name / "in" / "x.txt").write_text(MEMO.replace("450 000", sum_), encoding="utf-8")
        result = lupp(tmp_path / name / "in")
    assert {row["amount_sek"] for row in result.rows("amounts")} == {"450000", "480000"}
    assert set(result.documents()) == {"in/x.txt", "in-2/x.txt"}


def test_a_file_that_is_moved_or_removed_keeps_its_rows(lupp: Lupp, memo_file: Path) -> None:
    lupp(memo_file.parent)
    memo_file.rename(memo_file.with_name("renamed.txt"))
    assert set(lupp(memo_file.parent).documents()) == {"renamed.txt"}
    memo_file.with_name("renamed.txt").unlink()
    (memo_file.parent / "other.txt").write_text("Ett annat papper.", encoding="utf-8")
    assert "renamed.txt" in lupp(memo_file.parent).documents()


def test_wrong_use(lupp: Lupp, tmp_path: Path, memo_file: Path) -> None:
    missing = lupp(tmp_path / "finns inte")
    assert missing.code == 2
    assert "finns inte. Kontrollera stavningen" in missing.stderr
    assert lupp(memo_file, flags=["--no-such-flag"]).code == 2
    assert lupp(memo_file, flags=["-j", "0"]).code == 2
    assert lupp(memo_file, output=memo_file).code == 2


def test_another_run_is_writing_there(lupp: Lupp, memo_file: Path, tmp_path: Path) -> None:
    import fcntl

    (tmp_path / "out").mkdir()
    with (tmp_path / "out" / ".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        busy = lupp(memo_file)
    assert busy.code == 3
    assert "annan körning" in busy.stderr


def test_a_database_that_is_none(lupp: Lupp, memo_file: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "lupp.sqlite").write_bytes(b"this is no database, but somebody may want it" * 100)
    result = lupp(memo_file)
    assert result.code == 3
    assert (tmp_path / "out" / "lupp.sqlite").read_bytes().startswith(b"this is no database")


@pytest.mark.slow
def test_a_run_that_is_killed_goes_on_where_it_was(lupp: Lupp, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    some_memos(folder, 60)
    command = [sys.executable, "-m", "pipeline.cli", "run", str(folder), "-o", str(out), "-j", "1"]
    process = subprocess.Popen(command, cwd=tmp_path, start_new_session=True, stderr=subprocess.DEVNULL)
    import sqlite3

    for _ in range(600):
        time.sleep(0.05)
        try:
            with sqlite3.connect(f"file:{out / 'lupp.sqlite'}?mode=ro", uri=True) as db:
                if db.execute("SELECT count(*) FROM documents").fetchone()[0] >= 3:
                    break
        except sqlite3.OperationalError:
            continue
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert not [p for p in out.glob("*.csv") if not p.read_text(encoding="utf-8").endswith("\n")]
    after = lupp(folder)
    assert after.code == 0
    assert len(after.rows("documents")) == 60
    fresh = lupp(folder, output=tmp_path / "fresh")
    assert bytes_of(after.output) == bytes_of(fresh.output)


@pytest.mark.slow
@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_nothing_of_a_run_is_left_however_it_ends(tmp_path: Path, how: signal.Signals, code: int) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    some_memos(folder, 200)
    command = [*HEEDING, sys.executable, "-m", "pipeline.cli", "run", str(folder), "-o", str(out), "-j", "2"]
    with subprocess.Popen(command, cwd=tmp_path, start_new_session=True, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while len(of_group(process.pid)) < 5:  # itself, the resource tracker, the fork server, two workers
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        if how is signal.SIGINT:
            os.killpg(process.pid, how)  # as the terminal does
        else:
            process.send_signal(how)
        assert process.wait(20) == code
        assert gone(process.pid)
        assert process.stderr is not None
        if how is not signal.SIGKILL:
            told = process.stderr.read()
            assert "Traceback" not in told
            assert told.splitlines()[-1].startswith("Avbrutet.")


def test_help_reads_well(tmp_path: Path) -> None:
    for words, expected in (
        (["--help"], "användning: lupp"),
        (["run", "--help"], "Slutkoder: 0 allt läst"),
        (["tables", "--help"], "kolumner"),
        (["--lang", "en", "run", "--help"], "Exit codes: 0 all read"),
        (["run", "--lang", "en", "--help"], "usage: lupp run"),
        (["--version"], "lupp 0."),
        (["tables", "dates", "--lang", "en"], "one row per date expression"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "pipeline.cli", *words], capture_output=True, text=True, check=False, cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr
        assert expected in done.stdout


def test_words_that_are_wrong_are_told_in_swedish(tmp_path: Path) -> None:
    for words, expected in (
        ([], "det saknas: run|site|tables"),
        (["run"], "det saknas: SÖKVÄG"),
        (["run", ""], "sökvägen är tom"),
        (["run", "x", "-j", "två"], "ska vara ett heltal"),
        (["tables", "nothing"], "finns inte. Välj bland"),
        (["run", "x", "--no-such"], "är okänt"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "pipeline.cli", *words], capture_output=True, text=True, check=False, cwd=tmp_path
        )
        assert done.returncode == 2, (words, done.stderr)
        assert expected in done.stderr
        assert "Traceback" not in done.stderr


def test_outputs_of_other_runs_are_not_read(lupp: Lupp, memo_file: Path) -> None:
    lupp(memo_file, output=memo_file.parent / "tabeller")
    result = lupp(memo_file.parent, flags=["--lang", "en"])
    assert set(result.documents()) == {"memo.txt", "tabeller"}
    assert result.documents()["tabeller"]["status"] == "skipped"
    assert "earlier run of lupp" in result.documents()["tabeller"]["message"]


def test_a_stored_archive_is_an_archive(lupp: Lupp, tmp_path: Path) -> None:
    import zipfile

    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "paket.zip", "w", zipfile.ZIP_STORED) as archive:
        archive.write(Path(__file__).parents[2] / "samples/digital/09-individual.pdf", "a.pdf")
        archive.writestr("b.txt", MEMO)
    assert set(lupp(tmp_path / "in").documents()) == {"paket.zip/a.pdf", "paket.zip/b.txt"}


def test_the_folder_that_is_read_cannot_take_the_tables(lupp: Lupp, tmp_path: Path) -> None:
    folder = tmp_path / "handlingar"
    folder.mkdir()
    (folder / "a.txt").write_text("Kommunstyrelsen", encoding="utf-8")
    (tmp_path / "annan").mkdir()
    (tmp_path / "genväg").symlink_to(folder)
    for output in (folder, tmp_path / "annan" / ".." / "handlingar", tmp_path / "genväg"):
        done = lupp(folder, output=output)
        assert done.code == 2, done.stderr
        assert "välj en annan mapp" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["a.txt"]
