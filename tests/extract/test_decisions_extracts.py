"""Short memos and extracts of many kinds, printed and as text: which rows are proposed, decided and told of earlier."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.run import extract, memos_of, read_pages
from pipeline.tables import DecisionRow
from tests.memo.typeset import Sheet

# what stands at the head: left and right
HEADS = {
    "memo": (["Storåns kommun", "Socialförvaltningen"], ["TJÄNSTESKRIVELSE", "2014-05-20", "Dnr SN 2014/123"]),
    "ksmemo": (["Storåns kommun", "Kommunledningskontoret"], ["TJÄNSTESKRIVELSE", "2014-05-20", "Dnr KS 2014/123"]),
    "minutes": (["Storåns kommun", "Kommunstyrelsen"], ["SAMMANTRÄDESPROTOKOLL", "2014-05-20"]),
    "kf": (["Storåns kommun", "Kommunfullmäktige"], ["SAMMANTRÄDESPROTOKOLL", "2014-05-20"]),
    "sn": (["Storåns kommun", "Socialnämnden"], ["PROTOKOLLSUTDRAG", "2014-05-20"]),
    "none": ([], []),
}
ADDRESSEES = {"memo": "Socialnämnden", "ksmemo": "Kommunstyrelsen"}
Case = tuple[str, str, list[str], list[str]]


def _cases() -> Iterator[Case]:
    """name, head, lines and rows of each in decisions_extracts.txt."""
    whole = (Path(__file__).parent / "decisions_extracts.txt").read_text(encoding="utf-8")
    for part in whole.split("\n=== ")[1:]:
        first, _, rest = part.partition("\n")
        name, _, head = first.partition(" | ")
        body, _, told = rest.partition("\n---\n")
        yield name, head, body.split("\n"), [row for row in told.split("\n") if row and not row.startswith("# ")]


CASES = list(_cases())
NAMES = [case[0] for case in CASES]


def printed(head: str, lines: Sequence[str]) -> Sheet:
    sheet = Sheet()
    left, right = HEADS[head]
    sheet.lines(71, 60, left)
    sheet.lines(320, 60, right)
    if head in ADDRESSEES:
        sheet.put(320, 110, ADDRESSEES[head])
    y = 150.0 if head in ADDRESSEES else 130.0 if left else 60.0
    for line in lines:
        if line.startswith("# "):
            sheet.put(71, y, line[2:], 12, bold=True)
            y += 18
        elif line.startswith(("- ", "• ", "– ")) or (line[:3].rstrip(" ").endswith(".") and line[0].isdigit()):
            y = sheet.text(85, y, line, hang=14) + 3
        else:
            y = sheet.text(71, y, line) + 8
    return sheet


def as_text(head: str, lines: Sequence[str]) -> str:
    left, right = HEADS[head]
    above = [f"{a:<40}{b}".rstrip() for a, b in zip([*left, ""], right, strict=False)]
    if head in ADDRESSEES:
        above += ["", f"{'':<40}{ADDRESSEES[head]}"]
    parts = ["\n".join(above)] if above else []
    for line in lines:
        indent = "   " if line.startswith(("- ", "• ", "– ")) or line[0].isdigit() else ""
        parts.append(textwrap.fill(line.removeprefix("# "), 74, subsequent_indent=indent))
    return "\n\n".join(parts) + "\n"


def told(row: DecisionRow) -> str:
    if row.kind == "earlier":
        return " ".join(
            part for part in ("e:", row.body, row.date, f"§{row.paragraph}" if row.paragraph else "") if part
        )
    whose = row.body if row.kind == "proposal" else row.proposed_to or ""
    number = f"{row.number}. " if row.number else ""
    return f"{row.kind[0]}: {whose} | {number}{row.text}".replace(":  |", ": |")


def points_first(rows: Iterable[str]) -> list[str]:
    return sorted(rows, key=lambda row: row.startswith("e:"))


@pytest.mark.parametrize(("name", "head", "lines", "rows"), CASES, ids=NAMES)
def test_printed(name: str, head: str, lines: list[str], rows: list[str]) -> None:
    found = extract([printed(head, lines).page()], "0" * 16)
    assert points_first(told(row) for each in found for row in each.decisions) == points_first(rows)


@pytest.mark.parametrize(("name", "head", "lines", "rows"), CASES, ids=NAMES)
def test_as_text(tmp_path: Path, name: str, head: str, lines: list[str], rows: list[str]) -> None:
    file = tmp_path / "memo.txt"
    file.write_text(as_text(head, lines), encoding="utf-8")
    found = memos_of(read_pages(file), "0" * 64)
    assert points_first(told(row) for each, _ in found for row in each.decisions) == points_first(rows)
