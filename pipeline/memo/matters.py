"""Which words of a memo matter so much that a second reader should read them too: asked of `read`, through the run."""

from pipeline.memo.memo import Memo, SectionKind
from pipeline.read.page import Box, ReadAs

# The head names sender, date and number; the title says what it is about; what is proposed and who signs are the rows
# that people cite. Numbers anywhere have had their second reading when the page was read.
KINDS = (
    SectionKind.LETTERHEAD,
    SectionKind.TITLE,
    SectionKind.PROPOSAL,
    SectionKind.DECISION,
    SectionKind.SIGNATURES,
)
CERTAIN = 0.90  # the first reader's confidence at which its letters are seldom wrong


def matters(memo: Memo) -> list[tuple[int, Box]]:
    """Page (1-based, of the file) and box, in points of the page as shown, of each word that matters, that was read
    from a picture by one reader only, and that it was not certain of. Empty for memos that were not read by OCR."""
    if ReadAs.OCR not in memo.read_as:
        return []
    return [
        (word.page, word.box)
        for section in memo.sections_of(*KINDS)
        for word in memo.words_in(section.start, section.end)
        if word.agreed is None and word.box and not word.picture and word.confidence < CERTAIN
    ]
