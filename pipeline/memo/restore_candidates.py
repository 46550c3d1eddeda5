"""What a word as read may have been: the noisy channel's side of restoring.

A candidate is found by undoing confusions (`data/restore_confusions.tsv`) in the word as read and looking up what then
folds to the same key in the lexicon, or is put together of known parts.
"""

import re
from functools import cache, lru_cache
from itertools import product
from math import exp, log
from typing import NamedTuple

from pipeline.memo.restore_channel import Channel
from pipeline.memo.restore_model import COUNT_STEP, Model, fold, model
from pipeline.resources import data_path

NEVER = 99.0
REVERSED = 9.0  # nats for a mark that the reader added
SWAPPED = 6.5  # nats for å read as ä, or the other way
COMPOUND = -2.5  # ln P that a word is a compound outside the lexicon
STRANGER = -5.0  # ln P that a word is none that we know
LOWER_STRANGER = -3.0  # the same, more for one that is no name, as its small first letter tells
STRANGER_LETTER = -2.6  # and ln P of each of its letters
SPACE_LOST = -9.0  # ln P that the space between two words was lost
INFLECTION = -4.5  # ln P that a known word takes an ending that the corpus has not seen on it
MAX_VARIANTS = 48
ENDINGS = ("ernas", "arnas", "ornas", "erna", "arna", "orna", "ens", "ets", "ers", "ar", "or", "er", "en", "et", "nas",
           "ades", "ande", "ade", "as", "at", "es", "ns", "na", "s", "n", "t", "a", "e")  # fmt: skip
RARE_FIRST = -1.0  # ln count of compounds that a word begins which the lexicon has no compound with
DOUBT = 1.5  # nats more for reading a word of the lexicon as another through a confusion of letters
CLEAR = 4.0  # ln count of a word that a non-word is corrected to in a text that kept its letters
HALF_STRANGER = -2.0  # ln P that a stranger ends in a known part
CHANGED, DROPPED, ADDED = 10.0, 9.5, 9.5  # nats for any letter read as any other, lost, or added
COMMON = 5.0  # ln count of a word that such a slip is undone to
ALPHABET = "abcdefghijklmnopqrstuvxyz"
ODD = frozenset("é6041|5$¢8ôóõøàáâãü")  # seldom or never part of a printed Swedish word


TIMID = Channel((6.2, 6.2, 6.2), (0.0, 0.0, 0.0), False)


class Candidate(NamedTuple):
    """A reading: the word in lower case, its id or -1, ln P(word), -ln P(read | word), and whether it is known."""

    text: str
    id: int
    log_p: float
    cost: float
    known: bool


class Variant(NamedTuple):
    text: str
    fixed: frozenset[int]
    cost: float


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
        place = "åäö".find(meant)
        if seen == meant:
            if place >= 0 and i not in variant.fixed:
                cost += channel.kept[place]
        elif i in variant.fixed:
            return NEVER
        elif place >= 0:
            cost += channel.lost[place] if seen in "ao" else SWAPPED if seen in "åäö" else 3.0
        elif meant < "\x7f":
            cost += REVERSED
        else:
            cost += 2.5  # é, ü and their like
    return cost


def variants(piece: str, channel: Channel) -> list[Variant]:
    """The word as read with none, one or two confusions undone, cheapest first within each number of them."""
    table = confusions()
    low = piece.lower()
    options: list[tuple[int, str, str, float]] = []
    forced: list[int] = []
    for i, character in enumerate(piece):
        odd = character in ODD or (character.isupper() and i > 0 and not piece.isupper())
        if character in ODD:
            forced.append(i)
        for seen, meant, cost in table.get(character, ()):
            if piece.startswith(seen, i) and meant != seen and not (seen.isupper() and not odd and meant != "ö"):
                if seen in "di" and channel.bold:
                    cost -= log(channel.odd)
                options.append((i, seen, meant, cost))
        if i and low[i] == low[i - 1] and piece[i] != piece[i - 1]:
            options.append((i - 1, piece[i - 1 : i + 1], low[i], 3.0))
    plain = Variant(low, frozenset(), 0.0)

    def undo(edits: tuple[tuple[int, str, str, float], ...]) -> Variant | None:
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
        if not all(choices) or len(forced) > 3:
            return [plain]
        for edits in product(*choices):
            variant = undo(tuple(sorted(set(edits))))
            if variant:
                found.append(variant)
        found.sort(key=lambda v: v.cost)
        found = found[:MAX_VARIANTS]
    rest = [o for o in options if not any(o[0] <= i < o[0] + len(o[1]) for i in forced)]
    if not forced:
        singles = [v for o in rest if (v := undo((o,)))]
        found += sorted(singles, key=lambda v: v.cost)
    return found


