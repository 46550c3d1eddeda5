"""Whole memos and minutes in many houses' layouts: every point is found, word by word, with the body that decides."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.run import memos_of, read_pages

Case = tuple[str, str, str, list[str]]


def _cases() -> Iterator[Case]:
    """name, text, kind and points of each memo in decisions_layouts.txt."""
    whole = (Path(__file__).parent / "decisions_layouts.txt").read_text(encoding="utf-8")
    for part in whole.split("\n=== ")[1:]:
        name, _, rest = part.partition("\n")
        text, _, told = rest.partition("\n--- ")
        kind, *points = told.strip().split("\n")
        yield name, text + "\n", kind, points


CASES = list(_cases())


def found(tmp_path: Path, text: str, kind: str) -> list[str]:
    file = tmp_path / "memo.txt"
    file.write_text(text, encoding="utf-8")
    rows = [row for memo, _ in memos_of(read_pages(file), "0" * 64) for row in memo.decisions]
    return [f"{row.body} | {row.text}" for row in rows if row.kind == kind]


@pytest.mark.parametrize(("name", "text", "kind", "points"), CASES, ids=[case[0] for case in CASES])
def test_layout(tmp_path: Path, name: str, text: str, kind: str, points: list[str]) -> None:
    assert found(tmp_path, text, kind) == points


# what an OCR that knows no Swedish makes of å, ä and ö
_LOST = str.maketrans({"å": "a", "ä": "a", "ö": "é", "Å": "A", "Ä": "A", "Ö": "O"})


@pytest.mark.parametrize(("name", "text", "kind", "points"), CASES, ids=[case[0] for case in CASES])
def test_lost_letters_cost_no_point(tmp_path: Path, name: str, text: str, kind: str, points: list[str]) -> None:
    assert len(found(tmp_path, text.translate(_LOST), kind)) == len(points)


# ruff: noqa: E501 - a case is one line
# the lead-ins of two bodies' points that are counted through, behind a heading that its first line runs on from
RUN_IN = [
    ("Arbetsutskottet föreslår kommunstyrelsen besluta", "Arbetsutskottet föreslår kommunstyrelsen föreslå kommunfullmäktige besluta"),
    ("Kontoret föreslår kommunstyrelsen besluta", "Kontoret föreslår kommunstyrelsen föreslå kommunfullmäktige besluta"),
    ("Förvaltningen föreslår kommunstyrelsen besluta", "Kommunstyrelsen föreslår kommunfullmäktige besluta"),
    ("Kontoret föreslår att kommunstyrelsen beslutar", "samt föreslår kommunfullmäktige besluta"),
    ("Kansliet föreslår kommunstyrelsen besluta", "Kansliet föreslår kommunstyrelsen hemställa att kommunfullmäktige beslutar"),
    ("Utskottet föreslår kommunstyrelsen besluta", "Utskottet föreslår vidare att kommunfullmäktige beslutar"),
]  # fmt: skip


@pytest.mark.parametrize("dirt", ["", "_ "])
@pytest.mark.parametrize(("own", "others"), RUN_IN)
def test_another_bodys_points_counted_on_behind_a_run_in_heading(
    tmp_path: Path, own: str, others: str, dirt: str
) -> None:
    text = (
        "EKBY KOMMUN  TJÄNSTESKRIVELSE 1 (1)\nNäringslivskontoret  2003-04-10\nDnr 2003/112\n\nKommunstyrelsen\n\n"
        "Driftbidrag till flygplatsen\n\nBakgrund\nFlyget är avgörande för företagen på orten. Bidraget bedöms förenligt\n"
        "med lagen, och bolagets ordförande har ingen erinran mot förslaget.\n\n"
        f"Förslag till beslut {own}\n1. {dirt}att från kontot för näringslivsåtgärder anvisa högst 180 000 kronor till\n"
        "projektering,\n2. att uppdra åt kommunchefen att teckna avtal för tiden 26 oktober 2003–\n25 oktober 2005.\n"
        f"{others}\n3. {dirt}att fastställa driftbidraget till Ekby Flygplats AB för år 2003 till\n950 000 kr,\n"
        "4. att anslå 350 000 kr ur rörelsekapitalet.\nFör näringslivskontoret\nNils Ek\nNäringslivssekreterare\n"
    )
    bodies = [row.partition(" | ")[0] for row in found(tmp_path, text, "proposal")]
    assert bodies == ["Kommunstyrelsen", "Kommunstyrelsen", "Kommunfullmäktige", "Kommunfullmäktige"]
