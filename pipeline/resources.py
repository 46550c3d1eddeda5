"""Where the data tables and models that travel with the program lie.

Data tables stand beside the code (`pipeline/**/data/`). Models stand in `models/` of a checkout and in
`pipeline/models/` of an installed wheel.
"""

import csv
import tomllib
from functools import cache
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
