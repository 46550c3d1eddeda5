"""Minus signs in tables that an OCR read as two, as something else, or not at all.

A lost sign is set again only where sums prove it: the table's last row is the sum of those above it in its other
columns, and in this one it is so with this one sign changed and with no other.
"""

import re

from pipeline.memo.fold import bare
from pipeline.memo.layout import Piece, PieceKind, Token
from pipeline.memo.text_splits import value_of

SUM = re.compile(r"(?:del)?summa\b|totalt?\b|s:a\b|netto|(?:arets )?resultat\b|sammanlagt\b")
_DOUBLED = re.compile(r"[~_]*[-–—−=~_]{2,3}(?=\d)|[~_](?=[-–—−]\d)|=(?=\d)")


def mend_signs(pieces: list[Piece], tokens: list[Token]) -> None:
    """Changes the texts of the tokens in tables' cells."""
    tables: dict[int, list[list[list[int]]]] = {}
    for piece in pieces:
        if piece.kind == PieceKind.ROW:
            tables.setdefault(piece.table, []).append([[w for s in cell for w in s.words] for cell in piece.cells])
    for rows in tables.values():
        for row in rows:
            for cell in row[1:]:
                if cell:
                    token = tokens[cell[0]]
                    token.text = _DOUBLED.sub("-", token.text, count=1)
        _lost(rows, tokens)


def _lost(rows: list[list[list[int]]], tokens: list[Token]) -> None:
    def text(cell: list[int]) -> list[str]:
        return [tokens[w].text for w in cell]

    if not rows[-1][0] or not SUM.match(bare(" ".join(text(rows[-1][0])))):
        return
    holds = 0
    changes: list[list[int]] = []
    body = [row for row in rows if any(value_of(text(c)) is not None for c in row[1:])]
    for column in range(1, len(rows[-1])):
        cells = [row[column] for row in body if column < len(row) and row[column]]
        values = [value_of(text(cell)) for cell in cells]
        while cells and (values[0] is None or _is_year(text(cells[0]))):  # the column's heading
            cells, values = cells[1:], values[1:]
        known = [v for v in values if v is not None]
        if len(known) < 3 or len(known) < len(values):
            continue
        miss = known[-1] - sum(known[:-1])
        if not miss:
            holds += 1
            continue
        wrong = [n for n, v in enumerate(known) if v > 0 and miss == (2 * v if n == len(known) - 1 else -2 * v)]
        if len(wrong) != 1:
            return
        changes.append(cells[wrong[0]])
    if holds < 2 or len(changes) != 1:
        return
    token = tokens[changes[0][0]]
    if token.text[:1].isdigit():
        token.text = "-" + token.text


def _is_year(words: list[str]) -> bool:
    return len(words) == 1 and re.fullmatch(r"(?:19|20)\d\d", words[0]) is not None
