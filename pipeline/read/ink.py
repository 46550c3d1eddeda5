"""Where the ink of a word lies in a picture of it."""

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]

NEAR = 0.3  # of the letters' height: how far from them their dots are, and how high
SPECK = 0.4  # of the letters' height; ink at a word's end that is lower is no letter or digit
RULED = 0.95  # of a word's width; ink as wide is a rule
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
    near = NEAR * (bottom - top)
    for a, b in reversed([band for band in bands if band[1] <= top]):  # dots; no line that reaches in
        if a == 0 or top - b > near or b - a > near:
            break
        top = a
    for a, b in [band for band in bands if band[0] >= bottom]:
        if b == height or a - bottom > near or b - a > near:
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


def ink_within(picture: NDArray[np.uint8], box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The box drawn tight round what it holds of a word that begins and ends with letters or digits: a rule over a
    number, or a speck beside it, makes its box so high or wide that it seems to stand on another row or in another
    column.

    picture: grey. box: left, top, right, bottom in its pixels.
    """
    x0, y0, x1, y1 = box
    part = picture[y0:y1, x0:x1]
    if not part.size:
        return box
    dark, light = np.percentile(part, (1, 90))
    inked: Bools = np.asarray(part < (float(dark) + float(light)) / 2)
    if x1 - x0 > y1 - y0:  # else a 1 would be one
        inked[np.asarray(inked.mean(axis=1) > RULED)] = False
    if not inked.any():
        return box
    top, bottom = map(int, rows_of_ink(inked))
    left, right = columns_of_ink(inked[top:bottom])
    return x0 + left, y0 + top, x0 + right, y0 + bottom
