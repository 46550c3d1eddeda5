"""ZIP archives: names in the letters that were meant, nothing written elsewhere, limits that hold."""

import random
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import Kind
from pipeline.read import archive
from pipeline.read.archive import Budget, is_archive, unpack
from pipeline.read.archive_names import member_name, without_clash


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def raw_zip(path: Path, name: bytes, data: bytes = b"x", extra: bytes = b"", flags: int = 0, mode: int = 0) -> Path:
    """A zip with one stored member, every byte as given."""
    crc, size = zlib.crc32(data), len(data)
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, flags, 0, 0, 0, crc, size, size, len(name), len(extra))
    central = struct.pack(
        "<4s6H3I5H2I",
        b"PK\1\2",
        0x314,
        20,
        flags,
        0,
        0,
        0,
        crc,
        size,
        size,
        len(name),
        len(extra),
        0,
        0,
        0,
        mode << 16,
        0,
    )
    body = local + name + extra + data
    tail = central + name + extra
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(tail), len(body), 0)
    path.write_bytes(body + tail + end)
    return path


def name_of(path: Path) -> str:
    with zipfile.ZipFile(path) as file:
        return member_name(file.infolist()[0])


NAME = "Kallelse och föredragningslista på Åsö, bilaga Ä.pdf"


@pytest.mark.parametrize("encoding", ["utf-8", "cp850", "cp437", "cp1252", "mac_roman"])
def test_swedish_letters_in_names_that_nobody_marked(tmp_path: Path, encoding: str) -> None:
    assert name_of(raw_zip(tmp_path / "a.zip", NAME.encode(encoding))) == NAME


def test_names_marked_as_utf_8_and_names_in_an_extra_field(tmp_path: Path) -> None:
    assert name_of(raw_zip(tmp_path / "a.zip", NAME.encode(), flags=0x800)) == NAME
    old = b"Kallelse och f?redragningslista p\xff.pdf"
    data = struct.pack("<BI", 1, zlib.crc32(old)) + NAME.encode()
    extra = struct.pack("<HH", 0x7075, len(data)) + data
    assert name_of(raw_zip(tmp_path / "b.zip", old, extra=extra)) == NAME


def test_letters_in_two_parts_become_one(tmp_path: Path) -> None:
    assert name_of(raw_zip(tmp_path / "a.zip", "Na\u0308mnden.pdf".encode())) == "Nämnden.pdf"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\Windows\\x.pdf", "Windows/x.pdf"),
        ("C:\\Users\\x.pdf", "Users/x.pdf"),
        ("./a//b/./c.pdf", "a/b/c.pdf"),
        ("a/../../../b.pdf", "a/b.pdf"),
        ("..", "?"),
        (" ../x.pdf", "x.pdf"),
    ],
)
def test_names_lead_nowhere(tmp_path: Path, written: str, name: str) -> None:
    path = raw_zip(tmp_path / "a.zip", written.encode())
    assert name_of(path) == name
    members, problems = unpack(path, tmp_path / "out", Budget())
    assert problems == ()
    assert [m.name for m in members] == [name]
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == sorted([path, members[0].path])
    assert members[0].path.parent == tmp_path / "out"


@given(st.text(min_size=1, max_size=60))
def test_no_name_leads_upwards(name: str) -> None:
    part = zipfile.ZipInfo("x")
    part.orig_filename = name
    parts = member_name(part).split("/")
    assert ".." not in parts
    assert "" not in parts
    assert not any("\0" in p for p in parts)


def test_two_members_of_one_name() -> None:
    taken: set[str] = set()
    assert [without_clash("a/b.pdf", taken) for _ in range(3)] == ["a/b.pdf", "a/b (2).pdf", "a/b (3).pdf"]
    assert [without_clash("a.b/c", taken) for _ in range(2)] == ["a.b/c", "a.b/c (2)"]


def test_what_is_an_archive(tmp_path: Path) -> None:
    yes = [
        zipped(tmp_path / "a.zip", {"x.txt": b"x"}),
        zipped(tmp_path / "b", {"x.txt": b"x"}),
        zipped(tmp_path / "empty.zip", {}),
        zipped(tmp_path / "named.ZIP", {"[Content_Types].xml": b"x", "xl/a.xml": b"x"}),
    ]
    (tmp_path / "cut.zip").write_bytes(b"PK\3\4 and no more")
    (tmp_path / "nothing.zip").write_bytes(b"")
    (tmp_path / "text.zip").write_bytes(b"hej")
    yes += [tmp_path / n for n in ("cut.zip", "nothing.zip", "text.zip")]
    no = [
        zipped(tmp_path / "a.docx", {"[Content_Types].xml": b"x", "word/document.xml": b"x"}),
        zipped(tmp_path / "docx.zip", {"[Content_Types].xml": b"x", "word/document.xml": b"x"}),
        zipped(tmp_path / "a.odt", {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"x"}),
        zipped(tmp_path / "a.xlsx", {"[Content_Types].xml": b"x", "xl/a.xml": b"x"}),
        zipped(tmp_path / "a.epub", {"mimetype": b"application/epub+zip"}),
        tmp_path / "gone.zip",
        tmp_path,
    ]
    (tmp_path / "cut.docx").write_bytes(b"PK\3\4 and no more")
    (tmp_path / "pdf.zip").write_bytes(b"%PDF-1.4\n")
    no += [tmp_path / n for n in ("cut.docx", "pdf.zip")]
    assert [p.name for p in yes if not is_archive(p)] == []
    assert [p.name for p in no if is_archive(p)] == []


