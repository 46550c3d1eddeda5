"""What a sum is counted per where its own words don't say: the words before it, the sum that it is held against, the
heading of its column or the name of its row."""

import re
from functools import lru_cache

from pipeline.extract.facts import AmountFact
from pipeline.extract.rows import KRONOR
from pipeline.forms.amounts import AmountMatch, unit_of
from pipeline.forms.amounts_units import rate_at
from pipeline.forms.guard import guarded
from pipeline.resources import table

MONEY = ("kr", "tkr", "mnkr", "mdkr", "EUR", "USD", "NOK", "DKK")
_RATE_BEFORE = re.compile(
    r"(?:kostnad|avgift|pris|hyra|ersättning|taxa|bidrag|belopp|intäkt|arvode|genomsnitt|snitt|medel)\w{0,6}\sper\s(?P<noun>[^\W\d_]{2,30})\s[^,;.]{0,60}$",
    re.IGNORECASE,
)
# "avgiften för ett besök är", "en plats i boendet kostar": one of what is usually counted per
_EACH_ONE = guarded(
    r"(?:(?:kostnad|avgift|pris|ersättning|taxa|hyra)\w{0,6} för|^) (?:ett|en|varje) (?P<noun>[^\W\d_]{3,20})\s"
    r"(?:[^,;.]{0,30} )?(?:är|var|blir|kostar|kostade|uppgår till|uppgick till) "
    r"(?:(?:i dag|nu|ca|cirka|omkring|ungefär|drygt|knappt|i genomsnitt|i snitt|i medeltal) )*$",
    re.IGNORECASE,
)
_COUNTED = frozenset(
    ["besök", "plats", "timme", "dygn", "elev", "portion", "resa", "enkelresa", "larm", "måltid", "prov"]
)
# "24 kr mer i månaden", "310 kronor billigare per år", "tas 900 kronor ut per termin"
_MORE_PER = re.compile(r"\s(?:mer|mindre|extra|högre|lägre|dyrare|billigare|ut)(?=\s(?:i|per|om|varje)\s)")
_ON_BASIS = re.compile(r"\s(?:räknat )?på (?:(?P<year>(?:hel)?års)|(?P<month>månads))(?:basis|nivå)(?!\w)")
_RATE_JUST_BEFORE = re.compile(r"(?<!\w)per\s(?P<noun>[^\W\d_]{2,30}):?\s$", re.IGNORECASE)
_EACH_BEFORE = guarded(r"(?<!\w)[^\W\d_]{3,} à\s$")  # "en lös skena à 2 300 kr", not "3 à 4 miljoner"
_RATES = {row["word"]: row["per"] for row in table("forms/data/amounts_rates.csv")}
_RATE_STEMS = {row["stem"]: row["per"] for row in table("extract/data/amounts_rate_words.csv")}
_RATE_STEM = re.compile(rf"(?<!\w)(?P<stem>{'|'.join(_RATE_STEMS)})[^\W\d_]*", re.IGNORECASE)
_RATE_WORD = guarded(rf"{_RATE_STEM.pattern}\s[^,;.]{{0,80}}$", re.IGNORECASE)
# what stands between two sums of which the second is last year's, another municipality's or the one to come
_HELD_AGAINST = re.compile(
    r"(?: (?:i|hos|för|vid) [^\d,;.]{1,30})?,?(?: (?:exklusive|exkl\.?|inklusive|inkl\.?) moms)?,?"
    r"(?: (?:vilket|som) (?:kan|ska|bör) jämföras med| (?:att )?jämför(?:a|t|d) med| mot| i stället för"
    r"| medan| och för| och (?:i )?[^\d;,.]{2,30} (?:kommun|stad|län))(?:\s[^\d;.]{0,40})?\s",
    re.IGNORECASE,
)
_ALIKE = 4  # how many times the other one such a sum may be
# a sum for each of these is a share of the whole, no rate
_PARTS = re.compile(r"nämnd|verksamhet|förvaltning|enhet|skola|kommun|förening|projekt|område|konto|part|objekt", re.I)
# "Bryggplats, per år", "Provtagning (per prov)", "Gästhamn per dygn"
_AT_END = re.compile(
    r"[^\W\d_]\)?[,:]? \(?per (?P<noun>[^\W\d_]{2,20}|m[²2³3])\)?(?:,? \(?(?:t|mn?|k)?kr(?:onor)?\)?)?\W*$",
    re.IGNORECASE,
)
_OF_HEADING = re.compile(
    r"(?:kostnad|pris|avgift|hyra|ersättning|bidrag|intäkt|belopp|kronor|kr|tkr|snitt)"
    r"(?:erna|arna|en|et|er|ar|n)?,?(?= per [^\W\d_]{2,20})",
    re.I,
)
# a sum for each of these is a share of the whole, no rate
_SHARED = re.compile(
    r" per (?:nämnd|verksamhet|förvaltning|enhet|skola|kommun|förening|projekt|område|konto|part|månad)", re.I
)


