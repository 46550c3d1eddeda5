"""Where pictures of words end, and where lines may have been missed: drawn pages."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from pipeline.read import second, second_model
from pipeline.read.page import Box
from pipeline.read.second import read_again
from pipeline.read.second_alone import read_missed
from pipeline.read.second_crops import cut, margins, windows
from pipeline.read.second_model import Line, recognise
from pipeline.read.second_unread import unread
from pipeline.read.tesseract import Reading
from tests.read.make import pdf, sheet, show

NEEDS_MODEL = pytest.mark.skipif(not second_model.usable(), reason="rapidocr or onnxruntime is not installed")


@pytest.mark.parametrize(
    ("run", "wanted", "parts"),
    [
        ([0, 1, 2, 3, 4], set(), []),
        ([0, 1, 2, 3, 4], {2}, [[1, 2, 3]]),
        ([0, 1, 2, 3, 4], {0}, [[0, 1]]),
        ([0, 1, 2, 3, 4], {4}, [[3, 4]]),
        ([0, 1, 2, 3, 4, 5, 6], {0, 6}, [[0, 1], [5, 6]]),
        ([0, 1, 2, 3, 4, 5, 6], {1, 4}, [[0, 1, 2, 3, 4, 5]]),
        ([7], {7}, [[7]]),
        ([9, 8, 7], {8}, [[9, 8, 7]]),
    ],
)
def test_words_that_matter_are_cut_out_with_their_neighbours(
    run: list[int], wanted: set[int], parts: list[list[int]]
) -> None:
    assert windows(run, wanted) == parts


def drawn(strokes: list[tuple[int, int]], width: int = 400) -> Image.Image:
    """Upright strokes between columns, 40 pixels high, on white."""
    page = Image.new("L", (width, 100), 255)
    pen = ImageDraw.Draw(page)
    for x0, x1 in strokes:
        pen.rectangle((x0, 30, x1 - 1, 69), fill=0)
    return page


WORD = Reading("21", 100, 30, 150, 70, 0.9, 0, 0)


@pytest.mark.parametrize(
    ("strokes", "left", "right"),
    [
        ([(100, 110), (140, 150)], True, True),  # paper on both sides
        ([(100, 110), (140, 150), (154, 172)], True, True),  # a third character that the box does not hold
        ([(78, 94), (100, 110), (140, 150)], True, True),
        ([(100, 110), (140, 230)], True, False),  # a stroke that does not end
        ([(20, 110), (140, 150)], False, True),
        ([(100, 110), (140, 150), (164, 180)], True, True),  # the next word
    ],
)
def test_a_picture_ends_on_paper(strokes: list[tuple[int, int]], left: bool, right: bool) -> None:
    page = drawn(strokes)
    found = margins(page, [WORD])
    assert (found[0] is not None, found[1] is not None) == (left, right)
    picture, _ = cut(page, [WORD])
    edges = [picture.crop((x, 6, x + 1, picture.height - 6)).getextrema() for x in (0, picture.width - 1)]
    for ends, edge in zip((left, right), edges, strict=True):
        assert (edge == (255, 255)) is ends


def test_a_character_outside_the_box_comes_along_and_the_next_word_does_not() -> None:
    picture, (spot,) = cut(drawn([(100, 110), (140, 150), (154, 172), (190, 220)]), [WORD])
    assert 72 + 8 <= picture.width <= 72 + 2 * 12
    assert spot.x1 * picture.width == pytest.approx(50 + spot.x0 * picture.width)


@pytest.mark.parametrize("gap", [4, 6, 30])
def test_a_word_that_is_to_stay_outside_does(gap: int) -> None:
    """`112` and `/2019` stand so close that no paper parts them; each is read in a picture of its own."""
    page = drawn([(100, 110), (140, 150), (150 + gap, 162 + gap)])
    other = Reading("/2", 150 + gap, 30, 180 + gap, 70, 0.9, 0, 0)
    without, with_it = (cut(page, [WORD], beside=beside)[0].width for beside in ((), (other,)))
    assert with_it <= 50 + gap / 2 + 2 + 0.3 * 40
    assert with_it <= without


@pytest.mark.parametrize("at", [0, 350])
def test_at_the_pages_edge(at: int) -> None:
    page = drawn([(at, at + 50)])
    assert cut(page, [Reading("21", at, 30, at + 50, 70, 0.9, 0, 0)])[0].width >= 50


def say(monkeypatch: pytest.MonkeyPatch, narrow: str, wide: str) -> None:
    """The second reader says one thing of the first picture, another of wider ones; Tesseract keeps to its word."""
    said = [narrow]

    def line(text: str) -> Line:
        return Line(text, tuple((i + 0.5) / len(text) for i in range(len(text))), (0.99,) * len(text))

    monkeypatch.setattr(second, "recognise", lambda _: line(said.pop() if said else wide))
    monkeypatch.setattr(second, "_tesseract", lambda pictures, dpi: [line("21") for _ in pictures])
    monkeypatch.setattr(second, "read_missed", lambda image, readings: [])


@pytest.mark.parametrize(
    ("strokes", "narrow", "wide", "agreed"),
    [
        ([(100, 110), (140, 150)], "21", "219", True),  # it ends on paper: one picture is enough
        ([(100, 110), (140, 230)], "21", "21", True),  # ink goes on, a wider picture says the same
        ([(100, 110), (140, 230)], "21", "215", False),  # ink goes on, and it was a digit
        ([(20, 110), (140, 150)], "21", "421", False),
    ],
)
def test_what_is_cut_through_ink_is_confirmed_by_a_second_picture_only(
    monkeypatch: pytest.MonkeyPatch, strokes: list[tuple[int, int]], narrow: str, wide: str, agreed: bool
) -> None:
    say(monkeypatch, narrow, wide)
    (found,) = read_again(drawn(strokes), 300, [WORD])
    assert found.agreed is agreed
    assert agreed or found.text != "21" or found.confidence <= 0.5


@NEEDS_MODEL
@pytest.mark.parametrize("number", ["-215", "1 250", "48,5", "2019", "7 215 000"])
@pytest.mark.parametrize("lost", ["left", "right"])
def test_a_digit_outside_the_box_is_read(number: str, lost: str) -> None:
    """A box that holds all of a number but its last or first digit still gives a picture of the whole number."""
    page = sheet([f"Summa          {number}          kronor"], dpi=300)
    ink = page.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert ink
    line = page.crop((0, ink[1] - 4, page.width, ink[3] + 4))
    columns = [min(line.crop((x, 0, x + 1, line.height)).tobytes()) >= 128 for x in range(line.width)]
    starts = [x for x in range(60, line.width) if not columns[x] and all(columns[x - 40 : x])]
    start = starts[1]
    end = next(x for x in range(start, line.width) if all(columns[x : x + 40]))
    digit = 18  # pixels: most of one
    x0, x1 = (start + digit, end) if lost == "left" else (start, end - digit)
    picture, _ = cut(page, [Reading(number, x0, ink[1], x1, ink[3], 0.9, 0, 0)])
    seen = recognise(picture)
    assert seen is not None
    assert seen.text.replace(" ", "").replace("–", "-") == number.replace(" ", "")


def test_what_stands_under_words_is_read() -> None:
    page = sheet(["Kommunstyrelsen beslutade", "", "", "", "", "", "att anslå medel"], dpi=300)
    everything = unread(page, [])
    assert len(everything) == 2
    tops = [box.y0 for box in everything]
    assert tops == sorted(tops)
    words = [Reading("x", box.x0 + 60, box.y0 + 60, box.x1 - 60, box.y1 - 60, 0.9, 0, 0) for box in everything]
    assert unread(page, words[:1]) == everything[1:]
    assert unread(page, words) == []


@pytest.mark.parametrize("what", ["empty", "specks", "rule", "border", "tiny"])
def test_where_no_letter_can_be_nothing_is_looked_at(what: str) -> None:
    page = Image.new("L", (6, 4) if what == "tiny" else (1200, 1600), 255)
    pen = ImageDraw.Draw(page)
    if what == "specks":
        for k in range(60):
            x, y = 37 + (k * 397) % 1100, 41 + (k * 631) % 1500
            pen.rectangle((x, y, x + 1, y + 1), fill=0)
    elif what == "rule":
        pen.rectangle((100, 400, 1100, 404), fill=0)
        pen.rectangle((100, 400, 104, 900), fill=0)
    elif what == "border":
        pen.rectangle((0, 0, 63, 1600), fill=0)
    assert unread(page, []) == []


def test_a_page_full_of_what_was_not_read_is_looked_at_whole() -> None:
    page = sheet(["Kommunstyrelsen beslutade att anslå medel till föreningen för år 2024 och"] * 36, dpi=100)
    assert unread(page, []) == [Box(0, 0, page.width, page.height)]


BODY = b"".join(show("Kommunstyrelsen beslutar att bevilja medel", y=600 - 20 * i) for i in range(3))
FILL = b"%.1f g 72 740 240 44 re f 1 g "
HEADS = {
    "white on black": (FILL % 0.0 + show("Exempelby kommun", 84, 755, 20, "F2"), "Exempelby kommun"),
    "white on grey": (FILL % 0.4 + show("Exempelby kommun", 84, 755, 20, "F2"), "Exempelby kommun"),
    "large": (show("ÅRSTAD", 72, 740, 44, "F2"), "ÅRSTAD"),
    "pale": (b"0.6 g " + show("Region Mellanslätt", 72, 740, 24, "F2"), "Region Mellanslätt"),
    "small under a shield": (
        b"0 g 72 760 40 44 re f " + show("ÖARNAS KOMMUN", 60, 740, 9, "F2"),
        "ÖARNAS KOMMUN",
    ),
}


@NEEDS_MODEL
@pytest.mark.parametrize("name", HEADS)
def test_the_name_in_a_head_is_read_where_tesseract_finds_nothing(name: str, tmp_path: Path) -> None:
    content, text = HEADS[name]
    document = pypdfium2.PdfDocument(pdf(tmp_path / "a.pdf", [content + b"0 g " + BODY]))
    page = document[0].render(scale=300 / 72, grayscale=True).to_pil().convert("L")
    document.close()
    body = [Reading("x", 290, 960, 1300, 1180, 0.9, 0, 0)]  # what Tesseract has read
    assert " ".join(word.text for line in read_missed(page, body) for word in line) == text
