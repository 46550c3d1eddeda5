"""Every bad input is a problem of the right kind; nothing raises, and the other pages go on."""

import os
import zipfile
from pathlib import Path

import docx
import pytest
from odfdo import Document as Odt
from PIL import Image

from pipeline.errors import Kind
from pipeline.read import ocr, tesseract
from pipeline.read.files import open_source, read_page
from pipeline.read.page import ReadAs, Source
from tests.read.make import TEXT, draw_image, image_object, pdf, sheet, show


def kinds(source: Source) -> list[Kind]:
    return [problem.kind for problem in source.problems]


def test_empty_file(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.PDF", "c.txt", "d.png", "e.docx", "f.odt", "g.tif"):
        (tmp_path / name).touch()
        source = open_source(tmp_path / name)
        assert kinds(source) == [Kind.EMPTY_FILE], name
        assert source.pages == 0


@pytest.mark.parametrize("name", ["a.xlsx", "b.gif", "c", "d.doc", "e.csv", "f.md"])
def test_unsupported(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"GIF89a or whatever it may be")
    source = open_source(tmp_path / name)
    assert (source.kind, source.pages, kinds(source)) == ("", 0, [Kind.UNSUPPORTED])


def test_a_folder_and_a_pipe_are_no_sources(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    assert kinds(open_source(tmp_path / "folder.pdf")) == [Kind.UNSUPPORTED]
    assert kinds(open_source(tmp_path / "pipe.txt")) == [Kind.UNSUPPORTED]


def test_vanished(tmp_path: Path) -> None:
    assert kinds(open_source(tmp_path / "gone.pdf")) == [Kind.VANISHED]
    for kind in ("pdf", "image", "text", "docx", "odt"):
        page = read_page(tmp_path / "gone.pdf", kind, 1)
        assert [p.kind for p in page.problems] == [Kind.VANISHED], kind
        assert page.problems[0].page == 1


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = pdf(tmp_path / "a.pdf", [show("a")])

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert kinds(open_source(file)) == [Kind.NO_PERMISSION]


@pytest.mark.parametrize("name", ["a.pdf", "a.png", "a.jpg", "a.tif", "a.docx", "a.odt"])
def test_something_else_under_a_known_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"nothing of the kind" * 100)
    assert kinds(open_source(tmp_path / name)) == [Kind.OTHER_CONTENT]
    (tmp_path / name).write_bytes(b"\x01\x02\x03" * 100)
    assert kinds(open_source(tmp_path / name)) == [Kind.DAMAGED]


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.8, 0.95])
def test_truncated_pdf(tmp_path: Path, share: float) -> None:
    whole = pdf(tmp_path / "a.pdf", [show(TEXT) * 20] * 4).read_bytes()
    (tmp_path / "cut.pdf").write_bytes(whole[: int(len(whole) * share)])
    source = open_source(tmp_path / "cut.pdf")
    assert source.pages or kinds(source) == [Kind.DAMAGED]
    for number in range(1, source.pages + 1):
        page = read_page(tmp_path / "cut.pdf", "pdf", number)
        assert page.words or page.problems or number > 1


def test_damaged_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 40)
    assert kinds(open_source(tmp_path / "a.pdf")) == [Kind.DAMAGED]


def test_pdf_with_a_password(tmp_path: Path) -> None:
    # An encryption dictionary whose keys fit no empty password.
    file = pdf(tmp_path / "a.pdf", [show(TEXT)])
    encrypted = file.read_bytes().replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "
        b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <"
        + b"ab" * 32
        + b"> /U <"
        + b"cd" * 32
        + b"> >>",
    )
    file.write_bytes(encrypted)
    assert kinds(open_source(file)) == [Kind.PASSWORD]
    assert [p.kind for p in read_page(file, "pdf", 1).problems] == [Kind.PASSWORD]


def test_pdf_without_pages(tmp_path: Path) -> None:
    assert kinds(open_source(pdf(tmp_path / "a.pdf", []))) == [Kind.NO_PAGES]


