"""Proposals: the points under Förslag till beslut, or the one that the text itself ends with."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.extract.actions import Verb, fold, main_verb, part_att
from pipeline.extract.decisions_bodies import Context, decider, find_bodies
from pipeline.extract.decisions_details import assignee, effect, who_ought
from pipeline.extract.decisions_leads import is_body_name, is_lead, proposes_nothing
from pipeline.extract.decisions_loose import loose_points, opens_list
from pipeline.extract.decisions_paragraphs import body_decides
from pipeline.extract.decisions_points import Point, blocks_below, points_in, points_of
from pipeline.extract.decisions_split import is_at_once
from pipeline.extract.decisions_words import words
from pipeline.extract.facts import DecisionFact, Facts
from pipeline.forms.guard import guarded
from pipeline.memo.headings import heading_of
from pipeline.memo.memo import Block, BlockKind, Memo, Section, SectionKind

_CHAIN = re.compile(r"\b(?:foresla(?:r|s)?|hemstall(?:a|as|er|es)|rekommendera[rs]?)\b|\bbeslutar?\b")
_PROPOSAL_HEADING = re.compile(
    r"(?:[\w-]+s )?(?:forslag till (?:beslut|[\w ,-]*(?:namnden|styrelsen|utskott(?:et)?|fullmaktige)\b)|"
    r"beslutsforslag\b)"
)
# what was taken for a heading but is a point, or the rest of one
_ATT_HEADING = re.compile(r"(?:\(?(?:\d{1,2}|[A-Za-z])[.)]\s+|[•–-]\s+)?(?:samt |dels |och )?att\s")
_GOES_ON_HEADING = re.compile(r"^[a-zåäö]|\d.*[,;]$|,\s+(?:och|samt)$")
# no point ends so: the rest stands where nothing was read
_CUT_OFF = re.compile(r"\b(?:till|av|för|med|på|i|från|och|samt|den|det|en|ett|att|om|vid|enligt|§|nr|kl)\.?$")
_POINTS = (SectionKind.PROPOSAL, SectionKind.DECISION)
_READ_FOR_FINAL = (SectionKind.BODY, SectionKind.SUMMARY)


def find_proposals(memo: Memo, facts: Facts, context: Context) -> list[DecisionFact]:
    """The proposals of a memo, in reading order. A memo that proposes nothing gives none."""
    points: list[Point] = []
    # in a memo "Kommunstyrelsens beslut" heads what the board is to decide
    sections: list[Section] = []
    for section in memo.sections:
        goes_on = bool(sections) and sections[-1].end == section.start and _goes_on(memo, section)
        if section.kind in _POINTS or goes_on or _is_proposal(section) or _below_title(memo, section):
            sections.append(section)
    heading = ""
    for section in sections:
        # an empty section's heading ("Förslag till beslut") is followed by the one that says who decides
        strays = _strays(memo, section)
        if strays:
            found = points_of(memo, [*blocks_below(memo, section), *strays], section.heading)
        else:
            found = points_in(memo, section)
        if found and not section.heading and heading:
            found = points_of(memo, blocks_below(memo, section), heading)
        heading = section.heading or heading
        points += found
    points = _without_told(memo, points)
    guessed = False
    if not points and not proposes_nothing(memo.text):
        points = loose_points(memo, context)
        guessed = bool(points)
    return proposals(memo, facts, context, points, guessed)


# "Tekniska kontorets förslag": what stands below may be told at length, and put as points further down
_LEADS_TO_DECIDE = re.compile(r"\b(?:beslut|hemstall|uppdra)|\batt\W*$")
_TELLS_PROPOSAL = re.compile(r"[\w,& -]*s forslag\W*")


def _without_told(memo: Memo, points: list[Point]) -> list[Point]:
    """The points without what an office tells of its proposal under a heading of its own, where the memo has points
    under "Förslag till beslut" too: sentences that no lead-in opens and no list holds, and a table's rows."""
    if not any(_PROPOSAL_HEADING.match(fold(p.heading).strip()) for p in points):
        return points
    kept: list[Point] = []
    for point in points:
        led = point.att or _LEADS_TO_DECIDE.search(fold(point.lead))
        if not led and _TELLS_PROPOSAL.fullmatch(fold(point.heading).strip()):
            said = words(memo.text, point.start, point.end)
            listed = point.number is not None or said.startswith("att ")
            if not (body_decides(said) or (listed and main_verb(said) is not None)):
                continue
        kept.append(point)
    return kept


