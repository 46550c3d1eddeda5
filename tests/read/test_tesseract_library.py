"""Tesseract as a library and as a program: one and the same table."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.read import tesseract, tesseract_library
from pipeline.read.tesseract import BLOCK, SWEDISH, read_picture, tesseract_languages

NEEDS_BOTH = pytest.mark.skipif(
    not tesseract_library.usable(SWEDISH) or SWEDISH not in tesseract_languages(),
    reason="Tesseract's program or its library is not installed",
)


def page(*lines: str) -> Image.Image:
    image = Image.new("L", (1600, 120 + 110 * len(lines)), 255)
    font = ImageFont.load_default(56)
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((70, 60 + 110 * number), line, fill=0, font=font)
    return image


@pytest.mark.ocr
@NEEDS_BOTH
def test_both_ways_give_the_same_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = page("Kommunstyrelsen beslutar om", "1 250 000 kronor den 3 maj 2021")
    by_library = read_picture(picture, 300, BLOCK)
    monkeypatch.setattr(tesseract_library, "tesserocr", None)
    by_program = read_picture(picture, 300, BLOCK)
    assert [r.text for r in by_library] == [r.text for r in by_program]
    assert " ".join(r.text for r in by_library).startswith("Kommunstyrelsen beslutar om 1 250 000 kronor")
    for one, other in zip(by_library, by_program, strict=True):
        assert (one.block, one.line) == (other.block, other.line)
        assert one.x0 == pytest.approx(other.x0, abs=3)
        assert one.y1 == pytest.approx(other.y1, abs=3)


@pytest.mark.ocr
@NEEDS_BOTH
def test_a_reading_leaves_nothing_for_the_next() -> None:
    assert read_picture(page("Sida ett"), 300, BLOCK)
    assert read_picture(Image.new("L", (400, 300), 255), 300, BLOCK) == []
    assert [r.text for r in read_picture(page("Sida nummer"), 300, BLOCK)] == ["Sida", "nummer"]


@pytest.mark.ocr
@NEEDS_BOTH
@pytest.mark.parametrize("size", [(1, 1), (3, 2000), (2000, 3), (40, 40)])
def test_any_picture_is_read_without_a_word(size: tuple[int, int], capfd: pytest.CaptureFixture[str]) -> None:
    read_picture(Image.new("L", size, 128), 300, tesseract.PAGE)
    assert capfd.readouterr().err == ""


@pytest.mark.ocr
@NEEDS_BOTH
def test_what_takes_too_long_is_given_up() -> None:
    picture = page(*["Kommunstyrelsen beslutar att godkänna"] * 30)
    with pytest.raises(RuntimeError):
        tesseract_library.table(picture, SWEDISH, tesseract.PAGE, 300, 0.001)


def test_without_the_program_there_is_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    tesseract_library.installed.cache_clear()
    try:
        assert tesseract_library.installed() == (None, frozenset())
        assert not tesseract_library.usable(SWEDISH)
    finally:
        tesseract_library.installed.cache_clear()
