"""`search.sqlite`: the only database that the site serves, made from `lupp.sqlite`."""

from collections.abc import Callable
from pathlib import Path

Report = Callable[[str, int, int], None]


class SearchIndexError(Exception):
    """The index cannot be made; args: key of a message (`no_ledger`, `other_columns`, `damaged`), path, detail."""


def ensure_index(output: Path, *, unmasked: bool = False, report: Report | None = None) -> Path:
    """The path of `search.sqlite` (unmasked: `search-unmasked.sqlite`) in a run's output folder, made where needed.

    report: called with the step's name, how many rows are done, and how many there are. Raises SearchIndexError.
    """
    raise NotImplementedError
