"""Compounds that the lexicon does not have, put together of parts that it has."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Self

from pipeline.memo.restore_built import OF_AGENTS, Built
from pipeline.memo.restore_channel import Channel
from pipeline.memo.restore_model import COUNT_STEP, Model
from pipeline.memo.restore_variants import Variant, fit, part, variants

COMPOUND = -2.5  # ln P that a word is a compound outside the lexicon
RARE_FIRST = -1.0  # ln count of compounds that a word begins which the lexicon has no compound with
LEAST = 3  # letters of a part of a compound
LEAST_RARE = 5  # and of such a first part
LEAST_IN_ONE = 7  # letters of a compound that ends another
SHORTEST_PART = 4  # letters of a part of a compound in which a confusion is undone
AGENT = -1.5  # ln P of a form of who does something, beside the word itself


class Compounds:
    """The compounds that a piece as read, or a variant of it, may be.

    piece: those of the piece that the variant is of. The letters before and after the variant's own are the piece's:
    what parts they may be is looked up once for all its variants, and where they are none the rest is not looked at.
    """

    def __init__(self, m: Model, variant: Variant, channel: Channel, piece: Self | None = None) -> None:
        self._m, self._variant, self._channel, self._piece = m, variant, channel, piece
        self._key = variant.key
        self._size = len(self._key)
        # where the variant's own letters begin and end, and how far those after them have moved
        self._own, self._end, self._moved = self._size, self._size, 0
        if piece is not None:
            self._own, self._end = min(variant.fixed), max(variant.fixed) + 1
            self._moved = self._size - piece._size
        self._of_agent = variant.text.endswith(OF_AGENTS)
        self._heads: dict[tuple[int, int], list[Built]] = {}
        self._tails: dict[tuple[int, bool], list[Built]] = {}
        self._ends_of_heads: dict[int, list[int]] = {}
        self._starts_of_tails: dict[bool, list[int]] = {}

    def of(self, variant: Variant) -> list[Built]:
        """Readings of a variant of the piece."""
        if not variant.fixed:
            return self.built()
        own, end = min(variant.fixed), max(variant.fixed) + 1
        heads, tails = self._with_head(0), self._with_tail(True)
        if end - own < 2 and not (heads and heads[0] <= own):
            end -= len(variant.text) - self._size
            if not (tails and tails[-1] >= end):
                return []  # there is no place for a cut
        return type(self)(self._m, variant, self._channel, self).built()

    def built(self, start: int = 0, deep: bool = True) -> list[Built]:
        """Readings of the letters from a place on: (text, ln P, cost). deep: the last part may be a compound too."""
        best: dict[str, tuple[float, float]] = {}
        for cut in self._cuts(start, deep):
            heads = self._first_parts(start, cut)
            for begin, count, cost in heads:
                for text, p, tail_cost in self._last_parts(cut, deep):
                    whole = (count - self._m.first_total + p, cost + tail_cost)
                    if begin + text not in best or sum(best[begin + text]) < whole[0] - whole[1]:
                        best[begin + text] = whole
        ranked = sorted(((t, COMPOUND + p, c) for t, (p, c) in best.items()), key=lambda r: r[2] - r[1])
        return ranked[:4]

    def _cuts(self, start: int, deep: bool) -> list[int]:
        """Where the letters from a place on may be cut, in order: all but where one of the parts is surely none."""
        least, most = start + LEAST, self._size - LEAST
        if self._piece is None:
            return [cut for cut in self._with_tail(deep) if least <= cut <= most]
        before = [cut for cut in self._piece._with_head(start) if cut <= self._own and cut <= most]
        inside = range(max(self._own + 1, least), min(self._end, most + 1))
        moved = self._moved
        least = max(self._end, least)
        after = [cut + moved for cut in self._piece._with_tail(deep) if least <= cut + moved <= most]
        return [*before, *inside, *after]

    def _with_head(self, start: int) -> list[int]:
        """The places to which the letters from one on are a first part."""
        if start not in self._ends_of_heads:
            self._ends_of_heads[start] = [
                cut for cut in range(start + LEAST, self._size + 1) if self._first_parts(start, cut)
            ]
        return self._ends_of_heads[start]

    def _with_tail(self, deep: bool) -> list[int]:
        """The places from which on the letters are a last part."""
        if deep not in self._starts_of_tails:
            self._starts_of_tails[deep] = [
                cut for cut in range(1, self._size - LEAST + 1) if self._last_parts(cut, deep)
            ]
        return self._starts_of_tails[deep]

    def _first_parts(self, start: int, cut: int) -> list[Built]:
        """The first parts that letters from one place to another may be, with ln of how many compounds have each."""
        if self._piece is not None and cut <= self._own:
            return self._piece._first_parts(start, cut)
        found = self._heads.get((start, cut))
        if found is None:
            found = self._heads[start, cut] = self._look_up_first(start, cut)
        return found

    def _look_up_first(self, start: int, cut: int) -> list[Built]:
        m, key = self._m, self._key[start:cut]
        known = m.first_parts.get(key)
        if known is None and cut - start >= LEAST_RARE:
            known = [(m.words[i], RARE_FIRST) for i in m.alike(key) if m.log_count[i] > 3 and m.capital[i] < 0.5]
            if key[-1] == "s":
                known += [
                    (m.words[i] + "s", RARE_FIRST)
                    for i in m.alike(key[:-1])
                    if m.log_count[i] > 3 and m.capital[i] < 0.5
                ]
        if not known:
            return []
        first = part(self._variant, start, cut)
        return [(text, count, cost) for text, count in known if (cost := fit(first, text, self._channel)) < 20]

    def _last_parts(self, cut: int, deep: bool) -> list[Built]:
        """The last parts that the letters from a place on may be: (text, ln P, cost)."""
        if self._piece is not None and cut >= self._end:
            return self._piece._last_parts(cut - self._moved, deep)
        found = self._tails.get((cut, deep))
        if found is None:
            found = self._tails[cut, deep] = self._look_up_last(cut, deep)
        return found

    def _look_up_last(self, cut: int, deep: bool) -> list[Built]:
        if deep:
            found = self._last_parts(cut, False)
            return found + self.built(cut, False) if self._size - cut >= LEAST_IN_ONE else found
        m = self._m
        alike = m.alike(self._key[cut:])
        if not alike and not self._of_agent:
            return []
        rest = part(self._variant, cut)
        found = [
            (
                m.words[i],
                (m.last_part[i] / COUNT_STEP if m.last_part[i] else m.log_count[i] / 2 - 6) - m.last_total,
                cost,
            )
            for i in alike
            if (m.last_part[i] or (self._size - cut > 3 and m.capital[i] < 0.5))
            and (cost := fit(rest, m.words[i], self._channel)) < 20
        ]
        return found + _agents(m, rest, self._channel) if self._of_agent else found


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
