"""The component `lupp_references`: what a memo points to.

Earlier decisions' §, statutes, other matters' diarienummer and courts' case numbers come from the text; attachments
and documents are the entries of their lists. The memo's own diarienummer and, in minutes, the own § are none.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.facts import Facts, ReferenceFact
from pipeline.extract.references_entries import entries, stripped
from pipeline.extract.roles_scraps import LONG, is_torn
from pipeline.forms.diarienummer import Number, find_diarienummer, is_number, may_be_foreign, same_number
from pipeline.forms.laws import find_laws
from pipeline.forms.papers import begins_with_paper
from pipeline.forms.paragraphs import CONTINUED, find_paragraphs
from pipeline.forms.persons import find_persons
from pipeline.forms.white import tidy
from pipeline.memo.headings import heading_of
from pipeline.memo.memo import Block, BlockKind, Memo, Section, SectionKind
from pipeline.read.page import ReadAs
from pipeline.tables import ReferenceKind

LISTS: dict[SectionKind, ReferenceKind] = {SectionKind.ATTACHMENTS: "attachment", SectionKind.DOCUMENTS: "document"}
_DIGIT = re.compile(r"\d")
_NOT_TEXT = frozenset({SectionKind.FURNITURE, SectionKind.STAMP})
_HEAD = frozenset({SectionKind.LETTERHEAD, SectionKind.FURNITURE, SectionKind.STAMP})
_TEXT_LABELS = (
    "dnr",
    "diarien",
    "diarie",
    "ärendenummer",
    "ärendenr",
    "ärende nr",
    "mål",
    "mal nr",
    "beteckning",
    "er beteckning",
    "ert d",
)
# In running text a number without label must show a registry's letters, and no property's (LERUM 14:3)
_SHORT_HEADING = re.compile(r"(?:[Bb]il\.|[Bb]il(?:aga|agor)?:?|BIL(?:AGA|AGOR)?[.:]?)[ \t]*\n")
_FIRST_LINE = re.compile(r"(?P<line>[^\n]{3,40})\n")
# a heading in the margin, read with the first paper: "Bilagor Anbudssammanställning 1996-03-14"
_BESIDE = re.compile(r"(?:Bilag(?:a|or)|BILAG(?:A|OR)|Bifogas|Bil\.)[ \t]{1,9}(?=[A-ZÅÄÖ])")
# "Bilaga: Ansökan med intyg" as a line of its own
_ONE_LINE = re.compile(
    r"(?:Bil\.|Bilaga|Bilagor|BILAGA)[ \t]*:[ \t]*(?P<what>[^\n.;,]{4,100}[^\s.;,])\.?[ \t]*(?:\n|$)"
)
_NUMBERED_LINE = re.compile(
    r"\s*(?:[Bb]il\.?|[Bb]ilag(?:a|or):?|BIL(?:AGA)?\.?)[ \t]{0,3}(?:nr[ \t]?)?(?:(?P<n>\d{1,2})|[A-H])[.:)]?[ \t]{1,9}"
    r"(?=[A-ZÅÄÖ\d\"”])"
)
# "vars diarienummer är S2022/02218"
_TOLD = re.compile(
    r"\b(?:(?:diarienummer|diarienr|dnr|beteckning|ärendenummer)\s+(?:är|var|har|lyder)|mål(?:et)?|(?:i|sitt|tillsyns)\s?ärendet?|ramavtal(?:et)?|upphandling)\s+$",
    re.IGNORECASE,
)
# a registry's letters, a ministry's (S2022/02218), a county board's three parts (521-18044-2022)
_MINISTRY = re.compile(r"\$(?=(?:19|20)\d\d/\d)")  # S2022/02218, in an OCR's eyes
_DASH = re.compile(r"(?<=[a-zåäö])[—–](?= och | samt )")  # "vatten— och avloppsanläggningar", in an OCR's eyes
_SURE_SHAPE = re.compile(
    r"^(?!\w+ \d{1,3}:\d+$)(?=.*[A-ZÅÄÖ]{2})|[A-Z][a-z]?(?:19|20)\d\d/\d{4,5}"
    r"|[1-9]\d{2,3}-\d{3,6}-(?:(?:19|20)\d\d|\d\d)$|[A-Z]\d{3}\.\d{3}/|^20\d\d/0\d{5}$"
)


@Language.component("lupp_references")
def find_references(doc: Doc) -> Doc:
    """Fills `facts.references`, in the order of the text."""
    memo: Memo = doc._.memo
    facts: Facts = doc._.facts
    found = [*_in_text(memo, facts), *_listed(memo)]
    facts.references = sorted(found, key=lambda fact: (fact.start, fact.end))
    return doc


def _listed(memo: Memo) -> Iterator[ReferenceFact]:
    for section in memo.sections_of(*LISTS):
        torn = is_torn(memo, section)
        for start, end in entries(memo, section):
            if torn and (end - start > LONG or not begins_with_paper(memo.text[start:end])):
                continue
            sure = 0.9 if end - start < 160 else 0.7
            said = tidy(memo.text[start:end])
            if memo.read_as != {ReadAs.DIGITAL}:
                said = _MINISTRY.sub("S", said.replace("—", "–"))
            yield ReferenceFact(start, end, LISTS[section.kind], said, sure)
        heading = _entry_as_heading(memo, section) if memo.read_as != {ReadAs.DIGITAL} else None
        if heading is not None:
            yield ReferenceFact(*heading, LISTS[section.kind], tidy(memo.text[slice(*heading)]), 0.6)
    for section in memo.sections_of(SectionKind.SIGNATURES, SectionKind.RECIPIENTS):
        yield from _below_signature(memo, section)
        if section.kind is SectionKind.SIGNATURES and memo.read_as != {ReadAs.DIGITAL}:
            yield from _papers_numbered(memo, section)
    for section in memo.sections_of(SectionKind.BODY, SectionKind.PROPOSAL, SectionKind.DECISION)[-1:]:
        for block in memo.blocks_in(section.body, section.end)[-12:]:
            if block.end - block.start < 120 and not memo.text[block.start : block.end].rstrip().endswith("."):
                yield from _numbered_lines(memo, block)  # "Bilaga 1: Avtal" at the foot of the text
        if memo.read_as != {ReadAs.DIGITAL}:
            yield from _papers_numbered(memo, section)


def _papers_numbered(memo: Memo, section: Section) -> Iterator[ReferenceFact]:
    """Numbered papers below the names that end the text: a list whose heading was not read, or misread as "Gor"."""
    blocks = memo.blocks_in(section.body, section.end)
    items = [*takewhile(lambda block: block.kind is BlockKind.ITEM, reversed(blocks))][::-1]
    before = blocks[: len(blocks) - len(items)][-1:]
    if not items or not before or not items[0].marker.startswith("1") or before[0].end - before[0].start > 40:
        return
    entries = [stripped(memo.text, block.start, block.end, False) for block in items]
    if all(begins_with_paper(memo.text[a:b]) and memo.text[b - 1] not in ".:" for a, b in entries):
        for start, end in entries:
            yield ReferenceFact(start, end, "attachment", tidy(memo.text[start:end]), 0.55)


def _entry_as_heading(memo: Memo, section: Section) -> tuple[int, int] | None:
    """A list's last entry that stands apart and was taken for a heading: it names a paper, and nothing is below it."""
    at = memo.sections.index(section) + 1
    after = memo.sections[at] if at < len(memo.sections) else None
    if after is None or after.kind is not SectionKind.BODY or not begins_with_paper(after.heading):
        return None
    start, end = stripped(memo.text, after.start, after.body, False)
    return None if memo.text[after.body : after.end].strip() or heading_of(after.heading) else (start, end)


