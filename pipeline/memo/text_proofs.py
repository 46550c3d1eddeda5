"""What sums and differences prove of a table in old text: which words make a total, and where a comma was lost.

`Reserv 13 15 0,2` stands among rows whose third number is the second less the first: it was `1,3 1,5 0,2`. Only where
the numbers that could be read add up to the last digit, a comma is put back; the digits are always those that stand.
"""

import re
from itertools import permutations

from pipeline.memo.text_splits import Split, texts_of, value_of

LEAST = 2  # rows in which a column is the difference of two others, from which it always is
_DIGITS = re.compile(r"([-–—−]?)(\d{2,4})$")
_TELLING = re.compile(r"\d\D?\d")
_DECIMALS = re.compile(r",(\d+)%?$")

Texts = list[list[str]]  # for each row its numbers by column, "" where none is certain
Place = tuple[int, int]  # row, column


def sums_of(rows: Texts, count: int) -> list[int | None]:
    """What each column adds up to, in thousandths; None where a row has no number that is certain."""
    found: list[int | None] = []
    for column in range(count):
        values = [value_of([row[column]]) if row[column] else None for row in rows]
        found.append(None if None in values else sum(v or 0 for v in values))
    return found


def lost_commas(rows: list[list[str]], picks: list[Split], total: bool) -> dict[Place, tuple[int, str]]:
    """Where a number's comma is put back: for a row and column the place of its word, and how it is written then.

    rows: the words of each row; picks: the places of the words that each column's number takes, [] where none is
    certain; total: the last row holds the sums of the others.
    """
    count = len(picks[0]) if picks else 0
    texts = texts_of(rows, picks)
    decimals = [_decimals([row[column] for row in texts]) for column in range(count)]
    found: dict[Place, tuple[int, str]] = {}
    for number, (words, split) in enumerate(zip(rows, picks, strict=True)):
        for column, place in _spare(words, split):
            sign_and_digits = _DIGITS.match(words[place])
            places = decimals[column]
            if sign_and_digits is not None and places is not None and len(sign_and_digits[2]) > places:
                sign, digits = sign_and_digits.groups()
                found[number, column] = (place, f"{sign}{digits[:-places]},{digits[-places:]}")
    if not found:
        return {}
    values: list[list[int | None]] = [[value_of([text]) if text else None for text in row] for row in texts]
    tried = [list(row) for row in values]
    for (number, column), (_, text) in found.items():
        tried[number][column] = value_of([text])
    proved = _by_rows(values, tried, count) | (_by_columns(tried, count) if total else set())
    return {place: told for place, told in found.items() if place in proved}


def left_by_totals(rows: list[list[str]], picks: list[Split]) -> dict[Place, int]:
    """The places of words that are just what a column's total, its last number, leaves for the one that it lacks."""
    found: dict[Place, int] = {}
    for column, texts in enumerate(zip(*texts_of(rows, picks), strict=True)):
        lacking = [number for number, text in enumerate(texts) if not text]
        values = [value_of([text]) if text else 0 for text in texts]
        if len(lacking) != 1 or lacking[0] == len(texts) - 1 or None in values or len(texts) < LEAST + 1:
            continue
        left = (values[-1] or 0) - sum(v or 0 for v in values[:-1])
        taken = {i for cell in picks[lacking[0]] for i in cell}
        words = rows[lacking[0]]
        fit = [i for i, w in enumerate(words) if i not in taken and _TELLING.search(w) and value_of([w]) == left]
        if len(fit) == 1:
            found[lacking[0], column] = fit[0]
    return found


def _decimals(texts: list[str]) -> int | None:
    """How many decimals all numbers of a column have, None where that differs or too few tell."""
    told = {len(m[1]) if (m := _DECIMALS.search(text)) else 0 for text in texts if text}
    return told.pop() if len(told) == 1 and 0 not in told and sum(map(bool, texts)) >= LEAST else None


def _spare(words: list[str], split: Split) -> list[tuple[int, int]]:
    """The columns without a number and the places of the words that would fill them: as many, at the same place."""
    found: list[tuple[int, int]] = []
    column = 0
    while column < len(split):
        if split[column]:
            column += 1
            continue
        end = next((c for c in range(column, len(split)) if split[c]), len(split))
        after = split[end][0] if end < len(split) else len(words)
        before = split[column - 1][-1] if column else after - (end - column) - 1
        if after - before - 1 == end - column and before >= 0:
            found += zip(range(column, end), range(before + 1, after), strict=True)
        column = end
    return found


def _by_rows(values: list[list[int | None]], tried: list[list[int | None]], count: int) -> set[Place]:
    """The places in rows where one column is the difference of two others, as it is in all rows that could be read."""
    proved: set[Place] = set()
    for i, j, k in permutations(range(count), 3):
        known = [(a, b, c) for row in values if (a := row[i]) is not None and (b := row[j]) and (c := row[k])]
        if len(known) < LEAST or any(a - b != c for a, b, c in known):
            continue
        for number, row in enumerate(tried):
            first, second, rest = row[i], row[j], row[k]
            if first is not None and second and rest and first - second == rest:
                proved |= {(number, i), (number, j), (number, k)}
    return proved


def _by_columns(tried: list[list[int | None]], count: int) -> set[Place]:
    """The places in columns that add up to their last number."""
    proved: set[Place] = set()
    for column in range(count):
        *parts, whole = [row[column] for row in tried]
        if whole and len(parts) > 1 and None not in parts and sum(v or 0 for v in parts) == whole:
            proved |= {(number, column) for number in range(len(tried))}
    return proved
