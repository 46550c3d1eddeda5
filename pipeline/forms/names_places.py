"""Municipalities told otherwise than by their full name: bare places in a list, a logo with lost letters."""

import re
import unicodedata
from functools import cache, lru_cache

from pipeline.forms.names_tables import Entry, gazetteer, municipality_names, places, words
from pipeline.forms.names_tokens import NameMatch, Tokens
from pipeline.resources import table

KIND_WORDS = ("kommun", "stad", "region", "landsting", "landstinget", "regionen", "kommuns", "stads")
_DIGITS = str.maketrans("01468$|", "olaobsl")
_WORD = re.compile(r"[^\W_][^\s.,;:()]*")
_OTHER = str.maketrans({"ø": "o", "æ": "a", "ß": "s", "é": "e"})


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word without case, marks over letters, and the digits that OCR takes for letters: `ALINGSÅS` is `alingsas`."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    return plain if plain.isdigit() else plain.translate(_OTHER).translate(_DIGITS).replace("rn", "m")


@cache
def _folded() -> dict[str, Entry]:
    """Municipalities and regions by their folded name."""
    entries = (entry for group in gazetteer().values() for entry in group)
    return {
        " ".join(fold(w) for w in entry.name.split()): entry
        for entry in entries
        if entry.type in ("municipality", "region")
    }


@cache
def _short() -> dict[str, str]:
    """SCB codes by the municipality's folded short name."""
    return {fold(row["name"]): row["scb_code"] for row in table("forms/data/names_places.csv") if row["scb_code"]}


def distance(a: str, b: str, most: int) -> int:
    """Levenshtein's distance between two short words, most + 1 where it is larger than most."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
        if min(row) > most:
            return most + 1
    return row[-1] if row[-1] <= most else most + 1


@lru_cache(maxsize=1024)
def nearest(phrase: str) -> Entry | None:
    """The municipality or region whose folded name is nearest, at most one slip in six letters; None where two tie."""
    most = min(2, (len(phrase) - 1) // 6)
    if most < 1 or len(phrase) > 60:
        return None
    best, score, tied = None, most + 1, False
    for name, entry in _folded().items():
        d = distance(phrase, name, min(most, score))
        if d < score:
            best, score, tied = entry, d, False
        elif d == score and best is not None and entry.canonical != best.canonical:
            tied = True
    return None if tied else best


def sender_of(text: str) -> tuple[int, int, Entry, float] | None:
    """(start, end, entry, confidence) of the municipality or region named in the first 400 characters, None if none."""
    found = [m for m in _WORD.finditer(text[:400]) if len(m.group()) <= 40][:40]
    folded = [fold(m.group().strip("-–")) for m in found]
    for width in (4, 3, 2, 1):
        for i in range(len(found) - width + 1):
            entry = _folded().get(" ".join(folded[i : i + width]))
            if entry is not None:
                return found[i].start(), found[i + width - 1].end(), entry, 0.9
    kinds = [i for i, word in enumerate(folded) if any(distance(word, kind, 1) <= 1 for kind in KIND_WORDS)]
    for i in kinds:
        windows = [(i - w, i) for w in (2, 1)] + [(i, i + w) for w in (3, 2, 1)]
        for first, last in windows:
            if first < 0 or last >= len(found):
                continue
            entry = nearest(" ".join(folded[first : last + 1]))
            if entry is not None:
                return found[first].start(), found[last].end(), entry, 0.7
    for i in kinds:  # the kind stands before the name: "kommun / Alingsås", a logo read in the wrong order
        if i + 1 < len(found) and folded[i + 1] in _short() and folded[i].startswith(("kommun", "stad")):
            return found[i].start(), found[i + 1].end(), _entry(_short()[folded[i + 1]]), 0.7
    whole = " ".join(folded)
    if whole in _short():
        return found[0].start(), found[-1].end(), _entry(_short()[whole]), 0.5
    return None


def _entry(code: str) -> Entry:
    return next(e for e in _folded().values() if e.identifier == code)


def place_list(tokens: Tokens, i: int) -> list[NameMatch]:
    """Bare places that stand for municipalities: "kommunerna Lerum och Partille", "Huddinge och Salems kommuner"."""
    low = tokens.low
    step = -1 if low[i] == "kommuner" and (i + 1 >= len(low) or not tokens.capital(i + 1)) else 1
    found: list[NameMatch] = []
    k = i + step
    while 0 <= k < len(low) and tokens.gap[max(k, k - step)] < 2:
        if tokens.capital(k):
            for width in (2, 1):
                first, last = (k - width + 1, k) if step < 0 else (k, k + width - 1)
                code = place_code(" ".join(low[first : last + 1])) if first >= 0 and last < len(low) else ""
                if code:
                    found.append(_place(tokens, first, last, code))
                    k += step * (width - 1)
                    break
            else:
                break
        elif low[k] not in {",", "och", "samt", "eller", "i", ":", "som"}:
            break
        k += step
    return found


def abroad(tokens: Tokens, i: int) -> NameMatch | None:
    """A municipality abroad that is named in Swedish: "Ylitornio kommun", "Torneå stads"."""
    k = i - 1
    if k < 0 or tokens.gap[i] or not tokens.capital(k) or tokens.low[k] not in words("foreign"):
        return None
    name = tokens.between(k, i)
    return NameMatch(tokens.start[k], tokens.end[i], name.removesuffix("s"), "municipality", None, 0.85)


def _place(tokens: Tokens, first: int, last: int, code: str) -> NameMatch:
    start, end = tokens.start[first], tokens.end[last]
    return NameMatch(start, end, municipality_names()[code], "municipality", code, 0.85)


def place_code(place: str) -> str:
    """The SCB code of a municipality's short name in small letters, also in the genitive; empty where it is none."""
    return places().get(place) or places().get(place.removesuffix("s"), "")
