"""The numbers and bullets of lists in DOCX. Word counts them itself: the file only says which list and level."""

from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

from pipeline.read.office import BULLET

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
ROMAN_LOW = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
VAL = qn("w:val")


class Numbering:
    """Counts a document's lists as their paragraphs are met in order."""

    def __init__(self, document: Any) -> None:
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}  # abstract list: level: format, pattern, start
        self.abstract: dict[str, str] = {}
        self.restarts: dict[tuple[str, int], int] = {}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        self.used: set[str] = set()
        self.styles: dict[str, Any] = {}
        for style in document.styles.element.iter(qn("w:style")):
            self.styles[style.get(qn("w:styleId"), "")] = style
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        for abstract in root.iter(qn("w:abstractNum")):
            levels = self.levels.setdefault(abstract.get(qn("w:abstractNumId"), ""), {})
            for level in abstract.iter(qn("w:lvl")):
                levels[_number(level.get(qn("w:ilvl")))] = (
                    _value(level, "w:numFmt") or "decimal",
                    _value(level, "w:lvlText"),
                    _number(_value(level, "w:start") or "1"),
                )
        for num in root.iter(qn("w:num")):
            number = num.get(qn("w:numId"), "")
            self.abstract[number] = _value(num, "w:abstractNumId")
            for override in num.iter(qn("w:lvlOverride")):
                start = _value(override, "w:startOverride")
                if start:
                    self.restarts[number, _number(override.get(qn("w:ilvl")))] = _number(start)

    def mark(self, paragraph: Any) -> str:
        """The paragraph's number or bullet, "" where it has none. Counts it: call once for each paragraph, in order."""
        number, level = self._list(paragraph)
        abstract = self.abstract.get(number, "")
        levels = self.levels.get(abstract, {})
        if not number or number == "0" or level not in levels:
            return ""
        form, pattern, start = levels[level]
        if form == "bullet":
            return BULLET
        if form == "none":
            return ""
        counts = self.counts[abstract]
        if number not in self.used:
            self.used.add(number)
            for (other, deep), value in self.restarts.items():
                if other == number:
                    counts[deep] = value - 1
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [deep for deep in counts if deep > level]:
            del counts[deeper]
        for deep in range(9):
            if f"%{deep + 1}" in pattern:
                form_of, _, start_of = levels.get(deep, ("decimal", "", 1))
                pattern = pattern.replace(f"%{deep + 1}", written(counts.get(deep, start_of), form_of))
        return pattern.strip()

    def _list(self, paragraph: Any) -> tuple[str, int]:
        """The paragraph's list and level, from itself or the styles that it is based on."""
        properties = paragraph.find(qn("w:pPr"))
        name = "" if properties is None else _value(properties, "w:pStyle")
        level = ""
        seen: set[str] = set()
        while True:
            numbered = None if properties is None else properties.find(qn("w:numPr"))
            if numbered is not None:
                level = level or _value(numbered, "w:ilvl")
                if number := _value(numbered, "w:numId"):
                    return number, _number(level or "0")
            if name in seen or name not in self.styles:
                return "", 0
            seen.add(name)
            properties = self.styles[name].find(qn("w:pPr"))
            name = _value(self.styles[name], "w:basedOn")


def written(number: int, form: str) -> str:
    """A count as a list's format writes it: `written(2, "lowerLetter")` is "b"."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman, rest = "", max(0, min(number, 4000))
        for value, sign in ROMAN + ROMAN_LOW:
            roman += sign * (rest // value)
            rest %= value
        return roman if form == "lowerRoman" else roman.upper()
    if form == "decimalZero":
        return f"{number:02d}"
    return str(number)


def _value(element: Any, tag: str) -> str:
    child = element.find(qn(tag))
    return "" if child is None else child.get(VAL, "")


def _number(text: str | None) -> int:
    try:
        return int(text or "0")
    except ValueError:
        return 0
