"""What there is to read: the files under the given paths, and what tells them apart (their bytes).

Nothing is passed over silently: what cannot be opened, a folder without permission, a link that leads nowhere or to
a folder (which is not followed: it could go in circles), is a `Found` with a problem. The output folder is left out.
A ZIP archive is a folder too: `open_archives` puts its files in its place.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import Kind, Problem, Stage
from pipeline.read.archive import DEPTH, Budget, is_archive, unpack

FOLDERS = ".folders.json"  # in the output folder: where each folder lay on this machine
# A folder with all of these is what an earlier run wrote: reading it would take texts for memos.
OUTPUT_MARKS = ("lupp.sqlite", "documents.csv", "datapackage.json")


@dataclass(frozen=True, slots=True)
class Found:
    """A file (or something in its place) under one of the given folders.

    root: the folder's own name. relative: path within the folder, with `/`; characters that are no text (bytes that
    are not UTF-8) are written as \\xNN. path: where it lies now, which for a file of an archive is where it was
    unpacked. base: where the folder lies. archives: the archives that it is in, each as its path within the folder.
    """

    root: str
    relative: str
    path: Path
    problem: Problem | None = None
    base: Path = Path()
    archives: tuple[str, ...] = ()


def printable(name: str) -> str:
    """A file name as text that can be written anywhere; bytes that are not UTF-8 become \\xNN."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def discover(paths: Sequence[Path], output: Path) -> list[Found]:
    """All files under the paths, in a fixed order, each place once. Raises FileNotFoundError for a path that is not."""
    roots: dict[Path, list[Path]] = {}
    for path in paths:
        whole = Path(os.path.abspath(path))
        if not os.path.lexists(whole):
            raise FileNotFoundError(str(path))
        roots.setdefault(whole if whole.is_dir() else whole.parent, []).append(whole)
    labels = _labels(list(roots))
    found: dict[Path, Found] = {}
    for root in sorted(roots):
        for start in sorted(roots[root]):
            for item in _walk(start, root, labels[root], Path(os.path.abspath(output))):
                found.setdefault(item.path, item)
    return sorted(found.values(), key=lambda f: (f.relative, f.root))


def _labels(roots: list[Path]) -> dict[Path, str]:
    """A name for each folder: its own, with as many of its parents as it takes to tell it from the others."""
    labels = {root: printable(root.name) or "/" for root in roots}
    depth = 1
    while True:
        counts = Counter(labels.values())
        clash = [root for root in roots if counts[labels[root]] > 1]
        if not clash or depth > 64:
            return labels
        depth += 1
        for root in clash:
            labels[root] = "/".join(printable(part) for part in root.parts[-depth:])


def _walk(start: Path, root: Path, label: str, output: Path) -> Iterator[Found]:
    def found(path: Path, kind: Kind | None = None) -> Found:
        relative = printable(path.relative_to(root).as_posix())
        return Found(label, relative, path, Problem(Stage.READ, kind) if kind else None, root)

    if not start.is_dir():
        yield found(start, None if start.exists() else Kind.VANISHED)
        return
    stack = [start]
    while stack:
        folder = stack.pop()
        if all(os.path.isfile(folder / name) for name in OUTPUT_MARKS):  # False too where it may not be looked into
            yield found(folder, Kind.OWN_OUTPUT)
            continue
        try:
            entries = sorted(os.scandir(folder), key=lambda e: e.name)
        except OSError:
            yield found(folder, Kind.FOLDER_UNREADABLE)
            continue
        for entry in entries:
            path = Path(entry.path)
            if path == output:
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    stack.append(path)
                elif entry.is_file():
                    yield found(path)
                elif entry.is_symlink() and not path.exists():
                    yield found(path, Kind.VANISHED)
                else:  # a link to a folder, a socket, a device
                    yield found(path, Kind.NOT_A_FILE)
            except OSError:
                yield found(path, Kind.NO_PERMISSION)


def open_archives(found: Sequence[Found], folder: Path) -> list[Found]:
    """The same files with the files of each ZIP archive in the archive's place, unpacked into `folder`, which only
    this user should be able to read. An archive stays where something is wrong with it: then with a problem.

    Raises OSError where `folder` cannot be written.
    """
    opened: list[Found] = []
    for number, item in enumerate(found):
        if item.problem is None and is_archive(item.path):
            opened += _members(item, folder / str(number), Budget(), 1)
        else:
            opened.append(item)
    return sorted(opened, key=lambda f: (f.relative, f.root))


def _members(item: Found, folder: Path, budget: Budget, depth: int) -> list[Found]:
    if depth > DEPTH:
        return [replace(item, problem=Problem(Stage.READ, Kind.TOO_LARGE, detail=f"zip × {depth}"))]
    members, problems = unpack(item.path, folder, budget)
    found = [replace(item, problem=problem) for problem in problems]
    for number, member in enumerate(members):
        inner = replace(
            item,
            relative=f"{item.relative}/{member.name}",
            path=member.path,
            problem=member.problem,
            archives=(*item.archives, item.relative),
        )
        if member.problem is None and is_archive(member.path):
            found += _members(inner, folder / f"in{number}", budget, depth + 1)
            member.path.unlink()
        else:
            found.append(inner)
    return found


def fingerprint(item: Found) -> tuple[str, Problem | None]:
    """The SHA-256 of the file's bytes in hex, or of its place where it cannot be read, with what is wrong."""
    if item.problem is None:
        try:
            with item.path.open("rb") as handle:
                return hashlib.file_digest(handle, "sha256").hexdigest(), None
        except PermissionError:
            problem = Problem(Stage.READ, Kind.NO_PERMISSION)
        except FileNotFoundError:
            problem = Problem(Stage.READ, Kind.VANISHED)
        except OSError as error:
            problem = Problem(Stage.READ, Kind.DAMAGED, detail=error.strerror or "")
    else:
        problem = item.problem
    place = f"{item.root}\n{item.relative}"
    return hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest(), problem


def folders(output: Path) -> dict[str, str]:
    """Where the folder of each name in `ledger_places.root` lay when it was last read; what is unknown is left out."""
    try:
        known = json.loads((output / FOLDERS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(label): str(path) for label, path in known.items()} if isinstance(known, dict) else {}
