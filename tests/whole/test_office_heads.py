"""The document row of DOCX and ODT memos, by the ways in which templates set their heads."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.extract.pipeline import find_facts
from pipeline.extract.rows import rows_of
from pipeline.memo.build import find_memos
from pipeline.read.files import open_source, read_page
from pipeline.tables import MemoRows
from tests.whole.office_cases import CASES
from tests.whole.office_heads import LIST, Case, H, P, Points, T, write_docx, write_odt

LONG = (
    "Yttrande över remiss av betänkandet En ny lag om torghandel och tillfällig försäljning (SOU 2020:99) samt förslag "
    "till ändring i lokala ordningsföreskrifter för Torsby kommun"
)
MORE = (
    Case(
        "addressee after Till to the right of name and telephone",
        {
            "municipality": "Torsby kommun",
            "administration": "Kommunledningskontoret",
            "addressee": "Kommunstyrelsen",
            "title": "Ny taxa för torghandel",
            "diarienummer": "KS 2021/88",
            "date": "2021-03-22",
            "author": "Vilgot Alsén",
        },
        (
            P("Torsby kommun"),
            P("Kommunledningskontoret"),
            P("2021-03-22\tKS 2021/88"),
            P("Vilgot Alsén\t\tTill"),
            P("0560-160 00\t\tKommunstyrelsen"),
            P("vilgot.alsen@torsby.se"),
            P("Ny taxa för torghandel", bold=True),
        ),
    ),
    Case(
        "table of four columns with empty cells",
        {
            "municipality": "Torsby kommun",
            "administration": "Barn- och utbildningsförvaltningen",
            "addressee": "Barn- och utbildningsnämnden",
            "title": "Ny taxa för torghandel",
            "diarienummer": "BUN 2021/88",
            "date": "2021-03-22",
            "author": "Vilgot Alsén",
        },
        (
            T(
                (
                    ("Torsby kommun", "Tjänsteskrivelse", "", "Sida 1 (2)"),
                    ("Barn- och utbildningsförvaltningen", "Datum", "Dnr", ""),
                    ("Vilgot Alsén", "2021-03-22", "BUN 2021/88", ""),
                    ("vilgot@torsby.se", "", "", ""),
                ),
                borders=True,
            ),
            P(""),
            P("Barn- och utbildningsnämnden", bold=True),
            P(""),
            P("Ny taxa för torghandel", bold=True, size=14),
        ),
    ),
    Case(
        "labels over values by tabs, administration below them",
        {
            "municipality": "Torsby kommun",
            "administration": "Tekniska förvaltningen",
            "addressee": "Tekniska nämnden",
            "title": "Ny taxa för torghandel",
            "diarienummer": "TN 2021/88",
            "date": "2021-03-22",
            "author": "Vilgot Alsén",
        },
        (
            P("TJÄNSTESKRIVELSE\t1 (2)"),
            P("Handläggare\tDatum\tBeteckning"),
            P("Vilgot Alsén\t2021-03-22\tTN 2021/88"),
            P("Tekniska förvaltningen"),
            P("0560-160 00"),
            P(""),
            P("Tekniska nämnden"),
            P(""),
            H("Ny taxa för torghandel"),
        ),
        head=(P("Torsby kommun"),),
    ),
    Case(
        "typewriter's head, title in capitals",
        {
            "municipality": "Torsby kommun",
            "administration": "Tekniska kontoret",
            "addressee": "Tekniska nämnden",
            "title": "NY TAXA FÖR TORGHANDEL",
            "diarienummer": "TN 95/088",
            "date": "1995-03-22",
            "author": "Vilgot Alsén",
        },
        (
            P("TORSBY KOMMUN\t\t1995-03-22\tDnr TN 95/088"),
            P("Tekniska kontoret"),
            P("Vilgot Alsén"),
            P(""),
            P("Tekniska nämnden"),
            P(""),
            P("NY TAXA FÖR TORGHANDEL"),
        ),
    ),
    Case(
        "form with the matter in the first row",
        {
            "municipality": "Torsby kommun",
            "administration": "Tekniska kontoret",
            "addressee": "Tekniska nämnden",
            "title": "Ny taxa för torghandel",
            "diarienummer": "TN 2021/88",
            "date": "2021-03-22",
            "author": "Vilgot Alsén",
        },
        (
            P("Torsby kommun\nTekniska kontoret"),
            T(
                (
                    ("Ärende", "**Ny taxa för torghandel"),
                    ("Diarienummer", "TN 2021/88"),
                    ("Datum", "2021-03-22"),
                    ("Handläggare", "Vilgot Alsén, tf gatuchef"),
                    ("Beslutande", "Tekniska nämnden"),
                ),
                borders=True,
            ),
        ),
    ),
    Case(
        "unit that reads like a heading",
        {
            "municipality": "Torsby kommun",
            "administration": "Tekniska kontoret",
            "addressee": "Tekniska nämnden",
            "title": "Ny taxa för torghandel",
            "diarienummer": "TN 2021/88",
            "date": "2021-03-22",
            "author": "Vilgot Alsén",
        },
        (
            P("Torsby kommun\tTjänsteskrivelse"),
            P("Tekniska kontoret\t2021-03-22\tTN 2021/88"),
            P("Ekonomi och stab"),
            P("Handläggare: Vilgot Alsén\t\tTekniska nämnden"),
            H("Ny taxa för torghandel"),
        ),
    ),
    Case(
        "two addressees in one paragraph",
        {
            "municipality": "Torsby kommun",
            "administration": "Kommunkansliet",
            "addressee": "Kommunstyrelsen",
            "title": "Ny taxa för torghandel",
            "diarienummer": "KS 2021/88",
            "date": "2021-03-22",
            "author": "Vilgot Alsén",
        },
        (
            P("Torsby kommun\tDatum\tDiarienummer\tSida"),
            P("Kommunkansliet\t2021-03-22\tKS 2021/88\t1(1)"),
            P("Handläggare: Vilgot Alsén"),
            P("Till: Kommunstyrelsen\nKommunfullmäktige"),
            H("Ny taxa för torghandel"),
        ),
    ),
    Case(
        "title as long as a paragraph",
        {
            "municipality": "Torsby kommun",
            "administration": "Kommunkansliet",
            "addressee": "Kommunstyrelsen",
            "title": LONG,
            "diarienummer": "KS 2021/88",
            "date": "2021-03-22",
            "author": "Vilgot Alsén",
        },
        (
            P("Torsby kommun\tTjänsteskrivelse"),
            P("Kommunkansliet\t2021-03-22"),
            P("Handläggare: Vilgot Alsén\tDnr KS 2021/88"),
            P("Kommunstyrelsen"),
            H(LONG),
        ),
    ),
    Case(
        "title with a full stop in it",
        {
            "municipality": "Torsby kommun",
            "administration": "Kommunkansliet",
            "addressee": "Kommunstyrelsen",
            "title": "Motion om kollektivtrafik. Svar",
            "diarienummer": "KS 2021/88",
            "date": "2021-03-22",
            "author": "Vilgot Alsén",
        },
        (
            P("Torsby kommun\tTjänsteskrivelse"),
            P("Kommunkansliet\t2021-03-22"),
            P("Handläggare: Vilgot Alsén\tDnr KS 2021/88"),
            P("Till Kommunstyrelsen"),
            P("Motion om kollektivtrafik. Svar", bold=True, size=14),
        ),
    ),
)


def rows(path: Path) -> MemoRows:
    source = open_source(path)
    (memo,) = find_memos([read_page(path, source.kind, n + 1) for n in range(source.pages)])
    return rows_of(memo, find_facts(memo), "x", path.name)


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize("case", CASES + MORE, ids=lambda case: case.name)
def test_head(case: Case, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"memo.{kind}"
    (write_docx if kind == "docx" else write_odt)(case, path)
    found = rows(path).document
    assert {name: getattr(found, name) for name in case.wanted} == case.wanted


WAYS = (
    (Points(LIST, "decimal", "%1."), ("1", "2", "3")),
    (Points(LIST, "decimal", "%1)"), ("1", "2", "3")),
    (Points(LIST, "lowerLetter", "%1)"), ("a", "b", "c")),
    (Points(LIST, "bullet"), ("", "", "")),
    (Points(("att anta reviderad taxa,", "att taxan gäller från den 1 januari 2022, samt",
             "att informera föreningarna."), "bullet"), ("", "", "")),
    (Points(("att anta reviderad taxa", "att taxan gäller från den 1 januari 2022", "att informera föreningarna"),
            "decimal", "%1."), ("1", "2", "3")),
)  # fmt: skip


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize(("points", "numbers"), WAYS, ids=lambda way: getattr(way, "form", None))
def test_points_of_a_counted_list(points: Points, numbers: tuple[str, ...], kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"memo.{kind}"
    (write_docx if kind == "docx" else write_odt)(replace(CASES[0], points=points), path)
    proposals = [row for row in rows(path).decisions if row.kind == "proposal"]
    assert [row.number or "" for row in proposals] == list(numbers)
    wanted = [text.removesuffix(" samt").rstrip(",.") for text in points.texts]
    assert [row.text.rstrip(".") for row in proposals] == wanted


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_page_heads_are_read_once(kind: str, tmp_path: Path) -> None:
    case = next(case for case in CASES if case.name.startswith("page header with municipality"))
    path = tmp_path / f"memo.{kind}"
    (write_docx if kind == "docx" else write_odt)(case, path)
    source = open_source(path)
    text = " ".join(word.text for word in read_page(path, source.kind, 1).words)
    assert text.count("Ydre kommun") == 1
    assert text.count("SN 2021/37") == 1
