"""What a page shows of whether a document begins on it: its head and foot, numbers, dates, title and type."""

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.forms.diarienummer import find_diarienummer
from pipeline.forms.guard import guarded
from pipeline.forms.names import canonical_body
from pipeline.memo.fold import bare, fold
from pipeline.memo.furniture import address_hits
from pipeline.memo.headings import Heading, heading_of, run_in
from pipeline.memo.labels import known_labels
from pipeline.memo.memo import SectionKind
from pipeline.read.page import Page, ReadAs, Word
from pipeline.resources import table

TOP, FRONT, FOOT = 0.17, 0.40, 0.88  # shares of the page's height
TOP_ROWS, FRONT_ROWS, FOOT_ROWS = 7, 18, 4  # the same in text without places
LATE = 0.5  # where what closes a document stands, most often
UPRIGHT = 5.0  # degrees
COLUMN = 1.8  # a gap of so many ems parts two columns
BLANKS = 2.5  # in text without places: so many character cells
CELL = 6.0  # points
SCAN_TOLERANCE, TOLERANCE = 1.35, 1.18  # how much larger than the text a title is
STREWN = 60  # words
OPENS = {SectionKind.PROPOSAL, SectionKind.SUMMARY, SectionKind.DECISION}
CLOSES = {SectionKind.RECIPIENTS, SectionKind.ATTACHMENTS, SectionKind.SIGNATURES, SectionKind.DOCUMENTS}

_OF = guarded(r"(?<![\d§/:-])(\d{1,3}) ?(?:[(\[{] ?(\d{1,3}) ?[)\]}]|(?:av|of) ?(\d{1,3})(?!\d))(?=$| )")
_LONE_OF = re.compile(r"(?:sid(?:a|an|nr)?|blad|page|s)?[ .:]*(\d{1,3}) ?/ ?(\d{1,3})$")
_PLAIN = re.compile(r"(?:(?:sid(?:a|an|nr)?|blad|page|s)[ .:]*(?:nr ?)?(\d{1,3})|[-–]? ?(\d{1,3}) ?[-–]?)$")
_PLAIN_END = guarded(r"\b(?:sida|sidan|sid|blad)[ .:]*(?:nr ?)?(\d{1,3})$")
_DATE = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
_GOES_ON = re.compile(r"\b(?:forts|fortsattning(?:en)?|forts fr(?:an)? sid\w*)\b[.)]? ?(?:$|[(§])")
_DIGIT = re.compile(r"\d")
_ITEM = re.compile(r"(\d{1,2})[.)] ")
_OWN_PARAGRAPH = re.compile(r"(?:[A-ZÅÄÖ]{2,5} )?[§$] ?\d{1,4}\b")


