"""The points of a proposal or a decision: which stretches of a section they are, and what leads each of them in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.extract.actions import main_verb, opens_with_infinitive, opens_with_present
from pipeline.extract.decisions_askings import OPEN, OPENS, asks, heads_verbs, lead_at_end
from pipeline.extract.decisions_blocks import Unit, units
from pipeline.extract.decisions_leads import is_lead, is_rationale, is_reasons, is_signature, is_stop
from pipeline.extract.decisions_split import (
    att_satser,
    infinitives,
    is_at_once,
    lead_above_lines,
    lead_and_rest,
    lettered,
    numbered,
    presents,
    sentence_points,
    trim,
)
from pipeline.extract.decisions_words import OPENS_ATT, words
from pipeline.forms.papers import begins_with_paper
from pipeline.forms.sentences import sentences
from pipeline.memo.memo import Block, BlockKind, Memo, Section
from pipeline.read.page import ReadAs

_FIGURES = re.compile(r"\d[\d .]*\s+-?\d[\d .]*$")
_FIRST = re.compile(r"\(?(?P<n>1|[2-9](?=[.)]\s+att\s))[.)]\s+")


_ATT_SATS = re.compile(r"(?:(?:dels|samt)(?: ock| och)? )?att\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """A point: `text[start:end]`. lead: the lead-in's words; heading: the section's, "" where there is none.

    sure: whether its form says that it is a point, and not only its place. att: whether the "att" before it stands in a
    column of its own.
    """

    start: int
    end: int
    number: str | None
    lead: str
    heading: str
    sure: bool
    att: bool = False


@dataclass(slots=True)
class _State:
    lead: str = ""
    listed: bool = False  # the points under this lead-in are a list
    skipping: bool = False  # within reasons or a reservation
    parent: Unit | None = None  # a point that ends in a colon and takes the items after it
    led: str | None = None  # the number of a list's point that leads in points of its own
    outer: str = ""  # and what leads in that list


def points_in(memo: Memo, section: Section) -> list[Point]:
    """The points of one section, in order."""
    return points_of(memo, blocks_below(memo, section), section.heading)


def blocks_below(memo: Memo, section: Section) -> list[Block]:
    """The section's blocks below its heading; of one that shares its line with the heading, what stands behind it."""
    blocks = memo.blocks_in(section.start, section.end)
    return [
        replace(b, start=max(b.start, section.body), content=max(b.content, section.body))
        if b.start < section.body
        else b
        for b in blocks
        if b.start >= section.body or (b.end > section.body and b.kind is not BlockKind.HEADING)
    ]


