"""The first set-up by the script `lupp`, with a pip that only says what pip says."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PIP = """#!/bin/sh
case "$*" in
  *--version*) exit 0 ;;
esac
echo "WARNING: Running pip as the 'root' user can result in broken permissions" >&2
[ -z "$PIP_FAILS" ] || { echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES" >&2; exit 1; }
printf '#!/bin/sh\\necho "$@"\\n' >"$(dirname "$0")/lupp"
chmod +x "$(dirname "$0")/lupp"
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with nothing but what the script looks at; its path has a space."""
    folder = tmp_path / "the checkout"
    (folder / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "lupp", folder)
    for name in ("requirements.lock", "pyproject.toml"):
        (folder / name).write_text("", encoding="utf-8")
    python = folder / ".venv" / "bin" / "python"
    python.write_text(PIP, encoding="utf-8")
    python.chmod(0o755)
    return folder


def started(checkout: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [checkout / "lupp", "run", "a b"],
        capture_output=True, text=True, check=False,
        env={**os.environ, "LUPP_NO_APT": "1", "LUPP_LANG": "sv", **environ},
    )  # fmt: skip


def test_what_pip_warns_of_does_not_fill_the_terminal(checkout: Path) -> None:
    first = started(checkout)
    assert (first.returncode, first.stdout) == (0, "run a b\n")
    assert "installerar Python-paketen" in first.stderr
    assert "WARNING" not in first.stderr
    assert "WARNING" in (checkout / ".venv" / "setup.log").read_text(encoding="utf-8")
    assert "installerar" not in started(checkout).stderr


def test_why_a_set_up_failed_is_shown(checkout: Path) -> None:
    failed = started(checkout, PIP_FAILS="yes")
    assert failed.returncode == 3
    assert "DO NOT MATCH THE HASHES" in failed.stderr
    assert "kunde inte installeras" in failed.stderr
    assert started(checkout).returncode == 0
