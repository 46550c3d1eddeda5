"""Minutes: what stands under Beslut, matter by matter."""

import re
from dataclasses import replace

from pipeline.extract.decisions_bodies import Context, find_bodies
from pipeline.extract.decisions_leads import is_as_proposed
from pipeline.extract.decisions_loose import decided_lists
from pipeline.extract.decisions_minutes_matters import Matter, matters_of
from pipeline.extract.decisions_minutes_told import decided, point_text, proposed_to
from pipeline.extract.decisions_minutes_unheaded import just_above, unheaded
from pipeline.extract.decisions_minutes_whose import (
    anothers,
    committee_that_decides,
    is_told,
    own_proposal,
    proposes_to,
    runs,
)
from pipeline.extract.decisions_points import Point, blocks_below, points_of
from pipeline.extract.decisions_proposals import once, proposal
from pipeline.extract.decisions_words import words
from pipeline.extract.facts import DecisionFact, Facts
from pipeline.memo.memo import Memo, SectionKind


def find_decided(memo: Memo, facts: Facts, context: Context) -> list[DecisionFact]:
    """The decisions of minutes, and the proposals that were put before them, in reading order."""
    body = context.addressee
    matters = matters_of(memo, facts, body)
    found: list[DecisionFact] = []
    for number, matter in enumerate(matters):
        end = matters[number + 1].start if number + 1 < len(matters) else len(memo.text)
        named = committee_that_decides(memo, context, matter.start, end)
        if named is None:
            found += _in_matter(memo, facts, context, body, matter, end)
        else:
            found += _in_matter(memo, facts, replace(context, addressee=named), named, matter, end)
    return found


# "Överförmyndarnämnde" and below it "n": a name broken in a narrow box
_NARROW = re.compile(r"(?<=mnde) n\b|(?<=relse) n\b")


def context_of_minutes(memo: Memo, context: Context) -> Context:
    """In minutes `nämnden` is the body whose minutes they are: named in the letterhead, else the one that decides."""
    heads = memo.sections_of(SectionKind.LETTERHEAD, SectionKind.TITLE, SectionKind.FURNITURE)
    for section in heads:
        bodies = [
            b
            for b in find_bodies(
                _NARROW.sub("n", words(memo.text, section.start, section.end)), Context(None, context.region)
            )
            if b.sure
        ]
        if bodies:
            return Context(bodies[0].name, context.region)
    for match in re.finditer(r"\bbeslutar\b", memo.text):
        bodies = find_bodies(memo.text[max(0, match.start() - 60) : match.start()], Context(None, context.region))
        if bodies and not bodies[-1].genitive:
            return Context(bodies[-1].name, context.region)
    if context.addressee is None:
        for section in memo.sections_of(SectionKind.DECISION):  # "Kommunfullmäktiges beslut"
            bodies = find_bodies(section.heading, Context(None, context.region))
            if bodies and bodies[0].genitive and bodies[0].sure:
                return Context(bodies[0].name, context.region)
    return context


def _in_matter(
    memo: Memo, facts: Facts, context: Context, body: str | None, matter: Matter, end: int
) -> list[DecisionFact]:
    sections = [
        s for s in memo.sections_of(SectionKind.DECISION, SectionKind.PROPOSAL) if matter.start <= s.start < end
    ]
    decided_from = next((s.start for s in sections if s.kind is SectionKind.DECISION), None)
    found: list[DecisionFact] = []
    as_proposed: list[Point] = []
    heading = ""
    listed = decided_from is None and any(anothers(s.heading, body, context) for s in sections)
    listed = listed and bool(decided_lists(memo, matter.start, min(s.start for s in sections)))
    for section in sections:
        before = section.kind is SectionKind.PROPOSAL and decided_from is not None and section.start < decided_from
        before = before and not own_proposal(section.heading, body)
        if section.kind is SectionKind.PROPOSAL and (listed or _decided_above(found)):
            before = before or anothers(section.heading, body, context)
        blocks = [b for b in blocks_below(memo, section) if b.start < end]
        parts = runs(memo, blocks, body, context)
        told_below = len(parts) > 1 or any(s.kind is SectionKind.PROPOSAL and s.start > section.start for s in sections)
        for run, proposed in parts:
            theirs = before or (proposed is not None and _decided_above(found))
            points = points_of(memo, run, section.heading if proposed is None else proposed)
            if told_below:  # "Enligt förslag.", and what that was
                as_proposed += [p for p in points if is_as_proposed(point_text(memo, p))]
                points = [p for p in points if p not in as_proposed]
            if not points and section.kind is SectionKind.PROPOSAL and not theirs:
                heading = section.heading
            for point in points:
                told = as_proposed or (theirs and proposed is not None)
                if told and is_told(memo.text[point.start : point.end]):
                    continue
                if theirs or (proposes_to(point.lead, body, context) and _decided_above(found)):
                    found.append(proposal(memo, facts, context, point)[0])
                else:
                    found.append(decided(memo, facts, context, body, matter, point, point.heading or heading))
    if as_proposed and not _decided_above(found):  # nor do points stand below it
        found += [decided(memo, facts, context, body, matter, p, "") for p in as_proposed]
        found.sort(key=lambda fact: fact.start)
    if decided_from is not None and not memo.has_places:
        seen = {fact.start for fact in found}
        above = [p for p in just_above(memo, context, body, matter.start, decided_from) if p.start not in seen]
        found[:0] = [decided(memo, facts, context, body, matter, p, "") for p in above]
    if decided_from is None or not (found or memo.has_places):
        # no heading, or one of a margin's that an old OCR read all before the text beside them
        points = unheaded(memo, context, matter.start, end, any(f.proposed_to is None for f in found))
        if found and all(f.proposed_to is not None for f in found):  # what it decided itself stands above
            above = [p for p in points if p.start < found[0].start]
            points = [p for p in above if proposed_to(point_text(memo, p), p, "", context, body) is None]
        seen = {fact.start for fact in found}
        own = any(not proposes_to(p.lead, body, context) for p in points)
        for p in points:
            if p.start not in seen and own and proposes_to(p.lead, body, context):
                found.append(proposal(memo, facts, context, p)[0])
            elif p.start not in seen:
                found.append(decided(memo, facts, context, body, matter, p, ""))
        found.sort(key=lambda fact: fact.start)
    for fact in found:
        fact.diarienummer, fact.title = matter.diarienummer, matter.title
    return once(found)


def _decided_above(found: list[DecisionFact]) -> bool:
    """Whether a decision stands among what was found so far: what follows may be what others had proposed."""
    return any(fact.kind == "decision" for fact in found)
