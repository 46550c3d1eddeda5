"""Minutes: points that stand outside a matter's sections, in lists and sentences that a decision opens."""

import re
from dataclasses import replace

from pipeline.extract.actions import opens_with_present
from pipeline.extract.decisions_bodies import Body, Context, find_bodies
from pipeline.extract.decisions_leads import is_stop
from pipeline.extract.decisions_loose import decided_lists, is_point
from pipeline.extract.decisions_points import Point, points_of
from pipeline.extract.decisions_split import is_at_once
from pipeline.memo.memo import BlockKind, Memo


def just_above(memo: Memo, context: Context, body: str | None, start: int, end: int) -> list[Point]:
    """The list that ends where the decision's heading stands, which an old OCR read late: the body's own proposals."""
    points = decided_lists(memo, start, end)
    if not points or memo.text[points[-1].end : end].strip(" .,;:\n"):
        return []
    lead_at = memo.text.rfind(points[-1].lead[:30], start, points[-1].start)
    if _MOVES.search(memo.text, max(start, lead_at - 120), points[-1].start):
        return []  # what somebody moved
    bodies = find_bodies(points[-1].lead, context)
    if not bodies or bodies[0].genitive or bodies[0].name != body:
        return []
    return [p for p in points if p.lead == points[-1].lead]


_MOVES = re.compile(r"\b[Yy]rka(?:r|de|nden?)\b")


def unheaded(memo: Memo, context: Context, start: int, end: int, some: bool) -> list[Point]:
    """Points of a matter outside its sections: lists that a decision opens, and sentences that stand with them.

    some: whether its sections gave points; then only the lists count.
    """
    listed = decided_lists(memo, start, end)
    told = _without_heading(memo, context, start, end)
    ends = {point.start: point.end for point in listed}
    told = [point for point in told if ends.get(point.start, point.end) <= point.end]  # a list's point, cut short
    starts = {point.start for point in listed}
    if listed and not any(point.start in starts for point in told):
        return listed
    if some and not listed:
        return []
    return sorted([*told, *(p for p in listed if p.start not in {t.start for t in told})], key=lambda p: p.start)


def _without_heading(memo: Memo, context: Context, start: int, end: int) -> list[Point]:
    """Points of a matter that no heading shows: "Kommunstyrelsen beslutar att …", perhaps for each of two bodies."""
    blocks = [
        replace(b, kind=BlockKind.PARAGRAPH) if b.kind is BlockKind.HEADING else b
        for b in memo.blocks
        if start <= b.start < end
    ]
    found: list[Point] = []
    at = 0
    while at < len(blocks):
        said = memo.text[blocks[at].start : blocks[at].end]
        if not (_opens_decision(said, context) or (found and _body_does(said, context))):
            if found:
                break
            at += 1
            continue
        stop = at + 1
        while (
            stop < len(blocks)
            and blocks[stop].kind is BlockKind.ITEM
            and not is_stop(memo.text[blocks[stop].start : blocks[stop].end])
        ):
            stop += 1
        if stop == at + 1 and _ONLY_OPENS.search(memo.text[blocks[at].start : blocks[at].end]):
            while stop < len(blocks) and _is_point(memo.text[blocks[stop].start : blocks[stop].end]):
                stop += 1  # "Kommunstyrelsen beslutar" and then "Motionen avslås."
        found += points_of(memo, blocks[at:stop], "")
        at = stop
    return found


def _body_does(said: str, context: Context) -> bool:
    """Whether a sentence says what the minutes' own body does, below one that it decides: "Kommunfullmäktige förklarar
    debatten avslutad."."""
    bodies = find_bodies(said[:90], context) if said.endswith(".") and len(said) < 300 else []
    if not bodies or bodies[0].start or bodies[0].genitive or bodies[0].name != context.addressee:
        return False
    return opens_with_present(said[bodies[0].end :].strip())


_ONLY_OPENS = re.compile(r"\bbeslutar(?: följande)?[\s:]*$", re.MULTILINE)


def _is_point(said: str) -> bool:
    return is_point(said) or is_at_once(said)


def _opens_decision(said: str, context: Context) -> bool:
    """Whether a stretch begins with the body that decides or proposes: "Kommunstyrelsen beslutar att …"."""
    verb = re.search(r"\bbesluta(?:r|de)\b|\bbeslöt\b|\bföreslår\b", said[:160])
    if verb is None or (verb.group() in ("beslutade", "beslöt") and re.search(r"\d{4}|§", said[: verb.end() + 60])):
        return False  # what it decided on another day
    bodies = find_bodies(said[: verb.start()], context)
    if verb.group() == "föreslår" and (
        _TOLD_DAY.search(said[verb.end() : verb.end() + 30]) or _anothers(bodies, context)
    ):
        return False  # what another body proposed: "Kommunstyrelsen föreslår 1995-11-07, § 186, fullmäktige att"
    return (
        bool(bodies)
        and not bodies[0].genitive
        and not said[: bodies[0].start].strip()
        and not said[bodies[-1].end : verb.start()].strip()
    )


_TOLD_DAY = re.compile(r"^\s(?:den\s)?(?:\d{4}-\d\d-\d\d|\d{1,2}\s[a-z]+\s\d{4}|\d{6}\b)")


def _anothers(bodies: list[Body], context: Context) -> bool:
    """Whether a council's minutes tell what its board proposes; other bodies' own proposals go on to another."""
    above = context.addressee is not None and context.addressee.endswith("fullmäktige")
    return above and bool(bodies) and bodies[0].name != context.addressee
