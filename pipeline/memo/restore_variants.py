"""The words that a word as read may have been if some of its letters were confused with others."""

from collections.abc import Container
from functools import cache, lru_cache
from itertools import product
from math import inf, log
from operator import itemgetter
from typing import NamedTuple

from pipeline.memo.restore_channel import MARKED, Channel
from pipeline.memo.restore_model import fold
from pipeline.resources import data_path

NEVER = 99.0
REVERSED = 9.0  # nats for a mark that the reader added
SWAPPED = 6.5  # nats for å read as ä, or the other way
LEFT_OUT = (("ö", 5.0, "o"), ("å", 5.7, "a"), ("ä", 6.4, "a"))  # nats for a letter that the reader left out
AGAIN = 2.0  # nats for a confusion that the word has already
NO_U = 7.0  # nats for an ü read as u: an English OCR reads ii, or i
HALVED = 7.0  # nats for a doubled letter of which one was left out
AT_HOME = 0.7  # nats for an é at a name's end, where one is printed, in a word with other misread letters
MAX_VARIANTS = 48
ODD = frozenset("é6041|5$¢&8€ôóõøàáâãü\ufffd")  # seldom or never part of a printed Swedish word


# place, what was read there, what may be meant, cost in nats, what may be meant without marks
Option = tuple[int, str, str, float, str]


class Variant(NamedTuple):
    """What a word may be: its letters, in lower case, the places of those that are not as read, what reading it so
    costs, in nats, and the letters without marks."""

    text: str
    fixed: frozenset[int]
    cost: float
    key: str


_NONE: frozenset[int] = frozenset()
_new = tuple.__new__  # as `Variant(…)`, without a call in between: thousands are made of each text


def plainly(text: str, cost: float = 0.0) -> Variant:
    """A word, in lower case, that is as it was read."""
    return Variant(text, _NONE, cost, fold(text))


def changed(text: str, fixed: frozenset[int], cost: float) -> Variant:
    """A word, in lower case, of which some letters are not as read."""
    return Variant(text, fixed, cost, fold(text))


def part(variant: Variant, start: int, end: int | None = None) -> Variant:
    """A piece of a variant, its cost left out."""
    text, fixed, _, key = variant
    if fixed:
        stop = len(text) if end is None else end
        fixed = frozenset([i - start for i in fixed if start <= i < stop])
    return _new(Variant, (text[start:end], fixed, 0.0, key[start:end]))


@cache
def _run(start: int, length: int) -> frozenset[int]:
    """The places of so many letters from one on."""
    return frozenset(range(start, start + length))


