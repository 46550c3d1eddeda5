"""Repeated page heads and feet, page numbers and address lines: what is no part of what the memo says."""

import re
from functools import lru_cache

from pipeline.memo.fold import alike, bare, fold
from pipeline.memo.headings import Heading, heading_of, run_in
from pipeline.memo.items import mark_of
from pipeline.memo.labels import is_organisation
from pipeline.memo.layout import Segment
from pipeline.memo.memo import SectionKind
from pipeline.read.page import Page

HEAD, FOOT = 0.22, 0.80  # shares of the page's height within which heads and feet are looked for
HEAD_ROWS, FOOT_ROWS = 9, 7  # the same in text without places
FRONT, FRONT_ROWS = 0.45, 25  # how much of the first page may come back in the heads of later ones

PAGE_NUMBER = re.compile(
    r"(?:sid(?:a|an|nr)?\.?|page|blad|s\.)?[ :]*\d{1,3}[ ]?(?:[(\[{|/][ ]?\d{1,3}[ ]?[)\]}|]?|av \d{1,3}|of \d{1,3})$|"
    r"(?:sid(?:a|an|nr)\.?|blad|page)[ :]*\d{1,3}$|[-–—] ?\d{1,3} ?[-–—]$|"
    r"[\dil]{1,2}[ :.]{0,2}[(\[{1l]?\d{1,2}[)\]}]$|[(\[]\d{1,3}[)\]]$"
)
ADDRESS = re.compile(
    r"\b(?:(?=p[glo]|b[aeg]|g[ao]|le|fa|t[ef]|or|va|he|we|in|e[mp-]|m[ao])"  # so the words below begin
    r"(?:postadress|besoksadress|bes[ .]*adress|gatuadress|leveransadress|fakturaadress|telefon|telefax|tfn|tel|fax|"
    r"postgiro|plusgiro|bankgiro|bg|pg|org\.? ?nr|"
    r"organisationsnr|organisationsnummer|orgnr|vaxel|hemsida|webb(?:plats)?|"
    r"webbadress|internet|e-?post(?:adress)?|epost|e-?mail|mailadress|momsreg|vat ?nr|godkand for f-skatt)\b|"
    r"www\.|box \d{1,5}\b|\d{3} ?\d{2} [a-zåäö]{3}|0\d{1,3} ?[-/] ?\d{2,3} ?\d{2}|\d{6}-\d{4}\b)|"
    r"https?://|[a-z0-9]@[a-z]|(?<![\w.@-])[a-z][a-z0-9-]{2,}\.se\b"
)
_DIGIT = re.compile(r"\d")
SURE = re.compile(r"\b(?:postadress|besoksadress|postgiro|plusgiro|bankgiro|org\.? ?nr|organisationsn\w+|orgnr)\b")
# what a line of an address has, and no sentence that names one
_ADDRESS_LINE = re.compile(
    r"\b(?:tfn|tel|telefon|telefax|fax|vaxel)\b.*\b(?:fax|telefax|postgiro|plusgiro|bankgiro|pg|bg|org)|"
    r"\b\d{3} ?\d{2} [a-zåäö]{3}.*\b(?:tfn|tel|telefon|vaxel)\b"
)
LONGEST_LIST = 12  # rows of a list of recipients
_ENTRY = re.compile(r"([A-ZÅÄÖ][^,(\d]{3,50})(?:,| \()")
_HOUSE = re.compile(r"(?:kommun|stad|kommuner|landsting)$")
SIGN = re.compile(
    r"utdragsbestyrk\w*|justerand\w*(?: sign\w*)?|justerar\w* sign\w*|sign(?:atur|um)?(?: sign(?:atur|um)?)*|"
    r"protokollsjusterar\w*(?: sign\w*)?|ordf(?:orandes?)? sign\w*|rattt?\w* avskrift intygar"
)


def is_page_number(text: str) -> bool:
    """`2 (3)`, `Sida 1 av 2`, `1 [2]`, `- 4 -`."""
    return len(text) < 22 and bool(PAGE_NUMBER.match(fold(text).strip()))


def address_hits(text: str) -> int:
    """How many marks of an address line the text bears."""
    return len(ADDRESS.findall(fold(text))) if len(text) < 400 else 0


