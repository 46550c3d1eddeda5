"""A linear model over cues: which role they speak for, and how likely it is.

The weights are tables in `models/roles/`: one line for each cue, one column for each role. A role's score is the sum of
its weights over the cues that stand round the date or the sum, and the scores become probabilities by softmax.
`bench/roles.py` fits them; see models/roles/README.md.
"""

import csv
import math
from functools import cache

import numpy as np

from pipeline.extract.role_cues import Around, Evidence, cues_of_word
from pipeline.resources import model_path

KEPT = 50_000  # words at places whose cues are kept


class RoleModel:
    """The weights of one table of cues."""

    def __init__(self, roles: tuple[str, ...], weights: dict[str, tuple[float, ...]], evidence: Evidence) -> None:
        self.roles = roles
        self._evidence = evidence
        self._rows = np.array([*weights.values(), (0.0,) * len(roles)])
        self._number = {cue: number for number, cue in enumerate(weights)}  # of a cue's row
        # each cue ends in what a word says: the cues by that, so that no cue needs to be spelt out to be looked up
        self._by_said: dict[str, dict[str, int]] = {}
        for cue, number in self._number.items():
            lead, _, said = cue.rpartition(" ")
            self._by_said.setdefault(said, {})[lead] = number
        self._leads: dict[tuple[str, str, str], tuple[list[str], list[str]]] = {}
        self._of_words: dict[tuple[str, str], dict[tuple[str, str], list[int]]] = {}
        self._kept = 0

    def odds(self, around: Around) -> list[float]:
        """The probability of each role, in the order of `roles`."""
        kind, when, plain, words = around
        known = self._number
        rows = [known.get("always", -1)]  # the last row is empty
        rows += [known[cue] for cue in plain if cue in known]
        of_words = self._of_words.get((kind, when))
        if of_words is None:
            of_words = self._of_words[kind, when] = {}
        for place in words:
            rows += of_words[place] if place in of_words else self._add(place, kind, when, of_words)
        scores: list[float] = np.add.reduce(self._rows.take(rows, axis=0)).tolist()
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        whole = sum(shares)
        return [share / whole for share in shares]

    def _add(
        self, place: tuple[str, str], kind: str, when: str, of_words: dict[tuple[str, str], list[int]]
    ) -> list[int]:
        """The rows of all cues of a word at a place."""
        self._kept += 1
        if self._kept > KEPT:
            self._kept = 0
            for known in self._of_words.values():
                known.clear()
        where, word = place
        leads = self._leads.get((where, kind, when)) or self._leads_of(where, kind, when)
        rows: list[int] = []
        for said in self._evidence(word):
            cues = self._by_said.get(said)
            if cues is not None:
                rows += [cues[lead] for lead in leads[said.isupper()] if lead in cues]
        of_words[place] = rows
        return rows

    def _leads_of(self, where: str, kind: str, when: str) -> tuple[list[str], list[str]]:
        """What stands before the last word of the cues at a place: of a word's own ones, of those of its classes."""
        own, of_class = ([cue[:-2] for cue in cues_of_word(where, [said], kind, when)] for said in ("x", "X"))
        self._leads[where, kind, when] = own, of_class
        return own, of_class


@cache
def role_model(name: str, evidence: Evidence) -> RoleModel:
    """The model `models/roles/<name>.csv`; evidence: what a word says by itself."""
    with model_path(f"roles/{name}.csv").open(encoding="utf-8", newline="") as handle:
        rows = csv.reader(handle)
        roles = tuple(next(rows)[1:])
        weights = {row[0]: tuple(float(weight or 0) for weight in row[1:]) for row in rows}
    return RoleModel(roles, weights, evidence)
