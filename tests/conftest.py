"""What the tests share: where things lie, and small sources made on the spot."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings

# A test's speed is the machine's affair: hypothesis would fail one that takes 0.2 s while a model is loaded.
settings.register_profile("lupp", deadline=None)
settings.load_profile("lupp")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def has_tesseract() -> bool:
    """Whether Tesseract with Swedish is installed."""
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return "swe" in (listed.stdout + listed.stderr).split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked `ocr` say why they skip where Tesseract is missing."""
    if has_tesseract():
        return
    skip = pytest.mark.skip(reason="Tesseract with Swedish is not installed: apt-get install tesseract-ocr-swe")
    for item in items:
        if item.get_closest_marker("ocr"):
            item.add_marker(skip)


MEMO = """\
Exempelby kommun                    TJÄNSTESKRIVELSE
Socialförvaltningen                 2021-03-04
                                    Dnr SN 2021/123

Socialnämnden

Avtal om skuldrådgivning

Förslag till beslut

1. Socialnämnden godkänner avtalet om skuldrådgivning.
2. Förvaltningschefen får i uppdrag att underteckna avtalet.

Ärendet

Kostnaden uppgår till 450 000 kronor per år från och med den 1 april 2021.

Anna Lind
Förvaltningschef
"""


@pytest.fixture
def memo_file(tmp_path: Path) -> Path:
    """A folder with one memo as a text file; returns the file."""
    folder = tmp_path / "in"
    folder.mkdir()
    file = folder / "memo.txt"
    file.write_text(MEMO, encoding="utf-8")
    return file
