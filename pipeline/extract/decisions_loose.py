"""Proposals that no heading shows: a lead-in with its list wherever it stands, or a sentence of the running text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.actions import fold, main_verb, opens_with_infinitive, opens_with_present
from pipeline.extract.decisions_bodies import Context, find_bodies
from pipeline.extract.decisions_joins import OPEN_END
from pipeline.extract.decisions_leads import is_body_name, is_lead, is_stop
from pipeline.extract.decisions_points import LOST_ATT, Point, blocks_below, points_of, with_att
from pipeline.extract.decisions_units import begins_item
from pipeline.extract.decisions_words import OPENS_ATT, words
from pipeline.memo.headings import heading_of
from pipeline.memo.memo import Block, BlockKind, Memo, SectionKind

_READ = (SectionKind.LETTERHEAD, SectionKind.TITLE, SectionKind.BODY, SectionKind.SUMMARY)
_ELSEWHERE = (SectionKind.RECIPIENTS, SectionKind.SIGNATURES, SectionKind.PLANNING)
_SENDER = (
    r"(?:[\w-]*(?:forvaltningen|kontoret|avdelningen|enheten|staben|kansliet|sekretariatet|ledningen|verket)|undertecknad(?:e)?|"
    r"ordforanden|kommunchefen|kommundirektoren|jag|vi)"
)
# föreslår, får härmed föreslå, vill vördsamt hemställa
_PROPOSES = (
    r"(?:foreslar|hemstaller|tillstyrker|forordar|"
    r"(?:far|vill) (?:(?:harmed|darfor|saledes|vordsamt|alltsa|med hanvisning till [^.]{1,60}?) )?"
    r"(?:foresla|hemstalla))"
)
_SAYS_FINAL = re.compile("foresla|hemstall|tillstyrker|forordar")  # each of _FINAL's forms has one of these
_FINAL = re.compile(
    rf"(?:{_SENDER}\b[^.]{{0,60}}?\b{_PROPOSES}\b|"
    rf"\b{_PROPOSES}\s+(?:\w+\s+){{0,2}}?{_SENDER}\b|"
    r"(?:foreslas|hemstalles)\b[^.]{0,80}\bbeslut|[\w -]{3,60}\bforeslas\b[^.]{0,60}\bbesluta\b)",
    re.DOTALL,
)
# others than the sender, whose proposals are only told
_OTHERS = re.compile(
    r"\b(?:motionar\w*|motion\w*|forslagsstallar\w*|medborgar\w*|utredning\w*|remiss\w*|revis\w*|parti\w*)\b"
)
_SPACED_ATT = re.compile(r"(?<!\S)(?:a t t|att(?=\n|$))(?!\S)")
_NUMBER = re.compile(r"(?P<n>\d{1,2})[.)]\s+(?=[A-ZÅÄÖa-zåäö])")
_DECIDES = re.compile(r"\b(?:besluta[rs]?|beslut)\b")
_LIST_DECIDES = re.compile(r"\bbeslutar?(?: (?:for|i) (?:egen|sin) del)?(?: att)?[\s:,–-]*$")
# what a lead-in to a list says, however it goes on: who proposes, who decides
_LEADS_LIST = re.compile(rf"\b(?:{_PROPOSES}|foreslas|hemstalle?s|foresla|hemstalla)\b|{_LIST_DECIDES.pattern}")
_SENTENCE_DECIDES = re.compile(r"\bbeslutar(?: (?:for|i) (?:egen|sin) del)?(?: att\b|:)")


def loose_points(memo: Memo, context: Context) -> list[Point]:
    """The points of the last lists that a lead-in opens, else of the last proposing or the first deciding sentence."""
    blocks = list(_pieces(memo))
    # last, among what was taken for recipients or signatures
    groups = _groups(memo, blocks) or _groups(memo, list(_pieces(memo, _ELSEWHERE)))
    listed = points_of(memo, groups[-1], "") if groups else []
    listed = with_att(listed, memo.text, len(_SPACED_ATT.findall(memo.text))) if listed else []
    return listed or _told(memo, blocks, context) or _decided(memo, blocks, context)


def opens_list(memo: Memo, blocks: list[Block]) -> bool:
    """Whether the first of these blocks leads in a list of what is proposed or decided."""
    said = memo.text[blocks[0].start : blocks[0].end] if blocks else ""
    return bool(said) and _DECIDES.search(fold(said)) is not None and _leads_list(memo.text, blocks, 0)


def decided_lists(memo: Memo, start: int, end: int) -> list[Point]:
    """In minutes: the points of each list within text[start:end] that a body's deciding or proposing opens."""
    blocks = [b for b in _pieces(memo) if start <= b.start < end]
    groups = _groups(memo, blocks)
    if not groups and not memo.has_places:  # a margin's headings that an old OCR read before the text beside them
        groups = _groups(memo, [b for b in _pieces(memo, _ELSEWHERE) if start <= b.start < end])
    found: list[Point] = []
    for group in groups:
        if _OPENS_DECISION.search(fold(memo.text[group[0].start : group[0].end])):
            found += points_of(memo, group, "")
    return found


