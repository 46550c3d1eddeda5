"""Branches of national associations (PRO Tibro, FUB i Borås, avdelning 41), and unions whose names are common words."""

import re
from dataclasses import replace

from pipeline.forms.names_tables import places, suffix_of, words
from pipeline.forms.names_tokens import NameMatch, Tokens

_NAME = r"[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ]?[^\W\d_]+)?"
_NUMBERED = re.compile(
    r" (?:avdelning|avd\.?|distrikt|krets|sektion) (?:\d{1,3}|[A-ZÅÄÖ]\w+)\b| nr \d{1,3}\b"
    rf"| [Ss]amorganisation(?: i {_NAME})?\b"
)
# "Rädda Barnens lokalförening i Boden", "Röda Korsets Umeåkrets"
_LOCAL = re.compile(
    r"(?<=s) (?:lokalförening|lokalavdelning|lokalgrupp|lokalklubb|lokalkrets|kommungrupp|kommunförening|kommunkrets|"
    r"(?:[A-ZÅÄÖ][^\W\d_]+|läns|läns-|region)?(?:krets|distrikt|avdelning|förbund))"
    rf"(?: i {_NAME})?\b"
)
_REGION = re.compile(
    r" (?:[Rr]egion (?:Nord|Norr|Syd|Öst|Väst|Mitt|Stockholm|Mälardalen|Sydöst|Sydost|Sydväst|Skåne|Bergslagen)\b"
    r"|(?:Norra|Södra|Östra|Västra|Mellersta) [Bb]?(?:an)?[Rr]egionen\b)"
)
_DOUBLE = re.compile(r" [A-ZÅÄÖ][a-zåäö]+\b")
_IN = re.compile(rf" (?:i|på) (?P<place>{_NAME})(?: län)?(?! (?:kommun|stad|tingsrätt))\b")
_BESIDE = re.compile(
    r" (?:(?:[Rr]egion|[Dd]istrikt|[Ll]änsförbund) )?"
    rf"(?P<place>(?:(?:Norra|Södra|Östra|Västra|Mellersta) )?{_NAME})(?: län)?\b(?! (?:kommun|stad)\b)"
)
# "Samordningsförbundet i Mora, Orsa och Älvdalen": a federation named by its members
_MEMBERS = re.compile(rf"(?:, {_NAME}){{0,6}},? (?:och|&) (?P<last>{_NAME})(?! (?:kommun|stad)\b)")
_FEDERATION = ("samordningsförbundet", "kommunalförbundet", "räddningstjänstförbundet", "miljöförbundet")
# the regions of the structural funds and of highly specialised care
_QUARTER = "(?:[Nn]orra|[Ss]ödra|[Vv]ästra|[Öö]stra|[Mm]ellersta)"
_PARTS = re.compile(rf"(?: för| i)? {_QUARTER} [Ss]kogslänsregionen\b")
_GOAL = re.compile(
    rf"(?: för)? [Mm]ål \d(?: ?[ab])?\b(?: (?:i )?(?:{_QUARTER} )?[A-ZÅÄÖ][\w-]{{3,}}| {_QUARTER} skogslänsregionen)?"
)
_CARE = re.compile(r" (?:(?:i|för) )?(?:[\wåäö-]+ )?(?:sjukvårds)?region(?:en)?\b| (?:i|för) [\w-]+regionen\b")
_FORM = re.compile(r" (?:AB|HB)\b(?! [A-ZÅÄÖ])")
# who is called like a bird or a part of a town where no place stands beside it, and what such a part is led by
_PROPERTY = frozenset({"kvarteret", "kv", "fastigheten", "fastigheterna", "tomten", "tomtområdet", "byggnaden"})
_PART_OF = re.compile(r"\s(vid|hos|inom|på)\s")
# what follows a union's name in a sentence: "Vision har", "Kommunal och", "Vision."
_AFTER_UNION = frozenset(
    (
        *("och", "samt", "eller", "har", "hade", "är", "avstod", "yttrar", "anser", "begärde", "begär", "yrkade"),
        *("delar", "informerades", "deltog", "via", "om", "enligt", "den", "inte", "i", "utan", "genom", "respektive"),
        *("lämnade", ",", ".", ";", ")", ":"),
    )
)
# what a union does, and nothing does that is only called municipal: "Kommunal reserverade sig"
_UNION_ACTS = frozenset(
    (
        *(
            "har",
            "hade",
            "avstod",
            "avstår",
            "yrkar",
            "yrkade",
            "begär",
            "begärde",
            "begärt",
            "anser",
            "ansåg",
            "menar",
        ),
        *("menade", "reserverar", "reserverade", "godtar", "godtog", "accepterar", "accepterade", "tillstyrker"),
        *(
            "tillstyrkte",
            "avstyrker",
            "avstyrkte",
            "motsätter",
            "motsatte",
            "invänder",
            "invände",
            "framför",
            "framförde",
        ),
        *("framhåller", "framhöll", "påpekar", "påpekade", "befarar", "befarade", "instämmer", "instämde", "godkänner"),
        *("godkände", "välkomnar", "välkomnade", "kräver", "krävde", "vill", "ville", "yttrar", "yttrade", "deltog"),
        *(
            "informerades",
            "lämnar",
            "lämnade",
            "stöder",
            "stödjer",
            "stödde",
            "uppger",
            "uppgav",
            "noterar",
            "noterade",
        ),
    )
)


