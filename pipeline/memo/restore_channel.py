"""How a document was read: which letters its text lost, told from the text itself."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from pipeline.memo.restore_model import fold, model

MARKED = "åäö"
_WORD = re.compile(r"[^\W\d_]{3,}")
RARE = 4.0  # nats by which a word as read must be rarer than the one that it folds like, to show a loss
OWN_WORD = 4.5  # ln count from which a word as read shows no loss, however common the other
USUAL = 4.0  # least ln count of such a word
SWAPPED_SHARE = 0.25  # share of å and ä read as d or i from which a document is taken to be full of it
SWAPPED_FACTOR = 4.0
# nats for an e that was an é: an English OCR has that letter and keeps it (63 times of 63 in the labelled memos' old
# texts), one that knows no marks at all loses it with the others
ACCENT_KEPT, ACCENT_UNTOLD, ACCENT_LOST = 5.0, 3.5, 0.1
MANY_READ = 8  # letters with marks that show a reader who knows them, or ö read as o, and none as é, one who does not


class Channel(NamedTuple):
    """What it costs, in nats, that å, ä and ö lost their marks, and that they kept them.

    bold: True where letters are known to be lost, so that words of the lexicon may be doubted too.
    odd: factor on the weights of d and i for å and ä, which some documents are full of.
    accent: what it costs that an é lost its mark.
    """

    lost: tuple[float, float, float]
    kept: tuple[float, float, float]
    bold: bool
    odd: float = 1.0
    accent: float = ACCENT_UNTOLD


def costs(rates: Sequence[float], bold: bool) -> Channel:
    """The channel that loses å, ä and ö with these probabilities."""
    lost = [round(-log(r), 2) for r in rates]
    kept = [round(-log(1 - r), 2) for r in rates]
    return Channel((lost[0], lost[1], lost[2]), (kept[0], kept[1], kept[2]), bold)


KEPT = costs((0.002, 0.002, 0.002), bold=False)
_NONE = (0, 0, 0)
LOST = costs((0.95, 0.95, 0.9), bold=True)


@lru_cache(maxsize=100_000)
def evidence(word: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """How many å, ä, ö a word has kept, and how many it has plainly lost."""
    word = word.lower()
    m = model()
    kept = (word.count("å"), word.count("ä"), word.count("ö"))
    group = m.alike(fold(word))
    if len(word) < 3 or not group:
        return kept, (0, 0, 0)
    top = max(group, key=m.log_count.__getitem__)
    own = m.number.get(word)
    if m.log_count[top] < USUAL or (own is not None and m.log_count[own] > min(m.log_count[top] - RARE, OWN_WORD)):
        return kept, (0, 0, 0)
    lost = [0, 0, 0]
    for seen, meant in zip(word, m.words[top], strict=True):
        if seen != meant and meant in MARKED:
            lost[MARKED.index(meant)] += 1
    return kept, (lost[0], lost[1], lost[2])


@lru_cache(maxsize=100_000)
def _shown(token: str) -> tuple[int, ...] | None:
    """How many å, ä, ö a token's words have kept, then how many they have lost; None where they show nothing."""
    shown = [(*kept, *lost) for kept, lost in map(evidence, _WORD.findall(token)) if kept != _NONE or lost != _NONE]
    if len(shown) > 1:
        return tuple(map(sum, zip(*shown, strict=True)))
    return shown[0] if shown else None


def channel_of(texts: Iterable[str]) -> Channel:
    """The channel of a text file, told by its tokens: unless they show that the letters were kept, they were lost."""
    texts = tuple(texts)
    told = [shown for shown in map(_shown, texts) if shown is not None]
    letters = [sum(counts) for counts in zip(*told, strict=True)] if told else [0] * 6
    kept, lost = letters[:3], letters[3:]
    overall = (sum(lost) + 1.0) / (sum(lost) + sum(kept) + 1.2)
    rates = [(lost[i] + 3 * overall) / (lost[i] + kept[i] + 3) for i in range(3)]
    if max(rates) < 0.12:
        return KEPT
    channel = costs([0.002 if r < 0.06 else 0.4 if r < 0.65 else LOST_RATE[i] for i, r in enumerate(rates)], bold=True)
    if sum(kept) >= MANY_READ or any("é" in text for text in texts):
        return channel._replace(accent=ACCENT_KEPT)
    return channel._replace(accent=ACCENT_LOST) if lost[2] >= MANY_READ else channel


LOST_RATE = (0.95, 0.95, 0.9)


def swapped(readings: Iterable[tuple[str, str]]) -> bool:
    """Whether the document is full of d or i for å and ä; readings: (as read, as meant), lower case."""
    plain = swaps = 0
    for seen, meant in readings:
        if seen != meant and len(seen) == len(meant):
            for a, b in zip(seen, meant, strict=True):
                if b == "å" or b == "ä":
                    plain += a == "a"
                    swaps += a in "di"
    return swaps >= 8 and swaps > SWAPPED_SHARE * (plain + swaps)
