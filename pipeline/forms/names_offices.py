"""Bodies, offices and authorities that are told by how their last word ends, or by their first word."""

import re

from pipeline.forms.names_firms import listed, right
from pipeline.forms.names_tables import VERB, Suffix, places, suffix_of, words
from pipeline.forms.names_tokens import NameMatch, Tokens, capitalised

OFFICES = frozenset({"body", "administration", "authority"})
ADJECTIVE_END = re.compile(
    r"(?:ella|iga|ska|ala|iva|ära|bara|(?:sö|no|syd|nord)?(?:dra|rra|stra)|ande|lika|fria|goda|nya|unga|äldre|egna|sk|lig|ell|(?:gemen|verk)sam(?:ma)?|(?:on|ci|tr|t)al)$"
)

QUARTERS = frozenset({"norra", "södra", "östra", "västra", "mellersta", "inre", "yttre", "övre", "nedre"})
# what the quarter of a region ends with: "Södra Skogslänsregionen", "Mellersta Norrland"
REGIONS = ("regionen", "norrland", "sverige", "svealand", "götaland", "länen")


def office(tokens: Tokens, i: int, suffix: Suffix) -> NameMatch | None:
    """The body or office round the word i, which ends like one; None where the word is used as a common noun."""
    first, last, name = _with_halves(tokens, i, suffix)
    low = tokens.low
    if low[i] == "råd" and i and low[i - 1] == "allmänna":
        return None  # "Socialstyrelsens allmänna råd": a paper of that authority's
    adjective = first == i and i >= 1 and low[i - 1] in words("adjective") and tokens.gap[i] < 2
    # whose: "kommunstyrelsens arbetsutskott", "Malmö stadsrevision", "kommunstyrelsens tekniska utskott"
    of = first - 1 if not adjective else first - 2
    if of >= 0 and not suffix.definite and tokens.gap[of + 1] < 2:
        owner = suffix_of(low[of])
        heading = suffix.bare and suffix.nominative == "beredning"  # "Arbetsutskottets beredning": what it did
        if owner is not None and owner.genitive and owner.type in OFFICES and not heading:
            whose = office(tokens, of, owner)
            if whose is not None:
                start = tokens.start.index(whose.start)
                rest = f"{low[first - 1]} {name}" if adjective else name
                return tokens.match(start, last, f"{whose.name}s {rest}", suffix.type)
    if adjective:
        strict = low[i - 1] not in words("loose") or tokens.capital(i - 1)
        if strict and (i < 2 or low[i - 2] not in {"den", "det", "de", "en", "ett"} or not suffix.bare):
            first, name = i - 1, f"{low[i - 1]} {name}"
    placed = False
    seated = not suffix.bare or suffix.type == "authority"  # Lapplands räddningsverk
    if not suffix.definite and seated and first >= 1 and tokens.gap[first] == 0 and tokens.capital(first - 1):
        word = low[first - 1]
        parted = suffix.nominative.startswith(("stadsdels", "kommundels"))
        owner = suffix_of(word)
        if owner is not None and owner.genitive and owner.type == "association":
            return None  # Svenska Kommunförbundets Kalmaravdelning
        if suffix.type == "administration" and word.endswith(":s"):
            return None  # an association's, known by its letters: "LRF:s lokalavdelning"
        if (word in places() or word.endswith("s") or parted) and word not in words("start") and word[0].isalpha():
            first -= 1
            shown = tokens.text[first]
            name, placed = f"{shown.capitalize() if shown.isupper() else shown} {name}", True
            if first >= 1 and low[first - 1] in QUARTERS and tokens.capital(first - 1) and not tokens.gap[first]:
                first -= 1
                name = f"{tokens.text[first]} {name}"  # Norra Hults räddningsverk
            if first >= 1 and low[first - 1] == "region" and not tokens.gap[first]:
                first -= 1
                name = f"Region {name}"
    leads = suffix.bare or low[i] in words("leadwhole")
    whole = first == i or (adjective and first == i - 1)
    if (
        leads
        and whole
        and not suffix.genitive
        and low[i] in words("leadfor")
        and (tokens.capital(first) or _of_office(tokens, first))
    ):
        end, tail = purpose(tokens, i)
        if end > i:
            placed_at = _in_county(tokens, end + 1) if low[end + 1 : end + 2] == ["i"] else 0
            if placed_at or (low[end + 1 : end + 2] == ["i"] and (placed_at := _quarter(tokens, end + 2))):
                tail, end = f"{tail} {tokens.between(end + 1, placed_at)}", placed_at
            lead = " ".join(low[first : i + 1])
            return tokens.match(first, end, f"{capitalised(lead)} {tail}", suffix.type, 0.85)
    if low[i] in {"nämnden", "utskottet"} and tokens.capital(i) and low[i + 1 : i + 2] and not tokens.gap[i + 1]:
        end = listed(tokens, i + 1)
        if tokens.capital(i + 1) and low[i + 1] in words("topic"):  # Nämnden Lärande, Nämnden Liv och hälsa
            return tokens.match(i, end, tokens.between(i, end), "body", 0.85)
    told = tokens.capital(i) or (suffix.definite and any(tokens.capitals[i + 1 : i + 2]))  # "hos servicenämnden IT"
    if low[i] in BY_FIELD and told:
        end, tail = _field(tokens, i + 1)
        if end > i:  # Programnämnd samhällsbyggnad, Myndighetsnämnden bygg och miljö
            return tokens.match(i, end, capitalised(f"{tokens.text[i]} {tail}"), "body", 0.85)
    if suffix.nominative == "räddningstjänsten" and not suffix.genitive and (end := right(tokens, i)) > i:
        return tokens.match(i, end, tokens.between(i, end), "association", 0.85)
    after = low[last + 1] if last + 1 < len(low) and tokens.gap[last + 1] == 0 else ""
    divided = low[i].startswith(("stadsdels", "område", "lokal", "kommundels", "distrikts"))
    if after and not suffix.genitive and (tokens.capital(last + 1) or (divided and after == "i")):
        if (after in words("compass") and not suffix.bare) or (
            divided and after.replace("-", "").isalpha() and after not in words("start")
        ):
            last += 1
            name, placed = f"{name} {tokens.text[last]}", True
            beyond = low[last + 1 : last + 2]
            part = divided or (beyond and (beyond[0] in words("landscape") or beyond[0] in places()))
            part = part or (beyond and beyond[0].endswith(REGIONS))
            if part and low[last] in QUARTERS and right(tokens, last) == last + 1:
                last += 1
                name = f"{name} {tokens.text[last]}"  # Stadsdelsnämnden Norra Hisingen
        elif divided and suffix.type == "body" and after == "i" and last + 2 < len(low) and tokens.capital(last + 2):
            name, last = f"{name} {after} {tokens.text[last + 2]}", last + 2
    if after == "i" and suffix.type == "body" and not suffix.genitive and (end := _quarter(tokens, last + 2)):
        name, last = f"{name} {tokens.between(last + 1, end)}", end
    if suffix.bare and first == last and not suffix.alone:
        return None
    work = after in {"för", "inför", "av"} or (
        after != "den" and i > 0 and low[i - 1] in {"i", "under", "inför", "vid", "till"}
    )
    if low[i] == "budgetberedningen" and work and not tokens.capital(i):
        return None  # "i budgetberedningen för 2009", "beaktas i budgetberedningen": work, no board
    if not suffix.definite and not placed:
        return None
    return tokens.match(first, last, capitalised(name), suffix.type)


