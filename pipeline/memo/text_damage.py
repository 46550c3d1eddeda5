"""Numbers of a table in old text that can't be right, as their columns tell: `19` among 2,6 and 5,5 lost its comma."""

import re

from pipeline.memo.text_splits import Split, value_of

LEAST = 4  # numbers of a column that tell
MOST = 0.34  # share of them that may be unlike
# share of a table's numbers from which whole ones of two digits and more are unlike where their column has others
WITH_DECIMALS = 0.6
_DECIMALS = re.compile(r"\d[.,]\d{1,2}%?\|?$")
_WHOLE = re.compile(r"[-–—−+=~_]{0,2}(?!0\|?$)\d+%?\|?$")
_LONG = re.compile(r"[-–—−+=~_]{0,2}\d{2,}\|?$")
_DOTTED = re.compile(r"[-–—−]?[1-9]\d{0,2}\.\d{3}(?:\.\d{3})*")
DOTTED = 3  # numbers set with a point that tell how a table sets them
_UNDOTTED = re.compile(r"[-–—−]?\d{5,}")
_BAR = re.compile(r"(?:^|[^\w.,])[]|[!lI¦]$|\d\|$")  # what a 1 is read as, before a group of three digits
_GROUP = re.compile(r"\d{3}\|?")
_TORN = re.compile(r"\d[;:]\d|[,;:]$")


def doubtful(body: list[list[str]], splits: list[Split], alike: bool = False) -> list[list[int]]:
    """For each row the columns whose number is not set as the others of the column.

    body: the words of each row's numbers; splits: which of them each column's number takes. Only tables with decimals
    tell: a whole number among them, or one with another sign in its comma's place, has been misread. alike: the
    heading's years say that all columns are of one kind, also one in which no number has decimals.
    """
    found: list[list[int]] = [[] for _ in body]
    every = ["".join(row[i] for i in cell) for row, split in zip(body, splits, strict=True) for cell in split if cell]
    every = [text for text in every if any(map(str.isdigit, text))]
    fine = sum(bool(_DECIMALS.search(text)) for text in every) >= WITH_DECIMALS * len(every)
    # where thousands are set with a point, two words with a space between are two numbers: `310 875` among `1.060`
    dotted = sum(
        bool(_DOTTED.fullmatch(row[cell[0]]))
        for row, split in zip(body, splits, strict=True)
        for cell in split
        if len(cell) == 1
    )
    if dotted >= DOTTED:  # and a long number without one has a digit too many: `15280` among `1.060`
        for n, (row, split) in enumerate(zip(body, splits, strict=True)):
            found[n] += [c for c, cell in enumerate(split) if len(cell) == 1 and _UNDOTTED.fullmatch(row[cell[0]])]
    spaced = [(n, c) for n, split in enumerate(splits) for c, cell in enumerate(split) if len(cell) > 1]
    if dotted > len(spaced):
        for place, column in spaced:
            found[place].append(column)
    for column in range(len(splits[0]) if splits else 0):
        cells = [
            ("".join(row[i] for i in split[column]), place)
            for place, (row, split) in enumerate(zip(body, splits, strict=True))
            if split[column]
        ]
        values = [value_of([text]) for text, _ in cells]
        if len(values) > 2 and None not in values and sum(v or 0 for v in values[:-1]) == values[-1] != 0:
            continue  # their sum proves them
        decimal = sum(bool(_DECIMALS.search(text)) for text, _ in cells)
        odd = [place for text, place in cells if _WHOLE.match(text) or _TORN.search(text)]
        if (decimal or alike) and fine:
            for text, place in cells:
                if _LONG.match(text) or _TORN.search(text):
                    found[place].append(column)
        if decimal and len(cells) >= LEAST and len(odd) <= MOST * len(cells) and decimal >= len(cells) - len(odd) - 1:
            for place in odd:
                if column not in found[place]:
                    found[place].append(column)
    return found


def barred(rows: list[list[str]], picks: list[Split | None]) -> list[tuple[int, int]]:
    """Which numbers, by row and column, stand behind what may have been a 1: `1090 ] 240` among thousands is `1 240`.

    rows: each row's words; picks: the places of those that each column's number takes. Where most rows have such a sign
    there, it is a printed rule.
    """
    read = [(n, split) for n, split in enumerate(picks) if split]
    found = []
    for column in range(max((len(split) for _, split in read), default=0)):
        cells = [(n, split[column]) for n, split in read if column < len(split) and split[column]]
        signed = [(n, cell) for n, cell in cells if cell[0] and _BAR.search(rows[n][cell[0] - 1])]
        split_at = {n: cell[0] for n, cell in signed}
        behind = [n for n, cell in signed if len(cell) == 1 and _GROUP.fullmatch(rows[n][cell[0]])]
        thousands = sum(sum(map(str.isdigit, "".join(rows[n][i] for i in cell))) > 3 for n, cell in cells)
        others = len(cells) - len(behind)
        if 3 * len(signed) <= len(cells):
            # a rule may also be dirt: `197 450 ; 850`
            found += [
                (n, column)
                for n in behind
                if (3 * thousands > 2 * others if rows[n][split_at[n] - 1].endswith("|") else 2 * thousands > others)
            ]
    return found
