"""The component `lupp_amounts`: every sum of money and percentage of the memo, in running text and in tables."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple, cast

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.amounts_alike import plain_percent, role_beside
from pipeline.extract.amounts_features import cues_of_the_one_before, round_amount, word_evidence
from pipeline.extract.amounts_plain import BACK, BEHIND, plain_role
from pipeline.extract.amounts_rates import MONEY, rate_before, rate_behind, rate_shared
from pipeline.extract.amounts_roles import REACH, Hint, role_in, role_of_heading, sentence_of
from pipeline.extract.amounts_savings import of_savings
from pipeline.extract.amounts_table_units import MOST_PERCENT
from pipeline.extract.amounts_tables import amounts_in_tables
from pipeline.extract.facts import AmountFact, Facts
from pipeline.extract.role_cues import Around
from pipeline.extract.role_model import role_model
from pipeline.forms.amounts import AmountMatch, find_amounts
from pipeline.forms.guard import guarded
from pipeline.forms.sentences import sentences
from pipeline.memo.memo import Block, BlockKind, Memo, Section, SectionKind
from pipeline.read.page import ReadAs
from pipeline.tables import Action, AmountRole

# Page heads and feet hold numbers that are no sums; a sum among addresses must be plainly one.
SKIPPED = {SectionKind.FURNITURE, SectionKind.STAMP}
DOUBTFUL = {SectionKind.LETTERHEAD, SectionKind.RECIPIENTS, SectionKind.SIGNATURES}
BY_ACTION: dict[Action, AmountRole] = {"guarantee": "guarantee", "grant": "grant", "fund": "budget"}
LISTED = (BlockKind.ITEM, BlockKind.LINES)
RULES = 2.0  # how much likelier the model takes the role to be that the rules say, beside what their cue weighs
UNTOLD = 0.5  # where no role is likelier than this, the rules decide
PLAIN = 2.5  # a table whose headings speak so plainly
BY_RATE: dict[str, AmountRole] = {
    "kWh": "price",
    "MWh": "price",
    "liter": "price",
    "EUR": "other",
    "m3": "price",
    "deltagare": "price",
    "portion": "price",
}
DIGIT = re.compile(r"\d")
WEAK = 0.8  # a sentence that says no more than this leaves the word to the one before
TOTAL_BEFORE = guarded(
    r"(?<!\w)(?<!del av )(?<!del av den )(?<!del av det )(?:totalt|sammanlagt|tillsammans|inalles"
    r"|sammantaget|summa|summan|totalsumman?|totala|totalkostnaden?|sammanlagda"
    r"|sammantagna|en total)(?!\w)(?:[^,;.\d]|(?<!\d)(?:19|20)\d\d(?!\d)){0,60}$",
    re.IGNORECASE,
)
TOTAL_AFTER = re.compile(r"\s(?:totalt|sammanlagt|tillsammans|inalles|sammantaget)(?!\w)", re.IGNORECASE)
PAIR = re.compile(r"\s(?:respektive|resp\.?|eller|och)\s")  # between sums of which the first borrows its unit
# "nio tjänster à 305 tkr", whose à an OCR reads as 4
EACH_LOST = re.compile(
    r"(?<!\w)(?:\d{1,3}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|femton|tjugo) [^\W\d_]{3,30} $", re.IGNORECASE
)
# "~2,4 mnkr" may have been -2,4, and "kommunen | 18 kr" 118
CUT_BEFORE = re.compile(r"(?<![^\s(])(?:[~=]|[|!Il] )\Z")


@Language.component("lupp_amounts")
def find_amount_facts(doc: Doc) -> Doc:
    """Fill `facts.amounts`, in text order. Runs after decisions and dates."""
    memo: Memo = doc._.memo
    facts: Facts = doc._.facts
    found: list[AmountFact] = []
    title = title_of(memo, facts)
    facts.left_out = 0
    for fact, hint in amounts_in_tables(memo, title):
        if fact is None:
            facts.left_out += 1
            continue
        section = memo.section_at(fact.start)
        fact.role = _settled(hint, fact, section, title)
        fact.role_confidence = 0.6 if hint is None else 0.85 if hint.score < PLAIN else 0.95
        found.append(fact)
    for section, block in blocks_of(memo):
        doubtful = section is not None and section.kind in DOUBTFUL
        for fact in _in_block(memo, facts, block, section, title):
            if not doubtful or (fact.confidence >= 0.9 and fact.unit in MONEY):
                found.append(fact)
    found.sort(key=lambda f: (f.start, f.end))
    dates = sorted((d.start, d.end) for d in facts.dates)
    facts.amounts = [fact for fact in found if not _within_date(fact, dates)]
    _mark_totals(facts.amounts)
    return doc


def blocks_of(memo: Memo) -> Iterator[tuple[Section | None, Block]]:
    """The blocks of running text that may hold amounts, each with its section."""
    in_tables = [(t.start, t.end) for t in memo.tables if t.cells]
    for block in memo.blocks:
        if not DIGIT.search(memo.text, block.start, block.end):
            low = memo.text[block.start : block.end].lower()
            if not ("kron" in low or "procent" in low or "euro" in low):
                continue  # no amount without a digit or one of these
        if in_tables and any(start <= block.start < end for start, end in in_tables):
            continue
        section = memo.section_at(block.start)
        if section is None or section.kind not in SKIPPED:
            yield section, block


class Cued(NamedTuple):
    """An amount of running text with what the rules say that it is for, and what stands round it. left: its sentence up
    to it; last: where in `left` the amount before it ends, -1 if none; kin: whether both are money or both are not."""

    fact: AmountFact
    around: Around
    left: str
    last: int
    kin: bool


def _in_block(memo: Memo, facts: Facts, block: Block, section: Section | None, title: str) -> Iterator[AmountFact]:
    """The amounts of a paragraph, list item, heading or group of lines, with roles."""
    model = role_model("amounts", word_evidence)
    before: AmountFact | None = None
    saving: bool | None = None
    for fact, around, left, last, kin in cued_in_block(memo, facts, block, section, title):
        if last >= 0 and before is not None:
            around.plain.extend(cues_of_the_one_before(before.role, left, last, kin))
        earlier, before = before, fact
        if fact.unit != "procentenheter" and not (fact.value < 0 and fact.unit in MONEY):
            odds = model.odds(around)
            if fact.role in model.roles:
                odds[model.roles.index(fact.role)] *= RULES
            likeliest = max(odds)
            fact.role_confidence = likeliest / sum(odds)
            if fact.role_confidence >= UNTOLD:  # else nothing near tells: the rules ask heading and title
                fact.role = cast(AmountRole, model.roles[odds.index(likeliest)])
        if fact.unit in MONEY and block.kind is not BlockKind.ROW:
            begin, end = max(block.start, fact.start - BACK), min(block.end, fact.end + BEHIND)
            told = plain_role(memo.text[begin : fact.start], memo.text[fact.end : end], fact.role, fact.per)
            if told is not None:
                fact.role, fact.role_confidence = told, 0.9
        elif (
            fact.unit == "procent"
            and (told := plain_percent(left, memo.text[fact.end : min(block.end, fact.end + BEHIND)])) is not None
        ):
            fact.role, fact.role_confidence = told, 0.9
        if last >= 0 and earlier is not None and fact.unit in MONEY:
            alike = role_beside(earlier, fact, left[last:])
            if alike is not None and alike != fact.role:
                fact.role, fact.role_confidence = alike, min(0.85, earlier.role_confidence)
        if fact.role in ("cost", "budget") and block.kind in LISTED:
            saving = of_savings(_lead_of_list(memo, block), title) if saving is None else saving
            if saving:
                fact.role, fact.role_confidence = "other", 0.8
        yield fact


def _lead_of_list(memo: Memo, block: Block) -> str:
    """The last line above the list that the block is part of."""
    index = bisect_left(memo.blocks, block.start, key=lambda b: b.start)
    for above in reversed(memo.blocks[max(0, index - 12) : index]):
        if above.kind is not block.kind or above.kind is BlockKind.LINES:
            return memo.text[max(above.start, above.end - 160) : above.end].rsplit("\n", 1)[-1]
    return ""


def cued_in_block(memo: Memo, facts: Facts, block: Block, section: Section | None, title: str) -> Iterator[Cued]:
    """The amounts of a paragraph, list item, heading or group of lines, with the rules' roles and all cues."""
    text = memo.text[block.start : block.end]
    matches = find_amounts(text)
    if not matches:
        return
    parts = _sentences(text, block.kind)
    lead = _unfinished(memo, block)
    place = section.kind.value if section else SectionKind.BODY.value
    if block.kind in (BlockKind.LINES, BlockKind.ROW):
        place += " line"
    heading = section.heading if section else ""
    before: Hint | None = None  # what the sum before it, or the sentence before, was about
    rated: AmountFact | None = None  # the sum before it
    last = ""
    for start, end in parts:
        first = bisect_left(matches, start, key=lambda m: m.start)
        inside = matches[first : bisect_left(matches, end, key=lambda m: m.start)]
        said, last = last, text[start:end]
        if not inside:
            continue
        led = lead if start == parts[0][0] else ""
        shift = len(led) - start
        sentence = sentence_of(led + text[start:end], [(m.start + shift, m.end + shift) for m in inside])
        for i, match in enumerate(inside):
            begin, finish = match.start + shift, match.end + shift
            hint = role_in(sentence, begin, finish, match.unit)
            fact = _fact(block.start, match)
            clause = text[max(start, match.start - 160) : match.start]
            fact.per = fact.per or rate_before(clause, match) or rate_behind(text, match)
            if fact.per is None and i:
                fact.per = rate_shared(rated, fact, text[inside[i - 1].end : match.start])
            elif i and rated is not None and _borrows(rated, text[inside[i - 1].end : match.start]):
                rated.per = fact.per
            rated = fact
            if match.text.startswith("4 ") and not memo.read_as <= {ReadAs.DIGITAL} and EACH_LOST.search(clause):
                fact.confidence = min(fact.confidence, 0.4)
            if not memo.read_as <= {ReadAs.DIGITAL} and CUT_BEFORE.search(clause[-3:]):
                fact.confidence = min(fact.confidence, 0.4)
            fact.is_total = bool(TOTAL_BEFORE.search(clause) or TOTAL_AFTER.match(text, match.end))
            if fact.per in BY_RATE and (hint is None or hint.score < 1.2):
                hint = Hint(BY_RATE[fact.per], 1.0)
            if fact.unit == "procent" and abs(fact.value) >= MOST_PERCENT:
                fact.confidence = min(fact.confidence, 0.3)
            action = _action(facts, fact)
            if fact.unit in MONEY and (hint is None or hint.score < WEAK):
                decided = Hint(BY_ACTION[action], 0.8) if action in BY_ACTION else None
                hint = decided or before or role_of_heading(said[-300:], fact.unit) or hint
            if fact.value < 0 and fact.unit in MONEY:
                hint = Hint("other", 1.0)
            fact.role = _settled(hint, fact, section, title)
            if hint is not None and fact.unit in MONEY:
                before = hint
            low = max(0, begin - REACH)  # a sentence may be as long as a book
            left, right = sentence.lowered[low:begin], sentence.lowered[finish : finish + REACH]
            ends = max(-1, inside[i - 1].end + shift - low) if i else -1
            begins = inside[i + 1].start + shift - finish if i + 1 < len(inside) else -1
            around = round_amount(
                left, right, (ends, begins), fact.unit, fact.per, fact.value < 0, place, action or "",
                (said[-300:], heading, title), float(fact.value),
            )  # fmt: skip
            if fact.unit != "procentenheter":
                around.plain.append(f"rule {fact.role} {_strength(hint)}")
            kin = i > 0 and (inside[i - 1].unit in MONEY) == (match.unit in MONEY)
            yield Cued(fact, around, left, ends, kin)


