"""Amounts in the cells of tables, where unit and meaning stand in the headings."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from pipeline.extract.amounts_grids import corners, grids
from pipeline.extract.amounts_kinds import (
    counts,
    heads_other,
    in_brackets,
    of_mixed_kinds,
    of_one,
    of_small_numbers,
    of_years,
    who_pays,
)
from pipeline.extract.amounts_rates import rate_of, rate_of_name
from pipeline.extract.amounts_roles import Hint, role_in, sentence_of
from pipeline.extract.amounts_table_heads import lost_heads
from pipeline.extract.amounts_table_roles import TableRoles
from pipeline.extract.amounts_worn import (
    SHARE,
    YEAR,
    comma_for_gap,
    numbers_of,
    odd_ones,
    of_unknown_kind,
    out_of_line,
    shifted,
    split_numbers,
    unsigned,
    with_parted_rows,
    without_comma,
    without_minus,
    wrong_totals,
)
from pipeline.extract.facts import AmountFact
from pipeline.extract.rows import KRONOR
from pipeline.forms.amounts import AmountMatch, Scale, find_amounts, parse_number, unit_of
from pipeline.forms.amounts_numbers import MINUS
from pipeline.forms.sentences import sentences
from pipeline.memo.memo import Cell, Memo, Table
from pipeline.read.page import ReadAs
from pipeline.tables import AmountRole

TOTAL = re.compile(
    r"(?<!\w)(?:summa|summor|s:a|totalt?|totala|sammanlagt|sammanlagda|tillsammans|inalles|slutsumma)", re.I
)
MONEY = re.compile(r"(?<!\w)(?:t|mn?|md)?kr(?:onor)?(?!\w)", re.IGNORECASE)
OF_WHOLE = re.compile(
    r"(?<!\w)andel|fördel|procent av|% av|(?<!\w)(?:egen|eget|kommunens|statens|vår|ägar) ?del(?!\w)", re.IGNORECASE
)
YEARS = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\s+(?:19|20)\d{2}(?!\d))")  # "2021 2022", not "2025–2026"
POINTS = re.compile(
    r"(?<!\w)(?:tabell\w*|nedan|följande|framgår|fördelas|redovisas|visas|visar|sammanställning\w*)(?!\w)|:\s*$", re.I
)
OF_NUMBERS = re.compile(
    r"\W*(?:(?:alla|samtliga) )?(?:belopp|siffror|siffrorna|uppgifter|tal|värden|avgifter"
    r"|priser|summor|kostnader)\w{0,4} "
    r"(?:ovan |i tabellen )?(?:är|år|ar|i|anges|avser|redovisas|uttryckt|uttrycks|angivna|visas)(?!\w)",
    re.IGNORECASE,
)
YEAR_BEFORE = re.compile(r"(?<!\d)(?:19|20)\d\d(?=,? \(?(?:t|mn?)?kr)", re.IGNORECASE)  # "2019 kr" heads kronor
GROUP = re.compile(rf"[{MINUS}]?\d+(?:[.,]\d+)?")
UNITS = re.compile(r"(?<!\w)(?:(?:t|mn)?kr(?:onor)?|öre)\s?(?:/\s?|per )[^\W\d_]+[²³23]?", re.IGNORECASE)
RATE_OF_ROW = re.compile(
    r"moms|skatt|ränta|index|uppräkn|höjning|ökning|oförutsett|påslag|rabatt|avdrag|pålägg|po\b", re.I
)
MOST_PERCENT = 1000  # "6 850 100 %" are a sum and a share that no gap parts
# kronor, more than any region's yearly costs: "912 934 610" in thousands are the numbers of three columns run together
MOST_MONEY = 200_000_000_000
OERE = re.compile(rf"[{MINUS}]?(?P<kronor>\d{{1,3}}(?:[ .]\d{{3}})*|\d+):(?P<oere>\d\d)")
THOUSANDS = re.compile(r"\d[ \u00a0\u2009\u202f.]\d{3}(?!\d)")
PLAIN_THOUSANDS = re.compile(rf"[{MINUS}]?\d{{4,}}")
TIMES = re.compile(r"tid|klock|(?<!\w)kl(?!\w)|fastighet|beteckning|tomt|start|slut|avgång|ankomst|§|nr", re.IGNORECASE)
WORDS = re.compile(r"\S+")
WORDY = re.compile(r"[^\W\d_]{4,}")
CLOSING = re.compile(r"(?::-|,-)$")
LEADING = re.compile(r"^\s*([−–—+-]?\s?\d[\d .,\u00a0\u2009\u202f]*?)\s*\(")


def amounts_in_tables(memo: Memo, title: str = "") -> Iterator[tuple[AmountFact, Hint | None]]:
    """The amounts of the memo's tables in text order, each with what its headings say that it is for."""
    for grid in grids(memo):
        section = memo.section_at(grid.start)
        yield from _amounts_of(memo, grid, (section.heading if section else "", title))


