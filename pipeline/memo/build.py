"""The face of `memo`: pages become memos."""

from collections.abc import Sequence

from pipeline.memo.blocks import Builder, looks_of
from pipeline.memo.furniture import find_furniture
from pipeline.memo.layout import Segment, Token, around
from pipeline.memo.lines import em_of, segments_of, tokens_of
from pipeline.memo.memo import Memo, MemoWord
from pipeline.memo.order import body_column, read_order
from pipeline.memo.restoring import restore
from pipeline.memo.sections import put_in_sections
from pipeline.memo.stamps import is_askew
from pipeline.memo.text import Composer
from pipeline.read.page import Page, ReadAs


def find_memos(pages: Sequence[Page]) -> list[Memo]:
    """The memos in a file's pages, in order. No pages give no memo; for now, several memos in one file count as one."""
    return [_memo(list(pages))] if pages else []


def _memo(pages: list[Page]) -> Memo:
    tokens: list[Token] = []
    segments: list[list[Segment]] = []
    for page in pages:
        here = tokens_of(page)
        upright = [t for t in here if not is_askew(t)]
        segments.append(segments_of(upright, len(tokens), page))
        tokens += upright
        segments[-1] += _askew([t for t in here if is_askew(t)], len(tokens), segments[-1])
        tokens += [t for t in here if is_askew(t)]
    pieces = read_order(pages, segments, find_furniture(pages, segments))
    restore(pieces, tokens, {page.number: page.read_as for page in pages})
    looks = looks_of(pages, pieces, body_column(pages, segments), tokens)
    drafts = put_in_sections(Builder(pieces, tokens, looks).build(), tokens, looks)
    text, owner, blocks, sections, tables = Composer(tokens).compose(drafts)
    return Memo(
        page_first=pages[0].number,
        page_last=pages[-1].number,
        text=text,
        words=tuple(_word(token, pages) for token in tokens),
        owner=owner,
        blocks=blocks,
        sections=sections,
        tables=tables,
        read_as=frozenset(page.read_as for page in pages),
        ocr_confidence=_ocr_confidence(pages),
        has_places=all(page.has_places for page in pages),
    )


def _askew(tokens: list[Token], first: int, before: list[Segment]) -> list[Segment]:
    """Turned words, in the reader's order, a line for each run that goes on in one direction."""
    if not tokens:
        return []
    row = before[-1].row + 1 if before else 0
    return [
        Segment(
            [first + i for i in range(len(tokens))],
            around([t.box for t in tokens]),
            tokens[0].page,
            row,
            em_of(tokens[0]),
            False,
            " ".join(t.text for t in tokens),
            askew=True,
        )
    ]


def _word(token: Token, pages: list[Page]) -> MemoWord:
    places = next((p.has_places for p in pages if p.number == token.page), True)
    return MemoWord(
        token.text,
        token.raw,
        token.page,
        token.box if places else None,
        token.confidence,
        token.agreed,
        token.size,
        token.bold,
        token.picture,
    )


def _ocr_confidence(pages: list[Page]) -> float | None:
    means = [
        sum(w.confidence for w in page.words) / len(page.words)
        for page in pages
        if page.read_as is ReadAs.OCR and page.words
    ]
    return min(means) if means else None