def points_of(memo: Memo, blocks: Sequence[Block], heading: str) -> list[Point]:
    """The points in a run of blocks."""
    text = memo.text
    columns = [b for b in blocks if LOST_ATT.fullmatch(text, b.start, b.end)]
    if columns and not any(text.startswith(OPENS_ATT, b.start) for b in blocks):
        rest = points_of(memo, [b for b in blocks if b not in columns], heading)
        return with_att(rest, text, sum(len(re.findall(r"a ?t ?t", text[b.start : b.end])) for b in columns))
    stretch = units(memo, blocks)
    some_listed = any(_in_list(text, u) for u in stretch)
    state = _State()
    found: list[Point] = []
    signed = False  # names stand below the points
    for number, unit in enumerate(stretch):
        following = stretch[number + 1] if number + 1 < len(stretch) else None
        said = words(text, unit.content, unit.end)
        if not said:
            continue
        followed = following is not None and _in_list(text, following)
        lead = lead_at_end(text, unit) if followed and _in_list(text, unit) else None
        if lead is not None and not state.skipping:
            _take(memo, replace(unit, end=lead[0]), state, found, heading, some_listed)
            state = _State(lead=words(text, *lead))
            continue
        if is_lead(said, unit.listed, followed) or heads_verbs(text, unit, following) or asks(text, unit, following):
            inner = unit.number is not None and unit.number.isdigit()
            state = _State(lead=said, led=unit.number if inner else None, outer=state.lead if inner else "")
            continue
        if state.led is not None and _counts_on(state.led, unit.number):
            state = _State(
                lead=state.outer, listed=True
            )  # "1. Styrelsen föreslår fullmäktige att", a), b), and then "2."
        if not unit.listed and is_stop(said):
            break
        if signed and unit.number == "1" and begins_with_paper(said) and not said.endswith("."):
            break  # attachments, whose heading was not read
        signed = signed or (bool(found) and not unit.listed and is_signature(said))
        if unit.kind is BlockKind.HEADING or (not unit.listed and len(said) < 60 and not said.endswith(".")):
            if is_reasons(said):
                state.skipping = True
                continue
            if unit.kind is BlockKind.HEADING:
                if _names_body(said):
                    state = _State(lead=said)
                continue
        if state.skipping:
            continue
        if found and not unit.listed and state.lead and _is_account(said):
            break
        if found and not unit.listed and memo.tables and _told_below_table(memo, found, stretch[number:]):
            break
        if found and not found[-1].att and _inner_mark(memo, stretch, number):
            found[-1] = replace(found[-1], end=trim(text, found[-1].start, unit.end)[1])
            continue
        if state.parent is not None:
            if unit.listed and found and (_below(text, state.parent, unit) or _completes(text, state.parent, unit)):
                found[-1] = replace(found[-1], end=trim(text, found[-1].start, unit.end)[1])
                continue
            state.parent = None
        more = _att_follows(text, said, following)
        letters = following is not None and following.number in ("a", "A") and (unit.number or "").isdigit()
        if _is_whole(text, unit, following):
            found.append(Point(*trim(text, unit.content, unit.end), None, state.lead, heading, True))
            continue
        _take(memo, unit, state, found, heading, some_listed, more, _next_lost(stretch, number), letters)
    return found


# what a point, a sentence of its own below the att-satser, says
_DECIDES = re.compile(
    r"\b(?:besluta(?:r|s)?\b|avslut|föreslå|uppdra|uppdrag|ska\b|skall\b|bör\b|får\b|juster|gäll|godkän|anta|fastställ|bevilj|anslå|avslå"
    r"|delegera|bemyndiga|utse|överlämna|noter|förklara|upphör|finansiera|anvisa|reserver|protokoll)",
    re.IGNORECASE,
)


def _told_below_table(memo: Memo, found: Sequence[Point], rest: Sequence[Unit]) -> bool:
    """Whether what stands below a table, which stands below att-satser alone, tells of the table's numbers; then the
    points are at an end."""
    text, last = memo.text, found[-1].end
    if not any(last <= table.start < rest[0].start for table in memo.tables):
        return False
    if not all(p.att or text.startswith(OPENS_ATT, p.start) for p in found):
        return False
    said = [words(text, u.content, u.end) for u in rest]
    if any(u.listed or t.lower().startswith("att ") for u, t in zip(rest, said, strict=True)):
        return False
    return len(said[0]) > 40 and any(map(str.isdigit, said[0])) and not any(map(_DECIDES.search, said))


def _inner_mark(memo: Memo, stretch: Sequence[Unit], number: int) -> bool:
    """Whether a printed item is a point's part by its mark: "–" below "•", where the list goes on with "•"."""
    if memo.read_as != {ReadAs.DIGITAL}:
        return False  # an OCR takes one mark for another
    marks = [memo.text[u.start] if u.bulleted and u.start < u.content else "" for u in stretch[: number + 1]]
    return marks[-1] in ("–", "-", "o", "○", "◦") and "•" in marks[:-1] and marks[-2] != ""


def _counts_on(one: str, two: str | None) -> bool:
    return two is not None and two.isdigit() and int(two) == int(one) + 1


# att-satser whose first words stand in a column of their own
LOST_ATT = re.compile(r"(?:a ?t ?t\s?)+")


