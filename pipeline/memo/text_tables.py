"""Tables in text whose columns lost their gaps: a label and numbers, told apart by the table's other rows.

`Livsmedel, skolor 18 420 17 305 -1115` has three cells or more after its label; which, the heading above and the
other rows tell. Where they don't, the rows stay lines: a number put together wrongly is worse than none.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.memo.fold import bare
from pipeline.memo.headings import heading_of
from pipeline.memo.layout import Piece, PieceKind, Segment, Token, Zone, part
from pipeline.memo.signs import SUM
from pipeline.memo.specks import CLUNG
from pipeline.memo.text_heads import (
    SPECK,
    UPRIGHT,
    YEAR,
    Cells,
    groups_of,
    head_cells,
    headings,
    leads,
    repeats,
    wanted_columns,
)
from pipeline.memo.text_splits import RULE, Solved, Split, counts_of, solve

LEAST = 3  # rows of a table that is looked for among more lines
MOST = 14  # numeric words of a row; more is no table of a memo
_NUMBER = re.compile(
    r"[~_]?[-–—−+=±]{0,2}\d[\d.,:]*%?$|\d{6}-\d{4}$|(?:19|20)\d\d[-–/]\d{2,4}$|[-–—−]$|[-–—−]?\d[\d.]*:[-–—−]{1,3}$"
)
_STOP = re.compile(r"(?<!:)(?:[)\]|;°'’]|,$)+$")
_PRICE_END = re.compile(r":[-–—−]+$")
_CUT_SHORT = re.compile(r"\d,$")
_GOES_ON = re.compile(
    r"(?:§§?|nr|dnr|kap\.?|punkt|den|mål|nummer|tfn|tel|sid|sidan|bilaga|bil\.?|prop\.?)$", re.IGNORECASE
)
ODD = 0.5  # how odd a split may be, a row, before another is looked for
# a row whose numbers are so unlike their columns' has an empty cell, nobody knows which: it stays a line
ROW_ODD, CELL_ODD = 0.6, 0.35
DASHES = frozenset("-–—−")
_ORG = re.compile(r"\d{6}-\d{4}$")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$|\d{1,2}/\d{1,2}$")
_DECIMAL = re.compile(r"\d+,\d")
_SUM_OF_MONEY = re.compile(r"[-–—−]?\d{1,3}(?:\.\d{3})+$|[-–—−]?\d{4,7}$")  # one word, nothing else fits
_PARTS = re.compile(r"([~_=]*)([-–—−+±]*)(\d*)(.*)", re.DOTALL)  # of any text


@dataclass(slots=True)
class _Row:
    """A line on its way to a table's row. above: the label's first line, where it is broken over two."""

    piece: Piece
    words: list[str]  # without the rules between its numbers; a word that stands before one ends with RULE
    places: list[int]  # where each word stands in the line
    label: int  # words of the label
    org: bool  # an organisation's number stands first
    above: Segment | None = None
    specks: int = 0  # words at the line's end that hold neither letter nor digit
    garbled: bool = False  # among rows of a table, but its numbers can't be read: it is kept as one cell

    @property
    def tail(self) -> list[str]:
        return self.words[self.label + self.org : len(self.words) - self.specks]


def find_text_tables(pieces: list[Piece], tokens: list[Token], tables: int) -> list[Piece]:
    """The pieces with such rows as ROW pieces. tables: the number of tables found before."""
    made: list[Piece] = []
    n = 0
    while n < len(pieces):
        rows, end = _run(pieces, n, tokens)
        found = _table(rows, made, tables + 1, tokens) if len(rows) >= 2 else None
        while found is None and len(rows) > LEAST and len(rows[-1].tail) != len(rows[-2].tail):
            # a line of text that a number happens to end stands below
            end = pieces.index(rows[-1].piece, n, end) - (rows[-1].above is not None)
            rows = rows[:-1]
            found = _table(rows, made, tables + 1, tokens)
        if found is None:
            made.append(pieces[n])
            n += 1
            continue
        tables += 1
        heads, parts = found
        del made[len(made) - len(heads) :]
        made += heads + parts
        n = end
    return made


def _run(pieces: list[Piece], start: int, tokens: list[Token]) -> tuple[list[_Row], int]:
    """The lines from here on that may be rows of one table, and the index after them."""
    rows: list[_Row] = []
    n = start
    while n < len(pieces) and (not rows or pieces[n].gap < 1.3):
        row = _row_of(pieces[n], tokens)
        if row is None and n + 1 < len(pieces) and _wrapped(pieces[n], pieces[n + 1], tokens):
            row = _row_of(pieces[n + 1], tokens)
            if row is not None and row.words[0][:1].islower():
                row.above = pieces[n].lines[0]
                n += 1
            else:
                row = None
        if rows and n + 1 < len(pieces) and (row is None or any(_DECIMAL.match(w) for w in row.words[: row.label])):
            row = _garbled(rows[-1], pieces[n], pieces[n + 1], tokens) or row
        if row is None:
            break
        rows.append(row)
        n += 1
    while rows and rows[-1].garbled:  # it stands above or between others
        rows.pop()
        n -= 1
    read = [row for row in rows if not row.garbled]
    if (
        len(read) > 1
        and not sum(_named(r) for r in read) * 2 >= len(read)
        and sum(_by_year(r) for r in read) < len(read)
    ):
        return [], start
    for row in _numbered(read):  # `Barn 1`, `Barn 2`, `Barn 3`
        row.label += 1
    if read and sum(not _named(r) for r in read) * 2 >= len(read):
        for row in read:  # `2010 61 1 204 500`, `Jan-sept 2013 49 1 350 700`
            while row.label < len(row.words) - 1 and YEAR.match(row.words[row.label]):
                row.label += 1
    return rows, n


def _named(row: _Row) -> bool:
    return row.label > 0


def _garbled(above: _Row, piece: Piece, below: Piece, tokens: list[Token]) -> _Row | None:
    """The line as a row whose numbers can't be read, where it stands between two rows of several numbers each."""
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY or below.gap > 1.3 or above.garbled:
        return None
    words = [tokens[w].text for w in piece.lines[0].words]
    figures = sum(bool(_NUMBER.match(w)) for w in words)
    after = _row_of(below, tokens)
    if after is None or len(after.tail) < 3 or len(above.tail) < 3 or figures < 2 or 2 * figures < len(words) - 1:
        return None
    if not words[0][0].isupper() or len(words) > len(after.words) + 4:
        return None
    return _Row(piece, words, [*range(len(words))], len(words), False, garbled=True)


