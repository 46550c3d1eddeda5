"""Persons are looked for only where one may begin: nothing is lost by it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.forms import persons
from pipeline.forms.names import Tokens

WORDS = (
    *("Anna", "Nils", "Sven-Erik", "Eva", "Ek", "Lindberg", "Karlssons", "Zorvex", "von", "och", "&", "(M)", "M", "."),
    *("kommunchef", "Ekonomichef", "AB", "KOMMUN", "ANNA", "EK", "i", "Hult", "nämnden", ",", "Gun-", "Marie", "2019"),
)


@settings(max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from((" ", " ", " ", "", "\n", "\t", "\n\n")))))
def test_no_person_is_lost(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(persons, "_openings", lambda tokens: [i for i, capital in enumerate(tokens.capitals) if capital])
        everywhere = persons.find_persons(text)
    assert persons.find_persons(text) == everywhere


@given(st.text(alphabet="aÅäİΣσ.-’:1_ \n\t²", max_size=40))
def test_tokens_are_cut_where_they_say(text: str) -> None:
    tokens = Tokens(text)
    assert tokens.text == [text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)]
    assert tokens.low == [word.lower() for word in tokens.text]
    ends = [0, *tokens.end]
    assert all(not text[a:b].strip() for a, b in zip(ends, [*tokens.start, len(text)], strict=True))
    assert len(tokens.gap) == len(tokens.capitals) == len(tokens)
