from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.calibration import calibrated

TABLES = st.sampled_from(["decisions", "dates", "amounts", "parties", "references"])


@given(TABLES, st.booleans(), st.floats(0, 1), st.floats(0, 1))
def test_surer_rows_are_never_less_likely(table: str, digital: bool, a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0 <= calibrated(table, digital, low) <= calibrated(table, digital, high) + 1e-9 <= 1 + 1e-9


@given(TABLES, st.booleans())
def test_doubt_is_not_smoothed_away(table: str, digital: bool) -> None:
    assert calibrated(table, digital, 0.0) == 0
    assert calibrated(table, digital, 0.3) < calibrated(table, digital, 0.95) - 0.25
    assert calibrated(table, digital, 0.95) > 0.75


def test_a_table_without_a_curve_keeps_its_confidence() -> None:
    assert calibrated("privacy", True, 0.42) == 0.42
