"""The printed lines of a memo's head, and the labels among them ("Datum", "Handläggare:", "Till")."""

import re
from dataclasses import dataclass

from pipeline.forms.alternation import lead_of
from pipeline.forms.guard import guarded
from pipeline.memo.memo import Block, Memo, SectionKind
from pipeline.resources import table


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of the head: `memo.text[start:end]`. after_title: it stands below the title."""

    text: str
    start: int
    end: int
    kind: SectionKind
    block: Block
    after_title: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line: where it and its own value lie in memo.text (start == end where the line has no value)."""

    field: str
    line: int  # index in the list of lines
    start: int
    value_start: int
    value_end: int

    @property
    def alone(self) -> bool:
        return self.value_start >= self.value_end


FIELDS: dict[str, str] = {row["label"]: row["field"] for row in table("extract/data/head_labels.csv")}
_ANYWHERE = frozenset(label for label in FIELDS if len(label) >= 5 and FIELDS[label] not in ("title", "object"))
_WITH_COLON = frozenset({"title", "object", "arrival", "doctype", "administration"})
_LABEL = guarded(
    rf"(?<![\wåäöÅÄÖ@/.-]){lead_of(FIELDS)}("
    + "|".join(re.escape(x).replace(r"\ ", r"\s+") for x in sorted(FIELDS, key=len, reverse=True))
    + r")(?![\wåäöÅÄÖ-])(\.?[ \t]*[:;])?",
    re.IGNORECASE,
)
# "Förvaltning Utbildnings- och kulturförvaltningen": only an office's whole name makes the word before it a label
_OFFICE_AFTER = re.compile(
    r"[ \t]+[A-ZÅÄÖ][\wåäö -]{3,50}(?:förvaltningen|kontoret|avdelningen|enheten|kansliet|staben)\b"
)
MAX_HEAD = 60  # lines; a head with more has no head
MAX_LINE = 400  # characters; what is longer is no line of a head


def lines_of(memo: Memo, *kinds: SectionKind) -> list[Line]:
    """The lines of the sections of these kinds, in text order, the white space at their ends left out."""
    found: list[Line] = []
    seen_title = False
    wanted = [s for s in memo.sections if s.kind in kinds or s.kind is SectionKind.TITLE]
    position = 0
    for section in wanted:
        if section.kind is SectionKind.TITLE:
            seen_title = True
            if section.kind not in kinds:
                continue
        while position < len(memo.blocks) and memo.blocks[position].end <= section.start:
            position += 1
        while position < len(memo.blocks) and memo.blocks[position].start < section.end:
            block = memo.blocks[position]
            position += 1
            below = seen_title and section.kind in (SectionKind.LETTERHEAD, SectionKind.TITLE)
            found.extend(split(memo, block, section.kind, below))
            if len(found) > 40 * MAX_HEAD:
                return found
    return found


def split(memo: Memo, block: Block, kind: SectionKind, after_title: bool = False) -> list[Line]:
    """The printed lines of a block."""
    lines = []
    at = block.start
    for part in memo.text[block.start : block.end].split("\n"):
        text = part.strip()
        if text:
            text = text[:MAX_LINE].rstrip()
            start = at + part.index(text[0])
            lines.append(Line(text, start, start + len(text), kind, block, after_title))
        at += len(part) + 1
    return lines


_BETWEEN = re.compile(r"\t|\s*[|•·¦]\s*|\s{3,}")


def cells_of(line: Line) -> list[tuple[str, int]]:
    """What stands apart in a line ("2012-09-17 | Dnr 2012/118 | Direktionen"), each with its offset in memo.text."""
    found, at = [], 0
    for gap in (*_BETWEEN.finditer(line.text), None):
        end = gap.start() if gap else len(line.text)
        text = line.text[at:end]
        if text.strip():
            found.append((text.strip(), line.start + at + len(text) - len(text.lstrip())))
        at = gap.end() if gap else end
    return found


def labels_of(lines: list[Line]) -> list[Label]:
    """The labels in the lines, in order.

    At a line's beginning every label counts that is followed by a colon, by the end of the line or, printed with a
    capital, by a value. Further on in a line a label needs a colon or must be a long word with a capital.
    """
    found: list[Label] = []
    matches = [list(_LABEL.finditer(line.text)) for line in lines]
    grid = _grid(lines, matches)
    for index, line in enumerate(lines):
        hits: list[tuple[str, re.Match[str]]] = []
        for match in matches[index]:
            name = " ".join(match[1].lower().split())
            colon = match[2] is not None
            first, last = match.start() == 0, match.end() == len(line.text)
            capital = match[1][0].isupper()
            # "Vår beteckning Blad": the last of a row of labels
            row = last and capital and bool(hits) and not line.text[hits[-1][1].end() : match.start()].strip()
            if not (colon or row or (capital and (first or name in _ANYWHERE)) or (first and last)):
                continue
            bare = not colon and not last and FIELDS[name] in _WITH_COLON
            office = FIELDS[name] == "administration" and (
                (first and index in grid) or _OFFICE_AFTER.match(line.text, match.end())
            )
            if bare and not office:
                continue  # "Ärende om …", "Sektor samhälle": words of a title or a name
            said = hits[-1] if hits and FIELDS[name] == "author" and hits[-1][0] == "author" else None
            if said and not colon and said[1].end() >= match.start() - 1:
                continue  # "Handläggare: Utredare Ida Ek"
            if not colon and first and not last and line.text[match.end() : match.end() + 1] not in " \t\u00a0":
                continue
            hits.append((FIELDS[name], match))
        for k, (field, match) in enumerate(hits):
            stop = hits[k + 1][1].start() if k + 1 < len(hits) else len(line.text)
            value = line.text[match.end() : stop]
            inner = value.strip(" \t:;.|–-\u00a0“”„‘’'\"~_=*")
            start = line.start + match.end() + (value.index(inner) if inner else 0)
            found.append(Label(field, index, line.start + match.start(), start, start + len(inner)))
    return found


def _grid(lines: list[Line], matches: list[list[re.Match[str]]]) -> frozenset[int]:
    """The lines of blocks in which at least three lines begin with a label without colon and go on with its value.

    matches: where labels stand in each line.
    """
    rows: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        label = matches[index][0] if matches[index] else None
        if label is None or label.start() > 0:
            continue
        if label[2] is None and label.end() < len(line.text) and label[1][0].isupper():
            rows.setdefault(line.block.start, []).append(index)
    return frozenset(index for found in rows.values() if len(found) > 2 for index in found)


def value_places(lines: list[Line], labels: list[Label], label: Label, reach: int = 3) -> list[tuple[int, int]]:
    """Where a label's value may lie: its own line's, else the `reach` lines below up to the next labelled line."""
    if not label.alone:
        return [(label.value_start, label.value_end)]
    first_label: dict[int, Label] = {}
    for other in labels:
        first_label.setdefault(other.line, other)
    places: list[tuple[int, int]] = []
    same_row = all(other.alone for other in labels if other.line == label.line)
    for index in range(label.line + 1, min(label.line + 1 + reach, len(lines))):
        here = first_label.get(index)
        if here is not None and here.start == lines[index].start:
            if here.alone and same_row and not places:
                continue  # labels in a column of their own, values in the next
            break
        places.append((lines[index].start, here.start if here else lines[index].end))
    return places
