"""What workers are forked from has read a memo: models are loaded, and nothing of it is looked for garbage."""

import gc
import subprocess
import sys

import pytest

from pipeline import warm


def test_what_is_loaded_is_set_aside() -> None:
    """In a process of its own: what is frozen stays so."""
    code = "import gc, pipeline.preloaded; from pipeline.memo.restore_model import model; print(gc.get_freeze_count())"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert int(said) > 50_000


def test_a_damaged_model_does_not_stop_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(warm, "memos_of", broken)
    monkeypatch.setattr(gc, "freeze", lambda: None)  # not in the process of the tests
    warm.settle()
