"""Lists of points as old OCR texts have them: numbers that stand alone or without their sign, specks, a page's foot."""

from pathlib import Path

import pytest

from pipeline.extract.pipeline import find_facts
from pipeline.memo.build import find_memos
from pipeline.run import read_pages

MEMO = """\
Ekby kommun TJÄNSTESKRIVELSE
Kommunledningskontoret 2015-05-06
Dnr KS 2015/123

Kommunstyrelsen

Ny taxa för renhållningen

Förslag till beslut

@

Ärendet

Taxan har inte höjts sedan år 2009. Kostnaderna har under samma tid ökat med
nästan 20 procent, främst för insamling av hushållsavfall.

Anna Lind
Förvaltningschef
"""
CASES = (Path(__file__).parent / "data/old_lists.txt").read_text(encoding="utf-8").split("===\n")[1:]


@pytest.mark.parametrize("number", range(len(CASES)))
def test_points(tmp_path: Path, number: int) -> None:
    """body action number | text of each point; ^ stands for a page's end."""
    points, _, wanted = CASES[number].partition("\n=>\n")
    file = tmp_path / "memo.txt"
    file.write_text(MEMO.replace("@", points.replace("^", "\f")), encoding="utf-8")
    found = find_facts(find_memos(read_pages(file))[0]).decisions
    told = [f"{d.body} {d.action} {d.number or '-'} | {d.text}" for d in found if d.kind == "proposal"]
    assert told == wanted.strip().split("\n")
