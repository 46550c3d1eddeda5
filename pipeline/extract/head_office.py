"""Which administration of the municipality sends a memo."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.facts import Field
from pipeline.extract.head_halves import completed
from pipeline.extract.head_lines import Label, Line, split, value_places
from pipeline.extract.head_sender import ACTS, ACTS_AFTER, WORDS, stretches
from pipeline.extract.head_shapes import is_title, lone_person, names_in, persons_in, plain_case
from pipeline.extract.head_type import kind_word
from pipeline.forms.fields import is_field
from pipeline.forms.names import find_names
from pipeline.memo.memo import Memo, SectionKind

_TOP = re.compile(WORDS["levels"]["top"], re.IGNORECASE)
_MIDDLE = re.compile(WORDS["levels"]["middle"], re.IGNORECASE)
_NOUNS = "|".join(WORDS["acts"]["nouns"])
_WORKS_AFTER = re.compile(r"\s+(?:önskar|arbetar|avser|planerar|ser|har (?:\w+ ){0,2}\w{2,}(?:at|it|tt|rt|nt|lt)\b)")
_ACTS_NEXT = re.compile(rf"\s+(?:{ACTS})\b")
_OWN_HEADING = re.compile(rf"^\s+(?:{_NOUNS})\b", re.IGNORECASE)
_UNIT = re.compile(r"(?:enhet|sektion|grupp)(?:en)?$|^enheten", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"[A-ZÅÄÖ][a-zåäö-]+(?: och)?(?: [a-zåäö-]+){0,4}(?:enhet|avdelning|förvaltning|kontor|kansli|sektion|stab)"
)
# "Avdelning Verksamhetsstöd", "Enhet Mark och exploatering"
# "Avdelningen för hållbar utveckling", "Kommunchefens stab"
_LONG = re.compile(
    r"(?:Avdelningen|Enheten|Förvaltningen|Kontoret|Sektorn?|Sektionen|Verksamheten|Staben) för"
    r" (?:[\w-]+,? ){0,6}[\w-]+"
    r"|(?:Kommun|Stads|Region|Landstings|Förvaltnings|Förbunds|Sektor|Stadsdels)\w*s"
    r" (?:lednings)?(?:stab|kansli|sekretariat)"
)
_KIND_FIRST = re.compile(
    r"(?:Avdelning|Enhet|Sektion|Förvaltning|Kontor|Verksamhet|Verksamhetsområde|Division|Område|Stab|Affärsområde)"
    r" [A-ZÅÄÖ][a-zåäö-]{3,}(?:(?: (?:och|&))? [A-ZÅÄÖa-zåäö-]{3,}){0,3}"
)
_APART, _MARKED = re.compile(r"(\t|\s*[|•·]\s*)"), re.compile(r"[\t|•·]")
_OWNER_AFTER = re.compile(r"(?<=[a-zåäö]) [A-ZÅÄÖ][\w-]+ (?:kommun|stad)$")  # "Kultur och fritid Uddevalla kommun"
_OWNER_BEFORE = re.compile(r"[A-ZÅÄÖ][\w-]+ (?:kommun|stad|Stad), (?=[A-ZÅÄÖ])|Region [A-ZÅÄÖ][\w-]+, (?=[A-ZÅÄÖ])")
_BARE = frozenset(WORDS["offices"]["bare"])
_NOT_SENDERS = frozenset({"addressee", "other", "object", "title", "administration"})
_OPEN_END = re.compile(r"(?:[^\W\d_]-|\s(?:och|samt|för|&))$", re.IGNORECASE)
_LINK_FIRST = re.compile(r"(?:och|samt|&) ", re.IGNORECASE)
_TWO_OFFICES = re.compile(r"(?<=et|en) ?/ ?(?=[A-ZÅÄÖ])")  # "Tekniska förvaltningen/Gatuenheten"
_OF_HOUSE = re.compile(r"(?:region|kommun|stads|landstings|koncern|förbunds)\w*(?:service|ledning|stöd|stab)$")
_DEFINITE = re.compile(r"(?:omsorgen|tjänsten|verksamheten|staben|förvaltningen|kontoret|ledningen)$")


def find_administration(
    memo: Memo, head: list[Line], labels: list[Label], signatures: list[Line], feet: list[Line]
) -> Field | None:
    """The sending administration: letterhead, then signatures, page feet, and the text where it acts as the sender."""
    found = _administration(memo, head, labels, signatures, feet)
    lone = found is not None and memo.text[: found.start].rstrip(" \t")[-1:] == "\n"
    return completed(memo, found) if found and lone else found


def _administration(
    memo: Memo, head: list[Line], labels: list[Label], signatures: list[Line], feet: list[Line]
) -> Field | None:
    best: tuple[float, Field] | None = None
    for found in _by_place(memo, head, labels, signatures, feet):
        if found[0] == 0.0:
            return found[1]
        # a unit's letterhead often tells in its foot or signature which administration the unit belongs to
        if best is None or (best[0] >= 2.0 and found[0] < 2.0):
            best = found
    if best:
        return best[1]
    found_below = _best_office(memo, _below_names(memo), 0.8)
    return found_below[1] if found_below else _acting(memo)


def _by_place(
    memo: Memo, head: list[Line], labels: list[Label], signatures: list[Line], feet: list[Line]
) -> Iterator[tuple[float, Field]]:
    """The administrations that the places name, the surest place first, each with its level."""
    named = _labelled(memo, head, labels)
    if named:
        yield named
    below = [replace(line, after_title=False) for line in head if line.after_title and len(line.text) < 90]
    below = [line for line in below if line.kind is SectionKind.LETTERHEAD]
    for lines, sure in (
        (_unlabelled(head, labels), 0.95),
        (below, 0.8),
        (_signed(memo, signatures), 0.85),
        (feet, 0.85),
    ):
        found = _best_office(memo, lines, sure)
        if found:
            yield found


def _labelled(memo: Memo, head: list[Line], labels: list[Label]) -> tuple[float, Field] | None:
    for label in labels:
        if label.field == "administration":
            for start, end in value_places(head, labels, label, 1):
                value = memo.text[start:end].strip(" .,:")
                below = label.line + 1
                if _OPEN_END.search(value) and below < len(head) and head[below].start - end < 4:
                    value, end = f"{value} {head[below].text}", head[below].end  # "Barn- och", cut in its column
                if 3 < len(value) < 80 and not any(map(str.isdigit, value)):
                    name = next((n for n in names_in(value) if n.type == "administration"), None)
                    value = name.name if name else value
                    level = 0.5 if not name or (_level(value) == 2.0 and not _UNIT.search(value)) else _level(value)
                    return level, Field(value, start, end, 0.9)
    return None


def _below_names(memo: Memo) -> list[Line]:
    """Lines of one office alone that stand close below names and titles outside a section of signatures."""
    found: list[Line] = []
    kinds = (SectionKind.PROPOSAL, SectionKind.BODY, SectionKind.DECISION)
    for section in memo.sections_of(*kinds):
        blocks = memo.blocks_in(section.start, section.end)
        for number, block in enumerate(blocks):
            text = memo.text[block.start : block.end]
            if len(text) > 80 or block.start < len(memo.text) // 2 or text.rstrip().endswith((".", ":")):
                continue
            above = [memo.text[b.start : b.end] for b in blocks[max(0, number - 2) : number]]
            signed = any(len(a) < 80 and not re.search(r"[.:]\s*$", a) and persons_in(a) for a in above)
            if signed and all(len(a) < 80 for a in above) and len(names_in(text)) == 1:
                found += split(memo, block, section.kind)
    return found


def _unlabelled(head: list[Line], labels: list[Label]) -> list[Line]:
    """The head's lines as far as the first label that stands in them ("Barn och utbildning Datum: 2015-08-13")."""
    cut = list(head)
    for label in sorted(labels, key=lambda x: -x.start):
        line = cut[label.line]
        before = line.text[: max(0, label.start - line.start)].rstrip()
        if not before and not label.alone and label.field in _NOT_SENDERS:
            cut[label.line] = replace(line, text="", end=line.start)  # "Kopia till: Ekonomikontoret"
        if before and label.field != "administration":
            cut[label.line] = replace(line, text=before, end=line.start + len(before))
    return cut


