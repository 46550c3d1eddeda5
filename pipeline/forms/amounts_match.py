"""What an amount in a text is, and a number on its way to be one."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from pipeline.tables import Bound, Unit, Vat


class AmountMatch(NamedTuple):
    """An amount in `text[start:end]`: its own words with sign and rate, without ca, högst or the like.

    value: in `unit` (`2,5 mnkr` is 2.5, `1,2 miljoner euro` 1200000, `25 öre` 0.25). per: the first denominator, a noun
    in the singular, None where it is no rate. confidence: 0 to 1, given that the characters were read rightly.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: Unit
    per: str | None = None
    approximate: bool = False
    bound: Bound | None = None
    vat: Vat | None = None
    confidence: float = 0.95


@dataclass(slots=True)
class Number:
    """A number in the text: its span (sign included), value, and how sure its digits are."""

    start: int
    end: int
    value: Decimal
    sure: float
    words: bool = False
    colon: bool = False
    year: bool = False
