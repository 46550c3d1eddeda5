"""Parties told by the letterhead: the offices that send, further bodies that are written to, and who gets a copy."""

import re

from pipeline.extract.facts import Facts, Field
from pipeline.extract.parties_mentions import Mention, within
from pipeline.extract.roles_lines import SPECK, of_fields, section_lines
from pipeline.memo.memo import Memo, SectionKind

STAMP = re.compile(r"\b(?:INKOM|Inkom|ANKOM|Ankom|ANK|Registrerad|INK|Ink(?=\.))\b")
# labels of the letterhead behind which those stand who only get a copy
COPY_TO = re.compile(
    r"\s*(?i:(?:för kännedom|f\.? ?k\.?|kopia(?: till)?|kopior till|cc|för information)(?: till)?\s*:"
    r"|kopi(?:a|or)(?: till)?[ \t]+(?=(?-i:[A-ZÅÄÖ])|$))"
)
COPY = re.compile(r"[ \t]*[,(–-]?[ \t]*(?:för (?:kännedom|information)|f\.? ?k\.?(?!\w)|kopia)", re.IGNORECASE)
COPY_LINE = re.compile(
    r"(?:^|\n)[ \t]*(?:kopia|kopior|för kännedom|cc|f\.? ?k\.?)(?: till)?[ \t]*:?[ \t]*\n\Z", re.IGNORECASE
)
# where minutes are approved or kept: the office of that place sends nothing
KEPT_AT = re.compile(
    r"(?:[Jj]usteringens (?:plats|tid)|[Ff]örvarings\s?(?:plats|ställe)|[Pp]lats och tid för justering)"
    r"[^\n:]{0,40}:?\s{0,2}\Z"
)
# what shows that a body only decides in its turn: its day, a word before it, a heading over the way
DAY = re.compile(r"[ \t]*[,:(–-]?[ \t]*\n?[ \t]*(?:den )?(?:\d{4}-\d{2}-\d{2}|\d{1,2} [a-zåäö]{3,9} \d{4}|20\d{6})\b")
THROUGH = re.compile(r"[a-zåäö] (?:i|hos|av|via|vid|inför)[ \t]+\Z")
WAY = re.compile(
    r"\b(?:[Bb]eslutsgång|[Bb]eslutsväg|[Bb]eslutsordning|[Ää]rendegång|[Ää]rendets (?:gång|väg)|[Gg]år vidare till|"
    r"[Bb]ehandlas (?:i|av)|[Pp]olitisk beredning|[Bb]eredning|[Bb]eredande|[Bb]eslutas i|[Bb]eslutande|"
    r"[Bb]eslutsinstans|[Ss]lutligt beslut|[Vv]idare till)\b"
)
REACH = 250  # characters after the addressee in which further ones stand


def head_roles(memo: Memo, facts: Facts, mentions: list[Mention]) -> list[Mention]:
    """Senders and further addressees among what the letterhead names; new: offices named by their field alone."""
    new: list[Mention] = []
    for section in memo.sections_of(SectionKind.LETTERHEAD):
        for start, line in section_lines(memo, section):
            here = within(mentions, start, start + len(line))
            new += _units(start, line, here)
            if here:
                continue
            name = SPECK.sub("", line).strip()
            fields = name[:1].isupper() and of_fields(name.split()) and (not name.isupper() or len(name) < 4)
            if fields and (" " in name or _under_office(memo, start, mentions)):
                at = start + max(0, line.find(name))
                new.append(Mention(at, at + len(name), name, "administration", None, None, 0.7, {"sender"}))
        for mention in within(mentions, section.start, section.end):
            line = memo.text[memo.text.rfind("\n", 0, mention.start) + 1 : mention.start]
            above = COPY_LINE.search(memo.text, max(0, mention.start - len(line) - 40), mention.start - len(line))
            if COPY_TO.match(line) or above or (mention.type == "body" and COPY.match(memo.text, mention.end)):
                mention.roles.add("recipient")
    addressee = facts.head.addressee
    minutes = facts.head.document_type == "minutes"
    bodies = 0
    for section in memo.sections_of(SectionKind.LETTERHEAD):
        for mention in within(mentions, section.start, section.end):
            if "recipient" in mention.roles:
                continue
            if (
                mention.type == "administration"
                and not _written_to(memo, mention, addressee)
                and not _stamped(memo, mention)
                and not (minutes and KEPT_AT.search(memo.text, max(0, mention.start - 60), mention.start))
            ):
                mention.roles.add("sender")
            elif mention.type == "body" and minutes and not bodies:
                mention.roles.add("sender")
                bodies += 1
            elif (
                mention.type == "body"
                and not minutes
                and addressee is not None
                and 0 <= addressee.start <= mention.start <= addressee.end + REACH
                and "recipient" not in mention.roles
                and _alone_on_line(memo, mention)
                and not (mention.start > addressee.end and _passed_on(memo, addressee, mention))
            ):
                mention.roles.add("addressee")
    return new


