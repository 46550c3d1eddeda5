"""Make the model that restores lost letters (`models/restore/`) from raw text and gazetteers.

    python bench/train_restore.py [SHARED]

SHARED (default ../shared) holds what `restore_material.py` reads. Nothing is drawn by lot, so the same material gives
the same model. Takes about two minutes and 4 GB.
"""

import lzma
import sys
from collections import Counter
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.restore_material import Corpus, Ints, bearers, common_words, names, read_corpus  # noqa: E402
from pipeline.memo.restore_model import (  # noqa: E402
    COMMA_PLACE,
    COUNT_STEP,
    NO_WORDS,
    PLACES,
    TOPIC_STEP,
    fold,
    word_ending,
)

MIN_COUNT = 2
MIN_BIGRAM = 2
MIN_TRIGRAM = 2
TOPIC_LEAST, TOPIC_MOST, TOPIC_NEAR_MOST = 60, 40_000, 40_000  # counts of words told apart by topic, and that tell
TOPIC_REACH = 10  # words to each side
TOPIC_PRIOR = 2.0
PLACE_LEAST = 0.4  # nats that a word at a place must tell
ENDING_LEAST = 0.15  # nats that a neighbour's ending must tell
ONCE_LEAST = 5  # letters of a word that the corpus has once and that is kept since parts would give it wrongly
COMMON_HEAD = 3  # how many compounds each of them ends at least


def ngrams(sequence: Ints, n: int, least: int, wanted: NDArray[np.bool_], bits: int) -> tuple[Ints, Ints]:
    """Keys and counts of the n-grams that hold a wanted word (trigrams: in the middle) and stand `least` times."""
    keys = sequence[: len(sequence) - n + 1].copy()
    valid = keys >= 0
    keep = wanted[keys] if n == 2 else wanted[sequence[1 : len(sequence) - 1]]
    for i in range(1, n):
        part = sequence[i : len(sequence) - n + 1 + i]
        valid &= part >= 0
        if n == 2:
            keep = keep | wanted[part]
        keys = (keys << bits) | part
    found, counts = np.unique(keys[valid & keep], return_counts=True)
    enough = counts >= least
    return found[enough], counts[enough].astype(np.int64)


def groups_of(words: list[str], freq: NDArray[np.float64], most: float) -> Ints:
    """For each word the number of its group, of those that fold alike and are worth telling apart; -1 for none."""
    groups: dict[str, list[int]] = {}
    for i in range(len(NO_WORDS), len(words)):
        groups.setdefault(fold(words[i]), []).append(i)
    group_of = np.full(len(words), -1, dtype=np.int64)
    for number, group in enumerate(groups.values()):
        able = [i for i in group if freq[i] >= TOPIC_LEAST]
        if len(able) > 1 and max(freq[i] for i in able) <= most:
            group_of[able] = number
    return group_of


def told(target: Ints, near: Ints, group_of: Ints, bits: int, least: float) -> tuple[Ints, NDArray[np.int8]]:
    """What each near word tells for or against each target word among those that fold like it (lån, län).

    target, near: ids, a pair for each time that they stood together. Keys (target << bits | near) and
    ln P(near | target) / P(near | all that fold alike), in steps of 1/TOPIC_STEP.
    """
    keys, counts = np.unique((target << bits) | near, return_counts=True)
    target, near = keys >> bits, keys & ((1 << bits) - 1)
    per_target = np.bincount(target, weights=counts, minlength=len(group_of))
    both = (group_of[target] << bits) | near
    group_keys, place = np.unique(both, return_inverse=True)
    group_counts = np.bincount(place, weights=counts)
    per_group = np.bincount(group_of[target], weights=counts)
    share = group_counts[place] / per_group[group_of[target]]
    ratio = np.log((counts + TOPIC_PRIOR) / (per_target[target] * share + TOPIC_PRIOR))
    # a nearby word that the other words of the group never have beside them tells against those too: kept as a row
    # for each of the group's words
    rows: dict[int, float] = {}
    members: dict[int, list[int]] = {}
    for i in np.flatnonzero(group_of >= 0).tolist():
        members.setdefault(int(group_of[i]), []).append(i)
    strong = group_counts[place] >= 5
    for key, value in zip(keys[strong].tolist(), ratio[strong].tolist(), strict=True):
        rows[key] = value
    for g_key, total in zip(group_keys.tolist(), group_counts.tolist(), strict=True):
        if total >= 5:
            group, word = g_key >> bits, g_key & ((1 << bits) - 1)
            for i in members[group]:
                key = (i << bits) | word
                if key not in rows:
                    expected = per_target[i] * total / per_group[group]
                    rows[key] = float(np.log(TOPIC_PRIOR / (expected + TOPIC_PRIOR)))
    kept = sorted((k, v) for k, v in rows.items() if abs(v) > least)
    values = np.round(np.array([v for _, v in kept]) * TOPIC_STEP).clip(-127, 127).astype(np.int8)
    return np.array([k for k, _ in kept], dtype=np.int64), values