# "Kommunstyrelsen beslutar", "Kommunstyrelsens beslut för egen del"; not who moves what
_OPENS_DECISION = re.compile(r"^[^.]{3,90}\b(?:beslutar?|beslutade|beslut|foreslar|hemstaller)\b(?!.*\byrka)")


def _pieces(memo: Memo, kinds: tuple[SectionKind, ...] = _READ) -> Iterator[Block]:
    """The blocks that may hold a proposal, each line of the letterhead by itself."""
    for section in memo.sections_of(*kinds):
        headed = _leads(section.heading)  # "KOMMUNSTYRELSEN BESLUTAR" was taken for a heading
        for block in memo.blocks_in(section.start, section.end) if headed else blocks_below(memo, section):
            said = memo.text[block.start : block.end]
            if block.kind is BlockKind.LINES:
                yield from _lines(said, block)
            elif block.kind is BlockKind.HEADING and (begins_item(said) or _heads(said) or _leads(said)):
                yield replace(block, kind=BlockKind.PARAGRAPH)  # a point or lead-in that was taken for the title
            elif block.kind is not BlockKind.ROW:
                yield block


def _lines(said: str, block: Block) -> Iterator[Block]:
    at = block.start
    open_line: Block | None = None
    for line in said.split("\n"):
        if line.strip() and not LOST_ATT.fullmatch(line.strip()):
            end = at + len(line)
            if open_line is not None and len(said) > 60 and line[:1].islower() and not _OWN_LINE.match(line):
                open_line = replace(open_line, end=end)  # "… får härmed föreslå att styrelsen måtte hos fullmäktige"
            else:
                if open_line is not None:
                    yield open_line
                open_line = replace(block, kind=BlockKind.PARAGRAPH, start=at, end=end, content=-1, marker="")
            if len(line) < 45 or line.rstrip().endswith((".", ":", ",")):
                yield open_line
                open_line = None
        at += len(line) + 1
    if open_line is not None:
        yield open_line


_OWN_LINE = re.compile(r"(?:att|dels|samt|och att|a ?t ?t)\b|[•–*-]\s|\d{1,2}[.)]")


def _groups(memo: Memo, blocks: list[Block]) -> list[list[Block]]:
    """Lead-ins with their lists, those that follow on each other together."""
    groups: list[list[Block]] = []
    ended, at = -1, 0
    while at < len(blocks):
        if blocks[at].kind is BlockKind.HEADING or not _leads_list(memo.text, blocks, at):
            at += 1
            continue
        if at != ended:
            groups.append([])
        group = groups[-1]
        group.append(blocks[at])
        at += 1
        while at < len(blocks):
            listed = _in_list(memo.text, blocks, at, group)
            skipped = 0 if listed else _next_number(memo.text, blocks, at, group)
            if not (listed or skipped):
                break
            at += skipped
            group.append(blocks[at])
            at += 1
        ended = at
    return groups


