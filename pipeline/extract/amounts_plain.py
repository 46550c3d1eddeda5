"""Sentences that say what a sum is for so plainly that no odds are asked: an insurer that paid, what a budget was
exceeded by, what fees brought in, loans that a municipality stands surety for."""

import re

from pipeline.tables import AmountRole

_ABOUT = r"(?: (?:ca|cirka|omkring|drygt|knappt|endast|bara|totalt|sammanlagt|hela|högst|upp till))?"
_MORE_THAN = r" (?:mer|mindre|högre|lägre|bättre|sämre) än"
_MORE = re.compile(_MORE_THAN)
# words that lie between an insurer and its verb: no other party, and no new clause
_NO_OTHER = r"(?: (?!och |men |som |att |inte |så |kommun|nämnd|förvaltning|vi |bolaget )[\w&-]+){0,5}?"
_BEFORE: tuple[tuple[str, AmountRole, re.Pattern[str]], ...] = (
    (
        "försäkring",
        "revenue",
        re.compile(
            rf"(?<!\w)försäkring(?:en|sbolaget|sgivaren){_NO_OTHER} (?:ersatt|ersatte|ersätter|ersätta|utbetalat"
            r"|(?:betalat|betalade|betalar|betala)(?: ut)?|(?:svarat|svarade|svarar|stod|står|stått) för)"
            rf"(?: [\w-]+){{0,2}}?(?: \d+ (?:procent|%),)?{_ABOUT} \Z"
        ),
    ),
    (
        " med",
        "other",
        re.compile(
            r"(?<!\w)(?:överskr[ie]d\w*|överst[ie]g\w*|underskr[ie]d\w*|underst[ie]g\w*)(?: [\w-]+){0,2}?"
            rf" (?:\w*budget\w*|\w*ramen|\w*anslaget|prognosen|kalkylen)(?: [\w-]+){{0,3}}? med{_ABOUT} \Z"
        ),
    ),
    (
        "avgift",
        "revenue",
        re.compile(
            r"avgift(?:en|erna|er)(?: (?!som |och |men )[\w-]+){0,3}? "
            r"(?:gav|ger|gett|inbringa\w*|(?:väntas|beräknas) ge)"
            rf"(?: (?:kommunen|nämnden|förvaltningen|intäkter|om|på)){{0,3}}{_ABOUT} \Z"
        ),
    ),
    (
        "borgen",
        "guarantee",
        re.compile(
            r"(?<!\w)borgen (?:för|åt) (?:(?!\. ).){0,200}(?<!\w)(?:lån|lånebelopp|belopp|låneförpliktelser)"
            r"(?: (?:om|på|av|till|intill|upp|ett|totalt|sammanlagt|högst|högsta|belopp|lånebelopp|med|ca)){1,6} \Z"
        ),
    ),
    (
        "kostar",
        "cost",
        re.compile(rf"(?<!\w)kostar (?:\w+ )?\w*(?:bidrag|stöd)\w*(?: (?:till|för|i|inom) [\w-]+){{0,2}}{_ABOUT} \Z"),
    ),
)
_AFTER: tuple[tuple[AmountRole, re.Pattern[str]], ...] = (
    (
        "revenue",
        re.compile(r"(?: har)? (?:ersatts|ersätts|ersattes|betalats|betalas|betalades)(?: ut)? av \w*försäkring"),
    ),
    (
        "other",
        re.compile(
            rf"{_MORE_THAN} (?:vad som )?(?:[\w-]+ ){{0,2}}?(?:budget|prognos)\w*"
            r"| (?:över|under) (?:\w+ )?budget(?:en)?(?!\w)"
        ),
    ),
)
_OUT_OF = re.compile(r"(?: för \d{4})? ur (?:(?:\d{4} års|\w+s) )?\w*anslag")
_GRANTED = re.compile(r"(?<!\w)bevilja(?:s|r|de|des|t|ts)?(?!\w)[^.;:]{0,170}\Z")
BACK, BEHIND = 300, 60  # characters before and after a sum that may tell


def plain_role(left: str, right: str, role: AmountRole) -> AmountRole | None:
    """The role that a sentence says plainly; None where it does not. left, right: what stands before and after a sum
    of money; role: the likeliest. What an income differs from its budget by may be called revenue too: it stays so."""
    before, after = left[-BACK:].lower(), right[:BEHIND].lower()
    for word, said, pattern in _BEFORE:
        if word in before and not _MORE.match(after) and pattern.search(before):
            return said
    if role == "budget" and _OUT_OF.match(after) and _GRANTED.search(before):
        return "grant"  # "beviljas 700 000 kr ur anslag 33:6"
    told = next((said for said, pattern in _AFTER if pattern.match(after)), None)
    return None if told == "other" and role not in ("cost", "budget") else told