def pairs(piece: str, channel: Channel) -> list[Variant]:
    """Variants with two confusions undone: only asked for where one did not help."""
    found = []
    for first in variants(piece, channel)[:24]:
        if not first.fixed:
            continue
        for second in variants(first.text, channel):
            if second.fixed and not second.fixed & first.fixed and len(second.text) == len(first.text):
                found.append(Variant(second.text, first.fixed | second.fixed, first.cost + second.cost))
    found.sort(key=lambda v: v.cost)
    return found[:MAX_VARIANTS]


def compounds(m: Model, variant: Variant, channel: Channel, depth: int = 1) -> list[tuple[str, float, float]]:
    """Readings as a compound of known parts: (text, ln P, cost)."""
    key = fold(variant.text)
    best: dict[str, tuple[float, float]] = {}
    for cut in range(3, len(key) - 2):
        first_parts = m.first_parts.get(key[:cut]) or [
            (m.words[i] + joint, RARE_FIRST)
            for joint in ("", "s")
            if cut > 4 and key[:cut].endswith(joint)
            for i in m.alike(key[: cut - len(joint)])
            if m.log_count[i] > 3 and m.capital[i] < 0.5
        ]
        if not first_parts:
            continue
        first = Variant(variant.text[:cut], frozenset(i for i in variant.fixed if i < cut), 0.0)
        rest = Variant(variant.text[cut:], frozenset(i - cut for i in variant.fixed if i >= cut), 0.0)
        tails = [
            (m.words[i], (m.last_part[i] / 12 if m.last_part[i] else m.log_count[i] / 2 - 6) - m.last_total, cost)
            for i in m.alike(key[cut:])
            if (cost := fit(rest, m.words[i], channel)) < 20
        ]
        if depth and len(key) - cut >= 7:
            tails += compounds(m, rest, channel, depth - 1)
        if not tails:
            continue
        for part, count in first_parts:
            cost = fit(first, part, channel)
            if cost < 20:
                for text, p, tail_cost in tails:
                    whole = (count - m.first_total + p, cost + tail_cost)
                    if part + text not in best or sum(best[part + text]) < whole[0] - whole[1]:
                        best[part + text] = whole
    ranked = sorted(((t, COMPOUND + p, c) for t, (p, c) in best.items()), key=lambda r: r[2] - r[1])
    return ranked[:4]


def inflected(m: Model, variant: Variant, channel: Channel) -> list[tuple[str, float, float]]:
    """Readings as a known word with an ending that the lexicon does not have on it: (text, ln P, cost)."""
    found = []
    for ending in ENDINGS:
        if variant.text.endswith(ending) and len(variant.text) - len(ending) >= 4:
            stem = variant._replace(text=variant.text[: -len(ending)])
            for i in m.alike(fold(stem.text)):
                cost = fit(stem, m.words[i], channel)
                if cost < 20:
                    found.append((m.words[i] + ending, m.log_p[i] + INFLECTION, cost))
    return sorted(found, key=lambda r: r[2] - r[1])[:2]


def misspelt(m: Model, word: str) -> list[tuple[int, float]]:
    """Common words one letter away from a non-word (changed, lost or added), marks aside: (id, cost)."""
    key = fold(word)
    keys = {key[:i] + key[i + 1 :]: ADDED for i in range(1, len(key))}
    for i in range(len(key)):
        head, tail = key[:i], key[i + 1 :]
        for letter in ALPHABET:
            keys[head + letter + tail] = CHANGED
            keys[head + letter + key[i:]] = DROPPED
    keys.pop(key, None)
    return [(i, cost) for k, cost in keys.items() for i in m.alike(k) if m.log_count[i] > COMMON]


