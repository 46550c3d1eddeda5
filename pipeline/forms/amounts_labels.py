"""Numbers that a label before them claims: § 112, punkt 3, kvarteret Kvarnen 4. Set straight before a sum they look
like its thousands."""

import re

from pipeline.forms.amounts_numbers import DIGITS, DIGITS_BEFORE, MINUS, SPACE, THREE
from pipeline.forms.amounts_units import GAP

LABEL = re.compile(
    rf"(?:§|(?<!\w)(?:tabell|punkt|punkten|bilaga|nr|nummer|årskurs|åk|kap|kapitel|klass|steg|etapp|zon|sid|sida|sidan|vecka|v|alternativ|mål"
    rf"|\w*grupp|alt|typ|kategori|nivå|konto|objekt|ruta|del|fas|no|pkt|mom|bil|flik|stadium|dag|s|p"
    rf"|prio|prioritet|artikel|avsnitt|not|figur|diagram|rad|hus|rum|lägenhet|väg|riksväg|linje|den|kl|klockan)\.?){GAP}?$",
    re.IGNORECASE,
)
# labels that always have a number of their own
LABELLED = re.compile(
    rf"(?:§|(?<!\w)(?:tabell|punkt|punkten|punkterna|bilaga|nr|nummer|årskurs|åk|kap|kapitel|etapp|zon|sid|sida|sidan|vecka|v|alternativ"
    rf"|prio|prioritet|artikel|avsnitt|not|figur|diagram|rad|riksväg|linje|kl|klockan|dnr|diarienr|mål|lott|paragraf)\.?){GAP}?"
    rf"(?:\d{{1,3}}{GAP}?(?:[,{MINUS}]|och){GAP}?)?$",
    re.IGNORECASE,
)
# a property's number: "kvarteret Kvarnen 3 500 000 kr"
PROPERTY = re.compile(
    rf"(?<!\w)(?:kvarteret|kv\.?|fastigheten|fastighet|tomten|tomt|stadsägan|stg){GAP}(?:[A-ZÅÄÖ][\w-]*{GAP}){{0,2}}$"
)
_DATE = re.compile(rf"(?<!\d)(?:19|20)\d\d[{MINUS}]\d\d[{MINUS}]$")
_SECTION = re.compile(r"(?<![\d-])\d{1,3}(?: ?[a-z])? ?§ $")  # "6 § 1 000 kr": this § has its number before it
_SECTION_LISTED = re.compile(r"(?<!§)§ ?\d{1,3}, $")
_LISTED = re.compile(r"§§|punkterna", re.IGNORECASE)
_SPACE = re.compile(rf"[{SPACE}]")


def past_label(text: str, match: re.Match[str]) -> tuple[re.Match[str], float]:
    """The number without the groups that a label before it claims: "§ 112 810 kr" is 810 kronor, and unsure.

    A label always has its number, so the first group is that; what is left may begin with noughts, and is then none.
    """
    if match["whole"].isdigit():
        return match, 1.0
    start = match.start()
    gap = _SPACE.search(match["whole"])
    before = text[max(0, start - 24) : start]
    label = LABELLED.search(before) if gap is not None else None
    if gap is None or not (label or _DATE.search(before)):
        return match, 1.0
    if label and label[0].endswith(", ") and not _LISTED.search(before):
        return match, 0.9  # "den 12 maj 2005, § 140, 42 000 000 kr": one § has one number
    if _SECTION.search(before):
        return match, 0.6
    rest = DIGITS.match(text, start + gap.end())
    return (rest, 0.4) if rest else (match, 0.4)


_SPACES = frozenset(SPACE)


def trust(match: re.Match[str], before: str) -> float:
    """How much to trust that the number begins where its match begins: digits just before it may belong to it."""
    digits = None
    if before[-1:] in _SPACES and (before[-2:-1].isdigit() or before[-3:-2].isdigit()):
        digits = DIGITS_BEFORE.search(before)
    if digits and _SECTION_LISTED.search(before):
        return 0.95  # "den 12 maj, § 140, 42 000 kr"
    if digits:
        run, grouped = digits["run"], THREE.match(match["whole"]) is not None
        if (len(run) == 4 and 1900 <= int(run) <= 2099) or len(run) in (6, 8) or digits["joined"].endswith(("-", "/")):
            return 0.95
        if digits["stop"]:
            item = digits["stop"] == "." and len(run) < 3 and len(digits[0]) == len(before)  # "1. 500 kr till …"
            return 0.4 if grouped and not item else 1.0
        return 0.35
    if len(match["whole"]) > 3 and not match["whole"].isdigit() and LABEL.search(before):
        return 0.4  # "hus 1 500 kr"
    if not match["whole"].isdigit() and PROPERTY.search(before):
        return 0.4
    return 1.0
