"""Compounds that the lexicon does not have, put together of parts that it has."""

from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from pipeline.memo.restore_built import OF_AGENTS, Built
from pipeline.memo.restore_channel import Channel
from pipeline.memo.restore_model import COUNT_STEP, Model
from pipeline.memo.restore_variants import Variant, fit, part, plainly, variants

COMPOUND = -2.5  # ln P that a word is a compound outside the lexicon
RARE_FIRST = -1.0  # ln count of compounds that a word begins which the lexicon has no compound with
LEAST = 3  # letters of a part of a compound
LEAST_RARE = 5  # and of such a first part
LEAST_IN_ONE = 7  # letters of a compound that ends another
SHORTEST_PART = 4  # letters of a part of a compound in which a confusion is undone
AGENT = -1.5  # ln P of a form of who does something, beside the word itself


class Joints:
    """Where a word as read may be cut into the parts of a compound.

    A variant of it has a letter or two of its own, and these stand in a part that begins and ends where the word may be
    cut, or which are cut themselves. Most variants have no such part, and their compounds need not be sought.
    """

    def __init__(self, m: Model, plain: Variant) -> None:
        self._m, self._plain = m, plain

    def may_be(self, variant: Variant) -> bool:
        """Whether a variant of the word may be a compound; where it says no, it is none."""
        if not variant.fixed:
            return True
        m, key, own, end = self._m, variant.key, min(variant.fixed), max(variant.fixed) + 1
        group, firsts = m.group, m.first_parts
        size = len(self._plain.key)
        moved = len(key) - size
        ending = _ending(variant.text)
        for start, stops in self._parts.items():
            if start > own:
                continue
            least = max(end - moved, start + LEAST - moved)
            for stop in stops:  # the furthest first
                if stop < least:
                    break
                if stop == size:
                    if key[start:] in group or (ending and _is_last(m, key[start:], ending)):
                        return True
                else:
                    begin = key[start : stop + moved]
                    if begin in firsts or (
                        len(begin) >= LEAST_RARE and (begin in group or (begin[-1] == "s" and begin[:-1] in group))
                    ):
                        return True
        if end - own == 1:
            return False
        starts = (0, *self._firsts)
        return any(_is_first(m, key[start:cut]) for start in starts if start <= own for cut in range(own + 1, end))

    @cached_property
    def _firsts(self) -> list[int]:
        """The places before which the word may be a first part."""
        return self._ends(0)

    def _ends(self, start: int) -> list[int]:
        """The places to which the letters from one on may be a first part."""
        key = self._plain.key
        return [start + cut for cut in _heads(self._m, key[start:], len(key) - start)]

    @cached_property
    def _parts(self) -> dict[int, list[int]]:
        """Where parts begin that letters may have been misread in, if the other parts have none, and their ends, the
        furthest first."""
        key, size = self._plain.key, len(self._plain.key)
        ending = _ending(self._plain.text)
        lasts = [cut for cut in range(1, size - LEAST + 1) if _is_last(self._m, key[cut:], ending)]
        ends = {0: set(lasts)}
        if lasts:
            ends[0].update(
                cut
                for cut in range(1, min(size - LEAST_IN_ONE, lasts[-1] - LEAST) + 1)
                if any(_is_first(self._m, key[cut:last]) for last in lasts if last - cut >= LEAST)
            )
        for first in self._firsts:
            ends.setdefault(first, set()).update(last for last in (*lasts, size) if last > first)
            for second in self._ends(first):
                ends.setdefault(second, set()).add(size)
        return {start: sorted(stops, reverse=True) for start, stops in ends.items()}


def _is_first(m: Model, key: str) -> bool:
    """Whether some letters may be a first part."""
    return key in m.first_parts or (
        len(key) >= LEAST_RARE and (key in m.group or (key[-1] == "s" and key[:-1] in m.group))
    )


def _heads(m: Model, key: str, most: int) -> list[int]:
    """The places, up to one, to which the letters from the start may be a first part: as `_is_first`, in one go."""
    firsts, group = m.first_parts, m.group
    found = [cut for cut in range(LEAST, min(most + 1, LEAST_RARE)) if key[:cut] in firsts]
    before = key[: LEAST_RARE - 1] in group  # the letters before the last, which may be a joining s
    for cut in range(LEAST_RARE, most + 1):
        head = key[:cut]
        known = head in group
        if known or (before and head[-1] == "s") or head in firsts:
            found.append(cut)
        before = known
    return found


def _is_last(m: Model, key: str, ending: str) -> bool:
    """Whether they may be a last part. ending: of who does something, if the word has such a one."""
    return key in m.group or (ending != "" and key[: -len(ending)] + "are" in m.group)


def _ending(text: str) -> str:
    """The ending of a word that names who does something, "" of others."""
    return next(ending for ending in OF_AGENTS if text.endswith(ending)) if text.endswith(OF_AGENTS) else ""


def compounds(m: Model, variant: Variant, channel: Channel) -> list[Built]:
    """Readings as a compound of known parts: (text, ln P, cost)."""
    return _compounds(m, variant, channel, depth=1)