def beside(sequence: Ints, at: Ints, offset: int) -> tuple[Ints, Ints]:
    """The words at these places, and those so many words further on."""
    place = at + offset
    inside = (place >= 0) & (place < len(sequence))
    return sequence[at[inside]], sequence[place[inside]]


def topics(sequence: Ints, words: list[str], freq: NDArray[np.float64], bits: int) -> tuple[Ints, NDArray[np.int8]]:
    """What the words nearby, wherever they stand, tell of the words that fold alike."""
    group_of = groups_of(words, freq, TOPIC_MOST)
    at = np.flatnonzero((sequence >= 0) & (group_of[np.maximum(sequence, 0)] >= 0))
    targets, nears = [], []
    for offset in (*range(-TOPIC_REACH, -1), *range(2, TOPIC_REACH + 1)):
        target, near = beside(sequence, at, offset)
        telling = (near >= len(NO_WORDS)) & (freq[np.maximum(near, 0)] < TOPIC_NEAR_MOST)
        targets.append(target[telling])
        nears.append(near[telling])
    return told(np.concatenate(targets), np.concatenate(nears), group_of, bits, 0.25)


def places(
    sequence: Ints, comma: NDArray[np.bool_], words: list[str], freq: NDArray[np.float64], bits: int
) -> tuple[Ints, NDArray[np.int8]]:
    """What the words at each of PLACES, and a comma that follows, tell of the words that fold alike.

    Keys as of `told`, times 8, plus the place's number or, for the comma, COMMA_PLACE.
    """
    group_of = groups_of(words, freq, 1e9)
    at = np.flatnonzero((sequence >= 0) & (group_of[np.maximum(sequence, 0)] >= 0))
    found = []
    for number, offset in enumerate(PLACES):
        target, near = beside(sequence, at, offset)
        able = near >= 0
        keys, values = told(target[able], near[able], group_of, bits, PLACE_LEAST)
        found.append((keys * 8 + number, values))
    keys, values = told(sequence[at], comma[at].astype(np.int64), group_of, bits, 0.1)
    found.append((keys * 8 + COMMA_PLACE, values))
    keys, values = np.concatenate([k for k, _ in found]), np.concatenate([v for _, v in found])
    order = np.argsort(keys)
    return keys[order], values[order]


