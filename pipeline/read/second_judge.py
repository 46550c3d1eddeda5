"""When two readings of a word agree, and which of several is taken. Knows only strings."""

import re
from collections.abc import Sequence

_FOLD = str.maketrans("–—−‐‑’‘´`”“„²³·•", "-----''''\"\"\"23••")
_POINT = re.compile(r"(?<=\d)[.,](?=\d)")
_NOT_DIGITS = re.compile(r"[^\d,]")
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d[-–](\d\d)[-–](\d\d)(?!\d)")
_GROUPED = re.compile(r"[^\d ]*\d{1,3}(?: \d{3})+(?!\d)[^\d ]*")
_SIGN = re.compile(r"[§%]")


def fold(text: str) -> str:
    """The text without what the two readers write in different ways: dashes, quotation marks, dots of lists."""
    return text.translate(_FOLD)


def has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def digits(text: str) -> str:
    """The digits in order; a point or comma between two of them counts, and is the same."""
    return _NOT_DIGITS.sub("", _POINT.sub("\0", fold(text)).replace(",", "").replace("\0", ","))


def agree(first: str, second: str) -> bool:
    """Whether two readings of a word say the same: every digit; every letter where there are no digits."""
    if has_digits(first) or has_digits(second):
        return digits(first) == digits(second)
    return fold(first).casefold() == fold(second).casefold()


def possible(text: str) -> bool:
    """Whether such a thing can be printed: no month has more than 31 days."""
    return all(1 <= int(month) <= 12 and 1 <= int(day) <= 31 for month, day in _DAY.findall(text))


def settle(ones: Sequence[str], twos: Sequence[str]) -> str | None:
    """The reading that the first reader and the second came to share, None where there is none or more than one.

    ones, twos: each reader's readings of the same word, its first one first. Where the first reader's own words share
    the digits, the earliest such is taken, but for § and %, which the second reader knows better.
    """
    shared: dict[str, str] = {}
    for one in filter(possible, filter(None, ones)):
        for two in filter(None, twos):
            if agree(one, two) and possible(two):
                shared.setdefault(digits(one), two if set(_SIGN.findall(two)) - set(one) else one)
    return next(iter(shared.values())) if len(shared) == 1 else None


def grouped(first: str, second: str) -> bool:
    """Whether the second reading is the first with spaces between thousands: 1400 and 1 400."""
    return " " in second and bool(_GROUPED.fullmatch(second)) and fold(second).replace(" ", "") == fold(first)


def sign_lost(first: str, second: str) -> bool:
    """Whether the first reader took a § or % for digits or letters, which is how it fails most often."""
    return len(_SIGN.findall(second)) > len(_SIGN.findall(first))
