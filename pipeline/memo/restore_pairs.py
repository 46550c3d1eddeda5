"""The words that a word as read may have been if letters of it were confused in two places."""

from bisect import insort
from math import inf, log
from operator import itemgetter
from typing import NamedTuple

from pipeline.memo.restore_channel import Channel
from pipeline.memo.restore_variants import (
    MAX_VARIANTS,
    ODD,
    Option,
    Variant,
    alike,
    cost_of,
    longest,
    options_of,
    undo,
    undo_one,
    undone,
    variants,
)

FIRSTS = 24  # variants of which a second confusion is undone
ROUNDING = 1e-6  # nats, more than sums of costs may be off


class Pair(NamedTuple):
    """A variant with two confusions undone, whose text is only put together if it is asked for.

    cost: of both, in nats. key: its letters without marks. first, option: a variant, and what is undone in it besides,
    or None if that is done.
    """

    cost: float
    key: str
    first: Variant
    option: Option | None

    @property
    def variant(self) -> Variant:
        if self.option is None:
            return self.first
        first, (i, seen, meant, _, _) = self.first, self.option
        second, shift = undo_one(first.text, first.key, self.option), len(meant) - len(seen)
        fixed = {k + shift if k > i else k for k in first.fixed}
        return Variant(second.text, second.fixed | fixed, self.cost, self.key)


def pairs(piece: str, channel: Channel, tried: list[Variant] | None = None) -> list[Pair]:
    """Variants with two confusions undone, the cheapest first: only asked for where one did not help.

    tried: the variants with one, if they are known.
    """
    low = piece.lower()
    options = sorted(options_of(low, low, channel), key=cost_of)
    found: list[Pair] = []
    costs: list[float] = []  # of the best so far
    for first in (variants(piece, channel) if tried is None else tried)[:FIRSTS]:
        limit = costs[-1] if len(costs) == MAX_VARIANTS else inf
        if not first.fixed or first.cost >= limit:
            continue
        in_one_place = max(first.fixed) - min(first.fixed) < len(first.fixed)
        if in_one_place and ODD.isdisjoint(first.text):
            new = _with_one_more(first, low, options, channel, limit)
        else:
            seconds = variants(first.text, channel, limit - first.cost + ROUNDING)
            both = [_both(first, second) for second in seconds if second.fixed and first.cost + second.cost < limit]
            new = [Pair(variant.cost, variant.key, variant, None) for variant in both if variant]
        found += new
        for pair in new:
            insort(costs, pair.cost)
        del costs[MAX_VARIANTS:]
    found.sort(key=itemgetter(0))
    return found[:MAX_VARIANTS]


def _with_one_more(first: Variant, low: str, options: list[Option], channel: Channel, limit: float) -> list[Pair]:
    """A variant with its letters in one place, and what may be undone besides, up to a cost for both.

    low, options: the word that it is a variant of, and its confusions, the cheapest first: but for those near the
    variant's own letters they are the variant's too.
    """
    start, end, reach, most = min(first.fixed), max(first.fixed) + 1, longest(), limit - first.cost
    moved = len(first.text) - len(low)
    swaps = log(channel.odd) if channel.bold else 0.0
    here: list[Option] = []
    for option in options:
        if option[3] >= most + ROUNDING:
            break
        i = option[0]
        if i <= start - reach:
            here.append(option)
        elif i >= end - moved:
            here.append((i + moved, *option[1:]) if moved else option)
    for i in range(max(0, start - reach + 1), end):
        for seen, meant, cost, bare in undone(first.text[i : i + reach], False, swaps):
            if cost < most + ROUNDING:
                here.append((i, seen, meant, cost, bare))
    if not here:
        return []
    here.sort(key=_cost_and_place)
    key = first.key
    found = [
        Pair(whole, key[:i] + bare + key[i + len(seen) :], first, option)
        for option in here
        if (whole := first.cost + option[3]) < limit and _is_apart(start, end, option)
        for i, seen, _, _, bare in (option,)
    ]
    for edits in alike(here):
        second = undo(first.text, edits) if edits[0][3] < most else None
        both = _both(first, second) if second else None
        if both and both.cost < limit:
            found.append(Pair(both.cost, both.key, both, None))
    return found


_cost_and_place = itemgetter(3, 0)


def _is_apart(start: int, end: int, option: Option) -> bool:
    """Whether what is undone shares no letter with those that a variant has of its own, before and after it is."""
    i, seen, meant, _, _ = option
    if i >= end:
        return True
    after = i + len(meant)
    shift = len(meant) - len(seen)
    return after <= start and (start + shift >= after or end + shift <= i)


def _both(first: Variant, second: Variant) -> Variant | None:
    """A variant of a variant as one of the word; None if they share letters."""
    if not first.fixed.isdisjoint(second.fixed):
        return None
    at = min(second.fixed)
    shift = len(second.text) - len(first.text)
    fixed = {i + shift if i > at else i for i in first.fixed} if shift else first.fixed
    if not second.fixed.isdisjoint(fixed):
        return None
    return Variant(second.text, second.fixed | fixed, first.cost + second.cost, second.key)