# bodies that are told apart by their field alone
BY_FIELD = frozenset(
    stem + ending
    for stem in ("service", "program", "fack", "drift", "drifts", "myndighets", "verksamhets", "beställar", "utförar")
    for ending in ("nämnd", "nämnden", "utskott", "utskottet")
) | {"nämnd", "utskott"}


def _field(tokens: Tokens, k: int) -> tuple[int, str]:
    """The last token and the words of the field that a body is called by: "barn och utbildning", "social välfärd".

    k - 1 and nothing where none stands there. The genitive of its last word is undone.
    """
    low, known = tokens.low, words("topic") | words("unit")
    last, first = k - 1, k
    while k < len(low) and k < last + 4 and tokens.gap[k] == 0:
        if low[k] not in known and ADJECTIVE_END.search(low[k]) and k + 1 < len(low) and not tokens.gap[k + 1]:
            k += 1  # "social välfärd"
        if low[k] not in known:
            if low[k].removesuffix("s") in known and not (low[k + 1 : k + 2] and low[k + 1] in ("och", "&")):
                return k, tokens.between(first, k)[:-1]
            break
        last = k
        joined = k + 2 < len(low) and low[k + 1] in ("och", "&", ",") and not (tokens.gap[k + 1] or tokens.gap[k + 2])
        if not joined:
            break
        k += 2
    return last, tokens.between(first, last) if last >= first else ""


