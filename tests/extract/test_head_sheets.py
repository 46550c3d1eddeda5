"""Whole heads and lists, set on a page and as old OCR text whose columns ran together: both give the same."""

import re
from pathlib import Path

import pytest

from pipeline.extract.facts import Field
from pipeline.extract.head import read_head
from pipeline.extract.pipeline import find_facts
from pipeline.extract.rows import rows_of
from pipeline.memo.build import find_memos
from pipeline.memo.memo import Memo
from pipeline.read.page import Page
from tests.memo.typeset import Sheet, plain

DATA = Path(__file__).parent / "data"
NAMES = {
    "mun": "municipality",
    "to": "addressee",
    "t": "title",
    "d": "date",
    "n": "diarienummer",
    "a": "author",
}
COLUMNS = (72, 240, 400, 480)
BODY = """
@Sammanfattning
Kommunen har under året sett över verksamheten och funnit att kostnaderna
har ökat mer än väntat. Ett förslag till åtgärder har därför tagits fram.

@Förslag till beslut
Nämnden godkänner förslaget.

@Bakgrund
Frågan väcktes för två år sedan. Sedan dess har flera möten hållits med de
berörda, och deras synpunkter har arbetats in i det förslag som nu läggs fram
tillsammans med en beräkning av vad åtgärderna kostar och hur de ska betalas
under de närmaste åren. Beräkningen bygger på dagens priser och tar hänsyn
till att behoven väntas öka i samma takt som hittills.
"""


def typeset(lines: list[str]) -> Page:
    sheet, y = Sheet(), 60.0
    for line in lines:
        size = 15 if line.startswith("# ") else 12 if line.startswith("@") else 10.5
        text = re.sub(r"^(?:# |@)", "", line)
        if not text.strip():
            y += 13
            continue
        for x, cell in zip(COLUMNS, text.split("|"), strict=False):
            if cell.strip():
                sheet.put(x, y, cell.strip(), size, bold=size > 11)
        y += 1.3 * size
    return sheet.page()


def old_text(lines: list[str]) -> Page:
    bare = [re.sub(r"^(?:# |@)", "", line) for line in lines]
    return plain("\n".join(" ".join(c.strip() for c in line.split("|") if c.strip()) for line in bare))


def parts_of(name: str) -> list[str]:
    return re.split(r"^=== ?", (DATA / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


def heads() -> list[tuple[dict[str, str], list[str]]]:
    made = []
    for part in parts_of("heads_layouts.txt"):
        told, _, rest = part.partition("\n")
        fields = {k.strip(): v.strip() for k, _, v in (pair.partition("=") for pair in told.split(";"))}
        above, _, below = rest.partition("@@\n")
        made.append((fields, above.strip("\n").split("\n") + BODY.split("\n") + below.split("\n")))
    return made


def memo_of(lines: list[str], old: bool) -> Memo:
    return find_memos([old_text(lines) if old else typeset(lines)])[0]


def shown(field: Field | None) -> str:
    return field.value.casefold() if field else ""


@pytest.mark.parametrize("old", [False, True], ids=["set", "old"])
@pytest.mark.parametrize(("fields", "lines"), heads(), ids=[f["t"][:24] for f, _ in heads()])
def test_heads(fields: dict[str, str], lines: list[str], old: bool) -> None:
    head = read_head(memo_of(lines, old))
    found = {key: shown(getattr(head, NAMES[key])) for key in fields if key in NAMES}
    assert found == {key: fields[key].casefold() for key in found}
    assert head.document_type == fields.get("k", "memo")


HEAD = """
Tranås kommun | TJÄNSTESKRIVELSE | 1 (3)
Kommunledningsförvaltningen | Datum | Diarienr
Ove Lindgren | 2013-04-22 | KS 2013/118

Kommunstyrelsen

# Antagande av ny översiktsplan"""


@pytest.mark.parametrize("old", [False, True], ids=["set", "old"])
@pytest.mark.parametrize("part", parts_of("lists_layouts.txt"))
def test_lists(part: str, old: bool) -> None:
    printed, _, wanted = part.partition("\n--\n")
    memo = memo_of((HEAD + BODY + "\n" + printed.strip("\n")).split("\n"), old)
    rows = rows_of(memo, find_facts(memo), "x", "x").references
    listed = sorted(f"{r.kind[0]}:{r.text}" for r in rows if r.kind in ("attachment", "document"))
    assert listed == sorted(line for line in wanted.split("\n") if line)
