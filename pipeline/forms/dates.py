"""A grammar of Swedish date expressions: where they stand in a text, and the days that they cover.

Source of the conventions (what seasons, terms and school years cover, what belongs to an expression): docs/tables.md.
"""

import re
from datetime import date
from typing import NamedTuple

from pipeline.forms.dates_context import from_the_first, is_date
from pipeline.forms.dates_fragments import WEEKDAYS
from pipeline.forms.dates_grammar import START, joined_to, part_at, week_after
from pipeline.forms.dates_parts import Kind, Part
from pipeline.forms.dates_shadow import Shadow, shadow_of
from pipeline.forms.dates_years import TIE, Direction, Expression, fill_years, share_years
from pipeline.tables import Precision


class DateMatch(NamedTuple):
    """text[start:end] is a date expression that covers date_from to date_to, both days included.

    inferred: a part of it (most often the year) was taken from elsewhere. confidence: 0 to 1.
    """

    start: int
    end: int
    text: str
    date_from: date
    date_to: date
    precision: Precision
    inferred: bool
    confidence: float


_WEEKDAY = re.compile(rf"(?<!\w)({'|'.join(WEEKDAYS)})(?:en|ens)?,? (?:den )?\Z")
_SCHOOL = re.compile("l[äa]s[åa]r")
_SCHOOL_LEAD = re.compile(r"(?:^|[\t\n(]|(?<!\w)(?:från|under|för|i|inför|till|med|mot|och|sedan) )\Z")
_LIST = re.compile(r"(?:, ?| och | samt | respektive | resp\.? | & | eller )(?:den )?(?=\d)")
_LIST_LEAD = re.compile(r"(?<!\w)(?:den|dagarna|datumen|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*) \Z")
_DAY_ALONE = re.compile(
    r"(?:(?:datum|den|dat\.?|daterad|utfärdat|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)[ :,]*)*", re.IGNORECASE
)


def find_dates(
    text: str, anchor: date | None = None, direction: Direction | None = None, account: int | None = None
) -> list[DateMatch]:
    """The date expressions of a text, in order, not overlapping. Never raises.

    anchor: the memo's own date, from which years left out are taken; without it they come from other dates of the
    text with a low confidence, or the expression is left out. direction: told text offsets (start, end) of an
    expression whose sentence doesn't show it, says "past", "future" or None. account: the year that the memo is an
    account of (see `account_year`).
    """
    shadow = shadow_of(text)
    found = list(_expressions(text, shadow, anchor))
    share_years(shadow, found, anchor)
    fill_years(text, shadow, found, anchor, direction, account)
    matches = []
    for e in found:
        if e.days is None or e.days[0] > e.days[1]:
            continue
        precision = e.first.precision if e.last is None else "range"
        matches.append(
            DateMatch(
                e.start, e.end, text[e.start : e.end], *e.days, precision, e.inferred, round(min(1.0, e.confidence), 3)
            )
        )
    return matches


def parse_day(text: str, anchor: date | None = None) -> date | None:
    """The day that a string names if it is one full date and nothing else ("den 6 aug. 2012", "Datum: 940314")."""
    lead = _DAY_ALONE.match(text.strip())
    bare = text.strip()[lead.end() if lead else 0 :].strip(" .,;:")
    matches = find_dates(bare, anchor)
    if len(matches) != 1:
        return None
    only = matches[0]
    if only.precision != "day" or only.inferred or only.start != 0 or bare[only.end :].strip(" .,;:"):
        return None
    return only.date_from


def _expressions(text: str, shadow: Shadow, anchor: date | None) -> list[Expression]:
    found: list[Expression] = []
    offset = 0
    while (match := START.search(shadow, offset)) is not None:
        first = part_at(shadow, match.start())
        if first is None:
            offset = match.end() if match.end() > match.start() else match.start() + 1
            continue
        listed = _listed(shadow, first)
        made = [_expression(text, shadow, part, anchor, found) for part in listed or [first]]
        kept = [e for e in made if e is not None]
        if not kept or (listed and len(kept) != len(listed)):
            offset = match.start() + 1  # no part begins within a number or word: its tail is no date of its own
            continue
        found += kept
        while (week := week_after(shadow, found[-1].last or found[-1].first)) is not None:
            found.append(Expression(week, None, week.confidence))
        offset = found[-1].end
    return found


