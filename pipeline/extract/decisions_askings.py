"""Lead-ins that only what stands below tells: a body's bare name, what asks for the next stretch, an item's end."""

import re

from pipeline.extract.actions import fold, opens_with_infinitive, opens_with_present
from pipeline.extract.decisions_leads import is_body_name, is_lead
from pipeline.extract.decisions_units import Unit
from pipeline.extract.decisions_words import OPENS_ATT, words
from pipeline.forms.sentences import sentences

# a numbered point that its sub-points complete: "ge direktören i uppdrag att"
OPEN = re.compile(r"\b(?:att|följande|enligt|för|om|av|dels|med)$", re.IGNORECASE)
# or one that only says who is asked: "att uppdra åt förvaltningen"
OPENS = re.compile(
    rf"{OPEN.pattern}|^att (?:uppdra (?:åt|till)|bemyndiga) (?:(?!\batt\b)[^,.;:]){{3,80}}$|"
    r"^att ge (?:(?!\batt\b)[^,.;:]){3,80} i uppdrag$",
    re.IGNORECASE,
)


def heads_verbs(text: str, unit: Unit, following: Unit | None) -> bool:
    """A body's bare name, or two, above its points: "Kommunfullmäktige" and then "1. Avtalet godkänns", "Nämnd för
    trafik" and then "godkänner avtalet"."""
    if unit.listed or following is None:
        return False
    said = words(text, unit.content, unit.end)
    if following.listed and len(said) < 120:
        names = re.split(r"\s+(?:och|samt|respektive)\s+", re.sub(r"^I\s+", "", said))
        if len(names) < 3 and all(is_body_name(name[:1].upper() + name[1:]) for name in names):
            return True
        if is_body_that_does(said):
            return True
    below = words(text, following.content, following.end)
    return is_body_name(said) and (below.startswith(OPENS_ATT) or opens_with_present(below))


_DOES = re.compile(r"\s(?:utser|väljer|förordnar|beviljar|godkänner|antar|fastställer|avslår|entledigar)[:\s]*$")


def is_body_that_does(said: str) -> bool:
    """A lead-in that says who does what to each item of a list: "Kommunfullmäktige utser"."""
    does = _DOES.search(said)
    return does is not None and is_body_name(said[: does.start()])


_ASKS = re.compile(
    r"\b(?:besluta[rs]?|tillstyrka[rs]?|rekommendera[rs]?|forordar?|hemstall(?:a|er|es)|foresla[rs]?|anhalla|begara?)\b"
    r"(?:[^.;:]{0,200})?$"
)
_ASKS_FOR = re.compile(
    r"\b(?:foreslas|foreslar|hemstaller|hemstalles|beslutar?)\b.*"
    r"\b(?:begara|anhalla|aska|hemstalla|foresla|rekommendera|tillstyrka)$"
)
_ENDS_ASKING = re.compile(
    r"(?:\batt|\bdels|,|"
    r"\b(?:besluta[rs]?|(?:for|i) (?:egen|sin) del|folj\w+|\w*(?:namnden|styrelsen|fullmaktige)))$"
)


def asks(text: str, unit: Unit, following: Unit | None) -> bool:
    """A lead-in that asks for what the next stretch begins with, in a list or not: "… föreslås tillstyrka att" and
    then clauses, "För egen del föreslås styrelsen, under förutsättning …," and then "ge chefen i uppdrag …"."""
    if unit.listed or following is None:
        return False
    said = fold(words(text, unit.content, unit.end)).rstrip(" :–-")
    first = words(text, following.content, following.end)
    if len(said) < 300 and first.startswith(OPENS_ATT) and _ASKS_FOR.search(said):
        return True
    if len(said) > 300 or not _ASKS.search(said) or not _ENDS_ASKING.search(said):
        return False
    if following.listed or opens_with_infinitive(first):
        return said.endswith((" att", " dels")) or (first[:1].islower() and opens_with_infinitive(first))
    return False


