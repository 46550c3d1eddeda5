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


def matters(memo: Memo) -> list[tuple[int, Box]]:
    """Page (1-based, of the file) and box, in points of the page as shown, of each word that matters and that only one
    reader has read, from a picture. Empty for memos that were not read by OCR.

    Which of them the first reader was unsure of is not known here: confidences are those of restored letters. `read`
    reads those again.
    """
    if ReadAs.OCR not in memo.read_as:
        return []
    return [
        (word.page, word.box)
        for section in memo.sections_of(*KINDS)
        for word in memo.words_in(section.start, section.end)
        if word.agreed is None and word.box and not word.picture and any(map(str.isalpha, word.raw))
    ]