def _papers_unheaded(memo: Memo, block: Block) -> Iterator[ReferenceFact]:
    """Lines below the names, in old text, each of which names a paper: a list whose heading was not read."""
    if block.kind is not BlockKind.LINES or ReadAs.TEXT not in memo.read_as:
        return
    label = _BESIDE.match(memo.text, block.start, block.end)
    at, lines = label.end() if label else block.start, []
    for line in memo.text[at : block.end].split("\n"):
        lines.append(stripped(memo.text, at, at + len(line), False))
        at += len(line) + 1
    said = [tidy(memo.text[start:end]) for start, end in lines]
    papers = (
        (len(said) > 1 or label is not None)
        and begins_with_paper(said[0])
        and sum(map(begins_with_paper, said)) * 2 >= len(said)
    )
    if papers and not any(
        x.endswith(".") or _NO_PAPER.search(x) or (find_persons(x) and not begins_with_paper(x)) for x in said
    ):
        for (start, end), line in zip(lines, said, strict=True):
            yield ReferenceFact(start, end, "attachment", line, 0.55)


def _below_signature(memo: Memo, section: Section) -> Iterator[ReferenceFact]:
    """The lines under a short "Bil." or "Bilaga:" that stands as the first line of a block below the names."""
    for block in memo.blocks_in(section.body, section.end):
        numbered = list(_numbered_lines(memo, block))
        if numbered:
            yield from numbered
            continue
        lead = _SHORT_HEADING.match(memo.text, block.start, block.end) or _headed(memo, block)
        if lead is None:
            yield from _papers_unheaded(memo, block)
            run_in = _ONE_LINE.match(memo.text, block.start, block.end)
            if run_in:
                start, end = run_in.span("what")
                yield ReferenceFact(start, end, "attachment", tidy(memo.text[start:end]), 0.75)
            continue
        at = lead.end()
        for line in memo.text[lead.end() : block.end].split("\n"):
            start, end = stripped(memo.text, at, at + len(line), False)
            at += len(line) + 1
            if sum(c.isalpha() for c in memo.text[start:end]) >= 3:
                yield ReferenceFact(start, end, "attachment", tidy(memo.text[start:end]), 0.75)


