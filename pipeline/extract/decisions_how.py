"""What says that something was decided on a day: a verb or a noun, and what it says was done."""

import re
from dataclasses import dataclass, replace

from pipeline.extract.actions import Verb, fold, main_verb, opens_with_infinitive
from pipeline.extract.decisions_anchors import Anchor
from pipeline.extract.decisions_who import DECIDED, Sentence
from pipeline.forms.guard import guarded
from pipeline.resources import table
from pipeline.tables import Action

NOUN = guarded(
    r"\b(?:(?P<decision>(?<!forslag till )(?<!forslaget till )\w*beslut(?:et)?|"
    r"dom|domen|utslag|\w*forelaggande(?:t)?|inspektionsmeddelande(?:t)?|avgorande(?:t)?|sammantrade(?:t)?)|(?P<assign>\w*uppdrag(?:et)?)|"
    r"(?P<refer_back>aterremiss(?:en)?)|(?P<postpone>bordlaggning(?:en)?)|(?P<approve>godkannande(?:t)?|tillstyrkan|bifall)|(?P<reject>avslag(?:et)?|avstyrkan)|"
    r"(?P<adopt>antagande(?:t)?|faststallande(?:t)?)|(?P<repeal>upphavande(?:t)?)|"
    r"(?P<grant>beviljande(?:t)?|\w+s (?:\w*dispens|\w*tillstand)(?=,? (?:av |fran )?(?:den )?\d)))\b"
)

_TOUCHED = guarded(
    r"\b(?:andrar?|andras|upphav(?:a|er|s)|upphavs|river upp|kompletterar?|kompletteras)\b"
    r"[^.;]{0,60}\bbeslut(?:et)?\b[^.;]{0,60}$"
)
_AT_DECISION = re.compile(r"\bbeslut(?:et)?,? (?:(?:av|fran|den|av den|fran den) )?$")
# a statement that says where its body stands: "har yttrat sig den 4 maj och tillstyrker förslaget"
_STAND = re.compile(
    r"\b(?:(?P<for>tillstyrk(?:er|te|t|es)|staller sig bakom|stallde sig bakom)|avstyrk(?:er|te|t|es))\b"
)
SAYS = {row["verb"]: row["says"] for row in table("extract/data/decisions_past.csv")}

CLAUSE = re.compile(r";|:\s|\s–\s|,?\s(?:som|vilket|vilken|vilka|där|varvid|varefter|medan|men)\s")


# "Kf 2006-11-27 § 141 antog riktlinjerna och Ks 2007-01-09 § 4 gav …"
_NEW_SUBJECT = re.compile(r"\b(?:och|samt)\s+(?:[A-ZÅÄÖ][\w-]+|[\w-]*(?:nämnden|styrelsen|fullmäktige|utskottet))\s*$")


@dataclass(frozen=True, slots=True)
class How:
    """What says that something was decided: a verb or a noun, and what it says was done."""

    start: int
    end: int
    action: Action
    strong: bool
    passive: bool
    verb: str = ""  # its infinitive, "" where a noun tells


def how_decided(text: str, sentence: Sentence, anchor: Anchor, opened: int, closed: int) -> How | None:
    """What in text[opened:closed] says that something was decided on the anchor's day, None where nothing does."""
    if _TOUCHED.search(fold(text[opened : anchor.start])):
        # what that decision said is not told: "ändrar sitt beslut 2013-12-05, § 44, så att …"
        told = anchor.paragraph is not None or _AT_DECISION.search(fold(text[opened : anchor.start])) is not None
        return How(opened, anchor.start, "other", told, False)
    how = _told(text, sentence, anchor, opened, closed)
    if how is not None and how.verb in ("överlämna", "lämna") and _HANDED_ON.match(fold(text[how.end : closed])):
        return replace(how, action="other")
    if how is not None and how.action == "submit" and _HANDS_ON.search(fold(text[how.start : sentence.end])):
        return replace(how, action="other")
    if how is not None and how.verb == "behandla":
        return _handled(text, sentence, how, closed)
    if how is not None and how.action == "submit" and (stand := _STAND.search(fold(text[opened:closed]))):
        return replace(how, action="approve" if stand["for"] else "reject")
    return how


# a motion that the council hands on to be prepared
_HANDED_ON = re.compile(
    r" (?:\w+ )?(?:motion|medborgarforslag|e-forslag|forslag|arende|fraga|skrivelse)\w*\b[^.;]{0,40}? till "
)


# "beslutade den 30 oktober, § 145, att överlämna motionen till kommunstyrelsen för beredning"
_HANDS_ON = re.compile(
    r"\b(?:overlamn|oversan|skick)\w+(?:,? (?:den )?\d[^a-z]{0,12}[a-z]* \d{4},?)?(?:,? § ?\d+(?:/\d+)?,?)? "
    r"(?:motion|medborgarforslag|e-forslag)(?:en|et)? (?:vidare )?till [^.;]{3,60}? for "
    r"(?:beredning|yttrande|handlaggning|svar|utredning)"
)


