"""Words become lines: by overlap in height, from left to right, and cut where the gap is wide."""

import math
import re
from functools import lru_cache
from itertools import pairwise

from pipeline.memo.layout import Segment, Token, around
from pipeline.read.page import Box, Page

WIDE = 1.6  # a gap of so many ems parts two columns
BLANKS = 2.5  # in text without places: so many character cells
CELL_WIDTH, CELL_HEIGHT = 6.0, 12.0
MARKER = re.compile(r"(?:\d{1,2}[.)]|\(?[A-Za-zåäö]\)|[A-Za-z]\.|[•·▪●○◦*¢»\uf0b7\uf0a7–—-]|o|[Aa]tt|ATT)$")


def tokens_of(page: Page) -> list[Token]:
    """The page's words with sound boxes; empty words are left out."""
    found = []
    for word in page.words:
        text = word.text
        if not text.isalnum():
            text = "".join(text.split()).replace("\u00ad", "-" if text.endswith("\u00ad") else "")
            if not text:
                continue
        box = word.box
        x0, y0, x1, y1 = box
        if not (-1e6 < x0 < x1 - 0.1 < 1e6 and -1e6 < y0 < y1 - 0.1 < 1e6):
            box = _sound(box)
        confidence = word.confidence if 0.0 <= word.confidence <= 1.0 else 0.0
        size = word.size if 0 < word.size < 1000 else 0.0
        found.append(
            Token(
                text,
                word.text,
                page.number,
                box,
                confidence,
                word.agreed,
                size,
                word.bold,
                word.picture,
                word.angle,
                word.block,
                word.line,
            )
        )
    return found


def _sound(box: Box) -> Box:
    """The box with its corners in order and every number finite."""
    values = [v if math.isfinite(v) and abs(v) < 1e6 else 0.0 for v in box]
    x0, x1 = sorted((values[0], values[2]))
    y0, y1 = sorted((values[1], values[3]))
    return Box(x0, y0, max(x1, x0 + 0.1), max(y1, y0 + 0.1))


def median(values: list[float]) -> float:
    """What `statistics.median` gives, for a list that has something in it."""
    if len(values) == 1:
        return values[0]
    ranked = sorted(values)
    half = len(ranked) // 2
    return ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) / 2


_DIGITS = re.compile(r"[-–—−+=(]?\d[\d.,]*(?:[%)]|:-|,-)?$")
_ALNUM = re.compile(r"[^\W_]")
_TALL, _DEEP = re.compile(r"[A-ZÅÄÖÉ0-9bdfhkltåäöéi§(/]"), re.compile(r"[gjpqy,;()Q/]")


def em_of(token: Token) -> float:
    """The font's size in points; where the reader didn't know it, told by the box and the letters within it."""
    if token.size:
        return token.size
    tall, deep = bool(_TALL.search(token.text)), _is_deep(token.text)
    return token.box.height / (0.93 if tall and deep else 0.72 if tall or deep else 0.52)


def base_of(token: Token, em: float) -> float:
    """The height on the page of the line that the letters stand on. em: of the token."""
    _, y0, _, y1 = token.box
    if token.size and y1 - y0 > 0.95 * token.size:  # the font's box, not the letters'
        return y1 - 0.21 * (y1 - y0)
    return y1 - (0.21 * em if _is_deep(token.text) else 0.0)


@lru_cache(maxsize=8192)
def _is_deep(text: str) -> bool:
    """Whether a word has a letter that reaches below the line."""
    return _DEEP.search(text) is not None


