"""What a person may put in a row's cell, understood: Swedish sums, days, closed vocabularies."""

import datetime as dt
import re
import unicodedata
from decimal import Decimal, InvalidOperation

from pipeline.site.mask import MARK
from pipeline.store.schema import value_type
from pipeline.tables import VOCABULARIES

LONGEST = 10_000
NEEDED = frozenset(
    {("decisions", "text"), ("dates", "date_from"), ("dates", "date_to"), ("amounts", "value"), ("parties", "name"),
     ("references", "text")}
)  # fmt: skip
_DAYS = ("date", "date_from", "date_to", "effective_from", "effective_to")
_REDUCED = re.compile(r"(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"[-−–]?\d{1,15}(?:[.,]\d{1,6})?")


class CellError(ValueError):
    """A value that makes no sense in its cell; args: key of a text."""


def understood(table: str, column: str, typed: str) -> str:
    """The cell as the tables write it. Raises CellError."""
    kept = "".join(c for c in typed if c in "\n\t" or unicodedata.category(c)[0] != "C")
    value = " ".join(kept.split())
    if len(value) > LONGEST:
        raise CellError("too_long")
    if MARK in value:
        raise CellError("masked")
    if not value:
        if (table, column) in NEEDED or (table, column) in VOCABULARIES:
            raise CellError("needed")
        return ""
    if (table, column) in VOCABULARIES:
        if value not in VOCABULARIES[table, column]:
            raise CellError("not_listed")
        return value
    if value_type(table, column) in (Decimal, float):
        return _number(value)
    if column in _DAYS:
        return _day(value, reduced=(table, column) == ("decisions", "date"))
    return value


def _number(value: str) -> str:
    bare = _SPACES.sub("", value)
    while (closer := _SPACES.sub("", bare)) != bare:
        bare = closer
    if not _NUMBER.fullmatch(bare):
        raise CellError("no_number")
    if re.search(r"[.,]\d{3}$", bare):  # 1.500 is one and a half to some, one thousand five hundred to others
        raise CellError("unclear_number")
    try:
        number = Decimal(bare.replace(",", ".").replace("−", "-").replace("–", "-"))
    except InvalidOperation as error:
        raise CellError("no_number") from error
    if number == number.to_integral_value():
        return str(number.quantize(Decimal(1)) + 0)
    return format(number.normalize(), "f")


def _day(value: str, reduced: bool) -> str:
    if reduced and _REDUCED.fullmatch(value):
        return value
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise CellError("no_day")
    try:
        dt.date.fromisoformat(value)
    except ValueError as error:
        raise CellError("no_day") from error
    return value
