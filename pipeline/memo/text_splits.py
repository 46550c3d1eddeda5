"""How a row's numeric words make numbers: `3 800 3215 330` is two numbers, three or four.

What tells is, strongest first: sums (a row that is the sum of those above it, a column that is the difference of two
others), the number of columns that the heading has, how large the column's other numbers are, how thousands are set.
"""

import re
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations, product
from math import comb, log10, prod
from statistics import median

_SIGNS = "-–—−"
RULE = "|"  # ends a word where a printed rule stands after it: the number ends there
_THOUSANDS = re.compile(r"\d{3}(?:,\d+)?(?:%|:[-–—−]{1,3})?\|?$")
_LEADING = re.compile(r"[~_]?[-–—−+=±]{0,2}[1-9]\d{0,2}$")
_LONGER = re.compile(r"[~_]?[-–—−+=±]{0,2}[1-9]\d{3}$")  # the space before the last three was lost: `1611 000`
_PRICE_END = re.compile(r":[-–—−]{1,3}$")  # 12 560:-
_INNER = re.compile(r"0\d")  # no number begins so
_VALUE = re.compile(r"([~_=+±]*)([-–—−]?)(\d[\d.]*)(?:,(\d{1,3}))?%?$")
_HALF = 1500  # combinations of one half of a table's rows that are tried for its sums
_FILLINGS = 20_000  # ways to fill a table's empty cells that are tried
_SPLITS = 40  # ways to read one row; a row with more is no table's row

RESULT = 0.75  # a result is what is left, and may be small: it counts as less unlike
CUT = 9.0  # what makes any row strange
PARTED = 0.9  # how odd a split is that parts what could be one number

Split = list[list[int]]  # places of the words of each number
Options = list[tuple[float, Split]]  # how odd, and the split
Values = tuple[int | None, ...]  # a row's numbers in thousandths


@dataclass(slots=True)
class Solved:
    """A split of every row. odd: how much speaks against it, a row; proved: sums hold; strange: for each row that
    has numbers parted which could be one, how unlike those of their columns they are, else 0."""

    odd: float
    proved: bool
    splits: list[Split]
    strange: list[float]


def merges(numbers: list[str]) -> list[int]:
    """Places where a number may go on in the next word: `18` `420`."""
    return [
        i
        for i in range(len(numbers) - 1)
        if _THOUSANDS.match(numbers[i + 1]) and (_LEADING.match(numbers[i]) or re.fullmatch(r"\d{3}", numbers[i]))
    ]


def counts_of(numbers: list[str]) -> set[int]:
    """How many numbers the words may be."""
    loose = sum(bool(_LONGER.match(a) and _THOUSANDS.match(b)) for a, b in pairwise(numbers))
    inner = sum(bool(_INNER.match(n)) for n in numbers)
    return set(range(max(1, len(numbers) - len(merges(numbers)) - loose), len(numbers) - inner + 1))


def solve(body: list[list[str]], count: int, summed: bool) -> Solved | None:
    """The best split of every row into `count` numbers, None where nothing tells which is meant.

    summed: the last row's label says that it is a sum.
    """
    options = [splits(numbers, count) for numbers in body]
    if not all(options):
        return None
    values = [
        [tuple(value_of([numbers[i] for i in cell]) for cell in s) for _, s in o]
        for o, numbers in zip(options, body, strict=True)
    ]
    proved = False
    missed: int | None = None
    for test in (_related, _summed):
        kept = test(values, count, summed)
        if kept is not None:
            missed = None if proved or set() not in kept else kept.index(set())
            kept = [readings or set(range(len(row))) for readings, row in zip(kept, values, strict=True)]
            proved = True
            options = [[o[i] for i in sorted(k)] for o, k in zip(options, kept, strict=True)]
            values = [[v[i] for i in sorted(k)] for v, k in zip(values, kept, strict=True)]
    found = _likeliest(options, body, count, proved, missed)
    if found is not None and summed:
        found.strange[-1] *= RESULT
    return found


def filled(body: list[list[str]], count: int) -> list[Split] | None:
    """A split of every row where some have a number less than there are columns: [] for the empty cell.

    Only where the last row is the sum of the others in every column, in one way alone.
    """
    options: list[list[Split]] = []
    for number, numbers in enumerate(body):
        ways = [split for _, split in splits(numbers, count)]
        if number < len(body) - 1 and count > 1:
            for _, split in splits(numbers, count - 1):
                ways += [[*split[:i], [], *split[i:]] for i in range(count)]
        options.append(ways)
    if len(body) < 3 or prod(len(ways) for ways in options) > _FILLINGS:
        return None
    found = [list(picks) for picks in product(*options) if _adds_up(body, picks, count)]
    return found[0] if len(found) == 1 else None


