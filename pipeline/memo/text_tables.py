"""Tables in text whose columns lost their gaps: a label and numbers, told apart by the table's other rows.

`Livsmedel, skolor 18 420 17 305 -1115` has three cells or more after its label; which, the heading above and the
other rows tell. Where they don't, the rows stay lines: a number put together wrongly is worse than none.
"""

import re

from pipeline.memo.fold import bare
from pipeline.memo.layout import Piece, PieceKind, Token, part
from pipeline.memo.signs import SUM
from pipeline.memo.text_damage import barred, doubtful
from pipeline.memo.text_heads import (
    UPRIGHT,
    YEAR,
    Cells,
    by_years,
    certain,
    groups_of,
    head_cells,
    headings,
    leads,
    names_unit,
    repeats,
    wanted_columns,
)
from pipeline.memo.text_mending import cleaned, columns_of, in_place, mended, totalled
from pipeline.memo.text_proofs import left_by_totals, lost_commas
from pipeline.memo.text_rows import (
    Row,
    by_year,
    figures_in,
    garbled_row,
    named,
    numbered,
    org_place,
    row_of,
    sub_heading,
    torn_cell,
    wrapped,
)
from pipeline.memo.text_splits import Solved, Split, counts_of, filled, solve, texts_of

LEAST = 3  # rows of a table that is looked for among more lines
_STOP = re.compile(r"(?<!:)[)\]|;°'’.,]+$")
_PRICE_END = re.compile(r":[-–—−]+$")
_CUT_SHORT = re.compile(r"\d,$")
ODD = 0.5  # how odd a split may be, a row, before another is looked for
# a row whose numbers are so unlike their columns' has an empty cell, nobody knows which: it stays a line
ROW_ODD, CELL_ODD = 0.6, 0.35
DASHES = frozenset("-–—−")
_DECIMAL = re.compile(r"\d+,\d")
_SUM_OF_MONEY = re.compile(r"[-–—−]?\d{1,3}(?:\.\d{3})+$|[-–—−]?\d{4,7}$")  # one word, nothing else fits
_PARTS = re.compile(r"([~_=‘’'`´“”„\"•°]*)([-–—−+±]*)(\d*)(.*)", re.DOTALL)  # of any text


def find_text_tables(pieces: list[Piece], tokens: list[Token], tables: int) -> list[Piece]:
    """The pieces with such rows as ROW pieces. tables: the number of tables found before."""
    made: list[Piece] = []
    n = 0
    while n < len(pieces):
        rows, end = _run(pieces, n, made, tokens)
        if len(rows) > LEAST and _is_heading(rows[0]) and _torn(rows[1:], certain(rows[0].words)):
            made.append(pieces[n])
            rows, n = rows[1:], n + 1
        found = _table(rows, made, tables + 1, tokens) if len(rows) >= 2 else None
        while found is None and len(rows) > LEAST and len(rows[-1].tail) != len(rows[-2].tail):
            # a line of text that a number happens to end stands below
            end = pieces.index(rows[-1].piece, n, end) - (rows[-1].above is not None)
            rows = rows[:-1]
            found = _table(rows, made, tables + 1, tokens)
        if found is None:
            # what a heading that tells the columns for certain could not part is not parted without it
            above = headings(made, rows[0].piece, tokens) if len(rows) >= 2 else []
            past = end if above and certain(above[-1]) else n + 1
            made += pieces[n:past]
            n = past
            continue
        tables += 1
        heads, parts = found
        del made[len(made) - len(heads) :]
        made += heads + parts
        n = end
    return made


