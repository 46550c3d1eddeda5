"""The front: what stands above the first section of the first page, as cells (a label with its value, an address …)."""

import re

from pipeline.memo.fold import bare
from pipeline.memo.furniture import is_page_number
from pipeline.memo.headings import heading_of, run_in
from pipeline.memo.items import mark_of
from pipeline.memo.labels import (
    is_body_name,
    is_date,
    is_diarienummer,
    is_document_type,
    is_known_label,
    is_label,
    is_office,
    is_officer,
    is_organisation,
    is_place,
    starts_with_label,
)
from pipeline.memo.layout import Piece, PieceKind, Segment, Zone, merge
from pipeline.memo.memo import SectionKind
from pipeline.read.page import Box, Page

Row = list[Segment]
# what leads in points ("Kommunstyrelsen beslutar", "Kontoret föreslår att nämnden beslutar"); letters may be lost yet
_LEAD_IN = re.compile(
    r".{3,160}\b(?:besluta[rt]?(?: (?:for|i) (?:egen|sin) del| folj\w+| enligt folj\w+)?|"
    r"(?:f.?resl.r|hemst.ller) (?:[\w-]+ ){0,6}[\w-]+)(?: att| dels)?$"
)


_OPEN = re.compile(r"\S \S.* (?:och|samt|av|for|till|om|i|pa|med|fran|vid|mot|under|enligt|avseende|angaende)$|\S-$")
_FORM = re.compile(r"\b(?:datum|beteckning|handlaggare|diarien\w+|dnr|referens|telefon|sida|mottagare)\b")
_SENDS = re.compile(
    r"(?:namnden|styrelsen|utskottet|fullmaktige|kontoret|forvaltningen|avdelningen|enheten)$|"
    r"\bsida? \d|\b(?:kommun|stad)$"
)
_PARAGRAPH = re.compile(r"(?:[A-ZÅÄÖ]\w{0,5} ?)?[§$] ?\d+\b.{0,12}$")  # minutes: "§ 38", "Ks § 147"


def front_end(rows: list[Row], page: Page, body: tuple[float, float]) -> int:
    """How many of the page's rows stand above its first heading or, without one, its first running text."""
    width = max(1.0, body[1] - body[0])
    for n, row in enumerate(rows):
        if page.paragraphs and len(row) == 1 and _is_paragraph(row[0]):
            return n
        if len(row) > 1 and not is_side_heading(row):
            continue
        text = row[0].text
        heading = heading_of(text)
        # a unit of the sender's ("Ekonomi och stab") looks like a heading, but nothing follows it
        weak = heading is not None and (
            heading.body_only or (page.paragraphs and heading.kind == SectionKind.BODY and not row[0].bold)
        )
        if heading and not (weak and not _opens_text(rows, n, width, page)):
            if n < 4 and heading.kind == SectionKind.PROPOSAL and not _opens_text(rows, n, width, page):
                continue  # the document's type: BESLUTSFÖRSLAG
            matter = any(row[0].text.startswith("§ ") for row in rows[:n])  # the letterhead of minutes is over
            if n < 6 and is_document_type(text) and not matter and _form_follows(rows[n + 1 : n + 7]):
                continue  # BESLUTSUNDERLAG over a form's labels
            if (
                not page.has_places
                and not page.paragraphs
                and (_headings_first(rows, n, width, page) or _headings_over_title(rows, n))
            ):
                continue  # headings in the margin, which an OCR read before the rest of the letterhead
            if heading.kind == SectionKind.RECIPIENTS and _text_below(rows, n + 1, width, page):
                continue  # "Kopia till" in the letterhead: nobody has written anything yet
            return n
        opened = run_in(text)
        if opened and not opened[0].body_only and n and not is_known_label(text[: opened[1]]):
            return n
        if n > 1 and text[:4].lower() == "att " and n + 1 < len(rows):
            return n
        if n and _leads_in(rows, n):
            return n
        if _running_text(rows, n, width, page):
            return n - 1 if _headed(rows, n, page) else n + _title_above(rows[n : n + 4], page)
    return len(rows)


def _form_follows(rows: list[Row]) -> bool:
    """True where a letterhead's labels, days and numbers stand before anything that is a heading."""
    found = 0
    for row in rows:
        if len(row) == 1 and heading_of(row[0].text) and not is_known_label(row[0].text):
            break
        found += sum(map(_of_form, row))
    return found > 1


