"""A linear model over cues: which role they speak for, and how likely it is.

The weights are tables in `models/roles/`: one line for each cue, one column for each role. A role's score is the sum of
its weights over the cues that stand round the date or the sum, and the scores become probabilities by softmax.
`bench/roles.py` fits them; see models/roles/README.md.
"""

import csv
import math
from functools import cache
from itertools import repeat

import numpy as np

from pipeline.extract.role_cues import Around, Evidence, cues_of_word
from pipeline.resources import model_path

KEPT = 50_000  # words at places whose cues are kept
_EMPTY = repeat(-1)  # the row of a cue that the model does not know: the last one, of noughts


class _Places:
    """What is known of words near one kind of date or sum."""

    def __init__(self, kind: str, when: str) -> None:
        self._kind, self._when = kind, when
        self.of_words: dict[tuple[str, str], list[int]] = {}  # the rows of a word at a place
        self.leads: dict[str, tuple[list[str], list[str]]] = {}

    def leads_of(self, where: str) -> tuple[list[str], list[str]]:
        """What stands before the last word of the cues at a place: of a word's own ones, of those of its classes."""
        own, of_class = (
            [cue[:-2] for cue in cues_of_word(where, [said], self._kind, self._when)] for said in ("x", "X")
        )
        self.leads[where] = own, of_class
        return own, of_class


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
        self._always = self._number.get("always", -1)
        self._places: dict[tuple[str, str], _Places] = {}
        self._kept = 0

    def odds(self, around: Around) -> list[float]:
        """The probability of each role, in the order of `roles`."""
        kind, when, plain, words = around
        rows = [self._always, *map(self._number.get, plain, _EMPTY)]
        places = self._places.get((kind, when))
        if places is None:
            places = self._places[kind, when] = _Places(kind, when)
        of_words = places.of_words
        for place in words:
            of_word = of_words.get(place)
            rows += self._add(place, places) if of_word is None else of_word
        scores: list[float] = np.add.reduce(self._rows.take(rows, axis=0)).tolist()
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        whole = sum(shares)
        return [share / whole for share in shares]

    def _add(self, place: tuple[str, str], places: _Places) -> list[int]:
        """The rows of all cues of a word at a place."""
        self._kept += 1
        if self._kept > KEPT:
            self._kept = 0
            for known in self._places.values():
                known.of_words.clear()
        where, word = place
        leads = places.leads.get(where) or places.leads_of(where)
        by_said = self._by_said
        rows: list[int] = []
        for said in self._evidence(word):
            cues = by_said.get(said)
            if cues is not None:
                for lead in leads[said.isupper()]:
                    if lead in cues:
                        rows.append(cues[lead])
        places.of_words[place] = rows
        return rows


@cache
def role_model(name: str, evidence: Evidence) -> RoleModel:
    """The model `models/roles/<name>.csv`; evidence: what a word says by itself."""
    with model_path(f"roles/{name}.csv").open(encoding="utf-8", newline="") as handle:
        rows = csv.reader(handle)
        roles = tuple(next(rows)[1:])
        weights = {row[0]: tuple(float(weight or 0) for weight in row[1:]) for row in rows}
    return RoleModel(roles, weights, evidence)