def kinds(path: Path, folder: Path, budget: Budget | None = None) -> tuple[list[str], list[Kind]]:
    members, problems = unpack(path, folder, budget or Budget())
    return [m.name for m in members if not m.problem], [p.kind for p in (*(m.problem for m in members), *problems) if p]


def test_what_is_wrong_with_an_archive(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert kinds(zipped(tmp_path / "a.zip", {}), out) == ([], [Kind.ARCHIVE_EMPTY])
    assert kinds(zipped(tmp_path / "f.zip", {"folder/": b"", "__MACOSX/._x.pdf": b"x"}), out) == (
        [],
        [Kind.ARCHIVE_EMPTY],
    )
    (tmp_path / "b.zip").write_bytes(zipped(tmp_path / "whole.zip", {"x": b"x" * 999}).read_bytes()[:-30])
    assert kinds(tmp_path / "b.zip", out) == ([], [Kind.DAMAGED])
    assert kinds(tmp_path / "gone.zip", out) == ([], [Kind.VANISHED])
    (tmp_path / "c.zip").write_bytes(b"")
    assert kinds(tmp_path / "c.zip", out) == ([], [Kind.EMPTY_FILE])


def test_one_damaged_member_costs_only_itself(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"AAAA" * 30, "b.txt": b"BBBB" * 30}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"AAAA", b"AAAC", 1))
    assert kinds(path, tmp_path / "out") == (["b.txt"], [Kind.DAMAGED])


def test_members_with_a_password(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"open.txt": b"x"})
    locked = raw_zip(tmp_path / "b.zip", b"secret.pdf", flags=1)
    assert kinds(path, tmp_path / "one") == (["open.txt"], [])
    assert kinds(locked, tmp_path / "two") == ([], [Kind.ARCHIVE_LOCKED])


def test_a_way_of_packing_that_is_not_known(tmp_path: Path) -> None:
    path = raw_zip(tmp_path / "a.zip", b"x.txt")
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        data[data.index(mark) + place] = 97
    path.write_bytes(data)
    assert kinds(path, tmp_path / "out") == ([], [Kind.ARCHIVE_METHOD])


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    path = raw_zip(tmp_path / "a.zip", b"link.txt", b"/etc/passwd", mode=stat.S_IFLNK | 0o777)
    assert kinds(path, tmp_path / "out") == ([], [Kind.UNSUPPORTED])
    assert not any((tmp_path / "out").iterdir())


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MIN_SUSPECT", 100_000)
    out = tmp_path / "out"
    bomb = zipped(tmp_path / "a.zip", {"x.txt": b"0" * 1_000_000})
    assert kinds(bomb, out) == ([], [Kind.TOO_LARGE])
    noise = zipped(tmp_path / "b.zip", {"x.bin": random.Random(1).randbytes(150_000)})
    assert kinds(noise, out) == (["x.bin"], [])
    assert kinds(noise, out, Budget(size=149_999)) == ([], [Kind.TOO_LARGE])
    many = zipped(tmp_path / "c.zip", {f"{n}.txt": b"x" for n in range(11)})
    assert kinds(many, out, Budget(members=10)) == ([], [Kind.TOO_LARGE])


def test_a_size_that_is_a_lie(tmp_path: Path) -> None:
    """The archive says that a megabyte of zeros is ten bytes."""
    path = zipped(tmp_path / "a.zip", {"x.txt": b"0" * 1_000_000})
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        struct.pack_into("<I", data, data.index(mark) + place, 10)
    path.write_bytes(data)
    assert kinds(path, tmp_path / "out") == ([], [Kind.DAMAGED])
    assert sum(p.stat().st_size for p in (tmp_path / "out").rglob("*")) < 10_000


def test_nested_archives_share_a_budget(tmp_path: Path) -> None:
    budget = Budget(members=3)
    path = zipped(tmp_path / "a.zip", {"1.txt": b"x", "2.txt": b"y"})
    assert kinds(path, tmp_path / "one", budget) == (["1.txt", "2.txt"], [])
    assert kinds(path, tmp_path / "two", budget) == ([], [Kind.TOO_LARGE])
