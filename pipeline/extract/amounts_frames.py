"""Who pays whom: the party and the verb of the clause that a sum stands in, as cues beside its single words.

"staten betalar 1 600 kr per dygn" is revenue and "kommunen betalar" a cost; neither word tells it alone. The classes of
parties and verbs stand in `data/amounts_frames.csv`.
"""

from functools import lru_cache

from pipeline.extract.role_words import TOKEN, stem
from pipeline.resources import table

_REACH = 140  # characters of the sentence before a sum that may hold its verb
_BEHIND = 70
_INVERTED = 3  # words after the verb that may be its party: "betalar staten"
_WHOM = frozenset(["till", "från", "av", "för", "mot", "åt", "hos", "ur"])


def _lexicon() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """Kind and class by whole word or stem, and by a compound's last part."""
    whole: dict[str, tuple[str, str]] = {}
    tails: dict[str, tuple[str, str]] = {}
    for row in table("extract/data/amounts_frames.csv"):
        for word in row["words"].split():
            key = word.lstrip("*")
            (tails if word.startswith("*") else whole).setdefault(
                key if key.endswith("|") else stem(key), (row["kind"], row["class"])
            )
    return whole, tails


_WHOLE, _TAILS = _lexicon()
_TAIL_ENDS = tuple(_TAILS)
_NONE = ("", "")


@lru_cache(maxsize=16384)
def _of(word: str) -> tuple[str, str]:
    """A word's kind and class, both empty where it is neither a party nor a verb."""
    root = stem(word)
    found = _WHOLE.get(word + "|") or _WHOLE.get(root)
    if found:
        return found
    if not (root.endswith(_TAIL_ENDS) or f"{word}|".endswith(_TAIL_ENDS)):
        return _NONE  # as most words: none need be cut up
    for start in range(1, len(word) - 3):
        tail = _TAILS.get(word[start:] + "|") or _TAILS.get(root[start:])
        if tail:
            return tail
    return _NONE


def frame_of(left: str, right: str, kind: str, begins: int, before: list[str] | None = None) -> list[str]:
    """The cues of a sum's clause. left, right: the sentence before and after it in lower case; kind: what sort of sum;
    begins: where in `right` the next sum begins, -1 if none; before: the words of `left`, if they are known."""
    words = before if before is not None and len(left) <= _REACH else TOKEN.findall(left, max(0, len(left) - _REACH))
    does = who = "none"
    for verb in range(len(words) - 1, -1, -1):
        sort, which = _of(words[verb])
        if sort == "verb":
            does = which
            who = _before(words, verb) or _party(words[verb + 1 : verb + 1 + _INVERTED]) or "none"
            break
    cues = [f"{kind} verb {does}", f"{kind} who {who} {does}"]
    for i in range(max(0, len(words) - 9), len(words) - 1):
        if words[i] in _WHOM and (party := _party(words[i + 1 : i + 3])):
            cues += (f"{words[i]} {party}", f"{kind} {words[i]} {party}", f"{does} {words[i]} {party}")
    after = TOKEN.findall(right, 0, begins if 0 <= begins < _BEHIND else _BEHIND)
    for i, word in enumerate(after[:9]):
        if word in (".", ";"):
            break
        if word in _WHOM:
            if party := _party(after[i + 1 : i + 3]):
                cues += (f"after {word} {party}", f"{does} after {word} {party}")
        elif i < 6:
            sort, which = _of(word)
            if sort == "verb":
                cues.append(f"{kind} then {which}")
    return cues


def _before(words: list[str], verb: int) -> str:
    """The class of the party that stands before a verb, "" where another verb comes first, or none is near."""
    for i in range(verb - 1, max(-1, verb - 9), -1):
        sort, which = _of(words[i])
        if sort == "who":
            return which
        if sort == "verb" and which != "be":
            break
    return ""


def _party(words: list[str]) -> str:
    """The class of the first party among the words, "" where there is none."""
    for word in words:
        sort, which = _of(word)
        if sort == "who":
            return which
    return ""