def _next_number(text: str, blocks: list[Block], at: int, group: list[Block]) -> int:
    """How many blocks stand between this list's numbered points (a margin's lines): 0 where it has no next point."""
    last = _NUMBER.match(text, group[-1].start, group[-1].end)
    if last is None or _NUMBER.match(text, blocks[at].start, blocks[at].end):
        return 0
    for skipped, block in enumerate(blocks[at : at + 7]):
        number = _NUMBER.match(text, block.start, block.end)
        if number and int(number["n"]) == int(last["n"]) + 1:
            return skipped
        if _leads_list(text, blocks, at + skipped):
            return 0  # another body's points, counted on: the lead-in to them is no margin's line
    return 0


def _in_list(text: str, blocks: list[Block], at: int, group: list[Block]) -> bool:
    block = blocks[at]
    said, before = text[block.start : block.end], text[group[-1].start : group[-1].end]
    if block.kind is BlockKind.ITEM or begins_item(said):
        return not is_stop(said)
    if block.kind is BlockKind.HEADING:
        return False
    # the rest of a point, or of a list whose marks were lost
    if _FOLLOWING.search(fold(text[group[0].start : group[0].end])):
        return is_point(said) or (_FOLLOWING.search(fold(said)) is not None and len(said) < 300)
    if len(group) > 1 and OPEN_END.search(before) and before.startswith(OPENS_ATT):
        return True  # "att teckna avtal med" and then "Hallandstrafiken AB före den 1 mars 2014,"
    goes_on = len(group) > 1 and said[:1].islower() and not before.rstrip().endswith((".", ":"))
    verbs = opens_with_infinitive(said) or opens_with_present(said)
    unmarked = said[:1].islower() and verbs and (_leads(before) or before.rstrip().endswith(","))
    return goes_on or unmarked


# "… föreslår att socialnämnden beslutar följande.", and then whole sentences
_FOLLOWING = re.compile(r"\b(?:besluta(?:r|s)?|fattar?)\b[^.;:]{0,30}\bfoljande(?: beslut)?[.:]?$")


def is_point(said: str) -> bool:
    """Whether a paragraph is a sentence that says what is done: "Avtalet godkänns."."""
    if _ASKS_FOR.match(said) and said.endswith("."):
        return True
    verb = main_verb(said) if said[:1].isupper() and said.endswith(".") and not is_stop(said) else None
    return verb is not None and verb.tense == "pres" and (verb.action != "other" or verb.passive) and len(said) < 400


# "Tekniska nämnden hemställer hos kommunstyrelsen om medel för rivningen."
_ASKS_FOR = re.compile(
    r"[A-ZÅÄÖ][\w, -]{2,60}?(?:nämnden|styrelsen|utskottet|direktionen) (?:hemställer|begär|anhåller|äskar)\b"
)


def _heads(said: str) -> bool:
    """Whether a line is a heading of points: "Förslag till beslut", "Fastighetsnämndens beslut"."""
    heading = heading_of(said)
    return heading is not None and heading.kind in (SectionKind.PROPOSAL, SectionKind.DECISION)


def _leads(said: str) -> bool:
    return _LIST_DECIDES.search(fold(said)) is not None


def _leads_list(text: str, blocks: list[Block], at: int) -> bool:
    """A lead-in of its own kind before a list: "Kansliet får föreslå styrelsen besluta" and then att-satser, or
    "Direktionen beslutar" and then points that begin with what is done ("– teckna avtal …")."""
    said = text[blocks[at].start : blocks[at].end]
    if at + 1 >= len(blocks) or len(said) > 300:
        return False
    item = blocks[at + 1]
    first = words(text, item.start, item.end)
    if item.kind is BlockKind.ITEM and not _NUMBER.match(first):
        first = words(text, max(item.start, item.content), item.end)
    if len(said) < 60 and is_body_name(said) and item.kind is BlockKind.ITEM and opens_with_present(first):
        return True  # "Direktionen", and then "– godkänner avtalet"
    if _heads(said) and ((_NUMBER.match(first) and first.startswith("1")) or first.startswith(OPENS_ATT)):
        return True
    folded = fold(said)
    if not _LEADS_LIST.search(folded) or _OTHERS.search(folded):
        return False
    if _FOLLOWING.search(folded) and is_point(_NUMBER.sub("", first, count=1)):
        return True
    if not text.startswith(OPENS_ATT, item.start) and not _ATT.match(first):
        mark = begins_item(first)
        content = first[mark:]
        marked = item.kind is BlockKind.ITEM or mark or first[:1].islower()
        opens = content.startswith(OPENS_ATT) or (_leads(said) and opens_with_infinitive(content))
        if not (marked and opens):
            return False
    return is_lead(said, False, True)