def half_strange(m: Model, variant: Variant, channel: Channel) -> list[tuple[str, float, float]]:
    """Readings as an unknown beginning (a name, most often) with a known last part: (text, ln P, cost)."""
    key = fold(variant.text)
    for cut in range(2, len(key) - 3):
        rest = Variant(variant.text[cut:], frozenset(i - cut for i in variant.fixed if i >= cut), 0.0)
        found = [
            (variant.text[:cut] + m.words[i], m.last_part[i] / COUNT_STEP - m.last_total, cost)
            for i in m.alike(key[cut:])
            if m.last_part[i] > 30 and (cost := fit(rest, m.words[i], channel)) < 20
        ]
        if found:
            strange = STRANGER + HALF_STRANGER + STRANGER_LETTER * cut
            return [(text, p + strange, cost) for text, p, cost in found]
    return []


def joined(m: Model, variant: Variant, channel: Channel) -> list[tuple[str, float, float]]:
    """Readings as two words that lost the space between them."""
    key = fold(variant.text)
    found = []
    for cut in range(2, len(key) - 1):
        left, right = m.alike(key[:cut]), m.alike(key[cut:])
        if not left or not right:
            continue
        first = Variant(variant.text[:cut], frozenset(i for i in variant.fixed if i < cut), 0.0)
        rest = Variant(variant.text[cut:], frozenset(i - cut for i in variant.fixed if i >= cut), 0.0)
        for i in left:
            for j in right:
                cost = fit(first, m.words[i], channel) + fit(rest, m.words[j], channel)
                short = min(cut, len(key) - cut)
                if cost < 20 and min(m.log_count[i], m.log_count[j]) > (9.5 if short < 3 else 7.5 if short < 5 else 3):
                    p = m.log_p[i] + m.log_next(i, j, m.log_p[j]) + SPACE_LOST
                    found.append((f"{m.words[i]} {m.words[j]}", p, cost))
    return sorted(found, key=lambda r: r[2] - r[1])[:2]


@lru_cache(maxsize=200_000)
def candidates(piece: str, channel: Channel) -> tuple[Candidate, ...]:
    """The readings of a piece of letters (and digits that stand for letters), the likeliest without context first."""
    m = model()
    low = piece.lower()
    best: dict[str, Candidate] = {}

    def take(text: str, number: int, log_p: float, cost: float, known: bool) -> None:
        old = best.get(text)
        if old is None or old.log_p - old.cost < log_p - cost:
            best[text] = Candidate(text, number, log_p, cost, known)

    has_digit = any(c.isdigit() or c in "|$¢" for c in piece)
    own = m.number.get(low, -1)
    plain = Variant(low, frozenset(), 0.0)
    for i in m.alike(fold(low)):
        cost = fit(plain, m.words[i], channel)
        if cost < NEVER:
            take(m.words[i], i, m.log_p[i], cost, True)
    top = max((c.log_p - c.cost for c in best.values()), default=-99.0)
    printed_so = own >= 0 and not (m.capital[own] > 0.9 and piece == low)  # "sd" is no word, only "SD" is
    if top > -11.5 and (own < 0 or printed_so):
        return prune(best)
    if not channel.bold:
        return timid(m, piece, best)
    if printed_so and m.log_count[own] > 7:
        return prune(best)
    doubt = DOUBT if printed_so and m.log_count[own] > 2 else 0.0
    tried = variants(piece, channel)
    for variant in tried:
        for i in m.alike(fold(variant.text)):
            cost = fit(variant, m.words[i], channel)
            if cost < 20:
                extra = doubt if variant.fixed else 0.0
                take(m.words[i], i, m.log_p[i], cost + variant.cost + extra, True)
    top = max((c.log_p - c.cost for c in best.values()), default=-99.0)
    if top < -17.0 and len(low) >= 6:
        for variant in tried:
            if top < -19.0 - variant.cost or not variant.fixed:
                for text, p, cost in compounds(m, variant, channel) + (
                    inflected(m, variant, channel) if (low[0] + low[-1]).isalpha() else []
                ):
                    take(text, -1, p, cost + variant.cost, True)
        top = max((c.log_p - c.cost for c in best.values()), default=-99.0)
    if top < -24.0 and 5 <= len(low) <= 30:
        for variant in pairs(piece, channel):
            for i in m.alike(fold(variant.text)):
                cost = fit(variant, m.words[i], channel)
                if cost < 20:
                    take(m.words[i], i, m.log_p[i], cost + variant.cost, True)
    if top < -20.0 and len(low) >= 6 and not has_digit:
        for text, p, cost in joined(m, plain, channel):
            take(text, -1, p, cost, True)
    if top < -24.0 and low.isalpha() and len(low) >= 6:
        for text, p, cost in half_strange(m, plain, channel):
            take(text, -1, p, cost, False)
        if piece == low or len(low) >= 9:
            for i, cost in misspelt(m, low):
                marks = sum(channel.lost["åäö".find(c)] for c in m.words[i] if c in "åäö")
                take(m.words[i], i, m.log_p[i], cost + marks, True)
    if low not in best:
        common = LOWER_STRANGER if piece == low else 0.0
        take(low, -1, STRANGER + common + STRANGER_LETTER * len(low) - 6 * sum(c in ODD for c in piece), 0.0, False)
    return prune(best)