def _run(pieces: list[Piece], start: int, made: list[Piece], tokens: list[Token]) -> tuple[list[Row], int]:
    """The lines from here on that may be rows of one table, and the index after them."""
    rows: list[Row] = []
    n = start
    while n < len(pieces) and (not rows or pieces[n].gap < 1.3):
        row = row_of(pieces[n], tokens)
        if row is None and n + 1 < len(pieces):
            below = row_of(pieces[n + 1], tokens)
            if below is not None and below.words[0][:1].islower() and wrapped(pieces[n], pieces[n + 1], tokens):
                row = below
                row.above = pieces[n].lines[0]
                n += 1
        if rows and n + 1 < len(pieces) and (row is None or any(_DECIMAL.match(w) for w in row.words[: row.label])):
            row = garbled_row(rows[-1], pieces[n], pieces[n + 1], tokens) or row
        if rows and n + 1 < len(pieces) and (row is None or len(row.tail) == 1):
            row = torn_cell(rows[-1], pieces[n], pieces[n + 1], tokens) or row
        told = row is None and not rows and n + 1 < len(pieces) and pieces[n].kind == PieceKind.LINE
        if told and figures_in(pieces[n], tokens) > 1:
            above = headings(made, pieces[n], tokens)  # the first row below a heading may be torn like any other
            row = garbled_row(None, pieces[n], pieces[n + 1], tokens) if above and certain(above[-1]) else None
        if row is None and rows and n + 1 < len(pieces):
            row = sub_heading(rows, pieces[n], pieces[n + 1], tokens)
        if row is None:
            break
        rows.append(row)
        n += 1
    # a torn row stands above or between others, or is their sum
    while rows and rows[-1].garbled and not (len(rows) > LEAST and SUM.match(bare(rows[-1].words[0]))):
        rows.pop()
        n -= 1
    read = [row for row in rows if not row.garbled]
    if len(read) > 1 and not sum(named(r) for r in read) * 2 >= len(read) and sum(by_year(r) for r in read) < len(read):
        return [], start
    for row in numbered(read):  # `Barn 1`, `Barn 2`, `Barn 3`
        row.label += 1
    if read and sum(not named(r) for r in read) * 2 >= len(read):
        for row in read:  # `2010 61 1 204 500`, `Jan-sept 2013 49 1 350 700`
            while row.label < len(row.words) - 1 and YEAR.match(row.words[row.label]):
                row.label += 1
    return rows, n


def _table(
    rows: list[Row], made: list[Piece], table: int, tokens: list[Token]
) -> tuple[list[Piece], list[Piece]] | None:
    """The pieces of the table's heading, which replace as many of the last of `made`, and those of its rows."""
    every, rows = rows, [row for row in rows if not row.garbled]
    years = _is_heading(rows[0])
    body = rows[1:] if years else rows
    above = [] if years else headings(made, rows[0].piece, tokens)
    org = any(row.org for row in rows)
    wanted = {len(rows[0].tail)} if years else {n - org for n in wanted_columns(above[-1])} if above else set()
    sure = certain(above[-1]) if above else certain(rows[0].words) if years else None
    if not years and _torn(body, sure):
        sure, wanted = None, set()
    if sure:
        wanted = {sure}
    repeated = sure is not None or (bool(above) and repeats(above[-1], groups_of(above[-1], False)))
    whole = _filled(body, sure) if sure else None
    if whole is None and not repeated:
        unlike = _unlike(body, wanted)
        body = [row for row in body if row not in unlike]
    if repeated and whole is None:  # the heading tells for certain how many numbers a row has
        body = [row for row in body if not row.tail or counts_of(row.tail) & wanted]
    if any(_DECIMAL.search(w) for row in body for w in row.tail):  # a decimal may have been lost
        body = [row for row in body if not any(_CUT_SHORT.search(w) for w in row.tail)]
    led = bool(made) and not years and leads(made[-1], tokens)
    column = bool(made) and not years and not above and names_unit(made[-1], tokens)
    if not body:
        return None
    solved = whole or _solve(body, wanted, years, bool(above), led, repeated, column)
    stray = [row for row in body if len(row.tail) > 1 and row.tail[0] in DASHES]
    if whole is None and stray and (solved is None or solved.odd > ODD) and 2 * len(stray) < len(body):
        for row in stray:  # a speck or a leader between label and numbers
            row.label += 1
        again = _solve(body, wanted, years, bool(above), led, repeated, column)
        if again is not None and (solved is None or again.odd < solved.odd):
            solved = again
        else:
            for row in stray:
                row.label -= 1
    if solved is None:
        return None
    others = [row for row in every if row is not rows[0]] if years else every
    placed = _placed(others, body, solved, org, years or (bool(above) and by_years(above[-1], len(solved.splits[0]))))
    first: list[Piece] = []
    count = len(solved.splits[0])
    head = head_cells(rows[0].words, count) if years and len(rows[0].tail) != count else None
    if head is not None:  # `Tkr Andel, % 2013 2014`: years are but some of its columns
        first.append(_row(rows[0].piece, rows[0].cells(head), table, tokens))
    elif years:
        first.append(_piece(rows[0], [[rows[0].label + i] for i in range(count)], org, table, tokens))
    heads = _head_pieces(above, made, count + org, table, tokens)
    spaced = sum(len(cell) > 1 for split in solved.splits for cell in split) > 1
    dated = {
        column
        for column in range(count)
        if all(
            len(s[column]) == 1 and YEAR.match(r.tail[s[column][0]]) for r, s in zip(body, solved.splits, strict=True)
        )
    }
    for row in others:
        split = placed[id(row)]
        if split is not None:
            _tidy(row, [cell for n, cell in enumerate(split) if n not in dated], tokens, spaced)
        first.append(row.piece if split is None else _piece(row, split, org, table, tokens))
    return heads, first


