"""Words that the lexicon does not have, put together of parts that it has."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from pipeline.memo.restore_channel import Channel
from pipeline.memo.restore_model import COUNT_STEP, Model, fold
from pipeline.memo.restore_variants import Variant, fit, variants

COMPOUND = -2.5  # ln P that a word is a compound outside the lexicon
RARE_FIRST = -1.0  # ln count of compounds that a word begins which the lexicon has no compound with
STRANGER = -5.0  # ln P that a word is none that we know
STRANGER_LETTER = -2.6  # and ln P of each of its letters
HALF_STRANGER = -2.0  # ln P that a stranger ends in a known part
SPACE_LOST = -9.0  # ln P that the space between two words was lost
INFLECTION = -4.5  # ln P that a known word takes an ending that the corpus has not seen on it
ENDINGS = ("ernas", "arnas", "ornas", "erna", "arna", "orna", "ens", "ets", "ers", "ar", "or", "er", "en", "et", "nas",
           "ades", "ande", "ade", "nde", "des", "de", "as", "at", "es", "ns", "na", "rna", "rnas", "ts", "s", "n", "t",
           "d", "r", "a", "e")  # fmt: skip
OF_AGENTS = ("arnas", "arens", "arna", "aren", "ares")
# an ending, and the ending of the form that the lexicon may have instead: förslagsställ-arna, förslagsställ-are
PARADIGMS = (
    *((seen, "are") for seen in OF_AGENTS),
    *((seen, "a") for seen in ("or", "orna", "ornas", "an", "ans", "ar", "ade", "ades", "at", "ats", "ad", "ande", "er",
                               "de", "des", "t")),
    *((seen, "ar") for seen in ("a", "as", "ade", "ades", "at", "ats", "ad")),
    *((seen, "er") for seen in ("a", "as", "de", "des", "t", "ts", "d")),
    *((seen, "e") for seen in ("ar", "arna", "arnas", "ars")),
    *((seen, "ad") for seen in ("ade", "at", "ades", "as")),
)  # fmt: skip
AGENT = -1.5  # ln P of such a form beside the word itself
OF_NAMES = frozenset(("s", "ns", "ens", "en", "n"))
CHANGED, DROPPED, ADDED = 10.0, 9.5, 9.5  # nats for any letter read as any other, lost, or added
AFTER_GENITIVE = frozenset(("kommun", "kommuns", "stad", "stads", "län", "läns", "landsting", "landstings"))
SEEN = 1.5  # ln count of a word that others are formed like
COMMON = 4.0  # ln count of a word that such a slip is undone to
SHORTEST_PART = 4  # letters of a part of a compound in which a confusion is undone
ALPHABET = "abcdefghijklmnopqrstuvxyz"

Built = tuple[str, float, float]  # text, ln P(text), cost of reading it so


def part(variant: Variant, start: int, end: int | None = None) -> Variant:
    """A piece of a variant, its cost left out."""
    stop = len(variant.text) if end is None else end
    return Variant(variant.text[start:stop], frozenset(i - start for i in variant.fixed if start <= i < stop), 0.0)


def compounds(m: Model, variant: Variant, channel: Channel, depth: int = 1) -> list[Built]:
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
        first = part(variant, 0, cut)
        rest = part(variant, cut)
        tails = [
            (
                m.words[i],
                (m.last_part[i] / COUNT_STEP if m.last_part[i] else m.log_count[i] / 2 - 6) - m.last_total,
                cost,
            )
            for i in m.alike(key[cut:])
            if (m.last_part[i] or (len(key) - cut > 3 and m.capital[i] < 0.5))
            and (cost := fit(rest, m.words[i], channel)) < 20
        ]
        tails += _agents(m, rest, channel)
        if depth and len(key) - cut >= 7:
            tails += compounds(m, rest, channel, depth - 1)
        if not tails:
            continue
        for begin, count in first_parts:
            cost = fit(first, begin, channel)
            if cost < 20:
                for text, p, tail_cost in tails:
                    whole = (count - m.first_total + p, cost + tail_cost)
                    if begin + text not in best or sum(best[begin + text]) < whole[0] - whole[1]:
                        best[begin + text] = whole
    ranked = sorted(((t, COMPOUND + p, c) for t, (p, c) in best.items()), key=lambda r: r[2] - r[1])
    return ranked[:4]


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
            for text, count in parts(fold(v.text))
            if (cost := fit(v, text, channel)) < 20
        ),
        key=lambda r: r[2] - r[1],
        default=None,
    )


def _agents(m: Model, rest: Variant, channel: Channel) -> list[Built]:
    """Last parts that name who does something, in a form that the lexicon lacks: bidrags-sökarna, of sökare."""
    for ending in OF_AGENTS:
        if rest.text.endswith(ending) and len(rest.text) - len(ending) >= 3:
            stem = part(rest, 0, len(rest.text) - len(ending))
            return [
                (m.words[i][:-3] + ending, m.last_part[i] / COUNT_STEP - m.last_total + AGENT, cost)
                for i in m.alike(fold(stem.text) + "are")
                if m.last_part[i] and (cost := fit(stem, m.words[i][:-3], channel)) < 20
            ]
    return []


def inflected(m: Model, variant: Variant, channel: Channel) -> list[Built]:
    """Readings as a known word with an ending that the lexicon does not have on it: (text, ln P, cost)."""
    found = []
    for ending in ENDINGS:
        if variant.text.endswith(ending) and len(variant.text) - len(ending) >= 4:
            stem = variant._replace(text=variant.text[: -len(ending)])
            if stem.text[-1] in "ae" and ending[0] in "aeo":  # beräkna-s, not beräkna-as
                continue
            for i in m.alike(fold(stem.text)):
                cost = fit(stem, m.words[i], channel)
                if cost < 20 and (m.capital[i] < 0.5 or ending in OF_NAMES):
                    found.append((m.words[i] + ending, m.log_p[i] + INFLECTION, cost))
    for ending, other in PARADIGMS:
        if variant.text.endswith(ending) and len(variant.text) - len(ending) >= 4:
            stem = part(variant, 0, len(variant.text) - len(ending))
            for i in m.alike(fold(stem.text) + other):
                cost = fit(stem, m.words[i][: len(stem.text)], channel)
                if cost < 20 and m.words[i].endswith(other) and m.capital[i] < 0.5 and m.log_count[i] > SEEN:
                    found.append((m.words[i][: len(stem.text)] + ending, m.log_p[i] + INFLECTION, cost))
    return sorted(found, key=lambda r: r[2] - r[1])[:2]


def half_strange(m: Model, variant: Variant, channel: Channel) -> list[Built]:
    """Readings as an unknown beginning (a name, most often) with a known last part: (text, ln P, cost)."""
    key = fold(variant.text)
    for cut in range(2, len(key) - 3):
        rest = part(variant, cut)
        found = [
            (variant.text[:cut] + m.words[i], m.last_part[i] / COUNT_STEP - m.last_total, cost)
            for i in m.alike(key[cut:])
            if m.last_part[i] > 30 and (cost := fit(rest, m.words[i], channel)) < 20
        ]
        if found:
            strange = STRANGER + HALF_STRANGER + STRANGER_LETTER * cut
            return [(text, p + strange, cost) for text, p, cost in found]
    return []


def joined(m: Model, variant: Variant, channel: Channel) -> list[Built]:
    """Readings as two words that lost the space between them."""
    key = fold(variant.text)
    found = []
    for cut in range(2, len(key) - 1):
        left, right = m.alike(key[:cut]), m.alike(key[cut:])
        if not left or not right:
            continue
        first = part(variant, 0, cut)
        rest = part(variant, cut)
        for i in left:
            for j in right:
                if m.words[i].endswith("s") and m.words[j] not in AFTER_GENITIVE:
                    continue  # else a compound
                cost = fit(first, m.words[i], channel) + fit(rest, m.words[j], channel)
                short = min(cut, len(key) - cut)
                if cost < 20 and min(m.log_count[i], m.log_count[j]) > (9.5 if short < 3 else 7.5 if short < 5 else 3):
                    p = m.log_p[i] + m.log_next(i, j, m.log_p[j]) + SPACE_LOST
                    found.append((f"{m.words[i]} {m.words[j]}", p, cost))
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
