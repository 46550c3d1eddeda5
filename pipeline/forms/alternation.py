"""Many words as one regular expression that doesn't try them one by one."""

import re
from collections.abc import Iterable


def longest_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of the words at a place, as `längst|lång` would with the longer first.

    Words that begin alike share their beginning, so that a place where none begins costs one look.
    """
    return _shared(sorted(set(words)))


def lead_of(words: Iterable[str]) -> str:
    """A look-ahead that holds wherever one of the words begins, and at few other places.

    Before a long row of alternatives it spares most places the trying of all of them.
    """
    return f"(?={longest_of(word[:1] if ' ' in word[:2] else word[:2] for word in words)})"


def _shared(words: list[str]) -> str:
    """words: in order, each once; "" where one may end here."""
    ends = bool(words) and words[0] == ""
    by_letter: dict[str, list[str]] = {}
    for word in words[1:] if ends else words:
        by_letter.setdefault(word[0], []).append(word[1:])
    ways = [re.escape(letter) + _shared(rests) for letter, rests in by_letter.items()]
    if not ways:
        return ""
    if len(ways) == 1 and not ends:
        return ways[0]
    return f"(?:{'|'.join(ways)})" + ("?" if ends else "")