def _headed(memo: Memo, block: Block) -> re.Match[str] | None:
    """The first line of a block where it is a heading of attachments, which was not set apart: Bifogas."""
    line = _FIRST_LINE.match(memo.text, block.start, block.end) if block.kind is BlockKind.LINES else None
    heading = heading_of(line["line"]) if line else None
    return line if heading is not None and heading.kind is SectionKind.ATTACHMENTS else None


def _numbered_lines(memo: Memo, block: Block) -> Iterator[ReferenceFact]:
    """The lines of a block that say that they are attachments: "Bil. 1 Anbudsprotokoll", "Bil. 2 Turlistor"."""
    at, number = block.start, 0
    for line in memo.text[block.start : block.end].split("\n"):
        lead = _NUMBERED_LINE.match(line)
        if lead is None and number:  # "BIL 1. Utredning", and below it "2. Linjeplan"
            lead = re.match(rf"\s*{number + 1}[.:)]?[ \t]{{1,9}}(?=[A-ZÅÄÖ\d\"”])", line)
        number = int(lead["n"] or 0) if lead and lead.re is _NUMBERED_LINE else number + 1 if lead else 0
        if lead:
            start, end = stripped(memo.text, at + lead.end(), at + len(line), False)
            if sum(c.isalpha() for c in memo.text[start:end]) >= 3:
                yield ReferenceFact(start, end, "attachment", tidy(memo.text[start:end]), 0.8)
        at += len(line) + 1


def _in_text(memo: Memo, facts: Facts) -> Iterator[ReferenceFact]:
    """§, laws and diarienummer, block by block: none of them goes over a block's end."""
    minutes = facts.head.document_type == "minutes"
    worn = ReadAs.TEXT in memo.read_as
    own = facts.head.diarienummer.value if facts.head.diarienummer else None
    title = facts.head.title
    head = memo.sections_of(SectionKind.LETTERHEAD)
    yours = any(_YOURS.search(memo.text, section.start, section.end) for section in head)
    position = 0
    for section in memo.sections:
        while position < len(memo.blocks) and memo.blocks[position].end <= section.start:
            position += 1
        while position < len(memo.blocks) and memo.blocks[position].start < section.end:
            block = memo.blocks[position]
            position += 1
            if section.kind in _NOT_TEXT:
                continue
            text = memo.text[block.start : block.end]
            if _DIGIT.search(text) is None:
                continue  # no reference is without one
            text = text.replace("\n", " ").replace("\t", " ")
            if "$" in text:
                text = _MINISTRY.sub("S", text)
            laws = find_laws(text)
            if memo.read_as != {ReadAs.DIGITAL}:
                laws = [replace(law, text=_DASH.sub("-", law.text)) for law in laws]
            for law in laws:
                yield ReferenceFact(block.start + law.start, block.start + law.end, "law", law.text, law.confidence)
            if section.kind not in _HEAD:
                skip = minutes and (section.kind is SectionKind.TITLE or block.start < (title.start if title else 0))
                for mark in () if skip else find_paragraphs(text, laws):
                    if minutes and (
                        _own_paragraph(block, section.kind, mark.start, text)
                        or CONTINUED.match(_line_of(memo.text, block, mark.start))
                        or _GOES_ON.search(text, max(0, mark.start - 16), mark.start)
                    ):
                        continue
                    if block.kind is BlockKind.ROW and worn and not _DECIDED.search(text, 0, mark.start):
                        continue  # a digit of a table's row that was read as the sign
                    yield ReferenceFact(
                        block.start + mark.start, block.start + mark.end, "paragraph", mark.text, mark.confidence
                    )
            for number in [*_others(text, own, section.kind, yours), *_cases(text, section.kind)]:
                if minutes and not number.foreign and _OF_MATTER.fullmatch(text[: number.start] + text[number.end :]):
                    continue  # each matter's own number, beside its § or on a line of its own
                yield ReferenceFact(
                    block.start + number.start, block.start + number.end, "diarienummer", number.value,
                    0.9 if number.labelled else 0.8,
                )  # fmt: skip


