"""Lists and tables of what measures save: "Effektiviseringar", "Beräknade effekter", in a follow-up also "Åtgärder"."""

import re

from pipeline.forms.guard import guarded

# a table of what measures save, not of what something costs
SAVING = guarded(
    r"besparing|inspar|sparförslag|effektivisering|neddragning|handlingsplan|åtgärdspaket"
    r"|(?:beräkn|förvänt|uppskatt)\w+ (?:ekonomisk\w+ )?effekt|effekt\w* av \w*(?:åtgärd|bespar)"
    r"|åtgärder för (?:en )?(?:budget|ekonomi) i balans",
    re.IGNORECASE,
)
_MEASURES = re.compile(
    r"(?:\d+(?:\.\d+)* )?(?:(?:förslag till|föreslagna|vidtagna|planerade|beslutade|ytterligare) )?åtgärder:?",
    re.IGNORECASE,
)
# "Följande åtgärder föreslås för resten av 2022:"
_FOLLOWING = re.compile(
    r"(?:(?:följande|nedanstående|dessa) (?:\w+ )?åtgärder|åtgärderna(?: är)?) ?"
    r"(?:(?:har |som )?(?:föreslås|föreslagits|planeras|vidtas|vidtagits|genomförs|genomförts|beslutats|är beslutade)\b"
    r"|följande)[^.:;]{0,60}:?",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(r"uppföljning|bokslut|prognos|balans|budget|åtgärdsplan|delår|ekonomi|underskott", re.IGNORECASE)
_UNIT = re.compile(r"[\s,]*(?:\([^()]{1,25}\)|i?\s?(?:tkr|mnkr|kronor|kr))[:.\s]*\Z", re.IGNORECASE)
COST = re.compile(r"kostnad|utgift", re.IGNORECASE)


def is_saving(text: str) -> bool:
    """Whether words speak of what is saved, and of no cost beside it."""
    return SAVING.search(text) is not None and COST.search(text) is None


def of_savings(lead: str, title: str) -> bool:
    """Whether a list below this line names what measures save: "Effektiviseringar", in a follow-up also "Åtgärder"."""
    lead = _UNIT.sub("", lead)
    if is_saving(lead):
        return True
    measures = _MEASURES.fullmatch(lead) or _FOLLOWING.fullmatch(lead.strip())
    return measures is not None and _OF_MONEY.search(title) is not None