def _strays(memo: Memo, section: Section) -> list[Block]:
    """The blocks of points behind a proposal that were taken for headings: "E) att teckna hyresavtal … för lokalen"."""
    found: list[Block] = []
    at = memo.sections.index(section) + 1
    while at < len(memo.sections):
        following = memo.sections[at]
        heading = following.heading
        if following.kind not in _READ_FOR_FINAL or not heading:
            break
        rest = _rest_of_list(memo, section, following, found)
        if rest:
            found += rest
            at += 1
            continue
        if not found and heading_of(heading) is None and _broken_off(memo, section, following):
            return [b for b in memo.blocks_in(following.body, following.end) if b.kind is not BlockKind.HEADING]
        open_end = bool(found) and not memo.text[found[-1].start : found[-1].end].rstrip().endswith(
            (".", ",", ";", ":")
        )
        if not (_ATT_HEADING.match(heading) or (open_end and _GOES_ON_HEADING.search(heading))):
            break
        found += [
            replace(b, kind=BlockKind.PARAGRAPH) if b.kind is BlockKind.HEADING else b
            for b in memo.blocks_in(following.start, following.end)
        ]
        at += 1
    return found


def _rest_of_list(memo: Memo, section: Section, following: Section, found: Sequence[Block]) -> list[Block]:
    """The points that follow a proposal's last lead-in below a margin's headings, which were read before them.

    found: those below the headings before.
    """
    below = [b for b in memo.blocks_in(following.body, following.end) if b.kind is not BlockKind.HEADING]
    items = list(takewhile(lambda b: b.kind is BlockKind.ITEM, below))
    above = found or [b for b in memo.blocks_in(section.body, section.end) if b.start < b.end]
    if not (items and above):
        return []
    if found:
        numbers = [_COUNTED.match(memo.text, b.start) for b in (found[-1], items[0])]
        return items if numbers[0] and numbers[1] and int(numbers[1][1]) == int(numbers[0][1]) + 1 else []
    said = words(memo.text, above[-1].start, above[-1].end)
    leads = above[-1].kind is not BlockKind.ITEM and is_lead(said, False, True)
    return items if leads and _DECIDES_NEXT.search(fold(said)) else []


_COUNTED = re.compile(r"(\d{1,2})[.),]\s")
_DECIDES_NEXT = re.compile(r"\b(?:egen del|sin del|eget beslut|egna beslut|beslutar?|hemstaller|foreslar)\b")


def _broken_off(memo: Memo, section: Section, following: Section) -> bool:
    """Whether a page's foot that was taken for a heading parts a proposal from its rest: the next lines go on."""
    before = memo.text[section.body : section.end].rstrip()
    rest = [b for b in memo.blocks_in(following.body, following.end) if b.kind is not BlockKind.HEADING]
    if not rest or not before:
        return False
    if memo.text[rest[0].start].islower() and not before.endswith((".", ":")):
        return True
    return opens_list(memo, rest)


def proposals(
    memo: Memo, facts: Facts, context: Context, points: list[Point], guessed: bool = False
) -> list[DecisionFact]:
    """The facts of points that stand together: where nothing names the body, it is the one before it."""
    found: list[DecisionFact] = []
    before: tuple[str, Point] | None = None
    proposer: str | None = None  # the body that proposes the point before to another, or decided those before it
    for point in points:
        fact, named = proposal(memo, facts, context, point, guessed)
        if fact.effective_from is None and _SAME_DAY.search(fact.text):
            fact.effective_from = next((f.effective_from for f in reversed(found) if f.effective_from), None)
        same_list = before is not None and (before[1].lead, before[1].heading) == (point.lead, point.heading)
        own_part = _OWN_PART.match(fold(fact.text)) is not None
        above = fact.body is not None and fact.body.endswith("fullmäktige")  # no point is its own part
        if own_part and before and above and body_in_point(fact.text, context) is None:
            fact.body = proposer or context.addressee
        elif named and fact.body:
            proposer = _proposer(fact, context) or (before[0] if before and same_list else None)
            before = (fact.body, point)
        elif own_part:
            fact.body = proposer or context.addressee
        elif before and same_list:
            fact.body = before[0]
            # a task for an officer is no matter of the body that only the point before it names
            officer = fact.assignee is not None and not find_bodies(fact.assignee, context)
            own = proposer and _own_chain(before[1], memo, context)
            # sentences below each other: what is noted or answered is the proposing body's own matter
            whole = point.number is None and not point.lead and fact.action in ("note", "answer")
            if own and (whole or (fact.action == "assign" and officer) or is_at_once(fact.text)):
                fact.body = proposer
        found.append(fact)
    _not_by_itself(found, context)
    return once(found)


