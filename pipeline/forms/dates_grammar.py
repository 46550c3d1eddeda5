"""How one part of a date expression is written: patterns over a text's shadow, and what each says.

`part_at` reads the part that begins at an offset; `joined_to` reads the part that a dash, a slash or "till" joins to
it. What the text round a part must show for it to be a date is not judged here.
"""

import re
from collections.abc import Callable

from pipeline.forms.dates_parts import LAST, Kind, Part
from pipeline.forms.dates_shadow import Shadow
from pipeline.resources import toml

SAME = 100  # as `Part.relative`: the year just spoken of

_DATA = toml("forms/data/dates.toml")
_MONTHS: dict[str, int] = {}
for _row in _DATA["months"]:
    for _form in {_row["long"], _row["short"].replace("?", ""), _row["short"].replace("?", "")[: -1 or None]}:
        _MONTHS.setdefault(_form[:3], _row["number"])
_SEASONS: dict[str, int] = {
    form: row["number"] for row in _DATA["seasons"] for form in (row["long"], *row["plain"].split("|"))
}
_ORDINALS: dict[str, int] = _DATA["ordinals"]
WEEKDAYS: dict[str, int] = _DATA["weekdays"]
_RELATIVE = {"i förfjol": -2, "i fjol": -1, "förra året": -1, "föregående år": -1, "i år": 0, "innevarande år": 0}
_RELATIVE |= {"nästa år": 1, "nästkommande år": 1, "samma år": SAME, "nämnda år": SAME}


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


_SP = r"[ \n]{1,2}"
_LONG = "|".join(row["long"] for row in _DATA["months"])
_SHORT = "|".join(row["short"] for row in _DATA["months"])
_MONTH = rf"(?:(?:{_LONG})(?!\w)|(?:{_SHORT})(?!\w)\.?)"
_FULL_MONTH = rf"(?:{_LONG})(?!\w)(?: månads?(?!\w))?"
_Y4 = r"(?:1[6-9]|20|21)\d\d"
_REL = rf"(?:{_alternatives(list(_RELATIVE))})(?!\w)"
# what may not follow a year that stands after a month, a season …: more digits, the rest of a number, a unit
_Y_END = (
    r"(?![\w%]|[.,:/]\d|-\d{3}|-\d\d-\d\d(?!\d)| ?%| ?(?:tkr|kr|kronor|mnkr|mkr|procent|personer|elever|barn|st)(?!\w))"
)
_TWO = rf"(?:-|- | -|'|-')(?P<y2>\d\d)(?![\w%/]|[.,:]\d|-\d| ?%| ?(?:{_MONTH})| ?(?:procent|kr|år)(?!\w))"
_YEAR = rf"(?:(?:,? |,? år |\n)(?P<y4>{_Y4}){_Y_END}|[ ]?{_TWO}| (?P<rel>{_REL}))"
_MAYBE_YEAR = rf"{_YEAR}?"
_PAIR = rf"(?P<y4>{_Y4})(?: ?[/-] ?(?P<u>{_Y4}|\d\d))?(?![\w%]|[.,:/]\d|-\d)"
_ORDINAL = _alternatives(list(_ORDINALS))
_SEASON_LONG = "|".join(row["long"] for row in _DATA["seasons"])
_SEASON_ANY = _SEASON_LONG + "|" + "|".join(row["plain"] for row in _DATA["seasons"])

_TRAILING = re.compile(r"(?:[ ,\n/]| av| för| under| år)+$")

Build = Callable[[re.Match[str]], Part | None]
_NUMERIC: list[tuple[re.Pattern[str], Build]] = []
_WORDS: list[tuple[re.Pattern[str], Build]] = []


def _rule(into: list[tuple[re.Pattern[str], Build]], pattern: str) -> Callable[[Build], Build]:
    def add(build: Build) -> Build:
        into.append((re.compile(pattern), build))
        return build

    return add


def _number(match: re.Match[str], group: str) -> int:
    return int(match[group])


def _said_year(match: re.Match[str]) -> tuple[int | None, bool, int | None]:
    """The year that a pattern with _YEAR holds: (year, whether of two digits, relative)."""
    groups = match.groupdict()
    if groups.get("y4"):
        return int(groups["y4"]), False, None
    if groups.get("y2"):
        return int(groups["y2"]), True, None
    rel = groups.get("rel")
    return None, False, _RELATIVE[rel] if rel else None


