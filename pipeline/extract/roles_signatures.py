"""Who signed: names in the section of signatures, and names with titles, or alone, where a memo or a list ends."""

import re

from pipeline.extract.parties_mentions import Mention, in_one_of, within, words
from pipeline.extract.roles_lines import SPECK, Line, is_title_line, rest_of, section_lines, without
from pipeline.extract.roles_scraps import ends_list
from pipeline.forms.names_tables import suffix_of
from pipeline.forms.persons import NAME_WORD, PARTICLES
from pipeline.forms.titles import title_of, title_word
from pipeline.memo.memo import Memo, Section, SectionKind

Span = tuple[int, int]
CONTACT = re.compile(r"[\w.-]+@[\w.-]+|\b0\d{1,3}[- ]\d{2,3} ?\d{2}")  # beside a name that signs without a title
OFFICERS = re.compile(
    r"(?:Beredningsansvarig|Ansvariga? handläggare|Ärendets handläggare|Handläggare)"
)  # they don't sign
# what stands between the name of who wrote a paper and of who let it go on
PASSED = re.compile(r"(?:[Gg]odkän[dt]|[Tt]illstyrke?[st]|[Ff]astställ[dt]|[Bb]eslutad|[Aa]ttestera[dt])\b.{0,45}")
# a sentence that names somebody below the signatures
TOLD = re.compile(r"[A-ZÅÄÖ].{3,}\b(?:har|hade|är|var|deltog|deltar|samråd|tjänstgjort|föredragit)\b.*\.$")
KINDS = frozenset(
    {
        SectionKind.BODY, SectionKind.PROPOSAL, SectionKind.DECISION, SectionKind.SUMMARY, SectionKind.ATTACHMENTS,
        SectionKind.DOCUMENTS, SectionKind.RECIPIENTS, SectionKind.PLANNING,
    }
)  # fmt: skip
LISTS = frozenset({SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS})
# the line before a name that signs: "Hult dag som ovan", "Vid protokollet", "För tekniska nämnden"
LEAD = re.compile(
    r".{0,50}\bdag som ovan|(?:enligt|på) uppdrag\b.{0,60}|i tjänsten|vid protokollet|"
    r"(?:rätt|riktigt) (?:utdraget|avskrivet)\b.{0,40}|utdrag(?:et)?s?(?: riktighet)?:? ?bestyrk\w*.{0,40}|"
    r"juster(?:at|as|ats|ad)(?:[ :]+(?:den )?\d[\d \w-]{5,18})?|"
    r"bestyrke?s\b.{0,40}|vidimeras\b.{0,40}|utdragsbestyrkande\b.{0,30}|underskrift(?:er)?|"
    r"(?:med )?vänlig(?:a)? hälsning(?:ar)?|"
    r"för .{2,50}(?:nämnden|styrelsen|kontoret|förvaltningen|utskottet|avdelningen|enheten|kommun|stad|förbundet)|"
    r"[^\W\d_]+(?: [^\W\d_]+)? (?:den )?(?:\d{1,2} [a-zåäö]{3,9} \d{4}|\d{4}[- ]\d{2}[- ]\d{2})",
    re.IGNORECASE,
)

DAY = re.compile(r"\d{4}-\d{2}-\d{2}|(?:den )?\d{1,2} [a-zåäö]{3,9} \d{4}")
BOARD = re.compile(r"(?:[A-ZÅÄÖ][\w-]+ ){0,3}\w*(?:styrelsen?|nämnden?|utskottet|kontoret|förvaltningen)")
# the day before a name that signs an extract: "2018-05-28 Eva Ek, kommunsekreterare"
DATED = re.compile(r"(?:\d{4}-\d{2}-\d{2}|(?:den )?\d{1,2} [a-zåäö]{3,9} \d{4})[ \t]+$")

