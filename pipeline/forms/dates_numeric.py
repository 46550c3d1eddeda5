"""Parts of date expressions that begin with digits: 2012-08-06, 6/8 2012, 6 augusti, 2018 kvartal 2, 2024."""

import re

from pipeline.forms.dates_fragments import (
    MAYBE_YEAR,
    MONTH,
    REL,
    Y4,
    Y_END,
    Rules,
    make,
    make_day,
    month_number,
    next_year,
    num,
    rule,
)
from pipeline.forms.dates_parts import Kind, Part

NUMERIC: Rules = []
_NO_DIGITS = {ord(digit): None for digit in "0123456789"}


@rule(NUMERIC, rf"(?P<y4>{Y4}) ?- ?(?P<m>\d\d?) ?- ?(?P<d>\d\d?)(?!\d|:\d\d:)")
def _iso(match: re.Match[str]) -> Part | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", match.group()):
        return make_day(match, confidence=0.97)
    return make_day(match, needs="compact", confidence=0.9)


@rule(NUMERIC, rf"(?P<y4>{Y4})(?:-[. ]?|[. ]-)(?P<m>\d\d)(?:[-.] ?| -)(?P<d>\d\d)(?!\w|[.:/-]\d)")
def _iso_worn(match: re.Match[str]) -> Part | None:
    return make_day(match, needs="compact", confidence=0.6)


# what a scan made of dashes: 1996=11=04, 1995=-10-09, 1997.-09=22
@rule(NUMERIC, rf"(?P<y4>{Y4})[-=.]{{1,3}}(?P<m>\d\d)[-=.]{{1,3}}(?P<d>\d\d)(?!\w|[.:/=-]\d)")
def _iso_dashes(match: re.Match[str]) -> Part | None:
    signs = match.group().translate(_NO_DIGITS)
    dirty = "=" in signs or (len(signs) > 2 and "-" in signs)
    return make_day(match, needs="compact", confidence=0.75) if dirty else None


# and of two ones that it set apart: 2012-1 1-26, 201 1-02-28
@rule(NUMERIC, rf"(?P<y4>{Y4})-(?P<m>1 [012]|0 [1-9])-(?P<d>\d\d)(?!\w|[.:/-]\d)")
def _iso_month_apart(match: re.Match[str]) -> Part | None:
    day = num(match, "d")
    month = int(match["m"].replace(" ", ""))
    return make(match, Kind.DAY, month, day=day, confidence=0.8) if 1 <= day <= 31 else None


@rule(NUMERIC, r"(?P<y3>(?:19|20)\d) (?P<y1>\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\w|[.:/-]\d)")
def _iso_year_apart(match: re.Match[str]) -> Part | None:
    part = make_day(match, confidence=0.8)
    return part._replace(year=int(match["y3"] + match["y1"])) if part is not None else None


@rule(NUMERIC, rf"(?P<y4>{Y4})(?P<s>[./])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?!\d|[./-]\d)")
def _iso_points(match: re.Match[str]) -> Part | None:
    return make_day(match, confidence=0.93)


@rule(NUMERIC, rf"(?P<y4>{Y4}) (?P<m>0\d|1[012]) (?P<d>[0-3]\d)(?!\w|[ .,:/-]\d)")
def _iso_spaces(match: re.Match[str]) -> Part | None:
    return make_day(match, confidence=0.8)


@rule(NUMERIC, rf"(?P<y4>{Y4})(?P<m>\d\d)(?P<d>\d\d)(?!\w|[./:]\d)")
def _compact(match: re.Match[str]) -> Part | None:
    return make_day(match, needs="compact", confidence=0.9)


@rule(NUMERIC, r"(?P<y2>\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\w|[./:]\d)")
def _compact_short(match: re.Match[str]) -> Part | None:
    return make_day(match, needs="dating", confidence=0.8)


@rule(NUMERIC, r"(?P<y2>\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\w|[./:-]\d)")
def _iso_short(match: re.Match[str]) -> Part | None:
    return make_day(match, needs="short", confidence=0.85)


@rule(NUMERIC, r"(?P<y2>[89]\d)\.(?P<m>\d\d)\.(?P<d>\d\d)(?!\w|[./:-]\d)")
def _points_short(match: re.Match[str]) -> Part | None:
    return make_day(match, needs="dating", confidence=0.7)  # KS 94.09.07, as typewriters had it


