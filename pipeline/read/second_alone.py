"""What only the second reader reads: lines that Tesseract has missed, and whole pages where there is no Tesseract."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image

from pipeline.read.ink import Bools, rows_of_ink
from pipeline.read.page import Box
from pipeline.read.second_lines import find_lines
from pipeline.read.second_model import Line, recognise
from pipeline.read.second_unread import unread
from pipeline.read.tesseract import Reading

COVERED = 0.3  # of a line's width by words that are read already
SURE = 0.85  # the network's, on average, in a line that Tesseract has not seen at all
LEGIBLE = 0.55  # in a line where there is no other reader
INK = 0.6  # of the way from the darkest to the brightest
RULED = 0.85  # of a line's height with the paper above and below it; ink as high is a rule


def read_alone(image: Image.Image) -> list[Reading]:
    """The words of a level, upright page by the second reader. None of them is agreed upon."""
    return [reading for line in _read(image, _lines(image, ()), LEGIBLE, 0, 0) for reading in line]


def read_missed(image: Image.Image, readings: Sequence[Reading]) -> list[list[Reading]]:
    """Lines of words that stand where none of the readings does. They get blocks and line numbers of their own."""
    lines = [box for box in _lines(image, readings) if _covered(box, readings) < COVERED * box.width]
    block = max((r.block for r in readings), default=-1) + 1
    line = max((r.line for r in readings), default=-1) + 1
    found = [[w for w in words if not _known(w, readings)] for words in _read(image, lines, SURE, block, line)]
    return [words for words in found if sum(_signs(w.text) for w in words) > 1]


def _known(word: Reading, readings: Sequence[Reading]) -> bool:
    """Whether the word has been read already: in a ruled cell a line's picture is far wider than what stands in it."""
    return any(
        word.x0 <= (r.x0 + r.x1) / 2 <= word.x1
        and word.y0 <= (r.y0 + r.y1) / 2 <= word.y1
        and _signs(r.text) > 0
        and r.text.strip(".,:;()") in word.text
        for r in readings
    )


def _lines(image: Image.Image, readings: Sequence[Reading]) -> list[Box]:
    """Lines that stand where there is ink that no reading covers."""
    return [box for part in unread(image, readings) for box in find_lines(image, part)]


def _covered(box: Box, readings: Sequence[Reading]) -> float:
    """How much of the line's width stands under words, in pixels."""
    covered = 0.0
    for reading in readings:
        shared = min(reading.y1, box.y1) - max(reading.y0, box.y0)
        if shared > 0.4 * min(reading.y1 - reading.y0, box.height):
            covered += max(0.0, min(reading.x1, box.x1) - max(reading.x0, box.x0))
    return covered


def _signs(text: str) -> int:
    return sum(map(str.isalnum, text))


def _read(image: Image.Image, boxes: Sequence[Box], least: float, block: int, line: int) -> list[list[Reading]]:
    found: list[list[Reading]] = []
    for box in boxes:
        picture = image.crop(
            (int(box.x0), int(box.y0), max(int(box.x0) + 1, int(box.x1)), max(int(box.y0) + 1, int(box.y1)))
        )
        seen = recognise(picture)
        if seen is None or not _signs(seen.text) or sum(seen.sure) < least * len(seen.sure):
            continue
        number = len(found)
        words = split(seen, picture)
        found.append(
            [
                replace(
                    w,
                    x0=w.x0 + int(box.x0),
                    x1=w.x1 + int(box.x0),
                    y0=w.y0 + int(box.y0),
                    y1=w.y1 + int(box.y0),
                    block=block + number,
                    line=line + number,
                )
                for w in words
            ]
        )
    return found


def split(line: Line, picture: Image.Image) -> list[Reading]:
    """The words of a line, with boxes in its picture's pixels, drawn tight round the ink."""
    values = np.asarray(picture, dtype=np.float32)
    dark = values < values.min() + INK * (values.max() - values.min())
    dark[:, dark.mean(axis=0) > RULED] = False
    words: list[list[int]] = [[]]
    for i, character in enumerate(line.text):
        if character == " ":
            words.append([])
        else:
            words[-1].append(i)
    words = [word for word in words if word]
    middles = [line.places[i] * picture.width for word in words for i in word]
    step = (middles[-1] - middles[0]) / max(1, len(line.text) - 1) if middles else 0.0
    step = max(1.0, step)
    found = []
    for word in words:
        x0 = max(0.0, line.places[word[0]] * picture.width - 0.6 * step)
        x1 = min(float(picture.width), line.places[word[-1]] * picture.width + 0.6 * step)
        x1 = max(x1, x0 + 1.0)
        y0, y1 = rows_of_ink(dark[:, int(x0) : int(x1) + 1])
        x0, x1 = _trimmed(dark[int(y0) : int(y1)], x0, x1)
        text = "".join(line.text[i] for i in word)
        sure = sum(line.sure[i] for i in word) / len(word)
        found.append(Reading(text, x0, y0, x1, y1, min(1.0, sure), 0, 0))
    return found


def _trimmed(dark: Bools, x0: float, x1: float) -> tuple[float, float]:
    """The ends without the paper at them."""
    columns = np.flatnonzero(dark[:, int(x0) : int(x1) + 1].any(axis=0))
    if not columns.size:
        return x0, x1
    return max(x0, float(int(x0) + columns[0])), min(x1, float(int(x0) + columns[-1] + 1))