_OF_MATTER = re.compile(
    r"(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,7}(?:[ /-]?[Aa][Uu])?\s*)?(?:§\s?\d{1,4}(?:/\d{2,4})?[\s.:]*(?!.*[.;]$).{0,90}?)?"
    r"(?:[Dd]nr|[Dd]iarie(?:nr|nummer)|[Ää]rendenummer)?[\s.:]*"
)
# who gets a decision, though his name begin as a paper's: "Markanalys i Hult AB"
_NO_PAPER = re.compile(
    r"(?:\b(?:AB|HB|KB|kommun|stad)|nämnden|styrelsen|fullmäktige|utskottet|kontoret|förvaltningen|myndigheten|föreningen)\Z"
)
_GOES_ON = re.compile(r"\b[Ff]orts(?:\.|ättning)?\s{1,3}\Z")  # the next page's head, which a page's last line ran into
_DECIDED = re.compile(
    r"(?:(?:19|20)\d\d|\d[-/]\d\d?|[,(]|ige|ige[sn]|utskott(?:et)?|beslut|prot\.?|\b[A-ZÅÄÖ]{2,4})\s?\(?\Z"
)
_REGISTRY = re.compile(r"[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,7}(?:[ /-]?[Aa][Uu])?\s*")


def _own_paragraph(block: Block, kind: SectionKind, at: int, text: str) -> bool:
    """True for a § that begins a heading or paragraph of minutes: it numbers the matter itself."""
    first = at == 0 or _REGISTRY.fullmatch(text, 0, at) is not None
    return first and block.kind is not BlockKind.ITEM and kind not in LISTS


def _line_of(text: str, block: Block, at: int) -> str:
    """The line of a block in which its character `at` stands."""
    before = text.rfind("\n", block.start, block.start + at)
    after = text.find("\n", block.start + at, block.end)
    return text[block.start if before < 0 else before + 1 : block.end if after < 0 else after]


_OF_LAND = re.compile(r"(?:[A-ZÅÄÖ][\w-]* )?(?:s:)?\d{1,4}:\d{1,4}$|\w{1,4}$|[^\d]*\d{1,3}$")


def _is_sure(text: str, number: Number) -> bool:
    """Whether a number without a label is a diarienummer by its shape, or said to be one."""
    told = _TOLD.search(text, max(0, number.start - 40), number.start)
    return told is not None or _SURE_SHAPE.search(number.value) is not None


# a court's case in brackets: "I en dom den 18 juni 2013 (M 8344-12) upphävde …"
_CASE = re.compile(r"[(,] ?(?P<n>(?:M|P|T|B|F|FT|PMT|PMÖ|UM|ÖÄ|Ö|Ä|A) \d{1,5}-\d\d)(?=[),;])")
_COURT = re.compile(r"\b(?:dom|domen|domar|beslut|utslag|avgörande)\b|domstol|rättens?\b", re.IGNORECASE)
NEAR = 110  # characters before such a number that name a court or a judgment


def _cases(text: str, kind: SectionKind) -> Iterator[Number]:
    """The case numbers that stand without a label, where a judgment or a court is spoken of."""
    if kind in _HEAD:
        return
    for match in _CASE.finditer(text):
        if _COURT.search(text, max(0, match.start() - NEAR), match.start()):
            yield Number(*match.span("n"), match["n"], False)


# a letterhead asks for another's number, and a county board's is there, under whatever label
_YOURS = re.compile(r"\b(?:Er beteckning|Er ref|Ert? (?:dnr|diarien))", re.IGNORECASE)
_STATE = re.compile(r"[1-9]\d{2,3}-\d{3,6}-(?:(?:19|20)\d\d|\d\d)")


def _others(text: str, own: str | None, kind: SectionKind, yours: bool = False) -> Iterator[Number]:
    """The diarienummer in a stretch of text that are not the memo's own.

    yours: whether the letterhead has a label for another's number.
    """
    if kind in _HEAD and not yours and not may_be_foreign(text):
        return
    for number in find_diarienummer(text):
        if number.labelled:
            named = number.label == "beteckning" and _SURE_SHAPE.search(number.value) and is_number(number.value)
            if not (number.foreign or named or number.label.startswith(_TEXT_LABELS)):
                continue
            if kind in _HEAD and not number.foreign:
                continue
            if number.label == "beteckning" and _OF_LAND.match(number.value):
                continue  # "fastigheten med beteckning Berga 3:14"
        elif yours and kind is SectionKind.LETTERHEAD and _STATE.fullmatch(number.value):
            pass
        elif kind in _HEAD or kind is SectionKind.TITLE or not _is_sure(text, number):
            continue
        if own is None and kind is not SectionKind.TITLE and len(text) <= len(number.value) + 8:
            continue  # a line that is a diarienummer alone is the memo's, though the head did not take it
        if own is None or not same_number(own, number.value):
            yield number
