"""Who pays whom: the party and the verb of a sum's clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.amounts_frames import frame_of

CLAUSES = [
    # the clause up to its sum, what stands after it, cues that it gives
    ("för dessa betalar staten ", " per dygn", ["money who state pay"]),
    ("kommunen betalar ", " till bolaget", ["money who own pay", "after till firm", "pay after till firm"]),
    ("bolaget har under året betalat ", " i hyra", ["money who firm pay"]),
    ("leverantören tar ", " per brukare", ["money who firm take"]),
    ("av beloppet har ", " sökts hos länsstyrelsen", ["money then get", "after hos state"]),
    ("föreningen söker ", " för resan", ["money who club get"]),
    ("lokalen hyrs ut till föreningen för ", "", ["money verb rent", "till club"]),
    ("ersättning från migrationsverket om ", "", ["money verb none", "från state"]),
    ("nämnden anslår ", " ur reserven", ["money who own allot"]),
    ("teatern ", "", ["money verb none", "money who none none"]),
    ("", "", ["money verb none", "money who none none"]),
]


@pytest.mark.parametrize(("left", "right", "cues"), CLAUSES)
def test_cues_of_a_clause(left: str, right: str, cues: list[str]) -> None:
    assert set(cues) <= set(frame_of(left, right, "money", -1))


def test_what_stands_behind_the_next_sum_is_not_asked() -> None:
    right = " och 40 kronor till bolaget"
    assert "after till firm" in frame_of("kommunen betalar ", right, "money", -1)
    assert "after till firm" not in frame_of("kommunen betalar ", right, "money", 5)


@given(st.text(max_size=300), st.text(max_size=200), st.integers(-1, 250))
def test_no_text_makes_it_raise(left: str, right: str, begins: int) -> None:
    cues = frame_of(left, right, "rate", begins)
    assert cues[0].startswith("rate verb ")
