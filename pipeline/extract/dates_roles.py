"""What a date is for, told from the words of its sentence. The cue words are data: `data/dates_cues.csv`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from pipeline.resources import table
from pipeline.tables import DateRole, Precision

_ROWS = table("extract/data/dates_cues.csv")
_LINK = (
    r"[ :(,\n]*(?:(?:den|på|dagen|daterad|i|år|åren|året|månad|månaden"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)[ ,]+)*"
)
_WORD_START = re.compile(r"(?<!\w)[\w§]")
When = Literal["ahead", "over", ""]
_FINITE = re.compile(r"(?<!\w)(?:är|var|blev|blir|har|hade|kom|\w\w+(?:ades|ade|des|tes|te))(?!\w)")
_REACH = 160  # characters of the sentence that are looked at on each side
_FAR = 25  # a cue loses one of its weight for so many characters of distance
_OTHER_DATE = 4  # and so much where another date stands between


@dataclass(frozen=True, slots=True)
class Guess:
    """A role and how strong its cue is (0 where no cue was found)."""

    role: DateRole
    weight: float


@cache
def _pattern(side: str, precision: Precision, when: When) -> tuple[re.Pattern[str], tuple[dict[str, str], ...]]:
    """One pattern with a group for each cue row that counts on this side for such a date, and the rows."""
    fits = ("", "day") if precision == "day" else ("", "coarse") if precision == "year" else ("", "coarse", "part")
    rows = tuple(
        row
        for row in _ROWS
        if row["side"] == side and row["precision"] in fits and (not row["when"] or when in ("", row["when"]))
    )
    groups = "|".join(f"(?P<r{i}>{row['words']})" for i, row in enumerate(rows))
    if side == "straight":
        return re.compile(rf"(?:{groups})(?!\w){_LINK}"), rows
    if side == "next":
        return re.compile(rf"[ ,(:]*(?:{groups})(?!\w)"), rows
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)"), rows


def guess_role(
    left: str, right: str, precision: Precision, dates: tuple[int, int] = (-1, -1), when: When = ""
) -> Guess:
    """The role by the strongest cue. left, right: the sentence before and after the date, in lower case.

    when: whether the date lies ahead of the memo's own, is over, or "" where that is not known.
    dates: where in `left` the nearest date before ends and where in `right` the nearest one after begins, -1 if none.
    """
    best = Guess("other", 0.0)
    for role, weight in (
        *_straight(left, precision, when),
        *_next(right, precision, when),
        *_around(
            "before", left[-_REACH:], precision, when, dates[0] - max(0, len(left) - _REACH) if dates[0] >= 0 else -1
        ),
        *_around("after", right[:_REACH], precision, when, dates[1]),
    ):
        if weight > best.weight:
            best = Guess(cast(DateRole, role), weight)
    return best


def _row_of(match: re.Match[str], rows: tuple[dict[str, str], ...]) -> dict[str, str]:
    return rows[int((match.lastgroup or "r0")[1:])]


def _straight(left: str, precision: Precision, when: When) -> list[tuple[str, float]]:
    pattern, rows = _pattern("straight", precision, when)
    tail = left[-70:]
    found = []
    for start in [m.start() for m in _WORD_START.finditer(tail)][-7:]:
        match = pattern.fullmatch(tail, start)
        if match:
            row = _row_of(match, rows)
            # of two cues that end alike the longer one knows more: "reviderades senast" over "senast"
            found.append((row["role"], float(row["weight"]) + 0.01 * (len(tail) - start)))
    return found


def _next(right: str, precision: Precision, when: When) -> list[tuple[str, float]]:
    pattern, rows = _pattern("next", precision, when)
    match = pattern.match(right)
    return [(_row_of(match, rows)["role"], float(_row_of(match, rows)["weight"]))] if match else []


def _around(side: str, text: str, precision: Precision, when: When, date: int) -> list[tuple[str, float]]:
    pattern, rows = _pattern(side, precision, when)
    found = []
    for match in pattern.finditer(text):
        row = _row_of(match, rows)
        distance = len(text) - match.end() if side == "before" else match.start()
        weight = float(row["weight"]) - distance / _FAR
        if date >= 0 and (match.end() <= date if side == "before" else match.start() >= date):
            weight -= _OTHER_DATE
        if side == "before" and row["role"] == "reference" and _FINITE.search(text, match.end()):
            continue  # "ansökan var komplett den 11 april": the verb tells, not the paper
        if weight > 0:
            found.append((row["role"], weight))
    return found
