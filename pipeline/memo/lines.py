"""Words become lines: by overlap in height, from left to right, and cut where the gap is wide."""

import math
import re
from itertools import pairwise
from operator import itemgetter

from pipeline.memo.layout import Segment, Token
from pipeline.memo.rows import median, rows_of_words
from pipeline.memo.twice import is_rule, is_unprinted
from pipeline.read.page import Box, Page

WIDE = 1.6  # a gap of so many ems parts two columns
BLANKS = 2.5  # in text without places: so many character cells
_WHITE_OR_SOFT = re.compile("[\\s\u00ad]")  # white space, or a hyphen that is printed only where a line ends
CELL_WIDTH, CELL_HEIGHT = 6.0, 12.0
MARKER = re.compile(r"(?:\d{1,2}[.)]|\(?[A-Za-zåäö]\)|[A-Za-z]\.|[•·▪●○◦*¢»\uf0b7\uf0a7–—-]|o|[Aa]tt|ATT)$")


def tokens_of(page: Page) -> list[Token]:
    """The page's words with sound boxes; empty ones are left out, and those that are no print."""
    found = []
    beside_rule = -1  # the last word that was taken for a rule: the number behind it may have a minus
    for number, word in enumerate(page.words, 1):
        text = word.text
        if not text.isalnum() and (not text or _WHITE_OR_SOFT.search(text)):
            text = "".join(text.split()).replace("\u00ad", "-" if text.endswith("\u00ad") else "")
            if not text:
                continue
        if word.second is not None or text == "=":
            after = page.words[number].text if number < len(page.words) else ""
            if is_unprinted(word, after):
                continue
            if is_rule(word, after):
                beside_rule = number
                continue
        box = word.box
        x0, y0, x1, y1 = box
        if not (-1e6 < x0 < x1 - 0.1 < 1e6 and -1e6 < y0 < y1 - 0.1 < 1e6):
            box = _sound(box)
        confidence, size = word.confidence, word.size
        if not 0.0 <= confidence <= 1.0:
            confidence = 0.0
        if not 0 < size < 1000:
            size = 0.0
        found.append(
            Token(
                text,
                word.text,
                page.number,
                box,
                confidence,
                word.agreed and number != beside_rule + 1,
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


_DIGITS = re.compile(r"[-–—−+=(]?\d[\d.,]*(?:[%)]|:-|,-)?$")
_DASHES = frozenset("-–—−")
_ALNUM = re.compile(r"[^\W_]")
_TALL, _DEEP = re.compile(r"[A-ZÅÄÖÉ0-9bdfhkltåäöéi§(/]"), re.compile(r"[gjpqy,;()Q/]")


def em_of(token: Token) -> float:
    """The font's size in points; where the reader didn't know it, told by the box and the letters within it."""
    if token.size:
        return token.size
    tall, deep = bool(_TALL.search(token.text)), _is_deep(token.text)
    return token.box.height / (0.93 if tall and deep else 0.72 if tall or deep else 0.52)


def _bases(tokens: list[Token], boxes: list[Box], texts: list[str], ems: list[float]) -> list[float]:
    """For each token the height on the page of the line that its letters stand on. ems: of the tokens."""
    bases = []
    for token, (_, y0, _, y1), deep, em in zip(tokens, boxes, map(_DEEP.search, texts), ems, strict=True):
        if y1 - y0 > 0.95 * em and token.size:  # the font's box, not the letters'
            bases.append(y1 - 0.21 * (y1 - y0))
        else:
            bases.append(y1 if deep is None else y1 - 0.21 * em)
    return bases


def _is_deep(text: str) -> bool:
    """Whether a word has a letter that reaches below the line."""
    return _DEEP.search(text) is not None


def segments_of(tokens: list[Token], first: int, page: Page, sheet: int) -> list[Segment]:
    """The page's segments, row by row from the top, left to right. first: index of tokens[0] in the memo;
    sheet: number that its segments' page gets."""
    if not tokens:
        return []
    rows = rows_of_words(tokens) if page.has_places else _text_rows(tokens)
    sized = page.has_places or page.paragraphs
    texts, boxes, bolds = [t.text for t in tokens], [t.box for t in tokens], [t.bold for t in tokens]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    ems = [t.size or em_of(t) for t in tokens]
    bases = _bases(tokens, boxes, texts, ems)
    em = median(ems)
    found = []
    for number, row in enumerate(rows):
        gaps = [lefts[b] - rights[a] for a, b in pairwise(row)]
        for part in _cut(row, gaps, tokens, ems, em, page) if gaps else (row,):
            if len(part) == 1:
                (i,) = part
                box, size, bold, text, base = boxes[i], ems[i], bolds[i], texts[i], bases[i]
            else:
                of_part = itemgetter(*part)
                bold = any(of_part(bolds)) and _is_bold(of_part(bolds), of_part(texts))
                x0, y0, x1, y1 = min(of_part(lefts)), min(of_part(tops)), max(of_part(rights)), max(of_part(bottoms))
                box, size, text = Box(x0, y0, x1, y1), median(of_part(ems)), " ".join(of_part(texts))
                base = median(of_part(bases))
            words = [first + i for i in part]
            found.append(Segment(words, box, sheet, number, size if sized else CELL_HEIGHT, bold, text, base=base))
    return found


def _is_bold(bolds: tuple[bool, ...], texts: tuple[str, ...]) -> bool:
    """Whether all words are, or all that have a letter or digit."""
    return all(bold or not _ALNUM.search(text) for bold, text in zip(bolds, texts, strict=True))


def _text_rows(tokens: list[Token]) -> list[list[int]]:
    rows: dict[float, list[int]] = {}
    for i, token in enumerate(tokens):
        rows.setdefault(round(token.box.y0, 1), []).append(i)
    return [rows[y] for y in sorted(rows)]


def _cut(
    row: list[int], gaps: list[float], tokens: list[Token], ems: list[float], em: float, page: Page
) -> list[list[int]]:
    """The parts of a row of several words between wide gaps, upright rules and changes of size.

    gaps: between its words. ems: of the tokens; em: of most.
    """
    widest = max(gaps)
    if page.has_places and widest <= 0.5 * WIDE * 0.6 * em:  # no gap can be wide
        return [row]
    if page.has_places:
        local = median([ems[i] for i in row])
        wide = WIDE * max(0.6 * em, min(local, 1.6 * em))
        if widest <= 0.5 * wide:
            return [row]
        positive = sorted(g for g in gaps if g > 0)
        usual = positive[(len(positive) - 1) // 4] if len(positive) >= 4 else em
        if len(positive) >= 4:  # a justified line has even gaps, all of them large
            wide = max(wide, min(2.2 * usual, 2.0 * wide))
    else:
        wide, usual = BLANKS * CELL_WIDTH, em
    if widest <= 0.5 * wide:
        return [row]
    parts: list[list[int]] = []
    part = [row[0]]
    for gap, i in zip(gaps, row[1:], strict=True):
        if gap <= 0.5 * wide:
            part.append(i)
            continue
        before = tokens[part[-1]]
        reach = 14 * em if before.text.lower() == "att" else 6 * em
        hangs = (
            len(part) < 4
            and gap < reach
            and _hangs([tokens[n].text for n in part], tokens[i].text)
            and not _is_nothing(before.text, tokens[i].text, bool(parts))
        )
        # columns of numbers stand close: to each other, and where the line's other gaps are small to the words before
        numbers = _DIGITS.match(tokens[i].text) and (_DIGITS.match(before.text) or gap > 2 * usual)
        if (gap > (0.6 * wide if numbers else wide) and not hangs) or (
            gap > 0.5 * wide and _parted(before, tokens[i], page)
        ):
            parts.append(part)
            part = []
        part.append(i)
    return [*parts, part]


def _is_nothing(mark: str, text: str, inside: bool) -> bool:
    """Whether a dash is a table's cell that says "nothing", so that the number after a wide gap is the next cell's,
    not one below nought. inside: a wide gap stands before the dash too: no list's mark, or one of a second column."""
    return mark in _DASHES and (text in _DASHES or (inside and _DIGITS.match(text) is not None))


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
