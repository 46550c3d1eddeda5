"""The head's single values: title, date, diarienummer, addressee, author.

Each value has a shape (a day, a registry number, a body, a person), so labels only choose among what has the right
shape: a head whose labels and values stand in other rows or columns than the reader thinks still gives its values.
"""

import re
from dataclasses import dataclass

from pipeline.extract.facts import Field
from pipeline.extract.head_lines import Label, Line, labels_of, value_places
from pipeline.extract.head_shapes import Shape, days_in, is_title, names_in, persons_in
from pipeline.extract.head_type import kind_word, own_paragraph
from pipeline.forms.diarienummer import Number, find_diarienummer, value_of
from pipeline.forms.names import expand, find_names
from pipeline.forms.white import tidy
from pipeline.memo.memo import BlockKind, Memo, SectionKind

_STAMP = re.compile(
    r"\b(?:ink(?:om(?:mit|met|men)?)?|ank(?:om)?|diarief(?:ö|o)rd|registrerad|ankomststämpel)\b", re.IGNORECASE
)
_MEETING = re.compile(
    r"sammantr[äa]d|n[äa]mndm[öo]te|m[öo]tesdat|\bm[öo]te\b|justerin|anslag|giltig|reviderad|version|mall\b",
    re.IGNORECASE,
)
_TILL = re.compile(r"^(?:till|mottagare|adressat)\b[:\s]*", re.IGNORECASE)
_AND = re.compile(r"(?:\s*,)?\s*(?:och|&|/|,|\n)\s*$")
_CONTACT = re.compile(r"\b(?:tel|tfn|telefon|mobil|direkt|e-?post|e-?mail|fax)\b|@|\d{2,4}[- ]\d{2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """All that the fields look at: the letterhead's lines with their labels, signatures, running heads and feet."""

    memo: Memo
    head: list[Line]
    labels: list[Label]
    signatures: list[Line]
    feet: list[Line]
    minutes: bool


def find_title(front: Front) -> Field | None:
    """The matter's heading on one line, as printed."""
    memo = front.memo
    for section in memo.sections_of(SectionKind.TITLE):
        blocks = [b for b in memo.blocks_in(section.start, section.end) if _title_like(memo.text[b.start : b.end])]
        if blocks:
            start, end = blocks[0].start, blocks[-1].end
            if front.minutes:
                start = _after_paragraph(memo.text, start, end)
            if start < end:
                return Field(tidy(memo.text[start:end]), start, end, 0.95)
    labelled = _labelled_title(front)
    return labelled or _loose_title(front)


def _after_paragraph(text: str, start: int, end: int) -> int:
    """Where the matter's title begins after the minutes' § and diarienummer ("§ 38 Dnr MB 2004-212 Bygglov för …")."""
    own = own_paragraph(text[start:end])
    at = start + own
    numbers = find_diarienummer(text[at : min(end, at + 60)]) if own else []
    if numbers and not re.search(r"[a-zåäö]{4}", text[at : at + numbers[0].start].replace("Diarienummer", "")):
        at += numbers[0].end
    while at < end and not text[at].isalnum():
        at += 1
    return at


def _title_like(text: str) -> bool:
    text = text.strip()
    return bool(text) and not kind_word(text) and not _whole_number(text) and any(c.isalpha() for c in text)


def _whole_number(text: str) -> bool:
    found = find_diarienummer(text)
    return bool(found) and len(found[0].value) >= len(text.strip()) - 8 and text.strip().endswith(found[0].value)


def _labelled_title(front: Front) -> Field | None:
    for label in front.labels:
        if label.field == "title":
            for start, end in value_places(front.head, front.labels, label, 1):
                text = front.memo.text[start:end]
                if len(text) > 6 and _title_like(text):
                    return Field(tidy(text), start, end, 0.8)
    return None


def _loose_title(front: Front) -> Field | None:
    """Without a TITLE section: after the minutes' § line, or the last line of the head that is nothing else."""
    head = front.head
    if front.minutes:
        for k, line in enumerate(head):
            own = _after_paragraph(line.text, 0, len(line.text)) if own_paragraph(line.text) else 0
            if own and own < len(line.text) - 5:
                return Field(tidy(line.text[own:]), line.start + own, line.end, 0.7)
            if own and k + 1 < len(head):
                last = k + 1
                while last + 1 < len(head) and head[last + 1].block is head[k + 1].block:
                    last += 1
                return Field(
                    tidy(front.memo.text[head[k + 1].start : head[last].end]), head[k + 1].start, head[last].end, 0.6
                )
    labelled = {label.line for label in front.labels}
    for k in range(len(head) - 1, -1, -1):
        text = head[k].text
        taken = k in labelled or kind_word(text) or _whole_number(text) or days_in(text) or _CONTACT.search(text)
        if taken or len(text) < 10 or len(text.split()) < 2 or len(persons_in(text)) == 1 or _only_names(text):
            continue
        return Field(tidy(text), head[k].start, head[k].end, 0.45)
    headings = [b for b in front.memo.blocks if b.kind is BlockKind.HEADING]
    if headings and not head:
        return Field(
            tidy(front.memo.text[headings[0].start : headings[0].end]), headings[0].start, headings[0].end, 0.3
        )
    return None


def _only_names(text: str) -> bool:
    return sum(n.end - n.start for n in find_names(text)) > 0.7 * len(text)


def find_date(front: Front) -> Field | None:
    """The memo's own day. In minutes the day of the meeting."""
    best: tuple[float, Field] | None = None
    for lines, labels, floor in ((front.head, front.labels, 0.0), (front.feet, labels_of(front.feet), -0.3)):
        owned = _owned(lines, labels)
        for index, line in enumerate(lines):
            if line.kind is SectionKind.STAMP or (line.after_title and line.kind is SectionKind.TITLE):
                continue
            for start, end, day in days_in(line.text):
                score = floor + _date_score(
                    front, line, owned.get(_key(lines, labels, index, line.start + start)), start
                )
                if score > 0.2 and (best is None or score > best[0]):
                    field = Field(day.isoformat(), line.start + start, line.start + end, min(0.98, score))
                    best = (score, field)
        if best:
            return best[1]
    return None


def _date_score(front: Front, line: Line, field: str | None, start: int) -> float:
    if _STAMP.search(line.text[max(0, start - 40) : start]) or field == "arrival":
        return 0.0
    if front.minutes:
        return 0.9 if field in ("meeting", "date") or _MEETING.search(line.text) else 0.8
    if field == "meeting" or _MEETING.search(line.text[max(0, start - 40) : start]):
        return 0.1
    if field == "date":
        return 0.98
    if field in ("object", "title"):
        return 0.1
    lead = line.text[:start].strip(" ,.:|\t")
    if any(n.type == "body" for n in find_names(lead)):
        return 0.35  # "Kommunstyrelsen 2019-09-18": most often when the body meets
    return 0.85 if not line.after_title else 0.5


def _owned(lines: list[Line], labels: list[Label]) -> dict[tuple[int, int], str]:
    """For each stretch that some label speaks for, the label's field. The nearest label wins."""
    owned: dict[tuple[int, int], str] = {}
    for label in labels:
        for place in value_places(lines, labels, label):
            if label.alone and label.field in ("date", "meeting", "arrival"):
                # a column of labels above a row of values: a day belongs to the date's label
                owned.setdefault(place, label.field)
                if days_in("".join(line.text for line in lines if line.start <= place[0] < line.end)):
                    break
            else:
                owned[place] = label.field if not label.alone or place not in owned else owned[place]
    return owned


def _key(lines: list[Line], labels: list[Label], index: int, at: int) -> tuple[int, int]:
    for place in _owned(lines, labels):
        if place[0] <= at < place[1]:
            return place
    return (-1, -1)


def find_number(front: Front) -> Field | None:
    """The memo's own diarienummer. In minutes that of the § line."""
    best: tuple[float, Field] | None = None
    for lines, base in ((front.head, 0.95), (_after_title(front), 0.8), (front.feet, 0.6)):
        text, starts = _joined(lines)
        for number in find_diarienummer(text):
            index = max(k for k, (at, _) in enumerate(starts) if at <= number.start)
            line, at = lines[index], starts[index][0]
            score = base * _number_score(front, number, line, number.start - at)
            if score > 0.3 and (best is None or score > best[0]):
                start = line.start + number.start - at
                best = (
                    score,
                    Field(
                        number.value, start, min(len(front.memo.text), line.start + number.end - at), min(0.97, score)
                    ),
                )
        if best and best[0] >= 0.55:
            break
    return best[1] if best else _under_label(front)


def _under_label(front: Front) -> Field | None:
    """The number under its label, where the label stands in a row of labels."""
    for label in front.labels:
        if label.field == "diarienummer" and label.alone:
            for start, end in value_places(front.head, front.labels, label):
                for part in re.finditer(r"[^\t]+?(?=\s{2,}|\t|$)", front.memo.text[start:end]):
                    value = value_of(part[0])
                    if value and not days_in(value) and not _CONTACT.search(part[0]):
                        return Field(value, start + part.start(), start + part.end(), 0.6)
    return None


def _number_score(front: Front, number: Number, line: Line, at: int) -> float:
    if number.foreign:
        return 0.0
    if front.minutes and own_paragraph(line.text):
        return 1.0
    if line.kind is SectionKind.TITLE and not number.labelled and not _whole_number(line.text):
        return 0.2
    if number.labelled:
        return 1.0 if number.lettered or re.search(r"[/:.-]", number.value) else 0.85
    whole = len(number.value) >= len(line.text) - 2
    if number.lettered:
        return 0.95 if whole or not line.after_title else 0.6
    if _CONTACT.search(line.text[max(0, at - 20) : at]):
        return 0.1
    return 0.8 if whole else 0.6


def _after_title(front: Front) -> list[Line]:
    """Lines below the title that are a diarienummer and nothing else, or begin with its label."""
    memo = front.memo
    lines = []
    first = memo.page_first
    for block in memo.blocks:
        text = memo.text[block.start : block.end]
        if block.page != first or len(text) > 90:
            continue
        section = memo.section_at(block.start)
        if section and section.kind in (SectionKind.LETTERHEAD, SectionKind.STAMP):
            continue
        if _whole_number(text):
            lines.append(Line(text, block.start, block.end, section.kind if section else SectionKind.BODY, block, True))
    return lines


def _joined(lines: list[Line]) -> tuple[str, list[tuple[int, int]]]:
    starts, parts, at = [], [], 0
    for line in lines:
        starts.append((at, line.start))
        parts.append(line.text)
        at += len(line.text) + 1
    return "\n".join(parts), starts


def find_addressee(front: Front) -> Field | None:
    """The body that the memo is written to; the first of several."""
    if front.minutes:
        return None
    text = front.memo.text
    labelled = [label for label in front.labels if label.field == "addressee"]
    for label in labelled:
        for start, end in value_places(front.head, front.labels, label):
            found = _body(text[start:end], start, 0.95, anyone=True) or _short_body(text[start:end], start)
            if found:
                return found
    head = [line for line in front.head if not line.after_title]
    spoken = {
        label.line
        for label in front.labels
        if label.field in ("meeting", "other", "object", "arrival") and not label.alone
    }
    choices: list[tuple[float, int, Field]] = []
    for k, line in enumerate(head):
        if k in spoken or _MEETING.search(line.text):
            continue
        joined = _with_next(head, k)
        found = _body(joined, line.start, 0.9) or _short_body(line.text, line.start)
        if not found:
            continue
        rest = len(line.text.strip()) - (found.end - found.start)
        whole = rest <= 2 or "\n" in text[found.start : found.end]
        score = 0.9 if whole else 0.7
        if _reads_as_sender(head, k):
            score -= 0.35
        choices.append((score, k, found))
    if not choices:
        return None
    top = max(score for score, _, _ in choices)
    score, _, field = next(c for c in choices if c[0] == top)
    field.confidence = score
    return field


def _with_next(head: list[Line], k: int) -> str:
    """The line, with the next two of its block where it plainly goes on ("Barn- och", "Kommunstyrelsens")."""
    text = head[k].text
    last = k
    while last + 1 < len(head) and last < k + 2 and head[last + 1].block is head[k].block:
        if not re.search(r"(?:\boch|-|,|\w{4,}s|för)$", text):
            break
        last += 1
        text += "\n" + head[last].text
    return text


def _body(text: str, start: int, sure: float, *, anyone: bool = False) -> Field | None:
    """The first body in the text. anyone: a label says that it is the addressee, so another's office will do."""
    names = names_in(text)
    for kinds in (("body",), ("authority", "municipality", "region", "association", "company")):
        name = next((n for n in names if n.type in kinds), None)
        if name:
            return Field(name.name, start + name.start, start + name.end, sure)
        if not anyone:
            break
    return None


def _short_body(text: str, start: int) -> Field | None:
    """An abbreviation that stands alone as addressee: "KS", "Till BUN"."""
    word = _TILL.sub("", text.strip()).strip(" .:")
    full = expand(word) if word.isupper() and len(word) <= 6 else None
    return Field(full, start, start + len(text.rstrip()), 0.6) if full else None


def _reads_as_sender(head: list[Line], k: int) -> bool:
    """A body at the top of the head, with the municipality's name just above and no office below, is the sender's."""
    return k <= 1 and any(n.type == "body" for line in head[k + 1 :] for n in names_in(line.text))


def find_author(front: Front) -> Field | None:
    """The officer who wrote it: labelled, else named in the head without label, else the sole signatory."""
    if front.minutes:
        return None
    head = [line for line in front.head if not line.after_title]
    for label in sorted((x for x in front.labels if x.field == "author"), key=lambda x: x.line):
        for start, end in value_places(front.head, front.labels, label):
            found = _people(front.memo.text, start, end, 0.97, labelled=True)
            if found:
                return found
        if label.alone and label.line > 0:
            above = front.head[label.line - 1]
            found = _people(front.memo.text, above.start, above.end, 0.85)
            if found:
                return found
    skip = {x.line for x in front.labels if x.field in ("object", "other", "addressee")}
    for k, line in enumerate(head):
        if k in skip:
            continue
        people = persons_in(line.text)
        if not people or not _officer(head, k, people[0]):
            continue
        first = _people(front.memo.text, line.start, line.end, 0.85)
        if first:
            return first
    signed = [
        Shape(line.start + p.start, line.start + p.end, p.value)
        for line in front.signatures
        for p in persons_in(line.text)
    ]
    if len({p.value for p in signed}) == 1:
        return Field(signed[0].value, signed[0].start, signed[0].end, 0.75)
    return None


def _officer(head: list[Line], k: int, person: Shape) -> bool:
    """A person's line in the head is an officer's where it holds little else but a title, telephone, date or number."""
    rest = head[k].text[: person.start] + " " + head[k].text[person.end :]
    for start, end, _ in reversed(days_in(rest)):
        rest = rest[:start] + rest[end:]
    for number in reversed(find_diarienummer(rest)):
        rest = rest[: number.start] + rest[number.end :]
    words = [w for w in re.findall(r"[A-Za-zÅÄÖåäö]{3,}", rest) if not is_title(w) and not kind_word(w)]
    return len(words) <= 3 or bool(_CONTACT.search(rest))


def _people(text: str, start: int, end: int, sure: float, *, labelled: bool = False) -> Field | None:
    """The person in text[start:end]; two that are joined by "och", a comma or a slash are both."""
    people = persons_in(text[start:end], labelled=labelled)
    if not people:
        return None
    first, last, value = people[0], people[0], people[0].value
    for person in people[1:2]:
        between = text[start + first.end : start + person.start]
        if _AND.fullmatch(between) or re.fullmatch(r",[^,]{3,40}(?:,| och)\s*", between):
            value, last = f"{value} och {person.value}", person
    return Field(value, start + first.start, start + last.end, sure)
