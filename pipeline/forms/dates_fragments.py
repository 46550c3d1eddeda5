"""What the patterns of the date grammar are made of: months, years, units, and how a match becomes a part.

Patterns are matched against a text's shadow (`dates_shadow`): lower case, one kind of dash.
"""

import re
from collections.abc import Callable

from pipeline.forms.dates_parts import Kind, Part
from pipeline.resources import toml

SAME = 100  # as `Part.relative`: the year just spoken of

_DATA = toml("forms/data/dates.toml")
MONTHS: dict[str, int] = {row["long"][:3]: row["number"] for row in _DATA["months"]}
SEASONS: dict[str, int] = {
    form: row["number"] for row in _DATA["seasons"] for form in (row["long"], *row["plain"].split("|"))
}
ORDINALS: dict[str, int] = _DATA["ordinals"]
WEEKDAYS: dict[str, int] = _DATA["weekdays"]
RELATIVE = {"i förfjol": -2, "i fjol": -1, "förra året": -1, "föregående år": -1, "i år": 0, "innevarande år": 0}
RELATIVE |= {"nästa år": 1, "nästkommande år": 1, "samma år": SAME, "nämnda år": SAME}
RELATIVE |= {"det året": SAME, "sistnämnda år": SAME}


def alternatives(words: list[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


LONG = "|".join(row["long"] for row in _DATA["months"])
SHORT = "|".join(row["short"] for row in _DATA["months"])
MONTH = rf"(?:(?:{LONG})(?!\w)(?:\.(?= \d{{4}}))?|(?:{SHORT})(?!\w)\.?)"
FULL_MONTH = rf"(?:{LONG})(?!\w)(?: månads?(?!\w))?"
Y4 = r"(?:1[6-9]|20|21)\d\d"
REL = rf"(?:{alternatives(list(RELATIVE))})(?!\w)"
# what may not follow a year that stands after a month, a season …: more digits, the rest of a number, a unit
RUN_ON = rf"(?=\d{{1,2}} (?:{LONG}) (?:19|20)\d\d(?!\d))"  # the dash between was lost: "1 juli 202631 augusti 2027"
Y_END = (
    rf"(?:{RUN_ON}|(?!"
    r"[\w%]|[.,:/]\d|-\d{3}|-\d\d-\d\d(?!\d)| ?%| ?(?:tkr|kr|kronor|mnkr|mkr|procent|personer|elever|barn|st)(?!\w)"
    r"))"
)
TWO = rf"(?:-|- | -|'|-')(?P<y2>\d\d)(?![\w%/]|[.,:]\d|-\d| ?%| ?(?:{MONTH})| ?(?:procent|kr|år)(?!\w))"
# a speck or a stray dash may stand before the year: "30 juni .2000", "31 oktober - 2001."
YEAR = rf"(?:(?: [.']?| år |\n|(?<=[/-])| - (?={Y4}[.)](?!\d)))(?P<y4>{Y4}){Y_END}|[ ]?{TWO}| (?P<rel>{REL}))"
MAYBE_YEAR = rf"{YEAR}?"
PAIR = rf"(?P<y4>{Y4})(?: ?[/-] ?(?P<u>{Y4}|\d\d))?(?![\w%]|[.,:/]\d|-(?!{Y4}/)\d)"
ORDINAL = alternatives(list(ORDINALS))
LONG_SEASONS = frozenset(row["long"] for row in _DATA["seasons"])
SEASON_LONG = "|".join(row["long"] for row in _DATA["seasons"])
SEASON_ANY = SEASON_LONG + "|" + "|".join(row["plain"] for row in _DATA["seasons"])

_TRAILING = re.compile(r"(?:[ ,\n/]| av| för| under)+$")
_TRAILS = (" ", ",", "\n", "/", " av", " för", " under")  # what it ends in

Build = Callable[[re.Match[str]], Part | None]
Rules = list[tuple[re.Pattern[str], Build]]


def rule(into: Rules, pattern: str) -> Callable[[Build], Build]:
    """Puts a function into a list of rules under the pattern that it reads."""

    def add(build: Build) -> Build:
        into.append((re.compile(pattern), build))
        return build

    return add


def num(match: re.Match[str], group: str) -> int:
    """A group of digits as a number."""
    return int(match[group])


def said_year(match: re.Match[str]) -> tuple[int | None, bool, int | None]:
    """The year that a pattern with YEAR holds: (year, whether of two digits, relative)."""
    groups = match.re.groupindex
    if "y4" in groups and match["y4"]:
        return int(match["y4"]), False, None
    if "y2" in groups and match["y2"]:
        return int(match["y2"]), True, None
    return None, False, RELATIVE[match["rel"]] if "rel" in groups and match["rel"] else None


def make(match: re.Match[str], kind: Kind, number: int = 0, **more: object) -> Part:
    """The part that a pattern matched, with the year that it said."""
    year, short, relative = said_year(match)
    values: dict[str, object] = {"year": year, "short": short, "relative": relative, **more}
    start, end = match.span()
    if (said := match.group()).endswith(_TRAILS):
        # a comma, "av" or "för" that led to no year is no part of the expression
        end = start + len(_TRAILING.sub("", said))
    return Part(start, end, kind, number=number, **values)  # type: ignore[arg-type]


def make_day(match: re.Match[str], **more: object) -> Part | None:
    """The day that a pattern with the groups d and m matched, None where no month has it."""
    month, day = num(match, "m"), num(match, "d")
    return make(match, Kind.DAY, month, day=day, **more) if 1 <= month <= 12 and 1 <= day <= 31 else None


def month_number(word: str) -> int:
    """The number of a month from its name, long or short."""
    return MONTHS[word.strip()[:3]]


def next_year(match: re.Match[str]) -> int:
    """The second year of a pair such as 2015/16, 0 where it isn't the next one."""
    first = int(match["y4"])
    if match["u"] is None:
        return first + 1
    last = int(match["u"])
    if last < 100:
        last += (first + 1) - (first + 1) % 100
    return last if last == first + 1 else 0
