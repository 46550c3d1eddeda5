"""What the forms of numbers say of a reading: whether such a thing can be printed, and whether it is well formed.

It chooses between readings; it confirms none. Knows only strings: the word and its neighbours on the line.
"""

import calendar
import re
from enum import IntEnum

from pipeline.forms.dates_fragments import MONTH, MONTHS
from pipeline.forms.identity import luhn

LEAP = 2024  # in which February has 29 days


class Form(IntEnum):
    """How likely it is that such a thing was printed there."""

    IMPOSSIBLE = 0  # a 31st of June
    ODD = 1  # possible, but more likely something else misread: a check digit that does not fit
    PLAIN = 2


_DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[-–]([0-9]{2})[-–]([0-9]{2})(?![0-9])")
_IDENTITY = re.compile(r"(?<![0-9-])(?:19|20)?([0-9]{6})[-+]([0-9]{4})(?![0-9-])")
_MONTH = re.compile(MONTH)
_DAY_NUMBER = re.compile(r"[0-9]{1,3}")
_LABEL = re.compile(r"(?:dnr|diarien(?:umme)?r|diarie|beteckning)[.:]?", re.IGNORECASE)
_BODY = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}")
_NO_SLASH = re.compile(r"(?:(?:19|20)?[0-9]{2})[17|lI][0-9]{1,6}")  # the slash of 94/118 was read as a digit
_GROUPS = re.compile(r"[0-9]{1,3}(?:[ .][0-9]+)+")  # thousands
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[ .][0-9]{3})+")


def form(text: str, before: str = "", after: str = "") -> Form:
    """Whether `text` can stand between the words `before` (up to two of them) and `after`; each may be empty."""
    if not _day_stands(text) or not _day_of_month(text, after):
        return Form.IMPOSSIBLE
    if not _identity_holds(text) or (_NO_SLASH.fullmatch(text) and _after_label(before)):
        return Form.ODD
    if _GROUPS.fullmatch(text) and " " in text and not _THOUSANDS.fullmatch(text):
        return Form.ODD
    return Form.PLAIN


def _day_stands(text: str) -> bool:
    return all(
        1 <= int(month) <= 12 and 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]
        for year, month, day in _DAY.findall(text)
    )


def _identity_holds(text: str) -> bool:
    return all(luhn(one + other) for one, other in _IDENTITY.findall(text))


def _day_of_month(text: str, after: str) -> bool:
    """`32 mars` is none; a number before a month that is part of a greater one is not looked at."""
    name = after.strip(".,;:()").casefold()
    if not _DAY_NUMBER.fullmatch(text) or not _MONTH.fullmatch(name):
        return True
    return 1 <= int(text) <= calendar.monthrange(LEAP, MONTHS[name[:3]])[1]


def _after_label(before: str) -> bool:
    words = before.split()
    if not words:
        return False
    return bool(
        _LABEL.fullmatch(words[-1]) or (len(words) > 1 and _LABEL.fullmatch(words[-2]) and _BODY.match(words[-1]))
    )
