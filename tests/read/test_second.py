"""The second reader on pages: what is confirmed, what is not, and what happens where a reader is missing."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.errors import Kind
from pipeline.read import second, second_model, tesseract
from pipeline.read.files import read_page
from pipeline.read.second import read_again
from pipeline.read.second_align import Heard
from pipeline.read.second_model import Line, recognise
from pipeline.read.tesseract import Reading
from tests.read.make import sheet

LINES = [
    "Kommunstyrelsen beslutade den 12 mars 2019, § 83, att anslå 1 250 000 kronor",
    "till föreningen, vilket är 4,5 % av ramen för år 2020. Dnr KS 2019/0417.",
    "Åtgärderna på Ängsvägen är klara först efter sommaren.",
]
DPI = 220  # the least that is read without being enlarged


def strip() -> Image.Image:
    """The top of a page, with the lines."""
    return sheet(LINES, DPI, height=200)


NEEDS_MODEL = pytest.mark.skipif(not second_model.usable(), reason="rapidocr or onnxruntime is not installed")


def say(monkeypatch: pytest.MonkeyPatch, text: str, again: str, more: str = "", sure: float = 0.99) -> None:
    """Let the second reader say a text, then another, and Tesseract at its second look a third."""
    spoken = [text]

    def line(said: str) -> Line:
        return Line(said, tuple((i + 0.5) / len(said) for i in range(len(said))), (sure,) * len(said))

    monkeypatch.setattr(second, "recognise", lambda _: line(spoken.pop() if spoken else again))
    monkeypatch.setattr(second, "_tesseract", lambda pictures, dpi: [line(more) for _ in pictures])
    monkeypatch.setattr(second, "read_missed", lambda image, readings: [])


PAPER = Image.new("L", (600, 100), 255)


def word(text: str, confidence: float = 0.95) -> Reading:
    return Reading(text, 20, 20, 20 + 20 * len(text), 50, confidence, 0, 0)


def read_word(first: str, confidence: float = 0.95) -> list[Reading]:
    return read_again(PAPER, 300, [word(first, confidence)])


def test_both_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "2019", "")
    assert [(r.text, r.second, r.agreed, r.first) for r in read_word("2019")] == [("2019", "2019", True, None)]


def test_both_come_to_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "620", "620", "620")
    assert [(r.text, r.second, r.agreed, r.first) for r in read_word("6201")] == [("620", "620", True, "6201")]


def test_a_word_cut_too_tight_loses_no_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its box is too narrow for its characters: both readers then see the same digits, and one is missing."""
    say(monkeypatch, "-21.", "-21", "-21")
    (found,) = read_again(PAPER, 300, [Reading("-215", 20, 20, 60, 50, 0.95, 0, 0)])
    assert (found.text, found.agreed, found.second) == ("-215", False, "-21.")
    assert found.confidence <= 0.5


def printed(text: str, number: int = 774) -> tuple[Image.Image, list[Reading]]:
    """A column of numbers, and its readings; the last number is read as text, in the box of what is printed."""
    sheet = Image.new("L", (400, 260), 255)
    font = ImageFont.load_default(30)
    readings = []
    for n, value in enumerate([516, 540, 824, number]):
        ImageDraw.Draw(sheet).text((200, 20 + 60 * n), str(value), font=font, fill=0)
        x0, y0, x1, y1 = font.getbbox(str(value))
        readings.append(Reading(str(value), 200 + x0, 20 + 60 * n + y0, 200 + x1, 20 + 60 * n + y1, 0.96, n, n))
    return sheet, [*readings[:3], replace(readings[3], text=text, confidence=0.4)]


@pytest.mark.parametrize("more", ["1774", "7741", "7774"])
def test_a_digit_more_than_the_box_has_room_for(monkeypatch: pytest.MonkeyPatch, more: str) -> None:
    """The other numbers tell how wide digits are, and there is paper on both sides: nothing was cut off."""
    say(monkeypatch, "774", "774", "774")
    sheet, readings = printed(more)
    (found,) = second.read_some(sheet, 300, readings, {3})[3:]
    assert (found.text, found.agreed, found.first) == ("774", True, more)


def test_a_digit_that_stands_outside_the_box(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both readers see a picture without its last digit; the ink beside it tells."""
    say(monkeypatch, "774", "774", "774")
    sheet, readings = printed("7742", 7742)
    cut = replace(readings[3], x1=readings[3].x0 + readings[0].x1 - readings[0].x0)
    (found,) = second.read_some(sheet, 300, [*readings[:3], cut], {3})[3:]
    assert found.agreed is False
    assert found.confidence <= 0.5


def test_a_piece_of_a_rule_is_no_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is far wider than high, and the second reader sees nothing there."""
    say(monkeypatch, "", "")
    monkeypatch.setattr(second, "recognise", lambda _: Line("", (), ()))
    rule = Reading("1", 20, 20, 90, 50, 0.35, 0, 0)
    assert read_again(PAPER, 300, [rule]) == []
    assert [r.text for r in read_again(PAPER, 300, [replace(rule, x1=35)])] == ["1"]


def test_each_keeps_to_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "185.000", "185.000", "185.090")
    (found,) = read_word("185.090")
    assert (found.text, found.agreed, found.first, found.second) == ("185.000", False, "185.090", "185.000")
    assert found.confidence <= 0.5