def _part(match: re.Match[str], kind: Kind, number: int = 0, **more: object) -> Part:
    year, short, relative = _said_year(match)
    values: dict[str, object] = {"year": year, "short": short, "relative": relative, **more}
    # a comma, "av" or "för" that led to no year is no part of the expression
    end = match.start() + len(_TRAILING.sub("", match.group()))
    return Part(match.start(), end, kind, number=number, **values)  # type: ignore[arg-type]


def _day(match: re.Match[str], **more: object) -> Part | None:
    month, day = _number(match, "m"), _number(match, "d")
    return _part(match, Kind.DAY, month, day=day, **more) if 1 <= month <= 12 and 1 <= day <= 31 else None


def month_number(word: str) -> int:
    """The number of a month from its name, long or short."""
    return _MONTHS[word.strip()[:3]]


# ── digits first ────────────────────────────────────────────────────────────────────────────────────────────────


@_rule(_NUMERIC, rf"(?P<y4>{_Y4}) ?- ?(?P<m>\d\d?) ?- ?(?P<d>\d\d?)(?!\d|:\d\d:)")
def _iso(match: re.Match[str]) -> Part | None:
    plain = re.fullmatch(r"\d{4}-\d\d-\d\d", match.group())
    return _day(match, confidence=0.97 if plain else 0.9)


@_rule(_NUMERIC, rf"(?P<y4>{_Y4})(?P<s>[./])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?!\d|[./-]\d)")
def _iso_points(match: re.Match[str]) -> Part | None:
    return _day(match, confidence=0.93)


@_rule(_NUMERIC, rf"(?P<y4>{_Y4}) (?P<m>0\d|1[012]) (?P<d>[0-3]\d)(?!\w|[ .,:/-]\d)")
def _iso_spaces(match: re.Match[str]) -> Part | None:
    return _day(match, confidence=0.8)


@_rule(_NUMERIC, rf"(?P<y4>{_Y4})(?P<m>\d\d)(?P<d>\d\d)(?!\w|[./:]\d)")
def _compact(match: re.Match[str]) -> Part | None:
    return _day(match, needs="compact", confidence=0.9)


@_rule(_NUMERIC, r"(?P<y2>\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\w|[./:]\d)")
def _compact_short(match: re.Match[str]) -> Part | None:
    return _day(match, needs="dating", confidence=0.8)


@_rule(_NUMERIC, r"(?P<y2>\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\w|[./:-]\d)")
def _iso_short(match: re.Match[str]) -> Part | None:
    return _day(match, needs="short", confidence=0.85)


@_rule(_NUMERIC, rf"(?P<d>\d\d?) ?/ ?(?P<m>\d\d?)(?:(?: |, |-| -| - |/)(?P<y4>{_Y4}){_Y_END})")
def _slash_year(match: re.Match[str]) -> Part | None:
    return _day(match, confidence=0.93)


@_rule(_NUMERIC, r"(?P<d>\d\d?)/(?P<m>\d\d?)(?: ?-|'| '|/| -)(?P<y2>\d\d)(?!\w|[./:-]\d|/)")
def _slash_short(match: re.Match[str]) -> Part | None:
    return _day(match, needs="short", confidence=0.85)


@_rule(_NUMERIC, r"(?P<d>\d\d?)/(?P<m>\d\d?)(?!\w|[/,.:]\d|-(?:tid|del)| \d{1,3}(?!\d)(?! §))")
def _slash(match: re.Match[str]) -> Part | None:
    return _day(match, needs="dating slash", confidence=0.75)


@_rule(_NUMERIC, rf"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y4>{_Y4})(?!\w|[./:-]\d)")
def _points(match: re.Match[str]) -> Part | None:
    return _day(match, confidence=0.9)


@_rule(_NUMERIC, rf"(?P<d>\d\d?) (?P<w>{_MONTH}) (?P<y2>\d\d)(?=[.,;]?(?:[\s)]*$|[\n)]|[.,;] (?!\d)))")
def _day_month_short(match: re.Match[str]) -> Part | None:
    return _part(match, Kind.DAY, month_number(match["w"]), day=_number(match, "d"), confidence=0.8)


@_rule(
    _NUMERIC,
    rf"(?P<d>\d\d?)(?: ?:? ?(?:a|e|de|te)(?!\w)|\.)?[ ]?\n?[ ]?(?:i )?(?P<w>{_MONTH})(?: månads?(?!\w))?{_MAYBE_YEAR}",
)
def _day_month(match: re.Match[str]) -> Part | None:
    day = _number(match, "d")
    return _part(match, Kind.DAY, month_number(match["w"]), day=day) if 1 <= day <= 31 else None


