"""How far a run has come, told where no progress bar can be shown."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.run import Report
from pipeline.summary import LiveProgress, show


def told(files: int, seconds: float, *, terminal: bool = False, quiet: bool = False) -> list[str]:
    """The lines of a run over some files, each of which takes so many seconds."""
    now = 0.0
    console = Console(file=io.StringIO(), force_terminal=terminal)
    with LiveProgress(console, "sv", quiet, clock=lambda: now) as progress:
        progress.total(files)
        for number in range(files):
            now += seconds
            progress.step(f"{number}.pdf")
        progress.writing()
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_a_short_run_says_what_it_begins_and_ends_with() -> None:
    assert told(40, 0.01) == ["40 filer att läsa", "Skriver tabeller"]
    assert told(1, 100) == ["1 fil att läsa", "Skriver tabeller"]


def test_a_long_run_tells_each_tenth() -> None:
    lines = told(100, 1)
    assert lines[1:-1] == [f"{n} av 100 filer lästa ({n} %)" for n in range(10, 100, 10)]


def test_a_very_long_run_tells_each_half_minute() -> None:
    lines = told(1000, 1)
    assert lines[1] == "30 av 1000 filer lästa (3 %)"
    assert 30 <= len(lines) <= 50


def test_quiet_is_quiet_and_nothing_to_read_is_nothing_to_tell() -> None:
    assert told(100, 10, quiet=True) == []
    assert told(0, 1) == []


def test_a_terminal_has_its_bar_and_no_lines() -> None:
    assert not any("att läsa" in line for line in told(3, 1, terminal=True))


def summary(folder: Path, report: Report, *status: str) -> list[str]:
    """The lines of a summary over documents of some status."""
    rows = [f"{number}.pdf,{said},därför" for number, said in enumerate(status)]
    (folder / "documents.csv").write_text("\n".join(["source,status,message", *rows]) + "\n", encoding="utf-8")
    console = Console(file=io.StringIO())
    show(report, folder, "sv", console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize(
    ("report", "status", "expected"),
    [
        (
            Report(files=18, read=16, known=0, copies=2),
            ["ok"] * 8 + ["review"] * 2 + ["failed"] * 4 + ["skipped"] * 2,
            [
                "18 filer: 16 behandlade nu, 0 sedan tidigare, 2 kopior av andra (se also_at)",
                "4 gick inte att läsa, 2 hoppades över",
                "10 handlingar: 8 klara, 2 att granska",
            ],
        ),
        (
            Report(files=1, read=1),
            ["ok"],
            ["1 fil: 1 behandlad nu, 0 sedan tidigare", "1 handling: 1 klar, 0 att granska"],
        ),
        (
            Report(files=2, known=1, copies=1, others=3),
            ["ok"] * 4 + ["skipped"],
            [
                "2 filer: 0 behandlade nu, 1 sedan tidigare, 1 kopia av en annan (se also_at)",
                "1 hoppades över",
                "4 handlingar: 4 klara, 0 att granska",
                "Utmappen har sedan tidigare 3 handlingar ur andra filer; de är inräknade här.",
            ],
        ),
    ],
)
def test_the_summary_adds_up(tmp_path: Path, report: Report, status: list[str], expected: list[str]) -> None:
    assert summary(tmp_path, report, *status)[: len(expected)] == expected
    assert report.files == report.read + report.known + report.copies


def test_files_of_which_the_same_is_said_are_told_in_one_line(tmp_path: Path) -> None:
    rows = [f"a/{n}.md,skipped,läses inte (md)" for n in range(5)] + [
        f"{n}.zip,skipped,arkivet är tomt" for n in (1, 2)
    ]
    rows += [f"{n}.pdf,failed,skadad {n}" for n in range(10)]
    (tmp_path / "documents.csv").write_text("\n".join(["source,status,message", *rows]) + "\n", encoding="utf-8")
    console = Console(file=io.StringIO())
    show(Report(files=17, read=17), tmp_path, "sv", console)
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().splitlines()
    assert "  a/0.md och 4 till: läses inte (md)" in lines
    assert [line for line in lines if ".zip" in line] == ["  1.zip: arkivet är tomt", "  2.zip: arkivet är tomt"]
    assert sum(".pdf" in line for line in lines) == 8
    assert "  … och 2 till, se documents.csv" in lines
