"""Dirt at the ends of an old text's lines, words cut in two and run together."""

import pytest

from pipeline.memo.lines import tokens_of
from pipeline.memo.specks import without_specks
from pipeline.read.page import ReadAs
from tests.memo.typeset import plain

CASES = [
    ("_ Förslag till beslut", "Förslag till beslut"),
    ("Förslag till beslut.", "Förslag till beslut"),
    ("den 31 december 2016. :", "den 31 december 2016."),
    ("antagit |", "antagit"),
    ("‘Kopia till: Ekonomienheten", "Kopia till: Ekonomienheten"),
    ("“Ekonomikontoret (2 ex)", "Ekonomikontoret (2 ex)"),
    ("Inkomna_anbud", "Inkomna anbud"),
    ("Regler_ mm", "Regler mm"),
    ("Facklig_samverkan", "Facklig samverkan"),
    ("Bengt -Olof. Sjödin", "Bengt-Olof Sjödin"),
    ("med Lansarbet snamnden i Varmlands lan", "med Lansarbetsnamnden i Varmlands lan"),
    ("genomféra forséket.under 2012", "genomféra forséket under 2012"),
]
LEFT = [
    "Handläggare :", "- att bifalla", "| oktober startades", "”Ny skola” heter rapporten", "“Ny skola” heter rapporten",
    "anna_berg@kommun.se", "www.vaxjo.se", "protokoll_2012.pdf", "regionala utvecklingsnamnden",
    "godkanna genomforandeavtalet", "kommunens svar", "detaljplan som antagits", "lagrad megabyte",
    "barn- och ungdomsnamnden", "Per -ordförande", "fr.o.m. 1 maj", "den 4 maj.",
    "Nämnden beslutar om förslag till beslut.",
]  # fmt: skip


def cleaned(line: str) -> str:
    return " ".join(t.text for t in without_specks(tokens_of(plain(line))))


@pytest.mark.parametrize(("seen", "meant"), CASES)
def test_put_right(seen: str, meant: str) -> None:
    assert cleaned(seen) == meant


@pytest.mark.parametrize("line", LEFT)
def test_left_alone(line: str) -> None:
    assert plain(line).read_as is ReadAs.TEXT
    assert cleaned(line) == line