def _of_office(tokens: Tokens, k: int) -> bool:
    """Whether an office stands before the comma at k - 1: "Stadskansliet, enheten för juridik"."""
    office = suffix_of(tokens.low[k - 2]) if k > 1 and tokens.low[k - 1] == "," and not tokens.gap[k] else None
    return office is not None and office.type == "administration" and tokens.capital(k - 2)


def _quarter(tokens: Tokens, k: int) -> int:
    """The last token of a part of a county at k: "norra Bohuslän", "Östra Skaraborg"; 0 where none stands there."""
    low = tokens.low
    if k + 1 >= len(low) or tokens.gap[k] > 1 or tokens.gap[k + 1] or not tokens.capital(k + 1):
        return 0
    quarter = low[k] in QUARTERS or (low[k].endswith(("östra", "västra")) and len(low[k]) < 11)
    return k + 1 if quarter and suffix_of(low[k + 1]) is None else 0


def _with_halves(tokens: Tokens, i: int, suffix: Suffix) -> tuple[int, int, str]:
    """The word with the other halves of its compound: "natur-, bygg- och miljönämnden", "Vård och omsorgsnämnden"."""
    low = tokens.low
    printed = tokens.text[i][: len(suffix.nominative)]
    alone = printed if printed[:2].isupper() and not printed.isupper() else suffix.nominative  # IT-enheten
    if i < 1 or not (low[i - 1] in _LINKS or low[i - 1].endswith("-och")):
        return i, i, alone
    worn = _worn_half(tokens, i)
    if worn:
        return worn[0], i, f"{worn[1]}- och {suffix.nominative}"
    if i < 2 or low[i - 1] not in _LINKS:
        return i, i, alone
    left = i - 2
    stem = low[i - 1] not in _WORN_LINKS and low[left] in words("stem") and tokens.capital(left)
    stem = stem and (not tokens.capital(i) or (suffix.type in OFFICES and low[i - 1] == "och"))
    half = low[left].endswith("-") and len(low[left]) > 2
    goes_on = half and (not tokens.capital(i) or tokens.text[left].isupper())
    if not (half or stem) or (tokens.gap[i] > 1 and not goes_on):
        return i, i, alone  # a half in a narrow column has nothing but the other half to go with, however far below
    first = left
    while first >= 2 and low[first - 1] == "," and low[first - 2].endswith("-"):
        first -= 2
    halves = [low[k] for k in range(first, i)]
    if not halves[-2].endswith("-"):
        halves[-2] += "-"
    if halves[-1] in _WORN_LINKS:
        halves[-1] = "och"
    return first, i, f"{' '.join(halves)} {suffix.nominative}".replace(" ,", ",")


_WORN_LINKS = frozenset({"o", "oeh"})
_LINKS = frozenset({"och", "&", "samt"}) | _WORN_LINKS
_HYPHENS = frozenset("-~=_¬")  # as a machine reads one, which may then stand apart
_DASHES = frozenset("–—")


