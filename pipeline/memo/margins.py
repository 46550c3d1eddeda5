"""Headings in the margin, which an old OCR gave together above the text, go back to the paragraphs they stand beside.

Only where the paragraphs themselves tell which is whose: every heading whose kind has cues (`data/margin_cues.csv`)
finds one of them in its paragraph, in the headings' own order; or there are as many paragraphs as headings. Else all
stays as it was read.
"""

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from pipeline.memo.columns import Block, Row, blocks_of, row_text, set_again
from pipeline.memo.fold import bare, fold
from pipeline.memo.headings import heading_of
from pipeline.memo.labels import is_body_name, is_office
from pipeline.memo.layout import Token
from pipeline.memo.lines import CELL_WIDTH
from pipeline.memo.memo import SectionKind
from pipeline.memo.restore import restore_words
from pipeline.memo.signatures import is_name, is_named_role, is_role
from pipeline.read.page import Box, ReadAs
from pipeline.resources import table

LEAST = 3  # headings that stand under each other
NARROW, WIDE = 26, 40  # characters of a margin's line at most, of one line of a paragraph at least
LABEL_LINES, LABEL_WORDS = 3, 5
STEM, LONG_STEM = 5, 6  # letters by which a short word of the heading, and a longer one, is known in its paragraph
HIT, SAME_WORD, ANY = 1.0, 1.5, 0.4  # how much a cue, a word of the heading, and a heading without cues count
ENOUGH = 2.0  # of two paragraphs that count so much the first is the heading's
EVERYWHERE = 0.34  # share of the paragraphs from which a word tells nothing of any
MOST = 60  # blocks below such headings that are looked at
# what a page's foot, which may stand between the headings and the text, says two and more of
_FOOT = re.compile(
    r"\b\d{3} ?\d{2} (?=[A-ZÅÄÖ])|www\.|@|org\.? ?nr|\b(?:tel|fax|telefon|bankgiro)\b|adress", re.IGNORECASE
)

_OF_OFFICES = re.compile(r"(?:tjänst|verket|förbundet|myndigheten|skolan|institut(?:et)?|polisen|revisorerna|kommun)$")
# what goes on with a list: no heading of running text stands beside it
_ITEM = re.compile(r"\d{1,2}[.)] |[a-k]\) |[-•*–] |att ")
_SIGNED = re.compile(r"underskrift|undertecknat|signatur|namnteckning")


def rejoined(tokens: list[Token]) -> list[Token]:
    """The tokens of an old OCR text's sheet, its margin's headings among the text; on lines of their own as before."""
    blocks = _whole(blocks_of(tokens))
    order: list[Block] = []
    n, moved = 0, False
    while n < len(blocks):
        end = _labels_end(blocks, n)
        found = _placed(blocks, n, end) if end > n else None
        if found is None:
            order += blocks[n : max(end, n + 1)]
            n = max(end, n + 1)
            continue
        placed, n = found
        order += placed
        moved = True
    return set_again(order, tokens[0].box.y0) if moved else tokens


def _whole(blocks: list[Block]) -> list[Block]:
    """The blocks, headings of two lines in one though a blank line stood between: `Protokollsutdrag` / `sänds till`."""
    whole: list[Block] = []
    for block in blocks:
        goes_on = whole and len(block) == 1 and block[0][0].text[0].islower() and len(row_text(block[0])) <= NARROW
        if goes_on and _label(whole[-1]) and heading_of(" ".join(row_text(row) for row in [*whole[-1], *block])):
            whole[-1] = whole[-1] + block
        else:
            whole.append(block)
    return whole


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
    addressed = False
    for n in range(start, len(blocks)):
        text = _label(blocks[n])
        if text is None:
            break
        is_known = heading_of(text) is not None or _cues(bare(text)) is not None
        if not is_known and n == start:
            break
        known += is_known
        end = n + 1
    while end - 1 > start and _addressee(blocks[end - 1]):
        end -= 1  # the addressee, over the title
        addressed = True
    if end - start >= LEAST and known >= max(LEAST, 0.7 * (end - start)):
        return end
    return end if addressed and end - start > 1 and _titled(blocks, end) else start


def _addressee(block: Block) -> bool:
    """Whether a block is a body's name alone, and not the half of a heading: SOCIALNÄMNDENS."""
    text = _label(block) or ""
    return is_body_name(text) and text[-1] not in "sS" and heading_of(text) is None and _cues(bare(text)) is None


