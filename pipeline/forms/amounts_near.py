"""Which numbers of a text may be amounts: those that a unit stands beside, and those that few words part from such.

Most numbers of a memo are years, days and paragraphs, and to read one (its sign, what label claims it, how far to trust
its digits) costs more than to see that no unit is near.
"""

import re
from collections.abc import Sequence

from pipeline.forms.amounts_numbers import MINUS, SPACE
from pipeline.forms.amounts_units import GAP, LEAD

# a unit's first letters, a dash for öre, a bracket (the number said again, or the end of one), more digits
_BEHIND = re.compile(rf"{GAP}{{0,2}}(?:{LEAD}|[:,][-–—−]|[()])|[-–]procentig|[{SPACE}.,'’´]\d|:\d", re.IGNORECASE)
# the last letter of SEK, EUR, USD, kr …, and the number's sign
_BEFORE = re.compile(rf"[KRDr€]\s*(?:(?:[+{MINUS}]|(?i:minus))\s*)?\Z")
_APART = 80  # characters; what ties numbers to one unit is shorter


def near_units(text: str, numbers: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The numbers, in order of the text, that may be amounts or share another's unit; never leaves out one that is."""
    near: list[re.Match[str]] = []
    begins = -1  # where the nearest such number behind begins
    for number in reversed(numbers):
        start, end = number.span()
        if (
            0 <= begins <= end + _APART
            or _BEHIND.match(text, end)
            or ":" in number[0]
            or _BEFORE.search(text[max(0, start - 24) : start])
        ):
            near.append(number)
            begins = start
    return near[::-1]