@rule(NUMERIC, rf"(?P<d>\d\d?) ?/ ?(?P<m>\d\d?)(?:(?: |, |-| -| - |/)(?P<y4>{Y4}){Y_END})")
def _slash_year(match: re.Match[str]) -> Part | None:
    return make_day(match, confidence=0.93)


@rule(NUMERIC, r"(?P<d>\d\d?)/(?P<m>\d\d?)(?: ?-|'| '|/| -)(?P<y2>\d\d)(?!\w|[./:-]\d|/)")
def _slash_short(match: re.Match[str]) -> Part | None:
    return make_day(match, needs="short", confidence=0.85)


@rule(NUMERIC, rf"(?P<d>\d\d?) ?/ ?(?P<m>\d\d?) (?P<rel>{REL})")
def _slash_relative(match: re.Match[str]) -> Part | None:
    part = num(match, "d") < num(match, "m") < 6  # "har 3/4 i år valt …": most likely a share
    return make_day(match, needs="dating slash" if part else "", confidence=0.85)


@rule(
    NUMERIC,
    r"(?P<d>\d\d?)/(?P<m>\d\d?)(?!\w|[/,.:]\d|-(?:tid|del)| (?:av|delar|dels|per)(?!\w)| \d{1,3}(?!\d)(?! §))",
)
def _slash(match: re.Match[str]) -> Part | None:
    return make_day(match, needs="dating slash", confidence=0.75)


@rule(NUMERIC, rf"(?P<d>\d\d?)\.(?P<s> ?)(?P<m>\d\d?)\.(?P=s)(?P<y4>{Y4})(?!\w|[./:-]\d)")
def _points(match: re.Match[str]) -> Part | None:
    return make_day(match, confidence=0.9)


@rule(NUMERIC, rf"(?P<d>\d\d?)\.(?P<m>\d\d?)(?= ?- ?\d\d?\.\d\d?\.{Y4}(?!\w|[./:-]\d))")
def _points_from(match: re.Match[str]) -> Part | None:
    return make_day(match, confidence=0.85)  # 1.7-31.12.2018


# 5.11-3.12 2018, where the year stands for both
@rule(
    NUMERIC,
    rf"(?P<d>\d\d?)\.(?P<m>\d\d?)(?=(?: ?- ?| till )(?P<last>\d\d?)\.(?P<until>\d\d?),? {Y4}{Y_END})",
)
def _points_from_before_year(match: re.Match[str]) -> Part | None:
    first, last = (num(match, "m"), num(match, "d")), (num(match, "until"), num(match, "last"))
    if last <= first:
        return None
    # 5.11 before 3.12 can't be numbers of a falling range; 3.5 before 4.2 may be
    falls = float(f"{first[1]}.{match['m']}") > float(f"{last[1]}.{match['until']}")
    return make_day(match, needs="" if falls else "dotted", confidence=0.8)


@rule(NUMERIC, rf"(?P<d>\d\d?)\.(?P<m>\d\d?),? (?P<y4>{Y4}){Y_END}")
def _points_before_year(match: re.Match[str]) -> Part | None:
    return make_day(match, needs="dotted day", confidence=0.8)


@rule(NUMERIC, rf"(?P<d>\d\d?) (?P<w>{MONTH}) (?P<y2>\d\d)(?=[.,;)](?!\d)|\s*$|\n)")
def _day_month_short(match: re.Match[str]) -> Part | None:
    return make(match, Kind.DAY, month_number(match["w"]), day=num(match, "d"), confidence=0.8)


@rule(
    NUMERIC,
    rf"(?P<d>\d\d?)(?: ?[:.]? ?(?:a|e|de|te|dra|dje|sta)(?!\w)|\.)?[ ]?\n?[ ]?(?:i )?(?P<w>{MONTH})"
    rf"(?: månads?(?!\w))?(?:,(?= (?:år )?{Y4}{Y_END}))?{MAYBE_YEAR}",
)
def _day_month(match: re.Match[str]) -> Part | None:
    day = num(match, "d")
    return make(match, Kind.DAY, month_number(match["w"]), day=day) if 1 <= day <= 31 else None


@rule(NUMERIC, r"(?P<d>\d\d?)(?: ?:(?:a|e))? (?:(?:i )?(?:samma|denna|nämnda|innevarande) månad|ds|dennes)(?!\w)")
def _same_month(match: re.Match[str]) -> Part | None:
    day = num(match, "d")
    own = 0 if re.search("denna|dennes|ds|innevarande", match.group()) else None  # the memo's own month
    return make(match, Kind.DAY, day=day, same_month=True, relative=own) if 1 <= day <= 31 else None


