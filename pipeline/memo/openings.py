"""Which lines open something: known headings, headings that no list knows, signatures."""

import re
from itertools import pairwise

from pipeline.memo.flow import full
from pipeline.memo.headings import Heading, heading_of
from pipeline.memo.items import mark_of
from pipeline.memo.labels import is_date, is_diarienummer
from pipeline.memo.layout import Piece, PieceKind, Segment, Token, Zone
from pipeline.memo.memo import BlockKind, SectionKind
from pipeline.memo.rows import median
from pipeline.memo.signatures import (
    are_two_names,
    is_approval,
    is_name,
    is_named_role,
    is_role,
    is_sender,
    without_specks,
)
from pipeline.memo.state import END, LISTS, POINTS, State

_SIGNATURES = SectionKind.SIGNATURES  # looked up once: Python 3.11 is slow to tell a member of an enum
ENTRIES = {SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS}
_CAPTION = re.compile(r"(?:tabell|figur|diagram|bild)\b(?: \d| [A-Z]\b|:)", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:föreslår|föreslås|beslutar|besluta|beslutade|hemställer|rekommenderar|rekommenderas|tillstyrker|godkänner|"
    r"antar|uppdrar|ger|foreslar|foreslas|hemstaller|godkanner|är|ar|har|kan|ska|skall|bör|får)\b",
    re.IGNORECASE,
)

_SIGNED = re.compile(r"(?:just|ordf|sign|utdrag|rätt utdr)", re.IGNORECASE)  # the foot of a page of minutes


def known(state: State, text: str, segment: Segment, gap: float) -> Heading | None:
    heading = heading_of(text)
    if heading is None:
        return None
    stands_out = segment.bold or segment.size > 1.1 * state.looks.size or text.isupper() or text.endswith(":")
    named = heading.kind == SectionKind.SUMMARY and " av " in text and "rende" not in text  # of an inquiry
    entry = named or heading.kind == SectionKind.BODY
    draft_of = heading.kind == SectionKind.PROPOSAL and "beslut" not in text.lower()  # "Förslag till yttrande"
    if state.section in ENTRIES and (entry or draft_of) and not (segment.bold or text.endswith(":")):
        first = bool(state.drafts) and state.drafts[-1].kind == BlockKind.HEADING
        if first or mark_of(text.split(), "", True) is not None:
            return None  # "Bilagor" over "Medborgarförslag", "- Yttrande": an entry of the list
    sends = state.section in ENTRIES and heading.kind == SectionKind.RECIPIENTS and text.rstrip(" :").endswith(" till")
    plain = not heading.body_only and not heading.line_only and (text.count(" ") > 1 or sends)
    apart = state.section in LISTS or gap > 0.15 or state.last is None  # a large title's box may reach down to it
    if plain and heading.kind in LISTS | {SectionKind.PROPOSAL} and apart:
        return heading  # no entry of a list reads so, and no line of a paragraph
    if state.looks.styled and not stands_out and state.looks.places:
        return heading if gap > 0.5 and not heading.body_only and not heading.line_only else None
    if state.section in LISTS and not stands_out and gap < 0.35 and state.last is not None:
        return heading if _next_list(state, heading, text) else None
    if heading.line_only and not stands_out and gap < 0.2 and state.last is not None:
        return None
    if state.last is not None and gap < 0.15 and not stands_out and not END.search(state.text(state.last)):
        # the last words of a paragraph may look like a heading
        return None if full(state, state.last, segment) else heading
    return heading


MOST_APART = 6  # words of a heading that shares its line with its text


def stand_out(words: list[Token]) -> int:
    """How many of a line's first words stand out from the rest, in bold or by the space after them; 0 where none do."""
    if len(words) < 3:
        return 0
    bold = next((n for n, w in enumerate(words) if not w.bold), 0)
    if 0 < bold <= MOST_APART:
        return bold
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(words)]
    widest = max(gaps[:MOST_APART])
    usual = median([g for g in gaps if g < widest]) if min(gaps) < widest else widest
    return gaps.index(widest) + 1 if widest > max(1.6 * usual, 0.5 * words[0].size) else 0


def _next_list(state: State, heading: Heading, text: str) -> bool:
    """True where another list's heading stands right under a list of items, itself without a mark."""
    listed = heading.kind in LISTS and heading.kind != state.section and not (heading.body_only or heading.line_only)
    items = bool(state.drafts) and state.drafts[-1].kind == BlockKind.ITEM
    return listed and items and mark_of(text.split(), "", True) is None


