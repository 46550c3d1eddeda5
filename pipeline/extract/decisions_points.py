"""The points of a proposal or a decision: which stretches of a section they are, and what leads each of them in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.actions import main_verb
from pipeline.extract.decisions_askings import OPENS, asks, asks_items, heads_verbs, lead_at_end
from pipeline.extract.decisions_blocks import units
from pipeline.extract.decisions_cuts import cuts_of, line_starts
from pipeline.extract.decisions_leads import is_as_proposed, is_lead, is_rationale, is_reasons, is_signature, is_stop
from pipeline.extract.decisions_lists import (
    ATT_SATS,
    between_numbers,
    completes,
    counts_on,
    fills_list,
    has_inner_mark,
    in_list,
    is_below,
    next_lost,
)
from pipeline.extract.decisions_paragraphs import (
    body_decides,
    is_account,
    is_whole,
    names_body,
    stands_alone,
    told_below_table,
)
from pipeline.extract.decisions_quoted import of_quoted
from pipeline.extract.decisions_split import (
    infinitives,
    is_at_once,
    lead_above_lines,
    lead_and_rest,
    trim,
)
from pipeline.extract.decisions_units import Unit
from pipeline.extract.decisions_words import OPENS_ATT, words
from pipeline.forms.papers import begins_with_paper
from pipeline.memo.memo import Block, BlockKind, Memo, Section

_NUMBERS_LAST = re.compile(r"\t[^\w\t]*\d[\d\W]*(?:kr|tkr|mnkr|kronor|st|m²?|procent)?\s*\Z")
_FIGURES = re.compile(r"\d[\d .]*\s+-?\d[\d .]*$")
_FIRST = re.compile(r"\(?(?P<n>1|[2-9](?=[.)]\s+att\s))[.)]\s+")


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
    quoted: bool = False  # within rules or a statement that a point quotes: "§ 1 …", "§ 2 …"


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


_PAUSED = re.compile(
    r"(?:Mötet|Sammanträdet) ajourner(?:as|ades|at) (?:mellan|kl|i|från|för|under)\b"
    r"|Anmälan är en redovisning av beslut|Redovisningen innebär inte att"
)
# what members of a body propose to it: "Anna Ek (L) föreslår att ärendet återremitteras."
_MEMBER = re.compile(r"[A-ZÅÄÖ][\w .-]{3,50} \([A-ZÅÄÖa-zåäö-]{1,4}\)")
_MOVES = re.compile(r"\)(?: med flera)? (?:föreslår|yrkar|instämmer|ställer sig bakom|tillstyrker|avstyrker)\b")
# "2031.276 KS-001", "2031.282 KS-002 Delegationsbeslut exploateringschef"
_NUMBERED_PAPER = re.compile(
    r"\W*(?:19|20)\d\d[./:]\d{1,5} [A-ZÅÄÖ]{2,5}-\d{1,4}(?:$|\s)|\W*(?:19|20)\d\d[./:-]\d{1,5}(?: [A-ZÅÄÖ]{2,5})?\W*$"
)


def points_of(memo: Memo, blocks: Sequence[Block], heading: str) -> list[Point]:
    """The points in a run of blocks."""
    text = memo.text
    columns = [b for b in blocks if LOST_ATT.fullmatch(text, b.start, b.end)]
    if columns and not any(text.startswith(OPENS_ATT, b.start) for b in blocks):
        rest = points_of(memo, [b for b in blocks if b not in columns], heading)
        return with_att(rest, text, sum(len(re.findall(r"a ?t ?t", text[b.start : b.end])) for b in columns))
    stretch = units(memo, blocks)
    some_listed = any(in_list(text, u) for u in stretch)
    state = _State()
    found: list[Point] = []
    unmarked: list[str] = []  # what stands below points without a mark: perhaps names
    as_proposed: list[Point] = []  # "Nämnden beslutar enligt förslaget.": a point where none is written out below
    for number, unit in enumerate(stretch):
        following = stretch[number + 1] if number + 1 < len(stretch) else None
        said = words(text, unit.content, unit.end)
        if not said or _PAUSED.match(said) or (_MEMBER.match(said) and _MOVES.search(said, 0, 600)):
            continue
        if found and _NUMBERED_PAPER.match(said):
            break  # papers that came in or were decided by delegation, each with its number
        followed = following is not None and in_list(text, following)
        lead = lead_at_end(text, unit) if followed and in_list(text, unit) else None
        if lead is not None and not state.skipping:
            _take(memo, replace(unit, end=lead[0]), state, found, heading, some_listed)
            state = _State(lead=words(text, *lead))
            continue
        above = (found[-1].start, found[-1].end) if found else None
        if of_quoted(text, unit, above, state.lead, state.quoted):
            state.quoted = True
            continue
        state.quoted = False
        if not (unit.listed or state.skipping) and is_as_proposed(said):
            as_proposed.append(Point(*trim(text, unit.content, unit.end), None, "", heading, True))
            state = _State(lead=said)
            continue
        if is_lead(said, unit.listed, followed) or heads_verbs(text, unit, following) or asks(text, unit, following):
            inner = unit.number is not None and unit.number.isdigit()
            state = _State(lead=said, led=unit.number if inner else None, outer=state.lead if inner else "")
            continue
        if state.led is not None and counts_on(state.led, unit.number):
            # "1. Styrelsen föreslår fullmäktige att", a), b), and then "2."
            state = _State(lead=state.outer, listed=True)
        if not unit.listed and is_stop(said):
            break
        if (
            unit.number == "1"
            and begins_with_paper(said)
            and not said.endswith(".")
            and any(map(is_signature, unmarked))
        ):
            break  # attachments, whose heading was not read
        if found and not unit.listed:
            unmarked.append(said)
        if unit.kind is BlockKind.HEADING or (not unit.listed and len(said) < 60 and not said.endswith(".")):
            if is_reasons(said):
                state.skipping = True
                continue
            if unit.kind is BlockKind.HEADING:
                if names_body(said):
                    state = _State(lead=said)
                continue
        if state.skipping:
            continue
        if found and not unit.listed and said.endswith(":") and is_rationale(said):
            state.skipping = True  # "Mot beslutet reserverar sig Nils Ek (V) med följande motivering:"
            continue
        if found and between_numbers(text, stretch, number) and not (is_at_once(said) or body_decides(said)):
            continue  # what explains the point above
        if found and not unit.listed and state.lead and is_account(said):
            break
        if found and not unit.listed and _are_told_of(memo, found, stretch[number:]):
            break
        if found and not found[-1].att and has_inner_mark(memo, stretch, number):
            found[-1] = replace(found[-1], end=trim(text, found[-1].start, unit.end)[1])
            continue
        if state.parent is not None:
            if unit.listed and found and (is_below(text, state.parent, unit) or completes(text, state.parent, unit)):
                found[-1] = replace(found[-1], end=trim(text, found[-1].start, unit.end)[1])
                continue
            if found and fills_list(text, state.parent, unit):
                found[-1] = replace(found[-1], end=unit.end)
                continue
            state.parent = None
        more = _att_follows(text, said, following)
        letters = following is not None and following.number in ("a", "A") and (unit.number or "").isdigit()
        letters = letters or asks_items(text, unit, following)
        if is_whole(text, unit, following):
            found.append(Point(*trim(text, unit.content, unit.end), None, state.lead, heading, True))
            continue
        _take(memo, unit, state, found, heading, some_listed, more, next_lost(stretch, number), letters)
    return _with_as_proposed(text, found, as_proposed) if as_proposed else found


def _with_as_proposed(text: str, found: list[Point], as_proposed: Sequence[Point]) -> list[Point]:
    """The points with those that only say that a proposal is followed, where what it says is not written out below."""
    for point in as_proposed:
        below = [p for p in found if p.start > point.end]
        if all(is_at_once(words(text, p.start, p.end)) for p in below):
            found = sorted([*found, point], key=lambda p: p.start)
    return found


# att-satser whose first words stand in a column of their own
LOST_ATT = re.compile(r"(?:a ?t ?t\s?)+")


def with_att(points: list[Point], text: str, lost: int) -> list[Point]:
    """The points with their "att" again, where as many were read apart from them as there are points."""
    if lost < len(points) or any(text.startswith(OPENS_ATT, p.start) for p in points):
        return points
    return [replace(p, att=True) for p in points]


def _is_attachment(said: str) -> bool:
    """The first of the attachments, whose heading was not read."""
    return begins_with_paper(said) and not said.endswith(".")


def _are_told_of(memo: Memo, found: Sequence[Point], rest: Sequence[Unit]) -> bool:
    """Whether the points are att-satser, and what follows tells of the numbers in a table below them."""
    if not memo.tables or not all(p.att or memo.text.startswith(OPENS_ATT, p.start) for p in found):
        return False
    return told_below_table(memo, found[-1].end, rest)


def _att_follows(text: str, said: str, following: Unit | None) -> bool:
    """Whether an att-sats follows that goes on from this stretch: "… föreslår nämnden att anta planen," "att …"; below
    one that ends without a sign, one that stands as a list's item."""
    if following is None or said.endswith((".", ":")):
        return False
    if following.kind is not BlockKind.ITEM and not said.endswith((",", ";", " samt", " och", " dels")):
        return False
    return text[following.content : following.content + 9].lower().startswith(("att ", "dels att", "samt att"))


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
    if (
        unit.kind is BlockKind.ROW
        and _NUMBERS_LAST.search(text, start, unit.end)
        and main_verb(text[start : unit.end]) is None
    ):
        return  # "A. Genomfartsväg med statsbidrag | 1,85 | 2,30", below the office's proposal
    if not text.startswith(OPENS_ATT, start) or not (
        unit.listed or state.lead or _PROPOSES.match(text, start, unit.end)
    ):
        opening = lead_and_rest(text, start, unit.end, more)
        if opening is None and memo.has_places and not unit.listed:
            opening = lead_above_lines(text, start, unit.end, line_starts(memo, start, unit.end))
        if opening:
            state.lead, state.listed = words(text, start, opening[0]), False
            start = opening[1]
    first = _FIRST.match(text, start, unit.end) if start > unit.content else None
    said = words(text, first.end() if first else start, unit.end)
    att = ATT_SATS.match(said) is not None
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
        if state.listed and some_listed and not stands_alone(said):
            return
    cuts = cuts_of(memo, unit, start, att, state.lead, first)
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
