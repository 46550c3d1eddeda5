"""What a person sees: a progress bar while the run goes on, and a short summary at its end. Both on stderr."""

import csv
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from pipeline.messages import Lang, say
from pipeline.resources import toml
from pipeline.run import Progress, Report

SHOWN = 8
ALIKE = 3  # files of which the same is said, from which on they are told in one line
SECONDS = 30  # between two lines that say how far a run has come


def one_line(name: str) -> str:
    """A file name that stays on its line."""
    return "".join(c if c.isprintable() else "␤" if c == "\n" else "�" for c in name)


class LiveProgress:
    """A progress bar on stderr; where that is no terminal, a plain line now and then."""

    def __init__(self, console: Console, lang: Lang, quiet: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._lang = lang
        self._console = console
        self._plain = not quiet and not console.is_terminal
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("[dim]{task.fields[name]}"),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._task = self._bar.add_task(say("progress.hashing", lang), total=None, name="")
        self._clock = clock
        self._total = self._done = 0
        self._told_done, self._told_at = 0, 0.0

    def __enter__(self) -> Progress:
        self._bar.start()
        return Progress(self._begin, self._step, self._writing)

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def _begin(self, count: int) -> None:
        self._bar.update(self._task, description=say("progress.reading", self._lang), total=count)
        self._total, self._told_at = count, self._clock()
        if count:
            self._tell("progress.to_read_1" if count == 1 else "progress.to_read", count=count)

    def _step(self, name: str) -> None:
        self._bar.update(self._task, advance=1, name=escape(one_line(name)[-40:]))
        self._done += 1
        tenth = 10 * self._done // self._total > 10 * self._told_done // self._total if self._total else False
        since = self._clock() - self._told_at
        # a tenth is told where it took a while; what is told every second tells nothing
        if self._done < self._total and (since >= SECONDS or (tenth and since >= SECONDS / 10)):
            self._told_done, self._told_at = self._done, self._clock()
            percent = 100 * self._done // self._total
            self._tell("progress.come", done=self._done, count=self._total, percent=percent)

    def _writing(self) -> None:
        self._bar.update(self._task, description=say("progress.writing", self._lang), name="")
        if self._total:
            self._tell("progress.writing")

    def _tell(self, key: str, **parts: object) -> None:
        if self._plain:
            print(say(key, self._lang, **parts), file=self._console.file, flush=True)


def _counted(name: str, count: int, lang: Lang) -> str:
    """A number with its noun, in the singular where it is one."""
    own = f"{name}_{'1' if count == 1 else 'n'}"
    return say(f"summary.{own if own in toml('data/messages.toml')['summary'] else name}", lang, count=count)


def _by_message(rows: list[dict[str, str]]) -> list[tuple[list[str], str]]:
    """The files' names by what is said of them, in order; few files of which the same is said stand by themselves."""
    alike: dict[str, list[str]] = {}
    for row in rows:
        alike.setdefault(row["message"], []).append(one_line(row["source"]))
    told: list[tuple[list[str], str]] = []
    for message, names in alike.items():
        told += [(names, message)] if len(names) >= ALIKE else [([name], message) for name in names]
    return told


def _several(names: list[str], lang: Lang) -> str:
    return names[0] if len(names) == 1 else say("summary.alike", lang, first=names[0], count=len(names) - 1)


def show(report: Report, folder: Path, lang: Lang, console: Console) -> None:
    """The summary: files, memos, rows by table, what to review, what failed and why, where the tables are."""

    def line(text: str, style: str = "") -> None:
        console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)

    if not report.files:
        line(say("summary.nothing", lang))
        return
    with (folder / "documents.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    by_status: dict[str, list[dict[str, str]]] = {"ok": [], "review": [], "failed": [], "skipped": []}
    for row in rows:
        by_status[row["status"]].append(row)
    parts = [_counted("read", report.read, lang), _counted("known", report.known, lang)]
    parts += [_counted("copies", report.copies, lang)] if report.copies else []
    line(f"{_counted('files', report.files, lang)}: {', '.join(parts)}")
    bad = [_counted(f"bad_{s}", len(by_status[s]), lang) for s in ("failed", "skipped") if by_status[s]]
    if bad:
        line(", ".join(bad))
    ok, look = len(by_status["ok"]), len(by_status["review"])
    states = f"{_counted('ok', ok, lang)}, {_counted('look', look, lang)}"
    line(f"{_counted('memos', ok + look, lang)}: {states}")
    if report.others:
        line(_counted("others", report.others, lang))
    counts = ", ".join(f"{name} {count}" for name, count in report.rows.items())
    line(f"{say('summary.rows', lang)}: {counts}")
    for status, style in (("review", "yellow"), ("failed", "red"), ("skipped", "dim")):
        some = by_status[status]
        if not some:
            continue
        line(f"{say(f'summary.{status}', lang)}:", style)
        told = _by_message(some)
        for names, message in told[:SHOWN]:
            line(f"  {_several(names, lang)}: {message}")
        if len(told) > SHOWN:
            line("  " + say("summary.more", lang, count=sum(len(names) for names, _ in told[SHOWN:])))
    line(say("summary.where", lang, path=folder), "bold")
