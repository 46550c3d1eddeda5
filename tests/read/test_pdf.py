"""PDF pages: words and their boxes, how they are set, rules, rotation, scans among digital pages."""

import pickle
import re
from pathlib import Path

import pypdfium2
import pytest

from pipeline.read import pdf_runs
from pipeline.read.believe import believable
from pipeline.read.files import open_source, read_page
from pipeline.read.page import Box, Page, ReadAs, Word
from pipeline.read.pdf_characters import Characters, _bold_name
from pipeline.read.pdf_text import clean
from tests.read.make import TEXT, draw_image, image_object, pdf, sheet, show


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def test_words_and_boxes(tmp_path: Path) -> None:
    file = pdf(tmp_path / "a.pdf", [show("Dnr KS 2024/12", 72, 700, 11) + show("Rubrik", 72, 650, 16, "F2")])
    page = read_page(file, "pdf", 1)
    assert texts(page) == ["Dnr", "KS", "2024/12", "Rubrik"]
    first, title = page.words[0], page.words[3]
    assert first.box.x0 == pytest.approx(72, abs=2)
    assert first.box.y1 == pytest.approx(842 - 700, abs=1)  # the baseline
    assert 5 < first.box.height < 11
    assert (first.size, first.bold, first.confidence) == (11, False, 1.0)
    assert (title.size, title.bold) == (16, True)
    assert first.line == page.words[2].line != title.line
    assert page.read_as == ReadAs.DIGITAL
    assert page.has_places
    assert pickle.loads(pickle.dumps(page)) == page


def test_pdfium_finds_each_word_under_its_box(tmp_path: Path) -> None:
    content = b"".join(show(TEXT, 60, 780 - 20 * i, 8 + i % 5) for i in range(20))
    file = pdf(tmp_path / "a.pdf", [content])
    textpage = pypdfium2.PdfDocument(file)[0].get_textpage()
    for word in read_page(file, "pdf", 1).words:
        x0, y0, x1, y1 = word.box
        assert word.text in textpage.get_text_bounded(x0 - 1, 842 - y1 - 1, x1 + 1, 842 - y0 + 1)


@pytest.mark.parametrize(
    ("rotate", "box"),
    [
        (0, (72, 135, 90, 142)),
        (90, (700, 72, 708, 90)),
        (180, (505, 700, 523, 708)),
        (270, (134, 505, 142, 523)),
    ],
)
def test_a_turned_page_is_given_as_shown(tmp_path: Path, rotate: int, box: tuple[int, ...]) -> None:
    file = pdf(tmp_path / "a.pdf", [show("Dnr")], page_extra=f"/Rotate {rotate}")
    page = read_page(file, "pdf", 1)
    assert (page.width, page.height) == ((595, 842) if rotate % 180 == 0 else (842, 595))
    assert page.words[0].box == pytest.approx(box, abs=2)


def test_the_crop_box_moves_the_corner(tmp_path: Path) -> None:
    file = pdf(tmp_path / "a.pdf", [show("inne") + show("ute", 20, 20)], page_extra="/CropBox [50 100 545 742]")
    page = read_page(file, "pdf", 1)
    assert texts(page) == ["inne"]
    assert (page.width, page.height) == (495, 642)
    assert page.words[0].box.x0 == pytest.approx(22, abs=1)
    assert page.words[0].box.y1 == pytest.approx(42, abs=1)


def test_gaps_and_lines_part_words_without_spaces(tmp_path: Path) -> None:
    content = show("Datum", 72, 700) + show("Dnr", 200, 700) + show("under", 72, 686)
    assert texts(read_page(pdf(tmp_path / "a.pdf", [content]), "pdf", 1)) == ["Datum", "Dnr", "under"]


def test_fake_bold_counts_once_and_double_letters_twice(tmp_path: Path) -> None:
    content = show("att Ärendet", 72, 700) + show("att Ärendet", 72.3, 700)
    content += b"".join(show(c, 72 + 6.5 * i + d, 650) for i, c in enumerate("Fet") for d in (0, 0.3))
    assert texts(read_page(pdf(tmp_path / "a.pdf", [content]), "pdf", 1)) == ["att", "Ärendet", "Fet"]


def test_invisible_text_is_dropped(tmp_path: Path) -> None:
    content = show("synlig", 72, 700) + b"3 Tr " + show("osynlig", 72, 650)
    assert texts(read_page(pdf(tmp_path / "a.pdf", [content]), "pdf", 1)) == ["synlig"]


