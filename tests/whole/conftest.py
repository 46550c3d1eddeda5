"""The program from outside: run as a command in a process of its own."""

import csv
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    stdout: str
    stderr: str
    output: Path

    def rows(self, table: str) -> list[dict[str, str]]:
        with (self.output / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
            return list(csv.DictReader(handle))

    def documents(self) -> dict[str, dict[str, str]]:
        return {row["source"]: row for row in self.rows("documents")}


Lupp = Callable[..., Result]


@pytest.fixture
def lupp(tmp_path: Path) -> Lupp:
    """Runs `lupp run PATHS -o OUTPUT FLAGS` and returns what came of it."""

    def call(
        *paths: Path, output: Path | None = None, flags: Sequence[str] = (), env: dict[str, str] | None = None
    ) -> Result:
        folder = output or tmp_path / "out"
        done = subprocess.run(
            [sys.executable, "-m", "pipeline.cli", "run", *map(str, paths), "-o", str(folder), *flags],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            timeout=600,
        )
        return Result(done.returncode, done.stdout, done.stderr, folder)

    return call
