"""Companies and associations that are told by their form: AB, ek. för., Stiftelsen, Brf, -förbundet."""

from functools import cache

from pipeline.forms.names_tables import Suffix, places, suffix_of, words
from pipeline.forms.names_tokens import NameMatch, Tokens, capitalised
from pipeline.tables import PartyType

FORMS = frozenset(
    {"ab", "hb", "kb", "aktiebolag", "handelsbolag", "kommanditbolag", "aktiebolaget", "oy", "aps", "a/s"}
) | {*("abp", "oyj", "asa", "gmbh", "ltd", "plc", "inc", "llc")}
COMMON_NOUNS = ("koncernen", "bolaget", "företaget", "firman", "leverantören", "entreprenören", "konsulten", "byrån")
# printed with a capital these belong to the name: Advokatfirman Ek HB
# what a business is in the matter: no part of its name wherever it stands
ROLES = (
    *("ägaren", "exploatören", "byggherren", "hyresvärden", "arrendatorn", "köparen", "säljaren", "sökanden"),
    *("operatören", "anordnaren", "utföraren", "hyresgästen", "bidragsgivaren", "konsulten", "entreprenören"),
    *("långivaren", "borgenären", "tomträttshavaren", "nyttjanderättshavaren", "fordringsägaren"),
)
# kinds of companies; printed with a capital elsewhere, or of a rarer kind, they begin a name: Biogasbolaget Söder AB
KINDS = frozenset(
    (
        *(
            "bolaget",
            "företaget",
            "dotterbolaget",
            "moderbolaget",
            "fastighetsbolaget",
            "byggbolaget",
            "konsultbolaget",
        ),
        *(
            "energibolaget",
            "bostadsbolaget",
            "konsultföretaget",
            "byggföretaget",
            "entreprenadföretaget",
            "aktiebolaget",
        ),
        *(
            "vårdföretaget",
            "assistansbolaget",
            "vindkraftsbolaget",
            "gruvbolaget",
            "skogsbolaget",
            "försäkringsbolaget",
        ),
        *("telekombolaget", "bussbolaget", "trafikbolaget", "exploateringsbolaget", "byggnadsföretaget", "företagen"),
        *("revisionsbolaget", "revisionsföretaget", "it-företaget", "it-bolaget", "vårdbolaget", "medlemsföretaget"),
    )
)
OFFICE_NOUNS = frozenset({"firman", "byrån", "konsultfirman", "konsultbyrån", "konsultföretaget"})
PLURALS = ("or", "ar", "ing", "eri", "teknik", "bygg", "service", "tjänst", "tjänster", "vård", "handel", "frakt")
OWN_COMPANIES = ("hem", "bostäder", "bostader", "buss")
# where an association of pupils, parents or employees has its seat
SEATS = ("skolan", "skola", "gymnasiet", "gymnasium", "universitet", "högskola", "sjukhus", "sjukhuset", "lasarett")
# adjectives that tell of no people: "Ekonomiska föreningen" is a common noun
THINGS = frozenset({"ekonomiska", "juridiska", "politiska", "fackliga", "kritiska", "tekniska", "praktiska", "ideella"})
# before a year
DATED = frozenset(
    (
        *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november"),
        *("december", "hösten", "våren", "sommaren", "vintern", "år", "vecka", "tertial", "kvartal", "årsskiftet"),
    )
)
LINKS = frozenset({"i", "för", "av", "på", "&", "och", "vid", "mot", "till"})


def right(tokens: Tokens, i: int) -> int:
    """The last token of a name that goes on to the right of i with capitals, over "i", "för", "&" and "län"."""
    low, last, k = tokens.low, i, i + 1
    while k < len(tokens) and tokens.gap[k] == 0 and k - i < 12:
        if tokens.capital(k) and low[k][0].isalpha():
            if suffix_of(low[k]) is not None and not tokens.text[k - 1].endswith("-") and k - 1 == last:
                break
            last = k
        elif low[k] in {"län", "läns"} and last == k - 1 and last > i:
            last = k
        elif not (low[k] in {"i", "för", "av", "på", "&"} and k == last + 1):
            break
        k += 1
    return last