def test_turned_words_have_an_angle_and_a_block_of_their_own(tmp_path: Path) -> None:
    content = show(TEXT, 72, 700) + show("Diariet 2024", 30, 300, matrix="0 1 -1 0") + show("efter", 72, 680)
    content += show("INKOM", 400, 600, 20, matrix="0.966 0.259 -0.259 0.966")
    page = read_page(pdf(tmp_path / "a.pdf", [content]), "pdf", 1)
    found = {word.text: word for word in page.words}
    assert found["Diariet"].angle == found["2024"].angle == 90
    assert found["INKOM"].angle == pytest.approx(15, abs=0.2)
    assert found["efter"].angle == found["bevilja"].angle == 0
    blocks = {found[text].block for text in ("Diariet", "INKOM", "efter")}
    assert len(blocks) == 3
    assert found["Diariet"].block == found["2024"].block
    assert found["Diariet"].line == found["2024"].line


def test_a_page_drawn_on_its_side_is_turned(tmp_path: Path) -> None:
    content = b"".join(show(TEXT, 100 + 20 * i, 30, matrix="0 1 -1 0") for i in range(4))
    page = read_page(pdf(tmp_path / "a.pdf", [content]), "pdf", 1)
    assert (page.turn, page.width, page.height) == (270, 842, 595)
    assert all(word.angle == 0 for word in page.words)
    assert page.words[0].box.x0 == pytest.approx(30, abs=2)
    shown = page.shown(page.words[0].box)
    assert shown.y1 == pytest.approx(842 - 30, abs=2)
    assert shown.x1 == pytest.approx(100, abs=3)


def test_shown_undoes_skew() -> None:
    page = Page(1, 600, 800, (), ReadAs.OCR, skew=2.0)
    right = page.shown(Box(500, 400, 520, 400))
    assert right.y0 < 400 - 6  # lines that lean counter-clockwise rise to the right
    assert page.shown(Box(290, 390, 310, 410)).width == pytest.approx(20.7, abs=0.1)


def test_rules(tmp_path: Path) -> None:
    lines = b"72 600 m 500 600 l S 72 500 400 0.5 re f 100 300 200 80 re S 50 50 m 52 50 l S"
    page = read_page(pdf(tmp_path / "a.pdf", [show("x") + lines]), "pdf", 1)
    boxes = [rule.box for rule in page.rules]
    assert len(boxes) == 6
    assert boxes[0].width == pytest.approx(428, abs=3)
    assert boxes[0].y0 == pytest.approx(242, abs=1.5)


def test_rules_inside_a_form(tmp_path: Path) -> None:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 500 500] /Matrix [1 0 0 1 0 100] /Length 21 >>\nstream\n"
    form += b"10 10 m 210 10 l S   \nendstream"
    file = pdf(
        tmp_path / "a.pdf",
        [show("x") + b"q 1 0 0 1 50 0 cm /Fm1 Do Q"],
        resources="/XObject << /Fm1 10 0 R >>",
        objects=[form],
    )
    (rule,) = read_page(file, "pdf", 1).rules
    assert rule.box.x0 == pytest.approx(60, abs=1.5)
    assert rule.box.y0 == pytest.approx(842 - 110, abs=1.5)


@pytest.mark.parametrize(
    ("characters", "text"),
    [
        ("kaﬀe", "kaffe"),
        ("ﬁn", "fin"),
        ("för\u00adslag", "förslag"),
        ("för\u00ad", "för-"),
        ("a\u0308rende", "ärende"),
        ("¨arende", "ärende"),
        ("˚Asa", "Åsa"),
        ("m²", "m²"),
        ("½", "½"),
        ("\u200bord\ufeff", "ord"),
    ],
)
def test_characters_as_people_write_them(characters: str, text: str) -> None:
    assert clean(characters) == text


@pytest.mark.parametrize(
    ("text", "believed"),
    [
        (TEXT, True),
        ("\ufffd" * 30 + "abc" * 10, False),
        ("\ue012" * 40, False),
        ("".join(chr(max(33, ord(c) - 29)) for c in (TEXT * 2).replace(" ", "")), False),  # a font without its map
        ("1 200 450 300 12 2024-01-03 " * 5, True),
        ("." * 200 + " Namn", True),
        ("Kort", True),
        ("", True),
    ],
)
def test_what_is_believed(text: str, believed: bool) -> None:
    assert believable([Word(part, Box(0, 0, 1, 1)) for part in text.split()]) is believed


@pytest.mark.ocr
def test_scans_among_digital_pages(tmp_path: Path) -> None:
    scan = image_object(sheet([TEXT[:48], TEXT[48:]]))
    hidden = b"3 Tr " + show("annan ocr utan prickar", 72, 700)
    file = pdf(
        tmp_path / "a.pdf",
        [show(TEXT), draw_image(0, 0, 595, 842), draw_image(0, 0, 595, 842) + hidden, b""],
        resources="/XObject << /Im1 10 0 R >>",
        objects=[scan],
    )
    assert open_source(file).pages == 4
    pages = [read_page(file, "pdf", number) for number in (1, 2, 3, 4)]
    assert [page.read_as for page in pages] == [ReadAs.DIGITAL, ReadAs.OCR, ReadAs.OCR, ReadAs.DIGITAL]
    for page in pages[1:3]:
        assert {"Kommunstyrelsen", "föreningen", "2024"} <= set(texts(page))
        assert "utan" not in texts(page)
        assert all(0 < word.confidence <= 1 for word in page.words)
    word = next(word for word in pages[1].words if word.text == "Kommunstyrelsen")
    assert word.box.x0 == pytest.approx(72, abs=3)
    assert 8 < word.size < 16


