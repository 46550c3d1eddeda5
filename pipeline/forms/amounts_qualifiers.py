"""Words round a sum: those that make it approximate or a bound, and whether it holds VAT."""

import re
from typing import Literal

from pipeline.forms.amounts_units import GAP
from pipeline.forms.guard import guarded
from pipeline.resources import table
from pipeline.tables import Bound


def _phrases(column: str, value: str | None = None) -> str:
    rows = table("forms/data/amounts_qualifiers.csv")
    chosen = [r["phrase"] for r in rows if r[column] and value in (None, r[column])]
    return "|".join(rf"{GAP}".join(map(re.escape, p.split(" "))) for p in sorted(chosen, key=len, reverse=True))


QUALIFIER = guarded(
    rf"(?<!\w)(?P<phrase>{_phrases('approximate')})(?:{GAP}(?:till|på|om|av|med|kring|runt|mellan|från|ett{GAP}belopp{GAP}(?:om|av|på)"
    rf"|en{GAP}(?:summa|kostnad){GAP}(?:om|av|på))){{0,2}}{GAP}{{0,2}}\(?$",
    re.IGNORECASE,
)
BOUNDS = {row["phrase"]: row["bound"] for row in table("forms/data/amounts_qualifiers.csv")}
MOMS = r"(?:moms|mervärdes?skatt|mervardesskatt|mvs)"
VAT_AFTER = re.compile(
    rf"{GAP}{{0,2}},?{GAP}?\(?(?:(?P<excl>exkl\.?|exklusive|exclusive|ex\.?|utan|excl\.?|plus|\+|oräknat)|(?P<incl>inkl\.?|inklusive|incl\.?|med)){GAP}?{MOMS}(?!\w)\)?",
    re.IGNORECASE,
)
VAT_BEFORE = guarded(
    rf"(?:(?P<excl>exkl\.?|exklusive|ex\.?|utan)|(?P<incl>inkl\.?|inklusive)){GAP}?{MOMS}[ ),:]{{0,3}}$", re.I
)


def qualified(before: str) -> tuple[bool, Bound | None]:
    """Whether the words that end `before` make what follows approximate, and a bound."""
    phrase = QUALIFIER.search(before)
    if phrase is None:
        return False, None
    bound = BOUNDS.get(" ".join(phrase["phrase"].casefold().split()), "")
    side: dict[str, Literal["min", "max"]] = {"min": "min", "max": "max"}
    return True, side.get(bound)
