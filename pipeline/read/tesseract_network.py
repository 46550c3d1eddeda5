"""Tesseract's network without Tesseract: its readings of a line in a third of the time.

Tesseract's own weights, made ready for onnxruntime (`models/tesseract`). Preparing a line's picture and what its scores
mean follow Tesseract (R. Smith, https://github.com/tesseract-ocr/tesseract, `src/lstm`); of its search only the best
path is kept, without its dictionary: words are mended later, by a better one (`pipeline.memo.restore`).
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.read.second_model import session
from pipeline.resources import model_path

FOLDER, NETWORK, CHARACTERS = "tesseract", "swe.onnx", "characters.txt"
HEIGHT = 48  # pixels; what the network takes
STEP = 3  # pixels of width for each of the network's steps
MAX_WIDTH = 6000  # pixels; a line is 500 to 2000
SMALLER = 0.7  # scale below which pixels are averaged and edges sharpened less
DARK_SHARE, LIGHT_SHARE = 0.25, 0.75  # of the darkest and lightest places along the middle of a line
DOUBTFUL = 0.7  # mean certainty below which a line is read as light on dark, too
LIKELY = 0.6  # of a character, over the steps between two others, at which it stands there

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Network:
    session: Any
    characters: tuple[str, ...]  # of each class; the last is none

    @property
    def space(self) -> int:
        return self.characters.index(" ")


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of a line. place: its middle, in pixels of the
    picture; sure: how sure the network is, 0 to 1; apart: how likely a
    space before it is, though none was read."""

    text: str
    place: float
    sure: float
    apart: float = 0.0


@cache
def usable() -> bool:
    """Whether the network can be used here. Its 8-bit weights have no sign, so that its sums are the same everywhere:
    see bench/make_tesseract_network.py."""
    return _network() is not None


@cache
def _network() -> _Network | None:
    folder = model_path(FOLDER)
    try:
        listed = (folder / CHARACTERS).read_text(encoding="utf-8").split("\n")[:-1]
        return _Network(session(folder / NETWORK), tuple(listed))
    except Exception:  # not there, damaged, onnxruntime not installed or not for this processor
        return None


def read_line(picture: Image.Image) -> list[Letter]:
    """The characters in the picture of one line, spaces too; grey, with the paper that letters may reach into.

    Raises RuntimeError where the network fails.
    """
    scale = HEIGHT / picture.height
    width = min(MAX_WIDTH, max(STEP, round(picture.width * scale)))
    values = _values(picture, width, scale)
    scores = _scores(values)
    if _certainty(scores) < DOUBTFUL:
        scores = max(scores, _scores(-values), key=_certainty)
    pixels = STEP * picture.width / width
    return [replace(letter, place=(letter.place + 0.5) * pixels) for letter in letters(scores)]


def _values(picture: Image.Image, width: int, scale: float) -> Floats:
    """(HEIGHT, width): -1 ink, 1 paper; edges as sharp as Tesseract makes them."""
    small = scale < SMALLER
    scaled = picture.resize((width, HEIGHT), Image.Resampling.BOX if small else Image.Resampling.BILINEAR)
    soft = scaled.filter(ImageFilter.BoxBlur(1 if small else 2))
    values = np.asarray(Image.blend(soft, scaled, 1.2 if small else 1.4), dtype=np.float32)
    dark, light = _dark_and_light(values[HEIGHT // 2])
    clipped: Floats = np.clip((values - dark) / max(1.0, (light - dark) / 2) - 1.0, -1.0, 1.0)
    return clipped


def _dark_and_light(row: Floats) -> tuple[float, float]:
    """How dark ink and how light paper is, by the dips and peaks along the middle of a line."""
    before, here, after = row[:-2], row[1:-1], row[2:]
    dips = here[((here < before) & (here <= after)) | ((here <= before) & (here < after))]
    peaks = here[((here > before) & (here >= after)) | ((here >= before) & (here > after))]
    dark = float(np.quantile(dips, DARK_SHARE)) if dips.size else 0.0
    return dark, float(np.quantile(peaks, LIGHT_SHARE)) if peaks.size else 255.0


def _scores(picture: Floats) -> Floats:
    """(steps, classes) of a line's picture. Lines go one by one: with others, and paper after the narrower, they take
    as long, and one word in a hundred is read worse."""
    network = _network()
    assert network is not None
    (likely,) = network.session.run(None, {"pictures": picture[None, None]})
    scores: Floats = likely[:, 0]
    return scores


def _certainty(scores: Floats) -> float:
    """The mean likelihood of what stands at each step, where something stands; 0 where nothing does."""
    best = scores.argmax(axis=1)
    printed = best != scores.shape[1] - 1
    return float(scores.max(axis=1)[printed].mean()) if printed.any() else 0.0


def letters(scores: Floats) -> list[Letter]:
    """The characters of the best path: the same at steps on end is one, and none stands between two.

    A character that is likely over the steps between two others stands there, though none of those steps is its own:
    narrow ones, and spaces above all. scores: (steps, classes), the last class none. Places are in steps.
    """
    network = _network()
    assert network is not None
    none = scores.shape[1] - 1
    best = scores.argmax(axis=1)
    ends = [*np.flatnonzero(np.diff(best)).tolist(), len(best) - 1] if len(best) else []
    runs: list[tuple[int, int, int]] = []  # class, first and last step
    start = 0
    for end in ends:
        runs.append((int(best[start]), start, end))
        start = end + 1
    found: list[Letter] = []
    apart = 0.0
    for rank, (label, first, last) in enumerate(runs):
        if label != none:
            likely = float(scores[first : last + 1, label].max())
            found.append(Letter(network.characters[label], (first + last) / 2, likely, apart))
            apart = 0.0
            continue
        sums = scores[first : last + 1].sum(axis=0)
        apart = float(sums[network.space])
        sums[[none, *(runs[r][0] for r in (rank - 1, rank + 1) if 0 <= r < len(runs))]] = 0.0
        other = int(sums.argmax())
        if sums[other] >= LIKELY:
            place = first + float(np.argmax(scores[first : last + 1, other]))
            found.append(Letter(network.characters[other], place, float(min(1.0, sums[other]))))
            apart = 0.0
    return found