@pytest.mark.parametrize("number", ["2019-02-29", "640823-3235", "1 2500"])
def test_what_no_form_allows_is_not_confirmed(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    """Dirt on the paper misleads both readers alike."""
    say(monkeypatch, number, number, number)
    (found,) = read_word(number)[:1]
    assert (found.agreed, found.second) == (False, number)
    assert found.confidence <= 0.5


def test_a_number_without_its_slash_is_not_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "Dnr 947118", "Dnr 947118", "Dnr 947118")
    label, number = read_again(PAPER, 300, [word("Dnr"), replace(word("947118"), x0=90, x1=220)])
    assert (label.text, number.text, number.agreed) == ("Dnr", "947118", False)


def test_the_well_formed_reading_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "2019-02-20", "2019-02-20", "2019-02-29")
    (found,) = read_word("2019-02-29")
    assert (found.text, found.agreed, found.first, found.second) == ("2019-02-20", False, "2019-02-29", "2019-02-20")


def test_a_minus_that_one_reader_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "-215", "-215", "-215")
    assert [(r.text, r.agreed) for r in read_word("215")] == [("-215", True)]
    say(monkeypatch, "-215", "-215", "215")
    assert [(r.text, r.agreed) for r in read_word("215")] == [("-215", False)]


def test_an_unsure_second_reader_changes_no_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "185.000", "185.000", "185.090", sure=0.6)
    (found,) = read_word("185.090")
    assert (found.text, found.agreed, found.second) == ("185.090", False, "185.000")


@pytest.mark.parametrize(("first", "sign"), [("8", "§"), ("26", "%"), ("5", "§"), ("$", "§")])
def test_a_sign_that_was_taken_for_digits(monkeypatch: pytest.MonkeyPatch, first: str, sign: str) -> None:
    say(monkeypatch, sign, sign, first)
    (found,) = read_word(first)
    assert (found.text, found.agreed, found.second) == (sign, False, sign)


def test_thousands_are_parted_and_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "1 400", "")
    found = read_word("1400")
    assert [(r.text, r.agreed) for r in found] == [("1", True), ("400", True)]
    assert found[0].x0 < found[0].x1 < found[1].x0 < found[1].x1 <= word("1400").x1


def test_nothing_heard_confirms_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, " ", " ", " ")
    assert [(r.text, r.agreed) for r in read_word("2019")] == [("2019", False)]


def test_letters_are_taken_from_the_second_reader_only_where_the_first_is_unsure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    say(monkeypatch, "avdelningschef", "")
    assert [r.text for r in read_word("avdelningschet", 0.6)] == ["avdelningschef"]
    say(monkeypatch, "avdelningschef", "", sure=0.7)
    assert [r.text for r in read_word("avdelningschet", 0.6)] == ["avdelningschet"]


def test_sure_letters_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "fel", "fel")
    assert read_word("rätt") == [word("rätt")]


@pytest.mark.parametrize(
    ("width", "line", "words"),
    [
        (260, 0, ["Avvikelse", "Avvikelse", "%"]),  # wider than the same word beside it
        (184, 0, ["Avvikelse", "Avvikelse"]),
        (260, 1, ["Avvikelse", "Avvikelse"]),  # of another line
    ],
)
def test_a_sign_left_out_beside_a_word(
    monkeypatch: pytest.MonkeyPatch, width: int, line: int, words: list[str]
) -> None:
    say(monkeypatch, "Avvikelse %", "Avvikelse %")
    first = Reading("Avvikelse", 20, 20, 200, 50, 0.95, 0, 0)
    other = replace(first, x0=300, x1=300 + width, line=line)
    assert [r.text for r in read_again(PAPER, 300, [first, other])] == words


def test_a_bullet_stays_a_bullet(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "8", "8", "8")
    assert [(r.text, r.agreed) for r in read_word("•", 0.5)] == [("•", None)]


def test_a_dash_is_no_word_to_be_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "·", "")
    assert [r.text for r in read_word("-", 0.6)] == ["-"]


