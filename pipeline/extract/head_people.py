"""Who wrote a memo."""

import re

from pipeline.extract.facts import Field
from pipeline.extract.head_front import CONTACT, Front
from pipeline.extract.head_lines import FIELDS, Label, Line, cells_of, value_places
from pipeline.extract.head_shapes import (
    NO_NAME,
    Shape,
    days_in,
    is_title,
    lone_person,
    names_in,
    persons_in,
)
from pipeline.extract.head_type import kind_word
from pipeline.forms.diarienummer import find_in_head
from pipeline.forms.persons_registers import is_first_name
from pipeline.memo.memo import SectionKind
from pipeline.read.page import ReadAs

_AND = re.compile(r"(?:\s*,)?\s*(?:och|&|/|,|\n)\s*$")
# "Ida Ek, jurist, och Bo Alm"; "Ida Ek, jurist" over "Bo Alm, ekonom"
_TITLE_BETWEEN = re.compile(r",[^,]{3,40}(?:,? och|,|\n)\s*|, [a-zåäö-]{4,30} | ?(?:och|&|/) ?[a-zåäö-]{4,30} ")
_LATE_LABEL = re.compile(
    r"(?:(?:Ansvariga? |Ärendets |Handläggande )?(?:[Hh]andläggare|[Tt]jänste(?:man|män|person|personer))"
    r"|Beredningsansvariga?|Föredragande|Utredare|Författare|Ärendet har (?:handlagts|beretts|utretts) av|Handlagt av)"
    r"(?:[ \t]*:|[ \t]*\n|\Z|(?=\n\n))"
)
# the officer told in a sentence: "Handläggare i ärendet har varit ekonom Ida Ek", "Ärendet har beretts av Ida Ek"
_TOLD = re.compile(
    r"(?:[Hh]andläggare(?: (?:i|av|för) ärendet)?|[Ää]rendets handläggare) (?:har varit|är|var)\s"
    r"|(?:[Ää]rendet|[Ss]krivelsen|[Tt]jänsteskrivelsen|[Uu]tlåtandet|[Yy]ttrandet|[Ff]örslaget)"
    r" (?:har |är )?(?:handlagts|beretts|utretts|upprättats|utarbetats|skrivits|utarbetat|upprättat) av\s"
)
_OFFICE_NEXT = re.compile(
    r" [^\W\d]+(?:förbund(?:et)?|kommun|kår(?:en)?|förvaltning(?:en)?|bolag(?:et)?|tjänst)\b", re.IGNORECASE
)
_TYPIST = re.compile(r" ?/ ?(?:[A-ZÅÄÖ]{2,3}|[a-zåäö]{2,3})$")  # "Sven Nygren/ML"
_OFFICE_FIRST = re.compile(
    r"[^\W\d]+(?:avdelningen|enheten|kontoret|kansliet|förvaltningen|staben)/[A-ZÅÄÖ]", re.IGNORECASE
)
_HANDLES = re.compile(r"(?:handläggare|utredare)\W*$", re.IGNORECASE)
_CHIEF = re.compile(r"(?:chef|direktör)\b", re.IGNORECASE)


def find_author(front: Front) -> Field | None:
    """The officer who wrote it: labelled, else named in the head without label, else the sole signatory."""
    if front.minutes:
        return None
    head = [line for line in front.head if not line.after_title]
    for label in sorted((x for x in front.labels if x.field == "author"), key=lambda x: x.line):
        broken = _over_lines(front, label)
        if broken:
            return broken
        for start, end in value_places(front.head, front.labels, label):
            turned = _turned(front.memo.text, start, end)
            if turned:
                return turned
            found = _people(front.memo.text, start, end, 0.97, labelled=True)
            if found:
                return _with_second(front, found)
        if label.alone and label.line > 0:
            above = front.head[label.line - 1]
            found = _people(front.memo.text, above.start, above.end, 0.85)
            if found:
                return found
    skip = {x.line for x in front.labels if x.field in ("object", "other", "addressee")}
    for k, line in enumerate(head):
        people = [] if k in skip else _named(head, k)
        if people and _officer(head, k, people):
            return _joined(front.memo.text, line.start, people, 0.85)
    told = _told_below(front) or _below_title(front)
    if told:
        return told
    lines = front.signatures
    signed = [
        Shape(line.start + p.start, line.start + p.end, p.value)
        for k, line in enumerate(lines)
        for p in _named(lines, k)
    ]
    if len({p.value for p in signed}) > 1:  # who signs as the officer, beside the chief
        signed = [p for p in signed if _HANDLES.search(_title_of(front, p))]
    if len({p.value for p in signed}) == 1:
        return Field(signed[0].value, signed[0].start, signed[0].end, 0.75)
    return None


