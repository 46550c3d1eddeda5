"""Parts of date expressions that begin with a word: maj 2021, våren 2019, första kvartalet, läsåret 2015/16."""

import re

from pipeline.forms.dates_fragments import (
    FULL_MONTH,
    LONG_SEASONS,
    MAYBE_YEAR,
    MONTH,
    ORDINAL,
    ORDINALS,
    PAIR,
    SEASON_ANY,
    SEASONS,
    SHORT,
    Y4,
    Y_END,
    YEAR,
    Rules,
    make,
    month_number,
    next_year,
    num,
    rule,
    said_year,
)
from pipeline.forms.dates_parts import LAST, Kind, Part

WORDS: Rules = []


@rule(WORDS, rf"(?:sista|siste|ultimo)(?: dagen)?(?: i)? (?P<w>{MONTH})(?: månads?(?!\w))?{MAYBE_YEAR}")
def _last_day(match: re.Match[str]) -> Part:
    return make(match, Kind.DAY, month_number(match["w"]), day=LAST)


@rule(WORDS, rf"(?:första|förste)(?: dagen)?(?: i)? (?P<w>{MONTH})(?: månads?(?!\w))?{MAYBE_YEAR}")
def _first_day(match: re.Match[str]) -> Part:
    return make(match, Kind.DAY, month_number(match["w"]), day=1, confidence=0.9)


@rule(WORDS, rf"(?P<w>{FULL_MONTH})(?:,? av)?{MAYBE_YEAR}(?![:\w])")
def _month(match: re.Match[str]) -> Part:
    said = said_year(match) != (None, False, None)
    return make(match, Kind.MONTH, month_number(match["w"]), needs="" if said else "month", confidence=0.95)


@rule(WORDS, rf"(?P<w>{SHORT})(?!\w)\.?{YEAR}")
def _short_month(match: re.Match[str]) -> Part | None:
    if match["w"] in ("jul", "mar") and not match["y4"] and not match["y2"]:
        return None
    return make(match, Kind.MONTH, month_number(match["w"]), needs="short month", confidence=0.9)


@rule(WORDS, rf"(?P<w>{SHORT})(?!\w)\.?(?= ?-)|(?<=-)(?P<v>{SHORT})(?!\w)\.?|(?<=- )(?P<x>{SHORT})(?!\w)\.?")
def _short_month_of_range(match: re.Match[str]) -> Part:
    return make(match, Kind.MONTH, month_number(match["w"] or match["v"] or match["x"]), needs="range", confidence=0.85)


@rule(WORDS, rf"(?P<w>{SEASON_ANY})(?: ?[/-] ?| och | eller | till )(?P<x>{SEASON_ANY}){MAYBE_YEAR}(?![\w:])")
def _seasons(match: re.Match[str]) -> Part | None:
    first, last = SEASONS[match["w"]], SEASONS[match["x"]]
    long = match["w"] in LONG_SEASONS and match["x"] in LONG_SEASONS
    apart = " och " in match.group() or " eller " in match.group()
    if apart or first == last or not (long or said_year(match)[0]):
        return None
    return make(match, Kind.SEASON, first, until=last, confidence=0.9)


@rule(WORDS, rf"(?:vintern|vintersäsongen|vinter) (?P<y4>{Y4}) ?[/-] ?(?P<u>{Y4}|\d\d)(?![\w%]|[.,:/]\d|-\d)")
def _winter(match: re.Match[str]) -> Part | None:
    return make(match, Kind.SEASON, 4) if next_year(match) else None


@rule(
    WORDS, rf"(?P<w>{SEASON_ANY}) (?P<y2>[89]\d)(?![\w%]|[.,:/-]\d| ?(?:%|procent|kr|tkr|barn|elever|personer)(?!\w))"
)
def _season_short(match: re.Match[str]) -> Part:
    return make(match, Kind.SEASON, SEASONS[match["w"]], confidence=0.8)


@rule(WORDS, rf"(?P<sen>sen|för|tidig)?(?P<w>{SEASON_ANY})s?(?:,? av)?{MAYBE_YEAR}(?![\w:])")
def _season(match: re.Match[str]) -> Part | None:
    said = said_year(match) != (None, False, None)
    if not said and match["w"] not in LONG_SEASONS:
        return None
    return make(match, Kind.SEASON, SEASONS[match["w"]], confidence=0.6 if match["sen"] else 0.93)


