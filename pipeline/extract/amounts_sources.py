"""What a part of a cost is covered by: "Av investeringen täcks 9 mnkr av statsbidraget och 8 mnkr av egna medel".

The words behind the sum say whose money it is; where they name no source that is known, nothing is said.
"""

import re

from pipeline.tables import AmountRole

_NUMBER = r"\d[\d .,:-]*(?:kronor|kr|tkr|kkr|mnkr|mkr|miljoner kronor|miljoner)"
# "Av detta täcks ", "varav ", and the parts that went before: "4 mnkr av avgifter, 2 mnkr ur fonden och resten, "
_COVERED = re.compile(
    r"(?<!\w)(?:täcks|täcktes|täckas|finansieras|finansierades|bekostas|bekostades)"
    rf"(?: (?:till|med|då|därmed|också|delvis|redan|ca|cirka|drygt|knappt|högst|omkring)){{0,3}}"
    rf"(?: {_NUMBER}(?![^.;]{{0,70}} (?:som|kostar|och (?:att|är|kommer) ))[^.;]{{0,70}}?(?:,| och| samt)"
    r"(?: (?:resten|återstoden|resterande|övriga),?)?){0,3} \Z"
)
_PARTLY = re.compile(r"(?:,|\() ?(?:varav|av vilka|därav) (?:ca |cirka |drygt |knappt |omkring )?\Z")
_COVERED_BEHIND = re.compile(r" (?:täcks|täcktes|kan täckas|ska täckas|skall täckas|finansieras|bekostas)(?= )")
_BY = re.compile(r",? (?:av|genom|med|ur|från|via|i|inom) ")
_SOURCES: tuple[tuple[AmountRole, re.Pattern[str]], ...] = (
    (
        "other",
        re.compile(
            r"(?:ett |nya |nytt )?(?:lån|banklån|upplåning|eget kapital|eget arbete|ideell\w*|överskott\w*)(?!\w)"
        ),
    ),
    (
        "budget",
        re.compile(
            r"(?:egna|nämndens|kommunens|förvaltningens|kommunstyrelsens|befintliga?|beslutade?|ordinarie|årets|avsatta)"
            r" (?:egna |ordinarie |befintliga? )?(?:medel|budget|ram(?:en)?|anslag|skattemedel|driftbudget"
            r"|investeringsbudget|reserv|förfogandemedel)(?!\w)|(?:skattemedel|\w*budgeten|\w*ramen|\w*reserven)(?!\w)"
        ),
    ),
    (
        "grant",
        re.compile(
            r"(?:det |de |ett |en )?(?:(?:statlig|riktad|beviljad|sök|utlovad)\w* )?(?:\w*stats?bidrag\w*"
            r"|statliga? (?:medel|stöd\w*|bidrag\w*)|bidrag(?:et)? från|stöd(?:et)? från|eu-?(?:medel|stöd|bidrag)\w*"
            r"|\w+bidrag från|staten(?!\w)|eu(?!\w))"
        ),
    ),
    (
        "revenue",
        re.compile(
            r"(?:\w+ )?(?:\w*avgifter(?:na)?|\w*avgiften|\w*biljetter(?:na)?|\w*intäkter(?:na)?|\w*försäljning(?:en)?"
            r"|\w*hyror(?:na)?|taxan|\w*taxor(?:na)?|entré\w*|sponsorer\w*|sponsring|lotterier\w*|försäkring\w*)(?!\w)"
        ),
    ),
)
# "4 mnkr väntas ur EG:s strukturfonder", "300 tkr söks från EU"
_FROM_UNION = re.compile(
    r"(?: (?:väntas|söks|har sökts|sökts|kommer|tillförs)(?: \w+){0,2})? (?:ur|från) (?:eg|eu|europeiska)(?!\w)"
)


def source_role(before: str, after: str) -> AmountRole | None:
    """What covers a part of a cost. before, after: the words round the sum in lower case; None where they don't say."""
    if _FROM_UNION.match(after):
        return "grant"
    behind = None
    if "täck" in before or "finansier" in before or "bekosta" in before:
        behind = _BY.match(after) if _COVERED.search(before) else None
    if behind is None and _PARTLY.search(before):
        covered = _COVERED_BEHIND.match(after)
        behind = _BY.match(after, covered.end()) if covered else None
    if behind is None:
        return None
    return next((role for role, pattern in _SOURCES if pattern.match(after, behind.end())), None)
