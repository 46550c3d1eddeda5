"""On which side of the memo a day without its year lies, by the words of its sentence.

The governing verb decides: the nearest finite one before the day, else the first one after it in its clause. What
stands right before the day ("i skrivelse den 3 maj", "senast den", "per den") can outdo it or make it mute. The words
are data: `data/dates_direction.csv`.
"""

import re
from typing import Literal, NamedTuple

from pipeline.forms.dates_shadow import Shadow
from pipeline.resources import table


class Way(NamedTuple):
    """The side, and whether that is sure enough to leave the memo's own year for. "either" says that words spoke, but
    for neither side."""

    side: Literal["past", "future", "either"]
    firm: bool = True
    begun: bool = False  # "avtalet ger 2,4 procent från den 1 april" may be said when that day has just passed


_ROWS = table("forms/data/dates_direction.csv")


def words_of(direction: str) -> str:
    """The words that tell one direction, as alternatives of a pattern."""
    return "|".join(row["words"] for row in _ROWS if row["direction"] == direction)


_LINK = r"(?: den| i| under|,)?(?: (?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)?(?: den)? \Z"
_NEAR = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{name}>{words_of(name + ' near')})" for name in ("document", "past", "either", "until", "latest"))
    + rf"|(?P<from_>{words_of('from near')})){_LINK}"
)
_VERB = re.compile(rf"(?<![\w-])(?:(?P<future>{words_of('future')})|(?P<past>{words_of('past')}))(?![\w-])")
_WEAK = re.compile(rf"(?<![\w-])(?:(?P<future>{words_of('weak future')})|(?P<past>{words_of('weak past')}))(?![\w-])")
# "det planerade mötet", "nämndens beslutade taxa": a participle before its noun is no verb
_ATTRIBUTE = re.compile(
    r"(?:(?<!\w)(?:den|det|de|en|ett|dess|deras|sin|sitt|sina|\d+)|(?:ens|ets|nas)|(?<!\w)(?:vara|är|bli|blir)) \Z"
)
_BY_PAPER = re.compile(r"(?<!\w)(?:enligt|genom|i|av|från|med|vid|se|jfr|per)(?: \w+)? \Z")
# "har översänt förslaget för yttrande senast den 15 september": what is sent is over, the answer is not
_ANSWER = re.compile(
    r"(?:för|om|begärt|begär|önskar) (?:yttrande|svar|synpunkter|remissvar|återkoppling|redovisning),? \Z"
)
_CONDITION = re.compile(r" om (?:[^,;]* )?har [^,;]*\Z")
# one way in, a plain character, so that `re` passes all others quickly
_SENTENCE = re.compile(r"[.!?:\n\t;](?:(?<=[\t;])|(?<=\n)\n|(?<=[\w)%][.!?:])(?=\s+[A-ZÅÄÖ§]))")
_RELATIVE = re.compile(r", (?:som|vilket|vilka|vilken|varav|där|så att) ")
_CLAUSE = re.compile(r"[,;]| (?:att|som|om|då|när|men|medan|varav|vilket|och|samt) ")
# what begins a main clause of its own behind the day: "senast den 6 november, och myndigheten har utlovat besked"
_NEXT_MAIN = re.compile(r"[,;] (?:och|men|medan|eftersom|varför|sedan|innan) ")
# "skedde den 8 augusti och rådet behandlar ärendet den 26 augusti": a clause with a subject and a verb of its own
_COORDINATE = re.compile(r"(?:;|,? (?:och|men|medan))(?: (?!att |som |om |när |där |då |och )[^\s,;]+){1,6} \Z")
# "samråd hålls i Tierp den 24 september, där två föreningar deltog": what is told of the day is over
_THERE = re.compile(r",? (?:där|då|varvid|varefter) ")
_BACK, _ON, _STRAIGHT = 260, 160, 56


