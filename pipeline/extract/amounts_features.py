"""The cues round a sum: the words before and after it, how near, its unit and rate, and what was said just before."""

import re
from functools import lru_cache

from pipeline.extract.amounts_frames import frame_of
from pipeline.extract.amounts_roles import _cues_in_word
from pipeline.extract.role_cues import Around, look_after, look_before, words_before
from pipeline.extract.role_words import TOKEN, evidence
from pipeline.extract.rows import KRONOR
from pipeline.tables import Unit

_LINKS = frozenset(
    [
        "ca",
        "cirka",
        "c:a",
        "omkring",
        "ungefär",
        "drygt",
        "knappt",
        "närmare",
        "högst",
        "minst",
        "lägst",
        "maximalt",
        "totalt",
        "sammanlagt",
        "uppskattningsvis",
        "nästan",
        "hela",
        "kr",
        "kronor",
        "i",
        "genomsnitt",
        "dag",
    ]
)
_TIE = re.compile(
    r"[\s(]*(?:(och|till|respektive|resp|varav|mot|eller|samt|à|plus|upp till|dock|medan|jämfört|därav)\b)?"
)


@lru_cache(maxsize=16384)
def word_evidence(word: str) -> tuple[str, ...]:
    """A word's stem and classes, and the roles that it speaks for by itself in capitals."""
    return (*evidence(word), *_roles_of(word)) if word[0].isalpha() else evidence(word)


@lru_cache(maxsize=16384)
def _roles_of(word: str) -> tuple[str, ...]:
    """The roles that a word speaks for, and behind them those that it speaks for strongly."""
    cues = _cues_in_word(word.rstrip("."))
    if not cues:
        return ()
    roles = {cue.role.upper(): cue.weight for cue in cues if cue.weight >= 1}
    return (*(f"={role}" for role in roles), *(f"=={role}" for role, weight in roles.items() if weight >= 2.4))


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[str, ...]:
    """What the words of a heading, a title or the sentence before speak for."""
    told: dict[str, None] = {}
    for token in TOKEN.findall(text.lower()):
        if token[0].isalpha() and (roles := _roles_of(token)):
            told.update(dict.fromkeys(roles))
    return tuple(told)


def round_amount(
    left: str,
    right: str,
    amounts: tuple[int, int],
    unit: Unit,
    per: str | None,
    negative: bool,
    place: str,
    action: str,
    above: tuple[str, str, str],
    value: float = 0.0,
) -> Around:
    """What stands round a sum. left, right: the sentence before and after it in lower case; amounts: where in them the
    sum before ends and the next begins, -1 if none; above: the sentence before, and the heading and the title that the
    text stands under; value: the sum in its unit."""
    kind = "percent" if unit == "procent" else "points" if unit == "procentenheter" else "rate" if per else "money"
    cues = [kind, f"unit {unit}", f"{kind} place {place}"]
    if per:
        cues += ("rate", f"per {per}")
    if negative:
        cues.append(f"{kind} negative")
    if action:
        cues += (f"action {action}", f"{kind} action {action}")
    for name, text in zip(("said", "heading", "title"), above, strict=True):
        if text:
            cues += [f"{name} {kind} {role}" for role in _named(text)]
    if amounts[0] >= 0:
        tie = _TIE.match(left, amounts[0])
        cues.append(f"{kind} tie {tie[1] if tie else ''}")
    size = _size(value, unit) if kind in ("money", "rate") else ""
    if size:
        cues += (f"size {size}", f"size {size} {'rate' if per else 'whole'}")
    before = words_before(left)
    cues += frame_of(left, right, kind, amounts[1], before)
    around = Around(kind, size, cues, [])
    look_before(left, amounts[0], around, _LINKS, before)
    look_after(right, amounts[1], around)
    return around


def _size(value: float, unit: Unit) -> str:
    """How large a sum is: what a visitor pays, what one case or thing costs, what a body spends."""
    kronor = abs(value) * KRONOR.get(unit, 10)
    return "small" if kronor < 1000 else "medium" if kronor < 100_000 else "large" if kronor < 10_000_000 else "huge"


def cues_of_the_one_before(role: str, left: str, end: int, same_kind: bool) -> list[str]:
    """What the role of the sum before in the sentence says, and what ties the two. end: where it ends in `left`."""
    tie = _TIE.match(left, end)
    between = len(left) - end
    near = "next" if between <= 4 + len(tie[0] if tie else "") else "near" if between < 40 else "apart"
    kin = "same" if same_kind else "other"
    return [f"last {role}", f"last {kin} {near} {role}", f"last {kin} {tie[1] if tie else None} {role}"]
