"""What a paper in a pack is, by its first page: a memo, an extract of minutes, or attached to the memo before it."""

import pytest

from pipeline.memo.memo import PacketKind
from pipeline.memo.packets import packets_of
from pipeline.memo.packets_looks import look_at
from pipeline.read.page import Page
from tests.memo.typeset import Sheet

PROSE = (
    "Förvaltningen har under året arbetat med att ta fram ett underlag för den fortsatta planeringen av verksamheten. "
    "Kostnaden beräknas till 450 000 kronor och ryms inom nämndens ram. Samråd har hållits med berörda föreningar. "
)

# A paper's first rows, a line each; | sets apart what stands in columns, * begins a line in large type
MEMOS = [
    "Granby kommun|TJÄNSTESKRIVELSE\nSocialkontoret|2019-03-04|Dnr SN 2019/12\n"
    "*Ansökan om färdtjänst\nFörslag till beslut",
    "ÅTORPS KOMMUN|YTTRANDE\nHandläggare: Anna Lind|Diarienr 99 SN 0442\nSocialnämnden\n"
    "ANSÖKAN OM BIDRAG\nFÖRSLAG TILL BESLUT",
    "Region Ekås\nBeslutsunderlag\nFörvaltning Kollektivtrafiken|Datum 2020-05-18\n"
    "Handläggare Jon Ek|Dnr RD20/01388\n"
    "Mottagare Kollektivtrafiknämnden\n*Ändringar i busstrafiken\nFörslag till beslut",
    "Havsbro Räddningstjänstförbund\nTill direktionen|Havsbro den 27 september 2013\nD.nr 2013.41.104\n"
    "*Budget 2014 med plan för 2015\nFörslag till beslut",
    "Lillhults kommun|1999-02-08\nKS 1998/0431-253\nPM till Kommunstyrelsens arbetsutskott\nFrån Bo Ek\n"
    "Angående Förvärv av fastigheten Spiran 4\nFörslag. Kontoret föreslår att köpet godkänns.",
    "storvalla kommun\n"
    "Tjänsteskrivelse 2022-05-17 | Ärende MBN/2022:84 | Miljökontoret | Handläggare: Siv Ek, ekolog\n"
    "Mottagare: Miljö- och byggnadsnämnden\n*Remiss om tillstånd till\n*vindkraft vid Björkåsen\nFörslag till beslut",
    "Vintermåla kommun|Kommunledningskontoret\n*Reservkraft och lager 2026–2028 samt\n"
    "*gemensam krisledning med Ekås kommun\n"
    "Ärende|Datum|Föredragande\nKS/2026:118|2026-03-09|Mirza Ek\n"
    "Förslag Kontoret föreslår att kommunstyrelsen beslutar.",
    "Kommunalförbundet Nordarkiv\nTjänsteskrivelse|Förbundskansliet|2020-09-28|NARK.2020.88\n"
    "Till: Förbundsstyrelsen\nAv: Hampus Ek\n*Budget 2021 med plan för 2022\nFörslag till beslut",
    "Norrås stad|Tjänsteutlåtande\nUtfärdat 2015-01-12|Diarienummer 0123/15\n"
    "*Motion av Eva Ek om cykelvägar\nFörslag till beslut",
    "Granby kommun\nOrdförandeskrivelse|2011-05-03|Dnr 2011/77\nKommunstyrelsen\n*Policy för resor\n"
    "Förslag till beslut",
    "Ekås kommun|Datum 2008-10-01|Dnr 2008/55\nTekniska nämnden\n*Avtal 2009–2012 om snöröjning\nFörslag till beslut",
    "GRANBY KOMMUN|TJÄNSTEYTTRANDE\nKulturförvaltningen|1996-04-02\nTill Kulturnämnden\n"
    "Bidrag till hembygdsföreningen\nFörslag",
]
ATTACHED = [
    "*Verksamhetsplan Granby 2020",
    "MOTION\nTill kommunfullmäktige i Granby|2019-02-03\n*Cykelväg till skolan\nJag yrkar att en väg byggs.",
    "Länsstyrelsen i Ekås|BESLUT\nDatum 2018-03-04|Dnr 505-1234-2018\nGranby kommun\n*Tillstånd till täkt",
    "AVTAL\nMellan Granby kommun och Ekås Energi AB",
    "Bilaga 2\n*Budget per enhet",
    "*Budget 2021 med plan för 2022–2023\nGranby kommun",
    "Interpellation till kommunstyrelsens ordförande\n2016-05-03\nHur går det med badhuset?",
    "MEDBORGARFÖRSLAG\n2014-09-01\nJag föreslår att en lekplats byggs.",
    "*Riktlinjer för stöd\nAntagna av socialnämnden 2012-03-04",
    "Trafikverket|REMISS\nÄrendenummer TRV 2020/55\nGranby kommun\n*Nationell plan",
    "*Årsredovisning 2019\nGranby Energi AB",
    "HYRESAVTAL\nHyresvärd: Ekås Fastigheter AB\nHyresgäst: Granby kommun",
    "Hej!\nVi i föreningen skulle vilja ha en ny bana.\nMed vänlig hälsning",
    "*Detaljplan för Spiran 4\nPlanbeskrivning",
]


def page(top: str) -> Page:
    """A page that begins with these rows and goes on in prose."""
    sheet, y = Sheet().put(540, 30, "1 (1)", 9, right=True), 50.0
    for row in top.split("\n"):
        columns = row.lstrip("*").split("|") if " | " not in row else [row]
        for n, text in enumerate(columns):
            sheet.put(60 + 170 * n, y, text, 17 if row.startswith("*") else 10)
        y += 26 if row.startswith("*") else 18
    y += 10
    while y < 600:
        y = sheet.text(71, y, PROSE, size=11) + 10
    return sheet.page()


def kind_of_second(top: str) -> PacketKind:
    """What it is behind a memo and between other papers."""
    looks = [look_at(page(t)) for t in (MEMOS[0], top, "Bilaga 1\n*Karta över området")]
    packets = packets_of(looks)
    return next(p.kind for p in packets if p.first <= 1 <= p.last)


@pytest.mark.parametrize("top", MEMOS)
def test_memo(top: str) -> None:
    assert kind_of_second(top) is PacketKind.MEMO


@pytest.mark.parametrize("top", ATTACHED)
def test_attached(top: str) -> None:
    assert kind_of_second(top) is PacketKind.OTHER