def segments_of(tokens: list[Token], first: int, page: Page, sheet: int) -> list[Segment]:
    """The page's segments, row by row from the top, left to right. first: index of tokens[0] in the memo;
    sheet: number that its segments' page gets."""
    if not tokens:
        return []
    rows = _rows(tokens) if page.has_places else _text_rows(tokens)
    ems = [t.size or em_of(t) for t in tokens]
    bases = [base_of(t, em) for t, em in zip(tokens, ems, strict=True)]
    em = median(ems)
    found = []
    for number, row in enumerate(rows):
        for part in _cut(row, tokens, ems, em, page):
            words = [tokens[i] for i in part]
            bold = [w.bold for w in words]
            found.append(
                Segment(
                    words=[first + i for i in part],
                    box=around([w.box for w in words]),
                    page=sheet,
                    row=number,
                    size=median([ems[i] for i in part]) if page.has_places or page.paragraphs else CELL_HEIGHT,
                    bold=any(bold) and (all(bold) or all(w.bold or not _ALNUM.search(w.text) for w in words)),
                    text=" ".join([w.text for w in words]),
                    base=median([bases[i] for i in part]),
                )
            )
    return found


def _text_rows(tokens: list[Token]) -> list[list[int]]:
    rows: dict[float, list[int]] = {}
    for i, token in enumerate(tokens):
        rows.setdefault(round(token.box.y0, 1), []).append(i)
    return [rows[y] for y in sorted(rows)]


class _Row:
    __slots__ = ("members", "x1", "y0", "y1")

    def __init__(self, index: int, box: Box) -> None:
        self.members = [index]
        self.x1 = box.x1  # of the last word
        self.y0, self.y1 = box.y0, box.y1  # of the last full-height word: follows a skewed line


