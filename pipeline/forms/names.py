"""Names of municipalities, bodies, offices, authorities, companies and societies in a text.

A name is told by the gazetteer or by the words that such names are made of: last parts (-nämnden, -kontoret),
first words (Stiftelsen, Enheten för …) and company forms (AB, HB, ek. för.). Names are given in the nominative with a
capital: `barn- och ungdomsnämndens` is `Barn- och ungdomsnämnden`. Persons are in `persons`.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.forms.names_branches import branches, parts_of, placed, union
from pipeline.forms.names_firms import FORMS, company, sole_trader
from pipeline.forms.names_offices import OFFICES, court, institute, office, sector
from pipeline.forms.names_places import abroad, place_list, sender_of
from pipeline.forms.names_societies import club, housing, led, society, trailed, words_led
from pipeline.forms.names_tables import (
    Entry,
    Suffix,
    abbreviations,
    gazetteer,
    suffix_of,
    without_marks,
    words,
    worn_gazetteer,
)
from pipeline.forms.names_tokens import NameMatch, Tokens, longest
from pipeline.forms.names_units import seated_unit, unit
from pipeline.tables import PartyType

__all__ = ["NameMatch", "Tokens", "canonical_body", "expand", "find_names", "municipality_of"]

MOST_WORDS = 1 << 15  # that are kept
SHORT = 300  # characters of a text whose names are kept for the next who asks
SMALL_AUTHORITIES = frozenset({"riksdagen", "regeringen", "riksdagens", "regeringens"})
# associations whose name is a common noun, which also opens sentences
OWNERS = frozenset({"fastighetsägarna", "villaägarna", "hyresgästerna", "arbetsgivarna", "jägarna", "köpmännen"})
# words that begin known names and sentences: what follows has the capitals of the name
COMMON = frozenset({"hela", "våra", "unga", "nya", "ny", "jordens", "medborgerlig"})
HOUSING = ("hem", "bostäder", "hems", "bostäders", "buss", "listan", "museet")
MUNICIPALITIES: frozenset[PartyType] = frozenset({"municipality", "region"})


def find_names(text: str, types: frozenset[PartyType] | None = None, tokens: Tokens | None = None) -> list[NameMatch]:
    """The names in a text, in order, not overlapping (the longest wins), persons left out.

    tokens: the text's tokens where the caller has them already.
    """
    if tokens is None and len(text) < SHORT:
        return list(_short(text, types))
    return _find(text, types, tokens or Tokens(text))


@lru_cache(maxsize=256)  # a memo's head is asked about its few lines again and again
def _short(text: str, types: frozenset[PartyType] | None) -> tuple[NameMatch, ...]:
    return tuple(_find(text, types, Tokens(text)))


def _find(text: str, types: frozenset[PartyType] | None, tokens: Tokens) -> list[NameMatch]:
    index, worn = gazetteer(), worn_gazetteer()
    plain: list[str] = []
    found: list[NameMatch | None] = []
    words_told = enumerate(map(_TOLD.__getitem__, tokens.low))
    for i, told in [(i, told) for i, told in words_told if told is not None]:
        low, capital = tokens.low[i], tokens.capitals[i]
        if told.known and (capital or low in SMALL_AUTHORITIES):
            found.append(_known(tokens, i, index, tokens.low))
            if found[-1] is None and told.worn:
                plain = plain or without_marks("\n".join(tokens.low)).split("\n")
                found[-1] = _known(tokens, i, worn, plain)
        what, suffix = told.what, told.suffix
        if suffix is not None:
            found.append(office(tokens, i, suffix) if suffix.type in OFFICES else society(tokens, i, suffix))
        elif low.endswith(HOUSING):
            found.append(placed(tokens, i) if low.endswith("museet") else housing(tokens, i))
        if what is None:
            continue
        if what == "form":
            found.append(company(tokens, i) if low != "enskild" else sole_trader(tokens, i))
        elif what == "places":
            found.extend(place_list(tokens, i))
        elif what == "sector":
            found.append(sector(tokens, i) if tokens.capital(i) else None)
        elif what == "abroad":
            found.append(abroad(tokens, i))
        elif what == "institute":
            found.append(institute(tokens, i))
        elif what == "unit":
            found.append(unit(tokens, i) or seated_unit(tokens, i))
        elif what == "regional":
            found.append(court(tokens, i))
        elif what == "union":
            found.append(union(tokens, i))
        elif what == "placed":
            found.append(placed(tokens, i))
        elif what == "led":
            found.append(led(tokens, i))
        else:
            found.append(trailed(tokens, i, _TRAILED[what]))
            if found[-1] is None and low in words("club"):
                found.append(club(tokens, i))
    kept = longest(m for m in found if m is not None and (types is None or m.type in types))
    return parts_of(text, longest(branches(text, kept)))


_TRAILED: dict[str, PartyType] = {
    "company": "company", "association": "association", "other": "other", "municipality": "municipality",
    "firm": "company", "region": "region",
}  # fmt: skip


class _Word(NamedTuple):
    """What a word in small letters says of a name that stands there."""

    known: bool  # names of the gazetteer begin with it, perhaps without their letters
    worn: bool  # and some without their letters
    what: str | None  # what is done about it
    suffix: Suffix | None  # what its last part says


class _Words(dict[str, _Word | None]):
    """What words say, told when they are first asked about; None for most: they make no name."""

    def __missing__(self, low: str) -> _Word | None:
        if len(self) >= MOST_WORDS:
            self.clear()
        index, worn = gazetteer(), without_marks(low) in worn_gazetteer()
        known = worn or low in index or (low[-1] in "s:" and low.removesuffix("s").removesuffix(":") in index)
        what = _special().get(low)
        suffix = suffix_of(low) if what != "regional" else None
        nothing = not known and what is None and suffix is None and not low.endswith(HOUSING)
        told = self[low] = None if nothing else _Word(known, worn, what, suffix)
        return told


_TOLD = _Words()


@cache
def _special() -> dict[str, str]:
    """Words in small letters that may begin or end a name, and what is done about them."""
    found = dict.fromkeys(FORMS | {form + ":s" for form in FORMS} | {"ek", "ekonomisk", "enskild", "abs"}, "form")
    found |= dict.fromkeys(("kommuner", "kommunerna", "städerna", "kommunernas"), "places")
    found["sektor"] = "sector"
    found["institutet"] = "institute"
    found |= dict.fromkeys(("kommun", "kommuns", "stad", "stads"), "abroad")
    found |= dict.fromkeys(words("unit") | words("unit-lead"), "unit")
    for word in words("regional"):
        found[word] = found[word + "s"] = "regional"
    found |= dict.fromkeys(words_led(), "led")
    found |= dict.fromkeys(words("union"), "union")
    found |= dict.fromkeys(words("placed") | words("placed-company"), "placed")
    for kind in _TRAILED:
        found |= dict.fromkeys(words(f"trail-{kind}"), kind)
    return found


def _known(tokens: Tokens, i: int, index: dict[str, tuple[Entry, ...]], low: list[str]) -> NameMatch | None:
    """The longest name of the gazetteer that begins at i, also in the genitive. low: the tokens as it has them."""
    word = low[i]
    if word not in index and (word[-1] not in "s:" or word.removesuffix("s").removesuffix(":") not in index):
        return None
    following = low[i + 1] if i + 1 < len(low) else ""
    if (
        tokens.low[i] in OWNERS
        and tokens.opens(i)
        and following.isalpha()
        and following != "i"  # "Villaägarna i Dalarna"
        and not (tokens.gap[i + 1] or tokens.capital(i + 1))
    ):
        return None  # "Fastighetsägarna ska betala": those of the houses here
    for first, genitive in ((word, False), (word.removesuffix("s").removesuffix(":"), True)):
        if genitive and first == word:
            break
        for entry in index.get(first, ()):
            n = len(entry.words)
            if n == 0:
                if len(first) <= 6 and tokens.text[i][: len(first)] != entry.name:
                    continue
            elif (
                not following.startswith(entry.words[0])
                or genitive
                or i + n >= len(low)
                or 2 in tokens.gap[i + 1 : i + 1 + n]
                or low[i + 1 : i + n] != list(entry.words[:-1])
                or low[i + n]
                not in (
                    entry.words[-1],
                    entry.words[-1] + "s",
                    entry.words[-1] + ":s",
                )
            ):
                continue
            if first in COMMON and tokens.text[i + 1 : i + 1 + n] != entry.name.split()[1:]:
                continue  # "Våra gårdar", "Hela människan"
            sure = 0.95
            return NameMatch(tokens.start[i], tokens.end[i + n], entry.canonical, entry.type, entry.identifier, sure)
    return None


def canonical_body(text: str) -> str | None:
    """The canonical name of a body where the whole string is one (`kommunstyrelsens`: `Kommunstyrelsen`), else None."""
    stripped = text.strip(" \t\n.,;:")
    for match in find_names(stripped, frozenset({"body"})):
        if match.end - match.start == len(stripped):
            return match.name
    return None


def expand(abbreviation: str) -> str | None:
    """What a body's abbreviation stands for in most municipalities: `KS` is `Kommunstyrelsen`."""
    return abbreviations().get(abbreviation.strip(" .").lower())


def municipality_of(text: str) -> NameMatch | None:
    """The municipality or region that a letterhead or logo names, None if none.

    Tolerant to capitals, lost letters (confidence 0.9), a slip or two (0.7), and the bare short name if nothing else
    stands in the string (0.5).
    """
    told = find_names(text, MUNICIPALITIES)
    for match in told:
        if match.identifier or "landsting" in match.name.lower():
            return match
    near = sender_of(text)
    if near is None:
        return told[0] if told else None
    start, end, entry, sure = near
    return NameMatch(start, end, entry.canonical, entry.type, entry.identifier, sure)
