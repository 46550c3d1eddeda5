"""Where the ink of a word lies in a picture of it."""

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]

NEAR = 0.3  # of the letters' height: how far from them their dots are, and how high
SPECK = 0.4  # of the letters' height; ink at a word's end that is lower is no letter or digit
RULED = 0.95  # of a word's width; ink as wide is a rule
TOUCH = 0.12  # of the letters' height: what lies nearer than this is a stroke of them, at the box's edge too
WHOLE = 0.75  # of a line's usual height: a word that is lower is not seen whole
NARROW = 0.3  # of the letters' height: the least width of all letters but one
SPECKED = (1, 6)  # percentiles of a word's pixels that are ink: the second where specks are darker than the letters
AWAY = 0.3  # of the letters' height: how far from them a speck is, at the least


def rows_of_ink(dark: Bools) -> tuple[float, float]:
    """Top and bottom of the ink, without what reaches in from the lines above and below, and rules."""
    height = dark.shape[0]
    bands = runs(np.asarray(dark.any(axis=1)))
    if not bands:
        return 0.0, float(height)
    ink = dark.sum(axis=1)
    top, bottom = max(
        bands, key=lambda band: int(ink[band[0] : band[1]].sum()) * (band[0] < height / 2 < band[1] or 0.3)
    )
    near, touch = NEAR * (bottom - top), TOUCH * (bottom - top)
    for a, b in reversed([band for band in bands if band[1] <= top]):  # dots; no line that reaches in
        if (a == 0 and top - b > touch) or top - b > near or b - a > near:
            break
        top = a
    for a, b in [band for band in bands if band[0] >= bottom]:
        if (b == height and a - bottom > touch) or a - bottom > near or b - a > near:
            break
        bottom = b
    return float(top), float(bottom)


def columns_of_ink(dark: Bools) -> tuple[int, int]:
    """First and last + 1 of the columns of a word that begins and ends with letters or digits, without the specks
    beside it. dark: its rows alone."""
    parts = runs(np.asarray(dark.any(axis=0)))
    if not parts:
        return 0, int(dark.shape[1])
    height = dark.shape[0]

    def speck(part: tuple[int, int]) -> bool:
        rows = np.flatnonzero(dark[:, part[0] : part[1]].any(axis=1))
        return bool(rows.size < SPECK * height)

    while len(parts) > 1 and speck(parts[-1]) and parts[-1][0] - parts[-2][1] > AWAY * height:
        parts.pop()
    while len(parts) > 1 and speck(parts[0]) and parts[1][0] - parts[0][1] > AWAY * height:
        parts.pop(0)
    return parts[0][0], parts[-1][1]


def runs(inked: Bools) -> list[tuple[int, int]]:
    """First and last + 1 of each stretch that is inked."""
    edges = np.flatnonzero(np.diff(np.pad(inked, 1).astype(np.int8))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def ink_within(
    picture: NDArray[np.uint8], box: tuple[int, int, int, int], usual: float = 0.0, letters: int = 1
) -> tuple[int, int, int, int]:
    """The box drawn tight round what it holds of a word that begins and ends with letters or digits: a rule over a
    number, or a speck beside it, makes its box so high or wide that it seems to stand on another row or in another
    column. The box itself where what was found is too small for the word: a black speck on faint letters, or one
    stroke of them.

    picture: grey. box: left, top, right, bottom in its pixels. usual: height of the words of its line in pixels, where
    it is known. letters: of the word.
    """
    x0, y0, x1, y1 = box
    part = picture[y0:y1, x0:x1]
    if not part.size:
        return box
    height = min(y1 - y0, usual) if usual else y1 - y0
    *darkest, light = np.percentile(part, (*SPECKED, 90)).tolist()
    for dark in darkest:
        inked: Bools = np.asarray(part < (dark + light) / 2)
        if x1 - x0 > y1 - y0:  # else a 1 would be one
            inked[np.asarray(inked.mean(axis=1) > RULED)] = False
        if not inked.any():
            return box
        top, bottom = map(int, rows_of_ink(inked))
        left, right = columns_of_ink(inked[top:bottom])
        if (not usual or bottom - top >= WHOLE * height) and right - left >= NARROW * height * (letters - 1):
            return x0 + left, y0 + top, x0 + right, y0 + bottom
    return box
