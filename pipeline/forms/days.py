"""Whole days in a head's line, by the grammar of dates."""

import datetime as dt
import re

_NAMES = (
    "januari jan|februari febr feb|mars mar|april apr|maj|juni jun|juli jul|augusti aug|september sept sep|oktober okt"
    "|november nov|december dec"
)
_MONTHS = {name: number for number, names in enumerate(_NAMES.split("|"), 1) for name in names.split()}
_ISO = re.compile(r"(?<![\d/-])((?:19|20)\d\d)[-–. /]?(\d{2})[-–. /]?(\d{2})(?![\d/]|-\d)")
_WORDS = re.compile(
    r"(?<![\d/])(\d{1,2})(?::?[ea])?\s+("
    + "|".join(sorted(_MONTHS, key=len, reverse=True))
    + r")\.?,?\s+((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\d/.-])(\d{1,2})[/.](\d{1,2})[/. -]((?:19|20)\d\d)(?!\d)")
_YY = re.compile(r"(?<![\d/.-])(\d\d)[-.]?(\d\d)[-.]?(\d\d)(?![\d/-])")


def days_in(text: str) -> list[tuple[int, int, dt.date]]:
    """(start, end, day) of each whole day in the text, in order."""
    found: list[tuple[int, int, dt.date]] = []
    for pattern, order in ((_ISO, (1, 2, 3)), (_WORDS, (3, 2, 1)), (_SHORT, (3, 2, 1)), (_YY, (1, 2, 3))):
        for m in pattern.finditer(text):
            y, mo, d = (m[i] for i in order)
            year = int(y) if len(y) == 4 else 1900 + int(y) if int(y) > 50 else 2000 + int(y)
            try:
                day = dt.date(year, _MONTHS[mo.lower()] if mo.lower() in _MONTHS else int(mo), int(d))
            except ValueError:
                continue
            if not any(a < m.end() and m.start() < b for a, b, _ in found):
                found.append((m.start(), m.end(), day))
    return sorted(found)
