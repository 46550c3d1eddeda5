"""The cues round a date: which words stand before and after it, how near, and what kind of date and place it is."""

import re
from typing import Literal

from pipeline.extract.role_cues import Around, look_after, look_before
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
_JOINED = re.compile(r"f(?<!\w.)[.r]|t(?<!\w.)(?:[.o]|ill och)")  # a part of each of the two, sooner found
_TO = re.compile(r"(?<!\w)(?:t\.? ?o\.? ?m|till och med)(?!\w)\.?")


def round_date(
    left: str,
    right: str,
    precision: Precision,
    dates: tuple[int, int],
    when: When,
    place: str,
    inferred: bool = False,
) -> Around:
    """What stands round a date. left, right: the sentence before and after it in lower case; dates: where in them the
    date before ends and the one after begins, -1 if none; place: the section's kind and the block's."""
    kind = "day" if precision == "day" else "year" if precision == "year" else "part"
    around = Around(
        kind, when, [kind, f"{kind} {when}", f"precision {precision}", f"place {place}", f"{kind} place {place}"], []
    )
    if inferred:
        around.plain.append(f"{kind} inferred")
    crossed = dates[0]
    if crossed >= 0:
        around.plain.append("date before")
    if _JOINED.search(left):
        parts = [left[: max(0, crossed)], left[max(0, crossed) :]]
        parts = [_TO.sub("intill", _FROM.sub("fromom", part)) for part in parts]
        crossed = len(parts[0]) if crossed >= 0 else -1
        left = "".join(parts)
    look_before(left, crossed, around, _LINKS)
    look_after(right, dates[1], around)
    return around