def _expression(
    text: str, shadow: Shadow, first: Part, anchor: date | None, found: list[Expression]
) -> Expression | None:
    before = found[-1].end if found else first.start
    tie = shadow[before : first.start]
    tied = 0 < len(tie) < 30 and TIE.match(tie) is not None
    if tied and first.needs == "dating slash" and not tie.strip():
        tied = found[-1].first.needs == "dating slash"  # "2014-09-15 1/2": a page of so many
    if tied and first.needs == "pair" and found[-1].first.kind in (Kind.SCHOOL_YEAR, Kind.FISCAL_YEAR):
        first = first._replace(kind=found[-1].first.kind, needs="")  # läsåren 2015/16 och 2016/17
    elif first.needs == "pair" and _of_school(shadow, first):
        first = first._replace(kind=Kind.SCHOOL_YEAR, needs="")
    last = joined_to(shadow, first)
    if (told := from_the_first(text, shadow, first)) is not first:
        if last is not None and last.year is not None:
            return Expression(told, last, told.confidence)
        first, last = told, None
    if last is not None:
        begin, finish = first, last
        if first.kind is Kind.MONTH and "/" in shadow[first.end : last.start] and first.number == last.number + 1:
            begin, finish = first._replace(number=last.number), last._replace(number=first.number)  # "augusti/juli"
        sure = _range(text, shadow, begin, finish, anchor, tied) * (1.0 if last.start > first.end else 0.6)
        if sure:
            return Expression(begin, finish, sure, _weekday(shadow, first))
    if first.kind is Kind.BARE_DAY:
        return None
    six = first.needs == "dating" and any(e.first.needs == "dating" and e.last is None for e in found)
    sure = is_date(text, shadow, first, anchor, tied, six)
    return Expression(first, None, sure, _weekday(shadow, first)) if sure else None


def _of_school(shadow: Shadow, pair: Part) -> bool:
    """Whether a pair of years without its word is a school year's: in a text that speaks of such, in a cell or line of
    its own or after a small word ("1998/99 gick 41 elever")."""
    alone = _SCHOOL_LEAD.search(shadow, max(0, pair.start - 16), pair.start)
    return alone is not None and shadow[pair.end : pair.end + 1] != ":" and _SCHOOL.search(shadow) is not None


def _range(text: str, shadow: Shadow, first: Part, last: Part, anchor: date | None, tied: bool) -> float:
    """How sure it is that two joined parts are a range, 0.0 where they are none."""
    expression = Expression(first, last, 1.0)
    if first.year is not None and last.year is not None and not first.short and not last.short:
        days = expression.in_year(first.year)
        if days is None or days[1] < days[0]:
            return 0.0
    elif expression.in_year(2024) is None and last.year is None:
        return 0.0
    if first.kind is Kind.BARE_DAY:
        lead = Part(
            first.start, last.end, Kind.DAY, year=last.year, number=last.number, day=first.day, needs=last.needs
        )
        sure = is_date(text, shadow, lead, anchor, tied)
        return sure * 0.97 if first.day < last.day else 0.0
    if first.kind is Kind.YEAR:
        whole = Part(first.start, last.end, Kind.YEARS, year=first.year, until=last.year or 0, needs="year")
        return is_date(text, shadow, whole, anchor, tied) * 0.9
    if first.kind is Kind.MONTH and first.needs == last.needs == "dating month":
        return 0.7  # 2020-01 – 2020-06
    if first.kind is Kind.MONTH:
        whole = last._replace(start=first.start, needs="" if last.needs == "range" else last.needs)
        return min(first.confidence, last.confidence) if is_date(text, shadow, whole, anchor, True) else 0.0
    sure = is_date(text, shadow, first, anchor, tied)
    if not sure and first.needs in ("dating slash", "dating", "compact"):
        sure = 0.8 if last.needs == first.needs or last.year is not None else 0.0
    return min(sure, last.confidence)


def _listed(shadow: Shadow, first: Part) -> list[Part]:
    """`den 3, 10 och 17 mars 2024`: the days before the last one take its month. Empty where there is no such list."""
    if first.kind is not Kind.BARE_DAY or not _LIST_LEAD.search(shadow[max(0, first.start - 14) : first.start]):
        return []
    parts = [first]
    while len(parts) < 12 and parts[-1].kind is Kind.BARE_DAY:
        join = _LIST.match(shadow, parts[-1].end)
        following = part_at(shadow, join.end()) if join else None
        if following is None or following.kind not in (Kind.BARE_DAY, Kind.DAY):
            return []
        parts.append(following)
    last = parts[-1]
    if last.kind is not Kind.DAY or len(parts) < 2:
        return []
    return [
        Part(p.start, p.end, Kind.DAY, year=last.year, number=last.number, day=p.day, short=last.short)
        for p in parts[:-1]
    ] + [last]


def _weekday(shadow: Shadow, part: Part) -> int | None:
    before = shadow[max(0, part.start - 16) : part.start]
    named = _WEEKDAY.search(before) if "dag" in before else None
    return WEEKDAYS[named.group(1)] if named else None