def with_att(points: list[Point], text: str, lost: int) -> list[Point]:
    """The points with their "att" again, where as many were read apart from them as there are points."""
    if lost < len(points) or any(text.startswith(OPENS_ATT, p.start) for p in points):
        return points
    return [replace(p, att=True) for p in points]


# "Skolnämnden föreslår kommunfullmäktige att skolan läggs ned och att ramen minskas."
_BODY_PROPOSES = re.compile(
    r"[A-ZÅÄÖ][\w, -]{0,60}?(?:nämnden|styrelsen|utskottet|direktionen)\s+(?:föreslår|hemställer(?:\s+hos)?)"
    r"\s+[\w\s,-]{3,60}?\s(?:besluta\s+)?att\s(?:(?!\.\s)[^;:])*\.$"
)


def _is_whole(text: str, unit: Unit, following: Unit | None) -> bool:
    """Whether what a body proposes to another is one point among others, whole sentences all of them."""
    if unit.listed or following is None or following.listed:
        return False
    if not _BODY_PROPOSES.match(words(text, unit.content, unit.end)):
        return False
    below = words(text, following.content, following.end)
    verb = main_verb(below) if below[:1].isupper() and below.endswith(".") else None
    return verb is not None and verb.action != "other"


def _is_account(said: str) -> bool:
    """A paragraph that tells of the matter, below points without marks: its own heading was lost or read elsewhere."""
    if len(said) < 250 or said.startswith("att "):
        return False
    verb = main_verb(said)
    return (verb is None or verb.action == "other") and len(sentences(said)) > 2


def _att_follows(text: str, said: str, following: Unit | None) -> bool:
    """Whether an att-sats follows that goes on from this stretch: "… föreslår nämnden att anta planen," "att …"; below
    one that ends without a sign, one that stands as a list's item."""
    if following is None or said.endswith((".", ":")):
        return False
    if following.kind is not BlockKind.ITEM and not said.endswith((",", ";", " samt", " och", " dels")):
        return False
    return text[following.content : following.content + 9].lower().startswith(("att ", "dels att", "samt att"))


_LETTER = re.compile(r"[a-k]")


def _next_lost(stretch: list[Unit], number: int) -> bool:
    """Whether the number after a point's is missing from its list: those of the next ones were perhaps not read."""
    own = stretch[number].number
    if own is None:
        return False
    later = next((u.number for u in stretch[number + 1 :] if u.number is not None), None)
    if _LETTER.fullmatch(own):  # "b)" and then "d)"
        return later is not None and _LETTER.fullmatch(later) is not None and ord(later) > ord(own) + 1
    if not own.isdigit():
        return False
    if later is None or not later.isdigit() or int(later) <= int(own):
        return own == "1"
    return int(later) > int(own) + 1


# an att-sats that proposes to another body is a point: "att föreslå fullmäktige att anta taxan"
_PROPOSES = re.compile(
    r"att\s+(?:för\s+(?:egen|sin)\s+del\s+)?(?:föreslå|hemställa|rekommendera|anhålla|begära|tillstyrka)\s[^.;:]{3,90}?\satt\s\S"
)