@lru_cache(maxsize=4096)
def rate_of(heading: str) -> str | None:
    """The noun of a heading's rate: "Kostnad per plats" counts per plats; None where it names none."""
    match = _OF_HEADING.search(heading)
    if match is None or _SHARED.match(heading, match.end()):
        return None
    rate = rate_at(heading, match.end())
    return rate[0] if rate else None


def rate_before(clause: str, match: AmountMatch) -> str | None:
    """The rate that stands before the amount: "kostnaden per besök steg till 58 kronor", "milersättning 18:50 kr"."""
    if match.unit not in MONEY:
        return None
    told = (_RATE_BEFORE.search(clause) or _RATE_JUST_BEFORE.search(clause)) if "per" in clause.lower() else None
    if told:
        noun = told["noun"].casefold()
        known = _RATES.get(noun, noun)
        return None if known in ("skip", "stop") else known
    if _EACH_BEFORE.search(clause):
        return "styck"
    one = _EACH_ONE.search(" " + clause)
    if one is not None and (counted := _RATES.get(one["noun"].casefold(), one["noun"].casefold())) in _COUNTED:
        return counted
    if word := _RATE_WORD.search(clause):
        return _RATE_STEMS[word["stem"].casefold()]
    return None


def rate_behind(text: str, match: AmountMatch) -> str | None:
    """The rate that a word of comparison parts from the amount: "24 kr mer i månaden"."""
    if match.unit in MONEY and (basis := _ON_BASIS.match(text, match.end)):
        return "år" if basis["year"] else "månad"  # "1,9 Mkr på årsbasis"
    more = _MORE_PER.match(text, match.end) if match.unit in MONEY else None
    rate = rate_at(text, more.end()) if more else None
    return rate[0] if rate else None


def rate_shared(before: AmountFact | None, fact: AmountFact, between: str) -> str | None:
    """The rate of the sum before where this one is held against it: "61 300 kr per elev, mot 43 900 kr i länet"."""
    if before is None or before.per is None or fact.unit not in MONEY:
        return None
    if before.unit != fact.unit and not (before.unit in KRONOR and fact.unit in KRONOR):
        return None
    one, two = (abs(float(f.value)) * KRONOR.get(f.unit, 1) for f in (before, fact))
    if len(between) > 110 or not one or not 1 <= _ALIKE * two / one <= _ALIKE**2:
        return None
    return before.per if _HELD_AGAINST.fullmatch(between) else None


def rate_of_name(name: str) -> str | None:
    """The rate that a row's name or a column's heading says of itself: "Bojplats, per år", "Timpris (kr)", "kr/år"."""
    if (scale := unit_of(name)) is not None and scale.per is not None:
        return scale.per
    told = _AT_END.search(name)
    if told and not _PARTS.match(told["noun"]):
        noun = told["noun"].casefold()
        known = _RATES.get(noun, noun)
        return None if known in ("skip", "stop") else known
    word = _RATE_STEM.search(name)
    return _RATE_STEMS[word["stem"].casefold()] if word else None
