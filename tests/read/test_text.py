"""Text files: encodings of five decades, pages, the grid."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import Kind
from pipeline.read.encodings import decode
from pipeline.read.files import open_source, read_page
from pipeline.read.page import ReadAs
from pipeline.read.text import split_pages

SWEDISH = (
    "Ärendet\nFöreningen ansöker om bidrag på 1 500 kr. Länsstyrelsen i Västmanland får avgöra, § 12.\nÅsa Öberg\n"
)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp850", "cp437", "mac-roman", "utf-16-le", "utf-16-be"])
def test_encodings_that_the_file_does_not_name(encoding: str) -> None:
    text = SWEDISH.replace("§ ", "") if encoding == "cp437" else SWEDISH
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.guessed


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "ascii"])
def test_encodings_that_are_sure(encoding: str) -> None:
    text = "Bara ASCII" if encoding == "ascii" else SWEDISH
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.guessed, decoded.nuls) == (text, False, 0)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (SWEDISH.encode().decode("cp1252", "replace").encode(), None),  # UTF-8 encoded once more
        (b"Kommunstyrelsen f|resl}r att fullm{ktige anv{nder |verskottet p} s} s{tt", "Kommunstyrelsen föreslår"),
        (b"rad ett\r\nrad tv\xc3\xa5\rrad tre", "rad ett\nrad två\nrad tre"),
        ("a\u0308ndring av de\u0301tail".encode(), "ändring av détail"),
        (b"slut\x1a", "slut"),
        (b"f\bfet\x07", "fet"),
    ],
)
def test_oddities(data: bytes, text: str | None) -> None:
    decoded = decode(data)
    assert decoded.text.startswith(text) if text else "Föreningen ansöker" in decoded.text


@pytest.mark.parametrize("text", ["a | b | c", "{1} [2] }", "tabell|kolumn|rad", "fi|len och ka|len"])
def test_braces_and_bars_are_no_letters_elsewhere(text: str) -> None:
    assert decode(text.encode()).text == text


def test_spoiled_utf8_stays_utf8() -> None:
    data = SWEDISH.encode().replace(b"\xc3\x85sa", b"\xc3sa")
    assert "Föreningen ansöker" in decode(data).text


@given(st.binary(max_size=400))
def test_any_bytes_are_some_text(data: bytes) -> None:
    decoded = decode(data)
    assert "\0" not in decoded.text
    assert "\r" not in decoded.text


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Cn")), max_size=200))
def test_utf8_comes_back(text: str) -> None:
    import unicodedata

    if "Ã" not in text and "Â" not in text and "{" not in text and not text.startswith("\ufeff"):
        expected = unicodedata.normalize("NFC", text.replace("\ufeff", ""))
        assert decode(text.encode()).text == expected


def test_guessed_encoding_and_nuls_are_told_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.TXT").write_bytes("Åtgärder för ungdomar".encode("cp1252") + b"\0\0 slut")
    source = open_source(tmp_path / "a.TXT")
    assert (source.kind, source.pages, source.problems) == ("text", 1, ())
    page = read_page(tmp_path / "a.TXT", "text", 1)
    assert [w.text for w in page.words] == ["Åtgärder", "för", "ungdomar", "slut"]
    assert [(p.kind, p.detail, p.page) for p in page.problems] == [
        (Kind.ENCODING_GUESSED, "cp1252", 1),
        (Kind.NUL_BYTES, "2", 1),
    ]


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ett\ftvå\f\f", encoding="utf-8")
    assert open_source(tmp_path / "a.txt").pages == 3
    assert [w.text for w in read_page(tmp_path / "a.txt", "text", 2).words] == ["två"]
    assert read_page(tmp_path / "a.txt", "text", 3).words == ()
    assert split_pages("") == ("",)
    assert split_pages("en\f\n") == ("en",)


def test_the_grid(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Dnr 12\n\n\ta\u00a0b\n", encoding="utf-8")
    page = read_page(tmp_path / "a.txt", "text", 1)
    assert [(w.text, *w.box) for w in page.words] == [
        ("Dnr", 0, 0, 18, 12),
        ("12", 24, 0, 36, 12),
        ("a", 48, 24, 54, 36),
        ("b", 60, 24, 66, 36),
    ]
    assert (page.read_as, page.has_places, page.paragraphs) == (ReadAs.TEXT, False, False)
    assert [w.line for w in page.words] == [0, 0, 2, 2]
