"""Names that a machine has read in two ways are one: Ahigrens Bygg AB, which is Ahlgrens Bygg AB elsewhere."""

from collections import Counter
from functools import cache, lru_cache

from pipeline.extract.parties_mentions import Mention
from pipeline.forms.names_places import distance
from pipeline.forms.persons_registers import is_known_name, surnames
from pipeline.memo.restore_model import fold, model
from pipeline.memo.restore_variants import confusions

KINDS = frozenset({"person", "company", "association"})
ONE_WORD = frozenset({"body", "administration", "authority"})  # long single words: Strukturfondsdelegationen
SHORTEST, LONG = 4, 8  # letters of a word that may be misread, and of one in which two letters may be
LONE = 13  # letters of a name of one word that may be misread
SEVERAL = 4  # surnames that make an ending a usual one
VOWELS = frozenset("aeiouy")
OFTEN = 5.2  # nats of a confusion that is no rare one
BESIDE = 8  # letters between two names that are said together: "Eva Alm och Eva Aim"
MOST = 60  # names that are compared


def misread(groups: dict[str, list[Mention]]) -> dict[str, str]:
    """Names in small letters that are misreadings of another: the misread one, and the other.

    They differ in one word by a letter or two, and of those two words one at least is none that is known: two that are
    known may be two persons, Lind and Lund. Persons' words differ besides as a machine confuses letters, Alen and Aren
    do not, and the two do not stand side by side, nor as officers of different titles.
    """
    names = [
        name
        for name, group in groups.items()
        if (group[0].type in KINDS and " " in name)
        or (group[0].type in ONE_WORD and " " not in name and len(name) >= LONE)
    ]
    found: dict[str, str] = {}
    for k, one in enumerate(names[:MOST]):
        kind = groups[one][0].type
        for two in names[k + 1 : MOST]:
            if groups[two][0].type != kind or one in found or two in found:
                continue
            short, full = sorted((one, two), key=len)
            if _cut_off(short, full, kind) and short not in found.values():
                found[short] = full
                continue
            words = _differing(one, two)
            if words is None:
                continue
            known = [_known(word, kind) for word in words]
            if all(known) or (kind == "person" and (not alike(*words) or _are_two(groups[one], groups[two]))):
                continue
            if not any(known) and kind == "person":
                known = [_ends_usually(word) for word in words]  # Ljungdell, not Ljungdeil
            often = len(groups[one]) >= len(groups[two])
            first_is_right = often if known[0] == known[1] else known[0]
            wrong, right = (two, one) if first_is_right else (one, two)
            if wrong not in found.values():
                found[wrong] = right
    return found


@cache
def _mistaken() -> frozenset[tuple[str, str]]:
    """Pairs of letters of which a machine sees one for the other, or either for the same third: d and i, both an ä.

    Not two plain vowels: Berg and Borg, Molin and Malin are seldom the same.
    """
    pairs: set[tuple[str, str]] = set()
    often: dict[str, list[str]] = {}
    for known in confusions().values():
        for seen, meant, cost in known:
            if seen.isalpha() and "é" not in seen:
                pairs.add((seen.lower(), fold(meant)))
                if cost < OFTEN and not meant.isascii():
                    often.setdefault(meant, []).append(seen.lower())
    pairs |= {(one, two) for those in often.values() for one in those for two in those}
    pairs |= {(two, one) for one, two in pairs}
    return frozenset((one, two) for one, two in pairs if not {one, two} <= VOWELS)


@lru_cache(maxsize=4096)
def alike(one: str, two: str) -> bool:
    """Whether two words, in small letters, may be readings of the same print: marks aside, two confusions at most."""
    return _confused(fold(one), fold(two), 2) or (
        "é" in one + two and _confused(fold(one.replace("é", "ö")), fold(two.replace("é", "ö")), 2)
    )


def _confused(one: str, two: str, most: int) -> bool:
    """The same of words without marks, with so many confusions at most."""
    if one == two:
        return True
    if not most:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    mistaken = _mistaken()
    return any(
        (one[at : at + i], two[at : at + j]) in mistaken and _confused(one[at + i :], two[at + j :], most - 1)
        for at in range(max(0, same - 1), same + 1)  # of l and ll, li and h one letter may be the same
        for i in range(1, 4)
        for j in range(1, 4)
    )


def _are_two(one: list[Mention], two: list[Mention]) -> bool:
    """Whether persons of almost the same name stand side by side, or have different titles."""
    titles = [{fold(m.title) for m in group if m.title} for group in (one, two)]
    if all(titles) and titles[0].isdisjoint(titles[1]):
        return True
    return any(
        min(a.start, b.start) >= 0 and max(a.start, b.start) - min(a.end, b.end) < BESIDE for a in one for b in two
    )


@cache
def _endings() -> frozenset[str]:
    """The last four letters of surnames that several have."""
    counts = Counter(name[-4:] for name in surnames() if len(name) > 5)
    return frozenset(ending for ending, count in counts.items() if count >= SEVERAL)


def _ends_usually(word: str) -> bool:
    return word[-4:] in _endings()


def _cut_off(short: str, full: str, kind: str) -> bool:
    """Whether a name is the beginning of another, cut inside a word: Hyresgästföreningen i Tomel(illa)."""
    last = short.rpartition(" ")[2]
    return (
        kind != "person"
        and " " in short
        and len(last) >= SHORTEST
        and full.startswith(short)
        and full[len(short) : len(short) + 2].isalpha()
        and len(full) > len(short) + 1
        and not _known(last, kind)
        and not is_known_name(last)
    )


def _differing(one: str, two: str) -> tuple[str, str] | None:
    """The only words in which two names differ, if they may be two readings of one word."""
    pairs = [(a, b) for a, b in zip(one.split(), two.split(), strict=False) if a != b]
    if one.count(" ") != two.count(" ") or len(pairs) != 1:
        return None
    a, b = pairs[0]
    if min(len(a), len(b)) < SHORTEST or not (a.replace("-", "").isalpha() and b.replace("-", "").isalpha()):
        return None
    most = 2 if min(len(a), len(b)) >= LONG and " " in one else 1
    return (a, b) if distance(a, b, most) <= most and a.removesuffix("s") != b.removesuffix("s") else None


def _known(word: str, kind: str) -> bool:
    """Whether all parts of a word, in small letters, stand in the registers, or in the lexicon if it is no person's."""
    if kind == "person":
        return all(map(is_known_name, word.split("-")))
    return word in model().number or word.removesuffix("s") in model().number
