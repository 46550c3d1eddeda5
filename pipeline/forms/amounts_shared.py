"""Amounts that share a unit, a rate or a "ca" with a neighbour: pairs, ranges, lists, last year's sum in brackets."""

import re
from decimal import Decimal

from pipeline.forms.amounts_labels import LABEL
from pipeline.forms.amounts_match import AmountMatch, Number
from pipeline.forms.amounts_numbers import MINUS
from pipeline.forms.amounts_qualifiers import qualified
from pipeline.forms.amounts_units import GAP

KRONOR = ("kr", "tkr", "mnkr", "mdkr")
LEAST = 1000  # kronor; a smaller number in such a list may count something else
BRACKET = re.compile(rf"{GAP}?\({GAP}?")
DATED = re.compile(r"\d{2,4}-\d{1,2}-$|\d/$")
JOIN = re.compile(
    rf"{GAP}?[{MINUS}]{GAP}?$|{GAP}(?P<word>och|eller|respektive|resp\.?|samt|till|à|á|mot){GAP}$|,{GAP}(?P<comma>)$",
    re.IGNORECASE,
)
# "förbrukades 8,4 av totalt 10 mnkr"
OF_ALL = re.compile(
    rf"{GAP}av{GAP}(?P<all>(?:(?:totalt|sammanlagt|de|den|hela|ca|cirka|årets|kommunens|nämndens|möjliga|disponibla|(?:budget|bevilj"
    rf"|ansla|anvis|avsa|tilldela|planera|beräkna|beslut|utlova|erhåll|äska|sök)\w{{0,8}}){GAP}){{0,2}})$",
    re.IGNORECASE,
)
# "tar ut 1 020 och Norby kommun 940 kronor"
ANOTHER = re.compile(
    rf"{GAP}(?:och|medan|samt|respektive){GAP}[A-ZÅÄÖ][\w-]+(?:{GAP}[A-ZÅÄÖ][\w-]+)?(?:{GAP}(?:kommun|stad))?{GAP}"
)
TAKES = re.compile(
    rf"(?<!\w)(?:(?:tar|tog|tas|togs){GAP}ut|debiterar|debiterade|betalar|betalade){GAP}(?:ca{GAP}|cirka{GAP}|drygt{GAP})?$"
)
PLOT = re.compile(rf"[^.!?\s]{GAP}[A-ZÅÄÖ][\w-]+{GAP}$")  # "för Noret 27:14 och 400 kronor per m²": a fastighet
CASES = re.compile(rf"(?<!\w)(?:i|hos|på|vid|från|bland|hus|nr){GAP}$", re.IGNORECASE)
OPENING = re.compile(rf"(?<!\w)(?P<word>mellan|från){GAP}(?:ca{GAP}|cirka{GAP})?$", re.IGNORECASE)
APART = re.compile(rf"(?:,|{GAP}och|{GAP}samt|,?{GAP}respektive){GAP}[^\W\d][^\d.;:\n]{{1,40}}{GAP}$")
OF_A_WHOLE = re.compile(
    r"(?<!\w)(?:därav|varav|fördela\w*|uppdela\w*|nämligen|bestå\w*)(?!\w)[^.;\d]{0,60}$", re.IGNORECASE
)
# "60 procent till föreningen och 40 till kommunen"
REST = re.compile(
    rf"{GAP}(?P<to>till|för|av|från|på|i|hos){GAP}[^.;:\d\n]{{2,70}}{GAP}och{GAP}(?P<n>\d{{1,2}}(?:,\d{{1,2}})?){GAP}(?P=to){GAP}(?!\d)"
)


