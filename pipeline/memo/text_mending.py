"""Rows of a table in old text that are partly unreadable: which of their numbers stand in which column all the same.

`Hemtjänst 401,3 281,7 421,5 2 0;2` stands among rows of four numbers: its first three are set as those of the first
three columns and about as large. What is unlike its column is left out, and so is a row that could be read in two ways.
"""

import re
from dataclasses import dataclass
from itertools import product

from pipeline.memo.text_heads import SPECK
from pipeline.memo.text_proofs import sums_of
from pipeline.memo.text_splits import Split, splits, texts_of, value_of

ALIKE = 8  # how many times larger or smaller than its column's numbers one may be
ALIKE_DECIMAL = 60  # the same where all have decimals: these are seldom torn apart
LEAST = 2  # numbers of a column that tell what it holds
MOST = 16  # words after the label; more is no row of a memo's table
LONGEST = 6  # characters of a number with decimals, and of what dirt makes of one
DASHES = frozenset("-–—−=")
_CLEAN = re.compile(r"^[~_=‘’'`´“”„\"•°]+(?=[-–—−+]?\d)|[\])}|;:°'’.,*]+$")
_FIGURES = re.compile(r"[-–—−+]?\d[\d.]*(?:,\d+)?%?$")
_BLOT = re.compile(r"[^\w%]{1,3}$|[iIlj|!]$")  # dirt, or a rule of the table
_WORD = re.compile(r"[(\"]?[^\W\d_]{4,}[,.:)\"-]*$")
_NAME_END = re.compile(r"[(\"]?[^\W\d_]{2,}[,.:)\"-]*$")
_DECIMAL = re.compile(r"[.,]\d{1,2}%?$")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's numbers are like: the least and the most in thousandths, signs apart, and whether they have
    decimals (None: some have)."""

    least: int
    most: int
    decimal: bool | None


def columns_of(body: list[list[str]], picks: list[Split]) -> list[Column | None]:
    """What the columns hold in the rows that could be read. body: their numeric words; None where too few tell."""
    found: list[Column | None] = []
    for texts in zip(*texts_of(body, picks), strict=True):
        values = [abs(value) for text in texts if text and (value := value_of([text]))]
        told = [bool(_DECIMAL.search(text)) for text in texts if text]
        if len(values) < LEAST:
            found.append(None)
        else:
            decimal = True if all(told) else None if any(told) else False
            found.append(Column(min(values), max(*values, sum(values) // 4), decimal))
    return found


def cleaned(word: str) -> str:
    """A number without the dirt about it."""
    return _CLEAN.sub("", word) if any(map(str.isdigit, word)) else word


def mended(words: list[str], columns: list[Column | None], last: int | None = None) -> Split | None:
    """The places of the words that each column's number takes, [] for none; None where nothing is certain.

    last: the place of the last word before the numbers, where it is known.
    """
    start = _label(words) if last is None else last + 1
    if start == len(words) and len(words) > LEAST + 1 and all(map(_FIGURES.match, words[-LEAST - 1 : -1])):
        start = _label(words[:-1])  # what ends the row is no name: "112 600 113 150 peceals"
    if not start or len(words) - start > MOST or None in columns:
        return None
    plain = [cleaned(word) for word in words]
    tail = [i for i in range(start, len(words)) if not _BLOT.match(words[i])]
    while tail and not any(map(str.isdigit, words[tail[0]])) and not SPECK.match(words[tail[0]]):
        tail.pop(0)
    if tail and all(_FIGURES.match(plain[i]) for i in tail):
        whole = _ways([plain[i] for i in tail], columns)
        if len(whole) == 1:
            return [[tail[i] for i in cell] for cell in whole[0]]
        if whole:
            return None
    first = next((i for i in range(start, len(words)) if not words[i].isalpha()), start)
    for begin in sorted({first, start}, reverse=True):  # letters after the name belong to it, or were a number
        split = _in_part(plain[begin:], columns)
        if split is not None:
            return [[begin + i for i in cell] for cell in split]
    return None


def in_place(words: list[str], rows: list[list[str]], picks: list[Split]) -> Split | None:
    """The places of the words that each column's number takes where a row ends in as many words as there are columns,
    of which most can be read: "Mark 0,3 2,8 = - - 3)". Only where every number is one word: all have decimals.

    rows: the words of the other rows' numbers; picks: which of them each column's number takes.
    """
    count = len(picks[0])
    start = len(words) - count
    texts = [text for row in texts_of(rows, picks) for text in row if any(map(str.isdigit, text))]
    plain = [cleaned(word) for word in words[start:]]
    if start < 1 or count < LEAST + 1 or len(texts) < LEAST + 1 or any(len(cell) > 1 for s in picks for cell in s):
        return None
    if 4 * sum(map(_is_decimal, texts)) < 3 * len(texts) or not _NAME_END.match(words[start - 1]):
        return None
    if words[start].isalpha() and words[start].islower():
        return None  # the name may go on there, and a cell be lost
    if any(len(word) > LONGEST or any(map(str.isdigit, name)) for name in words[:start] for word in words[start:]):
        return None
    read = [_is_decimal(word) or word in DASHES for word in plain]
    if 2 * sum(read) <= count or sum(map(_is_decimal, plain)) < LEAST:
        return None
    return [[start + n] if fine else [] for n, fine in enumerate(read)]


def _is_decimal(word: str) -> bool:
    return _FIGURES.match(word) is not None and _DECIMAL.search(word) is not None


def totalled(words: list[str], rows: list[list[str]], count: int) -> Split | None:
    """The places of the words that each column's number takes in a row that is the sum of the others, as these prove.

    rows: for each other row its numbers by column, "" where it has none that is certain.
    """
    sums = sums_of(rows, count)
    told = [c for c, value in enumerate(sums) if value]
    start = _label(words)
    if len(rows) < 2 or 2 * len(told) < count + 1 or not start or len(words) - start > MOST:
        return None
    tail = [i for i in range(start, len(words)) if not _BLOT.match(words[i])]
    plain = [cleaned(words[i]) for i in tail]
    if not tail or not all(map(_FIGURES.match, plain)):
        return None
    ways = [
        split
        for _, split in splits(plain, count, loose=True)
        if all(value_of([plain[i] for i in split[c]]) == sums[c] for c in told)
    ]
    return [[tail[i] for i in cell] for cell in ways[0]] if len(ways) == 1 else None


def _label(words: list[str]) -> int:
    """How many words the row begins with are its name: up to the last that is a word, and on to the first figure."""
    last = max((i for i, word in enumerate(words) if _WORD.match(word)), default=-1)
    if last < 0 and words and words[0][:1].isalpha():
        last = 0
    return last + 1


def _in_part(words: list[str], columns: list[Column | None]) -> Split | None:
    """The numbers before and after one stretch that can't be read, in the one way that reads most of the words."""
    count, length = len(columns), len(words)
    fore, back = _grown(words, columns), _grown(words, columns, behind=True)
    best: list[Split] = []
    for used in range(length - 1, 0, -1):
        for before in range(used + 1):
            for (left, heads), (right, tails) in product(fore.get(before, []), back.get(used - before, [])):
                if left + right and 0 < count - left - right <= length - used:
                    best.append([*heads, *([] for _ in range(count - left - right)), *tails])
        if best:
            break
    return best[0] if len(best) == 1 else None


