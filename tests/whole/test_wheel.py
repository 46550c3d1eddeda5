"""The wheel holds all that the program needs: data tables and models too."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import MEMO, ROOT


@pytest.mark.slow
def test_the_wheel_works_away_from_the_checkout(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(tmp_path), str(ROOT)], check=True, timeout=300
    )
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    parts = [path for path in (ROOT / "pipeline" / "site").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert {path.relative_to(ROOT).as_posix() for path in parts} <= held, "pages, scripts and styles"
    site = tmp_path / "site"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(site), str(wheel)], check=True, timeout=300)
    (tmp_path / "in").mkdir()
    lost = MEMO.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
    (tmp_path / "in" / "memo.txt").write_text(lost, encoding="utf-8")
    program = (
        "import pipeline, sys; assert sys.argv[1] in pipeline.__file__; "
        "from pipeline.cli import main; sys.exit(main(sys.argv[2:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(site), "run", "in", "-o", "out"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    (text,) = (tmp_path / "out" / "text").glob("*.txt")
    assert "Socialnämnden" in text.read_text(encoding="utf-8"), "the model that restores letters is not in the wheel"
