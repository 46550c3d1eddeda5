"""The face of `memo`: pages become memos."""

from collections.abc import Sequence

from pipeline.memo.beside import set_apart
from pipeline.memo.blocks import Builder
from pipeline.memo.columns import in_rows
from pipeline.memo.furniture import find_furniture
from pipeline.memo.layout import Segment, Token
from pipeline.memo.lines import segments_of, tokens_of
from pipeline.memo.margins import rejoined
from pipeline.memo.memo import Memo, MemoWord, PacketKind
from pipeline.memo.order import body_column, read_order
from pipeline.memo.packets import find_packets
from pipeline.memo.restoring import restore
from pipeline.memo.sections import put_in_sections
from pipeline.memo.sheets import sheets_of
from pipeline.memo.signs import mend_signs
from pipeline.memo.specks import without_specks
from pipeline.memo.specks_scans import without_scan_specks
from pipeline.memo.stamps import askew_segments, is_askew
from pipeline.memo.state import looks_of
from pipeline.memo.text import Composer
from pipeline.memo.text_front import part_front
from pipeline.memo.text_lists import part_lists
from pipeline.memo.text_signatures import part_signatures
from pipeline.memo.text_tables import find_text_tables
from pipeline.memo.text_units import find_unit_rows
from pipeline.memo.twice import without_edges, without_twins
from pipeline.read.page import Box, Page, ReadAs


def find_memos(pages: Sequence[Page]) -> list[Memo]:
    """The memos in a file's pages, in order, with their appendices after them. No pages give no memo."""
    packets = find_packets(pages)
    memos = []
    for packet in packets:
        owner = None if packet.owner is None else pages[packets[packet.owner].first].number
        memos.append(_memo(list(pages[packet.first : packet.last + 1]), packet.kind, owner))
    return memos


def _memo(pages: list[Page], kind: PacketKind, owner_page: int | None) -> Memo:
    tokens: list[Token] = []
    segments: list[list[Segment]] = []
    sheets = [sheet for page in pages for sheet in sheets_of(page)]
    for number, sheet in enumerate(sheets, 1):
        here = tokens_of(sheet)
        if sheet.read_as is ReadAs.TEXT and not sheet.has_places and not sheet.paragraphs:
            here = set_apart(rejoined(in_rows(without_specks(here))))
        elif sheet.read_as is ReadAs.OCR:
            here = without_scan_specks(without_twins(without_edges(here, sheet)))
        askew = [t for t in here if t.angle and is_askew(t)]
        upright = [t for t in here if not is_askew(t)] if askew else here
        rows = segments_of(upright, len(tokens), sheet, number)
        tokens += upright
        segments.append(rows + askew_segments(askew, len(tokens), number))
        tokens += askew
    body = body_column(sheets, segments)
    pieces = read_order(sheets, segments, find_furniture(sheets, segments), body, tokens)
    restore(pieces, tokens, {page.number: page.read_as for page in pages})
    if any(not page.has_places and not page.paragraphs for page in pages):
        pieces = find_text_tables(part_front(pieces, tokens), tokens, max((p.table for p in pieces), default=0))
        pieces = find_unit_rows(pieces, tokens, max((p.table for p in pieces), default=0))
        pieces = part_signatures(part_lists(pieces, tokens), tokens)
    if any(page.read_as is not ReadAs.DIGITAL for page in pages):
        mend_signs(pieces, tokens)
    looks = looks_of(pages, pieces, body, tokens)
    drafts = put_in_sections(Builder(tokens, looks).build(pieces), tokens, looks)
    text, owner, blocks, sections, tables = Composer(tokens).compose(drafts)
    by_number = {page.number: page for page in pages}
    return Memo(
        page_first=pages[0].number,
        page_last=pages[-1].number,
        text=text,
        words=_words(tokens, by_number),
        owner=owner,
        blocks=blocks,
        sections=sections,
        tables=tables,
        read_as=frozenset(page.read_as for page in pages),
        ocr_confidence=_ocr_confidence(pages),
        has_places=all(page.has_places for page in pages),
        problems=tuple(problem for page in pages for problem in page.problems),
        packet=kind,
        attached_to=owner_page,
    )


def _words(tokens: list[Token], pages: dict[int, Page]) -> tuple[MemoWord, ...]:
    new = tuple.__new__  # at a third of the cost of MemoWord(…), which counts for every word of a memo
    words = [
        new(MemoWord, (t.text, t.raw, t.page, t.box, t.confidence, t.agreed, t.size, t.bold, t.picture)) for t in tokens
    ]
    if any(page.skew or page.turn or not page.has_places for page in pages.values()):
        return tuple(
            word._replace(box=_shown(token, pages[token.page])) for word, token in zip(words, tokens, strict=True)
        )
    return tuple(words)


def _shown(token: Token, page: Page) -> Box | None:
    return page.shown(token.box) if page.has_places else None


def _ocr_confidence(pages: list[Page]) -> float | None:
    means = [
        sum(w.confidence for w in page.words) / len(page.words)
        for page in pages
        if page.read_as is ReadAs.OCR and page.words
    ]
    return min(means) if means else None
