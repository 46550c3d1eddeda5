"""Files of many documents: every pack is parted where its documents begin, and a memo alone never."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.memo.build import find_memos
from pipeline.memo.memo import PacketKind
from pipeline.memo.packets import Packet, find_packets
from pipeline.memo.packets_looks import kind_of, look_at
from pipeline.memo.packets_rows import rows_of
from pipeline.memo.packets_scores import begins, evidence, own_numbers, score, weights
from pipeline.read.page import Box, Page, ReadAs, Word
from tests.memo.typeset import Sheet, plain

PROSE = (
    "Förvaltningen har under året arbetat med att ta fram ett underlag för den fortsatta planeringen av verksamheten. "
    "Kostnaden beräknas till 450 000 kronor och ryms inom nämndens ram. Samråd har hållits med berörda föreningar, som "
    "inte har haft någon erinran mot förslaget. Avtalet löper på tre år med möjlighet till förlängning. "
)
TAIL = "Ärendet har beretts i samverkan med de fackliga organisationerna den 3 mars. "


def body(sheet: Sheet, y: float, to: float = 740, size: float = 11) -> Sheet:
    while y < to:
        y = sheet.text(71, y, PROSE + TAIL, size=size) + 10
    return sheet


def modern(seed: int, count: int = 2) -> list[Page]:
    """Labels, page numbers 1 (2), the same short head on every page."""
    pages = []
    for k in range(1, count + 1):
        sheet = Sheet().put(60, 50, "Granby kommun", 14, True).put(540, 50, f"{k} ({count})", 9, right=True)
        sheet.put(350, 66, f"KS 2021/{100 + seed}", 9)
        if k == 1:
            sheet.put(350, 50, "TJÄNSTESKRIVELSE", 10, True).put(60, 66, "Datum 2021-03-04", 9)
            sheet.put(60, 120, "Kommunstyrelsen", 11).put(71, 170, f"Avtal om skuldrådgivning nummer {seed}", 16, True)
            sheet.put(71, 210, "Förslag till beslut", 13, True)
            sheet.text(71, 230, "Kommunstyrelsen godkänner avtalet.")
        body(sheet, 260 if k == 1 else 100, 740 if k < count else 400)
        pages.append(sheet.page())
    return pages


def bare_pages(seed: int, count: int = 2) -> list[Page]:
    """A letterhead on the first page, nothing but text on the others."""
    pages = []
    for k in range(1, count + 1):
        sheet = Sheet()
        if k == 1:
            sheet.put(60, 50, "Ekås kommun", 20, True)
            sheet.put(60, 90, f"Datum: 2019-05-{seed % 20 + 1:02}", 9).put(300, 90, "Socialnämnden", 11)
            sheet.put(60, 102, "Handläggare: Anna Lind", 9).put(60, 114, f"Diarienr: {seed}.2019 SN", 9)
            sheet.put(71, 160, f"Månadsuppföljning för enhet {seed}", 16, True)
            sheet.put(71, 190, "Förslag till beslut", 12, True).text(71, 206, "Socialnämnden godkänner uppföljningen.")
        body(sheet, 240 if k == 1 else 90, 740 if k < count else 300)
        pages.append(sheet.page())
    return pages


def typewritten(seed: int, count: int = 2) -> list[Page]:
    """All in one size; the head comes again with date and number."""
    pages = []
    for k in range(1, count + 1):
        sheet = Sheet(mono=True).put(60, 50, "ÅTORPS KOMMUN", 10).put(330, 50, "TJÄNSTEUTLÅTANDE", 10)
        sheet.put(480, 50, f"Blad {k} ({count})", 10).put(60, 64, "Kommunkansliet", 10)
        sheet.put(330, 64, f"1996-03-{seed % 20 + 1:02}", 10).put(430, 64, f"Dnr {seed}/96-826", 10)
        if k == 1:
            sheet.put(60, 140, "Till kommunstyrelsen", 10).put(60, 180, f"ANG. BIDRAG TILL FÖRENING {seed}", 10)
        body(sheet, 210 if k == 1 else 110, 740 if k < count else 350, 10)
        pages.append(sheet.page())
    return pages


def extract(seed: int, count: int = 2) -> list[Page]:
    """An extract of minutes: the same head on all pages of all extracts of the meeting."""
    pages = []
    for k in range(1, count + 1):
        sheet = (
            Sheet().put(60, 50, "Kommunstyrelsen", 12).put(60, 66, "PROTOKOLLSUTDRAG", 12).put(60, 82, "2024-05-20", 12)
        )
        sheet.put(300, 815, f"Sida {k} av {count}", 9).put(60, 790, "Utdragsbestyrkande", 7)
        if k == 1:
            sheet.put(71, 120, f"§ {seed} 2024.{seed} KS", 11, True).put(
                71, 140, f"Ärende nummer {seed} om mark", 13, True
            )
            sheet.put(71, 170, "Beslut", 12, True).text(71, 186, "Kommunstyrelsen godkänner förslaget.")
        body(sheet, 210 if k == 1 else 120, 740 if k < count else 500)
        pages.append(sheet.page())
    return pages


def report(seed: int, count: int = 3) -> list[Page]:
    pages = []
    for k in range(1, count + 1):
        sheet = Sheet().put(297, 815, str(k), 9)
        if k == 1:
            sheet.put(85, 110, f"Kvalitetsberättelse för område {seed}", 22, True)
        body(sheet, 150 if k == 1 else 80, size=10)
        pages.append(sheet.page())
    return pages


def table_on_its_side(seed: int) -> list[Page]:
    sheet = Sheet().put(60, 60, f"Bilaga {seed}", 11).put(60, 90, "Budget per enhet", 14, True)
    for row in range(12):
        sheet.put(60, 120 + 20 * row, f"Enhet {row}", 8).put(400, 120 + 20 * row, f"{row} 450", 8, right=True)
    return [replace(sheet.page(), width=842, height=595)]


def agenda() -> list[Page]:
    sheet = Sheet().put(60, 50, "Granby kommun", 12, True).put(60, 90, "KALLELSE", 16, True)
    sheet.lines(60, 120, ["Kommunstyrelsen", "Tid: 2021-04-01 klockan 13.00", "Plats: Stora salen"])
    for number in range(1, 15):
        sheet.put(60, 200 + 24 * number, f"{number}. Ärende som ska tas upp på sammanträdet")
    return [sheet.page()]


def numbered(*papers: list[Page]) -> list[Page]:
    return [replace(page, number=n) for n, page in enumerate((p for paper in papers for p in paper), 1)]


def scanned(pages: list[Page], seed: int) -> list[Page]:
    r = random.Random(seed)

    def blurred(w: Word) -> Word:
        dx, dy = r.uniform(-1, 1), r.uniform(-1, 1)
        box = Box(w.box.x0 + dx, w.box.y0 + dy, w.box.x1 + dx, w.box.y1 + dy)
        return replace(w, box=box, size=w.size * r.uniform(0.9, 1.12), bold=False, confidence=0.9)

    return [replace(p, words=tuple(blurred(w) for w in p.words), read_as=ReadAs.OCR) for p in pages]


STYLES = [modern, bare_pages, typewritten, extract]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", [1, 2, 3, 5, 12])
@pytest.mark.parametrize("scan", [False, True])
def test_a_memo_alone_is_never_split(style, count: int, scan: bool) -> None:  # type: ignore[no-untyped-def]
    pages = numbered(style(7, count))
    if scan:
        pages = scanned(pages, count)
    assert find_packets(pages) == [Packet(0, count - 1, PacketKind.WHOLE)]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("scan", [False, True])
def test_memos_of_one_office_after_each_other(style, scan: bool) -> None:  # type: ignore[no-untyped-def]
    pages = numbered(*(style(seed, count) for seed, count in ((11, 2), (12, 1), (13, 3), (14, 2), (15, 2))))
    if scan:
        pages = scanned(pages, 3)
    packets = find_packets(pages)
    assert [(p.first, p.last) for p in packets] == [(0, 1), (2, 2), (3, 5), (6, 7), (8, 9)]
    kind = PacketKind.MINUTES if style is extract else PacketKind.MEMO
    assert {p.kind for p in packets} == {kind}
    assert {p.owner for p in packets} == {None}


def test_a_whole_pack() -> None:
    papers = [
        agenda(),
        modern(1),
        report(1),
        table_on_its_side(2),
        bare_pages(2),
        extract(5),
        report(3),
        typewritten(4),
    ]
    packets = find_packets(numbered(*papers))
    assert [(p.last - p.first + 1) for p in packets] == [len(paper) for paper in papers]
    assert [p.kind.value for p in packets] == ["other", "memo", "other", "other", "memo", "minutes", "other", "memo"]
    assert [p.owner for p in packets] == [None, None, 1, 1, None, None, 5, None]


def test_a_number_that_runs_through_the_pack_is_not_the_papers_own() -> None:
    pages = numbered(*(bare_pages(n, 2) for n in range(1, 20)))
    stamped = [
        replace(p, words=(*p.words, *Sheet().put(540, 830, f"Sida {p.number} av {len(pages)}", 8, right=True).words))
        for p in pages
    ]
    assert [p.first for p in find_packets(stamped)] == list(range(0, 38, 2))
    looks = [look_at(p) for p in stamped]
    assert not any(own_numbers(looks))


def test_minutes_of_a_whole_meeting_are_one_document() -> None:
    pages = []
    for k in range(1, 9):
        sheet = Sheet().put(60, 50, "Socialnämnden", 12).put(250, 50, "SAMMANTRÄDESPROTOKOLL", 12)
        sheet.put(60, 66, "Sammanträdesdatum 2022-09-14", 10).put(540, 50, str(k), 10, right=True)
        sheet.put(60, 800, "Justerandes sign", 7)
        sheet.put(71, 110, f"§ {40 + k} Ärende nummer {k}", 13, True)
        pages.append(body(sheet, 140, 600).page())
    assert len(find_packets(numbered(pages))) == 1


def test_who_signed_electronically_goes_with_the_memo() -> None:
    sheet = Sheet().put(71, 110, "UNDERSKRIFTSSIDA", 22, True).put(300, 815, "Sida 1 av 1", 9)
    sheet.lines(71, 200, ["Detta dokument har undertecknats elektroniskt.", "NAMN: Anna Lind", "TID: 2021-10-21 15:11"])
    assert len(find_packets(numbered(modern(1), [sheet.page()]))) == 1


TEXT = """Granby kommun                         TJANSTESKRIVELSE
Socialférvaltningen                   2001-03-{day}
                                      Dnr SN 2001/{number}
                                      1 (2)