def branches(text: str, found: list[NameMatch]) -> list[NameMatch]:
    """The names, with the branch that stands behind an association's: "FUB i Borås", "Rädda Barnens lokalförening"."""
    return [
        _with_region(text, match)
        if match.type == "authority"
        else _with_branch(text, match)
        if match.type == "association" or match.name.lower() in words("branch-company")
        else _with_part(text, match)
        if match.type == "body"
        else _with_form(text, match)
        for match in found
    ]


def parts_of(text: str, found: list[NameMatch]) -> list[NameMatch]:
    """The names, those joined that are one: "Miljöprövningsdelegationen vid Länsstyrelsen i Örebro län"."""
    kept: list[NameMatch] = []
    for match in found:
        before = kept[-1] if kept else None
        if before and before.name.lower() in words("part") and match.type == "authority":
            link = _PART_OF.fullmatch(text, before.end, match.start)
            if link:
                kept[-1] = replace(match, start=before.start, name=f"{before.name} {link[1]} {match.name}")
                continue
        if before and before.name == "HSB" and match.name.lower().startswith("brf ") and match.start == before.end + 1:
            kept[-1] = replace(match, start=before.start, name=f"HSB {match.name}")
            continue
        kept.append(match)
    return kept


def _with_region(text: str, match: NameMatch) -> NameMatch:
    """The authority with its region: "Vägverket Region Norr", "Trafikverket, Region Väst" without the comma."""
    region = _REGION.match(text, match.end)
    return _longer(text, match, region.end()) if region and " " not in match.name else match


def _with_part(text: str, match: NameMatch) -> NameMatch:
    """The body with the part of the country, or the goal, that it is for: "Styrkommittén för Mål 1 Norra Norrland"."""
    first = match.name.split(" ")[0]
    start = match.start + len(first)  # a part of the country may have been read as the body's place
    if first.endswith(("kommittén", "delegationen")):
        found = _GOAL.match(text, start) or _PARTS.match(text, start)
    elif first in ("Samverkansnämnden", "Samarbetsnämnden"):
        found = _CARE.match(text, start)
    else:
        found = None
    return _longer(text, match, found.end()) if found and found.end() > match.end else match


def _with_form(text: str, match: NameMatch) -> NameMatch:
    """The name with its company's form: "Chalmers tekniska högskola AB"."""
    form = _FORM.match(text, match.end) if match.type == "other" else None
    return replace(_longer(text, match, form.end()), type="company") if form else match


def _with_branch(text: str, match: NameMatch) -> NameMatch:
    numbered = _NUMBERED.match(text, match.end) or _LOCAL.match(text, match.end)
    if numbered:
        return _longer(text, match, numbered.end())
    low = match.name.lower()
    members = _MEMBERS.match(text, match.end) if low.startswith(_FEDERATION) and " i " in low else None
    if members and _is_place(members["last"].lower()):
        return _longer(text, match, members.end())
    # Torghandlarnas …, Hörselskadades …
    people = low.split()[0].endswith(("nas", "ades")) and low.endswith(("förening", "förbund", "riksförbund"))
    if not people and not any(
        low in words(use) or low.split()[0] in words(use) or low.split()[-1] in words("branch-last")
        for use in ("branch", "branch-company")
    ):
        return match
    inside = _IN.match(text, match.end)
    if inside and inside["place"].lower() not in words("abroad") and suffix_of(inside["place"].lower()) is None:
        return _longer(text, match, inside.end())
    beside = _BESIDE.match(text, match.end)
    if beside:
        double = _DOUBLE.match(text, beside.end("place"))
        if double and f"{beside['place']}{double[0]}".lower() in places():
            return _longer(text, match, double.end())  # FUB Upplands Väsby
        last = beside["place"].lower().split()[-1]
        # "SPF Barken": a club of pensioners may be named by anything
        any_name = low == "spf" and not beside["place"].isupper() and last not in words("start")
        if _is_place(last) or " " in beside["place"] or (any_name and suffix_of(last) is None):
            return _longer(text, match, beside.end())
    return match


