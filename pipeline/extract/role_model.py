"""A linear model over cues: which role they speak for, and how likely it is.

The weights are tables in `models/roles/`: one line for each cue, one column for each role. A role's score is the sum of
its weights over the cues that stand round the date or the sum, and the scores become probabilities by softmax.
`bench/roles.py` fits them; see models/roles/README.md.
"""

import csv
import math
from collections.abc import Iterable
from functools import cache

from pipeline.resources import model_path


class RoleModel:
    """The weights of one table of cues."""

    def __init__(self, roles: tuple[str, ...], weights: dict[str, tuple[float, ...]]) -> None:
        self.roles, self.weights = roles, weights
        self._bias = weights.get("always", (0.0,) * len(roles))

    def odds(self, cues: Iterable[str]) -> list[float]:
        """The probability of each role, in the order of `roles`."""
        known = [found for cue in cues if (found := self.weights.get(cue)) is not None]
        scores = [sum(column) for column in zip(self._bias, *known, strict=True)]
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        whole = sum(shares)
        return [share / whole for share in shares]

    def best(self, cues: Iterable[str]) -> tuple[str, float]:
        """The likeliest role and its probability."""
        odds = self.odds(cues)
        likeliest = max(odds)
        return self.roles[odds.index(likeliest)], likeliest


@cache
def role_model(name: str) -> RoleModel:
    """The model `models/roles/<name>.csv`."""
    with model_path(f"roles/{name}.csv").open(encoding="utf-8", newline="") as handle:
        rows = csv.reader(handle)
        roles = tuple(next(rows)[1:])
        weights = {row[0]: tuple(float(weight or 0) for weight in row[1:]) for row in rows}
    return RoleModel(roles, weights)