def _borrows(before: AmountFact, tie: str) -> bool:
    """Whether a sum takes unit and rate from the one behind it: "900 respektive 1 100 kronor ut per termin"."""
    return before.per is None and before.text[-1:].isdigit() and PAIR.fullmatch(tie) is not None


def _strength(hint: Hint | None) -> str:
    """How strongly the rules speak."""
    if hint is None:
        return "none"
    return "weak" if hint.score < 1.2 else "fair" if hint.score < 2.1 else "plain" if hint.score < 3 else "strong"


def _unfinished(memo: Memo, block: Block) -> str:
    """The end of the block before where its sentence goes on in this one (over a page, or a line apart), else ""."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LINES):
        return ""
    before = memo.text[max(0, block.start - 160) : block.start]
    tail = before[before.rstrip().rfind("\n") + 1 :].rstrip()
    goes_on = tail and tail[-1] not in ".!?" and (len(tail) > 50 or tail[-1] == ":")
    return tail + " " if goes_on else ""


def _sentences(text: str, kind: BlockKind) -> list[tuple[int, int]]:
    if kind not in (BlockKind.LINES, BlockKind.ROW):
        return sentences(text)
    parts, start = [], 0
    for line in re.split(r"([\n\t])", text):
        if line not in ("\n", "\t") or kind is BlockKind.ROW:
            parts.append((start, start + len(line)))
        start += len(line)
    return [(0, len(text))] if kind is BlockKind.ROW else parts


def _fact(offset: int, match: AmountMatch) -> AmountFact:
    return AmountFact(
        offset + match.start, offset + match.end, " ".join(match.text.split()), match.value, match.unit, match.per,
        match.approximate, match.bound, vat=match.vat, confidence=match.confidence,
    )  # fmt: skip


def _action(facts: Facts, fact: AmountFact) -> Action | None:
    """The action of the point that holds the amount."""
    return next((d.action for d in facts.decisions if d.start <= fact.start < d.end), None)


def _settled(hint: Hint | None, fact: AmountFact, section: Section | None, title: str) -> AmountRole:
    """The role: as the words near the amount say, else by its rate, the section's heading, the title, its unit."""
    if fact.unit == "procentenheter":
        return "other"
    if hint is not None:
        return hint.role
    if fact.per in BY_RATE:
        return BY_RATE[fact.per]
    if fact.unit == "procent":
        return "share"
    for heading in (section.heading if section else "", title):
        named = role_of_heading(heading, fact.unit)
        if named is not None and named.score >= 2:
            return named.role
    return "cost" if section and section.heading.casefold().startswith("ekonomi") else "other"


def title_of(memo: Memo, facts: Facts) -> str:
    """The matter's heading: what a sum is for where nothing nearer tells."""
    if facts.head.title is not None:
        return facts.head.title.value
    return " ".join(memo.text[s.start : s.end] for s in memo.sections_of(SectionKind.TITLE))[:300]


def _within_date(fact: AmountFact, dates: list[tuple[int, int]]) -> bool:
    """Whether the words are part of a date: all of them, or some of a number that borrows its unit from a neighbour."""
    index = bisect_left(dates, (fact.end, 0))
    start, end = dates[index - 1] if index else (-1, -1)
    if fact.text[-1:].isdigit():
        return end > fact.start
    return start <= fact.start and fact.end <= end


def _mark_totals(amounts: list[AmountFact]) -> None:
    """A total is the sum of others: where the memo has no others, none is."""
    money = [fact for fact in amounts if fact.unit in MONEY]
    for fact in amounts:
        if fact.is_total and (fact.unit not in MONEY or len(money) < 3):
            fact.is_total = False