def sharing(text: str, loose: list[Number], number: Number, match: AmountMatch, factor: Decimal) -> list[AmountMatch]:
    """The amounts that share the unit of `match`: `30 respektive 40 kronor`, `1,5–2 mnkr`, `10, 20 och 30 procent`."""
    parts: list[AmountMatch] = []
    oere = match.unit == "kr" and factor == 1  # "från 48:50 till 52 kronor"
    later, opened_by = number, ""
    if loose and (part := _of_all(text, loose[-1], number, match, factor)) is not None:
        return [part]
    if loose and (part := _of_another(text, loose[-1], number, match, factor)) is not None:
        return [part]
    for earlier in reversed(loose):
        joint = JOIN.fullmatch(text[earlier.end : later.start])
        word = ((joint["word"] or "") if joint else "").casefold().rstrip(".")
        comma = joint is not None and joint["comma"] is not None
        before = text[max(0, earlier.start - 48) : earlier.start]
        opening = OPENING.search(before)
        if (
            joint is None
            or earlier.year
            or (earlier.colon != number.colon and not oere)
            or LABEL.search(before)
            or DATED.search(before)
            or (earlier.colon and PLOT.search(before))
        ):
            break
        if comma and not opened_by:
            break  # a list needs its "och" or "respektive"
        opened_by = opened_by or word or "-"
        trust = {"respektive": 0.9, "resp": 0.9, "-": 0.9, "à": 0.8, "á": 0.8}.get(word or ("" if comma else "-"), 0.75)
        if opening and (opening["word"].casefold(), word) in (("mellan", "och"), ("från", "till")):
            trust = 0.9
        if match.unit == "tkr" and number.words and earlier.value >= 1000:
            break  # "femhundra tusen till en miljon …": two sizes
        if earlier.words and not (opening or word in ("respektive", "resp", "till", "eller")):
            break
        value = earlier.value * factor
        spread = abs(match.value / value) if value else Decimal(1)
        if word in ("", "till", "à", "á") and not comma and (spread > 50 or (spread < 1 and not word)) and value > 0:
            break  # "8–10 000 kr" means eight thousand, perhaps
        if word in ("à", "á") and spread > 3:
            break  # "12 à 500 kr": so many at that price
        if match.value < 0 and number.value < 0 and earlier.value > 0 and text[earlier.start] != "+":
            trust = 0.5
        approximate, bound = qualified(before)
        sure = round(min(trust, earlier.sure, match.confidence), 3)
        own = text[earlier.start : earlier.end]
        parts.append(
            AmountMatch(
                earlier.start, earlier.end, own, value, match.unit, match.per, approximate, bound, match.vat, sure
            )
        )
        later = earlier
    return parts[::-1]


def _of_another(text: str, part: Number, number: Number, match: AmountMatch, factor: Decimal) -> AmountMatch | None:
    """What one takes before what another does: "Ekby tar ut 1 020 och Norby kommun 940 kronor per timme"."""
    if match.unit not in KRONOR or part.words or part.year or part.colon != number.colon:
        return None
    if ANOTHER.fullmatch(text[part.end : number.start]) is None:
        return None
    before = text[max(0, part.start - 48) : part.start]
    if TAKES.search(before) is None or not 0 < part.value <= 4 * number.value <= 16 * part.value:
        return None
    return _with_unit_of(text, part, match, factor, before, 0.75)


def _of_all(text: str, part: Number, number: Number, match: AmountMatch, factor: Decimal) -> AmountMatch | None:
    """What was used of a whole, and shares its unit: "8,4 av totalt 10 mnkr"; None where cases may be counted."""
    whole = OF_ALL.fullmatch(text[part.end : number.start])
    if whole is None or match.unit not in KRONOR or part.words or number.words or part.year or part.colon:
        return None
    before = text[max(0, part.start - 48) : part.start]
    counted = part.value == part.value.to_integral_value() and part.value < 20 and not whole["all"]
    if not 0 < part.value <= number.value <= 1000 * part.value or LABEL.search(before) or DATED.search(before):
        return None
    if counted and (CASES.search(before) or number.value != number.value.to_integral_value()):
        return None
    return _with_unit_of(text, part, match, factor, before, 0.5 if counted else 0.85)


