"""Headings in a column of their own, on paper: known ones and others, of one line and more, left or right set."""

import pytest

from pipeline.memo.build import find_memos
from pipeline.memo.memo import BlockKind, Memo, SectionKind
from tests.memo.typeset import Sheet, blocks, check, of, width

PROSE = (
    "Gång- och cykelvägen byggdes 1974 och är i dåligt skick. Olyckor har inträffat varje vinter sedan dess, och "
    "kontoret har fått många klagomål från dem som bor i närheten."
)
LEFT, TEXT = 64.0, 184.0
KNOWN = "Bakgrund"
UNKNOWN = [
    "Verkställighet", "Ekonomiska aspekter", "Konsekvenser för miljön", "Nuläge", "Trafik", "Barnperspektivet",
    "Förutsättningar", "Marknadens utveckling", "Samråd", "Driften", "Tidplan", "Personal", "Räddningstjänstens syn",
    "Vad lagen säger", "Avtalets innehåll", "Kultur och fritid", "Skolskjutsar", "Elevprognos", "Uppföljning 2",
]  # fmt: skip


def sheet(headings: list[str], size: float = 11, right: bool = False, bold: bool = True, to: float = 530) -> Sheet:
    """A memo whose headings stand in the margin; those of more than 18 characters on several lines."""
    s = Sheet()
    s.put(LEFT, 60, "SJÖVIKS KOMMUN", 14, bold=True)
    s.put(400, 60, "2018-09-03")
    s.put(LEFT, 90, "Tekniska nämnden")
    s.put(LEFT, 130, "Ombyggnad av gång- och cykelvägen vid Storgatan", 14, bold=True)
    y = 170.0
    for heading in headings:
        lines = [""]
        for word in heading.split():
            if width(f"{lines[-1]} {word}", size) > 105:
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}".strip()
        for n, line in enumerate(lines):
            s.put(LEFT + 105 if right else LEFT, y + n * 1.25 * size, line, size, bold=bold, right=right)
        y = s.text(TEXT, y, PROSE, to, size) + size
    return s


def read(s: Sheet, scan: bool) -> Memo:
    (memo,) = find_memos([s.scanned() if scan else s.page()])
    check(memo)
    return memo


@pytest.mark.parametrize("scan", [False, True])
@pytest.mark.parametrize("unknown", UNKNOWN[:-1])
def test_unknown_headings_stand_over_their_text(unknown: str, scan: bool) -> None:
    found = blocks(read(sheet([KNOWN, unknown, "Bedömning"]), scan))
    place = found.index(("heading", unknown))
    assert found[place + 1] == ("paragraph", PROSE)


@pytest.mark.parametrize("size", [9, 10, 12])
@pytest.mark.parametrize("right", [False, True])
@pytest.mark.parametrize("bold", [False, True])
def test_whatever_they_are_set_in(size: float, right: bool, bold: bool) -> None:
    memo = read(sheet([KNOWN, "Ekonomiska aspekter", "Bedömning"], size, right, bold), False)
    assert [text for kind, text in blocks(memo) if kind == "paragraph"] == [PROSE] * 3
    assert ("heading", "Ekonomiska aspekter") in blocks(memo)


def test_a_table_beside_a_heading_of_two_lines_stays_one() -> None:
    s = sheet([KNOWN, "Bedömning"])
    y = 420.0
    s.put(LEFT, y, "Ekonomiska", bold=True).put(LEFT, y + 14, "aspekter", bold=True)
    s.put(TEXT, y, "Alternativens kostnader framgår av tabellen.")
    for n, row in enumerate((("Alternativ", "Kr per dygn", "Tkr per år"), ("Kommunens", "2 350", "858"),
                             ("Köpt plats", "4 120", "1 504"))):  # fmt: skip
        for x, cell in zip((TEXT, 400, 500), row, strict=True):
            s.put(x, y + 22 + 18 * n, cell, right=x > TEXT)
    memo = read(s, False)
    (table,) = memo.tables
    assert [memo.text[c.start : c.end] for c in table.cells][:3] == ["Alternativ", "Kr per dygn", "Tkr per år"]
    assert ("paragraph", "Alternativens kostnader framgår av tabellen.") in blocks(memo)


