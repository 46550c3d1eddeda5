"""Whom a decision is sent to: the parties of its list of recipients, and those whose kind their names don't tell."""

import re

from pipeline.extract.parties_mentions import Mention, within, words
from pipeline.extract.roles_lines import Line, is_title_line, joined, of_fields, section_lines
from pipeline.extract.roles_scraps import ends_list, is_prose, is_scrap, is_sentence, is_torn, of_foot
from pipeline.extract.roles_signatures import above_names
from pipeline.extract.roles_stray import Stray, is_lead, is_loose, lead_of
from pipeline.forms.guard import guarded
from pipeline.forms.names_tables import abbreviations, suffix_of
from pipeline.forms.persons import NAME_WORD
from pipeline.forms.titles import title_of, title_word
from pipeline.memo.memo import Memo, SectionKind
from pipeline.read.page import ReadAs
from pipeline.tables import PartyType

BULLET = re.compile(r"[\s•·▪●○*–—-]*(?:\d{1,2}[.)]\s+)?(?:☐|☒)?\s*")
BRACKETS = re.compile(r"\s*\([^()]*\)?")
PURPOSE = guarded(r"[,;]?\s*\b(?:för|f\.)\s*(?:(?:ev\.|eventuell|vidare)\s+)?(\w+)\.?(?:\s+och\s+\w+)?\s*$")
ATTENTION = re.compile(r",?\s*\b(?:att|att\.|c/o|v/|genom|kontaktperson)\s*[:.]\s*", re.IGNORECASE)
AT = re.compile(r"\s(?:vid|på|för|i|inom)\s+(?=[A-ZÅÄÖ])")
ADDRESS = guarded(
    r"\bBox \d|\b\d{3} ?\d{2} [A-ZÅÄÖ]|\b[Oo]rg\.? ?-?nr|\b(?:Tel|Tfn|Fax|Växel|Telefon)\b|www\.|@|"
    r"(?:[Bb]esöks|[Pp]ost)adress|[Bb]ankgiro|[Pp]lusgiro|[Pp]ostgiro"
)
# "Strandvägen 12 B": where a recipient lives, none itself
STREET = re.compile(
    r"(?:[A-ZÅÄÖ][\w:-]* ){0,3}(?i:\w*(?:väg|vägen|gata|gatan|gränd|gränden|stig|stigen|torg|torget|backe|backen|allé|"
    r"allén|plan|leden|stråket|gården|byn)) \d{1,3} ?[A-Za-z]?(?: lgh.*)?$|Box \d|Pl \d|\d{3} ?\d{2} [A-ZÅÄÖ]"
)
# a paper that a column beside the list has brought in: "Samverkansavtal, förslag 2007-10-22", "Brev från Hults IF"
PAPER = re.compile(
    r"(?=.*\d{4}[-–]\d{2,4}).*\b(?:förslag|skrivelse|protokoll|rapport|avtal|plan|budget|dnr)|"
    r"(?:brev|skrivelse|yttrande|rapport|motion|ansökan|anbud|offert|protokollsutdrag|förslag) (?:från|av|till|om)\b|"
    r"bil(?:aga|\.)? \d|(?:mottagare|funktion)\s+sätt\b",
    re.IGNORECASE,
)
# what parts a line's entries, the last of them an office from its unit: "Kommunledningskontoret/HR"
PARTED = re.compile(
    r"([,;\t]| samt | / |(?:(?<=kontoret)|(?<=förvaltningen)|(?<=avdelningen)|(?<=kansliet))/(?=[^\W\d_]{2}))"
)
# those who are meant by where they live: "Fastighetsägarna inom planområdet"
OWNERS = re.compile(
    r"\s*(?:fastighetsägarna|villaägarna|hyresgästerna) (?:enligt|inom|till|på|längs|i|som|vid)\b", re.IGNORECASE
)
ALL = frozenset({"samtliga", "alla", "berörda", "övriga"})
UNIT = re.compile(
    r"[a-zåäö]+(?:gruppen|teamet|debiteringen|funktionen|driften|mottagningen|upphandlingen|redovisningen|växeln|"
    r"planeringen|ledningen|vakten|utskicket|uppbörden|hanteringen|revisionen|service|support)"
)
# a school or the like by its name: "Norra skolan", "Hults bibliotek", "Tallgymnasiet"
HOUSE = re.compile(
    r"(?:[A-ZÅÄÖ][\w:-]* ){0,3}\w*(?:(?<!hög)skola|skolan|skolor|gymnasium|gymnasiet|bibliotek|biblioteket|förskolan?|"
    r"vårdcentral|vårdcentralen|hälsocentral|hälsocentralen|fritidsgård|fritidsgården|servicehus|äldreboende|museum|"
    r"museet|komvux|lärcentrum)"
)
# a part of the police by its place: "Polismyndigheten, lokalpolisområde Hult"
DISTRICT = re.compile(
    r"(?:lokal|när)?polis(?:område|region|distrikt|mästardistrikt)t? [A-ZÅÄÖ][\w -]{2,40}", re.IGNORECASE
)
# parts of a municipality or a region, in the definite and alone: a school of that name there is but one
SERVICES = frozenset(
    {"kulturskolan", "musikskolan", "vuxenutbildningen", "primärvården", "tandvården", "äldreomsorgen", "hemtjänsten"}
)
UNIONS = frozenset({"kommunal", "vision", "ledarna"})  # whose names are common words elsewhere
OWN_AUDITORS = re.compile(
    r"[Rr]evisorerna|[Rr]evisionen|(?:[Kk]ommunens|[Ss]tadens|[Rr]egionens|[Ff]örbundets|[Ll]andstingets) "
    r"(?:valda |förtroendevalda )?revisorer(?:na)?|(?:[A-ZÅÄÖ][\w-]+ ){1,2}(?:kommuns|stads) revisorer(?:na)?|"
    r"(?:De )?(?:[Ff]örtroendevalda|[Vv]alda) revisorer(?:na)?"
)