def _grown(words: list[str], columns: list[Column | None], behind: bool = False) -> dict[int, list[tuple[int, Split]]]:
    """For each number of words at the row's beginning (or its end) that are figures the ways to read them, with how
    many columns they fill."""
    found: dict[int, list[tuple[int, Split]]] = {0: [(0, [])]}
    for used in range(1, len(words) + 1):
        first = len(words) - used if behind else 0
        some = words[first : first + used]
        if not all(map(_FIGURES.match, some)):
            break
        for count in range(1, min(used, len(columns) - 1) + 1):
            for split in _ways(some, columns[len(columns) - count :] if behind else columns[:count]):
                found.setdefault(used, []).append((count, [[first + i for i in cell] for cell in split]))
    return found


def _ways(words: list[str], columns: list[Column | None]) -> list[Split]:
    """The ways to read the words as numbers like those of the columns."""
    return [
        split
        for _, split in splits(words, len(columns))
        if all(_alike([words[i] for i in cell], column) for cell, column in zip(split, columns, strict=True))
    ]


def _alike(cell: list[str], column: Column | None) -> bool:
    value = value_of(cell)
    if value is None or column is None:
        return False
    decimal = bool(_DECIMAL.search(cell[-1]))
    if column.decimal is not None and decimal != column.decimal and value:
        return False
    alike = ALIKE_DECIMAL if decimal and column.decimal and len(cell) == 1 else ALIKE
    return not value or column.least <= alike * abs(value) <= alike * alike * column.most
