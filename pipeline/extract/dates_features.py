"""The cues round a date: which words stand before and after it, how near, and what kind of date and place it is."""

import re
from typing import Literal

from pipeline.extract.role_cues import cues_after, cues_before
from pipeline.extract.role_words import evidence
from pipeline.tables import Precision

When = Literal["ahead", "over", ""]
_LINKS = frozenset(
    [
        "den",
        "det",
        "de",
        "på",
        "i",
        "dagen",
        "år",
        "åren",
        "året",
        "månad",
        "månaden",
        "måndag",
        "måndagen",
        "tisdag",
        "tisdagen",
        "onsdag",
        "onsdagen",
        "torsdag",
        "torsdagen",
        "fredag",
        "fredagen",
        "lördag",
        "lördagen",
        "söndag",
        "söndagen",
        "dag",
        "vid",
    ]
)
# "från och med" is one word, so that it is told from "från"
_FROM = re.compile(r"(?<!\w)(?:f\.? ?r\.? ?o\.? ?m|from|från och med)(?!\w)\.?")
_TO = re.compile(r"(?<!\w)(?:t\.? ?o\.? ?m|till och med)(?!\w)\.?")


def cues_of_date(
    left: str,
    right: str,
    precision: Precision,
    dates: tuple[int, int],
    when: When,
    place: str,
    inferred: bool = False,
) -> list[str]:
    """The cues. left, right: the sentence before and after the date in lower case; dates: where in them the date before
    ends and the one after begins, -1 if none; place: the section's kind and the block's."""
    kind = "day" if precision == "day" else "year" if precision == "year" else "part"
    cues = [kind, f"{kind} {when}", f"precision {precision}", f"place {place}", f"{kind} place {place}"]
    if inferred:
        cues.append(f"{kind} inferred")
    parts = [
        _TO.sub("intill", _FROM.sub("fromom", part)) for part in (left[: max(0, dates[0])], left[max(0, dates[0]) :])
    ]
    crossed = len(parts[0]) if dates[0] >= 0 else -1
    if crossed >= 0:
        cues.append("date before")
    cues += cues_before("".join(parts), crossed, kind, when, _LINKS, evidence)
    cues += cues_after(right, dates[1], kind, when, evidence)
    return cues
