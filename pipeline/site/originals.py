"""Where the bytes of a document lie: found by the ledger, never by a path that somebody asks for.

The ledger knows each file's place within an ingested folder and the SHA-256 of its bytes. A file is given only when it
lies within that folder (links out of it are not followed) and still has the bytes that were read.
"""

import hashlib
import os
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.read.archive import DEPTH, Budget, is_archive, unpack
from pipeline.sources import folders, printable

MAX_UNPACKED = 40  # files of archives that are kept unpacked


class Originals:
    """Finds originals. Safe to use from threads. Unpacks files of archives to a folder that goes with the process."""

    def __init__(self, output: Path, given: Sequence[Path] = ()) -> None:
        """output: what a run wrote. given: folders that the originals now lie in, where the run's own have moved."""
        self._known = {label: Path(path) for label, path in folders(output).items()}
        self._given = [path.absolute() for path in given]
        self._lock = threading.Lock()
        self._prints: dict[tuple[str, int, int], str] = {}
        self._unpacked: OrderedDict[str, Path] = OrderedDict()
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def find(self, sha256: str, places: Iterable[tuple[str, str]]) -> Path | None:
        """The file with these bytes, or None. places: root and relative as they stand in `ledger_places`."""
        with self._lock:
            if (kept := self._unpacked.get(sha256)) is not None and kept.is_file():
                self._unpacked.move_to_end(sha256)
                return kept
            for root, relative in places:
                for base in self._bases(root):
                    try:
                        found = self._within(base, relative, sha256)
                    except (OSError, ValueError):  # a NUL in a name is a ValueError
                        continue
                    if found is not None:
                        return found
        return None

    def _bases(self, root: str) -> list[Path]:
        known = [self._known[root]] if root in self._known else []
        return [*self._given, *(path / root for path in self._given), *known]

    def _within(self, base: Path, relative: str, sha256: str) -> Path | None:
        """The file at a place of a folder, its archives unpacked, if it has these bytes."""
        path = base
        parts = relative.split("/")
        if any(part in ("", ".", "..") for part in parts):
            return None
        for number, part in enumerate(parts, 1):
            entry = _entry(path, part)
            if entry is None or not entry.resolve().is_relative_to(base.resolve()):
                return None
            path = entry
            if not path.is_dir():
                return self._file(path, parts[number:], sha256)
        return None

    def _file(self, path: Path, inner: list[str], sha256: str) -> Path | None:
        if not path.is_file():
            return None
        if not inner:
            return path if self._print(path) == sha256 else None
        if not is_archive(path):
            return None
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="lupp-site-", ignore_cleanup_errors=True)
        folder = Path(tempfile.mkdtemp(dir=self._folder.name))
        member = _member(path, inner, folder, Budget(), 1)
        if member is None or _sha256(member) != sha256:
            return None
        self._unpacked[sha256] = member
        while len(self._unpacked) > MAX_UNPACKED:
            self._unpacked.popitem(last=False)[1].unlink(missing_ok=True)
        return member

    def _print(self, path: Path) -> str:
        """A file's SHA-256, worked out once for as long as its size and time stay."""
        stat = path.stat()
        key = os.fspath(path), stat.st_size, stat.st_mtime_ns
        if key not in self._prints:
            self._prints[key] = _sha256(path)
        return self._prints[key]

    def close(self) -> None:
        """Remove what was unpacked."""
        with self._lock:
            self._unpacked.clear()
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None


def _entry(folder: Path, name: str) -> Path | None:
    """What has this printable name in a folder; names that are not UTF-8 stand in the ledger as they are printed."""
    plain = folder / name
    if os.path.lexists(plain):
        return plain
    if "\\x" not in name:
        return None
    return next((Path(entry.path) for entry in os.scandir(folder) if printable(entry.name) == name), None)


def _member(path: Path, inner: list[str], folder: Path, budget: Budget, depth: int) -> Path | None:
    """The file of an archive, or of an archive in it, unpacked into `folder`."""
    if depth > DEPTH:
        return None
    names = {"/".join(inner[:count]): count for count in range(1, len(inner) + 1)}
    for member in unpack(path, folder, budget, names)[0]:
        if member.problem is not None:
            continue
        if names[member.name] == len(inner):
            return member.path
        if is_archive(member.path):
            rest = inner[names[member.name] :]
            return _member(member.path, rest, folder / "in", budget, depth + 1)
    return None


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
