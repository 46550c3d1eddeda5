"""Which numbers of a text may be amounts: those that a unit stands beside, and those that are tied to such.

Most numbers of a memo are years, days and paragraphs, and to read one (its sign, what label claims it, how far to trust
its digits) costs more than to see that no unit is near.
"""

import re
from collections.abc import Sequence

from pipeline.forms.amounts_numbers import MINUS, SPACE
from pipeline.forms.amounts_units import GAP, LEAD

# a unit's first letters, a dash for öre, a bracket (the number said again, or the end of one), more digits
_BEHIND = re.compile(rf"{GAP}{{0,2}}(?:{LEAD}|[:,][-–—−]|[()])|[-–]procentig|[{SPACE}.,'’´]\d|:\d", re.IGNORECASE)
# the end of SEK, EUR, USD, kr …, and the number's sign
_BEFORE = re.compile(rf"(?:[KRD€]|[Kk]r)\s*(?:(?:[+{MINUS}]|(?i:minus))\s*)?\Z")
# how everything begins that ties a number to the next one (see `amounts_shared`), and how long it is at most
_TIE = re.compile(rf"{GAP}?(?:[,({MINUS}]|och|eller|resp|samt|till|à|á|mot|av)", re.IGNORECASE)
_APART = 80  # characters


def near_units(text: str, numbers: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The numbers, in order of the text, that may be amounts or share another's unit; never leaves out one that is."""
    near: list[re.Match[str]] = []
    begins = -1  # where the nearest such number behind begins
    for number in reversed(numbers):
        start, end = number.span()
        if (
            _BEHIND.match(text, end)
            or (0 <= begins <= end + _APART and _TIE.match(text, end))
            or ":" in number[0]
            or _BEFORE.search(text[max(0, start - 24) : start])
        ):
            near.append(number)
            begins = start
    return near[::-1]
