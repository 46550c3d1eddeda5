"""Agendas and calls to meetings: several matters in one paper, each with its heading and its number below it.

    2 Kommunal borgen för båtklubben
    Dnr 2031/KS 0246

A point belongs to the matter that it stands in, and not to the first one of the paper.
"""

import re
from collections.abc import Sequence

from pipeline.extract.facts import DecisionFact
from pipeline.forms.diarienummer import find_diarienummer

# a matter's heading, with its number, over the line that bears its diarienummer
_MATTER = re.compile(
    r"^(?:§ ?)?\d{1,3}\.? (?P<title>[A-ZÅÄÖ][^\n]{3,200})\n+(?:Ärende \d{1,3} )?"
    r"(?P<number>(?:Dnr|DNR|Diarienummer|Diarienr)\b[.:]? ?[^\n]{4,40})$",
    re.MULTILINE,
)
_LABELS = ("\nDnr", "\nDNR", "\nDiarien", "\nÄrende ")


def tell_matters(text: str, points: Sequence[DecisionFact]) -> None:
    """Gives points the diarienummer and the title of the matter that they stand in, where a paper has several."""
    if sum(text.count(label) for label in _LABELS) < 2:
        return
    matters = list(_MATTER.finditer(text))
    if len(matters) < 2:
        return
    for point in points:
        own = next((m for m in reversed(matters) if m.start() < point.start), None)
        if own is None:
            continue
        numbers = find_diarienummer(own["number"])
        point.title = " ".join(own["title"].split())
        point.diarienummer = numbers[0].value if numbers else None
