"""What a rule of sentences is that make another role of a sum likelier, and words that many of them share."""

import re
from typing import NamedTuple

from pipeline.tables import AmountRole

ABOUT = r"(?: (?:ca|cirka|omkring|drygt|knappt|endast|bara|totalt|sammanlagt|hela|högst|upp till))?"
SUM = r"\d[\d .,]* ?(?:mnkr|mkr|tkr|kronor|kr|miljoner kronor|:-)"


class Rule(NamedTuple):
    """said: the role that the words before a sum say where its likeliest is one of `roles`. word: a part of them;
    after: what has to follow; unless: what must not stand near before them; rated: whether rates are meant too."""

    said: AmountRole
    roles: tuple[AmountRole, ...]
    word: str
    before: re.Pattern[str]
    after: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    rated: bool = True
