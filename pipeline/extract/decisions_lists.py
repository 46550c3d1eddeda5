"""Lists of points: whether a stretch is in one, a part of the item above it, or the last whose number was read."""

import re
from collections.abc import Sequence

from pipeline.extract.actions import main_verb, opens_with_infinitive
from pipeline.extract.decisions_leads import is_lead
from pipeline.extract.decisions_split import is_at_once
from pipeline.extract.decisions_units import Unit
from pipeline.extract.decisions_words import OPENS_ATT, words
from pipeline.memo.memo import BlockKind, Memo
from pipeline.read.page import ReadAs

ATT_SATS = re.compile(r"(?:(?:dels|samt)(?: ock| och)? )?att,?\s", re.IGNORECASE)


def in_list(text: str, unit: Unit) -> bool:
    return unit.listed or ATT_SATS.match(text, unit.content, unit.content + 16) is not None


def has_inner_mark(memo: Memo, stretch: Sequence[Unit], number: int) -> bool:
    """Whether a printed item is a point's part by its mark: "–" below "•", where the list goes on with "•"."""
    if memo.read_as != {ReadAs.DIGITAL}:
        return False  # an OCR takes one mark for another
    marks = [memo.text[u.start] if u.bulleted and u.start < u.content else "" for u in stretch[: number + 1]]
    return marks[-1] in ("–", "-", "o", "○", "◦") and "•" in marks[:-1] and marks[-2] != ""


def counts_on(one: str, two: str | None) -> bool:
    return two is not None and two.isdigit() and int(two) == int(one) + 1


def between_numbers(text: str, stretch: Sequence[Unit], number: int) -> bool:
    """Whether a stretch without mark stands between two items of a list that count on, so that none was lost."""
    if in_list(text, stretch[number]):
        return False
    above = next((u.number for u in reversed(stretch[:number]) if u.listed), None)
    below = next((u.number for u in stretch[number + 1 :] if u.listed), None)
    return above is not None and above.isdigit() and counts_on(above, below)


def is_below(text: str, parent: Unit, unit: Unit) -> bool:
    """Whether an item is a sub-point of the point before it that ends in a colon."""
    if not parent.listed:
        return True
    if parent.number is None and unit.number is None and text.startswith(OPENS_ATT, parent.content):
        return not text.startswith((*OPENS_ATT, "samt att ", "dels att "), unit.content)
    if parent.number is not None and unit.number is not None:
        return parent.number.isdigit() != unit.number.isdigit() or "." in unit.number
    return parent.number is not None


def completes(text: str, parent: Unit, unit: Unit) -> bool:
    """Whether a bulleted item says what the one above leaves open: "• Nämnden ges i uppdrag att", "– ta fram mål"."""
    if (
        parent.number is not None
        or unit.number is not None
        or not text.endswith((" att", " att:"), parent.start, parent.end)
    ):
        return False
    if not opens_with_infinitive(words(text, unit.content, unit.end)):
        return False
    other = text[unit.start : unit.content].strip() != text[parent.start : parent.content].strip()
    return other or not opens_with_infinitive(words(text, parent.content, parent.end))


def fills_list(text: str, parent: Unit, unit: Unit) -> bool:
    """Whether a line says what the point above gives in a list: "… enligt följande:", "Höstterminen: 18 augusti–18
    december." It has a figure and no verb of its own."""
    if unit.listed or unit.kind not in (BlockKind.PARAGRAPH, BlockKind.LINES) or not text.endswith(":", 0, parent.end):
        return False
    said = words(text, unit.content, unit.end)
    if len(said) > 160 or not any(map(str.isdigit, said)) or ATT_SATS.match(said) or is_lead(said, False, False):
        return False
    return main_verb(said) is None and not is_at_once(said)


_LETTER = re.compile(r"[a-k]")


def next_lost(stretch: list[Unit], number: int) -> bool:
    """Whether the number after a point's is missing from its list: those of the next ones were perhaps not read."""
    own = stretch[number].number
    if own is None:
        return False
    later = next((u.number for u in stretch[number + 1 :] if u.number is not None), None)
    if _LETTER.fullmatch(own):  # "b)" and then "d)"
        return later is not None and _LETTER.fullmatch(later) is not None and ord(later) > ord(own) + 1
    if not own.isdigit():
        return False
    if later is None or not later.isdigit() or int(later) <= int(own):
        return own == "1"
    return int(later) > int(own) + 1
