"""DOCX and ODT: order, tables, lists, headings, headers and footers."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from odfdo import Document as Odt
from odfdo import Header, List, ListItem, Paragraph, Table

from pipeline.read.docx_numbering import written
from pipeline.read.files import open_source, read_page
from pipeline.read.office import logo_name
from pipeline.read.page import Page, ReadAs


def lines(page: Page) -> list[str]:
    rows: dict[int, list[str]] = {}
    for word in page.words:
        rows.setdefault(word.line, []).append(word.text)
    return [" ".join(words) for _, words in sorted(rows.items())]


@pytest.fixture
def memo_docx(tmp_path: Path) -> Path:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Exempelby kommun\tTJÄNSTESKRIVELSE"
    section.footer.paragraphs[0].text = "Postadress 123 45 Exempelby"
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Handläggare\nAnna Svensson"
    table.cell(0, 1).text = "Datum\n2024-01-02"
    table.cell(1, 0).text = "Kommunstyrelsen"
    document.add_heading("Ansökan om bidrag", 1)
    for text in ("Bidraget beviljas.", "Beslutet gäller från den 1 mars."):
        document.add_paragraph(text, "List Number")
    document.add_paragraph("En punkt", "List Bullet")
    bold = document.add_paragraph().add_run("Fet rad")
    bold.bold, bold.font.size = True, Pt(12)
    document.add_paragraph("Före\nefter brytning.")
    file = tmp_path / "a.DOCX"
    document.save(str(file))
    return file


def test_docx(memo_docx: Path) -> None:
    assert open_source(memo_docx).kind == "docx"
    page = read_page(memo_docx, "docx", 1)
    assert lines(page) == [
        "Exempelby kommun TJÄNSTESKRIVELSE",
        "Handläggare Datum",
        "Anna Svensson 2024-01-02",
        "Kommunstyrelsen",
        "Ansökan om bidrag",
        "1. Bidraget beviljas.",
        "2. Beslutet gäller från den 1 mars.",
        "• En punkt",
        "Fet rad",
        "Före",
        "efter brytning.",
        "Postadress 123 45 Exempelby",
    ]
    assert (page.read_as, page.has_places, page.paragraphs) == (ReadAs.DIGITAL, False, True)
    words = {word.text: word for word in page.words}
    assert words["Ansökan"].bold
    assert words["Ansökan"].size == 16
    assert words["Fet"].bold
    assert words["Fet"].size == 12
    assert not words["Bidraget"].bold
    assert words["Datum"].box.x0 == words["2024-01-02"].box.x0 > words["Svensson"].box.x1 + 20
    assert words["TJÄNSTESKRIVELSE"].box.x0 > words["kommun"].box.x1 + 12


def test_docx_text_boxes_insertions_and_deletions(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Löptext")
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for xml in (
        f"<w:ins {namespace}><w:r><w:t> tillagt</w:t></w:r></w:ins>",
        f"<w:del {namespace}><w:r><w:delText>struket</w:delText></w:r></w:del>",
        f"<w:r {namespace}><w:pict><w:txbxContent><w:p><w:r><w:t>I rutan</w:t></w:r></w:p></w:txbxContent></w:pict>"
        "</w:r>",
    ):
        paragraph._p.append(docx.oxml.parse_xml(xml))
    document.save(str(tmp_path / "a.docx"))
    assert lines(read_page(tmp_path / "a.docx", "docx", 1)) == ["Löptext tillagt", "I rutan"]


def test_docx_hidden_text_and_empty_form_fields_are_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    run = document.add_paragraph("Handläggare: ").add_run("dold")
    run.font.hidden = True
    for prompt, text in (("<w:showingPlcHdr/>", "Klicka här för att ange text."), ("", "Ifylld")):
        document.element.body.insert(
            1,
            parse_xml(
                f"<w:sdt {nsdecls('w')}><w:sdtPr>{prompt}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r>"
                "</w:p></w:sdtContent></w:sdt>"
            ),
        )
    document.save(str(tmp_path / "a.docx"))
    assert lines(read_page(tmp_path / "a.docx", "docx", 1)) == ["Handläggare:", "Ifylld"]


@pytest.mark.parametrize(
    ("alternative", "name"),
    [
        ("Ydre kommuns logotyp", "Ydre kommun"),
        ("Logotyp för Region Gotland", "Region Gotland"),
        ("Logotyp Malå kommun", "Malå kommun"),
        ("Logga: Borås Stad", "Borås Stad"),
        ("Borås Stads logga", "Borås Stad"),
        ("Upplands Väsby kommun", "Upplands Väsby kommun"),
        ("Region Jämtland Härjedalen", "Region Jämtland Härjedalen"),
        ("Hylte kommuns kommunvapen", "Hylte kommun"),
        ("Logotyp", ""),
        ("logo.png", ""),
        ("En bild som visar text, clipart", ""),
        ("Foto: barn som leker i Ydre kommun en solig dag i maj", ""),
        ("Textruta 2", ""),
        ("", ""),
    ],
)
def test_whom_a_logo_names(alternative: str, name: str) -> None:
    assert logo_name(alternative) == name


def test_odt(tmp_path: Path) -> None:
    document = Odt("text")
    body = document.body
    body.clear()
    body.append(Header(1, "Ansökan om bidrag"))
    body.append(Paragraph("Text  med   blanka"))
    body.append(List(["ett", "två"]))
    table = Table("Tabell", width=2, height=2)
    table.set_value((0, 0), "Post")
    table.set_value((1, 0), "Belopp")
    table.set_value((0, 1), "Hyra")
    table.set_value((1, 1), "1 200")
    body.append(table)
    document.save(str(tmp_path / "a.ODT"))
    assert open_source(tmp_path / "a.ODT").kind == "odt"
    page = read_page(tmp_path / "a.ODT", "odt", 1)
    assert lines(page) == ["Ansökan om bidrag", "Text med blanka", "• ett", "• två", "Post Belopp", "Hyra 1 200"]
    words = {word.text: word for word in page.words}
    assert words["Ansökan"].bold
    assert words["Belopp"].box.x0 == words["1"].box.x0
    assert (page.read_as, page.paragraphs) == (ReadAs.DIGITAL, True)


def test_nested_odt_lists(tmp_path: Path) -> None:
    document = Odt("text")
    document.body.clear()
    outer, item = List(), ListItem("yttre")
    item.append(List(["inre"]))
    outer.append(item)
    document.body.append(outer)
    document.save(str(tmp_path / "a.odt"))
    assert lines(read_page(tmp_path / "a.odt", "odt", 1)) == ["• yttre", "• inre"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (3, "decimal", "3"),
        (2, "lowerLetter", "b"),
        (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"),
        (4, "upperRoman", "IV"),
        (7, "decimalZero", "07"),
        (1, "unheardOf", "1"),
    ],
)
def test_how_lists_count(number: int, form: str, text: str) -> None:
    assert written(number, form) == text