# who signed the minutes, told in a line: "Justerat den 26 oktober 2017 av ordföranden Lars Ek och Eva Berg"
_APPROVED_BY = re.compile(
    r"(?:Protokollet |Paragrafen )?[Jj]ustera(?:t|ts|des|d)(?: digitalt| elektroniskt)?"
    r"(?: (?:den )?\d[\d \w-]{5,18})?,? av (?=[A-ZÅÄÖ]|ordförande|vice|justera)"
)
# what ends a paragraph before the name of who vouches for an extract
VOUCHED = re.compile(
    r"(?:[Uu]tdrag(?:et)?s?(?: riktighet)?:? ?bestyrk\w*|[Bb]estyrke?s|[Rr]ätt utdraget|[Vv]id protokollet)[\s\d:.-]*$"
)


def signatures(memo: Memo, mentions: list[Mention], lists: list[Span]) -> list[Mention]:
    """Gives signatories their role and the title that stands under or beside the name; new: names no register knows.

    lists: places that are lists of recipients.
    """
    new: list[Mention] = []
    for lines in _signed(memo, mentions, lists):
        over = is_title_line(lines, 0) and bool(lines) and not is_title_line(lines, len(lines) - 1)
        for number, (start, line) in enumerate(lines):
            if TOLD.fullmatch(line.strip()):
                continue
            here = _persons(mentions, start, line)
            titled = is_title_line(lines, number - 1) if over and number else is_title_line(lines, number + 1)
            if not here and _looks_like_name(line) and titled:
                name = " ".join(line.split())
                at = start + len(line) - len(line.lstrip())
                here = [Mention(at, at + len(line.strip()), name, "person", None, None, 0.7)]
                new += here
            beside = number - 1 if over and number else number + 1
            taken = beside < len(lines) and _persons(mentions, *lines[beside])
            titles = [] if taken else titles_under(lines, beside, len(here))
            for k, mention in enumerate(here):
                mention.roles.add("signatory")
                if k < len(titles):
                    mention.title = titles[k]
    return new


def _persons(mentions: list[Mention], start: int, line: str) -> list[Mention]:
    return [m for m in within(mentions, start, start + len(line)) if m.type == "person"]


def _signed(memo: Memo, mentions: list[Mention], lists: list[Span]) -> list[list[Line]]:
    """The lines of each group of signatures: the sections of that kind, and elsewhere lines of names and titles."""
    found = []
    for number, section in enumerate(memo.sections):
        whole = section.kind is not SectionKind.SIGNATURES  # a name alone may be taken for a heading
        if whole and not (section.kind in KINDS and _may_sign(memo, section, mentions)):
            continue
        lines = [line for line in section_lines(memo, section, whole) if not in_one_of(lists, line[0])]
        before = memo.sections[number - 1] if number else section
        officers = OFFICERS.match(before.heading) and not memo.text[before.body : before.end].strip()
        if section.kind is SectionKind.SIGNATURES:
            found += [] if officers else [lines]
        else:
            found += [group for k in range(len(lines)) if (group := _group(memo, number, lines, k, mentions))]
    return found


def _may_sign(memo: Memo, section: Section, mentions: list[Mention]) -> bool:
    """Whether a section names a person where `_group` looks for one: most sections hold none, and lines take time."""
    return section.end > len(memo.text) // 3 and any(
        mention.type == "person" for mention in within(mentions, section.start, section.end)
    )


