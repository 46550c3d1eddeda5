"""Names that nothing is known of: which of their a and o have most likely lost a mark, told by the letters beside them.

Gällinge and Råsunda stand in no list and hold no part that we know, but galling- and rasun- are not spelt alike by
chance: what stands in the lexicon's names between the same letters tells. Made by `bench/train_letters.py`.
"""

import lzma
import re
from functools import cache, lru_cache
from math import log

from pipeline.memo.restore_channel import Channel
from pipeline.memo.restore_model import fold
from pipeline.memo.restore_variants import Variant, changed, fit
from pipeline.resources import model_path

MEANT = {"a": "aåä", "o": "oö"}
# letters to the left and to the right of one that are looked at, the widest last
Reach = tuple[tuple[int, int], ...]
REACH: Reach = ((0, 0), (1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3))
NEAR = 5  # of these reach no further than two letters
WIDEST = 3
AROUND = 2 * WIDEST + 1
TRUST = 2.0  # how many sightings each spelling that was seen between some letters must outweigh
LEAST = 0.001  # probability of a spelling that was never seen between these letters
MOST_LETTERS = 8  # a and o of a name; one with more is left as it is
MOST_SPELLINGS = 3
AS_READ = 1.4  # nats by which another spelling must be likelier: a right name changed is worse than a wrong one left
WORST = 4.0  # nats by which a spelling may be less likely than the best

# a d where no Swedish word has one, which was an å, ä or ö: Rdnnberg, Bergstrdm
_NO_D = re.compile(
    r"(?:^|-)(?![nm]d[lw])[bcfghjklmnpqrstvwxz]{1,3}(?P<first>d)(?=[bcfghjklmnpqrstvwxz]|$)"
    r"|[bcfgkpt][lr](?P<inner>d)(?=[bcfghjklmnpqrstvwxz]|$)"
)
_D_FOR = {"å": 0.25, "ä": 0.35, "ö": 0.4}  # which of the three it was, if nothing else tells

Counts = dict[str, tuple[int, ...]]


def edges(key: str) -> str:
    """A folded name between signs for what is no letter."""
    return "^" * WIDEST + key + "$" * WIDEST


def contexts(key: str, place: int, reach: Reach = REACH) -> list[str]:
    """What stands round a letter of a folded name, from the nearest to the widest; the letter itself is a capital."""
    edged = edges(key)
    at = place + WIDEST
    return [edged[at - left : at] + edged[at].upper() + edged[at + 1 : at + 1 + right] for left, right in reach]


def weigh(counts: Counts, key: str, place: int, reach: Reach = REACH) -> list[float]:
    """The probability of each spelling (MEANT) of the letter at a place of a folded name."""
    told = [1.0 / len(MEANT[key[place]])] * len(MEANT[key[place]])
    for context in contexts(key, place, reach):
        seen = counts.get(context)
        if seen is not None:
            told = _weighed(told, seen)
    return told


def _weighed(told: list[float], seen: tuple[int, ...]) -> list[float]:
    """What was told of a letter, weighed with how often its spellings were seen between wider letters."""
    total = sum(seen)
    trust = total / (total + TRUST * (len(seen) - seen.count(0)))
    left = 1 - trust
    return [trust * n / total + left * p for n, p in zip(seen, told, strict=True)]


@cache
def letter_counts(place: bool = False) -> Counts:
    """How often a, å, ä and o, ö stand between some letters in the lexicon's names: by context.

    place: places counted more, whose names hold far more of å, ä and ö.
    """
    file = "letters_places.txt.xz" if place else "letters.txt.xz"
    text = lzma.decompress((model_path("restore") / file).read_bytes()).decode()
    return {key: tuple(map(int, rest.split(" "))) for key, _, rest in (row.partition(" ") for row in text.split("\n"))}


