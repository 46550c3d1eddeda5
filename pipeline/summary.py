"""What a person sees: a progress bar while the run goes on, and a short summary at its end. Both on stderr."""

import csv
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from pipeline.messages import Lang, say
from pipeline.run import Progress, Report

SHOWN = 8


def one_line(name: str) -> str:
    """A file name that stays on its line."""
    return "".join(c if c.isprintable() else "␤" if c == "\n" else "�" for c in name)


class LiveProgress:
    """A progress bar on stderr; silent where stderr is no terminal."""

    def __init__(self, console: Console, lang: Lang, quiet: bool) -> None:
        self._lang = lang
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

    def __enter__(self) -> Progress:
        self._bar.start()
        return Progress(self._total, self._step, self._writing)

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def _total(self, count: int) -> None:
        self._bar.update(self._task, description=say("progress.reading", self._lang), total=count)

    def _step(self, name: str) -> None:
        self._bar.update(self._task, advance=1, name=escape(one_line(name)[-40:]))

    def _writing(self) -> None:
        self._bar.update(self._task, description=say("progress.writing", self._lang), name="")


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
    line(
        say(
            "summary.files",
            lang,
            files=report.files,
            read=report.read,
            known=report.known,
            skipped=len(by_status["skipped"]),
            failed=len(by_status["failed"]),
        )
    )
    if report.copies:
        line(say("summary.duplicates", lang, count=report.copies))
    ok, look = len(by_status["ok"]), len(by_status["review"])
    line(say("summary.memos", lang, memos=ok + look, ok=ok, review=look))
    counts = ", ".join(f"{name} {count}" for name, count in report.rows.items())
    line(f"{say('summary.rows', lang)}: {counts}")
    for status, style in (("review", "yellow"), ("failed", "red"), ("skipped", "dim")):
        some = by_status[status]
        if not some:
            continue
        line(f"{say(f'summary.{status}', lang)}:", style)
        for row in some[:SHOWN]:
            line(f"  {one_line(row['source'])}: {row['message']}")
        if len(some) > SHOWN:
            line("  " + say("summary.more", lang, count=len(some) - SHOWN))
    line(say("summary.where", lang, path=folder), "bold")
