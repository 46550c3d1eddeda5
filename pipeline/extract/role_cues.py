"""The words round a date or a sum as cues: which stand before and after it, and how near.

A word at a place speaks for roles by several cues: its stem and its classes, just there, anywhere on that side, for
this kind of date or sum. They are the same wherever that word stands at that place, so that the model
looks them up once for each (see role_model.py).
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from pipeline.extract.role_words import TOKEN, stem

FAR = 16  # words: how far from the expression a word may still tell its role
NEAR = 8
_REACH = 200  # characters before the expression
_NEARS = ["", "1", "2", "3", *("n" if place < NEAR else "f" for place in range(4, FAR + 1))]
_BEFORE = [f"{near}before" for near in _NEARS]
_BEYOND = [f"{near}beyond" for near in _NEARS]
_AFTER = ["", "1after", "2after", *["nafter"] * FAR]
_PAST = ["", "1past", "2past", *["npast"] * FAR]
Evidence = Callable[[str], tuple[str, ...]]


class Around(NamedTuple):
    """What stands round one date or sum. kind: what sort of date or sum it is; when: "ahead", "over" or "";
    plain: cues that are no words near it; words: (where, word) of the words before and after it."""

    kind: str
    when: str
    plain: list[str]
    words: list[tuple[str, str]]

    def cues(self, evidence: Evidence) -> list[str]:
        """All cues; one that two words give stands twice."""
        return self.plain + [
            cue for where, word in self.words for cue in cues_of_word(where, evidence(word), self.kind, self.when)
        ]


def cues_of_word(where: str, says: Iterable[str], kind: str, when: str) -> list[str]:
    """The cues of a word. where: its place ("1" next to the expression, "2", "3", "n" near, "f" far) and its side;
    says: the evidence of the word itself."""
    place, side = where[0], where[1:]
    near = {"before": "left", "beyond": "left", "after": "right", "past": "right"}[side] + place
    cues: list[str] = []
    for said in says:
        if place.isdigit():
            cues += (f"{near} {said}", f"{near} {kind} {said}")
        cues.append(f"{side} {said}")
        if said.isupper():
            cues.append(f"{side} {kind} {said}")
            if when:
                cues.append(f"{side} {kind} {when} {said}")
        elif side in ("before", "beyond"):
            cues.append(f"far {said}" if place == "f" else f"{side} {kind} {said}")
    return cues


def words_before(left: str) -> list[str]:
    """The words that `look_before` looks at: those of the last 200 characters before the expression."""
    return TOKEN.findall(left, max(0, len(left) - _REACH))


def look_before(
    left: str, crossed: int, around: Around, links: frozenset[str], tokens: list[str] | None = None
) -> None:
    """Adds the words before the expression. left: the sentence up to it, in lower case; crossed: where in it the
    expression before this one ends, -1 if none; links: words that only tie the expression on; tokens: the
    `words_before`, if they are known."""
    kind, plain, words = around.kind, around.plain, around.words
    low = max(0, len(left) - _REACH)
    tokens = words_before(left) if tokens is None else tokens
    # how many of them stand before the end of the expression before this one
    beyond = 0 if crossed <= low else len(TOKEN.findall(left, low, crossed))
    last = len(tokens)
    while last and tokens[last - 1] in links:
        last -= 1
    link = tokens[last] if last < len(tokens) else "none"
    nearest = tokens[max(0, last - FAR) : last][::-1]
    within = max(0, last - beyond) + 1
    places = _BEFORE[1:within] + _BEYOND[within:]
    words += [(where, token) for where, token in zip(places, nearest, strict=False) if not token[0].isdigit()]
    first = nearest[0] if nearest else ""
    if first and first[0].isdigit():
        plain.append("left1 0")
        first = ""
    plain += (f"link {link}", f"{kind} link {link}")
    if not last:
        plain += ("begins", f"{kind} begins")
    if len(nearest) > 1 and not nearest[1][0].isdigit():
        plain.append(f"pair {stem(nearest[1])} {stem(first)}")


def look_after(right: str, crossed: int, around: Around) -> None:
    """Adds the words after the expression. right: the rest of the sentence, in lower case; crossed: where in it the
    next expression begins, -1 if none."""
    tokens = TOKEN.findall(right, 0, 140)
    # how many of them stand before the next expression
    here = len(tokens) if crossed < 0 else len(TOKEN.findall(right, 0, min(crossed + 1, 140)))
    places = _AFTER[1 : here + 1] + _PAST[here + 1 :]
    near = zip(places, tokens[: FAR - 2], strict=False)
    around.words.extend([(where, token) for where, token in near if not token[0].isdigit()])
    if not tokens:
        around.plain.extend(("ends", f"{around.kind} ends"))
