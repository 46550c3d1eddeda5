"""Sentences that make another role likelier than the one that the odds gave, but not any other: "besparingen ger 1,7
mnkr" is no revenue, "inom anslaget för föreningsstöd, 310 000 kronor" no grant."""

import re
from typing import NamedTuple

from pipeline.tables import AmountRole

_ABOUT = r"(?: (?:ca|cirka|omkring|drygt|knappt|endast|bara|totalt|sammanlagt|hela|högst|upp till))?"
_SUM = r"\d[\d .,]* ?(?:mnkr|mkr|tkr|kronor|kr|miljoner kronor|:-)"


class _Rule(NamedTuple):
    """said: the role that the words before a sum say where its likeliest is one of `roles`. word: a part of them;
    after: what has to follow; unless: what must not stand near before them; rated: whether rates are meant too."""

    said: AmountRole
    roles: tuple[AmountRole, ...]
    word: str
    before: re.Pattern[str]
    after: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    rated: bool = True


_RULES = (
    # "Migrationsverket ersätter kommunen med", "Norby kommun ska ersätta nämnden med", not "kommunen ska ersätta"
    _Rule(
        "revenue",
        ("grant", "cost", "price", "other"),
        "ersätt",
        re.compile(
            r"(?<!\w)ersätt(?:a|er|s)(?: [a-zåäö-]+){0,2}? (?:kommunen|nämnden|förvaltningen|förbundet|staden|oss)"
            rf"(?: årligen| då| därför)? med{_ABOUT} \Z"
        ),
        unless=re.compile(
            r"(?<!\w)(?:kommunen|nämnden|förvaltningen|förbundet|staden|vi)(?: ska| skall| bör| får)? \Z"
        ),
    ),
    # "Grannkommunen har erbjudit 150 000 kronor till skyltning", not "har i bud erbjudit 395 000 kronor"
    _Rule(
        "grant",
        ("cost", "other"),
        "e",
        re.compile(
            r"(?<!\w)(?<!bud )(?:erbjudit|erbjuder|utlovat|utlovar|lovat|lovar|ställt i utsikt)"
            rf"(?: (?:sig|kommunen|föreningen|projektet|att))?(?: (?:bidra|satsa|betala) med)?{_ABOUT} \Z"
        ),
        re.compile(r" (?:till|för) (?!fastighet|mark|tomt|aktie|andel|huset|byggnad|platser)\w"),
    ),
    # "Av de fristående skolorna får Norrskolan AB 410 tkr mer än i dag"
    _Rule(
        "grant",
        ("cost", "other", "budget"),
        " får ",
        re.compile(
            r"(?:förening\w*|klubb\w*|friskola\w*|huvudm[äa]n\w*|byalag\w*|stiftelse\w*)[^.;]{0,40} får [^.;,]{0,60}\Z"
        ),
        re.compile(r" (?:mer|mindre) (?:än (?:i dag|idag|nu|tidigare|förra året|i år)|i bidrag)(?!\w)"),
    ),
    # "Den föreslagna åtgärdsplanen ger 1,7 mnkr i år och 6,2 mnkr nästa år": what is saved
    _Rule(
        "other",
        ("cost", "revenue"),
        " g",
        re.compile(
            r"(?<!\w)(?:\w*åtgärd\w*|\w*besparing(?:en|arna)|\w*effektivisering(?:en|ar|arna)|sparplanen|sparpaketet)"
            r"(?: som)?(?: (?!avgift|taxa|intäkt|och |men )[\w-]+){0,4}? (?:ger|ge|gav|gett)"
            rf"(?: en (?:helårs)?effekt på)?{_ABOUT}(?: {_SUM} (?!.{{0,50}}intäkt)[^.;,]{{0,50}} och)?{_ABOUT} \Z"
        ),
        re.compile(r"(?! i )"),
    ),
    # "Bidraget ryms inom anslaget för föreningsstöd, 310 000 kronor"
    _Rule(
        "budget",
        ("cost", "grant", "other"),
        "et",
        re.compile(
            r"(?<!\w)(?:inom|ur|från|av|på) (?:(?!överskr|underskr|avvik)[\w-]+ ){0,2}?"
            r"\w*(?:anslaget|kontot)(?: (?:för|till) (?:[\w-]+ ){0,4}[\w-]+)?, \Z"
        ),
        unless=re.compile(r"(?:överskrid|underskrid|överskott|underskott|avvik|överdrag)[^.;]*\Z"),
    ),
    _Rule(
        "budget",
        ("cost", "grant", "other"),
        "en",
        re.compile(
            r"(?<!\w)(?:inom|ur|från|av|på) (?:(?!överskr|underskr|avvik)[\w-]+ ){0,2}?"
            r"\w*(?:ramen|budgeten|posten|reserven)(?: (?:för|till) (?:[\w-]+ ){0,4}[\w-]+)?, \Z"
        ),
        unless=re.compile(r"(?:överskrid|underskrid|överskott|underskott|avvik|överdrag)[^.;]*\Z"),
    ),
    # "Föreningen redovisade en omsättning på 2,3 mnkr", not "kravet på en omsättning av minst 4 mnkr"
    _Rule(
        "revenue",
        ("cost", "other"),
        "omsättning",
        re.compile(
            rf"(?<!\w)omsättning(?:en)?(?: [\w-]+){{0,3}}? (?:på|om|var|är|uppgår till|uppgick till){_ABOUT} \Z"
        ),
        unless=re.compile(r"krav|minst|villkor"),
        rated=False,
    ),
    _Rule(
        "other",
        ("budget", "cost", "revenue"),
        "resultat",
        re.compile(
            r"(?<!\w)(?:budgeterat|beräknat|årets|positivt|negativt|prognostiserat|ekonomiskt|ett) resultat(?:et)?"
            rf"(?: [\w-]+){{0,2}}? (?:är|blir|på|om|uppgår till|uppgick till|var|blev){_ABOUT} \Z"
        ),
    ),
    # "Föreningen hyr lokalen av kommunen för"
    _Rule(
        "revenue",
        ("cost", "other"),
        "en för ",
        re.compile(
            r"(?<!\w)(?:hyr|förhyr|arrenderar) [^.;]{2,60}"
            rf" (?:av|från) (?:kommunen|nämnden|staden|förvaltningen|regionen) för{_ABOUT} \Z"
        ),
    ),
    # the parts of a price: "Av köpeskillingen betalas 1 mnkr vid tillträdet och 2 mnkr …", "resten, 2 mnkr, …"
    _Rule(
        "price",
        ("cost",),
        "köpesumma",
        price := re.compile(
            r"(?:köpeskilling|köpesumma|handpenning).*(?<!\w)(?:"
            r"(?:betalas|erläggs|erlägges|betalades|erlades)(?: (?:kontant|med|då|sedan))?"
            rf"{_ABOUT}(?: {_SUM} [^.;]{{0,60}} och)?{_ABOUT} \Z|(?:resten|återstoden|resterande del),? \Z)"
        ),
        rated=False,
    ),
    _Rule("price", ("cost",), "köpeskilling", price, rated=False),
    _Rule("price", ("cost",), "handpenning", price, rated=False),
    _Rule(
        "price",
        ("cost",),
        "kostar",
        re.compile(
            r"(?<!\w)(?:\w*biljett|(?:senior|månads|period|buss|års|lunch|skollovs|sommarlovs)kort|\w*portion|\w*lunch)"
            r"(?:en|et)?(?: (?:för|i|till|hos|inom) [^.;,]{2,40}?)? kostar"
            rf"(?: (?:i dag|idag|nu|f n|för närvarande))?{_ABOUT} \Z"
        ),
    ),
)


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
