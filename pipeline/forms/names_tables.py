"""The tables behind `names`: gazetteer, last parts of names, and words that matter where names are cut."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast, get_args

from pipeline.resources import table
from pipeline.tables import PartyType

# most words are of letters alone: what they begin with is there for speed
# verbs as they follow a name in a sentence
VERB = re.compile(r"(?:ades?|ats|ade|dde|[^aeo]te|slår)$|^(?:har|är|ska|skall|kan|anser|beslutar|yttrar|avstyrker)$")
TOKEN = re.compile(
    r"[A-Za-zÅÄÖåäö]++(?![-’'/:.\w])"
    r"|[Ee]\.[Oo][Nn]\b|[^\W\d_]+(?:(?:[-’'/:]|\d)[^\W\d_]+)*-?|\d+(?:[-:]\d+)*|&|[^\w\s]|_"
)
TYPES = get_args(PartyType)
LOST = str.maketrans("åäöé", "aaoe")


def without_marks(low: str) -> str:
    """A text in small letters as an OCR that knows no å, ä, ö and é reads it."""
    return low.replace("å", "a").replace("ä", "a").replace("ö", "o").replace("é", "e")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of the gazetteer. words: its tokens after the first, in small letters."""

    words: tuple[str, ...]
    name: str
    canonical: str
    type: PartyType
    identifier: str | None


@dataclass(frozen=True, slots=True)
class Suffix:
    """What the last part of a word says. nominative: the whole word without genitive s, in small letters."""

    nominative: str
    type: PartyType
    definite: bool
    bare: bool  # the word is the last part alone
    alone: bool  # and is a name even so
    genitive: bool


@cache
def gazetteer() -> dict[str, tuple[Entry, ...]]:
    """The names by their first token in small letters, longest first."""
    found: dict[str, list[Entry]] = {}
    for row in table("forms/data/names_gazetteer.csv"):
        first, *rest = TOKEN.findall(row["name"].lower())
        kind = cast(PartyType, row["type"])
        entry = Entry(tuple(rest), row["name"], row["canonical"], kind, row["identifier"] or None)
        found.setdefault(first, []).append(entry)
    for row in table("forms/data/names_known.csv"):
        first, *rest = TOKEN.findall(row["name"].lower())
        kind = cast(PartyType, row["type"])
        found.setdefault(first, []).append(Entry(tuple(rest), row["name"], row["name"], kind, None))
    return {k: tuple(sorted(v, key=lambda e: -len(e.words))) for k, v in found.items()}


@cache
def worn_gazetteer() -> dict[str, tuple[Entry, ...]]:
    """Names that hold å, ä, ö or é, by their first token without them: for a text whose letters an OCR has lost."""
    found: dict[str, list[Entry]] = {}
    for first, entries in gazetteer().items():
        for entry in entries:
            lost = tuple(word.translate(LOST) for word in entry.words)
            long = len(entry.name) > 9 and entry.type in (
                "authority",
                "association",
                "company",
                "region",
                "administration",
            )
            if long and (first.translate(LOST), lost) != (first, entry.words):
                plain = Entry(lost, entry.name, entry.canonical, entry.type, entry.identifier)
                found.setdefault(first.translate(LOST), []).append(plain)
    return {k: tuple(sorted(v, key=lambda e: -len(e.words))) for k, v in found.items()}


@cache
def places() -> dict[str, str]:
    """Places and municipalities' short names, in small letters; the value is the municipality's code or empty."""
    return {row["name"].lower(): row["scb_code"] for row in table("forms/data/names_places.csv")}


@cache
def municipality_names() -> dict[str, str]:
    """Canonical name by SCB code."""
    rows = table("forms/data/names_gazetteer.csv")
    return {row["identifier"]: row["canonical"] for row in rows if row["type"] == "municipality"}


@cache
def abbreviations() -> dict[str, str]:
    """What bodies' abbreviations, in small letters, stand for."""
    return {row["short"].lower(): row["name"] for row in table("forms/data/names_abbreviations.csv")}


@cache
def words(use: str) -> frozenset[str]:
    """The words of `names_words.csv` for one use."""
    rows = table("forms/data/names_words.csv")
    return frozenset(word for row in rows if row["use"] == use for word in row["words"].split())


@cache
def _suffixes() -> tuple[tuple[str, PartyType, bool, bool], ...]:
    """(last part, type, definite, alone), longest first."""
    found: list[tuple[str, PartyType, bool, bool]] = []
    for row in table("forms/data/names_suffixes.csv"):
        kind = cast(PartyType, row["type"])
        found.append((row["definite"], kind, True, row["alone"] == "yes"))
        if row["indefinite"] != row["definite"]:
            found.append((row["indefinite"], kind, False, False))
    return tuple(sorted(found, key=lambda f: -len(f[0])))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(ending for part, *_ in _suffixes() for ending in (part, part + "s"))


@cache
def _tails() -> frozenset[str]:
    """The last three letters of all last parts: most words end otherwise."""
    return frozenset(ending[-3:] for ending in _endings())


@cache
def _not_endings() -> tuple[str, ...]:
    return tuple(words("notend"))


@lru_cache(maxsize=1 << 15)
def suffix_of(word: str) -> Suffix | None:
    """What the last part of a word in small letters says, None for words that end like no name."""
    if word[-3:] not in _tails() or len(word) > 60 or not word.endswith(_endings()):
        return None
    for part, kind, definite, alone in _suffixes():
        for genitive in (False, True):
            ending = part + "s" if genitive else part
            if word.endswith(ending):
                nominative = word.removesuffix("s") if genitive else word
                if not words("not").isdisjoint((nominative, nominative + "en", nominative + "et", nominative + "n")):
                    return None
                if nominative.endswith(_not_endings()):
                    return None
                if nominative in words("notdefinite"):
                    return Suffix(nominative, kind, definite, True, False, genitive)
                bare = nominative == part
                return Suffix(nominative, kind, definite, bare, alone, genitive)
    return None
