"""The head's single values: title, date, diarienummer.

Each value has a shape (a day, a registry number), so labels only choose among what has the right
shape: a head whose labels and values stand in other rows or columns than the reader thinks still gives its values.
"""

import re

from pipeline.extract.facts import Field
from pipeline.extract.head_front import CONTACT, MEETING, Front
from pipeline.extract.head_late import later_day, top_lines
from pipeline.extract.head_lines import Label, Line, labels_of, value_places
from pipeline.extract.head_shapes import days_in, persons_in
from pipeline.extract.head_sheet import matter_below_sheet
from pipeline.extract.head_type import kind_word, own_paragraph
from pipeline.forms.diarienummer import Number, find_in_head, is_number, same_number, value_of
from pipeline.forms.fields import is_field
from pipeline.forms.names import find_names
from pipeline.forms.white import tidy
from pipeline.memo.headings import heading_of
from pipeline.memo.labels import is_organisation
from pipeline.memo.memo import BlockKind, SectionKind
from pipeline.read.page import ReadAs

_STAMP = re.compile(
    r"\b(?:ink(?:om(?:mit|met|men)?)?|ank(?:om)?|diarief(?:ö|o)rd|registrerad|ankomststämpel)\b", re.IGNORECASE
)

# a form's label before the matter, no word of the heading
_TITLE_LABEL = re.compile(
    r"(?:[ÄA]rende(?:mening|rubrik|t)?|Rubrik|Avser|Ang(?:ående)?\.?)\s*:\s+"
    r"|(?:[ÄA]rende(?:mening|rubrik)?|Rubrik)\s+(?-i:(?=[A-ZÅÄÖ]))",
    re.IGNORECASE,
)


ANOTHERS = 0.35  # how much a number under "Er beteckning" is worth: it is taken where there is no other
_NUMBER_AFTER = re.compile(
    r"\s*[(\[](?:[Dd]nr:? |[Dd]iarienr:? )?([^()\[\]]{4,30})[)\]]\s*\Z|"
    r"[\s,]+(?:[Dd]nr|[Dd]iarienr|[Dd]iarienummer|[ÄA]rendenr)\.?:?\s([^()\[\]]{4,30})\s*\Z"
)
_PHONE = re.compile(r"\b(?:tel|tfn|telefon|mobil|direkt|e-?post|e-?mail|fax)\b|@|\b0\d{1,3}[- ]?\d{2}", re.IGNORECASE)


_DIGIT = re.compile(r"\d")
# two whole sentences are no heading: "Ärendet är ett informationsärende till mötet. Nämnden fattar inget beslut."
_PROSE = re.compile(
    r"\b(?:är|har|ska|skall|förväntas|kommer|innebär)\b[^.]{10,200}[a-zåäö0-9]\. [A-ZÅÄÖ][^.]{15,300}\.\W*\Z"
)


def find_title(front: Front) -> Field | None:
    """The matter's heading on one line, as printed."""
    memo = front.memo
    matter = matter_below_sheet(memo) if front.minutes else None
    if matter is not None and matter.title is not None:
        return matter.title
    for section in memo.sections_of(SectionKind.TITLE):
        blocks = [b for b in memo.blocks_in(section.start, section.end) if _title_like(memo.text[b.start : b.end])]
        if blocks and not _PROSE.search(memo.text, blocks[0].start, blocks[-1].end):
            start, end = blocks[0].start, blocks[-1].end
            if front.minutes:
                start = _after_paragraph(memo.text, start, end)
            if dirt := _DIRT_BEFORE.match(memo.text, start, end):
                start = dirt.end()
            if label := _TITLE_LABEL.match(memo.text, start, end):
                start = label.end()
            end = _without_number(front, start, _without_labels(memo.text, start, end))
            if start < end:
                return Field(tidy(memo.text[start:end]), start, end, 0.95)
    labelled = _labelled_title(front)
    return labelled or _loose_title(front) or _late_title(front)


def _late_title(front: Front) -> Field | None:
    """In an old OCR text whose columns were torn apart: the first long heading that is no section's known one."""
    memo = front.memo
    if memo.read_as != {ReadAs.TEXT} or front.minutes:
        return None
    for section in memo.sections_of(SectionKind.BODY):
        heading = section.heading
        if heading.count(" ") >= LATE_WORDS and _title_like(heading) and heading_of(heading) is None:
            end = section.start + len(memo.text[section.start : section.body].rstrip())
            return Field(tidy(heading), section.start, end, 0.5)
    return None


