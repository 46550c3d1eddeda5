"""One run: sources in, tables out. The only module that knows all stages.

Pages and memos are worked on in other processes by pure functions; only this process writes.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import Kind, Level, Problem, Stage
from pipeline.executor import PRELOADED, Crew, Executor, Outcome, Task, local
from pipeline.extract.ner_model import fingerprint as fingerprint_of
from pipeline.memo.build import find_memos
from pipeline.read.files import open_source, read_page
from pipeline.read.page import Page, ReadAs, Source
from pipeline.read.second_judge import agree
from pipeline.resources import program_version
from pipeline.settings import Ner, Settings
from pipeline.sources import FOLDERS, Found, discover, fingerprint, folders, open_archives
from pipeline.store.export import settle_documents, write_atomically, write_tables
from pipeline.store.ledger import FileResult, Ledger, unpack
from pipeline.tables import DocumentRow, MemoRows
from pipeline.verdict import judged
from pipeline.work import Finished, finish, memos_of

VERSION = program_version()
ROOTS = ".roots.json"


def differing(
    pages: Iterable[Page], memos: Iterable[tuple[MemoRows, tuple[Problem, ...]]]
) -> tuple[tuple[str, int, str, str, str], ...]:
    """document_id, page, box, first and second reading of each word that two readers read differently."""
    found: list[tuple[str, int, str, str, str]] = []
    by_number = {page.number: page for page in pages}
    for rows, _ in memos:
        document = rows.document
        for number in range(document.page_first or 1, (document.page_last or 0) + 1):
            page = by_number.get(number)
            for word in page.words if page else ():
                first = word.text if word.first is None else word.first
                if page and word.second is not None and not agree(first, word.second):
                    box = " ".join(f"{value:.1f}" for value in page.shown(word.box))
                    row = (document.document_id, number, box, first, word.second)
                    if not found or found[-1][:2] + found[-1][3:] != row[:2] + row[3:]:  # parts of one reading
                        found.append(row)
    return tuple(found)


@dataclass(slots=True)
class _Open:
    """A file under way."""

    path: Path
    source: Source | None = None
    pages: dict[int, Page] = field(default_factory=dict)


@dataclass(slots=True)
class Report:
    """What a run did. files counts places; the other numbers count distinct files."""

    files: int = 0
    read: int = 0
    known: int = 0
    copies: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    failed_now: bool = False
    reader_missing: bool = False
    others: int = 0  # memos in the output folder that are of files not among those given


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the run tells how far it has come. total: called once with the number of files to read."""

    total: Callable[[int], None] = lambda count: None
    step: Callable[[str], None] = lambda name: None
    writing: Callable[[], None] = lambda: None


def run(
    paths: Sequence[Path],
    settings: Settings,
    progress: Progress | None = None,
    make: Callable[[int], Executor] | None = None,
) -> Report:
    """Read what is new, changed or failed before under `paths`, and write the tables to `settings.output`.

    Raises FileNotFoundError for a path that does not exist, OSError where outputs cannot be written, LedgerError.
    """
    progress = progress or Progress()
    listed = discover(paths, settings.output)
    settings.output.mkdir(parents=True, exist_ok=True)
    ledger = Ledger(settings.output)
    unpacked = tempfile.TemporaryDirectory(prefix="lupp-", ignore_cleanup_errors=True)
    try:
        found = open_archives(listed, Path(unpacked.name))
        report = Report(files=len(found))
        prints = [(item, *fingerprint(item)) for item in found]
        first: dict[str, tuple[Found, Problem | None]] = {}
        for item, sha256, problem in prints:
            first.setdefault(sha256, (item, problem))
        report.copies = len(found) - len(first)
        places = _places(settings.output, ledger.places(), [(item, sha256) for item, sha256, _ in prints])
        version = VERSION + fingerprint_of(settings.ner)
        done = set() if settings.redo else ledger.done(version)
        todo = {sha256: first[sha256] for sha256 in first if sha256 not in done}
        report.known = len(first) - len(todo)
        report.read = len(todo)
        wanted = {id(item) for item, _ in todo.values()}
        for item, _, _ in prints:
            if id(item) not in wanted:
                _tidy(item)
        progress.total(len(todo))
        _read_all(todo, ledger, settings, version, progress, make)
        progress.writing()
        ledger.set_places(places)
        settle_documents(ledger, settings.lang)
        report.rows = write_tables(ledger, settings.output)
        ledger.rewrite()
        report.failed_now = _failed(ledger, set(first))
        report.reader_missing = _reader_missing(ledger, set(first))
        report.others = _others(ledger, set(first))
        return report
    finally:
        ledger.close()
        unpacked.cleanup()


