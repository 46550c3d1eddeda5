"""Stretches of a memo's text that may be a point or a lead-in: blocks cut and joined as their words ask.

A memo's blocks are as they are set on the page; a point may go on in the next block (over a page break), and a block
may hold several (lines set under each other, att-satser run on).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.actions import opens_with_infinitive, opens_with_present
from pipeline.extract.decisions_joins import BODY_OPENS, ENDED, continues, is_misread_mark
from pipeline.extract.decisions_leads import is_body_name, is_lead
from pipeline.extract.decisions_units import MARKER, Unit, content_of, unit_of
from pipeline.extract.decisions_words import OPENS_ATT, words
from pipeline.forms.sentences import ends_open
from pipeline.memo.memo import Block, BlockKind, Memo

_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s*$")

_GOES_ON = re.compile(r"[a-zåäöé(\d]")

_LEADS = re.compile(r"\b(?:beslutar?|föreslår|föreslås|hemställer)\b")

_SUBORDINATE = re.compile(r"\b(?:att|om|när|som|sedan|innan)\b")


def units(memo: Memo, blocks: Iterable[Block]) -> list[Unit]:
    """The units of these blocks, in order."""
    found: list[Unit] = []
    begins = False  # a new point, whose number is all that was read of the line above
    for block in blocks:
        for start, end in _pieces(memo.text, block):
            cut = _lead_behind(memo.text, start, end) if block.kind is BlockKind.ITEM else end
            unit = unit_of(memo.text, block, start, cut)
            mark = bool(_mark_alone(memo.text, unit))
            if found and (mark or _left_of_mark(memo.text, found[-1], unit)):
                begins = True
                found += [unit] * mark
                continue
            if begins and unit.start < unit.end:
                found.append(unit)
                begins = False
            elif found and (continues(memo.text, found[-1], unit) or is_misread_mark(memo.text, found[-1], unit)):
                found[-1] = replace(found[-1], end=unit.end, content=content_of(memo.text, found[-1]))
            elif unit.start < unit.end:
                found.append(unit)
            if cut < end:
                found.append(Unit(cut + 1, end, cut + 1, BlockKind.PARAGRAPH, page=block.page))
    found = _over_breaks(memo.text, [*_without_false_letters(_with_marks_beside(memo.text, found))])
    return _with_lost_numbers(memo.text, found)


_MARK_ALONE = re.compile(r"(?P<letter>[A-H])[.)]?")


def _mark_alone(text: str, unit: Unit) -> str:
    """The capital that is all of a stretch: a list's mark, apart from its point. A number alone may be a page's."""
    match = _MARK_ALONE.fullmatch(text, unit.start, unit.end) if unit.kind is not BlockKind.HEADING else None
    return match["letter"] if match else ""


def _with_marks_beside(text: str, found: list[Unit]) -> list[Unit]:
    """The units, marks in a column of their own given to the points beside them: "B", "C" and then "uppdrar åt
    inspektören …,", "bemyndigar chefen …"."""
    kept: list[Unit] = []
    marks = ""  # those right before
    for unit in found:
        parts = _done_by_lines(text, unit) if marks and not unit.listed else []
        if parts and len(parts) == len(marks):
            stops = [*parts[1:], unit.end]
            kept[-len(marks) :] = [
                replace(unit, start=a, content=a, end=a + len(text[a:b].rstrip()), number=mark)
                for a, b, mark in zip(parts, stops, marks, strict=True)
            ]
            marks = ""
            continue
        mark = _mark_alone(text, unit)
        marks = marks + mark if mark and (not marks or _counts_on(marks[-1], mark)) else mark
        kept.append(unit)
    return kept


def _done_by_lines(text: str, unit: Unit) -> list[int]:
    """Where in a unit a line begins with what is done; nothing where the first one does not."""
    starts = [unit.content, *(m.end() for m in re.compile(r"\n").finditer(text, unit.content, unit.end))]
    opens = [
        at
        for at in starts
        if text.startswith(OPENS_ATT, at)
        or opens_with_present(text[at : at + 40])
        or opens_with_infinitive(text[at : at + 40])
    ]
    return opens if opens[:1] == [unit.content] else []


_LED_IN = re.compile(r"\b(?:besluta|beslutar|föreslår|föreslås|hemställer|del)(?: att)?[\s:,]*$")

_NEXT_LEAD = re.compile(
    r" (?=(?P<who>[A-ZÅÄÖ][\w-]+(?:,? [\w-]+){0,6}?),? "
    r"(?:beslutar|föreslår|föreslås|hemställer|(?:för|i) (?:egen|sin))\b)"
)

_NO_POINT_YET = re.compile(r"\b(?:att|föreslå|hemställa|hos|inför|efter|tills|innan|bara|[Nn]är|[Dd]å|under)$")


def _lead_behind(text: str, start: int, end: int) -> int:
    """Where an item ends whose lost full stop let the next points' lead-in run on: "… för bygdepeng Kommunstyrelsen
    beslutar för egen del". The end where none does."""
    if not _LED_IN.search(text, max(start, end - 24), end):
        return end
    for match in _NEXT_LEAD.finditer(text, max(start + 25, end - 180), end):
        before = text[start : match.start()]
        if is_body_name(match["who"]) and not (ends_open(before) or _NO_POINT_YET.search(before)):
            return match.start()
    return end


