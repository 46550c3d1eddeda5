"""How a stretch is cut into points: by numbers, letters, "att", verbs in one form, sentences, and printed lines."""

import re
from itertools import pairwise

from pipeline.extract.actions import opens_with_infinitive, opens_with_present
from pipeline.extract.decisions_askings import OPEN
from pipeline.extract.decisions_split import att_satser, infinitives, lettered, numbered, presents, sentence_points
from pipeline.extract.decisions_units import Unit
from pipeline.memo.memo import Memo
from pipeline.read.page import ReadAs


def cuts_of(
    memo: Memo, unit: Unit, start: int, att: bool, lead: str, first: re.Match[str] | None
) -> list[tuple[int, int, str | None]]:
    """The points of a stretch. first: the number that stands right behind a lead-in that shares it."""
    text = memo.text
    if first:
        return [(a, b, n) for a, b, n in numbered(text, first.end(), unit.end, int(first["n"]))]
    if unit.number is not None and unit.number.isdigit():
        return [(a, b, n) for a, b, n in numbered(text, start, unit.end, int(unit.number))]
    if unit.number is not None and len(unit.number) == 1 and unit.number.lower() in "abcdefg" and att:
        parts = lettered(text, start, unit.end, unit.number.lower())
        return [(a, b, n.upper() if n and unit.number.isupper() else n) for a, b, n in parts]
    if unit.listed:
        if unit.number is None and att and memo.read_as != {ReadAs.DIGITAL}:
            return [(a, b, None) for a, b in _run_together(memo, start, unit.end)]
        if unit.number is None and lead and not att and opens_with_present(text[start : unit.end]):
            return [(a, b, None) for a, b in presents(text, start, unit.end)]
        return [(a, b, unit.number) for a, b in pairwise([start, *_lost_marks(memo, unit, start, lead), unit.end])]
    lines = line_starts(memo, start, unit.end)
    if att:
        return [(a, b, None) for a, b in att_satser(text, start, unit.end, lines)]
    if text[start : start + 1].islower() and lead and opens_with_infinitive(text[start : unit.end]):
        return [(a, b, None) for a, b in infinitives(text, start, unit.end, lines, _after_short(memo, lines))]
    if text[start : start + 1].islower() and opens_with_present(text[start : unit.end]):
        cuts = [start, *(n for n in sorted(lines) if n > start and opens_with_present(text[n : unit.end])), unit.end]
        return [(c, d, None) for a, b in pairwise(cuts) for c, d in presents(text, a, b)]
    return [(a, b, None) for a, b in sentence_points(text, start, unit.end, lines, _after_short(memo, lines))]


def _run_together(memo: Memo, start: int, end: int) -> list[tuple[int, int]]:
    """The att-satser of a bulleted item: those behind a comma, each on a line of its own, are items whose bullets were
    not read."""
    cuts = [a for a, _ in att_satser(memo.text, start, end)[1:] if memo.text[a - 4 : a].rstrip().endswith((",", ";"))]
    if cuts and memo.has_places:
        lines = line_starts(memo, start, end)
        cuts = [a for a in cuts if a in lines]
    return [*pairwise([start, *cuts, end])]


def line_starts(memo: Memo, start: int, end: int) -> frozenset[int]:
    """The offsets where a printed line begins, as far as the words' places tell."""
    starts: set[int] = set()
    before = None
    last = -1
    for offset in range(start, end):
        index = memo.owner[offset] if offset < len(memo.owner) else -1
        if index < 0 or index == last:
            continue
        last = index
        box = memo.words[index].box if index < len(memo.words) else None
        if box is None:
            before = None
            continue
        if before is not None and box.x0 < before.x1 and box.y0 > before.y0 + (before.y1 - before.y0) * 0.5:
            starts.add(offset)
        before = box
    return frozenset(starts)


def _lost_marks(memo: Memo, unit: Unit, start: int, lead: str) -> list[int]:
    """Where in a bulleted item, below a line that ended early, another begins whose bullet was not read."""
    text = memo.text
    if unit.number is not None or not lead or not opens_with_infinitive(text[start : unit.end]):
        return []
    lines = _after_short(memo, line_starts(memo, start, unit.end))
    return [
        at
        for at in sorted(lines)
        if at > start + 8
        and opens_with_infinitive(text[at : unit.end])
        and not OPEN.search(text[start:at].rstrip())
        and not re.search(r"\b(?:och|eller|samt|ska|skall|kan|bör|får|måste|inte)$", text[start:at].rstrip())
    ]


def _after_short(memo: Memo, starts: frozenset[int]) -> frozenset[int]:
    """Those of the line starts above which the line ended though this word would have fitted: a new entry."""
    found: set[int] = set()
    boxes = {at: memo.words[memo.owner[at]].box for at in starts}
    right = 0.0
    for at in sorted(starts):
        end = at
        while end > 0 and memo.owner[end - 1] < 0:
            end -= 1
        above = memo.words[memo.owner[end - 1]].box if end > 0 else None
        box = boxes[at]
        if above is not None and box is not None:
            right = max(right, above.x1)
            if right - above.x1 > (box.x1 - box.x0) + 6:
                found.add(at)
    return frozenset(found)
