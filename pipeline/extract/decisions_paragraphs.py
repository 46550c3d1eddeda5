"""Paragraphs without marks among points: whether each is a point itself, or tells of the matter."""

import re
from collections.abc import Sequence

from pipeline.extract.actions import main_verb
from pipeline.extract.decisions_units import Unit
from pipeline.extract.decisions_words import words
from pipeline.forms.sentences import sentences
from pipeline.memo.memo import Memo

# what a point, a sentence of its own below the att-satser, says
_DECIDES = re.compile(
    r"\b(?:besluta(?:r|s)?\b|avslut|föreslå|uppdra|uppdrag|ska\b|skall\b|bör\b|får\b|juster|gäll|godkän|anta|fastställ|bevilj|anslå|avslå"
    r"|delegera|bemyndiga|utse|överlämna|noter|förklara|upphör|finansiera|anvisa|reserver|protokoll)",
    re.IGNORECASE,
)


def told_below_table(memo: Memo, last: int, rest: Sequence[Unit]) -> bool:
    """Whether what stands below a table, which stands below att-satser alone (the last ends at `last`), tells of the
    table's numbers; then the points are at an end."""
    text = memo.text
    if not any(last <= table.start < rest[0].start for table in memo.tables):
        return False
    said = [words(text, u.content, u.end) for u in rest]
    if any(u.listed or t.lower().startswith("att ") for u, t in zip(rest, said, strict=True)):
        return False
    return len(said[0]) > 40 and any(map(str.isdigit, said[0])) and not any(map(_DECIDES.search, said))


# "Skolnämnden föreslår kommunfullmäktige att skolan läggs ned och att ramen minskas."
_BODY_PROPOSES = re.compile(
    r"[A-ZÅÄÖ][\w, -]{0,60}?(?:nämnden|styrelsen|utskottet|direktionen)\s+(?:föreslår|hemställer(?:\s+hos)?)"
    r"\s+[\w\s,-]{3,60}?\s(?:besluta\s+)?att\s(?:(?!\.\s)[^;:])*\.$"
)


def is_whole(text: str, unit: Unit, following: Unit | None) -> bool:
    """Whether what a body proposes to another is one point among others, whole sentences all of them."""
    if unit.listed or following is None or following.listed:
        return False
    if not _BODY_PROPOSES.match(words(text, unit.content, unit.end)):
        return False
    below = words(text, following.content, following.end)
    verb = main_verb(below) if below[:1].isupper() and below.endswith(".") else None
    return verb is not None and verb.action != "other"


def is_account(said: str) -> bool:
    """A paragraph that tells of the matter, below points without marks: its own heading was lost or read elsewhere."""
    if len(said) < 250 or said.startswith("att "):
        return False
    verb = main_verb(said)
    return (verb is None or verb.action == "other") and len(sentences(said)) > 2


def names_body(said: str) -> bool:
    return len(said) < 90 and said.lower().rstrip(" :.").endswith(("nämnden", "styrelsen", "fullmäktige", "utskottet"))


_BODY_DECIDES = re.compile(
    r"[A-ZÅÄÖ][\w-]*(?: och [\w-]+)?(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen)\s(?:\w+\s){0,2}?"
    r"(?:beslutar|föreslår|föreslås|hemställer|uppdrar|ger)\b"
)


def body_decides(said: str) -> bool:
    """A sentence that begins with the body that decides or proposes."""
    return _BODY_DECIDES.match(said) is not None


def stands_alone(said: str) -> bool:
    """A sentence after a list that is a point itself: it begins with what is decided, and is short."""
    verb = main_verb(said)
    if verb is None or not said.endswith("."):
        return False
    return (verb.start < 90 and len(said) < 260) or body_decides(said)