def _with_loose_second(front: Front, found: Field, k: int) -> Field:
    """In old OCR text the second officer may stand below the values that stood beside the first one."""
    if front.memo.read_as != {ReadAs.TEXT} or k >= len(front.head):
        return found
    labelled = {label.line: label for label in front.labels}
    for n in range(k + 1, min(k + 7, len(front.head))):
        line = front.head[n]
        label = labelled.get(n)
        if line.after_title or (label is not None and label.field not in ("date", "diarienummer", "page")):
            return found
        people = persons_in(line.text) if label is None else []
        if people and people[0].value == line.text.strip():
            end = line.start + people[0].end
            return Field(f"{found.value} och {people[0].value}", found.start, end, 0.6)
        value = days_in(line.text) or find_in_head(line.text) or not re.search(r"[^\W\d_]{2}", line.text)
        if label is None and not value:
            return found
    return found


_SURNAME_FIRST = re.compile(
    r"\s*(?P<last>[A-ZÅÄÖÉ][^\W\d_]+(?:-[A-ZÅÄÖÉ][^\W\d_]+)?), (?P<first>[A-ZÅÄÖÉ][^\W\d_]+(?:-[A-ZÅÄÖÉ][^\W\d_]+)?)\s*"
)


def _turned(text: str, start: int, end: int) -> Field | None:
    """A labelled officer as a register has people, the surname first: "Handläggare: Söderdal, Mari"."""
    match = _SURNAME_FIRST.fullmatch(text, start, end)
    if match is None or not is_first_name(match["first"]) or is_first_name(match["last"]) or is_title(match["last"]):
        return None
    return Field(f"{match['first']} {match['last']}", match.start("last"), match.end("first"), 0.9)


_FIRST_PART = re.compile(r"[A-ZÅÄÖÉ][^\W\d_]+(?:-[A-ZÅÄÖÉ][^\W\d_]+)?(?: [A-ZÅÄÖÉ][^\W\d_]+)?")
_LAST_PART = re.compile(r"(?:(?:von|af|de) )?[A-ZÅÄÖÉ][^\W\d_]+(?:[- ][A-ZÅÄÖÉ][^\W\d_]+){0,2}(?=$|,| {2}|\t)")


def _over_lines(front: Front, label: Label) -> Field | None:
    """A labelled officer whose name goes on in the next line ("Handläggare: Siv" over "Nordmark Okello, strateg")."""
    if label.alone or label.line + 1 >= len(front.head):
        return None
    text, line, below = front.memo.text, front.head[label.line], front.head[label.line + 1]
    first, last = text[label.value_start : label.value_end], _LAST_PART.match(below.text)
    near = below.block is line.block or (front.memo.read_as == {ReadAs.TEXT} and below.start - line.end < 3)
    if label.value_end < line.end or not near or last is None or not _FIRST_PART.fullmatch(first):
        return None
    words, after = first.split(), last[0].split()
    one = len(words) == 1 and is_first_name(words[0])
    # two words are a whole name, unless a single one goes on below, which is no other person's
    two = len(words) == 2 and len(after) == 1 and last.end() < len(below.text) and is_first_name(words[0])
    if (
        not (one or two)
        or is_title(after[0])
        or after[0].casefold() in FIELDS
        or names_in(last[0])
        or NO_NAME.search(last[0])
    ):
        return None
    if one and len(after) > 1 and is_first_name(after[0]) and not is_title(below.text.rpartition(",")[2]):
        return None  # who knows
    return Field(f"{first} {last[0]}", label.value_start, below.start + last.end(), 0.85)


def _title_of(front: Front, person: Shape) -> str:
    """What stands behind a signatory's name, on its line or on the next one of its block."""
    k = next(k for k, line in enumerate(front.signatures) if line.start <= person.start < line.end)
    line, below = front.signatures[k], front.signatures[k + 1 : k + 2]
    beside = line.text[person.end - line.start :].strip(" ,")
    if k and is_title(front.signatures[0].text) and not is_title(front.signatures[-1].text):
        return beside or front.signatures[k - 1].text  # titles over the names
    return beside or next((b.text for b in below if b.block is line.block or is_title(b.text)), "")


def _with_second(front: Front, found: Field) -> Field:
    """The labelled officer with a second one, who fills a line below ("Handläggare", "Ida Ek", "Bo Alm")."""
    if " och " in found.value:
        return found
    text = front.memo.text
    k = next((k for k, line in enumerate(front.head) if line.start <= found.start < line.end), len(front.head))
    labelled = {label.line for label in front.labels}
    beside = text[found.end : front.head[k].end].strip(" ,/") if k < len(front.head) else ""
    if beside and not _details(beside):
        return found
    for n in range(k + 1, min(k + 4, len(front.head))):
        line = front.head[n]
        apart = line.block is not front.head[k].block
        if (n in labelled and not is_title(line.text)) or line.after_title or (apart and (n > k + 1 or beside)):
            break
        name, _, title = line.text.partition(",")
        people = persons_in(line.text)
        second = people[0] if len(people) == 1 else lone_person(name)
        title = line.text.replace(second.value, "", 1).strip(" ,") if second else title
        if second and (not title or (_details(title) and not _CHIEF.search(title) and not apart)):
            start = line.start + line.text.index(second.value)
            return Field(f"{found.value} och {second.value}", found.start, start + len(second.value), found.confidence)
        if apart or not (is_title(line.text) or CONTACT.search(line.text)):
            return _with_loose_second(front, found, k)
    return found


