"""What a point quotes below itself and is none: the sections of rules that it adopts, the words of a statement."""

import re

from pipeline.extract.decisions_joins import SECTION_SIGN
from pipeline.extract.decisions_leads import is_lead, is_stop
from pipeline.extract.decisions_lists import in_list
from pipeline.extract.decisions_paragraphs import stands_alone
from pipeline.extract.decisions_split import is_at_once
from pipeline.extract.decisions_units import Unit
from pipeline.extract.decisions_words import words

_STATEMENT = re.compile(r"\bföljande (?:remiss)?(?:yttrande|svar|uttalande|skrivelse|ställningstagande):$")
_ANNOUNCES = re.compile(r"\b(?:följande|lydelse|ändra|tillägg|enligt|bestämmelser|så att|nedan)|:$")


def of_quoted(text: str, unit: Unit, above: tuple[int, int] | None, lead: str, within: bool) -> bool:
    """Whether a stretch is a section of the rules that the point before adopts, or of the statement that it makes, or
    goes on from one. above: where that point stands, None below a lead-in alone; within: the stretch before was one."""
    if SECTION_SIGN.match(text, unit.content, unit.end):
        return within or _ANNOUNCES.search(text[above[0] : above[1]] if above else lead) is not None
    if in_list(text, unit):
        return False
    if above and _STATEMENT.search(text, max(above[0], above[1] - 40), above[1]):
        return not is_at_once(words(text, unit.content, unit.end))
    if not within:
        return False
    said = words(text, unit.content, unit.end)
    return not (is_lead(said, False, False) or stands_alone(said) or is_at_once(said) or is_stop(said))
