"""Headings of the margin that an old OCR read as the first words of the paragraph beside them."""

import pytest

from pipeline.memo.build import find_memos
from tests.memo.typeset import check, plain

HEAD = """SJÖVIKS KOMMUN
Tekniska kontoret

TJÄNSTESKRIVELSE

1999-03-02

Tekniska nämnden

Ombyggnad av gång- och cykelvägen vid Storgatan

"""
GROUND = (
    "Bakgrund Gång- och cykelvägen byggdes 1974 och är i dåligt skick, och olyckor\nhar inträffat varje vinter.\n\n"
)
COST = "Ekonomi Ombyggnaden kostar 350 tkr och ryms i budgeten för 1999. Driften\nökar med 12 tkr om året.\n\n"


def blocks_of(text: str) -> list[str]:
    (memo,) = find_memos([plain(HEAD + text)])
    check(memo)
    return [memo.text[b.start : b.end] for b in memo.blocks]


APART = [
    (
        "Förslag till beslut 1. Tekniska nämnden godkänner förslaget till ombyggnad av vägen.\n\n"
        "2. Kontoret får i uppdrag att teckna avtal.\n\n",
        "Förslag till beslut",
    ),
    ("Förslag till beslut Kontoret föreslår att nämnden beslutar om ombyggnad av vägen.\n\n" + GROUND, "Bakgrund"),
    (GROUND + COST, "Bakgrund"),
    (GROUND + COST, "Ekonomi"),
    ("Bedomning Kontoret anser att ombyggnaden ska ske snarast, da trafiken okat.\n\n" + COST, "Bedömning"),
    ("Tidigare beslut Nämnden behandlade frågan den 12 maj 1998 och bordlade den.\n\n" + COST, "Tidigare beslut"),
    (
        "Ekonomiska Ombyggnaden kostar 350 tkr och ryms i budgeten för 1999.\nkonsekvenser Driften ökar "
        "med 12 tkr om året.\n\n" + GROUND,
        "Ekonomiska konsekvenser",
    ),
    ("Förslag till Tekniska nämnden beslutar att godkänna förslaget och att\nbeslut teckna avtal.\n\n" + GROUND,
     "Förslag till beslut"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "heading"), APART)
def test_headings_are_set_apart(text: str, heading: str) -> None:
    assert heading in blocks_of(text)


TOGETHER = [
    GROUND + "Vägen kostar mer än vad budgeten för året medger, enligt kontoret.\n\n",  # one alone proves nothing
    "Ekonomi och personal Kultur Fritid Summa kronor för år 1999\n\nEkonomi Kultur Fritid Gata Park Summa 1999\n\n",
    "Yttrande från länsstyrelsen har kommit in under tiden för samråd om vägen.\n\n"
    "Beslut om vägen har fattats av länsstyrelsen efter en lång tids samråd.\n\n",
]


@pytest.mark.parametrize("text", TOGETHER)
def test_what_is_no_heading_stays(text: str) -> None:
    first = text.split("\n")[0]
    assert any(block.startswith(first[:30]) for block in blocks_of(text))
