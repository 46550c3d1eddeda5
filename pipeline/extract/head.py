"""The component `lupp_head`: what stands in a memo's head, from which its row in `documents` is made.

It comes first in the pipeline: the memo's own date lets later components read days without a year, and its
diarienummer tells them which number is no reference.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.actions import fold
from pipeline.extract.facts import Facts, Field, Head
from pipeline.extract.head_addressee import find_addressee
from pipeline.extract.head_fields import find_date, find_number, find_title
from pipeline.extract.head_front import Front
from pipeline.extract.head_late import late_lines, running_day, sitting_day
from pipeline.extract.head_lines import MAX_HEAD, labels_of, lines_of
from pipeline.extract.head_office import find_administration
from pipeline.extract.head_people import find_author
from pipeline.extract.head_sender import find_municipality
from pipeline.extract.head_type import document_type
from pipeline.forms.names_tables import abbreviations
from pipeline.memo.memo import Memo, SectionKind
from pipeline.read.page import ReadAs

_LETTERS = re.compile(r"(?<![A-Za-zÅÄÖåäö])[A-ZÅÄÖ]{2,5}(?![A-Za-zÅÄÖåäö])")


@Language.component("lupp_head")
def find_head(doc: Doc) -> Doc:
    """Fills `facts.head` of the memo."""
    memo: Memo = doc._.memo
    facts: Facts = doc._.facts
    facts.head = read_head(memo)
    return doc


def read_head(memo: Memo) -> Head:
    """The memo's head. Fields that the memo does not state are None."""
    head = lines_of(memo, SectionKind.LETTERHEAD, SectionKind.TITLE)[:MAX_HEAD]
    feet = lines_of(memo, SectionKind.FURNITURE)[: 2 * MAX_HEAD]
    signatures = lines_of(memo, SectionKind.SIGNATURES)[:MAX_HEAD]
    kind = document_type(memo, head, feet)
    front = Front(memo, head, labels_of(head), signatures, feet, kind == "minutes")
    found = Head(document_type=kind)
    sender = find_municipality(memo, head, feet)
    if sender:
        found.municipality, found.municipality_code = sender
    if not front.minutes:
        found.administration = find_administration(memo, head, front.labels, front.signatures, feet)
    found.title = find_title(front)
    found.diarienummer = find_number(front)
    found.date = find_date(front)
    found.addressee = find_addressee(front)
    found.author = find_author(front)
    _fill(found, memo, front)
    if found.date is None and front.minutes:
        found.date = sitting_day(memo)
    if found.date is None and found.municipality:
        found.date = running_day(memo, found.municipality.value)
    if found.diarienummer and memo.read_as != {ReadAs.DIGITAL}:
        body = found.addressee.value if found.addressee else ""
        number = _with_letters(found.diarienummer, memo.text)
        number = _with_zero(_with_marks(number, body), memo.text)
        found.diarienummer.value = _known_letters(number, memo.text)
    return found


def _fill(found: Head, memo: Memo, front: Front) -> None:
    """What the head lacks, from a column of facts that stands after the text."""
    wanted = found.date is None or found.diarienummer is None or found.author is None
    lines = late_lines(memo) if wanted and not front.minutes else []
    if not lines:
        return
    late = Front(memo, lines, labels_of(lines), [], [], False)
    values = {
        "date": find_date(late) if found.date is None else None,
        "diarienummer": find_number(late) if found.diarienummer is None else None,
        "addressee": find_addressee(late) if found.addressee is None else None,
        "author": find_author(late) if found.author is None else None,
        "administration": find_administration(memo, lines, late.labels, [], []) if not found.administration else None,
    }
    for name, value in values.items():
        if value is not None:
            value.confidence = min(value.confidence, 0.7)
            setattr(found, name, value)


def _with_marks(number: str, body: str) -> str:
    """A diarienummer whose letters are the body's initials without their marks: AN 2025/14 of Äldrenämnden is ÄN."""
    letters = re.match(r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,3}(?![A-Za-zÅÄÖåäö])", number)
    parts = [part.lower() for part in re.findall(r"\w+?(?=nämnd|-|\b)|nämnd", body)] if letters else []
    for initials in ("".join(p[0] for p in parts), "".join(p[0] for p in parts if p not in _JOINTS)):
        if letters is not None and fold(letters.group()) == fold(initials):
            cased = [m if seen.islower() else m.upper() for seen, m in zip(letters.group(), initials, strict=True)]
            return "".join(cased) + number[letters.end() :]
    # ÖFN of Överförmyndarnämnden: letters within its words, of which the first tells
    if letters is not None and body and body[0] in "ÅÄÖ" and fold(number[0]) == fold(body[0]):
        rest = iter(fold(body[1:]))
        if all(letter in rest for letter in fold(letters.group()[1:])):
            return body[0] + number[1:]
    return number


_JOINTS = ("och", "för", "samt")  # of Äldre- och omsorgsnämnden, ÄON
_LETTER_O = re.compile(r"(?<![A-Za-zÅÄÖåäö])([A-ZÅÄÖ]{2,4})O(?=\d{2,5}(?!\d))")


def _with_zero(number: str, text: str) -> str:
    """A number whose first digit was read as a letter: 2007/BUNO164 where BUN is a body that the text names."""
    letters = _LETTER_O.search(number)
    if letters is None or f"{letters[1]}o".casefold() in abbreviations():
        return number
    body = abbreviations().get(letters[1].casefold())
    if not body or not _named_in(body, text):
        return number
    return number[: letters.end(1)] + "0" + number[letters.end() :]


_ON_LINE_ABOVE = re.compile(r"(?<![^\W_])([A-ZÅÄÖ]{2,5})\s*\n\s*$")


def _with_letters(found: Field, text: str) -> str:
    """A number whose registry's letters were read on the line above it, where the text has both together elsewhere."""
    above = _ON_LINE_ABOVE.search(text, max(0, found.start - 12), found.start) if found.value[:1].isdigit() else None
    whole = f"{above[1]} {found.value}" if above else ""
    if whole and re.search(rf"{re.escape(whole)}(?![\d/-])", text):
        return whole
    alone = (
        re.match(r"(?:19|20)\d\d[/:-]\d", found.value) and text[found.start - 1 : found.end + 1] == f"\n{found.value}\n"
    )
    lone = _LONE_LETTERS.findall(text[: found.start]) if alone and found.start < MOST_BEFORE else []
    return f"{lone[0]} {found.value}" if len(lone) == 1 else found.value


# "Dnr KFKS" with the number on the line below it, in another column's eyes
_LONE_LETTERS = re.compile(
    r"^(?:[Dd]nr|[Dd]iarie(?:nr|nummer)|[ÄäAa]rende(?:nr|nummer))\b[.:]? ([A-ZÅÄÖ]{2,5})$", re.MULTILINE
)
MOST_BEFORE = 600  # characters of a head


def _known_letters(number: str, text: str) -> str:
    """A number whose registry's letters lost their marks: OFN is ÖFN, for OFN is nobody; AN is ÄN where only that
    body is named in the text."""
    letters = _LETTERS.search(number)
    if letters is None:
        return number
    known = abbreviations()
    marked = [x for x in known if fold(x) == fold(letters[0]) and x != letters[0].casefold()]
    plain = known.get(letters[0].casefold())
    if len(marked) != 1 or (plain and (_named_in(plain, text) or not _named_in(known[marked[0]], text))):
        return number
    return number[: letters.start()] + marked[0].upper() + number[letters.end() :]


def _named_in(body: str, text: str) -> bool:
    return body.casefold() in text.casefold()
