"""What may be wrong in a table's cells: numbers that lost a comma, a sign or their thousands, rows parted at the wrong
places or not at all. Such a cell is marked or left out rather than read as a number that looks right."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pipeline.forms.amounts import parse_number
from pipeline.forms.amounts_numbers import MINUS
from pipeline.memo.memo import Cell, Memo, Table
from pipeline.read.page import ReadAs

SHARE = re.compile(r"(?<!\w)andel|procent|%", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d{2}")
DIFFERENCE = re.compile(
    r"(?<!\w)(?:förändring|skillnad|\w*avvik|differens|diff(?!\w)|avv(?!\w)|över-?/ ?underskott|\w*resultat(?!enh)"
    r"|netto(?!\w)|saldo)",
    re.IGNORECASE,
)
SUM = re.compile(r"(?:summa|s:a|totalt?|sammanlagt|slutsumma)(?!\w)", re.IGNORECASE)
GROUPED = re.compile(rf"[{MINUS}]?\d{{1,3}}(?:[ \u00a0.]\d{{3}})+")
ACROSS = re.compile(r"(?:totalt?|summa|s:a|sammanlagt|tot\.?)(?!\w)", re.IGNORECASE)
SHORT = re.compile(rf"[{MINUS}]\d{{1,3}}")
# what comes in, or is left over: in a table that shows costs with a minus these stand without
INFLOW = re.compile(
    r"intäkt|inkomst|bidrag|avgift|skatt|utjämning|försäljning|ersättning|hyror|netto|summa|total|resultat|över|saldo",
    re.IGNORECASE,
)
# what may be above or below nothing
_EITHER = re.compile(r"netto|resultat|summa|total|över|under|saldo|avvik|avv|diff|förändr|skillnad", re.IGNORECASE)
NUMBERS = re.compile(rf"(?<![^\s])[{MINUS}]?(?:\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d+)(?:[.,]\d+)?(?!\S)")
GROUPS = re.compile(rf"(?<!\S)[{MINUS}]?\d+(?:,\d+)?(?!\S)")
MOST_GROUPS = 18
ALIKE = 8  # how many times larger or smaller than its column's numbers one may be
_UNREAD = re.compile(rf"[={MINUS}]\d[^ ]*")
FILLED = re.compile(rf"[\s:.|~_=*'’‘{MINUS}]*")


def odd_ones(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells whose number may have lost a sign: the decimal comma that all others have ("1,0 | 1,0 | 11"), or the minus
    of the others in a row of costs."""
    texts = {(c.row, c.column): memo.text[c.start : c.end].strip() for c in grid.cells if c.row > 0 and c.column > 0}
    numbers = {place: text for place, text in texts.items() if parse_number(text) is not None}
    decimal = [place for place, text in numbers.items() if re.search(r"\d[.,]\d{1,2}$", text)]
    odd = set()
    if len(decimal) >= 4 and len(decimal) >= 0.75 * len(numbers):
        odd = {place for place, text in numbers.items() if re.fullmatch(rf"[{MINUS}]?\d\d+", text)}
    labels = {c.row: c.label for c in grid.cells if c.column > 0}
    worn = not memo.read_as <= {ReadAs.DIGITAL}
    for row, label in labels.items():
        values = {place: parse_number(text) or 0 for place, text in numbers.items() if place[0] == row}
        above = [place for place, value in values.items() if value > 0]
        if len(above) != 1 or len(values) < 3:
            continue
        if "kostnad" in label.casefold() or (worn and not _EITHER.search(label) and _alike(above[0], values)):
            odd.update(above)
    return odd


def _alike(one: tuple[int, int], row: dict[tuple[int, int], Decimal | int]) -> bool:
    """Whether a number without a minus is about as large as its row's others, which have one: "-19,8 -20,6 21,6"."""
    others = [-value for place, value in row.items() if place != one]
    return min(others) > 0 and min(others) * 6 < row[one] * 10 and row[one] * 6 < max(others) * 10


