"""Words set along the paper's edge stand apart from the lines beside them."""

import pytest

from pipeline.read.ocr import points_of
from pipeline.read.tesseract import Reading


def reading(text: str, x0: float, y0: float, x1: float, y1: float, line: int) -> Reading:
    return Reading(text, x0, y0, x1, y1, 0.9, 0, line)


CASES: list[tuple[list[Reading], list[bool]]] = [
    ([reading("Besöksadress", 100, 1600, 115, 1720, 0)], [True]),
    ([reading("Telefon", 100, 1600, 115, 1660, 0), reading("0171", 101, 1540, 114, 1575, 0)], [True, True]),
    ([reading("Telefon", 100, 1600, 115, 1660, 0), reading("-", 103, 1580, 112, 1590, 0)], [True, True]),
    ([reading("Telefon", 100, 1600, 115, 1660, 0), reading("Nämnden", 300, 1600, 420, 1625, 0)], [True, False]),
    ([reading("Telefon", 100, 1600, 115, 1660, 0), reading("80", 101, 1540, 112, 1570, 1)], [True, False]),
    ([reading("Nämnden", 300, 1600, 420, 1625, 0), reading("1", 430, 1600, 436, 1625, 0)], [False, False]),
    ([reading("ill", 300, 1600, 312, 1625, 0)], [False]),
    ([reading("1111", 300, 1600, 330, 1625, 0)], [False]),
    ([reading("KOMMUN", 300, 100, 460, 180, 0)], [False]),
    ([reading("|", 300, 100, 303, 400, 0)], [False]),
    ([reading("illi", 300, 100, 322, 130, 0)], [False]),
]


@pytest.mark.parametrize(("readings", "sideways"), CASES)
def test_sideways(readings: list[Reading], sideways: list[bool]) -> None:
    assert [word.angle == 90.0 for word in points_of(readings, 0.36)] == sideways
