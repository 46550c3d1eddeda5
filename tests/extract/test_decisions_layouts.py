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
