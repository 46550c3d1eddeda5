"""Earlier decisions that a text refers back to: "Kommunfullmäktige beslutade den 11 maj 2020 § 78 att …"."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.actions import STATING, TOLD, Verb, find_verbs, fold
from pipeline.extract.decisions_again import agent_of, also_by, by_another, in_one_breath, told_with
from pipeline.extract.decisions_anchors import Anchor, anchors
from pipeline.extract.decisions_bodies import Body, Context, find_bodies
from pipeline.extract.decisions_dated import does_itself, is_coming, is_dated, is_handed_in, is_own_word, iso
from pipeline.extract.decisions_details import assignee, effect
from pipeline.extract.decisions_how import CLAUSE, NOUN, How, how_decided, says
from pipeline.extract.decisions_stretches import board_before, stretches
from pipeline.extract.decisions_who import DECIDED, Sentence, body_of, by_officer
from pipeline.extract.decisions_words import words
from pipeline.extract.facts import DateFact, DecisionFact, Facts
from pipeline.forms.names import find_names
from pipeline.memo.memo import Memo
from pipeline.read.page import ReadAs

# a body's statement on a day, told in the present: "avstyrker i yttrande den 18 april"
_STATED = re.compile(
    r"\s*(?:\S+\s+){0,4}?i\s+(?:sitt\s+|ett\s+|sin\s+)?(?:\w*yttrande|\w*svar|beslut|skrivelse|brev)\b"
)
_AGREEING = frozenset(("godkänna", "anta"))  # what an association that is a party to a matter does
_SAME_DAY = re.compile(r"\b(?:samma|nämnda) (?:sammantrade|mote|dag|datum|tillfalle)\b")
_BEFORE_DATE = re.compile(r"[\s,(]{0,3}(?:\b(?:[Dd]en|[Ii])\s{0,2})?$")
_AFTER_DATE = re.compile(r"^(?:\s*(?:p\.?|pkt|punkt(?:en)?)\s?\d{1,2}\b)?[,)\]]*")
_MARK = re.compile(r"[§$]|\bpar(?:agraf|\.)|[85S&] \d{1,3} ?\/")
# wherever a stretch may begin; one way in, a plain character, so that `re` passes all others quickly
_MAY_MARK = re.compile(r"[§$p85S&](?:(?<=[§$])|(?<=p)ar(?:agraf|\.)|(?<=[85S&]) \d{1,3} ?\/)")
MOST = 40  # dates and § in one sentence; what has more is a list or no text


def find_earlier(memo: Memo, facts: Facts, context: Context, points: Sequence[DecisionFact]) -> list[DecisionFact]:
    """The earlier decisions, in reading order; each once. Sets the role of their dates to `decision`."""
    found: list[DecisionFact] = []
    seen: set[tuple[str | None, str | None, str | None]] = set()
    day = facts.head.day
    misread = memo.read_as != {ReadAs.DIGITAL}
    delegated = "elegation" in memo.text
    # what "nämnden" stands for in a text written to no nämnd: the one named before
    elsewhere = context.board is not None and context.board.endswith(("styrelsen", "fullmäktige", "irektionen"))
    marked = sorted([d.start for d in facts.dates] + [m.start() for m in _MAY_MARK.finditer(memo.text)])
    for start, end, within in stretches(memo, points, marked):
        dates = [d for d in facts.dates if start <= d.start and d.end <= end]
        if not dates and not _MARK.search(memo.text[start:end]):
            continue
        marks = anchors(memo.text, start, end, dates, misread)
        if not marks:
            continue
        own = replace(context, nearest=board_before(memo.text, start, end)) if elsewhere else context
        sentence = _read(memo.text, start, end, marks[:MOST], own, delegated)
        if sentence is None:
            continue
        opened = start
        last: DecisionFact | None = None  # the one told just before in the same sentence
        for number, anchor in enumerate(sentence.anchors):
            fact = _decision(memo, sentence, number, opened, context, day, within, last)
            other = also_by(memo.text, sentence, number) if fact is None and last is not None else None
            if other is not None and last is not None:
                fact = replace(
                    last, body=other.name, date=iso(anchor.date) if anchor.date else None, paragraph=anchor.paragraph
                )
            elif fact is None and last is not None and told_with(memo.text, sentence, number):
                fact = replace(last, date=iso(anchor.date) if anchor.date else None, paragraph=anchor.paragraph)
            elif (
                fact is not None and last is not None and fact.action == "other" and by_another(sentence, last, number)
            ):
                fact.action = last.action
            if fact is not None or anchor.paragraph:
                opened = anchor.end
            if fact is not None and last is not None and in_one_breath(memo.text, sentence, number, last, fact):
                last.action = fact.action
            last = fact
            if fact is None:
                continue
            if anchor.date is not None and anchor.date.role in ("other", "event", "reference"):
                anchor.date.role = "decision"
            if anchor.date is None and found and _same_but_paragraph(found[-1], fact):
                before = found.pop()
                fact.action = (
                    before.action if fact.action == "other" else fact.action
                )  # "Den 14 december 2015 beslutade fullmäktige (§ 201)": the day has its § behind it
            if fact.paragraph and fact.date is None:
                if found and _SAME_DAY.search(fold(fact.text)):
                    fact.date = found[-1].date
                elif found and number and _in_brackets(memo.text, sentence, number) and found[-1].start == fact.start:
                    # "beslöt vid sammanträdet i mars om anställningsstopp (§ 27)": told with its day before
                    found[-1].paragraph = fact.paragraph
                    continue
            if not _again(seen, fact):
                found.append(fact)
                if within is None and len(dates) > 1:
                    _tell_effect(memo.text, sentence, number, dates, fact)
    return _without_repeats(found)


# "Taxan antogs 2003-12-09 och gäller sedan den 1 januari 2004", "… och löper ut den 30 april"
_HOLDS = re.compile(r"\b(?:(?P<since>(?:gäller|gällt|gällde) sedan)|(?:löper|löpte|gick|går) ut) (?:den )?$")


def _tell_effect(text: str, sentence: Sentence, number: int, dates: Sequence[DateFact], fact: DecisionFact) -> None:
    """Fills from when and to when a decision holds: "beslöt den 3 maj att avgiften höjs fr.o.m. den 1 juli"."""
    own = sentence.anchors[number]
    others = [a for a in sentence.anchors if a is not own and (a.paragraph or (a.date and a.date.role == "decision"))]
    if others:
        return  # which of them it belongs to is not told
    rest = [d for d in dates if d is not own.date]
    begins, ends = effect(text, sentence.start, sentence.end, rest)
    for date in rest:
        holds = _HOLDS.search(text, sentence.start, date.start)
        if holds is not None and holds["since"]:
            begins = begins or date.date_from
        elif holds is not None:
            ends = ends or date.date_to
    fact.effective_from, fact.effective_to = begins, ends


_MATTER = re.compile(
    r"(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,7}(?:[ /-]?[Aa][Uu])?\s)?§\s?\d{1,4}(?:/\d{2,4})?"
    r"\.?(?:$|\s+)(?:$|\(?(?:forts(?:\.|ättning)?)\)?|(?:[Dd]nr|[Dd]iarienr)\b.{0,40})"
)
# a section of rules that the text cites or adopts: "§ 2 Rådet leds av kommunstyrelsens ordförande."
_OWN_SECTION = re.compile(r"\s*[\"”]?(?:§\s?\d{1,3}(?:\s?[a-z]\b)?|\d{1,3}(?:\s[a-z])?\s?§)[.:]?\s+(?=[A-ZÅÄÖ])")
_SEE = re.compile(r"\b(?:enligt|i|av|till|jfr|se|från)\s+$", re.IGNORECASE)
_NOT_ITS_DAY = re.compile(
    r"\b(?:från|till|senast|per|inför|för|efter|före|tom|t\.o\.m\.)\s+(?:den\s+)?$", re.IGNORECASE
)
# "Motionen lämnades in den 25 mars 2024 och remitterades av fullmäktige, § 41"
_CAME = re.compile(r"\b(?:lämnade?s? in|inlämnade?s?|inkom|kom in|väckte?s?|daterad|ingavs?)\b")
_OF_DAY = re.compile(r"\b(?:av|från)\s+(?:den\s+)?$")


def _day_before(text: str, sentence: Sentence, number: int) -> str | None:
    """The day of a bare §, where the sentence names one before it and no other: "har 2 september tecknat …, § 123"."""
    if number != 1 or len(sentence.anchors) != 2:
        return None
    before, anchor = sentence.anchors
    if before.date is None or before.paragraph is not None or before.date.precision != "day" or anchor.date is not None:
        return None
    if (
        _NOT_ITS_DAY.search(text[sentence.start : before.start])
        or _CAME.search(text, sentence.start, before.start)
        or CLAUSE.search(text[before.end : anchor.start])
    ):
        return None
    return iso(before.date)


_AND_THEN = re.compile(r"[\s,)]{1,3}(?:och|samt|men)\s")


def _same_but_paragraph(one: DecisionFact, two: DecisionFact) -> bool:
    """Whether the second tells of the first once more, with its §."""
    same = (one.start, one.date, one.body) == (two.start, two.date, two.body)
    return same and one.paragraph is None and two.paragraph is not None


def _in_brackets(text: str, sentence: Sentence, number: int) -> bool:
    """Whether a bare § stands in brackets after a day that has none."""
    before, anchor = sentence.anchors[number - 1 : number + 1]
    told = before.date is not None and before.paragraph is None and anchor.date is None
    return told and text[: anchor.start].rstrip().endswith("(") and not CLAUSE.search(text[before.end : anchor.start])


def _without_repeats(found: list[DecisionFact]) -> list[DecisionFact]:
    """Leaves out a § without a date that stands with one elsewhere in the memo."""
    dated = {f.paragraph for f in found if f.paragraph and f.date}
    return [f for f in found if f.date or f.paragraph not in dated]


def _again(seen: set[tuple[str | None, str | None, str | None]], fact: DecisionFact) -> bool:
    """Whether the decision was named before: with the same § and date, or the same date and body without §."""
    key = (fact.date, fact.paragraph, None if fact.paragraph else fact.body)
    if key in seen:
        return True
    seen.add(key)
    if fact.paragraph and fact.date:
        seen.add((fact.date, None, fact.body))
    return False


# what an officer does by delegation: "Stadsdirektören tecknade den 18 augusti avtal med …"
_ACTS = frozenset(("teckna", "underteckna", "avge", "lämna", "hyra", "köpa", "sälja", "anställa", "upplåta"))


_LISTED = re.compile(r"(?:[\d.:/ A-ZÅÄÖ-]{0,28}[–-]?\s*)?§")


def _only_lists(stretch: str, marks: Sequence[Anchor]) -> bool:
    """Whether a line is an entry of a list, a table of contents or of papers that came in: it says of no day, and no
    verb says that anything was done: "§ 67 2031.142 KS Revidering av riktlinjer", "Delegationsbeslut 2031"."""
    if any(m.date is not None and m.date.precision == "day" for m in marks):
        return False
    if not any(m.paragraph for m in marks):
        return all(m.date is not None and m.date.precision == "year" for m in marks) and not find_verbs(stretch)
    words = stretch.split()
    alone = len(words) < 8 or _LISTED.match(stretch) is not None or words[-1].rstrip(":").isupper()
    return (alone and not any(v.tense == "pres" for v in find_verbs(stretch))) or bool(_OF_MATTER.search(stretch))


# the number of a matter right behind its §: "§ 69 2031.112 KS"
_OF_MATTER = re.compile(
    r"§ ?\d{1,3} (?:(?:19|20)\d\d[.:/-]\d{1,5}|[A-ZÅÄÖ]{2,4}[ /-]?(?:19|20)\d\d[/:.-]\d{1,5})(?!\d)"
)


def _read(
    text: str, start: int, end: int, marks: Sequence[Anchor], context: Context, delegated: bool = False
) -> Sentence | None:
    """What a sentence with these anchors holds, None where nothing in it says that something was decided.

    delegated: whether the memo speaks of delegation, so that what an officer did may be a decision.
    """
    stretch = text[start:end]
    if _MATTER.fullmatch(stretch.strip()):
        return None  # the matter's own §, on its next page
    section = _OWN_SECTION.match(stretch)
    verbs = tuple(
        Verb(v.start + start, v.end + start, v.infinitive, v.action, v.tense, v.passive)
        for v in find_verbs(stretch, told=True)
        if v.tense in TOLD or (v.infinitive in STATING and _STATED.match(stretch, v.end))
    )
    if section and not verbs and not any(m.date for m in marks):
        return None
    if not verbs and stretch.rstrip()[-1:] not in ".!?:" and _only_lists(stretch, marks):
        return None
    if not any(m.paragraph for m in marks) and not any(
        says(v) in ("strong", "own") or v.infinitive == "behandla" or (delegated and v.infinitive in _ACTS)
        for v in verbs
    ):
        folded = fold(stretch)
        if not DECIDED.search(folded) and not NOUN.search(folded):
            return None
    bodies = tuple(
        Body(b.start + start, b.end + start, b.name, b.genitive, b.sure)
        for b in find_bodies(stretch, context, authorities=True)
    )
    return Sentence(start, end, tuple(marks), bodies, verbs)


def _decision(
    memo: Memo,
    sentence: Sentence,
    number: int,
    opened: int,
    context: Context,
    day: dt.date | None,
    within: DecisionFact | None,
    last: DecisionFact | None = None,
) -> DecisionFact | None:
    text = memo.text
    anchor = sentence.anchors[number]
    date = anchor.date
    if date is not None and (
        day is not None and (date.date_from > day or (date.date_from == day and not anchor.paragraph))
    ):
        return None
    if (
        date is not None
        and anchor.paragraph is None
        and any(a.paragraph and a.date and date.date_from <= a.date.date_from <= date.date_to for a in sentence.anchors)
    ):
        return None  # the same decision, named with its § in the same sentence
    # a year or a period in between ("budget för 2018") does not part the verb from its date
    later = (a.start for a in sentence.anchors[number + 1 :] if a.paragraph or (a.date and a.date.precision == "day"))
    closed = next(later, sentence.end)
    how = how_decided(text, sentence, anchor, opened, closed)
    told = within is not None or (date is not None and date.precision == "day" and anchor.paragraph is not None)
    if how is None and told and _OF_DAY.search(text[max(opened, anchor.start - 12) : anchor.start]):
        how = How(anchor.start, anchor.end, "other", False, False)  # "Ägardirektiven av den 30 mars 2009, § 77, upphör"
    by_decision = _BY_DECISION.search(text, opened, anchor.start) is not None
    if how is not None and how.verb in _TELLS and anchor.paragraph is None and not by_decision:
        if _only_tells(text, how, anchor):
            return None  # what a letter tells: "har i brev den 4 maj meddelat att"
    elif how is not None and by_decision:
        how = replace(how, strong=True)
    body = body_of(text, sentence, anchor, opened) or _delegating(text, sentence, context)
    if body is None and how is not None and how.verb in STATING | _AGREEING and not how.passive:
        body = _office(text, sentence, how)
    if body is None and how is not None and how.passive and how.end < anchor.start:
        body = agent_of(text, how.end, anchor.start)
    before = sentence.anchors[number - 1].end if number and last is not None else -1
    told_again = how is not None and (how.passive or how.verb in _REVISES)
    told_again = told_again and how is not None and (how.strong or anchor.paragraph is not None)
    then = told_again and how is not None and before <= how.start < anchor.start
    if body is None and last is not None and last.body and then and _AND_THEN.match(text, before):
        # "antogs av fullmäktige 1997-06-17, § 74, och ändrades senast i december 1999"
        body = Body(sentence.start, sentence.start, last.body, False, sure=False)
    if how is not None and how.verb in _ACTS and body is not None and by_officer(body) and "elegation" in text:
        how = replace(how, strong=True)
    if how is not None and not how.strong and body is not None and date is not None and does_itself(how, body, date):
        how = replace(how, strong=True)
    if anchor.paragraph is None:
        if how is None or not how.strong or date is None or not is_dated(text, sentence, anchor, how):
            return None
        if how.verb in ("behandla", "motsätta") and body is not None and body.name.endswith(("råd", "rådet")):
            return None  # a council that only gives advice decides nothing
        if how.verb == "lämna" and _INFORMS.match(text, how.start, sentence.end):
            return None  # "Trafikverket har i brev den 22 januari lämnat uppgifter om bidragen"
        if how.verb == "motsätta" and body is not None and _OF_MEMBERS.search(body.name):
            return None  # "Vårdförbundet har vid förhandling den 28 augusti motsatt sig förslaget"
        if body is None and not is_own_word(how, date) and not (within is not None and how.start < anchor.start):
            return None
    elif body is None and how is None:
        return None
    if is_coming(text, sentence, anchor, how) or is_handed_in(text, sentence, anchor, body):
        return None
    sure = body is not None and body.sure and (anchor.paragraph is not None or (how is not None and how.strong))
    if body is None and date is None and _SEE.search(text[max(sentence.start, anchor.start - 12) : anchor.start]):
        return None  # "enligt § 5": of the rules at hand
    own = within.body if within is not None and within.body else context.board
    if body is None and _BY_MUNICIPALITIES.search(text, sentence.start, anchor.start):
        own = None  # "Såväl Ekby som Viby kommun har fattat motsvarande beslut (2015-02-23 § 12 …)"
    onward = within is not None and within.proposed_to is not None  # then the other body's is likely meant
    name = body.name if body else (own if anchor.paragraph and not onward else None)
    for other in sentence.anchors:
        if other.misread >= 0:
            text = text[: other.misread] + "§" + text[other.misread + 1 :]
    confidence = (0.92 if sure else 0.75) - (0.2 if body is None else 0) - (0.1 if anchor.paragraph is None else 0)
    if anchor.misread >= 0:
        confidence -= 0.2
    return DecisionFact(
        start=sentence.start,
        end=sentence.end,
        kind="earlier",
        text=within.text if within else words(text, sentence.start, sentence.end),
        body=name,
        action=how.action if how else "other",
        assignee=_assignee(text, sentence, how, context),
        date=iso(date) if date else _day_before(text, sentence, number),
        paragraph=anchor.paragraph,
        confidence=round(confidence, 2),
    )


_REVISES = frozenset(("revidera", "ändra", "komplettera", "uppdatera"))  # "är antaget 2010-11-29 och reviderat"
_BY_MUNICIPALITIES = re.compile(
    r"\b(?:[A-ZÅÄÖ][\w-]+ (?:kommun|stad)|(?:medlems)?kommunerna|landstinget|regionen) "
    r"(?:har|hade|fattade|beslutade|beslöt|antog|godkände)\b"
)
# "har i beslut den 3 maj meddelat att", "har genom beslut 2003-03-11 förklarat sig beredd att"
_BY_DECISION = re.compile(
    r"\b(?:i|genom|med) (?:ett |sitt )?(?:särskilt )?\w*beslut(?:et)?,?\s(?:(?:av|från|fattat)\s)?(?:den\s)?$"
)
# who says something decides nothing: "förklarade den 4 maj att"
_TELLS = frozenset(("meddela", "förklara"))


def _only_tells(text: str, how: How, anchor: Anchor) -> bool:
    """Whether what a verb is followed by, perhaps after its day, is that something is so, or what one is ready to."""
    if text.startswith((" att ", " sig "), how.end):
        return True
    return text.startswith(" att ", anchor.end) and anchor.start - how.end in range(7)


def _assignee(text: str, sentence: Sentence, how: How | None, context: Context) -> str | None:
    """Who was given the task, where the decision gave one."""
    if how is None or how.action not in ("assign", "authorise"):
        return None
    # the date and the § often stand between the verb and the one who gets the task
    at, kept = sentence.start, ""
    for anchor in sentence.anchors:
        kept += _BEFORE_DATE.sub("", _AFTER_DATE.sub("", text[at : anchor.start]))
        at = anchor.end
    stretch = kept + _AFTER_DATE.sub("", text[at : sentence.end])
    verb = next((v for v in find_verbs(stretch) if v.action == how.action), None)
    return assignee(stretch, verb, context)


_INFORMS = re.compile(
    r"lämna(?:t|de)\s(?:(?:in|dock|också|även|vissa|några|en del|följande|skriftliga?|muntliga?)\s){0,2}"
    r"\w*(?:uppgift|upplysning|information|statistik|underlag|prisuppgift|redogörelse)(?:er|ar|en)?\b"
)
# unions and associations, which are heard; not those that municipalities form
_OF_MEMBERS = re.compile(r"(?<!kommunal)(?<!tjänst)(?<!miljö)(?:förbund|förening)(?:et|en)?$", re.IGNORECASE)


def _office(text: str, sentence: Sentence, how: How) -> Body | None:
    """The office or authority that tells where it stands: "Räddningstjänsten tillstyrkte serveringen den 20 maj"."""
    names = [n for n in find_names(text[sentence.start : how.start]) if n.start == 0]
    known = ("administration", "authority", "association", "region", "municipality")
    if not names or names[0].type not in (known if how.verb in STATING else ("association",)):
        return None
    return Body(sentence.start, sentence.start + names[0].end, names[0].name, False, sure=False)


_DELEGATED = re.compile(r"\b(?:på|genom|enligt|med stöd av) delegation(?:en|sbeslut|sordningen)?\b(?! (?:av|från)\b)")


def _delegating(text: str, sentence: Sentence, context: Context) -> Body | None:
    """The body in whose name an officer decided: "beviljades i december 2008 på delegation"."""
    match = _DELEGATED.search(text, sentence.start, sentence.end)
    if match is None or context.board is None:
        return None
    return Body(match.start(), match.end(), context.board, False, sure=False)
