"""The parts that date expressions are made of, and the days that each covers once its year is known.

A part is a day, a month, a season, a quarter … as it is written: what it says is kept, what it leaves out (most often
the year) is None. Ranges are two parts.
"""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from pipeline.tables import Precision

LAST = 99  # as a day: the last one of its month ("sista april")
EARLIEST, LATEST = 1600, 2199  # years outside are taken for something else


class Kind(StrEnum):
    """What a part names."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF = "half"  # half years and terms
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    WEEK = "week"
    SCHOOL_YEAR = "school year"  # August to June
    FISCAL_YEAR = "fiscal year"  # July to June
    YEARS = "years"  # from January of the first to December of the last
    TURN = "turn"  # of the year: årsskiftet; of the half year, of a month: `number` is the month that ends
    BARE_DAY = "bare day"  # the first half of "1–15 mars": says its day only


PRECISIONS: dict[Kind, Precision] = {
    Kind.DAY: "day",
    Kind.MONTH: "month",
    Kind.QUARTER: "quarter",
    Kind.HALF: "half",
    Kind.SEASON: "season",
    Kind.YEAR: "year",
}


class Part(NamedTuple):
    """text[start:end]. year: as far as written; short: of two digits; relative: "i fjol" is -1, "samma år" is SAME.

    number: of the month, quarter, season, week …; until: the last one where several are named in one part
    (`sommaren/hösten`, `kvartal 1–3`), for school years the last year. day: for DAY and BARE_DAY.
    needs: what the text round it must show for the part to be a date ("" nothing, see `dates_context`).
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    number: int = 0
    until: int = 0
    day: int = 0
    short: bool = False
    relative: int | None = None
    same_month: bool = False
    weekday: int | None = None
    needs: str = ""
    confidence: float = 0.95

    @property
    def precision(self) -> Precision:
        if self.until and self.kind is not Kind.SEASON and self.until != self.number:
            return "range"
        return PRECISIONS.get(self.kind, "range")


Days = tuple[date, date]


def days_of(part: Part, year: int | None = None) -> Days | None:
    """The first and the last day that the part covers in `year`, None where there is no such day."""
    year = part.year if year is None else year
    if year is None or not EARLIEST <= year <= LATEST:
        return None
    try:
        return COVER[part.kind](part, year)
    except ValueError:
        return None


def full_year(short: int, anchor: date | None) -> int:
    """The year that two digits mean: within 79 years before and 20 years after the memo (or 1930–2029)."""
    latest = anchor.year + 20 if anchor else 2029
    return latest - (latest - short) % 100


def _months(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last of another; `last` over 12 runs into the next year."""
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


def _day(part: Part, year: int) -> Days:
    number = calendar.monthrange(year, part.number)[1] if part.day == LAST else part.day
    day = date(year, part.number, number)
    return day, day


def _steps(length: int) -> Callable[[Part, int], Days]:
    def cover(part: Part, year: int) -> Days:
        last = part.until or part.number
        if not 1 <= part.number <= last <= 12 // length:
            raise ValueError(part.number)
        return _months(year, (part.number - 1) * length + 1, last * length)

    return cover


def _season(part: Part, year: int) -> Days:
    first, last = part.number * 3, (part.until or part.number) * 3
    if last < first:
        last += 12
    return _months(year, first, last + 2)


def _year(part: Part, year: int) -> Days:
    return date(year, 1, 1), date(part.until or year, 12, 31)


def _decade(part: Part, year: int) -> Days:
    return date(year, 1, 1), date(year + 9, 12, 31)


def _week(part: Part, year: int) -> Days:
    last = part.until or part.number
    if last < part.number:
        raise ValueError(part.number)
    return date.fromisocalendar(year, part.number, 1), date.fromisocalendar(year, last, 7)


def _school_year(part: Part, year: int) -> Days:
    return date(year, 8, 1), date(part.until or year + 1, 6, 30)


def _fiscal_year(part: Part, year: int) -> Days:
    return date(year, 7, 1), date(part.until or year + 1, 6, 30)


def _turn(part: Part, year: int) -> Days:
    end = date(year, part.number, calendar.monthrange(year, part.number)[1])
    return end, end + timedelta(days=1)


COVER: dict[Kind, Callable[[Part, int], Days]] = {
    Kind.DAY: _day,
    Kind.MONTH: _steps(1),
    Kind.QUARTER: _steps(3),
    Kind.TERTIAL: _steps(4),
    Kind.HALF: _steps(6),
    Kind.SEASON: _season,
    Kind.YEAR: _year,
    Kind.YEARS: _year,
    Kind.DECADE: _decade,
    Kind.WEEK: _week,
    Kind.SCHOOL_YEAR: _school_year,
    Kind.FISCAL_YEAR: _fiscal_year,
    Kind.TURN: _turn,
    Kind.BARE_DAY: _day,
}
