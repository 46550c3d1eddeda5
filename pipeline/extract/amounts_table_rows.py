"""Rows of tables that tell by each other what they are: what is taken off a cost, what a building costs beside fees."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.extract.amounts_roles import Hint
from pipeline.forms.amounts import parse_number
from pipeline.memo.memo import Memo, Table

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
    """What a row is that is taken off what something costs: "Avgifter från boende" is revenue, "Statsbidrag" a grant."""
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
