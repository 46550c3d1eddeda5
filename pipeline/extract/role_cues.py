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


def look_before(left: str, crossed: int, around: Around, links: frozenset[str]) -> None:
    """Adds the words before the expression. left: the sentence up to it, in lower case; crossed: where in it the
    expression before this one ends, -1 if none; links: words that only tie the expression on."""
    linked: list[str] = []
    first = second = ""
    place = 0
    low = max(0, len(left) - 200)
    tokens = [(low, token) for token in TOKEN.findall(left, low)] if crossed <= low else _placed(left, low)
    for start, token in reversed(tokens):
        if not place and token in links:
            linked.append(token)
            continue
        place += 1
        if place > FAR:
            break
        if token[0].isdigit():
            if place == 1:
                around.plain.append("left1 0")
            continue
        if place == 1:
            first = token
        elif place == 2:
            second = token
        around.words.append((_BEYOND[place] if start < crossed else _BEFORE[place], token))
    link = linked[-1] if linked else "none"
    around.plain.extend((f"link {link}", f"{around.kind} link {link}"))
    if not place:
        around.plain.extend(("begins", f"{around.kind} begins"))
    if second:
        around.plain.append(f"pair {stem(second)} {stem(first)}")


def _placed(left: str, low: int) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in TOKEN.finditer(left, low)]


def look_after(right: str, crossed: int, around: Around) -> None:
    """Adds the words after the expression. right: the rest of the sentence, in lower case; crossed: where in it the
    next expression begins, -1 if none."""
    place = 0
    for match in TOKEN.finditer(right, 0, 140):
        token = match[0]
        place += 1
        if place > FAR - 2:
            break
        if token[0].isdigit():
            continue
        around.words.append((_PAST[place] if 0 <= crossed < match.start() else _AFTER[place], token))
    if not place:
        around.plain.extend(("ends", f"{around.kind} ends"))
