"""Lists of papers in old OCR texts: headings beside their entries, lost, or read with a speck."""

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
    ],
)
def test_papers(tmp_path: Path, tail: str, papers: list[tuple[str, str]]) -> None:
    file = tmp_path / "memo.txt"
    file.write_text(FRONT + tail, encoding="utf-8")
    rows = [row for memo, _ in memos_of(read_pages(file), "0" * 64) for row in memo.references]
    assert [(row.kind, row.text) for row in rows if row.kind in ("attachment", "document")] == papers
