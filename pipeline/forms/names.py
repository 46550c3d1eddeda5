"""Names of municipalities, bodies, offices, authorities, companies and societies in a text.

A name is told by the gazetteer or by the words that such names are made of: last parts (-nämnden, -kontoret),
first words (Stiftelsen, Enheten för …) and company forms (AB, HB, ek. för.). Names are given in the nominative with a
capital: `barn- och ungdomsnämndens` is `Barn- och ungdomsnämnden`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.forms.names_places import sender_of
from pipeline.forms.names_tables import (
    TOKEN,
    Entry,
    Suffix,
    abbreviations,
    gazetteer,
    municipality_names,
    places,
    suffix_of,
    words,
)
from pipeline.tables import PartyType

COMPANY_LAST = frozenset({"ab", "hb", "kb", "aktiebolag", "handelsbolag", "kommanditbolag", "aktiebolaget"})
SMALL_AUTHORITIES = frozenset({"riksdagen", "regeringen", "länsstyrelsen"})
LEAD_FOR = frozenset({"nämnden", "enheten", "avdelningen", "kontoret", "utskottet", "förvaltningen", "sektionen"})
ADJECTIVE_END = re.compile(r"(?:ella|iga|ska|ala|iva|ära|bara|ande|lika|fria|goda|nya|unga|äldre|egna|sk|lig|ell)$")


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found in a text: `text[start:end]`; name is canonical, identifier an SCB code where there is one."""

    start: int
    end: int
    name: str
    type: PartyType
    identifier: str | None = None
    confidence: float = 0.9


class Tokens:
    """A text's tokens as parallel lists. gap: what stands before a token: 0 space, 1 line end, 2 a wider break."""

    __slots__ = ("end", "gap", "low", "start", "text", "whole")

    def __init__(self, text: str) -> None:
        self.whole = text
        self.text: list[str] = []
        self.low: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.gap: list[int] = []
        last = 0
        for match in TOKEN.finditer(text):
            between = text[last : match.start()]
            word = match.group()
            self.text.append(word)
            self.low.append(word.lower())
            self.start.append(match.start())
            self.end.append(last := match.end())
            if "\n" not in between and "\t" not in between:
                self.gap.append(0)
            else:
                self.gap.append(1 if between.count("\n") == 1 and "\t" not in between else 2)

    def capital(self, i: int) -> bool:
        return self.text[i][0].isupper()

    def opens(self, i: int) -> bool:
        """Whether a token stands where every word has a capital: at the beginning of a sentence or line."""
        return i == 0 or self.gap[i] > 0 or self.low[i - 1] in {".", ":", "•", "–", "-", "”", '"', "?", "!", "(", ")"}


def find_names(text: str, types: frozenset[PartyType] | None = None) -> list[NameMatch]:
    """The names in a text, in order, not overlapping (the longest wins), persons left out."""
    tokens = Tokens(text)
    found: list[NameMatch] = []
    index = gazetteer()
    for i, low in enumerate(tokens.low):
        match = None
        if tokens.capital(i) or low.removesuffix("s") in SMALL_AUTHORITIES:
            match = _from_gazetteer(tokens, i, index.get(low), False)
            if match is None and low.endswith("s"):
                match = _from_gazetteer(tokens, i, index.get(low[:-1]), True)
            if match is not None:
                found.append(match)
        if low in COMPANY_LAST or low == "ek":
            found.extend(_company(tokens, i))
        if match is None and (suffix := suffix_of(low)) is not None:
            made = _body(tokens, i, suffix) if suffix.type in _OFFICES else _society(tokens, i, suffix)
            if made is not None:
                found.append(made)
        elif low in {"kommuner", "kommunerna", "städerna"}:
            found.extend(_place_list(tokens, i))
        elif low == "sektor" and tokens.capital(i):
            found.extend(_sector(tokens, i))
    if types is not None:
        found = [m for m in found if m.type in types]
    return longest(found)


