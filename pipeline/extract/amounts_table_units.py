"""In what unit a table's numbers are, as what stands round it tells: its corner, caption, the text above and below."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from pipeline.extract.amounts_grids import corners
from pipeline.extract.amounts_torn import is_torn_row
from pipeline.extract.amounts_worn import SHARE, numbers_of
from pipeline.forms.amounts import Scale, unit_of
from pipeline.forms.sentences import sentences
from pipeline.memo.memo import BlockKind, Memo, Table
from pipeline.read.page import ReadAs

MONEY = re.compile(r"(?<!\w)(?:t|mn?|md)?kr(?:onor)?(?!\w)", re.IGNORECASE)
POINTS = re.compile(
    r"(?<!\w)(?:tabell\w*|nedan|följande|framgår|fördelas|redovisas|visas|visar|sammanställning\w*)(?!\w)|:\s*$", re.I
)
OF_NUMBERS = re.compile(
    r"\W*(?:(?:alla|samtliga) )?(?:belopp|siffror|siffrorna|uppgifter|tal|värden|avgifter"
    r"|priser|summor|kostnader)\w{0,4} "
    r"(?:ovan |i tabellen )?(?:är|år|ar|i|anges|avser|redovisas|uttryckt|uttrycks|angivna|visas)(?!\w)",
    re.IGNORECASE,
)
_SUMS = re.compile(
    r"\W{0,2}(?:summa|s:a|totalt?|sammanlagt)(?:,| i)? \(?(?:(?:t|mn?)?kr|kronor)\)?\W{0,2}\Z", re.IGNORECASE
)
SCRAPS, SCRAP = 7, 30  # lines above a table, and signs of each, that may be pieces of its headings
_ALL_IN = re.compile(
    r"\((?:i )?(?:[tk]?kr|mn?kr|kronor|tusen(?:tals?)? kr(?:onor)?|milj(?:oner|\.) kr(?:onor)?)\)"
    r"|(?<!\w)belopp i (?:[tm]|kronor)|\A(?:[tk]kr|mn?kr|kronor)\Z",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d[^\t]*\t[^\t]*\d")  # of another table
MOST_PERCENT = 1000  # "6 850 100 %" are a sum and a share that no gap parts


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a table: the unit of its numbers (with how sure that is, and the words that name it), and the role
    its caption names."""

    scale: Scale | None
    sure: float
    said: tuple[str, ...]
    unit_from: str = ""
    beside: "Context | None" = None  # of its percentages, where a line of run-together headings names some


def context_of(memo: Memo, grid: Table) -> Context:
    """The table's unit and the words that say what it shows: its first heading, its caption, the sentence before it."""
    corner, *others = corners(memo, grid)
    index = bisect_left(memo.blocks, grid.start, key=lambda b: b.start)
    first = index
    if ReadAs.TEXT in memo.read_as:  # rows of the same table that lost a number may stand above the first whole one
        while first and is_torn_row(memo.text[memo.blocks[first - 1].start : memo.blocks[first - 1].end]):
            first -= 1
    before = memo.blocks[max(0, first - 2) : first]
    after = next((b for b in islice(memo.blocks, index, None) if b.start >= grid.end), None)
    near: list[tuple[str, float]] = [
        (corner, 0.9),
        *((text, 0.85) for text in others),
        (_telling_sentence(grid.caption), 0.85),
    ]
    near += [(_telling_sentence(memo.text[b.start : b.end]), 0.75) for b in reversed(before)]
    if after is not None and (below := _said_below(memo.text[after.start : after.end])):
        near.append((below, 0.7))
    # "Summa kronor" below sums that nothing else names: what they add up to is what they are
    last = max((c.row for c in grid.cells), default=0)
    near += [(c.label, 0.7) for c in grid.cells if c.row == last and c.column == 1 and _SUMS.match(c.label)]
    if memo.read_as - {ReadAs.DIGITAL}:
        near += [(text, 0.6) for text in _scraps_above(memo, first)]
    near = [(text.lower() if text.isupper() else text, s) for text, s in near]  # "KRONOR PER MÅNAD"
    named = [(u, s, text) for text, s in near if (u := unit_of(text)) is not None and not _of_both(text)]
    scale, sure, unit_from = named[0] if named else (None, 0.0, "")
    beside = None
    if scale is not None and scale.unit == "procent" and _holds_sums(memo, grid):
        beside = Context(scale, sure, (), unit_from)
        every = [(u, s, text) for text, s in near if (u := unit_of(text)) is not None and u.unit != "procent"]
        scale, sure, unit_from = every[0] if every else (None, 0.0, "")
    told = [corner] + [
        t for t, _ in near[1 : 2 + len(others) + len(before)] if t.rstrip()[-1:] != "." or POINTS.search(t)
    ]
    # a sentence that doesn't point to the table may be about something else
    return Context(scale, sure, tuple(told), unit_from, beside)


def _scraps_above(memo: Memo, first: int) -> list[str]:
    """Scraps of a table's headings that stand above it as lines of their own, because their rows were not told apart,
    and that say what unit all its numbers have: "Budget", "Nämnd (tkr)", "2003". first: index of the table's block."""
    found = []
    for block in reversed(memo.blocks[max(0, first - SCRAPS) : first]):
        text = memo.text[block.start : block.end].strip()
        if len(text) > SCRAP or text[-1:] in ".:;?!" or (block.kind is BlockKind.ROW and _NUMBERS.search(text)):
            break
        if _ALL_IN.search(text):
            found.append(text)
    return found


def _holds_sums(memo: Memo, grid: Table) -> bool:
    """Whether two numbers of a scanned or old table are too large for percentages: a % in a line of run-together
    headings is then one column's, not the table's."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return False
    return sum(value >= MOST_PERCENT for values in numbers_of(memo, grid).values() for value in values) > 1


def columns_of_shares(memo: Memo, grid: Table) -> frozenset[int]:
    """The columns whose numbers may all be percentages."""
    return frozenset(column for column, values in numbers_of(memo, grid).items() if max(values) <= 100)


def of_shares(context: Context) -> bool:
    return context.scale is not None and context.scale.unit == "procent"


def _of_both(text: str) -> bool:
    """Whether a line names percentages and money alike, so that each column has its own: "Procent Högst kr/mån"."""
    return SHARE.search(text) is not None and MONEY.search(text) is not None and text.rstrip()[-1:] not in ".:"


def _said_below(text: str) -> str:
    """What a line below a table says of its numbers: "Belopp i tkr", "Beloppen är kronor per år. I genomsnitt …"."""
    if len(text) < 90:
        return text
    first = next(iter(sentences(text[:200])), (0, 0))
    said = text[slice(*first)]
    return said if len(said) < 90 and OF_NUMBERS.match(said) else ""


def _telling_sentence(text: str) -> str:
    """The last sentence above a table; or one before it that says what unit the table's numbers have: "I tabellen anges
    kostnaden i tkr. Minus betyder underskott."."""
    text = text[-600:]
    parts = [text[start:end] for start, end in sentences(text)]
    if not parts or unit_of(parts[-1]) is not None:
        return parts[-1] if parts else ""
    for part in reversed(parts[-4:-1]):
        if (OF_NUMBERS.match(part) or _OF_TABLE.search(part)) and unit_of(part) and not _COUNTED.search(part):
            return part
    return parts[-1]


_OF_TABLE = re.compile(r"(?<!\w)tabell\w*(?!\w)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\d\s?(?:(?:t|k|mn?|md)?kr|kronor|procent|%|tusen|miljon|miljard)", re.IGNORECASE
)  # a sum, no unit