@lru_cache(maxsize=50_000)
def _told(around: str, of_place: bool = False) -> list[tuple[str, float]]:
    """Each spelling of the letter in the middle of those around it, with its ln P."""
    letter = around[WIDEST]
    before, after = around[:WIDEST] + letter.upper(), around[WIDEST + 1 :]
    counts = letter_counts(of_place)
    told = _near(around[1:-1], of_place)
    for context in (before + after[:2], before[1:] + after, before + after):  # (3, 2), (2, 3) and (3, 3) of REACH
        seen = counts.get(context)
        if seen is not None:
            told = _weighed(told, seen)
    return [(spelling, log(max(p, LEAST))) for spelling, p in zip(MEANT[letter], told, strict=True)]


@lru_cache(maxsize=20_000)
def _near(around: str, of_place: bool) -> list[float]:
    """The same by its two neighbours on either side alone, as probabilities: there are far fewer of these."""
    return weigh(letter_counts(of_place), around, 2, REACH[:NEAR])


@lru_cache(maxsize=50_000)
def spellings(name: str, fixed: frozenset[int], of_place: bool = False) -> tuple[tuple[str, float], ...]:
    """How a name in lower case may be spelt, likeliest first: the spelling, ln P. fixed: letters that stand fast.

    of_place: a place's, or what is called by one, rather than a person's.
    """
    key = fold(name)
    places = [i for i, c in enumerate(name) if c in MEANT and i not in fixed]
    if not places or len(places) > MOST_LETTERS or len(key) != len(name):
        return ((name, 0.0),)
    found: list[tuple[str, float]] = [("", 0.0)]
    at = 0
    edged = edges(key)
    for place in places:
        steps = _told(edged[place : place + AROUND], of_place)
        longer = [(text + name[at:place] + letter, p + q) for text, p in found for letter, q in steps]
        longer.sort(key=lambda s: -s[1])
        found = longer[: 4 * MOST_SPELLINGS]
        at = place + 1
    whole = [(text + name[at:], p) for text, p in found if p > found[0][1] - WORST][:MOST_SPELLINGS]
    if all(text != name for text, _ in whole):
        whole.append((name, found[0][1] - WORST))
    return tuple(whole)


def spelt(variant: Variant, channel: Channel, of_place: bool = False) -> list[tuple[str, float, float]]:
    """How a name that nothing is known of may be spelt: the spelling, ln P of its marks, the cost of reading it so."""
    told = spellings(variant.text, variant.fixed, of_place)
    best = told[0][1]
    return [
        (text, best if text == variant.text and p > best - AS_READ else p, fit(variant, text, channel))
        for text, p in sorted(told, key=lambda s: s[0] != variant.text)
    ]


@lru_cache(maxsize=50_000)
def marks_p(name: str) -> float:
    """ln P of the marks of a name, in lower case, given its other letters."""
    key = fold(name)
    if len(key) != len(name):
        return 0.0
    told = 0.0
    edged = edges(key)
    for place, letter in enumerate(key):
        if letter in MEANT and name[place] in MEANT[letter]:
            told += _told(edged[place : place + AROUND])[MEANT[letter].index(name[place])][1]
    return told


@lru_cache(maxsize=50_000)
def broken(name: str) -> tuple[Variant, ...]:
    """What a name, in lower case, was whose d stands where none can: with å, ä and ö for it; nothing for others.

    The variants' costs, in nats, tell how likely each of the three letters is between its neighbours.
    """
    match = _NO_D.search(name)
    if match is None:
        return ()
    place = match.start("first") if match["first"] else match.start("inner")
    key = fold(name)
    if len(key) != len(name):
        return ()
    told = dict(_D_FOR)
    for of_a, of_o in zip(
        contexts(key[:place] + "a" + key[place + 1 :], place),
        contexts(key[:place] + "o" + key[place + 1 :], place),
        strict=True,
    ):
        _, ring, dots = letter_counts().get(of_a, (0, 0, 0))
        _, round_ = letter_counts().get(of_o, (0, 0))
        seen = {"å": ring, "ä": dots, "ö": round_}
        total = sum(seen.values())
        if total:
            trust = total / (total + TRUST)
            told = {letter: trust * seen[letter] / total + (1 - trust) * p for letter, p in told.items()}
    return tuple(
        changed(name[:place] + letter + name[place + 1 :], frozenset((place,)), -log(max(p, LEAST)))
        for letter, p in told.items()
    )