def _adds_up(body: list[list[str]], picks: tuple[Split, ...], count: int) -> bool:
    for column in range(count):
        values = [value_of([row[i] for i in s[column]]) if s[column] else 0 for row, s in zip(body, picks, strict=True)]
        if any(v is None for v in values) or sum(v or 0 for v in values[:-1]) != values[-1] or not values[-1]:
            return False
    return True


def _likeliest(
    options: list[Options], body: list[list[str]], count: int, proved: bool, missed: int | None
) -> Solved | None:
    """The splits whose numbers are about as large as the others of their column.

    missed: the only row that does not prove what all others do. If parting numbers alone gives it as many as these, a
    cell of it is empty: `Vård 12 100 12 300` among rows of budget, outcome and difference.
    """
    sure = [(o[0][1], numbers) for o, numbers in zip(options, body, strict=True) if len(o) == 1]
    firm = [(o[0][1], n) for o, n in zip(options, body, strict=True) if len(o) == 1 and o[0][0] < PARTED]
    sizes = _usual(firm or sure, count)
    odds: list[float] = []
    strange: list[float] = []
    chosen: list[Split] = []
    for row, (option, numbers) in enumerate(zip(options, body, strict=True)):
        scored = sorted((odd + (far := _far(split, numbers, sizes)), split, odd, far) for odd, split in option)
        if len(scored) > 1 and not sure and scored[1][0] - scored[0][0] < 0.5:
            return None
        odds.append(scored[0][0])
        strange.append(scored[0][3] if scored[0][2] >= PARTED else 0.0)
        if scored[0][2] >= PARTED and (row == missed or (not proved and _cut_apart(scored[0][1], numbers, sizes))):
            strange[-1] += CUT
        chosen.append(scored[0][1])
    if not firm and len(body) > 2:  # then the rows that were read tell what each of them should be like
        sizes = _usual(list(zip(chosen, body, strict=True)), count)
        read = zip(chosen, body, odds, strict=True)
        strange = [_far(split, numbers, sizes) if odd >= PARTED else 0.0 for split, numbers, odd in read]
    return Solved(sum(odds) / len(body), proved, chosen, strange)


def _cut_apart(split: Split, numbers: list[str], sizes: list[float | None]) -> bool:
    """Whether a number and the group of three digits behind it stand in two columns, where the first is a hundredth of
    its column's others: `4 | 700` among thousands is one number, and some cell of the row is empty."""
    joins = merges(numbers)
    for cell, usual in zip(split, sizes, strict=True):
        size = _size(numbers, cell) if cell[-1] in joins else None
        if size is not None and usual is not None and usual - size > 2:
            return True
    return False


def _usual(rows: list[tuple[Split, list[str]]], count: int) -> list[float | None]:
    """How large the numbers of each column most often are."""
    sizes: list[float | None] = []
    for column in range(count):
        known = [size for split, numbers in rows if (size := _size(numbers, split[column])) is not None]
        sizes.append(median(known) if known else None)
    return sizes


def _far(split: Split, numbers: list[str], sizes: list[float | None]) -> float:
    """How unlike in size the numbers are to the others of their columns."""
    return sum(
        0.4 * abs(size - usual)
        for cell, usual in zip(split, sizes, strict=True)
        if usual is not None and (size := _size(numbers, cell)) is not None
    )


def splits(numbers: list[str], count: int, loose: bool = False) -> Options:
    """Every way to read the words as `count` numbers, with a score for how odd it is.

    loose: also the ways in which a space before the last three digits was lost, where others are enough.
    """
    tight = merges(numbers)
    need = len(numbers) - count
    places = tight
    if need > len(tight) or (loose and need > 0):
        places = sorted(
            {
                *tight,
                *(i for i in range(len(numbers) - 1) if _LONGER.match(numbers[i]) and _THOUSANDS.match(numbers[i + 1])),
            }
        )
    if need < 0 or need > len(places) or comb(len(places), need) > 4 * _SPLITS:
        return []
    found: Options = []
    for chosen in combinations(places, need):
        cells: Split = [[0]]
        for i in range(1, len(numbers)):
            if i - 1 in chosen:
                cells[-1].append(i)
            else:
                cells.append([i])
        firsts = [numbers[c[0]] for c in cells]
        if any(len(c) > 1 and not (_LEADING.match(f) or _LONGER.match(f)) for c, f in zip(cells, firsts, strict=True)):
            continue
        if any(map(_INNER.match, firsts)):
            continue
        several = {c[-1] for c in cells if len(c) > 1}
        # after `214 300` a further group of three is most often the next number
        odd = sum(0.3 if i in several else 1.0 for i in tight if i not in chosen)
        odd += sum(0.8 for i in chosen if i not in tight)
        found.append((odd, cells))
    return found if len(found) <= _SPLITS else []


