"""Words of the index that are nearly the one typed: for a word that nothing holds."""

import sqlite3
from typing import NamedTuple

from pipeline.site.swedish import skeleton

_MOST = 5000  # words looked at
_TAKEN = 3
_MOST_ALIKE = 60


class Correction(NamedTuple):
    """A word of the index, its stem, and how far it is from what was typed."""

    word: str
    stem: str
    distance: float


def edited(db: sqlite3.Connection, typed: str) -> list[Correction]:
    """The words nearest to a folded one, best first: at most one slip in four letters, two in eight. [] for none.

    With one slip the first or the second half is whole, with two a third at either end most often: the words that
    begin or end alike are looked through.
    """
    length = len(typed)
    if length < 4:
        return []
    most = 1 if length < 8 else 2
    half = max(2, length // 2 if most == 1 else length // 3)
    head, tail = typed[:half], typed[: -half - 1 : -1]
    rows = db.execute(
        "SELECT word, folded, uses, stem FROM search_words WHERE folded >= ? AND folded < ?"
        " AND length(folded) BETWEEN ? AND ? UNION SELECT word, folded, uses, stem FROM search_words"
        " WHERE backward >= ? AND backward < ? AND length(folded) BETWEEN ? AND ?"
        " UNION SELECT word, folded, uses, stem FROM search_words WHERE skeleton = ? LIMIT ?",
        (head, head + "\uffff", length - most, length + most, tail, tail + "\uffff", length - most, length + most,
         skeleton(typed), _MOST),
    )  # fmt: skip
    own = skeleton(typed)
    found = []
    for word, folded, uses, stem in rows:
        distance = 0.5 if skeleton(folded) == own else float(_distance(typed, folded, most))
        if distance <= most:
            found.append((distance - min(uses, 1000) / 10_000, word, stem))
    found.sort()
    nearest = found[0][0] if found else 0.0
    return [Correction(word, stem, d) for d, word, stem in found[:_TAKEN] if d <= nearest + 0.3]


def beginning(db: sqlite3.Connection, folded: str) -> list[str]:
    """Stems of words that begin or end with a folded stem: compounds that no lexicon takes apart."""
    if len(folded) < 4:
        return []
    back = folded[::-1]
    rows = db.execute(
        "SELECT stem FROM (SELECT stem, uses FROM search_words WHERE folded > ? AND folded < ?"
        " UNION ALL SELECT stem, uses FROM search_words WHERE backward > ? AND backward < ?) ORDER BY uses DESC"
        " LIMIT ?",
        (folded, folded + "\uffff", back, back + "\uffff", _MOST_ALIKE),
    )
    return list(dict.fromkeys(row[0] for row in rows))


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