def _tidy(item: Found) -> None:
    """What was unpacked and isn't needed any more takes no place on the disk."""
    if item.archives:
        item.path.unlink(missing_ok=True)


def _failed(ledger: Ledger, shas: set[str]) -> bool:
    failed = ledger.db.execute("SELECT sha256 FROM documents WHERE status = 'failed'").fetchall()
    return any(sha256 in shas for (sha256,) in failed)


def _reader_missing(ledger: Ledger, shas: set[str]) -> bool:
    asked = "SELECT sha256, p.problems FROM documents JOIN document_problems AS p USING (document_id)"
    kinds = {p.kind for sha256, packed in ledger.db.execute(asked) if sha256 in shas for p in unpack(packed)}
    return bool(kinds & {Kind.OCR_MISSING, Kind.NO_READER})


def _others(ledger: Ledger, shas: set[str]) -> int:
    memos = ledger.db.execute("SELECT sha256 FROM documents WHERE status IN ('ok', 'review')").fetchall()
    return sum(sha256 not in shas for (sha256,) in memos)


def _read_all(
    todo: dict[str, tuple[Found, Problem | None]],
    ledger: Ledger,
    settings: Settings,
    version: str,
    progress: Progress,
    make: Callable[[int], Executor] | None,
) -> None:
    readable = {}
    for sha256, (item, problem) in todo.items():
        if problem is not None:
            ledger.put(_without_pages(sha256, Source("", 0, (problem,))), version)
            progress.step(item.relative)
        else:
            readable[sha256] = _Open(item.path)
    if not readable:
        return
    crew = Crew(make or (lambda n: local(n, PRELOADED)), settings.jobs)
    try:
        for sha256, file in readable.items():
            crew.add(Task((sha256, "open"), open_source, (file.path,)))
        for outcome in crew.outcomes():
            sha256 = outcome.key[0]
            result = _advance(sha256, readable[sha256], outcome, crew, settings.ner)
            if result is not None:
                ledger.put(result, version)
                del readable[sha256]
                _tidy(todo[sha256][0])
                progress.step(todo[sha256][0].relative)
    finally:
        crew.close()


def _advance(sha256: str, file: _Open, outcome: Outcome, crew: Crew, ner: Ner) -> FileResult | None:
    """Take one step with a file: from opened to its pages, from its pages to its memos. The result when it is done."""
    step = outcome.key[1]
    if step == "open":
        crashed = Source("", 0, (_crash(Stage.READ, outcome.fault),)) if outcome.fault else None
        file.source = crashed or outcome.value
        assert file.source is not None
        if not file.source.pages or any(p.level is not Level.NOTE for p in file.source.problems):
            return _without_pages(sha256, file.source)
        for number in range(file.source.pages, 0, -1):
            crew.add(Task((sha256, number), read_page, (file.path, file.source.kind, number)), first=True)
        return None
    assert file.source is not None
    if step == "memos":
        if outcome.fault:
            return _without_pages(sha256, file.source, _crash(Stage.EXTRACT, outcome.fault))
        finished: Finished = outcome.value
        file.pages |= {page.number: page for page in finished.reread}
        readings = differing(file.pages.values(), finished.memos)
        return FileResult(sha256, file.source.kind, file.source.pages, (), tuple(finished.memos), readings)
    file.pages[step] = outcome.value or _lost_page(step, outcome.fault)
    if len(file.pages) < file.source.pages:
        return None
    pages = [file.pages[number] for number in sorted(file.pages)]
    if not any(page.words for page in pages):
        problems = [p for page in pages for p in page.problems]
        blind = any(p.kind is Kind.OCR_MISSING for p in problems)
        if blind:
            problems = [p for p in problems if p.kind is not Kind.OCR_MISSING]
        source = Source(file.source.kind, file.source.pages, tuple(problems))
        return _without_pages(sha256, source, Problem(Stage.READ, Kind.NO_READER if blind else Kind.NO_TEXT))
    crew.add(Task((sha256, "memos"), finish, (file.path, file.source.kind, pages, sha256, ner)), first=True)
    return None


