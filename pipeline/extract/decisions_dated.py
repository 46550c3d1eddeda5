"""Whether a date is the day of the decision that its sentence tells of, and not another's."""

import re

from pipeline.extract.actions import fold
from pipeline.extract.decisions_anchors import Anchor
from pipeline.extract.decisions_bodies import Body
from pipeline.extract.decisions_how import CLAUSE, SAYS, How
from pipeline.extract.decisions_who import DECIDED, Sentence
from pipeline.extract.facts import DateFact
from pipeline.forms.guard import guarded

# in the passive, on a day, these are decisions though no body is named: "återkallades den 22 november 2017"
_TOLD_BY_ITSELF = frozenset(("adopt", "approve", "other", "repeal", "change", "refer_back", "postpone"))
_TOLD_IN_A_MONTH = frozenset(("adopt", "repeal", "refer_back", "postpone"))
_COMING = re.compile(
    r"\b(?:ska|skall|kommer att|vantas|forvantas|beraknas|planeras|avser att|bor|foreslas|kan)\s+(?:\w+\s+){0,5}$"
)
_IF_DECIDED = re.compile(
    r"^(?:om|ifall|forutsatt att) (?:[^.,;]{3,60} )?(?:inte |ej )?(?:fattas|fattar|beslutas|beslutar|antas)\b"
)
_HANDED_IN = guarded(r"\b(?:motion|medborgarforslag|interpellation|ansokan|e-forslag|fraga)\w*\b")
_HANDING = re.compile(r"\b(?:lamna(?:t|de|ts|des)|inkom(?:mit)?|inlamna\w+|vackt?e?s?|ingav|ingett?|stallt?e?)\b")
_NEAR_DATE = re.compile(
    r"(?:\s*(?:den|i|under|år|senast|redan|hösten|våren|första gången|av|,|\(|sig|däremot|därför|också|även|dock|"
    r"fast|bakom|upp|ned|ner|det|den|detta|ärendet|frågan|förslaget|motionen|ansökan|planen|programmet|taxan|avtalet|"
    r"budgeten|riktlinjerna|policyn|strategin|reglementet|för\s+(?:19|20)\d\d|"
    r"därefter|sedan|därmed|så sent som|(?:vid\s+)?(?:sitt\s+)?(?:sammanträdet?|mötet?)|"
    r"(?:genom|i)\s+(?:ett\s+)?(?:beslut|dom))){0,5}\s*"
)
_AGENT = re.compile(
    r"\bav\s+(?:[\w-]+(?:,|\s+och)?\s+){0,4}?[\w-]*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen)\b|"
    r"\b(?:av|i)\s+[\w-]+(?:\s+och\s+[\w-]+)?"
)
_IN_YEAR = re.compile(r"(?:^|\b(?:år|i|under|redan|hösten|våren|sommaren|vintern|sedan|bland))\s*$", re.IGNORECASE)
_DURING = re.compile(r"\bunder\s+(?:år(?:en)?\s+)?$", re.IGNORECASE)
_SO_MANY = re.compile(
    r"\s(?:(?!§)[\w-]+\s){0,3}(?:\d{1,4}|flera|ett antal|många|totalt)\s(?:[a-zåäö]{3,}(?:ar|er|or|n)\b|st\b)"
)
_BY_DECISION = re.compile(r"\b(?:genom|i|enligt)\s+(?:ett\s+|sitt\s+)?(?:beslut|dom|yttrande)\s+(?:i|från|av)?\s*$")
# said of one who goes about things in another way: "sedan Skolverket i maj ändrat sina krav"
_OWN_WAY = re.compile(
    r"\s(?:sina?|sitt)\s(?:[a-zåäö]+\s)?\w*(?:krav|praxis|rutiner|bedömning(?:ar)?|inställning|organisation|syn|uppfattning|"
    r"arbetssätt|tolkning(?:ar)?|hållning|ståndpunkt|ansökan|begäran|anmälan|uppgifter|prognos(?:er)?|utbud|priser|"
    r"verksamhet|öppettider|önskemål|namn)\b"
)
_SAID = re.compile(
    r"\b(?:anför(?:t|de)|uppge(?:tt|r)|uppgivit|uppgav|häv(?:dat|dade)|påstå(?:tt|r)|påstod|framhåll(?:it|er)|framhöll|invän(?:t|de)|"
    r"bestri(?:tt|der)|bestred|upply(?:st|ste|ser)|meddela(?:t|de|r)|informera(?:t|de|r|des|ts)|berätta(?:t|de|r)|påpeka(?:t|de|r)|"
    r"besked(?: om)?|konstatera(?:t|de|r)|skrivit|skrev|påmin(?:t|de))\s(?:\w+\s){0,2}?att\b"
)
_REPORTED = re.compile(r"\batt\s")
_DOCUMENT = re.compile(
    r"\b(?:daterad|daterat|daterade|upprättad|upprättat|inkommen|inkom|ansökan|ansökte|kallelse)\W+(?:den\s+)?$",
    re.IGNORECASE,
)