def longest(found: Iterable[NameMatch]) -> list[NameMatch]:
    """Those that don't overlap with a longer one, in order."""
    kept: list[NameMatch] = []
    taken: list[tuple[int, int]] = []
    for match in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(match.end <= s or match.start >= e for s, e in taken):
            taken.append((match.start, match.end))
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


_OFFICES = frozenset({"body", "administration", "authority"})


def _match(tokens: Tokens, first: int, last: int, name: str, kind: PartyType, sure: float = 0.9) -> NameMatch:
    return NameMatch(tokens.start[first], tokens.end[last], name, kind, None, sure)


def _from_gazetteer(tokens: Tokens, i: int, entries: tuple[Entry, ...] | None, genitive: bool) -> NameMatch | None:
    for entry in entries or ():
        n = len(entry.words)
        if n == 0:
            if len(tokens.text[i]) <= 6 and tokens.text[i] != entry.name:
                continue
            return NameMatch(tokens.start[i], tokens.end[i], entry.canonical, entry.type, entry.identifier, 0.95)
        if genitive:
            continue
        low = tokens.low[i + 1 : i + 1 + n]
        if len(low) < n or 2 in tokens.gap[i + 1 : i + 1 + n]:
            continue
        if low[:-1] == list(entry.words[:-1]) and low[-1] in (entry.words[-1], entry.words[-1] + "s"):
            return NameMatch(tokens.start[i], tokens.end[i + n], entry.canonical, entry.type, entry.identifier, 0.95)
    return None


def _body(tokens: Tokens, i: int, suffix: Suffix) -> NameMatch | None:
    """A body or an office round the word that ends like one."""
    first, last = i, i
    low, text = tokens.low, tokens.text
    name = suffix.nominative
    owned = placed = False
    # the other halves of a compound: "natur-, bygg- och miljönämnden"
    if i >= 2 and low[i - 1] in {"och", "&", "samt"} and tokens.gap[i] < 2 and not tokens.capital(i):
        left = i - 2
        if low[left].endswith("-") or (low[left] in words("stem") and tokens.capital(left)):
            first = left
            while first >= 2 and low[first - 1] == "," and low[first - 2].endswith("-"):
                first -= 2
            halves = [text[k] for k in range(first, i)]
            if not halves[-2].endswith("-"):
                halves[-2] += "-"
            name = " ".join(h.lower() for h in halves).replace(" ,", ",") + " " + name
    elif i >= 1 and low[i - 1] in words("adjective") and tokens.gap[i] < 2:
        loose = low[i - 1] in words("loose")
        if (not loose or tokens.capital(i - 1)) and (i < 2 or low[i - 2] not in {"den", "det", "de"}):
            first = i - 1
            name = low[i - 1] + " " + name
    # whose: "kommunstyrelsens arbetsutskott", "Malmö stadsrevision"
    if first >= 1 and tokens.gap[first] < 2:
        owner = suffix_of(low[first - 1])
        if owner is not None and owner.genitive and not suffix.definite and owner.type in _OFFICES:
            whose = _body(tokens, first - 1, owner)
            if whose is not None:
                start = tokens.start.index(whose.start)
                return _match(tokens, start, last, f"{whose.name}s {name}", suffix.type)
        if not suffix.definite and not suffix.bare and tokens.capital(first - 1) and tokens.gap[first] == 0:
            word = low[first - 1]
            if (word in places() or word.endswith("s")) and word not in words("start"):
                first -= 1
                name = f"{text[first]} {name}"
                placed = True
    owned = first < i
    # what for, where
    if suffix.bare and first == i and low[i] in LEAD_FOR and tokens.capital(i):
        last, tail = _purpose(tokens, i)
        if last > i:
            return _match(tokens, i, last, f"{_capital(low[i])} {tail}", suffix.type, 0.85)
    if not suffix.genitive and last + 1 < len(low) and tokens.gap[last + 1] == 0 and tokens.capital(last + 1):
        after = low[last + 1]
        if after in words("compass") or (
            low[i].startswith(("stadsdels", "område", "lokal")) and after not in words("start")
        ):
            last += 1
            name += " " + text[last]
    if suffix.bare and not owned and not suffix.alone and last == i:
        return None
    if not suffix.definite and not placed:
        return None
    return _match(tokens, first, last, _capital(name), suffix.type)


