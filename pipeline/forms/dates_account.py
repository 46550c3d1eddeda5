"""The year that a memo gives an account of, by its title: `Årsredovisning 2020`, `Bokslut 2020 för …`.

In such a memo a month without its year is one of that year, though the memo is written in the months after it: "I
januari gjordes en omorganisation". The words are data: `data/dates_direction.csv`.
"""

import re
from datetime import date

from pipeline.forms.dates_direction import Way, words_of
from pipeline.forms.dates_parts import Days, Kind
from pipeline.forms.dates_shadow import Shadow

LAST_MONTH = 7  # in which such a memo about the year before is written
CONFIDENCE = 0.6
_YEAR = re.compile(r"(?<![\d/:])(?:19|20)\d\d(?![\d/:])")
_KINDS = frozenset({Kind.MONTH, Kind.SEASON, Kind.QUARTER, Kind.TERTIAL, Kind.HALF})
_REACH = 120  # characters of the sentence on each side


_ACCOUNT = re.compile(rf"(?<![\w-])(?:{words_of('account title')})(?![\w-])")
_LATER = re.compile(rf"(?<![\w-])(?:{words_of('account later')})(?![\w-])")
_STOP = re.compile(r"[.!?:](?=\s+[A-ZÅÄÖ§])|\n\n|\t")


def account_year(title: str) -> int | None:
    """The one year that the title's account is of; None where it is no account or names none or several years."""
    if not _ACCOUNT.search(title.lower()):
        return None
    years = {int(year) for year in _YEAR.findall(title)}
    return years.pop() if len(years) == 1 else None


def is_of_account(
    text: str,
    shadow: Shadow,
    start: int,
    end: int,
    kind: Kind,
    days: Days | None,
    anchor: date,
    account: int,
    way: Way | None,
) -> bool:
    """Whether text[start:end], which in the account's year covers `days`, is of that year."""
    if kind not in _KINDS or days is None or days[1] > anchor or (way is not None and way.side != "past"):
        return False
    if anchor.year == account:
        return True
    if anchor.year != account + 1 or anchor.month > LAST_MONTH:
        return False
    if days[0].replace(day=1, year=anchor.year) > anchor:
        return True  # not yet come this year
    begin = max(0, start - _REACH)
    for stop in _STOP.finditer(text, begin, start):
        begin = stop.end()
    close = _STOP.search(text, end, end + _REACH)
    # "Revisorerna granskade bokslutet i mars": what is done with the account itself comes after its year
    return _LATER.search(shadow, begin, close.start() if close else end + _REACH) is None
