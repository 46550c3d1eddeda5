"""ZIP archives from outside: their files are sources like others."""

import io
import shutil
import zipfile
from pathlib import Path

from tests.conftest import MEMO
from tests.whole.conftest import Lupp
from tests.whole.test_runs import bytes_of


def memo(sum_: str) -> bytes:
    return MEMO.replace("450 000", sum_).encode()


def packed(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def test_files_of_an_archive_are_files(lupp: Lupp, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    inner = packed({"djupt/ärende 2.txt": memo("462 000"), "tom.zip": packed({})})
    archive = folder / "möte.zip"
    archive.write_bytes(
        packed({"../../ärende 1.txt": memo("461 000"), "bilagor.zip": inner, "kopia.txt": memo("461 000")})
    )
    (folder / "samma.txt").write_bytes(memo("462 000"))
    (folder / "trasig.zip").write_bytes(b"PK\x03\x04 half an archive")
    result = lupp(folder, flags=["--lang", "en"])
    rows = result.documents()
    assert {name: row["status"] for name, row in rows.items() if row["status"] not in ("ok", "review")} == {
        "möte.zip/bilagor.zip/tom.zip": "skipped",
        "trasig.zip": "failed",
    }
    assert rows["möte.zip/kopia.txt"]["also_at"] == "möte.zip/ärende 1.txt"
    assert rows["möte.zip/bilagor.zip/djupt/ärende 2.txt"]["also_at"] == "samma.txt"
    assert "archive is empty" in rows["möte.zip/bilagor.zip/tom.zip"]["message"]
    assert {a["amount_sek"] for a in result.rows("amounts")} == {"461000", "462000"}
    assert sorted(p.name for p in folder.iterdir()) == ["möte.zip", "samma.txt", "trasig.zip"]
    assert not list(tmp_path.glob("*.txt"))

    before = bytes_of(result.output)
    again = lupp(folder, flags=["--lang", "en"])
    assert "6 files: 1 handled now" in again.stderr  # what failed is tried again
    assert bytes_of(result.output) == before
    alone = lupp(folder / "samma.txt", flags=["--lang", "en"])  # the archives are not opened, their files stay
    assert alone.code == 0
    assert bytes_of(result.output) == before


def test_an_archive_that_changes(lupp: Lupp, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    archive = folder / "a.zip"
    archive.write_bytes(b"PK\x03\x04 half an archive")
    assert lupp(folder).documents()["a.zip"]["status"] == "failed"
    archive.write_bytes(packed({"1.txt": memo("461 000"), "2.txt": memo("462 000")}))
    whole = lupp(folder, flags=["--lang", "en"])
    assert (whole.code, set(whole.documents())) == (0, {"a.zip/1.txt", "a.zip/2.txt"})
    archive.write_bytes(packed({"1.txt": memo("463 000"), "2.txt": memo("462 000")}))
    changed = lupp(folder, flags=["--lang", "en"])
    assert "2 files: 1 handled now, 1 already known" in changed.stderr
    assert {a["amount_sek"] for a in changed.rows("amounts")} == {"462000", "463000"}
    shutil.copytree(folder, tmp_path / "elsewhere" / "in")
    fresh = lupp(tmp_path / "elsewhere" / "in", output=tmp_path / "fresh", flags=["--lang", "en"])
    assert bytes_of(fresh.output) == bytes_of(changed.output)


def test_archives_within_archives_end(lupp: Lupp, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    data = packed({"memo.txt": memo("461 000")})
    for _ in range(3):
        data = packed({"a.zip": data})
    (folder / "a.zip").write_bytes(data)
    result = lupp(folder, flags=["--lang", "en"])
    assert result.code == 1
    assert {n: r["status"] for n, r in result.documents().items()} == {"a.zip/a.zip/a.zip/a.zip": "failed"}
    assert "unpack it" in result.rows("documents")[0]["message"]