def _compounds(m: Model, variant: Variant, channel: Channel, depth: int) -> list[Built]:
    """depth: how many parts more than two there may be."""
    best: dict[str, tuple[float, float]] = {}
    key, fixed = variant.key, variant.fixed
    if len(key) < 2 * LEAST:
        return []
    own = max(fixed) if fixed else -1
    for cut in _heads(m, key, len(key) - LEAST):
        # most have no letters of their own, and stand in other words and variants too
        tails = _plain_tails(m, variant.text[cut:], channel, depth) if own < cut else None
        if tails is None:
            tails = _tails(m, part(variant, cut), channel, depth)
        if not tails:
            continue
        firsts = _firsts(m, key[:cut])
        first = part(variant, 0, cut) if firsts else variant
        for begin, count in firsts:
            cost = fit(first, begin, channel)
            if cost < 20:
                for text, p, tail_cost in tails:
                    whole = (count - m.first_total + p, cost + tail_cost)
                    if begin + text not in best or sum(best[begin + text]) < whole[0] - whole[1]:
                        best[begin + text] = whole
    ranked = [(t, COMPOUND + p, c) for t, (p, c) in best.items()]
    if len(ranked) > 1:
        ranked.sort(key=_badness)
    return ranked[:4]


@lru_cache(maxsize=50_000)
def _plain_tails(m: Model, text: str, channel: Channel, depth: int) -> list[Built]:
    return _tails(m, plainly(text), channel, depth)


def _tails(m: Model, rest: Variant, channel: Channel, depth: int) -> list[Built]:
    """What the rest of a word may be: a last part, or a compound of parts."""
    found = _lasts(m, rest, channel)
    if depth and len(rest.key) >= LEAST_IN_ONE:
        found += _compounds(m, rest, channel, depth - 1)
    return found


def _badness(built: Built) -> float:
    return built[2] - built[1]


def _firsts(m: Model, key: str) -> list[tuple[str, float]]:
    """The first parts that some letters which `_is_first` are may be, with ln of how many compounds have each."""
    found = m.first_parts.get(key)
    if not found:
        stems = ((key, ""), (key[:-1], "s")) if key[-1] == "s" else ((key, ""),)
        found = [
            (m.words[i] + joint, RARE_FIRST)
            for stem, joint in stems
            for i in m.alike(stem)
            if m.log_count[i] > 3 and m.capital[i] < 0.5
        ]
    return found


def _lasts(m: Model, rest: Variant, channel: Channel) -> list[Built]:
    """The last parts that the rest of a word may be."""
    found = [
        (
            m.words[i],
            (m.last_part[i] / COUNT_STEP if m.last_part[i] else m.log_count[i] / 2 - 6) - m.last_total,
            cost,
        )
        for i in m.alike(rest.key)
        if (m.last_part[i] or (len(rest.key) > 3 and m.capital[i] < 0.5))
        and (cost := fit(rest, m.words[i], channel)) < 20
    ]
    return found + _agents(m, rest, channel) if rest.text.endswith(OF_AGENTS) else found


def _agents(m: Model, rest: Variant, channel: Channel) -> list[Built]:
    """Last parts that name who does something, in a form that the lexicon lacks: bidrags-sökarna, of sökare."""
    for ending in OF_AGENTS:
        if rest.text.endswith(ending) and len(rest.text) - len(ending) >= 3:
            stem = part(rest, 0, len(rest.text) - len(ending))
            return [
                (m.words[i][:-3] + ending, m.last_part[i] / COUNT_STEP - m.last_total + AGENT, cost)
                for i in m.alike(stem.key + "are")
                if m.last_part[i] and (cost := fit(stem, m.words[i][:-3], channel)) < 20
            ]
    return []


def mended(m: Model, piece: str, channel: Channel) -> list[Built]:
    """Readings as a compound in each of whose two parts a confusion may be undone: hilsoskyddsniamnden."""
    found: list[Built] = []
    for cut in range(SHORTEST_PART, len(piece) - SHORTEST_PART + 1):
        last = _last_part(m, piece[cut:], channel)
        first = _first_part(m, piece[:cut], channel) if last else None
        if first and last:
            p = COMPOUND + first[1] - m.first_total + last[1] - m.last_total
            found.append((first[0] + last[0], p, first[2] + last[2]))
    return sorted(found, key=lambda r: r[2] - r[1])[:2]


@lru_cache(maxsize=20_000)
def _first_part(m: Model, piece: str, channel: Channel) -> Built | None:
    """The likeliest first part of compounds that a piece may be: with ln of how many begin so, and its cost."""
    return _likeliest(piece, channel, lambda key: m.first_parts.get(key, ()))


@lru_cache(maxsize=20_000)
def _last_part(m: Model, piece: str, channel: Channel) -> Built | None:
    """The likeliest last part of compounds that a piece may be, likewise."""
    return _likeliest(
        piece, channel, lambda key: [(m.words[i], m.last_part[i] / COUNT_STEP) for i in m.alike(key) if m.last_part[i]]
    )


def _likeliest(piece: str, channel: Channel, parts: Callable[[str], Iterable[tuple[str, float]]]) -> Built | None:
    """parts: those that fold to a key, with ln of how many compounds have each."""
    return min(
        (
            (text, count, cost + v.cost)
            for v in variants(piece, channel)
            for text, count in parts(v.key)
            if (cost := fit(v, text, channel)) < 20
        ),
        key=lambda r: r[2] - r[1],
        default=None,
    )