def _of_form(segment: Segment) -> bool:
    text = segment.text
    return is_known_label(text) or starts_with_label(text) or is_date(text) or is_diarienummer(text)


def _headings_first(rows: list[Row], n: int, width: float, page: Page) -> bool:
    """True where short lines, one of them a heading too, and then the letterhead's other lines follow."""
    below = rows[n + 1 : n + 12]
    stop = next((k for k in range(len(below)) if _running_text(rows, n + 1 + k, width, page)), len(below))
    below = below[:stop]
    forms = [k for k, row in enumerate(below) if len(row) > 1 or _of_form(row[0]) or is_page_number(row[0].text)]
    if len(forms) < 2 or not any(_of_form(s) for k in forms for s in below[k]):
        return False
    short = [row[0].text for row in below[: forms[0]]]
    headings = sum(heading_of(text) is not None for text in short)
    plain = all(len(t) < 32 and t[-1] not in ".,:;" and not any(c.isdigit() for c in t) for t in short)
    return plain and (headings > 0 or not n)


def _headings_over_title(rows: list[Row], n: int) -> bool:
    """True where the row is one of several headings in a run, and then the title's lines and the text's own heading
    follow: the margin's, which an OCR read before the title."""

    def headed(k: int) -> bool:
        return 0 <= k < len(rows) and len(rows[k]) == 1 and heading_of(rows[k][0].text) is not None

    after = n + 1
    while headed(after):
        after += 1
    if not (headed(n - 1) or after > n + 1):
        return False
    title = next((k for k in range(after, min(after + 4, len(rows))) if headed(k) or _leads_in(rows, k)), after)
    lines = [row[0].text for row in rows[after:title] if len(row) == 1 and not _of_form(row[0])]
    return len(lines) == title - after > 0 and lines[0][:1].isupper() and all(t[-1] not in ".:;" for t in lines)


def _text_below(rows: list[Row], first: int, width: float, page: Page) -> bool:
    """True where a section's heading or running text follows within a page's upper part."""
    for n in range(first, min(first + 16, len(rows))):
        heading = heading_of(rows[n][0].text) if len(rows[n]) == 1 else None
        if heading is not None and heading.kind in (SectionKind.PROPOSAL, SectionKind.SUMMARY, SectionKind.BODY):
            return True
        if _running_text(rows, n, width, page):
            return True
    return False


def _title_above(rows: list[Row], page: Page) -> int:
    """In text without places: how many lines of title stand right on the text, for want of a blank line."""
    if page.has_places:
        return 0
    texts = [row[0].text for row in rows if len(row) == 1]
    for n in range(1, min(3, len(texts))):
        above, below = texts[n - 1], texts[n]
        short = len(above) < 0.7 * max(map(len, texts[: n + 1])) and above[-1] not in ".,:;-"
        if ". " in above or rows[n][0].box.y0 - rows[n - 1][0].box.y0 > 13:
            return 0
        if short and below[:1].isupper() and below.endswith("."):
            return n
    return 0


def _headed(rows: list[Row], n: int, page: Page) -> bool:
    """True where the row above the text is its heading, one that no list knows, and no part of the title."""
    if n < 2 or len(rows[n - 1]) != 1:
        return False
    line, text = rows[n - 1][0], rows[n - 1][0].text
    other = is_label(text) or is_date(text) or is_diarienummer(text) or is_body_name(text) or is_document_type(text)
    if (
        other
        or is_office(text)
        or is_officer(text)
        or starts_with_label(text)
        or len(text) > 60
        or text[-1] in ".,:;"
        or not text[0].isupper()
    ):
        return False
    above = [s for row in rows[: n - 1] for s in row]
    last = above[-1]
    if last.size > 0.95 * line.size and last.bold == line.bold and line.base - last.base < 1.6 * line.size:
        return False  # the title's last line
    if _OPEN.search(bare(last.text)) and line.base - last.base < 2.2 * max(line.size, last.size):
        return False  # its last line, whose size a scan's reader took for another
    return any(
        (s.text.count(" ") > 1 or s.size > 1.15 * line.size)
        and s.size > 0.95 * line.size
        and not (
            is_document_type(s.text)
            or is_known_label(s.text)
            or is_office(s.text)
            or is_officer(s.text)
            or is_body_name(s.text)
            or starts_with_label(s.text)
            or is_diarienummer(s.text)
            or is_page_number(s.text)
            or is_organisation(s.text)
            or is_place(s.text)
            or _PARAGRAPH.match(s.text)
            or not (page.has_places or page.paragraphs or _like_title(s.text))
        )
        for s in above
    )


