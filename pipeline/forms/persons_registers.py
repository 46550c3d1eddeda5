"""The registers of first names and surnames."""

from functools import cache, lru_cache

from pipeline.forms.names_tables import words
from pipeline.resources import table

ACCENTS = str.maketrans("éèëêïíüúáàóñç", "eeeeiiuuaaonc")  # Claës, Noël: borne without them too


@cache
def _first() -> dict[str, bool]:
    """First names in small letters; True where many bear it."""
    return {row["name"].lower(): row["common"] == "yes" for row in table("forms/data/names_first.csv")}


@cache
def surnames() -> frozenset[str]:
    """Known surnames in small letters: a help, never a condition for strong first names."""
    return frozenset(row["name"].lower() for row in table("forms/data/names_surnames.csv"))


def is_known_name(word: str) -> bool:
    """Whether the registers hold a word, a part of a person's name, as a surname or a first name."""
    return word.lower() in surnames() or is_first_name(word)


@lru_cache(maxsize=1 << 14)
def is_first_name(word: str) -> bool:
    """Whether a word (`Anna`, `Sven-Erik`) is a first name."""
    low = word.lower()
    if low in words("notfirst"):
        return False
    if low in _first() or (not low.isascii() and low.translate(ACCENTS) in _first()):
        return True
    first, dash, second = low.partition("-")
    return bool(dash) and first in _first() and second in _first()


def is_common(low: str) -> bool:
    """Whether many bear the first name."""
    return _first().get(low.partition("-")[0], False) and low not in words("notfirst")