@cache
def confusions() -> dict[str, list[tuple[str, str, float]]]:
    """The confusions by the first character seen: (seen, meant, cost in nats)."""
    table: dict[str, list[tuple[str, str, float]]] = {}
    for line in data_path("memo/data/restore_confusions.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "seen")):
            seen, meant, weight = line.split("\t")
            table.setdefault(seen[0], []).append((seen, meant.lower(), -log(float(weight) / 100)))
    return table


def fit(variant: Variant, word: str, channel: Channel) -> float:
    """The cost of reading `word` as the variant, marks only; NEVER where it does not fit."""
    cost, text = 0.0, variant.text
    if text == word and word.isascii():
        return cost
    for i, (seen, meant) in enumerate(zip(text, word, strict=True)):
        if seen == meant and meant < "\x7f":
            continue
        place = MARKED.find(meant)
        if seen == meant:
            if place >= 0 and i not in variant.fixed:
                cost += channel.kept[place]
        elif i in variant.fixed:
            return NEVER
        elif place >= 0:
            cost += channel.lost[place] if seen in "ao" else SWAPPED if seen in MARKED else 3.0
        elif meant < "\x7f":
            cost += REVERSED
        elif meant == "é":
            cost += channel.accent
        else:
            cost += NO_U if meant == "ü" else 2.5  # è, à and their like
    return cost


@lru_cache(maxsize=50_000)
def undone(letters: str, odd: bool, swaps: float) -> tuple[tuple[str, str, float, str], ...]:
    """The confusions that the first of some letters may begin, by the next ones: an option each, but for its place.

    odd: whether it is no letter that a Swedish word has there. swaps: by how much d and i for å and ä cost less.
    """
    return tuple(
        (seen, meant, cost - swaps if seen in "di" else cost, fold(meant))
        for seen, meant, cost in confusions().get(letters[0], ())
        if letters.startswith(seen) and meant != seen and not (seen.isupper() and not odd and meant != "ö")
    )


@cache
def longest() -> int:
    """Letters of the longest confusion."""
    return max(len(seen) for known in confusions().values() for seen, _, _ in known)


def options_of(piece: str, low: str, channel: Channel) -> list[Option]:
    """The confusions that may be undone in a word, by place; low: the word in lower case."""
    swaps = log(channel.odd) if channel.bold else 0.0
    mixed, reach = not piece.isupper(), longest()
    options: list[Option] = []
    capitals = low != piece
    for i, character in enumerate(piece):
        # Gr is är: no Ä looks like a G, but ä may; Ijus is ljus
        odd = character in ODD or (mixed and capitals and (character.isupper() if i else character in "GI"))
        told = undone(piece[i : i + reach], odd, swaps)
        for seen, meant, cost, bare in told:
            options.append((i, seen, meant, cost, bare))
        if capitals and i and low[i] == low[i - 1] and piece[i] != piece[i - 1] and len(low) > 3:
            options.append((i - 1, piece[i - 1 : i + 1], low[i], 3.0, fold(low[i])))
    return options


def undo_one(low: str, key: str, option: Option) -> Variant:
    """A word in lower case with one confusion undone; key: the word without marks."""
    i, seen, meant, cost, bare = option
    after = i + len(seen)
    fixed = _run(i, len(meant))
    return _new(Variant, (low[:i] + meant + low[after:], fixed, cost, key[:i] + bare + key[after:]))


def undo(low: str, edits: tuple[Option, ...]) -> Variant | None:
    """A word in lower case with some confusions undone; None if they share letters."""
    fixed: set[int] = set()
    text, cost, at = "", 0.0, 0
    for i, seen, meant, price, _ in sorted(edits):
        if i < at:
            return None
        text += low[at:i]
        fixed |= _run(len(text), len(meant))
        text += meant
        cost += price
        at = i + len(seen)
    text += low[at:]
    return changed(text, frozenset(fixed), cost)


def variants(piece: str, channel: Channel, most: float = inf) -> list[Variant]:
    """The word as read, then with one confusion undone, or all that it plainly shows; cheapest first.

    most: a single confusion that costs more need not be undone.
    """
    low = piece.lower()
    options = options_of(piece, low, channel)
    forced = [i for i, character in enumerate(piece) if character in ODD]
    plain = plainly(low)
    if not forced:
        options.sort(key=cost_of)
        key = plain.key
        found = [undo_one(low, key, option) for option in options if option[3] < most]
        return [plain, *found, *(v for edits in alike(options) if (v := undo(low, edits)))]
    found = [] if any(piece[i] != "é" for i in forced) else [plain]
    choices = [[o for o in options if o[0] <= i < o[0] + len(o[1])] for i in forced]
    for i, choice in zip(forced, choices, strict=True):
        if low[i] == "é" and len(forced) > 1 and low[i + 1 :] in ("", "n", "ns", "r", "rs"):  # Sj6dén
            choice.append((i, "é", "é", AT_HOME, "e"))
    if not all(choices) or len(forced) > 3:
        return [plain]
    for chosen in product(*choices):
        variant = undo(low, tuple(set(chosen)))
        if variant:
            found.append(variant)
    found.sort(key=lambda v: v.cost)
    return found[:MAX_VARIANTS]


cost_of = itemgetter(3)


def alike(options: list[Option]) -> list[tuple[Option, ...]]:
    """The same confusion wherever it may be: what was read so once is often read so again (fiirdtjiinst)."""
    places: dict[tuple[str, str], list[Option]] = {}
    for option in options:
        if not option[2].isascii():
            what = option[1:3]
            if what in places:
                places[what].append(option)
            else:
                places[what] = [option]
    return [
        (found[0], *((i, seen, meant, AGAIN, bare) for i, seen, meant, _, bare in found[1:]))
        for found in places.values()
        if 1 < len(found) < 4
    ]


def doubled(low: str) -> list[Variant]:
    """The word with one of its consonants doubled: frit for fritt."""
    return [
        changed(low[: i + 1] + low[i:], _run(i, 2), HALVED)
        for i in range(1, len(low))
        if low[i] in "bdfgklmnprst" and low[i - 1] != low[i] and low[i + 1 : i + 2] != low[i]
    ]


def dropped(plain: Variant, reach: int, known: Container[str]) -> list[Variant]:
    """A word as read with an å, ä or ö that the reader left out put back, at every place to `reach`.

    known: what words fold to; variants that fold to none of these are left out.
    """
    low, key = plain.text, plain.key
    found: list[Variant] = []
    for i in range(min(reach, len(low)) + 1):
        head, tail = key[:i], key[i:]
        with_o, with_a = head + "o" + tail in known, head + "a" + tail in known
        if with_o or with_a:
            found += [
                Variant(low[:i] + letter + low[i:], _run(i, 1), cost, head + bare + tail)
                for letter, cost, bare in LEFT_OUT
                if (with_o if bare == "o" else with_a) and low[i - 1 : i] != letter
            ]
    return found
