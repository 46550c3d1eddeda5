"""Tables of scanned or old text that lost their gaps: lines of a name and its sums below a line that says their unit.

Kostnaden fördelas enligt följande (tkr).
Socialnämnden 640
Skolnämnden 590
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from pipeline.extract.amounts_kinds import may_be_two
from pipeline.forms.amounts import find_amounts, parse_number, unit_of
from pipeline.forms.amounts_numbers import MINUS
from pipeline.memo.memo import Block, BlockKind, Cell, Memo, Table
from pipeline.read.page import ReadAs

LEAST = 3  # fewer lines may be anything
_LONGEST = 90
_NUMBER = rf"[{MINUS}]?(?:\d{{1,3}}(?:[ \u00a0.]\d{{3}})+|\d+)(?:,\d{{1,2}})?"
_ROW = re.compile(
    r"(?P<name>[^\W\d_].*?[^\W\d_)%][.:,;]?(?: \d{6}-\d{4})?)"  # an organisation's number is part of its name
    rf"(?P<sums>(?: [.:;|]{{1,3}})?(?: {_NUMBER}(?: [.:;|])?)+)"
)
# what a column of words answers behind the sums: "2 400 Ja, sedan 2021"
_ANSWER = re.compile(
    r"(?<=\d) (?:\| )?(?:Ja|Nej|Delvis|Ej|Ny|Nytt|Nya|Sökt|Avslag|Avslås|Bifall|Bifalls|Beviljas?|Beviljat|Klart?|Pågår"
    r"|Oförändrat?|Som (?:tidigare|förut|förra))(?!\w)[^\n]{0,40}\Z"
)
_SUM = re.compile(rf"(?<!\S){_NUMBER}(?!\S)")
# a row that lost some of its numbers
_SPOILT = re.compile(r"[^\W\d_][^.!?:\n]{4,85}\d|[^\W\d_][^.!?:\n]{4,70}\d[^.!?:\n]{1,16}")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHARE_LAST = re.compile(r"(?:%|procent)\W*\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
_POINTS = re.compile(r"följande|nedan|fördel|enligt|framgår|tabell|:\s*\Z|\([^)]*\)[.:]?\s*\Z", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:tel|telefon|dnr|diarienr|org|nr|sid|sida|kap|box|fax|bg|pg|plusgiro|bankgiro|kl)\.?(?!\w)", re.I
)
_MIXED = re.compile(
    r"antal|andel|procent|%|förändring|ökning|skillnad|avvik|poäng|m2|m²|elever|platser|index", re.IGNORECASE
)
UNIT = re.compile(r"(?<!\w)(?:procent|tkr|mnkr|mkr|kkr|kr|kronor)(?!\w)|%", re.IGNORECASE)
# "Mark 1,2 eo 31": the row lost some of its numbers
_BROKEN = re.compile(r"\s\d+,\d{1,2}\s(?!(?:år|kr|kronor|procent|%|tim|km|m|mil|kg|liter|ha)(?!\w))")
_DIGIT = re.compile(r"\d")
_SUBHEAD = 60
_KINDS = (BlockKind.PARAGRAPH, BlockKind.LINES, BlockKind.ITEM, BlockKind.HEADING)

_Line = tuple[Block, re.Match[str]]


def loose_tables(memo: Memo) -> Iterator[Table]:
    """The memo's lines of names and sums that are no table yet, as tables; each below a line that names their unit."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return
    lead: tuple[str, ...] = ()
    run: list[_Line] = []
    spoilt = False
    for block in memo.blocks:
        text = memo.text[block.start : block.end]
        row = _row(text) if block.kind in _KINDS else None
        if row is not None:
            run.append((block, row))
            spoilt = False
        elif block.kind is BlockKind.ROW or (lead and len(text) < _SUBHEAD and not _DIGIT.search(_YEARS.sub("", text))):
            lead = (*lead, text) if not run and block.kind is not BlockKind.ROW else lead
        elif run and not spoilt and _SPOILT.fullmatch(text):
            spoilt = True  # the rows may go on behind it
        else:
            yield from _tables(run, lead)
            run, lead = [], (text,)
    yield from _tables(run, lead)


def _row(text: str) -> re.Match[str] | None:
    """A line of a name and the sums behind it, None where it is something else."""
    if len(text) > _LONGEST:
        return None
    if text[-1:].isalnum() and (answer := _ANSWER.search(text)) is not None:
        text = text[: answer.start()]
    if not (text[-1:].isdigit() or text[-1:] in (" ", ".", ":", ";", "|")):
        return None
    row = _ROW.fullmatch(text)
    if row is None or _OF_OTHERS.search(row["name"]) or _BROKEN.search(row["name"]) or find_amounts(text):
        return None
    return row


def _tables(run: list[_Line], lead: tuple[str, ...]) -> Iterator[Table]:
    """The lines as a table; none where what stands above names no unit of money, or where it can't be told which
    numbers are sums."""
    said = next((text for text in reversed(lead) if _says_unit(text)), None)
    if len(run) < LEAST or said is None or not (_POINTS.search(lead[0][-120:]) or len(said) < _LONGEST):
        return
    counted = [list(_SUM.finditer(row["sums"])) for _, row in run]
    width, times = Counter(len(sums) for sums in counted).most_common(1)[0]
    headers = _headers(said, width) if len(said) < _LONGEST else []
    if any(len(sums) > width and not all(_YEAR.fullmatch(m[0]) for m in sums[:-width]) for sums in counted):
        return
    if 2 * sum(may_be_two(sums[-1][0]) for sums in counted if sums) > len(run):
        return
    if width > 1 and not headers and _SHARE_LAST.search(lead[-1]) and _adds_up(counted, width):
        headers, lead = [""] * (width - 1) + ["Andel, %"], (said,)
    if width > 1 and not headers and (_MIXED.search(" ".join(lead)) or 4 * times < 3 * len(run)):
        return
    cells: list[Cell] = []
    for number, ((block, row), sums) in enumerate(zip(run, counted, strict=True), 1):
        if len(sums) < width:
            continue
        begin = block.start + row.start("sums")
        name = row["name"].strip(" .:,;")
        cells.append(Cell(block.start, begin, number, 0, "", name))
        for column, found in enumerate(sums[-width:], 1):
            header = headers[column - 1] if headers else ""
            cells.append(Cell(begin + found.start(), begin + found.end(), number, column, header, name))
    if cells:
        yield Table(run[0][0].start, run[-1][0].end, " ".join(lead), tuple(cells))


def _adds_up(counted: list[list[re.Match[str]]], width: int) -> bool:
    """Whether the last column's numbers are shares that the last row adds up to 100, and all others no percentages."""
    whole = [[parse_number(m[0]) or 0 for m in sums] for sums in counted if len(sums) == width]
    if len(whole) < LEAST or whole[-1][-1] != 100:
        return False
    return all(0 < row[-1] <= 100 for row in whole) and max(row[-1] for row in whole[:-1]) < 100


def _says_unit(text: str) -> bool:
    """Whether a line or sentence names a unit of money."""
    scale = unit_of(text[-300:])
    if scale is not None and scale.unit != "procent":
        return True
    return len(text) < _LONGEST and any(m[0] not in "%procent" for m in UNIT.finditer(text.lower()))


def _headers(line: str, width: int) -> list[str]:
    """A line of headings cut behind the units that it names, where they are as many as the columns, else none."""
    ends = [0, *(m.end() for m in UNIT.finditer(line))]
    return [line[a:b].strip() for a, b in itertools.pairwise(ends)] if len(ends) == width + 1 and width > 1 else []
