"""Whose decision an earlier one is: the body beside the date, the subject, the agent, or the one in the genitive."""

import re
from dataclasses import dataclass

from pipeline.extract.actions import Verb, fold
from pipeline.extract.decisions_anchors import Anchor
from pipeline.extract.decisions_bodies import Body
from pipeline.forms.guard import guarded
from pipeline.forms.persons import find_persons
from pipeline.tables import Action


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a point, with what in it may tell of a decision: `text[start:end]`."""

    start: int
    end: int
    anchors: tuple[Anchor, ...]
    bodies: tuple[Body, ...]  # offsets within the memo's text
    verbs: tuple[Verb, ...]  # past forms, offsets within the memo's text


DECIDED = guarded(
    r"\b(?:besluta(?:de|t|d|des|ts)|beslots?|beslutit|besl\.|besl\b|fatta(?:de|t|des|ts)\b[^.;]{0,70}?beslut|"
    r"beslut(?:et)? (?:fattades|togs|har fattats|har tagits)|(?:tog|tagit)\b[^.;]{0,40}?\bbeslut)"
    r"(?:et)?\b"
)

# what a body owns when its genitive tells who decided: "kommunfullmäktiges beslut", not "kommunstyrelsens medel"
_OWNED = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:\w*beslut|sammanträde|möte|protokoll|\w*uppdrag|godkännande|yttrande|återremiss|dom\b|utslag|"
    r"bordläggning|tillstyrkan|avslag|antagande|fastställande|\w*utskott|presidium|delegation|ställningstagande|medgivande)",
    re.IGNORECASE,
)

_OWN_PAPER = re.compile(r"(?:\s+(?:\w+\s)?\w*|s)?(?:beslut(?:et)?|protokoll(?:et)?)[\s,(]*(?:(?:av|från|den|i)\s+)*")
_PREPOSITION = re.compile(r"\b(?:ur|av|från|till|för|med|i|på|inom|om|mot|under|hos|vid|via)\s+$")

_OTHER_CLAUSE = re.compile(r"\b(?:sedan|efter det att|eftersom|då|när)\b|;")
_AND = re.compile(r"(?:\boch|\bmen|\bsamt|,)\s+$")
_WHO = re.compile(r",\s+som\b")
_TO = re.compile(r"\b(?:till|åt|hos|för|inom)\s+$")
_BY = re.compile(r"\b(?:av|i|från|hos|vid|efter)\s+$")


def body_of(text: str, sentence: Sentence, anchor: Anchor, opened: int) -> Body | None:
    """Whose decision it is: beside the date, after av or i, the subject, or the one in the genitive."""
    who = [b for b in sentence.bodies if opened <= b.start < anchor.start and _WHO.match(text, b.end)]
    if who and any(v.start > who[-1].end and not v.passive for v in sentence.verbs):
        return who[-1]  # "överklagades till länsstyrelsen, som avslog det den …"
    usable = [
        b
        for b in sentence.bodies
        if not _TO.search(text[max(0, b.start - 6) : b.start])
        or _TOLD_TO.search(text[max(sentence.start, b.start - 30) : b.start])
    ]
    objects = [b for b in usable if _object(text, sentence, usable, b)]
    short = [b for b in usable if text.endswith(" (", 0, b.start) and any(o.end == b.start - 2 for o in usable)]
    usable = [b for b in usable if b not in objects and b not in short]
    for body in usable:
        if body.start >= anchor.start and body.end <= anchor.end:
            return body
        if body.genitive and _OWN_PAPER.fullmatch(text, body.end, anchor.start):
            return body  # "ska enligt kommunfullmäktiges beslut § 99/2008 redovisa …"
        if (
            0 <= anchor.start - body.end <= 6
            and not body.genitive
            and not re.search(r"[.;]", text[body.end : anchor.start])
        ):
            return body
    agents = [b for b in usable if _BY.search(text[max(0, b.start - 6) : b.start])]
    near = [b for b in agents if opened <= b.start < anchor.start] or [
        b for b in agents if 0 <= b.start - anchor.end <= 40
    ]
    if near and (
        any(v.passive or v.tense == "part" for v in sentence.verbs) or DECIDED.search(fold(text[opened : anchor.start]))
    ):
        subjects = [b for b in usable if b not in agents and not b.genitive and opened <= b.start < anchor.start]
        if not subjects:
            return near[-1] if near[-1].start < anchor.start else near[0]
    for scope in (opened, sentence.start):
        subjects = [b for b in usable if not b.genitive and b not in agents and scope <= b.start < anchor.start]
        if subjects:
            return subjects[-1] if scope == opened else subjects[0]
        owners = [
            b
            for b in usable
            if b.genitive and scope <= b.start < anchor.start and (anchor.paragraph or _owns_decision(text, b))
        ]
        if owners:
            return owners[-1]
        if near:
            return near[0]
    later = [
        b
        for b in usable
        if 0 <= b.start - anchor.end < 60
        and not _OTHER_CLAUSE.search(text[anchor.end : b.start])
        and not (_AND.search(text[anchor.end : b.start]) and any(0 <= v.start - b.end < 3 for v in sentence.verbs))
    ]
    return later[0] if later else _subject_of(text, sentence)


# "redovisades för kommunstyrelsen den 2 mars, § 61"
_TOLD_TO = re.compile(r"\b(?:redovisad|slutredovisad|rapporterad|återrapporterad|anmäld|presenterad)e?s\s+för\s+$")
_BETWEEN_SUBJECT = re.compile(r"\s*(?:\([^)]{1,12}\)\s*)?(?:har\s+|hade\s+)?")


def _object(text: str, sentence: Sentence, usable: list[Body], body: Body) -> bool:
    """Whether a body is what another's verb acts on: "Arbetsmiljöverket förelade nämnden den 4 maj att …"."""
    verb = next((v for v in sentence.verbs if 0 < body.start - v.end < 2 and not v.passive and v.tense != "part"), None)
    if verb is None or body.genitive:
        return False
    return any(b.end <= verb.start and _BETWEEN_SUBJECT.fullmatch(text[b.end : verb.start]) for b in usable)


