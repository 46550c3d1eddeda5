"""Parties told by the place where they stand: letterhead, signatures, and the list of whom a decision is sent to."""

import re

from pipeline.extract.facts import Facts
from pipeline.extract.parties_mentions import Mention, within, words
from pipeline.extract.roles_scraps import is_scrap, is_sentence, of_foot
from pipeline.forms.names_tables import abbreviations, suffix_of
from pipeline.forms.persons import NAME_WORD, PARTICLES, title_of, title_word
from pipeline.memo.memo import Memo, Section, SectionKind
from pipeline.read.page import ReadAs
from pipeline.tables import PartyType

BULLET = re.compile(r"[\s•·▪●○*–—-]*(?:\d{1,2}[.)]\s+)?(?:☐|☒)?\s*")
BRACKETS = re.compile(r"\s*\([^()]*\)?")
PURPOSE = re.compile(r"[,;]?\s*\b(?:för|f\.)\s*(?:(?:ev\.|eventuell|vidare)\s+)?(\w+)\.?(?:\s+och\s+\w+)?\s*$")
ATTENTION = re.compile(r",?\s*\b(?:att|att\.|c/o|v/|genom|kontaktperson)\s*[:.]\s*", re.IGNORECASE)
AT = re.compile(r"\s(?:vid|på|för|i|inom)\s+(?=[A-ZÅÄÖ])")
STAMP = re.compile(r"\b(?:INKOM|Inkom|ANKOM|Ankom|ANK|Registrerad|INK)\b")
# what ends a list of recipients: the minutes' own end, or the page's foot with the sender's address
END = re.compile(
    r"(?:vid protokollet|justera\w*|underskrift\w*|utdragsbestyrkande|rätt utdraget|elektroniskt|digitalt|"
    r"signera\w*|paragrafen|beslutet (?:är|har|kan|vinner|justeras|förklaras)|(?:detta )?dokument(?:et)? (?:är|har)|"
    r"godkän[dt] (?:digitalt|elektroniskt|av|den|\d+)|undertecknat? (?:digitalt|elektroniskt|av)|attesterad|"
    r"beslutad (?:digitalt|av)|handlingen (?:är|har)|expedierat?\b|sign\b|utdraget)(?!\w)|"
    r"(?:ordförande|sekreterare)$",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\bBox \d|\b\d{3} ?\d{2} [A-ZÅÄÖ]|\b[Oo]rg\.? ?-?nr|\b(?:Tel|Tfn|Fax|Växel|Telefon)\b|www\.|@|"
    r"(?:[Bb]esöks|[Pp]ost)adress|[Bb]ankgiro|[Pp]lusgiro|[Pp]ostgiro"
)
# labels of the letterhead behind which those stand who only get a copy
# "Strandvägen 12 B": where a recipient lives, none itself
STREET = re.compile(
    r"(?:[A-ZÅÄÖ][\w:-]* ){0,3}(?i:\w*(?:väg|vägen|gata|gatan|gränd|gränden|stig|stigen|torg|torget|backe|backen|allé|"
    r"allén|plan|leden|stråket|gården|byn)) \d{1,3} ?[A-Za-z]?(?: lgh.*)?$|Box \d|Pl \d|\d{3} ?\d{2} [A-ZÅÄÖ]"
)
CONTACT = re.compile(r"[\w.-]+@[\w.-]+|\b0\d{1,3}[- ]\d{2,3} ?\d{2}")  # beside a name that signs without a title
OFFICERS = re.compile(
    r"(?:Beredningsansvarig|Ansvariga? handläggare|Ärendets handläggare|Handläggare)"
)  # they don't sign
OWN_AUDITORS = re.compile(
    r"(?:Kommunens|Stadens|Regionens|Förbundets|Landstingets) (?:valda |förtroendevalda )?revisorer(?:na)?"
    r"|(?:De )?(?:[Ff]örtroendevalda|[Vv]alda) revisorer(?:na)?"
)
COPY_TO = re.compile(
    r"\s*(?:för kännedom|f\.? ?k\.?|kopia(?: till)?|kopior till|cc|för information)(?: till)?\s*:", re.IGNORECASE
)
REACH = 250  # characters after the addressee in which further ones stand


