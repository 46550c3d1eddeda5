"""What becomes of a name that only the recogniser sees: taken for a party with a confidence, or left out.

The weights stand in models/calibration/ner.csv, fitted by `bench/fit_ner.py` on labelled memos: the logistic function
of their sum over a name's features is how often such names are parties. A name is judged by its best place.
"""

import re
from collections import Counter
from functools import cache

from pipeline.extract.ner_features import (
    AFTER,
    BEFORE,
    SMALL,
    WORD,
    Candidate,
    features,
    listed,
    probability,
    weights,
    worn,
)
from pipeline.extract.parties_mentions import Mention, overlaps
from pipeline.forms.persons_registers import is_known_name
from pipeline.forms.titles import title_of, title_word
from pipeline.memo.memo import Memo

# What is less likely a party is left out. A row helps where it is right more often than not; the rest is for what the
# weights don't know: memos unlike those that they were fitted on. Of organisations between 0.6 and 0.8 none was right
# on labelled memos, and of persons most were (`bench/parties.py`, `bench/new_names.py`).
LEAST_PERSON = 0.6
LEAST_OTHER = 0.8
UNKNOWN = 0.5  # where no weights are at hand
TITLE_SPAN = 60  # characters beside a person's name in which the title stands


def settle(memo: Memo, found: list[Candidate], rules: list[Mention]) -> list[Mention]:
    """The candidates that are taken for parties, at every place where their names stand; rules: in order, kept."""
    outside = [c for c in found if not overlaps(rules, c.start, c.end) and plausible(c) and not _thing(memo.text, c)]
    table = weights()
    counts = Counter(c.name.casefold() for c in outside)
    is_worn = bool(outside) and worn(memo)
    best: dict[str, tuple[float, Candidate]] = {}
    for candidate in outside:
        seen = max(counts[candidate.name.casefold()], memo.text.count(candidate.name))
        told = features(memo, candidate, seen, is_worn)
        chance = probability(told, table) if table else UNKNOWN
        name = nominative(memo, candidate)
        key = name.casefold()
        if key not in best or chance > best[key][0]:
            best[key] = (chance, Candidate(candidate.start, candidate.end, name, candidate.type, candidate.sure))
    taken: list[Mention] = []
    free = bytearray(b"\1") * len(memo.text)
    for chance, candidate in sorted(best.values(), key=lambda b: (-b[0], b[1].start)):
        least = LEAST_PERSON if candidate.type == "person" else LEAST_OTHER
        if (chance < least and table) or _within_other(candidate, taken):
            continue
        for start, end in _stands(memo.text, candidate.name):
            if overlaps(rules, start, end) or 0 in free[start:end]:
                continue
            free[start:end] = bytes(end - start)
            title = title_beside(memo.text, start, end) if candidate.type == "person" else None
            taken.append(Mention(start, end, candidate.name, candidate.type, None, title, round(chance, 3)))
    return sorted(taken, key=lambda m: m.start)


def plausible(candidate: Candidate) -> bool:
    """Whether a candidate is worth weighing: a name has letters, a capital, and no more words than names have."""
    words = WORD.findall(candidate.name)
    letters = sum(c.isalpha() for c in candidate.name)
    if not words or letters < 3 or len(words) > 8 or not words[0][:1].isupper():
        return False
    lows = [w.lower() for w in words]
    if len(words) == 1 and is_known_name(words[0]):
        return False  # a surname alone stands for somebody who is named in full elsewhere
    if len(set(lows)) < len(lows) or candidate.name.endswith("-"):  # a table's column
        return False
    if len(words) > 2 and candidate.name.isupper() and not SMALL.isdisjoint(lows):  # a heading in capitals
        return False
    thing = lows[-1].endswith(_endings("never-ending"))
    thing = thing or (len(words) > 1 and lows[0].endswith(_endings("never-first")))
    return listed("never").isdisjoint(lows) and not thing


@cache
def _endings(use: str) -> tuple[str, ...]:
    return tuple(listed(use))


def _thing(text: str, candidate: Candidate) -> bool:
    """Whether the words before say that it is a thing's name: "systemet heter Zorvex Care"."""
    before = BEFORE.search(text, max(0, candidate.start - 20), candidate.start)
    return before is not None and before.group(1) in listed("named")


def nominative(memo: Memo, candidate: Candidate) -> str:
    """The name without a genitive s, told by what follows, or by the name's standing without it elsewhere."""
    name = candidate.name
    if (marked := re.fullmatch(r"(.+?)[:’'´]s?", name)) is not None:
        return marked.group(1)
    if not name.endswith("s") or len(name) < 5:
        return name
    bare = name[:-1].removesuffix(":")
    if _is_word(memo.text, bare):
        return bare
    after = AFTER.match(memo.text, candidate.end)
    owned = after is not None and after.group(1) in listed("owned")
    return bare if owned else name


def _is_word(text: str, name: str) -> bool:
    """Whether a name stands in a text by itself. Without a pattern: to make one of each name takes longer."""
    at = text.find(name)
    while at >= 0:
        beside = text[at - 1 : at] + text[at + len(name) : at + len(name) + 1]
        if not any(character.isalnum() or character == "_" for character in beside):
            return True
        at = text.find(name, at + 1)
    return False


def _stands(text: str, name: str) -> list[tuple[int, int]]:
    """Where a name stands, with a genitive s or without."""
    shape = r"\s+".join(re.escape(word) for word in name.split())
    return [match.span() for match in re.finditer(rf"(?<![\w-]){shape}(?=(?::?s)?(?!\w))", text)]


def _within_other(candidate: Candidate, taken: list[Mention]) -> bool:
    """Whether a name is part of a longer one that is more certain: a surname, a company's first word."""
    low = candidate.name.casefold()
    return any(low != m.name.casefold() and f" {low} " in f" {m.name.casefold()} " for m in taken)


def title_beside(text: str, start: int, end: int) -> str | None:
    """The title that stands straight before a person's name, or after it between commas or at the line's end."""
    line = text[max(0, start - TITLE_SPAN, text.rfind("\n", 0, start) + 1) : start]
    words = line.split()
    for count in (3, 2, 1):
        if len(words) >= count and line.endswith(" "):
            told = title_of(" ".join(words[-count:]))
            if told is not None and title_word(words[-1]) is not None:
                return told
    match = re.match(r"(?:,[ ]|\n| \()([^,.;()\n]{3,60})(?=[,.;)\n]|$)", text[end : end + TITLE_SPAN + 10])
    return title_of(match.group(1)) if match else None
