"""Words that the lexicon does not have, put together of parts that it has."""

from functools import lru_cache

from pipeline.memo.restore_channel import Channel
from pipeline.memo.restore_model import COMMON, COUNT_STEP, Model, fold
from pipeline.memo.restore_variants import Variant, fit, part

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
LONGEST_ENDING = max(map(len, ENDINGS))
LEAST_STEM = 4  # letters of a word that takes an ending
OF_NAMES = frozenset(("s", "ns", "ens", "en", "n"))
CHANGED, DROPPED, ADDED = 10.0, 9.5, 9.5  # nats for any letter read as any other, lost, or added
AFTER_GENITIVE = frozenset(("kommun", "kommuns", "stad", "stads", "län", "läns", "landsting", "landstings"))
SEEN = 1.5  # ln count of a word that others are formed like
ALPHABET = "abcdefghijklmnopqrstuvxyz"

Built = tuple[str, float, float]  # text, ln P(text), cost of reading it so


_ORDER = {ending: n for n, ending in enumerate(ENDINGS)}
_FORMS: dict[str, list[tuple[int, str, str]]] = {}  # those of PARADIGMS, with their places, by what is seen
for _n, (_seen, _other) in enumerate(PARADIGMS):
    _FORMS.setdefault(_seen, []).append((_n, _seen, _other))


@lru_cache(maxsize=20_000)
def _endings(tail: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The endings that a word's last letters may hold, and those of PARADIGMS."""
    ends = [tail[n:] for n in range(len(tail))]
    forms = sorted(form for end in ends for form in _FORMS.get(end, ()))
    return sorted((e for e in ends if e in _ORDER), key=_ORDER.__getitem__), [form[1:] for form in forms]


def inflected(m: Model, variant: Variant, channel: Channel) -> list[Built]:
    """Readings as a known word with an ending that the lexicon does not have on it: (text, ln P, cost)."""
    found: list[Built] = []
    text, key, group = variant.text, variant.key, m.group
    endings, paradigms = _endings(text[-LONGEST_ENDING:])
    for ending in endings:
        stop = len(text) - len(ending)
        if stop < LEAST_STEM or (text[stop - 1] in "ae" and ending[0] in "aeo"):  # beräkna-s, not beräkna-as
            continue
        stem = key[:stop]
        for i in m.alike(stem) if stem in group else ():
            cost = fit(part(variant, 0, stop), m.words[i], channel)
            if cost < 20 and (m.capital[i] < 0.5 or ending in OF_NAMES):
                found.append((m.words[i] + ending, m.log_p[i] + INFLECTION, cost))
    for ending, other in paradigms:
        stop = len(text) - len(ending)
        form = key[:stop] + other
        for i in m.alike(form) if stop >= LEAST_STEM and form in group else ():
            cost = fit(part(variant, 0, stop), m.words[i][:stop], channel)
            if cost < 20 and m.words[i].endswith(other) and m.capital[i] < 0.5 and m.log_count[i] > SEEN:
                found.append((m.words[i][:stop] + ending, m.log_p[i] + INFLECTION, cost))
    return sorted(found, key=lambda r: r[2] - r[1])[:2] if len(found) > 1 else found


def half_strange(m: Model, variant: Variant, channel: Channel) -> list[Built]:
    """Readings as an unknown beginning (a name, most often) with a known last part: (text, ln P, cost)."""
    key = variant.key
    for cut in range(2, len(key) - 3):
        if key[cut:] not in m.group:
            continue
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
    key = variant.key
    found = []
    for cut in range(2, len(key) - 1):
        if key[cut:] not in m.group or key[:cut] not in m.group:
            continue
        left, right = m.alike(key[:cut]), m.alike(key[cut:])
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
    # no common word is like it but for a letter elsewhere than where such words' beginnings and ends meet
    most, least = m.common_reach(key), len(key) - 1 - m.common_reach_back(key)
    keys = {key[:i] + key[i + 1 :]: ADDED for i in range(max(1, least), min(len(key), most + 1))}
    for i in range(max(0, least), min(len(key), most + 1)):
        head, tail = key[:i], key[i + 1 :]
        for letter in ALPHABET:
            keys[head + letter + tail] = CHANGED
            keys[head + letter + key[i:]] = DROPPED
    keys.pop(key, None)
    known = [k for k in keys if k in m.group]
    return [(i, keys[k]) for k in known for i in m.alike(k) if m.log_count[i] > COMMON]