def is_own_word(how: How, date: DateFact) -> bool:
    """Whether a passive tells of a decision though no body is named: "återremitterades i mars", "antogs den 4 maj"."""
    if not how.passive or how.verb == "försätta":  # a company that went bankrupt
        return False
    if date.precision == "day":
        return how.action in _TOLD_BY_ITSELF
    return date.precision == "month" and (how.action in _TOLD_IN_A_MONTH or how.verb == "remittera")


_MUNICIPAL = re.compile(
    r"(?:nämnden|fullmäktige|utskottet|direktionen|(?:kommun|region|landstings|stads|skol|kommundels|förbunds)styrelsen)$",
    re.IGNORECASE,
)
_SINCE_A_FIRST = frozenset(("höja", "sänka", "införa", "utöka"))  # told of the day from which it holds


def does_itself(how: How, body: Body, date: DateFact) -> bool:
    """Whether a municipal body is told to have done on a day what it does by deciding: "Nämnden noterade den 4 maj"."""
    in_time = date.precision == "day" or (date.precision == "month" and date.role == "decision")
    if how.passive or not in_time or SAYS.get(how.verb) != "own" or not _MUNICIPAL.search(body.name):
        return False
    return not (how.verb in _SINCE_A_FIRST and date.precision == "day" and date.date_from.day == 1)


def iso(date: DateFact) -> str:
    """The day, or the month or year where no more stands."""
    if date.precision == "day":
        return date.date_from.isoformat()
    if date.precision == "month":
        return f"{date.date_from:%Y-%m}"
    return f"{date.date_from:%Y}"


_NEW_SENTENCE = re.compile(r"[.!?]\s+[A-ZÅÄÖ]")
_SINCE_OR_BY = re.compile(
    r"\b(?:från|fr\.?\s?o\.?\s?m\.?|till|t\.?\s?o\.?\s?m\.?|senast|per|före|efter|sedan|inför)\s+"
    r"(?:och med\s+)?(?:den\s+)?$",
    re.IGNORECASE,
)
_ABOUT_YEAR = re.compile(r"\b(?:för|budget|avseende|gällande|om|åren|perioden|på)\s+(?:år\s+)?$", re.IGNORECASE)


def is_dated(text: str, sentence: Sentence, anchor: Anchor, how: How) -> bool:
    """Whether a date without § is the decision's own: in the verb's clause; a month or year right beside the verb."""
    between = text[how.end : anchor.start] if how.end <= anchor.start else text[anchor.end : how.start]
    if CLAUSE.search(between) or _NEW_SENTENCE.search(between):
        return False
    if how.passive and how.start >= anchor.end and _REPORTED.search(between):
        return False  # "har bolaget den 19 mars anfört att rutinerna har ändrats": what was said to have been done
    if how.start >= anchor.end and _SAID.search(between):
        return False  # "har den 19 mars anfört att nämnden har ändrat sitt beslut"
    if how.action == "change" and (_OWN_WAY.match(text, how.end) or _OWN_WAY.match(text, anchor.end)):
        return False
    date = anchor.date
    opening = max(sentence.start, anchor.start - 24)
    document = _DOCUMENT.search(text[opening : anchor.start])
    if document and not text[how.end : opening + document.start()].strip() and how.end <= opening + document.start():
        document = None  # "avslog ansökan den 29 oktober": the day that it was turned down, not that it came
    if date is None or document:
        return bool(date is not None and how.start > anchor.end and how.action in ("approve", "reject"))
    if not how.verb and re.fullmatch(r"\s*(?:från|av)\s*(?:år\s*|den\s*)?", between):
        return True  # "fullmäktiges beslut från 2014"
    if _SINCE_OR_BY.search(text[max(sentence.start, anchor.start - 24) : anchor.start]):
        return False
    if date.precision == "day":
        return len(between) < 160
    if date.precision not in ("month", "year", "season") or (date.precision == "season" and how.verb == "få"):
        return False
    if _ABOUT_YEAR.search(text[max(sentence.start, anchor.start - 16) : anchor.start]):
        return False
    if date.precision == "year" and how.verb == "få" and _DURING.search(text[sentence.start : anchor.start]):
        return False  # "har under 2024 och 2025 fått bidrag": what came in during a year
    if date.precision == "year" and how.start >= anchor.end and _SO_MANY.match(text, how.end):
        return False  # "Under 2012 beviljade nämnden 34 ansökningar": what the year came to
    if date.precision == "year" and how.start >= anchor.end:
        # "År 2015 antog …", but not "Internkontrollplan 2025 är antagen"
        return _IN_YEAR.search(text[sentence.start : anchor.start]) is not None and len(between.split()) <= 3
    if how.passive and re.search(r"\bsenast (?:av [^,.;]{3,40} )?(?:i|under) $", text[sentence.start : anchor.start]):
        return True  # "har förlängts två gånger, senast av nämnden i februari 2005"
    if how.end <= anchor.start:
        if how.passive and date.precision != "year" and _by_body(text, sentence, anchor, how):
            return True  # "beviljades 140 000 kronor av nämnden i februari 2018"
        if len(between) < 90 and _BY_DECISION.search(between):
            return True
        beside = _AGENT.sub("", between) if len(between) < 90 else between
        for body in sentence.bodies:  # "I december beslutade", but also "beslutade nämnden i december"
            if body.start - how.end in (0, 1) and body.end <= anchor.start and not body.genitive:
                beside = text[body.end : anchor.start]
        if bool(_NEAR_DATE.fullmatch(beside)) or len(between) < 14:
            return True
        return date.precision == "month" and how.verb in _OF_PAPERS and _ends_clause(text, between, anchor)
    return len(between.split()) <= 3