@dataclass(frozen=True, slots=True)
class _Context:
    """What surrounds a table: the unit of its numbers (with how sure that is, and the words that name it), and the role
    its caption names."""

    scale: Scale | None
    sure: float
    said: tuple[str, ...]
    unit_from: str = ""
    beside: "_Context | None" = None  # of its percentages, where a line of run-together headings names some


def _amounts_of(memo: Memo, grid: Table, above: tuple[str, ...]) -> Iterator[tuple[AmountFact, Hint | None]]:
    grid, parted = with_parted_rows(memo, grid)
    context = _context(memo, grid)
    roles = TableRoles(grid, context.said, above, lost_heads(memo, grid, context.said, above))
    headers = Counter(cell.header for cell in grid.cells if cell.header)
    grouped = _groups_thousands(memo, grid)
    doubtful, lost = without_comma(memo, grid)
    odd = (
        doubtful
        | odd_ones(memo, grid)
        | unsigned(memo, grid)
        | shifted(memo, grid)
        | without_minus(memo, grid)
        | out_of_line(memo, grid)
        | parted
    )
    split = lost | split_numbers(memo, grid) | of_unknown_kind(memo, grid) | wrong_totals(memo, grid)
    split |= comma_for_gap(memo, grid)
    shares = _columns_of_shares(memo, grid) if context.beside else frozenset()
    mixed = of_mixed_kinds(memo, grid, (context.unit_from, grid.caption), _of_shares(context))
    split |= {place for place in mixed if place[1] not in shares}
    small, years, brackets = of_small_numbers(memo, grid), of_years(memo, grid), in_brackets(memo, grid)
    for cell in grid.cells:
        if (cell.row, cell.column) in split:
            continue
        text = memo.text[cell.start : cell.end]
        if not any(map(str.isdigit, text)):
            continue
        if cell.row == 0 and (text in headers or text == cell.header):
            continue
        several = _of_several_units(cell, text)
        if several:
            for at, part, scale, value in several:
                start = cell.start + at
                fact = AmountFact(
                    start,
                    start + len(part),
                    part,
                    value,
                    scale.unit,
                    scale.per,
                    is_total=_is_total(cell),
                    confidence=0.8,
                )
                yield fact, _role(cell, roles, fact)
            continue
        written = find_amounts(text)
        named = cell.column == 0 and _share_in_name(text, written)
        if written and (cell.column > 0 or named or len(written[0].text) >= len(text) - 2):
            for match in written:
                if match.unit == "procent" and abs(match.value) >= MOST_PERCENT:
                    continue
                fact = AmountFact(
                    cell.start + match.start, cell.start + match.end, " ".join(match.text.split()), match.value,
                    match.unit, match.per, match.approximate, match.bound, vat=match.vat, confidence=match.confidence,
                )  # fmt: skip
                fact.is_total = _is_total(cell)
                if (cell.row, cell.column) in odd and fact.unit not in ("procent", "procentenheter"):
                    fact.confidence = min(fact.confidence, 0.4)
                own = _told_in(text, match)
                yield fact, own or (Hint("share", 2.0) if named else _role(cell, roles, fact))
            lead = LEADING.match(text)
            if lead is None or lead.end() > written[0].start + 1:
                continue
            text = lead[1]
        if len(text) > 60:
            continue  # prose
        parts = [(0, text)] if memo.read_as == {ReadAs.DIGITAL} else _parted(cell.header, text)
        for at, part in parts:
            number = _number_of(cell, part, (cell.column in shares and context.beside) or context, grouped)
            if number is not None and (cell.column in years or (cell.column in small and number.unit == "kr")):
                if years.get(cell.column) or small.get(cell.column):
                    continue
                number.confidence = min(number.confidence, 0.4)
            if number is not None and cell.column in brackets:
                number.confidence = min(number.confidence, 0.4)
            if number is not None:
                number.start, number.end = cell.start + at, cell.start + at + len(part)
                if (cell.row, cell.column) in odd or (at == 0 and part == text and _holds_several(cell.header, text)):
                    number.confidence = min(number.confidence, 0.4)
                shared = (
                    cell.column in shares and context.beside is not None and OF_WHOLE.search(context.beside.unit_from)
                )
                yield number, Hint("share", 1.5) if shared else _role(cell, roles, number)


