"""The second reader's models: PP-OCR's detection and recognition networks, run with onnxruntime.

The package `rapidocr` is only where the two files come from; it is never imported, because it loads OpenCV, which asks
for libraries that a bare machine lacks. Of the recognition network of the release that we know there is a cut one in
`models/second/`: the same weights without Chinese, the same readings in a fifth less time. Preparing and decoding are
written here after the PP-OCR papers (https://arxiv.org/abs/2009.09941, and CTC as in Graves et al. 2006).

Lines go through the network one by one, in 32 bits: batches of four or eight lines took a fifth longer for each line.
In 8 bits with scales fitted on scans a line takes a quarter less, but one in twenty is read differently, mostly worse:
digits and the spaces between words go missing.
"""

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.resources import model_path

PACKAGE = "rapidocr"
CUT = "second"  # folder in models/: networks of the package, by their file names, without what Swedish never needs
RECOGNITION, DETECTION = "PP-OCRv*_rec_*.onnx", "PP-OCRv*_det_*.onnx"
HEIGHT = 48  # pixels; what the recognition network takes
STEP = 8  # pixels of width for each of the network's time steps
MIN_WIDTH, MAX_WIDTH = 32, 2400
EXTRA = "§°€£²³½–—’”•…·»´×‰åäöÅÄÖéÉüÜ"  # beside ASCII
# Seen in names only. They look like å, ä, ö, n and e in poor print, so they must be seen far more clearly than those.
RARE = "áàâãæçèêëíîïñóôøúûßšžčćłńÁÀÆÇÈÊËÍÑÓÔØÚŠŽČ"
RARE_WEIGHT = 0.05
BLANK = 0

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in a picture of one line. places: the middle of each character, 0 to 1 of the picture's width.

    sure: how sure the network is of each character, 0 to 1. Spaces are characters too.
    """

    text: str
    places: tuple[float, ...]
    sure: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Recogniser:
    session: Any
    name: str
    classes: NDArray[np.int64]  # of the network, that stand for a character which Swedish print has
    weights: Floats  # of each of them
    characters: tuple[str, ...]


def installed(pattern: str) -> Path | None:
    """The file of a model in the installed package, None where it is not there."""
    try:
        spec = importlib.util.find_spec(PACKAGE)
    except (ImportError, ValueError):
        return None
    places = spec.submodule_search_locations if spec else None
    found = sorted(path for place in places or () for path in Path(place, "models").glob(pattern))
    return found[-1] if found else None


def session(path: Path) -> Any:
    """A model ready to run in one thread: pages are spread over processes."""
    import onnxruntime  # takes half a second, which digital pages need not

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False  # every line has another width: the arena would only grow
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def usable() -> bool:
    """Whether the second reader can be used here."""
    return _recogniser() is not None


@cache
def _recogniser() -> _Recogniser | None:
    whole = installed(RECOGNITION)
    if whole is None:
        return None
    return _loaded(model_path(f"{CUT}/{whole.name}")) or _loaded(whole)


def _loaded(path: Path) -> _Recogniser | None:
    try:
        model = session(path)
        listed = model.get_modelmeta().custom_metadata_map["character"].splitlines()
        size = model.get_outputs()[0].shape[-1]
    except Exception:  # not installed, not for this processor, damaged, another kind of file
        return None
    every = ["", *listed]
    every += [" "] * (size - len(every)) if isinstance(size, int) else [" "]
    # of all characters, in a whole network 18 000 and most of them Chinese, those that Swedish print has
    kept = [
        i for i, c in enumerate(every) if i == BLANK or (c and c in EXTRA + RARE) or (len(c) == 1 and " " <= c <= "~")
    ]
    weights = np.array([RARE_WEIGHT if every[i] and every[i] in RARE else 1.0 for i in kept], dtype=np.float32)
    return _Recogniser(model, model.get_inputs()[0].name, np.array(kept), weights, tuple(every[i] for i in kept))


def recognise(image: Image.Image) -> Line | None:
    """The characters in a picture of one line, dark on light; None where there is no second reader or it failed."""
    reader = _recogniser()
    if reader is None or not image.width or not image.height:
        return None
    width = round(image.width * HEIGHT / image.height)
    width = min(MAX_WIDTH, max(MIN_WIDTH, width))
    scaled = image.convert("L").resize(
        (width, HEIGHT), Image.Resampling.BICUBIC if image.height < HEIGHT else Image.Resampling.BOX
    )
    padded = -(-width // STEP) * STEP
    values = np.ones((HEIGHT, padded), dtype=np.float32)
    values[:, :width] = np.asarray(scaled, dtype=np.float32) / 127.5 - 1.0
    try:
        (output,) = reader.session.run(None, {reader.name: np.broadcast_to(values, (1, 3, HEIGHT, padded))})
    except Exception:  # out of memory, a fault in the library: one reader is enough to go on
        return None
    return _decode(output[0][:, reader.classes], reader, padded / width)


def _decode(scores: Floats, reader: _Recogniser, stretch: float) -> Line:
    """The best path of the network's scores (steps, characters): repeats are one character, blanks none."""
    best = (scores * reader.weights).argmax(axis=1)
    text: list[str] = []
    places: list[float] = []
    sure: list[float] = []
    before, begun = BLANK, 0
    for step, value in enumerate(best):
        if value == before:
            if value != BLANK:  # the character's middle
                places[-1] = (begun + step + 1) / 2 / len(best) * stretch
                sure[-1] = max(sure[-1], float(scores[step, value]))
            continue
        before, begun = int(value), step
        if value != BLANK:
            text.append(reader.characters[value])
            places.append((step + 0.5) / len(best) * stretch)
            sure.append(float(scores[step, value]))
    return Line("".join(text), tuple(places), tuple(sure))
