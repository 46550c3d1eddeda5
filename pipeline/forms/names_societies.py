"""Associations, clubs, funds and own companies, told by a word of their name: Kulturföreningen, IK Tor, Ydrehem."""

import re
from functools import cache

from pipeline.forms.names_firms import FORMS, LINKS, PAPERS, coordinate, listed, nominative, right
from pipeline.forms.names_tables import Suffix, places, suffix_of, words
from pipeline.forms.names_tokens import NameMatch, Tokens, capitalised
from pipeline.tables import PartyType

CLUBS = frozenset({"if", "ik", "bk", "sk", "ff", "ifk", "aik", "gif", "ab", "hb", "kb", "ek"})
OWN_COMPANIES = ("hem", "bostäder", "bostader", "buss")
# where an association of pupils, parents or employees has its seat
SEATS = ("skolan", "skola", "gymnasiet", "gymnasium", "universitet", "högskola", "sjukhus", "sjukhuset", "lasarett")
ACTS = re.compile(r"(?:ades?|ats|dde|rde|söker|begär|yrkar|tte)$")
QUARTERS = frozenset({"norra", "södra", "östra", "västra", "mellersta", "inre", "yttre", "övre", "nedre"})
# before halves of a name: "Svenska Vatten- och avloppsverksföreningen"
NATIONAL = frozenset({"svenska", "sveriges", "nordiska", "skandinaviska", "europeiska", "norska", "danska", "finska"})
# adjectives that tell of no people: "Ekonomiska föreningen" is a common noun
THINGS = frozenset({"ekonomiska", "juridiska", "politiska", "fackliga", "kritiska", "tekniska", "praktiska", "ideella"})


