"""Heads of many styles, and no head at all."""

import pytest

from pipeline.extract.facts import Field
from pipeline.extract.head import _with_marks, read_head
from tests.extract.heads import BODY, HEADS
from tests.extract.heads_hard import HARD
from tests.extract.heads_styles import STYLES
from tests.extract.marked import memo_of

FIELDS = ("municipality", "administration", "addressee", "title", "diarienummer", "date", "author")


def text(field: Field | None) -> str | None:
    return field.value if field else None


@pytest.mark.parametrize(
    ("marked", "expected"), HEADS + HARD + STYLES, ids=[e["title"][:30] for _, e in HEADS + HARD + STYLES]
)
def test_heads(marked: str, expected: dict[str, str]) -> None:
    head = read_head(memo_of(marked + ("" if "== body" in marked or "== decision" in marked else BODY)))
    found = {name: text(getattr(head, name)) for name in FIELDS}
    wanted = {name: expected.get("number" if name == "diarienummer" else name) for name in FIELDS}
    assert found == wanted
    assert head.municipality_code == expected.get("code")
    assert head.document_type == expected.get("kind", "memo")


@pytest.mark.parametrize(
    ("number", "body", "marked"),
    [
        ("AN 2025/00214", "Äldrenämnden", "ÄN 2025/00214"),
        ("ON 2025/1", "Överförmyndarnämnden", "ÖN 2025/1"),
        ("ON 2025/1", "Omsorgsnämnden", "ON 2025/1"),
        ("KS 2020/1", "Kommunstyrelsen", "KS 2020/1"),
        ("2020/1", "Äldrenämnden", "2020/1"),
    ],
)
def test_a_number_that_lost_its_marks_has_its_bodys(number: str, body: str, marked: str) -> None:
    assert _with_marks(number, body) == marked
