"""What a scan put into a sum: `1 .085 000 kronor`, `3.,2 miljoner`, `875.000-kr`, `—-900 tkr`, `25 o %`,
`3.1 0 5:-`.

Only what can be read in one way is set right, and in running text alone; in a table's cell the other cells have a say
(see `extract/amounts_specked`). What is left out of the text shifts what follows, so places are told for both texts.
"""

import re
from typing import NamedTuple

from pipeline.forms.amounts_match import AmountMatch

SURE = 0.8  # of a sum that a sign was taken out of
BEFORE = 0.5  # of one that began with a sign: a digit may stand under it
_UNIT = r"(?:kr|kronor|tkr|mnkr|mkr|milj(?:on(?:er)?)?\.?|procent|%)(?![\w-])"
_DASH = "-–—−"
_SPECK = re.compile(
    rf"""(?=[{_DASH} .,:;'_])(?:(?<=\d)(?:
        [ ](?P<gap>\.)(?=\d{{3}}(?:[ .]\d{{3}})*(?!\d|[.,:/]\d))
      | (?P<comma>\.(?=,)|,(?=,\d)|(?<=\d)(?<!,),(?=\.))(?=[.,]\d{{1,2}}(?!\d|[.,:]\d))
      | (?P<dot>\.)(?=\.\d{{3}}(?!\d))
      | (?P<stop>[.:;])(?=[ ]{_UNIT})
      | [ ]?(?P<dash>[{_DASH}])(?={_UNIT})
      | (?P<wide>[{_DASH}])(?=[ ]{_UNIT})
      | (?<=[ .]\d{{3}})[ ](?P<apart>[{_DASH}])(?=[ ]{_UNIT})
      | (?P<o>[ ][o°])(?=[ ]?%)
      | (?P<spread>[ ](?:(?<=\.\d[ ])(?=\d[ ]\d(?!\d))|(?<=\.\d[ ]\d[ ])(?=\d(?!\d))))
      | (?P<range>[{_DASH}])(?=[{_DASH}]\d)
    ) | (?<![^\s(])(?:
        (?P<minus>[–—](?=[-−])|-(?=[–—−]))(?=.\d)
      | (?P<rule>_)(?=\d{{1,3}}(?:[ .]\d{{3}})*(?:,\d{{1,2}})?[ ]?{_UNIT})
      | (?P<first>[.:'])(?=\d{{1,3}}(?:[ .]\d{{3}})+(?!\d|[.,:]\d)|\d{{3}}(?!\d|[ .,:]\d))
    ))""",
    re.VERBOSE,
)
# what stands where one of them may be, and in few other places: sooner looked for than each of them
_MAY_BE = re.compile(
    rf"""[\d.:'_–—-](?:(?<=\d)(?:
        [ ](?:\.\d | [{_DASH}][ ]?[ktmp%] | [o°][ ]?% | (?<=\.\d[ ])\d[ ]\d)
      | [.,]{{2}}\d | [.:;][ ][ktmp%] | [{_DASH}](?:[ ]?[ktmp%] | [{_DASH}]\d)
    ) | (?<![^\s(].)(?:(?<=[.:'_])\d | (?<=[–—-])[{_DASH}]\d))""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"(?<![\w.,:/-])(?:\d{1,3}(?:[ .]\d{3})+|\d{1,6},\d{1,2})\Z")  # no "Tabell 3." or "2020, tkr"
# thousands that more digits follow; at a line's beginning they may be an item's number
_THOUSANDS = re.compile(r"(?<![\w.,:/-])(?<![\n\t] )(?<![\n\t])(?<!\d )\d{1,3}\Z")
_DOTTED = re.compile(r"\d{3}\.\d{3}")


class Cleaned(NamedTuple):
    """A text without specks. places: for each of its characters, and its end, where it stood; marks: where a speck was
    taken out, as (place in the text as it was, whether it stood before the number)."""

    text: str
    places: list[int]
    marks: list[tuple[int, bool]]


def cleaned(text: str) -> Cleaned | None:
    """The text without specks in its sums; None where it has none."""
    if _MAY_BE.search(text) is None:
        return None
    gone: list[tuple[int, bool]] = []
    for match in _SPECK.finditer(text):
        kind = match.lastgroup or ""
        start = match.start(kind)
        before = text[max(0, match.start() - 20) : match.start()]
        if kind in ("stop", "dash", "wide", "apart") and not _NUMBER.search(before):
            continue
        if kind == "gap":
            if match.start() < 4 or not _THOUSANDS.search(before):
                continue
            start -= 1 if _DOTTED.match(text, match.end()) else 0  # "1 .085.000" loses its gap, "1 .085" its dot
        if kind == "apart":
            gone.append((start - 1, False))  # "1 480 - kronor" has a gap too many
        gone.append((start, kind in ("first", "rule")))
        if kind == "o":
            gone.append((start + 1, False))
    if not gone:
        return None
    left_out = {place for place, _ in gone}
    places = [i for i in range(len(text)) if i not in left_out]
    return Cleaned("".join(text[i] for i in places), [*places, len(text)], gone)


def as_printed(text: str, clean: Cleaned, found: list[AmountMatch]) -> list[AmountMatch]:
    """The amounts of a cleaned text at their places in the text as it was, less sure where a speck was taken out."""
    kept = []
    for match in found:
        start, end = clean.places[match.start], clean.places[match.end - 1] + 1
        marks = [before for place, before in clean.marks if start - 2 < place < end]
        sure = match.confidence
        if marks:
            if any(marks) and match.unit in ("mnkr", "mdkr"):
                continue  # ".150 mnkr" may have lost its nought
            if match.unit in ("mnkr", "mdkr") and match.value >= 1000:
                sure = min(sure, 0.4)  # "1 .085 mnkr": a thousand, or a decimal point
            sure = min(sure, BEFORE if any(marks) else SURE)
        kept.append(match._replace(start=start, end=end, text=text[start:end], confidence=sure))
    return kept