_RIGHT_BEHIND = re.compile(r"\s(?:redan\s|så sent som\s|senast\s)?i\s")


def _by_body(text: str, sentence: Sentence, anchor: Anchor, how: How) -> bool:
    """Whether right before a date stands the body by which something is told to have been done."""
    return any(
        how.end < body.start
        and text.endswith("av ", how.end, body.start)
        and _RIGHT_BEHIND.fullmatch(text, body.end, anchor.start) is not None
        for body in sentence.bodies
    )


# what a body does with a paper, and with nothing that itself happens in a month
_OF_PAPERS = frozenset(("anta", "fastställa", "upphäva", "återremittera", "bordlägga", "revidera", "avslå", "godkänna"))
_OWN_CLAUSE = re.compile(r"\b(?:att|om|till|inför|under|sedan|från|mellan)\s")


def _ends_clause(text: str, between: str, anchor: Anchor) -> bool:
    """Whether a month closes what a body is told to have done: "Nämnden antog krav på bostäder i maj 2019."."""
    date = anchor.date
    told = date is not None and date.role == "decision" and between.endswith(" i ") and len(between) < 100
    return told and not _OWN_CLAUSE.search(between) and text[anchor.end : anchor.end + 1] in ".,;)"


# "äger rum i maj för beslut i kommunstyrelsen i juni"
_TO_BE_DECIDED = re.compile(
    r"\b(?:för|inför|till) (?:vidare )?(?:beslut|antagande|fastställande) (?:i|av) (?:\w+ ){1,3}(?:i|den) $"
)


def is_coming(text: str, sentence: Sentence, anchor: Anchor, how: How | None) -> bool:
    if _IF_DECIDED.search(fold(text[sentence.start : sentence.start + 120])):
        return True
    if anchor.paragraph is None and _TO_BE_DECIDED.search(text, max(sentence.start, anchor.start - 60), anchor.start):
        return True
    if how is None:
        return False
    coming = _COMING.search(fold(text[max(sentence.start, how.start - 60) : how.start]))
    return coming is not None and "enligt" not in coming.group()  # "ska enligt fullmäktiges beslut § 99 redovisa"


def is_handed_in(text: str, sentence: Sentence, anchor: Anchor, body: Body | None) -> bool:
    """A motion that someone hands in to a body is no decision of it."""
    folded = fold(text[sentence.start : sentence.end])
    if not (_HANDED_IN.search(folded) and _HANDING.search(folded)):
        return False
    if _HANDED_DAY.search(folded, 0, anchor.start - sentence.start):
        return True
    if body is not None and any(
        v.passive and v.infinitive not in _HANDS_IN and text[v.end : body.start].strip() in ("av", "därefter av")
        for v in sentence.verbs
    ):
        return False  # "lämnades in den 3 februari och remitterades av fullmäktige den 23 februari"
    return body is None or (DECIDED.search(folded) is None and not _subject(text, sentence, body))


_HANDED_DAY = re.compile(rf"{_HANDING.pattern}(?: in)? (?:till [a-z ]{{3,40}} )?(?:den )?$")
_HANDS_IN = frozenset(("lämna", "inkomma", "väcka", "ställa", "inlämna", "inge"))


def _subject(text: str, sentence: Sentence, body: Body) -> bool:
    return not text[sentence.start : body.start].strip() or any(
        v.start >= body.end and v.start - body.end < 3 for v in sentence.verbs
    )
