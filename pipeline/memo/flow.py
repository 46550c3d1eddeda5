"""What goes on from one printed line to the next: paragraphs, items; and what begins an item."""

import re

from pipeline.memo.drafts import line_text
from pipeline.memo.items import Mark
from pipeline.memo.layout import Segment
from pipeline.memo.memo import BlockKind, SectionKind
from pipeline.memo.state import END, LISTS, POINTS, State

# what a list's line can't end with
_OPEN = re.compile(r"(?:\b(?:och|samt|av|för|till|med|om|i|på|från|den|§|nr|dnr|daterad|avseende|angående)|[,–/-])$")
_CITED = re.compile(r"(?:\bkap\.? ?|\benligt |\bav |\bi )\d{1,3}(?: [a-z])?$")  # "enligt 7 kap. 5" over "§ skollagen"
_FIGURE = re.compile(r"[-–—−=~(]{0,2}\d[\d.,:;]*[%)]?$|[-–—−]$")
# `Regionstyrelsen föreslår regionfullmäktige besluta`: a list comes, with numbers of its own
_LEADS = re.compile(r"\b(?:beslutar?|föreslår|föreslås|hemställer|hemställs|att|(?:egen|sin) del|följande)$")
# `Äldrenämnden beslutar för egen del`: what opens the next body's points
_MOVES = re.compile(r"(?:[A-ZÅÄÖ][\w-]+ |och |samt ){1,5}(?:föreslår|föreslås|beslutar|hemställer|rekommenderar)\b")
# the same in a line of its own, behind a point without its full stop: "samt att nämnden föreslår att fullmäktige"
_BODY = r"(?:[\w-]+,? (?:och )?){0,3}[\w-]*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen|fullmaktige|namnden)"
_LEADS_ON = re.compile(
    rf"(?:samt |och |dels )?(?:att )?{_BODY} (?:föreslår|foreslar|föreslås|rekommenderar|hemställer|beslutar)"
    rf"(?: (?:för (?:sin|egen) (?:egen )?del|att|hos|för|besluta|{_BODY})){{1,3}}"
    r"(?: (?:att )?(?:besluta|beslutar|att))?:?"
)


_ENDED = frozenset((BlockKind.HEADING, BlockKind.LINES))  # with each printed line
_ITEM, _SIGNATURES = BlockKind.ITEM, SectionKind.SIGNATURES  # once: Python 3.11 is slow to tell a member of an enum


def full(state: State, segment: Segment, following: Segment) -> bool:
    """True where the first word of the next line would not have fitted at the end of this one."""
    word = state.tokens[following.words[0]].box.width
    room = state.looks.right - segment.box.x1
    return room < word + (1.2 * segment.size if state.looks.places else 24)


def runs_over(state: State, last: Segment, segment: Segment, text: str) -> bool:
    """True where a block goes on over the page break."""
    end = state.text(last)
    if END.search(end):
        return False
    return text[:1].islower() or text[:1].isdigit() or full(state, last, segment) or end.endswith("-")


def goes_on(state: State, segment: Segment, text: str, gap: float) -> bool:
    last, draft = state.last, state.drafts[-1]
    assert last is not None
    if state.looks.paragraphs or draft.kind in _ENDED:
        return False
    end = state.text(last)
    if not state.looks.places and of_figures(end.split()):
        return False
    ended = bool(END.search(end))
    lower = text[:1].islower() or (text[:2] == "§ " and _CITED.search(end) is not None)
    if gap > 0.35:
        # a blank line within a sentence is noise of an old OCR
        noise = lower and not ended and gap < 1.3 and len(end) > 38
        return noise and not state.looks.places and draft.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
    if state.section == _SIGNATURES:
        return False
    if draft.kind == _ITEM and state.looks.places and segment.page == last.page:
        if segment.box.x0 > draft.x0 + 4 or abs(segment.box.x0 - state.text_x0) < 4:
            return lower or full(state, last, segment) or not ended
        if (
            state.text_x0 > draft.x0 + 8
            and segment.box.x0 < state.text_x0 - 6
            and (ended or not full(state, last, segment))
        ):
            return lower and not ended and abs(segment.box.x0 - draft.x0) < 4
    if state.section in POINTS and ((ended and _MOVES.match(text)) or _LEADS_ON.fullmatch(text)):
        return False
    if state.section in LISTS and _apart(state, last, segment, end, text):
        return False
    if not ended and (lower or text[:1] in "(0123456789–-%" or reaches(state, last)):
        return True
    indent = segment.box.x0 - last.box.x0
    if (
        state.looks.places
        and segment.page == last.page
        and ended
        and 8 < indent < 60
        and draft.kind == BlockKind.PARAGRAPH
        and len(draft.lines) > 1
    ):
        return False
    return full(state, last, segment)


def of_figures(words: list[str]) -> bool:
    """True where a line is most of all numbers: a table's row that could not be read goes on in no other line."""
    figures = 0
    for word in reversed(words):
        if not _FIGURE.match(word):
            break
        figures += 1
    return figures > 2 and 2 * figures >= len(words)


def _apart(state: State, last: Segment, segment: Segment, end: str, text: str) -> bool:
    """True where a line of a list begins an entry: with a capital, though it would have fitted on the last one."""
    return text[:1].isupper() and state.looks.places and not full(state, last, segment) and not _OPEN.search(end)


def reaches(state: State, segment: Segment) -> bool:
    """True where the line takes up most of its column's width."""
    return segment.box.x1 - state.looks.left > 0.66 * (state.looks.right - state.looks.left)


def is_item(state: State, mark: Mark, gap: float, text: str) -> bool:
    if mark.marker == "Att" and state.section not in POINTS:
        above = state.drafts[-1] if state.drafts else None
        return above is not None and (
            above.marker == "Att" or line_text(above.lines[-1], state.tokens).endswith((":", "att"))
            if above.lines
            else False
        )
    if state.last is None or gap > 0.3 or state.section in LISTS:
        return True
    end = state.text(state.last)
    if mark.marker == "att":
        listed = state.section in POINTS or end.lower().endswith((":", "besluta", "beslutar", "att", "följande"))
        inside = state.drafts[-1].marker.lower() == "att"
        return (listed or inside) and (
            bool(
                re.search(
                    r"[.,;:]$|\b(?:samt|och|besluta|beslutar|föreslås|föreslår|hemställa|hemställer|begära|dels)$", end
                )
            )
            or not full_here(state, end)
        )
    if mark.number:
        begins = mark.number == 1 and state.section in POINTS and (_LEADS.search(end) or not full_here(state, end))
        return mark.number == state.number + 1 or bool(END.search(end)) or bool(begins)
    if mark.marker in ("-", "–", "—", "*", "+"):
        return (
            bool(re.search(r"[.:,;!?]$", end)) or state.drafts[-1].kind == BlockKind.ITEM or not full_here(state, end)
        )
    return True


def full_here(state: State, end: str) -> bool:
    last = state.last
    return last is not None and state.looks.right - last.box.x1 < 0.12 * (state.looks.right - state.looks.left)