def find_furniture(pages: list[Page], segments: list[list[Segment]]) -> list[set[int]]:
    """For each page the positions in its list of segments that are furniture. The first page's head is not."""
    heads = [_edge(p, s, top=True) for p, s in zip(pages, segments, strict=True)]
    feet = [_edge(p, s, top=False) for p, s in zip(pages, segments, strict=True)]
    front = _front(pages[0], segments[0]) if pages else []
    found: list[set[int]] = [set() for _ in pages]
    for n, page in enumerate(pages):
        others = [m for m in dict.fromkeys((n - 1, n + 1, n + 2, n - 2, 0)) if 0 <= m < len(pages) and m != n]
        for edges, top in ((heads, True), (feet, False)):
            if top and n == 0:
                continue
            again = {
                i
                for i in edges[n]
                if any(_repeated(segments[n][i], segments[m], edges[m], page.has_places) for m in others)
            }
            found[n] |= again if page.has_places else _at_edge(again, edges[n], segments[n], top)
        if n:
            found[n] |= _like_the_first(segments[n], heads[n], segments[0], front, found[n])
        found[n] |= {
            i
            for i in (heads[n] + feet[n] if n else feet[n])
            if is_page_number(segments[n][i].text) and _lone(segments[n], i)
        }
        found[n] |= _address_foot(segments[n], feet[n], found[n], page)
    if len(pages) == 1 and not (pages[0].has_places or pages[0].paragraphs):
        found[0] |= _lost_breaks(segments[0])
    return found


def _lost_breaks(segments: list[Segment]) -> set[int]:
    """In text whose page breaks were lost: an address line among its lines, and the next page's head below it."""
    rows: dict[int, list[int]] = {}
    for i, segment in enumerate(segments):
        rows.setdefault(segment.row, []).append(i)
    above = {w for s in segments if s.row < HEAD_ROWS for w in bare(s.text).split()}
    found: set[int] = set()
    head = 0  # rows that may still be the next page's head
    for row, members in sorted(rows.items()):
        text = " ".join(segments[i].text for i in members)
        if row > HEAD_ROWS and address_hits(text) > 2 and _ADDRESS_LINE.search(fold(text)):
            found.update(members)
            head = 3
        elif head:
            known = [w for w in bare(text).split() if not w.isdigit()]
            again = known and sum(w in above for w in known) >= 0.65 * len(known) and any(c.isdigit() for c in text)
            head = head - 1 if len(text) < 90 and (again or is_page_number(text)) else 0
            found.update(members if head or again else [])
    return found


def _edge(page: Page, segments: list[Segment], top: bool) -> list[int]:
    """Positions of the segments near the page's upper or lower edge."""
    if not segments:
        return []
    if not page.has_places:
        last = segments[-1].row
        return [i for i, s in enumerate(segments) if (s.row < HEAD_ROWS if top else s.row > last - FOOT_ROWS)]
    height = page.height if page.height > 0 else max(s.box.y1 for s in segments)
    return [
        i
        for i, s in enumerate(segments)
        if (s.box.y1 < HEAD * height if top else s.box.y0 > FOOT * height and s.row > 0)
    ]


def _front(page: Page, segments: list[Segment]) -> list[int]:
    """Positions of the segments in the upper part of the page, down to the first section."""
    found = []
    for i, s in enumerate(segments):
        heading = heading_of(s.text)
        if (heading and not heading.body_only) or (len(s.text) > 60 and s.text.endswith((".", ","))):
            break
        if s.box.y1 < FRONT * page.height if page.has_places else s.row < FRONT_ROWS:
            found.append(i)
    return found


@lru_cache(maxsize=8192)
def _mask(text: str) -> str:
    return _DIGIT.sub("#", bare(text))


# "Kommunstyrelsen beslutar", "Nämnden föreslår kommunfullmäktige": each of a page's matters may have it at an edge
_LEADS_IN = re.compile(
    r"\b(?:beslutar?|foreslar|foreslas|hemstaller)"
    r"(?: (?:for egen del|besluta|\w+fullmaktige|\w+styrelsen))*(?: att)?:?$"
)


def leads_in(text: str) -> bool:
    """Whether a line leads in the points of a matter."""
    return _LEADS_IN.search(fold(text)) is not None


def _repeated(one: Segment, others: list[Segment], edge: list[int], places: bool) -> bool:
    if one.text.startswith("§"):  # minutes: each page may open with the next matter
        return any(others[i].text == one.text for i in edge)
    if leads_in(one.text):
        return False
    left, top, _, _ = one.box
    mask = ""
    for i in edge:
        other = others[i]
        x0, y0, _, _ = other.box
        if places and not (-14 <= top - y0 <= 14 and -18 <= left - x0 <= 18):
            continue
        mask = mask or _mask(one.text)
        if not mask:
            return False
        theirs = _mask(other.text)
        if mask == theirs:
            return places or len(mask) > 3
        if len(mask) > 5 and abs(len(mask) - len(theirs)) < 6 and alike(mask, theirs):
            return True
    return False


def _at_edge(again: set[int], edge: list[int], segments: list[Segment], top: bool) -> set[int]:
    """Of lines printed before, those at the text's edge: a list's entry may be the same as another list's."""
    kept: set[int] = set()
    between: set[int] = set()
    for i in edge if top else reversed(edge):
        text = segments[i].text
        if i in again and (len(between) < (3 if top else 2) or any(c.isdigit() for c in text.lstrip("0123456789. "))):
            kept.add(i)
        elif i not in again and not address_hits(text) and not is_page_number(text):
            between.add(segments[i].row)
    return kept


