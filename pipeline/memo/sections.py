"""Which section each draft belongs to; drafts in the order of the text."""

import re
from itertools import product

from pipeline.memo.drafts import Draft, line_text
from pipeline.memo.fold import alike, bare
from pipeline.memo.headings import heading_of, run_in
from pipeline.memo.layout import Token, Zone
from pipeline.memo.memo import BlockKind, SectionKind
from pipeline.memo.state import Looks
from pipeline.memo.title import find_title

_LIKE_PARAGRAPH = re.compile(r"(?P<open>\(?)(?P<sign>\$[Ss§]\$?|[Ss]\$|§[Ss]|[Ss]§|[S$])")
# all words that may be read so: S, $, 8, two or three such signs, a number with a sign
_SIGNS = ("S", "$", *("".join(signs) for count in (2, 3) for signs in product("$Ss§", repeat=count)))
_CLUNG = ("".join(word) for count in (1, 2) for word in product(*["0123456789"] * count, "8S$"))
_LIKE_ANY = frozenset(("8", *(before + sign for before in ("", "(") for sign in _SIGNS), *_CLUNG))
_EIGHT_NUMBER = re.compile(r"\d{1,2}[).,;:]{0,2}|\d{3}[).,;]{1,2}")  # no second half of `8 450`
_PARAGRAPH_NUMBER = re.compile(r"\d{1,3}(?:/\d{2,4})?[).,;:]{0,2}")
_SECTION_NUMBER = re.compile(r"\d{1,2}|[a-h]")  # "12 8 förordningen", "19 b 8 tobakslagen"
_SECTION_CLUNG = re.compile(r"(\d{1,2})[8S$]")  # "5 kap. 18 lagen", where "1 §" is meant
_CHAPTER = re.compile(r"[Kk]ap(?:\.|itlet)?")
_LAW_AFTER = re.compile(r"[a-zåäö]*(?:lagen|balken|förordningen)\b|lag$|(?:MBL|KL|PBL|SoL|LSS|LOU|FL|OSL)\b")
_DAY = re.compile(r"(?:\d{4}-\d\d-\d\d|\d{6}|\b\d\d-\d\d-\d\d|(?:19|20)\d\d),?$")
SHORT = 12  # characters; a shorter line is too little to be called a repetition


def put_in_sections(drafts: list[Draft], tokens: list[Token], looks: Looks) -> list[Draft]:
    """The drafts in text order, each section's first one with `opens` set; furniture's repeated lines left out."""
    _mend_paragraph_signs(drafts, tokens, eights=not looks.places and not looks.paragraphs)
    drafts = find_title(drafts, tokens, looks)
    front: list[Draft] = []
    body: list[Draft] = []
    body_zone = Zone.BODY  # looked up once: Python 3.11 is slow to tell a member of an enum
    apart: dict[Zone, list[Draft]] = {Zone.STAMP: [], Zone.FURNITURE: []}
    for draft in drafts:
        if draft.zone in apart:
            apart[draft.zone].append(draft)
        elif draft.zone == body_zone:
            body.append(draft)
        else:
            front.append(draft)
    after_title = titled = False
    for n, draft in enumerate(front):
        if draft.kind == BlockKind.HEADING and draft.marker == "title":
            draft.marker, draft.opens, after_title = "", SectionKind.TITLE, True
        elif n == 0 or after_title:
            draft.opens, after_title = SectionKind.LETTERHEAD, False
        text = " ".join(line_text(line, tokens) for line in draft.lines)
        if titled and draft.opens != SectionKind.TITLE and text.endswith(".") and text.count(" ") > 4:
            draft.opens, draft.kind, after_title = SectionKind.BODY, BlockKind.PARAGRAPH, True
        titled = titled or draft.opens == SectionKind.TITLE
        if draft.opens != SectionKind.TITLE and _recipients(draft, tokens):
            after_title = True
    if body and body[0].opens is None:
        body[0].opens = SectionKind.BODY
    stamps, furniture = apart[Zone.STAMP], _once(apart[Zone.FURNITURE], front, tokens)
    if stamps:
        stamps[0].opens = SectionKind.STAMP
    if furniture:
        furniture[0].opens = SectionKind.FURNITURE
    ordered = front + body + stamps + furniture
    if ordered and ordered[0].opens is None:
        ordered[0].opens = SectionKind.BODY
    return ordered


def _mend_paragraph_signs(drafts: list[Draft], tokens: list[Token], *, eights: bool = False) -> None:
    """Sets § where an OCR read it as `$S`, or as S or $ between a day and a number: `2018-05-25, S 19`.

    eights: also where it was read as 8 (`2018-05-25, 8 19,`), as old OCR text has it.
    """
    if _LIKE_ANY.isdisjoint([token.text for token in tokens]):
        return
    for draft in drafts:
        words = draft.words()
        for n, at in enumerate(words[:-1]):
            like = tokens[at].text
            if like not in _LIKE_ANY:
                continue
            before, after = tokens[words[n - 1]].text if n else "", tokens[words[n + 1]].text
            if eights and like == "8" and _DAY.search(before):
                if before.endswith(",") and _EIGHT_NUMBER.fullmatch(after):
                    tokens[at].text = "§"  # `2010-06-21, 8 45,`
                continue
            if like in ("S", "$", "8") and _SECTION_NUMBER.fullmatch(before):
                if _LAW_AFTER.match(after):
                    tokens[at].text = "§"  # `11 S lagen (1976:580)`
                continue
            if _CHAPTER.fullmatch(before) and _LAW_AFTER.match(after):
                if clung := _SECTION_CLUNG.fullmatch(like):
                    tokens[at].text = f"{clung[1]} §"
                continue
            match = _LIKE_PARAGRAPH.fullmatch(like)
            if match is None or not _PARAGRAPH_NUMBER.fullmatch(after):
                continue
            if match["sign"] not in ("S", "$") or match["open"] or _DAY.search(before):
                tokens[at].text = f"{match['open']}§"


def _recipients(draft: Draft, tokens: list[Token]) -> bool:
    """Opens a section of recipients where the letterhead or margin has one (`Kopia till: …`)."""
    text = line_text(draft.lines[0], tokens)
    heading, inline = heading_of(text), run_in(text)
    known = heading or (inline[0] if inline else None)
    if known is None or known.kind != SectionKind.RECIPIENTS or known.body_only:
        return False
    draft.opens = SectionKind.RECIPIENTS
    draft.heading_words = len(draft.lines[0]) if heading or inline is None else len(text[: inline[1]].split())
    return True


def _seen(key: str, seen: set[str]) -> bool:
    """True for a line that was printed before, also where one of the two was misread."""
    if key in seen:
        return True
    digits = list(filter(str.isdigit, key))
    return len(key) > 11 and any(
        abs(len(other) - len(key)) < 4 and list(filter(str.isdigit, other)) == digits and alike(key, other)
        for other in seen
    )


def _once(furniture: list[Draft], front: list[Draft], tokens: list[Token]) -> list[Draft]:
    """Each distinct line once; short ones as often as they are printed."""
    seen = {bare(line_text(line, tokens)) for d in front for line in d.lines}
    kept = []
    for draft in furniture:
        lines = []
        for line in draft.lines:
            key = bare(line_text(line, tokens))
            if len(key) < SHORT or not _seen(key, seen):
                lines.append(line)
                seen.add(key)
        if lines:
            draft.lines = lines
            kept.append(draft)
    return kept
