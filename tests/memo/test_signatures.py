"""What tells quickly that a line approves nothing agrees with the whole rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.fold import bare
from pipeline.memo.signatures import _APPROVAL, are_two_names, is_approval

WORDS = (
    "Godkännare", "G0dkand", "god’känd", "godkänt", "av", "Digita1t", "DIGITALT", "signerad", "signerat",
    "e1ektr0niskt",
    "Elektroniskt", "undertecknat", "underskriven", "godkanna", "Attesterad", "signera", "s", "Ida", "Ek", "2026-05-05",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.sampled_from([" ", "  ", ", ", "."]))
def test_no_approval_is_passed_over(words: list[str], between: str) -> None:
    text = between.join(words)
    assert is_approval(text) == (len(text) < 120 and _APPROVAL.search(bare(text)) is not None)


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("Lars Ekbladh Kerstin Malmborg Ask", True),
        ("Lars Ek Bo Al", True),
        ("Anna Lind Ek Nils Lund", True),
        ("Per Olof Ek Anders Al", True),
        ("Sven-Erik Holm Anna-Lena Berg", True),
        ("Eva von Ek Nils Lund", True),
        ("Anna Maria Lind", False),
        ("Anna Maria Lind Ek", False),
        ("Hults Bygg och Järn", False),
        ("Eva Ek Strateg Chef", False),
        ("Kultur och fritid i Lund", False),
        ("Eva Ek Nils Kommun", False),
    ],
)
def test_two_names_beside_each_other(text: str, two: bool) -> None:
    assert are_two_names(text) == two