_DIRT_BEFORE = re.compile(r"[-–—•*.,:;_~'‘’|°©=]{1,2}\s{1,2}(?=[A-ZÅÄÖ])")  # what a scan saw beside the title
LATE_WORDS = 3  # spaces in such a title, at least


_LABEL_BEHIND = re.compile(
    r"\s(?:Behandlas|Sammanträde|Sammanträdesdatum|Möte|Mötesdatum|Nämndens? \w+|Datum|Dat|Dnr|Diarienr|Diarienummer|"
    r"Ärendenr|Ärendenummer|Handläggare|Föredragande|Beteckning|Referens|Status|Version|Sida|Sid|Blad|Bilagor|Sekretess|Besluts\w+|"
    r"Beslut|Tid|Beslutas? i|Ansvarig|Kopia|Telefon|Tfn|Avsändare|Mottagare|Adressat)\.?:\s?(?=\S)"
)


def _without_labels(text: str, start: int, end: int) -> int:
    """The title's end without a form's further field on its line: "Ärende: Skolan i Ek   Behandlas: 27 februari"."""
    behind = _LABEL_BEHIND.search(text, min(end, start + 6), end) if text.find(":", start, end) >= 0 else None
    return behind.start() if behind else end


def _without_number(front: Front, start: int, end: int) -> int:
    """The title's end without the memo's own number: "§ 12 Partistöd (KS 2019/12)". Another matter's number stays."""
    number = _NUMBER_AFTER.search(front.memo.text, start, end)
    value = tidy(number[1] or number[2]) if number else ""
    if number is None or number.start() <= start + 5 or not is_number(value):
        return end
    found = find_number(front)
    return number.start() if found is None or same_number(found.value, value) else end


def _after_paragraph(text: str, start: int, end: int) -> int:
    """Where the matter's title begins after the minutes' § and diarienummer ("§ 38 Dnr MB 2004-212 Bygglov för …")."""
    own = own_paragraph(text[start:end])
    at = start + own
    numbers = find_in_head(text[at : min(end, at + 60)]) if own else []
    if numbers and not re.search(r"[a-zåäö]{4}", text[at : at + numbers[0].start].replace("Diarienummer", "")):
        at += numbers[0].end
    while at < end and not text[at].isalnum():
        at += 1
    return at


def _title_like(text: str) -> bool:
    text = text.strip()
    return bool(text) and not kind_word(text) and not _whole_number(text) and any(c.isalpha() for c in text)


def _whole_number(text: str) -> bool:
    found = find_in_head(text)
    return bool(found) and len(found[0].value) >= len(text.strip()) - 8 and text.strip().endswith(found[0].value)


def _labelled_title(front: Front) -> Field | None:
    for label in front.labels:
        if label.field == "title":
            for start, end in value_places(front.head, front.labels, label, 1):
                text = front.memo.text[start:end]
                if len(text) > 6 and _title_like(text):
                    return Field(tidy(text), start, end, 0.8)
    return None


# how a matter's heading begins, which no heading within the text does
_OPENS_TITLE = re.compile(
    r"(?:[AÄ]ng(?:\.|ående\b|:)|Ansökan (?:om|från)\b|Svar på\b|Yttrande (?:över|angående)\b|Begäran om\b|"
    r"Remiss(?:svar)?\b|Revidering av\b|Redovisning av\b|Medborgarförslag\b|Motion\b)",
    re.IGNORECASE,
)


