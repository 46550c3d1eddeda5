"""The day in a later page's head, where the letterhead's was not read: taken from there, and from nothing else."""

from pathlib import Path

import pytest

from pipeline.extract.facts import Field
from pipeline.extract.head import _with_letters
from pipeline.extract.head_type import own_paragraph
from pipeline.run import memos_of, read_pages

FRONT = """\
YDRE KOMMUN
Ekonomikontoret
Karin Holm

Kommunstyrelsen

Ramar for kommunal borgen at de helagda bolagen

Bakgrund

Kommunfullmaktige faststallde den 27 november 1995, § 148, ramar for kommunens
borgen at de helagda bolagen. Ramarna uppgar sammanlagt till 412,0 Mkr, varav
371,6 Mkr var utnyttjat den 30 september 1996.

"""
BACK = """\

Bankernas marginal vid utlaning utan kommunal borgen ar enligt uppgift omkring
0,45 procentenheter. Med en avgift om 0,25 procent blir kommunens intakt hogre.

Forslag till beslut

Ekonomikontoret foreslar kommunstyrelsen besluta

att godkanna redovisningen.

Karin Holm
Ekonomichef
"""


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("YDRE KOMMUN 1996-11-04 : Blad 2", "1996-11-04"),
        ("YDRE KOMMUN 1996-11-04 2 (3)", "1996-11-04"),
        ("YDRE KOMMUN Ekonomikontoret 1996-11-04", "1996-11-04"),
        ("YDRE Tjansteutlatande 1996-11-04", "1996-11-04"),
        ("Ydre kommun, 1996-11-04 Sida 2 av 3", "1996-11-04"),
        ("YDRE KOMMUN 4 november 1996 Sid 2", "1996-11-04"),
        ("Ydre kommun sålde fastigheten 1996-11-04.", None),
        ("Ydre kommuns avtal med Kinda kommun gäller från 1996-11-04", None),
        ("Avtalet med Ydre kommun 1996-11-04", None),
        ("1996-11-04", None),
        ("Bolagets skrivelse 1996-11-04", None),
        ("YDRE KOMMUN Blad 2", None),
    ],
)
def test_day_of_a_later_page(tmp_path: Path, head: str, day: str | None) -> None:
    file = tmp_path / "memo.txt"
    file.write_text(FRONT + head + "\n" + BACK, encoding="utf-8")
    [rows] = [memo for memo, _ in memos_of(read_pages(file), "0" * 64)]
    found = rows.document.date
    assert (str(found) if found else None) == day


def test_day_over_the_matter_that_goes_on(tmp_path: Path) -> None:
    text = """\
YDRE KOMMUN SAMMANTRADESPROTOKOLL Blad
K t | Sammantradesdatum 14
ommuns' yreisen 4999-05-11

§ 112 Dnr KS 98/331-253
Forsaljning av industrimark till Lindens Snickeri AB

Arendet Lindens Snickeri AB har i skrivelse den 12 november 1998 begart att fa
forvarva omkring 18 500 m2 for en tillbyggnad. Bolaget sysselsatter 41 personer.

Kommunstyrelsen

1999-05-11

§ 112 forts.

Kommunstyrelsen beslutar

att avsla framstallningen.
"""
    file = tmp_path / "minutes.txt"
    file.write_text(text, encoding="utf-8")
    [rows] = [memo for memo, _ in memos_of(read_pages(file), "0" * 64)]
    assert str(rows.document.date) == "1999-05-11"


@pytest.mark.parametrize(
    ("text", "number", "whole"),
    [
        ("Dnr — KS\n\n2025/412\n\nLerby kommun, KS 2025/412", "2025/412", "KS 2025/412"),
        ("Dnr KS\n2025/412 och inget mer", "2025/412", "2025/412"),  # nowhere together
        ("KOMMUN\n2025/412 och KOMMUN 2025/412", "2025/412", "2025/412"),  # a word, no registry's letters
        ("SN\n2025/412 och SN 2025/4123", "2025/412", "2025/412"),
        ("Dnr SN\n\nBUN 2025/412", "BUN 2025/412", "BUN 2025/412"),
    ],
)
def test_letters_on_the_line_above_their_number(text: str, number: str, whole: str) -> None:
    at = text.index(number)
    assert _with_letters(Field(number, at, at + len(number), 0.8), text) == whole


@pytest.mark.parametrize(
    ("head", "number", "whole"),
    [
        ("PM\nDnr KFKS\n1(3)\n2022-02-14\nHULT\n2021/00874\n", "2021/00874", "KFKS 2021/00874"),
        ("Diarienummer: BUN\n2012:118\n", "2012:118", "BUN 2012:118"),
        ("Ärendenr SN\nSida 1\n2020-14\n", "2020-14", "SN 2020-14"),
        ("Dnr\n2021/00874\n", "2021/00874", "2021/00874"),
        ("Dnr KS 2020/1\n2021/00874\n", "2021/00874", "2021/00874"),
        ("Dnr KS\nDnr SN\n2021/00874\n", "2021/00874", "2021/00874"),
        ("Dnr KFKS\n14-8\n", "14-8", "14-8"),
        ("Handläggare KFKS\n2021/00874\n", "2021/00874", "2021/00874"),
    ],
)
def test_registry_letters_with_their_label_alone(head: str, number: str, whole: str) -> None:
    at = head.rindex(number)
    assert _with_letters(Field(number, at, at + len(number), 0.8), head) == whole


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Sn § 112 Internkontrollplan 2010", "Internkontrollplan 2010"),
        ("Kn § 7 Bidrag", "Bidrag"), ("Bn § 9/2010 Taxa", "Taxa"), ("Mbn § 3 Plan", "Plan"), ("Ks § 12 Taxa", "Taxa"),
        ("KS § 12 Taxa", "Taxa"), ("§ 12 Taxa", "Taxa"), ("Kfn §4 Taxa", "Taxa"), ("Au § 2 Taxa", "Taxa"),
        ("Lag § 2 Taxa", "Lag § 2 Taxa"), ("Sn 112 Plan", "Sn 112 Plan"), ("Plan § 9 Taxa", "Plan § 9 Taxa"),
    ],
)  # fmt: skip
def test_a_registrys_letters_and_paragraph_are_no_title(line: str, rest: str) -> None:
    assert line[own_paragraph(line) :].strip() == rest