def direction_of(text: str, shadow: Shadow, start: int, end: int) -> Way | None:
    """The side of the memo that text[start:end] lies on; None where the sentence is mute."""
    begin = max(0, start - _BACK)
    for stop in _SENTENCE.finditer(text, begin, start):
        begin = stop.end()
    close = _SENTENCE.search(text, end, end + _ON)
    finish = close.start() if close else end + _ON
    near = _NEAR.search(shadow, max(begin, start - _STRAIGHT), start)
    if near is not None and near.lastgroup in ("past", "either"):
        return Way("past") if near.lastgroup == "past" else Way("either")
    upto = near.start() if near else start
    verb, embedded = _verb_before(shadow, begin, upto)
    if verb is None:
        verb = _verb_after(shadow, end, finish)
    if near is not None and near.lastgroup is not None:
        return _with_near(near.lastgroup, shadow[begin:upto], verb, embedded)
    if verb == "past" and not embedded and near is None and _taken_over(shadow, begin, start):
        return Way("future", False)
    there = _THERE.match(shadow, end) if verb == "future" else None
    if there is not None and _verb_after(shadow, there.end(), finish) == "past":
        return Way("either")
    if verb is not None:
        return Way(verb) if not embedded or verb == "future" else Way("either")
    return _weak(shadow, begin, start, end, finish)


def _with_near(name: str, before: str, verb: Literal["past", "future"] | None, embedded: bool) -> Way | None:
    if name == "document":
        if verb == "future" and not _BY_PAPER.search(before):
            return Way("future")
        return Way("past", verb == "past" or bool(_BY_PAPER.search(before)) or not before.strip())
    if name == "latest" and _ANSWER.search(before):
        return Way("future", False)
    if verb == "past":
        if embedded:
            return Way("either")
        if name == "latest" and _CONDITION.search(before):
            return Way("future")  # "ska återbetalas om de inte har använts senast den 30 juni"
        return Way("either") if name == "until" else Way("past")
    return Way("future", verb == "future" or name in ("latest", "from_"), name == "from_" and verb is None)


def _verb_before(shadow: Shadow, begin: int, end: int) -> tuple[Literal["past", "future"] | None, bool]:
    """The tense of the last finite verb of shadow[begin:end], and whether an att parts it from the end."""
    for match in reversed(list(_VERB.finditer(shadow, begin, end))):
        if _ATTRIBUTE.search(shadow, max(begin, match.start() - 12), match.start()):
            continue
        embedded = " att " in shadow[match.end() : end]
        return ("past" if match.lastgroup == "past" else "future"), embedded
    return None, False


def _taken_over(shadow: Shadow, begin: int, start: int) -> bool:
    """Whether a clause in the present tense has begun after the past one and before the day."""
    found = list(_WEAK.finditer(shadow, begin, start))
    weak = found[-1] if found else None
    if weak is None or weak.lastgroup != "future" or " att " in shadow[weak.end() : start]:
        return False
    link = _COORDINATE.search(shadow, max(begin, weak.start() - 90), weak.start())
    return link is not None and _VERB.search(shadow, link.start(), start) is None


def _verb_after(shadow: Shadow, begin: int, end: int) -> Literal["past", "future"] | None:
    """The tense of the first finite verb of the clause that goes on after the day."""
    for match in _VERB.finditer(shadow, begin, end):
        if _RELATIVE.search(shadow, begin, match.start()):
            return None  # "branden i juli, som beräknas kosta": what is told of it further on is another time's
        clause = _CLAUSE.search(shadow, begin, match.start())
        if _NEXT_MAIN.match(shadow, begin):
            return None
        if clause is not None and clause.group() != "," and match.start() - begin > 12:
            return None
        if not _ATTRIBUTE.search(shadow, max(begin, match.start() - 12), match.start()):
            return "past" if match.lastgroup == "past" else "future"
    return None


def _weak(shadow: Shadow, begin: int, start: int, end: int, finish: int) -> Way | None:
    relative = _RELATIVE.search(shadow, end, finish)
    after = finish if relative is None else relative.start()
    found = list(_WEAK.finditer(shadow, begin, start))[-1:] or list(_WEAK.finditer(shadow, end, after))[:1]
    if not found:
        return None
    return Way("past" if found[0].lastgroup == "past" else "future", firm=False)
