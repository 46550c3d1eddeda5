"""Parts of compounds, so that a part finds the whole: centrum finds stödcentrum, skola finds förskola and skolskjuts.

Which words begin and end compounds, and how often, is told by the lexicon of the letter restorer
(`models/restore`). Everything is folded: words that lost å, ä and ö fall apart in the same places.
"""

import lzma
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from pipeline.resources import data_path, model_path, table
from pipeline.site.swedish import fold, is_bent_whole, plain, stem

_SHORTEST, _LEAST_REST = 3, 3
_DEPTH = 3


class _Lexicon(NamedTuple):
    firsts: dict[str, float]  # folded first part (joining s included) → how common, from 0
    lasts: dict[str, float]  # folded word, or stem of one, that ends compounds → how common, from 0
    words: frozenset[str]  # all words, folded


@lru_cache(maxsize=200_000)
def parts(word: str) -> tuple[str, ...]:
    """The folded stems of a compound's parts, longer parts that are compounds themselves included; () for no compound.

    `stödcentrum` gives `stod`, `centrum`; `grundskolenämnd` gives `grundskol`, `grund`, `skol`, `namnd`.
    """
    if is_bent_whole(word):
        return ()
    found: dict[str, None] = {}
    _split(plain(word), _DEPTH, found)
    found.pop(fold(stem(word)), None)
    return tuple(found)


def split(word: str) -> tuple[str, ...]:
    """The two words that a compound is put together of, as they stand in it without a joining s; () for none."""
    own = plain(word)
    if is_bent_whole(word) or not own.isalpha() or not 2 * _SHORTEST <= len(own) <= 50:
        return ()
    place = _place(own) or _whole(own)
    if not place:
        return ()
    first = own[:place]
    joined = first.endswith("s") and len(first) > 4 and known(first[:-1])
    return (first[:-1] if joined else first), own[place:]


def known(word: str) -> bool:
    """Whether a word stands in the lexicon, marks aside."""
    return fold(word) in _lexicon().words


def _split(word: str, depth: int, found: dict[str, None]) -> None:
    if depth == 0 or not 2 * _SHORTEST <= len(word) <= 50 or not word.isalpha():
        return
    place = _whole(word) or _place(word)
    if not place:
        return
    for part in (word[:place], word[place:]):
        own = fold(stem(part))
        if len(own) >= _SHORTEST and own not in _not_parts():
            found[own] = None
        _split(part, depth - 1, found)


def _place(word: str) -> int:
    """Where a word falls into two known parts, 0 where nowhere: at the likeliest place."""
    lexicon, folded = _lexicon(), fold(word)
    best, place = 0.0, 0
    for at in range(_SHORTEST, len(word) - _LEAST_REST + 1):
        first = lexicon.firsts.get(folded[:at])
        if first is None:
            continue
        last = lexicon.lasts.get(folded[at:])
        if last is None:
            last = lexicon.lasts.get(fold(stem(word[at:])))
        if last is None or folded[at:] in _not_parts():
            continue
        worth = 1.0 + first + last + 0.02 * min(at, 10)
        if worth > best:
            best, place = worth, at
    return place


def _whole(word: str) -> int:
    """Where a compound that stands in compound_wholes.csv falls apart."""
    folded = fold(word)
    for row in table("site/data/compound_wholes.csv"):
        if folded.startswith(fold(row["begins"])):
            return len(row["first"])
    return 0


@cache
def _not_parts() -> frozenset[str]:
    return frozenset(data_path("site/data/compound_not_parts.txt").read_text(encoding="utf-8").split())


@cache
def _lexicon() -> _Lexicon:
    with lzma.open(model_path("restore") / "lexicon.txt.xz", "rt", encoding="utf-8") as handle:
        words = handle.read().split("\n")
    with lzma.open(model_path("restore") / "first_parts.txt.xz", "rt", encoding="utf-8") as handle:
        begin = handle.read().split("\n")
    with np.load(model_path("restore") / "counts.npz") as counts:
        begins, ends = counts["first_part"].tolist(), counts["last_part"].tolist()
    firsts: dict[str, float] = {}
    for word, number in zip(begin, begins, strict=False):
        key = fold(word)
        if len(key) >= _SHORTEST and key not in _not_parts():
            firsts[key] = max(firsts.get(key, 0.0), number / 255)
    lasts: dict[str, float] = {}
    for word, number in zip(words, ends, strict=False):
        if number and len(word) >= _LEAST_REST:
            for key in (fold(word), fold(stem(word))):
                if len(key) >= _LEAST_REST and key not in _not_parts():
                    lasts[key] = max(lasts.get(key, 0.0), number / 255)
    return _Lexicon(firsts, lasts, frozenset(map(fold, words)))