def head_roles(memo: Memo, facts: Facts, mentions: list[Mention]) -> list[Mention]:
    """Senders and further addressees among what the letterhead names; new: offices named by their field alone."""
    new: list[Mention] = []
    for section in memo.sections_of(SectionKind.LETTERHEAD):
        for start, line in _lines(memo, section):
            new += _units(start, line, within(mentions, start, start + len(line)))
            name = line.strip()
            if name[:1].isupper() and not name.isupper() and _of_fields(name.split()) and " " in name:
                at = start + len(line) - len(line.lstrip())
                new.append(Mention(at, at + len(name), name, "administration", None, None, 0.7, {"sender"}))
        for mention in within(mentions, section.start, section.end):
            line = memo.text[memo.text.rfind("\n", 0, mention.start) + 1 : mention.start]
            if COPY_TO.match(line):
                mention.roles.add("recipient")
    addressee = facts.head.addressee
    minutes = facts.head.document_type == "minutes"
    bodies = 0
    for section in memo.sections_of(SectionKind.LETTERHEAD):
        for mention in within(mentions, section.start, section.end):
            if mention.type == "administration" and not _written_to(memo, mention) and not _stamped(memo, mention):
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
            ):
                mention.roles.add("addressee")
    return new


def _units(start: int, line: str, here: list[Mention]) -> list[Mention]:
    """Units named by their field behind their administration: "Samhällsbyggnadskontoret / Plan och bygg"."""
    if not any(m.type == "administration" for m in here):
        return []
    new: list[Mention] = []
    at = 0
    for number, part in enumerate(re.split(r"( / | \| | [–-] |, )", line)):
        name = part.strip()
        if number and not number % 2 and " " in name and name[:1].isupper() and _of_fields(name.split()):
            begin = start + at + part.index(name)
            new.append(Mention(begin, begin + len(name), name, "administration", None, None, 0.7, {"sender"}))
        at += len(part)
    return [m for m in new if not within(here, m.start, m.end)]


def _written_to(memo: Memo, mention: Mention) -> bool:
    """Whether the letterhead says that the office is written to: "Till Kommunledningskontoret"."""
    return re.search(r"\b[Tt]ill:?\s*$", memo.text[max(0, mention.start - 8) : mention.start]) is not None


def _stamped(memo: Memo, mention: Mention) -> bool:
    """Whether the office stands in a registry stamp: that is the office which received the paper."""
    return STAMP.search(memo.text[mention.end : mention.end + 60]) is not None


def _alone_on_line(memo: Memo, mention: Mention) -> bool:
    """Whether little else stands on the mention's line."""
    start = memo.text.rfind("\n", 0, mention.start) + 1
    stop = memo.text.find("\n", mention.end)
    line = memo.text[start : stop if stop >= 0 else len(memo.text)]
    return len(line) - (mention.end - mention.start) < 30 or "," in line


def signatures(memo: Memo, mentions: list[Mention]) -> list[Mention]:
    """Gives signatories their role and the title that stands under or beside the name; new: names no register knows."""
    new: list[Mention] = []
    for lines in _signed(memo, mentions):
        for number, (start, line) in enumerate(lines):
            here = [m for m in within(mentions, start, start + len(line)) if m.type == "person"]
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


