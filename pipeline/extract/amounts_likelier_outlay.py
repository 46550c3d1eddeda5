"""Sentences in which a sum is spent or set aside, a price, a fee, or none of these, where the odds took it for more."""

import re

from pipeline.extract.amounts_rule import ABOUT, SUM, Rule

OUTLAY = (
    # "Den föreslagna åtgärdsplanen ger 1,7 mnkr i år och 6,2 mnkr nästa år": what is saved
    Rule(
        "other",
        ("cost", "revenue"),
        " g",
        re.compile(
            r"(?<!\w)(?:\w*åtgärd\w*|\w*besparing(?:en|arna)|\w*effektivisering(?:en|ar|arna)|sparplanen|sparpaketet)"
            r"(?: som)?(?: (?!avgift|taxa|intäkt|och |men )[\w-]+){0,4}? (?:ger|ge|gav|gett)"
            rf"(?: en (?:helårs)?effekt på)?{ABOUT}(?: {SUM} (?!.{{0,50}}intäkt)[^.;,]{{0,50}} och)?{ABOUT} \Z"
        ),
        re.compile(r"(?! i )"),
    ),
    # "Bidraget ryms inom anslaget för föreningsstöd, 310 000 kronor"
    Rule(
        "budget",
        ("cost", "grant", "other"),
        "et",
        re.compile(
            r"(?<!\w)(?:inom|ur|från|av|på) (?:(?!överskr|underskr|avvik)[\w-]+ ){0,2}?"
            r"\w*(?:anslaget|kontot)(?: (?:för|till) (?:[\w-]+ ){0,4}[\w-]+)?, \Z"
        ),
        unless=re.compile(r"(?:överskrid|underskrid|överskott|underskott|avvik|överdrag)[^.;]*\Z"),
    ),
    Rule(
        "budget",
        ("cost", "grant", "other"),
        "en",
        re.compile(
            r"(?<!\w)(?:inom|ur|från|av|på) (?:(?!överskr|underskr|avvik)[\w-]+ ){0,2}?"
            r"\w*(?:ramen|budgeten|posten|reserven)(?: (?:för|till) (?:[\w-]+ ){0,4}[\w-]+)?, \Z"
        ),
        unless=re.compile(r"(?:överskrid|underskrid|överskott|underskott|avvik|överdrag)[^.;]*\Z"),
    ),
    Rule(
        "other",
        ("budget", "cost", "revenue"),
        "resultat",
        re.compile(
            r"(?<!\w)(?:budgeterat|beräknat|årets|positivt|negativt|prognostiserat|ekonomiskt|ett) resultat(?:et)?"
            rf"(?: (?!budget)[\w-]+){{0,2}}? (?:är|blir|på|om|uppgår till|uppgick till|var|blev){ABOUT} \Z"
        ),
    ),
    Rule("cost", ("other",), "invester", re.compile(rf"(?<!\w)invester(?:a|ar|at|ade){ABOUT} \Z")),
    # "ger en årlig besparing på 320 tkr", "I ramen ligger en besparing på 2 mnkr"
    Rule(
        "other",
        ("grant", "revenue", "cost", "budget"),
        "besparing",
        re.compile(
            r"(?<!\w)\w*besparing(?:en|ar)?(?: [\w-]+){0,2}?"
            rf" (?:om|på|med|är|blir|bli|uppgår till|beräknas till|beräknas bli)(?: sammanlagt)?{ABOUT} \Z"
        ),
    ),
    Rule(
        "other",
        ("grant", "cost", "budget"),
        " ",
        re.compile(r"(?:resten|resterande|återstoden),? \Z"),
        re.compile(r",? (?:lånas|upplånas|lånefinansieras|tas upp som lån)"),
    ),
    Rule(
        "cost",
        ("grant", "other", "revenue"),
        " ",
        re.compile(r" \Z"),
        re.compile(r",? (?:som )?belasta(?:r|t|de)(?!\w)"),
    ),
    Rule(
        "cost",
        ("other", "revenue", "grant"),
        " ge",
        re.compile(r" (?:ger|ge)(?: [\w-]+)?? \Z"),
        re.compile(r" i (?:lägre|minskade|ökade|högre) (?:\w*kostnader|utgifter)"),
    ),
    # "har i skrivelse begärt 6,5 mnkr i tilläggsanslag"
    Rule(
        "budget",
        ("cost", "grant", "other"),
        " ",
        re.compile(r" \Z"),
        re.compile(r" i (?:tilläggsanslag|ramförstärkning|ramtillskott|utökad ram|höjd ram)"),
    ),
    Rule(
        "budget",
        ("cost", "other"),
        "budgeter",
        re.compile(rf"(?<!\w)budgeter(?:as|ats|ad|at|ades) (?:till|med){ABOUT} \Z"),
        unless=re.compile(r"intäkt|avgift"),
    ),
    Rule(
        "budget",
        ("cost", "grant", "other"),
        "omdisponer",
        moved := re.compile(rf"(?<!\w)(?:omfördela|omdisponera)(?:r|s|t|ts|de|des)?(?: [\w-]+){{0,2}}?{ABOUT} \Z"),
    ),
    Rule("budget", ("cost", "grant", "other"), "omfördela", moved),
    # "Värdet på kommunens andel uppskattas till", "marknadshyran i området är"
    Rule(
        "price",
        ("cost", "other"),
        "v",
        re.compile(
            r"(?<!\w)(?:värdet|marknadsvärdet|markvärdet) (?:på|av) [^.;]{3,60}"
            rf" (?:uppskattas|uppskattats|bedöms|bedömts|värderas|beräknas)(?: [\w-]+){{0,2}}? till{ABOUT} \Z"
        ),
    ),
    Rule(
        "price",
        ("cost",),
        "marknadshyra",
        re.compile(rf"marknadshyran?(?: (?:i|för) [^.;,]{{2,40}})? (?:är|till|på|ligger på|på mellan){ABOUT} \Z"),
    ),
    # "att godkänna köp av fastigheten Berget 2:1 för 1 850 000 kr"
    Rule(
        "price",
        ("cost", "revenue"),
        "för ",
        re.compile(
            r"(?<!\w)(?:köp|köpet|köpa|köper|köpte|köpeavtal|sälja|säljer|sålde|säljs|försäljning(?:en)?|försälja|förvärv(?:et|a|ar)?)"
            rf"(?!\w)[^.;]{{0,90}} (?:fastighet|tomt|mark|kvarter)[^.;]{{0,60}} för{ABOUT} \Z"
        ),
        unless=re.compile(r"(?:hyr[^.;]{0,40}|(?:kommunen|nämnden|staden|regionen|förbundet) )\Z"),
    ),
    Rule(
        "cost",
        ("price",),
        "s för ",
        re.compile(
            rf"(?<!\w)(?:anläggas|byggas|uppföras|utföras|renoveras|repareras|byggs om|rustas upp) för{ABOUT} \Z"
        ),
        rated=False,
    ),
    # "Avgiften skall enligt lagen bestämmas till lägst 10 000 kronor och högst 1 miljon kronor"
    Rule(
        "fee",
        ("grant", "cost", "other"),
        "avgift",
        re.compile(
            r"avgift(?:en)? (?:skall|ska|bör|kan|får)[^.;]{0,150}"
            r" (?:bestämmas|sättas|tas ut|uppgå|fastställas)(?: ut)?(?: till| med)"
            rf"(?: lägst| minst)?{ABOUT}(?: {SUM} och)?(?: lägst| minst)?{ABOUT} \Z"
        ),
    ),
    # the parts of a price: "Av köpeskillingen betalas 1 mnkr vid tillträdet och 2 mnkr …", "resten, 2 mnkr, …"
    Rule(
        "price",
        ("cost",),
        "köpesumma",
        price := re.compile(
            r"(?:köpeskilling|köpesumma|handpenning).*(?<!\w)(?:"
            r"(?:betalas|erläggs|erlägges|betalades|erlades)(?: (?:kontant|med|då|sedan))?"
            rf"{ABOUT}(?: {SUM} [^.;]{{0,60}} och)?{ABOUT} \Z|(?:resten|återstoden|resterande del),? \Z)"
        ),
        rated=False,
    ),
    Rule("price", ("cost",), "köpeskilling", price, rated=False),
    Rule("price", ("cost",), "handpenning", price, rated=False),
    Rule(
        "price",
        ("cost",),
        "kostar",
        re.compile(
            r"(?<!\w)(?:\w*biljett|(?:senior|månads|period|buss|års|lunch|skollovs|sommarlovs)kort|\w*portion|\w*lunch)"
            r"(?:en|et)?(?: (?:för|i|till|hos|inom|som gäller) [^.;,]{2,40}?)? kostar"
            rf"(?: (?:i dag|idag|nu|f n|för närvarande))?{ABOUT} \Z"
        ),
    ),
)