def _told_in(text: str, match: AmountMatch) -> Hint | None:
    """What a cell of whole sentences says that its sum is for: "Bidrag till båtklubben för belysning, 45 000 kr"."""
    if len(WORDY.findall(text)) < 3 or match.unit in ("procent", "procentenheter"):
        return None
    hint = role_in(sentence_of(text, [(match.start, match.end)]), match.start, match.end, match.unit)
    return hint if hint is not None and hint.score >= 1 else None


def _share_in_name(text: str, written: Sequence[AmountMatch]) -> bool:
    """Whether a row's name says which share is its: "Marinan AB, 60 procent"; of a tax or a rise it is none."""
    ends = bool(written) and written[-1].unit == "procent" and len(text.rstrip()) <= written[-1].end + 1
    return ends and len(written) == 1 and RATE_OF_ROW.search(text) is None


def _of_several_units(cell: Cell, text: str) -> list[tuple[int, str, Scale, Decimal]]:
    """The sums of a cell whose heading names as many units as it holds numbers, in order: "kr/dag kr/dag kr/km" over
    "4.180:- 2.960:- 11,50". Empty where they don't fit."""
    units = UNITS.findall(cell.header)
    words = list(WORDS.finditer(text))
    if len(units) < 2 or len(words) != len(units) or len(text) > 60:
        return []
    found = []
    for unit, word in zip(units, words, strict=True):
        if not any(map(str.isdigit, word[0])):
            continue  # a dash: nothing there
        value = parse_number(CLOSING.sub("", word[0]))
        scale = unit_of(unit)
        if value is None or scale is None:
            return []
        found.append((word.start(), word[0], scale, value * scale.factor))
    return found


def _groups_thousands(memo: Memo, grid: Table) -> bool:
    """Whether the table's numbers of four digits and more have their thousands grouped, years apart."""
    texts = [memo.text[c.start : c.end] for c in grid.cells if c.row > 0]
    grouped = sum(1 for t in texts if THOUSANDS.search(t))
    plain = sum(1 for t in texts if PLAIN_THOUSANDS.fullmatch(t.strip()) and not YEAR.fullmatch(t.strip()))
    return grouped > plain


def _columns_in(header: str) -> int:
    """How many columns of numbers a heading names that were not parted: "Område | 2021 | 2022" two."""
    return max(header.count("|"), len(YEARS.findall(header)) + 1)


def _holds_several(header: str, text: str) -> bool:
    """Whether the heading names several columns and the cell's digits stand in groups: "412 438" may be two numbers."""
    return _columns_in(header) > 1 and len(GROUP.findall(text)) > 1


def _parted(header: str, text: str) -> list[tuple[int, str]]:
    """The numbers of a cell with where each begins: parted where the heading names as many columns as there are groups
    of digits, else the cell as it is."""
    if _holds_several(header, text):
        groups = list(GROUP.finditer(text))
        if len(groups) == _columns_in(header):
            return [(g.start(), g[0]) for g in groups]
    return [(0, text)]


def _number_of(cell: Cell, text: str, context: _Context, grouped: bool) -> AmountFact | None:
    """The amount of a cell that holds a bare number, None where its unit is not known or it counts something else."""
    value = parse_number(text)
    if value is None:
        value = _kronor_and_oere(cell, text, context)
    if value is None:
        return None
    of_column, of_row = _unit_of_heading(cell.header), unit_of(cell.label) if cell.column else None
    percent = of_row is not None and of_row.unit == "procent" and of_column is not None and of_column.unit != "procent"
    own = of_row if percent else of_column or of_row
    shares = _of_shares(context)
    other = heads_other(cell.header, shares) and not who_pays(cell.header, context.unit_from)
    if own is None and (cell.column == 0 or other or counts(cell.label.strip())):
        return None
    if own is None and (SHARE.search(cell.header) or SHARE.search(cell.label)):
        if not shares:
            return None
        own = context.scale
    scale = own or context.scale
    if scale is None:
        return None
    bare = text.strip()
    if scale.unit == "procent" and abs(value) >= MOST_PERCENT:
        return None  # thousands under a heading of percentages stand in the wrong column, or the heading does
    if grouped and own is None and YEAR.fullmatch(bare):
        return None  # a year: this table groups its thousands
    amount = value * scale.factor
    if abs(amount) * KRONOR.get(scale.unit, 0) >= MOST_MONEY:
        return None
    sure = 0.9 if own else context.sure
    if own is None and scale.unit in ("tkr", "mnkr", "mdkr") and of_one(cell.label, cell.header):
        sure = min(sure, 0.4)
    if grouped and re.search(r"\d{4}", bare):
        sure = min(sure, 0.4)  # among grouped numbers an ungrouped one may hold a digit too many ("620|" read 6201)
    return AmountFact(
        cell.start, cell.start + len(text), " ".join(text.split()), amount, scale.unit, scale.per,
        is_total=_is_total(cell), confidence=sure,
    )  # fmt: skip


