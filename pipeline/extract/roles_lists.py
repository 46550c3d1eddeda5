"""Parties told by the place where they stand: letterhead, signatures, and the list of whom a decision is sent to."""

import re

from pipeline.extract.facts import Facts
from pipeline.extract.parties_mentions import Mention, words
from pipeline.forms.names_tables import abbreviations, suffix_of
from pipeline.forms.persons import NAME_WORD, PARTICLES, title_of
from pipeline.memo.memo import Memo, Section, SectionKind
from pipeline.tables import PartyType

BULLET = re.compile(r"[\s•·▪●○*–—-]*(?:\d{1,2}[.)]\s+)?(?:☐|☒)?\s*")
BRACKETS = re.compile(r"\s*\([^()]*\)?")
PURPOSE = re.compile(r"[,;]?\s*\b(?:för|f\.)\s*(?:(?:ev\.|eventuell|vidare)\s+)?(\w+)\.?(?:\s+och\s+\w+)?\s*$")
ATTENTION = re.compile(r",?\s*\b(?:att|att\.|c/o|v/|genom|kontaktperson)\s*[:.]\s*", re.IGNORECASE)
AT = re.compile(r"\s(?:vid|på|för|i|inom)\s+(?=[A-ZÅÄÖ])")
REACH = 250  # characters after the addressee in which further ones stand


def head_roles(memo: Memo, facts: Facts, mentions: list[Mention]) -> None:
    """Senders and further addressees among what the letterhead names."""
    addressee = facts.head.addressee
    minutes = facts.head.document_type == "minutes"
    bodies = 0
    for section in memo.sections_of(SectionKind.LETTERHEAD):
        for mention in _within(mentions, section):
            if mention.type == "administration" and not _owner_follows(memo, mention):
                mention.roles.add("sender")
            elif mention.type == "body" and minutes and not bodies:
                mention.roles.add("sender")
                bodies += 1
            elif (
                mention.type == "body"
                and not minutes
                and addressee is not None
                and 0 <= addressee.start <= mention.start <= addressee.end + REACH
                and _alone_on_line(memo, mention)
            ):
                mention.roles.add("addressee")


def _owner_follows(memo: Memo, mention: Mention) -> bool:
    """Whether the letterhead says that the office is written to: "Till Kommunledningskontoret"."""
    return re.search(r"\b[Tt]ill:?\s*$", memo.text[max(0, mention.start - 8) : mention.start]) is not None


def _alone_on_line(memo: Memo, mention: Mention) -> bool:
    """Whether little else stands on the mention's line."""
    start = memo.text.rfind("\n", 0, mention.start) + 1
    stop = memo.text.find("\n", mention.end)
    line = memo.text[start : stop if stop >= 0 else len(memo.text)]
    return len(line) - (mention.end - mention.start) < 30 or "," in line


def signatures(memo: Memo, mentions: list[Mention]) -> list[Mention]:
    """Gives signatories their role and the title that stands under or beside the name; new: names no register knows."""
    new: list[Mention] = []
    for section in memo.sections_of(SectionKind.SIGNATURES):
        lines = _lines(memo, section)
        for number, (start, line) in enumerate(lines):
            here = [m for m in mentions if start <= m.start < start + len(line) and m.type == "person"]
            if not here and _looks_like_name(line) and _title_line(lines, number + 1):
                name = " ".join(line.split())
                at = start + len(line) - len(line.lstrip())
                here = [Mention(at, at + len(line.strip()), name, "person", None, None, 0.7)]
                new += here
            titles = _titles_under(lines, number + 1, len(here))
            for k, mention in enumerate(here):
                mention.roles.add("signatory")
                if k < len(titles):
                    mention.title = titles[k]
    return new


def _titles_under(lines: list[tuple[int, str]], number: int, names: int) -> list[str]:
    """The titles on the line under so many names, one for each, in order; fewer where they can't be told."""
    if names == 0 or number >= len(lines):
        return []
    line = lines[number][1].strip()
    if names == 1:
        title = title_of(line)
        return [title] if title else []
    parts = [p for p in re.split(r"\t|\s{3,}", line) if p.strip()]
    if len(parts) != names:
        starts = [m.start() for m in re.finditer(r"(?<!\S)(?=[A-ZÅÄÖ])", line)]
        parts = [line[a:b] for a, b in zip(starts, [*starts[1:], len(line)], strict=True)] if starts else []
    titles = [title_of(part) for part in parts]
    return [t for t in titles if t] if len(titles) == names and all(titles) else []


def _title_line(lines: list[tuple[int, str]], number: int) -> bool:
    return number < len(lines) and title_of(lines[number][1]) is not None


def _looks_like_name(line: str) -> bool:
    """Two to four words that each look like a name: for first names that no register holds."""
    parts = line.split()
    if not 2 <= len(parts) <= 4 or title_of(line) is not None:
        return False
    return all(
        (NAME_WORD.fullmatch(p) and suffix_of(p.lower()) is None and p.lower() not in words("field")) or p in PARTICLES
        for p in parts
    ) and not any(p.isupper() for p in parts)


