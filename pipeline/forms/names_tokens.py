"""A text's tokens, and what a name that was found in it looks like."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from pipeline.forms.names_tables import TOKEN
from pipeline.tables import PartyType

# words that join others, in a line all in capitals: "BIDRAG TILL KVINNOJOUREN SAMT AVTAL OM HYRA"
_SHOUTED = frozenset(
    (
        *("OCH", "SAMT", "OM", "TILL", "MED", "FRÅN", "AV", "FÖR", "VID", "PÅ", "HOS", "MOT", "MELLAN", "ENLIGT"),
        *("ANGÅENDE", "AVSEENDE", "BETRÄFFANDE", "RÖRANDE"),
    )
)
_PIECES = re.compile(f"({TOKEN.pattern})")  # tokens take all but white space


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found in a text: `text[start:end]`; name is canonical, identifier an SCB code where there is one."""

    start: int
    end: int
    name: str
    type: PartyType
    identifier: str | None = None
    confidence: float = 0.9


class Tokens:
    """A text's tokens as parallel lists. gap: what stands before a token: 0 space, 1 line end, 2 a wider break."""

    __slots__ = ("capitals", "end", "gap", "low", "start", "text", "whole")

    def __init__(self, text: str) -> None:
        pieces = _PIECES.split(text)  # white space and tokens by turns
        ends = list(accumulate(map(len, pieces)))
        self.whole = text
        self.text: list[str] = pieces[1::2]
        self.low: list[str] = "\n".join(self.text).lower().split("\n") if self.text else []
        self.capitals: list[bool] = [word[0].isupper() for word in self.text]
        if not _SHOUTED.isdisjoint(self.text):
            self.capitals = [big and word not in _SHOUTED for big, word in zip(self.capitals, self.text, strict=True)]
        self.start: list[int] = ends[:-1:2]
        self.end: list[int] = ends[1::2]
        self.gap: list[int] = [0 if between == " " or not between else _gap(between) for between in pieces[:-1:2]]

    def part(self, start: int, end: int) -> "Tokens":
        """The tokens of `text[start:end]`, which is cut between words."""
        first, last = bisect_left(self.start, start), bisect_left(self.start, end)
        some = object.__new__(Tokens)
        some.whole = self.whole[start:end]
        some.text, some.low = self.text[first:last], self.low[first:last]
        some.start = [at - start for at in self.start[first:last]]
        some.end = [at - start for at in self.end[first:last]]
        some.capitals = self.capitals[first:last]
        some.gap = self.gap[first:last]
        if some.gap:
            some.gap[0] = _gap(some.whole[: some.start[0]])
        return some

    def __len__(self) -> int:
        return len(self.text)

    def capital(self, i: int) -> bool:
        """Whether the token begins with a capital."""
        return self.capitals[i]

    def opens(self, i: int) -> bool:
        """Whether a token stands where every word has a capital: at the beginning of a sentence or line."""
        return i == 0 or self.gap[i] > 0 or self.low[i - 1] in {".", ":", "•", "–", "-", "”", '"', "?", "!", "(", ")"}

    def between(self, first: int, last: int) -> str:
        """The text from one token to another, on one line."""
        return " ".join(self.whole[self.start[first] : self.end[last]].split())

    def match(self, first: int, last: int, name: str, kind: PartyType, sure: float = 0.9) -> NameMatch:
        """A name that takes the tokens from first to last."""
        return NameMatch(self.start[first], self.end[last], name, kind, None, sure)


def _gap(between: str) -> int:
    if between == " " or not between or ("\n" not in between and "\t" not in between):
        return 0
    return 1 if between.count("\n") == 1 and "\t" not in between else 2


def longest(found: Iterable[NameMatch]) -> list[NameMatch]:
    """Those that don't overlap with a longer one, in order."""
    kept: list[NameMatch] = []
    reach = -1
    for match in sorted(found, key=lambda m: (m.start, -m.end)):
        if match.start >= reach:
            kept.append(match)
            reach = match.end
        elif match.end - match.start > kept[-1].end - kept[-1].start:
            kept[-1] = match
            reach = match.end
    return kept


def capitalised(name: str) -> str:
    """The name with its first letter a capital."""
    return name[:1].upper() + name[1:]
