"""Roles of dates: a table of sentences, and memos made by hand."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import dates
from pipeline.extract.facts import DateFact, Facts, Field, Head, ReferenceFact
from pipeline.extract.pipeline import build
from pipeline.memo.memo import Block, BlockKind, Cell, Memo, Section, SectionKind, Table

HERE = Path(__file__).parent
OWN = "2019-08-19"
B, S = BlockKind, SectionKind


def memo_of(parts: Sequence[tuple[SectionKind, BlockKind, str]], tables: tuple[Table, ...] = ()) -> Memo:
    """A memo whose every part is a block and a section of its own."""
    blocks, sections, text = [], [], ""
    for section, block, content in parts:
        text += "\n\n" if text else ""
        start = len(text)
        text += content
        blocks.append(Block(block, start, len(text), 1))
        sections.append(Section(section, start, len(text) + 2, start))
    return Memo(1, 1, text, (), (-1,) * len(text), tuple(blocks), tuple(sections), tables)


def found(memo: Memo, head: Head | None = None, references: Sequence[ReferenceFact] = ()) -> list[DateFact]:
    doc = build().make_doc(memo.text)
    doc._.memo = memo
    doc._.facts = Facts(head=head or Head(), references=list(references))
    facts: Facts = dates.find_dates(doc)._.facts
    return facts.dates


def own_head(kind: str = "memo") -> Head:
    return Head(document_type="minutes" if kind == "minutes" else "memo", date=Field(OWN))


def sentences() -> list[tuple[str, str]]:
    lines = (HERE / "dates_roles.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("=>") for line in lines if "⟧" in line and not line.startswith("#"))
    return [(sentence.strip(), role.strip()) for sentence, role in rows]


def test_the_table_is_large() -> None:
    assert len(sentences()) >= 120


@pytest.mark.parametrize(("sentence", "role"), sentences())
def test_role(sentence: str, role: str) -> None:
    start, end = sentence.index("⟦"), sentence.index("⟧") - 1
    memo = memo_of([(S.BODY, B.PARAGRAPH, sentence.replace("⟦", "").replace("⟧", ""))])
    touching = [d for d in found(memo, own_head()) if d.start < end and start < d.end]
    assert [d.role for d in touching] == [role]


def test_the_table_of_matters_comes_out() -> None:
    """Sentences of all kinds of matters. The weights were fitted with them, too: nearly all must come out."""
    with (HERE / "data/date_roles.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    wrong = []
    for row in rows:
        start = row["sentence"].index(row["expression"])
        end = start + len(row["expression"])
        dated = re.search(r"\d{4}|-\d\d$|^\d{6}$", row["expression"]) is not None
        memo = memo_of([(S.BODY, B.PARAGRAPH, row["sentence"])])
        told = [d.role for d in found(memo, Head() if dated else own_head()) if d.start < end and start < d.end]
        if told != [row["role"]]:
            wrong.append((row["sentence"], row["expression"], row["role"], told))
    assert len(rows) >= 500
    assert len(wrong) <= 0.05 * len(rows), wrong


@pytest.mark.parametrize(
    ("section", "line", "roles"),
    [
        (S.LETTERHEAD, "Datum 2019-08-19", ["document"]),
        (S.LETTERHEAD, "2019-08-19\nErt datum 2019-07-02", ["document", "reference"]),
        (S.LETTERHEAD, "2019-08-19\nEr skrivelse 2019-07-02", ["document", "reference"]),
        (S.BODY, "Sedan den 1 juni 2019 gäller nya tider", ["effective_from"]),
        (S.BODY, "Avtalet gäller till och med årsskiftet 2019/2020", ["effective_to"]),
        (S.LETTERHEAD, "2019-08-19\nSammanträde 2019-09-18", ["document", "meeting"]),
        (S.LETTERHEAD, "2019-08-19\nINKOM 2019-08-21", ["document", "event"]),
        (S.STAMP, "KIRUNA KOMMUN\nINKOM 2019-09-04", ["event"]),
        (S.SIGNATURES, "Falun 2019-08-20", ["event"]),
        (S.PLANNING, "Kulturnämnden 2019-12-13", ["meeting"]),
        (S.PLANNING, "Arbetsutskottet den 29 november", ["meeting"]),
        (S.DOCUMENTS, "Beslutsförslag 2019-08-19", ["reference"]),
        (S.DOCUMENTS, "Protokollsutdrag KF 2018-11-27 § 190", ["reference"]),
        (S.ATTACHMENTS, "Motion av Axel Brand (V), 2019-05-07", ["reference"]),
        (S.ATTACHMENTS, "Resanderäkning 2018", ["period"]),
        (S.TITLE, "Månadsuppföljning per 2019-07-31", ["other"]),
        (S.TITLE, "Fördjupad månadsuppföljning 2019", ["period"]),
        (S.FURNITURE, "Region Skåne 2019-08-19", []),
    ],
)
def test_role_by_section(section: SectionKind, line: str, roles: list[str]) -> None:
    memo = memo_of([(section, B.LINES, line)])
    assert [d.role for d in found(memo, own_head())] == roles


def test_the_own_date_of_minutes_is_a_meeting() -> None:
    memo = memo_of([(S.LETTERHEAD, B.LINES, f"Tekniska nämnden\nProtokoll\n{OWN}")])
    assert [d.role for d in found(memo, own_head("minutes"))] == ["meeting"]


def test_without_a_date_in_the_head_the_letterheads_first_day_is_the_anchor() -> None:
    memo = memo_of([(S.LETTERHEAD, B.LINES, OWN), (S.BODY, B.PARAGRAPH, "Svar ska lämnas senast den 13 september.")])
    assert [(d.date_from, d.role, d.inferred) for d in found(memo)] == [
        (date(2019, 8, 19), "document", False),
        (date(2019, 9, 13), "deadline", True),
    ]


def test_numbers_that_other_components_claimed_are_no_dates() -> None:
    memo = memo_of([(S.BODY, B.PARAGRAPH, "Ärendet har nummer 2019-05-12 hos länsstyrelsen.")])
    assert len(found(memo, own_head())) == 1
    claimed = ReferenceFact(19, 29, "diarienummer", "2019-05-12")
    assert found(memo, own_head(), [claimed]) == []


def test_a_match_never_crosses_a_block() -> None:
    memo = memo_of([(S.BODY, B.PARAGRAPH, "Lokalen har hus 12"), (S.BODY, B.PARAGRAPH, "maj 2019 var torr.")])
    assert [d.text for d in found(memo, own_head())] == ["maj 2019"]


def test_figures_in_a_table_are_no_years_but_its_headings_are() -> None:
    row = "Tkr\t2018\t2019"
    figures = "Skolor\t1998\t2012"
    memo = memo_of([(S.BODY, B.ROW, row), (S.BODY, B.ROW, figures)])
    base = len(row) + 2
    cells = (
        Cell(0, 3, 0, 0, "", "Tkr"),
        Cell(4, 8, 0, 1, "", "Tkr"),
        Cell(9, 13, 0, 2, "", "Tkr"),
        Cell(base, base + 6, 1, 0, "Tkr", "Skolor"),
        Cell(base + 7, base + 11, 1, 1, "2018", "Skolor"),
        Cell(base + 12, base + 16, 1, 2, "2019", "Skolor"),
    )
    memo = memo_of([(S.BODY, B.ROW, row), (S.BODY, B.ROW, figures)], (Table(0, len(memo.text), "", cells),))
    assert [(d.text, d.role) for d in found(memo, own_head())] == [("2018", "period"), ("2019", "period")]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Arbetsutskott", "meeting"),
        ("Direktion", "meeting"),
        ("Kommunstyrelsen", "meeting"),
        ("KS", "meeting"),
        ("Sammanträdesdag", "meeting"),
        ("Sista dag för handlingar", "deadline"),
        ("Klart senast", "deadline"),
        ("Gäller från", "effective_from"),
        ("Gäller t.o.m.", "effective_to"),
        ("Antagen", "decision"),
        ("Inkom", "event"),
        ("Anmärkning", "event"),
    ],
)
def test_a_columns_heading_tells_what_its_days_are_for(header: str, role: str) -> None:
    row, days = f"Ärende\t{header}", "Plan\t7 februari 2020"
    base = len(row) + 2
    cells = (
        Cell(0, 6, 0, 0, "", "Ärende"),
        Cell(7, len(row), 0, 1, "", "Ärende"),
        Cell(base, base + 4, 1, 0, "Ärende", "Plan"),
        Cell(base + 5, base + len(days), 1, 1, header, "Plan"),
    )
    text = len(row) + 2 + len(days)
    memo = memo_of([(S.BODY, B.ROW, row), (S.BODY, B.ROW, days)], (Table(0, text, "", cells),))
    assert [d.role for d in found(memo, own_head())] == [role]


@pytest.mark.parametrize(
    ("above", "role"),
    [("Delegationsbeslut hösten 2019", "decision"), ("Beslut fattade på delegation", "decision")],
)
def test_the_days_of_a_list_of_delegated_decisions(above: str, role: str) -> None:
    row, days = "Datum\tBeslut", "2019-05-03\tRamavtal"
    base = len(row) + 2
    cells = (
        Cell(0, 5, 0, 0, "", "Datum"),
        Cell(6, len(row), 0, 1, "", "Datum"),
        Cell(base, base + 10, 1, 0, "Datum", "2019-05-03"),
        Cell(base + 11, base + len(days), 1, 1, "Beslut", "2019-05-03"),
    )
    text = base + len(days)
    memo = memo_of([(S.BODY, B.ROW, row), (S.BODY, B.ROW, days)], (Table(0, text, above, cells),))
    assert [d.role for d in found(memo, own_head())] == [role]


@pytest.mark.parametrize(
    ("beside", "role"),
    [
        ("Beslut i socialnämnden", "meeting"),
        ("Behandling i kommunstyrelsen", "meeting"),
        ("Kommunfullmäktige", "meeting"),
        ("Beredning i arbetsutskottet", "meeting"),
        ("Sammanträde om budgeten", "meeting"),
        ("Sista dag för synpunkter", "deadline"),
        ("Svaren ska ha kommit in senast", "deadline"),
        ("Anbud ska lämnas", "deadline"),
        ("Taxan börjar gälla", "effective_from"),
        ("Avtalet träder i kraft", "effective_from"),
        ("Mätdag", "event"),
        ("Invigning av hallen", "event"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_what_stands_beside_a_day_in_a_timetable(beside: str, role: str, turned: bool) -> None:
    row, first, second = ("Vad\tNär", beside, "7 februari 2020") if turned else ("När\tVad", "7 februari 2020", beside)
    line, base = f"{first}\t{second}", len(row) + 2
    heads = row.split("\t")
    cells = (
        Cell(0, len(heads[0]), 0, 0, "", heads[0]),
        Cell(len(heads[0]) + 1, len(row), 0, 1, "", heads[0]),
        Cell(base, base + len(first), 1, 0, heads[0], first),
        Cell(base + len(first) + 1, base + len(line), 1, 1, heads[1], first),
    )
    memo = memo_of([(S.BODY, B.ROW, row), (S.BODY, B.ROW, line)], (Table(0, base + len(line), "", cells),))
    roles = [d.role for d in found(memo, own_head())]
    assert roles == [role] or (turned and role == "event")


def test_points_look_forward_and_lists_of_documents_back() -> None:
    memo = memo_of(
        [(S.PROPOSAL, B.ITEM, "att avgiften höjs 1 februari."), (S.DOCUMENTS, B.ITEM, "Ansökan 12 december")]
    )
    assert [d.date_from for d in found(memo, own_head())] == [date(2020, 2, 1), date(2018, 12, 12)]


def test_every_occurrence_has_a_row_and_no_place_has_two() -> None:
    text = "Under 2018 och 2019 ökade kostnaden. Under 2018 var den lägre."
    facts = found(memo_of([(S.BODY, B.PARAGRAPH, text)]), own_head())
    assert [d.text for d in facts] == ["2018", "2019", "2018"]
    assert len({d.start for d in facts}) == 3


@given(st.lists(st.tuples(st.sampled_from(list(S)), st.sampled_from(list(B)), st.text(max_size=60)), max_size=5))
def test_no_memo_makes_it_raise(parts: list[tuple[SectionKind, BlockKind, str]]) -> None:
    memo = memo_of(parts)
    for fact in found(memo, own_head()):
        assert 0 <= fact.start < fact.end <= len(memo.text)
        assert fact.date_from <= fact.date_to
