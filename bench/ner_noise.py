"""Noise that training sentences of the recogniser are given: letters lost, letters restored with slips, capitals.

The channel is that of the restorer (`pipeline/memo/data/restore_confusions.tsv`), and what is restored is restored by
the program itself, so the model sees the slips that it will meet. All is drawn from the generator that is passed in.
"""

import random
import re
import sys
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.restore import channel, damage
from pipeline.memo.restore import restore_words
from pipeline.read.page import ReadAs

_WORD = re.compile(r"\S+")
SLIP = 0.05  # share of words with a slip where a Swedish OCR model read them


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text, its entities as (start, end, label), the stretches whose labels nobody knows, and where it is from."""

    text: str
    spans: tuple[tuple[int, int, str], ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()
    source: str = ""


@cache
def _shares() -> dict[str, list[tuple[str, float]]]:
    return channel()


@cache
def _swaps() -> tuple[tuple[str, ...], tuple[str, ...], tuple[float, ...]]:
    """What is printed, what is read for it, and how often, the plain loss of marks left out."""
    rows = [(meant, seen, share) for meant, reads in _shares().items() for seen, share in reads if meant not in "ÅÄÖ"]
    return tuple(r[0] for r in rows), tuple(r[1] for r in rows), tuple(r[2] for r in rows)


def lost(sentence: Sentence, rng: random.Random) -> Sentence:
    """As an English OCR model reads it: å, ä and ö gone, other letters confused."""
    return _pieces(sentence, lambda piece: damage(piece, _shares(), rng))


def slips(sentence: Sentence, rng: random.Random) -> Sentence:
    """As a Swedish OCR model reads it: here and there one letter is another."""
    return _pieces(sentence, lambda piece: _slip(piece, rng) if rng.random() < SLIP else piece)


def _slip(piece: str, rng: random.Random) -> str:
    meant, seen, shares = _swaps()
    able = [k for k, letter in enumerate(meant) if letter in piece]
    if not able or not piece[0].isalpha():
        return piece
    k = rng.choices(able, [shares[i] for i in able])[0]
    places = [i for i, letter in enumerate(piece) if letter == meant[k]]
    at = rng.choice(places)
    return piece[:at] + seen[k] + piece[at + 1 :]


def restored(sentences: list[Sentence], rng: random.Random, many: int = 25) -> list[Sentence]:
    """The sentences damaged, and then restored by the program, so many together as if they were one document."""
    found: list[Sentence] = []
    for first in range(0, len(sentences), many):
        damaged = [lost(s, rng) for s in sentences[first : first + many]]
        words = [list(_WORD.finditer(s.text)) for s in damaged]
        flat = [m[0] for row in words for m in row]
        new = iter(restore_words(flat, ReadAs.TEXT))
        for sentence, row in zip(damaged, words, strict=True):
            found.append(_reworded(sentence, [(m.start(), m.end(), next(new).text) for m in row]))
    return found


def capitals(sentence: Sentence) -> Sentence:
    """As a heading in capitals; unchanged where that changes the length (ß)."""
    upper = sentence.text.upper()
    return replace(sentence, text=upper) if len(upper) == len(sentence.text) else sentence


def uncapitalised(sentence: Sentence, rng: random.Random, share: float) -> Sentence:
    """Some names in small letters, as hasty writers and bad readers leave them."""
    text = list(sentence.text)
    for start, end, _ in sentence.spans:
        small = sentence.text[start:end].lower()
        if rng.random() < share and len(small) == end - start:
            text[start:end] = small
    return replace(sentence, text="".join(text))


def _pieces(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    """Changes each word, or part of a word on either side of an entity's edge, by itself: so the edges are kept."""
    cuts = {0, len(sentence.text)}
    for span in sentence.spans:
        cuts |= {span[0], span[1]}
    for hole in sentence.unknown:
        cuts |= {hole[0], hole[1]}
    for match in _WORD.finditer(sentence.text):
        cuts |= {match.start(), match.end()}
    pieces = [(a, b, sentence.text[a:b]) for a, b in pairwise(sorted(cuts))]
    return _reworded(sentence, [(a, b, (change(p) or p) if p.strip() else p) for a, b, p in pieces])


def _reworded(sentence: Sentence, words: list[tuple[int, int, str]]) -> Sentence:
    """The sentence with `text[start:end]` replaced, and its edges moved along."""
    text, at = "", 0
    olds, news = [0], [0]
    for start, end, new in words:
        text += sentence.text[at:start]
        olds.append(start)
        news.append(len(text))
        text += new
        at = end
        olds.append(end)
        news.append(len(text))
    text += sentence.text[at:]
    olds.append(len(sentence.text))
    news.append(len(text))

    def moved(place: int) -> int:
        k = bisect_right(olds, place) - 1
        shift = place - olds[k]
        if not shift or k + 1 == len(olds):
            return news[k] + shift
        back = olds[k + 1] - place  # inside a word: counted from its nearer end
        return min(news[k] + shift, news[k + 1]) if shift <= back else max(news[k], news[k + 1] - back)

    spans = [(moved(s), moved(e), label) for s, e, label in sentence.spans]
    unknown = [(moved(s), moved(e)) for s, e in sentence.unknown]
    return replace(
        sentence,
        text=text,
        spans=tuple(s for s in spans if s[0] < s[1]),
        unknown=tuple(u for u in unknown if u[0] < u[1]),
    )