def _group(memo: Memo, number: int, lines: list[Line], k: int, mentions: list[Mention]) -> list[Line]:
    """The line k of a section, and the titles under it, where it is somebody's signature; else nothing."""
    (start, line), section = lines[k], memo.sections[number]
    here = _persons(mentions, start, line)
    if not 0 < len(here) < 4 or start < len(memo.text) // 3 or len(line) > 60 * len(here) + 40:
        return []
    if _APPROVED_BY.match(line):
        return [lines[k]]
    rest = rest_of(line, start, here)
    opens = memo.text[max(0, start - 2) : start] in ("\n\n", "")
    line_before = _line_before(memo, start)[1]
    vouched = VOUCHED.search(line_before) is not None
    led = vouched or _led(memo, start) or (k > 0 and _second(memo, lines, k, mentions))
    dated = opens and len(here) == 1 and DATED.fullmatch(memo.text, start, here[0].start) is not None
    if dated and (title_of(memo.text[here[0].end : start + len(line)].strip(" ,")) or here[0].title):
        return [lines[k]]
    apart = led or (opens and (start > section.body or section.kind is not SectionKind.RECIPIENTS))
    if section.kind in LISTS or section.kind is SectionKind.RECIPIENTS:
        below = k > 0 and _below_office(memo, lines[k - 1], mentions)
        if not (apart or below) or "\t" in line:
            return []
        if section.kind is SectionKind.RECIPIENTS and opens and (ending := _ending(lines[k:], mentions)):
            told = len(ending) > 1 or _wrote(memo, ending[0], mentions)
            return ending if told and start > section.body and not _ending(lines[:k], mentions, some=True) else []
        if rest and not led:
            return []
    titles = _any_titles(lines, k + 1, len(here)) or _titles_after(memo, number, lines, k)
    if titles and all(re.fullmatch(r"\W*[A-ZÅÄÖ][\w-]+", part) for part in rest):
        return [lines[k], *titles]
    if vouched and len(here) == 1 and line.startswith(memo.text[here[0].start : here[0].end]):
        return [lines[k]]
    if rest:
        contact = [part for part in rest if not CONTACT.search(part)]
        if len(here) == 1 and not contact and k + 3 > len(lines):
            return [lines[k]]
        return [lines[k]] if any(m.title for m in here) and all(title_of(part) for part in rest) else []
    passed = opens and k + 2 < len(lines) and PASSED.fullmatch(lines[k + 1][1].strip()) is not None
    if "(" in line or not (led or passed or _closes(memo, number, lines, k, opens)):
        return []
    return [lines[k]]


def _line_before(memo: Memo, start: int) -> tuple[int, str]:
    """Where the line before one begins, empty ones passed over, and what it says."""
    text = memo.text[:start].rstrip()
    at = text.rfind("\n") + 1
    return at, text[at:].strip(" .,:")


def _led(memo: Memo, start: int) -> bool:
    """Whether the line before leads to names that sign: "Hult den 3 maj 2019", perhaps with "Hults kommunstyrelse"."""
    at, line = _line_before(memo, start)
    if DAY.fullmatch(line):  # "Justerat", the day, and who signs
        at, line = _line_before(memo, at)
    if BOARD.fullmatch(line):
        return LEAD.fullmatch(line) is not None or LEAD.fullmatch(_line_before(memo, at)[1]) is not None
    return LEAD.fullmatch(line) is not None


def _second(memo: Memo, lines: list[Line], k: int, mentions: list[Mention]) -> bool:
    """Whether the line before is the name alone of who signs first."""
    start, line = lines[k - 1]
    first = _persons(mentions, start, line)
    return len(first) == 1 and line.strip() == first[0].name and _led(memo, start)


def _below_office(memo: Memo, line: Line, mentions: list[Mention]) -> bool:
    """Whether a line, set apart, is nothing but the name of an office that sends the memo."""
    start, text = line
    if memo.text[max(0, start - 2) : start] != "\n\n":
        return False
    low = text.strip().casefold()
    return any("sender" in m.roles and m.name.casefold() == low for m in mentions)


def _wrote(memo: Memo, line: Line, mentions: list[Mention]) -> bool:
    """Whether a line begins with who wrote the memo, or with who is told below it to have approved it."""
    start, text = line
    name = next((m.name for m in _persons(mentions, start, text)), "")
    return name in memo.text[start + len(text) :] or any("author" in m.roles and m.name == name for m in mentions)


def _ending(lines: list[Line], mentions: list[Mention], some: bool = False) -> list[Line]:
    """The lines that are "Name, title" until a list of recipients ends, all of them; some: whichever they are."""
    found: list[Line] = []
    for start, line in lines:
        here = _persons(mentions, start, line)
        told = len(here) == 1 and here[0].start - start < 3
        if told and re.match(r",? ", line[here[0].end - start :]) and title_of(line[here[0].end - start :]):
            found.append((start, line))
        elif not some:
            return found if found and ends_list(line) else []
    return found