def society(tokens: Tokens, i: int, suffix: Suffix) -> NameMatch | None:
    """An association round a word such as Kulturföreningen, studieförbund, sameby."""
    low, text = tokens.low, tokens.text
    first, last = i, i
    halves = i >= 2 and low[i - 1] in {"och", "&"} and low[i - 2].endswith("-") and tokens.capital(i - 2)
    seated = not tokens.capital(i) and low[i] in words("seated") and _proper(tokens, i + 1)
    if suffix.definite and (tokens.capital(i) or halves or seated) and not suffix.genitive:
        last = right(tokens, i)
    if halves and suffix.definite:
        first = (
            i - 3 if i >= 3 and low[i - 3] in NATIONAL and tokens.capital(i - 3) and not tokens.gap[i - 2] else i - 2
        )
        name = tokens.between(first, last)
        return tokens.match(first, last, name[:-1] if suffix.genitive and last == i else name, suffix.type, 0.85)
    if last == i:
        while first >= 1 and tokens.gap[first] == 0 and first - 1 > i - 6 and _belongs(tokens, first - 1, i, suffix):
            first -= 1
        if first == i and i >= 3 and low[i - 2] in {"och", "&"} and low[i - 3].endswith("-") and tokens.capital(i - 3):
            first = i - 3  # Hjärt- och lungsjukas förening
        while first < i and (
            low[first] in LINKS | {"ekonomisk", "ideell"} or (tokens.opens(first) and low[first] in words("start"))
        ):
            first += 1
        shouted = i >= 1 and text[i - 1].isupper() and len(text[i - 1]) > 1 and low[i - 1] not in words("start")
        if first == i and shouted and not tokens.gap[i]:
            first = i - 1
        if first < i:
            first = coordinate(tokens, first)
    quarter = first == i and i >= 2 and low[i - 1] in QUARTERS and not (tokens.gap[i] or tokens.gap[i - 1])
    # "Ängsblommans ekonomiska förening"
    owned = first == i and i >= 2 and suffix.bare and low[i - 1] in THINGS and low[i - 2] not in words("start")
    owned = owned and low[i - 2].endswith("s") and suffix_of(low[i - 2]) is None and not tokens.gap[i - 1]
    if (
        (quarter or (owned and not suffix.definite))
        and tokens.capital(i - 2)
        and (low[i - 2].endswith("s") or low[i - 2] in places())
    ):
        first = i - 2  # Hults södra vägförening
    if first < i and _initials(tokens, first, i):
        first += 1
    if low[i].endswith(_JOINT) and first < i:
        first = _members(tokens, first, i)
    if first == i and low[i].startswith(("husförening", "parkförening")) and i and low[i - 1] == "folkets":
        first = i - 1
    if first == last and not suffix.genitive and (end := _seat(tokens, i)) > i and tokens.capital(i):
        last = end
    if first == last:
        if low[i] in words("generic"):
            return None
        party = low[i].endswith("partiet")  # no common noun, also where it opens a sentence
        if suffix.bare or not suffix.definite or not tokens.capital(i) or (tokens.opens(i) and not party):
            return None
    if "-" in low[i] and first == i and tokens.capital(i) and i >= 2 and not tokens.gap[i] and not tokens.gap[i - 1]:
        if low[i - 1] in {"&", "och"} and tokens.capital(i - 2):
            first = i - 2  # Hem & Skola-föreningen
    elif "-" in low[i] and first == i and tokens.capital(i) and i and low[i - 1] == "folkets" and not tokens.gap[i]:
        first = i - 1  # Folkets Hus-föreningen
    if low[i].endswith("parti") and not (first < i and low[i - 1].endswith("s")):
        return None
    if first < i and suffix.bare and suffix.definite and not (low[i - 1].endswith("ska") and low[i - 1] not in THINGS):
        return None
    if text[first].islower() and not (seated and first == i and not any(low[k] in CLUBS for k in range(i, last + 1))):
        return None
    if last == i and low[i].endswith("bostadsrättsförening"):
        last = right(tokens, i)  # HSB:s bostadsrättsförening Eken
    name = tokens.between(first, last)
    if (suffix.genitive and last == i) or low[last] == "läns":
        name = name[:-1]
    elif last > i and low[last].endswith("s") and _follows(tokens, last) and low[last - 1] not in {"i", "på"}:
        owns = low[last + 1] in words("owned")
        name = name[:-1] if low[last][:-1] in places() or owns else name
    if low[last + 1 : last + 7] == ["u", ".", "p", ".", "a", "."]:
        return tokens.match(first, last + 6, f"{name} u.p.a.", suffix.type, 0.85)
    if low[last + 1 : last + 4] == ["u", "p", "a"]:
        return tokens.match(first, last + 3, f"{name} u p a", suffix.type, 0.85)
    if low[last + 1 : last + 2] in (["upa"], ["u.p.a"]):
        return tokens.match(first, last + 1, f"{name} upa", suffix.type, 0.85)
    if low[last + 1 : last + 5] == ["ek", ".", "för", "."]:
        return tokens.match(first, last + 4, f"{name} ek. för.", suffix.type, 0.85)
    if low[last + 1 : last + 3] in (["ek", "för"], ["ekonomisk", "förening"]):
        return tokens.match(first, last + 2, f"{name} {' '.join(low[last + 1 : last + 3])}", suffix.type, 0.85)
    return tokens.match(first, last, capitalised(name), suffix.type, 0.85)


# what municipalities run together, and call by their names: "Hults och Ekby Räddningstjänstförbund"
_JOINT = (
    "räddningstjänstförbund", "räddningsförbund", "gymnasieförbund", "kommunalförbund", "miljöförbund", "vattenförbund",
    "utbildningsförbund", "avfallsförbund",
)  # fmt: skip


def _members(tokens: Tokens, first: int, i: int) -> int:
    """Where the name of a joint authority at i begins that has its members' names; first where it has but one."""

    def place(k: int) -> bool:
        return (
            k >= 0 and tokens.capital(k) and (tokens.low[k] in places() or tokens.low[k].removesuffix("s") in places())
        )

    if first != i - 1 or not place(first) or tokens.gap[first]:
        return first
    tie = {"och", "&", "-", "–"}
    while first >= 2 and tokens.low[first - 1] in tie and place(first - 2):
        first -= 2
        tie = {","}
    return first


