"""Minutes: what a point tells: its words, its action, when it holds, and to which body it is a proposal."""

import re

from pipeline.extract.actions import fold, main_verb, part_att
from pipeline.extract.decisions_bodies import Context, decider, find_bodies
from pipeline.extract.decisions_details import assignee, effect
from pipeline.extract.decisions_minutes_matters import Matter
from pipeline.extract.decisions_points import Point
from pipeline.extract.decisions_proposals import asked_of, body_in_point
from pipeline.extract.decisions_words import words
from pipeline.extract.facts import DecisionFact, Facts
from pipeline.memo.memo import Memo

_PARENT = re.compile(
    r"^(?P<parent>.+?(?:nämnden|styrelsen|fullmäktige))s (?:.*(?:utskott|beredning|presidium))$", re.IGNORECASE
)


def point_text(memo: Memo, point: Point) -> str:
    """The point as its row says it."""
    text = part_att(words(memo.text, point.start, point.end))
    return f"att {text}" if point.att else text


def decided(
    memo: Memo, facts: Facts, context: Context, body: str | None, matter: Matter, point: Point, heading: str
) -> DecisionFact:
    """The row of a point that was decided. heading: what stands above it and may say to whom it is a proposal."""
    text = point_text(memo, point)
    verb = main_verb(text)
    asked = asked_of(text, point)
    begins, ends = effect(memo.text, point.start, point.end, facts.dates)
    return DecisionFact(
        start=point.start,
        end=point.end,
        kind="decision",
        text=text,
        number=point.number,
        body=body,
        action=asked.action if asked else verb.action if verb else "other",
        assignee=assignee(point.lead, asked, context) if asked else assignee(text, verb, context),
        date=facts.head.date.value if facts.head.date else None,
        paragraph=matter.paragraph,
        effective_from=begins,
        effective_to=ends,
        proposed_to=proposed_to(text, point, heading, context, body),
        confidence=0.93 if point.sure and body and matter.paragraph else 0.75,
    )


def proposed_to(text: str, point: Point, heading: str, context: Context, body: str | None) -> str | None:
    """The body that the decision is a proposal to, None where the minutes' own body decides."""
    parent = _PARENT.match(body or "")
    other = decider(point.lead, context)[0] or ""
    if parent and other == parent["parent"] and point.lead.rstrip(" :").endswith("beslutar"):
        return other  # a committee's minutes: "Nämnden beslutar" is what it proposes to it
    if other.endswith("fullmäktige") and other != body and _DECIDES.search(point.lead):
        return other  # "Kommunfullmäktige beslutar" in a board's minutes: what the board proposes to it
    if _OWN_SATS.match(text) and "föresl" not in text[:60]:
        return None  # one of several that a committee proposes: "… och att för egen del godkänna tidsplanen"
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


_OWN_SATS = re.compile(r"att\s(?:för|i)\s(?:egen|sin)\sdel\s")
_DECIDES = re.compile(r"\bbeslutar?(?:\satt)?[\s:]*$")
_OWN_PART = re.compile(r"\b(?:for|i) (?:egen|sin) del\b")
_LEAD_PROPOSES = re.compile(
    r"\b(?:forslag|foresla[rs]?|hemstall\w*|anhall\w*|(?:begar\w*|aska\w*)(?= hos\b)|"
    r"(?:tillstyrker|rekommenderar)(?=(?: [\w-]+){0,2} att\b| [\w-]+ beslut))\b"
)
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
