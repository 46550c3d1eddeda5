"""Rows of tables that tell by each other what they are: what is taken off a cost, what a building costs beside fees."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.extract.amounts_roles import Hint, role_of_heading
from pipeline.extract.amounts_savings import COST
from pipeline.forms.amounts import parse_number
from pipeline.lazy import lazy
from pipeline.memo.memo import Cell, Memo, Table
from pipeline.tables import AmountRole

RESULT = re.compile(
    r"^(?:årets |ackumulerat |periodens )?"
    r"(?:resultat|(?:över|under)(?= ?[-/]|skott|drag|\Z)|avvik|nettoresultat|differens|skillnad|saldo)"
    r"|överskott|underskott",
    re.IGNORECASE,
)
NET = re.compile(r"netto(?:effekt|påverkan|förändring)?(?!\w)", re.IGNORECASE)
_COMES_IN = re.compile(r"intäkt|inkomst|försäljning|skatter|statsbidrag|avgift", re.IGNORECASE)

# rows of a reckoning of what is built or bought, whose fees and taxes are part of what it costs
_BUILDING = re.compile(
    r"(?<!\w)(?:entreprenad(?!\w*avtal)|byggherre|projekter|projektledning|byggledning|oförutse|markarbete|grundläggning"
    r"|schakt|rivning|sanering|lagfart|stämpelskatt|lantmäteri|bygg(?:kostnad|nation|arbete)|besiktning|anslutning"
    r"|bygglov|inventarier|konsult)",
    re.IGNORECASE,
)
_DUE = re.compile(r"avgift|lagfart|stämpelskatt|lantmäteri|bygglov|pantbrev", re.IGNORECASE)
_INCOME = re.compile(
    r"återkrav|återbetal|avgift(?!s?fri)|taxa|taxor|biljett|intäkt|inkomst|försäljning|(?<!\w)hyror|uthyrning"
    r"|ersättning\w* (?:från|av)|betalning\w* från",
    re.IGNORECASE,
)
_GRANT = re.compile(r"stats?bidrag|bidrag från|statligt? (?:stöd|bidrag)|stöd från|eu-", re.IGNORECASE)
_LESS = re.compile(r"minskad|minskning|lägre|sänkt|bortfall|utebliv|förlorad", re.IGNORECASE)


class Below(NamedTuple):
    """The rows whose sums all are below nought. taken_off: whether they are what is taken off the others."""

    rows: frozenset[int] = frozenset()
    taken_off: bool = False


class Signs:
    """What the rows of a table are by the signs of their sums. cells: its cells without what is due besides."""

    def __init__(self, cells: Iterable[Cell], below: Below) -> None:
        self._below = below
        self._told = {(c.row in below.rows, c.label.strip()) for c in cells if c.column and c.label.strip()}

    def of(self, cell: Cell) -> Hint | None:
        """What is taken off what the other rows cost, or what is left: "Avgifter från boende, −5 115", "Netto"."""
        below, taken_off = self._below
        if not taken_off:
            return Hint("cost", 2.0) if cell.row in below and self._of_gain and not _named(cell.label) else None
        if not self._of_costs:
            return None
        if cell.row in below:
            return of_subtracted(cell.label)
        if NET.match(cell.label.strip()):
            return Hint("cost", 3.0)
        return Hint("cost", 2.0) if self._of_incomes and not _named(cell.label) else None

    @lazy
    def _of_costs(self) -> bool:
        """Whether the rows above nought are costs: none names what comes in, or what is left."""
        above = [label for below, label in self._told if not below]
        return not any(RESULT.search(label) or _role(label) in ("revenue", "fee", "grant") for label in above)

    @lazy
    def _of_incomes(self) -> bool:
        """Whether all that is taken off names what comes in."""
        return all(of_subtracted(label) is not None for below, label in self._told if below)

    @lazy
    def _of_gain(self) -> bool:
        """Whether the rows above nought name what comes in, and some below it a cost: a reckoning of what is gained."""
        gained = any(not below and _COMES_IN.search(label) for below, label in self._told)
        return gained and any(below and COST.search(label) for below, label in self._told)


def _role(label: str) -> AmountRole | None:
    hint = role_of_heading(label, "kr")
    return hint.role if hint is not None else None


def _named(label: str) -> bool:
    """Whether a row names by itself what its sums are for."""
    return RESULT.search(label.strip()) is not None or _role(label) is not None


def below_nought(memo: Memo, grid: Table) -> Below:
    """The rows of a table whose sums all are below nought; fewer than the others, they are what is taken off them."""
    rows: dict[int, list[float]] = {}
    for cell in grid.cells:
        value = parse_number(memo.text[cell.start : cell.end].strip()) if cell.column else None
        if value:
            rows.setdefault(cell.row, []).append(float(value))
    below = [row for row, values in rows.items() if max(values) < 0]
    above = [row for row, values in rows.items() if min(values) > 0]
    # the last row adds them up
    return Below(frozenset(below), bool(below) and len(above) > len(below) and max(rows) in above)


def of_subtracted(label: str) -> Hint | None:
    """What a row is that is taken off what something costs: "Avgifter från boende" is revenue, "Statsbidrag" grant."""
    if _LESS.search(label):
        return None
    if _GRANT.search(label):
        return Hint("grant", 3.0)
    return Hint("revenue", 3.0) if _INCOME.search(label) else None


def is_building(labels: Iterable[str]) -> bool:
    """Whether rows reckon what is built or bought: "Markarbeten", "Anslutningsavgift", "Projektledning"."""
    told = {m[0].lower() for label in labels if (m := _BUILDING.match(label.strip())) is not None}
    return len(told - {"anslutning", "bygglov"}) > 1


def is_due(label: str) -> bool:
    """Whether a row names what has to be paid to an authority or a works: a fee, a tax on the purchase."""
    return _DUE.search(label) is not None
