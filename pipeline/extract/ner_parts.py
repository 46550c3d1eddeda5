"""The parts of a memo that a recogniser of names is worth its time on: where a capital letter is not yet explained.

Most capitals in a memo begin a sentence or a line, or belong to a name that the rules have found. What is left, with
some words round it (a recogniser looks only so far), is a small part of the text.
"""

import lzma
import re
from functools import cache

from pipeline.extract.parties_mentions import Mention, in_one_of, overlaps
from pipeline.forms.names_tables import places
from pipeline.forms.sentences import sentences
from pipeline.forms.titles import title_word
from pipeline.memo.memo import Block, BlockKind, Memo, SectionKind
from pipeline.resources import model_path

SPANS = "memo_ner"  # where the recogniser's finds stand in `doc.spans`
AROUND = 40  # characters kept on each side of an unexplained capital, to the nearest word
MOST = 400  # parts read of one memo: no text, however made, takes a recogniser's time without end
# page heads, stamps and lists of papers name files and rooms; coming meetings name days
PASSED = frozenset({SectionKind.FURNITURE, SectionKind.STAMP, SectionKind.PLANNING, SectionKind.DOCUMENTS})
CAPITAL = re.compile(r"[A-ZÅÄÖÉÜ](?<![\w:/.@-].)[^\W\d_]+(?:[-’'&][^\W\d_]+)*")

JOINED = re.compile(r" (?:(?:i|och|&|av|för) )?[A-ZÅÄÖÉÜ]")  # another capital follows


@cache
def lexicon() -> frozenset[str]:
    """The words of Swedish official prose, in small letters (models/restore); empty where they are missing."""
    path = model_path("restore/lexicon.txt.xz")
    return frozenset(lzma.decompress(path.read_bytes()).decode().split("\n")) if path.is_file() else frozenset()


def parts(memo: Memo, rules: list[Mention], everywhere: bool = False) -> list[tuple[int, int]]:
    """The (start, end) that a recogniser should read, in order, not overlapping. rules: names already found, in order.

    everywhere: all sentences and lines, explained or not, for those who measure.
    """
    found: list[tuple[int, int]] = []
    passed = [(s.start, s.end) for s in memo.sections if s.kind in PASSED]
    for block in memo.blocks:
        if in_one_of(passed, block.start):
            continue
        if everywhere:
            found += stretches(memo.text, block)
            continue
        capitals = unexplained(memo.text, block.start, block.end, rules)[:MOST]
        around = stretches(memo.text, block) if capitals else []  # most blocks have none, and cutting them takes time
        for start, end in around:
            for a, b in capitals:
                if start <= a < end:
                    low, high = _widened(memo.text, start, end, a, b)
                    if found and found[-1][1] >= low:
                        found[-1] = (found[-1][0], max(high, found[-1][1]))
                    else:
                        found.append((low, high))
        if len(found) >= MOST:
            break
    return found[:MOST]


def stretches(text: str, block: Block) -> list[tuple[int, int]]:
    """A block's sentences, or its lines where lines are short; in order, not overlapping."""
    if block.kind not in (BlockKind.LINES, BlockKind.ROW):
        return [(block.start + a, block.start + b) for a, b in sentences(text[block.start : block.end])]
    found: list[tuple[int, int]] = []
    start = block.start
    for line in re.split(r"[\n\t]", text[block.start : block.end]):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def unexplained(text: str, start: int, end: int, rules: list[Mention]) -> list[tuple[int, int]]:
    """The capital words of `text[start:end]` that no rule's name covers and that may be a name or begin one."""
    found: list[tuple[int, int]] = []
    known_places, known_words = places(), lexicon()
    for match in CAPITAL.finditer(text, start, end):
        word = match.group()
        low = word.lower()
        # what `ner_settle` would leave out anyway: an ordinary word, an abbreviation, a place, a title
        told = word.isupper() or low in known_words or low in known_places or title_word(low) is not None
        if told and JOINED.match(text, match.end()) is None:
            continue
        if not overlaps(rules, match.start(), match.end()):
            found.append(match.span())
    return found


def _widened(text: str, start: int, end: int, a: int, b: int) -> tuple[int, int]:
    """The capital at `text[a:b]` with what stands round it in `text[start:end]`, cut between words."""
    low, high = max(start, a - AROUND), min(end, b + AROUND)
    while start < low and not text[low - 1].isspace():
        low -= 1
    while high < end and not text[high].isspace():
        high += 1
    return low, high
