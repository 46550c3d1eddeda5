"""Facts found again in a memo's text, and a proposal's words compared with the outcome's."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from pipeline.site.model import Piece
from pipeline.site.record import Fact

_WHITE = re.compile(r"\s+")
_WORDS = re.compile(r"\S+|\s+")
CLOSE = 0.75  # of the words alike: the outcome is the proposal with changes
_MINUS = re.compile(r"(?<!\S)[-–−](?=\d)")
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
MOST_WORDS = 600
_SIGNS = "−\u201a"  # what stands for a minus and a decimal comma while numbers are compared
_MOST_PLACES = 400  # of one text that are looked at


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text in which the same facts stand. starts: those that begin here."""

    text: str
    keys: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


def stretches(text: str, facts: Iterable[Fact]) -> list[Stretch]:
    """The text cut where a fact begins or ends. A fact whose words aren't found stands in no stretch.

    The facts of a table come as they stand in the text: each is looked for after the one before it, where no other of
    its table stands, then anywhere. Two rows of one place (a party with two roles) are both marked there.
    """
    squeezed, at = _squeezed(text)
    behind: dict[str, int] = defaultdict(int)  # of a table: where its last fact began
    taken: dict[str, bytearray] = {}  # of a table: which characters are its facts
    places: dict[str, list[tuple[int, int]]] = {}
    spans: list[tuple[int, int, str]] = []
    for fact in facts:
        said = _WHITE.sub(" ", fact.text).strip()
        if len(said) < 2:
            continue
        if said not in places:
            places[said] = list(_places(squeezed, said))
        own = taken.setdefault(fact.group, bytearray(len(squeezed)))
        free = [(start, end) for start, end in places[said] if not any(own[start:end])]
        later = (place for place in free if place[0] >= behind[fact.group])
        chosen = next(later, None) or next(iter(free or places[said]), None)
        if chosen is None:
            continue
        start, end = chosen
        own[start:end] = b"\x01" * (end - start)
        behind[fact.group] = start
        spans.append((at[start], at[end - 1] + 1, fact.key))
    return _cut(text, spans)


def _places(text: str, said: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text as a whole, not within a longer word, number or date."""
    start = text.find(said)
    for _ in range(_MOST_PLACES):
        if start < 0:
            return
        end = start + len(said)
        before = text[max(0, start - 2) : start][::-1]
        if not _goes_on(before, said[0]) and not _goes_on(text[end : end + 2], said[-1]):
            yield start, end
        start = text.find(said, start + 1)


def _goes_on(beside: str, edge: str) -> bool:
    """Whether what stands beside a found text, nearest first, belongs to the same word or number: `2014` goes on in
    `2014/0377`, `2014-05` and `2014/TN`, and not in `2014.` or `(2014)`."""
    if not beside or not edge.isalnum():
        return False
    if beside[0].isalnum():
        return True
    more = beside[1:2]
    return edge.isdigit() and ((beside[0] in "/:-.," and more.isdigit()) or (beside[0] == "/" and more.isalpha()))


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text with single spaces, and where each of its characters stands in the text."""
    chars: list[str] = []
    at: list[int] = []
    for place, char in enumerate(text):
        if char.isspace():
            if chars and chars[-1] != " ":
                chars.append(" ")
                at.append(place)
        else:
            chars.append(char)
            at.append(place)
    return "".join(chars), at


def _cut(text: str, spans: list[tuple[int, int, str]]) -> list[Stretch]:
    edges = sorted({0, len(text), *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    keys: list[list[str]] = [[] for _ in edges]
    starts: list[list[str]] = [[] for _ in edges]
    for start, end, key in sorted(spans, key=lambda span: (span[0], -span[1])):
        first = bisect_right(edges, start) - 1
        starts[first].append(key)
        for place in range(first, len(edges)):
            if edges[place] >= end:
                break
            keys[place].append(key)
    pieces = [
        Stretch(text[start:end], tuple(keys[n]), tuple(starts[n])) for n, (start, end) in enumerate(pairwise(edges))
    ]
    return [piece for piece in pieces if piece.text]


@dataclass(frozen=True, slots=True)
class Compared:
    """A proposal and its outcome, what differs marked in both. how: `same`, `close` or `differs`."""

    how: str
    proposal: tuple[Piece, ...]
    decision: tuple[Piece, ...]


def compared(proposal: str, decision: str) -> Compared:
    """Two texts compared word by word."""
    first, second = _WORDS.findall(proposal), _WORDS.findall(decision)
    if [w for w in first if not w.isspace()] == [w for w in second if not w.isspace()]:
        return Compared("same", (Piece(proposal),), (Piece(decision),))
    if max(len(first), len(second)) > MOST_WORDS:
        return Compared("differs", (Piece(proposal),), (Piece(decision),))
    matcher = SequenceMatcher(None, [_plain(w) for w in first], [_plain(w) for w in second], autojunk=False)
    if matcher.ratio() < CLOSE:
        return Compared("differs", (Piece(proposal),), (Piece(decision),))
    one: list[Piece] = []
    other: list[Piece] = []
    for how, a0, a1, b0, b1 in matcher.get_opcodes():
        for pieces, words in ((one, first[a0:a1]), (other, second[b0:b1])):
            said = "".join(words)
            if said:
                pieces.append(Piece(said, how != "equal" and bool(said.strip())))
    same = not any(piece.marked for piece in (*one, *other))
    return Compared("same" if same else "close", tuple(one), tuple(other))


def _plain(word: str) -> str:
    return word.strip(".,;:").casefold() if not word.isspace() else " "


def telling(readings: Iterable[Fact]) -> tuple[Fact, ...]:
    """The places where two readers read different numbers, then those where they read different letters. Where only
    strokes, bullets and commas differ, nothing does; a minus before a number is part of it."""
    ranked = []
    for fact in readings:
        first, second = (
            _DECIMAL.sub(_SIGNS[1], _MINUS.sub(_SIGNS[0], fact.row[name] or "")) for name in ("first", "second")
        )
        if _kept(first, str.isalnum) == _kept(second, str.isalnum):
            continue
        ranked.append((_kept(first, str.isdigit) == _kept(second, str.isdigit), fact))
    return tuple(fact for _, fact in sorted(ranked, key=lambda pair: pair[0]))


def _kept(text: str, like: Callable[[str], bool]) -> str:
    return "".join(c for c in text if like(c) or c in _SIGNS)
