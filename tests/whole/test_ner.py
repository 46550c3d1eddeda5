"""The recogniser of names as a person meets it: lupp.toml, LUPP_NER, and what is said when it can't be used."""

from pathlib import Path

import pytest
import spacy

from tests.whole.conftest import Lupp

MEMO = "Sala kommun\n\nTjänsteskrivelse\n2019-03-04\n\nUppdrag om bad\n\nDelges Zorvex den 4 mars 2019.\n"


def test_a_wrong_name_stops_the_run(lupp: Lupp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "memo.txt").write_text(MEMO, encoding="utf-8")
    monkeypatch.setenv("LUPP_NER", "no_such_model")
    result = lupp(tmp_path / "memo.txt", flags=["--lang", "en"])
    assert result.code == 3
    assert "no_such_model" in result.stderr
    assert "off" in result.stderr


def test_another_model_makes_the_rows_anew(lupp: Lupp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = spacy.blank("sv")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Zorvex"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "model")
    (tmp_path / "memo.txt").write_text(MEMO, encoding="utf-8")
    monkeypatch.setenv("LUPP_NER", "off")
    assert lupp(tmp_path / "memo.txt", flags=["--lang", "en"]).code == 0
    again = lupp(tmp_path / "memo.txt", flags=["--lang", "en"])
    assert "0 handled now" in again.stderr
    monkeypatch.setenv("LUPP_NER", str(tmp_path / "model"))
    anew = lupp(tmp_path / "memo.txt", flags=["--lang", "en"])
    assert anew.code == 0
    assert "1 handled now" in anew.stderr
