"""Where the data tables and models that travel with the program lie.

Data tables stand beside the code (`pipeline/**/data/`). Models stand in `models/` of a checkout and in
`pipeline/models/` of an installed wheel.
"""

import csv
import hashlib
import tomllib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent


def data_path(name: str) -> Path:
    """A data table by its path within the package: `extract/data/actions.csv`."""
    return PACKAGE / name


def model_path(name: str) -> Path:
    """A model's file or folder by its name in `models/`."""
    installed = PACKAGE / "models" / name
    return installed if installed.exists() else PACKAGE.parent / "models" / name


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV data table with a header line; lines that begin with # are comments."""
    with data_path(name).open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(line for line in handle if not line.startswith("#")))


@cache
def toml(name: str) -> dict[str, Any]:
    """A TOML data table."""
    return tomllib.loads(data_path(name).read_text(encoding="utf-8"))


@cache
def program_version() -> str:
    """The installed version and a hash of the code, data tables and models that make the rows.

    Rows made by another version of any of them are made again at the next run: a version number alone would let a
    checkout that was mended go on showing what it read before.
    """
    digest = hashlib.sha256()
    code = [(path.relative_to(PACKAGE), path) for path in PACKAGE.rglob("*")]
    parts = [(name, path) for name, path in code if name.parts[0] not in ("models", "site")]
    models = PACKAGE / "models" if (PACKAGE / "models").exists() else PACKAGE.parent / "models"
    parts += [(Path("models") / path.relative_to(models), path) for path in models.rglob("*")]
    for name, path in sorted(parts):
        made = path.suffix in (".py", ".csv", ".toml", ".tsv", ".txt", ".npz", ".xz", ".bin")
        made = made or (name.parts[0] == "models" and path.suffix != ".md")  # files of a spaCy model have any suffix
        if path.is_file() and made:
            digest.update(f"{name.as_posix()}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{version('beslutslupp')}+{digest.hexdigest()[:8]}"
