"""What a memo's rows and problems say about it: is it done, or should a person look, and why."""

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.errors import Kind, Level, Problem, Stage
from pipeline.memo.memo import Memo, SectionKind
from pipeline.tables import AmountRow, DateRow, DecisionRow, MemoRows, PartyRow, ReferenceRow, Status

# A page whose words have a lower mean confidence is hard to read for people too.
LOW_OCR = 0.80
UNSURE = 0.5
# Numbers that two readers read in two ways, of which no rows may have come: so many are no specks.
MANY_NUMBERS = 6
# Words of a memo that proposes something, wherever they stand: if no point was found then, a person should look.
PROPOSES = re.compile(
    r"f[öo]rslag till beslut|\bf[öo]resl[åa]\w*[^.]{0,80}\bbeslut|\bhemst[äa]ll\w*[^.]{0,80}\batt\b", re.I
)


def review(memo: Memo, rows: MemoRows) -> list[Problem]:
    """What is uncertain about a memo, beyond what was met while it was read."""
    problems: list[Problem] = []

    def note(kind: Kind, detail: str = "") -> None:
        problems.append(Problem(Stage.EXTRACT, kind, None, detail))

    document = rows.document
    if document.document_type != "other":
        if not document.municipality:
            note(Kind.NO_MUNICIPALITY)
        if not document.date:
            note(Kind.NO_DATE)
        if not document.title:
            note(Kind.NO_TITLE)
        wanted = SectionKind.DECISION if document.document_type == "minutes" else SectionKind.PROPOSAL
        told = memo.sections_of(wanted) or PROPOSES.search(memo.text)
        if told and not any(d.kind != "earlier" for d in rows.decisions):
            note(Kind.NO_POINTS)
        if document.unsure_fields:
            note(Kind.UNSURE_FIELDS, document.unsure_fields)
    if memo.ocr_confidence is not None and memo.ocr_confidence < LOW_OCR:
        note(Kind.LOW_OCR, f"{memo.ocr_confidence:.2f}")
    facts: list[DecisionRow | DateRow | AmountRow | PartyRow | ReferenceRow] = [
        *rows.decisions, *rows.dates, *rows.amounts, *rows.parties, *rows.references
    ]  # fmt: skip
    if unsure := sum(fact.confidence < UNSURE for fact in facts):
        note(Kind.UNSURE_ROWS, str(unsure))
    if unconfirmed := sum(fact.confirmed is False for fact in facts):
        note(Kind.TEXT_ONLY if document.text_source == "text" else Kind.UNCONFIRMED, str(unconfirmed))
    disputed = sum(w.agreed is False and w.confidence <= UNSURE and _has_digit(w.text) for w in memo.words)
    if disputed >= MANY_NUMBERS:
        note(Kind.UNREAD_NUMBERS, str(disputed))
    if rows.left_out:
        note(Kind.NUMBERS_LEFT_OUT, str(rows.left_out))
    if restored := sum(word.text != word.raw for word in memo.words):
        note(Kind.LETTERS_RESTORED, str(restored))
    return problems


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def status(problems: Iterable[Problem]) -> Status:
    """The worst level decides."""
    levels = {problem.level for problem in problems}
    if Level.FAILED in levels:
        return "failed"
    if Level.SKIPPED in levels:
        return "skipped"
    return "review" if Level.REVIEW in levels else "ok"


def judged(rows: MemoRows, problems: Iterable[Problem]) -> MemoRows:
    """The rows with the document's status set."""
    return replace(rows, document=replace(rows.document, status=status(problems)))