@rule(
    WORDS,
    rf"(?:kvartalen|kvartal|kv\.?|q) ?(?P<n>[1-4])(?: ?(?:-|till|och) ?(?:kvartal |q)?(?P<n2>[1-4]))?"
    rf"(?: av|[/-](?={Y4})| år|,(?= {Y4}))?{MAYBE_YEAR}(?!\w|[.,:/]\d)",
)
def _quarter(match: re.Match[str]) -> Part:
    return make(match, Kind.QUARTER, num(match, "n"), until=int(match["n2"] or 0))


@rule(WORDS, rf"(?P<o>{ORDINAL})(?: och (?P<o2>{ORDINAL}))? kvartalet(?:,? av| under)?{MAYBE_YEAR}(?!\w)")
def _quarter_word(match: re.Match[str]) -> Part:
    first = ORDINALS[match["o"]]
    return make(match, Kind.QUARTER, first, until=ORDINALS[match["o2"]] if match["o2"] else 0)


@rule(WORDS, rf"(?<=årets )(?P<o>{ORDINAL}) kvartal(?!\w)")
def _quarter_of_the_year(match: re.Match[str]) -> Part:
    return make(match, Kind.QUARTER, ORDINALS[match["o"]], relative=0)


@rule(
    WORDS,
    rf"(?:tertialrapport|tertialuppföljning|tertialbokslut|tertialen|tertial|t) ?(?P<n>[1-3])"
    rf"(?: ?- ?(?P<n2>[1-3]))?(?: för| av|,)?(?:/(?={Y4}))?{MAYBE_YEAR}(?!\w|[.,:/-]\d)",
)
def _tertial(match: re.Match[str]) -> Part | None:
    if match.group()[0] == "t" and match.group()[1:2] in " 123" and said_year(match)[0] is None:
        return None  # "T1" alone is also an underground line, a coordinate, a plan's number
    return make(match, Kind.TERTIAL, num(match, "n"), until=int(match["n2"] or 0))


@rule(WORDS, rf"(?P<o>{ORDINAL}) tertialet(?:,? av)?{MAYBE_YEAR}(?!\w)")
def _tertial_word(match: re.Match[str]) -> Part | None:
    return make(match, Kind.TERTIAL, min(3, ORDINALS[match["o"]]))


@rule(
    WORDS,
    rf"(?P<o>{ORDINAL}|förra) (?:halvåret|hälften av|halvan av|halvår)(?: av| under)?(?: året)?"
    rf"{MAYBE_YEAR}(?!\w)",
)
def _half_word(match: re.Match[str]) -> Part | None:
    last = match["o"] in ("andra", "sista", "2:a", "2a", "2")
    part = make(match, Kind.HALF, 2 if last else 1)
    if ("hälften" in match.group() or "halvan" in match.group()) and part.year is None:
        return None
    return part


@rule(WORDS, rf"(?:halvår|h) ?(?P<n>[12]),?{YEAR}(?!\w)")
def _half(match: re.Match[str]) -> Part | None:
    return make(match, Kind.HALF, num(match, "n"))


@rule(WORDS, rf"(?:v[åa]r-? (?:och|/|-|samt) ?h[öo]stterminen|v[åa]r- ?/ ?h[öo]stterminen) (?P<y4>{Y4}){Y_END}")
def _both_terms(match: re.Match[str]) -> Part:
    return make(match, Kind.YEAR, confidence=0.7)


@rule(WORDS, rf"(?P<t>v[åa]rterminen|h[öo]stterminen|v[åa]rtermin|h[öo]sttermin){MAYBE_YEAR}(?!\w)")
def _term(match: re.Match[str]) -> Part | None:
    definite = match["t"].endswith("en")
    part = make(match, Kind.HALF, 1 if match["t"][0] == "v" else 2)
    return part if definite or part.year is not None else None


