"""Review: the queue of uncertain rows, accepted or corrected by a person."""

from collections.abc import Callable
from typing import Any

from datasette import hookimpl  # type: ignore[import-untyped, unused-ignore]


@hookimpl  # type: ignore[untyped-decorator, unused-ignore]
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """The review's addresses, only where it is on."""
    return []