def _proper(tokens: Tokens, k: int) -> bool:
    """Whether a proper name stands at k, and not a known association's letters or the form of one."""
    if k >= len(tokens) or tokens.gap[k] or not tokens.capital(k) or tokens.text[k].isupper():
        return False
    return len(tokens.low[k]) > 2 and tokens.low[k] not in words("start") and suffix_of(tokens.low[k]) is None


def _initials(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the first of some words is made of the others' initials: "NVK Norra Västbygdens Kommunalförbund"."""
    short = tokens.text[first]
    others = [tokens.text[k] for k in range(first + 1, last + 1) if tokens.capital(k)]
    return (
        short.isupper()
        and 2 <= len(short) == len(others)
        and all(word.startswith(letter) for letter, word in zip(short, others, strict=True))
    )


def _seat(tokens: Tokens, i: int) -> int:
    """The last token of "vid Norrskolan" after the token i; i itself where there is none."""
    k = i + 2
    if tokens.low[i + 1 : i + 2] != ["vid"] or k >= len(tokens) or not tokens.capital(k) or tokens.gap[k]:
        return i
    while k < len(tokens) and k < i + 5 and not tokens.gap[k] and tokens.low[k][0].isalpha():
        if tokens.low[k].endswith(SEATS):
            return k
        k += 1
    return i


def _belongs(tokens: Tokens, k: int, i: int, suffix: Suffix) -> bool:
    """Whether the token k, left of the society's word i, is part of its name."""
    low = tokens.low[k]
    if low == "läns" and k and not tokens.gap[k]:
        return tokens.low[k - 1] in words("county")  # Kalmar läns bildningsförbund
    if not low[0].isalpha() or not tokens.capital(k):
        return False
    if low in words("start") or suffix_of(low) is not None or low in FORMS:
        return False
    if suffix.definite and k == i - 1:
        return low.endswith(("s", "a")) or low in places()
    return True


def _follows(tokens: Tokens, last: int) -> bool:
    """Whether a word in small letters follows: then an s may be a genitive."""
    k = last + 1
    return k < len(tokens) and not tokens.gap[k] and tokens.low[k][0].isalpha() and not tokens.capital(k)


def led(tokens: Tokens, i: int) -> NameMatch | None:
    """A name after a word that leads names of one kind: Brf Eken, Interreg Nord, Dödsboet efter Karl Ek."""
    kind = words_led()[tokens.low[i]]
    estate = tokens.low[i].startswith("dödsbo") and tokens.low[i + 1 : i + 2] == ["efter"]
    if not (tokens.capital(i) or estate) or (
        kind == "region" and tokens.low[i + 1 : i + 2] and tokens.low[i + 1] in words("compass")
    ):
        return None
    if kind == "region" and i and not tokens.gap[i] and tokens.capital(i - 1):
        return None  # Trafikverket Region Syd
    if kind == "authority" and i and tokens.low[i - 1] == ",":
        return None  # Polismyndigheten, Polisområde Hult
    last = right(tokens, i) if kind != "region" else min(right(tokens, i), i + 1)
    if kind == "association" and last == i + 1 and (whom := _people(tokens, last)) > last:
        return tokens.match(i, whom, capitalised(tokens.between(i, whom)), kind, 0.85)
    if kind == "body" and last > i:
        last = last + 1 if tokens.low[last + 1 : last + 2] == ["sjukhus"] else listed(tokens, last)
    elif last > i and tokens.low[last + 1 : last + 2] == ["räddningstjänst"] and tokens.capital(last + 1):
        last += 1  # Kommunalförbundet Västra Hults Räddningstjänst
    if last == i:
        if tokens.low[i + 1 : i + 2] == ["efter"] and i + 2 < len(tokens) and tokens.capital(i + 2):
            last = right(tokens, i + 2)
        else:
            return None
    return tokens.match(i, last, capitalised(tokens.between(i, last)), kind, 0.85)


def _people(tokens: Tokens, k: int) -> int:
    """The last token of whom an association is of, k being what they are: "Gode män i Hult"; k where none are told."""
    low, noun = tokens.low, k + 1
    if low[k] not in words("people") or noun >= len(tokens) or tokens.gap[noun] or tokens.capital(noun):
        return k
    if not low[noun].isalpha() or len(low[noun]) < 3 or low[noun] in words("nopeople") or ACTS.search(low[noun]):
        return k
    seat = noun + 2
    seated = low[noun + 1 : seat] in (["i"], ["på"]) and seat < len(tokens) and tokens.capital(seat)
    return seat if seated and not (tokens.gap[seat] or tokens.gap[noun + 1]) else noun


@cache
def words_led() -> dict[str, PartyType]:
    """The leading words and the type of what they lead."""
    kinds: tuple[tuple[str, PartyType], ...] = (
        ("led-company", "company"), ("led-association", "association"), ("led-other", "other"),
        ("led-administration", "administration"), ("led-region", "region"), ("led-body", "body"),
        ("led-authority", "authority"),
    )  # fmt: skip
    return {word: kind for use, kind in kinds for word in words(use)}


def club(tokens: Tokens, i: int) -> NameMatch | None:
    """A sports club whose letters stand before its name: IK Tor, IFK Kalmar."""
    k = i + 1
    if not tokens.text[i].isupper() or k >= len(tokens) or tokens.gap[k] or not tokens.capital(k):
        return None
    if tokens.text[k].isupper() or len(tokens.text[k]) < 3 or suffix_of(tokens.low[k]) is not None:
        return None
    return tokens.match(i, k, nominative(tokens, i, k), "association", 0.8)


def trailed(tokens: Tokens, i: int, kind: PartyType) -> NameMatch | None:
    """A name that ends with a common noun: Södra Älvsborgs sjukhus, Friskis IF, Københavns Kommune, Kiruna Bostäder."""
    low = tokens.low
    small = kind == "other" or (len(low[i]) > 4 and low[i] not in words("trail-company") | words("trail-capital"))
    if not tokens.capital(i) and not small:
        return None
    if len(low[i]) <= 3 and not tokens.text[i].isupper():
        return None
    first = i
    while first >= 1 and tokens.gap[first] == 0 and first > i - 4:
        k = first - 1
        if low[k] == "läns" and first == i and k >= 1 and tokens.capital(k - 1):
            first = k  # Jämtlands läns museum
            continue
        if (
            not tokens.capital(k)
            or not low[k][0].isalpha()
            or low[k] in words("start")
            or low[k].endswith(PAPERS)
            or suffix_of(low[k]) is not None
            or words_led().get(low[k]) == "body"
        ):
            break
        first = k
    fund = low[i].endswith("fonden")  # Europeiska socialfonden
    alone = kind == "other" and first == i - 1 and tokens.opens(first) and not tokens.capital(i) and not fund
    if alone and not (low[first].endswith("s") or _place(low[first])):
        return None  # "Många sjukhus"
    if first == i or (low[i] in words("trail-company") and not _place(low[first])):
        return None
    return tokens.match(first, i, tokens.between(first, i), kind, 0.8)


def housing(tokens: Tokens, i: int) -> NameMatch | None:
    """A municipality's company, or a local party, by its bare name: Alingsåshem, Piteåbuss, Ydrelistan."""
    if not tokens.capital(i):
        return None
    if tokens.low[i].endswith("listan"):
        local = _place(tokens.low[i].removesuffix("listan"))
        return tokens.match(i, i, tokens.text[i], "association", 0.8) if local else None
    low = tokens.low[i] if tokens.low[i].endswith("buss") else tokens.low[i].removesuffix("s")
    for ending in OWN_COMPANIES:
        if low.endswith(ending) and _place(low.removesuffix(ending)):
            return tokens.match(i, i, tokens.text[i][: len(low)], "company", 0.8)
    return None


def _place(word: str) -> bool:
    return word in places() or word.removesuffix("s") in places()
