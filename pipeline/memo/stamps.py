"""Registry stamps and other text set askew: set apart, so that a stamp's date is never the memo's."""

import re

from pipeline.memo.fold import bare, fold
from pipeline.memo.layout import Segment, Token, around
from pipeline.memo.lines import em_of
from pipeline.read.page import Page

ASKEW = 1.0  # degrees; pages that are read from a picture come levelled
_STAMP = re.compile(
    r"(?:.{0,40} )?(?:inkom|ink|inkommit|ankom|ank|diariefort|registrerad)(?: den)? \d{2,4} ?[ -]?\d{1,2}.*|"
    r"inkom|ankomststampel"
)
_IN_STAMPS = ("nk", "diarief", "registrerad")  # one of them is in each such text, as folded


def is_askew(token: Token) -> bool:
    """True for a word that is turned by more than a scan may be slanted."""
    if not token.angle:
        return False
    angle = abs(token.angle) % 360
    return min(angle, 360 - angle) > ASKEW


def askew_segments(tokens: list[Token], first: int, sheet: int) -> list[Segment]:
    """Turned words, one line for each that the reader saw. first: index of tokens[0] in the memo."""
    lines: dict[tuple[int, int, int], list[int]] = {}
    number = 0  # a run may hold several lines
    for i, token in enumerate(tokens):
        back = bool(i) and abs(token.angle) < 45 and token.box.x0 < tokens[i - 1].box.x0
        number += back
        lines.setdefault((token.block, token.line, number), []).append(i)
    return [
        Segment(
            [first + i for i in line],
            around([tokens[i].box for i in line]),
            sheet,
            10_000 + n,
            em_of(tokens[line[0]]),
            False,
            " ".join(tokens[i].text for i in line),
            askew=True,
        )
        for n, line in enumerate(lines.values())
    ]


def is_stamp(segment: Segment, page: Page) -> bool:
    """`INKOM 2019-09-04`, alone in the upper half of the page."""
    if segment.askew:
        return True
    if page.paragraphs or len(segment.text) > 60 or segment.words == []:
        return False
    high = segment.box.y1 < 0.5 * page.height if page.has_places else segment.row < 16
    if not high:
        return False
    folded = fold(segment.text)
    return bool([sign for sign in _IN_STAMPS if sign in folded]) and _STAMP.fullmatch(bare(segment.text)) is not None