_SET_APART = re.compile(r" [|•·] ")  # what stands beside each other in a line of a head
_BODY = re.compile(r"n[äa]mnd|styrelse|utskott|fullm[äa]ktige|direktion|beredning", re.IGNORECASE)
_BEFORE_BODY = re.compile(r"(?:till:? +|[^:]{3,25}: *(?:till +)?|(?:19|20)\d\d-\d\d-\d\d +)(?=\w)", re.IGNORECASE)
_AFTER_BODY = re.compile(r"(?<=\w),? +(?:sammanträde|möte|den \d|(?:19|20)\d\d).*$|[.,:]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand close to each other on one printed row. Boxes in points."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float


@dataclass(frozen=True, slots=True)
class Look:
    """What a page shows. numbers: (2, 3) for 2 (3), (2, 0) for a plain 2. kinds: see data/packets_words.csv."""

    read_as: ReadAs
    width: float
    height: float
    words: int
    head: frozenset[str]  # the rows at the very top as they are, page numbers left out
    head_forms: frozenset[str]  # the same with # for every digit
    foot_forms: frozenset[str]
    numbers: frozenset[tuple[int, int]]
    diarienummer: frozenset[str]
    dates: frozenset[str]
    head_words: frozenset[str]  # of the rows above the text
    goes_on: bool  # "§ 94 forts." stands there
    items: frozenset[int]  # of numbered lists
    kinds: tuple[tuple[str, str], ...]  # kind and the words that say it
    labels: frozenset[str]
    addressee: bool
    paragraph: bool  # a § of minutes stands at the top
    titles: tuple[tuple[str, float], ...]  # lines of the upper half set larger than the text: words, how many times
    size: float  # of the running text, in points; 0 where unknown
    left: float  # where the running text begins
    opens: frozenset[SectionKind]
    closes: bool
    first: str  # the first row below what stands at the very top, "" where it is a table's
    first_at: float  # its left edge
    last: str  # the last above the foot
    strewn: bool  # few words here and there, as on a map
    end: float  # where the last row above the foot stands, as a share of the height; 0 where unknown


def look_at(page: Page) -> Look:
    """The page's looks. Any page gives one."""
    rows = rows_of(page)
    height = page.height if page.height > 0 else max((r[0].y1 for r in rows), default=1.0) + 1.0
    top, front, foot = _zones(rows, height, page.has_places)
    numbers = {n for part in (p for r in top + foot for p in r) for n in _numbers(part.text)}
    size = _usual_size(page)
    marks = [r for r in top if not all(_is_number(p.text) for p in r)]
    above, below = {id(r) for r in top}, {id(r) for r in foot}
    running = [r for r in rows if id(r) not in above or len(_text(r)) > 60]
    running = [r for r in running if id(r) not in below and not address_hits(_text(r)) and not _is_number(_text(r))]
    front = _above_text(front, size)
    lines = [p for r in front for p in r]
    text = "\n".join(p.text for p in lines)
    said = [part for p in lines for part in _SET_APART.split(p.text)]
    headings = {h.kind for r in rows for h in [_heading(_text(r))] if h}
    late = [r for r in rows if r[0].y0 > LATE * height] if page.has_places else rows[len(rows) // 2 :]
    return Look(
        read_as=page.read_as,
        width=page.width,
        height=page.height,
        words=len(page.words),
        head=frozenset(m for r in marks for m in [_unnumbered(_text(r))] if m),
        head_forms=frozenset(m for r in marks for m in [_form(_unnumbered(_text(r)))] if len(m) > 3),
        foot_forms=frozenset(m for r in foot for m in [_form(_unnumbered(_text(r)))] if len(m) > 3),
        numbers=frozenset(numbers),
        diarienummer=frozenset(bare(n.value) for n in find_diarienummer(text)),
        dates=frozenset(_DATE.findall("\n".join(p.text for p in lines if len(p.text) < 60))),
        head_words=frozenset(w for p in lines for w in _unnumbered(p.text).split() if len(w) > 2),
        goes_on=any(_GOES_ON.search(fold(p.text)) for p in lines),
        items=frozenset(int(m[1]) for r in rows for m in [_ITEM.match(_text(r))] if m),
        kinds=tuple(kind for part in said if (kind := kind_of(part))),
        labels=frozenset(label for part in said if (label := _label(part))),
        addressee=any(map(_is_body, said)),
        paragraph=any(_OWN_PARAGRAPH.match(_text(r)) for r in front[:8]),
        titles=_titles(front, size, page),
        size=size,
        left=_left(rows),
        opens=frozenset(headings & OPENS),
        closes=any(h.kind in CLOSES for r in late for h in [heading_of(_text(r))] if h),
        first=_text(running[0]) if running and len(running[0]) < 3 else "",
        first_at=running[0][0].x0 if running else 0.0,
        strewn=page.has_places and len(page.words) < STREWN and _strewn(rows),
        last=_text(running[-1]) if running and len(running[-1]) < 3 else "",
        end=rows[-1 - len(foot)][0].y1 / height if page.has_places and len(rows) > len(foot) else 0.0,
    )


def rows_of(page: Page) -> list[list[Part]]:
    """The page's printed rows from above, each as its parts from left to right."""
    words = [w for w in page.words if abs(w.angle) < UPRIGHT and w.text.strip() and math.isfinite(sum(w.box))]
    words.sort(key=lambda w: w.box.y0 + w.box.y1)
    rows: list[list[Word]] = []
    y0 = y1 = 0.0  # of the row's first word
    for word in words:
        box = word.box
        if rows and y0 < (box.y0 + box.y1) / 2 < y1:
            rows[-1].append(word)
        else:
            rows.append([word])
            y0, y1 = box.y0, box.y1
    return [_parts(sorted(row, key=lambda w: w.box.x0), page.has_places) for row in rows]


def _parts(row: list[Word], has_places: bool) -> list[Part]:
    parts: list[list[Word]] = []
    for word in row:
        em = word.size or word.box.height
        if parts and word.box.x0 - parts[-1][-1].box.x1 < (COLUMN * em if has_places else BLANKS * CELL):
            parts[-1].append(word)
        else:
            parts.append([word])
    return [
        Part(
            " ".join([w.text for w in part]),
            part[0].box.x0,
            part[-1].box.x1,
            min([w.box.y0 for w in part]),
            max([w.box.y1 for w in part]),
            max([0.0 if w.picture else w.size for w in part]),
        )
        for part in parts
    ]


Rows = list[list[Part]]


def _zones(rows: Rows, height: float, has_places: bool) -> tuple[Rows, Rows, Rows]:
    if not has_places:
        foot = rows[max(TOP_ROWS, len(rows) - FOOT_ROWS) :]
        return rows[:TOP_ROWS], rows[:FRONT_ROWS], foot
    return (
        [r for r in rows if r[0].y1 < TOP * height],
        [r for r in rows if r[0].y1 < FRONT * height],
        [r for r in rows if r[0].y0 > FOOT * height],
    )


def _heading(text: str) -> Heading | None:
    """The heading that the row is, or begins with."""
    begins = None if (whole := heading_of(text)) else run_in(text)
    return begins[0] if begins else whole


def _above_text(rows: Rows, size: float) -> Rows:
    """The rows above the first heading of a section and the first line of running text. size: of that text."""
    for i, row in enumerate(rows):
        heading = heading_of(_text(row))
        if heading and not heading.body_only and i and not any(kind_of(p.text) for p in row):
            return rows[:i]
        if size and min(p.size for p in row) >= TOLERANCE * size:
            continue  # a title, which may go on in small letters
        longest = max((said for p in row for said in _SET_APART.split(p.text)), key=len, default="")
        if len(longest) > 75 or (len(longest) > 60 and (longest[0].islower() or longest[-1] in ".,;-")):
            return rows[:i]
        if longest[:1].islower() and len(longest) > 25 and len(row) == 1:
            return rows[:i]
        if _ITEM.match(longest):
            return rows[:i]
    return rows


def _text(row: list[Part]) -> str:
    return row[0].text if len(row) == 1 else " ".join([p.text for p in row])


@lru_cache(maxsize=4096)
def _numbers(text: str) -> tuple[tuple[int, int], ...]:
    plain = fold(text).strip()
    found = [(int(m[1]), int(m[2] or m[3])) for m in _OF.finditer(plain) if m.end() == len(plain) or m.start() == 0]
    if not found and len(plain) < 16 and (match := _LONE_OF.match(plain)):
        found = [(int(match[1]), int(match[2]))]
    found = [(k, n) for k, n in found if 0 < k <= n]
    if not found:
        match = _PLAIN.match(plain) or _PLAIN_END.search(plain)
        if match:
            found = [(int(next(g for g in match.groups() if g)), 0)]
    return tuple(found)


def _is_number(text: str) -> bool:
    return len(text) < 22 and bool(_numbers(text))


@lru_cache(maxsize=4096)
def _unnumbered(text: str) -> str:
    """The row without page numbers, letters folded."""
    return bare(_PLAIN_END.sub("", _OF.sub("", fold(text))))


def _form(text: str) -> str:
    return _DIGIT.sub("#", text)


def _usual_size(page: Page) -> float:
    sizes = Counter[float]()
    for word in page.words:
        if word.size and not word.picture:
            sizes[round(2 * word.size) / 2] += len(word.text)
    if not sizes:
        return 0.0
    if page.read_as is ReadAs.DIGITAL:
        return sizes.most_common(1)[0][0]
    half, seen = sizes.total() / 2, 0
    for size in sorted(sizes):
        seen += sizes[size]
        if seen >= half:
            return size
    return 0.0


def _titles(front: Rows, size: float, page: Page) -> tuple[tuple[str, float], ...]:
    if not size or not page.has_places:
        return ()
    scan = page.read_as is not ReadAs.DIGITAL
    least = SCAN_TOLERANCE if scan else TOLERANCE
    return tuple(
        (bare(p.text), p.size / size)
        for row in front
        for p in row
        if least * size <= p.size < 4 * size
        and len(p.text) > 7
        and not heading_of(p.text)
        and not (scan and " " not in p.text)  # a logo, read now so, now so
    )


def _left(rows: Rows) -> float:
    starts = sorted(r[0].x0 for r in rows if len(_text(r)) > 40)
    return starts[len(starts) // 3] if starts else 0.0


def _strewn(rows: Rows) -> bool:
    starts = Counter(round(r[0].x0 / 10) for r in rows)
    return len(rows) >= 5 and max(starts.values()) < 0.35 * len(rows)


@cache
def _words() -> dict[str, str]:
    return {bare(row["words"]): row["kind"] for row in table("memo/data/packets_words.csv")}


def kind_of(text: str) -> tuple[str, str] | None:
    """The kind of document that a line says begins here, and the words that say it; None where it says none."""
    if len(text) > 80:
        return None
    words = bare(_OF.sub("", fold(text))).split()
    known = _words()
    for count in (4, 3, 2, 1):
        said = " ".join(words[:count])
        kind = known.get(said)
        if not kind or len(words) < count:
            continue
        rest = words[count:]
        if not rest or rest[0][0].isdigit() or kind == "appendix" or rest[0] in ("datum", "sida", "dnr", "sammantrade"):
            if kind == "signing" and rest:
                return None
            if kind == "appendix" and rest and not (len(rest[0]) < 3 or rest[0][0].isdigit()):
                return None
            return kind, said
        if text.isupper() and len(words) < 9 and kind in ("other", "agenda", "minutes"):
            return kind, said
    said = words[-1] if words else ""
    if 1 < len(words) < 5 and known.get(said) in ("memo", "minutes", "agenda"):  # the municipality's name before it
        return known[said], said
    return None


def _label(text: str) -> str:
    """The label of a letterhead that the text begins with, "" where none."""
    if len(text) > 90:
        return ""
    words = bare(text.split(":")[0]).split()
    for count in (3, 2, 1):
        said = " ".join(words[:count])
        if len(words) >= count and said in known_labels():
            return said
    return ""


def _is_body(text: str) -> bool:
    """Whether it is a body's name and no more than stands round an addressee (Till socialnämndens sammanträde)."""
    if not 6 < len(text) < 80 or _BODY.search(text) is None:
        return False
    plain = _AFTER_BODY.sub("", _BEFORE_BODY.sub("", text.strip(), count=1))
    return canonical_body(plain[:1].upper() + plain[1:]) is not None
