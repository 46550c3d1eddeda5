"""The first half of a name in the head whose other half stands elsewhere: "Mottagare Barn- och", "ungdomsnämnden"."""

import re

from pipeline.extract.facts import Field
from pipeline.forms.names_tables import words
from pipeline.memo.memo import Memo

_FAR = 250  # characters between the halves, what the columns beside them hold among them
# a line that ends with the first half of a compound, cut in a narrow column, perhaps behind its label
_OPEN_LINE = re.compile(r"(?<![^\s:])((?:[^\W\d_]{3,20}-,? ?){1,3}(?:och|&))[ \t]*$", re.MULTILINE)
_WORN_HALF = re.compile(r"([^\W\d_]{3,})\W{0,3}\s(?:och|oeh|o|&)\s+\Z")  # "barn och", whose hyphen is lost
_NEXT = re.compile(r"\s*(\w+)")
_LINE_BEFORE = re.compile(r"(?:^|\n)[ \t]*([A-ZÅÄÖ]\w+)[ \t]*\n[ \t]*\Z")


def completed(memo: Memo, found: Field) -> Field:
    """The field with its name whole, where its line has only the end of it, printed with a small letter."""
    text, value = memo.text, found.value
    if found.start < 0 or not value or not text[found.start].islower() or "- " in value:
        return found
    low = value[0].lower() + value[1:]
    half = _half_before(text, found) or _half_beside(text, found, low)
    if half:
        return Field(f"{half[0].upper()}{half[1:].lower()} {low}", found.start, found.end, found.confidence)
    # "Sociala / omsorgsnämnden" in a narrow column: the adjective on the line before belongs to it
    before = _LINE_BEFORE.search(text, max(0, found.start - 40), found.start)
    if before and before[1].lower() in words("adjective"):
        return Field(f"{before[1]} {low}", before.start(1), found.end, found.confidence)
    # the line with the rest of the name is lost, or worn, but the text tells it
    whole = re.search(rf"\b([A-ZÅÄÖ]\w+) {re.escape(low)}\b", text)
    if whole and whole[1].lower() in words("adjective"):
        return Field(whole.group(), found.start, found.end, min(found.confidence, 0.7))
    return found


def _half_before(text: str, found: Field) -> str | None:
    """The nearest half above the name that has no other half of its own."""
    if not text[: found.start].rstrip(" \t").endswith("\n"):
        return None
    for half in reversed(list(_OPEN_LINE.finditer(text, max(0, found.start - _FAR), found.start))):
        after = _NEXT.match(text, half.end())
        if after is None or after.start(1) >= found.start or not after[1][0].islower():
            return " ".join(half[1].split())
    return None


def _half_beside(text: str, found: Field, low: str) -> str | None:
    """The half beside the name whose hyphen is lost: "Till barn och utbildningsnämnden".

    That it is one is told by the line, which has nothing else, or by the text elsewhere.
    """
    worn = _WORN_HALF.search(text, max(0, found.start - 40), found.start)
    if worn is None:
        return None
    line = text[text.rfind("\n", 0, worn.start()) + 1 : worn.start()].strip(" :\t").lower()
    stem = worn[1].lower()
    alone = line in ("", "till", "mottagare") and stem in words("stem")
    whole = rf"\b(?:(?i:{stem})-|{stem.capitalize()}) och {re.escape(low)}"
    return f"{stem}- och" if alone or re.search(whole, text) else None
