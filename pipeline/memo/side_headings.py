"""Headings in a column of their own, left of the text, each beside the first line of what it stands over.

Many letterheads are made so. Told from labels, contact details and notes in a margin by this: nearly all of them begin
beside the first line of a paragraph, and some of them are headings that a list knows.
"""

import itertools
from statistics import median

from pipeline.memo.headings import heading_of
from pipeline.memo.labels import is_date, is_diarienummer, is_known_label
from pipeline.memo.layout import Segment, Token, around, part
from pipeline.memo.memo import SectionKind
from pipeline.memo.signatures import is_name
from pipeline.memo.stamps import is_stamp
from pipeline.read.page import Page

LONGEST = 32  # characters of one line of such a heading
LINES = 3  # of it at most
COLUMN = 40.0  # points; the least that the headings' column begins left of the text
LEFTMOST = 0.18  # of the page's width; text that begins further left has no room for headings beside it
PARAGRAPH = 25  # characters; a line of the text beside
NEAR = 0.6  # of the size: lines that differ less stand on one row
APART = 0.5  # of the size: the least gap between a heading and its text; that between two words is less
ENOUGH, KNOWN, SHARE = 3, 1, 0.75  # such headings in a memo, known ones among them, and their share of the column

Group = list[Segment]  # the lines of one heading, from above


def side_headings(
    pages: list[Page],
    segments: list[list[Segment]],
    furniture: list[set[int]],
    body: tuple[float, float],
    tokens: list[Token],
) -> tuple[list[list[Segment]], list[list[Group]]]:
    """The segments of each page, cut between a heading and its text; and its headings beside the text, from above.

    None, and the segments as they are, in a memo that is not set so. body: left and right edge of the running text.
    furniture: segments that repeat, by index.
    """
    none: list[list[Group]] = [[] for _ in pages]
    if not pages or not all(page.has_places for page in pages) or body[0] < LEFTMOST * pages[0].width:
        return segments, none
    cut = [_parted(here, body, tokens) for here in segments]
    found = _headings(pages, cut, furniture, body)
    return (cut, found) if found else (segments, none)


def _headings(
    pages: list[Page], segments: list[list[Segment]], furniture: list[set[int]], body: tuple[float, float]
) -> list[list[Group]]:
    """The headings of each page; [] in a memo that is not set so."""
    found: list[list[Group]] = []
    astray = known = 0
    for page, here, repeated in zip(pages, segments, furniture, strict=True):
        own = [s for i, s in enumerate(here) if i not in repeated and not is_stamp(s, page)]
        text = sorted((s for s in own if abs(s.box.x0 - body[0]) < 8), key=lambda s: s.base)
        firsts = _firsts(text)
        groups: list[Group] = []
        for group in _groups([s for s in own if s.box.x1 < body[0] - 3 and s.box.x0 < body[0] - COLUMN]):
            beside = [s for s in text if abs(s.base - group[0].base) < NEAR * s.size]
            if not beside or (is_known_label(words_of(group)) and not (groups and _heads_list(words_of(group)))):
                continue  # a name, a date, a paper's label: they stand where there is no text
            if any(s in firsts for s in beside) and _may_be(group):
                groups.append(group)
                known += heading_of(words_of(group)) is not None
            elif sum(map(len, (s.text for s in beside))) > PARAGRAPH:
                astray += 1
        found.append(groups)
    count = sum(map(len, found))
    return found if count >= ENOUGH and known >= KNOWN and count >= SHARE * (count + astray) else []


def _heads_list(text: str) -> bool:
    """Whether a label of letterheads heads a list too, as it does below other headings: Kopia, Till."""
    heading = heading_of(text)
    return heading is not None and heading.kind in (SectionKind.RECIPIENTS, SectionKind.ATTACHMENTS)


def _parted(here: list[Segment], body: tuple[float, float], tokens: list[Token]) -> list[Segment]:
    """The segments of a page, those cut that run over the left edge of the text, if a word begins there after a gap.

    What is cut off comes last, so that the others keep their places.
    """
    kept: list[Segment] = []
    more: list[Segment] = []
    for s in here:
        places = _cut(s, body, tokens) if s.box.x0 < body[0] - COLUMN and s.box.x1 > body[0] + COLUMN else 0
        kept.append(part(s, list(range(places)), tokens) if places else s)
        if places:
            more.append(part(s, list(range(places, len(s.words))), tokens))
    return kept + more


def _cut(s: Segment, body: tuple[float, float], tokens: list[Token]) -> int:
    """The place of the word at which the text begins; 0 where the segment is one."""
    for n in range(1, len(s.words)):
        before, word = tokens[s.words[n - 1]].box, tokens[s.words[n]].box
        if abs(word.x0 - body[0]) < 3:
            return n if word.x0 - before.x1 > APART * s.size else 0
    return 0


def words_of(group: Group) -> str:
    """The heading's text, with a word that is broken over two lines whole."""
    return " ".join(s.text for s in group).replace("- ", "")


def one_line(group: Group) -> Segment:
    """The heading as one segment."""
    first = group[0]
    box = around([s.box for s in group])
    every = [w for s in group for w in s.words]
    bold = all(s.bold for s in group)
    return Segment(every, box, first.page, first.row, first.size, bold, words_of(group), base=first.base)


def row_beside(rows: list[list[Segment]], group: Group) -> int:
    """The index of the row that the heading stands beside; how many there are where it stands below them all."""
    return next((n for n, row in enumerate(rows) if row[0].base > group[0].base - NEAR * group[0].size), len(rows))


def _firsts(text: list[Segment]) -> list[Segment]:
    """The lines of the text's column that begin a paragraph. text: the column's lines, from above."""
    steps = [b.base - a.base for a, b in itertools.pairwise(text)]
    lines = [step for step, s in zip(steps, text, strict=False) if 0 < step < 2.2 * s.size]
    pitch = median(lines) if lines else 0.0
    return [s for s, step in zip(text, [1000.0, *steps], strict=False) if step > 1.2 * pitch]


def _groups(column: list[Segment]) -> list[Group]:
    """The lines of the left column, those that stand close under each other together."""
    groups: list[Group] = []
    for s in sorted(column, key=lambda s: (s.base, s.box.x0)):
        last = groups[-1][-1] if groups else None
        if last is not None and 0 < s.base - last.base < 1.6 * s.size and _aligned(s, last):
            groups[-1].append(s)
        else:
            groups.append([s])
    return groups


def _aligned(one: Segment, other: Segment) -> bool:
    """Whether two lines begin or end above each other."""
    return min(abs(one.box.x0 - other.box.x0), abs(one.box.x1 - other.box.x1)) < 12


def _may_be(group: Group) -> bool:
    text = words_of(group)
    return (
        len(group) <= LINES
        and all(len(s.text) < LONGEST for s in group)
        and len(text) > 3
        and text[0].isupper()
        and text[-1] not in ".,;"
        and not any(c.isdigit() for c in text)
        and not is_name(text)
        and not is_date(text)
        and not is_diarienummer(text)
    )
