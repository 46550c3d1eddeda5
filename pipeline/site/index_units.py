"""What a memo gives to the search: the tokens of its points, its title, its names and its text."""

import re
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
def _analysed(word: str) -> tuple[str, str, tuple[str, ...], str] | None:
    """A word's own small letters, its stem, its parts, and the word without å, ä and ö where its ending is told
    otherwise then (genomföra, genomfora); None for a word that is not indexed."""
    if is_stopword(word):
        return None
    own = plain(word)
    if _DIGITS.search(word):
        return own, stem(word), (), ""
    bare = fold(own)
    otherwise = bare != own and fold(stem(bare)) != fold(stem(word))
    return own, stem(word), parts(word), bare if otherwise else ""


@dataclass(slots=True)
class Vocabulary:
    """The stems of all texts: how often each was met, and a word that has it."""

    uses: dict[str, int] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    bare: set[tuple[str, str]] = field(default_factory=set)  # word without marks, stem with them

    def meet(self, stem_: str, word: str) -> None:
        if stem_ in self.uses:
            self.uses[stem_] += 1
        else:
            self.uses[stem_] = 1
            self.shown[stem_] = word

    def rows(self) -> Iterable[tuple[str, str, str, str, int, int, str]]:
        """The rows of `search_stems`."""
        for stem_ in sorted(self.uses):
            shown = self.shown[stem_]
            folded = fold(stem_)
            yield stem_, folded, folded[::-1], skeleton(folded), int(known(shown)), self.uses[stem_], shown


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
            own, stem_, pieces, bare = analysed
            if not _DIGITS.search(stem_):
                vocabulary.meet(stem_, own)
                if bare:
                    vocabulary.bare.add((bare, stem_))
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
