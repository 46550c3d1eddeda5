"""Years that a date leaves out or writes with two digits: taken from the text round it and from the memo's own date.

The order of trust: what the expression says itself ("i fjol"), the date that it is tied to ("1 mars och 30 april
2024"), the same day named with its year before, a weekday, the sentence's direction (see `data/dates_direction.csv`),
the nearest year.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pipeline.forms.dates_account import CONFIDENCE, is_of_account
from pipeline.forms.dates_direction import Way, direction_of
from pipeline.forms.dates_fragments import SAME
from pipeline.forms.dates_parts import Days, Kind, Part, days_of, full_year
from pipeline.forms.dates_shadow import Shadow

Direction = Callable[[int, int], str | None]  # of text[start:end]: "past", "future" or None where nothing is known

_SENTENCE = re.compile(r"(?<=[\w)%])[.!?:](?=\s+[A-ZÅÄÖ§])|\n\n|\t")
TIE = re.compile(
    r"[ ,]*(?:och|samt|respektive|resp\.?|eller|t\.? ?o\.? ?m\.?|tom|till och med|till|mot|-|,|/)?[ ]*(?:med )?"
    r"(?:den |i |under ){0,2}\s*\Z"
)
# what parts a year from the days in it, and no verb: "år 2007, fördelade på perioderna 11–29 juni"
_WITHIN = re.compile(
    r"[ ,(]*(?!och )(?:(?:fördelade?|fördelat|uppdelade?|uppdelat|med|på|under|i|den|mellan|från|perioden|perioderna"
    r"|tiden|tiderna|start|början|byggstart|inledning|dagarna|veckan|veckorna|månaderna|och|både|dels|närmare|bestämt"
    r"|nämligen|två|tre|omgångar|tillfällen|kurser|läger)[ ,:(]+){1,7}\Z"
)
_UNTIL = re.compile(r"(?<!\w)(?:t\.? ?o\.? ?m\.?|till och med|(?:gäller|löper|längst|fram) till)(?: den)? \Z")
_HEADED = re.compile(r"\s*:\s*(?:[-–•*·] )?(?:den )?\Z")
_ALONE = re.compile(r"[^\n.]{0,25}(?:\n|\Z)")
_NEXT_ITEM = re.compile(r"[^\n\d]{0,40}\n\s*(?:[-–•*·] )?(?:den )?\Z")  # of a list whose heading names the year
# a sentence about the matter at hand: what an older date before it tells is another story
_AT_HAND = re.compile(
    r"[.!?\n]\s+(?:Frågan|Ärendet|Förslaget|Ansökan|Remissen|Motionen|Medborgarförslaget|Skrivelsen|Begäran)(?!\w)"
)
# "Året därpå, den 14 september,": the year after, or before, the one told of
_YEAR_BESIDE = re.compile(
    r"(?<!\w)(?:året (?:därpå|därefter|efter)|(?:på)?följande år|(?P<before>året (?:innan|före|dessförinnan))),?"
    r"(?: redan)?(?: den| i| under)? \Z"
)
# what leads from an older day to the memo's own time: "2017 och samma tid i år. Tjänsten har varit vakant sedan maj",
# "upphävdes 2003-05-28. Ansökan behandlades senast den 22 juni"
_TO_NOW = re.compile(
    r"(?<!\w)(?:i år|hittills|nyligen|nu|i dag|idag|för närvarande|f\.? ?n\.?|numera|häromdagen)(?!\w)"
    r"|(?<!\w)har [^.\n]{1,60} (?:allt)?sedan (?:den )?\Z|[a-zåäö](?:de|te|des|tes) senast (?:den |i )?\Z"
)
_BEGUN = 45  # days back that "från den 1 april" may lie, where no verb looks ahead
_LATER = 400  # characters; a date further on than that has nothing to do with one before it
# "öppnas den 1 oktober i stället för den 1 maj": the day that was meant lies near the one that it gave way to
_INSTEAD = re.compile(
    r",? (?:i ?stället för|i st\.? ?f(?:ör|\.)?|istf\.?|snarare än|(?:och )?inte),?"
    r"(?: som (?:tidigare|först|planerat|beslutat),?"
    r"| (?:redan|först|planerade|tidigare|från(?: och med)?|till|i|som)){0,2}"
    r"(?: den)? \Z"
)
_BRACKET = re.compile(r"\s{0,2}\((?:den |under |i |v\.? ?)?\Z")


@dataclass(slots=True)
class Expression:
    """One part, or two as a range; the years of both as far as known. trust: how sure the left-out parts are."""

    first: Part
    last: Part | None
    confidence: float
    weekday: int | None = None
    inferred: bool = False
    days: Days | None = None

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return (self.last or self.first).end

    @property
    def explicit(self) -> bool:
        return self.first.year is not None and (self.last is None or self.last.year is not None)

    def in_year(self, year: int) -> Days | None:
        """The days it covers if what says no year is of that year; a range's last half comes on or after its first."""
        if self.last is None:
            return days_of(self.first, self.first.year or year)
        first, last = self.first, self.last
        if first.kind is Kind.BARE_DAY:
            first = last._replace(day=first.day, start=first.start)
        begin = days_of(first, first.year or year)
        if begin is None:
            return None
        for step in (0, 1) if last.year is None else (0,):
            finish = days_of(last, last.year or begin[0].year + step)
            if finish is not None and finish[1] >= begin[0]:
                return begin[0], finish[1]
        return None


