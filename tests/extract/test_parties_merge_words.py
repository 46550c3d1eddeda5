"""Names are found by the words that they begin and end with as by looking at each; short forms and surnames' own s."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.parties_merge import _by_words
from tests.extract.whole_text import facts_of

NAMES = st.lists(st.text(alphabet="ab -", min_size=1, max_size=7), unique=True, max_size=8)


@given(NAMES, st.text(alphabet="ab -", max_size=4))
def test_names_by_their_words(names: list[str], words: str) -> None:
    begin, end = _by_words(names)
    assert begin.get(words, []) == [name for name in names if name.startswith(words + " ")]
    assert end.get(words, []) == [name for name in names if name.endswith(" " + words)]


@pytest.mark.parametrize(
    ("body", "name", "others"),
    [
        ("Underlag från SKL (Sveriges Kommuner och Landsting) finns.", "Sveriges Kommuner och Landsting", "SKL"),
        (
            "Underlag från SKR (Sveriges Kommuner och Regioner). SKR har svarat.",
            "Sveriges Kommuner och Regioner",
            "SKR",
        ),
        (
            "MSB (Myndigheten för samhällsskydd och beredskap) har svarat.",
            "Myndigheten för samhällsskydd och beredskap",
            "MSB",
        ),
        ("Sveriges Kommuner och Landsting (SKL) har svarat. SKL vill mer.", "Sveriges Kommuner och Landsting", "SKL"),
        ("IVO (Inspektionen för vård och omsorg) har svarat.", "Inspektionen för vård och omsorg", "IVO"),
        ("SKL har svarat.", "SKL", ""),
    ],
)
def test_a_short_form_in_brackets_or_before_them(body: str, name: str, others: str) -> None:
    names = {party.name for party in facts_of(body).parties}
    assert name in names
    assert others not in names


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Vid besöket var miljöinspektör Siv Åhs med. Siv Åhs bedömning är klar.", "Siv Åhs"),
        ("Siv Åhs bedömning är klar. Därefter kom Siv Åhs, som är inspektör.", "Siv Åhs"),
        ("Karin Rils har ansökt om bygglov. Karin Rils ansökan avslås.", "Karin Rils"),
        ("Miljöinspektör Siv Åhs. Siv Åhs förslag.", "Siv Åhs"),
        ("Siv Åh var med. Siv Åhs bedömning är klar.", "Siv Åh"),
        ("Karin Eks ansökan avslås. Det är Karin Eks fel.", "Karin Ek"),
        ("Karin Eks ansökan avslås.", "Karin Ek"),
        ("Karin Eks, barnens och styrelsens yrkanden. Karin Eks yrkande.", "Karin Ek"),
        ("Karin Ek har ansökt. Karin Eks, enligt uppgift, ansökan avslås.", "Karin Ek"),
    ],
)
def test_a_surnames_own_s(body: str, name: str) -> None:
    parties = facts_of(body).parties
    assert {p.name for p in parties if p.type == "person" and p.name != "Anna Lind"} == {name}
