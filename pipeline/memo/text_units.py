"""Lists of sums in text: a label and numbers with their units on each line, `Byggnation 4 200 tkr 15 %`."""

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.memo.headings import heading_of
from pipeline.memo.layout import Piece, PieceKind, Token, Zone, part
from pipeline.memo.specks import unclung

LEAST = 2  # lines of a list
LONGEST = 72  # characters of a line; a longer one is running text
_UNIT = re.compile(
    r"(?:(?:t|k|mn|m|md)?kr|kronor|sek|tsek|msek|ksek|%|procent)(?:/[^\W\d]+[23²³]?)?[,;]?$", re.IGNORECASE
)
_SHARE = re.compile(r"(?:%|procent)[,;]?$", re.IGNORECASE)
_PERCENT = re.compile(r"[-–—−+]?\d{1,3}(?:,\d+)?%[,;]?$")
_NUMBER = re.compile(r"[-–—−+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$|[-–—−+]?\d+(?:,\d+)?$")
_FIRST = re.compile(r"[-–—−+]?[1-9]\d{0,2}$")
_GROUP, _LAST = re.compile(r"\d{3}$"), re.compile(r"\d{3}(?:,\d+)?$")
_LEADER = re.compile(r"[.:·…_-]+$")
_BULLET = re.compile(r"[-–—•*·]$|\d{1,2}[.)]$|[a-zåäö][.)]$|att$", re.IGNORECASE)
# words that a sentence ends its line in before a sum, a label never
_RUNS_ON = frozenset(
    ("med", "på", "om", "till", "av", "är", "ca", "cirka", "och", "för", "från", "kostar", "var", "blir", "totalt", "i")
)


def find_unit_rows(pieces: list[Piece], tokens: list[Token], tables: int) -> list[Piece]:
    """The pieces with such lines, where two or more stand under each other, as rows of a table.

    tables: the number of tables found before.
    """
    made: list[Piece] = []
    n = 0
    while n < len(pieces):
        run: list[Piece] = []
        while n + len(run) < len(pieces) and (not run or pieces[n + len(run)].gap < 1.3):
            row = _row(pieces[n + len(run)], tokens, tables + 1)
            if row is None:
                break
            run.append(row)
        if len(run) >= LEAST:
            tables += 1
            made += _aligned(run)
            n += len(run)
        else:
            made.append(pieces[n])
            n += 1
    return made


def _aligned(rows: list[Piece]) -> list[Piece]:
    """The rows with as many cells each: the last number stands last."""
    most = max(len(row.cells) for row in rows)
    return [
        replace(row, cells=[row.cells[0], *([] for _ in range(most - len(row.cells))), *row.cells[1:]]) for row in rows
    ]


def _row(piece: Piece, tokens: list[Token], table: int) -> Piece | None:
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY:
        return None
    segment = piece.lines[0]
    words = [unclung(tokens[w].text) for w in segment.words]
    starts = cell_starts(words)
    if not starts:
        return None
    first = starts[0]
    while first > 1 and _LEADER.match(words[first - 1]):  # between label and sum
        first -= 1
    cells = [[*range(first)]]
    for start, end in pairwise([*starts, len(words)]):
        cells.append([i for i in range(start, end) if not _LEADER.match(words[i])])
    return Piece(
        PieceKind.ROW,
        piece.zone,
        piece.page,
        cells=[[part(segment, cell, tokens)] for cell in cells],
        table=table,
        gap=piece.gap,
        x0=piece.x0,
        x1=piece.x1,
    )


def cell_starts(words: list[str]) -> list[int]:
    """The places of the first words of the numbers with units that end the line; none where no label stands before."""
    if _number_start(words, len(words)) is None:
        return []
    text = " ".join(words)
    if len(words) < 2 or len(text) > LONGEST or _BULLET.match(words[0]):
        return []
    if not (text[0].isupper() or text[0].isdigit()) or text[-1] in ".;" or heading_of(text) is not None:
        return []
    starts: list[int] = []
    end = len(words)
    while (start := _number_start(words, end)) is not None:
        starts.insert(0, start)
        end = start
        while end > 1 and _LEADER.match(words[end - 1]):
            end -= 1
    label = words[:end] if starts else []
    runs_on = len(label) > 1 and label[-1].lower() in _RUNS_ON
    if not any(c.isalpha() for w in label for c in w) or runs_on or (label[-1].endswith(",") and len(starts) < 2):
        return []
    return starts


def _number_start(words: list[str], end: int) -> int | None:
    """Where the number begins that, with its unit, ends the words before `end`; None where none does."""
    if end < 2 or (end < 3 and not _PERCENT.match(words[end - 1])):
        return None
    if _PERCENT.match(words[end - 1]):
        return end - 1
    if not _UNIT.match(words[end - 1]) or not _NUMBER.match(words[end - 2]):
        return None
    cut = end - 2
    if _SHARE.match(words[end - 1]) or not _LAST.match(words[cut]):
        return cut
    start = cut
    while start > 1 and _GROUP.match(words[start - 1]):
        start -= 1
    if start > 1 and _FIRST.match(words[start - 1]):
        return start - 1
    return cut if start == cut else None  # groups of three without a beginning
