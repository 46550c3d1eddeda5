"""When two readings of a word agree, and which of several is taken. Knows only strings."""

import re
from collections.abc import Callable, Sequence

from pipeline.read.second_forms import Form, form

_FOLD = str.maketrans({"·": "•"} | dict.fromkeys("–—−‐‑", "-") | dict.fromkeys("’‘´`", "'") | dict.fromkeys("”“„", '"'))
_RAISED = str.maketrans("²³", "23")
_BETWEEN = re.compile(r"(?<=[0-9])([^0-9]+)(?=[0-9])")
_AT_ENDS = re.compile(r"^[^0-9]+|[^0-9]+$")
_DAY = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}[-–]([0-9]{2})[-–]([0-9]{2})(?![0-9])")
_GROUPED = re.compile(r"[^0-9 ]*[0-9]{1,3}(?: [0-9]{3})+[^0-9 ]*")
_SIGN = re.compile(r"[§%²³]")
# before a plain number, not before 802440-7781; behind one, where nothing else stands: neither 500:- nor 500,-
_MINUS = re.compile(r"[^\w]*[-–—−‐‑] ?(?=[0-9][0-9 .,]*[^0-9]*$)")
_MINUS_BEHIND = re.compile(r"[^\w]*[0-9][0-9 .,]*(?<=[0-9 ])[-–—−‐‑][).,;]*$")
_DIRT, _DOTS = "'`´’‘\"”“„*^~|=_", " ·•"
_DASHES = re.compile(r"^[-–—−‐‑]{2,}(?=[0-9])")
_LETTERED = re.compile(r"[^\w]*(?=[0-9IlO|]*[0-9])(?=[0-9]*[IlO|])[0-9IlO|]+[^\w]*")  # letters like digits
_SPAN = re.compile(r"[^\w]*[1-9][0-9]{0,2}[-–—−‐‑][0-9]{3}[^\w]*")  # from a number to one that may be its last group
MAJORITY = 3  # of four readings


def fold(text: str) -> str:
    """The text without what the two readers write in different ways: dashes, quotation marks, dots of lists."""
    return text.translate(_FOLD)


def has_digits(text: str) -> bool:
    """Whether a number stands in it; ² alone is none."""
    return any("0" <= c <= "9" for c in text)


def digits(text: str) -> str:
    """The digits in order. What parts them counts too: a point or comma is one thing, anything else another."""
    return _AT_ENDS.sub("", _BETWEEN.sub(lambda found: "," if found[1] in ".," else " ", text))


def agree(first: str, second: str) -> bool:
    """Whether two readings of a word say the same: every digit, and a minus before or behind them; every letter where
    there are no digits."""
    if has_digits(first) or has_digits(second):
        if any(bool(sign.match(first)) is not bool(sign.match(second)) for sign in (_MINUS, _MINUS_BEHIND)):
            return False
        if bool(_LETTERED.fullmatch(first)) is not bool(_LETTERED.fullmatch(second)):
            return False  # "1I" and 1: an eleven, or a one that was seen twice
        if bool(_SPAN.fullmatch(first)) is not bool(_SPAN.fullmatch(second)):
            return False  # "5-150" and 5 150
        first, second = first.translate(_RAISED), second.translate(_RAISED)
        return digits(first) == digits(second) or grouped(first, second)
    return fold(first).casefold() == fold(second).casefold()


def grouped(first: str, second: str) -> bool:
    """Whether the second reading is the first with spaces between thousands: 1400 and 1 400."""
    if not _GROUPED.fullmatch(second):
        return False
    return digits(second).replace(" ", "") == digits(first)


def sign_lost(first: str, second: str) -> bool:
    """Whether the first reader took a §, % or ² for something else, which is how it fails most often."""
    return len(_SIGN.findall(second)) > len(_SIGN.findall(first))


def without_dirt(first: str, second: str) -> str:
    """The first reading without the specks beside a number that only one of the readers took for signs: "388 of which
    the other reads 388, 640: and 640 ·, --6,0 and -6,0."""
    seen = second.strip(_DOTS)
    bare = _DASHES.sub("-", first.strip(_DIRT))
    others = (bare, bare.lstrip(".,:;·")) if seen == second else (bare, bare.lstrip(".,:;·"), bare.rstrip(":;·"))
    return seen if seen in others else first


def is_day(text: str) -> bool:
    """Whether it is a day in figures, as a stamp of arrival has it."""
    return _DAY.fullmatch(text) is not None and form(text) is not Form.IMPOSSIBLE


def cut_off(short: str, whole: str) -> bool:
    """Whether the digits of `short` are those of `whole` with some gone at either end: 21 of 215.

    A picture of a word that was cut too tight loses a digit for every reader that looks at it, so that they agree on
    what is not printed.
    """
    few, many = (re.sub(r"[^0-9]", "", text) for text in (short, whole))
    return 0 < len(few) < len(many) and (many.startswith(few) or many.endswith(few))


def settle(ones: Sequence[str], twos: Sequence[str], form: Callable[[str], Form] = form) -> str | None:
    """The reading that the first reader and the second came to share, None where there is none.

    ones, twos: each reader's readings of the same word, its first one first. Most of all readings must be so; but a
    well-formed one that each reader has read stands where no other reading is well formed. A § or % that the second
    reader saw is never settled away: that is how the first one fails. form: what can be printed there.
    """
    signs = max((len(_SIGN.findall(two)) for two in twos), default=0)
    most = max(MAJORITY, (len(ones) + len(twos)) // 2 + 1)
    shared: list[tuple[bool, str]] = []
    for one in filter(None, ones):
        matching = [two for two in twos if two and agree(one, two)]
        if not matching or form(one) is Form.IMPOSSIBLE:
            continue
        spaced = [two for two in matching if grouped(one, two)]
        best = (spaced or ([one] if " " not in one else matching))[0]
        if len(_SIGN.findall(best)) >= signs:
            shared.append((len(matching) + sum(agree(one, other) for other in ones) >= most, best))
    well = [best for _, best in shared if form(best) is Form.PLAIN]
    others = [text for text in (*ones, *twos) if text and well and not agree(text, well[0])]
    if others and not any(form(text) is Form.PLAIN for text in others):
        return well[0]
    return next((best for sure, best in shared if sure), None)


def preferred(ones: Sequence[str], twos: Sequence[str], form: Callable[[str], Form]) -> str | None:
    """The only well-formed one among readings that dispute, where there are others: what to print, unconfirmed."""
    every = [*filter(None, twos), *filter(None, ones)]
    well = [text for text in every if form(text) is Form.PLAIN]
    if not well or len(well) == len(every) or not all(agree(well[0], other) for other in well):
        return None
    return well[0]
