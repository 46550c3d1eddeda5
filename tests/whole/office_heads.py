"""Made-up memos as municipal templates set them, written as DOCX and as ODT from the same outline."""

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from odfdo import Cell, Document, Element, Header, List, ListItem, Row, Style, Table
from PIL import Image


@dataclass(frozen=True)
class P:
    """A paragraph; tabs and line breaks as \\t and \\n."""

    text: str
    bold: bool = False
    size: float = 0


@dataclass(frozen=True)
class H:
    text: str
    level: int = 1


@dataclass(frozen=True)
class T:
    """A table; a cell's lines are its paragraphs, `**` before a line makes it bold."""

    rows: tuple[tuple[str, ...], ...]
    borders: bool = False


@dataclass(frozen=True)
class Box:
    """A text box of some lines."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Logo:
    """A picture with an alternative text."""

    alt: str


@dataclass(frozen=True)
class Points:
    """A list that the program counts. form: decimal, lowerLetter or bullet; pattern: `%1.` or `%1)`."""

    texts: tuple[str, ...]
    form: str = "decimal"
    pattern: str = "%1."


Piece = P | H | T | Box | Logo | Points


@dataclass(frozen=True)
class Case:
    """wanted: what documents.csv must say. head: the page's header; front: the first page above the text."""

    name: str
    wanted: dict[str, str]
    front: tuple[Piece, ...]
    head: tuple[Piece, ...] = ()
    foot: tuple[Piece, ...] = ()
    points: Points | None = None
    first_page: bool = False
    marks: tuple[str, ...] = field(default=())


LIST = (
    "Reviderad taxa för uthyrning av lokaler antas.",
    "Taxan gäller från och med den 1 januari 2022.",
    "Förvaltningen får i uppdrag att informera föreningarna.",
)


def body(case: Case) -> list[Piece]:
    """The text below the front, the same for all cases but for the list's marks."""
    points = case.points or Points(LIST)
    return [
        H("Förslag till beslut", 2),
        P("Nämnden beslutar följande:"),
        points,
        H("Sammanfattning", 2),
        P(
            "Taxan har inte ändrats sedan 2016 och täcker inte längre kostnaderna för städning och vaktmästeri. "
            "Förvaltningen har gått igenom uthyrningen och föreslår att taxan höjs i två steg."
        ),
        H("Beslutsunderlag", 2),
        P("Förslag till reviderad taxa"),
    ]


def write_docx(case: Case, path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = case.first_page
    head = section.first_page_header if case.first_page else section.header
    foot = section.first_page_footer if case.first_page else section.footer
    for where, pieces in ((head, case.head), (foot, case.foot), (document, [*case.front, *body(case)])):
        for piece in pieces:
            _docx_piece(document, where, piece)
    if case.first_page and case.head:
        section.header.paragraphs[0].text = "Sida 2"
    document.save(str(path))


def _docx_piece(document: Any, where: Any, piece: Piece) -> None:
    match piece:
        case P():
            _docx_paragraph(where.add_paragraph(), piece)
        case H():
            document.add_heading(piece.text, piece.level)
        case T():
            width = document.sections[0].page_width
            shape = (len(piece.rows), len(piece.rows[0]))
            table = where.add_table(*shape) if where is document else where.add_table(*shape, width)
            if piece.borders:
                table.style = document.styles["Table Grid"]
            for i, row in enumerate(piece.rows):
                for j, text in enumerate(row):
                    for n, line in enumerate(text.split("\n")):
                        cell = table.cell(i, j)
                        paragraph = cell.add_paragraph() if n else cell.paragraphs[0]
                        _docx_paragraph(paragraph, P(line.removeprefix("**"), line.startswith("**")))
        case Box():
            inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in piece.lines)
            where.add_paragraph().add_run()._r.append(
                parse_xml(
                    f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
                    f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
                )
            )
        case Logo():
            picture = io.BytesIO()
            Image.new("RGB", (20, 10), "navy").save(picture, "PNG")
            picture.seek(0)
            run = where.add_paragraph().add_run()
            run.add_picture(picture)
            run._r.find(f".//{qn('wp:docPr')}").set("descr", piece.alt)
        case Points():
            number = _docx_list(document, piece)
            for text in piece.texts:
                properties = where.add_paragraph(text)._p.get_or_add_pPr()
                properties.append(
                    parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
                )


