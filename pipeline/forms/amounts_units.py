"""Units of money and percentages, rates ("per år", "/m²"), and the unit that a table's heading names."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import cast

from pipeline.forms.alternation import lead_of
from pipeline.forms.guard import guarded
from pipeline.resources import table
from pipeline.tables import Unit


@dataclass(frozen=True, slots=True)
class Scale:
    """What one counts: the number times `factor` is in `unit`. bare: a word that need not be money ("miljoner")."""

    unit: Unit
    factor: Decimal = Decimal(1)
    per: str | None = None
    bare: bool = False


UNITS = {
    row["form"]: Scale(cast(Unit, row["unit"]), Decimal(row["factor"]), bare=row["bare"] == "yes")
    for row in table("forms/data/amounts_units.csv")
}
RATES = {row["word"]: row["per"] for row in table("forms/data/amounts_rates.csv")}
GAP = r"[ \u00a0\u2007\u2009\u202f\n]"


def _pattern(form: str) -> str:
    return rf"{GAP}{{1,2}}".join(re.escape(word) for word in form.split(" "))


FORMS = "|".join(_pattern(form) for form in sorted(UNITS, key=len, reverse=True))
_END = r"(?![^\W¹²³⁴⁵⁶⁷⁸⁹]|-[^\W\d])"  # a raised number is a note's
LEAD = lead_of(UNITS)
AFTER = re.compile(rf"{GAP}{{0,2}}{LEAD}(?P<unit>{FORMS}){_END}(?!-?ig)", re.IGNORECASE)
DASH = re.compile(rf"{GAP}?(?::|,)[-–—−](?!(?!kr(?!\w))\w)")  # 1 250:-, 20:-kr
BEFORE = re.compile(rf"(?<!\w)(?P<unit>(?:[TKM] )?SEK|EUR|€|USD|NOK|DKK|kr|Kr|KR|[TKM]SEK|MEUR){GAP}?$")
BEFORE_ENDS = ("K", "R", "D", "r", "€")
_STEMS = {max(form.split(" "), key=len) for form in UNITS} | {"sek", "eur", "€", "usd", "nok", "dkk", "kr"}
_SEEDS = [s for s in _STEMS if not any(other in s for other in _STEMS if other != s)]
_TAIL = guarded(r"(?::|,)[-–—−]|\d:\d\d")  # 1 250:-, 18:50 per mil
# m² in old OCR text
LOST = r"""m(?:[?*'’”"°^]+|(?=[ ](?:bruttoarea|bruksarea|tomtarea|lokalarea|bta|boa|loa|tomt|yta|mark)))(?!\w)"""
_LOST = re.compile(LOST)
RATE = re.compile(
    rf"""{GAP}{{0,2}}(?:
      /{GAP}?(?P<slash>m[²³]|m[23](?!\w)|{LOST}|[^\W\d_]{{1,30}}\.?(?:\s?/år)?)
    | (?<=[ \n])per{GAP}(?P<noun>m[²³]|m{GAP}?[23](?!\w)|{LOST}|[^\W\d_]{{1,30}}(?:-[^\W\d_]{{2,30}})?(?!\w))
        (?:{GAP}(?P<next>[^\W\d_]{{2,30}})(?!\w))?
    | (?P<idiom>i{GAP}(?:månaden|timmen|veckan|kvartalet)|om{GAP}(?:året|dagen|månaden|dygnet)
        |årligen|månatligen|varje{GAP}(?:år|månad)|(?:per|om){GAP}år(?!\w))(?!\w)
    )""",
    re.VERBOSE,
)
IDIOMS = {
    "månad": "månad",
    "timm": "timme",
    "veck": "vecka",
    "kvart": "kvartal",
    "år": "år",
    "dag": "dag",
    "dygn": "dygn",
}


def may_hold_unit(text: str) -> bool:
    """A quick test: False where the text can hold no unit of money or percentage at all."""
    lowered = text.casefold()
    for seed in _SEEDS:
        if seed in lowered:
            return True
    return _TAIL.search(text) is not None


def scale_of(form: str) -> Scale:
    """The scale of a unit as a match of `AFTER` or `BEFORE` wrote it."""
    known = " ".join(form.casefold().split())
    return UNITS[known.replace(" ", "") if known.endswith(" sek") and len(known) == 5 else known]  # "T SEK 450"


PARTICIPLE = re.compile(r"[^\W\d_]{3,}(?:ad|at|erat)")  # "per lagrad megabyte"


def rate_at(text: str, position: int) -> tuple[str, int] | None:
    """The noun in the singular of a rate that begins at `position`, and where its words end."""
    match = RATE.match(text, position)
    if match is None:
        return None
    if match["idiom"]:
        words = match["idiom"].split()
        word = words[-1] if words[0] in ("i", "om", "varje", "per") else ("år" if words[0] == "årligen" else "månad")
        return next(name for start, name in IDIOMS.items() if word.startswith(start)), match.end("idiom")
    if match["slash"]:
        noun, end = match["slash"], match.end("slash")
        if "/" in noun:
            noun = noun.split("/")[0].strip()
            end = match.start("slash") + len(noun)
        if noun.endswith(".") and noun.casefold() not in RATES:
            noun, end = noun[:-1], end - 1
    else:
        noun, end = match["noun"], match.end("noun")
    squares = _LOST.match(text[end - len(noun) : end + 16])
    known = "m2" if squares else RATES.get("".join(noun.casefold().split()))
    if known is None and match["next"] and PARTICIPLE.fullmatch(noun):
        known = "skip"
    if known == "skip" and match["next"]:
        noun, end = match["next"], match.end("next")
        known = RATES.get(noun.casefold())
        known = None if known == "skip" else known
    if known == "stop" or known == "skip":
        return None
    if known is None and (noun[0].isupper() or (match["slash"] and len(noun) < 2)):
        return None  # a name rather than what is counted
    return known or noun.casefold(), end


_HEAD_WORDS = r"(?:tusental|tusentals|1[ \u00a0.]?000[- ]?tals?|1[ \u00a0.]?000)"
_HEAD = guarded(
    rf"""(?<![\w/])(?:
      (?P<thousands>{_HEAD_WORDS}{GAP}(?P<currency>kronor|kr|sek|euro|eur)(?!\w))
    | {LEAD}(?P<unit>{FORMS}){_END}
    | (?P<alone>tusental|tusentals){GAP}?kronor
    | belopp{GAP}i{GAP}(?P<plural>tusental|tusen|miljoner|miljarder|milj\.?)(?!\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def unit_of(text: str) -> Scale | None:
    """The unit that a heading, a caption or the sentence before a table names for the numbers in it.

    A unit with a number before it ("500 kr") is an amount of its own and names nothing, save "1 000 kr".
    """
    for match in _HEAD.finditer(text[:400]):
        if match["thousands"]:
            euro = match["currency"].casefold().startswith("eur")
            return Scale("EUR", Decimal(1000)) if euro else Scale("tkr")
        if match["alone"]:
            return Scale("tkr")
        if match["plural"]:
            word = match["plural"].casefold()
            return Scale("tkr" if word.startswith("tusen") else "mdkr" if word.startswith("miljard") else "mnkr")
        scale = scale_of(match["unit"])
        before = text[: match.start()].rstrip()
        if scale.bare or (before and (before[-1].isdigit() or before[-1] in "½")):
            continue
        rate = rate_at(text, match.end())
        return Scale(scale.unit, scale.factor, rate[0] if rate else None)
    return None
