"""A scan is made ready to be read: grey, even light, level."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

STRIP = 96  # pixels; several lines of text
BLOCK = 4  # pixels; a speck has no letter in its own or a neighbouring block
SAMPLE = 3  # every third pixel across and down tells how dark the ink is
PAPER_REACH = 3  # pixels of an eighth of the page: letters are brighter paper from edge to edge
MIN_INK = 500  # pixels of the small picture; fewer tell nothing
MAX_SKEW = 6.0  # degrees
MANY_SPECKS = 0.004
DARK = 190  # of 255; paper is 230 to 255
UNEVEN = 0.8  # the darkest parts of the paper against the brightest
MANY_DARK = 0.3  # of the page: no edges, but a dark picture
BORDER = 150  # of 255; no paper is so dark, and a scanner's edge is darker
EDGE = 16  # of the page, on each side, where a scanner's edge may be
FAINT = 116  # of 255; ink that is printed well is 150 to 200 darker than its paper
WORKING_WIDTH = 1000  # pixels; enough to tell the slope of lines of text

Grey = NDArray[np.uint8]
Bools = NDArray[np.bool_]


def prepare(image: Image.Image) -> Image.Image:
    """The picture in grey, on white where it was transparent; without specks, evenly lit, where it needs that.

    Each step is taken only where its fault is measured: on good scans it costs more letters than it wins.
    """
    grey = to_grey(image)
    if specks(grey) > MANY_SPECKS:
        grey = grey.filter(ImageFilter.MedianFilter(3))
    paper = _paper(grey)
    if _unlike_paper(grey, paper):
        light = np.asarray(paper.resize(grey.size, Image.Resampling.BILINEAR), dtype=np.float32)
        even = np.divide(255.0, np.maximum(light, 1.0, out=light), out=light)
        even *= _without_edges(np.asarray(grey))
        grey = ImageOps.autocontrast(Image.fromarray(np.minimum(even, 255, out=even).astype(np.uint8)), cutoff=(0.2, 0))
    return grey


def to_grey(image: Image.Image) -> Image.Image:
    """The picture in grey of 8 bits, on white where it was transparent."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layered = image.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(paper, layered).convert("L")
    if image.mode.startswith("I") or image.mode == "F":
        return _deep(image)
    return as_grey(image)


def as_grey(image: Image.Image) -> Image.Image:
    """The picture in grey of 8 bits: itself, and no copy, where it is so."""
    return image if image.mode == "L" else image.convert("L")


