"""What a page shows of whether a document begins on it: its head and foot, numbers, dates, title and type."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from pipeline.forms.diarienummer import find_diarienummer
from pipeline.forms.guard import guarded
from pipeline.forms.names import canonical_body
from pipeline.lazy import lazy
from pipeline.memo.fold import bare, fold
from pipeline.memo.furniture import address_hits
from pipeline.memo.headings import Heading, heading_of, run_in
from pipeline.memo.labels import known_labels
from pipeline.memo.memo import SectionKind
from pipeline.memo.packets_rows import Row, Rows, rows_of, strewn, usual_size, zones
from pipeline.read.page import Page, ReadAs
from pipeline.resources import table

LATE = 0.5  # where what closes a document stands, most often
SCAN_TOLERANCE, TOLERANCE = 1.35, 1.18  # how much larger than the text a title is
STREWN = 60  # words
OPENS = {SectionKind.PROPOSAL, SectionKind.SUMMARY, SectionKind.DECISION}
CLOSES = {SectionKind.RECIPIENTS, SectionKind.ATTACHMENTS, SectionKind.SIGNATURES, SectionKind.DOCUMENTS}

_OF = guarded(r"(?<![\d§/:-])(\d{1,3}) ?(?:[(\[{] ?(\d{1,3}) ?[)\]}]|(?:av|of) ?(\d{1,3})(?!\d))(?=$| )")
_WITH_SPECK = re.compile(r"(\d{1,2}) \d{1,2} ?[(\[{] ?(\d{1,3}) ?[)\]}]")  # "2 1(3)", where a speck is read as 1
_LONE_OF = re.compile(r"(?:sid(?:a|an|nr)?|blad|page|s)?[ .:]*(\d{1,3}) ?/ ?(\d{1,3})$")
_PLAIN = re.compile(r"(?:(?:sid(?:a|an|nr)?|blad|page|s)[ .:]*(?:nr ?)?(\d{1,3})|[-–]? ?(\d{1,3}) ?[-–]?)$")
_PLAIN_END = guarded(r"\b(?:sida|sidan|sid|blad)[ .:]*(?:nr ?)?(\d{1,3})$")
_DATE = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
_GOES_ON = re.compile(r"\b(?:forts|fortsattning(?:en)?|forts fr(?:an)? sid\w*)\b[.)]? ?(?:$|[(§])")
_DIGIT = re.compile(r"\d")
_ITEM = re.compile(r"(\d{1,2})[.)] ")

_SET_APART = re.compile(r" [|•·] ")  # what stands beside each other in a line of a head
_BODY = re.compile(r"n[äa]mnd|styrelse|utskott|fullm[äa]ktige|direktion|beredning", re.IGNORECASE)
_BEFORE_BODY = re.compile(r"(?:till:? +|[^:]{3,25}: *(?:till +)?|(?:19|20)\d\d-\d\d-\d\d +)(?=\w)", re.IGNORECASE)
_AFTER_BODY = re.compile(r"(?<=\w),? +(?:sammanträde|möte|den \d|(?:19|20)\d\d).*$|[.,:]$", re.IGNORECASE)


class Look:
    """What a page shows. Each of its sides is looked at when it is first asked for: most pages are told by a few."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._rows = rows_of(page)
        self.read_as: ReadAs = page.read_as
        self.width, self.height = page.width, page.height
        self.words = len(page.words)
        high = page.height if page.height > 0 else max((r.parts[0].y1 for r in self._rows), default=1.0) + 1.0
        self._high = high
        self._top, self._upper, self._foot = zones(self._rows, high, page.has_places)

    @lazy
    def _texts(self) -> list[str]:
        return [row.text for row in self._rows]

    @lazy
    def _marks(self) -> list[str]:
        """The rows at the very top without page numbers, letters folded."""
        return [_unnumbered(row.text) for row in self._top if not _is_numbers(row)]

    @lazy
    def _front(self) -> Rows:
        """The rows above the text."""
        return _above_text(self._upper, self.size)

    @lazy
    def _lines(self) -> list[str]:
        """Their parts."""
        return [p.text for row in self._front for p in row.parts]

    @lazy
    def _said(self) -> list[str]:
        return [part for line in self._lines for part in _SET_APART.split(line)]

    def _running(self, rows: Iterable[Row]) -> Row | None:
        """The first of the rows that stands between the page's head and its foot."""
        above, below = {id(r) for r in self._top}, {id(r) for r in self._foot}
        for row in rows:
            if (id(row) in above and len(row.text) <= 60) or id(row) in below:
                continue
            if not address_hits(row.text) and not _is_number(row.text):
                return row
        return None

    @lazy
    def head(self) -> frozenset[str]:
        """The rows at the very top as they are, page numbers left out."""
        return frozenset(mark for mark in self._marks if mark)

    @lazy
    def head_forms(self) -> frozenset[str]:
        """The same with # for every digit."""
        return frozenset(form for mark in self._marks for form in [_form(mark)] if len(form) > 3)

    @lazy
    def foot_forms(self) -> frozenset[str]:
        return frozenset(form for row in self._foot for form in [_form(_unnumbered(row.text))] if len(form) > 3)

    @lazy
    def numbers(self) -> frozenset[tuple[int, int]]:
        """(2, 3) for 2 (3), (2, 0) for a plain 2."""
        rows = [row for row in self._top + self._foot if _DIGIT.search(row.text)]
        return frozenset(n for row in rows for p in row.parts for n in _numbers(p.text))

    @lazy
    def diarienummer(self) -> frozenset[str]:
        return frozenset(bare(n.value) for n in find_diarienummer("\n".join(self._lines)))

    @lazy
    def dates(self) -> frozenset[str]:
        return frozenset(_DATE.findall("\n".join(line for line in self._lines if len(line) < 60)))

    @lazy
    def head_words(self) -> frozenset[str]:
        """Of the rows above the text."""
        return frozenset(word for line in self._lines for word in _unnumbered(line).split() if len(word) > 2)

    @lazy
    def goes_on(self) -> bool:
        """Whether "§ 94 forts." stands there."""
        return any(_GOES_ON.search(fold(line)) for line in self._lines)

    @lazy
    def items(self) -> frozenset[int]:
        """Of numbered lists."""
        return frozenset(int(m[1]) for text in self._texts for m in [_ITEM.match(text)] if m)

    @lazy
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """The kind and the words that say it: see data/packets_words.csv."""
        return tuple(kind for part in self._said if (kind := kind_of(part)))

    @lazy
    def labels(self) -> frozenset[str]:
        return frozenset(label for part in self._said if (label := _label(part)))

    @lazy
    def addressee(self) -> bool:
        return any(map(_is_body, self._said))

    @lazy
    def titles(self) -> tuple[tuple[str, float], ...]:
        """Lines of the upper half set larger than the text: words, how many times."""
        return _titles(self._front, self.size, self._page)

    @lazy
    def size(self) -> float:
        """Of the running text, in points; 0 where unknown."""
        return usual_size(self._page)

    @lazy
    def left(self) -> float:
        """Where the running text begins."""
        starts = sorted(row.x0 for row in self._rows if len(row.text) > 40)
        return starts[len(starts) // 3] if starts else 0.0

    @lazy
    def opens(self) -> frozenset[SectionKind]:
        return frozenset(h.kind for text in self._texts for h in [_heading(text)] if h) & OPENS

    @lazy
    def closes(self) -> bool:
        if self._page.has_places:
            late = [r.text for r in self._rows if r.below(LATE * self._high)]
        else:
            late = self._texts[len(self._texts) // 2 :]
        return any(h.kind in CLOSES for text in late for h in [heading_of(text)] if h)

    @lazy
    def _first(self) -> Row | None:
        return self._running(self._rows)

    @property
    def first(self) -> str:
        """The first row below what stands at the very top, "" where it is a table's."""
        return self._first.text if self._first and len(self._first.parts) < 3 else ""

    @property
    def first_at(self) -> float:
        """Its left edge."""
        return self._first.x0 if self._first else 0.0

    @lazy
    def last(self) -> str:
        """The last above the foot."""
        last = self._running(reversed(self._rows))
        return last.text if last and len(last.parts) < 3 else ""

    @lazy
    def strewn(self) -> bool:
        """Few words here and there, as on a map."""
        return self._page.has_places and self.words < STREWN and strewn(self._rows)

    @property
    def end(self) -> float:
        """Where the last row above the foot stands, as a share of the height; 0 where unknown."""
        rows, foot = self._rows, self._foot
        return rows[-1 - len(foot)].parts[0].y1 / self._high if self._page.has_places and len(rows) > len(foot) else 0.0


def look_at(page: Page) -> Look:
    """The page's looks. Any page gives one."""
    return Look(page)


def _heading(text: str) -> Heading | None:
    """The heading that the row is, or begins with."""
    begins = None if (whole := heading_of(text)) else run_in(text)
    return begins[0] if begins else whole


def _above_text(rows: Rows, size: float) -> Rows:
    """The rows above the first heading of a section and the first line of running text. size: of that text."""
    for i, row in enumerate(rows):
        heading = heading_of(row.text)
        if heading and not heading.body_only and i and not any(kind_of(p.text) for p in row.parts):
            return rows[:i]
        if size and min([p.size for p in row.parts]) >= TOLERANCE * size:
            continue  # a title, which may go on in small letters
        longest = max([said for p in row.parts for said in _SET_APART.split(p.text)], key=len)
        if len(longest) > 75 or (len(longest) > 60 and (longest[0].islower() or longest[-1] in ".,;-")):
            return rows[:i]
        if longest[:1].islower() and len(longest) > 25 and len(row.parts) == 1:
            return rows[:i]
        if _ITEM.match(longest):
            return rows[:i]
    return rows


@lru_cache(maxsize=4096)
def _numbers(text: str) -> tuple[tuple[int, int], ...]:
    if not _DIGIT.search(text):
        return ()
    plain = fold(text).strip()
    found = [(int(m[1]), int(m[2] or m[3])) for m in _OF.finditer(plain) if m.end() == len(plain) or m.start() == 0]
    if not found and len(plain) < 16 and (match := _LONE_OF.match(plain)):
        found = [(int(match[1]), int(match[2]))]
    if speck := _WITH_SPECK.fullmatch(plain):
        found.append((int(speck[1]), int(speck[2])))
    found = [(k, n) for k, n in found if 0 < k <= n]
    if not found:
        match = _PLAIN.match(plain) or _PLAIN_END.search(plain)
        if match:
            found = [(int(next(g for g in match.groups() if g)), 0)]
    return tuple(found)


def _is_number(text: str) -> bool:
    return len(text) < 22 and bool(_numbers(text))


def _is_numbers(row: Row) -> bool:
    """Whether the row holds page numbers and nothing else."""
    return _DIGIT.search(row.text) is not None and all(_is_number(p.text) for p in row.parts)


@lru_cache(maxsize=4096)
def _unnumbered(text: str) -> str:
    """The row without page numbers, letters folded."""
    return bare(_PLAIN_END.sub("", _OF.sub("", fold(text))) if _DIGIT.search(text) else text)


def _form(text: str) -> str:
    return _DIGIT.sub("#", text)


def _titles(front: Rows, size: float, page: Page) -> tuple[tuple[str, float], ...]:
    if not size or not page.has_places:
        return ()
    scan = page.read_as is not ReadAs.DIGITAL
    least = SCAN_TOLERANCE if scan else TOLERANCE
    return tuple(
        (bare(p.text), p.size / size)
        for row in front
        for p in row.parts
        if least * size <= p.size < 4 * size
        and len(p.text) > 7
        and not heading_of(p.text)
        and not (scan and " " not in p.text)  # a logo, read now so, now so
    )


@cache
def _words() -> dict[str, str]:
    return {bare(row["words"]): row["kind"] for row in table("memo/data/packets_words.csv")}


def kind_of(text: str) -> tuple[str, str] | None:
    """The kind of document that a line says begins here, and the words that say it; None where it says none."""
    if len(text) > 80:
        return None
    words = bare(_OF.sub("", fold(text)) if _DIGIT.search(text) else text).split()
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
