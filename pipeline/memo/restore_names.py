"""Names of people and places: which words stand where a name does, and names put together of the parts of such.

Swedish surnames and place names are built of few parts (Sjö-berg, Norr-gård, Bjurs-ås) that
`data/restore_name_parts.csv` lists; share tells, of a hundred names with a part that folds so, how many spell it so.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from pipeline.memo.restore_built import AFTER_GENITIVE
from pipeline.memo.restore_channel import Channel
from pipeline.memo.restore_letters import broken, marks_p, spelt
from pipeline.memo.restore_model import COUNT_STEP, Model, fold, model
from pipeline.memo.restore_variants import Variant, fit, part
from pipeline.resources import table

BUILT = -3.0  # ln P that a name is none that we know but put together of parts
PART = -4.6  # ln P of a part
SHORT = -2.0  # nats against parts of one or two letters
JOINT = -2.0  # nats against an s between parts
GENITIVE = -1.0
STRANGE, STRANGE_LETTER = -6.0, -1.9  # ln P that a name is a stranger, and of each of its letters
LONGEST_STRANGE = 12  # letters of a stranger that count
HALF = -3.0  # ln P that one half of a name is a stranger
LEAST_TAIL, MOST_TAIL = 3, 7  # letters of a stranger that ends a name
LEAST_JOINED = 4  # letters of what stands before a tail, with a joining s
PATRONYMIC = -8.0  # ln P of one of the commonest first name
COMMONEST = 5e4  # those who bear it
NAMESAKES = log(100) * COUNT_STEP  # bearers of a first name that tells what stands beside it
NOT_NAME = 6.0  # nats against a word that is no name where a name stands
UNNAMED = -99.0
ELSEWHERE = 2.0  # nats against a name put together where no name need stand
HALF_ELSEWHERE = 4.0  # and against one with a part that is not known
ACCENT = 0.3  # ln of how much likelier an unknown surname in -len, -ren … is printed -én than -en
# Finnish -lä after e, i and y alone (Kivelä, Pietilä): -la asks for an a, o or u before it
_FRONT_LA = re.compile(r"[b-df-hj-np-tv-xz]*(?:[eiy]+[b-df-hj-np-tv-xz]+)+(?<=[eiy]l)a")
MOST = 20.0  # a reading that costs more is none
DIRECTIONS = frozenset(("syd", "nord", "stor", "mellan", "inre", "yttre", "nordost", "sydost", "nordväst", "sydväst"))
COMMON_HEAD = 12  # log count of compounds, in a byte, that a word ends if places lend it their names


class Built(NamedTuple):
    """A name that may be meant: in lower case, ln P, the cost of reading it so, whether its parts are known."""

    text: str
    log_p: float
    cost: float
    known: bool


@cache
def name_parts() -> dict[str, dict[str, list[tuple[str, float]]]]:
    """By place in a name (first, last, house: what is called by a place's name) and fold: parts, ln of the share."""
    parts: dict[str, dict[str, list[tuple[str, float]]]] = {"first": {}, "last": {}, "house": {}}
    for row in table("memo/data/restore_name_parts.csv"):
        parts[row["place"]].setdefault(fold(row["part"]), []).append((row["part"], log(float(row["share"]) / 100)))
    return parts


def stranger(length: int) -> float:
    """ln P of a name that is not known at all."""
    return STRANGE + STRANGE_LETTER * min(length, LONGEST_STRANGE)


def built_names(variant: Variant, channel: Channel) -> list[Built]:
    """Readings as a name put together of parts, the likeliest first; a genitive's s may follow."""
    found = _built(variant, channel)
    if variant.text.endswith("s") and len(variant.text) > 5:
        stem = part(variant, 0, len(variant.text) - 1)
        found += [
            n._replace(text=n.text + "s", log_p=n.log_p + GENITIVE)
            for n in _built(stem, channel)
            if not n.text.endswith("ö")  # Paulos is no island's
        ]
    best: dict[str, Built] = {}
    for name in found:
        old = best.get(name.text)
        if old is None or old.log_p - old.cost < name.log_p - name.cost:
            best[name.text] = name
    return sorted(best.values(), key=lambda n: n.cost - n.log_p)[:4] if len(best) > 1 else list(best.values())


def _built(variant: Variant, channel: Channel) -> list[Built]:
    key = variant.key
    found = [
        Built(whole, BUILT + PART + share, cost, True)
        for whole, share, cost in _fitting("last", variant, channel)
        if len(whole) > 3
    ]
    joints, ends = _joints(key), _ends_of_places(variant)
    for cut in range(1, len(key)):
        if cut in joints:
            found += _two_parts(part(variant, 0, cut), part(variant, cut), channel)
        if cut in ends:
            found += _places(part(variant, 0, cut), part(variant, cut), channel)
        if cut > 3 and key[cut:] in ("son", "dotter"):
            found += _patronymics(part(variant, 0, cut), key[cut:], channel)
    found = [Built(text, log_p + marks_p(text), cost, known) for text, log_p, cost, known in found]
    if key.endswith("en") and 4 < len(key) < 10 and key[-3] in "bdlmrvz" and not model().alike(key):
        found.append(Built(variant.text[:-2] + "én", stranger(len(key)) + ACCENT, channel.accent, False))
    if key.endswith("la") and variant.text.endswith("a") and _FRONT_LA.fullmatch(key) and not model().alike(key):
        found.append(Built(variant.text[:-1] + "ä", stranger(len(key)) + ACCENT, 0.0, False))
    return found


def _fitting(place: str, variant: Variant, channel: Channel) -> list[tuple[str, float, float]]:
    """Parts for this place that the letters may mean: the part, ln of its share, the cost of reading it so."""
    return [
        (name, share, cost)
        for name, share in name_parts()[place].get(variant.key, ())
        if (cost := fit(variant, name, channel)) < MOST
    ]


def _stems(begin: Variant) -> list[tuple[Variant, str]]:
    """What stands before a tail, as it is and without a joining s."""
    stems = [(begin, "")]
    if len(begin.key) >= LEAST_JOINED and begin.key[-1] == "s":
        stems.append((part(begin, 0, len(begin.text) - 1), "s"))
    return stems


def _joints(key: str) -> list[int]:
    """Where a name may be cut in two parts of which one is known: few of all places."""
    firsts, lasts = name_parts()["first"], name_parts()["last"]
    size = len(key)
    return [
        cut
        for cut in range(1, size)
        if key[cut:] in lasts
        or (
            LEAST_TAIL <= size - cut <= MOST_TAIL
            and (key[:cut] in firsts or (cut >= LEAST_JOINED and key[cut - 1] == "s" and key[: cut - 1] in firsts))
        )
    ]


def _ends_of_places(name: Variant) -> list[int]:
    """Where a name may be cut after one that places may bear, or before a word for what is called by one."""
    group, houses, lasts, key = model().group, name_parts()["house"], name_parts()["last"], name.key
    return [
        cut
        for cut in range(3, len(key) - 2)
        if (rest := key[cut:]) in houses
        or (
            (
                key[:cut] in group
                or (cut >= LEAST_JOINED and key[cut - 1] == "s" and key[: cut - 1] in group)
                or name.text[:cut] in DIRECTIONS
            )
            and (rest in group or rest in lasts)
        )
    ]


def _two_parts(begin: Variant, rest: Variant, channel: Channel) -> list[Built]:
    """Names of two parts, or of one that is known and a stranger."""
    found = []
    heads = [
        (p + joint, share + (JOINT if joint else 0.0), cost)
        for stem, joint in _stems(begin)
        for p, share, cost in _fitting("first", stem, channel)
        if len(p) > 2 or not joint
    ]
    tails = _fitting("last", rest, channel)
    for head, share, cost in heads:
        for tail, tail_share, tail_cost in tails:
            rare = SHORT * ((len(head) < 3) + (len(tail) < 3 and tail != "ås"))
            found.append(Built(head + tail, BUILT + 2 * PART + share + tail_share + rare, cost + tail_cost, True))
        strange = not tails and LEAST_TAIL <= len(rest.text) <= MOST_TAIL
        if strange and (len(head) > 4 or head == "sjö") and not head.isascii():
            p = BUILT + HALF + PART + share + STRANGE_LETTER * len(rest.text)
            found += [Built(head + text, p, cost + more, False) for text, _, more in spelt(rest, channel)]
    if not heads and len(begin.text) > 2:
        for tail, share, cost in tails:
            if len(tail) > 3 or tail == "sjö":
                p = BUILT + HALF + PART + share + STRANGE_LETTER * len(begin.text)
                found += [Built(text + tail, p, cost + more, False) for text, _, more in spelt(begin, channel)]
    return found


def _places(begin: Variant, rest: Variant, channel: Channel) -> list[Built]:
    """What is called by the name of a place, known or built: Söderköpings-vägen, Sörby-skolan."""
    m = model()
    found = []
    of_part = begin.key in name_parts()["first"]  # Tåge-rud rather than Tage's
    known = [
        (m.words[i] + joint, cost)
        for stem, joint in _stems(begin)
        for i in m.alike(stem.key)
        if m.capital[i] > 0.5 and not (of_part and m.first_name[i]) and (cost := fit(stem, m.words[i], channel)) < MOST
    ]
    for i in m.alike(rest.key) if known else ():
        if m.last_part[i] > COMMON_HEAD and m.words[i] not in AFTER_GENITIVE:
            cost = fit(rest, m.words[i], channel)
            p = BUILT + PART + m.last_part[i] / COUNT_STEP - m.last_total + JOINT
            found += [Built(w + m.words[i], p, c + cost, True) for w, c in known if cost < MOST]
    if begin.text in DIRECTIONS:  # Syd-närke, Stor-göteborg
        places = [
            (m.words[i], cost)
            for i in m.alike(rest.key)
            if (m.capital[i] > 0.9 and len(rest.key) > LEAST_TAIL)
            != rest.key.endswith("ska")  # Nord-skånska, adjective
            and not m.first_name[i]
            and (cost := fit(rest, m.words[i], channel)) < MOST
        ]
        found += [Built(begin.text + w, BUILT + 2 * PART, cost, True) for w, cost in places]
    for tail, share, cost in _fitting("last", rest, channel) if known else ():
        found += [Built(w + tail, BUILT + 2 * PART + share + JOINT, c + cost, True) for w, c in known]
    if not known and len(begin.text) > 3:
        for house, _, cost in _fitting("house", rest, channel):
            for stem, joint in _stems(begin):
                found += [
                    Built(p + joint + house, BUILT + 2 * PART + share, c + cost, True)
                    for p, share, c in _fitting("first", stem, channel)
                ]
                for cut in _joints(stem.key):
                    two = _two_parts(part(stem, 0, cut), part(stem, cut), channel) if cut > 1 else ()
                    found += [Built(n.text + joint + house, n.log_p + PART, n.cost + cost, n.known) for n in two]
    return found


def _patronymics(begin: Variant, tail: str, channel: Channel) -> list[Built]:
    """Håkan-s-son, Måns-dotter."""
    m = model()
    found = []
    for stem, joint in _stems(begin):
        for i in m.alike(stem.key):
            if m.first_name[i] > NAMESAKES and (cost := fit(stem, m.words[i], channel)) < MOST:
                p = PATRONYMIC + m.first_name[i] / COUNT_STEP - log(COMMONEST) - (0.0 if joint else 1.0)
                found.append(Built(m.words[i] + joint + tail, p, cost, True))
    return found


def known_name(m: Model, number: int) -> float:
    """ln P of a word of the lexicon where a person's name stands."""
    last = m.surname[number] / COUNT_STEP - log(1e6) if m.surname[number] else UNNAMED
    first = m.first_name[number] / COUNT_STEP - log(1e7) if m.first_name[number] else UNNAMED
    place = m.log_p[number] - 3 if m.capital[number] > 0.5 else UNNAMED
    return max(last, first, place, m.log_p[number] - NOT_NAME)


@lru_cache(maxsize=100_000)
def is_first_name(word: str) -> bool:
    """Whether a word is a first name that some bear, its lost letters regarded."""
    m = model()
    keys = (fold(word), *(meant.key for meant in broken(word.lower())))
    return any(m.first_name[i] >= NAMESAKES for key in keys for i in m.alike(key))


@lru_cache(maxsize=100_000)
def is_surname(word: str) -> bool:
    """Whether a word is a surname that the registers hold, its lost letters regarded."""
    m = model()
    return any(m.surname[i] for i in m.alike(fold(word)))


def name_places(texts: Sequence[str]) -> list[bool]:
    """For each word as read, whether a person's name stands there.

    So it does after a first name, initials between them or not, and so does a first name before a capitalised word;
    a surname before what may be another one (Berg Åman) is followed by it.
    """
    places = [False] * len(texts)
    after = second = False
    for i, text in enumerate(texts):
        if not text[:1].isupper():
            after = second = False
            continue
        bare = text.rstrip(".,;:)")
        if bare.isupper() and len(bare) > 1:
            after = second = False
            continue
        named = is_first_name(bare.partition("-")[0]) or is_first_name(bare)
        follows = texts[i + 1] if i + 1 < len(texts) and bare == text else ""
        named &= bare != "Pa" or is_first_name(follows)  # "Pa Gotland finns", "Pa Modou Jallow"
        before_name = named and follows[:1].isupper() and not (follows.isupper() and len(follows) > 2)
        places[i] = after or before_name or (second and is_surname(bare))
        second = after and bare == text and is_surname(bare)
        initial = len(bare) == 1 and text.endswith(".")
        after = (named and bare == text) or (initial and after)
    return places
