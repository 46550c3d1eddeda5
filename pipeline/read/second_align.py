"""What the second reader read at each of the first reader's words, by aligning the characters of a line."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.read.second_model import Line

GAP = 0.7  # cost of a character that only one of the two has
CASE = 0.2
LIKE = 0.5
OTHER = 1.0
FAR = 0.12  # cost for each character's width that two characters stand apart
BAND = 6.0  # characters' widths; farther apart they cannot be the same
LIKES = (
    "0OoQD",
    "1lI|!i][)(/7t",
    "2Z%z",
    "5S§s$",
    "8B§&3",
    "6Gb%",
    "9gq",
    "4A%",
    "ÅÄAåäaà",
    "ÖOöoé6",
    "-–—~_.",
    ",.;:·'",
    "%26&",
)
_GROUPS: dict[str, frozenset[int]] = {
    c: frozenset(i for i, group in enumerate(LIKES) if c in group) for c in "".join(LIKES)
}
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of the first reader. x0, x1: its place, 0 to 1 of the line's width."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Heard:
    """What the second reader read at a word, "" where nothing; it may have spaces in it.

    places: the middle of each character, 0 to 1 of the line's width. sure: of its least sure character, 0 to 1.
    runs_on: whether it read no space between the word before and this one.
    """

    text: str = ""
    places: tuple[float, ...] = ()
    sure: float = 0.0
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    character: str
    x: float
    index: int  # of the word, or of the character in the second reader's line


def align(spots: Sequence[Spot], line: Line) -> list[Heard]:
    """For each of the words, in order from left to right, what the line says there.

    Each character of the line that is no space goes to one word at most: the one whose character it was matched
    with; where it was matched with none, the one it is written together with, or else stands nearest to.
    """
    ours = _marks(spots)
    theirs = [_Mark(c, line.places[i], i) for i, c in enumerate(line.text) if c != " "]
    if not spots or not theirs:
        return [Heard() for _ in spots]
    width = max(1e-4, sum(spot.x1 - spot.x0 for spot in spots) / max(1, len(ours)))
    owner: list[int | None] = [None] * len(theirs)
    for i, j in _matched(ours, theirs, width):
        owner[j] = ours[i].index
    spaced = [j > 0 and theirs[j].index - theirs[j - 1].index > 1 for j in range(len(theirs))]
    _adopt(owner, theirs, spaced, spots, width)
    found: list[list[int]] = [[] for _ in spots]
    for j, word in enumerate(owner):
        if word is not None:
            found[word].append(j)
    heard = []
    for word, members in enumerate(found):
        first = members[0] if members else 0
        runs_on = first > 0 and not spaced[first] and owner[first - 1] == word - 1
        heard.append(_heard(members, theirs, spaced, line, runs_on))
    return heard


def _marks(spots: Sequence[Spot]) -> list[_Mark]:
    marks = []
    for number, spot in enumerate(spots):
        step = (spot.x1 - spot.x0) / max(1, len(spot.text))
        marks += [_Mark(c, spot.x0 + (i + 0.5) * step, number) for i, c in enumerate(spot.text) if c != " "]
    return marks


def _matched(ours: list[_Mark], theirs: list[_Mark], width: float) -> list[tuple[int, int]]:
    """The cheapest alignment: pairs of indices, ascending. Linear in the line's length for lines of one height."""
    if [m.character for m in ours] == [m.character for m in theirs]:
        return [(i, i) for i in range(len(ours))]
    columns = len(theirs) + 1
    cost = [[math.inf] * columns for _ in range(len(ours) + 1)]
    cost[0] = [GAP * j for j in range(columns)]
    low = 0
    for i, mine in enumerate(ours, 1):
        row, above = cost[i], cost[i - 1]
        row[0] = GAP * i
        while low < len(theirs) and theirs[low].x < mine.x - BAND * width:
            low += 1
        if low:
            row[low] = above[low] + GAP
        for j in range(low + 1, columns):
            other = theirs[j - 1]
            apart = abs(other.x - mine.x) / width
            if other.x > mine.x and apart > BAND:
                row[j:] = [row[j - 1] + GAP * (k + 1) for k in range(columns - j)]
                break
            row[j] = min(
                above[j - 1] + _unlike(mine.character, other.character) + FAR * apart, above[j] + GAP, row[j - 1] + GAP
            )
    pairs = []
    i, j = len(ours), len(theirs)
    while i and j:
        here = cost[i][j]
        if here >= cost[i - 1][j] + GAP - 1e-9:
            i -= 1
        elif here >= cost[i][j - 1] + GAP - 1e-9:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _unlike(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a.casefold() == b.casefold():
        return CASE
    return LIKE if _GROUPS.get(a, _NONE) & _GROUPS.get(b, _NONE) else OTHER


def _adopt(
    owner: list[int | None], theirs: list[_Mark], spaced: list[bool], spots: Sequence[Spot], width: float
) -> None:
    """Give each character that was matched with none to a word, if one is near."""
    following: list[int | None] = [None] * len(owner)
    after: int | None = None
    for j in range(len(owner) - 1, -1, -1):
        following[j] = after
        after = owner[j] if owner[j] is not None else after
    before: int | None = None
    for j, mark in enumerate(theirs):
        if owner[j] is None:
            joined = (j > 0 and not spaced[j], j + 1 < len(owner) and not spaced[j + 1])
            candidates = [
                (_away(mark.x, spots[word]) / width + (0.0 if written else 1.0), rank, word)
                for rank, (word, written) in enumerate(zip((before, following[j]), joined, strict=True))
                if word is not None
            ]
            if candidates and min(candidates)[0] < 3.0:
                owner[j] = min(candidates)[2]
        before = owner[j] if owner[j] is not None else before


def _away(x: float, spot: Spot) -> float:
    return max(spot.x0 - x, x - spot.x1, 0.0)


def _heard(members: list[int], theirs: list[_Mark], spaced: list[bool], line: Line, runs_on: bool) -> Heard:
    text, places = "", []
    for rank, j in enumerate(members):
        if rank and spaced[j]:
            text += " "
            places.append((theirs[members[rank - 1]].x + theirs[j].x) / 2)
        text += theirs[j].character
        places.append(theirs[j].x)
    return Heard(text, tuple(places), min((line.sure[theirs[j].index] for j in members), default=0.0), runs_on)