def _numbered(rows: list[_Row]) -> list[_Row]:
    """The rows whose labels are the same but for a running number, if two or more are and no other label differs."""
    labels = [" ".join(r.words[: r.label]) for r in rows]
    if len(rows) < 2:
        return []
    same = min(labels, key=len)
    alike = [r for r, label in zip(rows, labels, strict=True) if label == same and len(r.tail) > 1]
    firsts = [r.tail[0] for r in alike]
    if len(alike) < 2 or not all(f.isdigit() and len(f) < 3 for f in firsts):
        return []
    if any(int(b) != int(a) + 1 for a, b in pairwise(firsts)) or not all(
        f"{x} ".startswith(f"{same} ") for x in labels
    ):
        return []
    return alike


def _by_year(row: _Row) -> bool:
    """True where a year is the row's label, or its last word."""
    return bool(YEAR.match(row.words[row.label])) and len(row.words) > row.label + 1


def _wrapped(piece: Piece, after: Piece, tokens: list[Token]) -> bool:
    """True where the line may be the first half of the label in the next line."""
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY or after.gap > 0.3:
        return False
    text = " ".join(tokens[w].text for w in piece.lines[0].words)
    return len(text) < 48 and text[-1] not in ".:;" and text[0].isupper() and heading_of(text) is None


