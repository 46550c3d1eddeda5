"""Names that a machine has read in two ways are one: Ahigrens Bygg AB, which is Ahlgrens Bygg AB elsewhere."""

from collections import Counter
from functools import cache

from pipeline.extract.parties_mentions import Mention
from pipeline.forms.names_places import distance
from pipeline.forms.persons_registers import is_known_name, surnames
from pipeline.memo.restore_model import model

KINDS = frozenset({"person", "company", "association"})
ONE_WORD = frozenset({"body", "administration", "authority"})  # long single words: Strukturfondsdelegationen
SHORTEST, LONG = 4, 8  # letters of a word that may be misread, and of one in which two letters may be
LONE = 13  # letters of a name of one word that may be misread
SEVERAL = 4  # surnames that make an ending a usual one
MOST = 60  # names that are compared


def misread(groups: dict[str, list[Mention]]) -> dict[str, str]:
    """Names in small letters that are misreadings of another: the misread one, and the other.

    They differ in one word by a letter or two, and of those two words one at least is none that is known: two that are
    known may be two persons, Lind and Lund.
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
            if all(known):
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
