"""Which fields of a memo's head a person should compare with the original."""

import re

from pipeline.extract.facts import Field, Head
from pipeline.forms.persons import PARTICLES
from pipeline.forms.persons_registers import is_known_name
from pipeline.memo.memo import Memo
from pipeline.read.page import ReadAs

UNSURE = 0.8  # a field's confidence below which it is wrong more often than once in ten, on labelled memos
FIELDS = ("municipality", "administration", "addressee", "title", "diarienummer", "date", "author")
OF_WORDS = frozenset({"administration", "addressee", "title", "author"})
UNKNOWN = 0.7  # confidence in a restored word: below it, one title in four is wrong, above it one in twenty
# how often a person's name with such a word is right in the labelled memos' old texts: what is known of parties of all
# kinds (`calibration`) promises more
UNSURE_NAME = 0.75
TOGETHER = re.compile(r" och | & |, ")


def unsure_fields(memo: Memo, head: Head) -> list[str]:
    """Names of the fields that are uncertain, in the table's order.

    A name that no register holds is uncertain where a machine has read it: nothing else tells a misread letter. So is
    what holds a word, in old OCR text, that no lexicon and no register tells how to spell.
    """
    old = ReadAs.TEXT in memo.read_as
    found = []
    for name in FIELDS:
        field = getattr(head, name)
        if field is None:
            continue
        strange = name == "author" and memo.read_as != {ReadAs.DIGITAL} and not _known(str(field.value))
        unknown = old and name in OF_WORDS and _unknown_word(memo, field)
        if field.confidence < UNSURE or strange or unknown:
            found.append(name)
    return found


def _unknown_word(memo: Memo, field: Field) -> bool:
    return any(w.confidence < UNKNOWN and any(map(str.isalpha, w.text)) for w in memo.words_in(field.start, field.end))


def known_surnames(name: str) -> bool:
    """Whether all of a person's surnames stand in the register."""
    parts = [p for word in name.lower().split()[1:] for p in word.split("-") if p not in PARTICLES]
    return all(map(is_known_name, parts))


def _known(names: str) -> bool:
    return all(known_surnames(name) for name in TOGETHER.split(names) if name.strip())
