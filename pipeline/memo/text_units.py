"""Lists of sums in text: a label and one number with its unit on each line, `Byggnation 4 200 tkr`."""

import re

from pipeline.memo.headings import heading_of
from pipeline.memo.layout import Piece, PieceKind, Token, Zone, part
from pipeline.memo.specks import CLUNG

LEAST = 2  # lines of a list
LONGEST = 72  # characters of a line; a longer one is running text
_UNIT = re.compile(r"(?:(?:t|k|mn|m|md)?kr|kronor|sek|tsek|msek|ksek|%|procent)[.,;]?$", re.IGNORECASE)
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
            made += run
            n += len(run)
        else:
            made.append(pieces[n])
            n += 1
    return made


def _row(piece: Piece, tokens: list[Token], table: int) -> Piece | None:
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY:
        return None
    segment = piece.lines[0]
    words = [CLUNG.sub("", tokens[w].text) for w in segment.words]
    cut = cell_start(words)
    if cut is None:
        return None
    first = cut
    while first > 1 and _LEADER.match(words[first - 1]):  # between label and sum
        first -= 1
    return Piece(
        PieceKind.ROW,
        piece.zone,
        piece.page,
        cells=[[part(segment, [*range(first)], tokens)], [part(segment, [*range(cut, len(words))], tokens)]],
        table=table,
        gap=piece.gap,
        x0=piece.x0,
        x1=piece.x1,
    )


def cell_start(words: list[str]) -> int | None:
    """The place of the first word of the sum that ends the line, None where the line is no label with a sum."""
    text = " ".join(words)
    if len(words) < 3 or len(text) > LONGEST or not _UNIT.match(words[-1]) or _BULLET.match(words[0]):
        return None
    if not (text[0].isupper() or text[0].isdigit()) or text[-1] in ".;" or heading_of(text) is not None:
        return None
    cut = len(words) - 2
    if not _NUMBER.match(words[cut]):
        return None
    if _LAST.match(words[cut]):
        start = cut
        while start > 1 and _GROUP.match(words[start - 1]):
            start -= 1
        if start > 1 and _FIRST.match(words[start - 1]):
            cut = start - 1
        elif start < cut:
            return None  # groups of three without a beginning
    label = words[:cut]
    runs_on = len(label) > 1 and label[-1].lower() in _RUNS_ON
    if not any(c.isalpha() for w in label for c in w) or runs_on or label[-1].endswith(","):
        return None
    return cut
