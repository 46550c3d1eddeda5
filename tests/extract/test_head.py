"""Heads of many styles, and no head at all."""

from pathlib import Path

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
        ("An 2009-0112", "Äldrenämnden", "Än 2009-0112"),
        ("AON 2021/0096-042", "Äldre- och omsorgsnämnden", "ÄON 2021/0096-042"),
        ("OFN 2019/4", "Överförmyndarnämnden", "ÖFN 2019/4"),
        ("KS 2019/4", "Överförmyndarnämnden", "KS 2019/4"),
        ("BON 2019/4", "Barn- och omsorgsnämnden", "BON 2019/4"),
        ("ON 2025/1", "Överförmyndarnämnden", "ÖN 2025/1"),
        ("ON 2025/1", "Omsorgsnämnden", "ON 2025/1"),
        ("KS 2020/1", "Kommunstyrelsen", "KS 2020/1"),
        ("2020/1", "Äldrenämnden", "2020/1"),
    ],
)
def test_a_number_that_lost_its_marks_has_its_bodys(number: str, body: str, marked: str) -> None:
    assert _with_marks(number, body) == marked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Handla\n\nMjölk\nBröd\n2 kg potatis\n", "other"),
        ("Hej Anna!\n\nTack för senast. Vi ses på torsdag.\n/Bo\n", "other"),
        ("Sommaren är kort. Det mesta regnar bort.\n", "other"),
        ("Till socialnämnden\n\nVi behöver fler platser till hösten.\n", "memo"),
        ("Dnr 2011/17\n\nGångvägen vid sjön är trasig.\n", "memo"),
        ("Socialforvaltningen\n\nPlatserna racker inte.\n", "memo"),
        ("Svar på remiss\n\nVi har inget att invända.\n", "memo"),
    ],
)
def test_what_names_no_office_is_no_memo(tmp_path: Path, text: str, kind: str) -> None:
    from pipeline.run import extract, read_pages

    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    assert [rows.document.document_type for rows in extract(read_pages(file))] == [kind]