def _placed(rows: list[Row], body: list[Row], solved: Solved, org: bool, alike: bool) -> dict[int, Split | None]:
    """For each row's id the places of the words that each column's number takes, [] for none; None: it stays a line.

    body: the rows that were solved; the others are read as far as they are like these. alike: see `doubtful`.
    """
    count = len(solved.splits[0])
    most = ROW_ODD + CELL_ODD * count
    sound = [(row, split) for row, split, odd in zip(body, solved.splits, solved.strange, strict=True) if odd <= most]
    told_odd = doubtful([r.tail for r, _ in sound], [s for _, s in sound], alike)
    for (_, split), columns in zip(sound, told_odd, strict=True):
        for column in columns:
            split[column] = []
    told = columns_of([row.tail for row, _ in sound], [split for _, split in sound])
    placed: dict[int, Split | None] = dict.fromkeys(map(id, body))
    for row, split in sound:
        start = row.label + row.org
        placed[id(row)] = [[start + i for i in cell] for cell in split]
    for row in rows:
        if id(row) not in placed:
            own = org_place(row.words) if org else None
            read = None if org and own is None else mended(row.words, told, own)
            if read is None and not org and sound:
                read = in_place(row.words, [row.tail for row, _ in sound], [split for _, split in sound])
            placed[id(row)] = read or [[] for _ in told]
    told_by = [row for row in rows if any(c.isdigit() for w in row.words for c in w)]
    for number, column in barred([row.words for row in rows], [placed[id(row)] for row in rows]):
        cells = placed[id(rows[number])]
        if cells is not None:
            cells[column] = []
    if not org:
        _prove(told_by, placed, count)
    return placed


def _prove(rows: list[Row], placed: dict[int, Split | None], count: int) -> None:
    """Puts in what sums and differences prove."""
    words = [[cleaned(word) for word in row.words] for row in rows]
    picks = [placed[id(row)] or [[] for _ in range(count)] for row in rows]
    total = _is_sum(rows[-1])
    if total:
        found = totalled(rows[-1].words, texts_of(words[:-1], picks[:-1]), count)
        if found is not None:
            picks[-1] = placed[id(rows[-1])] = found
    for (number, column), (place, text) in lost_commas(words, picks, total).items():
        picks[number][column] = [place]
        rows[number].written[place] = words[number][place] = text
    for (number, column), place in left_by_totals(words, picks).items() if total else ():
        picks[number][column] = [place]


def _is_sum(row: Row) -> bool:
    """Whether the row's name says that it is the sum of others, or what is left: "Summa", "Årets resultat"."""
    return SUM.match(bare(" ".join(row.words[:2]))) is not None


def _filled(body: list[Row], count: int) -> Solved | None:
    """The rows with their empty cells, where sums prove which these are."""
    tails = [row.tail for row in body]
    if not body or not all(tails) or all(count in counts_of(tail) for tail in tails):
        return None
    if not _is_sum(body[-1]):
        return None
    found = filled(tails, count)
    return None if found is None else Solved(0.0, True, found, [0.0] * len(body))