@_rule(_NUMERIC, r"(?P<d>\d\d?)(?: ?:(?:a|e))? (?:i )?(?:samma|denna|nämnda|innevarande) månad(?!\w)")
def _same_month(match: re.Match[str]) -> Part | None:
    day = _number(match, "d")
    return _part(match, Kind.DAY, day=day, same_month=True) if 1 <= day <= 31 else None


@_rule(_NUMERIC, rf"(?P<o>[1-4])(?::?(?:a|e|dje|dra|sta|de))? kvartalet(?:,? av)?{_MAYBE_YEAR}(?!\w)")
def _nth_quarter(match: re.Match[str]) -> Part:
    return _part(match, Kind.QUARTER, _number(match, "o"))


@_rule(_NUMERIC, rf"(?P<o>[1-3])(?::?(?:a|e|dje|dra|sta))? tertialet{_MAYBE_YEAR}(?!\w)")
def _nth_tertial(match: re.Match[str]) -> Part:
    return _part(match, Kind.TERTIAL, _number(match, "o"))


@_rule(_NUMERIC, rf"(?P<o>[12])(?::?a)? halvåret{_MAYBE_YEAR}(?!\w)")
def _nth_half(match: re.Match[str]) -> Part:
    return _part(match, Kind.HALF, _number(match, "o"))


@_rule(_NUMERIC, rf"(?P<y4>{_Y4})[ ,-]{{0,2}}(?:kvartal |kv ?|q)(?P<n>[1-4])(?!\w)")
def _year_quarter(match: re.Match[str]) -> Part:
    return _part(match, Kind.QUARTER, _number(match, "n"))


@_rule(_NUMERIC, rf"(?P<y4>{_Y4})[ ,-]{{0,2}}(?:tertial |t)(?P<n>[1-3])(?!\w)")
def _year_tertial(match: re.Match[str]) -> Part:
    return _part(match, Kind.TERTIAL, _number(match, "n"))


@_rule(_NUMERIC, rf"(?P<y4>{_Y4})[ ,-]{{1,2}}(?:v\.? ?|vecka )(?P<n>\d\d?)(?!\w|[.,]\d)")
def _year_week(match: re.Match[str]) -> Part:
    return _part(match, Kind.WEEK, _number(match, "n"), confidence=0.8)


@_rule(_NUMERIC, r"(?P<y4>(?:1[6-9]|20)\d0)(?: ?-? ?talen?[ts]?(?!\w)|-(?= och \d{4}-talen))")
def _decade(match: re.Match[str]) -> Part:
    return _part(match, Kind.DECADE, confidence=0.7)


@_rule(_NUMERIC, rf"(?P<y4>{_Y4})/(?P<u>{_Y4}|\d\d)(?![\w%]|[.,:/]\d|-\d)")
def _year_pair(match: re.Match[str]) -> Part | None:
    until = _until(match)
    return _part(match, Kind.YEARS, until=until, needs="pair", confidence=0.7) if until else None


@_rule(_NUMERIC, rf"(?P<y4>{_Y4}) ?- ?(?P<u>\d\d)(?![\w%]|[.,:/-]\d| ?%)")
def _year_dash(match: re.Match[str]) -> Part | None:
    first, last = int(match["y4"]), int(match["u"])
    until = first - first % 100 + last
    if until <= first or until > first + 30 or last <= 12:
        return None
    return _part(match, Kind.YEARS, until=until, needs="pair", confidence=0.7)


@_rule(_NUMERIC, rf"(?P<y4>{_Y4})-(?P<m>0[1-9]|1[012])(?![\w%]|[.,:/-]\d| ?%| \d)")
def _iso_month(match: re.Match[str]) -> Part | None:
    return _part(match, Kind.MONTH, _number(match, "m"), needs="dating month", confidence=0.7)


@_rule(_NUMERIC, rf"(?P<y4>{_Y4})(?![\w%‰]|[.,:/]\d|-\d{{1,3}}(?!\d)|-\d{{5}}|:-|[ ]?%)")
def _year(match: re.Match[str]) -> Part:
    return _part(match, Kind.YEAR, needs="year", confidence=0.85)


@_rule(_NUMERIC, r"(?P<d>\d\d?)(?: ?:(?:a|e))?(?!\w|[.,:/]\d|%)")
def _bare_day(match: re.Match[str]) -> Part | None:
    day = _number(match, "d")
    return _part(match, Kind.BARE_DAY, day=day, needs="range") if 1 <= day <= 31 else None


