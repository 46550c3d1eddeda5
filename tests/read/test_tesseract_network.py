"""Tesseract's network, run here: what its scores say, and the same words as Tesseract reads."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps

from pipeline.read import tesseract, tesseract_library, tesseract_lines, tesseract_network
from pipeline.read.tesseract import PAGE, SWEDISH, read_picture
from pipeline.read.tesseract_library import Segment
from pipeline.read.tesseract_network import letters, read_line, usable
from pipeline.resources import model_path

NEEDS_NETWORK = pytest.mark.skipif(not usable(), reason="the processor or onnxruntime cannot run Tesseract's network")
NEEDS_PAGE = pytest.mark.skipif(
    not usable() or not tesseract_library.usable(SWEDISH), reason="Tesseract or its library is not installed"
)
NONE = ""


def scores(*steps: str | dict[str, float]) -> tesseract_network.Floats:
    """Scores for steps: a character that is sure there, or several with their likelihoods; the rest is none."""
    network = tesseract_network._network()
    assert network is not None
    made = np.zeros((len(steps), len(network.characters)), np.float32)
    for row, step in zip(made, steps, strict=True):
        for character, likely in ({step: 1.0} if isinstance(step, str) else step).items():
            row[network.characters.index(character) if character else -1] = likely
        row[-1] += 1.0 - row.sum()
    return made


def line(text: str, size: int = 40, paper: int = 255, ink: int = 0) -> Image.Image:
    """A line with as little paper round it as Tesseract leaves."""
    font = ImageFont.load_default(size)
    left, top, right, bottom = (int(side) for side in font.getbbox(text))
    image = Image.new("L", (right - left + 8, max(bottom, size) - min(top, size // 5) + 8), paper)
    ImageDraw.Draw(image).text((4 - left, 4 - min(top, size // 5)), text, fill=ink, font=font)
    return image


def page(*lines: str, size: int = 48) -> Image.Image:
    image = Image.new("L", (2000, 300 + 100 * len(lines)), 255)
    for number, text in enumerate(lines):
        ImageDraw.Draw(image).text((150, 150 + 100 * number), text, fill=0, font=ImageFont.load_default(size))
    return image


@NEEDS_NETWORK
@pytest.mark.parametrize(
    ("steps", "read"),
    [
        ([], ""),
        ([NONE, NONE], ""),
        (["d", "d", "n", NONE, "r"], "dnr"),
        (["8", NONE, "8"], "88"),
        (["8", "8", "8"], "8"),
        ([" ", "k", "r", " "], " kr "),
        (["2", {" ": 0.4, NONE: 0.6}, {" ": 0.4, NONE: 0.6}, "5"], "2 5"),  # likely over both steps, best at none
        (["2", {" ": 0.2, NONE: 0.8}, "5"], "25"),
        (["9", {"4": 0.45, NONE: 0.55}, {"4": 0.45, NONE: 0.55}, "6"], "946"),
        (["o", {"o": 0.45, NONE: 0.55}, {"o": 0.45, NONE: 0.55}, "m"], "om"),  # the end of the same character
        (["å", "ä", "ö", "Å", "Ä", "Ö"], "åäöÅÄÖ"),
    ],
)
def test_the_best_path(steps: list[str | dict[str, float]], read: str) -> None:
    assert "".join(letter.text for letter in letters(scores(*steps))) == read


@NEEDS_NETWORK
def test_how_sure_and_where() -> None:
    one, other = letters(scores({"1": 0.6, NONE: 0.4}, {"1": 0.9, NONE: 0.1}, {" ": 0.1, NONE: 0.9}, "2"))
    assert (one.text, one.place, round(one.sure, 3)) == ("1", 0.5, 0.9)
    assert (other.text, other.place, round(other.apart, 3)) == ("2", 3.0, 0.1)


@NEEDS_NETWORK
@pytest.mark.parametrize(
    "text", ["Kommunstyrelsen beslutar", "1 250 000 kronor", "senast den 3 maj 2021", "KS-2021/0043"]
)
@pytest.mark.parametrize(("paper", "ink"), [(255, 0), (200, 60), (20, 240)])
def test_a_line_is_read_dark_or_light(text: str, paper: int, ink: int) -> None:
    assert "".join(letter.text for letter in read_line(line(text, paper=paper, ink=ink))).strip() == text


@NEEDS_NETWORK
def test_places_are_in_pixels_and_in_order() -> None:
    picture = line("Kommunstyrelsen")
    places = [letter.place for letter in read_line(picture)]
    assert places == sorted(places)
    assert 0 <= places[0] < 50
    assert picture.width - 50 < places[-1] <= picture.width


@NEEDS_NETWORK
@pytest.mark.parametrize("size", [(1, 1), (2, 90), (900, 2), (5, 5), (20000, 8)])
@pytest.mark.parametrize("shade", [0, 128, 255])
def test_any_picture_is_read(size: tuple[int, int], shade: int) -> None:
    assert all(letter.text for letter in read_line(Image.new("L", size, shade)))


@NEEDS_NETWORK
def test_weights_have_no_sign() -> None:
    """Sums of signed ones run over on processors without VNNI: digits are read wrong there, with high certainty."""
    data = (model_path(tesseract_network.FOLDER) / tesseract_network.NETWORK).read_bytes()
    for width in (384, 2048):  # the numbers that stand for zero, one for each row of a layer
        assert bytes([128]) * width in data


@pytest.mark.parametrize("content", [None, b"", b"not a network"])
def test_a_damaged_model_is_no_network(content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if content is not None:
        (tmp_path / tesseract_network.NETWORK).write_bytes(content)
        (tmp_path / tesseract_network.CHARACTERS).write_text(" \n\n", encoding="utf-8")
    monkeypatch.setattr(tesseract_network, "model_path", lambda name: tmp_path)
    assert tesseract_network._network.__wrapped__() is None


LINES = (
    "Kommunstyrelsen beslutar att anvisa 1 250 000 kronor",
    "Utskottet behandlade det den 12 mars 2019",
    "Belopp 2 140 4 100 6 020",
    "Dnr KS 2019/00143 och BUN 12/2004",
)


@pytest.mark.ocr
@NEEDS_PAGE
def test_a_page_has_the_words_and_boxes_that_tesseract_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = page(*LINES)
    ours = read_picture(picture, 300, PAGE)
    assert [r.text for r in ours] == " ".join(LINES).split()
    monkeypatch.setattr(tesseract_network, "usable", lambda: False)
    theirs = read_picture(picture, 300, PAGE)
    assert [r.text for r in ours] == [r.text for r in theirs]
    for one, other in zip(ours, theirs, strict=True):
        assert one.line == other.line
        for side in ("x0", "y0", "x1", "y1"):
            assert getattr(one, side) == pytest.approx(getattr(other, side), abs=4)


@pytest.mark.ocr
@NEEDS_PAGE
def test_lines_that_run_upwards_are_left_to_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    called = []
    table = tesseract_library.table

    def noted(*given: Any) -> list[dict[str, str]]:
        called.append(1)
        return table(*given)

    monkeypatch.setattr(tesseract_library, "table", noted)
    read_picture(page(*LINES * 3).rotate(90, expand=True, fillcolor=255), 300, PAGE)
    assert called
    called.clear()
    read_picture(page(*LINES), 300, PAGE)
    assert not called


@pytest.mark.ocr
@NEEDS_PAGE
def test_a_light_line_on_a_dark_bar() -> None:
    picture = page(*LINES)
    bar = ImageOps.invert(line("Budget 2024 och plan", size=48).resize((900, 80)))
    picture.paste(bar, (150, 600))
    assert "2024" in [r.text for r in read_picture(picture, 300, PAGE)]


@pytest.mark.ocr
@NEEDS_PAGE
@pytest.mark.parametrize("size", [(1, 1), (3, 2000), (2000, 3), (40, 40), (900, 900)])
def test_empty_pages_have_no_words(size: tuple[int, int]) -> None:
    assert read_picture(Image.new("L", size, 255), 300, PAGE) == []


@NEEDS_NETWORK
def test_what_takes_too_long_is_given_up() -> None:
    segment = Segment(0, 0, 200, 40, 0, 40, 1, 1, 1)
    with pytest.raises(RuntimeError):
        tesseract_lines.read_segments(line("Kommunstyrelsen"), [segment], -1.0)


@NEEDS_NETWORK
def test_paper_as_wide_as_a_space_parts_words_if_the_network_thinks_of_one() -> None:
    picture = line("den 12 mars 2019 och 3 maj")
    segment = Segment(0, 0, picture.width, picture.height, 0, picture.height, 1, 1, 1)
    words = [row["text"] for row in tesseract_lines.read_segments(picture, [segment], tesseract.TIMEOUT)]
    assert words == ["den", "12", "mars", "2019", "och", "3", "maj"]


@pytest.mark.parametrize(("box", "kept"), [((0, 0, 2480, 3509), 0), ((0, 0, 2480, 60), 1), ((269, 205, 628, 236), 1)])
def test_a_word_without_ink_is_none(box: tuple[int, int, int, int], kept: int) -> None:
    class Found:
        """One word, as Tesseract's iterator tells of it."""

        Empty = IsAtBeginningOf = Next = staticmethod(lambda level: False)
        BoundingBox = staticmethod(lambda level: box)
        Baseline = staticmethod(lambda level: None)
        BlockType = staticmethod(lambda: 1)
        Orientation = staticmethod(lambda: (0, 0, 0, 0.0))

    pytest.importorskip("tesserocr")
    parts = tesseract_library._segments(Found(), (2480, 3509))
    assert parts is not None
    assert len(parts) == kept