@rule(WORDS, rf"(?P<t>vt|ht)(?:[ -]{{0,3}}(?P<y4>{Y4})| ?-? ?'?(?P<y2>\d\d))(?![\w%]|[.,:/]\d|-\d)")
def _short_term(match: re.Match[str]) -> Part:
    return make(match, Kind.HALF, 1 if match["t"] == "vt" else 2)


@rule(
    WORDS,
    r"(?:l[äa]s[åa]ret|l[äa]s[åa]r|l[äa]s[åa]ren|lå|skol[åa]ret|spel[åa]ret|s[äa]songen) "
    rf"(?:{PAIR}|(?P<y2>\d\d)/(?P<u2>\d\d)(?!\w|[/:]\d))",
)
def _school_year(match: re.Match[str]) -> Part | None:
    if match["y2"]:
        if (int(match["y2"]) + 1) % 100 != int(match["u2"]):
            return None
        return make(match, Kind.SCHOOL_YEAR)
    until = next_year(match)
    return make(match, Kind.SCHOOL_YEAR, until=until) if until else None


@rule(
    WORDS,
    r"(?:budget[åa]ret|budget[åa]r|verksamhets[åa]ret|r[äa]kenskaps[åa]ret) "
    rf"(?P<y4>{Y4}) ?/ ?(?P<u>{Y4}|\d\d)(?![\w%]|[.,:/]\d)",
)
def _fiscal_year(match: re.Match[str]) -> Part | None:
    until = next_year(match)
    return make(match, Kind.FISCAL_YEAR, until=until) if until else None


@rule(WORDS, rf"[åa]rsskiftet(?: mellan)? (?P<y4>{Y4})(?: och | ?[/-] ?)(?P<u>{Y4}|\d\d)(?!\w|[:/]\d)")
def _new_year_pair(match: re.Match[str]) -> Part | None:
    return make(match, Kind.TURN, 12) if next_year(match) else None


@rule(WORDS, r"[åa]rsskiftet [-']?(?P<y2>\d\d)/(?P<u2>\d\d)(?!\w|[:/]\d)")
def _new_year_short(match: re.Match[str]) -> Part | None:
    following = (int(match["y2"]) + 1) % 100 == int(match["u2"])
    return make(match, Kind.TURN, 12, confidence=0.9) if following else None


@rule(WORDS, rf"[åa]rsskiftet{MAYBE_YEAR}(?!\w)")
def _new_year(match: re.Match[str]) -> Part:
    return make(match, Kind.TURN, 12)


@rule(WORDS, rf"halv[åa]rsskiftet{MAYBE_YEAR}(?!\w)")
def _half_turn(match: re.Match[str]) -> Part:
    return make(match, Kind.TURN, 6)


@rule(WORDS, rf"m[åa]nadsskiftet (?P<w>{MONTH}) ?(?:/|-|och|till) ?(?P<x>{MONTH}){MAYBE_YEAR}(?!\w)")
def _month_turn(match: re.Match[str]) -> Part | None:
    first, second = month_number(match["w"]), month_number(match["x"])
    return make(match, Kind.TURN, first) if second == first % 12 + 1 else None


@rule(
    WORDS,
    r"(?:veckorna|veckan|vecka|v\.|v) ?(?P<n>\d\d?)"
    r"(?: ?(?:-|till|t\.?o\.?m\.?) ?(?:v\.? ?|vecka )?(?P<n2>\d\d?))?"
    rf"(?!\d|[.,:]\d|/(?!{Y4})\d| \d{{3}}(?!\d)| ?(?:kr|kronor|tkr|mnkr|mkr|öre|:-|%|procent)(?!\w))"
    rf"(?:,| av|/(?={Y4}))?{MAYBE_YEAR}(?!\w|[:/]\d|,? (?:varje|vartannat|vart|alla) (?:år|\w+ år)(?!\w))",
)
def _week(match: re.Match[str]) -> Part | None:
    first, last = num(match, "n"), int(match["n2"] or 0)
    if not 1 <= first <= 53 or (last and not first <= last <= 53):
        return None
    short = not match.group().startswith("vecko") and not match.group().startswith("vecka")
    return make(match, Kind.WEEK, first, until=last, needs="week" if short else "", confidence=0.85)
