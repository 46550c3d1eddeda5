"""Tables of old text whose rows lost numbers, so that nobody knows which column one stands in: what is read for certain
is still a sum where one line above says the unit of all.

Mnkr 2025 2026 2027 Totalt
Entreprenad 2 4,0 71,5 62,5 138,0
Byggherrekostnader 335 Os) 45 14,5

Only numbers that are whole as they stand are taken: with decimals as the others have, or with points at the thousands.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.amounts_kinds import mixes
from pipeline.extract.amounts_worn import DIFFERENCE, SHARE, YEAR
from pipeline.forms.amounts import find_amounts, unit_of
from pipeline.forms.amounts_numbers import MINUS
from pipeline.memo.memo import Block, BlockKind, Cell, Memo, Table
from pipeline.read.page import ReadAs

SURE = 0.4  # of a number whose row is not whole
_LEAST_ROWS, _LEAST = 2, 4  # rows that hold such numbers, and numbers
_LONGEST, _NAME = 90, 45
_KINDS = (BlockKind.PARAGRAPH, BlockKind.LINES, BlockKind.HEADING)
_WORD = re.compile(r"\S+")
_DECIMAL = re.compile(rf"[{MINUS}]?(?P<whole>0|[1-9]\d{{0,3}}),(?P<part>\d{{1,2}})(?P<dirt>[.;:|]?)")
_POINTED = re.compile(rf"[{MINUS}]?[1-9]\d{{0,2}}(?:\.\d{{3}})+(?::-)?(?P<dirt>[;|]?)")
_GROUP = re.compile(rf"[{MINUS}]?\d{{1,3}}")
_MONEY = re.compile(r"kr(?!\w)|kronor", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_FIGURE = re.compile(r"(?=.*\d)[^ ]+|\S{1,3}")
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:tel|telefon|tfn|dnr|diarienr|org|nr|sid|sida|kap|box|fax|bg|pg|plusgiro|bankgiro|kl|punkt|den)\.?(?!\w)"
    r"|§|@|\d",
    re.IGNORECASE,
)
_POINTS = re.compile(r"följande|nedan|fördel|framgår|tabell|:\s*\Z|\([^)]*\)[.:]?\s*\Z", re.IGNORECASE)


class _Number(NamedTuple):
    """A number in a line. decimals: how many, 0 where it has points at its thousands."""

    start: int
    end: int
    signed: bool
    decimals: int


_Line = tuple[Block, int]  # and how much of it is the row's name


def torn_tables(memo: Memo, others: Sequence[Table]) -> Iterator[Table]:
    """The lines of old text that are rows of no table but hold numbers in a table's unit, each number in a column of
    its own. others: the tables found already."""
    if ReadAs.TEXT not in memo.read_as:
        return
    taken = {(table.start, table.end) for table in others}
    above: list[str] = []
    run: list[_Line] = []
    for block in memo.blocks:
        inside = block.kind is BlockKind.ROW or any(start <= block.start < end for start, end in taken)
        text = memo.text[block.start : block.end]
        name = _name_of(text) if not inside and block.kind in _KINDS else 0
        if name:
            run.append((block, name))
            continue
        yield from _table(memo, run, above)
        run = []
        if not inside:
            above = [*above[-1:], text]
    yield from _table(memo, run, above)


def is_torn_row(text: str) -> bool:
    """Whether a line holds a name and a number behind it that is whole as it stands."""
    name = _name_of(text)
    return name > 0 and len(_sound(text, name)) > 0


def _name_of(text: str) -> int:
    """How much of a line is its name, if nothing but numbers and what an OCR made of some follows; else 0."""
    if len(text) > _LONGEST or "\n" in text or not text[0].isalpha() or not text[-3:].strip():
        return 0
    words = list(_WORD.finditer(text))
    figures = len(words)
    while figures and _FIGURE.fullmatch(words[figures - 1][0]):
        figures -= 1
    while figures < len(words) and not any(map(str.isdigit, words[figures][0])):
        figures += 1
    if figures == len(words) or not figures or not _DIGIT.search(YEAR.sub("", text)):
        return 0
    name = text[: words[figures].start()]
    if len(name) > _NAME or _LETTERS.search(name) is None or _OF_OTHERS.search(name) or find_amounts(text):
        return 0
    return len(name)


def _table(memo: Memo, run: list[_Line], above: list[str]) -> Iterator[Table]:
    """The lines as a table; none where it is not told what all its numbers are, or few can be read."""
    if len(run) < _LEAST_ROWS or not above:
        return
    head = above[-1]
    if len(head) >= _LONGEST or head.rstrip()[-1:] == ".":  # a sentence: no line of headings stands there
        if not _POINTS.search(head[-120:]):
            return
    elif mixes(head) or (SHARE.search(head) and unit_of(head) is None):
        return
    said = next((text for text in reversed(above) if unit_of(text[-300:]) is not None), None)
    if said is None or (said is not head and not (_POINTS.search(said[-120:]) or len(said) < _LONGEST)):
        return
    if SHARE.search(said[-120:]) and _MONEY.search(said[-120:]):
        return
    differs = DIFFERENCE.search(head)
    numbers = _numbers(memo, run, differs is not None)
    count = sum(map(len, numbers))
    figures = sum(_figures(memo.text[block.start + name : block.end]) for block, name in run)
    if sum(map(bool, numbers)) < _LEAST_ROWS or count < _LEAST or 3 * count < figures:
        return
    cells: list[Cell] = []
    column = 0
    for row, ((block, name), found) in enumerate(zip(run, numbers, strict=True)):
        label = memo.text[block.start : block.start + name].strip(" .:,;|_-–—")
        cells.append(Cell(block.start, block.start + name, row, 0, "", label))
        for number in found:
            column += 1
            header = differs[0] if differs and block.start + number.end + 1 >= block.end else ""
            cells.append(Cell(block.start + number.start, block.start + number.end, row, column, header, label))
    yield Table(run[0][0].start, run[-1][0].end, " ".join(above), tuple(cells))


def _numbers(memo: Memo, run: list[_Line], differs: bool) -> list[list[_Number]]:
    """The sound numbers of each line that are like those of the others. differs: the last column shows differences."""
    texts = [memo.text[block.start : block.end] for block, _ in run]
    found = [_sound(text, name) for text, (_, name) in zip(texts, run, strict=True)]
    signed = any(number.signed for row in found for number in row)
    decimals = Counter(number.decimals for row in found for number in row if number.decimals)
    usual = (0, decimals.most_common(1)[0][0] if decimals else 0)
    kept = []
    for text, (_, name), row in zip(texts, run, found, strict=True):
        left = (
            DIFFERENCE.search(text, 0, name) is not None
        )  # what is left over may have lost its minus, as may the last
        kept.append(
            [
                number
                for number in row
                if number.decimals in usual
                and (number.signed or not (left or (differs and number.end + 1 >= len(text.rstrip()))))
                and not (signed and text[: number.start].rstrip()[-1:] in MINUS)
            ]
        )
    return kept


def _figures(text: str) -> int:
    return sum(any(map(str.isdigit, word)) for word in text.split())


def _sound(text: str, name: int) -> list[_Number]:
    """The numbers of a line that are whole as they stand."""
    found = []
    before = ""
    for word in _WORD.finditer(text, name):
        decimal = _DECIMAL.fullmatch(text, word.start(), word.end())
        match = decimal or _POINTED.fullmatch(text, word.start(), word.end())
        cut = decimal is not None and len(decimal["whole"]) == 3 and _GROUP.fullmatch(before)  # "1 204,5"
        if match is not None and not cut:
            places = len(decimal["part"]) if decimal else 0
            found.append(_Number(match.start(), match.end() - len(match["dirt"]), match[0][0] in MINUS, places))
        before = word[0]
    return found
