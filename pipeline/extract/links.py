"""The component `lupp_links`: which decision an amount belongs to. Runs last."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.facts import AmountFact, DecisionFact, Facts
from pipeline.extract.rows import KRONOR
from pipeline.memo.memo import Memo
from pipeline.tables import AmountRole

_RANGE = re.compile(r"\d ?[-–—] ?\d")


@Language.component("lupp_links")
def link_facts(doc: Doc) -> Doc:
    """Fill `AmountFact.decision` with the index of the decision in whose point the amount stands or is repeated."""
    facts: Facts = doc._.facts
    _hold(facts.amounts, facts.decisions)
    _repeated(doc._.memo, facts.amounts, facts.decisions)
    return doc


def _hold(amounts: list[AmountFact], decisions: list[DecisionFact]) -> None:
    """Link each amount to the decision whose span holds it: a point of this matter before an earlier decision."""
    waiting = sorted((i for i, d in enumerate(decisions) if d.start >= 0), key=lambda i: decisions[i].start)[::-1]
    open_: list[int] = []
    for fact in sorted(amounts, key=lambda f: f.start):
        while waiting and decisions[waiting[-1]].start <= fact.start:
            open_.append(waiting.pop())
        open_ = [i for i in open_ if decisions[i].end > fact.start]
        fact.decision = min(
            (i for i in open_ if decisions[i].end >= fact.end),
            key=lambda i: (decisions[i].kind == "earlier", decisions[i].end - decisions[i].start, i),
            default=None,
        )


def _repeated(memo: Memo, amounts: list[AmountFact], decisions: list[DecisionFact]) -> None:
    """Link a sum outside the points to the one point that names the same sum.

    Only sums of money that are no rates, and only where a single point of this matter names them: the same number in
    two points, a small round one or the end of a range may be about something else. So may a table's, whose columns
    tell of what was sought, planned and spent: it must be what the point's sum is.
    """
    named: dict[tuple[object, ...], set[int]] = {}
    roles: dict[tuple[object, ...], set[AmountRole]] = {}
    for fact in amounts:
        if fact.decision is not None and decisions[fact.decision].kind != "earlier" and not _ends_range(memo, fact):
            named.setdefault(_key(fact), set()).add(fact.decision)
            roles.setdefault(_key(fact), set()).add(fact.role)
    tables = [(table.start, table.end) for table in memo.tables if table.cells]
    for fact in amounts:
        if fact.decision is None and fact.per is None and _distinct(fact):
            points = named.get(_key(fact), set())
            in_table = any(start <= fact.start < end for start, end in tables)
            if len(points) == 1 and not (in_table and {fact.role} != roles[_key(fact)]):
                fact.decision = next(iter(points))


def _ends_range(memo: Memo, fact: AmountFact) -> bool:
    """Whether the sum is one of "500–700 tkr"."""
    return _RANGE.search(memo.text, max(0, fact.start - 12), min(len(memo.text), fact.end + 12)) is not None


def _key(fact: AmountFact) -> tuple[object, ...]:
    scale = KRONOR.get(fact.unit)
    return ("SEK", fact.value * scale) if scale else (fact.unit, fact.value)


def _distinct(fact: AmountFact) -> bool:
    return fact.unit not in ("procent", "procentenheter") and abs(fact.value) * KRONOR.get(fact.unit, 1) >= 1_000