def _titled(blocks: list[Block], end: int) -> bool:
    """Whether an addressee, a title and running text follow: what stands above them is a margin's, known or not."""
    after = end
    while after < len(blocks) and _addressee(blocks[after]):
        after += 1
    title = " ".join(row_text(row) for row in blocks[after]) if after < len(blocks) else ""
    if not title[:1].isupper() or title[-1] in ".,;" or not 12 < len(title) < 200 or " " not in title:
        return False
    below = blocks[after + 1] if after + 1 < len(blocks) else []
    return len(below) > 1 and len(row_text(below[0])) > WIDE and heading_of(title) is None


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
    wide = [n for n in range(end, stop) if any(len(row_text(r)) > WIDE and not _foot(r) for r in blocks[n])]
    # the title has no full stop; a colon that stands apart is a speck
    first = next((n for n in wide if row_text(blocks[n][-1]).removesuffix(" :")[-1] in ".:;,"), stop)
    labels, texts = blocks[start:end], [b for b in blocks[first:stop] if not _foot(b[0])]
    headings = [_part(b) for b in labels]
    places = _places(headings, [_part(b) for b in texts]) if len(texts) >= len(labels) else None
    if places is None:  # below what stands between: the addressee, the title
        listed = any(_ITEM.match(row_text(block[0])) for block in blocks[end:first])  # of the last heading: no margin
        return (blocks[end:first] + labels, first) if texts and not listed else None
    order = [b for b in blocks[end:first] if not _foot(b[0])]
    for number, (label, heading, place) in enumerate(zip(labels, headings, places, strict=True)):
        until = places[number + 1] if number + 1 < len(places) else len(texts)
        order += [label if heading.signed else [one_row(label)], *texts[place:until]]
    return order + [b for b in blocks[end:stop] if _foot(b[0])], stop


def _foot(row: Row) -> bool:
    return len(_FOOT.findall(row_text(row))) > 1


def one_row(label: Block) -> Row:
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


class Part(NamedTuple):
    """A heading, or a paragraph, as it is compared: small letters without å, ä and ö, row by row; and whether it is a
    person's name, with a title or without."""

    text: str
    signed: bool


def _part(block: Block) -> Part:
    """The block with its letters restored."""
    read = iter(restore_words([t.text for row in block for t in row], ReadAs.TEXT))
    rows = [" ".join(next(read).text for _ in row) for row in block]
    return Part(fold("\n".join(rows)), _signed(rows))


def _signed(rows: list[str]) -> bool:
    """Whether the rows are those who signed: a name, with a title on its row or below, or two names side by side."""
    if is_named_role(rows[0]):
        return True
    below = rows[1] if len(rows) > 1 else ""
    if is_name(rows[0]):
        return (
            (not below and not is_office(rows[0]) and not _OF_OFFICES.search(rows[0]))
            or is_role(below)
            or is_name(below)
        )
    words = [word for word in rows[0].split() if any(map(str.isalpha, word))]
    pairs = [(" ".join(words[:n]), " ".join(words[n:])) for n in (2, 3)] if 4 <= len(words) <= 6 else []
    return is_role(below) and any(is_name(a) and is_name(b) for a, b in pairs)


def _places(labels: list[Part], texts: list[Part]) -> list[int] | None:
    """For each heading the paragraph that it stands beside; None where that can't be told."""
    stems = {_stem(w) for label in labels for w in bare(label.text).split() if len(w) >= STEM}
    telling = {stem for stem in stems if sum(stem in t.text for t in texts) <= EVERYWHERE * len(texts)}
    scores = [[_score(label, text, telling) for text in texts] for label in labels]
    names = [place for place, text in enumerate(texts) if text.signed]
    for label, row in zip(labels, scores, strict=True):
        if names and _at_the_end(label):
            row[: names[0]] = [0.0] * names[0]
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
    told = places[0] == 0 and min(places) >= 0
    told = told and all(_told(scores, places, n, len(texts)) or _harmless(labels[n]) for n in range(len(places)))
    return places if told else list(range(len(labels))) if len(labels) == len(texts) else None


def _at_the_end(label: Part) -> bool:
    """Whether it is a heading of what stands below the signatures."""
    heading = heading_of(label.text.capitalize())
    return heading is not None and heading.kind in (SectionKind.ATTACHMENTS, SectionKind.RECIPIENTS)


def _harmless(label: Part) -> bool:
    """Whether it heads running text like any other, so that a paragraph too early or late changes no fact."""
    heading = heading_of(label.text.capitalize())
    return not label.signed and (heading is None or heading.kind is SectionKind.BODY) and not _cues(bare(label.text))


def _told(scores: list[list[float]], places: list[int], number: int, end: int) -> bool:
    """Whether a heading's place is told by a cue, or by its neighbours', which leave no other."""
    if scores[number][places[number]] > 0:
        return True
    after = places[number + 1] if number + 1 < len(places) else end
    return places[number - 1] + 2 == after and number > 0


def _stem(word: str) -> str:
    return word[: STEM if len(word) <= LONG_STEM else LONG_STEM]


def _score(label: Part, text: Part, telling: set[str]) -> float:
    name = bare(label.text)
    if label.signed or _SIGNED.match(name):
        return ENOUGH if text.signed else 0.0
    if text.signed:
        return 0.0
    cues = _cues(name)
    score = SAME_WORD * any(_stem(w) in telling and _stem(w) in text.text for w in name.split())
    if cues is None or not cues:
        return score + (0.0 if cues is None else -ANY if _ITEM.match(text.text) else ANY)
    return min(ENOUGH, score + HIT * max(len(set(cue.findall(text.text))) for cue in cues))