def _any_titles(lines: list[Line], k: int, names: int) -> list[Line]:
    """The line under so many names where it holds titles, perhaps not all of them, and nothing else."""
    if k >= len(lines):
        return []
    parts = [p.strip(" .,:;") for p in re.split(r"\t|\s{3,}| [.:;|] ", lines[k][1]) if p.strip(" .,:;")]
    told = 0 < len(parts) <= names and all(title_of(SPECK.sub("", part)) for part in parts)
    return [lines[k]] if told or titles_under(lines, k, names) else []


def _titles_after(memo: Memo, number: int, lines: list[Line], k: int) -> list[Line]:
    """The title that begins the next section, which was parted from the name that ends this one."""
    after = memo.sections[number + 1] if number + 1 < len(memo.sections) else None
    if k + 1 < len(lines) or after is None or after.kind is not SectionKind.SIGNATURES:
        return []
    for start, line in section_lines(memo, after)[:1]:
        first = line.split(" ")
        for n in (4, 3, 2, 1):
            head = " ".join(first[:n])
            if len(first) >= n and title_of(head) is not None:
                return [(start, head)]
    return []


def _closes(memo: Memo, number: int, lines: list[Line], k: int, opens: bool) -> bool:
    """Whether a name alone is the last that a section holds, before lists or the end: then it signs."""
    section = memo.sections[number]
    after = memo.sections[number + 1].kind if number + 1 < len(memo.sections) else SectionKind.FURNITURE
    ends = after in LISTS or after in (
        SectionKind.RECIPIENTS, SectionKind.FURNITURE, SectionKind.STAMP, SectionKind.SIGNATURES,
    )  # fmt: skip
    apart = section.kind not in LISTS and section.kind is not SectionKind.RECIPIENTS
    last = all(CONTACT.search(line) for _, line in lines[k + 1 :]) and k + 4 > len(lines)
    return opens and ends and apart and last and 2 * lines[k][0] > len(memo.text)


def titles_under(lines: list[Line], number: int, names: int) -> list[str]:
    """The titles on the line under so many names, one for each, in order; fewer where they can't be told."""
    if names == 0 or number >= len(lines):
        return []
    line = SPECK.sub("\t", lines[number][1]).strip()
    if "....." in lines[number][1]:
        return []  # "Ordförande ............": who signs there stands below
    if names == 1:
        title = title_of(line)
        office = title is not None and any(suffix_of(word.lower()) for word in title.partition(",")[2].split())
        return [title.partition(",")[0] if office else title] if title else []
    parts = [p for p in re.split(r"\t|\s{3,}", line) if p.strip()]
    if len(parts) == 1 < names:
        parts = _parted(line, names)
    titles = [title_of(part) for part in parts]
    return [t for t in titles if t] if titles and all(titles) else []


def _parted(line: str, names: int) -> list[str]:
    """A line of titles cut before capitals so that each part is a title."""
    cuts = [m.start() for m in re.finditer(r"(?<=\s)(?=[A-ZÅÄÖ])", line)][:8]
    if names == 2:
        for cut in cuts:
            if title_of(line[:cut]) and title_of(line[cut:]):
                return [line[:cut], line[cut:]]
    starts = [0, *cuts]
    if len(starts) != names:
        return [line]
    return [line[a:b] for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]


def _looks_like_name(line: str) -> bool:
    """Two to four words that each look like a name: for first names that no register holds."""
    parts = line.split()
    if not 2 <= len(parts) <= 4 or title_of(line) is not None or title_word("".join(parts)) is not None:
        return False  # Kans Lichef: a title in pieces
    return all(
        (NAME_WORD.fullmatch(p) and suffix_of(p.lower()) is None and p.lower() not in words("field")) or p in PARTICLES
        for p in parts
    ) and not any(p.isupper() for p in parts)


def above_names(lines: list[Line], mentions: list[Mention]) -> bool:
    """Whether the first of two lines holds titles and the second as many names: signatures, no recipients."""
    if len(lines) < 2:
        return False
    start, line = lines[1]
    names = _persons(mentions, start, line)
    return bool(names) and not without(line, start, names) and len(titles_under(lines, 0, len(names))) == len(names)