# ── words first ─────────────────────────────────────────────────────────────────────────────────────────────────


@_rule(_WORDS, rf"(?:sista|siste|ultimo)(?: dagen)?(?: i)? (?P<w>{_MONTH})(?: månads?(?!\w))?{_MAYBE_YEAR}")
def _last_day(match: re.Match[str]) -> Part:
    return _part(match, Kind.DAY, month_number(match["w"]), day=LAST)


@_rule(_WORDS, rf"(?:första|förste)(?: dagen)?(?: i)? (?P<w>{_MONTH})(?: månads?(?!\w))?{_MAYBE_YEAR}")
def _first_day(match: re.Match[str]) -> Part:
    return _part(match, Kind.DAY, month_number(match["w"]), day=1, confidence=0.9)


@_rule(_WORDS, rf"(?P<w>{_FULL_MONTH})(?:,? av)?{_MAYBE_YEAR}(?![:\w])")
def _month(match: re.Match[str]) -> Part:
    said = _said_year(match) != (None, False, None)
    return _part(match, Kind.MONTH, month_number(match["w"]), needs="" if said else "month", confidence=0.95)


@_rule(_WORDS, rf"(?P<w>{_SHORT})(?!\w)\.?{_YEAR}")
def _short_month(match: re.Match[str]) -> Part | None:
    if match["w"] in ("jul", "mar") and not match["y4"] and not match["y2"]:
        return None
    return _part(match, Kind.MONTH, month_number(match["w"]), needs="short month", confidence=0.9)


@_rule(_WORDS, rf"(?P<w>{_SEASON_ANY})(?: ?[/-] ?| och | eller | till )(?P<x>{_SEASON_ANY}){_MAYBE_YEAR}(?![\w:])")
def _seasons(match: re.Match[str]) -> Part | None:
    first, last = _SEASONS[match["w"]], _SEASONS[match["x"]]
    long = match["w"] in _LONG_SEASONS and match["x"] in _LONG_SEASONS
    apart = " och " in match.group() or " eller " in match.group()
    if apart or first == last or not (long or _said_year(match)[0]):
        return None
    return _part(match, Kind.SEASON, first, until=last, confidence=0.9)


@_rule(_WORDS, rf"(?:vintern|vinter) (?P<y4>{_Y4}) ?[/-] ?(?P<u>{_Y4}|\d\d)(?![\w%]|[.,:/]\d|-\d)")
def _winter(match: re.Match[str]) -> Part | None:
    return _part(match, Kind.SEASON, 4) if _until(match) else None


_LONG_SEASONS = frozenset(row["long"] for row in _DATA["seasons"])


@_rule(_WORDS, rf"(?P<sen>sen|för|tidig)?(?P<w>{_SEASON_ANY})s?(?:,? av)?{_MAYBE_YEAR}(?![\w:])")
def _season(match: re.Match[str]) -> Part | None:
    said = _said_year(match) != (None, False, None)
    if not said and match["w"] not in _LONG_SEASONS:
        return None
    return _part(match, Kind.SEASON, _SEASONS[match["w"]], confidence=0.6 if match["sen"] else 0.93)


@_rule(
    _WORDS,
    rf"(?:kvartalen|kvartal|kv\.?|q) ?(?P<n>[1-4])(?: ?(?:-|till|och) ?(?:kvartal |q)?(?P<n2>[1-4]))?"
    rf"(?: av|/(?={_Y4})| år)?{_MAYBE_YEAR}(?!\w|[.,:/]\d)",
)
def _quarter(match: re.Match[str]) -> Part:
    return _part(match, Kind.QUARTER, _number(match, "n"), until=int(match["n2"] or 0))


@_rule(_WORDS, rf"(?P<o>{_ORDINAL})(?: och (?P<o2>{_ORDINAL}))? kvartalet(?:,? av| under)?{_MAYBE_YEAR}(?!\w)")
def _quarter_word(match: re.Match[str]) -> Part:
    first = _ORDINALS[match["o"]]
    return _part(match, Kind.QUARTER, first, until=_ORDINALS[match["o2"]] if match["o2"] else 0)