def _worn_half(tokens: Tokens, i: int) -> tuple[int, str] | None:
    """The first token and the stem of a half whose hyphen is out of its place: "Barn-och", "barn -och", "barn--och"."""
    low = tokens.low
    if low[i - 1].endswith("-och"):
        left, stem, told = i - 1, low[i - 1].removesuffix("-och"), True
    elif i > 2 and (low[i - 2] in _HYPHENS or (low[i - 2] in _DASHES and tokens.end[i - 3] == tokens.start[i - 2])):
        left, stem = i - 3, low[i - 3].rstrip("-")
        told = low[left].endswith("-") or stem in words("stem")
    else:
        return None
    known = told and len(stem) > 2 and stem.isalpha() and suffix_of(stem) is None
    return (left, stem) if known and tokens.gap[i] < 2 else None


def purpose(tokens: Tokens, i: int) -> tuple[int, str]:
    """The end and the words of "för arbete och välfärd" after the token i; i itself where there is none."""
    low = tokens.low
    k = i + 2
    if k >= len(low) or low[i + 1] not in {"för", "av"} or tokens.gap[i + 1] > 1:
        return i, ""
    end = i
    while k < len(low) and tokens.gap[k] < 2 and low[k][0].isalpha() and low[k] not in words("purpose"):
        more = k + 1 < len(low) and low[k + 1][0].isalpha() and low[k + 1] != "och" and not VERB.search(low[k + 1])
        field = more and tokens.capital(k) and tokens.capital(k + 1) and low[k + 1] in words("unit")  # Trygg Omsorg
        if field or (more and ADJECTIVE_END.search(low[k])):
            k += 1
        if low[k] == "omsorg" and low[k + 1 : k + 2] == ["om"] and k + 2 < len(low) and low[k + 2][0].isalpha():
            k += 2  # Nämnden för omsorg om funktionshindrade
        end = k
        if k + 2 >= len(low) or low[k + 1] not in {"och", ",", "samt", "&"} or tokens.gap[k + 1]:
            break
        k += 2
        told = suffix_of(low[k])
        if told is not None and told.definite and told.type in OFFICES:
            break  # the next office: "Beredningen för äldre, nämnden och kontoret"
        if low[k - 1] == "," and not (k + 1 < len(low) and low[k + 1] in {"och", "samt", ",", "&"}):
            break
        if tokens.capital(k) and not tokens.capital(i + 2):
            break
    if end == i:
        return i, ""
    return end, tokens.between(i + 1, end)


def institute(tokens: Tokens, i: int) -> NameMatch | None:
    """ "Institutet för framtidsstudier": named by what it is for."""
    end, tail = purpose(tokens, i) if tokens.capital(i) else (i, "")
    return tokens.match(i, end, f"Institutet {tail}", "other", 0.85) if end > i else None


def sector(tokens: Tokens, i: int) -> NameMatch | None:
    """ "Sektor samhällsbyggnad", "Sektor barn och utbildning"."""
    low = tokens.low
    if i + 1 >= len(low) or tokens.gap[i + 1] or not low[i + 1][0].isalpha() or low[i + 1] in words("start"):
        return None
    last = i + 1
    more = i + 3 < len(low) and low[i + 2] in {"och", "&"} and low[i + 3][0].isalpha() and not tokens.gap[i + 3]
    if more and low[i + 3] != "sektor":
        last = i + 3
    return tokens.match(i, last, tokens.between(i, last), "administration", 0.85)


