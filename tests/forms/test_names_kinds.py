"""Organisations of all kinds, in sentences, and what looks like one and is none: `names_kinds.txt`."""

from pathlib import Path

import pytest

from pipeline.forms.names import find_names

LINES = (Path(__file__).parent / "names_kinds.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.partition(" -> ") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "_", "told"), CASES)
def test_organisations(text: str, _: str, told: str) -> None:
    assert "; ".join(f"{m.name}|{m.type}" for m in find_names(text)) == told
