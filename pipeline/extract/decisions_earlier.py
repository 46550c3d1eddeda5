"""Earlier decisions that a text refers back to: "Kommunfullmäktige beslutade den 11 maj 2020 § 78 att …"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.actions import Verb, find_verbs, fold, main_verb
from pipeline.extract.decisions_anchors import Anchor, anchors
from pipeline.extract.decisions_blocks import words
from pipeline.extract.decisions_bodies import Body, Context, find_bodies
from pipeline.extract.facts import DateFact, DecisionFact, Facts
from pipeline.forms.sentences import sentences
from pipeline.memo.memo import BlockKind, Memo, SectionKind
from pipeline.read.page import ReadAs
from pipeline.resources import table
from pipeline.tables import Action

_READ = (SectionKind.SUMMARY, SectionKind.BODY, SectionKind.PROPOSAL, SectionKind.DECISION, SectionKind.TITLE)
_DECIDED = re.compile(
    r"\b(?:besluta(?:de|t|d|des|ts)|beslots?|beslutit|besl\.|besl\b|fatta(?:de|t|des|ts)\b[^.;]{0,70}?beslut|"
    r"beslut(?:et)? (?:fattades|togs|har fattats|har tagits)|(?:tog|tagit)\b[^.;]{0,40}?\bbeslut)"
    r"(?:et)?\b"
)
_NOUN = re.compile(
    r"\b(?:(?P<decision>\w*beslut(?:et)?|dom|domen|utslag|sammantrade(?:t)?)|(?P<assign>\w*uppdrag(?:et)?)|"
    r"(?P<refer_back>aterremiss(?:en)?)|(?P<postpone>bordlaggning(?:en)?)|(?P<approve>godkannande(?:t)?|tillstyrkan|bifall)|(?P<reject>avslag(?:et)?|avstyrkan)|"
    r"(?P<adopt>antagande(?:t)?|faststallande(?:t)?)|(?P<repeal>upphavande(?:t)?)|(?P<grant>beviljande(?:t)?))\b"
)
_SAYS = {row["verb"]: row["says"] for row in table("extract/data/decisions_past.csv")}
MOST = 40  # dates and § in one sentence; what has more is a list or no text
_CLAUSE = re.compile(r";|:\s|\s–\s|,?\s(?:som|vilket|vilken|vilka|där|varvid|varefter|medan|men)\s")
_COMING = re.compile(
    r"\b(?:ska|skall|kommer att|vantas|forvantas|beraknas|planeras|avser att|bor|foreslas|kan)\s+(?:\w+\s+){0,5}$"
)
_HANDED_IN = re.compile(r"\b(?:motion|medborgarforslag|interpellation|ansokan|e-forslag|fraga)\w*\b")
_HANDING = re.compile(r"\b(?:lamna(?:t|de|ts|des)|inkom(?:mit)?|inlamna\w+|vackt?e?s?|ingav|ingett?|stallt?e?)\b")
_NEAR_DATE = re.compile(r"(?:\s*(?:den|i|under|år|senast|redan|hösten|våren|första gången|av|,|\()){0,4}\s*")
_DOCUMENT = re.compile(
    r"\b(?:daterad|daterat|daterade|upprättad|upprättat|inkommen|inkom|ansökan|ansökte|kallelse)\W+(?:den\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    anchors: tuple[Anchor, ...]
    bodies: tuple[Body, ...]  # offsets within the memo's text
    verbs: tuple[Verb, ...]  # past forms, offsets within the memo's text


def find_earlier(memo: Memo, facts: Facts, context: Context, points: Sequence[DecisionFact]) -> list[DecisionFact]:
    """The earlier decisions, in reading order; each once. Sets the role of their dates to `decision`."""
    found: list[DecisionFact] = []
    seen: set[tuple[str | None, str | None, str | None]] = set()
    day = facts.head.day
    misread = memo.read_as != {ReadAs.DIGITAL}
    for start, end, within in _stretches(memo, points):
        dates = [d for d in facts.dates if start <= d.start and d.end <= end]
        if not dates and not re.search(r"[§$]|\bpar(?:agraf|\.)|[85S&] \d{1,3} ?\/", memo.text[start:end]):
            continue
        marks = anchors(memo.text, start, end, dates, misread)
        if not marks:
            continue
        sentence = _read(memo.text, start, end, marks[:MOST], context)
        if sentence is None:
            continue
        opened = start
        for number, anchor in enumerate(sentence.anchors):
            fact = _decision(memo, sentence, number, opened, context, day, within)
            if fact is not None or anchor.paragraph:
                opened = anchor.end
            if fact is None:
                continue
            if anchor.date is not None and anchor.date.role in ("other", "event", "reference"):
                anchor.date.role = "decision"
            if not _again(seen, fact):
                found.append(fact)
    return found


def _again(seen: set[tuple[str | None, str | None, str | None]], fact: DecisionFact) -> bool:
    """Whether the decision was named before: with the same § and date, or the same date and body without §."""
    key = (fact.date, fact.paragraph, None if fact.paragraph else fact.body)
    if key in seen:
        return True
    seen.add(key)
    if fact.paragraph and fact.date:
        seen.add((fact.date, None, fact.body))
    return False


def _stretches(memo: Memo, points: Sequence[DecisionFact]) -> Iterator[tuple[int, int, DecisionFact | None]]:
    """Sentences of running text, and whole points, in order."""
    own = [(p.start, p.end, p) for p in points]
    for section in memo.sections_of(*_READ):
        for block in memo.blocks_in(section.start, section.end):
            if block.kind in (BlockKind.HEADING, BlockKind.ROW) or block.start < section.body:
                continue
            for start, end in _pieces(memo.text, block.kind, max(block.content, block.start), block.end):
                inside = next((p for a, b, p in own if a <= start and start < b), None)
                if inside is None:
                    yield start, end, None
                elif inside.start >= block.start and start <= inside.start + 6:
                    yield inside.start, inside.end, inside


def _pieces(text: str, kind: BlockKind, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretches = [(start, end)]
    if kind is BlockKind.LINES:
        stretches, at = [], start
        for line in text[start:end].split("\n"):
            stretches.append((at, at + len(line)))
            at += len(line) + 1
    for a, b in stretches:
        for x, y in sentences(text[a:b]):
            yield a + x, a + y


def _read(text: str, start: int, end: int, marks: Sequence[Anchor], context: Context) -> _Sentence | None:
    """What a sentence with these anchors holds, None where nothing in it says that something was decided."""
    stretch = text[start:end]
    verbs = tuple(
        Verb(v.start + start, v.end + start, v.infinitive, v.action, v.tense, v.passive)
        for v in find_verbs(stretch)
        if v.tense in ("past", "sup", "part")
    )
    if not any(m.paragraph for m in marks) and not any(_SAYS.get(v.infinitive) == "strong" for v in verbs):
        folded = fold(stretch)
        if not _DECIDED.search(folded) and not _NOUN.search(folded):
            return None
    bodies = tuple(
        Body(b.start + start, b.end + start, b.name, b.genitive, b.sure)
        for b in find_bodies(stretch, context, authorities=True)
    )
    return _Sentence(start, end, tuple(marks), bodies, verbs)


def _decision(
    memo: Memo,
    sentence: _Sentence,
    number: int,
    opened: int,
    context: Context,
    day: dt.date | None,
    within: DecisionFact | None,
) -> DecisionFact | None:
    text = memo.text
    anchor = sentence.anchors[number]
    date = anchor.date
    if date is not None and (
        day is not None and (date.date_from > day or (date.date_from == day and not anchor.paragraph))
    ):
        return None
    if (
        date is not None
        and anchor.paragraph is None
        and any(a.paragraph and a.date and a.date.date_from == date.date_from for a in sentence.anchors)
    ):
        return None  # the same decision, named with its § in the same sentence
    # a year or a period in between ("budget för 2018") does not part the verb from its date
    later = (a.start for a in sentence.anchors[number + 1 :] if a.paragraph or (a.date and a.date.precision == "day"))
    closed = next(later, sentence.end)
    how = _how(text, sentence, anchor, opened, closed)
    body = _body(text, sentence, anchor, opened)
    if anchor.paragraph is None:
        if how is None or not how.strong or date is None or not _dated(text, sentence, anchor, how):
            return None
        if body is None and not (
            how.passive and date.precision == "day" and how.action in ("adopt", "approve", "other")
        ):
            return None
    elif body is None and how is None:
        return None
    if _is_coming(text, sentence, anchor, how) or _handed_in(text, sentence, body):
        return None
    sure = body is not None and body.sure and (anchor.paragraph is not None or (how is not None and how.strong))
    name = body.name if body else (context.board if anchor.paragraph else None)
    for other in sentence.anchors:
        if other.misread >= 0:
            text = text[: other.misread] + "§" + text[other.misread + 1 :]
    confidence = (0.92 if sure else 0.75) - (0.2 if body is None else 0) - (0.1 if anchor.paragraph is None else 0)
    if anchor.misread >= 0:
        confidence -= 0.2
    return DecisionFact(
        start=sentence.start,
        end=sentence.end,
        kind="earlier",
        text=within.text if within else words(text, sentence.start, sentence.end),
        body=name,
        action=how.action if how else "other",
        date=_iso(date) if date else None,
        paragraph=anchor.paragraph,
        confidence=round(confidence, 2),
    )


def _iso(date: DateFact) -> str:
    if date.precision == "day":
        return date.date_from.isoformat()
    if date.precision == "month":
        return f"{date.date_from:%Y-%m}"
    return f"{date.date_from:%Y}"


@dataclass(frozen=True, slots=True)
class _How:
    """What says that something was decided: a verb or a noun, and what it says was done."""

    start: int
    end: int
    action: Action
    strong: bool
    passive: bool


def _how(text: str, sentence: _Sentence, anchor: Anchor, opened: int, closed: int) -> _How | None:
    before = [v for v in sentence.verbs if opened <= v.start < anchor.start]
    after = [v for v in sentence.verbs if anchor.end <= v.start < closed]
    folded = fold(text[opened:closed])
    split = anchor.start - opened
    decided = [m for m in _DECIDED.finditer(folded) if m.start() < split]
    strong_before = [v for v in before if _SAYS.get(v.infinitive) != "weak"]
    if any(anchor.end <= v.start < closed and _SAYS.get(v.infinitive) == "strong" for v in after):
        # "… avstyrkt motionen, medan tekniska nämnden den 5 maj ställde sig bakom den": another clause's verb
        strong_before = [v for v in strong_before if not _CLAUSE.search(text[v.end : anchor.start])]
    if decided and not (
        strong_before and strong_before[-1].start > opened + decided[-1].start() and strong_before[-1].tense != "part"
    ):
        match = decided[-1]
        return _How(
            opened + match.start(),
            opened + match.end(),
            _decided_to(text, opened + match.end(), anchor, closed),
            True,
            match.group().endswith(("des", "ts", "tad", "tat")),
        )
    if strong_before:
        return _from_verb(strong_before[-1])
    strong_after = [v for v in after if _SAYS.get(v.infinitive) != "weak"]
    later = [m for m in _DECIDED.finditer(folded) if m.start() >= anchor.end - opened]
    if later and not (strong_after and strong_after[0].start < opened + later[0].start()):
        match = later[0]
        wanted = _att_action(text[opened + match.end() : closed])
        return _How(
            opened + match.start(), opened + match.end(), wanted, True, match.group().endswith(("des", "ts", "tad"))
        )
    if strong_after:
        return _from_verb(strong_after[0])
    action: Action = "other"
    nouns = [m for m in _NOUN.finditer(folded) if m.start() < split] or list(_NOUN.finditer(folded))
    if nouns:
        match = nouns[-1] if nouns[-1].start() < split else nouns[0]
        if match.lastgroup == "decision":
            action = _att_action(text[anchor.end : closed])
        elif match.lastgroup:
            action = match.lastgroup  # type: ignore[assignment]
        strong = match.lastgroup != "assign" and not match.group().startswith("sammantrade")
        return _How(opened + match.start(), opened + match.end(), action, strong, False)
    if before or after:
        verb = (before or after)[-1] if before else after[0]
        return _How(verb.start, verb.end, verb.action, False, verb.passive)
    return None


def _from_verb(verb: Verb) -> _How:
    return _How(verb.start, verb.end, verb.action, _SAYS.get(verb.infinitive) == "strong", verb.passive)


def _decided_to(text: str, after: int, anchor: Anchor, closed: int) -> Action:
    """What was decided: said between the verb and the date, or after the date."""
    between = text[after : anchor.start] if after < anchor.start else ""
    if re.match(r"\s+(?:om\s+)?att\s", between):
        return _att_action(between)
    return _att_action(text[anchor.end : closed])


def _att_action(clause: str) -> Action:
    match = re.search(r"\b(?:om\s+)?att\b", clause[:160])
    if match is None:
        return "other"
    verb = main_verb(clause[match.end() - 3 :][:400])
    return verb.action if verb else "other"


def _body(text: str, sentence: _Sentence, anchor: Anchor, opened: int) -> Body | None:
    """Whose decision it is: beside the date, after av or i, the subject, or the one in the genitive."""
    usable = [
        b
        for b in sentence.bodies
        if not re.search(r"\b(?:till|åt|hos|för|inom)\s+$", text[max(0, b.start - 6) : b.start])
    ]
    for body in usable:
        if body.start >= anchor.start and body.end <= anchor.end:
            return body
        if (
            0 <= anchor.start - body.end <= 6
            and not body.genitive
            and not re.search(r"[.;]", text[body.end : anchor.start])
        ):
            return body
    agents = [b for b in usable if re.search(r"\b(?:av|i|från|hos|vid|efter)\s+$", text[max(0, b.start - 6) : b.start])]
    near = [b for b in agents if opened <= b.start < anchor.start] or [
        b for b in agents if 0 <= b.start - anchor.end <= 40
    ]
    if near and (
        any(v.passive or v.tense == "part" for v in sentence.verbs)
        or _DECIDED.search(fold(text[opened : anchor.start]))
    ):
        subjects = [b for b in usable if b not in agents and not b.genitive and opened <= b.start < anchor.start]
        if not subjects:
            return near[-1] if near[-1].start < anchor.start else near[0]
    for scope in (opened, sentence.start):
        subjects = [b for b in usable if not b.genitive and b not in agents and scope <= b.start < anchor.start]
        if subjects:
            return subjects[-1] if scope == opened else subjects[0]
        owners = [b for b in usable if b.genitive and scope <= b.start < anchor.start]
        if owners:
            return owners[-1]
        if near:
            return near[0]
    later = [b for b in usable if b.start >= anchor.end and b.start - anchor.end < 60]
    return later[0] if later else _subject_of(text, sentence)


def _subject_of(text: str, sentence: _Sentence) -> Body | None:
    """A body that no table knows: what stands before "beslutade" at the sentence's beginning."""
    match = _DECIDED.search(fold(text[sentence.start : sentence.end]))
    subject = text[sentence.start : sentence.start + match.start()].strip() if match else ""
    subject = re.sub(r"\s+(?:har|hade)(?:\s+\w+)?$", "", subject)
    parts = subject.split()
    if not parts or len(parts) > 6 or (not parts[-1].islower() and len(parts) > 1) or not parts[0][0].isupper():
        return None
    if re.search(r"[\d,;:.]", subject) or not re.search(
        r"(?:gruppe?n?|rådet?|mötet?|stämman?|kommittén?|beredning(?:en)?)$", subject
    ):
        return None
    return Body(sentence.start, sentence.start + len(subject), subject, False, sure=False)


