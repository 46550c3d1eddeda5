"""Lines of a front that are no matter's heading, whatever their looks, and some that look alike and are."""

import pytest

from pipeline.memo.title import _CELL, _never

NEVER = [
    "Kommunstyrelsen beslutar för egen del", "Kommunstyrelsen föreslår kommunfullmäktige besluta",
    "Barn- och utbildningsnämnden föreslår kommunstyrelsen", "Socialnämnden hemställer hos kommunfullmäktige",
    "Tekniska kontoret föreslår att nämnden beslutar", "Kommunledningskontoret rekommenderar följande",
    "Arbetsutskottet tillstyrker förslaget", "Namnden beslutar", "Direktionen beslutar att",
    "Förvaltningen föreslår följande",
]  # fmt: skip
TITLES = [
    "Kommunstyrelsens beslut om riktlinjer", "Delegering från kommunstyrelsen", "Yttrande över förslag till bussnät",
    "Ny taxa som fullmäktige beslutar om", "Hur nämnden beslutar i brådskande ärenden", "Tekniska kontorets lokaler",
    "Budget 2015 med plan för 2016–2017", "Förslag till ny organisation för socialförvaltningen",
    "Ansökan om serveringstillstånd för Restaurang Stationen", "Kommunstyrelsen och bolagen",
]  # fmt: skip
CELLS = ["Serveringsställe Restaurang Stationen", "Företrädare Eva Ek", "Byggherre Ek Bygg AB", "Klagande Eva Ek"]
NO_CELLS = ["Serveringstillstånd för Hults Krog", "Byggherrens ansvar", "Klagandens yrkanden", "Anläggning av park"]


@pytest.mark.parametrize("text", NEVER)
def test_never(text: str) -> None:
    assert _never(text)


@pytest.mark.parametrize("text", TITLES)
def test_may_be(text: str) -> None:
    assert not _never(text)


@pytest.mark.parametrize("text", CELLS)
def test_of_a_form(text: str) -> None:
    assert _CELL.match(text)


@pytest.mark.parametrize("text", NO_CELLS)
def test_of_no_form(text: str) -> None:
    assert not _CELL.match(text)