def test_a_list_of_points_ends_at_a_heading_that_no_list_knows() -> None:
    s = sheet([KNOWN])
    y = 300.0
    s.put(LEFT, y, "Förslag till", bold=True).put(LEFT, y + 14, "beslut", bold=True)
    y = s.text(TEXT, y, "1. Tekniska nämnden godkänner förslaget till ombyggnad.", 530) + 6
    y = s.text(TEXT, y, "2. Kontoret får i uppdrag att teckna avtal om marken.", 530) + 14
    s.put(LEFT, y, "Verkställighet", bold=True)
    s.text(TEXT, y, PROSE, 530)
    memo = read(s, False)
    assert len([t for t in of(memo, SectionKind.PROPOSAL) if t[0].isdigit()]) == 2
    assert PROSE not in of(memo, SectionKind.PROPOSAL)


def test_a_body_beside_its_points_does_not_end_them() -> None:
    s = sheet([KNOWN, "Bedömning"])
    y = 420.0
    s.put(LEFT, y, "Förslag till", bold=True).put(LEFT, y + 14, "beslut", bold=True)
    y = s.text(TEXT, y, "Kontoret föreslår att kommunfullmäktige beslutar", 530) + 6
    y = s.text(TEXT, y, "att godkänna förslaget till ombyggnad av gång- och cykelvägen, samt", 530) + 14
    s.put(LEFT, y, "Tekniska nämnden")
    y = s.text(TEXT, y, "att för egen del uppdra åt kontoret att teckna avtal om marken vid vägen.", 530) + 14
    memo = read(s, False)
    assert any("teckna avtal" in t for t in of(memo, SectionKind.PROPOSAL))


NONE = {
    "contact details": ["Tekniska kontoret", "Anna Berg", "0123-456 78", "anna.berg@sjovik.se", "Box 12", "Sjövik"],
    "names": ["Anna Berg", "Karl Nilsson", "Eva Lind"],
    "notes": ["se bilaga 1", "jfr § 12", "och § 13"],
}


@pytest.mark.parametrize("what", NONE)
def test_what_else_stands_in_a_margin_is_no_heading(what: str) -> None:
    s = Sheet()
    s.put(LEFT, 60, "SJÖVIKS KOMMUN", 14, bold=True)
    s.put(TEXT, 130, "Ombyggnad av gång- och cykelvägen vid Storgatan", 14, bold=True)
    y = 170.0
    for n, heading in enumerate([KNOWN, "Bedömning", "Beslut"]):
        s.put(TEXT, y, heading, bold=True)
        y = s.text(TEXT, y + 16, PROSE, 530) + 12
        for k, line in enumerate(NONE[what][2 * n : 2 * n + 2] if what == "contact details" else NONE[what][n : n + 1]):
            s.put(LEFT, y - 40 + 14 * k, line, 9)
    memo = read(s, False)
    assert not {line for lines in NONE.values() for line in lines} & {
        memo.text[b.start : b.end] for b in memo.blocks if b.kind == BlockKind.HEADING
    }
    assert [text for kind, text in blocks(memo) if kind == "paragraph"].count(PROSE) == 3


def test_a_label_of_letterheads_heads_a_list_below_other_headings() -> None:
    s = Sheet()
    s.put(LEFT, 60, "SJÖVIKS KOMMUN", 14, bold=True)
    s.put(TEXT, 130, "Ombyggnad av gång- och cykelvägen vid Storgatan", 14, bold=True)
    y = 170.0
    for heading in (KNOWN, "Bedömning", "Tidplan"):
        s.put(LEFT, y, heading)
        y = s.text(TEXT, y, PROSE, 530) + 12
    s.put(TEXT, y + 20, "Anna Berg")
    s.put(TEXT, y + 34, "Teknisk chef")
    y += 70
    for heading, lines in (("Bilagor", ["Ritning 2007-03-02", "Kalkyl"]), ("Kopia", ["Ekonomikontoret", "Polisen"])):
        s.put(LEFT, y, heading)
        for k, line in enumerate(lines):
            s.put(TEXT, y + 14 * k, line)
        y += 50
    memo = read(s, False)
    assert [t for t in of(memo, SectionKind.RECIPIENTS) if "Polisen" in t]
    assert not any("Polisen" in t or "Kopia" in t for t in of(memo, SectionKind.ATTACHMENTS))