def _is_heading(row: Row) -> bool:
    """Whether a line that may be a row is the heading of years: `Tkr 2011 2012`."""
    return named(row) and len(row.tail) > 1 and all(YEAR.match(word) for word in row.tail)


def _torn(body: list[Row], sure: int | None) -> bool:
    """Whether the heading lost a column that every row has: `tkr ete | 2026 2027` above three numbers each. sure: how
    many columns it tells for certain."""
    if sure is None:
        return False
    counts = [counts_of(row.tail) for row in body if row.tail and not row.garbled]
    return sum(sure not in c for c in counts) >= LEAST and all(sure + 1 in c for c in counts)


def _unlike(body: list[Row], wanted: set[int]) -> list[Row]:
    """The few rows that have not as many numbers as the heading has columns and the other rows have."""
    counts = [counts_of(row.tail) if row.tail else set() for row in body]
    common = set.intersection(*counts) if counts else set()
    if not wanted or len(body) < LEAST or any(n >= min(wanted) for n in common):
        return []
    best = max(sorted(wanted), key=lambda n: sum(n in c for c in counts))
    unlike = [row for row, c in zip(body, counts, strict=True) if best not in c]
    # all can be read as fewer numbers where groups of three digits are put together: the heading must be surer then
    few = (4 if common else 2) * len(unlike) <= len(body)
    return unlike if best > 1 and few and len(body) - len(unlike) > 1 else []


def _solve(
    body: list[Row], wanted: set[int], years: bool, headed: bool, led: bool, repeated: bool, column: bool
) -> Solved | None:
    """How many numbers each row has, and which. led: the line above points to sums or names their unit; repeated: the
    heading tells their number for certain; column: above stands a unit alone, as over a single column."""
    tails = [row.tail for row in body]
    if not all(tails) or (len(body) < 2 and not years):
        return None
    counts = set.intersection(*(counts_of(tail) for tail in tails))
    if years:
        counts &= wanted
    summed = _is_sum(body[-1])
    found = [s for count in sorted(counts) if (s := solve(tails, count, summed)) is not None]
    found = [s for s in found if s.proved] or found
    least = 2 if wanted and min(wanted) > 1 else 1  # a heading of several columns stands over no single number
    found = [s for s in found if len(s.splits[0]) in wanted] or (
        [] if repeated else [s for s in found if len(s.splits[0]) >= least]
    )
    if not found:
        return None
    best, *others = sorted(found, key=lambda s: s.odd)
    if others and not headed and not years and best.proved and others[0].odd - best.odd < 0.5:
        return None  # sums without a carry hold whether or not their parts are one number
    count = len(best.splits[0])
    if count == 1 and column and len(body) >= LEAST and counts == {1}:
        return best
    plain = count == 1 and led and len(body) > 2 and sum(bool(_SUM_OF_MONEY.match("".join(t))) for t in tails) > 1
    if plain and all(len(t) == 1 for t in tails):
        return best
    if count == 1 and not (headed and body[0].org) and (len(body) < 3 or not (headed or (best.proved and summed))):
        return None
    if count > 1 and not headed and not years and not best.proved and len(body) < 3:
        return None
    return best


def _tidy(row: Row, split: Split, tokens: list[Token], spaced: bool) -> None:
    """What the OCR read a minus sign as. spaced: also spaces between thousands, which it lost."""
    for cell in filter(None, split):
        token = tokens[row.piece.lines[0].words[row.places[cell[0]][0]]]
        if cell[0] in row.written:
            token.text = row.written[cell[0]]
            continue
        noise, sign, digits, rest = _PARTS.match(token.text).groups()  # type: ignore[union-attr]
        if noise:
            sign = "-" if sign or "=" in noise else ""
        if noise and ")" in rest:
            continue  # "=0,99)" was "-5,95": dirt on both sides may stand in a digit's place
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


def _piece(row: Row, split: Split, org: bool, table: int, tokens: list[Token]) -> Piece:
    own = org_place(row.words) if org else None
    taken = {own, *(i for cell in split for i in cell)}
    cells = [[i for i in range(len(row.words)) if i not in taken], *split]
    if org:
        cells.insert(1, [] if own is None else [own])
    made = _row(row.piece, row.cells(cells), table, tokens)
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
