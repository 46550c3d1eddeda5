"""How far a run has come, told where no progress bar can be shown."""

import io

from rich.console import Console

from pipeline.summary import LiveProgress


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