def company(tokens: Tokens, i: int) -> NameMatch | None:
    """A company or ekonomisk förening whose form stands at i: last (Taxi Kullen AB) or first (AB Alingsåshem)."""
    low, text = tokens.low, tokens.text
    genitive = low[i].endswith(":s")
    last, kind = i, "company"
    if low[i] in {"ek", "ekonomisk"}:
        if low[i + 1 : i + 4] == [".", "för", "."]:
            last = i + 3
        elif low[i + 1 : i + 2] in (["för"], ["förening"]):
            last = i + 1 + (low[i + 2 : i + 3] == ["."])
            last = i + 1 if low[i + 1] == "förening" else last
        else:
            return None
        kind = "association"
    elif not tokens.capital(i) and low[i] not in {"aktiebolag", "handelsbolag", "kommanditbolag"}:
        return None
    form: PartyType = "association" if kind == "association" else "company"
    begin = i - 1 if i >= 2 and low[i - 1] == "," and kind == "association" else i
    first = begin
    while first >= 1 and tokens.gap[first] == 0 and begin - first < 10:
        k = first - 1
        if text[k][0].isupper() or (text[k][0].isdigit() and first < begin):
            if low[k] in FORMS or _office(low[k]) or (low[k] in words("start") and tokens.opens(k)):
                break
            if low[k] in words("paper") and first < begin:
                break  # "Bilaga 3 Offert Ek AB"
            if _common(low[k]) and first < begin and text[first][0].isupper():
                break
            first = k
        elif first == begin and _numbered(tokens, k):  # noqa: SIM114
            first = k
        elif first == begin and _lower_noun(tokens, k, last):  # noqa: SIM114
            first = k
        elif first < begin and k >= 1 and low[k] in {"läns", "kommuns", "stads"} and text[k - 1][0].isupper():  # noqa: SIM114
            first = k
        elif (low[k] == "&" and first < begin) or (
            low[k] in {"i", "och", "på"} and first < begin and k >= 1 and _joined(tokens, k, first)
        ):
            first = k
        else:
            break
    while first < begin and (
        not text[first][0].isalnum()
        or text[first][0].islower()
        or low[first] in {"i", "och", "på"}
        or _of_cell(tokens, first)
    ):
        first += 1
    if first == begin - 1 and low[first] in words("preform") and (end := right(tokens, i)) > i:
        return tokens.match(first, end, tokens.between(first, end), form, 0.9)  # Fastighets AB Norrporten
    if first < begin:
        if low[last + 1 : last + 4] == ["(", "publ", ")"]:
            return tokens.match(first, last + 3, tokens.between(first, last), form, 0.92)
        name = tokens.between(first, last)
        return tokens.match(first, last, name[:-2] if genitive else name, form, 0.92)
    if kind == "company" and (end := right(tokens, i)) > i:
        return tokens.match(i, end, _nominative(tokens, i, end), form, 0.88)
    return None


def _of_cell(tokens: Tokens, k: int) -> bool:
    """Whether a number before a company's name is another cell's of a table: "1.410.000 1999-05-15 Ek AB"."""
    text = tokens.text
    if not text[k][0].isdigit():
        return False
    before = text[k - 1] if k and not tokens.gap[k] else ""
    dated = len(text[k]) == 4 and before.lower() in DATED
    return dated or "-" in text[k] or text[k + 1][0].isdigit() or before[:1].isdigit() or before in (".", ",", "-")


def _office(low: str) -> bool:
    """Whether a word left of a company's name is another's: "Tekniska förvaltningen Ek AB"; Revision AB is a name."""
    suffix = suffix_of(low)
    return suffix is not None and (suffix.definite or suffix.genitive or suffix.nominative in ("nämnd", "styrelse"))


def _common(low: str) -> bool:
    """Whether a word says only what kind of company follows: "Konsultföretaget Ek AB"."""
    if low.endswith(("firman", "byrån")):
        return low in OFFICE_NOUNS
    if low.endswith(("bolaget", "företaget")):
        return low in KINDS
    return low.endswith(ROLES) or low.endswith(COMMON_NOUNS)


def _numbered(tokens: Tokens, k: int) -> bool:
    """Whether a number ends a company's name: "Tele2 AB", "Bygg 2000 AB"."""
    if k < 1 or not tokens.text[k].isdigit() or tokens.gap[k] or not tokens.capital(k - 1):
        return False
    glued = tokens.end[k - 1] == tokens.start[k]
    return tokens.low[k - 1] not in words("paper") and (glued or len(tokens.text[k]) == 4)


def _lower_noun(tokens: Tokens, k: int, last: int) -> bool:
    """Whether a word in small letters before the form belongs to the name: "Karlssons bygg AB"."""
    low, text = tokens.low, tokens.text
    if k < 1 or tokens.gap[k] or not low[k].isalpha() or len(low[k]) < 3 or low[k] in words("start"):
        return False
    if last + 1 < len(tokens) and not tokens.gap[last + 1] and tokens.capital(last + 1):
        return False
    before = low[k - 1]
    return before in {"läns", "kommuns"} or (text[k - 1][0].isupper() and len(before) > 3 and before.endswith("s"))


def _joined(tokens: Tokens, k: int, first: int) -> bool:
    """Whether "i" or "och" at k stands within a company's name and not between two names."""
    low, before = tokens.low, tokens.text[k - 1]
    if (
        tokens.gap[k]
        or not before[0].isupper()
        or low[k - 1] in FORMS
        or (low[k - 1] in words("start") and tokens.opens(k - 1))
    ):
        return False
    if suffix_of(low[k - 1]) is not None and low[k] == "och":
        return False
    single = low[first + 1 : first + 2] in (["ab"], ["hb"], ["kb"]) and low[first].endswith(PLURALS)
    trades = low[first] in words("noun") or low[k - 1] in words("noun")
    return low[k] != "och" or trades or before.endswith("-") or single