def _row_of(piece: Piece, tokens: list[Token]) -> _Row | None:
    if piece.kind != PieceKind.LINE or piece.zone != Zone.BODY:
        return None
    printed, places = _without_rules([CLUNG.sub("", tokens[w].text) for w in piece.lines[0].words])
    specks = next((n for n, word in enumerate(reversed(printed)) if not SPECK.match(word)), 0)
    words = printed[: len(printed) - specks]
    numbers = _trailing(words)
    label = words[: len(words) - numbers]
    if not 1 <= numbers <= MOST or len(" ".join(label)) > 60:
        return None
    if any(_DATE.match(w) for w in words[-numbers:]):
        return None
    org = len(words) > len(label) + 1 and bool(_ORG.match(words[len(label)]))
    if not label:
        by_year = numbers > 1 and YEAR.match(words[0]) and not all(YEAR.match(w) for w in words)
        return _Row(piece, printed, places, 0, False, specks=specks) if by_year else None
    if not any(c.isalpha() for w in label for c in w) or label[0].startswith("§") or _GOES_ON.match(label[-1]):
        return None
    names = max(i for i, w in enumerate(label) if any(c.isalpha() for c in w)) + 1
    if any(any(c.isdigit() for c in w) for w in label[names:]):  # its numbers are broken by something else
        return _Row(piece, printed, places, len(printed), False, garbled=True)
    if len(label[-1]) > 1 and label[-1].endswith((".", ":")) and numbers < 2:
        return None
    return _Row(piece, printed, places, len(label), org, specks=specks)


def _without_rules(printed: list[str]) -> tuple[list[str], list[int]]:
    """The words and where each stands in the line, the rules between numbers taken out: `-14 900 | -15 200`."""
    words: list[str] = []
    places: list[int] = []
    for place, word in enumerate(printed):
        if word in UPRIGHT and words and _NUMBER.match(words[-1]) and place + 1 < len(printed):
            words[-1] += RULE
        else:
            words.append(word)
            places.append(place)
    return words, places


def _trailing(words: list[str]) -> int:
    count = 0
    for word in reversed(words):
        if not _NUMBER.match(word.rstrip(RULE)):
            break
        count += 1
    return count


def _table(
    rows: list[_Row], made: list[Piece], table: int, tokens: list[Token]
) -> tuple[list[Piece], list[Piece]] | None:
    """The pieces of the table's heading, which replace as many of the last of `made`, and those of its rows."""
    garbled = [row for row in rows if row.garbled]
    every, rows = rows, [row for row in rows if not row.garbled]
    years = _named(rows[0]) and len(rows[0].tail) > 1 and all(YEAR.match(w) for w in rows[0].tail)
    body = rows[1:] if years else rows
    above = [] if years else headings(made, rows[0].piece, tokens)
    org = any(row.org for row in rows)
    wanted = {len(rows[0].tail)} if years else {n - org for n in wanted_columns(above[-1])} if above else set()
    repeated = bool(above) and repeats(above[-1], groups_of(above[-1], False))
    if repeated:  # the heading tells for certain how many numbers a row has
        garbled += [row for row in body if row.tail and not counts_of(row.tail) & wanted]
        body = [row for row in body if row not in garbled]
    if any(_DECIMAL.search(w) for row in body for w in row.tail):  # a decimal may have been lost
        short = [row for row in body if any(_CUT_SHORT.search(w) for w in row.tail)]
        garbled += short
        body = [row for row in body if row not in short]
    led = bool(made) and not years and leads(made[-1], tokens)
    solved = _solve(body, wanted, years, bool(above), led, repeated)
    stray = [row for row in body if len(row.tail) > 1 and row.tail[0] in DASHES]
    if stray and (solved is None or solved.odd > ODD) and 2 * len(stray) < len(body):
        for row in stray:  # a speck or a leader between label and numbers
            row.label += 1
        again = _solve(body, wanted, years, bool(above), led, repeated)
        if again is not None and (solved is None or again.odd < solved.odd):
            solved = again
        else:
            for row in stray:
                row.label -= 1
    if solved is None:
        return None
    count = len(solved.splits[0])
    _tidy(body, solved.splits, tokens)
    first: list[Piece] = []
    if years:
        first.append(_piece(rows[0], [[i] for i in range(count)], org, table, tokens))
    heads = _head_pieces(above, made, count + org, table, tokens)
    most = ROW_ODD + CELL_ODD * count
    pieces = {
        id(row): row.piece if odd > most else _piece(row, split, org, table, tokens)
        for row, split, odd in zip(body, solved.splits, solved.strange, strict=True)
    }
    for row in garbled:
        pieces[id(row)] = _row(row.piece, [row.places, *([] for _ in range(count + org))], table, tokens)
    parts = [pieces[id(row)] for row in every if id(row) in pieces]
    return heads, first + parts


