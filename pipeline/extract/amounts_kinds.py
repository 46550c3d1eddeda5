"""Columns and rows of tables whose numbers are no sums of money: counts, points, shares, times."""

import re

from pipeline.extract.amounts_worn import SHARE, YEAR
from pipeline.forms.amounts import parse_number, unit_of
from pipeline.forms.amounts_numbers import MINUS
from pipeline.forms.guard import guarded
from pipeline.memo.memo import Memo, Table
from pipeline.read.page import ReadAs
from pipeline.resources import table

_ROWS = table("extract/data/amounts_columns.csv")


def _words(match: str) -> str:
    return "|".join(re.escape(r["word"]).replace(r"\*", r"\w*") for r in _ROWS if r["match"] == match)


_NOT_MONEY = re.compile(rf"(?<!\w)(?:{_words('part')})(?!\w)|^(?:{_words('only')})$", re.IGNORECASE)
_OF_COLUMN = guarded(rf"(?<!\w)(?:{_words('head')})(?!\w)", re.IGNORECASE)
_MONEY = re.compile(
    r"(?<!\w)(?:t|mn?|md)?kr(?:onor)?(?!\w)|kostnad(?!s?täckn)|intäkt|(?<!\w)pris|avgift|belopp|budget|utfall|prognos|bidrag"
    r"|hyra|ersättning|anslag|summa|arvode|utgift|inkomst|investering|resultat|avvikelse|anbud|värde",
    re.IGNORECASE,
)
_OF_ROW = guarded(rf"\W*(?:{_words('row')})(?!\w)", re.IGNORECASE)
# "Kostnad per plats" among thousands of kronor: that one may well be in kronor
_EACH = re.compile(
    r"(?<!\w)per (?:elev|barn|plats|vårdplats|invånare|inv|brukare|dygn|vårddygn|timme|besök|kvm|kvadratmeter|m2|m²"
    r"|lägenhet|person|användare|portion|resa|årsarbetare|anställd|hushåll|ärende|km|mil)(?!\w)|(?<!\w)(?:styck|tim|dygns|à-|a-)pris",
    re.IGNORECASE,
)
_TO_WHAT = re.compile(r"(?<!\w)(?:och|samt|till|för|åt|av|på|i|med|per|vid) $", re.IGNORECASE)
_SUM = re.compile(rf"[{MINUS}]?\d{{1,3}}(?:[ \u00a0.]\d{{3}})+(?::-)?")
# "0–10 km", "Över 25 elever": up to where a fee holds, not what is counted
_TIER = re.compile(r"\W*(?:\d[\d ]*\s?[-–]\s?\d|(?:under|över|upp till|mer än|högst|från) \d)", re.IGNORECASE)
_COMPANY = re.compile(
    r"(?<!\w)(?:AB|HB|KB|ek\.? för|ekonomisk förening|kommun|u p a)\W*(?:\d{6}-\d{4}\W*)?\Z"
)  # "Ekby Bostäder AB"
_SIZED = re.compile(r"\d\s$")  # "Båt under 10 meter": how large what is paid for is
_RATE = re.compile(r"per (?:påbörjad )?[^\W\d_]{3,20}", re.IGNORECASE)
_PRICED = re.compile(
    r"avgift|taxa|(?<!\w)pris|biljett|bidragsbelopp|grundbelopp|ersättning|(?:skol|elev|barn|barnomsorgs)peng",
    re.IGNORECASE,
)
_PAYER = re.compile(
    r"\A(?:(?:hel|del|halv)tid|barn|vuxna?|ungdom(?:ar)?|elever|pensionärer|(?:hel|halv)år|(?!antal|andel)[^\W\d_]{4,} "
    r"\d{1,3} (?:dagar|dygn|timmar|resor))\W*\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LINE, _WHOLE = 110, 100
_SMALL, _LARGE = 1000, 10_000  # a column of numbers below the one beside columns of sums above the other is no money


def heads_other(header: str, percent: bool = False) -> bool:
    """Whether a column's heading tells that its numbers are no sums of money: "Antal", "Kvalitet", "Löptid, år".

    percent: whether the table's numbers are percentages by its caption; they may then be of quality, or of time.
    """
    header = header.strip()
    if _RATE.fullmatch(header):
        return False
    if _NOT_MONEY.search(header) or percent:
        return _NOT_MONEY.search(header) is not None
    return _OF_COLUMN.search(header) is not None and _MONEY.search(header) is None


def who_pays(header: str, unit_from: str) -> bool:
    """Whether a column of fees or prices is headed by who pays, or for how long: "Heltid", "Periodkort 30 dagar" below
    "Avgift i kronor per månad". unit_from: the words that name the table's unit."""
    return len(unit_from) < _WHOLE and _PRICED.search(unit_from) is not None and _PAYER.search(header) is not None


def counts(label: str) -> bool:
    """Whether a row's label names what is counted: "Elever i årskurs 9", not "Försörjning och bostäder"."""
    if _TIER.match(label) or _COMPANY.search(label):
        return False
    if _OF_ROW.match(label):
        return True
    found = _NOT_MONEY.finditer(label)
    return any(not (_TO_WHAT.search(label, 0, m.start()) or _SIZED.search(label, 0, m.start())) for m in found)


def of_one(label: str, header: str) -> bool:
    """Whether a row or column tells what one of something costs."""
    return _EACH.search(label) is not None or _EACH.search(header) is not None


def of_mixed_kinds(memo: Memo, grid: Table, lines: tuple[str, ...], percent: bool) -> set[tuple[int, int]]:
    """Cells of scanned or old text that may be anything, for the columns' headings stand run together in one line that
    names several kinds: "Anbud, kr Andel, % Poäng". lines: the one that names the table's unit, and the one above it;
    percent: whether that unit is a percentage."""
    if memo.read_as <= {ReadAs.DIGITAL}:
        return set()
    numbers = {(c.row, c.column): memo.text[c.start : c.end].strip() for c in grid.cells if c.column and not c.header}
    columns: dict[int, list[float]] = {}
    for (_, column), text in numbers.items():
        if (value := parse_number(text)) is not None:
            columns.setdefault(column, []).append(abs(float(value)))
    if len(columns) < 2 or not any(map(mixes, lines)):
        return set()
    if percent:
        return {place for place in numbers if place[1] in columns and max(columns[place[1]]) > _WHOLE}
    # sums of ten thousands and more can be nothing else
    return {place for place, text in numbers.items() if not _SUM.fullmatch(text) or may_be_two(text)}


def mixes(line: str) -> bool:
    """Whether a line of headings names numbers of another kind than sums."""
    if line.rstrip()[-1:] in (".", ":") or len(line) > _LINE:
        return False
    share = SHARE.search(line) is not None and len(_WORD.findall(line)) > 2
    return share or _NOT_MONEY.search(line) is not None or _OF_COLUMN.search(line) is not None


def may_be_two(number: str) -> bool:
    """Whether "824 861" may as well be the sums of two columns, this year's and the next's."""
    parts = number.split(" ")
    if len(parts) != 2 or not (parts[0].isdigit() and parts[1].isdigit()):
        return False
    return 0.6 * int(parts[0]) < int(parts[1]) < 1.7 * int(parts[0])


def of_small_numbers(memo: Memo, grid: Table) -> dict[int, bool]:
    """The columns of whole numbers below a thousand, where all others hold sums of ten thousands and more, and whether
    no heading says anything of them: what they count is not known."""
    columns: dict[int, list[float]] = {}
    headers: dict[int, str] = {}
    for cell in grid.cells:
        text = memo.text[cell.start : cell.end].strip()
        value = parse_number(text) if cell.column and (cell.row or not cell.header) else None
        if value is not None:
            columns.setdefault(cell.column, []).append(abs(float(value)))
            headers[cell.column] = cell.header.strip()
    small = {c: v for c, v in columns.items() if len(v) > 1 and max(v) < _SMALL and not any(x % 1 for x in v)}
    sums = [x for c, v in columns.items() if c not in small and not heads_other(headers[c]) for x in v if x]
    if not small or len(sums) < 2 or min(sums) < _LARGE:
        return {}
    return {c: not headers[c] for c in small if any(small[c]) and not _told(headers[c])}


def of_years(memo: Memo, grid: Table) -> dict[int, bool]:
    """The columns that hold nothing but years, and whether no heading says that they are sums."""
    columns: dict[int, list[str]] = {}
    headers: dict[int, str] = {}
    heads = {(cell.column, cell.header.strip()) for cell in grid.cells if cell.row}
    for cell in grid.cells:
        text = memo.text[cell.start : cell.end].strip()
        if cell.column and text and (cell.row or (cell.column, text) not in heads):
            columns.setdefault(cell.column, []).append(text)
            headers[cell.column] = cell.header.strip()
    return {
        c: not _told(headers[c]) for c, texts in columns.items() if len(texts) > 1 and all(map(YEAR.fullmatch, texts))
    }


def in_brackets(memo: Memo, grid: Table) -> set[int]:
    """The columns whose numbers all stand in brackets: no minus, but last year's, or what part of the sum beside it."""
    columns: dict[int, list[bool]] = {}
    for cell in grid.cells:
        text = memo.text[cell.start : cell.end].strip()
        if cell.column and parse_number(text) is not None:
            columns.setdefault(cell.column, []).append(text.startswith("("))
    return {c for c, told in columns.items() if all(told)}


def _told(header: str) -> bool:
    return _MONEY.search(header) is not None or unit_of(header) is not None
