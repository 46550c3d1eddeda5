"""On which of the places where a party is named its row rests."""

import re

from pipeline.extract.parties_mentions import Mention
from pipeline.memo.memo import Memo

MOST = 40  # places that are looked at


def best_place(memo: Memo, places: list[Mention], printed: list[Mention]) -> Mention:
    """The first of some places, unless it is a logo's picture, or runs over a line's end where the same words elsewhere
    on its page don't.

    places: those that the role is told at, not empty; printed: all where the party is named, in text order.
    """
    first = places[0]
    if first.start < 0 or not memo.has_places:
        return first
    page, picture, broken = _looks(memo, first)
    if not (picture or broken):
        return first
    if picture:
        for mention in printed[:MOST]:
            if mention is not first and _looks(memo, mention)[:2] == (page, False):
                return mention
        return _printed_elsewhere(memo, first, page) or first
    shown = _shown(memo, first)
    for mention in places[1:MOST]:
        if mention.start >= 0 and _shown(memo, mention) == shown and _looks(memo, mention) == (page, False, False):
            return mention
    return first


def _shown(memo: Memo, mention: Mention) -> str:
    return " ".join(memo.text[mention.start : mention.end].casefold().split())


def _looks(memo: Memo, mention: Mention) -> tuple[int, bool, bool]:
    """A mention's page, whether it was read from a picture on a digital page, and whether it stands on two lines."""
    words = memo.words_in(mention.start, mention.end)
    if not words:
        return 0, False, False
    page, picture, parted, boxes = words[0].page, False, False, []
    for word in words:
        picture, parted = picture or word.picture, parted or word.page != page
        if word.box is not None:
            boxes.append(word.box)
    if len(boxes) > 1:
        tops = [box[1] for box in boxes]
        parted = parted or max(tops) - min(tops) > 0.7 * max(box[3] - box[1] for box in boxes)
    return page, picture, parted


def _printed_elsewhere(memo: Memo, mention: Mention, page: int) -> Mention | None:
    """The name where the page's own text has it, in a foot or an address, which are no places that tell of parties."""
    for match in re.finditer(rf"(?<!\w){re.escape(mention.name)}(?!\w)", memo.text, re.IGNORECASE):
        found = Mention(match.start(), match.end(), mention.name, mention.type, confidence=mention.confidence)
        if _looks(memo, found)[:2] == (page, False):
            return found
    return None