def specks(grey: Image.Image) -> float:
    """The share of the ink in specks of a pixel or two, far from any letter. Usual is 0.001, a fax has 0.02."""
    part: Grey = np.asarray(_strips(grey))  # tells for the whole
    ink: Bools = part < threshold(part)
    solid = _most_near(ink)
    rows, columns = (size // BLOCK for size in solid.shape)
    if not rows or not columns:
        return 0.0
    ink = ink[: rows * BLOCK, : columns * BLOCK]
    blocks = solid[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK).any(axis=(1, 3))
    wide = np.pad(blocks, 1)
    near = np.zeros_like(blocks)
    for down in range(3):
        for right in range(3):
            near |= wide[down : down + rows, right : right + columns]
    alone = ink & ~near.repeat(BLOCK, axis=0).repeat(BLOCK, axis=1)
    return int(alone.sum()) / max(1, int(ink.sum()))


def _most_near(ink: Bools) -> Bools:
    """Where most of nine pixels are ink: what is left of it under a median filter."""
    wide = np.pad(ink, 1, mode="edge").view(np.uint8)
    across = wide[:, :-2] + wide[:, 1:-1] + wide[:, 2:]
    most: Bools = across[:-2] + across[1:-1] + across[2:] > 4
    return most


def _strips(grey: Image.Image) -> Image.Image:
    """Every third strip of the page's middle, one under the other."""
    width, height = grey.size
    left, right, top, bottom = width // 5, width - width // 5, height // 4, height - height // 4
    if bottom - top < 6 * STRIP:
        return grey.crop((left, top, right, bottom))
    tops = range(top, bottom - STRIP, 3 * STRIP)
    sheet = Image.new("L", (right - left, STRIP * len(tops)))
    for place, y in enumerate(tops):
        sheet.paste(grey.crop((left, y, right, y + STRIP)), (0, place * STRIP))
    return sheet


def _paper(grey: Image.Image) -> Image.Image:
    """The paper's brightness, without what is printed on it, in an eighth of the size."""
    small: Grey = np.asarray(grey.reduce(8))
    wide = np.pad(small, PAPER_REACH, mode="edge")  # the brightest within reach; a MaxFilter takes ten times as long
    down = np.maximum.reduce([wide[k : k + small.shape[0]] for k in range(2 * PAPER_REACH + 1)])
    across = np.maximum.reduce([down[:, k : k + small.shape[1]] for k in range(2 * PAPER_REACH + 1)])
    return Image.fromarray(across).filter(ImageFilter.GaussianBlur(6))


def _unlike_paper(grey: Image.Image, paper: Image.Image) -> bool:
    """Whether the paper is dark or unevenly lit, or the ink is faint."""
    dark, usual, bright = np.percentile(np.asarray(paper), (5, 50, 95))
    values: Grey = np.asarray(grey)[::SAMPLE, ::SAMPLE]
    down, across = (side // EDGE for side in values.shape)
    values = values[down : -down or None, across : -across or None]  # the scanner's black edges say nothing of the ink
    ink = values[values < threshold(values)]
    faint = bool(ink.size) and usual - float(ink.mean()) < FAINT
    return bool(usual < DARK or dark < UNEVEN * bright or faint)


def _without_edges(grey: Grey) -> Grey:
    """The picture with the scanner's black edges, straight or slanting, painted white: beside them faint letters would
    pass for paper."""
    white = grey.copy()
    dark: Bools = grey < BORDER
    if dark.mean() > MANY_DARK:
        return white
    for marks, pixels in ((dark, white), (dark.T, white.T)):
        for side, painted in ((marks, pixels), (marks[:, ::-1], pixels[:, ::-1])):
            rows = np.flatnonzero(side[:, 0])
            edge = np.logical_and.accumulate(side[rows], axis=1)
            painted[rows] = np.where(edge, 255, painted[rows])
    return white


def _deep(image: Image.Image) -> Image.Image:
    """Pictures of more than 8 bits a pixel, which Pillow would cut off at white."""
    values: NDArray[Any] = np.asarray(image, dtype=np.float32)
    low, high = float(values.min()), float(values.max())
    return Image.fromarray(((values - low) * (255 / max(1e-6, high - low))).astype(np.uint8))


def skew_of(grey: Image.Image, ink: Bools | None = None) -> float:
    """How many degrees the lines of text lean counter-clockwise; 0.0 where that cannot be told.

    The slope at which the rows' sums of ink differ most is that of the lines of text. ink: `ink_of` the picture, where
    that is known already.
    """
    ink = ink_of(grey) if ink is None else ink
    ys, xs = np.nonzero(ink)
    if len(ys) < MIN_INK or len(ys) > 0.4 * ink.size:
        return 0.0
    if len(ys) > 60_000:
        step = len(ys) // 60_000 + 1
        ys, xs = ys[::step], xs[::step]
    centred = xs - ink.shape[1] / 2

    def sharpness(angle: float) -> float:
        rows = np.bincount(np.rint(ys + centred * np.tan(np.radians(angle))).astype(np.int64) + ink.shape[0])
        return float(np.square(np.diff(rows.astype(np.float64))).sum())

    coarse = max(np.arange(-MAX_SKEW, MAX_SKEW + 0.01, 0.5), key=sharpness)
    fine = max(np.arange(coarse - 0.5, coarse + 0.51, 0.1), key=sharpness)
    return float(fine) if sharpness(fine) > 1.1 * sharpness(0.0) else 0.0


def lies_sideways(grey: Image.Image, ink: Bools | None = None) -> bool:
    """Whether the lines of text seem to run up or down the page. Ruled tables can look so too. ink: as in `skew_of`."""
    ink = ink_of(grey) if ink is None else ink
    if not MIN_INK <= ink.sum() <= 0.4 * ink.size:
        return False
    rows, columns = (np.square(np.diff(ink.sum(axis=axis).astype(np.float64))).mean() for axis in (1, 0))
    return bool(columns > 2 * rows)


def ink_of(grey: Image.Image) -> Bools:
    """Where there is ink, in a small picture without the scanner's edges."""
    small: Grey = np.asarray(grey.reduce(max(1, round(min(grey.width, grey.height) / WORKING_WIDTH))))
    whole: Bools = small < threshold(small)
    for lines in (whole.T, whole):  # a black border, straight or slanting, reaches inwards from the edge
        for side in (lines, lines[:, ::-1]):
            bordered = np.flatnonzero(side[:, 0])
            side[bordered] &= ~np.logical_and.accumulate(side[bordered], axis=1)
    margin_y, margin_x = small.shape[0] // 30, small.shape[1] // 30
    ink: Bools = whole[margin_y : -margin_y or None, margin_x : -margin_x or None]
    # Ruled lines say nothing of the text.
    full_rows, full_columns = ink.mean(axis=1) > 0.5, ink.mean(axis=0) > 0.5
    ink[full_rows, :] = False
    ink[:, full_columns] = False
    return ink


def threshold(grey: Grey) -> float:
    """Otsu's threshold: parts ink from paper."""
    counts = np.array(Image.fromarray(grey).histogram(), dtype=np.float64)  # three times as quick as bincount
    below = np.cumsum(counts)
    sums = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = below * above * (sums / below - (sums[-1] - sums) / above) ** 2
    return float(np.nanargmax(spread)) + 1 if np.isfinite(spread).any() else 128.0
