"""§ in old OCR text: a table's digit read as the sign, and a page's head that a page's last line ran into."""

import pytest

from pipeline.extract.pipeline import find_facts
from pipeline.memo.build import find_memos
from tests.memo.typeset import plain

HEAD = (
    "LILLABY KOMMUN {kind} 1 (2)\n{body} 1998-04-20\n\n{first}Bidrag till samlingslokaler\n\nBakgrund\n"
    "Avgifterna har inte ändrats sedan 1995. Kostnaderna har under samma tid ökat med 12 procent.\n\n"
)
MEMO = HEAD.format(kind="TJÄNSTESKRIVELSE", body="Socialförvaltningen", first="Socialnämnden\n\n")
MINUTES = HEAD.format(kind="PROTOKOLLSUTDRAG", body="Socialnämnden", first="§ 41 ")


def paragraphs(text: str) -> list[str]:
    """The §§ that the text's memo points to."""
    (memo,) = find_memos([plain(text)])
    return [r.text for r in find_facts(memo).references if r.kind == "paragraph"]


@pytest.mark.parametrize("name", ["Tranby kommun §319", "Tranby §319", "Tranby § 319", "Norra Tranby §31"])
def test_a_digit_of_a_table_is_no_paragraph(name: str) -> None:
    table = f"Kommun Folkmängd Andel\nHults kommun 41 893 13,0\n{name} 25 557 8,0\nEkeby 25 557 8,0\nSumma 71 357 9,1\n"
    assert paragraphs(MEMO + table) == []


@pytest.mark.parametrize(
    "line",
    [
        "Kommunfullmäktige § 112 1997 12 procent.",
        "Nämnden beslutade den 4 mars 1997, § 112, att höja avgiften.",
        "Socialnämnden antog 1997-03-04 § 112 nya avgifter.",
        "Arbetsutskottet § 112 tillstyrkte förslaget.",
        "Fullmäktiges beslut § 112 upphävs.",
        "Avgifterna antogs genom KF § 112.",
    ],
)
def test_a_decision_s_paragraph_is_one(line: str) -> None:
    assert paragraphs(MEMO + line + "\n") == ["§ 112"]


@pytest.mark.parametrize("head", ["Forts § 41", "forts. § 41", "Fortsättning § 41"])
def test_a_page_s_head_that_a_line_ran_into_is_none(head: str) -> None:
    text = f"Nils Ek (M) yrkar bifall till arbetsutskottets\nförslag. -\n{head}\nsom det är skrivet.\n"
    assert "§ 41" not in paragraphs(MINUTES + text)