def recipients(memo: Memo, mentions: list[Mention], own: frozenset[str], lists: list[Stray]) -> list[Mention]:
    """Gives those whom the decision is sent to their role; new: recipients whose kind the name doesn't tell.

    own: the sender's names in small letters, whose address at a page's foot is no recipient; lists: those that stand
    outside their section.
    """
    new: list[Mention] = []
    known = frozenset(m.name.casefold() for m in mentions)
    for number, section in enumerate(memo.sections):
        if section.kind is not SectionKind.RECIPIENTS or is_loose(memo, section):
            continue
        lines = section_lines(memo, section)
        after = memo.sections[number + 1] if number + 1 < len(memo.sections) else None
        if not lines and after is not None:  # the list stands under the next heading's section
            lines = [] if is_torn(memo, after) else _short(section_lines(memo, after, heading=True), mentions)
        elif after is not None and after.kind is SectionKind.SIGNATURES:
            lines = _without_sender(memo, lines, mentions, own)
        new += _listed(joined(lines), mentions, known, own)
    for stray in lists:
        new += _listed(joined(list(stray.lines)), mentions, known, own)
    scanned = memo.read_as != {ReadAs.DIGITAL}
    return [m for m in new if not (scanned and is_scrap(memo, m))]


def _listed(lines: list[Line], mentions: list[Mention], known: frozenset[str], own: frozenset[str]) -> list[Mention]:
    """The recipients of a list, until it ends."""
    new: list[Mention] = []
    for k, (start, line) in enumerate(lines):
        if ends_list(line) or above_names(lines[k : k + 2], mentions):
            break
        if is_prose(line):
            if len(line) > 110 or line.rstrip().endswith("."):
                break
            continue
        named = within(mentions, start, start + len(line))
        if any("signatory" in m.roles for m in named) or _signed_below(lines, k, mentions, own):
            break
        if ADDRESS.search(line) and any(
            m.name.casefold() in own and m.type in ("municipality", "region") for m in named
        ):
            continue
        lead = lead_of(line)
        if is_lead(line):
            continue
        new += _recipient(start + lead, line[lead:], mentions, known)
    return new


def _signed_below(lines: list[Line], k: int, mentions: list[Mention], own: frozenset[str]) -> bool:
    """Whether the line k is the sender's own name with a signature under it."""
    if k + 1 >= len(lines) or lines[k][1].strip().casefold() not in own:
        return False
    start, line = lines[k + 1]
    return any("signatory" in m.roles for m in within(mentions, start, start + len(line)))


def _without_sender(memo: Memo, lines: list[Line], mentions: list[Mention], own: frozenset[str]) -> list[Line]:
    """The lines of a list without the sender's own name, which stands apart under it and above the signatures."""
    gaps = [memo.text[start - 2 : start] == "\n\n" for start, _ in lines[1:]]
    if not gaps or not gaps[-1] or any(gaps[:-1]):
        return lines
    start, line = lines[-1]
    here = within(mentions, start, start + len(line))
    alone = len(here) == 1 and len(line.strip()) == here[0].end - here[0].start
    return lines[:-1] if alone and here[0].name.casefold() in own else lines


def _short(lines: list[Line], mentions: list[Mention]) -> list[Line]:
    """The lines as far as they can be a list of recipients: no sentence, no signature."""
    found: list[Line] = []
    for number, (start, line) in enumerate(lines):
        person = any(m.type == "person" for m in within(mentions, start, start + len(line)))
        if (
            len(line) > 110
            or (person and is_title_line(lines, number + 1))
            or re.search(r"[a-zåäö]{3}\. [A-ZÅÄÖ]", line)
        ):
            break
        found.append((start, line))
    return found