def without_minus(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells of scanned or old text in rows without a minus where other rows of costs have one: theirs may be lost."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return set()
    rows: dict[int, list[tuple[Cell, str]]] = {}
    for cell in grid.cells:
        text = memo.text[cell.start : cell.end].strip()
        if cell.column and cell.row and parse_number(text) is not None:
            rows.setdefault(cell.row, []).append((cell, text))
    below = [row for row, cells in rows.items() if len(cells) > 1 and all(t[0] in MINUS for _, t in cells)]
    # "-0,99)", that can't be read, says that the row's others had a minus too
    unread = {
        c.row
        for c in grid.cells
        if c.column and c.row and _UNREAD.fullmatch(text := memo.text[c.start : c.end].strip())
        if parse_number(text) is None
    }
    told = {(cell.row, cell.column) for row in unread for cell, text in rows.get(row, ()) if text[0] not in MINUS}
    if len(below) < 2:
        return told
    return told | {
        (cell.row, cell.column)
        for row, cells in rows.items()
        if not any(t[0] in MINUS for _, t in cells)
        for cell, _ in cells
        if not INFLOW.search(cell.label) and parse_number(memo.text[cell.start : cell.end].strip()) != 0
    }


def with_parted_rows(memo: Memo, grid: Table) -> tuple[Table, set[tuple[int, int]]]:
    """The table of scanned or old text with rows parted that stand whole in the first column, where they end in as many
    numbers as it has columns; and these cells' places, for where they were cut is only likely."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return grid, set()
    headers = {cell.column: cell.header for cell in grid.cells if cell.column and cell.header}
    filled = {cell.row for cell in grid.cells if cell.column}
    sizes = _sizes(memo, grid)
    wanted = sorted(headers) or sorted(sizes)
    if len(wanted) < 2:
        return grid, set()
    cells: list[Cell] = []
    places = set()
    for cell in grid.cells:
        text = memo.text[cell.start : cell.end]
        whole = not cell.column and (cell.row or not headers) and cell.row not in filled
        numbers = _as_many(text, [sizes.get(column, (0.0, 0.0)) for column in wanted]) if whole else []
        if not numbers:
            cells.append(cell)
            continue
        name = text[: numbers[0][0]].strip(" :.")
        cells.append(replace(cell, end=cell.start + numbers[0][0], label=name))
        for column, (begin, end) in zip(wanted, numbers, strict=True):
            cells.append(Cell(cell.start + begin, cell.start + end, cell.row, column, headers.get(column, ""), name))
            places.add((cell.row, column))
    return replace(grid, cells=tuple(cells)), places


def _sizes(memo: Memo, grid: Table) -> dict[int, tuple[float, float]]:
    """The least number of each column of numbers, and the most that one may be, signs apart: all of them together."""
    columns = numbers_of(memo, grid, first=int(any(cell.header for cell in grid.cells)))
    return {
        column: (min(values), max(*values, sum(values) / 4))
        for column, numbers in columns.items()
        if len(values := list(map(float, numbers))) > 1
    }


def numbers_of(memo: Memo, grid: Table, first: int = 1) -> dict[int, list[Decimal]]:
    """The numbers of each column but the first, signs apart. first: the row that they begin in."""
    columns: dict[int, list[Decimal]] = {}
    for cell in grid.cells:
        value = parse_number(memo.text[cell.start : cell.end].strip()) if cell.column and cell.row >= first else None
        if value is not None:
            columns.setdefault(cell.column, []).append(abs(value))
    return columns


def _as_many(text: str, sizes: list[tuple[float, float]]) -> list[tuple[int, int]]:
    """Where the numbers begin and end that a row closes with, as many as sizes has; empty where they are not so many,
    or where groups of three digits may be put together in several ways that fit the columns' sizes."""
    if not all(most for _, most in sizes):
        numbers = [(m.start(), m.end()) for m in NUMBERS.finditer(text)]
        return numbers if len(numbers) == len(sizes) and _filled(text, numbers) else []
    groups = [(m.start(), m.end()) for m in GROUPS.finditer(text)]
    apart = [i for i in range(1, len(groups)) if not FILLED.fullmatch(text[groups[i - 1][1] : groups[i][0]])]
    groups = groups[apart[-1] if apart else 0 :]
    if not groups or len(groups) > MOST_GROUPS or not _filled(text, groups):
        return []
    starts = range(min(2, len(groups) - len(sizes) + 1))  # the first may belong to the name: "Förskolan 2 450 600"
    ways = list(itertools.islice((way for first in starts for way in _ways(text, groups[first:], sizes)), 2))
    return ways[0] if len(ways) == 1 else []


def _filled(text: str, numbers: list[tuple[int, int]]) -> bool:
    """Whether nothing but signs of filling stands between the numbers and behind the last."""
    gaps = [text[a[1] : b[0]] for a, b in itertools.pairwise(numbers)]
    return all(FILLED.fullmatch(gap) for gap in (*gaps, text[numbers[-1][1] :]))


def _ways(
    text: str, groups: list[tuple[int, int]], sizes: list[tuple[float, float]]
) -> Iterator[list[tuple[int, int]]]:
    """The ways to put groups of digits together to one number for each column, of about its size."""
    if not sizes:
        if not groups:
            yield []
        return
    (least, most), rest = sizes[0], sizes[1:]
    for count in range(1, len(groups) - len(rest) + 1):
        begin, end = groups[0][0], groups[count - 1][1]
        if count > 1 and not GROUPED.fullmatch(text[begin:end]):
            return
        if text[begin] == "0" and text[begin + 1 : begin + 2].isdigit():
            return
        value = abs(float(parse_number(text[begin:end]) or 0))
        if value and not least / ALIKE <= value <= most * ALIKE:
            continue
        for others in _ways(text, groups[count:], rest):
            yield [(begin, end), *others]


def unsigned(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells of scanned or old text that hold a difference without a sign: its minus may have been lost."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return set()
    return {
        (c.row, c.column)
        for c in grid.cells
        if c.column > 0
        and (DIFFERENCE.search(c.header) or DIFFERENCE.search(c.label))
        and memo.text[c.start : c.start + 1].isdigit()
        and memo.text[c.end - 1 : c.end] not in MINUS
    }


def shifted(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells of scanned or old text whose row may have been parted at the wrong places: a sum in thousands in a column
    of percentages ("-2 060" under Avvikelse %), or "-1 | 284" where the table's numbers are larger."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return set()
    texts = {(c.row, c.column): memo.text[c.start : c.end].strip() for c in grid.cells if c.row > 0}
    rows = {
        c.row for c in grid.cells if c.row > 0 and SHARE.search(c.header) and GROUPED.fullmatch(texts[c.row, c.column])
    }
    if any(GROUPED.fullmatch(text) for text in texts.values()):
        rows |= {
            row
            for (row, column), text in texts.items()
            if SHORT.fullmatch(text) and re.fullmatch(r"\d{3}", texts.get((row, column + 1), ""))
        }
    return {place for place in texts if place[0] in rows}


def of_unknown_kind(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells of scanned or old text in a column of whole numbers, where all other columns have decimals and no heading
    tells what they are: they may be percentages, or count something."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return set()
    columns: dict[int, list[tuple[int, int]]] = {}
    decimal: dict[int, list[bool]] = {}
    for cell in grid.cells:
        text = memo.text[cell.start : cell.end].strip()
        if cell.column and parse_number(text) is not None and not cell.header:
            columns.setdefault(cell.column, []).append((cell.row, cell.column))
            decimal.setdefault(cell.column, []).append(re.search(r"\d[.,]\d{1,2}$", text) is not None)
    lost = _without_comma(memo, grid)
    whole = [c for c, told in decimal.items() if len(told) > 1 and not any(told)]
    if len(decimal) - len(whole) < 2 or any(sum(t) < 2 * len(t) / 3 for c, t in decimal.items() if c not in whole):
        return lost
    return lost | {place for c in whole for place in columns[c]}


def _without_comma(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells whose number is larger than twice all others of its column, which have decimals: its comma was lost."""
    columns: dict[int, list[tuple[int, str]]] = {}
    for cell in grid.cells:
        text = memo.text[cell.start : cell.end].strip()
        if cell.column and parse_number(text) is not None and not YEAR.fullmatch(text):
            columns.setdefault(cell.column, []).append((cell.row, text))
    lost = set()
    for column, cells in columns.items():
        sizes = {row: abs(float(parse_number(text) or 0)) for row, text in cells}
        plain = [row for row, text in cells if "," not in text]
        if len(plain) == 1 and len(cells) > 2 and sizes[plain[0]] > 2 * (sum(sizes.values()) - sizes[plain[0]]):
            lost.add((plain[0], column))
    return lost


def without_comma(memo: Memo, grid: Table) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Cells of scanned or old text whose number may have lost its comma: whole numbers in a column where others have
    decimals ("18,4 | 46 | 3,1 | 14"); and those that certainly did, shares above 100 percent among shares with one."""
    doubtful: set[tuple[int, int]] = set()
    lost: set[tuple[int, int]] = set()
    if memo.read_as <= {ReadAs.DIGITAL}:
        return doubtful, lost
    columns: dict[int, list[tuple[Cell, str]]] = {}
    for cell in grid.cells:
        text = memo.text[cell.start : cell.end].strip()
        if cell.column and cell.row and parse_number(text) is not None and not YEAR.fullmatch(text):
            columns.setdefault(cell.column, []).append((cell, text))
    for cells in columns.values():
        decimal = sum("," in text for _, text in cells)
        whole = {(c.row, c.column): c for c, text in cells if re.fullmatch(rf"[{MINUS}]?\d\d+", text)}
        if decimal > 1 and 3 * decimal >= len(cells):
            doubtful.update(whole)
        if decimal and SHARE.search(cells[0][0].header):
            lost.update(place for place, c in whole.items() if int(memo.text[c.start : c.end].strip(MINUS + " ")) > 100)
    return doubtful, lost


def split_numbers(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells whose number has lost its thousands to the column before: "3 | 800" where that column holds no numbers.

    Which number it is can't be told from the cell, so it is left out rather than read as 800.
    """
    texts = {(c.row, c.column): memo.text[c.start : c.end].strip() for c in grid.cells}
    headers = {c.column: c.header for c in grid.cells if c.header}
    lost = set()
    for (row, column), text in texts.items():
        if column == 0 or not re.fullmatch(r"\d{3}(?:[ \u00a0]\d{3})*", text):
            continue
        if not re.fullmatch(rf"[{MINUS}]?\d{{1,3}}", texts.get((row, column - 1), "")):
            continue
        above = [t for (r, c), t in texts.items() if c == column - 1 and r not in (0, row) and t]
        wordy = above and not any(parse_number(t) is not None for t in above)
        if wordy and (column > 1 or not headers.get(0)):
            lost.add((row, column))
    return lost


def comma_for_gap(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells of scanned or old text with a comma and three digits, "1,020", in a table whose other sums have a gap there
    and no decimals: read as a decimal comma it would make a thousandth of the sum."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return set()
    texts = {(c.row, c.column): memo.text[c.start : c.end].strip() for c in grid.cells if c.column}
    found = {place for place, text in texts.items() if re.fullmatch(rf"[{MINUS}]?\d{{1,3}},\d{{3}}", text)}
    others = [text for place, text in texts.items() if place not in found]
    whole = any(re.fullmatch(rf"[{MINUS}]?\d{{1,3}}(?:[ \u00a0]\d{{3}})+", text) for text in others)
    return found if whole and not any(re.search(r"\d,\d{1,2}\Z", text) for text in others) else set()


def wrong_totals(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells of a total in scanned or old text that can be none: less than one of the sums above it, or a thousand times
    as much as they, as where "720 000 781 550" are two and "1501 550" one. With them goes what stands beside them.
    And cells that the total proves to hold a digit too many."""
    if memo.read_as <= {ReadAs.DIGITAL} or not grid.cells:
        return set()
    last = max(c.row for c in grid.cells)
    columns: dict[int, dict[int, float]] = {}
    for cell in grid.cells:
        value = parse_number(memo.text[cell.start : cell.end].strip()) if cell.column else None
        if value is not None and not YEAR.fullmatch(memo.text[cell.start : cell.end].strip()):
            columns.setdefault(cell.column, {})[cell.row] = float(value)
    totals = {c.row for c in grid.cells if SUM.match(c.label.strip())}
    if totals != {last}:  # several have parts of the table each
        return set()
    wrong, right = False, set()
    misread: set[tuple[int, int]] = set()
    signed = {c.column for c in grid.cells if DIFFERENCE.search(c.header)}  # a minus may have been lost there
    if DIFFERENCE.search(grid.caption) and not any(c.header for c in grid.cells if c.column):
        signed.add(max(columns, default=0))
    for column, values in columns.items():
        others = [v for row, v in values.items() if row != last]
        if last not in values or len(others) < 2:
            continue
        sums_up = abs(values[last] - sum(others)) <= 0.001 * abs(values[last])
        if sums_up or (min(others) >= 0 and abs(values[last]) == sum(others)):  # a minus that is dirt
            right.add(column)
        elif column in signed:
            continue
        elif rows := [
            row for row, v in values.items() if row != last and _with_a_digit_too_many(v, others, values[last])
        ]:
            right.add(column)
            misread.update((row, column) for row in rows)
        elif min(others) >= 0 and not max(others) <= values[last] <= 1000 * max(others):
            wrong = True
    return misread | ({(last, column) for column in columns if column not in right} if wrong else set())


def _with_a_digit_too_many(value: float, every: list[float], total: float) -> bool:
    """Whether a number ends in what the total leaves for it: the § or the rule before "3 425" was read as a digit."""
    left = total - (sum(every) - value)
    return 0 < left < value and f"{value:.1f}".endswith(f"{left:.1f}") and min(every) >= 0


def wrong_across(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells of scanned or old text whose row does not add up to its total, where a column of totals stands last and two
    other rows do: `750 | 790 | 1 500 | 3 000` holds a misread digit, nobody knows where."""
    last = max((c.column for c in grid.cells), default=0)
    if memo.read_as <= {ReadAs.DIGITAL} or last < 3:
        return set()
    if not any(c.column == last and c.row and ACROSS.match(c.header.strip()) for c in grid.cells):
        return set()
    rows: dict[int, dict[int, Decimal]] = {}
    for cell in grid.cells:
        value = parse_number(memo.text[cell.start : cell.end].strip()) if cell.column and cell.row else None
        if value is not None:
            rows.setdefault(cell.row, {})[cell.column] = value
    told = {row: values for row, values in rows.items() if last in values and len(values) > 2}
    wrong = [row for row, values in told.items() if sum(values.values()) != 2 * values[last]]
    if len(told) - len(wrong) < 2 or 2 * len(wrong) > len(told):
        return set()  # the total is of something else
    return {(row, column) for row in wrong for column in told[row]}


def out_of_line(memo: Memo, grid: Table) -> set[tuple[int, int]]:
    """Cells of scanned or old text whose number is a fiftieth of the others of its column, or fifty times as large,
    where these are much alike: it was cut, or put together of two."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return set()
    columns: dict[int, dict[int, float]] = {}
    for cell in grid.cells:
        value = (
            parse_number(memo.text[cell.start : cell.end].strip())
            if cell.column and (cell.row or not cell.header)
            else None
        )
        if value:
            columns.setdefault(cell.column, {})[cell.row] = abs(float(value))
    odd = set()
    for column, values in columns.items():
        for row, size in values.items():
            others = [v for r, v in values.items() if r != row]
            if (
                len(others) > 1
                and 10_000 < max(others) < 5 * min(others)
                and not min(others) < 50 * size < 2500 * max(others)
            ):
                odd.add((row, column))
    return odd
