"""Words of the index that are nearly the one typed: for a word that nothing holds."""

import sqlite3
from typing import NamedTuple

from pipeline.site.swedish import skeleton

_MOST = 5000  # words looked at
_TAKEN = 3


class Correction(NamedTuple):
    """A stem of the index, a word that has it, and how far it is from what was typed."""

    stem: str
    shown: str
    distance: float


def edited(db: sqlite3.Connection, typed: str) -> list[Correction]:
    """The stems nearest to a folded one, best first: at most one slip in four letters, two in eight. [] for none.

    A stem with one slip has its first or its second half whole, one with two has either half with one at most: the
    words that begin or end alike are looked through.
    """
    length = len(typed)
    if length < 4:
        return []
    most = 1 if length < 8 else 2
    half = max(2, length // 2 if most == 1 else length // 3)
    head, tail = typed[:half], typed[: -half - 1 : -1]
    rows = db.execute(
        "SELECT stem, folded, uses, shown FROM search_stems WHERE folded >= ? AND folded < ?"
        " AND length(folded) BETWEEN ? AND ? UNION SELECT stem, folded, uses, shown FROM search_stems"
        " WHERE backward >= ? AND backward < ? AND length(folded) BETWEEN ? AND ?"
        " UNION SELECT stem, folded, uses, shown FROM search_stems WHERE skeleton = ? LIMIT ?",
        (head, head + "\uffff", length - most, length + most, tail, tail + "\uffff", length - most, length + most,
         skeleton(typed), _MOST),
    )  # fmt: skip
    own = skeleton(typed)
    found = []
    for stem, folded, uses, shown in rows:
        distance = 0.5 if skeleton(folded) == own else float(_distance(typed, folded, most))
        if distance <= most:
            found.append((distance - min(uses, 1000) / 10_000, stem, shown))
    found.sort()
    nearest = found[0][0] if found else 0.0
    return [Correction(stem, shown, d) for d, stem, shown in found[:_TAKEN] if d <= nearest + 0.3]


def _distance(one: str, other: str, most: int) -> int:
    """Letters changed, dropped, added, or swapped with their neighbour; most + 1 where there are more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
