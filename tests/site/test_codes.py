"""What the codes of the tables are called in the docs is what the site calls them."""

import re
from pathlib import Path

import pytest

from pipeline.site import review_cards, texts
from pipeline.tables import VOCABULARIES

CODES = (Path(__file__).parent.parent.parent / "docs" / "koder.md").read_text(encoding="utf-8")
SECTIONS = {
    "decisions.kind": "kind", "decisions.action": "action", "dates.role": "date_role", "amounts.role": "amount_role",
    "parties.role": "party_role", "parties.type": "party_type", "references.kind": "reference_kind",
}  # fmt: skip


def told(heading: str) -> dict[str, str]:
    part = CODES.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| (\w+) \| ([^|]+) \| [^|]+ \|$", part, re.MULTILINE)[1:])


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_code_has_the_sites_word(heading: str) -> None:
    table, column = heading.split(".")
    section = SECTIONS[heading]
    say = review_cards.sayer("sv") if section == "party_type" else texts.sayer("sv")
    assert told(heading) == {code: say(f"{section}.{code}") for code in VOCABULARIES[table, column]}


def test_every_code_of_documents_has_the_sites_word() -> None:
    say = texts.sayer("sv")
    expected = {code: say(f"type.{code}") for code in VOCABULARIES["documents", "document_type"]}
    expected |= {code: say(f"source.{code}") for code in VOCABULARIES["documents", "text_source"]}
    assert told("documents") == expected