def _with_unit_of(
    text: str, part: Number, match: AmountMatch, factor: Decimal, before: str, most: float
) -> AmountMatch:
    """A number that shares the unit of the sum behind it. before: the words before it; most: how sure it is at most."""
    approximate, bound = qualified(before)
    sure = round(min(most, part.sure, match.confidence), 3)
    own, value = text[part.start : part.end], part.value * factor
    return AmountMatch(part.start, part.end, own, value, match.unit, match.per, approximate, bound, match.vat, sure)


def with_bracketed(
    text: str, loose: list[Number], number: Number, match: AmountMatch, factor: Decimal
) -> list[AmountMatch]:
    """The sums of `1,2 (1,1) mnkr`, this year's and last year's. A sum in brackets alone may be meant as a minus."""
    inside = match._replace(start=number.start, end=number.end, text=text[number.start : number.end])
    earlier = loose[-1] if loose else None
    if earlier is None or earlier.year or not BRACKET.fullmatch(text[earlier.end : number.start]):
        return [inside if number.value < 0 else inside._replace(confidence=min(0.4, match.confidence))]
    if earlier.words or number.words:
        return [match]  # the sum said twice
    before = text[max(0, earlier.start - 48) : earlier.start]
    small, large = sorted((abs(earlier.value), abs(number.value)))
    sure = min(0.9 if large <= 10 * small and not LABEL.search(before) else 0.4, earlier.sure, match.confidence)
    approximate, bound = qualified(before)
    start, end = earlier.start, earlier.end
    first = match._replace(start=start, end=end, text=text[start:end], value=earlier.value * factor)
    first = first._replace(approximate=approximate, bound=bound, confidence=sure)
    return [first, inside._replace(confidence=sure)]


def share_rate(text: str, found: list[AmountMatch], first: int) -> None:
    """Let a pair share what only one half says: the rate of the last, "ca" of the first."""
    last = found[-1]
    for i in range(len(found) - 2, max(-1, len(found) - 8), -1):
        here, after = found[i], found[i + 1]
        joint = JOIN.fullmatch(text[here.end : after.start])
        word = ((joint["word"] or "") if joint else "").casefold()
        opening = OPENING.search(text[max(0, here.start - 16) : here.start])
        ranged = (
            joint is not None
            and joint["comma"] is None
            and (word not in ("och", "samt", "mot") or i >= first or opening)
        )
        if not ranged or here.unit != last.unit:
            break
        if here.per is None and last.per is not None:
            found[i] = here._replace(per=last.per)
        if here.approximate and here.bound is None and not last.approximate:
            found[-1] = last = last._replace(approximate=True)


def listed(text: str, apart: list[Number], number: Number, match: AmountMatch) -> list[AmountMatch]:
    """The parts of a sum that are named before theirs and share the last one's unit: "därav byggnader 5.975.000,
    inventarier 610.000 och projektering 255.000 kronor"."""
    if match.unit != "kr" or match.value != number.value or match.value < LEAST or not apart:
        return []
    first = apart[0].start
    if not OF_A_WHOLE.search(text[max(0, first - 90) : first]):
        return []
    if any(n.value < LEAST for n in apart):
        return []
    return [
        match._replace(
            start=n.start, end=n.end, text=text[n.start : n.end], value=n.value, confidence=min(0.75, n.sure)
        )
        for n in apart
    ]


def the_rest(text: str, match: AmountMatch) -> AmountMatch | None:
    """The other part of a whole, whose unit is left out: "60 procent till föreningen och 40 till kommunen"."""
    rest = REST.match(text, match.end) if match.unit == "procent" and 0 < match.value < 100 else None
    if rest is None:
        return None
    value = Decimal(rest["n"].replace(",", "."))
    if match.value + value > 100:
        return None
    return match._replace(start=rest.start("n"), end=rest.end("n"), text=rest["n"], value=value, confidence=0.8)