def endings(
    sequence: Ints, words: list[str], freq: NDArray[np.float64], bits: int
) -> tuple[list[str], Ints, NDArray[np.int8]]:
    """What the ending of the word before and of the word after tell of the words that fold alike.

    The endings, and keys as of `told` with an ending's number for the near word, times 2, plus 1 for the word after.
    """
    group_of = groups_of(words, freq, 1e9)
    names = sorted({word_ending(w) for w in words[len(NO_WORDS) :]} - {""})
    number = {name: i for i, name in enumerate(names)}
    of_word = np.array([number.get(word_ending(w), -1) if i >= len(NO_WORDS) else -1 for i, w in enumerate(words)])
    at = np.flatnonzero((sequence >= 0) & (group_of[np.maximum(sequence, 0)] >= 0))
    found = []
    for side, offset in enumerate((-1, 1)):
        target, near = beside(sequence, at, offset)
        near = np.where(near >= 0, of_word[np.maximum(near, 0)], -1)
        able = near >= 0
        keys, values = told(target[able], near[able], group_of, bits, ENDING_LEAST)
        found.append((keys * 2 + side, values))
    keys, values = np.concatenate([k for k, _ in found]), np.concatenate([v for _, v in found])
    order = np.argsort(keys)
    return names, keys[order], values[order]


def spoilt(once: list[str]) -> list[str]:
    """Of words that the model just made does not have, those that it gives back wrongly when their marks are lost."""
    from pipeline.memo.restore_candidates import candidates
    from pipeline.memo.restore_channel import LOST
    from pipeline.memo.restore_model import model

    model.cache_clear()
    candidates.cache_clear()
    m = model()
    wrong = []
    for word in once:
        key = fold(word)
        if m.alike(key):
            continue
        read = candidates(key, LOST)[0].text
        if read != word and (key != word or fold(read) == key):
            wrong.append(word)
    return wrong