def _loose_title(front: Front) -> Field | None:
    """Without a TITLE section: after the minutes' § line, or the last line of the head that is nothing else."""
    head = front.head
    if front.minutes:
        for k, line in enumerate(head):
            own = _after_paragraph(line.text, 0, len(line.text)) if own_paragraph(line.text) else 0
            if own and own < len(line.text) - 5:
                end = _without_number(front, line.start + own, line.end)
                return Field(tidy(front.memo.text[line.start + own : end]), line.start + own, end, 0.7)
            k = next((n for n in range(k + 1, len(head)) if _title_like(head[n].text)), len(head)) - 1 if own else k
            if own and k + 1 < len(head):
                last = k + 1
                while last + 1 < len(head) and head[last + 1].block is head[k + 1].block:
                    last += 1
                return Field(
                    tidy(front.memo.text[head[k + 1].start : head[last].end]), head[k + 1].start, head[last].end, 0.6
                )
    opening = next((s for s in front.memo.sections if s.kind is SectionKind.BODY), None)
    if opening is not None and opening.heading and not front.minutes:
        heading = opening.heading.strip()
        if _OPENS_TITLE.match(heading) or (heading.isupper() and len(heading.split()) > 2):
            at = front.memo.text.find(opening.heading, opening.start, opening.end)
            if at >= 0 and _title_like(heading):
                return Field(tidy(heading), at, at + len(opening.heading), 0.6)
    told = _under_matter(front) if front.minutes else None
    if told:
        return told
    labelled = {label.line for label in front.labels}
    for k in range(len(head) - 1, -1, -1):
        text = head[k].text
        taken = (
            k in labelled
            or _PROSE.search(text)
            or kind_word(text)
            or _whole_number(text)
            or days_in(text)
            or is_field(text)
            or is_organisation(text)
            or CONTACT.search(text)
        )
        if taken or len(text) < 10 or len(text.split()) < 2 or len(persons_in(text)) == 1 or _only_names(text):
            continue
        start = head[k].start
        if k and head[k - 1].block is head[k].block and k - 1 not in labelled and text[:1].islower():
            start = head[k - 1].start  # the heading's second line
        return Field(tidy(front.memo.text[start : head[k].end]), start, head[k].end, 0.45)
    headings = [b for b in front.memo.blocks if b.kind is BlockKind.HEADING]
    if headings and not head:
        return Field(
            tidy(front.memo.text[headings[0].start : headings[0].end]), headings[0].start, headings[0].end, 0.3
        )
    return None


def _under_matter(front: Front) -> Field | None:
    """In minutes: the first lines under "Ärende", where they are no sentence."""
    for section in front.memo.sections:
        if section.heading.strip(" :").casefold() in ("ärende", "ärendet", "rubrik", "ärendemening"):
            blocks = front.memo.blocks_in(section.body, section.end)
            text = front.memo.text[blocks[0].start : blocks[0].end] if blocks else ""
            if 6 < len(text) < 200 and not text.rstrip().endswith((".", ":")) and _title_like(text):
                return Field(tidy(text), blocks[0].start, blocks[0].end, 0.6)
    return None


def _only_names(text: str) -> bool:
    return sum(n.end - n.start for n in find_names(text)) > 0.7 * len(text)


# where and when minutes are approved, posted or taken down: not the day of the meeting
APPROVAL = re.compile(
    r"(?:[Jj]usteringens (?:plats och )?(?:tid|datum|plats)|"
    r"[Jj]ustering (?:av protokoll(?:et)? )?(?:ska|skall|sker|äger)|[Tt]id(?: och plats)? för justering|[Ss]ätts? upp"
    r"|[Tt]as? ne[rd]|[Uu]ppsättande|[Nn]edtagande"
    r"|(?:[Aa]nslag(?:it|et)s?|[Aa]nslås|[Pp]ubliceras?t?s?|[Tt]illkännagiv\w+) på "
    r"|[Aa]nslags(?:datum|dag)|[Dd]atum för (?:anslag|publicering))"
    r"(?:(?!ammanträdesdatum|lats och tid|\d{4})[\s\S]){0,80}\Z"
)


def find_date(front: Front) -> Field | None:
    """The memo's own day. In minutes the day of the meeting."""
    best: tuple[float, Field] | None = None
    for lines, floor in ((front.head, 0.0), (front.feet, -0.3)):
        labels = front.labels if lines is front.head else labels_of(lines)
        owned = _owned(lines, labels)
        for line in lines:
            if line.kind is SectionKind.STAMP or (line.after_title and line.kind is SectionKind.TITLE):
                continue
            days = days_in(line.text)
            numbers = find_in_head(line.text) if days else []
            for start, end, day in days:
                if any(n.start <= start < n.end for n in numbers if n.lettered):
                    continue  # BU 220129, but not 13 MAJ 1996
                at = line.start + start
                field_of = next((owned[place] for place in owned if place[0] <= at < place[1]), None)
                score = floor + _date_score(front, line, field_of, start)
                if score > 0.2 and (best is None or score > best[0]):
                    field = Field(day.isoformat(), line.start + start, line.start + end, min(0.98, score))
                    best = (score, field)
        if best:
            return best[1]
    sat = _SAT.search(front.memo.text, 0, _FIRST_PAGE) if front.minutes else None
    if sat is not None and (days := days_in(sat["day"])):
        return Field(days[0][2].isoformat(), sat.start("day"), sat.end("day"), 0.85)
    return later_day(front.memo)


