from pathlib import Path

import pytest

from pipeline.settings import Ner, SettingError, load, nearest


def test_default(tmp_path: Path) -> None:
    settings, unknown = load({}, {}, tmp_path)
    assert (settings.output, settings.lang, settings.redo) == (Path("outputs"), "sv", False)
    assert settings.jobs >= 1
    assert unknown == []


def test_flag_over_environment_over_file(tmp_path: Path) -> None:
    (tmp_path / "lupp.toml").write_text('output = "from-file"\njobs = 3\nlang = "en"\n', encoding="utf-8")
    assert load({}, {}, tmp_path)[0].output == Path("from-file")
    assert load({}, {"LUPP_OUTPUT": "from-env"}, tmp_path)[0].output == Path("from-env")
    settings, _ = load({"output": Path("from-flag")}, {"LUPP_OUTPUT": "from-env", "LUPP_JOBS": "5"}, tmp_path)
    assert (settings.output, settings.jobs, settings.lang) == (Path("from-flag"), 5, "en")


def test_unknown_names_are_told(tmp_path: Path) -> None:
    (tmp_path / "lupp.toml").write_text('colour = "red"\n', encoding="utf-8")
    assert load({}, {}, tmp_path)[1] == ["colour"]


@pytest.mark.parametrize(
    "toml", ["jobs = 0", 'jobs = "many"', 'lang = "no"', "output = 3", "jobs = ", 'output = ""'], ids=str
)
def test_senseless_values(tmp_path: Path, toml: str) -> None:
    (tmp_path / "lupp.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(SettingError):
        load({}, {}, tmp_path)


def test_the_recogniser_of_names(tmp_path: Path) -> None:
    assert load({}, {}, tmp_path)[0].ner == Ner()
    (tmp_path / "lupp.toml").write_text('[ner]\nmodel = "bert"\n[ner.labels]\nPRS = "person"\nEVN = "none"\n', "utf-8")
    assert load({}, {}, tmp_path)[0].ner == Ner("bert", (("EVN", "none"), ("PRS", "person")))
    assert load({}, {"LUPP_NER": "off"}, tmp_path)[0].ner.model == "off"
    (tmp_path / "bert").mkdir()
    assert load({}, {}, tmp_path)[0].ner.model == str((tmp_path / "bert").resolve())


def test_unknown_names_of_the_recogniser_are_told(tmp_path: Path) -> None:
    (tmp_path / "lupp.toml").write_text('[ner]\nmodell = "bert"\n', encoding="utf-8")
    assert load({}, {}, tmp_path)[1] == ["ner.modell"]


@pytest.mark.parametrize(
    "toml",
    ["ner = 3", "[ner]\nmodel = 3", "[ner]\nlabels = 3", '[ner.labels]\nA = "man"', "[ner.labels]\nA = 1"],
)
def test_senseless_recognisers(tmp_path: Path, toml: str) -> None:
    (tmp_path / "lupp.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(SettingError):
        load({}, {}, tmp_path)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ouput", "output"), ("outputs", "output"), ("job", "jobs"), ("language", "lang"), ("Lang", "lang"),
        ("ner.modle", "ner.model"), ("ner.modell", "ner.model"), ("ner.lables", "ner.labels"), ("model", "ner.model"),
        ("modle", "ner.model"), ("colour", ""), ("ner.colour", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_nearest_setting(name: str, meant: str) -> None:
    assert nearest(name) == meant
