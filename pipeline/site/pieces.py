"""What is shown of a hit: its words, in their own letters, with what was searched for marked."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.site.match import Accepted
from pipeline.site.model import Piece
from pipeline.site.swedish import fold, stem, words

_AROUND = 18  # words before and after the first match of a piece of text
_SPACE = re.compile(r"\s+")
Span = tuple[int, int, int]  # start, end, which term


def marked(text: str, accepted: Sequence[Accepted]) -> tuple[Piece, ...]:
    """A whole text, marked."""
    return _pieces(text, _spans(text, accepted))


def snippet(text: str, accepted: Sequence[Accepted], start: int = 0) -> tuple[Piece, ...]:
    """The place in a long text where most of what was searched for stands together; its beginning if nothing does.

    start: where to begin when nothing is found.
    """
    spans = _spans(text, accepted)
    if not spans:
        end = _word_end(text, start, 2 * _AROUND)
        return _flat((Piece(text[start:end] + (" …" if end < len(text) else "")),))
    best = max(range(len(spans)), key=lambda i: (len({s[2] for s in _near(spans, i)}), -i))
    group = _near(spans, best)
    left = _word_start(text, group[0][0], _AROUND)
    right = _word_end(text, group[-1][1], _AROUND)
    inside = [(a - left, b - left, n) for a, b, n in spans if left <= a and b <= right]
    pieces = _pieces(text[left:right], inside)
    before = (Piece("… "),) if left > 0 else ()
    after = (Piece(" …"),) if right < len(text) else ()
    return _flat((*before, *pieces, *after))


def _near(spans: Sequence[Span], at: int) -> list[Span]:
    """The matches within a piece's reach from one on."""
    return [s for s in spans[at : at + 40] if s[0] - spans[at][0] <= 160]


def _spans(text: str, accepted: Sequence[Accepted]) -> list[Span]:
    """Where the terms stand, in order, none overlapping another."""
    if not text or not accepted:
        return []
    found: list[Span] = []
    folded = fold(text)
    for number, term in enumerate(accepted):
        if term.row:
            pattern = _phrase(tuple(fold(word) for word in term.row))
            found += [(m.start(), m.end(), number) for m in pattern.finditer(folded)]
    single = [(n, t) for n, t in enumerate(accepted) if t.stems]
    if single:
        for word in words(text):
            own = stem(word.text)
            for number, term in single:
                if own in term.stems or _has_part(term, folded[word.start : word.end], own):
                    found.append((word.start, word.end, number))
                    break
    found.sort(key=lambda s: (s[0], -s[1]))
    apart: list[Span] = []
    for span in found:
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


def _has_part(term: Accepted, word: str, stem_: str) -> bool:
    if term.part and _is_part(term.part, word, stem_):
        return True
    return any(_is_part(part, word, stem_) for part in term.parts)


def _is_part(part: str, word: str, stem_: str) -> bool:
    """Whether a folded stem begins or ends a longer word: as near as can be told without a lexicon."""
    if len(part) < 4:
        return len(word) > len(part) + 2 and word.startswith(part) and len(part) == 3
    return len(word) > len(part) + 2 and (word.startswith(part) or fold(stem_).endswith(part) or part in word[3:])


@lru_cache(maxsize=500)
def _phrase(folded: tuple[str, ...]) -> re.Pattern[str]:
    inner = r"[\W_]{1,12}".join(re.escape(word) for word in folded)
    return re.compile(rf"(?<![^\W_]){inner}(?![^\W_])")


def _pieces(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    made = []
    at = 0
    for start, end, _ in spans:
        if start > at:
            made.append(Piece(text[at:start]))
        made.append(Piece(text[start:end], True))
        at = end
    if at < len(text):
        made.append(Piece(text[at:]))
    return tuple(made)


def _flat(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Line breaks are spaces."""
    return tuple(Piece(_SPACE.sub(" ", piece.text), piece.marked) for piece in pieces)


def _word_start(text: str, at: int, count: int) -> int:
    """The beginning of the word `count` words before a place, no further than 200 characters."""
    begin = max(0, at - 200)
    starts = [w.start for w in words(text[begin:at])]
    if len(starts) <= count and begin == 0:
        return 0
    chosen = starts[-count:]
    # a word that the window cut is left out
    if begin > 0 and chosen and chosen[0] == 0 and len(chosen) > 1:
        chosen = chosen[1:]
    return begin + chosen[0] if chosen else at


def _word_end(text: str, at: int, count: int) -> int:
    ends = [w.end for w in words(text[at : at + 400])]
    if len(ends) <= count:
        return len(text) if at + 400 >= len(text) else at + (ends[-2] if len(ends) > 1 else 0)
    return at + ends[count - 1]