def _dated(text: str, sentence: _Sentence, anchor: Anchor, how: _How) -> bool:
    """Whether a date without § is the decision's own: in the verb's clause; a month or year right beside the verb."""
    between = text[how.end : anchor.start] if how.end <= anchor.start else text[anchor.end : how.start]
    if _CLAUSE.search(between) or re.search(r"[.!?]\s", between):
        return False
    date = anchor.date
    if date is None or _DOCUMENT.search(text[max(sentence.start, anchor.start - 24) : anchor.start]):
        return bool(date is not None and how.start > anchor.end and how.action in ("approve", "reject"))
    if re.search(
        r"\b(?:från|fr\.?o\.?m\.?|till|t\.?o\.?m\.?|senast|per|före|efter|sedan|inför)\s+(?:och med\s+)?(?:den\s+)?$",
        text[max(sentence.start, anchor.start - 24) : anchor.start],
        re.IGNORECASE,
    ):
        return False
    if date.precision == "day":
        return len(between) < 160
    if date.precision not in ("month", "year", "season"):
        return False
    if re.search(
        r"\b(?:för|budget|avseende|gällande|om|åren|perioden|på)\s+(?:år\s+)?$",
        text[max(sentence.start, anchor.start - 16) : anchor.start],
    ):
        return False
    if how.end <= anchor.start:
        beside = re.sub(r"\b(?:av|i)\s+[\w-]+(?:\s+och\s+[\w-]+)?", "", between) if len(between) < 70 else between
        return bool(_NEAR_DATE.fullmatch(beside)) or len(between) < 14
    return len(between.split()) <= 3


def _is_coming(text: str, sentence: _Sentence, anchor: Anchor, how: _How | None) -> bool:
    if how is None:
        return False
    return bool(_COMING.search(fold(text[max(sentence.start, how.start - 60) : how.start])))


def _handed_in(text: str, sentence: _Sentence, body: Body | None) -> bool:
    """A motion that someone hands in to a body is no decision of it."""
    folded = fold(text[sentence.start : sentence.end])
    if not (_HANDED_IN.search(folded) and _HANDING.search(folded)):
        return False
    return body is None or (_DECIDED.search(folded) is None and not _subject(text, sentence, body))


def _subject(text: str, sentence: _Sentence, body: Body) -> bool:
    return not text[sentence.start : body.start].strip() or any(
        v.start >= body.end and v.start - body.end < 3 for v in sentence.verbs
    )