def share_years(shadow: Shadow, found: list[Expression], anchor: date | None) -> None:
    """Two-digit years made full; ranges and pairs whose one half has the year give it to the other."""
    for e in found:
        e.first = _written(e.first, anchor)
        e.last = _written(e.last, anchor) if e.last else None
        if e.last is not None and e.first.year is None and e.last.year is not None:
            e.first = _copied(e.first, e.last, before=True)
    for left, right in zip(found[-2::-1], found[:0:-1], strict=False):
        if (
            left.first.year is None
            and left.last is None
            and left.first.relative is None
            and right.first.year is not None
        ):
            tie = shadow[left.end : min(right.start, left.end + 41)]
            # "i augusti och 2015": a year that stands for itself is not the month's
            whole = right.first.kind in (Kind.YEAR, Kind.YEARS, Kind.DECADE, Kind.TURN)
            same = left.first.kind in (right.first.kind, Kind.BARE_DAY) or (left.first.kind is Kind.MONTH and not whole)
            listed = right.inferred and tie == ", "  # "15/1, 12/2 och 22/4 2020"
            if same and len(tie) < 40 and (listed or (tie.strip(" ,") and TIE.match(tie))):
                left.first = _copied(left.first, right.first, before=True)
                left.inferred = True


def _written(part: Part, anchor: date | None) -> Part:
    if part.short and part.year is not None:
        year = full_year(part.year, anchor)
        # a term or season "-15" is near the memo in any case; so is a day
        return part._replace(year=year, short=False)
    if part.relative is not None and part.relative != SAME and anchor is not None:
        return part._replace(year=anchor.year + part.relative)
    return part


def _copied(part: Part, source: Part, before: bool) -> Part:
    """The part with the source's year, one less or more where it would else not come before or after it."""
    if part.kind is Kind.BARE_DAY or source.year is None:
        return part._replace(year=source.year)
    year = source.year
    mine, other = days_of(part, year), days_of(source, year)
    if mine is not None and other is not None:
        if before and mine[0] > other[0]:
            year -= 1
        elif not before and mine[0] < other[0]:
            year += 1
    return part._replace(year=year)


class _Told:
    """The expressions before the one at hand whose days are known."""

    def __init__(self) -> None:
        self.last: Expression | None = None
        self.last_month: Expression | None = None  # the last day or month
        self.last_fine: Expression | None = None  # the last one finer than a year
        self.days: dict[tuple[int, int], int] = {}  # (month, day) to the year last told with it
        self.headed: int | None = None  # the year that heads the list at hand

    def add(self, e: Expression) -> None:
        if e.days is None:
            return
        self.last = e
        if e.first.kind in (Kind.DAY, Kind.MONTH):
            self.last_month = e
        if e.first.kind not in (Kind.YEAR, Kind.DECADE, Kind.YEARS):
            self.last_fine = e
        for part, day in ((e.first, e.days[0]), (e.last, e.days[1])):
            # the end of what lasts for years ("2025-07-01–2028-06-30") is no day that a text comes back to
            if part is not None and part.kind is Kind.DAY and day.year - e.days[0].year < 2:
                self.days[day.month, day.day] = day.year


def fill_years(
    text: str,
    shadow: Shadow,
    found: list[Expression],
    anchor: date | None,
    direction: Direction | None,
    account: int | None = None,
) -> None:
    """Sets `days` of every expression, as far as they can be told. account: the year that the memo is an account of."""
    told = _Told()
    later = _later_years(found) if anchor is None else []
    for i, e in enumerate(found):
        if e.first.same_month:
            _same_month(e, told, anchor)
        elif e.explicit:
            e.days = e.in_year(e.first.year or 0)
            e.inferred = e.inferred or e.first.relative is not None
        else:
            e.inferred = True
            year, trust = e.first.year, 1.0
            if not year:
                year, trust = _year_of(text, shadow, e, told, anchor, direction, account)
            if year is None and later:
                year, trust = later[i], 0.35
            if year is not None:
                e.days = e.in_year(year)
                e.confidence *= trust
        told.add(e)


