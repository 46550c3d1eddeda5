"""Names that some bear with marks and others without: Goran and Göran, Linden and Lindén.

Which of them an old text means is told by the surname beside a first name: Göran Sjögren, but Goran Petrovic. Where
nothing tells, a wrong name that looks right is worse than an unsure one.
"""

import re
from functools import lru_cache
from typing import Literal

from pipeline.memo.restore_candidates import Candidate
from pipeline.memo.restore_model import COUNT_STEP, fold, model
from pipeline.memo.restore_names import name_parts

# nats for the first name as printed, by what stands behind it
TOLD = {"swedish": -2.0, "strange": 2.5, "foreign": 5.0}
FAR_MORE = 2.0 * COUNT_STEP  # log count of bearers by which a name with marks leaves the one without to other tongues
RIVAL = 0.01  # least probability of the name as printed, if it is one, that makes another reading unsure
FEWER_RIVAL = 0.05  # and of one with fewer marks: Brandström rather than Brändström
DOUBTED = 0.65  # most confidence of such a reading
LEAST_PART = 3
_MEANT = str.maketrans("é6¢", "ooc")
_FOREIGN = re.compile(
    r"(?:[hjklmnrstv]i[co]|[kprsw]ov|ova|[rsvn]ev|eva|[cdlnrvw]sk[iya]|o[gq]lu|maz|[dgmnr]ez|zadeh|[ijy]an|[aehs]in[io]"
    r"|tchi|ovac|enko|chuk|escu|shvili|opoulos|akis|idis|ullah|uddin"
    r"|\b(?:diaz|garcia|silva|santos|nowak|demir|kaya|khan|ali|ahmed|kurt|aydin|celik|kilic|ozturk|cruz|rossi|popa))$"
)
_SWEDISH = re.compile(
    r"\w*(?:ss?on|dotter|[aeio]us|ell|elin|[blnrstv]in|[a-z]man|[dlmnrt]er|[blmnrdt]en|mark|borg|[kq]vist|quist|hielm|hjelm"
    r"|crant?z|skiold|stierna|felt|feldt|stedt|ling|ander|fors|lind|lundh?|bergh?|strand|gren|stro[om]m?|blad|hag|roos|ahl|dahl)"
)


@lru_cache(maxsize=10_000)
def whence(surname: str) -> Literal["swedish", "strange", "foreign"]:
    """What a word as read that follows a first name looks like: a name made in Sweden, in other tongues, or untold."""
    low = fold(surname.rstrip(".,;:)").rpartition("-")[2].lower().translate(_MEANT))
    if _FOREIGN.search(low) is not None:
        return "foreign"
    lasts = name_parts()["last"]
    if _SWEDISH.fullmatch(low) or any(low[k:] in lasts for k in range(len(low) - LEAST_PART + 1)):
        return "swedish"
    m = model()
    return "swedish" if any(m.surname[i] for i in m.alike(low.removesuffix("s"))) else "strange"


@lru_cache(maxsize=10_000)
def by_surname(first: str, readings: tuple[Candidate, ...], follows: str) -> tuple[Candidate, ...]:
    """The readings of a first name, the one as printed weighed by the surname, if it is borne both ways."""
    m = model()
    low = first.lower()
    number = m.number.get(low, -1)
    if number < 0 or not m.first_name[number] or not low.isascii():
        return readings
    marked = [m.first_name[i] for i in m.alike(low) if m.words[i] != low and "é" not in m.words[i]]
    if not any(marked):
        return readings
    kind = whence(follows)
    if kind == "swedish" and max(marked) - m.first_name[number] < FAR_MORE:
        return readings  # Marit Berg is no less likely than Märit Berg
    told = TOLD[kind]
    return tuple(r._replace(cost=r.cost - told) if r.text == low else r for r in readings)


def doubted(printed: str, meant: str, readings: tuple[Candidate, ...], likely: list[float]) -> bool:
    """Whether a name as printed, or with fewer marks than it is taken for, is a name too, and not too seldom one.

    likely: each reading's probability.
    """
    low = printed.lower()
    return any(
        r.known and p > (RIVAL if r.text == low else FEWER_RIVAL) and _is_fewer(r.text, meant, low) and _borne(r.text)
        for r, p in zip(readings, likely, strict=True)
    )


def _is_fewer(other: str, meant: str, printed: str) -> bool:
    """Whether a reading leaves more letters as printed than what a name is taken for, and changes none but those."""
    if other == meant or not len(other) == len(meant) == len(printed):
        return False
    return all(a in (b, c) for a, b, c in zip(other, meant, printed, strict=True))


def _borne(word: str) -> bool:
    """Whether a word is a name, or none that the lexicon holds as anything else."""
    m = model()
    i = m.number.get(word, -1)
    return i < 0 or bool(m.first_name[i] or m.surname[i]) or m.capital[i] > 0.5