def _docx_paragraph(paragraph: Any, piece: P) -> None:
    run = paragraph.add_run(piece.text)
    run.bold = piece.bold or None
    if piece.size:
        run.font.size = Pt(piece.size)


def _docx_list(document: Any, points: Points) -> int:
    root = document.part.numbering_part.element
    sign = "\uf0b7" if points.form == "bullet" else points.pattern
    root.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{points.form}"/><w:lvlText w:val="{sign}"/></w:lvl></w:abstractNum>'
        ),
    )
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return 90


def write_odt(case: Case, path: Path) -> None:
    document = Document("text")
    document.body.clear()
    for style in (
        Style("paragraph", name="Fet", area="text", bold=True),
        *(Style("paragraph", name=f"S{n}", area="text", size=f"{n}pt") for n in (12, 14, 16, 18)),
        *(Style("paragraph", name=f"SF{n}", area="text", size=f"{n}pt", bold=True) for n in (12, 14, 16, 18)),
    ):
        document.insert_style(style, automatic=True)
    for piece in [*case.front, *body(case)]:
        for element in _odt_piece(document, piece):
            document.body.append(element)
    master = document.styles.root.get_elements("//style:master-page")[0]
    for tag, pieces in (("style:header", case.head), ("style:footer", case.foot)):
        if pieces:
            part = Element.from_tag(tag)
            for piece in pieces:
                for element in _odt_piece(document, piece):
                    part.append(element)
            master.append(part)
    document.save(str(path))


def _odt_piece(document: Any, piece: Piece) -> list[Any]:
    match piece:
        case P():
            return [_odt_paragraph(piece)]
        case H():
            return [Header(piece.level, piece.text)]
        case T():
            table = Table("Tabell")
            for row in piece.rows:
                made = Row()
                for text in row:
                    cell = Cell()
                    for line in text.split("\n"):
                        cell.append(_odt_paragraph(P(line.removeprefix("**"), line.startswith("**"))))
                    made.append_cell(cell)
                table.append(made)
            return [table]
        case Box():
            box = Element.from_tag("draw:text-box")
            for line in piece.lines:
                box.append(_odt_paragraph(P(line)))
            return [_framed(box)]
        case Logo():
            paragraph = _framed(Element.from_tag('<draw:image xlink:href="Pictures/a.png"/>'))
            title = Element.from_tag("svg:desc")
            title.text = piece.alt
            paragraph.children[0].append(title)
            return [paragraph]
        case Points():
            _odt_list(document, piece)
            found = List()
            found.style = "Punkter"
            for text in piece.texts:
                item = ListItem()
                item.append(_odt_paragraph(P(text)))
                found.append(item)
            return [found]


def _framed(inner: Any) -> Any:
    paragraph, frame = Element.from_tag("text:p"), Element.from_tag("draw:frame")
    frame.append(inner)
    paragraph.append(frame)
    return paragraph


def _odt_paragraph(piece: P) -> Any:
    from odfdo import Paragraph

    style = f"S{'F' if piece.bold else ''}{piece.size:g}" if piece.size else "Fet" if piece.bold else None
    return Paragraph(piece.text, style=style)


def _odt_list(document: Any, points: Points) -> None:
    if points.form == "bullet":
        level = '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    else:
        form = {"decimal": "1", "lowerLetter": "a"}[points.form]
        level = (
            f'<text:list-level-style-number text:level="1" style:num-format="{form}" '
            f'style:num-suffix="{points.pattern.removeprefix("%1")}"/>'
        )
    style = Element.from_tag('<text:list-style style:name="Punkter"/>')
    style.append(Element.from_tag(level))
    document.insert_style(style, automatic=True)
