"""How a list item begins: numbers, letters, bullets (also misread ones), att-satser."""

import re
from dataclasses import dataclass

BULLETS = "•·▪●■□○◦◾‣➢➤✓✔➔→►▶◆♦❖⁃‐‑‒―⎯*–—-−\uf0b7\uf0a7\uf02d\uf0fc\uf0d8\uf076»¢©®°¤«+"
_NUMBERED = re.compile(r"(?:\d{1,2}|[ivxIVX]{1,4})[.)]$|\(?[a-zåäö]\)$|[A-HÅÄÖ]\)$|Cc\)$|\(\d{1,2}\)$|\d{1,2}:$")
_LETTERED = re.compile(r"(?:[A-Ha-h]|Cc)\.$")  # an OCR's Cc is c
_SUBNUMBER = re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.)]?$")
# what an OCR makes of a bullet or letter before an att-sats
_SPECK = re.compile(r"[^\w\s]{1,3}$|[^\Wiåio][.):;,]?$|\d{1,2}[.):;,]?$", re.IGNORECASE)
_BROKEN_NUMBER = re.compile(r"\d[-–/]$")
_DIRT = re.compile(r"[_'‘’`\"|~.,:;^]{1,2}$")
_DIRT_CLUNG = re.compile(r"[-–.,'’‘_|~:;](\d{1,2}[.)])$")
_LIKE_ATT = frozenset(
    ("atr", "atf", "atl", "ati", "aft", "afr", "ait", "arr", "art", "a1t", "a!t", "at!", "at1", "aff", "alt")
)
# what a point says is done, where its number has lost its sign: "1 anta taxan"
_DOES = re.compile(
    r"(?:anta|anslå|avslå|föreslå|ge|avge|ingå|gå|bevilja|anvisa|uppdra|bemyndiga|teckna|notera|återremittera|ändra|"
    r"delegera|finansiera|omfördela|besluta|inrätta|förklara|överlämna|inför|tillför|bifaller|utser|bordlägger)r?$|"
    r"(?:fastställ|godkänn|upphäv|lägg|ställ|tillstyrk|avstyrk|bordlägg|förläng|välj|avskriv|hemställ|avsätt)(?:a|er)$|"
    r"(?:införa|tillföra|bifalla|utse|avsätter|att)$"
)


MOST_WORDS = 4  # of a line that are looked at
_INFINITIVE = re.compile(r"[a-zåäö]{3,}a$")


def does(word: str) -> bool:
    """Whether a word is one of those that a point begins with: the verb of what is done, or att."""
    return _DOES.match(word.lower()) is not None


# what the line above a point "2 att …" ends with that no number belongs to
_BEFORE_NUMBER = (",", ";", ":", "beslutar", "besluta", "samt")
_ROUND_ATT = ".,:’'‘`"
_MISREAD = ("e", "o", "¢", "©", "®", "«", "°", "@", "¤")
_LIKE_DASH = frozenset("=~≡≈")  # what an OCR makes of a dash before a point
_TWO = frozenset(("oc", "ec", "eo"))  # a bullet too, where a sentence follows


@dataclass(frozen=True, slots=True)
class Mark:
    """marker: as printed. number: of a numbered item, else 0. words: how many words it takes ("att" is content: 0)."""

    marker: str
    number: int = 0
    words: int = 1


def mark_after_dirt(mark: str) -> Mark:
    """A number or letter behind a speck: "' c) att anvisa"."""
    digits = mark.strip("().:")
    return Mark(mark, int(digits) if digits.isdigit() else 0, 2)


def mark_of(words: list[str], before: str, listed: bool) -> Mark | None:
    """The mark that a line begins with. words: its first, `MOST_WORDS` where it has as many. before: the last
    word of the line above. listed: in a part made of lists."""
    if len(words) < 2:
        return Mark("att", 0, 0) if words and words[0].lower() == "att" and listed else None
    first, second = words[0], words[1]
    if len(first) > 4 and first.isalpha():
        return None  # most lines begin with a word, and no mark is one
    if _BROKEN_NUMBER.search(before) and first[:1].isdigit():
        return None  # "daterad 1996-10-" and on the next line "14, att gälla"
    if listed and len(words) > 3 and _DIRT.match(first) and _NUMBERED.match(second):
        return mark_after_dirt(second)
    clung = _DIRT_CLUNG.match(first) if listed else None
    if clung is not None:
        return Mark(clung[1], int(clung[1][:-1]))
    if listed and first.lower() in _LIKE_ATT and second[:1].islower():
        return Mark("att", 0, 0)
    if listed and second == "att" and first.lower() == "dels":
        return Mark("att", 0, 0)
    if first.strip(_ROUND_ATT) in ("att", "Att", "ATT"):
        own = first.strip(_ROUND_ATT)
        return Mark("att" if own == "ATT" and second.islower() else own, 0, 0)
    if _NUMBERED.match(first):
        digits = first.strip("().:")
        number = int(digits) if digits.isdigit() else 0
        if first.endswith(")") and not first.startswith("(") and before.startswith("(") and ")" not in before:
            return None
        return Mark(first, number)
    if _LETTERED.match(first) and listed and second[:1].isalpha():
        return Mark(first)
    if listed and second == "att" and _SPECK.match(first):
        return Mark(first)
    if listed and _SUBNUMBER.match(first) and second[:1].isalpha():
        return Mark(first)
    if first in _MISREAD:
        if before.lower() in ("fr", "t", "m", "f") or second[:1] in ",.;":
            return None
        return Mark(first)
    if listed and first in _LIKE_DASH and second[:1].isalpha():
        return Mark(first)
    if listed and first in _TWO and second[:1].isupper():
        return Mark(first)
    if len(first) == 1 and first in BULLETS:
        listed = listed or before.endswith(":")  # "Sammanträdesdagar:" and below it "- 24 januari"
        return Mark(first) if not second[:1].isdigit() or listed or first in "•·●▪" else None
    if len(first) > 2 and first[0] in "•●▪\uf0b7" and first[1].isalpha():
        return Mark(first[0], 0, 0)
    if listed and first[0] in "-–" and first[1:].islower() and (does(first[1:]) or _INFINITIVE.match(first[1:])):
        return Mark(first[0], 0, 0)  # "-anta riktlinjerna"
    if first.isdecimal() and len(first) < 3 and second == "att" and before.endswith(_BEFORE_NUMBER):
        return Mark(first, int(first))
    if listed and first.isdecimal() and len(first) < 3 and (second[:1].isupper() or does(second)):
        return Mark(first, int(first))
    return None
