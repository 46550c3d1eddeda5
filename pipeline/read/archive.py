"""ZIP archives: their members, unpacked safely.

Nothing that an archive says decides where a file is written: members lie under running numbers in a folder of the
caller's, their own names are text only. What an archive claims of its size is not believed either: unpacking stops at
the budget, which nested archives share.
"""

import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pipeline.errors import Kind, Problem
from pipeline.read.archive_names import member_name, without_clash
from pipeline.read.faults import problem
from pipeline.read.kinds import DOCX, HEAD_BYTES, ODT, SUFFIXES, ZIP_MARKS, kind_of

SUFFIX = ".zip"
DEPTH = 3  # archives within each other
MAX_MEMBERS = 20_000
MAX_BYTES = 8_000_000_000  # unpacked
MAX_RATIO = 200  # unpacked to packed, looked at from MIN_SUSPECT on
MIN_SUSPECT = 50_000_000
CHUNK = 1 << 20
PLAIN_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}$")
# What a zip file has in it that is a document of some program and no archive.
DOCUMENT_PARTS = {"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "META-INF/manifest.xml"}
LEFT_OUT = ("__MACOSX/",)  # the icons and marks that a Mac adds beside each file, under the file's own name
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, IndexError, UnicodeError)


@dataclass(slots=True)
class Budget:
    """What may still be unpacked of one archive and those within it."""

    members: int = MAX_MEMBERS
    size: int = MAX_BYTES  # bytes


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive. name: its path in the archive, with `/`, as text. path: where it lies unpacked; where it
    could not be unpacked a place where nothing is, and `problem` says why."""

    name: str
    path: Path
    problem: Problem | None = None


def is_archive(path: Path) -> bool:
    """Whether it is a ZIP archive (or named so), and not a document whose format is built on ZIP. Never raises."""
    named = path.suffix.lower() == SUFFIX
    try:
        if not path.is_file():
            return False
        with path.open("rb") as handle:
            head = handle.read(len(ZIP_MARKS[0]))
        if not head.startswith(ZIP_MARKS):
            # a file of another kind that is only named .zip is read as what it is
            return named and not _is_read(path)
        if _is_read(path):
            return False
        with zipfile.ZipFile(path) as archive:
            return named or not DOCUMENT_PARTS & set(archive.namelist())
    except (OSError, NotImplementedError, RuntimeError, MemoryError, *BROKEN):
        return named or (path.suffix.lower() not in SUFFIXES and _starts_as_zip(path))


def _is_read(path: Path) -> bool:
    kind, wrong = kind_of(path)
    return bool(kind) and (wrong is None or kind in (DOCX, ODT))


def _starts_as_zip(path: Path) -> bool:
    try:
        with path.open("rb") as handle:
            return handle.read(HEAD_BYTES).startswith(ZIP_MARKS) and not path.suffix
    except OSError:
        return False


def unpack(
    path: Path, folder: Path, budget: Budget, only: Collection[str] | None = None
) -> tuple[list[Member], tuple[Problem, ...]]:
    """The archive's files, unpacked into `folder` (which is made), and what is wrong with the archive itself.

    only: names of the members that are wanted, where not all are. Raises OSError only where `folder` cannot be written.
    """
    try:
        if path.stat().st_size == 0:
            return [], (problem(Kind.EMPTY_FILE),)
        archive = zipfile.ZipFile(path)
    except PermissionError:
        return [], (problem(Kind.NO_PERMISSION),)
    except FileNotFoundError:
        return [], (problem(Kind.VANISHED),)
    except NotImplementedError:
        return [], (problem(Kind.ARCHIVE_METHOD),)
    except (OSError, RuntimeError, MemoryError, *BROKEN):
        return [], (problem(Kind.DAMAGED, "zip"),)
    with archive:
        parts = [p for p in archive.infolist() if not p.is_dir() and not p.orig_filename.startswith(LEFT_OUT)]
        if not parts:
            return [], (problem(Kind.ARCHIVE_EMPTY),)
        budget.members -= len(parts)
        if too_large := _too_large(parts, path.stat().st_size, budget):
            return [], (problem(Kind.TOO_LARGE, too_large),)
        locked = [p for p in parts if p.flag_bits & 1]
        folder.mkdir(parents=True, exist_ok=True)
        members: list[Member] = []
        names: set[str] = set()
        for number, part in enumerate(parts, 1):
            if part.flag_bits & 1:
                continue
            name = without_clash(member_name(part), names)
            if only is not None and name not in only:
                continue
            target = folder / f"{number}{_suffix(name)}"
            wrong = _write(archive, part, target, budget)
            if wrong and wrong.kind == Kind.TOO_LARGE:  # it lied about its size: none of it is believed
                shutil.rmtree(folder, ignore_errors=True)
                return [], (wrong,)
            members.append(Member(name, target, wrong))
        problems = (problem(Kind.ARCHIVE_LOCKED, f"{len(locked)}/{len(parts)}"),) if locked else ()
        return members, problems


def _too_large(parts: list[zipfile.ZipInfo], packed: int, budget: Budget) -> str:
    """Which limit the archive breaks by what it says itself, "" where none."""
    size = sum(part.file_size for part in parts)
    if budget.members < 0:
        return f"zip, > {MAX_MEMBERS}"
    if size > budget.size:
        return f"zip, > {MAX_BYTES // 1_000_000_000} GB"
    if size > MIN_SUSPECT and size > MAX_RATIO * packed:
        return f"zip, {size // max(1, packed)}:1"
    return ""


def _suffix(name: str) -> str:
    """The suffix, by which readers tell text files; nothing else of the name gets into a path."""
    found = PLAIN_SUFFIX.search(name.lower())
    return found.group() if found else ""


def _write(archive: zipfile.ZipFile, part: zipfile.ZipInfo, target: Path, budget: Budget) -> Problem | None:
    if stat.S_ISLNK(part.external_attr >> 16):
        return problem(Kind.UNSUPPORTED, "link")
    try:
        source = archive.open(part)
    except NotImplementedError:
        return problem(Kind.ARCHIVE_METHOD)
    except (OSError, RuntimeError, *BROKEN):
        return problem(Kind.DAMAGED, "zip")
    with source, target.open("wb") as sink:
        for chunk in _chunks(source):
            if chunk is None:
                break
            budget.size -= len(chunk)
            if budget.size < 0:
                return problem(Kind.TOO_LARGE, "zip")
            sink.write(chunk)
        else:
            return None
    target.unlink()
    return problem(Kind.DAMAGED, "zip")


def _chunks(source: IO[bytes]) -> Iterator[bytes | None]:
    """The member's bytes; None where they cannot be unpacked any further."""
    while True:
        try:
            chunk = source.read(CHUNK)
        except (OSError, RuntimeError, MemoryError, NotImplementedError, *BROKEN):
            yield None
            return
        if not chunk:
            return
        yield chunk