def _later_years(found: list[Expression]) -> list[int | None]:
    """For every expression the year of the first one not far after it that says its own."""
    years: list[int | None] = []
    year, start = None, 0
    for e in reversed(found):
        years.append(year if start - e.end < _LATER else None)
        if e.explicit and e.first.kind not in (Kind.YEAR, Kind.YEARS, Kind.DECADE):
            year, start = e.first.year, e.start
    return years[::-1]


def _same_month(e: Expression, told: _Told, anchor: date | None) -> None:
    """`den 2:a samma månad`: the month of the date spoken of just before, or the memo's."""
    e.inferred = True
    own = e.first.relative == 0 and anchor is not None
    before = told.last_month.days if told.last_month and not own else None
    month = before[0] if before else anchor
    if month is not None:
        e.days = days_of(e.first._replace(number=month.month, year=month.year))
        e.confidence *= 0.85 if before or own else 0.5


def _year_of(
    text: str,
    shadow: Shadow,
    e: Expression,
    told: _Told,
    anchor: date | None,
    direction: Direction | None,
    account: int | None,
) -> tuple[int | None, float]:
    last = told.last
    if e.first.relative == SAME:
        return (last.days[0].year, 0.85) if last and last.days else (None, 0.0)
    beside = _year_beside(text, shadow, e, told)
    if beside is not None:
        return beside, 0.85
    if last is not None and last.days is not None and e.start - last.end < 60:
        tie = shadow[last.end : e.start]
        headed = last.first.kind is Kind.YEAR and _HEADED.match(tie)  # "Sammanträden 2020: 15 januari, 12 februari"
        if (headed or _BRACKET.match(tie)) and e.weekday is None:
            told.headed = last.days[0].year if headed else None
            return last.days[0].year, 0.8
        listed = last.inferred and last.days[0].year == told.headed and last.first.kind is Kind.DAY
        if listed and e.first.kind is Kind.DAY and _NEXT_ITEM.match(tie) and _ALONE.match(shadow, e.end):
            return last.days[0].year, 0.8  # "Sammanträden 2020:" and below it "- 15 januari", "- 12 februari"
        of_days = e.first.kind in (Kind.DAY, Kind.BARE_DAY, Kind.MONTH) and e.weekday is None
        if of_days and last.first.kind is Kind.YEAR and last.last is None and _WITHIN.fullmatch(tie):
            return last.days[0].year, 0.75
        if of_days and last.first.kind in (Kind.DAY, Kind.MONTH) and _INSTEAD.fullmatch(tie):
            return _next_to(e, last.days[0]), 0.75
        if tie.strip(" ") and TIE.match(tie) and last.first.kind in (e.first.kind, Kind.MONTH, Kind.SEASON, Kind.DAY):
            year = last.days[1].year
            here = e.in_year(year)
            return (year if here is None or here[0] >= last.days[0] else year + 1), 0.85
    again = told.days.get((e.first.number, e.first.day)) if e.first.kind is Kind.DAY else None
    if again is not None and (anchor is None or abs(again - anchor.year) <= 3):
        return again, 0.9
    if anchor is None:
        near, trust = (told.last_fine, 0.5) if told.last_fine else (last, 0.4)
        return (near.days[0].year, trust) if near and near.days else (None, 0.0)
    way = direction_of(text, shadow, e.start, e.end) or _told_way(e, direction)
    if e.weekday is not None and e.first.kind is Kind.DAY:
        fits = [y for y in (anchor.year, anchor.year - 1, anchor.year + 1) if _weekday(e, y)]
        if len(fits) == 1:
            return fits[0], 0.95
    story = _story(text, shadow, e, last, anchor, way) if e.first.kind is not Kind.TURN else None
    if story is not None:
        return story, 0.7
    if account is not None and not _told_later(text, e, told.last_month, account):
        days = e.in_year(account)
        if is_of_account(text, shadow, e.start, e.end, e.first.kind, days, anchor, account, way):
            return account, CONFIDENCE
    return _nearest(e, anchor, way)


def _year_beside(text: str, shadow: Shadow, e: Expression, told: _Told) -> int | None:
    """The year of a day that the text puts in the year after or before the last one told of."""
    match = _YEAR_BESIDE.search(shadow, max(0, e.start - 40), e.start)
    if match is None:
        return None
    last = told.last
    if last is None or last.first.kind is not Kind.YEAR or last.last is not None:
        last = told.last_fine  # "ingick partnerskap för åren 2023–2025": how long something holds, not when it was
    if last is None or last.days is None or e.start - last.end > _LATER or "\n\n" in text[last.end : e.start]:
        return None
    return last.days[0].year + (-1 if match["before"] else 1)


