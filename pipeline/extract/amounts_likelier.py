"""Sentences that make another role likelier than the one that the odds gave, but not any other: "besparingen ger 1,7
mnkr" is no revenue, "inom anslaget för föreningsstöd, 310 000 kronor" no grant."""

from pipeline.extract.amounts_likelier_income import INCOME
from pipeline.extract.amounts_likelier_outlay import OUTLAY
from pipeline.tables import AmountRole

_RULES = (*INCOME, *OUTLAY)


def likelier_role(before: str, after: str, role: AmountRole, per: str | None) -> AmountRole | None:
    """The role that the words before a sum make likelier than `role`, None where they don't. before, after: the words
    round it in lower case."""
    for rule in _RULES:
        if role not in rule.roles or rule.word not in before or (per is not None and not rule.rated):
            continue
        if rule.after is not None and not rule.after.match(after):
            continue
        told = rule.before.search(before)
        if told and not (rule.unless and rule.unless.search(before, max(0, told.start() - 60), told.start())):
            return rule.said
    return None
