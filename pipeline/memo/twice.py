"""What the reader of a scan gave that is not printed so: words given twice, where a slanted line was told as two whose
boxes lie over each other, letters seen in the shadow at the paper's edge, and in specks and stripes where the second
reader sees nothing."""

from dataclasses import replace
from difflib import SequenceMatcher

from pipeline.memo.layout import Token, around
from pipeline.read.page import Page, Word

SHARED = 0.5  # of the smaller box that the other one covers
ALIKE = 0.6  # of the shorter word's letters that stand in the other one in a row
LEAST = 2  # letters; of one-letter words only those whose boxes are nearly the same are one
UNSURE = 0.4  # most confidence of what is no word
UNSEEN = 0.35  # the same of letters that the second reader does not see
# of the font's size: a dash no wider is none, nor a letter no higher (a list's dot is), nor "=" with no paper in it
SHORT, LOW, FLAT = 0.15, 0.15, 0.15
TALL = 0.6  # of a dash's width: no dash is so high
_DASHES = frozenset("-–—−_~")
_SIGNS = frozenset("0123456789§$&%")  # one of which may be all that is left of a number, or be a § misread
EDGE = 1.0  # points from the paper's edge, to which no printer prints


def is_unprinted(word: Word, after: str = "") -> bool:
    """Whether a word is none: one that is far lower than any letter; an unsure one without figures where the second
    reader sees no letter ("TEC" over the line, "F" where a stripe crosses it); a dash before a number that is no wider
    than a speck; a piece of a rule. after: the word behind it."""
    width, height = word.box.x1 - word.box.x0, word.box.y1 - word.box.y0
    if word.text == "=":
        return 0 < height < FLAT * word.size or (word.second == "" and height > width)
    if word.agreed is False and height < LOW * word.size and word.text.isalnum():
        return True
    if word.second is None or any(map(str.isalnum, word.second)) or not _SIGNS.isdisjoint(word.text):
        return False
    return word.confidence < UNSEEN or (word.text in _DASHES and width < SHORT * word.size and after[:1].isdigit())


def is_rule(word: Word, after: str) -> bool:
    """Whether a dash before a number, which the second reader does not see, is as high as it is wide: a table's rule
    stands in its box, and whether there is a dash too is not known. after: the word behind it."""
    width, height = word.box.x1 - word.box.x0, word.box.y1 - word.box.y0
    return word.second == "" and word.text in _DASHES and height > TALL * width and after[:1].isdigit()


def without_edges(tokens: list[Token], page: Page) -> list[Token]:
    """The tokens of a page without the rows of unsure letters that touch the paper's edge."""
    low, right = page.height - EDGE, page.width - EDGE
    touching = [
        t.confidence < UNSURE and (t.box.y1 > low or t.box.y0 < EDGE or t.box.x0 < EDGE or t.box.x1 > right)
        for t in tokens
    ]
    return [t for t, gone in zip(tokens, touching, strict=True) if not gone] if any(touching) else tokens


def without_twins(tokens: list[Token]) -> list[Token]:
    """The tokens of a page without those that are another one read again, in the same order."""
    order = sorted(range(len(tokens)), key=lambda i: tokens[i].box.y0)
    gone: set[int] = set()
    for n, i in enumerate(order):
        _, _, right, low = tokens[i].box
        left = tokens[i].box.x0
        for k in order[n + 1 :]:
            x0, y0, x1, _ = tokens[k].box
            if y0 >= low:
                break
            if x0 >= right or x1 <= left or i in gone or k in gone:
                continue
            if _twins(tokens[i], tokens[k]):
                keep, drop = _better(i, k, tokens)
                tokens[keep] = _whole(tokens[keep], tokens[drop])
                gone.add(drop)
    return [t for i, t in enumerate(tokens) if i not in gone] if gone else tokens


def _twins(a: Token, b: Token) -> bool:
    wide = min(a.box.x1, b.box.x1) - max(a.box.x0, b.box.x0)
    high = min(a.box.y1, b.box.y1) - max(a.box.y0, b.box.y0)
    small = min(a.box.width * a.box.height, b.box.width * b.box.height)
    if wide <= 0 or high <= 0 or wide * high < SHARED * small:
        return False
    if a.text == b.text:
        return True
    short, long = sorted((a.text.lower(), b.text.lower()), key=len)
    if len(short) < LEAST or any(map(str.isdigit, short + long)):
        return False  # two readings of a number, of which either may be right, are not told apart here
    match = SequenceMatcher(None, short, long, autojunk=False).find_longest_match()
    return match.size >= max(LEAST, ALIKE * len(short))


def _better(i: int, k: int, tokens: list[Token]) -> tuple[int, int]:
    """Which of two readings stays, the longer or surer one, and which goes."""
    a, b = tokens[i], tokens[k]
    first = (len(a.text), a.confidence) >= (len(b.text), b.confidence)
    return (i, k) if first else (k, i)


def _whole(keep: Token, drop: Token) -> Token:
    """The word that stays, with letters at its beginning that only the other reading has: Diari, iarienummer."""
    head, tail = drop.text, keep.text
    if drop.box.x0 < keep.box.x0 - 1 and not tail[:1].isupper():
        for size in range(min(len(head), len(tail)), 2, -1):
            if head.endswith(tail[:size]) and len(head) > size:
                box = around([drop.box, keep.box])
                return replace(keep, text=head + tail[size:], box=box, confidence=min(keep.confidence, drop.confidence))
    return keep
