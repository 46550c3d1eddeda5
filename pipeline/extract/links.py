"""The component `lupp_links`: which decision an amount belongs to. Runs last."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.facts import AmountFact, DecisionFact, Facts
from pipeline.extract.rows import KRONOR


@Language.component("lupp_links")
def link_facts(doc: Doc) -> Doc:
    """Fill `AmountFact.decision` with the index of the decision in whose point the amount stands or is repeated."""
    facts: Facts = doc._.facts
    _hold(facts.amounts, facts.decisions)
    _repeated(facts.amounts, facts.decisions)
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


def _repeated(amounts: list[AmountFact], decisions: list[DecisionFact]) -> None:
    """Link a sum outside the points to the one point that names the same sum.

    Only sums of money that are no rates, and only where a single point of this matter names them: the same number in
    two points, or a small round one, may be about something else.
    """
    named: dict[tuple[object, ...], set[int]] = {}
    for fact in amounts:
        if fact.decision is not None and decisions[fact.decision].kind != "earlier":
            named.setdefault(_key(fact), set()).add(fact.decision)
    for fact in amounts:
        if fact.decision is None and fact.per is None and _distinct(fact):
            points = named.get(_key(fact), set())
            if len(points) == 1:
                fact.decision = next(iter(points))


def _key(fact: AmountFact) -> tuple[object, ...]:
    scale = KRONOR.get(fact.unit)
    return ("SEK", fact.value * scale) if scale else (fact.unit, fact.value)


def _distinct(fact: AmountFact) -> bool:
    return fact.unit not in ("procent", "procentenheter") and abs(fact.value) * KRONOR.get(fact.unit, 1) >= 1_000
