"""Lines of a label and numbers with their units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.text_units import cell_starts
from tests.memo.test_text_tables import memo_of, rows_of

LINES = [
    ("Byggnation 4 200 tkr", ["Byggnation", "4 200 tkr"]),
    ("Totalt 840 tkr", ["Totalt", "840 tkr"]),
    ("Anmälan om värmepump 1772 kr 2 080 kr", ["Anmälan om värmepump", "1772 kr", "2 080 kr"]),
    ("Årsavgift, bensinstation 3 544 kr/år 4160 kr/år", ["Årsavgift, bensinstation", "3 544 kr/år", "4160 kr/år"]),
    ("Hamnbolaget AB, 60 procent : 504 tkr", ["Hamnbolaget AB, ", "60 procent", "504 tkr"]),
    ("Staten 1 370 tkr 20%", ["Staten", "1 370 tkr", "20%"]),
    ("Moms 25 % 1 250 kr", ["Moms", "25 %", "1 250 kr"]),
    ("Skolan 12,5 mnkr", ["Skolan", "12,5 mnkr"]),
    ("Anslag 1.250.000 kr", ["Anslag", "1.250.000 kr"]),
    ("Avvikelse -410 tkr", ["Avvikelse", "-410 tkr"]),
]
NONE = [
    "Ombyggnaden kostar 350 tkr", "och intäkten 350 tkr", "Kostnaden uppgår till 350 tkr.", "1. bevilja 350 tkr",
    "att anslå 350 tkr", "Kommunen betalar ca 350 tkr", "Nettokostnaden är 350 tkr", "350 tkr", "Avtalet gäller 2012",
    "Inköp 12 34 567 89 tkr x", "- tillskjuta 350 tkr", "Bidrag om 100 kr, totalt 350 tkr",
]  # fmt: skip


@pytest.mark.parametrize(("line", "cells"), LINES)
def test_cells(line: str, cells: list[str]) -> None:
    words = line.split()
    starts = cell_starts(words)
    ends = [*starts[1:], len(words)]
    found = [" ".join(w for w in words[a:b] if w != ":") for a, b in zip(starts, ends, strict=True)]
    assert found == [c.strip() for c in cells[1:]]


@pytest.mark.parametrize("line", NONE)
def test_no_cells(line: str) -> None:
    assert cell_starts(line.split()) == []


def test_rows_of_different_length_end_together() -> None:
    rows = rows_of(memo_of("Hamnbolaget, 60 procent : 504 tkr\nKommunen, 40 procent 336 tkr\nTotalt 840 tkr\n"))
    assert rows == ["Hamnbolaget,|60 procent|504 tkr", "Kommunen,|40 procent|336 tkr", "Totalt||840 tkr"]


@given(st.lists(st.sampled_from(["Anslag", "12", "3 450", "kr", "tkr", "%", ":", ",", "och", "500"]), max_size=12))
def test_any_words(words: list[str]) -> None:
    starts = cell_starts(" ".join(words).split())
    assert starts == sorted(set(starts))
    assert 0 not in starts
