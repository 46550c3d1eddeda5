"""What the model that restores lost letters is made from: raw text, gazetteers, and lists that were typed.

SHARED holds corpus/*.txt.xz and gazetteer/*.csv. One paragraph in a hundred (by its CRC) is held out for measuring.
"""

import csv
import lzma
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.memo.restore_model import NO_WORDS, number_id

ROOT = Path(__file__).parents[1]

TOKEN = re.compile(r"[^\W\d_]+|\d+|[.!?:,]")
SURNAME, GENITIVE = 6, 1  # what a surname of `restore_surnames.txt` counts, and its genitive
BORNE = 40.0  # by how many of a million a surname is borne that no register here counts
PHRASE_WEIGHT = 20  # how often a typed phrase counts
FIRST_NAME = 100  # bearers of a first name that tells that a surname follows
MUNICIPAL_WEIGHT = 60  # what a word of the hand-made list counts at least
Ints = NDArray[np.int64]
Corpus = tuple[list[str], Ints, NDArray[np.bool_], Counter[str], Counter[str]]


def held_out(paragraph: str) -> bool:
    """Whether a corpus paragraph is kept for measuring."""
    return zlib.crc32(paragraph.encode()) % 100 == 7


def paragraphs(shared: Path, held: bool) -> Iterator[str]:
    for path in sorted((shared / "corpus").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as handle:
            for line in handle:
                if held_out(line) is held:
                    yield line


def read_corpus(shared: Path) -> Corpus:
    """All types, the corpus as type numbers, after which a comma stands, how often each word stands inside a sentence,
    and capitalised."""
    numbers = {text: i for i, text in enumerate(NO_WORDS)}
    sequence: list[int] = []
    commas: list[int] = []
    inside: Counter[str] = Counter()
    capitalised: Counter[str] = Counter()
    phrases = (ROOT / "pipeline/memo/data/restore_phrases.txt").read_text(encoding="utf-8").splitlines()
    typed = [line for line in phrases if not line.startswith("#")] * PHRASE_WEIGHT
    for line in chain(paragraphs(shared, held=False), typed):
        start = True
        sequence.append(0)
        for token in TOKEN.findall(line):
            if token == ",":
                commas.append(len(sequence) - 1)
                continue
            if token in ".!?:":
                if not start:
                    sequence.append(0)
                start = True
                continue
            if token[0].isdigit():
                sequence.append(number_id(token))
                start = False
                continue
            word = token.lower()
            sequence.append(numbers.setdefault(word, len(numbers)))
            if not start:
                inside[word] += 1
                if token[0].isupper():
                    capitalised[word] += 1
            start = False
    comma = np.zeros(len(sequence), dtype=bool)
    comma[commas] = True
    return list(numbers), np.array(sequence, dtype=np.int64), comma, inside, capitalised


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def names(shared: Path) -> Counter[str]:
    """Names of people and places with a count that fits the corpus, by lower-case word."""
    folder = shared / "gazetteer"
    found: Counter[str] = Counter()

    def add(text: str, count: float) -> None:
        for word in re.findall(r"[^\W\d_]+", text.lower()):
            if len(word) > 1:
                found[word] = max(found[word], round(count))

    for row in rows(folder / "first_names.csv"):
        if int(row["total"]) >= 25:
            add(row["name"], 1 + int(row["total"]) / 300)
    for row in rows(folder / "surnames.csv"):
        weight = float(row["faker_weight"] or 0)
        add(row["name"], 3 + weight * 5000 + int(row["mp_count"] or 0))
    for row in rows(folder / "localities.csv"):
        add(row["name"], 12)
        add(row["name"] + "s", 3)
    for name in surnames():
        add(name, SURNAME)
        if not name.endswith("s"):
            add(name + "s", GENITIVE)
    for row in rows(folder / "municipalities.csv"):
        for column in ("short_name", "kommun_name", "preferred_name", "county_name", "region_name"):
            add(row[column], 150)
    for row in rows(folder / "authorities.csv"):
        add(row["name"], 5)
    for row in rows(folder / "laws.csv"):
        add(row["name"], 5)
    return found


def surnames() -> list[str]:
    """Surnames that no register here holds, chosen for their marks."""
    lines = (ROOT / "bench" / "restore_surnames.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def bearers(shared: Path) -> tuple[dict[str, int], dict[str, float]]:
    """How many bear each first name, and how many of a million each surname; lower case."""
    folder = shared / "gazetteer"
    first: dict[str, int] = {}
    for row in rows(folder / "first_names.csv"):
        first[row["name"].lower()] = max(first.get(row["name"].lower(), 0), int(row["total"]))
    last = {
        row["name"].lower(): 10 + 1e6 * float(row["faker_weight"] or 0) + 5 * int(row["mp_count"] or 0)
        for row in rows(folder / "surnames.csv")
    }
    for name in surnames():
        last.setdefault(name.lower(), BORNE)
    return {n: c for n, c in first.items() if c >= FIRST_NAME}, last


def common_words(shared: Path) -> Counter[str]:
    """Occupations and the hand-made list of municipal words (`pipeline/memo/data/restore_words.txt`)."""
    found: Counter[str] = Counter()
    for row in rows(shared / "gazetteer" / "occupations.csv"):
        for word in re.findall(r"[^\W\d_]{3,}", row["vocation"].lower()):
            found[word] = 4
    for line in (ROOT / "pipeline/memo/data/restore_words.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for word in line.lower().split():
                found[word] = MUNICIPAL_WEIGHT
    return found