def test_a_page_that_is_not_there_stops_no_other(tmp_path: Path) -> None:
    file = pdf(tmp_path / "a.pdf", [show("en"), show("tva")])
    assert [p.kind for p in read_page(file, "pdf", 7).problems] == [Kind.PAGE_FAILED]
    assert [w.text for w in read_page(file, "pdf", 2).words] == ["tva"]


def test_a_blank_page_has_no_words_and_no_problem(tmp_path: Path) -> None:
    page = read_page(pdf(tmp_path / "a.pdf", [b""]), "pdf", 1)
    assert (page.words, page.problems, page.width, page.height) == ((), (), 595, 842)


def test_picture_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("1", (20_000, 20_000)).save(tmp_path / "a.png")
    source = open_source(tmp_path / "a.png")
    found = kinds(source) or [p.kind for p in read_page(tmp_path / "a.png", "image", 1).problems]
    assert found == [Kind.TOO_LARGE]


def test_damaged_picture(tmp_path: Path) -> None:
    sheet([TEXT]).save(tmp_path / "a.png")
    whole = (tmp_path / "a.png").read_bytes()
    (tmp_path / "head.png").write_bytes(whole[:20])
    assert kinds(open_source(tmp_path / "head.png")) == [Kind.DAMAGED]
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 500)
    assert kinds(open_source(tmp_path / "a.jpg")) == [Kind.DAMAGED]


@pytest.mark.ocr
def test_a_picture_whose_end_is_missing_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    sheet([TEXT[:40]]).save(tmp_path / "a.png")
    whole = (tmp_path / "a.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) - 40])
    page = read_page(tmp_path / "cut.png", "image", 1)
    assert "bevilja" in {word.text for word in page.words}
    assert [p.kind for p in page.problems] == [Kind.PAGE_FAILED]


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_damaged_office_files(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    if name == "a.docx":
        docx.Document().save(str(file))
    else:
        Odt("text").save(str(file))
    whole = file.read_bytes()
    for share in (0.1, 0.5, 0.9):
        file.write_bytes(whole[: int(len(whole) * share)])
        assert kinds(open_source(file)) == [Kind.DAMAGED], share
    middle = bytearray(whole)
    for i in range(200, len(middle) - 2000, 7):
        middle[i] ^= 0x5A
    file.write_bytes(bytes(middle))
    assert kinds(open_source(file)) == [Kind.DAMAGED]


def test_zip_bomb(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(60):
                part.write(b" " * (1 << 20))
    assert kinds(open_source(file)) == [Kind.TOO_LARGE]


def test_another_zip_is_unsupported_or_damaged(tmp_path: Path) -> None:
    for name in ("a.zip", "a.xlsx"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("xl/workbook.xml", "<x/>")
        assert kinds(open_source(tmp_path / name)) == [Kind.UNSUPPORTED]


def test_docx_with_a_password(tmp_path: Path) -> None:
    mark = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (tmp_path / "a.docx").write_bytes(mark + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    (tmp_path / "b.doc").write_bytes(mark + b"\0" * 600)
    assert kinds(open_source(tmp_path / "a.docx")) == [Kind.PASSWORD]
    assert kinds(open_source(tmp_path / "b.doc")) == [Kind.UNSUPPORTED]


def test_without_any_reader_digital_pages_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "tesseract_languages", frozenset)
    monkeypatch.setattr(ocr, "usable", lambda: False)
    objects = [image_object(sheet([TEXT], dpi=70))]
    file = pdf(
        tmp_path / "a.pdf",
        [show(TEXT), draw_image(0, 0, 595, 842)],
        resources="/XObject << /Im1 10 0 R >>",
        objects=objects,
    )
    assert read_page(file, "pdf", 1).read_as == ReadAs.DIGITAL
    scan = read_page(file, "pdf", 2)
    assert (scan.words, [p.kind for p in scan.problems]) == ((), [Kind.OCR_MISSING])
    assert scan.problems[0].detail == "tesseract"
    monkeypatch.setattr(tesseract, "tesseract_languages", lambda: frozenset({"eng"}))
    assert read_page(file, "pdf", 2).problems[0].detail == "tesseract-swe"
    sheet([TEXT], dpi=70).save(tmp_path / "b.png")
    assert [p.kind for p in read_page(tmp_path / "b.png", "image", 1).problems] == [Kind.OCR_MISSING]
