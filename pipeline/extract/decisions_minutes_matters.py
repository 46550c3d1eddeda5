"""Minutes: the matters, each with its own §, diarienummer and title."""

import re
from dataclasses import dataclass, replace

from pipeline.extract.decisions_leads import is_lead
from pipeline.extract.facts import Facts
from pipeline.forms.diarienummer import find_diarienummer, is_number
from pipeline.forms.names import expand
from pipeline.memo.memo import Block, BlockKind, Memo, SectionKind

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


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of the minutes: where it begins, and what heads it."""

    start: int
    paragraph: str | None
    diarienummer: str | None
    title: str | None
    whose: str | None = None  # the letters before its §: "AU § 360"


def matters_of(memo: Memo, facts: Facts, body: str | None) -> list[Matter]:
    """The matters in reading order; one that begins with the memo where no § heads anything."""
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
            if match and found and _of_rules(block, said, match, found[-1]):
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


def _of_rules(block: Block, said: str, match: re.Match[str], above: Matter) -> bool:
    """Whether a § is a section of rules that the matter above adopts, a sentence: "§ 2 Rådet leds av …"."""
    if block.kind is BlockKind.HEADING or match["whose"] or above.paragraph is None or not said.endswith("."):
        return False
    return int(match["n"].split("/")[0]) <= int(above.paragraph.split("/")[0])


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
