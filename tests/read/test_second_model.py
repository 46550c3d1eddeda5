"""The cut network of `models/second/`: it says what the whole one says, which serves where it is missing."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.read import second_model
from pipeline.read.second_model import EXTRA, RARE, RECOGNITION, Line, installed, recognise
from pipeline.resources import model_path
from tests.read.make import sheet

pytestmark = pytest.mark.skipif(not second_model.usable(), reason="rapidocr or onnxruntime is not installed")

LINES = [
    "Kommunstyrelsen beslutade den 12 mars 2019, § 83, att anslå 1 250 000 kronor",
    "30 % av 4 500 m² – högst 12,5 € per dag, dnr KS 2019/0417 (bilaga 2).",
    "André Šiman och Zoë Muñoz, Ängsvägen 7 B, 0123-456 78",
    "UTÖKAD ÖPPETTID: kl. 07.30–18.00 »enligt taxa« ±0; 5 × 3 = 15",
]


def pictures() -> Iterator[Image.Image]:
    """Each line alone, as it is and in poor print."""
    dice = np.random.default_rng(7)
    for line in LINES:
        printed = sheet([line], 220, height=120)
        ink = np.flatnonzero((np.asarray(printed) < 128).any(axis=1))
        strip = printed.crop((0, int(ink[0]) - 6, printed.width, int(ink[-1]) + 7)).convert("L")
        yield strip
        noise = dice.normal(0, 40, (strip.height, strip.width))
        yield Image.fromarray(np.clip(np.asarray(strip) * 0.6 + 60 + noise, 0, 255).astype(np.uint8))


@pytest.fixture
def fresh() -> Iterator[None]:
    second_model._recogniser.cache_clear()
    yield
    second_model._recogniser.cache_clear()


def read() -> list[Line]:
    return [line for picture in pictures() if (line := recognise(picture))]


def whole() -> Path:
    found = installed(RECOGNITION)
    assert found
    return found


@pytest.mark.usefixtures("fresh")
def test_the_cut_network_says_what_the_whole_one_says(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = read()
    monkeypatch.setattr(second_model, "CUT", "no such folder")
    second_model._recogniser.cache_clear()
    uncut = read()
    assert len(cut) == 2 * len(LINES)
    assert [line.text for line in cut] == [line.text for line in uncut]
    assert [line.places for line in cut] == [line.places for line in uncut]
    for one, other in zip(cut, uncut, strict=True):
        assert one.sure == pytest.approx(other.sure, abs=0.1)
    assert "1 250 000" in cut[0].text


def test_the_cut_network_knows_every_character_that_is_looked_for() -> None:
    path = model_path(f"{second_model.CUT}/{whole().name}")
    if not path.is_file():
        pytest.skip(f"no cut network for {whole().name}: bench/cut_reader.py makes one")
    cut, uncut = second_model._loaded(path), second_model._loaded(whole())
    assert cut
    assert uncut
    assert cut.characters == uncut.characters
    assert set(EXTRA + "åäöÅÄÖ0123456789 ") <= set(cut.characters) | {"—"}
    assert len(set(RARE) & set(cut.characters)) > 30
    assert cut.session.get_outputs()[0].shape[-1] < 4_000


@pytest.mark.usefixtures("fresh")
def test_a_damaged_cut_network_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "damaged.onnx"
    damaged.write_bytes(b"\x08\x07 not a network")
    monkeypatch.setattr(second_model, "model_path", lambda name: damaged)
    assert second_model.usable()
    assert "2019" in read()[0].text