def _nominative(tokens: Tokens, first: int, last: int) -> str:
    """The name without the genitive s of a last word that is a place with s: "AB Alingsåshems"."""
    name = tokens.between(first, last)
    low = tokens.low[last]
    return name[:-1] if low.endswith(("hems", "bostäders", "bos")) else name


def society(tokens: Tokens, i: int, suffix: Suffix) -> NameMatch | None:
    """An association round a word such as Kulturföreningen, studieförbund, sameby."""
    low, text = tokens.low, tokens.text
    first, last = i, i
    halves = i >= 2 and low[i - 1] in {"och", "&"} and low[i - 2].endswith("-") and tokens.capital(i - 2)
    if suffix.definite and (tokens.capital(i) or halves) and not suffix.genitive:
        last = right(tokens, i)
    if halves and suffix.definite:
        return tokens.match(i - 2, last, tokens.between(i - 2, last), suffix.type, 0.85)
    if last == i:
        while first >= 1 and tokens.gap[first] == 0 and first - 1 > i - 6 and _belongs(tokens, first - 1, i, suffix):
            first -= 1
        if first == i and i >= 3 and low[i - 2] in {"och", "&"} and low[i - 3].endswith("-") and tokens.capital(i - 3):
            first = i - 3  # Hjärt- och lungsjukas förening
        while first < i and (low[first] in LINKS or (tokens.opens(first) and low[first] in words("start"))):
            first += 1
        shouted = i >= 1 and text[i - 1].isupper() and len(text[i - 1]) > 1 and low[i - 1] not in words("start")
        if first == i and shouted and not tokens.gap[i]:
            first = i - 1
    if first < i and _initials(tokens, first, i):
        first += 1
    if first == last and not suffix.genitive and (end := _seat(tokens, i)) > i and tokens.capital(i):
        last = end
    if first == last:
        if low[i] in words("generic"):
            return None
        party = low[i].endswith("partiet")  # no common noun, also where it opens a sentence
        if suffix.bare or not suffix.definite or not tokens.capital(i) or (tokens.opens(i) and not party):
            return None
    if first < i and suffix.bare and suffix.definite and not (low[i - 1].endswith("ska") and low[i - 1] not in THINGS):
        return None
    if text[first].islower():
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
    if not tokens.capital(i) or (
        kind == "region" and tokens.low[i + 1 : i + 2] and tokens.low[i + 1] in words("compass")
    ):
        return None
    if kind == "region" and i and not tokens.gap[i] and tokens.capital(i - 1):
        return None  # Trafikverket Region Syd
    last = right(tokens, i) if kind != "region" else min(right(tokens, i), i + 1)
    if last == i:
        if tokens.low[i + 1 : i + 2] == ["efter"] and i + 2 < len(tokens) and tokens.capital(i + 2):
            last = right(tokens, i + 2)
        else:
            return None
    return tokens.match(i, last, tokens.between(i, last), kind, 0.85)


@cache
def words_led() -> dict[str, PartyType]:
    """The leading words and the type of what they lead."""
    kinds: tuple[tuple[str, PartyType], ...] = (
        ("led-company", "company"), ("led-association", "association"), ("led-other", "other"),
        ("led-administration", "administration"), ("led-region", "region"),
    )  # fmt: skip
    return {word: kind for use, kind in kinds for word in words(use)}


def club(tokens: Tokens, i: int) -> NameMatch | None:
    """A sports club whose letters stand before its name: IK Tor, IFK Kalmar."""
    k = i + 1
    if not tokens.text[i].isupper() or k >= len(tokens) or tokens.gap[k] or not tokens.capital(k):
        return None
    if tokens.text[k].isupper() or len(tokens.text[k]) < 3 or suffix_of(tokens.low[k]) is not None:
        return None
    return tokens.match(i, k, _nominative(tokens, i, k), "association", 0.8)


def trailed(tokens: Tokens, i: int, kind: PartyType) -> NameMatch | None:
    """A name that ends with a common noun: Södra Älvsborgs sjukhus, Friskis IF, Københavns Kommune, Kiruna Bostäder."""
    low = tokens.low
    small = kind == "other" or (len(low[i]) > 4 and low[i] not in words("trail-company"))
    if not tokens.capital(i) and not small:
        return None
    if len(low[i]) <= 3 and not tokens.text[i].isupper():
        return None
    first = i
    while first >= 1 and tokens.gap[first] == 0 and first > i - 4:
        k = first - 1
        if (
            not tokens.capital(k)
            or not low[k][0].isalpha()
            or low[k] in words("start")
            or suffix_of(low[k]) is not None
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
