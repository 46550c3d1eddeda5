"""Sums of two sizes: "en miljon 250 tusen kronor", "två miljoner femhundratusen kronor", "1 miljard 200 miljoner"."""

import re
from decimal import Decimal

from pipeline.forms.amounts_match import Number
from pipeline.forms.amounts_numbers import WORDS, value_in_words
from pipeline.forms.amounts_units import GAP, Scale
from pipeline.tables import Unit

SIZES = {"miljon": 1_000_000, "miljard": 1_000_000_000}
BASES: dict[Unit, int] = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000}
LARGER = re.compile(
    rf"(?<![\w.,-])(?P<n>\d{{1,3}}|[^\W\d_]{{2,40}}(?:\s[^\W\d_]{{2,24}}){{0,2}}){GAP}(?P<size>miljon|miljard)(?:er)?{GAP}"
    rf"(?:och{GAP})?$",
    re.IGNORECASE,
)
REACH = 60  # characters before a number that may hold the larger size


def with_larger(text: str, number: Number, scale: Scale) -> tuple[int, Decimal, Unit] | None:
    """Where a sum begins, its value and unit, with the millions and milliards before its number; None: none are."""
    base = BASES.get(scale.unit)
    if base is None or scale.factor != 1 or number.value < 0:
        return None
    start, total, magnitude = number.start, number.value * base, 0
    while "milj" in (before := text[max(0, start - REACH) : start]) and (more := LARGER.search(before)):
        said, size = more["n"], SIZES[more["size"].casefold()]
        begin = more.start()
        if said.isdigit():
            count = Decimal(said)
        else:
            worded = [m for m in WORDS.finditer(said) if m.end() == len(said)]  # "om två miljoner": behind other words
            value = value_in_words(worded[-1][0]) if worded else None
            if value is None or value != value.to_integral_value():
                break
            count, begin = value, begin + worded[-1].start()
        if size <= magnitude or total >= size:
            break
        total += count * size
        magnitude, start = size, start - len(before) + begin
    if not magnitude:
        return None
    return (start, total / 1_000_000, "mnkr") if scale.unit == "mnkr" else (start, total, "kr")