def _rows(tokens: list[Token]) -> list[list[int]]:
    """Rows of token indices. Words are taken from left to right, so that a row may climb or fall slowly."""
    boxes = [t.box for t in tokens]
    heights = [y1 - y0 for _, y0, _, y1 in boxes]
    usual = median(heights)
    step = max(2.0, 1.5 * usual)
    buckets: dict[int, list[_Row]] = {}
    rows: list[_Row] = []
    small = []
    lefts = [box[0] for box in boxes]
    order = sorted(range(len(tokens)), key=[box[1] for box in boxes].__getitem__)
    order.sort(key=lefts.__getitem__)  # from left to right, of those that begin alike the upper first
    for i in order:
        box, height = boxes[i], heights[i]
        if height < 0.6 * usual and not any(c.isalnum() for c in tokens[i].text):
            small.append(i)  # dashes, full stops, bullets: placed once the rows are known
            continue
        row = _best(box, buckets, step, 0.45)
        if row is None:
            row = _Row(i, box)
            rows.append(row)
            _put(row, buckets, step)
            continue
        row.members.append(i)
        row.x1 = box.x1
        if height > 0.6 * (row.y1 - row.y0):
            before = (int(row.y0 // step), int(row.y1 // step))
            row.y0, row.y1 = box.y0, box.y1
            if before != (int(row.y0 // step), int(row.y1 // step)):
                _put(row, buckets, step)
    for i in small:
        _place_small(i, tokens, rows, buckets, step)
    middles = [(y0 + y1) / 2 for _, y0, _, y1 in boxes]
    made = [(median([middles[i] for i in row.members]), row.members) for row in rows]
    made.sort(key=lambda r: r[0])
    return [sorted(members, key=lefts.__getitem__) for _, members in made]


def _put(row: _Row, buckets: dict[int, list[_Row]], step: float) -> None:
    low, high = int(row.y0 // step), int(row.y1 // step)
    for bucket in {low, high, (low + high) // 2}:
        holder = buckets.setdefault(bucket, [])
        if row not in holder:
            holder.append(row)


def _best(box: Box, buckets: dict[int, list[_Row]], step: float, least: float) -> _Row | None:
    """The row that shares most of its height with the box."""
    best, most = None, 0.0
    x0, y0, _, y1 = box
    height = y1 - y0
    low, high = int(y0 // step), int(y1 // step)
    for bucket in (low,) if low == high else {low, (low + high) // 2, high}:
        for row in buckets.get(bucket, ()):
            shared = (y1 if y1 < row.y1 else row.y1) - (y0 if y0 > row.y0 else row.y0)
            if shared <= 0:
                continue
            other = row.y1 - row.y0
            if height < 0.6 * other and x0 - row.x1 > 3 * other:
                continue  # a logo in large type beside the lines of a letterhead: several of them may share its height
            share = shared / (height if height > other else other)
            # a superscript or a footnote mark overlaps little of the line but most of itself; a box that a speck made
            # too tall holds the whole height of its line
            if (share < least and 0.3 < height / other < 0.75 and shared > 0.6 * height) or (
                share < least and 0.32 < other / height < 0.6 and shared > 0.95 * other
            ):
                share = least
            if share >= least and share > most:
                best, most = row, share
    return best


def _place_small(i: int, tokens: list[Token], rows: list[_Row], buckets: dict[int, list[_Row]], step: float) -> None:
    box = tokens[i].box
    middle = (box.y0 + box.y1) / 2
    best, least = None, math.inf
    for bucket in range(int((box.y0 - step) // step), int((box.y1 + step) // step) + 1):
        for row in buckets.get(bucket, ()):
            away = abs(middle - (row.y0 + row.y1) / 2)
            if away < 0.75 * (row.y1 - row.y0) and away < least:
                best, least = row, away
    if best is None:
        row = _Row(i, box)
        rows.append(row)
        _put(row, buckets, step)
    else:
        best.members.append(i)


def _cut(row: list[int], tokens: list[Token], ems: list[float], em: float, page: Page) -> list[list[int]]:
    """The row's parts between wide gaps, upright rules and changes of size. ems: of the tokens; em: of most."""
    boxes = [tokens[i].box for i in row]
    gaps = [b[0] - a[2] for a, b in pairwise(boxes)]
    if not gaps or (page.has_places and max(gaps) <= 0.5 * WIDE * 0.6 * em):  # no gap can be wide
        return [row]
    if page.has_places:
        local = median([ems[i] for i in row])
        wide = WIDE * max(0.6 * em, min(local, 1.6 * em))
        positive = sorted(g for g in gaps if g > 0)
        usual = positive[(len(positive) - 1) // 4] if len(positive) >= 4 else em
        if len(positive) >= 4:  # a justified line has even gaps, all of them large
            wide = max(wide, min(2.2 * usual, 2.0 * wide))
    else:
        wide, usual = BLANKS * CELL_WIDTH, em
    parts, part = [], [row[0]]
    for gap, i in zip(gaps, row[1:], strict=True):
        if gap <= 0.5 * wide:
            part.append(i)
            continue
        before = tokens[part[-1]]
        reach = 14 * em if before.text.lower() == "att" else 6 * em
        hangs = len(part) < 4 and gap < reach and _hangs([tokens[n].text for n in part], tokens[i].text)
        # columns of numbers stand close: to each other, and where the line's other gaps are small to the words before
        numbers = _DIGITS.match(tokens[i].text) and (_DIGITS.match(before.text) or gap > 2 * usual)
        if (gap > (0.6 * wide if numbers else wide) and not hangs) or (
            gap > 0.5 * wide and _parted(before, tokens[i], page)
        ):
            parts.append(part)
            part = []
        part.append(i)
    return [*parts, part]


def _parted(a: Token, b: Token, page: Page) -> bool:
    """True where the font changes much in size, or an upright rule stands between."""
    if a.size and b.size and max(a.size, b.size) > 1.3 * min(a.size, b.size):
        return True
    return any(
        r.box.width < 4 < r.box.height
        and a.box.x1 - 1 < r.box.x0 < b.box.x0 + 1
        and r.box.y0 < a.box.y1
        and r.box.y1 > a.box.y0
        for r in page.rules
    )


_MARK = re.compile(rf"\(?\d{{1,2}}[.):]?$|{MARKER.pattern}")  # of an att-sats
_BEFORE_ATT = frozenset(("och", "samt", "dels"))


def _hangs(part: list[str], text: str) -> bool:
    """True where the words are a list item's or heading's mark, set apart from those after it: "2.", "2. samt att"."""
    first, last = part[0], part[-1]
    if len(part) > 1:
        return last.lower() == "att" and all(_MARK.match(w) or w in _BEFORE_ATT for w in part[:-1])
    if MARKER.match(first):
        return True
    return first.isdigit() and len(first) < 3 and len(text) > 2 and text[0].isupper()
