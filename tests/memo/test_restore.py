"""What restoring mends and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.restore import restore_words
from pipeline.read.page import ReadAs


def restored(text: str, read_as: ReadAs = ReadAs.TEXT) -> str:
    return " ".join(r.text for r in restore_words(text.split(), read_as))


# an old OCR text is known by what it lacks, so each expression stands in one
LOST = "Namnden foreslas besluta att forvaltningen far i uppdrag att folja fragan och aterkomma under varen. "

MENDED = [
    ("Arendet bereds av forvaltningen,", "Ärendet bereds av förvaltningen,"),
    ("TJANSTESKRIVELSE", "TJÄNSTESKRIVELSE"),
    ("ARENDET", "ÄRENDET"),
    ("fér den féreslagna", "för den föreslagna"),
    ("f6r fdrvaltningen", "för förvaltningen"),
    ("6verenskommelsen", "överenskommelsen"),
    ("ans6kan", "ansökan"),
    ("Goéteborgs Stad", "Göteborgs Stad"),
    ("Malm6 stad", "Malmö stad"),
    ("Kommunfullmdktige beslutade", "Kommunfullmäktige beslutade"),
    ("samverkan i fragan", "samverkan i frågan"),
    ("| oktober startades", "I oktober startades"),
    ("den 1 februari2024", "den 1 februari 2024"),
    ("Ulricehamnskommun", "Ulricehamns kommun"),
    ("act bemyndiga ordforanden", "att bemyndiga ordföranden"),
]


@pytest.mark.parametrize(("seen", "meant"), MENDED)
def test_mends(seen: str, meant: str) -> None:
    assert restored(LOST + seen).endswith(meant)


LEFT = [
    "den 2:a samma", "m2", "2,4 mnkr", "KS/2019:318", "Dnr 2011/SN 0120 005", "anna.astrom@malmo.se", "www.skane.se",
    "212000-1124", "19780101-2357", "Anna Sara Moa", "08-530 610 00", "2.500.000:-", "1(2)", "E6", "A4",
]  # fmt: skip


@pytest.mark.parametrize("text", LEFT)
def test_leaves(text: str) -> None:
    assert restored(LOST + text).endswith(text)


GOOD = (
    "Nämnden föreslås besluta att far och mor får åka hem. Förvaltningen var inte först att ta del av frågan, "
    "men lin och ull är för dyra för länets vävare. Arne Hall och Mans Dahl håller med om att marken säljs."
)


@pytest.mark.parametrize("read_as", list(ReadAs))
def test_text_that_is_right_stays(read_as: ReadAs) -> None:
    assert restored(GOOD, read_as) == GOOD


def test_digital_text_is_never_touched() -> None:
    assert restored(LOST, ReadAs.DIGITAL) == LOST.strip()


@given(st.lists(st.text(min_size=1, max_size=12), max_size=12), st.sampled_from(list(ReadAs)))
def test_one_result_for_each_word_and_digits_stay(texts: list[str], read_as: ReadAs) -> None:
    results = restore_words(texts, read_as)
    assert len(results) == len(texts)
    assert all(0 <= r.confidence <= 1 for r in results)
    for text, result in zip(texts, results, strict=True):
        if not any(c.isalpha() or c == "|" for c in text):
            assert result.text == text