def timid(m: Model, piece: str, best: dict[str, Candidate]) -> tuple[Candidate, ...]:
    """The readings in a text that kept its letters: another than the printed one only for a clear non-word."""
    low = piece.lower()
    if low not in best:
        best[low] = Candidate(low, -1, STRANGER + STRANGER_LETTER * len(low) + (4 if len(low) < 6 else 1), 0.0, False)
    plain = Variant(low, frozenset(), 0.0)
    if low in m.number or len(low) < 3 or piece.isupper() or "é" in low:
        return (best[low],)
    boundary = re.search("(?<=[a-zåäö]{3})(?=[A-ZÅÄÖ][a-zåäö]{3})", piece)
    if boundary:
        parts = low[: boundary.start()], low[boundary.start() :]
        if all(p in m.number or compounds(m, plain._replace(text=p), TIMID) for p in parts):
            return (Candidate(" ".join(parts), -1, -10.0, 0.0, True),)
    built = [*compounds(m, plain, TIMID), *inflected(m, plain, TIMID), *joined(m, plain, TIMID)]
    if any(cost < 1 for _, _, cost in built):
        return (best[low],)
    if piece[0].isupper() and not any(c in ODD for c in piece):
        return (best[low],)
    for variant in variants(piece, TIMID):
        for i in m.alike(fold(variant.text)):
            cost = fit(variant, m.words[i], TIMID)
            if cost < SWAPPED + 1 and m.log_count[i] > CLEAR:
                reading = Candidate(m.words[i], i, m.log_p[i], cost + variant.cost, True)
                if reading.text not in best or best[reading.text].cost > reading.cost:
                    best[reading.text] = reading
    if len(low) >= 6 and low.isalpha():
        for i, cost in misspelt(m, low):
            if m.words[i] not in best or best[m.words[i]].cost > cost:
                best[m.words[i]] = Candidate(m.words[i], i, m.log_p[i], cost, True)
    return prune(best)


def prune(best: dict[str, Candidate]) -> tuple[Candidate, ...]:
    ranked = sorted(best.values(), key=lambda c: c.cost - c.log_p)[:6]
    limit = ranked[0].log_p - ranked[0].cost - 12
    return tuple(c for c in ranked if c.log_p - c.cost >= limit)


def share(costs: list[float]) -> list[float]:
    """Scores in nats as probabilities that sum to 1."""
    most = max(costs)
    weights = [exp(c - most) for c in costs]
    total = sum(weights)
    return [w / total for w in weights]
