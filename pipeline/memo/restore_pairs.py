"""The words that a word as read may have been if letters of it were confused in two places."""

from functools import cache
from math import inf, log
from operator import itemgetter

from pipeline.memo.restore_channel import Channel
from pipeline.memo.restore_variants import (
    MAX_VARIANTS,
    NEVER,
    ODD,
    Option,
    Variant,
    alike,
    confusions,
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

# what both cost, a variant, and what is undone in it besides, or None if that is done
_Pair = tuple[float, Variant, Option | None]


def pairs(piece: str, channel: Channel) -> list[Variant]:
    """Variants with two confusions undone, the cheapest first: only asked for where one did not help.

    Few of all that there are come among the cheapest: their texts are only put together at the end.
    """
    low = piece.lower()
    usual = ODD.isdisjoint(piece)
    options = sorted(options_of(low, low, channel), key=cost_of) if usual else []
    found: list[_Pair] = []
    costs: list[float] = []  # of the best so far
    for first in variants(piece, channel)[:FIRSTS]:
        limit = costs[-1] if len(costs) == MAX_VARIANTS else inf
        if not first.fixed or first.cost + _least(first.text, channel) > limit:
            continue
        in_one_place = max(first.fixed) - min(first.fixed) < len(first.fixed)
        if usual and in_one_place and ODD.isdisjoint(first.text):
            new = _with_one_more(first, low, options, channel, limit)
        else:
            seconds = variants(first.text, channel, limit - first.cost + ROUNDING)
            both = [_both(first, second) for second in seconds if second.fixed and first.cost + second.cost < limit]
            new = [(variant.cost, variant, None) for variant in both if variant]
        found += new
        costs = sorted([*costs, *(cost for cost, _, _ in new)])[:MAX_VARIANTS]
    found.sort(key=itemgetter(0))
    return [v for _, first, option in found[:MAX_VARIANTS] if (v := first if option is None else _done(first, option))]


def _with_one_more(first: Variant, low: str, options: list[Option], channel: Channel, limit: float) -> list[_Pair]:
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
        if option[0] <= start - reach:
            here.append(option)
        elif option[0] >= end - moved:
            here.append((option[0] + moved, *option[1:]))
    near = range(max(0, start - reach + 1), end)
    here += [(i, *option) for i in near for option in undone(first.text[i : i + reach], False, swaps)]
    here.sort(key=itemgetter(3, 0))
    found: list[_Pair] = [
        (whole, first, option)
        for option in here
        if (whole := first.cost + option[3]) < limit and _is_apart(start, end, option)
    ]
    for edits in alike(here):
        second = undo(first.text, edits) if edits[0][3] < most else None
        both = _both(first, second) if second else None
        if both and both.cost < limit:
            found.append((both.cost, both, None))
    return found


def _is_apart(start: int, end: int, option: Option) -> bool:
    """Whether what is undone shares no letter with those that a variant has of its own, before and after it is."""
    i, seen, meant, _, _ = option
    if i >= end:
        return True
    after = i + len(meant)
    shift = len(meant) - len(seen)
    return after <= start and (start + shift >= after or end + shift <= i)


def _done(first: Variant, option: Option) -> Variant | None:
    return _both(first, undo_one(first.text, first.key, option))


def _both(first: Variant, second: Variant) -> Variant | None:
    """A variant of a variant as one of the word; None if they share letters."""
    if not first.fixed.isdisjoint(second.fixed):
        return None
    at = min(second.fixed)
    shift = len(second.text) - len(first.text)
    fixed = {i + shift if i > at else i for i in first.fixed}
    if not second.fixed.isdisjoint(fixed):
        return None
    return Variant(second.text, second.fixed | fixed, first.cost + second.cost, second.key)


@cache
def _by_cost() -> list[tuple[float, str]]:
    """The confusions' costs and what is seen, the cheapest first."""
    return sorted((cost, seen) for known in confusions().values() for seen, _, cost in known)


def _least(text: str, channel: Channel) -> float:
    """No confusion in the text, which is in lower case, costs less."""
    least = next((cost for cost, seen in _by_cost() if seen in text), NEVER)
    return least - log(channel.odd) if channel.odd > 1 else least
