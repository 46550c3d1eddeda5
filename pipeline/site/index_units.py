"""What a memo gives to the search: the tokens of its points, its title, its names and its text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pipeline.site.compounds import known, parts
from pipeline.site.index_schema import TOKENS
from pipeline.site.swedish import distinct_words, fold, is_stopword, plain, skeleton, stem

Row = Mapping[str, Any]
_DIGITS = re.compile(r"\d")


@lru_cache(maxsize=200_000)
def _analysed(word: str) -> tuple[str, str, tuple[str, ...], bool] | None:
    """A word's own small letters, its stem, its parts, whether it has digits; None for one that is not indexed."""
    if is_stopword(word):
        return None
    digits = _DIGITS.search(word) is not None
    return plain(word), stem(word), () if digits else parts(word), digits


@dataclass(slots=True)
class Vocabulary:
    """The words of all texts: in how many places each was met."""

    uses: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def words(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """The rows of `search_words`."""
        for word in sorted(self.uses):
            folded = fold(word)
            yield word, folded, folded[::-1], skeleton(folded), stem(word), self.uses[word]

    def stems(self) -> Iterable[tuple[str, str, str, int, int]]:
        """The rows of `search_stems`; known: whether a word with this stem stands in the lexicon."""
        uses: dict[str, int] = defaultdict(int)
        familiar: set[str] = set()
        for word, number in self.uses.items():
            own = stem(word)
            uses[own] += number
            if known(word):
                familiar.add(own)
        for own in sorted(uses):
            yield own, fold(own), skeleton(fold(own)), int(own in familiar), uses[own]


def tokens(texts: Iterable[tuple[str, str | None]], vocabulary: Vocabulary) -> str:
    """The tokens of some texts, each with the name of its place in TOKENS (`word`, `title`, `name`, `text`)."""
    found: dict[str, None] = {}
    for place, text in texts:
        if not text:
            continue
        letter, part = TOKENS[place], TOKENS["part" if place == "word" else f"{place}_part"]
        for word in distinct_words(text):
            analysed = _analysed(word)
            if analysed is None:
                continue
            own, stem_, pieces, digits = analysed
            if not digits:
                vocabulary.uses[own] += 1
            found[letter + stem_] = None
            if place in ("word", "title"):
                found[TOKENS["exact"] + own] = None
            for piece in pieces:
                found[part + piece] = None
    return " ".join(found)


def normal_number(number: str) -> str:
    """A diarienummer as it is compared: capital letters and digits only."""
    return "".join(c for c in number.upper() if c.isalnum())


def is_certain(row: Row) -> bool:
    """Whether a fact can be taken as it is: likely right, and its digits not in doubt."""
    return bool(row["confidence"] >= 0.5 and row["confirmed"] != 0)


def day(date: str | None) -> int:
    """An ISO date, perhaps reduced, as yyyymmdd; 0 for none."""
    digits = re.sub(r"\D", "", date or "")[:8]
    return int(digits.ljust(8, "0")) if len(digits) >= 4 else 0