def _details(text: str) -> bool:
    """What stands beside an officer's name: a title, in brackets or not, a telephone."""
    words = re.findall(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*", text)
    return is_title(text) or all(is_title(w) or CONTACT.search(w) for w in words)


def _named(lines: list[Line], k: int) -> list[Shape]:
    """The persons in a line; where no register knows them, one who fills it or what stands apart in it."""
    line = lines[k]
    taken = [n for n in names_in(line.text) if n.type in ("municipality", "region")]
    text = line.text.replace("/", "|") if _OFFICE_FIRST.match(line.text) else line.text
    people = [p for p in persons_in(text) if not any(n.start < p.end and p.start < n.end for n in taken)]
    people = [p for p in people if FIELDS.get(p.value.partition(" ")[0].casefold()) != "page"]  # "Sid 1av 2", misread
    if people or taken:
        return people  # "Lilla Edets kommun" is nobody
    near = [lines[i].text for i in (k - 1, k + 1) if 0 <= i < len(lines) and lines[i].block is line.block]
    told = any(is_title(text) or CONTACT.search(text) for text in near)
    for text, start in cells_of(line):
        parts = _TYPIST.sub("", text).split(",")
        for part in parts:
            titled = len(parts) > 1 and any(is_title(other.strip()) for other in parts if other is not part)
            first, _, rest = part.strip().partition(" ")
            person = lone_person(part, told=told or titled)
            if person is None and is_title(first):
                person = lone_person(rest, told=True)
            if person:
                at = start - line.start + text.index(person.value)
                return [Shape(at, at + len(person.value), person.value)]
    return []


def _below_title(front: Front) -> Field | None:
    """The officer named in a line between the title and the text ("Kansliet, Ida Ek")."""
    head = [line for line in front.head if line.after_title and line.kind is SectionKind.LETTERHEAD]
    for k, line in enumerate(head):
        people = _named(head, k)
        if people and len(line.text) < 90 and _officer(head, k, people[:1]):
            return _joined(front.memo.text, line.start, people, 0.7)
    return None


def _told_below(front: Front) -> Field | None:
    """The officers whom a label names below the text: "Beredningsansvariga", "Handläggare: Ida Ek"."""
    memo = front.memo
    for number, block in enumerate(memo.blocks):
        label = _LATE_LABEL.match(memo.text, block.start, block.end)
        if label is None:
            continue
        above = memo.text[memo.blocks[number - 1].start : memo.blocks[number - 1].end] if number else ""
        if ":" not in label[0] and len(above) < 60 and lone_person(above.rpartition("\n")[2]):
            continue  # a signatory's title under the name
        stop = memo.blocks[min(number + 2, len(memo.blocks) - 1)].end if label.end() >= block.end - 1 else block.end
        found = _people(memo.text, label.end(), min(stop, label.end() + 200), 0.8)
        if found and found.start - label.end() < 60:
            return found
    for line in front.signatures:
        label = _LATE_LABEL.match(line.text)
        if label is not None and ":" in label[0]:
            found = _people(memo.text, line.start + label.end(), line.end, 0.8)
            if found:
                return found
    for said in _TOLD.finditer(memo.text):
        found = _people(memo.text, said.end(), said.end() + 90, 0.75)
        if found and found.start - said.end() < 50:
            return found
    return None


def _officer(head: list[Line], k: int, people: list[Shape]) -> bool:
    """The people's line in the head is officers' where it holds little else but titles, telephone, date or number."""
    rest = head[k].text
    if _OFFICE_NEXT.match(rest, people[0].end):
        return False  # "Södra Dalarnas räddningstjänstförbund" is nobody
    for person in reversed(people):
        rest = rest[: person.start] + " " + rest[person.end :]
    for start, end, _ in reversed(days_in(rest)):
        rest = rest[:start] + rest[end:]
    for number in reversed(find_in_head(rest)):
        rest = rest[: number.start] + rest[number.end :]
    words = [w for w in re.findall(r"[A-Za-zÅÄÖåäö]{3,}", rest) if not is_title(w) and not kind_word(w)]
    return len(words) <= 3 or bool(CONTACT.search(rest))


def _people(text: str, start: int, end: int, sure: float, *, labelled: bool = False) -> Field | None:
    """The person in text[start:end]; two that are joined by "och", a comma or a slash are both."""
    people = persons_in(text[start:end], labelled=labelled)
    return _joined(text, start, people, sure) if people else None


def _joined(text: str, start: int, people: list[Shape], sure: float) -> Field:
    first, last, value = people[0], people[0], people[0].value
    for person in people[1:2]:
        between = text[start + first.end : start + person.start]
        if _AND.fullmatch(between) or _TITLE_BETWEEN.fullmatch(between):
            value, last = f"{value} och {person.value}", person
    return Field(value, start + first.start, start + last.end, sure)