def _under_office(memo: Memo, start: int, mentions: list[Mention]) -> bool:
    """Whether the line before holds an office and nothing else."""
    before = memo.text.rfind("\n", 0, max(0, start - 1)) + 1
    here = within(mentions, before, max(before, start - 1))
    whole = bool(here) and start - 1 - before <= here[0].end - here[0].start + 3
    return whole and all(m.type == "administration" and m.start == here[0].start for m in here)


def _units(start: int, line: str, here: list[Mention]) -> list[Mention]:
    """Units named by their field behind their administration: "Samhällsbyggnadskontoret / Plan och bygg"."""
    if not any(m.type == "administration" for m in here):
        return []
    new: list[Mention] = []
    at = 0
    for number, part in enumerate(re.split(r"( / | \| | [–-] |, )", line)):
        name = part.strip()
        if number and not number % 2 and " " in name and name[:1].isupper() and of_fields(name.split()):
            begin = start + at + part.index(name)
            new.append(Mention(begin, begin + len(name), name, "administration", None, None, 0.7, {"sender"}))
        at += len(part)
    return [m for m in new if not within(here, m.start, m.end)]


def _written_to(memo: Memo, mention: Mention, addressee: Field | None) -> bool:
    """Whether the letterhead says that the office is written to: "Till Kommunledningskontoret"."""
    told = re.search(r"\b[Tt]ill:?\s*$", memo.text[max(0, mention.start - 8) : mention.start])
    if told is None or addressee is None or "\n" not in told[0]:
        return told is not None
    # the label of the other column, in which the addressee stands: "Kontoret Till" over "Enheten Nämnden"
    return not mention.end < addressee.start < mention.end + 4 or "\n" in memo.text[mention.end : addressee.start]


def _stamped(memo: Memo, mention: Mention) -> bool:
    """Whether the office stands in a registry stamp: that is the office which received the paper."""
    return STAMP.search(memo.text[mention.end : mention.end + 60]) is not None


def _passed_on(memo: Memo, addressee: Field, mention: Mention) -> bool:
    """Whether a body, after the one written to, only decides later: its day stands beside it, or under it as under
    that one, or words for the way that the matter takes before it."""
    line = memo.text.rfind("\n", 0, mention.start) + 1
    day = DAY.match(memo.text, mention.end)
    return (
        (day is not None and ("\n" not in day[0] or DAY.match(memo.text, addressee.end) is not None))
        or THROUGH.search(memo.text, line, mention.start) is not None
        or WAY.search(memo.text, addressee.start, mention.start) is not None
    )


def _alone_on_line(memo: Memo, mention: Mention) -> bool:
    """Whether little else stands on the mention's line."""
    start = memo.text.rfind("\n", 0, mention.start) + 1
    stop = memo.text.find("\n", mention.end)
    line = memo.text[start : stop if stop >= 0 else len(memo.text)]
    return len(line) - (mention.end - mention.start) < 30 or "," in line