def _purpose(tokens: Tokens, i: int) -> tuple[int, str]:
    """The end and the words of "för arbete och välfärd" after the token i; i itself where there is none."""
    low = tokens.low
    k = i + 2
    if k >= len(low) or low[i + 1] != "för" or low[k] in words("purpose") or not low[k][0].isalpha():
        return i, ""
    end = i + 1
    while k < len(low) and tokens.gap[k] < 2 and low[k][0].isalpha() and low[k] not in words("purpose"):
        if ADJECTIVE_END.search(low[k]) and k + 1 < len(low) and low[k + 1][0].isalpha() and low[k + 1] != "och":
            k += 1
        end = k
        if k + 2 < len(low) and low[k + 1] in {"och", ",", "samt"} and tokens.gap[k + 1] < 1:
            k += 2
            if low[k - 1] == "," and not _list_goes_on(low, k):
                break
            continue
        break
    if end == i + 1:
        return i, ""
    return end, " ".join(tokens.text[i + 1 : end + 1]).replace(" ,", ",")


def _list_goes_on(low: list[str], k: int) -> bool:
    """Whether what follows a comma at k is another member of the list: "kultur, fritid och idrott"."""
    return k + 1 < len(low) and low[k + 1] in {"och", "samt", ","} and low[k] not in words("purpose")


def _society(tokens: Tokens, i: int, suffix: Suffix) -> NameMatch | None:
    """An association round a word such as Kulturföreningen, studieförbund, sameby."""
    first, last = i, i
    low = tokens.low
    if suffix.definite and tokens.capital(i) and not suffix.genitive:
        last = _right(tokens, i)
    if not suffix.definite or last == i:
        while (
            first >= 1 and tokens.gap[first] == 0 and tokens.capital(first - 1) and low[first - 1] not in words("start")
        ):
            if tokens.text[first - 1][0].isdigit() or not low[first - 1][0].isalpha():
                break
            first -= 1
            if suffix.definite and not low[first].endswith(("s", "a")):
                first += 1
                break
    if first == last == i and (suffix.bare or not tokens.capital(i) or tokens.opens(i) or not suffix.definite):
        return None
    if first < i and suffix.bare and suffix.definite and last == i:
        return None
    head = [tokens.text[k] for k in range(first, last + 1)]
    if suffix.genitive:
        head[i - first] = head[i - first].removesuffix("s")
    if low[last + 1 : last + 4] in (["u", "p", "a"], ["u", "p", "a."]):
        last += 3
        head += ["u", "p", "a"]
    end = tokens.end[last]
    if suffix.genitive:
        name = " ".join(head)
    else:
        name = " ".join(tokens.whole[tokens.start[first] : end].split())
    return NameMatch(tokens.start[first], end, name, suffix.type, None, 0.85)


def _right(tokens: Tokens, i: int) -> int:
    """The last token of a name that goes on to the right of i with capitals, over "i", "för", "och", "&"."""
    last, k = i, i + 1
    while k < len(tokens.text) and tokens.gap[k] == 0:
        if tokens.capital(k) and tokens.low[k][0].isalpha():
            last = k
        elif not (tokens.low[k] in {"i", "för", "av", "på", "&"} and k == last + 1):
            break
        k += 1
    return last