@_rule(
    _WORDS,
    rf"(?:tertialrapport|tertialuppföljning|tertialbokslut|tertialen|tertial|t) ?(?P<n>[1-3])"
    rf"(?: ?- ?(?P<n2>[1-3]))?(?: för| av|,)?(?:/(?={_Y4}))?{_MAYBE_YEAR}(?!\w|[.,:/-]\d)",
)
def _tertial(match: re.Match[str]) -> Part | None:
    if match.group()[0] == "t" and match.group()[1:2] in " 123" and _said_year(match)[0] is None:
        return None  # "T1" alone is also an underground line, a coordinate, a plan's number
    return _part(match, Kind.TERTIAL, _number(match, "n"), until=int(match["n2"] or 0))


@_rule(_WORDS, rf"(?P<o>{_ORDINAL}) tertialet(?:,? av)?{_MAYBE_YEAR}(?!\w)")
def _tertial_word(match: re.Match[str]) -> Part | None:
    return _part(match, Kind.TERTIAL, min(3, _ORDINALS[match["o"]]))


@_rule(
    _WORDS,
    rf"(?P<o>{_ORDINAL}|förra) (?:halvåret|hälften av|halvan av|halvår)(?: av| under)?(?: året)?"
    rf"{_MAYBE_YEAR}(?!\w)",
)
def _half_word(match: re.Match[str]) -> Part | None:
    last = match["o"] in ("andra", "sista", "2:a", "2a", "2")
    part = _part(match, Kind.HALF, 2 if last else 1)
    if ("hälften" in match.group() or "halvan" in match.group()) and part.year is None:
        return None
    return part


@_rule(_WORDS, rf"(?:halvår|h) ?(?P<n>[12]),?{_YEAR}(?!\w)")
def _half(match: re.Match[str]) -> Part | None:
    return _part(match, Kind.HALF, _number(match, "n"))


@_rule(_WORDS, rf"(?:v[åa]r-? (?:och|/|-|samt) ?h[öo]stterminen|v[åa]r- ?/ ?h[öo]stterminen) (?P<y4>{_Y4}){_Y_END}")
def _both_terms(match: re.Match[str]) -> Part:
    return _part(match, Kind.YEAR, confidence=0.7)


@_rule(_WORDS, rf"(?P<t>v[åa]rterminen|h[öo]stterminen|v[åa]rtermin|h[öo]sttermin){_MAYBE_YEAR}(?!\w)")
def _term(match: re.Match[str]) -> Part | None:
    definite = match["t"].endswith("en")
    part = _part(match, Kind.HALF, 1 if match["t"][0] == "v" else 2)
    return part if definite or part.year is not None else None


@_rule(_WORDS, rf"(?P<t>vt|ht)(?:[ -]{{0,3}}(?P<y4>{_Y4})| ?-? ?'?(?P<y2>\d\d))(?![\w%]|[.,:/]\d|-\d)")
def _short_term(match: re.Match[str]) -> Part:
    return _part(match, Kind.HALF, 1 if match["t"] == "vt" else 2)


@_rule(
    _WORDS,
    r"(?:l[äa]s[åa]ret|l[äa]s[åa]r|l[äa]s[åa]ren|skol[åa]ret|spel[åa]ret|s[äa]songen) "
    rf"(?:{_PAIR}|(?P<y2>\d\d)/(?P<u2>\d\d)(?!\w|[/:]\d))",
)
def _school_year(match: re.Match[str]) -> Part | None:
    if match["y2"]:
        if (int(match["y2"]) + 1) % 100 != int(match["u2"]):
            return None
        return _part(match, Kind.SCHOOL_YEAR)
    until = _until(match)
    return _part(match, Kind.SCHOOL_YEAR, until=until) if until else None


@_rule(
    _WORDS,
    r"(?:budget[åa]ret|budget[åa]r|verksamhets[åa]ret|r[äa]kenskaps[åa]ret) "
    rf"(?P<y4>{_Y4}) ?/ ?(?P<u>{_Y4}|\d\d)(?![\w%]|[.,:/]\d)",
)
def _fiscal_year(match: re.Match[str]) -> Part | None:
    until = _until(match)
    return _part(match, Kind.FISCAL_YEAR, until=until) if until else None


@_rule(_WORDS, rf"[åa]rsskiftet(?: mellan)? (?P<y4>{_Y4})(?: och | ?[/-] ?)(?P<u>{_Y4}|\d\d)(?!\w|[:/]\d)")
def _new_year_pair(match: re.Match[str]) -> Part | None:
    return _part(match, Kind.TURN, 12) if _until(match) else None


@_rule(_WORDS, rf"[åa]rsskiftet{_MAYBE_YEAR}(?!\w)")
def _new_year(match: re.Match[str]) -> Part:
    return _part(match, Kind.TURN, 12)