_ATT = re.compile(r"(?:dels (?:ock |och )?)?(?:att|ATT) ")  # "dels att bevilja …", "dels ock att …"


def _told(memo: Memo, blocks: list[Block], context: Context) -> list[Point]:
    """An explicit proposal in the running text, the last one that stands there."""
    for at in range(len(blocks) - 1, -1, -1):
        if blocks[at].kind is BlockKind.HEADING:
            continue
        folded = fold(memo.text[blocks[at].start : blocks[at].end])
        if not (_SAYS_FINAL.search(folded) and (_FINAL.search(folded) or _asks_in_letter(memo, blocks[at], context))):
            continue
        points = points_of(memo, _run(memo.text, blocks, at), "")
        if points and any(_proposes(memo.text[p.start : p.end], p.lead, context) for p in points):
            return points
    return []


_BOARD_ASKS = re.compile(
    r"(?P<who>[A-ZÅÄÖ][\w-]+(?: och [\w-]+)?(?:nämnden|styrelsen))\s(?:(?:får|vill)\s(?:härmed\s)?)?"
    r"(?:hemställer?a?|föreslår?|anhåller?a?)\b"
)


def _asks_in_letter(memo: Memo, block: Block, context: Context) -> bool:
    """Whether a board's own letter asks another body: "Fritidsnämnden hemställer att kommunstyrelsen beviljar …"."""
    asks = _BOARD_ASKS.match(memo.text, block.start, block.end)
    if asks is None or asks["who"] == context.addressee:
        return False
    heads = memo.sections_of(SectionKind.LETTERHEAD)
    who = asks["who"].casefold()
    return any(who in memo.text[s.start : s.end].casefold() for s in heads if s.start < block.start)


def _run(text: str, blocks: list[Block], at: int) -> list[Block]:
    """The block and the list that follows it."""
    run = [blocks[at]]
    for block in blocks[at + 1 :]:
        if block.kind is not BlockKind.ITEM and not text.startswith(OPENS_ATT, block.start):
            break
        run.append(block)
    return run


_PROPOSES_TO = re.compile(r"\b(?:foreslar|hemstaller hos|foreslas)\b[^.;:]{3,120}?(?:\b(?:dels|att))?\W*$")


def _proposes(text: str, lead: str, context: Context) -> bool:
    """Whether a stretch says that something be decided: by the word, or by what its own body is to do."""
    if _DECIDES.search(fold(lead)) or _DECIDES.search(fold(text[:400])):
        return True
    verb = main_verb(text)
    if verb is None or verb.action == "other":
        return False
    bodies = find_bodies(text[: verb.start], context)
    if verb.tense == "inf":  # "Kontoret föreslår styrelsen dels att godkänna redovisningen, dels att utse …"
        opening = lead or text[: verb.start]
        bodies = find_bodies(opening, context) if _PROPOSES_TO.search(fold(opening)) else []
    return bool(bodies) and bodies[-1].name in (context.addressee, context.board) and not bodies[-1].genitive


def _decided(memo: Memo, blocks: list[Block], context: Context) -> list[Point]:
    """A paragraph that begins with what the memo's own addressee decides: "Socialnämnden beslutar att …"."""
    for at, block in enumerate(blocks):
        said = memo.text[block.start : block.end]
        verb = _SENTENCE_DECIDES.search(fold(said[:160]))
        if verb is None or block.kind is BlockKind.HEADING or heading_of(said) is not None:
            continue
        bodies = find_bodies(said[: verb.start()], context)
        own = bodies and not bodies[0].genitive and bodies[0].name in (context.addressee, context.board)
        if own and not said[: bodies[0].start].strip() and not said[bodies[-1].end : verb.start()].strip():
            return points_of(memo, _run(memo.text, blocks, at), "")
    return []