def _size(numbers: list[str], cell: list[int]) -> float | None:
    digits = re.sub(r"\D", "", "".join(numbers[i] for i in cell).split(",")[0])
    return log10(int(digits) + 1) if digits else None


def texts_of(rows: list[list[str]], picks: list[Split]) -> list[list[str]]:
    """For each row its numbers by column as they are written, "" where none is certain."""
    return [["".join(row[i] for i in cell) for cell in split] for row, split in zip(rows, picks, strict=True)]


def value_of(words: list[str]) -> int | None:
    """The words of one number in thousandths; 0 for a dash."""
    text = _PRICE_END.sub("", "".join(words).replace(" ", "").rstrip(RULE))
    if text in _SIGNS:
        return 0
    match = _VALUE.match(text)
    if match is None or len(text) > 15:
        return None
    noise, sign, whole, decimals = match.groups()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", whole):
        whole = whole.replace(".", "")
    elif "." in whole and decimals is None:
        whole, _, decimals = whole.partition(".")
    if not whole.isdigit() or (decimals and not decimals.isdigit()):
        return None
    value = 1000 * int(whole) + int((decimals or "0").ljust(3, "0")[:3])
    return -value if sign or "=" in noise else value


def _related(values: list[list[Values]], count: int, labelled: bool) -> list[set[int]] | None:
    """The readings of each row for which one column is the difference or sum of two others; None if none always is.
    One row may have none."""
    if count < 3 or len(values) < 3:
        return None
    best: list[set[int]] | None = None
    fewest = 1
    for i, j, k in permutations(range(count), 3):
        for sign in (-1, 1):
            if sign == 1 and (i > j or k != count - 1):
                continue
            kept = []
            missed = telling = 0
            for row in values:
                here = set()
                for n, v in enumerate(row):
                    a, b, c = v[i], v[j], v[k]
                    if a is not None and b is not None and c is not None and a + sign * b == c:
                        here.add(n)
                if not here:
                    missed += 1
                    if missed > fewest or missed * 4 > len(values):
                        break
                else:
                    telling += any(abs(row[n][i] or 0) > 99999 and row[n][j] and row[n][k] for n in here)
                kept.append(here)
            else:
                if telling >= 2 and (best is None or missed < fewest):
                    best, fewest = kept, missed
    return best


def _summed(values: list[list[Values]], count: int, labelled: bool) -> list[set[int]] | None:
    """The readings for which the last row is the sum of those above it, in all columns or (of many) all but one."""
    *rows, total = values
    if len(rows) < 2 or count < (1 if labelled else 2):
        return None
    half = len(rows) // 2
    if any(prod(len(row) for row in part) > _HALF for part in (rows[:half], rows[half:])):
        return None
    left = _sums(rows[:half], count)
    right = _sums(rows[half:], count)
    for dropped in (None, *(range(count) if count > 2 else ())):
        columns = [c for c in range(count) if c != dropped]
        first = columns[0]
        totals = [
            (n, wanted)
            for n, wanted in enumerate(total)
            if all(wanted[c] is not None for c in columns) and any(abs(wanted[c] or 0) > 9999 for c in columns)
        ]
        whole = [(picks, sums) for picks, sums in left if all(sums[c] is not None for c in columns)] if totals else []
        firsts = {sums[first] for _, sums in right}
        keyed: dict[tuple[int | None, ...], list[tuple[int, ...]]] = {}
        kept: list[set[int]] = [set() for _ in values]
        for n, wanted in totals:
            for picks, sums in whole:
                if (wanted[first] or 0) - (sums[first] or 0) not in firsts:
                    continue  # most are told by one column
                if not keyed:
                    for choice, summed in right:
                        keyed.setdefault(tuple([summed[c] for c in columns]), []).append(choice)
                rest = tuple([(wanted[c] or 0) - (sums[c] or 0) for c in columns])
                for others in keyed.get(rest, ()):
                    kept[-1].add(n)
                    for place, pick in enumerate((*picks, *others)):
                        kept[place].add(pick)
        if kept[-1]:
            return kept
    return None


def _sums(rows: list[list[Values]], count: int) -> list[tuple[tuple[int, ...], Values]]:
    """Every choice of a reading for each row, and the columns' sums."""
    found: list[tuple[tuple[int, ...], Values]] = [((), (0,) * count)]
    for row in rows:
        found = [
            ((*picks, n), tuple([None if s is None or v is None else s + v for s, v in zip(sums, one, strict=False)]))
            for picks, sums in found
            for n, one in enumerate(row)
        ]
    return found