def _signed(memo: Memo, signatures: list[Line]) -> list[Line]:
    """The signatures' lines; without what stands above the names where that may be recipients."""
    for before, after in pairwise(memo.sections):
        if after.kind is SectionKind.SIGNATURES and before.kind is SectionKind.RECIPIENTS:
            if memo.text[before.body : before.end].strip():
                continue
            first = next((k for k, line in enumerate(signatures) if persons_in(line.text)), len(signatures))
            return signatures[first:]
    return signatures


def _best_office(memo: Memo, lines: list[Line], sure: float) -> tuple[float, Field] | None:
    """The highest administration that the lines name, with its level; the first of equals."""
    best: tuple[float, Field] | None = None
    for text, offset, end in stretches(_joined(lines)):
        text = _TWO_OFFICES.sub(lambda found: found[0].replace("/", ","), text)
        sector = _sector_line(memo, text)
        sector = sector or _plain_office(text)
        names = [] if sector else [n for n in names_in(text) if n.type == "administration"]
        if sector:
            name, start = sector
            found = [
                (
                    0.5 if _level(name) == 2 and not _UNIT.search(name) else _level(name),
                    name,
                    start,
                    start + len(name),
                    sure - 0.1,
                )
            ]
        else:
            found = [(_level(n.name), n.name, n.start, n.end, sure) for n in names if "\t" not in text[n.start : n.end]]
        for level, name, first, last, confidence in found:
            if best is None or level < best[0]:
                best = (level, Field(name, offset + first, min(end, offset + last), confidence))
    return best