def _is_place(low: str) -> bool:
    known = low in places() or low in words("county") or low in words("compass")
    return known or low in words("landscape") or low.endswith(tuple(words("landscape")))


def _longer(text: str, match: NameMatch, end: int) -> NameMatch:
    return replace(match, end=end, name=" ".join(text[match.start : end].split()), confidence=0.8)


def placed(tokens: Tokens, i: int) -> NameMatch | None:
    """A club that only its place tells from a bird, a museum or a firm that only its place tells from others."""
    museum = tokens.low[i].endswith("museet")
    k = i + 2 if tokens.low[i + 1 : i + 2] in (["i"], ["på"]) else i + 1
    if k >= len(tokens) or not tokens.capital(i) or not tokens.capital(k) or tokens.gap[k] or tokens.gap[i + 1]:
        return None
    firm = tokens.low[i] in words("placed-company")
    if ((museum or firm) and k == i + 1) or not _is_place(tokens.low[k]) or (i and tokens.low[i - 1] in _PROPERTY):
        return None
    return tokens.match(i, k, tokens.between(i, k), "company" if firm else "other" if museum else "association", 0.8)


def union(tokens: Tokens, i: int) -> NameMatch | None:
    """A union whose name is a common word (Kommunal, Vision): told by another union beside it, or by its capital."""
    if not tokens.capital(i) or tokens.text[i].isupper():
        return None
    after = tokens.low[i + 1] if i + 1 < len(tokens) and tokens.gap[i + 1] == 0 else "."
    beside = _beside_union(tokens, i)
    if (at := _union_place(tokens, i)) and (beside or tokens.low[i] == "kommunal" or _introduced(tokens, i)):
        return tokens.match(i, at, tokens.between(i, at), "association", 0.8)
    acts = tokens.low[i] in {"kommunal", "vision"} and after in _UNION_ACTS
    # a capital within a sentence, where nothing that is municipal follows: "lämnats av Almega och Kommunal."
    ends = tokens.low[i] == "kommunal" and not tokens.opens(i) and after in {".", ",", ";", ")"}
    acts = acts or (ends and tokens.low[i - 1] in {",", "och", "samt", "eller"})
    if after in {"avdelning", "avd", "sektion"} and _NUMBERED.match(tokens.whole, tokens.end[i]):
        return tokens.match(i, i, tokens.text[i], "association", 0.8)
    if after not in _AFTER_UNION and not acts and not (beside and after[0].isalpha() and after.islower()):
        return None
    if not beside and (tokens.opens(i) or not _introduced(tokens, i)) and not acts:
        return None
    return tokens.match(i, i, tokens.text[i], "association", 0.8)


def _union_place(tokens: Tokens, i: int) -> int:
    """The last token of a union's part of the country: "Kommunal Mälardalen", "Vision Västra Götaland"; 0: none."""
    k = i + 1
    for last in (k + 1, k):
        if last >= len(tokens) or any(tokens.gap[n] or not tokens.capital(n) for n in range(k, last + 1)):
            continue
        after = tokens.low[last + 1] if last + 1 < len(tokens) and not tokens.gap[last + 1] else ""
        quarter = last == k or tokens.low[k] in {"västra", "norra", "södra", "östra", "mellersta", "mitt"}
        other = after[:1].isdigit() or after in {"kommun", "stad", "ab"}
        if quarter and not other and _is_place(tokens.low[last]):
            return last
    return 0


def _beside_union(tokens: Tokens, i: int) -> bool:
    """Whether another union or association stands beside it, joined by a comma or "och"."""
    for step in (1, -1):
        k = i + step
        if 0 <= k < len(tokens) and tokens.low[k] in {",", "och", "samt", "eller"}:
            beside = k + step
            if 0 <= beside < len(tokens) and tokens.capital(beside) and _is_union(tokens, beside):
                return True
    return False


def _is_union(tokens: Tokens, k: int) -> bool:
    low = tokens.low[k]
    suffix = suffix_of(low)
    if low in words("union") or low in words("unions") or (suffix is not None and suffix.type == "association"):
        return True
    return low == "ssr" or tokens.low[k + 1 : k + 2] in (["riksförbund"], ["lärare"], ["ingenjörer"])


def _introduced(tokens: Tokens, i: int) -> bool:
    """Whether the word before says that it is a union, or one that is met with: "med Kommunal"."""
    return tokens.low[i - 1] in {"med", "från", "av", "fackförbundet", "förbundet", "facket", "fackliga", "att", "till"}
