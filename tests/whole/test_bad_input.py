"""Each fault in a file is a row that says what to do; the rest of the run goes on, and the exit code tells."""

import os
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests.conftest import MEMO
from tests.whole.conftest import Lupp


def test_every_fault_is_a_row(lupp: Lupp, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "truncated.pdf").write_bytes(b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0")
    pdfium.PdfDocument.new().save(folder / "no pages.pdf")
    (folder / "archive.zip").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    (folder / "film.mov").write_bytes(b"\0\0\0\x14ftypqt  ")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n half")
    (folder / "latin.txt").write_bytes(MEMO.encode("latin-1"))
    (folder / "nul.txt").write_bytes(MEMO.replace("Ärendet", "Ären\0det").encode())
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    odd = "å ä ö\n(kopia).txt"
    (folder / odd).write_text(MEMO.replace("450", "451"), encoding="utf-8")
    result = lupp(folder, flags=["--lang", "en"])
    assert result.code == 1
    rows = result.documents()
    assert {name: row["status"] for name, row in rows.items() if row["status"] in ("failed", "skipped")} == {
        "empty.pdf": "failed",
        "truncated.pdf": "failed",
        "no pages.pdf": "failed",
        "broken.docx": "failed",
        "broken.png": "failed",
        "gone.txt": "failed",
        "archive.zip": "skipped",
        "film.mov": "skipped",
    }
    for name, words in (
        ("empty.pdf", "get it again"),
        ("truncated.pdf", "damaged"),
        ("no pages.pdf", "no pages"),
        ("gone.txt", "link leads nowhere"),
        ("film.mov", "convert it"),
        ("latin.txt", "encoding"),
        ("nul.txt", "NUL"),
    ):
        assert words in rows[name]["message"], rows[name]
        assert "\n" not in rows[name]["message"]
    assert rows["latin.txt"]["addressee"] == "Socialnämnden"
    assert "\0" not in (result.output / "text" / f"{rows['nul.txt']['document_id']}.txt").read_text(encoding="utf-8")
    assert rows[odd]["diarienummer"] == "SN 2021/123"
    assert str(tmp_path) not in (result.output / "documents.csv").read_text(encoding="utf-8")


def test_what_failed_is_tried_again(lupp: Lupp, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    assert lupp(folder).code == 1
    again = lupp(folder, flags=["--lang", "en"])
    assert again.code == 1
    assert "1 file: 1 handled now" in again.stderr


def test_only_what_is_skipped_is_no_failure(lupp: Lupp, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "notes.xyz").write_bytes(b"\x00\x01\x02")
    result = lupp(tmp_path / "in")
    assert result.code == 0
    assert result.rows("documents")[0]["status"] == "skipped"


def test_an_empty_folder(lupp: Lupp, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    result = lupp(tmp_path / "in")
    assert result.code == 0
    assert "Inga filer" in result.stderr
    assert result.rows("documents") == []


def test_tables_are_not_written_over_originals_below(lupp: Lupp, memo_file: Path, tmp_path: Path) -> None:
    below = tmp_path / "in" / "delar"
    below.mkdir(parents=True)
    (below / "beslut.txt").write_bytes(memo_file.read_bytes())
    result = lupp(tmp_path / "in", output=below)
    assert result.code == 2
    assert "har redan filer" in result.stderr
    assert [p.name for p in below.iterdir()] == ["beslut.txt"]
    (tmp_path / "in" / "tabeller").mkdir()  # an empty one hides nothing, and may be written in again and again
    for _ in range(2):
        result = lupp(tmp_path / "in", output=tmp_path / "in" / "tabeller")
        assert result.code == 0
        assert len(result.rows("documents")) == 1


@pytest.mark.ocr
@pytest.mark.slow
def test_a_picture_without_text(lupp: Lupp, tmp_path: Path) -> None:
    from PIL import Image

    (tmp_path / "in").mkdir()
    Image.new("L", (1200, 1600), 255).save(tmp_path / "in" / "blank.png", dpi=(150, 150))
    result = lupp(tmp_path / "in", flags=["--lang", "en"])
    assert result.code == 1
    assert "no text was found" in result.rows("documents")[0]["message"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything; tests/test_sources.py shows it in another way")
def test_a_folder_without_permission(lupp: Lupp, memo_file: Path) -> None:
    locked = memo_file.parent / "locked"
    locked.mkdir(mode=0)
    result = lupp(memo_file.parent)
    locked.chmod(0o755)
    assert result.code == 1
    assert result.documents()["locked"]["status"] == "failed"
    assert result.documents()["memo.txt"]["status"] in ("ok", "review")
