"""Lists of names, the part of them that is held out, and what the recogniser is told of each word.

A fixed fifth of each list, by checksum, is held out: no generated sentence that is trained on has it, and the model is
not told of it. The held-out tests are made of that fifth. Names so common that all text has them are never held out.

What the model is told of a word is its class: how many bear it as a first name, whether it is a surname or a place,
how often the corpus prints it with a capital inside a sentence. The class stands in the word's NORM, which spaCy
stores in the vocabulary's lookups, so the model needs no component of ours.
"""

import csv
import re
import sys
import unicodedata
import zlib
from collections import Counter
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.ner_vectors import TOKEN
from bench.restore_material import paragraphs

WORLD = Path(__file__).parent / "ner_world.csv"
HELD_OUT = 20  # percent
COMMON_FIRST, COMMON_SURNAME = 5_000, 0.001  # bearers and share from which a name is never held out
LEAST_BEARERS = 25
LEAST_SEEN = 12  # times that a word stands inside a sentence for its capital to tell anything
ALSO_WORDS = frozenset("AB An Att Den Det En Ett För Han Hon Jag Man Min Mot Nu Om Så Till Ur Vi Är Än".lower().split())
FOLD = str.maketrans("åäöéüáæøÅÄÖÉÜÁÆØ", "aaoeuaaoAAOEUAAO")


def held_out(name: str) -> bool:
    """Whether a name is kept for the tests."""
    return zlib.crc32(("held out " + name.casefold()).encode()) % 100 < HELD_OUT


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(line for line in handle if not line.startswith("#")))


@cache
def first_names(shared: Path, held: bool = False) -> dict[str, int]:
    """First names with their bearers."""
    found = {}
    for row in rows(shared / "gazetteer/first_names.csv"):
        count = int(row["total"])
        if count >= LEAST_BEARERS and (count < COMMON_FIRST and held_out(row["name"])) is held:
            found[row["name"]] = count
    return found


@cache
def surnames(shared: Path, held: bool = False) -> dict[str, float]:
    """Surnames with a weight."""
    found = {}
    for row in rows(shared / "gazetteer/surnames.csv"):
        share = float(row["faker_weight"] or 0)
        if (
            re.fullmatch(r"[A-ZÅÄÖ][a-zåäöéü]{2,}", row["name"])
            and (share < COMMON_SURNAME and held_out(row["name"])) is held
        ):
            found[row["name"]] = 1 + share * 10_000
    return found


@cache
def places(shared: Path, held: bool = False) -> tuple[str, ...]:
    """Swedish localities; the seats of municipalities are never held out."""
    seats = municipalities(shared)
    names = [row["name"] for row in rows(shared / "gazetteer/localities.csv")]
    return tuple(n for n in names if (n not in seats and held_out(n)) is held)


@cache
def municipalities(shared: Path) -> dict[str, str]:
    """Short name to the name with kommun or stad."""
    return {r["short_name"]: r["preferred_name"] for r in rows(shared / "gazetteer/municipalities.csv")}


@cache
def authorities(shared: Path, held: bool = False) -> tuple[str, ...]:
    """State authorities that are called by one or a few words."""
    foreign = re.compile(r"(?i)\b(ambassad|konsulat|delegation|the|of|attaché|kommitté|utred)")
    names = [row["name"] for row in rows(shared / "gazetteer/authorities.csv")]
    return tuple(n for n in names if not foreign.search(n) and len(n.split()) <= 5 and held_out(n) is held)


@cache
def world() -> dict[str, str]:
    """Names that no Swedish register has: countries, cities, seas, parties, newspapers. Name to label."""
    return {name.strip(): row["label"] for row in rows(WORLD) for name in row["names"].split(";")}


def seen_capital(shared: Path) -> dict[str, tuple[int, int]]:
    """How often each word, in small letters, stands inside a sentence of the corpus, and how often with a capital."""
    inside: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for line in paragraphs(shared, held=False):
        start = True
        for token in TOKEN.findall(line):
            if token[0].isalpha():
                if not start:
                    (capital if token[0].isupper() else inside)[token] += 1
                start = False
            elif token in '.!?:”"–-•':
                start = True
    found: dict[str, list[int]] = {}
    for counts, column in ((inside, 0), (capital, 1)):
        for word, count in counts.items():
            found.setdefault(word.lower(), [0, 0])[column] += count
    return {w: (a + b, b) for w, (a, b) in found.items() if a + b >= LEAST_SEEN}


def word_classes(shared: Path) -> dict[str, str]:
    """The class of each word that a list or the corpus has something to say of, by the word as printed.

    Only forms with a capital stand there, since a word in small letters is what it is; a name also without å, ä and ö.
    """
    first = {n.lower(): c for n, c in first_names(shared).items()}
    last = {n.lower(): c for n, c in surnames(shared).items()}
    place: dict[str, int] = {}
    foreign = {n.lower() for n, label in world().items() if label == "PER" and not held_out(n)}
    last |= dict.fromkeys(foreign, 1.0)
    for n, label in sorted(world().items(), key=lambda item: " " in item[0]):
        if label == "PER":
            continue
        for word in TOKEN.findall(n):
            if word[0].isupper() and word.lower().removesuffix("s") not in place:
                kinds = {"LOC": 5, "ORG": 6} if " " in n else {"LOC": 3, "ORG": 4}
                place.setdefault(word.lower(), kinds[label])
    for n in places(shared):
        if " " not in n:
            place[n.lower()] = 1
    for n in municipalities(shared):
        if " " not in n:
            place[n.lower()] = 2
    for n in authorities(shared):
        if " " not in n and n[1:].islower():
            place[n.lower()] = 4
    capital = seen_capital(shared)
    classes: dict[str, str] = {}
    for word in {*first, *last, *place, *capital}:
        if len(word) < 2 or not word.isalpha():
            continue
        code = _code(word, first, last, place, capital)
        classes[word] = code
        if word[-1] not in "sxz" and (word in first or word in last or word in place) and word + "s" not in capital:
            classes.setdefault(word + "s", code)
    for word in list(classes):
        if word in first or word in last or word in place:
            classes.setdefault(word.translate(FOLD), classes[word])
    printed: dict[str, str] = {}
    for word, code in classes.items():
        printed[word.capitalize()] = code
        if len(word) > 2 or word in place:
            printed[word.upper()] = code
    return {unicodedata.normalize("NFC", w): code for w, code in printed.items()}


def _code(
    word: str, first: dict[str, int], last: dict[str, float], place: dict[str, int], capital: dict[str, tuple[int, int]]
) -> str:
    seen, capitals = capital.get(word, (0, 0))
    share = capitals / seen if seen else 0
    c = 0 if not seen else 1 if share < 0.05 else 2 if share < 0.5 else 3 if share < 0.95 else 4
    listed = word in first or word in last or word in place
    name = word if listed or c < 3 else word.removesuffix("s")  # Danmarks is told as Danmark
    bearers = 0 if word in ALSO_WORDS else first.get(name, 0)
    f = 0 if not bearers else 1 if bearers < 200 else 2 if bearers < 2000 else 3
    return f"§{f}{int(name in last)}{place.get(name, 0)}{c}"
