"""Papers that stand between the memos of a pack, made up: agendas, reports, tables, letters, contracts, slides.

Their prose comes from the corpus; how they are set, numbered and headed is drawn at random.
"""

import random
from collections.abc import Callable
from dataclasses import replace

from pipeline.read.page import Page
from tests.memo.typeset import Sheet

Prose = list[str]
TOWNS = ("Granby", "Storvalla", "Norrköping", "Ekås", "Vintermåla", "Lillhult", "Åtorp", "Havsbro")
BODIES = ("Kommunstyrelsen", "Socialnämnden", "Tekniska nämnden", "Barn- och utbildningsnämnden", "Miljönämnden")
THINGS = (
    "Verksamhetsplan", "Internkontrollplan", "Uppföljning av målen", "Kvalitetsberättelse", "Utredning om lokaler",
    "Riktlinjer för stöd", "Policy för resor", "Trafikstrategi", "Årsredovisning", "Plan mot buller",
)  # fmt: skip
LETTER_HEADS = ("Länsstyrelsen", "Trafikverket", "Skolinspektionen", "Regionen", "Revisorerna", "Kommunförbundet")


def _title(rng: random.Random) -> str:
    return f"{rng.choice(THINGS)} {rng.choice(TOWNS)} {rng.randint(1996, 2026)}"


def _date(rng: random.Random) -> str:
    return f"{rng.randint(1996, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def _fill(sheet: Sheet, y: float, prose: Prose, rng: random.Random, left: float, size: float, to: float = 745) -> None:
    """Paragraphs and some headings down to about `to`."""
    while y < to - 60:
        if rng.random() < 0.25:
            sheet.put(left, y, " ".join(rng.choice(prose).split()[:4]).rstrip(".,:;"), size + rng.choice((0, 2)), True)
            y += 1.7 * size
        words = rng.choice(prose).split()[: int((to - y) / size * 5)]
        y = sheet.text(left, y, " ".join(words), to=595 - left, size=size) + 0.8 * size


def _number(sheet: Sheet, style: str, k: int, n: int) -> None:
    if style == "of":
        sheet.put(540, 45, f"{k} ({n})", 9, right=True)
    elif style == "av":
        sheet.put(300, 815, f"Sida {k} av {n}", 9)
    elif style == "plain":
        sheet.put(297, 815, str(k), 9)
    elif style == "late" and k > 1:
        sheet.put(540, 815, str(k), 9, right=True)


def report(rng: random.Random, prose: Prose) -> list[Page]:
    """A report, plan or policy, with or without cover, running head and page numbers."""
    count, left, size = rng.randint(2, 9), rng.choice((57, 71, 85, 99)), rng.choice((10, 10.5, 11, 12))
    style, title = rng.choice(("of", "av", "plain", "late", "none")), _title(rng)
    running, cover = rng.random() < 0.4, rng.random() < 0.4
    pages = []
    for k in range(1, count + 1):
        sheet = Sheet()
        y = 90.0
        if k == 1:
            y = 320 if cover else 100
            sheet.put(left, y, title, rng.choice((16, 18, 22, 28)), True)
            y += 40
            if cover:
                sheet.put(left, y, f"{rng.choice(BODIES)} {_date(rng)}", 12)
        elif running:
            sheet.put(left, 45, title, 8.5)
        if not (cover and k == 1):
            _fill(sheet, y, prose, rng, left, size, 745 if k < count else rng.uniform(250, 740))
        _number(sheet, style, k, count)
        pages.append(sheet.page())
    return pages


def figures(rng: random.Random, prose: Prose) -> list[Page]:
    """Pages of a table, upright or on their side."""
    count, wide = rng.randint(1, 3), rng.random() < 0.4
    style = rng.choice(("av", "none", "none", "plain"))
    size = rng.choice((7.5, 8, 9, 10))
    columns = rng.randint(3, 6)
    pages = []
    for k in range(1, count + 1):
        sheet = Sheet()
        y = 70.0
        if k == 1:
            sheet.put(50, y, _title(rng), rng.choice((11, 14, 16)), True)
            y += 30
        while y < (520 if wide else 760):
            sheet.put(50, y, " ".join(rng.choice(prose).split()[:2]), size)
            for column in range(columns):
                text = f"{rng.randint(1, 99)} {rng.randint(100, 999)}"
                sheet.put(280 + column * (80 if wide else 50), y, text, size, right=True)
            y += 1.6 * size
        _number(sheet, style, k, count)
        page = sheet.page()
        pages.append(replace(page, width=842, height=595) if wide else page)
    return pages