def recipients(memo: Memo, mentions: list[Mention]) -> list[Mention]:
    """Gives those whom the decision is sent to their role; new: recipients whose kind the name doesn't tell."""
    new: list[Mention] = []
    for section in memo.sections_of(SectionKind.RECIPIENTS):
        for start, line in _joined(_lines(memo, section)):
            new += _recipient(start, line, mentions)
    return new


def _recipient(start: int, line: str, mentions: list[Mention]) -> list[Mention]:
    """The recipients of one line."""
    skip = len(BULLET.match(line).group()) if BULLET.match(line) else 0  # type: ignore[union-attr]
    entry = line[skip:]
    first = start + skip
    new: list[Mention] = []
    offset = 0
    for number, part in enumerate(re.split(r"([,;\t]| samt )", entry)):
        begin = first + offset
        offset += len(part)
        if number % 2 or not part.strip():
            continue
        lead = len(part) - len(part.lstrip())
        bare = PURPOSE.sub(_keep_purpose, BRACKETS.sub("", part.strip())).strip(" .:")
        at = ATTENTION.match(bare)
        bare = bare[at.end() :] if at else bare
        inside = [m for m in mentions if begin <= m.start < begin + len(part)]
        inside = [m for m in inside if not _in_brackets(part, m.start - begin)]
        whole = _whole_office(bare, inside)
        if whole is not None:
            inside[-1].name, inside[-1].start = whole, begin + lead
        for mention in inside:
            mention.roles.add("recipient")
        if not inside:
            made = _unknown(bare, number == 0)
            if made is not None:
                name, kind, sure = made
                end = begin + len(part.rstrip())
                new.append(Mention(begin + lead, end, name, kind, confidence=sure, roles={"recipient"}))
    return new


def _keep_purpose(match: re.Match[str]) -> str:
    """Cuts "för kännedom" off, leaves "Enheten för kultur" whole."""
    return "" if match.group(1).lower() in words("tail") else match.group()


def _in_brackets(part: str, offset: int) -> bool:
    return part.count("(", 0, offset) > part.count(")", 0, offset)


def _whole_office(part: str, inside: list[Mention]) -> str | None:
    """The whole part where it is one office's name of which only the last word was told: "Kansli och hr-avdelningen"."""
    if not inside or inside[-1].type != "administration" or not part[:1].isupper():
        return None
    tail = inside[-1].name
    head = part[: -len(tail)].strip() if part.lower().endswith(tail.lower()) else ""
    if not head or len(head.split()) > 4 or not re.fullmatch(r"[\w&/ -]+(?:och|&|/|-)", head) or len(inside) > 1:
        return None
    return part


def _unknown(part: str, leads: bool) -> tuple[str, PartyType, float] | None:
    """Name, type and confidence of a recipient in whom no name was found; None where the part names nobody."""
    tokens = part.split()
    if not tokens or len(part) > 90 or "@" in part or sum(c.isdigit() for c in part) > 3:
        return None
    first = tokens[0].lower().strip(".:")
    if part.strip(".").lower() in abbreviations() and part.isupper():
        return part, "body", 0.75
    if first in words("general") or not part[0].isupper():
        return None
    if title_of(part) is not None or title_of(re.split(AT, part)[0]) is not None:
        unit = AT.split(part, maxsplit=1)
        return (unit[1], "other", 0.7) if len(unit) == 2 and len(unit[1]) > 3 else None
    suffix = suffix_of(tokens[-1].lower())
    if suffix is not None and not suffix.bare:
        return part, suffix.type, 0.75
    if suffix is not None and suffix.bare and len(tokens) > 1:
        return part, suffix.type, 0.75
    fields = {t.lower().strip(",&-") for t in tokens} - {"och", "", "samt", "för"}
    if fields and fields <= words("field"):
        return part, "administration", 0.75
    if not leads or suffix is not None or len(tokens) > 9:
        return None
    if (
        2 <= len(tokens) <= 3
        and all(NAME_WORD.fullmatch(t) for t in tokens)
        and part.endswith(("son", "berg", "ström"))
    ):
        return part, "person", 0.6
    return part, "other", 0.6


def _lines(memo: Memo, section: Section) -> list[tuple[int, str]]:
    """(offset, text) of each printed line of a section after its heading."""
    found: list[tuple[int, str]] = []
    offset = section.body
    for line in memo.text[section.body : section.end].split("\n"):
        if line.strip():
            found.append((offset, line))
        offset += len(line) + 1
    return found


def _joined(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines of which one that begins in small letters goes on from the one before."""
    found: list[tuple[int, str]] = []
    for start, line in lines:
        if found and line[:1].islower() and found[-1][0] + len(found[-1][1]) + 1 == start and _open_end(found[-1][1]):
            found[-1] = (found[-1][0], found[-1][1] + " " + line)
        else:
            found.append((start, line))
    return found


def _open_end(line: str) -> bool:
    """Whether a line can't end so: the next one belongs to it."""
    return line.rstrip().lower().endswith((" och", " för", " i", " av", " till", " vid", "-", ",")) or len(line) > 55


def _within(mentions: list[Mention], section: Section) -> list[Mention]:
    return [m for m in mentions if section.start <= m.start < section.end]