# below the signatures, on the proof that the minutes were posted
_SAT = re.compile(r"[Ss]ammanträdes(?:datum|dag)[:\s]{1,30}(?P<day>(?:19|20)\d\d-\d\d-\d\d)(?![\d-])")
_FIRST_PAGE = 2500


def _date_score(front: Front, line: Line, field: str | None, start: int) -> float:
    if _STAMP.search(line.text[max(0, start - 40) : start]) or field == "arrival":
        return 0.0
    if front.minutes:
        if APPROVAL.search(front.memo.text, max(0, line.start + start - 110), line.start + start):
            return 0.0
        return 0.9 if field in ("meeting", "date") or MEETING.search(line.text) else 0.8
    if field == "meeting" or MEETING.search(line.text[max(0, start - 40) : start]):
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


def find_number(front: Front) -> Field | None:
    """The memo's own diarienummer. In minutes that of the § line."""
    best: tuple[float, Field] | None = None
    matter = matter_below_sheet(front.memo) if front.minutes else None
    if matter is not None and matter.number is not None:
        return matter.number
    for place, base in (("head", 0.95), ("below", 0.8), ("feet", 0.6)):
        lines = front.head if place == "head" else front.feet if place == "feet" else _after_title(front)
        text, starts = _joined(lines)
        for number in find_in_head(text):
            index = max(k for k, (at, _) in enumerate(starts) if at <= number.start)
            line, at = lines[index], starts[index][0]
            score = _number_score(front, number, line, number.start - at)
            above = _label_above(front, index) if place == "head" else None
            if above is not None and score >= 0.6:
                score = 1.0 if above == "diarienummer" else ANOTHERS
            score *= base
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
    return best[1] if best else _under_label(front) or _later_number(front)


def _later_number(front: Front) -> Field | None:
    """The number that a later page's head repeats, where a machine could not read it on the first page."""
    for line in top_lines(front.memo):
        for number in find_in_head(line.text):
            alone = number.labelled or _whole_number(line.text) or number.lettered
            if alone and not number.foreign and not days_in(number.value):
                return Field(number.value, line.start + number.start, line.start + number.end, 0.6)
    return None


def _label_above(front: Front, index: int) -> str | None:
    """What the one label says that makes up the line above, if it may stand over a number: whose number it is."""
    above = [label for label in front.labels if label.line == index - 1]
    fits = len(above) == 1 and above[0].alone and above[0].field in ("diarienummer", "other")
    return above[0].field if fits else None


def _under_label(front: Front) -> Field | None:
    """The number under its label, where the label stands in a row of labels."""
    for label in front.labels:
        if label.field == "diarienummer" and label.alone:
            for start, end in value_places(front.head, front.labels, label):
                for part in re.finditer(r"[^\t]+?(?=\s{2,}|\t|$)", front.memo.text[start:end]):
                    value = value_of(part[0])
                    if value and not days_in(value) and not _PHONE.search(part[0]):
                        return Field(value, start + part.start(), start + part.end(), 0.6)
    return None


def _number_score(front: Front, number: Number, line: Line, at: int) -> float:
    if number.foreign:
        return 0.0
    if front.minutes and own_paragraph(line.text):
        return 1.0
    if line.kind is SectionKind.TITLE and not number.labelled and not _whole_number(line.text):
        return 0.2
    if sum(c.isalnum() for c in number.value) < 3:
        return 0.3  # "Vår beteckning 2S": what stands beside the label is no value of it
    if number.labelled:  # a number without any sign in it may have lost one in reading
        return 1.0 if re.search(r"[/:.\-–]|\d[A-ZÅÄÖ]|[A-ZÅÄÖ]\d", number.value) else 0.7
    whole = len(number.value) >= len(line.text) - 2
    if number.lettered:
        return 0.95 if whole or not line.after_title else 0.6
    if CONTACT.search(line.text[max(0, at - 20) : at]):
        return 0.1
    return 0.8 if whole else 0.6


def _after_title(front: Front) -> list[Line]:
    """Lines below the title that are a diarienummer and nothing else, or begin with its label."""
    memo = front.memo
    lines = []
    first = memo.page_first
    for block in memo.blocks:
        text = memo.text[block.start : block.end]
        if block.page != first or len(text) > 90 or _DIGIT.search(text) is None:
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
