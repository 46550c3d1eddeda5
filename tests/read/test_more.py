"""What a later stage asks `read` to read once more: words of a page that one reader has read."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from pipeline.read import second, second_model
from pipeline.read.files import read_more
from pipeline.read.page import Box, Page, ReadAs, Word
from pipeline.read.second_model import Line
from tests.read.make import draw_image, image_object, pdf, sheet

NEEDS_MODEL = pytest.mark.skipif(not second_model.usable(), reason="rapidocr or onnxruntime is not installed")
DPI = 200
TITLE = Word("Föreningsbidrag", Box(72, 72, 162, 86), 0.89, block=0, line=0)
BODY = Word("Kommunstyrelsen", Box(72, 91, 162, 105), 0.89, block=0, line=1)
PAGE = Page(1, 595, 842, (TITLE, BODY), ReadAs.OCR)


@pytest.fixture(scope="module")
def picture() -> Image.Image:
    return sheet(["Föreningsbidrag", "Kommunstyrelsen"], DPI)


@pytest.fixture(params=["image", "pdf"])
def file(request: pytest.FixtureRequest, picture: Image.Image, tmp_path: Path) -> tuple[Path, str]:
    if request.param == "image":
        path = tmp_path / "a.png"
        picture.save(path, dpi=(DPI, DPI))
        return path, "image"
    resources = "/XObject << /Im1 10 0 R >>"
    whole = draw_image(0, 0, 595, 842)
    return pdf(tmp_path / "a.pdf", [whole], resources=resources, objects=[image_object(picture)]), "pdf"


def hear(monkeypatch: pytest.MonkeyPatch, *said: str) -> list[str]:
    """Let the second reader say these one after the other; what is left when it was asked."""
    left = list(said)

    def recognise(picture: Image.Image) -> Line:
        assert min(picture.tobytes()) < 100  # there is ink where it was told to look
        text = left.pop(0)
        return Line(text, tuple((i + 0.5) / len(text) for i in range(len(text))), (0.99,) * len(text))

    monkeypatch.setattr(second, "recognise", recognise)
    monkeypatch.setattr(second, "usable", lambda: True)
    return left


def test_only_what_is_asked_for_is_read(monkeypatch: pytest.MonkeyPatch, file: tuple[Path, str]) -> None:
    left = hear(monkeypatch, "Föreningsbidrag", "never asked")
    again = read_more(*file, PAGE, [TITLE.box])
    assert left == ["never asked"]
    title, body = again.words
    assert (title.text, title.second, title.agreed) == ("Föreningsbidrag", "Föreningsbidrag", True)
    assert title.box == pytest.approx(TITLE.box)
    assert (body.text, body.second, body.agreed) == ("Kommunstyrelsen", None, None)
    assert body.box == pytest.approx(BODY.box)
    assert replace(again, words=PAGE.words) == PAGE


def test_an_unsure_word_is_mended(monkeypatch: pytest.MonkeyPatch, file: tuple[Path, str]) -> None:
    page = replace(PAGE, words=(replace(TITLE, text="Foreningsbidrag", confidence=0.87), BODY))
    hear(monkeypatch, "Föreningsbidrag")
    title = read_more(*file, page, [TITLE.box]).words[0]
    assert (title.text, title.first, title.second, title.agreed) == (
        "Föreningsbidrag",
        "Foreningsbidrag",
        "Föreningsbidrag",
        False,
    )


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_boxes_are_those_of_the_page_as_shown(
    monkeypatch: pytest.MonkeyPatch, picture: Image.Image, turn: int, tmp_path: Path
) -> None:
    """The file shows the page turned; it was read upright."""
    path = tmp_path / "a.png"
    picture.rotate(-turn, expand=True).save(path, dpi=(DPI, DPI))
    page = replace(PAGE, turn=turn)
    hear(monkeypatch, "Föreningsbidrag")
    title, body = read_more(path, "image", page, [page.shown(TITLE.box)]).words
    assert (title.second, body.second) == ("Föreningsbidrag", None)


@pytest.mark.parametrize(
    ("page", "boxes"),
    [
        (PAGE, []),
        (PAGE, [Box(300, 300, 400, 320)]),
        (replace(PAGE, read_as=ReadAs.DIGITAL), [TITLE.box]),
        (replace(PAGE, words=(replace(TITLE, second="Föreningsbidrag", agreed=True),)), [TITLE.box]),
        (replace(PAGE, words=(replace(TITLE, picture=True),)), [TITLE.box]),
        (replace(PAGE, words=(replace(TITLE, confidence=0.93), replace(BODY, confidence=0.9))), [TITLE.box, BODY.box]),
        (replace(PAGE, words=()), [TITLE.box]),
    ],
)
def test_where_there_is_nothing_to_read_the_page_stays(
    monkeypatch: pytest.MonkeyPatch, file: tuple[Path, str], page: Page, boxes: list[Box]
) -> None:
    left = hear(monkeypatch, "never asked")
    assert read_more(*file, page, boxes) is page
    assert left == ["never asked"]


def test_a_file_that_is_gone_or_of_another_kind_costs_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: tuple[Path, str]
) -> None:
    hear(monkeypatch)
    assert read_more(tmp_path / "gone.pdf", "pdf", PAGE, [TITLE.box]) is PAGE
    assert read_more(tmp_path / "gone.png", "image", PAGE, [TITLE.box]) is PAGE
    assert read_more(file[0], "docx", PAGE, [TITLE.box]) is PAGE


@NEEDS_MODEL
def test_the_network_reads_it(file: tuple[Path, str]) -> None:
    page = replace(PAGE, words=(replace(TITLE, text="Foreningsbidrag", confidence=0.8), BODY))
    assert [word.text for word in read_more(*file, page, [TITLE.box]).words] == ["Föreningsbidrag", "Kommunstyrelsen"]