@_rule(_WORDS, rf"halv[åa]rsskiftet{_MAYBE_YEAR}(?!\w)")
def _half_turn(match: re.Match[str]) -> Part:
    return _part(match, Kind.TURN, 6)


@_rule(_WORDS, rf"m[åa]nadsskiftet (?P<w>{_MONTH}) ?(?:/|-|och|till) ?(?P<x>{_MONTH}){_MAYBE_YEAR}(?!\w)")
def _month_turn(match: re.Match[str]) -> Part | None:
    first, second = month_number(match["w"]), month_number(match["x"])
    return _part(match, Kind.TURN, first) if second == first % 12 + 1 else None


@_rule(
    _WORDS,
    r"(?:veckorna|veckan|vecka|v\.|v) ?(?P<n>\d\d?)"
    r"(?: ?(?:-|till|t\.?o\.?m\.?) ?(?:v\.? ?|vecka )?(?P<n2>\d\d?))?(?!\d|[.,:/]\d)"
    rf"(?:,| av|/(?={_Y4}))?{_MAYBE_YEAR}(?!\w|[:/]\d)",
)
def _week(match: re.Match[str]) -> Part | None:
    first, last = _number(match, "n"), int(match["n2"] or 0)
    if not 1 <= first <= 53 or (last and not first <= last <= 53):
        return None
    short = not match.group().startswith("vecko") and not match.group().startswith("vecka")
    return _part(match, Kind.WEEK, first, until=last, needs="week" if short else "", confidence=0.85)


def _until(match: re.Match[str]) -> int:
    """The second year of a pair such as 2015/16, 0 where it isn't the next one."""
    first = int(match["y4"])
    if match["u"] is None:
        return first + 1
    last = int(match["u"])
    if last < 100:
        last += (first + 1) - (first + 1) % 100
    return last if last == first + 1 else 0


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────

_DAYS = _alternatives(list(WEEKDAYS))
# where a part may begin; the look-behind keeps long runs of digits or letters from being tried at every character
START = re.compile(
    rf"(?<![^\W_])(?:\d|(?=(?:{_LONG}|{_SHORT}|{_SEASON_ANY}|(?:sen|för|tidig)(?:{_SEASON_ANY})|sist|ultimo|först"
    r"|kvartal|kv|q ?[1-4]|forsta|andra|tredje|fj|förra|tertial|t ?[123]|halv|h ?[12]|v[åa]r|h[öo]st|vt|ht|l[äa]s[åa]r"
    r"|skol|spel|s[äa]songen|budget|verksamhets|r[äa]kenskaps|[åa]rsskift|m[åa]nadsskift|veck|v\.? ?\d))(?=[a-zåäöé]))"
)
_JOIN = re.compile(r" ?--? ?| till (?:den )?| ?/ ?(?=\D)")
_DAY_JOIN = re.compile(r" ?--? ?| till (?:den )?")
_MONTH_DAY = re.compile(r"(?P<m>\d\d)-(?P<d>\d\d)(?!\w|[-/:]\d)")
_SAME_KIND = frozenset({Kind.DAY, Kind.MONTH, Kind.YEAR, Kind.SEASON, Kind.QUARTER, Kind.HALF, Kind.TERTIAL})


def part_at(shadow: Shadow, offset: int) -> Part | None:
    """The longest reading by the first rule that fits at `offset`."""
    rules = _NUMERIC if shadow[offset].isdigit() else _WORDS
    for pattern, build in rules:
        match = pattern.match(shadow, offset)
        if match is not None:
            part = build(match)
            if part is not None:
                return part
    return None


def joined_to(shadow: Shadow, first: Part) -> Part | None:
    """The second half of a range whose first half is `first`, None where there is none."""
    if first.kind not in _SAME_KIND and first.kind is not Kind.BARE_DAY:
        return None
    join = (_JOIN if first.kind in (Kind.MONTH, Kind.SEASON) else _DAY_JOIN).match(shadow, first.end)
    if join is None or join.end() >= len(shadow) or not shadow[join.end()].isalnum():
        return None
    if first.kind is Kind.DAY and first.year is not None and (short := _MONTH_DAY.match(shadow, join.end())):
        rest = _day(short)
        if rest is not None:
            return rest
    second = part_at(shadow, join.end())
    if second is None:
        return None
    wanted = Kind.DAY if first.kind is Kind.BARE_DAY else first.kind
    if second.kind is not wanted or (first.kind is Kind.SEASON and first.until):
        return None
    if wanted is Kind.DAY and second.day == 0:
        return None
    return second
