"""A memo's printed lines: what lists, signatures and letterheads are made of."""

import re

from pipeline.extract.parties_mentions import Mention, words
from pipeline.forms.titles import title_of
from pipeline.memo.memo import Memo, Section

Line = tuple[int, str]  # where it begins in the memo's text, and what it says
LETTERS = re.compile(r"[^\W\d_]{3}")
SPECK = re.compile(r"(?<!\S)(?:[^\w\s(),/&-]+|_+|[a-z])(?!\S)")  # what an OCR makes of a stroke or a dot

# letters that an OCR takes for each other, or loses the rings and dots of, as one
WORN = str.maketrans("åäàáâãöóòôõøéèêl1!|íìï0", "aaaaaaooooooooo" + "iiiiiii" + "o")
WORN_PATTERN = str.maketrans("åäöl", "aaoi")


def worn(text: str) -> str:
    """A text of the same length in which what an OCR confuses is the same letter: `Kopla ti1l` is `kopia tiii`."""
    low = text.lower()
    return low.translate(WORN) if len(low) == len(text) else text


def worn_pattern(expression: str) -> re.Pattern[str]:
    """The expression, in small letters and without groups whose names hold l, as it matches what `worn` gives."""
    return re.compile(expression.translate(WORN_PATTERN))


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of `text[start:end]` that hold something."""
    found: list[Line] = []
    for line in text[start:end].split("\n"):
        if line.strip():
            found.append((start, line))
        start += len(line) + 1
    return found


def section_lines(memo: Memo, section: Section, heading: bool = False) -> list[Line]:
    """The lines of a section, after its heading if not told otherwise."""
    return lines_of(memo.text, section.start if heading else section.body, section.end)


_LAST_OF_ROW = re.compile(
    r" (?:och|samt) [^,;]*\b(?:kommun(?:er)?|stad|region|förvaltningen|kontoret|nämnden|styrelsen|AB)\s*\Z"
)


def joined(lines: list[Line]) -> list[Line]:
    """Lines of which one goes on from the one before: it begins in small letters, or that one is a row of names."""
    found: list[Line] = []
    for start, line in lines:
        next_line = bool(found) and found[-1][0] + len(found[-1][1]) + 1 == start
        if next_line and ((line[:1].islower() and _open_end(found[-1][1])) or _in_row(found[-1][1])):
            found[-1] = (found[-1][0], found[-1][1] + " " + line)
        else:
            found.append((start, line))
    return found


def is_title_line(lines: list[Line], number: int) -> bool:
    """Whether there is such a line and it is a person's title."""
    return number < len(lines) and title_of(lines[number][1]) is not None


def _open_end(line: str) -> bool:
    """Whether a line can't end so: the next one belongs to it."""
    return line.rstrip().lower().endswith((" och", " för", " i", " av", " till", " vid", "-", ",")) or len(line) > 55


def _in_row(line: str) -> bool:
    """Whether a line is a row of names that is broken within one: "Ydre kommun, Kinda kommun, SOS"."""
    if _LAST_OF_ROW.search(line):
        return False  # "Ydre kommun, Kinda kommun och Boxholms kommun" is whole
    return line.count(", ") > 1 and len(line) > 55 and line.rstrip()[-1:] not in ",;." and ": " not in line[:30]


def without(text: str, start: int, here: list[Mention]) -> list[str]:
    """What some lines hold beside the names."""
    for mention in sorted(here, key=lambda m: -m.start):
        at = mention.start - start
        text = text[:at] + "\n" + text[at + mention.end - mention.start :]
    return [part for part in re.split(r"[\n\t]", text) if part.strip(" ,")]


def rest_of(line: str, start: int, here: list[Mention]) -> list[str]:
    """The same without specks: what has no word of three letters, save short titles."""
    parts = [SPECK.sub(" ", part).strip(" ,.;:–-") for part in without(line, start, here)]
    return [part for part in parts if LETTERS.search(part) or title_of(part)]


def of_fields(tokens: list[str]) -> bool:
    """Whether words are fields of work and nothing else: "Vård och omsorg"."""
    fields = {t.lower().strip(",&-") for t in tokens} - {"och", "", "samt", "för"}
    return bool(fields) and fields <= words("field") and tokens[-1][-1].isalpha() and tokens[-1].lower() != "och"
