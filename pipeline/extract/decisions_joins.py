"""Whether a stretch goes on in the next one: over a line's end, a page break, a mark that was misread."""

import re

from pipeline.extract.actions import main_verb, opens_with_infinitive, opens_with_present
from pipeline.extract.decisions_leads import is_body_name
from pipeline.extract.decisions_split import OF_POINT, OWN_VERBS
from pipeline.extract.decisions_units import Unit
from pipeline.extract.decisions_words import OPENS_ATT
from pipeline.forms.sentences import ends_open
from pipeline.memo.memo import BlockKind

ENDED = re.compile(r"[.!?:;,…][\"”’)\]]*\s*$")

# words that no line of a list ends with
OPEN_END = re.compile(
    r"(?:^|\s)(?:av|om|för|till|med|på|i|från|den|det|de|en|ett|vid|under|inom|enligt|mellan|per|som|är|genom|över|-)$"
)

_WANTS_ATT = re.compile(r"\b(?:förutsättning|i uppdrag|fullmakt|uppdraget|villkor(?:et)?|på så sätt|innebär|så|för)$")

# "att bemyndiga ordföranden": what is to be done comes with the next att
_ASKED = re.compile(
    r"\b(?:bemyndiga|(?:uppdra(?:ga)?|delegera)\s(?:åt|till)|ge\s[^.,;:]{2,60}\s(?:i uppdrag|fullmakt|rätt))\b"
    r"(?:(?!\batt\b)[^.,;:]){2,90}(?<!\boch)(?<!\bsamt)$"
)

# "att till ledamöter välja" and then the names, each on its line
_WANTS_PERSONS = re.compile(
    r"(?:\b(?:välja|utse|väljer|utser|väljs|utses|entlediga|förordna|nämligen)|\([A-ZÅÄÖa-zåäö]{1,4}\),?)$"
)

# a section of rules: "§ 2 Rådet består av …", "3 § Föreskrifterna …"
SECTION_SIGN = re.compile(r"[\"”]?(?:§\s?\d{1,3}(?:\s?[a-z]\b)?|\d{1,3}(?:\s[a-z])?\s?§)[.:]?\s+[\"”]?(?=[A-ZÅÄÖ])")

_PERSON = re.compile(r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+){1,3},? \([A-ZÅÄÖa-zåäö]{1,4}\)")

# "Följande väljs till ersättare:", "att till ombud utse", and each further line of a list that so began
_ELECTS = re.compile(
    r"\b(?:välj(?:a|er|s|es)|uts(?:e|er|es|ågs)|förordna[rs]?|föreslås)\b[^;:]{0,200}?"
    r"(?:(?<=\bvälja)|(?<=\bväljer)|(?<=\bväljs)|(?<=\butse)|(?<=\butser)|(?<=\butses)|:)(?:\s*$|\s*\n)"
)

_NAMED = re.compile(r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+){1,3}(?:,? \([A-ZÅÄÖa-zåäö]{1,4}\))?(?:,|\.?$| och )")

_LEADS_IN = re.compile(r"(?:\bbeslutar?|\bföreslår [\w ,-]{3,80}|\bdel|\bföreslås\b[^.;]{0,160})(?: att)?[\s,:–-]*$")

_OF_POINT = re.compile(rf"att{OF_POINT.pattern}")

_NEXT_BODY = re.compile(r"(?:,|\b(?:samt|och))$")

_OWN_PART = re.compile(r"(?:för|i) (?:egen|sin) del(?: besluta(?:r)?)?(?: att)?[\s:]*$", re.IGNORECASE)

BODY_OPENS = re.compile(r"att\b|samt\b|dels\b|och att\b", re.IGNORECASE)

_TO_DO = re.compile(r"att (?!denna\b|dessa\b)(?:[a-zåäö]+a|se|ge|be|gå|få|stå|bli)\s")


def _is_asked_too(opening: str, closing: str) -> bool:
    """Whether an att-sats is the next of those that a task set above them asks for: "att ge chefen i uppdrag", "att se
    över lokalerna,", "att redovisa detta i maj". What decides by itself is a point of its own."""
    task, _, asked = closing.partition("\n")
    if closing.endswith(".") or not asked.lstrip().startswith(OPENS_ATT):
        return False
    task = task.rstrip(" :")
    if not (_ASKED.search(task) or task.endswith((" i uppdrag", " fullmakt"))):
        return False
    verb = main_verb(opening)
    own = verb is not None and (verb.tense != "inf" or verb.action != "other" or verb.infinitive in OWN_VERBS)
    return not own and _TO_DO.match(opening) is not None


def _is_elected(opening: str, closing: str) -> bool:
    """Whether a line names who is elected, below what says to what: "Till ersättare väljs" and then "Eva Ek (S)"."""
    if not _NAMED.match(opening) or closing.endswith(".") or not _ELECTS.search(closing):
        return False
    return main_verb(opening) is None


def is_misread_mark(text: str, before: Unit, unit: Unit) -> bool:
    """A line that goes on from one that cannot end so, and begins with a speck like a dash: "… ur anslaget till"."""
    opening, closing = text[unit.content : unit.end], text[before.start : before.end]
    return (
        (
            unit.bulleted
            and (before.listed or closing.startswith(OPENS_ATT))
            and opening[:1].islower()
            and not opening.startswith(OPENS_ATT)
        )
        and OPEN_END.search(closing) is not None
        and not opens_with_infinitive(opening)
        and not opens_with_present(opening)
    )


def continues(text: str, before: Unit, unit: Unit) -> bool:
    if before.listed and before.content >= before.end:
        return not unit.listed and unit.kind is not BlockKind.HEADING
    opening = text[unit.start : unit.end]
    words = text[before.content : before.end]
    if words.startswith(OPENS_ATT) and words.endswith(",") and _OF_POINT.match(opening):
        return True  # "att anta taxan, daterad den 15 oktober," and on the next line "att gälla fr.o.m. …"
    if unit.listed or unit.kind is BlockKind.HEADING or before.kind is BlockKind.HEADING:
        return False
    closing = text[before.start : before.end]
    if (
        _NEXT_BODY.search(closing)
        and closing.startswith(OPENS_ATT)
        and (_OWN_PART.match(opening) or is_body_name(opening))
    ):
        return False  # "att godkänna redovisningen, samt" and then "Kommunfullmäktige"
    if _NEXT_BODY.search(closing) and closing.startswith(OPENS_ATT) and opens_with_infinitive(opening):
        return False  # the "att" that stood in the margin was not read: "att sälja fastigheten," and then "anslå …,"
    if opens_with_present(opening) and (is_body_name(closing) or opens_with_present(closing)):
        return False
    if opens_with_infinitive(opening) and opening[:1].islower() and _LEADS_IN.search(closing):
        return False
    if opening and (ends_open(closing) or (_PERSON.match(opening) and _WANTS_PERSONS.search(closing))):
        return True
    if opening.startswith(OPENS_ATT) and (
        _WANTS_ATT.search(closing) or _ASKED.search(closing) or _is_asked_too(opening, closing)
    ):
        return True
    if _is_elected(opening, closing):
        return True
    if not opening or BODY_OPENS.match(opening) or re.search(r"[.!?:;]\s*$", closing):
        return False
    if SECTION_SIGN.match(opening):
        return False
    if opening[0].isdigit() and (closing.startswith(OPENS_ATT) or len(closing) > 50):
        return not ENDED.search(closing)  # "… under tiden 1 juli 1997" and on the next line "31 december 1998,"
    return opening[0].islower() or bool(OPEN_END.search(closing))