_TASK_TO_DO = re.compile(
    r"\b(?:i uppdrag|(?:uppdra(?:ga)? (?:åt|till)|bemyndiga) (?:(?!\batt\b)[^.,;:]){3,90}) att\b"
    r"[^.,;:]{0,120}$"
)


def asks_items(text: str, unit: Unit, following: Unit | None) -> bool:
    """Whether the items below say what an att-sats asks for: "att ge chefen i uppdrag att i samråd med facket" and then
    "• göra en översyn"."""
    if unit.listed or following is None or not following.listed or not text.startswith(OPENS_ATT, unit.content):
        return False
    below = text[following.content : following.content + 60]
    return opens_with_infinitive(below) and _TASK_TO_DO.search(text, unit.content, unit.end) is not None


# "… för kommunerna och att kommunstyrelsen föreslår kommunfullmäktige besluta": the next points' lead-in
_NEXT_LEAD = re.compile(
    r"(?:[,;]\s+|\s+(?=och\b|samt\b|dels\b))(?P<lead>(?:(?:och|samt|dels)\s+)?att\s+(?:(?!\batt\b)[^.,;:]){3,90}?\b(?:beslutar?|föresl[åa]r?|foreslar?|hemställ(?:a|er|es))\b"
    r"(?:[^.,;:]{0,90}?\bbesluta|\s+(?:för|i)\s+(?:egen|sin)\s+del"
    # "samt att socialnämnden föreslår att kommunfullmäktige"
    r"|\s+att\s+(?:[\w-]+\s){0,3}?[\w-]*(?:nämnden|styrelsen|fullmäktige|direktionen))?(?:\s+att)?)[\s:–-]*$"
)

# "att avslå begäran och föreslår kommunfullmäktige besluta", "… samt för egen del beslutar"
_AND_LEAD = re.compile(
    r"(?:[,;]\s+|\s+)(?P<lead>(?:och|samt|dels)\s+(?:(?:för|i)\s+(?:egen|sin)\s+del(?:\s+|,\s+(?:under\s+förutsättning\b[^.;:]{5,140}?,\s+)?)|vidare\s+|dessutom\s+|dels\s+)?"
    r"(?:(?:föreslår?|hemställer(?:\s+hos)?|hemställa(?:\s+hos)?|rekommenderar?|hos)\s[^.,;:]{3,90}?"
    r"(?:\bbeslutar?|\bhemställ(?:a|er|es)|fullmäktige|styrelsen|nämnden|direktionen)|(?:beslutar?|föreslås)(?:\s+besluta)?"
    r"(?:\s+(?:för|i)\s+(?:egen|sin)\s+del)?)(?:\s+att)?)[\s:–-]*$"
)


_OWN_PART_END = re.compile(r",\s+(?:samt|och)\s+(?P<lead>(?:för|i)\s+(?:egen|sin)\s+del)[\s:]*$")


def lead_at_end(text: str, unit: Unit) -> tuple[int, int] | None:
    """The lead-in of the next points that ran into an item: "… 2026. Nämnden beslutar för egen del", "… och att
    kommunstyrelsen föreslår kommunfullmäktige besluta"."""
    last = _NEXT_LEAD.search(text, max(unit.content + 12, unit.end - 240), unit.end)
    last = last or _AND_LEAD.search(text, max(unit.content + 12, unit.end - 160), unit.end)
    last = last or _OWN_PART_END.search(text, max(unit.content + 12, unit.end - 40), unit.end)
    if last and OPEN.search(text[unit.content : last.start()]) is None:
        return last.start("lead"), last.end("lead")
    parts = sentences(text[unit.content : unit.end])
    if len(parts) < 2:
        return None
    start, end = (unit.content + offset for offset in parts[-1])
    return (start, end) if is_lead(words(text, start, end), False, True) else None