def _solve(body: list[_Row], wanted: set[int], years: bool, headed: bool, led: bool, repeated: bool) -> Solved | None:
    """How many numbers each row has, and which. led: the line above points to sums or names their unit; repeated: the
    heading tells their number for certain."""
    tails = [row.tail for row in body]
    if not all(tails) or (len(body) < 2 and not years):
        return None
    counts = set.intersection(*(counts_of(tail) for tail in tails))
    if years:
        counts &= wanted
    summed = bool(SUM.match(bare(" ".join(body[-1].words[: body[-1].label]))))
    found = [s for count in sorted(counts) if (s := solve(tails, count, summed)) is not None]
    found = [s for s in found if s.proved] or found
    found = [s for s in found if len(s.splits[0]) in wanted] or ([] if repeated else found)
    if not found:
        return None
    best, *others = sorted(found, key=lambda s: s.odd)
    if others and not headed and not years and best.proved and others[0].odd - best.odd < 0.5:
        return None  # sums without a carry hold whether or not their parts are one number
    count = len(best.splits[0])
    plain = count == 1 and led and len(body) > 2 and sum(bool(_SUM_OF_MONEY.match("".join(t))) for t in tails) > 1
    if plain and all(len(t) == 1 for t in tails):
        return best
    if count == 1 and not (headed and body[0].org) and (len(body) < 3 or not (headed or (best.proved and summed))):
        return None
    if count > 1 and not headed and not years and not best.proved and len(body) < 3:
        return None
    return best


def _tidy(body: list[_Row], splits: list[Split], tokens: list[Token]) -> None:
    """Spaces between thousands that the OCR lost, where the table has them, and what it read a minus sign as."""
    spaced = sum(len(cell) > 1 for split in splits for cell in split) > 1
    for row, split in zip(body, splits, strict=True):
        for cell in split:
            token = tokens[row.piece.lines[0].words[row.places[row.label + row.org + cell[0]]]]
            noise, sign, digits, rest = _PARTS.match(token.text).groups()  # type: ignore[union-attr]
            if noise:
                sign = "-" if sign or "=" in noise else ""
            rest = _PRICE_END.sub(":-", _STOP.sub("", rest))
            if spaced and 3 < len(digits) < 8:
                digits = f"{int(digits):,}".replace(",", " ") if digits[0] != "0" else digits
            token.text = sign + digits + rest


def _head_pieces(above: list[list[str]], made: list[Piece], count: int, table: int, tokens: list[Token]) -> list[Piece]:
    heads: list[Piece] = []
    for words, piece in zip(reversed(above), reversed(made[len(made) - len(above) :]), strict=True):
        cells = head_cells(words, count)
        if cells is None:
            break
        cells = [[i for i in cell if words[i] not in UPRIGHT] for cell in cells]
        heads.insert(0, _row(piece, cells, table, tokens))
    return heads


def _piece(row: _Row, split: Split, org: bool, table: int, tokens: list[Token]) -> Piece:
    first = row.label + row.org
    end = len(row.words)
    cells: Cells = [
        [*range(row.label), *range(end - row.specks, end)],
        *([[row.label] if row.org else []] if org else []),
    ]
    cells += [[first + i for i in cell] for cell in split]
    made = _row(row.piece, [[row.places[i] for i in cell] for cell in cells], table, tokens)
    if row.above is not None:
        made.cells[0].insert(0, row.above)
    return made


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