@rule(NUMERIC, rf"(?P<o>[1-4])(?::?(?:a|e|dje|dra|sta|de))? kvartalet(?:,? av)?{MAYBE_YEAR}(?!\w)")
def _nth_quarter(match: re.Match[str]) -> Part:
    return make(match, Kind.QUARTER, num(match, "o"))


@rule(NUMERIC, rf"(?P<o>[1-3])(?::?(?:a|e|dje|dra|sta))? tertialet{MAYBE_YEAR}(?!\w)")
def _nth_tertial(match: re.Match[str]) -> Part:
    return make(match, Kind.TERTIAL, num(match, "o"))


@rule(NUMERIC, rf"(?P<o>[12])(?::?a)? halvåret{MAYBE_YEAR}(?!\w)")
def _nth_half(match: re.Match[str]) -> Part:
    return make(match, Kind.HALF, num(match, "o"))


@rule(NUMERIC, rf"(?P<y4>{Y4})[ -]{{0,2}}(?:kvartal |kv ?|q)(?P<n>[1-4])(?!\w)")
def _year_quarter(match: re.Match[str]) -> Part:
    return make(match, Kind.QUARTER, num(match, "n"))


@rule(NUMERIC, rf"(?P<y4>{Y4})[ -]{{0,2}}(?:tertial |t)(?P<n>[1-3])(?!\w)")
def _year_tertial(match: re.Match[str]) -> Part:
    return make(match, Kind.TERTIAL, num(match, "n"))


@rule(NUMERIC, rf"(?P<y4>{Y4})[ -]{{1,2}}(?:v\.? ?|vecka )(?P<n>\d\d?)(?!\w|[.,]\d)")
def _year_week(match: re.Match[str]) -> Part:
    return make(match, Kind.WEEK, num(match, "n"), confidence=0.8)


@rule(NUMERIC, r"(?P<y4>(?:1[6-9]|20)\d0)(?: ?-? ?talen?[ts]?(?!\w)|-(?= och \d{4}-talen))")
def _decade(match: re.Match[str]) -> Part:
    first = int(match["y4"])
    if first % 100 == 0 and first < 2000:
        return make(match, Kind.YEARS, until=first + 99, confidence=0.6)  # "1800-talet" is a century
    return make(match, Kind.DECADE, confidence=0.7 if first % 100 else 0.4)


@rule(NUMERIC, rf"(?P<y4>{Y4})/(?P<u>{Y4}|\d\d)(?![\w%]|[.,:/]\d|-\d)")
def _year_pair(match: re.Match[str]) -> Part | None:
    until = next_year(match)
    return make(match, Kind.YEARS, until=until, needs="pair", confidence=0.7) if until else None


@rule(NUMERIC, rf"(?P<y4>{Y4}) ?- ?(?P<u>\d\d)(?![\w%]|[.,:/-]\d| ?%)")
def _year_dash(match: re.Match[str]) -> Part | None:
    first, last = int(match["y4"]), int(match["u"])
    until = first - first % 100 + last
    if until <= first or until > first + 30 or last <= 12:
        return None
    return make(match, Kind.YEARS, until=until, needs="pair", confidence=0.7)


@rule(NUMERIC, rf"(?P<y4>{Y4})-(?P<m>0[1-9]|1[012])(?![\w%]|[.,:/-]\d| ?%| \d)")
def _iso_month(match: re.Match[str]) -> Part | None:
    return make(match, Kind.MONTH, num(match, "m"), needs="dating month", confidence=0.7)


@rule(NUMERIC, rf"(?P<y4>{Y4})(?![\w%‰]|[.,:/]\d|-\d{{1,3}}(?!\d)|-\d{{5}}|:-|[ ]?%)")
def _year(match: re.Match[str]) -> Part:
    return make(match, Kind.YEAR, needs="year", confidence=0.85)


# only where a range or a list may go on behind it: no other number is a day
@rule(
    NUMERIC,
    r"(?P<d>\d\d?)(?: ?:(?:a|e))?(?!\w|[.,:/]\d|%)(?= ?-| till |(?:, ?| och | samt | respektive | resp\.? | & | eller )"
    r"(?:den )?\d)",
)
def _bare_day(match: re.Match[str]) -> Part | None:
    day = num(match, "d")
    return make(match, Kind.BARE_DAY, day=day, needs="range") if 1 <= day <= 31 else None
