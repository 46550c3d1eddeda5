"""Numbers that the first reader tore in two where the second reader reads one: `2,` `7`, `1` `10`."""

import re
from dataclasses import replace

from pipeline.read.second_judge import agree
from pipeline.read.tesseract import Reading

TOUCHING = 0.15  # of the digits' height: between the parts of a number that was torn behind its comma
NEAR = 0.55  # the same between digits: no wider than a space

_DECIMALS = re.compile(r"[-–—−(]?[0-9]{1,4},[0-9]{1,2}[.,;:)%]*")
_THOUSANDS = re.compile(r"[-–—−(]?[0-9]{1,3}(?:\.[0-9]{3})+[.,;:)%-]*")
_SHORT = re.compile(r"[-–—−(]?[0-9]{2,4}[.,;:)%]*")
_BEGINS = re.compile(r"[-–—−(]?[0-9]{1,2}")  # behind more digits a table's rule may have been read as 1
_GROUP = re.compile(r"[0-9]{3}(?![0-9])")  # after which a space is right: 12 000


def whole(left: Reading, right: Reading) -> Reading | None:
    """The two words as one, where they are a torn number; None where they are not.

    right: the word after `left` on its line, which the second reader joins to it without a space. Where a space may
    have been printed between digits, the readers are not agreed.
    """
    if not left.text or not right.text or not (right.text[0].isdigit() and left.second and right.second):
        return None
    text = left.text + right.text
    gap = (right.x0 - left.x1) / max(1.0, min(left.y1 - left.y0, right.y1 - right.y0))
    behind_mark = left.text[-1] in ",." and gap < TOUCHING and (_DECIMALS.fullmatch(text) or _THOUSANDS.fullmatch(text))
    between_digits = (
        _BEGINS.fullmatch(left.text) and gap < NEAR and _SHORT.fullmatch(text) and not _GROUP.match(right.text)
    )
    if not (behind_mark or between_digits):
        return None
    second = left.second + right.second
    sure = bool(behind_mark) and bool(left.agreed) and bool(right.agreed) and agree(text, second)
    return replace(
        left,
        text=text,
        x1=right.x1,
        y0=min(left.y0, right.y0),
        y1=max(left.y1, right.y1),
        confidence=min(left.confidence, right.confidence),
        second=second,
        agreed=sure,
        first=f"{left.first or left.text} {right.first or right.text}",
    )
