"""Minutes that begin with a sheet of their own: who sat, who signs, when the notice was put up. The matter comes after.

What stands last on such a sheet looks like a heading ("Anslaget sätts upp 2014-10-27 och tas ned 2014-11-18"); the
matter's § with its number and heading is the first one below it.
"""

import re
from typing import NamedTuple

from pipeline.extract.facts import Field
from pipeline.forms.diarienummer import find_in_head
from pipeline.forms.white import tidy
from pipeline.memo.fold import fold
from pipeline.memo.memo import Block, Memo, SectionKind
from pipeline.memo.signatures import is_name

# the sheet's labels, folded, of which an OCR may have lost a letter or the value may stand on the same line
_LABEL = re.compile(
    r"(?:plats och tid|tid och plats|beslutande|narvarande|ledamoter|(?:ej |icke )?tjanstgorande ersattare|ersattare|"
    r"ovriga (?:del\w+|narvarande)|ut? ?se[sd]\w* att justera|justering(?:ens|sdag|sdatum)?\b|justerare|justerande|"
    r"underskrifter?|paragraf(?:er)?|anslag(?:sbevis|/bevis|sdatum|sdag|stid)?\b|bevis om anslag|sekreterare|"
    r"ordforande|(?:protokollets )?forvaringsplats|datum (?:for|da) anslag\w*|organ)\b"
)
_TELLING = re.compile(
    r"plats och tid|tid och plats|beslutande|narvarande|ledamoter|att justera|justeringens|underskrifter"
)
_MATTER = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,6} ?)?[§$] ?\d{1,3}(?!\d|[.,]\d)(?:/\d{2,4})?")
_LEAD = re.compile(r"[\s.:–-]*(?:(?:[Dd]nr|[Dd]iarie(?:nr|nummer)|[ÄäAa]rende(?:nr|nummer))\b[.: ]*)?")
ENOUGH = 4  # labels that make a sheet, two of them its own
MOST = 90  # blocks that are looked through
LONGEST = 300  # characters of a heading


class Matter(NamedTuple):
    """The first matter below the sheet."""

    title: Field | None
    number: Field | None


def matter_below_sheet(memo: Memo) -> Matter | None:
    """The matter of minutes that begin with such a sheet, None for other minutes."""
    labels: set[str] = set()
    blocks = [b for b in memo.blocks[:MOST] if not _is_furniture(memo, b)]
    for n, block in enumerate(blocks):
        at = block.start
        for line in memo.text[block.start : block.end].split("\n"):
            own = _MATTER.match(line)
            if own is not None and len(labels) >= ENOUGH and sum(map(_is_telling, labels)) > 1:
                return _matter(memo, at + own.end(), at + len(line), block, blocks[n + 1 : n + 4])
            if label := _LABEL.match(fold(line).strip(" :.")):
                labels.add(label.group())
            at += len(line) + 1
    return None


def _is_telling(label: str) -> bool:
    return _TELLING.search(label) is not None


def _is_furniture(memo: Memo, block: Block) -> bool:
    section = memo.section_at(block.start)
    return section is None or section.kind is SectionKind.FURNITURE


def _matter(memo: Memo, at: int, end: int, block: Block, after: list[Block]) -> Matter:
    """The number and the heading that stand behind the § on its line, on the lines below it, or in the blocks below."""
    number: Field | None = None
    places = [(at, end), *_lines(memo, end + 1, block.end)]
    for below in after:
        places += _lines(memo, below.start, below.end)
    for start, stop in places[:4]:
        text = memo.text[start:stop]
        lead = _LEAD.match(text)
        skip = lead.end() if lead else 0
        found = [n for n in find_in_head(text) if not n.foreign]
        if found and number is None:
            first = found[0]
            number = Field(first.value, start + first.start, start + first.end, 0.85)
            leads = first.start <= skip + 1
            start, stop = (start + first.end, stop) if leads else (start, start + first.start)
        else:
            start += skip
        title = _title(memo, start, stop)
        if title is not None:
            return Matter(title, number)
    return Matter(None, number)


def _lines(memo: Memo, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    while start < end:
        stop = memo.text.find("\n", start, end)
        stop = end if stop < 0 else stop
        found.append((start, stop))
        start = stop + 1
    return found


def _title(memo: Memo, start: int, end: int) -> Field | None:
    """What is left of a line as the matter's heading, where it may be one."""
    while start < end and not memo.text[start].isalnum():
        start += 1
    said = re.sub(r"(?:[\s(,:;–-]|\b[Dd]nr\b\.?)+$", "", memo.text[start:end])
    if not 6 < len(said) < LONGEST or said.count(" ") < 1 or is_name(said) or not said[0].isupper():
        return None
    return Field(tidy(said), start, start + len(said), 0.75)