def _joined(lines: list[Line]) -> list[Line]:
    """The lines, put together where an office's name plainly goes on ("Miljö- och" over "byggkontoret")."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last is not None
            and last.block is line.block
            and line.start == last.end + 1
            and len(last.text) < 50
            and not any(c.isdigit() for c in last.text + line.text)
            and (_OPEN_END.search(last.text) or _LINK_FIRST.match(line.text))
            and last.text.isupper() == line.text.isupper()
        ):
            broken = last.text.endswith("-") and line.text[0].islower() and not line.text.startswith(("och ", "samt "))
            text = last.text[:-1] + line.text if broken else f"{last.text} {line.text}"
            found[-1] = replace(last, text=text, end=line.end)
        else:
            found.append(line)
    return found


def _plain_office(line: str) -> tuple[str, int] | None:
    """A line that is an office's name in the indefinite: "Strategisk planeringsenhet"."""
    text = plain_case(line.strip())
    if text in _BARE:
        return text, line.index(line.strip())
    if len(text) < 70 and _LONG.fullmatch(text.partition(",")[0]) and not persons_in(text):
        name = text.partition(",")[0]
        return name, line.index(line.strip())
    if len(text) < 60 and _KIND_FIRST.fullmatch(text) and not persons_in(text):
        return _bare_kind(text), line.index(line.strip())
    if len(text) > 60 or not _INDEFINITE.fullmatch(text) or any(n.type == "administration" for n in names_in(line)):
        return None
    return text, line.index(line.strip())


def _bare_kind(text: str) -> str:
    """An office without the word before it that was its label: "Förvaltning Barn- och ungdomsförvaltningen"."""
    rest = text.partition(" ")[2]
    office = next((n for n in names_in(rest) if n.type == "administration"), None)
    return office.name if office and office.start == 0 and office.end == len(rest) else text