def quantise(counts: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.clip(np.round(np.log(np.maximum(counts, 1)) * COUNT_STEP), 0, 255).astype(np.uint8)


def compound_parts(words: dict[str, float]) -> tuple[Counter[str], Counter[str]]:
    """How many compounds of the lexicon each first part (with its joining s) and each last part make."""
    heads_allowed = {w for w, c in words.items() if len(w) >= 4 and c >= 15}
    long_words = [w for w in words if len(w) >= 8]
    first: Counter[str] = Counter()
    for word in long_words:
        for cut in range(3, len(word) - 3):
            if word[cut:] in heads_allowed:
                first[word[:cut]] += 1
    last: Counter[str] = Counter()
    best_first: Counter[str] = Counter()
    for word in long_words:
        best, best_score = 0, 0.0
        for cut in range(3, len(word) - 3):
            if word[cut:] in heads_allowed and first[word[:cut]] >= 3:
                head = word[:cut]
                stem = head if head in words else head[:-1] if head.endswith("s") and head[:-1] in words else ""
                score = log(first[head]) + log(words[word[cut:]]) / 2 + (3 if stem else 0)
                if score > best_score:
                    best, best_score = cut, score
        if best:
            best_first[word[:best]] += 1
            last[word[best:]] += 1
    return Counter({w: c for w, c in best_first.items() if c >= 3}), last


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    corpus = read_corpus(shared)
    make(shared, corpus, [])
    types, sequence = corpus[0], corpus[1]
    counts = np.bincount(sequence, minlength=len(types))
    once = [types[i] for i in np.flatnonzero(counts == 1).tolist() if ONCE_LEAST <= len(types[i]) < 25]
    make(shared, corpus, spoilt([w for w in once if w.isalpha()]))


def make(shared: Path, corpus: Corpus, once: list[str]) -> None:
    """Writes the model. once: words to keep though the corpus has them but once."""
    types, sequence, comma, inside, capitalised = corpus
    counts = np.bincount(sequence, minlength=len(types))
    first = len(NO_WORDS)
    lexicon: dict[str, float] = {types[i]: float(counts[i]) for i in range(first, len(types)) if counts[i] >= MIN_COUNT}
    lexicon.update((word, 1.0) for word in once)
    proper, common = names(shared), common_words(shared)
    for word, count in [*proper.items(), *common.items()]:
        lexicon[word] = max(lexicon.get(word, 0.0), float(count))
    by_fold: dict[str, list[str]] = {}
    for word in lexicon:
        by_fold.setdefault(fold(word), []).append(word)
    for group in by_fold.values():  # slips of the corpus: "fran" beside "från"
        most = max(lexicon[w] for w in group)
        for word in group:
            bare = word == fold(word) and len(word) > 4
            if lexicon[word] * (300 if bare else 3000) < most and (word not in proper or bare):
                del lexicon[word]
    words = [*NO_WORDS, *sorted(lexicon, key=lambda w: (fold(w), w))]
    number = {w: i for i, w in enumerate(words)}
    renumber = np.array([number.get(t, -1) for t in types], dtype=np.int64)
    sequence = renumber[sequence]
    freq = np.array([*counts[:first], *(lexicon[w] for w in words[first:])], dtype=np.float64)
    keys = [fold(w) for w in words]
    size = Counter(keys)
    wanted = np.array([size[k] > 1 for k in keys])
    bits = len(words).bit_length()
    bigrams, bigram_counts = ngrams(sequence, 2, MIN_BIGRAM, wanted, bits)
    trigrams, trigram_counts = ngrams(sequence, 3, MIN_TRIGRAM, wanted & (freq >= 20), bits)
    topic_keys, topic_values = topics(sequence, words, freq, bits)
    place_keys, place_values = places(sequence, comma, words, freq, bits)
    ending_names, ending_keys, ending_values = endings(sequence, words, freq, bits)
    kept = np.bincount(bigrams >> bits, weights=bigram_counts - 0.7, minlength=len(words))
    backoff = np.clip(1 - kept / np.maximum(freq, 1), 0.02, 1)

    def seldom_small(word: str) -> bool:
        return word not in common and 0 < inside[word] == capitalised[word]

    share = np.array(
        [
            (0.98 if (w in proper and w not in common) or seldom_small(w) else 0.0)
            if inside[w] < 3
            else capitalised[w] / inside[w]
            for w in words
        ]
    )
    mods, heads = compound_parts({w: lexicon[w] for w in words[first:] if w not in proper or share[number[w]] < 0.5})
    for word in common:
        if heads[word] < COMMON_HEAD and len(word) > 2:
            heads[word] = COMMON_HEAD
    first_names, surnames = bearers(shared)
    folder = ROOT / "models/restore"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lexicon.txt.xz").write_bytes(lzma.compress("\n".join(words).encode(), preset=9))
    mod_list = sorted(mods)
    (folder / "endings.txt").write_text("\n".join(ending_names), encoding="utf-8")
    (folder / "first_parts.txt.xz").write_bytes(lzma.compress("\n".join(mod_list).encode(), preset=9))
    np.savez_compressed(
        folder / "counts.npz",
        count=quantise(freq),
        capital=np.round(share * 255).astype(np.uint8),
        backoff=np.round(-np.log(backoff) * 50).clip(0, 255).astype(np.uint8),
        last_part=quantise(np.array([heads[w] for w in words], dtype=np.float64)),
        first_part=quantise(np.array([mods[w] for w in mod_list], dtype=np.float64)),
        first_name=quantise(np.array([first_names.get(w, 0) for w in words], dtype=np.float64)),
        surname=quantise(np.array([surnames.get(w, 0) for w in words], dtype=np.float64)),
        bits=np.array([bits]),
    )  # fmt: skip
    np.savez_compressed(
        folder / "ngrams.npz",
        bigrams=np.diff(bigrams, prepend=0),
        bigram_counts=quantise(bigram_counts.astype(np.float64)),
        topics=np.diff(topic_keys, prepend=0),
        topic_values=topic_values,
        places=np.diff(place_keys, prepend=0),
        place_values=place_values,
        endings=np.diff(ending_keys, prepend=0),
        ending_values=ending_values,
        trigrams=np.diff(trigrams, prepend=0),
        trigram_counts=quantise(trigram_counts.astype(np.float64)),
    )
    print(
        f"{len(words)} words, {len(mod_list)} first parts, {len(bigrams)} bigrams, {len(trigrams)} trigrams,"
        f" {len(topic_keys)} topics, {len(place_keys)} places, {len(ending_keys)} endings, {len(once)} words seen once"
    )
    for path in sorted(folder.glob("*.*z")):
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