def _handled(text: str, sentence: Sentence, how: How, closed: int) -> How:
    """What came out where a body dealt with a matter: "behandlade ärendet den 4 mars och återremitterade det".

    Where nothing is told to have come out, that it dealt with it decides nothing by itself.
    """
    later = [v for v in sentence.verbs if how.end <= v.start < closed and v.tense == "past"]
    strong = [v for v in later if says(v) == "strong"]
    told = bool(later) or DECIDED.search(fold(text[sentence.start : sentence.end])) is not None
    return replace(how, action=strong[0].action if strong else "other", strong=told)


def _told(text: str, sentence: Sentence, anchor: Anchor, opened: int, closed: int) -> How | None:
    before = [v for v in sentence.verbs if opened <= v.start < anchor.start]
    after = [v for v in sentence.verbs if anchor.end <= v.start < closed]
    after = [v for v in after if not (v.tense == "part" and _ought(text, anchor, v))]
    folded = fold(text[opened:closed])
    split = anchor.start - opened
    decided = [m for m in DECIDED.finditer(folded) if m.start() < split]
    strong_before = [v for v in before if says(v) != "weak"]
    if any(anchor.end <= v.start < closed and says(v) == "strong" for v in after):
        # "… avstyrkt motionen, medan tekniska nämnden den 5 maj ställde sig bakom den": another clause's verb
        strong_before = [
            v
            for v in strong_before
            if not (CLAUSE.search(text[v.end : anchor.start]) or _NEW_SUBJECT.search(text, v.end, anchor.start))
        ]
    if decided and not (
        strong_before and strong_before[-1].start > opened + decided[-1].start() and strong_before[-1].tense != "part"
    ):
        match = decided[-1]
        return How(
            opened + match.start(),
            opened + match.end(),
            _decided_to(text, opened + match.end(), anchor, closed),
            True,
            match.group().endswith(("des", "ts", "tad", "tat")),
        )
    if strong_before and says(strong_before[-1]) != "strong":
        named = _OF_DECISION.search(folded, 0, split)
        if named:  # "räknades upp genom nämndens beslut i november": the verb says nothing of who decided
            return How(opened + named.start(), opened + named.end("noun"), "other", True, False)
    if strong_before:
        last = strong_before[-1]
        object_of = next((v for v in strong_before if v.tense == "past" and 0 < last.start - v.end < 3), None)
        # "fastställde avslaget": the noun that looks like a participle
        how = _from_verb(object_of if last.tense == "part" and object_of is not None else last)
        # "satte i dom den 7 april ned avgiften": what a judgment or a decision does is decided
        return replace(how, strong=True) if _in_decision(text, sentence, anchor) else how
    strong_after = [v for v in after if says(v) != "weak"]
    paper = _in_decision(text, sentence, anchor)
    if paper and not (strong_after and not _OF_CLAUSE.search(text, anchor.end, strong_after[0].start)):
        # "I beslut den 4 maj begär IVO att nämnden redovisar vad som har gjorts"
        return How(opened + split - 1, opened + split, _att_action(text[anchor.end : closed]), True, False)
    later = [m for m in DECIDED.finditer(folded) if m.start() >= anchor.end - opened]
    if later and not (strong_after and strong_after[0].start < opened + later[0].start()):
        match = later[0]
        wanted = _att_action(text[opened + match.end() : closed])
        return How(
            opened + match.start(), opened + match.end(), wanted, True, match.group().endswith(("des", "ts", "tad"))
        )
    if strong_after:
        return replace(_from_verb(strong_after[0]), strong=True) if paper else _from_verb(strong_after[0])
    if text.startswith(": ", anchor.end):
        return How(anchor.end, anchor.end + 1, _att_action(text[anchor.end : closed]), False, False)
    action: Action = "other"
    nouns = [m for m in NOUN.finditer(folded) if m.start() < split] or list(NOUN.finditer(folded))
    if nouns and nouns[-1].lastgroup == "assign" and any(v.infinitive in _REPORTS and v.passive for v in before):
        nouns = []  # "Uppdraget redovisades för nämnden den 2 mars, § 61"
    if nouns:
        match = nouns[-1] if nouns[-1].start() < split else nouns[0]
        if match.lastgroup == "decision":
            action = _att_action(text[anchor.end : closed])
        elif match.lastgroup:
            action = match.lastgroup  # type: ignore[assignment]
        own_day = _DAY_BEHIND.fullmatch(text, opened + match.end(), anchor.start) is not None
        strong = (match.lastgroup != "assign" or own_day) and not match.group().startswith("sammantrade")
        return How(opened + match.start(), opened + match.end(), action, strong, False)
    if before or after:
        verb = (before or after)[-1] if before else after[0]
        return How(verb.start, verb.end, verb.action, False, verb.passive, verb.infinitive)
    return None


_OUGHT = re.compile(r"\satt\s(?:[^\s.;:]+\s+){0,12}?(?:ska|skall|bör|måste|får|kan)\s+(?:\w+\s+){0,4}$")