Socialnamnden

Avtal om skuldradgivning nummer {number}

Férslag till beslut
Socialnamnden godkanner avtalet om skuldradgivning.
"""
TEXT_2 = """Granby kommun                         2001-03-{day}     2 (2)
Socialférvaltningen                   Dnr SN 2001/{number}

Kostnaden uppgar till 450 000 kronor om aret och ryms inom ramen.
Anna Lind
"""


def test_old_text_with_form_feeds() -> None:
    pages = [
        plain(text.format(day=10 + n, number=100 + n), 2 * n + k)
        for n in range(4)
        for k, text in ((1, TEXT), (2, TEXT_2))
    ]
    assert [(p.first, p.last) for p in find_packets(pages)] == [(0, 1), (2, 3), (4, 5), (6, 7)]
    assert find_packets(pages[:2]) == [Packet(0, 1, PacketKind.WHOLE)]


def test_memos_know_what_they_are_attached_to() -> None:
    memos = find_memos(numbered(modern(1), report(1), modern(2), table_on_its_side(1)))
    assert [(m.page_first, m.page_last) for m in memos] == [(1, 2), (3, 5), (6, 7), (8, 8)]
    assert [m.packet.value for m in memos] == ["memo", "other", "memo", "other"]
    assert [m.attached_to for m in memos] == [None, 1, None, 6]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2 (3)", {(2, 3)}),
        ("1(2)", {(1, 2)}),
        ("2 [3]", {(2, 3)}),
        ("Sida 2 av 3", {(2, 3)}),
        ("Sida 2av3", {(2, 3)}),
        ("Blad 1 (2)", {(1, 2)}),
        ("1/3", {(1, 3)}),
        ("Granby kommun, tjänsteutlåtande 1 (2)", {(1, 2)}),
        ("- 4 -", {(4, 0)}),
        ("Sid nr 3", {(3, 0)}),
        ("Page 7", {(7, 0)}),
        ("12", {(12, 0)}),
        ("2 1(3)", {(1, 3), (2, 3)}),  # a speck is read as a number
        ("3 1 (3)", {(1, 3), (3, 3)}),
        ("2018-11-12 1(3)", {(1, 3)}),
        ("5 (3)", set()),
        ("SFS 2017:725", set()),
        ("§ 112 (2)", set()),
        ("2021-03-04", set()),
        ("Dnr 12/34", set()),
        ("0512-12 34", set()),
    ],
)
def test_page_numbers(text: str, numbers: set[tuple[int, int]]) -> None:
    sheet = body(Sheet().put(300, 40, text, 9), 150)
    assert set(look_at(sheet.page()).numbers) == numbers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("TJÄNSTESKRIVELSE", "memo"),
        ("Tjansteutlatande", "memo"),
        ("Tjänsteskrivelse 1 (2)", "memo"),
        ("Granby kommun TJÄNSTESKRIVELSE", "memo"),
        ("PM", "paper"),
        ("Sammanträdesprotokoll 2021-03-04", "minutes"),
        ("Protokoll fört vid", "minutes"),
        ("KALLELSE OCH FÖREDRAGNINGSLISTA", "agenda"),
        ("Bilaga 3", "appendix"),
        ("Bilaga A", "appendix"),
        ("HYRESAVTAL", "other"),
        ("Underskriftssida", "signing"),
        ("Bilaga till tjänsteskrivelsen om skolskjuts", None),
        ("Tjänsteskrivelse om skolskjuts är upprättad", None),
        ("Avtalet gäller från och med den 1 april", None),
        ("Protokollsutdrag till: Socialnämnden", None),
        ("Budgeten", None),
        ("", None),
    ],
)
def test_words_that_say_what_begins(text: str, kind: str | None) -> None:
    found = kind_of(text)
    assert (found[0] if found else None) == kind


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Kommunstyrelsen", True),
        ("Till socialnämndens sammanträde 2013-10-23", True),
        ("Mottagare: Kollektivtrafiknämnden", True),
        ("Till kommunstyrelsens arbetsutskott", True),
        ("Tekniska nämnden,", True),
        ("Nämnden har inte fattat något beslut", False),
        ("Anna Lind, nämndsekreterare", False),
        ("Socialförvaltningen", False),
    ],
)
def test_addressees(text: str, yes: bool) -> None:
    sheet = body(Sheet().put(60, 90, text, 11), 200)
    assert look_at(sheet.page()).addressee is yes


def test_every_weight_can_be_given() -> None:
    """The table and the code name the same evidence."""
    from pathlib import Path

    from pipeline.memo import packets_scores

    code = Path(packets_scores.__file__).read_text(encoding="utf-8")
    assert [name for name in weights() if f'"{name}"' not in code] == []


def test_looking_no_longer_than_it_takes_finds_the_same() -> None:
    pages = numbered(*(modern(n, 3) for n in range(2)), *(bare_pages(n, 2) for n in range(3)), *(modern(9, 1),) * 2)
    looks = [look_at(p) for p in pages]
    for some in (looks, looks[:4], looks[2:5], looks[::-1]):
        numbers = own_numbers(some)
        for i in range(1, len(some)):
            assert begins(some, i, numbers, 0) == (score(evidence(some, i, numbers, 0)) > 0)


WORD = st.builds(
    lambda text, x, y, size, angle: Word(text, Box(x, y, x + 20, y + size), size=size, angle=angle),
    st.text(max_size=12),
    st.floats(-1e4, 1e4),
    st.floats(-1e4, 1e4),
    st.sampled_from([0.0, 8.0, 11.0, 30.0]),
    st.sampled_from([0.0, 90.0]),
)
PAGE = st.builds(
    lambda words, size, read_as, places: Page(1, size, size, tuple(words), read_as, has_places=places),
    st.lists(WORD, max_size=12),
    st.sampled_from([0.0, 500.0]),
    st.sampled_from(list(ReadAs)),
    st.booleans(),
)


@settings(max_examples=60)
@given(st.lists(PAGE, max_size=6))
def test_any_pages_are_covered(pages: list[Page]) -> None:
    packets = find_packets(pages)
    assert [n for p in packets for n in range(p.first, p.last + 1)] == list(range(len(pages)))
    assert all(p.owner is None or packets[p.owner].kind is not PacketKind.OTHER for p in packets)


@given(
    st.lists(st.tuples(*[st.integers(0, 40)] * 2, *[st.integers(1, 12)] * 2), min_size=1, max_size=8),
    st.integers(0, 50),
)
def test_where_a_row_stands_is_told_by_its_first_part(boxes: list[tuple[int, int, int, int]], y: int) -> None:
    words = tuple(Word("ord", Box(9 * x, top, 9 * x + wide, top + high), size=5.0) for x, top, wide, high in boxes)
    for row in rows_of(Page(1, 595, 842, words, ReadAs.DIGITAL)):
        assert row.above(y) == (row.parts[0].y1 < y)
        assert row.below(y) == (row.parts[0].y0 > y)


def test_a_speck_in_a_page_number_begins_no_document() -> None:
    """What is left of a file's own numbering on one page only is no numbering of a document."""
    looks = [look_at(Sheet().put(500, 800, text).page()) for text in ("1 (3)", "2 1(3)", "3 (3)")]
    numbers = own_numbers(looks)
    assert [n >= {(i + 1, 3)} for i, n in enumerate(numbers)] == [True] * 3
    assert "number_goes_on" in evidence(looks, 1, numbers, 0)