def test_a_missed_line_is_confirmed_by_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, "2019", "", "2020")
    monkeypatch.setattr(second, "read_missed", lambda image, readings: [[replace(word("2020"), line=1)]])
    assert [(r.text, r.agreed) for r in read_word("2019")] == [("2019", True), ("2020", True)]
    say(monkeypatch, "2019", "", "2026")
    monkeypatch.setattr(second, "read_missed", lambda image, readings: [[replace(word("2020"), line=1)]])
    assert [(r.text, r.agreed, r.first) for r in read_word("2019")][1] == ("2020", False, "2026")


@pytest.mark.parametrize(
    ("missed", "heard", "kept"),
    [
        ("17771", "a 2 II", False),  # a signature
        ("111", "", False),
        ("17771", "17771", True),
        ("2024-03-01", "", True),
        ("2024-03-41", "", False),
        ("Ångermåla", "", True),
    ],
)
def test_a_scribble_is_no_number(monkeypatch: pytest.MonkeyPatch, missed: str, heard: str, kept: bool) -> None:
    say(monkeypatch, "2019", "", heard)
    monkeypatch.setattr(second, "read_missed", lambda image, readings: [[replace(word(missed), line=1)]])
    found = read_word("2019")[1:]
    assert [r.text for r in found] == ([missed] if kept else [])
    assert all(r.agreed == (missed == heard) for r in found)


def test_heard_nothing_by_default() -> None:
    assert Heard() == Heard("", (), 0.0)


@NEEDS_MODEL
def test_a_line_is_read() -> None:
    picture = sheet(LINES[:1], dpi=200).crop((180, 170, 1600, 240))
    line = recognise(picture)
    assert line is not None
    assert line.text.replace(" ", "") == LINES[0].replace(" ", "")
    assert len(line.text) == len(line.places) == len(line.sure)
    assert list(line.places) == sorted(line.places)
    assert 0 <= line.places[0] < line.places[-1] <= 1
    assert recognise(picture) == line


@NEEDS_MODEL
@pytest.mark.parametrize("size", [(1, 1), (1, 300), (5000, 10), (3, 2000)])
def test_any_picture_can_be_read(size: tuple[int, int]) -> None:
    line = recognise(Image.new("L", size, 255))
    assert line is not None
    assert line.text.strip() == ""


@pytest.mark.ocr
@NEEDS_MODEL
def test_a_page_read_by_both(tmp_path: Path) -> None:
    strip().save(tmp_path / "a.png", dpi=(DPI, DPI))
    page = read_page(tmp_path / "a.png", "image", 1)
    assert " ".join(w.text for w in page.words) == " ".join(LINES)
    numbers = [w for w in page.words if any(map(str.isdigit, w.text))]
    assert len(numbers) == 9
    assert all(w.agreed for w in numbers)
    assert not page.problems


@NEEDS_MODEL
def test_without_tesseract_the_second_reader_reads_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "tesseract_languages", frozenset)
    strip().save(tmp_path / "a.png", dpi=(DPI, DPI))
    page = read_page(tmp_path / "a.png", "image", 1)
    assert [(p.kind, p.page, p.detail) for p in page.problems] == [(Kind.ONE_READER, 1, "tesseract")]
    assert " ".join(w.text for w in page.words) == " ".join(LINES)
    assert all(w.agreed is None for w in page.words)
    heights = [w.box.y0 for w in page.words]
    assert max(heights) - min(heights) > 30  # three lines, each where it stands
    assert 72 - 5 < min(w.box.x0 for w in page.words) < 72 + 5


@NEEDS_MODEL
def test_without_tesseract_an_upturned_page_is_turned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "tesseract_languages", lambda: frozenset({"eng"}))
    strip().rotate(180).save(tmp_path / "a.png", dpi=(DPI, DPI))
    page = read_page(tmp_path / "a.png", "image", 1)
    assert page.turn == 180
    assert page.problems[0].detail == "tesseract-swe"
    assert [w.text for w in page.words[:2]] == ["Kommunstyrelsen", "beslutade"]


@pytest.mark.ocr
def test_without_the_model_tesseract_reads_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_model, "PACKAGE", "there_is_no_such_package")
    second_model._recogniser.cache_clear()
    try:
        strip().save(tmp_path / "a.png", dpi=(DPI, DPI))
        page = read_page(tmp_path / "a.png", "image", 1)
    finally:
        second_model._recogniser.cache_clear()
    assert [p.kind for p in page.problems] == [Kind.ONE_READER]
    assert len(page.words) > 20
    assert all(w.agreed is None for w in page.words)


def test_a_damaged_model_is_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "PP-OCRv9_rec_small.onnx"
    damaged.write_bytes(b"\x08\x07 not a network")
    monkeypatch.setattr(second_model, "installed", lambda pattern: damaged)
    second_model._recogniser.cache_clear()
    try:
        assert not second_model.usable()
        assert recognise(PAPER) is None
        assert read_again(PAPER, 300, []) == []
    finally:
        second_model._recogniser.cache_clear()