def _crash(stage: Stage, fault: BaseException | None) -> Problem:
    return Problem(stage, Kind.CRASHED, None, type(fault).__name__)


def _lost_page(number: int, fault: BaseException | None) -> Page:
    problem = Problem(Stage.READ, Kind.PAGE_FAILED, number, type(fault).__name__)
    return Page(number, 0.0, 0.0, (), ReadAs.OCR, problems=(problem,))


def _without_pages(sha256: str, source: Source, *further: Problem) -> FileResult:
    """A file of which nothing could be read still has its row in `documents`."""
    problems = (*source.problems, *further)
    pages = (1, source.pages) if source.pages else (None, None)
    document = DocumentRow(sha256[:16], "", *pages)
    rows = judged(MemoRows(document), problems)
    return FileResult(sha256, source.kind, source.pages, problems, ((rows, problems),))


def _places(
    output: Path, old: dict[tuple[str, str], str], found: list[tuple[Found, str]]
) -> dict[tuple[str, str], str]:
    """Where every known file lies after this run: the old places that still stand, and the new.

    A folder is known again by its path, whose hash stands in `.roots.json` (apart from the tables, because it tells
    of this machine and not of the files). A folder that was moved keeps its name, unless another folder of that name
    holds other files.
    """
    file = output / ROOTS
    try:
        known: dict[str, str] = dict(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        known = {}
    new: dict[tuple[str, str], str] = {}
    by_root: dict[Path, list[tuple[Found, str]]] = {}
    for item, sha256 in found:
        by_root.setdefault(item.base, []).append((item, sha256))
    gone: set[tuple[str, str]] = set()
    opened: set[tuple[str, str]] = set()
    for root, items in sorted(by_root.items()):
        key = hashlib.sha256(os.fsencode(root)).hexdigest()[:16]
        label = known.get(key) or _label(items, old, set(known.values()))
        known[key] = label
        for item, sha256 in items:
            new[label, item.relative] = sha256
        archives = {archive for item, _ in items for archive in item.archives}
        opened |= {(label, archive) for archive in archives if (label, archive) not in new}
        gone |= {(r, p) for r, p in old if r == label and (r, p) not in new and not _stands(root, p, archives)}
    write_atomically(file, (json.dumps(known, ensure_ascii=False, sort_keys=True, indent=0) + "\n").encode("utf-8"))
    lay = {known[hashlib.sha256(os.fsencode(root)).hexdigest()[:16]]: str(root) for root in by_root}
    lay = {label: path for label, path in folders(output).items() if label not in lay} | lay
    write_atomically(output / FOLDERS, (json.dumps(lay, sort_keys=True, indent=0) + "\n").encode("utf-8"))
    # an archive that could be opened has given its place to the files in it
    old = {place: sha256 for place, sha256 in old.items() if place not in opened}
    gone -= opened
    kept = {place: sha256 for place, sha256 in old.items() if place not in gone}
    merged = {**kept, **new}
    alive = set(merged.values())
    # a file that is nowhere any more keeps its last place: its rows are not lost because its folder was tidied
    return merged | {place: old[place] for place in sorted(gone) if old[place] not in alive}


def _stands(root: Path, relative: str, opened: set[str]) -> bool:
    """Whether a file still is where it was; of one in an archive that this run did not open that is believed."""
    if os.path.lexists(root / relative):
        return True
    outer = [parent.as_posix() for parent in Path(relative).parents]
    return any((root / archive).is_file() and archive not in opened for archive in outer if archive != ".")


def _label(items: list[tuple[Found, str]], old: dict[tuple[str, str], str], taken: set[str]) -> str:
    label = plain = items[0][0].root
    number = 1
    while label in taken and any(old.get((label, i.relative), sha256) != sha256 for i, sha256 in items):
        number += 1
        label = f"{plain}-{number}"
    return label


def read_pages(path: Path) -> list[Page]:
    """All pages of one file, read in this process. Problems stand on the pages; an unreadable file has none."""
    source = open_source(path)
    return [read_page(path, source.kind, number + 1) for number in range(source.pages)]


def extract(pages: Sequence[Page], document_id: str = "0" * 16) -> list[MemoRows]:
    """The rows of the memos in some pages, in this process."""
    return [rows for rows, _ in memos_of(pages, document_id)]


__all__ = ["VERSION", "Progress", "Report", "extract", "find_memos", "memos_of", "read_pages", "run"]
