"""What tells quickly that a line approves nothing agrees with the whole rule."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.memo.fold import bare
from pipeline.memo.signatures import _APPROVAL, is_approval

WORDS = (
    "Godkännare", "G0dkand", "god’känd", "godkänt", "av", "Digita1t", "DIGITALT", "signerad", "signerat",
    "e1ektr0niskt",
    "Elektroniskt", "undertecknat", "underskriven", "godkanna", "Attesterad", "signera", "s", "Ida", "Ek", "2026-05-05",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.sampled_from([" ", "  ", ", ", "."]))
def test_no_approval_is_passed_over(words: list[str], between: str) -> None:
    text = between.join(words)
    assert is_approval(text) == (len(text) < 120 and _APPROVAL.search(bare(text)) is not None)
