"""Dates and § that may say when a body decided: an anchor is a date, a §, or the two that stand together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.facts import DateFact
from pipeline.forms.guard import guarded
from pipeline.forms.names_tables import abbreviations
from pipeline.resources import table

_PARAGRAPH = guarded(
    r"(?:§§?|(?<!\w)\$(?=\s?\d)|\b[Pp]aragraf(?:en)?\b|\bpar\.)\s*"
    r"(?:nr\s*)?(?P<n>\d{1,4}(?:\s?/\s?(?:\d{4}|\d{2})\b|:\d{1,4}\b)?)(?![\d.:]*\d)"
)
# statutes' abbreviations that are no body's (RF)
_SHORT_LAWS = "|".join(
    re.escape(r["short"]) for r in table("forms/data/laws_short.csv") if r["short"].lower() not in abbreviations()
)
# what makes a § a law's: chapter before, a law's name or a part of a section after
_LAW_BEFORE = guarded(
    r"(?:\bkap(?:\.|itlet)?|\w*(?:lagen|lagens|balken|balkens|förordningen|förordning|stadgan?s?|stadgarna|reglementet|"
    r"ordningen|"
    r"föreskrifter(?:na)?|avtalet|\b(?:" + _SHORT_LAWS + r")|\blag \(\d{4}:\d+\)|\(\d{4}:\d+\)))[\s,.)]*$"
)
# "Reglemente för arvoden § 9 tolkas så att", but "antog reglemente för arvoden § 9"
_RULES_BEFORE = re.compile(
    r"\b(?:reglemente|stadgar|(?:arbets|delegations|bolags|förbunds)ordning|taxa|regler|riktlinjer|bestämmelser) "
    r"för [\w -]{2,30} $",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:beslut|antog|antagi|antagen|fastställ|godkän|revidera|bifoll|§)")
_LAW_AFTER = re.compile(
    r"\s*(?:[a-z]\s+)?(?:§|st\b|stycket|första|andra|tredje|p\b|punkten|och\s+\d+\s*§|\w*lagen\b|\w*lag\s*\(|\w*balken|"
    r"\w*förordningen|"
    r"(?:(?:,|och|samt|–|-)\s*§{0,2}\s?\d{1,3}\s*){0,4}"  # "§ 4 och § 7 i arbetsordningen"
    r"(?:i|av)\s+(?:\w+\s+){0,2}\w*(?:lagen|balken|\w{3}ordning(?:en)?|stadgar(?:na)?|stadgan|reglementet?|avtalet|"
    r"föreskrifter(?:na)?|taxan?|reglerna|bestämmelserna|riktlinjerna|policyn?)\b)"
)
_BETWEEN = re.compile(
    r"[\s,;(\[]*(?:\([^)]{0,40}\)|dnr\s+[\w/.: -]{1,24}|[A-ZÅÄÖ][A-ZÅÄÖa-z]{1,5}|i|under|genom|vid|kl\.? ?\d\S*|"
    r"punkt\s+\d+|ärende\s+\d+|beslut|"
    r"sammanträde|sammanträdet|som|protokoll|prot\.?|med|och)?[\s,;(:.]*"
)
_AFTER_DAY = re.compile(r"(?:\d-\d\d|(?:19|20)\d\d),?\s*\(?$")
_ITS_POINT = re.compile(r"\s*(?:p\.?|pkt|punkt(?:en)?)\s?\d{1,2}\b")
# what follows tells a § from a sum with a space in it (8 500 kronor)
_MISREAD = re.compile(
    r"(?<![\w.,:/-])[85S&](?=\s)\s(?P<n>[1-9]\d{0,2}\s?/\s?(?:19|20)\d\d|[1-9]\d?(?=[\s,.;:)]|$)|"
    r"[1-9]\d\d(?=[,.;:)]|\s(?:att|och|om|samt|som)\s|$))(?!\s?(?:kr|procent|%))"
)
_MISREAD_NUMBER = re.compile(r"\$(?:19|20)\d\d")  # "$2022/02218" is S2022/02218
_NO_GAP = re.compile(r"[\s,(]{1,3}")
_BETWEEN_AFTER = re.compile(
    r"[\s,;()\]]*(?:av|från|vid\s+(?:\w+\s+)?sammanträde(?:t)?|"
    r"vid\s+(?:\w+\s+)?möte(?:t)?|under|i\s+\w+|"
    r"[A-ZÅÄÖ]{2,5})?[\s,(]*(?:den\s+)?"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """`text[start:end]`: a date, a § (what stands after the sign), or both."""

    start: int
    end: int
    date: DateFact | None
    paragraph: str | None
    misread: int = -1  # where the sign stands that was read as another (8, 5, S), -1 where it was read rightly


def anchors(text: str, start: int, end: int, dates: Sequence[DateFact], misread: bool = False) -> list[Anchor]:
    """The anchors within text[start:end], in order. dates: those of the memo that lie there, in order.

    misread: whether the text was read by a machine that may have taken § for another sign.
    """
    free = list(dates)
    found: list[Anchor] = _misread(text, start, end, free) if misread else []
    for match in _PARAGRAPH.finditer(text, start, end):
        if _of_law(text, match, start, end) or _MISREAD_NUMBER.match(match.group()):
            continue
        number = re.sub(r"\s", "", match["n"])
        free = [d for d in free if d.end <= match.start() or d.start >= match.end()]
        date = _beside(text, match, free)
        if date is not None:
            free.remove(date)
        a = min(match.start(), date.start) if date else match.start()
        b = max(match.end(), date.end) if date else match.end()
        found.append(Anchor(a, b, date, number))
    found += [Anchor(d.start, d.end, d, None) for d in free]
    return sorted(found, key=lambda a: a.start)


def _misread(text: str, start: int, end: int, dates: list[DateFact]) -> list[Anchor]:
    """§ read as 8, 5 or S: right after a day (`2017-12-14, 8 31`), or before a number of a year (`(8 112/2005)`).

    Takes the dates that belong to them out of `dates`. The § number itself is what was read.
    """
    found: list[Anchor] = []
    for match in _MISREAD.finditer(text, start, end):
        date = next((d for d in dates if d.precision == "day" and _NO_GAP.fullmatch(text[d.end : match.start()])), None)
        if date is None and "/" not in match["n"]:
            continue
        if date is None and not re.search(r"[,(]\s?$", text[max(start, match.start() - 2) : match.start()]):
            continue
        dates[:] = [d for d in dates if d is not date and (d.end <= match.start() or d.start >= match.end())]
        begins = date.start if date else match.start()
        found.append(Anchor(begins, match.end(), date, re.sub(r"\s", "", match["n"]), match.start()))
    return found


def _beside(text: str, match: re.Match[str], dates: list[DateFact]) -> DateFact | None:
    for date in reversed(dates):
        gap = text[date.end : match.start()]
        if date.end <= match.start() and len(gap) <= 44 and _BETWEEN.fullmatch(gap):
            return date
    for date in dates:
        gap = text[match.end() : date.start]
        if date.start >= match.end() and len(gap) <= 44 and _BETWEEN_AFTER.fullmatch(gap):
            return date
    return None


def _of_law(text: str, match: re.Match[str], start: int, end: int) -> bool:
    before = text[max(start, match.start() - 40) : match.start()]
    if before.rstrip().endswith("%"):
        return True  # a sum in a table's row that begins with 5: "13,0% § 200"
    if _LAW_BEFORE.search(before) or (re.search(r"\d\s*$", before) and not re.search(r"\d{2,4}\s*$|\d\)\s*$", before)):
        return True
    if _RULES_BEFORE.search(before) and not _MADE.search(text, start, match.start()):
        return True
    if _AFTER_DAY.search(before) and _ITS_POINT.match(text, match.end(), end):
        return False  # "2003-10-07, § 288 p 3": a point of a decision
    return bool(_LAW_AFTER.match(text, match.end(), min(end, match.end() + 60)))
