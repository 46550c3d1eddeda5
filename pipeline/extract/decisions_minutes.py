"""Minutes: what stands under Beslut, matter by matter, each with its own §, diarienummer and title."""

import re
from dataclasses import dataclass, replace

from pipeline.extract.actions import fold, main_verb, part_att
from pipeline.extract.decisions_bodies import Body, Context, decider, find_bodies
from pipeline.extract.decisions_details import assignee, effect
from pipeline.extract.decisions_leads import is_lead, is_stop
from pipeline.extract.decisions_loose import decided_lists
from pipeline.extract.decisions_minutes_whose import (
    anothers,
    committee_that_decides,
    is_told,
    own_proposal,
    proposes_to,
    runs,
)
from pipeline.extract.decisions_points import Point, blocks_below, points_of
from pipeline.extract.decisions_proposals import body_in_point, once, proposal
from pipeline.extract.decisions_words import words
from pipeline.extract.facts import DecisionFact, Facts
from pipeline.forms.diarienummer import find_diarienummer, is_number
from pipeline.forms.names import expand
from pipeline.memo.memo import BlockKind, Memo, SectionKind

_MATTER = re.compile(
    r"(?:(?P<whose>[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,7}(?:[ /-]?[Aa][Uu])?)\s+)?[§$]\s?(?P<n>\d{1,4}(?:/\d{2,4})?)(?=[\s.:,]|$)"
)
_ELSEWHERE = (
    SectionKind.DOCUMENTS, SectionKind.ATTACHMENTS, SectionKind.FURNITURE, SectionKind.STAMP, SectionKind.PLANNING,
)  # fmt: skip
_LABEL = re.compile(
    r"^(?:dnr|diarienr|diarienummer|ärende)\b[\s.:]*|\s+(?:dnr|diarienr|diarienummer)[\s.:]*$|^[\s.:,–-]+|[\s.:,–-]+$",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[(\[]\s*(?:dnr|diarienr)?[\s.:]*[)\]]", re.IGNORECASE)  # what a diarienummer in brackets leaves
_PARENT = re.compile(
    r"^(?P<parent>.+?(?:nämnden|styrelsen|fullmäktige))s (?:.*(?:utskott|beredning|presidium))$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of the minutes: where it begins, and what heads it."""

    start: int
    paragraph: str | None
    diarienummer: str | None
    title: str | None
    whose: str | None = None  # the letters before its §: "AU § 360"


def find_decided(memo: Memo, facts: Facts, context: Context) -> list[DecisionFact]:
    """The decisions of minutes, and the proposals that were put before them, in reading order."""
    body = context.addressee
    matters = _matters(memo, facts, body)
    found: list[DecisionFact] = []
    for number, matter in enumerate(matters):
        end = matters[number + 1].start if number + 1 < len(matters) else len(memo.text)
        named = committee_that_decides(memo, context, matter.start, end)
        if named is None:
            found += _in_matter(memo, facts, context, body, matter, end)
        else:
            found += _in_matter(memo, facts, replace(context, addressee=named), named, matter, end)
    return found


def context_of_minutes(memo: Memo, context: Context) -> Context:
    """In minutes `nämnden` is the body whose minutes they are: named in the letterhead, else the one that decides."""
    heads = memo.sections_of(SectionKind.LETTERHEAD, SectionKind.TITLE, SectionKind.FURNITURE)
    for section in heads:
        bodies = [
            b
            for b in find_bodies(words(memo.text, section.start, section.end), Context(None, context.region))
            if b.sure
        ]
        if bodies:
            return Context(bodies[0].name, context.region)
    for match in re.finditer(r"\bbeslutar\b", memo.text):
        bodies = find_bodies(memo.text[max(0, match.start() - 60) : match.start()], Context(None, context.region))
        if bodies and not bodies[-1].genitive:
            return Context(bodies[-1].name, context.region)
    return context


def _matters(memo: Memo, facts: Facts, body: str | None) -> list[Matter]:
    elsewhere = [(s.start, s.end) for s in memo.sections_of(*_ELSEWHERE)]
    recipients = [(s.start, s.end) for s in memo.sections_of(SectionKind.RECIPIENTS, SectionKind.SIGNATURES)]
    found: list[Matter] = []
    for number, block in enumerate(memo.blocks):
        if block.kind is BlockKind.ITEM or any(a <= block.start < b for a, b in elsewhere):
            continue
        # a matter ends with recipients or signatures, and the next begins: with a higher number
        after = found[-1].paragraph if found and any(a <= block.start < b for a, b in recipients) else None
        said = memo.text[block.start : block.end]
        for line in re.finditer(r"[^\n]+", said):
            match = _MATTER.match(line.group())
            if match and after is not None and not _next(after, match["n"]):
                continue
            if match and len(said) < 300:
                matter = _matter(memo, number, block.start + line.start(), match)
                if found and matter.paragraph == found[-1].paragraph and matter.whose == found[-1].whose:
                    found[-1] = _once_more(found[-1], matter)
                else:
                    found.append(matter)
    own = [matter for matter in found if not _anothers_number(matter.whose, body)]
    found = own or found
    head = facts.head
    diarienummer = head.diarienummer.value if head.diarienummer else None
    title = head.title.value if head.title else None
    if len(found) == 1:
        only = found[0]
        told = title is not None and title.endswith(".") and len(title) > 80  # a sentence of the text
        if title is None or (
            only.title and (told or is_lead(title, False, True) or title.startswith(f"{only.title} ("))
        ):
            title = only.title  # the head took "Styrelsen beslutar för egen del" for the title, or the number with it
        return [Matter(0, only.paragraph, diarienummer or only.diarienummer, title)]
    return found or [Matter(0, None, diarienummer, title)]


_GOES_ON = re.compile(r"\W*(?:forts(?:\.|ättning)?|fortsättning från föregående sida)\W*$", re.IGNORECASE)


def _once_more(matter: Matter, again: Matter) -> Matter:
    """A matter whose § stands again over its next page ("§ 152 forts"), with what only that heading tells."""
    title = again.title if again.title and not _GOES_ON.match(again.title) else None
    return replace(matter, diarienummer=matter.diarienummer or again.diarienummer, title=matter.title or title)


_OF_COMMITTEE = re.compile(r"(?:AU|Au|au)$")
_ABOVE = frozenset(("Kommunstyrelsen", "Kommunfullmäktige", "Regionstyrelsen", "Regionfullmäktige"))


def _anothers_number(whose: str | None, body: str | None) -> bool:
    """Whether the letters before a § are those of the body that prepared the matter: "AU § 360" in the board's."""
    if whose is None or body is None:
        return False
    if _OF_COMMITTEE.search(whose):
        return _COMMITTEE_BODY.search(body) is None
    full = expand(whose)
    return full in _ABOVE and not body.startswith(full)


_COMMITTEE_BODY = re.compile(r"(?:utskott|beredning|presidi)", re.IGNORECASE)


def _next(one: str, two: str) -> bool:
    """Whether § two may be the matter after § one in the same minutes."""
    a, b = int(one.split("/")[0]), int(two.split("/")[0])
    return a < b <= a + 40


def _matter(memo: Memo, number: int, start: int, match: re.Match[str]) -> Matter:
    block = memo.blocks[number]
    rest = memo.text[start + match.end() : block.end]
    numbers = find_diarienummer(rest)
    title = rest
    if numbers:
        title = rest[: numbers[0].start] + " " + rest[numbers[0].end :]
    title = _EMPTY.sub("", title)
    title = " ".join(_LABEL.sub("", " ".join(title.split())).split())
    title = title if any(c.isalpha() for c in title) else ""
    at = number + 1
    diarienummer = numbers[0].value if numbers else None
    while at < len(memo.blocks) and at < number + 4 and (not title or diarienummer is None):
        following = memo.text[memo.blocks[at].start : memo.blocks[at].end]
        near = find_diarienummer(following) if len(following) < 160 else []
        if near and diarienummer is None:
            diarienummer = near[0].value
            following = following[: near[0].start] + " " + following[near[0].end :]
        following = _LABEL.sub("", " ".join(following.split()))
        if not title and len(following) > 5:
            title = following
        at += 1
    if diarienummer is None:
        above = _LABEL.sub("", memo.text[max(0, start - 60) : start].rstrip().rpartition("\n")[2])
        diarienummer = above if is_number(above) else None  # "KSKF/2014:1" on the line over its §
    return Matter(start, match["n"], diarienummer, title or None, match["whose"])


def _in_matter(
    memo: Memo, facts: Facts, context: Context, body: str | None, matter: Matter, end: int
) -> list[DecisionFact]:
    sections = [
        s for s in memo.sections_of(SectionKind.DECISION, SectionKind.PROPOSAL) if matter.start <= s.start < end
    ]
    decided_from = next((s.start for s in sections if s.kind is SectionKind.DECISION), None)
    found: list[DecisionFact] = []
    heading = ""
    listed = decided_from is None and any(anothers(s.heading, body, context) for s in sections)
    listed = listed and bool(decided_lists(memo, matter.start, min(s.start for s in sections)))
    for section in sections:
        before = section.kind is SectionKind.PROPOSAL and decided_from is not None and section.start < decided_from
        before = before and not own_proposal(section.heading, body)
        if section.kind is SectionKind.PROPOSAL and (listed or _decided_above(found)):
            before = before or anothers(section.heading, body, context)
        blocks = [b for b in blocks_below(memo, section) if b.start < end]
        for run, proposed in runs(memo, blocks, body, context):
            theirs = before or (proposed is not None and _decided_above(found))
            points = points_of(memo, run, section.heading if proposed is None else proposed)
            if not points and section.kind is SectionKind.PROPOSAL and not theirs:
                heading = section.heading
            for point in points:
                if theirs and proposed is not None and is_told(memo.text[point.start : point.end]):
                    continue
                if theirs or (proposes_to(point.lead, body, context) and _decided_above(found)):
                    found.append(proposal(memo, facts, context, point)[0])
                else:
                    found.append(_decided(memo, facts, context, body, matter, point, point.heading or heading))
    if decided_from is not None and not memo.has_places:
        seen = {fact.start for fact in found}
        above = [p for p in _just_above(memo, context, body, matter.start, decided_from) if p.start not in seen]
        found[:0] = [_decided(memo, facts, context, body, matter, p, "") for p in above]
    if decided_from is None:
        points = _unheaded(memo, context, matter.start, end, any(f.proposed_to is None for f in found))
        if found and all(f.proposed_to is not None for f in found):  # what it decided itself stands above
            above = [p for p in points if p.start < found[0].start]
            points = [p for p in above if _proposed_to(_said(memo, p), p, "", context, body) is None]
        seen = {fact.start for fact in found}
        own = any(not proposes_to(p.lead, body, context) for p in points)
        for p in points:
            if p.start not in seen and own and proposes_to(p.lead, body, context):
                found.append(proposal(memo, facts, context, p)[0])
            elif p.start not in seen:
                found.append(_decided(memo, facts, context, body, matter, p, ""))
        found.sort(key=lambda fact: fact.start)
    for fact in found:
        fact.diarienummer, fact.title = matter.diarienummer, matter.title
    return once(found)


def _just_above(memo: Memo, context: Context, body: str | None, start: int, end: int) -> list[Point]:
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


def _unheaded(memo: Memo, context: Context, start: int, end: int, some: bool) -> list[Point]:
    """Points of a matter outside its sections: lists that a decision opens, and sentences that stand with them.

    some: whether its sections gave points; then only the lists count.
    """
    listed = decided_lists(memo, start, end)
    told = _without_heading(memo, context, start, end)
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
        if not _opens_decision(memo.text[blocks[at].start : blocks[at].end], context):
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
        found += points_of(memo, blocks[at:stop], "")
        at = stop
    return found


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


def _said(memo: Memo, point: Point) -> str:
    text = part_att(words(memo.text, point.start, point.end))
    return f"att {text}" if point.att else text


def _decided(
    memo: Memo, facts: Facts, context: Context, body: str | None, matter: Matter, point: Point, heading: str
) -> DecisionFact:
    text = _said(memo, point)
    verb = main_verb(text)
    begins, ends = effect(memo.text, point.start, point.end, facts.dates)
    return DecisionFact(
        start=point.start,
        end=point.end,
        kind="decision",
        text=text,
        number=point.number,
        body=body,
        action=verb.action if verb else "other",
        assignee=assignee(text, verb, context),
        date=facts.head.date.value if facts.head.date else None,
        paragraph=matter.paragraph,
        effective_from=begins,
        effective_to=ends,
        proposed_to=_proposed_to(text, point, heading, context, body),
        confidence=0.93 if point.sure and body and matter.paragraph else 0.75,
    )


def _proposed_to(text: str, point: Point, heading: str, context: Context, body: str | None) -> str | None:
    """The body that the decision is a proposal to, None where the minutes' own body decides."""
    parent = _PARENT.match(body or "")
    other = decider(point.lead, context)[0] or ""
    if parent and other == parent["parent"] and point.lead.rstrip(" :").endswith("beslutar"):
        return other  # a committee's minutes: "Nämnden beslutar" is what it proposes to it
    if other.endswith("fullmäktige") and other != body and _DECIDES.search(point.lead):
        return other  # "Kommunfullmäktige beslutar" in a board's minutes: what the board proposes to it
    own_part = _OWN_PART.search(fold(point.lead)) is not None and not _LEAD_PROPOSES.search(fold(point.lead))
    for lead in (point.lead, "" if own_part else heading):
        if not _LEAD_PROPOSES.search(fold(lead)):
            continue
        named, _ = decider(lead, context)
        if named and named != body:
            return named
        own = body_in_point(text, context)
        if own and own[0] != body:
            return own[0]
        if parent and named in (None, body):
            return parent["parent"]
    own = body_in_point(text, context)
    if own and own[1] and own[0] != body and "foresl" in fold(text[:160]):
        return own[0]
    asked = _asked_of(text, context)
    return asked if asked != body else None


def _decided_above(found: list[DecisionFact]) -> bool:
    """Whether a decision stands among what was found so far: what follows may be what others had proposed."""
    return any(fact.kind == "decision" for fact in found)


_DECIDES = re.compile(r"\bbeslutar?(?:\satt)?[\s:]*$")
_OWN_PART = re.compile(r"\b(?:for|i) (?:egen|sin) del\b")
_LEAD_PROPOSES = re.compile(r"\b(?:forslag|foresla[rs]?|hemstall\w*|anhall\w*|(?:begar\w*|aska\w*)(?= hos\b))\b")
_HOS = re.compile(
    r"^(?:(?!\satt\b)[^.;:]){0,120}?\b(?:(?:hemstall|anhall|begar|aska)\w*\s(?:[\w-]+\s){0,6}?hos\s|"
    r"hos\s(?=(?:[\w-]+,?\s){1,7}?(?:hemstall|anhall|begar|aska)\w*\b))"
)


def _asked_of(text: str, context: Context) -> str | None:
    """The body that the point asks for something: "att hos kommunstyrelsen hemställa om medel"."""
    match = _HOS.match(fold(text))
    if match is None:
        return None
    bodies = find_bodies(text[match.end() : match.end() + 90], context)
    return bodies[0].name if bodies and bodies[0].start < 2 and not bodies[0].genitive else None
