"""The text layer of a PDF page: PDFium's characters become words.

PDFium tells of its characters in `pdf_characters`, `pdf_runs` tells which of them make a word; here words get their
places on the page as shown, their lines and blocks.
"""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pypdfium2 import PdfPage

from pipeline.read.frame import Frame
from pipeline.read.page import Box, Word
from pipeline.read.pdf_characters import Characters, Style
from pipeline.read.pdf_runs import SAME_SPOT, UPRIGHT, Run, runs_of

LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
COMBINING = {"¨": "\u0308", "˚": "\u030a", "°": "\u030a", "´": "\u0301", "`": "\u0300"}
LETTER_AND_MARK = re.compile(r"([¨˚])([aouAOUeE])|([aouAOUeE])([¨˚])")
DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Layer:
    """A page's text layer. words: what is seen; hidden: words of invisible text (an OCR layer under a picture)."""

    words: tuple[Word, ...]
    hidden: tuple[Word, ...]


def text_layer(page: PdfPage, frame: Frame) -> Layer:
    """The words of the page's text layer in content order, boxes in points of the page as shown."""
    textpage = page.get_textpage()
    try:
        return _layer(runs_of(Characters(textpage.raw)), frame)
    finally:
        textpage.close()


def _layer(runs: Sequence[Run], frame: Frame) -> Layer:
    seen: dict[str, list[Box]] = {}
    words: list[Word] = []
    hidden: list[Word] = []
    block, line, blocks = 0, 0, 0
    before: Word | None = None
    style: Style | None = None
    size = angle = 0.0
    for run in runs:
        text = clean(run.text)
        box = frame.box(run.x0, run.y0, run.x1, run.y1)
        if run.style is not style:  # most words are set as the one before
            style = run.style
            size = round(style.size, 2)
            angle = frame.angle(style.angle)
            angle = 0.0 if abs(angle) <= UPRIGHT else round(angle, 1)
        if not text or not frame.holds(box) or _again(seen, text, box, style.size):
            continue
        if before is None:
            block = blocks = 1 if angle else 0
        elif angle != before.angle:
            blocks += angle != 0.0
            block, line = (blocks if angle else 0), line + 1
        elif angle or _new_line(before.box, box):
            line += not angle or not _beside(before.box, box, style.size)
        word = Word(text, box, 1.0, None, None, block, line, size, style.bold, False, angle)
        (hidden if style.hidden else words).append(word)
        before = word
    return Layer(tuple(words), tuple(hidden))


def clean(text: str) -> str:
    """A run's characters as people write them: composed letters, no ligatures, no invisible characters.

    A soft hyphen at the end is a hyphen that is seen; elsewhere it is none.
    """
    if text.isascii():
        return text
    if text.endswith("\u00ad"):
        text = text.rstrip("\u00ad") + "-"
    text = DROPPED.sub("", text).translate(LIGATURES)
    text = LETTER_AND_MARK.sub(_compose, text)
    return unicodedata.normalize("NFC", text)


def _compose(match: re.Match[str]) -> str:
    """Old typesetting prints ¨ and the letter as two characters on one spot."""
    mark, letter = (match[1], match[2]) if match[1] else (match[4], match[3])
    return letter + COMBINING[mark]


def _again(seen: dict[str, list[Box]], text: str, box: Box, size: float) -> bool:
    """Whether the same word was printed on this spot before (fake bold, shadow)."""
    boxes = seen.get(text)
    if boxes is None:
        seen[text] = [box]
        return False
    near = max(0.5, 2 * SAME_SPOT * size)
    if any(all(abs(a - b) < near for a, b in zip(box, other, strict=True)) for other in boxes):
        return True
    boxes.append(box)
    return False


def _new_line(before: Box, box: Box) -> bool:
    middle = (box.y0 + box.y1) / 2
    return box.x0 < before.x0 or not before.y0 - before.height / 2 < middle < before.y1 + before.height / 2


def _beside(before: Box, box: Box, size: float) -> bool:
    """Whether a turned word follows closely on the one before."""
    distance_x = max(box.x0 - before.x1, before.x0 - box.x1, 0.0)
    distance_y = max(box.y0 - before.y1, before.y0 - box.y1, 0.0)
    return math.hypot(distance_x, distance_y) < size