def _company(tokens: Tokens, i: int) -> list[NameMatch]:
    """A company whose form stands last (Taxi Kullen AB) or first (AB Alingsåshem), or an ekonomisk förening."""
    low, text = tokens.low, tokens.text
    last = i
    kind: PartyType = "company"
    if low[i] == "ek":
        if low[i + 1 : i + 4] == [".", "för", "."]:
            last = i + 3
        elif low[i + 1 : i + 2] == ["för"]:
            last = i + 2
        else:
            return []
        kind = "association"
    elif not tokens.capital(i) and low[i] not in {"aktiebolag", "handelsbolag", "kommanditbolag"}:
        return []
    first = i
    while first >= 1 and tokens.gap[first] == 0:
        k = first - 1
        if text[k][0].isupper() or (text[k][0].isdigit() and first < i):
            if low[k] in COMPANY_LAST or (low[k] in words("start") and tokens.opens(k)) or suffix_of(low[k]):
                break
            first = k
        elif low[k] == "&" or (low[k] in {"i", "och", "på"} and k >= 1 and text[k - 1][0].isupper() and first <= i):
            if low[k] == "och" and not (low[first] in words("noun") or text[k - 1].endswith("-")):
                break
            if low[k] != "&" and (low[k - 1] in COMPANY_LAST or low[k - 1] in words("start") or first == i):
                break
            first = k
        else:
            break
    while (first < i and not text[first][0].isalnum()) or (first < i and low[first] in {"i", "och", "på"}):
        first += 1
    if first < i:
        name = " ".join(tokens.whole[tokens.start[first] : tokens.end[last]].split())
        return [NameMatch(tokens.start[first], tokens.end[last], name, kind, None, 0.92)]
    if kind == "company" and (end := _right(tokens, i)) > i:
        return [
            NameMatch(
                tokens.start[i], tokens.end[end], tokens.whole[tokens.start[i] : tokens.end[end]], kind, None, 0.88
            )
        ]
    return []


def _place_list(tokens: Tokens, i: int) -> list[NameMatch]:
    """Bare places that stand for municipalities: "kommunerna Lerum och Partille", "Huddinge och Salems kommuner"."""
    low = tokens.low
    step = -1 if low[i] == "kommuner" else 1
    found: list[NameMatch] = []
    k = i + step
    while 0 <= k < len(low) and tokens.gap[max(k, k - step)] < 2:
        if tokens.capital(k):
            for width in (2, 1):
                first, last = (k - width + 1, k) if step < 0 else (k, k + width - 1)
                if first < 0 or last >= len(low):
                    continue
                code = _place_code(" ".join(low[first : last + 1]))
                if code:
                    found.append(
                        NameMatch(
                            tokens.start[first],
                            tokens.end[last],
                            municipality_names()[code],
                            "municipality",
                            code,
                            0.85,
                        )
                    )
                    k += step * (width - 1)
                    break
            else:
                break
        elif low[k] not in {",", "och", "samt", "eller"}:
            break
        k += step
    return found


def _place_code(place: str) -> str:
    return places().get(place) or places().get(place.removesuffix("s"), "")


def _sector(tokens: Tokens, i: int) -> list[NameMatch]:
    """ "Sektor samhällsbyggnad", "Sektor barn och utbildning"."""
    low = tokens.low
    if i + 1 >= len(low) or tokens.gap[i + 1] or not low[i + 1][0].isalpha() or low[i + 1] in words("start"):
        return []
    last = i + 1
    if i + 3 < len(low) and low[i + 2] in {"och", "&"} and low[i + 3][0].isalpha():
        last = i + 3
    return [_match(tokens, i, last, " ".join(tokens.text[i : last + 1]), "administration", 0.85)]


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


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
    kinds: frozenset[PartyType] = frozenset({"municipality", "region"})
    for match in find_names(text, kinds):
        return match
    near = sender_of(text)
    if near is None:
        return None
    start, end, entry, sure = near
    return NameMatch(start, end, entry.canonical, entry.type, entry.identifier, sure)