def once(found: list[DecisionFact]) -> list[DecisionFact]:
    """The points without those that say the same again for the same body: a proposal at the head and at the end."""
    seen: set[tuple[str | None, ...]] = set()
    kept: list[DecisionFact] = []
    for fact in found:
        key = (fact.kind, fact.body, fact.proposed_to, fact.paragraph, fact.text.rstrip(" .,;").casefold())
        if key not in seen or len(fact.text) < 12:
            kept.append(fact)
        seen.add(key)
    return kept


_SAME_DAY = re.compile(r"\bfrån (?:och med )?(?:samma|denna|nämnda) (?:dag|datum)\b", re.IGNORECASE)


def _not_by_itself(found: list[DecisionFact], context: Context) -> None:
    """A body that is given a task decides it not itself: "Kommunstyrelsen får i uppdrag" is another's point."""
    bodies = [f.body for f in found if f.body is not None]
    for fact in found:
        if fact.action not in ("assign", "authorise") or fact.assignee is None or fact.assignee != fact.body:
            continue
        other = next((b for b in bodies if b != fact.assignee), None)
        above = context.council if fact.assignee in ("Kommunstyrelsen", "Regionstyrelsen") else None
        if other or above:
            fact.body, fact.confidence = other or above, min(fact.confidence, 0.75)


# "att för egen del uppdra åt miljöchefen …", below a point that proposes to another body
_OWN_PART = re.compile(r"(?:att )?(?:for|i) (?:egen|sin) del\b")


_OWN_CHAIN = guarded(r"(?:att )?[^.,;:]{3,60}? (?:foreslar?|hemstaller?|anhaller?|begar)\b ")


def _proposer(fact: DecisionFact, context: Context) -> str | None:
    """Who proposes in a point's own chain: "Tekniska nämnden föreslår kommunfullmäktige att anslå …"."""
    folded = fold(fact.text)
    chain = _OWN_CHAIN.match(folded)
    bodies = find_bodies(fact.text[: chain.end()], context) if chain else []
    return bodies[0].name if bodies and bodies[0].name != fact.body else None


def _own_chain(point: Point, memo: Memo, context: Context) -> bool:
    own = body_in_point(words(memo.text, point.start, point.end), context)
    return own is not None and own[1]


def proposal(
    memo: Memo, facts: Facts, context: Context, point: Point, guessed: bool = False
) -> tuple[DecisionFact, bool]:
    """The fact of one point (who decides, what, who gets the task, when it holds), and whether the body is named."""
    text = part_att(words(memo.text, point.start, point.end))
    text = f"att {text}" if point.att else text
    verb = main_verb(text)
    asked = asked_of(text, point)
    body, named = body_of(text, point, context)
    tasked = who_ought(text, context) if verb is None or verb.action == "other" else None
    begins, ends = effect(memo.text, point.start, point.end, facts.dates)
    confidence = 0.95 if point.sure else 0.75
    if not named:
        confidence -= 0.05 if body else 0.2
    if verb is None:
        confidence -= 0.05
    if guessed:
        confidence = min(confidence, 0.6)
    if _CUT_OFF.search(text):
        confidence = min(confidence, 0.5)
    fact = DecisionFact(
        start=point.start,
        end=point.end,
        kind="proposal",
        text=text,
        number=point.number,
        body=body,
        action="assign" if tasked else asked.action if asked else verb.action if verb else "other",
        assignee=tasked or (assignee(point.lead, asked, context) if asked else assignee(text, verb, context)),
        effective_from=begins,
        effective_to=ends,
        diarienummer=facts.head.diarienummer.value if facts.head.diarienummer else None,
        title=facts.head.title.value if facts.head.title else None,
        confidence=round(confidence, 2),
    )
    return fact, named