def _like_title(text: str) -> bool:
    """True for words that a heading is made of, where no size tells: small words among them, no day, no number."""
    small = sum(w[:1].islower() and w.isalpha() for w in text.split())
    plain = bare(text)
    if small < 2 or _SENDS.search(plain) or len(_FORM.findall(plain)) > 1:
        return False
    return not re.search(r"\d{4}[-/:.]\d|\d{2}[-/]\d{2}|@|\b0\d{1,3}-", text)


def is_side_heading(row: Row) -> bool:
    """`Bakgrund    The text beside it …`: the headings stand in a column of their own."""
    if len(row) != 2 or is_known_label(row[0].text):
        return False
    heading = heading_of(row[0].text)
    if heading is None:
        text = row[0].text
        return text.isupper() and text.isalpha() and 4 < len(text) < 24 and len(row[1].text) > 45
    return len(row[1].text) > 35 or (not heading.body_only and row[1].text.endswith("."))


def _wide(row: Row, width: float, page: Page) -> bool:
    if len(row) != 1:
        return False
    if not page.has_places:
        return len(row[0].text) > 48
    return row[0].box.width > 0.55 * width


_LISTED = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s+[A-ZÅÄÖ][a-zåäö]{2}")  # "Beslut" over "- Informationen noteras"


def _opens_text(rows: list[Row], n: int, width: float, page: Page) -> bool:
    """True where running text or a list follows."""
    if n + 1 >= len(rows):
        return False
    row = rows[n + 1]
    text = row[0].text
    if len(row) == 1 and (heading_of(text) or _leads_in(rows, n + 1) or _LISTED.match(text)):
        return True
    if len(row) == 1 and n + 2 < len(rows) and is_body_name(text):  # a body, and below it what it does
        return mark_of(rows[n + 2][0].text.split(), "", True) is not None
    if len(row) == 1 and text.endswith(":") and text.count(" ") > 3:
        return True  # "Nämnden fördelar bidragen enligt följande:", and below it a table
    return (_wide(row, width, page) and not text.isupper()) or (
        len(row) == 1 and text.rstrip().endswith(".") and " " in text
    )


def _leads_in(rows: list[Row], n: int) -> bool:
    """True where the row leads in what is proposed or decided, and points follow."""
    if n + 1 >= len(rows) or len(rows[n]) != 1:
        return False
    text, after = rows[n][0].text, rows[n + 1][0].text
    if not text[:1].isupper() or not _LEAD_IN.match(bare(text)):
        return False
    return text.endswith((":", " att")) or mark_of(after.split(), "", True) is not None


def _running_text(rows: list[Row], n: int, width: float, page: Page) -> bool:
    """Three lines (or two and a short one) that are set as text and hold a full stop."""
    if not _wide(rows[n], width, page):
        return False
    if page.paragraphs:
        return _is_prose(rows[n][0].text)
    block = [rows[n]]
    for row in rows[n + 1 : n + 6]:
        if len(row) != 1 or (row[0].base - block[-1][0].base > 1.9 * max(8.0, row[0].size) and page.has_places):
            break
        if not page.has_places and row[0].box.y0 - block[-1][0].box.y0 > 13:
            above = block[-1][0].text  # an OCR may part the lines of a paragraph
            if not (len(above) > 60 and above[-1] not in ".:" and row[0].text[0].islower()):
                break
        if heading_of(row[0].text) and not _wide(row, width, page):
            break  # a section begins here: what stands above it is the title
        block.append(row)
    wide = sum(_wide(row, width, page) for row in block)
    text = " ".join(s.text for row in block for s in row)
    lower = sum(w[:1].islower() for w in text.split())
    return wide >= 2 and ("." in text.rstrip()[-1:] or ". " in text) and lower > 0.5 * len(text.split())


def _is_paragraph(line: Segment) -> bool:
    """Whether a whole paragraph is too long for a heading, or long and not set as one."""
    return len(line.text) > 350 or (len(line.text) > 160 and (_is_prose(line.text) or not line.bold))


