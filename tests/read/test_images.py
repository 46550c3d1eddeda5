"""Picture files: pages of a TIFF, resolution, pages that lie on their side or lean."""

from pathlib import Path

import pytest
from PIL import Image

from pipeline.read.files import open_source, read_page
from pipeline.read.page import Page, ReadAs
from pipeline.read.prepare import lies_sideways, prepare, skew_of, specks
from pipeline.read.tesseract import Reading, bullets
from tests.read.make import sheet

LINES = [
    "Kommunstyrelsen beslutar att bevilja föreningen ett bidrag",
    "om 125 000 kronor för år 2024.",
    "Handläggare: Åsa Öberg, ekonomiavdelningen på stadskontoret",
    "Föreningen har sökt stöd till en ny hall i Norra hamnen och",
    "räknar med att den kan tas i bruk hösten 2025. Bygget kostar",
    "enligt kalkylen 4,5 miljoner kronor, varav hälften är lån.",
    "Nämnden tillstyrkte ansökan den 3 mars 2024, § 17.",
    "Förvaltningen bedömer att hallen fyller ett behov.",
    "Beslutet skickas till sökanden.",
]


def found(page: Page) -> set[str]:
    return {word.text for word in page.words}


@pytest.mark.ocr
def test_tiff_with_several_pages(tmp_path: Path) -> None:
    first, second = sheet(["Första sidan om skolan"]), sheet(["Andra sidan om vägen"])
    file = tmp_path / "a.TIF"
    first.convert("1").save(file, save_all=True, append_images=[second.convert("1")], dpi=(200, 200))
    source = open_source(file)
    assert (source.kind, source.pages) == ("image", 2)
    assert "skolan" in found(read_page(file, "image", 1))
    page = read_page(file, "image", 2)
    assert {"Andra", "vägen"} <= found(page)
    assert (page.number, page.read_as) == (2, ReadAs.OCR)
    assert (round(page.width), round(page.height)) == (595, 842)


@pytest.mark.ocr
@pytest.mark.parametrize("dpi", [(200, 200), (72, 72), (1200, 1200), None])
def test_boxes_whatever_resolution_the_file_claims(tmp_path: Path, dpi: tuple[int, int] | None) -> None:
    sheet(LINES[:2]).save(tmp_path / "a.jpg", **({"dpi": dpi} if dpi else {}))
    page = read_page(tmp_path / "a.jpg", "image", 1)
    word = next(word for word in page.words if word.text == "Kommunstyrelsen")
    assert (word.box.x0, word.box.y0) == pytest.approx((72, 74), abs=4)


@pytest.mark.ocr
def test_fax_with_fewer_lines_than_columns(tmp_path: Path) -> None:
    image = sheet(LINES, dpi=204)
    image.resize((image.width, image.height * 98 // 204)).save(tmp_path / "a.tiff", dpi=(204, 98))
    page = read_page(tmp_path / "a.tiff", "image", 1)
    assert {"Kommunstyrelsen", "föreningen", "Öberg,"} <= found(page)
    assert (page.width, page.height) == pytest.approx((595, 842), abs=2)


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_or_head(tmp_path: Path, turn: int) -> None:
    sheet(LINES).rotate(turn, expand=True).save(tmp_path / "a.png", dpi=(200, 200))
    page = read_page(tmp_path / "a.png", "image", 1)
    assert page.turn == 360 - turn
    assert {"Kommunstyrelsen", "föreningen", "Öberg,"} <= found(page)
    assert (round(page.width), round(page.height)) == (595, 842)
    first = min((w for w in page.words if w.text == "Kommunstyrelsen"), key=lambda w: w.box.y0)
    assert (first.box.x0, first.box.y0) == pytest.approx((72, 74), abs=4)
    x, y = {90: (74, 595 - 72), 180: (595 - 72, 842 - 74), 270: (842 - 74, 72)}[turn]
    shown = page.shown(first.box)
    assert min(abs(shown.x0 - x), abs(shown.x1 - x)) < 4
    assert min(abs(shown.y0 - y), abs(shown.y1 - y)) < 4


@pytest.mark.ocr
def test_a_leaning_page_is_levelled(tmp_path: Path) -> None:
    sheet(LINES).rotate(2.5, fillcolor=255, resample=Image.Resampling.BICUBIC).save(tmp_path / "a.png", dpi=(200, 200))
    page = read_page(tmp_path / "a.png", "image", 1)
    assert page.skew == pytest.approx(2.5, abs=0.2)
    first = min((w for w in page.words if w.text == "Kommunstyrelsen"), key=lambda w: w.box.y0)
    assert (first.box.x0, first.box.y0) == pytest.approx((72, 74), abs=4)


def test_dots_of_lists_become_bullets() -> None:
    def reading(text: str, x0: float, x1: float, height: float, line: int) -> Reading:
        return Reading(text, x0, 100 - height, x1, 100, 0.9, 0, line)

    readings = [
        *(reading("e", 0, 15, 15, 0), reading("Antalet", 60, 160, 30, 0), reading("e", 170, 185, 15, 0)),
        *(reading("0", 0, 15, 15, 1), reading("Rapport", 60, 160, 30, 1)),
        *(reading("0", 0, 15, 28, 2), reading("kronor", 60, 160, 30, 2)),  # a digit is as high as a capital
        *(reading("o", 0, 15, 15, 3), reading("dyl", 22, 60, 30, 3)),  # a word's distance
        reading("e", 0, 15, 15, 4),
    ]
    found = [r.text for r in bullets(readings, 30.0)]
    assert found == ["•", "Antalet", "e", "•", "Rapport", "0", "kronor", "o", "dyl", "e"]


@pytest.mark.parametrize("angle", [-4.0, -1.0, 0.0, 0.5, 3.0])
def test_skew_is_measured(angle: float) -> None:
    image = sheet(LINES).rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
    assert skew_of(image) == pytest.approx(angle, abs=0.21)


def test_sideways_is_told_by_the_lines() -> None:
    image = sheet(LINES)
    assert not lies_sideways(image)
    assert lies_sideways(image.rotate(90, expand=True))
    assert not lies_sideways(Image.new("L", (400, 600), 255))
    assert skew_of(Image.new("L", (400, 600), 255)) == 0.0


def test_specks_are_cleaned_only_where_there_are_many() -> None:
    clean = sheet(LINES)
    assert specks(clean) < 0.005
    assert prepare(clean).tobytes() == clean.tobytes()
    dirty = clean.copy()
    for i in range(9000):
        dirty.putpixel((i * 7919 % dirty.width, i * 104729 % dirty.height), 0)
    assert specks(dirty) > 0.005
    assert specks(prepare(dirty)) < 0.002


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16", "I", "F"])
def test_every_mode_of_pixels_becomes_grey(mode: str) -> None:
    picture = sheet(LINES[:1], dpi=50)
    image = picture.convert(mode) if mode != "I;16" else picture.convert("I").convert("I;16")
    grey = prepare(image)
    assert grey.mode == "L"
    assert grey.getpixel((5, 5)) > 200