def _like_the_first(
    segments: list[Segment], head: list[int], first: list[Segment], first_head: list[int], found: set[int]
) -> set[int]:
    """Rows at the top of a later page made of words that stand in the first page's head too."""
    known = {w for i in first_head for w in bare(first[i].text).split()}
    if not known:
        return set()
    rows: dict[int, list[int]] = {}
    for i in head:
        rows.setdefault(segments[i].row, []).append(i)
    taken: set[int] = set()
    sure = False
    for _, members in sorted(rows.items()):
        text = " ".join(segments[i].text for i in members)
        if text.startswith("§") or mark_of(text.split(), "", False) or leads_in(text):
            break
        words = [w for w in bare(text).split() if not w.isdigit()]
        same = sum(w in known for w in words)
        if words and same < 0.65 * len(words) and not all(i in found for i in members):
            break
        sure = sure or any(c.isdigit() for c in text) or len(members) > 1 or any(i in found for i in members)
        taken.update(members)
    return taken if sure and len(taken) < len(segments) else set()


def _lone(segments: list[Segment], i: int) -> bool:
    """True where no running text stands on the same row, so that `2 (3)` is the page's number."""
    row = segments[i].row
    return all(len(s.text) < 60 for s in segments[max(0, i - 3) : i + 4] if s.row == row)


def _address_foot(segments: list[Segment], foot: list[int], found: set[int], page: Page) -> set[int]:
    """The run of address rows that ends the page."""
    repeated = [segments[i].row for i in foot if i in found and not is_page_number(segments[i].text)]
    rows: dict[int, list[int]] = {}
    for i in foot:
        if not repeated or segments[i].row >= min(repeated):
            rows.setdefault(segments[i].row, []).append(i)
    run: list[int] = []
    hits, sure = 0, False
    below: float | None = None
    for _, members in sorted(rows.items(), reverse=True):
        text = " ".join(segments[i].text for i in members)
        here = address_hits(text)
        folded = bare(text)
        other = all(i in found for i in members) or is_page_number(text) or SIGN.fullmatch(folded) is not None
        top = min(segments[i].box.y0 for i in members)
        bottom = max(segments[i].box.y1 for i in members)
        near = below is not None and below - bottom < 1.2 * max(6.0, segments[members[0]].size)
        short = len(members) > 1 or len(text) < 60
        if not (here or other or (near and short and run and not text.rstrip().endswith(".") and page.has_places)):
            break
        run += members
        hits += here
        sure = sure or other or SURE.search(fold(text)) is not None
        below = top
    if not run or (hits < 2 and not sure):
        return set()
    if not page.has_places:
        while run and _is_entry(segments, segments[run[-1]]):
            row = segments[run[-1]].row
            run = [i for i in run if segments[i].row != row]
    # what stands on top of the run without being address or repeated came along by nearness only
    while run and not sure and not address_hits(segments[run[-1]].text) and not _apart(segments, run):
        run.pop()
    return set(run) if len(run) < len(segments) else set()


def _is_entry(segments: list[Segment], entry: Segment) -> bool:
    """Whether a row is an entry of a list of recipients, with its address: `Hults IF, Box 12, 123 45 Hult`.

    It stands right under the others, and is not of the house whose head stands on the page.
    """
    name = _ENTRY.match(entry.text)
    if name is None:
        return False
    if address_hits(name[1]) or _HOUSE.search(bare(name[1])):
        return False
    head = {w for s in segments if s.row < HEAD_ROWS and s.row < entry.row - LONGEST_LIST for w in bare(s.text).split()}
    if head.issuperset(bare(name[1]).split()):
        return False
    below = entry
    for segment in reversed(segments):
        if segment.row >= below.row:
            continue
        if below.row - segment.row > LONGEST_LIST or below.box.y0 - segment.box.y1 > 0.3 * max(6.0, below.size):
            return False
        heading = heading_of(segment.text) or run_in_heading(segment.text)
        if heading is not None:
            return heading.kind == SectionKind.RECIPIENTS
        below = segment
    return False


def run_in_heading(text: str) -> Heading | None:
    """The heading that a line begins with, where text follows on it: `Kopia till: Kommunstyrelsen`."""
    found = run_in(text)
    return found[0] if found else None


def _apart(segments: list[Segment], run: list[int]) -> bool:
    """True where the run begins with a sender's name and stands well below everything else."""
    top = segments[run[-1]]
    above = max((s.box.y1 for s in segments if s.row < top.row), default=0.0)
    return is_organisation(top.text) and top.box.y0 - above > 2.5 * max(6.0, top.size)
