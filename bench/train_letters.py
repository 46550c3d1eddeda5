"""Make the tables that tell which letters of an unknown name have lost a mark (`models/restore/letters*.txt.xz`).

One for persons' names, one in which places count more, for what is called by one.

    python bench/train_letters.py [SHARED]           # make them from the lexicon's names and SHARED's localities
    python bench/train_letters.py [SHARED] --check   # measure: names held out by fifths, spelt by the others' letters

SHARED is ../shared where it is not named. Nothing is drawn by lot: the same lexicon gives the same tables.
"""

import lzma
import sys
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.restore_material import rows, surnames  # noqa: E402
from pipeline.memo.restore_letters import MEANT, REACH, Counts, contexts, weigh  # noqa: E402
from pipeline.memo.restore_model import fold, model  # noqa: E402

CAPITAL = 0.7  # share of capitals, inside sentences, from which a word is a name
SHORTEST = 4  # letters of one
PLACE = 3  # how many times more a locality counts where a place is named
TELLS = 0.04  # by how much a context must change a probability to be kept
PARTS = 5


def names(shared: Path, places: bool = False) -> list[str]:
    """The lexicon's names in lower case: what is printed with a capital, and surnames.

    places: and the gazetteer's localities, each counted PLACE times more.
    """
    m = model()
    marked = {name.lower() for name in surnames()}  # chosen for their marks, so they would mislead
    found = [
        w
        for i, w in enumerate(m.words)
        if (m.capital[i] > CAPITAL or m.surname[i]) and len(w) >= SHORTEST and w.isalpha() and len(fold(w)) == len(w)
        if marked.isdisjoint((w, w.removesuffix("s")))
    ]
    if places:
        listed = (row["name"].lower() for row in rows(shared / "gazetteer" / "localities.csv"))
        found += [w for w in listed if len(w) >= SHORTEST and w.isalpha() and len(fold(w)) == len(w)] * PLACE
    return found


def count(words: Iterable[str]) -> Counts:
    """How often each spelling stands in each context."""
    found: dict[str, list[int]] = {}
    for word in words:
        key = fold(word)
        for place, letter in enumerate(key):
            if letter in MEANT and word[place] in MEANT[letter]:
                number = MEANT[letter].index(word[place])
                for context in contexts(key, place):
                    found.setdefault(context, [0] * len(MEANT[letter]))[number] += 1
    return {context: tuple(seen) for context, seen in found.items()}


def pruned(counts: Counts) -> Counts:
    """Without the contexts that tell nothing beside those nearer to the letter."""
    kept: Counts = {}
    for reach in REACH:
        for context, seen in counts.items():
            place = next(i for i, c in enumerate(context) if c.isupper())
            if (place, len(context) - place - 1) != reach:
                continue
            key = context.lower()
            with_it = weigh({**_inner(kept, key, place), context: seen}, key, place)
            without = weigh(_inner(kept, key, place), key, place)
            if max(abs(a - b) for a, b in zip(with_it, without, strict=True)) > TELLS:
                kept[context] = seen
    return kept


def _inner(kept: Counts, key: str, place: int) -> Counts:
    return {c: kept[c] for c in contexts(key, place) if c in kept}


def check(words: list[str]) -> None:
    """Prints how many held-out names come out right, and how many would if they were left as read."""
    tally: Counter[str] = Counter()
    for part in range(PARTS):
        held = [w for w in words if zlib.crc32(w.removesuffix("s").encode()) % PARTS == part]
        rest = [w for w in words if zlib.crc32(w.removesuffix("s").encode()) % PARTS != part]
        counts = pruned(count(rest))
        for word in held:
            key = fold(word)
            places = [i for i, c in enumerate(key) if c in MEANT and word[i] in MEANT[c]]
            if not places:
                continue
            text, sure = list(word), 1.0
            for place in places:
                told = weigh(counts, key, place)
                best = max(range(len(told)), key=told.__getitem__)
                text[place] = MEANT[key[place]][best]
                sure *= told[best]
            right = "".join(text) == word
            tally["all"] += 1
            tally["left"] += all(word[i] == key[i] for i in places)
            tally["right"] += right
            tally["sure"] += sure > 0.9
            tally["sure right"] += right and sure > 0.9
    print({name: round(n / tally["all"], 3) for name, n in tally.items()}, tally["all"])


def main() -> None:
    """Makes or checks the tables."""
    named = [a for a in sys.argv[1:] if not a.startswith("-")]
    shared = Path(named[0]) if named else ROOT.parent / "shared"
    if "--check" in sys.argv:
        check(names(shared))
        check(names(shared, places=True))
        return
    for places, file in ((False, "letters.txt.xz"), (True, "letters_places.txt.xz")):
        words = names(shared, places)
        counts = pruned(count(words))
        text = "\n".join(f"{context} {' '.join(map(str, seen))}" for context, seen in sorted(counts.items()))
        path = ROOT / "models" / "restore" / file
        path.write_bytes(lzma.compress(text.encode(), preset=9))
        print(len(words), "names,", len(counts), "contexts,", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
