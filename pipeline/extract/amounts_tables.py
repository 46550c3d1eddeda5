"""Amounts in the cells of tables, where unit and meaning stand in the headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.extract.amounts_grids import grids
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
from pipeline.extract.amounts_specked import SURE as SPECKED
from pipeline.extract.amounts_specked import specked, unjoined, with_loose_minus
from pipeline.extract.amounts_table_heads import lost_heads
from pipeline.extract.amounts_table_roles import TableRoles
from pipeline.extract.amounts_table_rows import below_nought
from pipeline.extract.amounts_table_units import MOST_PERCENT, Context, columns_of_shares, context_of, of_shares
from pipeline.extract.amounts_torn import SURE as TORN
from pipeline.extract.amounts_torn import torn_tables
from pipeline.extract.amounts_worn import (
    SHARE,
    YEAR,
    comma_for_gap,
    odd_ones,
    of_unknown_kind,
    out_of_line,
    shifted,
    split_numbers,
    unsigned,
    with_parted_rows,
    without_comma,
    without_minus,
    wrong_across,
    wrong_totals,
)
from pipeline.extract.facts import AmountFact
from pipeline.extract.rows import KRONOR
from pipeline.forms.amounts import AmountMatch, Scale, find_amounts, parse_number, unit_of
from pipeline.forms.amounts_numbers import MINUS
from pipeline.memo.memo import Cell, Memo, Table
from pipeline.read.page import ReadAs
from pipeline.tables import AmountRole

TOTAL = re.compile(
    r"(?<!\w)(?:summa|summor|s:a|totalt?|totala|sammanlagt|sammanlagda|tillsammans|inalles|slutsumma)", re.I
)
OF_WHOLE = re.compile(
    r"(?<!\w)andel|fördel|procent av|% av|(?<!\w)(?:egen|eget|kommunens|statens|vår|ägar) ?del(?!\w)", re.IGNORECASE
)
YEARS = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\s+(?:19|20)\d{2}(?!\d))")  # "2021 2022", not "2025–2026"
YEAR_BEFORE = re.compile(r"(?<!\d)(?:19|20)\d\d(?=,? \(?(?:t|mn?)?kr)", re.IGNORECASE)  # "2019 kr" heads kronor
COLUMNS = 1.9  # times a digit's height: farther apart are no groups of one number
GROUP = re.compile(rf"[{MINUS}]?\d+(?:[.,]\d+)?")
UNITS = re.compile(r"(?<!\w)(?:(?:t|mn)?kr(?:onor)?|öre)\s?(?:/\s?|per )[^\W\d_]+[²³23]?", re.IGNORECASE)
RATE_OF_ROW = re.compile(
    r"moms|skatt|ränta|index|uppräkn|höjning|ökning|oförutsett|påslag|rabatt|avdrag|pålägg|po\b", re.I
)
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


def amounts_in_tables(memo: Memo, title: str = "") -> Iterator[tuple[AmountFact | None, Hint | None]]:
    """The amounts of the memo's tables in text order, each with what its headings say that it is for; None for a number
    that is left out, because it would look right and may be wrong."""
    found = list(grids(memo))
    for grid in found:
        section = memo.section_at(grid.start)
        for fact, hint in _amounts_of(memo, grid, (section.heading if section else "", title)):
            yield (None, None) if fact is not None and _of_two_columns(memo, fact) else (fact, hint)
    for grid in torn_tables(memo, found):
        section = memo.section_at(grid.start)
        for fact, hint in _amounts_of(memo, grid, (section.heading if section else "", title)):
            if fact is not None:
                fact.confidence = min(fact.confidence, TORN)
            yield fact, hint


def _of_two_columns(memo: Memo, fact: AmountFact) -> bool:
    """Whether a scanned number's groups stand as far apart as columns do: they are numbers of their own, put into one
    cell because a misread word lay across both columns."""
    if memo.read_as <= {ReadAs.DIGITAL} or not memo.has_places or " " not in fact.text.strip():
        return False
    boxes = [word.box for word in memo.words_in(fact.start, fact.end) if word.box is not None]
    return any(b.x0 - a.x1 > COLUMNS * max(a.y1 - a.y0, b.y1 - b.y0) for a, b in pairwise(boxes))


def _amounts_of(memo: Memo, grid: Table, above: tuple[str, ...]) -> Iterator[tuple[AmountFact | None, Hint | None]]:
    grid, parted = with_parted_rows(memo, grid)
    grid, _ = unjoined(memo, grid)
    context = context_of(memo, grid)
    heads = lost_heads(memo, grid, context.said, above)
    roles = TableRoles(grid, context.said, above, heads, below_nought(memo, grid))
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
        | wrong_across(memo, grid)
        | parted
    )
    plain = specked(memo, grid)
    odd |= with_loose_minus(memo, grid) - plain.keys()
    split = lost | split_numbers(memo, grid) | of_unknown_kind(memo, grid) | wrong_totals(memo, grid)
    split |= comma_for_gap(memo, grid)
    shares = columns_of_shares(memo, grid) if context.beside else frozenset()
    mixed = of_mixed_kinds(memo, grid, (context.unit_from, grid.caption), of_shares(context))
    split |= {place for place in mixed if place[1] not in shares}
    small, years, brackets = of_small_numbers(memo, grid), of_years(memo, grid), in_brackets(memo, grid)
    for cell in grid.cells:
        if (cell.row, cell.column) in split:
            if context.scale is not None and parse_number(memo.text[cell.start : cell.end].strip()) is not None:
                yield None, None
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
        dirty = plain.get((cell.row, cell.column))
        for at, part in parts if dirty is None else [(0, text)]:
            number = _number_of(cell, dirty or part, (cell.column in shares and context.beside) or context, grouped)
            if number is not None and (cell.column in years or (cell.column in small and number.unit == "kr")):
                if years.get(cell.column) or small.get(cell.column):
                    continue
                number.confidence = min(number.confidence, 0.4)
            if number is not None and cell.column in brackets:
                number.confidence = min(number.confidence, 0.4)
            if number is not None:
                number.start, number.end = cell.start + at, cell.start + at + len(part)
                if dirty is not None:
                    number.confidence = min(number.confidence, SPECKED)
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


def _number_of(cell: Cell, text: str, context: Context, grouped: bool) -> AmountFact | None:
    """The amount of a cell that holds a bare number, None where its unit is not known or it counts something else."""
    value = parse_number(text)
    if value is None:
        value = _kronor_and_oere(cell, text, context)
    if value is None:
        return None
    of_column, of_row = _unit_of_heading(cell.header), unit_of(cell.label) if cell.column else None
    percent = of_row is not None and of_row.unit == "procent" and of_column is not None and of_column.unit != "procent"
    own = of_row if percent else of_column or of_row
    shares = of_shares(context)
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


def _kronor_and_oere(cell: Cell, text: str, context: Context) -> Decimal | None:
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


def _role(cell: Cell, roles: TableRoles, fact: AmountFact) -> Hint | None:
    cell = roles.headed(cell)
    if fact.unit in ("procent", "procentenheter"):
        named = None if roles.percent_is_change(cell) else roles.named(cell, fact.unit)
        whole = OF_WHOLE.search(cell.header + cell.label) or roles.financing
        whole = whole or (not roles.percent_is_fee(cell) and roles.percent_is_share(cell))
        role: AmountRole = "share" if whole else "fee" if roles.percent_is_fee(cell) else "other"
        return named or Hint(role, 1.0)
    if fact.per is not None and cell.column and " per " in cell.label and "per" not in fact.text + cell.header:
        # "Avgifterna är kronor per månad om inte annat sägs" stands above, and before the sums "Dagvård, per dag"
        fact.per = rate_of_name(cell.label) or fact.per
    if fact.per is None:
        own = _unit_of_heading(cell.header)
        fact.per = rate_of(cell.header) or (rate_of(cell.label) if cell.column else None)
        fact.per = fact.per or (own.per if own is not None and own.unit == fact.unit else None)
        fact.per = (
            fact.per or (rate_of_name(cell.label) if cell.column else None) or rate_of_name(cell.header) or roles.rate
        )
    return roles.of(cell, fact.unit)
