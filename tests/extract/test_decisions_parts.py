"""One memo with its proposal set in many ways: run-in headings, margins read with the text, marks and feet lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.run import memos_of, read_pages

FRONT = """\
LERBY KOMMUN                         TJÄNSTESKRIVELSE          1 (2)
Socialförvaltningen                  2009-11-12
Handläggare: Karin Holm              Dnr SN 2009/123

                                     Socialnämnden


Avtal om drift av särskilt boende

Ärendet

Kommunen har sedan flera år ett avtal om drift av tjugo platser i särskilt
boende. Avtalet löper ut vid årsskiftet och förvaltningen har därför tagit
fram ett förslag till ny ordning. Kostnaden ryms inom nämndens ram.


"""
BACK = """\


Socialförvaltningen


Karin Holm
Socialchef

Beslutet skickas till
Ekonomikontoret
"""

Case = tuple[str, str, list[str]]
# what an OCR that knows no Swedish makes of å, ä and ö
_LOST = str.maketrans({"å": "a", "ä": "a", "ö": "é", "Å": "A", "Ä": "A", "Ö": "O"})


def _cases() -> Iterator[Case]:
    """name, text and points of each part in decisions_parts.txt."""
    whole = (Path(__file__).parent / "decisions_parts.txt").read_text(encoding="utf-8")
    for part in whole.split("\n=== ")[1:]:
        name, _, rest = part.partition("\n")
        text, _, told = rest.partition("\n--- proposal\n")
        yield name, text, told.strip().split("\n")


CASES = list(_cases())


def found(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "memo.txt"
    file.write_text(text, encoding="utf-8")
    rows = [row for memo, _ in memos_of(read_pages(file), "0" * 64) for row in memo.decisions]
    return [f"{row.body} | {row.text}" for row in rows if row.kind == "proposal"]


@pytest.mark.parametrize(("name", "text", "points"), CASES, ids=[case[0] for case in CASES])
def test_part(tmp_path: Path, name: str, text: str, points: list[str]) -> None:
    assert found(tmp_path, FRONT + text + BACK) == points


@pytest.mark.parametrize(("name", "text", "points"), CASES, ids=[case[0] for case in CASES])
def test_lost_letters(tmp_path: Path, name: str, text: str, points: list[str]) -> None:
    assert found(tmp_path, (FRONT + text + BACK).translate(_LOST)) == points