@pytest.mark.ocr
def test_a_logo_is_read(tmp_path: Path) -> None:
    logo = sheet(["EXEMPELBY", "KOMMUN"], dpi=200, size=20).crop((180, 180, 700, 360))
    file = pdf(
        tmp_path / "a.pdf",
        [draw_image(60, 760, 187, 65) + show(TEXT)],
        resources="/XObject << /Im1 10 0 R >>",
        objects=[image_object(logo)],
    )
    page = read_page(file, "pdf", 1)
    assert [word.text for word in page.words if word.picture] == ["EXEMPELBY", "KOMMUN"]
    assert all(60 < w.box.x0 < 247 and 17 < w.box.y0 < 82 for w in page.words if w.picture)
    assert page.read_as == ReadAs.DIGITAL


@pytest.mark.ocr
def test_a_drawn_logo_is_read_light_on_dark(tmp_path: Path) -> None:
    # Letters as paths: each path holds the black pixels of a few columns of a small picture.
    logo = sheet(["STADEN"], dpi=72, size=24).crop((66, 66, 190, 104))
    squares = b"0.1 0.2 0.5 rg 60 740 130 50 re f 1 g "
    for left in range(0, logo.width, 8):
        inked = [
            b"%d %d 1 1 re" % (62 + x, 785 - y)
            for x in range(left, min(left + 8, logo.width))
            for y in range(logo.height)
            if logo.crop((x, y, x + 1, y + 1)).tobytes() < b"\x80"
        ]
        squares += b" ".join(inked) + b" f " if inked else b""
    page = read_page(pdf(tmp_path / "a.pdf", [squares + b"0 g " + show(TEXT)]), "pdf", 1)
    assert [word.text for word in page.words if word.picture] == ["STADEN"]


STREAMS = {
    "plain": show("Kommunstyrelsen beslutar att bevilja bidrag om 125 000 kronor"),
    "two lines": show("Ärendet i korthet") + show("Bilagor", y=680),
    "words without spaces between": show("Dnr", x=72) + show("2024/17", x=180) + show("KS", x=90, y=640),
    "fake bold": show("Beslut 2024", x=72) + show("Beslut 2024", x=72.3),
    "fake bold by letters": b"".join(show(c, x=72 + 9 * i + d) for i, c in enumerate("Nämnd 10") for d in (0, 0.2)),
    "back over itself": show("Summa 1 200", x=72) + show("900", x=60),
    "raised": show("m", x=72) + show("2", x=82, y=706, size=7) + show("note", x=86),
    "turned": show("Inkom 2024-03-01", matrix="0 1 -1 0") + show("upright", y=500),
    "slanting": show("Kopia 12", matrix="0.98 0.17 -0.17 0.98"),
    "hyphens": show("KS\xad2024\xad1") + show("för\xad", y=650) + show("valtningen", y=636),
    "no size": show("osynlig", size=0) + show("synlig", y=650),
}


@pytest.mark.parametrize("name", STREAMS)
def test_words_of_a_whole_page_are_those_told_character_by_character(name: str, tmp_path: Path) -> None:
    """The quick way over the page must give what looking at every character gives."""
    document = pypdfium2.PdfDocument(pdf(tmp_path / "x.pdf", [STREAMS[name]]))
    textpage = document[0].get_textpage()
    page = Characters(textpage.raw)
    text = "".join(map(pdf_runs._character, page.codes))
    slow = [run for m in re.finditer("[^ ]+", text) for run in pdf_runs._one_by_one(page, text, *m.span())]
    assert pdf_runs.runs_of(page) == slow
    assert slow
    document.close()


@pytest.mark.parametrize(
    ("name", "bold"),
    [
        (b"BAAAAA+NotoSans-Regular\0", False), (b"AAAAAA+NotoSans-Bold\0", True), (b"URWGothic-Book\0", False),
        (b"URWGothic-Demi\0", True), (b"TimesNewRomanPS-BoldMT\0", True), (b"TimesNewRomanPSMT\0", False),
        (b"C059-Roman\0", False), (b"OpenSans-Light\0", False), (b"OpenSans-SemiBold\0", True),
        (b"URWBookman-Light\0", False), (b"Arial-Black\0", True), (b"ArialMT\0", None), (b"CIDFont+F1\0", None),
    ],
)  # fmt: skip
def test_what_a_font_s_name_says_of_its_weight(name: bytes, bold: bool | None) -> None:
    assert _bold_name(name) is bold