def _recipient(start: int, line: str, mentions: list[Mention], known: frozenset[str]) -> list[Mention]:
    """The recipients of one line."""
    skip = len(BULLET.match(line).group()) if BULLET.match(line) else 0  # type: ignore[union-attr]
    entry = line[skip:]
    first = start + skip
    new: list[Mention] = []
    if PAPER.match(BRACKETS.sub("", entry)):
        return []
    offset, before = 0, ""
    parts = PARTED.split(entry)
    for number, part in enumerate(parts):
        begin = first + offset
        offset += len(part)
        if number % 2 or not part.strip():
            continue
        if part.lower().split()[0] in ALL or OWNERS.match(part):
            for mention in within(mentions, begin, begin + len(part)):
                mention.name = ""  # part of a description, no party: "samtliga chefer i kulturförvaltningen"
            continue
        lead = len(part) - len(part.lstrip())
        bare = PURPOSE.sub(_keep_purpose, BRACKETS.sub("", part.strip())).strip(" .:–-")
        if number and parts[number - 1] == "/":
            bare = bare[:1].upper() + bare[1:]
        at = ATTENTION.match(bare)
        bare = bare[at.end() :] if at else bare
        inside = within(mentions, begin, begin + len(part))
        inside = [m for m in inside if not _in_brackets(part, m.start - begin)]
        if len(inside) == 1 and bare.casefold() in known and len(bare) > len(inside[0].name):
            inside[0].name = bare  # its first word stands on the line before: "SOS / Alarm Sverige AB"
        whole = _whole_office(bare, inside)
        if OWN_AUDITORS.fullmatch(bare) and inside and inside[0].type == "municipality":
            new.append(Mention(begin + lead, begin + lead + len(bare), bare, "body", None, None, 0.8, {"recipient"}))
            continue  # "Ydre kommuns revisorer"
        if whole is not None:
            inside[-1].name, inside[-1].start = whole, begin + lead
        for mention in inside:
            if mention.name.lower() in words("general") - UNIONS:
                mention.name = ""
                continue
            mention.roles.add("recipient")
            before = mention.type
        if not inside:
            apart = number == 0 or parts[number - 1] == ";"  # an entry of its own, no unit of the one before
            made = _unknown(bare, apart or before == "administration", known, number == 0)
            if bare.casefold() in known and (
                same := next((m for m in mentions if m.name.casefold() == bare.casefold()), None)
            ):
                made = (same.name, same.type, 0.8)  # told where its words stand on one line
            if made is not None and before == "administration" and made[1] == "other" and not apart:
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


def _unknown(
    part: str, leads: bool, known: frozenset[str], leads_list: bool = True
) -> tuple[str, PartyType, float] | None:
    """Name, type and confidence of a recipient in whom no name was found; None where it names nobody."""
    tokens = part.split()
    if not tokens or len(part) > 90 or "@" in part or sum(c.isdigit() for c in part) > 3 or STREET.match(part):
        return None
    if OWN_AUDITORS.fullmatch(part):
        return part[:1].upper() + part[1:], "body", 0.8
    if is_sentence(tokens) or of_foot(tokens):
        return None
    first = tokens[0].lower().strip(".:")
    if part.strip(".").lower() in abbreviations() and (part.isupper() or (part.istitle() and len(part) < 4)):
        name = abbreviations()[part.strip(".").lower()]
        return (name if name.casefold() in known else part), "body", 0.75
    if len(tokens) == 1 and any(title_word(first.removesuffix(ending)) for ending in ("er", "erna", "na")):
        return None
    others = [t.lower().strip(",.") for t in tokens if t.lower() not in ("och", "samt", "&")]
    if len(others) > 1 and all(any(title_word(t.removesuffix(e)) for e in ("er", "erna", "na")) for t in others):
        return None  # "Förskolechefer och rektorer"
    if len(tokens) == 1 and first == "överförmyndaren":
        return part, "body", 0.8
    if len(tokens) == 1 and (first in SERVICES or first.endswith("sjukvården")):
        return part, "administration", 0.75
    if len(tokens) == 1 and first in UNIONS:
        return part, "association", 0.75
    if first == "polisen" and len(tokens) == 1:
        return "Polisen", "authority", 0.8
    if DISTRICT.fullmatch(part):
        return part[:1].upper() + part[1:], "authority", 0.75
    if UNIT.fullmatch(part) and not leads_list:
        return part[:1].upper() + part[1:], "administration", 0.7
    if first in words("general") or not part[0].isupper() or tokens[-1].lower() in words("general"):
        return None
    if title_of(part) is not None or title_of(re.split(AT, part)[0]) is not None:
        unit = AT.split(part, maxsplit=1)
        return (unit[1], "other", 0.7) if len(unit) == 2 and len(unit[1]) > 3 else None
    suffix = suffix_of(tokens[-1].lower())
    if suffix is not None and not suffix.bare:
        return part, suffix.type, 0.75
    if suffix is not None and suffix.bare and len(tokens) > 1:
        return part, suffix.type, 0.75
    if of_fields(tokens) or re.fullmatch(r"[\w-]{4,}s?sektorn?", tokens[-1].lower()):
        return part, "administration", 0.75
    if HOUSE.fullmatch(part) and len(part) > 8:
        return part, "other", 0.7
    if (not leads and len(tokens) < 3) or suffix is not None or len(tokens) > 9:
        return None
    if (
        2 <= len(tokens) <= 3
        and all(NAME_WORD.fullmatch(t) for t in tokens)
        and part.endswith(("son", "berg", "ström"))
    ):
        return part, "person", 0.6
    return part, "other", 0.6
