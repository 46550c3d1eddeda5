"""A letter with its mark that was read as two signs, or as one that no word has; forms that the lexicon lacks."""

import pytest

from pipeline.memo.build import find_memos
from pipeline.memo.restore import restore_words
from pipeline.read.page import ReadAs
from tests.memo.typeset import plain

# enough of a text that lost its letters
AROUND = "Namnden foreslar att arendet atergar till forvaltningen for ytterligare atgarder".split()  # noqa: SIM905

READ = [
    ("Na&amnden", "Nämnden"), ("a4rendet", "ärendet"), ("SamhAallsbyggnadskontoret", "Samhällsbyggnadskontoret"),
    ("mé&nad", "månad"), ("ing&é", "ingå"), ("m@jlig", "möjlig"), ("fG6rutsattning", "förutsättning"),
    ("fd6rsdlja", "försälja"), ("byraéingenjér", "byråingenjör"), ("resenidrer", "resenärer"), ("Ansdokan", "Ansökan"),
    ("gilller", "gäller"), ("fiirdtjiinst", "färdtjänst"),
    ("forslagsstallarna", "förslagsställarna"), ("fastighetsvarderarna", "fastighetsvärderarna"),
    ("avbojde", "avböjde"), ("hyresvardarna", "hyresvärdarna"), ("markagarnas", "markägarnas"),
]  # fmt: skip
LEFT = [
    "info@sala", "anna.ek@sala.se", "kansli@", "H&M", "R&D", "A4", "B&W", "id-kort",
]  # fmt: skip


def restored(word: str) -> str:
    return restore_words([*AROUND, word, *AROUND], ReadAs.TEXT)[len(AROUND)].text


@pytest.mark.parametrize(("seen", "meant"), READ)
def test_read_as_two_signs(seen: str, meant: str) -> None:
    assert restored(seen) == meant


@pytest.mark.parametrize("seen", LEFT)
def test_left(seen: str) -> None:
    assert restored(seen) == seen


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("den | januari 2002", "den 1 januari 2002"),
        ("den I juli 2003", "den 1 juli 2003"),
        ("Den l maj", "Den 1 maj"),
        ("I juni deltog fler", "I juni deltog fler"),
        ("| februari avslog verket", "I februari avslog verket"),
        ("den I tredje", "den I tredje"),
        ("galler fr om 1 juli", "gäller fr o m 1 juli"),
        ("betankande fr om lagen", "fr om lagen"),
        ("2 mnkr lagre n budget", "lägre än budget"),
        ("annat n vantat", "annat än väntat"),
        ("varje §r raknas taxan upp", "varje år räknas taxan upp"),
        ("enligt 5 § lagen", "enligt 5 § lagen"),
    ],
)
def test_days_and_years(seen: str, meant: str) -> None:
    (memo,) = find_memos([plain(" ".join(AROUND) + ".\n\n" + " ".join(AROUND) + ".\n\n" + seen)])
    assert meant in memo.text


def test_the_municipality_is_spelt_as_it_is_called() -> None:
    text = [*AROUND, "Vara", "kommun", "overlater", "till", "Vara", "Bostader", "AB", "vara", "skolor."]
    read = [r.text for r in restore_words(text, ReadAs.TEXT)][len(AROUND) :]
    assert read[0] == "Vara"
    assert read[3:5] == ["till", "Vara"]
    assert read[7] != "Vara"
