"""Recipients whose list lost its heading to an OCR: lines of names alone, at the end of a memo read by machine."""

import re

from pipeline.extract.parties_mentions import Mention, within, words
from pipeline.extract.roles_lines import Line, lines_of
from pipeline.extract.roles_scraps import is_prose
from pipeline.memo.memo import Memo, SectionKind
from pipeline.read.page import ReadAs

TAIL = 0.55  # of a memo's characters stand before such a list
LEAST = 3  # names that one line must hold; lines of one name each are fewer by one
COPIES = re.compile(r"\(\d ?(?:ex|st)\.?\)")
KINDS = frozenset(
    {
        SectionKind.SIGNATURES, SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS, SectionKind.PROPOSAL,
        SectionKind.DECISION, SectionKind.BODY,
    }
)  # fmt: skip


def unheaded(memo: Memo, mentions: list[Mention]) -> list[tuple[Line, ...]]:
    """The lines of such a list, none or one; `mentions`, in order, know who sends."""
    if memo.read_as == {ReadAs.DIGITAL}:
        return []
    sections = [s for s in memo.sections if s.kind in KINDS and s.end > TAIL * len(memo.text)]
    lines = [line for s in sections for line in lines_of(memo.text, s.body, s.end) if line[0] > TAIL * len(memo.text)]
    own = {m.name.casefold() for m in mentions if "sender" in m.roles}
    run: list[Line] = []
    best: list[Line] = []
    for start, line in lines:
        if not line.strip():
            continue
        if _names_alone(start, line, mentions):
            run.append((start, line))
            best = run
        else:
            run = []
            if is_prose(line) or (len(line) > 60 and line.rstrip().endswith(".")):
                best = []  # the text goes on: those named are no recipients
    named = [m for start, line in best for m in within(mentions, start, start + len(line))]
    others = {m.name.casefold() for m in named} - own
    if len(others) < (LEAST if len(best) == 1 else LEAST - 1) or len(named) > 2 * len(others):
        return []
    before = memo.text[: best[0][0]].rstrip()
    return [] if before.endswith((":", ",")) else [tuple(best)]


def _names_alone(start: int, line: str, mentions: list[Mention]) -> bool:
    """Whether a line holds names of others than persons, and beside them nothing but what a list of recipients has."""
    here = within(mentions, start, start + len(line))
    if not any(m.type != "person" for m in here) or "\t" in line:
        return False
    if any(m.type == "person" for m in here) and ";" not in line:
        return False
    for mention in reversed(here):
        line = line[: mention.start - start] + " " + line[mention.end - start :]
    left = COPIES.sub(" ", line)
    known = words("general") | words("tail") | {"och", "samt", "för", "till"}
    strange = [w for w in re.findall(r"[^\W\d_]{2,}", left) if w.lower() not in known]
    return not re.search(r"\d", left) and len(strange) <= line.count(";") // 3
