"""Minutes that begin with a sheet of who sat and who signs: heading and number stand at the matter below it."""

import pytest

from pipeline.extract.head import read_head
from pipeline.extract.head_sheet import matter_below_sheet
from tests.extract.marked import memo_of

SHEET = """== letterhead
Ydre kommun
PROTOKOLL

Organ
Socialnämnden

Plats och tid
Kommunhuset, kl. 9.00–11.20

Beslutande
Eva Ek (M), ordförande
Nils Lund (S)

Utses att justera
Nils Lund

Justeringens tid
2014-10-24

Underskrifter
Anna Ask, sekreterare

Anslag

== title
Anslaget sätts upp 2014-10-27 och tas ned 2014-11-18

"""
OLD = """== letterhead
YDRE KOMMUN

Tid och plats

Beslutande ledamöter

Ej tjänstgörande ersättare

Ut ses att justera

Justeringens plats och tid

Underskrifter

Paragrafer
34

"""
MATTERS = [
    ("§ 34 Dnr 2014/000187\n\n== body: Budget för 2015\nText.", "Budget för 2015", "2014/000187"),
    ("== body\n§ 34 Dnr SN 2014/187\n\nNy taxa för hemtjänst\n\nText.", "Ny taxa för hemtjänst", "SN 2014/187"),
    ("== body\n§ 34 Ny taxa för hemtjänst SN 2014/187\n\nText.", "Ny taxa för hemtjänst", "SN 2014/187"),
    ("== body\n§ 34 Ny taxa för hemtjänst (SN 2014/187)\n\nText.", "Ny taxa för hemtjänst", "SN 2014/187"),
    ("== body\n§ 34 Ny taxa för hemtjänst\n\nDnr SN 2014/187\n\nText.", "Ny taxa för hemtjänst", None),
    ("== body\n§ 34\n\nDnr SN 2014/187\n\nNy taxa för hemtjänst\n\nText.", "Ny taxa för hemtjänst", "SN 2014/187"),
    ("== body\nSN § 34 Dnr SN 2014/187\n\nNy taxa för hemtjänst\n\nText.", "Ny taxa för hemtjänst", "SN 2014/187"),
    ("== body\n§ 34/2014 Ny taxa för hemtjänst\n\nText.", "Ny taxa för hemtjänst", None),
    ("== body\nAU § 34 Ansökan om bidrag från Hults IF\n\nText.", "Ansökan om bidrag från Hults IF", None),
    ("== body\n§ 7\n\nVal av ledamöter\n\nText.\n\n§ 8 Budget för 2015\n\nText.", "Val av ledamöter", None),
]


@pytest.mark.parametrize("sheet", [SHEET, OLD])
@pytest.mark.parametrize(("below", "title", "number"), MATTERS)
def test_matter_below_the_sheet(sheet: str, below: str, title: str, number: str | None) -> None:
    matter = matter_below_sheet(memo_of(sheet + (below if below.startswith("==") else f"== body\n{below}")))
    assert matter is not None
    assert matter.title is not None
    assert matter.title.value == title
    assert (matter.number.value if matter.number else None) == number


NONE = [
    # an extract without a sheet has its heading in the letterhead
    "== letterhead\nYdre kommun\nUTDRAG\n\n§ 34 Dnr SN 2014/187\n\n== title\nNy taxa\n\n== body\nText.",
    # the signatures at the end are no sheet
    "== letterhead\nYdre kommun\n\n== title\nNy taxa\n\n== body\nText.\n\n== signatures\nJusterare",
    # a memo that names those who sat
    "== letterhead\nYdre kommun\n\n== title\nNy taxa\n\n== body\nBeslutande är nämnden.\n\nNärvarande alla.\n\n§ 3.",
    "== letterhead\nYdre kommun\nBeslutande\nEva Ek\n\n== title\nNy taxa\n\n== body\n§ 34 Beslut om taxan den 3 maj.",
    # only a sheet
    SHEET,
    "== body\nText.",
]


@pytest.mark.parametrize("marked", NONE)
def test_no_sheet(marked: str) -> None:
    assert matter_below_sheet(memo_of(marked)) is None


@pytest.mark.parametrize(
    "posted",
    [
        "Protokollet har anslagits på kommunens digitala anslagstavla 2021-06-01 och tas ned 2021-06-23.",
        "Protokollet är anslaget på kommunens anslagstavla 2021-06-01.",
        "Protokollet anslås på anslagstavlan 2021-06-01.",
        "Anslagsdatum 2021-06-01",
        "Datum för anslag 2021-06-01",
        "Justeringen har tillkännagivits på anslagstavlan 2021-06-01.",
        "Beviset publicerades på webbplatsen 2021-06-01.",
        "Anslaget tas ned 2021-06-23",
        "Datum för publicering: 2021-06-01",
        "Justeringens tid 2021-05-31",
    ],
)
def test_the_day_that_minutes_are_posted_is_not_theirs(posted: str) -> None:
    sheet = f"Skurups kommun\nSocialnämnden\n\nSammanträdesprotokoll\n2021-05-26\n\n{posted}"
    head = read_head(memo_of(f"{sheet}\n== title\n§ 41 Taxa\n== body\nText."))
    assert head.date is not None
    assert head.date.value == "2021-05-26"
