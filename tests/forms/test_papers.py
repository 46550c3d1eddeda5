"""Words that name papers, and words that look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms.papers import begins_with_paper

PAPERS = """avtal
Köpekontrakt (utkast)
hyreskalkyl
värdeutlåtande av en mäklare
Kommunledningskontorets tjänsteskrivelse 2019
protokollsutdrag KSAU § 3
kommunstyrelsens protokoll
Medborgarförslag
Översiktskarta
PM geoteknik
tidplan
Reviderad taxa
Dagordning
Remissvaren
budget 2010
Vardeutlatande
Preliminärt bokslut"""
OTHERS = """Socialnämnden
Fastighetskontoret
kommunstyrelsen
Anna Ek
samhällsbyggnadsnämnden
Lärarförbundet
Skolan
ansvar för driften
Boverket
Trafikverket
Växjö
"""


@pytest.mark.parametrize("text", PAPERS.splitlines())
def test_papers(text: str) -> None:
    assert begins_with_paper(text)


@pytest.mark.parametrize("text", OTHERS.splitlines())
def test_others(text: str) -> None:
    assert not begins_with_paper(text)


@given(st.text(max_size=200))
def test_what_begins_with_a_paper_has_a_word(text: str) -> None:
    assert not begins_with_paper(text) or any(c.isalpha() for c in text)