def _signed(memo: Memo, mentions: list[Mention]) -> list[list[tuple[int, str]]]:
    """The lines of each group of signatures: the sections of that kind, and blocks that are names and titles alone."""
    found = []
    for number, section in enumerate(memo.sections):
        before = memo.sections[number - 1] if number else section
        officers = OFFICERS.match(before.heading) and not memo.text[before.body : before.end].strip()
        if section.kind is SectionKind.SIGNATURES and not officers:
            found.append(_lines(memo, section))
    kinds = (SectionKind.BODY, SectionKind.PROPOSAL, SectionKind.DECISION, SectionKind.SUMMARY, SectionKind.ATTACHMENTS)
    for section in memo.sections_of(*kinds):
        blocks = memo.blocks_in(section.body, section.end)
        for number, block in enumerate(blocks):
            here = [m for m in within(mentions, block.start, block.end) if m.type == "person"]
            if not here or block.end - block.start > 60 * len(here) + 40 or block.start < len(memo.text) // 3:
                continue
            text = memo.text[block.start : block.end]
            lines = [(block.start + m.start(), m.group()) for m in re.finditer(r"[^\n]+", text)]
            rest = [part for part in _without(text, block.start, here) if not CONTACT.search(part)]
            alone = len(here) == 1 and len(rest) < len(_without(text, block.start, here)) and not rest
            titled = rest and any(m.title for m in here) and all(title_of(part) for part in rest)
            if titled or (alone and number + 3 > len(blocks)):
                found.append(lines)
            elif not rest and number + 1 < len(blocks):
                below = (blocks[number + 1].start, memo.text[blocks[number + 1].start : blocks[number + 1].end])
                if _titles_under([lines[-1], below], 1, len(here)):
                    found.append([lines[-1], below])
    return found


def _without(text: str, start: int, here: list[Mention]) -> list[str]:
    """What a block's lines hold beside the names."""
    for mention in sorted(here, key=lambda m: -m.start):
        at = mention.start - start
        text = text[:at] + "\n" + text[at + mention.end - mention.start :]
    return [part for part in re.split(r"[\n\t]", text) if part.strip(" ,")]


def _titles_under(lines: list[tuple[int, str]], number: int, names: int) -> list[str]:
    """The titles on the line under so many names, one for each, in order; fewer where they can't be told."""
    if names == 0 or number >= len(lines):
        return []
    line = lines[number][1].strip()
    if names == 1:
        title = title_of(line)
        office = title is not None and any(suffix_of(word.lower()) for word in title.partition(",")[2].split())
        return [title.partition(",")[0] if office else title] if title else []
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


def recipients(memo: Memo, mentions: list[Mention], own: str = "") -> list[Mention]:
    """Gives those whom the decision is sent to their role; new: recipients whose kind the name doesn't tell.

    own: the sending municipality, whose address at a page's foot is no recipient.
    """
    new: list[Mention] = []
    known = frozenset(m.name.casefold() for m in mentions)
    for number, section in enumerate(memo.sections):
        if section.kind != SectionKind.RECIPIENTS:
            continue
        lines = _lines(memo, section)
        if not lines and number + 1 < len(memo.sections):  # the list stands under the next heading's section
            lines = _short(_lines(memo, memo.sections[number + 1], heading=True), mentions)
        joined = _joined(lines)
        for k, (start, line) in enumerate(joined):
            if END.match(line.strip()) or _signs(joined[k : k + 2], mentions):
                break
            named = within(mentions, start, start + len(line))
            if ADDRESS.search(line) and any(m.name == own for m in named):
                continue
            new += _recipient(start, line, mentions, known)
    scanned = memo.read_as != {ReadAs.DIGITAL}
    return [m for m in new if not (scanned and is_scrap(memo, m))]


def _signs(lines: list[tuple[int, str]], mentions: list[Mention]) -> bool:
    """Whether a line of titles stands above a line of as many names: signatures, no recipients."""
    if len(lines) < 2:
        return False
    start, line = lines[1]
    names = [m for m in within(mentions, start, start + len(line)) if m.type == "person"]
    return bool(names) and not _without(line, start, names) and len(_titles_under(lines, 0, len(names))) == len(names)


def _short(lines: list[tuple[int, str]], mentions: list[Mention]) -> list[tuple[int, str]]:
    """The lines as far as they can be a list of recipients: no sentence, no signature."""
    found: list[tuple[int, str]] = []
    for number, (start, line) in enumerate(lines):
        person = any(m.type == "person" for m in within(mentions, start, start + len(line)))
        if len(line) > 110 or (person and _title_line(lines, number + 1)) or re.search(r"[a-zåäö]{3}\. [A-ZÅÄÖ]", line):
            break
        found.append((start, line))
    return found