# letters that an OCR takes bullets for, and the one that stands before each in a list of letters
_LIKE_BULLETS = {"e": "d", "o": "n", "c": "b"}


def _without_false_letters(found: list[Unit]) -> Iterator[Unit]:
    """The units, a bullet that was read as a letter no letter of theirs: "e Planen antas." not below a "d"."""
    before: str | None = None
    for unit in found:
        false = unit.number in _LIKE_BULLETS and before != _LIKE_BULLETS[unit.number]
        yield replace(unit, number=None, bulleted=True) if false else unit
        before = unit.number if unit.number is not None else before


_SCRAP = re.compile(r"\W{0,2}(?!och|att|nr)[A-Za-z\d|!$]{1,2}\W{0,2}")


def _left_of_mark(text: str, before: Unit, unit: Unit) -> bool:
    """Whether a stretch is what an OCR made of a point's number, apart from its words: "… 110 mkr, samt" and "Gu"."""
    said = text[unit.start : unit.end]
    if len(said) > 4 or unit.number is not None or not _SCRAP.fullmatch(said):
        return False
    return re.search(r"(?:[,;.]|\b(?:samt|och))$", text[before.start : before.end]) is not None


def _over_breaks(text: str, found: list[Unit]) -> list[Unit]:
    """Puts a piece that a break set apart between two items of a list that count on to the first, if that is open."""
    kept: list[Unit] = []
    for number, unit in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if (
            kept
            and following is not None
            and kept[-1].number is not None
            and not unit.listed
            and unit.kind is not BlockKind.HEADING
            and _counts_on(kept[-1].number, following.number)
            and not ENDED.search(text[kept[-1].start : kept[-1].end])
            and not re.search(r"(?:^|\s)(?:och|samt)$", text[kept[-1].start : kept[-1].end])
            and not _leads(text[unit.start : unit.end])
        ):
            kept[-1] = replace(kept[-1], end=unit.end)
        else:
            kept.append(unit)
    return kept


def _leads(said: str) -> bool:
    """Whether a stretch may lead in points: not the rest of one that ends in what others decide, "… lån, under
    förutsättning att Östersunds kommun beslutar om sitt bidrag."."""
    match = _LEADS.search(said)
    return match is not None and not (said.endswith(".") and _SUBORDINATE.search(said, 0, match.start()))


# what was read of a number or its dirt: "ie Socialförvaltningen", "_ Avtalet"
_FOR_NUMBER = re.compile(r"(?:[a-zéI|l!]{1,2}|[^\w\s(\"”§]{1,2})[.,)]?\s+(?=[A-ZÅÄÖ][a-zåäö])")

MOST_LOST = 3


def _with_lost_numbers(text: str, found: list[Unit]) -> list[Unit]:
    """The units, numbers given to those between two items of a list from which as many numbers are missing."""
    at = [n for n, unit in enumerate(found) if unit.number is not None]
    for one, two in pairwise(at):
        first, last = found[one].number or "", found[two].number or ""
        between = found[one + 1 : two]
        if not (first.isdigit() and last.isdigit() and 0 < int(last) - int(first) - 1 == len(between) <= MOST_LOST):
            continue
        if all(_is_whole_item(text, before, unit) for before, unit in zip(found[one:two], between, strict=False)):
            for n, unit in enumerate(between, 1):
                scrap = _FOR_NUMBER.match(text, unit.content, unit.end)
                start = scrap.end() if scrap else unit.content
                found[one + n] = replace(unit, number=str(int(first) + n), bulleted=False, content=start)
    return found


def _is_whole_item(text: str, before: Unit, unit: Unit) -> bool:
    """Whether a stretch may be a list's item whose number was not read: begun anew below one that has ended."""
    said = words(text, unit.content, unit.end)
    scrap = _FOR_NUMBER.match(said)
    opening = said[scrap.end() :] if scrap else said
    if unit.kind is BlockKind.HEADING or not (opening[:1].isupper() or opening.startswith(OPENS_ATT)):
        return False
    closed = re.search(r"(?:[.,;!]|\b(?:och|samt))[\s\W]*$", text[before.start : before.end])
    return closed is not None and ENDED.search(said) is not None and not is_lead(said, False, True)


def _counts_on(one: str, two: str | None) -> bool:
    """Whether two is the number or letter after one."""
    if two is None:
        return False
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    return len(one) == len(two) == 1 and ord(two) == ord(one) + 1


def _pieces(text: str, block: Block) -> list[tuple[int, int]]:
    if block.kind is not BlockKind.LINES:
        return [(block.start, block.end)]
    pieces: list[tuple[int, int]] = []
    at = block.start
    for line in text[block.start : block.end].split("\n"):
        stop = at + len(line)
        if line.strip():
            previous = text[pieces[-1][0] : pieces[-1][1]] if pieces else ""
            goes_on = not _SENTENCE_END.search(previous) and _GOES_ON.match(line.strip()) and not _opens(line)
            if pieces and (goes_on or ends_open(previous)):
                pieces[-1] = (pieces[-1][0], stop)
            else:
                pieces.append((at, stop))
        at = stop + 1
    return pieces


def _opens(line: str) -> bool:
    return bool(MARKER.match(line) or BODY_OPENS.match(line.strip()))
