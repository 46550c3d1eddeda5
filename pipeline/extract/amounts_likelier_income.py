"""Sentences in which a sum is what comes in, or what is granted, where the odds took it for something else."""

import re

from pipeline.extract.amounts_rule import ABOUT, Rule

INCOME = (
    # "Kommunen, som köper platser av bolaget, betalar 2,4 mnkr": what the municipality itself pays is no income of it
    Rule(
        "cost",
        ("revenue",),
        "",  # its verbs share no letters
        re.compile(
            r"(?:\A|[.;:!?] |, (?:och|men) |(?<!\w)(?:att|medan|och) )(?:kommunen|staden|nämnden|förvaltningen|vi)"
            r"(?:, som [^.,;]{2,80},)? (?:har |ska |skall |fick |får )?"
            r"(?:då |redan |själv(?:a)? |årligen |i dag |idag )?"
            rf"(?:betalar|betalade|betalat|betala|svarar för|står för){ABOUT} \Z"
        ),
        rated=False,
    ),
    # "Migrationsverket ersätter kommunen med", "Norby kommun ska ersätta nämnden med", not "kommunen ska ersätta"
    Rule(
        "revenue",
        ("grant", "cost", "price", "other"),
        "ersätt",
        re.compile(
            r"(?<!\w)ersätt(?:a|er|s)(?: [a-zåäö-]+){0,2}? (?:kommunen|nämnden|förvaltningen|förbundet|staden|oss)"
            rf"(?: årligen| då| därför)? med{ABOUT} \Z"
        ),
        unless=re.compile(
            r"(?<!\w)(?:kommunen|nämnden|förvaltningen|förbundet|staden|vi)(?: ska| skall| bör| får)? \Z"
        ),
    ),
    # "Grannkommunen har erbjudit 150 000 kronor till skyltning", not "har i bud erbjudit 395 000 kronor"
    Rule(
        "grant",
        ("cost", "other"),
        "e",
        re.compile(
            r"(?<!\w)(?<!bud )(?:erbjudit|erbjuder|utlovat|utlovar|lovat|lovar|ställt i utsikt)"
            rf"(?: (?:sig|kommunen|föreningen|projektet|att))?(?: (?:bidra|satsa|betala) med)?{ABOUT} \Z"
        ),
        re.compile(r" (?:till|för) (?!fastighet|mark|tomt|aktie|andel|huset|byggnad|platser)\w"),
    ),
    # "Av de fristående skolorna får Norrskolan AB 410 tkr mer än i dag"
    Rule(
        "grant",
        ("cost", "other", "budget"),
        " får ",
        re.compile(
            r"(?:förening\w*|klubb\w*|friskola\w*|huvudm[äa]n\w*|byalag\w*|stiftelse\w*)[^.;]{0,40} får [^.;,]{0,60}\Z"
        ),
        re.compile(r" (?:mer|mindre) (?:än (?:i dag|idag|nu|tidigare|förra året|i år)|i bidrag)(?!\w)"),
    ),
    # "Föreningen redovisade en omsättning på 2,3 mnkr", not "kravet på en omsättning av minst 4 mnkr"
    Rule(
        "revenue",
        ("cost", "other"),
        "omsättning",
        re.compile(rf"(?<!\w)omsättning(?:en)?(?: [\w-]+){{0,3}}? (?:på|om|var|är|uppgår till|uppgick till){ABOUT} \Z"),
        unless=re.compile(r"krav|minst|villkor"),
        rated=False,
    ),
    # "Höjningen väntas ge 190 tkr på helår", "Försäljning av inventarier har hittills gett 38 tkr"
    Rule(
        "revenue",
        ("cost", "other", "fee", "budget"),
        " ge",
        re.compile(
            r"(?<!\w)(?:\w*höjning(?:en)?|nya taxan|(?:\w*försäljning|uthyrning)(?:en)?(?: av [^.;]{2,50})?)"
            rf"(?: [\w-]+){{0,3}}? (?:ger|ge|gett|gav)(?: [\w-]+)??{ABOUT} \Z"
        ),
        re.compile(r"(?! i (?:lägre|minskade|ökade|högre) (?:\w*kostnader|utgifter)| (?:mer|mindre|lägre|högre))"),
    ),
    Rule(
        "grant",
        ("cost", "other", "budget"),
        "utfäst sig att ",
        re.compile(rf"utfäst sig att (?:skjuta till|tillskjuta|bidra med|medfinansiera med){ABOUT} \Z"),
    ),
    Rule(
        "revenue",
        ("cost", "price"),
        " och s",
        re.compile(rf"(?<!\w)köp\w* [^.;]{{3,90}} och (?:sålde|säljer|sålt) för{ABOUT} \Z"),
    ),
    # "Av statsbidraget måste 1,9 mnkr återbetalas"
    Rule(
        "grant",
        ("cost", "other", "revenue", "budget"),
        "bidrag",
        re.compile(r"bidrag[^;]{0,280}\Z"),
        re.compile(
            r"(?: kan behöva| kan komma att| måste| ska| skall)? (?:återbetalas|betalas tillbaka)"
            r"| (?:inte|ej) hinner användas"
        ),
    ),
    # "Församlingen, som hyr matsalen om söndagarna, betalar i dag 48 000 kronor", "Bolaget betalar kommunen en hyra om"
    Rule(
        "revenue",
        ("cost", "other", "fee"),
        "hyr",
        re.compile(
            r"(?<!kommunen)(?<!nämnden)(?<!förvaltningen)(?<!enheten)(?<!kontoret)(?<! skolan), som"
            r" (?:hyr|förhyr|arrenderar) (?:(?!av |från )[^.;,]){2,60}"
            rf"(?: för|, (?:betalar|erlägger)(?: i dag| nu| årligen)?){ABOUT} \Z"
        ),
    ),
    Rule(
        "revenue",
        ("cost", "other"),
        " ",
        re.compile(
            r"(?<!\w)(?:ab|hb|kb|bolaget|förening(?:en)?|församling(?:en)?|klubb(?:en)?|\w+ kommun|arrendatorn"
            r"|hyresgästen) (?:betalar|betalade|ska betala|skall betala|erlägger)"
            r" (?:till )?(?:kommunen|nämnden|staden|regionen|förbundet)"
            r"(?: (?:en|ett|årlig|årligt|i|hyra|arrende|avgift|ersättning|om|på|med|ca|cirka|drygt|årligen)){0,6} \Z"
        ),
    ),
    Rule(
        "revenue",
        ("cost",),
        " får ",
        re.compile(
            r"(?<!\w)(?:kommunen|staden|nämnden|regionen) får (?:[\w-]+ ){0,4}?(?:hyra|arrende|ersättning)"
            rf"(?: [^.;,]{{2,40}})? (?:med|om|på){ABOUT} \Z"
        ),
    ),
    Rule(
        "revenue",
        ("cost", "fee", "price"),
        " ",
        re.compile(
            rf" (?:få in|ge|ger|gav|gett|inbringa|inbringar|inbringade|betalade)(?: [\w-]+)??{ABOUT}(?: \d+–)? \Z"
        ),
        re.compile(r"(?: om året| per år)? i (?!sociala )\w*(?:hyror|avgifter|biljetter|intäkter|taxor)(?!\w)"),
    ),
    # "Föreningen hyr lokalen av kommunen för"
    Rule(
        "revenue",
        ("cost", "other"),
        "en för ",
        re.compile(
            r"(?<!\w)(?:hyr|förhyr|arrenderar) [^.;]{2,60}"
            rf" (?:av|från) (?:kommunen|nämnden|staden|förvaltningen|regionen) för{ABOUT} \Z"
        ),
    ),
)