def letter(rng: random.Random, prose: Prose) -> list[Page]:
    """A letter or decision of another authority, with a letterhead of its own."""
    count, left, size = rng.randint(1, 4), rng.choice((71, 90, 130)), rng.choice((10.5, 11, 12))
    date, number = _date(rng), f"{rng.randint(100, 9999)}-{rng.randint(10, 9999)}-{rng.randint(1998, 2026)}"
    style, sender = rng.choice(("of", "of", "none")), f"{rng.choice(LETTER_HEADS)} i {rng.choice(TOWNS)}"
    pages = []
    for k in range(1, count + 1):
        sheet = Sheet()
        sheet.put(60, 50, sender, 14 if k == 1 else 9, True)
        sheet.put(350, 50, rng.choice(("BESLUT", "REMISS", "SKRIVELSE", "Underrättelse")) if k == 1 else "", 10)
        if k == 1 or rng.random() < 0.5:
            sheet.put(350, 68, f"Datum {date}", 9)
            sheet.put(350, 80, f"Dnr {number}", 9)
        y = 110.0
        if k == 1:
            sheet.put(350, 120, f"{rng.choice(TOWNS)} kommun", 11)
            sheet.put(left, 190, " ".join(rng.choice(prose).split()[:6]), 13, True)
            y = 215
        _fill(sheet, y, prose, rng, left, size, 745 if k < count else rng.uniform(300, 740))
        _number(sheet, style, k, count)
        pages.append(sheet.page())
    return pages


def contract(rng: random.Random, prose: Prose) -> list[Page]:
    """An agreement with numbered clauses and a place to sign."""
    count, size = rng.randint(1, 4), rng.choice((10, 11, 12))
    style = rng.choice(("of", "plain", "none"))
    word = rng.choice(("AVTAL", "SAMVERKANSAVTAL", "Överenskommelse", "Hyresavtal", "KÖPEKONTRAKT"))
    pages = []
    for k in range(1, count + 1):
        sheet = Sheet()
        y = 80.0
        if k == 1:
            sheet.put(71, y, word, rng.choice((12, 16, 18)), True)
            y = sheet.text(
                71, y + 30, f"Mellan {rng.choice(TOWNS)} kommun och {rng.choice(TOWNS)} Energi AB.", size=size
            )
        clause = 3 * k - 2
        while y < 640:
            sheet.put(71, y + 12, f"§ {clause} {' '.join(rng.choice(prose).split()[:2])}", size, True)
            y = sheet.text(71, y + 28, " ".join(rng.choice(prose).split()[:80]), size=size)
            clause += 1
        if k == count:
            sheet.put(71, 720, f"{rng.choice(TOWNS)} den ........", size)
            sheet.put(71, 760, "..............................", size)
        _number(sheet, style, k, count)
        pages.append(sheet.page())
    return pages


def plan(rng: random.Random, prose: Prose) -> list[Page]:
    """A map or drawing: few words, strewn over a large sheet."""
    sheet = Sheet()
    for _ in range(rng.randint(0, 25)):
        sheet.put(
            rng.uniform(50, 500), rng.uniform(50, 780), rng.choice(rng.choice(prose).split()), rng.choice((6, 8, 10))
        )
    width, height = rng.choice(((595, 842), (842, 1191), (1191, 842), (842, 595)))
    return [replace(sheet.page(), width=width, height=height)]


def slides(rng: random.Random, prose: Prose) -> list[Page]:
    """A presentation."""
    pages = []
    for k in range(1, rng.randint(3, 8)):
        sheet = Sheet()
        sheet.put(60, 90, " ".join(rng.choice(prose).split()[:5]), rng.choice((28, 36)), True)
        y = 170.0
        for _ in range(rng.randint(2, 5)):
            y = sheet.text(80, y, "• " + " ".join(rng.choice(prose).split()[:12]), to=880, size=20) + 10
        if rng.random() < 0.5:
            sheet.put(920, 520, str(k), 10, right=True)
        pages.append(replace(sheet.page(), width=960, height=540))
    return pages


def agenda(rng: random.Random, prose: Prose) -> list[Page]:
    """What calls the meeting, first in the pack."""
    count, style = rng.randint(1, 3), rng.choice(("of", "av", "none"))
    body, date, number = rng.choice(BODIES), _date(rng), 1
    pages = []
    for k in range(1, count + 1):
        sheet = Sheet()
        sheet.put(60, 50, f"{rng.choice(TOWNS)} kommun", 12, True)
        y = 80.0
        if k == 1:
            sheet.put(
                60, 80, rng.choice(("KALLELSE", "Föredragningslista", "Kallelse och föredragningslista")), 16, True
            )
            y = sheet.lines(60, 110, [body, f"Tid: {date} klockan 13.00", "Plats: Stora salen", "Ärende"])
        while y < (760 if k < count else 500):
            sheet.put(60, y, f"{number}. {' '.join(rng.choice(prose).split()[:7])}", 11)
            sheet.put(500, y, f"{rng.randint(2015, 2026)}/{rng.randint(10, 999)}", 11, right=True)
            y, number = y + 22, number + 1
        _number(sheet, style, k, count)
        pages.append(sheet.page())
    return pages


KINDS: tuple[Callable[[random.Random, Prose], list[Page]], ...] = (report, figures, letter, contract, plan, slides)


def appendix(rng: random.Random, prose: Prose) -> list[Page]:
    """One of them, sometimes marked as an appendix."""
    pages = rng.choice(KINDS)(rng, prose)
    if rng.random() < 0.25:
        mark = Sheet().put(pages[0].width - 50, 30, f"Bilaga {rng.randint(1, 6)}", 11, right=True)
        pages[0] = replace(pages[0], words=(*mark.words, *pages[0].words))
    return pages
