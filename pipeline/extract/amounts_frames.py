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
_NONE = ("", "")


@lru_cache(maxsize=16384)
def _of(word: str) -> tuple[str, str]:
    """A word's kind and class, both empty where it is neither a party nor a verb."""
    root = stem(word)
    found = _WHOLE.get(word + "|") or _WHOLE.get(root)
    if found:
        return found
    for start in range(1, len(word) - 3):
        tail = _TAILS.get(word[start:] + "|") or _TAILS.get(root[start:])
        if tail:
            return tail
    return _NONE


def frame_of(left: str, right: str, kind: str, begins: int) -> list[str]:
    """The cues of a sum's clause. left, right: the sentence before and after it in lower case; kind: what sort of sum;
    begins: where in `right` the next sum begins, -1 if none."""
    cues: list[str] = []
    words = TOKEN.findall(left, max(0, len(left) - _REACH))
    told = [_of(word) for word in words]
    verb = next((i for i in range(len(told) - 1, -1, -1) if told[i][0] == "verb"), -1)
    does = told[verb][1] if verb >= 0 else "none"
    who = "none"
    if verb >= 0:
        behind = [c for k, c in told[verb + 1 : verb + 1 + _INVERTED] if k == "who"]
        ahead = ""
        for i in range(verb - 1, max(-1, verb - 9), -1):
            if told[i][0] == "who":
                ahead = told[i][1]
                break
            if told[i][0] == "verb" and told[i][1] != "be":
                break
        who = ahead or (behind[0] if behind else "none")
    cues += (f"{kind} verb {does}", f"{kind} who {who} {does}")
    for i in range(max(0, len(words) - 9), len(words) - 1):
        if words[i] in _WHOM:
            party = next((c for k, c in told[i + 1 : i + 3] if k == "who"), None)
            if party:
                cues += (f"{words[i]} {party}", f"{kind} {words[i]} {party}", f"{does} {words[i]} {party}")
    after = TOKEN.findall(right, 0, begins if 0 <= begins < _BEHIND else _BEHIND)
    for i, word in enumerate(after[:9]):
        if word in (".", ";"):
            break
        if word in _WHOM:
            party = next((c for k, c in map(_of, after[i + 1 : i + 3]) if k == "who"), None)
            if party:
                cues += (f"after {word} {party}", f"{does} after {word} {party}")
        elif _of(word)[0] == "verb" and i < 6:
            cues.append(f"{kind} then {_of(word)[1]}")
    return cues
