"""Decisions by delegation that a memo accounts for, each in a table's row or on a line of its own."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.actions import fold, main_verb
from pipeline.extract.decisions_bodies import clean_name
from pipeline.extract.decisions_dated import iso
from pipeline.extract.decisions_words import words
from pipeline.extract.facts import DateFact, DecisionFact, Facts
from pipeline.memo.headings import heading_of
from pipeline.memo.memo import Block, BlockKind, Cell, Memo, SectionKind, Table
from pipeline.resources import table
from pipeline.tables import Action

# what heads a list of such decisions, or a table's columns
_HEADS = re.compile(
    r"(?:delegationsbeslut|(?:redovisning|anmalan|forteckning|sammanstallning|lista)\w* (?:av|over) delegations\w*|"
    r"(?:beslut|arenden) (?:som (?:har )?fattats )?(?:pa|enligt|med stod av) delegation\w*)\b[^.:]{0,60}:?$|"
    r"(?:\w+\W+){0,3}datum\W+(?:\w+\W+){0,2}(?:beslut|arende)\W+(?:\w+\W+){0,2}(?:delegat|beslutsfattare)\w*$"
)
_DAY = re.compile(r"^(?:besluts)?dat(?:um|\.)$|^beslutad$|^beslutsdag$")
_WHAT = re.compile(r"^(?:beslut(?:et)?|arende(?:t|mening)?|innehall|atgard|avser|beskrivning|rubrik)\b")
_WHO = re.compile(r"^(?:delegat(?:er|en)?|beslutsfattare|beslutande|beslutat av|fattat av)\b")
# `D 31`, `12.`, `KS 2015/12`: what an entry has before its day
_BEFORE = re.compile(r"(?:^|[\s;:–-])(?:\(?[A-ZÅÄÖ]{0,3}\s?\d{1,4}(?:[./:-]\d{1,4}){0,2}[.):]?\s{1,3})?$")
_LONGEST_BEFORE = 14
MOST = 200  # entries; more is a register and no memo


def find_delegated(memo: Memo, facts: Facts) -> list[DecisionFact]:
    """The decisions, in reading order, with the role of their dates set. Only the day is sure, and who decided where
    a column tells."""
    if "elegat" not in memo.text:
        return []
    days = [d for d in facts.dates if d.precision == "day"]
    found = [fact for each in memo.tables for fact in _in_table(memo, each, days)]
    spans = [(each.start, each.end) for each in memo.tables]
    for blocks in _lists(memo):
        for block in blocks:
            if not any(a < block.end and block.start < b for a, b in spans):
                found += _on_lines(memo, block, days)
    return found[:MOST]


def _in_table(memo: Memo, each: Table, days: Sequence[DateFact]) -> Iterator[DecisionFact]:
    """The rows below the one that heads the columns: day, what was decided, and who did."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in each.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    caption = _HEADS.match(fold(each.caption).strip()) is not None
    columns: tuple[int, int, int | None] | None = None
    for row in rows.values():
        if columns is None:
            columns = _columns(memo, row, caption)
            continue
        day, what = row.get(columns[0]), row.get(columns[1])
        who = row.get(columns[2]) if columns[2] is not None else None
        if day is None or what is None or what.start == what.end:
            continue
        date = next((d for d in days if day.start <= d.start and d.end <= day.end), None)
        if date is not None:
            name = clean_name(words(memo.text, who.start, who.end)) if who is not None and who.start < who.end else None
            text = words(memo.text, what.start, what.end)
            yield _fact(date, what.start, what.end, text, name, 0.75 if columns[2] is not None else 0.6)


def _columns(memo: Memo, row: dict[int, Cell], caption: bool) -> tuple[int, int, int | None] | None:
    """Which columns a row of headings says hold the day, the decision and who took it, None where it is no such row."""
    said = {column: fold(memo.text[c.start : c.end]).strip() for column, c in row.items()}
    day, what, who = (next((n for n, s in said.items() if p.match(s)), None) for p in (_DAY, _WHAT, _WHO))
    if day is None or what is None or (who is None and not caption):
        return None
    return day, what, who


def _lists(memo: Memo) -> Iterator[list[Block]]:
    """The blocks below each line that heads such a list."""
    blocks = [
        b for s in memo.sections_of(SectionKind.BODY, SectionKind.SUMMARY) for b in memo.blocks_in(s.start, s.end)
    ]
    for number, block in enumerate(blocks):
        said = memo.text[block.start : block.end]
        if len(said) > 100 or block.kind is BlockKind.ROW or not _HEADS.match(fold(said).strip()):
            continue
        below: list[Block] = []
        for following in blocks[number + 1 :]:
            told = memo.text[following.start : following.end]
            heads = len(told) < 100 and _HEADS.match(fold(told).strip()) is not None
            if heads or (following.kind is BlockKind.HEADING and heading_of(told) is not None):
                break
            below.append(following)
        yield below


def _on_lines(memo: Memo, block: Block, days: Sequence[DateFact]) -> Iterator[DecisionFact]:
    """The entries of a block that begins with one: a number perhaps, the day, and what was decided."""
    text = memo.text
    begins: list[tuple[int, DateFact]] = []
    for date in days:
        if not (block.start <= date.start and date.end <= block.end):
            continue
        before = _BEFORE.search(text[max(block.start, date.start - _LONGEST_BEFORE) : date.start])
        start = date.start - (len(before.group()) if before else 0)
        if before and (start <= block.start + 2 or (begins and text[start : date.start].strip(" \n;:–-"))):
            begins.append((start, date))
    for number, (_, date) in enumerate(begins):
        end = begins[number + 1][0] if number + 1 < len(begins) else block.end
        said = words(text, date.end, end).strip(" ,:;–-")
        if len(said) > 8 and said[0].isupper():
            yield _fact(date, date.end, end, said, None, 0.5)


def _fact(date: DateFact, start: int, end: int, text: str, body: str | None, confidence: float) -> DecisionFact:
    date.role = "decision"
    return DecisionFact(
        start=min(start, date.start),
        end=max(end, date.end),
        kind="earlier",
        text=text,
        body=body,
        action=_done(text),
        date=iso(date),
        confidence=confidence,
    )


def _done(text: str) -> Action:
    """What was done, from the noun that an entry begins with ("Avslag på …") or from its verb."""
    first = fold(text.split(maxsplit=1)[0]) if text.split() else ""
    for row in table("extract/data/decisions_nouns.csv"):
        if first.startswith(row["noun"]) or (row["compounds"] and first.endswith(row["noun"])):
            return row["action"]  # type: ignore[return-value]
    verb = main_verb(text)
    return verb.action if verb else "other"
