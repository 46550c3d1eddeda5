"""Sentences that say what a sum is for so plainly that no odds are asked: an insurer that paid, what a budget was
exceeded by, what fees brought in, loans that a municipality stands surety for."""

import re

from pipeline.extract.amounts_likelier import likelier_role
from pipeline.extract.amounts_rule import ABOUT
from pipeline.extract.amounts_sources import source_role
from pipeline.tables import AmountRole

_MORE_THAN = r" (?:mer|mindre|högre|lägre|bättre|sämre) än"
_MORE = re.compile(_MORE_THAN)
# words that lie between an insurer and its verb: no other party, and no new clause
_NO_OTHER = r"(?: (?!och |men |som |att |inte |så |kommun|nämnd|förvaltning|vi |bolaget )[\w&-]+){0,5}?"
# who gives grants: the state and what it has set up, in small letters
_STATE = (
    r"(?:staten|länsstyrelsen|regeringen|socialstyrelsen|arbetsförmedlingen|kulturrådet|regionförbundet|eu"
    r"|myndigheten för (?:[\w-]+,? ){0,3}?[\w-]+"
    r"|(?!gatu|el|hamn|fastighets|bostads)\w{2,}(?:verket|myndigheten|fonden))(?: i [\w-]+(?: län)?)?"
)
_STATE_WORD = re.compile(
    r"staten|styrelsen|regeringen|förmedlingen|rådet|förbundet|(?<!\w)eu(?!\w)|region |landstinget|verket"
    r"|myndigheten|fonden"
)
# what may lie between what it does and how much: "betalade i maj ut", "betalar 10 %, 431 800 kronor"
_MUCH = (
    r"(?: (?:ut|till|för|med|i|ersättning|bidrag|stöd"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|redan|dessutom|därutöver|även|också|årligen|nämnden|kommunen|staden|regionen|högst|ca|cirka|drygt|knappt"
    r"|sammanlagt|totalt|[12]\d{3}|\d+ (?:procent|%),)){0,6}"
)
_BEFORE: tuple[tuple[str, AmountRole, re.Pattern[str]], ...] = (
    (
        "försäkring",
        "revenue",
        re.compile(
            rf"(?<!\w)försäkring(?:en|sbolaget|sgivaren){_NO_OTHER} (?:ersatt|ersatte|ersätter|ersätta|utbetalat"
            r"|(?:betalat|betalade|betalar|betala)(?: ut)?|(?:svarat|svarade|svarar|stod|står|stått) för)"
            rf"(?: [\w-]+){{0,2}}?(?: \d+ (?:procent|%),)?{ABOUT} \Z"
        ),
    ),
    (
        " med",
        "other",
        re.compile(
            r"(?<!\w)(?:överskr[ie]d\w*|överst[ie]g\w*|underskr[ie]d\w*|underst[ie]g\w*)(?: [\w-]+){0,2}?"
            rf" (?:\w*budget\w*|\w*ramen|\w*anslaget|prognosen|kalkylen)(?: [\w-]+){{0,3}}? med{ABOUT} \Z"
        ),
    ),
    (
        "avgift",
        "revenue",
        re.compile(
            r"avgift(?:en|erna|er)(?: (?!som |och |men )[\w-]+){0,3}? "
            r"(?:gav|ger|gett|inbringa\w*|(?:väntas|beräknas) ge)"
            rf"(?: (?:kommunen|nämnden|förvaltningen|intäkter|om|på)){{0,3}}{ABOUT} \Z"
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
        "med ",
        "grant",
        re.compile(rf"(?<!\w){_STATE}(?: [\w-]+){{0,5}}? (?:del|med|sam)finansier\w* [^.,;]{{0,30}}?med{ABOUT} \Z"),
    ),
    (
        "budget",
        "budget",
        re.compile(
            r"budget[^.;]{0,90}? (?:beaktats|beaktas|upptagits|inräknats|tagits upp|avsatts|lagts in|räknats in)"
            rf" (?:med|till){ABOUT} \Z"
        ),
    ),
    ("medlen", "budget", re.compile(rf"(?<!\w)\w{{4,}}medlen (?:är|var|utgör|uppgår till|uppgick till){ABOUT} \Z")),
    (
        "betalar",
        "revenue",
        re.compile(
            r", som (?:köper|hyr|arrenderar|nyttjar|använder|utnyttjar) [^.,;]{2,60}"
            rf" (?:av|hos|från) (?:nämnden|kommunen|staden|regionen|förvaltningen|förbundet|oss), betalar{ABOUT} \Z"
        ),
    ),
    (
        "hyr",
        "revenue",
        re.compile(
            r"(?<!\w)(?:ab|hb|kb|\w*föreningen|klubben)(?: [\w-]+){0,5}? (?:hyr|hyra|förhyr|förhyra)"
            r"(?: (?!av |ut |från |till |som )[\w-]+){1,5}? för \Z"
        ),
    ),
    (
        "av ",
        "cost",
        re.compile(
            r"(?<!\w)av (?:beloppet|summan|pengarna|intäkterna|tillskottet|bidraget)"
            rf" (?:behövs|krävs|åtgår|går){ABOUT} \Z"
        ),
    ),
    (
        "kalkyl",
        "cost",
        re.compile(rf"(?<!\w)(?:kalkylera[st]?|kalkylerade|kalkylerats|kalkylerad) till{ABOUT} \Z"),
    ),
    (
        "skr",
        "other",
        re.compile(
            r"(?<!\w)(?:överskr|underskr)(?:eds|ids|idits|edes|iden)(?: [\w-]+){0,2}?"
            rf" med{ABOUT} \Z"
        ),
    ),
    (
        "varav ",
        "grant",
        re.compile(
            r"(?<!\w)varav (?:(?:statligt|statliga|beviljat|sökt|utlovat) )?(?:stats|eu-)?(?:bidrag|stöd|medel)(?:et)?"
            rf"(?: från [^.;,]{{2,40}})?(?: på| om| med)?{ABOUT} \Z"
        ),
    ),
    (
        "hyran för e",
        "price",
        re.compile(
            r"(?<!\w)hyran för (?:en|ett) (?:[\w-]+ ){0,2}?"
            r"\w*(?:lägenhet|etta|tvåa|trea|rummare|bostad|rum|garage|garageplats)(?: [^.;,]{2,30})?"
            rf" (?:är|blir|är i dag|skulle bli){ABOUT} \Z"
        ),
    ),
    (
        "hyr",
        "cost",
        re.compile(
            rf"(?<!\w)(?:hyrs|förhyrs|hyrdes|förhyrdes|hyrts) (?:in )?(?:av|från|hos) [^.;]{{2,70}} för{ABOUT} \Z"
        ),
    ),
    ("omslutning", "budget", re.compile(rf"(?<!balans)omslutning(?:en)? (?:på|om|är|blir|uppgår till){ABOUT} \Z")),
    ("frig", "other", re.compile(rf"(?<!\w)frig(?:ör|öra|örs|jort|jorde)(?: årligen| sammanlagt)?{ABOUT} \Z")),
    (
        "säljer",
        "revenue",
        re.compile(
            r"(?<!\w)(?:kommunen|nämnden|förvaltningen|förbundet|vi) säljer (?:[\w-]+ ){0,2}?"
            r"\w*(?:tjänster|platser|värme|vatten|timmar|handläggning|utbildning|mat|portioner|el) [^.;]{0,60} för"
            rf"{ABOUT} \Z"
        ),
    ),
    (
        "kostar",
        "cost",
        re.compile(rf"(?<!\w)kostar (?:\w+ )?\w*(?:bidrag|stöd)\w*(?: (?:till|för|i|inom) [\w-]+){{0,2}}{ABOUT} \Z"),
    ),
)
# "Därtill ger Region Skåne 120 000 kronor"
_GIVES = re.compile(
    r"(?<!\w)(?:ger|bidrar|lämnar|skjuter)(?: (?:också|även|dessutom))?"
    rf" (?:{_STATE}|region [a-zåäö]+|landstinget(?: i \w+)?)(?: (?:till|med)){{0,2}}{ABOUT} \Z"
)
# the same of a sum that is paid once, and not for each day, hour or person
_PAID_ONCE = re.compile(
    rf"(?<!\w){_STATE}(?: har| hade)?(?: i [a-z]+| redan| nu)? "
    r"(?:betalar|betalade|betalat|bidrar|bidrog|bidragit|lämnar|lämnade|skjuter|sköt|ger|gav)"
    rf"{_MUCH} \Z"
)
_AFTER: tuple[tuple[AmountRole, re.Pattern[str]], ...] = (
    (
        "revenue",
        re.compile(r" i (?:uteblivna|minskade|lägre|förlorade|ökade|högre|nya) \w*(?:intäkter|inkomster)(?!\w)"),
    ),
    ("fee", re.compile(r" i (?:engångs|anslutnings|inträdes|start|års|medlems|licens|arrende|service)avgift(?!\w)")),
    (
        "budget",
        re.compile(r"(?: är| redan är| är redan)? (?:redan )?(?:bundna|intecknade|disponerade|uppbundna)(?!\w)"),
    ),
    ("grant", re.compile(r" (?:söks|har sökts|är sökta?|sökts) (?:hos|från|ur|av) ")),
    (
        "revenue",
        re.compile(r"(?: har)? (?:ersatts|ersätts|ersattes|betalats|betalas|betalades)(?: ut)? av \w*försäkring"),
    ),
    (
        "other",
        re.compile(
            rf"{_MORE_THAN} (?:vad som )?(?:[\w-]+ ){{0,2}}?(?:budget|prognos)\w*"
            rf"|{_MORE_THAN} (?:(?:under|för) )?(?:år )?(?:19|20)\d\d(?!\d)"
            r"| (?:över|under) (?:\w+ )?budget(?:en)?(?!\w)"
        ),
    ),
)
_OUT_OF = re.compile(r"(?: för \d{4})? ur (?:(?:\d{4} års|\w+s) )?\w*anslag")
_GRANTED = re.compile(r"(?<!\w)bevilja(?:s|r|de|des|t|ts)?(?!\w)[^.;:]{0,170}\Z")
BACK, BEHIND = 300, 60  # characters before and after a sum that may tell


def plain_role(left: str, right: str, role: AmountRole, per: str | None = None) -> AmountRole | None:
    """The role that a sentence says plainly; None where it does not. left, right: what stands before and after a sum
    of money; role: the likeliest; per: what it is paid for each of. What an income differs from its budget by may be
    called revenue too: it stays so."""
    before, after = left[-BACK:].lower(), right[:BEHIND].lower()
    for word, said, pattern in _BEFORE:
        if word in before and not _MORE.match(after) and pattern.search(before):
            return said
    if per is None and (source := source_role(before, after)) is not None:
        return source
    paid = per is None and _STATE_WORD.search(before) is not None and not _MORE.match(after)
    if paid and (_PAID_ONCE.search(before) or _GIVES.search(before)):
        return "grant"
    if role == "budget" and _OUT_OF.match(after) and _GRANTED.search(before):
        return "grant"  # "beviljas 700 000 kr ur anslag 33:6"
    if (likelier := likelier_role(before, after, role, per)) is not None:
        return likelier
    told = next((said for said, pattern in _AFTER if pattern.match(after)), None)
    return None if told == "other" and role not in ("cost", "budget") else told