def _level(name: str) -> float:
    return 0.0 if _TOP.search(name) else 1.0 if _MIDDLE.search(name) else 2.0


def _sector_line(memo: Memo, line: str) -> tuple[str, int] | None:
    """A line or column that names a field of work: "Barn och utbildning", "Sektorn för skola"; and where it begins."""
    for part, at in _parts(line):
        above, _, below = part.partition("\n")
        if below and _unit_below(above.strip(), below.strip()):
            return above.strip(), at + part.index(above.strip())
        text = _OWNER_AFTER.sub("", part.strip(" .,:|").replace("\n", " "))
        if not is_field(text):
            continue
        words = re.findall(r"[a-zåäö]+", text.casefold())
        lone = len(words) == 1 and not _DEFINITE.search(words[0]) and not _OF_HOUSE.match(words[0])
        lone = lone and not _acts(memo.text, text)
        lone = lone and not _under_sender(memo, text)
        if not lone and not kind_word(text) and not persons_in(text):
            return text[0] + (text[1:].lower() if text.isupper() else text[1:]), at + part.index(text[0])
    return None


def _acts(text: str, name: str) -> bool:
    """Whether a verb of what offices do follows on the name somewhere in the text."""
    return any(_ACTS_NEXT.match(text, found.end()) for found in re.finditer(rf"\b{re.escape(name)}", text))


def _unit_below(above: str, below: str) -> bool:
    """True for two lines that are an office and its unit ("Regionservice" over "Inköp"), not one name in two lines."""
    link = below.partition(" ")[0].casefold() in ("och", "samt", "för", "&")
    return below[0].isupper() and not link and not above.isupper() and is_field(above) and is_field(below)


def _under_sender(memo: Memo, text: str) -> bool:
    """True where the word stands right below or beside the municipality's name, in the head or in the page's foot."""
    below = rf"(?i:\b(?:kommun|stad|regionen?))[,\s]{{1,3}}{re.escape(text)}[ \t]*$"
    return re.search(below, memo.text, re.MULTILINE) is not None


def _parts(line: str) -> Iterator[tuple[str, int]]:
    """What stands apart in a line, and what stands before a comma with a person or title behind it; and where."""
    at = 0
    for part in _APART.split(line) if _MARKED.search(line) else (line,):
        yield part, at
        first, comma, rest = part.rpartition(",")
        if comma and (is_title(rest.strip()) or lone_person(rest) or persons_in(rest)):
            yield first, at
        owner = _OWNER_BEFORE.match(part)
        if owner:
            yield part[owner.end() :], at + owner.end()
        at += len(part)


def _acting(memo: Memo) -> Field | None:
    """The administration that proposes or judges in the text, or whose view a heading announces."""
    votes: Counter[str] = Counter()
    first: dict[str, Field] = {}
    others: Counter[str] = Counter()
    for section in memo.sections:
        if section.kind in (SectionKind.FURNITURE, SectionKind.RECIPIENTS, SectionKind.TITLE, SectionKind.LETTERHEAD):
            continue
        text = memo.text[section.start : section.end]
        for name in find_names(text, frozenset({"administration"})):
            if not (_TOP.search(name.name) or _MIDDLE.search(name.name)):
                continue
            after = text[name.end : name.end + 60]
            heading = _OWN_HEADING.match(after) and (name.start == 0 or text[name.start - 1] == "\n")
            weight = 3 if heading else 2 if ACTS_AFTER.match(after) else 1 if _WORKS_AFTER.match(after) else 0
            if not weight:
                others[name.name] += 1
                continue
            votes[name.name] += weight
            start = section.start + name.start
            first.setdefault(name.name, Field(name.name, start, section.start + name.end, 0.75))
    if not votes:
        return None
    ranked = votes.most_common(2)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        first[ranked[0][0]].confidence = 0.5
    return first[ranked[0][0]]
