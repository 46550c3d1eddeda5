"""The cues of `parties_cues.csv`: words beside a name that say which part it plays."""

import re
from functools import cache
from typing import Literal, NamedTuple, cast

from pipeline.forms.endings import endings_of
from pipeline.forms.guard import Guarded, guarded
from pipeline.resources import table

# asking: an applicant only where the memo begins with it; later on it is one of those who were heard
Told = Literal["applicant", "counterparty", "asking"]
GAP = r"(?-i:(?:[^.!?\n]|\.(?=[ ]?[\da-zåäö,])){0,90}?)"
LONG_GAP = GAP.replace("90", "120")  # who applies stands far before the verb: "har … hos … ansökt"
ODD = "ıſİ"  # letters that `re.IGNORECASE` takes for others than `str.lower` does


class Before(NamedTuple):
    """A cue that stands before a name. endings: how all that it matches ends, in small letters."""

    told: Told
    endings: tuple[str, ...]
    pattern: Guarded


class After(NamedTuple):
    """The cues of one role that stand after a name. any: all of them in one, told apart only where it may match."""

    told: Told
    any: Guarded
    each: list[Guarded]


def told_before(text: str) -> set[Told]:
    """What the text that ends before a name says of it."""
    low = text.rstrip().lower()
    found: set[Told] = set()
    if ODD[0] in text or ODD[1] in text or ODD[2] in text:
        return {cue.told for cue in _before() if cue.pattern.search(text)}
    by_ending = _before_by_ending()
    for cue in by_ending.get(low[-1:], by_ending[""]):
        if cue.told not in found and low.endswith(cue.endings) and cue.pattern.search(text):
            found.add(cue.told)
    return found


def told_after(text: str) -> set[Told]:
    """What the text that begins after a name says of it."""
    return {cues.told for cues in _after() if cues.any.may_match(text) and any(cue.match(text) for cue in cues.each)}


@cache
def _cues(side: str) -> list[tuple[Told, str]]:
    found: list[tuple[Told, str]] = []
    for row in table("extract/data/parties_cues.csv"):
        cue = (
            row["cue"]
            .replace("~ ", r"(?!\w)" + (GAP if side == "before" else LONG_GAP) + r"[ \n]")
            .replace(" ", r"[ \n]")
            .replace(r"[[ \n]", "[ ")
            .replace("_", r"\w+")
        )
        if row["side"] == side:
            found.append((cast(Told, row["role"]), cue))
    return found


@cache
def _before() -> list[Before]:
    return [
        Before(told, tuple(endings_of(cue)), guarded(rf"(?<!\w)(?:{cue})\s*$", re.IGNORECASE))
        for told, cue in _cues("before")
    ]


@cache
def _before_by_ending() -> dict[str, list[Before]]:
    """The cues that may match a text by its last letter; by "" those that may match any."""
    letters = {ending[-1:] for cue in _before() for ending in cue.endings} | {""}
    return {
        letter: [cue for cue in _before() if any(ending[-1:] in ("", letter) for ending in cue.endings)]
        for letter in letters
    }


@cache
def _after() -> list[After]:
    cues: dict[Told, list[str]] = {}
    for told, cue in _cues("after"):
        cues.setdefault(told, []).append(rf"(?:{cue})(?!\w)")
    return [
        After(told, guarded("|".join(some), re.IGNORECASE), [guarded(cue, re.IGNORECASE) for cue in some])
        for told, some in cues.items()
    ]
