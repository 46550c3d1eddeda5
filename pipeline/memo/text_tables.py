"""Tables in text whose columns lost their gaps: a label and numbers, told apart by the table's other rows.

`Livsmedel, skolor 18 420 17 305 -1115` has three cells or more after its label; which, the heading above and the
other rows tell. Where they don't, the rows stay lines: a number put together wrongly is worse than none.
"""

import re
from itertools import combinations, pairwise
from math import log10
from statistics import median

from pipeline.memo.headings import heading_of
from pipeline.memo.layout import Piece, PieceKind, Token, Zone, part

MOST = 14  # numeric words of a row; more is no table of a memo
_NUMBER = re.compile(r"[-–—−+=±]?\d[\d.,:]*%?$|\d{6}-\d{4}$|(?:19|20)\d\d[-–/]\d{2,4}$|[-–—−]$")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$|\d{1,2}/\d{1,2}$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–—/]\d{2,4})?$")
_THOUSANDS = re.compile(r"\d{3}(?:,\d+)?%?$")
_LEADING = re.compile(r"[-–—−+=±]?\d{1,3}$")


def find_text_tables(pieces: list[Piece], tokens: list[Token], tables: int) -> list[Piece]:
    """The pieces with such rows as ROW pieces. tables: the number of tables found before."""
    made: list[Piece] = []
    n = 0
    while n < len(pieces):
        end = n
        while end < len(pieces) and _is_row(pieces[end], tokens) and (end == n or pieces[end].gap < 1.3):
            end += 1
        rows = pieces[n:end]
        cells = _solve(rows, made, tokens) if len(rows) >= 2 else None
        if cells is None:
            made.append(pieces[n])
            n += 1
            continue
        tables += 1
        head, parts = cells
        if head is not None:
            made.append(_row(made.pop(), head, tables, tokens))
        made += [_row(piece, part, tables, tokens) for piece, part in zip(rows, parts, strict=True)]
        n = end
    return made


def _is_row(piece: Piece, tokens: list[Token]) -> bool:
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY:
        return False
    words = [tokens[w].text for w in piece.lines[0].words]
    numbers = _trailing(words)
    label = words[: len(words) - numbers]
    if not 1 <= numbers <= MOST or len(" ".join(label)) > 60 or not any(c.isalpha() for w in label for c in w):
        return False
    if label[-1].endswith((".", ":")) and numbers < 2:
        return False
    return not any(_DATE.match(w) for w in words[-numbers:]) and not label[0].startswith("§")


def _trailing(words: list[str]) -> int:
    count = 0
    for word in reversed(words):
        if not _NUMBER.match(word):
            break
        count += 1
    return count


def _merges(numbers: list[str]) -> list[int]:
    """Places where a number may go on in the next word: `18` `420`."""
    return [
        i
        for i in range(len(numbers) - 1)
        if _THOUSANDS.match(numbers[i + 1]) and (_LEADING.match(numbers[i]) or re.fullmatch(r"\d{3}", numbers[i]))
    ]


Cells = list[list[int]]  # word positions of each cell within its line


def _solve(rows: list[Piece], made: list[Piece], tokens: list[Token]) -> tuple[Cells | None, list[Cells]] | None:
    """How the rows' words make cells: of the heading row above (None: there is none) and of each row."""
    texts = [[tokens[w].text for w in row.lines[0].words] for row in rows]
    tails = [words[-_trailing(words) :] for words in texts]
    years = all(_YEAR.match(w) for w in tails[0]) and len(tails[0]) > 1
    body = tails[1:] if years else tails
    feasible = [set(range(len(t) - len(_merges(t)), len(t) + 1)) for t in body]
    counts = set.intersection(*feasible)
    above = _heading_words(made, rows[0], tokens) if not years else None
    if years:
        counts &= {len(tails[0])}
    elif above and (wanted := _wanted(above)) & counts:
        counts &= wanted
    if not counts or (len(body) < 2 and not years):
        return None
    best: tuple[float, int, list[list[list[int]]]] | None = None
    for count in sorted(counts):
        solved = _split_all(body, count)
        if solved is not None and (best is None or solved[0] < best[0]):
            best = (solved[0], count, solved[1])
    if best is None:
        return None
    _, count, splits = best
    if count == 1 and (len(body) < 3 or not above):
        return None
    if count > 1 and not above and not years and len(body) < 3:
        return None
    if years:
        splits = [[[i] for i in range(len(tails[0]))], *splits]
    parts = []
    for words, tail, split in zip(texts, tails, splits, strict=True):
        first = len(words) - len(tail)
        parts.append([list(range(first)), *[[first + i for i in cell] for cell in split]])
    return (_head_cells(above, count) if above else None), parts