def _kronor_and_oere(cell: Cell, text: str, context: _Context) -> Decimal | None:
    """The value of "6:85" in a row or column of kronor; a time or a property's number is none."""
    kronor = OERE.fullmatch(text.strip())
    scale = unit_of(cell.header) or unit_of(cell.label) or context.scale
    if kronor is None or scale is None or scale.unit != "kr" or scale.factor != 1 or TIMES.search(cell.header):
        return None
    value = Decimal(re.sub(r"[ .]", "", kronor["kronor"]) + "." + kronor["oere"])
    return -value if text.strip()[0] in MINUS else value


def _unit_of_heading(header: str) -> Scale | None:
    """The unit that a column's heading names, also behind a number of another kind: "Tur 1-4 kr/dag"."""
    scale = unit_of(YEAR_BEFORE.sub("", header))
    if scale is None and len(units := UNITS.findall(header)) == 1:
        scale = unit_of(units[0])
    return scale


def _is_total(cell: Cell) -> bool:
    return bool(TOTAL.match(cell.label.strip()) or TOTAL.match(cell.header.strip()))


def _context(memo: Memo, grid: Table) -> _Context:
    """The table's unit and the words that say what it shows: its first heading, its caption, the sentence before it."""
    corner, *others = corners(memo, grid)
    index = bisect_left(memo.blocks, grid.start, key=lambda b: b.start)
    before = memo.blocks[max(0, index - 2) : index]
    after = next((b for b in islice(memo.blocks, index, None) if b.start >= grid.end), None)
    near: list[tuple[str, float]] = [
        (corner, 0.9),
        *((text, 0.85) for text in others),
        (_telling_sentence(grid.caption), 0.85),
    ]
    near += [(_telling_sentence(memo.text[b.start : b.end]), 0.75) for b in reversed(before)]
    if after is not None and (below := _said_below(memo.text[after.start : after.end])):
        near.append((below, 0.7))
    near = [(text.lower() if text.isupper() else text, s) for text, s in near]  # "KRONOR PER MÅNAD"
    named = [(u, s, text) for text, s in near if (u := unit_of(text)) is not None and not _of_both(text)]
    scale, sure, unit_from = named[0] if named else (None, 0.0, "")
    beside = None
    if scale is not None and scale.unit == "procent" and _holds_sums(memo, grid):
        beside = _Context(scale, sure, (), unit_from)
        every = [(u, s, text) for text, s in near if (u := unit_of(text)) is not None and u.unit != "procent"]
        scale, sure, unit_from = every[0] if every else (None, 0.0, "")
    told = [corner] + [
        t for t, _ in near[1 : 2 + len(others) + len(before)] if t.rstrip()[-1:] != "." or POINTS.search(t)
    ]
    # a sentence that doesn't point to the table may be about something else
    return _Context(scale, sure, tuple(told), unit_from, beside)


def _holds_sums(memo: Memo, grid: Table) -> bool:
    """Whether two numbers of a scanned or old table are too large for percentages: a % in a line of run-together
    headings is then one column's, not the table's."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return False
    return sum(value >= MOST_PERCENT for values in numbers_of(memo, grid).values() for value in values) > 1


def _columns_of_shares(memo: Memo, grid: Table) -> frozenset[int]:
    """The columns whose numbers may all be percentages."""
    return frozenset(column for column, values in numbers_of(memo, grid).items() if max(values) <= 100)


def _of_shares(context: _Context) -> bool:
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


def _role(cell: Cell, roles: TableRoles, fact: AmountFact) -> Hint | None:
    cell = roles.headed(cell)
    if fact.unit in ("procent", "procentenheter"):
        named = roles.named(cell, fact.unit)
        whole = OF_WHOLE.search(cell.header + cell.label) or roles.financing
        role: AmountRole = "share" if whole else "fee" if roles.percent_is_fee(cell) else "other"
        return named or Hint(role, 1.0)
    if fact.per is None:
        own = _unit_of_heading(cell.header)
        fact.per = rate_of(cell.header) or (rate_of(cell.label) if cell.column else None)
        fact.per = fact.per or (own.per if own is not None and own.unit == fact.unit else None)
        fact.per = (
            fact.per or (rate_of_name(cell.label) if cell.column else None) or rate_of_name(cell.header) or roles.rate
        )
    return roles.of(cell, fact.unit)