def court(tokens: Tokens, i: int) -> NameMatch | None:
    """An authority that has one in each county or town: "Kammarrätten i Göteborg", "Eksjö tingsrätt"."""
    low = tokens.low
    nominative = low[i] if low[i] in words("regional") else low[i].removesuffix("s")
    first, last = i, i
    name = capitalised(nominative)
    if nominative in {"tingsrätt", "hovrätt"}:
        if i == 0 or not tokens.capital(i - 1) or tokens.gap[i]:
            return None
        name = f"{tokens.text[i - 1]} {nominative}"
        joint = low[i + 1 : i + 5]
        if joint[:3] == [",", "mark-", "och"] and joint[3:] and joint[3] in words("division") and low[i] == nominative:
            return tokens.match(i - 1, i + 4, f"{name}, mark- och {low[i + 4]}", "authority")
        division = i + 2 < len(low) and low[i + 1] == "," and low[i + 2] in words("division")
        if division and low[i] == nominative:
            return tokens.match(i - 1, i + 2, f"{name}, {low[i + 2]}", "authority")
        return tokens.match(i - 1, i, name, "authority")
    if i >= 2 and low[i - 1] == "och" and low[i - 2] == "mark-":
        first, name = i - 2, f"Mark- och {nominative}"
    elif i and low[i - 1] == "mark-och" and nominative.startswith("miljö"):
        first, name = i - 1, f"Mark- och {nominative}"
    k = i + 1
    if nominative == low[i] and (cut := _cut_county(tokens, k)):
        last, place = cut  # an OCR has lost the word's end: "Länsstyrelsen i Norrbottens ldn"
        return tokens.match(first, last, f"{name} i {place} län", "authority")
    if nominative == low[i] and k + 1 < len(low) and low[k] in {"i", "för", "över", "vid"} and tokens.capital(k + 1):
        county = low[k + 2 : k + 3] == ["län"] or low[k + 1] in _counties()
        if county or not nominative.startswith("polis"):
            last = k + 1
            if low[k + 2 : k + 3] in (["kommun"], ["stad"]) and not tokens.gap[k + 2]:
                return tokens.match(first, k + 2, f"{name} {tokens.between(k, k + 2)}", "authority")
    elif nominative == low[i] and k < len(low) and not tokens.gap[k] and tokens.capital(k) and low[k] in _counties():
        last = k
    if last > i:
        if last + 1 < len(low) and low[last].endswith("a") and tokens.capital(last + 1) and not tokens.gap[last + 1]:
            last += 1
        if last + 1 < len(low) and low[last + 1] in {"tingsrätt", "hovrätt", "tingsrätts"} and not tokens.gap[last + 1]:
            last += 1
            return tokens.match(first, last, f"{name} {tokens.between(i + 1, last).removesuffix('s')}", "authority")
        if last + 1 < len(low) and low[last + 1] in {"län", "läns"} and not tokens.gap[last + 1]:
            last += 1
        owned = low[last] == "läns" or (low[last].endswith("s") and low[last][:-1] in _counties())
        name += " " + tokens.between(i + 1, last).removesuffix("s" if owned else "\0")
    if last == first and nominative == "polisen":
        return None
    return tokens.match(first, last, name, "authority")


def _in_county(tokens: Tokens, k: int) -> int:
    """The last token of "i Kalmar län" at k, 0 where none stands there."""
    low, far = tokens.low, 4 if tokens.low[k + 1 : k + 2] == ["västra"] else 3
    if low[k : k + 1] != ["i"] or low[k + far - 1 : k + far] != ["län"] or any(tokens.gap[k : k + far]):
        return 0
    told = tokens.capital(k + 1) and (low[k + 1] in _counties() or low[k + 1].removesuffix("s") in _counties())
    return k + far - 1 if told else 0


def _cut_county(tokens: Tokens, k: int) -> tuple[int, str] | None:
    """The last token, and the name, of a county in the genitive at k, after "i", whose "län" is missing or misread."""
    low = tokens.low
    if k + 1 >= len(low) or low[k] not in {"i", "a", "1", "l"} or tokens.gap[k] or tokens.gap[k + 1]:
        return None
    n = k + 2 if low[k + 1] == "västra" and low[k + 2 : k + 3] == ["götalands"] and not tokens.gap[k + 2] else k + 1
    if not low[n].endswith("s") or low[n] not in _counties() | {"götalands"} or not tokens.capital(n):
        return None
    after = low[n + 1] if n + 1 < len(low) and not tokens.gap[n + 1] else ""
    if after == "län" and low[k] == "i":
        return None
    whole = low[n] in {"jönköpings", "götalands", "västerbottens", "norrbottens", "västernorrlands", "gävleborgs"}
    misread = re.fullmatch(r"[l1i|][a-zäåé1]{0,3}", after) is not None and after not in {"i", "in"}
    if not (misread or (whole and not after.isalpha())) or (n == k + 1 and low[n] == "götalands"):
        return None
    return (n + 1 if misread else n), tokens.between(k + 1, n)


def _counties() -> frozenset[str]:
    return words("county")