def _take(
    memo: Memo,
    unit: Unit,
    state: _State,
    found: list[Point],
    heading: str,
    some_listed: bool,
    more: bool = False,
    lost: bool = False,
    lettered_next: bool = False,
) -> None:
    text = memo.text
    start = unit.content
    if not text.startswith(OPENS_ATT, start) or not (
        unit.listed or state.lead or _PROPOSES.match(text, start, unit.end)
    ):
        opening = lead_and_rest(text, start, unit.end, more)
        if opening is None and memo.has_places and not unit.listed:
            opening = lead_above_lines(text, start, unit.end, _line_starts(memo, start, unit.end))
        if opening:
            state.lead, state.listed = words(text, start, opening[0]), False
            start = opening[1]
    first = _FIRST.match(text, start, unit.end) if start > unit.content else None
    said = words(text, first.end() if first else start, unit.end)
    att = _ATT_SATS.match(said) is not None
    if unit.listed or att:
        state.listed = True
    at_once = said.endswith(".") and is_at_once(said)
    if is_signature(said) and not (unit.listed or att or at_once):
        return
    sure = True
    if not unit.listed and not att:
        verb = main_verb(said)
        if is_rationale(said) or (is_reasons(said) and verb is None):
            return
        sure = verb is not None or at_once
        if (
            verb is not None
            and verb.tense == "inf"
            and not state.lead
            and not said.endswith(".")
            and _FIGURES.search(said)
        ):
            return  # a table's row: "Hyra, resor 139.800 128.600"
        if not sure and (state.listed or some_listed or len(said.split()) < 4 or not said.endswith(".")):
            return
        if state.listed and some_listed and not _stands_alone(said):
            return
    cuts = _cut(memo, unit, start, att, state.lead, first)
    if lost and state.lead and len(cuts) == 1 and text[start : start + 1].islower() and not att:
        cuts = [(a, b, cuts[0][2] if a == start else None) for a, b in infinitives(text, start, unit.end)]
    if len(cuts) > 1 and not (unit.listed or att or state.lead):
        cuts = [cut for cut in cuts if not is_rationale(words(text, cut[0], cut[1]))]
    for a, b, number in cuts:
        a, b = trim(text, a, b)
        if a < b and any(c.isalpha() for c in text[a:b]):
            found.append(Point(a, b, number, state.lead, heading, sure))
    open_task = unit.bulleted and said.endswith((" att", " att:"))
    if found and (said.endswith(":") or (unit.number is not None and OPENS.search(said)) or lettered_next or open_task):
        state.parent = unit


def _cut(
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
    lines = _line_starts(memo, start, unit.end)
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
        lines = _line_starts(memo, start, end)
        cuts = [a for a in cuts if a in lines]
    return [*pairwise([start, *cuts, end])]


def _line_starts(memo: Memo, start: int, end: int) -> frozenset[int]:
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
    lines = _after_short(memo, _line_starts(memo, start, unit.end))
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


def _in_list(text: str, unit: Unit) -> bool:
    return unit.listed or _ATT_SATS.match(text, unit.content, unit.content + 16) is not None


def _below(text: str, parent: Unit, unit: Unit) -> bool:
    """Whether an item is a sub-point of the point before it that ends in a colon."""
    if not parent.listed:
        return True
    if parent.number is None and unit.number is None and text.startswith(OPENS_ATT, parent.content):
        return not text.startswith((*OPENS_ATT, "samt att ", "dels att "), unit.content)
    if parent.number is not None and unit.number is not None:
        return parent.number.isdigit() != unit.number.isdigit() or "." in unit.number
    return parent.number is not None


def _completes(text: str, parent: Unit, unit: Unit) -> bool:
    """Whether a bulleted item says what the one above leaves open: "• Nämnden ges i uppdrag att", "– ta fram mål"."""
    if (
        parent.number is not None
        or unit.number is not None
        or not text.endswith((" att", " att:"), parent.start, parent.end)
    ):
        return False
    if not opens_with_infinitive(words(text, unit.content, unit.end)):
        return False
    other = text[unit.start : unit.content].strip() != text[parent.start : parent.content].strip()
    return other or not opens_with_infinitive(words(text, parent.content, parent.end))


def _names_body(said: str) -> bool:
    return len(said) < 90 and said.lower().rstrip(" :.").endswith(("nämnden", "styrelsen", "fullmäktige", "utskottet"))


def _stands_alone(said: str) -> bool:
    """A sentence after a list that is a point itself: it begins with what is decided, and is short."""
    verb = main_verb(said)
    if verb is None or not said.endswith("."):
        return False
    return (verb.start < 90 and len(said) < 260) or _BODY_DECIDES.match(said) is not None


_BODY_DECIDES = re.compile(
    r"[A-ZÅÄÖ][\w-]*(?: och [\w-]+)?(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen)\s(?:\w+\s){0,2}?"
    r"(?:beslutar|föreslår|föreslås|hemställer|uppdrar|ger)\b"
)