def _recipient(start: int, line: str, mentions: list[Mention], known: frozenset[str]) -> list[Mention]:
    """The recipients of one line."""
    skip = len(BULLET.match(line).group()) if BULLET.match(line) else 0  # type: ignore[union-attr]
    entry = line[skip:]
    first = start + skip
    new: list[Mention] = []
    opening = entry.lower().split()
    if opening and opening[0] in {"samtliga", "alla", "berörda", "övriga"}:
        for mention in within(mentions, first, start + len(line)):
            mention.name = ""  # part of a description, no party: "samtliga chefer i kulturförvaltningen"
        return []
    offset, before = 0, ""
    for number, part in enumerate(re.split(r"([,;\t]| samt )", entry)):
        begin = first + offset
        offset += len(part)
        if number % 2 or not part.strip():
            continue
        lead = len(part) - len(part.lstrip())
        bare = PURPOSE.sub(_keep_purpose, BRACKETS.sub("", part.strip())).strip(" .:")
        at = ATTENTION.match(bare)
        bare = bare[at.end() :] if at else bare
        inside = within(mentions, begin, begin + len(part))
        inside = [m for m in inside if not _in_brackets(part, m.start - begin)]
        whole = _whole_office(bare, inside)
        if whole is not None:
            inside[-1].name, inside[-1].start = whole, begin + lead
        for mention in inside:
            mention.roles.add("recipient")
            before = mention.type
        if not inside:
            made = _unknown(bare, number == 0 or before == "administration", known)
            if made is not None and before == "administration" and made[1] == "other":
                made = (made[0], "administration", 0.65)
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
    """The whole part where only the last word of its name was told: "Kansli och hr-avdelningen"."""
    if not inside or inside[-1].type != "administration" or not part[:1].isupper():
        return None
    tail = inside[-1].name
    head = part[: -len(tail)].strip() if part.lower().endswith(tail.lower()) else ""
    if not head or len(head.split()) > 4 or not re.fullmatch(r"[\w&/ -]+(?:och|&|/|-)", head) or len(inside) > 1:
        return None
    return part


def _unknown(part: str, leads: bool, known: frozenset[str]) -> tuple[str, PartyType, float] | None:
    """Name, type and confidence of a recipient in whom no name was found; None where it names nobody."""
    tokens = part.split()
    if not tokens or len(part) > 90 or "@" in part or sum(c.isdigit() for c in part) > 3 or STREET.match(part):
        return None
    if OWN_AUDITORS.fullmatch(part):
        return part, "body", 0.8
    if is_sentence(tokens) or of_foot(tokens):
        return None
    first = tokens[0].lower().strip(".:")
    if part.strip(".").lower() in abbreviations() and part.isupper():
        name = abbreviations()[part.strip(".").lower()]
        return (name if name.casefold() in known else part), "body", 0.75
    if len(tokens) == 1 and any(title_word(first.removesuffix(ending)) for ending in ("er", "erna", "na")):
        return None
    others = [t.lower().strip(",.") for t in tokens if t.lower() not in ("och", "samt", "&")]
    if len(others) > 1 and all(any(title_word(t.removesuffix(e)) for e in ("er", "erna", "na")) for t in others):
        return None  # "Förskolechefer och rektorer"
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
    if _of_fields(tokens):
        return part, "administration", 0.75
    if (not leads and len(tokens) < 3) or suffix is not None or len(tokens) > 9:
        return None
    if (
        2 <= len(tokens) <= 3
        and all(NAME_WORD.fullmatch(t) for t in tokens)
        and part.endswith(("son", "berg", "ström"))
    ):
        return part, "person", 0.6
    return part, "other", 0.6


def _of_fields(tokens: list[str]) -> bool:
    """Whether words are fields of work and nothing else: "Vård och omsorg"."""
    fields = {t.lower().strip(",&-") for t in tokens} - {"och", "", "samt", "för"}
    return bool(fields) and fields <= words("field") and tokens[-1][-1].isalpha() and tokens[-1].lower() != "och"


def _lines(memo: Memo, section: Section, heading: bool = False) -> list[tuple[int, str]]:
    """(offset, text) of each printed line of a section, after its heading if not told otherwise."""
    found: list[tuple[int, str]] = []
    offset = section.start if heading else section.body
    for line in memo.text[offset : section.end].split("\n"):
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
