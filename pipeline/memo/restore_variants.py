"""The words that a word as read may have been if some of its letters were confused with others."""

from functools import cache
from itertools import product
from math import log
from typing import NamedTuple

from pipeline.memo.restore_channel import MARKED, Channel
from pipeline.resources import data_path

NEVER = 99.0
REVERSED = 9.0  # nats for a mark that the reader added
SWAPPED = 6.5  # nats for å read as ä, or the other way
LEFT_OUT = (("ö", 5.0), ("å", 5.7), ("ä", 6.4))  # nats for a letter that the reader left out
AGAIN = 2.0  # nats for a confusion that the word has already
HALVED = 7.0  # nats for a doubled letter of which one was left out
AT_HOME = 0.7  # nats for an é at a name's end, where one is printed, in a word with other misread letters
MAX_VARIANTS = 48
ODD = frozenset("é6041|5$¢&8€ôóõøàáâãü\ufffd")  # seldom or never part of a printed Swedish word


Option = tuple[int, str, str, float]  # place, what was read there, what may be meant, cost in nats


class Variant(NamedTuple):
    text: str
    fixed: frozenset[int]
    cost: float


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
    cost = 0.0
    for i, (seen, meant) in enumerate(zip(variant.text, word, strict=True)):
        if meant < "\x7f" and seen == meant:
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
        else:
            cost += 2.5  # é, ü and their like
    return cost


def variants(piece: str, channel: Channel) -> list[Variant]:
    """The word as read, then with one confusion undone, or all that it plainly shows; cheapest first."""
    table = confusions()
    low = piece.lower()
    options: list[Option] = []
    forced: list[int] = []
    for i, character in enumerate(piece):
        odd = character in ODD or (character.isupper() and i > 0 and not piece.isupper())
        # Gr is är: no Ä looks like a G, but ä may; Ijus is ljus
        odd = odd or (character in "GI" and i == 0 and not piece.isupper())
        if character in ODD:
            forced.append(i)
        for seen, meant, cost in table.get(character, ()):
            if piece.startswith(seen, i) and meant != seen and not (seen.isupper() and not odd and meant != "ö"):
                if seen in "di" and channel.bold:
                    cost -= log(channel.odd)
                options.append((i, seen, meant, cost))
        if i and len(low) > 3 and low[i] == low[i - 1] and piece[i] != piece[i - 1]:
            options.append((i - 1, piece[i - 1 : i + 1], low[i], 3.0))
    plain = Variant(low, frozenset(), 0.0)

    def undo(edits: tuple[Option, ...]) -> Variant | None:
        fixed: set[int] = set()
        text, cost, at = "", 0.0, 0
        for i, seen, meant, price in sorted(edits):
            if i < at:
                return None
            text += low[at:i]
            fixed.update(range(len(text), len(text) + len(meant)))
            text += meant
            cost += price
            at = i + len(seen)
        return Variant(text + low[at:], frozenset(fixed), cost)

    found: list[Variant] = [] if any(piece[i] != "é" for i in forced) else [plain]
    if forced:
        choices = [[o for o in options if o[0] <= i < o[0] + len(o[1])] for i in forced]
        for i, choice in zip(forced, choices, strict=True):
            if low[i] == "é" and len(forced) > 1 and low[i + 1 :] in ("", "n", "ns", "r", "rs"):  # Sj6dén
                choice.append((i, "é", "é", AT_HOME))
        if not all(choices) or len(forced) > 3:
            return [plain]
        for edits in product(*choices):
            variant = undo(tuple(sorted(set(edits))))
            if variant:
                found.append(variant)
        found.sort(key=lambda v: v.cost)
        found = found[:MAX_VARIANTS]
    else:
        options.sort(key=lambda o: o[3])
        found += [
            Variant(low[:i] + meant + low[i + len(seen) :], _run(i, len(meant)), cost)
            for i, seen, meant, cost in options
        ]
        found += [v for v in map(undo, _alike(options)) if v]
    return found


def _alike(options: list[Option]) -> list[tuple[Option, ...]]:
    """The same confusion wherever it may be: what was read so once is often read so again (fiirdtjiinst)."""
    places: dict[tuple[str, str], list[Option]] = {}
    for option in options:
        places.setdefault(option[1:3], []).append(option)
    return [
        tuple((i, seen, meant, cost if not n else AGAIN) for n, (i, seen, meant, cost) in enumerate(found))
        for found in places.values()
        if 1 < len(found) < 4 and not found[0][2].isascii()
    ]


def doubled(low: str) -> list[Variant]:
    """The word with one of its consonants doubled: frit for fritt."""
    return [
        Variant(low[: i + 1] + low[i:], _run(i, 2), HALVED)
        for i in range(1, len(low))
        if low[i] in "bdfgklmnprst" and low[i - 1] != low[i] and low[i + 1 : i + 2] != low[i]
    ]


def dropped(low: str) -> list[Variant]:
    """The word with an å, ä or ö that the reader left out put back, at every place."""
    return [
        Variant(low[:i] + letter + low[i:], _run(i, 1), cost)
        for i in range(len(low) + 1)
        for letter, cost in LEFT_OUT
        if low[i - 1 : i] != letter
    ]


def pairs(piece: str, channel: Channel) -> list[Variant]:
    """Variants with two confusions undone: only asked for where one did not help."""
    found: list[Variant] = []
    costs: list[float] = []  # of the best so far
    for first in variants(piece, channel)[:24]:
        if not first.fixed or (len(costs) == MAX_VARIANTS and first.cost + _least(first.text, channel) > costs[-1]):
            continue
        for second in variants(first.text, channel):
            if not second.fixed or not first.fixed.isdisjoint(second.fixed):
                continue
            at = min(second.fixed)
            shift = len(second.text) - len(first.text)
            fixed = {i + shift if i > at else i for i in first.fixed}
            if second.fixed.isdisjoint(fixed):
                found.append(Variant(second.text, second.fixed | fixed, first.cost + second.cost))
        costs = sorted(variant.cost for variant in found)[:MAX_VARIANTS]
    found.sort(key=lambda v: v.cost)
    return found[:MAX_VARIANTS]


@cache
def _by_cost() -> list[tuple[float, str]]:
    """The confusions' costs and what is seen, the cheapest first."""
    return sorted((cost, seen) for known in confusions().values() for seen, _, cost in known)


def _least(text: str, channel: Channel) -> float:
    """No confusion in the text, which is in lower case, costs less."""
    least = next((cost for cost, seen in _by_cost() if seen in text), NEVER)
    return least - log(channel.odd) if channel.odd > 1 else least
