"""How date expressions are read: the part that begins at an offset, and the part that is joined to it as a range.

What the text round a part must show for it to be a date is not judged here (see `dates_context`).
"""

import re

from pipeline.forms.alternation import longest_of
from pipeline.forms.dates_fragments import MAYBE_YEAR, MONTH, MONTHS, RUN_ON, SEASONS, Rules, make, make_day, num
from pipeline.forms.dates_numeric import NUMERIC
from pipeline.forms.dates_parts import Kind, Part
from pipeline.forms.dates_shadow import Shadow
from pipeline.forms.dates_words import WORDS
from pipeline.forms.guard import leads_of

# what the words of a part begin with
_OPENINGS = (
    *MONTHS, *SEASONS, *(before + season for before in ("sen", "för", "tidig") for season in SEASONS),
    "sist", "ultimo", "först", "forsta", "förra", "andra", "tredje", "fj", "kv", "tertial", "halv", "var", "vår",
    "host", "höst", "vt", "ht", "läsår", "lasår", "läsar", "lasar", "lå ", "skol", "spel", "säsongen", "sasongen",
    "budget", "verksamhets", "räkenskaps", "rakenskaps", "årsskift", "arsskift", "månadsskift", "manadsskift", "veck",
)  # fmt: skip
# where a part may begin; the look-behind keeps long runs of digits or letters from being tried at every character
START = re.compile(rf"(?<![^\W_])(?:\d|(?=[a-zåäöé])(?={longest_of(_OPENINGS)}|q ?[1-4]|t ?[123]|h ?[12]|v\.? ?\d))")
_JOIN = re.compile(r" ?--? ?| till (?:den )?| ?/ ?(?=\D)")
_DAY_JOIN = re.compile(r" ?--? ?(?:-(?=\d))?| till (?:den )?")
# a dash that an OCR lost: "för tiden 1996-08-19 1999-06-11"
_TIME_BEFORE = re.compile(r"(?<!\w)(?:avtals)?(?:tiden|perioden) \Z")
_RUN_ON = re.compile(RUN_ON)
_DASH_LOST = re.compile(r"[ \n](?=\d{4}-\d\d-\d\d(?!\d))")
_MONTH_DAY = re.compile(r"(?P<m>\d\d)-(?P<d>\d\d)(?!\w|[-/:]\d)")
# a week that the one before shares its word with; a number that counts something is none
_NEXT_WEEK = re.compile(
    r"(?:, ?(?=\d\d?(?:, ?\d\d?)*(?: och | samt | respektive | resp\.? | & )\d)"
    r"| och | samt | respektive | resp\.? | & | eller )"
    r"(?P<n>\d\d?)(?: ?- ?(?P<n2>\d\d?))?"
    rf"(?!\w|[.,:/]\d| ?(?:%|{MONTH})|-\w| (?:procent|kr|kronor|tkr|mnkr|mkr|st|dagar|veckor|timmar|år|månader|barn"
    r"|elever|personer|platser|stycken|gånger|klockan|deltagare|ungdomar|tillfällen|möten|bostäder|lägenheter|nya|andra)(?!\w))"
    rf"{MAYBE_YEAR}"
)
_DIGITS = re.compile(r"\d+")
# a rule begins with a day (one or two digits), a year (four) or two digits that may be six: the rest can't match
_LEADS = {"(?P<d>": (1, 2), "(?P<o>": (1,), "(?P<y2>": (2, 6), "(?P<y3>": (3,), "(?P<y4>": (4, 8)}
_BY_RUN = {
    run: [rule for rule in NUMERIC if any(rule[0].pattern.startswith(lead) and run in n for lead, n in _LEADS.items())]
    for run in range(1, 20)
}


def _by_next(rules: Rules) -> tuple[dict[str, Rules], Rules]:
    """The rules by what may stand behind their first digits, and those that match whatever stands there."""
    behind = [(leads_of(rule[0].pattern, 1), rule) for rule in rules]
    signs = {sign for leads, _ in behind if leads is not None for sign in leads}
    open_ones = [rule for leads, rule in behind if leads is None]
    return {s: [rule for leads, rule in behind if leads is None or s in leads] for s in signs}, open_ones


_BY_NEXT = {run: _by_next(_BY_RUN[run]) for run in (1, 2, 4)}
_BEGINS = [(leads_of(rule[0].pattern), rule) for rule in WORDS]
_BY_LETTER = {
    letter: [rule for leads, rule in _BEGINS if leads is None or letter in leads]
    for letter in "abcdefghijklmnopqrstuvwxyzåäö"
}
_SAME_KIND = frozenset(
    {Kind.DAY, Kind.MONTH, Kind.YEAR, Kind.SEASON, Kind.QUARTER, Kind.HALF, Kind.TERTIAL, Kind.SCHOOL_YEAR}
)


def part_at(shadow: Shadow, offset: int) -> Part | None:
    """The longest reading by the first rule that fits at `offset`."""
    run = _DIGITS.match(shadow, offset)
    if run is None:
        rules = _BY_LETTER.get(shadow[offset : offset + 1], WORDS)
    else:
        length, end = run.end() - offset, run.end()
        if length in _BY_NEXT:
            by_next, rules = _BY_NEXT[length]
            rules = by_next.get(shadow[end : end + 1], rules)
        else:
            rules = _BY_RUN.get(length, NUMERIC)
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
    if join is None and first.kind is Kind.DAY and _TIME_BEFORE.search(shadow[max(0, first.start - 16) : first.start]):
        join = _DASH_LOST.match(shadow, first.end)
    if join is None and first.kind is Kind.DAY and first.year is not None:
        join = _RUN_ON.match(shadow, first.end)
    if join is None or join.end() >= len(shadow) or not shadow[join.end()].isalnum():
        return None
    if first.kind is Kind.DAY and first.year is not None and (short := _MONTH_DAY.match(shadow, join.end())):
        rest = make_day(short)
        if rest is not None:
            return rest
    second = part_at(shadow, join.end())
    if second is None:
        return None
    if first.kind is Kind.SCHOOL_YEAR and second.kind is Kind.YEARS and second.until == (second.year or 0) + 1:
        second = second._replace(kind=Kind.SCHOOL_YEAR, needs="")  # läsåren 2015/16–2017/18
    wanted = Kind.DAY if first.kind is Kind.BARE_DAY else first.kind
    if second.kind is not wanted or (first.kind is Kind.SEASON and first.until):
        return None
    if wanted is Kind.DAY and second.day == 0:
        return None
    return second


def week_after(shadow: Shadow, week: Part) -> Part | None:
    """The next week of a list whose last one is `week`, without its word ("vecka 25 och 26"); None where none is."""
    match = _NEXT_WEEK.match(shadow, week.end) if week.kind is Kind.WEEK else None
    if match is None:
        return None
    first, last = num(match, "n"), int(match["n2"] or 0)
    if not (week.until or week.number) < first <= 53 or (last and not first < last <= 53):
        return None
    return make(match, Kind.WEEK, first, until=last, confidence=0.8)._replace(start=match.start("n"))