def asked_of(text: str, point: Point) -> Verb | None:
    """The verb of a lead-in that the point completes, None where there is none or the point has its own: below
    "Nämnden ger förvaltningen i uppdrag att" one that says "Nämnden godkänner tidsplanen."."""
    if not point.lead or not _TASK_LEAD.search(point.lead):
        return None
    own = main_verb(text) if text[:1].isupper() else None
    return None if own is not None and own.tense == "pres" and own.action != "other" else main_verb(point.lead)


# a lead-in that gives a task, each part of which is a point: "Nämnden ger förvaltningen i uppdrag att"
_TASK_LEAD = re.compile(
    r"\b(?:i uppdrag|uppdra(?:r|s)? åt [^.;:]{2,80}|bemyndigar? [^.;:]{2,80}|"
    r"(?:utser|väljer|förordnar|beviljar|godkänner|antar|fastställer|avslår|entledigar)\s*:?)(?: att)?[\s:–-]*$"
)


def body_of(text: str, point: Point, context: Context) -> tuple[str | None, bool]:
    """Who decides a point, and whether it is named: in the point's own chain, its lead-in, its subject, its heading."""
    officer = _OFFICER_DECIDES.match(point.lead or text)
    if officer:
        return officer["who"], True
    own = body_in_point(text, context)
    if own and not own[1] and point.lead and (short := _SHORT_NAME.match(fold(text))):
        led, sure = decider(point.lead, context)
        if led and sure and fold(led).endswith(short[1]):
            return led, True  # "Äldrenämnden beslutar" and then "Nämnden godkänner rapporten."
    verb = main_verb(text) if own else None
    if own and (own[1] or (verb is not None and verb.action != "other" and _other_body(own[0], point, context))):
        return own[0], True
    if point.lead:
        body, sure = decider(point.lead, context)
        if body:
            return body, sure and not _ONLY_PROPOSES.match(fold(point.lead))
    if own:
        return own[0], True
    if point.lead and context.addressee and _OWN_PART.match(fold(point.lead)):
        return context.addressee, True  # "För egen del, under förutsättning av fullmäktiges beslut"
    if point.heading:
        body, sure = decider(point.heading, context)
        if body:
            return body, sure
    return (context.addressee, False) if context.addressee else (None, False)


# by delegation: "Samhällsbyggnadschefen beslutar att …", "Kommunstyrelsens ordförande beslutar på styrelsens vägnar"
_OFFICER_DECIDES = re.compile(
    r"(?P<who>(?:(?:[Tt]f|[Vv]ik|[Bb]itr)\.?\s)?(?:[A-ZÅÄÖ][\w-]+s\s)?(?:vice\s)?"
    r"[\w-]*(?:chefen|direktören|ordförande|ordföranden|sekreteraren|rektorn?|ingenjören|inspektören|presidium|presidiet))"
    r"\sbeslutar\b(?!\sföreslå)"
)
# "Tekniska nämnden föreslår att": who decides, the points tell: "– fullmäktige beviljar medel"
_ONLY_PROPOSES = re.compile(
    r"[\w, -]{3,60}?(?:namnden|styrelsen|utskottet|direktionen) (?:foreslar|hemstaller) att[\s:]*$"
)
_SHORT_NAME = re.compile(r"(?:att )?(namnden|styrelsen|fullmaktige|utskottet|direktionen) ")


def _other_body(own: str, point: Point, context: Context) -> bool:
    """Whether the subject of a point that decides is another body than its lead-in's: "att fullmäktige tillför …"."""
    led = decider(point.lead, context)[0] if point.lead else None
    return led is not None and led != own


