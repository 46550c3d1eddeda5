"""Headings in the margin, which an old OCR gave together above the text, go back to the paragraphs they stand beside.

Only where the paragraphs themselves tell which is whose: every heading whose kind has cues (`data/margin_cues.csv`)
finds one of them in its paragraph, in the headings' own order; or there are as many paragraphs as headings. Else all
stays as it was read.
"""

import re
from dataclasses import replace
from functools import cache

from pipeline.memo.columns import Block, Row, blocks_of, row_text, set_again
from pipeline.memo.fold import bare, fold
from pipeline.memo.headings import heading_of
from pipeline.memo.layout import Token
from pipeline.memo.lines import CELL_WIDTH
from pipeline.memo.restore import restore_words
from pipeline.read.page import Box, ReadAs
from pipeline.resources import table

LEAST = 3  # headings that stand under each other
NARROW, WIDE = 26, 40  # characters of a margin's line at most, of one line of a paragraph at least
LABEL_LINES, LABEL_WORDS = 3, 5
STEM = 5  # letters by which a word of the heading is known in its paragraph
HIT, SAME_WORD, ANY = 1.0, 1.5, 0.4  # how much a cue, a word of the heading, and a heading without cues count
ENOUGH = 2.0  # of two paragraphs that count so much the first is the heading's
EVERYWHERE = 0.34  # share of the paragraphs from which a word tells nothing of any
MOST = 60  # blocks below such headings that are looked at


def rejoined(tokens: list[Token]) -> list[Token]:
    """The tokens of an old OCR text's sheet, its margin's headings among the text; on lines of their own as before."""
    blocks = blocks_of(tokens)
    order: list[Block] = []
    n, moved = 0, False
    while n < len(blocks):
        end = _labels_end(blocks, n)
        found = _placed(blocks, n, end) if end - n >= LEAST else None
        if found is None:
            order += blocks[n : max(end, n + 1)]
            n = max(end, n + 1)
            continue
        placed, n = found
        order += placed
        moved = True
    return set_again(order, tokens[0].box.y0) if moved else tokens


def _label(block: Block) -> str | None:
    """The block's text where it may be a heading in the margin."""
    if len(block) > LABEL_LINES or any(len(row_text(row)) > NARROW for row in block):
        return None
    text = " ".join(row_text(row) for row in block).replace("- ", "")
    if len(text.split()) > LABEL_WORDS or not text[0].isupper() or any(c.isdigit() for c in text) or text[-1] in ".,;":
        return None
    return text


def _labels_end(blocks: list[Block], start: int) -> int:
    """The index after the blocks from here on that may be such headings, if enough of them are known as headings."""
    end = known = 0
    for n in range(start, len(blocks)):
        text = _label(blocks[n])
        if text is None:
            break
        is_known = heading_of(text) is not None or _cues(bare(text)) is not None
        if not is_known and n == start:
            break
        known += is_known
        end = n + 1
    return end if end - start >= LEAST and known >= max(LEAST, 0.7 * (end - start)) else start


@cache
def _table() -> list[tuple[re.Pattern[str], re.Pattern[str] | None]]:
    return [
        (re.compile(row["label"]), re.compile(row["cue"], re.MULTILINE) if row["cue"] else None)
        for row in table("memo/data/margin_cues.csv")
    ]


def _cues(label: str) -> list[re.Pattern[str]] | None:
    """What the paragraph beside the heading may say; [] where anything, None where the heading is not known."""
    rows = [cue for pattern, cue in _table() if pattern.search(label)]
    return [cue for cue in rows if cue is not None] if rows else None


def _placed(blocks: list[Block], start: int, end: int) -> tuple[list[Block], int] | None:
    """The headings and the text below them in reading order, and the index after it."""
    stop = end
    while stop < min(len(blocks), end + MOST) and heading_of(" ".join(row_text(r) for r in blocks[stop])) is None:
        stop += 1
    first = next((n for n in range(end, stop) if any(len(row_text(row)) > WIDE for row in blocks[n])), stop)
    labels, texts = blocks[start:end], blocks[first:stop]
    if len(texts) < len(labels):
        return None
    places = _places([bare(_meant(b)) for b in labels], [fold(_meant(b)) for b in texts])
    if places is None:
        return None
    order = blocks[end:first]
    for number, (label, place) in enumerate(zip(labels, places, strict=True)):
        until = places[number + 1] if number + 1 < len(places) else len(texts)
        order += [[_one_row(label)], *texts[place:until]]
    return order, stop


def _one_row(label: Block) -> Row:
    """The heading's words on one line, a word that was broken put together."""
    row = list(label[0])
    for token in [t for more in label[1:] for t in more]:
        last = row[-1]
        if last.text.endswith("-") and token.text[0].islower():
            row[-1] = replace(last, text=last.text[:-1] + token.text, raw=f"{last.raw} {token.raw}")
        else:
            x = last.box.x1 + CELL_WIDTH
            row.append(replace(token, box=Box(x, last.box.y0, x + token.box.width, last.box.y1)))
    return row


def _meant(block: Block) -> str:
    """The block's text with its letters restored, row by row."""
    read = iter(restore_words([t.text for row in block for t in row], ReadAs.TEXT))
    return "\n".join(" ".join(next(read).text for _ in row) for row in block)


def _places(labels: list[str], texts: list[str]) -> list[int] | None:
    """For each heading the paragraph that it stands beside; None where that can't be told."""
    stems = {w[:STEM] for label in labels for w in label.split() if len(w) >= STEM}
    telling = {stem for stem in stems if sum(stem in text for text in texts) <= EVERYWHERE * len(texts)}
    scores = [[_score(label, text, telling) for text in texts] for label in labels]
    scores[0] = [ANY, *([-99.0] * (len(texts) - 1))]  # the first heading stands at the top
    best: list[list[float]] = []  # of the headings so far, the last of them beside this paragraph
    back: list[list[int]] = []
    for number, row in enumerate(scores):
        best.append([])
        back.append([])
        for place, score in enumerate(row):
            before = max(range(place), key=lambda p: best[-2][p], default=-1) if number else -1
            best[-1].append(score + (best[-2][before] if before >= 0 else 0.0 if not number else -99.0))
            back[-1].append(before)
    place = max(range(len(texts)), key=lambda p: best[-1][p])
    places = [place]
    for pointers in back[:0:-1]:
        places.insert(0, pointers[places[0]])
    if places[0] != 0 or min(places) < 0:
        return list(range(len(labels))) if len(labels) == len(texts) else None
    if all(scores[n][p] > 0 for n, p in enumerate(places)):
        return places
    return list(range(len(labels))) if len(labels) == len(texts) else None


def _score(label: str, text: str, telling: set[str]) -> float:
    cues = _cues(label)
    score = SAME_WORD * any(w[:STEM] in telling and w[:STEM] in text for w in label.split())
    if cues is None or not cues:
        return score + (ANY if cues is not None else 0.0)
    return min(ENOUGH, score + HIT * max(len(set(cue.findall(text))) for cue in cues))
