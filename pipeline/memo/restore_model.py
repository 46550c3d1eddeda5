"""The statistics of Swedish that restoring asks: which words there are, how common, next to which others.

Made by `bench/train_restore.py`; `models/restore/README.md` tells from what. Loaded once, when first asked for.
"""

import lzma
import sys
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache, partial
from math import exp, log

import numpy as np

from pipeline.resources import model_path

NO_WORDS = ("<s>", "#", "#year")  # what of the lexicon is no word: a sentence's end, digits, the digits of a year
END_ID, NUMBER_ID, YEAR_ID, UNKNOWN_ID = 0, 1, 2, -1
COUNT_STEP = 12.0  # counts are kept as round(ln(count) * COUNT_STEP) in a byte
BACKOFF_STEP = 50.0
TOPIC_STEP = 25.0
PLACES = (-3, -2, 2, 3)  # words away from one that others fold like, whose place tells of it
COMMA_PLACE = 7  # the number of the place after it, where a comma may stand
DISCOUNT = 0.7
COMMON = 4.0  # ln count of a word that a slip of the reader is undone to

_FOLD = str.maketrans("åäáàâãæöóòôõøéèêëüúùûíìîïçñ", "aaaaaaaooooooeeeeuuuuiiiicn")


_NONE = range(0)


def fold(text: str) -> str:
    """Lower case without marks over letters: what is left of `Föreningens` when an English OCR has read it."""
    low = text.lower()
    return low if low.isascii() else low.translate(_FOLD)


@lru_cache(maxsize=50_000)
def word_ending(word: str) -> str:
    """What tells a word's form: its last two letters, marks aside; "" of a short word."""
    return fold(word[-2:]) if len(word) > 4 else ""


def number_id(digits: str) -> int:
    """The id of a run of digits."""
    return YEAR_ID if len(digits) == 4 and digits[:2] in ("19", "20") else NUMBER_ID


def _shared(key: str, ordered: Sequence[str], least: int = 0) -> int:
    """How many letters a key begins with that also one of some ordered keys, from a place on, begins with."""
    place = bisect_left(ordered, key, least)
    most = 0
    for other in ordered[max(place - 1, least) : place + 1]:
        same = min(len(key), len(other))
        most = max(most, next((i for i in range(same) if key[i] != other[i]), same))
    return most


def _loosen(table: dict[str, int]) -> None:
    """Makes a dict twice as roomy as Python does by itself.

    In one that is nearly full, what is not in it is looked for in several places, each far from the others in memory.
    Most of what restoring looks up is no word.
    """
    size, fill = sys.getsizeof(table), 0
    while sys.getsizeof(table) == size:
        table[f" {fill}"] = fill  # no word begins with a space
        fill += 1
    for n in range(fill):
        del table[f" {n}"]


