"""What a percentage plainly is, and what a sum is for that is set beside the one before it.

"Egenavgiften är fastställd till 22 % av taxameterbeloppet" is a fee, "andelen har sjunkit till 9 procent" a share;
"1 350 kr per dygn, mot tidigare 1 900 kr" are for the same.
"""

import re

from pipeline.extract.facts import AmountFact
from pipeline.tables import AmountRole

_ABOUT = r"(?: (?:ca|cirka|omkring|drygt|knappt|endast|bara|nästan|hela|högst|minst|nu))?"
_OF_IT = re.compile(r"\s(?:av|utav)\s(?!moms)")
# "0,25 % på utnyttjat belopp"
_OF_LOAN = re.compile(r"\s(?:på|av) (?:det |vid var tid |den )?(?:utnyttja|utestående|utlånad|upplånad)\w*")
_OF_INCOME = re.compile(r"\s(?:av|på) (?:\w+ ){0,2}\w*inkomst(?:en|er|erna)?(?!\w)")
_OF_COSTS = re.compile(r"\s(?:av|utav) (?:\w+ ){0,2}\w*(?:kostnad|utgift|kollektiv|intäkt|budget|hushåll(?!e))\w*")
_FEE_SET = re.compile(
    r"avgift(?:en|erna)? (?:är|utgör|fastställ\w*|bestäm\w*|tas ut|tages ut|sätts|sattes|ska vara|skall vara)(?!\w)"
    r"(?:(?!höj|sänk|öka|minsk|täck|andel)[^.;]){0,90}\Z"
)
_SHARE = re.compile(
    r"(?<!\w)andelen [^.;]{3,110} (?:är|var|blev|utgör|uppgår till|uppgick till"
    r"|(?:sjunkit|stigit|ökat|minskat|gått ned|gått ner|gått upp|fallit|sjönk|steg|ökade|minskade|föll)"
    r"(?: [^.;,]{0,20})? till)"
    rf"{_ABOUT} \Z"
    rf"|(?<!\w)motsvarande (?:siffr|andel|tal)\w*(?: (?:för|i|bland|hos) [^.;,]{{2,40}})? (?:är|var){_ABOUT} \Z"
)


# "Om antalet ändras med mer än 10 procent", "en minskning på mer än 3,5 procent"
_CHANGES = re.compile(
    r"(?:ändr|minsk|ök|försvag|försämr|fall|sjunk|sjönk|stig|avvik|höj|sänk)\w*(?: [\w-]+){0,3}"
    r" (?:med|på) (?:mer|mindre) än \Z"
)


def plain_percent(left: str, right: str) -> AmountRole | None:
    """What the words round a percentage say plainly; None where they don't."""
    before, after = left[-180:].lower(), right[:50].lower()
    if _OF_LOAN.match(after):
        return "fee"
    if before.endswith(" än ") and _CHANGES.search(before):
        return "other"
    own = "avgift" in before and _OF_IT.match(after) and not _OF_COSTS.match(after)
    if own and (_FEE_SET.search(before) or _OF_INCOME.match(after)):
        return "fee"
    if ("andelen" in before or "motsvarande" in before) and not _OF_IT.match(after) and _SHARE.search(before):
        return "share"
    return None


_BEFORE_NOW = re.compile(
    r"(?: (?:för|i|till|på|vid|av) [^.;:,\d]{2,50})?,? (?:mot|jämfört med|i stället för)"
    r" (?:(?:dagens|nuvarande|tidigare|förut|i dag|idag|i fjol|ca|cirka|för närvarande) ?){1,2} \Z|"
    r"(?: (?:för|i|till|på|vid|av) [^.;:,\d]{2,50})?,? mot tidigare \Z"
)
_AND = re.compile(
    r"(?: (?:för|i|till|på|vid|av) (?:(?!kostar|betalar|som |att )[^.;:,\d]){2,60})? (?:och|respektive|resp\.?|samt)"
    r"(?: (?:dessutom|även|också|därutöver))?"
    r"(?: (?:för|i|till|på|vid) (?:(?!kostar|betalar|som |att )[^.;:,\d]){2,40})?"
    r"(?: (?:med|ytterligare|till)){0,2} \Z"
)
_OTHER_THING = re.compile(r"kostnad|intäkt|bidrag|avgift|pris|hyra|lån|budget|anslag|egen ")


def role_beside(before: AmountFact, fact: AmountFact, tie: str) -> AmountRole | None:
    """The role of the sum before, where this one is what it was until now, or what is paid besides at the same rate.
    tie: the words between the two."""
    if before.unit != fact.unit or len(tie) > 120:
        return None
    said = tie.lower()
    if _OTHER_THING.search(said):
        return None
    if before.per is None or fact.per not in (None, before.per):
        return None
    alike = _BEFORE_NOW.match(said) or (fact.per == before.per and _AND.match(said))
    return before.role if alike else None