def _owns_decision(text: str, body: Body) -> bool:
    """Whether a genitive tells who decided: "kommunfullmäktiges beslut", "Nämndens regler antogs"."""
    if _OWNED.match(text, body.end):
        return True
    before = text[max(0, body.start - 12) : body.start]
    return _PREPOSITION.search(before) is None


# officers, and what a company or an association decides by
_OFFICE = (
    r"[\w-]*(?:chefen|direktoren|ordforanden?|sekreteraren|rektorn?|inspektoren|ingenjoren|handlaggaren|lakaren|"
    r"forvaltaren|juristen|kommunalradet|borgmastaren|styresmannen|lantmataren|presidiet)"
)
_OFFICER = re.compile(rf"(?:(?:tf|t\.f|vik|bitr)\.? )?(?:[\w-]+s )?(?:vice |andre |forste )?{_OFFICE}$")
_ASSEMBLY = re.compile(
    r"(?:[\w&:.-]+ ){0,5}[\w&:.-]+s (?:(?:extra|ordinarie) )?(?:styrelse|arsmote|foreningsstamma|bolagsstamma|"
    r"arsstamma|stamma|ledning|koncernledning|ledningsgrupp|styrgrupp|presidium|ordforande)$"
)
_GROUP_BEHIND = re.compile(
    r"\s(?:sig\s)?(?P<who>(?:[\w-]+s\s)?\w*(?:gruppen|rådet|mötet|stämman|kommittén|beredningen|förbundet))\b"
)
_GROUP = re.compile(r"(?:gruppe?n?|rådet?|[Mm]ötet?|[Ss]tämman?|kommittén?|beredning(?:en)?|förbundet)$")
# what a group, a council or a meeting that no table knows may be told to have decided, and not only an official body
_BY_GROUP: frozenset[Action] = frozenset(
    ("adopt", "approve", "reject", "refer_back", "postpone", "repeal", "appoint", "assign", "grant")
)
_IN_FRONT = re.compile(r"(?:Den|I|År|Vid|Under|Redan|Senast)\b[^.;,]{2,60}")
# what a proper name that no table knows may be told to have decided: not what anybody does
_GIVES = frozenset(("bevilja", "tilldela", "anslå", "anvisa", "avsätta", "besluta"))
_AFTER_SUBJECT = re.compile(
    r"\s+(?:har|hade)\b.*$|\s+(?:\w+\s+)?(?:den|i|genom|vid|under)\s.*$|\s+(?:därefter|däremot|också|även|sedan|dock)$"
)


def by_officer(body: Body) -> bool:
    """Whether the decider is an officer or a chair, who decides by delegation."""
    return _OFFICER.match(fold(body.name)) is not None


def _subject_of(text: str, sentence: Sentence) -> Body | None:
    """A decider that no table of bodies knows: what stands before the verb at the sentence's beginning, or an officer
    right behind the verb."""
    match = DECIDED.search(fold(text[sentence.start : sentence.end]))
    verb = next((v for v in sentence.verbs if v.tense in ("past", "sup") and not v.passive), None)
    if match is not None and (verb is None or sentence.start + match.start() <= verb.start):
        at, done, what = sentence.start + match.start(), sentence.start + match.end(), "besluta"
    elif verb is not None:
        at, done, what = verb.start, verb.end, verb.infinitive
    else:
        return None
    by_group = what == "besluta" or (verb is not None and verb.action in _BY_GROUP)
    subject = _AFTER_SUBJECT.sub("", text[sentence.start : at].strip()).strip()
    if subject and len(subject.split()) < 8 and subject[0].isupper() and not re.search(r"[\d,;]|: ", subject):
        plain = fold(subject)
        named = len(subject.split()) > 1 and all(w[:1].isupper() for w in subject.split()) and what in _GIVES
        named = named and not find_persons(subject)
        if (
            _OFFICER.match(plain)
            or _ASSEMBLY.match(plain)
            or named
            or (by_group and _GROUP.search(subject) and subject.split()[-1].islower())
            or (by_group and _GROUP.search(subject) and " " not in subject)
        ):
            return Body(sentence.start, sentence.start + len(subject), subject, False, sure=False)
    behind = re.match(r"\s(?:[\w-]+s\s)?[\w-]+\b", text[done : min(done + 60, sentence.end)])
    if behind and _OFFICER.match(fold(behind.group().strip())):
        said = behind.group().strip()
        return Body(done + 1, done + behind.end(), said[:1].upper() + said[1:], False, sure=False)
    group = _GROUP_BEHIND.match(text, done, sentence.end)
    if group and by_group and _IN_FRONT.fullmatch(text[sentence.start : at].strip()):
        said = group["who"]
        return Body(group.start("who"), group.end("who"), said[:1].upper() + said[1:], False, sure=False)
    return None