class Model:
    """Words, their counts and neighbours.

    words: in order of (fold, word), so that words which fold alike stand together; a word's place is its id.
    group: what words fold to, and the place of the first that does.
    first_name, surname: log count of those who bear a word as a name, of 100 and more and in a million; 0 for none.
    first_parts: strings that compounds begin with (joining s included) and the log count of compounds that do, by fold.
    """

    def __init__(self) -> None:
        folder = model_path("restore")
        text = lzma.decompress((folder / "lexicon.txt.xz").read_bytes()).decode()
        self.words: list[str] = text.split("\n")
        self.folds: list[str] = text.translate(_FOLD).split("\n")
        size = len(self.words)
        self.number: dict[str, int] = dict(zip(self.words, range(size), strict=True))
        # for each fold where its words begin, and for each of these places how many they are
        self.group: dict[str, int] = dict(zip(reversed(self.folds), range(size - 1, -1, -1), strict=True))
        _loosen(self.group)
        starts = np.fromiter(self.group.values(), dtype=np.int64, count=len(self.group))[::-1]
        sizes = np.zeros(size, dtype=np.uint8)
        sizes[starts] = np.diff(starts, append=size)
        self._group_size: bytes = sizes.tobytes()
        with np.load(folder / "counts.npz", allow_pickle=False) as data:
            counts = data["count"].astype(np.float64) / COUNT_STEP
            total = log(float(np.exp(counts).sum()))
            self.log_p: list[float] = (counts - total).tolist()
            self.log_count: list[float] = counts.tolist()
            self.capital: list[float] = (data["capital"].astype(np.float64) / 255).tolist()
            self._backoff: list[float] = (data["backoff"].astype(np.float64) / -BACKOFF_STEP).tolist()
            self.last_part: bytes = data["last_part"].tobytes()
            self.first_name: bytes = data["first_name"].tobytes()
            self.surname: bytes = data["surname"].tobytes()
            first_parts = data["first_part"].tolist()
            self._bits = int(data["bits"][0])
            parts_log = np.frombuffer(self.last_part, dtype=np.uint8).astype(np.float64)
            self.last_total = log(float(np.exp(parts_log[parts_log > 0] / COUNT_STEP).sum()))
            self.first_total = log(float(np.exp(data["first_part"].astype(np.float64) / COUNT_STEP).sum()))
        self.unknown = -total - 1.0
        self.first_parts: dict[str, list[tuple[str, float]]] = {}
        parts = lzma.decompress((folder / "first_parts.txt.xz").read_bytes()).decode().split("\n")
        for part, key, count in zip(parts, "\n".join(parts).translate(_FOLD).split("\n"), first_parts, strict=True):
            self.first_parts.setdefault(key, []).append((part, count / COUNT_STEP))
        with np.load(folder / "ngrams.npz", allow_pickle=False) as data:
            bigrams, trigrams = np.cumsum(data["bigrams"]), np.cumsum(data["trigrams"])
            firsts = np.arange(size + 1, dtype=np.int64) << self._bits
            # where the pairs and triples that begin with each word do
            self._pairs_of: Sequence[int] = np.searchsorted(bigrams, firsts).astype(np.int32).data
            self._triples_of: Sequence[int] = np.searchsorted(trigrams, firsts << self._bits).astype(np.int32).data
            self._bigrams: Sequence[int] = bigrams.data
            self._bigram_counts: bytes = data["bigram_counts"].tobytes()
            self._trigrams: Sequence[int] = trigrams.data
            self._topics: Sequence[int] = np.cumsum(data["topics"]).data
            self._topic_values: list[float] = (data["topic_values"].astype(np.float64) / TOPIC_STEP).tolist()
            self._places: Sequence[int] = np.cumsum(data["places"]).data
            self._place_values: list[float] = (data["place_values"].astype(np.float64) / TOPIC_STEP).tolist()
            self.has_places = frozenset((np.cumsum(data["places"]) >> self._bits + 3).tolist())
            self.has_topic = frozenset((np.cumsum(data["topics"]) >> self._bits).tolist())
            self._trigram_counts: bytes = data["trigram_counts"].tobytes()
            self._endings: Sequence[int] = np.cumsum(data["endings"]).data
            self.has_endings = frozenset((np.cumsum(data["endings"]) >> self._bits + 1).tolist())
            self.has_more = self.has_topic | self.has_places | self.has_endings  # they tell of no word but these
            self._ending_values: list[float] = (data["ending_values"].astype(np.float64) / TOPIC_STEP).tolist()
        self._pair = lru_cache(maxsize=200_000)(self._count_of_pair)
        # the commonest words of a text are asked for again and again
        self._topics_of = lru_cache(maxsize=2_000)(partial(_told_of, self._topics, self._topic_values, bits=self._bits))
        self._places_of = lru_cache(maxsize=2_000)(
            partial(_told_of, self._places, self._place_values, bits=self._bits + 3)
        )
        names = (folder / "endings.txt").read_text(encoding="utf-8").split("\n")
        self._ending: dict[str, int] = dict(zip(names, range(len(names)), strict=True))

    def alike(self, key: str) -> range:
        """The ids of the words that fold to `key`."""
        start = self.group.get(key)
        if start is None:
            return _NONE
        return range(start, start + self._group_size[start])

    def reach(self, key: str) -> int:
        """How many letters of a folded word some word begins with."""
        return _shared(key, self.folds, len(NO_WORDS))

    def common_reach(self, key: str) -> int:
        """How many letters of a folded word some common word begins with."""
        return _shared(key, self._common[0])

    def common_reach_back(self, key: str) -> int:
        """How many letters of a folded word some common word ends with."""
        return _shared(key[::-1], self._common[1])

    @cached_property
    def _common(self) -> tuple[list[str], list[str]]:
        """What common words fold to, in order, and the same letters backwards, in order; made when first asked for."""
        forth = [key for key, count in zip(self.folds, self.log_count, strict=True) if count > COMMON][len(NO_WORDS) :]
        return forth, sorted(key[::-1] for key in forth)

    def log_next(self, left: int, word: int, own: float) -> float:
        """ln P(word | left); `own` is ln P(word) alone, which also serves for words outside the lexicon (id -1).

        0 stands for something that is no word and may stand anywhere.
        """
        if left < 0 or own == 0.0:  # what stands for any word tells nothing of those beside it
            return own
        if word >= 0:
            count = self._pair((left << self._bits) | word)
            if count is not None:
                return count - self.log_count[left]
        return self._backoff[left] + own

    def _count_of_pair(self, key: int) -> float | None:
        """ln of how often two words stand side by side, a little less for those that never did; None for those."""
        left = key >> self._bits
        end = self._pairs_of[left + 1]
        place = bisect_left(self._bigrams, key, self._pairs_of[left], end)
        if place < end and self._bigrams[place] == key:
            count = self._bigram_counts[place] / COUNT_STEP
            return count + log(1 - DISCOUNT / exp(count))
        return None

    def log_between(self, left: int, word: int, right: int) -> float | None:
        """ln of how often the three words stand together, None where that was too seldom."""
        if left < 0 or word < 0 or right < 0:
            return None
        end = self._triples_of[left + 1]
        key = (left << 2 * self._bits) | (word << self._bits) | right
        place = bisect_left(self._trigrams, key, self._triples_of[left], end)
        if place < end and self._trigrams[place] == key:
            return self._trigram_counts[place] / COUNT_STEP
        return None

    def topic(self, word: int, near: Sequence[int]) -> float:
        """How much the words nearby tell for (above 0) or against `word` among those that fold alike, in nats."""
        known = self._topics_of(word)
        told = 0.0
        for other in near:
            if other in known:
                told += known[other]
        return told

    def met(self, left: int, right: int) -> bool:
        """Whether the two words stand side by side in the corpus; only asked where one of them folds like others."""
        if left < 0 or right < 0:
            return False
        return self._pair((left << self._bits) | right) is not None

    def ending(self, word: str) -> int:
        """The number of a word's ending, -1 for none that tells."""
        return self._ending.get(word_ending(word), -1)

    def beside_ending(self, word: int, ending: int, after: bool) -> float:
        """How much the ending of the word before (or after) tells for `word` among those that fold alike, in nats."""
        key = ((word << self._bits) | ending) * 2 + after
        place = bisect_left(self._endings, key)
        if place < len(self._endings) and self._endings[place] == key:
            return self._ending_values[place]
        return 0.0

    def placed(self, word: int, near: Sequence[int], comma: bool) -> float:
        """The same of the words at PLACES from `word` and of whether a comma follows."""
        known = self._places_of(word)
        told = 0.0
        for number, other in (*enumerate(near), (COMMA_PLACE, int(comma))):
            if other >= 0:
                told += known.get(other * 8 + number, 0.0)
        return told


def _told_of(keys: Sequence[int], values: Sequence[float], word: int, bits: int) -> dict[int, float]:
    """What keys that begin with a word's id tell, by the rest of the key, so many bits."""
    first = word << bits
    start, stop = bisect_left(keys, first), bisect_left(keys, first + (1 << bits))
    return {key - first: value for key, value in zip(keys[start:stop], values[start:stop], strict=True)}


@cache
def model() -> Model:
    """The model, loaded at the first call."""
    return Model()