def _ought(text: str, anchor: Anchor, verb: Verb) -> bool:
    """Whether what a participle says is only asked for: "föreslog 2012-05-09 att motionen ska anses besvarad"."""
    return _OUGHT.search(text, max(anchor.end, verb.start - 120), verb.start) is not None


_REPORTS = frozenset(("redovisa", "slutredovisa", "rapportera", "återrapportera", "avsluta", "presentera"))
_DAY_BEHIND = re.compile(r"\s(?:(?:av|från|i)\s)?(?:den\s)?")  # "fullmäktiges uppdrag den 26 november 2018"
_OF_CLAUSE = re.compile(r"\s(?:att|som|vilka|vilket|när|där|hur|vad)\s")
_OF_DECISION = re.compile(
    r"\b(?:genom|enligt|efter|i) (?:[\w-]+ ){0,4}?(?P<noun>\w*beslut(?:et)?) "
    r"(?:(?:av|i) (?:[\w-]+ (?:och |i )?){0,2}[\w-]*(?:namnden|styrelsen|fullmaktige|utskottet|direktionen) )?"
    r"(?:(?:av|fran|i) )?(?:den )?$"
)


def _in_decision(text: str, sentence: Sentence, anchor: Anchor) -> bool:
    """Whether the date is a judgment's or a decision's: "har i dom den 4 juni 2018"."""
    before = text[max(sentence.start, anchor.start - 60) : anchor.start].lower()
    return (
        re.search(
            r"\b(?:i|genom)\s+(?:en\s+|ett\s+|sin\s+|sitt\s+)?(?:dom|beslut|utslag)\s*(?:av\s+)?"
            r"(?:(?:av|i)\s+[\w-]*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen)\s+)?(?:den\s+)?$",
            before,
        )
        is not None
    )


def _from_verb(verb: Verb) -> How:
    received = verb.infinitive in ("få", "erhålla")  # what one gets was given by another: a passive
    return How(verb.start, verb.end, verb.action, says(verb) == "strong", verb.passive or received, verb.infinitive)


# said of a document, not of a decision: "detaljplanen, upprättad … och reviderad 2025-12-03"
_OF_DOCUMENTS = frozenset(("revidera", "upprätta", "uppdatera", "justera", "komplettera"))


# "sade nej till förslaget", "gjorde detsamma", "tog bort avgiften"
_OTHERWISE: dict[str, tuple[Action, ...]] = {
    "säga": ("approve", "reject"),
    "göra": ("approve",),
    "ta": ("repeal",),
    "sätta": ("change", "repeal"),
}


def says(verb: Verb) -> str | None:
    """How much the verb says; "fick tillstånd", "fick i uppdrag" say as much as "gav"."""
    given = verb.action in ("grant", "assign", "authorise", "guarantee")
    if verb.infinitive in ("få", "erhålla", "lämna") and given and verb.tense in ("past", "sup"):
        return "strong"
    if verb.action in _OTHERWISE.get(verb.infinitive, ()):
        return "strong"
    if verb.infinitive in _OF_DOCUMENTS and (verb.tense == "part" or verb.passive):
        return "strong" if verb.tense != "part" and verb.infinitive == "revidera" else None
    return SAYS.get(verb.infinitive)


# "beslutade kultur- och föreningsnämnden att anta planen den 24 mars": the subject stands behind its verb
_TO_DO = re.compile(r"\s+(?:(?!att\b)[\w-]+,?\s+){0,7}?(?:om\s+)?att\s")


def _decided_to(text: str, after: int, anchor: Anchor, closed: int) -> Action:
    """What was decided: said between the verb and the date, or after the date."""
    between = text[after : anchor.start] if after < anchor.start else ""
    if _TO_DO.match(between):
        return _att_action(between)
    return _att_action(text[anchor.end : closed])


_ABOUT = re.compile(
    r"^\W*(?:ocksa |da |harefter )?om (?:att )?"
    r"(?P<noun>aterremiss|bordlaggning|avslag|bifall|tillstyrkan|avstyrkan)\b"
)
_DONE: dict[str, Action] = {
    "aterremiss": "refer_back",
    "bordlaggning": "postpone",
    "avslag": "reject",
    "bifall": "approve",
    "tillstyrkan": "approve",
    "avstyrkan": "reject",
}


def _att_action(clause: str) -> Action:
    about = _ABOUT.match(fold(clause[:60]))
    if about:
        return _DONE[about["noun"]]
    if clause.startswith(": "):  # "Arbetsutskottet 2003-02-10, § 23: Ärendet bordläggs."
        said = main_verb(clause[2:400])
        return said.action if said else "other"
    match = re.search(r"\b(?:om\s+)?att\b", clause[:160])
    if match is None:  # "beslöt 940907, § 231, anslå 50.000:-"
        bare = clause.lstrip(" ,)(")
        verb = main_verb(bare[:400]) if opens_with_infinitive(bare[:40]) else None
        return verb.action if verb else "other"
    verb = main_verb(clause[match.end() - 3 :][:400])
    return verb.action if verb else "other"