def _heading_words(made: list[Piece], first: Piece, tokens: list[Token]) -> list[str] | None:
    if not made or made[-1].kind != PieceKind.LINE or made[-1].zone != Zone.BODY or first.gap > 1.3:
        return None
    words = [tokens[w].text for w in made[-1].lines[0].words]
    text = " ".join(words)
    if len(words) < 2 or len(text) > 90 or text[-1] in ".:;" or heading_of(text) or text[0].islower():
        return None
    return words


def _wanted(words: list[str]) -> set[int]:
    """How many columns of numbers a heading row may stand over."""
    years = sum(bool(_YEAR.match(w)) for w in words)
    return {len(words) - 1} | ({years} if years > 1 else set()) | ({len(words)} if years else set())


def _head_cells(words: list[str], count: int) -> Cells | None:
    """The heading row's words by column; None where they can't be told apart: then it stays a line above."""
    if len(words) == count + 1:
        return [[i] for i in range(len(words))]
    years = [i for i, w in enumerate(words) if _YEAR.match(w)]
    if len(years) == count and years[-1] == len(words) - 1:
        width = min((b - a for a, b in pairwise(years)), default=1)
        first = max(0, years[0] - width + 1)
        cells = [list(range(first))]
        start = first
        for i in years:
            cells.append(list(range(start, i + 1)))
            start = i + 1
        return cells
    return None


def _split_all(body: list[list[str]], count: int) -> tuple[float, list[list[list[int]]]] | None:
    """The best split of every row into `count` numbers, and how much speaks against it."""
    options = [_splits(numbers, count) for numbers in body]
    if not all(options):
        return None
    sure = [o[0] for o in options if len(o) == 1]
    sizes: list[float | None] = []
    for column in range(count):
        known = [
            s
            for o, numbers in zip(options, body, strict=True)
            if len(o) == 1 and (s := _size(numbers, o[0][1][column])) is not None
        ]
        sizes.append(median(known) if known else None)
    total, chosen = 0.0, []
    for option, numbers in zip(options, body, strict=True):
        scored = sorted(
            (
                odd
                + sum(
                    0.4 * abs(size - usual)
                    for cell, usual in zip(cells, sizes, strict=True)
                    if usual is not None and (size := _size(numbers, cell)) is not None
                ),
                cells,
            )
            for odd, cells in option
        )
        if len(scored) > 1 and not sure and scored[1][0] - scored[0][0] < 0.5:
            return None  # nothing tells which is meant
        total += scored[0][0]
        chosen.append(scored[0][1])
    return total, chosen


def _splits(numbers: list[str], count: int) -> list[tuple[float, list[list[int]]]]:
    """Every way to read the words as `count` numbers, with a score for how odd it is."""
    places = _merges(numbers)
    need = len(numbers) - count
    if need < 0 or need > len(places) or len(places) > 10:
        return []
    found = []
    for chosen in combinations(places, need):
        cells: list[list[int]] = [[0]]
        for i in range(1, len(numbers)):
            if i - 1 in chosen:
                cells[-1].append(i)
            else:
                cells.append([i])
        if any(len(c) > 1 and not _LEADING.match(numbers[c[0]]) for c in cells):
            continue
        odd = sum(1.0 for i in places if i not in chosen)
        found.append((odd, cells))
    return found


def _size(numbers: list[str], cell: list[int]) -> float | None:
    digits = re.sub(r"\D", "", "".join(numbers[i] for i in cell).split(",")[0])
    return log10(int(digits) + 1) if digits else None


def _row(piece: Piece, cells: Cells, table: int, tokens: list[Token]) -> Piece:
    segment = piece.lines[0]
    return Piece(
        PieceKind.ROW,
        piece.zone,
        piece.page,
        cells=[[part(segment, cell, tokens)] if cell else [] for cell in cells],
        table=table,
        gap=piece.gap,
        x0=piece.x0,
        x1=piece.x1,
    )