def _next_to(e: Expression, day: date) -> int:
    """The year in which the expression lies nearest to the day; at half a year before it, for what is late."""
    away = {y: (days[0] - day).days for y in (day.year - 1, day.year, day.year + 1) if (days := e.in_year(y))}
    return min(away, key=lambda y: abs(away[y]) + 20 * (away[y] > 0), default=day.year)


def _weekday(e: Expression, year: int) -> bool:
    days = e.in_year(year)
    return days is not None and days[0].weekday() == e.weekday


def _told_way(e: Expression, direction: Direction | None) -> Way | None:
    side = direction(e.start, e.end) if direction else None
    if side not in ("past", "future"):
        return None
    # a point may be about a month that is over ("godkänna månadsrapporten för oktober"); a day in it is ahead
    return Way("past") if side == "past" else Way("future", e.first.kind is Kind.DAY)


def _story(
    text: str, shadow: Shadow, e: Expression, last: Expression | None, anchor: date, way: Way | None
) -> int | None:
    """The year of the date told just before, where this one goes on from it on the same side of the memo."""
    if last is None or last.days is None or not last.explicit or e.start - last.end > 300:
        return None
    if last.first.kind in (Kind.YEAR, Kind.YEARS, Kind.DECADE, Kind.TURN) or "\n\n" in text[last.end : e.start]:
        return None
    here = e.in_year(last.days[0].year)
    if here is None or here[0] < last.days[0] or last.days[0] == anchor:
        return None
    if _TO_NOW.search(shadow, last.end, e.start) and (way is None or way.side == "past"):
        return None
    if way is not None and way.side == "past":
        if (
            last.days[0].year < anchor.year - 1
            and e.first.kind is Kind.MONTH
            and _SENTENCE.search(text, last.end, e.start)
        ):
            return None  # "godkändes 2013-03-19, § 51. Bara under augusti anvisades elva barn"
        fine = last.first.kind in (Kind.DAY, Kind.MONTH)
        near = e.start - last.end < 150 or not _SENTENCE.search(text, last.end, e.start)
        if last.days[0].year < anchor.year - 1 and _AT_HAND.search(text, last.end, e.start):
            return None
        return last.days[0].year if here[0] <= anchor and fine and near else None
    one = e.start - last.end < 60 and not _SENTENCE.search(text, last.end, e.start)
    if _ends(shadow, last) and not _ends(shadow, e):
        return None  # "har avtal t.o.m. april 2015 och kan börja i november": what ends then is not what goes on
    if one and ";" not in text[last.end : e.start] and here[0] >= anchor and last.days[0] > anchor:
        return last.days[0].year
    return None


def _told_later(text: str, e: Expression, last: Expression | None, year: int) -> bool:
    """Whether a day or month told just before lies later than the expression would in that year."""
    if last is None or last.days is None or e.start - last.end > 300 or "\n\n" in text[last.end : e.start]:
        return False
    days = e.in_year(year)
    return days is not None and last.explicit and last.days[0].year == year and last.days[0] > days[1]


def _ends(shadow: Shadow, e: Expression) -> bool:
    return _UNTIL.search(shadow[max(0, e.start - 24) : e.start]) is not None


def _nearest(e: Expression, anchor: date, way: Way | None) -> tuple[int | None, float]:
    """The memo's own year, unless the sentence says that the day lies on the side where that year has none."""
    spans = {y: days for y in range(anchor.year - 1, anchor.year + 2) if (days := e.in_year(y)) is not None}
    if not spans:
        return None, 0.0
    own = spans.get(anchor.year)
    if own is None:  # 29 February
        before = way is not None and way.side == "past"
        return (min(spans) if before else max(spans)), 0.5
    ahead, behind = (own[0] - anchor).days, (anchor - own[1]).days
    if way is None or way.side == "either":
        if ahead > 230:
            return anchor.year - 1, 0.6
        return (anchor.year + 1, 0.5) if behind > 290 else (anchor.year, 0.75 if behind < 200 else 0.6)
    if way.side == "past":
        if ahead <= 0:
            return anchor.year, 0.9 if way.firm else 0.8
        return (anchor.year - 1, 0.8) if way.firm or ahead > 120 else (anchor.year, 0.5)
    if behind <= (_BEGUN if way.begun else 7):
        return anchor.year, 0.6 if behind > 7 else 0.9 if way.firm else 0.8
    return (anchor.year + 1, 0.8 if way.firm else 0.6) if way.firm or behind > 120 else (anchor.year, 0.55)
