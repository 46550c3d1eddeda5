"""What a sentence tells in one breath: the same decision by another body, on another day or for another thing."""

import re

from pipeline.extract.decisions_bodies import Body
from pipeline.extract.decisions_who import Sentence
from pipeline.extract.facts import DecisionFact
from pipeline.forms.names import find_names

_WITH = re.compile(
    r"[\s,)]{0,4}[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?\s\(|"
    r"[\s,)]{0,3}\b(?:och|samt|respektive|liksom)\s+"
    r"(?:(?:för|i|av|senast|därefter|åter|den|på nytt|även|vid|om [a-zåäö]{4,25})\s+|[A-ZÅÄÖ][\w-]+\s+){0,4}\(?"
)


def told_with(text: str, sentence: Sentence, number: int) -> bool:
    """Whether a day is told in one breath with the one before it: "antogs för A 2011-11-28, § 114, och för B …"."""
    before, anchor = sentence.anchors[number - 1 : number + 1]
    if anchor.date is None or anchor.date.precision != "day" or bool(before.paragraph) != bool(anchor.paragraph):
        return False
    return _WITH.fullmatch(text[before.end : anchor.start]) is not None


_BY = re.compile(r"[\s,)]{0,3}(?:(?:och|samt|respektive)\s+)?(?:[a-zåäö]+\s+)?av\s+")
_THEN = re.compile(r"[\s,(]*(?:(?:i|under|den)\s+)?")


def also_by(text: str, sentence: Sentence, number: int) -> Body | None:
    """Another body that is told to have done the same: "godkändes av nämnden i maj 2016 och av fullmäktige i juni"."""
    before, anchor = sentence.anchors[number - 1 : number + 1]
    for body in sentence.bodies:
        if before.end <= body.start and body.end <= anchor.start and _BY.fullmatch(text, before.end, body.start):
            return body if anchor.date is not None and _THEN.fullmatch(text, body.end, anchor.start) else None
    return agent_of(text, before.end, anchor.start) if anchor.date is not None else None


def agent_of(text: str, start: int, end: int) -> Body | None:
    """The municipality or association that a passive names right behind it: "antogs av Mora kommun 2019-05-20"."""
    by = _BY.match(text, start, end)
    names = find_names(text[by.end() : end]) if by is not None and text[by.end()].isupper() else []
    if by is None or not names or names[0].start or names[0].type not in ("municipality", "region", "association"):
        return None
    stands = _THEN.fullmatch(text, by.end() + names[0].end, end)
    return Body(by.end(), by.end() + names[0].end, names[0].name, False, sure=False) if stands else None


def by_another(sentence: Sentence, last: DecisionFact, number: int) -> bool:
    """Whether another body is told to have decided the same: "godkändes av A 2008-02-25, § 9, och av B …"."""
    before, anchor = sentence.anchors[number - 1 : number + 1]
    own = any(before.end <= v.start for v in sentence.verbs)
    return not own and last.body is not None and anchor.start - before.end < 90 and bool(anchor.date)


_AND_DAY = re.compile(r"\s*(?:,|och|samt)\s+(?:den\s+)?")


def in_one_breath(text: str, sentence: Sentence, number: int, last: DecisionFact, fact: DecisionFact) -> bool:
    """Whether what is told of a day holds for the one right before it: "har 2008-10-15 och 2009-02-18 tillstyrkt"."""
    before, anchor = sentence.anchors[number - 1 : number + 1]
    alike = last.action == "other" and last.body == fact.body and bool(last.paragraph) == bool(fact.paragraph)
    return alike and _AND_DAY.fullmatch(text[before.end : anchor.start]) is not None