def signs(state: State, piece: Piece, text: str, after: Piece | None) -> bool:
    """A name with a title under it, or an approval line."""
    if state.section == _SIGNATURES:
        return False
    if is_approval(text):
        return True
    if piece.gap < 0.35 and state.last is not None:
        if state.looks.places or state.looks.paragraphs or not END.search(state.text(state.last)):
            return False  # an old OCR text may have lost the white space between the text and the names
        if (
            not is_name(text)
            or after is None
            or not is_role(state.text(after.lines[0] if after.lines else piece.lines[0]))
        ):
            return False
    if is_named_role(text):
        return state.section not in LISTS
    if not is_name(text):
        return False
    if after is None or after.zone != Zone.BODY or after.kind != PieceKind.LINE:
        return state.section not in LISTS
    below = state.text(after.lines[0])
    return is_role(below) and len(below) < 60 and after.gap < (0.9 if state.looks.places else 1.4)


def unknown_heading(state: State, piece: Piece, text: str, gap: float, after: Piece | None) -> bool:
    segment = piece.lines[0]
    if not 3 < len(text) < 90 or text[-1] in ".,;:" or not (text[0].isupper() or text[0].isdigit()):
        return False
    if text.startswith("ATT ") and text[4:5].islower():
        return False  # an att-sats, as some houses write it
    if _CAPTION.match(text) or (state.section in POINTS and text.count("(") != text.count(")")):
        return False
    if state.section in LISTS | POINTS and mark_of(text.split(), "", True) is not None:
        return False
    if state.section in LISTS | {SectionKind.SIGNATURES} and (is_name(text) or is_sender(text) or is_role(text)):
        return False
    if state.section == _SIGNATURES and are_two_names(text):
        return False
    if (
        is_date(text)
        or is_diarienummer(text)
        or text.count(" ") > (14 if segment.bold else 10)
        or not any(map(str.isalpha, text))
    ):
        return False
    if state.section in POINTS and _VERB.search(text):
        return False
    if after is None or after.zone != Zone.BODY or after.kind == PieceKind.CELL:
        return False
    below = state.text(after.lines[0]) if after.lines else "Tabell"
    if state.looks.places and segment.box.width > 0.92 * (state.looks.right - state.looks.left):
        return False
    larger = segment.size > 1.12 * state.looks.size and state.looks.sized
    if larger and not segment.bold and _set_apart(state, text, below):
        return False
    if state.looks.styled or segment.bold or larger:
        over = after.kind == PieceKind.LINE and after.lines[0].bold == segment.bold and after.gap < 0.3
        # bold lines under each other: a heading of two lines if the first is full, else bold text
        return (segment.bold or larger) and not (over and after.lines[0].bold and not _wraps(state, segment, after))
    if gap < 0.5 and state.last is not None:
        return False
    if text.isupper() and len(text) > 4:
        return True
    if (after.lines and full(state, segment, after.lines[0])) or ". " in text:
        return False
    if state.section in LISTS | {SectionKind.SIGNATURES}:
        first = bool(state.drafts) and state.drafts[-1].kind == BlockKind.HEADING
        if first or "," in text or not (below.endswith(".") or len(below) > 70):
            return False
    runs_on = len(below) > 45 and below[0].isupper() and not below.isupper()
    return runs_on and after.kind == PieceKind.LINE and not _VERB.search(text) and after.gap < 1.6


def _set_apart(state: State, text: str, below: str) -> bool:
    """True for an entry of a list that a scan shows larger, whose sizes are measured on the letters, or set apart."""
    if state.section not in LISTS or below.endswith(".") or len(below) > 70 or _SIGNED.match(text):
        return False
    first = bool(state.drafts) and state.drafts[-1].kind == BlockKind.HEADING
    return state.section == SectionKind.RECIPIENTS or (first and state.section in ENTRIES)


def signed(texts: list[str]) -> bool:
    if len(texts) > 6:
        return False
    if any(is_approval(t) for t in texts):
        return True
    if is_named_role(texts[0]) or (len(texts) > 1 and is_role(texts[0]) and is_name(texts[1])):
        return True
    if len(texts) > 1 and is_role(texts[1]) and is_name(without_specks(texts[0])):
        return True
    return is_name(texts[0]) or (len(texts) > 1 and is_sender(texts[0]) and any(is_name(t) for t in texts[1:]))


def _wraps(state: State, segment: Segment, after: Piece) -> bool:
    """True where the line is broken for want of room, and the next one, shorter, ends what was begun."""
    below = after.lines[0]
    ends = not state.text(below).endswith(".") and below.box.width < 0.8 * (state.looks.right - state.looks.left)
    return ends and segment.box.width > 0.6 * (state.looks.right - state.looks.left)
