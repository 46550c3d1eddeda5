"""Lists of papers in old OCR texts: headings beside their entries, lost, or read with a speck; statutes."""

# ruff: noqa: E501
from pathlib import Path

import pytest

from pipeline.run import memos_of, read_pages

FRONT = """\
VANNAS KOMMUN
Socialkontoret
Karin Holm 1996-05-13

Socialnamnden

Andrade avgifter inom hemtjansten

Bakgrund

Fragan har vackts av flera foreningar under det senaste aret. Nu gallande
regler ar fran 1996 och bor ses over. Avgifterna har inte andrats sedan dess.

Forslag till beslut

Socialkontoret foreslar socialnamnden besluta

att anta reglerna.

"""
NAMES = """\
SOCIALKONTORET

Karin Holm
Socialchef

"""
AVTAL, KARTA, BREV = (
    ("attachment", "Hyresavtal med karta"),
    ("attachment", "Karta"),
    ("attachment", "Brev från Ydre Vårdförening"),
)


@pytest.mark.parametrize(
    ("tail", "papers"),
    [
        (NAMES + "Bilagor:\n\nHyresavtal med karta\n\nBrev fran Ydre Vardforening\n", [AVTAL, BREV]),
        (NAMES + "Hyresavtal med karta\nBrev fran Ydre Vardforening\n\nSands till\n\nEkonomikontoret\n", [AVTAL, BREV]),
        (NAMES + "Expedieras till\n\nEkonomikontoret\nTekniska kontoret\n", []),
        (
            "Handlingar Tjansteskrivelse daterad den 27 februari 1996\n\nSamradsredogorelse\n\n"
            "Beslut till Rosengarden AB, ekonomikontoret\n\n" + NAMES,
            [("document", "Tjänsteskrivelse daterad den 27 februari 1996"), ("document", "Samrådsredogörelse")],
        ),
        (
            NAMES
            + "Beslutsunderlag\n\nTjansteskrivelse 1996-05-13\n\nBeslutet delges = Tekniska kontoret\nYdre kommun\n",
            [("document", "Tjänsteskrivelse 1996-05-13")],
        ),
        (
            NAMES + 'Bilagor\n\n_« Hyresavtal med karta\nKostnadskalkyl 1996-04-02"\n',
            [AVTAL, ("attachment", "Kostnadskalkyl 1996-04-02")],
        ),
        (NAMES + "Bilaga\n\nHyresavtal med karta é\n", [AVTAL]),
        (NAMES + "1. Hyresavtal med karta\n2. Karta\n", [AVTAL, KARTA]),
        (NAMES + "Gor\n\n1. Hyresavtal med karta\n", [AVTAL]),
        (NAMES + "Gor\n\n1. Hyresavtalet sags upp.\n2. Kartan godkanns.\n", []),
        (NAMES + "1. Ekonomikontoret\n2. Tekniska kontoret\n", []),
        (NAMES + "Beslutet skickas till\n\nEva Ek\n\nMarkanalys i Ydre AB\nKommunfullmaktige\n", []),
        (NAMES + "Beslutet skickas till\n\nEva Ek\n\nKartor i Ydre HB\nTekniska namnden\n", []),
        (NAMES + "Gor\n\n1. Hyresavtal med karta\n2. Karta\n\nDelges\n\nEkonomikontoret\n", [AVTAL, KARTA]),
    ],
)
def test_papers(tmp_path: Path, tail: str, papers: list[tuple[str, str]]) -> None:
    file = tmp_path / "memo.txt"
    file.write_text(FRONT + tail, encoding="utf-8")
    rows = [row for memo, _ in memos_of(read_pages(file), "0" * 64) for row in memo.references]
    assert [(row.kind, row.text) for row in rows if row.kind in ("attachment", "document")] == papers


@pytest.mark.parametrize(
    ("read", "laws"),
    [
        ("Enligt 5 kap. 18 lagen (1997:614) om kommunal redovisning galler", ["5 kap. 1 § lagen (1997:614) om kommunal redovisning"]),
        ("Enligt 2 kap. 78 kommunallagen (2017:725) galler", ["2 kap. 7 § kommunallagen (2017:725)"]),
        ("Enligt 8 kap 128 alkohollagen (2010:1622) galler", ["8 kap 12 § alkohollagen (2010:1622)"]),
        ("Enligt 8 kap. 2S alkohollagen (2010:1622) galler", ["8 kap. 2 § alkohollagen (2010:1622)"]),
        ("Det ar enligt 12 8 forordningen (1998:899) forbjudet", ["12 § förordningen (1998:899)"]),
        ("Det ar enligt 9 8 lagen (1998:1) forbjudet", ["9 § lagen (1998:1)"]),
        ("Det ar enligt 19 b 8 tobakslagen (1993:581) forbjudet", ["19 b § tobakslagen (1993:581)"]),
        ("Enligt 3 kap. 18 § kommunallagen (1991:900) galler", ["3 kap. 18 § kommunallagen (1991:900)"]),
        ("Enligt 8 § lagen (1998:1) galler", ["8 § lagen (1998:1)"]),
        ("Vid 12 8 galler det", []),
        ("Det tog 18 lagen av farg", []),
        ("Lag 18 spelade mot lag 8", []),
    ],
)  # fmt: skip
def test_the_sign_of_a_section_read_as_a_digit(tmp_path: Path, read: str, laws: list[str]) -> None:
    file = tmp_path / "memo.txt"
    file.write_text(FRONT.replace("Fragan har vackts", f"{read} for alla.\nFragan har vackts"), encoding="utf-8")
    rows = [row for memo, _ in memos_of(read_pages(file), "0" * 64) for row in memo.references]
    assert [row.text for row in rows if row.kind == "law"] == laws