def body_in_point(text: str, context: Context) -> tuple[str, bool] | None:
    """The body that the point names as the one that decides. The second value: by a chain of proposing and deciding."""
    verb = main_verb(text)
    if verb is not None and verb.infinitive == "rekommendera":
        asked = find_bodies(text[verb.end : verb.end + 70], context)
        if asked and asked[0].start < 2 and not asked[0].genitive:
            return asked[0].name, True  # "rekommendera kommunfullmäktige att fatta motsvarande beslut"
    if _ASKS_ANOTHER.match(fold(text[:160])):
        return None  # the asking is the body's own decision
    head = text[: verb.start] if verb else text[:200]
    if verb is not None and verb.infinitive in _ASKING:
        head = _ASKED.sub(" ", head)
    frames = list(_CHAIN.finditer(fold(head)))
    if frames:
        body, _ = decider(head, context)
        if body:
            return body, True
    if verb is None or verb.passive or verb.infinitive in ("få", "äga", "ha", "gälla", "bli"):
        return None
    bodies = find_bodies(head, context)
    if verb.tense == "pres" and _ADVERBIAL.match(head):
        behind = find_bodies(text[verb.end : verb.end + 70], context)
        if behind and behind[0].start < 2 and not behind[0].genitive:
            return behind[0].name, False  # "Med stöd av miljöbalken förelägger miljönämnden bolaget att …"
    if verb.tense != "pres" or not bodies or bodies[0].genitive:
        return None
    before = head[: bodies[0].start].strip().lower()
    if before not in ("", "att", "samt att", "dels att", "och att"):
        return None
    names = [bodies[0].name]
    at = bodies[0].end
    for other in bodies[1:]:
        if head[at : other.start].strip().lower() in ("och", "samt", ","):
            names.append(other.name)
            at = other.end
    return "; ".join(dict.fromkeys(names)), False


# "att hos medlemskommunernas fullmäktige hemställa om borgen", not "att hos fullmäktige hemställa att taxan antas"
_ASKS_ANOTHER = re.compile(
    r"(?:att )?hos (?:[\w-]+ ){1,6}hemstalla (?:om (?!att\b)|att [^.;:]{3,80}? (?:far|skall?|kan|ma) )"
)
# "Nämnden beslutar att av kommunfullmäktige äska 3,1 mnkr", "att hos kommunstyrelsen ansöka om medel"
_ASKING = ("äska", "begära", "ansöka", "anhålla", "söka")
_ASKED = re.compile(r"\s(?:av|hos)\s(?:[\w-]+\s){1,3}\Z")
_ADVERBIAL = re.compile(
    r"(?:Med|Enligt|Mot|På|Utifrån|Under|Från|För|Till|Härmed|Därmed|Vidare|Samtidigt|Dessutom|Därutöver|I|Efter|Av|Vid)\s"
)


def _is_proposal(section: Section) -> bool:
    """A section whose heading says that it is a proposal to a body, whatever it was taken for."""
    if section.kind not in _READ_FOR_FINAL or not section.heading:
        return False
    return bool(_PROPOSAL_HEADING.match(fold(section.heading).strip()))


# "Kommunfullmäktige", "Till kommunstyrelsen", "Kommunstyrelsens eget beslut", "För egen del": whose points follow
_TO_BODY = re.compile(r"^(?:Till|I|För)\s+(?=\S)")
_OWN_POINTS = re.compile(r"\b(?:(?:eget|egna) (?:beslut|forslag)|(?:for|i) (?:egen|sin) del)$")


def _goes_on(memo: Memo, section: Section) -> bool:
    """Whether a section right below a proposal holds points of the body that its heading names."""
    heading = section.heading.strip(" .:")
    if section.kind not in _READ_FOR_FINAL or not heading or heading_of(heading) is not None:
        return False
    name = _TO_BODY.sub("", heading)
    if not (is_body_name(name[:1].upper() + name[1:]) or _OWN_POINTS.search(fold(heading))):
        return False
    points = points_in(memo, section)
    return any(p.sure for p in points)


def _below_title(memo: Memo, section: Section) -> bool:
    """A stretch without heading below one that was taken for the memo's title: "Förslag till beslut i nämnden"."""
    if section.kind is not SectionKind.BODY or section.heading:
        return False
    at = memo.sections.index(section) - 1
    if at < 0:
        return False
    above = memo.sections[at]
    title = memo.text[above.start : above.end].strip()
    return above.kind is SectionKind.TITLE and _PROPOSAL_HEADING.match(fold(title)) is not None