def _is_prose(text: str) -> bool:
    """Whether a whole paragraph is a sentence or several, no heading."""
    lower = sum(w[:1].islower() for w in text.split())
    return (text[-1] in ".:" or ". " in text) and lower > 0.5 * len(text.split())


def front_pieces(rows: list[Row], page: Page) -> list[Piece]:
    """The front's cells, by row and from left to right."""
    if page.has_places:
        return _cells(rows, page)
    made: list[Piece] = []
    for group in _groups(rows, page.paragraphs):
        if any(len(row) > 1 for row in group):
            made += _cells(group, page)
        else:
            made.append(_cell([row[0] for row in group]))
    return made


def _cells(rows: list[Row], page: Page) -> list[Piece]:
    """Segments that stand under each other, a label with its value."""
    cells: list[list[Segment]] = []
    flat = [rule.box for rule in page.rules if rule.box.height < 3]
    for row in rows:
        for segment in _pair(row):
            cell = _above(segment, cells, flat)
            if cell is None:
                cells.append([segment])
            else:
                cell.append(segment)
    cells.sort(key=lambda c: (c[0].row, c[0].box.x0))
    return [_cell(c) for c in cells]


def _cell(lines: list[Segment], zone: Zone = Zone.FRONT) -> Piece:
    return Piece(
        PieceKind.CELL, zone, lines[0].page, lines, x0=min(s.box.x0 for s in lines), x1=max(s.box.x1 for s in lines)
    )


def _pair(row: Row) -> Row:
    """Labels joined with the values beside them: `Datum:` and `2024-01-01`."""
    made: Row = []
    for segment in row:
        if (
            made
            and is_label(made[-1].text)
            and not is_label(segment.text)
            and segment.box.x0 - made[-1].box.x1 < 140
            and not is_document_type(segment.text)
        ):
            made[-1] = merge([made[-1], segment])
        else:
            made.append(segment)
    return made


def _above(segment: Segment, cells: list[list[Segment]], flat: list[Box]) -> list[Segment] | None:
    """The cell that the segment goes on. flat: the page's ruled lines from side to side."""
    best, least = None, 1e9
    for cell in cells[-12:]:
        last = cell[-1]
        if last.row == segment.row:
            continue
        step = segment.base - last.base
        size = max(segment.size, last.size)
        if not 0 < step < 2.6 * size:
            continue
        label = len(cell) == 1 and is_label(last.text)
        if not (label or step < 1.75 * size):
            continue
        alike = min(segment.size, last.size) / size
        if alike < (0.5 if label else 0.82) or (segment.bold != last.bold and not label and len(segment.text) > 24):
            continue
        shared = min(segment.box.x1, last.box.x1) - max(segment.box.x0, last.box.x0)
        narrow = min(segment.box.width, last.box.width)
        aligned = abs(segment.box.x0 - last.box.x0) < 0.6 * size
        if not aligned and shared < (0.3 if label else 0.75) * narrow:
            continue
        if (
            is_label(segment.text)
            and (len(cell) > 1 or not label)
            and not segment.text.rstrip().endswith(":")
            and not is_label(last.text)
        ):
            # a new label begins a new cell, except in a column of labels with values beside them
            continue
        y = (last.box.y1 + segment.box.y0) / 2
        x0, _, x1, _ = segment.box
        if any(abs((b.y0 + b.y1) / 2 - y) < 0.6 * size and b.x0 < x1 and b.x1 > x0 for b in flat):
            continue
        away = abs(segment.box.x0 - last.box.x0) + step
        if away < least:
            best, least = cell, away
    return best


def _groups(rows: list[Row], paragraphs: bool) -> list[list[Row]]:
    """In text without places: rows between blank lines or, where the source tells, of the same font."""
    groups: list[list[Row]] = []
    last: Segment | None = None
    wide = False  # the row above has columns
    for row in rows:
        first = row[0]
        apart = last is None or first.box.y0 - last.box.y1 > 6
        if apart or (
            paragraphs and last is not None and (last.size, last.bold, wide) != (first.size, first.bold, len(row) > 1)
        ):
            groups.append([])
        wide = len(row) > 1
        groups[-1].append(row)
        last = first
    return groups
