"""Minutes: whose a section of proposals is, and which committee decides where the head names its parent body."""

import re

from pipeline.extract.actions import fold
from pipeline.extract.decisions_bodies import Context, decider, find_bodies
from pipeline.memo.headings import heading_of
from pipeline.memo.memo import Block, BlockKind, Memo, SectionKind

_WHOSE = re.compile(r"^(?P<whose>.*?s) (?:forslag|beslutsforslag|hemstallan)\b")
_BARE = re.compile(
    r"^(?:\W|\d+[.)])*(?:(?:forslag|beslutsforslag|hemstallan)(?: (?:till|pa) beslut)?|foreslaget beslut)\W*$"
)


def own_proposal(heading: str, body: str | None) -> bool:
    """Whether a heading is for what the minutes' own body proposes to another: "Kommunstyrelsens förslag till
    kommunfullmäktige" above "Kommunstyrelsens beslut för egen del"."""
    if body is None:
        return False
    whose, proposes, _ = fold(heading).partition(" forslag till ")
    return bool(proposes) and _is_own(whose, body)


def anothers(heading: str, body: str | None, context: Context) -> bool:
    """Whether a heading below a decision is for what somebody else proposed to the minutes' own body:
    "Kommunstyrelsens förslag" in those of kommunfullmäktige, "Förslag till beslut" that says not to whom."""
    if body is None:
        return False
    folded = fold(heading).strip(" .:;–-")
    if _BARE.match(folded):
        return True
    whose = _WHOSE.match(folded)
    if whose is None:
        return decider(heading, context)[0] == body  # "Förslag till beslut i miljönämnden"
    parent = fold(body).startswith(f"{whose['whose']} ")  # a committee drafts what its board proposes
    return not (_is_own(whose["whose"], body) or parent)


def _is_own(whose: str, body: str) -> bool:
    """Whether a genitive in small letters is that of the body, also a short one: "arbetsutskottets"."""
    plain = fold(body).removesuffix("s")
    if whose == f"{plain}s":
        return True
    # "Arbetsutskottets förslag till kommunstyrelsen" in the minutes of "Kommunstyrelsens arbetsutskott"
    stem = re.sub(r"(?:ets|ens|s)$", "", whose)
    return " " not in whose and re.sub(r"(?:en|et)$", "", plain).endswith(stem)


_TOLD = re.compile(
    r"[^.;:]{0,120}?\b(?:foreslagit|foreslog|hemstallt|hemstallde|tillstyrkt|tillstyrkte|beslutade|beslot)\b"
)


def is_told(text: str) -> bool:
    """Whether a proposal is only told, and so an earlier decision: "Kommunstyrelsen har den 12 april föreslagit …"."""
    return _TOLD.match(fold(text)) is not None


def runs(memo: Memo, blocks: list[Block], body: str | None, context: Context) -> list[tuple[list[Block], str | None]]:
    """A section's blocks, parted where a heading within it is for another's proposal: each part, and that heading."""
    found: list[tuple[list[Block], str | None]] = [([], None)]
    for block in blocks:
        said = memo.text[block.start : block.end]
        heading = heading_of(said) if block.kind is BlockKind.HEADING else None
        if heading is not None and heading.kind is SectionKind.PROPOSAL:
            theirs = said if anothers(said, body, context) else None
            if theirs or found[-1][1]:
                found.append(([], theirs))
        found[-1][0].append(block)
    return found


_COMMITTEE = re.compile(r"(?:utskott(?:et)?|beredning(?:en)?|presidium|presidiet|delegation(?:en)?)$", re.IGNORECASE)
_COMMITTEE_HERE = re.compile(r"(?:utskott(?:et)?|beredning(?:en)?|presidium|presidiet|delegation(?:en)?) beslutar\b")
_DECIDES = re.compile(r"^.{4,110}?\bbeslutar\b")


def committee_that_decides(memo: Memo, context: Context, start: int, end: int) -> str | None:
    """The committee that a matter's decision names ("Kommunstyrelsens arbetsutskott beslutar"), where the minutes'
    own body, whose name the head has, is not named as deciding. None elsewhere."""
    body = context.addressee
    if body is None or _COMMITTEE.search(body) or not _COMMITTEE_HERE.search(memo.text, start, end):
        return None
    sections = [s for s in memo.sections_of(SectionKind.DECISION) if start <= s.start < end]
    if any(decider(s.heading, context)[0] for s in sections):
        return None  # "Kommunstyrelsens beslut"
    spans = [(s.start, s.end) for s in sections] or [(start, end)]
    found: str | None = None
    for block in memo.blocks:
        if not any(a <= block.start < b and block.start < end for a, b in spans):
            continue
        said = memo.text[block.start : block.end]
        verb = _DECIDES.match(said)
        if verb is None:
            continue
        bodies = find_bodies(verb.group(), context)
        if not bodies or bodies[0].genitive or bodies[0].start or verb.group()[bodies[0].end :].strip() != "beslutar":
            continue
        name = bodies[0].name
        if not _COMMITTEE.search(name):
            return None
        found = found or (f"{body.removesuffix('s')}s {_OF_ANY[name]}" if name in _OF_ANY else name)
    return found


# a committee that every board may have, by the name that tells not whose it is
_OF_ANY = {"Arbetsutskottet": "arbetsutskott", "Presidiet": "presidium"}


def proposes_to(lead: str, body: str | None, context: Context) -> bool:
    """Whether a lead-in tells what another proposes to the minutes' own body: "Arbetsutskottet föreslår
    kommunstyrelsen besluta"."""
    proposes = _PROPOSES.search(fold(lead))
    bodies = find_bodies(lead, context) if proposes is not None else []
    if proposes is None or len(bodies) < 2 or bodies[0].start or bodies[0].genitive or bodies[0].name == body:
        return False
    return bodies[0].end <= proposes.start() and bodies[-1].name == body and bodies[-1].start >= proposes.end()


_PROPOSES = re.compile(r"\b(?:foreslar?|hemstall(?:a|er))\b")
