"""Registry stamps and other text set askew: set apart, so that a stamp's date is never the memo's."""

import re

from pipeline.memo.fold import bare
from pipeline.memo.layout import Segment, Token
from pipeline.read.page import Page

ASKEW = 4.0  # degrees
_STAMP = re.compile(
    r"(?:.{0,40} )?(?:inkom|ink|inkommit|ankom|ank|diariefort|registrerad)(?: den)? \d{2,4} ?[ -]?\d{1,2}.*|inkom|ankomststampel"
)


def is_askew(token: Token) -> bool:
    """True for a word that is turned by more than a scan may be slanted."""
    angle = abs(token.angle) % 360
    return min(angle, 360 - angle) > ASKEW


def is_stamp(segment: Segment, page: Page) -> bool:
    """`INKOM 2019-09-04`, alone in the upper half of the page."""
    if segment.askew:
        return True
    if page.paragraphs or len(segment.text) > 60 or segment.words == []:
        return False
    high = segment.box.y1 < 0.5 * page.height if page.has_places else segment.row < 16
    return high and bool(_STAMP.fullmatch(bare(segment.text)))
