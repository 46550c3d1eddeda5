"""Words as evidence of what a date or a sum is for: stems, the last part of compounds, and classes of words.

The classes stand in `data/role_words.csv`: words that speak of the same kind of thing (`body`: nämnd, styrelse …;
`open`: öppnas, startar, inleds …), so that a verb which no labelled memo has says what its fellows say.
"""

import re
from functools import lru_cache

from pipeline.resources import table

# the first way is part of the second, and sooner tried
TOKEN = re.compile(r"[a-zåäö]++(?![-.\w])|[^\W\d_]+(?:-[^\W\d_]+)*\.?|§|%|\d+|[,:;()]")
_ENDINGS = (
    "ningarnas",
    "ernas",
    "arnas",
    "ornas",
    "ningens",
    "ades",
    "arens",
    "andes",
    "ingen",
    "ingar",
    "ande",
    "erna",
    "arna",
    "orna",
    "ades",
    "ade",
    "ats",
    "are",
    "ens",
    "ets",
    "dde",
    "dds",
    "des",
    "tes",
    "ade",
    "at",
    "en",
    "et",
    "er",
    "ar",
    "or",
    "na",
    "as",
    "es",
    "an",
    "te",
    "de",
    "s",
    "a",
    "e",
    "n",
    "t",
)
_BY_LAST = {last: tuple(e for e in _ENDINGS if e[-1] == last) for last in {ending[-1] for ending in _ENDINGS}}
_PAST = re.compile(
    r".{2,}(?:ade|ades|dde|ddes|ogs?|öts?|följde|lades?|gavs?|kom|hölls?|[^aeiouyåäö]tes?|[^aeiouyåäö]des?)\Z"
)
_PAST_WORDS = frozenset(
    [
        *("gav", "tog", "fick", "gick", "kom", "dog", "höll", "blev", "var", "hade", "lät", "stod", "låg"),
        *("sade", "sa", "beslöt", "avled", "biföll", "såldes", "sålde"),
    ]
)
_PASSIVE = re.compile(r".{3,}[^is]s\Z")
_SUPINE = re.compile(r".{3,}(?:ats?|its?|[^aeiouyåäö]t|tts?)\Z")


def _lexicon() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Classes by whole stem, and by a compound's last part."""
    whole: dict[str, tuple[str, ...]] = {}
    tails: dict[str, tuple[str, ...]] = {}
    for row in table("extract/data/role_words.csv"):
        for word in row["words"].split():
            into = tails if word.startswith("*") else whole
            key = word.lstrip("*")
            key = key if key.endswith("|") else stem(key)
            into[key] = (*into.get(key, ()), row["class"])
    return whole, tails


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word in lower case without its ending: "skrivelsen" and "skrivelser" are "skrivels"."""
    for ending in _BY_LAST.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


_WHOLE, _TAILS = _lexicon()
_TAIL_ENDS = frozenset(tail[-3:] for tail in _TAILS)  # few words end so, and most need not be cut up


@lru_cache(maxsize=16384)
def evidence(word: str) -> tuple[str, ...]:
    """What a word in lower case says: its stem, its classes (in capitals), its tense."""
    if not word[0].isalpha():
        return ("0",) if word[0].isdigit() else (word,)
    root = stem(word)
    classes = dict.fromkeys((*_WHOLE.get(word + "|", ()), *_WHOLE.get(root, ())))
    if not classes and root[-3:] in _TAIL_ENDS:
        for start in range(len(root) - 2):
            if root[start:] in _TAILS:
                classes = dict.fromkeys(_TAILS[root[start:]])
                break
    last = word[-1]
    if word in _PAST_WORDS or (last in "esgtvml" and _PAST.match(word)):
        classes["PAST"] = None
    elif last in "ts" and len(word) > 4 and _SUPINE.match(word):
        classes["SUPINE"] = None
    elif last == "s" and _PASSIVE.match(word):
        classes["PASSIVE"] = None
    return (root, *classes)
