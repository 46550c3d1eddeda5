"""What happens to a word, a number or a date at the end of a line."""

import pytest

from pipeline.memo.build import find_memos
from pipeline.memo.restoring import is_broken
from pipeline.memo.text import glued
from tests.memo.typeset import Sheet, check

JOINED = [
    ("nämn-", "den", "nämnden"), ("Dalar-", "nas", "Dalarnas"), ("barn-", "och", "barn- och"),
    ("Kultur-", "och", "Kultur- och"), ("tjänste-", "eller", "tjänste- eller"), ("2016-", "2018", "2016-2018"),
    ("2024–", "2026", "2024–2026"), ("1994-03-", "02", "1994-03-02"), ("1994-", "03-02", "1994-03-02"),
    ("SL-", "trafiken", "SL-trafiken"), ("EU-", "medel", "EU-medel"), ("Lindskog-", "Ehn", "Lindskog-Ehn"),
    ("kr/", "år", "kr/år"), ("och/", "eller", "och/eller"), ("för-", "skolan.", "förskolan."),
    ("sjuk-", "respektive", "sjuk- respektive"),
    ("kommunen", "ska", "kommunen ska"), ("–", "den", "– den"), ("KS/2019:", "318", "KS/2019:318"),
    ("oktober–", "december", "oktober–december"), ("juni-", "augusti", "juni-augusti"), ("jan–", "mars", "jan–mars"),
    ("maj-", "juni.", "maj-juni."), ("måndag–", "fredag", "måndag–fredag"), ("mån-", "fre", "mån-fre"),
    ("maj-", "festen", "majfesten"), ("mars-", "vinden", "marsvinden"), ("fre-", "dagen", "fredagen"),
    ("oktober-", "och", "oktober- och"), ("juni", "juli", "juni juli"),
    ("08-", "530", "08-530"), ("IT-", "och", "IT- och"), ("kommun-", "samt", "kommun- samt"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "joined"), JOINED)
def test_line_ends(first: str, second: str, joined: str) -> None:
    s = Sheet()
    s.put(72, 60, "Bakgrund", 14, True)
    start = "Detta är en rad av löpande text som bara finns för att fylla ut raden så att den blir bred"
    s.put(72, 90, f"{start} {first}").put(72, 104, f"{second} och nästa rad går vidare här.")
    (memo,) = find_memos([s.page()])
    check(memo)
    assert f"bred {joined} och nästa" in memo.text
    at = memo.text.index(joined, memo.text.index("bred "))
    owners = {memo.words[o].raw for o in memo.owner[at : at + len(joined)] if o >= 0}
    assert owners == {first, second}


def test_broken_and_glued_are_told_apart() -> None:
    assert is_broken("Dalar-", "nas")
    assert not is_broken("barn-", "och")
    assert not is_broken("SL-", "trafiken")
    assert not is_broken("it-", "systemet")
    assert not is_broken("va-", "taxan")
    assert is_broken("va-", "rit")
    assert glued("SL-", "trafiken")
    assert not glued("IT-", "och")
    assert not glued("kommunen", "2020")
