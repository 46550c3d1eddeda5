"""The sign before a number: a minus or plus, or a dash that may be one, a range's or a bullet."""

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.forms.amounts_numbers import MINUS, SIGN_ENDS, SPACE
from pipeline.forms.amounts_units import FORMS, GAP


class Sign(NamedTuple):
    """How many characters before the number its sign takes (0 where the dash is none), the number's value with it, and
    how sure that is (0 to 1)."""

    length: int
    value: Decimal
    sure: float


SIGNED = re.compile(rf"(?P<sign>[+{MINUS}]{GAP}?|(?:minus){GAP})$", re.IGNORECASE)
SPACED_SIGN = re.compile(
    r"(?<!\w)(?:på|till|är|med|av|var|blir|om|visar|resultat|resultatet|avvikelse|prognos)\s$", re.IGNORECASE
)
ENDS_IN_UNIT = re.compile(rf"(?:{FORMS}){GAP}*$", re.IGNORECASE)
# a dash behind a date or year, that may be a minus: "1994 -612 tkr", "1994-612 tkr", "per 31/8 - 612 tkr"
DASH_AT_DATE = re.compile(
    rf"(?<![\w.,:/{MINUS}])(?:(?:(?:19|20)\d\d[/{MINUS}])?(?P<year>(?:19|20)\d\d)|(?:19|20)\d\d/\d\d"
    rf"|(?:(?:19|20)?\d\d-)?\d\d-\d\d|\d{{1,2}}/\d{{1,2}})(?P<gap>{GAP}?)[{MINUS}](?P<after>{GAP}?)$"
)
LEANING_DASH = re.compile(rf"\w{GAP}[{MINUS}]$")


def sign_before(before: str, value: Decimal) -> Sign | None:
    """The sign that ends `before`, the text up to a number of this value; None where no dash or plus stands there."""
    near = before.rstrip()[-1:]
    sign = SIGNED.search(before) if near and near in SIGN_ENDS else None
    if sign is None:
        return None
    if _is_sign(before[: sign.start()], sign["sign"]):
        return Sign(len(sign[0]), value if sign["sign"].startswith("+") else -value, 1.0)
    if dated := DASH_AT_DATE.search(before):
        # "blev 1994 -612 tkr": a range's ends differ, and a year is none of them
        year = int(dated["year"] or 0)
        if dated["gap"] and not dated["after"] and not year <= value <= 3 * year:
            return Sign(1, -value, 0.9)
        return Sign(0, value, 0.4)
    return Sign(0, value, 0.4) if LEANING_DASH.search(before) else None  # "konto 510 -612 tkr", "100 -200 kr"


def _is_sign(before: str, sign: str) -> bool:
    """Whether a dash (or plus, or "minus") after `before` is a sign, not a range or a dash between words."""
    if before and not (before[-1] in ' \t\n(\u00a0[~:"”“»' or before[-1] in SPACE):
        return False
    if before.rstrip()[-1:] in ("(", "["):
        return True
    if sign.casefold().startswith(("minus", "−", "+")):
        return not sign.startswith("−") or not before.rstrip()[-1:].isdigit()
    if before.rstrip()[-1:].isdigit() or ENDS_IN_UNIT.search(before[-16:]):
        return before.endswith(("\t", "\n"))  # "5 mnkr –10 mnkr" is a range
    return len(sign) == 1 or SPACED_SIGN.search(before) is not None
