"""Who gets a task: the assignees of the decisions, and those whom a point names beside a verb of assigning."""

import re

from pipeline.extract.facts import Facts
from pipeline.extract.parties_mentions import Mention, within
from pipeline.forms.guard import guarded
from pipeline.forms.names import find_names
from pipeline.forms.persons import find_persons
from pipeline.forms.titles import title_of, title_word
from pipeline.memo.memo import Memo, SectionKind

BEFORE = guarded(
    r"\b(?:uppdra(?:r|s|gits|ga)? (?:även |också |vidare |samtidigt )?åt|i uppdrag (?:åt|till)|uppdraget (?:åt|till)|"
    r"delegera(?:r|s|de|ts)? (?:[\wåäö-]+ ){0,4}till|delegera(?:r|s)?|bemyndiga(?:r|s)?|befullmäktiga(?:r|s)?|"
    r"(?P<over>överlåta?(?:r|s)?) (?:[\wåäö-]+ ){0,4}(?:till|åt))\s+$",
    re.IGNORECASE,
)
GIVE = re.compile(r"\b(?:ge|ger|gav|lämna|lämnar|giva)\s+$", re.IGNORECASE)
GIVEN = re.compile(r"\s+(?:\([^)]{1,20}\)\s+)?(?:i uppdrag|uppdrag(?:et)?|fullmakt|bemyndigande|rätten? att|mandat)\b")
GETS = re.compile(
    r"\s+(?:(?:får|ges|erhåller|fick)\s+(?:i\s+)?(?:uppdrag|fullmakt)|bemyndigas|befullmäktigas|uppdras)\b"
)
# an earlier decision that the text refers to: "gav den 23 februari 2005, § 14, kommunstyrelsen i uppdrag"
TASK = re.compile(r"(?:\s+\([^)\n]{1,20}\))?\s+(?:i uppdrag|uppdraget) att\b")
GAVE = re.compile(r"\b(?:gav|gett|givit|gåvo|ge|ger|lämnade|lämnat)\b(?P<gap>[^.!?\n;:]{0,70})$", re.IGNORECASE)
GOT = re.compile(
    r"\s+(?:(?:fick|har fått|hade fått|fått|gavs|erhöll)\b[^.!?\n;:]{0,60}?\s(?:i uppdrag|uppdraget) att\b"
    r"|(?:har|hade)\b[^.!?\n;:]{0,90}?\sfått (?:i uppdrag|uppdraget) att\b)"
)
ENTRUSTED = guarded(r"\buppdrog(?:s)?\b[^.!?\n;:]{0,70} åt\s+$", re.IGNORECASE)
ENTRUSTS = re.compile(r"[^.\n;]{0,30}?\s(?:att|beslutanderätten|rätten|uppgiften|ansvaret|uppdraget)\b")
HEAD_OF = re.compile(r"(?<![\w-])([^\W\d_]{4,}) (?:för|på|vid|i)\s+$")
LAST_WORD = re.compile(r"(?<=\s)\S+\s+$")
# a point outside its section, under a heading that was not understood
POINT = re.compile(
    r"(?m)^[-–•*\d.) ]{0,5}(?:[a-h]\) )?att (?:uppdra|ge|bemyndiga|delegera|överlåta|befullmäktiga)\b[^\n]{5,300}"
)
ALSO = re.compile(r"\s*(?:,|och|samt|respektive)\s*(?:åt )?$")
POINTS = (SectionKind.PROPOSAL, SectionKind.DECISION)


def named_assignees(memo: Memo, facts: Facts, mentions: list[Mention]) -> None:
    """Gives those whom a point assigns something to their role, also where another verb comes first in it."""
    text = memo.text
    spans = [(d.start, d.end) for d in facts.decisions if d.kind != "earlier"]
    spans += [(s.body, s.end) for s in memo.sections_of(*POINTS)]
    spans += [m.span() for m in POINT.finditer(text)]
    for first, last in spans:
        before: Mention | None = None
        for mention in within(mentions, first, last):
            leads = _leads(text, first, mention)
            after = text[mention.end : mention.end + 40]
            also = before is not None and ALSO.fullmatch(text, before.end, mention.start) is not None
            told = GETS.match(after) is not None or any(_told(lead, after) for lead in leads)
            told = told or (GIVEN.match(after) is not None and any(GIVE.search(lead) for lead in leads))
            if (told or also) and not (
                _whose_officer(text[: mention.end + 30], mention.end) or _head_of(text, mention.start)
            ):
                mention.roles.add("assignee")
                before = mention


def _told(lead: str, after: str) -> bool:
    """Whether what leads to a name gives it a task; what is sold to somebody gives none: "överlåts till Ek AB"."""
    given = BEFORE.search(lead)
    return given is not None and (given["over"] is None or ENTRUSTS.match(after) is not None)


def earlier_assignees(memo: Memo, mentions: list[Mention]) -> None:
    """Gives those whom an earlier decision, told in the text, gave a task their role."""
    text = memo.text
    if "uppdrag" not in text and "uppdrog" not in text:
        return
    for number, mention in enumerate(mentions):
        if mention.type not in ("body", "administration", "company", "association", "person") or mention.start < 0:
            continue
        before = mentions[number - 1].end if number else 0
        lead = text[max(before, mention.start - 100, 0) : mention.start]
        given = TASK.match(text, mention.end) is not None and GAVE.search(lead) is not None
        if (
            given
            or GOT.match(text, mention.end) is not None
            or ENTRUSTED.search(text[max(0, mention.start - 100) : mention.start])
        ):
            mention.roles.add("assignee")


def _leads(text: str, first: int, mention: Mention) -> list[str]:
    """What stands before a name; for an officer's also what stands before the title: "ge kommunchefen Eva Ek"."""
    lead = text[max(first, mention.start - 90) : mention.start]
    found = [lead]
    for _ in range(3 if mention.type == "person" and mention.title else 0):
        found.append(LAST_WORD.sub("", found[-1]))
    return found


def _whose_officer(text: str, end: int) -> bool:
    """Whether the name is only whose officer gets the task: "kommunstyrelsens ordförande"."""
    after = re.match(r"\s+([a-zåäö-]+)", text[end:])
    return text[end - 1 : end] == "s" and after is not None and title_of(after[1]) is not None


def _head_of(text: str, start: int) -> bool:
    """Whether the name is only what somebody is the head of: "chefen för avdelningen Stöd och boende"."""
    lead = HEAD_OF.search(text, max(0, start - 40), start)
    return lead is not None and title_word(lead[1].lower()) is not None


def assignee_roles(facts: Facts, mentions: list[Mention]) -> list[Mention]:
    """Bodies, offices and others that a decision gives a task; a title alone is no party."""
    new: list[Mention] = []
    for decision in facts.decisions:
        body = decision.body.casefold() if decision.body and decision.kind == "earlier" else ""
        if not decision.assignee or decision.assignee.casefold() == body:
            continue  # "gav nämnden kontoret i uppdrag": who gave the task does not get it
        here = within(mentions, decision.start, decision.end)
        persons = {p.name.casefold() for p in find_persons(decision.assignee)}
        for mention in here:
            if mention.type == "person" and mention.name.casefold() in persons:
                mention.roles.add("assignee")
        for match in find_names(decision.assignee):
            if _whose_officer(decision.assignee, match.end) or _head_of(decision.assignee, match.start):
                continue
            same = [m for m in here if m.name.casefold() == match.name.casefold()]
            if same:
                same[0].roles.add("assignee")
            else:
                new.append(
                    Mention(
                        decision.start, decision.end, match.name, match.type, match.identifier, None, 0.75, {"assignee"}
                    )
                )
    return new
